//! Cyrillic letters: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz, Tajik.

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let mut before = None;
    for (at, c) in run.iter().enumerate() {
        let soft_j = |at: usize| run.get(at) == Some(&'д') && run.get(at + 1) == Some(&'ж');
        let after_consonant = before.is_some_and(|b| !"аеёиоуыэюяіїєўйәөүұьъ".contains(b));
        phones.extend_from_slice(match c {
            'а' => b"a",
            'б' => b"b",
            'в' => b"v",
            'г' => b"Q", // g in Russian, h in Ukrainian
            'ґ' => b"g",
            'ѓ' | 'ђ' | 'џ' | 'ҷ' => b"J",
            'д' if soft_j(at) => b"",
            'д' => b"d",
            'ж' if at.checked_sub(1).is_some_and(soft_j) => b"J",
            'е' | 'ё' | 'э' => b"e",
            'є' => b"e",
            'ж' | 'җ' => b"Z",
            'з' | 'ѕ' => b"z",
            'и' | 'і' | 'ы' | 'ѝ' | 'ӣ' => b"i",
            'ї' => b"i",
            'й' | 'ј' => b"y",
            'к' | 'ќ' => b"k",
            'қ' => b"q",
            'л' => b"l",
            'љ' => b"ly",
            'м' => b"m",
            'н' | 'ң' => b"n",
            'њ' => b"ny",
            'о' | 'ө' => b"o",
            'п' => b"p",
            'р' => b"r",
            'с' => b"s",
            'т' => b"t",
            'у' | 'ү' | 'ұ' | 'ӯ' => b"u",
            'ў' => b"w",
            'ф' => b"f",
            'х' => b"x",
            'ҳ' | 'һ' => b"h",
            'ғ' => b"G",
            'ц' => b"5",
            'ч' | 'ћ' => b"C",
            'ш' | 'щ' => b"S",
            'ә' => b"4",
            'ю' if after_consonant => b"u",
            'ю' => b"yu",
            'я' if after_consonant => b"a",
            'я' => b"ya",
            _ => b"",
        });
        before = Some(*c);
    }
}
