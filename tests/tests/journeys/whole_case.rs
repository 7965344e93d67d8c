//! One child's case from the first concern to its closure and its opening again, by a caseworker, a supervisor and an auditor: the same
//! through the program and through `amparo-cli`, ending in exactly the history and the log that are written out here (issue 5, DOMAIN.md 5).

use amparo_api::past::Filter;
use amparo_api::records::Ask;
use amparo_api::{Code, Reply, records, work};
use amparo_model::ids::RecordId;
use amparo_model::record::Status;
use amparo_model::value::Value;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, choice, choices, code, date};
use std::collections::BTreeSet;

/// What the history is read for: the answers on which the way of a case turns.
const TOLD: [&str; 11] = [
    "outcome",
    "risk_level",
    "completed_on",
    "plan_started_on",
    "plan_approval_status",
    "plan_approval_comment",
    "review_on",
    "closed_on",
    "closure_approval_status",
    "reopened_on",
    "reopening_approval_status",
];

/// The history, oldest first.
const HISTORY: &str = "\
Lucía Ferrer: risk_level - > medium
Lucía Ferrer: outcome - > opened
Lucía Ferrer:
Lucía Ferrer: completed_on - > 2026-11-22
Lucía Ferrer: plan_started_on - > 2026-11-22
Lucía Ferrer: plan_approval_status - > pending
Samuel Okoro: plan_approval_comment - > Who takes the child to school?, plan_approval_status pending > rejected
Lucía Ferrer:
Lucía Ferrer: plan_approval_comment Who takes the child to school? > -, plan_approval_status rejected > pending
Samuel Okoro: plan_approval_status pending > approved
Lucía Ferrer:
Lucía Ferrer:
Lucía Ferrer: review_on - > 2026-11-22, risk_level medium > low
Lucía Ferrer: closed_on - > 2026-11-21
Lucía Ferrer:
Lucía Ferrer: closure_approval_status - > pending
Samuel Okoro: closure_approval_status pending > approved
Lucía Ferrer: reopened_on - > 2026-11-22
Lucía Ferrer: reopening_approval_status - > pending
Samuel Okoro: reopening_approval_status pending > approved
";

/// What the log tells an auditor about this case, oldest first. Who opened it stands there too; looks are written within a second, in
/// between, and are counted apart.
const LOG: &str = "\
Lucía Ferrer case_registered
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer approval_asked
Samuel Okoro sent_back
Lucía Ferrer case_saved
Lucía Ferrer approval_asked
Samuel Okoro approved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer case_saved
Lucía Ferrer approval_asked
Samuel Okoro approved
Lucía Ferrer case_saved
Lucía Ferrer approval_asked
Samuel Okoro approved
Samuel Okoro history_read
";

fn saved(reply: Reply) -> Status {
    match reply {
        Reply::Records(records::Answer::Saved { status, .. }) => status,
        other => panic!("not saved: {other:?}"),
    }
}

/// Somebody asks for a yes, somebody else gives it or sends it back.
fn asks(office: &Office, record: RecordId, form: &str) {
    saved(office.ask(work::Ask::AskApproval { record, form: form.to_owned() }).unwrap());
}

fn answers(office: &Office, record: RecordId, form: &str, comment: Option<&str>) -> Status {
    let (yes, comment) = (comment.is_none(), comment.unwrap_or_default().to_owned());
    saved(office.ask(work::Ask::Approve { record, form: form.to_owned(), yes, comment }).unwrap())
}

fn status(office: &Office, record: RecordId) -> Option<Status> {
    office.rows(&[record]).first().and_then(|row| row.status)
}

/// The whole way.
fn walk(office: &Office) -> (RecordId, String) {
    let today = || date("2026-11-22");
    office.sign_in("lucia");
    let first = office.register(&a_case());
    let child = first.record;
    assert_eq!(first.status, Status::Identified);
    office.complete(child, "intake", &[("outcome", choice("opened"))]);
    assert_eq!(status(office, child), Some(Status::Identified), "not before consent and registration are complete");
    office.try_write(child, &office.open(child).document, &["consent", "registration"]).unwrap();
    assert_eq!(status(office, child), Some(Status::Open));
    let level = ("risk_level_now", choice("medium"));
    office.complete(child, "assessment", &[("completed_on", today()), ("started_on", today()), level]);
    office.complete(child, "case-plan", &[("plan_started_on", today())]);
    asks(office, child, "case-plan");

    office.sign_in(SUPERVISOR);
    assert_eq!(answers(office, child, "case-plan", Some("Who takes the child to school?")), Status::Open);
    office.sign_in("lucia");
    office.edit(child, &[("made_with", choices(&["child", "caregiver"]))]);
    asks(office, child, "case-plan");
    office.sign_in(SUPERVISOR);
    answers(office, child, "case-plan", None);

    office.sign_in("lucia");
    office.complete(child, "services", &[]);
    office.complete(child, "follow-up", &[]);
    office.complete(child, "review", &[("review_on", today()), ("risk_level", choice("low"))]);
    office.complete(child, "closure", &[("closed_on", date("2026-11-21"))]);
    let refused = office.ask(work::Ask::AskApproval { record: child, form: "closure".to_owned() });
    assert_eq!(code(refused), Code::OpenWork, "a visit is still agreed");
    let mut document = office.open(child).document;
    let visits = document.rows.get_mut("followups").unwrap();
    for visit in visits.iter().map(|visit| visit.id).collect::<Vec<_>>() {
        visits.fields_mut(visit).unwrap().remove("next_on");
    }
    office.try_write(child, &document, &["follow-up"]).unwrap();
    asks(office, child, "closure");
    assert_eq!(status(office, child), Some(Status::Open), "not before the yes");
    office.sign_in(SUPERVISOR);
    assert_eq!(answers(office, child, "closure", None), Status::Closed);

    office.sign_in("lucia");
    office.complete(child, "reopening", &[("reopened_on", today())]);
    asks(office, child, "reopening");
    office.sign_in(SUPERVISOR);
    assert_eq!(answers(office, child, "reopening", None), Status::Open);
    (child, first.code)
}

/// What became of it, as the supervisor reads its history and the auditor the log.
fn compare(office: &Office, (child, case): (RecordId, String)) {
    let said = |value: &Option<Value>| match value {
        None => "-".to_owned(),
        Some(Value::Text(text) | Value::Choice(text)) => text.clone(),
        Some(Value::Date(date)) => date.to_string(),
        Some(other) => panic!("none of these: {other:?}"),
    };
    let mut history = String::new();
    for entry in office.history(child).into_iter().rev() {
        let mut changes: Vec<String> = entry
            .changes
            .iter()
            .filter(|change| TOLD.contains(&change.path.as_str()))
            .map(|change| format!(" {} {} > {}", change.path, said(&change.from), said(&change.to)))
            .collect();
        changes.sort();
        history += &format!("{}:{}\n", entry.name, changes.join(","));
    }
    assert_eq!(history, HISTORY);

    office.sign_in(ADMINISTRATOR);
    assert_eq!(code(office.ask(Ask::Open { record: child })), Code::NotAllowed);

    office.sign_in("paul");
    let filter = Filter { code: case, ..Default::default() };
    let rows = office.log_page(filter, 0, 200).rows;
    let (looks, log): (Vec<_>, Vec<_>) = rows.iter().rev().partition(|row| row.what == "case_opened");
    let log: String = log.iter().map(|row| format!("{} {}\n", row.who, row.what)).collect();
    assert_eq!(log, LOG);
    let looked: BTreeSet<&str> = looks.iter().map(|row| row.who.as_str()).collect();
    assert_eq!(looked, BTreeSet::from(["Lucía Ferrer"]), "who opened it; the supervisor answered without");
}

fn an_office() -> Office {
    let office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    office
}

#[test]
fn a_case_from_the_first_concern_to_closure_and_opening_again_leaves_exactly_this_behind() {
    let office = an_office();
    let case = walk(&office);
    compare(&office, case);
}

#[test]
fn the_same_through_amparo_cli() {
    let mut office = an_office();
    office.by_lines();
    let case = walk(&office);
    compare(&office, case);
}
