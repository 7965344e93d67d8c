//! Another role or team, somebody who comes back, a forgotten password: what changes in what people can open, and for whom it waits.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::people::{Answer as People, Ask, Awaited, ChangePreview, Conduct};
use amparo_api::records::{self, Show};
use amparo_api::{Code, Problem, Reply, getting_in, keeping};
use amparo_model::ids::{PersonId, RecordId, TeamId};
use amparo_model::person::{CirclePurpose, Role, Standing};
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, code, password, text};
use std::collections::BTreeMap;

fn preview(office: &Office, person: PersonId, role: Role, team: Option<TeamId>) -> ChangePreview {
    match office.ask(Ask::PreviewChange { person, role: role.into(), team }).unwrap() {
        Reply::People(People::Change(preview)) => preview,
        other => panic!("not a preview: {other:?}"),
    }
}

/// Proposes, as the administrator, and confirms, as the supervisor.
fn change(office: &Office, login: &str, role: Role, team: Option<TeamId>) -> Result<Reply, Problem> {
    office.sign_in(ADMINISTRATOR);
    let (people, _) = office.people();
    let person = people.iter().find(|person| person.login == login).unwrap().clone();
    office.ask(Ask::ProposeChange { person: person.id, name: person.name, role: role.into(), team }).unwrap();
    office.sign_in(SUPERVISOR);
    office.ask(Ask::Confirm { person: person.id })
}

fn awaited(office: &Office) -> Vec<(Awaited, String, bool)> {
    match office.ask(Ask::Waiting {}).unwrap() {
        Reply::People(People::Waiting { waiting }) => {
            waiting.into_iter().map(|it| (it.what, it.person.login, it.mine)).collect()
        }
        other => panic!("not what waits: {other:?}"),
    }
}

/// The team that every office begins with.
fn river_team(office: &Office) -> TeamId {
    office.sign_in(ADMINISTRATOR);
    office.people().1.iter().find(|team| team.name == "River team").unwrap().id
}

fn listed(office: &Office) -> usize {
    office.list(Show::All).len()
}

#[test]
fn a_caseworker_who_becomes_a_supervisor_opens_more_at_once_and_one_who_stops_being_one_opens_fewer() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.register(&a_case().named("Nour Haddad"));
    office.hire("Omar Said", "omar");
    for name in ["Hana Aziz", "Sami Aziz", "Lea Aziz"] {
        office.register(&a_case().named(name));
    }
    office.sign_in(ADMINISTRATOR);
    let (lucia, team) = (office.person("lucia"), office.people().1.first().map(|team| team.id));
    let told = preview(&office, lucia, Role::Supervisor, team);
    assert_eq!((told.more, told.fewer, told.moved, told.keeps_own), (3, 0, 0, true));
    assert_eq!(told.let_in_by, ["Samuel Okoro"]);
    change(&office, "lucia", Role::Supervisor, team).unwrap();
    assert_eq!(awaited(&office), [], "whoever confirmed reads it all and let her in");
    office.sign_in("lucia");
    assert_eq!(listed(&office), 4, "with the password she had");
    office.register(&a_case().named("Rami Aziz"));
    office.sign_in(ADMINISTRATOR);
    let told = preview(&office, lucia, Role::Caseworker, team);
    assert_eq!((told.more, told.fewer, told.keeps_own), (0, 3, true));
    assert_eq!(told.leaves.len(), 2, "supervisors and desk");
    change(&office, "lucia", Role::Caseworker, team).unwrap();
    assert_eq!(listed(&office), 5);
    let written = office.register(&a_case().named("Written after"));
    office.sign_in("lucia");
    assert_eq!(listed(&office), 2, "her own");
    assert_eq!(code(office.ask(records::Ask::Open { record: written.record })), Code::NotAllowed);
    assert_eq!(code(change_self(&office)), Code::NotAllowed);
}

fn change_self(office: &Office) -> Result<Reply, Problem> {
    office.sign_in(ADMINISTRATOR);
    let me = office.person(ADMINISTRATOR);
    office.ask(Ask::ProposeChange { person: me, name: "Amina".to_owned(), role: Role::Admin.into(), team: None })
}

/// Whether somebody's keys open what matching keeps of a record; nobody has the office open.
fn reads_facts(office: &Office, login: &str, record: RecordId) -> bool {
    let ring = Keyring::of(&office.folder, login, &password(login)).try_everything();
    ring.opened_of("match facts").contains(&record.to_string())
}

#[test]
fn a_caseworker_who_moves_takes_their_cases_to_the_new_teams_supervisors_and_away_from_the_old_ones() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let moved =
        office.register(&a_case().complete().named("Nour Haddad").with("situation", text("said in the valley")));
    office.hire("Omar Said", "omar");
    office.register(&a_case().named("Hana Aziz"));
    let hill = office.add_team("Hill team");
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, Some(hill));
    assert_eq!(listed(&office), 0);
    // Samuel made the hill team's circle for its first supervisor; a second one has nothing from him.
    office.hire_into_by_team("Lea Brandt", "lea", Role::Supervisor, hill, "tomas");
    // A second supervisor of the valley's team, who was never in the hill team's circle.
    let valley = river_team(&office);
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, Some(valley));
    assert_eq!(listed(&office), 2);
    office.leave();
    assert_eq!(["sara", "tomas"].map(|who| reads_facts(&office, who, moved.record)), [true, false]);
    office.start();
    office.sign_in(ADMINISTRATOR);
    let lucia = office.person("lucia");
    let told = preview(&office, lucia, Role::Caseworker, Some(hill));
    assert_eq!((told.more, told.fewer, told.moved, told.keeps_own), (0, 0, 1, true));
    change(&office, "lucia", Role::Caseworker, Some(hill)).unwrap();
    // Before anybody else signs in: what matching keeps of the child has changed its readers with the rest.
    office.leave();
    assert_eq!(
        ["sara", "tomas", "lea", "lucia"].map(|who| reads_facts(&office, who, moved.record)),
        [false, true, true, true]
    );
    office.start();
    for who in ["tomas", "lea"] {
        office.sign_in(who);
        assert_eq!(office.open(moved.record).document.get("situation"), Some(&text("said in the valley")), "{who}");
        assert_eq!(listed(&office), 1);
    }
    office.edit(moved.record, &[("situation", text("said on the hill"))]);
    office.sign_in("lucia");
    assert_eq!(office.open(moved.record).document.get("situation"), Some(&text("said on the hill")));
    let new = office.register(&a_case().named("Written on the hill"));
    office.sign_in("lea");
    assert_eq!(office.open(new.record).row.code, new.code);
    office.sign_in("sara");
    assert_eq!(listed(&office), 1, "only who stayed");
    office.leave();
    let ring = Keyring::of(&office.folder, "sara", &password("sara")).try_everything();
    let opened: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert_eq!(hits(&["said on the hill".to_owned()], &opened), 0, "nor with every key she has");
}

#[test]
fn a_role_that_opens_a_circle_of_others_waits_for_the_yes_of_one_of_them() {
    let office = Office::new("KRG1");
    let hill = office.add_team("Hill team");
    // Tomás reads for the hill team; Samuel, who admitted him, leaves that circle when Tomás turns it.
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, Some(hill));
    let child = office.register(&a_case().named("Nour Haddad"));
    office.hire_into_by_team("Lea Brandt", "lea", Role::Supervisor, hill, "tomas");
    let valley = river_team(&office);
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, Some(valley));
    office.sign_in(ADMINISTRATOR);
    let sara = office.person("sara");
    let told = preview(&office, sara, Role::Supervisor, Some(hill));
    assert_eq!((told.more, told.fewer), (1, 0));
    assert_eq!(told.joins, [CirclePurpose::Supervisors { team: hill }]);
    office
        .ask(Ask::ProposeChange {
            person: sara,
            name: "Sara Mendes".to_owned(),
            role: Role::Supervisor.into(),
            team: Some(hill),
        })
        .unwrap();
    // Tomás reads the hill and not the valley that she leaves: the valley's circle turns when Samuel comes.
    office.sign_in("tomas");
    office.ask(Ask::Confirm { person: sara }).unwrap();
    office.sign_in("sara");
    assert_eq!(office.open(child.record).row.code, child.code);
    office.sign_in(SUPERVISOR);
    office.register(&a_case().named("Valley child"));
    office.sign_in("sara");
    assert_eq!(listed(&office), 1, "the hill's, not the valley's");
    // Back again, confirmed by who does not read the valley: it waits.
    office.sign_in(ADMINISTRATOR);
    let (name, team) = ("Sara Mendes".to_owned(), Some(valley));
    office.ask(Ask::ProposeChange { person: sara, name, role: Role::Supervisor.into(), team }).unwrap();
    office.sign_in("lea");
    office.ask(Ask::Confirm { person: sara }).unwrap();
    assert_eq!(awaited(&office), [(Awaited::Joining, "sara".to_owned(), false)]);
    assert_eq!(code(office.ask(Ask::LetIn { person: sara })), Code::NotAllowed);
    office.sign_in("sara");
    assert_eq!(listed(&office), 0, "neither yet");
    office.sign_in(SUPERVISOR);
    assert_eq!(awaited(&office), [(Awaited::Joining, "sara".to_owned(), true)]);
    office.ask(Ask::LetIn { person: sara }).unwrap();
    assert_eq!(awaited(&office), []);
    office.sign_in("sara");
    assert_eq!(listed(&office), 1, "the valley's");
}

#[test]
fn a_role_that_does_not_work_with_cases_takes_the_own_ones_away_and_nobody_moves_into_gbv_work() {
    let mut office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let child = office.register(&a_case().complete().with("situation", text("told to Lucía only")));
    office.sign_in(ADMINISTRATOR);
    let (lucia, team) = (office.person("lucia"), office.people().1.first().map(|team| team.id));
    let gbv = Ask::ProposeChange { person: lucia, name: "L".to_owned(), role: Role::GbvCaseworker.into(), team };
    assert_eq!(code(office.ask(gbv)), Code::OtherModule);
    let told = preview(&office, lucia, Role::TracingOfficer, team);
    assert_eq!((told.fewer, told.keeps_own), (1, false));
    assert_eq!(told.joins, [CirclePurpose::Tracing]);
    change(&office, "lucia", Role::TracingOfficer, team).unwrap();
    assert_eq!(office.open(child.record).document.get("situation"), Some(&text("told to Lucía only")));
    office.sign_in("lucia");
    assert_eq!(code(office.ask(records::Ask::Open { record: child.record })), Code::NotAllowed);
    office.leave();
    let ring = Keyring::of(&office.folder, "lucia", &password("lucia")).try_everything();
    let opened: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert_eq!(hits(&["told to Lucía only".to_owned()], &opened), 0, "not with a database tool either");
}

#[test]
fn somebody_who_left_comes_back_with_new_keys_and_to_their_own_cases() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete().with("situation", text("before she left")));
    let lucia = office.let_go("lucia", SUPERVISOR);
    office.edit(child.record, &[("situation", text("while she was away"))]);
    let team = office.people().1.first().map(|team| team.id);
    office.sign_in(ADMINISTRATOR);
    assert_eq!(code(office.ask(Ask::ProposeReset { person: lucia })), Code::BadRequest, "there is nothing to reset");
    office.ask(Ask::ProposeAgain { person: lucia, role: Role::Caseworker.into(), team }).unwrap();
    assert_eq!(awaited(&office), [(Awaited::Return, "lucia".to_owned(), false)]);
    let one_time = office.admit(lucia);
    assert_eq!(office.try_sign_in_again("lucia", &password("lucia")).unwrap_err().code, Code::Refused);
    office.settle_in("lucia", one_time);
    assert_eq!(office.open(child.record).document.get("situation"), Some(&text("while she was away")));
    assert_eq!(office.history(child.record).len(), 2, "from the first revision on");
    assert_eq!(listed(&office), 1);
    office.edit(child.record, &[("situation", text("after she came back"))]);
    office.sign_in(SUPERVISOR);
    assert_eq!(office.open(child.record).document.get("situation"), Some(&text("after she came back")));
    let again = office.let_go("lucia", SUPERVISOR);
    assert_eq!(again, lucia, "and can leave a second time");
}

#[test]
fn a_forgotten_password_is_asked_for_by_one_and_given_by_another_and_the_cases_stay() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete().with("situation", text("written before")));
    office.edit(child.record, &[("care_note", text("and once more"))]);
    office.sign_in(ADMINISTRATOR);
    let lucia = office.person("lucia");
    office.ask(Ask::ProposeReset { person: lucia }).unwrap();
    assert_eq!(code(office.ask(Ask::Admit { person: lucia, language: "en".to_owned() })), Code::NotAllowed);
    let one_time = office.admit(lucia);
    let standing = office.people().0.iter().find(|it| it.id == lucia).map(|it| it.standing);
    assert_eq!(standing, Some(Standing::Admitted), "the one-time password must be changed");
    assert_eq!(office.try_sign_in_again("lucia", &password("lucia")).unwrap_err().code, Code::Refused);
    office.settle_in("lucia", one_time);
    assert_eq!(office.open(child.record).document.get("care_note"), Some(&text("and once more")));
    assert_eq!(office.history(child.record).len(), 2);
    office.edit(child.record, &[("situation", text("written after"))]);
    office.restart();
    office.sign_in("lucia");
    assert_eq!(listed(&office), 1);
    office.sign_in(SUPERVISOR);
    assert_eq!(office.open(child.record).document.get("situation"), Some(&text("written after")));
}

fn conduct(reply: Reply) -> Conduct {
    match reply {
        Reply::People(People::Conduct(conduct)) => conduct,
        other => panic!("not the code of conduct: {other:?}"),
    }
}

#[test]
fn each_version_of_the_code_of_conduct_is_accepted_by_each_person_before_they_go_on() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in(ADMINISTRATOR);
    assert_eq!(conduct(office.ask(Ask::Conduct {}).unwrap()), Conduct::default());
    let texts =
        |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned()), ("fr".to_owned(), "Écouter.".to_owned())]);
    let set = |text: &str| office.ask(Ask::SetConduct { texts: texts(text) }).unwrap();
    assert_eq!(conduct(set("We listen first.")).version, 1);
    for who in ["lucia", SUPERVISOR, ADMINISTRATOR] {
        let shown = office.sign_in(who).conduct.expect("to be accepted");
        assert_eq!((shown.version, shown.text.as_str()), (1, "We listen first."));
        assert_eq!(code(office.ask(records::Ask::Home {})), Code::AcceptConductFirst);
        assert_eq!(code(office.ask(getting_in::Ask::AcceptConduct { version: 2 })), Code::BadRequest);
        office.ask(getting_in::Ask::AcceptConduct { version: 1 }).unwrap();
        office.ask(records::Ask::Home {}).unwrap();
    }
    assert_eq!(office.sign_in("lucia").conduct, None, "once for each version");
    office.ask(keeping::Ask::SetLanguage { language: "fr".to_owned() }).unwrap();
    office.sign_in(ADMINISTRATOR);
    let second = conduct(office.ask(Ask::SetConduct { texts: texts("We listen first, and last.") }).unwrap());
    assert_eq!((second.version, second.accepted.len()), (2, 0));
    office.restart();
    let shown = office.sign_in("lucia").conduct.expect("to be accepted again");
    assert_eq!((shown.version, shown.text.as_str()), (2, "Écouter."));
    office.ask(getting_in::Ask::AcceptConduct { version: 2 }).unwrap();
    office.sign_in(ADMINISTRATOR);
    office.ask(getting_in::Ask::AcceptConduct { version: 2 }).unwrap();
    assert_eq!(conduct(office.ask(Ask::Conduct {}).unwrap()).accepted.len(), 2);
}

#[test]
fn the_administrator_sees_who_was_at_work_when_and_not_what_they_did() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.register(&a_case());
    office.clock.pass(3 * 60 * 60 * 1000);
    office.register(&a_case());
    office.sign_in(ADMINISTRATOR);
    let Reply::People(People::SignIns { rows }) = office.ask(Ask::SignIns { take: 3 }).unwrap() else {
        panic!("not who was at work")
    };
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Amina Berhane", "Lucía Ferrer", "Lucía Ferrer"], "two stretches with a long pause between");
    assert!(rows[1].from > rows[2].until && rows[2].entries > 1);
}
