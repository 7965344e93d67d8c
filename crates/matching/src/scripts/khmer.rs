//! Khmer: consonants of two series that change the vowel after them, subscript consonants without a vowel between, a vowel that is not written.
//! The sounds follow the usual spelling of Cambodian names in Latin letters (after the Geographic Department's romanisation, both series at once).

const CONSONANTS: [&str; 35] = [
    "k", "k", "k", "k", "ng", "C", "C", "C", "C", "ny", "d", "t", "d", "t", "n", "t", "t", "t", "t", "n", "b", "P",
    "p", "P", "m", "y", "r", "l", "v", "s", "s", "s", "h", "l", "",
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    // Whether the last consonant still waits for its vowel, and whether the next one is written below it.
    let (mut open, mut below) = (false, false);
    for (at, c) in run.iter().enumerate() {
        let code = u32::from(*c);
        match code {
            0x1780..=0x17A2 => {
                // Silenced.
                if run.get(at + 1) == Some(&'\u{17CD}') {
                    continue;
                }
                if open && !below {
                    phones.push(b'@');
                }
                let sound =
                    usize::try_from(code - 0x1780).ok().and_then(|at| CONSONANTS.get(at)).copied().unwrap_or("");
                phones.extend(sound.bytes());
                (open, below) = (true, false);
            }
            0x17D2 => below = true,
            _ => {
                let vowel: &[u8] = match code {
                    0x17A3..=0x17A5 | 0x17B6 => b"a",
                    0x17B7..=0x17BA | 0x17A6 => b"i",
                    0x17BB..=0x17BD | 0x17A7..=0x17AA => b"u",
                    0x17BE..=0x17C2 | 0x17AF => b"e",
                    0x17C3 | 0x17B0 => b"ai",
                    0x17C4 | 0x17B1 | 0x17B2 => b"o",
                    0x17C5 | 0x17B3 => b"ov",
                    0x17C6 if open => b"@m",
                    0x17C6 => b"m",
                    0x17C7 => b"h",
                    // A short vowel that ends with a catch of the breath, written k (Ratanak).
                    0x17C8 => b"ak",
                    _ => continue,
                };
                phones.extend_from_slice(vowel);
                open = false;
            }
        }
    }
}
