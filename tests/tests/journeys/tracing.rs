//! Family tracing: a child registered in one script is found for a mother who asks in another; consent decides who is looked for; what
//! somebody said about a pair is kept (DOMAIN.md 6, tests A3, A4, A5, A19, A20).

use amparo_api::records::{Answer as Cases, Ask as Records};
use amparo_api::tracing::{
    Answer, Ask, Comparison, Decided, Decision, Lead, MatchSettings, Matched, Pair, Search, Searched, State, Verdict,
    WhyNot,
};
use amparo_api::{Code, Problem, Reply};
use amparo_matching::{Band, How, Reason};
use amparo_model::ids::{Moment, RecordId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, RowId, Value};
use amparo_office::Watch;
use amparo_tests::office::{ACase, Office, SUPERVISOR, Saved, a_case, choice, choices, no, set, text, yes};
use amparo_tests::sought::{a_request, add_daughter, add_trace};

/// A girl whose caseworker writes Arabic.
fn girl() -> ACase {
    let case = a_case()
        .with("ok_tracing", yes())
        .with("name_first", text("فاطمة"))
        .with("name_middle", text("محمد"))
        .with("name_last", text("القاضي"))
        .with("mother_name_first", text("زينب"))
        .with("father_name_first", text("محمد"))
        .with("nationality", choices(&["sy"]));
    case.complete()
}

fn find(office: &Office, record: RecordId) -> Vec<Search> {
    match office.ask(Ask::Find { record }).unwrap() {
        Reply::Tracing(Answer::Found { searches }) => searches,
        other => panic!("not found: {other:?}"),
    }
}

pub(crate) fn leads(office: &Office, record: RecordId) -> Vec<Lead> {
    find(office, record).into_iter().flat_map(|search| search.leads).collect()
}

fn compare(office: &Office, pair: Pair) -> Result<Comparison, Problem> {
    office.ask(Ask::Compare { pair }).map(|reply| match reply {
        Reply::Tracing(Answer::Comparison(comparison)) => *comparison,
        other => panic!("not a comparison: {other:?}"),
    })
}

fn decide(office: &Office, pair: Pair, decision: Decision, reason: &str) -> Result<Option<Decided>, Problem> {
    office.ask(Ask::Decide { pair, decision, reason: reason.to_owned() }).map(|reply| match reply {
        Reply::Tracing(Answer::Decided { decided }) => decided,
        other => panic!("not a decision: {other:?}"),
    })
}

/// A new version of the consent, with another answer.
pub(crate) fn consent(office: &Office, record: RecordId, answer: Value) {
    let opened = office.open(record);
    let (renewed, complete) = opened.complete.into_iter().partition(|form| form == "consent");
    let change = set(&[("ok_tracing", answer)]);
    let of = RecordType::CASE;
    let save = Records::Save { record: Some(record), of, heads: opened.heads, change, complete, renewed, draft: None };
    office.ask(save).unwrap();
}

fn register(office: &Office, request: &Document) -> Saved {
    office.try_register_of(RecordType::TRACING_REQUEST, request, &[]).unwrap()
}

/// An office with a caseworker, a tracing officer, the girl and the request of her mother; the tracing officer is signed in.
pub(crate) struct Family {
    pub(crate) office: Office,
    pub(crate) girl: Saved,
    pub(crate) request: Saved,
    pub(crate) pair: Pair,
}

pub(crate) fn family() -> Family {
    let office = Office::new("KRG1");
    office.hire_all(&[("Lucía Ferrer", "lucia", Role::Caseworker), ("Tarek Mansour", "tarek", Role::TracingOfficer)]);
    office.sign_in("lucia");
    let girl = office.register(&girl());
    for (name, sex) in [("Omar Saleh", "male"), ("Hiba Darwish", "female"), ("Rana Issa", "female")] {
        office.register(&a_case().named(name).with("sex", choice(sex)).with("ok_tracing", yes()).complete());
    }
    office.sign_in("tarek");
    let mut document = a_request();
    let trace = add_daughter(&mut document, 7);
    let request = register(&office, &document);
    let pair = Pair { child: girl.record, request: request.record, trace };
    Family { office, girl, request, pair }
}

#[test]
fn a_tracing_officer_finds_a_child_in_another_script_without_opening_her_case() {
    let Family { office, girl, request, pair } = family();
    let searches = find(&office, request.record);
    let [search] = &searches[..] else { panic!("one person is looked for") };
    assert_eq!((search.why_not, search.name.as_str()), (None, "Fatma Mohammed Al-Qadi"));
    let lead = &search.leads[0];
    assert_eq!((lead.pair, lead.decided.clone()), (pair, None));
    assert!(lead.band >= Band::Good, "{lead:?}");
    let other_script = |reason: &&Reason| matches!(reason, Reason::Name { how: How::OtherScript, .. });
    assert!(lead.reasons.iter().filter(other_script).count() >= 2, "{lead:?}");
    assert!(lead.reasons.iter().any(|reason| matches!(reason, Reason::Age { agrees: true, .. })), "{lead:?}");
    assert_eq!((lead.child.code.as_str(), lead.child.opens), (girl.code.as_str(), false));
    assert_eq!(lead.child.owner, "Lucía Ferrer", "whom to speak to");
    let opened = office.ask(Records::Open { record: girl.record });
    assert_eq!(opened.unwrap_err().code, Code::NotAllowed, "a lead opens no case");
    // Nobody else is like her.
    assert!(search.leads[1..].iter().all(|lead| lead.band < Band::Good), "{:?}", search.leads);
    // From the child's side too, by whoever supervises.
    office.sign_in(SUPERVISOR);
    let from_child = leads(&office, girl.record);
    assert_eq!(from_child.first().map(|lead| lead.pair), Some(pair));
    assert!(from_child[0].child.opens && from_child[0].sought.opens);
    // A caseworker does not read who is looked for.
    office.sign_in("lucia");
    assert_eq!(office.ask(Ask::Find { record: girl.record }).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn only_who_agreed_is_looked_for_and_withdrawing_takes_the_child_out_at_once() {
    let Family { office, girl, request, pair } = family();
    assert!(!leads(&office, request.record).is_empty());
    office.sign_in("lucia");
    consent(&office, girl.record, no());
    office.sign_in("tarek");
    assert!(leads(&office, request.record).iter().all(|lead| lead.pair != pair));
    assert_eq!(compare(&office, pair).unwrap_err().code, Code::NotAllowed);
    assert_eq!(decide(&office, pair, Decision::Confirmed, "").unwrap_err().code, Code::NotAllowed);
    office.sign_in(SUPERVISOR);
    let search = find(&office, girl.record);
    assert_eq!((search[0].why_not, search[0].leads.len()), (Some(WhyNot::NoConsent), 0), "and the reason is told");
    // In the session that withdraws it, too, and when it is given again.
    consent(&office, girl.record, yes());
    assert_eq!(find(&office, girl.record)[0].why_not, None);
    assert!(leads(&office, request.record).iter().any(|lead| lead.pair == pair));
    consent(&office, girl.record, no());
    assert!(leads(&office, request.record).iter().all(|lead| lead.pair != pair));
}

#[test]
fn a_request_of_somebody_who_does_not_agree_to_share_finds_nobody_and_says_why() {
    let Family { office, request: asked, .. } = family();
    let mut document = office.open(asked.record).document;
    document.set("agrees_to_share", no());
    let silent = register(&office, &document);
    let search = find(&office, silent.record);
    assert_eq!((search[0].why_not, search[0].leads.len()), (Some(WhyNot::NoConsent), 0));
}

#[test]
fn children_registered_before_the_first_tracing_officer_came_are_found() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let girl = office.register(&girl());
    office.sign_in(SUPERVISOR);
    office.hire_all(&[("Tarek Mansour", "tarek", Role::TracingOfficer)]);
    office.sign_in("tarek");
    let mut document = a_request();
    let trace = add_daughter(&mut document, 7);
    let request = register(&office, &document);
    let pair = Pair { child: girl.record, request: request.record, trace };
    // Whoever reads the case prepares it behind their first list, which takes a moment.
    let found = (1..=10).any(|moments| {
        office.sign_in(SUPERVISOR);
        std::thread::sleep(std::time::Duration::from_millis(300 * moments));
        office.sign_in("tarek");
        leads(&office, request.record).iter().any(|lead| lead.pair == pair)
    });
    assert!(found);
}

#[test]
fn both_sides_stand_beside_each_other_and_the_look_is_in_the_log_of_both() {
    let Family { office, girl, pair, .. } = family();
    let comparison = compare(&office, pair).unwrap();
    let verdict = |fact: &str| comparison.facts.iter().find(|it| it.fact == fact).map(|it| it.verdict);
    assert_eq!(verdict("name"), Some(Verdict::Agree));
    assert_eq!(verdict("mother"), Some(Verdict::Agree), "the one who asks is the mother");
    assert_eq!(verdict("age"), Some(Verdict::Agree), "nine and about ten");
    assert_eq!(verdict("father"), Some(Verdict::Missing));
    assert!(comparison.may_decide && comparison.past.is_empty());
    office.sign_in("lucia");
    let looks = office.ask(amparo_api::past::Ask::Looks { record: girl.record, skip: 0, take: 50 }).unwrap();
    let told = format!("{looks:?}");
    assert!(told.contains("match_compared"), "whoever is responsible sees who looked: {told}");
}

#[test]
fn a_no_needs_a_reason_is_remembered_and_comes_back_only_when_something_changes() {
    let Family { office, girl, request, pair } = family();
    assert_eq!(decide(&office, pair, Decision::Rejected, "  ").unwrap_err().code, Code::BadRequest);
    assert!(leads(&office, request.record)[0].decided.is_none(), "nothing was kept of it");
    let said = decide(&office, pair, Decision::Rejected, "The mother saw the photo.").unwrap().unwrap();
    assert_eq!((said.decision, said.by.as_str(), said.changed), (Decision::Rejected, "Tarek Mansour", false));
    assert_eq!(decide(&office, pair, Decision::Rejected, "Again").unwrap_err().code, Code::ChangedMeanwhile);
    office.sign_in(SUPERVISOR);
    let found = leads(&office, request.record);
    let lead = found.iter().find(|lead| lead.pair == pair).unwrap();
    assert_eq!(lead.decided.as_ref().map(|said| said.reason.as_str()), Some("The mother saw the photo."));
    assert!(!lead.decided.as_ref().unwrap().changed);
    office.edit(girl.record, &[("name_other", text("Fattoum"))]);
    let found = leads(&office, request.record);
    let lead = found.iter().find(|lead| lead.pair == pair).unwrap();
    assert!(lead.decided.as_ref().unwrap().changed, "a new name may mean another answer");
}

#[test]
fn a_yes_stands_in_the_request_can_be_taken_back_and_ends_no_search() {
    let Family { office, girl, request, pair } = family();
    decide(&office, pair, Decision::Confirmed, "").unwrap();
    let cell = |office: &Office, cell: &str| {
        let document = office.open(request.record).document;
        document.rows["traces"].get(pair.trace).unwrap().fields.get(cell).cloned()
    };
    assert!(cell(&office, "matched_case") == Some(Value::Link(girl.record)));
    assert!(cell(&office, "tracing_status") == Some(choice("in_progress")), "matched is not verified");
    let another = {
        let mut document = office.open(request.record).document;
        document.set("name_first", text("Zeinab"));
        register(&office, &document)
    };
    assert!(leads(&office, another.record).iter().any(|lead| lead.pair.child == girl.record), "others find her still");
    assert!(!office.open(request.record).document.rows.contains_key("match_decisions"), "nobody types a decision");
    decide(&office, pair, Decision::Undone, "").unwrap();
    assert!(cell(&office, "matched_case").is_none());
    let past = compare(&office, pair).unwrap().past;
    let past: Vec<Decision> = past.iter().map(|said| said.decision).collect();
    assert_eq!(past, [Decision::Undone, Decision::Confirmed], "what was said is never lost");
    assert_eq!(decide(&office, pair, Decision::Undone, "").unwrap_err().code, Code::ChangedMeanwhile);
    // The request's history has each of them, and takes none of them back.
    let history = office.history(request.record);
    assert_eq!(history.len(), 3);
    office.sign_in("lucia");
    let log = office.ask(amparo_api::past::Ask::Looks { record: girl.record, skip: 0, take: 50 }).unwrap();
    let log = format!("{log:?}");
    assert!(log.contains("match_confirmed") && log.contains("match_undone"), "{log}");
}

#[test]
fn what_nobody_can_be_found_by_finds_nobody_and_harms_nothing() {
    let Family { office, girl, .. } = family();
    let long = "A ".repeat(200);
    let mut document = a_request();
    let gone = Value::Place(amparo_model::ids::PlaceId::from_random([44; 16]));
    document.set("place_separation", gone);
    add_trace(&mut document, 1, &[("name_first", choice("unknown")), ("age", Value::Number(9))]);
    add_trace(&mut document, 2, &[("name_first", text("F"))]);
    add_trace(&mut document, 3, &[("name_first", text(long.trim()))]);
    add_trace(&mut document, 4, &[("name_first", text("Faطmة"))]);
    add_trace(&mut document, 5, &[("name_first", text("🙂\u{202e}\u{200f}"))]);
    add_trace(&mut document, 6, &[("name_first", text("Fatma")), ("age", Value::Number(130))]);
    for seed in 7..=10 {
        add_daughter(&mut document, seed);
    }
    let request = register(&office, &document);
    let searches = find(&office, request.record);
    assert_eq!(searches.len(), 10, "a request for ten children");
    assert_eq!(searches[0].why_not, Some(WhyNot::NoName), "and it says why");
    for search in &searches[1..6] {
        assert!(search.leads.iter().all(|lead| lead.band < Band::Strong), "{search:?}");
    }
    assert!(searches[6].leads.iter().any(|lead| lead.pair.child == girl.record));
    // What is not there is told the same as what is out of reach.
    let nobody = RecordId::from_random([9; 16]);
    assert_eq!(office.ask(Ask::Find { record: nobody }).unwrap_err().code, Code::NotAllowed);
    let pair = Pair { child: nobody, request: request.record, trace: RowId::from_random([7; 16]) };
    assert_eq!(compare(&office, pair).unwrap_err().code, Code::NotAllowed);
    assert_eq!(decide(&office, pair, Decision::Confirmed, "").unwrap_err().code, Code::NotAllowed);
    let Reply::Records(Cases::Home(_)) = office.ask(Records::Home {}).unwrap() else { panic!("still at work") };
}

fn page(office: &Office, band: Option<Band>, state: State) -> (Vec<Lead>, usize, usize, Option<Moment>) {
    match office.ask(Ask::Leads { band, state, skip: 0, take: 200 }).unwrap() {
        Reply::Tracing(Answer::Leads { leads, counts, changed, searched, .. }) => {
            (leads, counts.iter().map(|count| count.count).sum(), changed, searched)
        }
        other => panic!("not leads: {other:?}"),
    }
}

fn search(office: &Office, watch: &dyn Watch) -> Searched {
    match office.ask_watched(Ask::Search { anew: false }, watch).unwrap() {
        Reply::Tracing(Answer::Searched(searched)) => searched,
        other => panic!("not a search: {other:?}"),
    }
}

/// Stops a job at once.
struct Stopping;

impl Watch for Stopping {
    fn progress(&self, _: amparo_api::Progress) {}
    fn stopped(&self) -> bool {
        true
    }
}

#[test]
fn everybody_is_looked_for_at_once_and_then_only_what_is_new() {
    let Family { office, girl, pair, .. } = family();
    let (none, _, changed, searched) = page(&office, None, State::Waiting);
    assert!(none.is_empty() && searched.is_none());
    assert_eq!(changed, 1, "the request meets every child");
    let first = search(&office, &());
    assert_eq!((first.compared, first.stopped), (1, false));
    assert!(first.new >= 1);
    let (waiting, all, changed, searched) = page(&office, None, State::Waiting);
    assert!(waiting[0].pair == pair && !waiting[0].reasons.is_empty());
    assert!(waiting[0].band >= Band::Good && waiting.len() == all && changed == 0 && searched.is_some());
    assert!(page(&office, Some(waiting[0].band), State::Waiting).0.iter().all(|lead| lead.band == waiting[0].band));
    assert_eq!(search(&office, &()).compared, 0, "nothing is new");
    // The list is there for whoever signs in next, and follows what is decided and withdrawn.
    decide(&office, pair, Decision::Rejected, "Another mother.").unwrap();
    office.sign_in(SUPERVISOR);
    assert!(page(&office, None, State::Waiting).0.iter().all(|lead| lead.pair != pair));
    assert_eq!(page(&office, None, State::Rejected).0[0].pair, pair);
    consent(&office, girl.record, no());
    assert!(page(&office, None, State::All).0.iter().all(|lead| lead.pair != pair));
    consent(&office, girl.record, yes());
    office.edit(girl.record, &[("name_other", text("Fattoum"))]);
    assert!(search(&office, &()).compared >= 1, "what changed is compared again");
    assert_eq!(page(&office, None, State::Waiting).0[0].pair, pair, "and the no is asked about again");
}

#[test]
fn a_search_that_is_stopped_loses_nothing_and_goes_on() {
    let Family { office, .. } = family();
    assert!(!page(&office, None, State::Waiting).0.is_empty() || search(&office, &Stopping).stopped);
    assert!(page(&office, None, State::Waiting).0.is_empty());
    assert!(search(&office, &()).compared >= 1);
    assert!(!page(&office, None, State::Waiting).0.is_empty());
}

fn matched(office: &Office, record: RecordId) -> Vec<Matched> {
    match office.ask(Ask::Matched { record }).unwrap() {
        Reply::Tracing(Answer::Matched { matched }) => matched,
        other => panic!("not matched: {other:?}"),
    }
}

#[test]
fn the_caseworker_is_told_who_looks_for_their_child_once_it_is_confirmed_and_no_sooner() {
    let Family { office, girl, request, pair } = family();
    office.sign_in("lucia");
    assert!(matched(&office, girl.record).is_empty(), "a lead alone tells nothing");
    office.sign_in("tarek");
    decide(&office, pair, Decision::Confirmed, "").unwrap();
    assert_eq!(office.ask(Ask::Matched { record: girl.record }).unwrap_err().code, Code::NotAllowed, "not their case");
    office.sign_in("lucia");
    let told = matched(&office, girl.record);
    assert_eq!((told[0].code.as_str(), told[0].by.as_str()), (request.code.as_str(), "Tarek Mansour"));
    let fact = |fact: &str| told[0].facts.iter().find(|it| it.fact == fact).map(|it| it.sought.clone());
    assert_eq!(fact("name"), Some(vec!["Fatma Mohammed Al-Qadi".to_owned()]));
    assert_eq!(fact("mother"), Some(vec!["mother\nZeynab".to_owned()]), "and whom to ask");
    assert_eq!(office.ask(Records::Open { record: request.record }).unwrap_err().code, Code::NotAllowed);
    office.sign_in("tarek");
    decide(&office, pair, Decision::Undone, "").unwrap();
    office.sign_in("lucia");
    assert!(matched(&office, girl.record).is_empty());
}

fn settings(office: &Office) -> (MatchSettings, usize) {
    match office.ask(Ask::Settings {}).unwrap() {
        Reply::Tracing(Answer::Settings { settings, versions, .. }) => (settings, versions.len()),
        other => panic!("not settings: {other:?}"),
    }
}

#[test]
fn the_office_adds_a_pet_name_sees_what_it_would_change_and_then_finds_by_it() {
    let office = Office::new("KRG1");
    office.hire_all(&[("Lucía Ferrer", "lucia", Role::Caseworker), ("Tarek Mansour", "tarek", Role::TracingOfficer)]);
    office.sign_in("lucia");
    let boy = a_case().with("ok_tracing", yes()).with("sex", choice("male")).named("Zorbakian Petrosyan").complete();
    let boy = office.register(&boy);
    office.sign_in("tarek");
    let mut document = a_request();
    let cells = [
        ("name_first", text("Buqqi")),
        ("name_last", text("Petrosyan")),
        ("sex", choice("male")),
        ("age", Value::Number(9)),
    ];
    add_trace(&mut document, 1, &cells);
    let request = register(&office, &document);
    let score = |office: &Office| {
        let found = leads(office, request.record);
        found.iter().find(|lead| lead.pair.child == boy.record).map_or(0, |lead| lead.score)
    };
    let before = score(&office);
    let own = MatchSettings { variants: "Zorbakian | Buqqi".to_owned(), ..MatchSettings::default() };
    match office.ask(Ask::TrySettings { settings: own.clone() }).unwrap() {
        Reply::Tracing(Answer::Tried(tried)) => {
            assert_eq!((tried.compared, tried.weaker), (1, 0));
            assert!(tried.stronger == 1 && tried.pairs[0].lead.pair.child == boy.record, "{tried:?}");
        }
        other => panic!("not tried: {other:?}"),
    }
    assert_eq!((settings(&office).1, score(&office)), (0, before), "trying keeps nothing");
    office.ask(Ask::UseSettings { settings: own.clone(), seen: 0 }).unwrap();
    assert!(score(&office) > before, "{} {before}", score(&office));
    // It counts for everybody, and nobody overwrites what they have not seen.
    office.sign_in(SUPERVISOR);
    assert!(settings(&office) == (own.clone(), 1));
    let stale = office.ask(Ask::UseSettings { settings: MatchSettings::default(), seen: 0 });
    assert_eq!(stale.unwrap_err().code, Code::ChangedMeanwhile);
    let wrong = MatchSettings { weights: [("band-good".to_owned(), 999)].into(), ..own };
    assert_eq!(office.ask(Ask::UseSettings { settings: wrong, seen: 1 }).unwrap_err().code, Code::BadRequest);
    assert_eq!(settings(&office).1, 1);
    office.sign_in("lucia");
    assert_eq!(office.ask(Ask::Settings {}).unwrap_err().code, Code::NotAllowed);
}
