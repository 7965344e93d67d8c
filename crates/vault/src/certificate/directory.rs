//! The people and working keys of an office that reach its root: statements checked in log order and added up.

use super::{Capacity, Certificate, PersonSignature, ROOT_DOMAIN, Signatories, Signed, Statement};
use crate::asymmetric::SigningPublic;
use crate::office::WorkingKeys;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The largest log position: beyond it canonical JSON no longer tells numbers apart.
const LAST_POSITION: u64 = (1 << 53) - 1;

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
