//! Asking by its code that a record is destroyed, for whoever reads none.

use super::why;
use crate::parts::{Button, Choice, Field, Necessity, Opt, Sheet, TextInput, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::retention::{Ask, Why};
use amparo_language::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ProposeByCodeProps {
    pub(super) on_changed: Callback<()>,
}

/// Whoever reads no record asks by its code.
#[component]
pub(super) fn ProposeByCode(props: &ProposeByCodeProps) -> Html {
    let language = use_language();
    let code = use_state(String::new);
    let chosen = use_state(|| AttrValue::Static("1"));
    let doing = use_doing();
    let options: Vec<Opt> =
        Why::ALL.iter().enumerate().map(|(at, it)| Opt::new(at.to_string(), why(&language, *it))).collect();
    let onsubmit = {
        let (doing, code, chosen, changed) = (doing.clone(), code.clone(), chosen.clone(), props.on_changed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let at: usize = chosen.parse().unwrap_or(0);
            let request = Ask::ProposeByCode {
                code: code.trim().to_owned(),
                why: Why::ALL.get(at).copied().unwrap_or(Why::Asked),
            };
            let (code, changed) = (code.setter(), changed.clone());
            doing.ask(Request::Retention(request), move |_| {
                code.set(String::new());
                changed.emit(());
            });
        })
    };
    html! {
        <Sheet title={words::retention_propose_title(&language)}>
        <form class="stack tight" {onsubmit} novalidate=true>
            <Field label={words::retention_propose_code(&language)} help={words::retention_propose_code_help(&language)} id="propose-code" necessity={Necessity::Required}>
                <TextInput value={(*code).clone()} on_input={let code = code.setter(); Callback::from(move |text| code.set(text))} longest=64 code=true />
            </Field>
            <Field label={words::retention_hold_why(&language)} group=true id="propose-why">
                <Choice {options} value={(*chosen).clone()} keeps=true on_choose={let chosen = chosen.setter(); Callback::from(move |code: Option<AttrValue>| chosen.set(code.unwrap_or(AttrValue::Static("0"))))} />
            </Field>
            <Refusal problem={doing.problem.clone()} />
            <div><Button id="propose-code-go" submits=true disabled={code.trim().is_empty()} busy={doing.busy} label={words::retention_propose_go(&language)} /></div>
        </form>
        </Sheet>
    }
}
