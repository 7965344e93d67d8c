//! How well sought children are found among many invented ones, by kind of noise and people:
//! `cargo run -p amparo-matching --example figures [-- key=value ...]` with `world` (first, other, third or fourth), `noise` (hard or mild, of the first), `seed`, `children`,
//! `requests`, `show` (how many of the requests that went wrong are printed), `what` (missed, wrong, weak, or names: how the names of one child are judged to differ) `kind` (only requests of this kind) `evidence=1` (what each
//! witness says of the first eight of each request) , `times=1` (how long one request takes)
//! and `one_spelling=1`
//! (nobody spells otherwise: what the best reader of names would reach).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../tests/invented/mod.rs"]
mod invented;

use amparo_matching::{Band, How, Reason};
use invented::measure::{index, measure};
use invented::writing::Noise;
use std::collections::HashMap;

/// How long work goes on between two times that it asks whether to stop: so long does somebody wait who stops it.
#[derive(Default)]
struct Watch(std::cell::Cell<Option<std::time::Instant>>, std::cell::Cell<std::time::Duration>);

impl Watch {
    fn asked(&self) -> bool {
        let now = std::time::Instant::now();
        self.1.set(self.0.replace(Some(now)).map_or(self.1.get(), |before| self.1.get().max(now - before)));
        false
    }

    fn longest(&self) -> std::time::Duration {
        self.1.get()
    }
}

/// A set that was written down: `children` (profiles) and `requests` (`profile`, the number of the `child` or none, `kinds` as one word).
fn from_file(path: &str) -> invented::Set {
    #[derive(serde::Deserialize)]
    struct Asked {
        profile: amparo_matching::Profile,
        child: Option<usize>,
    }
    #[derive(serde::Deserialize)]
    struct Written {
        children: Vec<amparo_matching::Profile>,
        requests: Vec<Asked>,
    }
    let written: Written = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let request = |asked: Asked| invented::Request { profile: asked.profile, child: asked.child, kinds: Vec::new() };
    invented::Set { children: written.children, requests: written.requests.into_iter().map(request).collect() }
}

fn main() {
    let told: HashMap<String, String> = std::env::args()
        .skip(1)
        .filter_map(|argument| argument.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned())))
        .collect();
    let text = |key: &str, usual: &str| told.get(key).cloned().unwrap_or_else(|| usual.to_owned());
    let number = |key: &str, usual: usize| told.get(key).and_then(|value| value.parse().ok()).unwrap_or(usual);
    let (seed, children, requests) = (number("seed", 7) as u64, number("children", 20_000), number("requests", 2_000));
    invented::ONE_SPELLING.store(told.contains_key("one_spelling"), std::sync::atomic::Ordering::Relaxed);
    let set = match (text("world", "first").as_str(), text("noise", "hard").as_str()) {
        (path, _) if path.ends_with(".json") => from_file(path),
        ("fourth", _) => invented::fourth::set(seed, children, requests),
        ("third", _) => invented::third::set(seed, children, requests),
        ("other", _) => invented::other::set(seed, children, requests),
        (_, "mild") => invented::set(seed, children, requests, &Noise::MILD),
        _ => invented::set(seed, children, requests, &Noise::HARD),
    };
    let start = std::time::Instant::now();
    let mut index = index(&set);
    if let Some(json) = told.get("weights") {
        index.set_weights(serde_json::from_str(json).unwrap());
    }
    if told.contains_key("learn") {
        let pairs: Vec<_> = set.requests.iter().filter_map(|r| r.child.map(|c| (r.profile.clone(), c))).collect();
        let learnt = index.learn(&pairs, number("learn", 20) as f32);
        println!("{learnt:?}");
        index.set_weights(learnt);
    }
    if told.contains_key("settle") {
        let requests: Vec<_> = set.requests.iter().map(|request| request.profile.clone()).collect();
        let start = std::time::Instant::now();
        let watch = Watch::default();
        index.settle(&requests, number("settle", 60) as f32, &|_, _| watch.asked()).unwrap();
        println!("settle {:?}, at most {:?} until it would have stopped", start.elapsed(), watch.longest());
        println!("{:?}", index.settings().weights);
    }
    println!("index {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let (mut shown, most, what, kind) = (0, number("show", 0), text("what", "missed"), text("kind", ""));
    let mut bins = [[0_u32; 2]; 12];
    let all = measure(&set, &index, |number, found| {
        let request = &set.requests[number];
        if let Some(first) = found.first() {
            let bin = [0.05, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.985, 0.993, 0.998]
                .iter()
                .position(|end| first.chance < *end)
                .unwrap_or(11);
            bins[bin][usize::from(Some(first.id) == request.child)] += 1;
        }
        if told.contains_key("evidence") {
            for (rank, c) in found.iter().enumerate().take(8) {
                let said: Vec<String> = c.evidence.iter().map(|says| format!("{says:.2}")).collect();
                let right = u8::from(Some(c.id) == request.child);
                let registered = u8::from(request.child.is_some());
                println!("\t{number}\t{right}\t{rank}\t{registered}\t{:?}\t{}\t{}", c.band, c.chance, said.join("\t"));
            }
        }
        let wrong = found.iter().find(|c| c.band == Band::Strong && Some(c.id) != request.child);
        let right = request.child.and_then(|child| found.iter().position(|c| c.id == child));
        if what == "names"
            && let Some(at) = right
        {
            // How the names of one child are judged to differ: the place where a rule of sound is missing shows itself.
            for reason in &found[at].reasons {
                match reason {
                    Reason::NameDiffers { whose, asked, found } => {
                        println!("differs {whose:?} {asked} {found} {:?}", request.kinds)
                    }
                    Reason::Name { whose, asked, found, how: How::Slip, .. } => {
                        println!("slip {whose:?} {asked} {found} {:?}", request.kinds)
                    }
                    _ => {}
                }
            }
        }
        let interesting = match what.as_str() {
            "names" => false,
            "wrong" => wrong.is_some(),
            "weak" => right.is_some_and(|at| found[at].band < Band::Strong),
            _ => request.child.is_some() && right != Some(0),
        };
        if interesting && shown < most && (kind.is_empty() || request.kinds.contains(&kind.as_str())) {
            shown += 1;
            println!("--- {:?}", request.kinds);
            println!("  asked {}", serde_json::to_string(&request.profile).unwrap());
            let others = wrong.map(|c| c.id).or(found.first().map(|c| c.id)).filter(|id| Some(*id) != request.child);
            for id in [others, request.child].into_iter().flatten() {
                println!(
                    "  {} {} {:?}",
                    if Some(id) == request.child { "RIGHT" } else { "other" },
                    serde_json::to_string(&set.children[id]).unwrap(),
                    found.iter().find(|c| c.id == id).map(|c| (c.score, c.chance, c.band, &c.reasons))
                );
            }
        }
    });
    if told.contains_key("times") {
        let mut times = Vec::new();
        let watch = Watch::default();
        for request in set.requests.iter().take(200) {
            let start = std::time::Instant::now();
            // Each from nothing remembered.
            index.finder().find(&request.profile, 20, None, &|| watch.asked()).unwrap();
            times.push(start.elapsed());
        }
        times.sort();
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        println!(
            "match_one p50 {:?} p95 {:?}, at most {:?} until it would have stopped",
            at(50),
            at(95),
            watch.longest()
        );
    }
    println!("match {:?}, first by chance (wrong, right) {bins:?}", start.elapsed());
    for (kind, m) in all {
        println!(
            "{kind:18} {:5} {:5}  @1 {:.3} @5 {:.3} @20 {:.3} strong precision {:.3} of true {:.3} unmatched {:.3}",
            m.requests,
            m.matched,
            m.recall_at_1(),
            m.recall_at_5(),
            m.recall_at_20(),
            m.precision(),
            m.strong(),
            m.wrongly_strong()
        );
    }
}
