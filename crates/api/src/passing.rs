//! Passing records on inside the office: assigning them to another worker, and what there is to know of it afterwards.

use amparo_model::ids::{Moment, PersonId, RecordId};
use serde::{Deserialize, Serialize};

/// What can be asked about passing on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Colleagues who work with all of these records, and what each of them carries.
    Colleagues {
        /// Which records.
        records: Vec<RecordId>,
    },
    /// Another worker is responsible from now on, for all of them or for none. Incidents follow their case.
    Assign {
        /// Which records, however many.
        records: Vec<RecordId>,
        /// To whom.
        to: PersonId,
        /// Why: an option of the form of assignments.
        reason: String,
        /// What the new worker should know.
        #[serde(default)]
        note: String,
    },
    /// Take assignments back, all of them in one step: whoever was responsible before is again. What was passed on since stays.
    Undo {
        /// Which, as `Assign` answered.
        passings: Vec<RecordId>,
    },
    /// What was passed on, newest first.
    List {
        /// Which of it.
        #[serde(default)]
        which: Which,
        /// Of one record only.
        #[serde(default)]
        record: Option<RecordId>,
        /// To skip.
        #[serde(default)]
        skip: usize,
        /// To give, at most 200.
        take: usize,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("passing::Ask")
    }
}

/// Which part of what was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// What waits for this person's answer.
    ForMe,
    /// What others have not answered yet.
    Waiting,
    /// All of it.
    #[default]
    All,
}

/// What kind of passing on it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Another worker is responsible at once.
    Assignment,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Done.
    Done,
    /// Taken back.
    Revoked,
}

/// A colleague who can be given something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// Their team; empty without one.
    pub team: String,
    /// Cases that they carry, of those in reach of whoever asks.
    pub cases: usize,
    /// Of them at high risk.
    pub high: usize,
}

impl std::fmt::Debug for Colleague {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Colleague({})", self.person)
    }
}

/// A record that was passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Which.
    pub record: RecordId,
    /// Its code.
    pub code: String,
    /// It is in reach of whoever asks.
    pub in_reach: bool,
}

/// Something that happened to what was passed on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where it stood from then on.
    pub state: State,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What they wrote.
    pub note: String,
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Step({:?})", self.state)
    }
}

/// What was passed on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// Which.
    pub passing: RecordId,
    /// What kind.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Why: an option of the kind's form; empty where none was given.
    pub reason: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The records, at most 200.
    pub about: Vec<About>,
    /// How many there are.
    pub count: usize,
    /// What happened, oldest first.
    pub steps: Vec<Step>,
    /// It can be taken back by whoever asks.
    pub can_undo: bool,
}

impl std::fmt::Debug for Passing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passing({})", self.passing)
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Colleagues`: by name.
    Colleagues {
        /// Each of them.
        colleagues: Vec<Colleague>,
    },
    /// To `Assign` and `Undo`.
    Assigned {
        /// What can be taken back, in one step.
        passings: Vec<RecordId>,
        /// How many of the records asked for changed hands.
        records: usize,
        /// How many incidents followed their case.
        followed: usize,
        /// How many stayed as they were: they were theirs already, or were passed on since.
        stayed: usize,
    },
    /// To `List`.
    Passings {
        /// The page.
        passings: Vec<Passing>,
        /// In all.
        total: usize,
    },
}
