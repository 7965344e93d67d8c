//! What a new incident takes over from its case (PRIMERO.md 1.3): a map of questions that the office's administrator edits. A question goes
//! into one that is asked in the same way; a column of rows goes into a column of rows, row by row. Copied answers are proposals: who
//! begins the record sees each of them first, and later changes on either side stay there.

use crate::configuration::Configuration;
use crate::settings::Thing;
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, FieldId, Path, Value};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One answer that is taken over. A column of rows is written `services.service_type`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The question in the case.
    pub from: FieldId,
    /// The question in the incident.
    pub to: FieldId,
}

/// From which type a new record of which type takes answers over by the office's map.
pub const TAKES: [(RecordType, RecordType); 2] =
    [(RecordType::CASE, RecordType::INCIDENT), (RecordType::GBV_CASE, RecordType::GBV_INCIDENT)];

/// At most so many answers for one type: more than a form has would be another form.
pub const MOST_TAKEN: usize = 60;

/// A question that is asked once, or in the rows of another.
#[derive(Clone, Copy)]
pub struct Placed<'c> {
    /// The question.
    pub def: &'c FieldDef,
    /// In whose rows.
    pub repeat: Option<&'c FieldDef>,
}

impl Placed<'_> {
    /// Its id, with that of its rows.
    #[must_use]
    pub fn id(&self) -> FieldId {
        self.repeat.map_or_else(|| self.def.id.clone(), |repeat| format!("{}.{}", repeat.id, self.def.id))
    }
}

/// Whether answers to a question can be copied: files belong to one record, links say something of one, and what is worked out is.
fn is_said(def: &FieldDef) -> bool {
    !matches!(
        def.kind,
        FieldKind::Repeat(_)
            | FieldKind::Photo
            | FieldKind::Audio
            | FieldKind::File
            | FieldKind::Signature
            | FieldKind::Link
            | FieldKind::Calc { .. }
    )
}

impl Configuration {
    /// Every question of a type whose answers can be taken over, or can be taken in.
    pub fn takeable(&self, of: RecordType) -> impl Iterator<Item = Placed<'_>> {
        self.fields_of(of.kind, of.module).flat_map(|def| {
            let cells = def.row_fields().iter().map(move |cell| Placed { def: cell, repeat: Some(def) });
            [Placed { def, repeat: None }].into_iter().chain(cells).filter(|placed| is_said(placed.def))
        })
    }

    /// The one of them with this id.
    #[must_use]
    pub fn taken_field(&self, of: RecordType, id: &str) -> Option<Placed<'_>> {
        let (outer, cell) = id.split_once('.').map_or((id, None), |(outer, cell)| (outer, Some(cell)));
        let outer = self.field(of.kind, of.module, outer)?;
        let placed = match cell {
            None => Placed { def: outer, repeat: None },
            Some(cell) => Placed { def: outer.row_fields().iter().find(|def| def.id == cell)?, repeat: Some(outer) },
        };
        Some(placed).filter(|placed| is_said(placed.def))
    }

    /// Whether answers to one question are answers to another: asked in the same way, with the same options, both once or both in rows.
    #[must_use]
    pub fn can_take(&self, from: Placed<'_>, to: Placed<'_>) -> bool {
        let options = |def| self.all_options(def).iter().map(|option| option.id.as_str()).collect::<BTreeSet<_>>();
        from.repeat.is_some() == to.repeat.is_some()
            && std::mem::discriminant(&from.def.kind) == std::mem::discriminant(&to.def.kind)
            && options(from.def).is_subset(&options(to.def))
    }

    /// Whether a map fits: its questions are there and agree, each is filled from one place, and rows come from rows of one question.
    #[must_use]
    pub fn takes(&self, from: RecordType, to: RecordType, pairs: &[Taken]) -> bool {
        let mut filled = BTreeSet::new();
        let mut rows: BTreeMap<&str, &str> = BTreeMap::new();
        pairs.len() <= MOST_TAKEN
            && pairs.iter().all(|pair| {
                let (Some(one), Some(other)) = (self.taken_field(from, &pair.from), self.taken_field(to, &pair.to))
                else {
                    return false;
                };
                let same_rows = match (one.repeat, other.repeat) {
                    (Some(one), Some(other)) => *rows.entry(&other.id).or_insert(&one.id) == one.id,
                    _ => true,
                };
                filled.insert(&pair.to) && same_rows && self.can_take(one, other)
            })
    }

    /// What a new record of a type begins with, by the office's map, from the record it comes from. Questions that are not asked any more are
    /// left out. Rows keep their ids, so that one copied row is known again.
    #[must_use]
    pub fn taken_over(&self, from: RecordType, to: RecordType, document: &Document) -> Change {
        let mut change = Change::new();
        let pairs = Thing::Record(to).key();
        let pairs = self.settings().taken_over.get(pairs).filter(|_| TAKES.contains(&(from, to)));
        for pair in pairs.into_iter().flatten() {
            let (Some(one), Some(other)) = (self.taken_field(from, &pair.from), self.taken_field(to, &pair.to)) else {
                continue;
            };
            if other.def.off || other.repeat.is_some_and(|repeat| repeat.off) || !self.can_take(one, other) {
                continue;
            }
            match (one.repeat, other.repeat) {
                (Some(from_rows), Some(to_rows)) => {
                    for row in document.rows_of(&from_rows.id) {
                        let Some(value) = row.fields.get(&one.def.id).filter(|value| !value.is_blank()) else {
                            continue;
                        };
                        let path = Path::Row(to_rows.id.clone(), row.id);
                        change.entry(path).or_insert(Some(Value::Number(row.order)));
                        let path = Path::Cell(to_rows.id.clone(), row.id, other.def.id.clone());
                        change.insert(path, Some(value.clone()));
                    }
                }
                _ => {
                    let value = document.get(&one.def.id).filter(|value| !value.is_blank());
                    change.extend(value.map(|value| (Path::Field(other.def.id.clone()), Some(value.clone()))));
                }
            }
        }
        change
    }
}
