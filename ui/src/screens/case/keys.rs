//! The keys of a case's page. Those that work everywhere are the frame's.

use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// Ctrl+S.
    Save,
    /// Ctrl+E.
    Edit,
    /// Ctrl+Z.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
    /// Alt+1 to Alt+9, counted from nought.
    Section(usize),
}

/// What was pressed. Letters are also found by their place on the keyboard, so that they work while an Arabic one is set.
#[must_use]
pub fn pressed(event: &KeyboardEvent) -> Option<Pressed> {
    let control = event.ctrl_key() || event.meta_key();
    asked(&event.key(), &event.code(), control, event.alt_key(), event.shift_key())
}

fn asked(key: &str, code: &str, control: bool, alt: bool, shift: bool) -> Option<Pressed> {
    if alt && !control {
        let digit: usize = code.strip_prefix("Digit")?.parse().ok()?;
        return digit.checked_sub(1).map(Pressed::Section);
    }
    if !control || alt {
        return None;
    }
    let latin = key.chars().next().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
    let place =
        code.strip_prefix("Key").and_then(|letter| letter.chars().next()).map(|letter| letter.to_ascii_lowercase());
    match (latin.or(place)?, shift) {
        ('s', false) => Some(Pressed::Save),
        ('e', false) => Some(Pressed::Edit),
        ('z', false) => Some(Pressed::Undo),
        ('z', true) | ('y', false) => Some(Pressed::Redo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_on_latin_and_arabic_keyboards() {
        assert_eq!(asked("s", "KeyS", true, false, false), Some(Pressed::Save));
        assert_eq!(asked("س", "KeyS", true, false, false), Some(Pressed::Save));
        assert_eq!(asked("Z", "KeyZ", true, false, true), Some(Pressed::Redo));
        assert_eq!(asked("1", "Digit1", false, true, false), Some(Pressed::Section(0)));
    }

    #[test]
    fn plain_typing_asks_for_nothing() {
        assert_eq!(asked("s", "KeyS", false, false, false), None);
        assert_eq!(asked("1", "Digit1", false, false, false), None);
        assert_eq!(asked("0", "Digit0", false, true, false), None);
    }
}
