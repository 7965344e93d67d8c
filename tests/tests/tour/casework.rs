//! A day of casework in an office with cases at every stage: lists with filters, columns and marked rows, what is passed on, flags, notes,
//! alerts, relations, consent, a draft beside a newer save, tracing, children registered twice, the auditor's page.

use super::{Outcome, Tour, heading, plain};
use amparo_api::{around, keeping, passing, records, tracing};
use amparo_language::words;
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::Value;
use amparo_tests::office::{ACase, ADMINISTRATOR, Office, SUPERVISOR, a_case, choice, choices, password, text, yes};
use amparo_tests::sought::{a_request, add_daughter};

const ESCAPE: &str = "\u{e00c}";
const CONTROL: &str = "\u{e009}";

/// Children of the office: name, name in another script, sex, age, risk, language.
const CHILDREN: [(&str, &str, &str, i64, &str, &str); 8] = [
    ("Nour Haddad", "نور الحداد", "female", 9, "high", "ar"),
    ("Yusuf Al-Amin", "يوسف الأمين", "male", 13, "high", "ar"),
    ("Mariam Touré", "", "female", 11, "medium", "fr"),
    ("Mateo Quispe Rojas", "", "male", 15, "medium", "es"),
    ("Daniyar Omarov", "Данияр Омаров", "male", 6, "low", "ru"),
    ("Abebech Tesfaye", "አበበች ተስፋዬ", "female", 16, "high", "am"),
    ("Hiba Darwish", "هبة درويش", "female", 4, "medium", "ar"),
    ("Omar Saleh", "عمر صالح", "male", 8, "low", "ar"),
];

fn child(at: usize, office: &Office) -> ACase {
    let (name, script2, sex, age, risk, language) = CHILDREN[at];
    let case = a_case().named(name).with("sex", choice(sex)).with("age", Value::Number(age)).without("dob");
    let case =
        case.with("risk_level", choice(risk)).with("languages", choices(&[language])).with("age_estimated", yes());
    let case = if script2.is_empty() { case } else { case.in_script2(script2) };
    let case = if at == 0 { case.with("photo", office.add_photo()) } else { case };
    // One of them waits for the rest of the registration.
    if at == 7 { case } else { case.complete() }
}

/// A girl whom two caseworkers met, each in their own script, and for whom her mother looks.
fn met_twice(names: [&str; 3], age: i64) -> ACase {
    let [first, middle, last] = names;
    let case = a_case().with("name_first", text(first)).with("name_middle", text(middle)).with("name_last", text(last));
    let case = case.with("mother_name_first", text("زينب")).with("nationality", choices(&["sy"]));
    case.with("ok_tracing", yes()).with("age", Value::Number(age)).without("dob").complete()
}

/// The office, as a week of work left it. Nobody is at work.
fn office(language: &str) -> Office {
    let mut office = Office::with_everybody("KRG1");
    let omar = office.hire("Omar Said", "omar");
    let speak = |office: &Office| office.ask(keeping::Ask::SetLanguage { language: language.to_owned() }).unwrap();

    office.sign_in(SUPERVISOR);
    let lucia = office.person("lucia");
    office.sign_in("omar");
    speak(&office);
    office.register(&met_twice(["Fatma", "Mohammed", "Al-Qadi"], 10));
    let offered = office.register(&a_case().named("Leila Nasser").complete()).record;

    office.sign_in("lucia");
    speak(&office);
    let children: Vec<RecordId> = (0..CHILDREN.len()).map(|at| office.register(&child(at, &office)).record).collect();
    office.register(&met_twice(["فاطمة", "محمد", "القاضي"], 9));
    let note = "The school will write on Monday.\nThey need the card.\n\nAsk for Mrs Salma.";
    let asks = [
        around::Ask::Note { record: children[0], subject: "Call to the school".into(), text: note.into() },
        around::Ask::Flag {
            records: children[..3].to_vec(),
            on: Some("2026-11-24".into()),
            reason: "Is the new home safe?\nAsk the neighbour.".into(),
        },
        around::Ask::Relate { record: children[0], to: children[1], kind: "sibling".into(), note: "".into() },
    ];
    for ask in asks {
        office.ask(ask).unwrap();
    }
    for to in [&children[3], &children[4]] {
        let offer = passing::Offer {
            kind: passing::Kind::Referral,
            record: *to,
            to: omar,
            parts: vec!["identity".into(), "plan".into()],
            why: "urgent".into(),
            services: vec!["health".into()],
            row: None,
            note: "The clinic knows the family.".into(),
            in_spite: String::new(),
        };
        office.ask(passing::Ask::Offer(offer)).unwrap();
    }
    // Unsaved work, and a save of the supervisor after it.
    let opened = office.open(children[0]);
    let mut mine = opened.document.clone();
    mine.set("situation", text("Works at a market stall\nfrom morning to evening."));
    mine.set("risk_level", choice("medium"));
    let (record, heads) = (Some(children[0]), opened.heads);
    let keep = records::Ask::KeepDraft { draft: None, record, heads, form: "registration".into(), document: mine };
    office.ask(keep).unwrap();

    office.sign_in("tarek");
    speak(&office);
    let mut request = a_request();
    add_daughter(&mut request, 7);
    office.try_register_of(RecordType::TRACING_REQUEST, &request, &[]).unwrap();
    office.ask(tracing::Ask::Search { anew: false }).unwrap();
    for login in ["paul", "grace", ADMINISTRATOR] {
        office.sign_in(login);
        speak(&office);
    }
    office.sign_in(SUPERVISOR);
    let offer = passing::Offer {
        kind: passing::Kind::Transfer,
        record: offered,
        to: lucia,
        parts: Vec::new(),
        why: "moved".into(),
        services: Vec::new(),
        row: None,
        note: "She lives in your part of the town now.".into(),
        in_spite: String::new(),
    };
    office.ask(passing::Ask::Offer(offer)).unwrap();
    speak(&office);
    let wrote = "The stall is closed since Friday; she is at home.";
    office.edit(children[0], &[("situation", text(wrote)), ("phone", text("+964 770 123 4567"))]);
    office.leave();
    office
}

impl Tour {
    fn at_work(&self, login: &str) -> Outcome {
        self.sign_in(login, &password(login))?;
        self.see("#go-home, #go-audit").map(drop)
    }

    fn close_dialog(&self) -> Outcome {
        // In a box for searching the first press takes away what was typed.
        self.page().wait("the dialog to close", || {
            self.page().chord(&[ESCAPE])?;
            std::thread::sleep(std::time::Duration::from_millis(150));
            Ok(self.page().all(&super::By::css("dialog[open]"))?.is_empty().then_some(()))
        })
    }

    /// The list of cases, with the row of a child at hand.
    fn open_child(&self, name: &str) -> Outcome {
        self.click("#go-cases")?;
        self.type_in("#list-filter", name)?;
        self.page().wait(&format!("one row for {name}"), || {
            let rows = self.page().all(&super::By::css("[data-test='list-row']"))?;
            Ok((rows.len() == 1).then_some(()))
        })?;
        self.click("[data-test='list-row']")?;
        self.see("[data-test='case-status']").map(drop)
    }
}

fn caseworker(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    tour.at_work("lucia")?;
    tour.see("#tile-alerts")?;
    tour.look("home")?;
    tour.click("#tile-alerts")?;
    heading(tour, &words::alerts_title(&language))?;
    tour.see("#alerts-all-seen")?;
    tour.look("alerts")?;
    tour.click("#go-home")?;
    tour.click("#tile-flags")?;
    heading(tour, &words::flags_title(&language))?;
    tour.see(".list-body table")?;
    tour.look("flags")?;
    tour.click("#go-home")?;
    tour.click("#tile-to-answer")?;
    tour.see("[data-test='passing']")?;
    tour.look("to-answer")?;
    tour.click("[id^='step-accept-']")?;
    tour.see("#step-go")?;
    tour.look("answer-a-transfer")?;
    tour.close_dialog()?;
    tour.step("alerts, flags and a transfer that waits");

    tour.open_child("Haddad")?;
    tour.look("case")?;
    tour.click("#tab-notes")?;
    tour.see("[data-test='note']")?;
    tour.look("flags-and-notes")?;
    for (button, inside, name) in [
        ("#add-flag", "#flag-go", "put-a-flag"),
        ("#add-note", "#note-go", "write-a-note"),
        ("#relate", "#relate-go", "relate"),
    ] {
        tour.click(button)?;
        tour.see(inside)?;
        tour.look(name)?;
        tour.close_dialog()?;
    }
    tour.click("#tab-consent-now")?;
    tour.see("[data-test='consent']")?;
    tour.look("what-consent-allows")?;
    tour.click("#tab-passing")?;
    tour.look("passed-on")?;
    tour.click("#refer")?;
    tour.see("#colleague-1")?;
    tour.look("refer")?;
    tour.close_dialog()?;
    tour.step("flags, notes, relations, consent, passing on");
    tour.click("#go-home")?;
    tour.click("#drafts [id^='draft-']")?;
    tour.see("[data-test='side-by-side']")?;
    tour.look("draft-beside-newer-save")?;
    tour.click("#take-over")?;
    tour.gone("[data-test='side-by-side']")?;
    tour.step("a draft beside what was saved since");
    tour.lock()
}

fn lists(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    tour.at_work(SUPERVISOR)?;
    tour.see("#tile-current")?;
    tour.look("supervisor-home")?;
    tour.click("#go-cases")?;
    tour.see("[data-test='list-row']")?;
    tour.look("list")?;
    tour.click("#list-add-filter")?;
    tour.see("#filter-question")?.keys(&words::column_status(&language))?;
    tour.look("filter-question")?;
    tour.see("#filter-question")?.keys("\u{e007}")?;
    tour.click("#filter-answers label.option")?;
    tour.look("filter-answers")?;
    tour.click("#filter-done")?;
    tour.see("[data-test='filter']")?;
    tour.click("#list-columns")?;
    tour.see("#columns-done")?;
    tour.look("columns")?;
    tour.click("#columns-done")?;
    tour.see("[data-test='list-row']")?;
    tour.click("#mark-all")?;
    tour.see("[data-test='marked']")?;
    tour.look("filtered-and-marked")?;
    tour.click("#list-flag")?;
    tour.see("#flag-go")?;
    tour.look("flag-many")?;
    tour.close_dialog()?;
    tour.click("#list-assign")?;
    tour.see("#colleague-1")?;
    tour.look("assign-many")?;
    tour.close_dialog()?;
    tour.click("#view-keep")?;
    tour.type_in("#view-name", &words::home_high(&language))?;
    tour.click("#view-share")?;
    tour.look("keep-view")?;
    tour.click("#view-new")?;
    tour.gone("dialog[open]")?;
    tour.see("[data-test='list-row']")?;
    paper(tour, "#list-print", "list-sheet")?;
    paper(tour, "#list-visits", "visit-sheet")?;
    tour.click("#filters-clear")?;
    tour.see("tbody tr[tabindex='0']")?.keys(" ")?;
    tour.see("[data-test='peek']")?;
    tour.look("peek")?;
    tour.step("filters, columns, marked rows, views, paper, a quick look");

    tour.page().chord(&[CONTROL, "k"])?;
    tour.type_in("#search-everywhere", &words::key_backup(&language).chars().take(4).collect::<String>())?;
    tour.see("[data-command]")?;
    tour.look("search-commands")?;
    tour.type_in("#search-everywhere", "nour")?;
    tour.see("[data-code]#hit-0")?;
    tour.look("search-records")?;
    tour.close_dialog()?;
    tour.step("search everywhere finds what can be done, too");
    tour.open_child("Haddad")?;
    tour.click("#tab-passing")?;
    tour.click("#transfer")?;
    tour.see("#colleague-1")?;
    tour.look("transfer")?;
    tour.close_dialog()?;
    tour.click("#go-duplicates")?;
    tour.click("#double-search")?;
    tour.see("[data-test='double']")?;
    tour.look("duplicates")?;
    tour.click("[data-test='double'] [data-test='compare'] button")?;
    tour.see("[data-test='beside']")?;
    tour.look("duplicates-beside")?;
    tour.close_dialog()?;
    tour.step("children registered twice");
    tour.page().resize(1920, 1080)?;
    tour.look("duplicates-large")?;
    for (go, see, name) in [
        ("#go-cases", "[data-test='list-row']", "list-large"),
        ("#go-work", "[data-test='task-row']", "work-large"),
        ("#go-home", "#tile-current", "home-large"),
    ] {
        tour.click(go)?;
        tour.see(see)?;
        tour.look(name)?;
    }
    tour.page().resize(1366, 768)?;
    tour.lock()
}

/// Presses a button that prints, and takes a picture of the paper: the printer's dialog is left out, and the style of paper is shown.
fn paper(tour: &mut Tour, button: &str, name: &str) -> Outcome {
    let style = "for (const sheet of document.styleSheets) for (const rule of (function* all(rules) {
            for (const rule of rules) { yield rule; if (rule.cssRules) yield* all(rule.cssRules); }
        })(sheet.cssRules)) if (rule.media && rule.media.mediaText === arguments[0]) rule.media.mediaText = arguments[1];";
    tour.page().run("window.print = () => {}", &[])?;
    tour.click(button)?;
    tour.page().wait("the paper", || {
        let there = tour.page().all(&super::By::css(format!("[data-test='{name}']")))?;
        Ok((!there.is_empty()).then_some(()))
    })?;
    tour.page().run(style, &["print".into(), "all".into()])?;
    tour.picture(name)?;
    tour.page().run(style, &["all".into(), "print".into()])?;
    tour.page().run("window.dispatchEvent(new Event('afterprint'))", &[]).map(drop)
}

fn tracing_officer(tour: &mut Tour) -> Outcome {
    tour.at_work("tarek")?;
    tour.click("#go-tracing")?;
    tour.see("[data-test='lead']")?;
    tour.look("leads")?;
    tour.click("[data-test='compare'] button")?;
    tour.see("[data-test='comparison']")?;
    tour.look("comparison")?;
    tour.close_dialog()?;
    tour.step("who may be whom, and side by side");
    tour.lock()
}

fn auditor(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    tour.at_work("paul")?;
    tour.click("#go-audit")?;
    heading(tour, &plain(&words::audit_title(&language)))?;
    tour.click("#consents details summary")?;
    tour.look("auditor")?;
    tour.step("what people agreed to, for the auditor");
    tour.lock()
}

fn alert_settings(tour: &mut Tour) -> Outcome {
    tour.at_work(ADMINISTRATOR)?;
    tour.click("#go-forms")?;
    tour.click("#forms-begin")?;
    tour.type_in("#draft-name", "2026")?;
    tour.click("#draft-begin-go")?;
    tour.click("#at-settings")?;
    tour.click("#at-setting--alerts")?;
    tour.see("#alert-fields")?;
    tour.look("alert-settings")?;
    tour.step("which changes tell a caseworker");
    Ok(())
}

pub fn everything(tour: &mut Tour) -> Outcome {
    let office = office(tour.language.tag());
    let tag = tour.language.tag().to_owned();
    tour.window = Some(amparo_tests::window::Window::open_on(&tour.machine, &office.folder, &tag)?);
    caseworker(tour)?;
    lists(tour)?;
    tracing_officer(tour)?;
    auditor(tour)?;
    alert_settings(tour)?;
    tour.close()
}
