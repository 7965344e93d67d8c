//! What a role may read and write of a record that its keys open, form by form. The circles decide what can be decrypted; this is
//! policy on top of it: asked wherever content leaves this room, so that a form that is closed to a role is closed everywhere.

use super::parts::{Names, Summary};
use super::system;
use super::tasks::told_by;
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::form_right;
use amparo_api::Code;
use amparo_forms::{Configuration, roles, way};
use amparo_model::form::{FieldDef, FieldKind, SearchedAs};
use amparo_model::ids::FileId;
use amparo_model::record::RecordType;
use amparo_model::role::{FormRight, Rights};
use amparo_model::value::{Document, Value};
use std::collections::BTreeSet;

/// The fields of a type of record that a role may not read.
#[derive(Clone, Default)]
pub(crate) struct Hidden {
    fields: BTreeSet<&'static str>,
    forms: BTreeSet<&'static str>,
}

impl Hidden {
    /// A field that two forms ask is readable where one of them is.
    fn of(forms: &'static Configuration, rights: &Rights, of: RecordType) -> Self {
        if rights.forms.values().all(|right| *right != FormRight::None) {
            return Self::default();
        }
        let mut hidden = Self::default();
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        for form in forms.forms_of(of.kind, of.module) {
            let closed = form_right(rights, &form.id) == FormRight::None;
            let fields = form.fields().map(|field| field.id.as_str());
            if closed {
                hidden.forms.insert(form.id.as_str());
                hidden.fields.extend(fields);
            } else {
                shown.extend(fields);
            }
        }
        hidden.fields.retain(|field| !shown.contains(field));
        hidden
    }

    /// Whether nothing is.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.forms.is_empty()
    }

    /// Whether a field is, or the mark that says a hidden form is complete.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.contains(field) || self.forms.iter().any(|form| system::completes(form) == field)
    }

    /// Whether a form is.
    pub(crate) fn has_form(&self, form: &str) -> bool {
        self.forms.contains(form)
    }

    /// Takes out of a document what is hidden.
    pub(crate) fn narrow(&self, document: &mut Document) {
        document.fields.retain(|field, _| !self.has(field));
        document.rows.retain(|field, _| !self.has(field));
    }

    /// Takes out of what lists and search show what comes from hidden fields. Where it is not known which field a name, a phone or a number
    /// came from, all of them go.
    pub(crate) fn narrow_parts(
        &self,
        forms: &'static Configuration,
        of: RecordType,
        summary: &mut Summary,
        names: &mut Names,
    ) {
        if self.is_empty() {
            return;
        }
        let blank = |field: &str, text: &mut String| {
            if self.has(field) {
                text.clear();
            }
        };
        blank(roles::SEX, &mut summary.sex);
        blank(roles::LOC_CURRENT, &mut summary.place);
        blank(roles::RISK_LEVEL, &mut summary.risk);
        if self.has(roles::DOB) || self.has(roles::AGE) {
            (summary.born, summary.age, summary.age_estimated) = (None, None, false);
        }
        summary.facts.retain(|field, _| !self.has(field));
        let (form, rows) = way::told_by(of.module, &summary.step);
        if form.is_some_and(|form| self.has_form(form)) || rows.iter().any(|rows| self.has(rows)) {
            summary.step.clear();
        }
        summary.untold = told_by(of).into_iter().filter(|(_, field)| self.has(field)).map(|(kind, _)| kind).collect();
        let hidden = |wanted: &dyn Fn(&FieldDef) -> bool| {
            forms
                .fields_of(of.kind, of.module)
                .any(|field| self.has(&field.id) && (wanted(field) || field.row_fields().iter().any(wanted)))
        };
        if hidden(&|field| matches!(field.kind, FieldKind::Link)) {
            summary.links.clear();
        }
        if hidden(&|field| field.searched_as == Some(SearchedAs::Name)) {
            names.names.clear();
            names.shown.clear();
            names.script2.clear();
        }
        if hidden(&|field| field.searched_as == Some(SearchedAs::Phone)) {
            names.phones.clear();
        }
        if hidden(&|field| field.searched_as == Some(SearchedAs::Number)) {
            names.ids.clear();
        }
        if self.has(roles::PHOTO) {
            names.photo = None;
        }
    }
}

/// Whether a value is a file.
fn is_file(value: &Value, file: FileId) -> bool {
    matches!(value, Value::File(known) if known.id == file)
}

impl Session {
    /// What of a type of record is hidden from this session's role.
    pub(crate) fn hidden(&self, of: RecordType) -> Hidden {
        Hidden::of(self.forms(), &self.rights, of)
    }

    /// Whether this session's role fills a form.
    pub(crate) fn fills(&self, form: &str) -> bool {
        amparo_access::fills(&self.rights, form)
    }

    /// A form that is closed to the role is as if it were not there.
    pub(crate) fn refuse_closed_form(&self, form: &str) -> Answer<()> {
        let closed = self.rights.forms.get(form) == Some(&FormRight::None);
        if closed { Err(Code::NotAllowed.into()) } else { Ok(()) }
    }

    /// Whether a file stands in a field of a document, now or as its history has it, that is hidden.
    pub(crate) fn refuse_hidden_file(&self, of: RecordType, past: &[Document], file: FileId) -> Answer<()> {
        let hidden = self.hidden(of);
        if hidden.is_empty() {
            return Ok(());
        }
        let shown = past.iter().any(|document| {
            let mut document = document.clone();
            hidden.narrow(&mut document);
            let mut cells = document.rows.values().flat_map(|rows| rows.iter()).flat_map(|row| row.fields.values());
            document.fields.values().any(|value| is_file(value, file)) || cells.any(|value| is_file(value, file))
        });
        if shown { Ok(()) } else { Err(Code::NotAllowed.into()) }
    }
}
