//! Sound keys: short consonant skeletons that different spellings, and different scripts, have in common.
//!
//! A key is a few lower-case letters, one a consonant: `mhmd` for محمد, Mohammed, Muhammad, Мухаммад. Vowels are left out, because
//! Arabic does not write them; a first vowel leaves an `a`. `x` stands for the sound of sh. A letter that is said in two ways gives
//! two keys, so that a name has a small set of them, and two names sound alike when their sets meet. Keys in capitals are double
//! metaphone, made of Latin names only.

use crate::fold::fold;
use crate::parts::{is_servant, servant_of, without_article};
use crate::phones::{is_vowel, undoubled};
use crate::scripts::phones_as_written;
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
/// Empty for scripts whose sounds are not known here, such as Chinese: those are found by spelling.
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
            'č' | 'Č' | 'ć' | 'Ć' | 'ç' | 'Ç' => out.push_str("tch"),
            'ž' | 'Ž' | 'ż' | 'Ż' => out.push_str("zh"),
            // Kurds write the vowel e, which folding takes for an h.
            'ە' => {}
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

/// All readings of a folded word as consonant skeletons, at most [`MOST_KEYS`]. Empty for a script whose sounds are not known.
fn skeletons(word: &str) -> Vec<String> {
    let phones = undoubled(phones_as_written(word));
    if phones.iter().any(|phone| *phone >= 128) {
        return Vec::new();
    }
    let mut readings = vec![String::new()];
    for (at, phone) in phones.iter().enumerate() {
        let rest = phones.get(at + 1..).unwrap_or_default();
        let sounds = letters(*phone, at == 0, rest);
        let mut longer = Vec::with_capacity(readings.len() * sounds.len());
        // The likeliest sound of each letter first, so that a cut-off loses unlikely readings.
        for sound in sounds {
            for reading in &readings {
                // A sound that only a silent letter kept apart is written once (محمد, Mohammed).
                let reading = if reading.ends_with(sound) && at > 0 && phones.get(at - 1) == Some(phone) {
                    reading.clone()
                } else {
                    format!("{reading}{sound}")
                };
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

const SILENT: &[&str] = &[""];

/// The letters of a key that a phone may stand for: vowels only at the front.
fn letters(phone: u8, first: bool, rest: &[u8]) -> &'static [&'static str] {
    let vowel_next = rest.first().is_some_and(|next| is_vowel(*next));
    let last = rest.is_empty();
    match phone {
        b'o' | b'u' if first && vowel_next => &["w", "a"],
        b'0' | b'A' | b'a' | b'e' | b'i' | b'o' | b'u' | b'4' | b'3' if first => &["a"],
        b'y' | b'Y' if first => &["y"],
        b'w' if first => &["w"],
        b'W' if first => &["w", "v"],
        b'w' => &["", "v"],
        b'E' | b'h' if last && !first => &["", "h"],
        b'h' | b'H' => &["h"],
        b'b' => &["b"],
        b'p' => &["p", "b"],
        b'P' => &["p", "f"],
        b'B' => &["b", "v"],
        b'f' => &["f", "v"],
        b'v' => &["v", "f"],
        b'm' => &["m"],
        b'n' => &["n"],
        b't' => &["t"],
        b'd' => &["d"],
        b'T' if first => &["t", "s"],
        b'T' => &["t", "s", "th"],
        b'D' => &["d", "z"],
        b's' => &["s"],
        b'z' => &["z"],
        b'S' if first => &["x"],
        b'S' => &["x", "sh"],
        b'C' => &["x"],
        b'Z' => &["j", "z"],
        b'J' => &["j", "g"],
        b'5' => &["s", "ts"],
        b'g' if rest.first().is_some_and(|next| matches!(next, b'e' | b'i')) => &["g", "j"],
        b'g' | b'G' => &["g"],
        b'k' | b'K' => &["k"],
        b'q' => &["k", "g"],
        b'x' => &["h", "k"],
        b'Q' => &["g", "h"],
        b'c' => &["s", "j"],
        b'X' => &["h", "ks"],
        b'j' if first => &["j", "y"],
        b'j' => &["j", ""],
        b'1' => &["x", "k"],
        b'r' => &["r"],
        b'R' => &["", "r"],
        b'l' => &["l"],
        b'6' => &["t", "d"],
        b'7' => &["p", "b"],
        b'8' => &["l", "j"],
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
        let names: [&[&str]; 31] = [
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
            &["Abebe", "አበበ"],
            &["Rahima", "রহিমা", "रहीमा"],
            &["Γεώργιος", "Georgios"],
            &["Հովհաննես", "Hovhannes"],
            &["ქეთევანი", "Ketevani"],
            &["ဇေယျာ", "Zeya"],
            &["محەمەد", "Mohammed"],
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
        assert!(sound_keys("ᏣᎳᎩ").is_empty());
        assert!(sound_keys("").is_empty());
    }
}
