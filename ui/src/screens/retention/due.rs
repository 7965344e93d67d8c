//! What is due or held of the records in reach; holding one back; asking that one is destroyed.

use super::why;
use crate::frame::{type_word, use_workplace};
use crate::parts::{
    Button, Buttons, Choice, Column, Dialog, Field, Opt, Sheet, Table, TableRow, Tag, TextInput, Tone, Weight,
    use_language,
};
use crate::screens::asking::{Refusal, use_doing};
use crate::screens::case::date_text;
use amparo_access::{Action, may};
use amparo_api::retention::{Answer, Ask, Due, HoldReason, Why};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use yew::prelude::*;

fn hold_reason(language: &Language, reason: HoldReason) -> String {
    match reason {
        HoldReason::Court => words::retention_hold_court(language),
        HoldReason::Investigation => words::retention_hold_investigation(language),
        HoldReason::Complaint => words::retention_hold_complaint(language),
        HoldReason::Asked => words::retention_hold_asked(language),
    }
}

/// What is asked about a record of the list.
#[derive(Clone, PartialEq)]
enum About {
    Hold(Due),
    Propose(Due),
}

#[derive(Properties, PartialEq)]
pub(super) struct DueListProps {
    pub(super) due: Vec<Due>,
    /// The office has no rule: nothing is ever due.
    pub(super) no_rules: bool,
    pub(super) on_changed: Callback<()>,
}

/// The list.
#[component]
pub(super) fn DueList(props: &DueListProps) -> Html {
    let language = use_language();
    let may_hold = may(use_workplace().allowed(), Action::HoldRecords);
    let about = use_state(|| None::<About>);
    // A record that was looked for by its code stands among them until the list is asked for anew.
    let found = use_state(|| None::<Due>);
    use_effect_with(props.due.clone(), {
        let found = found.setter();
        move |_| found.set(None)
    });
    let more = (*found).clone().filter(|found| props.due.iter().all(|due| due.record != found.record));
    let doing = use_doing();
    let rows = more.iter().chain(&props.due).map(|due| {
        let set = |wanted: About| {
            let about = about.setter();
            Callback::from(move |()| about.set(Some(wanted.clone())))
        };
        let release = {
            let (doing, changed, record) = (doing.clone(), props.on_changed.clone(), due.record);
            Callback::from(move |()| {
                let changed = changed.clone();
                doing.ask(Request::Retention(Ask::Hold { record, reason: None }), move |_| changed.emit(()));
            })
        };
        let state = match due.held {
            Some(reason) => {
                let word = words::retention_held(&language, &hold_reason(&language, reason));
                html! { <Tag tone={Tone::Open} {word} /> }
            }
            None if due.asked => html! { <Tag tone={Tone::DueSoon} word={words::retention_asked(&language)} /> },
            None => Html::default(),
        };
        TableRow {
            key: due.record.to_string().into(),
            spine: None,
            cells: vec![
                html! { <span class="stack tight"><bdi class="code">{ &due.code }</bdi><span class="muted small">{ type_word(&language, due.of) }</span></span> },
                html! { date_text(&language, &due.since) },
                state,
                html! {
                    if may_hold {
                        <Buttons>
                            if due.held.is_some() {
                                <Button id={format!("release-{}", due.code)} small=true busy={doing.busy} label={words::retention_hold_end(&language)} on_press={release} />
                            } else {
                                <Button id={format!("hold-{}", due.code)} small=true label={words::retention_hold(&language)} on_press={set(About::Hold(due.clone()))} />
                                if !due.asked { <Button id={format!("propose-{}", due.code)} small=true label={words::retention_propose(&language)} on_press={set(About::Propose(due.clone()))} /> }
                            }
                        </Buttons>
                    }
                },
            ],
        }
    });
    let rows: Vec<TableRow> = rows.collect();
    let columns = vec![
        Column::new("code", words::retention_propose_code(&language)).fit(),
        Column::new("since", words::retention_due_since(&language)),
        Column::new("state", words::backup_column_state(&language)),
        Column::new("do", AttrValue::default()).fit(),
    ];
    let close = {
        let about = about.setter();
        Callback::from(move |()| about.set(None))
    };
    let done = {
        let (close, changed) = (close.clone(), props.on_changed.clone());
        Callback::from(move |()| {
            close.emit(());
            changed.emit(());
        })
    };
    let title = match &*about {
        Some(About::Hold(_)) => words::retention_hold_title(&language),
        _ => words::retention_propose_title(&language),
    };
    html! {
        <Sheet title={words::retention_due(&language)}>
        <div class="stack tight" id="retention-due">
            <Refusal problem={doing.problem.clone()} />
            if rows.is_empty() {
                <p class="muted">{ if props.no_rules { words::retention_rules_none(&language) } else { words::retention_due_none(&language) } }</p>
            } else {
                <Table caption={words::retention_due(&language)} {columns} {rows} />
            }
            if may_hold { <FindByCode on_found={let found = found.setter(); Callback::from(move |due| found.set(Some(due)))} /> }
            <Dialog open={about.is_some()} {title} on_close={close.clone()}>
                if let Some(about) = &*about { <Asking about={about.clone()} on_cancel={close} on_done={done} /> }
            </Dialog>
        </div>
        </Sheet>
    }
}

#[derive(Properties, PartialEq)]
struct AskingProps {
    about: About,
    on_cancel: Callback<()>,
    on_done: Callback<()>,
}

/// Why a record is held, or is to be destroyed.
#[component]
fn Asking(props: &AskingProps) -> Html {
    let language = use_language();
    let chosen = use_state(|| AttrValue::Static("0"));
    let doing = use_doing();
    let labels: Vec<String> = match &props.about {
        About::Hold(_) => HoldReason::ALL.iter().map(|reason| hold_reason(&language, *reason)).collect(),
        About::Propose(_) => Why::ALL.iter().map(|it| why(&language, *it)).collect(),
    };
    let options: Vec<Opt> = labels.into_iter().enumerate().map(|(at, label)| Opt::new(at.to_string(), label)).collect();
    let go = {
        let (doing, chosen, about, on_done) =
            (doing.clone(), chosen.clone(), props.about.clone(), props.on_done.clone());
        Callback::from(move |()| {
            let at: usize = chosen.parse().unwrap_or(0);
            let request = match &about {
                About::Hold(due) => Ask::Hold { record: due.record, reason: HoldReason::ALL.get(at).copied() },
                About::Propose(due) => {
                    Ask::Propose { record: due.record, why: Why::ALL.get(at).copied().unwrap_or(Why::Due) }
                }
            };
            let on_done = on_done.clone();
            doing.ask(Request::Retention(request), move |_| on_done.emit(()));
        })
    };
    let (About::Hold(due) | About::Propose(due)) = &props.about;
    html! {
        <div class="stack">
            <p><bdi class="code">{ &due.code }</bdi></p>
            <Field label={words::retention_hold_why(&language)} group=true id="retention-why">
                <Choice {options} value={(*chosen).clone()} keeps=true on_choose={let chosen = chosen.setter(); Callback::from(move |code: Option<AttrValue>| chosen.set(code.unwrap_or(AttrValue::Static("0"))))} />
            </Field>
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="retention-ask-go" weight={Weight::Main} busy={doing.busy} label={if matches!(props.about, About::Hold(_)) { words::save(&language) } else { words::retention_propose_go(&language) }} on_press={go} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FindByCodeProps {
    on_found: Callback<Due>,
}

/// A record that is not due: a court can ask to keep it, its person can ask for its end.
#[component]
fn FindByCode(props: &FindByCodeProps) -> Html {
    let language = use_language();
    let code = use_state(String::new);
    let doing = use_doing();
    let onsubmit = {
        let (doing, code, on_found) = (doing.clone(), code.clone(), props.on_found.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (on_found, empty) = (on_found.clone(), code.setter());
            let request = Ask::Find { code: code.trim().to_owned() };
            doing.ask(Request::Retention(request), move |reply| {
                if let Reply::Retention(Answer::Found { found }) = reply {
                    empty.set(String::new());
                    on_found.emit(found);
                }
            });
        })
    };
    html! {
        <form class="stack tight" {onsubmit} novalidate=true>
            <Field label={words::retention_find(&language)} help={words::retention_find_help(&language)} id="retention-find">
                <TextInput value={(*code).clone()} on_input={let code = code.setter(); Callback::from(move |text| code.set(text))} longest=64 code=true />
            </Field>
            <Refusal problem={doing.problem.clone()} />
            <div><Button id="retention-find-go" submits=true disabled={code.trim().is_empty()} busy={doing.busy} label={words::retention_find_go(&language)} /></div>
        </form>
    }
}
