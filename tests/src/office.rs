//! Builders for journeys: an office in a temporary folder, and its people.
//!
//! Everything goes through [`Program::ask`], as it would from the window. Passwords cost the lowest that is accepted, never
//! less. Read first: [`Office`], then what is done in it (`office/records.rs`, `office/partners.rs`), and [`crate::a_case`].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a journey that cannot go on stops with the reason"
)]

mod by_lines;
mod partners;
mod past;
mod records;

pub use crate::a_case::{ACase, TODAY, a_case, a_photo, choice, choices, date, no, text, yes};
pub use by_lines::amparo_cli;
pub use past::is_sound;
pub use records::{Saved, by_code, set};

use amparo_api::getting_in::{Answer as In, FirstPerson, SetUp, SignedIn};
use amparo_api::people::Answer as People;
use amparo_api::{Chosen, Code, Problem, Reply, Request, getting_in, people};
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Person, Role, Team};
use amparo_model::role::RoleId;
use amparo_office::{Cost, FixedClock, Program};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Milliseconds of a day.
pub const DAY: i64 = 24 * 60 * 60 * 1000;
/// The administrator of every office made here.
pub const ADMINISTRATOR: &str = "amina";
/// The supervisor of every office made here.
pub const SUPERVISOR: &str = "samuel";

/// Who works in an office beside those two when every role is needed: names, sign-in names, roles. The GBV supervisor comes before the
/// GBV caseworker, who could not be admitted otherwise.
pub const EVERYBODY: [(&str, &str, Role); 6] = [
    ("Lucía Ferrer", "lucia", Role::Caseworker),
    ("Tarek Mansour", "tarek", Role::TracingOfficer),
    ("Grace Achieng", "grace", Role::GbvSupervisor),
    ("Gloria Quispe", "gloria", Role::GbvCaseworker),
    ("Anna Vogel", "anna", Role::Analyst),
    ("Paul Adeyemi", "paul", Role::Auditor),
];

/// The password that somebody in a journey has, from their sign-in name.
#[must_use]
pub fn password(login: &str) -> String {
    format!("quiet-{login}-walks-over-seven-hills")
}

/// What a request is and what comes back: lets [`Office::ask`] take every area's requests and give that area's answers.
pub trait Ask {
    /// The request as the door takes it.
    fn request(self) -> Request;
}

macro_rules! areas {
    ($($area:ident => $variant:ident),*) => { $(impl Ask for amparo_api::$area::Ask {
        fn request(self) -> Request { Request::$variant(self) }
    })* };
}
areas!(around => Around, duplicates => Duplicates, exchange => Exchange, getting_in => GettingIn, keeping => Keeping, lists => Lists, passing => Passing, past => Past, people => People, places => Places, records => Records, retention => Retention, roles => Roles, shaping => Shaping, tracing => Tracing, work => Work);
impl Ask for Request {
    fn request(self) -> Request {
        self
    }
}

/// What a refusal says.
///
/// # Panics
/// When it was no refusal.
pub fn code(answer: Result<Reply, Problem>) -> Code {
    answer.expect_err("this must be refused").code
}

/// An office in a temporary folder, with the program that looks at it.
pub struct Office {
    /// Everything the journey writes lies in here; gone afterwards.
    pub home: TempDir,
    /// The office's own folder.
    pub folder: PathBuf,
    /// Its clock, which goes on over restarts.
    pub clock: Arc<FixedClock>,
    /// The 24 recovery words.
    pub words: String,
    program: Option<Arc<Program>>,
    lines: Option<by_lines::Lines>,
}

/// What set-up is told, for an office with this site code.
#[must_use]
pub fn set_up(site: &str) -> SetUp {
    let first = |name: &str, login: &str| FirstPerson {
        name: name.to_owned(),
        login: login.to_owned(),
        password: password(login),
    };
    SetUp {
        language: "en".to_owned(),
        office: format!("Office {site}"),
        site: site.to_owned(),
        agency: "Agency of the river".to_owned(),
        team: "River team".to_owned(),
        administrator: first("Amina Berhane", ADMINISTRATOR),
        supervisor: first("Samuel Okoro", SUPERVISOR),
    }
}

impl Office {
    /// A program that looks at a folder in which nothing stands yet.
    #[must_use]
    pub fn nowhere() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("office");
        Self::looking_at(home, folder)
    }

    fn looking_at(home: TempDir, folder: PathBuf) -> Self {
        let clock = Arc::new(FixedClock::at(TODAY.parse().unwrap()));
        let program = Some(Program::at(&folder, clock.clone(), Cost::Floor));
        Self { home, folder, clock, words: String::new(), program, lines: None }
    }

    /// An office that was set up with this site code; nobody is signed in.
    #[must_use]
    pub fn new(site: &str) -> Self {
        let mut office = Self::nowhere();
        office.make(set_up(site), None);
        office
    }

    /// Goes through set-up to its end.
    pub fn make(&mut self, set_up: SetUp, backup_folder: Option<Chosen>) {
        let (words, typed) = self.begin(set_up);
        self.words = words.join(" ");
        self.ask(getting_in::Ask::FinishSetUp { words: typed, backup_folder }).unwrap();
    }

    /// The first step of set-up: the words, and those that must be typed back.
    pub fn begin(&self, set_up: SetUp) -> (Vec<String>, Vec<String>) {
        match self.ask(getting_in::Ask::BeginSetUp(set_up)).unwrap() {
            Reply::GettingIn(In::Sheet { words, ask, .. }) => {
                let typed = ask.iter().map(|position| words[position - 1].clone()).collect();
                (words, typed)
            }
            other => panic!("not a sheet: {other:?}"),
        }
    }

    /// Asks.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn ask(&self, ask: impl Ask) -> Result<Reply, Problem> {
        if let Some(lines) = &self.lines {
            return lines.ask(&ask.request());
        }
        self.program.as_ref().expect("the program was left").ask(ask.request(), &())
    }

    /// Asks, and watches how far it is.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn ask_watched(&self, ask: impl Ask, watch: &dyn amparo_office::Watch) -> Result<Reply, Problem> {
        self.program.as_ref().expect("the program was left").ask(ask.request(), watch)
    }

    /// A handle for a path, as a file dialog gives it.
    pub fn choose(&self, path: impl AsRef<Path>) -> Chosen {
        if let Some(lines) = &self.lines {
            return lines.choose(path.as_ref());
        }
        self.program.as_ref().expect("the program was left").offer(path.as_ref().to_owned())
    }

    /// A path beside the office's folder.
    #[must_use]
    pub fn beside(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The program itself.
    ///
    /// # Panics
    /// When it was left.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.program.as_ref().expect("the program was left")
    }

    /// Closes the program in order, as at closing the window.
    pub fn leave(&mut self) {
        if let Some(program) = &self.program {
            program.close();
        }
        self.kill();
    }

    /// From now on every request goes through `amparo-cli`, in a process of its own that has the machine's clock.
    pub fn by_lines(&mut self) {
        self.leave();
        self.lines = Some(by_lines::Lines::at(&self.folder));
    }

    /// The program ends without a word: nothing is locked, settled or backed up.
    pub fn kill(&mut self) {
        self.program = None;
        self.lines = None;
        self.wait_until_free();
    }

    /// A new program on the same folder.
    pub fn start(&mut self) {
        self.program = Some(Program::at(&self.folder, self.clock.clone(), Cost::Floor));
    }

    /// Closes, and starts again.
    pub fn restart(&mut self) {
        self.leave();
        self.start();
    }

    /// A second program, on another folder of the same journey.
    #[must_use]
    pub fn program_at(&self, folder: &Path) -> Arc<Program> {
        Program::at(folder, self.clock.clone(), Cost::Floor)
    }

    /// The folder is let go of in the moment the last thread of a program notices that it ended.
    fn wait_until_free(&self) {
        let until = Instant::now() + Duration::from_secs(10);
        while amparo_store::Folder::at(&self.folder).hold().is_err() && self.folder.exists() {
            assert!(Instant::now() < until, "the folder was not let go of");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Tries to sign in.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_sign_in(&self, login: &str, password: &str) -> Result<SignedIn, Problem> {
        let (login, password) = (login.to_owned(), password.to_owned());
        match self.ask(getting_in::Ask::SignIn { login, password })? {
            Reply::GettingIn(In::SignedIn(about)) => Ok(*about),
            other => panic!("not signed in: {other:?}"),
        }
    }

    /// Signs in with the password that people in journeys have; whoever was signed in is locked out first.
    pub fn sign_in(&self, login: &str) -> SignedIn {
        let _ = self.ask(getting_in::Ask::Lock {});
        self.try_sign_in(login, &password(login)).unwrap()
    }

    /// Locks, and waits for the backup that goes on behind it.
    pub fn lock(&self) {
        self.ask(getting_in::Ask::Lock {}).unwrap();
        self.program.as_ref().expect("the program was left").close();
    }

    /// Everybody, and the teams, as whoever is signed in sees them.
    pub fn people(&self) -> (Vec<Person>, Vec<Team>) {
        people_of(self.ask(people::Ask::List {}).unwrap())
    }

    /// Somebody's id, as whoever is signed in sees them.
    pub fn person(&self, login: &str) -> PersonId {
        self.people().0.iter().find(|person| person.login == login).expect("somebody of this name").id
    }

    /// A further team, added by the administrator.
    pub fn add_team(&self, name: &str) -> TeamId {
        self.sign_in(ADMINISTRATOR);
        let (_, teams) = people_of(self.ask(people::Ask::AddTeam { name: name.to_owned() }).unwrap());
        teams.iter().find(|team| team.name == name).expect("the team stands").id
    }

    /// The administrator asks that somebody's access ends, and somebody else says yes. They are signed in afterwards.
    pub fn let_go(&self, login: &str, confirmed_by: &str) -> PersonId {
        self.sign_in(ADMINISTRATOR);
        let person = self.person(login);
        self.ask(people::Ask::ProposeLeaving { person }).unwrap();
        self.sign_in(confirmed_by);
        self.ask(people::Ask::Confirm { person }).unwrap();
        person
    }

    /// Proposes somebody as the administrator; they are left without keys.
    pub fn propose(&self, name: &str, login: &str, role: Role, team: Option<TeamId>) -> PersonId {
        self.sign_in(ADMINISTRATOR);
        let team = team.or_else(|| self.people().1.first().map(|team| team.id)).filter(|_| role.works_in_team());
        self.propose_as(name, login, role.into(), team)
    }

    /// The same for any role that can be given, as whoever is signed in.
    pub fn propose_as(&self, name: &str, login: &str, role: RoleId, team: Option<TeamId>) -> PersonId {
        let (name, login) = (name.to_owned(), login.to_owned());
        let propose = people::Ask::Propose { name, login: login.clone(), role, team, language: None };
        let (people, _) = people_of(self.ask(propose).unwrap());
        people.iter().find(|person| person.login == login).expect("the proposal stands").id
    }

    /// Admits somebody as whoever is signed in; gives their one-time password.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_admit(&self, person: PersonId) -> Result<String, Problem> {
        match self.ask(people::Ask::Admit { person, language: "en".to_owned() })? {
            Reply::People(People::OneTimePassword { password }) => Ok(password),
            other => panic!("not a password: {other:?}"),
        }
    }

    /// Admits somebody as the supervisor; gives their one-time password.
    pub fn admit(&self, person: PersonId) -> String {
        self.sign_in(SUPERVISOR);
        self.try_admit(person).unwrap()
    }

    /// Signs in with a one-time password and chooses another. They are signed in afterwards.
    pub fn settle_in(&self, login: &str, old: String) {
        let _ = self.ask(getting_in::Ask::Lock {});
        self.try_sign_in(login, &old).unwrap();
        self.ask(getting_in::Ask::ChangePassword { old, new: password(login) }).unwrap();
    }

    /// Proposes, admits, and changes the one-time password: somebody who can work. They are signed in afterwards.
    pub fn hire_into(&self, name: &str, login: &str, role: Role, team: Option<TeamId>) -> PersonId {
        let person = self.propose(name, login, role, team);
        self.settle_in(login, self.admit(person));
        person
    }

    /// The same for somebody whom another supervisor admits.
    pub fn hire_into_by(&self, name: &str, login: &str, role: Role, admitted_by: &str) -> PersonId {
        let person = self.propose(name, login, role, None);
        self.sign_in(admitted_by);
        let one_time = self.try_admit(person).unwrap();
        self.settle_in(login, one_time);
        person
    }

    /// The same for somebody of another team.
    pub fn hire_into_by_team(&self, name: &str, login: &str, role: Role, team: TeamId, admitted_by: &str) -> PersonId {
        let person = self.propose(name, login, role, Some(team));
        self.sign_in(admitted_by);
        let one_time = self.try_admit(person).unwrap();
        self.settle_in(login, one_time);
        person
    }

    /// Locks, and tries to sign in.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_sign_in_again(&self, login: &str, password: &str) -> Result<SignedIn, Problem> {
        let _ = self.ask(getting_in::Ask::Lock {});
        self.try_sign_in(login, password)
    }

    /// A caseworker of the first team, signed in afterwards.
    pub fn hire(&self, name: &str, login: &str) -> PersonId {
        self.hire_into(name, login, Role::Caseworker, None)
    }

    /// Hires several people into the first team, all admitted by the supervisor; the last one is signed in afterwards.
    pub fn hire_all(&self, people: &[(&str, &str, Role)]) -> Vec<PersonId> {
        let proposed: Vec<PersonId> =
            people.iter().map(|(name, login, role)| self.propose(name, login, *role, None)).collect();
        self.sign_in(SUPERVISOR);
        let passwords: Vec<String> = proposed.iter().map(|person| self.try_admit(*person).unwrap()).collect();
        for ((_, login, _), old) in people.iter().zip(passwords) {
            self.settle_in(login, old);
        }
        proposed
    }

    /// An office in which somebody works in every role ([`EVERYBODY`]); analyst and auditor read what their roles open.
    #[must_use]
    pub fn with_everybody(site: &str) -> Self {
        let office = Self::new(site);
        let people = office.hire_all(&EVERYBODY);
        office.sign_in(SUPERVISOR);
        for (person, (_, _, role)) in people.into_iter().zip(EVERYBODY) {
            if matches!(role, Role::Analyst | Role::Auditor) {
                office.let_in_with_words(person).unwrap();
            }
        }
        office
    }

    /// Lets somebody in with the recovery words, as whoever is signed in.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn let_in_with_words(&self, person: PersonId) -> Result<Reply, Problem> {
        self.ask(people::Ask::LetInWithWords { person, words: self.words.clone() })
    }
}

impl Drop for Office {
    /// Nothing may still be using the cipher's library when the process ends.
    fn drop(&mut self) {
        if let Some(program) = self.program.take() {
            program.close();
        }
    }
}

fn people_of(reply: Reply) -> (Vec<Person>, Vec<Team>) {
    match reply {
        Reply::People(People::People { people, teams, .. }) => (people, teams),
        other => panic!("not people: {other:?}"),
    }
}

/// Every file under a folder with its content, to see that a refusal changed nothing.
#[must_use]
pub fn everything_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything_in(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}
