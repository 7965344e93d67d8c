//! What an administrator signs before the other signature is given: who, and nothing that only comes later (keys, a place in the log).

use super::Capacity;
use crate::asymmetric::{Signature, SigningSecret};
use serde::Serialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an administrator signs when proposing somebody, before that person has keys: everything that an administrator
/// decides. The keys come from the member who admits, so that no administrator ever holds them and no member admits
/// anybody who was not proposed.
#[derive(Serialize)]
struct ProposedCertificate<'a> {
    kind: &'static str,
    office: Uuid,
    user: Uuid,
    roles: &'a BTreeSet<String>,
    proposal: Uuid,
}

/// An administrator's signature under a certificate-to-be.
#[must_use]
pub fn propose(
    office: Uuid,
    user: Uuid,
    roles: &BTreeSet<String>,
    proposal: Uuid,
    secret: &SigningSecret,
) -> Signature {
    secret.sign(Capacity::Administrator.domain(), &proposed_certificate(office, user, roles, proposal))
}

/// What an administrator signs when asking that somebody's access ends: everything but the place in the log, which is known when
/// a member agrees.
#[derive(Serialize)]
struct ProposedEnd {
    kind: &'static str,
    office: Uuid,
    user: Uuid,
    proposal: Uuid,
}

/// What an administrator signs so that a member of the desk may turn the working keys: which epoch, and no key.
#[derive(Serialize)]
struct ProposedWorkingKeys {
    kind: &'static str,
    office: Uuid,
    epoch: u32,
}

/// An administrator's signature under an end-to-be.
#[must_use]
pub fn propose_end(office: Uuid, user: Uuid, proposal: Uuid, secret: &SigningSecret) -> Signature {
    secret.sign(Capacity::Administrator.domain(), &proposed_end(office, user, proposal))
}

/// An administrator's signature under working keys that a member of the desk is still to make.
#[must_use]
pub fn propose_working_keys(office: Uuid, epoch: u32, secret: &SigningSecret) -> Signature {
    secret.sign(Capacity::Administrator.domain(), &proposed_working_keys(office, epoch))
}

pub(super) fn proposed_certificate(office: Uuid, user: Uuid, roles: &BTreeSet<String>, proposal: Uuid) -> Vec<u8> {
    canonical(&ProposedCertificate { kind: "proposed-certificate", office, user, roles, proposal })
}

pub(super) fn proposed_end(office: Uuid, user: Uuid, proposal: Uuid) -> Vec<u8> {
    canonical(&ProposedEnd { kind: "proposed-end", office, user, proposal })
}

pub(super) fn proposed_working_keys(office: Uuid, epoch: u32) -> Vec<u8> {
    canonical(&ProposedWorkingKeys { kind: "proposed-working-keys", office, epoch })
}

fn canonical<T: Serialize>(proposal: &T) -> Vec<u8> {
    // Ids, texts and numbers always have a canonical form.
    #[expect(clippy::expect_used)]
    serde_jcs::to_vec(proposal).expect("proposals have a canonical form")
}
