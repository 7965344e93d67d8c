//! A person's keys: one pair receives what is sealed to them, one signs what they write.

use crate::asymmetric::{SealingPublic, SealingSecret, SigningPublic, SigningSecret};
use crate::random::Randomness;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A person's secret keys. They exist in memory while the person is signed in, and sealed under the password in
/// `office.keys`.
#[derive(Clone, Debug)]
pub struct UserKeys {
    /// Opens what is sealed to this person: circle keys, the office key.
    pub sealing: SealingSecret,
    /// Signs revisions, log heads, grants and other people's certificates.
    pub signing: SigningSecret,
}

impl UserKeys {
    /// Length of [`UserKeys::to_bytes`].
    pub const LENGTH: usize = 64;

    /// New random keys for a new person, or for one whose password was changed on suspicion.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self { sealing: SealingSecret::generate(random), signing: SigningSecret::generate(random) }.locked()
    }

    /// Both secrets, to be sealed. Wiped when dropped.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([&self.sealing.expose_bytes()[..], &self.signing.expose_bytes()[..]].concat())
    }

    /// From opened bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] unless there are exactly [`UserKeys::LENGTH`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        match bytes.as_chunks::<32>() {
            ([sealing, signing], []) => {
                Ok(Self { sealing: SealingSecret::from_bytes(sealing), signing: SigningSecret::from_bytes(signing) }
                    .locked())
            }
            _ => Err(Error::Malformed("pair of user keys")),
        }
    }

    /// The public halves, for the person's certificate.
    #[must_use]
    pub fn public(&self) -> UserPublic {
        UserPublic { sealing: self.sealing.public(), signing: self.signing.public() }
    }

    fn locked(self) -> Self {
        Self { sealing: self.sealing.locked(), signing: self.signing.locked() }
    }
}

/// What others know of a person: where to seal to them and how to check their signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserPublic {
    /// Seal to this.
    pub sealing: SealingPublic,
    /// Check signatures with this.
    pub signing: SigningPublic,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;

    #[test]
    fn user_keys_come_back_from_their_bytes_and_from_no_other_length() {
        let keys = UserKeys::generate(&mut OsRandom);
        let bytes = keys.to_bytes();
        assert_eq!(bytes.len(), UserKeys::LENGTH);
        assert_eq!(UserKeys::from_bytes(&bytes).unwrap().public(), keys.public());
        assert!(UserKeys::from_bytes(&bytes[1..]).is_err());
        assert!(UserKeys::from_bytes(&[0; 65]).is_err());
    }

    #[test]
    fn no_two_people_get_the_same_keys() {
        assert_ne!(UserKeys::generate(&mut OsRandom).public(), UserKeys::generate(&mut OsRandom).public());
    }
}
