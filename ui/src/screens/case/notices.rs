//! What a person must know about the case on the page: unsaved work, who saved in the meantime, why it can only be read.

use crate::frame;
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::Refusal;
use amparo_api::records::{DraftRow, Record};
use amparo_api::{Code, Problem};
use amparo_language::words;
use amparo_model::ids::{DraftId, Moment, RecordId};
use std::rc::Rc;
use yew::prelude::*;

/// What [`Notices`] needs.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// What was refused last.
    pub problem: Option<Problem>,
    /// The draft that goes on was kept then.
    pub restored: Option<Moment>,
    /// Unsaved work on this record that was not asked for.
    pub waiting: Option<DraftRow>,
    /// There is something to save.
    pub dirty: bool,
    /// The forms are being filled.
    pub filling: bool,
    /// The record went on since the draft was begun.
    pub older: bool,
    /// Throw unsaved work away.
    pub on_discard: Callback<()>,
    /// Open a record, maybe going on with a draft.
    pub on_open: Callback<(Option<RecordId>, Option<DraftId>)>,
    /// Put what was changed here on top of the newest version.
    pub on_take_over: Callback<()>,
}

/// The remarks above a case.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let language = use_language();
    let asks = use_state(|| false);
    let ask = |on: bool| {
        let asks = asks.setter();
        Callback::from(move |()| asks.set(on))
    };
    let sure = {
        let (asks, on_discard) = (asks.setter(), props.on_discard.clone());
        Callback::from(move |()| {
            asks.set(false);
            on_discard.emit(());
        })
    };
    let discard = html! { <Button id="discard-draft" small=true weight={Weight::Grave} icon={Icon::Remove} label={words::draft_drop(&language)} on_press={ask(true)} /> };
    let meanwhile = props.problem.as_ref().is_some_and(|problem| problem.code == Code::ChangedMeanwhile) || props.older;
    let go_on = props.waiting.as_ref().filter(|_| props.restored.is_none() && !props.dirty).map(|waiting| {
        let (on_open, record, draft) = (props.on_open.clone(), waiting.record, waiting.draft);
        html! {
            <Notice tone={Tone::DueSoon}>
                <p>{ words::draft_waits(&language, &frame::moment(&language, waiting.at)) }</p>
                <Buttons><Button id="go-on-with-draft" small=true label={words::draft_open(&language)} on_press={Callback::from(move |()| on_open.emit((record, Some(draft))))} /></Buttons>
            </Notice>
        }
    });
    let read_only = props.record.as_ref().and_then(|record| record.read_only).map(|code| {
        html! { <Notice tone={Tone::Closed}><p>{ frame::problem(&language, &code.into()) }</p></Notice> }
    });
    html! {
        <div class="stack tight notices">
            { read_only }
            if meanwhile {
                <Notice tone={Tone::Overdue} alert=true>
                    <p>{ words::record_changed_meanwhile(&language) }</p>
                    <p>{ if props.older { words::record_older_draft(&language) } else { words::record_take_over_text(&language) } }</p>
                    <Buttons><Button
                        id="take-over" small=true on_press={props.on_take_over.clone()}
                        label={if props.older { words::record_open_newest(&language) } else { words::record_take_over(&language) }}
                    /></Buttons>
                </Notice>
            } else {
                <Refusal problem={props.problem.clone()} />
            }
            if let Some(at) = props.restored {
                <Notice tone={Tone::DueSoon}>
                    <p>{ words::draft_found(&language, &frame::moment(&language, at)) }</p>
                    <Buttons>{ discard }</Buttons>
                </Notice>
            } else if props.dirty && !props.filling {
                <Notice tone={Tone::DueSoon}>
                    <p>{ words::record_unsaved_shown(&language) }</p>
                    <Buttons>{ discard }</Buttons>
                </Notice>
            }
            { go_on }
            <Dialog
                open={*asks} title={words::draft_drop(&language)} on_close={ask(false)}
                foot={html! { <>
                    <Button id="discard-draft-sure" weight={Weight::Grave} icon={Icon::Remove} label={words::draft_drop(&language)} on_press={sure} />
                    <Button label={words::cancel(&language)} on_press={ask(false)} />
                </> }}
            ><p>{ words::draft_drop_sure(&language) }</p></Dialog>
        </div>
    }
}
