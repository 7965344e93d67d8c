//! What the program itself writes into a revision because of what somebody did in it: the history of risk levels, the history of care
//! (DOMAIN.md 5.4 and F14), and alerts for who is responsible when it was somebody else (PRIMERO.md 4.5).

use super::rows::add_row;
use super::save::Saved;
use super::system;
use crate::around::cell::{alert, kind};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_forms::roles::{self, row};
use amparo_model::date::PartialDate;
use amparo_model::ids::RecordId;
use amparo_model::record::{Kind, RecordType, Skeleton};
use amparo_model::value::{Change, Document, FieldId, FileRef, Path, Row, Value, apply};
use amparo_store::Writing;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Alerts that one record keeps: who has not looked for so long is helped by none of them.
const MOST_ALERTS: usize = 50;

fn choice<'a>(document: &'a Document, field: &str) -> Option<&'a str> {
    document.get(field).and_then(Value::as_choice)
}

/// Whether a field or a repeat says something else now.
fn differs(before: &Document, after: &Document, field: &str) -> bool {
    before.get(field) != after.get(field) || before.rows.get(field) != after.rows.get(field)
}

/// The newest row by a date; of the same day the last.
fn newest<'a>(document: &'a Document, repeat: &str, by: &str) -> Option<&'a Row> {
    let dated = |row: &&Row| row.fields.get(by).and_then(Value::as_date).map(PartialDate::earliest);
    document.rows_of(repeat).max_by_key(dated)
}

/// The level that a save says the child's risk is at, where it says another one than before: in the registration, in an assessment or
/// review, or in the newest contact.
fn level_said(before: &Document, after: &Document) -> Option<String> {
    let was = choice(before, roles::RISK_LEVEL);
    let said = |field: &str| choice(after, field).filter(|now| choice(before, field) != Some(*now));
    let in_rows = |repeat: &str| {
        let row = newest(after, repeat, row::VISIT_ON)?;
        let now = row.fields.get(roles::RISK_LEVEL_NOW).and_then(Value::as_choice)?;
        let row_before = before.rows.get(repeat).and_then(|rows| rows.get(row.id));
        let cell_before = row_before.and_then(|row| row.fields.get(roles::RISK_LEVEL_NOW)).and_then(Value::as_choice);
        (cell_before != Some(now)).then_some(now)
    };
    let now = said(roles::RISK_LEVEL)
        .or_else(|| said(roles::RISK_LEVEL_NOW))
        .or_else(|| in_rows(roles::FOLLOWUPS))
        .or_else(|| in_rows(roles::VISITS))?;
    (["high", "medium", "low"].contains(&now) && was != Some(now)).then(|| now.to_owned())
}

/// Another main photo leaves the one before among the others, with its day; one that was chosen among them stands there no longer.
/// A photo that somebody takes out is gone from here, as they wanted: the past keeps it.
fn keep_photos(before: &Document, document: &mut Document, today: Date) {
    let main = |document: &Document| match document.get(roles::PHOTO) {
        Some(Value::File(file)) => Some(file.clone()),
        _ => None,
    };
    let Some(now) = main(document) else { return };
    let was = main(before).filter(|was| was.id != now.id);
    if was.is_none() && before.get(roles::PHOTO).is_some() {
        return;
    }
    let holds =
        |row: &Row, file: &FileRef| matches!(row.fields.get(row::PHOTO), Some(Value::File(it)) if it.id == file.id);
    let among = |document: &Document, file: &FileRef| {
        document
            .rows_of(roles::PHOTOS)
            .find(|row| holds(row, file))
            .map(|row| (row.id, row.fields.get(row::TAKEN_ON).cloned()))
    };
    // The day goes with the photo, unless somebody gave it another; of a new one it is the day on which it came.
    if document.get(roles::PHOTO_ON) == before.get(roles::PHOTO_ON) {
        match among(before, &now).map_or_else(|| Some(Value::Date(today.into())), |(_, on)| on) {
            Some(on) => document.set(roles::PHOTO_ON, on),
            None => drop(document.fields.remove(roles::PHOTO_ON)),
        }
    }
    let mut change = Change::new();
    if let Some((row, _)) = among(document, &now) {
        change.insert(Path::Row(roles::PHOTOS.to_owned(), row), None);
    }
    if let Some(was) = was.filter(|was| among(document, was).is_none()) {
        let mut cells = vec![(row::PHOTO, Value::File(was))];
        cells.extend(before.get(roles::PHOTO_ON).map(|on| (row::TAKEN_ON, on.clone())));
        add_row(&mut change, document, roles::PHOTOS, cells);
    }
    apply(document, &change);
}

impl Session {
    /// The document as it is saved: with what the program adds.
    pub(super) fn with_what_follows(
        &self,
        skeleton: &Skeleton,
        before: &Document,
        mut document: Document,
        what: What,
    ) -> Document {
        let of = skeleton.of();
        let asked = |field: &str| self.forms().field(of.kind, of.module, field).is_some();
        if of == RecordType::CASE {
            if asked(roles::RISK_CHANGES) {
                self.keep_level(before, &mut document);
            }
            if asked(roles::CARE) {
                self.keep_care(before, &mut document);
            }
            if asked(roles::PHOTOS) {
                keep_photos(before, &mut document, self.clock.today());
            }
        }
        self.alert_owner(skeleton, before, &mut document, what);
        document
    }

    /// A change of the risk level keeps its day, its reason and who said so; the case stands at the level that was said last.
    fn keep_level(&self, before: &Document, document: &mut Document) {
        let Some(level) = level_said(before, document) else { return };
        document.set(roles::RISK_LEVEL, Value::Choice(level.clone()));
        let mut cells = vec![
            ("changed_on", Value::Date(self.clock.today().into())),
            ("level", Value::Choice(level)),
            ("by", Value::Person(self.person)),
        ];
        // The reason of an earlier level says nothing about this one.
        let reason = document.get(roles::RISK_REASON).filter(|reason| before.get(roles::RISK_REASON) != Some(*reason));
        cells.extend(reason.map(|reason| ("reason", reason.clone())));
        let mut change = Change::new();
        add_row(&mut change, document, roles::RISK_CHANGES, cells);
        apply(document, &change);
    }

    /// The arrangement that the registration names and the newest row of the history are one: whichever was changed, the other follows.
    fn keep_care(&self, before: &Document, document: &mut Document) {
        let today = Value::Date(self.clock.today().into());
        let newest_type = |document: &Document| {
            let row = newest(document, roles::CARE, row::FROM_ON)?;
            row.fields.get(row::TYPE).and_then(Value::as_choice).map(ToOwned::to_owned)
        };
        let (was, now) = (choice(before, roles::CARE_TYPE), choice(document, roles::CARE_TYPE));
        let in_rows = newest_type(document);
        match (was, now) {
            // Where the child lived before stands in the history too, as far as it is known: until today.
            (Some(was), Some(now)) if was != now && in_rows.as_deref() != Some(now) => {
                let (was, now) = (was.to_owned(), now.to_owned());
                let mut change = Change::new();
                match newest(document, roles::CARE, row::FROM_ON) {
                    Some(last) if !last.fields.contains_key(row::TO_ON) => {
                        let path = Path::Cell(roles::CARE.to_owned(), last.id, row::TO_ON.to_owned());
                        change.insert(path, Some(today.clone()));
                    }
                    Some(_) => {}
                    None => {
                        let cells = [(row::TYPE, Value::Choice(was)), (row::TO_ON, today.clone())];
                        add_row(&mut change, document, roles::CARE, cells);
                    }
                }
                apply(document, &change);
                let mut change = Change::new();
                let cells = [(row::TYPE, Value::Choice(now)), (row::FROM_ON, today)];
                add_row(&mut change, document, roles::CARE, cells);
                apply(document, &change);
            }
            _ => {
                let newest = in_rows.filter(|newest| newest_type(before).as_ref() != Some(newest));
                if let Some(newest) = newest.filter(|newest| now != Some(newest.as_str())) {
                    document.set(roles::CARE_TYPE, Value::Choice(newest));
                }
            }
        }
    }

    /// Who is responsible learns what somebody else did.
    fn alert_owner(&self, skeleton: &Skeleton, before: &Document, document: &mut Document, what: What) {
        if skeleton.owner.is_none() || self.is_own(skeleton.owner) {
            return;
        }
        let mut fields = BTreeSet::new();
        let what = match what {
            What::CaseRegistered
            | What::AlertsSeen
            | What::FlagResolved
            | What::IncidentAdded
            | What::CasesUnrelated => return,
            What::Approved => kind::APPROVED,
            What::SentBack => kind::SENT_BACK,
            What::Flagged => kind::FLAG,
            What::NoteAdded => kind::NOTE,
            _ => {
                let watched = self.forms().settings().alerts.iter();
                fields = watched.filter(|field| differs(before, document, field)).cloned().collect();
                if fields.is_empty() {
                    return;
                }
                kind::CHANGED
            }
        };
        let (me, today) = (Value::Person(self.person), Value::Date(self.clock.today().into()));
        let same = |row: &&Row| {
            row.fields.get(alert::WHAT).and_then(Value::as_choice) == Some(what)
                && row.fields.get(alert::BY) == Some(&me)
                && row.fields.get(alert::ON) == Some(&today)
        };
        // One line a day for one person's changes: what each of them was, the history says.
        let known = document.rows_of(system::ALERTS).find(same).map(|row| row.id);
        if let Some(row) = known {
            let rows = document.rows.get_mut(system::ALERTS).and_then(|rows| rows.fields_mut(row));
            if let (Some(cells), false) = (rows, fields.is_empty()) {
                let known: BTreeSet<FieldId> =
                    cells.get(alert::FIELDS).and_then(Value::as_choices).cloned().unwrap_or_default();
                let all = known.union(&fields).cloned().collect();
                cells.insert(alert::FIELDS.to_owned(), Value::Choices(all));
            }
            return;
        }
        if document.rows_of(system::ALERTS).count() >= MOST_ALERTS {
            return;
        }
        let mut cells = vec![(alert::WHAT, Value::Choice(what.to_owned())), (alert::ON, today), (alert::BY, me)];
        if !fields.is_empty() {
            cells.push((alert::FIELDS, Value::Choices(fields)));
        }
        let mut change = Change::new();
        add_row(&mut change, document, system::ALERTS, cells);
        apply(document, &change);
    }

    /// Who is responsible for a case learns of an incident that somebody else has just linked to it. One that is out of reach, or only read
    /// here, is told nothing.
    pub(super) fn tell_case_of_incident(
        &self,
        writing: &mut Writing<'_>,
        of: RecordType,
        incident: RecordId,
        change: &Change,
    ) -> Answer<Vec<Saved>> {
        let mut saved = Vec::new();
        if of.kind != Kind::Incident {
            return Ok(saved);
        }
        for value in change.values() {
            let Some(Value::Link(case)) = value else { continue };
            let Ok(now) = self.open(&writing.reading(), *case) else { continue };
            let owner = now.row.skeleton.owner;
            if now.row.skeleton.kind != Kind::Case || owner.is_none() || self.is_own(owner) {
                continue;
            }
            if self.why_read_only(&now).is_some() || now.document.rows_of(system::ALERTS).count() >= MOST_ALERTS {
                continue;
            }
            let mut change = Change::new();
            let cells = [
                (alert::WHAT, Value::Choice(kind::INCIDENT.to_owned())),
                (alert::ON, Value::Date(self.clock.today().into())),
                (alert::BY, Value::Person(self.person)),
                (alert::ABOUT, Value::Link(incident)),
            ];
            add_row(&mut change, &now.document, system::ALERTS, cells);
            saved.push(self.write_own(writing, now, &change, None, Told::of(What::IncidentAdded))?);
        }
        Ok(saved)
    }
}
