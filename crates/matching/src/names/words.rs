//! A name split into words, with articles and "son of" taken off and "servant of" and "father of" put together with what they lean on.

use super::respect::{halves, titles, titles_in_front};
use crate::fold::fold;
use crate::parts::{ARTICLES, CHILD_OF, FATHER_OF, MOTHER_OF, is_servant, without_article};
use crate::phones::{Sounds, is_vowel, undoubled};
use crate::scripts::{Script, han, phones_as_written};

/// More words than this are left out: no name has them, and nobody shall make the program slow.
const MOST_WORDS: usize = 16;

/// "Mother", before her child's name.
const MOTHER: &[&str] = &["mother", "mere", "madre", "mama"];

/// First halves of compounds that are names of their own as well: they are put together only where that agrees with the other side.
const ALSO_ALONE: &[&str] = &["abdi", "abdou", "abdu"];

/// Stands for "servant of" at the front of the phones of a compound name.
pub(crate) const SERVANT: u8 = b'&';

/// One word of a name, ready to be compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// As folded, without article.
    pub text: String,
    /// How it sounds.
    pub sounds: Sounds,
    /// How it sounds when its first letters are an article after all (`alhaddad`), or the name a patronymic is made of.
    pub other: Option<Sounds>,
    /// What it is written in.
    pub script: Script,
    /// Whether it is two words that were written apart, taken together.
    pub joined: bool,
    /// Whether the word is a single letter that stands for a name.
    pub initial: bool,
}

impl Word {
    /// From one word as written, or several that belong together.
    pub(crate) fn new(written: &str) -> Option<Self> {
        let text: String = fold(written).chars().filter(|c| *c != ' ').take(60).collect();
        let script = Script::of_word(&text)?;
        let bare = script.leaves_vowels_out();
        let initial = text.chars().count() == 1
            && !matches!(script, Script::Burmese | Script::Indic | Script::Ethiopic | Script::Other);
        let raw = phones_as_written(written);
        let servant = with_servant(&undoubled(raw.clone()));
        if servant.is_none()
            && let Some(name) = without_article(&text)
        {
            // An Arabic article is one: the bare word is the name (الحسن is حسن).
            let sounds = Sounds::new(undoubled(phones_as_written(name)), bare);
            return Some(Self { text: name.to_owned(), sounds, other: None, script, joined: false, initial });
        }
        let other = match servant {
            Some(_) => None,
            None => latin_article(&raw)
                .or_else(|| romance_article(&raw))
                .or_else(|| patronymic_of(&raw))
                .or_else(|| with_ks(&raw))
                .or_else(|| southern_slavic(written))
                .map(|phones| Sounds::new(phones, bare)),
        };
        let sounds = Sounds::new(servant.unwrap_or_else(|| undoubled(raw)), bare);
        Some(Self { text, sounds, other, script, joined: false, initial })
    }

    /// Two words as one; none of initials, or of two scripts.
    pub(crate) fn together(one: &Self, other: &Self) -> Option<Self> {
        if one.initial || other.initial || one.script != other.script {
            return None;
        }
        let mut phones = one.sounds.phones.clone();
        phones.extend(&other.sounds.phones);
        phones.truncate(crate::scripts::MOST_PHONES);
        let phones = undoubled(phones);
        let sounds = Sounds::new(with_servant(&phones).unwrap_or(phones), one.script.leaves_vowels_out());
        Some(Self {
            text: format!("{}{}", one.text, other.text),
            sounds,
            other: None,
            script: one.script,
            joined: true,
            initial: false,
        })
    }

    /// Whether it is "son" or "daughter of" in one word (Slavic).
    pub(crate) fn is_patronymic(&self) -> bool {
        self.script != Script::Arabic && patronymic_of(&self.sounds.phones).is_some()
    }
}

/// The words of a name.
#[derive(Clone, Default)]
pub(crate) struct Words {
    /// In the order they were written.
    pub words: Vec<Word>,
    /// For "mother of X": X.
    pub mother_of: Option<Word>,
    /// Whether it begins with "father of".
    pub father_of: bool,
}

/// Splits a name. Nothing but signs gives no words.
pub(crate) fn split(name: &str) -> Words {
    let raw: Vec<String> = name
        .split(|c: char| c.is_whitespace() || is_separator(c))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .flat_map(han::family_and_given)
        .take(MOST_WORDS * 2)
        .map(str::to_owned)
        .collect();
    let folded: Vec<String> = raw.iter().map(|word| fold(word)).collect();
    let mut found = Words::default();
    let mut at = 0;
    while let (Some(written), Some(word)) = (raw.get(at), folded.get(at)) {
        if found.words.len() >= MOST_WORDS {
            break;
        }
        at += 1;
        let more = at < raw.len();
        let is = |list: &[&str]| list.contains(&word.as_str());
        if more && (is(CHILD_OF) || is(ARTICLES) || titles().contains(word)) {
            continue;
        }
        let bare = without_article(word).unwrap_or(word);
        if more && found.words.is_empty() && (titles_in_front().contains(bare) || titles_in_front().contains(word)) {
            continue;
        }
        // بی بی, a lady.
        if at + 1 < raw.len() && found.words.is_empty() && word == "بي" && folded.get(at) == Some(word) {
            at += 1;
            continue;
        }
        if more && found.words.is_empty() && (is(MOTHER_OF) || is(MOTHER)) {
            // The rest is the child's name: its first word is enough.
            let mut rest = split(&raw.get(at..).unwrap_or_default().join(" "));
            if !rest.words.is_empty() {
                found.mother_of = Some(rest.words.swap_remove(0));
                return found;
            }
        }
        found.father_of |= more && found.words.is_empty() && is(FATHER_OF);
        if more && (is_servant(word) && !is(ALSO_ALONE) || is(FATHER_OF)) {
            // An article between the two halves belongs to neither.
            if folded.get(at).is_some_and(|next| ARTICLES.contains(&next.as_str())) && at + 1 < raw.len() {
                at += 1;
            }
            let joined = format!("{written}{}", raw.get(at).map_or("", |next| next.as_str()));
            at += 1;
            let joined = with_half(&joined, &raw, &folded, &mut at);
            found.words.extend(Word::new(&joined));
            continue;
        }
        found.words.extend(Word::new(&with_half(written, &raw, &folded, &mut at)));
    }
    found
}

/// The word with the half that follows and leans on it, if one does (Habib Ullah, Badr al-Din, نقیب الله).
fn with_half(word: &str, raw: &[String], folded: &[String], at: &mut usize) -> String {
    let article = usize::from(folded.get(*at).is_some_and(|next| ARTICLES.contains(&next.as_str())));
    match (folded.get(*at + article), raw.get(*at + article)) {
        (Some(next), Some(written)) if halves().contains(next) => {
            *at += article + 1;
            format!("{word}{written}")
        }
        _ => word.to_owned(),
    }
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '.'
                | ','
                | ';'
                | ':'
                | '/'
                | '\\'
                | '('
                | ')'
                | '"'
                | '_'
                | '،'
                | '؛'
                | '·'
                | '።'
                | '፡'
                | '+'
                | '&'
                | '|'
    ) || c.is_control()
}

/// A compound of "servant of": the servant's mark and the phones of the master's name without article (عبد الرحمن, Abdurrahman, Cabdiraxmaan).
/// Read of phones, so that one rule serves every script.
fn with_servant(raw: &[u8]) -> Option<Vec<u8>> {
    let mut rest = raw;
    let skip = |rest: &mut &[u8], which: &dyn Fn(u8) -> bool| {
        while let [first, others @ ..] = *rest {
            if !which(*first) {
                break;
            }
            *rest = others;
        }
    };
    if let [b'3' | b'K' | b'c' | b'Q', others @ ..] = rest {
        rest = others;
    }
    skip(&mut rest, &|phone| matches!(phone, b'a' | b'4' | b'e' | b'0' | b'@' | b'A'));
    // Something is before the b: without it this is another name (بدرية).
    if rest.len() == raw.len() {
        return None;
    }
    let [b'b', others @ ..] = rest else { return None };
    rest = others;
    skip(&mut rest, &|phone| phone == b'@');
    let [b'd', others @ ..] = rest else { return None };
    rest = others;
    skip(&mut rest, &|phone| matches!(phone, b'a' | b'e' | b'i' | b'o' | b'u' | b'4' | b'@' | b'A' | b'W'));
    let strong = |rest: &[u8]| {
        rest.iter()
            .filter(|phone| !is_vowel(**phone) && !matches!(phone, b'h' | b'3' | b'y' | b'w' | b'W' | b'Y'))
            .count()
    };
    // The l is the article's, unless it is the name's own (Allah, Ali, Hadi: there it makes no difference).
    if let [b'l', others @ ..] = rest
        && strong(others) >= 2
    {
        rest = others;
    }
    if strong(rest) == 0 || rest.len() < 2 {
        return None;
    }
    let mut phones = vec![SERVANT];
    phones.extend(rest);
    Some(undoubled(phones))
}

/// `haddad` of `alhaddad`, `shamari` of `ashshamari`: perhaps an article, perhaps not (Alberto).
fn latin_article(raw: &[u8]) -> Option<Vec<u8>> {
    let [b'a' | b'e' | b'u' | b'i' | b'o', second, rest @ ..] = raw else { return None };
    let doubled = rest.first() == Some(second) && !is_vowel(*second);
    let article = *second == b'l' && rest.first().is_some_and(|next| !is_vowel(*next) && *next != b'l');
    let bare = (article || doubled).then_some(rest)?;
    // Of three sounds only after the article as it is spelled most (Aljak, Elhaj).
    let spelled = *second == b'l' && matches!(raw.first(), Some(b'a' | b'e'));
    (bare.len() >= if spelled { 3 } else { 4 }).then(|| undoubled(bare.to_vec()))
}

/// `cruz` of `delacruz`, `silva` of `dasilva`: Spanish and Portuguese articles, written in one with the name or left out.
fn romance_article(raw: &[u8]) -> Option<Vec<u8>> {
    let front: [&[u8]; 6] = [b"delos", b"delas", b"dela", b"dos", b"das", b"da"];
    let bare = front.iter().find_map(|article| raw.strip_prefix(*article))?;
    (bare.len() >= 4 && bare.first().is_some_and(|next| !is_vowel(*next))).then(|| undoubled(bare.to_vec()))
}

/// Đ is d in Vietnam and dj in Serbia.
fn southern_slavic(written: &str) -> Option<Vec<u8>> {
    let again = written.contains(['đ', 'Đ']).then(|| written.replace(['đ', 'Đ'], "dj"))?;
    Some(undoubled(phones_as_written(&again)))
}

/// Latin x as ks (Oxana, Maxim), where it may as well be h (Somali) or kh (Kurdish).
fn with_ks(raw: &[u8]) -> Option<Vec<u8>> {
    let inside = raw.iter().skip(1).any(|phone| *phone == b'X');
    let spell = |phone: &u8| if *phone == b'X' { vec![b'k', b's'] } else { vec![*phone] };
    inside.then(|| undoubled(raw.iter().flat_map(spell).collect()))
}

/// The father's name in a Slavic patronymic: Александр of Александрович and Александрівна.
fn patronymic_of(phones: &[u8]) -> Option<Vec<u8>> {
    const ENDINGS: &[&[u8]] = &[
        b"oviC", b"eviC", b"oviC1", b"oviS", b"oviz", b"ovic", b"ovi1", b"evi1", b"ovitS", b"eviT", b"ovna", b"evna",
        b"ivna", b"owna", b"iwna", b"ewna", b"ovyC", b"iniCna", b"oviCh", b"yovna", b"yoviC",
    ];
    let ending = ENDINGS.iter().filter(|ending| phones.ends_with(ending)).max_by_key(|ending| ending.len())?;
    let stem = phones.get(..phones.len() - ending.len())?;
    (stem.len() >= 3).then(|| stem.to_vec())
}
