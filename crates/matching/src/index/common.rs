//! How common names, places, languages and countries are among the profiles of an index.

use crate::facts::{FATHER, Facts, GIVEN};
use std::collections::HashMap;

/// Where a name stands: how common it is depends on that (few children are called Begum, many mothers are).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Pool {
    Given,
    Father,
    Family,
    Mother,
    Sibling,
}

/// Counts of tokens within a culture, by pool.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ByPool(pub [u32; 5]);

impl ByPool {
    pub(crate) fn add(&mut self, other: &Self) {
        for (mine, more) in self.0.iter_mut().zip(other.0) {
            *mine = mine.saturating_add(more);
        }
    }

    pub(crate) fn of(&self, pool: Pool) -> f32 {
        self.0.get(pool as usize).copied().unwrap_or(0) as f32
    }
}

/// All counts.
#[derive(Clone, Default)]
pub(crate) struct Common {
    /// For each token the cultures it occurs in.
    tokens: HashMap<u32, Vec<(u32, ByPool)>>,
    /// How many names of a pool there are in a culture.
    cultures: HashMap<u32, ByPool>,
    /// Profiles of a culture.
    people: HashMap<u32, u32>,
    all: ByPool,
    places: HashMap<u32, u32>,
    languages: HashMap<u32, u32>,
    nationalities: HashMap<u32, u32>,
    profiles: u32,
}

fn step<K: std::hash::Hash + Eq>(counts: &mut HashMap<K, u32>, key: K, by: i32) {
    let count = counts.entry(key).or_insert(0);
    *count = count.saturating_add_signed(by);
}

impl Common {
    /// Counts a profile in (1) or out (-1).
    pub(crate) fn count(&mut self, facts: &Facts, by: i32) {
        let mut name = |token: u32, pool: Pool| {
            let list = self.tokens.entry(token).or_default();
            let at = list.iter().position(|(culture, _)| *culture == facts.culture).unwrap_or_else(|| {
                list.push((facts.culture, ByPool::default()));
                list.len() - 1
            });
            let counts = [
                list.get_mut(at).map(|(_, counts)| counts),
                Some(self.cultures.entry(facts.culture).or_default()),
                Some(&mut self.all),
            ];
            for count in counts.into_iter().flatten().filter_map(|counts| counts.0.get_mut(pool as usize)) {
                *count = count.saturating_add_signed(by);
            }
        };
        for part in facts.own.iter().filter(|part| !part.hint) {
            let pool = pool_of(part.role);
            if let Some(token) = part.tokens.first() {
                name(*token, pool);
            }
        }
        for (kins, pool) in [(&facts.mothers, Pool::Mother), (&facts.siblings, Pool::Sibling)] {
            kins.iter().filter_map(|kin| kin.given.first()).for_each(|token| name(*token, pool));
        }
        step(&mut self.people, facts.culture, by);
        let mut areas: Vec<u32> = facts.places.iter().flatten().copied().collect();
        areas.sort_unstable();
        areas.dedup();
        areas.into_iter().for_each(|area| step(&mut self.places, area, by));
        facts.languages.iter().for_each(|code| step(&mut self.languages, *code, by));
        facts.nationalities.iter().for_each(|code| step(&mut self.nationalities, *code, by));
        self.profiles = self.profiles.saturating_add_signed(by);
    }

    /// Where a token occurs.
    pub(crate) fn token(&self, token: u32) -> &[(u32, ByPool)] {
        self.tokens.get(&token).map_or(&[], Vec::as_slice)
    }

    /// The names of a pool, of a culture and of all.
    pub(crate) fn names(&self, culture: u32, pool: Pool) -> (f32, f32) {
        (self.cultures.get(&culture).map_or(0.0, |counts| counts.of(pool)), self.all.of(pool))
    }

    /// The share of profiles that have a place in an area. Where few are known, an area is taken for one of twenty.
    pub(crate) fn area(&self, area: u32) -> f32 {
        self.share(self.places.get(&area), 20.0, 0.05)
    }

    pub(crate) fn language(&self, code: u32) -> f32 {
        self.share(self.languages.get(&code), 20.0, 0.3)
    }

    pub(crate) fn nationality(&self, code: u32) -> f32 {
        self.share(self.nationalities.get(&code), 20.0, 0.3)
    }

    pub(crate) fn culture(&self, culture: u32) -> f32 {
        self.share(self.people.get(&culture), 20.0, 0.3)
    }

    /// A share of all profiles, drawn towards what is usual while there are few.
    fn share(&self, count: Option<&u32>, few: f32, usual: f32) -> f32 {
        (count.copied().unwrap_or(0) as f32 + few * usual) / (self.profiles as f32 + few)
    }
}

/// The pool of a part of the own chain.
pub(crate) fn pool_of(role: u8) -> Pool {
    if role & GIVEN != 0 {
        Pool::Given
    } else if role & FATHER != 0 {
        Pool::Father
    } else {
        Pool::Family
    }
}
