//! What colours and shapes of a case mean: its risk, what is due, where it stands. Pure.

use crate::parts::Tone;
use amparo_api::records::Row;
use amparo_language::{Language, by_id, words};
use amparo_model::date::{PartialDate, add_days};
use amparo_model::record::Status;
use jiff::civil::Date;

/// Days ahead in which something counts as due soon, as in the list "due soon".
const SOON: i64 = 7;

/// The tone of a risk level. Only high risk has the solid tag.
#[must_use]
pub fn risk(level: &str) -> Tone {
    match level {
        "high" => Tone::Immediate,
        "medium" => Tone::Open,
        _ => Tone::Neutral,
    }
}

/// The word of a risk level; "not assessed" when there is none.
#[must_use]
pub fn risk_word(language: &Language, level: &str) -> String {
    match level {
        "high" => words::risk_high(language),
        "medium" => words::risk_medium(language),
        "low" => words::risk_low(language),
        _ => words::risk_none(language),
    }
}

/// Where a case stands.
#[must_use]
pub fn status_word(language: &Language, status: Status) -> String {
    match status {
        Status::Identified => words::status_identified(language),
        Status::NotEligible => words::status_not_eligible(language),
        Status::Open => words::status_open(language),
        Status::Closed => words::status_closed(language),
        Status::Transferred => words::status_transferred(language),
        Status::Duplicate => words::status_duplicate(language),
    }
}

/// The tone of a due date, given as text; neutral when nothing is due.
#[must_use]
pub fn due(on: &str, today: Date) -> Tone {
    match on.parse::<PartialDate>().map(PartialDate::latest) {
        Ok(day) if day < today => Tone::Overdue,
        Ok(day) if day <= add_days(today, SOON) => Tone::DueSoon,
        _ => Tone::Neutral,
    }
}

/// The spine of a case: what is late first, then where it stands.
#[must_use]
pub fn spine(row: &Row, today: Date) -> Tone {
    match row.status {
        Some(Status::Closed | Status::Transferred | Status::Duplicate | Status::NotEligible) => Tone::Closed,
        status => match due(&row.due_on, today) {
            Tone::Neutral if status == Some(Status::Open) => Tone::Open,
            tone => tone,
        },
    }
}

/// What is due, in words: the name of its clock.
#[must_use]
pub fn clock(language: &Language, id: &str) -> String {
    by_id(language, &format!("clock-{}", id.replace('_', "-")), &[]).unwrap_or_else(|| words::clock_next(language))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn row(status: Status, due_on: &str) -> Row {
        Row { status: Some(status), due_on: due_on.into(), ..Row::default() }
    }

    #[test]
    fn yesterday_is_overdue_today_and_next_week_are_soon_and_later_is_quiet() {
        let today = date(2026, 11, 22);
        for (on, tone) in [
            ("2026-11-21", Tone::Overdue),
            ("2026-11-22", Tone::DueSoon),
            ("2026-11-29", Tone::DueSoon),
            ("2026-11-30", Tone::Neutral),
            ("", Tone::Neutral),
            ("soon", Tone::Neutral),
        ] {
            assert_eq!(due(on, today), tone, "{on}");
        }
    }

    #[test]
    fn a_closed_case_is_never_overdue() {
        let today = date(2026, 11, 22);
        assert_eq!(spine(&row(Status::Closed, "2020-01-01"), today), Tone::Closed);
        assert_eq!(spine(&row(Status::Open, "2020-01-01"), today), Tone::Overdue);
        assert_eq!(spine(&row(Status::Open, ""), today), Tone::Open);
        assert_eq!(spine(&row(Status::Identified, ""), today), Tone::Neutral);
    }

    #[test]
    fn every_clock_of_the_standard_configuration_has_words_in_every_language() {
        let ids: Vec<String> = serde_json::from_str::<serde_json::Value>(include_str!(
            "../../../../assets/config/clocks.json"
        ))
        .unwrap()["clocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|clock| clock["id"].as_str().unwrap().replace('_', "-"))
            .collect();
        assert!(ids.len() > 3);
        for language in Language::ALL {
            for id in &ids {
                assert!(by_id(&language, &format!("clock-{id}"), &[]).is_some(), "{language} {id}");
            }
        }
    }
}
