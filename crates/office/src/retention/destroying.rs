//! The end of a record: its certificate, what the log vouches for of it, and what remembers it.

use crate::casework::whole::turned_of;
use crate::keeping::restoring::tag_of;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{Asked, Author, Entry};
use crate::session::Session;
use amparo_api::Code;
use amparo_api::retention::{Certificate, LeftIn};
use amparo_model::ids::{Moment, PersonId, RecordId};
use amparo_model::record::RecordType;
use amparo_store::{Reading, Writing, backups};
use amparo_vault::OsRandom;
use amparo_vault::keyfile::DESTROYED;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// The oldest backup goes after so many milliseconds: a year and a day.
const BACKUPS_KEPT: i64 = 367 * 24 * 60 * 60 * 1000;

/// What the log vouches for of a destruction.
pub(super) fn mark(certificate: &str) -> [u8; 32] {
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

impl Session {
    pub(super) fn certificate(
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
    pub(super) fn destroy(&self, entries: &[Entry], record: RecordId, certificate: &Certificate) -> Answer<()> {
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
}
