//! Chinese characters by their commonest reading, in Hanyu Pinyin, which is then read as other Latin letters are.

use super::{latin, unknown};
use std::collections::HashMap;
use std::sync::LazyLock;

const READINGS: &str = include_str!("han.txt");

/// The hundred commonest family names, of which more than four of five people bear one (census of China, 2020), and some that Big5 writes otherwise.
const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯";

/// Family names of two characters.
const OF_TWO: [&str; 8] = ["欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒"];

static PINYIN: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = READINGS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    lines.flat_map(|(reading, characters)| characters.chars().map(move |character| (character, reading))).collect()
});

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    for character in run {
        match PINYIN.get(character) {
            Some(reading) => latin::read(&reading.chars().collect::<Vec<_>>(), phones),
            None => phones.push(unknown(*character)),
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Family and given name of a whole name, which is written without a space (王建国, 欧阳明); any other word as it is. Two characters alone may be a given
/// name as well as both: they stay together.
pub(crate) fn family_and_given(word: &str) -> impl Iterator<Item = &str> {
    let count = word.chars().count();
    let front = |characters: usize| word.char_indices().nth(characters).map_or(word.len(), |(at, _)| at);
    let family = if !(3..=4).contains(&count) || !word.chars().all(is_han) {
        0
    } else if OF_TWO.iter().any(|name| word.starts_with(name)) {
        front(2)
    } else if count == 3 && word.starts_with(|c| FAMILY.contains(c)) {
        front(1)
    } else {
        0
    };
    let (family, given) = word.split_at(family);
    [family, given].into_iter().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::family_and_given;

    #[test]
    fn whole_names_are_taken_apart_and_given_names_are_not() {
        let of = |word: &'static str| family_and_given(word).collect::<Vec<_>>();
        assert_eq!(of("王建国"), ["王", "建国"]);
        assert_eq!(of("欧阳明"), ["欧阳", "明"]);
        assert_eq!(of("建国"), ["建国"]);
        assert_eq!(of("Wang"), ["Wang"]);
    }
}
