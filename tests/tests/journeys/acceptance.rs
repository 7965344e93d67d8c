//! The acceptance tests of DOMAIN.md 12.2 that concern case work, by their numbers. Where another journey holds one already it is named
//! here and not repeated:
//!
//! - A10 `casework::a_child_is_found_by_any_part_of_the_name_in_either_script_and_by_code_phone_and_paper`
//! - A11 `roles` (a form closed to a role) and `shaping` (a field asked in two forms holds one value)
//! - A16 `leaving`, `roles`: people, roles, teams and agencies end, none is deleted
//! - A24 `keeping`, `restoring`, `emergency`
//! - A25 `past::a_supervisor_knows_what_their_team_did_an_owner_who_looked_and_an_administrator_codes_only`
//! - A28 `casework::work_that_was_not_saved_survives_a_kill_and_goes_when_it_is_saved`

use crate::exchange::{TwoOffices, two_offices};
use amparo_api::lists::{Column, Fact, Order};
use amparo_api::records::Show;
use amparo_api::work::{Answer as Work, Ask, When};
use amparo_api::{Reply, records};
use amparo_model::ids::RecordId;
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Document, RowId, Value, diff};
use amparo_tests::office::{Office, SUPERVISOR, a_case, by_code, choice, choices, date, no, text, yes};
use std::collections::BTreeSet;

fn with_lucia() -> Office {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office
}

/// A row of a repeat with one answer.
fn add(document: &mut Document, repeat: &str, seed: u8, field: &str, value: Value) {
    let row = document.rows.entry(repeat.to_owned()).or_default().push(RowId::from_random([seed; 16]));
    row.insert(field.to_owned(), value);
}

fn rows(office: &Office, record: RecordId, repeat: &str) -> BTreeSet<RowId> {
    office.open(record).document.rows_of(repeat).map(|row| row.id).collect()
}

#[test]
fn a2_as_many_rows_arrive_as_left_and_rows_of_two_saves_meet_by_their_ids() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let mut document = field.open(saved.record).document;
    (10..50).for_each(|seed| add(&mut document, "followups", seed, "visit_on", date("2026-11-22")));
    field.try_write(saved.record, &document, &[]).unwrap();
    hq.take_in(&field.try_seal(saved.record, to, "first.amparo").unwrap());
    assert_eq!(rows(&hq, saved.record, "followups"), rows(&field, saved.record, "followups"));
    // One goes, one is new, one says more: each by its own id.
    document.rows.get_mut("followups").unwrap().remove(RowId::from_random([10; 16]));
    add(&mut document, "followups", 60, "visit_on", date("2026-11-22"));
    field.try_write(saved.record, &document, &[]).unwrap();
    hq.take_in(&field.try_seal(saved.record, to, "second.amparo").unwrap());
    let there = rows(&hq, saved.record, "followups");
    assert_eq!((there.len(), &there), (40, &rows(&field, saved.record, "followups")));
}

#[test]
fn a4_a_name_in_arabic_letters_finds_every_spelling_in_latin_ones_and_each_of_them_finds_it() {
    let office = with_lucia();
    let arabic = office.register(&a_case().named("محمد الحسن")).code;
    let spelled = ["Mohammed", "Muhammad", "Mohamad", "Mhd"];
    let codes = spelled.map(|first| office.register(&a_case().with("name_first", text(first))).code);
    let found: BTreeSet<String> = office.found("محمد").into_iter().collect();
    for (spelling, code) in spelled.iter().zip(&codes) {
        assert!(found.contains(code), "محمد does not find {spelling}");
        assert!(office.found(spelling).contains(&arabic), "{spelling} does not find محمد");
    }
}

#[test]
fn a8_a_blank_row_is_neither_kept_nor_counted() {
    let office = with_lucia();
    let saved = office.register(&a_case().complete());
    let mut document = office.open(saved.record).document;
    document.rows.entry("services".to_owned()).or_default().push(RowId::from_random([1; 16]));
    let change = diff(&office.open(saved.record).document, &document);
    let save = records::Ask::Save {
        record: Some(saved.record),
        of: RecordType::CASE,
        heads: saved.heads,
        change,
        complete: vec!["consent".to_owned(), "registration".to_owned()],
        renewed: Vec::new(),
        draft: None,
    };
    let reply = office.ask(save).unwrap();
    assert!(matches!(reply, Reply::Records(records::Answer::NothingToSave {})), "a row without an answer is none");
    assert!(rows(&office, saved.record, "services").is_empty());
    let ask = Ask::List { when: When::All, what: Some("service".to_owned()), owner: None, skip: 0, take: 9 };
    match office.ask(ask).unwrap() {
        Reply::Work(Work::Tasks { total, .. }) => assert_eq!(total, 0),
        other => panic!("not a work list: {other:?}"),
    }
}

#[test]
fn a14_a_form_of_500_rows_is_saved_whole_found_again_and_costs_a_crash_nothing_that_was_kept() {
    let mut office = with_lucia();
    let saved = office.register(&a_case().complete());
    let mut document = office.open(saved.record).document;
    let followups = document.rows.entry("followups".to_owned()).or_default();
    for number in 0..500_u16 {
        let mut id = [7; 16];
        id[..2].copy_from_slice(&number.to_be_bytes());
        followups.push(RowId::from_random(id)).insert("observations".to_owned(), text(&format!("visit {number}")));
    }
    office.try_write(saved.record, &document, &[]).unwrap();
    assert_eq!(office.open(saved.record).document.rows_of("followups").count(), 500);
    // The 501st is being typed when the power goes.
    add(&mut document, "followups", 9, "observations", text("half a sen"));
    let draft = office.keep_draft("follow-up", &document);
    office.kill();
    office.start();
    office.sign_in("lucia");
    assert_eq!(office.open(saved.record).document.rows_of("followups").count(), 500);
    assert_eq!(office.open_draft(draft).unwrap().document.rows_of("followups").count(), 501);
}

#[test]
fn a29_what_is_not_known_half_known_or_refused_is_an_answer_and_lists_order_names_of_any_script() {
    let office = with_lucia();
    let unknown = a_case().named("نور حداد").without("dob").with("age", Value::Number(9)).with("age_estimated", yes());
    let nour = office.register(&unknown.with("sex", choice("not_said")).complete());
    assert_eq!(nour.status, Status::Open, "an age without a birth date and an answer refused complete the form");
    let half = a_case().named("Hser Paw").with("dob", date("2015")).without("age").with("age", Value::Number(10));
    let hser = office.register(&half.with("age_estimated", no()).with("languages", choices(&["unknown"])).complete());
    let row = |code: &str| office.list(Show::All).into_iter().find(|row| row.code == code).unwrap();
    assert_eq!((row(&nour.code).age, row(&nour.code).age_estimated), (Some(9), true));
    assert_eq!(row(&hser.code).age, Some(10), "born in 2015: the younger of the two ages that this allows");
    assert_eq!(office.open(hser.record).document.get("dob"), Some(&date("2015")), "the year stays a year");

    office.sign_in(SUPERVISOR);
    let mut list = by_code(RecordType::CASE, Show::All);
    list.view.order = Some(Order { by: Column::Fact(Fact::Name), backwards: false });
    let lines = office.lines(&list).0;
    let names: Vec<&str> = lines.iter().map(|line| line.row.name.as_str()).collect();
    assert_eq!(names, ["Hser Paw", "نور حداد"]);
}
