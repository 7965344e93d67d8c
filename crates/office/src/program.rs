//! One running program: the folder it looks at, and who is signed in. Windows, the command line and tests all come through
//! [`Program::ask`].

use crate::chosen::ChosenPaths;
use crate::clock::Clock;
use crate::door::{Needs, needs};
use crate::entry::set_up::Pending;
use crate::keeping::backups::back_up_while_working;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::{Chosen, Code, Problem, Progress, Reply, Request};
use amparo_store::{Folder, Held};
use amparo_vault::calibrate::{self, Parameters};
use amparo_vault::{OsRandom, random};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::Duration;

/// What a password attempt costs in an office that is set up now.
#[derive(Debug, Clone, Copy)]
pub enum Cost {
    /// Measured on this machine: at most a second and a quarter of the memory.
    Measured,
    /// The lowest that is accepted, for journeys and the window's tests.
    Floor,
}

/// How a long job tells how far it is, and learns that it should stop.
pub trait Watch: Sync {
    /// How far it is.
    fn progress(&self, progress: Progress);
    /// The person wants it to stop.
    fn stopped(&self) -> bool {
        false
    }
}

/// For jobs nobody watches.
impl Watch for () {
    fn progress(&self, _: Progress) {}
}

/// The pieces of a long job, one after the other: whoever watches is told how far it is, and can stop it between two of them.
///
/// The iterator's errors: [`Code::Stopped`].
pub(crate) fn watched<'a, T>(
    pieces: impl ExactSizeIterator<Item = T> + 'a,
    watch: &'a dyn Watch,
) -> impl Iterator<Item = Answer<T>> + 'a {
    /// So many are done before anybody is told again.
    const TOLD_EVERY: u64 = 64;
    let of = pieces.len() as u64;
    (0..).zip(pieces).map(move |(done, piece)| {
        if watch.stopped() {
            return Err(Code::Stopped.into());
        }
        if done % TOLD_EVERY == 0 {
            watch.progress(Progress { done, of });
        }
        Ok(piece)
    })
}

pub(crate) struct State {
    pub(crate) folder: Folder,
    /// Keeps other programs out of the folder while somebody is signed in.
    held: Option<Held>,
    session: Option<Arc<Session>>,
    pub(crate) pending: Option<Pending>,
    /// What goes on behind the window: the check after signing in. Closing waits for it.
    behind: Vec<std::thread::JoinHandle<()>>,
    /// The backup after locking. Closing waits for it, and so does turning the office's key.
    backing_up: Vec<std::thread::JoinHandle<()>>,
    /// The session that was locked last: as long as anything holds it, its keys are in memory.
    left: Weak<Session>,
}

/// See the module.
pub struct Program {
    pub(crate) clock: Arc<dyn Clock>,
    cost: Cost,
    pub(crate) chosen: ChosenPaths,
    state: Mutex<State>,
    alive: Arc<AtomicBool>,
    /// Whoever starts the program afresh after a lock (SECURITY.md 5); none on the command line.
    afresh: OnceLock<Box<dyn Fn() + Send + Sync>>,
    /// Locked, and about to be started afresh: nobody is let in before.
    ending: AtomicBool,
    /// The folder of this computer that remembers where each log ended; none on the command line.
    pub(crate) heads: OnceLock<PathBuf>,
    /// The window closes, or the program itself signs in and out: what is locked now is not started afresh.
    pub(crate) goes_on: AtomicBool,
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Program")
    }
}

/// How often what was noted is written: "within a second" with room to spare.
const NOTED_EVERY: Duration = Duration::from_millis(400);

/// How many of these go by between two times that the log's head is kept outside the database: ten minutes (SECURITY.md 3).
const HEAD_KEPT_EVERY: u32 = 1500;

/// How often it is looked whether the last work of a locked session is over.
const WATCHED_EVERY: Duration = Duration::from_millis(20);

/// Whether a backup is due is looked at every so many of those: once a minute.
const LOOKED_FOR_BACKUPS: u32 = 150;

impl Program {
    /// A program that looks at an office's folder, which need not exist yet.
    #[must_use]
    pub fn at(folder: &Path, clock: Arc<dyn Clock>, cost: Cost) -> Arc<Self> {
        let state = State {
            folder: Folder::at(folder),
            held: None,
            session: None,
            pending: None,
            behind: Vec::new(),
            backing_up: Vec::new(),
            left: Weak::new(),
        };
        let program = Arc::new(Self {
            clock,
            cost,
            chosen: ChosenPaths::default(),
            state: Mutex::new(state),
            alive: Arc::new(AtomicBool::new(true)),
            afresh: OnceLock::new(),
            ending: AtomicBool::new(false),
            heads: OnceLock::new(),
            goes_on: AtomicBool::new(false),
        });
        // The standard forms are read while the password is typed and its key worked out: 50 ms less after it.
        std::thread::spawn(amparo_forms::standard);
        let (weak, alive) = (Arc::downgrade(&program), program.alive.clone());
        std::thread::spawn(move || {
            let mut turn = 0_u32;
            while alive.load(Ordering::Relaxed) {
                std::thread::sleep(NOTED_EVERY);
                let Some(program) = weak.upgrade() else { return };
                let session = program.state().session.clone();
                let Some(session) = session else { continue };
                if session.write_noted().and_then(|()| session.look_at_clock()).is_err() {
                    tracing::error!("the log could not be written; trying again");
                }
                turn = turn.wrapping_add(1);
                if turn.is_multiple_of(LOOKED_FOR_BACKUPS) && session.backup_is_due() {
                    let session = session.clone();
                    program.back_up_behind(std::thread::spawn(move || back_up_while_working(&session)));
                }
                if turn.is_multiple_of(HEAD_KEPT_EVERY) {
                    crate::log::keep_head(&session);
                }
            }
        });
        program
    }

    /// Gives a handle for a file or folder that a person chose.
    pub fn offer(&self, path: PathBuf) -> Chosen {
        self.chosen.offer(path, random::bytes(&mut OsRandom))
    }

    /// Asks. Whatever the answer, nothing is half-done.
    ///
    /// # Errors
    /// A [`Problem`] with a stable code; nothing was changed then.
    pub fn ask(&self, request: Request, watch: &dyn Watch) -> Result<Reply, Problem> {
        self.answer(request, watch).map_err(Problem::from)
    }

    fn answer(&self, request: Request, watch: &dyn Watch) -> Answer<Reply> {
        let needed = needs(&request);
        let session = match needed {
            Needs::Nothing => None,
            Needs::Session | Needs::May(_) => Some(self.session()?),
        };
        if let Some(session) = &session {
            let changes_password = matches!(
                request,
                Request::GettingIn(
                    amparo_api::getting_in::Ask::ChangePassword { .. } | amparo_api::getting_in::Ask::Lock {}
                )
            );
            if session.password_is_one_time() && !changes_password {
                return Err(Code::ChangePasswordFirst.into());
            }
            if session.has_conduct_to_accept() && !before_conduct(&request) {
                return Err(Code::AcceptConductFirst.into());
            }
            if let Needs::May(action) = needed
                && !session.may(action)
            {
                return Err(Code::NotAllowed.into());
            }
        }
        match (request, session) {
            (Request::GettingIn(ask), session) => self.getting_in(ask, session),
            (Request::Keeping(ask), session) => self.keeping(ask, session, watch),
            (Request::Past(ask), Some(session)) => self.past(ask, &session, watch).map(Reply::Past),
            (Request::People(ask), Some(session)) => self.people(ask, &session, watch).map(Reply::People),
            (Request::Roles(ask), Some(session)) => self.roles(ask, &session),
            (Request::Places(ask), Some(session)) => self.places(ask, &session, watch).map(Reply::Places),
            (Request::Records(ask), Some(session)) => self.records(ask, &session),
            (Request::Lists(ask), Some(session)) => self.lists(ask, &session, watch),
            (Request::Work(ask), Some(session)) => self.work(ask, &session),
            (Request::Around(ask), Some(session)) => self.around(ask, &session, watch),
            (Request::Passing(ask), Some(session)) => self.passing(ask, &session, watch),
            (Request::Tracing(ask), Some(session)) => session.tracing(ask, watch).map(Reply::Tracing),
            (Request::Duplicates(ask), Some(session)) => session.duplicates(ask, watch).map(Reply::Duplicates),
            (Request::Retention(ask), Some(session)) => self.retention(ask, &session).map(Reply::Retention),
            (Request::Shaping(ask), Some(session)) => self.shaping(ask, &session, watch),
            (Request::Exchange(ask), Some(session)) => self.exchange(ask, &session, watch),
            (_, None) => Err(Code::Locked.into()),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who is signed in.
    pub(crate) fn session(&self) -> Answer<Arc<Session>> {
        self.state().session.clone().ok_or_else(|| Code::Locked.into())
    }

    /// Takes hold of the folder, so that no other program opens it; kept until the program ends.
    pub(crate) fn hold(&self) -> Answer<()> {
        let mut state = self.state();
        if state.held.is_none() {
            state.held = Some(state.folder.hold()?);
        }
        Ok(())
    }

    pub(crate) fn sign_in_as(&self, session: Session) -> Arc<Session> {
        let session = Arc::new(session);
        self.state().session = Some(session.clone());
        session
    }

    /// Looks at another folder; whoever held the one before lets go of it.
    pub(crate) fn look_at(&self, folder: Folder) {
        let mut state = self.state();
        if state.folder.path() != folder.path() {
            let behind = std::mem::take(&mut state.behind);
            let backing_up = std::mem::take(&mut state.backing_up);
            if let Some(session) = state.session.take() {
                session.end();
            }
            *state = State { folder, held: None, session: None, pending: None, behind, backing_up, left: Weak::new() };
        }
    }

    /// Lets work go on behind the window; closing waits for it.
    pub(crate) fn go_on_behind(&self, work: std::thread::JoinHandle<()>) {
        let behind = &mut self.state().behind;
        behind.retain(|before| !before.is_finished());
        behind.push(work);
    }

    /// Lets a backup be made behind the window.
    pub(crate) fn back_up_behind(&self, work: std::thread::JoinHandle<()>) {
        self.state().backing_up.push(work);
    }

    /// Waits for backups that are still being made.
    pub(crate) fn wait_for_backups(&self) {
        let backing_up = std::mem::take(&mut self.state().backing_up);
        wait_for(backing_up);
    }

    pub(crate) fn sign_out(&self) -> Option<Arc<Session>> {
        let mut state = self.state();
        let session = state.session.take();
        if let Some(session) = &session {
            state.left = Arc::downgrade(session);
        }
        session
    }

    /// From now on `start` is called after each lock: it starts the program afresh, so that no key and no record's text stays in
    /// memory that was freed but not overwritten. Nobody is let in until then. Only the first caller is heard.
    pub fn start_afresh_with(&self, start: impl Fn() + Send + Sync + 'static) {
        if self.afresh.set(Box::new(start)).is_err() {
            tracing::warn!("the program is started afresh by somebody else already");
        }
    }

    /// Whether the program is about to be started afresh.
    pub(crate) fn is_ending(&self) -> bool {
        self.ending.load(Ordering::Relaxed)
    }

    /// After a lock: asks to be started afresh.
    pub(crate) fn ask_to_start_afresh(&self) {
        if let Some(start) = self.afresh.get()
            && !self.goes_on.load(Ordering::Relaxed)
        {
            self.ending.store(true, Ordering::Relaxed);
            start();
        }
    }

    /// Waits until nothing is done any more for whoever was signed in: the backup is made, requests under way have come to their end.
    pub fn wait_until_left(&self) {
        loop {
            let done = {
                let state = self.state();
                state.left.strong_count() == 0
                    && state.behind.iter().chain(&state.backing_up).all(|it| it.is_finished())
            };
            if done {
                return;
            }
            std::thread::sleep(WATCHED_EVERY);
        }
    }

    /// From now on this folder, outside the office's, remembers where the log ended. Only the first call counts.
    pub fn remember_heads_in(&self, folder: PathBuf) {
        if self.heads.set(folder).is_err() {
            tracing::warn!("another folder remembers the log's end");
        }
    }

    /// Somebody is signed in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state().session.is_some()
    }

    /// The folder that is looked at: the sample's, once that was opened.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.state().folder.path().to_owned()
    }

    /// Locks if somebody is signed in. The window was asked before, so that it could seal what was being typed.
    pub fn lock_now(&self) {
        if let Ok(session) = self.session()
            && self.getting_in(amparo_api::getting_in::Ask::Lock {}, Some(session)).is_err()
        {
            tracing::error!("the office could not be locked in order");
        }
    }

    /// What a password attempt will cost in a new office.
    pub(crate) fn parameters(&self) -> Answer<Parameters> {
        Ok(match self.cost {
            Cost::Floor => Parameters::FLOOR,
            Cost::Measured => calibrate::choose(memory(), calibrate::measure)?,
        })
    }

    /// Locks if somebody is signed in, as at closing the window: drafts were sealed before, a backup is made, keys are wiped.
    pub fn close(&self) {
        self.goes_on.store(true, Ordering::Relaxed);
        self.lock_now();
        self.goes_on.store(false, Ordering::Relaxed);
        self.wait_for_backups();
        let behind = std::mem::take(&mut self.state().behind);
        wait_for(behind);
    }
}

/// What can be asked before the code of conduct is accepted.
fn before_conduct(request: &Request) -> bool {
    use amparo_api::getting_in::Ask;
    matches!(
        request,
        Request::GettingIn(Ask::ChangePassword { .. } | Ask::AcceptConduct { .. } | Ask::Lock {})
            | Request::Keeping(amparo_api::keeping::Ask::SetLanguage { .. })
    )
}

fn wait_for(behind: Vec<std::thread::JoinHandle<()>>) {
    for work in behind {
        if work.join().is_err() {
            tracing::error!("work behind the window ended in a panic");
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.alive.store(false, Ordering::Relaxed);
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        // The cipher's library is taken down when a process ends; nothing may still be using it then.
        if let Some(session) = state.session.take() {
            session.end();
        }
        wait_for(std::mem::take(&mut state.backing_up));
        wait_for(std::mem::take(&mut state.behind));
    }
}

/// The machine's memory in bytes; 2 GiB when it does not tell.
fn memory() -> u64 {
    let told = std::fs::read_to_string("/proc/meminfo").ok().and_then(|text| {
        let kib = text
            .lines()
            .find_map(|line| line.strip_prefix("MemTotal:"))?
            .trim()
            .strip_suffix(" kB")?
            .parse::<u64>()
            .ok()?;
        Some(kib * 1024)
    });
    told.unwrap_or(2 << 30)
}
