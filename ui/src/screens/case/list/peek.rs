//! What a list shows of a row without opening the record.

use super::super::aside::due_tag;
use super::super::beside::flag_mark;
use super::super::forms::Forms;
use super::super::machine::today;
use super::super::say::Names;
use super::super::{say, tones};
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Buttons, Icon, IndexTab, Tag, Tone, Weight, use_language};
use crate::screens::tracing::SidePhoto;
use amparo_api::records::Row;
use amparo_language::words;
use amparo_model::record::{Kind, Module, RecordType};
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Peek`] needs.
#[derive(Properties, PartialEq)]
pub struct PeekProps {
    /// The row.
    pub row: Row,
    /// Where the child is, in words.
    pub place: AttrValue,
    /// What ids in it stand for.
    pub names: Rc<Names>,
    /// Only codes are shown.
    pub codes_only: bool,
    /// Close it.
    pub on_close: Callback<()>,
}

/// The key facts of a record.
#[component]
pub fn Peek(props: &PeekProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let row = &props.row;
    let open = {
        let record = row.record;
        let of = row.of;
        Callback::from(move |()| {
            if let Some(record) = record {
                work.go(Screen::of(of, record));
            }
        })
    };
    let fact = |label: String, inside: Html| html! { <><dt>{ label }</dt><dd>{ inside }</dd></> };
    let tag = |done: bool| {
        let (word, tone) = if done {
            (words::record_section_complete(&language), Tone::InOrder)
        } else {
            (words::record_section_incomplete(&language), Tone::DueSoon)
        };
        html! { <Tag {word} {tone} /> }
    };
    let form = |id: &str| {
        amparo_forms::in_force().form(id).map(|form| form.title.get(language.tag()).to_owned()).unwrap_or_default()
    };
    let first = |cp: &str, gbv: &str| form(if row.of.module == Module::Cp { cp } else { gbv });
    let summary = say::facts(Forms::of(row.of), &language, &props.names, row);
    html! {
        <aside class="peek card stack" data-test="peek" aria-label={words::key_peek(&language)}>
            <div class="line apart">
                <IndexTab code={row.code.clone()} spine={tones::spine(row, today())} />
                <Button icon={Icon::Cross} icon_only=true weight={Weight::Quiet} label={words::close(&language)} on_press={props.on_close.clone()} />
            </div>
            if row.name_covered { <p><Tag word={words::name_covered(&language)} tone={Tone::Closed} /></p> }
            if !props.codes_only && !row.name.is_empty() { <p class="name"><bdi>{ &row.name }</bdi></p> }
            if !props.codes_only && !row.name_script2.is_empty() { <p class="name muted"><bdi>{ &row.name_script2 }</bdi></p> }
            if let (Some(record), Some(photo), false) = (row.record, row.photo, props.codes_only || row.name_covered) {
                <SidePhoto key={photo.to_string()} {record} file={photo} opens=true />
            }
            <dl class="facts">
                if row.flags > 0 { { fact(words::flags_title(&language), flag_mark(&language, row.flags)) } }
                if let Some(status) = row.status { { fact(words::column_status(&language), html! { { tones::status_word(&language, status) } }) } }
                if row.of == RecordType::CASE { { fact(words::column_risk(&language), html! { <Tag word={tones::risk_word(&language, &row.risk)} tone={tones::risk(&row.risk)} /> }) } }
                if !row.due_on.is_empty() { { fact(words::column_due(&language), html! { <>{ tones::clock(&language, &row.due_what) }<br />{ due_tag(&language, &row.due_on, today()) }</> }) } }
                if !props.place.is_empty() { { fact(words::column_place(&language), html! { <bdi>{ &props.place }</bdi> }) } }
                if !row.registered_on.is_empty() { { fact(words::column_registered(&language), html! { { say::date_text(&language, &row.registered_on) } }) } }
                if !row.owner.is_empty() { { fact(words::column_owner(&language), html! { <bdi>{ &row.owner }</bdi> }) } }
                { for summary.into_iter().map(|(label, said)| fact(label, html! { <bdi>{ said }</bdi> })) }
                if row.of.kind == Kind::Case {
                    { fact(first("consent", "gbv-consent"), tag(row.consent_complete)) }
                    { fact(first("registration", "gbv-survivor"), tag(row.registration_complete)) }
                }
            </dl>
            <Buttons><Button weight={Weight::Main} icon={Icon::FolderOpen} label={words::open(&language)} on_press={open} /></Buttons>
        </aside>
    }
}
