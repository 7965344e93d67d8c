//! The office's places: bringing a list in, and looking places up.

use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::places::{Answer as Places, Ask, Finding, Named, Outcome};
use amparo_api::{Chosen, Code, Problem, Progress};
use amparo_documents::places::{PlaceList, PlacesError, read_places};
use amparo_matching::fold;
use amparo_model::ids::PlaceId;
use amparo_model::place::Place;
use amparo_store::{Reading, Writing};
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

/// The most places one look-up gives.
const MOST: usize = 50;

impl Program {
    pub(crate) fn places(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Places> {
        match ask {
            Ask::Preview { source } => Ok(Places::Outcome(self.plan(&source, session, watch)?.1)),
            Ask::Import { source } => {
                let (places, outcome) = self.plan(&source, session, watch)?;
                session.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                    places.iter().try_for_each(|place| writing.put_place(place))?;
                    let told = Told::of(What::PlacesImported).with("new", outcome.new).with("changed", outcome.changed);
                    session.tell(writing, told)
                })?;
                session.index_mut().forget_places();
                // Where somebody may be is compared by the list.
                session.match_anew();
                Ok(Places::Outcome(outcome))
            }
            Ask::Under { parent } => session.places_under(parent),
            Ask::Find { text } => session.find_places(&text),
        }
    }

    /// Reads a list and works out what it brings: the places to put, and what to say of it.
    fn plan(&self, source: &Chosen, session: &Session, watch: &dyn Watch) -> Answer<(Vec<Place>, Outcome)> {
        let bytes = chosen::read(&self.chosen.path(source)?, Code::PlacesTooLarge)?;
        let mut progress = |done: usize, of: usize| {
            watch.progress(Progress { done: done as u64, of: of as u64 });
            if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let list = read_places(&bytes, &mut progress).map_err(problem)?;
        let known = session.store.read(|reading: &Reading<'_>| reading.places())?;
        Ok(compare(list, known))
    }
}

/// What a list changes: first occurrence of a code wins, known codes keep their id and place in the tree.
fn compare(list: PlaceList, known: Vec<Place>) -> (Vec<Place>, Outcome) {
    let mut ids: HashMap<String, PlaceId> = known.iter().map(|place| (place.code.clone(), place.id)).collect();
    let known: HashMap<PlaceId, Place> = known.into_iter().map(|place| (place.id, place)).collect();
    let mut outcome = Outcome {
        places: list.places.len(),
        findings: list
            .findings
            .iter()
            .map(|finding| Finding {
                line: finding.line as u64,
                code: serde_json::to_value(finding.kind)
                    .ok()
                    .and_then(|kind| kind.as_str().map(str::to_owned))
                    .unwrap_or_default(),
                tag: finding.tag.clone(),
            })
            .collect(),
        ..Outcome::default()
    };
    let mut put = Vec::new();
    for row in list.places {
        let parent = row.parent_code.as_ref().and_then(|code| ids.get(code)).copied();
        match ids.get(&row.code) {
            None => {
                let id = PlaceId::from_random(random::bytes(&mut OsRandom));
                ids.insert(row.code.clone(), id);
                outcome.new += 1;
                put.push(Place { id, code: row.code, level: row.level, parent, names: row.names });
            }
            Some(id) => {
                if let Some(before) = known.get(id).filter(|before| before.names != row.names) {
                    outcome.changed += 1;
                    put.push(Place { names: row.names, ..before.clone() });
                }
            }
        }
    }
    (put, outcome)
}

fn problem(error: PlacesError) -> Problem {
    match error {
        PlacesError::Empty => Code::PlacesEmpty.into(),
        PlacesError::TooLarge { .. } => Code::PlacesTooLarge.into(),
        PlacesError::Utf16 => Code::PlacesEncoding.into(),
        PlacesError::NotUtf8 { line } => Problem::from(Code::PlacesEncoding).with("line", line),
        PlacesError::NotCsv => Problem::from(Code::PlacesBroken).with("line", 1),
        PlacesError::BadQuoting { line } => Problem::from(Code::PlacesBroken).with("line", line),
        PlacesError::NoTags => Code::PlacesNoTags.into(),
        PlacesError::MissingColumn { tag } => Problem::from(Code::PlacesNoTags).with("tag", tag),
        PlacesError::TwoParents { line, .. } | PlacesError::OwnAncestor { line } => {
            Problem::from(Code::PlacesCycle).with("line", line)
        }
        PlacesError::Stopped => Code::Stopped.into(),
    }
}

impl Session {
    fn places_under(&self, parent: Option<PlaceId>) -> Answer<Places> {
        let tree = self.tree()?;
        let places = tree.places.values().filter(|place| place.parent == parent).map(|place| tree.named(place));
        let mut places: Vec<Named> = places.collect();
        places.sort_by(|a, b| {
            a.place.names.get("en").cmp(&b.place.names.get("en")).then_with(|| a.place.code.cmp(&b.place.code))
        });
        Ok(Places::Places { places, total: tree.places.len() })
    }

    /// By any part of a name in any language, or by the start of a code; an id finds its place.
    fn find_places(&self, text: &str) -> Answer<Places> {
        let tree = self.tree()?;
        let wanted = fold(text);
        let exact = text.trim().parse::<PlaceId>().ok();
        let mut hits: Vec<(usize, Named)> = Vec::new();
        for place in tree.places.values() {
            let by_name = place.names.values().filter_map(|name| fold(name).find(&wanted)).min();
            let by_code = place.code.to_lowercase().starts_with(&wanted).then_some(0);
            if exact == Some(place.id) {
                hits.push((0, tree.named(place)));
            } else if let Some(at) = by_name.or(by_code).filter(|_| !wanted.is_empty()) {
                hits.push((1 + at.min(1) * 10 + usize::from(place.level), tree.named(place)));
            }
        }
        hits.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.place.code.cmp(&b.1.place.code)));
        hits.truncate(MOST);
        Ok(Places::Places { places: hits.into_iter().map(|(_, named)| named).collect(), total: tree.places.len() })
    }

    fn tree(&self) -> Answer<Tree> {
        let places = self.store.read(|reading: &Reading<'_>| reading.places())?;
        let parents = places.iter().filter_map(|place| place.parent).collect();
        Ok(Tree { places: places.into_iter().map(|place| (place.id, place)).collect(), parents })
    }
}

struct Tree {
    places: BTreeMap<PlaceId, Place>,
    parents: std::collections::BTreeSet<PlaceId>,
}

impl Tree {
    fn named(&self, place: &Place) -> Named {
        let mut above = Vec::new();
        let mut next = place.parent;
        // The tree has at most six levels; the bound keeps a damaged one from going round for ever.
        while let Some(parent) = next.and_then(|id| self.places.get(&id)).filter(|_| above.len() < 6) {
            above.insert(0, parent.names.clone());
            next = parent.parent;
        }
        Named { place: place.clone(), above, has_children: self.parents.contains(&place.id) }
    }
}
