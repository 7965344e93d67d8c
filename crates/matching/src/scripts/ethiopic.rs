//! Ethiopic syllables: a row of eight for each consonant, a column for each vowel (Unicode block order).

const ROWS: [&str; 45] = [
    "h", "l", "H", "m", "s", "r", "s", "S", "q", "q", "q", "q", "b", "v", "t", "C", "x", "x", "n", "ny", "", "k", "k",
    "x", "x", "w", "3", "z", "Z", "y", "d", "d", "J", "g", "g", "g", "t", "C", "p", "5", "5", "f", "p", "", "",
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let start = phones.len();
    for c in run {
        let Some(offset) = u32::from(*c).checked_sub(0x1200) else { continue };
        let Ok(offset) = usize::try_from(offset) else { continue };
        let Some(consonant) = ROWS.get(offset / 8) else { continue };
        // ዐ and አ carry a vowel only.
        let silent = consonant.is_empty() || *consonant == "3";
        if !silent {
            phones.extend(consonant.bytes());
        }
        phones.extend_from_slice(match offset % 8 {
            0 if silent => b"a",
            0 => b"4",
            1 => b"u",
            2 => b"i",
            3 => b"a",
            4 => b"e",
            5 if phones.len() == start => b"i",
            5 => b"@",
            6 => b"o",
            _ => b"wa",
        });
    }
}
