//! From the bytes of a configuration file to a draft.

use super::fields::Reader;
use super::forms::{Outline, outlines};
use super::known::{DraftForm, Names};
use super::lists::Lists;
use super::loops::Waits;
use super::onto::Onto;
use super::source::{Opened, open, text};
use super::told::{Area, Changed, NotCarried, Place, Told, What};
use super::{FormGroup, ImportProblem, Imported, people, trees};
use amparo_forms::shape::Written;
use amparo_forms::{ConfigError, Configuration};
use amparo_model::form::FormDef;
use amparo_model::list::OptionList;
use amparo_model::record::RecordType;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// The most forms that are read; further ones are left out and told. Primero's own configuration has 64.
pub const MOST_FORMS: usize = 1_000;
/// The most fields and questions in rows, counted again for each form that shows the same rows.
pub const MOST_FIELDS: usize = 20_000;
/// The most options that fields bring along themselves.
pub const MOST_OPTIONS: usize = 200_000;
/// How many forms may fail the last check before the whole file is refused.
const MOST_REFUSED: usize = 50;

/// Reads the configuration file of a Primero 2 system. Nothing is applied.
///
/// `onto` is the configuration in force in this office: names that it has for other questions are avoided, questions that both have
/// become the office's. `progress` gets the forms done and all forms, and may stop the reading.
///
/// # Errors
/// Every [`ImportProblem`]; nothing is to be taken over then. What is wrong with one form, field, list … is no error but a remark.
pub fn read_configuration(
    bytes: &[u8],
    onto: &Configuration,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Imported, ImportProblem> {
    let mut told = Told::default();
    let opened = open(bytes)?;
    for more in &opened.more {
        told.lost(&Place::file(), NotCarried::UnknownPart, more);
    }
    let (mut nested, mut shown) = outlines(&opened.forms, onto, &mut told);
    if shown.len() > MOST_FORMS || nested.len() > MOST_FIELDS {
        told.lost(&Place::file(), NotCarried::TooMuch, "");
        shown.truncate(MOST_FORMS);
        nested.truncate(MOST_FIELDS);
    }
    let remade: BTreeSet<String> =
        shown.iter().filter(|outline| onto.form(&outline.id).is_some()).map(|outline| outline.id.clone()).collect();
    let lists = Lists::read(&opened.lookups, &opened.groups, &mut told);
    let mut reader = Reader {
        told,
        lists,
        onto: Onto::new(onto, &remade),
        nested: nested.iter().copied().collect(),
        used: BTreeSet::new(),
        names: plain_names(&shown),
        renamed: Vec::new(),
        fields_left: MOST_FIELDS,
        options_left: MOST_OPTIONS,
    };
    let mut by_type: BTreeMap<RecordType, Vec<DraftForm<'_>>> = BTreeMap::new();
    for (done, outline) in shown.iter().enumerate() {
        if progress(done, shown.len()).is_break() {
            return Err(ImportProblem::Stopped);
        }
        if let Some(form) = reader.form(outline) {
            by_type.entry(outline.of).or_default().push(form);
        }
    }
    for (id, _) in &nested {
        if !reader.used.contains(id) {
            reader.told.lost(&Place::new(Area::Form, id), NotCarried::RowsUnused, "");
        }
    }
    let mut made: BTreeMap<String, FormDef> = BTreeMap::new();
    for (of, forms) in &mut by_type {
        let waits = Waits::of_forms(reader.onto.staying_forms(&remade), *of);
        trees::grow(&mut reader, forms, *of, waits);
        made.extend(forms.iter().map(|form| (form.form.id.clone(), form.form.clone())));
    }
    drop(by_type);
    let forms: Vec<FormDef> = shown.iter().filter_map(|outline| made.remove(&outline.id)).collect();
    let Reader { mut told, lists, names, renamed, .. } = reader;
    let forms = fitting(forms, &lists.made, onto, &shown, &mut told);
    let _ = progress(shown.len(), shown.len());
    if forms.is_empty() {
        return Err(ImportProblem::NothingUsable { told: told.into_remarks() });
    }
    let shown = shown
        .iter()
        .map(|it| (it.name.to_owned(), it.id.clone(), text(it.object, "form_group_id").map(str::to_owned)))
        .collect();
    drop(nested);
    let mut imported = gather(opened, shown, forms, lists, names, renamed, &mut told);
    imported.told = told.into_remarks();
    Ok(imported)
}

/// The names that stand in the forms of each type of record, so that nothing made up takes one.
fn plain_names(shown: &[Outline<'_>]) -> BTreeMap<RecordType, Names> {
    let mut names: BTreeMap<RecordType, Names> = BTreeMap::new();
    for outline in shown {
        let fields = super::forms::ordered(outline.object);
        let plain = fields.iter().filter_map(|raw| text(raw.as_object()?, "name")).map(str::to_owned);
        names.entry(outline.of).or_default().plain.extend(plain);
    }
    names
}

fn written(forms: &[FormDef], lists: &[OptionList], onto: &Written) -> Written {
    Written {
        amparo_configuration: onto.amparo_configuration,
        forms: forms.to_vec(),
        lists: lists.to_vec(),
        compartments: onto.compartments.clone(),
        clocks: onto.clocks.clone(),
        // Those of the office may name forms that do not stand here.
        settings: amparo_forms::settings::Settings::default(),
    }
}

/// The last word has the engine itself: what it would refuse, alone or beside the office's forms, is left out and told.
fn fitting(
    mut forms: Vec<FormDef>,
    lists: &[OptionList],
    onto: &Configuration,
    shown: &[Outline<'_>],
    told: &mut Told,
) -> Vec<FormDef> {
    let before = onto.written();
    for _ in 0..MOST_REFUSED {
        let alone = written(&forms, lists, &before);
        let beside = super::onto::beside(&before, &forms, lists);
        let kept = amparo_forms::shape::keep(&before, beside);
        let checked = Configuration::from_written(alone).and_then(|_| Configuration::from_written(kept?));
        let Err(problem) = checked else { return forms };
        let Some(at) = refused_form(&problem, &forms) else { break };
        let form = forms.remove(at);
        let name = shown.iter().find(|outline| outline.id == form.id).map_or("", |outline| outline.name);
        told.lost(&Place::new(Area::Form, name), NotCarried::Refused, problem.code());
    }
    Vec::new()
}

/// The form that a problem is about: places read from the outside in.
fn refused_form(problem: &ConfigError, forms: &[FormDef]) -> Option<usize> {
    let place = problem.place().unwrap_or_default();
    let first = place.split(',').next().unwrap_or_default();
    let by_id = forms.iter().position(|form| form.id == first);
    let by_field = || match problem {
        ConfigError::Loop { fields } => {
            forms.iter().rposition(|form| form.fields().any(|field| fields.contains(&field.id)))
        }
        _ => None,
    };
    by_id.or_else(by_field).or_else(|| forms.len().checked_sub(1))
}

/// Forms as the summaries need them: name there, id here, group.
type Shown = Vec<(String, String, Option<String>)>;

fn gather(
    opened: Opened,
    shown: Shown,
    forms: Vec<FormDef>,
    lists: Lists,
    names: BTreeMap<RecordType, Names>,
    renamed: Vec<super::Renamed>,
    told: &mut Told,
) -> Imported {
    let ids: BTreeSet<&str> = forms.iter().map(|form| form.id.as_str()).collect();
    let (mut of_file, mut form_groups): (BTreeMap<String, Vec<String>>, Vec<FormGroup>) = Default::default();
    for (name, id, group) in shown.into_iter().filter(|(_, id, _)| ids.contains(id.as_str())) {
        told.alone(&Place::new(Area::Form, &name), What::Understood, &[&id]);
        of_file.entry(name).or_default().push(id.clone());
        let Some(group) = group else { continue };
        match form_groups.iter_mut().find(|known| known.id == group) {
            Some(known) => known.forms.push(id),
            None => {
                told.changed(&Place::file(), Changed::GroupsAsOrder, &group);
                let title = lists.form_groups.get(&group).cloned().unwrap_or_default();
                form_groups.push(FormGroup { id: group, title, forms: vec![id] });
            }
        }
    }
    let fields: BTreeSet<String> = names.into_values().flat_map(|names| names.fields.into_keys()).collect();
    let contacts = opened.contacts.len();
    if contacts > 0 {
        told.lost(&Place::new(Area::Contact, ""), NotCarried::Contact, &contacts.to_string());
    }
    Imported {
        name: opened.name,
        version: opened.version,
        primero_version: opened.primero_version,
        forms,
        form_groups,
        roles: people::roles(&opened.roles, &of_file, told),
        groups: people::groups(&opened.groups, told),
        agencies: people::agencies(&opened.agencies, told),
        reports: people::reports(&opened.reports, &fields, told),
        lists: lists.made,
        renamed,
        told: Vec::new(),
    }
}
