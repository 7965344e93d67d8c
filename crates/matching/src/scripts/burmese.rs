//! Burmese: syllables of a first consonant with its medials, a vowel sign and a stopped last letter, which together change how the vowel
//! is said. The sounds follow the usual spelling of Burmese names in Latin letters (the Myanmar Language Commission's table, simplified).

use super::longest;

/// Vowel signs with the stopped letter that follows, and their sound. Tone marks are taken off before. Longest first.
const RHYMES: &[(&str, &str)] = &[
    ("ောင်", "aung"),
    ("ောက်", "auk"),
    ("ိုင်", "aing"),
    ("ိုက်", "aik"),
    ("ိုယ်", "o"),
    ("ုန်", "un"),
    ("ုံ", "un"),
    ("ုမ်", "un"),
    ("ုတ်", "ok"),
    ("ုပ်", "ok"),
    ("ိန်", "ein"),
    ("ိမ်", "ein"),
    ("ိံ", "ein"),
    ("ိတ်", "eit"),
    ("ိပ်", "eit"),
    ("ွန်", "un"),
    ("ွမ်", "un"),
    ("ွတ်", "ut"),
    ("ွပ်", "ut"),
    ("ေါင်", "aung"),
    ("ေါက်", "auk"),
    ("င်", "in"),
    ("ဉ်", "in"),
    ("ဥ်", "in"),
    ("န်", "an"),
    ("မ်", "an"),
    ("ံ", "an"),
    ("က်", "et"),
    ("တ်", "at"),
    ("ပ်", "at"),
    ("စ်", "it"),
    ("ည်", "i"),
    ("ယ်", "e"),
    ("ော်", "aw"),
    ("ော", "aw"),
    ("ေါ်", "aw"),
    ("ေါ", "aw"),
    ("ို", "o"),
    ("ာ", "a"),
    ("ါ", "a"),
    ("ိ", "i"),
    ("ီ", "i"),
    ("ု", "u"),
    ("ူ", "u"),
    ("ေ", "e"),
    ("ဲ", "e"),
];

/// Consonants with medials that make one sound. Longest first.
const ONSETS: &[(&str, &str)] = &[
    ("ကျ", "ky"),
    ("ကြ", "ky"),
    ("ချ", "C"),
    ("ခြ", "C"),
    ("ဂျ", "J"),
    ("ဂြ", "J"),
    ("ငြ", "ny"),
    ("ရှ", "S"),
    ("လျှ", "S"),
    ("သျှ", "S"),
    ("က", "k"),
    ("ခ", "k"),
    ("ဂ", "g"),
    ("ဃ", "g"),
    ("င", "ng"),
    ("စ", "s"),
    ("ဆ", "s"),
    ("ဇ", "z"),
    ("ဈ", "z"),
    ("ည", "ny"),
    ("ဉ", "ny"),
    ("ဋ", "t"),
    ("ဌ", "t"),
    ("ဍ", "d"),
    ("ဎ", "d"),
    ("ဏ", "n"),
    ("တ", "t"),
    ("ထ", "t"),
    ("ဒ", "d"),
    ("ဓ", "d"),
    ("န", "n"),
    ("ပ", "p"),
    ("ဖ", "P"),
    ("ဗ", "b"),
    ("ဘ", "b"),
    ("မ", "m"),
    ("ယ", "y"),
    ("ရ", "R"),
    ("လ", "l"),
    ("ဝ", "w"),
    ("သ", "T"),
    ("ဿ", "T"),
    ("ဟ", "h"),
    ("ဠ", "l"),
    ("အ", ""),
    ("ဦ", "u"),
    ("ဥ", "u"),
    ("ဧ", "e"),
    ("ဣ", "i"),
    ("ဤ", "i"),
    ("ဩ", "o"),
    ("ဪ", "o"),
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    // Tones: the dot below and the two dots. A final virama sign (stacking) is a boundary only.
    let mut letters: Vec<char> = run.iter().copied().filter(|c| !matches!(c, '့' | 'း')).collect();
    // ရွှ is said as ရှ with w: the breath belongs to the consonant.
    for at in 1..letters.len() {
        if letters.get(at) == Some(&'ှ') && letters.get(at - 1) == Some(&'ွ') {
            letters.swap(at, at - 1);
        }
    }
    let mut at = 0;
    // A consonant that still waits for its vowel is said with a short a.
    let mut open = false;
    while let Some(c) = letters.get(at) {
        let rest = letters.get(at..).unwrap_or_default();
        if let Some((sounds, length)) = longest(rest, RHYMES) {
            // ွ in a rhyme is a vowel; but a consonant alone before a stopped one is its own rhyme only after an onset.
            if open || !starts_syllable(rest) {
                phones.extend(sounds.bytes());
                at += length;
                open = false;
                continue;
            }
        }
        match c {
            'ျ' | 'ြ' => {
                phones.push(b'y');
                at += 1;
            }
            'ွ' => {
                phones.push(b'w');
                at += 1;
            }
            // The breath before l, n, m is not said, or written h before: either way weak.
            'ှ' | '်' | '\u{1039}' => at += 1,
            _ => {
                if let Some((sounds, length)) = longest(rest, ONSETS) {
                    if open {
                        phones.push(b'a');
                    }
                    phones.extend(sounds.bytes());
                    at += length;
                    open = !matches!(c, 'ဦ' | 'ဥ' | 'ဧ' | 'ဣ' | 'ဤ' | 'ဩ' | 'ဪ');
                } else {
                    at += 1;
                }
            }
        }
    }
    if open {
        phones.push(b'a');
    }
}

/// Whether a consonant stands here that is not the stopped end of a syllable.
fn starts_syllable(rest: &[char]) -> bool {
    rest.first().is_some_and(|c| ('က'..='အ').contains(c)) && rest.get(1) != Some(&'်')
}
