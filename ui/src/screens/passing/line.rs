//! One thing that was passed on: what happened to it, and what can be done about it.

use super::say;
use crate::frame::{Screen, moment, use_workplace};
use crate::parts::{
    Button, Buttons, Dialog, Field, Icon, IndexTab, Necessity, Notice, Tag, TextArea, Tone, Weight, use_language,
};
use crate::screens::asking::{Refusal, Working, use_doing};
use crate::screens::case::{due_tag, today};
use amparo_api::passing::{Answer, Ask, Kind, Passing, State, Way};
use amparo_api::{Reply, Request};
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
    Create,
}

impl Step {
    fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Finish => "finish",
            Self::Revoke => "revoke",
            Self::TakeOver => "take-over",
            Self::Create => "create",
        }
    }
    fn word(self, language: &Language, way: Way) -> String {
        match self {
            Self::Accept if way == Way::Left => words::passing_they_accepted(language),
            Self::Reject if way == Way::Left => words::passing_they_rejected(language),
            Self::Accept => words::passing_accept(language),
            Self::Reject => words::passing_reject(language),
            Self::Finish => words::passing_finish(language),
            Self::Revoke => words::passing_withdraw(language),
            Self::TakeOver => words::passing_take_over(language),
            Self::Create => words::passing_create(language),
        }
    }
    fn note(self, language: &Language, kind: Kind, way: Way) -> String {
        match (self, kind, way) {
            (Self::Accept, Kind::Transfer, Way::Left) => words::passing_they_accepted_transfer(language),
            (Self::Accept | Self::Reject, _, Way::Left) => words::passing_they_answered_note(language),
            (Self::Finish, _, Way::Left) => words::passing_they_finished_note(language),
            (Self::Revoke, _, Way::Left) => words::passing_withdraw_outside_note(language),
            (Self::Accept | Self::Reject | Self::Finish, _, Way::Came) => words::passing_came_note(language),
            (Self::Accept, Kind::Transfer, _) => words::passing_accept_transfer(language),
            (Self::Accept, Kind::Request, _) => words::passing_accept_request(language),
            (Self::Accept, ..) => words::passing_accept_referral(language),
            (Self::Reject, Kind::Request, _) => words::passing_reject_request_note(language),
            (Self::Reject, ..) => words::passing_reject_note(language),
            (Self::Finish, ..) => words::passing_finish_note(language),
            (Self::Revoke, ..) => words::passing_withdraw_note(language),
            (Self::TakeOver, ..) => words::passing_take_over_note(language),
            (Self::Create, ..) => words::passing_create_note(language),
        }
    }

    /// What the field for words is called; none where there is none.
    fn asks(self, language: &Language, way: Way) -> Option<String> {
        match self {
            Self::TakeOver | Self::Create => None,
            Self::Reject => Some(words::passing_why(language)),
            Self::Accept | Self::Finish if way == Way::Left => Some(words::passing_they_said(language)),
            _ if way == Way::Left => Some(words::passing_why(language)),
            _ => Some(words::passing_say_back(language)),
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
        (Step::Create, passing.can_create),
        (Step::TakeOver, passing.can_take_over),
        (Step::Revoke, passing.can_revoke),
    ];
    let can: Vec<Step> = can.into_iter().filter(|(_, can)| *can).map(|(step, _)| step).collect();
    let button = |step: Step| {
        let stepping = stepping.setter();
        let main = matches!(step, Step::Accept | Step::Finish | Step::TakeOver | Step::Create);
        let weight = if main { Weight::Main } else { Weight::default() };
        let on_press = Callback::from(move |()| stepping.set(Some(step)));
        html! { <Button id={format!("step-{}-{}", step.id(), props.place)} small=true {weight} label={step.word(&language, passing.way)} {on_press} /> }
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
    let consent = say::question(&language, &passing.allowed_by);
    let on_close = {
        let stepping = stepping.setter();
        Callback::from(move |()| stepping.set(None))
    };
    html! {
        <li class="card stack tight" data-test="passing" data-state={format!("{:?}", passing.state).to_lowercase()}>
            <div class="line">
                <strong>{ say::kind(&language, passing.kind) }</strong>
                <Tag word={say::state(&language, passing.kind, passing.way, passing.state)} {tone} />
                <span>{ words::passing_from_to(&language, &passing.from, &passing.to) }</span>
                if let Some(why) = why { <span class="muted">{ why }</span> }
                if !passing.answer_due.is_empty() { { due_tag(&language, &passing.answer_due, today()) } }
            </div>
            if props.with_codes || passing.way == Way::Came { <div class="line">{ for about }</div> }
            if !parts.is_empty() { <p class="small">{ words::passing_gives(&language, &parts.join(", ")) }</p> }
            if !asked.is_empty() { <p class="small">{ words::passing_asks(&language, &asked.join(", ")) }</p> }
            if let Some(consent) = consent { <p class="small">{ words::share_allowed_by(&language, &consent) }</p> }
            if !passing.in_spite.is_empty() {
                <Notice tone={Tone::DueSoon}><p>{ words::passing_in_spite_said(&language) }</p><p class="prose" dir="auto">{ &passing.in_spite }</p></Notice>
            }
            <ol class="stack tight">
                { for passing.steps.iter().map(|step| html! {
                    <li>
                        <span class="muted small">{ words::passing_step(&language, &say::state(&language, passing.kind, passing.way, step.state), &moment(&language, step.at), &step.by) }</span>
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
    let workplace = use_workplace();
    let StepProps { passing, step, .. } = props;
    let step = *step;
    let go = {
        let (doing, note) = (doing.clone(), (*note).clone());
        let (kind, way, passing) = (passing.kind, passing.way, passing.passing);
        let (on_close, on_step) = (props.on_close.clone(), props.on_step.clone());
        Callback::from(move |()| {
            let note = note.clone();
            let ask = match step {
                Step::Accept => Ask::Answer { passing, yes: true, note },
                Step::Reject => Ask::Answer { passing, yes: false, note },
                Step::Finish => Ask::Finish { passing, note },
                Step::Revoke => Ask::Revoke { passing, note },
                Step::TakeOver => Ask::TakeOver { passing },
                Step::Create => Ask::CreateCase { passing },
            };
            let (on_close, on_step, workplace) = (on_close.clone(), on_step.clone(), workplace.clone());
            doing.ask_long(Request::Passing(ask), move |reply| {
                let language = &workplace.language;
                on_close.emit(());
                match reply {
                    Reply::Passing(Answer::Created { record, code, .. }) => {
                        workplace.toast(words::passing_created(language, &code));
                        workplace.go(Screen::of(RecordType::CASE, record));
                        return;
                    }
                    Reply::Passing(Answer::Stepped { state, .. }) => {
                        workplace.toast(words::passing_stepped(
                            language,
                            &say::kind(language, kind),
                            &say::state(language, kind, way, state),
                        ));
                    }
                    _ => {}
                }
                on_step.emit(());
            });
        })
    };
    let on_input = {
        let note = note.setter();
        Callback::from(move |text: String| note.set(text))
    };
    let lacks = step == Step::Reject && note.trim().is_empty();
    let title = step.word(&language, passing.way);
    let asks = step.asks(&language, passing.way);
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
                <p>{ step.note(&language, passing.kind, passing.way) }</p>
                if let Some(label) = asks {
                    <Field id="step-note" {label} necessity={if step == Step::Reject { Necessity::Required } else { Necessity::default() }}>
                        <TextArea value={(*note).clone()} {on_input} />
                    </Field>
                }
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
