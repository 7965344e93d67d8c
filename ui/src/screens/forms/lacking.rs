//! Every text of a configuration without words in a language.

use super::bench::use_bench;
use super::inputs::{Select, language_name};
use super::missing::{Missing, missing};
use super::told;
use crate::parts::{Field, Opt, use_language};
use amparo_language::{Language, words};
use yew::prelude::*;

/// What [`Lacking`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct LackingProps {
    pub(super) tag: String,
    pub(super) on_tag: Callback<String>,
}

/// At most so many texts without words are listed at once.
const MOST_LACKING: usize = 200;

/// Every text without words in a language.
#[component]
pub(super) fn Lacking(props: &LackingProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let all = missing(&bench.now, &props.tag);
    // The languages that ship say every word of the program.
    let shipped = Language::ALL.iter().any(|known| known.tag() == props.tag);
    let said = bench.now.settings.words.get(&props.tag);
    let lacks = |id: &&&str| !shipped && !said.is_some_and(|said| said.contains_key(**id));
    let program: Vec<&str> = words::IDS.iter().filter(lacks).copied().collect();
    let options: Vec<Opt> = bench.tags.iter().map(|tag| Opt::new(tag.clone(), language_name(tag))).collect();
    let line = |one: &Missing| {
        let (go, at) = (bench.go.clone(), one.at.clone());
        let onclick = Callback::from(move |_: MouseEvent| go.emit(at.clone()));
        html! {
            <li><button type="button" class="link-line" {onclick}>
                <span>{ if one.words.is_empty() { one.option.clone().unwrap_or_default() } else { one.words.clone() } }</span>
                <span class="muted small">{ told::name_of(&language, &bench.now, &one.at) }</span>
            </button></li>
        }
    };
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    html! {
        <div class="stack" id="shape-missing">
            <h2>{ words::shape_missing(&language) }</h2>
            <Field id="missing-language" label={words::language(&language)}><Select {options} value={props.tag.clone()} on_choose={props.on_tag.clone()} /></Field>
            <p role="status" id="missing-count">{ if count == 0 { words::shape_missing_none(&language) } else { words::shape_missing_count(&language, count) } }</p>
            <ul class="link-list">{ for all.iter().take(MOST_LACKING).map(line) }</ul>
            if all.len() > MOST_LACKING { <p class="muted small">{ words::shape_missing_more(&language) }</p> }
            if !program.is_empty() {
                <p role="status" id="missing-program">{ words::shape_missing_program(&language, program.len()) }</p>
                <ul class="bullets small">{ for program.iter().take(MOST_LACKING).map(|id| html! { <li class="code" dir="ltr">{ *id }</li> }) }</ul>
            }
        </div>
    }
}
