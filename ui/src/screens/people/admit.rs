//! A supervisor admits a person; the one-time password is shown once.

use crate::frame::{self, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::{Doing, Refusal, Working, use_doing};
use crate::screens::one_time::OneTimeFacts;
use amparo_api::people::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// What [`Admit`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AdmitProps {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) on_cancel: Callback<()>,
    pub(super) on_done: Callback<String>,
}

/// A supervisor lets somebody in, or back in, and gets the one-time password to hand over.
#[component]
pub(super) fn Admit(props: &AdmitProps) -> Html {
    let language = use_language();
    let doing: Doing = use_doing();
    let admit = {
        let (doing, on_done, person) = (doing.clone(), props.on_done.clone(), props.person);
        Callback::from(move |()| {
            let on_done = on_done.clone();
            let request = Ask::Admit { person, language: language.tag().to_owned() };
            doing.ask_long(Request::People(request), move |reply| {
                if let Reply::People(Answer::OneTimePassword { password }) = reply {
                    on_done.emit(password);
                }
            });
        })
    };
    html! {
        <>
            <p><strong><bdi>{ &props.name }</bdi></strong></p>
            <Notice tone={Tone::DueSoon}><p>{ words::people_admit_text(&language) }</p></Notice>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="admit-go" weight={Weight::Main} busy={doing.busy} label={words::people_admit(&language)} on_press={admit} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </>
    }
}

/// Somebody's one-time password, as it is handed over.
#[derive(Clone, PartialEq)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) login: String,
    pub(super) password: String,
}

/// What [`OneTime`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OneTimeProps {
    /// Nothing is shown when there is none.
    pub(super) given: Option<Given>,
    pub(super) on_close: Callback<()>,
}

/// The one-time password: shown once, kept nowhere.
#[component]
pub(super) fn OneTime(props: &OneTimeProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let copy = {
        let password = props.given.as_ref().map(|given| given.password.clone()).unwrap_or_default();
        Callback::from(move |()| {
            frame::copy_text(&password);
            workplace.toast(words::people_one_time_copied(&language));
        })
    };
    html! {
        <Dialog
            open={props.given.is_some()} title={words::people_one_time_title(&language)} on_close={props.on_close.clone()}
            foot={html! { <>
                <Button id="one-time-done" weight={Weight::Main} label={words::people_one_time_done(&language)} on_press={props.on_close.clone()} />
                <Button id="one-time-copy" icon={Icon::Copy} label={words::copy(&language)} on_press={copy} />
                <Button id="one-time-print" icon={Icon::Printer} label={words::print(&language)} on_press={Callback::from(|()| frame::print_page())} />
            </> }}
        >
            if let Some(Given { name, login, password }) = &props.given {
                <div class="one-time stack">
                    <OneTimeFacts name={name.clone()} login={login.clone()} password={password.clone()} />
                    <p class="muted small">{ words::new_password_why(&language) }</p>
                </div>
            }
        </Dialog>
    }
}
