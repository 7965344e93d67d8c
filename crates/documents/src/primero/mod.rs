//! The configuration file of a Primero 2 system, turned into a draft for this office (PRIMERO.md 2, 3, 10.1).
//!
//! Bytes in, values out: nothing is applied here. [`read_configuration`] gives an [`Imported`]: forms and lists in our shape, plain
//! summaries of what an office makes by hand (people's roles, groups, organisations, reports), and [`Remark`]s that say what was
//! understood, what was changed and what stays behind. [`Imported::beside`] puts the forms beside those of the office; what comes out
//! passes [`amparo_forms::Configuration::from_written`], because every form that would not is left out and told.
//!
//! Names of fields and ids of options stay exactly as they are, so that records can follow; where a name cannot stay (reserved, not
//! well-formed, or taken in this office by another question), [`Imported::renamed`] says what it is now.
//!
//! **Where a question lies** (Primero has no parts of records; [`parts`] has the words it looks for). Photos, sounds, signatures, names,
//! phones, addresses, numbers of papers and birth dates lie in `identity`; consent in `consent-answers`; safety of a survivor in
//! `safety`; whoever is accused in `assessment-sensitive`; care and family in `care`; papers in `documents`; what is left of a case in
//! `registration`. In an incident, what tells a story or names somebody lies in `account`, the rest in `incident`. Sought persons (rows
//! of a tracing request) lie in `tracing`. Rows lie as a whole where their most sensitive question lies. A question that this office
//! asks already lies where the office has it. All are of class P3 at least: a doubt goes to the stricter side.
//!
//! **Conditions** mean what they mean in Primero, traps included (2.4): `eq` with `false` holds for a blank answer too, `in` on
//! several answers needs all of them. Two things differ and are told: a hidden field counts as blank, and means are whole numbers.

mod calculations;
mod conditions;
mod fields;
mod forms;
mod kinds;
mod known;
mod lists;
mod loops;
mod onto;
mod parts;
mod people;
mod read;
mod source;
mod told;
mod trees;
mod words;

pub use people::{AgencySummary, GroupSummary, ReportFilter, ReportSummary, RoleSummary, Scope};
pub use read::{MOST_FIELDS, MOST_FORMS, MOST_OPTIONS, read_configuration};
pub use source::{DEEPEST, MOST_BYTES, MOST_VALUES};
pub use told::{Area, Changed, MOST_IDS, MOST_REMARKS, NotCarried, Place, Remark, What};

use amparo_model::form::FormDef;
use amparo_model::list::{OptionList, Texts};
use amparo_model::record::RecordType;
use serde::Serialize;

/// What a file brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// What the file calls itself; may be blank.
    pub name: String,
    /// The version it gives itself; may be blank.
    pub version: String,
    /// The version of Primero that wrote it; may be blank.
    pub primero_version: String,
    /// The forms, in the order of the file's groups and forms.
    pub forms: Vec<FormDef>,
    /// The lists they use, and all others of the file; a list of the office to which options were added stands here whole.
    pub lists: Vec<OptionList>,
    /// The headings under which the forms stood.
    pub form_groups: Vec<FormGroup>,
    /// The roles, to be compared with ours.
    pub roles: Vec<RoleSummary>,
    /// The groups of people.
    pub groups: Vec<GroupSummary>,
    /// The organisations.
    pub agencies: Vec<AgencySummary>,
    /// The reports.
    pub reports: Vec<ReportSummary>,
    /// Fields that have another name here; all others kept theirs. Records follow with this.
    pub renamed: Vec<Renamed>,
    /// What is told before anything is applied.
    pub told: Vec<Remark>,
}

/// A heading over forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormGroup {
    /// Its id in the file.
    pub id: String,
    /// What people call it; blank when the file does not say.
    pub title: Texts,
    /// The forms, by their ids here.
    pub forms: Vec<String>,
}

/// A field, cell or counter whose name changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renamed {
    /// Of which records.
    pub of: RecordType,
    /// In the file: `field`, `rows.cell`, `tally.counter`, `range.from`.
    pub from: String,
    /// Here: `field` or `rows.cell`.
    pub to: String,
}

/// Why a file was refused as a whole. Nothing of it is to be taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportProblem {
    /// Too many bytes; it was not read.
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// How many.
        bytes: usize,
        /// [`MOST_BYTES`].
        limit: usize,
    },
    /// Things in things in things.
    #[error("lists and objects stand deeper than {limit} in each other")]
    TooDeep {
        /// [`DEEPEST`].
        limit: usize,
    },
    /// More values than a configuration has.
    #[error("there are more than {limit} values")]
    TooMany {
        /// [`MOST_VALUES`].
        limit: usize,
    },
    /// Not JSON.
    #[error("line {line}, column {column}: not JSON")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but none of the arrays of a Primero configuration.
    #[error("this is no Primero configuration")]
    NotAConfiguration,
    /// An array that every configuration has is missing.
    #[error("the configuration has no {array}")]
    Missing {
        /// Which.
        array: &'static str,
    },
    /// Something else stands where an array should.
    #[error("{array} is not a list")]
    NotAnArray {
        /// Which.
        array: &'static str,
    },
    /// Written by Primero 1, or by one that is newer than Primero 2.
    #[error("written by Primero {version}, only version 2 can be read")]
    OtherVersion {
        /// Which.
        version: String,
    },
    /// No form was left that could be taken.
    #[error("no form can be carried over")]
    NothingUsable {
        /// Why, for each.
        told: Vec<Remark>,
    },
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}

impl ImportProblem {
    /// The stable code, part of the message id.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::TooMany { .. } => "too-many",
            Self::NotJson { .. } => "not-json",
            Self::NotAConfiguration => "not-a-configuration",
            Self::Missing { .. } => "missing",
            Self::NotAnArray { .. } => "not-an-array",
            Self::OtherVersion { .. } => "other-version",
            Self::NothingUsable { .. } => "nothing-usable",
            Self::Stopped => "stopped",
        }
    }
}

#[cfg(test)]
mod tests;
