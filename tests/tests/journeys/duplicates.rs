//! Children registered twice: told of while the name is typed, in any script; found over the caseload; joined under one record with both
//! pasts kept, or dismissed for a reason that is remembered (DOMAIN.md 6.3, rule 10; 12.2, A10, A13).

use crate::exchange::{TwoOffices, two_offices};
use crate::shaping::{apply, begin};
use amparo_api::duplicates::{Alike, Answer, Ask, Decision, Double, Joined, Pair, Same, Searched, SideBySide, State};
use amparo_api::records::{Answer as Cases, Ask as Records, Show};
use amparo_api::tracing::Verdict;
use amparo_api::{Code, Problem, Reply};
use amparo_forms::settings::Looking;
use amparo_matching::{Band, How, Reason};
use amparo_model::ids::RecordId;
use amparo_model::person::Role;
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Document, RowId, Value};
use amparo_office::Watch;
use amparo_tests::office::{ACase, ADMINISTRATOR, Office, SUPERVISOR, Saved, a_case, choice, set, text, yes};

fn girl(first: &str, father: &str, family: &str) -> ACase {
    let named = a_case().with("name_first", text(first)).with("name_middle", text(father));
    named.with("name_last", text(family)).with("sex", choice("female"))
}

/// What somebody has typed so far.
fn typed(first: &str, father: &str, family: &str) -> Document {
    let mut document = Document::default();
    for (field, value) in [
        ("name_first", text(first)),
        ("name_middle", text(father)),
        ("name_last", text(family)),
        ("sex", choice("female")),
    ] {
        document.set(field, value);
    }
    document
}

fn like(office: &Office, record: Option<RecordId>, document: &Document) -> Vec<Alike> {
    match office.ask(Ask::Like { record, document: document.clone() }).unwrap() {
        Reply::Duplicates(Answer::Alike { children }) => children,
        other => panic!("nobody asked that: {other:?}"),
    }
}

fn search(office: &Office, watch: &dyn Watch) -> Searched {
    match office.ask_watched(Ask::Search {}, watch).unwrap() {
        Reply::Duplicates(Answer::Searched(searched)) => searched,
        other => panic!("not a search: {other:?}"),
    }
}

fn pairs(office: &Office, state: State) -> (Vec<Double>, [usize; 3], usize) {
    match office.ask(Ask::Pairs { state, skip: 0, take: 50 }).unwrap() {
        Reply::Duplicates(Answer::Pairs { pairs, counts, changed, total, .. }) => {
            assert_eq!(total, counts[state as usize]);
            (pairs, counts, changed)
        }
        other => panic!("no pairs: {other:?}"),
    }
}

fn compare(office: &Office, pair: Pair) -> Result<SideBySide, Problem> {
    office.ask(Ask::Compare { pair }).map(|reply| match reply {
        Reply::Duplicates(Answer::Comparison(beside)) => *beside,
        other => panic!("not a comparison: {other:?}"),
    })
}

fn decide(office: &Office, pair: Pair, decision: Decision, reason: &str) -> Result<Reply, Problem> {
    office.ask(Ask::Decide { pair, decision, reason: reason.to_owned() })
}

fn of(office: &Office, record: RecordId) -> (Option<Joined>, Vec<Joined>) {
    match office.ask(Ask::Of { record }).unwrap() {
        Reply::Duplicates(Answer::Of { under, holds }) => (under, holds),
        other => panic!("nobody asked that: {other:?}"),
    }
}

fn status(office: &Office, record: RecordId) -> Status {
    office.open(record).row.status.unwrap()
}

/// Two caseworkers who registered one girl, each in their own script, and other children; the supervisor is signed in.
fn twice() -> (Office, Saved, Saved) {
    let office = Office::new("KRG1");
    office.hire_all(&[("Lucía Ferrer", "lucia", Role::Caseworker), ("Diego Paz", "diego", Role::Caseworker)]);
    office.sign_in("lucia");
    let one = office.register(&girl("فاطمة", "محمد", "القاضي").complete());
    office.register(&girl("Rana", "Issa", "Darwish").complete());
    office.sign_in("diego");
    let other = office.register(&girl("Fatma", "Mohammed", "Al-Qadi").complete());
    office.register(&girl("Hiba", "Omar", "Saleh").complete());
    office.sign_in(SUPERVISOR);
    (office, one, other)
}

#[test]
fn while_a_name_is_typed_a_child_registered_in_another_script_is_told() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let there = office.register(&girl("فاطمة", "محمد", "القاضي").complete());
    let found = like(&office, None, &typed("Fatma", "Mohamed", "El Qadi"));
    let [alike] = &found[..] else { panic!("{found:?}") };
    assert_eq!((alike.record, alike.side.code.as_str()), (Some(there.record), there.code.as_str()));
    assert!(alike.band >= Band::Possible && !alike.side.name.is_empty());
    let other_script = |reason: &&Reason| matches!(reason, Reason::Name { how: How::OtherScript, .. });
    assert!(alike.reasons.iter().filter(other_script).count() >= 2, "{alike:?}");
    assert!(like(&office, None, &typed("Rojin", "Azad", "Zebari")).is_empty());
    assert!(like(&office, None, &Document::default()).is_empty());
    // A child is not its own double.
    assert!(like(&office, Some(there.record), &office.open(there.record).document).is_empty());
}

#[test]
fn names_alone_in_another_spelling_are_enough_to_be_told() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let there = office.register(&girl("Nour", "Ali", "Haddad").complete());
    for (first, father, family) in [
        ("Rana", "Issa", "Darwish"),
        ("Hiba", "Omar", "Saleh"),
        ("Amal", "Yusuf", "Nasser"),
        ("Zahra", "Karim", "Aziz"),
    ] {
        office.register(&girl(first, father, family).complete());
    }
    let mut names = typed("Nur", "Ali", "Haddad");
    names.fields.remove("sex");
    let found = like(&office, None, &names);
    assert!(found.iter().any(|alike| alike.record == Some(there.record)), "{found:?}");
    names.fields.remove("name_middle");
    let found = like(&office, None, &names);
    assert!(found.iter().any(|alike| alike.record == Some(there.record)), "given and family name: {found:?}");
}

#[test]
fn a_number_is_the_same_with_and_without_dashes_and_spaces() {
    let with_number = |mut document: Document, number: &str| {
        let row = document.rows.entry("other_agency_docs".to_owned()).or_default().push(RowId::from_random([5; 16]));
        row.insert("number".to_owned(), text(number));
        document
    };
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let document = with_number(typed("Salma", "Rashid", "Habib"), "IQZ-00 123/45");
    let there = office.try_register_of(RecordType::CASE, &document, &[]).unwrap();
    let found = like(&office, None, &with_number(typed("Noor", "Karim", "Aziz"), "iqz0012345"));
    let [alike] = &found[..] else { panic!("{found:?}") };
    assert_eq!((alike.record, &alike.same[..]), (Some(there.record), &[Same::Number][..]));
    assert!(like(&office, None, &with_number(typed("Noor", "Karim", "Aziz"), "iqz0012346")).is_empty());
    // The mother's number is that of brothers and sisters as well.
    let with_mother = |mut document: Document| {
        let row = document.rows.entry("family".to_owned()).or_default().push(RowId::from_random([6; 16]));
        row.insert("id_number".to_owned(), text("M-4477-1"));
        document
    };
    office.try_register_of(RecordType::CASE, &with_mother(typed("Sara", "Nabil", "Hamad")), &[]).unwrap();
    assert!(like(&office, None, &with_mother(typed("Lina", "Nabil", "Hamad"))).iter().all(|it| it.same.is_empty()));
}

#[test]
fn of_a_case_one_may_not_open_only_code_age_sex_and_owner_are_told() {
    let office = Office::new("KRG1");
    office.hire_all(&[("Lucía Ferrer", "lucia", Role::Caseworker), ("Tarek Mansour", "tarek", Role::TracingOfficer)]);
    office.sign_in("lucia");
    let there = office.register(&girl("فاطمة", "محمد", "القاضي").with("ok_tracing", yes()).complete());
    office.sign_in("tarek");
    let found = like(&office, None, &typed("Fatma", "Mohamed", "El Qadi"));
    let [alike] = &found[..] else { panic!("{found:?}") };
    assert_eq!((alike.record, alike.side.name.as_str(), alike.side.opens), (None, "", false));
    let side = (alike.side.code.as_str(), alike.side.sex.as_str(), alike.side.owner.as_str());
    assert_eq!(side, (there.code.as_str(), "female", "Lucía Ferrer"));
    assert!(names_in(&alike.reasons).is_empty(), "{alike:?}");
}

#[test]
fn a_search_over_the_caseload_finds_the_pair_and_then_compares_only_what_changed() {
    let (office, one, other) = twice();
    assert_eq!(pairs(&office, State::Waiting).2, 4, "nobody was compared yet");
    let first = search(&office, &());
    assert_eq!((first.compared, first.waiting, first.stopped), (4, 1, false));
    let (waiting, counts, changed) = pairs(&office, State::Waiting);
    let [double] = &waiting[..] else { panic!("{waiting:?}") };
    let both = [double.pair.one, double.pair.other];
    assert!(both.contains(&one.record) && both.contains(&other.record));
    assert!(double.band >= Some(Band::Possible) && !double.reasons.is_empty() && double.said.is_none());
    assert_eq!((counts, changed), ([1, 0, 0], 0));
    assert_eq!(search(&office, &()).compared, 0);
    let beside = compare(&office, double.pair).unwrap();
    let verdict = |fact: &str| beside.facts.iter().find(|it| it.fact == fact).map(|it| it.verdict);
    assert_eq!((verdict("name"), verdict("sex")), (Some(Verdict::Agree), Some(Verdict::Agree)));
    assert!(beside.may_keep_one && beside.may_keep_other && beside.may_decide && beside.past.is_empty());
    let looks = office.ask(amparo_api::past::Ask::Looks { record: one.record, skip: 0, take: 50 }).unwrap();
    assert!(format!("{looks:?}").contains("duplicates_compared"));
}

#[test]
fn a_search_that_is_stopped_keeps_what_it_has_and_goes_on() {
    struct AfterTheFirst(std::sync::atomic::AtomicBool);
    impl Watch for AfterTheFirst {
        fn progress(&self, progress: amparo_api::Progress) {
            // The children are four; reading them in is told of too.
            self.0.fetch_or(progress.of == 4 && progress.done == 0, std::sync::atomic::Ordering::SeqCst);
        }
        fn stopped(&self) -> bool {
            self.0.load(std::sync::atomic::Ordering::SeqCst)
        }
    }
    let (office, ..) = twice();
    pairs(&office, State::Waiting);
    let stopped = search(&office, &AfterTheFirst(false.into()));
    assert_eq!((stopped.compared, stopped.stopped), (0, true));
    assert_eq!(search(&office, &()).compared, 4);
}

/// The names that reasons tell.
fn names_in(reasons: &[Reason]) -> Vec<&str> {
    let told = reasons.iter().filter_map(|reason| match reason {
        Reason::Name { asked, found, .. } | Reason::NameDiffers { asked, found, .. } => Some([asked, found]),
        _ => None,
    });
    told.flatten().map(String::as_str).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_name_that_is_to_be_hidden_stands_in_no_reason() {
    let (office, one, _) = twice();
    search(&office, &());
    let told = |office: &Office| {
        let reasons = pairs(office, State::Waiting).0.into_iter().map(|double| double.reasons);
        let typed = like(office, None, &typed("Fatma", "Mohamed", "El Qadi")).into_iter();
        reasons
            .chain(typed.filter(|alike| alike.record == Some(one.record)).map(|alike| alike.reasons))
            .collect::<Vec<_>>()
    };
    let before = told(&office);
    assert_eq!(before.len(), 2);
    assert!(before.iter().all(|reasons| !names_in(reasons).is_empty()), "{before:?}");
    office.sign_in("lucia");
    office.ask(amparo_api::around::Ask::ProtectName { record: one.record, on: true }).unwrap();
    office.sign_in(SUPERVISOR);
    search(&office, &());
    let after = told(&office);
    assert_eq!(after.len(), 2);
    for reasons in &after {
        assert!(names_in(reasons).is_empty(), "{reasons:?}");
        assert!(reasons.iter().any(|reason| matches!(reason, Reason::Name { .. })), "why is still said");
    }
}

#[test]
fn two_children_are_remembered_with_the_reason_until_something_changes() {
    let (office, one, other) = twice();
    let pair = Pair { one: one.record, other: other.record };
    search(&office, &());
    assert_eq!(decide(&office, pair, Decision::Dismissed, " ").unwrap_err().code, Code::BadRequest);
    decide(&office, pair, Decision::Dismissed, "Cousins: their mothers came together.").unwrap();
    let (dismissed, counts, _) = pairs(&office, State::Dismissed);
    assert_eq!(counts, [0, 0, 1]);
    let said = dismissed[0].said.as_ref().unwrap();
    assert_eq!((said.decision, said.reason.as_str()), (Decision::Dismissed, "Cousins: their mothers came together."));
    let again = decide(&office, pair, Decision::Dismissed, "Once more.");
    assert_eq!(again.unwrap_err().code, Code::ChangedMeanwhile);
    // In another session too, and whoever looks while changing one of them is not asked again.
    office.sign_in(SUPERVISOR);
    search(&office, &());
    assert_eq!(pairs(&office, State::Waiting).1, [0, 0, 1]);
    assert!(like(&office, Some(one.record), &office.open(one.record).document).is_empty());
    let opened = office.open(one.record);
    let change = set(&[("distinguishing_marks", text("A scar on the left hand"))]);
    let heads = opened.heads;
    let (of, complete) = (RecordType::CASE, opened.complete);
    let record = Some(one.record);
    office.ask(Records::Save { record, of, heads, change, complete, renewed: Vec::new(), draft: None }).unwrap();
    search(&office, &());
    assert_eq!(pairs(&office, State::Waiting).1, [1, 0, 0], "something changed");
}

#[test]
fn joined_records_keep_their_pasts_and_stand_as_before_when_it_is_taken_back() {
    let (office, one, other) = twice();
    let pair = Pair { one: one.record, other: other.record };
    let before = (status(&office, one.record), status(&office, other.record));
    search(&office, &());
    decide(&office, pair, Decision::Joined, "Found again at the clinic.").unwrap();
    assert_eq!((status(&office, one.record), status(&office, other.record)), (before.0, Status::Duplicate));
    let (joined, counts, _) = pairs(&office, State::Joined);
    assert_eq!((joined[0].pair, counts), (pair, [0, 1, 0]));
    for record in [one.record, other.record] {
        let Ok(Reply::Records(Cases::History { entries })) = office.ask(Records::History { record }) else { panic!() };
        assert_eq!(entries.len(), 2, "the registration stays, and what was said comes after it");
        let looks = office.ask(amparo_api::past::Ask::Looks { record, skip: 0, take: 50 });
        assert!(looks.is_ok());
    }
    // Whoever opens the duplicate is led on, the caseworker who may not open the other too.
    office.sign_in("diego");
    let (under, holds) = of(&office, other.record);
    let under = under.unwrap();
    assert_eq!((under.code.as_str(), under.record, holds.len()), (one.code.as_str(), None, 0));
    assert_eq!((under.said.reason.as_str(), under.said.decision), ("Found again at the clinic.", Decision::Joined));
    assert!(office.ask(Ask::Of { record: one.record }).is_err());
    office.sign_in(SUPERVISOR);
    let (under, holds) = of(&office, one.record);
    assert!(under.is_none() && holds[0].record == Some(other.record));
    search(&office, &());
    // Nobody is warned of a duplicate, nor joins it again.
    let found = like(&office, None, &typed("Fatma", "Mohammed", "Al-Qadi"));
    assert!(found.iter().all(|alike| alike.record != Some(other.record)), "{found:?}");
    assert_eq!(decide(&office, pair, Decision::Joined, "").unwrap_err().code, Code::ChangedMeanwhile);
    let beside = compare(&office, pair).unwrap();
    assert!(!beside.may_keep_one && beside.may_decide && beside.past.len() == 1);
    decide(&office, pair, Decision::Undone, "").unwrap();
    assert_eq!(of(&office, other.record), (None, Vec::new()));
    assert_eq!((status(&office, one.record), status(&office, other.record)), before);
    search(&office, &());
    assert_eq!(pairs(&office, State::Waiting).1, [1, 0, 0]);
    assert_eq!(compare(&office, pair).unwrap().past.len(), 2);
    assert_eq!(decide(&office, pair, Decision::Undone, "").unwrap_err().code, Code::ChangedMeanwhile);
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let (office, one, other) = twice();
    let nobody = RecordId::from_random([3; 16]);
    for (a, b) in [(one.record, one.record), (one.record, nobody), (nobody, other.record)] {
        let pair = Pair { one: a, other: b };
        assert!(compare(&office, pair).is_err());
        assert!(decide(&office, pair, Decision::Joined, "").is_err());
    }
    let pair = Pair { one: one.record, other: other.record };
    assert_eq!(decide(&office, pair, Decision::Dismissed, &"x".repeat(4_001)).unwrap_err().code, Code::BadRequest);
    assert_eq!(status(&office, other.record), Status::Open);
    // Names that are no names, and very long ones, find nobody and hurt nobody.
    for name in ["", "😀 \u{202E}", "a", &"Fatma ".repeat(400)] {
        like(&office, None, &typed(name, "", ""));
    }
    let strange = like(&office, None, &{
        let mut document = typed("Fatma", "Mohammed", "Al-Qadi");
        document.set("age", Value::Number(150));
        document
    });
    assert!(!strange.is_empty(), "an impossible age says nothing");
}

#[test]
fn a_child_whom_a_sealed_file_brings_and_whom_the_office_has_is_told_at_once() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    hq.hire("Ana Ruiz", "ana");
    hq.sign_in("ana");
    let ours = hq.register(&a_case().named("نور حداد").complete());
    hq.register(&a_case().named("Selam Tesfaye").complete());
    hq.sign_in(SUPERVISOR);
    // Somebody asked about duplicates before the file came.
    assert_eq!(search(&hq, &()).waiting, 0);
    let path = field.try_seal(saved.record, to, "copy.amparo").unwrap();
    assert_eq!(hq.take_in(&path), 1);
    let among = |records: Vec<RecordId>| match hq.ask(Ask::Among { records }).unwrap() {
        Reply::Duplicates(Answer::Searched(searched)) => (searched.compared, searched.waiting),
        other => panic!("not a search: {other:?}"),
    };
    assert_eq!(among(vec![saved.record]), (1, 1));
    let (waiting, ..) = pairs(&hq, State::Waiting);
    assert!(waiting.iter().any(|double| [double.pair.one, double.pair.other].contains(&ours.record)));
    assert_eq!(among(Vec::new()), (0, 0), "of nobody nothing is said");
}

#[test]
fn an_office_may_want_that_somebody_looks_before_a_child_is_registered() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    office.register(&girl("فاطمة", "محمد", "القاضي").complete());
    let again = || girl("Fatma", "Mohammed", "Al-Qadi").complete();
    let looked = |document: &Document| office.ask(Ask::Looked { document: document.clone() });
    let set_to = |looking: Looking| {
        office.sign_in(ADMINISTRATOR);
        let (draft, mut written) = begin(&office);
        written.settings.looking = looking;
        apply(&office, draft, &written);
        office.sign_in("lucia");
    };
    set_to(Looking::MustLook);
    assert_eq!(office.try_register(&again()).unwrap_err().code, Code::LookFirst);
    assert_eq!(office.list(Show::All).len(), 1, "nothing was saved");
    // Nobody is like this one, so nothing has to be said.
    office.register(&girl("Selam", "Tesfaye", "Gebre").complete());
    // What was said of one child is not said of another.
    looked(&typed("Fatima", "Mohammed", "Al-Qadi")).unwrap();
    assert_eq!(office.try_register(&again()).unwrap_err().code, Code::LookFirst);
    looked(&typed("Fatma", "Mohammed", "Al-Qadi")).unwrap();
    office.register(&again());
    // As offices are that did not say otherwise: told, and saved all the same.
    set_to(Looking::Warn);
    office.register(&girl("Fatuma", "Mohamed", "Alqadi").complete());
}
