//! Conditions and calculations of the fields, when all fields are known; and what fields of several forms share.

use super::calculations::{Worked, calculation, sum, summary};
use super::conditions::{Refused, Scope, condition};
use super::fields::Reader;
use super::known::{Draft, DraftForm, Known, Later, Shape};
use super::loops::{LONGEST_CHAIN, Waits, named_by};
use super::source::text;
use super::told::{Area, Changed, NotCarried, Place, Told, What};
use amparo_model::condition::{Condition, Reach};
use amparo_model::form::{Choices, Class, FieldDef, FieldKind, Gives, Section};
use amparo_model::record::{Compartment, RecordType};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Fields of one type of record, by their names in the file.
type Fields = BTreeMap<String, Known>;

fn place_of(form: &DraftForm<'_>) -> Place {
    Place::new(Area::Form, &form.name)
}

fn drafts<'f, 'a>(form: &'f DraftForm<'a>) -> impl Iterator<Item = &'f Draft<'a>> {
    form.sections.iter().flat_map(|section| &section.fields)
}

fn drafts_mut<'f, 'a>(form: &'f mut DraftForm<'a>) -> impl Iterator<Item = &'f mut Draft<'a>> {
    form.sections.iter_mut().flat_map(|section| &mut section.fields)
}

/// Works out all trees of the forms of one type of record.
pub(super) fn grow(reader: &mut Reader<'_>, forms: &mut [DraftForm<'_>], of: RecordType, mut waits: Waits) {
    let known = reader.names.get(&of).map(|names| names.fields.clone()).unwrap_or_default();
    calculations(&mut reader.told, forms, &known, &mut waits);
    let mut of_forms: Vec<Option<Condition>> = Vec::new();
    for form in forms.iter_mut() {
        of_forms.push(conditions(&mut reader.told, form, &known, &mut waits));
    }
    chains(&mut reader.told, forms, &mut of_forms, &mut waits);
    hidden(&mut reader.told, forms, &of_forms);
    share(forms);
    for (form, condition) in forms.iter_mut().zip(of_forms) {
        let sections = std::mem::take(&mut form.sections);
        form.form.sections = sections
            .into_iter()
            .map(|section| Section {
                id: section.id,
                title: section.title,
                help: section.help,
                condition: condition.clone(),
                folded: false,
                fields: section.fields.into_iter().map(|draft| draft.field).collect(),
            })
            .collect();
    }
}

fn refuse_calculation(told: &mut Told, place: &Place, name: &str, why: Refused) {
    match why {
        Refused::Unknown(what) => {
            told.alone(place, What::NotCarried(NotCarried::CalculationOnUnknown), &[name, &what]);
        }
        Refused::Unclear | Refused::Off => told.lost(place, NotCarried::Calculation, name),
    }
}

/// Fields that are worked out. What cannot be carried stays a number to be filled in by hand.
fn calculations(told: &mut Told, forms: &mut [DraftForm<'_>], known: &Fields, waits: &mut Waits) {
    let mut pending: BTreeMap<String, (Worked, Place, String)> = BTreeMap::new();
    for form in forms.iter() {
        let place = place_of(form);
        for draft in drafts(form) {
            let scope = Scope { record: known, row: None, of_row: false };
            let worked = match &draft.later {
                Later::Nothing | Later::AsFirst => continue,
                Later::Sum(counters) => Ok(sum(counters)),
                Later::Group(group) => Ok(sum(&group_of(form, draft, group))),
                Later::Calculation => match draft.raw.get("calculation") {
                    Some(written) => calculation(written, scope),
                    None => Err(Refused::Unclear),
                },
                Later::Summary => match draft.raw.get("subform_summary").and_then(Json::as_object) {
                    Some(written) => summary(written, known),
                    None => Err(Refused::Unclear),
                },
            };
            match worked {
                Err(why) => refuse_calculation(told, &place, &draft.name, why),
                Ok(worked) if named_by(&worked.expression).is_empty() => {
                    told.lost(&place, NotCarried::Calculation, &draft.name);
                }
                Ok(worked) if !waits.add(&draft.field.id, named_by(&worked.expression)) => {
                    told.lost(&place, NotCarried::CalculationLoop, &draft.name);
                }
                Ok(worked) => {
                    if worked.whole_mean {
                        told.changed(&place, Changed::AverageWhole, &draft.name);
                    }
                    pending.insert(draft.field.id.clone(), (worked, place.clone(), draft.name.clone()));
                }
            }
        }
    }
    let mut lies: BTreeMap<String, (Compartment, Class)> = BTreeMap::new();
    for draft in forms.iter().flat_map(drafts) {
        if draft.later != Later::AsFirst {
            lies.insert(draft.field.id.clone(), (draft.field.compartment.clone(), draft.field.class));
        }
    }
    let mut done: BTreeMap<String, Worked> = BTreeMap::new();
    // A calculation lies where the fields lie that it reads; those that read other calculations come after them.
    for _ in 0..LONGEST_CHAIN {
        let ready: Vec<String> = pending
            .iter()
            .filter(|(_, (worked, ..))| !named_by(&worked.expression).iter().any(|name| pending.contains_key(name)))
            .map(|(id, _)| id.clone())
            .collect();
        for id in ready {
            let Some((worked, place, name)) = pending.remove(&id) else { continue };
            let read = named_by(&worked.expression);
            let read: Vec<_> = read.iter().filter_map(|name| lies.get(name)).cloned().collect();
            let parts: BTreeSet<&Compartment> = read.iter().map(|(part, _)| part).collect();
            match (parts.first(), parts.len()) {
                (Some(part), 1) => {
                    let class = read.iter().map(|(_, class)| *class).max().unwrap_or(Class::P3);
                    lies.insert(id.clone(), ((*part).clone(), class));
                    done.insert(id, worked);
                }
                _ => {
                    told.lost(&place, NotCarried::CalculationAcrossParts, &name);
                    waits.forget(&id);
                }
            }
        }
    }
    for (id, (_, place, name)) in pending {
        told.lost(&place, NotCarried::Calculation, &name);
        waits.forget(&id);
    }
    let cells = done.values().filter_map(|worked| cell_choices(forms, worked.option_of.as_ref()?)).collect::<Vec<_>>();
    for draft in forms.iter_mut().flat_map(drafts_mut).filter(|draft| draft.later != Later::AsFirst) {
        let Some(worked) = done.remove(&draft.field.id) else { continue };
        let options = worked
            .option_of
            .as_ref()
            .and_then(|wanted| cells.iter().find(|(of, _)| of == wanted).map(|(_, choices)| choices.clone()));
        let gives = if worked.gives == Gives::Choice && options.is_none() { Gives::Text } else { worked.gives };
        if let Some((part, class)) = lies.get(&draft.field.id) {
            (draft.field.compartment, draft.field.class) = (part.clone(), *class);
        }
        draft.field.kind = FieldKind::Calc { expression: worked.expression, gives, options };
        (draft.field.checks, draft.field.default, draft.field.required) = (Vec::new(), None, false);
    }
}

/// The options of a cell, for a calculation that gives one of them.
fn cell_choices(forms: &[DraftForm<'_>], wanted: &(String, String)) -> Option<((String, String), Choices)> {
    let rows = forms.iter().flat_map(drafts).find(|draft| draft.field.id == wanted.0)?;
    let cell = rows.field.row_fields().iter().find(|cell| cell.id == wanted.1)?;
    Some((wanted.clone(), cell.choices()?.clone()))
}

/// The numbers of a form that are added into a total.
fn group_of(form: &DraftForm<'_>, total: &Draft<'_>, group: &str) -> Vec<String> {
    let in_group = drafts(form).filter(|draft| {
        let raw = draft.raw.as_object();
        draft.field.id != total.field.id
            && matches!(draft.later, Later::Nothing)
            && matches!(draft.field.kind, FieldKind::Number)
            && raw.is_some_and(|raw| text(raw, "autosum_group") == Some(group))
    });
    in_group.map(|draft| draft.field.id.clone()).collect()
}

fn refuse_condition(told: &mut Told, place: &Place, name: &str, why: Refused) {
    match why {
        Refused::Unclear => told.lost(place, NotCarried::Condition, name),
        Refused::Off => told.lost(place, NotCarried::ConditionOff, name),
        Refused::Unknown(what) => told.alone(place, What::NotCarried(NotCarried::ConditionOnUnknown), &[name, &what]),
    }
}

/// What a condition names: cells of its own rows, and fields of the record.
fn split(condition: &Condition, cells: &[String]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut row, mut record) = (BTreeSet::new(), BTreeSet::new());
    condition.clone().each_field(&mut |name, reach| {
        let own = reach != Reach::Record && cells.contains(name);
        if own { &mut row } else { &mut record }.insert(name.clone());
    });
    (row, record)
}

/// The conditions of the fields and cells of a form; gives the form's own.
fn conditions(told: &mut Told, form: &mut DraftForm<'_>, known: &Fields, waits: &mut Waits) -> Option<Condition> {
    let place = place_of(form);
    let (raw, name) = (form.raw, form.name.clone());
    for draft in drafts_mut(form) {
        let scope = Scope { record: known, row: None, of_row: false };
        let (id, path) = (draft.field.id.clone(), draft.name.clone());
        draft.field.condition = match condition(draft.raw.get("display_conditions_record"), scope) {
            Ok(Some(tree)) if !waits.add(&id, split(&tree, &[]).1) => {
                told.lost(&place, NotCarried::ConditionLoop, &path);
                None
            }
            Ok(tree) => tree,
            Err(why) => {
                refuse_condition(told, &place, &path, why);
                None
            }
        };
        let Some(Shape::Rows(row)) = known.get(&draft.name).map(|known| &known.shape) else { continue };
        let mut local = Waits::default();
        let FieldKind::Repeat(cells) = &mut draft.field.kind else { continue };
        let own: Vec<String> = cells.iter().map(|cell| cell.id.clone()).collect();
        for (cell, raw) in cells.iter_mut().zip(&draft.cells) {
            let path = format!("{path}.{}", cell.id);
            let mut all = Vec::new();
            for (key, of_row) in [("display_conditions_record", false), ("display_conditions_subform", true)] {
                match condition(raw.get(key), Scope { record: known, row: Some(row), of_row }) {
                    Ok(Some(tree)) => {
                        let (in_row, outside) = split(&tree, &own);
                        if local.add(&cell.id, in_row) && waits.add(&id, outside) {
                            all.push(tree);
                        } else {
                            told.lost(&place, NotCarried::ConditionLoop, &path);
                        }
                    }
                    Ok(None) => {}
                    Err(why) => refuse_condition(told, &place, &path, why),
                }
            }
            cell.condition = if all.len() > 1 { Some(Condition::And(all)) } else { all.pop() };
        }
        let mut known = BTreeMap::new();
        for cell in cells.iter_mut() {
            let chain = local.chain(&BTreeSet::from([cell.id.clone()]), &mut known);
            if chain > LONGEST_CHAIN && cell.condition.take().is_some() {
                told.lost(&place, NotCarried::ConditionChain, &format!("{path}.{}", cell.id));
            }
        }
    }
    match condition(raw.get("display_conditions"), Scope { record: known, row: None, of_row: false }) {
        Ok(None) => None,
        Err(why) => {
            refuse_condition(told, &place, &name, why);
            None
        }
        Ok(Some(tree)) => {
            let named = split(&tree, &[]).1;
            let ids: Vec<String> = drafts(form).map(|draft| draft.field.id.clone()).collect();
            if ids.iter().all(|id| waits.add(id, named.clone())) {
                Some(tree)
            } else {
                told.lost(&place, NotCarried::ConditionLoop, &name);
                None
            }
        }
    }
}

/// Takes away what stands at the end of too long a chain.
fn chains(told: &mut Told, forms: &mut [DraftForm<'_>], of_forms: &mut [Option<Condition>], waits: &mut Waits) {
    let mut known = BTreeMap::new();
    waits.chain(&waits.waiting(), &mut known);
    for (form, of_form) in forms.iter_mut().zip(of_forms) {
        let place = place_of(form);
        for draft in drafts_mut(form) {
            if known.get(&draft.field.id).is_none_or(|chain| *chain <= LONGEST_CHAIN) {
                continue;
            }
            told.lost(&place, NotCarried::ConditionChain, &draft.name);
            draft.field.condition = None;
            *of_form = None;
            match &mut draft.field.kind {
                kind @ FieldKind::Calc { .. } => *kind = FieldKind::Number,
                FieldKind::Repeat(cells) => cells.iter_mut().for_each(|cell| cell.condition = None),
                _ => {}
            }
        }
    }
}

/// Tells of conditions that name fields which can be hidden themselves.
fn hidden(told: &mut Told, forms: &[DraftForm<'_>], of_forms: &[Option<Condition>]) {
    let mut can_hide = BTreeSet::new();
    for (form, of_form) in forms.iter().zip(of_forms) {
        let conditional = drafts(form).filter(|it| of_form.is_some() || it.field.condition.is_some() || it.field.off);
        can_hide.extend(conditional.map(|draft| draft.field.id.clone()));
    }
    for (form, of_form) in forms.iter().zip(of_forms) {
        let place = place_of(form);
        let cells = drafts(form).flat_map(|draft| draft.field.row_fields());
        let all = drafts(form).map(|draft| &draft.field).chain(cells).filter_map(|field| field.condition.as_ref());
        for tree in all.chain(of_form) {
            for name in split(tree, &[]).1.intersection(&can_hide) {
                told.changed(&place, Changed::HiddenCountsAsBlank, name);
            }
        }
    }
}

/// Gives fields that a second form shows what they are in the first; one that became several becomes several there too.
fn share(forms: &mut [DraftForm<'_>]) {
    let mut first: BTreeMap<String, Vec<FieldDef>> = BTreeMap::new();
    for draft in forms.iter().flat_map(drafts).filter(|draft| draft.later != Later::AsFirst) {
        first.entry(draft.name.clone()).or_default().push(draft.field.clone());
    }
    for section in forms.iter_mut().flat_map(|form| &mut form.sections) {
        let fields = std::mem::take(&mut section.fields);
        for draft in fields {
            if draft.later != Later::AsFirst {
                section.fields.push(draft);
                continue;
            }
            let there = first.get(&draft.name).map(Vec::as_slice).unwrap_or_default();
            for known in there {
                let mut field = known.clone();
                if there.len() == 1 {
                    (field.label, field.help) = (draft.field.label.clone(), draft.field.help.clone());
                    field.guiding = draft.field.guiding.clone();
                }
                field.condition.clone_from(&draft.field.condition);
                field.required = draft.field.required && !matches!(field.kind, FieldKind::Calc { .. });
                field.off = draft.field.off;
                let (raw, name) = (draft.raw, draft.name.clone());
                section.fields.push(Draft { raw, name, field, later: Later::AsFirst, cells: Vec::new() });
            }
        }
    }
}
