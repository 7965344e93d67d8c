//! Who and what belongs to the office: the signed, append-only directory, read into one view.
//!
//! An entry counts only if its signatures do: certificates reach the office root (`vault::certificate`); a proposal and a team
//! carry an administrator's signature; a circle carries the root's or a supervisor's, and its person or team must stand already.
//! Rows planted with a database tool count for nothing and are kept in [`Roster::refused`], which is an alarm.

mod entry;
mod erasing;
mod roles;

pub(crate) use entry::{
    Author, CircleKey, Entry, Erasure, ErasureYes, Hold, Leave, NextWorkingKeys, Pen, Proposal, Why, leave, proposal,
    shared_mark,
};
pub(crate) use roles::{RoleAnswer, Shaped, finders, reads};

use amparo_api::retention::HoldReason;
use amparo_model::ids::{AgencyId, CircleId, OfficeId, PersonId, RecordId, TeamId};
use amparo_model::person::{Agency, CirclePurpose, Person, Standing, Team};
use amparo_model::record::Module;
use amparo_model::role::RoleId;
use amparo_vault::asymmetric::{Signature, SigningPublic};
use amparo_vault::certificate::{Certificate, Directory, Signed, SigningRoles, Statement};
use amparo_vault::office::OfficeRoot;
use entry::{AGENCY, CIRCLE, LEAVE, PROPOSAL, TEAM, TO_TURN, WITHDRAWN, bound};
pub(crate) use erasing::Asked;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A proposal with the administrator and their signature under the certificate-to-be.
pub(crate) type Proposed = (Proposal, Uuid, Signature);

/// The directory, read.
#[derive(Clone, Default)]
pub(crate) struct Roster {
    /// Certificates and working keys.
    pub(crate) directory: Directory,
    /// Every statement, to be carried in bundles.
    pub(crate) statements: Vec<Signed>,
    /// What holds of each person, or was proposed of a new one.
    proposals: BTreeMap<PersonId, Proposed>,
    /// What was proposed since of people who are known, and waits.
    pending: BTreeMap<PersonId, Proposed>,
    /// Whose access is asked to end, and by whom.
    leaving: BTreeMap<PersonId, (Leave, Uuid)>,
    /// Every proposal that there was.
    seen: BTreeSet<Uuid>,
    teams: BTreeMap<TeamId, Team>,
    agencies: BTreeMap<AgencyId, Agency>,
    roles: BTreeMap<RoleId, Shaped>,
    /// Every key of each circle, the newest last.
    circles: BTreeMap<CircleId, Vec<CircleKey>>,
    /// Who made a circle; none for those of the root.
    makers: BTreeMap<CircleId, Uuid>,
    /// Who gets a certificate again in the change that is being made.
    returning: BTreeSet<PersonId>,
    /// Circles that somebody left and that have no new key yet.
    to_turn: BTreeSet<CircleId>,
    /// Askings that a record is destroyed, and who said yes.
    erasures: BTreeMap<Uuid, Asked>,
    /// Records that must be kept.
    holds: BTreeMap<RecordId, HoldReason>,
    /// The place in the log of the last statement that was read: who signs an entry after it must belong to the office there.
    place: u64,
    /// Entries that do not count.
    pub(crate) refused: usize,
}

impl Roster {
    /// Reads the directory of an office; entries whose signatures do not hold count for nothing.
    pub(crate) fn read(office: OfficeId, root: &SigningPublic, entries: &[String]) -> Self {
        let parsed: Vec<Option<Entry>> = entries.iter().map(|text| serde_json::from_str(text).ok()).collect();
        let mut roster = Self { refused: parsed.iter().filter(|entry| entry.is_none()).count(), ..Self::default() };
        let parsed: Vec<Entry> = parsed.into_iter().flatten().collect();
        roster.statements = parsed
            .iter()
            .filter_map(|entry| if let Entry::Statement { signed } = entry { Some(signed.clone()) } else { None })
            .collect();
        roster.directory = Directory::verify(office.uuid(), root, &SigningRoles::default(), &roster.statements);
        roster.refused += roster.directory.refused().len();
        let refused: BTreeSet<usize> = roster.directory.refused().iter().map(|(at, _)| *at).collect();
        let mut statements = 0;
        for entry in parsed {
            let counted = match entry {
                Entry::Statement { signed } => {
                    if !refused.contains(&statements) {
                        roster.take_statement(&signed.statement);
                    }
                    statements += 1;
                    true
                }
                Entry::Proposal { proposal, by, signature, own } => {
                    roster.take_proposal(office, (proposal, by, signature), &own)
                }
                Entry::Leave { leave, by, own } => roster.take_leave(office, leave, by, &own),
                Entry::Withdrawn { proposal, by } => {
                    roster.signed_by_any(office, root, WITHDRAWN, &proposal, &by) && roster.withdraw(proposal)
                }
                Entry::ToTurn { circles, by } => {
                    let counts = ["supervisor", "gbv_supervisor", "admin"]
                        .into_iter()
                        .any(|role| roster.signed(office, root, TO_TURN, &circles, &by, role));
                    if counts {
                        roster.to_turn.extend(circles);
                    }
                    counts
                }
                Entry::Erasure { erasure, by } => roster.take_erasure(office, root, erasure, &by),
                Entry::ErasureYes { yes, by } => roster.take_yes(office, root, &yes, &by),
                Entry::Hold { hold, by } => roster.take_hold(office, root, hold, &by),
                Entry::Team { team, by } => {
                    let counts = roster.signed(office, root, TEAM, &team, &by, "admin");
                    if counts {
                        roster.teams.insert(team.id, team);
                    }
                    counts
                }
                Entry::Agency { agency, by } => {
                    let counts = roster.signed(office, root, AGENCY, &agency, &by, "admin");
                    if counts {
                        roster.agencies.insert(agency.id, agency);
                    }
                    counts
                }
                Entry::Role { role, by } => roster.take_role(office, root, role, &by),
                Entry::RoleAnswered { answer, by } => roster.take_role_answer(office, root, &answer, &by),
                Entry::Circle { key, by } => roster.take_circle(office, root, key, &by),
            };
            roster.refused += usize::from(!counted);
        }
        roster
    }

    /// The place in the log where set-up ended, with the first working keys: every entry behind it is signed by whoever wrote it.
    pub(crate) fn set_up_until(&self) -> u64 {
        self.directory.working_keys().first().map_or(0, |keys| keys.position)
    }

    fn take_statement(&mut self, statement: &Statement) {
        self.place = statement.position();
        match statement {
            Statement::Certificate(it) => {
                let person = PersonId::from_uuid(it.user);
                // What was proposed holds from the certificate on that answers it.
                if self.pending.get(&person).is_some_and(|(proposal, ..)| proposal.id == it.proposal)
                    && let Some(proposed) = self.pending.remove(&person)
                {
                    self.proposals.insert(person, proposed);
                }
            }
            Statement::End(it) => {
                let person = PersonId::from_uuid(it.user);
                self.leaving.remove(&person);
                // Whose keys are renewed leaves and comes back: their return was proposed together with the end.
                if self.pending.get(&person).is_some_and(|(proposal, ..)| proposal.why != Why::Again) {
                    self.pending.remove(&person);
                }
            }
            Statement::WorkingKeys(_) => {}
        }
    }

    fn take_proposal(&mut self, office: OfficeId, proposed: Proposed, own: &Signature) -> bool {
        let (proposal, by, _) = &proposed;
        let bytes = bound(office, proposal);
        let signed = self
            .now(*by, "admin")
            .is_some_and(|key| bytes.is_ok_and(|bytes| key.verify(PROPOSAL, &bytes, own).is_ok()));
        let known_role = proposal.given.as_ref().is_none_or(|given| {
            let keeps = self.given_to(proposal.person).as_ref() == Some(given);
            (self.is_offered(given) || keeps)
                && self.role_rights(given).is_some_and(|rights| rights.base == proposal.role)
        });
        if !signed || !known_role || !self.seen.insert(proposal.id) {
            return false;
        }
        match (self.proposals.get(&proposal.person), proposal.why) {
            (None, Why::First) => self.proposals.insert(proposal.person, proposed),
            // A sign-in name is a person's for good: the password is stretched with it.
            (Some((known, ..)), Why::Again | Why::Change | Why::Reset) if known.login == proposal.login => {
                self.pending.insert(proposal.person, proposed)
            }
            _ => return false,
        };
        true
    }

    fn take_leave(&mut self, office: OfficeId, leave: Leave, by: Uuid, own: &Signature) -> bool {
        let bytes = bound(office, &leave);
        let signed =
            self.now(by, "admin").is_some_and(|key| bytes.is_ok_and(|bytes| key.verify(LEAVE, &bytes, own).is_ok()));
        let counts = signed && self.proposals.contains_key(&leave.person) && self.seen.insert(leave.id);
        if counts {
            self.leaving.insert(leave.person, (leave, by));
        }
        counts
    }

    fn withdraw(&mut self, id: Uuid) -> bool {
        if self.erasures.remove(&id).is_some() {
            return true;
        }
        let before = self.pending.len() + self.leaving.len() + self.proposals.len();
        self.pending.retain(|_, (proposal, ..)| proposal.id != id);
        self.leaving.retain(|_, (leave, _)| leave.id != id);
        // Somebody who was never admitted is as if never proposed; who was stays known.
        let directory = &self.directory;
        self.proposals.retain(|person, (proposal, ..)| {
            proposal.id != id || directory.memberships().iter().any(|it| it.certificate.user == person.uuid())
        });
        before > self.pending.len() + self.leaving.len() + self.proposals.len()
    }

    fn take_circle(&mut self, office: OfficeId, root: &SigningPublic, key: CircleKey, by: &Author) -> bool {
        let id = key.circle.id;
        let stands = match &key.circle.purpose {
            CirclePurpose::Person { person } => {
                self.proposals.contains_key(person) || matches!(by, Author::Root { .. })
            }
            CirclePurpose::Supervisors { team } | CirclePurpose::GbvSupervisors { team } => {
                self.teams.contains_key(team)
            }
            CirclePurpose::Tracing => true,
            // The root makes it; those who serve it turn it when one of them left.
            CirclePurpose::Desk => key.epoch > 1 || matches!(by, Author::Root { .. }),
            // The root makes them; whoever reads through them gives them another key when one of them left.
            CirclePurpose::Auditors | CirclePurpose::Analysts => key.epoch > 1 || matches!(by, Author::Root { .. }),
            // Whoever makes or turns it reads through it: a role that finds nobody elsewhere makes itself no key to it.
            purpose @ (CirclePurpose::Matching | CirclePurpose::GbvMatching) => {
                matches!(by, Author::Person { user, .. } if self.entitled(PersonId::from_uuid(*user), purpose))
            }
        };
        let next = self.circle(id).map_or(1, |held| held.epoch + 1);
        let doubled = self.circle_for(&key.circle.purpose).is_some_and(|held| held.circle.id != id);
        let same = self.circle(id).is_none_or(|held| held.circle == key.circle);
        let counts = stands
            && same
            && !doubled
            && key.epoch == next
            && self.signed_for_circle(office, root, &key, by)
            && (key.epoch == 1 || self.may_turn(&key.circle.purpose, id, by));
        if counts {
            if let (1, Author::Person { user, .. }) = (key.epoch, by) {
                self.makers.insert(id, *user);
            }
            self.to_turn.remove(&id);
            self.circles.entry(id).or_default().push(key);
        }
        counts
    }

    /// Who gives a team's circle another key belongs to the team, or made the circle for its first members.
    fn may_turn(&self, purpose: &CirclePurpose, circle: CircleId, by: &Author) -> bool {
        let (CirclePurpose::Supervisors { team } | CirclePurpose::GbvSupervisors { team }) = purpose else {
            return true;
        };
        match by {
            Author::Root { .. } => true,
            Author::Person { user, .. } => {
                let theirs = self.proposals.get(&PersonId::from_uuid(*user)).and_then(|(proposal, ..)| proposal.team);
                theirs == Some(*team) || self.makers.get(&circle) == Some(user)
            }
        }
    }

    /// A circle is made by a supervisor, those of GBV work and of its people by a GBV supervisor too. Once one of those stands, only a
    /// GBV supervisor gives it another key: a supervisor, who reads nothing of GBV, could otherwise turn it to one of their own.
    fn signed_for_circle(&self, office: OfficeId, root: &SigningPublic, key: &CircleKey, by: &Author) -> bool {
        let signed = |role| self.signed(office, root, CIRCLE, key, by, role);
        let gbv = match &key.circle.purpose {
            // A supervisor could turn them to a key of their own, and read what everybody does from then on.
            CirclePurpose::Auditors => return signed("auditor"),
            CirclePurpose::Analysts => return signed("analyst"),
            CirclePurpose::GbvSupervisors { .. } => true,
            // No supervisor of child protection ever held a key to it.
            CirclePurpose::GbvMatching => return signed("gbv_supervisor"),
            CirclePurpose::Person { person } => {
                self.proposals.get(person).is_some_and(|(proposal, ..)| proposal.role.module() == Some(Module::Gbv))
            }
            _ => false,
        };
        (signed("supervisor") && (!gbv || key.epoch == 1)) || (gbv && signed("gbv_supervisor"))
    }

    /// The key that somebody signs with who holds a role at the place that was read up to.
    fn now(&self, user: Uuid, role: &str) -> Option<SigningPublic> {
        let certificate = self.directory.at(user, self.place).filter(|it| it.roles.contains(role))?;
        Some(certificate.keys.signing)
    }

    fn signed<T: Serialize>(
        &self,
        office: OfficeId,
        root: &SigningPublic,
        domain: &str,
        thing: &T,
        by: &Author,
        role: &str,
    ) -> bool {
        let Ok(bytes) = bound(office, thing) else { return false };
        match by {
            Author::Root { signature } => OfficeRoot::verify_entry(root, domain, &bytes, signature).is_ok(),
            Author::Person { user, signature } => {
                self.now(*user, role).is_some_and(|key| key.verify(domain, &bytes, signature).is_ok())
            }
        }
    }

    /// Everybody, certified or only proposed, by name. `changed` are those who chose a password of their own.
    pub(crate) fn people(&self, changed: &BTreeSet<PersonId>) -> Vec<Person> {
        let mut people: Vec<Person> =
            self.proposals.values().map(|(proposal, ..)| self.person_of(proposal, changed)).collect();
        people.sort_by(|a, b| a.name.cmp(&b.name));
        people
    }

    fn person_of(&self, proposal: &Proposal, changed: &BTreeSet<PersonId>) -> Person {
        let certified = self.directory.memberships().iter().any(|it| it.certificate.user == proposal.person.uuid());
        let now = self.directory.at(proposal.person.uuid(), u64::MAX).is_some();
        Person {
            id: proposal.person,
            login: proposal.login.clone(),
            name: proposal.name.clone(),
            role: proposal.role,
            given: proposal.given(),
            team: proposal.team,
            standing: match (certified, now, changed.contains(&proposal.person)) {
                (false, ..) => Standing::Proposed,
                (true, false, _) => Standing::Disabled,
                (true, true, false) => Standing::Admitted,
                (true, true, true) => Standing::Active,
            },
        }
    }

    /// One person.
    pub(crate) fn person(&self, person: PersonId, changed: &BTreeSet<PersonId>) -> Option<Person> {
        self.proposals.get(&person).map(|(proposal, ..)| self.person_of(proposal, changed))
    }

    /// Whoever works here now and signs in with this name, however it is written, with their certificate.
    pub(crate) fn at_work_as(&self, login: &str) -> Option<(&Proposal, &Certificate)> {
        let folded = login.trim().to_lowercase();
        let (proposal, ..) = self.proposals.values().find(|(it, ..)| it.login.trim().to_lowercase() == folded)?;
        Some((proposal, self.directory.at(proposal.person.uuid(), u64::MAX)?))
    }

    /// A proposal with the administrator and their signature under the certificate-to-be.
    pub(crate) fn proposal(&self, person: PersonId) -> Option<&(Proposal, Uuid, Signature)> {
        self.proposals.get(&person)
    }

    /// Whether a sign-in name is taken, as people type it.
    pub(crate) fn knows_login(&self, login: &str) -> bool {
        let folded = login.trim().to_lowercase();
        self.proposals.values().any(|(proposal, ..)| proposal.login.trim().to_lowercase() == folded)
    }

    /// The teams, by name.
    pub(crate) fn teams(&self) -> Vec<Team> {
        let mut teams: Vec<Team> = self.teams.values().cloned().collect();
        teams.sort_by(|a, b| a.name.cmp(&b.name));
        teams
    }

    /// The agencies beside the one that runs the office, by name.
    pub(crate) fn agencies(&self) -> Vec<Agency> {
        let mut agencies: Vec<Agency> = self.agencies.values().cloned().collect();
        agencies.sort_by(|a, b| a.name.cmp(&b.name));
        agencies
    }

    /// The newest key of a circle.
    pub(crate) fn circle(&self, id: CircleId) -> Option<&CircleKey> {
        self.circles.get(&id)?.last()
    }

    /// One key of a circle.
    pub(crate) fn circle_at(&self, id: CircleId, epoch: u32) -> Option<&CircleKey> {
        self.circles.get(&id)?.iter().find(|key| key.epoch == epoch)
    }

    /// The circle with a purpose, with its newest key.
    pub(crate) fn circle_for(&self, purpose: &CirclePurpose) -> Option<&CircleKey> {
        self.circles.values().filter_map(|keys| keys.last()).find(|key| key.circle.purpose == *purpose)
    }

    /// Whether any circle has had more than one key: then records may be sealed for one that somebody left.
    pub(crate) fn has_turned(&self) -> bool {
        self.circles.values().any(|keys| keys.len() > 1)
            || self.directory.memberships().iter().any(|it| it.until.is_some())
    }

    /// Circles that somebody left and that have no new key yet.
    pub(crate) fn to_turn(&self) -> &BTreeSet<CircleId> {
        &self.to_turn
    }

    /// Whether a person's role opens a circle.
    pub(crate) fn belongs(&self, person: PersonId, purpose: &CirclePurpose) -> bool {
        self.directory.at(person.uuid(), u64::MAX).is_some() && self.entitled(person, purpose)
    }

    /// Whether the role that somebody has, as far as the directory was read, opens a circle.
    fn entitled(&self, person: PersonId, purpose: &CirclePurpose) -> bool {
        let known = self.proposals.get(&person);
        known.is_some_and(|(proposal, ..)| self.circles_of(&self.rights_by(proposal), proposal.team).contains(purpose))
    }

    /// Whether a person made a circle: the first of a new team is admitted by somebody of another.
    pub(crate) fn made(&self, circle: CircleId, person: PersonId) -> bool {
        self.makers.get(&circle) == Some(&person.uuid())
    }

    /// As it will be once somebody has a certificate again.
    pub(crate) fn with_member(mut self, person: PersonId) -> Self {
        self.returning.insert(person);
        self
    }

    /// As it will be once a circle has this key.
    pub(crate) fn with_circle(mut self, key: CircleKey) -> Self {
        self.circles.entry(key.circle.id).or_default().push(key);
        self
    }

    /// Whether nobody can hold a circle's newest key any more: it belongs to one person, who left.
    pub(crate) fn is_deserted(&self, circle: CircleId) -> bool {
        matches!(self.circle(circle).map(|key| &key.circle.purpose), Some(CirclePurpose::Person { person })
            if self.directory.at(person.uuid(), u64::MAX).is_none() && !self.returning.contains(person))
    }

    /// What was proposed of somebody who is known, and waits.
    pub(crate) fn pending(&self, person: PersonId) -> Option<&Proposed> {
        self.pending.get(&person)
    }

    /// The asking that somebody's access ends, and who asked.
    pub(crate) fn leaving(&self, person: PersonId) -> Option<&(Leave, Uuid)> {
        self.leaving.get(&person)
    }
}
