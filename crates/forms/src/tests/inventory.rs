//! The standard forms hold every field that the design names. The inventories were written from the design before the forms were.

use crate::standard;
use amparo_model::form::Options;

const INVENTORIES: &[(&str, &str)] = &[
    ("assessment", include_str!("inventory/assessment.txt")),
    ("casework", include_str!("inventory/casework.txt")),
    ("gbv_care", include_str!("inventory/gbv_care.txt")),
    ("gbv_incident", include_str!("inventory/gbv_incident.txt")),
    ("special", include_str!("inventory/special.txt")),
    ("tracing", include_str!("inventory/tracing.txt")),
];

/// What is wrong with a line of an inventory: `form  field  type  [*]  [options a,b | list id]`.
fn wrong(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let (form, name, kind) = (words.next()?, words.next()?, words.next()?);
    let Some(form) = standard().form(form) else { return Some(format!("no form: {line}")) };
    let (field, cell) = name.split_once('.').unwrap_or((name, ""));
    let found = form.field(field).and_then(|field| {
        if cell.is_empty() { Some(field) } else { field.row_fields().iter().find(|known| known.id == cell) }
    });
    let Some(found) = found else { return Some(format!("no field: {line}")) };
    if found.kind.word() != kind {
        return Some(format!("is {}: {line}", found.kind.word()));
    }
    let rest: Vec<&str> = words.collect();
    if rest.contains(&"*") != found.required {
        return Some(format!("required {}: {line}", found.required));
    }
    let at = |word: &str| rest.iter().position(|known| *known == word).and_then(|at| rest.get(at + 1));
    if let Some(list) = at("list")
        && found.choices().map(|choices| &choices.options) != Some(&Options::List((*list).to_owned()))
    {
        return Some(format!("another list: {line}"));
    }
    let missing: Vec<&str> = at("options")
        .map(|ids| ids.split(',').filter(|id| !standard().knows_option(found, id)).collect())
        .unwrap_or_default();
    (!missing.is_empty()).then(|| format!("no option {missing:?}: {line}"))
}

#[test]
fn every_field_that_the_design_names_is_there_with_its_type_its_star_and_its_options() {
    let lines = INVENTORIES.iter().flat_map(|(group, text)| text.lines().map(move |line| (*group, line)));
    let lines: Vec<(&str, &str)> =
        lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).collect();
    assert!(lines.len() > 900, "{}", lines.len());
    let wrong: Vec<String> =
        lines.iter().filter_map(|(group, line)| wrong(line).map(|why| format!("{group}: {why}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
