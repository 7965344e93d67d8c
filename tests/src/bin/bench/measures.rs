//! Lists, search, opening and saving, in one session that sees every case.

use super::figure::{Figure, timed};
use super::raw::{self, Raw};
use super::sets::{Set, program, save_new};
use amparo_api::lists::{Column, Fact, Line, List, Order, View};
use amparo_api::records::{Answer as Cases, Ask as Case, Show};
use amparo_model::ids::{AgencyId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Path as Place, Value};
use amparo_office::Program;
use amparo_tests::children::{self, World, named};
use amparo_tests::dice::Dice;
use amparo_tests::office::is_sound;
use amparo_tests::staff::{Login, cases, page, sign_in};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

type Answer<T> = Result<T, Box<dyn Error>>;

/// Signs the supervisor in, who sees every case, and waits until the work behind the first list is done.
pub fn at_work(set: &Set, folder: &Path) -> Answer<(Arc<Program>, World)> {
    at_work_as(&set.staff.supervisor, set, folder)
}

/// The same as somebody else.
pub fn at_work_as(who: &Login, set: &Set, folder: &Path) -> Answer<(Arc<Program>, World)> {
    let program = program(folder);
    let person = sign_in(&program, who)?.person;
    loop {
        match is_sound(&program)? {
            Some(true) => break,
            Some(false) => return Err("the set is damaged".into()),
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    }
    let world = World { caseworker: person, agency: AgencyId::from_random([7; 16]), places: set.places.clone() };
    Ok((program, world))
}

fn list(program: &Program, show: Show, by: Column, skip: usize, take: usize) -> Answer<(Vec<Line>, usize)> {
    let order = Some(Order { by, backwards: skip % 2 == 1 });
    let view = View { show, order, ..View::default() };
    Ok(page(program, List { of: RecordType::CASE, view, text: String::new() }, skip, take)?)
}

/// Every case there is.
pub fn everybody(program: &Program) -> Answer<Vec<RecordId>> {
    let mut all = Vec::new();
    loop {
        let (rows, total) = list(program, Show::All, Column::Fact(Fact::Code), all.len() / 2 * 2, 200)?;
        all.extend(rows.into_iter().filter_map(|line| line.row.record));
        if all.len() >= total {
            return Ok(all);
        }
    }
}

pub fn list_page(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 300;
    let (program, _) = at_work(set, folder)?;
    let shows = [Show::Current, Show::Current, Show::Overdue, Show::Due, Show::High, Show::All];
    let sorts = [
        Column::Fact(Fact::Due),
        Column::Fact(Fact::Name),
        Column::Fact(Fact::Code),
        Column::Field("risk_level".to_owned()),
        Column::Fact(Fact::Changed),
    ];
    let mut times = Vec::new();
    for run in 0..RUNS {
        let (time, page) =
            timed(|| list(&program, shows[run % shows.len()], sorts[run % sorts.len()].clone(), run % 7 * 50, 50));
        page?;
        times.push(time);
    }
    Ok(Figure::of("list_page", times, Raw::of(folder, &set.staff.supervisor)?.list_page(RUNS)?))
}

/// What people type: the start of a name, a part of it, both names, the other script, a code, a phone.
pub fn words(records: u64, runs: usize) -> Vec<String> {
    let mut dice = Dice::new(4);
    (0..runs)
        .map(|run| {
            let number = dice.bits() % records;
            let name = named(number);
            let start = |text: &str, letters| text.chars().take(letters).collect::<String>();
            match run % 8 {
                0 => start(&name.first, 1),
                1 => start(&name.first, 2),
                2 => start(&name.first, 4),
                3 => name.first.chars().skip(1).take(4).collect(),
                4 => format!("{} {}", name.first, name.last),
                5 if !name.script2.is_empty() => start(&name.script2, 4),
                6 => format!("BENCH-26-{:05}", number + 1),
                7 => format!("7{:02} {:03}", number / 9 % 100, number / 9 % 997),
                _ => name.last,
            }
        })
        .filter(|text| !text.trim().is_empty())
        .collect()
}

pub fn search_name(set: &Set, folder: &Path, work: &Path) -> Answer<Figure> {
    const RUNS: usize = 320;
    let (program, _) = at_work(set, folder)?;
    let words = words(set.records, RUNS);
    let (mut times, mut found) = (Vec::new(), 0);
    for word in &words {
        let (time, hits) = timed(|| cases(&program, Case::Find { text: word.clone(), of: None, take: 50 }));
        if let Cases::Rows { total, .. } = hits? {
            found += usize::from(total > 0);
        }
        times.push(time);
    }
    if found * 10 < words.len() * 8 {
        return Err(format!("only {found} of {} searches found anything", words.len()).into());
    }
    let names: Vec<String> =
        (0..set.records).map(named).map(|name| format!("{} {} {}", name.first, name.last, name.script2)).collect();
    Ok(Figure::of("search_name", times, raw::search_name(&names, &words, work)?))
}

pub fn open_record(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 500;
    let (program, _) = at_work(set, folder)?;
    let all = everybody(&program)?;
    let mut dice = Dice::new(5);
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let record = *dice.one(&all);
        let (time, opened) = timed(|| cases(&program, Case::Open { record }));
        opened?;
        times.push(time);
    }
    Ok(Figure::of("open_record", times, Raw::of(folder, &set.staff.supervisor)?.open_record(RUNS)?))
}

/// Every third save registers a child, the others change one that is there. Opening it before is not counted.
pub fn save_record(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: usize = 300;
    let (program, world) = at_work(set, folder)?;
    let all = everybody(&program)?;
    let mut dice = Dice::new(6);
    let mut times = Vec::new();
    for run in 0..RUNS {
        let (time, saved) = if run % 3 == 0 {
            let child = children::child(set.records + run as u64, &world);
            timed(|| save_new(&program, &child))
        } else {
            let record = *dice.one(&all);
            let Cases::Record(opened) = cases(&program, Case::Open { record })? else {
                return Err("not a record".into());
            };
            let change = Change::from([
                (Place::Field("situation".to_owned()), Some(Value::Text(format!("Visited again, {run}. لا تغيير.")))),
                (Place::Field("risk_level".to_owned()), Some(Value::Choice("medium".to_owned()))),
            ]);
            let save = Case::Save {
                record: Some(record),
                of: RecordType::CASE,
                heads: opened.heads,
                change,
                complete: Vec::new(),
                renewed: Vec::new(),
                draft: None,
            };
            timed(|| cases(&program, save).map(drop).map_err(Into::into))
        };
        saved?;
        times.push(time);
    }
    Ok(Figure::of("save_record", times, Raw::of(folder, &set.staff.supervisor)?.save_record(RUNS)?))
}
