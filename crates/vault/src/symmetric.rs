//! Sealing under a shared key: XChaCha20-Poly1305 with a random 24-byte nonce in front.

use crate::context::Context;
use crate::random::{self, Randomness};
use crate::{Error, Result};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::Mac;
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

const NONCE: usize = 24;
const TAG: usize = 16;

/// How many bytes longer sealed bytes are than what was sealed.
pub const OVERHEAD: usize = NONCE + TAG;

type HmacSha256 = hmac::Hmac<Sha256>;

/// 32 secret bytes. On the heap, so that moving it leaves no copy behind; wiped when dropped; never printed.
#[derive(Clone)]
pub struct Key(Box<[u8; 32]>);

impl Key {
    /// A new random key.
    #[must_use]
    pub fn generate(random: &mut dyn Randomness) -> Self {
        let mut bytes = Box::new([0; 32]);
        random.fill(&mut *bytes);
        Self(bytes)
    }

    /// A key from bytes that already are one. The caller wipes its own copy.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Box::new(*bytes))
    }

    /// A key from opened bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] unless there are exactly 32.
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let mut key = Box::new([0; 32]);
        if bytes.len() != key.len() {
            return Err(Error::Malformed("key"));
        }
        key.copy_from_slice(bytes);
        Ok(Self(key))
    }

    /// The secret bytes, for wrapping them under another key.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key made from this one for one purpose (HKDF-SHA256). Knowing it tells nothing about this one.
    #[must_use]
    pub fn derive(&self, purpose: &Context) -> Self {
        let mut bytes = Box::new([0; 32]);
        // Invariant: HKDF-SHA256 gives up to 8,160 bytes; 32 are asked for.
        #[expect(clippy::expect_used)]
        Hkdf::<Sha256>::new(None, &*self.0)
            .expand(purpose.as_bytes(), &mut *bytes)
            .expect("32 bytes are within HKDF's limit");
        Self(bytes)
    }

    /// HMAC-SHA256 over `bytes` under this key.
    #[must_use]
    pub fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        self.hmac(bytes).finalize().into_bytes().into()
    }

    /// Checks an HMAC-SHA256 in constant time.
    ///
    /// # Errors
    /// [`Error::BadSignature`] if it does not fit.
    pub fn verify_mac(&self, bytes: &[u8], mac: &[u8; 32]) -> Result<()> {
        self.hmac(bytes).verify_slice(mac).map_err(|_| Error::BadSignature)
    }

    fn hmac(&self, bytes: &[u8]) -> HmacSha256 {
        // Invariant: HMAC takes keys of any length.
        #[expect(clippy::expect_used)]
        let mut mac = <HmacSha256 as hmac::KeyInit>::new_from_slice(&*self.0).expect("HMAC takes keys of any length");
        mac.update(bytes);
        mac
    }

    /// Keeps the page this key lies on out of swap, where the system allows it. For keys that live as long as a session.
    #[must_use]
    pub(crate) fn locked(self) -> Self {
        crate::memory::lock(&*self.0);
        self
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Seals `plaintext` under `key`, bound to `context`. The result is [`OVERHEAD`] bytes longer.
#[must_use]
pub fn seal(key: &Key, context: &Context, plaintext: &[u8], random: &mut dyn Randomness) -> Vec<u8> {
    let nonce: [u8; NONCE] = random::bytes(random);
    let payload = Payload { msg: plaintext, aad: context.as_bytes() };
    // Invariant: the cipher refuses only messages beyond 256 GiB, which do not fit a slice we are ever handed.
    #[expect(clippy::expect_used)]
    let body = XChaCha20Poly1305::new(key.expose_bytes().into())
        .encrypt(&XNonce::from(nonce), payload)
        .expect("messages are far below the cipher's limit");
    let mut sealed = Vec::with_capacity(NONCE + body.len());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&body);
    sealed
}

/// Opens what [`seal`] made with the same key and the same context. The answer is wiped when dropped.
///
/// # Errors
/// [`Error::NotOpened`] for another key, another place, or changed or cut bytes.
pub fn open(key: &Key, context: &Context, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(Error::NotOpened)?;
    XChaCha20Poly1305::new(key.expose_bytes().into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: context.as_bytes() })
        .map(Zeroizing::new)
        .map_err(|_| Error::NotOpened)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::OsRandom;

    fn place() -> Context {
        Context::new("test").text("here")
    }

    #[test]
    fn what_was_sealed_opens_with_the_same_key_in_the_same_place_only() {
        let (key, other) = (Key::generate(&mut OsRandom), Key::generate(&mut OsRandom));
        let sealed = seal(&key, &place(), b"invented", &mut OsRandom);
        assert_eq!(sealed.len(), 8 + OVERHEAD);
        assert_eq!(&**open(&key, &place(), &sealed).unwrap(), b"invented");
        assert!(matches!(open(&other, &place(), &sealed), Err(Error::NotOpened)));
        assert!(matches!(open(&key, &Context::new("test").text("there"), &sealed), Err(Error::NotOpened)));
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_refused() {
        let key = Key::generate(&mut OsRandom);
        let sealed = seal(&key, &place(), b"invented", &mut OsRandom);
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&key, &place(), &changed).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert!(open(&key, &place(), &sealed[..length]).is_err(), "length {length}");
        }
    }

    #[test]
    fn sealing_twice_never_gives_the_same_bytes() {
        let key = Key::generate(&mut OsRandom);
        assert_ne!(seal(&key, &place(), b"", &mut OsRandom), seal(&key, &place(), b"", &mut OsRandom));
    }

    /// draft-irtf-cfrg-xchacha, appendix A.3.1.
    #[test]
    fn the_cipher_is_the_published_xchacha20_poly1305() {
        let key: Vec<u8> = (0x80..=0x9f).collect();
        let nonce: Vec<u8> = (0x40..=0x57).collect();
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let text: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let cipher = XChaCha20Poly1305::new_from_slice(&key).unwrap();
        let nonce = XNonce::try_from(&nonce[..]).unwrap();
        let sealed = cipher.encrypt(&nonce, Payload { msg: text, aad: &aad }).unwrap();
        let tag = &sealed[text.len()..];
        assert_eq!(
            tag,
            [0xc0, 0x87, 0x59, 0x24, 0xc1, 0xc7, 0x98, 0x79, 0x47, 0xde, 0xaf, 0xd8, 0x78, 0x0a, 0xcf, 0x49]
        );
    }

    #[test]
    fn a_key_never_prints_itself() {
        assert_eq!(format!("{:?}", Key::from_bytes(&[7; 32])), "Key(..)");
    }

    #[test]
    fn derived_keys_differ_by_purpose_and_stay_the_same() {
        let key = Key::from_bytes(&[1; 32]);
        let derived = |purpose| *key.derive(&Context::new(purpose)).expose_bytes();
        assert_eq!(derived("a"), derived("a"));
        assert_ne!(derived("a"), derived("b"));
        assert_ne!(derived("a"), [1; 32]);
    }

    /// RFC 4231, test case 2, with the key filled up with zeros as HMAC itself does.
    #[test]
    fn the_mac_is_the_published_hmac_sha256() {
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let mac = Key::from_bytes(&key).mac(b"what do ya want for nothing?");
        assert_eq!(mac[..8], [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]);
    }

    #[test]
    fn twenty_thousand_small_leaves_open_within_the_time_an_unlock_has() {
        let key = Key::generate(&mut OsRandom);
        let sealed = seal(&key, &place(), &[7; 300], &mut OsRandom);
        let start = std::time::Instant::now();
        for _ in 0..20_000 {
            open(&key, &place(), &sealed).unwrap();
        }
        // The aim is 100 ms; the limit leaves room for a busy build machine.
        assert!(start.elapsed().as_millis() < 1_000, "{:?}", start.elapsed());
    }
}
