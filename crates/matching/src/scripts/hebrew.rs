//! Hebrew letters. Vowels are mostly not written.

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let start = phones.len();
    let letters: Vec<char> = run.iter().copied().filter(|c| ('א'..='ת').contains(c)).collect();
    for (at, c) in letters.iter().enumerate() {
        let first = phones.len() == start;
        let last = at + 1 == letters.len();
        phones.extend_from_slice(match c {
            'א' if first => b"0",
            'א' => b"A",
            'ב' => b"B",
            'ג' => b"g",
            'ד' => b"d",
            'ה' if last && !first => b"E",
            'ה' => b"h",
            'ו' => b"W",
            'ז' => b"z",
            'ח' => b"x",
            'ט' | 'ת' => b"t",
            'י' if last && !first => b"F",
            'י' => b"Y",
            'כ' | 'ך' => b"k",
            'ל' => b"l",
            'מ' | 'ם' => b"m",
            'נ' | 'ן' => b"n",
            'ס' => b"s",
            'ע' => b"3",
            'פ' | 'ף' => b"P",
            'צ' | 'ץ' => b"5",
            'ק' => b"k",
            'ר' => b"r",
            'ש' => b"S",
            _ => b"",
        });
    }
}
