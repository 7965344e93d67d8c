//! Names that nobody bears: put together from the sounds of a language, in its script and in the Latin spellings of each sound. They keep
//! the figures from resting on the names in the list, or on the table of variants.

use super::dice::Dice;
use super::{Name, People};
use std::collections::BTreeMap;

type Sound = (&'static str, &'static [&'static str]);

/// Consonants that Arabs, Persians and Kurds write.
const ARABIC: &[Sound] = &[
    ("ب", &["b"]),
    ("ت", &["t"]),
    ("ج", &["j", "dj", "g"]),
    ("ح", &["h"]),
    ("خ", &["kh"]),
    ("د", &["d"]),
    ("ر", &["r"]),
    ("ز", &["z"]),
    ("س", &["s"]),
    ("ش", &["sh", "ch", "sh"]),
    ("ص", &["s"]),
    ("ض", &["d", "dh"]),
    ("ط", &["t"]),
    ("غ", &["gh", "g", "gh"]),
    ("ف", &["f"]),
    ("ق", &["q", "k"]),
    ("ك", &["k"]),
    ("ل", &["l"]),
    ("م", &["m"]),
    ("ن", &["n"]),
    ("ه", &["h"]),
];

/// The patterns of Arabic names: 1, 2, 3 are the root's consonants; after the bar the vowels in Latin.
const PATTERNS: &[(&str, &str, bool)] = &[
    ("1ا23", "1a2i3", false),
    ("12ي3", "1a2ī3", false),
    ("1ا2و3", "1a2ū3", false),
    ("12ا3", "1a2a3", false),
    ("م12و3", "ma12ū3", false),
    ("م1ا23", "mu1a2i3", false),
    ("12ي3ة", "1a2ī3a", true),
    ("1ا23ة", "1a2i3a", true),
    ("12و3ة", "1a2ū3a", true),
    ("12ا3ة", "1a2a3a", true),
    ("12ي3ان", "1a2ī3an", true),
];

/// Syllables of other scripts: consonants with a vowel each.
type Syllables = &'static [(u32, &'static [&'static str])];

const ETHIOPIC: (Syllables, Syllables) = (
    &[
        (0x1208, &["l"]),
        (0x1218, &["m"]),
        (0x1228, &["r"]),
        (0x1230, &["s"]),
        (0x1238, &["sh", "ch"]),
        (0x1240, &["q", "k"]),
        (0x1260, &["b"]),
        (0x1270, &["t"]),
        (0x1290, &["n"]),
        (0x12A8, &["k"]),
        (0x12C8, &["w"]),
        (0x12D8, &["z"]),
        (0x12F0, &["d"]),
        (0x1300, &["j"]),
        (0x1308, &["g"]),
        (0x1348, &["f"]),
    ],
    &[(0, &["e", "a", "e"]), (1, &["u", "ou"]), (2, &["i"]), (3, &["a"]), (4, &["e", "ie"]), (6, &["o"])],
);

const BENGALI: (&[Sound], &[Sound]) = (
    &[
        ("ব", &["b"]),
        ("ম", &["m"]),
        ("ন", &["n"]),
        ("র", &["r"]),
        ("ল", &["l"]),
        ("স", &["s"]),
        ("শ", &["sh", "s"]),
        ("ত", &["t"]),
        ("দ", &["d"]),
        ("ক", &["k"]),
        ("ফ", &["f", "ph"]),
        ("হ", &["h"]),
        ("জ", &["j", "z"]),
        ("প", &["p"]),
        ("গ", &["g"]),
    ],
    &[("া", &["a"]), ("ি", &["i", "ee"]), ("ু", &["u", "oo"]), ("ে", &["e"]), ("ো", &["o"])],
);

const DEVANAGARI: (&[Sound], &[Sound]) = (
    &[
        ("ब", &["b"]),
        ("म", &["m"]),
        ("न", &["n"]),
        ("र", &["r"]),
        ("ल", &["l"]),
        ("स", &["s"]),
        ("श", &["sh", "s"]),
        ("त", &["t"]),
        ("द", &["d"]),
        ("क", &["k"]),
        ("ह", &["h"]),
        ("ज", &["j"]),
        ("प", &["p"]),
        ("ग", &["g"]),
        ("व", &["v", "w", "b"]),
    ],
    &[("ा", &["a"]), ("ि", &["i"]), ("ु", &["u"]), ("े", &["e"]), ("ो", &["o"])],
);

const CYRILLIC: (&[Sound], &[Sound]) = (
    &[
        ("б", &["b"]),
        ("в", &["v", "w", "v"]),
        ("г", &["h", "g"]),
        ("д", &["d"]),
        ("ж", &["zh", "j", "sch"]),
        ("з", &["z", "s"]),
        ("к", &["k"]),
        ("л", &["l"]),
        ("м", &["m"]),
        ("н", &["n"]),
        ("п", &["p"]),
        ("р", &["r"]),
        ("с", &["s"]),
        ("т", &["t"]),
        ("х", &["kh", "ch", "h"]),
        ("ч", &["ch", "tsch", "tch"]),
        ("ш", &["sh", "sch", "ch"]),
    ],
    &[("а", &["a"]), ("о", &["o"]), ("і", &["i"]), ("у", &["u", "ou"]), ("е", &["e"]), ("я", &["ya", "ja", "ia"])],
);

/// So many of each kind are added to each people.
pub fn add(all: &mut BTreeMap<&'static str, People>, each: usize, seed: u64) {
    let mut dice = Dice::new(seed);
    for (code, people) in all.iter_mut() {
        for _ in 0..each {
            let (boy, girl, family) = match *code {
                "ar" | "so" | "fa" | "ku" => {
                    (arabic(&mut dice, false), arabic(&mut dice, true), nisba(arabic(&mut dice, false)))
                }
                "am" | "ti" => (ethiopic(&mut dice), ethiopic(&mut dice), ethiopic(&mut dice)),
                "bn" | "rhg" => {
                    (spelled(&mut dice, BENGALI, ""), spelled(&mut dice, BENGALI, ""), spelled(&mut dice, BENGALI, ""))
                }
                "hi" => (
                    spelled(&mut dice, DEVANAGARI, ""),
                    spelled(&mut dice, DEVANAGARI, ""),
                    spelled(&mut dice, DEVANAGARI, ""),
                ),
                "uk" => (
                    spelled(&mut dice, CYRILLIC, ""),
                    spelled(&mut dice, CYRILLIC, "а"),
                    spelled(&mut dice, CYRILLIC, "енко"),
                ),
                _ => continue,
            };
            people.boys.push(boy);
            people.girls.push(girl);
            people.families.push(family);
        }
    }
}

/// Three spellings, each with one choice for each sound.
fn spell(dice: &mut Dice, sounds: &[&[&str]]) -> Vec<String> {
    (0..3)
        .map(|_| {
            let word: String = sounds.iter().map(|choices| choices[dice.below(choices.len())]).collect();
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        })
        .collect()
}

fn arabic(dice: &mut Dice, girl: bool) -> Name {
    let mut root: Vec<&Sound> = Vec::new();
    while root.len() < 3 {
        let sound = &ARABIC[dice.below(ARABIC.len())];
        if root.iter().all(|other| other.0 != sound.0) {
            root.push(sound);
        }
    }
    let patterns: Vec<_> = PATTERNS.iter().filter(|pattern| pattern.2 == girl).collect();
    let (own, latin, _) = patterns[dice.below(patterns.len())];
    let number = |c: char| c.to_digit(10).map(|n| n as usize - 1);
    let own = own.chars().map(|c| number(c).map_or(c.to_string(), |n| root[n].0.to_owned())).collect();
    let sounds: Vec<&[&str]> = latin
        .chars()
        .map(|c| match (number(c), c) {
            (Some(n), _) => root[n].1,
            (_, 'a') => &["a", "a", "a", "e"][..],
            (_, 'i') => &["i", "e"][..],
            (_, 'u') => &["u", "o"][..],
            (_, 'ī') => &["i", "ee"][..],
            (_, 'ū') => &["ou", "u", "oo"][..],
            (_, 'm') => &["m"][..],
            _ => &["n"][..],
        })
        .collect();
    Name { own, latin: spell(dice, &sounds) }
}

/// A family name from a place or a trade.
fn nisba(name: Name) -> Name {
    let latin = name
        .latin
        .iter()
        .zip(["Al-", "", "El "])
        .zip(["i", "y", "i"])
        .map(|((name, article), end)| format!("{article}{name}{end}"));
    Name { own: format!("ال{}ي", name.own), latin: latin.collect() }
}

fn ethiopic(dice: &mut Dice) -> Name {
    let mut own = String::new();
    let mut sounds: Vec<&[&str]> = Vec::new();
    for at in 0..3 {
        let (row, consonant) = ETHIOPIC.0[dice.below(ETHIOPIC.0.len())];
        let (column, vowel) = ETHIOPIC.1[dice.below(ETHIOPIC.1.len())];
        let closed = at == 2 && dice.percent(50);
        own.extend(char::from_u32(row + if closed { 5 } else { column }));
        sounds.push(consonant);
        if !closed {
            sounds.push(vowel);
        }
    }
    Name { own, latin: spell(dice, &sounds) }
}

fn spelled(dice: &mut Dice, letters: (&'static [Sound], &'static [Sound]), ending: &'static str) -> Name {
    let mut own = String::new();
    let mut sounds: Vec<&[&str]> = Vec::new();
    for at in 0..3 {
        let consonant = letters.0[dice.below(letters.0.len())];
        own.push_str(consonant.0);
        sounds.push(consonant.1);
        if at < 2 {
            let vowel = letters.1[dice.below(letters.1.len())];
            own.push_str(vowel.0);
            sounds.push(vowel.1);
        }
    }
    own.push_str(ending);
    match ending {
        "а" => sounds.push(&["a"]),
        "енко" => sounds.push(&["enko", "enko", "yenko"]),
        _ => {}
    }
    Name { own, latin: spell(dice, &sounds) }
}
