use crate::clock::{Clocks, RiskLevel, Span};
use crate::standard;
use jiff::civil::date;

fn clocks() -> &'static Clocks {
    standard().clocks()
}

#[test]
fn each_level_has_the_time_of_the_table() {
    let start = date(2026, 11, 20); // a Friday
    let rows = [
        ("first_response", date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 27)),
        ("registration", date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 27)),
        ("assessment", date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 4)),
        ("case_plan", date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 4)),
        ("follow_up", date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 20)),
        ("review", date(2026, 12, 20), date(2027, 1, 20), date(2027, 2, 20)),
        ("file_check", date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 20)),
        ("first_visit_after_placement", date(2026, 12, 4), date(2026, 12, 4), date(2026, 12, 4)),
        ("visits_after_placement", date(2026, 12, 20), date(2026, 12, 20), date(2026, 12, 20)),
        ("check_after_placement", date(2027, 5, 20), date(2027, 5, 20), date(2027, 5, 20)),
        ("final_contact", date(2027, 2, 20), date(2027, 2, 20), date(2027, 2, 20)),
        ("referral_acknowledged", date(2026, 11, 25), date(2026, 11, 25), date(2026, 11, 25)),
    ];
    assert_eq!(rows.len(), clocks().clocks.len());
    for (clock, high, medium, low) in rows {
        for (level, due) in [(RiskLevel::High, high), (RiskLevel::Medium, medium), (RiskLevel::Low, low)] {
            assert_eq!(clocks().due(clock, Some(level), start), Some(due), "{clock} {level:?}");
        }
        assert_eq!(clocks().due(clock, None, start), Some(high), "{clock}: without a level the high one runs");
    }
}

#[test]
fn a_plan_is_due_at_the_latest_two_weeks_after_registration() {
    let registered = date(2026, 11, 1);
    let plan = |assessed| clocks().due_bounded("case_plan", Some(RiskLevel::Low), assessed, registered);
    assert_eq!(plan(date(2026, 11, 1)), Some(date(2026, 11, 15)));
    assert_eq!(plan(date(2026, 11, 10)), Some(date(2026, 11, 15)));
}

#[test]
fn hours_are_rounded_up_to_days_and_a_month_ends_with_the_month() {
    assert_eq!(clocks().after(date(2026, 11, 20), Span::Hours(25)), date(2026, 11, 22));
    assert_eq!(clocks().after(date(2027, 1, 31), Span::Months(1)), date(2027, 2, 28));
}

#[test]
fn a_week_without_working_days_does_not_hang() {
    let json = r#"{"unset_counts_as":"low","weekend":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],"clocks":[]}"#;
    let all_weekend: Clocks = serde_json::from_str(json).unwrap();
    assert_eq!(all_weekend.after(date(2026, 11, 20), Span::WorkingDays(3)), date(2026, 11, 23));
}

#[test]
fn there_is_no_due_date_without_a_clock() {
    assert_eq!(clocks().due("nothing", None, date(2026, 11, 20)), None);
}
