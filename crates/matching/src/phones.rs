//! How near two sounds are, and how far apart two words are that are made of them.
//!
//! The figures are hundredths of a wholly different consonant. They say how often people write the one where others write the other, for
//! the same name: from the romanisation tables of the scripts, and from how neighbouring languages say borrowed letters (ث is s in
//! Turkish and Persian, ق is g in Iraq, v is b in Spanish and Bengali). [`distance`] adds them up along the best alignment.

use std::sync::LazyLock;

/// A wholly different sound.
const ALL: u8 = 100;

/// Two sounds that are written for each other, and what it costs.
const NEAR: &[(&str, u8)] = &[
    // voiced and voiceless, stop and breath
    ("bp", 25),
    ("bv", 20),
    ("vw", 5),
    ("vf", 15),
    ("pf", 20),
    ("bw", 45),
    ("td", 40),
    ("tT", 5),
    ("sT", 8),
    ("dD", 5),
    ("zD", 8),
    ("sz", 25),
    ("sS", 20),
    ("zZ", 15),
    ("SC", 12),
    ("CJ", 30),
    ("ZJ", 8),
    ("ZS", 30),
    ("zJ", 18),
    ("zd", 32),
    ("Jg", 18),
    ("Jy", 25),
    ("kq", 2),
    ("qg", 12),
    ("gk", 30),
    ("TD", 40),
    ("kx", 12),
    ("xh", 8),
    ("xH", 5),
    ("xG", 25),
    ("hH", 0),
    ("gG", 4),
    ("Gq", 15),
    ("Gh", 30),
    ("gh", 30),
    ("rl", 40),
    ("mn", 45),
    ("kC", 25),
    ("Ss", 20),
    ("qx", 15),
    ("fP", 0),
    ("pP", 0),
    ("bB", 0),
    ("vB", 2),
    ("wB", 10),
    ("rR", 5),
    ("yR", 0),
    ("iR", 10),
    ("Td", 40),
    ("Dt", 45),
    ("sC", 30),
    ("GW", 60),
    ("5s", 15),
    ("5c", 5),
    ("5K", 15),
    ("5C", 15),
    ("5t", 40),
    ("5z", 25),
    ("5T", 15),
    ("5S", 25),
    ("51", 20),
    // letters of many readings
    ("jK", 15),
    ("jc", 8),
    ("jG", 15),
    ("kK", 0),
    ("JK", 15),
    ("3K", 10),
    ("CK", 12),
    ("sK", 30),
    ("qK", 5),
    ("SK", 30),
    ("xK", 20),
    ("sc", 2),
    ("Jc", 8),
    ("Cc", 8),
    ("3c", 12),
    ("kc", 25),
    ("zc", 25),
    ("TC", 45),
    ("cK", 10),
    ("Sc", 20),
    ("Tc", 12),
    ("HX", 3),
    ("hX", 4),
    ("xX", 3),
    ("SX", 20),
    ("sX", 25),
    ("zX", 30),
    ("kX", 20),
    ("GX", 30),
    ("KX", 25),
    ("Zx", 60),
    ("Jj", 0),
    ("Zj", 2),
    ("yj", 8),
    ("ij", 10),
    ("hj", 25),
    ("xj", 15),
    ("zj", 15),
    ("gj", 12),
    ("Sj", 30),
    ("Yj", 8),
    ("Cj", 30),
    ("Fj", 15),
    ("C1", 0),
    ("S1", 5),
    ("x1", 15),
    ("k1", 15),
    ("h1", 25),
    ("K1", 15),
    ("H1", 20),
    ("s1", 25),
    ("q1", 20),
    ("c1", 10),
    ("J1", 30),
    ("gQ", 0),
    ("hQ", 4),
    ("GQ", 4),
    ("HQ", 15),
    ("JQ", 20),
    ("qQ", 12),
    ("kQ", 30),
    ("jQ", 25),
    ("xQ", 20),
    // vowels
    ("ae", 10),
    ("ao", 20),
    ("ai", 35),
    ("au", 40),
    ("ei", 8),
    ("eo", 35),
    ("ou", 5),
    ("iu", 35),
    ("eu", 40),
    ("io", 40),
    ("4a", 0),
    ("4e", 0),
    ("4i", 20),
    ("4o", 20),
    ("4u", 40),
    ("@4", 3),
    ("@a", 3),
    ("@e", 3),
    ("@i", 5),
    ("@o", 3),
    ("@u", 10),
    ("@A", 5),
    ("@0", 3),
    // half-vowels
    ("uw", 5),
    ("ow", 12),
    ("iy", 2),
    ("ey", 12),
    ("jy", 8),
    ("uv", 35),
    // letters of Arabic and Hebrew that are vowels or consonants
    ("0a", 0),
    ("0e", 2),
    ("0i", 3),
    ("0o", 3),
    ("0u", 3),
    ("04", 0),
    ("0A", 0),
    ("03", 3),
    ("0Y", 30),
    ("0W", 40),
    ("0y", 35),
    ("0h", 45),
    ("0H", 60),
    ("Aa", 0),
    ("Ae", 4),
    ("A4", 0),
    ("Ao", 12),
    ("Ai", 35),
    ("Au", 40),
    ("A3", 22),
    ("AE", 5),
    ("AF", 10),
    ("AY", 45),
    ("AW", 50),
    ("AK", 40),
    ("Ww", 0),
    ("Wv", 3),
    ("Wu", 0),
    ("Wo", 0),
    ("WB", 6),
    ("Wf", 30),
    ("Wa", 50),
    ("We", 50),
    ("Wi", 50),
    ("Wb", 35),
    ("W@", 20),
    ("W4", 45),
    ("Yy", 0),
    ("Yi", 0),
    ("Ye", 5),
    ("Ya", 45),
    ("Yo", 50),
    ("Yu", 50),
    ("YF", 0),
    ("YR", 3),
    ("Y@", 20),
    ("Y4", 35),
    ("YJ", 35),
    ("Fy", 0),
    ("Fi", 0),
    ("Fe", 5),
    ("Fa", 3),
    ("F4", 5),
    ("Fo", 40),
    ("Fu", 40),
    ("FE", 10),
    ("F@", 15),
    ("F0", 20),
    ("Ea", 0),
    ("Ee", 0),
    ("E4", 0),
    ("Eh", 0),
    ("EH", 10),
    ("Et", 10),
    ("Eo", 12),
    ("Ei", 25),
    ("E@", 5),
    ("E0", 10),
    ("EK", 60),
    ("3a", 8),
    ("3e", 10),
    ("3i", 12),
    ("3o", 12),
    ("3u", 12),
    ("34", 10),
    ("3@", 5),
    ("3h", 40),
    ("3H", 30),
    ("3y", 30),
    ("3Y", 20),
    ("3G", 45),
    ("3g", 50),
    ("3q", 50),
];

/// The cost of writing one phone for another, for each pair of bytes below 128.
static COSTS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut costs = vec![ALL; 128 * 128];
    let mut set = |one: u8, other: u8, cost: u8| {
        if let Some(entry) = costs.get_mut(usize::from(one) * 128 + usize::from(other)) {
            *entry = cost;
        }
    };
    for one in 0..128 {
        set(one, one, 0);
    }
    for (pair, cost) in NEAR {
        if let [one, other] = *pair.as_bytes() {
            set(one, other, *cost);
            set(other, one, *cost);
        }
    }
    costs
});

fn cost(one: u8, other: u8) -> u16 {
    if one == other {
        return 0;
    }
    if one >= 128 || other >= 128 {
        return ALL.into();
    }
    COSTS.get(usize::from(one) * 128 + usize::from(other)).map_or(ALL.into(), |cost| (*cost).into())
}

/// Whether a phone is a vowel, or a letter that may be one.
pub(crate) fn is_vowel(phone: u8) -> bool {
    matches!(phone, b'a' | b'e' | b'i' | b'o' | b'u' | b'@' | b'4' | b'0' | b'A' | b'E' | b'F')
}

/// Whether a phone is often left out or said too weakly to be written.
fn is_weak(phone: u8) -> bool {
    is_vowel(phone) || matches!(phone, b'h' | b'3' | b'y' | b'w' | b'W' | b'Y')
}

/// What it costs that one side has a phone and the other has nothing there. `bare`: the side without it leaves short vowels out.
fn gap(word: &[u8], at: usize, bare: bool) -> u8 {
    let phone = word.get(at).copied().unwrap_or(b'@');
    let before = at.checked_sub(1).and_then(|before| word.get(before)).copied();
    let after = word.get(at + 1).copied();
    let last = after.is_none();
    match phone {
        b'@' => 0,
        // A vowel at the front is written in every script.
        b'a' | b'e' | b'i' | b'o' | b'u' | b'4' | b'0'
            if at == 0 && after.is_some_and(|p| !is_vowel(p) && p != b'3') =>
        {
            26
        }
        // Vowels at the end tell a girl's name from a boy's in many languages (Amin, Amina), and are written in every script.
        b'a' | b'E' | b'A' | b'F' if last => 32,
        b'a' | b'e' if after == Some(b'h') && at + 2 == word.len() => 30,
        b'4' | b'e' | b'i' | b'o' | b'u' if last => 28,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'4' if bare => 3,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'4' if before.is_some_and(is_vowel) || after.is_some_and(is_vowel) => 18,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'4' => 20,
        b'0' => 8,
        b'A' => 28,
        b'E' | b'F' => 30,
        // Long vowels of Arabic: left out now and then by those who write as they hear.
        b'W' | b'Y' => 42,
        b'y' if [before, after].iter().flatten().any(|p| matches!(p, b'i' | b'e' | b'y' | b'Y' | b'F' | b'4')) => 5,
        b'y' if [before, after].iter().flatten().any(|p| is_vowel(*p)) => 18,
        b'y' => 18,
        b'w' => 25,
        b'3' => 3,
        b'K' | b'c' if at == 0 && after.is_some_and(is_vowel) => 15, // Somali c is ayn
        b'K' | b'c' if before.is_some_and(is_vowel) && after.is_some_and(is_vowel) => 15,
        b'K' if before.is_some_and(is_vowel) => 25,
        // Burmese romanisation ends open syllables in r (Sandar), and stopped ones in t or not (Thant).
        b'r' if last && before == Some(b'a') => 40,
        b't' if last && before == Some(b'n') => 35,
        b'h' | b'H' if last => 5,
        b'h' if before.is_some_and(|p| !is_vowel(p)) => 10,
        b'h' => 25,
        b'H' | b'X' => 40,
        b'g' if before == Some(b'n') => 20,
        b't' if matches!(after, Some(b'C' | b'1' | b'5' | b'c')) => 15,
        b'd' if matches!(after, Some(b'J' | b'j' | b'Z' | b'z')) => 15,
        b'&' => 60,
        _ => ALL,
    }
}

/// A word's phones with what comparing them needs, worked out once.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Sounds {
    pub phones: Vec<u8>,
    /// What leaving out each phone costs, against a script that writes vowels and against one that does not.
    gaps: [Vec<u8>; 2],
    /// In hundredths: a consonant counts whole, a vowel less.
    size: u16,
    /// Whether the script leaves short vowels out.
    bare: bool,
    /// The classes of its consonants, in the readings it may have.
    pub classes: Vec<Vec<u8>>,
    /// A bit for each class that stands in every reading, and for each that stands in one.
    certain: u32,
    possible: u32,
}

impl Sounds {
    pub(crate) fn new(phones: Vec<u8>, bare: bool) -> Self {
        let gaps = [false, true].map(|bare| (0..phones.len()).map(|at| gap(&phones, at, bare)).collect());
        let size = phones.iter().map(|phone| if is_weak(*phone) { 30 } else { 100 }).sum();
        let classes = classes(&phones);
        let bits = classes.iter().map(|reading| reading.iter().fold(0_u32, |bits, class| bits | 1 << (class & 31)));
        let certain = bits.clone().reduce(|one, other| one & other).unwrap_or(0);
        let possible = bits.fold(0, |one, other| one | other);
        Self { gaps, size, bare, classes, certain, possible, phones }
    }

    /// A part of the word on its own.
    pub(crate) fn only(&self, phones: &[u8]) -> Self {
        Self::new(phones.to_vec(), self.bare)
    }
}

/// Words further apart than this are not told apart any more.
const FAR: f32 = 0.35;

/// How far apart two words are: the cost of the best alignment over the size of the words, 0 the same, 1 nothing in common.
pub(crate) fn distance(one: &Sounds, other: &Sounds) -> f32 {
    const MOST: usize = crate::scripts::MOST_PHONES + 1;
    let sizes = one.size + other.size;
    let room = f32::from(sizes.max(280)) / 2.0;
    let (a, b) = (one.phones.as_slice(), other.phones.as_slice());
    // Half a word missing is no spelling of the same name.
    if a.is_empty()
        || b.is_empty()
        || a.len() >= MOST
        || b.len() >= MOST
        || one.size.abs_diff(other.size) > sizes / 3 + 60
    {
        return 1.0;
    }
    // Two kinds of consonants that the other has not are two wrong ones: too many, but in a long word.
    let strange = (one.certain & !other.possible).count_ones().max((other.certain & !one.possible).count_ones());
    if strange > if sizes > 1_200 { 2 } else { 1 } {
        return 1.0;
    }
    let far = (FAR * room) as u16;
    let (drop_a, drop_b) = (&one.gaps[usize::from(other.bare)], &other.gaps[usize::from(one.bare)]);
    // Invariant: both words are shorter than a row and their gaps as long as they are, so that no place below is outside.
    let mut rows = [[0_u16; MOST]; 3];
    let [mut before, mut above, mut row] = [0, 1, 2];
    for column in 1..=b.len() {
        rows[above][column] = rows[above][column - 1] + u16::from(drop_b[column - 1]);
    }
    for line in 1..=a.len() {
        let phone = a[line - 1];
        let dropped = u16::from(drop_a[line - 1]);
        let mut least = rows[above][0] + dropped;
        rows[row][0] = least;
        for column in 1..=b.len() {
            let facing = b[column - 1];
            let mut replaced = cost(phone, facing);
            // Other first vowels are other names (Omar, Ammar).
            if line == 1 && column == 1 && replaced > 12 && is_vowel(phone) && is_vowel(facing) {
                replaced += 12;
            }
            let mut best = (rows[above][column - 1] + replaced)
                .min(rows[above][column] + dropped)
                .min(rows[row][column - 1] + u16::from(drop_b[column - 1]));
            // Two letters exchanged are one slip, not two.
            if line > 1 && column > 1 && phone == b[column - 2] && a[line - 2] == facing && phone != facing {
                best = best.min(rows[before][column - 2] + if is_weak(phone) || is_weak(facing) { 50 } else { 80 });
            }
            rows[row][column] = best;
            least = least.min(best);
        }
        if least > far + 80 {
            return 1.0;
        }
        (before, above, row) = (above, row, before);
    }
    (f32::from(rows[above][b.len()]) / room).min(1.0)
}

/// Doubled letters taken together: nobody agrees on them (Mohamed, Mohammed; Hasan, Hassan).
pub(crate) fn undoubled(mut phones: Vec<u8>) -> Vec<u8> {
    phones.dedup();
    phones
}

/// The class of a consonant: those of one class are written for each other. Vowels and weak sounds have none.
fn class(phone: u8) -> Option<&'static [u8]> {
    Some(match phone {
        b'b' | b'p' | b'f' | b'P' | b'v' | b'B' => b"B",
        b'm' => b"M",
        b'n' => b"N",
        b't' | b'd' => b"T",
        b'T' | b'D' => b"TS",
        b's' | b'z' | b'S' | b'Z' | b'C' => b"S",
        b'J' => b"SK",
        b'j' => b"S-K",
        b'c' => b"SK",
        b'K' => b"KS-",
        b'1' => b"SK",
        b'k' | b'q' | b'g' | b'G' => b"K",
        b'x' | b'X' => b"K-",
        b'Q' => b"K-",
        b'5' => b"ST",
        b'r' => b"R",
        b'R' => b"-R",
        b'l' => b"L",
        128.. => b"O",
        _ => return None,
    })
}

/// The consonant classes of a word, in the readings that it may have; `-` (not said) leaves no trace.
fn classes(word: &[u8]) -> Vec<Vec<u8>> {
    const MOST: usize = 4;
    let mut readings: Vec<Vec<u8>> = vec![Vec::new()];
    for phone in word {
        let Some(choices) = class(*phone) else { continue };
        let mut longer: Vec<Vec<u8>> = Vec::with_capacity(readings.len() * choices.len());
        for choice in choices {
            for reading in &readings {
                let mut reading = reading.clone();
                if *choice != b'-' && reading.last() != Some(choice) {
                    reading.push(*choice);
                }
                if longer.len() < MOST && !longer.contains(&reading) {
                    longer.push(reading);
                }
            }
        }
        readings = longer;
    }
    readings
}
