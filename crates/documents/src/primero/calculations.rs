//! What Primero works out, as ours: sums, means, and the first or last value of rows (PRIMERO.md 2.2, 2.4).

use super::conditions::{Refused, Scope, condition, numeric};
use super::known::{Known, Shape};
use super::source::Object;
use amparo_model::condition::{Condition, Expression, Literal, Operation};
use amparo_model::form::Gives;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A calculation of ours.
#[derive(Debug, Clone)]
pub(super) struct Worked {
    pub(super) expression: Expression,
    pub(super) gives: Gives,
    /// It gives an option of this cell.
    pub(super) option_of: Option<(String, String)>,
    /// A mean with decimal places became a whole number.
    pub(super) whole_mean: bool,
}

fn operation(operation: Operation) -> Expression {
    Expression::Operation(Box::new(operation))
}

fn number(number: i64) -> Expression {
    Expression::Literal(Literal::Number(number))
}

/// `{"expression": {...}}`, a tree of sums, means and conditions.
pub(super) fn calculation(written: &Json, scope: Scope<'_>) -> Result<Worked, Refused> {
    let tree = match written {
        Json::String(text) => &serde_json::from_str::<Json>(text).map_err(|_| Refused::Unclear)?,
        other => other,
    };
    let tree = tree.get("expression").unwrap_or(tree);
    let mut whole_mean = false;
    if ["sum", "avg"].iter().any(|key| tree.get(*key).is_some()) {
        let expression = arithmetic(tree, scope, &mut whole_mean)?;
        return Ok(Worked { expression, gives: Gives::Number, option_of: None, whole_mean });
    }
    let when = condition(Some(tree), scope)?.ok_or(Refused::Unclear)?;
    let answer = |word: &str| Expression::Literal(Literal::Text(word.to_owned()));
    let expression = operation(Operation::If { when, then: answer("yes"), otherwise: answer("no") });
    Ok(Worked { expression, gives: Gives::YesNo, option_of: None, whole_mean })
}

fn arithmetic(tree: &Json, scope: Scope<'_>, whole_mean: &mut bool) -> Result<Expression, Refused> {
    let tree = tree.as_object().filter(|tree| tree.len() == 1).ok_or(Refused::Unclear)?;
    let (key, value) = tree.iter().next().ok_or(Refused::Unclear)?;
    if key == "expression" {
        return arithmetic(value, scope, whole_mean);
    }
    let (terms, places) = terms(value)?;
    let terms = terms.iter().map(|term| operand(term, scope, whole_mean)).collect::<Result<Vec<_>, _>>()?;
    match key.as_str() {
        "sum" => Ok(operation(Operation::Add(terms))),
        "avg" => Ok(match places {
            Some(places) => {
                *whole_mean |= places > 0;
                operation(Operation::Average(terms))
            }
            None => rounded_down(terms),
        }),
        _ => Err(Refused::Unclear),
    }
}

/// The terms, and to how many decimal places the result is rounded.
fn terms(value: &Json) -> Result<(&[Json], Option<i64>), Refused> {
    match value {
        Json::Array(all) => Ok((all, None)),
        Json::Object(with) => {
            let all = with.get("data").and_then(Json::as_array).ok_or(Refused::Unclear)?;
            let places = with.get("extra").and_then(|extra| extra.get("decimalPlaces"));
            Ok((all, places.and_then(numeric).map(|(places, _)| places)))
        }
        _ => Err(Refused::Unclear),
    }
}

fn operand(term: &Json, scope: Scope<'_>, whole_mean: &mut bool) -> Result<Expression, Refused> {
    match term {
        Json::String(name) => {
            let named = scope.named(name)?;
            if matches!(named.known.shape, Shape::Number) { Ok(named.value()) } else { Err(Refused::Unclear) }
        }
        Json::Number(_) => match numeric(term) {
            Some((whole, true)) => Ok(number(whole)),
            _ => Err(Refused::Unclear),
        },
        Json::Object(_) => arithmetic(term, scope, whole_mean),
        _ => Err(Refused::Unclear),
    }
}

/// A mean without decimal places is rounded down, and blanks do not count.
fn rounded_down(terms: Vec<Expression>) -> Expression {
    let there = |term: &Expression| {
        // Whatever has a value is less than or equal to itself; a blank is not.
        let when = Condition::Le(term.clone(), term.clone());
        operation(Operation::If { when, then: number(1), otherwise: number(0) })
    };
    let count = operation(Operation::Add(terms.iter().map(there).collect()));
    operation(Operation::Divide(operation(Operation::Add(terms)), count))
}

/// The sum of fields of ours.
pub(super) fn sum(fields: &[String]) -> Worked {
    let terms = fields.iter().map(|field| operation(Operation::Field(field.clone()))).collect();
    let expression = operation(Operation::Add(terms));
    Worked { expression, gives: Gives::Number, option_of: None, whole_mean: false }
}

/// `{"subform_field_name": rows, "last": {"field_name": cell, "order_by": day, "order": "asc"}}`: the value in the newest row. That in
/// the oldest row has no counterpart here.
pub(super) fn summary(written: &Object, record: &BTreeMap<String, Known>) -> Result<Worked, Refused> {
    let text = |of: &Object, key: &str| of.get(key).and_then(Json::as_str).map(str::to_owned).ok_or(Refused::Unclear);
    let rows = text(written, "subform_field_name")?;
    let rows = record.get(&rows).ok_or(Refused::Unknown(rows))?;
    let Shape::Rows(cells) = &rows.shape else { return Err(Refused::Unclear) };
    let (which, end) = ["first", "last"]
        .iter()
        .find_map(|end| Some((written.get(*end)?.as_object()?, *end)))
        .ok_or(Refused::Unclear)?;
    let order = which.get("order").and_then(Json::as_str).unwrap_or("asc").to_ascii_lowercase();
    if !matches!((end, order.as_str()), ("last", "asc") | ("first", "desc")) {
        return Err(Refused::Unclear);
    }
    let cell = |key: &str| {
        let name = text(which, key)?;
        cells.get(&name).ok_or(Refused::Unknown(name))
    };
    let (value, by) = (cell("field_name")?, cell("order_by")?);
    let (gives, option_of) = match value.shape {
        Shape::Number => (Gives::Number, None),
        Shape::Text => (Gives::Text, None),
        Shape::Date => (Gives::Date, None),
        Shape::One(_) => (Gives::Choice, Some((rows.ours.clone(), value.ours.clone()))),
        _ => return Err(Refused::Unclear),
    };
    if !matches!(by.shape, Shape::Date | Shape::Number) {
        return Err(Refused::Unclear);
    }
    let expression = operation(Operation::Newest {
        repeat: rows.ours.clone(),
        by: by.ours.clone(),
        value: operation(Operation::Field(value.ours.clone())),
    });
    Ok(Worked { expression, gives, option_of, whole_mean: false })
}
