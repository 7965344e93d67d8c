//! Which profiles are worth comparing: those in which a rare enough name of the one asked for occurs, however it is written.

use super::common::{ByPool, Pool};
use super::{Index, MOTHER, PET, SIBLING};
use crate::facts::{FAMILY, FATHER, Facts, GIVEN, SECOND};
use crate::lexicon::Lexicon;
use crate::names::agreement::{Nearness, Token, nearness};
use crate::names::words::Word;
use crate::weights::Weights;
use std::collections::HashMap;

/// The names of an index that are near to one asked for.
pub(crate) struct Near {
    /// Each with how near it is.
    pub tokens: HashMap<u32, Nearness>,
    /// How often names so near or nearer occur, in all and by culture; of nicknames how often they themselves do.
    all: [ByPool; 5],
    cultures: HashMap<u32, [ByPool; 5]>,
}

/// The keys a word is found by: its consonant classes, and those without each one of them, when enough remain: one consonant slipped, dropped
/// or added is found, and two exchanged. Of words taken together only the whole keys: they must agree well.
pub(crate) fn keys(word: &Word) -> Vec<Vec<u8>> {
    let whole = word.sounds.classes.iter().chain(word.other.iter().flat_map(|other| &other.classes));
    let mut keys: Vec<Vec<u8>> = whole.cloned().collect();
    if !word.joined {
        for at in 0..keys.len() {
            let Some(key) = keys.get(at).filter(|key| key.len() >= 3).cloned() else { continue };
            keys.extend((0..key.len()).map(|left_out| {
                let mut shorter = key.clone();
                shorter.remove(left_out);
                shorter
            }));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl<I> Index<I> {
    /// The names near to one asked for.
    pub(crate) fn near(&self, asked: &Token) -> Near {
        let mut near = Near { tokens: HashMap::new(), all: Default::default(), cultures: HashMap::new() };
        let mut seen: Vec<u32> = keys(&asked.word)
            .iter()
            .filter_map(|key| self.by_classes.get(key))
            .chain(asked.known.lines().filter_map(|line| self.by_line.get(&line)))
            .flatten()
            .copied()
            .collect();
        seen.sort_unstable();
        seen.dedup();
        for token in seen {
            let Some(found) = self.lexicon.get(token) else { continue };
            let how = nearness(asked, found);
            if how > Nearness::Nickname {
                continue;
            }
            near.tokens.insert(token, how);
            for (culture, counts) in self.common.token(token) {
                let by_culture = near.cultures.entry(*culture).or_default();
                // So near or nearer.
                for level in how as usize..=if how == Nearness::Nickname { 4 } else { 3 } {
                    for list in [&mut near.all, &mut *by_culture] {
                        if let Some(sum) = list.get_mut(level) {
                            sum.add(counts);
                        }
                    }
                }
            }
        }
        near
    }

    /// The culture in which the names asked for are most at home: that which is told, else the one that makes them likeliest.
    pub(crate) fn at_home(&self, asked: &Facts, near: &HashMap<u32, std::sync::Arc<Near>>) -> u32 {
        if !(asked.languages.is_empty() && asked.nationalities.is_empty()) {
            return asked.culture;
        }
        let mut likely: HashMap<u32, f32> = HashMap::new();
        for part in asked.own.iter().filter(|part| !part.hint) {
            let Some(near) = part.tokens.first().and_then(|token| near.get(token)) else { continue };
            let pool = super::common::pool_of(part.role);
            for (culture, counts) in &near.cultures {
                let (in_culture, _) = self.common.names(*culture, pool);
                let share =
                    counts.get(Nearness::Slip as usize).map_or(0.0, |counts| counts.of(pool)) / (in_culture + 10.0);
                // As a sum of logarithms, with a floor of one in two hundred.
                *likely.entry(*culture).or_default() += (1.0 + 200.0 * share).ln();
            }
        }
        likely
            .into_iter()
            .max_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)))
            .map_or(asked.culture, |(culture, _)| culture)
    }

    /// The chance that a name of another child of this culture is so near to the one asked for.
    pub(crate) fn chance(&self, near: &Near, how: Nearness, pool: Pool, culture: Option<u32>) -> f32 {
        /// Names of as many people count as much as what is usual.
        const FEW: f32 = 15.0;
        let weights = &self.settings.weights;
        let level = how as usize;
        if level > 4 {
            return if how == Nearness::Initial { 0.08 } else { 1.0 };
        }
        let counted =
            |list: Option<&[ByPool; 5]>| list.and_then(|list| list.get(level)).map_or(0.0, |counts| counts.of(pool));
        let (in_culture, in_all) = self.common.names(culture.unwrap_or(0), pool);
        let all = (counted(Some(&near.all)) + FEW * weights.usual_name) / (in_all + FEW);
        let chance = match culture {
            Some(culture) => (counted(near.cultures.get(&culture)) + FEW * all) / (in_culture + FEW),
            None => all,
        };
        let least = if how == Nearness::Nickname { 0.006 } else { weights.rarest_name };
        // Not clamp: weights are handed in, and the least may be above the most.
        chance.max(least).min(1.0)
    }

    /// The most promising profiles, by names, then by place and age: at most so many.
    pub(crate) fn promising(
        &self,
        facts: &Facts,
        lexicon: &Lexicon,
        near: &HashMap<u32, std::sync::Arc<Near>>,
        room: &mut Room,
        most: usize,
        stop: &dyn Fn() -> bool,
    ) -> Option<Vec<u32>> {
        let weights = &self.settings.weights;
        room.clear(self.entries.len());
        let mut terms: Vec<(u32, u8, Pool, f32)> = Vec::new();
        for part in &facts.own {
            let pool = super::common::pool_of(part.role);
            let weight = if part.hint { 0.5 } else { 1.0 };
            terms.extend(part.tokens.iter().map(|token| (*token, part.role, pool, weight)));
        }
        terms.extend(
            facts.joined.iter().map(|(_, token)| (*token, GIVEN | FATHER | FAMILY | SECOND, Pool::Family, 0.8)),
        );
        terms.extend(facts.pets.iter().map(|token| (*token, GIVEN | PET, Pool::Given, 0.8)));
        for (kins, bit, pool) in [(&facts.mothers, MOTHER, Pool::Mother), (&facts.siblings, SIBLING, Pool::Sibling)] {
            terms.extend(kins.iter().flat_map(|kin| &kin.given).map(|token| (*token, bit, pool, 0.8)));
        }
        let mut walks: Vec<(f32, u32, u8)> = Vec::new();
        for (token, bits, pool, weight) in terms {
            let (Some(near), Some(asked)) = (near.get(&token), lexicon.get(token)) else { continue };
            for (found, how) in &near.tokens {
                let other_script = self.lexicon.get(*found).is_some_and(|found| found.word.script != asked.word.script);
                let says = said(weights, weights.m(*how, other_script), self.chance(near, *how, pool, None)) * weight;
                walks.push((says.max(0.05), *found, bits));
            }
        }
        // Rare names first. Once many are found, a name that everybody bears adds nobody.
        walks.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
        for (says, found, bits) in walks {
            if stop() {
                return None;
            }
            if says <= 0.2 && room.touched.len() > most {
                break;
            }
            for (place, stands) in self.postings.get(found as usize).into_iter().flatten() {
                let kin = bits & (MOTHER | SIBLING);
                let fits = if kin != 0 {
                    if stands & kin == 0 { continue } else { 1.0 }
                } else if stands & (GIVEN | FATHER | FAMILY | SECOND | PET | super::JOINED) == 0 {
                    continue;
                } else if stands & bits != 0 {
                    1.0
                } else {
                    0.6
                };
                room.add(*place, says * fits);
            }
        }
        room.keep_best(most * 8);
        for (place, score) in &mut room.best {
            if let Some(Some((_, found))) = self.entries.get(*place as usize) {
                *score += self.says_place(facts, found).says
                    + self.says_age(facts, found).0
                    + self.says_separation(facts, found).0;
                *score += match (facts.sex, found.sex) {
                    (Some(one), Some(other)) if one != other => weights.sex_differs,
                    _ => 0.0,
                };
            }
        }
        Some(room.best(most))
    }
}

/// What a chance against another says.
pub(crate) fn said(weights: &Weights, m: f32, u: f32) -> f32 {
    (m / u.max(weights.rarest_name)).ln()
}

/// Where scores are added up; kept from one question to the next.
#[derive(Default)]
pub(crate) struct Room {
    scores: Vec<f32>,
    touched: Vec<u32>,
    best: Vec<(u32, f32)>,
}

impl Room {
    fn clear(&mut self, profiles: usize) {
        self.scores.clear();
        self.scores.resize(profiles, 0.0);
        self.touched.clear();
        self.best.clear();
    }

    fn add(&mut self, place: u32, says: f32) {
        if let Some(score) = self.scores.get_mut(place as usize) {
            if *score == 0.0 {
                self.touched.push(place);
            }
            *score += says;
        }
    }

    fn keep_best(&mut self, most: usize) {
        self.best = self
            .touched
            .iter()
            .filter_map(|place| self.scores.get(*place as usize).map(|score| (*place, *score)))
            .collect();
        cut(&mut self.best, most);
    }

    fn best(&mut self, most: usize) -> Vec<u32> {
        cut(&mut self.best, most);
        self.best.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        self.best.iter().map(|(place, _)| *place).collect()
    }
}

/// Keeps the greatest.
fn cut(list: &mut Vec<(u32, f32)>, most: usize) {
    if list.len() > most && most > 0 {
        list.select_nth_unstable_by(most - 1, |one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        list.truncate(most);
    }
}
