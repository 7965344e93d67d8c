//! How well sought children are found among invented ones. Large sets are measured by hand: `cargo run -p amparo-matching --example figures`.
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
    // Of so few strong ones two mistaken are within what 0.99 may give; the large sets tell.
    assert!(all.precision() >= 0.985, "{all:?}");
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
fn weights_are_fitted_to_requests_without_being_told_which_pairs_are_right() {
    let set = invented::set(3, 600, 200, &Noise::MILD);
    let mut index = index(&set);
    let requests: Vec<_> = set.requests.iter().map(|request| request.profile.clone()).collect();
    let before = index.settings().weights.clone();
    assert!(index.settle(&requests, 20.0, &|_, _| true).is_err());
    assert_eq!(index.settings().weights, before, "stopped: nothing changes");
    assert!(index.settle(&requests[..5], 20.0, &|_, _| false).is_ok());
    assert_eq!(index.settings().weights, before, "too few to teach anything");
    assert!(index.settle(&requests, 20.0, &|_, _| false).is_ok());
    let fitted = index.settings().weights.clone();
    // As good as if somebody had told which pairs are right.
    let pairs: Vec<_> = set.requests.iter().filter_map(|r| r.child.map(|child| (r.profile.clone(), child))).collect();
    index.set_weights(before.clone());
    let told = index.learn(&pairs, 20.0);
    for (mine, theirs) in fitted.places.iter().zip(told.places).chain(fitted.same_script.iter().zip(told.same_script)) {
        assert!((mine - theirs).abs() < 0.06, "{fitted:?} {told:?}");
    }
    assert_eq!(before.clone().fitted_as(&fitted), fitted);
    assert_eq!(fitted.fitted_as(&before), before);
}

#[test]
fn children_of_a_world_no_rule_was_made_with_are_found_too() {
    let set = invented::other::set(4, 2_000, 400);
    let all = measure(&set, &index(&set), |_, _| ())["all"];
    assert!(all.recall_at_1() >= 0.94, "{all:?}");
    assert!(all.precision() >= 0.985, "{all:?}");
    assert!(all.strong() >= 0.6, "{all:?}");
}

#[test]
fn children_of_a_third_world_are_found_and_strong_is_right() {
    let set = invented::third::set(5, 2_000, 400);
    let all = measure(&set, &index(&set), |_, _| ())["all"];
    assert!(all.recall_at_1() >= 0.95, "{all:?}");
    assert!(all.precision() >= 0.985, "{all:?}");
    assert!(all.strong() >= 0.6, "{all:?}");
    assert!(all.wrongly_strong() <= 0.015, "{all:?}");
}

#[test]
fn names_alone_are_never_strong_and_two_witnesses_make_them_so() {
    use amparo_matching::{Band, Profile, Relation, Relative, Span};
    let mut child =
        Profile { first: "Zhilwan".into(), middle: "Babaan".into(), last: "Nizarki".into(), ..Profile::default() };
    for (name, relation) in
        [("Khuncha Sindi", Relation::Mother), ("Goran", Relation::Sibling), ("Payman", Relation::Sibling)]
    {
        child.relatives.push(Relative { name: name.into(), relation, sex: None });
    }
    let set = invented::set(6, 500, 1, &Noise::MILD);
    let mut index = index(&set);
    index.add(9_999, &child);
    let band = |index: &amparo_matching::Index<usize>, asked: &Profile| {
        index.find(asked, 1).first().map(|found| (found.id, found.band))
    };
    assert_eq!(band(&index, &child), Some((9_999, Band::Good)), "every name agrees, and nothing else is known");
    child.birth = Span::parse("2014-05-06");
    child.separated = Span::parse("2020-03");
    index.add(9_999, &child);
    assert_eq!(band(&index, &child), Some((9_999, Band::Strong)));
}

#[test]
fn a_rare_name_that_agrees_counts_less_than_its_rarity_and_one_that_differs_counts_whole() {
    use amparo_matching::{Weights, Witness};
    let believed = Weights::default().believed;
    let given = |witness: Witness, says: f32| believed[witness as usize].of(says);
    let (common, rare) = (given(Witness::Given, 3.0), given(Witness::Given, 8.0));
    assert!(rare > common && rare - common < 3.0, "{common} {rare}");
    assert!(given(Witness::GivenLeft, -3.6) <= -3.6);
    // The day of separation and the age do not know of the names: they are believed.
    assert!(given(Witness::Separation, 2.0) >= 2.0 && given(Witness::Age, 2.0) >= 2.0);
    assert_eq!(given(Witness::Father, 0.0), 0.0);
}
