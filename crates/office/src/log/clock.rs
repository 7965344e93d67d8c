//! The clock on the wall can be put back or forward; one that only counts cannot. Where they part, the log tells of it: a time that stands
//! in the past is worth no more than the clock it was read from.

use super::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_model::ids::Moment;
use amparo_store::{Reading, Writing};
use std::sync::PoisonError;
use std::time::Duration;

/// Clocks are set by a second or two now and then; that is nobody's news.
const NEWS_MS: i64 = 60_000;

/// How many entries are looked at for the latest moment.
const LAST: u64 = 64;

fn ms(of: Duration) -> i64 {
    i64::try_from(of.as_millis()).unwrap_or(i64::MAX)
}

impl Session {
    /// At signing in: whether the clock stands before the last entry.
    pub(crate) fn look_whether_the_clock_went_back(&self, last: Option<Moment>) -> Answer<()> {
        let now = self.clock.now();
        self.look_at_clock()?;
        match last.map(|last| last.0.saturating_sub(now.0)) {
            Some(back) if back > NEWS_MS => self.tell_of_clock(-back),
            _ => Ok(()),
        }
    }

    /// Now and then while somebody works: whether both clocks went on alike.
    pub(crate) fn look_at_clock(&self) -> Answer<()> {
        let now = (self.clock.now().0, ms(self.clock.steady()));
        let before = self.clock_seen.lock().unwrap_or_else(PoisonError::into_inner).replace(now);
        let moved = before.map_or(0, |(wall, steady)| (now.0 - wall) - (now.1 - steady));
        if moved.abs() > NEWS_MS { self.tell_of_clock(moved) } else { Ok(()) }
    }

    fn tell_of_clock(&self, moved: i64) -> Answer<()> {
        let name = if moved < 0 { "back" } else { "forward" };
        let told = Told::of(What::ClockMoved).with(name, moved.abs() / 60_000);
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))
    }

    /// The latest moment of the last entries: a backup that ends after somebody put the clock back is dated by the new time.
    pub(crate) fn last_entry_at(&self) -> Answer<Option<Moment>> {
        let rows = self.store.read(|reading: &Reading<'_>| {
            let from = reading.head()?.seq.saturating_sub(LAST);
            reading.log_after(from, usize::try_from(LAST).unwrap_or(usize::MAX))
        })?;
        Ok(rows.iter().map(|row| row.entry.at).max())
    }
}
