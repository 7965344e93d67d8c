//! The names of places. Records hold ids; the list of places is walked down until those that are needed have been met, once for
//! as long as the window stands. Place names are not about anybody.

use crate::frame::Workplace;
use crate::parts::Found;
use amparo_api::places::{Answer, Ask, Named};
use amparo_api::{Reply, Request};
use amparo_language::Language;
use amparo_model::ids::PlaceId;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

thread_local! {
    static MET: RefCell<BTreeMap<PlaceId, Named>> = const { RefCell::new(BTreeMap::new()) };
}

/// The words of a language out of several.
#[must_use]
pub fn in_language<'a>(names: &'a BTreeMap<String, String>, language: &Language) -> &'a str {
    let found = [language.tag(), "en"].into_iter().find_map(|tag| names.get(tag));
    found.or_else(|| names.values().next()).map_or("", String::as_str)
}

/// A place with the two areas above it.
#[must_use]
pub fn label(place: &Named, language: &Language) -> String {
    let above = place.above.iter().rev().take(2).map(|names| in_language(names, language).to_owned());
    super::say::joined(language, std::iter::once(in_language(&place.place.names, language).to_owned()).chain(above))
}

/// Keeps places that were met.
pub fn remember(places: &[Named]) {
    MET.with_borrow_mut(|met| met.extend(places.iter().map(|place| (place.place.id, place.clone()))));
}

/// Which of the places were not met yet.
#[must_use]
pub fn not_known(wanted: &BTreeSet<PlaceId>) -> BTreeSet<PlaceId> {
    MET.with_borrow(|met| wanted.iter().filter(|place| !met.contains_key(place)).copied().collect())
}

/// The labels of those that were met.
#[must_use]
pub fn named(wanted: &BTreeSet<PlaceId>, language: &Language) -> BTreeMap<PlaceId, String> {
    MET.with_borrow(|met| wanted.iter().filter_map(|id| Some((*id, label(met.get(id)?, language)))).collect())
}

/// The label of one that was met.
#[must_use]
pub fn label_of(place: PlaceId, language: &Language) -> Option<String> {
    MET.with_borrow(|met| met.get(&place).map(|place| label(place, language)))
}

/// What lies under a place, or the roots.
pub async fn under(work: &Workplace, parent: Option<PlaceId>) -> Vec<Named> {
    match work.ask(Request::Places(Ask::Under { parent })).await {
        Ok(Reply::Places(Answer::Places { places, .. })) => {
            remember(&places);
            places
        }
        _ => Vec::new(),
    }
}

/// Places by any part of a name or by code.
pub async fn find(work: &Workplace, text: String) -> Vec<Named> {
    match work.ask(Request::Places(Ask::Find { text })).await {
        Ok(Reply::Places(Answer::Places { places, .. })) => {
            remember(&places);
            places
        }
        _ => Vec::new(),
    }
}

/// What can be chosen of places, while somebody types.
pub async fn search(work: &Workplace, text: String) -> Vec<Found> {
    let places = if text.trim().is_empty() { under(work, None).await } else { find(work, text).await };
    places.iter().map(|place| as_found(place, &work.language)).collect()
}

fn as_found(place: &Named, language: &Language) -> Found {
    let above =
        super::say::joined(language, place.above.iter().rev().map(|names| in_language(names, language).to_owned()));
    Found {
        code: place.place.id.to_string().into(),
        label: in_language(&place.place.names, language).to_owned().into(),
        above: (!above.is_empty()).then(|| above.into()),
    }
}

/// Walks down the list of places until all that are wanted were met; gives whether any was.
pub async fn resolve(work: &Workplace, mut wanted: BTreeSet<PlaceId>) -> bool {
    let before = wanted.len();
    let mut waiting = VecDeque::from([None]);
    while let Some(parent) = waiting.pop_front() {
        let places = under(work, parent).await;
        for place in &places {
            wanted.remove(&place.place.id);
        }
        if wanted.is_empty() {
            break;
        }
        waiting.extend(places.iter().filter(|place| place.has_children).map(|place| Some(place.place.id)));
    }
    wanted.len() < before
}
