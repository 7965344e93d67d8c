//! Sealed files of every wrong kind: each refused with its own reason, and nothing changed (the log aside, which tells of it).

use crate::exchange::{TwoOffices, state_of, two_offices};
use crate::keyring::Keyring;
use amparo_api::Code;
use amparo_api::exchange::Ask;
use amparo_bundle::mutate::{Parts, inside, seal};
use amparo_tests::office::{DAY, Office, SUPERVISOR, a_case, code, password, text};
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::{SealingSecret, SigningSecret};
use serde_json::{Value, json};
use std::path::PathBuf;

/// An office's signing key and the secret of its desk, as whoever serves the desk could take them.
fn working(office: &Office) -> (SigningSecret, SealingSecret) {
    let ring = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).try_everything();
    ring.working().expect("the supervisor serves the desk")
}

/// Reads a file that must be refused, and sees that nothing changed.
fn refused(hq: &Office, name: &str, bytes: &[u8]) -> Code {
    let path = hq.beside(name);
    std::fs::write(&path, bytes).unwrap();
    let before = state_of(hq);
    let refusal = hq.try_read(&path).expect_err(name).code;
    assert!(state_of(hq) == before, "{name} was refused and changed something");
    refusal
}

#[test]
fn a_flipped_bit_a_cut_and_a_file_of_another_kind_are_refused() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let whole = std::fs::read(&file).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    for at in [whole.len() / 3, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&hq, "flipped.amparo", &flipped(at)), Code::BundleDamaged, "bit of byte {at}");
    }
    for at in (0..400).step_by(23) {
        // In front stands who it is sealed to: a flip there may make it a file for somebody else.
        let refusal = refused(&hq, "flipped.amparo", &flipped(at));
        assert!([Code::BundleDamaged, Code::BundleNotForUs].contains(&refusal), "byte {at}: {refusal:?}");
    }
    for length in [0, 10, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&hq, "cut.amparo", &whole[..length]), Code::BundleDamaged, "cut to {length}");
    }
    assert_eq!(refused(&hq, "longer.amparo", &[whole.clone(), vec![0]].concat()), Code::BundleDamaged);
    assert_eq!(refused(&hq, "words.amparo", b"Dear headquarters, please find attached"), Code::BundleDamaged);
    let nowhere = hq.choose(hq.beside("nowhere.amparo"));
    assert!(hq.ask(Ask::Read { source: nowhere }).is_err());
    assert!(hq.told().contains(&"bundle_refused".to_owned()), "the log tells of refused files");
    assert_eq!(hq.take_in(&file), 1, "the file itself is still good");
}

#[test]
fn a_file_for_another_office_from_an_unknown_or_unverified_one_or_an_old_one_is_refused() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let third = Office::new("XK9");
    third.sign_in(SUPERVISOR);
    let for_third = field.meet(&third);
    let other = field.try_seal(saved.record, for_third, "other.amparo").unwrap();
    assert_eq!(refused(&hq, "other.amparo", &std::fs::read(other).unwrap()), Code::BundleNotForUs);

    let theirs = third.register(&a_case().complete());
    let from_third = third.meet(&hq);
    let unknown = std::fs::read(third.try_seal(theirs.record, from_third, "unknown.amparo").unwrap()).unwrap();
    assert_eq!(refused(&hq, "unknown.amparo", &unknown), Code::BundleUnknownSender);
    hq.try_read_card(&third.save_card()).unwrap();
    assert_eq!(refused(&hq, "unverified.amparo", &unknown), Code::OfficeNotVerified);

    let old = std::fs::read(field.try_seal(saved.record, to, "old.amparo").unwrap()).unwrap();
    hq.clock.pass(200 * DAY);
    assert_eq!(refused(&hq, "old.amparo", &old), Code::BundleExpired);
}

/// A sealed file taken apart, to be changed and sealed again to its right recipient with the sender's own keys.
struct Forger {
    parts: Parts,
    signing: SigningSecret,
    desks: Vec<amparo_vault::asymmetric::SealingPublic>,
}

impl Forger {
    fn of(field: &Office, hq: &Office, file: &PathBuf) -> Self {
        let (signing, own_desk) = working(field);
        let zip = inside(std::fs::read(file).unwrap(), &own_desk).unwrap();
        let (_, desk) = working(hq);
        Self { parts: Parts::of(&zip).unwrap(), signing, desks: vec![desk.public(), own_desk.public()] }
    }

    fn sealed(&self, signing: &SigningSecret, change: impl FnOnce(&mut Parts)) -> Vec<u8> {
        let mut parts = self.parts.clone();
        parts.relist();
        change(&mut parts);
        seal(&parts.zip(signing).unwrap(), &self.desks).unwrap()
    }

    /// Changes the record inside and makes the manifest fit again, as a sender would.
    fn with_record(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        self.sealed(&self.signing, |parts| {
            let entry = parts.entry("records/").unwrap();
            let mut record: Value = serde_json::from_slice(entry).unwrap();
            let before = record.clone();
            change(&mut record);
            assert_ne!(record, before, "something was changed");
            *entry = serde_json::to_vec(&record).unwrap();
            parts.relist();
        })
    }
}

#[test]
fn what_was_changed_inside_and_sealed_again_is_refused_whoever_signs_it() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let forger = Forger::of(&field, &hq, &file);
    assert!(hq.try_read(&file).is_ok());
    let again = forger.sealed(&forger.signing, |_| {});
    std::fs::write(hq.beside("again.amparo"), again).unwrap();
    hq.try_read(&hq.beside("again.amparo")).expect("taking apart and sealing again unchanged gives a good file");

    let stranger = SigningSecret::generate(&mut OsRandom);
    assert_eq!(refused(&hq, "stranger.amparo", &forger.sealed(&stranger, |_| {})), Code::BundleForged);
    let newer = forger.sealed(&forger.signing, |parts| parts.manifest["format"] = json!(99));
    assert_eq!(refused(&hq, "newer.amparo", &newer), Code::BundleNewer);
    let entry_changed = forger.sealed(&forger.signing, |parts| parts.entry("records/").unwrap().push(b' '));
    assert_eq!(refused(&hq, "entry.amparo", &entry_changed), Code::BundleDamaged);

    // One revision forged, and the whole sealed again by the sender's own keys.
    let other_name = forger.with_record(|record| {
        for leaf in record["revisions"][0]["leaves"].as_array_mut().unwrap() {
            if let Some(name) = leaf["leaf"]["change"].get_mut("name_first") {
                *name = json!({"t": "Mallory"});
            }
        }
    });
    assert_eq!(refused(&hq, "name.amparo", &other_name), Code::BundleBadRevision);
    let other_time = forger.with_record(|record| record["revisions"][1]["header"]["time"] = json!(1));
    assert_eq!(refused(&hq, "time.amparo", &other_time), Code::BundleBadRevision);
    let first_revision =
        forger.with_record(|record| record["revisions"][0]["signature"] = record["revisions"][1]["signature"].clone());
    assert_eq!(refused(&hq, "signature.amparo", &first_revision), Code::BundleBadRevision);
    let author = forger.with_record(|record| {
        record["revisions"][1]["header"]["author"]["person"] = json!("00000000-0000-4000-8000-000000000001");
    });
    assert_eq!(refused(&hq, "author.amparo", &author), Code::BundleBadRevision);
    assert_eq!(hq.list(amparo_api::records::Show::All), []);
}

#[test]
fn the_same_number_with_other_content_is_an_alarm() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let forger = Forger::of(&field, &hq, &file);
    assert_eq!(hq.take_in(&file), 1);
    let replaced = forger.sealed(&forger.signing, |parts| {
        let sealed = parts.manifest["sealed"].as_i64().unwrap();
        parts.manifest["sealed"] = json!(sealed + 1);
    });
    assert_eq!(refused(&hq, "replaced.amparo", &replaced), Code::BundleReplaced);
}

#[test]
fn a_plan_that_was_left_or_never_shown_cannot_be_accepted() {
    let TwoOffices { field, mut hq, to, saved, .. } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let never = amparo_model::ids::BundleId::from_random([1; 16]);
    assert_eq!(code(hq.ask(Ask::Accept { bundle: never })), Code::PlanGone);
    let plan = hq.try_read(&file).unwrap();
    hq.ask(Ask::Leave { bundle: plan.bundle }).unwrap();
    assert_eq!(code(hq.ask(Ask::Accept { bundle: plan.bundle })), Code::PlanGone);
    hq.try_read(&file).unwrap();
    hq.restart();
    hq.sign_in(SUPERVISOR);
    assert_eq!(code(hq.ask(Ask::Accept { bundle: plan.bundle })), Code::PlanGone, "a plan ends with the session");
    assert_eq!(hq.list(amparo_api::records::Show::All), []);
    let edited = field.edit(saved.record, &[("landmark", text("later"))]);
    assert_eq!(hq.take_in(&file), 1, "what was left can be read again");
    assert_ne!(hq.open(saved.record).heads, edited.heads);
}
