//! Flags, notes and alerts: put up and resolved with words, never lost, told to whom they are for, and closed to everybody else; the
//! histories of risk and care that the program writes.

use amparo_api::around::{Answer, Around, Ask, Line};
use amparo_api::records::{Answer as Cases, Ask as Records, Home};
use amparo_api::work::{Answer as Work, Ask as WorkAsk, When};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value};
use amparo_tests::office::{Office, SUPERVISOR, a_case, choice, code, date, text};

fn lines(office: &Office, ask: Ask) -> Vec<Line> {
    match office.ask(ask).unwrap() {
        Reply::Around(Answer::Lines { lines, total, .. }) => {
            assert_eq!(lines.len(), total);
            lines
        }
        other => panic!("no lines: {other:?}"),
    }
}

fn flags(office: &Office) -> Vec<Line> {
    lines(office, Ask::Flags { skip: 0, take: 200 })
}

fn alerts(office: &Office) -> Vec<String> {
    lines(office, Ask::Alerts { skip: 0, take: 200 }).into_iter().map(|line| line.what).collect()
}

fn flag(office: &Office, records: &[RecordId], on: Option<&str>, reason: &str) -> Result<(usize, usize), Problem> {
    let ask = Ask::Flag { records: records.to_vec(), on: on.map(ToOwned::to_owned), reason: reason.to_owned() };
    match office.ask(ask)? {
        Reply::Around(Answer::Flagged { flagged, left }) => Ok((flagged, left)),
        other => panic!("not flagged: {other:?}"),
    }
}

fn home(office: &Office) -> Home {
    match office.ask(Records::Home {}).unwrap() {
        Reply::Records(Cases::Home(home)) => home,
        other => panic!("not the first page: {other:?}"),
    }
}

fn around(office: &Office, record: RecordId) -> Around {
    office.open(record).around
}

fn tasks(office: &Office) -> Vec<(String, String)> {
    let ask = WorkAsk::List { when: When::All, what: None, owner: None, skip: 0, take: 200 };
    match office.ask(ask).unwrap() {
        Reply::Work(Work::Tasks { tasks, .. }) => tasks.into_iter().map(|task| (task.what, task.on)).collect(),
        other => panic!("not a work list: {other:?}"),
    }
}

fn note(office: &Office, record: RecordId, text: &str) -> Result<Reply, Problem> {
    office.ask(Ask::Note { record, subject: "Call".to_owned(), text: text.to_owned() })
}

fn changed(office: &Office, record: RecordId) -> Vec<String> {
    let entries = office.history(record);
    let paths = entries[0].changes.iter().map(|change| change.path.clone());
    paths.map(|path| path.split('/').filter(|part| part.len() < 30).collect::<Vec<_>>().join(".")).collect()
}

#[test]
fn a_flag_stands_on_many_records_until_somebody_says_what_was_done() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let children: Vec<RecordId> = (0..3).map(|_| office.register(&a_case().complete()).record).collect();
    office.sign_in(SUPERVISOR);
    assert_eq!(flag(&office, &children, Some("2026-11-24"), "Is the new home safe?").unwrap(), (3, 0));
    assert_eq!(flag(&office, &children[..1], None, "Where is the birth certificate?").unwrap(), (1, 0));
    assert_eq!((flags(&office).len(), home(&office).flags), (4, 4), "the number is that of the list it opens");
    assert_eq!(flags(&office)[3].on, "", "without a day it comes last");
    assert_eq!(tasks(&office).iter().filter(|(what, on)| what == "flag" && on == "2026-11-24").count(), 3);
    let row = &office.rows(&children[..1])[0];
    assert_eq!(row.flags, 2, "lists show it");

    office.restart();
    office.sign_in("lucia");
    assert_eq!(home(&office).flags, 4);
    let open = around(&office, children[0]).flags;
    assert_eq!(
        open.iter().map(|flag| flag.reason.as_str()).collect::<Vec<_>>(),
        ["Where is the birth certificate?", "Is the new home safe?"]
    );
    assert_eq!(open[0].raised_by.name, "Samuel Okoro");
    let resolve =
        |words: &str| office.ask(Ask::Resolve { record: children[0], flag: open[1].flag, words: words.into() });
    assert_eq!(code(resolve("  ")), Code::BadRequest, "without words nobody knows what was done");
    resolve("Visited: two rooms, an aunt, safe.").unwrap();
    assert_eq!(code(resolve("Again.")), Code::ChangedMeanwhile, "it is resolved");
    assert_eq!((flags(&office).len(), home(&office).flags), (3, 3));
    let resolved = around(&office, children[0]).flags.into_iter().find_map(|flag| flag.resolved).unwrap();
    assert_eq!(
        (resolved.words.as_str(), resolved.by.name.as_str()),
        ("Visited: two rooms, an aunt, safe.", "Lucía Ferrer")
    );
    assert!(changed(&office, children[0]).iter().any(|path| path == "amparo_flags.words"), "the history tells it");
}

#[test]
fn a_flag_that_cannot_be_put_up_changes_nothing() {
    let office = Office::new("KRG1");
    office.hire("Omar Said", "omar");
    let others = office.register(&a_case().complete()).record;
    office.hire("Lucía Ferrer", "lucia");
    let own = office.register(&a_case().complete()).record;
    let before = office.history(own).len();
    assert_eq!(flag(&office, &[own, others], None, "Look.").unwrap_err().code, Code::NotAllowed, "not in reach");
    assert_eq!(flag(&office, &[own], None, " ").unwrap_err().code, Code::BadRequest);
    assert_eq!(flag(&office, &[own], Some("tomorrow"), "Look.").unwrap_err().code, Code::BadRequest);
    assert_eq!(flag(&office, &[], None, "Look.").unwrap_err().code, Code::BadRequest);
    assert_eq!(flag(&office, &[own], None, &"x".repeat(1_001)).unwrap_err().code, Code::BadRequest);
    assert_eq!((office.history(own).len(), flags(&office).len()), (before, 0), "all of them or none");
    assert_eq!(code(note(&office, others, "Look.")), Code::NotAllowed);
    let typed = office.try_edit(own, &[("amparo_flags", text("planted"))]);
    assert_eq!(typed.unwrap_err().code, Code::BadRequest, "nobody types what the program keeps");
}

#[test]
fn a_note_carries_its_author_and_is_never_changed() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    note(&office, child, "The school will write on Monday.").unwrap();
    office.sign_in(SUPERVISOR);
    note(&office, child, "Good.").unwrap();
    let notes = around(&office, child).notes;
    let said: Vec<_> = notes.iter().map(|note| (note.text.as_str(), note.by.name.as_str(), note.on.as_str())).collect();
    assert_eq!(
        said,
        [("Good.", "Samuel Okoro", "2026-11-22"), ("The school will write on Monday.", "Lucía Ferrer", "2026-11-22")]
    );
    let newest = office.history(child)[0].revision;
    assert_eq!(
        code(office.ask(Records::PreviewTakeBack { record: child, revision: newest }).and_then(|_| {
            let heads = office.open(child).heads;
            office.ask(Records::TakeBack { record: child, revision: newest, heads })
        })),
        Code::BadRequest,
        "a note is not taken back"
    );
    assert_eq!(office.open(child).document.rows_of("amparo_notes").count(), 0, "the forms do not hold it");
    assert_eq!(around(&office, child).notes.len(), 2);
    assert_eq!(code(note(&office, child, "")), Code::BadRequest);
}

#[test]
fn who_is_responsible_is_told_what_others_did_and_puts_it_away() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    office.edit(child, &[("risk_level", choice("high")), ("risk_reason", text("Left alone at night."))]);
    assert!(alerts(&office).is_empty(), "nobody is told of their own work");
    office.sign_in(SUPERVISOR);
    office.edit(child, &[("situation", text("Back at school."))]);
    office.edit(child, &[("address", text("Second house behind the mill."))]);
    office.edit(child, &[("risk_level", choice("low")), ("risk_reason", text("The aunt moved in."))]);
    note(&office, child, "Well done.").unwrap();
    flag(&office, &[child], None, "Is there a school report?").unwrap();
    assert!(alerts(&office).is_empty() && home(&office).alerts == 0, "they are told to the owner alone");
    assert!(around(&office, child).alerts.is_empty());

    office.restart();
    office.sign_in("lucia");
    let mut told = alerts(&office);
    told.sort();
    assert_eq!(told, ["changed", "flag", "note"], "one line for a person's changes of a day");
    assert_eq!(home(&office).alerts, 3);
    let shown = around(&office, child).alerts;
    let fields = &shown.iter().find(|alert| alert.what == "changed").unwrap().fields;
    assert_eq!(fields, &["address", "risk_level"], "the situation is not watched");
    office.ask(Ask::Seen { records: vec![child] }).unwrap();
    assert!(alerts(&office).is_empty() && home(&office).alerts == 0);
    assert_eq!(around(&office, child).flags.len(), 1, "the flag stays");
}

#[test]
fn an_answered_request_is_told_to_who_asked() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    office.complete(child, "case-plan", &[("plan_started_on", date("2026-11-22"))]);
    let ask = |ask: WorkAsk| office.ask(ask).unwrap();
    ask(WorkAsk::AskApproval { record: child, form: "case-plan".into() });
    office.sign_in(SUPERVISOR);
    ask(WorkAsk::Approve { record: child, form: "case-plan".into(), yes: true, comment: String::new() });
    office.sign_in("lucia");
    assert_eq!(alerts(&office), ["approved"]);
}

fn levels(office: &Office, child: RecordId) -> Vec<(Option<Value>, Option<Value>)> {
    let document = office.open(child).document;
    let of = |row: &amparo_model::value::Row, cell: &str| row.fields.get(cell).cloned();
    document.rows_of("changes").map(|row| (of(row, "level"), of(row, "reason"))).collect()
}

#[test]
fn each_change_of_the_risk_level_keeps_its_day_its_reason_and_who_said_so() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let first = (Some(choice("medium")), Some(text("Harm is likely without help soon.")));
    assert_eq!(levels(&office, child), std::slice::from_ref(&first));
    let due = office.rows(&[child])[0].due_on.clone();
    office.edit(child, &[("risk_level", choice("high")), ("risk_reason", text("Left alone at night."))]);
    let second = (Some(choice("high")), Some(text("Left alone at night.")));
    assert_eq!(levels(&office, child), [first.clone(), second.clone()]);
    assert!(office.rows(&[child])[0].due_on < due, "from the same day, by the clock of the new level");
    office.edit(child, &[("situation", text("As before."))]);
    assert_eq!(levels(&office, child).len(), 2, "only a change is one");

    // What a contact comes to is the level from then on.
    let mut document = office.open(child).document;
    let row =
        document.rows.entry("followups".into()).or_default().push(amparo_model::value::RowId::from_random([5; 16]));
    row.insert("visit_on".into(), date("2026-11-22"));
    row.insert("risk_level_now".into(), choice("low"));
    office.try_write(child, &document, &[]).unwrap();
    assert_eq!(levels(&office, child), [first, second, (Some(choice("low")), None)]);
    assert_eq!(office.rows(&[child])[0].risk, "low");
    let by = office.open(child).document.rows_of("changes").last().unwrap().fields["by"].clone();
    assert!(matches!(by, Value::Person(_)));
    let typed = |document: &mut Document| {
        document
            .rows
            .entry("changes".into())
            .or_default()
            .push(amparo_model::value::RowId::from_random([6; 16]))
            .insert("level".into(), choice("high"));
    };
    let mut document = office.open(child).document;
    typed(&mut document);
    assert_eq!(office.try_write(child, &document, &[]).unwrap_err().code, Code::NotAllowed, "nobody types a history");
}

#[test]
fn the_present_care_arrangement_and_the_newest_row_are_one() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete()).record;
    let care = |office: &Office| -> Vec<(Option<Value>, Option<Value>, Option<Value>)> {
        let document = office.open(child).document;
        let of = |row: &amparo_model::value::Row, cell: &str| row.fields.get(cell).cloned();
        document.rows_of("care").map(|row| (of(row, "type"), of(row, "from_on"), of(row, "to_on"))).collect()
    };
    assert!(care(&office).is_empty(), "since when it was so nobody said");
    office.edit(child, &[("care_type", choice("foster_family"))]);
    let today = Some(date("2026-11-22"));
    assert_eq!(
        care(&office),
        [(Some(choice("parents_both")), None, today.clone()), (Some(choice("foster_family")), today.clone(), None),]
    );
    office.clock.pass(amparo_tests::office::DAY);
    let mut document = office.open(child).document;
    let row = document.rows.entry("care".into()).or_default().push(amparo_model::value::RowId::from_random([5; 16]));
    row.insert("type".into(), choice("kinship_relative"));
    row.insert("from_on".into(), date("2026-11-23"));
    office.try_write(child, &document, &[]).unwrap();
    assert_eq!(office.open(child).document.get("care_type"), Some(&choice("kinship_relative")));
    assert_eq!(care(&office).len(), 3, "what was typed is enough");
}

#[test]
fn other_types_of_record_carry_flags_and_notes_too() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let mut family = Document::default();
    family.set("family_name", text("Haddad"));
    let family = office.try_register_of(RecordType::FAMILY, &family, &[]).unwrap().record;
    flag(&office, &[family], Some("2026-11-25"), "Visit them.").unwrap();
    note(&office, family, "They moved.").unwrap();
    assert_eq!(flags(&office)[0].row.of, RecordType::FAMILY);
    assert_eq!(around(&office, family).notes.len(), 1);
    assert!(tasks(&office).contains(&("flag".to_owned(), "2026-11-25".to_owned())));
}
