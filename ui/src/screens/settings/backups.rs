//! How the backups stand, one now, and where second copies go.

use super::super::asking::{Asked, Refusal, use_asked, use_doing};
use crate::frame::{self, Wish, Workplace, moment, use_workplace};
use crate::parts::{Button, Buttons, Icon, Notice, Sheet, Tone, Weight, use_language};
use amparo_access::{Action, may};
use amparo_api::keeping::{Answer, Ask, Backups};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::words;
use amparo_model::ids::Moment;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

fn read(reply: Reply) -> Option<Backups> {
    match reply {
        Reply::Keeping(Answer::Backups(backups)) => Some(backups),
        _ => None,
    }
}

/// Makes a checked backup; tray and toast tell how it goes (Ctrl+B).
pub async fn back_up(workplace: &Workplace) {
    let language = workplace.language;
    let request = Request::Keeping(Ask::BackUp {});
    let outcome = workplace.ask_beside(words::backup_making(&language), request).await;
    workplace.toast(match outcome {
        Ok(_) => words::backup_done(&language),
        Err(problem) => frame::problem(&language, &problem),
    });
    workplace.wish(Wish::BackupsChanged);
}

#[derive(Properties, PartialEq)]
pub(super) struct BackupsSheetProps {
    /// How often something changed.
    pub(super) turn: u32,
    /// Something changed.
    pub(super) on_changed: Callback<()>,
}

/// How they stand.
#[component]
pub(super) fn BackupsSheet(props: &BackupsSheetProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (backups, again) = use_asked(Request::Keeping(Ask::BackupStatus {}), read);
    use_effect_with(props.turn, {
        let again = again.clone();
        move |_| again.emit(())
    });
    let changed = props.on_changed.clone();
    let busy = use_state(|| false);
    let place = use_doing();

    let now = {
        let (busy, again, workplace) = (busy.clone(), changed.clone(), workplace.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            busy.set(true);
            let (busy, again, workplace) = (busy.setter(), again.clone(), workplace.clone());
            spawn_local(async move {
                back_up(&workplace).await;
                busy.set(false);
                again.emit(());
            });
        })
    };
    let choose = {
        let (place, again, workplace) = (place.clone(), changed, workplace.clone());
        Callback::from(move |()| {
            let (place, again, workplace) = (place.clone(), again.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(folder) = workplace.choose(Purpose::BackupFolder).await {
                    place.ask(Request::Keeping(Ask::SetBackupFolder { folder: Some(folder) }), move |_| {
                        workplace.wish(Wish::BackupsChanged);
                        again.emit(());
                    });
                }
            });
        })
    };
    let when = |at: Option<Moment>| at.map_or_else(|| words::backup_never(&language), |at| moment(&language, at));
    let facts = match &backups {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(backups) => html! {
            <>
                <dl class="facts" id="backup-facts">
                    <dt>{ words::backup_here(&language) }</dt><dd>{ when(backups.here) }</dd>
                    <dt>{ words::backup_second(&language) }</dt>
                    <dd>{ if backups.second_set { when(backups.second) } else { words::backup_second_none(&language) } }</dd>
                    <dt>{ words::backup_kept(&language) }</dt><dd class="number">{ backups.kept }</dd>
                </dl>
                if backups.second_missing { <Notice tone={Tone::DueSoon}><p>{ words::backup_second_missing(&language) }</p></Notice> }
                if !backups.second_set { <Notice tone={Tone::DueSoon}><p>{ words::setup_backup_later_warning(&language) }</p></Notice> }
            </>
        },
    };
    html! {
        <Sheet title={words::backup_title(&language)}>
            <div class="stack">
                { facts }
                <Refusal problem={place.problem.clone()} />
                <Buttons>
                    <Button id="backup-now" weight={Weight::Main} icon={Icon::Backup} keys="Control+B" label={words::backup_now(&language)} busy={*busy} on_press={now} />
                    if may(workplace.allowed(), Action::SetOffice) {
                        <Button id="backup-place" icon={Icon::FolderOpen} label={words::backup_place_change(&language)} busy={place.busy} on_press={choose} />
                    }
                    if may(workplace.allowed(), Action::Emergency) {
                        <Button id="emergency" keys="Control+Shift+E" label={words::emergency_open(&language)} on_press={let workplace = workplace.clone(); Callback::from(move |()| workplace.wish(Wish::Emergency))} />
                    }
                </Buttons>
            </div>
        </Sheet>
    }
}
