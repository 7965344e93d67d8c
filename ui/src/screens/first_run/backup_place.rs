//! Where second copies of backups go; then the office comes into being.

use crate::backend::use_backend;
use crate::frame;
use crate::parts::{Button, Buttons, Icon, Notice, Tone, Weight, use_language};
use amparo_api::{Chosen, Purpose};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub(super) struct BackupPlaceProps {
    /// The office is being made.
    pub(super) busy: bool,
    pub(super) on_back: Callback<()>,
    /// The folder, or later.
    pub(super) on_finish: Callback<Option<Chosen>>,
}

/// The backup place.
#[component]
pub(super) fn BackupPlaceStep(props: &BackupPlaceProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let folder = use_state(|| None::<Chosen>);
    let refused = use_state(|| None::<String>);
    let choose = {
        let (folder, refused) = (folder.setter(), refused.setter());
        Callback::from(move |()| {
            let (backend, folder, refused) = (backend.clone(), folder.clone(), refused.clone());
            spawn_local(async move {
                match backend.choose(Purpose::BackupFolder).await {
                    Ok(Some(chosen)) => folder.set(Some(chosen)),
                    Ok(None) => {}
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let finish = {
        let (on_finish, folder) = (props.on_finish.clone(), folder.clone());
        Callback::from(move |()| on_finish.emit((*folder).clone()))
    };
    html! {
        <div class="stack">
            <h1 id="step-title" tabindex="-1">{ words::setup_backup_place(&language) }</h1>
            <p class="prose">{ words::setup_backup_text(&language) }</p>
            if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p>{ text }</p></Notice> }
            <div class="line">
                <Button id="backup-folder" icon={Icon::FolderOpen} label={words::choose_folder(&language)} on_press={choose} />
                <span role="status" id="backup-folder-chosen">
                    if folder.is_some() { <span class="line">{ Icon::CircleCheck.draw() }{ words::setup_backup_chosen(&language) }</span> }
                </span>
            </div>
            if folder.is_none() { <Notice tone={Tone::DueSoon}><p>{ words::setup_backup_later_warning(&language) }</p></Notice> }
            <Buttons>
                <Button
                    id="first-run-finish" weight={Weight::Main} busy={props.busy} on_press={finish}
                    label={if props.busy { words::setup_creating(&language) } else if folder.is_some() { words::setup_create(&language) } else { words::setup_create_later(&language) }}
                />
                <Button id="first-run-back" label={words::back(&language)} on_press={props.on_back.clone()} />
            </Buttons>
        </div>
    }
}
