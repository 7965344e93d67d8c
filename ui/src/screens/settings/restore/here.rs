//! Bringing back a backup of the office that is open.

use super::facts::{Numbers, RehearsalFacts, as_typed, figures};
use super::key::{KeyBoxes, Typed};
use crate::frame::{Wish, use_workplace};
use crate::parts::{Button, Buttons, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::{Refusal, Working, use_doing};
use amparo_api::keeping::{Answer, Ask, Rehearsal, Which};
use amparo_api::{Code, Reply, Request};
use amparo_language::words;
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in super::super) struct BringBackProps {
    pub(in super::super) backup: Which,
    /// The present key does not open it.
    pub(in super::super) needs_key: bool,
    pub(in super::super) on_close: Callback<()>,
}

/// What stands in the dialog.
#[component]
pub(in super::super) fn BringBack(props: &BringBackProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let typed = use_state(Typed::default);
    let needs_key = use_state(|| props.needs_key);
    let tried = use_state(|| None::<Rehearsal>);
    let above = use_state(BTreeMap::new);
    let read = use_state(|| false);
    let done = use_state(|| false);
    let doing = use_doing();
    let asked_for_key = doing.problem.as_ref().is_some_and(|problem| problem.code == Code::BackupNeedsKey);
    use_effect_with(asked_for_key, {
        let needs_key = needs_key.setter();
        move |asked: &bool| {
            if *asked {
                needs_key.set(true);
            }
        }
    });
    let key = if *needs_key { typed.key() } else { None };
    let try_out = {
        let (doing, backup, key) = (doing.clone(), props.backup.clone(), key.clone());
        let (tried, above) = (tried.setter(), above.setter());
        Callback::from(move |()| {
            let (tried, above) = (tried.clone(), above.clone());
            let request = Ask::Rehearse { backup: backup.clone(), key: key.clone() };
            doing.ask(Request::Keeping(request), move |reply| {
                if let Reply::Keeping(Answer::Rehearsal(rehearsal)) = reply {
                    above.set(as_typed(&rehearsal.numbers));
                    tried.set(Some(rehearsal));
                }
            });
        })
    };
    let numbers = tried.as_ref().and_then(|rehearsal| figures(&rehearsal.numbers, &above));
    let go = {
        let (doing, backup, key, numbers) = (doing.clone(), props.backup.clone(), key.clone(), numbers.clone());
        let (done, workplace) = (done.setter(), workplace.clone());
        Callback::from(move |()| {
            let Some(above) = numbers.clone() else { return };
            let (done, workplace) = (done.clone(), workplace.clone());
            let request = Ask::Restore { backup: backup.clone(), key: key.clone(), above };
            doing.ask_long(Request::Keeping(request), move |_| {
                workplace.wish(Wish::BackupsChanged);
                done.set(true);
            });
        })
    };
    if *done {
        return html! {
            <div class="stack">
                <Notice tone={Tone::InOrder} alert=true><p id="restored">{ words::restore_done(&language) }</p></Notice>
                <p>{ words::restore_partners(&language) }</p>
                <div><Button weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} /></div>
            </div>
        };
    }
    let tick = {
        let read = read.clone();
        Callback::from(move |_: Event| read.set(!*read))
    };
    html! {
        <div class="stack">
            if let Some(rehearsal) = &*tried {
                <RehearsalFacts rehearsal={rehearsal.clone()} />
                <Numbers known={rehearsal.numbers.clone()} value={(*above).clone()} on_change={let above = above.setter(); Callback::from(move |next| above.set(next))} />
                <label class="option"><input id="restore-yes" type="checkbox" checked={*read} onchange={tick} /><span>{ words::restore_yes(&language) }</span></label>
            } else {
                <p>{ words::restore_intro(&language) }</p>
                if *needs_key {
                    <Notice tone={Tone::DueSoon}><p>{ words::restore_needs_key(&language) }</p></Notice>
                    <KeyBoxes value={(*typed).clone()} on_change={let typed = typed.setter(); Callback::from(move |next| typed.set(next))} />
                }
            }
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone().filter(|_| !asked_for_key)} />
            <div class="at-end"><Buttons>
                if tried.is_some() {
                    <Button id="restore-go" weight={Weight::Main} icon={Icon::History} disabled={!*read || numbers.is_none()} busy={doing.busy} label={words::restore_go(&language)} on_press={go} />
                } else {
                    <Button id="restore-try" weight={Weight::Main} disabled={*needs_key && key.is_none()} busy={doing.busy} label={words::restore_rehearse(&language)} on_press={try_out} />
                }
                <Button label={words::cancel(&language)} disabled={doing.busy} on_press={props.on_close.clone()} />
            </Buttons></div>
        </div>
    }
}
