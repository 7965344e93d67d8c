//! What people agreed to, for who audits the office (DOMAIN.md 16.3): the answers of the consent forms and their dates, by code. Nothing that
//! somebody wrote in words; who may use or share what was agreed to stands there, and nothing else of the case opens to this role.

use super::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::past::{Answer as Past, Consent};
use amparo_model::ids::RecordId;
use amparo_model::person::Role;
use amparo_model::record::{Kind, RecordType};
use amparo_model::value::Value;
use amparo_store::Reading;
use std::collections::BTreeMap;

/// The compartment that auditors read (`assets/config/compartments.json`).
const ANSWERS: &str = "consent-answers";
/// The most rows of a page.
const MOST: usize = 100;

/// Answers and dates; no text, no name, no signature.
fn is_told(value: &Value) -> bool {
    matches!(value, Value::YesNo(_) | Value::Tick(_) | Value::Choice(_) | Value::Choices(_) | Value::Date(_))
}

impl Session {
    pub(super) fn consents(&self, skip: usize, take: usize, watch: &dyn Watch) -> Answer<Past> {
        if self.role != Role::Auditor {
            return Err(Code::NotAllowed.into());
        }
        // An auditor opens no summary: the log tells which record has which code.
        let codes: BTreeMap<RecordId, String> = self.with_past(watch, |past| Ok(past.codes_of_records()))?;
        let mut cases: Vec<(String, RecordId, RecordType)> = Vec::new();
        self.store.read(|reading: &Reading<'_>| {
            reading.each_record(|row| -> Answer<()> {
                let of = row.skeleton.of();
                if of.kind == Kind::Case {
                    cases.push((codes.get(&row.id).cloned().unwrap_or_default(), row.id, of));
                }
                Ok(())
            })
        })?;
        cases.sort();
        let total = cases.len();
        let mut rows = Vec::new();
        for (code, record, of) in cases.into_iter().skip(skip).take(take.min(MOST)) {
            let opened = match self.store.read(|reading: &Reading<'_>| self.open(reading, record)) {
                Ok(opened) => opened,
                // Written before there was an auditor's circle to give it to, or not given to it.
                Err(trouble) if trouble.0.code == Code::NotAllowed => {
                    rows.push(Consent { code, of, changed: None, answers: Vec::new() });
                    continue;
                }
                Err(trouble) => return Err(trouble),
            };
            let forms = self.forms();
            let ours = |field: &str| {
                forms.compartment_of(of.kind, of.module, field).is_some_and(|compartment| compartment.0 == ANSWERS)
            };
            let answers = opened.document.fields.iter().filter(|(field, value)| ours(field) && is_told(value));
            let answers = answers.map(|(field, value)| (field.clone(), value.clone())).collect();
            let touched = opened.revisions.iter().filter(|revision| {
                opened.leaves.get(&revision.row.id).is_some_and(|leaves| leaves.keys().any(|it| it.0 == ANSWERS))
            });
            let changed = touched.map(|revision| revision.header.time).max();
            rows.push(Consent { code, of, changed, answers });
        }
        self.note(Told::of(What::ListRead).with("records", rows.len()).with("questions", ANSWERS))?;
        Ok(Past::Consents { rows, total })
    }
}
