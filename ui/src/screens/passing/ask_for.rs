//! Asking a colleague for a case that one cannot open, by its code.

use super::colleagues::Colleagues;
use crate::frame::use_workplace;
use crate::parts::{Button, Dialog, Field, Icon, IndexTab, Necessity, TextArea, TextInput, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_api::passing::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// What an [`AskForDialog`] needs.
#[derive(Properties, PartialEq)]
pub struct AskForProps {
    /// The case, where it is known already.
    #[prop_or_default]
    pub code: AttrValue,
    /// Whom to ask, where that is known already.
    #[prop_or_default]
    pub of: Option<PersonId>,
    /// The dialog is closed; whether it was asked for.
    pub on_done: Callback<bool>,
}

/// The dialog.
#[component]
pub fn AskForDialog(props: &AskForProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let of = use_state(|| props.of);
    let code = use_state(|| props.code.to_string());
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
                if props.code.is_empty() {
                    <Field id="passing-code" label={words::passing_code(&language)} necessity={Necessity::Required}>
                        <TextInput code=true longest=40 value={(*code).clone()} on_input={set(&code)} />
                    </Field>
                } else {
                    <p class="line tight">
                        <IndexTab code={props.code.clone()} spine={Tone::Open} />
                        if let Asked::Here(colleagues) = &colleagues {
                            { for colleagues.iter().filter(|it| Some(it.person) == props.of).map(|it| html! { <bdi>{ &it.name }</bdi> }) }
                        }
                    </p>
                }
                { match &colleagues {
                    _ if props.of.is_some() => Html::default(),
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
