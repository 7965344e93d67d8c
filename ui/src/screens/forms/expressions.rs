//! Calculations and proposed values in the shapes that are needed most, and back. Everything else stays as it is written. Pure.

use super::conditions::{field, operation};
use amparo_model::condition::{Expression, Literal, Operation};

/// A calculation of a common shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Something fixed.
    Fixed(Literal),
    /// The day of today.
    Today,
    /// The person who works.
    Me,
    /// Another answer.
    Field(String),
    /// The sum of several answers.
    Sum(Vec<String>),
    /// Completed years today since the date in an answer.
    Age(String),
    /// Days from the date in an answer until today.
    DaysSince(String),
    /// A date moved by days.
    DaysAfter(String, i64),
    /// How many rows a repeat has.
    Count(String),
    /// The words of the option that an answer holds.
    Label(String),
}

impl Shape {
    /// The ends of the ids of their words, in the order in which they are offered.
    pub const CODES: [&'static str; 10] =
        ["fixed", "today", "me", "field", "sum", "age", "days-since", "days-after", "count", "label"];

    /// The end of the id of its words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fixed(_) => "fixed",
            Self::Today => "today",
            Self::Me => "me",
            Self::Field(_) => "field",
            Self::Sum(_) => "sum",
            Self::Age(_) => "age",
            Self::DaysSince(_) => "days-since",
            Self::DaysAfter(..) => "days-after",
            Self::Count(_) => "count",
            Self::Label(_) => "label",
        }
    }

    /// A shape to begin with, about a question.
    #[must_use]
    pub fn begin(code: &str, about: &str) -> Self {
        let about = about.to_owned();
        match code {
            "today" => Self::Today,
            "me" => Self::Me,
            "field" => Self::Field(about),
            "sum" => Self::Sum(vec![about]),
            "age" => Self::Age(about),
            "days-since" => Self::DaysSince(about),
            "days-after" => Self::DaysAfter(about, 7),
            "count" => Self::Count(about),
            "label" => Self::Label(about),
            _ => Self::Fixed(Literal::Text(String::new())),
        }
    }

    /// The questions it names.
    #[must_use]
    pub fn about(&self) -> Vec<&str> {
        match self {
            Self::Fixed(_) | Self::Today | Self::Me => Vec::new(),
            Self::Sum(fields) => fields.iter().map(String::as_str).collect(),
            Self::Field(field)
            | Self::Age(field)
            | Self::DaysSince(field)
            | Self::DaysAfter(field, _)
            | Self::Count(field)
            | Self::Label(field) => vec![field],
        }
    }

    /// As the engine works it out.
    #[must_use]
    pub fn written(&self) -> Expression {
        let today = || operation(Operation::Today {});
        match self {
            Self::Fixed(literal) => Expression::Literal(literal.clone()),
            Self::Today => today(),
            Self::Me => operation(Operation::Me {}),
            Self::Field(id) => field(id),
            Self::Sum(ids) => operation(Operation::Add(ids.iter().map(|id| field(id)).collect())),
            Self::Age(born) => operation(Operation::Age { born: field(born), on: today() }),
            Self::DaysSince(from) => operation(Operation::DaysBetween(field(from), today())),
            Self::DaysAfter(from, days) => {
                operation(Operation::AddDays(field(from), Expression::Literal(Literal::Number(*days))))
            }
            Self::Count(repeat) => operation(Operation::Count(repeat.clone())),
            Self::Label(id) => operation(Operation::Label(id.clone())),
        }
    }

    /// The shape of an expression, if it has one of these.
    #[must_use]
    pub fn of(expression: &Expression) -> Option<Self> {
        let named = |expression: &Expression| match expression {
            Expression::Operation(operation) => match operation.as_ref() {
                Operation::Field(field) => Some(field.clone()),
                _ => None,
            },
            Expression::Literal(_) => None,
        };
        let operation = match expression {
            Expression::Literal(literal) => return Some(Self::Fixed(literal.clone())),
            Expression::Operation(operation) => operation.as_ref(),
        };
        let shape = match operation {
            Operation::Today {} => Self::Today,
            Operation::Me {} => Self::Me,
            Operation::Field(field) => Self::Field(field.clone()),
            Operation::Add(parts) => Self::Sum(parts.iter().map(named).collect::<Option<Vec<_>>>()?),
            Operation::Age { born, .. } => Self::Age(named(born)?),
            Operation::DaysBetween(from, _) => Self::DaysSince(named(from)?),
            Operation::AddDays(from, Expression::Literal(Literal::Number(days))) => {
                Self::DaysAfter(named(from)?, *days)
            }
            Operation::Count(repeat) => Self::Count(repeat.clone()),
            Operation::Label(field) => Self::Label(field.clone()),
            _ => return None,
        };
        (shape.written() == *expression).then_some(shape)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_shape_comes_back_from_what_it_writes() {
        for code in Shape::CODES {
            let shape = Shape::begin(code, "dob");
            assert_eq!(shape.code(), code);
            assert_eq!(Shape::of(&shape.written()), Some(shape));
        }
    }

    #[test]
    fn a_calculation_of_another_shape_is_left_alone() {
        for json in [
            r#"{"age":{"born":{"field":"dob"},"on":{"field":"seen_on"}}}"#,
            r#"{"days_between":[{"today":{}},{"field":"a"}]}"#,
            r#"{"add":[{"field":"a"},1]}"#,
        ] {
            assert_eq!(Shape::of(&serde_json::from_str(json).unwrap()), None, "{json}");
        }
    }
}
