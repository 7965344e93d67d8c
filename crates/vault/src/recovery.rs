//! The recovery secret: 256 random bits on paper, as 24 words and as a QR code.

use crate::asymmetric::{SealingPublic, SealingSecret};
use crate::context::Context;
use crate::random::Randomness;
use crate::symmetric::Key;
use crate::{Error, Result};
use bip39::{Language, Mnemonic};
use secrecy::SecretString;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize as _, Zeroizing};

const WORDS: usize = 24;
const QR_PREFIX: &str = "AMPARO-RECOVERY-1 ";

/// The secret on paper. Whoever holds it opens the recovery circle and the office root.
#[derive(Clone, Debug)]
pub struct RecoverySecret(Key);

impl RecoverySecret {
    /// A new one, to be shown and printed once.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self(Key::generate(random))
    }

    /// The 24 words, in English in every language of the program: the list is the one other programs and paper cards know,
    /// and its words differ in their first four letters.
    #[must_use]
    pub fn words(&self) -> SecretString {
        // Invariant: 32 bytes are a valid length for 24 words.
        #[expect(clippy::expect_used)]
        let mnemonic =
            Mnemonic::from_entropy_in(Language::English, self.0.expose_bytes()).expect("32 bytes make 24 words");
        let words: Vec<&str> = mnemonic.words().collect();
        SecretString::from(words.join(" "))
    }

    /// The text of the QR code on the recovery sheet; [`RecoverySecret::parse`] reads it as well.
    #[must_use]
    pub fn qr_text(&self) -> SecretString {
        use secrecy::ExposeSecret as _;
        SecretString::from(format!("{QR_PREFIX}{}", self.words().expose_secret()))
    }

    /// Reads the words as typed: any case, any spaces, line breaks, numbering such as `1.` or `1)`, or hyphens between them.
    ///
    /// # Errors
    /// [`Error::WordCount`], [`Error::UnknownWord`] with the place of the first unknown word, or [`Error::WordsDoNotFit`]
    /// when all words exist but two were swapped or one replaced.
    pub fn parse(text: &str) -> Result<Self> {
        let text = Zeroizing::new(text.nfkc().collect::<String>().to_lowercase());
        let text = text.trim().strip_prefix(QR_PREFIX.trim().to_lowercase().as_str()).unwrap_or(&text);
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        if let Some(unknown) = words.iter().position(|word| Language::English.find_word(word).is_none()) {
            // A missing word matters more than a wrong one only when nothing else is wrong.
            return Err(Error::UnknownWord { position: unknown + 1 });
        }
        if words.len() != WORDS {
            return Err(Error::WordCount { found: words.len() });
        }
        let joined = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined).map_err(|_| Error::WordsDoNotFit)?;
        let (mut entropy, length) = mnemonic.to_entropy_array();
        let key = entropy.get(..length).ok_or(Error::WordsDoNotFit).and_then(Key::from_slice);
        entropy.zeroize();
        key.map(Self)
    }

    /// The X25519 secret of the recovery circle, made from the words.
    #[must_use]
    pub fn sealing(&self) -> SealingSecret {
        SealingSecret::from_bytes(self.0.derive(&Context::new("amparo/recovery/sealing/v1")).expose_bytes()).locked()
    }

    /// What everybody seals to, so that the paper can open it one day.
    #[must_use]
    pub fn public(&self) -> SealingPublic {
        self.sealing().public()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;
    use secrecy::ExposeSecret as _;

    #[test]
    fn the_words_on_paper_give_the_same_recovery_however_they_are_typed() {
        let secret = RecoverySecret::generate(&mut OsRandom);
        let words = secret.words();
        let words = words.expose_secret();
        assert_eq!(words.split(' ').count(), 24);
        let numbered: String =
            words.split(' ').enumerate().map(|(i, word)| format!("{}. {}\r\n", i + 1, word.to_uppercase())).collect();
        for typed in [words.to_owned(), numbered, words.replace(' ', "-"), format!("  {words} \n")] {
            assert_eq!(RecoverySecret::parse(&typed).unwrap().public(), secret.public());
        }
        assert_eq!(RecoverySecret::parse(secret.qr_text().expose_secret()).unwrap().public(), secret.public());
    }

    /// The published vector of the word list for 256 zero bits.
    #[test]
    fn the_words_are_the_published_ones() {
        let words = RecoverySecret(Key::from_bytes(&[0; 32])).words();
        assert!(words.expose_secret().starts_with("abandon abandon"));
        assert!(words.expose_secret().ends_with("abandon art"));
    }

    #[test]
    fn a_wrong_phrase_says_what_is_wrong_with_it() {
        let good = format!("{} art", ["abandon"; 23].join(" "));
        assert!(RecoverySecret::parse(&good).is_ok());
        let typo = good.replacen("abandon", "abandonn", 1).replacen("abandonn abandon", "abandon abandonn", 1);
        assert!(matches!(RecoverySecret::parse(&typo), Err(Error::UnknownWord { position: 2 })));
        assert!(matches!(RecoverySecret::parse("abandon art"), Err(Error::WordCount { found: 2 })));
        assert!(matches!(RecoverySecret::parse(""), Err(Error::WordCount { found: 0 })));
        assert!(matches!(RecoverySecret::parse(&["abandon"; 24].join(" ")), Err(Error::WordsDoNotFit)));
    }

    #[test]
    fn nothing_of_the_words_is_in_the_error() {
        let error = RecoverySecret::parse("abandon secretword").err().unwrap();
        assert!(!format!("{error} {error:?}").contains("secretword"));
    }
}
