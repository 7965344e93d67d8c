//! The head of a record: its code as an index tab, where it stands, the covered name, and what can be done.

use super::beside::flag_mark;
use super::hooked;
use super::machine::today;
use super::steps::Way;
use super::tones;
use super::walk::Walker;
use crate::frame::{type_new, type_word};
use crate::parts::{Button, Buttons, Icon, IndexTab, Tag, Tone, Weight, use_language};
use amparo_api::records::Record;
use amparo_forms::roles;
use amparo_language::words;
use amparo_model::record::RecordType;
use std::rc::Rc;
use yew::prelude::*;

/// What the head can set off.
#[derive(Clone, PartialEq)]
pub struct HeadDoes {
    /// Fill (true) or read.
    pub fill: Callback<bool>,
    /// Save a version.
    pub save: Callback<()>,
    /// Open the print dialog.
    pub print: Callback<()>,
    /// One step back.
    pub undo: Callback<()>,
    /// One step forward.
    pub redo: Callback<()>,
}

/// What a [`Head`] needs.
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// What it is.
    pub of: RecordType,
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// The forms are being filled.
    pub filling: bool,
    /// This person may change the record.
    pub may_write: bool,
    /// There is something to save.
    pub dirty: bool,
    /// It is being saved.
    pub saving: bool,
    /// A step can be taken back.
    pub can_undo: bool,
    /// A step can be done again.
    pub can_redo: bool,
    /// What is set off.
    pub does: HeadDoes,
}

/// The head of a record.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let language = use_language();
    let HeadProps { filling, may_write, does, .. } = props;
    let title = match &props.record {
        Some(record) => {
            html! { <span data-test="case-code"><IndexTab code={record.row.code.clone()} spine={tones::spine(&record.row, today())} /></span> }
        }
        None if props.of == RecordType::CASE => html! { { words::record_new(&language) } },
        None => html! { { type_new(&language, props.of) } },
    };
    html! {
        <div class="page-head case-head">
            <div class="stack tight">
                if let Some(record) = &props.record { <Walker record={record.record} /> }
                <h1 id="page-title" tabindex="-1">{ title }</h1>
                if let Some(record) = &props.record {
                    <div class="line">
                        if props.of != RecordType::CASE { <Tag word={type_word(&language, props.of)} /> }
                        <Standing record={record.clone()} />
                        <CoveredName record={record.clone()} />
                        <Way record={record.clone()} />
                    </div>
                } else {
                    <p class="note">
                        { if props.of == RecordType::CASE { words::record_new_text(&language) } else { words::record_new_text_other(&language) } }
                    </p>
                }
            </div>
            <Buttons at_end=true>
                if *filling {
                    <Button id="undo" icon={Icon::Undo} icon_only=true keys="Control+Z" label={words::undo(&language)} disabled={!props.can_undo} on_press={does.undo.clone()} />
                    <Button id="redo" icon={Icon::Redo} icon_only=true keys="Control+Shift+Z" label={words::redo(&language)} disabled={!props.can_redo} on_press={does.redo.clone()} />
                    if props.record.is_some() {
                        { hooked("done-editing", html! { <Button id="done-editing" icon={Icon::Eye} keys="Control+E" label={words::record_done_editing(&language)} on_press={does.fill.reform(|()| false)} /> }) }
                    }
                } else if *may_write {
                    { hooked("edit", html! { <Button id="edit" weight={Weight::Main} icon={Icon::Pencil} keys="Control+E" label={words::edit(&language)} on_press={does.fill.reform(|()| true)} /> }) }
                    if props.dirty {
                        <Button id="save-from-head" icon={Icon::Check} keys="Control+S" busy={props.saving} label={words::save(&language)} on_press={does.save.clone()} />
                    }
                }
                { hooked("print", html! { <Button id="print" icon={Icon::Printer} keys="Control+P" label={words::print(&language)} on_press={does.print.clone()} /> }) }
            </Buttons>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RecordProps {
    record: Rc<Record>,
}

/// Status, risk and home office, each in a word with its shape.
#[component]
fn Standing(props: &RecordProps) -> Html {
    let language = use_language();
    let row = &props.record.row;
    let id = row
        .status
        .and_then(|status| serde_json::to_value(status).ok())
        .and_then(|value| value.as_str().map(ToOwned::to_owned));
    html! {
        <>
            if let Some(status) = row.status {
                <span data-test="case-status" data-status={id}><Tag word={tones::status_word(&language, status)} tone={if tones::spine(row, today()) == Tone::Closed { Tone::Closed } else { Tone::Open }} /></span>
            }
            if !row.risk.is_empty() { <Tag word={tones::risk_word(&language, &row.risk)} tone={tones::risk(&row.risk)} /> }
            { flag_mark(&language, row.flags) }
            if let Some(office) = &row.home_office { <Tag word={words::record_of_office(&language, office)} tone={Tone::Closed} /> }
        </>
    }
}

/// The child's name, covered until it is asked for.
#[component]
fn CoveredName(props: &RecordProps) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    let row = &props.record.row;
    if props.record.covered.iter().any(|covered| covered.part == super::covers::NAME) {
        return html! { <Tag word={words::name_covered(&language)} tone={Tone::Closed} /> };
    }
    // A name that lists do not have was asked for: it stands in the forms.
    let document = &props.record.document;
    let written = |field: &str| document.get(field).and_then(|value| value.as_text()).unwrap_or_default().to_owned();
    let joined = || {
        let parts = [roles::NAME_FIRST, roles::NAME_MIDDLE, roles::NAME_LAST].map(written);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let name = if row.name.is_empty() { joined() } else { row.name.clone() };
    let script2 = if row.name_script2.is_empty() { written(roles::NAME_SCRIPT2) } else { row.name_script2.clone() };
    if name.is_empty() && script2.is_empty() || props.record.closed.iter().any(|closed| closed == super::form::IDENTITY)
    {
        return Html::default();
    }
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(!*shown))
    };
    html! {
        <span class="line covered-name">
            if *shown {
                <bdi class="name">{ name }</bdi>
                if !script2.is_empty() { <bdi class="name muted">{ script2 }</bdi> }
            } else {
                <span class="muted">{ words::record_name_covered(&language) }</span>
            }
            <Button
                id="show-name" small=true weight={Weight::Quiet} pressed={*shown} on_press={toggle}
                icon={if *shown { Icon::EyeOff } else { Icon::Eye }}
                label={if *shown { words::cover_again(&language) } else { words::record_show_name(&language) }}
            />
        </span>
    }
}
