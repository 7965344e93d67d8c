//! Dates as people say them, partial ones too; and month names as people type them.

use icu_calendar::cal::Hijri;
use jiff::civil::{Date, DateTime};

use crate::catalogue::by_id;
use crate::language::{Calendar, Language, MonthNames};
use crate::numbers::{read_digits, with_digits};
use crate::words;

/// A date in words, as exact as it is known: `5 March 2014`, `March 2014`, `2014`.
///
/// A day without a month is not a date that anyone says: it is left out. A month outside 1 to 12 is left out as well.
#[must_use]
pub fn date(language: &Language, year: i16, month: Option<i8>, day: Option<i8>) -> String {
    let written = with_digits(language, &year.to_string());
    match (month.and_then(|month| month_name(language, month)), day) {
        (Some(name), Some(day)) => {
            let full = words::date_full(language, day, &name, &written);
            match month.and_then(|month| hijri(language, year, month, day)) {
                Some(hijri) => words::date_beside(language, &full, &hijri),
                None => full,
            }
        }
        (Some(month), None) => words::date_month(language, &month, &written),
        (None, _) => written,
    }
}

/// The same day in the Umm al-Qura calendar, where the person wants it beside. Only for whole dates: a month of one calendar is no
/// month of the other.
fn hijri(language: &Language, year: i16, month: i8, day: i8) -> Option<String> {
    if language.calendar != Calendar::WithHijri {
        return None;
    }
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let gregorian = icu_calendar::Date::try_new_iso(i32::from(year), month, day).ok()?;
    let there = gregorian.to_calendar(Hijri::new_umm_al_qura());
    let name = by_id(language, &format!("month-hijri-{}", there.month().ordinal), &[])?;
    let day = with_digits(language, &there.day_of_month().0.to_string());
    let year = with_digits(language, &there.era_year().year.to_string());
    Some(words::date_hijri(language, &day, &name, &year))
}

/// The name of a month (1 to 12) in the person's own set; `None` outside.
#[must_use]
pub fn month_name(language: &Language, month: i8) -> Option<String> {
    let set = match language.months {
        MonthNames::Levantine => "month",
        MonthNames::Egyptian => "month-egyptian",
    };
    by_id(language, &format!("{set}-{month}"), &[])
}

/// The time of day: `14:02`.
#[must_use]
pub fn time(language: &Language, hour: i8, minute: i8) -> String {
    with_digits(language, &format!("{hour:02}:{minute:02}"))
}

/// A moment seen from now: `today 14:02`, `yesterday 14:02`, `5 March 2014 14:02`.
#[must_use]
pub fn moment(language: &Language, then: DateTime, now: DateTime) -> String {
    let at = time(language, then.hour(), then.minute());
    match days_between(then.date(), now.date()) {
        0 => words::moment_today(language, &at),
        1 => words::moment_yesterday(language, &at),
        _ => {
            let day = date(language, then.year(), Some(then.month()), Some(then.day()));
            words::moment_on(language, &day, &at)
        }
    }
}

/// An age from months: years from two years on, months below.
#[must_use]
pub fn age(language: &Language, months: i32) -> String {
    if months >= 24 { words::age_years(language, months / 12) } else { words::age_months(language, months.max(0)) }
}

/// A waiting time, rounded up: seconds below two minutes, then minutes, then hours.
#[must_use]
pub fn duration(language: &Language, seconds: u64) -> String {
    if seconds < 120 {
        words::count_seconds(language, seconds)
    } else if seconds < 7_200 {
        words::count_minutes(language, seconds.div_ceil(60))
    } else {
        words::count_hours(language, seconds.div_ceil(3_600))
    }
}

fn days_between(then: Date, now: Date) -> i32 {
    now.duration_since(then).as_hours().try_into().map_or(i32::MAX, |hours: i32| hours / 24)
}

/// Reads a month as a person types it: a number in any digits, or a name in any of the four languages, in full or
/// shortened as long as it can only be one month. Accents and capitals do not matter.
#[must_use]
pub fn read_month(typed: &str) -> Option<i8> {
    let text = folded(typed);
    if let Ok(number) = text.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let mut found = None;
    let mut several = false;
    for month in 1..=12 {
        for language in Language::ALL {
            for id in ["month", "month-egyptian", "month-also"] {
                let names = by_id(&language, &format!("{id}-{month}"), &[]).unwrap_or_default();
                for name in names.split(['،', ',']).map(folded) {
                    if name == text {
                        return Some(month);
                    }
                    if text.chars().count() >= 3 && name.starts_with(&text) {
                        several |= found.is_some_and(|other| other != month);
                        found = Some(month);
                    }
                }
            }
        }
    }
    found.filter(|_| !several)
}

/// Lower case, western digits, without accents, Arabic vowel marks, tatweel and full stops; one form of alef.
fn folded(text: &str) -> String {
    read_digits(text)
        .trim()
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\u{064B}'..='\u{0652}' | '\u{0640}' | '.' | '\u{0300}'..='\u{036F}'))
        .map(|c| match c {
            'é' | 'è' | 'ê' => 'e',
            'û' | 'ú' => 'u',
            'á' | 'à' | 'â' => 'a',
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use jiff::civil::date as day;

    use super::*;
    use crate::language::Digits;

    #[test]
    fn dates_are_as_exact_as_they_are_known() {
        assert_eq!(date(&Language::ENGLISH, 2014, Some(3), Some(5)), "5 March 2014");
        assert_eq!(date(&Language::ENGLISH, 2014, Some(3), None), "March 2014");
        assert_eq!(date(&Language::ENGLISH, 2014, None, None), "2014");
        assert_eq!(date(&Language::FRENCH, 2014, Some(3), Some(1)), "1er mars 2014");
        assert_eq!(date(&Language::SPANISH, 2014, Some(3), Some(5)), "5 de marzo de 2014");
        assert_eq!(date(&Language::ENGLISH, 2014, Some(13), Some(5)), "2014");
    }

    #[test]
    fn arabic_dates_use_the_months_and_digits_that_were_chosen() {
        let levantine = Language::ARABIC;
        assert_eq!(date(&levantine, 2014, Some(3), Some(5)), "5 آذار 2014");
        let egyptian = levantine.with_months(MonthNames::Egyptian).with_digits(Digits::EasternArabic);
        assert_eq!(date(&egyptian, 2014, Some(3), Some(5)), "٥ مارس ٢٠١٤");
    }

    #[test]
    fn a_hijri_day_stands_beside_where_it_is_wanted_and_only_for_whole_dates() {
        let with = |language: Language| language.with_calendar(Calendar::WithHijri);
        // The first day of Ramadan 1447 in the Umm al-Qura calendar.
        assert_eq!(date(&with(Language::ENGLISH), 2026, Some(2), Some(18)), "18 February 2026 (1 Ramadan 1447)");
        assert_eq!(
            date(&with(Language::ARABIC), 2026, Some(2), Some(18)),
            "\u{2068}18 شباط 2026\u{2069} (\u{2068}1 رمضان 1447 هـ\u{2069})"
        );
        assert_eq!(date(&with(Language::ENGLISH), 2026, Some(2), None), "February 2026");
        assert_eq!(date(&Language::ENGLISH, 2026, Some(2), Some(18)), "18 February 2026");
        for month in 1..=12 {
            for language in Language::ALL {
                assert!(by_id(&language, &format!("month-hijri-{month}"), &[]).is_some(), "{language} {month}");
            }
        }
    }

    #[test]
    fn moments_are_seen_from_now() {
        let now = day(2026, 3, 1).at(9, 30, 0, 0);
        let said = |then| moment(&Language::ENGLISH, then, now);
        assert_eq!(said(day(2026, 3, 1).at(8, 2, 0, 0)), "today 08:02");
        assert_eq!(said(day(2026, 2, 28).at(23, 59, 0, 0)), "yesterday 23:59");
        assert_eq!(said(day(2026, 2, 27).at(14, 2, 0, 0)), "27 February 2026, 14:02");
        assert_eq!(said(day(2026, 3, 2).at(0, 0, 0, 0)), "2 March 2026, 00:00");
    }

    #[test]
    fn a_month_is_read_in_any_of_the_languages() {
        let months = [
            ("3", 3),
            ("٣", 3),
            ("March", 3),
            ("mars", 3),
            ("marzo", 3),
            ("آذار", 3),
            ("اذار", 3),
            ("مارس", 3),
            ("feb", 2),
            ("Févr.", 2),
            ("fevrier", 2),
            ("août", 8),
            ("AOUT", 8),
            ("agosto", 8),
            ("Sept", 9),
            ("تشرين الأول", 10),
            ("تشرين الثاني", 11),
            ("جانفي", 1),
            ("غشت", 8),
            ("déc", 12),
            ("May", 5),
            ("mai", 5),
        ];
        for (typed, month) in months {
            assert_eq!(read_month(typed), Some(month), "{typed}");
        }
    }

    #[test]
    fn a_month_that_could_be_two_is_not_guessed() {
        for typed in ["jui", "ju", "m", "تشرين", "كانون", "13", "0", "", "spring"] {
            assert_eq!(read_month(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_month_is_read_back_from_its_own_name() {
        for language in Language::ALL.into_iter().chain([Language::ARABIC.with_months(MonthNames::Egyptian)]) {
            for month in 1..=12 {
                assert_eq!(read_month(&month_name(&language, month).unwrap()), Some(month), "{language} {month}");
            }
        }
    }

    #[test]
    fn waiting_times_are_rounded_up() {
        assert_eq!(duration(&Language::ENGLISH, 61), "61 seconds");
        assert_eq!(duration(&Language::ENGLISH, 121), "3 minutes");
        assert_eq!(duration(&Language::ENGLISH, 7_201), "3 hours");
    }

    #[test]
    fn small_children_have_an_age_in_months() {
        assert_eq!(age(&Language::ENGLISH, 23), "23 months");
        assert_eq!(age(&Language::ENGLISH, 24), "2 years");
    }
}
