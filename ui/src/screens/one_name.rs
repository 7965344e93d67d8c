//! A dialog that asks for one name: of a team, of a draft.

use super::asking::{Refusal, use_doing};
use crate::frame::use_focus_in_dialog;
use crate::parts::{Button, Field, Necessity, TextInput, Weight};
use amparo_api::{Reply, Request};
use yew::prelude::*;

/// What [`OneName`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OneNameProps {
    /// The id of the box.
    pub(super) id: &'static str,
    /// The id of the button.
    pub(super) go: &'static str,
    /// What is asked for.
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) help: Option<AttrValue>,
    /// Said when the box is empty.
    pub(super) missing: AttrValue,
    /// The words of the button.
    pub(super) button: AttrValue,
    /// What is done with the name.
    pub(super) request: Callback<String, Request>,
    /// It was done.
    pub(super) on_done: Callback<Reply>,
    /// What it is about.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The question and its button.
#[component]
pub(super) fn OneName(props: &OneNameProps) -> Html {
    let name = use_state(String::new);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog(props.id);
    let missing = name.trim().is_empty();
    let onsubmit = {
        let (name, tried, doing) = (name.clone(), tried.clone(), doing.clone());
        let (request, on_done) = (props.request.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if !missing {
                let on_done = on_done.clone();
                doing.ask(request.emit(name.trim().to_owned()), move |reply| on_done.emit(reply));
            }
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            { props.children.clone() }
            <Refusal problem={doing.problem.clone()} />
            <Field id={props.id} label={props.label.clone()} help={props.help.clone()} necessity={Necessity::Required} error={(*tried && missing).then(|| props.missing.clone())}>
                <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
            </Field>
            <div><Button id={props.go} submits=true weight={Weight::Main} busy={doing.busy} label={props.button.clone()} /></div>
        </form>
    }
}
