use crate::support::*;
use amparo_bundle::card::{digits, same_digits};
use amparo_bundle::{BundleError, SignedCard};
use amparo_vault::OsRandom;
use amparo_vault::certificate::{Capacity, Signatories, Statement};
use amparo_vault::office::WorkingSecrets;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

#[test]
fn a_card_survives_its_line_of_text_and_fits_into_a_qr() {
    let office = Office::new("مكتب الميدان", "FLD");
    let text = office.card.to_text();
    assert!(text.len() < 2_331, "{}: a QR of level M holds no more", text.len());
    assert!(text.bytes().all(|byte| byte.is_ascii_graphic()));
    assert_eq!(SignedCard::from_text(&text).unwrap(), office.card);
    let (one, two) = text.split_at(100);
    assert_eq!(SignedCard::from_text(&format!("\n {one}\r\n{two}\n")).unwrap(), office.card);
}

#[test]
fn every_changed_character_of_a_card_is_refused() {
    let office = Office::new("Field office", "FLD");
    let text = office.card.to_text();
    for at in 0..text.len() {
        let mut changed = text.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        assert!(SignedCard::from_text(std::str::from_utf8(&changed).unwrap()).is_err(), "{at}");
    }
    for other in ["", "hello", "amparo-card-", "amparo-card-e30"] {
        assert!(matches!(SignedCard::from_text(other), Err(BundleError::NotACard)));
    }
}

#[test]
fn a_card_with_another_name_needs_the_working_key() {
    let (office, stranger) = (Office::new("Field office", "FLD"), Office::new("Stranger", "STR"));
    let mut card = office.card.card.clone();
    card.name = "Another office".into();
    let forged = SignedCard { card: card.clone(), signature: office.card.signature };
    assert!(matches!(forged.verify(), Err(BundleError::BadSignature)));
    assert!(matches!(card.clone().sign(&stranger.working.signing), Err(BundleError::NotSealable(_))));
    // Statements of another root do not lead to the key either.
    card.statements = stranger.card.card.statements.clone();
    assert!(matches!(card.sign(&stranger.working.signing), Err(BundleError::NotSealable(_))));
}

#[test]
fn a_card_of_a_newer_version_is_called_newer() {
    let office = Office::new("Field office", "FLD");
    let mut json = serde_json::to_value(&office.card).unwrap();
    json["card"]["format"] = 2.into();
    json["card"]["something"] = "new".into();
    let text = format!("amparo-card-{}", URL_SAFE_NO_PAD.encode(json.to_string()));
    assert!(matches!(SignedCard::from_text(&text), Err(BundleError::Newer)));
}

#[test]
fn forty_digits_in_groups_of_five_stand_for_office_and_root() {
    let (office, other) = (Office::new("Field office", "FLD"), Office::new("Other", "OTH"));
    let shown = office.card.card.digits();
    let groups: Vec<_> = shown.split(' ').collect();
    assert_eq!(groups.len(), 8);
    assert!(groups.iter().all(|group| group.len() == 5 && group.bytes().all(|digit| digit.is_ascii_digit())));
    assert_ne!(shown, other.card.card.digits());
    assert_ne!(shown, digits(&other.id, &office.root.public()));
    assert_ne!(shown, digits(&office.id, &other.root.public()));

    assert!(same_digits(&shown, &shown));
    assert!(same_digits(&shown.replace(' ', ""), &shown));
    assert!(same_digits(&shown.replace(' ', " - "), &shown));
    assert!(!same_digits(&shown[..46], &shown));
    assert!(!same_digits("", "") && !same_digits(&format!("x{shown}"), &shown));
}

#[test]
fn new_working_keys_by_two_people_lead_from_the_same_root() {
    let office = Office::new("Field office", "FLD");
    // The administrator at position 1 was certified by the root; here the supervisor and a second one sign.
    let working = WorkingSecrets::generate(&["cp"], &mut OsRandom);
    let statement = Statement::WorkingKeys(working.public(Uuid::from_bytes(*office.id.as_bytes()), 2, 9));
    let by = |person: &(amparo_model::ids::PersonId, amparo_vault::user::UserKeys), capacity| {
        statement.sign(Uuid::from_bytes(*person.0.as_bytes()), capacity, &person.1.signing)
    };
    let two = Signatories::Two {
        administrator: by(&office.caseworker, Capacity::Administrator),
        member: by(&office.supervisor, Capacity::Member),
    };
    let mut card = office.card.card.clone();
    let digits_before = card.digits();
    let mut log = office.log.clone();
    log.push(amparo_vault::certificate::Signed { statement: statement.clone(), by: two });
    card.statements = amparo_bundle::chain::to_working_keys(&log);
    assert_eq!(card.statements.len(), 4, "both keys, and the two people who signed: not the administrator");
    assert_eq!(amparo_bundle::chain::to_people(&log, &[office.caseworker.0].into()).len(), 1);
    // A caseworker may not propose keys: refused.
    assert!(matches!(card.clone().sign(&working.signing), Err(BundleError::NotSealable(_))));

    log.pop();
    log.push(statement.signed_by_root(&office.root));
    card.statements = amparo_bundle::chain::to_working_keys(&log);
    assert_eq!(card.statements.len(), 2);
    let signed = card.sign(&working.signing).unwrap();
    let verified = signed.verify().unwrap();
    assert_eq!(verified.keys.epoch, 2);
    assert_eq!(verified.desk("cp"), Some(working.desks["cp"].public()));
    assert_eq!(verified.card.digits(), digits_before);
}

#[test]
fn a_card_with_endless_statements_is_refused_before_they_are_checked() {
    let office = Office::new("Field office", "FLD");
    let mut card = office.card.clone();
    card.card.statements = vec![card.card.statements[0].clone(); 1_001];
    assert!(matches!(card.verify(), Err(BundleError::TooLarge)));
}
