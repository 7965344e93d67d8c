//! Who was at work when.

use crate::frame::moment;
use crate::parts::{Column, Table, TableRow, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_api::people::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use yew::prelude::*;

/// The rows that are shown.
const ROWS: usize = 100;

/// Everybody's hours, newest first.
#[component]
pub(super) fn WhoWorked() -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::People(Ask::SignIns { take: ROWS }), |reply| match reply {
        Reply::People(Answer::SignIns { rows }) => Some(rows),
        _ => None,
    });
    let rows = match asked {
        Asked::Waiting => return html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(rows) => rows,
    };
    let columns = vec![
        Column::new("who", words::person_name(&language)),
        Column::new("from", words::at_work_from(&language)).fit(),
        Column::new("until", words::at_work_until(&language)).fit(),
        Column { number: true, ..Column::new("entries", words::at_work_entries(&language)) },
    ];
    let rows = rows.iter().map(|row| TableRow {
        key: format!("{}-{}", row.person, row.from.0).into(),
        spine: None,
        cells: vec![
            html! { <bdi>{ &row.name }</bdi> },
            html! { moment(&language, row.from) },
            html! { moment(&language, row.until) },
            html! { number(&language, i64::try_from(row.entries).unwrap_or(i64::MAX)) },
        ],
    });
    html! {
        <div class="stack tight" id="who-worked">
            <p class="muted">{ words::at_work_note(&language) }</p>
            <Table caption={words::at_work(&language)} {columns} rows={rows.collect::<Vec<_>>()} />
        </div>
    }
}
