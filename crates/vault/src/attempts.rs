//! Failed logins, counted in a plain file beside the key file. It slows typing and promises nothing more: whoever can write
//! to the folder can delete it.

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// This many failures are free; a mistyped password must not cost anybody time.
pub const FREE: u32 = 5;

/// Counts failed logins of this office on this computer, over restarts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempts {
    path: PathBuf,
    failures: u32,
    last: u64,
}

impl Attempts {
    /// Reads the count; a missing or unreadable file counts as none.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        let (failures, last) = fs::read_to_string(path).ok().and_then(|text| parse(&text)).unwrap_or((0, 0));
        Self { path: path.to_owned(), failures, last }
    }

    /// How long the next attempt has to wait: nothing up to five failures, then 1, 2, 4 ... at most 60 seconds from the last.
    /// A clock put back does not make the wait longer than that.
    #[must_use]
    pub fn wait(&self, now: SystemTime) -> Duration {
        let Some(beyond) = self.failures.checked_sub(FREE) else { return Duration::ZERO };
        let whole = 1u64.checked_shl(beyond).map_or(60, |seconds| seconds.clamp(1, 60));
        let passed = seconds(now).saturating_sub(self.last);
        Duration::from_secs(whole.saturating_sub(passed))
    }

    /// How many attempts failed since the last good one.
    #[must_use]
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Counts a failure and keeps it.
    ///
    /// # Errors
    /// [`crate::Error::Io`] or [`crate::Error::ReadOnly`] if it cannot be kept; it counts for this run all the same.
    pub fn failed(&mut self, now: SystemTime) -> Result<()> {
        self.failures = self.failures.saturating_add(1);
        self.last = seconds(now);
        Ok(fs::write(&self.path, format!("{} {}\n", self.failures, self.last))?)
    }

    /// Forgets the failures after a good login.
    ///
    /// # Errors
    /// [`crate::Error::Io`] or [`crate::Error::ReadOnly`] if the file cannot be removed.
    pub fn succeeded(&mut self) -> Result<()> {
        (self.failures, self.last) = (0, 0);
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

fn parse(text: &str) -> Option<(u32, u64)> {
    let (failures, last) = text.trim().split_once(' ')?;
    Some((failures.parse().ok()?, last.parse().ok()?))
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn four_mistakes_cost_nothing_then_waits_double_up_to_a_minute_over_restarts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        let mut waits = Vec::new();
        for _ in 0..14 {
            let mut attempts = Attempts::load(&path);
            attempts.failed(at(1_000)).unwrap();
            waits.push(Attempts::load(&path).wait(at(1_000)).as_secs());
        }
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
        assert_eq!(Attempts::load(&path).wait(at(1_059)).as_secs(), 1);
        assert_eq!(Attempts::load(&path).wait(at(1_060)), Duration::ZERO);
        assert_eq!(Attempts::load(&path).wait(at(5)).as_secs(), 60, "a clock put back waits once more, not for ever");
    }

    #[test]
    fn a_good_login_forgets_the_failures() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        let mut attempts = Attempts::load(&path);
        attempts.failed(at(9)).unwrap();
        attempts.succeeded().unwrap();
        attempts.succeeded().unwrap();
        assert_eq!(Attempts::load(&path).failures(), 0);
    }

    #[test]
    fn a_damaged_count_does_not_lock_anybody_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        for text in ["", "many", "99999999999999 1", "3"] {
            fs::write(&path, text).unwrap();
            assert_eq!(Attempts::load(&path).wait(at(0)), Duration::ZERO);
        }
    }

    #[test]
    fn a_count_beyond_every_shift_still_waits_a_minute() {
        let attempts = Attempts { path: PathBuf::new(), failures: u32::MAX, last: 0 };
        assert_eq!(attempts.wait(at(0)).as_secs(), 60);
    }
}
