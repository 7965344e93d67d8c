//! What was passed on: of one record on its page. Both sides see all of it.

use super::AssignDialog;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Buttons, Icon, Tag, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::passing::{Answer, Ask, Kind, Passing, State, Which};
use amparo_api::{Reply, Request};
use amparo_forms::in_force;
use amparo_language::{Language, words};
use amparo_model::ids::RecordId;
use yew::prelude::*;

/// So many of them are shown.
const PAGE: usize = 100;

/// What a [`PassedOn`] needs.
#[derive(Properties, PartialEq)]
pub struct PassedOnProps {
    /// Of which record.
    pub record: RecordId,
    /// It can be passed on: ours, and nothing unsaved.
    pub can_pass: bool,
    /// It changed hands.
    pub on_passed: Callback<()>,
}

fn state_word(language: &Language, state: State) -> String {
    match state {
        State::Done => words::passing_state_done(language),
        State::Revoked => words::passing_state_revoked(language),
    }
}

fn kind_word(language: &Language, kind: Kind) -> String {
    match kind {
        Kind::Assignment => words::passing_kind_assignment(language),
    }
}

fn reason_word(language: &Language, reason: &str) -> Option<String> {
    let form = in_force().form("assignment")?;
    let field = form.fields().find(|field| field.id == "assignment_reason")?;
    let option = in_force().all_options(field).iter().find(|option| option.id == reason)?;
    Some(option.labels.get(language.tag()).to_owned())
}

/// What was passed on of one record, and the way to pass it on.
#[component]
pub fn PassedOn(props: &PassedOnProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let assigning = use_state(|| false);
    let ask = Ask::List { which: Which::All, record: Some(props.record), skip: 0, take: PAGE };
    let (passed, again) = use_asked(Request::Passing(ask), |reply| match reply {
        Reply::Passing(Answer::Passings { passings, .. }) => Some(passings),
        _ => None,
    });
    let open = {
        let assigning = assigning.setter();
        Callback::from(move |()| assigning.set(true))
    };
    let done = {
        let (assigning, again, on_passed) = (assigning.setter(), again.clone(), props.on_passed.clone());
        Callback::from(move |changed: bool| {
            assigning.set(false);
            if changed {
                again.emit(());
                on_passed.emit(());
            }
        })
    };
    let line = |passing: &Passing| line(&language, passing);
    let may_assign = props.can_pass && may(workplace.allowed(), Action::Assign);
    html! {
        <div class="stack">
            <h2>{ words::passing_history(&language) }</h2>
            if may_assign {
                <Buttons><Button id="assign" icon={Icon::UserCheck} label={words::passing_title(&language)} on_press={open} /></Buttons>
            }
            { match &passed {
                Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
                Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
                Asked::Here(passed) if passed.is_empty() => html! { <p class="muted">{ words::passing_history_none(&language) }</p> },
                Asked::Here(passed) => html! { <ul class="stack">{ for passed.iter().map(line) }</ul> },
            } }
            if *assigning { <AssignDialog records={vec![props.record]} on_done={done} /> }
        </div>
    }
}

fn line(language: &Language, passing: &Passing) -> Html {
    let state = if passing.state == State::Revoked { Tone::Closed } else { Tone::InOrder };
    html! {
        <li key={passing.passing.to_string()} class="card stack tight" data-test="passing" data-state={format!("{:?}", passing.state).to_lowercase()}>
            <div class="line">
                <strong>{ kind_word(language, passing.kind) }</strong>
                <Tag word={state_word(language, passing.state)} tone={state} />
                <span>{ words::passing_from_to(language, &passing.from, &passing.to) }</span>
            </div>
            if let Some(reason) = reason_word(language, &passing.reason) { <p class="muted">{ reason }</p> }
            <ol class="stack tight">
                { for passing.steps.iter().map(|step| html! {
                    <li>
                        <span class="muted small">{ words::passing_step(language, &state_word(language, step.state), &moment(language, step.at), &step.by) }</span>
                        if !step.note.is_empty() { <p class="prose" dir="auto">{ &step.note }</p> }
                    </li>
                }) }
            </ol>
        </li>
    }
}
