//! What a document is saved as: without blank answers, blank rows and spaces around one-line texts. Pure.

use amparo_model::value::{Document, FieldId, Row, RowId, Value};
use std::collections::BTreeMap;

/// The document without blank answers, blank rows and spaces around one-line texts.
#[must_use]
pub fn tidied(document: &Document) -> Document {
    let mut tidy = document.clone();
    let trim = |value: &mut Value| {
        if let Value::Text(text) = value
            && text.trim().len() != text.len()
        {
            *text = text.trim().to_owned();
        }
    };
    tidy.fields.values_mut().for_each(trim);
    for rows in tidy.rows.values_mut() {
        let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
        for id in ids {
            if let Some(fields) = rows.fields_mut(id) {
                fields.values_mut().for_each(trim);
            }
        }
    }
    tidy.tidy();
    tidy
}

/// Whether two documents are saved as the same one: whether they are equal once [`tidied`], without making them so. Asked at every key.
#[must_use]
pub fn saves_as(a: &Document, b: &Document) -> bool {
    written(&a.fields).eq(written(&b.fields)) && written_rows(a).eq(written_rows(b))
}

/// Answers that are saved.
fn written(fields: &BTreeMap<FieldId, Value>) -> impl Iterator<Item = (&FieldId, Trimmed<'_>)> {
    fields.iter().filter(|(_, value)| !value.is_blank()).map(|(field, value)| (field, Trimmed(value)))
}

/// Rows that are saved, each with its repeat.
fn written_rows(document: &Document) -> impl Iterator<Item = (&FieldId, WrittenRow<'_>)> {
    let rows = document.rows.iter().flat_map(|(field, rows)| rows.iter().map(move |row| (field, row)));
    rows.filter(|(_, row)| written(&row.fields).next().is_some()).map(|(field, row)| (field, WrittenRow(row)))
}

/// An answer, whatever spaces stand around it.
struct Trimmed<'a>(&'a Value);

impl PartialEq for Trimmed<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Value::Text(one), Value::Text(other)) => one.trim() == other.trim(),
            (one, other) => one == other,
        }
    }
}

/// A row with its answers that are saved.
struct WrittenRow<'a>(&'a Row);

impl PartialEq for WrittenRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.0, other.0);
        (one.id, one.order) == (other.id, other.order) && written(&one.fields).eq(written(&other.fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_as(fields: &[(&str, Value)], rows: &[(u8, &str)]) -> Document {
        let mut document = Document::default();
        fields.iter().for_each(|(field, value)| document.set(field, value.clone()));
        for (number, name) in rows {
            let cells = document.rows.entry("members".to_owned()).or_default().push(RowId::from_random([*number; 16]));
            cells.insert("name".to_owned(), Value::Text((*name).to_owned()));
        }
        document
    }

    #[test]
    fn two_documents_are_saved_as_the_same_one_exactly_when_they_are_equal_once_tidied() {
        let landmark = |words: &str| ("landmark", Value::Text(words.to_owned()));
        let needs = |needs: &[&str]| ("needs", Value::Choices(needs.iter().map(|need| (*need).to_owned()).collect()));
        let documents = [
            written_as(&[], &[]),
            written_as(&[landmark("Blue door")], &[]),
            written_as(&[landmark(" Blue door  ")], &[]),
            written_as(&[landmark("Blue  door")], &[]),
            written_as(&[landmark("  ")], &[]),
            written_as(&[needs(&[])], &[]),
            written_as(&[needs(&["food"])], &[]),
            written_as(&[], &[(1, " ")]),
            written_as(&[], &[(1, " Aunt")]),
            written_as(&[], &[(1, "Aunt")]),
            written_as(&[], &[(1, "Aunt"), (2, "")]),
            written_as(&[], &[(2, "Aunt")]),
            written_as(&[], &[(2, ""), (1, "Aunt")]),
        ];
        for a in &documents {
            for b in &documents {
                assert_eq!(saves_as(a, b), tidied(a) == tidied(b));
            }
        }
    }
}
