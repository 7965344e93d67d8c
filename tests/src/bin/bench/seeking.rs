//! How fast sought children are looked for: one among fifty thousand, and everybody among twenty thousand.

use super::figure::{Figure, timed};
use super::matching::find_all;
use amparo_matching::{Index, Profile, Settings};
use std::error::Error;
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
