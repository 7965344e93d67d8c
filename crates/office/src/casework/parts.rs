//! What is worked out from a record's document by the saving session and kept sealed beside it: the summary that lists show,
//! and the names that search finds.

use super::covered::is_protected;
use super::keys::Keys;
use super::open::complete_forms;
use super::system;
use super::tasks::{self, Planned};
use crate::around::kept::{self, Alerted, Flagged};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_forms::{Configuration, Context as FormContext, roles, way};
use amparo_model::date::PartialDate;
use amparo_model::form::SearchedAs;
use amparo_model::ids::{FileId, Moment, OfficeId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Kind, RecordType, derived};
use amparo_model::value::{Document, FieldId, Value};
use amparo_store::{Part, Writing};
use amparo_vault::OsRandom;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What lists and reminders show. Stored; fields are only ever added.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Summary {
    pub(crate) code: String,
    pub(crate) sex: String,
    /// Year of birth, when a birth date is known: so that the age shown grows.
    pub(crate) born: Option<String>,
    pub(crate) age: Option<i64>,
    pub(crate) age_estimated: bool,
    pub(crate) place: String,
    pub(crate) risk: String,
    pub(crate) identified_on: String,
    pub(crate) registered_on: String,
    pub(crate) consent_complete: bool,
    pub(crate) registration_complete: bool,
    /// When the first assessment was completed, the first plan begun, the child last met, the plan last reviewed: what the next clocks
    /// start from.
    pub(crate) assessed_on: String,
    pub(crate) planned_on: String,
    pub(crate) met_on: String,
    pub(crate) reviewed_on: String,
    /// What is agreed and open, and by when the last contact after closure is due.
    pub(crate) planned: Vec<Planned>,
    pub(crate) final_contact: String,
    /// Flags that nobody has resolved yet, and what others did that its owner has not put away: days and kinds, never a word.
    pub(crate) flags: Vec<Flagged>,
    pub(crate) alerts: Vec<Alerted>,
    /// When work on it ended and why, while it was not taken up again: what retention starts from.
    pub(crate) closed_on: String,
    pub(crate) closure_reason: String,
    /// Where a case stands on its way, as far as its forms tell (`amparo_forms::way`).
    pub(crate) step: String,
    /// Kinds of tasks that a form closed to this session's role would tell of. Never stored: it is not of the record.
    #[serde(skip)]
    pub(crate) untold: BTreeSet<&'static str>,
    /// What the forms want in the summary, for records that have no columns of their own above.
    pub(crate) facts: BTreeMap<FieldId, Value>,
    /// Records that this one refers to.
    pub(crate) links: BTreeSet<RecordId>,
    /// When its first revision was signed; zero in summaries of before.
    pub(crate) created: Moment,
    pub(crate) changed: Moment,
    /// The office it came from, when it is another one.
    pub(crate) home: Option<OfficeId>,
    /// The heads it was worked out from.
    pub(crate) heads: Vec<RevisionId>,
    /// By which program's rules it was worked out: [`SHAPE`].
    pub(crate) shape: u32,
}

/// Counts up when a summary tells more than before. Records last saved by an older program are read again behind the first list.
pub(crate) const SHAPE: u32 = 4;

/// When a record began and when it was changed last.
#[derive(Clone, Copy)]
pub(crate) struct Times {
    pub(crate) created: Moment,
    pub(crate) changed: Moment,
}

/// What search finds. Stored; fields are only ever added.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Names {
    pub(crate) shown: String,
    pub(crate) script2: String,
    pub(crate) names: Vec<String>,
    pub(crate) phones: Vec<String>,
    pub(crate) ids: Vec<String>,
    pub(crate) photo: Option<FileId>,
    /// The name is marked to be hidden.
    pub(crate) protected: bool,
    /// It is hidden from this session. Never stored: it is not of the record.
    #[serde(skip)]
    pub(crate) covered: bool,
    /// The heads they were collected from.
    pub(crate) heads: Vec<RevisionId>,
}

impl Summary {
    /// Gives back the room by which lists grew while they were read: tens of thousands of summaries are held.
    pub(crate) fn shrink(&mut self) {
        self.planned.shrink_to_fit();
        self.flags.shrink_to_fit();
        self.alerts.shrink_to_fit();
        self.heads.shrink_to_fit();
    }
}

impl Names {
    /// As [`Summary::shrink`].
    pub(crate) fn shrink(&mut self) {
        self.names.shrink_to_fit();
        self.phones.shrink_to_fit();
        self.ids.shrink_to_fit();
        self.heads.shrink_to_fit();
    }
}

fn text(document: &Document, field: &str) -> String {
    match document.get(field) {
        Some(Value::Text(text)) => text.trim().to_owned(),
        Some(Value::Choice(option)) => option.clone(),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::Place(place)) => place.to_string(),
        _ => String::new(),
    }
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::earliest)
}

/// The latest date in a column of rows.
fn latest(document: &Document, repeat: &str, cell: &str) -> String {
    let dates = document.rows_of(repeat).filter_map(|row| row.fields.get(cell)?.as_date());
    dates.max_by_key(|date| date.earliest()).map(|date| date.to_string()).unwrap_or_default()
}

/// The records that a document refers to.
fn links(document: &Document) -> BTreeSet<RecordId> {
    let cells = document.rows.values().flat_map(|rows| rows.iter()).flat_map(|row| row.fields.values());
    let linked = |value: &Value| if let Value::Link(record) = value { Some(*record) } else { None };
    document.fields.values().chain(cells).filter_map(linked).collect()
}

/// What lists show of a record without columns of its own.
fn facts(forms: &Configuration, of: RecordType, document: &Document) -> BTreeMap<FieldId, Value> {
    if of == RecordType::CASE {
        return BTreeMap::new();
    }
    if of.kind == Kind::Transition {
        // Nobody reads the one without the other.
        return document.fields.clone();
    }
    let shown = forms.fields_of(of.kind, of.module).filter(|field| field.in_summary);
    shown.filter_map(|field| Some((field.id.clone(), document.get(&field.id)?.clone()))).collect()
}

/// Where a case stands on its way; the status tells whether it is closed.
fn step(of: RecordType, complete: &BTreeSet<String>, document: &Document) -> String {
    if of.kind != Kind::Case {
        return String::new();
    }
    way::here(of.module, &|form| complete.contains(form), document, false).to_owned()
}

/// Works a summary out.
pub(crate) fn summary(
    forms: &Configuration,
    of: RecordType,
    document: &Document,
    context: &FormContext,
    times: Times,
    home: Option<OfficeId>,
    heads: &[RevisionId],
) -> Summary {
    let complete = complete_forms(forms, of, document);
    let done = |form: &str| complete.contains(form);
    let born = text(document, roles::DOB);
    let closed = done("closure") || done("gbv-closure");
    // A reopening on the day of the closure came after it.
    let reopened = text(document, "reopened_on");
    let closed_on = text(document, "closed_on");
    let closed = closed && (reopened.is_empty() || day(&reopened) < day(&closed_on));
    Summary {
        closed_on: if closed { closed_on } else { String::new() },
        closure_reason: if closed { text(document, "closure_reason") } else { String::new() },
        step: step(of, &complete, document),
        code: text(document, system::CODE),
        sex: text(document, roles::SEX),
        born: (!born.is_empty()).then_some(born),
        age: document.get(roles::AGE).and_then(Value::as_number),
        age_estimated: matches!(
            document.get(roles::AGE_ESTIMATED),
            Some(Value::YesNo(amparo_model::value::YesNo::Yes))
        ),
        place: text(document, roles::LOC_CURRENT),
        risk: text(document, roles::RISK_LEVEL),
        identified_on: text(document, roles::DATE_IDENTIFIED),
        registered_on: text(document, roles::DATE_REGISTERED),
        consent_complete: done("consent") || done("gbv-consent"),
        registration_complete: done("registration") || done("gbv-survivor"),
        assessed_on: if done("assessment") { text(document, roles::ASSESSED_ON) } else { String::new() },
        planned_on: if done("case-plan") { text(document, roles::PLANNED_ON) } else { String::new() },
        met_on: latest(document, roles::FOLLOWUPS, roles::FOLLOWUP_ON),
        reviewed_on: text(document, roles::REVIEWED_ON),
        planned: tasks::planned(forms, of, document, context),
        final_contact: tasks::final_contact(document),
        flags: kept::flagged(document),
        alerts: kept::alerted(document),
        untold: BTreeSet::new(),
        facts: facts(forms, of, document),
        links: links(document),
        created: times.created,
        changed: times.changed,
        home,
        heads: heads.to_vec(),
        shape: SHAPE,
    }
}

/// Collects what search finds: every field that its definition says is searched, in rows too.
pub(crate) fn names(forms: &Configuration, of: RecordType, document: &Document) -> Names {
    // A name that is unknown or that somebody has none of is an option, not a text.
    let written = |field: &str| document.get(field).and_then(Value::as_text).unwrap_or_default().trim().to_owned();
    let joined = [roles::NAME_FIRST, roles::NAME_MIDDLE, roles::NAME_LAST].map(written);
    let mut names = Names {
        shown: joined.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" "),
        script2: written(roles::NAME_SCRIPT2),
        protected: is_protected(document),
        photo: match document.get(roles::PHOTO) {
            Some(Value::File(file)) => Some(file.id),
            _ => None,
        },
        ..Names::default()
    };
    for field in forms.fields_of(of.kind, of.module) {
        if let (Some(searched), Some(Value::Text(text))) = (&field.searched_as, document.get(&field.id)) {
            // A family or a house has one name, under a word of its own.
            if names.shown.is_empty() && *searched == SearchedAs::Name && of != RecordType::CASE {
                text.trim().clone_into(&mut names.shown);
            }
            names.add(searched, text);
        }
        for cell in field.row_fields() {
            let Some(searched) = &cell.searched_as else { continue };
            for row in document.rows_of(&field.id) {
                if let Some(Value::Text(text)) = row.fields.get(&cell.id) {
                    names.add(searched, text);
                }
            }
        }
    }
    names
}

impl Names {
    fn add(&mut self, searched: &SearchedAs, text: &str) {
        let list = match searched {
            SearchedAs::Name => &mut self.names,
            SearchedAs::Phone => &mut self.phones,
            SearchedAs::Number => &mut self.ids,
        };
        list.push(text.to_owned());
    }
}

fn part_place(record: RecordId, part: &str, epoch: u32) -> Context {
    Context::new("amparo/part/v1").id(record.uuid()).text(part).number(epoch.into())
}

/// Opens a part.
pub(crate) fn open<T: serde::de::DeserializeOwned>(
    record: RecordId,
    part: &str,
    epoch: u32,
    key: &Key,
    sealed: &[u8],
) -> Option<T> {
    let bytes = symmetric::open(key, &part_place(record, part, epoch), sealed).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The same part under the newest of its keys; none when it does not open.
pub(crate) fn resealed(record: RecordId, part: &str, sealed: &Part, keys: &Keys) -> Option<Part> {
    let compartment = Compartment::new(part);
    let before = keys.at(&compartment, sealed.epoch)?;
    let bytes = symmetric::open(before, &part_place(record, part, sealed.epoch), &sealed.sealed).ok()?;
    let (epoch, key) = keys.get(&compartment)?;
    let sealed = symmetric::seal(key, &part_place(record, part, *epoch), &bytes, &mut OsRandom);
    Some(Part { epoch: *epoch, sealed })
}

/// Seals both parts of a record. A part whose key is lacking stays as it is.
pub(crate) fn sealed(
    record: RecordId,
    keys: &Keys,
    summary: &Summary,
    names: &Names,
) -> Answer<Vec<(&'static str, Part)>> {
    let names = &Names { heads: summary.heads.clone(), ..names.clone() };
    let parts = [(derived::SUMMARY, serde_json::to_vec(summary)), (derived::NAMES, serde_json::to_vec(names))];
    let mut sealed = Vec::with_capacity(parts.len());
    for (part, bytes) in parts {
        let Some((epoch, key)) = keys.get(&Compartment::new(part)) else { continue };
        let bytes = bytes.map_err(|_| Code::Internal)?;
        let bytes = symmetric::seal(key, &part_place(record, part, *epoch), &bytes, &mut OsRandom);
        sealed.push((part, Part { epoch: *epoch, sealed: bytes }));
    }
    Ok(sealed)
}

impl Session {
    /// Seals and puts both parts of a record. A part whose key the session lacks stays as it is.
    pub(crate) fn put_parts(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        keys: &Keys,
        summary: &Summary,
        names: &Names,
    ) -> Answer<()> {
        let parts = sealed(record, keys, summary, names)?;
        Ok(parts.iter().try_for_each(|(part, sealed)| writing.put_part(record, part, sealed))?)
    }
}
