//! Everything a person is told about a sealed file that is not accepted: each reason for itself.

use crate::support::*;
use amparo_bundle::card::SignedCard;
use amparo_bundle::manifest::Recipient;
use amparo_bundle::{BundleError, Interrupted, KnownOffice, Travelling, WhyBad, mutate};
use amparo_model::ids::{Moment, OfficeId};
use std::convert::Infallible;

#[test]
fn files_of_another_kind_are_not_sealed_files() {
    let example = Example::new();
    let inside = example.inside();
    for other in [&b""[..], b"age", b"age-encryption.org/v2\n", b"hello, this is a letter", &inside] {
        assert!(matches!(example.refusal(other), BundleError::NotABundle));
    }
}

#[test]
fn a_sealed_file_cut_anywhere_is_refused() {
    let example = Example::new();
    let length = example.bytes.len();
    for cut in (0..400).chain((400..length).step_by(97)).chain(length - 40..length) {
        let error = example.refusal(&example.bytes[..cut]);
        assert!(matches!(error, BundleError::NotABundle | BundleError::Damaged), "{cut}: {error}");
        assert_eq!(matches!(error, BundleError::NotABundle), cut < 22, "{cut}");
    }
}

#[test]
fn a_sealed_file_with_one_changed_byte_is_refused_wherever_it_is() {
    let example = Example::new();
    let length = example.bytes.len();
    let mut changed = example.bytes.clone();
    for at in (0..1_000).chain((1_000..length).step_by(61)).chain(length - 40..length) {
        for bit in [0x01, 0x80] {
            changed[at] ^= bit;
            let error = example.refusal(&changed);
            assert!(
                matches!(error, BundleError::NotABundle | BundleError::Damaged | BundleError::NotForUs),
                "{at}: {error}"
            );
            changed[at] ^= bit;
        }
    }
    assert!(example.read(&changed).is_ok());
}

#[test]
fn bytes_added_to_a_sealed_file_are_damage() {
    let example = Example::new();
    for added in [&[0][..], &[7; 70_000], &example.bytes] {
        let longer = [&example.bytes, added].concat();
        assert!(matches!(example.refusal(&longer), BundleError::Damaged));
    }
}

#[test]
fn a_header_that_never_ends_is_not_read_to_its_end() {
    let example = Example::new();
    let mut endless = b"age-encryption.org/v1\n".to_vec();
    for _ in 0..200_000 {
        endless.extend_from_slice(b"-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n");
    }
    let before = std::time::Instant::now();
    assert!(matches!(example.refusal(&endless), BundleError::Damaged));
    assert!(before.elapsed().as_secs() < 5);
}

#[test]
fn a_file_for_another_office_is_not_for_us() {
    let example = Example::new();
    let other = Office::new("Other", "OTH");
    let error = open(&example.bytes, &other, &[&example.field], NOW).unwrap_err();
    assert!(matches!(error, BundleError::NotForUs));
    let nobody = amparo_bundle::open(
        example.bytes.clone(),
        &[],
        |_: &OfficeId| Some(example.field.known()),
        &example.hq.id,
        NOW,
        &mut go_on,
    );
    assert!(matches!(nobody, Err(BundleError::NotForUs)));
}

#[test]
fn a_file_sealed_anew_to_somebody_it_was_not_made_out_to_is_not_for_them() {
    let example = Example::new();
    let other = Office::new("Other", "OTH");
    let passed_on = mutate::seal(&example.inside(), &[other.desk().public()]).unwrap();
    assert!(matches!(open(&passed_on, &other, &[&example.field], NOW), Err(BundleError::NotForUs)));
    // Nor for the named office through a desk that was not named.
    let mut example = example;
    let inside = example.inside();
    example.hq.working = amparo_vault::office::WorkingSecrets::generate(&["cp"], &mut amparo_vault::OsRandom);
    assert!(matches!(example.refusal(&example.sealed(&inside)), BundleError::NotForUs));
}

#[test]
fn a_sender_who_is_unknown_unverified_or_changed_is_told_apart() {
    let example = Example::new();
    let open = |known: Option<KnownOffice>| {
        let desks = [example.hq.desk().clone()];
        amparo_bundle::open(example.bytes.clone(), &desks, |_: &OfficeId| known, &example.hq.id, NOW, &mut go_on)
            .map(|_| ())
    };
    let known = example.field.known();
    assert!(open(Some(known)).is_ok());
    assert!(matches!(open(None), Err(BundleError::UnknownSender)));
    assert!(matches!(open(Some(KnownOffice { verified: false, ..known })), Err(BundleError::UnverifiedSender)));
    let root = Office::new("Other", "OTH").root.public();
    assert!(matches!(open(Some(KnownOffice { root, ..known })), Err(BundleError::ChangedRoot)));
}

#[test]
fn an_end_date_is_kept_to_the_millisecond() {
    let example = Example::new();
    let expires = NOW.0 + 86_400_000;
    assert!(open(&example.bytes, &example.hq, &[&example.field], Moment(expires)).is_ok());
    let late = open(&example.bytes, &example.hq, &[&example.field], Moment(expires + 1));
    assert!(matches!(late, Err(BundleError::Expired)));
    let mut sending = example.field.sending(&example.hq);
    sending.expires = None;
    let (bytes, _) = seal(&sending, vec![], vec![]).unwrap();
    assert!(open(&bytes, &example.hq, &[&example.field], Moment(i64::MAX)).is_ok());
}

#[test]
fn newer_formats_are_called_newer_whatever_else_they_hold() {
    let example = Example::new();
    let mut parts = example.parts();
    parts.manifest["format"] = 3.into();
    parts.manifest["sender"] = "in a way we do not know".into();
    let zip = parts.zip(&example.field.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::Newer));

    for change in ["format", "schema"] {
        let mut record = example.records[0].clone();
        match change {
            "format" => record.revisions[2].header.format = 2,
            _ => record.revisions[2].header.leaves[1].schema = 2,
        }
        let error = example.refusal(&resealed(&example, &record));
        assert!(matches!(error, BundleError::Newer), "{change}: {error}");
    }
    let mut parts = example.parts();
    *parts.entry("records/").unwrap() = br#"{"format":2,"something":"new"}"#.to_vec();
    parts.relist();
    let zip = parts.zip(&example.field.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::Newer));
}

#[test]
fn there_is_no_format_nought() {
    let example = Example::new();
    let mut record = example.records[0].clone();
    record.format = 0;
    assert!(matches!(example.refusal(&resealed(&example, &record)), BundleError::BadRevision(WhyBad::Unreadable)));
    let mut parts = example.parts();
    parts.manifest["format"] = 0.into();
    let zip = parts.zip(&example.field.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::BadEntry));
    let mut card = serde_json::to_value(&example.field.card).unwrap();
    card["card"]["format"] = 0.into();
    let card: SignedCard = serde_json::from_value(card).unwrap();
    assert!(matches!(card.verify(), Err(BundleError::NotACard)));
}

#[test]
fn a_changed_inside_sealed_to_the_right_desk_needs_the_senders_key() {
    let example = Example::new();
    let stranger = Office::new("Stranger", "STR");
    let mut parts = example.parts();
    parts.manifest["consents"] = serde_json::json!([]);
    let zip = parts.zip(&stranger.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::BadSignature));
    // With a card of their own in the sender's name: another root.
    let mut card = stranger.card.card.clone();
    card.office = example.field.id;
    let statement = amparo_vault::certificate::Statement::WorkingKeys(stranger.working.public(
        uuid::Uuid::from_bytes(*example.field.id.as_bytes()),
        1,
        3,
    ));
    card.statements = vec![statement.signed_by_root(&stranger.root)];
    let card = card.sign(&stranger.working.signing).unwrap();
    parts.manifest["sender"] = serde_json::to_value(card).unwrap();
    let zip = parts.zip(&stranger.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::ChangedRoot));
}

#[test]
fn deep_or_endless_documents_are_refused_before_they_are_parsed() {
    let example = Example::new();
    let refusal = |content: Vec<u8>| {
        let mut parts = example.parts();
        *parts.entry("records/").unwrap() = content;
        parts.relist();
        example.refusal(&example.sealed(&parts.zip(&example.field.working.signing).unwrap()))
    };
    let deep = format!("{{\"format\":1,\"x\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(matches!(refusal(deep.into_bytes()), BundleError::TooDeep));
    assert!(matches!(refusal(vec![b','; 1_000_000]), BundleError::TooLarge));
    assert!(matches!(refusal(vec![b' '; 8 * 1024 * 1024 + 1]), BundleError::TooLarge));

    let mut parts = example.parts();
    let many: serde_json::Map<_, _> = (0..1_100_000_u32).map(|at| (format!("{at:x}"), 1.into())).collect();
    parts.manifest["schemas"] = many.into();
    let zip = parts.zip(&example.field.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::TooLarge));

    let mut parts = example.parts();
    parts.manifest["consents"] = serde_json::from_str(&format!("{}{}", "[".repeat(40), "]".repeat(40))).unwrap();
    let zip = parts.zip(&example.field.working.signing).unwrap();
    assert!(matches!(example.refusal(&example.sealed(&zip)), BundleError::TooDeep));
}

#[test]
fn what_no_reader_would_take_is_not_sealed() {
    let example = Example::new();
    let refused = |sending: &amparo_bundle::Sending<'_>, records: Vec<Travelling>, files: Vec<Vec<u8>>| {
        let refused = seal(sending, records, files).unwrap_err();
        assert!(matches!(refused, Interrupted::<Infallible>::Bundle(BundleError::NotSealable(_))), "{refused:?}");
    };
    let (field, hq) = (&example.field, &example.hq);
    let one = || vec![example.records[0].clone()];
    refused(&field.sending(hq), [one(), one()].concat(), vec![]);
    refused(&field.sending(hq), one(), vec![photo()]);
    refused(&field.sending(hq), one(), vec![example.photo.clone(), example.photo.clone()]);
    let mut sending = field.sending(hq);
    sending.recipients.clear();
    refused(&sending, vec![], vec![]);
    let again = field.sending(hq).recipients[0].clone();
    sending.recipients = vec![again.clone(), Recipient { number: 2, ..again }];
    refused(&sending, vec![], vec![]);
    let mut sending = field.sending(hq);
    sending.signing = &hq.working.signing;
    refused(&sending, vec![], vec![]);
    let mut sending = field.sending(hq);
    sending.recipients[0].desk = amparo_vault::asymmetric::SealingPublic::from_bytes(&[0; 32]).unwrap();
    refused(&sending, vec![], vec![]);
}
