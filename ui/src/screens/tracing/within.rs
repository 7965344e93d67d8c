//! The possible matches of one record, inside its page.

use super::leads::Leads;
use super::reasons::why_not;
use crate::parts::{EmptyState, Icon, Notice, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_api::tracing::{Answer, Ask, Search};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::RecordId;
use yew::prelude::*;

/// What [`RecordMatches`] needs.
#[derive(Properties, PartialEq)]
pub struct RecordMatchesProps {
    /// Which record.
    pub record: RecordId,
    /// It is the case of a child; otherwise a tracing request.
    pub child: bool,
    /// Something was decided: the request has a new version.
    pub on_decided: Callback<()>,
}

fn found(reply: Reply) -> Option<Vec<Search>> {
    if let Reply::Tracing(Answer::Found { searches }) = reply { Some(searches) } else { None }
}

/// Who the child, or each sought person, may be.
#[component]
pub fn RecordMatches(props: &RecordMatchesProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Tracing(Ask::Find { record: props.record }), found);
    let on_decided = {
        let (again, on_decided) = (again.clone(), props.on_decided.clone());
        Callback::from(move |()| {
            again.emit(());
            on_decided.emit(());
        })
    };
    let part = |search: &Search| {
        html! {
            <section class="stack tight" key={search.trace.map(|row| row.to_string()).unwrap_or_default()}>
                if search.trace.is_some() { <h3><bdi>{ &search.name }</bdi></h3> }
                if let Some(why) = search.why_not {
                    <div data-test="why-not"><Notice tone={Tone::DueSoon}><p>{ why_not(&language, why) }</p></Notice></div>
                } else if search.leads.is_empty() {
                    <p class="muted">{ words::match_nobody(&language) }</p>
                } else {
                    <Leads leads={search.leads.clone()} on_decided={on_decided.clone()} />
                }
            </section>
        }
    };
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(searches) if searches.is_empty() => {
            html! { <EmptyState icon={Icon::Search} title={words::match_empty(&language)} text={words::match_no_traces(&language)} /> }
        }
        Asked::Here(searches) => html! { { for searches.iter().map(part) } },
    };
    let note = if props.child {
        words::match_record_note_child(&language)
    } else {
        words::match_record_note_request(&language)
    };
    html! {
        <div class="stack" data-test="matches">
            <h2>{ words::match_page(&language) }</h2>
            <p class="note">{ note }</p>
            { inside }
        </div>
    }
}
