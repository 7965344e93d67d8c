//! Attachments: sealed content in `files/` under random names, their keys in the database.
//!
//! The order is: write, sync, rename, sync the folder, then commit. What no row names is swept at unlock; content is deleted
//! only after the commit that forgot it.

use crate::error::{Result, StoreError};
use crate::folder::{put, put_all};
use crate::{Reading, Store, Writing};
use amparo_model::ids::{FileId, RecordId};
use amparo_model::record::Compartment;
use rusqlite::params;
use std::collections::BTreeSet;
use std::sync::PoisonError;

/// A file's row.
#[derive(Debug, Clone)]
pub struct FileRow {
    /// Which.
    pub id: FileId,
    /// Of which record and compartment; none while no save names it.
    pub place: Option<(RecordId, Compartment)>,
    /// The file's own key: sealed under the compartment's, or for whoever added it.
    pub sealed_key: Vec<u8>,
    /// Its name in the folder: random.
    pub name: String,
}

impl Store {
    /// Writes sealed content durably under a random name, before the change that names it.
    ///
    /// # Errors
    /// What the machine says.
    pub fn write_file(&self, name: &str, sealed: &[u8]) -> Result<()> {
        let place = self.folder.files().join(safe(name)?);
        self.spare(name);
        put(&place, sealed)
    }

    /// Writes sealed contents durably under random names, many at once: each is synced, several at a time, because a disk that
    /// is asked together answers together.
    ///
    /// # Errors
    /// What the machine says; what was written then is swept at the next unlock.
    pub fn write_files(&self, files: &[(String, Vec<u8>)]) -> Result<()> {
        let mut places = Vec::with_capacity(files.len());
        for (name, sealed) in files {
            places.push((self.folder.files().join(safe(name)?), sealed.as_slice()));
            self.spare(name);
        }
        put_all(&places)
    }

    fn spare(&self, name: &str) {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }

    fn spared(&self, name: &str) -> bool {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).contains(name)
    }

    /// Reads sealed content.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and what the machine says.
    pub fn read_file(&self, name: &str) -> Result<Vec<u8>> {
        match std::fs::read(self.folder.files().join(safe(name)?)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::NotFound),
            other => Ok(other?),
        }
    }

    /// Removes content that no row names: what a power cut left between writing and committing. Gives back how many.
    ///
    /// # Errors
    /// What the machine says.
    pub fn sweep_files(&self) -> Result<usize> {
        let known: BTreeSet<String> = self.read(|reading| reading.file_names())?;
        let mut swept = 0;
        for entry in std::fs::read_dir(self.folder.files())? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_str().map(|name| name.trim_end_matches(".partial"));
            // Somebody works while this runs: what was written since the office was opened may not have its row yet.
            if name.is_none_or(|name| !known.contains(name) && !self.spared(name)) {
                std::fs::remove_file(entry.path())?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// Names are ours: 32 hexadecimal digits, so that none can lead out of the folder.
fn safe(name: &str) -> Result<&str> {
    let fits = name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { Ok(name) } else { Err(StoreError::Form) }
}

impl Writing<'_> {
    /// Puts a file's row, new or now belonging to a record.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_file(&mut self, file: &FileRow) -> Result<()> {
        let (record, compartment) = match &file.place {
            Some((record, compartment)) => (Some(*record.as_bytes()), Some(compartment.as_str())),
            None => (None, None),
        };
        self.tx
            .prepare_cached(
                "INSERT OR REPLACE INTO files (id, record, compartment, sealed_key, name) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(params![file.id.as_bytes(), record, compartment, file.sealed_key, file.name])?;
        Ok(())
    }
}

impl Store {
    /// Removes the content of a file that no row names any more.
    ///
    /// # Errors
    /// What the machine says.
    pub fn remove_file(&self, name: &str) -> Result<()> {
        match std::fs::remove_file(self.folder.files().join(safe(name)?)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            other => Ok(other?),
        }
    }
}

impl Reading<'_> {
    /// How many files a record has.
    ///
    /// # Errors
    /// What the database says.
    pub fn files_of(&self, record: RecordId) -> Result<usize> {
        let count: i64 = self
            .tx
            .prepare_cached("SELECT COUNT(*) FROM files WHERE record = ?")?
            .query_row([record.as_bytes()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The rows of a record's files.
    ///
    /// # Errors
    /// What the database says.
    pub fn file_rows_of(&self, record: RecordId) -> Result<Vec<FileRow>> {
        let mut statement =
            self.tx.prepare_cached("SELECT id, compartment, sealed_key, name FROM files WHERE record = ?")?;
        let mut rows = statement.query([record.as_bytes()])?;
        let mut files = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            let place = Some((record, Compartment(row.get(1)?)));
            files.push(FileRow { id: FileId::from_slice(&id)?, place, sealed_key: row.get(2)?, name: row.get(3)? });
        }
        Ok(files)
    }

    /// A file's row.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], and what the database says.
    pub fn file(&self, id: FileId) -> Result<FileRow> {
        let mut statement =
            self.tx.prepare_cached("SELECT record, compartment, sealed_key, name FROM files WHERE id = ?")?;
        let mut rows = statement.query([id.as_bytes()])?;
        let row = rows.next()?.ok_or(StoreError::NotFound)?;
        let record: Option<Vec<u8>> = row.get(0)?;
        let compartment: Option<String> = row.get(1)?;
        let place = match (record, compartment) {
            (Some(record), Some(compartment)) => Some((RecordId::from_slice(&record)?, Compartment(compartment))),
            _ => None,
        };
        Ok(FileRow { id, place, sealed_key: row.get(2)?, name: row.get(3)? })
    }

    /// The names in the folder that rows know.
    ///
    /// # Errors
    /// What the database says.
    pub fn file_names(&self) -> Result<BTreeSet<String>> {
        let mut statement = self.tx.prepare_cached("SELECT name FROM files")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}
