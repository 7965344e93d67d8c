//! Backups, restoring, settings.

use crate::casework::whole;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, keep_head, prove};
use crate::people::own_language;
use crate::problems::Answer;
use crate::program::Program;
use crate::session::{Session, setting};
use amparo_api::keeping::{Answer as Keeping, Ask, Backups};
use amparo_api::{Chosen, Code, Reply};
use amparo_model::ids::Moment;
use amparo_store::{
    Backup, DatabaseKey, Folder, Reading, Result as StoreResult, Store, StoreError, Writing, backups, latest_backup,
    restore, to_thin,
};
use amparo_vault::keyfile::KeyFile;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

impl Program {
    pub(crate) fn keeping(&self, ask: Ask, session: Option<&Session>) -> Answer<Reply> {
        if let Ask::Restore { backup, folder } = &ask {
            self.restore(backup.as_ref(), folder)?;
            return Ok(Reply::Done);
        }
        // The table at the door let nobody else through without a session.
        let session = match session {
            Some(session) => session,
            None => &*self.session()?,
        };
        let answer = match ask {
            Ask::BackupStatus {} => Keeping::Backups(session.backup_status()?),
            Ask::BackUp {} => {
                session.back_up()?;
                Keeping::Backups(session.backup_status()?)
            }
            Ask::SetBackupFolder { folder } => {
                let path = folder.map(|chosen| self.chosen.path(&chosen)).transpose()?;
                session.set_backup_folder(path)?;
                Keeping::Backups(session.backup_status()?)
            }
            Ask::SetLanguage { language } => {
                session.set_language(&language)?;
                return Ok(Reply::Done);
            }
            Ask::SetIdle { minutes } => {
                session.set_idle(minutes)?;
                return Ok(Reply::Done);
            }
            Ask::Restore { .. } => return Err(Code::BadRequest.into()),
        };
        Ok(Reply::Keeping(answer))
    }

    fn restore(&self, backup: Option<&Chosen>, folder: &Chosen) -> Answer<()> {
        let into = Folder::at(&self.chosen.path(folder)?);
        let from = match backup {
            Some(chosen) => self.chosen.path(chosen)?,
            None => latest_backup(&self.state().folder.backups())?.ok_or(Code::NotABackup)?.path,
        };
        restore(&from, &into).map_err(|error| match error {
            StoreError::NoOffice => Code::NotABackup.into(),
            other => crate::problems::Trouble::from(other),
        })?;
        // A folder that cannot be opened is not left behind as if it were an office.
        KeyFile::open(&into.keys())?;
        Ok(())
    }
}

/// The copy that is made before an older format is raised: the files as they are, beside the other backups.
pub(crate) fn copy_before_migration(folder: &Folder, key: &DatabaseKey, now: Moment) -> StoreResult<()> {
    Store::back_up_unopened(folder, key, now).map(|_| ())
}

impl Session {
    fn backup_folder(&self) -> Answer<Option<PathBuf>> {
        // Written as "none" when it was taken away again.
        let set: Option<Option<PathBuf>> =
            self.store.read(|reading: &Reading<'_>| reading.setting(setting::BACKUP_FOLDER))?;
        Ok(set.flatten())
    }

    pub(crate) fn backup_status(&self) -> Answer<Backups> {
        let here = backups(&self.store.folder().backups())?;
        let second = self.backup_folder()?;
        let there = second.as_deref().map(|path| latest_backup(&self.own_place(path)));
        Ok(Backups {
            here: here.first().map(|backup| backup.at),
            second: there.and_then(Result::ok).flatten().map(|backup| backup.at),
            second_set: second.is_some(),
            second_missing: second.is_some_and(|path| !path.is_dir()),
            kept: here.len(),
        })
    }

    /// Several offices may share a stick: each has a folder named after its site code.
    fn own_place(&self, second: &Path) -> PathBuf {
        second.join(format!("amparo-{}", self.facts.site))
    }

    /// A checked backup here, and a checked copy at the second place; old ones are let go by their age.
    pub(crate) fn back_up(&self) -> Answer<()> {
        self.write_noted()?;
        keep_head(self);
        let key = database_key(&self.office_key);
        let at = self.clock.now();
        let head = self.store.read(|reading: &Reading<'_>| reading.head())?;
        let here = self.store.folder().backups();
        self.store.back_up(&here, &key, at)?;
        *self.backed_up_at.lock().unwrap_or_else(PoisonError::into_inner) = Some(head.seq);
        thin(&here, at);
        let second = self.backup_folder()?;
        let mut reached = true;
        if let Some(second) = &second {
            let place = self.own_place(second);
            // A stick that was pulled out is told, and does not spoil the backup that was made here.
            reached = second.is_dir()
                && std::fs::create_dir_all(&place).is_ok()
                && self.store.back_up(&place, &key, at).is_ok();
            thin(&place, at);
        }
        let told = Told::of(What::BackedUp).with(
            "second",
            if second.is_none() {
                "none"
            } else if reached {
                "yes"
            } else {
                "missing"
            },
        );
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        // The last thing before the office is left: nothing of the log's end can be cut off unseen.
        keep_head(self);
        if reached { Ok(()) } else { Err(Code::FolderGone.into()) }
    }

    fn set_backup_folder(&self, path: Option<PathBuf>) -> Answer<()> {
        if let Some(path) = &path {
            if !path.is_dir() {
                return Err(Code::FolderGone.into());
            }
            if path.starts_with(self.store.folder().path()) {
                return Err(Code::InsideOffice.into());
            }
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::BACKUP_FOLDER, &path)?;
            self.tell(writing, Told::of(What::BackupFolderSet))
        })
    }

    fn set_language(&self, language: &str) -> Answer<()> {
        let brought = language.split("-u-").next().is_some_and(|tag| self.forms().settings().words.contains_key(tag));
        let language = if brought { language.to_owned() } else { own_language(language)? };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut languages: BTreeMap<String, String> =
                writing.reading().setting(setting::LANGUAGES)?.unwrap_or_default();
            languages.insert(self.person.to_string(), language.clone());
            writing.put_setting(setting::LANGUAGES, &languages)?;
            self.tell(writing, Told::of(What::LanguageSet))
        })
    }

    fn set_idle(&self, minutes: u32) -> Answer<()> {
        if !(1..=10).contains(&minutes) {
            return Err(Code::BadRequest.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::IDLE_MINUTES, &minutes)?;
            self.tell(writing, Told::of(What::IdleSet).with("minutes", minutes))
        })
    }
}

fn thin(under: &Path, now: Moment) {
    let Ok(all) = backups(under) else { return };
    for Backup { path, .. } in to_thin(&all, now) {
        if std::fs::remove_dir_all(&path).is_err() {
            tracing::warn!("an old backup could not be removed");
        }
    }
}

/// After locking, when anything was done since the last backup.
pub(crate) fn back_up_at_lock(session: &Session) {
    if let Err(trouble) = session.back_up() {
        tracing::error!(code = trouble.0.code.id(), "the backup at lock failed");
    }
    if session.store.settle().is_err() {
        tracing::warn!("the write-ahead log was not brought in");
    }
}

/// The whole log, its signatures, every record's revisions and heads against it, and every page of the database.
pub(crate) fn verify(session: &Session) -> Answer<()> {
    if prove(session, &())?.broken_at.is_some() {
        return Err(Code::Damaged.into());
    }
    let (mut told, records) = session.store.read(|reading: &Reading<'_>| -> Answer<_> {
        let mut told = reading.log_links()?;
        whole::vouched(session, reading, &mut told)?;
        let mut records = Vec::new();
        reading.each_record(|row| -> Answer<()> {
            records.push(row.id);
            Ok(())
        })?;
        Ok((told, records))
    })?;
    // A few at a time, so that nobody waits for the database meanwhile.
    for some in records.chunks(100) {
        go_on(session)?;
        session.store.read(|reading: &Reading<'_>| {
            some.iter().try_for_each(|record| whole::record(session, reading, *record, &mut told))
        })?;
    }
    // What the log vouches for and is not there any more was taken away.
    if !told.is_empty() {
        return Err(Code::Damaged.into());
    }
    go_on(session)?;
    Ok(session.store.check(&database_key(&session.office_key))?)
}

/// A check that nobody waits for any more ends at its next step.
pub(crate) fn go_on(session: &Session) -> Answer<()> {
    if session.has_ended() { Err(Code::Stopped.into()) } else { Ok(()) }
}
