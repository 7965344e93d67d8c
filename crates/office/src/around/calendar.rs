//! The work list as a calendar file (RFC 5545), for the calendar that a person has anyway: codes, what is due and the day. Never a name:
//! the file lies outside of the office (PRIMERO.md, row 80).

use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_language::{Language, by_id, words};
use amparo_model::ids::CircleId;
use amparo_store::Writing;
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt::Write;
use std::path::Path;

/// The longest line in bytes; a longer one goes on in the next, which begins with a space.
const LINE: usize = 74;

/// A line of the file, folded.
fn line(text: &mut String, name: &str, value: &str) {
    let mut long = format!("{name}:");
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => long.extend(['\\', letter]),
            '\n' => long.push_str("\\n"),
            '\r' => {}
            letter => long.push(letter),
        }
    }
    let mut length = 0;
    for letter in long.chars() {
        if length + letter.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}

/// One thing to do, as the file tells it.
pub(crate) struct Due {
    pub(crate) code: String,
    pub(crate) what: String,
    pub(crate) on: Date,
}

/// The file.
fn calendar(language: &Language, stamp: &str, due: &[Due]) -> String {
    let mut text = String::new();
    for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Amparo//Work list//EN")] {
        line(&mut text, name, value);
    }
    for Due { code, what, on } in due {
        let word = by_id(language, &format!("clock-{}", what.replace('_', "-")), &[]);
        let word = word.unwrap_or_else(|| words::clock_next(language));
        let next = on.checked_add(1.day()).unwrap_or(*on);
        let day = |day: Date| day.strftime("%Y%m%d").to_string();
        line(&mut text, "BEGIN", "VEVENT");
        // The same task is the same entry when the file is read again.
        line(&mut text, "UID", &format!("{code}-{what}-{}@amparo", day(*on)));
        line(&mut text, "DTSTAMP", stamp);
        line(&mut text, "DTSTART;VALUE=DATE", &day(*on));
        line(&mut text, "DTEND;VALUE=DATE", &day(next));
        line(&mut text, "SUMMARY", &format!("{code}: {word}"));
        line(&mut text, "TRANSP", "TRANSPARENT");
        line(&mut text, "CLASS", "CONFIDENTIAL");
        line(&mut text, "END", "VEVENT");
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

impl Session {
    pub(super) fn save_calendar(&self, owner: Option<CircleId>, target: &Path, language: &str) -> Answer<usize> {
        let language: Language = language.parse().map_err(|_| Code::BadRequest)?;
        let due = self.all_due(owner);
        let at = jiff::Timestamp::from_millisecond(self.clock.now().0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let mut stamp = String::new();
        // Writing to a text does not fail.
        let _ = write!(stamp, "{}", at.strftime("%Y%m%dT%H%M%SZ"));
        chosen::write(target, calendar(&language, &stamp, &due).as_bytes())?;
        self.store.change(|writing: &mut Writing<'_>| {
            self.tell(writing, Told::of(What::CalendarSaved).with("entries", due.len()))
        })?;
        Ok(due.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_calendar_has_whole_days_codes_and_words_and_no_line_is_too_long() {
        let due = [Due { code: "KRG1-26-00001-C".into(), what: "follow_up".into(), on: date(2026, 11, 30) }];
        for language in Language::ALL {
            let text = calendar(&language, "20261122T080000Z", &due);
            assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
            assert!(text.contains("DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n"), "{text}");
            assert!(text.contains("SUMMARY:KRG1-26-00001-C: "), "{text}");
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        }
    }

    #[test]
    fn what_would_mean_something_else_in_the_file_is_written_so_that_it_does_not() {
        let mut text = String::new();
        line(&mut text, "SUMMARY", "one, two; three\\four\nEND:VCALENDAR");
        assert_eq!(text, "SUMMARY:one\\, two\\; three\\\\four\\nEND:VCALENDAR\r\n");
        let mut text = String::new();
        line(&mut text, "SUMMARY", &"ع".repeat(100));
        assert!(text.split("\r\n").all(|line| line.len() <= 75) && text.contains("\r\n "));
    }
}
