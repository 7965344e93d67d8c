//! A filter while it is put together, and a filter in words. Pure.

use super::super::forms::Forms;
use super::super::places;
use super::super::say::{self, Names};
use super::questions::{Question, Shape, definition, key_of, label_of};
use amparo_api::lists::{Column, Filter, Is};
use amparo_language::{Language, number, words};
use amparo_model::date::PartialDate;
use amparo_model::ids::PlaceId;
use std::collections::BTreeSet;
use yew::AttrValue;

/// How a filter asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is one of these, lies in between, stands in it.
    Is,
    /// It is not.
    IsNot,
    /// A date in days from today.
    Days,
    /// Nothing stands there.
    Blank,
    /// Something stands there.
    Filled,
}

/// Its word in elements.
#[must_use]
pub fn how_key(how: How) -> &'static str {
    match how {
        How::Is => "is",
        How::IsNot => "is-not",
        How::Days => "days",
        How::Blank => "blank",
        How::Filled => "filled",
    }
}

/// How a question can be asked, the usual way first.
#[must_use]
pub fn hows(shape: &Shape) -> &'static [How] {
    match shape {
        Shape::Date => &[How::Is, How::Days, How::Blank, How::Filled],
        Shape::There => &[How::Filled, How::Blank],
        _ => &[How::Is, How::IsNot, How::Blank, How::Filled],
    }
}

/// Spans of days that are offered, from and to, from today.
pub const SPANS: [(Option<i32>, Option<i32>); 8] = [
    (Some(-7), Some(0)),
    (Some(-30), Some(0)),
    (Some(-90), Some(0)),
    (None, Some(-30)),
    (None, Some(-60)),
    (None, Some(-90)),
    (Some(0), Some(7)),
    (Some(0), Some(30)),
];

/// A span in words.
#[must_use]
pub fn span_words(language: &Language, span: (Option<i32>, Option<i32>)) -> String {
    let said = |days: i32| number(language, i64::from(days.abs()));
    match span {
        (Some(from), Some(0)) if from < 0 => words::days_last(language, &said(from)),
        (None, Some(to)) if to < 0 => words::days_before(language, &said(to)),
        (Some(0), Some(to)) if to > 0 => words::days_next(language, &said(to)),
        (from, to) => {
            let bound = |days: Option<i32>| days.map_or_else(String::new, |days| number(language, days.into()));
            words::days_between(language, &bound(from), &bound(to))
        }
    }
}

/// A filter while it is put together.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// Of what.
    pub column: Column,
    /// How it asks.
    pub how: How,
    /// Options.
    pub ids: Vec<AttrValue>,
    /// Numbers as typed.
    pub numbers: [String; 2],
    /// Dates.
    pub dates: [Option<PartialDate>; 2],
    /// A date box holds something that is no date.
    pub wrong: [bool; 2],
    /// Days from today.
    pub span: (Option<i32>, Option<i32>),
    /// Places.
    pub places: Vec<PlaceId>,
    /// Text.
    pub text: String,
}

impl Draft {
    /// For a question.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        Self {
            column: question.column.clone(),
            how: hows(&question.shape).first().copied().unwrap_or(How::Is),
            ids: Vec::new(),
            numbers: Default::default(),
            dates: [None, None],
            wrong: [false, false],
            span: (Some(-30), Some(0)),
            places: Vec::new(),
            text: String::new(),
        }
    }

    /// One that is there, to be changed.
    #[must_use]
    pub fn of(filter: &Filter, question: &Question) -> Self {
        let mut draft = Self::new(question);
        draft.how = match (&filter.is, filter.not) {
            (Is::Blank {}, false) => How::Blank,
            (Is::Blank {}, true) => How::Filled,
            (Is::Days { .. }, _) => How::Days,
            (_, false) => How::Is,
            (_, true) => How::IsNot,
        };
        let typed = |bound: &Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        match &filter.is {
            Is::Among(ids) => draft.ids = ids.iter().map(|id| AttrValue::from(id.clone())).collect(),
            Is::Number { from, to } => draft.numbers = [typed(from), typed(to)],
            Is::Dates { from, to } => draft.dates = [*from, *to],
            Is::Days { from, to } => draft.span = (*from, *to),
            Is::Within(places) => draft.places = places.iter().copied().collect(),
            Is::Contains(text) => draft.text.clone_from(text),
            Is::Blank {} => {}
        }
        draft
    }

    /// The filter; none while something is lacking or wrong.
    #[must_use]
    pub fn filter(&self, shape: &Shape) -> Option<Filter> {
        let bound = |text: &String| match text.trim() {
            "" => Some(None),
            text => amparo_language::read_digits(text).trim().parse().ok().map(Some),
        };
        let is = match (self.how, shape) {
            (How::Blank | How::Filled, _) => Is::Blank {},
            (How::Days, Shape::Date) => Is::Days { from: self.span.0, to: self.span.1 },
            (_, Shape::Options(_)) if !self.ids.is_empty() => {
                Is::Among(self.ids.iter().map(ToString::to_string).collect())
            }
            (_, Shape::Number) => {
                let (from, to) = (bound(&self.numbers[0])?, bound(&self.numbers[1])?);
                from.or(to)?;
                Is::Number { from, to }
            }
            (_, Shape::Date) if !self.wrong.contains(&true) => {
                let [from, to] = self.dates;
                from.or(to)?;
                Is::Dates { from, to }
            }
            (_, Shape::Place) if !self.places.is_empty() => Is::Within(self.places.iter().copied().collect()),
            (_, Shape::Text) if !self.text.trim().is_empty() => Is::Contains(self.text.trim().to_owned()),
            _ => return None,
        };
        let not = matches!(self.how, How::IsNot | How::Filled);
        Some(Filter { of: self.column.clone(), is, not })
    }
}

/// The places that filters name.
#[must_use]
pub fn places_in(filters: &[Filter]) -> BTreeSet<PlaceId> {
    let within =
        filters.iter().filter_map(|filter| if let Is::Within(places) = &filter.is { Some(places) } else { None });
    within.flatten().copied().collect()
}

/// A filter in words, for its chip, for print and for the sheet.
#[must_use]
pub fn filter_words(
    forms: Forms,
    language: &Language,
    names: &Names,
    questions: &[Question],
    filter: &Filter,
) -> String {
    let question = questions.iter().find(|question| question.column == filter.of);
    let label = question.map_or_else(|| label_of(forms, language, &filter.of), |question| question.label.clone());
    let option = |id: &String| -> String {
        let offered = question.and_then(|question| match &question.shape {
            Shape::Options(options) => options.iter().chain(&question.more).find(|option| option.code == id.as_str()),
            _ => None,
        });
        let known = definition(forms, &filter.of);
        offered.map(|option| option.label.to_string()).unwrap_or_else(|| {
            known.map_or_else(
                || words::unknown(language),
                |def| forms.configuration.option_label(def, id, language.tag()).to_owned(),
            )
        })
    };
    let range = |from: Option<String>, to: Option<String>| match (from, to) {
        (Some(from), Some(to)) => words::range_between(language, &from, &to),
        (Some(from), None) => words::range_from(language, &from),
        (None, Some(to)) => words::range_to(language, &to),
        (None, None) => String::new(),
    };
    let what = match &filter.is {
        Is::Blank {} if filter.not => return words::filter_filled(language, &label),
        Is::Blank {} => return words::filter_blank(language, &label),
        Is::Among(ids) => say::joined(language, ids.iter().map(option)),
        Is::Number { from, to } => range(from.map(|from| number(language, from)), to.map(|to| number(language, to))),
        Is::Dates { from, to } => {
            range(from.map(|from| say::partial_date(language, from)), to.map(|to| say::partial_date(language, to)))
        }
        Is::Days { from, to } => span_words(language, (*from, *to)),
        Is::Within(within) => {
            let named = |place: &PlaceId| {
                let met = places::label_of(*place, language).or_else(|| names.places.get(place).cloned());
                met.unwrap_or_else(|| words::place_not_known(language))
            };
            say::joined(language, within.iter().map(named))
        }
        Is::Contains(text) => text.clone(),
    };
    if filter.not { words::filter_not(language, &what, &label) } else { words::filter_is(language, &what, &label) }
}

/// What elements name a filter by.
#[must_use]
pub fn filter_key(at: usize, filter: &Filter) -> String {
    format!("{at}-{}", key_of(&filter.of))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::questions::{Around, questions};
    use super::*;
    use amparo_model::record::RecordType;

    fn all() -> Vec<Question> {
        questions(Forms::of(RecordType::CASE), &Language::ENGLISH, &Names::default(), &Around::default())
    }

    fn of(column: &str) -> Question {
        all().into_iter().find(|question| key_of(&question.column) == column).unwrap()
    }

    #[test]
    fn every_filter_that_can_be_made_comes_back_as_it_was() {
        let made = [
            ("field:sex", Is::Among(["female".to_owned()].into()), true),
            ("fact:age", Is::Number { from: Some(6), to: None }, false),
            ("field:date_registered", Is::Dates { from: Some("2026-03".parse().unwrap()), to: None }, false),
            ("field:date_registered", Is::Days { from: None, to: Some(-30) }, false),
            ("field:school", Is::Contains("river".to_owned()), true),
            ("field:services", Is::Blank {}, true),
            ("field:photo", Is::Blank {}, false),
        ];
        for (key, is, not) in made {
            let question = of(key);
            let filter = Filter { of: question.column.clone(), is, not };
            let again = Draft::of(&filter, &question).filter(&question.shape);
            assert!(again == Some(filter), "{key}");
        }
    }

    #[test]
    fn what_is_not_finished_is_no_filter() {
        for key in ["field:sex", "fact:age", "field:date_registered", "field:school", "field:loc_current"] {
            let question = of(key);
            assert!(Draft::new(&question).filter(&question.shape).is_none(), "{key}");
        }
        let question = of("fact:age");
        let draft = Draft { numbers: ["six".to_owned(), String::new()], ..Draft::new(&question) };
        assert!(draft.filter(&question.shape).is_none());
    }

    #[test]
    fn a_filter_says_what_it_asks() {
        let forms = Forms::of(RecordType::CASE);
        let say = |filter: Filter| filter_words(forms, &Language::ENGLISH, &Names::default(), &all(), &filter);
        let risk = Filter {
            of: Column::Field("risk_level".to_owned()),
            is: Is::Among(["high".to_owned(), "medium".to_owned()].into()),
            not: false,
        };
        let said = say(risk);
        assert!(said.contains("High") && said.contains("Medium"), "{said}");
        let blank = Filter { of: Column::Field("services".to_owned()), is: Is::Blank {}, not: false };
        assert_ne!(say(blank.clone()), say(Filter { not: true, ..blank }));
    }
}
