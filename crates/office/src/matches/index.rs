//! What a session may match, in memory: the facts of every record whose part `match` its circles open, and the two indexes made of
//! them. Made behind the first use, renewed by every save, gone at lock.

use super::facts::{Facts, Person, Places, takes_part};
use super::minimal::Other;
use super::packed::Packed;
use super::settling::Fitted;
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::{Code, Progress};
use amparo_matching::{Index, SearchText, Settings};
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::{Module, RecordType, Status};
use amparo_model::value::{Document, RowId};
use amparo_store::{Reading, RecordRow};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

/// A record that takes part.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) of: RecordType,
    pub(crate) status: Status,
    pub(crate) owner: Option<CircleId>,
    pub(crate) facts: Facts<Packed>,
}

impl Known {
    pub(super) fn of(row: &RecordRow, facts: Facts) -> Self {
        Self { of: row.skeleton.of(), status: row.skeleton.status, owner: row.skeleton.owner, facts: facts.packed() }
    }

    fn child(&self) -> Option<Child<'_>> {
        let Facts { child, code, .. } = &self.facts;
        let child = child.as_ref()?;
        let (of, status, owner) = (self.of, self.status, self.owner);
        Some(Child { of, status, owner, code, child, minimal: false })
    }
}

/// A child of a case, as far as duplicates are concerned: whether all of it is known here, or the little that finders are told.
#[derive(Clone, Copy)]
pub(crate) struct Child<'a> {
    pub(crate) of: RecordType,
    pub(crate) status: Status,
    pub(crate) owner: Option<CircleId>,
    pub(crate) code: &'a str,
    pub(crate) child: &'a Packed,
    pub(crate) minimal: bool,
}

/// A person that somebody looks for: the request and the row in it.
pub(crate) type Sought = (RecordId, RowId);

/// Facts and indexes, ready to be asked.
pub(crate) struct Ready {
    known: HashMap<RecordId, Known>,
    places: Places,
    /// Children who may be found: with consent, at home with nobody yet.
    pub(crate) children: Index<RecordId>,
    /// Records out of reach of which this session is told a little. Nothing but duplicates and finding colleagues' records asks here.
    others: HashMap<RecordId, Other>,
    /// What they are found by, once somebody looks for one by a name.
    pub(super) others_folded: OnceLock<Vec<(RecordId, SearchText)>>,
    /// Every child of a case, for duplicates: with and without consent to tracing.
    all: Index<RecordId>,
    /// Every survivor, for the same. No record of one module is ever compared with one of the other.
    survivors: Index<RecordId>,
    /// Who of them has a number of their own, as it is compared.
    numbers: HashMap<(Module, String), Vec<RecordId>>,
    /// Pairs of them that were compared.
    pub(super) compared: Mutex<super::duplicates::Compared>,
    /// Persons who are looked for.
    pub(crate) sought: Index<Sought>,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Matching {
    ready: Option<Box<Ready>>,
    /// How many make it now: two questions may begin at once.
    making: u32,
    /// What was saved while somebody made it.
    late: Vec<(RecordId, Option<Known>)>,
    /// Names, places or weights changed so often: what was begun before is made again.
    round: u64,
    /// The weights that were fitted last.
    fitted: Option<Fitted>,
}

impl Matching {
    /// Somebody begins to make it; which round that is.
    fn begin(&mut self) -> u64 {
        self.making += 1;
        self.round
    }

    /// What somebody made, with what was saved meanwhile; whether it counts. None: they were stopped.
    fn end(&mut self, round: u64, made: Option<Ready>) -> bool {
        self.making = self.making.saturating_sub(1);
        let late = if self.making == 0 { std::mem::take(&mut self.late) } else { self.late.clone() };
        let counts = round == self.round;
        if let Some(mut ready) = made.filter(|_| counts) {
            for (record, known) in late {
                ready.put(record, known);
            }
            self.ready = Some(Box::new(ready));
        }
        counts
    }

    /// A record was saved or forgotten.
    fn changed(&mut self, record: RecordId, known: Option<Known>) {
        if self.making > 0 {
            self.late.push((record, known.clone()));
        }
        if let Some(ready) = &mut self.ready {
            ready.put(record, known);
        }
    }

    /// A record is a colleague's from now on.
    fn other(&mut self, record: RecordId, other: Other) {
        if let Some(ready) = &mut self.ready {
            ready.put_other(record, other);
        }
    }

    /// Nothing of what was made counts any more. What was saved meanwhile does, for whoever goes on making.
    fn anew(&mut self) {
        self.ready = None;
        self.round += 1;
    }
}

impl Ready {
    pub(super) fn new(places: Places, settings: &Settings) -> Self {
        Self {
            known: HashMap::new(),
            places,
            children: Index::new(settings.clone()),
            others: HashMap::new(),
            others_folded: OnceLock::new(),
            all: Index::new(super::duplicates::settings(settings)),
            survivors: Index::new(super::duplicates::settings(settings)),
            numbers: HashMap::new(),
            compared: Mutex::default(),
            sought: Index::new(settings.clone()),
        }
    }

    /// Every record that takes part, whether or not it may be found.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&RecordId, &Known)> {
        self.known.iter()
    }

    /// What is known of one.
    pub(crate) fn get(&self, record: RecordId) -> Option<&Known> {
        self.known.get(&record)
    }

    /// A child of a case.
    pub(crate) fn child(&self, record: RecordId) -> Option<Person> {
        Some(self.get(record)?.facts.child.as_ref()?.person())
    }

    /// A person who is looked for.
    pub(crate) fn sought_person(&self, (request, row): Sought) -> Option<&Person> {
        let sought = &self.get(request)?.facts.sought;
        sought.iter().find(|(id, _)| *id == row).map(|(_, person)| person)
    }

    /// Every child of a module, for duplicates.
    pub(super) fn all(&self, module: Module) -> &Index<RecordId> {
        match module {
            Module::Cp => &self.all,
            Module::Gbv => &self.survivors,
        }
    }

    fn all_mut(&mut self, module: Module) -> &mut Index<RecordId> {
        match module {
            Module::Cp => &mut self.all,
            Module::Gbv => &mut self.survivors,
        }
    }

    /// A child of a case for duplicates, whether in reach or not.
    pub(super) fn any_child(&self, record: RecordId) -> Option<Child<'_>> {
        let other = self.others.get(&record).map(|other| {
            let Other { of, status, owner, code, child } = other;
            Child { of: *of, status: *status, owner: *owner, code, child, minimal: true }
        });
        self.known.get(&record).and_then(Known::child).or(other)
    }

    /// The records out of reach of which a little is known.
    pub(super) fn others(&self) -> impl Iterator<Item = (&RecordId, &Other)> {
        self.others.iter()
    }

    /// One of them.
    pub(super) fn other(&self, record: RecordId) -> Option<&Other> {
        self.others.get(&record)
    }

    /// The children of a module who count for duplicates and have this number.
    pub(super) fn with_number(&self, module: Module, number: &str) -> &[RecordId] {
        self.numbers.get(&(module, number.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// What a person is compared by.
    pub(crate) fn profile(&self, person: &Person) -> amparo_matching::Profile {
        person.profile(&self.places)
    }

    /// The same records under other settings.
    pub(super) fn with_settings(&self, settings: &Settings) -> Self {
        let mut other = Self::new(self.places.clone(), settings);
        for (record, known) in &self.known {
            other.put(*record, Some(known.clone()));
        }
        other.weigh_as(settings.weights.clone().fitted_as(&self.children.settings().weights));
        other
    }

    /// Takes a record in, in the place of what was known of it; none takes it out.
    pub(super) fn put(&mut self, record: RecordId, known: Option<Known>) {
        self.children.remove(&record);
        self.take_out(record);
        if let Some(before) = self.known.remove(&record) {
            for (row, _) in before.facts.sought {
                self.sought.remove(&(record, row));
            }
        }
        let Some(known) = known else { return };
        if let Some(Child { of, status, child, .. }) = known.child() {
            self.take_in(record, of, status, &child.person());
        }
        if why_not_searched(&known).is_none() {
            if let Some(child) = &known.facts.child {
                self.children.add(record, &child.person().profile(&self.places));
            }
            for (row, person) in &known.facts.sought {
                if Person::is_open(&person.state) && person.has_name() {
                    self.sought.add((record, *row), &person.profile(&self.places));
                }
            }
        }
        self.known.insert(record, known);
    }

    /// Takes in what is told of a record out of reach.
    pub(super) fn put_other(&mut self, record: RecordId, other: Other) {
        self.put(record, None);
        self.take_in(record, other.of, other.status, &other.child.person());
        self.others.insert(record, other);
    }

    /// From now on somebody may be this child's double.
    fn take_in(&mut self, record: RecordId, of: RecordType, status: Status, child: &Person) {
        if !super::duplicates::counts(of, status) {
            return;
        }
        if child.has_name() {
            let profile = child.profile(&self.places);
            self.all_mut(of.module).add(record, &profile);
        }
        for number in &child.numbers {
            self.numbers.entry((of.module, number.clone())).or_default().push(record);
        }
    }

    /// From now on nobody is.
    fn take_out(&mut self, record: RecordId) {
        let Some(Child { of, child, .. }) = self.any_child(record) else { return };
        for number in child.person().numbers {
            if let Some(who) = self.numbers.get_mut(&(of.module, number)) {
                who.retain(|it| *it != record);
            }
        }
        self.all_mut(of.module).remove(&record);
        if self.others.remove(&record).is_some() {
            self.others_folded.take();
        }
    }
}

/// Why a record takes no part in searches.
pub(crate) fn why_not_searched(known: &Known) -> Option<amparo_api::tracing::WhyNot> {
    use amparo_api::tracing::WhyNot;
    if !known.facts.agreed {
        Some(WhyNot::NoConsent)
    } else if !matches!(known.status, Status::Identified | Status::Open) || known.facts.state == "closed" {
        Some(WhyNot::Closed)
    } else if known.facts.state == "reunified" {
        Some(WhyNot::Reunified)
    } else if known.facts.state == "verified" {
        Some(WhyNot::Verified)
    } else if known.facts.child.as_ref().is_some_and(|child| !child.has_name()) {
        Some(WhyNot::NoName)
    } else {
        None
    }
}

/// What was gathered of a record.
pub(super) enum Gathered {
    Known(Box<Known>),
    Other(Box<Other>),
}

/// So long a question waits between two looks whether what it asks is made.
const WAITS: Duration = Duration::from_millis(10);

/// So many records are read or sealed between two looks whether to go on.
pub(super) const AT_ONCE: usize = 64;

impl Session {
    pub(crate) fn matching_lock(&self) -> RwLockReadGuard<'_, Matching> {
        self.matching.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn matching_mut(&self) -> RwLockWriteGuard<'_, Matching> {
        self.matching.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks what may be matched: **the way in for every question** (finding, duplicates). It is made first where it is not there yet, which
    /// `watch` may stop.
    pub(crate) fn with_matching<T>(&self, watch: &dyn Watch, ask: impl FnOnce(&Ready) -> Answer<T>) -> Answer<T> {
        loop {
            if let Some(ready) = self.matching_lock().ready.as_deref() {
                return ask(ready);
            }
            // Whoever asks while somebody else makes it waits for that instead of making it a second time.
            if self.matching_lock().making > 0 {
                self.go_on(watch, 0, 0)?;
                std::thread::sleep(WAITS);
                continue;
            }
            // Names may change again between its making and the question.
            self.make_matching(watch)?;
        }
    }

    /// What the search for the child of a case came to, as far as this session was told; nothing is read for it.
    pub(super) fn state_of_case(&self, case: RecordId) -> String {
        let matching = self.matching_lock();
        let known = matching.ready.as_ref().and_then(|ready| ready.get(case));
        known.map(|known| known.facts.state.clone()).unwrap_or_default()
    }

    /// Takes in what was just saved.
    pub(crate) fn match_saved(&self, row: &RecordRow, document: &Document) {
        let of = row.skeleton.of();
        if !takes_part(of) {
            return;
        }
        let mut document = document.clone();
        self.hidden(of).narrow(&mut document);
        let known = self.facts_told(of, &document, self.clock.now(), &row.heads).map(|facts| Known::of(row, facts));
        self.match_changed(row.id, known);
    }

    /// Takes in what was just saved by somebody who reads a part of it only: what all of it gives, as far as this session knows.
    pub(crate) fn match_saved_in_part(&self, row: &RecordRow, facts: Option<Facts>) {
        self.match_changed(row.id, facts.map(|facts| Known::of(row, facts)));
    }

    /// Takes in what came from another office, where somebody asked about matches already; whoever asks first reads all of it anyway.
    pub(crate) fn match_taken(&self, rows: &[RecordRow]) -> Answer<()> {
        let asked = |matching: &Matching| matching.ready.is_some() || matching.making > 0;
        if !asked(&self.matching_lock()) {
            return Ok(());
        }
        for row in rows.iter().filter(|row| takes_part(row.skeleton.of())) {
            let facts = self.facts_of_record(row)?;
            self.matching_mut().changed(row.id, facts.map(|facts| Known::of(row, facts)));
        }
        Ok(())
    }

    /// Forgets a record that was destroyed.
    pub(crate) fn match_forgotten(&self, record: RecordId) {
        self.match_changed(record, None);
    }

    /// A record changed hands: what is known of it stays where this session reads it, and is forgotten where it does not.
    pub(crate) fn match_handed(&self, row: &RecordRow, in_reach: bool) {
        let before = self.matching_lock().ready.as_deref().map(|ready| ready.get(row.id).cloned());
        let known = before.flatten().filter(|_| in_reach).map(|known| Known {
            owner: row.skeleton.owner,
            facts: Facts { heads: row.heads.clone(), ..known.facts },
            ..known
        });
        if known.is_some() || !in_reach {
            self.match_changed(row.id, known);
        }
        // It was handed over: from now on it is a colleague's. What cannot be read is known again at the next sign-in.
        if !in_reach && let Ok(Some(other)) = self.other_now(row) {
            self.matching_mut().other(row.id, other);
        }
    }

    fn match_changed(&self, record: RecordId, known: Option<Known>) {
        self.matching_mut().changed(record, known);
    }

    /// The next question reads everything anew: names, places or weights of the office changed.
    pub(crate) fn match_anew(&self) {
        self.matching_mut().anew();
    }

    fn make_matching(&self, watch: &dyn Watch) -> Answer<()> {
        loop {
            let round = self.matching_mut().begin();
            let (made, trouble) = match self.ready_from_facts(watch) {
                Ok(ready) => (Some(ready), None),
                Err(trouble) => (None, Some(trouble)),
            };
            let counts = self.matching_mut().end(round, made);
            match trouble {
                Some(trouble) => return Err(trouble),
                None if counts => return Ok(()),
                // Names changed while it was made.
                None => {}
            }
        }
    }

    fn ready_from_facts(&self, watch: &dyn Watch) -> Answer<Ready> {
        let gathered = self.gather_facts(watch)?;
        let places = self.store.read(|reading: &Reading<'_>| reading.places())?;
        let mut ready = Ready::new(Places::new(places), &self.match_settings()?);
        let of = gathered.len() as u64;
        for (done, (record, known)) in gathered.into_iter().enumerate() {
            if done % AT_ONCE == 0 {
                self.go_on(watch, done as u64, of)?;
            }
            match known {
                Gathered::Known(known) => ready.put(record, Some(*known)),
                Gathered::Other(other) => ready.put_other(record, *other),
            }
        }
        let fitted = self.matching_lock().fitted.clone();
        let looked_at = |done: usize, of: usize| self.go_on(watch, done as u64, of as u64).is_err();
        let fitted = ready.settle(fitted, &looked_at).map_err(|_| Code::Stopped)?;
        self.matching_mut().fitted = fitted;
        Ok(ready)
    }

    pub(super) fn go_on(&self, watch: &dyn Watch, done: u64, of: u64) -> Answer<()> {
        watch.progress(Progress { done, of });
        if watch.stopped() || self.has_ended() { Err(Code::Stopped.into()) } else { Ok(()) }
    }
}

#[cfg(test)]
#[path = "index_tests.rs"]
mod tests;
