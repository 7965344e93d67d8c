//! How long records are kept, and their end (DOMAIN.md 11.3, 16.2). The office sets rules; what is due follows from the summaries that a
//! session opens. A record is destroyed when somebody asked for it and two others said yes, one of them a supervisor who reads it (of GBV
//! records a GBV supervisor). Then its leaves, keys, parts, drafts, files and skeleton are gone; its headers with their commitments and
//! the certificate remain. The list stands in `office.keys`, in the database and in every later backup, so that neither a restored backup
//! nor a sealed file brings the record back.

mod second;
mod sheets;

use crate::casework::index::Known;
use crate::casework::whole::turned_of;
use crate::entry::set_up::random_uuid;
use crate::keeping::restoring::tag_of;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Program;
use crate::roster::{Asked, Author, Entry, Erasure, ErasureYes, Hold, Pen, Roster};
use crate::session::{Session, setting};
use amparo_access::{Action, works_with};
use amparo_api::Code;
use amparo_api::retention::{
    Answer as Retention, Ask, Certificate, Due, From as Since, HoldReason, LeftIn, Overview, Rule, Waiting, Why,
};
use amparo_model::date::PartialDate;
use amparo_model::ids::{Moment, PersonId, RecordId};
use amparo_model::office::is_case_code;
use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_store::{Reading, Writing, backups};
use amparo_vault::OsRandom;
use amparo_vault::keyfile::DESTROYED;
use jiff::ToSpan;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// The most rules an office has.
const MOST_RULES: usize = 100;
/// The oldest backup goes after so many milliseconds: a year and a day.
const BACKUPS_KEPT: i64 = 367 * 24 * 60 * 60 * 1000;

/// What the log vouches for of a destruction.
fn mark(certificate: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"amparo destroyed 1");
    hash.update(certificate.as_bytes());
    hash.finalize().into()
}

/// What the log vouches for of every destruction.
pub(crate) fn marks(reading: &Reading<'_>) -> Answer<Vec<[u8; 32]>> {
    Ok(reading.destroyed()?.iter().map(|(_, certificate)| mark(certificate)).collect())
}

/// Takes what was destroyed out of what the log tells of. A certificate that the log does not vouch for is an alarm.
pub(crate) fn account_for(reading: &Reading<'_>, told: &mut HashSet<[u8; 32]>) -> Answer<()> {
    for (record, certificate) in reading.destroyed()? {
        let mark = mark(&certificate);
        if !reading.log_tells_of(&mark)? || reading.record(record)?.is_some() {
            return Err(Code::Damaged.into());
        }
        told.remove(&mark);
        for revision in reading.destroyed_revisions(record)? {
            let id: [u8; 32] = Sha256::digest(&revision.header).into();
            if id != revision.id.0 {
                return Err(Code::Damaged.into());
            }
            told.remove(&id);
        }
    }
    Ok(())
}

fn day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::earliest)
}

/// When a record became due by a rule, if it did.
fn due_by(rule: &Rule, known: &Known, today: Date) -> Option<Date> {
    let summary = &known.summary;
    if rule.of() != known.of || rule.reason.as_ref().is_some_and(|reason| *reason != summary.closure_reason) {
        return None;
    }
    // A case that is worked on is never due; the other kinds are never closed.
    let closed = day(&summary.closed_on);
    if known.of.kind == Kind::Case && closed.is_none() {
        return None;
    }
    let changed = || jiff::Timestamp::from_millisecond(summary.changed.0).ok().map(|at| at.in_tz("UTC").ok());
    let start = match rule.from {
        Since::Closed => closed?,
        Since::Adult => {
            let born = summary.born.as_deref().and_then(day).or_else(|| {
                let years = i16::try_from(summary.age?).ok()?;
                day(&summary.registered_on)?.checked_sub(years.years()).ok()
            })?;
            born.checked_add(18.years()).ok()?.max(closed.unwrap_or(Date::MIN))
        }
        Since::LastChange => changed().flatten()?.date(),
    };
    let due = start.checked_add(i64::from(rule.years).years()).ok()?;
    (due <= today).then_some(due)
}

/// When a record became due: by the rule for its reason, else by the one for all.
fn due_since(rules: &[Rule], known: &Known, today: Date) -> Option<Date> {
    let fits = |rule: &&Rule| rule.of() == known.of && rule.reason.as_deref() == Some(&known.summary.closure_reason);
    let rule =
        rules.iter().find(fits).or_else(|| rules.iter().find(|rule| rule.of() == known.of && rule.reason.is_none()))?;
    due_by(rule, known, today)
}

fn due_of(known: &Known, since: Option<Date>, roster: &Roster, asked: bool) -> Due {
    Due {
        record: known.record,
        of: known.of,
        code: known.summary.code.clone(),
        since: since.map(|since| since.to_string()).unwrap_or_default(),
        held: roster.hold(known.record),
        asked,
    }
}

impl Program {
    pub(crate) fn retention(&self, ask: Ask, session: &Session) -> Answer<Retention> {
        match ask {
            Ask::Overview {} => {}
            Ask::SetRules { rules } => session.set_rules(rules)?,
            Ask::Hold { record, reason } => session.hold(record, reason)?,
            Ask::Propose { record, why } => {
                let code = session.code_in_reach(record)?;
                session.ask_to_destroy(Some(record), code, why)?;
            }
            Ask::ProposeByCode { code, why } => session.ask_to_destroy(None, code.trim().to_owned(), why)?,
            Ask::Approve { proposal, typed } => session.agree_to_destroy(proposal, typed.trim())?,
            Ask::ApproveWithWords { proposal, typed, words } => {
                session.agree_with_words(proposal, typed.trim(), &words)?;
            }
            Ask::Find { code } => return Ok(Retention::Found { found: session.find_to_keep(code.trim())? }),
            Ask::Refuse { proposal } => session.refuse_to_destroy(proposal)?,
        }
        Ok(Retention::Overview(session.retention_stands()?))
    }
}

impl Session {
    fn rules(&self) -> Answer<Vec<Rule>> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.setting(setting::RETENTION))?.unwrap_or_default())
    }

    fn set_rules(&self, rules: Vec<Rule>) -> Answer<()> {
        let mut seen = BTreeSet::new();
        let fits = |rule: &Rule| {
            (1..=99).contains(&rule.years)
                && RecordType::REGISTERED.contains(&rule.of())
                && rule.reason.as_ref().is_none_or(|reason| !reason.is_empty() && reason.len() <= 64)
                // Only cases have a closure and a birth date of their own.
                && (rule.kind == Kind::Case || (rule.from == Since::LastChange && rule.reason.is_none()))
        };
        if rules.len() > MOST_RULES
            || !rules.iter().all(fits)
            || !rules.iter().all(|rule| seen.insert((rule.kind, rule.module, rule.reason.clone())))
        {
            return Err(Code::BadRequest.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::RETENTION, &rules)?;
            self.tell(writing, Told::of(What::RetentionSet).with("rules", rules.len()))
        })
    }

    /// The code of a record that this session reads.
    fn code_in_reach(&self, record: RecordId) -> Answer<String> {
        self.index().code(record).ok_or_else(|| Code::NotAllowed.into())
    }

    fn hold(&self, record: RecordId, reason: Option<HoldReason>) -> Answer<()> {
        let code = self.code_in_reach(record)?;
        if self.roster().hold(record) == reason {
            return Err(Code::BadRequest.into());
        }
        let what = if reason.is_some() { What::HeldBack } else { What::HoldEnded };
        let pen = Pen::Person(self.person, &self.keys.signing);
        let entry = pen.hold(self.office.id, Hold { record, reason })?;
        self.put_entry(&entry, Told::of(what).record(record, &code))
    }

    fn put_entry(&self, entry: &Entry, told: Told) -> Answer<()> {
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.append_directory(&serde_json::to_string(entry)?)?;
            self.tell(writing, told)
        })?;
        self.refresh_roster()
    }

    fn ask_to_destroy(&self, record: Option<RecordId>, code: String, why: Why) -> Answer<()> {
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
    fn open_askings(&self) -> Answer<Vec<Asked>> {
        let destroyed: BTreeSet<RecordId> = self.destroyed_records()?;
        let gone = |asked: &Asked| asked.yes.values().chain(&asked.erasure.record).any(|it| destroyed.contains(it));
        Ok(self.roster().erasures().filter(|asked| !gone(asked)).cloned().collect())
    }

    fn destroyed_records(&self) -> Answer<BTreeSet<RecordId>> {
        let all = self.store.read(|reading: &Reading<'_>| reading.destroyed())?;
        Ok(all.into_iter().map(|(record, _)| record).collect())
    }

    fn refuse_to_destroy(&self, proposal: Uuid) -> Answer<()> {
        let asked = self.open_askings()?.into_iter().find(|asked| asked.erasure.id == proposal);
        let asked = asked.ok_or(Code::BadRequest)?;
        if !self.may_refuse(&asked) {
            return Err(Code::NotAllowed.into());
        }
        let pen = Pen::Person(self.person, &self.keys.signing);
        let entry = pen.withdrawn(self.office.id, proposal)?;
        self.put_entry(&entry, Told::of(What::DestructionRefused).about(&asked.erasure.code))
    }

    fn may_refuse(&self, asked: &Asked) -> bool {
        asked.by == self.person || self.role == Role::Admin || self.meant(asked).is_some()
    }

    /// The record that an asking means, as far as this session can tell: named by it, by a yes, or found by its code.
    fn meant(&self, asked: &Asked) -> Option<RecordId> {
        let in_reach = || {
            let index = self.index();
            index.known().iter().find(|known| known.summary.code == asked.erasure.code).map(|known| known.record)
        };
        asked.erasure.record.or_else(|| asked.yes.values().next().copied()).or_else(in_reach)
    }

    fn role_of(&self, person: PersonId) -> Option<Role> {
        self.roster().person(person, &BTreeSet::new()).map(|person| person.role)
    }

    /// Whether a role's yes is the supervisor's yes that every destruction needs.
    fn leads(role: Role, module: Module) -> bool {
        match module {
            Module::Cp => role == Role::Supervisor,
            Module::Gbv => role == Role::GbvSupervisor,
        }
    }

    /// Whether this session may say yes: to the record that is meant, when it reads it; an administrator, who reads none, as the second.
    fn may_agree(&self, asked: &Asked) -> Option<RecordId> {
        let record = self.meant(asked)?;
        let own = asked.by == self.person || asked.yes.contains_key(&self.person);
        let reads = self
            .index()
            .get(record)
            .is_some_and(|known| works_with(self.role, known.of) && known.summary.code == asked.erasure.code);
        let fits = reads || self.role == Role::Admin;
        (!own && fits && self.roster().hold(record).is_none()).then_some(record)
    }

    fn agree_to_destroy(&self, proposal: Uuid, typed: &str) -> Answer<()> {
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

    fn certificate(
        &self,
        asked: &Asked,
        record: RecordId,
        of: RecordType,
        yes: &[PersonId],
        with_words: bool,
    ) -> Answer<Certificate> {
        let name = |person: PersonId| self.person_name(person);
        let here = backups(&self.store.folder().backups())?;
        let status = self.backup_status()?;
        let last_backup = here.first().map(|backup| backup.at).max(status.second);
        let (bundles, ledger) = self
            .store
            .read(|reading: &Reading<'_>| -> Answer<_> { Ok((reading.left_in(record)?, reading.ledger()?)) })?;
        // Names are looked up in the database too: not while it is being read.
        let left_in = ledger
            .into_iter()
            .filter(|entry| entry.left && bundles.contains(&entry.bundle))
            .map(|entry| LeftIn {
                bundle: entry.bundle,
                office: self.office_name(entry.office),
                number: entry.number,
                at: entry.at,
            })
            .collect();
        self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            Ok(Certificate {
                record,
                code: asked.erasure.code.clone(),
                kind: of.kind,
                module: of.module,
                why: Some(asked.erasure.why),
                asked_by: name(asked.by),
                approved_by: yes.iter().copied().map(name).collect(),
                with_words,
                at: self.clock.now(),
                changes: reading.revisions(record)?.len(),
                files: reading.files_of(record)?,
                last_backup,
                gone_from_backups: last_backup.map(|at| Moment(at.0 + BACKUPS_KEPT)),
                left_in,
            })
        })
    }

    /// The end of a record: all in one change. Its files' content goes after it, then the pages that held it are overwritten.
    fn destroy(&self, entries: &[Entry], record: RecordId, certificate: &Certificate) -> Answer<()> {
        // First where no restore can miss it. If the change fails after this, the record is still there and only its own undoing is known.
        let text = serde_json::to_string(certificate)?;
        // What says to whom it was passed on names its code.
        let sheets = self.ending_with(record, &certificate.code)?;
        let names = self.store.change(|writing: &mut Writing<'_>| -> Answer<Vec<String>> {
            // Each entry of the log vouches for one thing: each yes, then the certificate.
            for entry in entries {
                writing.append_directory(&serde_json::to_string(entry)?)?;
                let told = Told::of(What::DestructionApproved).record(record, &certificate.code);
                let by_words = matches!(entry, Entry::ErasureYes { by: Author::Root { .. }, .. });
                self.tell(writing, if by_words { told.with("words", "yes") } else { told })?;
            }
            let turned = turned_of(&writing.reading(), record)?;
            let names = writing.destroy(record, &text, &turned)?;
            let told = Told::of(What::Destroyed).record(record, &certificate.code);
            self.tell(writing, told.link(mark(&text)))?;
            self.destroy_sheets(writing, &sheets, certificate)?;
            Ok(names)
        })?;
        {
            let mut index = self.index_mut();
            index.forget(record);
            sheets.iter().for_each(|(sheet, _)| index.forget(*sheet));
        }
        self.match_forgotten(record);
        let tags: Vec<_> = std::iter::once(record).chain(sheets.iter().map(|(sheet, _)| *sheet)).map(tag_of).collect();
        let remembered = self.keyfile().add_destroyed(&self.office_key, &tags, &mut OsRandom);
        if remembered.is_err() {
            // It stands in the database; the next sign-in writes it into the key file too.
            tracing::error!("a destruction could not be kept in the key file yet");
        }
        for name in names {
            if self.store.remove_file(&name).is_err() {
                tracing::warn!("an attachment is removed at the next sign-in");
            }
        }
        if self.store.settle().is_err() {
            tracing::warn!("the write-ahead log is brought in later");
        }
        self.refresh_roster()
    }

    /// Destroys a record that a backup brought back although it had been destroyed.
    pub(crate) fn destroy_again(&self, writing: &mut Writing<'_>, record: RecordId) -> Answer<()> {
        let reading = writing.reading();
        let row = reading.record(record)?.ok_or(Code::Damaged)?;
        let certificate = Certificate {
            record,
            code: String::new(),
            kind: row.skeleton.kind,
            module: row.skeleton.module,
            why: None,
            asked_by: String::new(),
            approved_by: Vec::new(),
            with_words: false,
            at: self.clock.now(),
            changes: reading.revisions(record)?.len(),
            files: reading.files_of(record)?,
            last_backup: None,
            gone_from_backups: None,
            left_in: Vec::new(),
        };
        let text = serde_json::to_string(&certificate)?;
        let turned = turned_of(&writing.reading(), record)?;
        writing.destroy(record, &text, &turned)?;
        self.tell(writing, Told::of(What::Destroyed).link(mark(&text)))
    }

    /// What was destroyed and the key file does not remember, because the machine refused then.
    pub(crate) fn remember_destroyed(&self) -> Answer<()> {
        // The file remembers the newest few hundred only; all stand in the database, and in that of every later backup.
        let mut newest: Vec<(Moment, RecordId)> = Vec::new();
        for (record, text) in self.store.read(|reading: &Reading<'_>| reading.destroyed())? {
            newest.push((serde_json::from_str::<Certificate>(&text)?.at, record));
        }
        newest.sort_unstable();
        let tags: Vec<_> = newest.iter().rev().take(DESTROYED).rev().map(|(_, record)| tag_of(*record)).collect();
        Ok(self.keyfile().add_destroyed(&self.office_key, &tags, &mut OsRandom)?)
    }

    fn retention_stands(&self) -> Answer<Overview> {
        let rules = self.rules()?;
        let today = self.clock.today();
        let askings = self.open_askings()?;
        let asked: BTreeSet<&str> = askings.iter().map(|asked| asked.erasure.code.as_str()).collect();
        let index = self.index();
        let roster = self.roster();
        let mut due: Vec<Due> = index
            .known()
            .iter()
            .filter(|known| known.summary.home.is_none())
            .filter_map(|known| {
                let since = due_since(&rules, known, today);
                let listed = since.is_some() || roster.hold(known.record).is_some();
                listed.then(|| due_of(known, since, &roster, asked.contains(known.summary.code.as_str())))
            })
            .collect();
        drop((index, roster));
        due.sort_by(|a, b| (a.since.is_empty(), &a.since, &a.code).cmp(&(b.since.is_empty(), &b.since, &b.code)));
        let concerned = askings.iter().filter(|asked| self.is_concerned(asked));
        let waiting = concerned.map(|asked| self.waiting_of(asked)).collect::<Answer<_>>()?;
        let destroyed = self.store.read(|reading: &Reading<'_>| reading.destroyed())?;
        let mut destroyed: Vec<Certificate> =
            destroyed.iter().map(|(_, text)| Ok(serde_json::from_str(text)?)).collect::<Answer<_>>()?;
        // Sheets of passing on go with their record, and are told with it.
        destroyed.retain(|certificate| certificate.kind != Kind::Transition && self.sees(certificate));
        destroyed.sort_by_key(|certificate| std::cmp::Reverse(certificate.at));
        Ok(Overview { rules, due, waiting, destroyed })
    }

    /// A record of this office in reach, by its code, due or not.
    fn find_to_keep(&self, code: &str) -> Answer<Due> {
        let (rules, today) = (self.rules()?, self.clock.today());
        let asked = self.open_askings()?.iter().any(|asked| asked.erasure.code == code);
        let (index, roster) = (self.index(), self.roster());
        let mut ours = index.known().iter().filter(|known| known.summary.home.is_none());
        // The same for one that is not there and one that this session does not read.
        let known = ours.find(|known| known.summary.code == code).ok_or(Code::WrongCodeTyped)?;
        Ok(due_of(known, due_since(&rules, known, today), &roster, asked))
    }

    /// How many destructions wait for this session's yes.
    pub(crate) fn destructions_to_answer(&self) -> Answer<usize> {
        if !self.may(Action::AgreeToDestroy) {
            return Ok(0);
        }
        Ok(self.open_askings()?.iter().filter(|asked| self.may_agree(asked).is_some()).count())
    }

    /// Codes are shown to those who read the record, who asked, and the administrator.
    fn is_concerned(&self, asked: &Asked) -> bool {
        let reads = || self.meant(asked).is_some_and(|record| self.index().get(record).is_some());
        self.role == Role::Admin || asked.by == self.person || asked.yes.contains_key(&self.person) || reads()
    }

    /// Certificates of child protection are for its supervisors, those of GBV for its own; all for administrator and auditor.
    fn sees(&self, certificate: &Certificate) -> bool {
        matches!(self.role, Role::Admin | Role::Auditor) || Self::leads(self.role, certificate.module)
    }

    fn waiting_of(&self, asked: &Asked) -> Answer<Waiting> {
        let meant = self.meant(asked);
        let row = meant.map(|record| self.store.read(|reading: &Reading<'_>| reading.record(record))).transpose()?;
        let module = row.flatten().map(|row| row.skeleton.module);
        let leads = |role: Role| module.is_some_and(|module| Self::leads(role, module));
        let led = asked.yes.keys().any(|who| self.role_of(*who).is_some_and(leads));
        let mine = self.may_agree(asked).is_some();
        let with_words = self.words_may_be_second(asked)?.is_some();
        Ok(Waiting {
            proposal: asked.erasure.id,
            code: asked.erasure.code.clone(),
            why: asked.erasure.why,
            asked_by: self.person_name(asked.by),
            yes: asked.yes.keys().map(|who| self.person_name(*who)).collect(),
            mine,
            needs_supervisor: !led,
            last: mine && !asked.yes.is_empty() && (led || leads(self.role)),
            with_words,
            may_refuse: self.may_refuse(asked),
        })
    }
}
