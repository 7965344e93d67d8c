//! Lists of records: which, in what order, with which columns. One view says all of it, whoever asks: the window, a print, a spreadsheet.

use crate::records::{Row, Show};
use amparo_model::date::PartialDate;
use amparo_model::ids::{PlaceId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// Which records a list shows, and how.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    /// Which of them.
    pub show: Show,
    /// What else holds of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// One of the filters is enough.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub any: bool,
    /// In which columns. What a page says of each is in its cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// In which order. Without one: what is due soonest first, or whatever fits best what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

/// Something that is known of each record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// What the program knows.
    Fact(Fact),
    /// The answer to a question: `sex`; of the rows of a repeat: `services.service_type`.
    Field(String),
}

/// What the program knows of a record without a question of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Its code.
    Code,
    /// The name.
    Name,
    /// How old the person is today.
    Age,
    /// Where it stands: ids of `Status`.
    Status,
    /// Who is responsible: ids of their own circles.
    Owner,
    /// The team of whoever is responsible.
    Team,
    /// The office that it came from.
    Home,
    /// By when something is to be done.
    Due,
    /// What comes next: the kind of a task.
    Next,
    /// Last change.
    Changed,
    /// There is a photo: `yes`, `no`.
    Photo,
    /// The consent is complete: `yes`, `no`.
    Consent,
    /// The registration is complete: `yes`, `no`.
    Registration,
    /// When somebody last met the child.
    Met,
    /// When work on it ended.
    Closed,
}

impl Fact {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Code,
        Self::Name,
        Self::Age,
        Self::Status,
        Self::Owner,
        Self::Team,
        Self::Due,
        Self::Next,
        Self::Changed,
        Self::Met,
        Self::Closed,
        Self::Consent,
        Self::Registration,
        Self::Photo,
        Self::Home,
    ];
}

/// What must hold of a record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Of what.
    pub of: Column,
    /// What.
    pub is: Is,
    /// It must not. What this session cannot open is neither.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
}

/// What a filter asks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Is {
    /// One of these: ids of options, of people, of places of work; `yes`, `no`, `unknown`.
    Among(BTreeSet<String>),
    /// A number in this range.
    Number {
        /// From here.
        from: Option<i64>,
        /// To here.
        to: Option<i64>,
    },
    /// A date that may lie in this range: of one known to the year or month, any day counts.
    Dates {
        /// From here.
        from: Option<PartialDate>,
        /// To here.
        to: Option<PartialDate>,
    },
    /// The same in days from today, so that a kept view moves along: -7 is a week ago.
    Days {
        /// From here.
        from: Option<i32>,
        /// To here.
        to: Option<i32>,
    },
    /// One of these places, or any place in them.
    Within(BTreeSet<PlaceId>),
    /// This stands in it, in whichever script.
    Contains(String),
    /// Nothing stands in it.
    Blank {},
}

/// In which order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// By what. What is blank comes last either way.
    pub by: Column,
    /// Backwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub backwards: bool,
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
