//! What a record's document keeps of flags, notes and alerts, read out of its rows.

use super::cell::{alert, flag, note, relation};
use crate::casework::open::Opened;
use crate::casework::system;
use crate::session::Session;
use amparo_api::around::{Alert, Around, Flag, Named, Note, Relation, Resolved};
use amparo_model::ids::RecordId;
use amparo_model::value::{Document, Row, RowId, Value};
use serde::{Deserialize, Serialize};

/// An open flag, as the summary keeps it: days, and no word. Stored; fields are only ever added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Flagged {
    pub(crate) row: Option<RowId>,
    pub(crate) on: String,
    pub(crate) since: String,
}

/// An alert, as the summary keeps it. Stored; fields are only ever added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Alerted {
    pub(crate) what: String,
    pub(crate) on: String,
}

fn text(row: &Row, cell: &str) -> String {
    match row.fields.get(cell) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::Choice(choice)) => choice.clone(),
        _ => String::new(),
    }
}

/// Whether nobody has resolved a flag yet.
pub(crate) fn is_open(row: &Row) -> bool {
    !row.fields.contains_key(flag::RESOLVED_ON)
}

/// The open flags of a document.
pub(crate) fn flagged(document: &Document) -> Vec<Flagged> {
    let open = document.rows_of(system::FLAGS).filter(|row| is_open(row));
    open.map(|row| Flagged { row: Some(row.id), on: text(row, flag::ON), since: text(row, flag::RAISED_ON) }).collect()
}

/// The alerts of a document.
pub(crate) fn alerted(document: &Document) -> Vec<Alerted> {
    let rows = document.rows_of(system::ALERTS);
    rows.map(|row| Alerted { what: text(row, alert::WHAT), on: text(row, alert::ON) }).collect()
}

/// The record that a cell refers to.
fn link(row: &Row, cell: &str) -> Option<RecordId> {
    if let Some(Value::Link(record)) = row.fields.get(cell) { Some(*record) } else { None }
}

impl Session {
    fn named(&self, row: &Row, cell: &str) -> Named {
        let person = if let Some(Value::Person(person)) = row.fields.get(cell) { Some(*person) } else { None };
        Named { person, name: person.map(|person| self.person_name(person)).unwrap_or_default() }
    }

    /// What stands around a record that was opened.
    pub(crate) fn around_of(&self, opened: &Opened, may_write: bool) -> Around {
        let document = &opened.document;
        let mut flags: Vec<Flag> = document.rows_of(system::FLAGS).map(|row| self.flag(row)).collect();
        flags.reverse();
        flags.sort_by_key(|flag| flag.resolved.is_some());
        let mut notes: Vec<Note> = document.rows_of(system::NOTES).map(|row| self.note_of(row)).collect();
        notes.reverse();
        let own = self.is_own(opened.row.skeleton.owner);
        let mut alerts: Vec<Alert> = document.rows_of(system::ALERTS).map(|row| self.alert(row)).collect();
        alerts.reverse();
        if !own {
            // They are told to one person; what they tell of, everybody reads in the history.
            alerts.clear();
        }
        let hidden = self.hidden(opened.row.skeleton.of());
        alerts.iter_mut().for_each(|alert| alert.fields.retain(|field| !hidden.has(field)));
        let relations = document.rows_of(system::RELATIONS).map(|row| self.relation(row)).collect();
        Around { flags, notes, alerts, relations, may_write, own }
    }

    fn flag(&self, row: &Row) -> Flag {
        let resolved = || Resolved {
            on: text(row, flag::RESOLVED_ON),
            by: self.named(row, flag::RESOLVED_BY),
            words: text(row, flag::WORDS),
        };
        Flag {
            flag: row.id,
            reason: text(row, flag::REASON),
            on: text(row, flag::ON),
            raised_on: text(row, flag::RAISED_ON),
            raised_by: self.named(row, flag::RAISED_BY),
            resolved: (!is_open(row)).then(resolved),
        }
    }

    fn note_of(&self, row: &Row) -> Note {
        let (on, by) = (text(row, note::ON), self.named(row, note::BY));
        Note { on, by, subject: text(row, note::SUBJECT), text: text(row, note::TEXT) }
    }

    fn relation(&self, row: &Row) -> Relation {
        // What this one is to the other stands here; shown is what the other one is to this.
        let kind = text(row, relation::KIND);
        let other =
            system::RELATION_KINDS.iter().find(|(one, _)| *one == kind).map_or(kind.as_str(), |(_, other)| other);
        Relation {
            relation: row.id,
            to: link(row, relation::TO).and_then(|to| self.index().row(self, to)),
            kind: other.to_owned(),
            note: text(row, relation::NOTE),
        }
    }

    fn alert(&self, row: &Row) -> Alert {
        let fields = row.fields.get(alert::FIELDS).and_then(Value::as_choices);
        Alert {
            what: text(row, alert::WHAT),
            on: text(row, alert::ON),
            by: self.named(row, alert::BY),
            fields: fields.into_iter().flatten().cloned().collect(),
            about: link(row, alert::ABOUT),
        }
    }
}
