//! What a change of the configuration must not lose: whatever a record may hold stays readable, retired at most.

use super::Written;
use crate::problem::ConfigError;
use amparo_model::form::{Choices, FieldDef, FieldKind, FormDef, Options};
use amparo_model::list::ListOption;
use std::collections::BTreeMap;

/// A draft with everything put back, as retired, that stood in the configuration before and is missing in it. Types of fields and the
/// parts of records they lie in are for ever: what records hold could not be read otherwise (SECURITY.md 2).
///
/// # Errors
/// [`ConfigError::Kept`] for a field whose type or part was changed, or that became a cell.
pub fn keep(before: &Written, mut draft: Written) -> Result<Written, ConfigError> {
    draft.compartments.clone_from(&before.compartments);
    for form in &before.forms {
        match draft.forms.iter_mut().find(|now| now.id == form.id) {
            Some(now) => keep_form(form, now)?,
            None => draft.forms.push(FormDef { off: true, ..form.clone() }),
        }
    }
    // A field may have moved to another form: then it is there, and its form of before need not hold it.
    for list in &before.lists {
        match draft.lists.iter_mut().find(|now| now.id == list.id) {
            Some(now) => keep_options(&list.options, &mut now.options),
            None => draft.lists.push(retired_list(list)),
        }
    }
    Ok(draft)
}

fn retired_list(list: &amparo_model::list::OptionList) -> amparo_model::list::OptionList {
    let mut kept = list.clone();
    kept.options.iter_mut().for_each(|option| option.retired = true);
    kept
}

fn keep_form(before: &FormDef, now: &mut FormDef) -> Result<(), ConfigError> {
    if before.record != now.record || before.module != now.module {
        return Err(ConfigError::Kept { place: now.id.clone() });
    }
    let mut missing: BTreeMap<&str, Vec<FieldDef>> = BTreeMap::new();
    for section in &before.sections {
        for field in &section.fields {
            let there = now.sections.iter_mut().flat_map(|section| &mut section.fields).find(|it| it.id == field.id);
            match there {
                Some(there) => keep_field(&now.id, field, there)?,
                None => missing.entry(&section.id).or_default().push(FieldDef { off: true, ..field.clone() }),
            }
        }
    }
    for section in &before.sections {
        let Some(fields) = missing.remove(section.id.as_str()) else { continue };
        match now.sections.iter_mut().find(|known| known.id == section.id) {
            Some(known) => known.fields.extend(fields),
            None => now.sections.push(amparo_model::form::Section { fields, ..section.clone() }),
        }
    }
    Ok(())
}

fn keep_field(form: &str, before: &FieldDef, now: &mut FieldDef) -> Result<(), ConfigError> {
    let kept = || ConfigError::Kept { place: format!("{form}, {}", before.id) };
    if before.compartment != now.compartment || before.class > now.class {
        return Err(kept());
    }
    match (&before.kind, &mut now.kind) {
        (FieldKind::Repeat(cells), FieldKind::Repeat(now_cells)) => {
            for cell in cells {
                match now_cells.iter_mut().find(|known| known.id == cell.id) {
                    Some(known) => keep_field(form, cell, known)?,
                    None => now_cells.push(FieldDef { off: true, ..cell.clone() }),
                }
            }
            Ok(())
        }
        (FieldKind::Select(before), FieldKind::Select(now)) | (FieldKind::Multi(before), FieldKind::Multi(now)) => {
            keep_choices(before, now).ok_or_else(kept)
        }
        // What is worked out is stored nowhere: it may change altogether.
        (FieldKind::Calc { .. }, FieldKind::Calc { .. }) => Ok(()),
        (before, now) if std::mem::discriminant(before) == std::mem::discriminant(now) => Ok(()),
        _ => Err(kept()),
    }
}

/// Options that were offered stay known. `None`: a shared list became another one, whose options need not be known.
fn keep_choices(before: &Choices, now: &mut Choices) -> Option<()> {
    match (&before.options, &mut now.options) {
        (Options::List(list), Options::List(other)) => (list == other).then_some(()),
        (Options::Inline(options), Options::Inline(now)) => {
            keep_options(options, now);
            Some(())
        }
        _ => None,
    }
}

fn keep_options(before: &[ListOption], now: &mut Vec<ListOption>) {
    for option in before {
        if !now.iter().any(|known| known.id == option.id) {
            now.push(ListOption { retired: true, ..option.clone() });
        }
    }
}
