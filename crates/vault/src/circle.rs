//! A circle's keys, how they reach its members, and how a compartment's key reaches a circle.

mod letter;

pub use letter::{ChainPlace, LetterKey};

use crate::asymmetric::{self, SealingPublic, SealingSecret};
use crate::context::Context;
use crate::random::Randomness;
use crate::symmetric::{self, Key};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// One circle at one epoch of its keys. Everything sealed for it is bound to this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CircleEpoch {
    /// The office the circle belongs to.
    pub office: Uuid,
    /// The circle.
    pub circle: Uuid,
    /// Counts how often the circle's keys were turned.
    pub epoch: u32,
}

/// One compartment of one record at one epoch of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompartmentEpoch<'a> {
    /// The record.
    pub record: Uuid,
    /// The compartment's name, such as `identity`.
    pub compartment: &'a str,
    /// Counts how often the compartment's key was turned.
    pub epoch: u32,
}

/// The keys every member of a circle holds while signed in.
#[derive(Clone, Debug)]
pub struct CircleKeys {
    sealing: SealingSecret,
    symmetric: Key,
}

/// What those outside a circle need in order to give it something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CirclePublic(pub SealingPublic);

/// A compartment key wrapped for a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrapped {
    /// By somebody outside the circle, to its public key.
    ToPublic(Vec<u8>),
    /// By a member, under the circle's shared key. Opens some fifty times faster, which is what thousands of records at
    /// unlock need.
    Shared(Vec<u8>),
    /// By somebody outside the circle, under the key of a letter to it ([`LetterKey`]): one public-key operation for everything
    /// that one entry of a key chain gives to the circle.
    InLetter(Vec<u8>),
}

impl Wrapped {
    /// For storing: one byte for the kind, then the sealed key.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let (kind, sealed) = match self {
            Self::ToPublic(sealed) => (1, sealed),
            Self::Shared(sealed) => (2, sealed),
            Self::InLetter(sealed) => (3, sealed),
        };
        let mut bytes = Vec::with_capacity(1 + sealed.len());
        bytes.push(kind);
        bytes.extend_from_slice(sealed);
        bytes
    }

    /// From stored bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] for an unknown kind or a length that no wrapped key has.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        match bytes.split_first() {
            Some((1, sealed)) if sealed.len() == 32 + asymmetric::OVERHEAD => Ok(Self::ToPublic(sealed.to_vec())),
            Some((2, sealed)) if sealed.len() == 32 + symmetric::OVERHEAD => Ok(Self::Shared(sealed.to_vec())),
            Some((3, sealed)) if sealed.len() == 32 + symmetric::OVERHEAD => Ok(Self::InLetter(sealed.to_vec())),
            _ => Err(Error::Malformed("wrapped compartment key")),
        }
    }
}

impl CircleKeys {
    /// New random keys: for a new circle, or for the next epoch of one that somebody left.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self { sealing: SealingSecret::generate(random), symmetric: Key::generate(random) }.locked()
    }

    /// What those outside need to give the circle something.
    #[must_use]
    pub fn public(&self) -> CirclePublic {
        CirclePublic(self.sealing.public())
    }

    /// The circle's X25519 secret: an intake desk's circle opens bundles with it.
    #[must_use]
    pub fn sealing(&self) -> &SealingSecret {
        &self.sealing
    }

    /// The key all members share, for things sealed to the circle that are not a compartment's key (log bodies, drafts).
    /// The caller gives such seals a context with a tag of their own.
    #[must_use]
    pub fn shared(&self) -> &Key {
        &self.symmetric
    }

    /// Gives the circle's keys to a member.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the member's public key is unusable.
    pub fn seal_to_member(
        &self,
        at: &CircleEpoch,
        member: Uuid,
        to: &SealingPublic,
        random: &mut dyn Randomness,
    ) -> Result<Vec<u8>> {
        asymmetric::seal_to(to, &for_member(at, member), &self.to_bytes(), random)
    }

    /// Opens the circle's keys as a member.
    ///
    /// # Errors
    /// [`Error::NotOpened`] if they were sealed for another circle, epoch or person.
    pub fn open_as_member(at: &CircleEpoch, member: Uuid, secret: &SealingSecret, sealed: &[u8]) -> Result<Self> {
        Self::from_bytes(&asymmetric::open_with(secret, &for_member(at, member), sealed)?)
    }

    /// Gives the circle's keys to whoever holds the recovery words.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the recovery public key is unusable.
    pub fn seal_to_recovery(
        &self,
        at: &CircleEpoch,
        to: &SealingPublic,
        random: &mut dyn Randomness,
    ) -> Result<Vec<u8>> {
        asymmetric::seal_to(to, &for_recovery(at), &self.to_bytes(), random)
    }

    /// Opens the circle's keys with the recovery secret ([`crate::recovery::RecoverySecret::sealing`]).
    ///
    /// # Errors
    /// [`Error::NotOpened`] if they were sealed for another circle, epoch or recovery.
    pub fn open_with_recovery(at: &CircleEpoch, secret: &SealingSecret, sealed: &[u8]) -> Result<Self> {
        Self::from_bytes(&asymmetric::open_with(secret, &for_recovery(at), sealed)?)
    }

    /// Wraps a compartment's key for this circle, as a member.
    #[must_use]
    pub fn wrap(
        &self,
        at: &CircleEpoch,
        compartment: &CompartmentEpoch<'_>,
        key: &Key,
        random: &mut dyn Randomness,
    ) -> Wrapped {
        Wrapped::Shared(symmetric::seal(&self.symmetric, &for_compartment(at, compartment), key.expose_bytes(), random))
    }

    /// Opens a compartment's key that was wrapped for this circle, by a member or by somebody outside. What was wrapped in a
    /// letter opens with the letter's key only ([`CircleKeys::open_letter`]).
    ///
    /// # Errors
    /// [`Error::NotOpened`] if it was wrapped for another circle, record, compartment or epoch, or in a letter.
    pub fn unwrap(&self, at: &CircleEpoch, compartment: &CompartmentEpoch<'_>, wrapped: &Wrapped) -> Result<Key> {
        let place = for_compartment(at, compartment);
        Key::from_slice(&match wrapped {
            Wrapped::ToPublic(sealed) => asymmetric::open_with(&self.sealing, &place, sealed)?,
            Wrapped::Shared(sealed) => symmetric::open(&self.symmetric, &place, sealed)?,
            Wrapped::InLetter(_) => return Err(Error::NotOpened),
        })
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([&self.sealing.expose_bytes()[..], &self.symmetric.expose_bytes()[..]].concat())
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self> {
        match bytes.as_chunks::<32>() {
            ([sealing, symmetric], []) => {
                Ok(Self { sealing: SealingSecret::from_bytes(sealing), symmetric: Key::from_bytes(symmetric) }.locked())
            }
            _ => Err(Error::Malformed("pair of circle keys")),
        }
    }

    fn locked(self) -> Self {
        Self { sealing: self.sealing.locked(), symmetric: self.symmetric.locked() }
    }
}

impl CirclePublic {
    /// Wraps a compartment's key for a circle one is not a member of.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the circle's public key is unusable.
    pub fn wrap(
        &self,
        at: &CircleEpoch,
        compartment: &CompartmentEpoch<'_>,
        key: &Key,
        random: &mut dyn Randomness,
    ) -> Result<Wrapped> {
        let place = for_compartment(at, compartment);
        asymmetric::seal_to(&self.0, &place, key.expose_bytes(), random).map(Wrapped::ToPublic)
    }
}

/// Proves that the author of a grant or of a new key epoch holds a compartment's key: HMAC-SHA256 over the grant
/// and its whole place, under a subkey of the previous epoch's key (of the first key itself for the first entry).
#[must_use]
pub fn grant_mac(held: &Key, grant: &Context) -> [u8; 32] {
    held.derive(&Context::new(GRANT)).mac(grant.as_bytes())
}

/// Checks a [`grant_mac`] in constant time.
///
/// # Errors
/// [`Error::BadSignature`] if the author did not hold that key.
pub fn verify_grant_mac(held: &Key, grant: &Context, mac: &[u8; 32]) -> Result<()> {
    held.derive(&Context::new(GRANT)).verify_mac(grant.as_bytes(), mac)
}

const GRANT: &str = "amparo/grant-mac/v2";

fn bound(tag: &str, at: &CircleEpoch) -> Context {
    Context::new(tag).id(at.office).id(at.circle).number(at.epoch.into())
}

fn for_member(at: &CircleEpoch, member: Uuid) -> Context {
    bound("amparo/circle-keys/member/v1", at).id(member)
}

fn for_recovery(at: &CircleEpoch) -> Context {
    bound("amparo/circle-keys/recovery/v1", at)
}

fn for_compartment(at: &CircleEpoch, compartment: &CompartmentEpoch<'_>) -> Context {
    bound("amparo/compartment-key/v1", at)
        .id(compartment.record)
        .text(compartment.compartment)
        .number(compartment.epoch.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;
    use crate::user::UserKeys;

    const HERE: CircleEpoch = CircleEpoch { office: Uuid::from_u128(1), circle: Uuid::from_u128(2), epoch: 3 };
    const IDENTITY: CompartmentEpoch<'static> =
        CompartmentEpoch { record: Uuid::from_u128(4), compartment: "identity", epoch: 5 };

    fn other_circles() -> [CircleEpoch; 3] {
        [
            CircleEpoch { office: Uuid::from_u128(9), ..HERE },
            CircleEpoch { circle: Uuid::from_u128(9), ..HERE },
            CircleEpoch { epoch: 9, ..HERE },
        ]
    }

    #[test]
    fn a_member_opens_the_circle_and_nobody_else_does() {
        let (circle, ana, ben) =
            (CircleKeys::generate(&mut OsRandom), UserKeys::generate(&mut OsRandom), UserKeys::generate(&mut OsRandom));
        let user = Uuid::from_u128(7);
        let sealed = circle.seal_to_member(&HERE, user, &ana.sealing.public(), &mut OsRandom).unwrap();
        let opened = CircleKeys::open_as_member(&HERE, user, &ana.sealing, &sealed).unwrap();
        assert_eq!(opened.public(), circle.public());
        assert!(CircleKeys::open_as_member(&HERE, user, &ben.sealing, &sealed).is_err());
        assert!(CircleKeys::open_as_member(&HERE, Uuid::from_u128(8), &ana.sealing, &sealed).is_err());
        for other in other_circles() {
            assert!(CircleKeys::open_as_member(&other, user, &ana.sealing, &sealed).is_err());
        }
    }

    #[test]
    fn recovery_opens_the_circle_only_from_what_was_sealed_to_recovery() {
        let (circle, recovery) = (CircleKeys::generate(&mut OsRandom), SealingSecret::generate(&mut OsRandom));
        let sealed = circle.seal_to_recovery(&HERE, &recovery.public(), &mut OsRandom).unwrap();
        assert_eq!(CircleKeys::open_with_recovery(&HERE, &recovery, &sealed).unwrap().public(), circle.public());
        let as_member = circle.seal_to_member(&HERE, Uuid::nil(), &recovery.public(), &mut OsRandom).unwrap();
        assert!(CircleKeys::open_with_recovery(&HERE, &recovery, &as_member).is_err());
    }

    #[test]
    fn a_compartment_key_reaches_the_circle_from_inside_and_from_outside() {
        let (circle, key) = (CircleKeys::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let inside = circle.wrap(&HERE, &IDENTITY, &key, &mut OsRandom);
        let outside = circle.public().wrap(&HERE, &IDENTITY, &key, &mut OsRandom).unwrap();
        for wrapped in [inside, outside] {
            let stored = Wrapped::from_bytes(&wrapped.to_bytes()).unwrap();
            assert_eq!(circle.unwrap(&HERE, &IDENTITY, &stored).unwrap().expose_bytes(), key.expose_bytes());
            assert!(CircleKeys::generate(&mut OsRandom).unwrap(&HERE, &IDENTITY, &stored).is_err());
        }
    }

    #[test]
    fn a_wrapped_key_moved_anywhere_else_does_not_open() {
        let (circle, key) = (CircleKeys::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        for wrapped in [
            circle.wrap(&HERE, &IDENTITY, &key, &mut OsRandom),
            circle.public().wrap(&HERE, &IDENTITY, &key, &mut OsRandom).unwrap(),
        ] {
            for other in other_circles() {
                assert!(circle.unwrap(&other, &IDENTITY, &wrapped).is_err());
            }
            for other in [
                CompartmentEpoch { record: Uuid::from_u128(9), ..IDENTITY },
                CompartmentEpoch { compartment: "summary", ..IDENTITY },
                CompartmentEpoch { epoch: 9, ..IDENTITY },
            ] {
                assert!(circle.unwrap(&HERE, &other, &wrapped).is_err());
            }
        }
    }

    #[test]
    fn a_wrapped_key_of_unknown_kind_or_length_is_refused() {
        let wrapped =
            CircleKeys::generate(&mut OsRandom).wrap(&HERE, &IDENTITY, &Key::from_bytes(&[1; 32]), &mut OsRandom);
        let bytes = wrapped.to_bytes();
        assert!(Wrapped::from_bytes(&[]).is_err());
        assert!(Wrapped::from_bytes(&bytes[..bytes.len() - 1]).is_err());
        let mut other_kind = bytes.clone();
        other_kind[0] = 1;
        assert!(Wrapped::from_bytes(&other_kind).is_err());
    }

    #[test]
    fn a_grant_is_accepted_only_from_a_holder_of_the_key() {
        let (held, other) = (Key::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let (grant, another) = (Context::new("grant"), Context::new("Grant"));
        let mac = grant_mac(&held, &grant);
        verify_grant_mac(&held, &grant, &mac).unwrap();
        assert!(verify_grant_mac(&other, &grant, &mac).is_err());
        assert!(verify_grant_mac(&held, &another, &mac).is_err());
        assert_ne!(mac, held.mac(grant.as_bytes()), "the compartment key itself is never used as a MAC key");
    }
}
