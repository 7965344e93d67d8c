//! The small language of form definitions: conditions ("show when", "required when") and expressions (calculated fields, defaults).
//!
//! Plain trees; `amparo-forms` evaluates them. In JSON a bare text, number or `true` is a literal and an object with one key is an
//! operation: `{"eq": [{"field": "sex"}, "female"]}`, `{"age": {"born": {"field": "dob"}, "on": {"today": {}}}}`.

use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A fixed value. A text stands for an option, for `yes`, `no`, `unknown` or for a date when it is compared with one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Literal {
    /// A tick.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Text, option, answer or date.
    Text(String),
}

/// Something that has a value, or none when what it needs is blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Expression {
    /// A fixed value.
    Literal(Literal),
    /// An operation.
    Operation(Box<Operation>),
}

/// What an expression can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Operation {
    /// A field of the same row, else of the record.
    Field(String),
    /// A field of the record, also when the row has one of that name.
    Record(String),
    /// The day on which it is worked out.
    Today {},
    /// The person who works.
    Me {},
    /// Sum of the numbers that are there.
    Add(Vec<Expression>),
    /// First minus second.
    Subtract(Expression, Expression),
    /// Product.
    Multiply(Vec<Expression>),
    /// First divided by second, rounded down; none when the second is nought.
    Divide(Expression, Expression),
    /// One or the other.
    If {
        /// The question.
        when: Condition,
        /// Its value when the answer is yes.
        then: Expression,
        /// Its value otherwise.
        otherwise: Expression,
    },
    /// Days from the first date to the second, counted from first days.
    DaysBetween(Expression, Expression),
    /// Completed years.
    Age {
        /// Date of birth.
        born: Expression,
        /// On this day.
        on: Expression,
    },
    /// A date moved by days.
    AddDays(Expression, Expression),
    /// Texts one after another; blank ones are left out.
    Join {
        /// The parts.
        parts: Vec<Expression>,
        /// Between two parts.
        #[serde(default)]
        between: String,
    },
    /// The words of the option that a field holds, in the user's language.
    Label(String),
    /// The smallest number or earliest date of those that are there.
    Least(Vec<Expression>),
    /// The largest number or latest date of those that are there.
    Greatest(Vec<Expression>),
    /// How many rows a repeat has.
    Count(String),
    /// How many rows of a repeat a condition holds for; inside it a field is a cell of the row first.
    CountRows {
        /// The repeat.
        repeat: String,
        /// What must hold for a row.
        when: Condition,
    },
    /// Sum of a value over the rows that have one.
    SumRows {
        /// The repeat.
        repeat: String,
        /// Its value in a row.
        value: Expression,
    },
    /// A value of the row with the latest date, or largest number, in a cell; of several the last.
    Newest {
        /// The repeat.
        repeat: String,
        /// The cell that orders the rows.
        by: String,
        /// The value in that row.
        value: Expression,
    },
    /// A date moved by months; the last day of a shorter month.
    AddMonths(Expression, Expression),
    /// The mean of the numbers that are there, rounded to the nearest whole one.
    Average(Vec<Expression>),
    /// How many characters a text has.
    Length(Expression),
    /// When something is due, by the office's table of clocks.
    Due {
        /// The clock.
        clock: String,
        /// The risk level; none counts as the level that the table names for it.
        level: Expression,
        /// The day it starts.
        from: Expression,
    },
}

/// A question with the answer yes or no. Comparing with a blank field is "no", except for `ne`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Equal.
    Eq(Expression, Expression),
    /// Not equal; also when one is blank.
    Ne(Expression, Expression),
    /// Less, or surely earlier.
    Lt(Expression, Expression),
    /// Not more.
    Le(Expression, Expression),
    /// More, or surely later.
    Gt(Expression, Expression),
    /// Not less.
    Ge(Expression, Expression),
    /// The value is one of these.
    In(Expression, Vec<Literal>),
    /// At least one of the options chosen is one of these.
    AnyOf(Expression, Vec<Literal>),
    /// The text has these letters in it; large and small ones are the same.
    Contains(Expression, String),
    /// The condition holds for at least one row of a repeat; inside it a field is a cell of the row first.
    AnyRow {
        /// The repeat.
        repeat: String,
        /// What must hold.
        when: Box<Condition>,
    },
    /// The field holds something, or the repeat has a row.
    Filled(String),
    /// The field is blank, or the repeat has no row.
    Empty(String),
    /// Every one.
    And(Vec<Condition>),
    /// At least one.
    Or(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// The form has been saved as complete.
    Complete(String),
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        match Expression::deserialize(d)? {
            Expression::Literal(literal) => Ok(literal),
            Expression::Operation(_) => Err(serde::de::Error::custom("a fixed value is expected here")),
        }
    }
}

/// By hand, because an untagged enum would answer every mistake with "did not match any variant".
impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Expression;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number, true or false, or an operation")
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Expression, E> {
                Ok(Expression::Literal(Literal::Flag(flag)))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Expression, E> {
                Ok(Expression::Literal(Literal::Number(number)))
            }
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Expression, E> {
                let number = i64::try_from(number).map_err(|_| E::custom("the number is too large"))?;
                Ok(Expression::Literal(Literal::Number(number)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Expression, E> {
                Ok(Expression::Literal(Literal::Text(text.to_owned())))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Expression, A::Error> {
                let operation = Operation::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Expression::Operation(Box::new(operation)))
            }
        }
        d.deserialize_any(Visitor)
    }
}

/// How a tree names a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach<'a> {
    /// Of the row, else of the record.
    Row,
    /// Of the record.
    Record,
    /// Of a row of that repeat, else of the record.
    RowOf(&'a str),
}

/// What is called with every field that a tree names.
pub type SeeField<'a> = dyn FnMut(&mut String, Reach<'_>) + 'a;

/// Sees the repeat and then, as its cells, what is asked of its rows.
fn each_row_field(repeat: &mut String, see: &mut SeeField<'_>, inner: impl FnOnce(&mut SeeField<'_>)) {
    let rows = repeat.clone();
    see(repeat, Reach::Row);
    inner(&mut |field, reach| match reach {
        Reach::Row => see(field, Reach::RowOf(&rows)),
        further => see(field, further),
    });
}

impl Expression {
    /// Calls `see` with every field named, to check that it exists or to give it another name.
    pub fn each_field(&mut self, see: &mut SeeField<'_>) {
        let Self::Operation(operation) = self else {
            return;
        };
        match operation.as_mut() {
            Operation::Field(field) | Operation::Label(field) | Operation::Count(field) => see(field, Reach::Row),
            Operation::Record(field) => see(field, Reach::Record),
            Operation::Today {} | Operation::Me {} => {}
            Operation::Add(all)
            | Operation::Multiply(all)
            | Operation::Least(all)
            | Operation::Greatest(all)
            | Operation::Average(all) => all.iter_mut().for_each(|one| one.each_field(see)),
            Operation::Length(one) => one.each_field(see),
            Operation::CountRows { repeat, when } => each_row_field(repeat, see, |see| when.each_field(see)),
            Operation::SumRows { repeat, value } => each_row_field(repeat, see, |see| value.each_field(see)),
            Operation::Newest { repeat, by, value } => each_row_field(repeat, see, |see| {
                see(by, Reach::Row);
                value.each_field(see);
            }),
            Operation::Join { parts, .. } => parts.iter_mut().for_each(|one| one.each_field(see)),
            Operation::Subtract(a, b)
            | Operation::Divide(a, b)
            | Operation::DaysBetween(a, b)
            | Operation::AddMonths(a, b)
            | Operation::AddDays(a, b) => {
                a.each_field(see);
                b.each_field(see);
            }
            Operation::Age { born, on } => {
                born.each_field(see);
                on.each_field(see);
            }
            Operation::Due { level, from, .. } => {
                level.each_field(see);
                from.each_field(see);
            }
            Operation::If { when, then, otherwise } => {
                when.each_field(see);
                then.each_field(see);
                otherwise.each_field(see);
            }
        }
    }

    /// The clocks named, each as often as it stands there.
    #[must_use]
    pub fn clocks(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.each_name(&mut |name| {
            if let Name::Clock(clock) = name {
                found.push(clock);
            }
        });
        found
    }

    /// The forms whose completion is asked for.
    #[must_use]
    pub fn forms(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.each_name(&mut |name| {
            if let Name::Form(form) = name {
                found.push(form);
            }
        });
        found
    }

    fn each_name<'a>(&'a self, see: &mut dyn FnMut(Name<'a>)) {
        let Self::Operation(operation) = self else { return };
        match operation.as_ref() {
            Operation::Due { clock, level, from } => {
                see(Name::Clock(clock));
                level.each_name(see);
                from.each_name(see);
            }
            Operation::If { when, then, otherwise } => {
                when.each_name(see);
                then.each_name(see);
                otherwise.each_name(see);
            }
            Operation::Least(all)
            | Operation::Greatest(all)
            | Operation::Add(all)
            | Operation::Multiply(all)
            | Operation::Average(all) => all.iter().for_each(|one| one.each_name(see)),
            Operation::Length(one) => one.each_name(see),
            Operation::CountRows { when, .. } => when.each_name(see),
            Operation::SumRows { value, .. } | Operation::Newest { value, .. } => value.each_name(see),
            Operation::Join { parts, .. } => parts.iter().for_each(|one| one.each_name(see)),
            Operation::Subtract(a, b)
            | Operation::Divide(a, b)
            | Operation::DaysBetween(a, b)
            | Operation::AddMonths(a, b)
            | Operation::AddDays(a, b) => {
                a.each_name(see);
                b.each_name(see);
            }
            Operation::Age { born, on } => {
                born.each_name(see);
                on.each_name(see);
            }
            Operation::Field(_)
            | Operation::Record(_)
            | Operation::Today {}
            | Operation::Me {}
            | Operation::Label(_)
            | Operation::Count(_) => {}
        }
    }
}

/// Something other than a field that a tree names.
enum Name<'a> {
    Clock(&'a str),
    Form(&'a str),
}

impl Condition {
    /// Calls `see` with every field named, to check that it exists or to give it another name.
    pub fn each_field(&mut self, see: &mut SeeField<'_>) {
        match self {
            Self::Eq(a, b) | Self::Ne(a, b) | Self::Lt(a, b) | Self::Le(a, b) | Self::Gt(a, b) | Self::Ge(a, b) => {
                a.each_field(see);
                b.each_field(see);
            }
            Self::In(a, _) | Self::AnyOf(a, _) | Self::Contains(a, _) => a.each_field(see),
            Self::AnyRow { repeat, when } => each_row_field(repeat, see, |see| when.each_field(see)),
            Self::Filled(field) | Self::Empty(field) => see(field, Reach::Row),
            Self::And(all) | Self::Or(all) => all.iter_mut().for_each(|one| one.each_field(see)),
            Self::Not(one) => one.each_field(see),
            Self::Complete(_) => {}
        }
    }

    fn each_name<'a>(&'a self, see: &mut dyn FnMut(Name<'a>)) {
        match self {
            Self::Eq(a, b) | Self::Ne(a, b) | Self::Lt(a, b) | Self::Le(a, b) | Self::Gt(a, b) | Self::Ge(a, b) => {
                a.each_name(see);
                b.each_name(see);
            }
            Self::In(a, _) | Self::AnyOf(a, _) | Self::Contains(a, _) => a.each_name(see),
            Self::AnyRow { when, .. } => when.each_name(see),
            Self::Filled(_) | Self::Empty(_) => {}
            Self::And(all) | Self::Or(all) => all.iter().for_each(|one| one.each_name(see)),
            Self::Not(one) => one.each_name(see),
            Self::Complete(form) => see(Name::Form(form)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_tree_survives_its_json() {
        let json = r#"{"and":[{"eq":[{"field":"sex"},"female"]},{"not":{"filled":"ids"}},{"in":[{"field":"age"},[1,2]]},{"ge":[{"days_between":[{"field":"a"},{"today":{}}]},3]}]}"#;
        let tree: Condition = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&tree).unwrap(), json);
    }

    #[test]
    fn an_unknown_operation_is_refused_by_name() {
        let problem = serde_json::from_str::<Condition>(r#"{"eq":[{"fild":"sex"},"female"]}"#).unwrap_err();
        assert!(problem.to_string().contains("fild"), "{problem}");
        assert!(serde_json::from_str::<Condition>(r#"{"in":[{"field":"a"},[{"field":"b"}]]}"#).is_err());
    }

    #[test]
    fn every_field_of_a_tree_is_seen_and_can_be_renamed() {
        let mut tree: Condition = serde_json::from_str(
            r#"{"or":[{"filled":"a"},{"gt":[{"if":{"when":{"empty":"b"},"then":{"record":"c"},"otherwise":{"label":"d"}}},{"due":{"clock":"x","level":{"field":"e"},"from":{"least":[{"field":"f"}]}}}]}]}"#,
        )
        .unwrap();
        let mut seen = String::new();
        tree.each_field(&mut |field, _| {
            seen.push_str(field);
            field.insert(0, '_');
        });
        assert_eq!(seen, "abcdef");
        assert!(serde_json::to_string(&tree).unwrap().contains(r#"{"record":"_c"}"#));
    }
}
