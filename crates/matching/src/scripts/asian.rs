//! Korean by composition, kana by its order; every other letter is like only to itself. Thai, Lao, Khmer and Chinese have files of their own.

use super::{han, khmer, thai, unknown};
use std::ops::RangeInclusive;

/// Adds the phones of letters of one script.
type Reading = fn(&[char], &mut Vec<u8>);

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(c) = run.get(at) {
        let code = u32::from(*c);
        // Runs of letters of these scripts are read as a whole.
        let part: Option<(RangeInclusive<u32>, Reading)> = match code {
            0x0E00..=0x0EFF => Some((0x0E00..=0x0EFF, thai::read)),
            0x1780..=0x17FF => Some((0x1780..=0x17FF, khmer::read)),
            0x4E00..=0x9FFF => Some((0x4E00..=0x9FFF, han::read)),
            _ => None,
        };
        if let Some((block, read)) = part {
            let rest = run.get(at..).unwrap_or_default();
            let length = rest.iter().take_while(|c| block.contains(&u32::from(**c))).count();
            read(rest.get(..length).unwrap_or_default(), phones);
            at += length.max(1);
            continue;
        }
        at += 1;
        match code {
            0x3041..=0x3096 => kana(code - 0x3041, phones),
            0x30A1..=0x30F6 => kana(code - 0x30A1, phones),
            0xAC00..=0xD7A3 => hangul(code - 0xAC00, phones),
            _ if c.is_alphabetic() => phones.push(unknown(*c)),
            _ => {}
        }
    }
}

/// Korean syllables are composed: first consonant, vowel, last consonant (Unicode, "Hangul Syllable Composition").
fn hangul(offset: u32, phones: &mut Vec<u8>) {
    const FIRST: [&str; 19] =
        ["g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "J", "J", "C", "k", "t", "p", "h"];
    const VOWEL: [&str; 21] = [
        "a", "e", "ya", "ye", "o", "e", "yo", "ye", "o", "wa", "we", "we", "yo", "u", "wo", "we", "wi", "yu", "u", "i",
        "i",
    ];
    const LAST: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    let at = |table: &[&'static str], index: u32| {
        usize::try_from(index).ok().and_then(|i| table.get(i)).copied().unwrap_or("")
    };
    phones.extend(at(&FIRST, offset / 588).bytes());
    phones.extend(at(&VOWEL, offset % 588 / 28).bytes());
    phones.extend(at(&LAST, offset % 28).bytes());
}

/// Japanese kana stand in rows of five vowels; voiced and small letters in between.
fn kana(offset: u32, phones: &mut Vec<u8>) {
    const KANA: &str = "a,a,i,i,u,u,e,e,o,o,ka,ga,ki,gi,ku,gu,ke,ge,ko,go,sa,za,Si,Ji,su,zu,se,ze,so,zo,ta,da,Ci,Ji,,tsu,zu,te,de,to,do,\
        na,ni,nu,ne,no,ha,ba,pa,hi,bi,pi,fu,bu,pu,he,be,pe,ho,bo,po,ma,mi,mu,me,mo,ya,ya,yu,yu,yo,yo,ra,ri,ru,re,ro,wa,wa,i,e,o,n,vu,ka,ke";
    let sounds = usize::try_from(offset).ok().and_then(|at| KANA.split(',').nth(at)).unwrap_or("");
    phones.extend(sounds.bytes());
}
