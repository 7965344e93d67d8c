//! Lists of records: which, in what order, with which columns. One view says all of it, whoever asks: the window, a print, a spreadsheet.

pub use amparo_model::view::{Column, Fact, Filter, Is, Look, Order, View};

use crate::Chosen;
use crate::records::Row;
use amparo_model::ids::{CircleId, RecordId, ViewId};
use amparo_model::record::RecordType;
use amparo_model::value::Value;
use serde::{Deserialize, Serialize};

/// What can be asked about lists.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// A page of a list.
    Page {
        /// The list.
        list: List,
        /// Rows to skip.
        #[serde(default)]
        skip: usize,
        /// Rows to give, at most 200.
        take: usize,
    },
    /// Reads, once a session, what a view needs and summaries do not tell. Takes as long as opening the records does.
    Read {
        /// The list.
        list: List,
    },
    /// Every record of a list, in its order.
    Matching {
        /// The list.
        list: List,
    },
    /// The records before and after one in a list.
    Beside {
        /// The list.
        list: List,
        /// Beside which.
        record: RecordId,
    },
    /// A spreadsheet of what the columns show.
    Export {
        /// The list.
        list: List,
        /// Only these of its records; all of them when there is none.
        #[serde(default)]
        records: Vec<RecordId>,
        /// Names stay out.
        codes_only: bool,
        /// The language of headings and answers.
        language: String,
        /// Where to.
        target: Chosen,
    },
    /// The list was printed or shown as a sheet of visits: written in the log.
    Printed {
        /// Of which type.
        of: RecordType,
        /// How many records stood on it.
        records: usize,
    },
    /// Who is responsible for records of a type that this person may list, those who left among them.
    Owners {
        /// Of which type.
        #[serde(default)]
        of: RecordType,
    },
    /// The views that were kept for lists of a type: one's own and those that others share.
    Views {
        /// Of which type.
        of: RecordType,
    },
    /// Keep a view.
    KeepView {
        /// In place of which of one's own; none keeps a new one.
        #[serde(default)]
        id: Option<ViewId>,
        /// For lists of which type.
        of: RecordType,
        /// What it is called.
        name: String,
        /// Whoever works with the type may use it.
        shared: bool,
        /// What it shows.
        view: View,
    },
    /// Take a view away: one's own.
    DropView {
        /// Which.
        id: ViewId,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("lists::Ask")
    }
}

/// A list: records of a type, as a view shows them, narrowed to what was typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Records of which type.
    #[serde(default)]
    pub of: RecordType,
    /// How.
    #[serde(default)]
    pub view: View,
    /// Any part of a name in any script, of a code, a phone, an id number. Never kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What comes back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Page`.
    Page {
        /// The page.
        lines: Vec<Line>,
        /// Rows in all.
        total: usize,
        /// The index is still being filled: more may be found in a moment.
        filling: bool,
    },
    /// To `Page`, `Matching` and `Beside`: this many records must be read first, with `Read`.
    ToRead {
        /// How many.
        records: usize,
    },
    /// To `Read`.
    Read {
        /// How many records were opened.
        records: usize,
    },
    /// To `Matching`.
    Records {
        /// Which.
        records: Vec<RecordId>,
    },
    /// To `Beside`.
    Beside {
        /// The one before.
        before: Option<RecordId>,
        /// The one after.
        after: Option<RecordId>,
        /// At which place it stands, from 1; none when it is not in the list any more.
        place: Option<usize>,
        /// Rows in all.
        total: usize,
    },
    /// To `Export`.
    Exported {
        /// Rows of the sheet, without its heading.
        rows: usize,
    },
    /// To `Owners`.
    Owners {
        /// By name, those at work first.
        owners: Vec<Owner>,
    },
    /// To `Views`, `KeepView` and `DropView`.
    Views {
        /// By name, one's own first.
        views: Vec<KeptView>,
    },
}

/// Somebody who is responsible for records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Their own circle, by which lists are narrowed.
    pub circle: CircleId,
    /// Their name.
    pub name: String,
    /// They do not work here any more.
    pub left: bool,
}

/// A view that was kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptView {
    /// Which.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// Who shares it; none for one's own.
    pub by: Option<String>,
    /// Whoever works with the type may use it.
    pub shared: bool,
    /// It uses questions that are not asked any more, or that this person may not read: it cannot be used as it is.
    pub lacking: bool,
    /// What it shows.
    pub view: View,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("lists::Answer")
    }
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What every list shows.
    pub row: Row,
    /// What stands in each column of the view, one for one: several values where a question is asked in rows. Facts stand in the row.
    pub cells: Vec<Vec<Value>>,
}
