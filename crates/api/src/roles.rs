//! The roles that people can be given: the standard ones and the office's own.

use crate::Chosen;
use amparo_model::ids::PersonId;
use amparo_model::role::{OfficeRole, Rights, RoleId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked about roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Every role, the standard ones first.
    List {},
    /// What a new role, or another version of one, would mean for those who have it. Changes nothing.
    Preview {
        /// Which; none: a new one.
        role: Option<RoleId>,
        /// What it would give.
        rights: Rights,
    },
    /// Keep a role, or another version of one (administrator). One that gives no more than before counts at once; one that gives more
    /// waits for a supervisor's yes.
    Keep {
        /// Which; none: a new one.
        role: Option<RoleId>,
        /// What it is called, by language tag; the English name must stand.
        names: BTreeMap<String, String>,
        /// What it gives.
        rights: Rights,
        /// Given to nobody any more.
        retired: bool,
    },
    /// Say yes to a version that waits (supervisor), or no (whoever asked, or a supervisor).
    Answer {
        /// Which.
        role: RoleId,
        /// Which version.
        number: u32,
        /// Yes or no.
        yes: bool,
    },
    /// Write tables of roles, as the window shows them, to a spreadsheet.
    Export {
        /// The file.
        target: Chosen,
        /// Rows of texts, the first of them headings.
        rows: Vec<Vec<String>>,
    },
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `List`, `Keep`, `Answer`.
    Roles {
        /// The standard ones first.
        roles: Vec<Shown>,
    },
    /// To `Preview`.
    Preview(Preview),
}

/// A role as everybody who sees people may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Stable.
    pub id: RoleId,
    /// What it is called; the window names the standard ones itself.
    pub names: BTreeMap<String, String>,
    /// What it gives; none while its first version waits.
    pub rights: Option<Rights>,
    /// Given to nobody any more.
    pub retired: bool,
    /// How many people have it.
    pub people: usize,
    /// A version that gives more, and waits for a supervisor's yes.
    pub pending: Option<OfficeRole>,
    /// Who asked for that.
    pub asked_by: String,
    /// Whether this session can say yes to it.
    pub mine: bool,
    /// Whether this session may propose people for it, or say yes to them.
    pub gives: bool,
}

/// What a version of a role means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// It gives more than before: it waits for a yes.
    pub waits: bool,
    /// For each person who has it and for whom it changes what they open.
    pub people: Vec<Effect>,
}

/// What a version means for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Records that they will be able to open and cannot now, once everybody said yes.
    pub more: usize,
    /// Records that they will no longer be able to open.
    pub fewer: usize,
}
