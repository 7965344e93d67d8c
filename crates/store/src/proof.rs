//! Whether the log is what was written: every entry's hash follows from the one before, and whoever wrote a stretch signed its end.
//!
//! A signature over a head vouches for everything before it, so one at the end of each *stretch* (entries that name the same signer, one
//! after the other) is enough: an entry with a false name or signature begins or ends a stretch whose signature does not fit.

use crate::connect::{DatabaseKey, open_read_only};
use crate::error::{Result, StoreError};
use crate::log::{Head, Signed, place, signature_at};
use crate::{Reading, Store};
use amparo_model::ids::{Moment, PersonId};
use rusqlite::{Connection, params};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What a walk along the chain found.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The end, as far as the chain holds.
    pub head: Head,
    /// When the first entry was written.
    pub since: Moment,
    /// The first entry that is not what was written.
    pub broken_at: Option<u64>,
    /// The ends of the stretches, to be held against their signers' keys.
    pub signed: Vec<Signed>,
}

/// Tells how many entries were looked at, now and then; `false` stops.
pub type GoOn<'a> = &'a (dyn Fn(u64) -> bool + Sync);

/// Entries between two looks at whether to go on.
const STEP: u64 = 4096;

/// A log shorter than this is not worth a second thread.
const SHORT: u64 = 20_000;

impl Reading<'_> {
    /// Walks the chain on this connection. Behind `unsigned_until`, where set-up ended, an entry without a signature was appended with
    /// a database tool.
    ///
    /// # Errors
    /// [`StoreError::Stopped`], what the database says.
    pub fn prove_log(&self, unsigned_until: u64, go_on: GoOn<'_>) -> Result<Proof> {
        let head = self.head()?;
        let seen = Walk { unsigned_until, looked_at: AtomicU64::new(0), stop: AtomicBool::new(false), go_on };
        let first: Option<i64> = first_at(self.tx)?;
        Ok(seen.told(vec![seen.piece(self.tx, 0, head.seq)?], first))
    }
}

impl Store {
    /// The same in two pieces at the same time, on connections of their own: nobody who works waits for it.
    ///
    /// # Errors
    /// As [`Reading::prove_log`].
    pub fn prove_log(&self, key: &DatabaseKey, unsigned_until: u64, go_on: GoOn<'_>) -> Result<Proof> {
        let head = self.read(|reading: &Reading<'_>| reading.head())?;
        let half = if head.seq < SHORT { head.seq } else { head.seq / 2 };
        let walk = Walk { unsigned_until, looked_at: AtomicU64::new(0), stop: AtomicBool::new(false), go_on };
        let path = self.folder().database();
        let piece = |after: u64, until: u64| -> Result<(Piece, Option<i64>)> {
            let connection = open_read_only(&path, key)?;
            connection.busy_timeout(std::time::Duration::from_secs(5))?;
            Ok((walk.piece(&connection, after, until)?, first_at(&connection)?))
        };
        let (one, other) = std::thread::scope(|scope| {
            let second = (half < head.seq).then(|| scope.spawn(|| piece(half, head.seq)));
            let one = piece(0, half);
            // A thread that panicked proved nothing.
            (one, second.map(|second| second.join().unwrap_or(Err(StoreError::Damaged))))
        });
        let (one, first) = one?;
        let mut pieces = vec![one];
        if let Some(other) = other {
            pieces.push(other?.0);
        }
        Ok(walk.told(pieces, first))
    }
}

fn first_at(connection: &Connection) -> Result<Option<i64>> {
    Ok(connection.query_row("SELECT min(seq), at FROM log", [], |row| row.get(1))?)
}

struct Walk<'a> {
    unsigned_until: u64,
    looked_at: AtomicU64,
    stop: AtomicBool,
    go_on: GoOn<'a>,
}

struct Piece {
    head: Head,
    broken_at: Option<u64>,
    signed: Vec<Signed>,
}

impl Walk<'_> {
    fn told(&self, pieces: Vec<Piece>, first: Option<i64>) -> Proof {
        let mut proof = Proof {
            head: Head { seq: 0, hash: [0; 32] },
            since: Moment(first.unwrap_or_default()),
            broken_at: None,
            signed: Vec::new(),
        };
        for piece in pieces {
            if proof.broken_at.is_none() {
                proof.head = piece.head;
                proof.broken_at = piece.broken_at;
            }
            proof.signed.extend(piece.signed);
        }
        proof
    }

    /// Walks from behind one place to another. The hash that it begins with is what stands there; whoever walks the piece before
    /// proves it.
    fn piece(&self, connection: &Connection, after: u64, until: u64) -> Result<Piece> {
        let mut head = Head { seq: after, hash: [0; 32] };
        if after > 0 {
            let stands = connection.query_row("SELECT hash FROM log WHERE seq = ?", [place(after)?], |row| row.get(0));
            head.hash = match stands {
                Ok(hash) => hash,
                Err(_) => return Ok(Piece { head, broken_at: Some(after), signed: Vec::new() }),
            };
        }
        let mut piece = Piece { head, broken_at: None, signed: Vec::new() };
        let mut last: Option<Signed> = None;
        // Who signed the entry before, and how; the first walked is covered by the next.
        let (mut by, mut signed) = signature_at(connection, after)?.unwrap_or_default();
        let mut statement = connection.prepare(
            "SELECT l.seq, l.at, l.link, l.auditors, l.actor, l.hash, s.person, s.signature
             FROM log l LEFT JOIN log_signatures s ON s.seq = l.seq WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq",
        )?;
        let mut rows = statement.query(params![place(after)?, place(until)?])?;
        let broken = |piece: Piece, at: u64| {
            self.stop.store(true, Ordering::Relaxed);
            Ok(Piece { broken_at: Some(at), ..piece })
        };
        while let Some(row) = rows.next()? {
            let blob = |column| row.get_ref(column).ok().and_then(|value| value.as_blob_or_null().ok());
            let (Some(link), Some(Some(auditors)), Some(Some(actor)), Some(Some(hash)), Some(person), Some(signature)) =
                (blob(2), blob(3), blob(4), blob(5), blob(6), blob(7))
            else {
                return broken(piece, head.seq + 1);
            };
            let before = (!by.is_empty()).then_some((by.as_slice(), signed.as_slice()));
            let next = head.next_of(before, row.get(1)?, link, auditors, actor);
            if place(next.seq)? != row.get::<_, i64>(0)? || next.hash.as_slice() != hash {
                return broken(piece, next.seq);
            }
            match (person.map(PersonId::from_slice), signature) {
                (Some(Ok(person)), Some(signature)) => match &mut last {
                    Some(last) if last.person == person => {
                        last.head = next;
                        last.signature.clear();
                        last.signature.extend_from_slice(signature);
                    }
                    _ => {
                        piece.signed.extend(last.replace(Signed { head: next, person, signature: signature.to_vec() }))
                    }
                },
                _ if next.seq <= self.unsigned_until => {}
                _ => return broken(piece, next.seq),
            }
            by.clear();
            by.extend_from_slice(person.unwrap_or_default());
            signed.clear();
            signed.extend_from_slice(signature.unwrap_or_default());
            head = next;
            piece.head = head;
            if head.seq.is_multiple_of(STEP) {
                let seen = self.looked_at.fetch_add(STEP, Ordering::Relaxed) + STEP;
                if self.stop.load(Ordering::Relaxed) {
                    return Ok(piece); // broken elsewhere: what matters is known
                }
                if !(self.go_on)(seen) {
                    return Err(StoreError::Stopped);
                }
            }
        }
        if head.seq != until {
            return broken(piece, head.seq + 1);
        }
        piece.signed.extend(last);
        Ok(piece)
    }
}
