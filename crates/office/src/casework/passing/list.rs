//! What was passed on, as both sides see it.

use super::super::index::Known;
use super::super::lists::MOST;
use super::sheet::{field, records_in};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::passing::{About, Answer as Passed, Kind, Passing, State, Step, Which};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::Kind as RecordKind;
use amparo_model::value::{Document, Path, Value, apply};
use amparo_store::Reading;
use std::cmp::Reverse;

/// A word of ours as it is stored.
fn read<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

impl Session {
    pub(super) fn passings(&self, which: Which, record: Option<RecordId>, skip: usize, take: usize) -> Answer<Passed> {
        let mut found: Vec<(_, RecordId)> = {
            let index = self.index();
            let wanted = |known: &&Known| {
                known.of.kind == RecordKind::Transition
                    && record.is_none_or(|record| known.summary.links.contains(&record))
                    && self.falls_into(known, which)
            };
            index.known().iter().filter(wanted).map(|known| (Reverse(known.summary.changed), known.record)).collect()
        };
        found.sort();
        let total = found.len();
        let page = found.into_iter().skip(skip).take(take.min(MOST)).map(|(_, passing)| self.passing(passing));
        Ok(Passed::Passings { passings: page.collect::<Answer<_>>()?, total })
    }

    /// Whether something that was passed on waits, and for whom.
    pub(super) fn falls_into(&self, _known: &Known, which: Which) -> bool {
        match which {
            Which::All => true,
            Which::ForMe | Which::Waiting => false,
        }
    }

    fn passing(&self, passing: RecordId) -> Answer<Passing> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, passing))?;
        let mut document = Document::default();
        let mut steps = Vec::new();
        let state = Path::Field(field::STATE.to_owned());
        for revision in &opened.revisions {
            let leaves = opened.leaves.get(&revision.row.id);
            let mut stepped = false;
            for leaf in leaves.into_iter().flat_map(|leaves| leaves.values()) {
                apply(&mut document, &leaf.change);
                stepped |= leaf.change.contains_key(&state);
            }
            let now = document.get(field::STATE).and_then(Value::as_choice).and_then(read::<State>);
            if let Some(state) = now.filter(|_| stepped) {
                steps.push(Step {
                    state,
                    by: self.person_name(revision.header.author.person),
                    at: revision.header.time,
                    note: text(&document, field::NOTE),
                });
            }
        }
        let person = |field: &str| match document.get(field) {
            Some(Value::Person(person)) => Some(*person),
            _ => None,
        };
        let name = |person: Option<PersonId>| person.map(|person| self.person_name(person)).unwrap_or_default();
        let records = records_in(&document);
        let index = self.index();
        let about = records.iter().take(MOST).map(|(record, code)| About {
            record: *record,
            code: code.clone(),
            in_reach: index.get(*record).is_some(),
        });
        let choice = |field: &str| document.get(field).and_then(Value::as_choice).unwrap_or_default();
        Ok(Passing {
            passing,
            kind: read::<Kind>(choice(field::KIND)).ok_or(amparo_api::Code::Damaged)?,
            state: read::<State>(choice(field::STATE)).ok_or(amparo_api::Code::Damaged)?,
            reason: choice("assignment_reason").to_owned(),
            from: name(person(field::FROM)),
            to: name(person(field::TO)),
            about: about.collect(),
            count: records.len(),
            steps,
            can_undo: index.get(passing).is_some_and(|known| self.can_undo(known)),
        })
    }
}

fn text(document: &Document, field: &str) -> String {
    document.get(field).and_then(Value::as_text).unwrap_or_default().to_owned()
}
