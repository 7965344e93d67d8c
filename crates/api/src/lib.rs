//! The contract between a window and an office: requests, replies, problems, progress.
//!
//! Pure: no files, keys, clock or rights. These types may change any time; what is stored and what is in a bundle have types of
//! their own (ARCHITECTURE.md, invariant 5). No request carries a user or a role: authority comes from the session behind the
//! door. Read first: [`Request`], [`Reply`], [`Problem`].

pub mod around;
pub mod duplicates;
pub mod exchange;
pub mod getting_in;
pub mod keeping;
pub mod lists;
pub mod passing;
pub mod past;
pub mod people;
pub mod places;
pub mod problem;
pub mod records;
pub mod retention;
pub mod roles;
pub mod shaping;
pub mod tracing;
pub mod work;

pub use problem::{Code, Problem};

use exchange::{Answer as ExchangeAnswer, Ask as ExchangeAsk};
use serde::{Deserialize, Serialize};

/// A file or folder that a person chose, as a handle: the page never learns the path behind it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Chosen(pub String);

/// What a file dialog is for; it decides title, filter and suggested name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Where the recovery sheet goes.
    SaveRecoverySheet,
    /// The folder for second copies of backups.
    BackupFolder,
    /// A list of places to read.
    PlacesFile,
    /// A photo to read.
    PhotoFile,
    /// A paper to read: a document, a picture, a text.
    PaperFile,
    /// A sound to read.
    SoundFile,
    /// Where a plain copy of an attachment goes.
    SaveFile,
    /// Where our card goes.
    SaveCard,
    /// Another office's card to read.
    CardFile,
    /// Where a sealed file goes.
    SaveBundle,
    /// A sealed file to read.
    BundleFile,
    /// Where the exported desk key goes.
    SaveDeskKey,
    /// A backup to restore.
    BackupFile,
    /// Where a table of roles goes.
    SaveRoles,
    /// A configuration to bring in.
    ConfigurationFile,
    /// Where a configuration goes.
    SaveConfiguration,
    /// Where a sealed configuration goes.
    SaveSealedConfiguration,
    /// Where a calendar goes.
    SaveCalendar,
    /// Where a spreadsheet of the log goes.
    SaveLog,
    /// Where a spreadsheet of a list goes.
    SaveList,
    /// A spreadsheet of words to read.
    WordsFile,
    /// Where a spreadsheet of words goes.
    SaveWords,
    /// A file of Fluent to read.
    FluentFile,
    /// Where a file of Fluent goes.
    SaveFluent,
    /// An empty folder to restore into, or to hold a new office.
    OfficeFolder,
}

/// Everything that can be asked of an office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "area", content = "ask", rename_all = "snake_case")]
pub enum Request {
    /// Set-up, signing in and out, passwords, recovery.
    GettingIn(getting_in::Ask),
    /// Accounts, teams.
    People(people::Ask),
    /// Roles.
    Roles(roles::Ask),
    /// The list of places.
    Places(places::Ask),
    /// Cases: lists, search, forms, history, drafts, photos.
    Records(records::Ask),
    /// Lists of records.
    Lists(lists::Ask),
    /// What is to be done, and when.
    Work(work::Ask),
    /// Flags, notes, alerts.
    Around(around::Ask),
    /// Family tracing.
    Tracing(tracing::Ask),
    /// Children registered twice.
    Duplicates(duplicates::Ask),
    /// Other offices and sealed files.
    Exchange(ExchangeAsk),
    /// Backups, settings.
    Keeping(keeping::Ask),
    /// Passing records on inside the office.
    Passing(passing::Ask),
    /// The office's log.
    Past(past::Ask),
    /// How long records are kept, and their destruction.
    Retention(retention::Ask),
    /// The configuration: forms, lists, clocks, languages.
    Shaping(shaping::Ask),
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "area", content = "answer", rename_all = "snake_case")]
pub enum Reply {
    /// Done, nothing to tell.
    Done,
    /// To [`Request::GettingIn`].
    GettingIn(getting_in::Answer),
    /// To [`Request::People`].
    People(people::Answer),
    /// To [`Request::Roles`].
    Roles(roles::Answer),
    /// To [`Request::Places`].
    Places(places::Answer),
    /// To [`Request::Records`].
    Records(records::Answer),
    /// To [`Request::Lists`].
    Lists(lists::Answer),
    /// To [`Request::Work`].
    Work(work::Answer),
    /// To [`Request::Around`].
    Around(around::Answer),
    /// To [`Request::Tracing`].
    Tracing(tracing::Answer),
    /// To [`Request::Duplicates`].
    Duplicates(duplicates::Answer),
    /// To [`Request::Exchange`].
    Exchange(ExchangeAnswer),
    /// To [`Request::Keeping`].
    Keeping(keeping::Answer),
    /// To [`Request::Passing`].
    Passing(passing::Answer),
    /// To [`Request::Past`].
    Past(past::Answer),
    /// To [`Request::Retention`].
    Retention(retention::Answer),
    /// To [`Request::Shaping`].
    Shaping(shaping::Answer),
}

/// How far a long job is. Sent at most ten times a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 when not known.
    pub of: u64,
}
