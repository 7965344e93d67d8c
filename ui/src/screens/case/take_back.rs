//! Taking a change back: what will be again as it was, what stays because it was changed since; then a new version.

use super::ground::{Ground, use_ground};
use super::say::Names;
use super::timeline::told;
use crate::frame::use_workplace;
use crate::parts::{Button, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_api::records::{Answer, Ask, FieldChange};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::{RecordId, RevisionId};
use std::rc::Rc;
use yew::prelude::*;

/// What [`TakeBack`] needs.
#[derive(Properties, PartialEq)]
pub struct TakeBackProps {
    /// Of which record.
    pub record: RecordId,
    /// Which change.
    pub revision: RevisionId,
    /// What ids stand for.
    pub names: Rc<Names>,
    /// The record has a new version.
    pub on_saved: Callback<()>,
    /// It was taken back, or not after all.
    pub on_close: Callback<()>,
}

#[derive(Clone, PartialEq)]
struct Seen {
    changes: Vec<FieldChange>,
    stays: Vec<FieldChange>,
    heads: Vec<RevisionId>,
}

/// The dialog.
#[component]
pub fn TakeBack(props: &TakeBackProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let Ground { forms, .. } = use_ground();
    let request = Ask::PreviewTakeBack { record: props.record, revision: props.revision };
    let (seen, again) = use_asked(Request::Records(request), |reply| match reply {
        Reply::Records(Answer::TakingBack { changes, stays, heads }) => Some(Seen { changes, stays, heads }),
        _ => None,
    });
    let doing = use_doing();
    let go = {
        let (doing, on_saved, on_close) = (doing.clone(), props.on_saved.clone(), props.on_close.clone());
        let (record, revision) = (props.record, props.revision);
        let heads = if let Asked::Here(seen) = &seen { seen.heads.clone() } else { Vec::new() };
        Callback::from(move |()| {
            let (workplace, on_saved, on_close) = (workplace.clone(), on_saved.clone(), on_close.clone());
            let request = Ask::TakeBack { record, revision, heads: heads.clone() };
            doing.ask(Request::Records(request), move |_| {
                workplace.toast(words::take_back_done(&language));
                on_close.emit(());
                on_saved.emit(());
            });
        })
    };
    let list = |changes: &[FieldChange]| {
        let lines = told(forms, &language, &props.names, changes).into_iter().map(|change| {
            html! {
                <li class="change" key={change.path.clone()}>
                    <span class="muted">{ &change.field }</span>
                    <span>
                        if let Some(was) = &change.was { <bdi class="was">{ was }</bdi>{ " " } }
                        if let Some(now) = &change.now { <bdi>{ now }</bdi> } else { <span class="muted">{ words::record_cleared(&language) }</span> }
                    </span>
                </li>
            }
        });
        html! { <ul class="stack tight">{ for lines }</ul> }
    };
    let (inside, something) = match &seen {
        Asked::Waiting => (html! { <p role="status">{ words::loading(&language) }</p> }, false),
        Asked::Refused(problem) => (html! { <Refusal problem={problem.clone()} on_again={again} /> }, false),
        Asked::Here(seen) => {
            // What stays is shown as it is: nothing about it changes.
            let as_it_is = |change: &FieldChange| FieldChange { from: None, to: change.from.clone(), ..change.clone() };
            let stays: Vec<FieldChange> = seen.stays.iter().map(as_it_is).collect();
            let shown = html! {
                <>
                    if seen.changes.is_empty() {
                        <Notice tone={Tone::DueSoon}><p>{ words::take_back_nothing(&language) }</p></Notice>
                    } else {
                        <p class="muted">{ words::take_back_text(&language) }</p>
                        { list(&seen.changes) }
                    }
                    if !stays.is_empty() {
                        <h3 class="small-title">{ words::take_back_stays(&language) }</h3>
                        { list(&stays) }
                    }
                </>
            };
            (shown, !seen.changes.is_empty())
        }
    };
    html! {
        <Dialog
            open=true title={words::take_back_title(&language)} on_close={props.on_close.clone()}
            foot={html! { <>
                <Button id="take-back-go" weight={Weight::Main} icon={Icon::Undo} disabled={!something} busy={doing.busy} label={words::take_back(&language)} on_press={go} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </> }}
        >
            <div class="stack" data-test="take-back"><Refusal problem={doing.problem.clone()} />{ inside }</div>
        </Dialog>
    }
}
