//! The office's log: who did what, as far as the person asking may know (DOMAIN.md 16.2), and proof that nothing of it was changed.

use crate::Chosen;
use amparo_model::ids::{Moment, PersonId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{FieldId, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// A page of the log, newest first.
    Page {
        /// Which entries.
        filter: Filter,
        /// Rows to skip.
        skip: usize,
        /// Rows to give, at most 200.
        take: usize,
    },
    /// All that a filter leaves, as a spreadsheet.
    Export {
        /// Which entries.
        filter: Filter,
        /// Where it goes.
        target: Chosen,
        /// The language of its words.
        language: String,
    },
    /// Who looked at a record, newest first.
    Looks {
        /// Which.
        record: RecordId,
        /// Rows to skip.
        skip: usize,
        /// Rows to give, at most 200.
        take: usize,
    },
    /// What people agreed to, by code: the answers of the consent forms and their dates (auditor).
    Consents {
        /// Rows to skip.
        skip: usize,
        /// Rows to give, at most 100.
        take: usize,
    },
    /// Check every entry and every signature now.
    Verify {},
    /// The end of the log as digits for paper; that it was asked for is told to the log.
    Head {},
    /// Hold digits from a paper against the log.
    Compare {
        /// Entries that the log had then.
        entries: u64,
        /// The 24 digits; spaces do not matter.
        digits: String,
    },
}

/// Which entries. What is left out does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// What was done, any of these; none: anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<String>,
    /// The code begins with this.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The first day, as `2026-11-22`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The last day.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub until: String,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Page` and `Looks`.
    Page(Page),
    /// To `Export`.
    Exported {
        /// Entries written.
        entries: u64,
    },
    /// To `Consents`.
    Consents {
        /// By code.
        rows: Vec<Consent>,
        /// In all.
        total: usize,
    },
    /// To `Verify`.
    Verified(Verified),
    /// To `Head`.
    Head(Head),
    /// To `Compare`.
    Compared {
        /// The log had these digits after that many entries.
        same: bool,
    },
}

/// What was agreed to in one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its code.
    pub code: String,
    /// Its type.
    pub of: RecordType,
    /// When the answers were last changed; none where nothing of them opens to this session.
    pub changed: Option<Moment>,
    /// Answers and dates; nothing that somebody wrote in words.
    pub answers: Vec<(FieldId, Value)>,
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// Newest first.
    pub rows: Vec<Row>,
    /// Rows that the filter leaves.
    pub total: usize,
    /// Entries that this person may know of.
    pub known: usize,
    /// Entries in all.
    pub entries: u64,
    /// The chain was checked since unlock: `None` while it runs.
    pub sound: Option<bool>,
    /// Who occurs, to choose from.
    pub people: Vec<(PersonId, String)>,
    /// What occurs, to choose from.
    pub what: Vec<String>,
    /// What was found at signing in, when the folder is older than this computer remembers.
    pub older: Option<Older>,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Position.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who; empty where nobody was signed in.
    pub who: String,
    /// What: the Fluent message is `log-` and this with hyphens.
    pub what: String,
    /// A case code or another short name of the thing.
    pub about: String,
    /// Counts, forms, fields: the message of each is `log-more-` and its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub more: BTreeMap<String, String>,
    /// The record and its type, when this session can open it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<(RecordId, RecordType)>,
}

/// What a check of the whole log found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Entries in all.
    pub entries: u64,
    /// When the first was written.
    pub since: Moment,
    /// The end as 24 digits.
    pub digits: String,
    /// The first entry that is not what was written, or whose signature is wrong; none: unbroken.
    pub broken_at: Option<u64>,
}

/// The end of the log, for paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The office.
    pub office: String,
    /// Its site code.
    pub site: String,
    /// When.
    pub at: Moment,
    /// Entries until then.
    pub entries: u64,
    /// 24 digits in groups of four.
    pub digits: String,
    /// The same as a QR code: rows of dark (true) and light modules.
    pub qr: Vec<Vec<bool>>,
}

/// The folder is older than this computer remembers, or went another way: an old copy was put in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// Entries that this computer remembers.
    pub remembered: u64,
    /// Entries that were there.
    pub found: u64,
}
