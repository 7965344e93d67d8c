//! The photos of a child: one is the main one, the others stay with their days. Pure.

use amparo_forms::roles::{self, row};
use amparo_model::value::{Document, RowId, Value};

/// The document with one of the other photos as the main one; the main one stands in its place. None when the row holds no photo.
#[must_use]
pub fn made_main(document: &Document, chosen: RowId) -> Option<Document> {
    let mut after = document.clone();
    let cells = after.rows.get_mut(roles::PHOTOS)?.fields_mut(chosen)?;
    let photo = cells.remove(row::PHOTO).filter(|value| matches!(value, Value::File(_)))?;
    let taken_on = cells.remove(row::TAKEN_ON);
    match document.get(roles::PHOTO) {
        Some(before) => {
            cells.insert(row::PHOTO.to_owned(), before.clone());
            cells.extend(document.get(roles::PHOTO_ON).map(|on| (row::TAKEN_ON.to_owned(), on.clone())));
            // What was said of the one that moves up is not said of the one that takes its place.
            cells.retain(|cell, _| cell == row::PHOTO || cell == row::TAKEN_ON);
        }
        None => drop(after.rows.get_mut(roles::PHOTOS)?.remove(chosen)),
    }
    after.set(roles::PHOTO, photo);
    match taken_on {
        Some(on) => after.set(roles::PHOTO_ON, on),
        None => drop(after.fields.remove(roles::PHOTO_ON)),
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::ids::FileId;
    use amparo_model::value::{FileKind, FileRef};

    fn photo(number: u8) -> Value {
        Value::File(FileRef {
            id: FileId::from_random([number; 16]),
            hash: String::new(),
            kind: FileKind::Photo,
            media: String::new(),
            size: 1,
            name: String::new(),
        })
    }
    fn on(day: &str) -> Value {
        Value::Date(day.parse().unwrap())
    }

    #[test]
    fn another_photo_becomes_the_main_one_and_the_main_one_stands_in_its_place_with_its_day() {
        let (first, second) = (RowId::from_random([1; 16]), RowId::from_random([2; 16]));
        let mut document = Document::default();
        document.set(roles::PHOTO, photo(7));
        document.set(roles::PHOTO_ON, on("2026-11-20"));
        for (row, number, day) in [(first, 8, "2026-01-03"), (second, 9, "2025-06-01")] {
            let cells = document.rows.entry(roles::PHOTOS.to_owned()).or_default().push(row);
            cells.insert(row::PHOTO.to_owned(), photo(number));
            cells.insert(row::TAKEN_ON.to_owned(), on(day));
        }
        let after = made_main(&document, second).unwrap();
        assert!(after.get(roles::PHOTO) == Some(&photo(9)) && after.get(roles::PHOTO_ON) == Some(&on("2025-06-01")));
        let row = after.rows_of(roles::PHOTOS).find(|row| row.id == second).unwrap();
        assert!(row.fields.get(row::PHOTO) == Some(&photo(7)));
        assert!(row.fields.get(row::TAKEN_ON) == Some(&on("2026-11-20")));
        assert!(made_main(&after, second).unwrap() == document, "and back");
    }

    #[test]
    fn the_only_photo_leaves_its_row_and_a_row_without_a_photo_is_left_alone() {
        let row = RowId::from_random([1; 16]);
        let mut document = Document::default();
        document.rows.entry(roles::PHOTOS.to_owned()).or_default().push(row);
        assert!(made_main(&document, row).is_none());
        document.rows.get_mut(roles::PHOTOS).unwrap().fields_mut(row).unwrap().insert(row::PHOTO.to_owned(), photo(3));
        let after = made_main(&document, row).unwrap();
        assert!(after.get(roles::PHOTO) == Some(&photo(3)) && after.rows_of(roles::PHOTOS).next().is_none());
    }
}
