//! Assigning to a colleague: to whom, with what each of them carries, why; then how many changed hands, and taking all of it back.

use super::colleagues::Colleagues;
use super::say;
use crate::frame::use_workplace;
use crate::parts::{Button, Choice, Dialog, Field, Icon, Necessity, Notice, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::passing::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::{PersonId, RecordId};
use yew::prelude::*;

/// What an [`AssignDialog`] needs.
#[derive(Properties, PartialEq)]
pub struct AssignProps {
    /// Which records, however many.
    pub records: Vec<RecordId>,
    /// The dialog is closed; whether anything changed hands.
    pub on_done: Callback<bool>,
}

/// What came of it.
#[derive(Clone, PartialEq)]
struct Came {
    passings: Vec<RecordId>,
    records: usize,
    followed: usize,
    stayed: usize,
    taken_back: bool,
}

/// The dialog.
#[component]
pub fn AssignDialog(props: &AssignProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let to = use_state(|| None::<PersonId>);
    let reason = use_state(|| None::<AttrValue>);
    let note = use_state(String::new);
    let came = use_state(|| None::<Came>);
    let doing = use_doing();
    let (colleagues, again) =
        use_asked(Request::Passing(Ask::Colleagues { records: props.records.clone() }), |reply| match reply {
            Reply::Passing(Answer::Colleagues { colleagues }) => Some(colleagues),
            _ => None,
        });
    let choose = {
        let to = to.setter();
        Callback::from(move |person| to.set(Some(person)))
    };
    let list = match &colleagues {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(colleagues) => {
            html! { <Colleagues colleagues={colleagues.clone()} chosen={*to} on_choose={choose} disabled={doing.busy} /> }
        }
    };
    let answered = {
        let came = came.setter();
        move |taken_back: bool| {
            let came = came.clone();
            move |reply| {
                if let Reply::Passing(Answer::Assigned { passings, records, followed, stayed }) = reply {
                    came.set(Some(Came { passings, records, followed, stayed, taken_back }));
                }
            }
        }
    };
    let go = {
        let (doing, answered, records) = (doing.clone(), answered.clone(), props.records.clone());
        let (to, reason, note) = (*to, (*reason).clone(), (*note).clone());
        Callback::from(move |()| {
            let (Some(to), Some(reason)) = (to, reason.clone()) else { return };
            let ask = Ask::Assign { records: records.clone(), to, reason: reason.to_string(), note: note.clone() };
            doing.ask_long(Request::Passing(ask), answered(false));
        })
    };
    let undo = came.as_ref().map(|came| {
        let (doing, answered, passings) = (doing.clone(), answered.clone(), came.passings.clone());
        Callback::from(move |()| {
            doing.ask_long(Request::Passing(Ask::Undo { passings: passings.clone() }), answered(true));
        })
    });
    let close = {
        let (on_done, changed, busy) = (props.on_done.clone(), came.is_some(), doing.busy);
        let said = came.as_ref().map(|came| {
            if came.taken_back {
                words::passing_undone(&language, say::count(came.records))
            } else {
                words::passing_done(&language, say::count(came.records))
            }
        });
        Callback::from(move |()| {
            // What is being done is stopped by its own button, not by turning away.
            if busy {
                return;
            }
            if let Some(said) = said.clone() {
                workplace.toast(said);
            }
            on_done.emit(changed);
        })
    };
    let title = match props.records.len() {
        1 => words::passing_title(&language),
        several => words::passing_title_many(&language, say::count(several)),
    };
    let foot = match (&*came, undo) {
        (Some(came), Some(undo)) => html! { <>
            <Button id="assign-close" weight={Weight::Main} label={words::close(&language)} busy={doing.busy} on_press={close.clone()} />
            if !came.taken_back { <Button id="assign-undo" icon={Icon::Undo} label={words::passing_undo(&language)} busy={doing.busy} on_press={undo} /> }
        </> },
        _ => html! { <>
            <Button id="passing-go" weight={Weight::Main} icon={Icon::UserCheck} label={words::passing_go(&language)} disabled={to.is_none() || reason.is_none()} busy={doing.busy} on_press={go} />
            <Button label={words::cancel(&language)} disabled={doing.busy} on_press={close.clone()} />
        </> },
    };
    let on_reason = {
        let reason = reason.setter();
        Callback::from(move |chosen| reason.set(chosen))
    };
    let on_note = {
        let note = note.setter();
        Callback::from(move |text: String| note.set(text))
    };
    html! {
        <Dialog open=true {title} on_close={close} {foot}>
            <div class="stack">
                if let Some(came) = &*came {
                    <div data-test="assigned">
                        <Notice tone={Tone::InOrder} alert=true>
                            <p>{ if came.taken_back { words::passing_undone(&language, say::count(came.records)) } else { words::passing_done(&language, say::count(came.records)) } }</p>
                            if came.followed > 0 { <p>{ words::passing_done_followed(&language, say::count(came.followed)) }</p> }
                            if came.stayed > 0 { <p>{ words::passing_done_stayed(&language, say::count(came.stayed)) }</p> }
                        </Notice>
                    </div>
                } else {
                    <p class="note">{ words::passing_note(&language) }</p>
                    { list }
                    <Field id="passing-why" label={words::passing_why(&language)} necessity={Necessity::Required}>
                        <Choice folded=true options={say::options(&language, "assignment", "assignment_reason")} value={(*reason).clone()} on_choose={on_reason} />
                    </Field>
                    <Field id="passing-note" label={words::passing_say(&language)} help={words::passing_say_help(&language)}>
                        <TextArea value={(*note).clone()} on_input={on_note} />
                    </Field>
                }
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
