//! What goes on behind the window while somebody works: it must not undo, for whoever it no longer concerns, what was done meanwhile.

use crate::keyring::Keyring;
use crate::passing::assign;
use amparo_model::ids::RecordId;
use amparo_tests::office::{Office, SUPERVISOR, a_case, password};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Enough that some of them change hands between the list of what waits and the sealing of it.
const CHILDREN: usize = 60;

#[test]
fn what_is_prepared_for_matching_while_children_change_hands_is_sealed_for_whoever_is_responsible_then() {
    let mut office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    office.hire("Lucía Ferrer", "lucia");
    let children: Vec<RecordId> = (0..CHILDREN).map(|_| office.register(&a_case().complete()).record).collect();
    office.leave();
    // As an office stands that an older program wrote: nothing is kept for matching, and the next session begins to work it out.
    let lucia = Keyring::of(&office.folder, "lucia", &password("lucia"));
    assert_eq!(lucia.database.execute("DELETE FROM parts WHERE part = 'match'", []).unwrap(), CHILDREN);
    drop(lucia);
    office.start();
    office.sign_in(SUPERVISOR);
    for child in &children {
        assign(&office, &[*child], omar).unwrap();
    }
    office.checked_log();
    office.leave();
    let lucia = Keyring::of(&office.folder, "lucia", &password("lucia"));
    let hers: BTreeSet<String> = {
        let mut statement = lucia.database.prepare("SELECT circle FROM circle_keys WHERE holder = ?").unwrap();
        let circles = statement.query_map([lucia.user.as_bytes()], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        circles.map(|circle| Uuid::from_slice(&circle.unwrap()).unwrap().to_string()).collect()
    };
    let mut told = 0;
    for kept in lucia.column("SELECT CAST(sealed AS TEXT) FROM parts WHERE part = 'match'") {
        let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
        let readers = kept["letter"]["readers"].as_array().unwrap();
        assert!(readers.len() > 1, "whoever is responsible, and the supervisors");
        told += readers.iter().filter(|reader| hers.contains(reader["circle"].as_str().unwrap())).count();
    }
    assert_eq!(told, 0, "children of whom she is told although they are no longer hers");
}
