//! The audit: append-only, hash-chained over what is sealed, signed by the session that wrote it.

use crate::error::{Result, StoreError};
use crate::{Reading, Writing};
use amparo_model::ids::{Moment, PersonId, RecordId};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};

/// The end of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Entries in all.
    pub seq: u64,
    /// Hash of the last one; zeros for an empty log.
    pub hash: [u8; 32],
}

/// One entry, to be appended. The bodies are sealed by the office.
#[derive(Clone)]
pub struct LogEntry {
    /// When.
    pub at: Moment,
    /// What it vouches for: a revision (its id), the directory's head, turned keys, the key file's mark.
    pub link: Option<[u8; 32]>,
    /// Sealed to the auditors' circle.
    pub auditors: Vec<u8>,
    /// Sealed to whoever acted; empty when nobody was signed in.
    pub actor: Vec<u8>,
}

/// One entry, as kept.
#[derive(Clone)]
pub struct LogRow {
    /// Position, from 1.
    pub seq: u64,
    /// What was appended.
    pub entry: LogEntry,
}

/// A signed head.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The head.
    pub head: Head,
    /// Who signed it.
    pub person: PersonId,
    /// Over [`Head::signed_bytes`].
    pub signature: Vec<u8>,
}

/// Entries that one person signed one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Who.
    pub person: PersonId,
    /// The first of them.
    pub from: Moment,
    /// The last.
    pub until: Moment,
    /// How many.
    pub entries: usize,
}

impl Head {
    /// What is signed of a head: its position and hash.
    #[must_use]
    pub fn signed_bytes(&self) -> Vec<u8> {
        let mut bytes = self.seq.to_be_bytes().to_vec();
        bytes.extend_from_slice(&self.hash);
        bytes
    }

    fn next(&self, signed: By<'_>, entry: &LogEntry) -> Self {
        let link = entry.link.as_ref().map(<[u8; 32]>::as_slice);
        self.next_of(signed, entry.at.0, link, &entry.auditors, &entry.actor)
    }

    /// The head after an entry. It covers who signed the one before and how, so that signatures cannot be changed either.
    pub(crate) fn next_of(&self, signed: By<'_>, at: i64, link: Option<&[u8]>, auditors: &[u8], actor: &[u8]) -> Self {
        let seq = self.seq + 1;
        let mut hash = Sha256::new();
        hash.update(b"amparo log 2");
        hash.update(self.hash);
        for part in [signed.map(|it| it.0), signed.map(|it| it.1), link] {
            hash.update(part.map_or(u64::MAX, |part| part.len() as u64).to_be_bytes());
            hash.update(part.unwrap_or_default());
        }
        hash.update(seq.to_be_bytes());
        hash.update(at.to_be_bytes());
        hash.update(Sha256::digest(auditors));
        hash.update(Sha256::digest(actor));
        Self { seq, hash: hash.finalize().into() }
    }
}

/// Who signed an entry, and the signature.
pub(crate) type By<'a> = Option<(&'a [u8], &'a [u8])>;

/// The signature of an entry, if it has one.
pub(crate) fn signature_at(connection: &Connection, seq: u64) -> Result<Option<(Vec<u8>, Vec<u8>)>> {
    let mut statement = connection.prepare_cached("SELECT person, signature FROM log_signatures WHERE seq = ?")?;
    Ok(statement.query_row([place(seq)?], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// What was appended in a change, and what an entry of the log then vouches for by its link. An entry has one link: a change that
/// appends to the directory and turns records tells the log twice.
#[derive(Default)]
pub(crate) struct Unvouched {
    /// The directory's head.
    pub(crate) directory: Option<[u8; 32]>,
    /// The new ends of key chains.
    pub(crate) turned: BTreeMap<RecordId, [u8; 32]>,
}

impl Unvouched {
    pub(crate) fn is_empty(&self) -> bool {
        self.directory.is_none() && self.turned.is_empty()
    }

    fn take(&mut self) -> Option<[u8; 32]> {
        let turned = |turned: BTreeMap<_, _>| (!turned.is_empty()).then(|| turned_head(&turned));
        self.directory.take().or_else(|| turned(std::mem::take(&mut self.turned)))
    }
}

/// What stands for the entries that one change appended to key chains.
#[must_use]
pub fn turned_head(turned: &BTreeMap<RecordId, [u8; 32]>) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(b"amparo keys turned 1");
    for (record, entry) in turned {
        hash.update(record.as_bytes());
        hash.update(entry);
    }
    hash.finalize().into()
}

impl Writing<'_> {
    /// Appends an entry, which vouches for what was appended before it if it has no link of its own; `sign` gives the signature over the new head, none when nobody is signed in.
    ///
    /// # Errors
    /// What the database says.
    pub fn log(&mut self, entry: &LogEntry, sign: impl FnOnce(&Head) -> Option<(PersonId, Vec<u8>)>) -> Result<Head> {
        let link = entry.link.or_else(|| self.unvouched.take());
        let entry = &LogEntry { link, ..entry.clone() };
        let before = self.reading().head()?;
        let signed = signature_at(self.tx, before.seq)?;
        let head = before.next(signed.as_ref().map(|(person, by)| (person.as_slice(), by.as_slice())), entry);
        let seq = i64::try_from(head.seq).map_err(|_| StoreError::Form)?;
        self.tx
            .prepare_cached("INSERT INTO log (seq, at, link, auditors, actor, hash) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![seq, entry.at.0, entry.link, entry.auditors, entry.actor, head.hash])?;
        if let Some((person, signature)) = sign(&head) {
            self.tx
                .prepare_cached("INSERT INTO log_signatures (seq, person, signature) VALUES (?, ?, ?)")?
                .execute(params![seq, person.as_bytes(), signature])?;
        }
        self.logged = true;
        Ok(head)
    }
}

impl Reading<'_> {
    /// The end of the chain.
    ///
    /// # Errors
    /// What the database says.
    pub fn head(&self) -> Result<Head> {
        let last = self
            .tx
            .prepare_cached("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)))
            .optional()?;
        Ok(match last {
            Some((seq, hash)) => Head { seq: u64::try_from(seq).map_err(|_| StoreError::Form)?, hash },
            None => Head { seq: 0, hash: [0; 32] },
        })
    }

    /// The hash that the log had at a position; zeros before the first entry, none behind the last.
    ///
    /// # Errors
    /// What the database says.
    pub fn head_at(&self, seq: u64) -> Result<Option<[u8; 32]>> {
        if seq == 0 {
            return Ok(Some([0; 32]));
        }
        let seq = i64::try_from(seq).map_err(|_| StoreError::Form)?;
        let mut statement = self.tx.prepare_cached("SELECT hash FROM log WHERE seq = ?")?;
        Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
    }

    /// The entries behind a place, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn log_after(&self, seq: u64, most: usize) -> Result<Vec<LogRow>> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT seq, at, link, auditors, actor FROM log WHERE seq > ? ORDER BY seq LIMIT ?")?;
        let rows = statement.query_map(params![place(seq)?, limit(most)], |row| {
            Ok(LogRow { seq: row.get::<_, i64>(0)?.unsigned_abs(), entry: entry(row)? })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The entry at a place.
    ///
    /// # Errors
    /// What the database says.
    pub fn log_entry(&self, seq: u64) -> Result<Option<LogEntry>> {
        let mut statement = self.tx.prepare_cached("SELECT seq, at, link, auditors, actor FROM log WHERE seq = ?")?;
        Ok(statement.query_row([place(seq)?], entry).optional()?)
    }

    /// Who signed which stretch of the log, newest first: the entries that one person signed one after the other, unless they lie
    /// further apart than `pause` milliseconds. Who signs is no secret inside the office; what an entry tells is.
    ///
    /// # Errors
    /// What the database says.
    pub fn stretches(&self, pause: i64, most: usize) -> Result<Vec<Stretch>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT s.person, l.at FROM log l JOIN log_signatures s ON s.seq = l.seq ORDER BY l.seq DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut stretches: Vec<Stretch> = Vec::new();
        while let Some(row) = rows.next()? {
            let (person, at): (Vec<u8>, i64) = (row.get(0)?, row.get(1)?);
            let person = PersonId::from_slice(&person)?;
            let goes_on = |last: &&mut Stretch| last.person == person && last.from.0.saturating_sub(at) <= pause;
            if let Some(last) = stretches.last_mut().filter(goes_on) {
                last.from = Moment(at);
                last.entries += 1;
            } else if stretches.len() == most {
                break;
            } else {
                stretches.push(Stretch { person, from: Moment(at), until: Moment(at), entries: 1 });
            }
        }
        Ok(stretches)
    }

    /// Whether the log tells of this revision or directory entry.
    ///
    /// # Errors
    /// What the database says.
    pub fn log_tells_of(&self, link: &[u8; 32]) -> Result<bool> {
        Ok(self.tx.prepare_cached("SELECT 1 FROM log WHERE link = ?")?.exists(params![link])?)
    }

    /// Where the log vouches for something.
    ///
    /// # Errors
    /// What the database says.
    pub fn log_place_of(&self, link: &[u8; 32]) -> Result<Option<u64>> {
        let mut statement = self.tx.prepare_cached("SELECT MIN(seq) FROM log WHERE link = ?")?;
        let place: Option<i64> = statement.query_row(params![link], |row| row.get(0))?;
        Ok(place.map(i64::unsigned_abs))
    }

    /// Everything that the log vouches for: revisions, the directory's heads, turned keys, marks of the key file.
    ///
    /// # Errors
    /// What the database says.
    pub fn log_links(&self) -> Result<HashSet<[u8; 32]>> {
        let mut statement = self.tx.prepare_cached("SELECT link FROM log WHERE link IS NOT NULL")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}

pub(crate) fn place(seq: u64) -> Result<i64> {
    i64::try_from(seq).map_err(|_| StoreError::Form)
}

/// From the columns `at`, `link`, `auditors`, `actor` behind the first.
fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<LogEntry> {
    Ok(LogEntry { at: Moment(row.get(1)?), link: row.get(2)?, auditors: row.get(3)?, actor: row.get(4)? })
}

/// A page size or offset as the database takes it.
pub(crate) fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
