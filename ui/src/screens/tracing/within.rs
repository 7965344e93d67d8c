//! The possible matches of one record, inside its page.

use super::compare::{fact_word, text};
use super::leads::{Leads, ReasonLines};
use super::reasons::{band, why_not};
use super::searchers::Searchers;
use crate::frame::{moment, use_workplace};
use crate::parts::{EmptyState, Icon, Notice, Tag, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use crate::screens::case::{date_text, use_place_names};
use amparo_access::{Action, may};
use amparo_api::tracing::{Answer, Ask, Compared, FactKind, Hint, Matched, Search};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::{PlaceId, RecordId};
use std::collections::BTreeSet;
use yew::prelude::*;

/// What [`RecordMatches`] needs.
#[derive(Properties, PartialEq)]
pub struct RecordMatchesProps {
    /// Which record.
    pub record: RecordId,
    /// It is the case of a child; otherwise a tracing request.
    pub child: bool,
    /// This person, or somebody they supervise, is responsible for it.
    #[prop_or_default]
    pub ours: bool,
    /// Something was decided: the request has a new version.
    pub on_decided: Callback<()>,
}

fn found(reply: Reply) -> Option<Vec<Search>> {
    if let Reply::Tracing(Answer::Found { searches }) = reply { Some(searches) } else { None }
}

fn matched(reply: Reply) -> Option<Vec<Matched>> {
    if let Reply::Tracing(Answer::Matched { matched }) = reply { Some(matched) } else { None }
}

#[derive(Properties, PartialEq)]
struct ConfirmedProps {
    record: RecordId,
    /// Nothing else stands on the page: that nobody looks for the child is said too.
    alone: bool,
}

/// Who looks for the child, as far as somebody confirmed it: for whoever is responsible.
#[component]
fn Confirmed(props: &ConfirmedProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Tracing(Ask::Matched { record: props.record }), matched);
    let all = if let Asked::Here(all) = &asked { all.clone() } else { Vec::new() };
    let ids = all.iter().flat_map(|one| &one.facts).filter(|fact| fact.kind == FactKind::Places);
    let wanted: BTreeSet<PlaceId> = ids.flat_map(|fact| &fact.sought).filter_map(|id| id.parse().ok()).collect();
    let places = use_place_names(&wanted);
    let one = |one: &Matched| {
        let fact = |fact: &Compared| {
            let said = fact.sought.iter().map(|said| text(&language, &fact.kind, said, &places));
            html! { <><dt>{ fact_word(&language, &fact.fact) }</dt>{ for said.map(|said| html! { <dd><bdi>{ said }</bdi></dd> }) }</> }
        };
        let on = date_text(&language, &one.on);
        html! {
            <section class="card stack tight" key={one.code.clone()} data-test="matched" data-request={one.code.clone()}>
                <h3>{ words::match_matched(&language) }</h3>
                <p>{ words::match_matched_note(&language, &one.by, &one.code, &on) }</p>
                <dl class="facts">{ for one.facts.iter().map(fact) }</dl>
            </section>
        }
    };
    match &asked {
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(all) if all.is_empty() && props.alone => {
            html! { <p class="muted">{ words::match_matched_none(&language) }</p> }
        }
        Asked::Here(all) => html! { { for all.iter().map(one) } },
        Asked::Waiting => Html::default(),
    }
}

/// What was found and waits for somebody who may look at both sides, as a caseworker is told of it.
#[component]
fn Hinted(props: &HintedProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Tracing(Ask::Hints { record: props.record }), |reply| match reply {
        Reply::Tracing(Answer::Hints { agrees, hints, at }) => Some((agrees, hints, at)),
        _ => None,
    });
    let one = |hint: &Hint| {
        let (word, tone) = band(&language, hint.band);
        html! {
            <li class="stack tight" key={hint.code.clone()} data-test="hint" data-request={hint.code.clone()}>
                <div class="line tight">
                    <Tag {word} {tone} />
                    <span>{ words::hint_ask(&language, &hint.code, &hint.owner) }</span>
                </div>
                <ReasonLines reasons={hint.reasons.clone()} />
            </li>
        }
    };
    match &asked {
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        // A child who did not agree is not looked for: the next card says so.
        Asked::Waiting | Asked::Here((false, ..)) => Html::default(),
        Asked::Here((_, hints, _)) if hints.is_empty() => {
            html! { <p class="muted">{ words::hint_none(&language) }</p> }
        }
        Asked::Here((_, hints, at)) => html! {
            <section class="card stack tight" data-test="hints">
                <h3>{ words::hint_title(&language) }</h3>
                <p class="small">{ words::hint_note(&language) }</p>
                <ul class="plain stack">{ for hints.iter().map(one) }</ul>
                if let Some(at) = at { <p class="muted small">{ words::hint_when(&language, &moment(&language, *at)) }</p> }
            </section>
        },
    }
}

#[derive(Properties, PartialEq)]
struct HintedProps {
    record: RecordId,
}

/// Who the child, or each sought person, may be.
#[component]
pub fn RecordMatches(props: &RecordMatchesProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    html! {
        <div class="stack" data-test="matches">
            <h2>{ words::match_page(&language) }</h2>
            if may(work.allowed(), Action::FindMatches) { <Found record={props.record} child={props.child} on_decided={props.on_decided.clone()} /> }
            else {
                <Confirmed record={props.record} alone=true />
                if props.child && props.ours { <Hinted record={props.record} /> }
            }
            if props.child && props.ours && may(work.allowed(), Action::Refer) { <Searchers record={props.record} /> }
        </div>
    }
}

/// Every lead of a record, for whoever looks for matches.
#[component]
fn Found(props: &RecordMatchesProps) -> Html {
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
        <>
            <p class="note">{ note }</p>
            if props.child { <Confirmed record={props.record} alone=false /> }
            { inside }
        </>
    }
}
