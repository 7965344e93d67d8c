//! Backups: a copy of the database made by SQLCipher itself, the matching key file and the attachments; opened and checked
//! before it counts.
//!
//! A backup is a folder of the same shape as an office's, named after its moment. Attachments never change once written, so a
//! backup on the same disk links them instead of copying; where links do not work they are copied.

use crate::connect::{self, DatabaseKey};
use crate::error::{Result, StoreError};
use crate::folder::{Folder, private, sync_parent};
use crate::{Head, Reading, Store};
use amparo_model::ids::Moment;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A checked backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// When it was made.
    pub at: Moment,
}

const PREFIX: &str = "amparo-";
const UNFINISHED: &str = "unfinished-";

impl Store {
    /// Makes a backup inside `under` (the office's own `backups/`, or a second place) and checks it by opening it again.
    ///
    /// # Errors
    /// [`StoreError::BackupUnsound`] when what was written cannot be read back whole; what the machine says. Nothing unfinished
    /// is left under a name that counts.
    pub fn back_up(&self, under: &Path, key: &DatabaseKey, at: Moment) -> Result<Backup> {
        let head = self.read(|reading: &Reading<'_>| reading.head())?;
        make(&self.folder, under, key, at, head)
    }

    /// A backup of a database whose format is older than ours, before it is raised.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn back_up_unopened(folder: &Folder, key: &DatabaseKey, at: Moment) -> Result<Backup> {
        make(folder, &folder.backups(), key, at, Head { seq: 0, hash: [0; 32] })
    }
}

fn make(folder: &Folder, under: &Path, key: &DatabaseKey, at: Moment, at_least: Head) -> Result<Backup> {
    // A clock that stands still or was set back names no backup twice: the one that is there stays.
    let taken = |at: &i64| under.join(format!("{PREFIX}{at}")).exists();
    let at = Moment((at.0..).find(|at| !taken(at)).unwrap_or(at.0));
    let unfinished = Folder::at(&under.join(format!("{UNFINISHED}{}", at.0)));
    let finished = under.join(format!("{PREFIX}{}", at.0));
    if unfinished.path().exists() {
        std::fs::remove_dir_all(unfinished.path())?;
    }
    let made = copy_into(folder, &unfinished, key).and_then(|()| check_copy(&unfinished, key, at_least));
    if let Err(error) = made {
        // What is half-made is of no use to anybody; the reason is what matters.
        let _ = std::fs::remove_dir_all(unfinished.path());
        return Err(error);
    }
    std::fs::rename(unfinished.path(), &finished)?;
    sync_parent(&finished)?;
    Ok(Backup { path: finished, at })
}

fn copy_into(folder: &Folder, target: &Folder, key: &DatabaseKey) -> Result<()> {
    std::fs::create_dir_all(target.files())?;
    private(target.path(), 0o700)?;
    // VACUUM INTO attaches its target, which the office's own connection refuses; this one is for the copy alone.
    let connection = connect::open_read_only(&folder.database(), key)?;
    connection.execute("VACUUM INTO ?", [path_text(&target.database())?])?;
    let names: Vec<String> = connection
        .prepare("SELECT name FROM files")?
        .query_map([], |row| row.get(0))?
        .collect::<std::result::Result<_, _>>()?;
    drop(connection);
    std::fs::File::open(target.database())?.sync_all()?;
    copy(&folder.keys(), &target.keys())?;
    for name in names {
        let (from, to) = (folder.files().join(&name), target.files().join(&name));
        if from.exists() && std::fs::hard_link(&from, &to).is_err() {
            copy(&from, &to)?;
        }
    }
    target.protect()?;
    sync_parent(&target.database())?;
    sync_parent(&target.files().join("x"))
}

fn path_text(path: &Path) -> Result<&str> {
    path.to_str().ok_or(StoreError::Form)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to)?;
    Ok(std::fs::File::open(to)?.sync_all()?)
}

fn check_copy(folder: &Folder, key: &DatabaseKey, at_least: Head) -> Result<()> {
    let unsound = |_| StoreError::BackupUnsound;
    let connection: Connection = connect::open_read_only(&folder.database(), key).map_err(unsound)?;
    connect::check(&connection).map_err(unsound)?;
    let seq: i64 = connection
        .query_row("SELECT COALESCE(MAX(seq), 0) FROM log", [], |row| row.get(0))
        .map_err(|_| StoreError::BackupUnsound)?;
    if u64::try_from(seq).is_ok_and(|seq| seq >= at_least.seq) && folder.keys().exists() {
        Ok(())
    } else {
        Err(StoreError::BackupUnsound)
    }
}

/// The backups inside a folder, newest first.
///
/// # Errors
/// What the machine says; a folder that is not there has none.
pub fn backups(under: &Path) -> Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(under) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let at = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).and_then(|at| at.parse().ok());
        if let Some(at) = at {
            found.push(Backup { path: entry.path(), at: Moment(at) });
        }
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(found)
}

/// The newest backup inside a folder.
///
/// # Errors
/// What the machine says.
pub fn latest_backup(under: &Path) -> Result<Option<Backup>> {
    Ok(backups(under)?.into_iter().next())
}

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Which backups to let go: today's all stay, then daily for a week, weekly for a month, monthly for a year. Pure.
#[must_use]
pub fn to_thin(backups: &[Backup], now: Moment) -> Vec<Backup> {
    let mut kept = std::collections::BTreeSet::new();
    let mut go = Vec::new();
    let mut newest_first = backups.to_vec();
    newest_first.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    for backup in newest_first {
        let age = (now.0 - backup.at.0).max(0) / DAY;
        let day = backup.at.0.div_euclid(DAY);
        let slot = match age {
            0 => continue,
            1..=7 => (1, day),
            8..=31 => (2, day.div_euclid(7)),
            32..=366 => (3, day.div_euclid(31)),
            _ => (4, 0),
        };
        if slot.0 == 4 || !kept.insert(slot) {
            go.push(backup);
        }
    }
    go
}

/// Copies a backup into an empty folder, which becomes an office's.
///
/// # Errors
/// [`StoreError::NoOffice`] when it is not a backup, [`StoreError::Exists`] when the folder holds anything, and what the machine
/// says.
pub fn restore(backup: &Path, into: &Folder) -> Result<()> {
    let source = Folder::at(backup);
    if !source.holds_office() {
        return Err(StoreError::NoOffice);
    }
    if into.path().exists() && std::fs::read_dir(into.path())?.next().is_some() {
        return Err(StoreError::Exists);
    }
    into.make()?;
    for entry in std::fs::read_dir(source.files())? {
        let entry = entry?;
        copy(&entry.path(), &into.files().join(entry.file_name()))?;
    }
    copy(&source.keys(), &into.keys())?;
    copy(&source.database(), &into.database())?;
    into.protect()?;
    sync_parent(&into.database())
}
