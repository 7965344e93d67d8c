//! Small inputs that only this page needs: a drop-down list, a box to tick, words in every language, a question to point at.

use super::bench::use_bench;
use crate::parts::{Field, Found, Lookup, Opt, TextArea, TextInput, use_field, use_language};
use amparo_language::{Language, words};
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::list::Texts;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a [`Select`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    pub(super) options: Vec<Opt>,
    /// Empty: nothing is chosen.
    pub(super) value: AttrValue,
    pub(super) on_choose: Callback<String>,
    /// The words of the empty option; without them there is none.
    #[prop_or_default]
    pub(super) none: Option<AttrValue>,
    #[prop_or_default]
    pub(super) label: Option<AttrValue>,
    #[prop_or_default]
    pub(super) id: Option<AttrValue>,
}

/// A drop-down list, however few its options are: rows of them must stay low.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let wiring = use_field();
    let onchange = props.on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <select
            class="input" id={props.id.clone().unwrap_or(wiring.id)} aria-label={props.label.clone()}
            aria-describedby={wiring.described_by} {onchange}
        >
            if let Some(none) = &props.none { <option value="" selected={props.value.is_empty()}>{ none }</option> }
            { for props.options.iter().map(|option| html! {
                <option value={option.code.clone()} selected={props.value == option.code}>{ &option.label }</option>
            }) }
        </select>
    }
}

/// What a [`TickBox`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct TickProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) on: bool,
    pub(super) on_change: Callback<bool>,
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
}

/// A box to tick.
#[component]
pub(super) fn TickBox(props: &TickProps) -> Html {
    let next = !props.on;
    let onchange = props.on_change.reform(move |_: Event| next);
    html! {
        <label class="option">
            <input type="checkbox" id={props.id.clone()} checked={props.on} {onchange} />
            <span>{ &props.label }if let Some(hint) = &props.hint { <span class="hint">{ hint }</span> }</span>
        </label>
    }
}

/// What a language is called in itself; its tag when the program does not speak it.
#[must_use]
pub(super) fn language_name(tag: &str) -> String {
    Language::offered()
        .iter()
        .find(|known| known.tag() == tag)
        .map_or_else(|| tag.to_owned(), |known| known.own_name().to_owned())
}

/// What [`Wording`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct WordingProps {
    /// The ids of its boxes begin with it; the language follows.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) texts: Texts,
    /// A language and its new words.
    pub(super) on_change: Callback<(String, String)>,
    #[prop_or_default]
    pub(super) help: Option<AttrValue>,
    /// Several lines.
    #[prop_or_default]
    pub(super) long: bool,
    /// There must be words: a blank one is marked even when all are.
    #[prop_or_default]
    pub(super) must: bool,
}

/// The same words in every language, side by side. A language without them is marked.
#[component]
pub(super) fn Wording(props: &WordingProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let wanted = props.must || !props.texts.is_empty();
    let box_of = |tag: &String| {
        let value = props.texts.0.get(tag).cloned().unwrap_or_default();
        let blank = wanted && !props.texts.has(tag);
        let name = language_name(tag);
        let label = if blank { words::shape_language_missing(&language, &name) } else { name };
        let on_input = {
            let tag = tag.clone();
            props.on_change.reform(move |text: String| (tag.clone(), text))
        };
        html! {
            <div class={classes!("wording", blank.then_some("blank"))} key={tag.clone()}>
                <Field id={format!("{}-{tag}", props.id)} {label}>
                    if props.long {
                        <TextArea {value} {on_input} lines=3 longest=2000 />
                    } else {
                        <TextInput {value} {on_input} longest=2000 />
                    }
                </Field>
            </div>
        }
    };
    html! {
        <fieldset class="field wide" id={props.id.clone()}>
            <legend>{ &props.label }</legend>
            if let Some(help) = &props.help { <p class="help">{ help }</p> }
            <div class="wordings">{ for bench.tags.iter().map(box_of) }</div>
        </fieldset>
    }
}

/// Puts words into texts; blank ones are taken out.
pub(super) fn put_words(texts: &mut Texts, tag: String, words: String) {
    if words.trim().is_empty() {
        texts.0.remove(&tag);
    } else {
        texts.0.insert(tag, words);
    }
}

/// What a [`FieldPicker`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct FieldPickerProps {
    /// Whose record's questions.
    pub(super) form: AttrValue,
    /// The cells of this repeat come first, by their own ids.
    #[prop_or_default]
    pub(super) repeat: Option<AttrValue>,
    /// `field`, or `repeat/cell`.
    pub(super) value: AttrValue,
    pub(super) on_choose: Callback<String>,
    /// Only these.
    #[prop_or(Which::Any)]
    pub(super) which: Which,
}

/// Which questions can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// All, and cells of repeats as `repeat/cell`.
    AnyAndCells,
    /// All outside of rows.
    Any,
    /// Dates, also calculated ones.
    Dates,
    /// Numbers, also calculated ones.
    Numbers,
    /// Repeats.
    Repeats,
    /// Those with options.
    Choices,
}

impl Which {
    fn takes(self, field: &FieldDef) -> bool {
        use amparo_model::form::Gives;
        match self {
            Self::AnyAndCells | Self::Any => true,
            Self::Dates => matches!(field.kind, FieldKind::Date | FieldKind::Calc { gives: Gives::Date, .. }),
            Self::Numbers => matches!(field.kind, FieldKind::Number | FieldKind::Calc { gives: Gives::Number, .. }),
            Self::Repeats => matches!(field.kind, FieldKind::Repeat(_)),
            Self::Choices => field.choices().is_some(),
        }
    }
}

/// A question to point at, by any part of its words or its id.
#[component]
pub(super) fn FieldPicker(props: &FieldPickerProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let key = (bench.revision, props.form.clone(), props.repeat.clone(), props.which, language);
    let options: Rc<Vec<Found>> = {
        let now = bench.now.clone();
        use_memo(key, move |(_, form, repeat, which, language)| {
            let tag = language.tag();
            let found = |code: String, field: &FieldDef, above: &str| Found {
                label: format!("{} ({code})", field.label.get(tag)).into(),
                code: code.into(),
                above: Some(AttrValue::from(above.to_owned())),
            };
            let Some(here) = now.form(form) else { return Vec::new() };
            let mut all: Vec<Found> = Vec::new();
            let alike = now.forms.iter().filter(|form| form.record == here.record && form.module == here.module);
            // The form at hand first, then the others of the record.
            let ordered = std::iter::once(here).chain(alike.filter(|form| form.id != here.id));
            let mut seen = std::collections::BTreeSet::new();
            for form in ordered {
                for field in form.fields().filter(|field| seen.insert(field.id.clone())) {
                    if repeat.as_deref() == Some(field.id.as_str()) {
                        let cells = field.row_fields().iter().filter(|cell| which.takes(cell));
                        let cells = cells.map(|cell| found(cell.id.clone(), cell, field.label.get(tag)));
                        all.splice(0..0, cells.collect::<Vec<_>>());
                    }
                    if which.takes(field) {
                        all.push(found(field.id.clone(), field, form.title.get(tag)));
                    }
                    if *which == Which::AnyAndCells {
                        let cells = field.row_fields().iter();
                        all.extend(
                            cells.map(|cell| found(format!("{}/{}", field.id, cell.id), cell, field.label.get(tag))),
                        );
                    }
                }
            }
            all
        })
    };
    let value = (!props.value.is_empty()).then(|| {
        let known = options.iter().find(|found| found.code == props.value).cloned();
        known.unwrap_or_else(|| Found { code: props.value.clone(), label: props.value.clone(), above: None })
    });
    let on_choose =
        props.on_choose.reform(|found: Option<Found>| found.map(|found| found.code.to_string()).unwrap_or_default());
    html! { <Lookup options={(*options).clone()} {value} {on_choose} /> }
}
