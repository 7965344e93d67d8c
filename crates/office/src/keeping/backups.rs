//! Backups: made at lock, at closing, now and then while somebody works, before an older format is raised, and when somebody asks; here
//! and at a second place. Each is opened and checked before it counts; old ones are let go by their age.

use crate::clock::Clock;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, keep_head};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::{Session, setting};
use amparo_api::keeping::{BackupRow, Backups, Place};
use amparo_api::{Code, Progress};
use amparo_model::ids::Moment;
use amparo_store::{
    Backup, DatabaseKey, Folder, Reading, Result as StoreResult, Store, StoreError, Writing, backups, latest_backup,
    size_of, to_thin,
};
use amparo_vault::keyfile::KeyFile;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

/// While somebody works, what changed is backed up after so many milliseconds: two hours.
const EVERY: i64 = 2 * 60 * 60 * 1000;

/// The copy that is made before an older format is raised: the files as they are, beside the other backups.
pub(crate) fn copy_before_migration(folder: &Folder, key: &DatabaseKey, now: Moment) -> StoreResult<()> {
    Store::back_up_unopened(folder, key, now).map(|_| ())
}

/// A part of a job that another part follows or goes before.
struct Part<'a> {
    whole: &'a dyn Watch,
    /// Which, from 0.
    at: u64,
    /// Of how many.
    of: u64,
}

impl Watch for Part<'_> {
    fn progress(&self, progress: Progress) {
        self.whole.progress(Progress { done: self.at * progress.of + progress.done, of: self.of * progress.of });
    }
    fn stopped(&self) -> bool {
        self.whole.stopped()
    }
}

/// Hands how far a job of the store is on to whoever watches.
pub(crate) fn watching(watch: &dyn Watch) -> impl FnMut(u64, u64) -> ControlFlow<()> {
    move |done, of| {
        watch.progress(Progress { done, of });
        if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Session {
    pub(super) fn backup_folder(&self) -> Answer<Option<PathBuf>> {
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
            here: here.iter().find(|backup| !backup.aside).map(|backup| backup.at),
            second: there.and_then(Result::ok).flatten().map(|backup| backup.at),
            second_set: second.is_some(),
            second_missing: second.is_some_and(|path| !path.is_dir()),
            kept: here.len(),
        })
    }

    /// Every backup in reach, newest first.
    pub(super) fn list_backups(&self) -> Answer<Vec<BackupRow>> {
        let row = |backup: &Backup, place| {
            let keyfile = KeyFile::open(&Folder::at(&backup.path).keys()).ok();
            BackupRow {
                place: if backup.aside { Place::Aside } else { place },
                at: backup.at,
                bytes: size_of(&backup.path).unwrap_or(0),
                checked: keyfile.is_some() && Folder::at(&backup.path).holds_office(),
                epoch: keyfile.as_ref().map_or(0, KeyFile::epoch),
                opens: keyfile.is_some_and(|keyfile| keyfile.logins(&self.office_key).is_ok()),
            }
        };
        let mut rows: Vec<BackupRow> =
            backups(&self.store.folder().backups())?.iter().map(|backup| row(backup, Place::Here)).collect();
        if let Some(second) = self.backup_folder()? {
            // A stick that is not in has none.
            let there = backups(&self.own_place(&second)).unwrap_or_default();
            rows.extend(there.iter().map(|backup| row(backup, Place::Second)));
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        Ok(rows)
    }

    /// Where a backup of the list lies.
    pub(super) fn listed(&self, place: Place, at: Moment) -> Answer<PathBuf> {
        let under = match place {
            Place::Here | Place::Aside => self.store.folder().backups(),
            Place::Second => self.own_place(&self.backup_folder()?.ok_or(Code::NotABackup)?),
        };
        let all = backups(&under)?;
        let found = all.into_iter().find(|backup| backup.at == at && backup.aside == (place == Place::Aside));
        Ok(found.ok_or(Code::NotABackup)?.path)
    }

    /// Several offices may share a stick: each has a folder named after its site code.
    pub(crate) fn own_place(&self, second: &Path) -> PathBuf {
        second.join(format!("amparo-{}", self.facts.site))
    }

    /// A checked backup here, and a checked copy at the second place; old ones are let go by their age.
    pub(crate) fn back_up(&self, watch: &dyn Watch) -> Answer<()> {
        self.write_noted()?;
        keep_head(self);
        let key = database_key(&self.office_key);
        let at = self.clock.now();
        let head = self.store.read(|reading: &Reading<'_>| reading.head())?;
        let here = self.store.folder().backups();
        let second = self.backup_folder()?;
        let part = |at| Part { whole: watch, at, of: 1 + u64::from(second.is_some()) };
        self.store.back_up(&here, &key, at, false, &mut watching(&part(0)))?;
        *self.backed_up_at.lock().unwrap_or_else(PoisonError::into_inner) = Some((head.seq, at));
        thin(&here, at);
        let mut reached = Ok(());
        if let Some(second) = &second {
            let place = self.own_place(second);
            // A stick that was pulled out is told, and does not spoil the backup that was made here.
            reached = if second.is_dir() && std::fs::create_dir_all(&place).is_ok() {
                match self.store.back_up(&place, &key, at, false, &mut watching(&part(1))) {
                    Ok(_) => Ok(()),
                    Err(StoreError::Stopped) => Err(Code::Stopped),
                    Err(_) => Err(Code::FolderGone),
                }
            } else {
                Err(Code::FolderGone)
            };
            thin(&place, at);
        }
        let told = Told::of(What::BackedUp).with(
            "second",
            if second.is_none() {
                "none"
            } else if reached.is_ok() {
                "yes"
            } else {
                "missing"
            },
        );
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        // The last thing before the office is left: nothing of the log's end can be cut off unseen.
        keep_head(self);
        Ok(reached?)
    }

    pub(super) fn set_backup_folder(&self, path: Option<PathBuf>) -> Answer<()> {
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

    /// Whether something changed since the last backup, and long enough ago. The first look only begins the time.
    pub(crate) fn backup_is_due(&self) -> bool {
        let Ok(head) = self.store.read(|reading: &Reading<'_>| reading.head()) else { return false };
        let now = Clock::now(&*self.clock);
        let mut last = self.backed_up_at.lock().unwrap_or_else(PoisonError::into_inner);
        let (seq, at) = *last.get_or_insert((head.seq, now));
        // The backup itself is told to the log.
        head.seq > seq + 1 && now.0 - at.0 >= EVERY
    }
}

pub(super) fn thin(under: &Path, now: Moment) {
    let Ok(all) = backups(under) else { return };
    for Backup { path, .. } in to_thin(&all, now) {
        if std::fs::remove_dir_all(&path).is_err() {
            tracing::warn!("an old backup could not be removed");
        }
    }
}

/// While somebody works, when anything was done since the last backup long enough ago.
pub(crate) fn back_up_while_working(session: &Session) {
    match session.back_up(&()) {
        Ok(()) => {}
        // The next one is tried after the same time: nobody is disturbed because a stick is not in.
        Err(trouble) => tracing::warn!(code = trouble.0.code.id(), "a backup while working did not reach every place"),
    }
}

/// After locking, when anything was done since the last backup.
pub(crate) fn back_up_at_lock(session: &Session) {
    if let Err(trouble) = session.back_up(&()) {
        tracing::error!(code = trouble.0.code.id(), "the backup at lock failed");
    }
    if session.store.settle().is_err() {
        tracing::warn!("the write-ahead log was not brought in");
    }
}
