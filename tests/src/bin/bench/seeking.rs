//! How fast sought children are looked for: one among fifty thousand, and everybody among twenty thousand.

use super::figure::{Figure, timed};
use super::matching::find_all;
use amparo_matching::{Index, Profile, Settings};
use std::error::Error;

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
