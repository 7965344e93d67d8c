//! Referrals and transfers to other offices: what leaves, what stands in the case, the answer that is entered by hand; and what the other
//! office begins with what came.

use crate::exchange::{TwoOffices, state_of, two_offices};
use crate::passing::{opens, passed, sheets, stepped, waiting};
use amparo_api::passing::{Answer as Passed, Ask, Kind, Passing, Send, State, Way};
use amparo_api::records::Show;
use amparo_api::{Code, around, work};
use amparo_model::ids::{OfficeId, RecordId};
use amparo_model::record::Status;
use amparo_model::value::RowId;
use amparo_tests::office::{Office, SUPERVISOR, a_case, choice, code, no, text};

fn send(office: &Office, kind: Kind, record: RecordId, to: OfficeId, file: &str) -> Send {
    let referral = kind == Kind::Referral;
    Send {
        kind,
        record,
        office: to,
        target: office.choose(office.beside(file)),
        parts: if referral { vec!["identity".to_owned(), "plan".to_owned()] } else { Vec::new() },
        why: if referral { "urgent" } else { "moved" }.to_owned(),
        services: if referral { vec!["health".to_owned()] } else { Vec::new() },
        row: None,
        note: "the clinic knows her".to_owned(),
        in_spite: String::new(),
    }
}

fn sent(office: &Office, send: Send) -> RecordId {
    match passed(office.ask(Ask::Send(send))).unwrap() {
        Passed::Sent { passing, number, bytes, .. } => {
            assert!(number > 0 && bytes > 0);
            passing
        }
        other => panic!("not sent: {other:?}"),
    }
}

fn sheet(office: &Office, record: RecordId) -> Passing {
    sheets(office, Some(record)).remove(0)
}

fn answer(office: &Office, passing: RecordId, yes: bool, note: &str) -> Result<State, Code> {
    let answer = stepped(office.ask(Ask::Answer { passing, yes, note: note.to_owned() }));
    answer.map(|(_, state)| state).map_err(|problem| problem.code)
}

#[test]
fn a_referral_to_another_office_sends_the_chosen_parts_and_stands_in_the_case_until_its_answer_is_entered() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let child = saved.record;
    let row = field.agree_service(child);
    let referral = Send { row: Some(row), ..send(&field, Kind::Referral, child, to, "referral.amparo") };
    let passing = sent(&field, referral);
    let again = send(&field, Kind::Referral, child, to, "again.amparo");
    assert_eq!(code(field.ask(Ask::Send(again))), Code::AlreadyOffered);
    let left = sheet(&field, child);
    assert_eq!((left.passing, left.way, left.state), (passing, Way::Left, State::InProgress));
    assert_eq!((left.to.as_str(), left.allowed_by.as_str()), ("Office HQ", "ok_share_services"));
    assert_eq!(left.steps[0].note, "the clinic knows her");
    assert!(!left.answer_due.is_empty(), "three working days");
    assert_eq!(waiting(&field), (0, 1), "nothing is for us to answer");
    assert_eq!(field.due("referral_acknowledged"), [Some(child)]);

    let file = field.beside("referral.amparo");
    assert_eq!(hq.try_read(&file).unwrap().purpose, "referral");
    assert_eq!(hq.take_in(&file), 1);
    let shared = hq.open(child);
    assert_eq!(shared.document.get("name_first"), Some(&text("Nour")));
    assert!(field.open(child).document.get("risk_reason").is_some());
    assert_eq!(shared.document.get("risk_reason"), None, "that part was not chosen");
    assert_eq!(shared.read_only, Some(Code::ReadOnlyRecord));
    assert!(hq.list(Show::All).iter().any(|row| row.code == saved.code), "its code is known all the same");
    let came = sheet(&hq, child);
    assert_eq!((came.way, came.from.as_str(), came.state), (Way::Came, "Office KRG1", State::InProgress));
    assert_eq!((came.reason.as_str(), came.services.as_slice()), ("urgent", &["health".to_owned()][..]));
    assert_eq!((came.steps[0].note.as_str(), came.can_create), ("the clinic knows her", true));
    assert_eq!(waiting(&hq), (1, 0));
    let Passed::Created { record, code: case, .. } = passed(hq.ask(Ask::CreateCase { passing: came.passing })).unwrap()
    else {
        panic!("no case")
    };
    let made = hq.open(record);
    assert!(case.starts_with("HQ-") && made.read_only.is_none(), "a case of this office: {case}");
    assert_eq!(made.document.get("name_first"), Some(&text("Nour")));
    assert!(made.document.get("photo").is_some(), "the photo was sealed anew");
    assert_eq!(made.document.get("ok_share_services"), None, "consent was given to the other office");
    assert_eq!(made.row.status, Some(Status::Identified));
    let linked = sheet(&hq, record);
    assert_eq!((linked.passing, linked.state, linked.about.len()), (came.passing, State::Accepted, 2));
    assert!(linked.about.iter().any(|about| about.record == child && about.in_reach), "it leads back");
    assert_eq!(code(hq.ask(Ask::CreateCase { passing: came.passing })), Code::BadRequest, "once");
    assert_eq!(waiting(&hq).0, 1, "the service is to be given");
    stepped(hq.ask(Ask::Finish { passing: came.passing, note: String::new() })).unwrap();
    assert_eq!(waiting(&hq), (0, 0));

    field.sign_in("lucia");
    assert_eq!(answer(&field, passing, false, ""), Err(Code::BadRequest), "a no has its reason");
    assert_eq!(answer(&field, passing, true, "told by phone"), Ok(State::Accepted));
    let finish = Ask::Finish { passing, note: "seen at the clinic".to_owned() };
    assert_eq!(stepped(field.ask(finish.clone())).unwrap().1, State::Done);
    assert!(field.ask(finish).is_err());
    let document = field.open(child).document;
    let service = document.rows_of("services").next().unwrap();
    assert_eq!(service.fields.get("provider"), Some(&text("Office HQ")));
    assert_eq!(service.fields.get("result"), Some(&choice("delivered")));
    assert_eq!(waiting(&field), (0, 0));
    assert_eq!(field.checked_log().sound, Some(true));
}

#[test]
fn a_transfer_that_the_other_office_accepted_makes_the_case_transferred_and_closes_it_to_its_worker() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let child = saved.record;
    let first = sent(&field, send(&field, Kind::Transfer, child, to, "first.amparo"));
    assert_eq!(answer(&field, first, false, "no worker there"), Ok(State::Rejected));
    assert_eq!(field.open(child).row.status, Some(Status::Open));
    let second = sent(&field, send(&field, Kind::Transfer, child, to, "second.amparo"));
    let revoke = Ask::Revoke { passing: second, note: "she stays".to_owned() };
    assert_eq!(stepped(field.ask(revoke)).unwrap().1, State::Revoked);
    let third = sent(&field, send(&field, Kind::Transfer, child, to, "third.amparo"));
    assert_eq!(hq.take_in(&field.beside("third.amparo")), 1);
    let came = sheet(&hq, child);
    assert_eq!((came.kind, came.way), (Kind::Transfer, Way::Came));
    let Passed::Created { record, .. } = passed(hq.ask(Ask::CreateCase { passing: came.passing })).unwrap() else {
        panic!("no case")
    };
    assert_eq!(hq.open(record).document.get("address"), hq.open(child).document.get("address"), "all of it");

    field.sign_in("lucia");
    assert_eq!(answer(&field, third, true, ""), Err(Code::NotAllowed), "what closes the case is the supervisor's");
    field.sign_in(SUPERVISOR);
    assert_eq!(answer(&field, third, true, "handed over on Monday"), Ok(State::Accepted));
    assert_eq!(field.open(child).row.status, Some(Status::Transferred));
    let given_away = field.open(child);
    assert_eq!(given_away.read_only, Some(Code::GivenAway));
    let before = state_of(&field);
    let words = || vec![("address", text("a new lane"))];
    assert_eq!(field.try_edit(child, &words()).unwrap_err().code, Code::GivenAway);
    let both = [words(), vec![("reopen_note", text("she is back"))]].concat();
    assert_eq!(field.try_edit(child, &both).unwrap_err().code, Code::GivenAway, "not along with the reopening either");
    let note = around::Ask::Note { record: child, subject: String::new(), text: "she called".to_owned() };
    assert_eq!(code(field.ask(note)), Code::GivenAway);
    let again = send(&field, Kind::Transfer, child, to, "fourth.amparo");
    assert_eq!(code(field.ask(Ask::Send(again))), Code::GivenAway);
    assert!(state_of(&field) == before, "nothing of it was changed");
    let lucia = field.person("lucia");
    field.sign_in("lucia");
    assert_eq!(opens(&field, child), Err(Code::NotAllowed));
    let stub = &sheets(&field, None)[0];
    assert_eq!(
        (stub.state, stub.to.as_str(), stub.about[0].code.as_str()),
        (State::Accepted, "Office HQ", &*saved.code)
    );
    field.sign_in(SUPERVISOR);
    assert_eq!(field.checked_log().sound, Some(true));
    let assign = Ask::Assign { records: vec![child], to: lucia, reason: "workload".to_owned(), note: String::new() };
    field.ask(assign).unwrap();
    field.sign_in("lucia");
    assert_eq!(opens(&field, child), Ok(()), "it can come back");
    assert_eq!(field.try_edit(child, &words()).unwrap_err().code, Code::GivenAway);
    field.complete(child, "reopening", &[("reopening_reason", choice("transferred_back"))]);
    let asked = field.ask(work::Ask::AskApproval { record: child, form: "closure".to_owned() });
    assert_eq!(code(asked), Code::GivenAway);
    field.ask(work::Ask::AskApproval { record: child, form: "reopening".to_owned() }).unwrap();
    field.sign_in(SUPERVISOR);
    let (form, comment) = ("reopening".to_owned(), String::new());
    field.ask(work::Ask::Approve { record: child, form, yes: true, comment }).unwrap();
    field.sign_in("lucia");
    assert_eq!((field.open(child).row.status, field.open(child).read_only), (Some(Status::Open), None));
    field.edit(child, &words());
    assert_eq!(sheets(&field, Some(child)).len(), 4, "with what was passed on of it before");
}

#[test]
fn what_cannot_be_sent_is_refused_with_its_reason_and_nothing_is_changed() {
    let TwoOffices { field, to, saved, .. } = two_offices();
    field.sign_in("lucia");
    let refused = field.register(&a_case().complete().with("ok_share_services", no())).record;
    let by_worker = send(&field, Kind::Referral, saved.record, to, "x.amparo");
    assert_eq!(code(field.ask(Ask::Send(by_worker))), Code::NotAllowed);
    field.sign_in(SUPERVISOR);
    let before = state_of(&field);
    let good = |record| send(&field, Kind::Referral, record, to, "x.amparo");
    assert_eq!(code(field.ask(Ask::Send(good(refused)))), Code::NoConsent);
    for wrong in [
        Send { parts: vec![], ..good(saved.record) },
        Send { parts: vec!["summary".to_owned()], ..good(saved.record) },
        Send { why: "because".to_owned(), ..good(saved.record) },
        Send { services: vec!["magic".to_owned()], ..good(saved.record) },
        Send { row: Some(RowId::from_random([1; 16])), ..good(saved.record) },
        Send { kind: Kind::Request, ..good(saved.record) },
        Send { parts: vec!["plan".to_owned()], ..send(&field, Kind::Transfer, saved.record, to, "x.amparo") },
    ] {
        assert_eq!(code(field.ask(Ask::Send(wrong.clone()))), Code::BadRequest, "{:?} {:?}", wrong.kind, wrong.why);
    }
    assert!(!field.beside("x.amparo").exists() && !field.beside("x.partial").exists());
    assert!(state_of(&field) == before);
    let in_spite = Send { in_spite: "her life is in danger".to_owned(), ..good(refused) };
    sent(&field, in_spite);
    let left = sheet(&field, refused);
    assert_eq!((left.in_spite.as_str(), left.allowed_by.as_str()), ("her life is in danger", ""));
}

#[test]
fn a_copy_for_headquarters_stands_in_the_history_of_passing_on() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let file = field.try_seal(saved.record, to, "copy.amparo").unwrap();
    let left = sheet(&field, saved.record);
    assert_eq!((left.kind, left.way, left.state), (Kind::Copy, Way::Left, State::Done));
    assert_eq!((left.to.as_str(), left.allowed_by.as_str()), ("Office HQ", "ok_share_services"));
    assert_eq!(waiting(&field), (0, 0));
    assert_eq!(hq.take_in(&file), 1);
    assert!(sheets(&hq, None).is_empty(), "a copy asks nothing");
}
