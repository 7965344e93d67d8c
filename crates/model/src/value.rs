//! What a field can hold, a document of fields and rows, and the flat form of a change that revisions keep.
//!
//! Nothing here prints content: `Debug` tells the kind of a value, never what it says (ARCHITECTURE.md, invariant 6).

pub use crate::change::{Change, NotAPath, Path, apply, diff, taking_back};

use crate::date::PartialDate;
use crate::ids::{AgencyId, FileId, NotAnId, PersonId, PlaceId, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// The id of a field inside its record: snake_case, the same in every form that shows it.
pub type FieldId = String;

/// The permanent random id of a row of a repeat. Rows merge by it, wherever they stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(uuid::Uuid);

impl RowId {
    /// Makes an id out of 16 random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}
impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl fmt::Debug for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowId({})", self.0)
    }
}
impl FromStr for RowId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self).map_err(|_| NotAnId)
    }
}

/// Yes, no or not known; a blank field means "not asked".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, but nobody knows.
    Unknown,
}

impl YesNo {
    /// The word in conditions and option ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// What a file in the office's folder is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// Where the store finds it.
    pub id: FileId,
    /// SHA-256 of its content, lower-case hexadecimal.
    pub hash: String,
    /// What it is to the case.
    pub kind: FileKind,
    /// Media type: `image/jpeg`.
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// What the person's file was called; empty for what was made in the window, and for photos.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// What an attachment is to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A photo of a person or of belongings.
    Photo,
    /// A voice clip.
    Audio,
    /// A document or scan.
    Document,
    /// A drawn signature or the picture of a thumbprint.
    Mark,
}

/// How somebody signed (DOMAIN.md 3, type `signature`).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Drawn on the screen.
    Drawn(FileRef),
    /// The picture of a thumbprint.
    Thumbprint(FileRef),
    /// On paper, in the folder of this number.
    Paper(String),
}

/// A signature.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signed, as they call themselves.
    pub signer: String,
    /// When.
    pub date: PartialDate,
    /// How.
    pub mark: Mark,
}

/// What one field holds. Blank fields are absent from a document; there is no empty value.
///
/// The tags are short because every sealed leaf carries them; they are part of the stored format and never change meaning.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// One line or several.
    #[serde(rename = "t")]
    Text(String),
    /// A whole number, within what canonical JSON keeps exactly.
    #[serde(rename = "n")]
    Number(i64),
    /// A check box.
    #[serde(rename = "b")]
    Tick(bool),
    /// Yes, no, unknown.
    #[serde(rename = "y")]
    YesNo(YesNo),
    /// A date with its precision.
    #[serde(rename = "d")]
    Date(PartialDate),
    /// The id of one option.
    #[serde(rename = "c")]
    Choice(String),
    /// The ids of several options.
    #[serde(rename = "m")]
    Choices(BTreeSet<String>),
    /// A node of the place tree.
    #[serde(rename = "l")]
    Place(PlaceId),
    /// A person with a login.
    #[serde(rename = "u")]
    Person(PersonId),
    /// An organisation.
    #[serde(rename = "a")]
    Agency(AgencyId),
    /// Another record.
    #[serde(rename = "r")]
    Link(RecordId),
    /// An attachment.
    #[serde(rename = "f")]
    File(FileRef),
    /// A signature.
    #[serde(rename = "s")]
    Signature(Signature),
}

impl Value {
    /// The name of the kind, for messages that must not tell the content.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Number(_) => "number",
            Self::Tick(_) => "tick",
            Self::YesNo(_) => "yes_no",
            Self::Date(_) => "date",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Place(_) => "place",
            Self::Person(_) => "person",
            Self::Agency(_) => "agency",
            Self::Link(_) => "link",
            Self::File(_) => "file",
            Self::Signature(_) => "signature",
        }
    }

    /// A value that says nothing: blank text, no options. [`Document::tidy`] removes such values before a save.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Choices(options) => options.is_empty(),
            _ => false,
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
    /// The number, when it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<i64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }
    /// The date, when it is one.
    #[must_use]
    pub fn as_date(&self) -> Option<PartialDate> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }
    /// The option chosen, or yes, no, unknown.
    #[must_use]
    pub fn as_choice(&self) -> Option<&str> {
        match self {
            Self::Choice(option) => Some(option),
            Self::YesNo(answer) => Some(answer.as_str()),
            _ => None,
        }
    }
    /// The options chosen, when several can be.
    #[must_use]
    pub fn as_choices(&self) -> Option<&BTreeSet<String>> {
        if let Self::Choices(options) = self { Some(options) } else { None }
    }
}

macro_rules! says_only_its_kind {
    ($($name:ident),*) => { $(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )* };
}
says_only_its_kind!(FileRef, Mark, Signature);

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value::{}(..)", self.kind())
    }
}

/// One row of a repeat.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Permanent.
    pub id: RowId,
    /// Where it stands among its siblings; equal numbers are ordered by id. Gaps leave room to put a row between two others without
    /// touching them, so that two offices that add rows do not disturb each other.
    pub order: i64,
    /// Its own fields.
    pub fields: BTreeMap<FieldId, Value>,
}

/// Rows stand this far apart when they are added at the end.
const GAP: i64 = 1024;

/// The rows of one repeat, always in order.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Row>", into = "Vec<Row>")]
pub struct Rows(Vec<Row>);

impl Rows {
    /// The rows in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Row> {
        self.0.iter()
    }
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The row with an id.
    #[must_use]
    pub fn get(&self, id: RowId) -> Option<&Row> {
        self.0.iter().find(|row| row.id == id)
    }
    /// The fields of the row with an id, to change them.
    pub fn fields_mut(&mut self, id: RowId) -> Option<&mut BTreeMap<FieldId, Value>> {
        self.0.iter_mut().find(|row| row.id == id).map(|row| &mut row.fields)
    }
    /// Adds a row at the end and gives its fields; a row that is already there stays where it is.
    pub fn push(&mut self, id: RowId) -> &mut BTreeMap<FieldId, Value> {
        let order = self.0.last().map_or(0, |row| row.order.saturating_add(GAP));
        if self.get(id).is_none() {
            self.0.push(Row { id, order, fields: BTreeMap::new() });
            self.sort();
        }
        let position = self.0.iter().position(|row| row.id == id).unwrap_or(0);
        &mut self.0[position].fields // the row was found or has just been added
    }
    /// Takes a row out.
    pub fn remove(&mut self, id: RowId) -> Option<Row> {
        let position = self.0.iter().position(|row| row.id == id)?;
        Some(self.0.remove(position))
    }
    /// Sets where a row stands; adds an empty one when there is none.
    pub(crate) fn place(&mut self, id: RowId, order: i64) {
        match self.0.iter_mut().find(|row| row.id == id) {
            Some(row) => row.order = order,
            None => self.0.push(Row { id, order, fields: BTreeMap::new() }),
        }
    }
    pub(crate) fn sort(&mut self) {
        self.0.sort_by_key(|row| (row.order, row.id));
    }
}

impl From<Vec<Row>> for Rows {
    /// Sorted; of rows with the same id the first counts.
    fn from(rows: Vec<Row>) -> Self {
        let mut seen = BTreeSet::new();
        let mut rows = Self(rows.into_iter().filter(|row| seen.insert(row.id)).collect());
        rows.sort();
        rows
    }
}
impl From<Rows> for Vec<Row> {
    fn from(rows: Rows) -> Self {
        rows.0
    }
}
impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Row;
    type IntoIter = std::slice::Iter<'a, Row>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
says_only_its_kind!(Row, Rows);

/// What a record says now: its fields, and the rows of its repeats. A field id stands in one of the two, never in both.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// Single fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<FieldId, Value>,
    /// Repeats. An empty repeat is absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rows: BTreeMap<FieldId, Rows>,
}
says_only_its_kind!(Document);

impl Document {
    /// What a field holds.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)
    }
    /// Sets a field.
    pub fn set(&mut self, field: &str, value: Value) {
        self.fields.insert(field.to_owned(), value);
    }
    /// The rows of a repeat; none when there is no such repeat.
    pub fn rows_of(&self, field: &str) -> impl Iterator<Item = &Row> {
        self.rows.get(field).into_iter().flatten()
    }
    /// What stands at a path: a field or a cell; a row itself has no value.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Value> {
        match path {
            Path::Field(field) => self.fields.get(field),
            Path::Row(..) => None,
            Path::Cell(field, row, cell) => self.rows.get(field)?.get(*row)?.fields.get(cell),
        }
    }
    /// Takes out blank values, rows in which nothing stands (DOMAIN.md 3: no blank rows are ever stored) and empty repeats.
    pub fn tidy(&mut self) {
        self.fields.retain(|_, value| !value.is_blank());
        for rows in self.rows.values_mut() {
            rows.0.iter_mut().for_each(|row| row.fields.retain(|_, value| !value.is_blank()));
            rows.0.retain(|row| !row.fields.is_empty());
        }
        self.rows.retain(|_, rows| !rows.is_empty());
    }
}

#[cfg(test)]
#[path = "value_tests.rs"]
mod tests;
