//! Lines of the log, in plain words.

use super::super::asking::{Asked, Refusal, use_asked};
use crate::frame::{Screen, Workplace, log_line, moment, use_workplace};
use crate::parts::{Button, Column, Icon, Pager, Table, TableRow, Weight, use_language};
use amparo_api::past::{Answer, Ask, Page, Row};
use amparo_api::{Reply, Request};
use amparo_language::{Language, by_id_from_text, number, words};
use amparo_model::ids::RecordId;
use yew::prelude::*;

/// What an entry says beside its kind: counts, the form that was printed, where a copy went.
fn more(language: &Language, row: &Row) -> String {
    // That a second place is not set, or was reached, is no news.
    let news = row.more.iter().filter(|(name, value)| *name != "second" || *value == "missing");
    let said = news.filter_map(|(name, value)| {
        by_id_from_text(language, &format!("log-more-{}", name.replace('_', "-")), [("value", value.as_str())])
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn about(workplace: &Workplace, language: &Language, row: &Row) -> Html {
    match row.record {
        Some((record, of)) => {
            let workplace = workplace.clone();
            let on_press = Callback::from(move |()| {
                workplace.registered.at_history.set(true);
                workplace.go(Screen::of(of, record));
            });
            html! {
                <span class="line tight">
                    <bdi class="code">{ &row.about }</bdi>
                    <Button small=true weight={Weight::Quiet} icon={Icon::History} icon_only=true label={words::log_open_record(language, &row.about)} {on_press} />
                </span>
            }
        }
        None => html! { <bdi class="code">{ &row.about }</bdi> },
    }
}

/// What [`Rows`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    pub(super) rows: Vec<Row>,
}

/// Lines, newest first.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let columns = vec![
        Column::new("number", words::log_number(&language)).fit(),
        Column::new("when", words::log_when(&language)).fit(),
        Column::new("who", words::log_who(&language)),
        Column::new("what", words::log_what(&language)),
        Column::new("about", words::log_about(&language)),
    ];
    let rows = props.rows.iter().map(|row| {
        let more = more(&language, row);
        TableRow {
            key: row.seq.to_string().into(),
            spine: None,
            cells: vec![
                html! { <span class="muted">{ number(&language, i64::try_from(row.seq).unwrap_or(i64::MAX)) }</span> },
                html! { moment(&language, row.at) },
                html! { <bdi>{ &row.who }</bdi> },
                html! { <>{ log_line(&language, &row.what) }if !more.is_empty() { <span class="muted small">{ " – " }<bdi>{ more }</bdi></span> }</> },
                about(&workplace, &language, row),
            ],
        }
    });
    html! { <Table caption={words::log_title(&language)} {columns} rows={rows.collect::<Vec<_>>()} /> }
}

/// What [`WhoLooked`] needs.
#[derive(Properties, PartialEq)]
pub struct WhoLookedProps {
    /// Which record.
    pub record: RecordId,
}

/// Looks on a page.
const LOOKS: usize = 20;

/// Who looked at a record: folded until somebody asks.
#[component]
pub fn WhoLooked(props: &WhoLookedProps) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    let show = {
        let shown = shown.setter();
        Callback::from(move |()| shown.set(true))
    };
    html! {
        <section class="stack tight" id="who-looked">
            <h2>{ words::looked_title(&language) }</h2>
            <p class="muted small">{ words::looked_note(&language) }</p>
            if *shown {
                <Looks record={props.record} />
            } else {
                <div><Button id="show-looks" small=true icon={Icon::Eye} label={words::looked_show(&language)} on_press={show} /></div>
            }
        </section>
    }
}

#[component]
fn Looks(props: &WhoLookedProps) -> Html {
    let language = use_language();
    let skip = use_state(|| 0_usize);
    let request = Request::Past(Ask::Looks { record: props.record, skip: *skip, take: LOOKS });
    let (page, again) = use_asked(request, |reply| match reply {
        Reply::Past(Answer::Page(page)) => Some(page),
        _ => None,
    });
    match page {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(Page { rows, .. }) if rows.is_empty() => html! { <p>{ words::looked_none(&language) }</p> },
        Asked::Here(Page { rows, total, .. }) => {
            let columns = vec![
                Column::new("when", words::log_when(&language)).fit(),
                Column::new("who", words::log_who(&language)),
                Column::new("what", words::log_what(&language)),
            ];
            let lines = rows.iter().map(|row| TableRow {
                key: row.seq.to_string().into(),
                spine: None,
                cells: vec![
                    html! { moment(&language, row.at) },
                    html! { <bdi>{ &row.who }</bdi> },
                    html! { <>{ log_line(&language, &row.what) }{ " " }<bdi class="muted small">{ more(&language, row) }</bdi></> },
                ],
            });
            html! {
                <>
                    <Table caption={words::looked_title(&language)} {columns} rows={lines.collect::<Vec<_>>()} />
                    if total > LOOKS {
                        <Pager skip={*skip} take={LOOKS} {total} on_turn={let skip = skip.setter(); Callback::from(move |to| skip.set(to))} />
                    }
                </>
            }
        }
    }
}
