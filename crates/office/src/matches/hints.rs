//! What whoever is responsible for a child is told of leads that nobody has decided about yet: that somebody may look for this child, how
//! surely, why (without a name), and whom to ask. A derived part of the case, `hints`, sealed like its facts for the owner and their
//! supervisors: a caseworker reads no tracing request, and learns no name from it.
//!
//! Written by the searches of those who read both sides: after each search for everybody, and with each decision. Worked out; lost, it comes back
//! with the next search.

use super::everybody::FoundLead;
use super::find::without_names;
use super::index::Ready;
use super::part::HINTS;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::tracing::{Answer as Traced, Hint, State};
use amparo_matching::{Band, Reason};
use amparo_model::ids::{Moment, RecordId};
use amparo_store::{Reading, Writing};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// So many of one child are told; the surest.
const MOST: usize = 5;
/// So many letters are sealed in one change.
const AT_ONCE: usize = 200;

/// One lead, as it is kept.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Kept {
    code: String,
    band: Band,
    score: u8,
    reasons: Vec<Reason>,
    /// Who is responsible for the request.
    owner: String,
}

/// What some cases are told.
pub(super) struct Hints(Vec<(RecordId, Vec<Kept>)>);

/// The letter.
#[derive(Serialize, Deserialize)]
struct Letter {
    at: Moment,
    hints: Vec<Kept>,
}

impl Session {
    /// Which leads wait for some children; none of one of which nothing waits any more.
    pub(super) fn hints_of(&self, children: &BTreeSet<RecordId>, ready: &Ready, leads: &[FoundLead]) -> Hints {
        let mut of: BTreeMap<RecordId, Vec<&FoundLead>> = children.iter().map(|child| (*child, Vec::new())).collect();
        for lead in leads {
            let Some(of) = of.get_mut(&lead.child) else { continue };
            // A weak one is no news for whoever cannot look at it.
            if lead.band >= Band::Good && self.waits(ready, lead) {
                of.push(lead);
            }
        }
        let kept = |lead: &FoundLead| {
            let request = ready.get(lead.request)?;
            Some(Kept {
                code: request.facts.code.clone(),
                band: lead.band,
                score: lead.score,
                reasons: without_names(lead.reasons.clone()),
                owner: self.owner_name(request.owner),
            })
        };
        let told = |(child, mut leads): (RecordId, Vec<&FoundLead>)| {
            leads.sort_by_key(|lead| Reverse((lead.band, lead.score)));
            (child, leads.into_iter().filter_map(kept).take(MOST).collect())
        };
        Hints(of.into_iter().map(told).collect())
    }

    /// Writes them beside the cases. Nothing else is held meanwhile: a save that asks about matches waits for nobody here.
    pub(super) fn tell_hints(&self, Hints(all): &Hints) -> Answer<()> {
        // A case of which nothing waits, and nothing stood, needs no change, and the log nothing to tell.
        let to_tell = self.store.read(|reading: &Reading<'_>| -> Answer<Vec<_>> {
            let mut to_tell = Vec::new();
            for (child, hints) in all {
                if reading.record(*child)?.is_some()
                    && (!hints.is_empty() || reading.part(*child, HINTS.part)?.is_some())
                {
                    to_tell.push((*child, hints));
                }
            }
            Ok(to_tell)
        })?;
        for piece in to_tell.chunks(AT_ONCE) {
            self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                piece.iter().try_for_each(|(child, hints)| self.put_hints(writing, *child, hints))?;
                self.tell(writing, Told::of(What::MatchesTold).with("records", piece.len()))
            })?;
        }
        Ok(())
    }

    /// Writes the letter of one case.
    fn put_hints(&self, writing: &mut Writing<'_>, child: RecordId, hints: &[Kept]) -> Answer<()> {
        let Some(row) = writing.reading().record(child)? else { return Ok(()) };
        if hints.is_empty() {
            return Ok(writing.drop_part(child, HINTS.part)?);
        }
        let letter = Letter { at: self.clock.now(), hints: hints.to_vec() };
        let circles = self.responsible(row.skeleton.owner);
        let part = self.seal_letter(&HINTS, self.author(writing)?, &row, &circles, 1, &serde_json::to_vec(&letter)?)?;
        Ok(writing.put_part(child, HINTS.part, &part)?)
    }

    fn waits(&self, ready: &Ready, lead: &FoundLead) -> bool {
        super::everybody::still_counts(ready, lead) && self.state_of(ready, lead.pair()) == State::Waiting
    }

    /// Who may look for the child of a case in reach. A child who withdrew is told of nobody.
    pub(super) fn hints(&self, record: RecordId) -> Answer<Traced> {
        self.index().get(record).filter(|known| !known.guest).ok_or(Code::NotAllowed)?;
        let agreed = self.with_matching(&(), |ready| Ok(ready.get(record).is_some_and(|known| known.facts.agreed)))?;
        let part = self.store.read(|reading: &Reading<'_>| reading.part(record, HINTS.part))?;
        let bytes = part.filter(|_| agreed).and_then(|part| self.open_sealed_letter(&HINTS, record, &part.sealed));
        let letter: Option<Letter> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let (at, kept) = letter.map_or((None, Vec::new()), |letter| (Some(letter.at), letter.hints));
        let hints = kept.into_iter().map(|kept| Hint {
            code: kept.code,
            band: kept.band,
            reasons: kept.reasons,
            owner: kept.owner,
        });
        Ok(Traced::Hints { agrees: agreed, hints: hints.collect(), at })
    }
}
