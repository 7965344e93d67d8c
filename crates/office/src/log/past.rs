//! Reading the log: what a session may know of it, kept in memory in few bytes an entry once somebody asked, so that any filter and any
//! page of hundreds of thousands of entries is there at once. Bodies of the rows that are shown are opened again.

use super::letters::Opener;
use super::{Body, What, place};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::past::{Answer as Told, Ask, Filter, Page, Row};
use amparo_api::{Code, Progress};
use amparo_model::ids::{Moment, PersonId, RecordId};
use amparo_model::office::is_case_code;
use amparo_store::{LogRow, Reading};
use amparo_vault::asymmetric;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

/// The most rows of a page.
const MOST: usize = 200;
/// Entries that are read in one go.
const PIECE: usize = 2000;

/// One entry that this session may know of.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) seq: u64,
    at: Moment,
    who: u32,
    what: What,
    code: u32,
    record: u32,
}

/// Values that occur again and again, once each.
struct Known<T> {
    all: Vec<T>,
    places: BTreeMap<T, u32>,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Known<T> {
    fn place(&mut self, of: &T) -> u32 {
        if let Some(place) = self.places.get(of) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(of.clone());
        self.places.insert(of.clone(), place);
        place
    }
    fn get(&self, place: u32) -> Option<&T> {
        self.all.get(usize::try_from(place).ok()?)
    }
}

/// See the module.
#[derive(Default)]
pub(crate) struct Past {
    until: u64,
    opener: Opener,
    lines: Vec<Line>,
    people: Known<Option<PersonId>>,
    codes: Known<String>,
    records: Known<Option<RecordId>>,
}

impl Past {
    fn take(&mut self, row: &LogRow, body: &Body) {
        let line = Line {
            seq: row.seq,
            at: row.entry.at,
            who: self.people.place(&body.who),
            what: body.what,
            code: self.codes.place(&body.about),
            record: self.records.place(&body.record),
        };
        self.lines.push(line);
    }

    /// The code of every record that the log tells of.
    pub(super) fn codes_of_records(&self) -> BTreeMap<RecordId, String> {
        let of = |line: &Line| {
            let record = (*self.records.get(line.record)?)?;
            Some((record, self.codes.get(line.code).filter(|code| is_case_code(code))?.clone()))
        };
        self.lines.iter().filter_map(of).collect()
    }

    /// What a filter leaves, newest first.
    pub(super) fn left<'a>(&'a self, session: &'a Session, wanted: &'a Wanted) -> impl Iterator<Item = &'a Line> {
        // Decided once for each code, not for each line.
        let codes: Vec<bool> = self.codes.all.iter().map(|code| folded(code).starts_with(&wanted.code)).collect();
        let fits = move |line: &&Line| {
            let code = usize::try_from(line.code).ok().and_then(|at| codes.get(at)).copied().unwrap_or(false);
            code && wanted.what.as_ref().is_none_or(|what| what.contains(&line.what))
                && wanted.person.is_none_or(|person| self.people.get(line.who) == Some(&Some(person)))
                && wanted.record.is_none_or(|record| self.records.get(line.record) == Some(&Some(record)))
                && wanted.fits_day(session, line.at)
        };
        self.lines.iter().rev().filter(fits)
    }
}

/// A filter, understood.
#[derive(Default)]
pub(super) struct Wanted {
    person: Option<PersonId>,
    what: Option<BTreeSet<What>>,
    code: String,
    from: Option<Date>,
    until: Option<Date>,
    record: Option<RecordId>,
}

fn folded(code: &str) -> String {
    code.trim().to_lowercase()
}

impl Wanted {
    pub(super) fn read(filter: &Filter) -> Answer<Self> {
        let day = |text: &str| -> Answer<Option<Date>> {
            if text.is_empty() { Ok(None) } else { Ok(Some(text.parse().map_err(|_| Code::BadFilter)?)) }
        };
        let what: BTreeSet<What> = filter
            .what
            .iter()
            .map(|name| serde_json::from_value(name.as_str().into()).map_err(|_| Code::BadFilter))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            person: filter.person,
            what: (!what.is_empty()).then_some(what),
            code: folded(&filter.code),
            from: day(&filter.from)?,
            until: day(&filter.until)?,
            record: None,
        })
    }

    fn fits_day(&self, session: &Session, at: Moment) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        let day = session.clock.day_of(at);
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }
}

/// Looks at a record, in any form: what "who looked" tells.
const LOOKS: [What; 8] = [
    What::CaseOpened,
    What::HistoryRead,
    What::Uncovered,
    What::PhotoSeen,
    What::FileSeen,
    What::FileCopied,
    What::Printed,
    What::CopySealed,
];

impl Program {
    pub(crate) fn past(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Told> {
        Ok(match ask {
            Ask::Page { filter, skip, take } => {
                Told::Page(session.page_of_past(&Wanted::read(&filter)?, skip, take, watch)?)
            }
            Ask::Looks { record, skip, take } => {
                // Whoever cannot open the record does not learn who did.
                session.code_of(record)?;
                let wanted = Wanted { record: Some(record), what: Some(LOOKS.into()), ..Wanted::default() };
                Told::Page(session.page_of_past(&wanted, skip, take, watch)?)
            }
            Ask::Export { filter, target, language } => {
                let target = self.chosen.path(&target)?;
                Told::Exported { entries: session.export_past(&Wanted::read(&filter)?, &target, &language, watch)? }
            }
            Ask::Consents { skip, take } => session.consents(skip, take, watch)?,
            Ask::Verify {} => Told::Verified(session.verify_log(watch)?),
            Ask::Head {} => Told::Head(session.head_for_paper()?),
            Ask::Compare { entries, digits } => Told::Compared { same: session.compare_head(entries, &digits)? },
        })
    }
}

impl Session {
    /// Opens an entry, as far as this session may know it.
    fn open_entry(&self, opener: &mut Opener, reading: &Reading<'_>, row: &LogRow) -> Option<Body> {
        let circle = |id, epoch| Some(self.circle_at(id, epoch)?.keys.sealing());
        opener.open(self.office.id, circle, reading, row).or_else(|| {
            // Of set-up, before there was anybody.
            let context = place(self.office.id, row.entry.at);
            let bytes = self
                .keys_of_circle(self.auditors_circle)
                .find_map(|held| asymmetric::open_with(held.keys.sealing(), &context, &row.entry.auditors).ok())?;
            serde_json::from_slice(&bytes).ok()
        })
    }

    /// What this session may know, brought up to date.
    pub(super) fn with_past<T>(&self, watch: &dyn Watch, give: impl FnOnce(&mut Past) -> Answer<T>) -> Answer<T> {
        self.write_noted()?;
        let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
        let of = self.log_head()?.seq;
        while past.until < of {
            if watch.stopped() {
                return Err(Code::Stopped.into()); // what was read stays
            }
            let read = self.store.read(|reading: &Reading<'_>| -> Answer<usize> {
                let rows = reading.log_after(past.until, PIECE)?;
                for row in &rows {
                    if let Some(body) = self.open_entry(&mut past.opener, reading, row) {
                        past.take(row, &body);
                    }
                    past.until = row.seq;
                }
                Ok(rows.len())
            })?;
            watch.progress(Progress { done: past.until, of });
            if read == 0 {
                break;
            }
        }
        give(&mut past)
    }

    fn page_of_past(&self, wanted: &Wanted, skip: usize, take: usize, watch: &dyn Watch) -> Answer<Page> {
        let sound = *self.sound.lock().unwrap_or_else(PoisonError::into_inner);
        let page = self.with_past(watch, |past| {
            let mut total = 0;
            let mut shown = Vec::new();
            for line in past.left(self, wanted) {
                if total >= skip && shown.len() < take.min(MOST) {
                    shown.push(*line);
                }
                total += 1;
            }
            let people = past.people.all.iter().flatten().map(|who| (*who, self.person_name(*who))).collect();
            let occurring: BTreeSet<What> = past.lines.iter().map(|line| line.what).collect();
            let (known, entries) = (past.lines.len(), past.until);
            let rows = self.log_rows(past, &shown)?;
            let what = occurring.into_iter().map(What::name).collect();
            Ok(Page { rows, total, known, entries, sound, people, what, older: self.older() })
        })?;
        Ok(page)
    }

    /// Rows with everything that this session may know of them.
    pub(super) fn log_rows(&self, past: &mut Past, lines: &[Line]) -> Answer<Vec<Row>> {
        let index = self.index();
        self.store.read(|reading: &Reading<'_>| {
            let rows = lines.iter().filter_map(|line| {
                let entry = reading.log_entry(line.seq).ok()??;
                let body = self.open_entry(&mut past.opener, reading, &LogRow { seq: line.seq, entry })?;
                let record = body.record.and_then(|record| Some((record, index.get(record)?.of)));
                Some(Row {
                    seq: line.seq,
                    at: line.at,
                    who: body.who.map(|who| self.person_name(who)).unwrap_or_default(),
                    what: body.what.name(),
                    about: body.about,
                    more: body.more,
                    record,
                })
            });
            Ok(rows.collect())
        })
    }
}
