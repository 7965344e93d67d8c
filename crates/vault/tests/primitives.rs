//! The libraries under this crate against Wycheproof, the published collection of vectors that broke other libraries.
//! Every vector of every primitive in use is run: valid ones must pass, invalid ones must be refused.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use wycheproof::TestResult;

/// So that a renamed or emptied set cannot pass for a passed one.
const AT_LEAST: usize = 100;

fn aead<Cipher: Aead + KeyInit>(name: wycheproof::aead::TestName) {
    let set = wycheproof::aead::TestSet::load(name).unwrap();
    let mut run = 0;
    for group in set.test_groups {
        for test in group.tests {
            run += 1;
            let sealed = [&test.ct[..], &test.tag[..]].concat();
            let opened = Cipher::new_from_slice(&test.key).ok().and_then(|cipher| {
                let nonce = test.nonce[..].try_into().ok()?;
                cipher.decrypt(nonce, Payload { msg: &sealed, aad: &test.aad }).ok()
            });
            match test.result {
                TestResult::Valid => assert_eq!(opened.as_deref(), Some(&test.pt[..]), "vector {}", test.tc_id),
                _ => assert_eq!(opened, None, "vector {}", test.tc_id),
            }
        }
    }
    assert!(run > AT_LEAST);
}

#[test]
fn the_cipher_under_keys_and_leaves_withstands_every_published_vector() {
    aead::<chacha20poly1305::XChaCha20Poly1305>(wycheproof::aead::TestName::XChaCha20Poly1305);
}

#[test]
fn the_cipher_inside_hpke_withstands_every_published_vector() {
    aead::<chacha20poly1305::ChaCha20Poly1305>(wycheproof::aead::TestName::ChaCha20Poly1305);
}

#[test]
fn strict_signature_checks_withstand_every_published_vector() {
    let set = wycheproof::eddsa::TestSet::load(wycheproof::eddsa::TestName::Ed25519).unwrap();
    let mut run = 0;
    for group in set.test_groups {
        let key = ed25519_dalek::VerifyingKey::try_from(&group.key.pk[..]).unwrap();
        for test in group.tests {
            run += 1;
            let accepted = ed25519_dalek::Signature::from_slice(&test.sig)
                .is_ok_and(|signature| key.verify_strict(&test.msg, &signature).is_ok());
            assert_eq!(accepted, test.result == TestResult::Valid, "vector {}", test.tc_id);
        }
    }
    assert!(run > AT_LEAST);
}

/// Points of small order are "acceptable" in the collection; the library tells them apart and HPKE refuses them.
#[test]
fn key_agreement_withstands_every_published_vector() {
    let set = wycheproof::xdh::TestSet::load(wycheproof::xdh::TestName::X25519).unwrap();
    let mut run = 0;
    for group in set.test_groups {
        for test in group.tests {
            run += 1;
            let secret: [u8; 32] = test.private_key[..].try_into().unwrap();
            let public: [u8; 32] = test.public_key[..].try_into().unwrap();
            let shared = x25519_dalek::StaticSecret::from(secret).diffie_hellman(&public.into());
            assert_eq!(shared.as_bytes()[..], test.shared_secret[..], "vector {}", test.tc_id);
            assert_eq!(shared.was_contributory(), test.shared_secret.iter().any(|byte| *byte != 0));
        }
    }
    assert!(run > AT_LEAST);
}

#[test]
fn derived_keys_and_macs_withstand_every_published_vector() {
    let set = wycheproof::hkdf::TestSet::load(wycheproof::hkdf::TestName::HkdfSha256).unwrap();
    for test in set.test_groups.into_iter().flat_map(|group| group.tests) {
        let mut okm = vec![0; test.size];
        let made = hkdf::Hkdf::<sha2::Sha256>::new(Some(&test.salt[..]), &test.ikm).expand(&test.info, &mut okm);
        assert_eq!(made.is_ok(), test.result == TestResult::Valid, "vector {}", test.tc_id);
        if made.is_ok() {
            assert_eq!(okm, test.okm[..], "vector {}", test.tc_id);
        }
    }

    let set = wycheproof::mac::TestSet::load(wycheproof::mac::TestName::HmacSha256).unwrap();
    let mut run = 0;
    for group in set.test_groups {
        for test in group.tests {
            run += 1;
            use hmac::{KeyInit as _, Mac as _};
            let mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(&test.key).unwrap().chain_update(&test.msg[..]);
            let accepted = mac.verify_truncated_left(&test.tag).is_ok();
            assert_eq!(accepted, test.result == TestResult::Valid, "vector {}", test.tc_id);
        }
    }
    assert!(run > AT_LEAST);
}
