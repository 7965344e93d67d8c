//! Turning the key of a real SQLCipher file, with the machine refusing at every step.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::{LogEntry, trial};
use amparo_model::ids::Moment;
use std::cell::Cell;
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use zeroize::Zeroizing;

fn key(byte: u8) -> DatabaseKey {
    DatabaseKey::new(Zeroizing::new(format!("x'{}'", format!("{byte:02x}").repeat(32))))
}

fn tell(writing: &mut Writing<'_>, body: &str) -> Result<()> {
    let entry = LogEntry { at: Moment(1), link: None, auditors: body.as_bytes().to_vec(), actor: Vec::new() };
    writing.log(&entry, None).map(drop)
}

/// An office with three entries in its log.
fn office() -> (tempfile::TempDir, Folder, Store) {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::at(&place.path().join("office"));
    folder.make().unwrap();
    let store = Store::create(folder.clone(), &key(1)).unwrap();
    (0..3).for_each(|_| store.change(|writing| tell(writing, "before")).unwrap());
    (place, folder, store)
}

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn turn(store: &Store, switched: &Cell<bool>) -> std::result::Result<(), Ended<StoreError>> {
    store.turn_key(
        &key(1),
        &key(2),
        &mut go_on,
        |writing| tell(writing, "turned"),
        || {
            switched.set(true);
            Ok(())
        },
    )
}

fn entries(store: &Store) -> u64 {
    store.read(|reading| reading.head()).unwrap().seq
}

fn opens(folder: &Folder, byte: u8) -> Option<u64> {
    Store::open(folder.clone(), &key(byte), &mut |_| Ok(())).ok().map(|store| entries(&store))
}

fn names(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("office"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_turned_database_opens_with_the_new_key_only_and_holds_the_change() {
    let (_place, folder, store) = office();
    let before = std::fs::read(folder.database()).unwrap();
    let told = Cell::new((0, 0));
    let mut watch = |done, of| {
        assert!(done >= told.get().0 && done <= of);
        told.set((done, of));
        ControlFlow::Continue(())
    };
    store
        .turn_key(&key(1), &key(2), &mut watch, |writing| tell(writing, "turned"), || Ok::<_, StoreError>(()))
        .unwrap();
    assert_eq!(told.get().0, told.get().1, "told to its end");
    assert_eq!(entries(&store), 4, "the same store goes on");
    store.change(|writing| tell(writing, "after")).unwrap();
    store.check(&key(2)).unwrap();
    drop(store);
    assert_eq!((opens(&folder, 1), opens(&folder, 2)), (None, Some(5)));
    assert_eq!(names(&folder), ["office.db"]);
    let after = std::fs::read(folder.database()).unwrap();
    let pages = |bytes: &[u8]| bytes.chunks(4096).map(<[u8]>::to_vec).collect::<std::collections::BTreeSet<_>>();
    assert!(pages(&before).is_disjoint(&pages(&after)), "no page is left as the old key sealed it");
}

#[test]
fn stopped_before_the_switch_everything_is_as_it_was() {
    let (_place, folder, store) = office();
    for most in 0..3 {
        let asked = Cell::new(0);
        let mut stop = |_, _| {
            asked.set(asked.get() + 1);
            if asked.get() > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let ended = store.turn_key(
            &key(1),
            &key(2),
            &mut stop,
            |writing| tell(writing, "turned"),
            || Err::<(), _>(StoreError::Form),
        );
        assert!(matches!(ended, Err(Ended::Before(StoreError::Stopped))), "{most}");
        assert_eq!(entries(&store), 3);
        assert!(!folder.turned_database().exists());
    }
    let refused = store.turn_key(
        &key(1),
        &key(2),
        &mut go_on,
        |writing| tell(writing, "turned"),
        || Err::<(), _>(StoreError::NoSpace),
    );
    assert!(matches!(refused, Err(Ended::Before(StoreError::NoSpace))), "as when the key file cannot be written");
    store.change(|writing| tell(writing, "goes on")).unwrap();
    drop(store);
    assert_eq!((opens(&folder, 1), opens(&folder, 2)), (Some(4), None));
}

#[test]
fn whatever_step_the_machine_refuses_the_office_is_the_old_one_or_the_new_one() {
    for (number, at) in At::ALL.into_iter().enumerate() {
        let (_place, folder, store) = office();
        let switched = Cell::new(false);
        trial::REFUSED_AT.store(number + 1, Ordering::Relaxed);
        let ended = turn(&store, &switched);
        trial::REFUSED_AT.store(0, Ordering::Relaxed);
        match (&ended, switched.get()) {
            (Err(Ended::Before(_)), false) => assert_eq!(entries(&store), 3, "{at:?}: it goes on with the old key"),
            (Err(Ended::After(_)), true) => assert!(store.read(|reading| reading.head()).is_err(), "{at:?}"),
            _ => panic!("{at:?}: {ended:?}"),
        }
        drop(store);
        // As at the next start: what the key file says follows from whether it was switched.
        let previous = switched.get().then(|| key(1));
        recover_turning(&folder, previous.as_ref(), &if switched.get() { key(2) } else { key(1) }).unwrap();
        let (old, new) = (opens(&folder, 1), opens(&folder, 2));
        assert_eq!((old, new), if switched.get() { (None, Some(4)) } else { (Some(3), None) }, "{at:?}");
        assert_eq!(names(&folder), ["office.db"], "{at:?}");
    }
}

#[test]
fn a_copy_that_was_damaged_after_the_switch_is_made_once_more() {
    let (_place, folder, store) = office();
    trial::REFUSED_AT.store(At::Switched as usize + 1, Ordering::Relaxed);
    assert!(matches!(turn(&store, &Cell::new(false)), Err(Ended::After(_))));
    trial::REFUSED_AT.store(0, Ordering::Relaxed);
    drop(store);
    std::fs::write(folder.turned_database(), b"not what was written").unwrap();
    recover_turning(&folder, Some(&key(1)), &key(2)).unwrap();
    assert_eq!(opens(&folder, 2), Some(3), "all that was there; the change is asked for again");
}
