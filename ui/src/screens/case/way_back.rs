//! The way from an element of the page, and from what is wrong in it, back to its question. Pure.

use super::checked::element_id;
use super::edit::Editing;
use super::forms::Forms;
use super::say;
use crate::parts::Wrong;
use amparo_language::{Language, words};
use amparo_model::value::{Document, Path};
use yew::AttrValue;

/// What was typed and cannot be read, for the summary above the form.
#[must_use]
pub fn unread(forms: Forms, language: &Language, editing: &Editing) -> Vec<Wrong> {
    let wrong = |(path, said): (&Path, &String)| Wrong {
        field: element_id(&editing.document, path).into(),
        text: named(forms, language, path, said),
    };
    editing.unread.iter().map(wrong).collect()
}

/// The question before what is wrong with its answer.
#[must_use]
pub fn named(forms: Forms, language: &Language, path: &Path, said: &str) -> AttrValue {
    words::finding_at(language, &say::field(forms, language, path), said).into()
}

/// The question that is answered in an element of the page.
#[must_use]
pub fn path_of(forms: Forms, document: &Document, element: &str) -> Option<Path> {
    for (.., field) in forms.asked() {
        let path = Path::Field(field.id.clone());
        if element_id(document, &path) == element {
            return Some(path);
        }
        for row in document.rows_of(&field.id) {
            let mut cells = field.row_fields().iter().map(|cell| Path::Cell(field.id.clone(), row.id, cell.id.clone()));
            if let Some(path) = cells.find(|path| element_id(document, path) == element) {
                return Some(path);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::record::RecordType;
    use amparo_model::value::RowId;

    #[test]
    fn every_element_leads_back_to_its_question() {
        let mut document = Document::default();
        let row = RowId::from_random([1; 16]);
        document.rows.entry("members".into()).or_default().push(row);
        for path in [Path::Field("sex".into()), Path::Cell("members".into(), row, "name".into())] {
            assert_eq!(path_of(Forms::of(RecordType::CASE), &document, &element_id(&document, &path)), Some(path));
        }
        assert_eq!(path_of(Forms::of(RecordType::CASE), &document, "field-nothing"), None);
    }
}
