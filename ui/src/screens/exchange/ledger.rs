//! Sealed files that left and came.

use super::super::asking::{Asked, Refusal, use_asked};
use crate::frame::moment;
use crate::parts::{Column, Icon, Sheet, Table, TableRow, use_language};
use amparo_api::exchange::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use yew::prelude::*;

/// The ledger.
#[component]
pub(super) fn LedgerSheet() -> Html {
    let language = use_language();
    let (entries, again) = use_asked(Request::Exchange(Ask::Ledger {}), |reply| match reply {
        Reply::Exchange(Answer::Ledger { entries }) => Some(entries),
        _ => None,
    });
    let inside = match entries {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(entries) if entries.is_empty() => html! { <p class="muted">{ words::ledger_empty(&language) }</p> },
        Asked::Here(entries) => {
            let columns = vec![
                Column::new("way", words::log_what(&language)).fit(),
                Column::new("office", words::column_office(&language)),
                Column { number: true, ..Column::new("number", words::bundle_number(&language)) },
                Column { number: true, ..Column::new("records", words::ledger_cases(&language)) },
                Column::new("when", words::log_when(&language)),
            ];
            let rows = entries.iter().map(|entry| {
                let (icon, way) = if entry.left {
                    (Icon::Upload, words::ledger_sent(&language))
                } else {
                    (Icon::Download, words::ledger_received(&language))
                };
                TableRow {
                    key: entry.bundle.to_string().into(),
                    spine: None,
                    cells: vec![
                        html! { <span class="tag">{ icon.draw() }{ way }</span> },
                        html! { <bdi>{ &entry.office }</bdi> },
                        html! { number(&language, i64::try_from(entry.number).unwrap_or(i64::MAX)) },
                        html! { number(&language, i64::try_from(entry.records).unwrap_or(i64::MAX)) },
                        html! { moment(&language, entry.at) },
                    ],
                }
            });
            html! { <Table caption={words::ledger_title(&language)} {columns} rows={rows.collect::<Vec<_>>()} /> }
        }
    };
    html! { <Sheet title={words::ledger_title(&language)}><div id="ledger">{ inside }</div></Sheet> }
}
