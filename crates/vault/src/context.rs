//! The place sealed bytes are bound to: a tag that says what they are, then parts that say whose and where.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A place, written so that no two different places give the same bytes: the tag and each part are preceded by their
/// length. Used as associated data when sealing, before signing, and before hashing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context(Vec<u8>);

impl Context {
    /// Starts a place with the tag of what is sealed there, such as `amparo/circle-keys/v1`.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(Vec::with_capacity(128)).bytes(tag.as_bytes())
    }

    /// Adds a part of any length.
    #[must_use]
    pub fn bytes(mut self, part: &[u8]) -> Self {
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.0.extend_from_slice(part);
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, part: &str) -> Self {
        self.bytes(part.as_bytes())
    }

    /// Adds the id of an office, a user, a circle, a record.
    #[must_use]
    pub fn id(self, part: Uuid) -> Self {
        self.bytes(part.as_bytes())
    }

    /// Adds an epoch, a slot number, a schema number, a log position.
    #[must_use]
    pub fn number(self, part: u64) -> Self {
        self.bytes(&part.to_le_bytes())
    }

    /// The bytes to hand to a primitive.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 of the place, for primitives that take a fixed size.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(parts: &[Vec<u8>]) -> Context {
        parts.iter().fold(Context::new("test"), |context, part| context.bytes(part))
    }

    proptest! {
        #[test]
        fn different_parts_never_give_the_same_place(
            one in prop::collection::vec(prop::collection::vec(0u8..3, 0..4), 0..4),
            other in prop::collection::vec(prop::collection::vec(0u8..3, 0..4), 0..4),
        ) {
            prop_assert_eq!(one == other, of(&one) == of(&other));
        }

        #[test]
        fn moving_the_border_between_two_parts_gives_another_place(bytes in prop::collection::vec(any::<u8>(), 1..40), at in 0usize..40, to in 0usize..40) {
            let (at, to) = (at % (bytes.len() + 1), to % (bytes.len() + 1));
            let split = |border: usize| { let (left, right) = bytes.split_at(border); of(&[left.to_vec(), right.to_vec()]) };
            prop_assert_eq!(at == to, split(at) == split(to));
        }
    }

    #[test]
    fn a_tag_is_not_mistaken_for_a_part() {
        assert_ne!(Context::new("a").text("b"), Context::new("ab"));
        assert_ne!(Context::new("").text("a"), Context::new("a").text(""));
    }
}
