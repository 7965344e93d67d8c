//! QR codes as plain squares, for the window to draw with one path and for paper.

use qrcode::{Color, EcLevel};

/// The most bytes of UTF-8 that are drawn: more makes squares too small to read from paper with a cheap camera.
pub const MOST_BYTES: usize = 1_200;

/// The blank border that readers need, in squares.
pub const QUIET_ZONE: usize = 4;

/// Why a text cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// There is nothing to draw.
    #[error("nothing to draw as a QR code")]
    Empty,
    /// The text is too long to be read reliably.
    #[error("{bytes} bytes are too many for a QR code, the limit is {limit}")]
    TooLong {
        /// Bytes of the text.
        bytes: usize,
        /// [`MOST_BYTES`].
        limit: usize,
    },
}

/// The dark and light squares of a QR code, without its border.
#[derive(Clone, PartialEq, Eq)]
pub struct QrMatrix {
    rows: Vec<Vec<bool>>,
}

impl std::fmt::Debug for QrMatrix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QrMatrix").field("width", &self.rows.len()).finish_non_exhaustive()
    }
}

impl QrMatrix {
    /// Draws a text with medium error correction (15 % of the squares may be damaged).
    ///
    /// # Errors
    /// [`QrError::Empty`] and [`QrError::TooLong`].
    pub fn of(text: &str) -> Result<Self, QrError> {
        if text.is_empty() {
            return Err(QrError::Empty);
        }
        let too_long = QrError::TooLong { bytes: text.len(), limit: MOST_BYTES };
        if text.len() > MOST_BYTES {
            return Err(too_long);
        }
        let code = qrcode::QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| too_long)?;
        let squares = code.to_colors();
        let rows =
            squares.chunks(code.width().max(1)).map(|row| row.iter().map(|c| *c == Color::Dark).collect()).collect();
        Ok(Self { rows })
    }

    /// The squares, row by row from the top; `true` is dark.
    #[must_use]
    pub fn rows(&self) -> &[Vec<bool>] {
        &self.rows
    }

    /// The squares on each side with the border: the `viewBox` is `0 0 side side`.
    #[must_use]
    pub fn side(&self) -> usize {
        self.rows.len() + 2 * QUIET_ZONE
    }

    /// The dark squares as the `d` of one SVG path, border included, one unit a square. Draw it dark on white in both themes: many
    /// readers do not know light on dark.
    #[must_use]
    pub fn svg_path(&self) -> String {
        use std::fmt::Write;
        let mut path = String::new();
        for (y, row) in self.rows.iter().enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let width = run.len();
                if run.first() == Some(&true) {
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{} {}h{width}v1h-{width}z", x + QUIET_ZONE, y + QUIET_ZONE);
                }
                x += width;
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{MOST_BYTES, QUIET_ZONE, QrError, QrMatrix};

    #[test]
    fn a_code_is_square_and_has_its_three_corners() {
        let code = QrMatrix::of("AMPARO KRK").unwrap();
        let width = code.rows().len();
        assert!(width >= 21 && code.rows().iter().all(|row| row.len() == width));
        let ring = [true, true, true, true, true, true, true];
        let top = code.rows().first().unwrap();
        assert!(top.starts_with(&ring) && top.ends_with(&ring) && code.rows().last().unwrap().starts_with(&ring));
        assert_eq!(code.side(), width + 2 * QUIET_ZONE);
    }

    #[test]
    fn the_path_covers_exactly_the_dark_squares() {
        let code = QrMatrix::of("مكتب 12").unwrap();
        let dark: usize = code.rows().iter().flatten().filter(|dark| **dark).count();
        let drawn: usize = code
            .svg_path()
            .split('h')
            .filter_map(|piece| piece.split_once("v1").and_then(|(width, _)| width.parse::<usize>().ok()))
            .sum();
        assert_eq!(drawn, dark);
        assert!(code.svg_path().starts_with("M4 4h7v1h-7z"));
    }

    #[test]
    fn the_longest_text_fits_and_one_byte_more_is_refused() {
        assert!(QrMatrix::of(&"x".repeat(MOST_BYTES)).is_ok());
        assert_eq!(
            QrMatrix::of(&"x".repeat(MOST_BYTES + 1)),
            Err(QrError::TooLong { bytes: MOST_BYTES + 1, limit: MOST_BYTES })
        );
        assert_eq!(QrMatrix::of(""), Err(QrError::Empty));
    }
}
