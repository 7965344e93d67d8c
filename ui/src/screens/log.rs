//! The office's log: who did what, as far as this person may know.

use super::asking::{Asked, PageHead, Refusal, use_asked};
use crate::frame::{log_line, moment};
use crate::parts::{Column, Icon, Notice, Pager, Table, TableRow, Tag, Tone, use_language};
use amparo_api::keeping::{Answer, Ask, LogRow};
use amparo_api::{Reply, Request};
use amparo_language::words;
use yew::prelude::*;

/// Rows of a page.
const PAGE: usize = 50;

#[derive(Clone, PartialEq)]
struct LogPage {
    rows: Vec<LogRow>,
    total: u64,
    sound: Option<bool>,
}

/// The log.
#[component]
pub fn LogScreen() -> Html {
    let language = use_language();
    let skip = use_state(|| 0_usize);
    let (page, again) = use_asked(Request::Keeping(Ask::Log { skip: *skip, take: PAGE }), |reply| match reply {
        Reply::Keeping(Answer::Log { rows, total, sound }) => Some(LogPage { rows, total, sound }),
        _ => None,
    });
    let inside = match page {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(page) => {
            let state = match page.sound {
                Some(true) => html! { <Tag tone={Tone::InOrder} word={words::log_sound(&language)} /> },
                Some(false) => {
                    html! { <Notice tone={Tone::Overdue} alert=true><p>{ words::log_not_sound(&language) }</p></Notice> }
                }
                None => html! { <Tag word={words::log_checking(&language)} /> },
            };
            let columns = vec![
                Column::new("when", words::log_when(&language)).fit(),
                Column::new("who", words::log_who(&language)),
                Column::new("what", words::log_what(&language)),
                Column::new("about", words::log_about(&language)),
            ];
            let rows = page.rows.iter().map(|row| TableRow {
                key: row.seq.to_string().into(),
                spine: None,
                cells: vec![
                    html! { moment(&language, row.at) },
                    html! { <bdi>{ &row.who }</bdi> },
                    html! { <span class="line tight">if row.what == "closed" { { Icon::Lock.draw() } }{ log_line(&language, &row.what) }</span> },
                    html! { <bdi class="code">{ &row.about }</bdi> },
                ],
            });
            html! {
                <div class="stack" id="log">
                    <div id="log-sound">{ state }</div>
                    <Table caption={words::log_title(&language)} {columns} rows={rows.collect::<Vec<_>>()} />
                    <Pager
                        skip={*skip} take={PAGE} total={usize::try_from(page.total).unwrap_or(usize::MAX)}
                        on_turn={let skip = skip.setter(); Callback::from(move |to| skip.set(to))}
                    />
                </div>
            }
        }
    };
    html! { <><PageHead title={words::log_title(&language)} note={words::log_note(&language)} />{ inside }</> }
}
