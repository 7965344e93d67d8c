//! Every word of names once, with its number.

use crate::names::agreement::Token;
use crate::names::variants::Variants;
use crate::names::words::Word;
use crate::profile::Profile;
use crate::scripts::Script;
use std::collections::HashMap;

/// The words that profiles are made of.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    tokens: Vec<Token>,
    numbers: HashMap<Word, u32>,
}

impl Lexicon {
    /// The number of a word; it is added when it is new.
    pub(crate) fn token(&mut self, word: Word, variants: &Variants) -> u32 {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = u32::try_from(self.tokens.len()).unwrap_or(u32::MAX);
        self.tokens.push(Token { known: variants.known(&word), word: word.clone() });
        self.numbers.insert(word, number);
        number
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Token> {
        self.tokens.get(number as usize)
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }
}

/// A code (place, country, language) as a number that is the same in every lexicon (FNV-1a).
pub(crate) fn code(code: &str) -> u32 {
    code.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The people a profile belongs to by its language, else its nationality, else its script: names are common or rare within it.
pub(crate) fn culture(profile: &Profile) -> u32 {
    match profile.languages.first().or(profile.nationalities.first()) {
        Some(known) => code(known),
        None => code(&format!("{:?}", Script::of_word(&profile.first))),
    }
}
