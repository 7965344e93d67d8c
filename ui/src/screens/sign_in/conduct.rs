//! The code of conduct, to be accepted before anything else when there is a new version.

use super::threshold::Threshold;
use crate::backend::use_backend;
use crate::frame;
use crate::parts::{Button, Buttons, Notice, Tone, Weight, use_language};
use amparo_api::getting_in::{Answer, Ask, SignedIn};
use amparo_api::{Code, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
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
    let backend = use_backend();
    let busy = use_state(|| false);
    let refused = use_state(|| None::<String>);
    let Some(conduct) = &props.who.conduct else { return Html::default() };
    let accept = {
        let (backend, busy, refused) = (backend.clone(), busy.setter(), refused.setter());
        let (version, on_open) = (conduct.version, props.on_open.clone());
        Callback::from(move |()| {
            let (backend, busy, refused, on_open) = (backend.clone(), busy.clone(), refused.clone(), on_open.clone());
            busy.set(true);
            spawn_local(async move {
                let answer = backend.ask(Request::GettingIn(Ask::AcceptConduct { version })).await;
                busy.set(false);
                match answer {
                    Ok(Reply::GettingIn(Answer::SignedIn(who))) => on_open.emit(who),
                    Ok(_) => refused.set(Some(frame::problem(&language, &Code::Internal.into()))),
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let lock = {
        let on_lock = props.on_lock.clone();
        Callback::from(move |()| {
            let (backend, on_lock) = (backend.clone(), on_lock.clone());
            spawn_local(async move {
                // Locked or already locked: the page is left either way.
                let _ = backend.ask(Request::GettingIn(Ask::Lock {})).await;
                on_lock.emit(());
            });
        })
    };
    html! {
        <Threshold wide=true>
            <div class="stack">
                <h1>{ words::conduct(&language) }</h1>
                <p class="muted">{ words::conduct_read(&language) }</p>
                <div class="as-written prose" id="conduct-text" tabindex="0">{ &conduct.text }</div>
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <Buttons>
                    <Button id="conduct-accept" weight={Weight::Main} busy={*busy} label={words::conduct_accept(&language)} on_press={accept} />
                    <Button id="conduct-leave" label={words::lock(&language)} on_press={lock} />
                </Buttons>
            </div>
        </Threshold>
    }
}
