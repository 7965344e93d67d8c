//! Running numbers, never given twice.

use crate::error::{Result, StoreError};
use crate::{Reading, Writing};
use rusqlite::OptionalExtension;

impl Writing<'_> {
    /// The next number of a series, from 1.
    ///
    /// # Errors
    /// What the database says.
    pub fn next_number(&mut self, series: &str) -> Result<u32> {
        let number: i64 = self
            .tx
            .prepare_cached(
                "INSERT INTO numbers (series, last) VALUES (?, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1
                 RETURNING last",
            )?
            .query_row([series], |row| row.get(0))?;
        u32::try_from(number).map_err(|_| StoreError::Form)
    }

    /// Starts a series above a figure, as after a restore. A higher number already given stays.
    ///
    /// # Errors
    /// What the database says.
    pub fn raise_number(&mut self, series: &str, last: u32) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO numbers (series, last) VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET last = MAX(last, excluded.last)",
            )?
            .execute(rusqlite::params![series, last])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The last number given, 0 for none.
    ///
    /// # Errors
    /// What the database says.
    pub fn last_number(&self, series: &str) -> Result<u32> {
        Ok(self
            .tx
            .prepare_cached("SELECT last FROM numbers WHERE series = ?")?
            .query_row([series], |row| row.get(0))
            .optional()?
            .unwrap_or(0))
    }
}
