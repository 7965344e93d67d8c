//! Opening a record: its revisions checked, the leaves this session can open applied in order.

use super::chain::Foreign;
use super::covered::is_protected;
use super::keys::Keys;
use super::seal::open_leaf;
use super::versions::versions_of;
use super::{Verified, system, whole};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, works_with};
use amparo_api::Code;
use amparo_api::records::Record;
use amparo_forms::Configuration;
use amparo_forms::approval::leads_to;
use amparo_model::form::FormDef;
use amparo_model::ids::{OfficeId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Kind, Leaf, RecordType, Status, derived};
use amparo_model::value::{Document, Value, apply};
use amparo_store::{LeafRow, QuickGrant, Reading, RecordRow, RevisionRow};
use std::collections::{BTreeMap, BTreeSet};

/// A record, as far as a session can open it.
pub(crate) struct Opened {
    forms: &'static Configuration,
    pub(crate) row: RecordRow,
    /// Somebody else is responsible, and only what was passed on lets this person read it for a while.
    pub(crate) guest: bool,
    pub(crate) revisions: Vec<Verified>,
    /// Leaves by revision, those that opened.
    pub(crate) leaves: BTreeMap<RevisionId, BTreeMap<Compartment, Leaf>>,
    /// Compartments that stayed closed.
    pub(crate) closed: BTreeSet<String>,
    pub(crate) document: Document,
    pub(crate) keys: Keys,
}

impl Opened {
    /// The office where it was registered.
    pub(crate) fn home(&self) -> Option<OfficeId> {
        self.revisions.first().map(|first| first.header.author.office)
    }
    /// The case code.
    pub(crate) fn code(&self) -> String {
        match self.document.get(system::CODE) {
            Some(Value::Text(code)) => code.clone(),
            _ => String::new(),
        }
    }
    /// Forms saved as complete.
    pub(crate) fn complete(&self) -> BTreeSet<String> {
        complete_forms(self.forms, self.row.skeleton.of(), &self.document)
    }
}

/// Forms that a document says are complete.
pub(crate) fn complete_forms(forms: &Configuration, of: RecordType, document: &Document) -> BTreeSet<String> {
    let forms = forms.forms_of(of.kind, of.module);
    forms
        .filter(|form| document.get(&system::completes(&form.id)) == Some(&Value::Tick(true)))
        .map(|form| form.id.clone())
        .collect()
}

/// What is in the leaves that some keys open.
#[derive(Default)]
struct Content {
    leaves: BTreeMap<RevisionId, BTreeMap<Compartment, Leaf>>,
    closed: BTreeSet<String>,
    document: Document,
}

fn open_leaves(record: RecordId, rows: &[LeafRow], revisions: &[Verified], keys: &Keys) -> Answer<Content> {
    let headers: BTreeMap<RevisionId, &Verified> = revisions.iter().map(|it| (it.row.id, it)).collect();
    let mut content = Content::default();
    for leaf in rows {
        let header = &headers.get(&leaf.revision).ok_or(Code::Damaged)?.header;
        match keys.at(&leaf.compartment, leaf.epoch) {
            Some(key) => {
                let opened = open_leaf(record, header, leaf, key)?;
                apply(&mut content.document, &opened.change);
                content.leaves.entry(leaf.revision).or_default().insert(leaf.compartment.clone(), opened);
            }
            None => {
                content.closed.insert(leaf.compartment.0.clone());
            }
        }
    }
    Ok(content)
}

/// Whether keys of what is worked out from a record are there, so that a save can renew it.
fn derived_open(keys: &Keys) -> bool {
    [derived::SUMMARY, derived::NAMES].iter().all(|part| keys.contains_key(&Compartment::new(part)))
}

/// What the database holds of a record for a session: nothing of it was checked or opened yet.
pub(crate) struct Gathered {
    row: RecordRow,
    guest: bool,
    grants: Vec<QuickGrant>,
    revisions: Vec<RevisionRow>,
    leaves: Vec<LeafRow>,
}

impl Gathered {
    /// About how many bytes it takes.
    pub(crate) fn weight(&self) -> usize {
        self.leaves.iter().map(|leaf| leaf.sealed.len()).sum()
    }
}

impl Session {
    /// Reads what there is of a record. One that is not there and one that this session holds no key of end the same.
    pub(crate) fn gather(&self, reading: &Reading<'_>, record: RecordId) -> Answer<Gathered> {
        let row = reading.record(record)?.ok_or(Code::NotAllowed)?;
        let grants = self.grants_of(reading, record, row.skeleton.of())?;
        let guest = self.is_guest(reading, &row)?;
        Ok(Gathered { row, guest, grants, revisions: reading.revisions(record)?, leaves: reading.leaves(record)? })
    }

    /// Whether only a person's own circle reads a record that somebody else is responsible for. It is policy: what can be read, the keys say.
    fn is_guest(&self, reading: &Reading<'_>, row: &RecordRow) -> Answer<bool> {
        let own = self.own_circle()?.key.circle.id;
        if row.skeleton.owner.is_none_or(|owner| owner == own) || row.skeleton.kind == Kind::Transition {
            return Ok(false);
        }
        for held in self.circles().filter(|held| held.key.circle.id != own) {
            if reading.is_granted(held.key.circle.id, row.id)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Opens a record. One that this session holds no key of is the same as one that is not there.
    pub(crate) fn open(&self, reading: &Reading<'_>, record: RecordId) -> Answer<Opened> {
        let foreign = |office| self.foreign_directory(reading, office);
        self.opened(self.gather(reading, record)?, &foreign, &|| self.keys_by_chain(reading, record))
    }

    /// Opens a record that was gathered, on whichever thread. The database is asked again only for what is seldom needed.
    pub(crate) fn open_gathered(&self, gathered: Gathered) -> Answer<Opened> {
        let record = gathered.row.id;
        let foreign = |office| self.store.read(|reading: &Reading<'_>| self.foreign_directory(reading, office));
        let chain = || self.store.read(|reading: &Reading<'_>| self.keys_by_chain(reading, record));
        self.opened(gathered, &foreign, &chain)
    }

    fn opened(&self, gathered: Gathered, foreign: &Foreign<'_>, chain: &dyn Fn() -> Answer<Keys>) -> Answer<Opened> {
        let Gathered { row, guest, grants, revisions, leaves: rows } = gathered;
        let mut keys = self.keys_by_grants(row.id, &grants)?;
        // Who holds no key learns nothing else either, not even that the record is damaged.
        let none = |keys: &Keys| if keys.is_empty() { Err(Code::NotAllowed) } else { Ok(()) };
        let quick = !keys.is_empty();
        if !quick {
            keys = chain()?;
            none(&keys)?;
        }
        let revisions = self.verified(row.id, revisions, foreign)?;
        whole::refuse_torn(
            self.office.id,
            &row,
            &revisions,
            rows.iter().map(|leaf| (leaf.revision, &leaf.compartment)),
        )?;
        let mut content = open_leaves(row.id, &rows, &revisions, &keys);
        if quick && !(derived_open(&keys) && content.as_ref().is_ok_and(|content| content.closed.is_empty())) {
            // Quick grants only spare time: where they do not open everything, the chain has the last word.
            keys = chain()?;
            none(&keys)?;
            content = open_leaves(row.id, &rows, &revisions, &keys);
        }
        let Content { leaves, closed, document } = content?;
        // Keys that open nothing any more are those of somebody who passed it on.
        if leaves.is_empty() && !closed.is_empty() {
            return Err(Code::NotAllowed.into());
        }
        Ok(Opened { forms: self.forms(), row, guest, revisions, leaves, closed, document, keys })
    }

    /// What the window shows of a record; the look is written in the log.
    pub(crate) fn open_for_reading(&self, record: RecordId) -> Answer<Record> {
        self.read_record(record, &BTreeSet::new(), Told::of(What::CaseOpened))
    }

    /// The same with parts of it that are covered otherwise.
    pub(super) fn read_record(&self, record: RecordId, asked_for: &BTreeSet<String>, told: Told) -> Answer<Record> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        // Whoever reads a part only may not have the code in it, and the list has.
        let code = Some(opened.code()).filter(|code| !code.is_empty()).or_else(|| self.index().code(record));
        self.note(told.record(record, &code.unwrap_or_default()))?;
        let in_part = self.writes_in_part(&opened);
        let read_only = self.why_read_only(&opened);
        let row = self.index().row(self, record).unwrap_or_default();
        let of = opened.row.skeleton.of();
        let hidden = self.hidden(of);
        let complete = opened.complete().into_iter().filter(|form| !hidden.has_form(form)).collect();
        let mut versions = versions_of(self.forms(), of, &opened.document);
        versions.retain(|form, _| !hidden.has_form(form));
        let around = self.around_of(&opened, read_only.is_none());
        // Nothing may stand in a part yet: it is closed to whoever fills the others all the same.
        let closed = if in_part { self.closed_parts(&opened) } else { opened.closed.clone() };
        let protected = is_protected(&opened.document);
        let covered = self.covered(of, opened.row.skeleton.owner, protected, asked_for);
        let mut document = opened.document;
        let covered = covered.narrow(&mut document);
        document.fields.retain(|field, _| !system::is_fact(field));
        document.rows.retain(|field, _| !system::is_fact(field));
        hidden.narrow(&mut document);
        Ok(Record {
            record,
            row,
            heads: opened.row.heads.clone(),
            document,
            closed: closed.into_iter().collect(),
            read_only: read_only.filter(|_| !in_part),
            complete,
            versions,
            owner: self.owner_name(opened.row.skeleton.owner),
            around,
            covered,
            name_protected: protected,
        })
    }

    /// Why a record cannot be changed here; none when it can.
    pub(crate) fn why_read_only(&self, opened: &Opened) -> Option<Code> {
        if opened.home() != Some(self.office.id) {
            Some(Code::ReadOnlyRecord)
        } else if !self.may(Action::WriteRecords)
            // Written by what is done with what was passed on, and by nothing else.
            || opened.row.skeleton.kind == Kind::Transition
            || opened.guest
            || !works_with(self.role, opened.row.skeleton.of())
            || !opened.closed.is_empty()
        {
            Some(Code::NotAllowed)
        } else if opened.row.skeleton.status == Status::Transferred && self.way_back(opened).is_some() {
            Some(Code::GivenAway)
        } else {
            None
        }
    }

    /// The form that opens a case again that was given to another office; none where the office asks none.
    pub(super) fn way_back(&self, opened: &Opened) -> Option<&'static FormDef> {
        let of = opened.row.skeleton.of();
        let mut forms = self.forms().offered_forms_of(of.kind, of.module);
        forms.find(|form| leads_to(&form.id, Status::Transferred).is_some())
    }

    /// The same, but for what is done in the form that opens it again.
    pub(super) fn why_not_in(&self, opened: &Opened, form: &str) -> Option<Code> {
        let back = |code: &Code| *code == Code::GivenAway && self.way_back(opened).is_some_and(|back| back.id == form);
        self.why_read_only(opened).filter(|code| !back(code))
    }

    /// A record's code, for the log; refused when it cannot be opened.
    pub(crate) fn code_of(&self, record: RecordId) -> Answer<String> {
        self.index().code(record).ok_or_else(|| Code::NotAllowed.into())
    }
}
