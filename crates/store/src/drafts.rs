//! Unsaved work, sealed part by part for its author and the supervisors. Never in a bundle.

use crate::error::Result;
use crate::{Reading, Store, Writing};
use amparo_model::ids::{DraftId, Moment, PersonId, RecordId};
use rusqlite::params;

/// A draft's plain facts.
#[derive(Debug, Clone)]
pub struct DraftRow {
    /// Which.
    pub id: DraftId,
    /// Whose.
    pub person: PersonId,
    /// Of which record.
    pub record: Option<RecordId>,
    /// When.
    pub at: Moment,
}

/// One compartment of a draft.
#[derive(Debug, Clone)]
pub struct DraftPart {
    /// Which part.
    pub compartment: String,
    /// Its key, wrapped for each circle: JSON of the office's making.
    pub keys: String,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

impl Store {
    /// Keeps a draft, durably. Autosaves are not told to the log: what they hold becomes part of the past when it is saved.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep_draft(&self, draft: &DraftRow, parts: &[DraftPart]) -> Result<()> {
        self.untold(|writing| writing.put_draft(draft, parts))
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_kept_draft(&self, draft: DraftId) -> Result<()> {
        self.untold(|writing| writing.drop_draft(draft))
    }
}

impl Writing<'_> {
    /// Puts a draft in place of what it was before.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_draft(&mut self, draft: &DraftRow, parts: &[DraftPart]) -> Result<()> {
        self.drop_draft(draft.id)?;
        self.tx.prepare_cached("INSERT INTO drafts (id, person, record, at) VALUES (?, ?, ?, ?)")?.execute(params![
            draft.id.as_bytes(),
            draft.person.as_bytes(),
            draft.record.map(|record| *record.as_bytes()),
            draft.at.0
        ])?;
        let mut insert =
            self.tx.prepare_cached("INSERT INTO draft_parts (draft, compartment, keys, sealed) VALUES (?, ?, ?, ?)")?;
        for part in parts {
            insert.execute(params![draft.id.as_bytes(), part.compartment, part.keys, part.sealed])?;
        }
        Ok(())
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// What the database says.
    pub fn drop_draft(&mut self, draft: DraftId) -> Result<()> {
        self.tx.prepare_cached("DELETE FROM drafts WHERE id = ?")?.execute([draft.as_bytes()])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// A person's drafts, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn drafts(&self, person: PersonId) -> Result<Vec<DraftRow>> {
        let mut statement =
            self.tx.prepare_cached("SELECT id, record, at FROM drafts WHERE person = ? ORDER BY at DESC")?;
        let mut rows = statement.query([person.as_bytes()])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            let record: Option<Vec<u8>> = row.get(1)?;
            drafts.push(DraftRow {
                id: DraftId::from_slice(&id)?,
                person,
                record: record.map(|record| RecordId::from_slice(&record)).transpose()?,
                at: Moment(row.get(2)?),
            });
        }
        Ok(drafts)
    }

    /// The sealed parts of a draft; none when it is not there.
    ///
    /// # Errors
    /// What the database says.
    pub fn draft_parts(&self, draft: DraftId) -> Result<Vec<DraftPart>> {
        let mut statement =
            self.tx.prepare_cached("SELECT compartment, keys, sealed FROM draft_parts WHERE draft = ?")?;
        let rows = statement.query_map([draft.as_bytes()], |row| {
            Ok(DraftPart { compartment: row.get(0)?, keys: row.get(1)?, sealed: row.get(2)? })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}
