//! Which passwords are good enough, and passwords made of words for people who should not have to invent one.

use crate::random::{self, Randomness};
use secrecy::SecretString;
use unicode_normalization::UnicodeNormalization as _;

/// Characters a password a person thought of needs.
pub const MIN_CHARACTERS: usize = 12;
/// Words a generated password has: five of 2,048 are 55 bits, stretched by Argon2id.
pub const WORDS: usize = 5;
/// Longer text is judged by its first part only; the estimate takes time that grows with the length.
const JUDGED: usize = 100;

/// Why a password is not good enough. The interface has a sentence for each, in the person's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weakness {
    /// Fewer than [`MIN_CHARACTERS`] characters.
    TooShort,
    /// Among the passwords everybody tries first, or close to one.
    Common,
    /// Keys beside each other on the keyboard.
    Keyboard,
    /// The same piece again and again.
    Repeats,
    /// Runs such as `abcd` or `6543`.
    Sequence,
    /// A date or a year.
    Date,
    /// A name, or words of the login or the office.
    NameOrWord,
    /// Guessable for a mixture of reasons.
    Guessable,
}

/// Judges a password a person chose. `known` is what an attacker knows anyway: login name, the person's name, the office.
/// Empty means good enough: 12 characters and zxcvbn 3 or better.
#[must_use]
pub fn weaknesses(password: &str, known: &[&str]) -> Vec<Weakness> {
    let password: zeroize::Zeroizing<String> = zeroize::Zeroizing::new(password.nfkc().take(JUDGED).collect());
    let mut found = Vec::new();
    if password.chars().count() < MIN_CHARACTERS {
        found.push(Weakness::TooShort);
    }
    // The estimate looks for whole inputs; people use one word of their office's name.
    let known: Vec<&str> =
        known.iter().flat_map(|text| std::iter::once(*text).chain(text.split_whitespace())).collect();
    let estimate = zxcvbn::zxcvbn(&password, &known);
    if estimate.score() < zxcvbn::Score::Three {
        found.push(
            estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning).map_or(Weakness::Guessable, reason),
        );
    }
    found
}

fn reason(warning: zxcvbn::feedback::Warning) -> Weakness {
    use zxcvbn::feedback::Warning as W;
    match warning {
        W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess => Weakness::Keyboard,
        W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Weakness::Repeats,
        W::ThisIsATop10Password
        | W::ThisIsATop100Password
        | W::ThisIsACommonPassword
        | W::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        W::SequencesLikeAbcAreEasyToGuess => Weakness::Sequence,
        W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess => Weakness::Date,
        W::AWordByItselfIsEasyToGuess
        | W::NamesAndSurnamesByThemselvesAreEasyToGuess
        | W::CommonNamesAndSurnamesAreEasyToGuess => Weakness::NameOrWord,
    }
}

/// How hard a password is to guess, from 0 (at once) to 4, as zxcvbn estimates it. `known` is what an attacker knows anyway.
#[must_use]
pub fn score(password: &str, known: &[&str]) -> u8 {
    zxcvbn::zxcvbn(password, known).score().into()
}

/// Which word list a generated password is taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WordList {
    /// Also for languages without a list of their own.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

impl WordList {
    /// The list for a language tag such as `fr` or `es-CO`; English where there is none (Arabic and others: the words must
    /// be typed on whatever keyboard is there).
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some("fr") => Self::French,
            Some("es") => Self::Spanish,
            _ => Self::English,
        }
    }

    fn language(self) -> bip39::Language {
        match self {
            Self::English => bip39::Language::English,
            Self::French => bip39::Language::French,
            Self::Spanish => bip39::Language::Spanish,
        }
    }
}

/// A password of random words joined by hyphens, for people to keep or as a new person's one-time password. At least
/// [`WORDS`], also if fewer are asked for.
#[must_use]
pub fn phrase(words: usize, list: WordList, random: &mut dyn Randomness) -> SecretString {
    let all = list.language().word_list();
    // The lists have 2,048 words, so the number fits.
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let chosen: Vec<&str> =
        (0..words.max(WORDS)).filter_map(|_| all.get(random::below(count, random) as usize).copied()).collect();
    // The lists hold accents as separate marks; typed accents are single characters.
    SecretString::from(chosen.join("-").nfkc().collect::<String>())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;
    use secrecy::ExposeSecret as _;

    #[test]
    fn weak_passwords_are_refused_with_their_reason() {
        assert!(weaknesses("short", &[]).contains(&Weakness::TooShort));
        assert_eq!(weaknesses("passwordpassword", &[]), [Weakness::Repeats]);
        assert_eq!(weaknesses("aaaaaaaaaaaaaaaa", &[]), [Weakness::Repeats]);
        assert!(!weaknesses("qwertyuiop12", &[]).is_empty());
        assert!(!weaknesses("abcdefghijkl", &[]).is_empty());
    }

    #[test]
    fn what_everybody_knows_about_the_person_does_not_make_a_password() {
        let password = "NyabihekeCentre";
        assert!(!weaknesses(password, &["n.ana", "Nyabiheke Centre"]).is_empty());
        assert!(weaknesses(password, &[]).len() < 2);
    }

    #[test]
    fn a_good_password_is_accepted_in_any_script() {
        for good in ["seven blue kettles sing", "مصباح أخضر فوق النهر", "နှလုံးသား လမင်း ခရမ်း"]
        {
            assert_eq!(weaknesses(good, &["ana", "Centre"]), [], "{good}");
        }
    }

    #[test]
    fn a_very_long_password_is_judged_in_time() {
        let start = std::time::Instant::now();
        let _ = weaknesses(&"ab1".repeat(100_000), &[]);
        assert!(start.elapsed().as_secs() < 5);
    }

    #[test]
    fn generated_passwords_have_five_words_and_pass_the_rule_in_every_language() {
        for list in [WordList::English, WordList::French, WordList::Spanish] {
            let phrase = phrase(1, list, &mut OsRandom);
            assert_eq!(phrase.expose_secret().split('-').count(), WORDS);
            assert_eq!(weaknesses(phrase.expose_secret(), &["ana", "Centre"]), []);
            assert!(phrase.expose_secret().nfkc().eq(phrase.expose_secret().chars()));
        }
    }

    #[test]
    fn languages_without_a_list_get_english_words() {
        assert_eq!(WordList::for_language("es-CO"), WordList::Spanish);
        assert_eq!(WordList::for_language("fr"), WordList::French);
        assert_eq!(WordList::for_language("ar"), WordList::English);
    }
}
