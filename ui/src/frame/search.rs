//! Search everywhere (Ctrl+K): records by any part of a name in any script, by code or phone; and what can be done, pages, forms, help.

use super::commands::{Command, Does, fitting};
use super::listen::use_focus_in_dialog;
use super::types::{type_key, type_word};
use super::workplace::{Screen, use_workplace};
use crate::parts::{Dialog, Field, Icon, IndexTab, Tag, TextInput, Tone, focus_on, use_language};
use crate::screens::duplicates::Others;
use crate::screens::passing::AskForDialog;
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Row};
use amparo_api::{Reply, Request};
use amparo_language::{Language, age, words};
use amparo_matching::fold;
use amparo_model::ids::PersonId;
use amparo_model::record::Module;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// As many as fit without scrolling far.
const MOST: usize = 20;
/// Commands at most.
const FEW: usize = 8;
/// So many letters are meant as the beginning of a command, when they are one.
const SURE: usize = 3;

/// What [`SearchEverywhere`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SearchProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
    /// What can be done from here.
    pub(super) commands: Rc<Vec<Command>>,
    /// Something of it was chosen.
    pub(super) on_do: Callback<Does>,
}

/// The dialog.
#[component]
pub(super) fn SearchEverywhere(props: &SearchProps) -> Html {
    let language = use_language();
    let asking = use_state(|| None::<(AttrValue, PersonId)>);
    let on_ask = {
        let (asking, on_close) = (asking.setter(), props.on_close.clone());
        Callback::from(move |wanted| {
            on_close.emit(());
            asking.set(Some(wanted));
        })
    };
    let on_done = {
        let asking = asking.setter();
        Callback::from(move |_: bool| asking.set(None))
    };
    html! {
        <>
            <Dialog open={props.open} title={words::key_search(&language)} on_close={props.on_close.clone()} wide=true>
                <SearchBox on_close={props.on_close.clone()} commands={props.commands.clone()} on_do={props.on_do.clone()} {on_ask} />
            </Dialog>
            if let Some((code, of)) = &*asking { <AskForDialog code={code.clone()} of={*of} {on_done} /> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct BoxProps {
    on_close: Callback<()>,
    commands: Rc<Vec<Command>>,
    on_do: Callback<Does>,
    on_ask: Callback<(AttrValue, PersonId)>,
}

/// One thing that was found.
#[derive(Clone, PartialEq)]
enum Hit {
    Record(Box<Row>),
    Command(Command),
}

/// Commands that begin with what was typed stand first once a few letters tell; the others after the records.
fn together(commands: &[Command], typed: &str, rows: &[Row]) -> Vec<Hit> {
    let typed = fold(typed);
    let told = typed.chars().count() >= SURE;
    let (first, last): (Vec<&Command>, Vec<&Command>) =
        commands.iter().take(FEW).partition(|command| told && fold(&command.label).starts_with(&typed));
    let command = |command: &Command| Hit::Command(command.clone());
    let first = first.into_iter().map(command);
    let rows = rows.iter().cloned().map(|row| Hit::Record(Box::new(row)));
    first.chain(rows).chain(last.into_iter().map(command)).collect()
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
                if text.is_empty() || !may(workplace.allowed(), Action::ReadRecords) {
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
        let on_do = props.on_do.clone();
        Callback::from(move |hit: Hit| {
            on_close.emit(());
            match hit {
                Hit::Record(row) => {
                    if let Some(record) = row.record {
                        workplace.go(Screen::of(row.of, record));
                    }
                }
                Hit::Command(command) => on_do.emit(command.does),
            }
        })
    };
    let found = fitting(&props.commands, &language, &text);
    let rows = hits.as_ref().map(|hits| hits.rows.clone()).unwrap_or_default();
    let all = together(&found, text.trim(), &rows);
    let onkeydown = {
        let (all, open) = (all.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                if let Some(first) = all.first() {
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
    let hit = |(place, hit): (usize, &Hit)| {
        let onclick = open.reform({
            let hit = hit.clone();
            move |_: MouseEvent| hit.clone()
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
        match hit {
            Hit::Record(row) => html! {
                <li key={place}>
                    <button type="button" class="hit" id={format!("hit-{place}")} data-type={type_key(row.of)} data-code={row.code.clone()} {onclick} {onkeydown}>
                        { record(&language, row) }
                    </button>
                </li>
            },
            Hit::Command(command) => html! {
                <li key={place}>
                    <button type="button" class="hit" id={format!("hit-{place}")} data-command={command.key.clone()} {onclick} {onkeydown}>
                        <Tag word={command.kind.clone()} />
                        <span class="names">{ &command.label }</span>
                        if !command.keys.is_empty() { <kbd>{ command.keys }</kbd> }
                    </button>
                </li>
            },
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
                    Some(hits) if hits.rows.is_empty() && found.is_empty() => words::nothing_found(&language),
                    Some(hits) => words::count_found(&language, hits.total + found.len().min(FEW)),
                } }
            </p>
            if !all.is_empty() { <ul class="hits" id="search-hits">{ for all.iter().enumerate().map(hit) }</ul> }
            if let Some(hits) = &*hits {
                if hits.total > hits.rows.len() {
                    <p class="muted small"><Tag word={words::lookup_more(&language)} tone={Tone::Neutral} /></p>
                }
                if all.is_empty() && !hits.filling { <p class="line muted">{ Icon::Search.draw() }{ words::search_nothing_help(&language) }</p> }
            }
            <Others text={(*text).clone()} on_ask={props.on_ask.clone()} />
        </div>
    }
}

/// What tells a record from others.
fn record(language: &Language, row: &Row) -> Html {
    html! {
        <>
            <IndexTab code={row.code.clone()} />
            <Tag word={type_word(language, row.of)} />
            if row.of.module == Module::Gbv {
                // Hidden by default (DOMAIN.md 7): the record shows it when it is asked for.
                <span class="names muted">{ words::names_hidden(language) }</span>
            } else {
                <span class="names"><bdi>{ &row.name }</bdi>{ " " }<bdi class="muted">{ &row.name_script2 }</bdi></span>
            }
            <span class="muted small">{ row.age.and_then(|years| i32::try_from(years * 12).ok()).map(|months| age(language, months)) }</span>
            if row.sounds_like { <Tag word={words::list_sounds_like(language)} /> }
            <span class="muted small"><bdi>{ &row.owner }</bdi></span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::super::commands::commands;
    use super::*;
    use amparo_model::person::Role;
    use amparo_model::record::RecordType;

    #[test]
    fn a_child_stands_before_what_can_be_done_unless_that_begins_with_what_was_typed() {
        let language = Language::ENGLISH;
        let rights = amparo_access::standard(Role::Caseworker);
        let all = commands(&language, &rights, &[RecordType::CASE], Screen::Home);
        let rows = [Row { code: "KRG1-26-00042-7".into(), ..Row::default() }];
        let first = |typed: &str| together(&fitting(&all, &language, typed), typed, &rows).into_iter().next();
        assert!(matches!(first("loc"), Some(Hit::Command(_))));
        assert!(matches!(first("lo"), Some(Hit::Record(_))));
        assert!(matches!(first("screen"), Some(Hit::Record(_))));
    }
}
