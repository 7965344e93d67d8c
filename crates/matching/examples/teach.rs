//! How far each witness is to be believed, found on sets of the first two invented worlds: `cargo run --release -p amparo-matching --example teach`. The shares are those
//! under which the true child, or that none is there, is likeliest among the first eight found (a multinomial logit, by gradients with Adam's steps; Kingma
//! and Ba, 2014), drawn towards [`USUAL`]. It prints them; whoever takes them over rounds them and measures with other seeds and the other worlds (`figures`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

#[path = "../tests/invented/mod.rs"]
mod invented;

use amparo_matching::{Belief, Evidence, Witness};
use invented::measure::index;
use invented::writing::Noise;

/// Shares before anything is learnt.
const USUAL: f64 = 0.85;
/// How strongly they are drawn there.
const PULL: f64 = 10.0;
const ROUNDS: i32 = 500;
const LISTED: usize = 8;
const SHARES: usize = Witness::ALL.len() * 3;
/// After the shares: nobody of those found, a namesake of the sought child, a brother or sister, and how much more nobody weighs in a larger index.
const NOBODY: usize = SHARES;
const NAMESAKE: usize = SHARES + 1;
const SIBLING: usize = SHARES + 2;
const SIZE: usize = SHARES + 3;
const ALL: usize = SHARES + 4;

/// One request: what each witness says of those found, in three parts; the true one among them; the size of the index.
struct Asked {
    found: Vec<[f64; SHARES]>,
    right: Option<usize>,
    size: f64,
}

fn parts(evidence: &Evidence) -> [f64; SHARES] {
    let first = f64::from(Belief::FIRST);
    let mut all = [0.0; SHARES];
    for (three, says) in all.chunks_exact_mut(3).zip(evidence) {
        let says = f64::from(*says);
        three.copy_from_slice(&[says.clamp(-12.0, 0.0), says.clamp(0.0, first), (says - first).clamp(0.0, 12.0)]);
    }
    all
}

fn set(world: &str, seed: u64, children: usize) -> Vec<Asked> {
    let set = match world {
        "other" => invented::other::set(seed, children, 2_000),
        _ => invented::set(seed, children, 2_000, &Noise::HARD),
    };
    let mut index = index(&set);
    let profiles: Vec<_> = set.requests.iter().map(|request| request.profile.clone()).collect();
    index.settle(&profiles, 60.0, &|_, _| false).unwrap();
    let mut finder = index.finder();
    let asked = set.requests.iter().filter_map(|request| {
        let found = finder.find(&request.profile, LISTED, None, &|| false).unwrap();
        let right = found.iter().position(|candidate| Some(candidate.id) == request.child);
        // A true child who is not among the first teaches nothing of how they are weighed.
        (!found.is_empty() && right.is_some() == request.child.is_some()).then(|| Asked {
            found: found.iter().map(|candidate| parts(&candidate.evidence)).collect(),
            right,
            size: (children as f64 / 20_000.0).ln(),
        })
    });
    asked.collect()
}

/// The witnesses that a namesake agrees with, and those that a brother or sister does.
fn of_namesake(share: usize) -> bool {
    share / 3 <= Witness::Spelling as usize
}

fn of_sibling(share: usize) -> bool {
    let own = [Witness::Given, Witness::GivenLeft, Witness::Sex, Witness::Age];
    !own.iter().any(|witness| *witness as usize == share / 3)
}

fn sum(shares: &[f64; ALL], said: &[f64; SHARES], counts: impl Fn(usize) -> bool) -> f64 {
    (0..SHARES).filter(|at| counts(*at)).map(|at| shares[at] * said[at]).sum()
}

/// The slope of the logarithm of the chance of the truth, added up.
fn slope(asked: &Asked, shares: &[f64; ALL], slopes: &mut [f64; ALL]) {
    let says: Vec<f64> = asked.found.iter().map(|said| sum(shares, said, |_| true)).collect();
    let best = (0..says.len()).max_by(|one, other| says[*one].total_cmp(&says[*other])).unwrap();
    let nobody = [
        shares[NOBODY] + shares[SIZE] * asked.size,
        shares[NAMESAKE] + sum(shares, &asked.found[best], of_namesake),
        shares[SIBLING] + sum(shares, &asked.found[best], of_sibling),
    ];
    let most = says.iter().chain(&nobody).copied().fold(f64::MIN, f64::max);
    let chance = |says: f64| (says - most).exp();
    let all: f64 = says.iter().chain(&nobody).map(|says| chance(*says)).sum();
    let none: f64 = nobody.iter().map(|says| chance(*says)).sum();
    for (at, said) in asked.found.iter().enumerate() {
        let share = chance(says[at]) / all - f64::from(u8::from(asked.right == Some(at)));
        (0..SHARES).for_each(|at| slopes[at] += share * said[at]);
    }
    for (at, says) in nobody.into_iter().enumerate() {
        let share = chance(says) / all - if asked.right.is_none() { chance(says) / none } else { 0.0 };
        slopes[NOBODY + at] += share;
        match at {
            0 => slopes[SIZE] += share * asked.size,
            1 => (0..SHARES).filter(|at| of_namesake(*at)).for_each(|at| slopes[at] += share * asked.found[best][at]),
            _ => (0..SHARES).filter(|at| of_sibling(*at)).for_each(|at| slopes[at] += share * asked.found[best][at]),
        }
    }
}

fn main() {
    let sets = [("first", 7, 20_000), ("first", 101, 20_000), ("other", 7, 20_000), ("other", 201, 20_000)];
    let small = [("first", 105, 2_000), ("other", 205, 2_000)];
    let asked: Vec<Asked> =
        sets.into_iter().chain(small).flat_map(|(world, seed, children)| set(world, seed, children)).collect();
    let mut before = [USUAL; ALL];
    (before[NOBODY], before[NAMESAKE], before[SIBLING], before[SIZE]) = (8.0, -1.4, -1.9, 0.7);
    let (mut shares, mut mean, mut spread) = (before, [0.0; ALL], [0.0; ALL]);
    for round in 1..=ROUNDS {
        let mut slopes = [0.0; ALL];
        asked.iter().for_each(|asked| slope(asked, &shares, &mut slopes));
        for at in 0..ALL {
            let slope = (slopes[at] + PULL * (shares[at] - before[at])) / asked.len() as f64;
            mean[at] = 0.9 * mean[at] + 0.1 * slope;
            spread[at] = 0.99 * spread[at] + 0.01 * slope * slope;
            let step = mean[at] / (1.0 - 0.9_f64.powi(round));
            shares[at] -= 0.02 * step / ((spread[at] / (1.0 - 0.99_f64.powi(round))).sqrt() + 1e-8);
        }
    }
    for (witness, three) in Witness::ALL.iter().zip(shares.chunks_exact(3)) {
        println!("{witness:?}: against {:.2}, first {:.2}, beyond {:.2}", three[0], three[1], three[2]);
    }
    let size = shares[SIZE];
    println!("namesake {:.3}, sibling {:.3}", shares[NAMESAKE].exp(), shares[SIBLING].exp());
    println!("others {size:.2}, before {:.2}", size * 20_000_f64.ln() - shares[NOBODY]);
}
