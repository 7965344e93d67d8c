//! What a person typed into the search box, made ready to be held against many records.

use crate::fold::fold;
use crate::numbers::{id_fold, phone_digits};
use crate::parts::{is_servant, leans, without_article};
use crate::search_text::SEPARATOR;
use crate::sounds::{keys_of_folded, sounding};
use memchr::memmem::Finder;

/// What a question looks like. Every kind is still looked for in names, codes, phones and identity numbers alike where it can
/// stand there; the kind is for the words on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryKind {
    /// Nothing to look for; matches no record.
    Empty,
    /// Words only.
    Name,
    /// Letters and digits.
    Code,
    /// Digits only: a phone, or the digits of a code or identity number.
    Number,
}

/// A question, parsed once and held against every record. It shows nothing of itself in `Debug`.
#[derive(Clone)]
pub struct Query {
    pub(crate) kind: QueryKind,
    /// The whole question without separators, when it holds a digit: a code or identity number.
    pub(crate) squeezed: Option<Needle>,
    /// The question as a phone, when it is digits only and at least four of them.
    pub(crate) phone: Option<Phone>,
    pub(crate) words: Vec<Word>,
}

/// A phone asked for: its digits, and the last eight for when one side has a country code and the other not.
#[derive(Clone)]
pub(crate) struct Phone {
    pub(crate) digits: Needle,
    pub(crate) ending: Option<Finder<'static>>,
}

/// Bytes looked for, and how many letters they are.
#[derive(Clone)]
pub(crate) struct Needle {
    pub(crate) finder: Finder<'static>,
    pub(crate) letters: usize,
}

impl Needle {
    fn new(text: &str) -> Self {
        Self { finder: Finder::new(text.as_bytes()).into_owned(), letters: text.chars().count() }
    }
}

/// One word of a question.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) text: Needle,
    /// The word without its Arabic article; found only as a whole part or the start of one.
    pub(crate) bare: Option<Needle>,
    /// Sound keys with a separator in front; `whole` ones have it behind as well.
    pub(crate) sounds: Vec<Sound>,
    /// One bit for each sound key, as in [`crate::SearchText`].
    pub(crate) sound_bits: u128,
    /// Found anywhere in a part; else only at its start.
    pub(crate) inside: bool,
    pub(crate) has_digit: bool,
    /// Leans on the next word (al-, bin, abu): a bonus when found, no loss when not.
    pub(crate) optional: bool,
}

/// A sound key looked for.
#[derive(Clone)]
pub(crate) struct Sound {
    pub(crate) finder: Finder<'static>,
    /// Whether the key may also be the beginning of a longer one.
    pub(crate) prefix: bool,
}

impl Query {
    /// Reads what was typed. Never fails: what cannot be found in a record simply matches none.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let folded = fold(text);
        let has_digit = folded.chars().any(|c| c.is_ascii_digit());
        let has_letter = folded.chars().any(|c| c != ' ' && !c.is_ascii_digit());
        let kind = match (has_letter, has_digit) {
            (false, false) => QueryKind::Empty,
            (true, false) => QueryKind::Name,
            (true, true) => QueryKind::Code,
            (false, true) => QueryKind::Number,
        };
        let squeezed = has_digit.then(|| Needle::new(&id_fold(text)));
        let phone = Some(phone_digits(text)).filter(|digits| !has_letter && digits.len() >= 4).map(|digits| {
            let ending: String = digits.chars().skip(digits.len().saturating_sub(8)).collect();
            Phone {
                ending: (digits.len() >= 9)
                    .then(|| Finder::new(format!("{ending}{SEPARATOR}").as_bytes()).into_owned()),
                digits: Needle::new(&digits),
            }
        });
        // A word as typed tells more of its sound than its folded form.
        let sounding = fold(&sounding(text));
        let mut words: Vec<Word> =
            folded.split(' ').zip(sounding.split(' ')).filter(|(word, _)| !word.is_empty()).map(Word::new).collect();
        if words.iter().all(|word| word.optional) {
            words.iter_mut().for_each(|word| word.optional = false);
        }
        Self { kind, squeezed, phone, words }
    }

    /// What the question looks like.
    #[must_use]
    pub fn kind(&self) -> QueryKind {
        self.kind
    }

    /// Whether there is nothing to look for. An empty question matches no record: show the unfiltered list instead.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kind == QueryKind::Empty
    }
}

impl std::fmt::Debug for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Query").field("kind", &self.kind).field("words", &self.words.len()).finish_non_exhaustive()
    }
}

impl Word {
    fn new((word, sounding): (&str, &str)) -> Self {
        let text = Needle::new(word);
        // A Chinese or Japanese character is a word of its own; of other scripts one or two letters say too little.
        let inside = text.letters >= 3 || word.chars().any(is_ideograph);
        let has_digit = word.chars().any(|c| c.is_ascii_digit());
        let keys = if text.letters >= 3 && !has_digit { keys_of_folded(sounding) } else { Vec::new() };
        let sound_bits = keys.iter().fold(0, |bits, key| bits | sound_bit(key));
        let sounds = keys
            .iter()
            .map(|key| {
                // Metaphone keys (capitals) are matched whole: they are the vaguer ones.
                let prefix = key.len() >= 3 && key.bytes().all(|b| b.is_ascii_lowercase());
                let end = if prefix { String::new() } else { SEPARATOR.to_string() };
                Sound { finder: Finder::new(format!("{SEPARATOR}{key}{end}").as_bytes()).into_owned(), prefix }
            })
            .collect();
        Self {
            bare: without_article(word).map(Needle::new),
            sounds,
            sound_bits,
            inside,
            has_digit,
            optional: leans(word) || (is_servant(word) && word != "abdi"),
            text,
        }
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// One of 128 bits for a sound key, the same for all keys that begin with the same three letters: a record without any of a
/// question's bits has none of its keys, and need not be read.
pub(crate) fn sound_bit(key: &str) -> u128 {
    let hash =
        key.bytes().take(3).fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    1 << ((hash ^ (hash >> 15)) & 127)
}
