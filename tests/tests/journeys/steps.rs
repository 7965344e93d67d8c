//! Steps that need a supervisor's yes: asked for by one, answered by another; a closure and a reopening take effect with the answer; an
//! intake line that opens no case keeps its reason (DOMAIN.md 5.1 to 5.3).

use amparo_api::records::{Answer as Cases, Ask as Records, Show};
use amparo_api::work::{Answer as Work, Ask, When};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::RecordId;
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Document, Value, YesNo};
use amparo_tests::office::{DAY, EVERYBODY, Office, SUPERVISOR, a_case, choice, date, text};

fn ask(office: &Office, record: RecordId, form: &str) -> Result<Status, Problem> {
    status(office.ask(Ask::AskApproval { record, form: form.to_owned() }))
}

fn answer(office: &Office, record: RecordId, form: &str, yes: bool, comment: &str) -> Result<Status, Problem> {
    status(office.ask(Ask::Approve { record, form: form.to_owned(), yes, comment: comment.to_owned() }))
}

fn status(reply: Result<Reply, Problem>) -> Result<Status, Problem> {
    match reply? {
        Reply::Records(Cases::Saved { status, .. }) => Ok(status),
        other => panic!("not saved: {other:?}"),
    }
}

/// Kinds of tasks and the forms they are about.
fn asks_for(office: &Office) -> Vec<(String, Option<String>)> {
    let ask = Ask::List { when: When::All, what: None, owner: None, skip: 0, take: 200 };
    match office.ask(ask).unwrap() {
        Reply::Work(Work::Tasks { tasks, .. }) => tasks.into_iter().map(|task| (task.what, task.form)).collect(),
        other => panic!("not a work list: {other:?}"),
    }
}

fn waiting(office: &Office) -> usize {
    match office.ask(Records::Home {}).unwrap() {
        Reply::Records(Cases::Home(home)) => home.approvals,
        other => panic!("not the first page: {other:?}"),
    }
}

fn about(what: &str, form: &str) -> (String, Option<String>) {
    (what.to_owned(), Some(form.to_owned()))
}

/// A case of Lucía's, registered, with a complete plan.
fn with_plan(office: &Office) -> RecordId {
    office.hire("Lucía Ferrer", "lucia");
    let case = a_case().with("risk_level", choice("low")).with("ok_contact_after", Value::YesNo(YesNo::Yes));
    let child = office.register(&case.complete()).record;
    office.complete(child, "case-plan", &[("plan_started_on", date("2026-11-22"))]);
    child
}

#[test]
fn a_form_is_approved_by_another_or_comes_back_with_a_comment_and_nobody_types_an_approval() {
    let office = Office::new("KRG1");
    let child = with_plan(&office);
    assert_eq!(ask(&office, child, "assessment").unwrap_err().code, Code::FormNotComplete);
    assert_eq!(ask(&office, child, "registration").unwrap_err().code, Code::BadRequest, "nobody approves it");
    let typed = office.try_edit(child, &[("plan_approval_status", choice("approved"))]);
    assert_eq!(typed.unwrap_err().code, Code::NotAllowed);
    assert_eq!(answer(&office, child, "case-plan", true, "").unwrap_err().code, Code::NotAllowed, "not a worker's");

    ask(&office, child, "case-plan").unwrap();
    assert_eq!(ask(&office, child, "case-plan").unwrap_err().code, Code::ChangedMeanwhile, "it waits already");
    assert_eq!(waiting(&office), 0);
    assert!(!asks_for(&office).contains(&about("approval", "case-plan")), "the answer is not the worker's task");

    office.sign_in(SUPERVISOR);
    assert_eq!(waiting(&office), 1);
    assert!(asks_for(&office).contains(&about("approval", "case-plan")));
    assert_eq!(
        answer(&office, child, "case-plan", false, "  ").unwrap_err().code,
        Code::BadRequest,
        "back needs words"
    );
    answer(&office, child, "case-plan", false, "Who takes the child to school?").unwrap();
    assert_eq!(waiting(&office), 0);
    assert_eq!(answer(&office, child, "case-plan", true, "").unwrap_err().code, Code::ChangedMeanwhile, "answered");

    office.sign_in("lucia");
    assert!(asks_for(&office).contains(&about("sent_back", "case-plan")));
    let document = office.open(child).document;
    assert_eq!(document.get("plan_approval_status"), Some(&choice("rejected")));
    assert_eq!(document.get("plan_approval_comment"), Some(&text("Who takes the child to school?")));
    ask(&office, child, "case-plan").unwrap();
    let document = office.open(child).document;
    assert_eq!(document.get("plan_approval_comment"), None, "a new request begins anew");
    let answers = document.rows_of("requests").map(|row| row.fields["answer"].clone()).collect::<Vec<_>>();
    assert_eq!(answers, [choice("rejected"), choice("pending")], "the history keeps both");

    office.sign_in(SUPERVISOR);
    answer(&office, child, "case-plan", true, "").unwrap();
    assert!(!asks_for(&office).iter().any(|(_, form)| form.is_some()));
    assert_eq!(office.open(child).document.get("plan_approval_status"), Some(&choice("approved")));
}

#[test]
fn a_case_is_closed_and_opened_again_by_a_supervisors_yes_and_asks_for_its_last_contact() {
    let office = Office::new("KRG1");
    let child = with_plan(&office);
    office.complete(child, "closure", &[("closed_on", date("2026-11-21"))]);
    let mut document = office.open(child).document;
    document.fields.retain(|field, _| !["final_contact_done_on", "final_contact_note"].contains(&field.as_str()));
    document.set("final_contact_due", date("2027-02-22"));
    office.try_write(child, &document, &[]).unwrap();
    assert_eq!(ask(&office, child, "closure").unwrap(), Status::Open, "it waits");
    office.sign_in(SUPERVISOR);
    assert_eq!(answer(&office, child, "closure", true, "Well done.").unwrap(), Status::Closed);
    assert!(office.list(Show::Current).is_empty());
    assert_eq!(office.list(Show::All)[0].status, Some(Status::Closed));
    assert_eq!(asks_for(&office), [("final_contact".to_owned(), None)], "of a closed case nothing else is left to do");

    office.clock.pass(30 * DAY);
    office.sign_in("lucia");
    office.complete(child, "reopening", &[("reopened_on", date("2026-12-20"))]);
    ask(&office, child, "reopening").unwrap();
    assert_eq!(office.list(Show::All)[0].status, Some(Status::Closed), "not before the yes");
    let mut office = office;
    office.restart();
    office.sign_in(SUPERVISOR);
    assert_eq!(answer(&office, child, "reopening", true, "").unwrap(), Status::Open);
    assert_eq!(office.open(child).document.get("closed_on"), Some(&date("2026-11-21")), "the old closure stays");
}

#[test]
fn a_closed_case_of_a_survivor_is_opened_again_the_same_way() {
    let office = Office::new("KRG1");
    office.hire_all(&EVERYBODY[2..4]);
    office.sign_in("gloria");
    let survivor = office.try_register_of(RecordType::GBV_CASE, &Document::default(), &[]).unwrap().record;
    office.complete(survivor, "gbv-consent", &[]);
    office.complete(survivor, "gbv-survivor", &[]);
    office.complete(survivor, "gbv-closure", &[("closed_on", date("2026-11-21"))]);
    ask(&office, survivor, "gbv-closure").unwrap();
    office.sign_in("grace");
    assert_eq!(answer(&office, survivor, "gbv-closure", true, "").unwrap(), Status::Closed);
    office.sign_in("gloria");
    office.complete(survivor, "gbv-reopening", &[("reopened_on", date("2026-11-22"))]);
    ask(&office, survivor, "gbv-reopening").unwrap();
    office.sign_in("grace");
    assert_eq!(answer(&office, survivor, "gbv-reopening", true, "").unwrap(), Status::Open);
    assert_eq!(office.open(survivor).document.get("closed_on"), Some(&date("2026-11-21")), "the old closure stays");
}

#[test]
fn nobody_approves_what_they_asked_for_themselves() {
    let office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    let child = office.register(&a_case().complete()).record;
    office.complete(child, "case-plan", &[("plan_started_on", date("2026-11-22"))]);
    ask(&office, child, "case-plan").unwrap();
    assert_eq!(answer(&office, child, "case-plan", true, "").unwrap_err().code, Code::OwnRequest);
    assert_eq!(waiting(&office), 1, "it waits for somebody else");
}

#[test]
fn an_intake_line_that_opens_no_case_keeps_its_reason_and_can_still_become_one() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case()).record;
    office.complete(child, "intake", &[("outcome", choice("referred_on"))]);
    assert_eq!(office.list_of(RecordType::CASE, Show::All)[0].status, Some(Status::NotEligible));
    assert!(office.list(Show::Current).is_empty() && asks_for(&office).is_empty());
    office.edit(child, &[("outcome", choice("opened"))]);
    assert_eq!(office.list(Show::All)[0].status, Some(Status::Identified));
}
