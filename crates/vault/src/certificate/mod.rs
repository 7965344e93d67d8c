//! Who belongs to the office: signed statements in the order of the office's log, and the directory they add up to.
//!
//! The root signs at set-up (the first administrator, the first supervisor, the first working keys) and after that only with
//! the recovery words. Every later statement carries two signatures: of a certified administrator and of another certified
//! person who already belongs to the work. A technical administrator alone can therefore not make a login that counts.
//! In an office of one person, that person's next colleague needs the recovery words.

mod directory;
mod proposals;

pub use directory::{Directory, Membership, Refusal, SigningRoles, Vouches};
pub use proposals::{propose, propose_end, propose_working_keys};
use proposals::{proposed_certificate, proposed_end, proposed_working_keys};

use crate::asymmetric::{Signature, SigningSecret};
use crate::office::{OfficeRoot, WorkingKeys};
use crate::user::UserPublic;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// "This person, with these keys and roles, belongs to the office from this place in its log on." A later certificate of the
/// same person replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The office.
    pub office: Uuid,
    /// The person; stays the same when login name, roles or keys change.
    pub user: Uuid,
    /// Ids of the roles held.
    pub roles: BTreeSet<String>,
    /// The administrator's proposal that this certificate answers. Each serves once; the root signs without one being asked.
    pub proposal: Uuid,
    /// The person's public keys.
    pub keys: UserPublic,
    /// Valid from this log position on.
    pub position: u64,
    /// Valid before this log position; without it until replaced or ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<u64>,
}

/// "This person no longer belongs to the office from this place in its log on."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateEnd {
    /// The office.
    pub office: Uuid,
    /// The person who left.
    pub user: Uuid,
    /// The administrator's proposal that this end answers. Each serves once, so that nobody who came back is shut out by an old one.
    pub proposal: Uuid,
    /// From this log position on.
    pub position: u64,
}

/// What can be signed about the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "kebab-case")]
pub enum Statement {
    /// Somebody belongs to the office.
    Certificate(Certificate),
    /// Somebody no longer does.
    End(CertificateEnd),
    /// The keys partners seal to and check bundles with.
    WorkingKeys(WorkingKeys),
}

/// In which capacity a person signs a statement. The two signatures cannot stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// As the administrator who proposes.
    Administrator,
    /// As the existing member who agrees.
    Member,
}

impl Capacity {
    fn domain(self) -> &'static str {
        match self {
            Self::Administrator => "amparo/statement/administrator/v1",
            Self::Member => "amparo/statement/member/v1",
        }
    }
}

const ROOT_DOMAIN: &str = "amparo/statement/root/v1";

impl Statement {
    /// RFC 8785 bytes: what is signed.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        // Invariant: ids, texts, numbers and lists always have a JSON form.
        #[expect(clippy::expect_used)]
        serde_jcs::to_vec(self).expect("statements have a canonical form")
    }

    /// What is signed in a capacity: an administrator signs before keys and place in the log are known.
    fn signed_bytes(&self, capacity: Capacity) -> Vec<u8> {
        match (self, capacity) {
            (Self::Certificate(it), Capacity::Administrator) => {
                proposed_certificate(it.office, it.user, &it.roles, it.proposal)
            }
            (Self::End(it), Capacity::Administrator) => proposed_end(it.office, it.user, it.proposal),
            (Self::WorkingKeys(it), Capacity::Administrator) => proposed_working_keys(it.office, it.epoch),
            (_, Capacity::Member) => self.canonical(),
        }
    }

    /// Signed by the root, at set-up or with the recovery words.
    #[must_use]
    pub fn signed_by_root(self, root: &OfficeRoot) -> Signed {
        let signature = root.sign(ROOT_DOMAIN, &self.canonical());
        Signed { statement: self, by: Signatories::Root { signature } }
    }

    /// One person's signature; two of them make [`Signatories::Two`].
    #[must_use]
    pub fn sign(&self, user: Uuid, capacity: Capacity, secret: &SigningSecret) -> PersonSignature {
        PersonSignature { user, signature: secret.sign(capacity.domain(), &self.signed_bytes(capacity)) }
    }

    fn office(&self) -> Uuid {
        match self {
            Self::Certificate(it) => it.office,
            Self::End(it) => it.office,
            Self::WorkingKeys(it) => it.office,
        }
    }

    /// Its place in the office's log.
    #[must_use]
    pub fn position(&self) -> u64 {
        match self {
            Self::Certificate(it) => it.position,
            Self::End(it) => it.position,
            Self::WorkingKeys(it) => it.position,
        }
    }

    fn subject(&self) -> Option<Uuid> {
        match self {
            Self::Certificate(it) => Some(it.user),
            Self::End(it) => Some(it.user),
            Self::WorkingKeys(_) => None,
        }
    }
}

/// A person's signature under a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonSignature {
    /// Who signed.
    pub user: Uuid,
    /// The signature.
    pub signature: Signature,
}

/// Who signed a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Signatories {
    /// The office's root.
    Root {
        /// Its signature.
        signature: Signature,
    },
    /// An administrator and another member.
    Two {
        /// Who proposed.
        administrator: PersonSignature,
        /// Who agreed.
        member: PersonSignature,
    },
}

/// A statement with its signatures, as stored in the log and carried in bundles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// What is said.
    pub statement: Statement,
    /// Who says it.
    pub by: Signatories,
}

#[cfg(test)]
mod tests;
