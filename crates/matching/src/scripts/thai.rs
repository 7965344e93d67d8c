//! Thai and Lao: two alphabets of one order (the Lao block of Unicode lies 0x80 above the Thai one). A vowel may be written before the consonant it
//! is said after; a short one is often not written; ห before a soft consonant and whatever bears ์ are silent. The sounds follow the Royal
//! Thai General System of Transcription and the usual spelling of names.

/// The sounds of ก to ฮ.
const CONSONANTS: [&str; 46] = [
    "k", "x", "x", "x", "x", "x", "ng", "C", "C", "C", "s", "C", "y", "d", "t", "t", "t", "t", "n", "d", "t", "t", "t",
    "t", "n", "b", "p", "P", "f", "P", "f", "P", "m", "y", "r", "ru", "l", "lu", "w", "s", "s", "s", "h", "l", "", "h",
];

/// The sound of the carrier อ, which has none of its own before a vowel.
const CARRIER: u32 = 0x2D;

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    // Both alphabets as places in the Thai one.
    let letters: Vec<u32> = run.iter().map(|c| u32::from(*c) & 0x7F).collect();
    let consonant = |at: usize| {
        letters.get(at).is_some_and(|letter| (0x01..=0x2E).contains(letter) || matches!(letter, 0x5C | 0x5D))
    };
    let tone = |letter: u32| matches!(letter, 0x47..=0x4B | 0x4E);
    let letters_without_tones: Vec<u32> = letters.iter().copied().filter(|letter| !tone(*letter)).collect();
    if letters_without_tones.len() != letters.len() {
        let plain: Vec<char> =
            letters_without_tones.iter().filter_map(|letter| char::from_u32(0x0E00 + letter)).collect();
        return read(&plain, phones);
    }
    let start = phones.len();
    // A vowel written before its consonant, and whether the last consonant still waits for one.
    let mut before: Option<&[u8]> = None;
    let mut open = false;
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        match letter {
            0x40 if letters.get(at + 2) == Some(&0x32) => before = Some(b"ao"),
            0x40 | 0x41 => before = Some(b"e"),
            0x42 => before = Some(b"o"),
            0x43 | 0x44 => before = Some(b"ai"),
            _ if consonant(at) => {
                // ห before ง ญ น ม ย ร ล ว is silent.
                if *letter == 0x2B && matches!(next, Some(0x07 | 0x0D | 0x19 | 0x21 | 0x22 | 0x23 | 0x25 | 0x27)) {
                    continue;
                }
                // Silenced, perhaps with its vowel.
                if next == Some(0x4C) || matches!(next, Some(0x34 | 0x38)) && letters.get(at + 2) == Some(&0x4C) {
                    continue;
                }
                if *letter == CARRIER && open && !next.is_some_and(|next| (0x30..=0x39).contains(&next)) {
                    phones.push(b'o');
                    open = false;
                    continue;
                }
                if open {
                    phones.push(b'@');
                }
                let sound = match letter {
                    0x5C => "n",
                    0x5D => "m",
                    _ => usize::try_from(letter - 1).ok().and_then(|at| CONSONANTS.get(at)).copied().unwrap_or(""),
                };
                phones.extend(sound.bytes());
                open = true;
                if let Some(vowel) = before.take() {
                    phones.extend_from_slice(vowel);
                    open = false;
                }
            }
            _ => {
                let vowel: &[u8] = match letter {
                    // After เ this one has been said (เ-า).
                    0x32 if phones.ends_with(b"ao") => b"",
                    0x4D if next == Some(0x32) => b"",
                    0x32 if at.checked_sub(1).and_then(|at| letters.get(at)) == Some(&0x4D) => b"am",
                    0x30..=0x32 => b"a",
                    0x33 => b"am",
                    0x34..=0x37 => b"i",
                    0x38 | 0x39 => b"u",
                    0x3B | 0x4D => b"o",
                    0x3C => b"l",
                    0x3D => b"ia",
                    _ => b"",
                };
                phones.extend_from_slice(vowel);
                open = open && vowel.is_empty();
            }
        }
    }
    if open && phones.len() == start + 1 {
        phones.push(b'@');
    }
}
