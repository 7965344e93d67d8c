//! Reading what lists need and summaries do not tell: each record is opened once a session, on every core, behind a bar that shows how
//! far it is and can be stopped. The log is told how many records were read and which questions.

use super::columns::{Asked, Columns};
use super::source::option_place;
use crate::casework::open::{Gathered, Opened};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::lists::{Is, List};
use amparo_api::records::CoveredPart;
use amparo_api::{Code, Progress};
use amparo_bundle::cores;
use amparo_forms::{Configuration, reserved};
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::ids::RecordId;
use amparo_model::record::{RecordType, Skeleton};
use amparo_model::value::{Document, FieldId};
use amparo_store::Reading;
use std::collections::{BTreeSet, HashMap};

/// Records are taken in so many at a time: lists are read meanwhile.
const PIECE: usize = 200;

/// The question behind the id of a column; refused where this session may not read it, and where nobody asks it.
pub(super) fn asked(session: &Session, of: RecordType, field: &str) -> Answer<Asked> {
    let (outer, cell) = match field.split_once('.') {
        Some((repeat, cell)) => (repeat, Some(cell)),
        None => (field, None),
    };
    if session.hidden(of).has(outer) || reserved::is(outer) {
        return Err(Code::NotAllowed.into());
    }
    let def = session.forms().field(of.kind, of.module, outer).ok_or(Code::BadRequest)?;
    Ok(match cell {
        None => Asked { def, repeat: None },
        Some(cell) => {
            let found = def.row_fields().iter().find(|known| known.id == cell).ok_or(Code::BadRequest)?;
            Asked { def: found, repeat: Some(def) }
        }
    })
}

/// The question in whose rows one is asked, or the question itself.
pub(super) fn outer(field: &str) -> &str {
    field.split_once('.').map_or(field, |(outer, _)| outer)
}

/// The questions behind some columns, as far as a type of record has them.
fn asked_among<'f>(
    session: &Session,
    of: RecordType,
    fields: impl Iterator<Item = &'f FieldId>,
) -> Vec<(FieldId, Asked)> {
    fields.filter_map(|field| Some((field.clone(), asked(session, of, field).ok()?))).collect()
}

impl Columns {
    /// Takes in what was just saved, by somebody who opens every part of it.
    pub(crate) fn take_saved(&mut self, session: &Session, skeleton: &Skeleton, at: usize, document: &Document) {
        let of = skeleton.of();
        let fields: Vec<FieldId> = self.fields().cloned().collect();
        let asked = asked_among(session, of, fields.iter());
        if asked.is_empty() {
            return;
        }
        let mut document = document.clone();
        let covered = session.covered_in(skeleton, &document).narrow(&mut document);
        calculate(session, session.forms(), of, &asked, &mut document);
        let covered = fields_of(covered);
        let closed = asked.iter().map(|(field, _)| field).filter(|field| covered.contains(outer(field)));
        let closed: BTreeSet<FieldId> = closed.cloned().collect();
        let order = |def: &FieldDef, option: &str| option_place(session, def, option);
        self.take(at, &asked, Some(&document), &closed, &order);
    }
}

/// A record that was read.
struct Read {
    record: RecordId,
    opened: Option<Opened>,
    covered: BTreeSet<FieldId>,
}

fn fields_of(parts: Vec<CoveredPart>) -> BTreeSet<FieldId> {
    parts.into_iter().flat_map(|part| part.fields).collect()
}

/// What is read along once records are opened anyway: questions whose answers are few, so that the next filter needs no reading.
fn is_short(def: &FieldDef) -> bool {
    matches!(
        def.kind,
        FieldKind::Select(_)
            | FieldKind::Multi(_)
            | FieldKind::YesNo
            | FieldKind::Tick
            | FieldKind::Date
            | FieldKind::Number
            | FieldKind::Location
            | FieldKind::User
            | FieldKind::Agency
    )
}

/// Works out what of the columns is worked out.
fn calculate(
    session: &Session,
    forms: &Configuration,
    of: RecordType,
    asked: &[(FieldId, Asked)],
    document: &mut Document,
) {
    let calculated = |def: &FieldDef| matches!(def.kind, FieldKind::Calc { .. });
    for (field, _) in asked.iter().filter(|(_, asked)| asked.repeat.is_none() && calculated(asked.def)) {
        let mut holding = forms.forms_of(of.kind, of.module);
        let Some(form) = holding.find(|form| form.field(field).is_some()) else { continue };
        let context = session.form_context(BTreeSet::new());
        let worked_out = forms.calculate(form, document, &context);
        let value = worked_out.into_iter().find(|(path, _)| path.field() == field).map(|(_, value)| value);
        if let Some(value) = value {
            document.set(field, value);
        }
    }
}

impl Session {
    /// Reads records and keeps what they say in some fields, and with `more` whatever is short besides.
    pub(super) fn read_for_lists(
        &self,
        of: RecordType,
        records: &[RecordId],
        fields: &[FieldId],
        more: bool,
        watch: &dyn Watch,
    ) -> Answer<()> {
        if !self.may(amparo_access::Action::ReadRecords) {
            return Err(Code::NotAllowed.into());
        }
        let forms = self.forms();
        let mut wanted: BTreeSet<FieldId> = fields.iter().cloned().collect();
        wanted.extend(self.index().columns.fields().cloned());
        if more {
            let short = forms.fields_of(of.kind, of.module).filter(|def| is_short(def) && !def.off);
            wanted.extend(short.map(|def| def.id.clone()));
        }
        let asked = asked_among(self, of, wanted.iter());
        let order = |def: &FieldDef, option: &str| option_place(self, def, option);
        let total = records.len() as u64;
        let gathered = records.iter().map(|record| {
            if watch.stopped() || self.has_ended() {
                return Err(Code::Stopped.into());
            }
            // One that went out of reach meanwhile, or is damaged, is one of which nobody can say anything.
            Ok((*record, self.store.read(|reading: &Reading<'_>| self.gather(reading, *record)).ok()))
        });
        let weight = |(_, gathered): &(RecordId, Option<Gathered>)| gathered.as_ref().map_or(0, Gathered::weight);
        let open = |(record, gathered): (RecordId, Option<Gathered>)| {
            let mut opened = gathered.and_then(|gathered| self.open_gathered(gathered).ok());
            // What a page would cover until somebody asks for it, a list does not tell.
            let covered = opened.as_mut().map(|opened| {
                let covered = self.covered_of(opened).narrow(&mut opened.document);
                calculate(self, forms, of, &asked, &mut opened.document);
                fields_of(covered)
            });
            Read { record, opened, covered: covered.unwrap_or_default() }
        };
        let mut waiting: Vec<Read> = Vec::new();
        let mut done = 0;
        let take_in = |waiting: &mut Vec<Read>| {
            let mut index = self.index_mut();
            for Read { record, opened, covered } in waiting.drain(..) {
                let Some(at) = index.position(record) else { continue };
                // Whatever was saved meanwhile is read again.
                if opened.as_ref().is_some_and(|opened| !index.has_heads(at, &opened.row.heads)) {
                    continue;
                }
                let closed = |field: &str| {
                    let outer = outer(field);
                    let part = forms.compartment_of(of.kind, of.module, outer);
                    let shut = opened.as_ref().map(|opened| &opened.closed);
                    covered.contains(outer) || part.zip(shut).is_some_and(|(part, shut)| shut.contains(part.as_str()))
                };
                let closed: BTreeSet<FieldId> =
                    asked.iter().map(|(field, _)| field).filter(|field| closed(field)).cloned().collect();
                let document = opened.as_ref().map(|opened| &opened.document);
                index.columns.take(at, &asked, document, &closed, &order);
            }
        };
        cores::in_order(gathered, weight, open, |read| -> Answer<()> {
            waiting.push(read);
            done += 1;
            if waiting.len() >= PIECE {
                take_in(&mut waiting);
            }
            watch.progress(Progress { done, of: total });
            Ok(())
        })?;
        take_in(&mut waiting);
        self.note(Told::of(What::ListRead).with("records", records.len()).with("questions", fields.join(", ")))
    }

    /// Which place lies in which, where a list asks that.
    pub(super) fn know_places(&self, list: &List) -> Answer<()> {
        let within = list.view.filters.iter().any(|filter| matches!(filter.is, Is::Within(_)));
        if !(within || list.view.order.is_some()) || self.index().knows_places() {
            return Ok(());
        }
        let places = self.store.read(|reading: &Reading<'_>| reading.places())?;
        let tree: HashMap<_, _> = places.into_iter().map(|it| (it.id, (it.parent, it.code.into()))).collect();
        self.index_mut().know_places(tree);
        Ok(())
    }
}
