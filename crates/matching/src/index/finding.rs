//! Asking an index, and judging what is found by what there is besides.

use super::Index;
use super::blocking::{Near, Room};
use crate::compare::{Comparing, Evidence, Verdict};
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::names::words::Word;
use crate::profile::Profile;
use crate::reasons::Reason;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// How sure a match is, whatever else was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Hardly; below everything worth showing as a lead.
    Weak,
    /// Worth a look.
    Possible,
    /// More likely than not.
    Good,
    /// Nothing speaks against it, and no other record is as like. Still only a lead until it is verified.
    Strong,
}

/// A profile that may be of the same child.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<I> {
    /// Its id.
    pub id: I,
    /// From 0 to 100: how well the two agree, whatever else was found.
    pub score: f32,
    /// From 0 to 1: how sure it is, seen with all else that was found, and with namesakes, brothers and sisters in mind.
    pub chance: f32,
    /// The chance as a word.
    pub band: Band,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What each witness says, before it is weighed.
    pub evidence: Evidence,
}

/// The caller's check said to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("matching was stopped")]
pub struct Stopped;

/// Asks an index, one question after the other.
pub struct Finder<'a, I> {
    index: &'a Index<I>,
    remembered: HashMap<Word, Arc<Near>>,
    room: Room,
}

impl<I> std::fmt::Debug for Finder<'_, I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder").finish_non_exhaustive()
    }
}

/// How many profiles are compared in full for one question.
const COMPARED: usize = 400;
/// Names remembered; then all are forgotten, so that memory is bounded.
const REMEMBERED: usize = 6_000;

impl<'a, I: Clone + Eq + Hash + Ord> Finder<'a, I> {
    pub(super) fn new(index: &'a Index<I>) -> Self {
        Self { index, remembered: HashMap::new(), room: Room::default() }
    }

    /// The profiles most like one, best first, at most so many; one id may be left out (a child is not its own duplicate).
    ///
    /// # Errors
    /// [`Stopped`] when `stop` says so; it is asked every few milliseconds.
    pub fn find(
        &mut self,
        asked: &Profile,
        most: usize,
        except: Option<&I>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Vec<Candidate<I>>, Stopped> {
        let mut lexicon = Lexicon::default();
        let facts = Facts::new(asked, &mut lexicon, &self.index.settings.variants);
        let near = self.near(&lexicon, stop)?;
        let promising = self.index.promising(&facts, &lexicon, &near, &mut self.room, COMPARED, stop).ok_or(Stopped)?;
        let comparing = Comparing::new(self.index, &facts, &lexicon, &near);
        let mut verdicts: Vec<(Verdict, u32)> = Vec::with_capacity(promising.len());
        for (count, place) in promising.into_iter().enumerate() {
            if count % 64 == 0 && stop() {
                return Err(Stopped);
            }
            let Some(Some((id, found))) = self.index.entries.get(place as usize) else { continue };
            if except != Some(id) {
                verdicts.push((comparing.verdict(found, None), place));
            }
        }
        // The id decides between equals, so that the answer is the same in every run.
        let id = |place: u32| self.index.entries.get(place as usize).and_then(Option::as_ref).map(|(id, _)| id);
        verdicts.sort_by(|one, other| other.0.says.total_cmp(&one.0.says).then_with(|| id(one.1).cmp(&id(other.1))));
        let weights = &self.index.settings.weights;
        let registered = weights.registered.clamp(0.001, 0.999);
        let prior = (registered / (1.0 - registered)).ln() + weights.before
            - weights.others * (self.index.len().max(1) as f32).ln();
        let odds: Vec<f32> = verdicts.iter().map(|(verdict, _)| verdict.says + prior).collect();
        // All that may be the one, and that none of them is: together they are certain.
        let all: f32 = 1.0 + odds.iter().map(|odds| odds.min(60.0).exp()).sum::<f32>();
        let mut candidates = Vec::new();
        for ((verdict, place), odds) in verdicts.iter().zip(&odds).take(most) {
            let Some(Some((id, found))) = self.index.entries.get(*place as usize) else { continue };
            let mut reasons = Vec::new();
            comparing.verdict(found, Some(&mut reasons));
            let alone = 1.0 / (1.0 + (-odds).exp());
            // Besides: a namesake of the sought child, who agrees in the chain of names; a brother or sister, who agrees in all but the own facts.
            let rest = |part: f32| (part - verdict.says).min(60.0).exp();
            let own = (-verdict.own).min(60.0).exp();
            let this = odds.min(60.0).exp();
            let against = (all - this).max(0.0) / this + weights.namesake * rest(verdict.chain) + weights.sibling * own;
            let chance = 1.0 / (1.0 + against);
            let [possible, good, strong] = weights.bands;
            let doubt = (1.0 - strong) * verdict.doubt();
            let band = if chance > 1.0 - doubt && chance >= good && verdict.may_be_strong() {
                Band::Strong
            } else if chance >= good && verdict.may_be_good() {
                Band::Good
            } else if alone >= possible {
                Band::Possible
            } else {
                Band::Weak
            };
            if alone >= good && chance < good {
                reasons.push(Reason::AnotherAsLike);
            }
            candidates.push(Candidate {
                id: id.clone(),
                score: score(verdict.says),
                chance,
                band,
                reasons,
                evidence: verdict.evidence,
            });
        }
        Ok(candidates)
    }

    /// The names of the index near to each word asked for.
    fn near(&mut self, lexicon: &Lexicon, stop: &dyn Fn() -> bool) -> Result<HashMap<u32, Arc<Near>>, Stopped> {
        if self.remembered.len() > REMEMBERED {
            self.remembered.clear();
        }
        let mut all = HashMap::new();
        for number in 0..u32::try_from(lexicon.len()).unwrap_or(0) {
            let Some(token) = lexicon.get(number) else { continue };
            let near = match self.remembered.get(&token.word) {
                Some(near) => Arc::clone(near),
                None => {
                    if stop() {
                        return Err(Stopped);
                    }
                    let near = Arc::new(self.index.near(token));
                    self.remembered.insert(token.word.clone(), Arc::clone(&near));
                    near
                }
            };
            all.insert(number, near);
        }
        Ok(all)
    }
}

/// What is said in all, as 0 to 100: 50 where the agreement alone outweighs a thousand other children.
fn score(says: f32) -> f32 {
    100.0 / (1.0 + (-(says - 4.2) / 2.4).exp())
}
