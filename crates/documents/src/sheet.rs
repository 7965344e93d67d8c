//! A spreadsheet of plain texts, out and in: one sheet, a heading row, cells that are text and nothing else.

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};
use std::io::Cursor;

/// The most rows that are read.
const MOST_ROWS: usize = 100_000;
/// The most columns that are read.
const MOST_COLUMNS: usize = 64;
/// The most bytes a file may grow to when it is unpacked: a small file that grows without end is refused before it is read.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;

/// Why a spreadsheet was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Not an xlsx file, or one that is damaged.
    #[error("not a spreadsheet")]
    NotASheet,
    /// More rows, columns or bytes than any list of ours has.
    #[error("the spreadsheet is too large")]
    TooLarge,
    /// The sheet cannot be written.
    #[error("the spreadsheet cannot be written")]
    Unwritable,
}

/// Writes rows, the first of them as headings. Every cell is a text cell, so that no value can run as a formula.
///
/// # Errors
/// [`SheetError::TooLarge`] beyond what a sheet holds, [`SheetError::Unwritable`].
pub fn write(name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name).map_err(|_| SheetError::Unwritable)?;
    let heading = Format::new().set_bold();
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    for (at, row) in rows.iter().enumerate() {
        let line = u32::try_from(at).map_err(|_| SheetError::TooLarge)?;
        for (column, words) in row.iter().enumerate() {
            let column = u16::try_from(column).map_err(|_| SheetError::TooLarge)?;
            let format = if at == 0 { &heading } else { &cell };
            sheet.write_string_with_format(line, column, words, format).map_err(|_| SheetError::TooLarge)?;
        }
    }
    let widest = rows.first().map_or(0, Vec::len);
    for column in 0..u16::try_from(widest).unwrap_or(0) {
        sheet.set_column_width(column, 42).map_err(|_| SheetError::Unwritable)?;
    }
    sheet.set_freeze_panes(1, 1).map_err(|_| SheetError::Unwritable)?;
    book.save_to_buffer().map_err(|_| SheetError::Unwritable)
}

/// Reads the rows of the first sheet as texts; numbers and dates as they are written, errors and formulas without a value as blanks.
///
/// # Errors
/// [`SheetError::NotASheet`], [`SheetError::TooLarge`].
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, SheetError> {
    refuse_bombs(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::NotASheet)?;
    let first = book.sheet_names().first().cloned().ok_or(SheetError::NotASheet)?;
    let range = book.worksheet_range(&first).map_err(|_| SheetError::NotASheet)?;
    if range.height() > MOST_ROWS || range.width() > MOST_COLUMNS {
        return Err(SheetError::TooLarge);
    }
    // Rows and columns before the first filled cell are left out by the reader; a row keeps its number in the sheet.
    let (above, before) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
    if above > MOST_ROWS || before > MOST_COLUMNS {
        return Err(SheetError::TooLarge);
    }
    let mut rows = vec![Vec::new(); above];
    for row in range.rows() {
        let cells = row.iter().map(|cell| match cell {
            Data::Empty | Data::Error(_) => String::new(),
            other => other.to_string(),
        });
        rows.push(std::iter::repeat_n(String::new(), before).chain(cells).collect());
    }
    Ok(rows)
}

/// An xlsx file is a zip: what it says it grows to is looked at before anything is unpacked.
fn refuse_bombs(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::NotASheet)?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| SheetError::NotASheet)?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > MOST_UNPACKED { Err(SheetError::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn texts_in_any_script_come_back_as_they_were() {
        let sheet = rows(&[&["key", "en", "ar"], &["a label", "First name", "الاسم الأول"], &["b", "", "لا"]]);
        assert_eq!(read(&write("words", &sheet).unwrap()).unwrap(), sheet);
    }

    #[test]
    fn nothing_that_looks_like_a_formula_is_one() {
        let sheet = rows(&[&["key"], &["=1+1"], &["@SUM(A1)"], &["+4"], &["-2"]]);
        let bytes = write("words", &sheet).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        assert_eq!(book.worksheet_formula("words").unwrap().used_cells().count(), 0);
        assert_eq!(read(&bytes).unwrap(), sheet);
    }

    #[test]
    fn other_files_and_damaged_ones_are_refused() {
        let bytes = write("words", &rows(&[&["key"], &["a"]])).unwrap();
        for other in [&b""[..], b"key,en", b"PK\x03\x04", &bytes[..bytes.len() / 2]] {
            assert_eq!(read(other), Err(SheetError::NotASheet));
        }
    }
}
