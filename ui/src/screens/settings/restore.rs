//! A backup is restored into an empty folder; no office is ever written over. Also offered before there is an office.

use crate::backend::use_backend;
use crate::frame;
use crate::parts::{Button, Buttons, Choice, Dialog, Field, Icon, Notice, Opt, Tone, Weight, use_language};
use amparo_api::keeping::Ask;
use amparo_api::{Chosen, Purpose, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`RestoreBackup`] needs.
#[derive(Properties, PartialEq)]
pub struct RestoreProps {
    /// It is open.
    pub open: bool,
    /// Close it.
    pub on_close: Callback<()>,
    /// The newest backup of the present office may be taken.
    pub may_be_newest: bool,
}

/// The dialog.
#[component]
pub fn RestoreBackup(props: &RestoreProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::backup_restore(&language)} on_close={props.on_close.clone()}>
            <Restoring on_close={props.on_close.clone()} may_be_newest={props.may_be_newest} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct RestoringProps {
    on_close: Callback<()>,
    may_be_newest: bool,
}

#[component]
fn Restoring(props: &RestoringProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let newest = use_state(|| props.may_be_newest);
    let backup = use_state(|| None::<Chosen>);
    let folder = use_state(|| None::<Chosen>);
    let busy = use_state(|| false);
    let outcome = use_state(|| None::<Result<(), String>>);

    let choose = |purpose: Purpose, into: UseStateSetter<Option<Chosen>>| {
        let (backend, outcome) = (backend.clone(), outcome.setter());
        Callback::from(move |()| {
            let (backend, outcome, into) = (backend.clone(), outcome.clone(), into.clone());
            spawn_local(async move {
                match backend.choose(purpose).await {
                    Ok(Some(chosen)) => into.set(Some(chosen)),
                    Ok(None) => {}
                    Err(problem) => outcome.set(Some(Err(frame::problem(&language, &problem)))),
                }
            });
        })
    };
    let restore = {
        let (newest, backup, folder, busy, outcome) =
            (newest.clone(), backup.clone(), folder.clone(), busy.clone(), outcome.setter());
        let backend = backend.clone();
        Callback::from(move |()| {
            let Some(folder) = (*folder).clone() else { return };
            busy.set(true);
            let backup = if *newest { None } else { (*backup).clone() };
            let (backend, busy, outcome) = (backend.clone(), busy.setter(), outcome.clone());
            spawn_local(async move {
                let answer = backend.ask(Request::Keeping(Ask::Restore { backup, folder })).await;
                busy.set(false);
                outcome.set(Some(answer.map(|_| ()).map_err(|problem| frame::problem(&language, &problem))));
            });
        })
    };
    if matches!(&*outcome, Some(Ok(()))) {
        return html! {
            <>
                <Notice tone={Tone::InOrder} alert=true><p id="restored">{ words::backup_restored(&language) }</p></Notice>
                <div><Button weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} /></div>
            </>
        };
    }
    let chosen = |is: bool| {
        if is {
            html! { <span class="line">{ Icon::CircleCheck.draw() }{ words::chosen(&language) }</span> }
        } else {
            Html::default()
        }
    };
    let ready = folder.is_some() && (*newest || backup.is_some());
    let options =
        vec![Opt::new("newest", words::backup_newest(&language)), Opt::new("other", words::backup_other(&language))];
    let value = AttrValue::Static(if *newest { "newest" } else { "other" });
    html! {
        <>
            <p>{ words::backup_restore_text(&language) }</p>
            if let Some(Err(text)) = &*outcome { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
            if props.may_be_newest {
                <Field label={words::backup_which(&language)} group=true>
                    <Choice {options} {value} keeps=true on_choose={let newest = newest.setter(); Callback::from(move |code: Option<AttrValue>| newest.set(code.as_deref() == Some("newest")))} />
                </Field>
            }
            if !*newest {
                <div class="line">
                    <Button id="restore-file" icon={Icon::FolderOpen} label={words::backup_choose_file(&language)} on_press={choose(Purpose::BackupFile, backup.setter())} />
                    { chosen(backup.is_some()) }
                </div>
            }
            <div class="line">
                <Button id="restore-folder" icon={Icon::FolderOpen} label={words::backup_choose_empty(&language)} on_press={choose(Purpose::OfficeFolder, folder.setter())} />
                { chosen(folder.is_some()) }
            </div>
            <Buttons>
                <Button id="restore-go" weight={Weight::Main} disabled={!ready} busy={*busy} label={if *busy { words::working(&language) } else { words::backup_restore_go(&language) }} on_press={restore} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </>
    }
}
