//! Thai, Khmer, Sinhala and Korean by short tables, kana by its order; every other letter is like only to itself.

use super::unknown;

const THAI: &str = "kkxxxxnCCCSCydttttndtttnbppfpfmyrrllvSSshl3h";
const KHMER: &str = "kkkknccccnddddntttnnbpppmyrlvSShl3";

pub(super) fn read(run: &[char], phones: &mut Vec<u8>) {
    for c in run {
        let code = u32::from(*c);
        match code {
            0x0E01..=0x0E2E => phones.push(nth(THAI, code - 0x0E01)),
            0x0E30..=0x0E33 => phones.push(b'a'),
            0x0E34..=0x0E37 => phones.push(b'i'),
            0x0E38 | 0x0E39 => phones.push(b'u'),
            0x0E40 | 0x0E41 => phones.push(b'e'),
            0x0E42 => phones.push(b'o'),
            0x0E43 | 0x0E44 => phones.extend_from_slice(b"ai"),
            0x1780..=0x17A2 => phones.push(nth(KHMER, code - 0x1780)),
            0x17B6 => phones.push(b'a'),
            0x17B7..=0x17BA => phones.push(b'i'),
            0x17BB..=0x17BD => phones.push(b'u'),
            0x17BE..=0x17C3 => phones.push(b'e'),
            0x17C4 | 0x17C5 => phones.push(b'o'),
            0x3041..=0x3096 => kana(code - 0x3041, phones),
            0x30A1..=0x30F6 => kana(code - 0x30A1, phones),
            0xAC00..=0xD7A3 => hangul(code - 0xAC00, phones),
            _ if c.is_alphabetic() => phones.push(unknown(*c)),
            _ => {}
        }
    }
}

fn nth(table: &str, at: u32) -> u8 {
    usize::try_from(at).ok().and_then(|at| table.as_bytes().get(at)).copied().unwrap_or(b'@')
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
