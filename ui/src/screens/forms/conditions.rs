//! Conditions as rows that a person can put together, and back. What the rows cannot say stays as it is written. Pure.

use amparo_model::condition::{Condition, Expression, Literal, Operation};
use amparo_model::form::FieldKind;

/// Several rows joined by "all" or "any".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// Every row must hold; otherwise one is enough.
    pub all: bool,
    /// At least one.
    pub rows: Vec<BuiltRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltRow {
    /// The opposite.
    pub not: bool,
    /// For at least one row of this repeat; `field` is a cell of it then.
    pub repeat: Option<String>,
    /// The question.
    pub field: String,
    /// What is asked of its answer.
    pub ask: AskOf,
}

/// What is asked of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskOf {
    /// Compared with something.
    Is(Compare, Worth),
    /// One of these options, or one of those chosen is.
    OneOf {
        /// The question takes several options.
        several: bool,
        /// The options.
        values: Vec<Literal>,
    },
    /// Answered.
    Filled,
    /// Blank.
    Empty,
}

/// How two things are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// The same.
    Equal,
    /// Another one, or none.
    NotEqual,
    /// Less, or surely earlier.
    Less,
    /// Not more.
    AtMost,
    /// More, or surely later.
    More,
    /// Not less.
    AtLeast,
}

impl Compare {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Equal, Self::NotEqual, Self::Less, Self::AtMost, Self::More, Self::AtLeast];

    /// The end of the id of its words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::NotEqual => "not-equal",
            Self::Less => "less",
            Self::AtMost => "at-most",
            Self::More => "more",
            Self::AtLeast => "at-least",
        }
    }

    fn tree(self, a: Expression, b: Expression) -> Condition {
        match self {
            Self::Equal => Condition::Eq(a, b),
            Self::NotEqual => Condition::Ne(a, b),
            Self::Less => Condition::Lt(a, b),
            Self::AtMost => Condition::Le(a, b),
            Self::More => Condition::Gt(a, b),
            Self::AtLeast => Condition::Ge(a, b),
        }
    }
}

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worth {
    /// Something fixed.
    Fixed(Literal),
    /// The day of today.
    Today,
    /// The answer to another question.
    Field(String),
}

impl BuiltRow {
    /// A new row about a question.
    #[must_use]
    pub fn about(field: impl Into<String>) -> Self {
        Self { not: false, repeat: None, field: field.into(), ask: AskOf::Filled }
    }
}

/// A field of the record or of the row, as an expression.
#[must_use]
pub fn field(id: &str) -> Expression {
    operation(Operation::Field(id.to_owned()))
}

/// An operation as an expression.
#[must_use]
pub fn operation(operation: Operation) -> Expression {
    Expression::Operation(Box::new(operation))
}

/// What a person typed, as the fixed value that a question of this type is compared with. `None` when it is none.
#[must_use]
pub fn literal(kind: &FieldKind, typed: &str) -> Option<Literal> {
    let typed = typed.trim();
    let number = || amparo_language::read_digits(typed).parse().ok().map(Literal::Number);
    match kind {
        FieldKind::Number => number(),
        FieldKind::Calc { gives: amparo_model::form::Gives::Number, .. } => number(),
        FieldKind::Tick => Some(Literal::Flag(typed == "true")),
        FieldKind::Date => {
            let typed = amparo_language::read_digits(typed);
            typed.parse::<amparo_model::date::PartialDate>().ok().map(|_| Literal::Text(typed))
        }
        _ => (!typed.is_empty()).then(|| Literal::Text(typed.to_owned())),
    }
}

/// A fixed value as it is typed.
#[must_use]
pub fn typed(literal: &Literal) -> String {
    match literal {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Text(text) => text.clone(),
    }
}

/// The rows of a condition. `None` when rows cannot say it: then only its text can be changed.
#[must_use]
pub fn rows(condition: &Condition) -> Option<Rows> {
    let (all, parts): (bool, &[Condition]) = match condition {
        Condition::And(parts) => (true, parts),
        Condition::Or(parts) => (false, parts),
        one => (true, std::slice::from_ref(one)),
    };
    let rows = Rows { all, rows: parts.iter().map(row).collect::<Option<Vec<_>>>()? };
    // Only what comes back as it was: "all of one row" would become that row.
    (written(&rows).as_ref() == Some(condition)).then_some(rows)
}

fn row(condition: &Condition) -> Option<BuiltRow> {
    match condition {
        Condition::Not(inner) => {
            let inner = row(inner)?;
            (!inner.not).then_some(BuiltRow { not: true, ..inner })
        }
        Condition::AnyRow { repeat, when } => {
            let inner = row(when)?;
            let plain = !inner.not && inner.repeat.is_none();
            plain.then(|| BuiltRow { repeat: Some(repeat.clone()), ..inner })
        }
        other => asked(other).map(|(field, ask)| BuiltRow { not: false, repeat: None, field, ask }),
    }
}

fn asked(condition: &Condition) -> Option<(String, AskOf)> {
    let compared = |compare, a: &Expression, b: &Expression| {
        let field = named(a)?;
        let worth = match b {
            Expression::Literal(literal) => Worth::Fixed(literal.clone()),
            Expression::Operation(operation) => match operation.as_ref() {
                Operation::Today {} => Worth::Today,
                Operation::Field(other) => Worth::Field(other.clone()),
                _ => return None,
            },
        };
        Some((field, AskOf::Is(compare, worth)))
    };
    match condition {
        Condition::Eq(a, b) => compared(Compare::Equal, a, b),
        Condition::Ne(a, b) => compared(Compare::NotEqual, a, b),
        Condition::Lt(a, b) => compared(Compare::Less, a, b),
        Condition::Le(a, b) => compared(Compare::AtMost, a, b),
        Condition::Gt(a, b) => compared(Compare::More, a, b),
        Condition::Ge(a, b) => compared(Compare::AtLeast, a, b),
        Condition::In(a, values) => Some((named(a)?, AskOf::OneOf { several: false, values: values.clone() })),
        Condition::AnyOf(a, values) => Some((named(a)?, AskOf::OneOf { several: true, values: values.clone() })),
        Condition::Filled(field) => Some((field.clone(), AskOf::Filled)),
        Condition::Empty(field) => Some((field.clone(), AskOf::Empty)),
        _ => None,
    }
}

fn named(expression: &Expression) -> Option<String> {
    match expression {
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Field(field) => Some(field.clone()),
            _ => None,
        },
        Expression::Literal(_) => None,
    }
}

/// The condition that rows say; none when there is no row.
#[must_use]
pub fn written(rows: &Rows) -> Option<Condition> {
    let mut parts: Vec<Condition> = rows.rows.iter().map(one).collect();
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ if rows.all => Some(Condition::And(parts)),
        _ => Some(Condition::Or(parts)),
    }
}

fn one(row: &BuiltRow) -> Condition {
    let asked = match &row.ask {
        AskOf::Is(compare, worth) => compare.tree(
            field(&row.field),
            match worth {
                Worth::Fixed(literal) => Expression::Literal(literal.clone()),
                Worth::Today => operation(Operation::Today {}),
                Worth::Field(other) => field(other),
            },
        ),
        AskOf::OneOf { several: false, values } => Condition::In(field(&row.field), values.clone()),
        AskOf::OneOf { several: true, values } => Condition::AnyOf(field(&row.field), values.clone()),
        AskOf::Filled => Condition::Filled(row.field.clone()),
        AskOf::Empty => Condition::Empty(row.field.clone()),
    };
    let asked = match &row.repeat {
        Some(repeat) => Condition::AnyRow { repeat: repeat.clone(), when: Box::new(asked) },
        None => asked,
    };
    if row.not { Condition::Not(Box::new(asked)) } else { asked }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;

    fn read(json: &str) -> Condition {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn common_conditions_become_rows_and_come_back_as_they_were() {
        for json in [
            r#"{"eq":[{"field":"sex"},"female"]}"#,
            r#"{"and":[{"eq":[{"field":"sex"},"female"]},{"not":{"filled":"ids"}},{"in":[{"field":"age"},[1,2]]}]}"#,
            r#"{"or":[{"any_of":[{"field":"concerns"},["a","b"]]},{"le":[{"field":"dob"},{"today":{}}]}]}"#,
            r#"{"any_row":{"repeat":"ids","when":{"ne":[{"field":"id_type"},"passport"]}}}"#,
            r#"{"not":{"any_row":{"repeat":"ids","when":{"empty":"number"}}}}"#,
            r#"{"gt":[{"field":"a"},{"field":"b"}]}"#,
        ] {
            let condition = read(json);
            let rows = rows(&condition).unwrap_or_else(|| panic!("{json}"));
            assert_eq!(written(&rows), Some(condition), "{json}");
        }
    }

    #[test]
    fn what_rows_cannot_say_is_left_alone() {
        for json in [
            r#"{"and":[{"or":[{"filled":"a"},{"filled":"b"}]},{"filled":"c"}]}"#,
            r#"{"and":[{"filled":"a"}]}"#,
            r#"{"ge":[{"days_between":[{"field":"a"},{"today":{}}]},3]}"#,
            r#"{"complete":"consent"}"#,
            r#"{"not":{"not":{"filled":"a"}}}"#,
        ] {
            assert_eq!(rows(&read(json)), None, "{json}");
        }
    }

    #[test]
    fn most_conditions_of_the_standard_forms_can_be_built_and_none_is_changed_by_it() {
        let (mut built, mut all) = (0, 0);
        for form in standard().forms() {
            let of_fields = form.fields().flat_map(|field| field.row_fields().iter().chain([field]));
            let conditions = of_fields.flat_map(|field| field.condition.iter().chain(&field.required_when));
            for condition in conditions.chain(form.sections.iter().filter_map(|section| section.condition.as_ref())) {
                all += 1;
                if let Some(rows) = rows(condition) {
                    built += 1;
                    assert_eq!(written(&rows).as_ref(), Some(condition));
                }
            }
        }
        assert!(built * 10 > all * 7, "{built} of {all}");
    }

    #[test]
    fn what_is_typed_becomes_the_value_that_the_question_is_compared_with() {
        assert_eq!(literal(&FieldKind::Number, " ١٢ "), Some(Literal::Number(12)));
        assert_eq!(literal(&FieldKind::Number, "many"), None);
        assert_eq!(literal(&FieldKind::Tick, "true"), Some(Literal::Flag(true)));
        assert_eq!(literal(&FieldKind::Date, "2026-11"), Some(Literal::Text("2026-11".into())));
        assert_eq!(literal(&FieldKind::Date, "soon"), None);
        assert_eq!(literal(&FieldKind::YesNo, "yes"), Some(Literal::Text("yes".into())));
    }
}
