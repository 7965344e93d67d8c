//! A desk's keys in the words of the `age` format. The desk's X25519 key *is* an age key: no second key to keep.

use crate::BundleError;
use amparo_vault::asymmetric::{SealingPublic, SealingSecret};
use bech32::{Bech32, Hrp};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::{Zeroize as _, Zeroizing};

/// The desk's secret key as the line `AGE-SECRET-KEY-1…`: what plain `age -d -i` reads, and what is exported for it.
#[must_use]
pub fn desk_key_text(secret: &SealingSecret) -> SecretString {
    // Invariant: 32 bytes make 74 characters, under bech32's limit, and the prefix is a valid one.
    #[expect(clippy::expect_used)]
    let mut lower = bech32::encode::<Bech32>(Hrp::parse_unchecked("age-secret-key-"), secret.expose_bytes())
        .expect("32 bytes fit into bech32");
    let text = SecretString::from(lower.to_uppercase());
    lower.zeroize();
    text
}

/// The desk's public key as the line `age1…`.
#[must_use]
pub fn desk_recipient_text(public: &SealingPublic) -> String {
    // Invariant: as above.
    #[expect(clippy::expect_used)]
    bech32::encode::<Bech32>(Hrp::parse_unchecked("age"), &public.to_bytes()).expect("32 bytes fit into bech32")
}

/// The secret key as the age library takes it.
pub(crate) fn identity(secret: &SealingSecret) -> Result<age::x25519::Identity, BundleError> {
    let text = desk_key_text(secret);
    text.expose_secret().parse().map_err(|_| BundleError::NotForUs)
}

/// The public key as the age library takes it. Points of small order are refused: everybody could open what is sealed to
/// them, and the library takes them for a sign of broken randomness and panics.
pub(crate) fn recipient(public: &SealingPublic) -> Result<age::x25519::Recipient, BundleError> {
    let probe = x25519_dalek::StaticSecret::from([1; 32]);
    if !probe.diffie_hellman(&x25519_dalek::PublicKey::from(public.to_bytes())).was_contributory() {
        return Err(BundleError::NotSealable("a desk key of small order"));
    }
    desk_recipient_text(public).parse().map_err(|_| BundleError::NotSealable("a desk key that is none"))
}

/// Reads a desk's secret key back from its exported line; surrounding white space does not matter.
///
/// # Errors
/// [`BundleError::NotForUs`] when it is no such line.
pub fn desk_key_from_text(text: &SecretString) -> Result<SealingSecret, BundleError> {
    let (prefix, bytes) = bech32::decode(text.expose_secret().trim()).map_err(|_| BundleError::NotForUs)?;
    let bytes = Zeroizing::new(bytes);
    let bytes: Zeroizing<[u8; 32]> = Zeroizing::new(bytes.as_slice().try_into().map_err(|_| BundleError::NotForUs)?);
    if !prefix.as_str().eq_ignore_ascii_case("age-secret-key-") {
        return Err(BundleError::NotForUs);
    }
    Ok(SealingSecret::from_bytes(&bytes))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_desk_key_is_the_age_key_of_the_same_public_half() {
        let secret = SealingSecret::from_bytes(&[7; 32]);
        let text = desk_key_text(&secret);
        assert!(text.expose_secret().starts_with("AGE-SECRET-KEY-1"));
        let age = identity(&secret).unwrap();
        assert_eq!(age.to_string().expose_secret(), text.expose_secret());
        assert_eq!(age.to_public().to_string(), desk_recipient_text(&secret.public()));
    }

    #[test]
    fn desk_keys_of_small_order_are_refused_before_anything_is_sealed() {
        let mut one = [0; 32];
        one[0] = 1;
        for weak in [[0; 32], one] {
            assert!(recipient(&SealingPublic::from_bytes(&weak).unwrap()).is_err());
        }
        assert!(recipient(&SealingSecret::from_bytes(&[7; 32]).public()).is_ok());
    }

    #[test]
    fn an_exported_desk_key_comes_back_and_other_text_does_not() {
        let secret = SealingSecret::from_bytes(&[9; 32]);
        let text = format!(" {}\n", desk_key_text(&secret).expose_secret());
        assert_eq!(desk_key_from_text(&text.into()).unwrap().expose_bytes(), secret.expose_bytes());
        for other in ["", "AGE-SECRET-KEY-1", &desk_recipient_text(&secret.public())] {
            assert!(desk_key_from_text(&other.to_owned().into()).is_err());
        }
    }
}
