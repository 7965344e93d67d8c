//! How hands of the second world go wrong: transliteration habits of whole countries, letters misread from paper, keys next to each other.

use super::dice::Dice;
use amparo_matching::Profile;

/// Latin spellings as they are met with in English, and what one writes instead who learnt to write French, German, Turkish, Italian or Spanish.
const HABITS: [&[(&str, &str)]; 8] = [
    &[],
    &[],
    &[],
    // French
    &[
        ("sh", "ch"),
        ("oo", "ou"),
        ("ee", "i"),
        ("u", "ou"),
        ("oou", "ou"),
        ("ouou", "ou"),
        ("aou", "aou"),
        ("j", "dj"),
        ("w", "ou"),
    ],
    // German
    &[
        ("tch", "tsch"),
        ("sh", "sch"),
        ("ch", "ch"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "ie"),
        ("j", "dsch"),
        ("y", "j"),
        ("w", "w"),
        ("z", "s"),
    ],
    // Turkish
    &[
        ("sh", "ş"),
        ("ch", "ç"),
        ("kh", "h"),
        ("gh", "ğ"),
        ("j", "c"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("q", "k"),
        ("w", "v"),
        ("th", "t"),
    ],
    // as heard, with long vowels doubled
    &[("i", "ee"), ("u", "oo"), ("eee", "ee"), ("ooo", "oo"), ("ooee", "oui"), ("q", "k")],
    // Italian, Spanish
    &[("sh", "sc"), ("j", "g"), ("kh", "j"), ("w", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("z", "s")],
];

pub fn habit(style: usize, spelled: &str) -> String {
    let rules = HABITS[style / 7 % HABITS.len()];
    if rules.is_empty() {
        return spelled.to_owned();
    }
    let capitals = spelled.chars().any(char::is_lowercase);
    let mut lower = spelled.to_lowercase();
    for (from, to) in rules.iter().filter(|(from, to)| from != to) {
        if from.len() > 1 || !lower.contains(to) {
            lower = lower.replace(from, to);
        }
    }
    let titled = lower
        .split(' ')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ");
    if capitals { titled } else { lower.to_uppercase() }
}

/// Letters that look alike on a bad copy, script by script.
const LOOKALIKES: &[&str] = &[
    "بتثني",
    "جحخ",
    "دذر",
    "رز",
    "سش",
    "صض",
    "طظ",
    "عغ",
    "فق",
    "كل",
    "وز",
    "гт",
    "ищ",
    "нп",
    "ес",
    "шщ",
    "ця",
    "ал",
    "ರ",
    "ለሰ",
    "በሰ",
    "ተቸ",
    "አኣ",
    "ደጀ",
    "ነኘ",
    "বর",
    "যষ",
    "মস",
    "নণ",
    "बव",
    "मभ",
    "घध",
    "पष",
    "ပဟ",
    "စဝ",
    "ကတ",
    "သည",
    "ถภ",
    "ผฝ",
    "កគ",
    "λα",
    "ον",
    "il",
    "ce",
    "uv",
    "nu",
    "hb",
    "oa",
    "rn",
    "gq",
    "ft",
    "mn",
];

const KEYS: [&str; 6] =
    ["qwertyuiop", "asdfghjkl", "zxcvbnm", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "йцукенгшщзхфывапролдячсмитьбю"];

fn neighbour(dice: &mut Dice, letter: char) -> Option<char> {
    let row = KEYS.iter().find(|row| row.contains(letter))?;
    let letters: Vec<char> = row.chars().collect();
    let at = letters.iter().position(|other| *other == letter)?;
    let at = if dice.percent(50) && at > 0 || at + 1 == letters.len() { at - 1 } else { at + 1 };
    letters.get(at).copied()
}

fn lookalike(dice: &mut Dice, letter: char) -> Option<char> {
    let group: Vec<char> =
        LOOKALIKES.iter().find(|group| group.contains(letter))?.chars().filter(|c| *c != letter).collect();
    (!group.is_empty()).then(|| group[dice.below(group.len())])
}

/// One slip in one of the child's names, or in a relative's.
pub fn slip(dice: &mut Dice, profile: &mut Profile) {
    let relatives = profile.relatives.len();
    let which = match dice.below(6) {
        0 if !profile.middle.is_empty() => &mut profile.middle,
        1 | 2 if !profile.last.is_empty() => &mut profile.last,
        3 if relatives > 0 => &mut profile.relatives[dice.below(relatives)].name,
        _ => &mut profile.first,
    };
    let mut letters: Vec<char> = which.chars().collect();
    if letters.len() < 3 {
        return;
    }
    let at = dice.below(letters.len());
    let lower = letters[at].to_lowercase().next().unwrap_or('x');
    match dice.below(8) {
        0 | 1 => {
            if let Some(other) = lookalike(dice, lower) {
                letters[at] = other;
            }
        }
        2 | 3 => {
            if let Some(other) = neighbour(dice, lower) {
                letters[at] = other;
            }
        }
        4 => {
            letters.remove(at);
        }
        5 => letters.insert(at, letters[at]),
        6 if at > 0 => letters.swap(at, at - 1),
        _ if letters.len() > 6 && at > 2 && at + 2 < letters.len() => letters.insert(at, ' '),
        _ => {}
    }
    *which = letters.into_iter().collect();
}
