//! The store on a real SQLCipher file.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use amparo_model::ids::{CircleId, Moment, PersonId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Kind, Module, Skeleton, Status};
use std::ops::ControlFlow;
use zeroize::Zeroizing;

mod chain;

fn key(byte: u8) -> DatabaseKey {
    DatabaseKey::new(Zeroizing::new(format!("x'{}'", format!("{byte:02x}").repeat(32))))
}

fn office() -> (tempfile::TempDir, Store) {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::at(&place.path().join("office"));
    folder.make().unwrap();
    let store = Store::create(folder, &key(7)).unwrap();
    (place, store)
}

fn entry(body: &str) -> LogEntry {
    LogEntry { at: Moment(1), link: None, auditors: body.as_bytes().to_vec(), actor: Vec::new() }
}

fn tell(store: &Store, body: &str) {
    store
        .change(|w| {
            w.log(&entry(body), None)?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

fn record(id: u8) -> RecordRow {
    RecordRow {
        id: RecordId::from_random([id; 16]),
        skeleton: Skeleton { kind: Kind::Case, module: Module::Cp, status: Status::Identified, owner: None },
        heads: vec![RevisionId([id; 32])],
    }
}

#[test]
fn a_change_that_tells_the_log_nothing_is_undone() {
    let (_place, store) = office();
    let outcome: Result<()> = store.change(|w| w.put_record(&record(1)));
    assert!(matches!(outcome, Err(StoreError::Unlogged)));
    assert_eq!(store.read(|r| r.record(record(1).id)).unwrap(), None);
}

#[test]
fn a_change_that_fails_halfway_leaves_nothing() {
    let (_place, store) = office();
    let outcome: Result<()> = store.change(|w| {
        w.log(&entry("x"), None)?;
        w.put_record(&record(1))?;
        Err(StoreError::Form)
    });
    assert!(outcome.is_err());
    assert_eq!(store.read(|r| r.record(record(1).id)).unwrap(), None);
    assert_eq!(store.read(|r| r.head()).unwrap().seq, 0);
}

#[test]
fn a_record_and_its_revision_are_there_after_opening_again() {
    let (place, store) = office();
    let row = record(3);
    let revision = RevisionRow { id: RevisionId([3; 32]), header: vec![1, 2], signature: vec![3] };
    let leaf = LeafRow { revision: revision.id, compartment: Compartment::new("care"), epoch: 1, sealed: vec![9; 40] };
    store
        .change(|w| {
            w.put_record(&row)?;
            w.append_revision(row.id, &revision, std::slice::from_ref(&leaf))?;
            w.log(&entry("saved"), None)
        })
        .unwrap();
    drop(store);
    let folder = Folder::at(&place.path().join("office"));
    let store = Store::open(folder, &key(7), &mut |_| Ok(())).unwrap();
    assert_eq!(store.read(|r| r.record(row.id)).unwrap(), Some(row.clone()));
    assert_eq!(store.read(|r| r.revisions(row.id)).unwrap()[0].header, vec![1, 2]);
    assert_eq!(store.read(|r| r.leaves(row.id)).unwrap()[0].sealed, vec![9; 40]);
}

#[test]
fn the_file_cannot_be_read_without_the_key_or_with_another() {
    let (place, store) = office();
    tell(&store, "a canary in the log");
    drop(store);
    let folder = Folder::at(&place.path().join("office"));
    let bytes = std::fs::read(folder.database()).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!bytes.windows(8).any(|window| window == b"a canary"));
    assert!(matches!(Store::open(folder.clone(), &key(8), &mut |_| Ok(())), Err(StoreError::Damaged)));
    std::fs::write(folder.database(), [b"SQLite format 3\0".as_slice(), &[0; 4096]].concat()).unwrap();
    assert!(matches!(Store::open(folder.clone(), &key(7), &mut |_| Ok(())), Err(StoreError::Foreign)));
    std::fs::remove_file(folder.database()).unwrap();
    assert!(matches!(Store::open(folder, &key(7), &mut |_| Ok(())), Err(StoreError::NoOffice)));
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_is() {
    let (place, store) = office();
    tell(&store, "x");
    drop(store);
    let folder = Folder::at(&place.path().join("office"));
    let connection = connect::open(&folder.database(), &key(7)).unwrap();
    connection.pragma_update(None, "user_version", NEWEST + 1).unwrap();
    connect::checkpoint(&connection).unwrap();
    drop(connection);
    let before = std::fs::read(folder.database()).unwrap();
    let outcome = Store::open(folder.clone(), &key(7), &mut |_| Ok(()));
    assert!(matches!(outcome, Err(StoreError::Newer { found }) if found == NEWEST + 1));
    assert_eq!(std::fs::read(folder.database()).unwrap(), before);
}

#[test]
fn a_page_changed_on_the_disk_is_found() {
    let (place, store) = office();
    for n in 0..200 {
        tell(&store, &format!("entry {n}").repeat(40));
    }
    store.settle().unwrap();
    store.check(&key(7)).unwrap();
    let path = place.path().join("office/office.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(store.check(&key(7)), Err(StoreError::Damaged)));
}

#[test]
fn only_one_program_holds_a_folder() {
    let (place, _store) = office();
    let folder = Folder::at(&place.path().join("office"));
    let held = folder.hold().unwrap();
    assert!(matches!(folder.hold(), Err(StoreError::InUse)));
    drop(held);
    assert!(folder.hold().is_ok());
}

#[test]
fn nothing_can_be_attached_and_sorting_stays_in_memory() {
    let (_place, store) = office();
    let connection = store.lock();
    assert!(connection.execute_batch("ATTACH ':memory:' AS other").is_err());
    let options: Vec<String> = connection
        .prepare("PRAGMA compile_options")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    assert!(options.iter().any(|option| option == "TEMP_STORE=3"), "{options:?}");
    let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
    assert_eq!(synchronous, 2);
}

#[test]
fn a_backup_opens_checks_and_restores_into_an_empty_folder_only() {
    let (place, store) = office();
    std::fs::write(store.folder().keys(), b"keys").unwrap();
    tell(&store, "x");
    let name = "0".repeat(32);
    store.write_file(&name, b"sealed").unwrap();
    let file = FileRow {
        id: amparo_model::ids::FileId::from_random([1; 16]),
        place: None,
        sealed_key: vec![],
        name: name.clone(),
    };
    store
        .change(|w| {
            w.put_file(&file)?;
            w.log(&entry("file"), None)
        })
        .map_err(|e: StoreError| e)
        .unwrap();
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let before = store.back_up(&store.folder().backups(), &key(7), Moment(42), false, go_on).unwrap();
    // The clock stands still: both are kept.
    let backup = store.back_up(&store.folder().backups(), &key(7), Moment(42), false, go_on).unwrap();
    assert!(backup != before && before.path.exists());
    assert_eq!(latest_backup(&store.folder().backups()).unwrap(), Some(backup.clone()));
    let into = Folder::at(&place.path().join("restored"));
    let ready = Folder::at(&into.restoring());
    unpack(&backup.path, &ready, go_on).unwrap();
    move_in(&ready, &into).unwrap();
    let restored = Store::open(into.clone(), &key(7), &mut |_| Ok(())).unwrap();
    assert_eq!(restored.read(|r| r.head()).unwrap().seq, 2);
    assert_eq!(restored.read_file(&name).unwrap(), b"sealed");
    unpack(&backup.path, &ready, go_on).unwrap();
    assert!(matches!(move_in(&ready, &into), Err(StoreError::Exists)), "never over an office");
    let wrong = store.back_up(&store.folder().backups(), &key(9), Moment(43), false, go_on);
    assert!(matches!(wrong, Err(StoreError::Damaged)));
    let stop = &mut |_, _| ControlFlow::Break(());
    let stopped = store.back_up(&store.folder().backups(), &key(7), Moment(44), false, stop);
    assert!(matches!(stopped, Err(StoreError::Stopped)));
    assert_eq!(std::fs::read_dir(store.folder().backups()).unwrap().count(), 2, "nothing half-made is left");
    assert_eq!(backups(&store.folder().backups()).unwrap().len(), 2);
}

#[test]
fn the_states_before_a_restore_are_not_thinned_with_the_others() {
    let day = 24 * 60 * 60 * 1000;
    let aside = |days: i64| Backup { path: days.to_string().into(), at: Moment(-days * day), aside: true };
    assert_eq!(to_thin(&[aside(0), aside(40), aside(41), aside(300)], Moment(0)), []);
    assert_eq!(to_thin(&[aside(400)], Moment(0)), [aside(400)]);
}

#[test]
fn content_that_no_row_names_is_swept() {
    let (_place, store) = office();
    store.write_file(&"a".repeat(32), b"orphan").unwrap();
    assert_eq!(store.sweep_files().unwrap(), 0, "its row may still be on its way");
    let folder = store.folder().clone();
    drop(store);
    let store = Store::open(folder, &key(7), &mut |_| Ok(())).unwrap();
    assert_eq!(store.sweep_files().unwrap(), 1);
    assert!(matches!(store.read_file(&"a".repeat(32)), Err(StoreError::NotFound)));
    assert!(matches!(store.write_file("../escape", b"x"), Err(StoreError::Form)));
}

#[test]
fn old_backups_are_thinned_and_todays_all_stay() {
    let day = 24 * 60 * 60 * 1000;
    let now = Moment(1000 * day);
    let at = |ago_hours: i64| Backup {
        path: ago_hours.to_string().into(),
        at: Moment(now.0 - ago_hours * day / 24),
        aside: false,
    };
    let all: Vec<Backup> = (0..24 * 400).step_by(6).map(at).collect();
    let gone = to_thin(&all, now);
    let left = all.len() - gone.len();
    assert!(gone.iter().all(|backup| now.0 - backup.at.0 >= day));
    assert!((4 + 7 + 3 + 10..=4 + 8 + 6 + 14).contains(&left), "{left} left");
    assert!(to_thin(&[at(1), at(2), at(30)], now).is_empty());
}

#[test]
fn numbers_are_never_given_twice() {
    let (_place, store) = office();
    let next = || {
        store
            .change(|w| {
                w.log(&entry("n"), None)?;
                w.next_number("case-26")
            })
            .map_err(|e: StoreError| e)
            .unwrap()
    };
    assert_eq!((next(), next()), (1, 2));
    store
        .change(|w| {
            w.log(&entry("n"), None)?;
            w.raise_number("case-26", 50)
        })
        .map_err(|e: StoreError| e)
        .unwrap();
    assert_eq!(next(), 51);
    assert_eq!(store.read(|r| r.last_number("case-26")).unwrap(), 51);
}

#[test]
fn quick_grants_meet_their_parts() {
    let (_place, store) = office();
    let circle = CircleId::from_random([2; 16]);
    let row = record(1);
    let entry_row = KeyEntryRow { entry: vec![1], signature: vec![2] };
    store
        .change(|w| {
            w.put_record(&row)?;
            w.append_key_entry(row.id, &entry_row, &[circle])?;
            w.put_part(row.id, "names", &Part { epoch: 1, sealed: vec![8] })?;
            w.log(&entry("g"), None)
        })
        .map_err(|e: StoreError| e)
        .unwrap();
    assert_eq!(store.read(|r| r.granted_but_not_quick(circle)).unwrap(), vec![row.id]);
    store
        .change(|w| {
            for compartment in ["summary", "names"] {
                let grant =
                    QuickGrant { circle, compartment: Compartment::new(compartment), epoch: 1, wrapped: vec![7] };
                w.put_quick_grant(row.id, &grant)?;
            }
            w.log(&entry("q"), None)
        })
        .map_err(|e: StoreError| e)
        .unwrap();
    assert!(store.read(|r| r.granted_but_not_quick(circle)).unwrap().is_empty());
    let granted = store.read(|r| r.granted_parts(circle, "names")).unwrap();
    let seen: Vec<_> = granted.iter().map(|it| (it.record, it.epoch, it.wrapped.clone())).collect();
    assert_eq!(seen, vec![(row.id, 1, vec![7])]);
    assert_eq!(store.read(|r| r.parts_granted(&granted)).unwrap()[0].1, vec![8]);
    assert!(store.read(|r| r.granted_parts(circle, "summary")).unwrap().is_empty());
    store
        .change(|w| {
            w.put_part(row.id, "names", &Part { epoch: 2, sealed: vec![9] })?;
            w.log(&entry("turned"), None)
        })
        .unwrap();
    assert!(store.read(|r| r.parts_granted(&granted)).unwrap().is_empty());
}

/// The parts of records in the order in which they lie, read in pieces of two.
fn order(store: &Store, part: &str) -> Vec<(RecordId, Vec<u8>)> {
    let (mut order, mut behind) = (Vec::new(), 0);
    loop {
        let piece = store.read(|reading| reading.parts_behind(part, behind, 2)).unwrap();
        let Some(last) = piece.last() else { return order };
        behind = last.place;
        order.extend(piece.into_iter().map(|lying| (lying.record, lying.part.sealed)));
    }
}

#[test]
fn rows_of_one_part_lie_together_in_the_order_in_which_they_came() {
    let (_place, store) = office();
    let put = |w: &mut Writing<'_>, id: u8, part: &str, sealed: u8| -> Result<()> {
        w.put_record(&record(id))?;
        w.put_part(record(id).id, part, &Part { epoch: 1, sealed: vec![sealed] })
    };
    store
        .change(|w| {
            for id in [9, 3, 6] {
                ["summary", "names", "match"].into_iter().try_for_each(|part| put(w, id, part, id))?;
            }
            put(w, 3, "names", 33)?;
            w.drop_part(record(9).id, "summary")?;
            put(w, 1, "summary", 1)?;
            w.log(&entry("parts"), None)
        })
        .unwrap();
    let of = |ids: &[(u8, u8)]| ids.iter().map(|(id, sealed)| (record(*id).id, vec![*sealed])).collect::<Vec<_>>();
    assert_eq!(order(&store, "summary"), of(&[(3, 3), (6, 6), (1, 1)]));
    assert_eq!(order(&store, "names"), of(&[(9, 9), (3, 33), (6, 6)]));
    assert_eq!(order(&store, "match"), of(&[(9, 9), (3, 3), (6, 6)]));
    assert!(order(&store, "minimal").is_empty());
    let lie = |reading: &Reading<'_>| -> Result<String> {
        let parts = "SELECT group_concat(part, ' ') FROM (SELECT part FROM parts ORDER BY place)";
        Ok(reading.tx.query_row(parts, [], |row| row.get(0))?)
    };
    let lying: String = store.read(lie).unwrap();
    assert_eq!(lying, "summary summary summary names names names match match match");
}
