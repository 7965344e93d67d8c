//! Dates as field work knows them: a year, a month of a year, or a day (DOMAIN.md 3, type `date`).
//!
//! "Born in 2014" is kept as `2014` and never as the first of January, which would look like knowledge nobody has.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A calendar date known to the year, the month or the day. Written `2014`, `2014-03`, `2014-03-05`.
///
/// Ordered by the first day it can mean; of two with the same first day the vaguer one comes first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    /// The first day it can mean; valid by construction.
    first: Date,
    precision: Precision,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Only the year.
    Year,
    /// The month of the year.
    Month,
    /// The day.
    Day,
}

/// Why something is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// There is no year.
    #[error("a date needs at least a year")]
    NoYear,
    /// The year is not a number from 1850 to 2199.
    #[error("the year lies outside 1850 to 2199")]
    Year,
    /// The month is not a number from 1 to 12.
    #[error("no such month")]
    Month,
    /// The month has no such day.
    #[error("no such day")]
    Day,
    /// A day without its month.
    #[error("a day needs its month")]
    DayWithoutMonth,
    /// The text has another shape than `2014`, `2014-03` or `2014-03-05`.
    #[error("not written as a date")]
    Shape,
}

/// Years that a person or event in an office's records can have; catches a mistyped century.
const YEARS: std::ops::RangeInclusive<i16> = 1850..=2199;

impl PartialDate {
    /// A year of which no more is known.
    ///
    /// # Errors
    /// [`DateProblem::Year`].
    pub fn year(year: i16) -> Result<Self, DateProblem> {
        Self::checked(year, 1, 1, Precision::Year)
    }

    /// A month of a year.
    ///
    /// # Errors
    /// [`DateProblem::Year`] or [`DateProblem::Month`].
    pub fn month(year: i16, month: i8) -> Result<Self, DateProblem> {
        Self::checked(year, month, 1, Precision::Month)
    }

    /// A day.
    ///
    /// # Errors
    /// [`DateProblem`] when the calendar has no such day: 30 February cannot be stored.
    pub fn day(year: i16, month: i8, day: i8) -> Result<Self, DateProblem> {
        Self::checked(year, month, day, Precision::Day)
    }

    fn checked(year: i16, month: i8, day: i8, precision: Precision) -> Result<Self, DateProblem> {
        if !YEARS.contains(&year) {
            return Err(DateProblem::Year);
        }
        if !(1..=12).contains(&month) {
            return Err(DateProblem::Month);
        }
        let first = Date::new(year, month, day).map_err(|_| DateProblem::Day)?;
        Ok(Self { first, precision })
    }

    /// What a person typed into the boxes year, month and day; empty boxes are "not known". Digits of any script that people of
    /// our offices type are read: Latin, Arabic, Persian, Devanagari, Bengali, Burmese.
    ///
    /// # Errors
    /// [`DateProblem`], which names the box that is wrong.
    pub fn from_typed(year: &str, month: &str, day: &str) -> Result<Self, DateProblem> {
        let (year, month, day) = (year.trim(), month.trim(), day.trim());
        if year.is_empty() {
            return Err(DateProblem::NoYear);
        }
        let y = typed_number(year).ok_or(DateProblem::Year)?;
        match (month.is_empty(), day.is_empty()) {
            (true, true) => Self::year(y),
            (true, false) => Err(DateProblem::DayWithoutMonth),
            (false, true) => Self::month(y, small(typed_number(month)).ok_or(DateProblem::Month)?),
            (false, false) => {
                let m = small(typed_number(month)).ok_or(DateProblem::Month)?;
                Self::day(y, m, small(typed_number(day)).ok_or(DateProblem::Day)?)
            }
        }
    }

    /// How much is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Year, month and day as far as they are known.
    #[must_use]
    pub fn parts(self) -> (i16, Option<i8>, Option<i8>) {
        let month = (self.precision >= Precision::Month).then(|| self.first.month());
        let day = (self.precision == Precision::Day).then(|| self.first.day());
        (self.first.year(), month, day)
    }

    /// The first day it can mean.
    #[must_use]
    pub fn earliest(self) -> Date {
        self.first
    }

    /// The last day it can mean.
    #[must_use]
    pub fn latest(self) -> Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }

    /// The day, when it is known.
    #[must_use]
    pub fn exact(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// Whether every day it can mean lies before every day that the other can mean.
    #[must_use]
    pub fn surely_before(self, other: Self) -> bool {
        self.latest() < other.earliest()
    }

    /// Whether every day it can mean lies after `today`: an impossible date for something that has happened.
    #[must_use]
    pub fn surely_after_day(self, today: Date) -> bool {
        self.earliest() > today
    }

    /// The youngest and the oldest age, in completed years, that a person born then can have on a day; `None` before birth.
    #[must_use]
    pub fn ages_on(self, day: Date) -> Option<(i64, i64)> {
        let oldest = completed_years(self.first, day);
        let youngest = completed_years(self.latest(), day);
        (oldest >= 0).then_some((youngest.max(0), oldest))
    }

    /// The age in completed years on a day: where the date leaves a doubt, the lower one, because a person whose age is in doubt is
    /// treated as a child (DOMAIN.md 5.3). `None` before birth.
    #[must_use]
    pub fn age_on(self, day: Date) -> Option<i64> {
        self.ages_on(day).map(|(youngest, _)| youngest)
    }
}

/// Completed years between two days; negative before the first. Somebody born on 29 February is a year older on 1 March.
fn completed_years(born: Date, day: Date) -> i64 {
    let years = i64::from(day.year()) - i64::from(born.year());
    if (day.month(), day.day()) < (born.month(), born.day()) { years - 1 } else { years }
}

/// Days from one day to another; negative when the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    // A difference of two civil dates in days always exists.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// A day moved by a number of days; stays in the calendar of the library at its ends.
#[must_use]
pub fn add_days(day: Date, days: i64) -> Date {
    day.saturating_add(days.clamp(-1_000_000, 1_000_000).days())
}

/// A day moved by calendar months: 31 January and one month is the last day of February.
#[must_use]
pub fn add_months(day: Date, months: i64) -> Date {
    day.saturating_add(months.clamp(-12_000, 12_000).months())
}

fn small(number: Option<i16>) -> Option<i8> {
    number.and_then(|n| i8::try_from(n).ok())
}

/// A number of at most four digits, in any script of [`digit`]; `None` for anything else.
fn typed_number(text: &str) -> Option<i16> {
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    text.chars().try_fold(0i16, |sum, c| Some(sum * 10 + i16::try_from(digit(c)?).ok()?))
}

/// The value of a decimal digit of the scripts used by our offices.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 7] = ['0', '\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{1040}', '\u{1090}'];
    ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10))
}

impl From<Date> for PartialDate {
    /// Days outside 1850 to 2199 are moved to the nearer end, so that arithmetic on dates cannot leave the format.
    fn from(day: Date) -> Self {
        let (low, high) = (jiff::civil::date(1850, 1, 1), jiff::civil::date(2199, 12, 31));
        Self { first: day.clamp(low, high), precision: Precision::Day }
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first, self.precision).cmp(&(other.first, other.precision))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}")?;
        month.map_or(Ok(()), |m| write!(f, "-{m:02}"))?;
        day.map_or(Ok(()), |d| write!(f, "-{d:02}"))
    }
}
/// A date of birth is content: only its precision is printed.
impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PartialDate({:?})", self.precision)
    }
}
impl FromStr for PartialDate {
    type Err = DateProblem;
    fn from_str(text: &str) -> Result<Self, DateProblem> {
        let mut parts = text.split('-');
        let mut part = |width: usize| match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => Ok(typed_number(p)),
            Some(_) => Err(DateProblem::Shape),
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(DateProblem::Shape);
        }
        match (year.ok_or(DateProblem::NoYear)?, small(month), small(day)) {
            (y, None, _) => Self::year(y),
            (y, Some(m), None) => Self::month(y, m),
            (y, Some(m), Some(d)) => Self::day(y, m, d),
        }
    }
}
impl TryFrom<String> for PartialDate {
    type Error = DateProblem;
    fn try_from(text: String) -> Result<Self, DateProblem> {
        text.parse()
    }
}
impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
