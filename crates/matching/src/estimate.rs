//! Weights from pairs that are known to be right: how often the names, ages, places and dates of one child, told twice, agree how nearly.
//!
//! Only the chances for one child (m) are found so. Those for two children (u) are counted in the index. The weights handed in count as
//! much as a number of pairs, so that a few odd pairs do not throw everything over.

use crate::compare::Comparing;
use crate::facts::Facts;
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::names::agreement::Nearness;
use crate::profile::Profile;
use crate::weights::{Steps, Weights};
use std::collections::HashMap;
use std::hash::Hash;

impl<I: Clone + Eq + Hash + Ord> Index<I> {
    /// The weights that confirmed matches teach: each a request (or record) with the id of the profile here that is of the same child. Those the
    /// index has now count as much as `as_many` pairs. Pairs whose id is not here are passed over.
    #[must_use]
    pub fn learn(&self, pairs: &[(Profile, I)], as_many: f32) -> Weights {
        let mut weights = self.settings.weights.clone();
        let mut names = [[0.0_f32; 7]; 2];
        let mut ages = [vec![0.0; weights.age.m.len()], vec![0.0; weights.age_estimated.m.len()]];
        let mut separations = vec![0.0; weights.separation.m.len()];
        let mut places = [0.0_f32; 4];
        let mut agreed = [[0.0_f32; 2]; 2];
        for (asked, id) in pairs {
            let Some(found) = self.facts(id) else { continue };
            let mut lexicon = Lexicon::default();
            let facts = Facts::new(asked, &mut lexicon, &self.settings.variants);
            let near = HashMap::new();
            for (nearness, other_script) in Comparing::new(self, &facts, &lexicon, &near).degrees(found) {
                count(&mut names[usize::from(other_script)], nearness as usize);
            }
            if let (_, Some(years)) = self.says_age(&facts, found) {
                let estimated = facts.estimated || found.estimated;
                let steps = if estimated { &weights.age_estimated } else { &weights.age };
                count(&mut ages[usize::from(estimated)], steps.step(years));
            }
            if let (_, Some(days)) = self.says_separation(&facts, found) {
                count(&mut separations, weights.separation.step(days as f32));
            }
            let place = self.says_place(&facts, found);
            if place.known {
                count(&mut places, if place.exact && place.levels >= 3 { 0 } else { 3 - place.levels.min(2) });
            }
            for (kind, (mine, theirs)) in
                [(&facts.languages, &found.languages), (&facts.nationalities, &found.nationalities)]
                    .into_iter()
                    .enumerate()
            {
                if !mine.is_empty() && !theirs.is_empty() {
                    let same = mine.iter().any(|code| theirs.contains(code));
                    if let Some(counts) = agreed.get_mut(kind) {
                        count(counts, usize::from(same));
                    }
                }
            }
        }
        let [same, other] = &names;
        blend(&mut weights.same_script, same, as_many);
        blend(&mut weights.other_script, other, as_many);
        let [told, estimated] = &ages;
        blend_steps(&mut weights.age, told, as_many);
        blend_steps(&mut weights.age_estimated, estimated, as_many);
        blend_steps(&mut weights.separation, &separations, as_many);
        blend(&mut weights.places, &places, as_many);
        for (kind, share) in [(0, &mut weights.language), (1, &mut weights.nationality)] {
            let mut chances = [1.0 - *share, *share];
            blend(&mut chances, &agreed[kind], as_many);
            *share = chances[1].min(0.995);
        }
        weights
    }
}

fn count(counts: &mut [f32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1.0;
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
