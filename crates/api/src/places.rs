//! The list of places.

use crate::Chosen;
use amparo_model::ids::PlaceId;
use amparo_model::place::Place;
use serde::{Deserialize, Serialize};

/// What can be asked about places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Read a list and say what would happen; nothing is changed (administrator).
    Preview {
        /// The file.
        source: Chosen,
    },
    /// Bring the list in (administrator).
    Import {
        /// The file.
        source: Chosen,
    },
    /// Places under one, or the roots.
    Under {
        /// The place above.
        parent: Option<PlaceId>,
    },
    /// Places by any part of a name, in any language, or by code.
    Find {
        /// As typed.
        text: String,
    },
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Preview` and `Import`.
    Outcome(Outcome),
    /// To `Under` and `Find`.
    Places {
        /// In order of name for `Under`, best first for `Find`.
        places: Vec<Named>,
        /// How many places the office has in all.
        total: usize,
    },
}

/// A place with the way down to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The place.
    pub place: Place,
    /// Names of the places above it, from the country down.
    pub above: Vec<std::collections::BTreeMap<String, String>>,
    /// Has places under it.
    pub has_children: bool,
}

/// What a list brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Outcome {
    /// Places in the list.
    pub places: usize,
    /// Not known before.
    pub new: usize,
    /// Known, with other names.
    pub changed: usize,
    /// Rows and columns that could not be used.
    pub findings: Vec<Finding>,
}

/// A row or column that could not be used, or only in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Line of the file, from 1.
    pub line: u64,
    /// `blank_cell`, `unknown_locale` ...: the Fluent message is `place-finding-` and this with hyphens.
    pub code: String,
    /// The HXL tag of the column.
    pub tag: String,
}
