//! The history of a case: newest first, who, when, what. A field leads to everybody who changed it.

use super::ground::{Ground, use_ground, use_names};
use super::say::Names;
use super::take_back::TakeBack;
use super::timeline::{Told, of_field, told};
use crate::frame;
use crate::parts::{Button, EmptyState, Icon, Timeline, TimelineEntry, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use crate::screens::log::WhoLooked;
use amparo_api::records::{Answer, Ask, Past};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::value::Value;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`HistoryView`] needs.
#[derive(Properties, PartialEq)]
pub struct HistoryProps {
    /// Of which record.
    pub record: RecordId,
    /// A change can be taken back: this person may write, and nothing unsaved would be lost.
    pub editable: bool,
    /// The record has a new version.
    pub on_saved: Callback<()>,
}

/// The history of a case.
#[component]
pub fn HistoryView(props: &HistoryProps) -> Html {
    let language = use_language();
    let (past, again) = use_asked(Request::Records(Ask::History { record: props.record }), |reply| match reply {
        Reply::Records(Answer::History { entries }) => Some(entries),
        _ => None,
    });
    let inside = match past {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(entries) if entries.is_empty() => {
            html! { <EmptyState icon={Icon::History} title={words::record_history_empty(&language)} /> }
        }
        Asked::Here(entries) => html! {
            <Entries record={props.record} editable={props.editable} on_saved={props.on_saved.clone()} {entries} />
        },
    };
    html! {
        <div class="stack" data-test="history">
            <h2>{ words::record_history(&language) }</h2>
            { inside }
            <WhoLooked record={props.record} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EntriesProps {
    record: RecordId,
    editable: bool,
    on_saved: Callback<()>,
    entries: Vec<Past>,
}

#[component]
fn Entries(props: &EntriesProps) -> Html {
    let language = use_language();
    let Ground { names, forms, .. } = use_ground();
    let of = use_state(|| None::<(String, String)>);
    let taking = use_state(|| None::<RevisionId>);
    let values = || {
        props.entries.iter().flat_map(|entry| &entry.changes).flat_map(|change| change.from.iter().chain(&change.to))
    };
    let places: BTreeSet<_> =
        values().filter_map(|value| if let Value::Place(place) = value { Some(*place) } else { None }).collect();
    let named = props.entries.iter().filter(|entry| !entry.name.is_empty());
    let people = named.map(|entry| (entry.person, entry.name.clone())).collect();
    let more = use_names(&places, &people);
    let mut all = Names::clone(&more);
    for (person, name) in &names.people {
        all.people.entry(*person).or_insert_with(|| name.clone());
    }
    let line = |change: Told| {
        let open = {
            let (of, field) = (of.clone(), (change.path.clone(), change.field.clone()));
            Callback::from(move |()| of.set(Some(field.clone())))
        };
        html! {
            <li class="change" key={change.path.clone()}>
                <span class="muted">{ &change.field }</span>
                <span>
                    if let Some(was) = &change.was { <span class="only-read-aloud">{ words::record_was(&language) }{ " " }</span><bdi class="was">{ was }</bdi>{ " " } }
                    <span class="only-read-aloud">{ words::record_now(&language) }{ " " }</span>
                    if let Some(now) = &change.now { <bdi>{ now }</bdi> } else { <span class="muted">{ words::record_cleared(&language) }</span> }
                </span>
                <Button small=true weight={Weight::Quiet} icon={Icon::History} icon_only=true label={words::history_who(&language, &change.field)} on_press={open} />
            </li>
        }
    };
    let shown: Vec<&Past> = match &*of {
        Some((path, _)) => of_field(&props.entries, path),
        None => props.entries.iter().collect(),
    };
    let entries = shown.iter().enumerate().map(|(place, entry)| {
        let mut changes = told(forms, &language, &all, &entry.changes);
        if let Some((path, _)) = &*of {
            changes.retain(|change| change.path == *path);
        }
        let first = of.is_none() && place + 1 == props.entries.len();
        let what = if first { words::history_registered(&language) } else { words::record_changed_fields(&language, changes.len()) };
        // Other offices do not send the names of their people.
        let name = if entry.name.is_empty() { words::person_not_known(&language) } else { entry.name.clone() };
        let who = match &entry.office {
            Some(office) => words::history_from_office(&language, &name, office),
            None => name,
        };
        let civil = frame::to_civil(entry.at);
        let many = changes.len() > 8;
        let take_back = (props.editable && of.is_none() && !first && !changes.is_empty()).then(|| {
            let (taking, revision) = (taking.setter(), entry.revision);
            let on_press = Callback::from(move |()| taking.set(Some(revision)));
            html! { <div><Button small=true weight={Weight::Quiet} icon={Icon::Undo} label={words::take_back(&language)} {on_press} /></div> }
        });
        let list = html! { <ul class="stack tight">{ for changes.into_iter().map(line) }</ul> };
        let details = html! {
            <>
                if many { <details><summary>{ words::history_show_changes(&language) }</summary>{ list }</details> } else { { list } }
                if entry.closed > 0 && of.is_none() { <p class="muted small">{ words::record_closed_fields(&language, entry.closed) }</p> }
                { take_back.unwrap_or_default() }
            </>
        };
        TimelineEntry {
            key: entry.revision.to_string().into(),
            what: what.into(),
            who: who.into(),
            when: frame::moment(&language, entry.at).into(),
            datetime: civil.strftime("%Y-%m-%dT%H:%M").to_string().into(),
            details,
        }
    });
    let entries: Vec<TimelineEntry> = entries.collect();
    let all_again = {
        let of = of.setter();
        Callback::from(move |()| of.set(None))
    };
    html! {
        <>
            if let Some((_, field)) = &*of {
                <div class="line apart">
                    <p>{ words::history_of_field(&language, field) }</p>
                    <Button small=true label={words::history_all(&language)} on_press={all_again} />
                </div>
            }
            <Timeline {entries} />
            if let Some(revision) = *taking {
                <TakeBack
                    record={props.record} {revision} names={Rc::new(all)} on_saved={props.on_saved.clone()}
                    on_close={let taking = taking.setter(); Callback::from(move |()| taking.set(None))}
                />
            }
        </>
    }
}
