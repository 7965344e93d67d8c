//! Values beside values: when two are the same, which comes first, and what one is in the shape that a field holds.

use amparo_model::condition::Literal;
use amparo_model::date::PartialDate;
use amparo_model::form::{FieldKind, Gives};
use amparo_model::value::{Value, YesNo};
use std::cmp::Ordering;

/// A value in the shape that a field of this type holds: a literal is text until it is put somewhere.
pub(crate) fn fitting(value: Value, kind: &FieldKind) -> Option<Value> {
    match (kind, value) {
        (FieldKind::Select(_), Value::Text(option)) => Some(Value::Choice(option)),
        (FieldKind::Multi(_), Value::Text(option)) => Some(Value::Choices([option].into())),
        (FieldKind::YesNo, Value::Text(answer)) => yes_no(&answer).map(Value::YesNo),
        (FieldKind::Date, Value::Text(text)) => text.parse().ok().map(Value::Date),
        (FieldKind::Calc { gives, .. }, value) => given(value, *gives),
        (_, value) => Some(value),
    }
}

/// What a calculation came to, as what it is said to give; nothing when it is something else.
fn given(value: Value, gives: Gives) -> Option<Value> {
    match gives {
        Gives::Number => value.as_number().map(Value::Number),
        Gives::Date => as_date(&value).map(Value::Date),
        Gives::Text => as_text(&value).map(Value::Text),
        Gives::YesNo => value.as_choice().or(value.as_text()).and_then(yes_no).map(Value::YesNo),
        Gives::Choice => {
            let option = value.as_choice().or(value.as_text()).filter(|option| !option.is_empty());
            option.map(|option| Value::Choice(option.to_owned()))
        }
    }
}

fn yes_no(answer: &str) -> Option<YesNo> {
    use YesNo;
    [YesNo::Yes, YesNo::No, YesNo::Unknown].into_iter().find(|known| known.as_str() == answer)
}

pub(crate) fn literal(fixed: &Literal) -> Value {
    match fixed {
        Literal::Flag(flag) => Value::Tick(*flag),
        Literal::Number(number) => Value::Number(*number),
        Literal::Text(text) => Value::Text(text.clone()),
    }
}

pub(crate) fn as_date(value: &Value) -> Option<PartialDate> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Text(text) => text.parse().ok(),
        _ => None,
    }
}

pub(crate) fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Date(date) => Some(date.to_string()),
        _ => None,
    }
}

/// Equal, where a text stands for an option, an answer or a date.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(text), other) | (other, Value::Text(text)) => match other {
            Value::Text(other) | Value::Choice(other) => text == other,
            Value::YesNo(answer) => text == answer.as_str(),
            Value::Date(date) => text.parse() == Ok(*date),
            Value::Choices(options) => options.len() == 1 && options.contains(text),
            _ => false,
        },
        (a, b) => a == b,
    }
}

/// Whether a value is, or several options have among them, the other.
pub(crate) fn holds(a: &Value, one: &Value) -> bool {
    match (a, one) {
        (Value::Choices(options), Value::Text(option)) => options.contains(option),
        _ => same(a, one),
    }
}

/// Numbers by size; dates by time, equal while it is not sure which is earlier.
pub(crate) fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        _ => {
            let (a, b) = (as_date(a)?, as_date(b)?);
            Some(if a.surely_before(b) {
                Ordering::Less
            } else if b.surely_before(a) {
                Ordering::Greater
            } else {
                Ordering::Equal
            })
        }
    }
}

/// The least or greatest of numbers or of dates; things that cannot be ordered with the first are left out.
pub(crate) fn pick(all: impl Iterator<Item = Value>, wanted: Ordering) -> Option<Value> {
    all.filter(|value| value.as_number().is_some() || as_date(value).is_some()).reduce(|best, next| {
        let better = match (&best, &next) {
            (Value::Number(a), Value::Number(b)) => b.cmp(a) == wanted,
            (a, b) => as_date(a).zip(as_date(b)).is_some_and(|(a, b)| b.cmp(&a) == wanted),
        };
        if better { next } else { best }
    })
}
