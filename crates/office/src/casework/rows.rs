//! A row that the program adds to a record.

use amparo_model::value::{Change, Document, Path, RowId, Value};
use amparo_vault::{OsRandom, random};

/// Adds a row at the end of a repeat, with its cells; gives its id.
pub(crate) fn add_row<'a>(
    change: &mut Change,
    document: &Document,
    repeat: &str,
    cells: impl IntoIterator<Item = (&'a str, Value)>,
) -> RowId {
    let row = RowId::from_random(random::bytes(&mut OsRandom));
    put_row(change, document, repeat, row, cells);
    row
}

/// The same under an id that is known already.
pub(crate) fn put_row<'a>(
    change: &mut Change,
    document: &Document,
    repeat: &str,
    row: RowId,
    cells: impl IntoIterator<Item = (&'a str, Value)>,
) {
    let mut rows = document.rows.get(repeat).cloned().unwrap_or_default();
    rows.push(row);
    let order = rows.get(row).map_or(0, |row| row.order);
    change.insert(Path::Row(repeat.to_owned(), row), Some(Value::Number(order)));
    for (cell, value) in cells {
        change.insert(Path::Cell(repeat.to_owned(), row, cell.to_owned()), Some(value));
    }
}
