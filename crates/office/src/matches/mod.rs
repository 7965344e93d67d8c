//! Family tracing: from what records give to matching ([`facts`]) to leads, comparisons and decisions (DOMAIN.md 6).
//!
//! The way in for every question is `Session::with_matching`: it hands over a `Ready`, which has the facts of every record that this
//! session's circles open (`Ready::known`), an index of the children who may be found and one of the persons who are looked
//! for. Duplicates ask it too: `ready.profile(person)` makes the profile of any child in reach, with or without consent to tracing; an
//! index of their own stands beside `children` and is kept in `Ready::put`. It is renewed by every save, forgets what is destroyed, and is gone at lock.
//!
//! A match is only a lead (DOMAIN.md 6.1): nothing here takes a child out of other searches. What somebody decides about a pair is a row
//! of the tracing request ([`decisions`]), so it is signed, kept, copied and restored like everything that was ever saved.

mod compare;
mod decisions;
mod duplicates;
mod everybody;
mod facts;
mod find;
mod hints;
mod index;
mod kept;
mod matched;
mod minimal;
mod packed;
mod part;
mod settling;
mod shaping;
mod states;

pub(crate) use facts::Facts;
pub(crate) use index::Matching;
pub(crate) use part::{LetterAfter, letters_of, put_letters_after};
pub(crate) use states::settle;

use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::tracing::{Answer as Traced, Ask};

impl Session {
    pub(crate) fn tracing(&self, ask: Ask, watch: &dyn Watch) -> Answer<Traced> {
        match ask {
            Ask::Find { record } => self.find_matches(record, watch),
            Ask::Search { anew } => self.search_everybody(anew, watch),
            Ask::Leads { band, state, skip, take } => self.leads_page(band, state, skip, take, watch),
            Ask::Compare { pair } => self.compare(pair, watch),
            Ask::Printed { pair } => self.printed_comparison(pair, watch),
            Ask::Matched { record } => self.matched(record),
            Ask::Hints { record } => self.hints(record),
            Ask::Searchers { record } => self.searchers(record),
            Ask::HandSearch { record, to, note } => self.hand_search(record, to, &note),
            Ask::Settings {} => self.matching_settings(),
            Ask::TrySettings { settings } => self.try_settings(&settings, watch),
            Ask::UseSettings { settings, seen } => self.use_settings(settings, seen),
            Ask::Decide { pair, decision, reason } => self.decide(pair, decision, &reason, watch),
        }
    }
}
