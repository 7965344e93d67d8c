//! Sinhala: a consonant is said with an a that is not written, unless a sign takes its place (letters and names of Unicode's block, sounds of ISO 15919
//! as names are spelled in English). The letters for breathed and prenasalised consonants are said as the plain ones.

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    // Whether the last consonant still waits for its vowel.
    let mut open = false;
    for c in run {
        let code = u32::from(*c);
        if let Some(consonant) = consonant(code) {
            if open {
                phones.push(b'a');
            }
            phones.extend(consonant.bytes());
            open = true;
            continue;
        }
        let vowel = match code {
            0x0DCA => "", // al-lakuna: no vowel
            0x0D85 | 0x0D86 | 0x0DCF => "a",
            0x0D87 | 0x0D88 | 0x0DD0 | 0x0DD1 => "4",
            0x0D89 | 0x0D8A | 0x0DD2 | 0x0DD3 => "i",
            0x0D8B | 0x0D8C | 0x0DD4 | 0x0DD6 => "u",
            0x0D8D | 0x0D8E | 0x0DD8 | 0x0DF2 => "ru",
            0x0D91 | 0x0D92 | 0x0DD9 | 0x0DDA => "e",
            0x0D93 | 0x0DDB => "ai",
            0x0D94 | 0x0D95 | 0x0DDC | 0x0DDD => "o",
            0x0D96 | 0x0DDE => "au",
            0x0D82 if open => "an",
            0x0D82 => "n",
            0x0D83 => "h",
            _ => continue,
        };
        phones.extend(vowel.bytes());
        open = false;
    }
    if open {
        phones.push(b'a');
    }
}

fn consonant(code: u32) -> Option<&'static str> {
    Some(match code {
        0x0D9A | 0x0D9B => "k",
        0x0D9C | 0x0D9D => "g",
        0x0D9E => "n",
        0x0D9F => "ng",
        0x0DA0 | 0x0DA1 => "C",
        0x0DA2 | 0x0DA3 | 0x0DA6 => "J",
        0x0DA4 => "ny",
        0x0DA5 => "n",
        0x0DA7 => "t",
        0x0DA8 | 0x0DAD | 0x0DAE => "T",
        0x0DA9 | 0x0DAA => "d",
        0x0DAF | 0x0DB0 => "D",
        0x0DAC | 0x0DB3 => "nd",
        0x0DAB | 0x0DB1 => "n",
        0x0DB4 | 0x0DB5 => "p",
        0x0DB6 | 0x0DB7 => "b",
        0x0DB8 => "m",
        0x0DB9 => "mb",
        0x0DBA => "y",
        0x0DBB => "r",
        0x0DBD | 0x0DC5 => "l",
        0x0DC0 => "B",
        0x0DC1 | 0x0DC2 => "S",
        0x0DC3 => "s",
        0x0DC4 => "h",
        0x0DC6 => "f",
        _ => return None,
    })
}
