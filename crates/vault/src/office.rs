//! The office's own keys: the one every login opens, the root that vouches for people, and the working keys partners see.

use crate::asymmetric::{SealingPublic, SealingSecret, Signature, SigningPublic, SigningSecret};
use crate::context::Context;
use crate::random::Randomness;
use crate::symmetric::Key;
use crate::{Error, Result};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;
use zeroize::Zeroizing;

/// The key every login of the office opens. It opens the database file, not what is sealed inside to circles.
#[derive(Clone, Debug)]
pub struct OfficeKey {
    key: Key,
    epoch: u32,
}

impl OfficeKey {
    /// The key of a new office, epoch 1.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self { key: Key::generate(random).locked(), epoch: 1 }
    }

    /// A new random key for the next epoch, when somebody left or a password was lost.
    #[must_use]
    pub fn next(&self, random: &mut dyn Randomness) -> Self {
        Self { key: Key::generate(random).locked(), epoch: self.epoch.saturating_add(1) }
    }

    /// Counts how often the office key was turned.
    #[must_use]
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// SQLCipher's raw key as it expects it in `PRAGMA key`: `x'` and 64 hexadecimal digits and `'`. Raw, because the key is
    /// random already and SQLCipher's own password stretching would only cost time.
    #[must_use]
    pub fn database_key(&self) -> SecretString {
        let key = self.key.derive(&Context::new("amparo/office/database/v1"));
        // One allocation of the final size: growing would leave unwiped pieces behind.
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in key.expose_bytes() {
            // Invariant: writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        SecretString::from(text.as_str())
    }

    /// The key under which the last audit head is kept in the computer's configuration folder.
    #[must_use]
    pub fn head_key(&self) -> Key {
        self.key.derive(&Context::new("amparo/office/outside-head/v1"))
    }

    /// The key for the MAC over the header of `office.keys`.
    pub(crate) fn header_key(&self) -> Key {
        self.key.derive(&Context::new("amparo/office/header-mac/v1"))
    }

    /// The key under which the office key before is kept while it is being turned.
    pub(crate) fn turning_key(&self) -> Key {
        self.key.derive(&Context::new("amparo/office/turning/v1"))
    }

    /// The key for the notes in `office.keys` that say whose a slot is.
    pub(crate) fn note_key(&self) -> Key {
        self.key.derive(&Context::new("amparo/office/slot-note/v1"))
    }

    /// The key for the list of what was destroyed in `office.keys`.
    pub(crate) fn destroyed_key(&self) -> Key {
        self.key.derive(&Context::new("amparo/office/destroyed/v1"))
    }

    pub(crate) fn expose_bytes(&self) -> &[u8; 32] {
        self.key.expose_bytes()
    }

    pub(crate) fn from_slice(bytes: &[u8], epoch: u32) -> Result<Self> {
        Ok(Self { key: Key::from_slice(bytes)?.locked(), epoch })
    }
}

fn entry_domain(domain: &str) -> String {
    format!("amparo/root-entry/{domain}")
}

/// The office's root. It vouches for the first people and for working keys at set-up; afterwards it exists only sealed to
/// the recovery words, so that no one person can bring it back alone.
#[derive(Clone, Debug)]
pub struct OfficeRoot(SigningSecret);

impl OfficeRoot {
    /// The root of a new office.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self(SigningSecret::generate(random).locked())
    }

    /// What everybody checks against.
    #[must_use]
    pub fn public(&self) -> SigningPublic {
        self.0.public()
    }

    pub(crate) fn sign(&self, domain: &str, bytes: &[u8]) -> Signature {
        self.0.sign(domain, bytes)
    }

    /// Signs a further entry of the office's directory, or its card. The domain is kept apart from those of certificates.
    #[must_use]
    pub fn sign_entry(&self, domain: &str, bytes: &[u8]) -> Signature {
        self.0.sign(&entry_domain(domain), bytes)
    }

    /// Checks what [`OfficeRoot::sign_entry`] signed.
    ///
    /// # Errors
    /// [`Error::BadSignature`].
    pub fn verify_entry(root: &SigningPublic, domain: &str, bytes: &[u8], signature: &Signature) -> Result<()> {
        root.verify(&entry_domain(domain), bytes, signature)
    }

    pub(crate) fn expose_bytes(&self) -> &[u8; 32] {
        self.0.expose_bytes()
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Result<Self> {
        let seed = Zeroizing::new(<[u8; 32]>::try_from(bytes).map_err(|_| Error::Malformed("office root"))?);
        Ok(Self(SigningSecret::from_bytes(&seed).locked()))
    }
}

/// The secret working keys of one epoch: one signs bundles, one for each desk opens what partners send to it.
#[derive(Clone, Debug)]
pub struct WorkingSecrets {
    /// Signs bundles.
    pub signing: SigningSecret,
    /// Opens bundles; by the desk's code (`cp`, `gbv`, `tracing`, `reports`). Each is given to the desk's circle only.
    pub desks: BTreeMap<String, SealingSecret>,
}

impl WorkingSecrets {
    /// New keys for these desks.
    #[must_use]
    pub fn generate(desks: &[&str], random: &mut dyn Randomness) -> Self {
        let signing = SigningSecret::generate(random);
        let desks = desks.iter().map(|desk| ((*desk).to_owned(), SealingSecret::generate(random))).collect();
        Self { signing, desks }
    }

    /// What partners are told, still to be signed (see [`crate::certificate::Statement::WorkingKeys`]).
    #[must_use]
    pub fn public(&self, office: Uuid, epoch: u32, position: u64) -> WorkingKeys {
        let desks = self.desks.iter().map(|(desk, secret)| (desk.clone(), secret.public())).collect();
        WorkingKeys { office, epoch, position, signing: self.signing.public(), desks }
    }
}

/// The public working keys of one epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingKeys {
    /// The office.
    pub office: Uuid,
    /// Counts how often they were turned; only the newest is sealed to.
    pub epoch: u32,
    /// Where in the office's log they were announced.
    pub position: u64,
    /// Checks signatures under bundles.
    pub signing: SigningPublic,
    /// Seals bundles; by the desk's code.
    pub desks: BTreeMap<String, SealingPublic>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;
    use secrecy::ExposeSecret as _;

    #[test]
    fn the_database_key_is_raw_hexadecimal_and_the_same_at_every_unlock() {
        let key = OfficeKey::from_slice(&[5; 32], 1).unwrap();
        let text = key.database_key();
        let text = text.expose_secret();
        assert_eq!(text.len(), 67);
        assert!(text.starts_with("x'") && text.ends_with('\''));
        assert!(text.trim_start_matches('x').trim_matches('\'').chars().all(|digit| digit.is_ascii_hexdigit()));
        assert_eq!(key.database_key().expose_secret(), text);
        assert_ne!(OfficeKey::from_slice(&[6; 32], 1).unwrap().database_key().expose_secret(), text);
        assert!(!text.contains("0505050505"), "the office key itself is never handed to the database");
    }

    #[test]
    fn the_keys_made_from_the_office_key_all_differ() {
        let key = OfficeKey::generate(&mut OsRandom);
        let made = [key.head_key(), key.header_key(), key.note_key(), key.turning_key()];
        for (i, one) in made.iter().enumerate() {
            assert_ne!(one.expose_bytes(), key.expose_bytes());
            for other in &made[i + 1..] {
                assert_ne!(one.expose_bytes(), other.expose_bytes());
            }
        }
    }

    #[test]
    fn the_next_office_key_is_another_key_of_the_next_epoch() {
        let key = OfficeKey::generate(&mut OsRandom);
        let next = key.next(&mut OsRandom);
        assert_eq!(next.epoch(), 2);
        assert_ne!(key.expose_bytes(), next.expose_bytes());
    }

    #[test]
    fn every_desk_has_a_key_of_its_own() {
        let secrets = WorkingSecrets::generate(&["cp", "gbv"], &mut OsRandom);
        let public = secrets.public(Uuid::nil(), 1, 4);
        assert_eq!(public.desks.len(), 2);
        assert_ne!(public.desks.get("cp"), public.desks.get("gbv"));
    }
}
