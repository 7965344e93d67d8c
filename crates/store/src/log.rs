//! The audit: append-only, hash-chained over what is sealed, signed by the session that wrote it.
//!
//! A signature over a head vouches for every entry before it. So whoever goes on after an entry of their own takes that entry's signature
//! back and signs the new head: one signature is kept for each *stretch* of entries that one person wrote one after the other.

use crate::error::{Result, StoreError};
use crate::{Reading, Writing};
use amparo_model::ids::{Moment, PersonId, RecordId};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

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

/// Who appends an entry.
#[derive(Clone, Copy)]
pub struct Signer<'a> {
    /// Whose keys sign.
    pub person: PersonId,
    /// Gives the signature over [`Head::signed_bytes`].
    pub sign: &'a dyn Fn(&Head) -> Vec<u8>,
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

/// Entries that one person wrote one after the other.
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

    /// The head after an entry.
    pub(crate) fn next(&self, before: Before<'_>, at: i64, link: Option<&[u8]>, auditors: &[u8], actor: &[u8]) -> Self {
        let seq = self.seq + 1;
        let (person, signature) = match before {
            Before::Unsigned => (None, None),
            Before::Own(person) => (Some(person), None),
            Before::Signed(person, signature) => (Some(person), Some(signature)),
        };
        let mut hash = Sha256::new();
        hash.update(b"amparo log 2");
        hash.update(self.hash);
        for part in [person, signature, link] {
            hash.update(part.map_or(u64::MAX, |part| part.len() as u64).to_be_bytes());
            hash.update(part.unwrap_or_default());
        }
        hash.update(seq.to_be_bytes());
        hash.update(at.to_be_bytes());
        for body in [auditors, actor] {
            // Most entries have one body: a million of them need not hash nothing a million times.
            hash.update(if body.is_empty() { *NOTHING } else { Sha256::digest(body).into() });
        }
        Self { seq, hash: hash.finalize().into() }
    }
}

static NOTHING: LazyLock<[u8; 32]> = LazyLock::new(|| Sha256::digest([]).into());

/// What an entry's hash covers of how the one before was signed: nobody can put another name under a stretch, end it elsewhere, or
/// slip an entry in before somebody else's.
#[derive(Clone, Copy)]
pub(crate) enum Before<'a> {
    /// Not at all: set-up.
    Unsigned,
    /// By the same person, whose signature is now behind the new entry.
    Own(&'a [u8]),
    /// By this person, with this signature.
    Signed(&'a [u8], &'a [u8]),
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
    /// Appends an entry, which vouches for what was appended before it if it has no link of its own; nobody signs during set-up.
    ///
    /// # Errors
    /// What the database says.
    pub fn log(&mut self, entry: &LogEntry, signer: Option<Signer<'_>>) -> Result<Head> {
        let link = entry.link.or_else(|| self.unvouched.take());
        let last = self.reading().head()?;
        let signed: Option<(Vec<u8>, Vec<u8>)> = self
            .tx
            .prepare_cached("SELECT person, signature FROM log_signatures WHERE seq = ?")?
            .query_row([place(last.seq)?], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let before = match (&signed, signer) {
            (None, _) => Before::Unsigned,
            (Some((person, _)), Some(signer)) if person == signer.person.as_bytes() => Before::Own(person),
            (Some((person, signature)), _) => Before::Signed(person, signature),
        };
        let covered = link.as_ref().map(<[u8; 32]>::as_slice);
        let head = last.next(before, entry.at.0, covered, &entry.auditors, &entry.actor);
        self.tx
            .prepare_cached("INSERT INTO log (seq, at, link, auditors, actor, hash) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![place(head.seq)?, entry.at.0, link, entry.auditors, entry.actor, head.hash])?;
        if matches!(before, Before::Own(_)) {
            self.tx.prepare_cached("DELETE FROM log_signatures WHERE seq = ?")?.execute([place(last.seq)?])?;
        }
        if let Some(signer) = signer {
            self.tx
                .prepare_cached("INSERT INTO log_signatures (seq, person, signature) VALUES (?, ?, ?)")?
                .execute(params![place(head.seq)?, signer.person.as_bytes(), (signer.sign)(&head)])?;
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

    /// Who signed which stretch of the log behind `unsigned_until`, where set-up ended, newest first; one in which its person rested for
    /// more than `pause` milliseconds counts as two. Who signs is no secret inside the office; what an entry tells is.
    ///
    /// # Errors
    /// What the database says.
    pub fn stretches(&self, unsigned_until: u64, pause: i64, most: usize) -> Result<Vec<Stretch>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT s.person, l.at FROM log l LEFT JOIN log_signatures s ON s.seq = l.seq WHERE l.seq > ? ORDER BY l.seq DESC",
        )?;
        let mut rows = statement.query([place(unsigned_until)?])?;
        let mut stretches: Vec<Stretch> = Vec::new();
        while let Some(row) = rows.next()? {
            let (person, at): (Option<Vec<u8>>, i64) = (row.get(0)?, row.get(1)?);
            // An entry without a signature belongs to the stretch that ends behind it.
            let person = match (person, stretches.last()) {
                (Some(person), _) => PersonId::from_slice(&person)?,
                (None, Some(last)) => last.person,
                (None, None) => continue,
            };
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
