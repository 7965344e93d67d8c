//! The one place that looks at the machine's clock; everything else is handed a moment.

use amparo_model::ids::Moment;
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// What time it is, and which day it is here.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
    /// How long a clock has counted that nobody can put back; the time that the computer slept counts.
    fn steady(&self) -> Duration;
    /// The local day of a moment.
    fn day_of(&self, moment: Moment) -> Date;
    /// The local day now.
    fn today(&self) -> Date {
        self.day_of(self.now())
    }
}

/// The machine's clock and time zone.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment(Timestamp::now().as_millisecond())
    }
    fn steady(&self) -> Duration {
        counted()
    }
    fn day_of(&self, moment: Moment) -> Date {
        day(moment, TimeZone::system())
    }
}

#[cfg(target_os = "linux")]
fn counted() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::Boottime)).unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
fn counted() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// A clock that stands still until it is moved: for journeys, the bench and the browser tests.
#[derive(Debug)]
pub struct FixedClock {
    now: AtomicI64,
    /// By how much it was put forward, which did not pass.
    put: AtomicI64,
}

impl FixedClock {
    /// Stands at noon (UTC) of a day.
    #[must_use]
    pub fn at(day: Date) -> Self {
        let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
        let now = AtomicI64::new(noon.map_or(0, |noon| noon.timestamp().as_millisecond()));
        Self { now, put: AtomicI64::new(0) }
    }
    /// Moves it on.
    pub fn pass(&self, milliseconds: i64) {
        self.now.fetch_add(milliseconds, Ordering::Relaxed);
    }
    /// Puts it forward, or back, without time going by.
    pub fn put(&self, milliseconds: i64) {
        self.now.fetch_add(milliseconds, Ordering::Relaxed);
        self.put.fetch_add(milliseconds, Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        // Each look is a millisecond later, so that what happens in order is also dated in order.
        Moment(self.now.fetch_add(1, Ordering::Relaxed))
    }
    fn steady(&self) -> Duration {
        let passed = self.now.load(Ordering::Relaxed) - self.put.load(Ordering::Relaxed);
        Duration::from_millis(passed.unsigned_abs())
    }
    fn day_of(&self, moment: Moment) -> Date {
        day(moment, TimeZone::UTC)
    }
}

fn day(moment: Moment, zone: TimeZone) -> Date {
    Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone).date()
}
