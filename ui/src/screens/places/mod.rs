//! The office's places: looked up in their tree or by name, and brought in from a list.

mod import;

use super::asking::{Asked, PageHead, Refusal, use_asked};
use crate::frame::{place_name, use_workplace};
use crate::parts::{Button, EmptyState, FilterBar, Icon, Weight, use_language};
use amparo_access::{Action, may};
use amparo_api::places::{Answer, Ask, Named};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::PlaceId;
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Found {
    places: Vec<Named>,
    total: usize,
}

fn read(reply: Reply) -> Option<Found> {
    match reply {
        Reply::Places(Answer::Places { places, total }) => Some(Found { places, total }),
        _ => None,
    }
}

/// The places.
#[component]
pub fn PlacesScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let text = use_state(String::new);
    // The way down to the level that is shown.
    let way = use_state(Vec::<(PlaceId, String)>::new);
    let importing = use_state(|| false);
    let searched = text.trim().to_owned();
    let request = if searched.is_empty() {
        Ask::Under { parent: way.last().map(|(id, _)| *id) }
    } else {
        Ask::Find { text: searched.clone() }
    };
    let (found, again) = use_asked(Request::Places(request), read);
    let may_import = may(workplace.allowed(), Action::ImportPlaces);
    let import_button = || {
        let importing = importing.setter();
        html! { <Button id="places-import" weight={Weight::Main} icon={Icon::Upload} label={words::places_import(&language)} on_press={Callback::from(move |()| importing.set(true))} /> }
    };
    let down = {
        let (way, text) = (way.clone(), text.setter());
        Callback::from(move |place: Named| {
            let mut next = (*way).clone();
            next.push((place.place.id, place_name(&language, &place.place.names)));
            text.set(String::new());
            way.set(next);
        })
    };
    let up_to = |length: usize| {
        let way = way.clone();
        Callback::from(move |()| way.set(way.iter().take(length).cloned().collect()))
    };
    let total = if let Asked::Here(found) = &found { found.total } else { 0 };
    let inside = match &found {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(found) if found.total == 0 => html! {
            <EmptyState
                icon={Icon::MapPin} title={words::places_empty(&language)}
                text={if may_import { words::places_empty_text(&language) } else { words::places_empty_other(&language) }}
            >
                if may_import { { import_button() } }
            </EmptyState>
        },
        Asked::Here(found) => html! {
            <>
                <FilterBar
                    id="places-search" label={words::places_search(&language)} text={(*text).clone()}
                    on_search={let text = text.setter(); Callback::from(move |typed| text.set(typed))}
                />
                if searched.is_empty() {
                    <nav class="way line" aria-label={words::places_way(&language)}>
                        <Button small=true weight={Weight::Quiet} icon={Icon::House} label={words::places_all(&language)} on_press={up_to(0)} />
                        { for way.iter().enumerate().map(|(place, (id, name))| html! {
                            <span class="line" key={id.to_string()}>{ Icon::ChevronRight.draw() }<Button small=true weight={Weight::Quiet} label={name.clone()} on_press={up_to(place + 1)} /></span>
                        }) }
                    </nav>
                }
                if found.places.is_empty() { <p class="muted">{ words::nothing_found(&language) }</p> }
                <ul class="place-list" id="place-list">{ for found.places.iter().map(|named| place(language, named, !searched.is_empty(), &down)) }</ul>
            </>
        },
    };
    let note = if total > 0 { words::count_places(&language, total) } else { String::new() };
    html! {
        <>
            <PageHead title={words::places_title(&language)} {note}>
                if may_import && total > 0 { { import_button() } }
            </PageHead>
            { inside }
            if may_import {
                <import::ImportPlaces
                    open={*importing} on_done={again}
                    on_close={let importing = importing.setter(); Callback::from(move |()| importing.set(false))}
                />
            }
        </>
    }
}

fn place(language: Language, named: &Named, with_way: bool, down: &Callback<Named>) -> Html {
    let name = place_name(&language, &named.place.names);
    let others: Vec<Html> = named
        .place
        .names
        .iter()
        .filter(|(_, other)| **other != name)
        .map(|(tag, other)| html! { <bdi lang={tag.clone()} class="muted">{ other }</bdi> })
        .collect();
    let above: Vec<String> = named.above.iter().map(|names| place_name(&language, names)).collect();
    let open = named.has_children.then(|| {
        let named = named.clone();
        down.reform(move |()| named.clone())
    });
    html! {
        <li class="place" key={named.place.id.to_string()}>
            <span class="names line">
                if let Some(open) = open {
                    <Button small=true weight={Weight::Quiet} icon={Icon::FolderOpen} label={name.clone()} on_press={open} />
                } else {
                    <bdi class="leaf">{ &name }</bdi>
                }
                { for others }
            </span>
            if with_way { <span class="muted small"><bdi>{ above.join(" › ") }</bdi></span> }
            <bdi class="code muted small">{ &named.place.code }</bdi>
        </li>
    }
}
