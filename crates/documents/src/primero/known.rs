//! What is known of the fields while a file is read: their names there and here, and what they hold.

use amparo_forms::reserved;
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::list::Texts;

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a field holds, as far as conditions care.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Text,
    Number,
    Date,
    Tick,
    /// One of these options.
    One(Rc<Vec<String>>),
    /// Some of these options.
    Several(Rc<Vec<String>>),
    /// Rows.
    Rows(BTreeMap<String, Known>),
    /// Something that no condition can be about: a place, a file.
    Other,
}

/// A field of the file.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Its name here.
    pub(super) ours: String,
    /// What it holds.
    pub(super) shape: Shape,
    /// Its type there; a second form must agree.
    pub(super) word: String,
}

/// What is still to be worked out for a field when all fields are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Later {
    Nothing,
    /// Its own calculation.
    Calculation,
    /// The sum of these.
    Sum(Vec<String>),
    /// The sum of the fields of a group.
    Group(String),
    /// The first or last value of rows.
    Summary,
    /// Whatever the first form of the file with this field says.
    AsFirst,
}

/// A field on its way.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    /// As it stands in the file.
    pub(super) raw: &'a Json,
    /// Its name there.
    pub(super) name: String,
    pub(super) field: FieldDef,
    pub(super) later: Later,
    /// Its questions in rows, in the order of the cells of `field`.
    pub(super) cells: Vec<&'a Json>,
}

/// A section on its way.
#[derive(Debug)]
pub(super) struct DraftSection<'a> {
    pub(super) id: String,
    pub(super) title: Texts,
    pub(super) help: Texts,
    pub(super) fields: Vec<Draft<'a>>,
}

/// A form on its way.
#[derive(Debug)]
pub(super) struct DraftForm<'a> {
    pub(super) raw: &'a Json,
    /// Its id there.
    pub(super) name: String,
    /// Title, help, id; the sections come last.
    pub(super) form: FormDef,
    pub(super) sections: Vec<DraftSection<'a>>,
}

/// Our names in one type of record.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Fields by their name in the file.
    pub(super) fields: BTreeMap<String, Known>,
    /// Names that stand in the file as they are: nothing made up may take them.
    pub(super) plain: BTreeSet<String>,
    /// Names given so far.
    pub(super) taken: BTreeSet<String>,
}

impl Names {
    /// A name like this one that nobody has.
    pub(super) fn free(&mut self, like: &str) -> String {
        let mut name = like.to_owned();
        let mut next = 2_usize;
        while self.taken.contains(&name) || self.plain.contains(&name) || reserved::is(&name) {
            name = format!("{like}_{next}");
            next += 1;
        }
        self.taken.insert(name.clone());
        name
    }
}

/// A name as ours are: small letters, digits and low lines, a letter first. The same when it is one already.
pub(super) fn well_formed(name: &str, joint: char, otherwise: &str) -> String {
    let mut fitting: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { joint })
        .collect();
    if !name.chars().any(|c| c.is_ascii_alphanumeric()) {
        fitting = otherwise.to_owned();
    } else if !fitting.starts_with(|c: char| c.is_ascii_lowercase()) {
        fitting = format!("{otherwise}{joint}{}", fitting.trim_start_matches(joint));
    }
    fitting
}

/// A field with a name, a type and a label, and nothing else.
pub(super) fn plain_field(id: String, kind: FieldKind, label: Texts) -> FieldDef {
    FieldDef {
        id,
        kind,
        compartment: amparo_model::record::Compartment(String::new()),
        class: amparo_model::form::Class::P3,
        required: false,
        required_when: None,
        condition: None,
        label,
        help: Texts::default(),
        guiding: Texts::default(),
        default: None,
        off: false,
        checks: Vec::new(),
        stand_ins: Vec::new(),
        searched_as: None,
        in_summary: false,
    }
}
