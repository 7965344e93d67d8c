//! A record's key chain: who was given which compartment's key, by whom.
//!
//! The chain is the truth and is checked by the office; `granted` and `quick_grants` follow from it and only spare time. A quick
//! grant is wrapped under a circle's own secret, so that nobody outside the circle can plant one.

use crate::error::{Result, StoreError};
use crate::{Reading, Store, Writing};
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::Compartment;
use rusqlite::{OptionalExtension, params};
use sha2::{Digest as _, Sha256};

/// An entry of a record's key chain.
#[derive(Debug, Clone)]
pub struct KeyEntryRow {
    /// Canonical bytes of `model::record::KeyEntry`.
    pub entry: Vec<u8>,
    /// The author's signature over them.
    pub signature: Vec<u8>,
}

/// A compartment's key, wrapped under a circle's own secret.
#[derive(Debug, Clone)]
pub struct QuickGrant {
    /// For whom.
    pub circle: CircleId,
    /// Which part.
    pub compartment: Compartment,
    /// Number of the key.
    pub epoch: u32,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
}

/// The key of a part of a record, wrapped under a circle's own secret, and where that part lies.
#[derive(Debug, Clone)]
pub struct GrantedPart {
    place: i64,
    /// Whose it is.
    pub record: RecordId,
    /// Number of the key.
    pub epoch: u32,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
}

impl Store {
    /// Keeps quick grants. They follow from the key chains and tell nothing new, so the log is not told.
    ///
    /// # Errors
    /// What the database says.
    pub fn remember_quick_grants(&self, grants: &[(RecordId, QuickGrant)]) -> Result<()> {
        self.untold(|writing| grants.iter().try_for_each(|(record, grant)| writing.put_quick_grant(*record, grant)))
    }
}

impl Writing<'_> {
    /// Appends an entry to a record's key chain and notes which circles it gives something to.
    ///
    /// # Errors
    /// What the database says.
    pub fn append_key_entry(&mut self, record: RecordId, row: &KeyEntryRow, circles: &[CircleId]) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO key_entries (record, place, entry, signature)
                 VALUES (?1, (SELECT COALESCE(MAX(place), 0) + 1 FROM key_entries WHERE record = ?1), ?2, ?3)",
            )?
            .execute(params![record.as_bytes(), row.entry, row.signature])?;
        let place: i64 = self
            .tx
            .prepare_cached("SELECT MAX(place) FROM key_entries WHERE record = ?")?
            .query_row([record.as_bytes()], |row| row.get(0))?;
        // The first came with the record, which the log tells of.
        if place > 1 {
            self.unvouched.turned.insert(record, Sha256::digest(&row.entry).into());
        }
        let mut note = self.tx.prepare_cached("INSERT OR IGNORE INTO granted (circle, record) VALUES (?, ?)")?;
        for circle in circles {
            note.execute(params![circle.as_bytes(), record.as_bytes()])?;
        }
        Ok(())
    }

    /// Takes a circle's quick grant of one part of a record away: its key was turned. Whoever still reads it makes a new one.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_quick_grant(&mut self, circle: CircleId, compartment: &Compartment, record: RecordId) -> Result<()> {
        self.tx
            .prepare_cached("DELETE FROM quick_grants WHERE circle = ? AND compartment = ? AND record = ?")?
            .execute(params![circle.as_bytes(), compartment.as_str(), record.as_bytes()])?;
        Ok(())
    }

    /// Notes that a circle is given nothing of a record any more.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_granted(&mut self, circle: CircleId, record: RecordId) -> Result<()> {
        self.tx
            .prepare_cached("DELETE FROM granted WHERE circle = ? AND record = ?")?
            .execute(params![circle.as_bytes(), record.as_bytes()])?;
        Ok(())
    }

    /// Keeps a quick grant.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_quick_grant(&mut self, record: RecordId, grant: &QuickGrant) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO quick_grants (circle, compartment, record, epoch, wrapped) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET epoch = excluded.epoch, wrapped = excluded.wrapped",
            )?
            .execute(params![
                grant.circle.as_bytes(),
                grant.compartment.as_str(),
                record.as_bytes(),
                grant.epoch,
                grant.wrapped
            ])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// A record's key chain, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn key_entries(&self, record: RecordId) -> Result<Vec<KeyEntryRow>> {
        let mut statement =
            self.tx.prepare_cached("SELECT entry, signature FROM key_entries WHERE record = ? ORDER BY place")?;
        let rows = statement
            .query_map([record.as_bytes()], |row| Ok(KeyEntryRow { entry: row.get(0)?, signature: row.get(1)? }))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Every entry of every key chain but the first ones, given one by one.
    ///
    /// # Errors
    /// What the database says, and what `each` says.
    pub fn each_turned<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(RecordId, &[u8]) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let turned = "SELECT record, entry FROM key_entries WHERE place > 1";
        let mut statement = self.tx.prepare_cached(turned).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let blob =
                |at: usize| row.get_ref(at).and_then(|v| v.as_blob().map_err(Into::into)).map_err(StoreError::from);
            each(RecordId::from_slice(blob(0)?).map_err(StoreError::from)?, blob(1)?)?;
        }
        Ok(())
    }

    /// Records that a circle was given anything of.
    ///
    /// # Errors
    /// What the database says.
    pub fn granted_to(&self, circle: CircleId) -> Result<Vec<RecordId>> {
        let mut statement = self.tx.prepare_cached("SELECT record FROM granted WHERE circle = ? ORDER BY record")?;
        let mut rows = statement.query([circle.as_bytes()])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            records.push(RecordId::from_slice(&id)?);
        }
        Ok(records)
    }

    /// Whether a circle was given anything of a record, and it was not taken away.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_granted(&self, circle: CircleId, record: RecordId) -> Result<bool> {
        let mut statement = self.tx.prepare_cached("SELECT 1 FROM granted WHERE circle = ? AND record = ?")?;
        Ok(statement.exists(params![circle.as_bytes(), record.as_bytes()])?)
    }

    /// Records that a circle was given something of and that none of its members has quick grants for yet.
    ///
    /// # Errors
    /// What the database says.
    pub fn granted_but_not_quick(&self, circle: CircleId) -> Result<Vec<RecordId>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT g.record FROM granted g WHERE g.circle = ?1
             AND NOT EXISTS (SELECT 1 FROM quick_grants q WHERE q.circle = ?1 AND q.compartment = 'summary' AND q.record = g.record)",
        )?;
        let mut rows = statement.query([circle.as_bytes()])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            records.push(RecordId::from_slice(&id)?);
        }
        Ok(records)
    }

    /// The quick grants of some compartments of one record for one circle.
    ///
    /// The rows lie by compartment first, for filling the index; so each compartment is asked for by itself, which is seven short
    /// looks instead of reading every grant of the circle.
    ///
    /// # Errors
    /// What the database says.
    pub fn quick_grants<'a>(
        &self,
        circle: CircleId,
        compartments: impl Iterator<Item = &'a Compartment>,
        record: RecordId,
    ) -> Result<Vec<QuickGrant>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT epoch, wrapped FROM quick_grants WHERE circle = ? AND compartment = ? AND record = ?",
        )?;
        let mut grants = Vec::new();
        for compartment in compartments {
            let mut rows = statement.query(params![circle.as_bytes(), compartment.as_str(), record.as_bytes()])?;
            if let Some(row) = rows.next()? {
                let compartment = compartment.clone();
                grants.push(QuickGrant { circle, compartment, epoch: row.get(0)?, wrapped: row.get(1)? });
            }
        }
        Ok(grants)
    }

    /// The quick grants of a circle for a part, each with where that part of its record lies: in this order, so that whoever reads all of
    /// them deciphers no page twice. What the session index is filled from.
    ///
    /// # Errors
    /// What the database says.
    pub fn granted_parts(&self, circle: CircleId, part: &str) -> Result<Vec<GrantedPart>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT p.place, q.record, q.epoch, q.wrapped FROM quick_grants q
             JOIN parts p ON p.part = ?2 AND p.record = q.record
             WHERE q.circle = ?1 AND q.compartment = ?2",
        )?;
        let mut rows = statement.query(params![circle.as_bytes(), part])?;
        let mut granted = Vec::new();
        while let Some(row) = rows.next()? {
            let record = RecordId::from_slice(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
            granted.push(GrantedPart { place: row.get(0)?, record, epoch: row.get(2)?, wrapped: row.get(3)? });
        }
        granted.sort_unstable_by_key(|granted| granted.place);
        Ok(granted)
    }

    /// The sealed bytes of parts that were granted, but for those sealed with another key than the granted one.
    ///
    /// # Errors
    /// What the database says.
    pub fn parts_granted<'g>(&self, granted: &'g [GrantedPart]) -> Result<Vec<(&'g GrantedPart, Vec<u8>)>> {
        let mut statement = self.tx.prepare_cached("SELECT sealed FROM parts WHERE place = ? AND epoch = ?")?;
        let mut parts = Vec::with_capacity(granted.len());
        for one in granted {
            let sealed = statement.query_row(params![one.place, one.epoch], |row| row.get(0)).optional()?;
            parts.extend(sealed.map(|sealed| (one, sealed)));
        }
        Ok(parts)
    }
}
