//! The skeleton of each record, and its revisions with their sealed leaves.

use crate::error::{Result, StoreError};
use crate::{Reading, Writing};
use amparo_model::ids::{CircleId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Kind, Module, Skeleton, Status};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A record as every login with a database tool can see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Which.
    pub id: RecordId,
    /// Kind, module, status, owner.
    pub skeleton: Skeleton,
    /// Revisions that no other follows, ordered.
    pub heads: Vec<RevisionId>,
}

/// A revision as kept.
#[derive(Debug, Clone)]
pub struct RevisionRow {
    /// Its id.
    pub id: RevisionId,
    /// Canonical bytes of its header.
    pub header: Vec<u8>,
    /// The author's signature over them.
    pub signature: Vec<u8>,
}

/// One compartment of a revision, sealed.
#[derive(Debug, Clone)]
pub struct LeafRow {
    /// Of which revision.
    pub revision: RevisionId,
    /// Which part.
    pub compartment: Compartment,
    /// Number of the key it is sealed with.
    pub epoch: u32,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

/// An enum of ours as its word in the database.
pub(crate) fn word<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        _ => Err(StoreError::Form),
    }
}

fn from_word<T: DeserializeOwned>(word: String) -> Result<T> {
    Ok(serde_json::from_value(serde_json::Value::String(word))?)
}

fn heads_bytes(heads: &[RevisionId]) -> Vec<u8> {
    heads.iter().flat_map(|head| head.0).collect()
}

fn heads_from(bytes: &[u8]) -> Result<Vec<RevisionId>> {
    let (heads, rest) = bytes.as_chunks::<32>();
    if rest.is_empty() { Ok(heads.iter().map(|head| RevisionId(*head)).collect()) } else { Err(StoreError::Form) }
}

fn record_from(row: &rusqlite::Row<'_>) -> Result<RecordRow> {
    let id: Vec<u8> = row.get(0)?;
    let owner: Option<Vec<u8>> = row.get(4)?;
    let heads: Vec<u8> = row.get(5)?;
    Ok(RecordRow {
        id: RecordId::from_slice(&id)?,
        skeleton: Skeleton {
            kind: from_word::<Kind>(row.get(1)?)?,
            module: from_word::<Module>(row.get(2)?)?,
            status: from_word::<Status>(row.get(3)?)?,
            owner: owner.map(|owner| CircleId::from_slice(&owner)).transpose()?,
        },
        heads: heads_from(&heads)?,
    })
}

const RECORD: &str = "SELECT id, kind, module, status, owner, heads FROM records";

impl Writing<'_> {
    /// Puts a record's skeleton and heads, new or changed. Both follow from its revisions.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_record(&mut self, record: &RecordRow) -> Result<()> {
        let skeleton = &record.skeleton;
        self.tx
            .prepare_cached(
                "INSERT INTO records (id, kind, module, status, owner, heads) VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET status = excluded.status, owner = excluded.owner, heads = excluded.heads",
            )?
            .execute(params![
                record.id.as_bytes(),
                word(skeleton.kind)?,
                word(skeleton.module)?,
                word(skeleton.status)?,
                skeleton.owner.map(|owner| *owner.as_bytes()),
                heads_bytes(&record.heads),
            ])?;
        Ok(())
    }

    /// Appends a revision with its leaves. The record's row must stand already.
    ///
    /// # Errors
    /// What the database says.
    pub fn append_revision(&mut self, record: RecordId, revision: &RevisionRow, leaves: &[LeafRow]) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO revisions (record, place, id, header, signature)
                 VALUES (?1, (SELECT COALESCE(MAX(place), 0) + 1 FROM revisions WHERE record = ?1), ?2, ?3, ?4)",
            )?
            .execute(params![record.as_bytes(), revision.id.0, revision.header, revision.signature])?;
        let mut insert =
            self.tx.prepare_cached("INSERT INTO leaves (revision, compartment, epoch, sealed) VALUES (?, ?, ?, ?)")?;
        for leaf in leaves {
            insert.execute(params![revision.id.0, leaf.compartment.as_str(), leaf.epoch, leaf.sealed])?;
        }
        Ok(())
    }
}

impl Writing<'_> {
    /// Puts a leaf's content under another key of its compartment: what it commits to stays, so the revision does.
    ///
    /// # Errors
    /// What the database says.
    pub fn reseal_leaf(&mut self, leaf: &LeafRow) -> Result<()> {
        self.tx
            .prepare_cached("UPDATE leaves SET epoch = ?, sealed = ? WHERE revision = ? AND compartment = ?")?
            .execute(params![leaf.epoch, leaf.sealed, leaf.revision.0, leaf.compartment.as_str()])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// A record's skeleton and heads.
    ///
    /// # Errors
    /// What the database says.
    pub fn record(&self, record: RecordId) -> Result<Option<RecordRow>> {
        let mut statement = self.tx.prepare_cached(&format!("{RECORD} WHERE id = ?"))?;
        let mut rows = statement.query([record.as_bytes()])?;
        rows.next()?.map(record_from).transpose()
    }

    /// Every record's skeleton, given one by one.
    ///
    /// # Errors
    /// What the database says, and what `each` says.
    pub fn each_record<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(RecordRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.tx.prepare_cached(RECORD).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(record_from(row)?)?;
        }
        Ok(())
    }

    /// A record's revisions, oldest first: parents always before those that follow them.
    ///
    /// # Errors
    /// What the database says.
    pub fn revisions(&self, record: RecordId) -> Result<Vec<RevisionRow>> {
        let mut statement =
            self.tx.prepare_cached("SELECT id, header, signature FROM revisions WHERE record = ? ORDER BY place")?;
        let rows = statement.query_map([record.as_bytes()], |row| {
            Ok(RevisionRow { id: RevisionId(row.get(0)?), header: row.get(1)?, signature: row.get(2)? })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The header of a record's first revision; none while nothing was written of it.
    ///
    /// # Errors
    /// What the database says.
    pub fn first_header(&self, record: RecordId) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT header FROM revisions WHERE record = ? ORDER BY place LIMIT 1";
        Ok(self.tx.prepare_cached(sql)?.query_row([record.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// The leaves of a record's revisions, in the order of the revisions.
    ///
    /// # Errors
    /// What the database says.
    pub fn leaves(&self, record: RecordId) -> Result<Vec<LeafRow>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT l.revision, l.compartment, l.epoch, l.sealed FROM revisions r JOIN leaves l ON l.revision = r.id
             WHERE r.record = ? ORDER BY r.place, l.compartment",
        )?;
        let rows = statement.query_map([record.as_bytes()], |row| {
            Ok(LeafRow {
                revision: RevisionId(row.get(0)?),
                compartment: Compartment(row.get(1)?),
                epoch: row.get(2)?,
                sealed: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Which leaves a record's revisions have.
    ///
    /// # Errors
    /// What the database says.
    pub fn leaf_places(&self, record: RecordId) -> Result<Vec<(RevisionId, Compartment)>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT l.revision, l.compartment FROM revisions r JOIN leaves l ON l.revision = r.id WHERE r.record = ?",
        )?;
        let rows =
            statement.query_map([record.as_bytes()], |row| Ok((RevisionId(row.get(0)?), Compartment(row.get(1)?))))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Whether a revision is here.
    ///
    /// # Errors
    /// What the database says.
    pub fn has_revision(&self, revision: RevisionId) -> Result<bool> {
        let found: Option<i64> = self
            .tx
            .prepare_cached("SELECT 1 FROM revisions WHERE id = ?")?
            .query_row([revision.0], |row| row.get(0))
            .optional()?;
        Ok(found.is_some())
    }
}
