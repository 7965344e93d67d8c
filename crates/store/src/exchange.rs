//! Other offices, and the ledger of sealed files that left and came.

use crate::error::{Result, StoreError};
use crate::{Reading, Writing};
use amparo_model::ids::{BundleId, IncarnationId, Moment, OfficeId, RecordId};
use rusqlite::{OptionalExtension, params};

/// An office known here.
#[derive(Debug, Clone)]
pub struct OfficeRow {
    /// Which.
    pub id: OfficeId,
    /// Its card, as it came.
    pub card: String,
    /// Its digits were compared.
    pub verified: bool,
}

/// A sealed file that left or came.
#[derive(Debug, Clone)]
pub struct LedgerEntry {
    /// Which.
    pub bundle: BundleId,
    /// The other office.
    pub office: OfficeId,
    /// It left; otherwise it came.
    pub left: bool,
    /// The life of the sending office that the number belongs to; zeros where it was not kept yet.
    pub incarnation: IncarnationId,
    /// Running number between the two offices, in that direction, within that life.
    pub number: u64,
    /// SHA-256 of its signed manifest.
    pub hash: [u8; 32],
    /// When it left or was accepted.
    pub at: Moment,
    /// Records in it.
    pub records: usize,
}

impl Writing<'_> {
    /// Keeps an office's card.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_office(&mut self, office: &OfficeRow) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO offices (id, card, verified) VALUES (?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET card = excluded.card, verified = excluded.verified",
            )?
            .execute(params![office.id.as_bytes(), office.card, office.verified])?;
        Ok(())
    }

    /// Writes into the ledger. The same number twice is refused by the database.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_ledger(&mut self, entry: &LedgerEntry) -> Result<()> {
        let number = i64::try_from(entry.number).map_err(|_| StoreError::Form)?;
        self.tx
            .prepare_cached(
                "INSERT INTO ledger (bundle, office, left, incarnation, number, hash, at, records)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                entry.bundle.as_bytes(),
                entry.office.as_bytes(),
                entry.left,
                entry.incarnation.as_bytes(),
                number,
                entry.hash,
                entry.at.0,
                crate::log::limit(entry.records)
            ])?;
        Ok(())
    }

    /// Keeps in which sealed file a record left.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_left_in(&mut self, record: RecordId, bundle: BundleId) -> Result<()> {
        self.tx
            .prepare_cached("INSERT OR IGNORE INTO left_in (record, bundle) VALUES (?, ?)")?
            .execute(params![record.as_bytes(), bundle.as_bytes()])?;
        Ok(())
    }

    /// Keeps the certificates of another office's people, as they came.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_certificates(&mut self, office: OfficeId, chain: &str) -> Result<()> {
        self.tx
            .prepare_cached("INSERT OR REPLACE INTO foreign_certificates (office, chain) VALUES (?, ?)")?
            .execute(params![office.as_bytes(), chain])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Every office known.
    ///
    /// # Errors
    /// What the database says.
    pub fn offices(&self) -> Result<Vec<OfficeRow>> {
        let mut statement = self.tx.prepare_cached("SELECT id, card, verified FROM offices")?;
        let mut rows = statement.query([])?;
        let mut offices = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            offices.push(OfficeRow { id: OfficeId::from_slice(&id)?, card: row.get(1)?, verified: row.get(2)? });
        }
        Ok(offices)
    }

    /// The ledger, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn ledger(&self) -> Result<Vec<LedgerEntry>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT bundle, office, left, number, hash, at, records, incarnation FROM ledger ORDER BY at DESC, number DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let bundle: Vec<u8> = row.get(0)?;
            let office: Vec<u8> = row.get(1)?;
            let incarnation: Vec<u8> = row.get(7)?;
            entries.push(LedgerEntry {
                bundle: BundleId::from_slice(&bundle)?,
                office: OfficeId::from_slice(&office)?,
                left: row.get(2)?,
                incarnation: IncarnationId::from_slice(&incarnation)?,
                number: row.get::<_, i64>(3)?.unsigned_abs(),
                hash: row.get(4)?,
                at: Moment(row.get(5)?),
                records: usize::try_from(row.get::<_, i64>(6)?).unwrap_or(0),
            });
        }
        Ok(entries)
    }

    /// The sealed files that a record left in.
    ///
    /// # Errors
    /// What the database says.
    pub fn left_in(&self, record: RecordId) -> Result<Vec<BundleId>> {
        let mut statement = self.tx.prepare_cached("SELECT bundle FROM left_in WHERE record = ?")?;
        let mut rows = statement.query([record.as_bytes()])?;
        let mut bundles = Vec::new();
        while let Some(row) = rows.next()? {
            let bundle: Vec<u8> = row.get(0)?;
            bundles.push(BundleId::from_slice(&bundle)?);
        }
        Ok(bundles)
    }

    /// The certificates of another office's people.
    ///
    /// # Errors
    /// What the database says.
    pub fn certificates(&self, office: OfficeId) -> Result<Option<String>> {
        Ok(self
            .tx
            .prepare_cached("SELECT chain FROM foreign_certificates WHERE office = ?")?
            .query_row([office.as_bytes()], |row| row.get(0))
            .optional()?)
    }
}
