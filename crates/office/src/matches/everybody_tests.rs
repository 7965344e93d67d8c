#![allow(clippy::unwrap_used)]
use super::super::facts::{Facts, Places};
use super::*;
use amparo_matching::Settings;
use amparo_model::record::{RecordType, Status};

fn id(seed: u8) -> RecordId {
    RecordId::from_random([seed; 16])
}

fn person(first: &str, middle: &str) -> Person {
    Person { first: first.to_owned(), middle: middle.to_owned(), ..Person::default() }
}

fn put(ready: &mut Ready, seed: u8, changed: i64, child: Option<Person>, sought: Option<Person>) {
    let of = if child.is_some() { RecordType::CASE } else { RecordType::TRACING_REQUEST };
    let sought = sought.into_iter().map(|person| (RowId::from_random([seed; 16]), person)).collect();
    let facts = Facts { agreed: true, changed: Moment(changed), child, sought, ..Facts::default() };
    ready.put(id(seed), Some(Known { of, status: Status::Open, owner: None, facts: facts.packed() }));
}

/// Three requests, then three children, each saved after the one before.
fn office() -> Ready {
    let mut ready = Ready::new(Places::default(), &Settings::default());
    for (seed, first, middle) in [(1, "Abdelkarim", "Boutros"), (2, "Shirin", "Rostam"), (3, "Tesfaye", "Gebre")] {
        put(&mut ready, seed, seed.into(), None, Some(person(first, middle)));
        put(&mut ready, 10 + seed, i64::from(seed) + 10, Some(person(first, middle)), None);
    }
    ready
}

fn seeds(places: &[Place]) -> Vec<u8> {
    places.iter().map(|(_, record)| record.as_bytes()[0]).collect()
}

fn search(found: &mut Found, ready: &Ready, most: usize) -> (Vec<u8>, Searched) {
    let todo = found.todo(ready);
    let mut searched = Searched::default();
    for piece in todo.chunks(1).take(most) {
        let made = compare_all(ready, piece, &|| false).unwrap();
        take_in(found, &mut searched, piece, made);
        found.came_to(piece[0]);
    }
    if todo.len() <= most {
        found.ended(Moment(99));
    }
    (seeds(&todo), searched)
}

#[test]
fn the_first_search_meets_each_pair_once_and_goes_on_where_it_was_stopped() {
    let (ready, mut found) = (office(), Found::default());
    let (todo, first) = search(&mut found, &ready, 1);
    assert_eq!(todo, [1, 2, 3], "each request meets every child");
    assert_eq!(first.new, 1);
    // The power went: what is kept is all there is.
    let mut found: Found = serde_json::from_slice(&serde_json::to_vec(&found).unwrap()).unwrap();
    let (todo, rest) = search(&mut found, &ready, usize::MAX);
    assert_eq!((todo.as_slice(), rest.new), (&[2, 3][..], 2));
    assert!(search(&mut found, &ready, usize::MAX).0.is_empty(), "nothing is new");
    assert_eq!(found.leads.len(), 3);
}

#[test]
fn only_what_changed_is_compared_again_and_its_leads_are_made_anew() {
    let (mut ready, mut found) = (office(), Found::default());
    search(&mut found, &ready, usize::MAX);
    put(&mut ready, 12, 50, Some(person("Farhad", "Jamshid")), None);
    put(&mut ready, 14, 51, Some(person("Tesfaye", "Gebre")), None);
    let (todo, searched) = search(&mut found, &ready, usize::MAX);
    assert_eq!(todo, [12, 14], "a changed child and a new one");
    assert_eq!(searched.new, 1, "the new one is a lead");
    let children: Vec<u8> = found.leads.iter().map(|lead| lead.child.as_bytes()[0]).collect();
    assert!(!children.contains(&12), "the old name is no lead any more");
    assert!(children.contains(&14) && children.contains(&13) && children.contains(&11));
}

#[test]
fn who_is_stopped_gets_nothing_half_done() {
    let ready = office();
    let todo = Found::default().todo(&ready);
    assert!(compare_all(&ready, &todo, &|| true).is_none());
}

#[test]
fn a_lead_to_somebody_who_is_looked_for_no_more_does_not_count() {
    let (mut ready, mut found) = (office(), Found::default());
    search(&mut found, &ready, usize::MAX);
    let counting = |ready: &Ready, found: &Found| found.leads.iter().filter(|lead| still_counts(ready, lead)).count();
    assert_eq!(counting(&ready, &found), 3);
    let verified = Person { state: "verified".to_owned(), ..person("Abdelkarim", "Boutros") };
    put(&mut ready, 1, 60, None, Some(verified));
    assert_eq!(counting(&ready, &found), 2);
    ready.put(id(12), None);
    assert_eq!(counting(&ready, &found), 1, "destroyed");
}

/// Not timed: a computer under load is slow, and this promise is not about that. `./dev bench match_stop` times it.
#[test]
fn a_stop_is_heard_at_the_next_step_of_each_core_and_nothing_of_the_piece_is_kept() {
    let ready = office();
    let todo = Found::default().todo(&ready);
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let count = |limit: usize| {
        asked.store(0, std::sync::atomic::Ordering::SeqCst);
        let stop = || asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst) >= limit;
        let made = compare_all(&ready, &todo, &stop);
        (made.is_none(), asked.load(std::sync::atomic::Ordering::SeqCst))
    };
    let (stopped, all) = count(usize::MAX);
    assert!(!stopped && all > 3 * todo.len(), "it is asked many times for each person: {all}");
    for limit in [0, 1, 5, all / 2] {
        let (stopped, steps) = count(limit);
        assert!(stopped && steps <= limit + 2, "{steps} steps, stopped after {limit}");
    }
}
