//! Which statements of an office's directory have to travel so that a reader gets from the root to a key, and no more: a
//! bundle should not tell how many people work in an office.

use amparo_model::ids::PersonId;
use amparo_vault::certificate::{Signatories, Signed, Statement};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What leads to an office's newest working keys, for its card. `log` is the office's directory, in log order.
#[must_use]
pub fn to_working_keys(log: &[Signed]) -> Vec<Signed> {
    leading_to(log, |statement| matches!(statement, Statement::WorkingKeys(_)))
}

/// What leads to people, for [`crate::manifest::Authors`]: their certificates and ends, and those of who signed them.
#[must_use]
pub fn to_people(log: &[Signed], people: &BTreeSet<PersonId>) -> Vec<Signed> {
    let people: BTreeSet<Uuid> = people.iter().map(|person| Uuid::from_bytes(*person.as_bytes())).collect();
    leading_to(log, |statement| subject(statement).is_some_and(|person| people.contains(&person)))
}

/// The statements that are wanted, with everything said of the people they name and of those who
/// signed any of it. All working keys are taken when one is wanted, because their numbers must follow each other.
fn leading_to(log: &[Signed], wanted: impl Fn(&Statement) -> bool) -> Vec<Signed> {
    let mut people = BTreeSet::new();
    let mut keys = false;
    for signed in log.iter().filter(|signed| wanted(&signed.statement)) {
        people.extend(subject(&signed.statement));
        people.extend(signers(signed));
        keys |= matches!(signed.statement, Statement::WorkingKeys(_));
    }
    let takes = |signed: &Signed, people: &BTreeSet<Uuid>| match subject(&signed.statement) {
        Some(person) => people.contains(&person),
        None => keys,
    };
    loop {
        let more: Vec<Uuid> = log.iter().filter(|signed| takes(signed, &people)).flat_map(signers).collect();
        let before = people.len();
        people.extend(more);
        if people.len() == before {
            return log.iter().filter(|signed| takes(signed, &people)).cloned().collect();
        }
    }
}

fn subject(statement: &Statement) -> Option<Uuid> {
    match statement {
        Statement::Certificate(it) => Some(it.user),
        Statement::End(it) => Some(it.user),
        Statement::WorkingKeys(_) => None,
    }
}

fn signers(signed: &Signed) -> Vec<Uuid> {
    match &signed.by {
        Signatories::Root { .. } => Vec::new(),
        Signatories::Two { administrator, member } => vec![administrator.user, member.user],
    }
}
