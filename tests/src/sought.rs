//! A mother who looks for her daughter, in Latin letters: what journeys and the tour search with.

use crate::a_case::{choice, choices, date, text, yes};
use amparo_model::value::{Document, RowId, Value};

/// Her request, before it says whom she looks for.
#[must_use]
pub fn a_request() -> Document {
    let mut request = Document::default();
    for (field, value) in [
        ("request_on", date("2026-11-20")),
        ("request_status", choice("open")),
        ("agrees_to_share", yes()),
        ("name_first", text("Zeynab")),
        ("sex", choice("female")),
        ("nationality", choices(&["sy"])),
    ] {
        request.set(field, value);
    }
    request
}

/// Somebody whom a request looks for.
pub fn add_trace(request: &mut Document, seed: u8, cells: &[(&str, Value)]) -> RowId {
    let id = RowId::from_random([seed; 16]);
    let row = request.rows.entry("traces".to_owned()).or_default().push(id);
    row.extend(cells.iter().map(|(cell, value)| ((*cell).to_owned(), value.clone())));
    id
}

/// The daughter, her age a year off.
pub fn add_daughter(request: &mut Document, seed: u8) -> RowId {
    let cells = [
        ("name_first", text("Fatma")),
        ("name_middle", text("Mohammed")),
        ("name_last", text("Al-Qadi")),
        ("relation_to_inquirer", choice("own_child")),
        ("age", Value::Number(10)),
        ("age_estimated", yes()),
        ("sex", choice("female")),
        ("tracing_status", choice("open")),
    ];
    add_trace(request, seed, &cells)
}
