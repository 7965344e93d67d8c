//! What is worked out from a record's revisions and kept sealed beside them: summary, names, match, counts.

use crate::error::Result;
use crate::{Reading, Writing};
use amparo_model::ids::RecordId;
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
}

impl Reading<'_> {
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
