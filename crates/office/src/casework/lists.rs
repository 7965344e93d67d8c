//! Lists, search and the numbers of the first page. All from the index; every number is the length of the list it opens.

use super::index::{Index, Known};
use super::tasks::day;
use super::work::when;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, joins_in, works_with};
use amparo_api::Code;
use amparo_api::records::{Answer as Cases, Home, Row, Show, TypeCount};
use amparo_api::work::When;
use amparo_forms::clock::Clocks;
use amparo_matching::{Query, Score};
use amparo_model::ids::{CircleId, OfficeId, RecordId};
use amparo_model::record::{Kind, RecordType};
use amparo_store::Reading;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;

/// The most rows one page gives.
pub(crate) const MOST: usize = 200;

/// Whether a record is in one of the lists that the first page counts.
pub(crate) fn shows(known: &Known, show: Show, today: Date, clocks: &Clocks) -> bool {
    let case = known.of.kind == Kind::Case;
    let current = known.is_current();
    let due = || known.due(clocks).map(|due| when(due.on, today));
    match show {
        Show::All => true,
        Show::FromOthers => known.summary.home.is_some(),
        Show::Current => current,
        Show::Overdue => current && due() == Some(When::Overdue),
        Show::Due => current && matches!(due(), Some(When::Today | When::Week)),
        Show::High => current && known.summary.risk == "high",
        Show::Quiet => {
            // Weekly contact is the least at high risk (DOMAIN.md 5.4 and 10.4).
            let bound = today.checked_sub(7.days()).unwrap_or(today);
            let last = [&known.summary.met_on, &known.summary.registered_on, &known.summary.identified_on];
            let last = last.into_iter().find_map(|last| day(last));
            current && known.summary.risk == "high" && last.is_none_or(|last| last < bound)
        }
        Show::Incomplete => current && case && !(known.summary.consent_complete && known.summary.registration_complete),
    }
}

/// Names of people and offices, looked up once a page.
pub(crate) struct Called<'a> {
    session: &'a Session,
    owners: HashMap<Option<CircleId>, String>,
    offices: HashMap<OfficeId, String>,
    today: Date,
}

impl Called<'_> {
    pub(crate) fn row(&mut self, known: &Known) -> Row {
        let session = self.session;
        let owner = self.owners.entry(known.owner).or_insert_with(|| session.owner_name(known.owner)).clone();
        let offices = &mut self.offices;
        let home =
            known.summary.home.map(|home| offices.entry(home).or_insert_with(|| session.office_name(home)).clone());
        known.row(session, self.today, owner, home)
    }
}

impl Session {
    pub(crate) fn called(&self) -> Called<'_> {
        Called { session: self, owners: HashMap::new(), offices: HashMap::new(), today: self.clock.today() }
    }

    /// What lists show of some records, as far as they are in reach.
    pub(crate) fn rows(&self, records: &[RecordId]) -> Answer<Cases> {
        let index = self.index();
        let mut called = self.called();
        let known = records.iter().take(MOST).filter_map(|record| index.get(*record));
        let rows: Vec<Row> = known.map(|known| called.row(known)).collect();
        Ok(Cases::Rows { total: rows.len(), rows, filling: !index.filled })
    }

    /// The records in reach that refer to one, newest change first.
    pub(crate) fn linked(&self, record: RecordId) -> Answer<Cases> {
        let index = self.index();
        index.get(record).ok_or(Code::NotAllowed)?;
        let referring = index.known().iter().filter(|known| known.summary.links.contains(&record));
        let mut referring: Vec<&Known> = referring.filter(|known| known.of.kind != Kind::Transition).collect();
        referring.sort_by_key(|known| std::cmp::Reverse(known.summary.changed));
        let mut called = self.called();
        let total = referring.len();
        let rows = referring.into_iter().take(MOST).map(|known| called.row(known)).collect();
        Ok(Cases::Rows { rows, total, filling: !index.filled })
    }

    pub(crate) fn find(&self, text: &str, of: Option<RecordType>, take: usize) -> Answer<Cases> {
        let query = Query::parse(text);
        let index = self.index();
        let mut hits: Vec<(Score, &Known)> = scan(&index, &query, of);
        hits.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.summary.code.cmp(&second.summary.code)));
        let total = hits.len();
        let mut called = self.called();
        let rows = hits
            .into_iter()
            .take(take.min(MOST))
            .map(|(score, known)| Row { sounds_like: score.sounds_like(), ..called.row(known) })
            .collect();
        // The scope and the number of hits are told, never the words.
        self.note(Told::of(What::Searched).with("hits", total))?;
        Ok(Cases::Rows { rows, total, filling: !index.filled })
    }

    pub(crate) fn home(&self) -> Answer<Home> {
        // Reads the index itself.
        let destructions = self.destructions_to_answer()?;
        // Taken once: taken again under itself it would wait for ever behind whoever waits to fill it.
        let (index, today) = (self.index(), self.clock.today());
        if !self.may(Action::ListRecords) {
            return Ok(Home { proposals: self.proposals(), destructions, ..Home::default() });
        }
        // The numbers of the first page are those of the cases, of whichever module this person works in.
        let cases = [RecordType::CASE, RecordType::GBV_CASE].into_iter().find(|of| works_with(self.role, *of));
        let cases = cases.unwrap_or(RecordType::TRACING_REQUEST);
        let of_cases = |show| {
            index
                .known()
                .iter()
                .filter(move |known| known.of == cases && shows(known, show, today, self.forms().clocks()))
        };
        let count = |show| of_cases(show).count();
        let types = RecordType::REGISTERED.iter();
        let types = types.filter(|of| works_with(self.role, **of) || joins_in(self.role, **of));
        let mut types: Vec<TypeCount> = types.map(|of| TypeCount { of: *of, count: 0 }).collect();
        for known in index.known() {
            if let Some(counted) = types.iter_mut().find(|counted| counted.of == known.of) {
                counted.count += 1;
            }
        }
        let (to_answer, unanswered) = self.passings_waiting(&index);
        Ok(Home {
            current: count(Show::Current),
            work: self.work_counts(&index),
            high: count(Show::High),
            quiet: count(Show::Quiet),
            approvals: self.waiting_approvals(&index),
            incomplete: count(Show::Incomplete),
            from_others: count(Show::FromOthers),
            drafts: self
                .store
                .read(|reading: &Reading<'_>| reading.drafts(self.person))?
                .into_iter()
                .filter(|draft| draft.record.is_none_or(|record| index.get(record).is_some()))
                .count(),
            flags: self.open_flags(&index),
            alerts: self.own_alerts(&index),
            to_answer,
            unanswered,
            proposals: self.proposals(),
            destructions,
            types,
        })
    }
}

fn scan<'a>(index: &'a Index, query: &Query, of: Option<RecordType>) -> Vec<(Score, &'a Known)> {
    let matches = |known: &'a Known| known.search()?.matches(query).map(|score| (score, known));
    // What was passed on is found through what it is about.
    let wanted = |known: &&Known| of.map_or(known.of.kind != Kind::Transition, |of| known.of == of);
    index.known().iter().filter(wanted).filter_map(matches).collect()
}
