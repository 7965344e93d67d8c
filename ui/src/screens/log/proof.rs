//! Checking every entry of the log now, with how far it is and a way to stop.

use super::super::asking::{Refusal, Working, use_doing};
use super::paper::Digits;
use crate::frame::{self, to_civil};
use crate::parts::{Button, Dialog, Notice, Tone, Weight, use_language};
use amparo_api::past::{Answer, Ask, Verified};
use amparo_api::{Reply, Request};
use amparo_language::{date, number, words};
use yew::prelude::*;

/// What a dialog over the log needs.
#[derive(Properties, PartialEq)]
pub(super) struct OverProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
}

/// Verifies as soon as it opens.
#[component]
pub(super) fn VerifyDialog(props: &OverProps) -> Html {
    let language = use_language();
    html! {
        <Dialog
            open={props.open} title={words::log_verify_title(&language)} on_close={props.on_close.clone()}
            foot={html! { <Button id="verify-close" weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} /> }}
        >
            if props.open { <Verifying /> }
        </Dialog>
    }
}

#[component]
fn Verifying() -> Html {
    let language = use_language();
    let doing = use_doing();
    let found = use_state(|| None::<Verified>);
    let verify = {
        let (doing, found) = (doing.clone(), found.setter());
        Callback::from(move |()| {
            let found = found.clone();
            doing.ask_long(Request::Past(Ask::Verify {}), move |reply| {
                if let Reply::Past(Answer::Verified(verified)) = reply {
                    found.set(Some(verified));
                }
            });
        })
    };
    use_effect_with((), {
        let verify = verify.clone();
        move |()| verify.emit(())
    });
    let said = |count: u64| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        <div class="stack" id="verify">
            if doing.busy { <p>{ words::log_verifying(&language) }</p> }
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} on_again={verify} />
            if let Some(found) = &*found {
                if let Some(at) = found.broken_at {
                    <Notice tone={Tone::Overdue} alert=true><p id="verified-broken">{ words::log_verified_broken(&language, &said(at)) }</p></Notice>
                } else {
                    <Notice tone={Tone::InOrder} alert=true><p id="verified-sound">{ words::log_verified_sound(&language, &said(found.entries), &since(&language, found)) }</p></Notice>
                    <p class="muted">{ words::log_verified_digits(&language) }</p>
                    <Digits digits={found.digits.clone()} />
                }
            }
        </div>
    }
}

fn since(language: &amparo_language::Language, found: &Verified) -> String {
    let day = to_civil(found.since);
    let said = date(language, day.year(), Some(day.month()), Some(day.day()));
    if said.is_empty() { frame::moment(language, found.since) } else { said }
}
