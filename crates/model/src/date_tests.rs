#![allow(clippy::unwrap_used)]
use super::*;
use jiff::civil::date;

fn d(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[test]
fn a_date_survives_its_text_with_its_precision() {
    for (text, precision) in [("2014", Precision::Year), ("2014-03", Precision::Month), ("2014-03-05", Precision::Day)]
    {
        assert_eq!(d(text).to_string(), text);
        assert_eq!(d(text).precision(), precision);
        let json = serde_json::to_string(&d(text)).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), d(text));
    }
}

#[test]
fn dates_that_cannot_be_are_refused() {
    for (text, problem) in [
        ("2023-02-29", DateProblem::Day),
        ("2023-04-31", DateProblem::Day),
        ("2023-13", DateProblem::Month),
        ("2023-00", DateProblem::Month),
        ("0214-03-05", DateProblem::Year),
        ("", DateProblem::Shape),
        ("14", DateProblem::Shape),
        ("2014-3-5", DateProblem::Shape),
        ("2014-03-05-01", DateProblem::Shape),
        ("05/03/2014", DateProblem::Shape),
        ("٢٠١٤", DateProblem::Shape),
    ] {
        assert_eq!(text.parse::<PartialDate>(), Err(problem), "{text}");
    }
    assert!(d("2024-02-29").exact().is_some());
}

#[test]
fn typed_boxes_take_digits_of_the_users_script_and_name_the_wrong_box() {
    assert_eq!(PartialDate::from_typed("٢٠١٤", "٣", "٥"), Ok(d("2014-03-05")));
    assert_eq!(PartialDate::from_typed(" ۲۰۱۴ ", "", ""), Ok(d("2014")));
    assert_eq!(PartialDate::from_typed("၂၀၁၄", "12", ""), Ok(d("2014-12")));
    assert_eq!(PartialDate::from_typed("", "3", "5"), Err(DateProblem::NoYear));
    assert_eq!(PartialDate::from_typed("2014", "", "5"), Err(DateProblem::DayWithoutMonth));
    assert_eq!(PartialDate::from_typed("2014", "13", "5"), Err(DateProblem::Month));
    assert_eq!(PartialDate::from_typed("2014", "2", "30"), Err(DateProblem::Day));
    assert_eq!(PartialDate::from_typed("14", "2", "3"), Err(DateProblem::Year));
    assert_eq!(PartialDate::from_typed("20145", "", ""), Err(DateProblem::Year));
}

#[test]
fn a_vague_date_spans_all_the_days_it_can_mean() {
    assert_eq!((d("2024").earliest(), d("2024").latest()), (date(2024, 1, 1), date(2024, 12, 31)));
    assert_eq!((d("2024-02").earliest(), d("2024-02").latest()), (date(2024, 2, 1), date(2024, 2, 29)));
    assert_eq!(d("2024-02-03").earliest(), d("2024-02-03").latest());
}

#[test]
fn dates_sort_by_first_day_and_the_vaguer_first() {
    let mut all = [d("2015"), d("2014-01-01"), d("2014"), d("2014-01"), d("2013-12-31")];
    all.sort();
    assert_eq!(all, [d("2013-12-31"), d("2014"), d("2014-01"), d("2014-01-01"), d("2015")]);
}

#[test]
fn an_age_counts_completed_years_and_takes_the_lower_of_a_doubt() {
    let today = date(2026, 11, 22);
    for (born, age) in
        [("2014-11-22", 12), ("2014-11-23", 11), ("2014", 11), ("2014-11", 11), ("2014-10", 12), ("2026", 0)]
    {
        assert_eq!(d(born).age_on(today), Some(age), "{born}");
    }
    assert_eq!(d("2014").ages_on(today), Some((11, 12)));
    assert_eq!(d("2027").age_on(today), None);
    assert_eq!(d("2012-02-29").age_on(date(2013, 2, 28)), Some(0));
    assert_eq!(d("2012-02-29").age_on(date(2013, 3, 1)), Some(1));
}

#[test]
fn a_date_is_before_another_only_without_doubt() {
    assert!(d("2013").surely_before(d("2014-01")));
    assert!(!d("2014").surely_before(d("2014-06")));
    assert!(!d("2026").surely_after_day(date(2026, 11, 22)));
    assert!(d("2026-12").surely_after_day(date(2026, 11, 22)));
}

#[test]
fn days_and_months_are_counted_over_year_ends() {
    assert_eq!(days_between(date(2026, 12, 30), date(2027, 1, 2)), 3);
    assert_eq!(add_days(date(2026, 12, 30), 3), date(2027, 1, 2));
    assert_eq!(add_months(date(2027, 1, 31), 1), date(2027, 2, 28));
}

#[test]
fn a_printed_date_does_not_tell_the_day() {
    assert!(!format!("{:?}", d("2014-03-05")).contains("2014"));
}
