//! Guessing: a colleague who has the database key, every key of their own login and a list of names tries whether anything that they can
//! read follows from a name on the list: hashed, keyed, shortened, folded as search folds, written as hexadecimal or base64.

use crate::keyring::Keyring;
use amparo_matching::{fold, id_fold, phone_digits, sound_keys};
use amparo_model::record::Header;
use amparo_tests::office::{Office, SUPERVISOR, a_case, everything_in, password, text};
use amparo_vault::commitment;
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256, Sha512};
use std::collections::HashSet;

/// What the child is called and reached by, and what somebody who guesses would try besides.
const TYPED: [&str; 5] = ["Zarafina", "Vendramere", "+999 817 263 5540", "XK-4471-QUZP", "زرفينا فندرمير"];
const LIST: [&str; 16] = [
    "Nour", "Hana", "Baran", "Aziz", "Haddad", "Mariam", "Mohammed", "Abdi", "Lucía", "Ibrahim", "Fatima", "Kaya",
    "Omar", "Rojin", "Layla", "Yusuf",
];
/// So much of a hash is enough to know it by, and too much to be met by chance.
const PREFIX: usize = 8;

/// A guess as it could have been typed, folded or joined.
fn forms(guess: &str) -> HashSet<String> {
    let mut forms: HashSet<String> = [guess.to_owned(), guess.to_lowercase(), guess.to_uppercase()].into();
    forms.extend([fold(guess), id_fold(guess), phone_digits(guess), guess.replace(' ', "")]);
    forms.extend(guess.split_whitespace().map(str::to_owned));
    forms.extend(sound_keys(&fold(guess)));
    for other in TYPED {
        forms.extend([format!("{guess} {other}"), fold(&format!("{guess} {other}"))]);
    }
    forms.remove("");
    forms
}

/// Everything that somebody could work out from a text with what they hold.
fn worked_out(text: &[u8], keys: &[Key], ids: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut hashes: Vec<Vec<u8>> = vec![Sha256::digest(text).to_vec(), Sha512::digest(text).to_vec()];
    hashes.push(Sha256::digest(Sha256::digest(text)).to_vec());
    hashes.push(Sha256::digest([&(text.len() as u64).to_be_bytes()[..], text].concat()).to_vec());
    hashes.extend(keys.iter().map(|key| key.mac(text).to_vec()));
    for id in ids {
        hashes.push(Sha256::digest([id, text].concat()).to_vec());
        hashes.push(Sha256::digest([text, id].concat()).to_vec());
        if let Ok(id) = <[u8; 32]>::try_from([&id[..], &[0; 32]].concat()[..32].to_vec()) {
            hashes.push(Key::from_bytes(&id).mac(text).to_vec());
        }
    }
    hashes
}

/// Beginnings of a hash in the ways it could be written down.
fn written(hash: &[u8]) -> [[u8; PREFIX]; 4] {
    let hex: String = hash.iter().take(PREFIX).map(|byte| format!("{byte:02x}")).collect();
    let first = |bytes: &[u8]| bytes[..PREFIX].try_into().unwrap();
    let bases = [STANDARD_NO_PAD.encode(hash), URL_SAFE_NO_PAD.encode(hash)];
    [first(hash), first(hex.as_bytes()), first(bases[0].as_bytes()), first(bases[1].as_bytes())]
}

/// Every piece of that length, in every value, and in what hexadecimal and base64 texts stand for.
fn pieces(values: &[Vec<u8>]) -> HashSet<[u8; PREFIX]> {
    let windows = |bytes: &[u8]| bytes.windows(PREFIX).map(|piece| piece.try_into().unwrap()).collect::<Vec<_>>();
    values.iter().flat_map(|value| windows(value)).collect()
}

fn guessed(pieces: &HashSet<[u8; PREFIX]>, guess: &str, keys: &[Key], ids: &[Vec<u8>]) -> bool {
    let hashes = forms(guess).into_iter().flat_map(|form| worked_out(form.as_bytes(), keys, ids)).collect::<Vec<_>>();
    hashes.iter().any(|hash| written(hash).iter().any(|prefix| pieces.contains(prefix)))
}

#[test]
fn nothing_that_a_colleague_can_read_follows_from_a_name() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = a_case().complete().named("Zarafina Vendramere").with_phone(TYPED[2]).with_paper(TYPED[3]);
    let hers = office.register(&child.with("name_script2", text(TYPED[4])));
    office.edit(hers.record, &[("name_other", text(TYPED[0]))]);
    office.hire("Omar Said", "omar");
    office.register(&a_case().named("Bartolomundo Little"));
    office.leave();
    let ring = Keyring::of(&office.folder, "omar", &password("omar")).try_everything();
    let mut readable = ring.values();
    // What finders are told holds names and hashes of numbers, as SECURITY.md says.
    readable.extend(ring.beyond_minimal());
    readable.extend(everything_in(&office.folder).into_values());
    let pieces_there = pieces(&readable);
    let ids: Vec<Vec<u8>> = vec![
        ring.office.as_bytes().to_vec(),
        hers.record.uuid().as_bytes().to_vec(),
        ring.user.as_bytes().to_vec(),
        b"amparo".to_vec(),
    ];
    let keys = ring.every_key();
    assert!(keys.len() > 5, "his keys, and those of his circles");
    for guess in TYPED.iter().chain(&LIST) {
        assert!(!guessed(&pieces_there, guess, keys, &ids), "{guess} is known by something that everybody can read");
    }
    // The commitments that stand in plain headers: without the salt, which is sealed, no guess can be held against them.
    let headers = ring.column("SELECT CAST(header AS TEXT) FROM revisions");
    let mut held = 0;
    for header in headers.iter().map(|header| serde_json::from_str::<Header>(header).unwrap()) {
        let salts = [[0; 32], [255; 32]].into_iter().chain(keys.iter().map(|key| *key.expose_bytes()));
        for salt in salts {
            for (leaf, guess) in header.leaves.iter().flat_map(|leaf| TYPED.iter().map(move |guess| (leaf, guess))) {
                for field in ["name_first", "name_other", "name_last", "phone", "name_script2"] {
                    let change = serde_json::to_vec(&serde_json::json!({field: {"t": guess}})).unwrap();
                    let compartment = leaf.compartment.as_str();
                    let hash = commitment::commitment(header.record.uuid(), compartment, leaf.schema, &salt, &change);
                    assert_ne!(amparo_model::ids::RevisionId(hash).to_string(), leaf.hash, "{guess}");
                    held += 1;
                }
            }
        }
    }
    assert!(held > 1_000);
    // Whoever may read it finds it: the search itself is not blind. A column with a hashed name would be found too.
    let hers_to_read = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).try_everything();
    let opened: Vec<Vec<u8>> = hers_to_read.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert!(pieces(&opened).contains(b"Zarafina"));
    for planted in [
        Sha256::digest("zarafina").to_vec(),
        Sha256::digest([hers.record.uuid().as_bytes(), &b"Vendramere"[..]].concat())[..PREFIX].to_vec(),
        STANDARD_NO_PAD.encode(keys[0].mac(phone_digits(TYPED[2]).as_bytes())).into_bytes(),
    ] {
        let with_it = pieces(&[planted]);
        assert!(TYPED.iter().any(|guess| guessed(&with_it, guess, keys, &ids)));
    }
}
