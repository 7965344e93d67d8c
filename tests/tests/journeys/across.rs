//! Children and survivors found across the whole office by those who may not open their records: warned of while registering, over the
//! caseload, by a name or a code. Code, age, sex, status and owner are shown, and nothing else stands in what the program answers.

use crate::keyring::Keyring;
use crate::leaving::taken_along;
use crate::need_to_know::hits;
use crate::shaping::{apply, begin};
use amparo_api::duplicates::{Alike, Answer, Ask, Decision, Double, Other, Pair, State};
use amparo_api::people;
use amparo_api::roles::{Answer as Roles, Ask as RolesAsk};
use amparo_api::{Code, Reply, passing};
use amparo_matching::Reason;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_model::record::{Module, RecordType};
use amparo_model::role::Action;
use amparo_model::value::Document;
use amparo_tests::office::{
    ACase, ADMINISTRATOR, Office, SUPERVISOR, Saved, a_case, choice, code, password, text, yes,
};
use std::collections::{BTreeMap, BTreeSet};

fn girl(first: &str, father: &str, family: &str) -> ACase {
    let named = a_case().with("name_first", text(first)).with("name_middle", text(father));
    named.with("name_last", text(family)).with("sex", choice("female")).with("phone", text("+964 750 123 4567"))
}

fn typed(first: &str, father: &str, family: &str) -> Document {
    let mut document = Document::default();
    for (field, name) in [("name_first", first), ("name_middle", father), ("name_last", family)] {
        document.set(field, text(name));
    }
    document.set("sex", choice("female"));
    document
}

fn like(office: &Office, document: &Document) -> Vec<Alike> {
    match office.ask(Ask::Like { record: None, document: document.clone() }).unwrap() {
        Reply::Duplicates(Answer::Alike { children }) => children,
        other => panic!("nobody asked that: {other:?}"),
    }
}

fn others(office: &Office, words: &str) -> Vec<Other> {
    match office.ask(Ask::Others { text: words.to_owned(), take: 8 }).unwrap() {
        Reply::Duplicates(Answer::Others { found, total }) => {
            assert_eq!(found.len(), total);
            found
        }
        other => panic!("nobody asked that: {other:?}"),
    }
}

fn across(office: &Office, modules: &[Module]) {
    office.sign_in(ADMINISTRATOR);
    let (draft, mut written) = begin(office);
    written.settings.across = modules.iter().copied().collect();
    apply(office, draft, &written);
}

/// Somebody signs in, and stays until everything behind the first list is done.
fn prepared_by(office: &Office, login: &str) {
    office.sign_in(login);
    office.checked_log();
}

/// Lucía of the river team with a girl whose name is written in Arabic, Omar of the hill team with nobody yet, who is signed in.
fn two_teams() -> (Office, Saved, PersonId) {
    let office = Office::new("KRG1");
    let lucia = office.hire_into("Lucía Ferrer", "lucia", Role::Caseworker, None);
    let hill = office.add_team("Hill team");
    office.sign_in("lucia");
    let hers = office.register(&girl("فاطمة", "محمد", "القاضي").with("ok_tracing", yes()).complete());
    office.hire_into("Omar Said", "omar", Role::Caseworker, Some(hill));
    (office, hers, lucia)
}

#[test]
fn a_child_of_another_team_written_in_another_script_is_told_by_code_age_sex_and_owner_and_nothing_else() {
    let (office, hers, lucia) = two_teams();
    let document = typed("Fatma", "Mohamed", "El Qadi");
    let found = like(&office, &document);
    let [alike] = &found[..] else { panic!("{found:?}") };
    assert_eq!((alike.record, alike.ask, alike.side.opens), (None, Some(lucia), false));
    let side = (alike.side.code.as_str(), alike.side.sex.as_str(), alike.side.owner.as_str(), alike.side.name.as_str());
    assert_eq!(side, (hers.code.as_str(), "female", "Lucía Ferrer", ""));
    assert!(alike.side.age.is_some());
    assert!(alike.reasons.iter().any(|reason| matches!(reason, Reason::Name { .. })), "why is said");
    let raw = serde_json::to_string(&office.ask(Ask::Like { record: None, document }).unwrap()).unwrap();
    for word in ["فاطمة", "فاطمه", "محمد", "القاضي", "fatma", "qadi", "mohamed", "4567", "place", "levels"]
    {
        assert!(!raw.to_lowercase().contains(word), "{word} in {raw}");
    }
    // The record itself stays closed; whoever is told can ask for it.
    let Err(refused) = office.ask(amparo_api::records::Ask::Open { record: hers.record }) else { panic!("opened") };
    assert_eq!(refused.code, Code::NotAllowed);
    let ask = passing::Ask::AskFor { code: hers.code.clone(), of: lucia, note: "the same girl came to us".to_owned() };
    office.ask(ask).unwrap();
    // Somebody else is like nobody.
    assert!(like(&office, &typed("Rojin", "Azad", "Zebari")).is_empty());
}

#[test]
fn a_colleagues_child_is_found_by_a_name_in_any_script_or_a_code_and_never_by_a_piece_of_either() {
    let (office, hers, lucia) = two_teams();
    let mine = office.register(&girl("Fatma", "Karim", "Aziz").complete());
    for words in ["Fatma", "فاطمة", "Fatima qadi", &hers.code, &hers.code.replace('-', " ")] {
        let found = others(&office, words);
        let [other] = &found[..] else { panic!("{words}: {found:?}") };
        assert_eq!((other.side.code.as_str(), other.side.name.as_str(), other.ask), (&*hers.code, "", Some(lucia)));
        assert_eq!((other.side.owner.as_str(), other.side.opens), ("Lucía Ferrer", false));
        assert!(other.side.code != mine.code, "one's own are found elsewhere");
    }
    for words in ["", "F", "Fa", "ف", "KRG1", "26", "1", "at", "4567", "😀", "Rojin Zebari"] {
        assert!(others(&office, words).is_empty(), "{words}");
    }
    assert_eq!(code(office.ask(Ask::Others { text: "x".repeat(201), take: 8 })), Code::BadRequest);
    office.sign_in(ADMINISTRATOR);
    assert_eq!(code(office.ask(Ask::Others { text: "Fatma".to_owned(), take: 8 })), Code::NotAllowed);
}

#[test]
fn a_child_whose_name_is_hidden_is_told_to_nobody_and_comes_back_when_it_no_longer_is() {
    let (office, hers, _) = two_teams();
    let protect = |on| {
        office.sign_in("lucia");
        office.ask(amparo_api::around::Ask::ProtectName { record: hers.record, on }).unwrap();
        office.sign_in("omar");
    };
    protect(true);
    assert!(like(&office, &typed("Fatma", "Mohamed", "El Qadi")).is_empty());
    assert!(others(&office, &hers.code).is_empty() && others(&office, "Fatma").is_empty());
    protect(false);
    assert_eq!(others(&office, &hers.code).len(), 1);
}

#[test]
fn an_office_that_does_not_want_it_tells_nobody_and_keeps_nothing_that_could() {
    let (mut office, hers, _) = two_teams();
    across(&office, &[]);
    office.sign_in("lucia");
    office.register(&girl("Hiba", "Omar", "Saleh").complete());
    office.sign_in("omar");
    assert!(like(&office, &typed("Fatma", "Mohamed", "El Qadi")).is_empty() && others(&office, &hers.code).is_empty());
    office.leave();
    let ring = Keyring::of(&office.folder, "omar", &password("omar"));
    assert!(ring.column("SELECT hex(record) FROM parts WHERE part = 'minimal'").is_empty());
    drop(ring);
    // Turned on again, what was registered meanwhile is found once somebody who reads it has signed in.
    office.start();
    across(&office, &[Module::Cp]);
    prepared_by(&office, "lucia");
    office.sign_in("omar");
    assert_eq!(others(&office, &hers.code).len(), 1);
    assert_eq!(others(&office, "Hiba Saleh").len(), 1);
}

#[test]
fn an_office_of_before_has_them_once_those_who_read_the_records_have_signed_in() {
    let (mut office, hers, _) = two_teams();
    office.leave();
    let ring = Keyring::of(&office.folder, "omar", &password("omar"));
    ring.database.execute("DELETE FROM parts WHERE part = 'minimal'", []).unwrap();
    drop(ring);
    office.start();
    office.sign_in("omar");
    assert!(others(&office, &hers.code).is_empty());
    prepared_by(&office, SUPERVISOR);
    office.sign_in("omar");
    assert_eq!(others(&office, &hers.code).len(), 1);
}

#[test]
fn who_left_opens_nothing_of_children_registered_after_and_those_who_stay_go_on_finding() {
    let (mut office, _, _) = two_teams();
    office.lock();
    let old = taken_along(&office);
    office.let_go("omar", SUPERVISOR);
    office.sign_in("lucia");
    let after = office.register(&girl("Quillambra", "Ondrazek", "Mirvanelle").complete());
    office.hire("Diego Paz", "diego");
    assert_eq!(others(&office, &after.code).len(), 1, "somebody new finds what was written before they came");
    office.leave();
    // With the wall of the office's key taken away.
    let ring = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR));
    let his = Keyring::of(&old, "omar", &password("omar")).try_everything();
    let ring = ring.in_the_hands_of(his).try_everything();
    let opened: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert_eq!(hits(&["Quillambra".to_owned(), "Mirvanelle".to_owned()], &opened), 0);
    assert_eq!(ring.opened_of("minimal details").len(), 1, "what they could read then, they can");
}

#[test]
fn a_role_that_finds_nobody_elsewhere_holds_no_key_to_it_and_losing_it_turns_the_keys() {
    let (mut office, hers, _) = two_teams();
    office.sign_in(ADMINISTRATOR);
    let Reply::Roles(Roles::Roles { roles }) = office.ask(RolesAsk::List {}).unwrap() else { panic!("not roles") };
    let standard = roles.into_iter().find(|role| role.id == Role::Caseworker);
    let mut rights = standard.and_then(|role| role.rights).unwrap();
    assert!(rights.actions.remove(Action::FindOthers.id()));
    let names = BTreeMap::from([("en".to_owned(), "Volunteer".to_owned())]);
    let Reply::Roles(Roles::Roles { roles }) =
        office.ask(RolesAsk::Keep { role: None, names, rights, retired: false }).unwrap()
    else {
        panic!("not roles")
    };
    let role = roles.into_iter().find(|role| role.id.as_str().starts_with("own-")).unwrap().id;
    let (people, _) = office.people();
    let omar = people.iter().find(|person| person.login == "omar").unwrap().clone();
    let change = people::Ask::ProposeChange { person: omar.id, name: omar.name, role, team: omar.team };
    office.ask(change).unwrap();
    let Reply::People(people::Answer::Leaving(told)) =
        office.ask(people::Ask::PreviewLeaving { person: omar.id }).unwrap()
    else {
        panic!("not a preview")
    };
    assert_eq!(told.circles, [CirclePurpose::Matching]);
    office.sign_in(SUPERVISOR);
    office.ask(people::Ask::Confirm { person: omar.id }).unwrap();
    office.sign_in("omar");
    assert_eq!(code(office.ask(Ask::Others { text: hers.code.clone(), take: 8 })), Code::NotAllowed);
    assert!(like(&office, &typed("Fatma", "Mohamed", "El Qadi")).is_empty());
    let his = office.register(&girl("Selam", "Tesfaye", "Gebre").complete());
    office.sign_in("lucia");
    assert_eq!(others(&office, &his.code).len(), 1, "his children are found like everybody's");
    office.leave();
    let ring = Keyring::of(&office.folder, "omar", &password("omar")).try_everything();
    assert_eq!(ring.opened_of("minimal details"), BTreeSet::new());
}

fn waiting(office: &Office) -> Vec<Double> {
    office.ask(Ask::Search {}).unwrap();
    match office.ask(Ask::Pairs { state: State::Waiting, skip: 0, take: 50 }).unwrap() {
        Reply::Duplicates(Answer::Pairs { pairs, .. }) => pairs,
        other => panic!("no pairs: {other:?}"),
    }
}

#[test]
fn a_pair_across_teams_is_seen_by_both_supervisors_dismissed_by_each_and_joined_by_whoever_opens_both() {
    let office = Office::new("KRG1");
    office.hire_into("Lucía Ferrer", "lucia", Role::Caseworker, None);
    let hers = office.register(&girl("فاطمة", "محمد", "القاضي").complete());
    let hill = office.add_team("Hill team");
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, Some(hill));
    office.hire_into_by_team("Omar Said", "omar", Role::Caseworker, hill, "tomas");
    let his = office.register(&girl("Fatma", "Mohammed", "Al-Qadi").complete());
    // Samuel made the circle of the hill team for its first supervisor, and is not of it any more once Tomás signed in.
    office.sign_in("tomas");
    let pairs = waiting(&office);
    let [double] = &pairs[..] else { panic!("{pairs:?}") };
    let closed = if double.one.opens { &double.other } else { &double.one };
    assert_eq!((closed.code.as_str(), closed.name.as_str(), closed.owner.as_str()), (&*hers.code, "", "Lucía Ferrer"));
    assert!(double.ask.is_some());
    let raw = serde_json::to_string(double).unwrap();
    for word in ["فاطمه", "محمد", "القاضي", "قاضي"] {
        assert!(!raw.contains(word), "{raw}");
    }
    let pair = Pair { one: his.record, other: hers.record };
    assert_eq!(code(office.ask(Ask::Compare { pair })), Code::NotAllowed);
    let decide = |decision, reason: &str| office.ask(Ask::Decide { pair, decision, reason: reason.to_owned() });
    assert_eq!(code(decide(Decision::Joined, "")), Code::NotAllowed);
    decide(Decision::Dismissed, "Her family was always on the hill.").unwrap();
    assert!(waiting(&office).is_empty());
    office.sign_in("lucia");
    assert_eq!(office.history(hers.record).len(), 1, "nothing was written in a record that stayed closed");
    office.sign_in("tomas");
    decide(Decision::Undone, "").unwrap();
    assert_eq!(waiting(&office).len(), 1);
}

#[test]
fn survivors_are_compared_among_themselves_found_across_teams_only_where_the_office_wants_it_and_never_with_children() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("gloria");
    let survivor = |first: &str, family: &str| {
        let mut document = Document::default();
        document.set("name_first", text(first));
        document.set("name_last", text(family));
        document.set("sex", choice("female"));
        document
    };
    let register =
        |office: &Office, document: &Document| office.try_register_of(RecordType::GBV_CASE, document, &[]).unwrap();
    let hers = register(&office, &survivor("مريم", "العبيدي"));
    let found = like(&office, &survivor("Maryam", "Al-Obaidi"));
    assert_eq!(found.len(), 1, "one's own, in another script");
    assert_eq!(found[0].record, Some(hers.record));
    office.hire_into("Rosa Lima", "rosa", Role::Caseworker, None);
    office.register(&girl("Maryam", "Ali", "Al-Obaidi").complete());
    assert!(like(&office, &typed("Maryam", "", "Al-Obaidi")).iter().all(|it| it.side.code != hers.code));
    assert!(others(&office, &hers.code).is_empty());
    let ask = |login: &str| {
        office.sign_in(login);
        others(&office, &hers.code).len() + others(&office, "Maryam Obaidi").len()
    };
    office.hire_into_by("Gul Aziz", "gul", Role::GbvCaseworker, "grace");
    assert_eq!(ask("gul"), 0, "until the office says otherwise nobody is told who a survivor is");
    assert!(like(&office, &survivor("Maryam", "Al-Obaidi")).is_empty());
    across(&office, &[Module::Cp, Module::Gbv]);
    prepared_by(&office, "gloria");
    assert_eq!(ask("gul"), 2);
    let told = like(&office, &survivor("Maryam", "Al-Obaidi"));
    assert_eq!((told.len(), told[0].record, told[0].side.name.as_str()), (1, None, ""));
    assert_eq!(ask("rosa"), 0, "her own stands in her list; of survivors nothing");
}

#[test]
fn no_key_of_one_module_opens_what_the_other_is_told() {
    let mut office = Office::with_everybody("KRG1");
    across(&office, &[Module::Cp, Module::Gbv]);
    office.sign_in("gloria");
    let mut document = Document::default();
    document.set("name_first", text("Zarafina"));
    let survivor = office.try_register_of(RecordType::GBV_CASE, &document, &[]).unwrap();
    office.sign_in("lucia");
    let child = office.register(&girl("Vendramere", "Ali", "Quelloth").complete());
    office.leave();
    let opened = |login: &str| -> BTreeSet<String> {
        Keyring::of(&office.folder, login, &password(login)).try_everything().opened_of("minimal details")
    };
    let one = |record: RecordId| BTreeSet::from([record.to_string()]);
    for login in ["lucia", SUPERVISOR, "tarek"] {
        assert_eq!(opened(login), one(child.record), "{login}");
    }
    for login in ["gloria", "grace"] {
        assert_eq!(opened(login), one(survivor.record), "{login}");
    }
    assert_eq!(opened(ADMINISTRATOR), BTreeSet::new());
}
