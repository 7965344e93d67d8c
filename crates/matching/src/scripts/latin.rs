//! Latin letters, of every country at once: nobody tells whether a name was written the French, English, German, Polish, Turkish,
//! Kurdish or Somali way, so letters that differ between them get phones of their own.

use super::longest;
use unicode_normalization::UnicodeNormalization;

/// Several letters that stand for one sound, longest first.
const GROUPS: &[(&str, &str)] = &[
    ("schtsch", "S"), // German щ
    ("shch", "S"),
    ("tsch", "C"), // German
    ("dsch", "J"), // German
    ("sch", "S"),  // German
    ("tch", "C"),  // French
    ("dzh", "J"),
    ("ddj", "J"),
    ("chh", "C"), // Indic
    ("dj", "J"),  // French
    ("sh", "S"),
    ("ch", "1"),
    ("kh", "x"),
    ("gh", "G"),
    ("zh", "Z"),
    ("th", "T"),
    ("dh", "D"),
    ("ph", "P"),
    ("bh", "b"),
    ("ck", "k"),
    ("cz", "C"), // Polish
    ("sz", "S"), // Polish
    ("tz", "5"),
    ("ts", "5"),
    ("oo", "u"),
    ("ou", "u"), // French
    ("ee", "i"),
    ("oe", "o"), // Burmese Soe, German Soeren
    ("qu", "k"),
];

/// Letters with marks that tell their sound; every other mark is taken off.
const MARKED: &[(char, &str)] = &[
    ('ş', "S"),
    ('ș', "S"),
    ('š', "S"),
    ('ś', "S"),
    ('ŝ', "S"),
    ('č', "C"),
    ('ć', "C"),
    ('ç', "C"), // French ç is s, but rarer in names than the Turkish and Kurdish one
    ('ž', "Z"),
    ('ż', "Z"),
    ('ź', "Z"),
    ('ğ', "G"),
    ('ġ', "G"),
    ('ḥ', "H"),
    ('ħ', "H"),
    ('ḫ', "x"),
    ('ḵ', "x"),
    ('ẓ', "D"),
    ('ḍ', "D"),
    ('ḏ', "D"),
    ('ð', "D"),
    ('ṯ', "T"),
    ('þ', "T"),
    ('đ', "d"),
    ('ţ', "5"),
    ('ț', "5"),
    ('ñ', "ny"),
    ('ń', "n"),
    ('ß', "s"),
    ('æ', "e"),
    ('œ', "o"),
    ('ø', "o"),
    ('å', "o"),
    ('ə', "4"),
    ('ä', "4"),
    ('ă', "4"),
    ('ö', "o"),
    ('ü', "u"),
    ('ı', "i"),
    ('ł', "l"),
    ('ʿ', "3"),
    ('ɛ', "e"),
    ('ɔ', "o"),
    ('ŋ', "n"),
];

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let start = phones.len();
    let mut at = 0;
    while let Some(c) = run.get(at) {
        let rest = run.get(at..).unwrap_or_default();
        let first = phones.len() == start;
        // Htet, Hla, Hnin: the breath before a consonant is not said.
        if at == 0 && plain(*c) == 'h' && rest.get(1).is_some_and(|next| "tlnmps".contains(*next)) {
            at += 1;
            continue;
        }
        // Italian sci, sce.
        if plain(*c) == 's'
            && rest.get(1) == Some(&'c')
            && rest.get(2).is_some_and(|next| matches!(plain(*next), 'e' | 'i'))
        {
            phones.push(b'S');
            at += 2;
            continue;
        }
        if let Some((sounds, length)) = longest(rest, GROUPS) {
            // Double e and o are long i and u, but "Aaron", "Noor", "Leela": the same; "Deeqa" and "Roob" (Somali) are near enough.
            phones.extend(sounds.bytes());
            at += length;
            continue;
        }
        at += 1;
        if let Some((_, sounds)) = MARKED.iter().find(|(marked, _)| marked == c) {
            phones.extend(sounds.bytes());
            continue;
        }
        let next = rest.get(1).map(|next| plain(*next));
        let letter = plain(*c);
        let phone = match letter {
            'c' if matches!(next, Some('e' | 'i' | 'y')) => b'c',
            'c' => b'K',
            'x' => b'X',
            'j' => b'j',
            'i' if first && matches!(next, Some('a' | 'e' | 'o' | 'u')) => b'y', // Ielena, Ioulia
            'y' if !first && !matches!(next, Some('a' | 'e' | 'i' | 'o' | 'u')) => b'i',
            'a'..='z' => u8::try_from(letter).unwrap_or(b'@'),
            '\'' | 'ʼ' | '’' | '`' => b'3',
            _ => continue,
        };
        // An apostrophe says something between letters only (Sa'id).
        if phone == b'3' && (first || next.is_none()) {
            continue;
        }
        phones.push(phone);
    }
}

fn plain(c: char) -> char {
    if c.is_ascii() { c } else { std::iter::once(c).nfd().next().unwrap_or(c) }
}
