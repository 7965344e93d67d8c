//! The second yes to a destruction in an office of two (DOMAIN.md 16.2: proposed by the administrator, approved by a supervisor and a
//! second person). Where nobody at work could be that person, whoever holds the recovery words is: they lie with somebody who answers for
//! the office, and read everything anyway. The root signs that yes, so that every reader of the directory can check it.

use super::Session;
use crate::problems::{Answer, of_words};
use crate::roster::{Asked, ErasureYes, Pen};
use amparo_access::{Action, works_with};
use amparo_api::Code;
use amparo_model::ids::{CircleId, PersonId, RecordId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_model::record::RecordType;
use amparo_store::Reading;
use std::collections::BTreeSet;
use uuid::Uuid;

impl Session {
    /// The record, if this session's yes and the recovery words would destroy it now.
    pub(super) fn words_may_be_second(&self, asked: &Asked) -> Answer<Option<RecordId>> {
        let Some(record) = self.meant(asked).filter(|_| asked.words.is_none()) else { return Ok(None) };
        let said = asked.yes.get(&self.person) == Some(&record);
        let free = self.roster().hold(record).is_none();
        if !(said && free || self.may_agree(asked).is_some()) {
            return Ok(None);
        }
        let row = self.store.read(|reading: &Reading<'_>| reading.record(record))?;
        let Some(of) = row.map(|row| row.skeleton.of()) else { return Ok(None) };
        // The supervisor's yes is never the words': somebody who reads the record answers for its end, and sees who else reads it.
        let leads = Self::leads(self.role, of.module);
        Ok((leads && !self.somebody_else_could(asked, record, of)?).then_some(record))
    }

    /// Whether somebody else at work could still say yes.
    fn somebody_else_could(&self, asked: &Asked, record: RecordId, of: RecordType) -> Answer<bool> {
        let roster = self.roster().clone();
        let chain = self.store.read(|reading: &Reading<'_>| reading.key_entries(record))?;
        let walked = self.walk(record, &chain)?;
        let readers: BTreeSet<CircleId> =
            walked.keys.compartments().flat_map(|it| walked.readers(record, it).into_keys()).collect();
        let reads = |person: PersonId| {
            readers.iter().filter_map(|circle| roster.circle(*circle)).any(|key| match &key.circle.purpose {
                CirclePurpose::Person { person: whose } => *whose == person,
                purpose => roster.belongs(person, purpose),
            })
        };
        let could = |person: PersonId, base: Role| {
            let stands = roster.directory.at(person.uuid(), u64::MAX).is_some();
            let may = roster.rights_of(person).is_some_and(|rights| rights.may(Action::AgreeToDestroy));
            stands && may && (base == Role::Admin || (works_with(base, of) && reads(person)))
        };
        let done = |person: PersonId| person == asked.by || person == self.person || asked.yes.contains_key(&person);
        let people = roster.people(&BTreeSet::new());
        Ok(people.iter().any(|person| !done(person.id) && could(person.id, person.role)))
    }

    /// This session's yes, unless it said it before, and that of the words: the record's end.
    pub(super) fn agree_with_words(&self, proposal: Uuid, typed: &str, words: &str) -> Answer<()> {
        let asked = self.open_askings()?.into_iter().find(|asked| asked.erasure.id == proposal);
        let asked = asked.ok_or(Code::BadRequest)?;
        if self.meant(&asked).is_some_and(|record| self.roster().hold(record).is_some()) {
            return Err(Code::OnHold.into());
        }
        let record = self.words_may_be_second(&asked)?.ok_or(Code::NotAllowed)?;
        if typed != asked.erasure.code {
            return Err(Code::WrongCodeTyped.into());
        }
        let recovered = self.keyfile().unlock_with_recovery(words).map_err(of_words)?;
        let row = self.store.read(|reading: &Reading<'_>| reading.record(record))?.ok_or(Code::NotAllowed)?;
        let yes = || ErasureYes { erasure: proposal, record };
        let mut people: Vec<PersonId> = asked.yes.keys().copied().collect();
        let mut entries = Vec::new();
        if !people.contains(&self.person) {
            people.push(self.person);
            entries.push(Pen::Person(self.person, &self.keys.signing).erasure_yes(self.office.id, yes())?);
        }
        entries.push(Pen::Root(&recovered.root).erasure_yes(self.office.id, yes())?);
        let certificate = self.certificate(&asked, record, row.skeleton.of(), &people, true)?;
        self.destroy(&entries, record, &certificate)
    }
}
