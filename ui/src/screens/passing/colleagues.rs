//! Choosing a colleague, with what each of them carries.

use super::say::count;
use crate::parts::{EmptyState, Icon, Tag, Tone, use_language};
use amparo_api::passing::Colleague;
use amparo_language::{number, words};
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// What [`Colleagues`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ColleaguesProps {
    pub(super) colleagues: Vec<Colleague>,
    pub(super) chosen: Option<PersonId>,
    pub(super) on_choose: Callback<PersonId>,
    pub(super) disabled: bool,
}

/// One of them.
#[component]
pub(super) fn Colleagues(props: &ColleaguesProps) -> Html {
    let language = use_language();
    if props.colleagues.is_empty() {
        return html! { <EmptyState icon={Icon::Users} title={words::passing_nobody(&language)} text={words::passing_nobody_text(&language)} /> };
    }
    let row = |(place, colleague): (usize, &Colleague)| {
        let person = colleague.person;
        let onchange = props.on_choose.reform(move |_: Event| person);
        let id = format!("colleague-{}", place + 1);
        html! {
            <li key={person.to_string()}>
                <label class="option">
                    <input type="radio" name="colleague" {id} checked={props.chosen == Some(person)} disabled={props.disabled} {onchange} />
                    <span>
                        <bdi>{ &colleague.name }</bdi>
                        if !colleague.team.is_empty() { <span class="muted small">{ " · " }<bdi>{ &colleague.team }</bdi></span> }
                        <span class="muted small">{ " · " }{ words::passing_load(&language, count(colleague.cases)) }</span>
                        if colleague.high > 0 { { " " }<Tag tone={Tone::DueSoon} word={words::passing_load_high(&language, &number(&language, count(colleague.high)))} /> }
                    </span>
                </label>
            </li>
        }
    };
    html! {
        <fieldset class="field wide">
            <legend>{ words::passing_to(&language) }</legend>
            <p class="help">{ words::passing_to_help(&language) }</p>
            <ul class="options">{ for props.colleagues.iter().enumerate().map(row) }</ul>
        </fieldset>
    }
}
