//! A change is taken back by a new revision; what was done since stays; the past is never shorter afterwards.

use amparo_api::records::{Answer as Cases, Ask, FieldChange};
use amparo_api::{Code, Reply};
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::value::Value;
use amparo_tests::office::{Office, SUPERVISOR, a_case, choice, code, text};

struct Seen {
    changes: Vec<FieldChange>,
    stays: Vec<FieldChange>,
    heads: Vec<RevisionId>,
}

fn preview(office: &Office, record: RecordId, revision: RevisionId) -> Seen {
    match office.ask(Ask::PreviewTakeBack { record, revision }).unwrap() {
        Reply::Records(Cases::TakingBack { changes, stays, heads }) => Seen { changes, stays, heads },
        _ => panic!("a preview"),
    }
}

#[test]
fn a_change_is_taken_back_as_a_new_one_and_what_was_done_since_stays() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let case = office.register(&a_case().complete());
    let was = office.open(case.record).document;
    let mistaken = [("risk_reason", text("Typed into the wrong file.")), ("name_last", text("Wrong"))];
    let mistake = office.edit(case.record, &mistaken).heads[0];
    office.edit(case.record, &[("risk_reason", text("Since corrected by hand."))]);

    let seen = preview(&office, case.record, mistake);
    assert_eq!(seen.changes.len(), 1);
    assert_eq!((seen.changes[0].path.as_str(), &seen.changes[0].to), ("name_last", &was.get("name_last").cloned()));
    assert_eq!(seen.stays.iter().map(|stays| stays.path.as_str()).collect::<Vec<_>>(), ["risk_reason"]);
    assert_eq!(office.history(case.record).len(), 3, "a preview changes nothing");

    let take = |heads| Ask::TakeBack { record: case.record, revision: mistake, heads };
    assert_eq!(code(office.ask(take(vec![mistake]))), Code::ChangedMeanwhile, "seen before somebody saved");
    assert!(matches!(office.ask(take(seen.heads)).unwrap(), Reply::Records(Cases::Saved { .. })));
    let now = office.open(case.record).document;
    assert_eq!(now.get("name_last"), was.get("name_last"));
    assert_eq!(now.get("risk_reason"), Some(&text("Since corrected by hand.")));
    assert_eq!(office.history(case.record).len(), 4);

    // Taking the taking back back brings the mistake back: it is a change like any other.
    let newest = office.history(case.record)[0].revision;
    let seen = preview(&office, case.record, newest);
    assert_eq!((seen.changes.len(), &seen.changes[0].to), (1, &Some(text("Wrong"))));
}

#[test]
fn what_a_form_refuses_cannot_come_back_either() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let case = office.register(&a_case().without("risk_reason").with("risk_level", choice("low")));
    let filled = office.edit(case.record, &[("risk_reason", text("Alone at night."))]).heads;
    let both = vec!["registration".to_owned(), "consent".to_owned()];
    office.try_save(Some(case.record), filled.clone(), Default::default(), both, None).unwrap();
    let seen = preview(&office, case.record, filled[0]);
    let take = Ask::TakeBack { record: case.record, revision: filled[0], heads: seen.heads };
    assert!(office.ask(take).is_ok());
    assert_eq!(
        office.open(case.record).complete,
        ["consent"],
        "a form that lacks an answer again is no longer complete"
    );
}

#[test]
fn registration_is_not_taken_back_and_nobody_takes_back_what_they_cannot_open() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.hire("Bilal Haddad", "bilal");
    let case = office.register(&a_case());
    let first = case.heads[0];
    let changed = office.edit(case.record, &[("name_last", Value::Text("Other".to_owned()))]).heads[0];
    let asks = |revision| {
        [
            Ask::PreviewTakeBack { record: case.record, revision },
            Ask::TakeBack { record: case.record, revision, heads: vec![changed] },
        ]
    };
    for ask in asks(first) {
        assert_eq!(code(office.ask(ask)), Code::BadRequest);
    }
    let owner = ["lucia", "bilal"].into_iter().find(|login| {
        office.sign_in(login);
        office.ask(Ask::Open { record: case.record }).is_ok()
    });
    let other = if owner == Some("lucia") { "bilal" } else { "lucia" };
    office.sign_in(other);
    for ask in asks(changed) {
        assert_eq!(code(office.ask(ask)), Code::NotAllowed);
    }
    office.sign_in(SUPERVISOR);
    for ask in asks(changed) {
        assert!(office.ask(ask).is_ok());
    }
}
