//! Asking a colleague for a case that one cannot open, by its code.

use super::colleagues::Colleagues;
use crate::frame::use_workplace;
use crate::parts::{Button, Dialog, Field, Icon, Necessity, TextArea, TextInput, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_api::passing::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// What an [`AskForDialog`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AskForProps {
    /// The dialog is closed; whether it was asked for.
    pub(super) on_done: Callback<bool>,
}

/// The dialog.
#[component]
pub(super) fn AskForDialog(props: &AskForProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let of = use_state(|| None::<PersonId>);
    let code = use_state(String::new);
    let note = use_state(String::new);
    let doing = use_doing();
    let (colleagues, again) =
        use_asked(Request::Passing(Ask::Colleagues { records: Vec::new() }), |reply| match reply {
            Reply::Passing(Answer::Colleagues { colleagues }) => Some(colleagues),
            _ => None,
        });
    let close = props.on_done.reform(|()| false);
    let go = {
        let (doing, on_done, of) = (doing.clone(), props.on_done.clone(), *of);
        let (code, note) = ((*code).clone(), (*note).clone());
        Callback::from(move |()| {
            let Some(of) = of else { return };
            let (on_done, workplace) = (on_done.clone(), workplace.clone());
            let ask = Ask::AskFor { code: code.clone(), of, note: note.clone() };
            doing.ask(Request::Passing(ask), move |_| {
                workplace.toast(words::passing_asked(&workplace.language));
                on_done.emit(true);
            });
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |text: String| state.set(text))
    };
    let choose = {
        let of = of.setter();
        Callback::from(move |person| of.set(Some(person)))
    };
    let ready = of.is_some() && !code.trim().is_empty() && !note.trim().is_empty();
    let foot = html! { <>
        <Button id="passing-go" weight={Weight::Main} icon={Icon::ArrowRight} label={words::passing_ask_for(&language)} disabled={!ready} busy={doing.busy} on_press={go} />
        <Button label={words::cancel(&language)} on_press={close.clone()} />
    </> };
    html! {
        <Dialog open=true title={words::passing_ask_for(&language)} on_close={close} {foot}>
            <div class="stack">
                <p class="note">{ words::passing_ask_for_note(&language) }</p>
                <Field id="passing-code" label={words::passing_code(&language)} necessity={Necessity::Required}>
                    <TextInput code=true longest=40 value={(*code).clone()} on_input={set(&code)} />
                </Field>
                { match &colleagues {
                    Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
                    Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
                    Asked::Here(colleagues) => html! { <Colleagues colleagues={colleagues.clone()} chosen={*of} on_choose={choose} disabled={doing.busy} /> },
                } }
                <Field id="passing-note" label={words::passing_why(&language)} necessity={Necessity::Required}>
                    <TextArea value={(*note).clone()} on_input={set(&note)} />
                </Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
