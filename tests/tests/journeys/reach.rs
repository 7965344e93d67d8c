//! Every scope against every right to a form, as roles of the office's own on a supervisor: which records somebody opens, whether the form
//! is there, whether it can be filled. The tables are written by hand, away from the code that enforces them.

use amparo_api::people::{Answer as People, Ask};
use amparo_api::records::{Ask as RecordsAsk, Show};
use amparo_api::roles::{Answer as Roles, Ask as RolesAsk};
use amparo_api::{Code, Reply};
use amparo_model::ids::TeamId;
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::role::{FormRight, Rights, RoleId, Scope};
use amparo_tests::office::{ADMINISTRATOR, Office, Saved, a_case, code, set, text};
use std::collections::BTreeMap;

/// A scope; a record of one's own team, of another team of the same agency, of another agency's.
const REACH: [(Scope, [bool; 3]); 4] = [
    (Scope::Own, [false, false, false]),
    (Scope::Team, [true, false, false]),
    (Scope::Agency, [true, true, false]),
    (Scope::All, [true, true, true]),
];

/// A right to the form; whether it is shown, whether it is filled. From the widest on: each counts at once.
const FORM: [(FormRight, bool, bool); 3] =
    [(FormRight::Write, true, true), (FormRight::Read, true, false), (FormRight::None, false, false)];

/// The form, and a question that it alone asks.
const REGISTRATION: &str = "registration";
const QUESTION: &str = "situation";

fn keep(office: &Office, role: Option<&RoleId>, rights: &Rights) -> RoleId {
    let names = BTreeMap::from([("en".to_owned(), "Reaches".to_owned())]);
    let ask = RolesAsk::Keep { role: role.cloned(), names, rights: rights.clone(), retired: false };
    let Reply::Roles(Roles::Roles { roles }) = office.ask(ask).unwrap() else { panic!("not roles") };
    let found = roles.into_iter().find(|known| {
        role.map_or(known.id.as_str().starts_with(RoleId::OWN) && known.people == 0, |role| known.id == *role)
            && known.pending.as_ref().map(|it| &it.rights).or(known.rights.as_ref()) == Some(rights)
    });
    found.unwrap().id
}

/// Three teams, two of them of one agency, each with a caseworker and a child.
fn three_teams(office: &Office) -> (TeamId, [Saved; 3]) {
    let hill = office.add_team("Hill team");
    let valley = office.add_team("Valley team");
    let ask = Ask::PutAgency { agency: None, name: "Agency of the valley".to_owned() };
    let Reply::People(People::People { agencies, teams, .. }) = office.ask(ask).unwrap() else { panic!("not people") };
    let agency = Some(agencies[0].id);
    office.ask(Ask::EditTeam { team: valley, name: "Valley team".to_owned(), agency }).unwrap();
    let river = teams.iter().find(|team| team.name == "River team").unwrap().id;
    let records = [(river, "lucia"), (hill, "hana"), (valley, "omar")].map(|(team, login)| {
        office.hire_into(login, login, Role::Caseworker, Some(team));
        office.register(&a_case().complete().with(QUESTION, text("as it was told")))
    });
    (river, records)
}

#[test]
fn every_scope_and_every_right_to_a_form_opens_shows_and_fills_what_the_tables_say() {
    let office = Office::new("KRG1");
    let (river, records) = three_teams(&office);
    for (scope, reaches) in REACH {
        let base = office.sign_in("samuel").rights;
        office.sign_in(ADMINISTRATOR);
        let rights = Rights { scope, ..base };
        let role = keep(&office, None, &rights);
        office.sign_in("samuel");
        if scope > Scope::Team {
            office.ask(RolesAsk::Answer { role: role.clone(), number: 1, yes: true }).unwrap();
        }
        office.sign_in(ADMINISTRATOR);
        let login = format!("reaches-{}", scope.id());
        let person = office.propose_as(&login, &login, role.clone(), Some(river));
        // Samuel said yes to the first of each team: he reads all three, and lets in at once.
        office.settle_in(&login, office.admit(person));
        for (right, shown, filled) in FORM {
            let at = format!("{} {}", scope.id(), right.id());
            if right != FormRight::Write {
                office.sign_in(ADMINISTRATOR);
                let forms = BTreeMap::from([(REGISTRATION.to_owned(), right)]);
                keep(&office, Some(&role), &Rights { forms, ..rights.clone() });
            }
            office.sign_in(&login);
            assert_eq!(office.list(Show::All).len(), reaches.iter().filter(|reached| **reached).count(), "{at}");
            for (saved, reached) in records.iter().zip(reaches) {
                let record = saved.record;
                if !reached {
                    for ask in [RecordsAsk::Open { record }, RecordsAsk::History { record }] {
                        assert_eq!(code(office.ask(ask)), Code::NotAllowed, "{at}");
                    }
                    continue;
                }
                let opened = office.open(record);
                assert_eq!(opened.document.get(QUESTION).is_some(), shown, "{at}");
                let history = office.history(record);
                let told = history.iter().flat_map(|past| &past.changes).any(|change| change.path == QUESTION);
                assert_eq!(told, shown, "{at}");
                let printed = office.ask(RecordsAsk::Printed { record, form: REGISTRATION.to_owned() });
                assert_eq!(printed.is_ok(), shown, "{at}");
                let save = RecordsAsk::Save {
                    record: Some(record),
                    of: RecordType::CASE,
                    heads: opened.heads,
                    change: set(&[(QUESTION, text(&at))]),
                    complete: vec![],
                    renewed: vec![],
                    draft: None,
                };
                let refused = office.ask(save).err().map(|problem| problem.code);
                assert_eq!(refused, (!filled).then_some(Code::NotAllowed), "{at}");
            }
        }
    }
}
