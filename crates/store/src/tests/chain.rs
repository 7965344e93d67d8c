//! The log's chain: what is kept of signatures, and what is found of what was changed.

use super::*;
use crate::log::Before;

/// Signs with the bytes themselves: whether a signature fits is the office's to say.
fn by(person: u8) -> Option<Signer<'static>> {
    Some(Signer { person: PersonId::from_random([person; 16]), sign: &Head::signed_bytes })
}

fn sign(store: &Store, people: &[u8]) {
    for person in people {
        store.change(|w| w.log(&entry("x"), by(*person))).unwrap();
    }
}

fn broken_at(store: &Store) -> Option<u64> {
    let (whole, twice) =
        (store.read(|r| r.prove_log(0, &|_| true)).unwrap(), store.prove_log(&key(7), 0, &|_| true).unwrap());
    assert_eq!(whole.broken_at, twice.broken_at);
    whole.broken_at
}

fn ends(store: &Store) -> Vec<(u8, u64)> {
    let proof = store.read(|r| r.prove_log(0, &|_| true)).unwrap();
    assert_eq!(proof.broken_at, None);
    assert!(proof.signed.iter().all(|signed| signed.signature == signed.head.signed_bytes()));
    proof.signed.iter().map(|signed| (signed.person.as_bytes()[0], signed.head.seq)).collect()
}

fn signatures(store: &Store) -> i64 {
    store.lock().query_row("SELECT count(*) FROM log_signatures", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_edited_dropped_or_added_log_entry_is_found() {
    let (place, store) = office();
    for n in 0..5 {
        tell(&store, &format!("entry {n}"));
    }
    let prove = |store: &Store| store.prove_log(&key(7), u64::MAX, &|_| true).unwrap();
    assert_eq!((prove(&store).head, prove(&store).broken_at), (store.read(|r| r.head()).unwrap(), None));
    drop(store);
    let folder = Folder::at(&place.path().join("office"));
    for (place, tampering) in [
        (3, "UPDATE log SET auditors = x'00' WHERE seq = 3"),
        (3, "UPDATE log SET at = 2 WHERE seq = 3"),
        (3, "UPDATE log SET link = zeroblob(32) WHERE seq = 3"),
        (3, "DELETE FROM log WHERE seq = 3"),
        (6, "INSERT INTO log SELECT 6, at, link, auditors, actor, hash FROM log WHERE seq = 5"),
    ] {
        let copy = tempfile::tempdir().unwrap();
        let other = Folder::at(copy.path());
        std::fs::copy(folder.database(), other.database()).unwrap();
        let connection = connect::open(&other.database(), &key(7)).unwrap();
        connection.execute_batch(tampering).unwrap();
        drop(connection);
        let store = Store::open(other, &key(7), &mut |_| Ok(())).unwrap();
        assert_eq!(prove(&store).broken_at, Some(place), "not found: {tampering}");
    }
}

#[test]
fn one_signature_is_kept_for_each_stretch_and_handed_to_the_check() {
    let (_place, store) = office();
    sign(&store, &[5, 5, 5, 6, 5, 5]);
    assert_eq!(ends(&store), [(5, 3), (6, 4), (5, 6)]);
    assert_eq!(signatures(&store), 3);
    let stretches = store.read(|r| r.stretches(0, 60_000, 9)).unwrap();
    let told: Vec<_> = stretches.iter().map(|it| (it.person.as_bytes()[0], it.entries)).collect();
    assert_eq!(told, [(5, 2), (6, 1), (5, 3)]);
    assert_eq!(store.read(|r| r.stretches(2, 60_000, 2)).unwrap()[1..], stretches[1..2]);
}

#[test]
fn an_unsigned_entry_is_found_also_when_somebody_went_on_behind_it() {
    let (_place, store) = office();
    sign(&store, &[5, 5]);
    tell(&store, "by a database tool");
    assert_eq!(broken_at(&store), Some(3));
    sign(&store, &[5]);
    assert_eq!(broken_at(&store), Some(4));
}

#[test]
fn nobody_can_put_a_name_or_an_end_elsewhere() {
    let (place, store) = office();
    sign(&store, &[5, 5, 5, 6, 6, 7]);
    drop(store);
    let folder = Folder::at(&place.path().join("office"));
    for (found, tampering) in [
        // The end of somebody's stretch taken away: their entries would be the next one's.
        (2, "DELETE FROM log_signatures WHERE seq = 3"),
        (6, "DELETE FROM log_signatures WHERE seq = 6"),
        (2, "UPDATE log_signatures SET person = zeroblob(16) WHERE seq = 3"),
        (2, "UPDATE log_signatures SET person = x'00' WHERE seq = 3"),
        (4, "UPDATE log_signatures SET signature = zeroblob(40) WHERE seq = 3"),
        // Another end, inside a stretch or behind the log.
        (2, "INSERT INTO log_signatures SELECT 1, person, signature FROM log_signatures WHERE seq = 3"),
        (3, "UPDATE log_signatures SET seq = 2 WHERE seq = 3"),
        (
            7,
            "PRAGMA foreign_keys = OFF; INSERT INTO log_signatures SELECT 9, person, signature FROM log_signatures WHERE seq = 3",
        ),
    ] {
        let copy = tempfile::tempdir().unwrap();
        let other = Folder::at(copy.path());
        std::fs::copy(folder.database(), other.database()).unwrap();
        connect::open(&other.database(), &key(7)).unwrap().execute_batch(tampering).unwrap();
        let store = Store::open(other, &key(7), &mut |_| Ok(())).unwrap();
        assert_eq!(broken_at(&store), Some(found), "{tampering}");
    }
}

/// Until format 4 each entry's signature stayed, and the next entry's hash covered it.
#[test]
fn a_log_of_before_is_proved_as_it_is_and_goes_on_in_stretches() {
    let (_place, store) = office();
    sign(&store, &[5]);
    for seq in 2..=4_i64 {
        let store = store.lock();
        let person = PersonId::from_random([if seq == 4 { 6 } else { 5 }; 16]);
        let (before, by, signature): ([u8; 32], Vec<u8>, Vec<u8>) = store
            .query_row(
                "SELECT l.hash, s.person, s.signature FROM log l JOIN log_signatures s USING (seq) WHERE seq = ?",
                [seq - 1],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        let head = Head { seq: seq.unsigned_abs() - 1, hash: before };
        let head = head.next(Before::Signed(&by, &signature), 1, None, b"x", b"");
        store
            .execute("INSERT INTO log VALUES (?, 1, NULL, ?, x'', ?)", rusqlite::params![seq, b"x", head.hash])
            .unwrap();
        store
            .execute(
                "INSERT INTO log_signatures VALUES (?, ?, ?)",
                rusqlite::params![seq, person.as_bytes(), head.signed_bytes()],
            )
            .unwrap();
    }
    assert_eq!((ends(&store), signatures(&store)), (vec![(5, 3), (6, 4)], 4));
    sign(&store, &[6, 6, 5]);
    assert_eq!((ends(&store), signatures(&store)), (vec![(5, 3), (6, 6), (5, 7)], 5));
    store.lock().execute("UPDATE log_signatures SET signature = zeroblob(40) WHERE seq = 2", []).unwrap();
    assert_eq!(broken_at(&store), Some(3));
}

#[test]
fn a_long_log_is_proved_in_two_pieces_that_meet_inside_a_stretch() {
    let (_place, store) = office();
    let people = |seq: u64| if (100..=20_050).contains(&seq) { 6 } else { 5 };
    store.change(|w| (1..=20_100).try_for_each(|seq| w.log(&entry("x"), by(people(seq))).map(drop))).unwrap();
    let proof = store.prove_log(&key(7), 0, &|_| true).unwrap();
    let found: Vec<_> = proof.signed.iter().map(|signed| signed.head.seq).collect();
    assert_eq!((proof.broken_at, proof.head.seq, found), (None, 20_100, vec![99, 20_050, 20_100]));
    for place in [10_049_i64, 10_050, 10_051, 20_100] {
        let kept: [u8; 32] =
            store.lock().query_row("SELECT hash FROM log WHERE seq = ?", [place], |row| row.get(0)).unwrap();
        let put =
            |hash: [u8; 32]| store.lock().execute("UPDATE log SET hash = ? WHERE seq = ?", (hash, place)).unwrap();
        put([0; 32]);
        let found = store.prove_log(&key(7), 0, &|_| true).unwrap().broken_at;
        assert_eq!(found, Some(place.unsigned_abs()), "at {place}");
        put(kept);
    }
}

#[test]
fn a_check_of_the_log_goes_on_only_while_somebody_waits_for_it() {
    let (_place, store) = office();
    store.change(|w| (0..5000).try_for_each(|_| w.log(&entry("x"), None).map(drop))).unwrap();
    assert!(matches!(store.prove_log(&key(7), u64::MAX, &|_| false), Err(StoreError::Stopped)));
}
