//! Place lists: CSV with HXL tags, a row for each smallest place with the whole chain above it (PRIMERO.md 10.7).

mod columns;
mod lines;
mod read;

pub use read::read_places;

use serde::Serialize;
use std::collections::BTreeMap;

/// The largest file that is read.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most rows that are read.
pub const MOST_ROWS: usize = 200_000;
/// The most findings that are listed one by one; further ones are only counted.
pub const MOST_FINDINGS: usize = 1_000;
/// The longest code, in characters.
pub const LONGEST_CODE: usize = 64;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;

/// The places of a list in tree order: each place before the ones in it, sisters in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PlaceList {
    /// The places.
    pub places: Vec<PlaceRow>,
    /// What was wrong with single rows and columns, in the order of the file, at most [`MOST_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many more findings there were.
    pub more_findings: usize,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceRow {
    /// Its code in the list (p-code). An attribute, not an identity: renaming keeps history.
    pub code: String,
    /// 0 for a country, 1 to 5 for what lies in it.
    pub level: u8,
    /// The code of the place it lies in, none for the topmost.
    pub parent_code: Option<String>,
    /// Its names by language (`en`, `ar`), never blank.
    pub names: BTreeMap<String, String>,
    /// What it is: `country`, `province`, … or what the list says.
    pub kind: String,
}

/// Something wrong with one row or column; the rest of the list was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub kind: FindingKind,
    /// The line of the file, the first is 1.
    pub line: usize,
    /// The tag of the column, as `#adm2+code`.
    pub tag: String,
}

/// What can be wrong with one row or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A code or name is blank: the places of this row from here down were left out, those above were kept.
    BlankCell,
    /// A translated name or a type is blank: the place was kept without it.
    BlankTranslation,
    /// A code or name is too long: as [`FindingKind::BlankCell`].
    TooLong,
    /// The column's language is not known: the column was left out.
    UnknownLanguage,
    /// The column says what an earlier one says already: the column was left out.
    RepeatedColumn,
}

/// Why a whole list was refused. Nothing of it was taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlacesError {
    /// No bytes, or no place in any row.
    #[error("the list holds no places")]
    Empty,
    /// The file or its number of rows is too large.
    #[error("the list is too large: limit {most_bytes} bytes and {most_rows} rows")]
    TooLarge {
        /// [`MOST_BYTES`].
        most_bytes: usize,
        /// [`MOST_ROWS`].
        most_rows: usize,
    },
    /// The file is UTF-16, as some spreadsheets save "Unicode text".
    #[error("the list is written in UTF-16, it must be UTF-8")]
    Utf16,
    /// The file is text in another encoding, or no text at all.
    #[error("line {line} is not UTF-8 text")]
    NotUtf8 {
        /// The first line that cannot be read.
        line: usize,
    },
    /// The file is a spreadsheet or an archive, not CSV.
    #[error("the file is not a CSV text")]
    NotCsv,
    /// A quotation mark is not closed, or text follows a closed one.
    #[error("a quotation mark in line {line} is not closed properly")]
    BadQuoting {
        /// The line in which the quoted cell begins.
        line: usize,
    },
    /// No row has tags such as `#adm1+code`.
    #[error("the list has no row of HXL tags")]
    NoTags,
    /// A level has names but no code, or a code but no name.
    #[error("the column {tag} is missing")]
    MissingColumn {
        /// The tag that a column should have.
        tag: String,
    },
    /// One code stands in two places of the tree.
    #[error("the place in line {line} lies elsewhere in line {first_line}")]
    TwoParents {
        /// The line that contradicts.
        line: usize,
        /// The line that told it first.
        first_line: usize,
    },
    /// A place lies in itself.
    #[error("the place in line {line} lies in itself")]
    OwnAncestor {
        /// The line.
        line: usize,
    },
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}
