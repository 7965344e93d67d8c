//! The search over the caseload: whoever is new or changed against everybody, the pairs that it found, and the page of them.

use super::super::find::points;
use super::super::index::{Known, Ready};
use super::super::packed::Packed;
use super::{counts, same};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::duplicates::{Answer as Doubles, Decision, Double, Pair, Same, Searched, State};
use amparo_api::{Code, Progress};
use amparo_matching::{Band, Reason, Stopped};
use amparo_model::ids::{Moment, RecordId};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};

/// Pairs of one child that a search keeps.
const KEPT: usize = 6;
/// So many are compared between two moments in which a save can be taken in.
const AT_ONCE: usize = 32;

/// A child that was compared, as it was then, and whom it is like.
type Fresh = (RecordId, Moment, Vec<(RecordId, Found)>);

/// What this session has compared, and which pairs it found. Gone at lock.
#[derive(Default)]
pub(crate) struct Compared {
    searched: Option<Moment>,
    /// As each child was when it was compared.
    seen: HashMap<RecordId, Moment>,
    pairs: BTreeMap<(RecordId, RecordId), Found>,
}

impl Compared {
    /// Takes in what was found of some children, in the place of what was found of them before.
    fn take(&mut self, found: Vec<Fresh>) {
        for (record, changed, found) in found {
            self.pairs.retain(|(one, other), _| *one != record && *other != record);
            self.pairs.extend(found.into_iter().map(|(other, found)| (key(record, other), found)));
            self.seen.insert(record, changed);
        }
    }
}

impl Ready {
    fn compared(&self) -> MutexGuard<'_, Compared> {
        self.compared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Two who are like.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) band: Band,
    pub(super) score: u8,
    pub(super) reasons: Vec<Reason>,
    pub(super) same: Vec<Same>,
}

/// The two in one order, whichever was asked about.
fn key(one: RecordId, other: RecordId) -> (RecordId, RecordId) {
    (one.min(other), one.max(other))
}

/// The pairs of one child.
fn doubles_of(
    ready: &Ready,
    record: RecordId,
    finder: &mut amparo_matching::Finder<'_, RecordId>,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<(RecordId, Found)>, Stopped> {
    let Some(known) = ready.get(record).filter(|known| counts(known.of, known.status)) else { return Ok(Vec::new()) };
    let Some(child) = known.facts.child.as_ref().map(Packed::person) else { return Ok(Vec::new()) };
    let mut found = BTreeMap::new();
    if child.has_name() {
        for it in finder.find(&ready.profile(&child), KEPT, Some(&record), stop)? {
            found.insert(it.id, (it.band, points(it.score), it.reasons));
        }
    }
    for other in child.numbers.iter().flat_map(|number| ready.with_number(known.of.module, number)) {
        if *other != record {
            found.entry(*other).or_insert((Band::Possible, 0, Vec::new()));
        }
    }
    let pair = |(other, (band, score, reasons)): (RecordId, (Band, u8, Vec<Reason>))| {
        let same = same(&child, &ready.any_child(other)?.child.person());
        (band >= Band::Possible || same.contains(&Same::Number))
            .then_some((other, Found { band, score, reasons, same }))
    };
    Ok(found.into_iter().filter_map(pair).collect())
}

impl Session {
    /// Compares whoever is new or changed with everybody; only some of them where they are named, and then only their pairs are counted.
    pub(super) fn search_doubles(&self, among: Option<&BTreeSet<RecordId>>, watch: &dyn Watch) -> Answer<Doubles> {
        let module = self.role.module().ok_or(Code::NotAllowed)?;
        let todo: Vec<(RecordId, Moment)> = self.with_matching(watch, |ready| {
            let doubles = ready.compared();
            let cases = self.own_cases(ready).into_iter();
            let cases = cases.filter(|(id, _)| among.is_none_or(|among| among.contains(id)));
            let cases = cases.map(|(id, known)| (*id, known.facts.changed));
            let mut todo: Vec<_> = cases.filter(|(id, changed)| doubles.seen.get(id) != Some(changed)).collect();
            todo.sort_unstable();
            Ok(todo)
        })?;
        let of = todo.len() as u64;
        let mut searched = Searched::default();
        let stop = || watch.stopped() || self.has_ended();
        for chunk in todo.chunks(AT_ONCE) {
            watch.progress(Progress { done: searched.compared as u64, of });
            self.with_matching(watch, |ready| {
                let mut finder = ready.all(module).finder();
                let mut pairs = Vec::new();
                for (record, changed) in chunk {
                    if stop() {
                        break;
                    }
                    // Stopped in the middle of one: that one is compared anew the next time.
                    let Ok(found) = doubles_of(ready, *record, &mut finder, &stop) else { break };
                    pairs.push((*record, *changed, found));
                }
                searched.compared += pairs.len();
                ready.compared().take(pairs);
                Ok(())
            })?;
            if stop() {
                searched.stopped = true;
                break;
            }
        }
        searched.waiting = self.with_matching(watch, |ready| {
            let mut pairs = self.waiting_pairs(ready);
            match among {
                Some(among) => pairs.retain(|((one, other), _)| among.contains(one) || among.contains(other)),
                None => ready.compared().searched = Some(self.clock.now()),
            }
            Ok(pairs.len())
        })?;
        self.note(
            Told::of(What::DuplicatesSought).with("compared", searched.compared).with("waiting", searched.waiting),
        )?;
        Ok(Doubles::Searched(searched))
    }

    /// The children in reach who can be somebody's double: what is told of those of colleagues is compared with them, never with each
    /// other.
    fn own_cases<'a>(&self, ready: &'a Ready) -> Vec<(&'a RecordId, &'a Known)> {
        let index = self.index();
        let own = |(id, known): &(&RecordId, &Known)| counts(known.of, known.status) && index.get(**id).is_some();
        ready.known().filter(own).collect()
    }

    /// The pairs that somebody should look at, the surest first.
    fn waiting_pairs(&self, ready: &Ready) -> Vec<((RecordId, RecordId), Found)> {
        let opens = |record: RecordId| self.index().get(record).is_some();
        let there = |record: RecordId| ready.any_child(record).is_some_and(|child| counts(child.of, child.status));
        let waits = |(one, other): &(RecordId, RecordId)| {
            let said = self.said_of_two(ready, *one, *other);
            there(*one)
                && there(*other)
                && (opens(*one) || opens(*other))
                && said.is_none_or(|(said, changed)| said.decision == "dismissed" && changed)
        };
        let doubles = ready.compared();
        let mut all: Vec<_> =
            doubles.pairs.iter().filter(|(pair, _)| waits(pair)).map(|(pair, found)| (*pair, found.clone())).collect();
        all.sort_by_key(|(pair, found)| {
            let number = found.same.contains(&Same::Number);
            (std::cmp::Reverse((number, found.band, found.score)), *pair)
        });
        all
    }

    /// The pairs of which the last word is one of two.
    fn said_pairs(&self, ready: &Ready, joined: bool) -> Vec<Pair> {
        let mut all = BTreeSet::new();
        for (record, known) in ready.known() {
            let others: BTreeSet<RecordId> = known.facts.doubles.iter().map(|said| said.other).collect();
            for other in others {
                let Some((said, changed)) = self.said_of_two(ready, *record, other) else { continue };
                match said.decision.as_str() {
                    "kept" if joined => all.insert(Pair { one: *record, other }),
                    "joined" if joined => all.insert(Pair { one: other, other: *record }),
                    "dismissed" if !joined && !changed => {
                        let (one, other) = key(*record, other);
                        all.insert(Pair { one, other })
                    }
                    _ => false,
                };
            }
        }
        all.into_iter().collect()
    }

    pub(super) fn pairs(&self, state: State, skip: usize, take: usize, watch: &dyn Watch) -> Answer<Doubles> {
        let take = take.min(200);
        self.with_matching(watch, |ready| {
            let waiting = self.waiting_pairs(ready);
            let [joined, dismissed] = [true, false].map(|joined| self.said_pairs(ready, joined));
            let counts_by_state = [waiting.len(), joined.len(), dismissed.len()];
            let shown: Vec<Double> = match state {
                State::Waiting => {
                    let page = waiting.into_iter().skip(skip).take(take);
                    page.filter_map(|((one, other), found)| self.double(ready, Pair { one, other }, Some(found)))
                        .collect()
                }
                State::Joined | State::Dismissed => {
                    let pairs = if state == State::Joined { joined } else { dismissed };
                    let page = pairs.into_iter().skip(skip).take(take);
                    page.filter_map(|pair| self.double(ready, pair, None)).collect()
                }
            };
            let doubles = ready.compared();
            let own = self.own_cases(ready).into_iter();
            let changed = own.filter(|(id, known)| doubles.seen.get(id) != Some(&known.facts.changed));
            let total = counts_by_state[state as usize];
            let (searched, changed) = (doubles.searched, changed.count());
            Ok(Doubles::Pairs { pairs: shown, total, counts: counts_by_state, searched, changed })
        })
    }

    pub(super) fn double(&self, ready: &Ready, pair: Pair, found: Option<Found>) -> Option<Double> {
        let (one, other) = (self.side_of(ready, pair.one)?, self.side_of(ready, pair.other)?);
        let ask = [pair.one, pair.other].into_iter().find_map(|record| self.to_ask_for(ready, record));
        let said = self.said_about(ready, pair).into_iter().next().filter(|said| said.decision != Decision::Undone);
        let (band, reasons, same) = match found {
            Some(found) => {
                (Some(found.band), self.why_alike(ready, &[pair.one, pair.other], found.reasons), found.same)
            }
            None => (None, Vec::new(), Vec::new()),
        };
        Some(Double { pair, band, reasons, same, one, other, said, ask })
    }
}
