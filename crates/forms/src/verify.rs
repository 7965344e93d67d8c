//! Whether the parts of a configuration fit together.

use crate::configuration::Configuration;
use crate::problem::ConfigError;
use crate::reserved;
use amparo_model::condition::{Condition, Expression, Operation, Reach};
use amparo_model::form::{Check, FieldDef, FieldKind, FormDef, Options};
use amparo_model::value::FieldId;
use std::collections::{BTreeMap, BTreeSet};

/// Everything, in the order in which a person would want to hear of it.
pub(crate) fn all(config: &Configuration) -> Result<(), ConfigError> {
    lists(config)?;
    compartments(config)?;
    let mut forms = BTreeSet::new();
    for form in config.forms() {
        once(&mut forms, "forms", &form.id)?;
        well_formed("forms", &form.id, '-')?;
        let (mut sections, mut fields) = (BTreeSet::new(), BTreeSet::new());
        for section in &form.sections {
            once(&mut sections, &form.id, &section.id)?;
            let place = format!("{}, {}", form.id, section.id);
            if let Some(condition) = &section.condition {
                references(config, form, None, &place, &tree(condition))?;
            }
            for field in &section.fields {
                let place = format!("{place}, {}", field.id);
                once(&mut fields, &form.id, &field.id)?;
                record_field(config, form, &place, field)?;
            }
        }
    }
    config.forms().iter().try_for_each(|form| loops(config, form))?;
    crate::settings::verify(config)
}

fn once<'a>(seen: &mut BTreeSet<&'a str>, place: &str, id: &'a str) -> Result<(), ConfigError> {
    if seen.insert(id) { Ok(()) } else { Err(ConfigError::Doubled { place: place.to_owned(), id: id.to_owned() }) }
}

fn well_formed(place: &str, id: &str, joint: char) -> Result<(), ConfigError> {
    let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint);
    if fits { Ok(()) } else { Err(ConfigError::BadId { place: place.to_owned(), id: id.to_owned() }) }
}

fn lists(config: &Configuration) -> Result<(), ConfigError> {
    for list in config.lists() {
        let mut seen = BTreeSet::new();
        for option in &list.options {
            once(&mut seen, &format!("list {}", list.id), &option.id)?;
        }
        if let Some(parent) =
            list.options.iter().filter_map(|option| option.parent.as_deref()).find(|id| !seen.contains(id))
        {
            return Err(ConfigError::UnknownParent { list: list.id.clone(), parent: parent.to_owned() });
        }
    }
    Ok(())
}

fn compartments(config: &Configuration) -> Result<(), ConfigError> {
    let mut seen = BTreeSet::new();
    for part in config.compartments() {
        for record in &part.records {
            if !seen.insert((*record, part.module, &part.id)) {
                return Err(ConfigError::Doubled { place: "compartments.json".to_owned(), id: part.id.0.clone() });
            }
        }
    }
    Ok(())
}

fn record_field(config: &Configuration, form: &FormDef, place: &str, field: &FieldDef) -> Result<(), ConfigError> {
    well_formed(place, &field.id, '_')?;
    if reserved::is(&field.id) {
        return Err(ConfigError::Reserved { place: place.to_owned(), id: field.id.clone() });
    }
    if field.compartment.as_str().is_empty() {
        return Err(ConfigError::NoCompartment { place: place.to_owned() });
    }
    if !config.parts_of(form.record, form.module).any(|part| part.id == field.compartment && !part.derived) {
        return Err(ConfigError::UnknownCompartment {
            place: place.to_owned(),
            compartment: field.compartment.0.clone(),
        });
    }
    let first = config.field(form.record, form.module, &field.id);
    if first.is_some_and(|first| first.kind != field.kind || first.compartment != field.compartment) {
        return Err(ConfigError::TwoMeanings { place: place.to_owned(), field: field.id.clone() });
    }
    any_field(config, form, None, place, field)?;
    reads_its_own_compartment(config, form, place, field)?;
    let mut cells = BTreeSet::new();
    for cell in field.row_fields() {
        let place = format!("{place}, {}", cell.id);
        once(&mut cells, &place, &cell.id)?;
        well_formed(&place, &cell.id, '_')?;
        if !cell.compartment.as_str().is_empty() {
            return Err(ConfigError::CellWithCompartment { place });
        }
        if matches!(cell.kind, FieldKind::Repeat(_) | FieldKind::Calc { .. }) {
            return Err(ConfigError::NotInARow { place });
        }
        any_field(config, form, Some(field), &place, cell)?;
    }
    Ok(())
}

fn reads_its_own_compartment(
    config: &Configuration,
    form: &FormDef,
    place: &str,
    field: &FieldDef,
) -> Result<(), ConfigError> {
    let FieldKind::Calc { expression, .. } = &field.kind else { return Ok(()) };
    let mut outside = None;
    expression.clone().each_field(&mut |name, reach| {
        // A cell lies where its repeat lies, and the repeat is seen too.
        if matches!(reach, Reach::RowOf(rows) if is_cell(config, form, rows, name)) {
            return;
        }
        if config.compartment_of(form.record, form.module, name) != Some(&field.compartment) {
            outside.get_or_insert_with(|| name.clone());
        }
    });
    match outside {
        Some(field) => Err(ConfigError::CalculatedAcross { place: place.to_owned(), field }),
        None => Ok(()),
    }
}

fn any_field(
    config: &Configuration,
    form: &FormDef,
    repeat: Option<&FieldDef>,
    place: &str,
    field: &FieldDef,
) -> Result<(), ConfigError> {
    match field.choices().map(|choices| &choices.options) {
        Some(Options::List(list)) if config.list(list).is_none() => {
            return Err(ConfigError::UnknownList { place: place.to_owned(), list: list.clone() });
        }
        Some(Options::Inline(options)) => {
            let mut seen = BTreeSet::new();
            options.iter().try_for_each(|option| once(&mut seen, place, &option.id))?;
        }
        _ => {}
    }
    let mut trees: Vec<Expression> = field.condition.iter().chain(&field.required_when).map(tree).collect();
    trees.extend(config.conditioned_options(field).filter_map(|option| option.condition.as_ref()).map(tree));
    trees.extend(field.default.clone());
    if let FieldKind::Calc { expression, .. } = &field.kind {
        trees.push(expression.clone());
    }
    trees.iter().try_for_each(|tree| references(config, form, repeat, place, tree))?;
    for check in &field.checks {
        match check {
            Check::NotBefore(other) | Check::Among(other) | Check::AgreesWithBirth(other) => {
                let known = repeat.is_some_and(|repeat| repeat.row_fields().iter().any(|cell| cell.id == *other))
                    || config.field(form.record, form.module, other).is_some();
                if !known {
                    return Err(ConfigError::UnknownField { place: place.to_owned(), field: other.clone() });
                }
            }
            Check::NotFuture | Check::Min(_) | Check::Max(_) => {}
        }
    }
    Ok(())
}

/// Whether a repeat of that name has a cell of that name.
fn is_cell(config: &Configuration, form: &FormDef, repeat: &str, cell: &str) -> bool {
    let here = form.field(repeat).or_else(|| config.field(form.record, form.module, repeat));
    here.is_some_and(|repeat| repeat.row_fields().iter().any(|known| known.id == cell))
}

/// A condition as an expression, so that both are walked alike.
fn tree(condition: &Condition) -> Expression {
    let nothing = || Expression::Literal(amparo_model::condition::Literal::Flag(true));
    Expression::Operation(Box::new(Operation::If { when: condition.clone(), then: nothing(), otherwise: nothing() }))
}

fn references(
    config: &Configuration,
    form: &FormDef,
    repeat: Option<&FieldDef>,
    place: &str,
    tree: &Expression,
) -> Result<(), ConfigError> {
    let mut missing = None;
    tree.clone().each_field(&mut |field, reach| {
        let in_row = match reach {
            Reach::Record => false,
            Reach::Row => repeat.is_some_and(|repeat| repeat.row_fields().iter().any(|cell| cell.id == *field)),
            Reach::RowOf(rows) => is_cell(config, form, rows, field),
        };
        if !in_row && config.field(form.record, form.module, field).is_none() {
            missing.get_or_insert_with(|| field.clone());
        }
    });
    if let Some(field) = missing {
        return Err(ConfigError::UnknownField { place: place.to_owned(), field });
    }
    if let Some(name) = tree.forms().into_iter().find(|name| config.form(name).is_none()) {
        return Err(ConfigError::UnknownForm { place: place.to_owned(), form: name.to_owned() });
    }
    match tree.clocks().into_iter().find(|clock| config.clocks().clock(clock).is_none()) {
        Some(clock) => Err(ConfigError::UnknownClock { place: place.to_owned(), clock: clock.to_owned() }),
        None => Ok(()),
    }
}

/// Fields that a field waits for: those its own and its section's condition name, and those it is calculated from.
fn waits_for(config: &Configuration, form: &FormDef) -> BTreeMap<FieldId, BTreeSet<FieldId>> {
    let mut waits = BTreeMap::new();
    for section in &form.sections {
        for field in &section.fields {
            let mut trees: Vec<Expression> = section.condition.iter().chain(&field.condition).map(tree).collect();
            if let FieldKind::Calc { expression, .. } = &field.kind {
                trees.push(expression.clone());
            }
            let mut named = BTreeSet::new();
            for mut tree in trees {
                tree.each_field(&mut |name, reach| {
                    if !matches!(reach, Reach::RowOf(rows) if is_cell(config, form, rows, name)) {
                        named.insert(name.clone());
                    }
                });
            }
            // A condition inside rows is evaluated for a row that is shown: it may name its own repeat's cells, and other fields.
            for cell in field.row_fields() {
                let own: BTreeSet<&str> = field.row_fields().iter().map(|cell| cell.id.as_str()).collect();
                cell.condition.iter().map(tree).for_each(|mut tree| {
                    tree.each_field(&mut |name, reach| {
                        let elsewhere = matches!(reach, Reach::RowOf(rows) if is_cell(config, form, rows, name));
                        if !own.contains(name.as_str()) && !elsewhere {
                            named.insert(name.clone());
                        }
                    });
                });
            }
            waits.insert(field.id.clone(), named);
        }
    }
    waits
}

fn loops(config: &Configuration, form: &FormDef) -> Result<(), ConfigError> {
    // As the engine looks fields up: this form first, then the others of the same kind of record.
    let mut waits = BTreeMap::new();
    for other in config.forms_of(form.record, form.module) {
        for (field, named) in waits_for(config, other) {
            waits.entry(field).or_insert(named);
        }
    }
    waits.extend(waits_for(config, form));
    form.fields().try_for_each(cell_loops)?;
    find_loop(&waits)
}

fn cell_loops(repeat: &FieldDef) -> Result<(), ConfigError> {
    let mut waits = BTreeMap::new();
    for cell in repeat.row_fields() {
        let mut named = BTreeSet::new();
        cell.condition.iter().map(tree).for_each(|mut tree| {
            tree.each_field(&mut |name, reach| {
                if reach == Reach::Row {
                    named.insert(name.clone());
                }
            });
        });
        waits.insert(cell.id.clone(), named);
    }
    find_loop(&waits)
}

fn find_loop(waits: &BTreeMap<FieldId, BTreeSet<FieldId>>) -> Result<(), ConfigError> {
    let mut settled = BTreeSet::new();
    for start in waits.keys() {
        follow(start, waits, &mut Vec::new(), &mut settled)?;
    }
    Ok(())
}

fn follow<'a>(
    field: &'a FieldId,
    waits: &'a BTreeMap<FieldId, BTreeSet<FieldId>>,
    trail: &mut Vec<&'a FieldId>,
    settled: &mut BTreeSet<&'a FieldId>,
) -> Result<(), ConfigError> {
    if settled.contains(field) {
        return Ok(());
    }
    if let Some(start) = trail.iter().position(|before| *before == field) {
        let fields = trail.iter().skip(start).chain(std::iter::once(&field)).map(|field| (*field).clone()).collect();
        return Err(ConfigError::Loop { fields });
    }
    trail.push(field);
    for next in waits.get(field).into_iter().flatten() {
        follow(next, waits, trail, settled)?;
    }
    trail.pop();
    settled.insert(field);
    Ok(())
}
