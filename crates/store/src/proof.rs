//! Whether the log is what was written: every entry's hash follows from the one before, and whoever wrote a stretch signed its end.
//!
//! A signature is kept at the end of each *stretch* (entries that one person wrote one after the other) and vouches for everything before
//! it. Until format 4 one stood behind each entry; there too the last of a stretch is enough, because the next entry's hash covers every
//! other one.

use crate::connect::{DatabaseKey, open_read_only};
use crate::error::{Result, StoreError};
use crate::log::{Before, Head, Signed, place};
use crate::{Reading, Store};
use amparo_model::ids::{Moment, PersonId};
use rusqlite::{Connection, Rows};
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
        let seen = Walk { unsigned_until, looked_at: AtomicU64::new(0), stop: AtomicBool::new(false), go_on };
        let first: Option<i64> = first_at(self.tx)?;
        Ok(seen.told(vec![seen.piece(self.tx, 0, None)?], first))
    }
}

impl Store {
    /// The same in two pieces at the same time, on connections of their own: nobody who works waits for it.
    ///
    /// # Errors
    /// As [`Reading::prove_log`].
    pub fn prove_log(&self, key: &DatabaseKey, unsigned_until: u64, go_on: GoOn<'_>) -> Result<Proof> {
        let head = self.read(|reading: &Reading<'_>| reading.head())?;
        let half = (head.seq >= SHORT).then_some(head.seq / 2);
        let walk = Walk { unsigned_until, looked_at: AtomicU64::new(0), stop: AtomicBool::new(false), go_on };
        let path = self.folder().database();
        let piece = |after: u64, until: Option<u64>| -> Result<(Piece, Option<i64>)> {
            let connection = open_read_only(&path, key)?;
            connection.busy_timeout(std::time::Duration::from_secs(5))?;
            Ok((walk.piece(&connection, after, until)?, first_at(&connection)?))
        };
        let (one, other) = std::thread::scope(|scope| {
            let second = half.map(|half| scope.spawn(move || piece(half, None)));
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

    /// Walks from behind one place to another, or to the end. The hash that it begins with is what stands there; whoever walks the piece
    /// before proves it.
    fn piece(&self, connection: &Connection, after: u64, until: Option<u64>) -> Result<Piece> {
        let mut piece = Piece { head: Head { seq: after, hash: [0; 32] }, broken_at: None, signed: Vec::new() };
        let broken = |piece: Piece, at: u64| {
            // Of two, the earlier place counts: only the piece behind has nothing more to find.
            self.stop.fetch_or(until.is_some(), Ordering::Relaxed);
            Ok(Piece { broken_at: Some(at), ..piece })
        };
        if after > 0 {
            let stands = connection.query_row("SELECT hash FROM log WHERE seq = ?", [place(after)?], |row| row.get(0));
            match stands {
                Ok(hash) => piece.head.hash = hash,
                Err(_) => return broken(piece, after),
            }
        }
        let mut statement = connection
            .prepare("SELECT seq, at, link, auditors, actor, hash FROM log WHERE seq > ? AND seq <= ? ORDER BY seq")?;
        let mut rows = statement.query([place(after)?, until.map_or(Ok(i64::MAX), place)?])?;
        let mut ends =
            connection.prepare("SELECT seq, person, signature FROM log_signatures WHERE seq >= ? ORDER BY seq")?;
        let mut ends = Ends::of(ends.query([place(after)?])?)?;
        let mut before = ends.take_at(after)?;
        while let Some(row) = rows.next()? {
            let seq = piece.head.seq + 1;
            let blob = |column| row.get_ref(column).ok().and_then(|value| value.as_blob_or_null().ok());
            let (Some(link), Some(Some(auditors)), Some(Some(actor)), Some(Some(hash))) =
                (blob(2), blob(3), blob(4), blob(5))
            else {
                return broken(piece, seq);
            };
            let signed = match (&before, &ends.next) {
                (Some(end), _) => Before::Signed(&end.person, &end.signature),
                _ if piece.head.seq <= self.unsigned_until => Before::Unsigned,
                (None, Some(end)) => Before::Own(&end.person),
                (None, None) => return broken(piece, seq),
            };
            let head = piece.head.next(signed, row.get(1)?, link, auditors, actor);
            if row.get::<_, i64>(0)? != place(seq)? || head.hash.as_slice() != hash {
                return broken(piece, seq);
            }
            before = ends.take_at(seq)?;
            if let Some(end) = &before {
                let Ok(person) = PersonId::from_slice(&end.person) else { return broken(piece, seq) };
                let signed = Signed { head, person, signature: end.signature.clone() };
                match piece.signed.last_mut() {
                    Some(last) if last.person == person => *last = signed,
                    _ => piece.signed.push(signed),
                }
            } else if ends.next.is_none() && seq > self.unsigned_until {
                return broken(piece, seq);
            }
            piece.head = head;
            if seq.is_multiple_of(STEP) {
                let seen = self.looked_at.fetch_add(STEP, Ordering::Relaxed) + STEP;
                if until.is_none() && self.stop.load(Ordering::Relaxed) {
                    return Ok(piece); // broken before: what matters is known
                }
                if !(self.go_on)(seen) {
                    return Err(StoreError::Stopped);
                }
            }
        }
        let ended = match until {
            Some(until) => piece.head.seq == until,
            None => ends.next.is_none(), // a signature behind the last entry signs nothing
        };
        if ended {
            Ok(piece)
        } else {
            let at = piece.head.seq + 1;
            broken(piece, at)
        }
    }
}

/// The end of a stretch, as it stands in the database.
struct End {
    seq: i64,
    person: Vec<u8>,
    signature: Vec<u8>,
}

/// The ends of the stretches, in order.
struct Ends<'s> {
    rows: Rows<'s>,
    next: Option<End>,
}

impl<'s> Ends<'s> {
    fn of(rows: Rows<'s>) -> Result<Self> {
        let mut ends = Self { rows, next: None };
        ends.step()?;
        Ok(ends)
    }

    /// The end at a place, if one stands there; the next one is looked at afterwards.
    fn take_at(&mut self, seq: u64) -> Result<Option<End>> {
        if self.next.as_ref().is_none_or(|end| i64::try_from(seq) != Ok(end.seq)) {
            return Ok(None);
        }
        let taken = self.next.take();
        self.step()?;
        Ok(taken)
    }

    fn step(&mut self) -> Result<()> {
        self.next = self
            .rows
            .next()?
            .map(|row| Ok::<_, StoreError>(End { seq: row.get(0)?, person: row.get(1)?, signature: row.get(2)? }))
            .transpose()?;
        Ok(())
    }
}
