//! Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam: their Unicode blocks have one order of letters
//! (that of the Indian standard ISCII), so one table serves all. A consonant is said with a vowel that is not written.

use super::sinhala;

const BENGALI: u32 = 0x0980;
const TAMIL: u32 = 0x0B80;

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    if run.first().is_some_and(|c| u32::from(*c) >= 0x0D80) {
        return sinhala::read(run, phones);
    }
    let start = phones.len();
    // The unwritten vowel of the consonant before, until a sign takes its place.
    let mut unwritten = false;
    for c in run {
        let code = u32::from(*c);
        let (block, offset) = (code & !0x7F, code & 0x7F);
        let known = if block == TAMIL { tamil(offset) } else { None };
        if let Some(consonant) = known.or_else(|| consonant(offset, block == BENGALI)) {
            if unwritten {
                phones.push(b'@');
            }
            phones.extend(consonant.bytes());
            unwritten = true;
            continue;
        }
        match offset {
            // nukta: the dotted letter is another sound
            0x3C => {
                if let Some(last) = phones.last_mut() {
                    *last = match *last {
                        b'J' if block == BENGALI => b'y',
                        b'J' => b'z',
                        b'P' => b'f',
                        b'd' | b'D' => b'r',
                        b'k' => b'q',
                        b'g' => b'G',
                        other => other,
                    };
                }
                continue;
            }
            0x4D => {
                unwritten = false;
                continue;
            }
            0x01 | 0x02 if unwritten => phones.extend_from_slice(b"@n"),
            0x01 | 0x02 => phones.push(b'n'),
            0x03 => phones.push(b'h'),
            0x4E if block == BENGALI => phones.push(b't'),
            _ => {
                let Some(vowel) = vowel(offset) else { continue };
                phones.extend(vowel.bytes());
            }
        }
        unwritten = false;
    }
    // The vowel of a last consonant is mostly silent; a word of one consonant needs it.
    if unwritten && phones.len() == start + 1 {
        phones.push(b'@');
    }
}

/// Tamil has one letter for a stop with voice and without, and for s and ch; which it is, the place in the word tells, and the language it is borrowed from.
fn tamil(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x15 => "q",
        0x1A => "c",
        0x1F | 0x24 => "6",
        0x2A => "7",
        0x34 => "8",
        _ => return None,
    })
}

fn consonant(offset: u32, bengali: bool) -> Option<&'static str> {
    Some(match offset {
        0x15 => "k",
        0x16 => "x",
        0x17 => "g",
        0x18 => "G",
        0x19 => "ng",
        0x1A | 0x1B => "C",
        0x1C | 0x1D => "J",
        0x1E => "n",
        0x1F | 0x24 => "t",
        0x20 | 0x25 => "T",
        0x21 | 0x26 => "d",
        0x22 | 0x27 => "D",
        0x23 | 0x28 | 0x29 => "n",
        0x2A => "p",
        0x2B => "P",
        0x2C | 0x2D if bengali => "b",
        0x2C | 0x2D => "b",
        0x2E => "m",
        0x2F if bengali => "J",
        0x2F => "y",
        0x30 | 0x31 => "r",
        0x32 | 0x33 => "l",
        0x34 => "Z",
        0x35 => "B",
        0x36 | 0x37 => "S",
        0x38 => "s",
        0x39 => "h",
        0x5C | 0x5D => "r",
        0x5F => "y",
        _ => return None,
    })
}

fn vowel(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x05 => "4",
        0x06 | 0x3E => "a",
        0x07 | 0x08 | 0x3F | 0x40 => "i",
        0x09 | 0x0A | 0x41 | 0x42 => "u",
        0x0B | 0x43 => "ri",
        0x0D..=0x0F | 0x45..=0x47 => "e",
        0x10 | 0x48 => "ai",
        0x11..=0x13 | 0x49..=0x4B => "o",
        0x14 | 0x4C => "au",
        _ => return None,
    })
}
