//! Keys for a person: somebody new, somebody who comes back, somebody who forgot their password.

use super::append;
use super::circles::{Member, finds};
use crate::casework::turn::Moves;
use crate::entry::phrase;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::roster::{Entry, Proposal, Why, reads};
use crate::session::{Session, setting};
use amparo_access::works_with;
use amparo_api::Code;
use amparo_model::ids::PersonId;
use amparo_model::person::{CirclePurpose, Role, Standing};
use amparo_store::Writing;
use amparo_vault::OsRandom;
use amparo_vault::certificate::PersonSignature;
use amparo_vault::user::UserKeys;
use std::collections::BTreeSet;

impl Session {
    /// Gives a proposed person keys, a circle of their own, the circles of their role, and a sign-in.
    pub(super) fn admit(&self, person: PersonId, language: &str, watch: &dyn Watch) -> Answer<String> {
        let known = self.roster().person(person, &BTreeSet::new()).ok_or(Code::NotAllowed)?;
        let proposed = {
            let roster = self.roster();
            let first = roster.proposal(person).filter(|_| known.standing == Standing::Proposed);
            let later = roster.pending(person).filter(|(proposal, ..)| matches!(proposal.why, Why::Again | Why::Reset));
            first.or(later).cloned()
        };
        let (proposal, administrator, signature) = proposed.ok_or(Code::NotAllowed)?;
        if !self.may_answer(&known, &proposal, administrator) {
            return Err(Code::NotAllowed.into());
        }
        let keys = UserKeys::generate(&mut OsRandom);
        let password = phrase(language);
        let administrator = PersonSignature { user: administrator, signature };
        // The sign-in stands before the certificate: without the certificate it opens nothing, and admitting again mends it.
        self.keyfile().set_slot(&self.office_key, &proposal.login, &password, person.uuid(), &keys, &mut OsRandom)?;
        let public = keys.public();
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let signed = self.certify(&proposal, public, administrator, writing.reading().head()?.seq + 1)?;
            append(writing, &Entry::Statement { signed })?;
            let them = (person, public.sealing);
            if proposal.why == Why::First {
                self.give_circles(writing, &proposal, them)?;
                return self.tell(writing, Told::of(What::PersonAdmitted).about(&proposal.login));
            }
            let moved = self.give_circles_again(writing, &proposal, them, watch)?;
            let mut changed: BTreeSet<PersonId> =
                writing.reading().setting(setting::CHANGED_PASSWORD)?.unwrap_or_default();
            changed.remove(&person);
            writing.put_setting(setting::CHANGED_PASSWORD, &changed)?;
            let what = if proposal.why == Why::Reset { What::PasswordReset } else { What::PersonBack };
            self.tell(writing, Told::of(what).about(&proposal.login).with("records", moved))?;
            self.tell_turned(writing, moved)
        })?;
        self.refresh_roster()?;
        Ok(password)
    }

    /// The circles of somebody new.
    fn give_circles(&self, writing: &mut Writing<'_>, proposal: &Proposal, them: Member) -> Answer<()> {
        self.new_circle(writing, CirclePurpose::Person { person: proposal.person }, &[them])?;
        self.give_shared_circles(writing, proposal, them)
    }

    /// The circles that a role opens; they are made where they do not stand yet. Whoever says yes to somebody new must read those of their
    /// own team; those of other teams wait for a member's yes.
    pub(super) fn give_shared_circles(
        &self,
        writing: &mut Writing<'_>,
        proposal: &Proposal,
        them: Member,
    ) -> Answer<()> {
        let me = (self.person, self.keys.sealing.public());
        let roster = self.roster().clone();
        // The readers of the log and of summaries are let in with the recovery words, which read it all.
        let Some((team, unit)) = proposal.team.and_then(|team| Some((team, reads(proposal.role, team)?))) else {
            return Ok(());
        };
        let exists = |purpose: &CirclePurpose| roster.circle_for(purpose).is_some();
        let wanted = roster.circles_of(&roster.rights_by(proposal), Some(team));
        if !exists(&unit) {
            let members = match (proposal.role, wanted.contains(&unit)) {
                // Whoever admits the first one makes the circle, and does not belong to it.
                (Role::GbvSupervisor, true) => vec![them],
                // What a GBV caseworker writes must be readable by somebody besides them.
                (Role::GbvSupervisor | Role::GbvCaseworker, _) => return Err(Code::NoGbvSupervisor.into()),
                // A new team is read by whoever admits its first member, until it has a supervisor of its own.
                (_, true) => vec![me, them],
                (_, false) => vec![me],
            };
            self.new_circle(writing, unit.clone(), &members)?;
        }
        for purpose in &wanted {
            let there = exists(purpose);
            if *purpose == CirclePurpose::Tracing && !there && proposal.role == Role::TracingOfficer {
                // Tracing is read by the supervisors too, from the first tracing officer on.
                let mut members = self.supervisors();
                members.retain(|(member, _)| *member != them.0);
                members.push(them);
                self.new_circle(writing, CirclePurpose::Tracing, &members)?;
            } else if finds(purpose) {
                // Whoever belongs to it lets them in at their next sign-in, where this session does not.
                self.widen_or_wait(writing, Why::Change, purpose, them)?;
            } else if there {
                let others = reads(proposal.role, team).as_ref() != Some(purpose)
                    && matches!(purpose, CirclePurpose::Supervisors { .. } | CirclePurpose::GbvSupervisors { .. });
                let why = if others { Why::Change } else { proposal.why };
                self.widen_or_wait(writing, why, purpose, them)?;
            }
        }
        Ok(())
    }

    /// Lets somebody into a circle, if this session can: somebody who is known already waits for the yes of a member.
    fn widen_or_wait(&self, writing: &mut Writing<'_>, why: Why, purpose: &CirclePurpose, them: Member) -> Answer<()> {
        if why != Why::First && self.held_for(purpose).is_none() {
            return Ok(());
        }
        self.widen(writing, purpose, them)
    }

    /// New keys for somebody who is known: their own circle gets another key, and what they are responsible for is opened to it by who
    /// reads it here; the circles of their role let them in again. Gives how many records were opened to them.
    fn give_circles_again(
        &self,
        writing: &mut Writing<'_>,
        proposal: &Proposal,
        them: Member,
        watch: &dyn Watch,
    ) -> Answer<usize> {
        let roster = self.roster().clone();
        let person = proposal.person;
        let own = roster.circle_for(&CirclePurpose::Person { person }).cloned().ok_or(Code::Damaged)?;
        let before = writing.reading().circle_keys(amparo_store::Holder::Person(person))?;
        for row in before {
            // Sealed to keys that nobody can open any more.
            writing.drop_circle_keys(row.circle, person)?;
        }
        let theirs = self.responsible_for(&roster, &writing.reading(), person)?;
        let held = self.put_circle(writing, own.circle.clone(), own.epoch + 1, &[them])?;
        self.give_shared_circles(writing, proposal, them)?;
        // What the role does not work with is not opened again.
        let mut theirs_to_open = Vec::new();
        for record in theirs {
            let row = writing.reading().record(record)?.ok_or(Code::Damaged)?;
            if works_with(proposal.role, row.skeleton.of()) {
                theirs_to_open.push(record);
            }
        }
        let from_the_first = BTreeSet::from([own.circle.id]);
        let moves = Moves { from_the_first, ..Moves::default() };
        // They belong to the office again, from this change on.
        let roster = roster.with_circle(held.key).with_member(person);
        self.turn_records(writing, &roster, &theirs_to_open, &moves, watch)
    }

    /// Everybody who supervises child protection work and reads tracing, with the key that things are sealed to them with.
    fn supervisors(&self) -> Vec<Member> {
        let roster = self.roster();
        let certified = roster.directory.people_at(u64::MAX);
        let reading = certified.filter(|certificate| certificate.roles.contains(Role::Supervisor.as_str()));
        let reading = reading.map(|certificate| (PersonId::from_uuid(certificate.user), certificate.keys.sealing));
        reading.filter(|(person, _)| roster.belongs(*person, &CirclePurpose::Tracing)).collect()
    }
}
