//! Finding: who a sought person may be, and who may be looking for a child.

use super::facts::Person;
use super::index::{Known, Ready, Sought, why_not_searched};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::tracing::{Answer as Traced, Decision, Lead, Pair, Search, Side, WhyNot};
use amparo_matching::{Band, Candidate, Reason};
use amparo_model::date::{PartialDate, days_between};
use amparo_model::ids::RecordId;
use amparo_model::record::Kind;
use amparo_model::value::RowId;
use jiff::civil::Date;

/// So many leads of one person are shown.
const MOST: usize = 20;

/// The age today: by the birth date, else what was told, grown since.
pub(super) fn age(person: &Person, today: Date) -> Option<i64> {
    let born = person.born.parse::<PartialDate>().ok().and_then(|born| born.age_on(today));
    let told = person.age.map(|age| {
        let on = person.age_on.parse::<PartialDate>().ok().map(PartialDate::earliest);
        age + on.map_or(0, |on| days_between(on, today).max(0) * 400 / 146_097)
    });
    born.or(told)
}

/// Why a person is not looked for, although their request is.
fn why_not_person(person: &Person) -> Option<WhyNot> {
    match person.state.as_str() {
        "verified" => Some(WhyNot::Verified),
        "reunified" => Some(WhyNot::Reunified),
        "closed" => Some(WhyNot::Closed),
        _ if !person.has_name() => Some(WhyNot::NoName),
        _ => None,
    }
}

/// A score as whole points.
pub(super) fn points(score: f32) -> u8 {
    // From 0 to 100 by its definition; a cast of anything else saturates.
    score.round() as u8
}

impl Session {
    /// The leads of one record.
    pub(super) fn find_matches(&self, record: RecordId, watch: &dyn Watch) -> Answer<Traced> {
        let (code, searches) = self.with_matching(watch, |ready| {
            let known = ready.get(record).ok_or(Code::NotAllowed)?;
            let searches = if known.of.kind == Kind::Case {
                vec![self.search_for_child(ready, record, known, watch)?]
            } else {
                let sought = known.facts.sought.iter();
                let searches =
                    sought.map(|(row, person)| self.search_for_sought(ready, known, (record, *row), person, watch));
                searches.collect::<Answer<Vec<_>>>()?
            };
            Ok((known.facts.code.clone(), searches))
        })?;
        let leads: usize = searches.iter().map(|search| search.leads.len()).sum();
        self.note(Told::of(What::MatchesSought).record(record, &code).with("leads", leads))?;
        Ok(Traced::Found { searches })
    }

    fn search_for_child(&self, ready: &Ready, record: RecordId, known: &Known, watch: &dyn Watch) -> Answer<Search> {
        let child = known.facts.child.as_ref().ok_or(Code::Internal)?;
        let mut search =
            Search { trace: None, name: String::new(), why_not: why_not_searched(known), leads: Vec::new() };
        if search.why_not.is_none() {
            let stop = || watch.stopped() || self.has_ended();
            let found = ready.sought.finder().find(&ready.profile(&child.person()), MOST, None, &stop);
            for candidate in found.map_err(|_| Code::Stopped)? {
                let Candidate { id: (request, trace), .. } = candidate;
                search.leads.extend(self.lead(ready, Pair { child: record, request, trace }, &candidate));
            }
        }
        search.leads.sort_by_key(no_last);
        Ok(search)
    }

    fn search_for_sought(
        &self,
        ready: &Ready,
        known: &Known,
        (request, trace): Sought,
        person: &Person,
        watch: &dyn Watch,
    ) -> Answer<Search> {
        let why_not = why_not_searched(known).or_else(|| why_not_person(person));
        let mut search = Search { trace: Some(trace), name: person.shown(), why_not, leads: Vec::new() };
        if search.why_not.is_none() {
            let stop = || watch.stopped() || self.has_ended();
            let found = ready.children.finder().find(&ready.profile(person), MOST, None, &stop);
            for candidate in found.map_err(|_| Code::Stopped)? {
                search.leads.extend(self.lead(ready, Pair { child: candidate.id, request, trace }, &candidate));
            }
        }
        search.leads.sort_by_key(no_last);
        Ok(search)
    }

    /// A candidate as it is shown; none when it is hardly one and nobody said anything about it.
    fn lead<I>(&self, ready: &Ready, pair: Pair, candidate: &Candidate<I>) -> Option<Lead> {
        let decided = self.decided(ready, pair);
        if candidate.band < Band::Possible && decided.is_none() {
            return None;
        }
        self.lead_of(ready, pair, candidate.band, points(candidate.score), candidate.reasons.clone())
    }

    /// A pair as it is shown.
    pub(super) fn lead_of(
        &self,
        ready: &Ready,
        pair: Pair,
        band: Band,
        score: u8,
        reasons: Vec<Reason>,
    ) -> Option<Lead> {
        Some(Lead {
            pair,
            band,
            score,
            reasons: ready.told(&[pair.child, pair.request], reasons),
            child: self.side(ready, pair.child, None)?,
            sought: self.side(ready, pair.request, Some(pair.trace))?,
            decided: self.decided(ready, pair),
        })
    }

    pub(super) fn side(&self, ready: &Ready, record: RecordId, trace: Option<RowId>) -> Option<Side> {
        let known = ready.get(record)?;
        let person = match trace {
            Some(trace) => ready.sought_person((record, trace))?.clone(),
            None => ready.child(record)?,
        };
        Some(Side {
            code: known.facts.code.clone(),
            // A protected name is shown where the two are compared, and the log tells of that look.
            name: if known.facts.protected { String::new() } else { person.shown() },
            sex: person.sex.clone(),
            age: age(&person, self.clock.today()),
            owner: self.owner_name(known.owner),
            opens: self.index().get(record).is_some(),
        })
    }
}

impl Ready {
    /// Reasons as they are told of some records: without names where that of one is to be hidden.
    pub(super) fn told(&self, records: &[RecordId], reasons: Vec<Reason>) -> Vec<Reason> {
        let covered = records.iter().any(|it| self.get(*it).is_some_and(|it| it.facts.protected));
        if covered { without_names(reasons) } else { reasons }
    }
}

/// Reasons that tell no name.
pub(super) fn without_names(reasons: Vec<Reason>) -> Vec<Reason> {
    let blank = |reason| match reason {
        Reason::Name { whose, how, scripts, .. } => {
            Reason::Name { whose, asked: String::new(), found: String::new(), how, scripts }
        }
        Reason::NameDiffers { whose, .. } => Reason::NameDiffers { whose, asked: String::new(), found: String::new() },
        other => other,
    };
    reasons.into_iter().map(blank).collect()
}

/// What somebody said no to comes last, unless something changed since; the order is kept otherwise.
fn no_last(lead: &Lead) -> bool {
    lead.decided.as_ref().is_some_and(|said| said.decision == Decision::Rejected && !said.changed)
}
