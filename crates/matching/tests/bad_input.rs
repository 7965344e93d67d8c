//! Whatever is typed, comparing it never fails and takes no more than its time.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_matching::{
    Age, Band, Index, Profile, Relation, Relative, Settings, Sex, Span, Variants, Weights, sound_keys,
};
use proptest::prelude::*;
use std::cell::Cell;
use std::time::{Duration, Instant};

fn named(first: &str) -> Profile {
    Profile {
        first: first.to_owned(),
        sex: Some(Sex::Female),
        age: Some(Age { years: 9, on: 19_000 }),
        ..Profile::default()
    }
}

fn odd_names() -> Vec<String> {
    vec![
        String::new(),
        " ".into(),
        "A".into(),
        "م".into(),
        "-".into(),
        "'".into(),
        "al".into(),
        "ال".into(),
        "abd".into(),
        "عبد".into(),
        "Um".into(),
        "أم".into(),
        "Um Um Um".into(),
        "Mohammed ".repeat(200),
        "محمد".repeat(200),
        "Mохаمmедحmed".into(),
        "😀👧🏽 Sara ❤".into(),
        "\u{202E}Sara\u{202C}\u{200F}\u{0000}\u{0007}\n\t".into(),
        "ـــــــــ".into(),
        "\u{064E}\u{064F}".into(),
        "်".into(),
        "ʼʼʼ".into(),
        "12345".into(),
        "王小明".into(),
        "İıŞşẞ".into(),
    ]
}

#[test]
fn every_odd_name_can_be_held_and_asked_for() {
    let mut index = Index::new(Settings::default());
    for (id, name) in odd_names().iter().enumerate() {
        let mut child = named(name);
        child.relatives.push(Relative { name: name.clone(), relation: Relation::Mother, sex: None });
        child.relatives.push(Relative { name: name.clone(), relation: Relation::Father, sex: None });
        index.add(id, &child);
    }
    let start = Instant::now();
    for name in odd_names() {
        for candidate in index.find(&named(&name), 20) {
            assert!(candidate.score.is_finite() && (0.0..=100.0).contains(&candidate.score));
            assert!((0.0..=1.0).contains(&candidate.chance));
        }
        let _ = sound_keys(&name);
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn an_empty_request_finds_nobody_strongly() {
    let mut index = Index::new(Settings::default());
    index.add(1, &named("Sara"));
    index.add(2, &Profile::default());
    for asked in [Profile::default(), named(""), named("-"), named("S")] {
        assert!(index.find(&asked, 20).iter().all(|candidate| candidate.band < Band::Good), "{asked:?}");
    }
}

#[test]
fn impossible_ages_and_unknown_places_are_passed_over() {
    let mut index = Index::new(Settings::default());
    index.add(1, &named("Sara"));
    for years in [-5, 150, i32::MAX, i32::MIN] {
        for on in [0, i32::MAX, i32::MIN] {
            let mut asked = named("Sara");
            asked.age = Some(Age { years, on });
            asked.birth = Some(Span { from: i32::MIN, to: i32::MAX });
            asked.separated = Some(Span { from: i32::MAX, to: i32::MIN });
            asked.places = vec![vec![], vec!["gone".into()], vec!["x".into(); 50]];
            assert!(index.find(&asked, 5).iter().all(|candidate| candidate.score.is_finite()));
        }
    }
}

#[test]
fn a_request_for_ten_children_in_one_name_is_answered() {
    let mut index = Index::new(Settings::default());
    index.add(1, &named("Sara"));
    let ten = "Sara, Ali, Omar, Huda, Zaid, Hana, Musa, Noor, Yasin, Amal";
    let mut asked = named(ten);
    asked.relatives = (0..400).map(|_| Relative { name: ten.into(), relation: Relation::Sibling, sex: None }).collect();
    let start = Instant::now();
    assert!(index.find(&asked, 20).len() <= 1);
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_profile_taken_out_is_found_no_more_and_one_put_back_is() {
    let mut index = Index::new(Settings::default());
    index.add("a", &named("Rahaf"));
    index.add("b", &named("Rahaf"));
    assert_eq!(index.find(&named("رهف"), 5).len(), 2);
    assert!(index.remove(&"a"));
    assert!(!index.remove(&"a"));
    assert_eq!(index.find(&named("رهف"), 5).iter().map(|c| c.id).collect::<Vec<_>>(), ["b"]);
    index.add("a", &named("Zeina"));
    assert!(index.find(&named("زينة"), 5).iter().any(|candidate| candidate.id == "a"));
    assert!(index.find(&named("رهف"), 5).iter().all(|candidate| candidate.id != "a"));
    assert_eq!(index.len(), 2);
}

#[test]
fn matching_stops_when_it_is_told_to() {
    let mut index = Index::new(Settings::default());
    for id in 0..500 {
        index.add(id, &named("Sara"));
    }
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 2
    };
    assert!(index.finder().find(&named("Sara"), 20, None, &stop).is_err());
    assert!(asked.get() < 10);
    assert!(
        index.finder().find(&named("Sara"), 20, Some(&3), &|| false).unwrap().iter().all(|candidate| candidate.id != 3)
    );
}

#[test]
fn weights_and_lines_of_an_office_are_taken_as_they_are() {
    let weights: Weights = serde_json::from_str(r#"{"sex_differs": -9.0}"#).unwrap();
    assert_eq!(Weights { sex_differs: -3.5, ..weights }, Weights::default());
    let senseless = r#"{"rarest_name": 5.0, "registered": 1.0, "age": {"until": [], "m": [], "u": []}, "bands": [9, -1, 0], "together": -3}"#;
    let mut odd = Index::new(Settings { weights: serde_json::from_str(senseless).unwrap(), ..Settings::default() });
    odd.add(1, &named("Sara"));
    assert!(odd.find(&named("Sara"), 5).iter().all(|candidate| candidate.score.is_finite()));
    let mut variants = Variants::default();
    variants.add("Zubeda | Zuzi\n# nothing\n||\n\u{202E}\n😀 | 😀");
    let mut index = Index::new(Settings { variants, ..Settings::default() });
    index.add(1, &named("Zubeda"));
    assert_eq!(index.find(&named("Zuzi"), 5).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_can_be_compared(names in proptest::collection::vec(".{0,60}", 1..6), other in "\\PC{0,40}") {
        let mut index = Index::new(Settings::default());
        for (id, name) in names.iter().enumerate() {
            index.add(id, &named(name));
        }
        let mut asked = named(&other);
        asked.last = names.concat();
        for candidate in index.find(&asked, 20) {
            prop_assert!(candidate.score.is_finite() && candidate.chance.is_finite());
        }
    }

    #[test]
    fn a_child_is_like_itself(name in "[A-Za-z]{3,12}", father in "[ء-ي]{3,8}") {
        let mut child = named(&name);
        child.middle = father;
        let mut index = Index::new(Settings::default());
        index.add(1, &child);
        prop_assert_eq!(index.find(&child, 1).len(), 1);
    }
}
