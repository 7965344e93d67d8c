//! A configuration while somebody shapes it. Forms and lists are shared between the steps of undo: a step costs as much as the one form
//! that it changes. Pure.

use super::at::At;
use amparo_forms::CompartmentDef;
use amparo_forms::clock::Clocks;
use amparo_forms::settings::Settings;
use amparo_forms::shape::{FORMAT, Written};
use amparo_model::form::{FieldDef, FieldKind, FormDef, Options, Section};
use amparo_model::list::{ListOption, OptionList};
use std::rc::Rc;

/// All of a configuration.
#[derive(Clone, PartialEq)]
pub struct Shaped {
    /// In the order of the work.
    pub forms: Vec<Rc<FormDef>>,
    /// The shared lists.
    pub lists: Vec<Rc<OptionList>>,
    /// The parts of records; nobody changes them here.
    pub compartments: Rc<Vec<CompartmentDef>>,
    /// How soon each step is due.
    pub clocks: Rc<Clocks>,
    /// What the office decides beside its forms.
    pub settings: Rc<Settings>,
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Shaped {
    /// Takes a written configuration apart.
    #[must_use]
    pub fn of(written: Written) -> Self {
        Self {
            forms: written.forms.into_iter().map(Rc::new).collect(),
            lists: written.lists.into_iter().map(Rc::new).collect(),
            compartments: Rc::new(written.compartments),
            clocks: Rc::new(written.clocks),
            settings: Rc::new(written.settings),
        }
    }

    /// Puts it together again, to be checked, compared or kept.
    #[must_use]
    pub fn written(&self) -> Written {
        Written {
            amparo_configuration: FORMAT,
            forms: self.forms.iter().map(|form| (**form).clone()).collect(),
            lists: self.lists.iter().map(|list| (**list).clone()).collect(),
            compartments: (*self.compartments).clone(),
            clocks: (*self.clocks).clone(),
            settings: (*self.settings).clone(),
        }
    }

    /// The form with an id.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&Rc<FormDef>> {
        self.forms.iter().find(|form| form.id == id)
    }
    /// The same, to be changed.
    pub fn form_mut(&mut self, id: &str) -> Option<&mut FormDef> {
        self.forms.iter_mut().find(|form| form.id == id).map(Rc::make_mut)
    }
    /// The list with an id.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&Rc<OptionList>> {
        self.lists.iter().find(|list| list.id == id)
    }
    /// A section.
    #[must_use]
    pub fn section(&self, form: &str, section: &str) -> Option<&Section> {
        self.form(form)?.sections.iter().find(|known| known.id == section)
    }
    /// The same, to be changed.
    pub fn section_mut(&mut self, form: &str, section: &str) -> Option<&mut Section> {
        self.form_mut(form)?.sections.iter_mut().find(|known| known.id == section)
    }
    /// A question or a cell.
    #[must_use]
    pub fn field(&self, at: &At) -> Option<&FieldDef> {
        match at {
            At::Field(form, field) => self.form(form)?.field(field),
            At::Cell(form, field, cell) => {
                self.form(form)?.field(field)?.row_fields().iter().find(|known| known.id == *cell)
            }
            _ => None,
        }
    }
    /// The section in which a question stands.
    #[must_use]
    pub fn section_of(&self, form: &str, field: &str) -> Option<&Section> {
        self.form(form)?.sections.iter().find(|section| section.fields.iter().any(|known| known.id == field))
    }

    /// Changes a question or a cell. What is the same wherever a question stands (its type with its options and cells) is changed in
    /// every form of the record that shows it.
    pub fn change_field(&mut self, at: &At, change: impl FnOnce(&mut FieldDef)) {
        let (Some(form), Some(field)) = (at.form().map(str::to_owned), at.field().map(str::to_owned)) else { return };
        let Some(found) = self.form_mut(&form).and_then(|form| field_in(form, &field)) else { return };
        let before = found.kind.clone();
        match at {
            At::Cell(_, _, cell) => {
                if let FieldKind::Repeat(cells) = &mut found.kind
                    && let Some(cell) = cells.iter_mut().find(|known| known.id == *cell)
                {
                    change(cell);
                }
            }
            _ => change(found),
        }
        let kind = found.kind.clone();
        if kind != before {
            self.spread(&form, &field, &kind);
        }
    }

    fn spread(&mut self, from: &str, field: &str, kind: &FieldKind) {
        let Some((record, module)) = self.form(from).map(|form| (form.record, form.module)) else { return };
        for form in &mut self.forms {
            let shows = form.record == record && form.module == module && form.id != from;
            if shows
                && form.field(field).is_some()
                && let Some(found) = field_in(Rc::make_mut(form), field)
            {
                found.kind = kind.clone();
            }
        }
    }

    /// The options of a shared list, or of one question, to be read.
    #[must_use]
    pub fn options(&self, at: &At) -> Option<&[ListOption]> {
        match at {
            At::List(list) => self.list(list).map(|list| list.options.as_slice()),
            _ => match &self.field(at)?.choices()?.options {
                Options::Inline(options) => Some(options),
                Options::List(_) => None,
            },
        }
    }

    /// Changes the options of a shared list, or of one question.
    pub fn change_options(&mut self, at: &At, change: impl FnOnce(&mut Vec<ListOption>)) {
        if let At::List(id) = at {
            if let Some(list) = self.lists.iter_mut().find(|list| list.id == *id) {
                change(&mut Rc::make_mut(list).options);
            }
            return;
        }
        self.change_field(at, |field| {
            let choices = match &mut field.kind {
                FieldKind::Select(choices) | FieldKind::Multi(choices) => Some(choices),
                FieldKind::Calc { options, .. } => options.as_mut(),
                _ => None,
            };
            if let Some(Options::Inline(options)) = choices.map(|choices| &mut choices.options) {
                change(options);
            }
        });
    }

    /// Moves something among its equals. A question goes on into the next section at the end of its own; a form moves among the forms
    /// of its type of record.
    pub fn shift(&mut self, at: &At, way: Way) {
        match at {
            At::Form(id) => {
                let Some(here) = self.forms.iter().position(|form| form.id == *id) else { return };
                let alike = |other: &&usize| {
                    self.forms
                        .get(here)
                        .zip(self.forms.get(**other))
                        .is_some_and(|(one, other)| one.record == other.record && one.module == other.module)
                };
                let places: Vec<usize> = (0..self.forms.len()).collect();
                let next = match way {
                    Way::Up => places.iter().take(here).rev().find(alike),
                    Way::Down => places.iter().skip(here + 1).find(alike),
                };
                if let Some(next) = next {
                    self.forms.swap(here, *next);
                }
            }
            At::Section(form, section) => {
                if let Some(form) = self.form_mut(form) {
                    step(&mut form.sections, |known| known.id == *section, way);
                }
            }
            At::Field(form, field) => self.shift_field(form, field, way),
            At::Cell(_, _, cell) => {
                let whole = At::Field(at.form().unwrap_or_default().into(), at.field().unwrap_or_default().into());
                self.change_field(&whole, |field| {
                    if let FieldKind::Repeat(cells) = &mut field.kind {
                        step(cells, |known| known.id == *cell, way);
                    }
                });
            }
            At::List(_) | At::Setting(_) | At::Clocks => {}
        }
    }

    fn shift_field(&mut self, form: &str, field: &str, way: Way) {
        let Some(form) = self.form_mut(form) else { return };
        let here = form.sections.iter().position(|section| section.fields.iter().any(|known| known.id == field));
        let Some(here) = here else { return };
        let Some(section) = form.sections.get_mut(here) else { return };
        if step(&mut section.fields, |known| known.id == field, way) {
            return;
        }
        let next = match way {
            Way::Up => here.checked_sub(1),
            Way::Down => Some(here + 1).filter(|next| *next < form.sections.len()),
        };
        let Some(next) = next else { return };
        let Some(taken) = take(form, field) else { return };
        if let Some(section) = form.sections.get_mut(next) {
            let place = if way == Way::Up { section.fields.len() } else { 0 };
            section.fields.insert(place, taken);
        }
    }

    /// Puts a question at the end of another section of its form.
    pub fn move_to_section(&mut self, form: &str, field: &str, section: &str) {
        let Some(form) = self.form_mut(form) else { return };
        if !form.sections.iter().any(|known| known.id == section) {
            return;
        }
        if let Some(taken) = take(form, field)
            && let Some(section) = form.sections.iter_mut().find(|known| known.id == section)
        {
            section.fields.push(taken);
        }
    }

    /// Whether it is offered: a form or a question that is not off.
    #[must_use]
    pub fn is_off(&self, at: &At) -> bool {
        match at {
            At::Form(form) => self.form(form).is_some_and(|form| form.off),
            At::Field(..) | At::Cell(..) => self.field(at).is_some_and(|field| field.off),
            _ => false,
        }
    }

    /// Hides it, or shows it again. What records hold of it stays readable.
    pub fn set_off(&mut self, at: &At, off: bool) {
        match at {
            At::Form(form) => {
                if let Some(form) = self.form_mut(form) {
                    form.off = off;
                }
            }
            At::Field(..) | At::Cell(..) => self.change_field(at, |field| field.off = off),
            _ => {}
        }
    }

    /// Takes something out altogether; for what no record can hold yet.
    pub fn remove(&mut self, at: &At) {
        match at {
            At::Form(id) => self.forms.retain(|form| form.id != *id),
            At::Section(form, section) => {
                if let Some(form) = self.form_mut(form) {
                    form.sections.retain(|known| known.id != *section);
                }
            }
            At::Field(form, field) => {
                if let Some(form) = self.form_mut(form) {
                    let _ = take(form, field);
                }
            }
            At::Cell(form, field, cell) => {
                let whole = At::Field(form.clone(), field.clone());
                self.change_field(&whole, |field| {
                    if let FieldKind::Repeat(cells) = &mut field.kind
                        && cells.len() > 1
                    {
                        cells.retain(|known| known.id != *cell);
                    }
                });
            }
            At::List(id) => self.lists.retain(|list| list.id != *id),
            At::Setting(_) | At::Clocks => {}
        }
    }

    /// Whether there is such a thing.
    #[must_use]
    pub fn knows(&self, at: &At) -> bool {
        match at {
            At::Form(form) => self.form(form).is_some(),
            At::Section(form, section) => self.section(form, section).is_some(),
            At::Field(..) | At::Cell(..) => self.field(at).is_some(),
            At::List(list) => self.list(list).is_some(),
            At::Setting(_) | At::Clocks => true,
        }
    }
}

fn field_in<'a>(form: &'a mut FormDef, field: &str) -> Option<&'a mut FieldDef> {
    form.sections.iter_mut().flat_map(|section| &mut section.fields).find(|known| known.id == field)
}

fn take(form: &mut FormDef, field: &str) -> Option<FieldDef> {
    form.sections.iter_mut().find_map(|section| {
        let place = section.fields.iter().position(|known| known.id == field)?;
        Some(section.fields.remove(place))
    })
}

/// Moves one of several by one; `false` at the end.
pub fn step<T>(all: &mut [T], is: impl Fn(&T) -> bool, way: Way) -> bool {
    let Some(here) = all.iter().position(is) else { return false };
    let next = match way {
        Way::Up => here.checked_sub(1),
        Way::Down => Some(here + 1).filter(|next| *next < all.len()),
    };
    match next {
        Some(next) => {
            all.swap(here, next);
            true
        }
        None => false,
    }
}

#[cfg(test)]
#[path = "shaped_tests.rs"]
mod tests;
