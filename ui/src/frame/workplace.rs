//! What every screen of a signed-in person can do to the window around it.

use crate::backend::Backend;
use crate::frame::saying;
use amparo_access::Allowed;
use amparo_api::getting_in::SignedIn;
use amparo_api::lists::List;
use amparo_api::records::Show;
use amparo_api::work::When;
use amparo_api::{Chosen, Code, Problem, Progress, Purpose, Reply, Request};
use amparo_language::Language;
use amparo_model::ids::{CircleId, DraftId, Moment, RecordId, ViewId};
use amparo_model::record::RecordType;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use yew::prelude::*;

/// A page of the window. Kept in memory only: no address ever holds the id of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// The first page.
    #[default]
    Home,
    /// The list of the records of a type.
    Records {
        /// Of which type.
        of: RecordType,
        /// Which of them.
        show: Show,
    },
    /// One record, or a new one.
    Record {
        /// Of which type.
        of: RecordType,
        /// Which; none registers a new one.
        record: Option<RecordId>,
        /// Unsaved work to go on with.
        draft: Option<DraftId>,
        /// A new one begins with a link to this record, and with the answers that both have.
        from: Option<RecordId>,
        /// The form it opens at.
        form: Option<&'static str>,
    },
    /// What is to be done.
    Work {
        /// Which part of it.
        when: When,
        /// Whose; none shows everybody's in reach.
        owner: Option<CircleId>,
        /// One kind only.
        what: Option<&'static str>,
    },
    /// Open flags.
    Flags,
    /// What others did in one's own records.
    Alerts,
    /// Who may be whom, over the whole caseload.
    Tracing {
        /// Only strong leads at first.
        strong: bool,
    },
    /// Children registered twice.
    Duplicates,
    /// What was passed on to colleagues.
    Passed {
        /// Which of it.
        which: amparo_api::passing::Which,
    },
    /// People and teams.
    People,
    /// What is asked: forms, lists, times.
    Forms,
    /// The list of places.
    Places,
    /// Other offices, sealed files.
    Exchange,
    /// Language, colours, backups.
    Settings,
    /// The office's log.
    Log,
    /// What people agreed to, for who audits the office.
    Audit,
    /// How long records are kept, what is due, what waits to be destroyed.
    Retention,
}

/// A list that somebody walks through, record by record.
#[derive(Clone, PartialEq)]
pub struct Walk {
    /// The list.
    pub list: List,
    /// Rows before its page.
    pub skip: usize,
    /// The kept view that it came from.
    pub kept: Option<ViewId>,
    /// The record that was opened last.
    pub record: RecordId,
}

/// Keeps unsaved work as a draft; called before the window locks, and when a person leaves the page anyway.
pub type Keep = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>>;

/// What a screen asks of the window.
#[derive(Clone, PartialEq)]
pub enum Wish {
    /// Show another page; asks first when there is unsaved work.
    Go(Screen),
    /// Say that something was done, for a few seconds.
    Toast(AttrValue),
    /// The work on this page was saved as a version then.
    Saved(Moment),
    /// The work on this page was kept as a draft then.
    Kept(Moment),
    /// Nothing on this page needs saving.
    NothingToSave,
    /// The office says that nobody is signed in: show the locked page.
    WasLocked,
    /// Seal drafts, lock.
    Lock,
    /// How backups stand may have changed: ask again.
    BackupsChanged,
    /// Show what can be done in an emergency.
    Emergency,
    /// A long job begins or ends, by its number: it stands in the tray meanwhile.
    Job(u32, Option<AttrValue>),
    /// The person chose this language.
    Language(Language),
}

/// Work that is not saved, and how to print the page; set by the screen that is shown.
#[derive(Default)]
pub struct Registered {
    pub(crate) keep: RefCell<Option<Keep>>,
    pub(crate) print: RefCell<Option<Callback<()>>>,
    /// The list from which the record that is shown was opened.
    pub(crate) walk: RefCell<Option<Walk>>,
    /// The next list is shown as it was left.
    pub(crate) back_to_list: Cell<bool>,
    /// The next record is opened at its history.
    pub(crate) at_history: Cell<bool>,
    /// Numbers of long jobs so far.
    jobs: Cell<u32>,
}

/// The handle that screens get from [`use_workplace`].
#[derive(Clone)]
pub struct Workplace {
    /// Who is signed in.
    pub who: Rc<SignedIn>,
    /// Their language.
    pub language: Language,
    pub(crate) backend: Backend,
    pub(crate) wish: Callback<Wish>,
    pub(crate) registered: Rc<Registered>,
}

impl Workplace {
    /// What whoever is signed in may set out to do.
    #[must_use]
    pub fn allowed(&self) -> Allowed {
        Allowed::from(&self.who.rights)
    }
}

impl PartialEq for Workplace {
    fn eq(&self, other: &Self) -> bool {
        self.who == other.who && self.language == other.language && self.backend == other.backend
    }
}

impl Screen {
    /// A new record of a type.
    #[must_use]
    pub fn new(of: RecordType) -> Self {
        Self::Record { of, record: None, draft: None, from: None, form: None }
    }

    /// A record that is there.
    #[must_use]
    pub fn of(of: RecordType, record: RecordId) -> Self {
        Self::Record { of, record: Some(record), draft: None, from: None, form: None }
    }
}

impl Workplace {
    /// Asks the office. When it says that nobody is signed in, the window shows the locked page by itself.
    ///
    /// # Errors
    /// As [`Backend::ask`].
    pub async fn ask(&self, request: Request) -> Result<Reply, Problem> {
        self.heard(self.backend.ask(request).await)
    }

    /// Asks the office for something that may take long, under a number of [`Workplace::next_job`].
    ///
    /// # Errors
    /// As [`Backend::ask_as`].
    pub async fn ask_as(&self, job: u32, request: Request) -> Result<Reply, Problem> {
        self.heard(self.backend.ask_as(job, request).await)
    }

    fn heard(&self, answer: Result<Reply, Problem>) -> Result<Reply, Problem> {
        if matches!(&answer, Err(problem) if problem.code == Code::Locked) {
            self.wish.emit(Wish::WasLocked);
        }
        answer
    }

    /// Lets the person choose a file or folder; `None` when they changed their mind. A failure is told in a toast.
    pub async fn choose(&self, purpose: Purpose) -> Option<Chosen> {
        match self.backend.choose(purpose).await {
            Ok(chosen) => chosen,
            Err(problem) => {
                self.toast(saying::problem(&self.language, &problem));
                None
            }
        }
    }

    /// Asks for something long that goes on beside the page: the tray shows how far it is, and stops it.
    ///
    /// # Errors
    /// As [`Backend::ask_as`].
    pub async fn ask_beside(&self, label: impl Into<AttrValue>, request: Request) -> Result<Reply, Problem> {
        let number = self.next_job();
        self.wish.emit(Wish::Job(number, Some(label.into())));
        let result = self.ask_as(number, request).await;
        self.wish.emit(Wish::Job(number, None));
        result
    }

    /// A number that no other long job has.
    #[must_use]
    pub fn next_job(&self) -> u32 {
        let number = self.registered.jobs.get();
        self.registered.jobs.set(number.wrapping_add(1));
        number
    }

    /// How far a long job is.
    pub async fn progress(&self, job: u32) -> Option<Progress> {
        self.backend.progress(job).await
    }

    /// Asks a long job to stop.
    pub async fn stop(&self, job: u32) {
        self.backend.stop(job).await;
    }

    /// Shows another page; asks first when there is unsaved work.
    pub fn go(&self, screen: Screen) {
        self.wish.emit(Wish::Go(screen));
    }

    /// Says that something was done, for a few seconds. Never the only place of an error.
    pub fn toast(&self, text: impl Into<AttrValue>) {
        self.wish.emit(Wish::Toast(text.into()));
    }

    /// Tells the status line.
    pub fn saved(&self, at: Moment) {
        self.wish.emit(Wish::Saved(at));
    }

    /// Tells the status line.
    pub fn kept(&self, at: Moment) {
        self.wish.emit(Wish::Kept(at));
    }

    /// Registers unsaved work of the page that is shown (`None`: there is none any more). Leaving then asks first, and
    /// locking calls it first.
    pub fn guard(&self, keep: Option<Keep>) {
        *self.registered.keep.borrow_mut() = keep;
    }

    /// What Ctrl+P does on this page instead of printing it as it stands.
    pub fn on_print(&self, print: Option<Callback<()>>) {
        *self.registered.print.borrow_mut() = print;
    }

    /// Something else.
    pub fn wish(&self, wish: Wish) {
        self.wish.emit(wish);
    }
}

/// The workplace around this screen. `None` outside of it: in the gallery and before anybody is signed in.
#[hook]
pub fn use_workplace_if_any() -> Option<Workplace> {
    use_context::<Workplace>()
}

/// The workplace around this screen.
///
/// # Panics
/// Outside of the frame; screens stand inside it only.
#[hook]
#[expect(clippy::expect_used, reason = "a screen outside of the frame is a mistake of the build, not of a person")]
pub fn use_workplace() -> Workplace {
    use_context::<Workplace>().expect("screens stand inside the frame")
}
