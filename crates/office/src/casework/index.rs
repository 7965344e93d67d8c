//! What a session may find, in memory: the summaries its circles open, then the names behind them. Gone at lock.
//!
//! A plain scan over folded texts finds any part of any name in a few milliseconds at 50,000 records, which a full-text table
//! would not do faster; so there is no table (ARCHITECTURE.md says what was measured).

use super::parts::{self, Names, Summary, Times};
use super::readable::Hidden;
use super::tasks::Ahead;
use crate::lists::Columns;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::records::Row;
use amparo_bundle::cores;
use amparo_forms::roles;
use amparo_matching::{Entry as Searched, SearchText};
use amparo_model::date::PartialDate;
use amparo_model::ids::{CircleId, PlaceId, RecordId, RevisionId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Compartment, Kind, RecordType, Status, derived};
use amparo_model::value::Document;
use amparo_store::{GrantedPart, Reading, RecordRow, StoreError};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter;
use std::sync::OnceLock;

/// The levels of the tree of places, and a few to spare.
const DEEPEST: usize = 12;

/// What each place lies in, and its code.
pub(crate) type Tree = HashMap<PlaceId, (Option<PlaceId>, Box<str>)>;

/// One record in the index.
pub(crate) struct Known {
    pub(crate) record: RecordId,
    pub(crate) of: RecordType,
    pub(crate) status: Status,
    pub(crate) owner: Option<CircleId>,
    pub(crate) summary: Summary,
    pub(crate) names: Names,
    /// Read for a while, by what was passed on: somebody else is responsible, and nothing is to be done about it here.
    pub(crate) guest: bool,
    search: Option<SearchText>,
    /// The name as it is ordered, once it was folded.
    order: Box<str>,
    /// When it asks for something, once somebody wanted to know. Clocks of another configuration ask anew.
    pub(super) ahead: OnceLock<Ahead>,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Index {
    known: Vec<Known>,
    at: HashMap<RecordId, usize>,
    pub(crate) filled: bool,
    /// What was read of records for lists, by their places in `known`.
    pub(crate) columns: Columns,
    /// Which place lies in which, with its code; once a list asked.
    places: Option<Tree>,
}

impl Known {
    /// Whether somebody works with it here: identified or open, and of this office.
    pub(crate) fn is_current(&self) -> bool {
        matches!(self.status, Status::Identified | Status::Open) && self.summary.home.is_none()
    }

    pub(crate) fn age(&self, today: Date) -> Option<i64> {
        let born = self.summary.born.as_ref().and_then(|born| born.parse::<PartialDate>().ok());
        born.and_then(|born| born.age_on(today)).or(self.summary.age)
    }

    pub(crate) fn row(&self, session: &Session, today: Date, owner: String, home: Option<String>) -> Row {
        let due = self.due(session.forms().clocks());
        let summary = &self.summary;
        Row {
            record: Some(self.record),
            of: self.of,
            code: summary.code.clone(),
            name: self.names.shown.clone(),
            name_script2: self.names.script2.clone(),
            name_covered: self.names.covered,
            sex: summary.sex.clone(),
            age: self.age(today),
            age_estimated: summary.age_estimated,
            status: Some(self.status),
            risk: summary.risk.clone(),
            place: summary.place.clone(),
            registered_on: if session.hidden(self.of).has(roles::DATE_REGISTERED) {
                String::new()
            } else {
                summary.registered_on.clone()
            },
            due_what: due.map(|due| due.what.to_string()).unwrap_or_default(),
            due_on: due.map(|due| due.on.to_string()).unwrap_or_default(),
            consent_complete: summary.consent_complete,
            registration_complete: summary.registration_complete,
            owner,
            home_office: home,
            changed: summary.changed,
            sounds_like: false,
            flags: summary.flags.len(),
            photo: self.names.photo,
            facts: summary.facts.clone(),
        }
    }

    pub(crate) fn search(&self) -> Option<&SearchText> {
        self.search.as_ref()
    }

    /// The name as it is ordered.
    pub(crate) fn order(&self) -> Cow<'_, str> {
        // Until the names are folded behind the first list.
        if self.search.is_none() { self.order_now().into() } else { Cow::Borrowed(&self.order) }
    }

    fn order_now(&self) -> String {
        amparo_matching::fold(&self.names.shown)
    }

    fn folded(&self) -> SearchText {
        let mut entry = Searched::new();
        entry.code(&self.summary.code);
        for name in &self.names.names {
            entry.name(name);
        }
        for phone in &self.names.phones {
            entry.phone(phone);
        }
        for id in &self.names.ids {
            entry.id(id);
        }
        entry.search_text()
    }
}

impl Index {
    pub(crate) fn known(&self) -> &[Known] {
        &self.known
    }

    pub(crate) fn get(&self, record: RecordId) -> Option<&Known> {
        self.at.get(&record).and_then(|at| self.known.get(*at))
    }

    pub(crate) fn code(&self, record: RecordId) -> Option<String> {
        self.get(record).map(|known| known.summary.code.clone())
    }

    pub(crate) fn row(&self, session: &Session, record: RecordId) -> Option<Row> {
        let known = self.get(record)?;
        let home = known.summary.home.map(|home| session.office_name(home));
        Some(known.row(session, session.clock.today(), session.owner_name(known.owner), home))
    }

    /// Where a record stands among those known.
    pub(crate) fn position(&self, record: RecordId) -> Option<usize> {
        self.at.get(&record).copied()
    }

    /// Whether what is known of a record was worked out from these heads.
    pub(crate) fn has_heads(&self, at: usize, heads: &[RevisionId]) -> bool {
        self.known.get(at).is_some_and(|known| known.summary.heads == heads)
    }

    /// The code of a place, once the places are known.
    pub(crate) fn place_code(&self, place: PlaceId) -> Option<&str> {
        self.places.as_ref()?.get(&place).map(|(_, code)| &**code)
    }

    /// A place and those it lies in.
    pub(crate) fn above(&self, place: PlaceId) -> impl Iterator<Item = PlaceId> {
        // However the tree was made, it is not deeper than this.
        iter::successors(Some(place), |place| self.places.as_ref()?.get(place)?.0).take(DEEPEST)
    }

    /// Whether it is known which place lies in which.
    pub(crate) fn knows_places(&self) -> bool {
        self.places.is_some()
    }

    /// From now on it is.
    pub(crate) fn know_places(&mut self, places: Tree) {
        self.places = Some(places);
    }

    /// Other clocks are in force.
    pub(crate) fn forget_dates(&mut self) {
        self.known.iter_mut().for_each(|known| drop(known.ahead.take()));
    }

    /// The places changed: they are read again when a list asks.
    pub(crate) fn forget_places(&mut self) {
        self.places = None;
    }

    fn put(&mut self, mut known: Known) {
        known.summary.shrink();
        known.names.shrink();
        match self.at.get(&known.record).copied() {
            Some(at) => {
                self.columns.forget(at);
                self.known[at] = known; // `at` only ever holds positions of `known`
            }
            None => {
                self.at.insert(known.record, self.known.len());
                self.known.push(known);
            }
        }
    }

    /// Forgets a record that was destroyed.
    pub(crate) fn forget(&mut self, record: RecordId) {
        if let Some(at) = self.at.remove(&record) {
            self.columns.remove(at, self.known.len() - 1); // it stands in `known`, which is not empty
            self.known.swap_remove(at);
            if let Some(moved) = self.known.get(at) {
                self.at.insert(moved.record, at);
            }
        }
    }

    /// Takes in what was just saved.
    pub(crate) fn take(&mut self, session: &Session, row: &RecordRow, document: &Document, times: Times) {
        let of = row.skeleton.of();
        let summary = parts::summary(
            session.forms(),
            of,
            document,
            &session.form_context(BTreeSet::new()),
            times,
            None,
            &row.heads,
        );
        self.take_with(session, row, summary, parts::names(session.forms(), of, document));
        if let Some(at) = self.position(row.id) {
            self.columns.take_saved(session, &row.skeleton, at, document);
        }
    }

    /// Takes in what was just saved by somebody who reads a part of it only.
    pub(crate) fn take_in_part(&mut self, session: &Session, row: &RecordRow, summary: Summary, names: Names) {
        self.take_with(session, row, summary, names);
        if let Some(known) = self.position(row.id).and_then(|at| self.known.get_mut(at)) {
            known.guest = true;
        }
    }

    /// Takes in what was just accepted from elsewhere.
    pub(crate) fn take_with(&mut self, session: &Session, row: &RecordRow, mut summary: Summary, mut names: Names) {
        let (status, owner) = (row.skeleton.status, row.skeleton.owner);
        let of = row.skeleton.of();
        session.hidden(of).narrow_parts(session.forms(), of, &mut summary, &mut names);
        session.cover_names(of, owner, &mut names);
        // As they are kept beside the record.
        let names = Names { heads: summary.heads.clone(), ..names };
        let (guest, search, order, ahead) = (false, None, Box::default(), OnceLock::new());
        let mut known = Known { record: row.id, of, status, owner, summary, names, guest, search, order, ahead };
        known.search = Some(known.folded());
        known.order = known.order_now().into();
        self.put(known);
    }
}

/// Opens the summaries of every record that this session's circles hold: all that the first list needs.
pub(crate) fn fill_lists(session: &Session) -> Answer<()> {
    for held in session.circles() {
        let circle = held.key.circle.id;
        let waiting = session.store.read(|reading: &Reading<'_>| reading.granted_but_not_quick(circle))?;
        session.quicken(&waiting)?;
    }
    let doubtful = take_parts(session)?;
    if !doubtful.is_empty() {
        // A quick grant that does not open was put there by somebody else, or its key was turned: the chains say what counts.
        session.quicken(&doubtful)?;
        take_parts(session)?;
    }
    Ok(())
}

/// Takes in the summaries and names that quick grants open; gives the records of which one did not.
fn take_parts(session: &Session) -> Answer<Vec<RecordId>> {
    let mut doubtful = Vec::new();
    // Worked out once for each type, not for each record.
    let hidden: HashMap<RecordType, Hidden> =
        RecordType::REGISTERED.iter().map(|of| (*of, session.hidden(*of))).collect();
    let nothing = Hidden::default();
    let hidden_of = |of: RecordType| hidden.get(&of).unwrap_or(&nothing);
    let mut index = session.index_mut();
    session.store.read(|reading: &Reading<'_>| -> Answer<()> {
        let mut skeletons: HashMap<RecordId, RecordRow> = HashMap::new();
        reading.each_record(|row| {
            skeletons.insert(row.id, row);
            Ok::<_, StoreError>(())
        })?;
        for held in session.circles() {
            let circle = held.key.circle.id;
            let own = matches!(held.key.circle.purpose, CirclePurpose::Person { .. });
            open_granted(session, reading, circle, derived::SUMMARY, |record, opened: Option<Summary>| {
                match (opened, skeletons.get(&record)) {
                    (Some(mut summary), Some(row)) => {
                        let (status, owner) = (row.skeleton.status, row.skeleton.owner);
                        let of = row.skeleton.of();
                        hidden_of(of).narrow_parts(session.forms(), of, &mut summary, &mut Names::default());
                        // Whoever reads it through another circle too is no guest.
                        let before = index.get(record).is_some_and(|known| !known.guest);
                        let guest = own && owner != Some(circle) && of.kind != Kind::Transition && !before;
                        let (names, search, order, ahead) = (Names::default(), None, Box::default(), OnceLock::new());
                        index.put(Known { record, of, status, owner, summary, names, guest, search, order, ahead });
                    }
                    _ => doubtful.push(record),
                }
            })?;
            open_granted(session, reading, circle, derived::NAMES, |record, opened: Option<Names>| {
                let known = index.at.get(&record).copied();
                match (opened, known.and_then(|at| index.known.get_mut(at))) {
                    (Some(mut names), Some(known)) => {
                        hidden_of(known.of).narrow_parts(session.forms(), known.of, &mut known.summary, &mut names);
                        session.cover_names(known.of, known.owner, &mut names);
                        names.shrink();
                        known.names = names;
                    }
                    _ => doubtful.push(record),
                }
            })?;
        }
        Ok(())
    })?;
    doubtful.sort();
    doubtful.dedup();
    Ok(doubtful)
}

/// Opens one part of every record that a circle has a quick grant for, on every core: one reads what others open. None where it does not
/// open; a part sealed with another key than the granted one is left out.
fn open_granted<T: DeserializeOwned + Send>(
    session: &Session,
    reading: &Reading<'_>,
    circle: CircleId,
    part: &'static str,
    mut take: impl FnMut(RecordId, Option<T>),
) -> Answer<()> {
    let compartment = Compartment::new(part);
    let granted = reading.granted_parts(circle, part)?;
    let open = |(granted, sealed): &(&GrantedPart, Vec<u8>)| {
        let (record, epoch) = (granted.record, granted.epoch);
        let key = session.quick_key(circle, record, &compartment, epoch, &granted.wrapped);
        (record, key.and_then(|key| parts::open::<T>(record, part, epoch, &key, sealed)))
    };
    cores::in_order(
        granted.chunks(AT_ONCE).map(|piece| Ok(reading.parts_granted(piece)?)),
        |_| 0,
        |piece| piece.iter().map(open).collect::<Vec<_>>(),
        |opened| -> Answer<()> {
            opened.into_iter().for_each(|(record, opened)| take(record, opened));
            Ok(())
        },
    )
}

/// So many records are opened as one piece of work; so many names are folded between two short moments in which nobody else can look.
const AT_ONCE: usize = 200;

/// Folds the names for search, behind the first list. Lists are read meanwhile: a lock for writing that is taken again at once would keep
/// them waiting for all of it.
pub(crate) fn fill_search(session: &Session) -> Answer<()> {
    let mut from = 0;
    loop {
        let waiting = |index: &Index| {
            let piece = index.known.iter().enumerate().skip(from).take(AT_ONCE);
            let unfolded = piece.filter(|(_, known)| known.search.is_none());
            unfolded.map(|(at, known)| (at, known.record, known.folded(), known.order_now())).collect::<Vec<_>>()
        };
        let folded = waiting(&session.index());
        let mut index = session.index_mut();
        for (at, record, search, order) in folded {
            // Whatever was saved meanwhile has folded its names itself.
            let same = |known: &&mut Known| known.record == record && known.search.is_none();
            if let Some(known) = index.known.get_mut(at).filter(same) {
                known.search = Some(search);
                known.order = order.into();
            }
        }
        from += AT_ONCE;
        if from >= index.known.len() {
            index.filled = true;
            return Ok(());
        }
    }
}

/// Reads records again whose summaries an older program worked out, which told less. In memory only: the next save keeps it.
pub(crate) fn renew(session: &Session) -> Answer<()> {
    let older = |known: &&Known| known.summary.shape < parts::SHAPE;
    let older: Vec<RecordId> = session.index().known.iter().filter(older).map(|known| known.record).collect();
    for record in older {
        if session.has_ended() {
            return Ok(());
        }
        let opened = session.store.read(|reading: &Reading<'_>| session.open(reading, record))?;
        // A part of it tells less than what was worked out from all of it.
        if !opened.closed.is_empty() {
            continue;
        }
        let of = opened.row.skeleton.of();
        let context = session.form_context(BTreeSet::new());
        let mut index = session.index_mut();
        let known = index.get(record).map(|known| &known.summary);
        // Whatever was saved meanwhile has a newer summary.
        let Some(Summary { changed, home, .. }) = known.filter(|known| known.heads == opened.row.heads) else {
            continue;
        };
        let created = opened.revisions.first().map_or(*changed, |first| first.header.time);
        let (times, home) = (Times { created, changed: *changed }, *home);
        let summary = parts::summary(session.forms(), of, &opened.document, &context, times, home, &opened.row.heads);
        index.take_with(session, &opened.row, summary, parts::names(session.forms(), of, &opened.document));
    }
    Ok(())
}
