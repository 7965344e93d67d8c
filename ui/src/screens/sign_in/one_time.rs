//! The first sign-in: a one-time password becomes an own one.

use super::new_password::{NewPassword, NewPasswordState};
use super::threshold::Threshold;
use crate::backend::use_backend;
use crate::frame;
use crate::parts::{Button, Buttons, ErrorSummary, Notice, Tone, Weight, Wrong, use_language};
use amparo_api::getting_in::{Answer, Ask, SignedIn};
use amparo_api::{Code, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`OneTimePassword`] needs.
#[derive(Properties, PartialEq)]
pub struct OneTimePasswordProps {
    /// Who is signed in with it.
    pub who: SignedIn,
    /// The one-time password.
    pub old: String,
    /// The own one is set.
    pub on_open: Callback<SignedIn>,
    /// Not now: back to the locked page.
    pub on_lock: Callback<()>,
}

/// Choose your own password.
#[component]
pub fn OneTimePassword(props: &OneTimePasswordProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let value = use_state(NewPasswordState::default);
    let turn = use_state(|| 0_u32);
    let busy = use_state(|| false);
    let refused = use_state(|| None::<String>);

    let onsubmit = {
        let (value, turn, busy, refused, backend) =
            (value.clone(), turn.clone(), busy.clone(), refused.clone(), backend.clone());
        let (old, on_open) = (props.old.clone(), props.on_open.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            refused.set(None);
            if value.wrong(&language).is_some() {
                turn.set(*turn + 1);
                return;
            }
            if *busy {
                return;
            }
            busy.set(true);
            let request = Request::GettingIn(Ask::ChangePassword { old: old.clone(), new: value.password.clone() });
            let (backend, busy, refused, on_open) = (backend.clone(), busy.setter(), refused.setter(), on_open.clone());
            spawn_local(async move {
                let answer = backend.ask(request).await;
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
        let (backend, on_lock) = (backend.clone(), props.on_lock.clone());
        Callback::from(move |()| {
            let (backend, on_lock) = (backend.clone(), on_lock.clone());
            spawn_local(async move {
                // Locked or already locked: the page is left either way.
                let _ = backend.ask(Request::GettingIn(Ask::Lock {})).await;
                on_lock.emit(());
            });
        })
    };
    let wrong = if *turn > 0 { value.wrong(&language) } else { None };
    let summary = wrong
        .map(|(second, text)| Wrong {
            field: if second { "own-password-again" } else { "own-password" }.into(),
            text: text.into(),
        })
        .into_iter()
        .collect::<Vec<_>>();
    html! {
        <Threshold>
            <form class="stack" {onsubmit} novalidate=true>
                <h1>{ words::new_password_title(&language) }</h1>
                <p class="muted">{ words::new_password_why(&language) }</p>
                <ErrorSummary wrong={summary} turn={*turn} />
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <NewPassword
                    id="own-password" value={(*value).clone()} login={props.who.name.clone()} show_wrong={*turn > 0} first=true
                    on_change={let value = value.setter(); Callback::from(move |next| value.set(next))}
                />
                <Buttons>
                    <Button id="own-password-go" submits=true weight={Weight::Main} busy={*busy} label={words::password_change(&language)} />
                    <Button id="own-password-leave" label={words::lock(&language)} on_press={lock} />
                </Buttons>
            </form>
        </Threshold>
    }
}
