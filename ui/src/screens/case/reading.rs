//! A section to be read: answers as text, not as greyed-out boxes. Names and contacts are covered until somebody asks.

use super::checked::Checked;
use super::form::{Filed, IDENTITY, Linked, Picturing, Signed, is_private};
use super::ground::use_ground;
use super::say;
use crate::parts::{Answer, Button, Icon, Weight, use_language};
use amparo_language::words;
use amparo_model::form::{FieldDef, FieldKind, FormDef, SearchedAs, Section};
use amparo_model::value::{Document, FileKind, Path, Value};
use std::rc::Rc;
use yew::prelude::*;

/// What a [`ReadingSection`] needs.
#[derive(Properties)]
pub struct ReadingProps {
    /// The form.
    pub form: &'static FormDef,
    /// The section.
    pub section: &'static Section,
    /// The answers.
    pub document: Rc<Document>,
    /// What follows from them.
    pub checked: Rc<Checked>,
    /// Compartments that this person cannot open.
    pub closed: Rc<Vec<String>>,
    /// Names and contacts are shown.
    pub uncovered: bool,
    /// Show or cover them.
    pub on_uncover: Callback<bool>,
}

impl PartialEq for ReadingProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.section, other.section)
            && self.document == other.document
            && self.checked == other.checked
            && self.closed == other.closed
            && self.uncovered == other.uncovered
    }
}

/// A section of a form, to be read.
#[component]
pub fn ReadingSection(props: &ReadingProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let tag = language.tag();
    let Some(checked) = props.checked.form(&props.form.id) else { return Html::default() };
    let answer = |def: &'static FieldDef, path: &Path, value: Option<&Value>| {
        let label = def.label.get(tag).to_owned();
        let key = path.to_string();
        match value {
            Some(Value::File(file)) if file.kind == FileKind::Photo => {
                html! { <Answer {key} {label}><Picturing file={Some(file.id)} /></Answer> }
            }
            Some(Value::File(file)) => html! { <Answer {key} {label}><Filed file={file.clone()} /></Answer> },
            Some(Value::Signature(signature)) => {
                html! { <Answer {key} {label}><Signed signature={signature.clone()} /></Answer> }
            }
            Some(Value::Link(record)) => html! { <Answer {key} {label}><Linked record={*record} /></Answer> },
            Some(value) if matches!(def.searched_as, Some(SearchedAs::Phone | SearchedAs::Number)) => {
                html! { <Answer {key} {label}><bdi dir="ltr" class="code">{ say::value(ground.configuration(), &language, &ground.names, def, value) }</bdi></Answer> }
            }
            value => {
                let text = value
                    .map(|value| say::value(ground.configuration(), &language, &ground.names, def, value))
                    .unwrap_or_default();
                html! { <Answer {key} {label} {text} /> }
            }
        }
    };
    let field = |def: &'static FieldDef| {
        let path = Path::Field(def.id.clone());
        let label = def.label.get(tag).to_owned();
        let compartment = def.compartment.as_str();
        if props.closed.iter().any(|closed| closed == compartment) {
            return html! { <Answer key={def.id.clone()} {label} text={words::field_closed(&language)} /> };
        }
        if compartment == IDENTITY && !props.uncovered {
            return html! { <Answer key={def.id.clone()} {label} text={words::field_covered(&language)} /> };
        }
        if def.row_fields().is_empty() {
            let value = if matches!(def.kind, FieldKind::Calc { .. }) {
                checked.calculated.get(&path)
            } else {
                props.document.get(&def.id)
            };
            return answer(def, &path, value);
        }
        let rows = props.document.rows_of(&def.id).map(|row| {
            let cells = def.row_fields().iter().filter_map(|cell| {
                let path = Path::Cell(def.id.clone(), row.id, cell.id.clone());
                row.fields.get(&cell.id).map(|value| answer(cell, &path, Some(value)))
            });
            html! { <li class="card grid-2" key={row.id.to_string()}>{ for cells }</li> }
        });
        let rows: Vec<Html> = rows.collect();
        if rows.is_empty() {
            html! { <Answer key={def.id.clone()} {label} text={words::none(&language)} /> }
        } else {
            html! { <Answer key={def.id.clone()} {label}><ul class="stack tight">{ for rows }</ul></Answer> }
        }
    };
    let shown = props.section.fields.iter().filter(|def| checked.visible.shows_field(&def.id)).map(field);
    let toggle = {
        let (on_uncover, uncovered) = (props.on_uncover.clone(), props.uncovered);
        Callback::from(move |()| on_uncover.emit(!uncovered))
    };
    html! {
        <div class="form-section stack">
            <div class="line apart">
                <h2>{ props.section.title.get(tag) }</h2>
                if is_private(props.section) {
                    <Button
                        small=true weight={Weight::Quiet} id="show-private" pressed={props.uncovered} on_press={toggle}
                        icon={if props.uncovered { Icon::EyeOff } else { Icon::Eye }}
                        label={if props.uncovered { words::private_cover(&language) } else { words::private_show(&language) }}
                    />
                }
            </div>
            <div class="grid-2 reading">{ for shown }</div>
        </div>
    }
}
