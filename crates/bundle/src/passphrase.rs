//! A file sealed with a passphrase: age's own scrypt around the content itself, so that plain `age -d` gives what was sealed.
//!
//! For what is no record and goes to people without an office's card: a configuration. Whoever knows the passphrase can open it and
//! could have made it; who sent it, the passphrase's way has to tell.

use crate::BundleError;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use secrecy::SecretString;
use std::io::{Read as _, Write as _};
use zeroize::Zeroizing;

/// What every age file begins with.
const MAGIC: &[u8] = b"age-encryption.org/";
/// The most work opening may take, as a power of two: more than any machine's second of today, and a gigabyte of memory.
const MOST_WORK: u8 = 20;

/// Whether some bytes begin like a sealed file, whoever it is for.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Seals.
///
/// # Errors
/// [`BundleError::Io`], which memory never gives.
pub fn seal(passphrase: SecretString, content: &[u8]) -> Result<Vec<u8>, BundleError> {
    let mut sealed = Vec::with_capacity(content.len() + 512);
    let mut stream = Encryptor::with_user_passphrase(passphrase).wrap_output(&mut sealed)?;
    stream.write_all(content)?;
    stream.finish()?;
    Ok(sealed)
}

/// Opens what [`seal`] sealed.
///
/// # Errors
/// [`BundleError::NotABundle`] for another kind of file, [`BundleError::Newer`] for a later age, [`BundleError::NotForUs`] for one that
/// is sealed to desks and not with a passphrase, [`BundleError::WrongPassphrase`], [`BundleError::Damaged`] for one that was changed or
/// cut short, [`BundleError::TooLarge`] when more than `most` bytes come out or opening asks for more work than any of ours.
pub fn open(passphrase: SecretString, sealed: &[u8], most: usize) -> Result<Zeroizing<Vec<u8>>, BundleError> {
    if !is_sealed(sealed) {
        return Err(BundleError::NotABundle);
    }
    let decryptor = Decryptor::new_buffered(sealed).map_err(|error| match error {
        DecryptError::UnknownFormat => BundleError::Newer,
        _ => BundleError::Damaged,
    })?;
    if !decryptor.is_scrypt() {
        return Err(BundleError::NotForUs);
    }
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let stream = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
        DecryptError::ExcessiveWork { .. } => BundleError::TooLarge,
        DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_) => BundleError::Damaged,
        _ => BundleError::WrongPassphrase,
    })?;
    let mut content = Zeroizing::new(Vec::new());
    stream.take(most as u64 + 1).read_to_end(&mut content).map_err(|_| BundleError::Damaged)?;
    if content.len() > most { Err(BundleError::TooLarge) } else { Ok(content) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_words_and_says_clearly_why_it_does_not() {
        let content = vec![7; 200_000];
        let sealed = seal(words("seven quiet hills"), &content).unwrap();
        let open = |bytes: &[u8], with: &str, most| super::open(words(with), bytes, most);
        assert_eq!(*open(&sealed, "seven quiet hills", content.len()).unwrap(), content);
        assert!(matches!(open(&sealed, "eight quiet hills", content.len()), Err(BundleError::WrongPassphrase)));
        assert!(matches!(open(&sealed, "seven quiet hills", content.len() - 1), Err(BundleError::TooLarge)));
        assert!(matches!(open(b"{\"amparo_configuration\":1}", "x", 9), Err(BundleError::NotABundle)));
        assert!(matches!(open(b"age-encryption.org/v9\n", "x", 9), Err(BundleError::Newer | BundleError::Damaged)));
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(matches!(open(&changed, "seven quiet hills", content.len()), Err(BundleError::Damaged)));
        let cut = &sealed[..sealed.len() - 70_000];
        assert!(matches!(open(cut, "seven quiet hills", content.len()), Err(BundleError::Damaged)));
        let desk =
            crate::desk::recipient(&amparo_vault::asymmetric::SealingSecret::from_bytes(&[7; 32]).public()).unwrap();
        let mut for_a_desk = Vec::new();
        let seal = Encryptor::with_recipients(std::iter::once(&desk as &dyn age::Recipient)).unwrap();
        seal.wrap_output(&mut for_a_desk).unwrap().finish().unwrap();
        assert!(matches!(open(&for_a_desk, "seven quiet hills", 9), Err(BundleError::NotForUs)));
    }
}
