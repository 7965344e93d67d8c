//! The lists behind the first page's numbers of flags and of alerts.

use super::Resolving;
use crate::frame::{Screen, type_word, use_workplace};
use crate::parts::{Button, Column, EmptyState, Icon, IndexTab, Notice, Pager, Table, TableRow, Tone, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked, use_doing};
use crate::screens::case::{date_text, day_of, due_tag, today};
use amparo_api::around::{Answer, Ask, Line};
use amparo_api::{Reply, Request};
use amparo_language::{Language, by_id, words};
use amparo_model::ids::RecordId;
use amparo_model::record::Module;
use amparo_model::value::RowId;
use yew::prelude::*;

/// Lines on a page.
const PAGE: usize = 50;

/// Which of the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Open flags in reach.
    Flags,
    /// What others did in one's own records.
    Alerts,
}

/// What a [`LinesScreen`] needs.
#[derive(Properties, PartialEq)]
pub struct LinesProps {
    /// Which list.
    pub of: Of,
}

#[derive(Clone, PartialEq)]
struct Here {
    lines: Vec<Line>,
    total: usize,
    filling: bool,
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Around(Answer::Lines { lines, total, filling }) => Some(Here { lines, total, filling }),
        _ => None,
    }
}

/// What an alert tells of, in words.
#[must_use]
pub fn alert_word(language: &Language, what: &str) -> String {
    let id = format!("alert-{}", what.replace('_', "-"));
    by_id(language, &id, &[]).unwrap_or_else(|| words::record_changed(language))
}

/// The page.
#[component]
pub fn LinesScreen(props: &LinesProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let skip = use_state(|| 0_usize);
    let resolving = use_state(|| None::<(RecordId, RowId)>);
    let ask = match props.of {
        Of::Flags => Ask::Flags { skip: *skip, take: PAGE },
        Of::Alerts => Ask::Alerts { skip: *skip, take: PAGE },
    };
    let (asked, again) = use_asked(Request::Around(ask), here);
    let doing = use_doing();
    let (title, note) = match props.of {
        Of::Flags => (words::flags_title(&language), words::flags_note(&language)),
        Of::Alerts => (words::alerts_title(&language), words::alerts_note(&language)),
    };
    let lines = if let Asked::Here(here) = &asked { here.lines.clone() } else { Vec::new() };
    let on_open = {
        let (work, lines) = (work.clone(), lines.clone());
        Callback::from(move |key: AttrValue| {
            let line = key.parse::<usize>().ok().and_then(|at| lines.get(at));
            if let Some((line, record)) = line.and_then(|line| Some((line, line.row.record?))) {
                work.go(Screen::of(line.row.of, record));
            }
        })
    };
    let put_away = {
        let (doing, again) = (doing.clone(), again.clone());
        Callback::from(move |records: Vec<RecordId>| {
            let again = again.clone();
            doing.ask(Request::Around(Ask::Seen { records }), move |_| again.emit(()));
        })
    };
    let on_resolved = {
        let (resolving, again) = (resolving.setter(), again.clone());
        Callback::from(move |done: bool| {
            resolving.set(None);
            if done {
                again.emit(());
            }
        })
    };
    let row = |(place, line): (usize, &Line)| {
        let record = line.row.record;
        let act = match (props.of, record, line.flag) {
            (Of::Flags, Some(record), Some(flag)) => {
                let resolving = resolving.setter();
                let on_press = Callback::from(move |()| resolving.set(Some((record, flag))));
                html! { <Button small=true icon={Icon::Check} label={words::flag_resolve(&language)} {on_press} /> }
            }
            (Of::Alerts, Some(record), _) => {
                let on_press = put_away.reform(move |()| vec![record]);
                html! { <Button small=true icon={Icon::Check} label={words::alerts_put_away(&language)} busy={doing.busy} {on_press} /> }
            }
            _ => Html::default(),
        };
        // Names of survivors are shown in their record only (DOMAIN.md 7).
        let named = line.row.of.module == Module::Cp;
        let tone = if line.on.is_empty() { Tone::Neutral } else { day_of(&line.on, today()) };
        let first = match props.of {
            Of::Flags if line.on.is_empty() => {
                html! { <span class="muted small">{ words::flag_no_day(&language) }</span> }
            }
            Of::Flags => due_tag(&language, &line.on, today()),
            Of::Alerts => html! { { date_text(&language, &line.on) } },
        };
        let second = match props.of {
            Of::Flags => date_text(&language, &line.since),
            Of::Alerts => alert_word(&language, &line.what),
        };
        TableRow {
            key: place.to_string().into(),
            spine: (props.of == Of::Flags).then_some(tone),
            cells: vec![
                html! { <span class="due-cell" data-test="line-row" data-what={line.what.clone()}>{ first }</span> },
                html! { { second } },
                html! { <IndexTab code={line.row.code.clone()} /> },
                html! { { type_word(&language, line.row.of) } },
                html! { if named { <bdi>{ &line.row.name }</bdi> } },
                html! { <bdi class="minor">{ &line.row.owner }</bdi> },
                html! { <span class="not-printed" onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>{ act }</span> },
            ],
        }
    };
    let columns = || {
        let (first, second) = match props.of {
            Of::Flags => (words::work_due(&language), words::flags_since(&language)),
            Of::Alerts => (words::alerts_day(&language), words::work_what(&language)),
        };
        vec![
            Column::new("on", first).fit(),
            Column::new("what", second),
            Column::new("code", words::column_code(&language)).fit(),
            Column::new("type", words::column_type(&language)).fit(),
            Column::new("name", words::column_name(&language)),
            Column::new("owner", words::column_owner(&language)),
            Column::new("act", words::work_done(&language)).fit(),
        ]
    };
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(here) => {
            let on_turn = {
                let skip = skip.setter();
                Callback::from(move |to: usize| skip.set(to))
            };
            let (empty, text) = match props.of {
                Of::Flags => (words::flags_empty(&language), words::flags_empty_text(&language)),
                Of::Alerts => (words::alerts_empty(&language), words::alerts_empty_text(&language)),
            };
            html! {
                <>
                    if here.filling { <Notice><p>{ words::list_filling(&language) }</p></Notice> }
                    if here.lines.is_empty() {
                        <EmptyState icon={Icon::CircleCheck} title={empty} {text} />
                    } else {
                        <div class="list-body"><Table caption={title.clone()} columns={columns()} rows={here.lines.iter().enumerate().map(row).collect::<Vec<_>>()} on_open={Some(on_open)} /></div>
                        <Pager skip={*skip} take={PAGE} total={here.total} {on_turn} />
                    }
                </>
            }
        }
    };
    let all = {
        let records: Vec<RecordId> = lines.iter().filter_map(|line| line.row.record).collect();
        put_away.reform(move |()| records.clone())
    };
    html! {
        <>
            <PageHead {title} {note}>
                if props.of == Of::Alerts && !lines.is_empty() {
                    <Button id="alerts-all-seen" icon={Icon::Check} label={words::alerts_put_all_away(&language)} busy={doing.busy} on_press={all} />
                }
            </PageHead>
            <Refusal problem={doing.problem.clone()} />
            { inside }
            if let Some((record, flag)) = *resolving { <Resolving {record} {flag} on_done={on_resolved} /> }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_alert_has_words_of_its_own_in_every_language() {
        for language in Language::ALL {
            let mut all = std::collections::BTreeSet::new();
            for what in ["changed", "approved", "sent_back", "flag", "note", "incident"] {
                assert!(all.insert(alert_word(&language, what)), "{language} {what}");
            }
        }
    }
}
