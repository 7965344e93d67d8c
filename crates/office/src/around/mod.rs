//! What stands around a child: flags, notes and alerts. The program keeps them as rows of its own in the record (`forms::reserved`), so that
//! they are signed, sealed to the record's readers, told by its history, and travel with it. A save from the window cannot write them.
//!
//! Read first: [`kept`], what the rows say; here, what is asked. Alerts are raised by `casework::follows` with whatever was done.

mod calendar;
pub(crate) mod cell;
pub(crate) mod kept;
mod relations;

pub(crate) use calendar::Due;

use crate::casework::index::{Index, Known};
use crate::casework::open::Opened;
use crate::casework::rows::add_row;
use crate::casework::system;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::around::{Answer as Around, Ask, Line};
use amparo_api::records::Answer as Cases;
use amparo_api::{Code, Progress, Reply};
use amparo_model::date::PartialDate;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::value::{Change, Path, RowId, Value};
use amparo_store::Writing;
use cell::{flag, note};
use std::collections::BTreeSet;

/// The longest reason, subject and answer, and the longest note, in characters.
const LONGEST_WORDS: usize = 1_000;
const LONGEST_NOTE: usize = 20_000;
/// The most lines one page gives.
const MOST: usize = 200;
/// Open flags that one record can carry: whoever raises more has stopped looking at them.
const MOST_FLAGS: usize = 100;

/// What somebody wrote: something, and not too much.
fn written(text: &str, longest: usize) -> Answer<Value> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > longest {
        return Err(Code::BadRequest.into());
    }
    Ok(Value::Text(text.to_owned()))
}

impl Program {
    pub(crate) fn around(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Reply> {
        match ask {
            Ask::SaveCalendar { owner, target, language } => {
                let tasks = session.save_calendar(owner, &self.chosen.path(&target)?, &language)?;
                Ok(Reply::Around(Around::Calendar { tasks }))
            }
            ask => session.around(ask, watch),
        }
    }
}

impl Session {
    fn around(&self, ask: Ask, watch: &dyn Watch) -> Answer<Reply> {
        Ok(Reply::Around(match ask {
            // A file has a path, which the program knows.
            Ask::SaveCalendar { .. } => return Err(Code::BadRequest.into()),
            Ask::Relate { record, to, kind, note } => {
                self.relate(record, to, &kind, &note)?;
                return Ok(Reply::Done);
            }
            Ask::Unrelate { record, relation } => {
                self.unrelate(record, relation)?;
                return Ok(Reply::Done);
            }
            Ask::Flag { records, on, reason } => self.put_flag(&records, on.as_deref(), &reason, watch)?,
            Ask::Resolve { record, flag, words } => {
                self.resolve(record, flag, &words)?;
                return Ok(Reply::Done);
            }
            Ask::Note { record, subject, text } => {
                self.add_note(record, &subject, &text)?;
                return Ok(Reply::Done);
            }
            Ask::Seen { records } => {
                self.put_alerts_away(&records)?;
                return Ok(Reply::Done);
            }
            Ask::Uncover { record, parts } => {
                return Ok(Reply::Records(Cases::Record(Box::new(self.uncover(record, &parts)?))));
            }
            Ask::ProtectName { record, on } => {
                self.protect_name(record, on)?;
                return Ok(Reply::Done);
            }
            Ask::Flags { skip, take } => self.flag_lines(skip, take),
            Ask::Alerts { skip, take } => self.alert_lines(skip, take),
        }))
    }

    /// Whether a circle is the one of whoever is signed in.
    pub(crate) fn is_own(&self, owner: Option<CircleId>) -> bool {
        owner.is_some() && self.own_circle().ok().map(|own| own.key.circle.id) == owner
    }

    fn me_today(&self) -> (Value, Value) {
        (Value::Person(self.person), Value::Date(self.clock.today().into()))
    }

    /// A flag on each of the records that can be written in here; a record out of reach refuses all of them.
    fn put_flag(&self, records: &[RecordId], on: Option<&str>, reason: &str, watch: &dyn Watch) -> Answer<Around> {
        let reason = written(reason, LONGEST_WORDS)?;
        let on =
            on.filter(|on| !on.trim().is_empty()).map(|on| on.parse::<PartialDate>().map_err(|_| Code::BadRequest));
        let on = on.transpose()?;
        let records: BTreeSet<RecordId> = records.iter().copied().collect();
        if records.is_empty() {
            return Err(Code::BadRequest.into());
        }
        let (me, today) = self.me_today();
        let of = records.len() as u64;
        let mut left = 0;
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let mut saved = Vec::with_capacity(records.len());
            for (done, record) in records.iter().enumerate() {
                if watch.stopped() {
                    return Err(Code::Stopped.into());
                }
                let now = self.open(&writing.reading(), *record)?;
                let open = now.document.rows_of(system::FLAGS).filter(|row| kept::is_open(row)).count();
                if self.why_read_only(&now).is_some() || open >= MOST_FLAGS {
                    left += 1;
                    continue;
                }
                let mut cells = vec![
                    (flag::REASON, reason.clone()),
                    (flag::RAISED_ON, today.clone()),
                    (flag::RAISED_BY, me.clone()),
                ];
                cells.extend(on.map(|on| (flag::ON, Value::Date(on))));
                let mut change = Change::new();
                add_row(&mut change, &now.document, system::FLAGS, cells);
                saved.push(self.write_own(writing, now, &change, None, Told::of(What::Flagged))?);
                watch.progress(Progress { done: done as u64 + 1, of });
            }
            Ok(saved)
        })?;
        let flagged = saved.len();
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(Around::Flagged { flagged, left })
    }

    /// One own revision in one record, on top of what stands there now.
    pub(crate) fn one(
        &self,
        record: RecordId,
        what: What,
        change: impl FnOnce(&Opened) -> Answer<Change>,
    ) -> Answer<()> {
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let now = self.open(&writing.reading(), record)?;
            if let Some(code) = self.why_read_only(&now) {
                return Err(code.into());
            }
            let change = change(&now)?;
            self.write_own(writing, now, &change, None, Told::of(what))
        })?;
        self.took(saved);
        Ok(())
    }

    /// Whoever works on a record resolves its flags, with words that its history keeps (DOMAIN.md 12.2, A12).
    fn resolve(&self, record: RecordId, of: RowId, words: &str) -> Answer<()> {
        let words = written(words, LONGEST_WORDS)?;
        let (me, today) = self.me_today();
        self.one(record, What::FlagResolved, |now| {
            let row = now.document.rows_of(system::FLAGS).find(|row| row.id == of);
            row.filter(|row| kept::is_open(row)).ok_or(Code::ChangedMeanwhile)?;
            let cell = |cell: &str, value| (Path::Cell(system::FLAGS.to_owned(), of, cell.to_owned()), Some(value));
            Ok([cell(flag::RESOLVED_ON, today), cell(flag::RESOLVED_BY, me), cell(flag::WORDS, words)].into())
        })
    }

    fn add_note(&self, record: RecordId, subject: &str, text: &str) -> Answer<()> {
        let text = written(text, LONGEST_NOTE)?;
        let subject = (!subject.trim().is_empty()).then(|| written(subject, LONGEST_WORDS)).transpose()?;
        let (me, today) = self.me_today();
        self.one(record, What::NoteAdded, |now| {
            let mut cells = vec![(note::ON, today), (note::BY, me), (note::TEXT, text)];
            cells.extend(subject.map(|subject| (note::SUBJECT, subject)));
            let mut change = Change::new();
            add_row(&mut change, &now.document, system::NOTES, cells);
            Ok(change)
        })
    }

    /// Who is responsible has seen what others did.
    fn put_alerts_away(&self, records: &[RecordId]) -> Answer<()> {
        let records: BTreeSet<RecordId> = records.iter().copied().take(MOST).collect();
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let mut saved = Vec::new();
            for record in records {
                let now = self.open(&writing.reading(), record)?;
                // Others' alerts are not theirs to put away.
                if !self.is_own(now.row.skeleton.owner) || self.why_read_only(&now).is_some() {
                    continue;
                }
                let gone = |row: &amparo_model::value::Row| (Path::Row(system::ALERTS.to_owned(), row.id), None);
                let change: Change = now.document.rows_of(system::ALERTS).map(gone).collect();
                if !change.is_empty() {
                    saved.push(self.write_own(writing, now, &change, None, Told::of(What::AlertsSeen))?);
                }
            }
            Ok(saved)
        })?;
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(())
    }

    /// Every open flag in reach, with the record that it stands on.
    fn all_flags<'k>(&self, index: &'k Index) -> impl Iterator<Item = (&'k Known, &'k kept::Flagged)> {
        let ours = index.known().iter().filter(|known| known.summary.home.is_none());
        ours.flat_map(|known| known.summary.flags.iter().map(move |flag| (known, flag)))
    }

    /// How many open flags there are in reach.
    pub(crate) fn open_flags(&self, index: &Index) -> usize {
        self.all_flags(index).count()
    }

    fn all_alerts<'k>(&self, index: &'k Index) -> impl Iterator<Item = (&'k Known, &'k kept::Alerted)> {
        let own = self.own_circle().ok().map(|own| own.key.circle.id);
        let ours = index
            .known()
            .iter()
            .filter(move |known| known.summary.home.is_none() && own.is_some() && known.owner == own);
        ours.flat_map(|known| known.summary.alerts.iter().map(move |alert| (known, alert)))
    }

    /// How many alerts wait for whoever is signed in.
    pub(crate) fn own_alerts(&self, index: &Index) -> usize {
        self.all_alerts(index).count()
    }

    fn flag_lines(&self, skip: usize, take: usize) -> Around {
        let index = self.index();
        let mut all: Vec<(&Known, &kept::Flagged)> = self.all_flags(&index).collect();
        all.sort_by_key(|(known, flag)| (flag.on.is_empty(), &flag.on, &known.summary.code));
        let total = all.len();
        let mut called = self.called();
        let page = all.into_iter().skip(skip).take(take.min(MOST));
        let lines = page.map(|(known, flag)| Line {
            row: called.row(known),
            what: String::new(),
            on: flag.on.clone(),
            since: flag.since.clone(),
            flag: flag.row,
        });
        Around::Lines { lines: lines.collect(), total, filling: !index.filled }
    }

    fn alert_lines(&self, skip: usize, take: usize) -> Around {
        let index = self.index();
        let mut all: Vec<(&Known, &kept::Alerted)> = self.all_alerts(&index).collect();
        all.sort_by(|(one, first), (other, second)| {
            second.on.cmp(&first.on).then_with(|| one.summary.code.cmp(&other.summary.code))
        });
        let total = all.len();
        let mut called = self.called();
        let page = all.into_iter().skip(skip).take(take.min(MOST));
        let lines = page.map(|(known, alert)| Line {
            row: called.row(known),
            what: alert.what.clone(),
            on: alert.on.clone(),
            since: String::new(),
            flag: None,
        });
        Around::Lines { lines: lines.collect(), total, filling: !index.filled }
    }
}
