//! For the program that kills and cuts the power (`./dev stress`): it is told the moments of every change, and can leave the syncs
//! out, to show that its test would notice. Compiled with the feature `trial` only, which nothing that is shipped switches on.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A moment of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The transaction has begun.
    Begun,
    /// Everything is written; the commit begins.
    Committing,
    /// The commit has ended: from here on the change is promised.
    Committed,
}

/// Is told each moment.
pub static TOLD: OnceLock<fn(At)> = OnceLock::new();
/// While set, databases are opened without syncs.
pub static WITHOUT_SYNC: AtomicBool = AtomicBool::new(false);

/// Is told each moment of turning the database's key.
pub static TURNING: OnceLock<fn(crate::TurningAt)> = OnceLock::new();
/// The moment of turning, counted from 1, at which the machine refuses; 0 for none.
pub static REFUSED_AT: AtomicUsize = AtomicUsize::new(0);

pub(crate) fn turning(at: crate::TurningAt) -> crate::Result<()> {
    if let Some(told) = TURNING.get() {
        told(at);
    }
    if REFUSED_AT.load(Ordering::Relaxed) == at as usize + 1 {
        return Err(crate::StoreError::Io(std::io::ErrorKind::Other));
    }
    Ok(())
}

#[cfg(feature = "trial")]
pub(crate) fn tell(at: At) {
    if let Some(told) = TOLD.get() {
        told(at);
    }
}

#[cfg(feature = "trial")]
pub(crate) fn leave_out_syncs(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    if WITHOUT_SYNC.load(Ordering::Relaxed) { connection.execute_batch("PRAGMA synchronous = OFF;") } else { Ok(()) }
}
