//! A sealed file that came: opened, checked, shown as a plan, and taken in as a whole or not at all. Its records stay what they
//! are elsewhere: they can be read here, and only more of their history can come.

use crate::casework::keys::{Keys, Readers};
use crate::casework::parts::{names, summary};
use crate::casework::{compartment_of, files, seal};
use crate::log::{Told, What};
use crate::problems::{Answer, Trouble};
use crate::program::Watch;
use crate::session::Session;
use amparo_api::exchange::{Coming, Plan, PlanRow};
use amparo_api::{Code, Problem, Progress};
use amparo_bundle::{KnownOffice, Opened, Travelling};
use amparo_model::ids::{BundleId, FileId, Moment, OfficeId, RecordId, RevisionId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Compartment, RecordType, Skeleton};
use amparo_model::value::{Document, apply};
use amparo_store::{FileRow, LedgerEntry, Reading, RecordRow, RevisionRow, Writing};
use amparo_vault::OsRandom;
use amparo_vault::certificate::Signed;
use amparo_vault::symmetric::Key;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::PoisonError;

/// A sealed file that was shown and waits for a yes.
pub(crate) struct Waiting {
    opened: Opened,
    number: u64,
    already_had: bool,
    /// The attachments that its records name, by hash.
    wanted: Wanted,
}

type Wanted = BTreeMap<String, BTreeSet<FileId>>;

/// Attachments are sealed and synced so many bytes at a time: together they are much faster, and memory stays small.
const AT_ONCE: usize = 8 * 1024 * 1024;

fn watching(watch: &dyn Watch, of: u64) -> impl FnMut(amparo_bundle::seal::Progress) -> ControlFlow<()> {
    move |done| {
        watch.progress(Progress { done: done.bytes, of });
        if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Session {
    pub(crate) fn read_bundle(&self, path: &Path, watch: &dyn Watch) -> Answer<Plan> {
        let read = self.plan_of(path, watch);
        if let Err(Trouble(problem)) = &read {
            let told = Told::of(What::BundleRefused).with("why", problem.code.id());
            self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        }
        read
    }

    fn plan_of(&self, path: &Path, watch: &dyn Watch) -> Answer<Plan> {
        let working = self.working()?;
        let offices = self.known_offices()?;
        let known = |office: &OfficeId| {
            if *office == self.office.id {
                return Some(KnownOffice { root: self.root, verified: true });
            }
            offices
                .iter()
                .find(|(row, _)| row.id == *office)
                .map(|(row, card)| KnownOffice { root: card.card.root, verified: row.verified })
        };
        let size = std::fs::metadata(path).map(|about| about.len()).unwrap_or(0);
        let desks = [working.desk];
        let now = self.clock.now();
        let opened = amparo_bundle::open(path, &desks, known, &self.office.id, now, &mut watching(watch, size))?;
        let manifest = opened.manifest();
        if manifest.sender.card.sample != self.facts.sample {
            return Err(Code::SampleOffice.into());
        }
        let from = *manifest.from();
        let mine = manifest.recipient(&self.office.id).ok_or(Code::BundleNotForUs)?;
        let came: Vec<LedgerEntry> = self
            .store
            .read(|reading: &Reading<'_>| reading.ledger())?
            .into_iter()
            .filter(|entry| !entry.left && entry.office == from)
            .collect();
        let same_number = came.iter().find(|entry| entry.number == mine.number);
        if same_number.is_some_and(|entry| entry.hash != opened.sha256().0) {
            return Err(Code::BundleReplaced.into());
        }
        let (records, wanted) = self.rows_of(&opened)?;
        let had: BTreeSet<u64> = came.iter().map(|entry| entry.number).collect();
        let plan = Plan {
            bundle: manifest.bundle,
            from: self.shown_office(from)?,
            purpose: serde_json::to_value(manifest.purpose)
                .ok()
                .and_then(|purpose| purpose.as_str().map(str::to_owned))
                .unwrap_or_default(),
            sealed: manifest.sealed,
            number: mine.number,
            missing: (1..mine.number).filter(|number| !had.contains(number)).take(20).collect(),
            already_had: same_number.is_some(),
            records,
        };
        let waiting = Waiting { number: mine.number, already_had: plan.already_had, wanted, opened };
        self.plans.lock().unwrap_or_else(PoisonError::into_inner).insert(plan.bundle, waiting);
        Ok(plan)
    }

    /// Record by record, every revision checked.
    fn rows_of(&self, opened: &Opened) -> Answer<(Vec<PlanRow>, Wanted)> {
        let mut rows = Vec::new();
        let mut wanted = Wanted::new();
        opened.records(|checked| -> Answer<()> {
            let (new, known) = self.store.read(|reading: &Reading<'_>| -> Answer<_> {
                let mut new = 0;
                for revision in &checked.revisions {
                    new += usize::from(!reading.has_revision(*revision)?);
                }
                Ok((new, reading.record(checked.record.record)?))
            })?;
            self.refuse_another_home(&checked.record, known.is_some())?;
            let leaves = checked.record.revisions.iter().flat_map(|revision| &revision.leaves);
            for file in leaves.flat_map(|open| open.leaf.change.values().flatten()).filter_map(files::file_of) {
                wanted.entry(file.hash.clone()).or_default().insert(file.id);
            }
            rows.push(PlanRow {
                record: checked.record.record,
                code: checked.record.code.clone(),
                what: match (new, known.is_some()) {
                    (0, _) => Coming::AlreadyHad,
                    (_, false) => Coming::New,
                    (_, true) => Coming::Update,
                },
                revisions: new,
                files: if new == 0 { 0 } else { checked.record.files().len() },
            });
            Ok(())
        })?;
        Ok((rows, wanted))
    }

    /// A record that is known here keeps its first revision: nobody can send another child under its id.
    fn refuse_another_home(&self, record: &Travelling, known: bool) -> Answer<()> {
        if !known {
            return Ok(());
        }
        let first = self.store.read(|reading: &Reading<'_>| reading.revisions(record.record))?;
        let first = first.first().map(|row| row.id);
        let theirs =
            record.revisions.first().map(|it| amparo_bundle::travelling::revision_id(&it.header)).transpose()?;
        if first == theirs { Ok(()) } else { Err(Code::BundleBadRevision.into()) }
    }

    pub(crate) fn leave(&self, bundle: BundleId) {
        self.plans.lock().unwrap_or_else(PoisonError::into_inner).remove(&bundle);
    }

    pub(crate) fn accept(&self, bundle: BundleId, watch: &dyn Watch) -> Answer<usize> {
        let waiting = self
            .plans
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&bundle)
            .ok_or(Problem::from(Code::PlanGone))?;
        if waiting.already_had {
            return Ok(0);
        }
        let opened = &waiting.opened;
        let from = *opened.manifest().from();
        let files = self.take_files(opened, &waiting.wanted)?;
        let of = opened.manifest().records.len() as u64;
        let mut taken = Vec::new();
        let certificates = self.certificates_with(opened)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            for (office, chain) in &certificates {
                writing.put_certificates(*office, chain)?;
            }
            opened.records(|checked| -> Answer<()> {
                watch.progress(Progress { done: taken.len() as u64, of });
                if watch.stopped() {
                    return Err(Code::Stopped.into());
                }
                if let Some(record) = self.take_record(writing, &checked.record, &checked.revisions, from, &files)? {
                    taken.push(record);
                }
                Ok(())
            })?;
            writing.put_ledger(&LedgerEntry {
                bundle,
                office: from,
                left: false,
                number: waiting.number,
                hash: opened.sha256().0,
                at: self.clock.now(),
                records: opened.manifest().records.len(),
            })?;
            let told = Told::of(What::BundleAccepted).about(&opened.manifest().sender.card.site.to_string());
            self.tell(writing, told.with("records", opened.manifest().records.len()))
        })?;
        for record in &taken {
            let home = Some(from);
            let of = record.row.skeleton.of();
            let summary = summary(self.forms(), of, &record.document, record.changed, home, &record.row.heads);
            self.index_mut().take_with(&record.row, summary, names(self.forms(), of, &record.document));
        }
        Ok(taken.len())
    }

    /// Attachments are written first; what no row names is swept if the change does not come about.
    fn take_files(&self, opened: &Opened, wanted: &Wanted) -> Answer<Files> {
        let mut files = Files::new();
        let mut sealed = Vec::new();
        let mut bytes = 0;
        opened.files(|hash, content| -> Answer<()> {
            for id in wanted.get(&RevisionId(hash.0).to_string()).into_iter().flatten() {
                if self.store.read(|reading: &Reading<'_>| reading.file(*id)).is_err() {
                    let key = Key::generate(&mut OsRandom);
                    let (name, content) = files::sealed_content(*id, &key, &content);
                    bytes += content.len();
                    sealed.push((name.clone(), content));
                    files.insert(*id, (key, name));
                }
            }
            if bytes >= AT_ONCE {
                self.store.write_files(&std::mem::take(&mut sealed))?;
                bytes = 0;
            }
            Ok(())
        })?;
        self.store.write_files(&sealed)?;
        Ok(files)
    }

    /// The certificates we have of each office together with those that came, in the order of that office's log.
    fn certificates_with(&self, opened: &Opened) -> Answer<Vec<(OfficeId, String)>> {
        let mut all = Vec::new();
        for authors in opened.manifest().authors.iter().filter(|authors| authors.office != self.office.id) {
            let kept = self.store.read(|reading: &Reading<'_>| reading.certificates(authors.office))?;
            let mut chain: Vec<Signed> = kept.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default();
            for signed in &authors.statements {
                if !chain.contains(signed) {
                    chain.push(signed.clone());
                }
            }
            chain.sort_by_key(|signed| signed.statement.position());
            all.push((authors.office, serde_json::to_string(&chain)?));
        }
        Ok(all)
    }

    fn take_record(
        &self,
        writing: &mut Writing<'_>,
        record: &Travelling,
        revisions: &[RevisionId],
        from: OfficeId,
        files: &Files,
    ) -> Answer<Option<Taken>> {
        let known = writing.reading().record(record.record)?;
        let mut new = Vec::new();
        for (id, revision) in revisions.iter().zip(&record.revisions) {
            if !writing.reading().has_revision(*id)? {
                new.push((*id, revision));
            }
        }
        if new.is_empty() {
            return Ok(None);
        }
        let skeleton = skeleton_of(record)?;
        let row = RecordRow { id: record.record, skeleton, heads: heads_of(record, revisions) };
        let of = row.skeleton.of();
        writing.put_record(&row)?;
        let is_new = known.is_none();
        let keys = match known {
            Some(_) => self.keys_of(&writing.reading(), record.record)?,
            None => {
                let desk = self.held_for(&CirclePurpose::Desk).ok_or(Code::NotAllowed)?.key.circle.id;
                self.make_keys(writing, record.record, of, &Readers { owner: desk, supervisors: None })?
            }
        };
        for (id, revision) in new {
            let leaves = revision
                .leaves
                .iter()
                .map(|open| {
                    let schema = revision.header.leaves.iter().find(|it| it.compartment == open.compartment);
                    let schema = schema.ok_or(Code::BundleBadRevision)?.schema;
                    let key = keys.get(&open.compartment).ok_or(Code::BundleBadRevision)?;
                    seal::seal_leaf(record.record, &open.compartment, id, schema, key, &open.leaf)
                })
                .collect::<Answer<Vec<_>>>()?;
            let row = RevisionRow {
                id,
                header: revision.header.canonical()?,
                signature: revision.signature.to_bytes().to_vec(),
            };
            writing.append_revision(record.record, &row, &leaves)?;
        }
        let (document, changed) = if is_new {
            // Nothing but what came: every revision of it was checked on the way.
            (document_of(record), record.revisions.last().map(|last| last.header.time))
        } else {
            let opened = self.open(&writing.reading(), record.record)?;
            (opened.document, opened.revisions.last().map(|last| last.header.time))
        };
        self.take_attachments(writing, record.record, of, &document, &keys, files)?;
        let changed = changed.unwrap_or_else(|| self.clock.now());
        let summary = summary(self.forms(), of, &document, changed, Some(from), &row.heads);
        self.put_parts(writing, record.record, &keys, &summary, &names(self.forms(), of, &document))?;
        Ok(Some(Taken { row, document, changed }))
    }

    fn take_attachments(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        of: RecordType,
        document: &Document,
        keys: &Keys,
        files: &Files,
    ) -> Answer<()> {
        for (field, file) in files::files_of(document) {
            let Some((key, name)) = files.get(&file.id) else { continue };
            let compartment = compartment_of(self.forms(), of, &field).ok_or(Code::BundleBadRevision)?;
            let compartment = Compartment::new(compartment);
            let sealed_key = self.file_key_for(record, &compartment, keys, file.id, key)?;
            let place = Some((record, compartment));
            writing.put_file(&FileRow { id: file.id, place, sealed_key, name: name.clone() })?;
        }
        Ok(())
    }
}

/// What the leaves that came say, one revision after the other.
fn document_of(record: &Travelling) -> Document {
    let mut document = Document::default();
    for open in record.revisions.iter().flat_map(|revision| &revision.leaves) {
        apply(&mut document, &open.leaf.change);
    }
    document
}

/// Attachments that were written: their keys, and their names in the folder.
type Files = BTreeMap<FileId, (Key, String)>;

struct Taken {
    row: RecordRow,
    document: Document,
    changed: Moment,
}

/// The skeleton that the revisions set last. Nobody here is responsible for it: another office is.
fn skeleton_of(record: &Travelling) -> Answer<Skeleton> {
    let last = record.revisions.iter().rev().find_map(|revision| revision.header.skeleton.clone());
    let skeleton = last.ok_or(Code::BundleBadRevision)?;
    Ok(Skeleton { owner: None, ..skeleton })
}

/// Revisions that no other follows.
fn heads_of(record: &Travelling, revisions: &[RevisionId]) -> Vec<RevisionId> {
    let followed: BTreeSet<RevisionId> =
        record.revisions.iter().flat_map(|revision| revision.header.parents.iter().copied()).collect();
    let mut heads: Vec<RevisionId> = revisions.iter().filter(|id| !followed.contains(id)).copied().collect();
    heads.sort();
    heads
}
