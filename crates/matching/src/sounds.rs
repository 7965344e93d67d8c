//! Sound keys: short consonant skeletons that different spellings, and different scripts, have in common.
//!
//! A key is a few lower-case letters, one a consonant: `mhmd` for محمد, Mohammed, Muhammad, Мухаммад. Vowels are left out, because
//! Arabic does not write them; a first vowel leaves an `a`. `x` stands for the sound of sh. A letter that is said in two ways gives
//! two keys, so that a name has a small set of them, and two names sound alike when their sets meet. Keys in capitals are double
//! metaphone, made of Latin names only.

use crate::fold::fold;
use crate::parts::{is_servant, servant_of, without_article};
use rphonetic::DoubleMetaphone;

/// No more keys than this from one word; further readings of the same word are left out.
const MOST_KEYS: usize = 8;

/// Short forms and cousins of a name that no rule of sound leads to, with the key they share.
const VARIANTS: [(&str, &str); 14] = [
    ("mhd", "mhmd"),
    ("md", "mhmd"),
    ("mohd", "mhmd"),
    ("muhd", "mhmd"),
    ("mohmd", "mhmd"),
    ("mehmet", "mhmd"),
    ("mehmed", "mhmd"),
    ("mamadou", "mhmd"),
    ("mamadu", "mhmd"),
    ("mamoudou", "mhmd"),
    ("amadou", "ahmd"),
    ("ahmet", "ahmd"),
    ("fatoumata", "ftm"),
    ("fadumo", "ftm"),
];

/// The sound keys of one name part, in any script, folded or as written (as written is better: ş and š tell their sound).
/// Empty for scripts whose sounds are not known here, such as Burmese: those are found by spelling.
#[must_use]
pub fn sound_keys(part: &str) -> Vec<String> {
    keys_of_folded(&fold(&sounding(part)))
}

/// The consonant skeletons of an Arabic, Persian, Kurdish or Urdu name part. Empty for any other script.
#[must_use]
pub fn transliterate_arabic(part: &str) -> Vec<String> {
    let folded: String = fold(part).chars().filter(|c| *c != ' ').collect();
    if folded.chars().any(is_arabic) { skeletons(&folded) } else { Vec::new() }
}

/// Writes out the Latin letters whose mark changes the sound, before folding takes the mark away.
pub(crate) fn sounding(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'ş' | 'Ş' | 'ș' | 'Ș' | 'š' | 'Š' | 'ś' | 'Ś' => out.push_str("sh"),
            'č' | 'Č' | 'ć' | 'Ć' => out.push_str("tch"),
            'ç' | 'Ç' => out.push('s'),
            'ž' | 'Ž' | 'ż' | 'Ż' => out.push_str("zh"),
            _ => out.push(c),
        }
    }
    out
}

/// As [`sound_keys`], of one word that is folded already.
pub(crate) fn keys_of_folded(word: &str) -> Vec<String> {
    let word: String = word.chars().filter(|c| *c != ' ').collect();
    let mut keys = Vec::new();
    let mut add = |key: String| {
        if !key.is_empty() && !keys.contains(&key) && keys.len() < MOST_KEYS {
            keys.push(key);
        }
    };
    if let Some((_, key)) = VARIANTS.iter().find(|(short, _)| *short == word) {
        add((*key).to_owned());
        return keys;
    }
    if is_servant(&word) {
        add("abd".to_owned());
        return keys;
    }
    if let Some(master) = servant_of(&word) {
        for key in skeletons(master) {
            add(format!("abd{key}"));
        }
        return keys;
    }
    for key in skeletons(&word) {
        add(key);
    }
    if let Some(bare) = without_article(&word).or_else(|| without_latin_article(&word)) {
        for key in skeletons(bare) {
            add(key);
        }
    }
    if word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase()) {
        let code = DoubleMetaphone::new(Some(8)).double_metaphone(&word).primary();
        // Two consonants are too few to tell Sara from Zahra.
        if code.len() >= 3 && code.bytes().all(|b| b.is_ascii_graphic()) {
            add(code.to_uppercase());
        }
    }
    keys
}

/// `hassan` of `alhassan`: only a guess (Alberto is not Berto), so it gives a key and no spelling.
fn without_latin_article(word: &str) -> Option<&str> {
    word.strip_prefix("al")
        .or_else(|| word.strip_prefix("el"))
        .filter(|bare| bare.len() >= 4 && !bare.starts_with(['a', 'e', 'i', 'o', 'u']))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// All readings of a folded word as consonant skeletons, at most [`MOST_KEYS`].
fn skeletons(word: &str) -> Vec<String> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    let mut readings = vec![String::new()];
    let mut at = 0;
    while let Some((sounds, used)) = letters.get(at..).and_then(|rest| consonant(rest, at == 0)) {
        at += used;
        let mut longer = Vec::with_capacity(readings.len() * sounds.len());
        // The likeliest sound of each letter first, so that a cut-off loses unlikely readings.
        for sound in sounds {
            for reading in &readings {
                let reading = format!("{reading}{sound}");
                if longer.len() < MOST_KEYS && !longer.contains(&reading) {
                    longer.push(reading);
                }
            }
        }
        readings = longer;
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// The sounds of the letter or letters at the start of `rest`, and how many letters they take. `None` at the end of the word.
fn consonant(rest: &[char], first: bool) -> Option<(&'static [&'static str], usize)> {
    let c = *rest.first()?;
    let found = if c.is_ascii_alphabetic() {
        latin(rest, first)
    } else if is_arabic(c) {
        (arabic(c, first, rest.len() == 1), 1)
    } else if matches!(c, '\u{0400}'..='\u{04FF}') {
        let soft_j = c == 'д' && rest.get(1) == Some(&'ж');
        (if soft_j { &["j"] } else { cyrillic(c, first) }, if soft_j { 2 } else { 1 })
    } else if matches!(c, '\u{1200}'..='\u{137F}') {
        (ethiopic(c, first), 1)
    } else {
        (SILENT, 1)
    };
    Some(found)
}

const SILENT: &[&str] = &[""];

fn latin(rest: &[char], first: bool) -> (&'static [&'static str], usize) {
    let (c, next, third) = (rest.first().copied(), rest.get(1).copied(), rest.get(2).copied());
    let before_soft = matches!(next, Some('e' | 'i' | 'y'));
    match (c, next) {
        (Some('t'), Some('c')) if third == Some('h') => (&["x"], 3),
        (Some('s'), Some('c')) if third == Some('h') => (&["x"], 3),
        (Some('s'), Some('h')) => (if first { &["x"] } else { &["x", "sh"] }, 2),
        (Some('c'), Some('h')) => (&["x", "k"], 2),
        (Some('k'), Some('h')) => (&["h", "k"], 2),
        (Some('g'), Some('h')) => (&["g"], 2),
        (Some('d'), Some('h')) => (&["d", "z"], 2),
        (Some('t'), Some('h')) => (if first { &["t", "s"] } else { &["t", "s", "th"] }, 2),
        (Some('z'), Some('h')) => (&["j", "z"], 2),
        (Some('p'), Some('h')) => (&["f"], 2),
        (Some('d'), Some('j')) => (&["j"], 2),
        (Some('c'), Some('k')) => (&["k"], 2),
        (Some('o'), Some('u')) if first && third.is_some_and(is_vowel) => (&["w", "a"], 2),
        (Some('i'), Some('a' | 'o' | 'u')) if first => (&["a", "y"], 1),
        (Some('a' | 'e' | 'i' | 'o' | 'u'), _) => (if first { &["a"] } else { SILENT }, 1),
        (Some('y'), _) => (if first { &["y"] } else { SILENT }, 1),
        (Some('w'), _) => (if first { &["w"] } else { SILENT }, 1),
        (Some('h'), None) => (&["", "h"], 1),
        (Some('j'), _) => (if first { &["j", "y"] } else { &["j"] }, 1),
        (Some('g'), _) => (if before_soft { &["g", "j"] } else { &["g"] }, 1),
        (Some('c'), _) => (if before_soft { &["s"] } else { &["k"] }, 1),
        (Some('x'), _) => (&["ks"], 1),
        (Some(c), _) => (
            match c {
                'b' => &["b"],
                'd' => &["d"],
                'f' => &["f"],
                'h' => &["h"],
                'k' | 'q' => &["k"],
                'l' => &["l"],
                'm' => &["m"],
                'n' => &["n"],
                'p' => &["p"],
                'r' => &["r"],
                's' => &["s"],
                't' => &["t"],
                'v' => &["v"],
                'z' => &["z"],
                _ => SILENT,
            },
            1,
        ),
        (None, _) => (SILENT, 1),
    }
}

fn arabic(c: char, first: bool, last: bool) -> &'static [&'static str] {
    match c {
        'ا' | 'ع' if first => &["a"],
        'ي' if first => &["y"],
        'و' if first => &["w", "v"],
        'ه' if last && !first => &["", "h"],
        'ب' => &["b", "p"],
        'پ' => &["p"],
        'ت' | 'ط' | 'ٹ' => &["t"],
        'ث' => &["t", "s"],
        'ج' => &["j", "g"],
        'چ' | 'ش' => &["x"],
        'ح' | 'ه' => &["h"],
        'خ' => &["h", "k"],
        'د' | 'ڈ' => &["d"],
        'ذ' | 'ض' => &["d", "z"],
        'ظ' => &["z", "d"],
        'ر' | 'ڑ' => &["r"],
        'ز' => &["z"],
        'ژ' => &["j", "z"],
        'س' | 'ص' => &["s"],
        'غ' | 'گ' => &["g"],
        'ف' => &["f", "v"],
        'ڤ' => &["v", "f"],
        'ق' => &["k", "g"],
        'ك' => &["k"],
        'ل' => &["l"],
        'م' => &["m"],
        'ن' => &["n"],
        _ => SILENT,
    }
}

fn cyrillic(c: char, first: bool) -> &'static [&'static str] {
    match c {
        'а' | 'о' | 'у' | 'ы' | 'э' if first => &["a"],
        'е' | 'и' | 'ю' | 'я' if first => &["a", "y"],
        // Serbian and Macedonian ј is written j in Latin, and y abroad
        'ј' => {
            if first {
                &["j", "y"]
            } else {
                &["j", ""]
            }
        }
        'љ' => &["lj", "l"],
        'њ' => &["nj", "n"],
        'ђ' | 'џ' => &["j", "d"],
        'ћ' => &["x"],
        'б' => &["b"],
        'в' => &["v"],
        'г' => &["g", "h"],
        'д' => &["d"],
        'ж' => &["j", "z"],
        'з' => &["z"],
        'к' => &["k"],
        'л' => &["l"],
        'м' => &["m"],
        'н' => &["n"],
        'п' => &["p"],
        'р' => &["r"],
        'с' => &["s"],
        'т' => &["t"],
        'ф' => &["f"],
        'х' => &["h", "k"],
        'ц' => &["ts", "s"],
        'ч' | 'ш' | 'щ' => &["x"],
        _ => SILENT,
    }
}

/// The Ethiopic syllables stand in rows of eight, a row for each consonant.
fn ethiopic(c: char, first: bool) -> &'static [&'static str] {
    match u32::from(c) & !7 {
        0x12A0 if first => &["a"],
        0x1200 => &["h"],
        0x1208 => &["l"],
        0x1218 => &["m"],
        0x1228 => &["r"],
        0x1230 => &["s"],
        0x1238 => &["x"],
        0x1240 | 0x1248 | 0x12A8 | 0x12B0 => &["k"],
        0x1260 => &["b"],
        0x1268 => &["v"],
        0x1270 | 0x1320 => &["t"],
        0x1278 | 0x1328 => &["x"],
        0x1290 | 0x1298 => &["n"],
        0x12C8 if first => &["w"],
        0x12D8 => &["z"],
        0x12E0 => &["j", "z"],
        0x12E8 if first => &["y"],
        0x12F0 => &["d"],
        0x1300 => &["j"],
        0x1308 => &["g"],
        0x1330 => &["p"],
        0x1338 => &["ts", "s"],
        0x1348 => &["f"],
        0x1350 => &["p"],
        _ => SILENT,
    }
}

#[cfg(test)]
mod tests {
    use super::{sound_keys, transliterate_arabic};

    fn alike(one: &str, other: &str) -> bool {
        let keys = sound_keys(one);
        sound_keys(other).iter().any(|key| keys.contains(key))
    }

    #[test]
    fn spellings_of_one_name_sound_alike_within_and_across_scripts() {
        let names: [&[&str]; 24] = [
            &["محمد", "مُحَمَّد", "Mohammed", "Muhammad", "Mohamed", "Mhd", "Мухаммад", "Mehmet", "መሐመድ"],
            &["خديجة", "Khadija", "Hadidja", "Khadijah", "Хадиджа"],
            &["يوسف", "Yousef", "Yusuf", "Youssouf", "Юсуф", "Jusuf"],
            &["عائشة", "Aisha", "Aicha", "Ayesha", "Ayşe", "Айша"],
            &["عبدالرحمن", "Abdurrahman", "Abdelrahman", "Abdirahman"],
            &["عبد الله", "Abdullah", "Abdallah", "Abdoullah"],
            &["عثمان", "Othman", "Osman", "Usman", "Ousmane"],
            &["فاطمة", "Fatima", "Fatma", "Fatimah", "Fatoumata"],
            &["جمال", "Jamal", "Gamal", "Djamel"],
            &["رمضان", "Ramadan", "Ramzan", "Ramadhan"],
            &["قاسم", "Qasim", "Kassem", "Gasim"],
            &["فتحي", "Fathi", "Fethi"],
            &["إسحاق", "Ishaq", "Is-hak"],
            &["طه", "Taha"],
            &["وليد", "Walid", "Oualid", "Waleed"],
            &["شيماء", "Shaima", "Chaima"],
            &["نوح", "Nuh", "Nouh"],
            &["زينب", "Zainab", "Zeyneb"],
            &["غسان", "Ghassan"],
            &["پروانه", "Parwana"],
            &["الحسن", "Hassan", "Alhassan"],
            &["Catherine", "Katherine", "Катерина"],
            &["Stephen", "Steven", "Stefan"],
            &["Јована", "Jovana"],
        ];
        for spellings in names {
            for one in spellings {
                assert!(
                    spellings.first().is_some_and(|first| alike(first, one)),
                    "{spellings:?}: {one} {:?}",
                    sound_keys(one)
                );
            }
        }
    }

    #[test]
    fn different_names_sound_different() {
        for (one, other) in [
            ("محمد", "Khadija"),
            ("يوسف", "Asif"),
            ("Marta", "Maria"),
            ("عمر", "Amina"),
            ("Karim", "Kamal"),
            ("Sara", "Zahra"),
            ("Павло", "Bilal"),
        ] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn arabic_is_transliterated_to_its_consonants() {
        assert_eq!(transliterate_arabic("مُحَمَّد"), ["mhmd"]);
        assert!(transliterate_arabic("جميلة").contains(&"jml".to_owned()));
        assert!(transliterate_arabic("Jamila").is_empty());
    }

    #[test]
    fn a_name_has_few_keys_and_a_script_without_sounds_has_none() {
        assert!(sound_keys("Thothkhathchachithdhithkh").len() <= 8);
        assert!(sound_keys("ဇော်").is_empty());
        assert!(sound_keys("").is_empty());
    }
}
