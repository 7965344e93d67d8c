#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod builder;
mod hostile;
mod meaning;
mod whole;

use super::{Area, Changed, ImportProblem, Imported, NotCarried, Remark, What, read_configuration};
use amparo_forms::{Configuration, Context, standard};
use amparo_model::form::{FieldDef, FormDef};
use amparo_model::ids::PersonId;
use amparo_model::value::{Document, Path, Value};
use serde_json::{Value as Json, json};
use std::ops::ControlFlow;

fn read(configuration: &Json) -> Result<Imported, ImportProblem> {
    let bytes = serde_json::to_vec(configuration).unwrap();
    read_configuration(&bytes, standard(), &mut |_, _| ControlFlow::Continue(()))
}

/// A configuration of one case form of child protection with these fields.
fn with_fields(fields: Json) -> Imported {
    read(&builder::one_form(fields)).unwrap()
}

fn form<'a>(imported: &'a Imported, id: &str) -> &'a FormDef {
    imported.forms.iter().find(|form| form.id == id).unwrap_or_else(|| panic!("no form {id}"))
}

fn field<'a>(imported: &'a Imported, id: &str) -> &'a FieldDef {
    imported
        .forms
        .iter()
        .find_map(|form| form.field(id))
        .unwrap_or_else(|| panic!("no field {id}: {:?}", imported.told))
}

fn told(imported: &Imported, what: What) -> Vec<String> {
    imported.told.iter().filter(|remark| remark.what == what).flat_map(|remark| remark.ids.clone()).collect()
}
fn changed(imported: &Imported, kind: Changed) -> Vec<String> {
    told(imported, What::Changed(kind))
}
fn lost(imported: &Imported, kind: NotCarried) -> Vec<String> {
    told(imported, What::NotCarried(kind))
}

/// The draft that an office would apply, and the import alone: both load.
fn loaded(imported: &Imported) -> Configuration {
    let before = standard().written();
    let mut alone = before.clone();
    alone.forms.clone_from(&imported.forms);
    alone.lists.clone_from(&imported.lists);
    Configuration::from_written(alone).unwrap();
    let kept = amparo_forms::shape::keep(&before, imported.beside(&before)).unwrap();
    let text = kept.to_json();
    amparo_forms::shape::Written::from_json(&text).unwrap();
    Configuration::from_written(kept).unwrap()
}

fn context() -> Context {
    Context {
        today: "2026-11-22".parse().unwrap(),
        user: PersonId::from_random([7; 16]),
        language: "en".to_owned(),
        complete: std::collections::BTreeSet::new(),
    }
}

/// Whether a field of the one form is shown for these values.
fn shows(config: &Configuration, field: &str, values: &[(&str, Value)]) -> bool {
    let document = document(values);
    config.visible(config.form("one-form").unwrap(), &document, &context()).shows_field(field)
}

fn document(values: &[(&str, Value)]) -> Document {
    let mut document = Document::default();
    for (name, value) in values {
        document.set(name, value.clone());
    }
    document
}

fn worked_out(config: &Configuration, field: &str, values: &[(&str, Value)]) -> Option<Value> {
    let document = document(values);
    let all = config.calculate(config.form("one-form").unwrap(), &document, &context());
    all.get(&Path::Field(field.to_owned())).cloned()
}
