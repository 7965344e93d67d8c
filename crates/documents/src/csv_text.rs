//! Cells that a spreadsheet shows as text and never runs as a formula (DOMAIN.md 12.2, A31).

use std::borrow::Cow;

/// The cell as it may stand in a CSV or a spreadsheet: one that begins with `=`, `+`, `-`, `@`, a tab or a line break (also in their
/// full-width forms, also after blanks) gets an apostrophe in front, which spreadsheets read as "this is text".
#[must_use]
pub fn neutral(cell: &str) -> Cow<'_, str> {
    let begins_with_control = cell.starts_with(['\t', '\r', '\n']);
    let begins_as_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if begins_with_control || begins_as_formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn what_a_spreadsheet_would_run_becomes_text() {
        for cell in ["=1+1", "+964 771", "-2", "@sum", "\tx", "\r=x", "  =1", "＝1"] {
            assert_eq!(neutral(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        for cell in ["", "Lucía", "محمد", "a=b", "12-3", "'quoted"] {
            assert_eq!(neutral(cell), cell);
        }
    }
}
