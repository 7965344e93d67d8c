//! Names that are one name although no rule of sound leads from one to the other, and pet names.
//!
//! The table that comes with the program ([`BUILT_IN`]) can be added to by an office: one line a name, `spellings | pet names`.

use super::agreement::{Nearness, Token, nearness};
use super::burmese;
use super::words::{Word, split};
use crate::phones::distance;
use std::collections::HashMap;

/// One line a name: what it is called in full, in any language and script, then `|`, then its pet names and short forms.
const BUILT_IN: &str = include_str!("variants.txt");

/// What the table knows of a word: the lines in which it is a full name, and those in which it is a pet name.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Known {
    names: Vec<u16>,
    pets: Vec<u16>,
}

impl Known {
    /// Whether both are full forms of one name.
    pub(crate) fn same_name(&self, other: &Self) -> bool {
        meet(&self.names, &other.names)
    }

    /// Whether one is a pet name of the other, or both are of a third.
    pub(crate) fn nickname(&self, other: &Self) -> bool {
        meet(&self.pets, &other.names) || meet(&self.names, &other.pets) || meet(&self.pets, &other.pets)
    }

    /// The lines the word stands in, full name or pet name.
    pub(crate) fn lines(&self) -> impl Iterator<Item = u16> + '_ {
        self.names.iter().chain(&self.pets).copied()
    }
}

fn meet(one: &[u16], other: &[u16]) -> bool {
    one.iter().any(|line| other.contains(line))
}

/// The table of name variants and pet names, with an office's own lines.
#[derive(Clone)]
pub struct Variants {
    entries: Vec<Entry>,
    by_classes: HashMap<Vec<u8>, Vec<u32>>,
    lines: u16,
}

#[derive(Clone)]
struct Entry {
    word: Word,
    line: u16,
    pet: bool,
}

impl Default for Variants {
    fn default() -> Self {
        let mut table = Self { entries: Vec::new(), by_classes: HashMap::new(), lines: 0 };
        table.add(BUILT_IN);
        // One word of a Burmese name is spelled in as many ways.
        table.add(&burmese::WORDS.replace('|', " "));
        table
    }
}

impl std::fmt::Debug for Variants {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Variants").field("lines", &self.lines).finish_non_exhaustive()
    }
}

impl Variants {
    /// Adds lines: the full forms of a name, then `|`, then its pet names, all with blanks between; `#` begins a remark. A name of
    /// several words cannot be given. Lines that hold no name are passed over.
    pub fn add(&mut self, lines: &str) {
        for line in lines.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let (names, pets) = line.split_once('|').unwrap_or((line, ""));
            if self.lines == u16::MAX {
                return;
            }
            let before = self.entries.len();
            for (text, pet) in [(names, false), (pets, true)] {
                for word in text.split_whitespace().filter_map(Word::new) {
                    let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
                    for key in word.sounds.classes.clone() {
                        self.by_classes.entry(key).or_default().push(at);
                    }
                    self.entries.push(Entry { word, line: self.lines, pet });
                }
            }
            self.lines += u16::from(self.entries.len() > before);
        }
    }

    /// How near the first words of two names are: for trying out the table.
    #[must_use]
    pub fn nearness(&self, one: &str, other: &str) -> Nearness {
        let token = |name: &str| {
            let word = split(name).words.into_iter().next()?;
            Some(Token { known: self.known(&word), word })
        };
        token(one).zip(token(other)).map_or(Nearness::Different, |(one, other)| nearness(&one, &other))
    }

    /// What is known of a word. Its spelling need not be the table's, if it sounds the same.
    pub(crate) fn known(&self, word: &Word) -> Known {
        let mut known = Known::default();
        if word.joined {
            return known;
        }
        // A patronymic is the father's name as well (Олександрович, Aleksandrovich).
        let father = word.other.as_ref().filter(|_| word.is_patronymic());
        for (sounds, key) in std::iter::once(&word.sounds)
            .chain(father)
            .flat_map(|sounds| sounds.classes.iter().map(move |key| (sounds, key)))
        {
            for entry in self.by_classes.get(key).into_iter().flatten().filter_map(|at| self.entries.get(*at as usize))
            {
                let list = if entry.pet { &mut known.pets } else { &mut known.names };
                if list.contains(&entry.line) {
                    continue;
                }
                // Short words, and those of a script without vowels beside one with them, sound alike too easily.
                let (bare, other) = (word.script.leaves_vowels_out(), entry.word.script.leaves_vowels_out());
                let vague = bare != other || key.len() < 2 || sounds.phones.len() < 4;
                let far = if vague && key.len() < 3 {
                    0.0
                } else if vague {
                    0.02
                } else {
                    0.045
                };
                if entry.word.text == word.text || distance(sounds, &entry.word.sounds) <= far && far > 0.0 {
                    list.push(entry.line);
                }
            }
        }
        known
    }
}
