//! What a revision says about a leaf without showing it.

use crate::context::Context;
use crate::random::{self, Randomness};
use uuid::Uuid;

/// Random bytes inside the seal of a leaf, without which the commitment could be guessed from likely values.
pub type Salt = [u8; 32];

/// A new salt for one leaf.
#[must_use]
pub fn salt(random: &mut dyn Randomness) -> Salt {
    random::bytes(random)
}

/// SHA-256 over the length-prefixed tag, record, compartment, schema number, salt and the leaf's canonical bytes (RFC
/// 8785). Anybody can check the chain of revisions with it; only who opens the leaf can check the leaf.
#[must_use]
pub fn commitment(record: Uuid, compartment: &str, schema: u32, salt: &Salt, canonical: &[u8]) -> [u8; 32] {
    Context::new("amparo/leaf-commitment/v1")
        .id(record)
        .text(compartment)
        .number(schema.into())
        .bytes(salt)
        .bytes(canonical)
        .digest()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest as _, Sha256};

    fn hex(bytes: [u8; 32]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Fixed for good: stored revisions depend on it. Also computed by hand below, independently of `Context`.
    #[test]
    fn the_commitment_never_changes_between_versions() {
        let record = Uuid::from_u128(0x0011_2233_4455_6677_8899_aabb_ccdd_eeff);
        let got = commitment(record, "identity", 3, &[0xa5; 32], br#"{"name":"Lina"}"#);
        let mut by_hand = Vec::new();
        for part in [
            &b"amparo/leaf-commitment/v1"[..],
            &[0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff],
            b"identity",
            &[3, 0, 0, 0, 0, 0, 0, 0],
            &[0xa5; 32],
            br#"{"name":"Lina"}"#,
        ] {
            by_hand.extend_from_slice(&(part.len() as u64).to_le_bytes());
            by_hand.extend_from_slice(part);
        }
        assert_eq!(hex(got), hex(Sha256::digest(&by_hand).into()));
        assert_eq!(hex(got), "64de1f8cb96c77a0cb3416c9acd89b8cffde6ed490ff7717911d9d4f214475e2");
        assert_eq!(
            hex(commitment(Uuid::nil(), "", 0, &[0; 32], b"")),
            "8366952d2eb2c2a63e83268249883ace6deda881fa9048d798fc94ab8a9f3ca8"
        );
    }

    #[test]
    fn every_part_counts() {
        let base = commitment(Uuid::from_u128(1), "identity", 1, &[1; 32], b"{}");
        for other in [
            commitment(Uuid::from_u128(2), "identity", 1, &[1; 32], b"{}"),
            commitment(Uuid::from_u128(1), "summary", 1, &[1; 32], b"{}"),
            commitment(Uuid::from_u128(1), "identity", 2, &[1; 32], b"{}"),
            commitment(Uuid::from_u128(1), "identity", 1, &[2; 32], b"{}"),
            commitment(Uuid::from_u128(1), "identity", 1, &[1; 32], b"{ }"),
        ] {
            assert_ne!(base, other);
        }
    }
}
