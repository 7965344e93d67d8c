//! What a person must know about the case on the page: unsaved work, who saved in the meantime, why it can only be read.

use super::edit::Edit;
use super::fits::still_copied;
use super::ground::use_ground;
use super::sitting::Sitting;
use super::timeline::{Told, told};
use crate::frame;
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::Refusal;
use amparo_api::Code;
use amparo_api::records::{DraftRow, FieldChange, Record};
use amparo_language::words;
use amparo_model::value::{Change, Path};
use std::rc::Rc;
use yew::prelude::*;

/// What [`Notices`] needs.
#[derive(Properties)]
pub struct NoticesProps {
    /// The case that is open.
    pub sitting: Sitting,
    /// Unsaved work on this record that was not asked for.
    pub waiting: Option<DraftRow>,
    /// There is something to save.
    pub dirty: bool,
}

impl PartialEq for NoticesProps {
    /// Its buttons act on what stands in the form now.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The remarks above a case.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let language = use_language();
    let sitting = &props.sitting;
    let (problem, restored, older) = ((*sitting.problem).clone(), *sitting.restored, *sitting.older);
    let asks = use_state(|| false);
    let ask = |on: bool| {
        let asks = asks.setter();
        Callback::from(move |()| asks.set(on))
    };
    let sure = {
        let (asks, sitting) = (asks.setter(), sitting.clone());
        Callback::from(move |()| {
            asks.set(false);
            sitting.discard();
        })
    };
    let take_over = {
        let sitting = sitting.clone();
        Callback::from(move |()| sitting.take_over())
    };
    let discard = html! { <Button id="discard-draft" small=true weight={Weight::Grave} icon={Icon::Remove} label={words::draft_drop(&language)} on_press={ask(true)} /> };
    let meanwhile = problem.as_ref().is_some_and(|problem| problem.code == Code::ChangedMeanwhile) || older;
    let beside = older && sitting.own.is_some();
    let go_on = props.waiting.as_ref().filter(|_| restored.is_none() && !props.dirty).map(|waiting| {
        let (on_open, record, draft) = (sitting.on_open.clone(), waiting.record, waiting.draft);
        html! {
            <Notice tone={Tone::DueSoon}>
                <p>{ words::draft_waits(&language, &frame::moment(&language, waiting.at)) }</p>
                <Buttons><Button id="go-on-with-draft" small=true label={words::draft_open(&language)} on_press={Callback::from(move |()| on_open.emit((record, Some(draft))))} /></Buttons>
            </Notice>
        }
    });
    let read_only = sitting.record.as_ref().and_then(|record| record.read_only).map(|code| {
        html! { <Notice tone={Tone::Closed}><p>{ frame::problem(&language, &code.into()) }</p></Notice> }
    });
    html! {
        <div class="stack tight notices">
            { read_only }
            if meanwhile {
                <Notice tone={Tone::Overdue} alert=true>
                    if let (true, Some(own)) = (older, &*sitting.own) { <SideBySide sitting={sitting.clone()} own={own.clone()} /> }
                    else { <p>{ words::record_changed_meanwhile(&language) }</p> }
                    <p>{ if beside { String::new() } else if older { words::record_older_draft(&language) } else { words::record_take_over_text(&language) } }</p>
                    <Buttons><Button
                        id="take-over" small=true on_press={take_over}
                        label={if beside { words::draft_side_go(&language) } else if older { words::record_open_newest(&language) } else { words::record_take_over(&language) }}
                    /></Buttons>
                </Notice>
            } else {
                <Refusal {problem} />
            }
            if let Some(at) = restored {
                <Notice tone={Tone::DueSoon}>
                    <p>{ words::draft_found(&language, &frame::moment(&language, at)) }</p>
                    <Buttons>{ discard }</Buttons>
                </Notice>
            } else if props.dirty && !*sitting.filling {
                <Notice tone={Tone::DueSoon}>
                    <p>{ words::record_unsaved_shown(&language) }</p>
                    <Buttons>{ discard }</Buttons>
                </Notice>
            }
            if let Some(from) = sitting.from.as_ref().filter(|_| sitting.record.is_none()) {
                <div data-test="taken-over"><Notice>
                    <p>{ words::record_taken_over(&language, &from.row.code) }</p>
                    <TakenOver sitting={sitting.clone()} from={from.clone()} />
                </Notice></div>
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

#[derive(Properties)]
struct TakenProps {
    sitting: Sitting,
    from: Rc<Record>,
}

impl PartialEq for TakenProps {
    /// As for [`NoticesProps`].
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The answers that were copied into a new record, before it is kept: each can be left out.
#[component]
fn TakenOver(props: &TakenProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let sitting = &props.sitting;
    let copied = still_copied(&props.from, sitting.forms.of, &sitting.editing.document);
    let changes =
        copied.into_iter().map(|(path, value)| FieldChange { path: path.to_string(), from: None, to: Some(value) });
    let lines = told(ground.forms, &language, &ground.names, &changes.collect::<Vec<_>>());
    if lines.is_empty() {
        return Html::default();
    }
    let line = |line: &Told| {
        let leave = {
            let (editing, path) = (sitting.editing.clone(), line.path.parse::<Path>().ok());
            Callback::from(move |()| {
                if let Some(path) = &path {
                    editing.dispatch(Edit::Set(path.clone(), None));
                }
            })
        };
        let label = words::remove_item(&language, &line.field);
        html! {
            <li class="line tight apart" key={line.path.clone()} data-test="copied">
                <span><strong>{ &line.field }</strong>{ ": " }<bdi>{ line.now.clone().unwrap_or_default() }</bdi></span>
                <Button small=true icon={Icon::Cross} icon_only=true weight={Weight::Quiet} {label} on_press={leave} />
            </li>
        }
    };
    html! { <ul class="stack tight">{ for lines.iter().map(line) }</ul> }
}

#[derive(Properties)]
struct SideProps {
    sitting: Sitting,
    own: Change,
}

impl PartialEq for SideProps {
    fn eq(&self, other: &Self) -> bool {
        self.own == other.own && self.sitting.record == other.sitting.record
    }
}

/// What a draft says and what the record says now, side by side: only where they differ.
#[component]
fn SideBySide(props: &SideProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let Some(record) = &*props.sitting.record else { return Html::default() };
    let changes = props.own.iter().map(|(path, value)| FieldChange {
        path: path.to_string(),
        from: record.document.at(path).cloned(),
        to: value.clone(),
    });
    let changes: Vec<FieldChange> = changes.filter(|change| change.from != change.to).collect();
    let lines = told(ground.forms, &language, &ground.names, &changes);
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| words::none(&language));
    html! {
        <div class="stack tight" data-test="side-by-side">
            <p>{ words::draft_beside(&language) }</p>
            if lines.is_empty() { <p class="muted">{ words::draft_side_same(&language) }</p> } else {
                <table class="sides">
                    <thead><tr><th scope="col"></th><th scope="col">{ words::draft_side_mine(&language) }</th><th scope="col">{ words::draft_side_now(&language) }</th></tr></thead>
                    <tbody>{ for lines.iter().map(|line| html! {
                        <tr key={line.path.clone()}><th scope="row">{ &line.field }</th><td><bdi>{ said(&line.now) }</bdi></td><td><bdi>{ said(&line.was) }</bdi></td></tr>
                    }) }</tbody>
                </table>
            }
        </div>
    }
}
