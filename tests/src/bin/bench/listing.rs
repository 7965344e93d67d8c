//! The first page, and lists by any filter and order: once what they need was read.

use super::figure::{Figure, timed};
use super::measures::{at_work, words};
use super::raw::Raw;
use super::sets::Set;
use amparo_api::lists::{Answer as Lists, Ask, Column, Fact, Filter, Is, List, Order, View};
use amparo_api::records::{Ask as Case, Show};
use amparo_api::{Reply, Request};
use amparo_model::record::RecordType;
use amparo_office::Program;
use amparo_tests::staff::{cases, page};
use std::error::Error;
use std::path::Path;

type Answer<T> = Result<T, Box<dyn Error>>;

fn field(id: &str) -> Column {
    Column::Field(id.to_owned())
}

fn among(id: &str, options: &[&str]) -> Filter {
    Filter { of: field(id), is: Is::Among(options.iter().map(|it| (*it).to_owned()).collect()), not: false }
}

fn list(filters: Vec<Filter>, by: Column, text: &str) -> List {
    let order = text.is_empty().then_some(Order { by, backwards: false });
    let view = View { show: Show::All, filters, order, ..View::default() };
    List { of: RecordType::CASE, view, text: text.to_owned() }
}

fn read(program: &Program, list: &List) -> Answer<()> {
    match program.ask(Request::Lists(Ask::Read { list: list.clone() }), &())? {
        Reply::Lists(Lists::Read { .. }) => Ok(()),
        _ => Err("not read".into()),
    }
}

pub fn home(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 100;
    let (program, _) = at_work(set, folder)?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (time, home) = timed(|| cases(&program, Case::Home {}));
        home?;
        times.push(time);
    }
    Ok(Figure::of("home", times, Raw::of(folder, &set.staff.supervisor)?.list_page(RUNS)?))
}

/// Filters and orders over what summaries tell and what was read, one after the other.
fn kinds() -> Vec<List> {
    let age = Filter { of: Column::Fact(Fact::Age), is: Is::Number { from: Some(6), to: Some(11) }, not: false };
    let since = Filter { of: field("date_registered"), is: Is::Days { from: Some(-365), to: None }, not: false };
    vec![
        list(vec![among("concerns", &["neglect", "separated"])], Column::Fact(Fact::Due), ""),
        list(vec![among("sex", &["female"]), age], Column::Fact(Fact::Name), ""),
        list(vec![among("displacement", &["refugee"]), since], field("risk_level"), ""),
        list(vec![Filter { of: field("services"), is: Is::Blank {}, not: false }], field("care_type"), ""),
        list(Vec::new(), Column::Fact(Fact::Owner), ""),
    ]
}

pub fn list_filter(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 300;
    let (program, _) = at_work(set, folder)?;
    let kinds = kinds();
    kinds.iter().try_for_each(|list| read(&program, list))?;
    let mut times = Vec::new();
    for run in 0..RUNS {
        let list = kinds[run % kinds.len()].clone(); // there is one of each
        let (time, found) = timed(|| page(&program, list, run % 3 * 50, 50));
        found?;
        times.push(time);
    }
    Ok(Figure::of("list_filter", times, Raw::of(folder, &set.staff.supervisor)?.list_page(RUNS)?))
}

/// What people type into the box over a filtered list.
pub fn quick_filter(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 200;
    let (program, _) = at_work(set, folder)?;
    let mut times = Vec::new();
    for word in words(set.records, RUNS) {
        let list = list(vec![among("sex", &["female"])], Column::Fact(Fact::Code), &word);
        let (time, found) = timed(|| page(&program, list, 0, 50));
        found?;
        times.push(time);
    }
    Ok(Figure::of("quick_filter", times, Raw::of(folder, &set.staff.supervisor)?.list_page(RUNS)?))
}
