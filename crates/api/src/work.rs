//! The work list: what records ask for and by when (DOMAIN.md 5.5), and how it is shared out among workers.

use crate::records::Row;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::value::RowId;
use serde::{Deserialize, Serialize};

/// What can be asked about work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// A page of the work list, soonest first.
    List {
        /// Which of it.
        #[serde(default)]
        when: When,
        /// One kind only: `follow_up`, `action` ...
        #[serde(default)]
        what: Option<String>,
        /// One worker's only, by their own circle.
        #[serde(default)]
        owner: Option<CircleId>,
        /// Tasks to skip.
        #[serde(default)]
        skip: usize,
        /// Tasks to give, at most 200.
        take: usize,
    },
    /// An action of a plan or a reminder is done, today: one signed revision.
    Done {
        /// In which record.
        record: RecordId,
        /// Which row.
        row: RowId,
    },
    /// How many cases and tasks each worker in reach has.
    Workers {},
    /// A complete form waits for a supervisor's yes from now on. Where the office does without approvals, a closure or reopening takes
    /// effect at once.
    AskApproval {
        /// In which record.
        record: RecordId,
        /// Of which form.
        form: String,
    },
    /// The supervisor's answer.
    Approve {
        /// In which record.
        record: RecordId,
        /// Of which form.
        form: String,
        /// Yes, or back to the worker.
        yes: bool,
        /// What is missing, or what to watch; needed when it goes back.
        comment: String,
    },
}

/// Which part of the work list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Before today.
    Overdue,
    /// Today.
    Today,
    /// Within the next seven days.
    Week,
    /// After that.
    Later,
    /// All of it.
    #[default]
    All,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// For which record.
    pub row: Row,
    /// What: the id of a clock, or `action`, `service`, `appointment`, `reminder` ...
    pub what: String,
    /// The day, as text `2026-11-22`.
    pub on: String,
    /// The form it is about, where the kind does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// The row that can be ticked off from the list.
    pub can_be_done: Option<RowId>,
}

/// How many tasks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Counts {
    /// Before today.
    pub overdue: usize,
    /// Today.
    pub today: usize,
    /// Within the next seven days.
    pub week: usize,
    /// After that.
    pub later: usize,
}

/// A kind of task, and how many of the chosen part there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Which.
    pub what: String,
    /// How many.
    pub count: usize,
}

/// What one worker carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Their own circle, by which lists are narrowed; none for records without an owner.
    pub owner: Option<CircleId>,
    /// Their name; empty without an owner.
    pub name: String,
    /// Cases identified and open.
    pub cases: usize,
    /// Of them at high risk.
    pub high: usize,
    /// Tasks.
    pub tasks: Counts,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `List`.
    Tasks {
        /// The page.
        tasks: Vec<Task>,
        /// Tasks in all that the page is cut from.
        total: usize,
        /// How many there are of each part, for this worker or for all.
        counts: Counts,
        /// Kinds in the chosen part, most of them first.
        kinds: Vec<Kind>,
        /// The index is still being filled: more may come.
        filling: bool,
    },
    /// To `Workers`: most cases first.
    Workers {
        /// Each of them.
        workers: Vec<Worker>,
    },
}
