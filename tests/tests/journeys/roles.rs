//! The office's own roles, scopes and agencies: what counts at once, what waits for a yes, what a closed form hides, and that nobody
//! widens a role alone.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::lists::{Column, Filter, Is, Order, View};
use amparo_api::people::{Answer as People, Ask, Awaited};
use amparo_api::records::{Ask as RecordsAsk, Show};
use amparo_api::roles::{Answer as Roles, Ask as RolesAsk, Preview, Shown};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::TeamId;
use amparo_model::person::{CirclePurpose, Person, Role};
use amparo_model::role::{Action, FormRight, Rights, RoleId, Scope};
use amparo_model::value::Value;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, by_code, code, password, set, text};
use std::collections::BTreeMap;

fn roles(reply: Reply) -> Vec<Shown> {
    match reply {
        Reply::Roles(Roles::Roles { roles }) => roles,
        other => panic!("not roles: {other:?}"),
    }
}

fn all(office: &Office) -> Vec<Shown> {
    roles(office.ask(RolesAsk::List {}).unwrap())
}

fn shown(office: &Office, id: &RoleId) -> Shown {
    all(office).into_iter().find(|role| role.id == *id).unwrap()
}

/// What a standard role gives, as the office tells it.
fn standard(office: &Office, base: Role) -> Rights {
    shown(office, &base.into()).rights.unwrap()
}

fn named(name: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("en".to_owned(), name.to_owned()), ("ar".to_owned(), "دور".to_owned())])
}

/// Keeps a role as whoever is signed in; gives its id.
fn keep(office: &Office, role: Option<&RoleId>, rights: &Rights) -> Result<RoleId, Problem> {
    let before = all(office);
    let ask = RolesAsk::Keep { role: role.cloned(), names: named("Our own"), rights: rights.clone(), retired: false };
    let after = roles(office.ask(ask)?);
    let new = after.iter().find(|it| before.iter().all(|known| known.id != it.id)).map(|it| it.id.clone());
    Ok(role.cloned().or(new).unwrap())
}

fn agree(office: &Office, role: &RoleId) -> Result<Reply, Problem> {
    let number = shown(office, role).pending.map_or(1, |pending| pending.number);
    office.ask(RolesAsk::Answer { role: role.clone(), number, yes: true })
}

fn without(mut rights: Rights, actions: &[Action]) -> Rights {
    actions.iter().for_each(|action| {
        rights.actions.remove(action.id());
    });
    rights
}

fn river(office: &Office) -> TeamId {
    office.people().1.iter().find(|team| team.name == "River team").unwrap().id
}

/// Somebody who works, with a role of the office's own.
fn hire_as(office: &Office, login: &str, role: &RoleId, team: Option<TeamId>) {
    office.sign_in(ADMINISTRATOR);
    let team = team.or_else(|| Some(river(office)));
    let person = office.propose_as(login, login, role.clone(), team);
    let one_time = office.admit(person);
    office.settle_in(login, one_time);
}

fn person(office: &Office, login: &str) -> Person {
    office.people().0.into_iter().find(|person| person.login == login).unwrap()
}

fn previewed(office: &Office, role: &RoleId, rights: &Rights) -> Preview {
    match office.ask(RolesAsk::Preview { role: Some(role.clone()), rights: rights.clone() }).unwrap() {
        Reply::Roles(Roles::Preview(preview)) => preview,
        other => panic!("not a preview: {other:?}"),
    }
}

#[test]
fn a_role_that_gives_less_than_its_base_counts_at_once_and_the_office_refuses_what_it_lacks() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let lacks = [Action::RegisterRecords, Action::PrintRecords, Action::CopyFiles];
    let rights = without(standard(&office, Role::Caseworker), &lacks);
    let role = keep(&office, None, &rights).unwrap();
    assert_eq!(shown(&office, &role).pending, None);
    hire_as(&office, "ines", &role, None);
    let signed_in = office.sign_in("ines");
    assert_eq!((signed_in.role, signed_in.rights.scope), (Role::Caseworker, Scope::Own));
    assert_eq!(signed_in.role_names["en"], "Our own");
    assert_eq!(office.try_register(&a_case()).unwrap_err().code, Code::NotAllowed);
    assert_eq!(office.list(Show::All), []);
    let Reply::People(People::People { people, .. }) = ({
        office.sign_in(SUPERVISOR);
        office.ask(Ask::List {}).unwrap()
    }) else {
        panic!("not people")
    };
    assert_eq!(people.iter().find(|it| it.login == "ines").unwrap().given, role);
}

#[test]
fn a_role_that_gives_more_waits_for_a_supervisors_yes_and_then_for_a_member_of_each_circle() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let hers = office.register(&a_case().named("Nour Haddad").with("situation", text("hides her bread")));
    office.sign_in(ADMINISTRATOR);
    let own = standard(&office, Role::Caseworker);
    let role = keep(&office, None, &own).unwrap();
    hire_as(&office, "ines", &role, None);
    office.sign_in(ADMINISTRATOR);
    let wide = Rights { scope: Scope::Team, ..own.clone() };
    let told = previewed(&office, &role, &wide);
    assert!(told.waits);
    assert_eq!(
        told.people.iter().map(|it| (it.name.as_str(), it.more, it.fewer)).collect::<Vec<_>>(),
        [("ines", 1, 0)]
    );
    keep(&office, Some(&role), &wide).unwrap();
    assert_eq!(code(agree(&office, &role)), Code::NotAllowed, "not by who asked");
    office.sign_in("ines");
    assert_eq!(office.list(Show::All), [], "nothing yet");
    office.sign_in(SUPERVISOR);
    let asked = shown(&office, &role);
    assert!(asked.mine && asked.asked_by == "Amina Berhane");
    agree(&office, &role).unwrap();
    let waiting = match office.ask(Ask::Waiting {}).unwrap() {
        Reply::People(People::Waiting { waiting }) => waiting,
        other => panic!("not what waits: {other:?}"),
    };
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].what, waiting[0].mine), (Awaited::Joining, true));
    office.sign_in("ines");
    assert_eq!(office.list(Show::All), [], "the role alone opens nothing");
    office.sign_in(SUPERVISOR);
    let ines = office.person("ines");
    office.ask(Ask::LetIn { person: ines }).unwrap();
    office.sign_in("ines");
    assert_eq!(office.open(hers.record).document.get("situation"), Some(&text("hides her bread")));
    // Narrower again: at once, and the circle's key turns with the supervisor's next sign-in.
    office.sign_in(ADMINISTRATOR);
    assert_eq!(previewed(&office, &role, &own).people[0].fewer, 1);
    keep(&office, Some(&role), &own).unwrap();
    office.sign_in("ines");
    assert_eq!(code(office.ask(RecordsAsk::Open { record: hers.record })), Code::NotAllowed);
    office.sign_in(SUPERVISOR);
    office.edit(hers.record, &[("situation", text("said after she was let out"))]);
    office.leave();
    let ring = Keyring::of(&office.folder, "ines", &password("ines")).try_everything();
    let plain: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert_eq!(hits(&["said after she was let out".to_owned()], &plain), 0);
}

/// Where a word stands in anything that the office answered.
fn tells(reply: &Reply, word: &str) -> bool {
    serde_json::to_string(reply).unwrap().contains(word)
}

#[test]
fn a_form_that_is_closed_to_a_role_is_handed_out_nowhere_and_kept_when_the_rest_is_saved() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let base = standard(&office, Role::Caseworker);
    let role = keep(&office, None, &base).unwrap();
    hire_as(&office, "ines", &role, None);
    let photo = office.add_photo();
    let case = a_case().complete().named("Zarafina Vendramere").with("photo", photo.clone());
    let hers = office.register(&case.with("situation", text("hides her bread")).with_paper("XK-4471"));
    let hers = office.edit(hers.record, &[("situation", text("hides the loaf"))]);
    let draft = office.keep_draft("registration", &a_case().with("situation", text("a loaf unsaved")).document);
    office.sign_in(ADMINISTRATOR);
    let forms = BTreeMap::from([("registration".to_owned(), FormRight::None)]);
    keep(&office, Some(&role), &Rights { forms, ..base.clone() }).unwrap();
    office.sign_in("ines");
    let (record, of) = (hers.record, amparo_model::record::RecordType::CASE);
    let Value::File(file) = photo else { panic!("a file") };
    let words = ["Zarafina", "Vendramere", "hides", "loaf", "XK-4471"];
    let answered = [
        office.ask(RecordsAsk::Open { record }),
        office.ask(RecordsAsk::History { record }),
        office.ask(RecordsAsk::Rows { records: vec![record] }),
        office.ask(RecordsAsk::Find { text: hers.code.clone(), of: None, take: 10 }),
        office.ask(RecordsAsk::Drafts {}),
        office.ask(RecordsAsk::Home {}),
    ];
    for (at, reply) in answered.into_iter().enumerate() {
        let reply = reply.unwrap();
        assert!(tells(&reply, "answer") && words.iter().all(|word| !tells(&reply, word)), "answer {at}");
    }
    // Nor does a list answer what a page would not show: as a filter, a column or an order.
    let closed = || Column::Field("situation".to_owned());
    let asks = |change: &dyn Fn(&mut View)| {
        let mut list = by_code(of, Show::All);
        change(&mut list.view);
        office.try_lines(&list).map(|(lines, _)| lines.len()).map_err(|problem| problem.code)
    };
    let blank = || Filter { of: closed(), is: Is::Blank {}, not: true };
    assert_eq!(asks(&|view| view.filters = vec![blank()]), Err(Code::NotAllowed));
    assert_eq!(asks(&|view| view.columns = vec![closed()]), Err(Code::NotAllowed));
    assert_eq!(asks(&|view| view.order = Some(Order { by: closed(), backwards: false })), Err(Code::NotAllowed));
    assert_eq!(asks(&|view| view.columns = vec![Column::Field("ok_services".to_owned())]), Ok(1));
    let opened = office.open(record);
    assert!(!opened.complete.contains(&"registration".to_owned()) && opened.complete.contains(&"consent".to_owned()));
    assert!(opened.document.get("ok_services").is_some(), "the forms that are open to the role are there");
    for word in ["zarafina", "vendramere", "XK-4471"] {
        assert!(office.found(word).is_empty(), "{word}");
    }
    assert_eq!(office.photo(Some(record), file.id).unwrap_err().code, Code::NotAllowed);
    let form = "registration".to_owned();
    assert_eq!(code(office.ask(RecordsAsk::Printed { record, form })), Code::NotAllowed);
    assert_eq!(code(office.ask(RecordsAsk::OpenDraft { draft })), Code::NotAllowed);
    let revision = hers.heads[0];
    assert_eq!(code(office.ask(RecordsAsk::PreviewTakeBack { record, revision })), Code::NotAllowed);
    let heads = hers.heads.clone();
    assert_eq!(code(office.ask(RecordsAsk::TakeBack { record, revision, heads })), Code::NotAllowed);
    let write = |field: &str| {
        let change = set(&[(field, text("written"))]);
        let heads = office.open(record).heads;
        // What was consented to is kept in versions: another answer is another one.
        let renewed = if field == "withhold_what" { vec!["consent".to_owned()] } else { vec![] };
        let (record, complete) = (Some(record), vec![]);
        office.ask(RecordsAsk::Save { record, of, heads, change, complete, renewed, draft: None })
    };
    assert_eq!(code(write("situation")), Code::NotAllowed);
    // What she may write is saved, and what she does not see stays as it was.
    write("withhold_what").unwrap();
    office.sign_in(SUPERVISOR);
    let opened = office.open(record);
    assert_eq!(opened.document.get("situation"), Some(&text("hides the loaf")));
    assert_eq!(opened.document.get("withhold_what"), Some(&text("written")));
    assert_eq!(office.found("zarafina"), std::slice::from_ref(&hers.code));
    // Read, and no more than that.
    office.sign_in(ADMINISTRATOR);
    let forms = BTreeMap::from([("registration".to_owned(), FormRight::Read)]);
    keep(&office, Some(&role), &Rights { forms, ..base }).unwrap();
    office.sign_in("ines");
    assert_eq!(office.open(record).document.get("situation"), None, "more waits for a yes");
    office.sign_in(SUPERVISOR);
    agree(&office, &role).unwrap();
    office.sign_in("ines");
    assert_eq!(office.open(record).document.get("situation"), Some(&text("hides the loaf")));
    assert_eq!(code(write("situation")), Code::NotAllowed);
}

#[test]
fn who_may_not_read_a_form_sends_no_copy_of_it() {
    let (office, hq) = (Office::new("KRG1"), Office::new("HQ"));
    office.sign_in(ADMINISTRATOR);
    let base = standard(&office, Role::Supervisor);
    let forms = BTreeMap::from([("closure".to_owned(), FormRight::None)]);
    let role = keep(&office, None, &Rights { forms, ..base }).unwrap();
    hire_as(&office, "sara", &role, None);
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete());
    hq.sign_in(SUPERVISOR);
    office.sign_in(SUPERVISOR);
    let partner = office.meet(&hq);
    let preview = amparo_api::exchange::Ask::PreviewCopy { record: child.record, office: partner };
    assert!(office.ask(preview.clone()).is_ok());
    office.sign_in("sara");
    office.open(child.record);
    assert_eq!(code(office.ask(preview)), Code::NotAllowed);
}

#[test]
fn nobody_gives_what_they_do_not_hold_and_nobody_changes_their_own_role() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (admin, supervisor) = (standard(&office, Role::Admin), standard(&office, Role::Supervisor));
    let caseworker = standard(&office, Role::Caseworker);
    // What no base can carry is no role.
    let mut reads = admin.clone();
    reads.actions.extend([Action::ListRecords.id().to_owned(), Action::ReadRecords.id().to_owned()]);
    assert_eq!(keep(&office, None, &reads).unwrap_err().code, Code::BadRole, "no administrator reads");
    let mut blind = caseworker.clone();
    blind.actions.remove(Action::ReadRecords.id());
    assert_eq!(keep(&office, None, &blind).unwrap_err().code, Code::BadRole);
    let nameless = RolesAsk::Keep { role: None, names: BTreeMap::new(), rights: caseworker.clone(), retired: false };
    assert_eq!(code(office.ask(nameless)), Code::BadName);
    // An administrator who may give one role only.
    let only = Rights { gives: Some([Role::Caseworker.into()].into()), ..admin };
    let narrow = keep(&office, None, &only).unwrap();
    hire_as_admin(&office, "adam", &narrow);
    office.sign_in("adam");
    let team = Some(river(&office));
    let propose = |login: &str, role: RoleId| {
        let (name, login) = (login.to_owned(), login.to_owned());
        office.ask(Ask::Propose { name, login, role, team, language: None })
    };
    propose("carl", Role::Caseworker.into()).unwrap();
    assert_eq!(code(propose("dora", Role::Supervisor.into())), Code::NotHeld);
    assert_eq!(code(propose("dora", RoleId::MANAGER.into())), Code::NotHeld);
    assert_eq!(keep(&office, Some(&narrow), &only).unwrap_err().code, Code::NotAllowed, "nobody their own");
    // A supervisor whose role lacks a permission says yes to no role that gives it.
    office.sign_in(ADMINISTRATOR);
    let weaker = without(supervisor, &[Action::ExportDeskKey, Action::PrintRecords]);
    let weaker = keep(&office, None, &weaker).unwrap();
    hire_as(&office, "sara", &weaker, None);
    let carl = office.person("carl");
    assert_eq!(office.try_admit(carl).unwrap_err().code, Code::NotAllowed, "a caseworker prints");
    office.sign_in(ADMINISTRATOR);
    let wide = keep(&office, None, &Rights { scope: Scope::Team, ..caseworker }).unwrap();
    office.sign_in("sara");
    assert!(!shown(&office, &wide).mine);
    assert_eq!(code(agree(&office, &wide)), Code::NotAllowed);
    assert_eq!(code(office.ask(RolesAsk::Answer { role: wide.clone(), number: 7, yes: false })), Code::BadRequest);
    office.sign_in(SUPERVISOR);
    agree(&office, &wide).unwrap();
    office.try_admit(carl).unwrap();
}

/// An administrator with a role of the office's own.
fn hire_as_admin(office: &Office, login: &str, role: &RoleId) {
    office.sign_in(ADMINISTRATOR);
    let person = office.propose_as(login, login, role.clone(), None);
    let one_time = office.admit(person);
    office.settle_in(login, one_time);
}

#[test]
fn a_manager_reaches_every_team_of_the_agency_and_loses_a_team_that_moves_to_another() {
    let office = Office::new("KRG1");
    let hill = office.add_team("Hill team");
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, Some(hill));
    office.hire_into("Hana Aziz", "hana", Role::Caseworker, Some(hill));
    let on_the_hill = office.register(&a_case().named("Nour Haddad"));
    office.sign_in(ADMINISTRATOR);
    let valley = river(&office);
    let maria = office.propose_as("María Vega", "maria", RoleId::MANAGER.into(), Some(valley));
    let one_time = office.admit(maria);
    office.settle_in("maria", one_time);
    assert_eq!(person_role(&office, SUPERVISOR, "maria").as_str(), RoleId::MANAGER);
    // Samuel, who said yes, made the hill's circle for its first supervisor: he let her in at once.
    office.sign_in("maria");
    assert_eq!(office.open(on_the_hill.record).row.code, on_the_hill.code);
    // The hill team goes over to another agency.
    office.sign_in(ADMINISTRATOR);
    let name = "Agency of the hill".to_owned();
    let Reply::People(People::People { agencies, .. }) = office.ask(Ask::PutAgency { agency: None, name }).unwrap()
    else {
        panic!("not people")
    };
    let agency = Some(agencies[0].id);
    let unknown = Ask::EditTeam { team: TeamId::from_random([9; 16]), name: "No team".to_owned(), agency };
    assert_eq!(code(office.ask(unknown)), Code::BadRequest);
    office.ask(Ask::EditTeam { team: hill, name: "Hilltop team".to_owned(), agency }).unwrap();
    office.sign_in("maria");
    assert_eq!(code(office.ask(RecordsAsk::Open { record: on_the_hill.record })), Code::NotAllowed);
    office.sign_in("tomas");
    assert_eq!(office.people().1.iter().find(|team| team.id == hill).unwrap().name, "Hilltop team");
    office.edit(on_the_hill.record, &[("situation", text("after the move"))]);
    assert_eq!(office.open(on_the_hill.record).document.get("situation"), Some(&text("after the move")));
    // And back again: she waits to be let in.
    office.sign_in(ADMINISTRATOR);
    office.ask(Ask::EditTeam { team: hill, name: "Hill team".to_owned(), agency: None }).unwrap();
    office.sign_in("tomas");
    office.ask(Ask::LetIn { person: maria }).unwrap();
    office.sign_in("maria");
    assert_eq!(office.open(on_the_hill.record).document.get("situation"), Some(&text("after the move")));
    // Her access ends with the yes of one who reads her own team; the hill's key turns when Tomás comes.
    office.let_go("maria", SUPERVISOR);
    office.sign_in("tomas");
    assert_eq!(office.open(on_the_hill.record).row.code, on_the_hill.code);
}

fn person_role(office: &Office, seen_by: &str, login: &str) -> RoleId {
    office.sign_in(seen_by);
    person(office, login).given
}

#[test]
fn a_retired_role_is_given_to_nobody_new_and_a_table_of_roles_is_written() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let rights = standard(&office, Role::Caseworker);
    let role = keep(&office, None, &rights).unwrap();
    hire_as(&office, "ines", &role, None);
    office.sign_in(ADMINISTRATOR);
    office.ask(RolesAsk::Keep { role: Some(role.clone()), names: named("Old"), rights, retired: true }).unwrap();
    let (name, login, team) = ("Carl".to_owned(), "carl".to_owned(), Some(river(&office)));
    let propose = Ask::Propose { name, login, role: role.clone(), team, language: Some("fr".to_owned()) };
    assert_eq!(code(office.ask(propose)), Code::BadRequest);
    let ines = office.person("ines");
    office.ask(Ask::ProposeReset { person: ines }).unwrap();
    let one_time = office.admit(ines);
    office.settle_in("ines", one_time);
    assert_eq!(office.sign_in("ines").role_names["en"], "Old", "who has it keeps it");
    office.sign_in(ADMINISTRATOR);
    let target = office.beside("roles.xlsx");
    let rows = vec![vec!["Role".to_owned(), "Caseworker".to_owned()], vec!["=1+1".to_owned(), "yes".to_owned()]];
    office.ask(RolesAsk::Export { target: office.choose(&target), rows: rows.clone() }).unwrap();
    let written = std::fs::read(&target).unwrap();
    assert_eq!(amparo_documents::sheet::read(&written).unwrap(), rows);
    let long = vec![vec!["x".repeat(500)]];
    let other = office.choose(office.beside("other.xlsx"));
    assert_eq!(code(office.ask(RolesAsk::Export { target: other, rows: long })), Code::BadRequest);
}

#[test]
fn a_person_is_greeted_in_the_language_that_was_chosen_for_them() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let team = Some(river(&office));
    let propose = |login: &str, language: &str| {
        let (name, login) = (login.to_owned(), login.to_owned());
        office.ask(Ask::Propose {
            name,
            login,
            role: Role::Caseworker.into(),
            team,
            language: Some(language.to_owned()),
        })
    };
    assert_eq!(code(propose("omar", "klingon")), Code::BadRequest);
    propose("omar", "ar").unwrap();
    let omar = office.person("omar");
    let one_time = office.admit(omar);
    office.lock();
    assert_eq!(office.try_sign_in("omar", &one_time).unwrap().language, "ar");
}

#[test]
fn a_planted_role_or_yes_counts_for_nothing() {
    let mut office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let own = standard(&office, Role::Caseworker);
    let role = keep(&office, None, &own).unwrap();
    hire_as(&office, "ines", &role, None);
    office.sign_in(ADMINISTRATOR);
    keep(&office, Some(&role), &Rights { scope: Scope::All, ..own.clone() }).unwrap();
    office.leave();
    // With the database key and her own or the administrator's signing key, and every right row to copy from.
    let ines = Keyring::of(&office.folder, "ines", &password("ines"));
    let admin = Keyring::of(&office.folder, ADMINISTRATOR, &password(ADMINISTRATOR));
    let entries = ines.column("SELECT entry FROM directory");
    let wide = entries.iter().rev().find(|entry| entry.contains("\"entry\":\"role\"")).unwrap().clone();
    let value: serde_json::Value = serde_json::from_str(&wide).unwrap();
    let bound = |thing: &serde_json::Value| {
        let mut bytes = ines.office.as_bytes().to_vec();
        bytes.extend(amparo_model::canonical::bytes(thing).unwrap());
        bytes
    };
    let signed_by = |ring: &Keyring, domain: &str, thing: &serde_json::Value| {
        let signature = ring.keys.signing.sign(domain, &bound(thing));
        serde_json::json!({"person": {"user": ring.user, "signature": signature}})
    };
    let answer = serde_json::json!({"role": role, "number": 2, "yes": true});
    let mut third = value["role"].clone();
    third["number"] = serde_json::json!(3);
    let (roles, answers) = ("amparo/directory/role/v1", "amparo/directory/role-answer/v1");
    let planted = [
        // Her own yes, and the administrator's own yes, to what the administrator asked.
        serde_json::json!({"entry": "role_answered", "answer": answer, "by": signed_by(&ines, answers, &answer)}),
        serde_json::json!({"entry": "role_answered", "answer": answer, "by": signed_by(&admin, answers, &answer)}),
        // A version of her own making, and the same version once more.
        serde_json::json!({"entry": "role", "role": third, "by": signed_by(&ines, roles, &third)}),
        value.clone(),
        // A supervisor's key number that was never signed.
        serde_json::json!({"entry": "role_answered", "answer": answer, "by": value["by"]}),
    ];
    for entry in &planted {
        let done = ines.database.execute("INSERT INTO directory (entry) VALUES (?)", [entry.to_string()]);
        assert_eq!(done.unwrap(), 1);
    }
    drop((ines, admin));
    office.start();
    assert_eq!(office.sign_in("ines").rights.scope, Scope::Own);
    office.sign_in(SUPERVISOR);
    let now = shown(&office, &role);
    assert_eq!((now.rights.unwrap().scope, now.pending.unwrap().number), (Scope::Own, 2));
    assert!(all(&office).iter().all(|it| it.id == role || !it.id.as_str().starts_with(RoleId::OWN)));
    // The supervisor's own yes still counts after all that.
    agree(&office, &role).unwrap();
    assert_eq!(shown(&office, &role).rights.unwrap().scope, Scope::All);
    let waits = |purpose: &CirclePurpose| matches!(purpose, CirclePurpose::Supervisors { .. });
    let Reply::People(People::Waiting { waiting }) = office.ask(Ask::Waiting {}).unwrap() else {
        panic!("not what waits")
    };
    assert!(waiting.iter().any(|it| it.what == Awaited::Joining && it.circles.iter().any(waits)));
}
