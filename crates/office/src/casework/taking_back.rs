//! Taking one revision's change back: by a new revision, never by removing one. What was done since stays.

use super::history::told;
use super::open::Opened;
use super::save::Saving;
use super::system;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::records::{Answer as Cases, FieldChange};
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::value::{Change, Document, Path, apply, diff, taking_back};
use amparo_store::Reading;

impl Session {
    pub(crate) fn preview_take_back(&self, record: RecordId, revision: RevisionId) -> Answer<Cases> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        if let Some(code) = self.why_read_only(&opened) {
            return Err(code.into());
        }
        let Back { change, stays } = back(&opened, revision)?;
        self.refuse_hidden_change(&opened, &change)?;
        let hidden = self.hidden(opened.row.skeleton.of());
        let field = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
        let covered = self.covered_of(&opened);
        let mut stays: Vec<FieldChange> = stays.into_iter().filter(|it| !hidden.has(&field(&it.path))).collect();
        let mut then = opened.document.clone();
        apply(&mut then, &change);
        then.tidy();
        let mut changes = told(&opened.document, &diff(&opened.document, &then));
        covered.mask(&mut changes);
        covered.mask(&mut stays);
        Ok(Cases::TakingBack { changes, stays, heads: opened.row.heads })
    }

    pub(crate) fn take_back(&self, record: RecordId, revision: RevisionId, heads: &[RevisionId]) -> Answer<Cases> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        let of = opened.row.skeleton.of();
        let Back { change, .. } = back(&opened, revision)?;
        self.refuse_hidden_change(&opened, &change)?;
        if change.is_empty() {
            return Err(Code::BadRequest.into());
        }
        // From here it is a change like any other: the same checks, the same log.
        self.save(Some(record), of, heads, &Saving { change: &change, complete: &[], renewed: &[], draft: None })
    }
}

impl Session {
    /// Who may not read a form takes back nothing that was done in it.
    fn refuse_hidden_change(&self, opened: &Opened, change: &Change) -> Answer<()> {
        let hidden = self.hidden(opened.row.skeleton.of());
        if change.keys().any(|path| hidden.has(path.field())) { Err(Code::NotAllowed.into()) } else { Ok(()) }
    }
}

struct Back {
    change: Change,
    stays: Vec<FieldChange>,
}

fn back(opened: &Opened, revision: RevisionId) -> Answer<Back> {
    let place = opened.revisions.iter().position(|known| known.row.id == revision);
    // What registered a record is the record: it is not taken back.
    let place = place.filter(|place| *place > 0).ok_or(Code::BadRequest)?;
    let mut before = Document::default();
    let leaves = |at: &RevisionId| opened.leaves.get(at).into_iter().flat_map(|leaves| leaves.values());
    for known in opened.revisions.iter().take(place) {
        leaves(&known.row.id).for_each(|leaf| apply(&mut before, &leaf.change));
    }
    let mut after = before.clone();
    leaves(&revision).for_each(|leaf| apply(&mut after, &leaf.change));
    let (mut change, stays) = taking_back(&before, &after, &opened.document);
    change.retain(|path, _| !system::is_fact(path.field()));
    let stays = stays.into_iter().filter(|path| !system::is_fact(path.field()) && !matches!(path, Path::Row(..)));
    let stays = stays.map(|path| FieldChange {
        from: opened.document.at(&path).cloned(),
        to: before.at(&path).cloned(),
        path: path.to_string(),
    });
    Ok(Back { change, stays: stays.collect() })
}
