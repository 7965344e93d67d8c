//! Many profiles, made ready to be asked for one that is like them.

mod blocking;
mod common;
mod finding;

pub(crate) use blocking::Near;
pub(crate) use common::{Common, Pool, pool_of};
pub use finding::{Band, Candidate, Finder, Stopped};

use crate::facts::{FAMILY, FATHER, Facts, GIVEN, SECOND};
use crate::lexicon::Lexicon;
use crate::names::variants::Variants;
use crate::profile::Profile;
use crate::weights::Weights;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// What an office has settled about matching.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// How much each agreement says.
    pub weights: Weights,
    /// Name variants and pet names.
    pub variants: Variants,
    /// Places next to each other, by their codes.
    pub neighbours: Vec<(String, String)>,
}

/// Many profiles (registered children, or sought ones), each under an id of the caller's. It holds personal data in clear: keep it only while
/// the office is open. It shows nothing of itself in `Debug`.
#[derive(Clone)]
pub struct Index<I> {
    pub(crate) settings: Settings,
    pub(crate) neighbours: HashSet<(u32, u32)>,
    pub(crate) lexicon: Lexicon,
    pub(crate) entries: Vec<Option<(I, Facts)>>,
    places: HashMap<I, u32>,
    free: Vec<u32>,
    /// For each token the profiles it stands in, with what it is there.
    pub(crate) postings: Vec<Vec<(u32, u8)>>,
    /// Tokens by the classes of their consonants, whole and with one left out.
    pub(crate) by_classes: HashMap<Vec<u8>, Vec<u32>>,
    /// Tokens by the lines of the table of variants.
    pub(crate) by_line: HashMap<u16, Vec<u32>>,
    pub(crate) common: Common,
}

/// What a token is in a profile: the bits of [`crate::facts`] for the child's own chain, and these.
pub(crate) const MOTHER: u8 = 16;
pub(crate) const SIBLING: u8 = 32;
pub(crate) const PET: u8 = 64;
pub(crate) const JOINED: u8 = 128;

impl<I> std::fmt::Debug for Index<I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("profiles", &self.places.len()).finish_non_exhaustive()
    }
}

impl<I: Clone + Eq + Hash + Ord> Index<I> {
    /// An index without profiles.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let pair = |one: &str, other: &str| (crate::lexicon::code(one), crate::lexicon::code(other));
        let neighbours =
            settings.neighbours.iter().flat_map(|(one, other)| [pair(one, other), pair(other, one)]).collect();
        Self {
            settings,
            neighbours,
            lexicon: Lexicon::default(),
            entries: Vec::new(),
            places: HashMap::new(),
            free: Vec::new(),
            postings: Vec::new(),
            by_classes: HashMap::new(),
            by_line: HashMap::new(),
            common: Common::default(),
        }
    }

    /// How many profiles it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Adds a profile, or puts it in the place of the one with the same id.
    pub fn add(&mut self, id: I, profile: &Profile) {
        self.remove(&id);
        let before = self.lexicon.len();
        let facts = Facts::new(profile, &mut self.lexicon, &self.settings.variants);
        for token in before..self.lexicon.len() {
            self.know(u32::try_from(token).unwrap_or(u32::MAX));
        }
        let place = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
        });
        for (token, bits) in standing(&facts) {
            if let Some(posting) = self.postings.get_mut(token as usize) {
                posting.push((place, bits));
            }
        }
        self.common.count(&facts, 1);
        self.places.insert(id.clone(), place);
        if let Some(entry) = self.entries.get_mut(place as usize) {
            *entry = Some((id, facts));
        }
    }

    /// Takes a profile out (consent was withdrawn, the case is closed). Whether it was there.
    pub fn remove(&mut self, id: &I) -> bool {
        let Some(place) = self.places.remove(id) else { return false };
        let Some((_, facts)) = self.entries.get_mut(place as usize).and_then(Option::take) else { return false };
        for (token, _) in standing(&facts) {
            if let Some(posting) = self.postings.get_mut(token as usize) {
                posting.retain(|(other, _)| *other != place);
            }
        }
        self.common.count(&facts, -1);
        self.free.push(place);
        true
    }

    /// The ids, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &I> {
        self.places.keys()
    }

    /// A finder that remembers what it has worked out from one question to the next. Several may be used at once, each by a thread.
    #[must_use]
    pub fn finder(&self) -> Finder<'_, I> {
        Finder::new(self)
    }

    /// The profiles most like one, best first, at most so many.
    #[must_use]
    pub fn find(&self, asked: &Profile, most: usize) -> Vec<Candidate<I>> {
        self.finder().find(asked, most, None, &|| false).unwrap_or_default()
    }

    /// What is compared of a profile.
    pub(crate) fn facts(&self, id: &I) -> Option<&Facts> {
        let place = self.places.get(id)?;
        self.entries.get(*place as usize)?.as_ref().map(|(_, facts)| facts)
    }

    /// What is settled.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Weighs otherwise from now on (what the office has settled, or what was learnt). Nothing else changes.
    pub fn set_weights(&mut self, weights: Weights) {
        self.settings.weights = weights;
    }

    /// Makes a new token findable.
    fn know(&mut self, token: u32) {
        self.postings.push(Vec::new());
        let Some(known) = self.lexicon.get(token) else { return };
        let keys: HashSet<Vec<u8>> = blocking::keys(&known.word).into_iter().collect();
        let lines: Vec<u16> = known.known.lines().collect();
        for key in keys {
            self.by_classes.entry(key).or_default().push(token);
        }
        for line in lines {
            self.by_line.entry(line).or_default().push(token);
        }
    }
}

/// Each token of a profile once, with all that it is there.
fn standing(facts: &Facts) -> Vec<(u32, u8)> {
    let mut all: Vec<(u32, u8)> = Vec::with_capacity(16);
    let mut add = |token: u32, bits: u8| match all.iter_mut().find(|(other, _)| *other == token) {
        Some((_, known)) => *known |= bits,
        None => all.push((token, bits)),
    };
    for part in &facts.own {
        part.tokens.iter().for_each(|token| add(*token, part.role & (GIVEN | FATHER | FAMILY | SECOND)));
    }
    facts.joined.iter().for_each(|(_, token)| add(*token, JOINED));
    facts.pets.iter().for_each(|token| add(*token, PET));
    for (kins, bit) in [(&facts.mothers, MOTHER), (&facts.siblings, SIBLING)] {
        kins.iter().flat_map(|kin| &kin.given).for_each(|token| add(*token, bit));
    }
    all
}
