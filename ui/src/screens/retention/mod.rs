//! How long records are kept, what is due, what waits for a second person, and what was destroyed.

mod agree;
mod certificates;
mod due;
mod rules;

use super::asking::{Asked, Refusal, use_asked};
use crate::frame::use_workplace;
use crate::parts::{Sheet, use_language};
use amparo_access::{Action, may};
use amparo_api::retention::{Answer, Ask, Overview, Why};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use yew::prelude::*;

fn read(reply: Reply) -> Option<Overview> {
    match reply {
        Reply::Retention(Answer::Overview(overview)) => Some(overview),
        _ => None,
    }
}

fn why(language: &Language, why: Why) -> String {
    match why {
        Why::Due => words::retention_why_due(language),
        Why::Asked => words::retention_why_asked(language),
        Why::Mistake => words::retention_why_mistake(language),
        Why::Law => words::retention_why_law(language),
    }
}

/// The sheet.
#[component]
pub fn RetentionSheet() -> Html {
    let language = use_language();
    let allowed = use_workplace().allowed();
    let (asked, again) = use_asked(Request::Retention(Ask::Overview {}), read);
    let inside = match asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(overview) => html! {
            <>
                <agree::WaitingAskings waiting={overview.waiting.clone()} on_changed={again.clone()} />
                if may(allowed, Action::ListRecords) { <due::DueList due={overview.due.clone()} on_changed={again.clone()} /> }
                if may(allowed, Action::SetOffice) {
                    <due::ProposeByCode on_changed={again.clone()} />
                    <rules::Rules rules={overview.rules.clone()} on_changed={again.clone()} />
                } else if overview.rules.is_empty() {
                    <p class="muted">{ words::retention_rules_none(&language) }</p>
                }
                <certificates::Certificates destroyed={overview.destroyed} />
            </>
        },
    };
    html! {
        <Sheet title={words::retention_title(&language)}>
            <div class="stack" id="retention">
                <p class="muted small">{ words::retention_note(&language) }</p>
                { inside }
            </div>
        </Sheet>
    }
}
