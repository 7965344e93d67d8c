//! Days and spans of days, as far as comparing ages needs them. No clock: every day is handed in.

use serde::{Deserialize, Serialize};

/// A day, counted from 1 January 1970.
pub type Day = i32;

/// Days in a year, on average.
pub(crate) const YEAR: f32 = 365.2425;

/// The first and the last day on which something may have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The earliest day.
    pub from: Day,
    /// The latest day; not before `from`.
    pub to: Day,
}

impl Span {
    /// A known day.
    #[must_use]
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        let day = days(year, month, day)?;
        Some(Self { from: day, to: day })
    }

    /// A month of a year, of which the day is not known.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let from = days(year, month, 1)?;
        let next = if month == 12 { days(year + 1, 1, 1)? } else { days(year, month + 1, 1)? };
        Some(Self { from, to: next - 1 })
    }

    /// A year of which nothing more is known.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { from: days(year, 1, 1)?, to: days(year, 12, 31)? })
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.trim().split('-');
        let year = pieces.next()?.parse().ok()?;
        match (pieces.next(), pieces.next()) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, month.parse().ok()?),
            (Some(month), Some(day)) => Self::day(year, month.parse().ok()?, day.parse().ok()?),
        }
    }

    /// The day with month and day exchanged, when it is one day and both may be either (3 April, 4 March).
    pub(crate) fn exchanged(self) -> Option<Self> {
        let year = year_of(self.from)?;
        let month = (1..=12).rev().find(|month| days(year, *month, 1).is_some_and(|first| first <= self.from))?;
        let day = u32::try_from(self.from - days(year, month, 1)? + 1).ok()?;
        if self.from != self.to || day > 12 || day == month { None } else { Self::day(year, day, month) }
    }

    /// The days between two spans; none when they overlap.
    #[must_use]
    pub fn gap(self, other: Self) -> i32 {
        self.from.saturating_sub(other.to).max(other.from.saturating_sub(self.to)).max(0)
    }

    /// How many days it may have been.
    pub(crate) fn length(self) -> i32 {
        self.to.saturating_sub(self.from).saturating_add(1)
    }

    /// The right way round.
    pub(crate) fn sorted(self) -> Self {
        Self { from: self.from.min(self.to), to: self.from.max(self.to) }
    }

    /// Whether it is the first of January: what people write when only the year is known.
    pub(crate) fn is_new_year(self) -> bool {
        self.from == self.to && year_of(self.from).is_some_and(|year| days(year, 1, 1) == Some(self.from))
    }

    /// The whole year in which it begins.
    pub(crate) fn widened_to_year(self) -> Self {
        year_of(self.from).and_then(Self::year).unwrap_or(self)
    }
}

/// The day number of a date of the Gregorian calendar (algorithm of the proleptic calendar in 400-year eras). Years outside 1 to 9999 are none.
fn days(year: i32, month: u32, day: u32) -> Option<Day> {
    let lengths = [
        31,
        if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 29 } else { 28 },
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let longest = *lengths.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    if !(1..=9999).contains(&year) || !(1..=longest).contains(&day) {
        return None;
    }
    // March is the first month, so that the leap day is the last of a year.
    let (month, day) = (i32::try_from(month).ok()?, i32::try_from(day).ok()?);
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn year_of(day: Day) -> Option<i32> {
    // Near enough by division, then set right by a step.
    let guess = 1970 + day.div_euclid(366);
    (guess..guess + 8).find(|year| {
        days(*year, 1, 1).zip(days(*year, 12, 31)).is_some_and(|(first, last)| (first..=last).contains(&day))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Span;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(Span::day(1970, 1, 1).unwrap().from, 0);
        assert_eq!(Span::day(2000, 3, 1).unwrap().from, 11_017);
        assert_eq!(Span::day(2023, 2, 29), None);
        assert_eq!(Span::parse("2024-02").unwrap().length(), 29);
        assert_eq!(Span::parse("2021").unwrap().length(), 365);
        assert_eq!(Span::parse("x"), None);
    }

    #[test]
    fn the_first_of_january_is_known_and_widened() {
        let born = Span::parse("2015-01-01").unwrap();
        assert!(born.is_new_year());
        assert_eq!(born.widened_to_year(), Span::year(2015).unwrap());
        assert!(!Span::parse("2015-01-02").unwrap().is_new_year());
    }

    #[test]
    fn day_and_month_are_exchanged_where_both_may_be_either() {
        assert_eq!(Span::parse("2015-04-03").unwrap().exchanged(), Span::parse("2015-03-04"));
        assert_eq!(Span::parse("2015-04-13").unwrap().exchanged(), None);
        assert_eq!(Span::parse("2015-04-04").unwrap().exchanged(), None);
        assert_eq!(Span::parse("2015-04").unwrap().exchanged(), None);
    }

    #[test]
    fn spans_that_overlap_have_no_gap() {
        let gap = |one, other| Span::parse(one).unwrap().gap(Span::parse(other).unwrap());
        assert_eq!(gap("2015", "2015-06-01"), 0);
        assert_eq!(gap("2015-12-31", "2016"), 1);
        assert_eq!(gap("2016", "2015-12-30"), 2);
    }
}
