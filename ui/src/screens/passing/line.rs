//! One thing that was passed on: what happened to it, and what can be done about it.

use super::say;
use crate::frame::{Screen, moment, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Field, Icon, IndexTab, Notice, Tag, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Refusal, Working, use_doing};
use crate::screens::case::{due_tag, today};
use amparo_api::Request;
use amparo_api::passing::{Ask, Kind, Passing, State};
use amparo_language::{Language, words};
use amparo_model::record::RecordType;
use yew::prelude::*;

/// A step that somebody can take.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Accept,
    Reject,
    Finish,
    Revoke,
    TakeOver,
}

impl Step {
    fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Finish => "finish",
            Self::Revoke => "revoke",
            Self::TakeOver => "take-over",
        }
    }
    fn word(self, language: &Language) -> String {
        match self {
            Self::Accept => words::passing_accept(language),
            Self::Reject => words::passing_reject(language),
            Self::Finish => words::passing_finish(language),
            Self::Revoke => words::passing_withdraw(language),
            Self::TakeOver => words::passing_take_over(language),
        }
    }
    fn note(self, language: &Language, kind: Kind) -> String {
        match (self, kind) {
            (Self::Accept, Kind::Transfer) => words::passing_accept_transfer(language),
            (Self::Accept, Kind::Request) => words::passing_accept_request(language),
            (Self::Accept, _) => words::passing_accept_referral(language),
            (Self::Reject, _) => words::passing_reject_note(language),
            (Self::Finish, _) => words::passing_finish_note(language),
            (Self::Revoke, _) => words::passing_withdraw_note(language),
            (Self::TakeOver, _) => words::passing_take_over_note(language),
        }
    }
}

/// What a [`Line`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct LineProps {
    pub(super) passing: Passing,
    /// Its number on the page, from 1.
    pub(super) place: usize,
    /// The records' codes are shown, and lead there.
    #[prop_or_default]
    pub(super) with_codes: bool,
    /// A step was taken.
    pub(super) on_step: Callback<()>,
}

/// One of them.
#[component]
pub(super) fn Line(props: &LineProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let stepping = use_state(|| None::<Step>);
    let passing = &props.passing;
    let tone = match passing.state {
        State::InProgress => Tone::DueSoon,
        State::Accepted => Tone::Open,
        State::Done => Tone::InOrder,
        State::Rejected => Tone::Overdue,
        State::Revoked => Tone::Closed,
    };
    let can = [
        (Step::Accept, passing.can_accept),
        (Step::Reject, passing.can_reject),
        (Step::Finish, passing.can_finish),
        (Step::TakeOver, passing.can_take_over),
        (Step::Revoke, passing.can_revoke),
    ];
    let can: Vec<Step> = can.into_iter().filter(|(_, can)| *can).map(|(step, _)| step).collect();
    let button = |step: Step| {
        let stepping = stepping.setter();
        let weight =
            if matches!(step, Step::Accept | Step::Finish | Step::TakeOver) { Weight::Main } else { Weight::default() };
        let on_press = Callback::from(move |()| stepping.set(Some(step)));
        html! { <Button id={format!("step-{}-{}", step.id(), props.place)} small=true {weight} label={step.word(&language)} {on_press} /> }
    };
    let about = passing.about.iter().map(|about| {
        if about.in_reach {
            let (workplace, record) = (workplace.clone(), about.record);
            let onclick = Callback::from(move |_: MouseEvent| {
                workplace.go(Screen::Record {
                    of: RecordType::CASE,
                    record: Some(record),
                    draft: None,
                    from: None,
                    form: None,
                });
            });
            html! { <button type="button" class="around-row" {onclick}><IndexTab code={about.code.clone()} /></button> }
        } else {
            html! { <bdi dir="ltr" class="code">{ &about.code }</bdi> }
        }
    });
    let why = say::why(passing.kind).and_then(|(form, field)| say::option(&language, form, field, &passing.reason));
    let parts: Vec<String> = passing.parts.iter().map(|part| say::part(&language, part)).collect();
    let asked =
        passing.services.iter().filter_map(|service| say::option(&language, "referral", "service_asked", service));
    let asked: Vec<String> = asked.collect();
    let on_close = {
        let stepping = stepping.setter();
        Callback::from(move |()| stepping.set(None))
    };
    html! {
        <li class="card stack tight" data-test="passing" data-state={format!("{:?}", passing.state).to_lowercase()}>
            <div class="line">
                <strong>{ say::kind(&language, passing.kind) }</strong>
                <Tag word={say::state(&language, passing.kind, passing.state)} {tone} />
                <span>{ words::passing_from_to(&language, &passing.from, &passing.to) }</span>
                if let Some(why) = why { <span class="muted">{ why }</span> }
                if !passing.answer_due.is_empty() { { due_tag(&language, &passing.answer_due, today()) } }
            </div>
            if props.with_codes { <div class="line">{ for about }</div> }
            if !parts.is_empty() { <p class="small">{ words::passing_gives(&language, &parts.join(", ")) }</p> }
            if !asked.is_empty() { <p class="small">{ words::passing_asks(&language, &asked.join(", ")) }</p> }
            if !passing.in_spite.is_empty() {
                <Notice tone={Tone::DueSoon}><p>{ words::passing_in_spite_said(&language) }</p><p class="prose" dir="auto">{ &passing.in_spite }</p></Notice>
            }
            <ol class="stack tight">
                { for passing.steps.iter().map(|step| html! {
                    <li>
                        <span class="muted small">{ words::passing_step(&language, &say::state(&language, passing.kind, step.state), &moment(&language, step.at), &step.by) }</span>
                        if !step.note.is_empty() { <p class="prose" dir="auto">{ &step.note }</p> }
                    </li>
                }) }
            </ol>
            if !can.is_empty() { <Buttons>{ for can.iter().map(|step| button(*step)) }</Buttons> }
            if let Some(step) = *stepping {
                <StepDialog passing={passing.clone()} {step} {on_close} on_step={props.on_step.clone()} />
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct StepProps {
    passing: Passing,
    step: Step,
    on_close: Callback<()>,
    on_step: Callback<()>,
}

/// What a step leads to, and what the other side should know.
#[component]
fn StepDialog(props: &StepProps) -> Html {
    let language = use_language();
    let note = use_state(String::new);
    let doing = use_doing();
    let StepProps { passing, step, .. } = props;
    let step = *step;
    let go = {
        let (doing, note, passing) = (doing.clone(), (*note).clone(), passing.passing);
        let (on_close, on_step) = (props.on_close.clone(), props.on_step.clone());
        Callback::from(move |()| {
            let note = note.clone();
            let ask = match step {
                Step::Accept => Ask::Answer { passing, yes: true, note },
                Step::Reject => Ask::Answer { passing, yes: false, note },
                Step::Finish => Ask::Finish { passing, note },
                Step::Revoke => Ask::Revoke { passing, note },
                Step::TakeOver => Ask::TakeOver { passing },
            };
            let (on_close, on_step) = (on_close.clone(), on_step.clone());
            doing.ask_long(Request::Passing(ask), move |_| {
                on_close.emit(());
                on_step.emit(());
            });
        })
    };
    let on_input = {
        let note = note.setter();
        Callback::from(move |text: String| note.set(text))
    };
    let lacks = step == Step::Reject && note.trim().is_empty();
    let title = step.word(&language);
    let on_close = {
        let (on_close, busy) = (props.on_close.clone(), doing.busy);
        Callback::from(move |()| {
            if !busy {
                on_close.emit(())
            }
        })
    };
    let foot = html! { <>
        <Button id="step-go" weight={Weight::Main} icon={Icon::Check} label={title.clone()} disabled={lacks} busy={doing.busy} on_press={go} />
        <Button label={words::cancel(&language)} disabled={doing.busy} on_press={on_close.clone()} />
    </> };
    html! {
        <Dialog open=true {title} {on_close} {foot}>
            <div class="stack">
                <p>{ step.note(&language, passing.kind) }</p>
                if step != Step::TakeOver {
                    <Field id="step-note" label={if step == Step::Reject { words::passing_why(&language) } else { words::passing_say_back(&language) }}>
                        <TextArea value={(*note).clone()} {on_input} />
                    </Field>
                }
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
