//! Arabic letters as Arabs, Persians, Pashtuns, Kurds, Uyghurs, Pakistanis and Hausa write them (the letters of the BGN/PCGN tables). Short vowels are
//! not written, except by Kurds and Uyghurs.

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let start = phones.len();
    let letters: Vec<char> = run.iter().copied().filter(|c| !mark(*c)).collect();
    for (at, c) in letters.iter().enumerate() {
        let first = phones.len() == start;
        let last = at + 1 == letters.len();
        // What ends in Allah or ad-Din is one name, said with any vowel between (حبيب الله: Habibullah; بدر الدين: Badreddin).
        if let Some(sounds) = ending(&letters, at) {
            phones.extend_from_slice(sounds);
            break;
        }
        phones.push(match c {
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' if first => b'0',
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => b'A',
            'ى' | 'ي' | 'ی' | 'ې' | 'ے' | 'ۍ' if last && !first => b'F',
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
            'ب' | 'ٻ' => b'b',
            'پ' => b'p',
            'ت' | 'ط' | 'ٹ' | 'ټ' => b't',
            'ث' => b'T',
            'ج' => b'J',
            'چ' => b'C',
            'ح' => b'H',
            'خ' => b'x',
            'د' | 'ڈ' | 'ډ' => b'd',
            'ذ' | 'ض' | 'ظ' => b'D',
            'ر' | 'ڕ' | 'ڑ' | 'ړ' => b'r',
            'ز' | 'ځ' => b'z',
            'څ' => b'5',
            // Pashto: sh in Kandahar, kh in Peshawar; zh in Kandahar, g in Peshawar.
            'ښ' => b'1',
            'ږ' => b'J',
            'ژ' => b'Z',
            'س' | 'ص' => b's',
            'ش' => b'S',
            'ع' => b'3',
            'غ' => b'G',
            'ف' | 'ڢ' => b'f',
            'ڤ' => b'v',
            'ق' | 'ڧ' => b'q',
            'ك' | 'ک' | 'ڪ' => b'k',
            'گ' | 'ګ' => b'g',
            'ل' | 'ڵ' => b'l',
            'م' => b'm',
            'ن' | 'ں' | 'ڼ' | 'ڭ' => b'n',
            _ => continue,
        });
    }
}

/// The sounds of a last half that leans on a first one of two letters or more.
fn ending(letters: &[char], at: usize) -> Option<&'static [u8]> {
    let rest = letters.get(at..)?;
    match rest {
        ['ا', 'ل', 'ل', 'ه' | 'ہ' | 'ة'] if at >= 2 => Some(b"@laE"),
        ['ا', 'ل', 'د', 'ي' | 'ی', 'ن'] if at >= 2 => Some(b"@dYn"),
        _ => None,
    }
}

/// Vowel signs, tatweel and the lone hamza say nothing that is always written.
fn mark(c: char) -> bool {
    matches!(c, '\u{0621}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06ED}')
}
