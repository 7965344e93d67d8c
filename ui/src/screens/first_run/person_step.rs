//! One of the two first people: name, sign-in name, own password.

use super::wizard::PersonTyped;
use crate::parts::{Button, Buttons, ErrorSummary, Field, Necessity, TextInput, Weight, Wrong, use_language};
use crate::screens::sign_in::NewPassword;
use amparo_language::words;
use amparo_model::person::Role;
use yew::prelude::*;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub(super) struct PersonStepProps {
    /// Administrator or supervisor.
    pub(super) role: Role,
    pub(super) typed: PersonTyped,
    pub(super) on_typed: Callback<PersonTyped>,
    /// The sign-in name of the other one, which must differ.
    pub(super) other_login: Option<AttrValue>,
    /// The next step is being prepared.
    pub(super) busy: bool,
    pub(super) on_back: Callback<()>,
    pub(super) on_next: Callback<()>,
}

/// A first person.
#[component]
pub(super) fn PersonStep(props: &PersonStepProps) -> Html {
    let language = use_language();
    let turn = use_state(|| 0_u32);
    let typed = &props.typed;
    let (title, text) = if props.role == Role::Admin {
        (words::setup_step_administrator(&language), words::setup_administrator_text(&language))
    } else {
        (words::setup_step_supervisor(&language), words::setup_supervisor_text(&language))
    };
    let mut wrong = Vec::new();
    let mut miss = |field: &'static str, text: String| wrong.push(Wrong { field: field.into(), text: text.into() });
    if typed.name.trim().is_empty() {
        miss("person-name", words::setup_full_name_missing(&language));
    }
    let login = typed.login.trim();
    if login.is_empty() {
        miss("person-login", words::sign_in_name_missing(&language));
    } else if props.other_login.as_ref().is_some_and(|other| other.trim().to_lowercase() == login.to_lowercase()) {
        miss("person-login", words::setup_names_differ(&language));
    }
    if let Some((second, text)) = typed.password.wrong(&language) {
        miss(if second { "person-password-again" } else { "person-password" }, text);
    }
    let complete = wrong.is_empty();
    let shown = if *turn > 0 { wrong } else { Vec::new() };
    let error = |field: &str| shown.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.text.clone());

    let onsubmit = {
        let (on_next, turn) = (props.on_next.clone(), turn.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if complete {
                on_next.emit(());
            } else {
                turn.set(*turn + 1);
            }
        })
    };
    // The newest answers, whatever drawing a callback was made in: how strong a password is comes back from the office late, and
    // must not bring back what the other boxes held when it was asked.
    let newest = use_mut_ref(|| typed.clone());
    *newest.borrow_mut() = typed.clone();
    let change = {
        let on_typed = props.on_typed.clone();
        Callback::from(move |change: Box<dyn FnOnce(&mut PersonTyped)>| {
            change(&mut newest.borrow_mut());
            let next = newest.borrow().clone();
            on_typed.emit(next);
        })
    };
    let set = |put: fn(&mut PersonTyped, String)| {
        change.reform(move |text: String| -> Box<dyn FnOnce(&mut PersonTyped)> {
            Box::new(move |typed| put(typed, text))
        })
    };
    let on_password = change
        .reform(|password| -> Box<dyn FnOnce(&mut PersonTyped)> { Box::new(move |typed| typed.password = password) });
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <h1>{ title }</h1>
            <p class="prose">{ text }</p>
            <ErrorSummary wrong={shown.clone()} turn={*turn} />
            <Field label={words::setup_full_name(&language)} id="person-name" necessity={Necessity::Required} error={error("person-name")}>
                <TextInput value={typed.name.clone()} on_input={set(|typed, text| typed.name = text)} first=true longest=100 />
            </Field>
            <Field label={words::setup_sign_in_name(&language)} help={words::setup_sign_in_name_help(&language)} id="person-login" necessity={Necessity::Required} error={error("person-login")}>
                <TextInput value={typed.login.clone()} on_input={set(|typed, text| typed.login = text)} longest=60 />
            </Field>
            <NewPassword id="person-password" value={typed.password.clone()} on_change={on_password} login={typed.login.clone()} show_wrong={*turn > 0} />
            <Buttons>
                <Button
                    id="first-run-next" submits=true weight={Weight::Main} busy={props.busy}
                    label={if props.busy { words::setup_creating(&language) } else { words::next(&language) }}
                />
                <Button id="first-run-back" label={words::back(&language)} on_press={props.on_back.clone()} />
            </Buttons>
        </form>
    }
}
