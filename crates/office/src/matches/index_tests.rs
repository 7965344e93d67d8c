//! What is saved, or changes, while the index is made.

#![allow(clippy::unwrap_used)]
use super::{Known, Matching, Ready};
use crate::matches::facts::{Facts, Places};
use amparo_matching::Settings;
use amparo_model::ids::RecordId;
use amparo_model::record::{RecordType, Status};

fn made() -> Option<Ready> {
    Some(Ready::new(Places::default(), &Settings::default()))
}

fn child(code: &str) -> Option<Known> {
    let facts = Facts { code: code.to_owned(), ..Facts::default() };
    Some(Known { of: RecordType::CASE, status: Status::Open, owner: None, facts: facts.packed() })
}

fn codes(matching: &Matching) -> Vec<String> {
    let ready = matching.ready.as_ref().unwrap();
    let mut codes: Vec<String> = ready.known().map(|(_, known)| known.facts.code.clone()).collect();
    codes.sort();
    codes
}

fn one() -> RecordId {
    RecordId::from_random([1; 16])
}

fn other() -> RecordId {
    RecordId::from_random([2; 16])
}

#[test]
fn what_is_saved_while_the_index_is_made_stands_in_it() {
    let mut matching = Matching::default();
    let round = matching.begin();
    matching.changed(one(), child("A"));
    assert!(matching.end(round, made()));
    assert_eq!(codes(&matching), ["A"]);
    assert!(matching.late.is_empty(), "and is remembered no longer");
}

#[test]
fn names_that_change_meanwhile_lose_no_save_and_what_was_begun_before_does_not_count() {
    let mut matching = Matching::default();
    let round = matching.begin();
    matching.changed(one(), child("A"));
    matching.anew();
    // Another question begins under the new names, and has read the records before the next save.
    let newer = matching.begin();
    matching.changed(other(), child("B"));
    assert!(!matching.end(round, made()) && matching.ready.is_none(), "made under the old names");
    assert!(matching.end(newer, made()));
    assert_eq!(codes(&matching), ["A", "B"]);
}

#[test]
fn two_who_make_it_at_once_lose_nothing_that_is_saved_between_their_ends() {
    let mut matching = Matching::default();
    let (first, second) = (matching.begin(), matching.begin());
    matching.changed(one(), child("A"));
    assert!(matching.end(first, made()));
    matching.changed(other(), child("B"));
    assert_eq!(codes(&matching), ["A", "B"]);
    assert!(matching.end(second, made()));
    assert_eq!(codes(&matching), ["A", "B"], "although the second read the records before either");
    let third = matching.begin();
    matching.changed(one(), None);
    assert!(matching.end(third, None), "stopped");
    assert_eq!(codes(&matching), ["B"]);
}
