//! A sealed file that came: opened, checked, shown as a plan, and taken in as a whole or not at all. Its records stay what they
//! are elsewhere: they can be read here, and only more of their history can come.

mod record;

use record::{Accepting, Ready, Taken};

use crate::casework::files;
use crate::casework::keys::Readers;
use crate::log::{Told, What};
use crate::problems::{Answer, Trouble};
use crate::program::Watch;
use crate::session::Session;
use amparo_api::exchange::{Coming, Plan, PlanRow};
use amparo_api::{Code, Problem, Progress};
use amparo_bundle::manifest::Purpose;
use amparo_bundle::travelling::Checked;
use amparo_bundle::{KnownOffice, Opened, Travelling};
use amparo_model::ids::{BundleId, FileId, IncarnationId, OfficeId, RevisionId};
use amparo_model::person::CirclePurpose;
use amparo_store::{LedgerEntry, OfficeRow, Reading, RecordRow, Writing};
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
    /// The sender was restored since we last heard of it: its card is kept anew.
    new_life: bool,
    /// The attachments that its records name, by hash.
    wanted: Wanted,
}

type Wanted = BTreeMap<String, BTreeSet<FileId>>;

/// Attachments are sealed and synced so many bytes at a time: together they are much faster, and memory stays small.
const AT_ONCE: usize = 8 * 1024 * 1024;

/// Whether a line of the ledger belongs to a life of its sender; those that were written before lives were kept belong to all.
pub(crate) fn of_life(entry: &LedgerEntry, life: IncarnationId) -> bool {
    entry.incarnation == life || entry.incarnation.as_bytes() == &[0; 16]
}

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
        let desks = working.desks();
        let now = self.clock.now();
        let opened = amparo_bundle::open(path, &desks, known, &self.office.id, now, &mut watching(watch, size))?;
        let manifest = opened.manifest();
        if manifest.sender.card.sample != self.facts.sample {
            return Err(Code::SampleOffice.into());
        }
        if manifest.purpose == Purpose::Configuration && !manifest.records.is_empty() {
            return Err(Code::BundleDamaged.into());
        }
        let from = *manifest.from();
        let mine = manifest.recipient(&self.office.id).ok_or(Code::BundleNotForUs)?;
        let came: Vec<LedgerEntry> = self
            .store
            .read(|reading: &Reading<'_>| reading.ledger())?
            .into_iter()
            .filter(|entry| !entry.left && entry.office == from && of_life(entry, manifest.sender.card.incarnation))
            .collect();
        let same_number = came.iter().find(|entry| entry.number == mine.number);
        if same_number.is_some_and(|entry| entry.hash != opened.sha256().0) {
            return Err(Code::BundleReplaced.into());
        }
        let (records, wanted) = self.rows_of(&opened)?;
        let had: BTreeSet<u64> = came.iter().map(|entry| entry.number).collect();
        let known_life = offices.iter().find(|(row, _)| row.id == from).map(|(_, known)| known.card.incarnation);
        let new_life = known_life.is_some_and(|known| known != manifest.sender.card.incarnation);
        let plan = Plan {
            bundle: manifest.bundle,
            from: self.shown_office(from)?,
            new_life,
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
        let waiting = Waiting { number: mine.number, already_had: plan.already_had, new_life, wanted, opened };
        self.plans.lock().unwrap_or_else(PoisonError::into_inner).insert(plan.bundle, waiting);
        Ok(plan)
    }

    /// Record by record, every revision checked.
    fn rows_of(&self, opened: &Opened) -> Answer<(Vec<PlanRow>, Wanted)> {
        let mut rows = Vec::new();
        let mut wanted = Wanted::new();
        opened.records(|checked| -> Answer<()> {
            let (new, known) = self.store.read(|reading: &Reading<'_>| -> Answer<_> {
                if reading.is_destroyed(checked.record.record)? {
                    return Ok((None, None));
                }
                let mut new = 0;
                for revision in &checked.revisions {
                    new += usize::from(!reading.has_revision(*revision)?);
                }
                Ok((Some(new), reading.record(checked.record.record)?))
            })?;
            let Some(new) = new else {
                let (record, code) = (checked.record.record, checked.record.code.clone());
                rows.push(PlanRow { record, code, what: Coming::Destroyed, revisions: 0, files: 0 });
                return Ok(());
            };
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
        if opened.manifest().purpose == Purpose::Configuration {
            return self.accept_configuration(&waiting).map(|()| 0);
        }
        let from = *opened.manifest().from();
        let files = self.take_files(opened, &waiting.wanted)?;
        let of = opened.manifest().records.len() as u64;
        let mut taken = Vec::new();
        let certificates = self.certificates_with(opened)?;
        let desk = self.held_for(&CirclePurpose::Desk).ok_or(Code::NotAllowed)?.key.circle.id;
        let sheet = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            for (office, chain) in &certificates {
                writing.put_certificates(*office, chain)?;
            }
            if waiting.new_life {
                let card = opened.manifest().sender.to_text();
                let verified = writing.reading().offices()?.iter().any(|row| row.id == from && row.verified);
                writing.put_office(&OfficeRow { id: from, card, verified })?;
            }
            let listed = opened.manifest().records.iter().map(|row| row.record);
            let (mut known, mut destroyed) = (BTreeSet::new(), BTreeSet::new());
            for record in listed {
                if writing.reading().is_destroyed(record)? {
                    destroyed.insert(record);
                } else if writing.reading().record(record)?.is_some() {
                    known.insert(record);
                }
            }
            // The log is told of the whole at the end, so that the author's place in it is the same for every record.
            let (author, readers) =
                (self.author(writing)?, Readers { owner: desk, supervisors: None, also: Vec::new() });
            let coming = Accepting { session: self, from, files: &files, author, readers };
            // A record that is new here needs nothing of the database until it is written: it is made ready on every core.
            let ready = |checked: Checked| {
                if destroyed.contains(&checked.record.record) {
                    Ok(Ready::Destroyed)
                } else if known.contains(&checked.record.record) {
                    Ok(Ready::More(checked))
                } else {
                    coming.new_record(&checked)
                }
            };
            opened.records_with(ready, |ready: Answer<Ready>| -> Answer<()> {
                watch.progress(Progress { done: taken.len() as u64, of });
                if watch.stopped() {
                    return Err(Code::Stopped.into());
                }
                taken.extend(match ready? {
                    Ready::New(record) => Some(record.put(writing)?),
                    Ready::More(checked) => coming.more_of(writing, &checked)?,
                    Ready::Destroyed => None,
                });
                Ok(())
            })?;
            writing.put_ledger(&self.came(&waiting))?;
            let told = Told::of(What::BundleAccepted).about(&opened.manifest().sender.card.site.to_string());
            self.tell(writing, told.with("records", opened.manifest().records.len()))?;
            self.write_came(writing, opened.manifest(), desk)
        })?;
        let rows: Vec<RecordRow> = taken.iter().map(|taken| taken.row.clone()).collect();
        {
            let mut index = self.index_mut();
            taken.into_iter().for_each(|Taken { row, summary, names }| index.take_with(self, &row, summary, names));
        }
        self.match_taken(&rows)?;
        sheet.into_iter().for_each(|sheet| drop(self.took(sheet)));
        Ok(rows.len())
    }

    /// Forms, lists and settings of another office become a draft: whoever shapes ours looks at them before anything changes.
    fn accept_configuration(&self, waiting: &Waiting) -> Answer<()> {
        let opened = &waiting.opened;
        let forms = opened.forms()?;
        let text = std::str::from_utf8(&forms).map_err(|_| Code::BadConfiguration)?;
        let card = &opened.manifest().sender.card;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            self.take_configuration(writing, &card.name, text)?;
            writing.put_ledger(&self.came(waiting))?;
            let told = Told::of(What::BundleAccepted).about(&card.site.to_string());
            self.tell(writing, told.with("records", 0))
        })
    }

    /// The line of the ledger for a file that is accepted now.
    fn came(&self, waiting: &Waiting) -> LedgerEntry {
        let opened = &waiting.opened;
        LedgerEntry {
            bundle: opened.manifest().bundle,
            office: *opened.manifest().from(),
            left: false,
            incarnation: opened.manifest().sender.card.incarnation,
            number: waiting.number,
            hash: opened.sha256().0,
            at: self.clock.now(),
            records: opened.manifest().records.len(),
        }
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
}

/// Attachments that were written: their keys, and their names in the folder.
type Files = BTreeMap<FileId, (Key, String)>;
