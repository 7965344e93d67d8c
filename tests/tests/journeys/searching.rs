//! The search for a child's family in the hands of a tracing officer: what they read and fill, what stays closed, and how it ends
//! (DOMAIN.md 6, 16.1: "cases with tracing consent, only T1 to T8 and the identity needed").

use crate::tracing::{Family, consent, family, leads};
use amparo_api::passing::{Answer as Passed, Ask as Passing, Kind, Offer, State, Which};
use amparo_api::records::{Ask as Records, Show};
use amparo_api::tracing::{Answer, Ask, Decision, Hint, Searcher, Searching};
use amparo_api::{Code, Problem, Reply, work};
use amparo_matching::{Band, Reason};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_tests::office::{Office, SUPERVISOR, choice, no, text, yes};

fn searchers(office: &Office, record: RecordId) -> (bool, Vec<Searching>, Vec<Searcher>) {
    match office.ask(Ask::Searchers { record }).unwrap() {
        Reply::Tracing(Answer::Searchers { agrees, searching, officers }) => (agrees, searching, officers),
        other => panic!("no searchers: {other:?}"),
    }
}

fn hand(office: &Office, record: RecordId, to: PersonId) -> Result<RecordId, Problem> {
    let note = "Her mother called.".to_owned();
    office.ask(Ask::HandSearch { record, to, note }).map(|reply| match reply {
        Reply::Tracing(Answer::Handed { passing }) => passing,
        other => panic!("not handed: {other:?}"),
    })
}

/// The family, with Tarek let into the search by Lucía and signed in; what was passed on.
fn handed() -> (Family, RecordId) {
    let family = family();
    family.office.sign_in("lucia");
    let (agrees, searching, officers) = searchers(&family.office, family.girl.record);
    assert!(agrees && searching.is_empty());
    let [tarek] = &officers[..] else { panic!("one tracing officer: {officers:?}") };
    let passing = hand(&family.office, family.girl.record, tarek.person).unwrap();
    family.office.sign_in("tarek");
    (family, passing)
}

fn step(office: &Office, ask: Passing) -> Result<State, Problem> {
    office.ask(ask).map(|reply| match reply {
        Reply::Passing(Passed::Stepped { state, .. }) => state,
        other => panic!("no step: {other:?}"),
    })
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>) -> Code {
    answer.unwrap_err().code
}

#[test]
fn a_tracing_officer_fills_the_search_of_a_child_they_were_let_into() {
    let (Family { office, girl, request, pair }, passing) = handed();
    let opened = office.open(girl.record);
    assert_eq!(opened.read_only, None, "to be filled");
    for part in ["registration", "care", "consent-answers", "assessment", "plan", "caafag", "documents"] {
        assert!(opened.closed.iter().any(|closed| closed == part), "{part} stays closed: {:?}", opened.closed);
    }
    assert!(!opened.closed.iter().any(|closed| closed == "identity" || closed == "tracing"));
    assert_eq!(opened.document.get("name_first"), Some(&text("فاطمة")));
    assert_eq!(opened.document.get("ok_tracing"), None, "answers of the consent form are not part of a search");
    assert_eq!(office.found(&girl.code), vec![girl.code.clone()], "in search, by the code");
    assert_eq!(step(&office, Passing::Answer { passing, yes: true, note: String::new() }).unwrap(), State::Accepted);
    office.edit(girl.record, &[("circumstances", text("On the road south, in the night."))]);
    office.edit(girl.record, &[("verification_recommendation", choice("further_tracing"))]);
    // What the rest of the record tells stands as it stood, in lists and in matching.
    let row = office.find(&girl.code).remove(0);
    assert_eq!((row.sex.as_str(), row.age.is_some()), ("female", true));
    assert!(leads(&office, request.record).iter().any(|lead| lead.pair == pair && lead.child.opens));
    office.sign_in("lucia");
    let opened = office.open(girl.record);
    assert_eq!(opened.document.get("circumstances"), Some(&text("On the road south, in the night.")));
    assert!(opened.complete.iter().any(|form| form == "registration"), "what was complete still is");
    let row = office.list(Show::All).into_iter().find(|row| row.code == girl.code).unwrap();
    assert_eq!((row.sex.as_str(), row.consent_complete, row.registration_complete), ("female", true, true));
    let [by, ..] = &office.history(girl.record)[..] else { panic!("a history") };
    assert_eq!(by.name, "Tarek Mansour", "signed by who filled it");
    // The owner goes on from there.
    office.edit(girl.record, &[("risk_level", choice("high"))]);
    office.sign_in("tarek");
    office.edit(girl.record, &[("circumstances", text("On the road south."))]);
    assert!(leads(&office, request.record).iter().any(|lead| lead.pair == pair));
}

#[test]
fn whatever_is_not_of_the_search_is_closed_to_them_and_cannot_be_written() {
    let (Family { office, girl, .. }, _) = handed();
    for (field, value) in [
        ("name_first", text("Another")),
        ("risk_level", choice("low")),
        ("ok_tracing", no()),
        ("plan_summary", text("Anything")),
    ] {
        let answer = office.try_edit(girl.record, &[(field, value)]);
        assert!(matches!(refused(answer), Code::NotAllowed | Code::BadRequest), "{field}");
    }
    let opened = office.open(girl.record);
    let complete = vec!["registration".to_owned()];
    let save = Records::Save {
        record: Some(girl.record),
        of: RecordType::CASE,
        heads: opened.heads.clone(),
        change: amparo_tests::office::set(&[("circumstances", text("In the night."))]),
        complete,
        renewed: Vec::new(),
        draft: None,
    };
    assert_eq!(refused(office.ask(save)), Code::NotAllowed, "no form of others is called complete");
    for ask in [
        amparo_api::around::Ask::Note { record: girl.record, subject: String::new(), text: "A note.".to_owned() },
        amparo_api::around::Ask::ProtectName { record: girl.record, on: true },
    ] {
        assert_eq!(refused(office.ask(ask)), Code::NotAllowed);
    }
    assert_eq!(office.open(girl.record).heads, opened.heads, "nothing was changed");
    // And no other child is theirs to open.
    office.sign_in("lucia");
    let others: Vec<RecordId> = office.list(Show::All).into_iter().filter_map(|row| row.record).collect();
    office.sign_in("tarek");
    for other in others.into_iter().filter(|other| *other != girl.record) {
        assert_eq!(refused(office.ask(Records::Open { record: other })), Code::NotAllowed);
    }
}

#[test]
fn a_yes_that_is_taken_back_ends_the_search_with_that_save() {
    let (Family { office, girl, .. }, passing) = handed();
    office.edit(girl.record, &[("circumstances", text("In the night."))]);
    office.sign_in("lucia");
    consent(&office, girl.record, no());
    let (agrees, searching, officers) = searchers(&office, girl.record);
    assert!(!agrees && searching.is_empty());
    assert_eq!(refused(hand(&office, girl.record, officers[0].person)), Code::NoConsent);
    office.sign_in("tarek");
    assert_eq!(refused(office.ask(Records::Open { record: girl.record })), Code::NotAllowed);
    assert!(office.found(&girl.code).is_empty());
    let all = office.ask(Passing::List { which: Which::All, record: None, skip: 0, take: 10 }).unwrap();
    let Reply::Passing(Passed::Passings { passings, .. }) = all else { panic!("no list") };
    let sheet = passings.iter().find(|it| it.passing == passing).unwrap();
    assert_eq!((sheet.state, sheet.about[0].in_reach), (State::Revoked, false));
    office.sign_in("lucia");
    assert_eq!(office.open(girl.record).document.get("circumstances"), Some(&text("In the night.")), "nothing is lost");
}

#[test]
fn a_search_is_handed_to_tracing_officers_only_and_gives_them_no_more_than_it_needs() {
    let Family { office, girl, .. } = family();
    office.sign_in(SUPERVISOR);
    office.hire_all(&[("Jonas Weber", "jonas", Role::Caseworker)]);
    office.sign_in(SUPERVISOR);
    let [jonas, tarek] = ["jonas", "tarek"].map(|login| office.person(login));
    office.sign_in("lucia");
    assert_eq!(refused(hand(&office, girl.record, jonas)), Code::CannotReceive);
    let offer = |parts: &[&str], kind, why: &str, in_spite: &str| {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        let (why, note, in_spite) = (why.to_owned(), String::new(), in_spite.to_owned());
        Passing::Offer(Offer {
            kind,
            record: girl.record,
            to: tarek,
            parts,
            why,
            services: vec![],
            row: None,
            note,
            in_spite,
        })
    };
    let beyond = offer(&["identity", "assessment"], Kind::Referral, "routine", "");
    assert_eq!(refused(step(&office, beyond)), Code::BadRequest);
    office.sign_in(SUPERVISOR);
    let whole = offer(&[], Kind::Transfer, "other", "");
    assert_eq!(refused(step(&office, whole)), Code::CannotReceive, "a case is not theirs to be responsible for");
    consent(&office, girl.record, no());
    let spite = offer(&["identity", "tracing"], Kind::Referral, "routine", "It is urgent.");
    assert_eq!(refused(step(&office, spite)), Code::NoConsent, "and not in spite of a no");
    // Twice at once is once.
    consent(&office, girl.record, yes());
    hand(&office, girl.record, tarek).unwrap();
    assert_eq!(refused(hand(&office, girl.record, tarek)), Code::AlreadyOffered);
    // The one who was let in lets nobody else in.
    office.sign_in("tarek");
    assert_eq!(
        refused(office.ask(Ask::HandSearch { record: girl.record, to: tarek, note: String::new() })),
        Code::NotAllowed
    );
}

#[test]
fn a_verification_they_filled_is_signed_off_by_a_supervisor_and_ends_the_search() {
    let (Family { office, girl, .. }, passing) = handed();
    step(&office, Passing::Answer { passing, yes: true, note: String::new() }).unwrap();
    office.complete(girl.record, "verification", &[("verification_recommendation", choice("reunify"))]);
    let ask = || work::Ask::AskApproval { record: girl.record, form: "verification".to_owned() };
    office.ask(ask()).unwrap();
    assert_eq!(refused(office.ask(ask())), Code::ChangedMeanwhile, "it is asked once");
    office.sign_in(SUPERVISOR);
    let yes =
        work::Ask::Approve { record: girl.record, form: "verification".to_owned(), yes: true, comment: String::new() };
    office.ask(yes).unwrap();
    assert_eq!(office.open(girl.record).document.get("tracing_status"), Some(&choice("verified")));
    // And when all is done, the case is closed to them again, with what was written before.
    office.sign_in("tarek");
    assert_eq!(office.open(girl.record).document.get("tracing_status"), Some(&choice("verified")));
    assert_eq!(step(&office, Passing::Finish { passing, note: "Verified.".to_owned() }).unwrap(), State::Done);
    assert_eq!(refused(office.ask(Records::Open { record: girl.record })), Code::NotAllowed);
}

fn hints(office: &Office, record: RecordId) -> (Vec<Hint>, bool) {
    match office.ask(Ask::Hints { record }).unwrap() {
        Reply::Tracing(Answer::Hints { hints, at, .. }) => (hints, at.is_some()),
        other => panic!("no hints: {other:?}"),
    }
}

#[test]
fn a_caseworker_is_told_that_somebody_may_look_for_their_child_and_why_without_a_name() {
    let Family { office, girl, request, pair } = family();
    office.sign_in("lucia");
    assert_eq!(hints(&office, girl.record), (Vec::new(), false), "nobody has looked yet");
    office.sign_in("tarek");
    office.ask(Ask::Search { anew: false }).unwrap();
    office.sign_in("lucia");
    let (told, looked) = hints(&office, girl.record);
    let [hint] = &told[..] else { panic!("one request: {told:?}") };
    assert!(looked && hint.band >= Band::Good);
    assert_eq!((hint.code.as_str(), hint.owner.as_str()), (request.code.as_str(), "Tarek Mansour"), "whom to ask");
    assert!(hint.reasons.iter().any(|reason| matches!(reason, Reason::Name { .. })), "why: {hint:?}");
    let written = serde_json::to_string(&told).unwrap();
    for name in ["Zeynab", "Fatma", "Mohammed", "Qadi", "فاطمة"] {
        assert!(!written.to_lowercase().contains(&name.to_lowercase()), "{name} stands in {written}");
    }
    assert_eq!(refused(office.ask(Records::Open { record: request.record })), Code::NotAllowed);
    // What somebody decided waits no more, and waits again when it is taken back.
    office.sign_in("tarek");
    let decide =
        |decision, reason: &str| office.ask(Ask::Decide { pair, decision, reason: reason.to_owned() }).unwrap();
    decide(Decision::Rejected, "The mother is another one.");
    office.sign_in("lucia");
    assert!(hints(&office, girl.record).0.is_empty());
    office.sign_in("tarek");
    decide(Decision::Undone, "");
    office.sign_in("lucia");
    assert_eq!(hints(&office, girl.record).0.len(), 1);
    // A child who withdrew is told of nobody; another caseworker never is.
    consent(&office, girl.record, no());
    assert!(hints(&office, girl.record).0.is_empty());
    office.sign_in(SUPERVISOR);
    office.hire_all(&[("Jonas Weber", "jonas", Role::Caseworker)]);
    office.sign_in("jonas");
    assert_eq!(refused(office.ask(Ask::Hints { record: girl.record })), Code::NotAllowed);
}
