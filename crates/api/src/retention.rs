//! How long records are kept, what is due, and their destruction by two people (DOMAIN.md 11.3 and 16.2).

use amparo_model::ids::{BundleId, Moment, RecordId};
use amparo_model::record::{Kind, Module, RecordType};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a period begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The date of closure.
    Closed,
    /// The 18th birthday, once it is closed.
    Adult,
    /// The last change.
    LastChange,
}

/// How long records of a type are kept; one with a reason goes before one without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Of this kind ...
    pub kind: Kind,
    /// ... and module.
    pub module: Module,
    /// Only those closed for this reason (an option of the closure form); none: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the period begins with.
    pub from: From,
    /// Years; 1 to 99.
    pub years: u32,
}

impl Rule {
    /// The type that it is for.
    #[must_use]
    pub fn of(&self) -> RecordType {
        RecordType { kind: self.kind, module: self.module }
    }
}

/// Why a record is to be destroyed. A fixed list: reasons are read by everybody in the office, so nobody writes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The period is over.
    Due,
    /// The person asks for it, or takes consent back.
    Asked,
    /// Recorded by mistake, or twice.
    Mistake,
    /// A court or the law asks for it.
    Law,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Due, Self::Asked, Self::Mistake, Self::Law];
}

/// Why a record must be kept although its period is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    /// Before a court.
    Court,
    /// An investigation.
    Investigation,
    /// A complaint.
    Complaint,
    /// The person asks for it.
    Asked,
}

impl HoldReason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Court, Self::Investigation, Self::Complaint, Self::Asked];
}

/// What can be asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// The rules, what is due of the records in reach, what waits, and what was destroyed.
    Overview {},
    /// New rules (administrator).
    SetRules {
        /// All of them; none: nothing is ever due.
        rules: Vec<Rule>,
    },
    /// Keep a record whatever the rules say (supervisor), or no longer.
    Hold {
        /// Which.
        record: RecordId,
        /// Why; none: no longer.
        reason: Option<HoldReason>,
    },
    /// Ask that a record is destroyed (supervisor who reads it).
    Propose {
        /// Which.
        record: RecordId,
        /// Why.
        why: Why,
    },
    /// Ask that the record with a code is destroyed (administrator, who reads none).
    ProposeByCode {
        /// Its code.
        code: String,
        /// Why.
        why: Why,
    },
    /// Say yes. With the second yes the record is destroyed, and nothing brings it back.
    Approve {
        /// The asking.
        proposal: Uuid,
        /// The record's code, typed.
        typed: String,
    },
    /// Say yes, and let the recovery words be the second yes: where nobody else in the office could give it (a small office has an
    /// administrator and a supervisor). Whoever asked cannot do this.
    ApproveWithWords {
        /// The asking.
        proposal: Uuid,
        /// The record's code, typed.
        typed: String,
        /// The recovery words.
        words: String,
    },
    /// A record in reach by its code: to hold it, or to ask for its destruction, before it is due (supervisor).
    Find {
        /// Its code.
        code: String,
    },
    /// Take an asking back, or refuse it.
    Refuse {
        /// The asking.
        proposal: Uuid,
    },
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To all but `Find`.
    Overview(Overview),
    /// To `Find`.
    Found {
        /// It; `since` is empty while it is not due.
        found: Due,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("retention::Ask")
    }
}

/// How retention stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The rules.
    pub rules: Vec<Rule>,
    /// What is due of the records in reach, and what is held, the longest due first.
    pub due: Vec<Due>,
    /// What waits for a yes.
    pub waiting: Vec<Waiting>,
    /// What was destroyed, newest first.
    pub destroyed: Vec<Certificate>,
}

/// A record whose period is over, or that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Which.
    pub record: RecordId,
    /// Its type.
    pub of: RecordType,
    /// Its code.
    pub code: String,
    /// Since when it is due; empty when it is only held.
    pub since: String,
    /// It is held.
    pub held: Option<HoldReason>,
    /// It was asked for already.
    pub asked: bool,
}

/// An asking that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Which.
    pub proposal: Uuid,
    /// The record's code.
    pub code: String,
    /// Why.
    pub why: Why,
    /// Who asked.
    pub asked_by: String,
    /// Who said yes already.
    pub yes: Vec<String>,
    /// This session may say yes.
    pub mine: bool,
    /// A supervisor who reads the record must still say yes.
    pub needs_supervisor: bool,
    /// With this session's yes the record would be destroyed.
    pub last: bool,
    /// With this session's yes, given or not, and the recovery words it would be destroyed: nobody else could be the second.
    #[serde(default)]
    pub with_words: bool,
    /// This session may take it back or refuse it.
    pub may_refuse: bool,
}

/// What remains of a destroyed record besides its headers. Stored; fields are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Which.
    pub record: RecordId,
    /// Its code; empty where it was destroyed again after a restore that did not know it.
    pub code: String,
    /// Its kind.
    pub kind: Kind,
    /// Its module.
    pub module: Module,
    /// Why; none where it was destroyed again.
    pub why: Option<Why>,
    /// Who asked.
    pub asked_by: String,
    /// Who said yes.
    pub approved_by: Vec<String>,
    /// The recovery words were the second yes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub with_words: bool,
    /// When.
    pub at: Moment,
    /// Changes whose content is gone.
    pub changes: usize,
    /// Attachments that are gone.
    pub files: usize,
    /// The last backup known here that still holds it.
    pub last_backup: Option<Moment>,
    /// When that one is thinned out at the latest.
    pub gone_from_backups: Option<Moment>,
    /// The sealed files that it left in.
    pub left_in: Vec<LeftIn>,
}

/// A sealed file that holds a destroyed record elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftIn {
    /// Which.
    pub bundle: BundleId,
    /// To whom.
    pub office: String,
    /// Its running number.
    pub number: u64,
    /// When.
    pub at: Moment,
}
