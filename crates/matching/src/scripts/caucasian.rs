//! Armenian and Georgian: a sound for each letter.

use super::longest;

const ARMENIAN: &[(&str, &str)] = &[
    ("ու", "u"),
    ("և", "ev"),
    ("եւ", "ev"),
    ("ա", "a"),
    ("բ", "b"),
    ("գ", "g"),
    ("դ", "d"),
    ("ե", "e"),
    ("զ", "z"),
    ("է", "e"),
    ("ը", "@"),
    ("թ", "t"),
    ("ժ", "Z"),
    ("ի", "i"),
    ("լ", "l"),
    ("խ", "x"),
    ("ծ", "5"),
    ("կ", "k"),
    ("հ", "h"),
    ("ձ", "dz"),
    ("ղ", "G"),
    ("ճ", "C"),
    ("մ", "m"),
    ("յ", "y"),
    ("ն", "n"),
    ("շ", "S"),
    ("ո", "o"),
    ("չ", "C"),
    ("պ", "p"),
    ("ջ", "J"),
    ("ռ", "r"),
    ("ս", "s"),
    ("վ", "v"),
    ("տ", "t"),
    ("ր", "r"),
    ("ց", "5"),
    ("ւ", "v"),
    ("փ", "p"),
    ("ք", "k"),
    ("օ", "o"),
    ("ֆ", "f"),
];

/// The thirty-three letters of Georgian, in their order in Unicode.
const GEORGIAN: [&str; 33] = [
    "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "Z", "r", "s", "t", "u", "p", "k", "G",
    "q", "S", "C", "5", "dz", "5", "C", "x", "J", "h",
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(c) = run.get(at) {
        let georgian = u32::from(*c)
            .checked_sub(0x10D0)
            .and_then(|offset| usize::try_from(offset).ok())
            .and_then(|offset| GEORGIAN.get(offset));
        if let Some(sounds) = georgian {
            phones.extend(sounds.bytes());
            at += 1;
        } else if let Some((sounds, length)) = longest(run.get(at..).unwrap_or_default(), ARMENIAN) {
            phones.extend(sounds.bytes());
            at += length;
        } else {
            at += 1;
        }
    }
}
