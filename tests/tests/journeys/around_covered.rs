//! A name that is to be hidden is in no output until somebody asks for it, and the log says who did; sensitive parts and the names of
//! survivors are covered for everybody but who is responsible. Cases that belong together; incidents told to who is responsible; the
//! calendar file.

use crate::exchange::two_offices;
use amparo_api::around::{Answer, Ask};
use amparo_api::exchange::Ask as Exchange;
use amparo_api::lists::{Ask as Lists, Column, Fact, List, View};
use amparo_api::records::{Answer as Cases, Ask as Records, Record, Show};
use amparo_api::work::{Ask as Work, When};
use amparo_api::{Code, Reply};
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value};
use amparo_tests::office::{Office, SUPERVISOR, a_case, choice, code, date, text};

fn protect(office: &Office, record: RecordId, on: bool) -> Result<Reply, amparo_api::Problem> {
    office.ask(Ask::ProtectName { record, on })
}

fn uncover(office: &Office, record: RecordId, part: &str) -> Record {
    match office.ask(Ask::Uncover { record, parts: vec![part.to_owned()] }).unwrap() {
        Reply::Records(Cases::Record(record)) => *record,
        other => panic!("not a record: {other:?}"),
    }
}

fn covered(office: &Office, record: RecordId) -> Vec<String> {
    office.open(record).covered.into_iter().map(|covered| covered.part).collect()
}

fn list() -> List {
    let field = |field: &str| Column::Field(field.to_owned());
    let columns = vec![Column::Fact(Fact::Code), Column::Fact(Fact::Name), field("name_first"), field("name_script2")];
    let view = View { show: Show::All, columns, ..View::default() };
    List { of: RecordType::CASE, view, ..List::default() }
}

/// Everything that shows the record without asking for its name.
fn everything_about(office: &Office, record: RecordId) -> String {
    let lists = [
        office.ask(Records::Open { record }),
        office.ask(Records::History { record }),
        office.ask(Records::Versions { record, form: "consent".into() }),
        office.ask(Records::Rows { records: vec![record] }),
        office.ask(Records::Linked { record }),
        office.ask(Records::Find { text: "Nour".into(), of: None, take: 50 }),
        office.ask(Records::Find { text: "KRG1".into(), of: None, take: 50 }),
        office.ask(Records::Drafts {}),
        office.ask(Lists::Read { list: list() }),
        office.ask(Lists::Page { list: list(), skip: 0, take: 50 }),
        office.ask(Work::List { when: When::All, what: None, owner: None, skip: 0, take: 200 }),
        office.ask(Ask::Flags { skip: 0, take: 200 }),
        office.ask(Ask::Alerts { skip: 0, take: 200 }),
        office.ask(Records::Home {}),
        office.ask(amparo_api::past::Ask::Page { filter: Default::default(), skip: 0, take: 200 }),
    ];
    lists.into_iter().map(|reply| serde_json::to_string(&reply.unwrap()).unwrap()).collect::<Vec<_>>().join("\n")
}

/// The list as a spreadsheet, with names.
fn sheet(office: &Office) -> String {
    let path = office.beside("list.xlsx");
    let (target, language) = (office.choose(&path), "en".to_owned());
    office.ask(Lists::Export { list: list(), records: Vec::new(), codes_only: false, language, target }).unwrap();
    let cells = amparo_documents::sheet::read(&std::fs::read(&path).unwrap()).unwrap();
    cells.concat().join(" ")
}

const NAMES: [&str; 3] = ["Nour", "Haddad", "نور"];

fn named(text: &str) -> Vec<&'static str> {
    NAMES.into_iter().filter(|name| text.contains(name)).collect()
}

#[test]
fn a_name_that_is_to_be_hidden_is_in_no_output_until_somebody_asks_for_it_and_the_log_says_who() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let case = a_case().named("Nour Haddad").in_script2("نور حداد").complete();
    let child = office.register(&case).record;
    assert_eq!(named(&everything_about(&office, child)), NAMES, "the outputs do show names");
    assert_eq!(named(&sheet(&office)), NAMES);
    protect(&office, child, true).unwrap();
    assert_eq!(code(protect(&office, child, true)), Code::ChangedMeanwhile);
    for login in ["lucia", SUPERVISOR] {
        office.restart();
        office.sign_in(login);
        assert_eq!(named(&everything_about(&office, child)), [""; 0], "{login}");
        assert_eq!(named(&sheet(&office)), [""; 0], "nor in a spreadsheet");
        let row = office.rows(&[child]).remove(0);
        assert!(row.name.is_empty() && row.name_covered);
        assert_eq!(office.found("haddad").len(), 1, "who knows the name still finds the record, by its code");
        let record = office.open(child);
        assert!(record.name_protected && record.covered[0].fields.contains(&"name_first".to_owned()));
        let shown = uncover(&office, child, "name");
        assert_eq!(shown.document.get("name_first"), Some(&text("Nour")));
        assert!(shown.covered.is_empty());
        assert!(office.looks(child).rows.iter().any(|row| row.what == "uncovered"), "who looked says so");
    }
    // An edit beside the name changes nothing of it, and what somebody else typed into it stays hidden too.
    office.edit(child, &[("name_last", text("Haddad Aziz"))]);
    assert_eq!(named(&everything_about(&office, child)), [""; 0]);
    office.edit(child, &[("situation", text("Back at school."))]);
    assert_eq!(uncover(&office, child, "name").document.get("name_last"), Some(&text("Haddad Aziz")));
    protect(&office, child, false).unwrap();
    assert!(office.rows(&[child])[0].name.contains("Nour") && covered(&office, child).is_empty());
}

#[test]
fn a_name_that_is_to_be_hidden_leaves_with_no_sealed_copy() {
    let offices = two_offices();
    let (field, hq, child) = (&offices.field, &offices.hq, offices.saved.record);
    protect(field, child, true).unwrap();
    let preview = field.ask(Exchange::PreviewCopy { record: child, office: offices.to }).unwrap();
    assert_eq!(named(&serde_json::to_string(&preview).unwrap()), [""; 0]);
    let path = field.try_seal(child, offices.to, "copy.amparo").unwrap();
    assert_eq!(hq.take_in(&path), 1);
    let there = hq.list(Show::All);
    assert_eq!((there.len(), there[0].name.as_str(), there[0].risk.as_str()), (1, "", "medium"));
    let record = hq.open(child);
    assert_eq!(record.document.get("name_first"), None);
    assert_eq!(named(&serde_json::to_string(&record).unwrap()), [""; 0]);
}

#[test]
fn what_a_child_said_of_an_alleged_perpetrator_is_covered_for_all_but_who_is_responsible() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let known = [("perp_known", Value::YesNo(amparo_model::value::YesNo::Yes))];
    office.edit(child, &known);
    assert!(covered(&office, child).is_empty(), "she wrote it down");
    office.sign_in(SUPERVISOR);
    assert_eq!(covered(&office, child), ["assessment-sensitive"]);
    assert_eq!(office.open(child).document.get("perp_known"), None);
    let shown = uncover(&office, child, "assessment-sensitive");
    assert_eq!(shown.document.get("perp_known"), Some(&known[0].1));
    assert_eq!(office.told().iter().filter(|what| *what == "uncovered").count(), 1);
    for parts in [vec![], vec!["identity".to_owned()]] {
        assert_eq!(code(office.ask(Ask::Uncover { record: child, parts })), Code::BadRequest);
    }
    office.hire("Omar Said", "omar");
    let ask = Ask::Uncover { record: child, parts: vec!["name".into()] };
    assert_eq!(code(office.ask(ask)), Code::NotAllowed, "out of reach is out of reach");
}

#[test]
fn two_cases_name_each_other_each_in_its_own_words_and_are_parted_in_both() {
    let office = Office::new("KRG1");
    office.hire("Omar Said", "omar");
    let others = office.register(&a_case().complete()).record;
    office.hire("Lucía Ferrer", "lucia");
    let mother = office.register(&a_case().named("Rana Aziz").complete()).record;
    let child = office.register(&a_case().named("Sami Aziz").complete()).record;
    let relate = |to, kind: &str| {
        office.ask(Ask::Relate { record: mother, to, kind: kind.into(), note: "She is sixteen.".into() })
    };
    relate(child, "parent_of").unwrap();
    let of = |record| office.open(record).around.relations;
    let (here, there) = (of(mother).remove(0), of(child).remove(0));
    assert_eq!((here.kind.as_str(), here.to.unwrap().record), ("child_of", Some(child)));
    assert_eq!((there.kind.as_str(), there.to.unwrap().record), ("parent_of", Some(mother)));
    assert_eq!(there.note, "She is sixteen.");
    assert_eq!(code(relate(child, "parent_of")), Code::BadRequest, "said already");
    assert_eq!(code(relate(mother, "sibling")), Code::BadRequest, "nobody is their own sister");
    assert_eq!(code(relate(child, "twin")), Code::BadRequest);
    assert_eq!(code(relate(others, "sibling")), Code::NotAllowed, "not in reach");
    assert_eq!(of(mother).len(), 1);
    assert_eq!(office.try_linked(child).unwrap().len(), 1, "they stand around each other");
    office.ask(Ask::Unrelate { record: child, relation: there.relation }).unwrap();
    assert!(of(mother).is_empty() && of(child).is_empty());
}

#[test]
fn an_incident_that_somebody_else_adds_to_a_case_is_told_to_who_is_responsible_for_it() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    office.sign_in(SUPERVISOR);
    let mut incident = Document::default();
    incident.set("case", Value::Link(child));
    incident.set("reported_on", date("2026-11-22"));
    incident.set("type", amparo_tests::office::choices(&["neglect"]));
    let incident = office.try_register_of(RecordType::INCIDENT, &incident, &[]).unwrap().record;
    let history = office.history(child).len();
    office.sign_in("lucia");
    let alerts = office.open(child).around.alerts;
    assert_eq!((alerts.len(), alerts[0].what.as_str(), alerts[0].about), (1, "incident", Some(incident)));
    office.ask(Ask::Seen { records: vec![child] }).unwrap();
    assert!(office.open(child).around.alerts.is_empty());
    assert_eq!(office.history(child).len(), history, "what was told to one person is no news of the child");
}

#[test]
fn the_work_list_as_a_calendar_has_codes_and_days_and_no_name() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().named("Nour Haddad").complete());
    let path = office.beside("work.ics");
    let ask =
        |language: &str| Ask::SaveCalendar { owner: None, target: office.choose(&path), language: language.into() };
    let Reply::Around(Answer::Calendar { tasks }) = office.ask(ask("ar")).unwrap() else { panic!("no calendar") };
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written.matches("BEGIN:VEVENT").count(), tasks);
    assert!(tasks > 0 && written.contains(&saved.code) && named(&written).is_empty(), "{written}");
    assert_eq!(office.told()[0], "calendar_saved");
    assert_eq!(code(office.ask(ask("xx"))), Code::BadRequest);
}

#[test]
fn who_supervises_work_with_survivors_reads_them_by_code_first() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("gloria");
    let mut survivor = Document::default();
    survivor.set("name_first", text("Nour"));
    survivor.set("sex", choice("female"));
    let survivor = office.try_register_of(RecordType::GBV_CASE, &survivor, &[]).unwrap().record;
    assert!(covered(&office, survivor).is_empty());
    office.sign_in("grace");
    let row = office.rows(&[survivor]).remove(0);
    assert!(row.name.is_empty() && row.name_covered);
    assert_eq!(covered(&office, survivor), ["name"]);
    assert_eq!(uncover(&office, survivor, "name").document.get("name_first"), Some(&text("Nour")));
}

#[test]
fn a_case_is_not_closed_over_what_was_promised() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let mut document = office.open(child).document;
    let row = amparo_model::value::RowId::from_random([5; 16]);
    let cells = document.rows.entry("actions".into()).or_default().push(row);
    cells.insert("action".into(), text("Find a school."));
    office.try_write(child, &document, &[]).unwrap();
    office.complete(child, "closure", &[("closed_on", date("2026-11-21"))]);
    let ask = || office.ask(Work::AskApproval { record: child, form: "closure".into() });
    let refused = ask().unwrap_err();
    assert_eq!((refused.code, refused.args["count"].as_str()), (Code::OpenWork, "1"));
    let mut document = office.open(child).document;
    let cells = document.rows.get_mut("actions").and_then(|rows| rows.fields_mut(row)).unwrap();
    cells.insert("status".into(), choice("cancelled"));
    office.try_write(child, &document, &[]).unwrap();
    ask().unwrap();
}

#[test]
fn a_draft_that_somebody_overtook_is_told_apart_from_what_they_saved() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let opened = office.open(child);
    let mut typed = opened.document.clone();
    typed.set("situation", text("What I heard today."));
    let keep = |document: &Document| Records::KeepDraft {
        draft: None,
        record: Some(child),
        heads: opened.heads.clone(),
        form: "registration".into(),
        document: document.clone(),
    };
    let Reply::Records(Cases::Kept { draft, .. }) = office.ask(keep(&typed)).unwrap() else { panic!("not kept") };
    assert_eq!(office.open_draft(draft).unwrap().own, None, "nobody saved since");
    office.sign_in(SUPERVISOR);
    office.edit(child, &[("risk_level", choice("high")), ("risk_reason", text("Alone at night."))]);
    office.sign_in("lucia");
    let own = office.open_draft(draft).unwrap().own.unwrap();
    let paths: Vec<String> = own.keys().map(ToString::to_string).collect();
    assert_eq!(paths, ["situation"], "what the supervisor saved is not taken back by it");
}

#[test]
fn five_hundred_rows_are_saved_shown_and_changed() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let mut document = office.open(child).document;
    let id = |number: u16| {
        let mut bytes = [7; 16];
        bytes[..2].copy_from_slice(&number.to_be_bytes());
        amparo_model::value::RowId::from_random(bytes)
    };
    let rows = document.rows.entry("followups".into()).or_default();
    for number in 0..500 {
        let cells = rows.push(id(number));
        cells.insert("visit_on".into(), date("2026-11-20"));
        cells.insert("about".into(), text(&format!("Visit {number}")));
    }
    office.try_write(child, &document, &[]).unwrap();
    let mut document = office.open(child).document;
    assert_eq!(document.rows_of("followups").count(), 500);
    let cells = document.rows.get_mut("followups").and_then(|rows| rows.fields_mut(id(499))).unwrap();
    cells.insert("about".into(), text("The last one"));
    office.try_write(child, &document, &[]).unwrap();
    assert_eq!(office.history(child)[0].changes.len(), 1);
    assert_eq!(office.open(child).document.rows_of("followups").count(), 500);
}
