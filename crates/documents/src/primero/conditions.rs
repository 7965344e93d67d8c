//! Conditions of Primero as ours (PRIMERO.md 2.4).

use super::known::{Known, Shape};
use super::source::Object;
use amparo_model::condition::{Condition, Expression, Literal, Operation};
use amparo_model::date::PartialDate;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Why a condition or calculation stays behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// It cannot be read, or means something that we cannot express.
    Unclear,
    /// It names what no form of the file has.
    Unknown(String),
    /// It was switched off.
    Off,
}

/// The fields that a tree can name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) record: &'a BTreeMap<String, Known>,
    /// The questions of the rows that the tree stands in.
    pub(super) row: Option<&'a BTreeMap<String, Known>>,
    /// Whether it is asked of the row or of the record.
    pub(super) of_row: bool,
}

/// A field as a tree of ours names it.
pub(super) struct Named<'a> {
    pub(super) known: &'a Known,
    /// A field of the record, named from within rows.
    from_row: bool,
    /// The rows have a question of that name, so that only [`Operation::Record`] reaches it.
    shadowed: bool,
}

impl Named<'_> {
    pub(super) fn value(&self) -> Expression {
        let name = self.known.ours.clone();
        let operation = if self.from_row { Operation::Record(name) } else { Operation::Field(name) };
        Expression::Operation(Box::new(operation))
    }
    fn blank(&self) -> Result<Condition, Refused> {
        if self.shadowed { Err(Refused::Unclear) } else { Ok(Condition::Empty(self.known.ours.clone())) }
    }
}

impl<'a> Scope<'a> {
    pub(super) fn named(&self, name: &str) -> Result<Named<'a>, Refused> {
        let from = if self.of_row { self.row.unwrap_or(self.record) } else { self.record };
        let known = from.get(name).ok_or_else(|| Refused::Unknown(name.to_owned()))?;
        let from_row = self.row.is_some() && !self.of_row;
        let shadowed = from_row && self.row.is_some_and(|row| row.values().any(|cell| cell.ours == known.ours));
        Ok(Named { known, from_row, shadowed })
    }
}

/// A whole condition; `None` when there is none.
pub(super) fn condition(written: Option<&Json>, scope: Scope<'_>) -> Result<Option<Condition>, Refused> {
    match written {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Json::Array(all)) if all.is_empty() => Ok(None),
        // Some old files keep the tree as a text.
        Some(Json::String(text)) => {
            let tree: Json = serde_json::from_str(text).map_err(|_| Refused::Unclear)?;
            if tree.is_string() { Err(Refused::Unclear) } else { condition(Some(&tree), scope) }
        }
        Some(Json::Object(tree)) => {
            if tree.get("disabled") == Some(&Json::Bool(true)) {
                return Err(Refused::Off);
            }
            let mut keys = tree.iter().filter(|(key, _)| *key != "disabled");
            match (keys.next(), keys.next()) {
                (None, _) => Ok(None),
                (Some((key, value)), None) => node(key, value, scope).map(Some),
                _ => Err(Refused::Unclear),
            }
        }
        Some(_) => Err(Refused::Unclear),
    }
}

fn member(written: &Json, scope: Scope<'_>) -> Result<Condition, Refused> {
    condition(Some(written), scope)?.ok_or(Refused::Unclear)
}

fn node(key: &str, value: &Json, scope: Scope<'_>) -> Result<Condition, Refused> {
    let members = || match value {
        Json::Array(all) => all.iter().map(|one| member(one, scope)).collect::<Result<Vec<_>, _>>(),
        _ => Err(Refused::Unclear),
    };
    match key {
        "and" => members().map(Condition::And),
        "or" => members().map(Condition::Or),
        "not" => {
            let inner = match value {
                Json::Array(all) if all.len() == 1 => all.first().unwrap_or(value),
                other => other,
            };
            Ok(Condition::Not(Box::new(member(inner, scope)?)))
        }
        "expression" => member(value, scope),
        "eq" | "gt" | "ge" | "lt" | "le" | "in" => {
            let (name, wanted) = pair(value.as_object().ok_or(Refused::Unclear)?)?;
            compare(key, &scope.named(name)?, wanted)
        }
        // The short form: a field and what it equals.
        name => compare("eq", &scope.named(name)?, value),
    }
}

fn pair(of: &Object) -> Result<(&String, &Json), Refused> {
    let mut all = of.iter();
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Refused::Unclear),
    }
}

/// A comparison of a field with a fixed value.
fn compare(how: &str, field: &Named<'_>, wanted: &Json) -> Result<Condition, Refused> {
    match how {
        "eq" => equal(field, wanted),
        "in" => among(field, wanted),
        _ => ordered(how, field, wanted),
    }
}

fn is_false(wanted: &Json) -> bool {
    wanted == &Json::Bool(false)
}

fn equal(field: &Named<'_>, wanted: &Json) -> Result<Condition, Refused> {
    let text = |text: &str| Expression::Literal(Literal::Text(text.to_owned()));
    let ticked = || Condition::Eq(field.value(), Expression::Literal(Literal::Flag(true)));
    let not = |inner| Ok(Condition::Not(Box::new(inner)));
    match (&field.known.shape, wanted) {
        (Shape::Rows(_) | Shape::Other, _) => Err(Refused::Unclear),
        (_, Json::Null) => field.blank(),
        (Shape::Tick, Json::Bool(true)) => Ok(ticked()),
        (Shape::Tick, Json::String(word)) if word == "true" => Ok(ticked()),
        // A tick that was never set is "no" as well.
        (Shape::Tick, Json::Bool(false)) => not(ticked()),
        (Shape::Tick, Json::String(word)) if word == "false" => not(ticked()),
        (Shape::One(options), Json::Bool(false)) => {
            let others = options.iter().filter(|id| *id != "false").map(|id| Literal::Text(id.clone())).collect();
            not(Condition::In(field.value(), others))
        }
        (Shape::One(_), Json::Bool(true)) => Ok(Condition::Eq(field.value(), text("true"))),
        (Shape::Text | Shape::One(_) | Shape::Several(_), Json::String(word)) => {
            Ok(Condition::Eq(field.value(), text(word)))
        }
        (Shape::One(_), Json::Number(number)) => Ok(Condition::Eq(field.value(), text(&number.to_string()))),
        (Shape::Several(options), Json::Array(all)) => {
            let all: Vec<&str> =
                all.iter().map(|one| one.as_str().ok_or(Refused::Unclear)).collect::<Result<_, _>>()?;
            let others = options.iter().filter(|id| !all.contains(&id.as_str())).map(|id| Literal::Text(id.clone()));
            let mut parts: Vec<Condition> = all.iter().map(|id| one_of_several(field, id)).collect();
            parts.push(Condition::Not(Box::new(Condition::AnyOf(field.value(), others.collect()))));
            Ok(Condition::And(parts))
        }
        (Shape::Number, _) if is_false(wanted) => field.blank(),
        (Shape::Number, _) => match numeric(wanted).ok_or(Refused::Unclear)? {
            (number, true) => Ok(Condition::Eq(field.value(), Expression::Literal(Literal::Number(number)))),
            // Whole numbers never equal a broken one.
            (_, false) => Ok(Condition::Or(Vec::new())),
        },
        (Shape::Date, Json::String(_)) => Ok(Condition::Eq(field.value(), day(wanted)?)),
        (Shape::Text | Shape::Date | Shape::Several(_), _) if is_false(wanted) => field.blank(),
        _ => Err(Refused::Unclear),
    }
}

fn one_of_several(field: &Named<'_>, id: &str) -> Condition {
    Condition::AnyOf(field.value(), vec![Literal::Text(id.to_owned())])
}

/// Of several answers all that are listed must be there; one answer must be one of those listed.
fn among(field: &Named<'_>, wanted: &Json) -> Result<Condition, Refused> {
    let all = wanted.as_array().ok_or(Refused::Unclear)?;
    match &field.known.shape {
        Shape::Several(_) => {
            let each = all.iter().map(|id| id.as_str().map(|id| one_of_several(field, id)).ok_or(Refused::Unclear));
            each.collect::<Result<Vec<_>, _>>().map(Condition::And)
        }
        _ => all.iter().map(|one| equal(field, one)).collect::<Result<Vec<_>, _>>().map(Condition::Or),
    }
}

fn ordered(how: &str, field: &Named<'_>, wanted: &Json) -> Result<Condition, Refused> {
    let value = field.value();
    let (limit, whole) = match field.known.shape {
        Shape::Number => {
            let (number, whole) = numeric(wanted).ok_or(Refused::Unclear)?;
            (Expression::Literal(Literal::Number(number)), whole)
        }
        Shape::Date => (day(wanted)?, true),
        _ => return Err(Refused::Unclear),
    };
    // A broken limit was rounded down: a whole number is above it when it is above what it was rounded to.
    Ok(match (how, whole) {
        ("gt", _) | ("ge", false) => Condition::Gt(value, limit),
        ("ge", true) => Condition::Ge(value, limit),
        ("le", _) | ("lt", false) => Condition::Le(value, limit),
        _ => Condition::Lt(value, limit),
    })
}

/// A number rounded down, and whether it was whole; also written as text.
pub(super) fn numeric(written: &Json) -> Option<(i64, bool)> {
    if let Some(whole) = written.as_i64() {
        return Some((whole, true));
    }
    let broken = match written {
        Json::Number(number) => number.as_f64()?,
        Json::String(text) => match text.trim().parse::<i64>() {
            Ok(whole) => return Some((whole, true)),
            Err(_) => text.trim().parse::<f64>().ok()?,
        },
        _ => return None,
    };
    let down = broken.floor();
    if !(-1e15..=1e15).contains(&down) {
        return None;
    }
    // Within what was just checked the cast is exact.
    #[expect(clippy::cast_possible_truncation, reason = "held within 1e15 above")]
    Some((down as i64, (broken - down).abs() < f64::EPSILON))
}

/// A day, also of a date with time; `today` is today.
pub(super) fn day(written: &Json) -> Result<Expression, Refused> {
    let text = written.as_str().ok_or(Refused::Unclear)?.trim();
    if ["today", "now"].contains(&text) {
        return Ok(Expression::Operation(Box::new(Operation::Today {})));
    }
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    text.parse::<PartialDate>().map_err(|_| Refused::Unclear)?;
    Ok(Expression::Literal(Literal::Text(text.to_owned())))
}
