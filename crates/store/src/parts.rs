//! What is worked out from a record's revisions and kept sealed beside them: summary, names, match, counts.

use crate::error::{Result, StoreError};
use crate::records::word;
use crate::{Reading, Writing};
use amparo_model::ids::RecordId;
use amparo_model::record::Module;
use rusqlite::{OptionalExtension, params};

/// A derived part, sealed.
#[derive(Debug, Clone)]
pub struct Part {
    /// Number of the key it is sealed with.
    pub epoch: u32,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

impl Writing<'_> {
    /// Puts a part, new or changed.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_part(&mut self, record: RecordId, part: &str, content: &Part) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO parts (part, record, epoch, sealed) VALUES (?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET epoch = excluded.epoch, sealed = excluded.sealed",
            )?
            .execute(params![part, record.as_bytes(), content.epoch, content.sealed])?;
        Ok(())
    }

    /// Takes a part away: what it told is worked out again by whoever may.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_part(&mut self, record: RecordId, part: &str) -> Result<()> {
        self.tx
            .prepare_cached("DELETE FROM parts WHERE part = ? AND record = ?")?
            .execute(params![part, record.as_bytes()])?;
        Ok(())
    }
}

impl Writing<'_> {
    /// Takes a part away from every record of a module; gives how many had it.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_parts_in(&mut self, part: &str, module: Module) -> Result<usize> {
        Ok(self
            .tx
            .prepare_cached("DELETE FROM parts WHERE part = ? AND record IN (SELECT id FROM records WHERE module = ?)")?
            .execute(params![part, word(module)?])?)
    }
}

impl Reading<'_> {
    /// Whether any record of a module has a part.
    ///
    /// # Errors
    /// What the database says.
    pub fn has_part_in(&self, part: &str, module: Module) -> Result<bool> {
        Ok(self
            .tx
            .prepare_cached(
                "SELECT 1 FROM parts p JOIN records r ON r.id = p.record WHERE p.part = ? AND r.module = ? LIMIT 1",
            )?
            .exists(params![part, word(module)?])?)
    }

    /// A part of every record that has it, given one by one.
    ///
    /// # Errors
    /// What the database says, and what `each` says.
    pub fn each_of_part<E: From<StoreError>>(
        &self,
        part: &str,
        mut each: impl FnMut(RecordId, Part) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT record, epoch, sealed FROM parts WHERE part = ?")
            .map_err(StoreError::from)?;
        let mut rows = statement.query(params![part]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let record: Vec<u8> = row.get(0).map_err(StoreError::from)?;
            let part =
                Part { epoch: row.get(1).map_err(StoreError::from)?, sealed: row.get(2).map_err(StoreError::from)? };
            each(RecordId::from_slice(&record).map_err(StoreError::from)?, part)?;
        }
        Ok(())
    }

    /// One part of one record.
    ///
    /// # Errors
    /// What the database says.
    pub fn part(&self, record: RecordId, part: &str) -> Result<Option<Part>> {
        Ok(self
            .tx
            .prepare_cached("SELECT epoch, sealed FROM parts WHERE part = ? AND record = ?")?
            .query_row(params![part, record.as_bytes()], |row| Ok(Part { epoch: row.get(0)?, sealed: row.get(1)? }))
            .optional()?)
    }
}
