//! Another name, role or team for somebody who works here: circles left get new keys, circles joined wait for a member's yes, and what
//! they are responsible for moves to their new team's supervisors with them.

use super::append;
use super::circles::needs_reader;
use crate::casework::turn::Moves;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::roster::{Entry, Proposal, Roster, Why, reads};
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::{CircleId, PersonId, TeamId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_store::Writing;
use amparo_vault::certificate::PersonSignature;
use std::collections::{BTreeMap, BTreeSet};

impl Session {
    /// Says yes to a change; all of it or nothing.
    pub(super) fn change_person(&self, person: PersonId, watch: &dyn Watch) -> Answer<()> {
        let roster = self.roster().clone();
        let known = roster.person(person, &BTreeSet::new()).ok_or(Code::NotAllowed)?;
        let (proposal, administrator, signature) = roster
            .pending(person)
            .filter(|(proposal, ..)| proposal.why == Why::Change)
            .cloned()
            .ok_or(Code::BadRequest)?;
        if !self.may_answer(&known, &proposal, administrator) {
            return Err(Code::NotAllowed.into());
        }
        let keys = roster.directory.at(person.uuid(), u64::MAX).ok_or(Code::NotAllowed)?.keys;
        let administrator = PersonSignature { user: administrator, signature };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let signed = self.certify(&proposal, keys, administrator, writing.reading().head()?.seq + 1)?;
            append(writing, &Entry::Statement { signed })?;
            let held = self.circles_held_by(&roster, &writing.reading(), person)?;
            let wanted = roster.circles_of(&roster.rights_by(&proposal), proposal.team);
            let left: Vec<CirclePurpose> = held.iter().filter(|it| !wanted.contains(it)).cloned().collect();
            self.leave_circles(writing, &roster, person, &left)?;
            let them = (person, keys.sealing);
            let keeps_own = self.keeps_own(&roster, &writing.reading(), person, proposal.role)?;
            if !keeps_own {
                // The new key opens what they write from now on; the earlier ones, and what was theirs, stay with their supervisors.
                let own = roster.circle_for(&CirclePurpose::Person { person }).cloned().ok_or(Code::Damaged)?;
                writing.drop_circle_keys(own.circle.id, person)?;
                self.put_circle(writing, own.circle, own.epoch + 1, &[them])?;
            }
            let joins = wanted.iter().any(|purpose| !held.contains(purpose));
            if joins || known.team != proposal.team {
                let kept = Proposal { why: Why::Change, ..proposal.clone() };
                self.give_missing_circles(writing, &kept, &held, them)?;
            }
            let moved = if keeps_own && known.team != proposal.team {
                self.move_to_team(writing, &roster, (known.role, known.team), &proposal, watch)?
            } else {
                0
            };
            self.tell(writing, Told::of(What::PersonChanged).about(&known.login).with("moved", moved))?;
            self.tell_turned(writing, moved)
        })
    }

    /// As for somebody new, but for the circles that they hold already.
    fn give_missing_circles(
        &self,
        writing: &mut Writing<'_>,
        proposal: &Proposal,
        held: &[CirclePurpose],
        them: super::circles::Member,
    ) -> Answer<()> {
        let roster = self.roster().clone();
        let wanted = roster.circles_of(&roster.rights_by(proposal), proposal.team);
        let has_all = wanted.iter().all(|purpose| held.contains(purpose));
        let works_below = proposal.role.works_in_team() && !proposal.role.supervises();
        if has_all && !works_below {
            return Ok(());
        }
        self.give_shared_circles(writing, proposal, them)
    }

    /// Takes circles away from somebody: those that this session belongs to get another key at once, the others by their next member.
    /// Each must keep a reader.
    pub(super) fn leave_circles(
        &self,
        writing: &mut Writing<'_>,
        roster: &Roster,
        person: PersonId,
        left: &[CirclePurpose],
    ) -> Answer<()> {
        let mut waits = Vec::new();
        for purpose in left {
            let Some(circle) = roster.circle_for(purpose).map(|key| key.circle.id) else { continue };
            let others = self.members(roster, &writing.reading(), circle)?;
            if needs_reader(purpose) && others.iter().all(|(member, _)| *member == person) {
                return Err(Code::LastReader.into());
            }
            let mine = self.circle(circle).is_some()
                && (roster.belongs(self.person, purpose) || roster.made(circle, self.person));
            if mine {
                self.turn_circle(writing, roster, circle, Some(person))?;
            } else {
                waits.push(circle);
            }
            writing.drop_circle_keys(circle, person)?;
        }
        if !waits.is_empty() {
            append(writing, &self.pen().to_turn(self.office.id, waits)?)?;
        }
        Ok(())
    }

    /// What somebody is responsible for is read by their new team's supervisors, and no longer by those before.
    fn move_to_team(
        &self,
        writing: &mut Writing<'_>,
        roster: &Roster,
        (role, team): (Role, Option<TeamId>),
        proposal: &Proposal,
        watch: &dyn Watch,
    ) -> Answer<usize> {
        let circle = |roster: &Roster, purpose: Option<CirclePurpose>| -> Option<CircleId> {
            roster.circle_for(&purpose?).map(|key| key.circle.id)
        };
        let theirs = self.responsible_for(roster, &writing.reading(), proposal.person)?;
        let before = circle(roster, team.and_then(|team| reads(role, team))).filter(|_| !theirs.is_empty());
        let Some(before) = before else { return Ok(0) };
        // Who moves them must read them.
        if self.circle(before).is_none() {
            return Err(Code::NotAllowed.into());
        }
        // The new team's circle may have been made, and the old one turned, a moment ago.
        let roster = Roster::read(self.office.id, &self.root, &writing.reading().directory()?);
        let after =
            circle(&roster, proposal.team.and_then(|team| reads(proposal.role, team))).ok_or(Code::NotAllowed)?;
        let moves = Moves {
            instead: BTreeMap::from([(before, after)]),
            from_the_first: BTreeSet::from([after]),
            ..Moves::default()
        };
        self.turn_records(writing, &roster, &theirs, &moves, watch)
    }
}
