//! Records change hands inside the office: who opens them from then on, who no longer does with any key they hold, what both sides still
//! see, and how all of it is taken back.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::passing::{Answer as Passed, Ask, Kind, Offer, Passing, State, Which};
use amparo_api::records::{self, Show};
use amparo_api::{Code, Problem, Progress, Reply, work};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, RowId, Value};
use amparo_office::Watch;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, choice, code, date, no, password, set, text};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Typed by Lucía, in a form, in an incident, in work that was never saved.
const WORDS: [&str; 4] = ["Zarafina", "hides bread", "the yellow windmill", "Perquillon"];

pub(crate) fn assign(office: &Office, records: &[RecordId], to: PersonId) -> Result<Passed, Problem> {
    let ask = Ask::Assign {
        records: records.to_vec(),
        to,
        reason: "workload".to_owned(),
        note: "knows the road there".to_owned(),
    };
    passed(office.ask(ask))
}

pub(crate) fn passed(reply: Result<Reply, Problem>) -> Result<Passed, Problem> {
    match reply? {
        Reply::Passing(passed) => Ok(passed),
        other => panic!("not passed on: {other:?}"),
    }
}

pub(crate) fn sheets(office: &Office, record: Option<RecordId>) -> Vec<Passing> {
    match passed(office.ask(Ask::List { which: Which::All, record, skip: 0, take: 50 })).unwrap() {
        Passed::Passings { passings, total } => {
            assert_eq!(passings.len(), total);
            passings
        }
        other => panic!("not a list: {other:?}"),
    }
}

fn incident_of(office: &Office, child: RecordId) -> RecordId {
    let mut document = Document::default();
    document.set("case", Value::Link(child));
    document.set("account", text(WORDS[2]));
    office.try_register_of(RecordType::INCIDENT, &document, &[]).unwrap().record
}

/// Lucía's child with a photo, an incident and unsaved work; Omar, who has none of it. Nobody is signed in.
fn two_workers() -> (Office, RecordId, RecordId, PersonId) {
    let office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    office.hire("Lucía Ferrer", "lucia");
    let photo = office.add_photo();
    let case = a_case()
        .complete()
        .named(&format!("{} Little", WORDS[0]))
        .with("situation", text(WORDS[1]))
        .with("photo", photo);
    let child = office.register(&case).record;
    let incident = incident_of(&office, child);
    let opened = office.open(child);
    let mut unsaved = opened.document.clone();
    unsaved.set("situation", text(WORDS[3]));
    let draft = records::Ask::KeepDraft {
        draft: None,
        record: Some(child),
        heads: opened.heads,
        form: "registration".to_owned(),
        document: unsaved,
    };
    office.ask(draft).unwrap();
    office.lock();
    (office, child, incident, omar)
}

pub(crate) fn opens(office: &Office, record: RecordId) -> Result<(), Code> {
    office.ask(records::Ask::Open { record }).map(drop).map_err(|problem| problem.code)
}

#[test]
fn an_assigned_case_its_incident_and_unsaved_work_are_the_new_workers_and_closed_to_every_key_of_the_former() {
    let (mut office, child, incident, omar) = two_workers();
    office.sign_in(SUPERVISOR);
    let Passed::Assigned { passings, records, followed, stayed } = assign(&office, &[child], omar).unwrap() else {
        panic!("not assigned")
    };
    assert_eq!((passings.len(), records, followed, stayed), (1, 1, 1, 0));
    assert_eq!((opens(&office, child), office.open(child).row.owner.as_str()), (Ok(()), "Omar Said"));
    assert_eq!(opens(&office, incident), Ok(()));

    office.sign_in("omar");
    assert_eq!(office.checked_log().sound, Some(true), "the log vouches for all of it");
    let opened = office.open(child);
    assert_eq!((opened.read_only, opened.closed), (None, vec![]));
    assert_eq!(office.found(WORDS[0]), vec![opened.row.code.clone()]);
    assert_eq!(opens(&office, incident), Ok(()));
    let Reply::Records(records::Answer::Drafts { drafts }) = office.ask(records::Ask::Drafts {}).unwrap() else {
        panic!("not drafts")
    };
    assert_eq!(drafts.len(), 1, "the unsaved work came along");
    office.edit(child, &[("landmark", text("a gate"))]);
    let told = sheets(&office, Some(child));
    assert_eq!((told[0].from.as_str(), told[0].to.as_str(), told[0].count), ("Lucía Ferrer", "Omar Said", 2));
    assert!(told[0].about.iter().all(|about| about.in_reach));

    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 0);
    assert_eq!(opens(&office, child), Err(Code::NotAllowed));
    assert_eq!(opens(&office, incident), Err(Code::NotAllowed));
    assert_eq!(code(office.ask(records::Ask::History { record: child })), Code::NotAllowed);
    let Reply::Records(records::Answer::Drafts { drafts }) = office.ask(records::Ask::Drafts {}).unwrap() else {
        panic!("not drafts")
    };
    assert_eq!(drafts.len(), 0);
    // What she keeps is that, when, why and to whom she gave it.
    let told = sheets(&office, None);
    assert_eq!((told.len(), told[0].kind, told[0].state), (1, Kind::Assignment, State::Done));
    assert_eq!((told[0].reason.as_str(), told[0].steps[0].note.as_str()), ("workload", "knows the road there"));
    assert_eq!((told[0].steps[0].by.as_str(), told[0].about[0].in_reach), ("Samuel Okoro", false));

    office.leave();
    let theirs = [child.to_string(), incident.to_string()];
    let words = WORDS.map(str::to_owned);
    let former = Keyring::of(&office.folder, "lucia", &password("lucia")).try_everything();
    assert_eq!(hits(&words, &former.beyond_minimal()), 0, "found by the former worker");
    for kind in ["leaves", "parts", "files", "file keys", "quick grants"] {
        assert!(theirs.iter().all(|one| !former.opened_of(kind).contains(one)), "{kind} of a child that is not hers");
    }
    assert_eq!(former.counts().get("drafts"), None);
    let now = Keyring::of(&office.folder, "omar", &password("omar")).try_everything();
    let plain: Vec<Vec<u8>> = now.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    for word in &words {
        assert!(hits(std::slice::from_ref(word), &plain) > 0, "{word} is the new worker's to read");
    }
}

#[test]
fn many_cases_of_several_workers_change_hands_in_one_step_and_are_taken_back_in_one() {
    let office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    let his = office.register(&a_case().complete().named("His own")).record;
    office.hire("Lucía Ferrer", "lucia");
    let hers: Vec<RecordId> = (0..5).map(|at| office.register(&a_case().named(&format!("Hers {at}"))).record).collect();
    office.hire("Mira Sol", "mira");
    let miras: Vec<RecordId> =
        (0..3).map(|at| office.register(&a_case().named(&format!("Mira {at}"))).record).collect();
    office.sign_in(SUPERVISOR);
    let all: Vec<RecordId> = hers.iter().chain(&miras).copied().chain([his]).collect();
    let Passed::Assigned { passings, records, stayed, .. } = assign(&office, &all, omar).unwrap() else {
        panic!("not assigned")
    };
    assert_eq!((passings.len(), records, stayed), (2, 8, 1), "each former worker is told of their own");
    assert!(all.iter().all(|record| office.open(*record).row.owner == "Omar Said"));
    assert_eq!(assign(&office, &all, omar).unwrap_err().code, Code::NothingToSave);

    // One of them is Mira's again before it is taken back: it stays there.
    let mira = office.person("mira");
    assign(&office, &miras[..1], mira).unwrap();
    let lucia = office.person("lucia");
    assign(&office, &hers[..1], mira).unwrap();
    let Passed::Assigned { records, stayed, .. } =
        passed(office.ask(Ask::Undo { passings: passings.clone() })).unwrap()
    else {
        panic!("not taken back")
    };
    assert_eq!((records, stayed), (6, 2));
    assert_eq!(office.open(hers[0]).row.owner, "Mira Sol");
    assert!(hers[1..].iter().all(|record| office.open(*record).row.owner == "Lucía Ferrer"));
    assert_eq!(code(office.ask(Ask::Undo { passings })), Code::ChangedMeanwhile, "once");
    let states: Vec<State> = sheets(&office, Some(hers[1])).iter().map(|sheet| sheet.state).collect();
    assert_eq!(states, [State::Revoked]);
    office.sign_in(SUPERVISOR);
    assert_eq!(office.checked_log().sound, Some(true));
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 4);
    assert!(sheets(&office, None).iter().all(|sheet| sheet.from == "Lucía Ferrer" && !sheet.can_undo));
    assert_eq!(
        code(office.ask(Ask::Undo { passings: vec![hers[1]] })),
        Code::NotAllowed,
        "a caseworker assigns nothing"
    );
    assert_eq!(assign(&office, &hers[1..2], lucia).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn what_cannot_be_assigned_is_refused_with_its_reason_and_stays_as_it_was() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let child = office.register(&a_case().complete().named("Nour Haddad")).record;
    let omar = office.hire("Omar Said", "omar");
    office.sign_in(ADMINISTRATOR);
    office.let_go("omar", SUPERVISOR);
    office.sign_in(SUPERVISOR);
    let before = office.open(child).heads;
    let tarek = office.person("tarek");
    for (to, why) in [
        (omar, Code::CannotReceive),
        (tarek, Code::CannotReceive),
        (office.person("gloria"), Code::CannotReceive),
        (office.person(ADMINISTRATOR), Code::CannotReceive),
        (PersonId::from_random([9; 16]), Code::CannotReceive),
    ] {
        assert_eq!(assign(&office, &[child], to).unwrap_err().code, why);
    }
    let lucia = office.person("lucia");
    let made_up = RecordId::from_random([200; 16]);
    assert_eq!(assign(&office, &[child, made_up], lucia).unwrap_err().code, Code::NotAllowed);
    assert_eq!(assign(&office, &[], lucia).unwrap_err().code, Code::BadRequest);
    let reason = |reason: &str, note: String| {
        let ask = Ask::Assign { records: vec![child], to: lucia, reason: reason.to_owned(), note };
        code(office.ask(ask))
    };
    assert_eq!(reason("because", String::new()), Code::BadRequest);
    assert_eq!(reason("workload", "x".repeat(4_001)), Code::BadRequest);
    let opened = office.open(child);
    assert_eq!((opened.heads, opened.row.owner.as_str()), (before, "Lucía Ferrer"));
    let offered = match passed(office.ask(Ask::Colleagues { records: vec![child] })).unwrap() {
        Passed::Colleagues { colleagues } => colleagues.into_iter().map(|it| it.name).collect::<Vec<_>>(),
        other => panic!("not colleagues: {other:?}"),
    };
    assert_eq!(offered, ["Samuel Okoro"], "nobody who left, has it already, or works with other records");
}

/// Stops after so many times that it was asked.
struct Stops(AtomicUsize);

impl Watch for Stops {
    fn progress(&self, _: Progress) {}
    fn stopped(&self) -> bool {
        self.0.fetch_sub(1, Ordering::Relaxed) == 1
    }
}

#[test]
fn an_assignment_that_is_stopped_halfway_moves_nothing() {
    let (office, child, ..) = two_workers();
    let omar = {
        office.sign_in(SUPERVISOR);
        office.person("omar")
    };
    let ask = Ask::Assign { records: vec![child], to: omar, reason: "area".to_owned(), note: String::new() };
    assert_eq!(code(office.ask_watched(ask, &Stops(1.into()))), Code::Stopped);
    assert_eq!((office.open(child).row.owner.as_str(), sheets(&office, None).len()), ("Lucía Ferrer", 0));
}

#[test]
fn a_case_that_goes_to_another_team_is_read_by_its_supervisors_and_no_longer_by_those_before() {
    let mut office = Office::new("KRG1");
    // Samuel makes the circle of the Hill team for its first member, so it is Rosa who reads the River team alone.
    office.hire_into("Rosa Lima", "rosa", Role::Supervisor, None);
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete().named("Nour Haddad")).record;
    office.sign_in(ADMINISTRATOR);
    let hills = office.add_team("Hill team");
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, Some(hills));
    let hira = office.hire_into_by_team("Hira Khan", "hira", Role::Caseworker, hills, "sara");
    office.sign_in("rosa");
    assert_eq!(opens(&office, child), Ok(()));
    assign(&office, &[child], hira).unwrap();
    assert_eq!(opens(&office, child), Err(Code::NotAllowed));
    assert_eq!((office.list(Show::All).len(), sheets(&office, None).len()), (0, 1));
    office.leave();
    let gives = |login: &str| {
        let ring = Keyring::of(&office.folder, login, &password(login)).try_everything();
        ring.opened_of("match facts").contains(&child.to_string())
    };
    let readers = ["hira", "sara", "lucia", "rosa"].map(gives);
    assert_eq!(readers, [true, true, false, false], "what it gives to matching changes hands at once");
    office.start();
    for login in ["hira", "sara"] {
        office.sign_in(login);
        assert_eq!((opens(&office, child), office.list(Show::All).len()), (Ok(()), 1), "{login}");
        assert_eq!(sheets(&office, Some(child)).len(), 1, "{login}");
    }
}

pub(crate) fn offer(kind: Kind, record: RecordId, to: PersonId) -> Offer {
    let referral = kind == Kind::Referral;
    Offer {
        kind,
        record,
        to,
        parts: if referral { vec!["identity".to_owned(), "plan".to_owned()] } else { Vec::new() },
        why: if referral { "urgent" } else { "moved" }.to_owned(),
        services: if referral { vec!["health".to_owned()] } else { Vec::new() },
        row: None,
        note: "the clinic knows her".to_owned(),
        in_spite: String::new(),
    }
}

/// A step of what was passed on: which, and where it stands.
pub(crate) fn stepped(reply: Result<Reply, Problem>) -> Result<(RecordId, State), Problem> {
    match passed(reply)? {
        Passed::Stepped { passing, state } => Ok((passing, state)),
        other => panic!("not a step: {other:?}"),
    }
}

fn answer(office: &Office, passing: RecordId, yes: bool, note: &str) -> Result<State, Problem> {
    stepped(office.ask(Ask::Answer { passing, yes, note: note.to_owned() })).map(|(_, state)| state)
}

/// What waits for an answer, and what others have not answered, as the first page counts them and as their lists show them.
pub(crate) fn waiting(office: &Office) -> (usize, usize) {
    let Reply::Records(records::Answer::Home(home)) = office.ask(records::Ask::Home {}).unwrap() else {
        panic!("not the first page")
    };
    let listed = |which| match passed(office.ask(Ask::List { which, record: None, skip: 0, take: 50 })).unwrap() {
        Passed::Passings { total, .. } => total,
        other => panic!("not a list: {other:?}"),
    };
    assert_eq!((home.to_answer, home.unanswered), (listed(Which::ForMe), listed(Which::Waiting)));
    (home.to_answer, home.unanswered)
}

/// What somebody's keys open of records: kinds of sealed things, and how many of the words.
fn open_to(office: &Office, login: &str, record: RecordId) -> (bool, usize) {
    let ring = Keyring::of(&office.folder, login, &password(login)).try_everything();
    let plain = ring.beyond_minimal();
    let any =
        ["leaves", "parts", "files", "file keys"].iter().any(|kind| ring.opened_of(kind).contains(&record.to_string()));
    let found: Vec<&str> = WORDS.iter().copied().filter(|word| hits(&[(*word).to_owned()], &plain) > 0).collect();
    // Seen only where a test fails: which words, and in what.
    for (kind, of, bytes) in &ring.opened {
        for word in &found {
            if hits(&[(*word).to_owned()], std::slice::from_ref(bytes)) > 0 {
                eprintln!("{login} reads {word:?} in {kind} of {of}");
            }
        }
    }
    (any, found.len())
}

#[test]
fn a_referral_lets_a_colleague_read_the_chosen_parts_until_it_ends_and_brings_its_words_back() {
    let (mut office, child, _, omar) = two_workers();
    office.sign_in("lucia");
    let row = office.agree_service(child);
    let asked = Offer { row: Some(row), ..offer(Kind::Referral, child, omar) };
    let (passing, state) = stepped(office.ask(Ask::Offer(asked.clone()))).unwrap();
    assert_eq!((state, waiting(&office)), (State::InProgress, (0, 1)));
    assert_eq!(code(office.ask(Ask::Offer(asked))), Code::AlreadyOffered);
    assert_eq!(office.due("referral_acknowledged"), [Some(child)], "an answer is due");

    office.sign_in("omar");
    assert_eq!(waiting(&office), (1, 0));
    let opened = office.open(child);
    assert_eq!(opened.document.get("name_first"), Some(&text(WORDS[0])));
    assert_eq!(opened.document.get("situation"), None, "that part was not chosen");
    assert_eq!((opened.read_only, opened.row.owner.as_str()), (Some(Code::NotAllowed), "Lucía Ferrer"));
    assert!(opened.closed.contains(&"registration".to_owned()));
    let saved = office.try_save(Some(child), opened.heads, set(&[("name_middle", text("mine"))]), vec![], None);
    assert_eq!(saved.unwrap_err().code, Code::NotAllowed, "who helps reads");
    assert_eq!(answer(&office, passing, true, "").unwrap(), State::Accepted);
    office.leave();
    assert_eq!(open_to(&office, "omar", child), (true, 1), "the name and nothing else");
    office.start();
    office.sign_in("omar");
    let finish = Ask::Finish { passing, note: "seen at the clinic".to_owned() };
    assert_eq!(stepped(office.ask(finish.clone())).unwrap().1, State::Done);
    assert_eq!(code(office.ask(finish)), Code::ChangedMeanwhile);
    assert_eq!((opens(&office, child), office.list(Show::All).len()), (Err(Code::NotAllowed), 0));
    let steps: Vec<State> = sheets(&office, None)[0].steps.iter().map(|step| step.state).collect();
    assert_eq!(steps, [State::InProgress, State::Accepted, State::Done], "both sides see all of it");
    office.leave();
    assert_eq!(open_to(&office, "omar", child), (false, 0));

    office.start();
    office.sign_in("lucia");
    assert_eq!(office.checked_log().sound, Some(true));
    assert_eq!(waiting(&office), (1, 0), "what came back waits to be taken over");
    office.ask(Ask::TakeOver { passing }).unwrap();
    assert_eq!(code(office.ask(Ask::TakeOver { passing })), Code::BadRequest, "once");
    let document = office.open(child).document;
    let service = document.rows_of("services").next().unwrap();
    assert_eq!(service.fields.get("mode"), Some(&choice("referral")));
    assert_eq!(service.fields.get("provider"), Some(&text("Omar Said")));
    assert_eq!(service.fields.get("result"), Some(&choice("delivered")));
    assert_eq!(waiting(&office), (0, 0));
}

#[test]
fn a_referral_that_is_rejected_or_withdrawn_is_closed_to_every_key_of_the_colleague() {
    let (mut office, child, _, omar) = two_workers();
    office.sign_in("lucia");
    let (first, _) = stepped(office.ask(Ask::Offer(offer(Kind::Referral, child, omar)))).unwrap();
    office.sign_in("omar");
    assert_eq!(answer(&office, first, false, " ").unwrap_err().code, Code::BadRequest, "a no has its reason");
    assert_eq!(answer(&office, first, false, "no place free").unwrap(), State::Rejected);
    assert_eq!(opens(&office, child), Err(Code::NotAllowed));
    office.sign_in("lucia");
    assert_eq!(sheets(&office, Some(child))[0].steps.last().unwrap().note, "no place free");
    let (second, _) = stepped(office.ask(Ask::Offer(offer(Kind::Referral, child, omar)))).unwrap();
    assert_eq!(answer(&office, second, true, "").unwrap_err().code, Code::NotAllowed, "not for oneself");
    let revoke = Ask::Revoke { passing: second, note: "she moved".to_owned() };
    assert_eq!(stepped(office.ask(revoke.clone())).unwrap().1, State::Revoked);
    assert_eq!(code(office.ask(revoke)), Code::ChangedMeanwhile);
    assert_eq!(office.open(child).closed, Vec::<String>::new());
    office.leave();
    assert_eq!(open_to(&office, "omar", child), (false, 0));
}

#[test]
fn without_consent_only_who_may_offers_a_record_and_says_why() {
    let office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete().with("ok_share_services", no())).record;
    for kind in [Kind::Referral, Kind::Transfer] {
        let refused = code(office.ask(Ask::Offer(offer(kind, child, omar))));
        assert_eq!(refused, if kind == Kind::Referral { Code::NoConsent } else { Code::NotAllowed });
    }
    let spite = |kind| Offer { in_spite: "her life is in danger".to_owned(), ..offer(kind, child, omar) };
    assert_eq!(code(office.ask(Ask::Offer(spite(Kind::Referral)))), Code::NoConsent, "not a caseworker");
    office.sign_in(SUPERVISOR);
    assert_eq!(
        code(office.ask(Ask::Offer(offer(Kind::Transfer, child, omar)))),
        Code::NoConsent,
        "not without a reason"
    );
    for wrong in [
        Offer { parts: vec![], ..spite(Kind::Referral) },
        Offer { parts: vec!["summary".to_owned()], ..spite(Kind::Referral) },
        Offer { why: "because".to_owned(), ..spite(Kind::Referral) },
        Offer { services: vec!["magic".to_owned()], ..spite(Kind::Referral) },
        Offer { parts: vec!["plan".to_owned()], ..spite(Kind::Transfer) },
        Offer { kind: Kind::Assignment, ..spite(Kind::Referral) },
    ] {
        assert_eq!(code(office.ask(Ask::Offer(wrong.clone()))), Code::BadRequest, "{:?}", wrong.why);
    }
    stepped(office.ask(Ask::Offer(spite(Kind::Referral)))).unwrap();
    assert_eq!(sheets(&office, Some(child))[0].in_spite, "her life is in danger");
}

#[test]
fn a_transfer_is_read_while_it_waits_and_changes_hands_when_it_is_accepted() {
    let (mut office, child, incident, omar) = two_workers();
    office.sign_in(SUPERVISOR);
    let (first, _) = stepped(office.ask(Ask::Offer(offer(Kind::Transfer, child, omar)))).unwrap();
    office.sign_in("omar");
    let opened = office.open(child);
    assert_eq!((opened.closed, opened.read_only), (vec![], Some(Code::NotAllowed)));
    assert_eq!(opens(&office, incident), Ok(()));
    assert_eq!(answer(&office, first, false, "too far").unwrap(), State::Rejected);
    assert_eq!((opens(&office, child), opens(&office, incident)), (Err(Code::NotAllowed), Err(Code::NotAllowed)));
    office.leave();
    assert_eq!(open_to(&office, "omar", child), (false, 0));
    assert_eq!(open_to(&office, "omar", incident), (false, 0));

    office.start();
    office.sign_in(SUPERVISOR);
    let (second, _) = stepped(office.ask(Ask::Offer(offer(Kind::Transfer, child, omar)))).unwrap();
    office.sign_in("lucia");
    assert_eq!(opens(&office, child), Ok(()), "responsible until the answer");
    assert_eq!(answer(&office, second, true, "").unwrap_err().code, Code::NotAllowed);
    office.sign_in("omar");
    assert_eq!(answer(&office, second, true, "").unwrap(), State::Accepted);
    office.edit(child, &[("landmark", text("a gate"))]);
    assert_eq!(office.open(incident).row.owner, "Omar Said");
    office.sign_in("lucia");
    assert_eq!((opens(&office, child), office.list(Show::All).len()), (Err(Code::NotAllowed), 0));
    let stub = &sheets(&office, None)[0];
    assert_eq!((stub.state, stub.to.as_str(), stub.about.len()), (State::Accepted, "Omar Said", 2));
    office.leave();
    assert_eq!(open_to(&office, "lucia", child), (false, 0));
    office.start();
    office.sign_in(SUPERVISOR);
    assert_eq!(office.checked_log().sound, Some(true));
    // Sent by a colleague, answered by the supervisor for whoever it went to: here back to Lucía.
    let lucia = office.person("lucia");
    let (back, _) = stepped(office.ask(Ask::Offer(offer(Kind::Transfer, child, lucia)))).unwrap();
    assert_eq!(answer(&office, back, true, "").unwrap_err().code, Code::NotAllowed, "not what one sent oneself");
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, None);
    office.sign_in("sara");
    assert_eq!(answer(&office, back, true, "Lucía is on the road").unwrap(), State::Accepted);
    assert_eq!(office.open(child).row.owner, "Lucía Ferrer");
}

#[test]
fn a_colleague_asks_for_a_case_by_its_code_and_a_yes_offers_it_to_them() {
    let (office, child, ..) = two_workers();
    office.sign_in("lucia");
    let case = office.open(child).row.code;
    office.sign_in("omar");
    let lucia = match passed(office.ask(Ask::Colleagues { records: vec![] })).unwrap() {
        Passed::Colleagues { colleagues } => {
            colleagues.into_iter().find(|it| it.name == "Lucía Ferrer").unwrap().person
        }
        other => panic!("not colleagues: {other:?}"),
    };
    let ask = |code: &str| Ask::AskFor { code: code.to_owned(), of: lucia, note: "her sister is my case".to_owned() };
    let (asked, _) = stepped(office.ask(ask(&case))).unwrap();
    let (unknown, _) = stepped(office.ask(ask("KRG1-2026-9999-9"))).unwrap();
    assert_eq!(waiting(&office), (0, 2));
    office.sign_in("lucia");
    assert_eq!(waiting(&office).0, 2);
    assert_eq!(answer(&office, asked, true, "").unwrap_err().code, Code::NotAllowed, "transfers are the supervisor's");
    assert_eq!(answer(&office, unknown, false, "no such child").unwrap(), State::Rejected);
    office.sign_in(SUPERVISOR);
    assert_eq!(answer(&office, asked, true, "").unwrap(), State::Accepted);
    office.sign_in("omar");
    let transfer = sheets(&office, Some(child)).remove(0);
    assert_eq!((transfer.kind, transfer.state, transfer.can_accept), (Kind::Transfer, State::InProgress, true));
    assert_eq!(answer(&office, transfer.passing, true, "").unwrap(), State::Accepted);
    assert_eq!(office.open(child).row.owner, "Omar Said");
}

#[test]
fn whoever_is_responsible_next_reads_what_was_passed_on_before_and_nothing_of_it_outlives_the_case() {
    let office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    let sara = office.hire("Sara Mendes", "sara");
    let lucia = office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().complete());
    let referral = offer(Kind::Referral, saved.record, omar);
    stepped(office.ask(Ask::Offer(referral))).unwrap();
    let another = office.register(&a_case().complete().named("Another Child"));
    office.sign_in(SUPERVISOR);
    assign(&office, &[saved.record, another.record], sara).unwrap();
    office.sign_in("sara");
    assert_eq!(sheets(&office, Some(saved.record)).len(), 2, "the referral of before, and the assignment");
    office.sign_in(SUPERVISOR);
    assign(&office, &[saved.record], lucia).unwrap();
    crate::retention::destroy(&office, &saved);
    let left = sheets(&office, None);
    let names = |passing: &Passing| passing.about.iter().any(|about| about.code == saved.code);
    assert_eq!(
        left.iter().filter(|it| names(it)).map(|it| it.about.len()).collect::<Vec<_>>(),
        [2],
        "one names others too"
    );
    assert_eq!(office.checked_log().sound, Some(true), "whoever had it once finds nothing wrong either");
}

#[test]
fn a_case_is_not_closed_over_a_referral_or_a_follow_up_that_was_agreed() {
    let (office, child, _, omar) = two_workers();
    office.sign_in("lucia");
    let (passing, _) = stepped(office.ask(Ask::Offer(offer(Kind::Referral, child, omar)))).unwrap();
    let mut document = office.open(child).document;
    let row = RowId::from_random([6; 16]);
    let cells = document.rows.entry("followups".to_owned()).or_default().push(row);
    cells.insert("visit_on".to_owned(), date("2026-11-20"));
    cells.insert("next_on".to_owned(), date("2026-11-30"));
    office.try_write(child, &document, &[]).unwrap();
    office.complete(child, "closure", &[("closed_on", date("2026-11-21"))]);
    let ask = || office.ask(work::Ask::AskApproval { record: child, form: "closure".into() });
    let refused = ask().unwrap_err();
    assert_eq!((refused.code, refused.args["count"].as_str()), (Code::OpenWork, "2"));
    let revoke = Ask::Revoke { passing, note: "no longer needed".to_owned() };
    stepped(office.ask(revoke)).unwrap();
    assert_eq!(ask().unwrap_err().args["count"].as_str(), "1");
    let mut document = office.open(child).document;
    document.rows.get_mut("followups").and_then(|rows| rows.fields_mut(row)).unwrap().remove("next_on");
    office.try_write(child, &document, &[]).unwrap();
    ask().unwrap();
}
