//! Words of any script as phones: one letter of a small alphabet for each sound, the same for every script.
//!
//! The alphabet (see [`crate::phones`] for how near they are to each other): the consonants as in English, and `S` sh, `Z` zh, `C` ch,
//! `J` j, `x` kh, `G` gh, `H` the strong h, `T` th, `D` dh, `3` ayn, `P` p or f, `B` b or v, `R` r or y, `5` ts;
//! of Tamil, which writes one letter for both, `6` t or d, `7` p or b, `8` zh or l; the vowels `a e i o u`, `@` a vowel
//! that is there but not told, `4` a or e. Letters that are read differently from country to country have a phone of their own:
//! Latin `c` (before e, i), `K` (c elsewhere), `X` (x), `j`, `1` (ch), `Q` (Cyrillic г); Arabic and Hebrew `0` (first alef), `A` (alef),
//! `W`, `Y`, `F` (last ya), `E` (last ha, ta marbuta). Letters of scripts not known here are bytes of 128 and more: like only to themselves.

mod arabic;
mod asian;
mod burmese;
mod caucasian;
mod cyrillic;
mod ethiopic;
mod greek;
pub(crate) mod han;
mod hebrew;
mod indic;
mod khmer;
mod latin;
mod sinhala;
mod thai;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The kind of writing of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Arabic, Persian, Kurdish, Urdu.
    Arabic,
    /// Cyrillic letters.
    Cyrillic,
    /// Amharic, Tigrinya.
    Ethiopic,
    /// Bengali, Devanagari, Tamil, Sinhala and the other scripts with the same order of letters.
    Indic,
    /// Burmese.
    Burmese,
    /// Greek.
    Greek,
    /// Armenian.
    Armenian,
    /// Georgian.
    Georgian,
    /// Hebrew.
    Hebrew,
    /// Every other.
    Other,
}

impl Script {
    /// The script of a letter; `None` of digits, marks and signs that belong to none.
    #[must_use]
    pub fn of(c: char) -> Option<Self> {
        Some(match c {
            'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{02AF}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D5}' | '\u{06EE}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => {
                Self::Arabic
            }
            '\u{0400}'..='\u{052F}' => Self::Cyrillic,
            '\u{1200}'..='\u{139F}' => Self::Ethiopic,
            '\u{0900}'..='\u{0DFF}' => Self::Indic,
            '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' => Self::Burmese,
            '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{0531}'..='\u{058F}' => Self::Armenian,
            '\u{10A0}'..='\u{10FF}' | '\u{1C90}'..='\u{1CBF}' => Self::Georgian,
            '\u{0590}'..='\u{05FF}' => Self::Hebrew,
            _ if c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c) => Self::Other,
            _ => return None,
        })
    }

    /// The script of a word: that of its first letter.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        word.chars().find_map(Self::of)
    }

    /// Whether short vowels are left out.
    #[must_use]
    pub fn leaves_vowels_out(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }
}

/// No name part is longer than this; the rest of a longer one is left out.
pub(crate) const MOST_PHONES: usize = 40;

/// One word as phones, doubled letters still doubled. A word of mixed scripts is read run by run.
pub(crate) fn phones_as_written(word: &str) -> Vec<u8> {
    // Composed, so that ş or й is one letter; compatibility forms (ﻻ) are unfolded before.
    let letters: Vec<char> =
        word.nfkc().flat_map(char::to_lowercase).filter(|c| !crate::fold::invisible(*c)).take(120).collect();
    let mut phones = Vec::with_capacity(letters.len() + 4);
    let mut rest = letters.as_slice();
    while let Some(first) = rest.first() {
        let script = Script::of(*first);
        let length =
            rest.iter().position(|c| Script::of(*c).is_some_and(|s| Some(s) != script)).unwrap_or(rest.len()).max(1);
        let (run, others) = rest.split_at(length);
        match script {
            Some(Script::Latin) => latin::read(run, &mut phones),
            Some(Script::Arabic) => arabic::read(run, &mut phones),
            Some(Script::Cyrillic) => cyrillic::read(run, &mut phones),
            Some(Script::Ethiopic) => ethiopic::read(run, &mut phones),
            Some(Script::Indic) => indic::read(run, &mut phones),
            Some(Script::Burmese) => burmese::read(run, &mut phones),
            Some(Script::Greek) => greek::read(run, &mut phones),
            Some(Script::Armenian | Script::Georgian) => caucasian::read(run, &mut phones),
            Some(Script::Hebrew) => hebrew::read(run, &mut phones),
            Some(Script::Other) | None => asian::read(run, &mut phones),
        }
        rest = others;
    }
    phones.truncate(MOST_PHONES);
    phones
}

/// Longest spelling first: the phones of the first entry that the letters begin with, and how many letters it is.
fn longest<'a>(rest: &[char], table: &[(&'static str, &'a str)]) -> Option<(&'a str, usize)> {
    table.iter().find_map(|(spelling, phones)| {
        let length = spelling.chars().count();
        let begins = rest.len() >= length && spelling.chars().zip(rest).all(|(one, other)| one == *other);
        begins.then_some((*phones, length))
    })
}

/// A letter of a script that is not known: a byte that is like only to itself.
fn unknown(c: char) -> u8 {
    // Invariant: the remainder is below 128, so the sum fits.
    128 + u8::try_from(u32::from(c) % 127).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::phones_as_written;

    #[test]
    fn vowel_signs_leave_no_trace() {
        let phones = |word: &str| String::from_utf8(phones_as_written(word)).unwrap_or_default();
        assert_eq!(phones("هێَمن"), phones("هێمن"));
        assert_eq!(phones("مُحَمَّد"), "mHmd");
    }
}
