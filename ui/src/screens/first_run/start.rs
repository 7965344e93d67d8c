//! The very first page.

use crate::backend::use_backend;
use crate::frame::{self, Topic};
use crate::parts::{Button, Icon, Notice, Tone, Weight, use_language};
use crate::screens::settings::RestoreElsewhere;
use crate::screens::sign_in::Threshold;
use amparo_api::Request;
use amparo_api::getting_in::Ask;
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`FirstStart`] needs.
#[derive(Properties, PartialEq)]
pub struct FirstStartProps {
    /// An office is to be set up.
    pub on_set_up: Callback<()>,
    /// The sample office is open.
    pub on_sample: Callback<()>,
    /// The keys of the office that was here were erased in an emergency just now.
    #[prop_or_default]
    pub erased: bool,
    /// An office was restored from a backup: somebody can sign in.
    pub on_restored: Callback<()>,
}

/// There is no office yet.
#[component]
pub fn FirstStart(props: &FirstStartProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let busy = use_state(|| false);
    let refused = use_state(|| None::<String>);
    let restoring = use_state(|| false);
    let sample = {
        let (busy, refused, on_sample) = (busy.clone(), refused.setter(), props.on_sample.clone());
        Callback::from(move |()| {
            busy.set(true);
            refused.set(None);
            let (backend, busy, refused, on_sample) =
                (backend.clone(), busy.setter(), refused.clone(), on_sample.clone());
            spawn_local(async move {
                let answer = backend.ask(Request::GettingIn(Ask::OpenSample {})).await;
                busy.set(false);
                match answer {
                    Ok(_) => on_sample.emit(()),
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let open = restoring.setter();
    let close = restoring.setter();
    html! {
        <Threshold clock=true help={Topic::FirstRun}>
            <div class="stack">
                <h1>{ words::setup_welcome(&language) }</h1>
                <p>{ words::setup_what_it_is(&language) }</p>
                if props.erased {
                    <div id="emergency-erased"><Notice tone={Tone::Overdue} alert=true><p>{ words::emergency_erased(&language) }</p></Notice></div>
                }
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <div class="stack tight">
                    <Button id="set-up-office" weight={Weight::Main} icon={Icon::House} label={words::setup_title(&language)} on_press={props.on_set_up.clone()} />
                    <p class="muted small">{ words::setup_welcome_text(&language) }</p>
                </div>
                <div class="stack tight">
                    <Button id="open-sample" icon={Icon::FolderOpen} busy={*busy} label={if *busy { words::setup_sample_making(&language) } else { words::sign_in_sample(&language) }} on_press={sample} />
                    <p class="muted small">{ words::setup_sample_text(&language) }</p>
                </div>
                <div><Button id="restore" weight={Weight::Quiet} small=true icon={Icon::History} label={words::restore_elsewhere_title(&language)} on_press={Callback::from(move |()| open.set(true))} /></div>
            </div>
            <RestoreElsewhere open={*restoring} on_close={Callback::from(move |()| close.set(false))} on_restored={props.on_restored.clone()} />
        </Threshold>
    }
}
