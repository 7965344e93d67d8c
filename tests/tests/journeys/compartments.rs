//! Every compartment of a record of every type, with words that nobody else may read, and the keys that every password opens tried on
//! every sealed thing: each role reads what DOMAIN.md 16 gives it, and nothing else.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::records::{Ask, Show};
use amparo_api::{Code, Problem};
use amparo_forms::standard;
use amparo_model::canonical;
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value};
use amparo_tests::filling::{Pen, World};
use amparo_tests::office::{ADMINISTRATOR, EVERYBODY, Office, SUPERVISOR, code, everything_in, password, set};
use amparo_vault::OsRandom;
use amparo_vault::circle::CircleKeys;
use amparo_vault::symmetric::Key;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Who writes a record of each type, with the word that stands in every text of it, and who reads it (by hand from DOMAIN.md 16.1).
const WRITTEN: [(RecordType, &str, &str, &[&str]); 7] = [
    (RecordType::CASE, "lucia", "Quelloth", &["lucia", SUPERVISOR]),
    (RecordType::INCIDENT, "lucia", "Vendramere", &["lucia", SUPERVISOR]),
    (RecordType::FAMILY, "lucia", "Hulmerich", &["lucia", SUPERVISOR]),
    (RecordType::REGISTRY, "lucia", "Ostrovar", &["lucia", SUPERVISOR]),
    (RecordType::TRACING_REQUEST, "tarek", "Belquisar", &["tarek", SUPERVISOR]),
    (RecordType::GBV_CASE, "gloria", "Ambrogast", &["gloria", "grace"]),
    (RecordType::GBV_INCIDENT, "gloria", "Perquillon", &["gloria", "grace"]),
];

/// Everybody whose keys are tried; Greta does the same work as Gloria. (The other caseworker's keys are tried in `need_to_know`.)
const READERS: [&str; 7] = ["amina", "lucia", SUPERVISOR, "tarek", "gloria", "greta", "grace"];

struct Secret {
    of: RecordType,
    record: RecordId,
    code: String,
    word: &'static str,
    readers: &'static [&'static str],
}

/// Puts a word into every text of a document.
fn marked(document: &mut Document, word: &str) {
    let mark = |value: &mut Value| {
        if let Value::Text(text) = value {
            *text = format!("{text} {word}");
        }
    };
    document.fields.values_mut().for_each(mark);
    for (field, rows) in &mut document.rows {
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        for id in ids {
            rows.fields_mut(id).unwrap_or_else(|| panic!("{field}")).values_mut().for_each(mark);
        }
    }
}

/// The compartments of a type in which a text of a document stands.
fn compartments_with_text(of: RecordType, document: &Document) -> BTreeSet<&'static str> {
    let is_text = |value: &&Value| matches!(value, Value::Text(_));
    let fields = document.fields.iter().filter(|(_, value)| is_text(value)).map(|(field, _)| field);
    let rows =
        document.rows.iter().filter(|(_, rows)| rows.iter().any(|row| row.fields.values().any(|it| is_text(&it))));
    let named = fields.chain(rows.map(|(field, _)| field));
    named.filter_map(|field| standard().compartment_of(of.kind, of.module, field)).map(|part| part.as_str()).collect()
}

fn written() -> (Office, Vec<Secret>) {
    let office = Office::new("KRG1");
    let more = [("Greta Lund", "greta", Role::GbvCaseworker)];
    office.hire_all(&[&EVERYBODY[..], &more].concat());
    let mut secrets = Vec::new();
    for (of, who, word, readers) in WRITTEN {
        office.sign_in(who);
        let forms: Vec<_> = standard().forms_of(of.kind, of.module).collect();
        let theirs: Vec<_> = forms
            .into_iter()
            .filter(|form| !["bid", "risk-history", "approvals"].contains(&form.id.as_str()))
            .collect();
        let mut document = Document::default();
        Pen::new("en", 9, World::made_up()).fill(&theirs, &mut document);
        marked(&mut document, word);
        document.tidy();
        // Consent answers of a survivor, and whatever else holds no text, are covered by the keys that open nothing.
        let parts = standard().parts_of(of.kind, of.module).filter(|part| !part.derived).count();
        assert!(
            compartments_with_text(of, &document).len() + 1 >= parts,
            "{of:?}: a word in (almost) every compartment"
        );
        let form = theirs[0].id.as_str();
        // Unsaved work, with one of its texts.
        let mut unsaved = document.clone();
        unsaved.rows.clear();
        let text =
            unsaved.fields.iter().find(|(_, value)| matches!(value, Value::Text(_))).map(|(field, _)| field.clone());
        unsaved.fields.retain(|field, _| Some(field) == text.as_ref());
        office.keep_draft(form, &unsaved);
        let saved = office.try_register_of(of, &document, &[]).unwrap_or_else(|problem| panic!("{of:?} {problem:?}"));
        secrets.push(Secret { of, record: saved.record, code: saved.code, word, readers });
    }
    (office, secrets)
}

#[test]
fn the_program_shows_every_role_its_own_records_and_no_others() {
    let (office, secrets) = written();
    for login in READERS.into_iter().filter(|login| *login != "amina") {
        office.sign_in(login);
        for secret in &secrets {
            let (record, reads) = (secret.record, secret.readers.contains(&login));
            assert_eq!(office.list_of(secret.of, Show::All).len(), usize::from(reads), "{login} {:?}", secret.of);
            assert_eq!(office.found(&secret.code), if reads { vec![secret.code.clone()] } else { vec![] }, "{login}");
            assert!(reads || office.found(secret.word).is_empty(), "{login}");
            assert_eq!(office.rows(&[record]).len(), usize::from(reads), "{login}");
            if reads {
                assert!(office.open(record).closed.is_empty() && office.history(record).len() == 1);
                continue;
            }
            let form = "registration".to_owned();
            for ask in
                [Ask::Open { record }, Ask::History { record }, Ask::Linked { record }, Ask::Printed { record, form }]
            {
                assert_eq!(code(office.ask(ask)), Code::NotAllowed, "{login} {:?}", secret.of);
            }
            let saved = office.try_save(Some(record), vec![], set(&[]), vec![], None);
            assert_eq!(saved.unwrap_err(), Problem::from(Code::NotAllowed), "{login}");
        }
    }
}

#[test]
fn every_key_of_every_role_opens_what_that_role_reads_and_nothing_else() {
    let (mut office, secrets) = written();
    office.leave();
    let files: Vec<Vec<u8>> = everything_in(&office.folder).into_values().collect();
    let words: Vec<String> = secrets.iter().map(|secret| secret.word.to_owned()).collect();
    assert_eq!(hits(&words, &files), 0, "nothing lies open in the folder");
    for login in READERS {
        let ring = Keyring::of(&office.folder, login, &password(login)).try_everything();
        // What a record gives to matching has readers of its own, below; what finders are told, `across` looks at.
        let opened = ring.opened.iter().filter(|(kind, ..)| !["match facts", "minimal details"].contains(kind));
        let mut opened: Vec<Vec<u8>> = opened.map(|(.., bytes)| bytes.clone()).collect();
        assert!(!opened.is_empty(), "{login} has keys");
        opened.extend(ring.values());
        for secret in &secrets {
            let reads = secret.readers.contains(&login);
            // An administrator reads the log by code (DOMAIN.md 16.2), and nothing more of a record.
            for (needle, finds) in [(secret.word, reads), (&secret.code, reads || login == ADMINISTRATOR)] {
                let found = hits(&[needle.to_owned()], &opened);
                assert_eq!(found > 0, finds, "{login} and {needle} of {:?}: {found}", secret.of);
            }
            let id = secret.record.to_string();
            // A tracing officer is told the facts of a child who agreed to be looked for, and opens no case.
            let matches = reads || (login == "tarek" && secret.of == RecordType::CASE);
            assert!(matches || !ring.opened_of("match facts").contains(&id), "{login}: facts of {:?}", secret.of);
            for kind in ["leaves", "parts"] {
                assert_eq!(ring.opened_of(kind).contains(&id), reads, "{login}: {kind} of {:?}", secret.of);
            }
        }
    }
}

#[test]
fn a_supervisor_with_a_database_tool_turns_no_circle_of_gbv_work_to_a_key_of_their_own() {
    let mut office = Office::with_everybody("KRG1");
    office.leave();
    let samuel = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR));
    let entries = samuel.column("SELECT entry FROM directory");
    let entries: Vec<Json> = entries.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let keys = CircleKeys::generate(&mut OsRandom);
    let mark = RevisionId(keys.shared().mac(b"amparo/circle-shared-key/v1")).to_string();
    let mut planted = 0;
    for entry in entries.iter().filter(|entry| entry["entry"] == "circle") {
        let circle = &entry["key"]["circle"];
        let gloria = entries.iter().find(|entry| entry["proposal"]["login"] == "gloria").unwrap();
        let hers = circle["purpose"]["person"] == gloria["proposal"]["person"];
        if !hers && circle["purpose"]["kind"] != "gbv_supervisors" {
            continue;
        }
        let key = json!({"circle": circle, "epoch": 2, "public": keys.public(), "shared": mark});
        let bytes = [samuel.office.as_bytes().to_vec(), canonical::bytes(&key).unwrap()].concat();
        let signature = samuel.keys.signing.sign("amparo/directory/circle/v1", &bytes);
        let entry =
            json!({"entry": "circle", "key": key, "by": {"person": {"user": samuel.user, "signature": signature}}});
        let insert = "INSERT INTO directory (seq, entry) SELECT MAX(seq) + 1, ? FROM directory";
        planted += samuel.database.execute(insert, [entry.to_string()]).unwrap();
    }
    assert_eq!(planted, 2);
    drop(samuel);
    office.start();
    office.sign_in("gloria");
    let saved = office.try_register_of(RecordType::GBV_CASE, &Document::default(), &[]).unwrap();
    office.sign_in("grace");
    assert!(office.open(saved.record).closed.is_empty(), "she reads it as before");
    office.leave();
    let mut samuel = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR));
    for key in [keys.shared().clone(), Key::from_bytes(keys.sealing().expose_bytes())] {
        samuel = samuel.with_key(&key);
    }
    let samuel = samuel.try_everything();
    for kind in ["leaves", "parts", "match facts", "quick grants", "grants"] {
        assert!(!samuel.opened_of(kind).contains(&saved.record.to_string()), "{kind}");
    }
}
