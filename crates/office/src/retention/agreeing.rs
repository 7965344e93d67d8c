//! Asking that a record is destroyed, and saying yes or no to it: who may, and when it is enough.

use crate::entry::set_up::random_uuid;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{Asked, Entry, Erasure, ErasureYes, Pen};
use crate::session::Session;
use amparo_access::works_with;
use amparo_api::Code;
use amparo_api::retention::Why;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::office::is_case_code;
use amparo_model::person::Role;
use amparo_model::record::Module;
use amparo_store::{Reading, Writing};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Session {
    pub(super) fn put_entry(&self, entry: &Entry, told: Told) -> Answer<()> {
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.append_directory(&serde_json::to_string(entry)?)?;
            self.tell(writing, told)
        })?;
        self.refresh_roster()
    }

    pub(super) fn ask_to_destroy(&self, record: Option<RecordId>, code: String, why: Why) -> Answer<()> {
        let fits =
            (1..=64).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric() || "-/._".contains(c));
        // Nobody would ever find the record of a mistyped code, and whoever asked would wait for ever.
        if fits && record.is_none() && !is_case_code(&code) {
            return Err(Code::WrongCodeTyped.into());
        }
        if !fits || self.open_askings()?.iter().any(|asked| asked.erasure.code == code) {
            return Err(Code::BadRequest.into());
        }
        if record.is_some_and(|record| self.roster().hold(record).is_some()) {
            return Err(Code::OnHold.into());
        }
        let pen = Pen::Person(self.person, &self.keys.signing);
        let erasure = Erasure { id: random_uuid(), record, code: code.clone(), why };
        let entry = pen.erasure(self.office.id, erasure)?;
        self.put_entry(&entry, Told::of(What::DestructionProposed).about(&code))
    }

    /// Askings whose record is still there.
    pub(super) fn open_askings(&self) -> Answer<Vec<Asked>> {
        let destroyed: BTreeSet<RecordId> = self.destroyed_records()?;
        let gone = |asked: &Asked| asked.yes.values().chain(&asked.erasure.record).any(|it| destroyed.contains(it));
        Ok(self.roster().erasures().filter(|asked| !gone(asked)).cloned().collect())
    }

    pub(super) fn destroyed_records(&self) -> Answer<BTreeSet<RecordId>> {
        let all = self.store.read(|reading: &Reading<'_>| reading.destroyed())?;
        Ok(all.into_iter().map(|(record, _)| record).collect())
    }

    pub(super) fn refuse_to_destroy(&self, proposal: Uuid) -> Answer<()> {
        let asked = self.open_askings()?.into_iter().find(|asked| asked.erasure.id == proposal);
        let asked = asked.ok_or(Code::BadRequest)?;
        if !self.may_refuse(&asked) {
            return Err(Code::NotAllowed.into());
        }
        let pen = Pen::Person(self.person, &self.keys.signing);
        let entry = pen.withdrawn(self.office.id, proposal)?;
        self.put_entry(&entry, Told::of(What::DestructionRefused).about(&asked.erasure.code))
    }

    pub(super) fn may_refuse(&self, asked: &Asked) -> bool {
        asked.by == self.person || self.role == Role::Admin || self.meant(asked).is_some()
    }

    /// The record that an asking means, as far as this session can tell: named by it, by a yes, or found by its code.
    pub(super) fn meant(&self, asked: &Asked) -> Option<RecordId> {
        let in_reach = || {
            let index = self.index();
            index.known().iter().find(|known| known.summary.code == asked.erasure.code).map(|known| known.record)
        };
        asked.erasure.record.or_else(|| asked.yes.values().next().copied()).or_else(in_reach)
    }

    pub(super) fn role_of(&self, person: PersonId) -> Option<Role> {
        self.roster().person(person, &BTreeSet::new()).map(|person| person.role)
    }

    /// Whether a role's yes is the supervisor's yes that every destruction needs.
    pub(super) fn leads(role: Role, module: Module) -> bool {
        match module {
            Module::Cp => role == Role::Supervisor,
            Module::Gbv => role == Role::GbvSupervisor,
        }
    }

    /// Whether this session may say yes: to the record that is meant, when it reads it; an administrator, who reads none, as the second.
    pub(super) fn may_agree(&self, asked: &Asked) -> Option<RecordId> {
        let record = self.meant(asked)?;
        let own = asked.by == self.person || asked.yes.contains_key(&self.person);
        let reads = self
            .index()
            .get(record)
            .is_some_and(|known| works_with(self.role, known.of) && known.summary.code == asked.erasure.code);
        let fits = reads || self.role == Role::Admin;
        (!own && fits && self.roster().hold(record).is_none()).then_some(record)
    }

    pub(super) fn agree_to_destroy(&self, proposal: Uuid, typed: &str) -> Answer<()> {
        let asked = self.open_askings()?.into_iter().find(|asked| asked.erasure.id == proposal);
        let asked = asked.ok_or(Code::BadRequest)?;
        if self.meant(&asked).is_some_and(|record| self.roster().hold(record).is_some()) {
            return Err(Code::OnHold.into());
        }
        let record = self.may_agree(&asked).ok_or(Code::NotAllowed)?;
        if typed != asked.erasure.code {
            return Err(Code::WrongCodeTyped.into());
        }
        let row = self.store.read(|reading: &Reading<'_>| reading.record(record))?.ok_or(Code::NotAllowed)?;
        let module = row.skeleton.module;
        let others: Vec<PersonId> = asked.yes.iter().filter(|(_, it)| **it == record).map(|(who, _)| *who).collect();
        let lead = Self::leads(self.role, module)
            || others.iter().any(|who| self.role_of(*who).is_some_and(|role| Self::leads(role, module)));
        let entry = Pen::Person(self.person, &self.keys.signing)
            .erasure_yes(self.office.id, ErasureYes { erasure: proposal, record })?;
        if others.is_empty() || !lead {
            let told = Told::of(What::DestructionApproved).record(record, &asked.erasure.code);
            return self.put_entry(&entry, told);
        }
        let yes: Vec<PersonId> = others.into_iter().chain([self.person]).collect();
        let certificate = self.certificate(&asked, record, row.skeleton.of(), &yes, false)?;
        self.destroy(&[entry], record, &certificate)
    }
}
