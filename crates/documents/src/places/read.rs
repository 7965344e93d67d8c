//! From the bytes of a place list to its tree.

use super::columns::{LevelColumns, read_tag_row};
use super::lines::{LineCount, check_quotes, text};
use super::{
    Finding, FindingKind, LONGEST_CODE, LONGEST_NAME, MOST_BYTES, MOST_FINDINGS, MOST_ROWS, PlaceList, PlaceRow,
    PlacesError,
};
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

/// The tag row stands within the first rows of a file, else it has none.
const TAG_ROW_WITHIN: usize = 25;
/// Progress is told after this many rows.
const ROWS_A_STEP: usize = 512;

/// Reads a place list. `progress` gets the bytes done and all bytes now and then, and may stop the reading.
///
/// Rules (PRIMERO.md 10.7): the tag row decides what a column tells; every row carries its whole chain; the first row with a code
/// tells the place; a row with a blank code or name is reported with its line, the places above the gap are kept; `+name` is English,
/// `+name+ar-lb` serves Arabic. Commas, semicolons and tabs separate cells.
///
/// # Errors
/// Every [`PlacesError`]; nothing is to be taken over then.
pub fn read_places(
    bytes: &[u8],
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<PlaceList, PlacesError> {
    let text = text(bytes)?;
    if text.trim().is_empty() {
        return Err(PlacesError::Empty);
    }
    let delimiter = delimiter(text);
    check_quotes(text, delimiter)?;
    let mut rows =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut lines = LineCount::new(text);
    let mut tree = Tree::default();
    let mut columns: Option<Vec<LevelColumns>> = None;
    let mut row = csv::StringRecord::new();
    let mut number = 0;
    loop {
        let start = usize::try_from(rows.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8, rows may differ in length, and reading memory cannot fail.
        if !rows.read_record(&mut row).unwrap_or(false) {
            break;
        }
        if number % ROWS_A_STEP == 0 && progress(start.min(text.len()), text.len()).is_break() {
            return Err(PlacesError::Stopped);
        }
        number += 1;
        if number > MOST_ROWS {
            return Err(PlacesError::TooLarge { most_bytes: MOST_BYTES, most_rows: MOST_ROWS });
        }
        let line = lines.at(start);
        match &columns {
            Some(columns) => tree.add_row(&row, columns, line)?,
            None if number > TAG_ROW_WITHIN => return Err(PlacesError::NoTags),
            None => columns = read_tag_row(row.iter(), line, &mut tree.findings)?,
        }
    }
    if columns.is_none() {
        return Err(PlacesError::NoTags);
    }
    let _ = progress(text.len(), text.len());
    tree.into_list()
}

/// The separator that stands most often in the first line with a tag (spreadsheets of many countries write semicolons).
fn delimiter(text: &str) -> u8 {
    let tagged = text.lines().take(TAG_ROW_WITHIN * 4).find(|line| {
        let line = line.to_ascii_lowercase();
        line.contains("#adm") || line.contains("#country")
    });
    let count = |delimiter: &u8| tagged.map_or(0, |line| line.bytes().filter(|b| b == delimiter).count());
    // The last of equals wins: a comma when nothing tells.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// The places so far, and where each code was told first.
#[derive(Default)]
struct Tree {
    places: Vec<Told>,
    by_code: HashMap<String, usize>,
    findings: Vec<Finding>,
    more_findings: usize,
}

struct Told {
    place: PlaceRow,
    line: usize,
    children: Vec<usize>,
}

/// A cell that tells nothing usable.
enum Unusable {
    Blank,
    TooLong,
}

impl Tree {
    fn add_row(&mut self, row: &csv::StringRecord, columns: &[LevelColumns], line: usize) -> Result<(), PlacesError> {
        let mut chain: Vec<usize> = Vec::with_capacity(columns.len());
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        for level in columns {
            let told = cell(row, level.code, LONGEST_CODE)
                .map_err(|why| (why, "code"))
                .and_then(|code| first_name(row, level).map(|name| (code, name)).map_err(|why| (why, "name")));
            let (code, name) = match told {
                Ok(told) => told,
                Err((why, attribute)) => {
                    let attribute = match level.names.first() {
                        Some((language, _)) if attribute == "name" && language != "en" => {
                            format!("name+{language}")
                        }
                        _ => attribute.to_owned(),
                    };
                    let kind = match why {
                        Unusable::Blank => FindingKind::BlankCell,
                        Unusable::TooLong => FindingKind::TooLong,
                    };
                    self.note(kind, line, level.tag(&attribute));
                    return Ok(());
                }
            };
            let parent = chain.last().copied();
            let index = match self.by_code.get(&code) {
                Some(&known) if chain.contains(&known) => {
                    return Err(PlacesError::OwnAncestor { line });
                }
                Some(&known) => {
                    self.check_parent(known, parent, line)?;
                    known
                }
                None => self.tell(row, level, line, code, name, parent),
            };
            chain.push(index);
        }
        Ok(())
    }

    fn code_of(&self, index: Option<usize>) -> Option<&str> {
        index.and_then(|index| self.places.get(index)).map(|told| told.place.code.as_str())
    }

    /// A code that is known already must lie where it lay.
    fn check_parent(&self, known: usize, parent: Option<usize>, line: usize) -> Result<(), PlacesError> {
        match self.places.get(known) {
            Some(told) if told.place.parent_code.as_deref() != self.code_of(parent) => {
                Err(PlacesError::TwoParents { line, first_line: told.line })
            }
            _ => Ok(()),
        }
    }

    /// Adds a place that no earlier row told; gives where it stands.
    fn tell(
        &mut self,
        row: &csv::StringRecord,
        level: &LevelColumns,
        line: usize,
        code: String,
        first_name: String,
        parent: Option<usize>,
    ) -> usize {
        let mut names = BTreeMap::new();
        let mut rest = level.names.iter();
        if let Some((language, _)) = rest.next() {
            names.insert(language.clone(), first_name);
        }
        for (language, column) in rest {
            match cell(row, *column, LONGEST_NAME) {
                Ok(name) => {
                    names.insert(language.clone(), name);
                }
                Err(_) => self.note(FindingKind::BlankTranslation, line, level.tag(&format!("name+{language}"))),
            }
        }
        let kind = level.kind.and_then(|column| match cell(row, column, LONGEST_CODE) {
            Ok(kind) => Some(kind),
            Err(_) => {
                self.note(FindingKind::BlankTranslation, line, level.tag("type"));
                None
            }
        });
        let place = PlaceRow {
            parent_code: self.code_of(parent).map(str::to_owned),
            level: level.level,
            kind: kind.unwrap_or_else(|| default_kind(level.level).to_owned()),
            names,
            code: code.clone(),
        };
        let index = self.places.len();
        self.places.push(Told { place, line, children: Vec::new() });
        self.by_code.insert(code, index);
        if let Some(above) = parent.and_then(|parent| self.places.get_mut(parent)) {
            above.children.push(index);
        }
        index
    }

    fn note(&mut self, kind: FindingKind, line: usize, tag: String) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding { kind, line, tag });
        } else {
            self.more_findings += 1;
        }
    }

    /// The places in tree order.
    fn into_list(self) -> Result<PlaceList, PlacesError> {
        if self.places.is_empty() {
            return Err(PlacesError::Empty);
        }
        let mut waiting: Vec<usize> = (0..self.places.len())
            .rev()
            .filter(|i| self.places.get(*i).is_some_and(|t| t.place.parent_code.is_none()))
            .collect();
        let mut order = Vec::with_capacity(self.places.len());
        while let Some(index) = waiting.pop() {
            order.push(index);
            if let Some(told) = self.places.get(index) {
                waiting.extend(told.children.iter().rev());
            }
        }
        let mut told: Vec<Option<PlaceRow>> = self.places.into_iter().map(|told| Some(told.place)).collect();
        let places = order.into_iter().filter_map(|index| told.get_mut(index).and_then(Option::take)).collect();
        Ok(PlaceList { places, findings: self.findings, more_findings: self.more_findings })
    }
}

/// The name a place cannot be without: the plain one, or the first translation when the list has no plain one.
fn first_name(row: &csv::StringRecord, level: &LevelColumns) -> Result<String, Unusable> {
    level.names.first().map_or(Err(Unusable::Blank), |(_, column)| cell(row, *column, LONGEST_NAME))
}

/// A cell without blanks around it and without control characters. `<Null>` is what map programs write for nothing.
fn cell(row: &csv::StringRecord, column: usize, longest: usize) -> Result<String, Unusable> {
    let plain: String = row.get(column).unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    let plain = plain.trim();
    if plain.is_empty() || plain.eq_ignore_ascii_case("<null>") {
        Err(Unusable::Blank)
    } else if plain.chars().count() > longest {
        Err(Unusable::TooLong)
    } else {
        Ok(plain.to_owned())
    }
}

/// What a place of a level is called when the list does not say.
fn default_kind(level: u8) -> &'static str {
    match level {
        0 => "country",
        1 => "province",
        2 => "district",
        3 => "sub_district",
        4 => "township",
        _ => "locality",
    }
}
