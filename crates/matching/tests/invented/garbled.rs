//! How names of the third world are garbled: carried through a second language, misread by a machine, mistyped on a telephone.

use super::dice::Dice;

/// What a name that was spelled for English ears becomes in the papers of another country. Applied in order.
const LANGUAGES: [&[(&str, &str)]; 5] = [
    &[],
    // French, and back by an English ear
    &[
        ("sh", "ch"),
        ("oo", "ou"),
        ("ee", "i"),
        ("w", "ou"),
        ("ge", "gue"),
        ("gi", "gui"),
        ("th", "t"),
        ("ph", "f"),
        ("ou", "oo"),
    ],
    // Russian
    &[
        ("kh", "h"),
        ("h", "kh"),
        ("skh", "sh"),
        ("ckh", "ch"),
        ("zkh", "zh"),
        ("gkh", "g"),
        ("tkh", "t"),
        ("w", "v"),
        ("j", "dzh"),
        ("q", "k"),
        ("ee", "i"),
        ("oo", "u"),
    ],
    // Turkish
    &[
        ("kh", "h"),
        ("sh", "ş"),
        ("ch", "ç"),
        ("j", "c"),
        ("gh", "ğ"),
        ("w", "v"),
        ("q", "k"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("th", "t"),
    ],
    // Arabic, and back: the letters that it has not
    &[
        ("p", "b"),
        ("v", "f"),
        ("ch", "sh"),
        ("zh", "j"),
        ("e", "i"),
        ("o", "u"),
        ("uu", "u"),
        ("g", "gh"),
        ("ghh", "gh"),
    ],
];

pub fn through(language: usize, spelled: &str) -> String {
    let rules = LANGUAGES[language % LANGUAGES.len()];
    let mut lower = spelled.to_lowercase();
    for (from, to) in rules {
        lower = lower.replace(from, to);
    }
    if rules.is_empty() {
        return spelled.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    lower.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// What a machine reads for what is printed.
const MISREAD: &[(&str, &str)] = &[
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("d", "cl"),
    ("li", "h"),
    ("h", "b"),
    ("ii", "u"),
    ("vv", "w"),
    ("e", "c"),
    ("a", "o"),
    ("u", "v"),
    ("i", "l"),
    ("t", "f"),
    ("ن", "ت"),
    ("ب", "ي"),
    ("ي", "ب"),
    ("ت", "ث"),
    ("ف", "ق"),
    ("ج", "خ"),
    ("ر", "ز"),
    ("د", "ذ"),
    ("س", "ش"),
    ("ع", "غ"),
    ("م", "ه"),
    ("ا", "ل"),
    ("и", "н"),
    ("а", "о"),
    ("л", "п"),
    ("с", "е"),
    ("አ", "እ"),
    ("በ", "ለ"),
    ("ተ", "ቱ"),
    ("ம", "ய"),
    ("ன", "ள"),
    ("ර", "ට"),
    ("მ", "შ"),
    ("ნ", "ბ"),
    ("ব", "র"),
    ("ম", "স"),
    ("တ", "ဘ"),
    ("သ", "ဿ"),
    ("พ", "ฟ"),
    ("ន", "ឆ"),
];

/// A machine reads one letter for another, or the end of the word is off the page.
pub fn misread(dice: &mut Dice, name: &str) -> String {
    let fitting: Vec<_> = MISREAD.iter().filter(|(from, _)| name.contains(from)).collect();
    if fitting.is_empty() || dice.percent(15) {
        let letters: Vec<char> = name.chars().collect();
        return letters.iter().take(if letters.len() > 4 { letters.len() - 1 } else { letters.len() }).collect();
    }
    let (from, to) = fitting[dice.below(fitting.len())];
    let places: Vec<usize> = name.match_indices(from).map(|(at, _)| at).collect();
    let at = places[dice.below(places.len())];
    let (front, rest) = name.split_at(at);
    format!("{front}{to}{}", rest.strip_prefix(from).unwrap_or(rest))
}

/// Rows of a telephone's keys; a thumb hits the next key, beside or below.
const ROWS: [[&str; 3]; 3] = [
    ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
    ["ضصثقفغعهخحج", "شسيبلاتنمكط", "ذءؤرىةوزظد"],
    ["йцукенгшщзх", "фывапролджэ", "ячсмитьбю"],
];

/// One key wrong, one letter left out, said twice, or exchanged with the next.
pub fn keys_of_a_phone(dice: &mut Dice, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 3 {
        return name.to_owned();
    }
    let at = dice.below(letters.len());
    let lower = letters[at].to_lowercase().next().unwrap_or('x');
    match dice.below(6) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 if at > 0 => letters.swap(at, at - 1),
        _ => {
            for rows in ROWS {
                let found = rows
                    .iter()
                    .enumerate()
                    .find_map(|(row, keys)| Some((row, keys.chars().position(|key| key == lower)?)));
                if let Some((row, column)) = found {
                    let (row, column) = match dice.below(4) {
                        0 if row > 0 => (row - 1, column),
                        1 if row < 2 => (row + 1, column),
                        2 if column > 0 => (row, column - 1),
                        _ => (row, column + 1),
                    };
                    letters[at] = rows[row].chars().nth(column).unwrap_or(letters[at]);
                }
            }
        }
    }
    letters.into_iter().collect()
}
