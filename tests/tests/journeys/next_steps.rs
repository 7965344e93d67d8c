//! What is due next for a case, as the lists show it: registration, assessment, plan, and then whichever comes first of the next
//! contact and the next review (DOMAIN.md 5.4).

use amparo_api::records::{Row, Show};
use amparo_model::ids::RecordId;
use amparo_model::value::RowId;
use amparo_tests::office::{DAY, Office, SUPERVISOR, Saved, a_case, choice, date};

/// A child with this risk, registered on 21 November 2026 and with nothing done since.
fn registered(office: &Office, level: &str) -> Saved {
    office.register(&a_case().with("risk_level", choice(level)).complete())
}

/// The row of a case in the list of all.
fn row(office: &Office, record: RecordId) -> Row {
    office.list(Show::All).into_iter().find(|row| row.record == Some(record)).expect("it is in the list")
}

fn due(office: &Office, record: RecordId) -> (String, String) {
    let row = row(office, record);
    (row.due_what, row.due_on)
}

fn is(what: &str, on: &str) -> (String, String) {
    (what.to_owned(), on.to_owned())
}

/// Completes an assessment that comes to this level.
fn assess(office: &Office, record: RecordId, level: &str, on: &str) {
    let answers = [("completed_on", date(on)), ("started_on", date(on)), ("risk_level_now", choice(level))];
    office.complete(record, "assessment", &answers);
}

/// Writes down that the child was met.
fn meet(office: &Office, record: RecordId, seed: u8, on: &str) {
    let mut document = office.open(record).document;
    let row = document.rows.entry("followups".to_owned()).or_default().push(RowId::from_random([seed; 16]));
    row.insert("visit_on".to_owned(), date(on));
    office.try_write(record, &document, &[]).unwrap();
}

#[test]
fn each_step_done_brings_the_next_one_with_its_own_clock() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = registered(&office, "medium").record;
    assert_eq!(due(&office, child), is("assessment", "2026-11-28"), "seven days after registration");
    // Saved but not called complete, an assessment is not done.
    office.edit(child, &[("completed_on", date("2026-11-21"))]);
    assert_eq!(due(&office, child), is("assessment", "2026-11-28"));
    assess(&office, child, "medium", "2026-11-22");
    assert_eq!(due(&office, child), is("case_plan", "2026-11-29"), "seven days after the assessment");
    office.complete(child, "case-plan", &[("plan_started_on", date("2026-11-22"))]);
    assert_eq!(due(&office, child), is("follow_up", "2026-12-06"), "fourteen days after the plan began");

    // Met on 5 December and again on the 19th, entered the wrong way round: the latest counts.
    office.clock.pass(30 * DAY);
    office.sign_in("lucia");
    meet(&office, child, 1, "2026-12-19");
    meet(&office, child, 2, "2026-12-05");
    assert_eq!(due(&office, child), is("follow_up", "2027-01-02"));
    // Two months after the plan began comes before fourteen days after the next contact: then the review.
    office.clock.pass(28 * DAY);
    office.sign_in("lucia");
    meet(&office, child, 3, "2027-01-12");
    assert_eq!(due(&office, child), is("review", "2027-01-22"));
    office.edit(child, &[("review_on", date("2027-01-18"))]);
    assert_eq!(due(&office, child), is("follow_up", "2027-01-26"), "reviewed: two months of peace");

    // The supervisor's list says the same, and so it does after a restart.
    let mut office = office;
    office.restart();
    office.sign_in(SUPERVISOR);
    assert_eq!(due(&office, child), is("follow_up", "2027-01-26"));
    assert_eq!(office.list(Show::Due).len(), 1, "within seven days of 19 January");
    office.clock.pass(8 * DAY);
    office.sign_in("lucia");
    assert_eq!((office.list(Show::Due).len(), office.list(Show::Overdue).len()), (0, 1));
}

#[test]
fn a_plan_is_due_fourteen_days_after_registration_at_the_latest_whatever_the_level() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let children = ["high", "medium", "low"].map(|level| registered(&office, level).record);
    office.clock.pass(11 * DAY); // 3 December
    office.sign_in("lucia");
    for (child, level, assessed, wanted) in [
        (children[0], "high", "2026-12-01", "2026-12-04"), // three days after the assessment
        (children[1], "medium", "2026-12-01", "2026-12-05"), // seven days would be 8 December
        (children[2], "low", "2026-11-23", "2026-12-05"),  // fourteen days would be 7 December
    ] {
        assess(&office, child, level, assessed);
        assert_eq!(due(&office, child), is("case_plan", wanted));
    }
    assert_eq!(office.list(Show::Due).len(), 3);
}
