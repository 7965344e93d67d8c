//! What a file meets in this office: fields of the same name, lists, forms of the same id.

use super::Imported;
use super::known::Later;
use super::lists::Lists;
use amparo_forms::shape::Written;
use amparo_forms::{Configuration, standard};
use amparo_model::form::{Choices, FieldDef, FieldKind, FormDef, Options};
use amparo_model::list::{ListOption, OptionList};
use amparo_model::record::RecordType;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

/// The configuration that the draft is to stand beside.
pub(super) struct Onto<'a> {
    config: &'a Configuration,
    /// Fields of forms that stay, and fields of forms that an earlier import made and this one makes again.
    staying: BTreeMap<(RecordType, &'a str), &'a FieldDef>,
    remade: BTreeMap<(RecordType, &'a str), &'a FieldDef>,
    forms: BTreeMap<&'a str, RecordType>,
}

/// Whether a field can have its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Nobody has it.
    Free,
    /// The office asks the same: type, options and part are the office's now.
    Same,
    /// The office asks something else.
    Clash,
}

impl<'a> Onto<'a> {
    pub(super) fn new(config: &'a Configuration, remade: &BTreeSet<String>) -> Self {
        let mut onto = Self { config, staying: BTreeMap::new(), remade: BTreeMap::new(), forms: BTreeMap::new() };
        for form in config.forms() {
            let of = RecordType { kind: form.record, module: form.module };
            onto.forms.insert(&form.id, of);
            let fields = if remade.contains(&form.id) { &mut onto.remade } else { &mut onto.staying };
            for field in form.fields() {
                fields.entry((of, field.id.as_str())).or_insert(field);
            }
        }
        onto
    }

    /// Whether a form can have this id: nobody has it, or an earlier import of the same kind of form.
    pub(super) fn form_fits(config: &Configuration, id: &str, of: RecordType) -> bool {
        let there = config.form(id);
        there.is_none_or(|form| {
            standard().form(id).is_none() && RecordType { kind: form.record, module: form.module } == of
        })
    }

    /// Holds a field against the office's of that name, and makes it the office's where both ask the same.
    pub(super) fn fit(&self, of: RecordType, field: &mut FieldDef, later: &Later, lists: &mut Lists) -> Fit {
        if let Some(theirs) = self.staying.get(&(of, field.id.as_str())).copied() {
            if *later != Later::Nothing || !self.adopt(field, theirs, lists) {
                return Fit::Clash;
            }
            field.compartment = theirs.compartment.clone();
            field.class = field.class.max(theirs.class);
            return Fit::Same;
        }
        let Some(before) = self.remade.get(&(of, field.id.as_str())).copied() else { return Fit::Free };
        let same = match (&field.kind, &before.kind) {
            (FieldKind::Select(mine), FieldKind::Select(theirs))
            | (FieldKind::Multi(mine), FieldKind::Multi(theirs)) => match (&mine.options, &theirs.options) {
                (Options::List(mine), Options::List(theirs)) => mine == theirs,
                (Options::Inline(_), Options::Inline(_)) => true,
                _ => false,
            },
            (_, FieldKind::Calc { .. }) => *later != Later::Nothing,
            (mine, theirs) => *later == Later::Nothing && discriminant(mine) == discriminant(theirs),
        };
        if !same {
            return Fit::Clash;
        }
        field.compartment = before.compartment.clone();
        field.class = field.class.max(before.class);
        Fit::Free
    }

    fn adopt(&self, field: &mut FieldDef, theirs: &FieldDef, lists: &mut Lists) -> bool {
        let fits = match (&field.kind, &theirs.kind) {
            (FieldKind::Select(mine), FieldKind::Select(other)) | (FieldKind::Multi(mine), FieldKind::Multi(other)) => {
                self.takes_options(mine, other, lists)
            }
            (FieldKind::Text | FieldKind::LongText, FieldKind::Text | FieldKind::LongText) => true,
            (FieldKind::Repeat(_) | FieldKind::Calc { .. }, _) => field.kind == theirs.kind,
            (mine, other) => discriminant(mine) == discriminant(other),
        };
        if fits {
            field.kind = theirs.kind.clone();
        }
        fits
    }

    /// Whether the office's options have those of the file among them, after adding those that are missing in a list of the office.
    fn takes_options(&self, mine: &Choices, theirs: &Choices, lists: &mut Lists) -> bool {
        let mine: Vec<ListOption> = match &mine.options {
            Options::Inline(options) => options.clone(),
            Options::List(id) => {
                lists.made.iter().find(|list| list.id == *id).map(|list| list.options.clone()).unwrap_or_default()
            }
        };
        match &theirs.options {
            Options::Inline(theirs) => mine.iter().all(|option| theirs.iter().any(|known| known.id == option.id)),
            Options::List(id) => {
                let Some(list) = self.config.list(id) else { return false };
                let at = lists.made.iter().position(|made| made.id == *id).unwrap_or_else(|| {
                    lists.made.push(list.clone());
                    lists.made.len() - 1
                });
                if let Some(made) = lists.made.get_mut(at) {
                    let known: BTreeSet<String> = made.options.iter().map(|option| option.id.clone()).collect();
                    made.options.extend(mine.into_iter().filter(|option| !known.contains(&option.id)));
                }
                true
            }
        }
    }

    /// The forms of the office that stay beside those of the file.
    pub(super) fn staying_forms(&self, remade: &BTreeSet<String>) -> impl Iterator<Item = &'a FormDef> {
        self.config.forms().iter().filter(move |form| !remade.contains(&form.id))
    }
}

impl Imported {
    /// The office's configuration with what the file brings beside it: forms of an earlier import are made anew, everything else stays
    /// as it is. It is a draft: compare it, then apply it with [`amparo_forms::shape::keep`].
    #[must_use]
    pub fn beside(&self, before: &Written) -> Written {
        beside(before, &self.forms, &self.lists)
    }
}

pub(super) fn beside(before: &Written, forms: &[FormDef], lists: &[OptionList]) -> Written {
    let mut draft = before.clone();
    for form in forms {
        match draft.forms.iter_mut().find(|known| known.id == form.id) {
            Some(known) => known.clone_from(form),
            None => draft.forms.push(form.clone()),
        }
    }
    for list in lists {
        match draft.lists.iter_mut().find(|known| known.id == list.id) {
            Some(known) => with_retired(known, list),
            None => draft.lists.push(list.clone()),
        }
    }
    draft
}

/// A list made anew; what is missing in it stays, retired.
fn with_retired(known: &mut OptionList, new: &OptionList) {
    let mut options = new.options.clone();
    for option in &known.options {
        if new.option(&option.id).is_none() {
            options.push(ListOption { retired: true, ..option.clone() });
        }
    }
    known.options = options;
}
