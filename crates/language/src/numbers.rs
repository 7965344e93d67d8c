//! Numbers, sizes and digits as each language writes them.

use crate::language::{Digits, Language, Tongue};
use crate::words;

/// A whole number, grouped by thousands: `12,500`, `12 500`, `١٢٬٥٠٠`.
#[must_use]
pub fn number(language: &Language, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    // Spanish leaves four digits together (Fundéu, Real Academia).
    let grouped = digits.len() > if language.tongue == Tongue::Spanish { 4 } else { 3 };
    let mut text = String::with_capacity(digits.len() + 4);
    if value < 0 {
        text.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if grouped && place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(group_mark(*language));
        }
        text.push(digit);
    }
    with_digits(language, &text)
}

/// A number with one decimal, for sizes and percentages: `1.4`, `1,4`, `١٫٤`.
#[must_use]
pub fn decimal(language: &Language, value: f64) -> String {
    let mark = match (language.tongue, language.digits_written()) {
        (Tongue::English, _) | (Tongue::Arabic, Digits::Western) => '.',
        (Tongue::Arabic, Digits::EasternArabic) => '\u{066B}',
        (Tongue::French | Tongue::Spanish, _) => ',',
    };
    let text: String = format!("{value:.1}").chars().map(|c| if c == '.' { mark } else { c }).collect();
    with_digits(language, &text)
}

/// The size of a file in words: `340 kB`, `1.4 MB`.
#[must_use]
pub fn size(language: &Language, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
    let amount = bytes as f64;
    if bytes < 1_000 {
        words::size_bytes(language, bytes)
    } else if bytes < 1_000_000 {
        words::size_kilobytes(language, &number(language, i64::try_from(bytes.div_ceil(1_000)).unwrap_or(i64::MAX)))
    } else if bytes < 1_000_000_000 {
        words::size_megabytes(language, &decimal(language, amount / 1e6))
    } else {
        words::size_gigabytes(language, &decimal(language, amount / 1e9))
    }
}

/// Replaces western digits by those of the person.
#[must_use]
pub fn with_digits(language: &Language, text: &str) -> String {
    match language.digits_written() {
        Digits::Western => text.to_owned(),
        Digits::EasternArabic => text
            .chars()
            .map(|c| match c.to_digit(10) {
                Some(value) => char::from_u32('\u{0660}' as u32 + value).unwrap_or(c),
                None => c,
            })
            .collect(),
    }
}

/// Replaces Arabic (٣), Persian (۳) and Devanagari (३) digits by western ones, for what a person types.
#[must_use]
pub fn read_digits(text: &str) -> String {
    text.chars()
        .map(|c| {
            let zero = match c {
                '\u{0660}'..='\u{0669}' => 0x0660,
                '\u{06F0}'..='\u{06F9}' => 0x06F0,
                '\u{0966}'..='\u{096F}' => 0x0966,
                _ => return c,
            };
            char::from_digit(c as u32 - zero, 10).unwrap_or(c)
        })
        .collect()
}

const fn group_mark(language: Language) -> char {
    match (language.tongue, language.digits_written()) {
        (Tongue::English, _) | (Tongue::Arabic, Digits::Western) => ',',
        (Tongue::Arabic, Digits::EasternArabic) => '\u{066C}',
        (Tongue::French, _) => '\u{202F}',
        (Tongue::Spanish, _) => '\u{00A0}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_each_language_does() {
        assert_eq!(number(&Language::ENGLISH, 12_500), "12,500");
        assert_eq!(number(&Language::FRENCH, 12_500), "12\u{202F}500");
        assert_eq!(number(&Language::SPANISH, 1_250), "1250");
        assert_eq!(number(&Language::SPANISH, 12_500), "12\u{00A0}500");
        assert_eq!(number(&Language::ARABIC.with_digits(Digits::EasternArabic), 12_500), "١٢٬٥٠٠");
        assert_eq!(number(&Language::ENGLISH, -7), "\u{2212}7");
        assert_eq!(number(&Language::ENGLISH, i64::MIN), "\u{2212}9,223,372,036,854,775,808");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(&Language::ENGLISH, 340_000), "340 kB");
        assert_eq!(size(&Language::ENGLISH, 1_440_000), "1.4 MB");
        assert_eq!(size(&Language::FRENCH, 1_440_000), "1,4 Mo");
    }

    #[test]
    fn typed_digits_of_any_script_are_read() {
        assert_eq!(read_digits("٢٠١٤ ۵ 3"), "2014 5 3");
    }
}
