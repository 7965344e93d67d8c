//! The text of a place list: its encoding, its quotation marks, and which line a byte is in.

use super::{MOST_BYTES, MOST_ROWS, PlacesError};

/// The text of the file without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, PlacesError> {
    if bytes.len() > MOST_BYTES {
        return Err(PlacesError::TooLarge { most_bytes: MOST_BYTES, most_rows: MOST_ROWS });
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(PlacesError::Utf16);
    }
    // A zip (every modern spreadsheet is one) and the older spreadsheet container.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(PlacesError::NotCsv);
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| PlacesError::NotUtf8 {
        line: 1 + bytes.iter().take(error.valid_up_to()).filter(|b| **b == b'\n').count(),
    })?;
    if text.contains('\0') {
        // UTF-16 without its mark: every other byte of Latin text is zero.
        return Err(PlacesError::Utf16);
    }
    Ok(text)
}

/// Refuses quotation marks that the CSV reader would silently guess about.
pub(super) fn check_quotes(text: &str, delimiter: u8) -> Result<(), PlacesError> {
    #[derive(PartialEq)]
    enum At {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }
    let (mut at, mut line, mut opened) = (At::CellStart, 1, 1);
    for byte in text.bytes() {
        let ends_cell = byte == delimiter || byte == b'\n' || byte == b'\r';
        at = match at {
            At::CellStart if byte == b'"' => {
                opened = line;
                At::Quoted
            }
            At::Quoted if byte == b'"' => At::QuoteInQuoted,
            At::Quoted => At::Quoted,
            At::QuoteInQuoted if byte == b'"' => At::Quoted,
            At::QuoteInQuoted if !ends_cell => {
                return Err(PlacesError::BadQuoting { line: opened });
            }
            _ if ends_cell => At::CellStart,
            _ => At::Plain,
        };
        if byte == b'\n' {
            line += 1;
        }
    }
    if at == At::Quoted { Err(PlacesError::BadQuoting { line: opened }) } else { Ok(()) }
}

/// Tells the line of a record from its first byte. (The CSV reader's own count is one short after `\r\n` and blank lines.)
pub(super) struct LineCount<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: usize,
}

impl<'a> LineCount<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), counted: 0, line: 1 }
    }

    /// The line of the record that begins at or, after line breaks, just behind `byte`. Ask in rising order.
    pub(super) fn at(&mut self, byte: usize) -> usize {
        let mut start = byte;
        while matches!(self.bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        self.line += passed.iter().filter(|b| **b == b'\n').count();
        self.counted = start.max(self.counted);
        self.line
    }
}
