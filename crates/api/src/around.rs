//! What stands around a child: flags, notes and alerts. The program keeps them in the record beside its forms; nobody types them into one.

use crate::Chosen;
use crate::records::Row;
use amparo_model::ids::{CircleId, PersonId, RecordId};
use amparo_model::value::{FieldId, RowId};
use serde::{Deserialize, Serialize};

/// What can be asked about it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// A flag on one record or on many: each its own signed revision, all of them or none. Can take long.
    Flag {
        /// On which.
        records: Vec<RecordId>,
        /// By when somebody is to look, as text `2026-11-22`; it stands in the work list then.
        #[serde(default)]
        on: Option<String>,
        /// Why.
        reason: String,
    },
    /// A flag was seen to: what was done about it.
    Resolve {
        /// In which record.
        record: RecordId,
        /// Which flag.
        flag: RowId,
        /// What was done.
        words: String,
    },
    /// A note. Its day and its author are the program's; it is never changed afterwards.
    Note {
        /// In which record.
        record: RecordId,
        /// What it is about, in a few words; may be empty.
        #[serde(default)]
        subject: String,
        /// What it says.
        text: String,
    },
    /// The owner has seen the alerts of these records: they are put away.
    Seen {
        /// Of which.
        records: Vec<RecordId>,
    },
    /// Shows parts of a record that are covered: answered with the record, as `records::Ask::Open` is. The log is told which parts.
    Uncover {
        /// Of which record.
        record: RecordId,
        /// Which: `name`, or a compartment.
        parts: Vec<String>,
    },
    /// Says how two cases belong together: both histories tell it, and each names the other.
    Relate {
        /// The one.
        record: RecordId,
        /// The other.
        to: RecordId,
        /// What the one is to the other: an id of `forms::reserved::RELATION_KINDS`.
        kind: String,
        /// What there is to say of it; may be empty.
        #[serde(default)]
        note: String,
    },
    /// Takes that back, in both.
    Unrelate {
        /// One of them.
        record: RecordId,
        /// The row that says so; it has the same id in both.
        relation: RowId,
    },
    /// Writes the work list as a calendar file: codes and what is due, never a name.
    SaveCalendar {
        /// One worker's only, by their own circle.
        #[serde(default)]
        owner: Option<CircleId>,
        /// Where it goes.
        target: Chosen,
        /// The language of its words.
        language: String,
    },
    /// Marks that the name of who a record is about is to be hidden everywhere, or no longer.
    ProtectName {
        /// In which record.
        record: RecordId,
        /// Hidden, or shown again.
        on: bool,
    },
    /// Open flags of every record in reach, the soonest first, those without a day last.
    Flags {
        /// Lines to skip.
        #[serde(default)]
        skip: usize,
        /// Lines to give, at most 200.
        take: usize,
    },
    /// Alerts of the records that whoever asks is responsible for, the newest first.
    Alerts {
        /// Lines to skip.
        #[serde(default)]
        skip: usize,
        /// Lines to give, at most 200.
        take: usize,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("around::Ask")
    }
}

/// What comes back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Flag`.
    Flagged {
        /// On how many records it stands now.
        flagged: usize,
        /// How many can only be read here: nothing was written in them.
        left: usize,
    },
    /// To `SaveCalendar`.
    Calendar {
        /// How many tasks stand in it.
        tasks: usize,
    },
    /// To `Flags` and `Alerts`.
    Lines {
        /// The page.
        lines: Vec<Line>,
        /// Lines in all.
        total: usize,
        /// The index is still being filled: more may come.
        filling: bool,
    },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("around::Answer")
    }
}

/// What stands around one record: it comes with the record when it is opened.
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Around {
    /// Open ones first, then the newest first.
    pub flags: Vec<Flag>,
    /// Newest first.
    pub notes: Vec<Note>,
    /// Not put away yet, newest first.
    pub alerts: Vec<Alert>,
    /// Cases that this one belongs together with.
    pub relations: Vec<Relation>,
    /// Flags and notes can be added here.
    pub may_write: bool,
    /// The alerts are this person's to put away.
    pub own: bool,
}

/// A flag.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    /// Which.
    pub flag: RowId,
    /// Why.
    pub reason: String,
    /// By when somebody is to look; may be empty.
    pub on: String,
    /// When it was raised.
    pub raised_on: String,
    /// Who raised it.
    pub raised_by: Named,
    /// How it was resolved; none while it is open.
    pub resolved: Option<Resolved>,
}

/// How a flag was resolved.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// When.
    pub on: String,
    /// Who did.
    pub by: Named,
    /// What was done.
    pub words: String,
}

/// A note.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub on: String,
    /// Who wrote it.
    pub by: Named,
    /// What it is about; may be empty.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Somebody, with their name where this office knows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Who; none where it was not kept.
    pub person: Option<PersonId>,
    /// Their name; empty for people of other offices.
    pub name: String,
}

/// A case that another one belongs together with.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Which row says so.
    pub relation: RowId,
    /// The other case; none while it is out of reach.
    pub to: Option<Row>,
    /// What the other one is to this one.
    pub kind: String,
    /// What there is to say of it.
    pub note: String,
}

/// Something that somebody else did in a record, told to who is responsible for it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// What: `changed`, `approved`, `sent_back`, `flag`, `note`, `incident`.
    pub what: String,
    /// When.
    pub on: String,
    /// Who.
    pub by: Named,
    /// Which of the fields that the office watches changed.
    pub fields: Vec<FieldId>,
    /// The record that it is about, where it is another one.
    pub about: Option<RecordId>,
}

/// A line of the list of flags or of alerts. What a flag says stands in its record alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// In which record.
    pub row: Row,
    /// What, of an alert.
    pub what: String,
    /// By when, of a flag; the day, of an alert. May be empty.
    pub on: String,
    /// When the flag was raised.
    pub since: String,
    /// Which flag.
    pub flag: Option<RowId>,
}
