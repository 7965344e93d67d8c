//! Invented answers for a form, so that its preview shows something. Pure.

use amparo_forms::{Configuration, Context};
use amparo_model::form::{Check, FieldDef, FieldKind};
use amparo_model::value::{Document, Path, RowId, Value, YesNo};

/// How often answers may make further questions appear before we stop looking.
const ROUNDS: usize = 4;

/// Answers to every question of a form that is shown with them; a row for each repeat.
#[must_use]
pub fn sample(configuration: &Configuration, form: &str, context: &Context) -> Document {
    let mut document = Document::default();
    let Some(form) = configuration.form(form) else { return document };
    for _ in 0..ROUNDS {
        let visible = configuration.visible(form, &document, context);
        let proposed = configuration.defaults(form, &document, context);
        let mut changed = false;
        for (place, field) in form.fields().enumerate() {
            if !visible.shows_field(&field.id) {
                continue;
            }
            if !field.row_fields().is_empty() {
                let rows = document.rows.entry(field.id.clone()).or_default();
                if rows.is_empty() {
                    rows.push(RowId::from_random(u128::try_from(place + 1).unwrap_or(1).to_be_bytes()));
                    changed = true;
                }
                let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
                for row in ids {
                    for cell in field.row_fields() {
                        let path = Path::Cell(field.id.clone(), row, cell.id.clone());
                        let shown = visible.shows(&path);
                        if let Some(cells) = rows.fields_mut(row).filter(|cells| shown && !cells.contains_key(&cell.id))
                        {
                            let answer = proposed.get(&path).cloned().or_else(|| answer(configuration, cell, context));
                            if let Some(answer) = answer {
                                cells.insert(cell.id.clone(), answer);
                                changed = true;
                            }
                        }
                    }
                }
            } else if document.get(&field.id).is_none() {
                let path = Path::Field(field.id.clone());
                let answer = proposed.get(&path).cloned().or_else(|| answer(configuration, field, context));
                if let Some(answer) = answer {
                    document.set(&field.id, answer);
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    document
}

/// An invented answer; none for what needs an office around it.
fn answer(configuration: &Configuration, field: &FieldDef, context: &Context) -> Option<Value> {
    // One that waits for another answer may not be offered.
    let first = || {
        let offered = configuration.offered(field);
        offered.iter().find(|option| option.condition.is_none()).map(|option| option.id.clone())
    };
    match &field.kind {
        FieldKind::Text | FieldKind::LongText => Some(Value::Text("…".to_owned())),
        FieldKind::Number => {
            let least =
                field.checks.iter().find_map(|check| if let Check::Min(least) = check { Some(*least) } else { None });
            Some(Value::Number(least.unwrap_or(1).max(1)))
        }
        FieldKind::Date => Some(Value::Date(context.today.into())),
        FieldKind::YesNo => Some(Value::YesNo(YesNo::Yes)),
        FieldKind::Tick => Some(Value::Tick(true)),
        FieldKind::Select(_) => first().map(Value::Choice),
        FieldKind::Multi(_) => first().map(|option| Value::Choices([option].into())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::{Mode, Weight, standard};

    #[test]
    fn invented_answers_are_answers_that_the_form_takes() {
        let context = Context {
            today: jiff::civil::date(2026, 11, 22),
            user: amparo_model::ids::PersonId::from_random([7; 16]),
            language: "en".to_owned(),
            complete: std::collections::BTreeSet::new(),
        };
        for form in standard().forms() {
            let document = sample(standard(), &form.id, &context);
            assert!(!document.fields.is_empty() || !document.rows.is_empty(), "{}", form.id);
            let wrong = standard()
                .validate(form, &document, &context, Mode::Draft)
                .into_iter()
                .filter(|found| found.code.weight() == Weight::Error)
                .map(|found| format!("{}: {} {}", form.id, found.path, found.code.as_str()))
                .collect::<Vec<_>>();
            assert_eq!(wrong, Vec::<String>::new());
        }
    }
}
