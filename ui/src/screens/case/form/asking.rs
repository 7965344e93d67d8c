//! How a question of a section is put: what of the whole page belongs to it, and nothing more.

use super::Def;
use super::age::birth_of;
use super::question::Question;
use super::section::IDENTITY;
use crate::screens::case::checked::{Checked, CheckedForm, element_id};
use crate::screens::case::edit::{Edit, Editing};
use crate::screens::case::ground::Ground;
use crate::screens::case::say;
use amparo_forms::Weight;
use amparo_forms::approval::written_by_program;
use amparo_language::Language;
use amparo_model::form::{FieldDef, FormDef};
use amparo_model::value::Path;
use std::rc::Rc;
use yew::prelude::*;

/// What all questions of a section share. Cheap to clone: handles only.
#[derive(Clone)]
pub struct Asking {
    /// The form.
    pub form: &'static FormDef,
    /// The document as it stands in the form.
    pub editing: UseReducerHandle<Editing>,
    /// What follows from it.
    pub checked: Rc<Checked>,
    /// Blank required answers may be named: somebody called the form complete.
    pub told: bool,
    /// Compartments that this person cannot open.
    pub closed: Rc<Vec<String>>,
    /// Names and contacts are shown.
    pub uncovered: bool,
    /// Something was done. The same callback for as long as the page stands.
    pub on_edit: Callback<Edit>,
}

impl PartialEq for Asking {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.form, other.form)
            && self.editing == other.editing
            && Rc::ptr_eq(&self.checked, &other.checked)
            && self.told == other.told
            && self.closed == other.closed
            && self.uncovered == other.uncovered
    }
}

impl Asking {
    /// What follows for the form from the document, once it was looked at.
    #[must_use]
    pub fn checked(&self) -> Option<&CheckedForm> {
        self.checked.form(&self.form.id)
    }

    /// Whether this person cannot read the part of the record that a field belongs to.
    #[must_use]
    pub fn is_closed(&self, field: &FieldDef) -> bool {
        self.closed.iter().any(|closed| closed == field.compartment.as_str())
    }

    /// Whether a field is covered until the section is shown.
    #[must_use]
    pub fn is_covered(&self, field: &FieldDef) -> bool {
        field.compartment.as_str() == IDENTITY && !self.uncovered
    }

    /// A question; its answer stands at `path`. A cell belongs to the part of the record that its repeat, `inside`, belongs to.
    pub fn question(
        &self,
        ground: &Ground,
        language: &Language,
        field: &'static FieldDef,
        inside: &'static FieldDef,
        path: Path,
    ) -> Html {
        let Some(checked) = self.checked() else { return Html::default() };
        let (editing, document) = (&*self.editing, &self.editing.document);
        let missing = checked.missing.iter().find(|finding| finding.path == path);
        let found = checked.wrong.iter().find(|finding| finding.path == path);
        let may_say = self.told || editing.left.contains(&path);
        let words = |finding| AttrValue::from(say::finding(ground.forms, language, finding));
        let wrong = editing
            .unread
            .get(&path)
            .filter(|_| may_say)
            .map(|said| AttrValue::from(said.clone()))
            .or_else(|| found.filter(|found| may_say && found.code.weight() == Weight::Error).map(words))
            .or_else(|| missing.filter(|_| self.told).map(words));
        let doubt = found.filter(|found| may_say && found.code.weight() == Weight::Doubt).map(words);
        let always = field.required || (field.required_when.is_some() && field.required_when == field.condition);
        let key = path.to_string();
        html! {
            <Question
                {key} id={element_id(document, &path)} def={Def(field)}
                value={document.at(&path).cloned()} required={always || missing.is_some()} {wrong} {doubt}
                calculated={checked.calculated.get(&path).cloned()}
                closed={self.is_closed(inside)} covered={self.is_covered(inside)}
                without={checked.visible.closed.get(&path).cloned().unwrap_or_default()}
                by_program={written_by_program(self.form, &field.id)}
                birth_is_blank={birth_of(field).is_some_and(|birth| document.get(birth).is_none())}
                on_edit={self.on_edit.clone()} {path}
            />
        }
    }
}
