//! What can be asked of people, what it would mean, and what waits.

use super::append;
use super::circles::needs_reader;
use crate::entry::set_up::random_uuid;
use crate::entry::{login, name};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{self, Entry, Leave, NextWorkingKeys, Proposal, Why, reads};
use crate::session::{Session, setting};
use amparo_access::{Action, may_admit, may_give};
use amparo_api::Code;
use amparo_api::people::{Awaited, ChangePreview, LeavingPreview, Waiting};
use amparo_language::Language;
use amparo_model::ids::{CircleId, PersonId, RecordId, TeamId};
use amparo_model::person::{CirclePurpose, Person, Role, Standing};
use amparo_model::record::Module;
use amparo_model::role::{Rights, RoleId};
use amparo_store::{Reading, Writing, backups};
use amparo_vault::certificate::{propose, propose_end, propose_working_keys};
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Whether somebody would move between child protection and GBV work.
fn moves_over(before: Role, after: Role) -> bool {
    (before.module() == Some(Module::Gbv)) != (after.module() == Some(Module::Gbv))
}

impl Session {
    pub(super) fn propose(
        &self,
        text: &str,
        typed_login: &str,
        given: &RoleId,
        team: Option<TeamId>,
        language: Option<&str>,
    ) -> Answer<()> {
        let person = PersonId::from_random(random::bytes(&mut OsRandom));
        let (name, login) = (name(text)?, login(typed_login)?);
        if self.roster().knows_login(&login) {
            return Err(Code::LoginTaken.into());
        }
        let language = language.map(own_language).transpose()?;
        let role = self.base_of(given)?;
        let given = own_role(given, role);
        let why = Why::First;
        self.put_proposal(Proposal { id: random_uuid(), person, name, login, role, team, why, given }, language)
    }

    pub(super) fn propose_change(
        &self,
        person: PersonId,
        text: &str,
        given: &RoleId,
        team: Option<TeamId>,
    ) -> Answer<()> {
        let known = self.standing_of(person, &[Standing::Admitted, Standing::Active])?;
        let (role, name) = (self.base_of(given)?, name(text)?);
        if moves_over(known.role, role) {
            return Err(Code::OtherModule.into());
        }
        if (&name, given, team) == (&known.name, &known.given, known.team) {
            return Err(Code::BadRequest.into());
        }
        let (login, given, why) = (known.login, own_role(given, role), Why::Change);
        self.put_proposal(Proposal { id: random_uuid(), person, name, login, role, team, why, given }, None)
    }

    pub(super) fn propose_again(&self, person: PersonId, given: &RoleId, team: Option<TeamId>) -> Answer<()> {
        let Person { name, login, role: before, .. } = self.standing_of(person, &[Standing::Disabled])?;
        let role = self.base_of(given)?;
        if moves_over(before, role) {
            return Err(Code::OtherModule.into());
        }
        let (given, why) = (own_role(given, role), Why::Again);
        self.put_proposal(Proposal { id: random_uuid(), person, name, login, role, team, why, given }, None)
    }

    pub(super) fn propose_reset(&self, person: PersonId) -> Answer<()> {
        let known = self.standing_of(person, &[Standing::Admitted, Standing::Active])?;
        let Person { name, login, role, team, given, .. } = known;
        let (given, why) = (own_role(&given, role), Why::Reset);
        self.put_proposal(Proposal { id: random_uuid(), person, name, login, role, team, why, given }, None)
    }

    /// The standard role that a role is, or stands on.
    fn base_of(&self, given: &RoleId) -> Answer<Role> {
        Ok(self.roster().role_rights(given).ok_or(Code::BadRequest)?.base)
    }

    /// Somebody else than who asks, at one of these standings.
    fn standing_of(&self, person: PersonId, standings: &[Standing]) -> Answer<Person> {
        let known = self.roster().person(person, &self.changed_passwords()?);
        let known = known.filter(|_| person != self.person).ok_or(Code::NotAllowed)?;
        if standings.contains(&known.standing) { Ok(known) } else { Err(Code::BadRequest.into()) }
    }

    /// Who works with records works in a team, whose supervisors read them; nobody else does.
    fn refuse_misplaced(&self, role: Role, team: Option<TeamId>) -> Answer<()> {
        let known = team.is_none_or(|team| self.roster().teams().iter().any(|known| known.id == team));
        if role.works_in_team() != team.is_some() || !known { Err(Code::BadRequest.into()) } else { Ok(()) }
    }

    fn put_proposal(&self, proposal: Proposal, language: Option<String>) -> Answer<()> {
        self.refuse_misplaced(proposal.role, proposal.team)?;
        let given = proposal.given();
        {
            let roster = self.roster();
            // A new password changes no role, also of one that is given to nobody any more.
            if proposal.why != Why::Reset && !roster.is_offered(&given) {
                return Err(Code::BadRequest.into());
            }
            if !may_give(&self.rights, &given, &roster.rights_by(&proposal)) {
                return Err(Code::NotHeld.into());
            }
        }
        let person = proposal.person;
        let roles = BTreeSet::from([proposal.role.as_str().to_owned()]);
        let secret = &self.keys.signing;
        let signature = propose(self.office.id.uuid(), proposal.person.uuid(), &roles, proposal.id, secret);
        let about = proposal.login.clone();
        let what = match proposal.why {
            Why::First => What::PersonProposed,
            Why::Again => What::ReturnProposed,
            Why::Change => What::ChangeProposed,
            Why::Reset => What::ResetProposed,
        };
        let entry = roster::proposal(self.office.id, proposal, self.person, secret, signature)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            append(writing, &entry)?;
            if let Some(language) = &language {
                let mut languages: BTreeMap<String, String> =
                    writing.reading().setting(setting::LANGUAGES)?.unwrap_or_default();
                languages.insert(person.to_string(), language.clone());
                writing.put_setting(setting::LANGUAGES, &languages)?;
            }
            self.tell(writing, Told::of(what).about(&about))
        })?;
        self.refresh_roster()
    }

    /// The asking that somebody's access ends; signs ahead what the member who agrees cannot make alone.
    fn asks_to_leave(&self, person: PersonId) -> Answer<Entry> {
        let (office, secret, id) = (self.office.id.uuid(), &self.keys.signing, random_uuid());
        let serves_desk = self.roster().belongs(person, &CirclePurpose::Desk);
        let epoch = self.roster().directory.working_keys().last().map(|keys| keys.epoch + 1);
        let working = epoch
            .filter(|_| serves_desk)
            .map(|epoch| NextWorkingKeys { epoch, signature: propose_working_keys(office, epoch, secret) });
        let leave = Leave { id, person, end: propose_end(office, person.uuid(), id, secret), working };
        roster::leave(self.office.id, leave, self.person, secret)
    }

    /// Somebody else may know a person's password: what they know ends with them, and they come back with other keys (SECURITY.md 2). Both
    /// are asked for at once; each is answered by itself, so that whatever interrupts it leaves one or the other waiting.
    pub(super) fn propose_renewal(&self, person: PersonId) -> Answer<()> {
        let Person { name, login, role, team, given, .. } =
            self.standing_of(person, &[Standing::Admitted, Standing::Active])?;
        let (about, why) = (login.clone(), Why::Again);
        let proposal =
            Proposal { id: random_uuid(), person, name, login, role, team, why, given: own_role(&given, role) };
        if !may_give(&self.rights, &given, &self.roster().rights_by(&proposal)) {
            return Err(Code::NotHeld.into());
        }
        let roles = BTreeSet::from([role.as_str().to_owned()]);
        let secret = &self.keys.signing;
        let signature = propose(self.office.id.uuid(), person.uuid(), &roles, proposal.id, secret);
        let leaves = self.asks_to_leave(person)?;
        let returns = roster::proposal(self.office.id, proposal, self.person, secret, signature)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            append(writing, &leaves)?;
            append(writing, &returns)?;
            self.tell(writing, Told::of(What::RenewalProposed).about(&about))
        })?;
        self.refresh_roster()
    }

    /// Asks that somebody's access ends.
    pub(super) fn propose_leaving(&self, person: PersonId) -> Answer<()> {
        let known = self.standing_of(person, &[Standing::Admitted, Standing::Active])?;
        let entry = self.asks_to_leave(person)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            append(writing, &entry)?;
            self.tell(writing, Told::of(What::LeavingProposed).about(&known.login))
        })?;
        self.refresh_roster()
    }

    /// Takes back, or refuses, everything that waits about a person.
    pub(super) fn withdraw(&self, person: PersonId) -> Answer<()> {
        if !self.may(Action::ProposePerson) && !self.may(Action::AdmitPerson) {
            return Err(Code::NotAllowed.into());
        }
        let (waiting, known) = {
            let roster = self.roster();
            let known = roster.person(person, &BTreeSet::new()).ok_or(Code::NotAllowed)?;
            let mut waiting: Vec<(Uuid, Role)> = Vec::new();
            waiting.extend(roster.pending(person).map(|(proposal, ..)| (proposal.id, proposal.role)));
            waiting.extend(roster.leaving(person).map(|(leave, _)| (leave.id, known.role)));
            if known.standing == Standing::Proposed {
                waiting.extend(roster.proposal(person).map(|(proposal, ..)| (proposal.id, proposal.role)));
            }
            (waiting, known)
        };
        let may =
            |role| self.may(Action::ProposePerson) || (self.may_answer_about(&known) && may_admit(self.role, role));
        if waiting.is_empty() {
            return Err(Code::BadRequest.into());
        }
        if !waiting.iter().all(|(_, role)| may(*role)) {
            return Err(Code::NotAllowed.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            for (id, _) in &waiting {
                append(writing, &self.pen().withdrawn(self.office.id, *id)?)?;
            }
            self.tell(writing, Told::of(What::ProposalWithdrawn).about(&known.login))
        })?;
        self.refresh_roster()
    }

    pub(super) fn waiting(&self) -> Answer<Vec<Waiting>> {
        let changed = self.changed_passwords()?;
        let roster = self.roster();
        let mut waiting = Vec::new();
        for person in roster.people(&changed) {
            let Some((first, by, _)) = roster.proposal(person.id) else { continue };
            if person.standing == Standing::Proposed {
                waiting.push(self.one_waiting(&person, Awaited::Admission, first, *by));
            }
            let renewal = roster.leaving(person.id).is_some();
            if let Some((proposal, by, _)) = roster.pending(person.id).filter(|_| !renewal) {
                let what = match proposal.why {
                    Why::Again => Awaited::Return,
                    Why::Reset => Awaited::Reset,
                    Why::First | Why::Change => Awaited::Change,
                };
                waiting.push(self.one_waiting(&person, what, proposal, *by));
            }
            if let Some((_, by)) = roster.leaving(person.id) {
                let comes_back = roster.pending(person.id).is_some_and(|(proposal, ..)| proposal.why == Why::Again);
                let what = if comes_back { Awaited::Renewal } else { Awaited::Leaving };
                let mut leaving = self.one_waiting(&person, what, first, *by);
                leaving.mine = self.may_answer_about(&person);
                waiting.push(leaving);
            }
            if matches!(person.standing, Standing::Admitted | Standing::Active) {
                let (missing, with_words) = self.store.read(|reading: &Reading<'_>| -> Answer<_> {
                    let missing = self.not_let_into(&roster, reading, &person)?;
                    let with_words = self.role.supervises() && self.any_only_words_open(&roster, reading, &missing)?;
                    Ok((missing, with_words))
                })?;
                if !missing.is_empty() {
                    let mut joining = self.one_waiting(&person, Awaited::Joining, first, *by);
                    joining.asked_by = String::new();
                    joining.mine = missing.iter().any(|purpose| self.held_for(purpose).is_some());
                    joining.with_words = with_words && person.id != self.person;
                    joining.circles = missing;
                    waiting.push(joining);
                }
            }
        }
        Ok(waiting)
    }

    fn one_waiting(&self, person: &Person, what: Awaited, proposal: &Proposal, asked_by: Uuid) -> Waiting {
        Waiting {
            person: person.clone(),
            what,
            name: proposal.name.clone(),
            role: proposal.given(),
            team: proposal.team,
            asked_by: self.person_name(PersonId::from_uuid(asked_by)),
            mine: self.may_answer(person, proposal, asked_by),
            with_words: false,
            circles: Vec::new(),
        }
    }

    pub(super) fn preview_change(
        &self,
        person: PersonId,
        given: &RoleId,
        team: Option<TeamId>,
    ) -> Answer<ChangePreview> {
        let rights = self.roster().role_rights(given).ok_or(Code::BadRequest)?;
        self.preview_rights(person, &rights, team)
    }

    /// What other rights or another team would mean for what somebody can open.
    pub(super) fn preview_rights(
        &self,
        person: PersonId,
        rights: &Rights,
        team: Option<TeamId>,
    ) -> Answer<ChangePreview> {
        let role = rights.base;
        self.refuse_misplaced(role, team)?;
        let changed = self.changed_passwords()?;
        let roster = self.roster();
        let known = roster.person(person, &changed).ok_or(Code::NotAllowed)?;
        let now = matches!(known.standing, Standing::Admitted | Standing::Active);
        self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            let keeps_own = self.keeps_own(&roster, reading, person, role)?;
            let circle = |purpose: &CirclePurpose| roster.circle_for(purpose).map(|key| key.circle.id);
            let own = circle(&CirclePurpose::Person { person });
            let held = if now { self.circles_held_by(&roster, reading, person)? } else { Vec::new() };
            let mut wanted = roster.circles_of(rights, team);
            // Tracing begins with the first tracing officer.
            wanted.retain(|it| *it != CirclePurpose::Tracing || role == Role::TracingOfficer || circle(it).is_some());
            // Another team's circle begins with that team's first people.
            wanted.retain(|it| {
                circle(it).is_some()
                    || team.is_none_or(|team| reads(role, team).as_ref() == Some(it))
                    || *it == CirclePurpose::Tracing
            });
            let stays = |purpose: &CirclePurpose| wanted.contains(purpose);
            let leaves: Vec<CirclePurpose> = held.iter().filter(|it| !stays(it)).cloned().collect();
            let joins: Vec<CirclePurpose> = wanted.iter().filter(|it| !held.contains(it)).cloned().collect();
            let own = own.into_iter().filter(|_| keeps_own || !now);
            let before = records(reading, held.iter().filter_map(circle).chain(own.clone().filter(|_| now)))?;
            let before = if now && !keeps_own {
                let lost = circle(&CirclePurpose::Person { person });
                before.union(&records(reading, lost.into_iter())?).copied().collect()
            } else {
                before
            };
            let after = records(reading, wanted.iter().filter_map(circle).chain(own))?;
            let mut let_in_by = BTreeSet::new();
            for purpose in &joins {
                if let Some(id) = circle(purpose) {
                    let members = self.members(&roster, reading, id)?;
                    let_in_by.extend(
                        members.iter().filter_map(|(member, _)| roster.proposal(*member)).map(|it| it.0.name.clone()),
                    );
                }
            }
            let moves = now && keeps_own && known.team != team;
            let moved = if moves { self.responsible_for(&roster, reading, person)?.len() } else { 0 };
            Ok(ChangePreview {
                more: after.difference(&before).count(),
                fewer: before.difference(&after).count(),
                moved,
                keeps_own,
                leaves,
                joins,
                let_in_by: let_in_by.into_iter().collect(),
            })
        })
    }

    pub(super) fn preview_leaving(&self, person: PersonId) -> Answer<LeavingPreview> {
        self.standing_of(person, &[Standing::Admitted, Standing::Active])?;
        let folder = self.store.folder().clone();
        let roster = self.roster();
        let (bytes, room) = self.store.room_to_turn()?;
        self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            let held = self.circles_held_by(&roster, reading, person)?;
            let id = |purpose: &CirclePurpose| roster.circle_for(purpose).map(|key| key.circle.id);
            let own = id(&CirclePurpose::Person { person });
            let (mut last_reader_of, mut only_words) = (Vec::new(), Vec::new());
            for purpose in &held {
                let Some(circle) = id(purpose) else { continue };
                let members = self.members(&roster, reading, circle)?;
                if members.iter().all(|(member, _)| *member == person) {
                    if needs_reader(purpose) { &mut last_reader_of } else { &mut only_words }.push(purpose.clone());
                }
            }
            Ok(LeavingPreview {
                in_old_copies: records(reading, held.iter().filter_map(id).chain(own))?.len(),
                responsible_for: self.responsible_for(&roster, reading, person)?.len(),
                desk: held.contains(&CirclePurpose::Desk),
                circles: held,
                backups: backups(&folder.backups())?.len(),
                last_reader_of,
                only_words,
                bytes,
                room,
            })
        })
    }
}

/// The role as a proposal keeps it: a standard one is its base.
fn own_role(given: &RoleId, base: Role) -> Option<RoleId> {
    (*given != base).then(|| given.clone())
}

/// A tag in the one form that says what it means, with digits, months and calendar.
pub(crate) fn own_language(tag: &str) -> Answer<String> {
    let full = tag.parse::<Language>().map(Language::full_tag);
    if full.as_deref() == Ok(tag) { Ok(tag.to_owned()) } else { Err(Code::BadRequest.into()) }
}

/// Records that any of these circles was given something of.
fn records(reading: &Reading<'_>, circles: impl Iterator<Item = CircleId>) -> Answer<BTreeSet<RecordId>> {
    let mut found = BTreeSet::new();
    for circle in circles {
        found.extend(reading.granted_to(circle)?);
    }
    Ok(found)
}
