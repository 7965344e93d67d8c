//! How long records are kept, what is due, what waits for a second person, and what was destroyed.

mod agree;
mod certificates;
mod due;
mod propose;
mod rules;

use super::asking::{Asked, PageHead, Refusal, use_asked};
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Icon, use_language};
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

/// The page.
#[component]
pub fn RetentionScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let allowed = workplace.allowed();
    let back = Callback::from(move |()| workplace.go(Screen::Settings));
    let (asked, again) = use_asked(Request::Retention(Ask::Overview {}), read);
    let inside = match asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(overview) => html! {
            <>
                <agree::WaitingAskings waiting={overview.waiting.clone()} on_changed={again.clone()} />
                if may(allowed, Action::ListRecords) {
                    <due::DueList due={overview.due.clone()} no_rules={overview.rules.is_empty()} on_changed={again.clone()} />
                }
                if may(allowed, Action::SetOffice) {
                    <div class="columns">
                        <propose::ProposeByCode on_changed={again.clone()} />
                        <rules::Rules rules={overview.rules.clone()} on_changed={again.clone()} />
                    </div>
                } else {
                    <rules::RulesInForce rules={overview.rules.clone()} />
                }
                <certificates::Certificates destroyed={overview.destroyed} />
            </>
        },
    };
    html! {
        <>
            <PageHead title={words::retention_title(&language)} note={words::retention_note(&language)}>
                <Button id="retention-back" icon={Icon::Settings} label={words::settings_title(&language)} on_press={back} />
            </PageHead>
            <div class="stack" id="retention">{ inside }</div>
        </>
    }
}
