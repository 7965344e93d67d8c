#![allow(clippy::unwrap_used)]
use super::*;
use amparo_forms::{reserved, standard};

fn with(fields: &[(&str, &str)], complete: &[&str]) -> Document {
    let mut document = Document::default();
    fields.iter().for_each(|(field, option)| document.set(field, Value::Choice((*option).to_owned())));
    complete.iter().for_each(|form| document.set(&reserved::completes(form), Value::Tick(true)));
    document
}

fn settled(before: &Document, now: &Document) -> Result<String, Code> {
    let mut document = now.clone();
    settle(standard(), RecordType::CASE, before, &mut document)?;
    Ok(state(&document).to_owned())
}

const SIGNED: [(&str, &str); 2] =
    [("verification_recommendation", "reunify"), ("verification_approval_status", "approved")];

#[test]
fn a_link_is_verified_only_by_a_verification_that_was_signed_off() {
    let before = with(&[(STATE, "in_progress")], &[]);
    assert_eq!(settled(&before, &with(&[(STATE, "verified")], &[])), Err(Code::NotVerified));
    let pending = [(STATE, "verified"), SIGNED[0], ("verification_approval_status", "pending")];
    assert_eq!(settled(&before, &with(&pending, &["verification"])), Err(Code::NotVerified), "complete is not signed");
    let further = [(STATE, "verified"), ("verification_recommendation", "further_tracing"), SIGNED[1]];
    assert_eq!(settled(&before, &with(&further, &[])), Err(Code::NotVerified), "signed, but it says to go on");
    assert_eq!(
        settled(&before, &with(&[(STATE, "in_progress"), SIGNED[0], SIGNED[1]], &[])),
        Ok("verified".to_owned())
    );
}

#[test]
fn a_child_is_reunified_only_by_the_reunification() {
    let verified = with(&[(STATE, "verified"), SIGNED[0], SIGNED[1]], &[]);
    let typed = with(&[(STATE, "reunified"), SIGNED[0], SIGNED[1]], &[]);
    assert_eq!(settled(&verified, &typed), Err(Code::NotReunified));
    let home = with(&[(STATE, "verified"), SIGNED[0], SIGNED[1]], &["reunification"]);
    assert_eq!(settled(&verified, &home), Ok("reunified".to_owned()));
    // Families find each other: a reunification needs no verification to be told as what it is.
    let found = with(&[(STATE, "open")], &["reunification"]);
    assert_eq!(settled(&with(&[(STATE, "open")], &[]), &found), Ok("reunified".to_owned()));
}

#[test]
fn what_stands_there_already_stays_and_a_search_can_be_taken_up_again() {
    let old = with(&[(STATE, "verified")], &[]);
    assert_eq!(settled(&old, &old), Ok("verified".to_owned()));
    let home = with(&[(STATE, "reunified")], &["reunification"]);
    let again = with(&[(STATE, "open")], &["reunification"]);
    assert_eq!(settled(&home, &again), Ok("open".to_owned()));
    let closed = with(&[(STATE, "closed"), SIGNED[0], SIGNED[1]], &["reunification"]);
    assert_eq!(settled(&with(&[(STATE, "closed")], &[]), &closed), Ok("closed".to_owned()), "closed is closed");
}
