//! A configuration leaves in a file: plain, or sealed with a passphrase.

use crate::frame::{Workplace, problem, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Icon, Weight, use_language};
use crate::screens::asking::{Refusal, Working, use_doing};
use crate::screens::sign_in::{NewPassword, NewPasswordState};
use amparo_api::shaping::Ask;
use amparo_api::{Purpose, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Writes a draft, or what is in force, to a file that the person chooses.
pub(super) fn export(workplace: &Workplace, draft: Option<u32>) {
    let workplace = workplace.clone();
    spawn_local(async move {
        let language = workplace.language;
        if let Some(target) = workplace.choose(Purpose::SaveConfiguration).await {
            match workplace.ask(Request::Shaping(Ask::Export { draft, target, passphrase: None })).await {
                Ok(_) => workplace.toast(words::shape_exported(&language)),
                Err(refused) => workplace.toast(problem(&language, &refused)),
            }
        }
    });
}

/// What [`SealedOut`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SealedOutProps {
    pub(super) open: bool,
    /// Which draft; none: what is in force.
    pub(super) draft: Option<u32>,
    pub(super) on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn SealedOut(props: &SealedOutProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::shape_seal(&language)} on_close={props.on_close.clone()}>
            <Inside draft={props.draft} on_close={props.on_close.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    draft: Option<u32>,
    on_close: Callback<()>,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let phrase = use_state(NewPasswordState::default);
    let tried = use_state(|| false);
    let go = {
        let (doing, workplace, phrase, tried) = (doing.clone(), workplace, phrase.clone(), tried.setter());
        let (draft, on_close) = (props.draft, props.on_close.clone());
        Callback::from(move |()| {
            tried.set(true);
            if phrase.wrong(&language).is_some() {
                return;
            }
            let (doing, workplace, passphrase, on_close) =
                (doing.clone(), workplace.clone(), phrase.password.clone(), on_close.clone());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveSealedConfiguration).await {
                    let export = Ask::Export { draft, target, passphrase: Some(passphrase) };
                    doing.ask(Request::Shaping(export), move |_| {
                        workplace.toast(words::shape_sealed(&language));
                        on_close.emit(());
                    });
                }
            });
        })
    };
    let on_change = {
        let phrase = phrase.setter();
        Callback::from(move |value| phrase.set(value))
    };
    html! {
        <div class="stack">
            <p class="prose">{ words::shape_seal_text(&language) }</p>
            <Refusal problem={doing.problem.clone()} />
            <NewPassword id="seal-phrase" login="" label={words::shape_passphrase(&language)} label_again={words::shape_passphrase_again(&language)} value={(*phrase).clone()} {on_change} show_wrong={*tried} />
            <Working doing={doing.clone()} />
            <Buttons>
                <Button id="seal-go" weight={Weight::Main} icon={Icon::FolderOpen} busy={doing.busy} label={words::shape_seal_go(&language)} on_press={go} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </div>
    }
}
