//! An office shapes its forms: drafts, what is applied, what was before, and records that outlive every change.

use amparo_api::shaping::{Answer as Shaping, Ask, RemarkWeight};
use amparo_api::{Code, Reply};
use amparo_forms::shape::Written;
use amparo_forms::{Configuration, standard};
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::list::Texts;
use amparo_model::office::{CodePattern, CodeYear, Joint, is_case_code};
use amparo_model::record::RecordType;
use amparo_model::value::Value;
use amparo_tests::a_case::{a_case, text};
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, set};

fn ask(office: &Office, ask: Ask) -> Result<Shaping, amparo_api::Problem> {
    match office.ask(ask)? {
        Reply::Shaping(answer) => Ok(answer),
        Reply::Done => Ok(Shaping::Words { taken: 0, refused: vec![] }),
        other => panic!("{other:?}"),
    }
}

fn code(answer: Result<Shaping, amparo_api::Problem>) -> Code {
    answer.unwrap_err().code
}

/// Begins a draft and gives its number and text.
pub(crate) fn begin(office: &Office) -> (u32, Written) {
    let Shaping::Overview { drafts, .. } = ask(office, Ask::Begin { name: "For the new camp".into() }).unwrap() else {
        panic!()
    };
    let draft = drafts[0].draft;
    let Shaping::Draft { text } = ask(office, Ask::Open { draft }).unwrap() else { panic!() };
    (draft, Written::from_json(&text).unwrap())
}

fn words(english: &str) -> Texts {
    Texts([("en".to_owned(), english.to_owned())].into())
}

fn registration(written: &mut Written) -> &mut Vec<FieldDef> {
    let form = written.forms.iter_mut().find(|form| form.id == "registration").unwrap();
    &mut form.sections.iter_mut().find(|section| section.id == "child").unwrap().fields
}

/// Adds a question after the others about the child.
fn add_question(written: &mut Written) {
    let fields = registration(written);
    let like = fields.iter().find(|field| field.id == "distinguishing_marks").unwrap().clone();
    fields.push(FieldDef {
        id: "tent_colour".to_owned(),
        kind: FieldKind::Text,
        label: words("Colour of the tent"),
        ..like
    });
}

pub(crate) fn apply(office: &Office, draft: u32, written: &Written) -> u32 {
    ask(office, Ask::Keep { draft, text: written.to_json() }).unwrap();
    let Shaping::InForce { number, text } = ask(office, Ask::Apply { draft }).unwrap() else { panic!() };
    Configuration::from_written(Written::from_json(&text.unwrap()).unwrap()).unwrap();
    number
}

#[test]
fn a_question_added_by_the_administrator_is_asked_saved_found_in_history_and_survives_going_back() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let unknown = office.try_register(&a_case().with("tent_colour", text("blue"))).unwrap_err();
    assert_eq!(unknown.code, Code::BadRequest, "nobody asks that yet");

    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    add_question(&mut written);
    let number = apply(&office, draft, &written);

    office.sign_in("lucia");
    let Shaping::InForce { number: seen, text: given } = ask(&office, Ask::InForce { known: 0 }).unwrap() else {
        panic!()
    };
    assert!(seen == number && given.unwrap().contains("tent_colour"));
    let Shaping::InForce { text: again, .. } = ask(&office, Ask::InForce { known: number }).unwrap() else { panic!() };
    assert_eq!(again, None, "a window that has it does not get it again");
    let saved = office.try_register(&a_case().with("tent_colour", text("blue"))).unwrap();
    assert_eq!(office.open(saved.record).document.get("tent_colour"), Some(&text("blue")));

    // Back to what ships with the program: the question is retired, its answer is kept and can still be read and changed.
    office.sign_in(ADMINISTRATOR);
    let Shaping::InForce { text: back, .. } = ask(&office, Ask::GoBack { number: 0 }).unwrap() else { panic!() };
    let back = Configuration::from_written(Written::from_json(&back.unwrap()).unwrap()).unwrap();
    assert!(back.form("registration").unwrap().field("tent_colour").unwrap().off);
    office.sign_in("lucia");
    let opened = office.open(saved.record);
    assert_eq!(opened.document.get("tent_colour"), Some(&text("blue")));
    let edited = set(&[("landmark", text("a gate"))]);
    office.try_save(Some(saved.record), opened.heads, edited, vec![], None).unwrap();
    assert_eq!(office.open(saved.record).document.get("tent_colour"), Some(&text("blue")));
    assert_eq!(office.history(saved.record).len(), 2);
}

#[test]
fn an_applied_configuration_is_there_after_a_restart_and_in_every_login() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    add_question(&mut written);
    apply(&office, draft, &written);
    office.restart();
    office.sign_in("lucia");
    let saved = office.try_register(&a_case().with("tent_colour", text("red"))).unwrap();
    office.sign_in(SUPERVISOR);
    assert_eq!(office.open(saved.record).document.get("tent_colour"), Some(&text("red")));
}

#[test]
fn what_records_may_hold_cannot_be_lost_or_read_by_others_through_a_draft() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let changes: [fn(&mut Written); 3] = [
        |written| {
            let names = registration(written).iter_mut().find(|field| field.id == "name_first").unwrap();
            names.compartment = amparo_model::record::Compartment::new("registration");
        },
        |written| registration(written).iter_mut().find(|field| field.id == "age").unwrap().kind = FieldKind::Text,
        |written| {
            registration(written).iter_mut().find(|field| field.id == "name_first").unwrap().class =
                amparo_model::form::Class::P0
        },
    ];
    for change in changes {
        let (draft, mut written) = begin(&office);
        change(&mut written);
        ask(&office, Ask::Keep { draft, text: written.to_json() }).unwrap();
        let refused = ask(&office, Ask::Apply { draft }).unwrap_err();
        assert_eq!(refused.code, Code::ConfigurationKept);
        ask(&office, Ask::Drop { draft }).unwrap();
    }
    // Who may read which part is not the administrator's to change: what a draft says of it does not count.
    let (draft, mut written) = begin(&office);
    for part in &mut written.compartments {
        part.circles.push(amparo_forms::CircleKind::Analysts);
    }
    apply(&office, draft, &written);
    let Shaping::InForce { text: Some(text), .. } = ask(&office, Ask::InForce { known: 0 }).unwrap() else { panic!() };
    assert_eq!(Written::from_json(&text).unwrap().compartments, standard().compartments());
}

#[test]
fn a_draft_that_does_not_fit_together_is_kept_but_not_applied_and_the_one_in_force_stays() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    let doubled = registration(&mut written)[0].clone();
    registration(&mut written).push(doubled);
    ask(&office, Ask::Keep { draft, text: written.to_json() }).unwrap();
    let refused = ask(&office, Ask::Apply { draft }).unwrap_err();
    assert_eq!((refused.code, refused.args.get("why").map(String::as_str)), (Code::BadConfiguration, Some("doubled")));
    assert_eq!(refused.args.get("place").map(String::as_str), Some("registration"));
    let Shaping::Overview { number, drafts, past } = ask(&office, Ask::Overview {}).unwrap() else { panic!() };
    assert_eq!((number, drafts.len(), past.len()), (0, 1, 0));
    for (bad, why) in [("", "unreadable"), (r#"{"amparo_configuration":1,"formz":[]}"#, "unreadable")] {
        let refused = ask(&office, Ask::Keep { draft, text: bad.into() }).unwrap_err();
        assert_eq!(refused.args.get("why").map(String::as_str), Some(why));
    }
    assert_eq!(code(ask(&office, Ask::Keep { draft: 99, text: written.to_json() })), Code::NotAllowed);
}

#[test]
fn a_configuration_goes_out_to_a_file_and_comes_into_another_office_as_a_draft() {
    let here = Office::new("KRG1");
    here.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&here);
    add_question(&mut written);
    apply(&here, draft, &written);
    let path = here.beside("forms.json");
    ask(&here, Ask::Export { draft: None, target: here.choose(&path), passphrase: None }).unwrap();

    let there = Office::new("KRG2");
    there.sign_in(ADMINISTRATOR);
    let import = |path: &std::path::Path| {
        ask(&there, Ask::Import { name: "From KRG1".into(), source: there.choose(path), passphrase: None })
    };
    let Shaping::Imported { draft, .. } = import(&path).unwrap() else { panic!() };
    let Shaping::Overview { number, .. } = ask(&there, Ask::Overview {}).unwrap() else { panic!() };
    assert_eq!(number, 0, "nothing is in force before somebody says so");
    ask(&there, Ask::Apply { draft }).unwrap();
    there.hire("Omar Said", "omar");
    assert!(there.try_register(&a_case().with("tent_colour", text("green"))).is_ok());

    there.sign_in(ADMINISTRATOR);
    for (name, bytes) in [
        ("photo.json", &b"\xff\xd8\xff\xe0"[..]),
        ("newer.json", br#"{"amparo_configuration":2}"#),
        ("list.json", b"[1,2,3]"),
    ] {
        let bad = there.beside(name);
        std::fs::write(&bad, bytes).unwrap();
        let refused = code(import(&bad));
        assert!([Code::BadConfiguration, Code::ConfigurationNewer].contains(&refused), "{name}: {refused:?}");
    }
}

#[test]
fn words_go_out_as_a_spreadsheet_and_come_back_translated() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let path = office.beside("words.xlsx");
    ask(&office, Ask::ExportWords { draft: None, target: office.choose(&path) }).unwrap();
    let mut rows = amparo_documents::sheet::read(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(rows[0], ["key", "en", "fr", "ar", "es"]);
    assert!(rows.len() > 3_000, "{}", rows.len());

    rows[0].push("ku".to_owned());
    let at = rows.iter().position(|row| row[0] == "registration/child/name_first label").unwrap();
    rows[at].push("Nav".to_owned());
    rows.push(vec!["registration/child/nothing label".to_owned(), "x".to_owned()]);
    std::fs::write(&path, amparo_documents::sheet::write("words", &rows).unwrap()).unwrap();
    let (draft, _) = begin(&office);
    let import = Ask::ImportWords { draft, source: office.choose(&path) };
    let Shaping::Words { taken, refused } = ask(&office, import).unwrap() else { panic!() };
    assert_eq!((taken, refused.len()), (1, 1));
    assert_eq!((refused[0].row, refused[0].code.as_str()), (rows.len(), "unknown-key"));
    let Shaping::Draft { text } = ask(&office, Ask::Open { draft }).unwrap() else { panic!() };
    let mut written = Written::from_json(&text).unwrap();
    let label = &registration(&mut written).iter().find(|field| field.id == "name_first").unwrap().label;
    assert_eq!((label.get("ku"), label.get("en")), ("Nav", "First name"));

    let bad = office.beside("bad.xlsx");
    std::fs::write(&bad, b"PK nothing").unwrap();
    assert_eq!(code(ask(&office, Ask::ImportWords { draft, source: office.choose(&bad) })), Code::BadWordsFile);
}

/// What a draft's own words say.
fn own_words(office: &Office, draft: u32, language: &str) -> std::collections::BTreeMap<String, String> {
    let Shaping::Draft { text } = ask(office, Ask::Open { draft }).unwrap() else { panic!() };
    Written::from_json(&text).unwrap().settings.words.get(language).cloned().unwrap_or_default()
}

#[test]
fn the_programs_own_words_stand_beside_them_and_rows_with_broken_placeholders_are_refused_one_by_one() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (draft, _) = begin(&office);
    let path = office.beside("words.xlsx");
    ask(&office, Ask::ExportWords { draft: Some(draft), target: office.choose(&path) }).unwrap();
    let mut rows = amparo_documents::sheet::read(&std::fs::read(&path).unwrap()).unwrap();
    rows[0].push("ku".to_owned());
    let place = |rows: &mut Vec<Vec<String>>, key: &str, cells: &[(usize, &str)]| {
        let at = rows.iter().position(|row| row[0] == format!("program/{key}")).unwrap();
        for (column, text) in cells {
            let wide = rows[at].len().max(6);
            rows[at].resize(wide, String::new());
            rows[at][*column] = (*text).to_owned();
        }
        at + 1
    };
    place(&mut rows, "cancel", &[(5, "Betal bike"), (1, "Leave it")]);
    let missing = place(&mut rows, "shape-drop-sure", &[(5, "Jê bibe?")]);
    let broken = place(&mut rows, "close", &[(5, "Bigire { $x")]);
    std::fs::write(&path, amparo_documents::sheet::write("words", &rows).unwrap()).unwrap();
    let import = Ask::ImportWords { draft, source: office.choose(&path) };
    let Shaping::Words { taken, refused } = ask(&office, import).unwrap() else { panic!() };
    assert_eq!(taken, 1, "words that ship are kept nowhere");
    let mut told: Vec<(usize, &str)> = refused.iter().map(|row| (row.row, row.code.as_str())).collect();
    told.sort_unstable();
    let mut expected = [(missing, "placeholders"), (broken, "bad-words")];
    expected.sort_unstable();
    assert_eq!(told, expected);
    assert_eq!(own_words(&office, draft, "ku"), [("cancel".to_owned(), "Betal bike".to_owned())].into());
    assert_eq!(own_words(&office, draft, "en"), [("cancel".to_owned(), "Leave it".to_owned())].into());

    // In force, they are everybody's, and the new language can be chosen.
    let Shaping::InForce { text, .. } = ask(&office, Ask::Apply { draft }).unwrap() else { panic!() };
    assert!(text.unwrap().contains("Betal bike"));
    let speak = |language: &str| office.ask(amparo_api::keeping::Ask::SetLanguage { language: language.into() });
    assert!(speak("ku").is_ok());
    assert_eq!(speak("ckb").unwrap_err().code, Code::BadRequest);
}

#[test]
fn the_programs_words_go_out_as_fluent_and_come_back_in_a_new_language() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    let path = office.beside("ku.ftl");
    let export = |language: &str| Ask::ExportFluent {
        draft: Some(draft),
        language: language.into(),
        target: office.choose(&path),
    };
    ask(&office, export("ku")).unwrap();
    let file = std::fs::read_to_string(&path).unwrap();
    assert!(file.contains("# cancel =\n#     Cancel\n"), "what is not said yet stands there in English");
    assert_eq!(code(ask(&office, export("ar-SY"))), Code::BadLanguage);

    let file = file
        .replace("# cancel =\n#     Cancel\n", "cancel = Betal bike\nclose = { $x }\nnothing-such = x\nno message\n");
    std::fs::write(&path, &file).unwrap();
    let import = |language: &str| {
        ask(&office, Ask::ImportFluent { draft, language: language.into(), source: office.choose(&path) })
    };
    let Shaping::Words { taken, refused } = import("ku").unwrap() else { panic!() };
    let first = file.lines().position(|line| line.starts_with("cancel")).unwrap() + 1;
    let told: Vec<(usize, &str)> = refused.iter().map(|row| (row.row, row.code.as_str())).collect();
    assert_eq!(taken, 1);
    assert_eq!(told, [(first + 1, "placeholders"), (first + 2, "unknown-key"), (first + 3, "bad-words")]);
    ask(&office, export("ku")).unwrap();
    assert!(std::fs::read_to_string(&path).unwrap().contains("\ncancel =\n    Betal bike\n"));
    std::fs::write(&path, "Dear colleagues").unwrap();
    assert_eq!(code(import("ku")), Code::BadWordsFile);

    // Words that came past the sheet are held against their messages too.
    written.settings.words.insert("ku".into(), [("close".to_owned(), "{ $x }".to_owned())].into());
    assert_eq!(code(ask(&office, Ask::Keep { draft, text: written.to_json() })), Code::BadConfiguration);
    assert_eq!(own_words(&office, draft, "ku").len(), 1);
}

#[test]
fn records_of_the_past_are_saved_with_options_that_were_retired_since() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().with("care_type", Value::Choice("kafala".into())));
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    let list = written.lists.iter_mut().find(|list| list.id == "care_type").unwrap();
    list.options.retain(|option| option.id != "kafala");
    apply(&office, draft, &written);
    office.sign_in("lucia");
    let opened = office.open(saved.record);
    assert_eq!(opened.document.get("care_type"), Some(&Value::Choice("kafala".into())));
    let edited = set(&[("landmark", text("a well"))]);
    office.try_save(Some(saved.record), opened.heads, edited, vec!["registration".into()], None).unwrap();
}

#[test]
fn the_configuration_of_a_primero_system_becomes_a_draft_with_everything_told() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let path = office.beside("primero.json");
    let form = serde_json::json!({
        "unique_id": "camp_questions", "name_i18n": {"en": "Camp questions"}, "parent_form": "case", "visible": true, "order": 1,
        "is_nested": false, "module_ids": ["primeromodule-cp"], "fields_attributes": [
            {"name": "tent_colour", "type": "text_field", "display_name_i18n": {"en": "Colour of the tent"}, "visible": true, "order": 1},
            {"name": "secret_drawing", "type": "custom", "display_name_i18n": {"en": "Drawn by a template"}, "visible": true, "order": 2}
        ]
    });
    let file = serde_json::json!({"name": "Camp", "version": "1", "primero_version": "2.15.2", "data": {
        "FormSection": [form], "Lookup": [], "Agency": [], "Role": [], "UserGroup": [], "Report": [], "ContactInformation": []
    }});
    std::fs::write(&path, file.to_string()).unwrap();
    let import = Ask::Import { name: "From Primero".into(), source: office.choose(&path), passphrase: None };
    let Shaping::Imported { draft, told } = ask(&office, import).unwrap() else { panic!() };
    assert!(
        told.iter().any(|remark| remark.weight == RemarkWeight::NotCarried && remark.about.contains("secret_drawing"))
    );
    ask(&office, Ask::Apply { draft }).unwrap();
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.try_register(&a_case().with("tent_colour", text("blue"))).unwrap();
    assert_eq!(office.open(saved.record).document.get("tent_colour"), Some(&text("blue")));
}

#[test]
fn the_settings_of_an_office_count_where_the_work_is_done() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let before = office.try_register(&a_case()).unwrap();
    assert!(before.code.starts_with("KRG1-26-00001-"), "{}", before.code);

    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    written.settings.case_code = CodePattern { joint: Joint::Dot, year: CodeYear::Four, digits: 6 };
    written.settings.types_off.push(RecordType::FAMILY);
    written.forms.iter_mut().find(|form| form.id == "caafag").unwrap().off = true;
    apply(&office, draft, &written);

    // A new code looks as the office wants it and goes on counting; a code that was given stays.
    office.sign_in("lucia");
    let after = office.try_register(&a_case()).unwrap();
    assert!(after.code.starts_with("KRG1.2026.000002.") && is_case_code(&after.code), "{}", after.code);
    assert_eq!(office.open(before.record).row.code, before.code);

    // A type that is not used takes no new record.
    let family = amparo_api::records::Ask::Save {
        record: None,
        of: RecordType::FAMILY,
        heads: vec![],
        change: set(&[("family_name", text("Ferrer"))]),
        complete: vec![],
        renewed: Vec::new(),
        draft: None,
    };
    assert_eq!(office.ask(family).unwrap_err().code, Code::TypeOff);

    // A form that is not used is neither filled nor called complete.
    let opened = office.open(before.record);
    let field = standard().form("caafag").unwrap().fields().find(|field| field.kind == FieldKind::LongText).unwrap();
    let change = set(&[(field.id.as_str(), text("x"))]);
    let refused = office.try_save(Some(before.record), opened.heads.clone(), change, vec![], None).unwrap_err();
    assert_eq!((refused.code, refused.args.get("form").map(String::as_str)), (Code::FormOff, Some("caafag")));
    let called = office.try_save(Some(before.record), opened.heads, set(&[]), vec!["caafag".into()], None).unwrap_err();
    assert_eq!(called.code, Code::FormOff);

    // Back: it is as it was, and the numbers run on.
    office.sign_in(ADMINISTRATOR);
    ask(&office, Ask::GoBack { number: 0 }).unwrap();
    office.sign_in("lucia");
    assert!(office.try_register(&a_case()).unwrap().code.starts_with("KRG1-26-00003-"));
}

#[test]
fn settings_that_cannot_be_are_kept_in_a_draft_but_not_applied() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(&office);
    written.settings.age_bands = vec![5, 3];
    ask(&office, Ask::Keep { draft, text: written.to_json() }).unwrap();
    let refused = ask(&office, Ask::Apply { draft }).unwrap_err();
    assert_eq!(refused.args.get("place").map(String::as_str), Some("settings, age-bands"));
}
