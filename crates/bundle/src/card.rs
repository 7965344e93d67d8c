//! An office's card: who it is and which keys it has. Offices introduce themselves with it, on paper as QR or as a file;
//! people compare its 40 digits aloud.
//!
//! The card holds the statements that lead from the office's root to its newest working keys, and is signed by the working
//! key: the root itself lies sealed to the recovery words, and an office must be able to change its name without them.
//! Whether a card's root is the one already known is the caller's question: a changed root is loud.

use crate::{BundleError, limits};
use amparo_model::canonical;
use amparo_model::ids::{IncarnationId, OfficeId};
use amparo_model::office::SiteCode;
use amparo_vault::asymmetric::{SealingPublic, Signature, SigningPublic, SigningSecret};
use amparo_vault::certificate::{Directory, Signed, SigningRoles};
use amparo_vault::context::Context;
use amparo_vault::office::WorkingKeys;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use uuid::Uuid;

/// The newest format of cards that this version writes and reads.
pub const FORMAT: u32 = 1;

const DOMAIN: &str = "amparo/office-card/v1";
const PREFIX: &str = "amparo-card-";
/// A card's line has about 1,500 characters, and grows with the people whose signatures lead to newer working keys.
const LONGEST: usize = 64 * 1024;

/// What an office says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Format number of cards.
    pub format: u32,
    /// The same for ever.
    pub office: OfficeId,
    /// Which life of its database; a restore is announced with a new card.
    pub incarnation: IncarnationId,
    /// As people call it.
    pub name: String,
    /// First part of its case codes.
    pub site: SiteCode,
    /// The organisation that runs it, by name.
    pub agency: String,
    /// An office with invented people, that may exchange with no real one.
    pub sample: bool,
    /// The office's root: what its digits stand for.
    pub root: SigningPublic,
    /// The statements that lead from the root to the newest working keys ([`crate::chain::to_working_keys`]).
    pub statements: Vec<Signed>,
}

impl Card {
    /// Signs the card with the office's newest working key.
    ///
    /// # Errors
    /// [`BundleError::NotSealable`] when the statements do not lead from root to this key: nobody would accept the card.
    pub fn sign(self, working: &SigningSecret) -> Result<SignedCard, BundleError> {
        let signature = working.sign(DOMAIN, &self.signed_bytes()?);
        let signed = SignedCard { card: self, signature };
        if signed.verify().is_err() || signed.to_text().len() > LONGEST {
            return Err(BundleError::NotSealable("a card that nobody would accept"));
        }
        Ok(signed)
    }

    /// The 40 digits that two people compare aloud, in eight groups of five with a space between. They are those of the
    /// office and its root, and stay the same when working keys change.
    #[must_use]
    pub fn digits(&self) -> String {
        digits(&self.office, &self.root)
    }

    fn signed_bytes(&self) -> Result<Vec<u8>, BundleError> {
        canonical::bytes(self).map_err(|_| BundleError::NotACard)
    }
}

/// See [`Card::digits`]; for a known office of which only id and root are kept.
#[must_use]
pub fn digits(office: &OfficeId, root: &SigningPublic) -> String {
    let hash = Context::new("amparo/office-digits/v1").bytes(&root.to_bytes()).bytes(office.as_bytes()).digest();
    let mut text = String::with_capacity(47);
    for four in hash.chunks_exact(4) {
        let number = four.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        // Writing into a String cannot fail.
        let _ = write!(text, "{}{:05}", if text.is_empty() { "" } else { " " }, number % 100_000);
    }
    text
}

/// Whether digits typed by a person, with any spaces or hyphens between, are those of the card.
#[must_use]
pub fn same_digits(typed: &str, shown: &str) -> bool {
    let plain = |text: &str| text.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>();
    let only_digits = typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-');
    only_digits && plain(shown).len() == 40 && plain(typed) == plain(shown)
}

/// A card with the signature of the office's working key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedCard {
    /// What the office says.
    pub card: Card,
    /// By the newest working key, over the canonical bytes of the card.
    pub signature: Signature,
}

/// A card whose signatures fit, with the keys they lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedCard {
    /// What the office says.
    pub card: Card,
    /// Its newest working keys: `signing` checks its bundles, `desks` are sealed to, by desk (`cp`).
    pub keys: WorkingKeys,
}

impl VerifiedCard {
    /// The public key of a desk (`cp`).
    #[must_use]
    pub fn desk(&self, desk: &str) -> Option<SealingPublic> {
        self.keys.desks.get(desk).copied()
    }
}

impl SignedCard {
    /// Checks that the card is of a format we know and that its signatures lead from the root it names to the key that
    /// signed it. Says nothing about whether the root is the right one: only comparing digits, or a root known before, does.
    ///
    /// # Errors
    /// [`BundleError::Newer`], [`BundleError::BadSignature`], [`BundleError::TooLarge`].
    pub fn verify(&self) -> Result<VerifiedCard, BundleError> {
        let card = &self.card;
        known(card.format)?;
        if card.statements.len() > limits::CARD_STATEMENTS {
            return Err(BundleError::TooLarge);
        }
        let office = Uuid::from_bytes(*card.office.as_bytes());
        let directory = Directory::verify(office, &card.root, &SigningRoles::default(), &card.statements);
        let keys = directory.working_keys().last().ok_or(BundleError::BadSignature)?;
        if !directory.refused().is_empty() {
            return Err(BundleError::BadSignature);
        }
        keys.signing.verify(DOMAIN, &card.signed_bytes()?, &self.signature).map_err(|_| BundleError::BadSignature)?;
        Ok(VerifiedCard { card: card.clone(), keys: keys.clone() })
    }

    /// The card as one line, for a file and for QR.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Invariant: a card is made of texts, numbers and lists, which always have a canonical form.
        let bytes = canonical::bytes(self).unwrap_or_default();
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads the line back and verifies it ([`SignedCard::verify`] gives its keys). White space around it or broken lines inside do not matter.
    ///
    /// # Errors
    /// [`BundleError::NotACard`] for any other text, [`BundleError::Newer`] and [`BundleError::BadSignature`] as
    /// [`SignedCard::verify`] says.
    pub fn from_text(text: &str) -> Result<Self, BundleError> {
        if text.len() > 2 * LONGEST {
            return Err(BundleError::NotACard);
        }
        let line: String = text.split_whitespace().collect();
        let body = line.strip_prefix(PREFIX).ok_or(BundleError::NotACard)?;
        let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| BundleError::NotACard)?;
        crate::json::within_limits(&bytes, Some(10_000)).map_err(|_| BundleError::NotACard)?;
        let format: FormatOnly = serde_json::from_slice(&bytes).map_err(|_| BundleError::NotACard)?;
        known(format.card.format)?;
        let signed: Self = serde_json::from_slice(&bytes).map_err(|_| BundleError::NotACard)?;
        signed.verify()?;
        Ok(signed)
    }
}

/// Whether a card of that format can be read.
fn known(format: u32) -> Result<(), BundleError> {
    match format {
        1..=FORMAT => Ok(()),
        0 => Err(BundleError::NotACard),
        _ => Err(BundleError::Newer),
    }
}

/// Read first, so that a newer card is called newer and not broken.
#[derive(Deserialize)]
struct FormatOnly {
    card: FormatOfCard,
}
#[derive(Deserialize)]
struct FormatOfCard {
    format: u32,
}
