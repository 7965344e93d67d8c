//! What a session may match, in memory: the facts of every record whose part `match` its circles open, and the two indexes made of
//! them. Made behind the first use, renewed by every save, gone at lock.

use super::facts::{Facts, Person, Places, facts, takes_part};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::Action;
use amparo_api::{Code, Progress};
use amparo_matching::{Index, Settings};
use amparo_model::ids::{CircleId, Moment, RecordId, RevisionId};
use amparo_model::record::{RecordType, Status, derived};
use amparo_model::value::{Document, RowId};
use amparo_store::{Part, Reading, RecordRow, StoreError, Writing};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError, RwLockReadGuard, RwLockWriteGuard};

/// A record that takes part.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) of: RecordType,
    pub(crate) status: Status,
    pub(crate) owner: Option<CircleId>,
    pub(crate) facts: Facts,
}

/// A person that somebody looks for: the request and the row in it.
pub(crate) type Sought = (RecordId, RowId);

/// Facts and indexes, ready to be asked.
pub(crate) struct Ready {
    known: HashMap<RecordId, Known>,
    places: Places,
    /// Children who may be found: with consent, at home with nobody yet.
    pub(crate) children: Index<RecordId>,
    /// Every child of a case, for duplicates: with and without consent to tracing.
    pub(crate) all: Index<RecordId>,
    /// Who of them has a number of their own, as it is compared.
    numbers: HashMap<String, Vec<RecordId>>,
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
            all: Index::new(super::duplicates::settings(settings)),
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
    pub(crate) fn child(&self, record: RecordId) -> Option<&Person> {
        self.get(record)?.facts.child.as_ref()
    }

    /// A person who is looked for.
    pub(crate) fn sought_person(&self, (request, row): Sought) -> Option<&Person> {
        let sought = &self.get(request)?.facts.sought;
        sought.iter().find(|(id, _)| *id == row).map(|(_, person)| person)
    }

    /// The children who count for duplicates and have this number.
    pub(super) fn with_number(&self, number: &str) -> &[RecordId] {
        self.numbers.get(number).map_or(&[], Vec::as_slice)
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
        self.all.remove(&record);
        if let Some(before) = self.known.remove(&record) {
            for number in before.facts.child.iter().flat_map(|child| &child.numbers) {
                if let Some(who) = self.numbers.get_mut(number) {
                    who.retain(|it| *it != record);
                }
            }
            for (row, _) in before.facts.sought {
                self.sought.remove(&(record, row));
            }
        }
        let Some(known) = known else { return };
        if let Some(child) = known.facts.child.as_ref().filter(|child| child.has_name())
            && known.status != Status::Duplicate
        {
            self.all.add(record, &child.profile(&self.places));
        }
        if super::duplicates::counts(&known) {
            for number in known.facts.child.iter().flat_map(|child| &child.numbers) {
                self.numbers.entry(number.clone()).or_default().push(record);
            }
        }
        if why_not_searched(&known).is_none() {
            if let Some(child) = &known.facts.child {
                self.children.add(record, &child.profile(&self.places));
            }
            for (row, person) in &known.facts.sought {
                if Person::is_open(&person.state) && person.has_name() {
                    self.sought.add((record, *row), &person.profile(&self.places));
                }
            }
        }
        self.known.insert(record, known);
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

/// So many records are read or sealed between two looks whether to go on.
const AT_ONCE: usize = 64;

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
        let known = self.facts_told(of, &document, self.clock.now(), &row.heads).map(|facts| known(row, facts));
        self.match_changed(row.id, known);
    }

    /// Takes in what was just saved by somebody who reads a part of it only: what all of it gives, as far as this session knows.
    pub(crate) fn match_saved_in_part(&self, row: &RecordRow, facts: Option<Facts>) {
        self.match_changed(row.id, facts.map(|facts| known(row, facts)));
    }

    /// Takes in what came from another office, where somebody asked about matches already; whoever asks first reads all of it anyway.
    pub(crate) fn match_taken(&self, rows: &[RecordRow]) -> Answer<()> {
        let asked = |matching: &Matching| matching.ready.is_some() || matching.making > 0;
        if !asked(&self.matching_lock()) {
            return Ok(());
        }
        for row in rows.iter().filter(|row| takes_part(row.skeleton.of())) {
            let facts = self.facts_of_record(row)?;
            self.matching_mut().changed(row.id, facts.map(|facts| known(row, facts)));
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
            ready.put(record, Some(known));
        }
        ready.settle(&|| watch.stopped() || self.has_ended()).map_err(|_| Code::Stopped)?;
        Ok(ready)
    }

    fn go_on(&self, watch: &dyn Watch, done: u64, of: u64) -> Answer<()> {
        watch.progress(Progress { done, of });
        if watch.stopped() || self.has_ended() { Err(Code::Stopped.into()) } else { Ok(()) }
    }

    /// The facts of every record that takes part and opens to this session, as it is now.
    fn gather_facts(&self, watch: &dyn Watch) -> Answer<Vec<(RecordId, Known)>> {
        let (rows, mut parts) = self.facts_there()?;
        let of = rows.len() as u64;
        let mut gathered = Vec::new();
        for (done, row) in rows.into_iter().enumerate() {
            if done % AT_ONCE == 0 {
                self.go_on(watch, done as u64, of)?;
            }
            let whole = self.hidden(row.skeleton.of()).is_empty();
            let kept = parts.remove(&row.id).filter(|part| whole && part.epoch == super::facts::SHAPE);
            let kept = kept.and_then(|part| self.open_facts(row.id, &part.sealed));
            // A part that an older save left behind may still tell of a child who has withdrawn since: it does not count.
            let facts = match kept.filter(|facts| facts.heads == row.heads) {
                Some(facts) => Some(facts),
                None => self.facts_of_record(&row)?,
            };
            gathered.extend(facts.map(|facts| (row.id, known(&row, facts))));
        }
        Ok(gathered)
    }

    /// The records that take part, and what is kept of them.
    fn facts_there(&self) -> Answer<(Vec<RecordRow>, HashMap<RecordId, Part>)> {
        self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            let mut rows = Vec::new();
            reading.each_record(|row| {
                if takes_part(row.skeleton.of()) {
                    rows.push(row);
                }
                Ok::<_, StoreError>(())
            })?;
            let mut parts = HashMap::new();
            reading.each_of_part(derived::MATCH, |record, part| {
                parts.insert(record, part);
                Ok::<_, StoreError>(())
            })?;
            Ok((rows, parts))
        })
    }

    /// Reads a record of which nothing is kept, or nothing of today; none when it is out of reach. Nothing that lists do not show is
    /// opened here.
    fn facts_of_record(&self, row: &RecordRow) -> Answer<Option<Facts>> {
        let changed = self.index().get(row.id).map(|known| known.summary.changed);
        let Some(changed) = changed.filter(|_| self.may(Action::ReadRecords)) else { return Ok(None) };
        let opened = match self.store.read(|reading: &Reading<'_>| self.open(reading, row.id)) {
            Ok(opened) => opened,
            // A record that does not hold is told of where it is opened; it finds nobody.
            Err(_) => return Ok(None),
        };
        // A part of it tells less than all of it, not least whether the child agreed.
        if !opened.closed.is_empty() {
            return Ok(None);
        }
        let mut document = opened.document;
        self.hidden(row.skeleton.of()).narrow(&mut document);
        Ok(self.facts_told(row.skeleton.of(), &document, changed, &opened.row.heads))
    }

    /// Seals the facts of records in reach that were last saved by an older program, or before somebody came who may read them: so that
    /// tracing officers find children registered long ago. Behind the first list; stops when the session ends.
    pub(crate) fn prepare_facts(&self) -> Answer<()> {
        if !self.may(Action::WriteRecords) {
            return Ok(());
        }
        let (rows, parts) = self.facts_there()?;
        let in_reach =
            |row: &RecordRow| self.index().get(row.id).is_some() && self.hidden(row.skeleton.of()).is_empty();
        let current = |row: &RecordRow| {
            parts.get(&row.id).is_some_and(|part| self.facts_are_current(row, part.epoch, &part.sealed))
        };
        let mut waiting = Vec::new();
        for row in rows {
            if self.has_ended() {
                return Ok(());
            }
            if in_reach(&row) && !current(&row) {
                waiting.push(row);
            }
        }
        for piece in waiting.chunks(AT_ONCE) {
            if self.has_ended() {
                return Ok(());
            }
            let mut read = Vec::new();
            for row in piece {
                read.extend(self.facts_of_record(row)?.map(|facts| (row, facts)));
            }
            self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                let mut sealed = 0;
                for (row, facts) in &read {
                    // Whatever was saved meanwhile has sealed its own.
                    let now = writing.reading().record(row.id)?;
                    if now.is_some_and(|now| now.heads == facts.heads) {
                        let part = self.seal_facts(self.author(writing)?, row, facts)?;
                        writing.put_part(row.id, derived::MATCH, &part)?;
                        sealed += 1;
                    }
                }
                self.tell(writing, Told::of(What::MatchesPrepared).with("records", sealed))
            })?;
        }
        Ok(())
    }

    /// What a record gives, with the numbers in it.
    pub(crate) fn facts_told(
        &self,
        of: RecordType,
        document: &Document,
        changed: Moment,
        heads: &[RevisionId],
    ) -> Option<Facts> {
        let mut facts = facts(of, document, changed, heads)?;
        if let Some(child) = &mut facts.child {
            self.add_numbers(of, document, child);
        }
        Some(facts)
    }

    /// Seals what a save gives to matching, beside the record.
    pub(crate) fn put_facts(&self, writing: &mut Writing<'_>, row: &RecordRow, document: &Document) -> Answer<()> {
        let facts = self.facts_told(row.skeleton.of(), document, self.clock.now(), &row.heads);
        let Some(facts) = facts else { return Ok(()) };
        let part = self.seal_facts(self.author(writing)?, row, &facts)?;
        Ok(writing.put_part(row.id, derived::MATCH, &part)?)
    }
}

fn known(row: &RecordRow, facts: Facts) -> Known {
    Known { of: row.skeleton.of(), status: row.skeleton.status, owner: row.skeleton.owner, facts }
}

#[cfg(test)]
#[path = "index_tests.rs"]
mod tests;
