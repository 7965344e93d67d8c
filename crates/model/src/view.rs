//! What a list shows: which records, what else holds of them, in which columns and order. Kept views are stored as this, so that it
//! only ever grows.

use crate::date::PartialDate;
use crate::ids::PlaceId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which cases a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Identified and open.
    #[default]
    Current,
    /// Next action is overdue.
    Overdue,
    /// Next action is due within seven days.
    Due,
    /// High risk.
    High,
    /// High risk, and nobody met the child for more than seven days.
    Quiet,
    /// Consent is missing or registration is not complete.
    Incomplete,
    /// From other offices.
    FromOthers,
    /// Everything.
    All,
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
    /// How wide and how close they stand.
    #[serde(skip_serializing_if = "Look::is_plain")]
    pub look: Look,
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
    /// How many open flags it has.
    Flags,
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
    /// The agency of whoever is responsible.
    Agency,
    /// Where a case stands on its way: `identified`, `registered` ...
    Step,
    /// How it is this person's: `own`, `referred`; nothing when it is somebody else's.
    Mine,
    /// When it was registered.
    Created,
    /// When it was last given to somebody else: assigned, or a transfer that was accepted.
    Passed,
}

impl Fact {
    /// The name of the message that says what it is called, in the window and in spreadsheets.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Code => "column-code",
            Self::Name => "column-name",
            Self::Age => "column-age",
            Self::Status => "column-status",
            Self::Owner => "column-owner",
            Self::Team => "fact-team",
            Self::Home => "column-office",
            Self::Due => "fact-due",
            Self::Next => "column-due",
            Self::Changed => "column-changed",
            Self::Flags => "flags-title",
            Self::Photo => "photo",
            Self::Consent => "fact-consent",
            Self::Registration => "fact-registration",
            Self::Met => "fact-met",
            Self::Closed => "fact-closed",
            Self::Agency => "fact-agency",
            Self::Step => "fact-step",
            Self::Mine => "fact-mine",
            Self::Created => "fact-created",
            Self::Passed => "fact-passed",
        }
    }

    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 21] = [
        Self::Code,
        Self::Name,
        Self::Age,
        Self::Status,
        Self::Step,
        Self::Mine,
        Self::Owner,
        Self::Team,
        Self::Agency,
        Self::Flags,
        Self::Due,
        Self::Next,
        Self::Changed,
        Self::Created,
        Self::Passed,
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

/// How a list looks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// Columns that were made narrower or wider, in steps, by how the window names them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub widths: BTreeMap<String, u8>,
    /// Rows stand close.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub close: bool,
}

impl Look {
    /// Nothing of it was chosen.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.widths.is_empty() && !self.close
    }
}
