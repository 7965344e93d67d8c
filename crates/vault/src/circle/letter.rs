//! Letters: how one entry of a key chain gives many compartments' keys to a circle that its author is not a member of.
//!
//! A random letter key is sealed to the circle once (HPKE); each compartment's key is then wrapped under the letter key, for its own
//! place. One public-key operation for each circle and entry, instead of one for each compartment.

use super::{CircleEpoch, CircleKeys, CirclePublic, CompartmentEpoch, Wrapped, bound, for_compartment};
use crate::asymmetric;
use crate::context::Context;
use crate::random::Randomness;
use crate::symmetric::{self, Key};
use crate::{Error, Result};
use uuid::Uuid;

/// One entry's place in the key chain of a record: a letter counts in that entry only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainPlace {
    /// The record.
    pub record: Uuid,
    /// SHA-256 of the entry before it; none for the first.
    pub after: Option<[u8; 32]>,
}

/// The key of one letter.
#[derive(Clone, Debug)]
pub struct LetterKey(Key);

impl CirclePublic {
    /// Begins a letter to a circle one is not a member of: the letter's key, and the same key sealed to the circle.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the circle's public key is unusable.
    pub fn seal_letter(
        &self,
        at: &CircleEpoch,
        place: &ChainPlace,
        random: &mut dyn Randomness,
    ) -> Result<(LetterKey, Vec<u8>)> {
        let key = Key::generate(random);
        let sealed = asymmetric::seal_to(&self.0, &for_letter(at, place), key.expose_bytes(), random)?;
        Ok((LetterKey(key), sealed))
    }
}

impl CircleKeys {
    /// Opens the key of a letter to this circle.
    ///
    /// # Errors
    /// [`Error::NotOpened`] if it was sealed to another circle, epoch, record or entry.
    pub fn open_letter(&self, at: &CircleEpoch, place: &ChainPlace, sealed: &[u8]) -> Result<LetterKey> {
        let key = asymmetric::open_with(self.sealing(), &for_letter(at, place), sealed)?;
        Ok(LetterKey(Key::from_slice(&key)?))
    }
}

impl LetterKey {
    /// Wraps a compartment's key for the circle that the letter goes to.
    #[must_use]
    pub fn wrap(
        &self,
        at: &CircleEpoch,
        compartment: &CompartmentEpoch<'_>,
        key: &Key,
        random: &mut dyn Randomness,
    ) -> Wrapped {
        Wrapped::InLetter(symmetric::seal(&self.0, &for_compartment(at, compartment), key.expose_bytes(), random))
    }

    /// Opens a compartment's key that stands in this letter.
    ///
    /// # Errors
    /// [`Error::NotOpened`] if it was wrapped in another letter or another way, or for another circle, record, compartment or epoch.
    pub fn unwrap(&self, at: &CircleEpoch, compartment: &CompartmentEpoch<'_>, wrapped: &Wrapped) -> Result<Key> {
        match wrapped {
            Wrapped::InLetter(sealed) => {
                Key::from_slice(&symmetric::open(&self.0, &for_compartment(at, compartment), sealed)?)
            }
            Wrapped::ToPublic(_) | Wrapped::Shared(_) => Err(Error::NotOpened),
        }
    }
}

fn for_letter(at: &CircleEpoch, place: &ChainPlace) -> Context {
    let after = place.after.as_ref().map_or(&[][..], |hash| hash);
    bound("amparo/letter/v1", at).id(place.record).bytes(after)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;

    const HERE: CircleEpoch = CircleEpoch { office: Uuid::from_u128(1), circle: Uuid::from_u128(2), epoch: 3 };
    const FIRST: ChainPlace = ChainPlace { record: Uuid::from_u128(4), after: None };
    const IDENTITY: CompartmentEpoch<'static> =
        CompartmentEpoch { record: Uuid::from_u128(4), compartment: "identity", epoch: 5 };

    #[test]
    fn what_stands_in_a_letter_reaches_the_circle_and_nobody_else() {
        let (circle, key) = (CircleKeys::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let (letter, sealed) = circle.public().seal_letter(&HERE, &FIRST, &mut OsRandom).unwrap();
        let wrapped = Wrapped::from_bytes(&letter.wrap(&HERE, &IDENTITY, &key, &mut OsRandom).to_bytes()).unwrap();
        let opened = circle.open_letter(&HERE, &FIRST, &sealed).unwrap();
        assert_eq!(opened.unwrap(&HERE, &IDENTITY, &wrapped).unwrap().expose_bytes(), key.expose_bytes());
        assert!(CircleKeys::generate(&mut OsRandom).open_letter(&HERE, &FIRST, &sealed).is_err());
    }

    #[test]
    fn a_letter_moved_to_another_circle_epoch_record_or_entry_does_not_open() {
        let circle = CircleKeys::generate(&mut OsRandom);
        for place in [FIRST, ChainPlace { after: Some([1; 32]), ..FIRST }] {
            let (_, sealed) = circle.public().seal_letter(&HERE, &place, &mut OsRandom).unwrap();
            assert!(circle.open_letter(&HERE, &place, &sealed).is_ok());
            for other in [
                CircleEpoch { office: Uuid::from_u128(9), ..HERE },
                CircleEpoch { circle: Uuid::from_u128(9), ..HERE },
                CircleEpoch { epoch: 9, ..HERE },
            ] {
                assert!(circle.open_letter(&other, &place, &sealed).is_err());
            }
            for other in [
                ChainPlace { record: Uuid::from_u128(9), ..place },
                ChainPlace { after: Some([9; 32]), ..place },
                ChainPlace { after: if place.after.is_some() { None } else { Some([1; 32]) }, ..place },
            ] {
                assert!(circle.open_letter(&HERE, &other, &sealed).is_err());
            }
        }
    }

    #[test]
    fn a_key_moved_within_or_between_letters_does_not_open() {
        let (circle, key) = (CircleKeys::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let (letter, _) = circle.public().seal_letter(&HERE, &FIRST, &mut OsRandom).unwrap();
        let (another, _) = circle.public().seal_letter(&HERE, &FIRST, &mut OsRandom).unwrap();
        let wrapped = letter.wrap(&HERE, &IDENTITY, &key, &mut OsRandom);
        assert!(another.unwrap(&HERE, &IDENTITY, &wrapped).is_err());
        assert!(letter.unwrap(&CircleEpoch { epoch: 9, ..HERE }, &IDENTITY, &wrapped).is_err());
        for other in [
            CompartmentEpoch { record: Uuid::from_u128(9), ..IDENTITY },
            CompartmentEpoch { compartment: "summary", ..IDENTITY },
            CompartmentEpoch { epoch: 9, ..IDENTITY },
        ] {
            assert!(letter.unwrap(&HERE, &other, &wrapped).is_err());
        }
    }

    #[test]
    fn each_way_of_wrapping_opens_in_its_own_way_only() {
        let (circle, key) = (CircleKeys::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let (letter, _) = circle.public().seal_letter(&HERE, &FIRST, &mut OsRandom).unwrap();
        let in_letter = letter.wrap(&HERE, &IDENTITY, &key, &mut OsRandom);
        assert!(circle.unwrap(&HERE, &IDENTITY, &in_letter).is_err());
        for wrapped in [
            circle.wrap(&HERE, &IDENTITY, &key, &mut OsRandom),
            circle.public().wrap(&HERE, &IDENTITY, &key, &mut OsRandom).unwrap(),
        ] {
            assert!(letter.unwrap(&HERE, &IDENTITY, &wrapped).is_err());
        }
    }
}
