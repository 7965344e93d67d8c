//! Flags and alerts: the dialog that puts a flag on one record or on many, and the two lists that the first page's numbers open. What
//! stands on one record is drawn on its page (`case/beside`).

mod lines;

pub use lines::{LinesScreen, Of, alert_word};

use super::asking::{Refusal, Working, use_doing};
use crate::frame::use_workplace;
use crate::parts::{Button, DateInput, DateWrong, Dialog, Field, Icon, TextArea, Weight, use_language};
use amparo_api::around::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::date::PartialDate;
use amparo_model::ids::RecordId;
use amparo_model::value::RowId;
use yew::prelude::*;

/// What a [`Flagging`] needs.
#[derive(Properties, PartialEq)]
pub struct FlaggingProps {
    /// On which records: at least one.
    pub records: Vec<RecordId>,
    /// The dialog is done with: `true` when flags were written, `false` when the person changed their mind.
    pub on_done: Callback<bool>,
}

/// The dialog that puts a flag on records. It is open as long as it stands on the page.
#[component]
pub fn Flagging(props: &FlaggingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let reason = use_state(String::new);
    let on = use_state(|| Ok(None::<PartialDate>));
    let doing = use_doing();
    let wrong: Option<DateWrong> = (*on).err();
    let go = {
        let (doing, reason, records) = (doing.clone(), (*reason).clone(), props.records.clone());
        let (on, on_done) = ((*on).ok().flatten(), props.on_done.clone());
        Callback::from(move |()| {
            let on = on.map(|on| on.to_string());
            let request = Ask::Flag { records: records.clone(), on, reason: reason.clone() };
            let (on_done, workplace) = (on_done.clone(), workplace.clone());
            doing.ask_long(Request::Around(request), move |reply| {
                if let Reply::Around(Answer::Flagged { flagged, left }) = reply {
                    let language = &workplace.language;
                    let left = (left > 0).then(|| words::flag_left(language, left));
                    let said = std::iter::once(words::flag_put(language, flagged)).chain(left);
                    workplace.toast(said.collect::<Vec<_>>().join(" "));
                }
                on_done.emit(true);
            });
        })
    };
    let on_input = {
        let reason = reason.setter();
        Callback::from(move |text: String| reason.set(text))
    };
    let on_change = {
        let on = on.setter();
        Callback::from(move |day| on.set(day))
    };
    let close = props.on_done.reform(|()| false);
    html! {
        <Dialog
            open=true title={words::flag_title(&language, props.records.len())} on_close={close.clone()}
            foot={html! { <>
                <Button id="flag-go" weight={Weight::Main} icon={Icon::Flag} label={words::flag_add(&language)} disabled={reason.trim().is_empty() || wrong.is_some()} busy={doing.busy} on_press={go} />
                <Button label={words::cancel(&language)} on_press={close} />
            </> }}
        >
            <div class="stack">
                <p class="muted">{ words::flag_note(&language) }</p>
                <Field id="flag-reason" label={words::flag_reason(&language)}>
                    <TextArea value={(*reason).clone()} {on_input} longest={1000} first=true />
                </Field>
                <Field id="flag-on" group=true label={words::flag_on(&language)} help={words::flag_on_note(&language)} error={wrong.map(|wrong| wrong.said(&language))}>
                    <DateInput value={(*on).ok().flatten()} exact=true {on_change} />
                </Field>
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}

/// What a [`Resolving`] needs.
#[derive(Properties, PartialEq)]
pub struct ResolvingProps {
    /// In which record.
    pub record: RecordId,
    /// Which flag.
    pub flag: RowId,
    /// Why it was raised, where that is known here.
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    /// `true` when it was resolved.
    pub on_done: Callback<bool>,
}

/// The dialog that resolves a flag, with words.
#[component]
pub fn Resolving(props: &ResolvingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let said = use_state(String::new);
    let doing = use_doing();
    let go = {
        let (doing, words, on_done) = (doing.clone(), (*said).clone(), props.on_done.clone());
        let (record, flag) = (props.record, props.flag);
        Callback::from(move |()| {
            let (on_done, workplace) = (on_done.clone(), workplace.clone());
            let request = Ask::Resolve { record, flag, words: words.clone() };
            doing.ask(Request::Around(request), move |_| {
                workplace.toast(words::flag_resolved(&workplace.language));
                on_done.emit(true);
            });
        })
    };
    let on_input = {
        let said = said.setter();
        Callback::from(move |text: String| said.set(text))
    };
    let close = props.on_done.reform(|()| false);
    html! {
        <Dialog
            open=true title={words::flag_resolve_title(&language)} on_close={close.clone()}
            foot={html! { <>
                <Button id="resolve-go" weight={Weight::Main} icon={Icon::Check} label={words::flag_resolve(&language)} disabled={said.trim().is_empty()} busy={doing.busy} on_press={go} />
                <Button label={words::cancel(&language)} on_press={close} />
            </> }}
        >
            <div class="stack">
                if let Some(reason) = &props.reason { <p class="prose"><bdi>{ reason }</bdi></p> }
                <Field id="resolve-words" label={words::flag_what_done(&language)} help={words::flag_what_done_note(&language)}>
                    <TextArea value={(*said).clone()} {on_input} longest={1000} first=true />
                </Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
