//! What was passed on, as both sides see it.

use super::super::index::{Index, Known};
use super::super::lists::MOST;
use super::answer::works_on;
use super::offer::{IN_PROGRESS, REFERRAL};
use super::outside::{CAME, LEFT};
use super::sheet::{Facts as _, field, records_in};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::passing::{About, Answer as Passed, Kind, Passing, State, Step, Way, Which};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::Kind as RecordKind;
use amparo_model::value::{Document, Path, Value, apply};
use amparo_store::Reading;
use jiff::civil::Date;
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
                    && record.is_none_or(|record| known.passes_on(record))
                    && self.falls_into(&index, known, which)
            };
            index.known().iter().filter(wanted).map(|known| (Reverse(known.summary.changed), known.record)).collect()
        };
        found.sort();
        let total = found.len();
        let page = found.into_iter().skip(skip).take(take.min(MOST)).map(|(_, passing)| self.passing(passing));
        Ok(Passed::Passings { passings: page.collect::<Answer<_>>()?, total })
    }

    /// Whether something that was passed on waits, and for whom.
    fn falls_into(&self, index: &Index, known: &Known, which: Which) -> bool {
        let way = known.choice(field::WAY);
        // What another office says is entered when it is heard: it waits for them, not for whoever enters it.
        let for_me = || {
            let may = self.may_about(index, known);
            way != LEFT && (may.accept || may.reject || may.finish || may.take_over)
        };
        match which {
            Which::All => true,
            Which::ForMe => for_me(),
            Which::Waiting => {
                let ours = known.person(field::FROM) == Some(self.person)
                    || known.summary.links.iter().any(|record| works_on(index, *record));
                known.goes_on() && ours && way != CAME && !for_me()
            }
        }
    }

    /// How much waits for this person's answer, and how much they wait for.
    pub(crate) fn passings_waiting(&self, index: &Index) -> (usize, usize) {
        let count = |which| {
            let all = index.known().iter().filter(|known| known.of.kind == RecordKind::Transition);
            all.filter(|known| self.falls_into(index, known, which)).count()
        };
        (count(Which::ForMe), count(Which::Waiting))
    }

    /// By when a colleague should have said whether they take a referral on (DOMAIN.md 5.4: three working days).
    pub(crate) fn answer_due(&self, known: &Known) -> Option<Date> {
        let open = known.of.kind == RecordKind::Transition
            && known.choice(field::KIND) == REFERRAL
            && known.choice(field::STATE) == IN_PROGRESS;
        let Some(Value::Date(on)) = known.summary.facts.get(field::ON).filter(|_| open) else { return None };
        self.forms().clocks().due("referral_acknowledged", None, on.earliest())
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
        let choices = |field: &str| match document.get(field) {
            Some(Value::Choices(options)) => options.iter().cloned().collect(),
            _ => Vec::new(),
        };
        let known = index.get(passing);
        let may = known.map(|known| self.may_about(&index, known)).unwrap_or_default();
        let due = known.and_then(|known| self.answer_due(known));
        let mut about: Vec<About> = about.collect();
        let asked = text(&document, field::ASKED_CODE);
        if about.is_empty() && !asked.is_empty() {
            // Asked for by its code: which record that is, whoever answers knows.
            about.push(About { record: passing, code: asked, in_reach: false });
        }
        let way = match choice(field::WAY) {
            LEFT => Way::Left,
            CAME => Way::Came,
            _ => Way::Inside,
        };
        let office = text(&document, field::OFFICE_NAME);
        let (from, to) = match way {
            Way::Inside => (name(person(field::FROM)), name(person(field::TO))),
            Way::Left => (name(person(field::FROM)), office),
            Way::Came => (office, self.facts.name.clone()),
        };
        Ok(Passing {
            passing,
            kind: read::<Kind>(choice(field::KIND)).ok_or(amparo_api::Code::Damaged)?,
            state: read::<State>(choice(field::STATE)).ok_or(amparo_api::Code::Damaged)?,
            reason: ["assignment_reason", "transfer_reason", "priority"].map(choice).concat(),
            from,
            to,
            way,
            count: about.len().max(records.len()),
            about,
            steps,
            can_undo: known.is_some_and(|known| self.can_undo(known)),
            can_accept: may.accept,
            can_reject: may.reject,
            can_finish: may.finish,
            can_revoke: may.revoke,
            can_take_over: may.take_over,
            can_create: may.create,
            allowed_by: text(&document, field::ALLOWED_BY),
            parts: choices(field::PARTS),
            services: choices("service_asked"),
            in_spite: text(&document, field::IN_SPITE),
            answer_due: due.map(|due| due.to_string()).unwrap_or_default(),
        })
    }
}

fn text(document: &Document, field: &str) -> String {
    document.get(field).and_then(Value::as_text).unwrap_or_default().to_owned()
}
