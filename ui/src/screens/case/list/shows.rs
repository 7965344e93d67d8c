//! The lists that the first page counts, as they can be chosen.

use amparo_api::records::Show;
use amparo_language::{Language, words};
use amparo_model::record::{Kind, Module, RecordType};

/// Which can be chosen, their keys, their words. What is due and how high a risk is, is known of cases only.
#[must_use]
pub fn shows(of: RecordType, language: &Language) -> Vec<(Show, &'static str, String)> {
    let mut shows = vec![(Show::Current, "current", words::show_current(language))];
    if of.kind == Kind::Case {
        shows.extend([
            (Show::Overdue, "overdue", words::home_overdue(language)),
            (Show::Due, "due", words::home_due(language)),
        ]);
    }
    if of == RecordType::CASE {
        shows.push((Show::High, "high", words::home_high(language)));
        shows.push((Show::Quiet, "quiet", words::home_quiet(language)));
    }
    if of.kind == Kind::Case {
        shows.push((Show::Incomplete, "incomplete", words::home_incomplete(language)));
    }
    if of.module == Module::Cp {
        shows.push((Show::FromOthers, "from-others", words::home_from_others(language)));
    }
    shows.push((Show::All, "all", words::show_all(language)));
    shows
}

/// The one with a key.
#[must_use]
pub fn show_of(of: RecordType, key: &str) -> Option<Show> {
    shows(of, &Language::ENGLISH).into_iter().find(|(_, known, _)| *known == key).map(|(show, ..)| show)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cases_are_asked_what_is_due() {
        let keys = |of| shows(of, &Language::ENGLISH).into_iter().map(|(_, key, _)| key).collect::<Vec<_>>();
        assert!(keys(RecordType::CASE).contains(&"overdue") && keys(RecordType::GBV_CASE).contains(&"overdue"));
        assert_eq!(keys(RecordType::FAMILY), ["current", "from-others", "all"]);
        assert_eq!(show_of(RecordType::CASE, "quiet"), Some(Show::Quiet));
        assert_eq!(show_of(RecordType::FAMILY, "quiet"), None);
    }
}
