//! The folded search material of one record, and how well it answers a question.

use crate::fold::fold;
use crate::numbers::{id_fold, phone_digits, running_number};
use crate::parts::{parts, parts_of_folded};
use crate::query::{Needle, Phone, Query, QueryKind, Word, sound_bit};
use crate::sounds::{keys_of_folded, sounding};

/// Stands before and after each piece of the buffer. Folding never lets it through.
pub(crate) const SEPARATOR: char = '\u{1}';
const SEPARATOR_BYTE: u8 = 1;

/// What one record can be found by, gathered as written. It shows nothing of itself in `Debug`.
#[derive(Default, Clone)]
pub struct Entry {
    names: Vec<String>,
    sounds: Vec<String>,
    numbers: Vec<String>,
    phones: Vec<String>,
}

impl Entry {
    /// An entry that nothing finds yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a name, whole or in part, in any script. Other names and nicknames are further calls.
    pub fn name(&mut self, text: &str) -> &mut Self {
        for part in parts(text) {
            add(&mut self.names, part);
        }
        for part in parts_of_folded(&fold(&sounding(text))) {
            for key in keys_of_folded(&part) {
                add(&mut self.sounds, key);
            }
        }
        self
    }

    /// Adds a case code: found whole, in part, with or without separators, and by its running number alone.
    pub fn code(&mut self, text: &str) -> &mut Self {
        if let Some(number) = running_number(text) {
            add(&mut self.numbers, number);
        }
        self.id(text)
    }

    /// Adds an identity number or another agency's code: found whole or in part, with or without separators.
    pub fn id(&mut self, text: &str) -> &mut Self {
        add(&mut self.numbers, id_fold(text));
        self
    }

    /// Adds a phone: found by any four or more digits in a row, with or without the country code.
    pub fn phone(&mut self, text: &str) -> &mut Self {
        add(&mut self.phones, phone_digits(text));
        self
    }

    /// The material as it is kept in memory.
    #[must_use]
    pub fn search_text(&self) -> SearchText {
        let mut buffer = String::new();
        let mut ends = [0; 4];
        for (end, pieces) in ends.iter_mut().zip([&self.names, &self.numbers, &self.phones, &self.sounds]) {
            buffer.push(SEPARATOR);
            for piece in pieces {
                buffer.push_str(piece);
                buffer.push(SEPARATOR);
            }
            *end = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        }
        SearchText {
            buffer: buffer.into_boxed_str(),
            ends,
            sound_bits: self.sounds.iter().fold(0, |bits, key| bits | sound_bit(key)),
        }
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry").field("names", &self.names.len()).finish_non_exhaustive()
    }
}

fn add(pieces: &mut Vec<String>, piece: String) {
    if !piece.is_empty() && !pieces.contains(&piece) {
        pieces.push(piece);
    }
}

/// The search material of one record: one buffer of names, numbers, phones and sound keys, each between separators. It is
/// personal data in clear: keep it only while the office is open. It shows nothing of itself in `Debug`.
#[derive(Clone)]
pub struct SearchText {
    buffer: Box<str>,
    /// Where names, numbers, phones and sounds end.
    ends: [u32; 4],
    sound_bits: u128,
}

impl std::fmt::Debug for SearchText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchText").field("bytes", &self.buffer.len()).finish_non_exhaustive()
    }
}

/// How a word was found, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// A part begins with the sound of it.
    SoundsBegun,
    /// A part sounds like it.
    SoundsLike,
    /// It stands inside a part, a code or a number.
    Inside,
    /// A part, a code or a number begins with it; or a phone ends with it.
    Start,
    /// It is a part, a code or a number.
    Whole,
}

/// How well a record answers a question; greater is better. The weakest word decides, then all words together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// How the worst found of the question's words was found.
    pub weakest: Hit,
    /// The strength of all words together.
    pub total: u32,
}

impl Score {
    /// Whether a word of the question was only found by its sound, so that the screen says "sounds like".
    #[must_use]
    pub fn sounds_like(&self) -> bool {
        self.weakest <= Hit::SoundsLike
    }
}

impl SearchText {
    /// How well this record answers the question; `None` when it does not. Every word must be found: as a whole part, the start
    /// of one, three or more letters inside one, or by sound; one or two letters only at the start of a part.
    #[must_use]
    pub fn matches(&self, query: &Query) -> Option<Score> {
        if query.kind == QueryKind::Empty {
            return None;
        }
        let whole = query.squeezed.as_ref().and_then(|number| self.number(number));
        let phone = query.phone.as_ref().and_then(|phone| self.phone(phone));
        if let Some(hit) = whole.max(phone) {
            return Some(Score { weakest: hit, total: (hit as u32 + 1) * 2 });
        }
        if query.kind == QueryKind::Number {
            return None;
        }
        let mut weakest = Hit::Whole;
        let mut total = 0;
        for word in &query.words {
            match self.word(word) {
                Some(hit) if word.optional => total += hit as u32 + 1,
                Some(hit) => {
                    weakest = weakest.min(hit);
                    total += (hit as u32 + 1) * 2;
                }
                None if word.optional => {}
                None => return None,
            }
        }
        Some(Score { weakest, total })
    }

    fn word(&self, word: &Word) -> Option<Hit> {
        let names = self.section(0);
        let by_spelling = best(names, &word.text, word.inside);
        if by_spelling.is_some() {
            return by_spelling;
        }
        let by_bare = word.bare.as_ref().and_then(|bare| best(names, bare, false));
        if by_bare.is_some() {
            return by_bare;
        }
        if word.has_digit {
            if let Some(hit) = self.number(&word.text) {
                return Some(hit);
            }
            if word.text.letters >= 4 {
                return best(self.section(2), &word.text, true);
            }
            return None;
        }
        // Letters alone stand in a code only at its front (the site's letters).
        if word.text.letters >= 3
            && let Some(hit) = best(self.section(1), &word.text, false)
        {
            return Some(hit);
        }
        self.sound(word)
    }

    fn number(&self, number: &Needle) -> Option<Hit> {
        let hit = best(self.section(1), number, number.letters >= 4)?;
        // One to three characters begin too many codes: they must be the whole of one.
        (number.letters >= 4 || hit == Hit::Whole).then_some(hit)
    }

    fn phone(&self, phone: &Phone) -> Option<Hit> {
        let phones = self.section(2);
        best(phones, &phone.digits, true)
            .map(|hit| if ends_a_piece(phones, &phone.digits) { hit.max(Hit::Start) } else { hit })
            .or_else(|| phone.ending.as_ref().and_then(|ending| ending.find(phones)).map(|_| Hit::Start))
    }

    fn sound(&self, word: &Word) -> Option<Hit> {
        if self.sound_bits & word.sound_bits == 0 {
            return None;
        }
        let sounds = self.section(3);
        let mut found = None;
        for sound in &word.sounds {
            for at in sound.finder.find_iter(sounds) {
                let whole = !sound.prefix || sounds.get(at + sound.finder.needle().len()) == Some(&SEPARATOR_BYTE);
                if whole {
                    return Some(Hit::SoundsLike);
                }
                found = Some(Hit::SoundsBegun);
            }
        }
        found
    }

    fn section(&self, index: usize) -> &[u8] {
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = index.checked_sub(1).map_or(0, end);
        self.buffer.as_bytes().get(start..end(index)).unwrap_or_default()
    }
}

/// The best place where the needle stands between separators.
fn best(section: &[u8], needle: &Needle, inside: bool) -> Option<Hit> {
    let mut found = None;
    for at in needle.finder.find_iter(section) {
        let starts = at.checked_sub(1).and_then(|before| section.get(before)) == Some(&SEPARATOR_BYTE);
        let ends = section.get(at + needle.finder.needle().len()) == Some(&SEPARATOR_BYTE);
        let hit = match (starts, ends) {
            (true, true) => return Some(Hit::Whole),
            (true, false) => Hit::Start,
            (false, _) if inside => Hit::Inside,
            (false, _) => continue,
        };
        found = found.max(Some(hit));
    }
    found
}

fn ends_a_piece(section: &[u8], needle: &Needle) -> bool {
    needle.finder.find_iter(section).any(|at| section.get(at + needle.finder.needle().len()) == Some(&SEPARATOR_BYTE))
}
