//! One spelling for all spellings of a letter.

use unicode_normalization::UnicodeNormalization;

/// Folds text for comparison: compatibility forms unfolded (NFKD), case, Latin, Greek, Cyrillic, Hebrew and Arabic marks removed,
/// tatweel and invisible characters removed, Arabic and Persian letter variants unified, digits of every script made Western,
/// punctuation turned into single spaces. Apostrophes vanish, so `Sa'id` is `said`.
///
/// Vowel signs of Indic, Burmese, Thai and similar scripts are letters of the name, not marks on it: they stay.
///
/// Folding twice gives the same as folding once.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for unfolded in text.nfkd() {
        for c in unfolded.to_lowercase() {
            if vanishes(c) {
                continue;
            }
            if let Some(digit) = western_digit(c) {
                push(&mut folded, &mut gap, digit);
            } else if is_letter(c) {
                match spelled_out(c) {
                    Some(letters) => letters.chars().for_each(|l| push(&mut folded, &mut gap, l)),
                    None => push(&mut folded, &mut gap, unified(c)),
                }
            } else {
                gap = true;
            }
        }
    }
    folded
}

fn push(folded: &mut String, gap: &mut bool, c: char) {
    if *gap && !folded.is_empty() {
        folded.push(' ');
    }
    *gap = false;
    folded.push(c);
}

/// Letters, and the vowel signs and joiners that some scripts write as marks. Everything else separates words.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Characters that nobody sees: soft hyphen, joiners, direction marks, variation selectors, byte order mark.
pub(crate) fn invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Characters that leave no trace: invisible ones, marks on letters, tatweel, a lone hamza, apostrophes.
fn vanishes(c: char) -> bool {
    invisible(c)
        || matches!(c,
        // marks on Latin, Greek, Cyrillic letters
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        // Hebrew points, but not its maqaf (a hyphen) and sof pasuq
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
        // Arabic vowel signs, Quranic marks, tatweel, lone hamza
        | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{0621}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08FF}'
        // apostrophes and the letters that stand for ayn and hamza in romanised names
        | '\'' | '`' | '\u{00B4}' | '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02B9}'..='\u{02BF}'
        | '\u{02C8}' | '\u{A78B}' | '\u{A78C}')
}

/// The digits of the scripts Amparo's offices write, as 0 to 9.
fn western_digit(c: char) -> Option<char> {
    // The first digit of each script's run of ten.
    const ZEROS: [u32; 14] = [
        0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0B66, 0x0BE6, 0x0E50, 0x0F20, 0x1040, 0x1090, 0x17E0,
    ];
    let code = u32::from(c);
    ZEROS.iter().filter(|&&zero| code >= zero).find_map(|zero| char::from_digit(code - zero, 10))
}

/// Letters that become two, in the usual spelling of people who lack the letter.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        _ => return None,
    })
}

/// One letter for each group of letters that people write for one another.
fn unified(c: char) -> char {
    match c {
        // Latin letters that do not decompose
        'ı' => 'i',
        'ø' | 'ɔ' => 'o',
        'ł' => 'l',
        'đ' | 'ð' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ŋ' | 'ɲ' => 'n',
        'ə' | 'ɛ' | 'ǝ' => 'e',
        'ɓ' => 'b',
        'ƙ' => 'k',
        'ƴ' => 'y',
        'ŧ' => 't',
        // Greek
        'ς' => 'σ',
        // Cyrillic letters that do not decompose
        'ґ' => 'г',
        'є' => 'е',
        'і' | 'ӏ' => 'и',
        'ә' => 'а',
        'қ' => 'к',
        'ғ' => 'г',
        'ң' => 'н',
        'ө' => 'о',
        'ү' | 'ұ' => 'у',
        'һ' | 'ҳ' => 'х',
        // Arabic, Persian, Kurdish, Urdu
        '\u{0671}' | '\u{0672}' | '\u{0673}' => 'ا',
        'ى' | 'ی' | 'ې' | 'ے' | 'ێ' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ە' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ۆ' | 'ۇ' | 'ۋ' => 'و',
        'ڵ' => 'ل',
        'ڕ' => 'ر',
        'ں' => 'ن',
        _ => ethiopic(c),
    }
}

/// Amharic writes several old letters for one sound: h (ሐ ኀ ኸ), s (ሠ), the vowel carrier (ዐ), ts (ፀ). Each of the seven
/// vowel forms moves along.
fn ethiopic(c: char) -> char {
    let code = u32::from(c);
    let (row, form) = (code & !7, code & 7);
    let target = match row {
        0x1210 | 0x1280 | 0x12B8 => 0x1200,
        0x1220 => 0x1230,
        0x12D0 => 0x12A0,
        0x1340 => 0x1338,
        _ => return c,
    };
    char::from_u32(target + form).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn latin_letters_lose_case_and_marks() {
        for (written, folded) in [
            ("  Zoë  MÜLLER-Łuk ", "zoe muller luk"),
            ("Straße Ærø", "strasse aero"),
            ("IŞIK ışık İrem", "isik isik irem"),
            ("Sa'id O’Brien ʿAli", "said obrien ali"),
            ("Đorđe Ɗan Ŋaro", "dorde dan naro"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }

    #[test]
    fn arabic_letter_variants_and_vowel_signs_become_one_spelling() {
        for (one, other) in [
            ("مُحَمَّد", "محمد"),
            ("أحمـــد", "احمد"),
            ("إسراء", "اسرا"),
            ("فاطمة", "فاطمه"),
            ("ليلى", "ليلي"),
            ("علی کریم", "علي كريم"),
            ("عائشة", "عايشه"),
            ("مؤمن", "مومن"),
            ("علي\u{200C}رضا", "عليرضا"),
            ("ﻣﺤﻤﺪ", "محمد"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
    }

    #[test]
    fn vowel_signs_that_are_letters_stay() {
        assert_ne!(fold("မောင်"), fold("မင်"));
        assert_ne!(fold("রহিম"), fold("রহম"));
        assert_eq!(fold("ሐና"), fold("ሀና"));
        assert_eq!(fold("ሠናይት"), fold("ሰናይት"));
    }

    #[test]
    fn cyrillic_marks_and_variants_are_unified() {
        assert_eq!(fold("АЛЁНА Андрій"), fold("алена андрии"));
    }

    #[test]
    fn digits_of_every_script_are_western() {
        for digits in ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "၀၁၂၃၄၅၆၇၈၉", "০১২৩৪৫৬৭৮৯", "０１２３４５６７８９"]
        {
            assert_eq!(fold(digits), "0123456789");
        }
    }

    #[test]
    fn only_marks_and_blanks_fold_to_nothing() {
        assert_eq!(fold(" \u{200F}ـــ ًٌ - '"), "");
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for text in ["İSTANBUL ß", "ﷲ ﻻ ۀ", "한국 이름", "Ǆ ﬁ Ⅳ", "ኀይለ ሥላሴ", "क़मर ဦး"]
        {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
