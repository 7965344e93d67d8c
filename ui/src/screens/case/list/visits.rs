//! The visit sheet of a list or of the rows that are marked in it: by code, with what is to be done for each child and room to write by
//! hand. No name stands on it: it goes through a camp in a bag.

use super::super::aside::{due_tag, risk_tag};
use super::super::machine::today;
use super::super::tones;
use super::place_of;
use crate::frame::Workplace;
use crate::parts::{Column, IndexTab, Table, TableRow};
use amparo_api::lists::Line;
use amparo_api::records::Row;
use amparo_api::work::{Answer, Ask, Task, When};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use std::collections::HashMap;
use yew::prelude::*;

/// Tasks that are asked for at a time.
const PIECE: usize = 200;

/// A child to be visited, with everything that is to be done.
#[derive(Clone, PartialEq)]
pub struct Visit {
    row: Row,
    tasks: Vec<(String, String)>,
}

/// The children of some rows with what is to be done for each, in the order of the rows. None when the office refuses.
pub async fn visits(work: &Workplace, lines: Vec<Line>) -> Option<Vec<Visit>> {
    let mut all: Vec<Task> = Vec::new();
    let mut skip = 0;
    loop {
        let ask = Ask::List { when: When::All, what: None, owner: None, skip, take: PIECE };
        let Ok(Reply::Work(Answer::Tasks { tasks, total, .. })) = work.ask(Request::Work(ask)).await else {
            return None;
        };
        skip += PIECE;
        all.extend(tasks);
        if skip >= total {
            return Some(together(lines, all));
        }
    }
}

fn together(lines: Vec<Line>, tasks: Vec<Task>) -> Vec<Visit> {
    let mut of: HashMap<_, Vec<(String, String)>> = HashMap::new();
    for Task { row, what, on, .. } in tasks {
        of.entry(row.record).or_default().push((what, on));
    }
    let visit = |line: Line| {
        let tasks = line.row.record.and_then(|record| of.remove(&Some(record))).unwrap_or_default();
        Visit { row: line.row, tasks }
    };
    lines.into_iter().map(visit).collect()
}

/// The sheet.
pub fn table(language: &Language, visits: &[Visit]) -> Html {
    let columns = vec![
        Column::new("code", words::column_code(language)).fit(),
        Column::new("place", words::column_place(language)),
        Column::new("risk", words::column_risk(language)).fit(),
        Column::new("tasks", words::work_what(language)),
        Column::new("seen", words::visits_seen(language)),
    ];
    let row = |(place, visit): (usize, &Visit)| {
        let spine = tones::spine(&visit.row, today());
        let task = |(what, on): &(String, String)| {
            html! { <li>{ "☐ " }{ tones::clock(language, what) }{ " " }{ due_tag(language, on, today()) }</li> }
        };
        TableRow {
            key: place.to_string().into(),
            spine: Some(spine),
            cells: vec![
                html! { <IndexTab code={visit.row.code.clone()} {spine} /> },
                html! { <bdi>{ place_of(&visit.row, language) }</bdi> },
                risk_tag(language, &visit.row.risk),
                html! { <ul class="visit-tasks">{ for visit.tasks.iter().map(task) }</ul> },
                html! { <div class="visit-room"></div> },
            ],
        }
    };
    let rows: Vec<TableRow> = visits.iter().enumerate().map(row).collect();
    html! { <Table caption={words::list_visits(language)} {columns} {rows} /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::ids::RecordId;

    #[test]
    fn each_row_has_its_own_tasks_in_the_order_of_the_rows_and_one_without_any_stays() {
        let row = |at: u8| Row { record: Some(RecordId::from_random([at; 16])), ..Row::default() };
        let line = |at: u8| Line { row: row(at), cells: Vec::new() };
        let task = |at: u8, what: &str| Task {
            row: row(at),
            what: what.to_owned(),
            on: String::new(),
            form: None,
            can_be_done: None,
        };
        let tasks = vec![task(1, "assessment"), task(9, "review"), task(2, "follow_up"), task(1, "consent")];
        let visits = together(vec![line(2), line(3), line(1)], tasks);
        let told: Vec<Vec<&str>> =
            visits.iter().map(|visit| visit.tasks.iter().map(|(what, _)| what.as_str()).collect()).collect();
        assert_eq!(told, [vec!["follow_up"], vec![], vec!["assessment", "consent"]]);
    }
}
