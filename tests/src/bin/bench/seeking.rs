//! How fast sought children are looked for: one among fifty thousand, and everybody among twenty thousand; and those like a child who is
//! being registered.

use super::figure::{Figure, timed};
use super::matching::find_all;
use super::measures::at_work_as;
use super::sets::Set;
use amparo_api::duplicates::{Answer as Doubles, Ask};
use amparo_api::{Reply, Request};
use amparo_matching::{Index, Profile, Settings};
use amparo_model::value::Document;
use amparo_tests::children::{child, named};
use amparo_tests::machine::resident;
use std::error::Error;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

#[path = "../../../../crates/matching/tests/invented/mod.rs"]
mod invented;

type Answer<T> = Result<T, Box<dyn Error>>;

fn made(children: usize, requests: usize) -> (Index<usize>, Vec<Profile>, Vec<Profile>) {
    let set = invented::set(1, children, requests, &invented::writing::Noise::MILD);
    let mut index = Index::new(Settings::default());
    for (id, child) in set.children.iter().enumerate() {
        index.add(id, child);
    }
    (index, set.children, set.requests.into_iter().map(|request| request.profile).collect())
}

/// The limit: a walk over all children that holds given and last names against each other letter for letter.
fn walk(children: &[Profile], asked: &Profile) -> usize {
    let same =
        |child: &&Profile| child.first == asked.first || child.last == asked.last && child.middle == asked.middle;
    children.iter().filter(same).count()
}

/// One request against 50,000 children, each from nothing remembered.
pub fn match_one() -> Answer<Figure> {
    const CHILDREN: usize = 50_000;
    let (index, children, requests) = made(CHILDREN, 100);
    let (mut times, mut limits, mut found) = (Vec::new(), Vec::new(), 0);
    for request in &requests {
        let (time, candidates) = timed(|| index.find(request, 20));
        found += candidates.len();
        times.push(time);
        let (limit, alike) = timed(|| walk(&children, request));
        found += alike;
        limits.push(limit);
    }
    if found == 0 {
        return Err("nobody was found".into());
    }
    Ok(Figure { records: CHILDREN as u64, ..Figure::of("match_one", times, limits) })
}

/// 2,000 requests against 20,000 children, on two threads.
pub fn match_all() -> Answer<Figure> {
    const CHILDREN: usize = 20_000;
    let (index, children, requests) = made(CHILDREN, 2_000);
    let (time, found) = timed(|| find_all(&index, &requests));
    let (limit, alike) = timed(|| requests.iter().map(|request| walk(&children, request)).sum::<usize>());
    if found.iter().all(Vec::is_empty) && alike == 0 {
        return Err("nobody was found".into());
    }
    Ok(Figure { records: CHILDREN as u64, ..Figure::of("match_all", vec![time], vec![limit]) })
}

/// How long a search for everybody goes on once somebody stopped it: at forty moments of it, on two threads.
pub fn match_stop() -> Answer<Figure> {
    const CHILDREN: usize = 20_000;
    let (index, _, requests) = made(CHILDREN, 400);
    let mut times = Vec::new();
    for moment in 0..40_u64 {
        let stopped = AtomicBool::new(false);
        let stop = || stopped.load(Ordering::SeqCst);
        let search = |some: &[Profile]| {
            let mut finder = index.finder();
            // Round and round, so that the stop always meets a search.
            while !stop() {
                if some.iter().any(|request| finder.find(request, 20, None, &stop).is_err()) {
                    break;
                }
            }
        };
        let (mine, theirs) = requests.split_at(requests.len() / 2);
        let time = std::thread::scope(|scope| {
            let threads = [mine, theirs].map(|some| scope.spawn(move || search(some)));
            std::thread::sleep(Duration::from_millis(5 + 7 * moment));
            timed(|| {
                stopped.store(true, Ordering::SeqCst);
                threads.into_iter().all(|thread| thread.join().is_ok())
            })
        });
        if !time.1 {
            return Err("a search ended in a panic".into());
        }
        times.push(time.0);
    }
    let nothing = times.iter().map(|_| 0.0).collect();
    Ok(Figure { records: CHILDREN as u64, ..Figure::of("match_stop", times, nothing) })
}

/// Who is told to a caseworker while a child is registered: half of the children are their own, of the others they know what colleagues
/// are told. The limit is a walk over every name. The first question makes what all others are asked of, behind the form, and is not counted.
pub fn warn_alike(set: &Set, folder: &Path) -> Answer<Figure> {
    const RUNS: u64 = 200;
    let (program, world) = at_work_as(set.staff.caseworkers.first().ok_or("nobody works there")?, set, folder)?;
    let ask = |number: u64| -> Answer<(f64, usize)> {
        let there = child(number, &world);
        let mut document = Document::default();
        for field in ["name_first", "name_last", "name_script2", "sex", "dob", "mother_name_first", "father_name_first"]
        {
            if let Some(answer) = there.get(field) {
                document.set(field, answer.clone());
            }
        }
        let (time, told) = timed(|| program.ask(Request::Duplicates(Ask::Like { record: None, document }), &()));
        match told? {
            Reply::Duplicates(Doubles::Alike { children }) => Ok((time, children.len())),
            _ => Err("nobody asked that".into()),
        }
    };
    let (first, _) = ask(0)?;
    eprintln!("warn_alike: the first question took {first:.0} ms");
    let names: Vec<_> = (0..set.records).map(named).collect();
    let (mut times, mut limits, mut found) = (Vec::new(), Vec::new(), 0);
    for run in 0..RUNS {
        let number = run * 7919 % set.records;
        let (time, told) = ask(number)?;
        times.push(time);
        let asked = named(number);
        let (limit, alike) =
            timed(|| names.iter().filter(|name| name.first == asked.first && name.last == asked.last).count());
        limits.push(limit);
        found += usize::from(told > 0 && alike > 0);
    }
    // Whoever has a name of many is not told of all of them.
    if found as u64 * 2 < RUNS {
        return Err(format!("only {found} of {RUNS} children were told of").into());
    }
    Ok(Figure { rss_mb: resident("VmRSS:"), ..Figure::of("warn_alike", times, limits) })
}
