//! Two records of which one is a colleague's: they are two children, with a reason, said in one's own record alone.

use crate::frame::use_workplace;
use crate::parts::{Button, Dialog, Field, Icon, IndexTab, Necessity, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::duplicates::{Ask, Decision, Pair};
use amparo_language::words;
use yew::prelude::*;

/// What an [`ApartDialog`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ApartProps {
    /// Which two.
    pub(super) pair: Pair,
    /// Their codes, in that order.
    pub(super) codes: (AttrValue, AttrValue),
    /// Closed; whether it was said.
    pub(super) on_done: Callback<bool>,
}

/// The dialog.
#[component]
pub(super) fn ApartDialog(props: &ApartProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let reason = use_state(String::new);
    let doing = use_doing();
    let go = {
        let (doing, on_done, reason, pair) = (doing.clone(), props.on_done.clone(), (*reason).clone(), props.pair);
        Callback::from(move |()| {
            let (on_done, work) = (on_done.clone(), work.clone());
            let ask = Ask::Decide { pair, decision: Decision::Dismissed, reason: reason.clone() };
            doing.ask(Request::Duplicates(ask), move |_| {
                work.toast(words::double_dismissed_toast(&work.language));
                on_done.emit(true);
            });
        })
    };
    let close = props.on_done.reform(|()| false);
    let foot = html! { <>
        <Button id="double-dismiss" weight={Weight::Main} icon={Icon::Cross} label={words::double_dismiss(&language)} busy={doing.busy} disabled={reason.trim().is_empty()} on_press={go} />
        <Button label={words::cancel(&language)} on_press={close.clone()} />
    </> };
    let on_input = {
        let reason = reason.setter();
        Callback::from(move |text: String| reason.set(text))
    };
    html! {
        <Dialog open=true title={words::double_dismiss(&language)} on_close={close} {foot}>
            <div class="stack">
                <p class="line tight"><IndexTab code={props.codes.0.clone()} spine={Tone::Open} /><IndexTab code={props.codes.1.clone()} spine={Tone::Open} /></p>
                <Field id="double-reason" label={words::match_reason(&language)} help={words::double_reason_note(&language)} necessity={Necessity::Required}>
                    <TextArea value={(*reason).clone()} {on_input} />
                </Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
