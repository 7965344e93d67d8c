//! Search everywhere (Ctrl+K): any part of a name in any script, a code, a phone.

use super::listen::use_focus_in_dialog;
use super::types::{type_key, type_word};
use super::workplace::{Screen, use_workplace};
use crate::parts::{Dialog, Field, Icon, IndexTab, Tag, TextInput, Tone, focus_on, use_language};
use amparo_api::records::{Answer, Ask, Row};
use amparo_api::{Reply, Request};
use amparo_language::{age, words};
use amparo_model::record::Module;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// As many as fit without scrolling far.
const MOST: usize = 20;

/// What [`SearchEverywhere`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SearchProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn SearchEverywhere(props: &SearchProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::key_search(&language)} on_close={props.on_close.clone()} wide=true>
            <SearchBox on_close={props.on_close.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct BoxProps {
    on_close: Callback<()>,
}

#[derive(Clone, PartialEq)]
struct Hits {
    rows: Vec<Row>,
    total: usize,
    filling: bool,
}

#[component]
fn SearchBox(props: &BoxProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let text = use_state(String::new);
    let hits = use_state(|| None::<Hits>);
    use_focus_in_dialog("search-everywhere");
    use_effect_with((*text).clone(), {
        let (workplace, hits) = (workplace.clone(), hits.setter());
        move |text: &String| {
            let text = text.trim().to_owned();
            let timer = Timeout::new(120, move || {
                if text.is_empty() {
                    hits.set(None);
                    return;
                }
                spawn_local(async move {
                    let found = workplace.ask(Request::Records(Ask::Find { text, of: None, take: MOST })).await;
                    if let Ok(Reply::Records(Answer::Rows { rows, total, filling })) = found {
                        hits.set(Some(Hits { rows, total, filling }));
                    }
                });
            });
            move || drop(timer)
        }
    });
    let open = {
        let (workplace, on_close) = (workplace.clone(), props.on_close.clone());
        Callback::from(move |row: Row| {
            on_close.emit(());
            if let Some(record) = row.record {
                workplace.go(Screen::of(row.of, record));
            }
        })
    };
    let onkeydown = {
        let (hits, open) = (hits.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                if let Some(first) = hits.as_ref().and_then(|hits| hits.rows.first()) {
                    event.prevent_default();
                    open.emit(first.clone());
                }
            }
            "ArrowDown" => {
                event.prevent_default();
                focus_on("hit-0");
            }
            _ => {}
        })
    };
    let hit = |(place, row): (usize, &Row)| {
        let onclick = open.reform({
            let row = row.clone();
            move |_: MouseEvent| row.clone()
        });
        let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                focus_on(&format!("hit-{}", place + 1));
            }
            "ArrowUp" => {
                event.prevent_default();
                match place.checked_sub(1) {
                    Some(before) => focus_on(&format!("hit-{before}")),
                    None => focus_on("search-everywhere"),
                }
            }
            _ => {}
        });
        html! {
            <li key={place}>
                <button type="button" class="hit" id={format!("hit-{place}")} data-type={type_key(row.of)} data-code={row.code.clone()} {onclick} {onkeydown}>
                    <IndexTab code={row.code.clone()} />
                    <Tag word={type_word(&language, row.of)} />
                    if row.of.module == Module::Gbv {
                        // Hidden by default (DOMAIN.md 7): the record shows it when it is asked for.
                        <span class="names muted">{ words::names_hidden(&language) }</span>
                    } else {
                        <span class="names"><bdi>{ &row.name }</bdi>{ " " }<bdi class="muted">{ &row.name_script2 }</bdi></span>
                    }
                    <span class="muted small">{ row.age.and_then(|years| i32::try_from(years * 12).ok()).map(|months| age(&language, months)) }</span>
                    if row.sounds_like { <Tag word={words::list_sounds_like(&language)} /> }
                    <span class="muted small"><bdi>{ &row.owner }</bdi></span>
                </button>
            </li>
        }
    };
    html! {
        <div class="search-everywhere" role="search">
            <div onkeydown={onkeydown}>
                <Field label={words::list_search(&language)} id="search-everywhere" wide=true>
                    <TextInput value={(*text).clone()} on_input={let text = text.setter(); Callback::from(move |typed| text.set(typed))} kind="search" longest=100 />
                </Field>
            </div>
            <p class="muted small" role="status">
                { match &*hits {
                    None => words::search_hint(&language),
                    Some(hits) if hits.filling => words::list_filling(&language),
                    Some(hits) if hits.rows.is_empty() => words::nothing_found(&language),
                    Some(hits) => words::count_found(&language, hits.total),
                } }
            </p>
            if let Some(hits) = &*hits {
                <ul class="hits" id="search-hits">{ for hits.rows.iter().enumerate().map(hit) }</ul>
                if hits.total > hits.rows.len() {
                    <p class="muted small"><Tag word={words::lookup_more(&language)} tone={Tone::Neutral} /></p>
                }
                if hits.rows.is_empty() && !hits.filling { <p class="line muted">{ Icon::Search.draw() }{ words::search_nothing_help(&language) }</p> }
            }
        </div>
    }
}
