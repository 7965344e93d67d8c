//! Lists: any question as a filter, a column or an order. What summaries tell is looked up there; what they do not tell is read from the
//! records once a session ([`read`]) and kept in [`columns`], up to date with each save. Every number, page, print and spreadsheet comes
//! from [`Session::found`], so that they agree.

pub(crate) mod columns;
mod export;
mod filter;
mod read;
mod source;
mod views;

pub(crate) use columns::Columns;

use crate::casework::index::{Index, Known};
use crate::casework::lists::{MOST, shows};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::lists::{Answer as Lists, Ask, Column as Named, Fact, Line, List, Order, Owner};
use amparo_api::{Code, Reply};
use amparo_matching::{Query, Score};
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::RecordType;
use amparo_model::value::FieldId;
use columns::Rank;
use export::Only;
use filter::Test;
use source::{Scope, Source};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// So many records are read while somebody waits for a page; more are read behind a bar that shows how far it is.
const AT_ONCE: usize = 64;

/// Records that are saved while they are read are read again, but not for ever.
const ROUNDS: usize = 4;

/// Records that must be read before a list can be told, and what of them.
pub(super) struct Unread {
    records: Vec<RecordId>,
    fields: Vec<FieldId>,
}

/// What a request makes of a list.
enum Sought<T> {
    Found(T),
    Unread(Unread),
}

/// A record of a list, with what it is ordered by.
struct Hit<'i> {
    at: usize,
    known: &'i Known,
    score: Option<Score>,
    key: Option<Rank>,
}

/// How two records of a list stand to each other: what is blank comes last either way, and codes decide between equals.
fn compare(one: &Hit<'_>, other: &Hit<'_>, backwards: bool) -> Ordering {
    let by_score = other.score.cmp(&one.score);
    let by_key = match (&one.key, &other.key) {
        (Some(one), Some(other)) if backwards => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    by_score
        .then(by_key)
        .then_with(|| one.known.summary.code.cmp(&other.known.summary.code))
        .then(one.at.cmp(&other.at))
}

/// Whether a record fits all tests, or any of them; none when that cannot be told before it is read.
fn fit(tests: &[Test<'_>], any: bool, scope: &Scope<'_, '_>, at: usize, known: &Known) -> Option<bool> {
    // One that says this decides alone.
    let decides = any && !tests.is_empty();
    let mut unread = false;
    for test in tests {
        match test.holds(scope, at, known) {
            Some(holds) if holds == decides => return Some(decides),
            Some(_) => {}
            None => unread = true,
        }
    }
    (!unread).then_some(!decides)
}

impl Session {
    /// The records of a list, unordered but with their keys.
    fn found<'i>(&self, scope: &Scope<'_, 'i>, list: &List) -> Answer<Sought<Vec<Hit<'i>>>> {
        let index = scope.index;
        let tests: Vec<Test<'_>> =
            list.view.filters.iter().map(|filter| Test::new(scope, filter)).collect::<Answer<_>>()?;
        let by = list.view.order.as_ref().map_or(Named::Fact(Fact::Due), |order| order.by.clone());
        let ordered = list.text.is_empty() || list.view.order.is_some();
        let order = Source::of(scope, &by)?;
        let query = (!list.text.trim().is_empty()).then(|| Query::parse(&list.text));
        let clocks = self.forms().clocks();
        let mut hits = Vec::new();
        let mut unread = Vec::new();
        for (at, known) in index.known().iter().enumerate() {
            if known.of != list.of || !shows(known, list.view.show, scope.today, clocks) {
                continue;
            }
            let score = match &query {
                Some(query) => match known.search().and_then(|text| text.matches(query)) {
                    Some(score) => Some(score),
                    None => continue,
                },
                None => None,
            };
            let fits = fit(&tests, list.view.any, scope, at, known);
            match fits {
                Some(false) => continue,
                Some(true) if !(ordered && order.is_unread(scope, at)) => {}
                _ => {
                    unread.push(known.record);
                    continue;
                }
            }
            let key = if ordered { order.key(scope, at, known) } else { None };
            // With an order that was asked for, what fits best is not asked any more.
            let score = score.filter(|_| list.view.order.is_none());
            hits.push(Hit { at, known, score, key });
        }
        if unread.is_empty() {
            return Ok(Sought::Found(hits));
        }
        let filtered = list.view.filters.iter().map(|filter| &filter.of);
        let fields = filtered.chain([&by]).filter_map(|column| scope.to_read(column)).collect();
        Ok(Sought::Unread(Unread { records: unread, fields }))
    }

    /// Does something with a list, after reading the few records that stand in the way; what needs many is told.
    fn with_list<T>(
        &self,
        list: &List,
        mut sought: impl FnMut(&Scope<'_, '_>) -> Answer<Sought<T>>,
    ) -> Answer<Result<T, usize>> {
        self.know_places(list)?;
        // Once for the filters, once for the rows of the page.
        for _ in 0..ROUNDS {
            let unread = {
                let index: &Index = &self.index();
                let scope = Scope::new(self, index, list.of);
                match sought(&scope)? {
                    Sought::Found(found) => return Ok(Ok(found)),
                    Sought::Unread(unread) => unread,
                }
            };
            if unread.records.len() > AT_ONCE {
                return Ok(Err(unread.records.len()));
            }
            self.read_for_lists(list.of, &unread.records, &unread.fields, false, &())?;
        }
        // Records change faster than they are read.
        Err(Code::ChangedMeanwhile.into())
    }

    fn page(&self, list: &List, skip: usize, take: usize) -> Answer<Lists> {
        let take = take.min(MOST);
        let page = self.with_list(list, |scope| {
            let mut hits = match self.found(scope, list)? {
                Sought::Found(hits) => hits,
                Sought::Unread(unread) => return Ok(Sought::Unread(unread)),
            };
            let total = hits.len();
            let hits = ordered(&mut hits, list.view.order.as_ref(), skip, take);
            let sources = match sources(scope, &list.view.columns, hits)? {
                Sought::Found(sources) => sources,
                Sought::Unread(unread) => return Ok(Sought::Unread(unread)),
            };
            let mut called = self.called();
            let lines = hits.iter().map(|hit| {
                let mut row = called.row(hit.known);
                row.sounds_like = hit.score.is_some_and(|score| score.sounds_like());
                Line { row, cells: sources.iter().map(|source| source.values(scope, hit.at, hit.known)).collect() }
            });
            Ok(Sought::Found(Lists::Page { lines: lines.collect(), total, filling: !scope.index.filled }))
        })?;
        if let Ok(Lists::Page { total, .. }) = &page
            && !list.text.trim().is_empty()
        {
            // The scope and the number of hits are told, never the words.
            self.note(Told::of(What::Searched).with("hits", *total))?;
        }
        Ok(page.unwrap_or_else(|records| Lists::ToRead { records }))
    }

    /// Every record of a list, in its order.
    fn matching(&self, list: &List) -> Answer<Result<Vec<RecordId>, usize>> {
        self.with_list(list, |scope| {
            Ok(match self.found(scope, list)? {
                Sought::Found(mut hits) => {
                    let all = hits.len();
                    let hits = ordered(&mut hits, list.view.order.as_ref(), 0, all);
                    Sought::Found(hits.iter().map(|hit| hit.known.record).collect())
                }
                Sought::Unread(unread) => Sought::Unread(unread),
            })
        })
    }

    fn beside(&self, list: &List, record: RecordId) -> Answer<Lists> {
        Ok(match self.matching(list)? {
            Err(records) => Lists::ToRead { records },
            Ok(all) => {
                let at = all.iter().position(|known| *known == record);
                let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| all.get(at)).copied();
                let after = at.and_then(|at| all.get(at + 1)).copied();
                Lists::Beside { before, after, place: at.map(|at| at + 1), total: all.len() }
            }
        })
    }

    /// Does something with a list, however many records must be read before.
    fn after_reading<T>(
        &self,
        list: &List,
        watch: &dyn Watch,
        mut sought: impl FnMut(&Scope<'_, '_>) -> Answer<Sought<T>>,
    ) -> Answer<(T, usize)> {
        self.know_places(list)?;
        let mut read = 0;
        for _ in 0..ROUNDS {
            let unread = {
                let index: &Index = &self.index();
                match sought(&Scope::new(self, index, list.of))? {
                    Sought::Found(found) => return Ok((found, read)),
                    Sought::Unread(unread) => unread,
                }
            };
            self.read_for_lists(list.of, &unread.records, &unread.fields, true, watch)?;
            read += unread.records.len();
        }
        Err(Code::ChangedMeanwhile.into())
    }

    /// Reads all that a list needs.
    fn read_list(&self, list: &List, watch: &dyn Watch) -> Answer<Lists> {
        let found = |scope: &Scope<'_, '_>| {
            Ok(match self.found(scope, list)? {
                Sought::Found(_) => Sought::Found(()),
                Sought::Unread(unread) => Sought::Unread(unread),
            })
        };
        let ((), records) = self.after_reading(list, watch, found)?;
        Ok(Lists::Read { records })
    }
}

/// Where the columns of some records come from, once all of it was read.
fn sources<'i>(scope: &Scope<'_, 'i>, columns: &[Named], hits: &[Hit<'_>]) -> Answer<Sought<Vec<Source<'i>>>> {
    let sources: Vec<Source<'i>> = columns.iter().map(|column| Source::of(scope, column)).collect::<Answer<_>>()?;
    let lacks = |hit: &&Hit<'_>| sources.iter().any(|source| source.is_unread(scope, hit.at));
    let records: Vec<RecordId> = hits.iter().filter(lacks).map(|hit| hit.known.record).collect();
    if records.is_empty() {
        return Ok(Sought::Found(sources));
    }
    let fields = columns.iter().filter_map(|column| scope.to_read(column)).collect();
    Ok(Sought::Unread(Unread { records, fields }))
}

/// Some of the records in order. The others need no order of their own.
fn ordered<'h, 'i>(hits: &'h mut [Hit<'i>], order: Option<&Order>, skip: usize, take: usize) -> &'h [Hit<'i>] {
    let backwards = order.is_some_and(|order| order.backwards);
    let by = |one: &Hit<'_>, other: &Hit<'_>| compare(one, other, backwards);
    let end = skip.saturating_add(take).min(hits.len());
    if end == 0 || skip >= hits.len() {
        return &[];
    }
    if end < hits.len() {
        hits.select_nth_unstable_by(end - 1, by);
    }
    hits[..end].sort_unstable_by(by); // `end` is at most the length
    &hits[skip..end] // and `skip` less than it
}

impl Session {
    /// Who is responsible for the records of a type in this session's lists.
    fn owners_of(&self, of: RecordType) -> Vec<Owner> {
        let circles: BTreeSet<CircleId> = {
            let index = self.index();
            index.known().iter().filter(|known| known.of == of).filter_map(|known| known.owner).collect()
        };
        let roster = self.roster().clone();
        let at_work = |circle: CircleId| match roster.circle(circle).map(|key| &key.circle.purpose) {
            Some(CirclePurpose::Person { person }) => roster.directory.at(person.uuid(), u64::MAX).is_some(),
            _ => false,
        };
        let owner = |circle| Owner { circle, name: self.owner_name(Some(circle)), left: !at_work(circle) };
        let mut owners: Vec<Owner> = circles.into_iter().map(owner).filter(|owner| !owner.name.is_empty()).collect();
        owners.sort_by(|one, other| (one.left, &one.name).cmp(&(other.left, &other.name)));
        owners
    }
}

impl Program {
    pub(crate) fn lists(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Reply> {
        Ok(Reply::Lists(match ask {
            Ask::Page { list, skip, take } => session.page(&list, skip, take)?,
            Ask::Read { list } => session.read_list(&list, watch)?,
            Ask::Matching { list } => session
                .matching(&list)?
                .map_or_else(|records| Lists::ToRead { records }, |records| Lists::Records { records }),
            Ask::Beside { list, record } => session.beside(&list, record)?,
            Ask::Export { list, records, codes_only, language, target } => {
                let target = self.chosen.path(&target)?;
                let only = Only { records: &records, codes_only };
                Lists::Exported { rows: session.export_list(&list, &only, &language, &target, watch)? }
            }
            Ask::Printed { of, records } => {
                session.note(Told::of(What::ListPrinted).with("records", records).with("type", of.kind.as_str()))?;
                return Ok(Reply::Done);
            }
            Ask::Owners { of } => Lists::Owners { owners: session.owners_of(of) },
            Ask::Views { of } => session.views(of)?,
            Ask::KeepView { id, of, name, shared, view } => session.keep_view(id, of, &name, shared, view)?,
            Ask::DropView { id } => session.drop_view(id)?,
        }))
    }
}
