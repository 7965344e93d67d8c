//! How near two sounds are, and how far apart two words are that are made of them.
//!
//! The figures are hundredths of a wholly different consonant. They say how often people write the one where others write the other, for
//! the same name: from the romanisation tables of the scripts, and from how neighbouring languages say borrowed letters (ث is s in
//! Turkish and Persian, ق is g in Iraq, v is b in Spanish and Bengali). [`distance`] adds them up along the best alignment.

use std::sync::LazyLock;

/// A wholly different sound.
const ALL: u8 = 100;

/// Two sounds that are written for each other, and what it costs: `bp25`. A later pair counts over an earlier one.
const NEAR: &str = "
# voiced and voiceless, stop and breath
bp25 bv20 vw5 vf15 pf20 bw45 td40 tT5 sT8 dD5 zD8 sz25 sS20 zZ15 SC12 CJ30 ZJ8 ZS30 zJ18 zd32 Jg18 Jy25 kq2 qg12 gk30
TD40 kx12 xh8 xH5 xG25 hH0 gG4 Gq15 Gh30 gh30 rl40 mn45 kC25 Ss20 qx15 fP0 pP0 bB0 vB2 wB10 rR5 yR0 iR10 Td40 Dt45 sC30
GW60 5s15 5c5 5K15 5C15 5t40 5z25 5T15 5S25 5120
# letters of many readings
jK15 jc8 jG15 kK0 JK15 3K10 CK12 sK30 qK5 SK30 xK20 sc2 Jc8 Cc8 3c12 kc25 zc25 TC45 cK10 Sc20 Tc12 HX3 hX4 xX3 SX20 sX25
zX30 kX20 GX30 KX25 Zx60 Jj0 Zj2 yj8 ij10 hj25 xj15 zj15 gj12 Sj30 Yj8 Cj30 Fj15 C10 S15 x115 k115 h125 K115 H120 s125
6t4 6d6 6T4 6D6 7p3 7b5 7B12 7P8 7f25 8l4 8Z8 8z25 8y30
q120 c110 J130 gQ0 hQ4 GQ4 HQ15 JQ20 qQ12 kQ30 jQ25 xQ20
# vowels
ae10 ao20 ai35 au40 ei8 eo35 ou5 iu35 eu40 io40 4a0 4e0 4i20 4o20 4u40 @43 @a3 @e3 @i5 @o3 @u10 @A5 @03
# half-vowels
uw5 ow12 iy2 ey12 jy8 uv35
# letters of Arabic and Hebrew that are vowels or consonants
0a0 0e2 0i3 0o3 0u3 040 0A0 033 0Y30 0W40 0y35 0h45 0H60 Aa0 Ae4 A40 Ao12 Ai35 Au40 A322 AE5 AF10 AY45 AW50 AK40 Ww0 Wv3
Wu0 Wo0 WB6 Wf30 Wa50 We50 Wi50 Wb35 W@20 W445 Yy0 Yi0 Ye5 Ya45 Yo50 Yu50 YF0 YR3 Y@20 Y435 YJ35 Fy0 Fi0 Fe5 Fa3 F45
Fo40 Fu40 FE10 F@15 F020 Ea0 Ee0 E40 Eh0 EH10 Et10 Eo12 Ei25 E@5 E010 EK60 3a8 3e10 3i12 3o12 3u12 3410 3@5 3h40 3H30
3y30 3Y20 3G45 3g50 3q50
";

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
    for pair in NEAR.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
        if let ([one, other], Some(cost)) =
            (pair.as_bytes().get(..2).unwrap_or_default(), pair.get(2..).and_then(|cost| cost.parse().ok()))
        {
            set(*one, *other, cost);
            set(*other, *one, cost);
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
        b'b' | b'p' | b'f' | b'P' | b'v' | b'B' | b'7' => b"B",
        b'm' => b"M",
        b'n' => b"N",
        b't' | b'd' | b'6' => b"T",
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
        b'8' => b"LS",
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
