//! Clocks: how soon the next step is due, by risk level (DOMAIN.md 5.4). The numbers are data, `assets/config/clocks.json`.

use amparo_model::date::{add_days, add_months};
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// How urgent a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// Life or serious harm likely now.
    High,
    /// Harm likely without help soon.
    Medium,
    /// Harm possible.
    Low,
}

impl RiskLevel {
    /// From the option of the field `risk_level`; `None` for "unknown" and anything else.
    #[must_use]
    pub fn from_option(option: &str) -> Option<Self> {
        match option {
            "high" => Some(Self::High),
            "medium" => Some(Self::Medium),
            "low" => Some(Self::Low),
            _ => None,
        }
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Hours. Records know days, so that they count as whole days, rounded up: 24 hours end on the next day.
    Hours(u32),
    /// Calendar days.
    Days(u32),
    /// Days that are not the office's weekend.
    WorkingDays(u32),
    /// Calendar months.
    Months(u32),
}

/// An upper bound that starts at another date: a case plan is due at the latest 14 days after registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// The date it starts at, in words of the record.
    pub starts_at: String,
    /// How long.
    pub within: Span,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// Stable: `registration`.
    pub id: String,
    /// The named date it starts at.
    pub starts_at: String,
    /// At high risk.
    pub high: Span,
    /// At medium risk.
    pub medium: Span,
    /// At low risk.
    pub low: Span,
    /// Whichever of this and the span comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

impl Clock {
    /// The span at a level.
    #[must_use]
    pub fn span(&self, level: RiskLevel) -> Span {
        match level {
            RiskLevel::High => self.high,
            RiskLevel::Medium => self.medium,
            RiskLevel::Low => self.low,
        }
    }
}

/// The office's table of clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clocks {
    /// The level whose clock runs until a level is set (DOMAIN.md 5.4: high).
    pub unset_counts_as: RiskLevel,
    /// Days that are not worked.
    pub weekend: Vec<DayOfWeek>,
    /// The clocks.
    pub clocks: Vec<Clock>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are the days of the week")]
pub enum DayOfWeek {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Weekday> for DayOfWeek {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}

impl Clocks {
    /// The clock with an id.
    #[must_use]
    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.id == id)
    }

    /// The day by which the thing that the clock measures is due. Without a level the clock of [`Clocks::unset_counts_as`] runs; when
    /// the level changes, ask again with the same start. `None` when there is no such clock.
    #[must_use]
    pub fn due(&self, id: &str, level: Option<RiskLevel>, start: Date) -> Option<Date> {
        let clock = self.clock(id)?;
        Some(self.after(start, clock.span(level.unwrap_or(self.unset_counts_as))))
    }

    /// Like [`Clocks::due`], but not later than the clock's bound, which starts at another date.
    #[must_use]
    pub fn due_bounded(&self, id: &str, level: Option<RiskLevel>, start: Date, bound_start: Date) -> Option<Date> {
        let due = self.due(id, level, start)?;
        let bound = self.clock(id)?.bound.as_ref();
        Some(bound.map_or(due, |bound| due.min(self.after(bound_start, bound.within))))
    }

    /// A day moved by a span.
    #[must_use]
    pub fn after(&self, start: Date, span: Span) -> Date {
        match span {
            Span::Hours(hours) => add_days(start, i64::from(hours.div_ceil(24))),
            Span::Days(days) => add_days(start, i64::from(days)),
            Span::Months(months) => add_months(start, i64::from(months)),
            Span::WorkingDays(days) => self.after_working_days(start, days),
        }
    }

    fn after_working_days(&self, start: Date, days: u32) -> Date {
        let mut day = start;
        let mut left = days.min(1_000);
        // A table in which every day is weekend would never end: it counts calendar days.
        let worked = |day: Date| self.weekend.len() >= 7 || !self.weekend.contains(&day.weekday().into());
        while left > 0 {
            day = add_days(day, 1);
            left -= u32::from(worked(day));
        }
        day
    }
}
