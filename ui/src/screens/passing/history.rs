//! What was passed on of one record, on its page, and the ways to pass it on. Both sides see all of it.

use super::AssignDialog;
use super::line::Line;
use super::offer::OfferDialog;
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Icon, Notice, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::passing::{Answer, Ask, Kind, Which};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::RecordId;
use yew::prelude::*;

/// So many of them are shown.
const PAGE: usize = 100;

/// What a [`PassedOn`] needs.
#[derive(Properties, PartialEq)]
pub struct PassedOnProps {
    /// Of which record.
    pub record: RecordId,
    /// It can be passed on: it is of this office, and this person works on it.
    pub can_pass: bool,
    /// There is something to save, which would stay behind.
    pub dirty: bool,
    /// It changed hands, or something of it changed.
    pub on_passed: Callback<()>,
}

/// What was passed on of one record.
#[component]
pub fn PassedOn(props: &PassedOnProps) -> Html {
    let language = use_language();
    let allowed = use_workplace().allowed();
    let passing_on = use_state(|| None::<Kind>);
    let ask = Ask::List { which: Which::All, record: Some(props.record), skip: 0, take: PAGE };
    let (passed, again) = use_asked(Request::Passing(ask), |reply| match reply {
        Reply::Passing(Answer::Passings { passings, .. }) => Some(passings),
        _ => None,
    });
    let way = |id: &'static str, kind: Kind, action: Action, icon: Icon, label: String| {
        let passing_on = passing_on.setter();
        let on_press = Callback::from(move |()| passing_on.set(Some(kind)));
        html! { if may(allowed, action) { <Button {id} {icon} {label} disabled={props.dirty} {on_press} /> } }
    };
    let changed = {
        let (again, on_passed) = (again.clone(), props.on_passed.clone());
        Callback::from(move |()| {
            again.emit(());
            on_passed.emit(());
        })
    };
    let done = {
        let (passing_on, changed) = (passing_on.setter(), changed.clone());
        Callback::from(move |did: bool| {
            passing_on.set(None);
            if did {
                changed.emit(());
            }
        })
    };
    html! {
        <div class="stack">
            <h2>{ words::passing_history(&language) }</h2>
            if props.can_pass {
                if props.dirty { <Notice tone={Tone::DueSoon}><p>{ words::passing_unsaved(&language) }</p></Notice> }
                <Buttons>
                    { way("refer", Kind::Referral, Action::Refer, Icon::ArrowRight, words::passing_refer(&language)) }
                    { way("transfer", Kind::Transfer, Action::Transfer, Icon::ArrowLeftRight, words::passing_transfer(&language)) }
                    { way("assign", Kind::Assignment, Action::Assign, Icon::UserCheck, words::passing_title(&language)) }
                </Buttons>
            }
            { match &passed {
                Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
                Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
                Asked::Here(passed) if passed.is_empty() => html! { <p class="muted">{ words::passing_history_none(&language) }</p> },
                Asked::Here(passed) => html! {
                    <ul class="stack">
                        { for passed.iter().enumerate().map(|(place, passing)| html! { <Line key={passing.passing.to_string()} passing={passing.clone()} place={place + 1} on_step={changed.clone()} /> }) }
                    </ul>
                },
            } }
            { match *passing_on {
                Some(Kind::Assignment) => html! { <AssignDialog records={vec![props.record]} on_done={done} /> },
                Some(kind) => html! { <OfferDialog {kind} record={props.record} on_done={done} /> },
                None => Html::default(),
            } }
        </div>
    }
}
