//! Accounts: proposed by one person, admitted by another; wrong names and passwords; who may not look.

use amparo_api::getting_in::{Answer as In, Ask};
use amparo_api::{Code, Reply, people, records};
use amparo_model::ids::TeamId;
use amparo_model::person::{Role, Standing};
use amparo_model::record::RecordType;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, code, password};

#[test]
fn a_caseworker_is_proposed_admitted_and_chooses_a_password_before_anything_else() {
    let office = Office::new("KRG1");
    let person = office.propose("Lucía Ferrer", "lucia", Role::Caseworker, None);
    let standing = |office: &Office| office.people().0.iter().find(|it| it.id == person).map(|it| it.standing);
    assert_eq!(standing(&office), Some(Standing::Proposed));
    let admit = people::Ask::Admit { person, language: "en".to_owned() };
    assert_eq!(code(office.ask(admit)), Code::NotAllowed, "who proposes does not admit");
    let one_time = office.admit(person);
    assert_eq!(one_time.split('-').count(), 5, "five words");
    assert_eq!(standing(&office), Some(Standing::Admitted));
    let again = people::Ask::Admit { person, language: "en".to_owned() };
    assert_eq!(code(office.ask(again)), Code::NotAllowed, "admitted once");
    office.ask(Ask::Lock {}).unwrap();

    assert!(office.try_sign_in("lucia", &one_time).unwrap().must_change_password);
    assert_eq!(code(office.ask(records::Ask::Home {})), Code::ChangePasswordFirst);
    assert_eq!(office.try_register(&a_case()).unwrap_err().code, Code::ChangePasswordFirst);
    let change = |old: &str, new: &str| office.ask(Ask::ChangePassword { old: old.to_owned(), new: new.to_owned() });
    assert_eq!(code(change(&one_time, "weak")), Code::WeakPassword);
    assert_eq!(code(change(&one_time, &one_time)), Code::WeakPassword, "the same one again is none of their own");
    assert_eq!(code(change("not the old one", &password("lucia"))), Code::Refused);
    let Reply::GettingIn(In::SignedIn(about)) = change(&one_time, &password("lucia")).unwrap() else {
        panic!("signed in")
    };
    assert!(!about.must_change_password);
    office.register(&a_case());
    office.ask(Ask::Lock {}).unwrap();
    assert_eq!(office.try_sign_in("lucia", &one_time).unwrap_err().code, Code::Refused);
    office.sign_in(SUPERVISOR);
    assert_eq!(standing(&office), Some(Standing::Active));
}

#[test]
fn a_person_who_was_only_proposed_cannot_sign_in_and_a_sign_in_name_is_given_once() {
    let office = Office::new("KRG1");
    office.propose("Lucía Ferrer", "lucia", Role::Caseworker, None);
    let team = office.people().1.first().map(|team| team.id);
    let propose = |login: &str, role: Role, team: Option<TeamId>| {
        let (name, login, role) = ("Somebody".to_owned(), login.to_owned(), role.into());
        let propose = people::Ask::Propose { name, login, role, team, language: None };
        code(office.ask(propose))
    };
    for taken in ["lucia", " LUCIA ", "Samuel", "amina", "", "two words"] {
        assert_eq!(propose(taken, Role::Caseworker, team), Code::LoginTaken, "{taken}");
    }
    assert_eq!(propose("omar", Role::Caseworker, None), Code::BadRequest, "a caseworker works in a team");
    let unknown = Some(TeamId::from_random([9; 16]));
    assert_eq!(propose("omar", Role::Caseworker, unknown), Code::BadRequest);
    assert_eq!(propose("omar", Role::Admin, team), Code::BadRequest, "an administrator in none");
    office.ask(Ask::Lock {}).unwrap();
    assert_eq!(office.try_sign_in("lucia", &password("lucia")).unwrap_err().code, Code::Refused);
}

#[test]
fn a_wrong_name_and_a_wrong_password_get_the_same_answer() {
    let office = Office::new("KRG1");
    let wrong_name = office.try_sign_in("nobody", &password(SUPERVISOR)).unwrap_err();
    let wrong_password = office.try_sign_in(SUPERVISOR, &password("nobody")).unwrap_err();
    assert_eq!(wrong_name.code, Code::Refused);
    assert_eq!(wrong_name, wrong_password);
    assert_eq!(code(office.ask(records::Ask::Home {})), Code::Locked);
}

#[test]
fn after_five_failures_one_waits_also_with_a_new_program_and_a_good_sign_in_forgets_them() {
    let mut office = Office::new("KRG1");
    for _ in 0..5 {
        assert_eq!(office.try_sign_in(SUPERVISOR, "wrong").unwrap_err().code, Code::Refused);
    }
    let waits = office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).unwrap_err();
    assert_eq!(waits.code, Code::Wait, "the right password waits too");
    assert_eq!(waits.args.get("seconds").map(String::as_str), Some("1"));
    office.restart();
    let still = office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).unwrap_err();
    assert_eq!(still.code, Code::Wait);
    office.clock.pass(2_000);
    assert_eq!(office.try_sign_in(SUPERVISOR, "wrong").unwrap_err().args.get("seconds").map(String::as_str), Some("2"));
    office.clock.pass(3_000);
    office.sign_in(SUPERVISOR);
    office.ask(Ask::Lock {}).unwrap();
    assert_eq!(office.try_sign_in(SUPERVISOR, "wrong").unwrap_err().args.len(), 0, "counting begins anew");
    office.sign_in(ADMINISTRATOR);
}

#[test]
fn the_administrator_opens_no_record_and_a_caseworker_sees_no_list_of_people() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case());
    assert_eq!(code(office.ask(people::Ask::List {})), Code::NotAllowed);
    let draft = office.keep_draft("registration", &a_case().document);
    office.sign_in(ADMINISTRATOR);
    let record = saved.record;
    let file = amparo_model::ids::FileId::from_random([1; 16]);
    let text = || "registration".to_owned();
    for ask in [
        records::Ask::Find { text: "nour".to_owned(), of: None, take: 50 },
        records::Ask::Open { record },
        records::Ask::History { record },
        records::Ask::Save {
            record: None,
            of: RecordType::CASE,
            heads: vec![],
            change: Default::default(),
            complete: vec![],
            renewed: Vec::new(),
            draft: None,
        },
        records::Ask::Save {
            record: Some(record),
            of: RecordType::CASE,
            heads: saved.heads.clone(),
            change: Default::default(),
            complete: vec![],
            renewed: Vec::new(),
            draft: None,
        },
        records::Ask::KeepDraft {
            draft: None,
            record: None,
            heads: vec![],
            form: text(),
            document: Default::default(),
        },
        records::Ask::Drafts {},
        records::Ask::OpenDraft { draft },
        records::Ask::DropDraft { draft },
        records::Ask::AddPhoto { source: office.choose("photo.jpg") },
        records::Ask::Photo { record: Some(record), file },
        records::Ask::Printed { record, form: text() },
    ] {
        assert_eq!(code(office.ask(ask)), Code::NotAllowed);
    }
    let Reply::Records(records::Answer::Home(home)) = office.ask(records::Ask::Home {}).unwrap() else {
        panic!("home")
    };
    assert_eq!(home, records::Home::default(), "the first page greets an administrator with nothing");
}

#[test]
fn a_second_supervisor_reads_what_the_team_wrote_before_and_supervisors_of_another_team_do_not() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().named("Nour Haddad"));
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, None);
    assert_eq!(office.found("nour"), vec![saved.code.clone()]);
    office.sign_in(ADMINISTRATOR);
    let Reply::People(people::Answer::People { teams, .. }) =
        office.ask(people::Ask::AddTeam { name: "Hill team".to_owned() }).unwrap()
    else {
        panic!("people")
    };
    let hill = teams.iter().find(|team| team.name == "Hill team").map(|team| team.id);
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, hill);
    assert_eq!(office.list(records::Show::All), []);
    assert_eq!(code(office.ask(records::Ask::Open { record: saved.record })), Code::NotAllowed);
    let own = office.register(&a_case().named("Hana Aziz"));
    assert_eq!(office.found("hana"), [own.code]);
}

/// Somebody proposed for a role, who was not admitted.
fn still_proposed(office: &Office, person: amparo_model::ids::PersonId) -> bool {
    let people = office.people().0;
    people.iter().any(|known| known.id == person && known.standing == Standing::Proposed)
}

#[test]
fn a_gbv_caseworker_is_admitted_once_the_team_has_a_gbv_supervisor_by_either_supervisor() {
    let office = Office::new("KRG1");
    let gloria = office.propose("Gloria Quispe", "gloria", Role::GbvCaseworker, None);
    office.sign_in(SUPERVISOR);
    assert_eq!(office.try_admit(gloria).unwrap_err().code, Code::NoGbvSupervisor);
    assert!(still_proposed(&office, gloria), "nothing came of it");
    office.ask(Ask::Lock {}).unwrap();
    assert_eq!(office.try_sign_in("gloria", &password("gloria")).unwrap_err().code, Code::Refused);
    // A GBV supervisor of another team is none of this one.
    office.sign_in(ADMINISTRATOR);
    office.ask(people::Ask::AddTeam { name: "Hill team".to_owned() }).unwrap();
    let team = |name: &str| office.people().1.iter().find(|team| team.name == name).map(|team| team.id);
    let (hill, river) = (team("Hill team"), team("River team"));
    office.hire_into("Hana Odeh", "hana", Role::GbvSupervisor, hill);
    assert_eq!(office.try_admit(gloria).unwrap_err().code, Code::NoGbvSupervisor);

    office.hire_into("Grace Achieng", "grace", Role::GbvSupervisor, river);
    office.sign_in(SUPERVISOR);
    let one_time = office.try_admit(gloria).unwrap();
    office.settle_in("gloria", one_time);
    office.try_register_of(RecordType::GBV_CASE, &Default::default(), &[]).unwrap();
    let greta = office.propose("Greta Lund", "greta", Role::GbvCaseworker, river);
    office.sign_in("grace");
    let one_time = office.try_admit(greta).unwrap();
    office.settle_in("greta", one_time);
    office.try_register_of(RecordType::GBV_CASE, &Default::default(), &[]).unwrap();
    office.sign_in("grace");
    assert_eq!(office.list_of(RecordType::GBV_CASE, records::Show::All).len(), 2, "both are read by their supervisor");
}

#[test]
fn a_gbv_supervisor_admits_nobody_to_child_protection_and_the_next_gbv_supervisor_is_theirs_to_admit() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("gloria");
    let written = office.try_register_of(RecordType::GBV_CASE, &Default::default(), &[]).unwrap();
    for (login, role) in
        [("omar", Role::Caseworker), ("sara", Role::Supervisor), ("tala", Role::TracingOfficer), ("adam", Role::Admin)]
    {
        let person = office.propose("Somebody New", login, role, None);
        office.sign_in("grace");
        assert_eq!(office.try_admit(person).unwrap_err().code, Code::NotAllowed, "{role:?}");
        assert!(still_proposed(&office, person), "{role:?}");
    }
    let greta = office.propose("Greta Lund", "greta", Role::GbvSupervisor, None);
    office.sign_in(SUPERVISOR);
    assert_eq!(
        office.try_admit(greta).unwrap_err().code,
        Code::NotAllowed,
        "what they do not read they cannot hand on"
    );
    assert!(still_proposed(&office, greta));
    office.sign_in("grace");
    let one_time = office.try_admit(greta).unwrap();
    office.settle_in("greta", one_time);
    assert_eq!(office.open(written.record).row.code, written.code, "also what was written before");
    assert_eq!(office.list_of(RecordType::GBV_CASE, records::Show::All).len(), 1);
}

#[test]
fn a_second_tracing_officer_reads_what_the_first_wrote_and_so_does_every_supervisor() {
    let office = Office::new("KRG1");
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, None);
    office.hire_into("Tarek Mansour", "tarek", Role::TracingOfficer, None);
    let written = office.try_register_of(RecordType::TRACING_REQUEST, &Default::default(), &[]).unwrap();
    // Sara was there before the first tracing officer, whom she did not admit herself.
    for (name, login, role) in [("Tala Nour", "tala", Role::TracingOfficer), ("Tomás Vidal", "tomas", Role::Supervisor)]
    {
        let person = office.propose(name, login, role, None);
        office.sign_in("sara");
        let one_time = office.try_admit(person).unwrap();
        office.settle_in(login, one_time);
        assert_eq!(office.open(written.record).row.code, written.code, "{login}");
    }
    office.sign_in("sara");
    assert_eq!(office.list_of(RecordType::TRACING_REQUEST, records::Show::All).len(), 1);
}

#[test]
fn the_first_of_a_new_team_can_work_whether_they_trace_or_supervise() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    for name in ["Hill team", "Lake team"] {
        office.ask(people::Ask::AddTeam { name: name.to_owned() }).unwrap();
    }
    let team = |name: &str| {
        office.sign_in(ADMINISTRATOR);
        office.people().1.iter().find(|team| team.name == name).map(|team| team.id)
    };
    office.hire_into("Tarek Mansour", "tarek", Role::TracingOfficer, team("Hill team"));
    office.try_register_of(RecordType::TRACING_REQUEST, &Default::default(), &[]).unwrap();
    office.hire_into("Tomás Vidal", "tomas", Role::Supervisor, team("Lake team"));
    office.register(&a_case());
    // A supervisor of a new team serves the office's desk like every other, and lets the next one in.
    let next = office.propose("Lea Brandt", "lea", Role::Supervisor, team("Lake team"));
    office.sign_in("tomas");
    let one_time = office.try_admit(next).unwrap();
    office.settle_in("lea", one_time);
    assert_eq!(office.list(records::Show::All).len(), 1);
}
