//! The column beside a record: what is needed while filling or reading any of its sections.

use super::around::Around;
use super::checked::Checked;
use super::consent::photo_note;
use super::form::Picturing;
use super::ground::use_ground;
use super::machine::today;
use super::{say, tones};
use crate::parts::{Progress, Tag, Tone, use_language};
use amparo_api::records::Record;
use amparo_forms::roles;
use amparo_language::words;
use amparo_model::value::{Document, Path, Value};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What an [`Aside`] needs.
#[derive(Properties, PartialEq)]
pub struct AsideProps {
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// What stands in the forms.
    pub document: Rc<Document>,
    /// What follows from it.
    pub checked: Rc<Checked>,
    /// Forms called complete.
    pub complete: BTreeSet<String>,
    /// The form at hand.
    pub form: Option<AttrValue>,
    /// What stands above all of it: who may be registered already.
    #[prop_or_default]
    pub children: Html,
}

/// Photo, age, sex, risk, what is due, who is responsible, how far the form at hand is, and the records around this one.
#[component]
pub fn Aside(props: &AsideProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let (configuration, forms) = (ground.configuration(), ground.forms);
    let tag = language.tag();
    let answer = |field: &str| {
        let def = forms.field(field)?;
        let value = props.document.get(field)?;
        Some(say::value(configuration, &language, &ground.names, def, value))
    };
    let age = answer(roles::AGE).map(|age| {
        let estimated = props.document.get(roles::AGE_ESTIMATED).and_then(Value::as_choice) == Some("yes");
        let age = if estimated { words::record_age_estimated(&language, &age) } else { age };
        // The group in which the office counts this age.
        let years =
            props.document.get(roles::AGE).and_then(Value::as_number).and_then(|years| u8::try_from(years).ok());
        match years.and_then(|years| configuration.settings().age_band(years)) {
            Some((first, last)) => words::record_age_in_group(&language, &age, &say::band(&language, first, last)),
            None => age,
        }
    });
    let photo = if let Some(Value::File(file)) = props.document.get(roles::PHOTO) { Some(file.id) } else { None };
    let risk = props.document.get(roles::RISK_LEVEL).and_then(Value::as_choice).unwrap_or_default().to_owned();
    let due_here = props.checked.calculated(&Path::Field(roles::NEXT_ACTION_DUE.to_owned())).and_then(Value::as_date);
    let row = props.record.as_ref().map(|record| &record.row);
    let due_on =
        row.map(|row| row.due_on.clone()).filter(|on| !on.is_empty()).or_else(|| due_here.map(|day| day.to_string()));
    let due = due_on.as_deref().map(|on| {
        let what = row.filter(|row| !row.due_what.is_empty()).map(|row| tones::clock(&language, &row.due_what));
        html! { <>
            if let Some(what) = what { <div>{ what }</div> }
            { due_tag(&language, on, today()) }
        </> }
    });
    let fact =
        |label: String, words: Option<Html>| words.map(|words| html! { <><dt>{ label }</dt><dd>{ words }</dd></> });
    let text = |words: Option<String>| words.map(|words| html! { <bdi>{ words }</bdi> });
    // Those that a record begins with, and the one at hand.
    let shown = forms.all().filter(|form| forms.is_first(form) || props.form.as_deref() == Some(form.id.as_str()));
    let progress = shown.filter_map(|form| {
        let (filled, of) = props.checked.form(&form.id)?.filled();
        let title = form.title.get(tag).to_owned();
        let done = props.complete.contains(&form.id);
        Some(html! {
            <div class="stack tight" key={form.id.clone()} data-test={format!("progress-{}", form.id)}>
                <Progress label={title} done={u64::try_from(filled).ok()} total={u64::try_from(of).unwrap_or(1)} />
                if done { <Tag word={words::record_section_complete(&language)} tone={Tone::InOrder} /> }
            </div>
        })
    });
    let owner = row.map(|row| row.owner.clone()).filter(|owner| !owner.is_empty());
    let closed =
        props.record.as_ref().is_some_and(|record| record.closed.iter().any(|closed| closed == super::form::IDENTITY));
    html! {
        <aside class="case-aside stack" aria-label={words::nav_context(&language)}>
            { props.children.clone() }
            if !closed && forms.field(roles::PHOTO).is_some() { <Picturing file={photo} />{ photo_note(&language, &props.document, &props.complete) } }
            <dl class="facts">
                { fact(words::column_age(&language), text(age)) }
                { fact(words::column_sex(&language), text(answer(roles::SEX))) }
                { fact(words::column_risk(&language), forms.field(roles::RISK_LEVEL).map(|_| html! { <Tag word={tones::risk_word(&language, &risk)} tone={tones::risk(&risk)} /> })) }
                { fact(words::column_due(&language), due) }
                { fact(words::column_place(&language), text(answer(roles::LOC_CURRENT))) }
                { fact(words::column_owner(&language), text(owner)) }
            </dl>
            { for progress }
            if let Some(record) = ground.record { <Around {record} document={props.document.clone()} /> }
        </aside>
    }
}

/// A risk level, when there is one.
pub fn risk_tag(language: &amparo_language::Language, level: &str) -> Html {
    html! { if !level.is_empty() { <Tag word={tones::risk_word(language, level)} tone={tones::risk(level)} /> } }
}

/// A due date with its word and shape.
pub fn due_tag(language: &amparo_language::Language, on: &str, today: jiff::civil::Date) -> Html {
    let day = say::date_text(language, on);
    let tone = tones::due(on, today);
    let word = if tone == Tone::Overdue { words::due_overdue(language, &day) } else { words::due_on(language, &day) };
    // Far ahead needs no shape of its own.
    if tone == Tone::Neutral {
        html! { <span class="muted small">{ word }</span> }
    } else {
        html! { <Tag {word} {tone} /> }
    }
}
