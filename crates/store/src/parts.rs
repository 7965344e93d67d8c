//! What is worked out from a record's revisions and kept sealed beside them: summary, names, match, counts.
//!
//! Rows of one part lie together, in the order in which they came: whoever reads one part of every record reads nothing else, page after
//! page.

use crate::error::Result;
use crate::records::word;
use crate::{Reading, Writing};
use amparo_model::ids::RecordId;
use amparo_model::record::Module;
use rusqlite::{OptionalExtension, params};
use std::ops::RangeInclusive;

/// So many bits of a row's place count the rows of its part.
const RANGE: u32 = 40;

/// A derived part, sealed.
#[derive(Debug, Clone)]
pub struct Part {
    /// Number of the key it is sealed with.
    pub epoch: u32,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

/// A part of a record, and where it lies among those of its kind.
#[derive(Debug, Clone)]
pub struct LyingPart {
    /// Higher for what came later.
    pub place: i64,
    /// Whose it is.
    pub record: RecordId,
    /// What is kept.
    pub part: Part,
}

impl Writing<'_> {
    /// Puts a part, new or changed.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_part(&mut self, record: RecordId, part: &str, content: &Part) -> Result<()> {
        let place = self.reading().place_behind(part)?;
        self.tx
            .prepare_cached(
                "INSERT INTO parts (place, part, record, epoch, sealed) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (part, record) DO UPDATE SET epoch = excluded.epoch, sealed = excluded.sealed",
            )?
            .execute(params![place, part, record.as_bytes(), content.epoch, content.sealed])?;
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

    /// The places that rows of a part take, when there are any (`sql/004_parts_lie_together.sql`).
    fn range(&self, part: &str) -> Result<Option<RangeInclusive<i64>>> {
        let any: Option<i64> = self
            .tx
            .prepare_cached("SELECT place FROM parts WHERE part = ? LIMIT 1")?
            .query_row([part], |row| row.get(0))
            .optional()?;
        Ok(any.map(|place| place >> RANGE << RANGE).map(|start| start..=start | ((1 << RANGE) - 1)))
    }

    /// Where the next row of a part goes: behind the others of it, or where a range of its own begins.
    fn place_behind(&self, part: &str) -> Result<i64> {
        let last = |within: RangeInclusive<i64>| -> Result<Option<i64>> {
            let mut last = self.tx.prepare_cached("SELECT MAX(place) FROM parts WHERE place BETWEEN ? AND ?")?;
            Ok(last.query_row(params![within.start(), within.end()], |row| row.get(0))?)
        };
        match self.range(part)? {
            Some(range) => Ok(last(range.clone())?.map_or(*range.start(), |place| place + 1)),
            None => Ok(((last(0..=i64::MAX)?.unwrap_or(0) >> RANGE) + 1) << RANGE),
        }
    }

    /// The next rows of a part behind a place, in the order in which they came: from 0 on, all of them in pieces of `at_most`.
    ///
    /// # Errors
    /// What the database says.
    pub fn parts_behind(&self, part: &str, behind: i64, at_most: usize) -> Result<Vec<LyingPart>> {
        let Some(range) = self.range(part)? else { return Ok(Vec::new()) };
        let mut statement = self.tx.prepare_cached(
            "SELECT place, record, epoch, sealed FROM parts WHERE place BETWEEN ? AND ? ORDER BY place LIMIT ?",
        )?;
        let from = behind.saturating_add(1).max(*range.start());
        let mut rows = statement.query(params![from, range.end(), i64::try_from(at_most).unwrap_or(i64::MAX)])?;
        let mut parts = Vec::with_capacity(at_most);
        while let Some(row) = rows.next()? {
            let record: Vec<u8> = row.get(1)?;
            parts.push(LyingPart {
                place: row.get(0)?,
                record: RecordId::from_slice(&record)?,
                part: Part { epoch: row.get(2)?, sealed: row.get(3)? },
            });
        }
        Ok(parts)
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
