//! How much each agreement and disagreement says: the weights of Fellegi and Sunter (1969).
//!
//! For each fact there is the chance `m` that two records of one child show a degree of agreement, and the chance `u` that those of two
//! children do. The logarithm of m/u is what the degree says. How common names, places, languages and countries are (their u) is
//! counted in the data at hand; the rest is here. [`crate::estimate`] finds m from pairs that are known to be right.

use crate::compare::Witness;
use crate::names::agreement::Nearness;
use serde::{Deserialize, Serialize};

/// How often the names of one person, written down twice, agree so nearly: one chance for each [`Nearness`], nearest first.
pub type Degrees = [f32; 7];

/// A chance for each step of something that is counted in steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Steps {
    /// The end of each step but the last, which has none.
    pub until: Vec<f32>,
    /// The chance of each step for two records of one child.
    pub m: Vec<f32>,
    /// The chance of each step for two children.
    pub u: Vec<f32>,
}

impl Steps {
    /// What a value says, as a natural logarithm.
    #[must_use]
    pub fn says(&self, value: f32) -> f32 {
        let at = self.step(value);
        let chance = |list: &[f32]| list.get(at).copied().unwrap_or(0.001).max(0.0005);
        (chance(&self.m) / chance(&self.u)).ln()
    }

    /// The step that a value falls into.
    pub(crate) fn step(&self, value: f32) -> usize {
        self.until.iter().position(|until| value <= *until).unwrap_or(self.until.len())
    }
}

/// How far a witness is believed. The facts of two people are not independent of each other, and the closest of many thousand others is close by accident:
/// a rare name that agrees says less than its rarity, a name that differs says all that it says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Belief {
    /// The share that counts of what it says against.
    pub against: f32,
    /// The share that counts of the first [`Belief::FIRST`] that it says for.
    pub first: f32,
    /// The share that counts of what it says for beyond that.
    pub beyond: f32,
}

impl Belief {
    /// Where believing less begins: twenty to one.
    pub const FIRST: f32 = 3.0;

    const fn new(against: f32, first: f32, beyond: f32) -> Self {
        Self { against, first, beyond }
    }

    /// What counts of what was said.
    #[must_use]
    pub fn of(self, says: f32) -> f32 {
        self.against * says.min(0.0)
            + self.first * says.clamp(0.0, Self::FIRST)
            + self.beyond * (says - Self::FIRST).max(0.0)
    }
}

/// All weights. They can be read, kept and changed; [`Weights::default`] has those that the program comes with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Names of one person in one script.
    pub same_script: Degrees,
    /// Names of one person in two scripts: the letters cannot be the same.
    pub other_script: Degrees,
    /// How often two people spell as one: one habit runs through all names that a hand writes, so that names spelled otherwise come together
    /// (Mohamed and Aicha against Muhammad and Aisha). Counted name by name, a child whom two hands wrote down would lose with every name.
    pub one_hand: f32,
    /// The chances of the first three degrees where two people spell as one, in Latin letters.
    pub one_hand_names: [f32; 3],
    /// What the given name differing takes away, beyond [`Degrees`]: nothing explains it but a nickname nobody told.
    pub given_differs: f32,
    /// What the father's given name differing says.
    pub father_differs: f32,
    /// What the mother's given name differing says.
    pub mother_differs: f32,
    /// What a grandfather's or family name on each side without a partner says: little, for one may be the one and one the other.
    pub family_differs: f32,
    /// A second given name on each side without a partner.
    pub second_differs: f32,
    /// The same, in names that have only given names (Burma).
    pub given_only_differs: f32,
    /// A second given name told on one side only, in such names.
    pub given_only_untold: f32,
    /// A brother or sister on each side without a partner.
    pub sibling_differs: f32,
    /// A brother or sister told on one side only, where the other list ends.
    pub sibling_untold: f32,
    /// The child looked for is told as brother or sister of the child registered, or the other way round.
    pub is_sibling: f32,
    /// A name in a part of the name that is not its own (given for father's): written in another order.
    pub other_order: f32,
    /// A grandfather's name for a father's: a generation left out.
    pub other_generation: f32,
    /// The same sex. Little, since the given name tells it already.
    pub sex_agrees: f32,
    /// The other sex: a slip, or another child.
    pub sex_differs: f32,
    /// Years between the spans in which the child may be born, when both are known.
    pub age: Steps,
    /// The same when one is an estimate.
    pub age_estimated: Steps,
    /// The chance that the nearest places of one child agree: the whole code, to the second level from below, only the largest area, not at all.
    pub places: [f32; 4],
    /// What neighbouring places say.
    pub neighbours: f32,
    /// Days between the spans of the separation.
    pub separation: Steps,
    /// The chance that the nationality of one child is told the same twice.
    pub nationality: f32,
    /// The chance that the language of one child is told the same twice.
    pub language: f32,
    /// The least chance that a name has: rarer ones say no more than this.
    pub rarest_name: f32,
    /// The chance of a name where too few people are known to count.
    pub usual_name: f32,
    /// The chance that a sought child is registered at all.
    pub registered: f32,
    /// How often a namesake of the sought child is registered (same given and father's name), for each time that the child is.
    pub namesake: f32,
    /// How often a brother or sister of the sought child is registered, for each time that the child is.
    pub sibling: f32,
    /// How far each witness is believed, in the order of [`Witness`].
    pub believed: [Belief; Witness::ALL.len()],
    /// The chance that none of those found is the one rests on how many there are: so much of its logarithm counts, for most of many others are
    /// among those that are compared.
    pub others: f32,
    /// As a natural logarithm, how much likelier a match is than what was counted so far says: what was not believed of it.
    pub before: f32,
    /// The least chances for the bands: possible, good, strong.
    pub bands: [f32; 3],
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            //            same  alike near  slip  nick  init  differs
            same_script: [0.71, 0.185, 0.04, 0.03, 0.01, 0.002, 0.023],
            other_script: [0.01, 0.82, 0.09, 0.035, 0.01, 0.003, 0.032],
            one_hand: 0.7,
            one_hand_names: [0.88, 0.05, 0.012],
            given_differs: -3.6,
            father_differs: -3.0,
            mother_differs: -3.0,
            family_differs: -0.8,
            second_differs: -0.8,
            given_only_differs: -2.2,
            given_only_untold: -1.0,
            sibling_differs: -1.1,
            sibling_untold: -0.25,
            is_sibling: -3.5,
            other_order: -2.0,
            other_generation: -0.7,
            sex_agrees: 0.3,
            sex_differs: -3.5,
            // Two children of 0 to 17 years are born in the same year once in seventeen times; each year apart adds an eighth.
            age: Steps {
                until: vec![0.02, 0.75, 1.5, 2.5, 4.0],
                m: vec![0.80, 0.085, 0.065, 0.035, 0.012, 0.003],
                u: vec![0.12, 0.09, 0.09, 0.12, 0.16, 0.42],
            },
            age_estimated: Steps {
                until: vec![0.02, 0.75, 1.5, 2.5, 4.0],
                m: vec![0.56, 0.20, 0.15, 0.06, 0.023, 0.007],
                u: vec![0.14, 0.09, 0.09, 0.12, 0.15, 0.41],
            },
            // A relative speaks of home, a case worker of the last camp: of one child in five no place agrees down to the district.
            places: [0.56, 0.13, 0.12, 0.19],
            neighbours: 0.5,
            // Most separations that one office traces lie within some four years.
            separation: Steps {
                until: vec![0.0, 45.0, 200.0],
                m: vec![0.86, 0.12, 0.014, 0.006],
                u: vec![0.10, 0.10, 0.22, 0.58],
            },
            nationality: 0.96,
            language: 0.97,
            rarest_name: 0.0003,
            usual_name: 0.01,
            registered: 0.5,
            namesake: 0.3,
            sibling: 0.055,
            // Found on the first two invented worlds (six sets, 12,000 requests) as the shares under which the true child is likeliest among those found,
            // drawn towards 0.85; rounded. Where nothing was ever said for or against, 0.85 stands.
            believed: [
                Belief::new(0.0, 0.3, 0.25),   // given
                Belief::new(1.05, 0.3, 0.4),   // given, left over
                Belief::new(0.0, 0.8, 0.1),    // father
                Belief::new(1.1, 0.85, 0.85),  // father, left over
                Belief::new(0.6, 0.65, 0.4),   // family
                Belief::new(1.45, 0.85, 0.85), // family, left over
                Belief::new(0.85, 0.05, 0.6),  // elsewhere
                Belief::new(0.35, 0.85, 0.85), // order
                Belief::new(0.0, 1.4, 1.05),   // spelling
                Belief::new(0.95, 0.9, 0.45),  // mother
                Belief::new(0.85, 0.85, 0.85), // mother of
                Belief::new(1.3, 0.8, 0.6),    // siblings
                Belief::new(1.5, 0.85, 0.85),  // is a sibling
                Belief::new(0.7, 1.4, 0.85),   // sex
                Belief::new(1.15, 1.05, 0.85), // age
                Belief::new(0.7, 0.85, 0.95),  // place
                Belief::new(1.6, 1.1, 1.0),    // separation
                Belief::new(1.0, 0.5, 0.55),   // people
            ],
            others: 0.7,
            before: 0.28,
            bands: [0.05, 0.5, 0.93],
        }
    }
}

impl Weights {
    /// These, with all that is fitted to an office's own pairs as in others (see [`crate::Index::settle`]): so that what an office changes by hand can be
    /// tried without fitting anew.
    #[must_use]
    pub fn fitted_as(mut self, others: &Self) -> Self {
        (self.same_script, self.other_script, self.places) = (others.same_script, others.other_script, others.places);
        self.age.m.clone_from(&others.age.m);
        self.age_estimated.m.clone_from(&others.age_estimated.m);
        self.separation.m.clone_from(&others.separation.m);
        (self.language, self.nationality) = (others.language, others.nationality);
        self
    }

    /// The chance that the names of one person agree so nearly.
    pub(crate) fn m(&self, nearness: Nearness, other_script: bool) -> f32 {
        let degrees = if other_script { &self.other_script } else { &self.same_script };
        degrees.get(nearness as usize).copied().unwrap_or(0.001).max(0.0005)
    }

    /// How much likelier (as logarithms) a degree is where two people spell as one, and where they do not, than it is in general.
    pub(crate) fn hands(&self, nearness: Nearness) -> Option<[f32; 2]> {
        let one = *self.one_hand_names.get(nearness as usize)?;
        let all = self.m(nearness, false);
        let share = self.one_hand.clamp(0.05, 0.95);
        let two = ((all - share * one) / (1.0 - share)).max(0.02);
        Some([(one / all).ln(), (two / all).ln()])
    }

    /// What all spellings together say beyond what they say one by one: either one habit wrote them, or two did.
    pub(crate) fn one_hand_or_two(&self, sums: [f32; 2]) -> f32 {
        let share = self.one_hand.clamp(0.05, 0.95);
        (share * sums[0].exp() + (1.0 - share) * sums[1].exp()).ln()
    }
}
