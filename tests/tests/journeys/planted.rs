//! Rows planted with a database tool by somebody who works in the office and has its database key: grants, entries of a key chain,
//! circle keys, directory entries. Each is signed and sealed as well as its author can, and none may count.

use crate::keyring::Keyring;
use amparo_api::records::{Ask, Show};
use amparo_model::canonical;
use amparo_model::ids::{CircleId, IncarnationId, Moment, OfficeId, PersonId, RevisionId};
use amparo_model::person::Role;
use amparo_model::record::{Author, Compartment, Grant, KeyEntry, Letter};
use amparo_tests::office::{Office, SUPERVISOR, Saved, a_case, code, password, text};
use amparo_vault::OsRandom;
use amparo_vault::certificate::{Capacity, Certificate, Signatories, Signed, Statement, propose};
use amparo_vault::circle::{ChainPlace, CircleEpoch, CircleKeys, CompartmentEpoch, grant_mac};
use amparo_vault::context::Context;
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use rusqlite::params;
use serde_json::{Value, json};
use sha2::Digest;
use std::collections::BTreeSet;
use uuid::Uuid;

const COMPARTMENTS: [&str; 6] = ["identity", "registration", "care", "consent-answers", "summary", "names"];

/// Lucía's child, and Omar, who has a database tool.
struct Plot {
    office: Office,
    hers: Saved,
    lucia: Uuid,
    omar: Keyring,
    supervisors: Uuid,
    omars_circle: Uuid,
    incarnation: IncarnationId,
}

fn plot() -> Plot {
    let mut office = Office::new("KRG1");
    let lucia = office.hire("Lucía Ferrer", "lucia").uuid();
    let hers = office.register(&a_case().named("Nour Haddad").complete());
    office.hire("Omar Said", "omar");
    office.leave();
    let omar = Keyring::of(&office.folder, "omar", &password("omar"));
    let entries: Vec<Value> =
        omar.column("SELECT entry FROM directory").iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let circle = |wanted: &dyn Fn(&Value) -> bool| {
        let found =
            entries.iter().find(|entry| entry["entry"] == "circle" && wanted(&entry["key"]["circle"]["purpose"]));
        found.unwrap()["key"]["circle"]["id"].as_str().unwrap().parse().unwrap()
    };
    let own = json!({"kind": "person", "person": omar.user});
    Plot {
        supervisors: circle(&|purpose| purpose["kind"] == "supervisors"),
        omars_circle: circle(&|purpose| *purpose == own),
        incarnation: {
            let keyfile = amparo_vault::keyfile::KeyFile::open(&office.folder.join("office.keys")).unwrap();
            IncarnationId::from_uuid(keyfile.incarnation())
        },
        office,
        hers,
        lucia,
        omar,
    }
}

impl Plot {
    fn record(&self) -> Uuid {
        self.hers.record.uuid()
    }

    fn log_length(&self) -> u64 {
        let length: i64 = self.omar.database.query_row("SELECT MAX(seq) FROM log", [], |row| row.get(0)).unwrap();
        length.unsigned_abs()
    }

    fn planted(&self, sql: &str, params: impl rusqlite::Params) {
        assert!(self.omar.database.execute(sql, params).unwrap() > 0, "something was planted");
    }

    /// Omar's own circle, opened as a member.
    fn omars_keys(&self) -> CircleKeys {
        let at = self.at(self.omars_circle);
        let sealed: Vec<u8> = self
            .omar
            .database
            .query_row(
                "SELECT sealed FROM circle_keys WHERE circle = ? AND holder = ?",
                params![self.omars_circle.as_bytes(), self.omar.user.as_bytes()],
                |row| row.get(0),
            )
            .unwrap();
        CircleKeys::open_as_member(&at, self.omar.user, &self.omar.keys.sealing, &sealed).unwrap()
    }

    fn at(&self, circle: Uuid) -> CircleEpoch {
        CircleEpoch { office: self.omar.office, circle, epoch: 1 }
    }

    fn public(&self, circle: Uuid) -> amparo_vault::circle::CirclePublic {
        let entries = self.omar.column("SELECT entry FROM directory");
        let entries: Vec<Value> = entries.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
        let key = entries.iter().find(|entry| entry["key"]["circle"]["id"] == json!(circle)).unwrap();
        serde_json::from_value(key["key"]["public"].clone()).unwrap()
    }

    /// After planting: Omar still opens nothing; Lucía and the supervisor see and save what they did before, and what they save
    /// opens with none of Omar's keys, the planted ones included.
    fn nothing_came_of_it(mut self, planted: &[Key]) {
        drop(std::mem::replace(&mut self.omar, Keyring::of(&self.office.folder, "omar", &password("omar"))));
        self.office.start();
        self.office.sign_in("omar");
        assert_eq!(self.office.list(Show::All), []);
        assert_eq!(self.office.found("nour"), Vec::<String>::new());
        for ask in [Ask::Open { record: self.hers.record }, Ask::History { record: self.hers.record }] {
            assert_eq!(code(self.office.ask(ask)), amparo_api::Code::NotAllowed);
        }
        let mut saves = 1;
        for login in ["lucia", SUPERVISOR] {
            self.office.sign_in(login);
            assert_eq!(self.office.found("nour"), [self.hers.code.clone()], "{login}");
            let row = self.office.list(Show::All).remove(0);
            assert_eq!((row.name.as_str(), row.risk.as_str()), ("Nour Haddad", "medium"), "{login}");
            let opened = self.office.open(self.hers.record);
            assert_eq!((opened.closed.len(), opened.read_only), (0, None), "{login}");
            assert_eq!(opened.document.get("care_note"), a_case().document.get("care_note"));
            self.office.edit(self.hers.record, &[("landmark", text(login)), ("situation", text(login))]);
            saves += 1;
            assert_eq!(self.office.history(self.hers.record).len(), saves);
        }
        self.office.sign_in("lucia");
        self.office.register(&a_case().named("Hana Aziz").complete());
        self.office.leave();
        let mut omar = Keyring::of(&self.office.folder, "omar", &password("omar"));
        for key in planted {
            omar = omar.with_key(key);
        }
        let omar = omar.try_everything();
        for kind in ["leaves", "parts", "files", "file keys"] {
            assert_eq!(omar.opened_of(kind), BTreeSet::new(), "{kind}");
        }
    }
}

#[test]
fn a_planted_quick_grant_opens_nothing_and_hides_nothing() {
    let plot = plot();
    let (own, record) = (plot.omars_keys(), plot.record());
    let key = Key::generate(&mut OsRandom);
    for compartment in COMPARTMENTS {
        let place = CompartmentEpoch { record, compartment, epoch: 1 };
        let for_omar = own.wrap(&plot.at(plot.omars_circle), &place, &key, &mut OsRandom).to_bytes();
        let insert = "INSERT INTO quick_grants (circle, compartment, record, epoch, wrapped) VALUES (?, ?, ?, 1, ?)";
        plot.planted(insert, params![plot.omars_circle.as_bytes(), compartment, record.as_bytes(), for_omar]);
        // For the supervisors, Omar can only wrap to their public key, or what he likes under no key of theirs.
        let at = plot.at(plot.supervisors);
        let to_public = plot.public(plot.supervisors).wrap(&at, &place, &key, &mut OsRandom).unwrap().to_bytes();
        let under_his_own = own.wrap(&at, &place, &key, &mut OsRandom).to_bytes();
        let wrapped = if ["identity", "summary"].contains(&compartment) { to_public } else { under_his_own };
        let replace =
            "INSERT OR REPLACE INTO quick_grants (circle, compartment, record, epoch, wrapped) VALUES (?, ?, ?, 1, ?)";
        plot.planted(replace, params![plot.supervisors.as_bytes(), compartment, record.as_bytes(), wrapped]);
    }
    plot.planted(
        "INSERT INTO granted (circle, record) VALUES (?, ?)",
        params![plot.omars_circle.as_bytes(), record.as_bytes()],
    );
    // And some of Lucía's are replaced by rubbish.
    let lucias = "UPDATE quick_grants SET wrapped = ? WHERE compartment IN ('identity', 'names')";
    plot.planted(lucias, params![vec![2_u8; 73]]);
    plot.nothing_came_of_it(&[key]);
}

#[test]
fn a_planted_entry_of_a_key_chain_counts_for_nothing() {
    for epoch in [1, 2] {
        let plot = plot();
        let record = plot.record();
        let last: Vec<u8> =
            plot.omar.database.query_row("SELECT entry FROM key_entries", [], |row| row.get(0)).unwrap();
        let key = Key::generate(&mut OsRandom);
        let before = sha2::Sha256::digest(&last).into();
        let place = ChainPlace { record, after: Some(before) };
        let letter_to = |circle| {
            let at = plot.at(circle);
            let (letter_key, sealed) = plot.public(circle).seal_letter(&at, &place, &mut OsRandom).unwrap();
            let sealed = Some(BASE64.encode(sealed));
            let mut letter =
                Letter { circle: CircleId::from_uuid(circle), circle_epoch: 1, sealed, grants: Vec::new() };
            for compartment in COMPARTMENTS {
                let place = CompartmentEpoch { record, compartment, epoch };
                let wrapped = BASE64.encode(letter_key.wrap(&at, &place, &key, &mut OsRandom).to_bytes());
                // He never held the key before; the best he can do is to prove that he holds his own.
                let macced = Context::new("amparo/grant/v2").id(record).id(circle).number(1);
                let macced = macced.text(letter.sealed.as_deref().unwrap()).text(compartment).number(epoch.into());
                let mac = BASE64.encode(grant_mac(&key, &macced.text(&wrapped)));
                letter.grants.push(Grant { compartment: Compartment::new(compartment), epoch, wrapped, mac });
            }
            letter
        };
        let entry = KeyEntry {
            format: 2,
            record: plot.hers.record,
            previous: Some(RevisionId(before).to_string()),
            author: Author {
                person: PersonId::from_uuid(plot.omar.user),
                office: OfficeId::from_uuid(plot.omar.office),
                incarnation: plot.incarnation,
                place: plot.log_length(),
            },
            time: Moment(1),
            letters: [plot.omars_circle, plot.supervisors].map(letter_to).into(),
        };
        let bytes = canonical::bytes(&entry).unwrap();
        let signature = plot.omar.keys.signing.sign("amparo/key-entry/v2", &bytes).to_bytes().to_vec();
        let insert = "INSERT INTO key_entries (record, place, entry, signature) VALUES (?, 2, ?, ?)";
        plot.planted(insert, params![record.as_bytes(), bytes, signature]);
        // Without quick grants, everybody has to walk the chain with the planted entry in it.
        plot.planted("DELETE FROM quick_grants", []);
        plot.omar
            .database
            .execute(
                "INSERT INTO granted (circle, record) VALUES (?, ?)",
                params![plot.omars_circle.as_bytes(), record.as_bytes()],
            )
            .unwrap();
        plot.nothing_came_of_it(&[key]);
    }
}

#[test]
fn a_planted_circle_key_makes_nobody_a_member() {
    let plot = plot();
    let keys = CircleKeys::generate(&mut OsRandom);
    for epoch in [1, 2] {
        let at = CircleEpoch { office: plot.omar.office, circle: plot.supervisors, epoch };
        let to = plot.omar.keys.sealing.public();
        let sealed = keys.seal_to_member(&at, plot.omar.user, &to, &mut OsRandom).unwrap();
        let insert = "INSERT INTO circle_keys (circle, epoch, holder, sealed) VALUES (?, ?, ?, ?)";
        plot.planted(insert, params![plot.supervisors.as_bytes(), epoch, plot.omar.user.as_bytes(), sealed]);
    }
    let planted = [keys.shared().clone(), Key::from_bytes(keys.sealing().expose_bytes())];
    plot.nothing_came_of_it(&planted);
}

#[test]
fn planted_directory_entries_make_nobody_a_supervisor_and_turn_no_circle() {
    let plot = plot();
    let (office, user) = (plot.omar.office, plot.omar.user);
    let signing = &plot.omar.keys.signing;
    let signed = |domain: &str, thing: &Value| {
        let bytes = [office.as_bytes().to_vec(), canonical::bytes(thing).unwrap()].concat();
        json!({"person": {"user": user, "signature": signing.sign(domain, &bytes)}})
    };
    let plant = |entry: &Value| {
        let insert = "INSERT INTO directory (seq, entry) SELECT MAX(seq) + 1, ? FROM directory";
        plot.planted(insert, params![entry.to_string()]);
    };
    // A new key of the supervisors' circle, and of Lucía's own, that Omar made; and a second circle for the same team.
    let keys = CircleKeys::generate(&mut OsRandom);
    let mark = RevisionId(keys.shared().mac(b"amparo/circle-shared-key/v1")).to_string();
    let entries = plot.omar.column("SELECT entry FROM directory");
    let entries: Vec<Value> = entries.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let purpose_of = |circle: Uuid| {
        let entry = entries.iter().find(|entry| entry["key"]["circle"]["id"] == json!(circle)).unwrap();
        entry["key"]["circle"]["purpose"].clone()
    };
    let lucias = entries
        .iter()
        .find(|entry| entry["key"]["circle"]["purpose"] == json!({"kind": "person", "person": plot.lucia}))
        .unwrap()["key"]["circle"]["id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    for (circle, purpose, epoch) in [
        (plot.supervisors, purpose_of(plot.supervisors), 2),
        (lucias, purpose_of(lucias), 2),
        (Uuid::from_bytes([9; 16]), purpose_of(plot.supervisors), 1),
    ] {
        let key = json!({
            "circle": {"id": circle, "purpose": purpose}, "epoch": epoch, "public": keys.public(), "shared": mark,
        });
        plant(&json!({"entry": "circle", "by": signed("amparo/directory/circle/v1", &key), "key": key}));
        let at = CircleEpoch { office, circle, epoch };
        let sealed = keys.seal_to_member(&at, user, &plot.omar.keys.sealing.public(), &mut OsRandom).unwrap();
        let insert = "INSERT INTO circle_keys (circle, epoch, holder, sealed) VALUES (?, ?, ?, ?)";
        plot.planted(insert, params![circle.as_bytes(), epoch, user.as_bytes(), sealed]);
    }
    // A certificate that says he supervises, signed by himself in both capacities; a proposal of his own; a puppet.
    let roles = BTreeSet::from(["supervisor".to_owned()]);
    for who in [user, Uuid::from_bytes([8; 16])] {
        let proposal = Uuid::from_bytes([7; 16]);
        let statement = Statement::Certificate(Certificate {
            office,
            user: who,
            roles: roles.clone(),
            proposal,
            keys: plot.omar.keys.public(),
            position: plot.log_length() + 1,
            valid_until: None,
        });
        let administrator = statement.sign(user, Capacity::Administrator, signing);
        let member = statement.sign(user, Capacity::Member, signing);
        let signed_statement = Signed { statement, by: Signatories::Two { administrator, member } };
        plant(&json!({"entry": "statement", "signed": signed_statement}));
        let team = entries.iter().find(|entry| entry["entry"] == "team").unwrap()["team"]["id"].clone();
        let proposed = json!({
            "id": proposal, "person": who, "name": "Omar Said", "login": "omar2", "role": "supervisor", "team": team,
        });
        let bytes = [office.as_bytes().to_vec(), canonical::bytes(&proposed).unwrap()].concat();
        plant(&json!({
            "entry": "proposal", "proposal": proposed, "by": user,
            "signature": propose(office, who, &roles, proposal, signing),
            "own": signing.sign("amparo/directory/proposal/v1", &bytes),
        }));
    }
    plant(&json!({"entry": "no such entry"}));
    let planted = [keys.shared().clone(), Key::from_bytes(keys.sealing().expose_bytes())];
    let mut plot = plot;
    plot.office.start();
    assert_eq!(plot.office.sign_in("omar").role, Role::Caseworker);
    plot.office.sign_in(SUPERVISOR);
    let people = plot.office.people().0;
    let mut logins: Vec<(&str, Role)> = people.iter().map(|person| (person.login.as_str(), person.role)).collect();
    logins.sort_unstable();
    let wanted =
        [("amina", Role::Admin), ("lucia", Role::Caseworker), ("omar", Role::Caseworker), ("samuel", Role::Supervisor)];
    assert_eq!(logins, wanted);
    plot.office.leave();
    plot.nothing_came_of_it(&planted);
}
