//! Bringing back the records of a backup: into a copy of the present database, which then takes its place in one rename. People, keys,
//! settings, the log and what was destroyed stay as they are now; what the log tells of and the records do not hold any more is named.

use crate::backup::take_file;
use crate::connect::{self, DatabaseKey};
use crate::destroyed::drop_record;
use crate::error::{Result, StoreError};
use crate::folder::{Folder, private, sync_parent};
use crate::migrate;
use crate::turning::{
    At, Ended, SPARE, Told, beside, change_copy, copy_pieces, drop_copy, refuse_log_of, room, step, take_place,
};
use crate::{Reading, Store, Writing, lock_main_file};
use amparo_model::ids::{IncarnationId, Moment, RecordId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

/// What a backup holds, as far as its database's key tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// When the last entry of its log was written.
    pub last: Option<Moment>,
    /// The last number given in each series.
    pub numbers: BTreeMap<String, u32>,
    /// The setting `office`, as it was put.
    pub office: Option<String>,
    /// The entries of its directory, oldest first.
    pub directory: Vec<String>,
    /// The records that are in it, but for the sheets of what was passed on: nobody counts those as records.
    pub ids: BTreeSet<RecordId>,
}

/// What would be lost if a backup were brought back now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lost {
    /// Changes (revisions) made since.
    pub changes: usize,
    /// Records registered since.
    pub records: usize,
    /// Records changed since, those registered since among them.
    pub touched: usize,
}

/// A restore as the database keeps it.
#[derive(Debug, Clone)]
pub struct RestoreRow {
    /// The life of the office that it began.
    pub incarnation: IncarnationId,
    /// When.
    pub at: Moment,
    /// What the log tells of and the records did not hold any more then.
    pub links: Vec<[u8; 32]>,
}

/// The kind of a record that tells how others were passed on.
const SHEET: &str = "transition";

/// The tables that are brought back whole, in the order in which they can be filled.
const RECORD_TABLES: [&str; 7] = ["records", "revisions", "leaves", "key_entries", "granted", "quick_grants", "parts"];

/// Opens a backup, checks every page of it, and says what it holds.
///
/// # Errors
/// [`StoreError::Damaged`] also where the key is not its key; [`StoreError::Newer`]; what the machine says.
pub fn look_into(backup: &Folder, key: &DatabaseKey) -> Result<Held> {
    let connection = connect::open_still(&backup.database(), key)?;
    connect::check(&connection)?;
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > migrate::NEWEST {
        return Err(StoreError::Newer { found });
    }
    let mut ids = BTreeSet::new();
    {
        let mut statement = connection.prepare(&format!("SELECT id FROM records WHERE kind <> '{SHEET}'"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            ids.insert(RecordId::from_slice(&id)?);
        }
    }
    let office =
        connection.query_row("SELECT value FROM settings WHERE name = 'office'", [], |row| row.get(0)).optional()?;
    let last: Option<i64> = connection.query_row("SELECT MAX(at) FROM log", [], |row| row.get(0)).optional()?.flatten();
    let numbers = connection
        .prepare("SELECT series, last FROM numbers")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<std::result::Result<_, _>>()?;
    let directory = connection
        .prepare("SELECT entry FROM directory ORDER BY seq")?
        .query_map([], |row| row.get(0))?
        .collect::<std::result::Result<_, _>>()?;
    Ok(Held { last: last.map(Moment), numbers, office, directory, ids })
}

impl Store {
    /// What would be lost if this backup were brought back now.
    ///
    /// # Errors
    /// As [`look_into`].
    pub fn lost_by(&self, backup: &Folder, key: &DatabaseKey) -> Result<Lost> {
        let old = connect::open_still(&backup.database(), key)?;
        let mut there = old.prepare("SELECT 1 FROM revisions WHERE id = ?")?;
        let mut known = old.prepare("SELECT 1 FROM records WHERE id = ?")?;
        self.read(|reading: &Reading<'_>| {
            let mut lost = Lost::default();
            // What tells of passing a record on goes with it: nobody counts it as one.
            let mut statement = reading.tx.prepare(&format!(
                "SELECT v.record, v.id FROM revisions v JOIN records r ON r.id = v.record
                 WHERE r.kind <> '{SHEET}' ORDER BY v.record"
            ))?;
            let mut rows = statement.query([])?;
            let mut last: Option<Vec<u8>> = None;
            while let Some(row) = rows.next()? {
                let (record, id): (Vec<u8>, [u8; 32]) = (row.get(0)?, row.get(1)?);
                if there.exists([id])? {
                    continue;
                }
                lost.changes += 1;
                if last.as_ref() != Some(&record) {
                    lost.touched += 1;
                    lost.records += usize::from(!known.exists([&record])?);
                    last = Some(record);
                }
            }
            Ok(lost)
        })
    }

    /// Brings back the records of a backup. `change` is made in the copy, in one transaction that must tell the log; then the copy takes
    /// the database's place. Until that rename stopping or a crash leaves everything as it was.
    ///
    /// # Errors
    /// [`Ended::Before`] with what `change` says, [`StoreError::NoSpace`], [`StoreError::Stopped`]; [`Ended::After`] for what the machine
    /// says once the copy is in its place.
    pub fn bring_back<E: From<StoreError>>(
        &self,
        key: &DatabaseKey,
        backup: &Folder,
        backup_key: &DatabaseKey,
        destroyed: &[RecordId],
        told: &mut Told<'_>,
        change: impl FnOnce(&mut Writing<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), Ended<E>> {
        let _held = lock_main_file(self);
        let mut live = self.lock();
        let folder = &self.folder;
        connect::checkpoint(&live).map_err(E::from)?;
        let made = prepare(folder, key, backup, backup_key, destroyed, told)
            .map_err(E::from)
            .and_then(|()| change_copy(folder, key, change));
        drop_older(folder);
        if let Err(error) = made {
            drop_copy(folder);
            return Err(Ended::Before(error));
        }
        *live = Connection::open_in_memory().map_err(StoreError::from).map_err(E::from)?;
        let ready = refuse_log_of(&folder.database()).and_then(|()| step(At::Switching));
        if let Err(error) = ready {
            *live = connect::open(&folder.database(), key).map_err(Ended::After)?;
            drop_copy(folder);
            return Err(Ended::Before(error.into()));
        }
        take_place(folder).map_err(Ended::After)?;
        *live = connect::open(&folder.database(), key).map_err(Ended::After)?;
        Ok(())
    }
}

fn prepare(
    folder: &Folder,
    key: &DatabaseKey,
    backup: &Folder,
    backup_key: &DatabaseKey,
    destroyed: &[RecordId],
    told: &mut Told<'_>,
) -> Result<()> {
    drop_copy(folder);
    drop_older(folder);
    let (now, then) = (std::fs::metadata(folder.database())?.len(), std::fs::metadata(backup.database())?.len());
    // The copy grows by what is brought back before it forgets what it had.
    if room(folder.path())? < now + 2 * then + SPARE {
        return Err(StoreError::NoSpace);
    }
    let of = (now + then) * 2;
    let mut go_on = |done: u64| match told(done, of) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped),
    };
    copy_pieces(&backup.database(), &folder.older_database(), &mut go_on)?;
    private(&folder.older_database(), 0o600)?;
    // A backup of an older version is raised in this copy; the backup itself stays as it is.
    let mut older = connect::open(&folder.older_database(), backup_key)?;
    migrate::run(&mut older, &mut |_| Ok(()))?;
    connect::checkpoint(&older)?;
    drop(older);
    copy_pieces(&folder.database(), &folder.turned_database(), &mut |done| go_on(then + done))?;
    step(At::Copied)?;
    // Attachments first: whatever a row names is there when it counts. Those of a restore that stopped are swept at the next unlock.
    if backup.files().exists() {
        for entry in std::fs::read_dir(backup.files())? {
            let entry = entry?;
            take_file(&entry.path(), &folder.files().join(entry.file_name()))?;
        }
        sync_parent(&folder.files().join("x"))?;
    }
    let mut connection = connect::open_with(&folder.turned_database(), key, &folder.older_database(), backup_key)?;
    replace(&mut connection, destroyed)?;
    go_on(now + then)?;
    connect::check_pages(&connection)?;
    connect::checkpoint(&connection)?;
    connection.execute_batch("DETACH old;")?;
    drop(connection);
    refuse_log_of(&folder.turned_database())?;
    go_on(of)
}

fn replace(connection: &mut Connection, destroyed: &[RecordId]) -> Result<()> {
    let tx = connection.transaction()?;
    for table in RECORD_TABLES.iter().rev() {
        tx.execute_batch(&format!("DELETE FROM main.{table};"))?;
    }
    for table in RECORD_TABLES {
        tx.execute_batch(&format!("INSERT INTO main.{table} SELECT * FROM old.{table};"))?;
    }
    // Unsaved work stays, with what was attached to it; but not for records that are not there any more.
    tx.execute_batch(
        "DELETE FROM main.files WHERE record IS NOT NULL;
         INSERT OR IGNORE INTO main.files SELECT * FROM old.files;
         DELETE FROM main.draft_parts WHERE draft IN
           (SELECT id FROM main.drafts WHERE record IS NOT NULL AND record NOT IN (SELECT id FROM main.records));
         DELETE FROM main.drafts WHERE record IS NOT NULL AND record NOT IN (SELECT id FROM main.records);",
    )?;
    // What came in sealed files since can be taken in again; what left since has left.
    tx.execute_batch(
        "DELETE FROM main.ledger WHERE left = 0 AND bundle NOT IN (SELECT bundle FROM old.ledger WHERE left = 0);
         INSERT INTO main.numbers (series, last) SELECT series, last FROM old.numbers WHERE true
           ON CONFLICT (series) DO UPDATE SET last = MAX(last, excluded.last);",
    )?;
    for record in destroyed {
        drop_record(&tx, *record)?;
    }
    let loose = tx.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if loose {
        return Err(StoreError::Damaged);
    }
    Ok(tx.commit()?)
}

fn drop_older(folder: &Folder) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let path = beside(&folder.older_database(), end);
        if let Err(error) = std::fs::remove_file(&path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(kind = ?error.kind(), "a copy of a backup could not be removed");
        }
    }
}

/// Takes away what a restore that died left behind.
pub(crate) fn recover_restoring(folder: &Folder) {
    drop_older(folder);
    let restoring = folder.restoring();
    if restoring.exists() && std::fs::remove_dir_all(&restoring).is_err() {
        tracing::warn!("what a restore left behind could not be removed");
    }
}

/// Everything that a backup knows to have been destroyed.
///
/// # Errors
/// What the database says; one of before there was destruction knows of none.
pub fn destroyed_in(backup: &Folder, key: &DatabaseKey) -> Result<BTreeSet<RecordId>> {
    let connection = connect::open_still(&backup.database(), key)?;
    let there: bool =
        connection.query_row("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'destroyed'", [], |row| row.get(0))?;
    if !there {
        return Ok(BTreeSet::new());
    }
    let mut statement = connection.prepare("SELECT record FROM destroyed")?;
    let mut rows = statement.query([])?;
    let mut ids = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let id: Vec<u8> = row.get(0)?;
        ids.insert(RecordId::from_slice(&id)?);
    }
    Ok(ids)
}

/// Whether a database opens with a key and every page of it is whole.
#[must_use]
pub fn is_sound(database: &Path, key: &DatabaseKey) -> bool {
    connect::open_read_only(database, key).is_ok_and(|connection| connect::check(&connection).is_ok())
}

impl Writing<'_> {
    /// Keeps a restore and what it set aside: whatever the log vouches for and is not there any more, neither as a revision nor among
    /// `still`. Gives it.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_restore(
        &mut self,
        incarnation: IncarnationId,
        at: Moment,
        still: &HashSet<[u8; 32]>,
    ) -> Result<Vec<[u8; 32]>> {
        self.tx
            .execute("INSERT INTO restores (incarnation, at) VALUES (?, ?)", params![incarnation.as_bytes(), at.0])?;
        self.tx.execute(
            "INSERT INTO set_aside (incarnation, link)
             SELECT DISTINCT ?1, link FROM log WHERE link IS NOT NULL AND link NOT IN (SELECT id FROM revisions)
               AND link NOT IN (SELECT id FROM destroyed_revisions)",
            [incarnation.as_bytes()],
        )?;
        for link in still {
            self.tx
                .prepare_cached("DELETE FROM set_aside WHERE incarnation = ? AND link = ?")?
                .execute(params![incarnation.as_bytes(), link])?;
        }
        links_of(self.tx, incarnation)
    }
}

fn links_of(tx: &rusqlite::Transaction<'_>, incarnation: IncarnationId) -> Result<Vec<[u8; 32]>> {
    let mut statement = tx.prepare_cached("SELECT link FROM set_aside WHERE incarnation = ? ORDER BY link")?;
    let rows = statement.query_map([incarnation.as_bytes()], |row| row.get(0))?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

impl Reading<'_> {
    /// Every restore there was, oldest first, with what each set aside.
    ///
    /// # Errors
    /// What the database says.
    pub fn restores(&self) -> Result<Vec<RestoreRow>> {
        let mut statement = self.tx.prepare_cached("SELECT incarnation, at FROM restores ORDER BY at")?;
        let mut rows = statement.query([])?;
        let mut restores = Vec::new();
        while let Some(row) = rows.next()? {
            let incarnation: Vec<u8> = row.get(0)?;
            let incarnation = IncarnationId::from_slice(&incarnation)?;
            restores.push(RestoreRow { incarnation, at: Moment(row.get(1)?), links: links_of(self.tx, incarnation)? });
        }
        Ok(restores)
    }

    /// The last number given in each series.
    ///
    /// # Errors
    /// What the database says.
    pub fn numbers(&self) -> Result<BTreeMap<String, u32>> {
        let mut statement = self.tx.prepare_cached("SELECT series, last FROM numbers")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}
