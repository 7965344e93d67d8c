//! The weights of matching, fitted to the office's own requests and children: how often the same name is spelled otherwise, how far ages and places that
//! are told of one child lie apart. Nobody is asked which pairs are right; see `amparo_matching::Index::settle`. It is worked out each
//! time that the records are made ready, from the same records in the same order, and kept nowhere.

use super::index::{Ready, Sought};
use amparo_matching::{Profile, Stopped, Weights};

/// An office with fewer sought persons keeps the weights of the program.
const ENOUGH: usize = 100;
/// How many pairs the weights of the program count as.
const AS_MANY: f32 = 60.0;

/// Weights that were fitted, and to how many persons sought and how many children.
#[derive(Clone)]
pub(super) struct Fitted {
    weights: Weights,
    sought: usize,
    children: usize,
}

impl Fitted {
    /// Whether they were fitted to about as many.
    fn holds(&self, sought: usize, children: usize) -> bool {
        let near = |one: usize, other: usize| one.abs_diff(other) * 10 <= one.max(other);
        near(self.sought, sought) && near(self.children, children)
    }
}

impl Ready {
    /// Fits the weights, where enough persons are sought: takes what was fitted `before` in this session, if it still holds. `stop` is asked with how
    /// many of how many persons have been looked at.
    pub(super) fn settle(
        &mut self,
        before: Option<Fitted>,
        stop: &dyn Fn(usize, usize) -> bool,
    ) -> Result<Option<Fitted>, Stopped> {
        let mut sought: Vec<(Sought, Profile)> = Vec::new();
        for (record, known) in self.known() {
            for (row, person) in known.facts.sought.iter().filter(|(_, person)| person.has_name()) {
                sought.push(((*record, *row), self.profile(person)));
            }
        }
        if sought.len() < ENOUGH {
            return Ok(None);
        }
        let (persons, children) = (sought.len(), self.children.len());
        if let Some(fitted) = before.filter(|fitted| fitted.holds(persons, children)) {
            self.weigh_as(self.children.settings().weights.clone().fitted_as(&fitted.weights));
            return Ok(Some(fitted));
        }
        sought.sort_unstable_by_key(|(id, _)| *id);
        let profiles: Vec<Profile> = sought.into_iter().map(|(_, profile)| profile).collect();
        self.children.settle(&profiles, AS_MANY, stop)?;
        let weights = self.children.settings().weights.clone();
        self.weigh_as(weights.clone());
        Ok(Some(Fitted { weights, sought: persons, children }))
    }

    /// Weighs requests and children by these.
    pub(super) fn weigh_as(&mut self, weights: Weights) {
        self.sought.set_weights(weights.clone());
        self.children.set_weights(weights);
    }
}

#[cfg(test)]
mod tests {
    use super::Fitted;
    use amparo_matching::Weights;

    #[test]
    fn fitted_weights_hold_until_there_are_a_tenth_more_or_fewer_records() {
        let fitted = Fitted { weights: Weights::default(), sought: 200, children: 1_000 };
        assert!(fitted.holds(200, 1_000) && fitted.holds(210, 1_100) && fitted.holds(185, 910));
        assert!(!fitted.holds(230, 1_000) && !fitted.holds(200, 1_200) && !fitted.holds(100, 1_000));
    }
}
