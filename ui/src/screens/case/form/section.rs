//! One section of a form: heading, progress, questions, rows.

use super::Def;
use super::age::birth_of;
use super::question::Question;
use super::rows::RowCard;
use crate::parts::{Button, Icon, Weight, focus_on, use_language};
use crate::screens::case::checked::{Checked, element_id};
use crate::screens::case::edit::{Edit, Editing};
use crate::screens::case::ground::use_ground;
use crate::screens::case::{machine, say};
use amparo_forms::Weight as Heavy;
use amparo_language::words;
use amparo_model::form::{FieldDef, FormDef, Section};
use amparo_model::value::{FieldId, Path, Row, RowId, Value};
use gloo_timers::callback::Timeout;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// The compartment with names, phones, addresses and photos.
pub(in crate::screens::case) const IDENTITY: &str = "identity";

/// What a [`FormSection`] needs.
#[derive(Properties)]
pub struct FormSectionProps {
    /// The form.
    pub form: &'static FormDef,
    /// The section.
    pub section: &'static Section,
    /// The document as it stands in the form.
    pub editing: Rc<Editing>,
    /// What follows from it.
    pub checked: Rc<Checked>,
    /// Blank required answers may be named: somebody called the form complete.
    pub told: bool,
    /// Compartments that this person cannot open.
    pub closed: Rc<Vec<String>>,
    /// Names and contacts are shown.
    pub uncovered: bool,
    /// Show or cover them.
    pub on_uncover: Callback<bool>,
    /// What a new row of a repeat begins with.
    pub propose: Callback<(FieldId, RowId), BTreeMap<FieldId, Value>>,
    /// Something was done.
    pub on_edit: Callback<Edit>,
}

impl PartialEq for FormSectionProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.section, other.section)
            && self.editing == other.editing
            && Rc::ptr_eq(&self.checked, &other.checked)
            && self.told == other.told
            && self.closed == other.closed
            && self.uncovered == other.uncovered
    }
}

/// Whether a section asks for names, contacts or photos.
#[must_use]
pub fn is_private(section: &Section) -> bool {
    section.fields.iter().any(|field| field.compartment.as_str() == IDENTITY)
}

/// A section of a form, to be filled.
#[component]
pub fn FormSection(props: &FormSectionProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let tag = language.tag();
    let FormSectionProps { form, section, editing, checked, .. } = props;
    let document = &editing.document;
    let Some(form_checked) = checked.form(&form.id) else { return Html::default() };

    let question = |field: &'static FieldDef, path: Path, value: Option<&Value>, compartment: &str| {
        let id = element_id(document, &path);
        let missing = form_checked.missing.iter().find(|finding| finding.path == path);
        let found = form_checked.wrong.iter().find(|finding| finding.path == path);
        let may_say = props.told || editing.left.contains(&path);
        let words = |finding| AttrValue::from(say::finding(ground.forms, &language, finding));
        let wrong = editing
            .unread
            .get(&path)
            .filter(|_| may_say)
            .map(|said| AttrValue::from(said.clone()))
            .or_else(|| found.filter(|found| may_say && found.code.weight() == Heavy::Error).map(words))
            .or_else(|| missing.filter(|_| props.told).map(words));
        let doubt = found.filter(|found| may_say && found.code.weight() == Heavy::Doubt).map(words);
        let always = field.required || (field.required_when.is_some() && field.required_when == field.condition);
        let key = path.to_string();
        html! {
            <Question
                {key} {id} def={Def(field)} value={value.cloned()} required={always || missing.is_some()} {wrong} {doubt}
                calculated={form_checked.calculated.get(&path).cloned()}
                closed={props.closed.iter().any(|closed| closed == compartment)}
                covered={compartment == IDENTITY && !props.uncovered}
                birth_is_blank={birth_of(field).is_some_and(|birth| document.get(birth).is_none())}
                on_edit={props.on_edit.clone()} {path}
            />
        }
    };
    let repeat = |field: &'static FieldDef| {
        let compartment = field.compartment.as_str();
        let path = Path::Field(field.id.clone());
        let covered = compartment == IDENTITY && !props.uncovered;
        if covered || props.closed.iter().any(|closed| closed == compartment) {
            return question(field, path, None, compartment);
        }
        let card = |(place, row): (usize, &Row)| {
            let cells = field.row_fields().iter().filter_map(|cell| {
                let path = Path::Cell(field.id.clone(), row.id, cell.id.clone());
                form_checked.visible.shows(&path).then(|| question(cell, path, row.fields.get(&cell.id), compartment))
            });
            let mut wrong = form_checked.wrong.iter().chain(form_checked.missing.iter().filter(|_| props.told));
            let on_remove = {
                let (on_edit, work, field, id) = (props.on_edit.clone(), ground.work.clone(), field.id.clone(), row.id);
                let said = words::row_removed(&language);
                Callback::from(move |()| {
                    on_edit.emit(Edit::RemoveRow(field.clone(), id));
                    work.toast(said.clone());
                    focus_on(&format!("add-{field}"));
                })
            };
            html! {
                <RowCard
                    key={row.id.to_string()}
                    id={element_id(document, &Path::Row(field.id.clone(), row.id))}
                    number={place + 1}
                    summary={say::row_summary(ground.configuration(), &language, &ground.names, field, row)}
                    fresh={!editing.opened.rows_of(&field.id).any(|opened| opened.id == row.id)}
                    wrong={wrong.any(|finding| finding.path.row() == Some(row.id))}
                    {on_remove}
                >{ for cells }</RowCard>
            }
        };
        let add = {
            let (on_edit, propose, field) = (props.on_edit.clone(), props.propose.clone(), field);
            let number = document.rows_of(&field.id).count() + 1;
            Callback::from(move |()| {
                let Some(bytes) = machine::random_bytes() else { return };
                let row = RowId::from_random(bytes);
                let cells = propose.emit((field.id.clone(), row));
                on_edit.emit(Edit::AddRow(field.id.clone(), row, cells));
                let id = format!("field-{}-{number}", field.id);
                Timeout::new(80, move || focus_on(&id)).forget(); // once the row is drawn
            })
        };
        let missing = form_checked.missing.iter().find(|finding| finding.path == path).filter(|_| props.told);
        let help = field.help.get(tag);
        html! {
            <fieldset class="field wide" id={format!("field-{}", field.id)} data-wrong={missing.is_some().then_some("true")}>
                <legend>{ field.label.get(tag) }{ field.required.then(|| html! { <span class="mark">{ words::required(&language) }</span> }) }</legend>
                if !help.is_empty() { <p class="help">{ help }</p> }
                if let Some(missing) = missing {
                    <p class="error">{ Icon::CircleAlert.draw() }<span>{ say::finding(ground.forms, &language, missing) }</span></p>
                }
                <div class="rows">{ for document.rows_of(&field.id).enumerate().map(card) }</div>
                <div><Button small=true icon={Icon::Plus} id={format!("add-{}", field.id)} label={words::add_row(&language)} on_press={add} /></div>
            </fieldset>
        }
    };

    let fields = section.fields.iter().filter(|field| form_checked.visible.shows_field(&field.id)).map(|field| {
        if field.row_fields().is_empty() {
            question(field, Path::Field(field.id.clone()), document.get(&field.id), field.compartment.as_str())
        } else {
            repeat(field)
        }
    });
    let progress = form_checked.progress.iter().find(|progress| progress.section == section.id);
    let count = |count: usize| amparo_language::number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let help = section.help.get(tag);
    let toggle = {
        let (on_uncover, uncovered) = (props.on_uncover.clone(), props.uncovered);
        Callback::from(move |()| on_uncover.emit(!uncovered))
    };
    html! {
        <div class="form-section stack">
            <div class="line apart">
                <h2>{ section.title.get(tag) }</h2>
                if is_private(section) {
                    <Button
                        small=true weight={Weight::Quiet} id="show-private" pressed={props.uncovered} on_press={toggle}
                        icon={if props.uncovered { Icon::EyeOff } else { Icon::Eye }}
                        label={if props.uncovered { words::private_cover(&language) } else { words::private_show(&language) }}
                    />
                }
            </div>
            if !help.is_empty() { <p class="note">{ help }</p> }
            if let Some(progress) = progress.filter(|progress| progress.required > 0) {
                <p class="muted small" role="status">
                    { words::record_section_progress(&language, &count(progress.filled), &count(progress.required)) }
                </p>
            }
            { for fields }
        </div>
    }
}
