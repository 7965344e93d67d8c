//! The flat form of a change: what the leaf of a revision keeps and what a merge compares.

use crate::value::{Document, FieldId, Row, RowId, Rows, Value};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// Where a change happens. Written `field`, `field/row` or `field/row/cell`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Path {
    /// A single field.
    Field(FieldId),
    /// A row: set to its order ([`Value::Number`]), `None` when it is taken out.
    Row(FieldId, RowId),
    /// A field of a row.
    Cell(FieldId, RowId, FieldId),
}

impl Path {
    /// The field of the record; it decides the compartment, because a repeat lies in one with all its cells.
    #[must_use]
    pub fn field(&self) -> &str {
        match self {
            Self::Field(field) | Self::Row(field, _) | Self::Cell(field, ..) => field,
        }
    }
    /// The row, when it is one or lies in one.
    #[must_use]
    pub fn row(&self) -> Option<RowId> {
        match self {
            Self::Field(_) => None,
            Self::Row(_, row) | Self::Cell(_, row, _) => Some(*row),
        }
    }
}
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => f.write_str(field),
            Self::Row(field, row) => write!(f, "{field}/{row}"),
            Self::Cell(field, row, cell) => write!(f, "{field}/{row}/{cell}"),
        }
    }
}
/// The text is not a path of the shape `field`, `field/row` or `field/row/cell`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a path of a field, row or cell")]
pub struct NotAPath;

impl FromStr for Path {
    type Err = NotAPath;
    fn from_str(text: &str) -> Result<Self, NotAPath> {
        let parts: Vec<&str> = text.split('/').collect();
        if parts.iter().any(|part| part.is_empty()) {
            return Err(NotAPath);
        }
        let row = |text: &str| text.parse::<RowId>().map_err(|_| NotAPath);
        match parts.as_slice() {
            [field] => Ok(Self::Field((*field).to_owned())),
            [field, id] => Ok(Self::Row((*field).to_owned(), row(id)?)),
            [field, id, cell] => Ok(Self::Cell((*field).to_owned(), row(id)?, (*cell).to_owned())),
            _ => Err(NotAPath),
        }
    }
}
impl TryFrom<String> for Path {
    type Error = NotAPath;
    fn try_from(text: String) -> Result<Self, NotAPath> {
        text.parse()
    }
}
impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.to_string()
    }
}

/// What changed, flat: what a leaf of a revision keeps and what a merge compares. `None` clears a field, a cell or a row.
pub type Change = BTreeMap<Path, Option<Value>>;

/// What leads from one document to another.
#[must_use]
pub fn diff(old: &Document, new: &Document) -> Change {
    let mut change = Change::new();
    compare(&old.fields, &new.fields, |field| Path::Field(field.clone()), &mut change);
    let repeats: BTreeSet<&FieldId> = old.rows.keys().chain(new.rows.keys()).collect();
    let (none, nothing) = (Rows::default(), BTreeMap::new());
    for field in repeats {
        let before: BTreeMap<RowId, &Row> =
            old.rows.get(field).unwrap_or(&none).iter().map(|row| (row.id, row)).collect();
        let after = new.rows.get(field).unwrap_or(&none);
        for row in after {
            let was = before.get(&row.id);
            if was.is_none_or(|was| was.order != row.order) {
                change.insert(Path::Row(field.clone(), row.id), Some(Value::Number(row.order)));
            }
            let cell = |cell: &FieldId| Path::Cell(field.clone(), row.id, cell.clone());
            compare(was.map_or(&nothing, |was| &was.fields), &row.fields, cell, &mut change);
        }
        let kept: BTreeSet<RowId> = after.iter().map(|row| row.id).collect();
        for id in before.keys().filter(|id| !kept.contains(id)) {
            change.insert(Path::Row(field.clone(), *id), None);
        }
    }
    change
}

/// What takes a change back that led from `before` to `after`, as far as nothing was done about it since. Given second are the paths that
/// `now` holds otherwise than `before` and `after` did: they stay.
#[must_use]
pub fn taking_back(before: &Document, after: &Document, now: &Document) -> (Change, BTreeSet<Path>) {
    let (mut back, mut stays) = (Change::new(), BTreeSet::new());
    for (path, value) in diff(after, before) {
        let row = |document: &Document| document.rows.get(path.field())?.get(path.row()?).cloned();
        // A row that was put in or taken out is one thing, with all its cells.
        let whole = row(before).is_none() || row(after).is_none();
        let same = |one: &Document| match &path {
            Path::Row(..) | Path::Cell(..) if whole => row(now) == row(one),
            Path::Row(..) => row(now).map(|row| row.order) == row(one).map(|row| row.order),
            Path::Field(_) | Path::Cell(..) => now.at(&path) == one.at(&path),
        };
        if same(after) {
            back.insert(path, value);
        } else if !same(before) {
            stays.insert(path);
        }
    }
    (back, stays)
}

fn compare(
    old: &BTreeMap<FieldId, Value>,
    new: &BTreeMap<FieldId, Value>,
    path: impl Fn(&FieldId) -> Path,
    change: &mut Change,
) {
    for (field, value) in new {
        if old.get(field) != Some(value) {
            change.insert(path(field), Some(value.clone()));
        }
    }
    for field in old.keys().filter(|field| !new.contains_key(*field)) {
        change.insert(path(field), None);
    }
}

/// Applies a change. Cells of a row that is not there are left out: their row was taken out, and what to do with them is the
/// merge's decision, made before.
pub fn apply(document: &mut Document, change: &Change) {
    // Rows before cells: the order of `Path` sorts fields, then rows, then cells.
    for (path, value) in change {
        match (path, value) {
            (Path::Field(field), Some(value)) => {
                document.fields.insert(field.clone(), value.clone());
            }
            (Path::Field(field), None) => {
                document.fields.remove(field);
            }
            (Path::Row(field, row), Some(Value::Number(order))) => {
                document.rows.entry(field.clone()).or_default().place(*row, *order);
            }
            // An order is a number; anything else is from a broken file and says nothing.
            (Path::Row(..), Some(_)) => {}
            (Path::Row(field, row), None) => {
                document.rows.get_mut(field).and_then(|rows| rows.remove(*row));
            }
            (Path::Cell(field, row, cell), value) => {
                if let Some(fields) = document.rows.get_mut(field).and_then(|rows| rows.fields_mut(*row)) {
                    match value {
                        Some(value) => fields.insert(cell.clone(), value.clone()),
                        None => fields.remove(cell),
                    };
                }
            }
        }
    }
    document.rows.values_mut().for_each(Rows::sort);
    document.rows.retain(|_, rows| !rows.is_empty());
}
