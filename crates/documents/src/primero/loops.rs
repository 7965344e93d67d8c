//! Which field waits for which: a condition or calculation is taken only while nothing waits for itself, and no chain gets too long.

use amparo_model::condition::{Condition, Expression, Reach};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::record::RecordType;
use std::collections::{BTreeMap, BTreeSet};

/// The longest chain of fields that wait for each other: each step takes room while it is worked out.
pub(super) const LONGEST_CHAIN: usize = 100;

/// Who waits for whom, in one type of record or in one kind of rows.
#[derive(Debug, Default)]
pub(super) struct Waits {
    of: BTreeMap<String, BTreeSet<String>>,
}

/// The fields that a condition names; inside rows only those of the record, or only those of the row.
pub(super) fn named_in(condition: &Condition, rows: Option<bool>) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    condition.clone().each_field(&mut |field, reach| {
        let of_row = reach == Reach::Row;
        if rows.is_none_or(|wanted| wanted == of_row) {
            named.insert(field.clone());
        }
    });
    named
}

/// The fields that a calculation names; cells of rows are not fields.
pub(super) fn named_by(expression: &Expression) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    expression.clone().each_field(&mut |field, reach| {
        if !matches!(reach, Reach::RowOf(_)) {
            named.insert(field.clone());
        }
    });
    named
}

impl Waits {
    /// What the office's forms of a type of record wait for.
    pub(super) fn of_forms<'a>(forms: impl Iterator<Item = &'a FormDef>, of: RecordType) -> Self {
        let mut waits = Self::default();
        for form in forms.filter(|form| form.record == of.kind && form.module == of.module) {
            for section in &form.sections {
                for field in &section.fields {
                    let mut named: BTreeSet<String> = section
                        .condition
                        .iter()
                        .chain(&field.condition)
                        .flat_map(|tree| named_in(tree, None))
                        .collect();
                    if let FieldKind::Calc { expression, .. } = &field.kind {
                        expression.clone().each_field(&mut |name, _| {
                            named.insert(name.clone());
                        });
                    }
                    named.extend(outside(field));
                    waits.of.entry(field.id.clone()).or_default().extend(named);
                }
            }
        }
        waits
    }

    /// Lets a field wait for others, unless one of them waits for it already.
    pub(super) fn add(&mut self, field: &str, named: BTreeSet<String>) -> bool {
        if self.reaches(&named, field) {
            return false;
        }
        self.of.entry(field.to_owned()).or_default().extend(named);
        true
    }

    fn reaches(&self, from: &BTreeSet<String>, wanted: &str) -> bool {
        let (mut seen, mut next) = (BTreeSet::new(), from.iter().map(String::as_str).collect::<Vec<_>>());
        while let Some(field) = next.pop() {
            if field == wanted {
                return true;
            }
            if seen.insert(field) {
                next.extend(self.of.get(field).into_iter().flatten().map(String::as_str));
            }
        }
        false
    }

    /// How many steps a field waits for, at most [`LONGEST_CHAIN`] + 1. It may only be asked while nothing waits for itself.
    pub(super) fn chain(&self, fields: &BTreeSet<String>, known: &mut BTreeMap<String, usize>) -> usize {
        let mut stack: Vec<(&str, bool)> = fields.iter().map(|field| (field.as_str(), false)).collect();
        while let Some((field, ready)) = stack.pop() {
            if known.contains_key(field) {
                continue;
            }
            let after = self.of.get(field);
            if ready {
                let longest =
                    after.into_iter().flatten().filter_map(|name| known.get(name)).max().copied().unwrap_or(0);
                known.insert(field.to_owned(), (longest + 1).min(LONGEST_CHAIN + 1));
            } else {
                stack.push((field, true));
                stack.extend(after.into_iter().flatten().map(|name| (name.as_str(), false)));
            }
        }
        fields.iter().filter_map(|field| known.get(field)).max().copied().unwrap_or(0)
    }

    /// Forgets what a field waits for.
    pub(super) fn forget(&mut self, field: &str) {
        self.of.remove(field);
    }

    /// Every field that waits.
    pub(super) fn waiting(&self) -> BTreeSet<String> {
        self.of.keys().cloned().collect()
    }
}

/// The fields of the record that the cells of a repeat name.
pub(super) fn outside(field: &FieldDef) -> BTreeSet<String> {
    let own: BTreeSet<&str> = field.row_fields().iter().map(|cell| cell.id.as_str()).collect();
    let mut named = BTreeSet::new();
    for condition in field.row_fields().iter().filter_map(|cell| cell.condition.as_ref()) {
        condition.clone().each_field(&mut |name, reach| {
            if reach == Reach::Record || !own.contains(name.as_str()) {
                named.insert(name.clone());
            }
        });
    }
    named
}
