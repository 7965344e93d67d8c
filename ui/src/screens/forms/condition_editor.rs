//! When something is shown or required: rows that a person puts together, or the text where rows cannot say it.

use super::condition_row::RowEditor;
use super::conditions::{AskOf, BuiltRow, Rows, Worth, rows, written};
use super::inputs::Select;
use super::text_box::TextBox;
use crate::parts::{Button, Icon, Opt, Weight, use_language};
use amparo_language::words;
use amparo_model::condition::{Condition, Literal};
use yew::prelude::*;

/// What a [`ConditionEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ConditionProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) help: Option<AttrValue>,
    pub(super) value: Option<Condition>,
    /// Whose record's questions can be asked about.
    pub(super) form: AttrValue,
    /// It stands inside the rows of this repeat.
    #[prop_or_default]
    pub(super) repeat: Option<AttrValue>,
    pub(super) on_change: Callback<Option<Condition>>,
}

/// A condition.
#[component]
pub(super) fn ConditionEditor(props: &ConditionProps) -> Html {
    let language = use_language();
    // Rows on the screen; among them those that say nothing yet.
    let here = use_state(|| read(props.value.as_ref()));
    let as_text = use_state(|| false);
    {
        let here = here.clone();
        use_effect_with(props.value.clone(), move |value| {
            // Something else stands there now: undo, another question, the text.
            if here.as_ref().is_none_or(|rows| said(rows) != *value) {
                here.set(read(value.as_ref()));
            }
        });
    }
    let change = {
        let (here, on_change) = (here.setter(), props.on_change.clone());
        Callback::from(move |next: Rows| {
            on_change.emit(said(&next));
            here.set(Some(next));
        })
    };
    let inside = match (&*here, *as_text) {
        (Some(rows), false) => {
            let row = |(place, row): (usize, &BuiltRow)| {
                let on_change = {
                    let (change, rows) = (change.clone(), rows.clone());
                    Callback::from(move |row: Option<BuiltRow>| {
                        let mut next = rows.clone();
                        match row {
                            Some(row) => {
                                if let Some(old) = next.rows.get_mut(place) {
                                    *old = row;
                                }
                            }
                            None => {
                                next.rows.remove(place); // `place` is one of the rows that this row was drawn with
                            }
                        }
                        change.emit(next);
                    })
                };
                html! {
                    <RowEditor
                        key={place} id={format!("{}-row-{}", props.id, place + 1)} row={row.clone()}
                        form={props.form.clone()} repeat={props.repeat.clone()} {on_change}
                    />
                }
            };
            let add = {
                let (change, rows) = (change.clone(), rows.clone());
                Callback::from(move |()| {
                    let mut next = rows.clone();
                    next.rows.push(BuiltRow::about(""));
                    change.emit(next);
                })
            };
            let join = {
                let (change, rows) = (change.clone(), rows.clone());
                Callback::from(move |all: String| change.emit(Rows { all: all == "all", ..rows.clone() }))
            };
            html! {
                <>
                    if rows.rows.is_empty() { <p class="muted small">{ words::shape_condition_none(&language) }</p> }
                    if rows.rows.len() > 1 {
                        <div class="narrow">
                            <Select
                                id={format!("{}-join", props.id)} label={props.label.clone()}
                                options={vec![Opt::new("all", words::shape_all_of(&language)), Opt::new("any", words::shape_any_of(&language))]}
                                value={if rows.all { "all" } else { "any" }} on_choose={join}
                            />
                        </div>
                    }
                    { for rows.rows.iter().enumerate().map(row) }
                    <div><Button small=true icon={Icon::Plus} id={format!("{}-add", props.id)} label={words::shape_condition_add(&language)} on_press={add} /></div>
                </>
            }
        }
        _ => {
            let text = props.value.as_ref().map(|value| serde_json::to_string_pretty(value).unwrap_or_default());
            let on_change = props.on_change.clone();
            let take = Callback::from(move |text: String| {
                if text.trim().is_empty() {
                    on_change.emit(None);
                    return None;
                }
                match serde_json::from_str::<Condition>(&text) {
                    Ok(condition) => {
                        on_change.emit(Some(condition));
                        None
                    }
                    Err(problem) => Some(problem.to_string()),
                }
            });
            html! {
                <>
                    if here.is_none() { <p class="muted small">{ words::shape_only_text(&language) }</p> }
                    <TextBox id={format!("{}-text", props.id)} label={props.label.clone()} text={text.unwrap_or_default()} {take} />
                </>
            }
        }
    };
    let toggle = {
        let as_text = as_text.clone();
        Callback::from(move |()| as_text.set(!*as_text))
    };
    html! {
        <fieldset class="field wide condition" id={props.id.clone()}>
            <legend>{ &props.label }</legend>
            if let Some(help) = &props.help { <p class="help">{ help }</p> }
            { inside }
            if here.is_some() {
                <div><Button
                    small=true weight={Weight::Quiet} id={format!("{}-as-text", props.id)} pressed={*as_text}
                    label={words::shape_as_text(&language)} on_press={toggle}
                /></div>
            }
        </fieldset>
    }
}

fn read(value: Option<&Condition>) -> Option<Rows> {
    match value {
        None => Some(Rows { all: true, rows: Vec::new() }),
        Some(condition) => rows(condition),
    }
}

/// What rows say, without those that say nothing yet.
fn said(rows: &Rows) -> Option<Condition> {
    let whole = |row: &&BuiltRow| {
        let worth = match &row.ask {
            AskOf::Is(_, Worth::Fixed(Literal::Text(text)) | Worth::Field(text)) => !text.is_empty(),
            AskOf::OneOf { values, .. } => !values.is_empty(),
            _ => true,
        };
        !row.field.is_empty() && worth
    };
    written(&Rows { all: rows.all, rows: rows.rows.iter().filter(whole).cloned().collect() })
}
