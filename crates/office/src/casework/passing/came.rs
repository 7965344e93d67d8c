//! What another office passes on: a sheet of its own says what is asked, and a case of this office is registered with what was shared.

use super::offer::{ACCEPTED, REFERRAL, TRANSFER};
use super::outside::CAME;
use super::sheet::{Sheet, add_records, field, set_step};
use crate::casework::files::file_of;
use crate::casework::open::Opened;
use crate::casework::save::{Saved, Saving};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Kind};
use amparo_bundle::Manifest;
use amparo_bundle::manifest::Purpose;
use amparo_forms::{Mode, Weight, roles};
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::{Kind as RecordKind, Module, RecordType};
use amparo_model::value::{Change, Document, Path, Value, apply, diff};
use amparo_store::{Reading, Writing};
use std::collections::BTreeSet;

/// The part with the answers of the consent form: they were given to the office that sent it.
const CONSENT: &str = "consent-answers";

impl Session {
    /// What a sealed file asks stands in a sheet for whoever reads at the desk. None where it asks nothing.
    pub(crate) fn write_came(
        &self,
        writing: &mut Writing<'_>,
        manifest: &Manifest,
        desk: CircleId,
    ) -> Answer<Option<Saved>> {
        let (kind, stored) = match manifest.purpose {
            Purpose::Referral => (Kind::Referral, REFERRAL),
            Purpose::Transfer => (Kind::Transfer, TRANSFER),
            Purpose::CopyToHeadquarters | Purpose::Configuration => return Ok(None),
        };
        let said = manifest.passed_on.clone().unwrap_or_default();
        let card = &manifest.sender.card;
        let mut sheet = Sheet::outside(Module::Cp, stored, CAME, card.office, card.name.clone(), manifest.bundle);
        sheet.readers = vec![desk];
        let about: Vec<(RecordId, String)> =
            manifest.records.iter().map(|row| (row.record, row.code.clone())).collect();
        sheet.about(&about);
        self.write_asked(&mut sheet, kind, &said, "")?;
        let told = Told::of(What::PassingWritten).with("records", about.len());
        Ok(Some(self.write_sheet(writing, sheet, super::offer::IN_PROGRESS, &said.note, told)?))
    }

    /// What of a shared record begins a case of this office: answers to questions that this role fills here. Who is responsible, how far the
    /// work was and what was agreed with the other office are its own; attachments are sealed anew.
    fn begun_with(&self, of: RecordType, shared: &Opened) -> Answer<Change> {
        let forms = self.forms();
        let (fillable, asked) = (self.fillable(of), self.asked(of));
        let own = [roles::DATE_REGISTERED, roles::DATE_IDENTIFIED];
        let taken = |field: &str| {
            fillable.contains(field)
                && asked.contains(field)
                && !own.contains(&field)
                && forms.compartment_of(of.kind, of.module, field).is_some_and(|part| part.as_str() != CONSENT)
        };
        let mut change = Change::new();
        for (path, value) in diff(&Document::default(), &shared.document) {
            let value = match value {
                _ if !taken(path.field()) => continue,
                Some(Value::Link(_) | Value::Person(_)) => continue,
                Some(value) => match file_of(&value) {
                    Some(file) => {
                        // One that stayed behind is left out.
                        let Ok(row) = self.store.read(|reading: &Reading<'_>| reading.file(file.id)) else { continue };
                        let content = self.file_content(&row, &shared.keys)?;
                        Some(Value::File(self.stage(&content, file.kind, &file.media, file.name.clone())?))
                    }
                    None => Some(value),
                },
                None => None,
            };
            change.insert(path, value);
        }
        if asked.contains(roles::DATE_IDENTIFIED) {
            let today = Value::Date(self.clock.today().into());
            change.insert(Path::Field(roles::DATE_IDENTIFIED.to_owned()), Some(today));
        }
        self.drop_what_is_wrong(of, &mut change);
        Ok(change)
    }

    /// An answer that the forms of this office refuse, such as an option that only the other office has, stays in what was shared.
    fn drop_what_is_wrong(&self, of: RecordType, change: &mut Change) {
        let forms = self.forms();
        let context = self.form_context(BTreeSet::new());
        let mut document = Document::default();
        apply(&mut document, change);
        document.tidy();
        for form in forms.forms_of(of.kind, of.module) {
            for finding in forms.validate(form, &document, &context, Mode::Draft) {
                if finding.code.weight() != Weight::Error {
                    continue;
                }
                match finding.path {
                    Path::Row(field, row) => change.retain(|path, _| match path {
                        Path::Cell(of, at, _) => *of != field || *at != row,
                        Path::Row(of, at) => *of != field || *at != row,
                        Path::Field(_) => true,
                    }),
                    path => drop(change.remove(&path)),
                }
            }
        }
    }

    /// Registers a case of this office with what was shared; the sheet says so and leads to both.
    pub(super) fn create_case(&self, passing: RecordId) -> Answer<Passed> {
        let open = self.open_sheet(passing)?;
        if !self.may_about_sheet(passing)?.create {
            return Err(Code::BadRequest.into());
        }
        let shared = {
            let index = self.index();
            let is_case = |record: &&RecordId| index.get(**record).is_some_and(|it| it.of.kind == RecordKind::Case);
            open.records.iter().find(is_case).copied().ok_or(Code::NotAllowed)?
        };
        let shared = self.store.read(|reading: &Reading<'_>| self.open(reading, shared))?;
        let of = shared.row.skeleton.of();
        let change = self.begun_with(of, &shared)?;
        let saving = Saving { change: &change, complete: &[], renewed: &[], draft: None };
        let heads = &open.opened.row.heads;
        let (case, sheet) = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let case = self.register(writing, of, &saving)?;
            let about = [(case.record(), case.code().to_owned())];
            let told = Told::of(What::PassingAccepted);
            let sheet = self.write_more(writing, passing, told, |document| {
                set_step(document, ACCEPTED, "");
                document.set(field::MADE, Value::Tick(true));
                add_records(document, &about);
            })?;
            Ok((case, sheet))
        })?;
        let (record, code) = (case.record(), case.code().to_owned());
        self.took(case);
        self.took(sheet);
        Ok(Passed::Created { passing, record, code })
    }
}
