//! Greek as it is said today, in the spelling of passports (ELOT 743) and its neighbours.

use super::longest;

const GREEK: &[(&str, &str)] = &[
    ("τσ", "5"),
    ("τζ", "J"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("γγ", "ng"),
    ("ου", "u"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("αι", "4"),
    ("ει", "i"),
    ("οι", "i"),
    ("υι", "i"),
    ("α", "a"),
    ("β", "v"),
    ("γε", "je"),
    ("γι", "ji"),
    ("γ", "G"),
    ("δ", "D"),
    ("ε", "e"),
    ("ζ", "z"),
    ("η", "i"),
    ("θ", "T"),
    ("ι", "i"),
    ("κ", "k"),
    ("λ", "l"),
    ("μ", "m"),
    ("ν", "n"),
    ("ξ", "ks"),
    ("ο", "o"),
    ("π", "p"),
    ("ρ", "r"),
    ("σ", "s"),
    ("ς", "s"),
    ("τ", "t"),
    ("υ", "i"),
    ("φ", "f"),
    ("χ", "x"),
    ("ψ", "ps"),
    ("ω", "o"),
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    // A diaeresis keeps two vowels apart (αϊ), so they must not be read as one.
    let plain: Vec<char> = run
        .iter()
        .flat_map(|c| {
            use unicode_normalization::UnicodeNormalization;
            let apart = matches!(c, 'ϊ' | 'ΐ' | 'ϋ' | 'ΰ');
            apart.then_some('\'').into_iter().chain(std::iter::once(*c).nfd().next())
        })
        .collect();
    let mut at = 0;
    while at < plain.len() {
        match longest(plain.get(at..).unwrap_or_default(), GREEK) {
            Some((sounds, length)) => {
                phones.extend(sounds.bytes());
                at += length;
            }
            None => at += 1,
        }
    }
}
