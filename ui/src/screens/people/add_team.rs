//! A team is added.

use crate::frame::use_focus_in_dialog;
use crate::parts::{Button, Field, Necessity, TextInput, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::people::Ask;
use amparo_language::words;
use yew::prelude::*;

/// What [`AddTeam`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AddTeamProps {
    pub(super) on_done: Callback<()>,
}

/// A new team.
#[component]
pub(super) fn AddTeam(props: &AddTeamProps) -> Html {
    let language = use_language();
    let name = use_state(String::new);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("team-name");
    let missing = name.trim().is_empty();
    let onsubmit = {
        let (name, tried, doing, on_done) = (name.clone(), tried.clone(), doing.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if !missing {
                let on_done = on_done.clone();
                doing.ask(Request::People(Ask::AddTeam { name: name.trim().to_owned() }), move |_| on_done.emit(()));
            }
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Refusal problem={doing.problem.clone()} />
            <Field label={words::team_name(&language)} id="team-name" necessity={Necessity::Required} error={(*tried && missing).then(|| AttrValue::from(words::setup_team_missing(&language)))}>
                <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
            </Field>
            <div><Button id="add-team-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::add(&language)} /></div>
        </form>
    }
}
