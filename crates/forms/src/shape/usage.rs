//! What a draft gives up that records may hold an answer to, which records do, and how a number is told to somebody who must not
//! follow it.
//!
//! An administrator decides about forms and must not read records. A number that moves with each save, beside the log that says which
//! record was saved, would tell them what stands in it (ARCHITECTURE.md, invariant 5). So a session that reads records counts, and
//! hands on [`About`]: none, fewer than five, about so many.

use super::Difference;
use crate::configuration::Configuration;
use crate::reserved;
use amparo_model::form::{FieldDef, Options};
use amparo_model::record::{Module, RecordType};
use amparo_model::value::{Document, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// Something that is not offered any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GivenUp {
    /// A type of record.
    Type(RecordType),
    /// A form.
    Form(String),
    /// A question: its form and its id, `repeat.cell` for a cell.
    Field(String, String),
    /// An option: its list, `form.field` for the options of one question, and its id.
    Option(String, String),
}

impl fmt::Display for GivenUp {
    /// The key under which counts are kept: `option list id`. Ids have no spaces.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(of) => write!(f, "type {} {:?}", of.kind.as_str(), of.module),
            Self::Form(form) => write!(f, "form {form}"),
            Self::Field(form, field) => write!(f, "field {form} {field}"),
            Self::Option(list, option) => write!(f, "option {list} {option}"),
        }
    }
}

impl Difference {
    /// What it gives up, when it does.
    #[must_use]
    pub fn gives_up(&self) -> Option<GivenUp> {
        Some(match self {
            Self::TypeGivenUp { of } => GivenUp::Type(*of),
            Self::FormRetired { form } => GivenUp::Form(form.clone()),
            Self::FieldRetired { form, field } => GivenUp::Field(form.clone(), field.clone()),
            Self::OptionRetired { list, option } => GivenUp::Option(list.clone(), option.clone()),
            _ => return None,
        })
    }
}

/// Where an answer may stand that uses something.
struct Spot {
    of: RecordType,
    field: String,
    cell: Option<String>,
    /// Only this answer; none: any.
    option: Option<String>,
    /// Where the answer lies.
    compartment: String,
}

/// Whether a record uses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InRecord {
    /// It has such an answer.
    Uses,
    /// It has none.
    Not,
    /// Part of it is closed to whoever looks.
    Closed,
}

/// One thing with all the spots where records may use it.
pub struct Use {
    /// Which.
    pub what: GivenUp,
    spots: Vec<Spot>,
}

impl fmt::Debug for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Use({})", self.what)
    }
}

/// What is given up between two configurations, with where it may stand in records, in the order of the comparison.
#[must_use]
pub fn given_up(before: &Configuration, after: &Configuration, differences: &[Difference]) -> Vec<Use> {
    let things = differences.iter().filter_map(Difference::gives_up);
    things.map(|what| Use { spots: spots(before, after, &what), what }).collect()
}

impl Use {
    /// The parts of the programme whose records may use it.
    #[must_use]
    pub fn modules(&self) -> BTreeSet<Module> {
        match &self.what {
            GivenUp::Type(of) => BTreeSet::from([of.module]),
            _ => self.spots.iter().map(|spot| spot.of.module).collect(),
        }
    }

    /// Whether a record of a type may use it at all.
    #[must_use]
    pub fn may_stand_in(&self, of: RecordType) -> bool {
        self.what == GivenUp::Type(of) || self.spots.iter().any(|spot| spot.of == of)
    }

    /// Whether a record uses it, as far as it is open.
    #[must_use]
    pub fn in_record(&self, of: RecordType, document: &Document, closed: &BTreeSet<String>) -> InRecord {
        if self.what == GivenUp::Type(of) {
            return InRecord::Uses;
        }
        let mut dark = false;
        for spot in self.spots.iter().filter(|spot| spot.of == of) {
            if spot.holds(document) {
                return InRecord::Uses;
            }
            dark |= closed.contains(&spot.compartment);
        }
        if dark { InRecord::Closed } else { InRecord::Not }
    }
}

impl Spot {
    fn holds(&self, document: &Document) -> bool {
        let fits = |value: &Value| match &self.option {
            None => true,
            Some(option) => {
                value.as_choice() == Some(option) || value.as_choices().is_some_and(|chosen| chosen.contains(option))
            }
        };
        match &self.cell {
            Some(cell) => document.rows_of(&self.field).filter_map(|row| row.fields.get(cell)).any(fits),
            None if self.option.is_none() && document.rows_of(&self.field).next().is_some() => true,
            None => document.get(&self.field).is_some_and(fits),
        }
    }
}

/// Every question of a configuration, cells too: its form's type, its field, its cell.
fn questions(it: &Configuration) -> impl Iterator<Item = (RecordType, &str, &FieldDef, Option<&FieldDef>)> {
    it.forms().iter().flat_map(|form| {
        let of = RecordType { kind: form.record, module: form.module };
        form.fields().flat_map(move |field| {
            let cells = field.row_fields().iter().map(move |cell| (of, form.id.as_str(), field, Some(cell)));
            std::iter::once((of, form.id.as_str(), field, None)).chain(cells)
        })
    })
}

fn spots(before: &Configuration, after: &Configuration, what: &GivenUp) -> Vec<Spot> {
    let spot = |of: RecordType, field: &FieldDef, cell: Option<&FieldDef>, option: Option<&str>| {
        let compartment = before.compartment_of(of.kind, of.module, &field.id);
        Spot {
            of,
            field: field.id.clone(),
            cell: cell.map(|cell| cell.id.clone()),
            option: option.map(str::to_owned),
            compartment: compartment.map(|it| it.as_str().to_owned()).unwrap_or_default(),
        }
    };
    let named = |field: &FieldDef, cell: Option<&FieldDef>, path: &str| match (path.split_once('.'), cell) {
        (Some((whole, part)), Some(cell)) => field.id == whole && cell.id == part,
        (None, None) => field.id == path,
        _ => false,
    };
    let mut all = Vec::new();
    match what {
        GivenUp::Type(_) => {}
        GivenUp::Form(id) => {
            let Some(form) = before.form(id) else { return all };
            let of = RecordType { kind: form.record, module: form.module };
            // Answers that another form still asks for do not go with this one; that it was called complete does.
            let others: BTreeSet<&str> = after
                .offered_forms_of(of.kind, of.module)
                .flat_map(|form| form.fields().map(|field| field.id.as_str()))
                .collect();
            let own = form.fields().filter(|field| !others.contains(field.id.as_str()));
            all.extend(own.map(|field| spot(of, field, None, None)));
            let first = form.fields().next().and_then(|first| before.compartment_of(of.kind, of.module, &first.id));
            all.push(Spot {
                of,
                field: reserved::completes(id),
                cell: None,
                option: None,
                compartment: first.map(|it| it.as_str().to_owned()).unwrap_or_default(),
            });
        }
        GivenUp::Field(form, path) => {
            let found =
                questions(before).filter(|(_, of_form, field, cell)| of_form == form && named(field, *cell, path));
            all.extend(found.map(|(of, _, field, cell)| spot(of, field, cell, None)));
        }
        GivenUp::Option(list, option) => {
            for (of, form, field, cell) in questions(before) {
                let asked = cell.unwrap_or(field);
                let uses = match asked.choices().map(|choices| &choices.options) {
                    Some(Options::List(known)) => known == list,
                    Some(Options::Inline(_)) => {
                        list.split_once('.').is_some_and(|(of_form, path)| of_form == form && named(field, cell, path))
                    }
                    None => false,
                };
                // What stands in a field instead of an answer comes from a list of its own.
                let stands_in = list == crate::configuration::NO_ANSWER
                    && (!asked.stand_ins.is_empty() || asked.choices().is_some_and(|choices| choices.offers_unknown));
                if uses || stands_in {
                    all.push(spot(of, field, cell, Some(option)));
                }
            }
        }
    }
    all
}

/// How many, told so that nobody can follow a single save: the number itself never leaves the session that counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// No record.
    None,
    /// One to four.
    FewerThanFive,
    /// From five on: to the nearest ten up to a hundred, to the nearest hundred up to a thousand, then to the nearest thousand.
    About(u32),
}

impl About {
    /// Rounds a number.
    #[must_use]
    pub fn of(count: usize) -> Self {
        let count = u32::try_from(count).unwrap_or(u32::MAX / 2);
        let to = |step: u32| Self::About((count + step / 2) / step * step);
        match count {
            0 => Self::None,
            1..=4 => Self::FewerThanFive,
            5..=94 => to(10),
            95..=949 => to(100),
            _ => to(1000),
        }
    }

    /// Both together; records of two circles are different records.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let middle = |it| match it {
            Self::None => 0,
            Self::FewerThanFive => 3,
            Self::About(count) => count as usize,
        };
        match (self, other) {
            (Self::None, one) | (one, Self::None) => one,
            (one, other) => Self::of(middle(one) + middle(other)),
        }
    }
}

#[cfg(test)]
#[path = "usage_tests.rs"]
mod tests;
