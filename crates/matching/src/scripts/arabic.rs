//! Arabic letters as Arabs, Persians, Afghans, Kurds and Pakistanis write them. Short vowels are not written, except by Kurds.

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let start = phones.len();
    let letters: Vec<char> = run.iter().copied().filter(|c| !mark(*c)).collect();
    for (at, c) in letters.iter().enumerate() {
        let first = phones.len() == start;
        let last = at + 1 == letters.len();
        phones.push(match c {
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' if first => b'0',
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => b'A',
            'ى' | 'ي' | 'ی' | 'ې' | 'ے' if last && !first => b'F',
            // Kurds begin a vowel with ئ: it is no sound of its own, but is also mistaken for ي.
            'ئ' if first => continue,
            'ي' | 'ی' | 'ى' | 'ې' | 'ے' => b'Y',
            'ئ' => b'y',
            'ێ' => b'e',
            'و' | 'ؤ' => b'W',
            'ۆ' => b'o',
            'ۇ' | 'ۈ' => b'u',
            'ۋ' => b'v',
            // ه and ة end a name with a vowel (فاطمة, Persian فاطمه); ە is the Kurdish e anywhere.
            'ه' | 'ة' | 'ہ' | 'ۃ' | 'ۀ' if last && !first => b'E',
            'ە' if last => b'E',
            'ە' => b'4',
            'ه' | 'ة' | 'ہ' | 'ھ' => b'h',
            'ب' => b'b',
            'پ' => b'p',
            'ت' | 'ط' | 'ٹ' => b't',
            'ث' => b'T',
            'ج' => b'J',
            'چ' => b'C',
            'ح' => b'H',
            'خ' => b'x',
            'د' | 'ڈ' => b'd',
            'ذ' | 'ض' | 'ظ' => b'D',
            'ر' | 'ڕ' | 'ڑ' => b'r',
            'ز' => b'z',
            'ژ' => b'Z',
            'س' | 'ص' => b's',
            'ش' => b'S',
            'ع' => b'3',
            'غ' => b'G',
            'ف' => b'f',
            'ڤ' => b'v',
            'ق' => b'q',
            'ك' | 'ک' | 'ڪ' => b'k',
            'گ' => b'g',
            'ل' | 'ڵ' => b'l',
            'م' => b'm',
            'ن' | 'ں' => b'n',
            _ => continue,
        });
    }
}

/// Vowel signs, tatweel and the lone hamza say nothing that is always written.
fn mark(c: char) -> bool {
    matches!(c, '\u{0621}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06ED}')
}
