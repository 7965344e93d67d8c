//! What remains of a record that was destroyed: its revisions' headers with their commitments, and the certificate.

use crate::error::{Result, StoreError};
use crate::{Reading, RevisionRow, Writing};
use amparo_model::ids::{RecordId, RevisionId};
use rusqlite::{Transaction, params};

/// Takes everything of a record away: leaves, keys, parts, drafts, files' rows and the skeleton. The cipher overwrites the pages
/// (`secure_delete`).
pub(crate) fn drop_record(tx: &Transaction<'_>, record: RecordId) -> Result<()> {
    for sql in [
        "DELETE FROM leaves WHERE revision IN (SELECT id FROM revisions WHERE record = ?)",
        "DELETE FROM key_entries WHERE record = ?",
        "DELETE FROM quick_grants WHERE record = ?",
        "DELETE FROM granted WHERE record = ?",
        "DELETE FROM parts WHERE record = ?",
        "DELETE FROM files WHERE record = ?",
        "DELETE FROM draft_parts WHERE draft IN (SELECT id FROM drafts WHERE record = ?)",
        "DELETE FROM drafts WHERE record = ?",
        "DELETE FROM revisions WHERE record = ?",
        "DELETE FROM records WHERE id = ?",
    ] {
        tx.prepare_cached(sql)?.execute([record.as_bytes()])?;
    }
    Ok(())
}

impl Writing<'_> {
    /// Destroys a record: what is left are its headers, this certificate, and the hashes of its key chain's later entries with their
    /// authors' places in the log. Gives the names of its files, whose content is removed
    /// after the commit.
    ///
    /// # Errors
    /// What the database says.
    pub fn destroy(&mut self, record: RecordId, certificate: &str, turned: &[(u64, [u8; 32])]) -> Result<Vec<String>> {
        self.tx
            .prepare_cached("INSERT INTO destroyed (record, certificate) VALUES (?, ?)")?
            .execute(params![record.as_bytes(), certificate])?;
        self.tx
            .prepare_cached(
                "INSERT INTO destroyed_revisions (record, place, id, header, signature)
                 SELECT record, place, id, header, signature FROM revisions WHERE record = ?",
            )?
            .execute([record.as_bytes()])?;
        for (place, hash) in turned {
            let place = i64::try_from(*place).map_err(|_| StoreError::Form)?;
            self.tx
                .prepare_cached("INSERT INTO destroyed_turned (record, place, hash) VALUES (?, ?, ?)")?
                .execute(params![record.as_bytes(), place, hash])?;
        }
        let names = {
            let mut statement = self.tx.prepare_cached("SELECT name FROM files WHERE record = ?")?;
            let rows = statement.query_map([record.as_bytes()], |row| row.get(0))?;
            rows.collect::<std::result::Result<Vec<String>, _>>()?
        };
        drop_record(self.tx, record)?;
        Ok(names)
    }
}

impl Reading<'_> {
    /// Every record that was destroyed, with its certificate.
    ///
    /// # Errors
    /// What the database says.
    pub fn destroyed(&self) -> Result<Vec<(RecordId, String)>> {
        let mut statement = self.tx.prepare_cached("SELECT record, certificate FROM destroyed")?;
        let mut rows = statement.query([])?;
        let mut destroyed = Vec::new();
        while let Some(row) = rows.next()? {
            let record: Vec<u8> = row.get(0)?;
            destroyed.push((RecordId::from_slice(&record)?, row.get(1)?));
        }
        Ok(destroyed)
    }

    /// What is left of key chains: the record, its author's place in the log, the entry's hash.
    ///
    /// # Errors
    /// What the database says.
    pub fn destroyed_turned(&self) -> Result<Vec<(RecordId, u64, [u8; 32])>> {
        let mut statement = self.tx.prepare_cached("SELECT record, place, hash FROM destroyed_turned")?;
        let mut rows = statement.query([])?;
        let mut turned = Vec::new();
        while let Some(row) = rows.next()? {
            let record: Vec<u8> = row.get(0)?;
            turned.push((RecordId::from_slice(&record)?, row.get::<_, i64>(1)?.unsigned_abs(), row.get(2)?));
        }
        Ok(turned)
    }

    /// Whether a record was destroyed here.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_destroyed(&self, record: RecordId) -> Result<bool> {
        Ok(self.tx.prepare_cached("SELECT 1 FROM destroyed WHERE record = ?")?.exists([record.as_bytes()])?)
    }

    /// What remains of a destroyed record's revisions, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn destroyed_revisions(&self, record: RecordId) -> Result<Vec<RevisionRow>> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT id, header, signature FROM destroyed_revisions WHERE record = ? ORDER BY place")?;
        let rows = statement.query_map([record.as_bytes()], |row| {
            Ok(RevisionRow { id: RevisionId(row.get(0)?), header: row.get(1)?, signature: row.get(2)? })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}
