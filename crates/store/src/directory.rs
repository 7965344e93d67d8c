//! People, teams, circles and certificates as append-only signed entries, and the circles' keys sealed to their members.

use crate::error::Result;
use crate::{Reading, Writing};
use amparo_model::ids::{CircleId, PersonId};
use rusqlite::params;
use sha2::{Digest as _, Sha256};

/// Who holds a circle's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A person.
    Person(PersonId),
    /// Whoever holds the recovery words.
    Recovery,
}

impl Holder {
    fn bytes(self) -> [u8; 16] {
        match self {
            Self::Person(person) => *person.as_bytes(),
            Self::Recovery => [0; 16],
        }
    }
}

/// A circle's key, sealed to a holder.
#[derive(Debug, Clone)]
pub struct CircleKeyRow {
    /// Which circle.
    pub circle: CircleId,
    /// Number of the key.
    pub epoch: u32,
    /// Sealed to the holder that was asked for.
    pub sealed: Vec<u8>,
}

impl Writing<'_> {
    /// Appends a signed entry; what stands in it is the office's business.
    ///
    /// # Errors
    /// What the database says.
    pub fn append_directory(&mut self, entry: &str) -> Result<()> {
        self.tx
            .prepare_cached("INSERT INTO directory (seq, entry) SELECT COALESCE(MAX(seq), 0) + 1, ? FROM directory")?
            .execute([entry])?;
        self.unvouched.directory = self.reading().directory_heads()?.pop();
        Ok(())
    }

    /// Keeps a circle's key, sealed to a holder.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_circle_key(&mut self, circle: CircleId, epoch: u32, holder: Holder, sealed: &[u8]) -> Result<()> {
        self.tx
            .prepare_cached("INSERT OR REPLACE INTO circle_keys (circle, epoch, holder, sealed) VALUES (?, ?, ?, ?)")?
            .execute(params![circle.as_bytes(), epoch, holder.bytes(), sealed])?;
        Ok(())
    }

    /// Takes a circle's keys, of every number, away from a person.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_circle_keys(&mut self, circle: CircleId, person: PersonId) -> Result<()> {
        self.tx
            .prepare_cached("DELETE FROM circle_keys WHERE circle = ? AND holder = ?")?
            .execute(params![circle.as_bytes(), person.as_bytes()])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The people who hold a key of a circle; whoever holds the recovery words is not among them.
    ///
    /// # Errors
    /// What the database says.
    pub fn holders(&self, circle: CircleId) -> Result<Vec<PersonId>> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT DISTINCT holder FROM circle_keys WHERE circle = ? AND holder <> ? ORDER BY 1")?;
        let mut rows = statement.query(params![circle.as_bytes(), Holder::Recovery.bytes()])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let person: Vec<u8> = row.get(0)?;
            people.push(PersonId::from_slice(&person)?);
        }
        Ok(people)
    }

    /// The hash that the directory had after each of its entries: every entry is hashed with all before it. The log vouches for the last
    /// of each change, so that none can be dropped, edited, moved or added later.
    ///
    /// # Errors
    /// What the database says.
    pub fn directory_heads(&self) -> Result<Vec<[u8; 32]>> {
        let mut head = [0; 32];
        let entries = self.directory()?.into_iter();
        Ok(entries
            .map(|entry| {
                let hash = Sha256::new().chain_update(b"amparo directory 1").chain_update(head);
                head = hash.chain_update(entry).finalize().into();
                head
            })
            .collect())
    }

    /// Every entry, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn directory(&self) -> Result<Vec<String>> {
        let mut statement = self.tx.prepare_cached("SELECT entry FROM directory ORDER BY seq")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The circles' keys sealed to a holder.
    ///
    /// # Errors
    /// What the database says.
    pub fn circle_keys(&self, holder: Holder) -> Result<Vec<CircleKeyRow>> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT circle, epoch, sealed FROM circle_keys WHERE holder = ? ORDER BY circle, epoch")?;
        let mut rows = statement.query([holder.bytes()])?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            let circle: Vec<u8> = row.get(0)?;
            keys.push(CircleKeyRow { circle: CircleId::from_slice(&circle)?, epoch: row.get(1)?, sealed: row.get(2)? });
        }
        Ok(keys)
    }
}
