//! Sealing to somebody (HPKE, RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305) and
//! signing (Ed25519, strict verification). Both take a context, so that nothing counts anywhere but in its place.

use crate::context::Context;
use crate::random::{Borrowed, Randomness};
use crate::symmetric::Key;
use crate::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::Signer as _;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

/// How many bytes longer bytes sealed to somebody are than what was sealed: encapsulated key and tag.
pub const OVERHEAD: usize = ENCAPSULATED + 16;

const ENCAPSULATED: usize = 32;
const INFO: &[u8] = b"amparo/seal-to/v1";

/// Fixed-size public values that travel as URL-safe base64 text.
macro_rules! public_bytes {
    ($name:ident, $length:literal, $what:literal) => {
        impl $name {
            /// The bytes, for fixed formats.
            #[must_use]
            pub fn to_bytes(&self) -> [u8; $length] {
                self.0
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                URL_SAFE_NO_PAD.encode(value.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;

            fn try_from(text: String) -> Result<Self> {
                let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::Malformed($what))?;
                Self::from_bytes(&bytes.try_into().map_err(|_| Error::Malformed($what))?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), String::from(*self))
            }
        }
    };
}

/// The public half of [`SealingSecret`]: anybody can seal to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SealingPublic([u8; 32]);
public_bytes!(SealingPublic, 32, "public sealing key");

impl SealingPublic {
    /// From its 32 bytes.
    ///
    /// # Errors
    /// None today; sealing to a point of small order is refused when it is tried.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        Ok(Self(*bytes))
    }
}

/// An X25519 secret: opens what was sealed to its public half.
#[derive(Clone, Debug)]
pub struct SealingSecret(Key);

impl SealingSecret {
    /// A new random secret.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self(Key::generate(random))
    }

    /// From its 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Key::from_bytes(bytes))
    }

    /// The secret bytes: to seal them elsewhere, or to hand a desk's key to the `age` format.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8; 32] {
        self.0.expose_bytes()
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> SealingPublic {
        SealingPublic(X25519HkdfSha256::sk_to_pk(&self.hpke()).to_bytes().into())
    }

    fn hpke(&self) -> <X25519HkdfSha256 as Kem>::PrivateKey {
        // Invariant: an X25519 secret is any 32 bytes, and there are exactly 32.
        #[expect(clippy::expect_used)]
        Deserializable::from_bytes(self.0.expose_bytes()).expect("any 32 bytes are an X25519 secret")
    }

    pub(crate) fn locked(self) -> Self {
        Self(self.0.locked())
    }
}

/// Seals `plaintext` so that only the holder of `to`'s secret opens it, and only with the same context. Says nothing about
/// who sealed it. The result is [`OVERHEAD`] bytes longer; the encapsulated key stands in front.
///
/// # Errors
/// [`Error::Malformed`] if `to` is a point of small order, which would make the key guessable.
pub fn seal_to(
    to: &SealingPublic,
    context: &Context,
    plaintext: &[u8],
    random: &mut dyn Randomness,
) -> Result<Vec<u8>> {
    let malformed = |_| Error::Malformed("public sealing key");
    let to = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&to.0).map_err(malformed)?;
    let (encapsulated, body) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &to,
        INFO,
        plaintext,
        context.as_bytes(),
        &mut Borrowed(random),
    )
    .map_err(malformed)?;
    let mut sealed = encapsulated.to_bytes().to_vec();
    sealed.extend_from_slice(&body);
    Ok(sealed)
}

/// Opens what [`seal_to`] made for this secret's public half with the same context.
///
/// # Errors
/// [`Error::NotOpened`] for another secret, another place, or changed or cut bytes.
pub fn open_with(secret: &SealingSecret, context: &Context, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (encapsulated, body) = sealed.split_first_chunk::<ENCAPSULATED>().ok_or(Error::NotOpened)?;
    let encapsulated =
        <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| Error::NotOpened)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &secret.hpke(),
        &encapsulated,
        INFO,
        body,
        context.as_bytes(),
    )
    .map(Zeroizing::new)
    .map_err(|_| Error::NotOpened)
}

/// The public half of [`SigningSecret`]. Never a point of small order: such keys accept forged signatures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SigningPublic([u8; 32]);
public_bytes!(SigningPublic, 32, "public signing key");

impl SigningPublic {
    /// From its 32 bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] if they are no point of the curve, or one of small order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        match ed25519_dalek::VerifyingKey::from_bytes(bytes) {
            Ok(key) if !key.is_weak() => Ok(Self(*bytes)),
            _ => Err(Error::Malformed("public signing key")),
        }
    }

    /// Checks a signature made by [`SigningSecret::sign`] over the same bytes in the same domain (`verify_strict`).
    ///
    /// # Errors
    /// [`Error::BadSignature`] if it does not fit.
    pub fn verify(&self, domain: &str, bytes: &[u8], signature: &Signature) -> Result<()> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.0).map_err(|_| Error::BadSignature)?;
        key.verify_strict(signed(domain, bytes).as_bytes(), &ed25519_dalek::Signature::from_bytes(&signature.0))
            .map_err(|_| Error::BadSignature)
    }
}

/// 64 bytes of Ed25519 signature.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Signature([u8; 64]);
public_bytes!(Signature, 64, "signature");

impl Signature {
    /// From its 64 bytes; whether it fits shows when it is checked.
    ///
    /// # Errors
    /// None today.
    pub fn from_bytes(bytes: &[u8; 64]) -> Result<Self> {
        Ok(Self(*bytes))
    }
}

/// An Ed25519 secret.
#[derive(Clone, Debug)]
pub struct SigningSecret(Key);

impl SigningSecret {
    /// A new random secret.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        Self(Key::generate(random))
    }

    /// From its 32-byte seed.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Key::from_bytes(bytes))
    }

    /// The secret seed, to seal it elsewhere.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8; 32] {
        self.0.expose_bytes()
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> SigningPublic {
        SigningPublic(self.dalek().verifying_key().to_bytes())
    }

    /// Signs `bytes` in a domain such as `amparo/revision/v1`; the signature counts in no other domain.
    #[must_use]
    pub fn sign(&self, domain: &str, bytes: &[u8]) -> Signature {
        Signature(self.dalek().sign(signed(domain, bytes).as_bytes()).to_bytes())
    }

    fn dalek(&self) -> ed25519_dalek::SigningKey {
        ed25519_dalek::SigningKey::from_bytes(self.0.expose_bytes())
    }

    pub(crate) fn locked(self) -> Self {
        Self(self.0.locked())
    }
}

/// What is really signed: domain and bytes, each with its length in front.
fn signed(domain: &str, bytes: &[u8]) -> Context {
    Context::new(domain).bytes(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;

    fn hex<const N: usize>(text: &str) -> [u8; N] {
        let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).unwrap() as u8).collect();
        std::array::from_fn(|i| digits[2 * i] << 4 | digits[2 * i + 1])
    }

    #[test]
    fn what_is_sealed_to_somebody_opens_for_them_in_that_place_only() {
        let (reader, other) = (SealingSecret::generate(&mut OsRandom), SealingSecret::generate(&mut OsRandom));
        let place = Context::new("test").number(1);
        let sealed = seal_to(&reader.public(), &place, b"invented", &mut OsRandom).unwrap();
        assert_eq!(sealed.len(), 8 + OVERHEAD);
        assert_eq!(&**open_with(&reader, &place, &sealed).unwrap(), b"invented");
        assert!(matches!(open_with(&other, &place, &sealed), Err(Error::NotOpened)));
        assert!(matches!(open_with(&reader, &Context::new("test").number(2), &sealed), Err(Error::NotOpened)));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open_with(&reader, &place, &changed).is_err(), "byte {at}");
            assert!(open_with(&reader, &place, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    /// RFC 9180, appendix A.2.1: the same suite opens the published message.
    #[test]
    fn the_seal_is_the_published_hpke() {
        let secret =
            SealingSecret::from_bytes(&hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"));
        let public: [u8; 32] = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        assert_eq!(secret.public().to_bytes(), public);
        let encapsulated: [u8; 32] = hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
        let body: [u8; 45] =
            hex("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &secret.hpke(),
            &Deserializable::from_bytes(&encapsulated).unwrap(),
            b"Ode on a Grecian Urn",
            &body,
            b"Count-0",
        );
        assert_eq!(opened.unwrap(), b"Beauty is truth, truth beauty");
    }

    #[test]
    fn sealing_to_a_point_of_small_order_is_refused() {
        let nobody = SealingPublic::from_bytes(&[0; 32]).unwrap();
        assert!(matches!(seal_to(&nobody, &Context::new("t"), b"x", &mut OsRandom), Err(Error::Malformed(_))));
    }

    #[test]
    fn a_signature_counts_for_its_bytes_its_domain_and_its_key_only() {
        let (secret, other) = (SigningSecret::generate(&mut OsRandom), SigningSecret::generate(&mut OsRandom));
        let signature = secret.sign("domain", b"bytes");
        secret.public().verify("domain", b"bytes", &signature).unwrap();
        assert!(secret.public().verify("domain", b"byteS", &signature).is_err());
        assert!(secret.public().verify("domai", b"nbytes", &signature).is_err());
        assert!(other.public().verify("domain", b"bytes", &signature).is_err());
    }

    /// RFC 8032, section 7.1, test 1: the key pair is the published one.
    #[test]
    fn the_signing_key_is_the_published_ed25519() {
        let secret =
            SigningSecret::from_bytes(&hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        let public: [u8; 32] = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(secret.public().to_bytes(), public);
    }

    #[test]
    fn signing_keys_of_small_order_are_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        for weak in [identity, [0; 32], hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")] {
            assert!(SigningPublic::from_bytes(&weak).is_err());
        }
        // A signature of all zeros with R the identity would pass for such a key without strict checking.
        let mut forged = [0; 64];
        forged[0] = 1;
        let honest = SigningSecret::generate(&mut OsRandom).public();
        assert!(honest.verify("d", b"anything", &Signature::from_bytes(&forged).unwrap()).is_err());
    }

    #[test]
    fn a_signature_with_its_scalar_raised_by_the_group_order_is_refused() {
        let secret = SigningSecret::generate(&mut OsRandom);
        let mut bytes = secret.sign("d", b"b").to_bytes();
        let order: [u8; 32] = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        let mut carry = 0u16;
        for (byte, add) in bytes[32..].iter_mut().zip(order) {
            carry += u16::from(*byte) + u16::from(add);
            *byte = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        assert!(secret.public().verify("d", b"b", &Signature::from_bytes(&bytes).unwrap()).is_err());
    }

    #[test]
    fn public_keys_and_signatures_travel_as_text_and_come_back() {
        let secret = SigningSecret::generate(&mut OsRandom);
        let text = serde_json::to_string(&(secret.public(), secret.sign("d", b"b"))).unwrap();
        let back: (SigningPublic, Signature) = serde_json::from_str(&text).unwrap();
        assert_eq!(back, (secret.public(), secret.sign("d", b"b")));
        assert!(serde_json::from_str::<SigningPublic>("\"AAAA\"").is_err());
        assert!(serde_json::from_str::<SealingPublic>("\"not base64!\"").is_err());
    }

    #[test]
    fn secrets_never_print_themselves() {
        let secret = SealingSecret::from_bytes(&[9; 32]);
        assert_eq!(format!("{secret:?}"), "SealingSecret(Key(..))");
    }
}
