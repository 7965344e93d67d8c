//! Colleagues' records by a name or a code: what whoever may not open them is shown (DOMAIN.md 16.2).

use super::super::index::Ready;
use super::super::minimal::Other as Told;
use crate::log::{Told as Entry, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::duplicates::{Answer as Doubles, Other};
use amparo_matching::{Entry as Folded, Hit, Query, SearchText, id_fold};
use amparo_model::ids::RecordId;
use std::cmp::Reverse;

/// At most so many are shown: whoever knows a name finds its record, nobody reads the caseload here.
const MOST: usize = 20;
/// So many letters of a name, or of the end of a code, are needed.
const ENOUGH: usize = 3;
const ENOUGH_OF_CODE: usize = 5;
/// The longest question, in characters.
const LONGEST: usize = 200;

fn folded(other: &Told) -> SearchText {
    let child = &other.child.person();
    let mut entry = Folded::new();
    for name in [&child.first, &child.middle, &child.last, &child.script2].into_iter().chain(&child.others) {
        entry.name(name);
    }
    entry.search_text()
}

/// Who answers a question, the nearest first.
fn answering(ready: &Ready, text: &str) -> Vec<RecordId> {
    let code = id_fold(text);
    let has_code = |other: &Told| {
        let known = id_fold(&other.code);
        known == code || (code.chars().count() >= ENOUGH_OF_CODE && known.ends_with(&code))
    };
    let mut by_code: Vec<RecordId> = ready.others().filter(|(_, it)| has_code(it)).map(|(id, _)| *id).collect();
    by_code.sort_unstable();
    let enough = text.chars().filter(|letter| letter.is_alphabetic()).count() >= ENOUGH;
    if !by_code.is_empty() || !enough {
        return by_code;
    }
    let all = ready.others_folded.get_or_init(|| ready.others().map(|(id, it)| (*id, folded(it))).collect());
    let query = Query::parse(text);
    // The middle of a word, or how it begins to sound, fits too many who are meant by nobody.
    let named = all.iter().filter_map(|(id, text)| {
        let score = text.matches(&query)?;
        (!matches!(score.weakest, Hit::SoundsBegun | Hit::Inside)).then_some((Reverse(score), *id))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    named.into_iter().map(|(_, id)| id).collect()
}

impl Session {
    pub(super) fn find_others(&self, text: &str, take: usize, watch: &dyn Watch) -> Answer<Doubles> {
        let text = text.trim();
        if text.chars().count() > LONGEST {
            return Err(Code::BadRequest.into());
        }
        let (found, total) = self.with_matching(watch, |ready| {
            let answering = answering(ready, text);
            let shown = answering.iter().take(take.min(MOST)).filter_map(|id| {
                let other = ready.other(*id)?;
                let side = self.side_of(ready, *id)?;
                Some(Other { side, status: other.status, ask: self.to_ask(other.owner) })
            });
            Ok((shown.collect::<Vec<_>>(), answering.len()))
        })?;
        self.note(Entry::of(What::OthersSought).with("shown", found.len()).with("found", total))?;
        Ok(Doubles::Others { found, total })
    }
}
