//! The weights of matching, fitted to the office's own requests and children: how often the same name is spelled otherwise, how far ages and places that
//! are told of one child lie apart. Nobody is asked which pairs are right; see `amparo_matching::Index::settle`. It is worked out each
//! time that the records are made ready, from the same records in the same order, and kept nowhere.

use super::index::{Ready, Sought};
use amparo_matching::{Profile, Stopped, Weights};

/// An office with fewer sought persons keeps the weights of the program.
const ENOUGH: usize = 100;
/// How many pairs the weights of the program count as.
const AS_MANY: f32 = 60.0;

impl Ready {
    /// Fits the weights, where enough persons are sought.
    pub(super) fn settle(&mut self, stop: &dyn Fn() -> bool) -> Result<(), Stopped> {
        let mut sought: Vec<(Sought, Profile)> = Vec::new();
        for (record, known) in self.known() {
            for (row, person) in known.facts.sought.iter().filter(|(_, person)| person.has_name()) {
                sought.push(((*record, *row), self.profile(person)));
            }
        }
        if sought.len() < ENOUGH {
            return Ok(());
        }
        sought.sort_unstable_by_key(|(id, _)| *id);
        let profiles: Vec<Profile> = sought.into_iter().map(|(_, profile)| profile).collect();
        self.children.settle(&profiles, AS_MANY, stop)?;
        self.weigh_as(self.children.settings().weights.clone());
        Ok(())
    }

    /// Weighs requests and children by these.
    pub(super) fn weigh_as(&mut self, weights: Weights) {
        self.sought.set_weights(weights.clone());
        self.children.set_weights(weights);
    }
}
