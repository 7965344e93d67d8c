//! The first sign-in: a one-time password becomes an own one.

use super::entering::{use_entering, use_locking};
use super::new_password::{NewPassword, NewPasswordState};
use super::threshold::Threshold;
use crate::parts::{Button, Buttons, ErrorSummary, Notice, Tone, Weight, Wrong, use_language};
use amparo_api::getting_in::{Ask, SignedIn};
use amparo_language::words;
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
    let entering = use_entering(&props.on_open);
    let lock = use_locking(&props.on_lock);
    let value = use_state(NewPasswordState::default);
    let turn = use_state(|| 0_u32);

    let onsubmit = {
        let (value, turn, entering) = (value.clone(), turn.clone(), entering.clone());
        let old = props.old.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            entering.forget();
            if value.wrong(&language).is_some() {
                turn.set(*turn + 1);
            } else {
                entering.ask(Ask::ChangePassword { old: old.clone(), new: value.password.clone() });
            }
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
                if let Some(text) = &entering.refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <NewPassword
                    id="own-password" value={(*value).clone()} login={props.who.name.clone()} show_wrong={*turn > 0} first=true
                    on_change={let value = value.setter(); Callback::from(move |next| value.set(next))}
                />
                <Buttons>
                    <Button id="own-password-go" submits=true weight={Weight::Main} busy={entering.busy} label={words::password_change(&language)} />
                    <Button id="own-password-leave" label={words::lock(&language)} on_press={lock} />
                </Buttons>
            </form>
        </Threshold>
    }
}
