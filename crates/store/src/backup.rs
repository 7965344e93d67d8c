//! Backups: a copy of the database made by SQLCipher itself, the matching key file and the attachments; opened and checked
//! before it counts.
//!
//! A backup is a folder of the same shape as an office's, named after its moment. Attachments never change once written, so a
//! backup on the same disk links them instead of copying; where links do not work they are copied.

use crate::connect::{self, DatabaseKey};
use crate::error::{Result, StoreError};
use crate::folder::{Folder, private, sync_parent};
use crate::turning::{At as TurningAt, Told, copy_pieces, step};
use crate::{Head, Reading, Store, lock_main_file};
use amparo_model::ids::Moment;
use rusqlite::Connection;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A checked backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// When it was made.
    pub at: Moment,
    /// The state before a restore, kept aside: age does not thin it out.
    pub aside: bool,
}

const PREFIX: &str = "amparo-";
const ASIDE: &str = "aside-";
const UNFINISHED: &str = "unfinished-";

impl Store {
    /// Makes a backup inside `under` (the office's own `backups/`, or a second place) and checks it by opening it again. Others go on
    /// working meanwhile. `aside`: it is the state before a restore.
    ///
    /// # Errors
    /// [`StoreError::BackupUnsound`] when what was written cannot be read back whole; [`StoreError::Stopped`]; what the machine says.
    /// Nothing unfinished is left under a name that counts.
    pub fn back_up(
        &self,
        under: &Path,
        key: &DatabaseKey,
        at: Moment,
        aside: bool,
        told: &mut Told<'_>,
    ) -> Result<Backup> {
        // While this is held nothing is moved into the main file, so that its bytes are one state however long copying takes.
        let _held = lock_main_file(self);
        let head = self.read(|reading: &Reading<'_>| reading.head())?;
        connect::checkpoint(&self.lock())?;
        let database = |target: &Folder, go_on: &mut dyn FnMut(u64) -> Result<()>| {
            copy_pieces(&self.folder.database(), &target.database(), go_on)
        };
        make(&self.folder, under, key, (at, aside), head, told, database)
    }

    /// A backup of a database whose format is older than ours, before it is raised.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn back_up_unopened(folder: &Folder, key: &DatabaseKey, at: Moment) -> Result<Backup> {
        // Somebody has it open, and its write-ahead log may hold what the main file does not.
        let database = |target: &Folder, _: &mut dyn FnMut(u64) -> Result<()>| {
            let connection = connect::open_read_only(&folder.database(), key)?;
            connection.execute("VACUUM INTO ?", [path_text(&target.database())?])?;
            Ok(())
        };
        let nobody = &mut |_, _| ControlFlow::Continue(());
        make(folder, &folder.backups(), key, (at, false), Head { seq: 0, hash: [0; 32] }, nobody, database)
    }
}

fn make(
    folder: &Folder,
    under: &Path,
    key: &DatabaseKey,
    (at, aside): (Moment, bool),
    at_least: Head,
    told: &mut Told<'_>,
    database: impl FnOnce(&Folder, &mut dyn FnMut(u64) -> Result<()>) -> Result<()>,
) -> Result<Backup> {
    // A clock that stands still or was set back names no backup twice: the one that is there stays.
    let name = |at: i64| format!("{}{at}", if aside { ASIDE } else { PREFIX });
    let at = Moment((at.0..).find(|at| !under.join(name(*at)).exists()).unwrap_or(at.0));
    let unfinished = Folder::at(&under.join(format!("{UNFINISHED}{}", at.0)));
    let finished = under.join(name(at.0));
    if unfinished.path().exists() {
        std::fs::remove_dir_all(unfinished.path())?;
    }
    let size = std::fs::metadata(folder.database())?.len();
    // Copying is half of it, reading it back the other.
    let mut go_on = |done: u64| match told(done, size * 2) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped),
    };
    let made = copy_into(folder, &unfinished, key, &mut go_on, database)
        .and_then(|()| go_on(size))
        .and_then(|()| check_copy(&unfinished, key, at_least))
        .and_then(|()| go_on(size * 2));
    if let Err(error) = made {
        // What is half-made is of no use to anybody; the reason is what matters.
        let _ = std::fs::remove_dir_all(unfinished.path());
        return Err(error);
    }
    std::fs::rename(unfinished.path(), &finished)?;
    sync_parent(&finished)?;
    Ok(Backup { path: finished, at, aside })
}

fn copy_into(
    folder: &Folder,
    target: &Folder,
    key: &DatabaseKey,
    go_on: &mut dyn FnMut(u64) -> Result<()>,
    database: impl FnOnce(&Folder, &mut dyn FnMut(u64) -> Result<()>) -> Result<()>,
) -> Result<()> {
    std::fs::create_dir_all(target.files())?;
    private(target.path(), 0o700)?;
    database(target, go_on)?;
    std::fs::File::open(target.database())?.sync_all()?;
    let names: Vec<String> = connect::open_still(&target.database(), key)?
        .prepare("SELECT name FROM files")?
        .query_map([], |row| row.get(0))?
        .collect::<std::result::Result<_, _>>()?;
    copy(&folder.keys(), &target.keys())?;
    for name in names {
        take_file(&folder.files().join(&name), &target.files().join(&name))?;
    }
    target.protect()?;
    sync_parent(&target.database())?;
    sync_parent(&target.files().join("x"))
}

/// Links an attachment, which never changes, or copies it where links do not work. One that is not there is passed over.
pub(crate) fn take_file(from: &Path, to: &Path) -> Result<()> {
    if from.exists() && !to.exists() && std::fs::hard_link(from, to).is_err() { copy(from, to) } else { Ok(()) }
}

fn path_text(path: &Path) -> Result<&str> {
    path.to_str().ok_or(StoreError::Form)
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to)?;
    Ok(std::fs::File::open(to)?.sync_all()?)
}

fn check_copy(folder: &Folder, key: &DatabaseKey, at_least: Head) -> Result<()> {
    let unsound = |_| StoreError::BackupUnsound;
    let connection: Connection = connect::open_still(&folder.database(), key).map_err(unsound)?;
    // Every page is what the office wrote; that its pages fit together is checked at every unlock.
    connect::check_pages(&connection).map_err(unsound)?;
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
        let moment = |prefix| name.to_str().and_then(|name| name.strip_prefix(prefix)).and_then(|at| at.parse().ok());
        let named = moment(PREFIX).map(|at| (at, false)).or_else(|| moment(ASIDE).map(|at| (at, true)));
        if let Some((at, aside)) = named {
            found.push(Backup { path: entry.path(), at: Moment(at), aside });
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
    Ok(backups(under)?.into_iter().find(|backup| !backup.aside))
}

const DAY: i64 = 24 * 60 * 60 * 1000;

/// How many bytes a backup holds: its database, its key file and its attachments.
///
/// # Errors
/// What the machine says.
pub fn size_of(backup: &Path) -> Result<u64> {
    let folder = Folder::at(backup);
    let mut bytes = std::fs::metadata(folder.database())?.len() + std::fs::metadata(folder.keys())?.len();
    // A copy on a stick may have lost an empty folder.
    for entry in std::fs::read_dir(folder.files()).into_iter().flatten() {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

/// Which backups to let go: today's all stay, then daily for a week, weekly for a month, monthly for a year; the states before a restore
/// for a year. Pure.
#[must_use]
pub fn to_thin(backups: &[Backup], now: Moment) -> Vec<Backup> {
    let mut kept = std::collections::BTreeSet::new();
    let mut go = Vec::new();
    let mut newest_first = backups.to_vec();
    newest_first.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    for backup in newest_first {
        let age = (now.0 - backup.at.0).max(0) / DAY;
        if backup.aside && age <= 366 {
            continue;
        }
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

/// Copies a backup into a folder of its own, replacing what an earlier try left there.
///
/// # Errors
/// [`StoreError::NoOffice`] when it is not a backup, [`StoreError::Stopped`], and what the machine says.
pub fn unpack(backup: &Path, into: &Folder, told: &mut Told<'_>) -> Result<()> {
    let source = Folder::at(backup);
    if !source.holds_office() {
        return Err(StoreError::NoOffice);
    }
    if into.path().exists() {
        std::fs::remove_dir_all(into.path())?;
    }
    into.make()?;
    let size = std::fs::metadata(source.database())?.len();
    let mut go_on = |done: u64| match told(done, size) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped),
    };
    copy_pieces(&source.database(), &into.database(), &mut go_on)?;
    std::fs::File::open(into.database())?.sync_all()?;
    if source.files().exists() {
        for entry in std::fs::read_dir(source.files())? {
            let entry = entry?;
            go_on(size)?;
            copy(&entry.path(), &into.files().join(entry.file_name()))?;
        }
    }
    copy(&source.keys(), &into.keys())?;
    into.protect()?;
    sync_parent(&into.database())
}

/// Puts an office that was made ready in a folder inside this one in its place. The key file comes last: without one there is no office,
/// so that a program that dies on the way leaves none, and can be asked again.
///
/// # Errors
/// [`StoreError::Exists`] when there is an office already; what the machine says.
pub fn move_in(ready: &Folder, into: &Folder) -> Result<()> {
    if into.holds_office() {
        return Err(StoreError::Exists);
    }
    into.make()?;
    for entry in std::fs::read_dir(ready.files())? {
        let entry = entry?;
        std::fs::rename(entry.path(), into.files().join(entry.file_name()))?;
    }
    sync_parent(&into.files().join("x"))?;
    std::fs::rename(ready.database(), into.database())?;
    sync_parent(&into.database())?;
    step(TurningAt::Switching)?;
    std::fs::rename(ready.keys(), into.keys())?;
    step(TurningAt::Renamed)?;
    sync_parent(&into.keys())?;
    Ok(std::fs::remove_dir_all(ready.path())?)
}
