//! A name as the words it can be asked for by.

use crate::fold::fold;

/// Articles and prepositions that are written or not, apart, with a hyphen or in one word with the next.
pub(crate) const ARTICLES: &[&str] = &[
    "al", "el", "ul", "il", "ar", "as", "ash", "ach", "an", "at", "ad", "az", "er", "es", "esh", "ech", "ed", "en",
    "et", "ez", "ur", "us", "ush", "ud", "ال", "de", "da", "do", "dos", "das", "del", "della", "di", "la", "las",
    "los", "le", "du", "van", "von", "der", "den", "y",
];

/// "Son of", "daughter of".
pub(crate) const CHILD_OF: &[&str] = &[
    "bin", "ben", "ibn", "ebn", "bint", "bent", "binte", "binti", "ould", "wuld", "oulad", "wald", "weld", "mint",
    "بن", "ابن", "بنت", "ولد",
];

/// "Father of": one name together with the next word.
pub(crate) const FATHER_OF: &[&str] = &["abu", "abou", "abo", "aboo", "bou", "ابو", "ابي", "بو"];

/// "Mother of": one name together with the next word, or what a mother is called by her child's name.
pub(crate) const MOTHER_OF: &[&str] = &["um", "umm", "om", "omm", "oum", "ام"];

/// "Servant of": the first half of a compound name.
const SERVANT: [&str; 14] = [
    "abd", "abdu", "abdul", "abdel", "abdal", "abdil", "abdoul", "abdou", "abdur", "abdus", "abdes", "abder", "abdi",
    "عبد",
];

/// Whether a folded word leans on the next: it says nothing on its own, so a search does not insist on it.
pub(crate) fn leans(word: &str) -> bool {
    [ARTICLES, CHILD_OF, FATHER_OF, MOTHER_OF].iter().any(|list| list.contains(&word))
}

/// Whether a folded word is the "servant of" half of a compound name.
pub(crate) fn is_servant(word: &str) -> bool {
    SERVANT.contains(&word)
}

/// The words a name can be asked for by, folded: each word as written; compounds joined (`abd al rahman` is also `abdalrahman`,
/// `abu bakr` also `abubakr`); joined ones also without their first half (`abdurrahman` is also `rahman`, `الحسن` also `حسن`).
/// No word comes twice; the words as written come first, in their order.
#[must_use]
pub fn parts(text: &str) -> Vec<String> {
    parts_of_folded(&fold(text))
}

/// As [`parts`], of text that is folded already.
pub(crate) fn parts_of_folded(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found: Vec<String> = Vec::with_capacity(words.len() * 2);
    let mut add = |part: String| {
        if !part.is_empty() && !found.contains(&part) {
            found.push(part);
        }
    };
    for word in &words {
        add((*word).to_owned());
    }
    let mut rest = words.as_slice();
    while let [first, following @ ..] = rest {
        rest = following;
        let mut joined = (*first).to_owned();
        let mut last = *first;
        for word in following {
            if !leans(last) && !is_servant(last) {
                break;
            }
            joined.push_str(word);
            last = word;
            add(joined.clone());
        }
    }
    for word in &words {
        if let Some(bare) = without_article(word) {
            add(bare.to_owned());
        }
        if let Some(master) = servant_of(word).filter(|master| master.chars().count() >= 3) {
            add(master.to_owned());
        }
    }
    found
}

/// An Arabic word without its article `ال`, when at least three letters remain (الحسن, not الي).
pub(crate) fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|bare| bare.chars().count() >= 3)
}

/// The second half of a compound written in one word: `rahman` of `abdurrahman`, `رحمن` of `عبدالرحمن`.
pub(crate) fn servant_of(word: &str) -> Option<&str> {
    let master = if let Some(rest) = word.strip_prefix("عبد") {
        rest.strip_prefix("ال").unwrap_or(rest)
    } else {
        let rest = word.strip_prefix("abd")?;
        let after_vowel = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
        if after_vowel.len() == rest.len() {
            return None;
        }
        let mut letters = after_vowel.chars();
        let (first, second) = (letters.next(), letters.next());
        match first {
            // the article's l, or the consonant it has turned into (abdurrahman, abdessalam)
            Some(c) if c == 'l' || (first == second && c.is_ascii_alphabetic()) => {
                after_vowel.strip_prefix(c).unwrap_or(after_vowel)
            }
            _ => after_vowel,
        }
    };
    (master.chars().count() >= 2).then_some(master)
}

#[cfg(test)]
mod tests {
    use super::{parts, servant_of};

    fn has(text: &str, part: &str) -> bool {
        parts(text).iter().any(|p| p == part)
    }

    #[test]
    fn compounds_are_found_joined_and_apart() {
        for (name, part) in [
            ("Abd al-Rahman", "abdalrahman"),
            ("Abd al-Rahman", "rahman"),
            ("Abdul Rahman", "abdulrahman"),
            ("Abdurrahman", "rahman"),
            ("Abdelaziz", "aziz"),
            ("عبد الرحمن", "عبدالرحمن"),
            ("عبدالرحمن", "رحمن"),
            ("El Hassan", "elhassan"),
            ("الحسن", "حسن"),
            ("Abu Bakr", "abubakr"),
            ("Ould Sidi", "ouldsidi"),
            ("محمد بن سالم", "بنسالم"),
        ] {
            assert!(has(name, part), "{name} lacks {part}: {:?}", parts(name));
        }
    }

    #[test]
    fn plain_names_stay_what_they_are() {
        assert_eq!(parts("Marta  Lucía Pérez"), ["marta", "lucia", "perez"]);
        assert_eq!(parts("على"), ["علي"]);
        assert!(parts(" - ").is_empty());
    }

    #[test]
    fn short_names_that_begin_like_a_compound_are_not_taken_apart() {
        assert_eq!(servant_of("abdi"), None);
        assert_eq!(servant_of("عبده"), None);
        assert_eq!(servant_of("abdnor"), None);
    }
}
