//! How well sought children are found among invented ones. The large set is measured by hand: `cargo test --test figures -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod invented;

use invented::measure::{index, measure};
use invented::writing::Noise;

#[test]
fn children_are_found_and_strong_is_right_in_a_hard_set() {
    let set = invented::set(1, 2_000, 400, &Noise::HARD);
    let all = measure(&set, &index(&set), |_, _| ())["all"];
    assert!(all.recall_at_1() >= 0.95, "{all:?}");
    assert!(all.recall_at_5() >= 0.97, "{all:?}");
    assert!(all.precision() >= 0.99, "{all:?}");
    assert!(all.strong() >= 0.7, "{all:?}");
}

#[test]
fn a_child_finds_its_request_as_the_request_finds_the_child() {
    let set = invented::set(2, 1_500, 250, &Noise::MILD);
    let mut requests = amparo_matching::Index::new(amparo_matching::Settings::default());
    for (id, request) in set.requests.iter().enumerate() {
        requests.add(id, &request.profile);
    }
    let sought: Vec<(usize, usize)> =
        set.requests.iter().enumerate().filter_map(|(id, r)| r.child.map(|child| (id, child))).collect();
    let mut finder = requests.finder();
    let mut first = |(id, child): &(usize, usize)| {
        let found = finder.find(&set.children[*child], 3, None, &|| false).unwrap();
        // Two relatives may look for one child.
        found.iter().any(|candidate| candidate.id == *id)
    };
    let right = sought.iter().filter(|pair| first(pair)).count();
    assert!(right * 100 >= sought.len() * 97, "{right} of {}", sought.len());
}

#[test]
fn confirmed_pairs_teach_weights_that_are_chances() {
    let set = invented::set(3, 500, 200, &Noise::MILD);
    let index = index(&set);
    let pairs: Vec<_> = set.requests.iter().filter_map(|r| r.child.map(|child| (r.profile.clone(), child))).collect();
    let learnt = index.learn(&pairs, 20.0);
    for chances in
        [learnt.same_script.to_vec(), learnt.other_script.to_vec(), learnt.age.m.clone(), learnt.places.to_vec()]
    {
        assert!((chances.iter().sum::<f32>() - 1.0).abs() < 0.05, "{chances:?}");
    }
    assert_ne!(learnt, amparo_matching::Weights::default());
    assert_eq!(index.learn(&[], 20.0), amparo_matching::Weights::default());
}

#[test]
#[ignore = "for looking at; minutes"]
fn a_large_set_by_kind() {
    let asked = |name: &str, usual: usize| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let noise = if std::env::var("MILD").is_ok() { Noise::MILD } else { Noise::HARD };
    let set = invented::set(asked("SEED", 7) as u64, asked("CHILDREN", 20_000), asked("REQUESTS", 2_000), &noise);
    let start = std::time::Instant::now();
    let index = index(&set);
    println!("index {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let mut shown = 0;
    let most = asked("SHOW", 0);
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
        let wrong = found.iter().find(|c| c.band == amparo_matching::Band::Strong && Some(c.id) != request.child);
        let missed = request.child.is_some_and(|child| found.first().is_none_or(|first| first.id != child));
        let weak = std::env::var("WEAK").is_ok()
            && request
                .child
                .is_some_and(|child| found.iter().any(|c| c.id == child && c.band < amparo_matching::Band::Strong));
        if (wrong.is_some() || missed && std::env::var("WRONG").is_err() || weak) && shown < most {
            shown += 1;
            println!("--- {:?} {}", request.kinds, if wrong.is_some() { "WRONGLY STRONG" } else { "missed" });
            println!("  asked {}", serde_json::to_string(&request.profile).unwrap());
            for id in [wrong.map(|c| c.id).or(found.first().map(|c| c.id)), request.child].into_iter().flatten() {
                println!(
                    "  child {} {:?}",
                    serde_json::to_string(&set.children[id]).unwrap(),
                    found.iter().find(|c| c.id == id).map(|c| (c.score, c.band, &c.reasons))
                );
            }
        }
    });
    println!("match {:?}, first by chance (wrong, right) {bins:?}", start.elapsed());
    let pairs: Vec<_> = set.requests.iter().filter_map(|r| r.child.map(|child| (r.profile.clone(), child))).collect();
    println!("learnt {:#?}", index.learn(&pairs, 1.0));
    for (kind, m) in all {
        println!(
            "{kind:18} {:5} {:5}  @1 {:.3} @5 {:.3} strong precision {:.3} of true {:.3} unmatched {:.3}",
            m.requests,
            m.matched,
            m.recall_at_1(),
            m.recall_at_5(),
            m.precision(),
            m.strong(),
            m.wrongly_strong()
        );
    }
}
