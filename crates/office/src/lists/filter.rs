//! Whether a record fits a filter. Of what was read, each answer that occurs is looked at once.

use super::columns::Said;
use super::source::{Scope, Shape, Source};
use crate::casework::index::Known;
use crate::problems::Answer;
use amparo_api::Code;
use amparo_api::lists::{Filter, Is};
use amparo_matching::fold;
use amparo_model::date::{PartialDate, add_days};
use amparo_model::ids::PlaceId;
use amparo_model::value::Value;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A filter, ready to be asked of many records.
pub(super) struct Test<'i> {
    source: Source<'i>,
    is: Asks,
    not: bool,
    /// What holds of each answer of a column that was read.
    verdicts: Vec<bool>,
}

enum Asks {
    Among(BTreeSet<String>),
    Number(i64, i64),
    Dates(Date, Date),
    Within(BTreeSet<PlaceId>),
    Contains(String),
    Blank,
}

/// The longest text that is looked for.
const LONGEST: usize = 200;

impl Asks {
    fn new(is: &Is, today: Date) -> Self {
        let bound = |days: Option<i32>, open: Date| days.map_or(open, |days| add_days(today, days.into()));
        match is {
            Is::Among(ids) => Self::Among(ids.clone()),
            Is::Number { from, to } => Self::Number(from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX)),
            Is::Dates { from, to } => {
                Self::Dates(from.map_or(Date::MIN, PartialDate::earliest), to.map_or(Date::MAX, PartialDate::latest))
            }
            Is::Days { from, to } => Self::Dates(bound(*from, Date::MIN), bound(*to, Date::MAX)),
            Is::Within(places) => Self::Within(places.clone()),
            Is::Contains(text) => Self::Contains(fold(text)),
            Is::Blank {} => Self::Blank,
        }
    }

    fn fits(&self, shape: Shape) -> bool {
        match self {
            // What stands in for an answer, such as "unknown", is an option everywhere.
            Self::Blank | Self::Among(_) => self.is_blank() || !matches!(shape, Shape::There),
            Self::Number(..) => shape == Shape::Number,
            Self::Dates(..) => shape == Shape::Date,
            Self::Within(_) => shape == Shape::Place,
            Self::Contains(_) => shape == Shape::Text,
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    fn holds(&self, scope: &Scope<'_, '_>, value: &Value) -> bool {
        match self {
            Self::Blank => false,
            Self::Among(ids) => match value {
                Value::Choice(option) => ids.contains(option),
                Value::Choices(options) => !options.is_disjoint(ids),
                Value::YesNo(answer) => ids.contains(answer.as_str()),
                Value::Tick(on) => ids.contains(if *on { "yes" } else { "no" }),
                Value::Person(person) => ids.contains(&person.to_string()),
                Value::Agency(agency) => ids.contains(&agency.to_string()),
                _ => false,
            },
            Self::Number(from, to) => value.as_number().is_some_and(|number| (from..=to).contains(&&number)),
            Self::Dates(from, to) => {
                value.as_date().is_some_and(|date| date.latest() >= *from && date.earliest() <= *to)
            }
            Self::Within(places) => {
                matches!(value, Value::Place(place) if scope.index.above(*place).any(|above| places.contains(&above)))
            }
            Self::Contains(text) => value.as_text().is_some_and(|said| fold(said).contains(text.as_str())),
        }
    }
}

impl<'i> Test<'i> {
    pub(super) fn new(scope: &Scope<'_, 'i>, filter: &Filter) -> Answer<Self> {
        let source = Source::of(scope, &filter.of)?;
        let is = Asks::new(&filter.is, scope.today);
        let too_long = matches!(&filter.is, Is::Contains(text) if text.chars().count() > LONGEST);
        if !is.fits(source.shape()) || too_long {
            return Err(Code::BadRequest.into());
        }
        let verdicts = match &source {
            Source::Read { column: Some(column), .. } => {
                let any = |values: &[Value]| values.iter().any(|value| is.holds(scope, value));
                column.answers().iter().map(|answer| any(&answer.values)).collect()
            }
            _ => Vec::new(),
        };
        Ok(Self { source, is, not: filter.not, verdicts })
    }

    /// Whether it holds of a record; none when the record must be read first.
    pub(super) fn holds(&self, scope: &Scope<'_, '_>, at: usize, known: &Known) -> Option<bool> {
        let blank = self.is.is_blank();
        let holds = match &self.source {
            Source::Read { column, .. } => match column.map_or(Said::Unread, |column| column.said(at)) {
                Said::Unread => return None,
                // Nobody here can tell; it is neither so nor not.
                Said::Closed => return Some(false),
                Said::Blank => blank,
                Said::Answer(answer) => self.verdicts.get(answer).copied().unwrap_or(false),
            },
            source => source.value(scope, known).map_or(blank, |value| self.is.holds(scope, &value)),
        };
        Some(holds != self.not)
    }
}
