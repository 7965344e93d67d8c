//! An office with people in it, set up by the same requests that people make.

use amparo_api::getting_in::{Answer as In, Ask as Enter, FirstPerson, SetUp, SignedIn};
use amparo_api::lists::{Line, List};
use amparo_api::{Code, Problem, Reply, Request, lists, people, places, records};
use amparo_model::ids::PlaceId;
use amparo_model::person::Role;
use amparo_office::Program;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Who works in an office, with the passwords that the tests gave them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Staff {
    /// Keeps accounts, places and backups.
    pub administrator: Login,
    /// Reads the team's cases.
    pub supervisor: Login,
    /// In the order asked for.
    pub caseworkers: Vec<Login>,
    /// The 24 recovery words, separated by spaces.
    pub words: String,
}

/// A sign-in of an invented person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Login {
    /// As typed.
    pub name: String,
    /// As typed.
    pub password: String,
}

impl Login {
    fn of(name: &str, password: &str) -> Self {
        Self { name: name.to_owned(), password: password.to_owned() }
    }

    fn first(&self, name: &str) -> FirstPerson {
        FirstPerson { name: name.to_owned(), login: self.name.clone(), password: self.password.clone() }
    }
}

/// Asks; nobody watches.
///
/// # Errors
/// What the office answers.
pub fn ask(program: &Program, request: impl Into<Request>) -> Result<Reply, Problem> {
    program.ask(request.into(), &())
}

/// A page of a list, and how many rows it has in all.
///
/// # Errors
/// What the office answers; [`Code::Internal`] for an answer to something else, or when records must be read first.
pub fn page(program: &Program, list: List, skip: usize, take: usize) -> Result<(Vec<Line>, usize), Problem> {
    match program.ask(Request::Lists(lists::Ask::Page { list, skip, take }), &())? {
        Reply::Lists(lists::Answer::Page { lines, total, .. }) => Ok((lines, total)),
        _ => Err(Code::Internal.into()),
    }
}

/// Asks about cases.
///
/// # Errors
/// What the office answers; [`Code::Internal`] for an answer to something else.
pub fn cases(program: &Program, ask: records::Ask) -> Result<records::Answer, Problem> {
    match program.ask(Request::Records(ask), &())? {
        Reply::Records(answer) => Ok(answer),
        _ => Err(Code::Internal.into()),
    }
}

/// Signs somebody in.
///
/// # Errors
/// What the office answers.
pub fn sign_in(program: &Program, who: &Login) -> Result<SignedIn, Problem> {
    let ask = Enter::SignIn { login: who.name.clone(), password: who.password.clone() };
    match program.ask(Request::GettingIn(ask), &())? {
        Reply::GettingIn(In::SignedIn(signed_in)) => Ok(*signed_in),
        _ => Err(Code::Internal.into()),
    }
}

/// Locks.
///
/// # Errors
/// What the office answers.
pub fn lock(program: &Program) -> Result<(), Problem> {
    program.ask(Request::GettingIn(Enter::Lock {}), &()).map(drop)
}

/// Sets an office up and lets so many caseworkers in. Nobody is signed in afterwards.
///
/// # Errors
/// What the office answers.
pub fn set_up(program: &Program, name: &str, site: &str, caseworkers: usize) -> Result<Staff, Problem> {
    let administrator = Login::of("amina", "paper-lantern-river-cedar-blue");
    let supervisor = Login::of("samuel", "window-harvest-violet-stone-key");
    let begin = Enter::BeginSetUp(SetUp {
        language: "en".to_owned(),
        office: name.to_owned(),
        site: site.to_owned(),
        agency: "Invented Agency".to_owned(),
        team: "River team".to_owned(),
        administrator: administrator.first("Amina Berhane"),
        supervisor: supervisor.first("Samuel Okoro"),
    });
    let Reply::GettingIn(In::Sheet { words, ask, .. }) = program.ask(Request::GettingIn(begin), &())? else {
        return Err(Code::Internal.into());
    };
    let typed = ask.iter().filter_map(|position| words.get(position - 1).cloned()).collect();
    program.ask(Request::GettingIn(Enter::FinishSetUp { words: typed, backup_folder: None }), &())?;
    let mut staff = Staff { administrator, supervisor, caseworkers: Vec::new(), words: words.join(" ") };
    for at in 0..caseworkers {
        let new = admit(program, &staff, &format!("worker{at}"))?;
        staff.caseworkers.push(new);
    }
    Ok(staff)
}

fn admit(program: &Program, staff: &Staff, name: &str) -> Result<Login, Problem> {
    let people = |ask| match program.ask(Request::People(ask), &())? {
        Reply::People(answer) => Ok(answer),
        _ => Err(Problem::from(Code::Internal)),
    };
    sign_in(program, &staff.administrator)?;
    let people::Answer::People { teams, .. } = people(people::Ask::List {})? else { return Err(Code::Internal.into()) };
    let propose = people::Ask::Propose {
        name: format!("Invented {name}"),
        login: name.to_owned(),
        role: Role::Caseworker.into(),
        language: None,
        team: teams.first().map(|team| team.id),
    };
    let people::Answer::People { people: all, .. } = people(propose)? else { return Err(Code::Internal.into()) };
    lock(program)?;
    let person = all.iter().find(|person| person.login == name).ok_or(Code::Internal)?.id;
    sign_in(program, &staff.supervisor)?;
    let people::Answer::OneTimePassword { password } =
        people(people::Ask::Admit { person, language: "en".to_owned() })?
    else {
        return Err(Code::Internal.into());
    };
    lock(program)?;
    let new = Login::of(name, &format!("garden-silver-mirror-{name}-bread"));
    sign_in(program, &Login::of(name, &password))?;
    let change = Enter::ChangePassword { old: password, new: new.password.clone() };
    program.ask(Request::GettingIn(change), &())?;
    lock(program)?;
    Ok(new)
}

/// Imports a list of places and gives back those that have no others below them. An administrator must be signed in.
///
/// # Errors
/// What the office answers.
pub fn import_places(program: &Program, list: &Path) -> Result<Vec<PlaceId>, Problem> {
    let source = program.offer(list.to_owned());
    program.ask(Request::Places(places::Ask::Import { source }), &())?;
    let mut lowest = Vec::new();
    let mut above = vec![None];
    while let Some(parent) = above.pop() {
        let Reply::Places(places::Answer::Places { places, .. }) =
            program.ask(Request::Places(places::Ask::Under { parent }), &())?
        else {
            return Err(Code::Internal.into());
        };
        for named in places {
            if named.has_children { above.push(Some(named.place.id)) } else { lowest.push(named.place.id) }
        }
    }
    Ok(lowest)
}
