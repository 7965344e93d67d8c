//! Where a case stands on its way, and the forms that wait for a supervisor's yes: asking, answering, closing, opening again.

use super::forms::Forms;
use super::ground::use_ground;
use super::say;
use crate::frame;
use crate::parts::{Button, Buttons, Dialog, Field, Icon, Notice, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_access::{Action, may};
use amparo_api::records::Record;
use amparo_api::work::Ask;
use amparo_api::{Code, Request};
use amparo_forms::approval::{APPROVED, Approval, PENDING, REJECTED, leads_to};
use amparo_forms::way;
use amparo_language::{Language, by_id, words};
use amparo_model::form::FormDef;
use amparo_model::ids::RecordId;
use amparo_model::record::{Kind, Status};
use amparo_model::value::Value;
use std::rc::Rc;
use yew::prelude::*;

/// What a step is called.
#[must_use]
pub(super) fn step_word(language: &Language, step: &str) -> String {
    by_id(language, &format!("step-{step}"), &[]).unwrap_or_default()
}

/// What [`Way`] and [`Approvals`] need.
#[derive(Properties, PartialEq)]
pub struct WayProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
}

/// The steps of a case in a row: those taken, the one it stands at, those ahead.
#[component]
pub fn Way(props: &WayProps) -> Html {
    let language = use_language();
    let Record { row, complete, document, .. } = &*props.record;
    if row.of.kind != Kind::Case {
        return Html::default();
    }
    let closed = matches!(row.status, Some(Status::Closed | Status::Transferred));
    let is_complete = |form: &str| complete.iter().any(|complete| complete == form);
    let steps = way::taken(row.of.module, &is_complete, document, closed);
    // The furthest step taken: what was left out before it still shows as open.
    let here = steps.iter().rposition(|(_, taken)| *taken).unwrap_or_default();
    let step = |(place, (key, taken)): (usize, &(&'static str, bool))| {
        let state = if place == here {
            "here"
        } else if *taken {
            "taken"
        } else {
            "ahead"
        };
        html! {
            <li key={*key} data-step={*key} data-state={state} aria-current={(place == here).then_some("step")}>
                if *taken { { Icon::CircleCheck.draw() } }{ step_word(&language, key) }
            </li>
        }
    };
    html! { <ol class="way" aria-label={words::steps_title(&language)}>{ for steps.iter().enumerate().map(step) }</ol> }
}

/// What [`Approvals`] needs.
#[derive(Properties, PartialEq)]
pub struct ApprovalsProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
    /// The form on the page.
    pub form: Option<AttrValue>,
    /// There is something to save: what was saved last can not be asked about.
    pub dirty: bool,
    /// The record has a new version.
    pub on_saved: Callback<()>,
}

/// Which forms wait, which came back, and what can be done about it.
#[component]
pub fn Approvals(props: &ApprovalsProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let answering = use_state(|| None::<&'static FormDef>);
    let asking = use_doing();
    let ApprovalsProps { record, dirty, on_saved, .. } = props;
    let given_away = record.read_only == Some(Code::GivenAway);
    if record.read_only.is_some() && !given_away {
        return Html::default();
    }
    let allowed = ground.work.allowed();
    let said = |form: &'static FormDef, field: &str| {
        let def = form.fields().find(|def| def.id == field)?;
        let value = record.document.get(field)?;
        Some(say::value(ground.configuration(), &language, &ground.names, def, value))
    };
    let leads = |form: &FormDef| record.row.status.and_then(|status| leads_to(&form.id, status));
    let line = |form: &'static FormDef| {
        // Given to another office, nothing else is asked or answered here than to open it again.
        if given_away && leads(form).is_none() {
            return None;
        }
        let approval = Approval::of(form)?;
        let status = record.document.get(approval.status).and_then(Value::as_choice);
        let title = form.title.get(language.tag());
        let at_hand = props.form.as_ref().is_some_and(|at| *at == form.id);
        let settings = ground.configuration().settings();
        match status {
            Some(PENDING) => {
                let answer = {
                    let answering = answering.setter();
                    Callback::from(move |()| answering.set(Some(form)))
                };
                let since = said(form, approval.requested_on).unwrap_or_default();
                Some(html! {
                    <Notice key={form.id.clone()} tone={Tone::DueSoon}>
                        <p data-test={format!("waits-{}", form.id)}>{ words::approve_waiting(&language, &since, title) }</p>
                        if may(allowed, Action::Approve) && !*dirty {
                            <Buttons><Button id={format!("answer-{}", form.id)} small=true icon={Icon::CircleCheck} label={words::approve_title(&language, title)} on_press={answer} /></Buttons>
                        }
                    </Notice>
                })
            }
            Some(REJECTED) => Some(html! {
                <Notice key={form.id.clone()} tone={Tone::Overdue}>
                    <p>{ words::approve_back(&language, &said(form, approval.on).unwrap_or_default(), title, &said(form, approval.by).unwrap_or_default()) }</p>
                    if let Some(comment) = said(form, approval.comment) { <p class="prose"><bdi>{ comment }</bdi></p> }
                    if at_hand { { ask(form, &asking, record.record, *dirty, on_saved, &language, settings.approves(form), leads(form)) } }
                </Notice>
            }),
            Some(APPROVED) if at_hand && leads(form).is_none() => Some(html! {
                <Notice key={form.id.clone()} tone={Tone::InOrder}>
                    <p>{ words::approve_given(&language, &said(form, approval.on).unwrap_or_default(), title, &said(form, approval.by).unwrap_or_default()) }</p>
                </Notice>
            }),
            _ if at_hand && record.complete.contains(&form.id) => {
                let (approves, leads) = (settings.approves(form), leads(form));
                (approves || leads.is_some()).then(|| {
                    html! {
                        <Notice key={form.id.clone()} tone={Tone::Open}>
                            if approves { <p>{ words::approve_ask_note(&language) }</p> }
                            { ask(form, &asking, record.record, *dirty, on_saved, &language, approves, leads) }
                        </Notice>
                    }
                })
            }
            _ => None,
        }
    };
    let forms: Forms = ground.forms;
    let close = {
        let answering = answering.setter();
        Callback::from(move |()| answering.set(None))
    };
    html! {
        <div class="stack tight notices" id="approvals">
            { for forms.all().filter_map(line) }
            <Refusal problem={asking.problem.clone()} />
            if let Some(form) = *answering {
                <Answering {form} record={record.clone()} on_close={close} on_saved={on_saved.clone()} />
            }
        </div>
    }
}

/// The button that asks for an approval, or does at once what the yes would lead to.
fn ask(
    form: &'static FormDef,
    asking: &crate::screens::asking::Doing,
    record: RecordId,
    dirty: bool,
    on_saved: &Callback<()>,
    language: &Language,
    approves: bool,
    leads: Option<Status>,
) -> Html {
    let label = match leads {
        _ if approves => words::approve_ask(language),
        Some(Status::Open) => words::reopen_case(language),
        _ => words::close_case(language),
    };
    let on_press = {
        let (asking, on_saved) = (asking.clone(), on_saved.clone());
        Callback::from(move |()| {
            let on_saved = on_saved.clone();
            let request = Ask::AskApproval { record, form: form.id.clone() };
            asking.ask(Request::Work(request), move |_| on_saved.emit(()));
        })
    };
    html! { <Buttons><Button id={format!("ask-{}", form.id)} small=true icon={Icon::CircleCheck} {label} disabled={dirty} busy={asking.busy} {on_press} /></Buttons> }
}

#[derive(Properties, PartialEq)]
struct AnsweringProps {
    form: &'static FormDef,
    record: Rc<Record>,
    on_close: Callback<()>,
    on_saved: Callback<()>,
}

/// The dialog in which a supervisor answers.
#[component]
fn Answering(props: &AnsweringProps) -> Html {
    let language = use_language();
    let workplace = frame::use_workplace();
    let comment = use_state(String::new);
    let doing = use_doing();
    let title = props.form.title.get(language.tag());
    let answer = |yes: bool| {
        let (doing, comment, workplace) = (doing.clone(), (*comment).clone(), workplace.clone());
        let (record, form) = (props.record.record, props.form.id.clone());
        let (on_close, on_saved) = (props.on_close.clone(), props.on_saved.clone());
        Callback::from(move |()| {
            let request = Ask::Approve { record, form: form.clone(), yes, comment: comment.clone() };
            let (on_close, on_saved, workplace) = (on_close.clone(), on_saved.clone(), workplace.clone());
            doing.ask(Request::Work(request), move |_| {
                let language = &workplace.language;
                workplace.toast(if yes { words::approve_done(language) } else { words::approve_returned(language) });
                on_close.emit(());
                on_saved.emit(());
            });
        })
    };
    let leads =
        props.record.row.status.and_then(|status| leads_to(&props.form.id, status)).map(|status| match status {
            Status::Closed => words::approve_leads_closed(&language),
            _ => words::approve_leads_open(&language),
        });
    let on_input = {
        let comment = comment.setter();
        Callback::from(move |text: String| comment.set(text))
    };
    html! {
        <Dialog
            open=true title={words::approve_title(&language, title)} on_close={props.on_close.clone()}
            foot={html! { <>
                <Button id="approve-yes" weight={Weight::Main} icon={Icon::Check} label={words::approve_yes(&language)} busy={doing.busy} on_press={answer(true)} />
                <Button id="approve-no" icon={Icon::Undo} label={words::approve_no(&language)} disabled={comment.trim().is_empty()} busy={doing.busy} on_press={answer(false)} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </> }}
        >
            <div class="stack">
                if let Some(leads) = leads { <p>{ leads }</p> }
                <Field id="approve-comment" label={words::approve_comment(&language)} help={words::approve_comment_note(&language)}>
                    <TextArea value={(*comment).clone()} {on_input} />
                </Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_step_has_words_of_its_own_in_every_language() {
        for language in Language::ALL {
            let said: BTreeSet<String> = way::STEPS.into_iter().map(|step| step_word(&language, step)).collect();
            assert!(said.len() == way::STEPS.len() && !said.contains(""), "{said:?}");
        }
    }
}
