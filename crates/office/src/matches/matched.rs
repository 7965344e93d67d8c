//! What whoever is responsible for a child is told of a match that somebody confirmed: the person who looks for the child, as the request
//! has them (DOMAIN.md 16.3: "CW of the matched case"). A derived part of the case, `matched`, sealed like its facts, for the owner and
//! their supervisors; the request itself stays with those who read it.

use super::facts::Person;
use super::index::Ready;
use super::part::MATCHED;
use crate::log::Told;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::tracing::{Answer as Traced, Decision, Matched, Pair};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::value::RowId;
use amparo_store::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// One confirmed match, as it is kept.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    request: RecordId,
    trace: RowId,
    code: String,
    sought: Person,
    by: Option<PersonId>,
    on: String,
}

/// What is confirmed about a child, and the child's code.
pub(super) struct Confirmed {
    code: String,
    kept: Vec<Kept>,
}

impl Session {
    /// What is confirmed about a child now.
    pub(super) fn confirmed(&self, ready: &Ready, child: RecordId) -> Answer<Confirmed> {
        let code = ready.get(child).ok_or(Code::NotAllowed)?.facts.code.clone();
        let mut confirmed = Vec::new();
        for (request, known) in ready.known() {
            for (trace, sought) in &known.facts.sought {
                let pair = Pair { child, request: *request, trace: *trace };
                if self.decided(ready, pair).is_some_and(|said| said.decision == Decision::Confirmed) {
                    let last = known.facts.decisions.iter().rfind(|said| said.trace == *trace && said.child == child);
                    confirmed.push(Kept {
                        request: *request,
                        trace: *trace,
                        code: known.facts.code.clone(),
                        sought: sought.clone(),
                        by: last.and_then(|said| said.by),
                        on: last.map(|said| said.on.clone()).unwrap_or_default(),
                    });
                }
            }
        }
        Ok(Confirmed { code, kept: confirmed })
    }

    /// Tells a case what is confirmed about its child.
    pub(super) fn tell_the_case(&self, child: RecordId, confirmed: &Confirmed, told: Told) -> Answer<()> {
        let bytes = serde_json::to_vec(&confirmed.kept)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            if let Some(row) = writing.reading().record(child)? {
                let circles = self.responsible(row.skeleton.owner);
                let part = self.seal_letter(&MATCHED, self.author(writing)?, &row, &circles, 1, &bytes)?;
                writing.put_part(row.id, MATCHED.part, &part)?;
            }
            self.tell(writing, told.record(child, &confirmed.code))
        })
    }

    /// Who looks for the child of a case, as far as somebody confirmed it. A child who withdrew is told of nobody.
    pub(super) fn matched(&self, record: RecordId) -> Answer<Traced> {
        self.index().get(record).ok_or(Code::NotAllowed)?;
        let agreed = self.with_matching(&(), |ready| Ok(ready.get(record).is_some_and(|known| known.facts.agreed)))?;
        let part = self.store.read(|reading: &Reading<'_>| reading.part(record, MATCHED.part))?;
        let bytes = part.filter(|_| agreed).and_then(|part| self.open_sealed_letter(&MATCHED, record, &part.sealed));
        let kept: Vec<Kept> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let matched = kept.into_iter().map(|kept| Matched {
            code: kept.code,
            facts: super::compare::told(&kept.sought),
            by: kept.by.map(|person| self.person_name(person)).unwrap_or_default(),
            on: kept.on,
        });
        Ok(Traced::Matched { matched: matched.collect() })
    }
}
