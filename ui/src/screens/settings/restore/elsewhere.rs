//! A computer without an office, or with one that does not open any more: the office of a backup comes into being here.

use super::facts::{Numbers, RehearsalFacts, as_typed, figures};
use super::key::{KeyBoxes, Typed};
use crate::backend::use_backend;
use crate::frame;
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Progress as ProgressBar, Tone, Weight, use_language};
use crate::screens::sign_in::{NewPassword, NewPasswordState};
use amparo_api::keeping::{Answer, Ask, Rehearsal};
use amparo_api::{Chosen, Code, Progress, Purpose, Reply, Request};
use amparo_language::words;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`RestoreElsewhere`] needs.
#[derive(Properties, PartialEq)]
pub struct RestoreElsewhereProps {
    /// It is open.
    pub open: bool,
    /// Close it.
    pub on_close: Callback<()>,
    /// The office is here.
    pub on_restored: Callback<()>,
}

/// The dialog.
#[component]
pub fn RestoreElsewhere(props: &RestoreElsewhereProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::restore_elsewhere_title(&language)} on_close={props.on_close.clone()}>
            <Restoring on_close={props.on_close.clone()} on_restored={props.on_restored.clone()} />
        </Dialog>
    }
}

/// The number by which the long job is reached: no other job runs before anybody is in.
const JOB: u32 = 1;
/// How often it is asked how far it is, in milliseconds.
const LOOKED_AT: u32 = 150;

#[derive(Properties, PartialEq)]
struct RestoringProps {
    on_close: Callback<()>,
    on_restored: Callback<()>,
}

#[component]
fn Restoring(props: &RestoringProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let backup = use_state(|| None::<Chosen>);
    let typed = use_state(Typed::default);
    let password = use_state(NewPasswordState::default);
    let tried = use_state(|| None::<Rehearsal>);
    let above = use_state(BTreeMap::<String, String>::new);
    let busy = use_state(|| false);
    let far = use_state(|| None::<Progress>);
    let stopping = use_state(|| false);
    let refused = use_state(|| None::<String>);
    let done = use_state(|| false);

    let choose = {
        let (backend, backup, refused) = (backend.clone(), backup.setter(), refused.setter());
        Callback::from(move |()| {
            let (backend, backup, refused) = (backend.clone(), backup.clone(), refused.clone());
            spawn_local(async move {
                match backend.choose(Purpose::BackupFolder).await {
                    Ok(Some(chosen)) => backup.set(Some(chosen)),
                    Ok(None) => {}
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let key = typed.key();
    let try_out = {
        let (backend, backup, key, busy) = (backend.clone(), backup.clone(), key.clone(), busy.setter());
        let (refused, tried, above) = (refused.setter(), tried.setter(), above.setter());
        Callback::from(move |()| {
            let (Some(backup), Some(key)) = ((*backup).clone(), key.clone()) else { return };
            busy.set(true);
            refused.set(None);
            let (backend, busy, refused, tried, above) =
                (backend.clone(), busy.clone(), refused.clone(), tried.clone(), above.clone());
            spawn_local(async move {
                let answer = backend.ask(Request::Keeping(Ask::RehearseElsewhere { backup, key })).await;
                busy.set(false);
                match answer {
                    Ok(Reply::Keeping(Answer::Rehearsal(rehearsal))) => {
                        above.set(as_typed(&rehearsal.numbers));
                        tried.set(Some(rehearsal));
                    }
                    Ok(_) => {}
                    // The password is right: it is not that of somebody who may bring an office back.
                    Err(problem) if problem.code == Code::NotAllowed => {
                        refused.set(Some(words::restore_elsewhere_not_allowed(&language)));
                    }
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let numbers = tried.as_ref().and_then(|rehearsal| figures(&rehearsal.numbers, &above));
    let new_password = typed.with_words.then(|| password.password.clone());
    let right_password = !typed.with_words || password.wrong(&language).is_none();
    let go = {
        let (backend, backup, key, numbers) = (backend.clone(), backup.clone(), key.clone(), numbers.clone());
        let (busy, refused, far, done) = (busy.setter(), refused.setter(), far.setter(), done.setter());
        let stopping = stopping.setter();
        Callback::from(move |()| {
            let (Some(backup), Some(key), Some(above)) = ((*backup).clone(), key.clone(), numbers.clone()) else {
                return;
            };
            busy.set(true);
            stopping.set(false);
            refused.set(None);
            let over = Rc::new(Cell::new(false));
            let request = Ask::RestoreElsewhere { backup, key, new_password: new_password.clone(), above };
            {
                let (backend, far, over) = (backend.clone(), far.clone(), over.clone());
                spawn_local(async move {
                    while !over.get() {
                        TimeoutFuture::new(LOOKED_AT).await;
                        far.set(backend.progress(JOB).await.filter(|_| !over.get()));
                    }
                });
            }
            let (backend, busy, refused, done) = (backend.clone(), busy.clone(), refused.clone(), done.clone());
            spawn_local(async move {
                let answer = backend.ask_as(JOB, Request::Keeping(request)).await;
                over.set(true);
                busy.set(false);
                match answer {
                    Ok(_) => done.set(true),
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let stop = {
        let (backend, stopping) = (backend.clone(), stopping.setter());
        Callback::from(move |()| {
            let backend = backend.clone();
            stopping.set(true);
            spawn_local(async move { backend.stop(JOB).await });
        })
    };
    if *done {
        return html! {
            <div class="stack">
                <Notice tone={Tone::InOrder} alert=true><p id="restored">{ words::restore_elsewhere_done(&language) }</p></Notice>
                <p>{ words::restore_partners(&language) }</p>
                <div><Button id="restored-sign-in" weight={Weight::Main} label={words::restore_elsewhere_sign_in(&language)} on_press={props.on_restored.clone()} /></div>
            </div>
        };
    }
    html! {
        <div class="stack">
            if let Some(rehearsal) = &*tried {
                <RehearsalFacts rehearsal={rehearsal.clone()} />
                <p class="muted small">{ words::restore_elsewhere_office(&language) }</p>
                <Numbers known={rehearsal.numbers.clone()} value={(*above).clone()} on_change={let above = above.setter(); Callback::from(move |next| above.set(next))} />
                if typed.with_words {
                    <NewPassword id="restore-new-password" value={(*password).clone()} login={typed.login.clone()} on_change={let password = password.setter(); Callback::from(move |next| password.set(next))} />
                }
            } else {
                <p>{ words::restore_elsewhere_intro(&language) }</p>
                <div class="line">
                    <Button id="restore-file" icon={Icon::FolderOpen} label={words::backup_choose_file(&language)} on_press={choose} />
                    <span role="status">if backup.is_some() { <span class="line">{ Icon::CircleCheck.draw() }{ words::restore_file_chosen(&language) }</span> }</span>
                </div>
                <KeyBoxes value={(*typed).clone()} on_change={let typed = typed.setter(); Callback::from(move |next| typed.set(next))} />
            }
            if let Some(far) = *far { <ProgressBar label={words::working(&language)} done={Some(far.done)} total={far.of} on_stop={stop} stopping={*stopping} /> }
            // In sight however far somebody scrolled: the buttons stay in front of what is below.
            <div class="at-end stack tight">
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
                <Buttons>
                    if tried.is_some() {
                        <Button id="restore-go" weight={Weight::Main} icon={Icon::History} disabled={numbers.is_none() || !right_password} busy={*busy} label={words::restore_elsewhere_go(&language)} on_press={go} />
                    } else {
                        <Button id="restore-try" weight={Weight::Main} disabled={backup.is_none() || key.is_none()} busy={*busy} label={if *busy { words::working(&language) } else { words::restore_rehearse(&language) }} on_press={try_out} />
                    }
                    <Button label={words::cancel(&language)} disabled={*busy} on_press={props.on_close.clone()} />
                </Buttons>
            </div>
        </div>
    }
}
