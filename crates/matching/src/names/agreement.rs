//! How two words of names agree.

use super::variants::Known;
use super::words::Word;
use crate::phones::distance;
use serde::{Deserialize, Serialize};

/// How near two names are, nearest first. The bounds are those below which two careful writers of one name mostly stay, found on
/// generated pairs of spellings in eleven scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// Letter for letter, after folding.
    Same,
    /// The same sounds in other letters.
    Alike,
    /// Nearly the same sounds: another dialect, a vowel more or less.
    Near,
    /// One slip of the hand, or one sound misheard.
    Slip,
    /// A pet name or short form of it.
    Nickname,
    /// Only the first letter is given.
    Initial,
    /// Another name.
    Different,
}

impl Nearness {
    /// All, nearest first.
    pub const ALL: [Self; 7] =
        [Self::Same, Self::Alike, Self::Near, Self::Slip, Self::Nickname, Self::Initial, Self::Different];

    /// Of a distance of sounds.
    fn of(relative: f32) -> Self {
        match relative {
            d if d <= 0.075 => Self::Alike,
            d if d <= 0.16 => Self::Near,
            d if d <= 0.31 => Self::Slip,
            _ => Self::Different,
        }
    }
}

/// A word with what the table of variants knows of it.
#[derive(Clone)]
pub(crate) struct Token {
    pub word: Word,
    pub known: Known,
}

/// How two words agree.
pub(crate) fn nearness(one: &Token, other: &Token) -> Nearness {
    let (a, b) = (&one.word, &other.word);
    if a.text == b.text {
        return Nearness::Same;
    }
    if a.initial || b.initial {
        return initial(a, b);
    }
    let by_sound = Nearness::of(sound(a, b));
    if by_sound <= Nearness::Near {
        return by_sound;
    }
    // Two words that happen to stand together are not guessed at any further.
    if a.joined || b.joined {
        return Nearness::Different;
    }
    if one.known.same_name(&other.known) {
        return Nearness::Near;
    }
    if by_sound == Nearness::Slip || a.script == b.script && one_slip(&a.text, &b.text) {
        return Nearness::Slip;
    }
    if one.known.nickname(&other.known) || short_form(a, b) || end_form(a, b) || pet_form(a, b) {
        return Nearness::Nickname;
    }
    Nearness::Different
}

/// The distance of two words, whichever of their readings are nearest.
pub(crate) fn sound(a: &Word, b: &Word) -> f32 {
    let mut best = distance(&a.sounds, &b.sounds);
    for (one, other) in
        [(a.other.as_ref(), Some(&b.sounds)), (Some(&a.sounds), b.other.as_ref()), (a.other.as_ref(), b.other.as_ref())]
    {
        if let (Some(one), Some(other)) = (one, other) {
            // A reading that is only a guess counts a little less.
            best = best.min(distance(one, other) + 0.02);
        }
    }
    best
}

/// Whether two spellings of four letters or more are one slip of the hand apart: a letter more, less or other, or two exchanged.
fn one_slip(a: &str, b: &str) -> bool {
    let (long, short) = (a.chars().count(), b.chars().count());
    if long.min(short) < 4 || long.abs_diff(short) > 1 {
        return false;
    }
    let front = a.chars().zip(b.chars()).take_while(|(one, other)| one == other).count();
    let back = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(one, other)| one == other)
        .count()
        .min(long.min(short) - front);
    let between =
        |text: &str, length: usize| -> Vec<char> { text.chars().skip(front).take(length - front - back).collect() };
    match (between(a, long).as_slice(), between(b, short).as_slice()) {
        ([w, x], [y, z]) => w == z && x == y,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

fn initial(a: &Word, b: &Word) -> Nearness {
    let first = |word: &Word| word.sounds.phones.first().map(|phone| word.sounds.only(&[*phone]));
    match (first(a), first(b)) {
        (Some(one), Some(other)) if distance(&one, &other) <= 0.1 => Nearness::Initial,
        _ => Nearness::Different,
    }
}

/// Manu and Emmanuel, Béa and Beatrice, Habib and Habibullah: the one is the beginning of the other, with two consonants at least.
fn short_form(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.sounds.phones.len() <= b.sounds.phones.len() { (a, b) } else { (b, a) };
    let mut stem = short.sounds.phones.as_slice();
    // So is the ending that makes a small one of him.
    if let Some(bare) = DIMINUTIVES.iter().find_map(|ending| stem.strip_suffix(*ending)).filter(|bare| bare.len() >= 3)
    {
        stem = bare;
    }
    // The vowel a pet name ends in is its own.
    while let [rest @ .., last] = stem
        && matches!(last, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'E' | b'F')
    {
        stem = rest;
    }
    let is_consonant = |phone: &u8| !crate::phones::is_vowel(*phone);
    let consonants = stem.iter().filter(|phone| is_consonant(phone)).count();
    let whole = long.sounds.phones.as_slice();
    let begin = |phones: &[u8]| phones.iter().copied().find(|phone| is_consonant(phone));
    if consonants < 2
        || whole.len() < stem.len() + 2
        || begin(stem).is_none()
        || short.script == long.script && begin(stem) != begin(whole)
    {
        return false;
    }
    // The beginning of the longer that is as long in consonants.
    let mut seen = 0;
    let until = whole.iter().position(|phone| {
        seen += usize::from(is_consonant(phone));
        seen == consonants
    });
    let beginning = until.and_then(|until| whole.get(..=until)).unwrap_or_default();
    distance(&short.sounds.only(stem), &long.sounds.only(beginning)) <= 0.09
}

/// What pet names end in: Slavic -ik, -ko, -ochka, -echka, -usha; Spanish -ito, -ita; Georgian -iko; Arabic, Turkish and Kurdish -ush, -osh; Persian, Pashto
/// and Uyghur jan. After their grammars; in phones.
const DIMINUTIVES: [&[u8]; 19] = [
    b"o1ka", b"e1ka", b"oCka", b"eCka", b"uSka", b"uSa", b"iko", b"ito", b"ita", b"Jan", b"jan", b"JAn", b"uS", b"oS",
    b"WS", b"ik", b"Yk", b"ko", b"ka",
];

/// Tina, Beto, Dija: the end of the other, which begins with a syllable more; three sounds with two consonants at least.
fn end_form(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.sounds.phones.len() <= b.sounds.phones.len() { (a, b) } else { (b, a) };
    let (stem, whole) = (short.sounds.phones.as_slice(), long.sounds.phones.as_slice());
    let consonants = stem.iter().filter(|phone| !crate::phones::is_vowel(**phone)).count();
    if consonants < 2 || stem.len() < 3 || whole.len() < stem.len() + 2 || short.script != long.script {
        return false;
    }
    let end = whole.get(whole.len() - stem.len()..).unwrap_or_default();
    distance(&short.sounds.only(stem), &long.sounds.only(end)) <= 0.05
}

/// Arab pet names keep the consonants and put u between (خالد is خلودي Khalloudi, عائشة is عيوش, زينب is زنوبة); others say one syllable twice (Sara is
/// Sousou, Mariam is Mimi).
fn pet_form(a: &Word, b: &Word) -> bool {
    let u_inside = |word: &Word| word.sounds.phones.iter().skip(1).any(|phone| matches!(phone, b'u' | b'o' | b'W'));
    if !(u_inside(a) || u_inside(b)) {
        return false;
    }
    let (one, other) = (&a.sounds.classes, &b.sounds.classes);
    let tail =
        |longer: &[u8], shorter: &[u8]| longer.strip_prefix(shorter).is_some_and(|more| more == b"N" || more == b"T");
    let same = |one: &Vec<u8>, other: &Vec<u8>| one == other && (one.len() >= 3 || strictly(a, b));
    let long = |one: &&Vec<u8>| one.len() >= 2;
    one.iter()
        .filter(long)
        .any(|one| other.iter().filter(long).any(|other| same(one, other) || tail(one, other) || tail(other, one)))
}

/// Two names of two consonants only: these must be the very same.
fn strictly(a: &Word, b: &Word) -> bool {
    let consonants = |word: &Word| {
        let silent =
            |phone: u8| crate::phones::is_vowel(phone) || matches!(phone, b'y' | b'w' | b'W' | b'Y' | b'h' | b'3');
        let phones: Vec<u8> = word.sounds.phones.iter().copied().filter(|phone| !silent(*phone)).collect();
        word.sounds.only(&phones)
    };
    let (one, other) = (consonants(a), consonants(b));
    distance(&one, &other) <= 0.08
}
