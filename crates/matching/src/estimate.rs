//! Weights from pairs of records of one child: how often the names, ages, places and dates of one child, told twice, agree how nearly.
//!
//! Only the chances for one child (m) are found so. Those for two children (u) are counted in the index. The weights handed in count as
//! much as a number of pairs, so that a few odd pairs do not throw everything over.
//!
//! [`Index::learn`] is told which pairs are right. [`Index::settle`] is told nothing: it takes each pair for as right as it is likely under the
//! weights so far, counts, and does so again (the EM of Dempster, Laird and Rubin, 1977, as Winkler applied it to record linkage in 1988).

use crate::compare::Comparing;
use crate::facts::Facts;
use crate::index::{Index, Stopped};
use crate::lexicon::Lexicon;
use crate::names::agreement::Nearness;
use crate::profile::Profile;
use crate::weights::{Steps, Weights};
use std::collections::HashMap;
use std::hash::Hash;

/// So many requests are looked at, spread evenly over all: more change the weights by less than their own uncertainty, and take longer.
const LOOKED_AT: usize = 120;
/// Fewer pairs than this teach nothing.
const FEW_PAIRS: f32 = 25.0;
/// How often it is counted; after the second time hardly anything changes.
const ROUNDS: usize = 2;
/// Candidates of one request that count.
const CANDIDATES: usize = 6;

impl<I: Clone + Eq + Hash + Ord> Index<I> {
    /// The weights that confirmed matches teach: each a request (or record) with the id of the profile here that is of the same child. Those the
    /// index has now count as much as `as_many` pairs. Pairs whose id is not here are passed over.
    #[must_use]
    pub fn learn(&self, pairs: &[(Profile, I)], as_many: f32) -> Weights {
        let mut counts = Counts::new(&self.settings.weights);
        for (asked, id) in pairs {
            self.count(asked, id, 1.0, &mut counts);
        }
        counts.weights(&self.settings.weights, as_many)
    }

    /// Fits the weights to these requests, without being told which pairs are right. The weights it has now count as much as `as_many` pairs. Where too few
    /// pairs are likely, and when it is stopped, the weights stay as they are. `stop` is asked every few milliseconds, with how many of how many requests
    /// have been looked at.
    ///
    /// # Errors
    /// [`Stopped`] when `stop` says so.
    pub fn settle(
        &mut self,
        requests: &[Profile],
        as_many: f32,
        stop: &dyn Fn(usize, usize) -> bool,
    ) -> Result<(), Stopped> {
        let before = self.settings.weights.clone();
        let every = requests.len().div_ceil(LOOKED_AT).max(1);
        let each = requests.len().div_ceil(every);
        for round in 0..ROUNDS {
            let mut counts = Counts::new(&before);
            let mut finder = self.finder();
            for (done, asked) in requests.iter().step_by(every).enumerate() {
                match finder.find(asked, CANDIDATES, None, &|| stop(round * each + done, ROUNDS * each)) {
                    Ok(found) => {
                        for candidate in found.iter().filter(|candidate| candidate.chance > 0.02) {
                            self.count(asked, &candidate.id, candidate.chance, &mut counts);
                        }
                    }
                    Err(stopped) => {
                        self.settings.weights = before;
                        return Err(stopped);
                    }
                }
            }
            if counts.pairs < FEW_PAIRS {
                break;
            }
            self.settings.weights = counts.weights(&before, as_many);
        }
        Ok(())
    }

    /// Counts how a pair agrees, as often as it is likely to be right.
    fn count(&self, asked: &Profile, id: &I, likely: f32, counts: &mut Counts) {
        let Some(found) = self.facts(id) else { return };
        let weights = &self.settings.weights;
        let mut lexicon = Lexicon::default();
        let facts = Facts::new(asked, &mut lexicon, &self.settings.variants);
        let near = HashMap::new();
        counts.pairs += likely;
        for (nearness, other_script) in Comparing::new(self, &facts, &lexicon, &near).degrees(found) {
            add(&mut counts.names[usize::from(other_script)], nearness as usize, likely);
        }
        if let (_, Some(years)) = self.says_age(&facts, found) {
            let estimated = facts.estimated || found.estimated;
            let steps = if estimated { &weights.age_estimated } else { &weights.age };
            add(&mut counts.ages[usize::from(estimated)], steps.step(years), likely);
        }
        if let (_, Some(days)) = self.says_separation(&facts, found) {
            add(&mut counts.separations, weights.separation.step(days as f32), likely);
        }
        let place = self.says_place(&facts, found);
        if place.known {
            let step = if place.exact && place.levels >= 3 { 0 } else { 3 - place.levels.min(2) };
            add(&mut counts.places, step, likely);
        }
        for (counts, (mine, theirs)) in counts
            .agreed
            .iter_mut()
            .zip([(&facts.languages, &found.languages), (&facts.nationalities, &found.nationalities)])
        {
            if !mine.is_empty() && !theirs.is_empty() {
                add(counts, usize::from(mine.iter().any(|code| theirs.contains(code))), likely);
            }
        }
    }
}

/// How often pairs of one child agreed how nearly.
struct Counts {
    pairs: f32,
    /// In one script, in two.
    names: [[f32; 7]; 2],
    /// Told, estimated.
    ages: [Vec<f32>; 2],
    separations: Vec<f32>,
    places: [f32; 4],
    /// Language and nationality: differ, agree.
    agreed: [[f32; 2]; 2],
}

impl Counts {
    fn new(weights: &Weights) -> Self {
        Self {
            pairs: 0.0,
            names: Default::default(),
            ages: [vec![0.0; weights.age.m.len()], vec![0.0; weights.age_estimated.m.len()]],
            separations: vec![0.0; weights.separation.m.len()],
            places: Default::default(),
            agreed: Default::default(),
        }
    }

    /// The weights before, drawn towards what was counted.
    fn weights(&self, before: &Weights, as_many: f32) -> Weights {
        let mut weights = before.clone();
        let ([same, other], [told, estimated]) = (&self.names, &self.ages);
        blend(&mut weights.same_script, same, as_many);
        blend(&mut weights.other_script, other, as_many);
        blend_steps(&mut weights.age, told, as_many);
        blend_steps(&mut weights.age_estimated, estimated, as_many);
        blend_steps(&mut weights.separation, &self.separations, as_many);
        blend(&mut weights.places, &self.places, as_many);
        for (counts, share) in self.agreed.iter().zip([&mut weights.language, &mut weights.nationality]) {
            let mut chances = [1.0 - *share, *share];
            blend(&mut chances, counts, as_many);
            *share = chances[1].min(0.995);
        }
        weights
    }
}

fn add(counts: &mut [f32], at: usize, likely: f32) {
    if let Some(count) = counts.get_mut(at) {
        *count += likely;
    }
}

/// Chances before, which count as much as so many cases, and what was counted now.
fn blend(chances: &mut [f32], counts: &[f32], as_many: f32) {
    let counted: f32 = counts.iter().sum();
    let all = counted + as_many;
    if counted > 0.0 && all > 0.0 {
        for (chance, count) in chances.iter_mut().zip(counts) {
            *chance = (*chance * as_many + count) / all;
        }
    }
}

fn blend_steps(steps: &mut Steps, counts: &[f32], as_many: f32) {
    blend(&mut steps.m, counts, as_many);
}

impl<I> Comparing<'_, I> {
    /// How near each name is that both sides tell, and whether in two scripts.
    fn degrees(&self, found: &Facts) -> Vec<(Nearness, bool)> {
        let mut all = self.own_degrees(found);
        for (one, other) in self.asked.mothers.iter().zip(&found.mothers) {
            let (near, asked, found) = self.nearest(&one.given, &other.given);
            all.push((near, self.other_script(asked, found)));
        }
        all
    }
}
