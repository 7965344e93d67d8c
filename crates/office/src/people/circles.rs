//! Who belongs to which circle: letting in, and giving a circle another key when somebody left it.

use super::append;
use crate::casework::turn::{KeysThere, Moves};
use crate::entry::set_up::seal_circle;
use crate::log::{Told, What};
use crate::matches::{letters_of, put_letters_after};
use crate::problems::{Answer, of_words};
use crate::program::{Watch, watched};
use crate::roster::{CircleKey, Roster, shared_mark};
use crate::session::{Held, Session, setting};
use amparo_access::works_with;
use amparo_api::{Code, Progress};
use amparo_bundle::cores;
use amparo_model::ids::{CircleId, PersonId, RecordId};
use amparo_model::person::{Circle, CirclePurpose, Person, Role};
use amparo_store::{Holder, Reading, Writing};
use amparo_vault::asymmetric::SealingPublic;
use amparo_vault::circle::CircleKeys;
use amparo_vault::{OsRandom, random};
use std::collections::BTreeSet;

/// A person and the key that things are sealed to them with.
pub(super) type Member = (PersonId, SealingPublic);

/// Whether a circle must keep a reader at work. The recovery words read every circle; what the office's records are written to is read by
/// somebody every day.
pub(super) fn needs_reader(purpose: &CirclePurpose) -> bool {
    !matches!(purpose, CirclePurpose::Auditors | CirclePurpose::Analysts) && !finds(purpose)
}

/// Whether a circle only finds records by the little that is told of them. Its members let each other in without being asked: who belongs
/// to it, two people said when they gave the role.
pub(super) fn finds(purpose: &CirclePurpose) -> bool {
    matches!(purpose, CirclePurpose::Matching | CirclePurpose::GbvMatching)
}

impl Session {
    /// Everybody who holds a circle's keys and belongs to it: by their role, or because they made it for its first members. A row that was
    /// planted with a database tool makes nobody a member.
    pub(super) fn members(&self, roster: &Roster, reading: &Reading<'_>, circle: CircleId) -> Answer<Vec<Member>> {
        let Some(purpose) = roster.circle(circle).map(|key| key.circle.purpose.clone()) else { return Ok(Vec::new()) };
        let mut members = Vec::new();
        for person in reading.holders(circle)? {
            let Some(certificate) = roster.directory.at(person.uuid(), u64::MAX) else { continue };
            let entitled = roster.belongs(person, &purpose) || roster.made(circle, person);
            if entitled {
                members.push((person, certificate.keys.sealing));
            }
        }
        Ok(members)
    }

    /// What a person's circles are for, besides their own: those whose keys they hold.
    pub(super) fn circles_held_by(
        &self,
        roster: &Roster,
        reading: &Reading<'_>,
        person: PersonId,
    ) -> Answer<Vec<CirclePurpose>> {
        let mut ids: Vec<CircleId> =
            reading.circle_keys(Holder::Person(person))?.into_iter().map(|row| row.circle).collect();
        ids.dedup();
        let purposes = ids.into_iter().filter_map(|id| roster.circle(id)).map(|key| key.circle.purpose.clone());
        Ok(purposes.filter(|purpose| !matches!(purpose, CirclePurpose::Person { .. })).collect())
    }

    /// The circles that a role opens, that exist, and that the person was not let into yet.
    pub(super) fn not_let_into(
        &self,
        roster: &Roster,
        reading: &Reading<'_>,
        person: &Person,
    ) -> Answer<Vec<CirclePurpose>> {
        let held = self.circles_held_by(roster, reading, person.id)?;
        let rights = roster.rights_of(person.id).ok_or(Code::NotAllowed)?;
        let wanted = roster.circles_of(&rights, person.team).into_iter().filter(|it| !finds(it));
        Ok(wanted.filter(|it| roster.circle_for(it).is_some() && !held.contains(it)).collect())
    }

    /// The records that a person is responsible for.
    pub(super) fn responsible_for(
        &self,
        roster: &Roster,
        reading: &Reading<'_>,
        person: PersonId,
    ) -> Answer<Vec<RecordId>> {
        let own = roster.circle_for(&CirclePurpose::Person { person }).map(|key| key.circle.id);
        let mut theirs = Vec::new();
        reading.each_record(|row| -> Answer<()> {
            if own.is_some() && row.skeleton.owner == own {
                theirs.push(row.id);
            }
            Ok(())
        })?;
        Ok(theirs)
    }

    /// Whether a role works with everything that a person is responsible for: then they keep it.
    pub(super) fn keeps_own(
        &self,
        roster: &Roster,
        reading: &Reading<'_>,
        person: PersonId,
        role: Role,
    ) -> Answer<bool> {
        for record in self.responsible_for(roster, reading, person)? {
            let row = reading.record(record)?.ok_or(Code::Damaged)?;
            if !works_with(role, row.skeleton.of()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Lets somebody into a circle, with every key that it ever had: what was sealed for an earlier one is not sealed again. Only who
    /// reads it can widen it.
    pub(super) fn widen(
        &self,
        writing: &mut Writing<'_>,
        purpose: &CirclePurpose,
        (person, public): Member,
    ) -> Answer<()> {
        let circle = self.held_for(purpose).ok_or(Code::NotAllowed)?.key.circle.id;
        for held in self.keys_of_circle(circle) {
            let at = held.key.at(self.office.id);
            let sealed = held.keys.seal_to_member(&at, person.uuid(), &public, &mut OsRandom)?;
            writing.put_circle_key(circle, held.key.epoch, Holder::Person(person), &sealed)?;
        }
        Ok(())
    }

    pub(super) fn new_circle(
        &self,
        writing: &mut Writing<'_>,
        purpose: CirclePurpose,
        members: &[Member],
    ) -> Answer<CircleKey> {
        let circle = Circle { id: CircleId::from_random(random::bytes(&mut OsRandom)), purpose };
        self.put_circle(writing, circle, 1, members).map(|held| held.key)
    }

    /// Makes keys of a circle and gives them to its members, to the recovery words, and to the directory.
    pub(super) fn put_circle(
        &self,
        writing: &mut Writing<'_>,
        circle: Circle,
        epoch: u32,
        members: &[Member],
    ) -> Answer<Held> {
        let keys = CircleKeys::generate(&mut OsRandom);
        let recovery = self.keyfile().recovery();
        for (holder, sealed) in seal_circle(self.office.id, circle.id, epoch, &keys, members, &recovery)? {
            writing.put_circle_key(circle.id, epoch, holder, &sealed)?;
        }
        append(writing, &self.pen().circle(self.office.id, circle.clone(), epoch, &keys)?)?;
        Ok(Held { key: CircleKey::of(circle, epoch, &keys), keys })
    }

    /// Gives a circle that this session belongs to another key, which those who left do not get.
    pub(super) fn turn_circle(
        &self,
        writing: &mut Writing<'_>,
        roster: &Roster,
        circle: CircleId,
        gone: Option<PersonId>,
    ) -> Answer<Held> {
        let before = self.circle(circle).ok_or(Code::NotAllowed)?;
        let mut members = self.members(roster, &writing.reading(), circle)?;
        members.retain(|(member, _)| Some(*member) != gone);
        let desk = before.key.circle.purpose == CirclePurpose::Desk;
        let working = if desk { Some(self.working_in(&writing.reading())?) } else { None };
        let held = self.put_circle(writing, before.key.circle.clone(), before.key.epoch + 1, &members)?;
        if let Some(working) = working {
            writing.put_setting(setting::WORKING_SECRETS, &working.seal(self.office.id, held.keys.shared()))?;
        }
        Ok(held)
    }

    /// After signing in, before anybody else has the session: turns the circles that somebody left while no member was there.
    pub(crate) fn turn_waiting_circles(&mut self) -> Answer<()> {
        if !self.turns_circles() {
            return Ok(());
        }
        let waiting: Vec<CircleId> = {
            let roster = self.roster();
            roster.to_turn().iter().copied().filter(|circle| self.circle(*circle).is_some()).collect()
        };
        if waiting.is_empty() {
            return Ok(());
        }
        let turned = self.store.change(|writing: &mut Writing<'_>| -> Answer<Vec<Held>> {
            let roster = self.roster();
            let turned = waiting.iter().map(|circle| self.turn_circle(writing, &roster, *circle, None));
            let turned = turned.collect::<Answer<Vec<_>>>()?;
            self.tell(writing, Told::of(What::CirclesTurned).with("count", turned.len()))?;
            Ok(turned)
        })?;
        self.refresh_roster()?;
        turned.into_iter().for_each(|held| self.take_circle(held));
        Ok(())
    }

    /// Turns the keys of many records inside one change, on every core. Records that this session does not read stay as they are.
    pub(super) fn turn_records(
        &self,
        writing: &mut Writing<'_>,
        roster: &Roster,
        records: &[RecordId],
        moves: &Moves,
        watch: &dyn Watch,
    ) -> Answer<usize> {
        let author = self.author(writing)?;
        // Read and written on this thread, one after the other, while the other cores turn what was read.
        let reading = writing.reading();
        let mut turned = 0;
        cores::in_order(
            watched(records.iter(), watch).map(|record| {
                let record = *record?;
                let row = reading.record(record)?.ok_or(Code::Damaged)?;
                // What it gives to matching is sealed apart from its chain.
                let letters = if moves.instead.is_empty() { Vec::new() } else { letters_of(&reading, record)? };
                Ok((row, letters, KeysThere::of(&reading, record)?))
            }),
            |(.., there)| there.weight(),
            |(row, letters, there)| -> Answer<_> {
                let turned = self.turn_record(roster, author.clone(), &there, moves)?;
                Ok((row.id, turned, self.moved_letters(roster, &author, &row, &letters, &moves.instead)?))
            },
            |one| {
                let (record, one, letters) = one?;
                if !one.keys.is_empty() {
                    one.put(writing)?;
                    put_letters_after(writing, record, &letters)?;
                    turned += 1;
                }
                Answer::Ok(())
            },
        )?;
        let of = records.len() as u64;
        watch.progress(Progress { done: of, of });
        Ok(turned)
    }

    /// Whether this role gives circles that it belongs to other keys, when somebody left.
    fn turns_circles(&self) -> bool {
        self.role.supervises() || matches!(self.role, Role::Analyst | Role::Auditor)
    }

    /// Whether a circle has no reader at work: then only the recovery words let somebody in. Never into GBV work or the desk, whose
    /// last reader cannot leave.
    fn only_words_open(&self, roster: &Roster, reading: &Reading<'_>, purpose: &CirclePurpose) -> Answer<bool> {
        let by_words = !needs_reader(purpose) && !finds(purpose);
        let circle = roster.circle_for(purpose).filter(|_| by_words).map(|key| key.circle.id);
        circle.map_or(Ok(false), |circle| Ok(self.members(roster, reading, circle)?.is_empty()))
    }

    /// The same for any of several.
    pub(super) fn any_only_words_open(
        &self,
        roster: &Roster,
        reading: &Reading<'_>,
        purposes: &[CirclePurpose],
    ) -> Answer<bool> {
        purposes.iter().try_fold(false, |any, it| Ok(any || self.only_words_open(roster, reading, it)?))
    }

    /// Lets somebody into a circle that nobody at work reads, with the recovery words, which read everything: every key that it ever had,
    /// so that an auditor sees the log from its first day. The words are typed by a supervisor, who keeps the sheet, and never by
    /// whoever is let in.
    pub(super) fn let_in_with_words(&self, person: PersonId, words: &str) -> Answer<()> {
        let changed = self.changed_passwords()?;
        let roster = self.roster().clone();
        let known = roster.person(person, &changed).filter(|_| person != self.person).ok_or(Code::NotAllowed)?;
        let certificate = roster.directory.at(person.uuid(), u64::MAX).cloned().ok_or(Code::NotAllowed)?;
        let recovered = self.keyfile().unlock_with_recovery(words).map_err(of_words)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut opened = 0_usize;
            for purpose in self.not_let_into(&roster, &writing.reading(), &known)? {
                if !self.only_words_open(&roster, &writing.reading(), &purpose)? {
                    continue;
                }
                let circle = roster.circle_for(&purpose).map(|key| key.circle.id).ok_or(Code::Damaged)?;
                let rows = writing.reading().circle_keys(Holder::Recovery)?;
                for row in rows.into_iter().filter(|row| row.circle == circle) {
                    let Some(key) = roster.circle_at(circle, row.epoch) else { continue };
                    let at = key.at(self.office.id);
                    let keys = CircleKeys::open_with_recovery(&at, &recovered.secret.sealing(), &row.sealed)?;
                    // Keys that are not those the directory signed were planted: they are passed on to nobody.
                    if keys.public() != key.public || shared_mark(&keys) != key.shared {
                        return Err(Code::Damaged.into());
                    }
                    let public = &certificate.keys.sealing;
                    let sealed = keys.seal_to_member(&at, person.uuid(), public, &mut OsRandom)?;
                    writing.put_circle_key(circle, row.epoch, Holder::Person(person), &sealed)?;
                }
                opened += 1;
            }
            if opened == 0 {
                return Err(Code::BadRequest.into());
            }
            self.tell(writing, Told::of(What::LetInWithWords).about(&known.login).with("circles", opened))
        })
    }

    /// What vouches for the turned keys has a place of its own in the log.
    pub(super) fn tell_turned(&self, writing: &mut Writing<'_>, records: usize) -> Answer<()> {
        if records == 0 {
            return Ok(());
        }
        self.tell(writing, Told::of(What::KeysTurned).with("records", records))
    }

    pub(super) fn let_in(&self, person: PersonId) -> Answer<()> {
        let changed = self.changed_passwords()?;
        let roster = self.roster().clone();
        let known = roster.person(person, &changed).ok_or(Code::NotAllowed)?;
        let certificate = roster.directory.at(person.uuid(), u64::MAX).cloned().ok_or(Code::NotAllowed)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let missing = self.not_let_into(&roster, &writing.reading(), &known)?;
            let mine: BTreeSet<&CirclePurpose> = missing.iter().filter(|it| self.held_for(it).is_some()).collect();
            if mine.is_empty() || person == self.person {
                return Err(if missing.is_empty() { Code::BadRequest } else { Code::NotAllowed }.into());
            }
            for purpose in &mine {
                self.widen(writing, purpose, (person, certificate.keys.sealing))?;
            }
            self.tell(writing, Told::of(What::LetIn).about(&known.login).with("circles", mine.len()))
        })
    }
}
