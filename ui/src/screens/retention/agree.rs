//! What waits for a yes, and saying it: there is no way back, and it is said so first.

use super::{read, why};
use crate::frame::use_workplace;
use crate::parts::{
    Button, Buttons, Dialog, Field, Icon, Necessity, Notice, Sheet, TextArea, TextInput, Tone, Weight, use_language,
};
use crate::screens::asking::{Refusal, use_doing};
use crate::screens::settings::plain_words;
use amparo_api::Request;
use amparo_api::retention::{Ask, Waiting};
use amparo_language::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WaitingAskingsProps {
    pub(super) waiting: Vec<Waiting>,
    pub(super) on_changed: Callback<()>,
}

/// The list. Takes no room while nothing waits.
#[component]
pub(super) fn WaitingAskings(props: &WaitingAskingsProps) -> Html {
    let language = use_language();
    let saying = use_state(|| None::<Waiting>);
    let doing = use_doing();
    if props.waiting.is_empty() {
        return Html::default();
    }
    let line = |waiting: &Waiting| {
        let agree = {
            let (saying, waiting) = (saying.setter(), waiting.clone());
            Callback::from(move |()| saying.set(Some(waiting.clone())))
        };
        let refuse = {
            let (doing, changed, proposal) = (doing.clone(), props.on_changed.clone(), waiting.proposal);
            Callback::from(move |()| {
                let changed = changed.clone();
                doing.ask(Request::Retention(Ask::Refuse { proposal }), move |_| changed.emit(()));
            })
        };
        html! {
            <li class="line apart waiting" key={waiting.proposal.to_string()}>
                <div class="stack tight">
                    <span class="line tight"><bdi class="code">{ &waiting.code }</bdi><span>{ why(&language, waiting.why) }</span></span>
                    <span class="muted small">
                        { words::retention_asked_by(&language, &waiting.asked_by) }
                        if !waiting.yes.is_empty() { { " · " }{ words::retention_yes_by(&language, &waiting.yes.join(", ")) } }
                    </span>
                    if waiting.needs_supervisor { <span class="muted small">{ words::retention_needs_supervisor(&language) }</span> }
                    if !waiting.mine && waiting.with_words {
                        <span class="muted small">{ words::retention_words_finish(&language) }</span>
                    } else if !waiting.mine { <span class="muted small">{ words::retention_not_mine(&language) }</span> }
                </div>
                <Buttons>
                    if waiting.mine || waiting.with_words { <Button id={format!("agree-{}", waiting.code)} small=true icon={Icon::Check} label={words::retention_agree(&language)} on_press={agree} /> }
                    if waiting.may_refuse { <Button id={format!("refuse-{}", waiting.code)} small=true busy={doing.busy} label={words::retention_refuse(&language)} on_press={refuse} /> }
                </Buttons>
            </li>
        }
    };
    let close = {
        let saying = saying.setter();
        Callback::from(move |()| saying.set(None))
    };
    let done = {
        let (close, changed) = (close.clone(), props.on_changed.clone());
        Callback::from(move |()| {
            close.emit(());
            changed.emit(());
        })
    };
    let title =
        saying.as_ref().map(|waiting| words::retention_agree_title(&language, &waiting.code)).unwrap_or_default();
    html! {
        <Sheet title={words::retention_waiting(&language)}>
        <div class="stack tight" id="retention-waiting">
            <Refusal problem={doing.problem.clone()} />
            <ul class="stack tight">{ for props.waiting.iter().map(line) }</ul>
            <Dialog open={saying.is_some()} {title} on_close={close.clone()}>
                if let Some(waiting) = &*saying { <Agreeing waiting={waiting.clone()} on_cancel={close} on_done={done} /> }
            </Dialog>
        </div>
        </Sheet>
    }
}

#[derive(Properties, PartialEq)]
struct AgreeingProps {
    waiting: Waiting,
    on_cancel: Callback<()>,
    on_done: Callback<()>,
}

#[component]
fn Agreeing(props: &AgreeingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let typed = use_state(String::new);
    let doing = use_doing();
    let last = props.waiting.last;
    // Nobody else in the office could be the second: the recovery words are.
    let with_words = props.waiting.with_words;
    let recovery = use_state(String::new);
    let onsubmit = {
        let (doing, typed, waiting) = (doing.clone(), typed.clone(), props.waiting.clone());
        let recovery = recovery.clone();
        let on_done = props.on_done.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (workplace, on_done, code) = (workplace.clone(), on_done.clone(), waiting.code.clone());
            let proposal = waiting.proposal;
            let typed = typed.trim().to_owned();
            let request = if recovery.trim().is_empty() {
                Ask::Approve { proposal, typed }
            } else {
                Ask::ApproveWithWords { proposal, typed, words: plain_words(&recovery) }
            };
            doing.ask(Request::Retention(request), move |reply| {
                let waits = read(reply).is_some_and(|now| now.waiting.iter().any(|it| it.proposal == proposal));
                workplace.toast(if waits {
                    words::retention_agreed(&language)
                } else {
                    words::retention_destroyed_done(&language, &code)
                });
                on_done.emit(());
            });
        })
    };
    let finishes = last || with_words && !recovery.trim().is_empty();
    let fits = *typed.trim() == *props.waiting.code && (props.waiting.mine || finishes);
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Notice tone={Tone::Overdue}><p>{ words::retention_no_way_back(&language) }</p></Notice>
            if finishes { <p><strong>{ words::retention_last_yes(&language) }</strong></p> }
            <Field label={words::retention_type_code(&language)} id="retention-typed" necessity={Necessity::Required}>
                <TextInput value={(*typed).clone()} on_input={let typed = typed.setter(); Callback::from(move |text| typed.set(text))} longest=64 code=true first=true />
            </Field>
            if with_words {
                <Field label={words::recovery_words(&language)} help={words::retention_words_help(&language)} id="retention-words">
                    <TextArea value={(*recovery).clone()} on_input={let recovery = recovery.setter(); Callback::from(move |text| recovery.set(text))} lines=3 longest=1000 />
                </Field>
            }
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="retention-agree-go" submits=true weight={Weight::Main} disabled={!fits} busy={doing.busy} label={if finishes { words::retention_destroy_go(&language) } else { words::retention_agree_go(&language) }} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </form>
    }
}
