//! The forms of one type of record: what everything on its page asks instead of the whole configuration.

use amparo_forms::{Configuration, in_force, roles};
use amparo_model::form::{FieldDef, FieldKind, FormDef, Section};
use amparo_model::record::RecordType;
use amparo_model::role::{FormRight, Rights};
use amparo_model::value::Document;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The forms with which a record of a type begins, where these are not the first one in the order of the work: what a person fills
/// when they register it. Only these propose answers by themselves; every other form does when it is begun.
const BEGIN_WITH: &[(RecordType, &[&str])] =
    &[(RecordType::CASE, &["consent", "registration"]), (RecordType::GBV_CASE, &["gbv-survivor", "gbv-consent"])];

/// The form on which a registered record opens: the one that says whom it is about.
const OPEN_ON: &[(RecordType, &str)] = &[(RecordType::CASE, "registration")];

/// The forms of a type of record. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Forms {
    /// All forms and lists.
    pub configuration: &'static Configuration,
    /// The type.
    pub of: RecordType,
}

thread_local! {
    static CLOSED: RefCell<Rc<BTreeSet<String>>> = RefCell::default();
}

/// The forms that are closed to whoever is signed in: the office hands out nothing of them, so the window does not ask them either.
pub fn close_forms(rights: &Rights) {
    let closed = rights.forms.iter().filter(|(_, right)| **right == FormRight::None).map(|(form, _)| form.clone());
    CLOSED.set(Rc::new(closed.collect()));
}

fn closed_forms() -> Rc<BTreeSet<String>> {
    CLOSED.with_borrow(Rc::clone)
}

impl PartialEq for Forms {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of && std::ptr::eq(self.configuration, other.configuration)
    }
}

impl Forms {
    /// Those of the configuration in force.
    #[must_use]
    pub fn of(of: RecordType) -> Self {
        Self { configuration: in_force(), of }
    }

    /// The forms that are in use, in the order of the work.
    pub fn all(self) -> impl Iterator<Item = &'static FormDef> {
        let closed = closed_forms();
        let of_type = self.configuration.forms_of(self.of.kind, self.of.module);
        of_type.filter(move |form| !form.off && !closed.contains(&form.id))
    }

    /// The form with an id.
    #[must_use]
    pub fn form(self, id: &str) -> Option<&'static FormDef> {
        self.all().find(|form| form.id == id)
    }

    /// The definition of a field: that of the first form that asks it.
    #[must_use]
    pub fn field(self, id: &str) -> Option<&'static FieldDef> {
        self.configuration.field(self.of.kind, self.of.module, id)
    }

    /// All questions with their form, in the order of the work.
    pub fn asked(self) -> impl Iterator<Item = (&'static FormDef, &'static Section, &'static FieldDef)> {
        self.all()
            .flat_map(|form| form.sections.iter().map(move |section| (form, section)))
            .flat_map(|(form, section)| section.fields.iter().map(move |field| (form, section, field)))
    }

    /// The fields that lists show of a record of this type, in the order of the forms. The person responsible has a column of their own.
    pub fn summary(self) -> impl Iterator<Item = &'static FieldDef> {
        let shown = self.asked().map(|(.., field)| field);
        shown.filter(move |field| {
            let first = self.field(&field.id).is_some_and(|first| std::ptr::eq(first, *field));
            first && field.in_summary && !field.off && !matches!(field.kind, FieldKind::Calc { .. } | FieldKind::User)
        })
    }

    /// Whether records of this type are named: whether a form asks for a name that lists show.
    #[must_use]
    pub fn is_named(self) -> bool {
        [roles::NAME_FIRST, roles::NAME_SCRIPT2].iter().any(|field| self.field(field).is_some())
    }

    /// The forms with which a new record begins.
    #[must_use]
    pub fn first(self) -> Vec<&'static FormDef> {
        match BEGIN_WITH.iter().find(|(of, _)| *of == self.of) {
            Some((_, ids)) => ids.iter().filter_map(|id| self.form(id)).collect(),
            None => self.all().take(1).collect(),
        }
    }

    /// Whether a new record begins with this form.
    #[must_use]
    pub fn is_first(self, form: &FormDef) -> bool {
        self.first().iter().any(|first| first.id == form.id)
    }

    /// The form that is shown when a record is opened.
    #[must_use]
    pub fn opens_on(self, registered: bool) -> Option<&'static FormDef> {
        let known = OPEN_ON.iter().find(|(of, _)| registered && *of == self.of).and_then(|(_, id)| self.form(id));
        known.or_else(|| self.first().first().copied())
    }

    /// The form in which a question is at home: of those that ask it, one that a record begins with, or else the first in the order
    /// of the work.
    #[must_use]
    pub fn home_of(self, field: &str) -> Option<&'static FormDef> {
        let begins = self.first().into_iter().find(|form| form.field(field).is_some());
        begins.or_else(|| self.all().find(|form| form.field(field).is_some()))
    }

    /// Whether anything is written in a form. An answer that is at home in another form says nothing about this one.
    #[must_use]
    pub fn is_begun(self, form: &FormDef, document: &Document) -> bool {
        form.fields().any(|field| {
            let written = document.get(&field.id).is_some() || document.rows_of(&field.id).next().is_some();
            written && self.home_of(&field.id).is_some_and(|home| home.id == form.id)
        })
    }
}

/// A form's own id, as long-lived as the configuration; none when the type has no such form.
#[must_use]
pub fn form_id(of: RecordType, form: &str) -> Option<&'static str> {
    Forms::of(of).form(form).map(|form| form.id.as_str())
}

/// The type of record that a form belongs to; a child protection case when no form has the id.
#[must_use]
pub fn type_of_form(form: &str) -> RecordType {
    in_force().form(form).map_or(RecordType::CASE, |form| RecordType { kind: form.record, module: form.module })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::value::Value;

    #[test]
    fn every_type_has_forms_to_begin_with_and_one_to_open_on() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            assert!(!forms.first().is_empty(), "{of:?}");
            assert!(forms.opens_on(true).is_some() && forms.opens_on(false).is_some(), "{of:?}");
        }
        for (of, ids) in BEGIN_WITH {
            assert_eq!(Forms::of(*of).first().len(), ids.len());
        }
        for (of, id) in OPEN_ON {
            assert_eq!(Forms::of(*of).opens_on(true).unwrap().id, *id);
        }
    }

    #[test]
    fn an_answer_that_is_at_home_in_one_form_does_not_begin_another_that_asks_it_too() {
        let forms = Forms::of(RecordType::CASE);
        let mut document = Document::default();
        document.set("risk_level", Value::Choice("high".into()));
        document.set("date_identified", Value::Date("2026-11-22".parse().unwrap()));
        assert!(forms.is_begun(forms.form("registration").unwrap(), &document));
        assert!(!forms.is_begun(forms.form("risk-history").unwrap(), &document));
        assert!(!forms.is_begun(forms.form("intake").unwrap(), &document));
    }

    #[test]
    fn a_form_tells_its_type() {
        assert_eq!(type_of_form("gbv-incident"), RecordType::GBV_INCIDENT);
        assert_eq!(type_of_form("consent"), RecordType::CASE);
        assert_eq!(type_of_form("from-elsewhere"), RecordType::CASE);
    }
}
