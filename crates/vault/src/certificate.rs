//! Who belongs to the office: signed statements in the order of the office's log, and the directory they add up to.
//!
//! The root signs at set-up (the first administrator, the first supervisor, the first working keys) and after that only with
//! the recovery words. Every later statement carries two signatures: of a certified administrator and of another certified
//! person who already belongs to the work. A technical administrator alone can therefore not make a login that counts.
//! In an office of one person, that person's next colleague needs the recovery words.

use crate::asymmetric::{Signature, SigningPublic, SigningSecret};
use crate::office::{OfficeRoot, WorkingKeys};
use crate::user::UserPublic;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The largest log position: beyond it canonical JSON no longer tells numbers apart.
const LAST_POSITION: u64 = (1 << 53) - 1;

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
    let proposed = ProposedCertificate { kind: "proposed-certificate", office, user, roles, proposal };
    secret.sign(Capacity::Administrator.domain(), &proposed.canonical())
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

fn proposed_end(office: Uuid, user: Uuid, proposal: Uuid) -> Vec<u8> {
    canonical(&ProposedEnd { kind: "proposed-end", office, user, proposal })
}

fn proposed_working_keys(office: Uuid, epoch: u32) -> Vec<u8> {
    canonical(&ProposedWorkingKeys { kind: "proposed-working-keys", office, epoch })
}

fn canonical<T: Serialize>(proposal: &T) -> Vec<u8> {
    // Ids, texts and numbers always have a canonical form.
    #[expect(clippy::expect_used)]
    serde_jcs::to_vec(proposal).expect("proposals have a canonical form")
}

impl ProposedCertificate<'_> {
    fn canonical(&self) -> Vec<u8> {
        canonical(self)
    }
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
            (Self::Certificate(it), Capacity::Administrator) => ProposedCertificate {
                kind: "proposed-certificate",
                office: it.office,
                user: it.user,
                roles: &it.roles,
                proposal: it.proposal,
            }
            .canonical(),
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

/// Which roles may sign in which capacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningRoles {
    /// Role ids that propose.
    pub administrators: BTreeSet<String>,
    /// Role ids that agree, with what each may agree to.
    pub members: BTreeMap<String, Vouches>,
}

/// For whom a member's signature counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vouches {
    /// Everybody, and the working keys.
    Everybody,
    /// People who hold none but these roles, before and after.
    Only(BTreeSet<String>),
}

impl Default for SigningRoles {
    fn default() -> Self {
        let gbv = ["gbv_caseworker", "gbv_supervisor"].map(str::to_owned);
        Self {
            administrators: BTreeSet::from(["admin".to_owned()]),
            members: BTreeMap::from([
                ("supervisor".to_owned(), Vouches::Everybody),
                // Who reads GBV work only lets nobody into the rest.
                ("gbv_supervisor".to_owned(), Vouches::Only(gbv.into())),
            ]),
        }
    }
}

/// Why a statement does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// Made for another office.
    #[error("it belongs to another office")]
    OtherOffice,
    /// Its log position is not after the one before.
    #[error("its place in the log is not after the one before")]
    NotInOrder,
    /// A signature does not fit.
    #[error("a signature does not fit")]
    BadSignature,
    /// A signer had no valid certificate at that place in the log.
    #[error("a signer did not belong to the office at that place in the log")]
    UnknownSigner,
    /// A signer did not hold a role that may sign so.
    #[error("a signer does not hold the role for it")]
    WrongRole,
    /// One person gave both signatures.
    #[error("both signatures are by the same person")]
    SamePersonTwice,
    /// A person signed about themselves.
    #[error("somebody signed about themselves")]
    SelfSigned,
    /// The keys are those of another person.
    #[error("the keys belong to another person")]
    KeysInUse,
    /// The proposal was answered before.
    #[error("the proposal was answered before")]
    ProposalUsed,
    /// The person had no certificate to end.
    #[error("there is no valid certificate to end")]
    NothingToEnd,
    /// Working keys whose epoch is not the next one.
    #[error("the working keys are not those of the next epoch")]
    EpochNotNext,
}

/// A certificate that counted, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The certificate.
    pub certificate: Certificate,
    /// The log position from which it no longer counted.
    pub until: Option<u64>,
}

impl Membership {
    fn covers(&self, position: u64) -> bool {
        self.certificate.position <= position && self.until.is_none_or(|until| position < until)
    }
}

/// The people and working keys of an office that reach its root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    memberships: Vec<Membership>,
    working_keys: Vec<WorkingKeys>,
    refused: Vec<(usize, Refusal)>,
    /// Proposals of ends that were answered.
    ended: BTreeSet<Uuid>,
    last: Option<u64>,
}

impl Directory {
    /// Checks statements in log order and adds up those that reach the root. The others count for nothing and are listed in
    /// [`Directory::refused`]; one of them in one's own log is an alarm.
    #[must_use]
    pub fn verify(office: Uuid, root: &SigningPublic, roles: &SigningRoles, log: &[Signed]) -> Self {
        let mut directory = Self::default();
        for (index, signed) in log.iter().enumerate() {
            match directory.would_count(office, root, roles, signed) {
                Ok(()) => directory.accept(&signed.statement),
                Err(refusal) => directory.refused.push((index, refusal)),
            }
        }
        directory
    }

    /// The person's certificate that counted at a log position.
    #[must_use]
    pub fn at(&self, user: Uuid, position: u64) -> Option<&Certificate> {
        self.memberships
            .iter()
            .rev()
            .find(|membership| membership.certificate.user == user && membership.covers(position))
            .map(|membership| &membership.certificate)
    }

    /// Everybody's certificates that count at a log position.
    pub fn people_at(&self, position: u64) -> impl Iterator<Item = &Certificate> {
        self.memberships
            .iter()
            .filter(move |membership| membership.covers(position))
            .map(|membership| &membership.certificate)
    }

    /// Every certificate that ever counted, in log order.
    #[must_use]
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The office's working keys of every epoch; the last are the ones to seal to.
    #[must_use]
    pub fn working_keys(&self) -> &[WorkingKeys] {
        &self.working_keys
    }

    /// Which statements (by their place in what was given) do not count, and why.
    #[must_use]
    pub fn refused(&self) -> &[(usize, Refusal)] {
        &self.refused
    }

    /// Whether a further statement would count after those of this directory: asked before it is written to the log.
    ///
    /// # Errors
    /// The [`Refusal`] it would meet.
    pub fn would_count(
        &self,
        office: Uuid,
        root: &SigningPublic,
        roles: &SigningRoles,
        signed: &Signed,
    ) -> Result<(), Refusal> {
        let statement = &signed.statement;
        let position = statement.position();
        if statement.office() != office {
            return Err(Refusal::OtherOffice);
        }
        if position > LAST_POSITION || self.last.is_some_and(|last| position <= last) {
            return Err(Refusal::NotInOrder);
        }
        match &signed.by {
            Signatories::Root { signature } => {
                root.verify(ROOT_DOMAIN, &statement.canonical(), signature).map_err(|_| Refusal::BadSignature)?
            }
            Signatories::Two { administrator, member } => {
                if administrator.user == member.user {
                    return Err(Refusal::SamePersonTwice);
                }
                let proposes = |signer: &Certificate| !signer.roles.is_disjoint(&roles.administrators);
                self.check_person(statement, administrator, Capacity::Administrator, proposes)?;
                let agrees = |signer: &Certificate| self.may_agree(roles, signer, statement);
                self.check_person(statement, member, Capacity::Member, agrees)?;
            }
        }
        match statement {
            Statement::Certificate(it) => self.check_keys(it),
            Statement::End(it) if self.ended.contains(&it.proposal) => Err(Refusal::ProposalUsed),
            Statement::End(it) => self.at(it.user, position).map(|_| ()).ok_or(Refusal::NothingToEnd),
            Statement::WorkingKeys(it) => {
                let next = self.working_keys.last().map_or(it.epoch, |keys| keys.epoch.saturating_add(1));
                if it.epoch == next { Ok(()) } else { Err(Refusal::EpochNotNext) }
            }
        }
    }

    fn check_person(
        &self,
        statement: &Statement,
        by: &PersonSignature,
        capacity: Capacity,
        holds_the_role: impl Fn(&Certificate) -> bool,
    ) -> Result<(), Refusal> {
        if statement.subject() == Some(by.user) {
            return Err(Refusal::SelfSigned);
        }
        let signer = self.at(by.user, statement.position()).ok_or(Refusal::UnknownSigner)?;
        if !holds_the_role(signer) {
            return Err(Refusal::WrongRole);
        }
        signer
            .keys
            .signing
            .verify(capacity.domain(), &statement.signed_bytes(capacity), &by.signature)
            .map_err(|_| Refusal::BadSignature)
    }

    /// Whether a member may agree to a statement: to what the person is to be, and to what they are.
    fn may_agree(&self, roles: &SigningRoles, signer: &Certificate, statement: &Statement) -> bool {
        let present = statement.subject().and_then(|user| self.at(user, statement.position()));
        let next = if let Statement::Certificate(it) = statement { Some(it) } else { None };
        signer.roles.iter().filter_map(|role| roles.members.get(role)).any(|vouches| match vouches {
            Vouches::Everybody => true,
            Vouches::Only(theirs) => {
                statement.subject().is_some()
                    && present.into_iter().chain(next).all(|certificate| certificate.roles.is_subset(theirs))
            }
        })
    }

    /// One person with two ids could give both signatures; so keys are one person's for good.
    fn check_keys(&self, new: &Certificate) -> Result<(), Refusal> {
        let taken = self.memberships.iter().map(|it| &it.certificate).any(|old| {
            old.user != new.user && (old.keys.signing == new.keys.signing || old.keys.sealing == new.keys.sealing)
        });
        let answered = self.memberships.iter().any(|it| it.certificate.proposal == new.proposal);
        match (taken, answered) {
            (true, _) => Err(Refusal::KeysInUse),
            (false, true) => Err(Refusal::ProposalUsed),
            (false, false) => Ok(()),
        }
    }

    fn accept(&mut self, statement: &Statement) {
        self.last = Some(statement.position());
        match statement {
            Statement::Certificate(it) => {
                self.end(it.user, it.position);
                self.memberships.push(Membership { certificate: it.clone(), until: it.valid_until });
            }
            Statement::End(it) => {
                self.ended.insert(it.proposal);
                self.end(it.user, it.position);
            }
            Statement::WorkingKeys(it) => self.working_keys.push(it.clone()),
        }
    }

    fn end(&mut self, user: Uuid, position: u64) {
        for membership in self.memberships.iter_mut().filter(|it| it.certificate.user == user && it.covers(position)) {
            membership.until = Some(position);
        }
    }
}

#[cfg(test)]
#[path = "certificate_tests.rs"]
mod tests;
