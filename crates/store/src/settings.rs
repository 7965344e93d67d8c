//! Small facts of the office that every login may read.

use crate::error::Result;
use crate::{Reading, Writing};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Writing<'_> {
    /// Puts a setting.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_setting<T: Serialize>(&mut self, name: &str, value: &T) -> Result<()> {
        self.tx
            .prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)")?
            .execute(params![name, serde_json::to_string(value)?])?;
        Ok(())
    }
}

impl Writing<'_> {
    /// Takes a setting away.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_setting(&mut self, name: &str) -> Result<()> {
        self.tx.prepare_cached("DELETE FROM settings WHERE name = ?")?.execute([name])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// A setting, when it was ever put.
    ///
    /// # Errors
    /// What the database says; [`crate::StoreError::Form`] when it is of another type.
    pub fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let text: Option<String> = self
            .tx
            .prepare_cached("SELECT value FROM settings WHERE name = ?")?
            .query_row([name], |row| row.get(0))
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }
}
