//! Keeps a name or a number of the other direction from tearing a sentence apart.
//!
//! A Latin name inside an Arabic sentence, a phone number, an Arabic name before an English bracket: without isolation
//! the display order of the neighbours changes. Such arguments are wrapped in FIRST STRONG ISOLATE … POP DIRECTIONAL
//! ISOLATE (Unicode Standard Annex 9). Text that cannot do harm stays as it is, so that copying gives clean text.

use std::borrow::Cow;

use crate::language::{Direction, Language};

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The text, wrapped when it could disturb the sentence around it.
pub(crate) fn isolated(language: Language, text: &str) -> Cow<'_, str> {
    let harmless = match language.direction() {
        Direction::LeftToRight => !text.chars().any(runs_right_to_left),
        Direction::RightToLeft => {
            text.chars().all(|c| c.is_numeric())
                || text.chars().all(|c| c == ' ' || (runs_right_to_left(c) && !c.is_numeric()))
        }
    };
    if harmless { Cow::Borrowed(text) } else { Cow::Owned(format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}")) }
}

/// Whether a character belongs to a script written from right to left (Hebrew to Arabic Extended-A, presentation forms,
/// and the right-to-left part of the supplementary plane).
fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_in_an_arabic_sentence_is_isolated() {
        assert_eq!(isolated(Language::ARABIC, "+964 770"), "\u{2068}+964 770\u{2069}");
        assert_eq!(isolated(Language::ENGLISH, "+964 770"), "+964 770");
    }

    #[test]
    fn names_in_the_direction_of_the_sentence_stay_clean() {
        assert_eq!(isolated(Language::ARABIC, "سمير حداد"), "سمير حداد");
        assert_eq!(isolated(Language::ENGLISH, "Samir"), "Samir");
        assert_eq!(isolated(Language::SPANISH, "سمير"), "\u{2068}سمير\u{2069}");
        assert_eq!(isolated(Language::ARABIC, "Samir"), "\u{2068}Samir\u{2069}");
    }
}
