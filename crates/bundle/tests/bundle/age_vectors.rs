//! The published test files of the age format (C2SP's collection), for recipients of the kind in use: what must open opens to the right
//! content, what must not is refused. One line each: name, what is expected, SHA-256 of the content, the key, the file in base64.
//!
//! Left out: passphrases and ASCII armour, which a desk never meets, and files of more than 2,500 bytes.

use amparo_bundle::desk::desk_key_from_text;
use amparo_bundle::mutate::inside;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use sha2::{Digest as _, Sha256};

/// The library still reads how early versions ended a stanza; what is sealed is checked all the same.
const OLDER_WRITING: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

const VECTORS: &str = include_str!("age_vectors.txt");

#[test]
fn the_published_age_files_open_or_are_refused_as_published() {
    let (mut opened, mut refused) = (0, 0);
    for line in VECTORS.lines() {
        let [name, expected, payload, identity, file]: [&str; 5] =
            line.split('|').collect::<Vec<_>>().try_into().expect("five parts");
        // A key that is written wrongly is refused before any file is looked at.
        let content = desk_key_from_text(&identity.to_owned().into())
            .and_then(|desk| inside(BASE64.decode(file).expect("base64"), &desk));
        if expected == "success" {
            let content = content.unwrap_or_else(|error| panic!("{name}: {error}"));
            let hash: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hash, payload, "{name}");
            opened += 1;
        } else if !OLDER_WRITING.contains(&name) {
            assert!(content.is_err(), "{name} must be refused: {expected}");
            refused += 1;
        }
    }
    assert_eq!((opened, refused), (7, 38));
}
