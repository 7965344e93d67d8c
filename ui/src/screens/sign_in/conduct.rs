//! The code of conduct, to be accepted before anything else when there is a new version.

use super::entering::{use_entering, use_locking};
use super::threshold::Threshold;
use crate::parts::{Button, Buttons, Notice, Tone, Weight, use_language};
use amparo_api::getting_in::{Ask, SignedIn};
use amparo_language::words;
use yew::prelude::*;

/// What [`AcceptConduct`] needs.
#[derive(Properties, PartialEq)]
pub struct AcceptConductProps {
    /// Who is signed in.
    pub who: SignedIn,
    /// It was accepted.
    pub on_open: Callback<SignedIn>,
    /// Not now: back to the locked page.
    pub on_lock: Callback<()>,
}

/// Read it, accept it.
#[component]
pub fn AcceptConduct(props: &AcceptConductProps) -> Html {
    let language = use_language();
    let entering = use_entering(&props.on_open);
    let lock = use_locking(&props.on_lock);
    let Some(conduct) = &props.who.conduct else { return Html::default() };
    let accept = {
        let (entering, version) = (entering.clone(), conduct.version);
        Callback::from(move |()| entering.ask(Ask::AcceptConduct { version }))
    };
    html! {
        <Threshold wide=true>
            <div class="stack">
                <h1>{ words::conduct(&language) }</h1>
                <p class="muted">{ words::conduct_read(&language) }</p>
                <div class="as-written prose" id="conduct-text" tabindex="0">{ &conduct.text }</div>
                if let Some(text) = &entering.refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <Buttons>
                    <Button id="conduct-accept" weight={Weight::Main} busy={entering.busy} label={words::conduct_accept(&language)} on_press={accept} />
                    <Button id="conduct-leave" label={words::lock(&language)} on_press={lock} />
                </Buttons>
            </div>
        </Threshold>
    }
}
