//! Lists, search and the numbers of the first page. All from the index; every number is the length of the list it opens.

use super::index::{Index, Known};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, may};
use amparo_api::records::{Answer as Cases, Home, Row, Show, Sort};
use amparo_matching::{Query, Score};
use amparo_model::ids::{CircleId, OfficeId};
use amparo_model::record::Status;
use amparo_store::Reading;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;

/// The most rows one page gives.
const MOST: usize = 200;

fn shows(known: &Known, show: Show, today: Date) -> bool {
    let current = matches!(known.status, Status::Identified | Status::Open) && known.summary.home.is_none();
    let due = || known.due().on;
    match show {
        Show::All => true,
        Show::FromOthers => known.summary.home.is_some(),
        Show::Current => current,
        Show::Overdue => current && due().is_some_and(|on| on < today),
        Show::Due => {
            let week = today.checked_add(7.days()).unwrap_or(today);
            current && due().is_some_and(|on| (today..=week).contains(&on))
        }
        Show::High => current && known.summary.risk == "high",
        Show::Incomplete => current && !(known.summary.consent_complete && known.summary.registration_complete),
    }
}

/// Names of people and offices, looked up once a page.
struct Called<'a> {
    session: &'a Session,
    owners: HashMap<Option<CircleId>, String>,
    offices: HashMap<OfficeId, String>,
    today: Date,
}

impl Called<'_> {
    fn row(&mut self, known: &Known) -> Row {
        let session = self.session;
        let owner = self.owners.entry(known.owner).or_insert_with(|| session.owner_name(known.owner)).clone();
        let offices = &mut self.offices;
        let home =
            known.summary.home.map(|home| offices.entry(home).or_insert_with(|| session.office_name(home)).clone());
        known.row(session, self.today, owner, home)
    }
}

fn sort(rows: &mut [&Known], by: Sort, backwards: bool) {
    let risk = |known: &Known| match known.summary.risk.as_str() {
        "high" => 0,
        "medium" => 1,
        "low" => 2,
        _ => 3,
    };
    match by {
        // What has no date comes last.
        Sort::Due => rows.sort_by_cached_key(|known| (known.due().on.unwrap_or(Date::MAX), known.summary.code.clone())),
        Sort::Code => rows.sort_by(|a, b| a.summary.code.cmp(&b.summary.code)),
        Sort::Name => rows.sort_by_cached_key(|known| amparo_matching::fold(&known.names.shown)),
        Sort::Risk => rows.sort_by_cached_key(|known| (risk(known), known.summary.code.clone())),
        Sort::Changed => rows.sort_by_key(|known| std::cmp::Reverse(known.summary.changed)),
    }
    if backwards {
        rows.reverse();
    }
}

impl Session {
    fn called(&self) -> Called<'_> {
        Called { session: self, owners: HashMap::new(), offices: HashMap::new(), today: self.clock.today() }
    }

    pub(crate) fn list(&self, show: Show, by: Sort, backwards: bool, skip: usize, take: usize) -> Answer<Cases> {
        let index = self.index();
        let today = self.clock.today();
        let mut rows: Vec<&Known> = index.known().iter().filter(|known| shows(known, show, today)).collect();
        sort(&mut rows, by, backwards);
        let total = rows.len();
        let mut called = self.called();
        let rows = rows.into_iter().skip(skip).take(take.min(MOST)).map(|known| called.row(known)).collect();
        Ok(Cases::Rows { rows, total, filling: !index.filled })
    }

    pub(crate) fn find(&self, text: &str, take: usize) -> Answer<Cases> {
        let query = Query::parse(text);
        let index = self.index();
        let mut hits: Vec<(Score, &Known)> = scan(&index, &query);
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
        let (index, today) = (self.index(), self.clock.today());
        let count = |show| index.known().iter().filter(|known| shows(known, show, today)).count();
        if !may(self.role, Action::ReadCases) {
            return Ok(Home::default());
        }
        Ok(Home {
            current: count(Show::Current),
            overdue: count(Show::Overdue),
            due: count(Show::Due),
            high: count(Show::High),
            incomplete: count(Show::Incomplete),
            from_others: count(Show::FromOthers),
            drafts: self.store.read(|reading: &Reading<'_>| reading.drafts(self.person))?.len(),
            proposals: self.proposals(),
        })
    }
}

fn scan<'a>(index: &'a Index, query: &Query) -> Vec<(Score, &'a Known)> {
    let matches = |known: &'a Known| known.search()?.matches(query).map(|score| (score, known));
    index.known().iter().filter_map(matches).collect()
}
