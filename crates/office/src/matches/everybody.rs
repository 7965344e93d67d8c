//! Looking for everybody at once: only what is new since the last time, with progress, stopped at any moment and gone on with.
//!
//! What was found is kept sealed under the tracing circle's own key (where an office has none, under the person's), so that the next
//! search and the first page need not compare anybody again. It is worked out: lost, it is found again. Whether a lead still counts is
//! asked of the records each time it is shown.

use super::facts::Person;
use super::find::points;
use super::index::{Known, Ready, why_not_searched};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::{Held, Session};
use amparo_api::Progress;
use amparo_api::tracing::{Answer as Traced, Count, Decision, Lead, Pair, Searched, State};
use amparo_matching::{Band, Finder, Reason};
use amparo_model::ids::{CircleId, Moment, RecordId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::Kind;
use amparo_model::value::RowId;
use amparo_store::{Reading, Writing};
use amparo_vault::OsRandom;
use amparo_vault::context::Context;
use amparo_vault::symmetric;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Where a record stands in the order of the search: whatever changed last comes last.
type Place = (Moment, RecordId);

/// What was found, as it is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Found {
    /// When everybody was last looked for.
    searched: Option<Moment>,
    /// Everything up to here was compared.
    up_to: Option<Place>,
    /// The first search was stopped: how far it had come, and how far it goes.
    first: Option<(Option<Place>, Place)>,
    leads: Vec<FoundLead>,
}

/// A pair, as it was found.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct FoundLead {
    pub(super) child: RecordId,
    pub(super) request: RecordId,
    trace: RowId,
    pub(super) band: Band,
    pub(super) score: u8,
    pub(super) reasons: Vec<Reason>,
}

impl FoundLead {
    pub(super) fn pair(&self) -> Pair {
        Pair { child: self.child, request: self.request, trace: self.trace }
    }
}

/// The setting as it is kept.
#[derive(Serialize, Deserialize)]
struct Sealed {
    circle: CircleId,
    epoch: u32,
    sealed: String,
}

/// Leads of one sought person that are kept.
const KEPT: usize = 8;
/// So many are compared between two moments in which a save can be taken in.
const AT_ONCE: usize = 48;
/// What was found so far is kept so often, so that a power cut costs little.
const KEPT_EVERY: usize = 2_000;

fn place(held: &Held) -> Context {
    Context::new("amparo/match-leads/v1").id(held.key.circle.id.uuid()).number(held.key.epoch.into())
}

fn is_case(known: &Known) -> bool {
    known.of.kind == Kind::Case
}

impl Found {
    /// What is to be compared, in order; the first time the requests alone, since each meets every child.
    fn todo(&mut self, ready: &Ready) -> Vec<Place> {
        let mut places: Vec<(Place, bool)> =
            ready.known().map(|(record, known)| ((known.facts.changed, *record), is_case(known))).collect();
        places.sort_unstable();
        let Some(last) = places.last().map(|(place, _)| *place) else { return Vec::new() };
        if self.up_to.is_none() && self.first.is_none() {
            self.first = Some((None, last));
        }
        match (self.first, self.up_to) {
            (Some((after, until)), _) => {
                let in_first = |place: &Place| *place <= until;
                let requests = places.iter().filter(|(place, case)| !case && in_first(place) && Some(*place) > after);
                let rest = places.iter().filter(|(place, _)| !in_first(place));
                requests.chain(rest).map(|(place, _)| *place).collect()
            }
            (None, up_to) => places.into_iter().map(|(place, _)| place).filter(|place| Some(*place) > up_to).collect(),
        }
    }

    /// Everything up to a place was compared.
    fn came_to(&mut self, place: Place) {
        match &mut self.first {
            Some((after, until)) if place <= *until => *after = Some(place),
            _ => {
                self.first = None;
                self.up_to = Some(place);
            }
        }
    }

    /// Nothing is left.
    fn ended(&mut self, at: Moment) {
        if let Some((_, until)) = self.first.take() {
            self.up_to = Some(self.up_to.map_or(until, |up_to| up_to.max(until)));
        }
        self.searched = Some(at);
    }
}

/// The leads of one record, from either side.
fn leads_of(
    ready: &Ready,
    record: RecordId,
    finders: &mut Finders<'_>,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<FoundLead>, amparo_matching::Stopped> {
    let Some(known) = ready.get(record).filter(|known| why_not_searched(known).is_none()) else {
        return Ok(Vec::new());
    };
    let mut leads = Vec::new();
    if let Some(child) = &known.facts.child {
        for found in finders.sought.find(&ready.profile(&child.person()), KEPT, None, stop)? {
            let (request, trace) = found.id;
            let (band, score) = (found.band, points(found.score));
            leads.push(FoundLead { child: record, request, trace, band, score, reasons: found.reasons });
        }
    }
    for (trace, person) in &known.facts.sought {
        if !Person::is_open(&person.state) || !person.has_name() {
            continue;
        }
        for found in finders.children.find(&ready.profile(person), KEPT, None, stop)? {
            let (band, score) = (found.band, points(found.score));
            leads.push(FoundLead {
                child: found.id,
                request: record,
                trace: *trace,
                band,
                score,
                reasons: found.reasons,
            });
        }
    }
    leads.retain(|lead| lead.band >= Band::Possible);
    Ok(leads)
}

struct Finders<'a> {
    children: Finder<'a, RecordId>,
    sought: Finder<'a, super::index::Sought>,
}

impl<'a> Finders<'a> {
    fn of(ready: &'a Ready) -> Self {
        Self { children: ready.children.finder(), sought: ready.sought.finder() }
    }
}

impl Session {
    /// The circle whose members share what was found.
    fn leads_circle(&self) -> Answer<(&Held, String)> {
        match self.held_for(&CirclePurpose::Tracing) {
            Some(held) => Ok((held, "match-leads".to_owned())),
            None => Ok((self.own_circle()?, format!("match-leads-{}", self.person))),
        }
    }

    /// What was found until now. What does not open or is not understood is found again.
    fn leads_found(&self) -> Answer<Found> {
        let (held, name) = self.leads_circle()?;
        let sealed: Option<Sealed> = self.store.read(|reading: &Reading<'_>| reading.setting(&name))?;
        let open = |sealed: Sealed| {
            let held = self.circle_at(sealed.circle, sealed.epoch).filter(|_| sealed.circle == held.key.circle.id)?;
            let bytes = symmetric::open(held.keys.shared(), &place(held), &BASE64.decode(sealed.sealed).ok()?).ok()?;
            serde_json::from_slice(&bytes).ok()
        };
        Ok(sealed.and_then(open).unwrap_or_default())
    }

    fn keep_found(&self, found: &Found, told: Told) -> Answer<()> {
        let (held, name) = self.leads_circle()?;
        let bytes = serde_json::to_vec(found)?;
        let sealed = symmetric::seal(held.keys.shared(), &place(held), &bytes, &mut OsRandom);
        let sealed = Sealed { circle: held.key.circle.id, epoch: held.key.epoch, sealed: BASE64.encode(sealed) };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(&name, &sealed)?;
            self.tell(writing, told)
        })
    }

    /// Looks for everybody. Stopped, it keeps what it found; the next search goes on from there.
    pub(super) fn search_everybody(&self, anew: bool, watch: &dyn Watch) -> Answer<Traced> {
        let mut found = if anew { Found::default() } else { self.leads_found()? };
        let todo = self.with_matching(watch, |ready| Ok(found.todo(ready)))?;
        let of = todo.len() as u64;
        let mut searched = Searched::default();
        // Whose leads may be others than before.
        let mut touched: BTreeSet<RecordId> = found.leads.iter().map(|lead| lead.child).collect();
        let stop = || watch.stopped() || self.has_ended();
        for piece in todo.chunks(AT_ONCE) {
            watch.progress(Progress { done: searched.compared as u64, of });
            let made = self.with_matching(watch, |ready| Ok(compare_all(ready, piece, &stop)))?;
            let Some(made) = made else {
                searched.stopped = true;
                break;
            };
            take_in(&mut found, &mut searched, piece, made);
            if let Some(last) = piece.last() {
                found.came_to(*last);
            }
            searched.compared += piece.len();
            if searched.compared % KEPT_EVERY < AT_ONCE && searched.compared >= KEPT_EVERY {
                self.keep_found(&found, told(searched))?;
            }
        }
        if !searched.stopped {
            found.ended(self.clock.now());
        }
        self.keep_found(&found, told(searched))?;
        touched.extend(found.leads.iter().map(|lead| lead.child));
        let hints = self.with_matching(watch, |ready| Ok(self.hints_of(&touched, ready, &found.leads)))?;
        self.tell_hints(&hints)?;
        Ok(Traced::Searched(searched))
    }

    /// Tells the case of one child anew which leads wait: something was decided about one of them.
    pub(super) fn tell_hints_of(&self, child: RecordId, watch: &dyn Watch) -> Answer<()> {
        let leads = self.leads_found()?.leads;
        let hints = self.with_matching(watch, |ready| Ok(self.hints_of(&BTreeSet::from([child]), ready, &leads)))?;
        self.tell_hints(&hints)
    }

    /// A page of what was found.
    pub(super) fn leads_page(
        &self,
        band: Option<Band>,
        state: State,
        skip: usize,
        take: usize,
        watch: &dyn Watch,
    ) -> Answer<Traced> {
        let mut found = self.leads_found()?;
        let leads = std::mem::take(&mut found.leads);
        self.with_matching(watch, |ready| {
            let mut counts: BTreeMap<(Band, u8), usize> = BTreeMap::new();
            let mut wanted: Vec<&FoundLead> = Vec::new();
            for lead in leads.iter().filter(|lead| still_counts(ready, lead)) {
                let is = self.state_of(ready, lead.pair());
                *counts.entry((lead.band, is as u8)).or_default() += 1;
                if band.is_none_or(|band| band == lead.band) && (state == State::All || state == is) {
                    wanted.push(lead);
                }
            }
            let code = |record| ready.get(record).map_or("", |known| known.facts.code.as_str());
            wanted.sort_by_key(|lead| (Reverse((lead.band, lead.score)), code(lead.request), lead.pair()));
            let total = wanted.len();
            let page = wanted.into_iter().skip(skip).take(take.min(200));
            let shown: Vec<Lead> = page
                .filter_map(|lead| self.lead_of(ready, lead.pair(), lead.band, lead.score, lead.reasons.clone()))
                .collect();
            let states = [State::Waiting, State::Confirmed, State::Rejected];
            let counts = counts.into_iter().filter_map(|((band, is), count)| {
                let state = states.into_iter().find(|state| *state as u8 == is)?;
                Some(Count { band, state, count })
            });
            let changed = found.todo(ready).len();
            Ok(Traced::Leads { leads: shown, total, counts: counts.collect(), searched: found.searched, changed })
        })
    }

    pub(super) fn state_of(&self, ready: &Ready, pair: Pair) -> State {
        match self.decided(ready, pair) {
            Some(said) if said.decision == Decision::Confirmed => State::Confirmed,
            Some(said) if said.decision == Decision::Rejected && !said.changed => State::Rejected,
            _ => State::Waiting,
        }
    }
}

fn told(searched: Searched) -> Told {
    Told::of(What::MatchesSearched).with("compared", searched.compared).with("leads", searched.new)
}

/// Compares some records, on every core; none when it was stopped.
fn compare_all(ready: &Ready, piece: &[Place], stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<FoundLead>> {
    let half = piece.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let work = |records: &[Place]| {
            let mut finders = Finders::of(ready);
            let mut leads = Vec::new();
            for (_, record) in records {
                leads.extend(leads_of(ready, *record, &mut finders, stop).ok()?);
            }
            Some(leads)
        };
        let (mine, theirs) = piece.split_at(half.min(piece.len()));
        let theirs = scope.spawn(move || work(theirs));
        let mut leads = work(mine)?;
        leads.extend(theirs.join().ok()??);
        Some(leads)
    })
}

/// Puts what was found of some records in the place of what was found of them before.
fn take_in(found: &mut Found, searched: &mut Searched, piece: &[Place], made: Vec<FoundLead>) {
    let anew: HashSet<RecordId> = piece.iter().map(|(_, record)| *record).collect();
    let is_anew = |lead: &FoundLead| anew.contains(&lead.request) || anew.contains(&lead.child);
    let before: HashSet<Pair> = found.leads.iter().filter(|lead| is_anew(lead)).map(FoundLead::pair).collect();
    found.leads.retain(|lead| !is_anew(lead));
    let mut seen = HashSet::new();
    for lead in made {
        // Both sides changed: the pair was found from each.
        if !seen.insert(lead.pair()) {
            continue;
        }
        if !before.contains(&lead.pair()) {
            searched.new += 1;
            searched.new_strong += usize::from(lead.band == Band::Strong);
        }
        found.leads.push(lead);
    }
}

/// Whether both sides of a lead are looked for still.
pub(super) fn still_counts(ready: &Ready, lead: &FoundLead) -> bool {
    let searched = |record| ready.get(record).is_some_and(|known| why_not_searched(known).is_none());
    let trace = ready.sought_person((lead.request, lead.trace));
    searched(lead.child) && searched(lead.request) && trace.is_some_and(|person| Person::is_open(&person.state))
}

#[cfg(test)]
#[path = "everybody_tests.rs"]
mod tests;
