//! Settings: what is for the person, what is for the office, and how the backups stand.

mod backups;
mod emergency;
mod in_reach;
mod restore;
mod yours;

pub use backups::back_up;
pub use emergency::EmergencyPanel;
pub use restore::{RestoreElsewhere, plain_words};

use super::asking::{PageHead, Refusal, use_doing};
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Choice, Field, Opt, Sheet, use_language};
use amparo_access::{Action, may};
use amparo_api::Request;
use amparo_api::keeping::Ask;
use amparo_language::words;
use yew::prelude::*;

/// The settings.
#[component]
pub fn SettingsScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let allowed = workplace.allowed();
    // The list of backups is told when something about them changed, and the other way round.
    let turn = use_state(|| 0_u32);
    let on_changed = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let to_retention = Callback::from(move |()| workplace.go(Screen::Retention));
    html! {
        <>
            <PageHead title={words::settings_title(&language)} />
            <div class="stack wide-gaps">
                <div class="columns">
                    <yours::Yours />
                    <div class="stack wide-gaps">
                        if may(allowed, Action::BackUp) { <backups::BackupsSheet turn={*turn} on_changed={on_changed.clone()} /> }
                        if may(allowed, Action::SeeRetention) {
                            <Sheet title={words::retention_title(&language)}>
                                <div class="stack">
                                    <p class="muted small">{ words::retention_note(&language) }</p>
                                    <div><Button id="retention-open" label={words::retention_open(&language)} on_press={to_retention} /></div>
                                </div>
                            </Sheet>
                        }
                        if may(allowed, Action::SetOffice) { <Idle /> }
                    </div>
                </div>
                if may(allowed, Action::BackUp) { <in_reach::BackupsInReach turn={*turn} {on_changed} /> }
            </div>
        </>
    }
}

/// Minutes that are offered; the office takes 1 to 10.
const MINUTES: [u32; 5] = [1, 2, 3, 5, 10];

/// When the program locks by itself.
#[component]
fn Idle() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let chosen = use_state(|| workplace.who.idle_minutes);
    let doing = use_doing();
    let options: Vec<Opt> = MINUTES
        .iter()
        .map(|minutes| Opt::new(minutes.to_string(), words::count_minutes(&language, *minutes)))
        .collect();
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(minutes) = code.and_then(|code| code.parse().ok()) {
                chosen.set(minutes);
            }
        })
    };
    let save = {
        let (doing, chosen, workplace) = (doing.clone(), chosen.clone(), workplace.clone());
        Callback::from(move |()| {
            let workplace = workplace.clone();
            doing.ask(Request::Keeping(Ask::SetIdle { minutes: *chosen }), move |_| {
                workplace.toast(words::settings_idle_saved(&language));
            });
        })
    };
    html! {
        <Sheet title={words::settings_office(&language)}>
            <div class="stack">
                <Refusal problem={doing.problem.clone()} />
                <Field label={words::settings_idle(&language)} help={words::settings_idle_help(&language)} group=true id="idle-minutes">
                    <Choice {options} value={AttrValue::from(chosen.to_string())} {on_choose} keeps=true side_by_side=true />
                </Field>
                <div><Button id="idle-save" label={words::save(&language)} busy={doing.busy} disabled={*chosen == workplace.who.idle_minutes} on_press={save} /></div>
            </div>
        </Sheet>
    }
}
