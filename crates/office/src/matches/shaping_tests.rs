#![allow(clippy::unwrap_used)]
use super::*;

fn with(weights: &[(&str, i32)]) -> MatchSettings {
    let weights = weights.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
    MatchSettings { weights, ..MatchSettings::default() }
}

fn tried(settings: &MatchSettings) -> Option<Settings> {
    made(settings, &HashMap::new()).ok()
}

#[test]
fn an_office_may_change_what_is_offered_within_its_bounds() {
    let changed = tried(&with(&[("given-differs", -2500), ("band-strong", 980)])).unwrap();
    assert!((changed.weights.given_differs + 2.5).abs() < 0.001 && (changed.weights.bands[2] - 0.98).abs() < 0.001);
    for wrong in [with(&[("given-differs", 200)]), with(&[("given-differs", -20_000)]), with(&[("no-such", 1)])] {
        assert!(tried(&wrong).is_none());
    }
    assert!(tried(&with(&[("band-good", 970)])).is_none(), "good above strong");
    let long = MatchSettings { variants: "a\n".repeat(MOST_LINES + 1), ..MatchSettings::default() };
    assert!(tried(&long).is_none());
}

#[test]
fn every_weight_that_can_be_changed_is_within_its_own_bounds_as_the_program_comes() {
    for weight in weights(&MatchSettings::default()) {
        assert!(weight.least <= weight.standard && weight.standard <= weight.most, "{}", weight.name);
        assert_eq!(weight.now, weight.standard);
    }
}

#[test]
fn places_that_are_gone_are_nobodys_neighbours() {
    let place = |seed| PlaceId::from_random([seed; 16]);
    let named = |seed: u8, code: &str| {
        let id = place(seed);
        (id, Place { id, code: code.to_owned(), level: 1, parent: None, names: BTreeMap::new() })
    };
    let places = HashMap::from([named(1, "A"), named(2, "B")]);
    let neighbours = vec![(place(1), place(2)), (place(1), place(3))];
    let settings = MatchSettings { neighbours, ..MatchSettings::default() };
    assert_eq!(made(&settings, &places).unwrap().neighbours, [("A".to_owned(), "B".to_owned())]);
}
