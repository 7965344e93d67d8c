//! Who changed what, when: the revisions of a record, told field by field as far as the session may read.

use super::system;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::records::{FieldChange, Past};
use amparo_model::ids::{OfficeId, PersonId, RecordId};
use amparo_model::value::{Change, Document, Path, apply};
use amparo_store::Reading;

/// A change of a document, field by field. Rows appear through their cells, those that were taken out too; their order is nobody's news.
pub(super) fn told(before: &Document, change: &Change) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let shown = |path: &Path| !system::is_fact(path.field()) || system::is_told(path.field());
    for (path, value) in change.iter().filter(|(path, _)| shown(path)) {
        match (path, value) {
            (Path::Row(..), Some(_)) => {}
            (Path::Row(field, id), None) => {
                let row = before.rows.get(field).and_then(|rows| rows.get(*id));
                for (cell, was) in row.into_iter().flat_map(|row| &row.fields) {
                    let path = Path::Cell(field.clone(), *id, cell.clone()).to_string();
                    changes.push(FieldChange { path, from: Some(was.clone()), to: None });
                }
            }
            _ => {
                changes.push(FieldChange { path: path.to_string(), from: before.at(path).cloned(), to: value.clone() })
            }
        }
    }
    changes
}

impl Session {
    pub(crate) fn history(&self, record: RecordId) -> Answer<Vec<Past>> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        self.note(Told::of(What::HistoryRead).record(record, &opened.code()))?;
        let hidden = self.hidden(opened.row.skeleton.of());
        let covered = self.covered_of(&opened);
        let mut document = Document::default();
        let mut entries = Vec::new();
        for revision in &opened.revisions {
            let before = document.clone();
            let mut changes = Vec::new();
            let leaves = opened.leaves.get(&revision.row.id);
            for leaf in leaves.into_iter().flat_map(|leaves| leaves.values()) {
                apply(&mut document, &leaf.change);
                let mut seen = leaf.change.clone();
                seen.retain(|path, _| !hidden.has(path.field()));
                changes.extend(told(&before, &seen));
            }
            let mut paths =
                leaves.into_iter().flat_map(|leaves| leaves.values()).flat_map(|leaf| leaf.change.keys()).peekable();
            // What was told to one person, or put away by them, is no news of the child; the log has it.
            if paths.peek().is_some() && paths.all(|path| path.field() == system::ALERTS) {
                continue;
            }
            covered.mask(&mut changes);
            let author = &revision.header.author;
            entries.push(Past {
                revision: revision.row.id,
                person: author.person,
                name: self.person_name(author.person),
                office: (author.office != self.office.id).then(|| self.office_name(author.office)),
                at: revision.header.time,
                changes,
                closed: revision.header.leaves.len() - leaves.map_or(0, |leaves| leaves.len()),
            });
        }
        entries.reverse();
        Ok(entries)
    }

    /// The name of one of our own people; empty for others', whose offices do not send names.
    pub(crate) fn person_name(&self, person: PersonId) -> String {
        self.roster().proposal(person).map(|(proposal, ..)| proposal.name.clone()).unwrap_or_default()
    }

    /// What an office is called on its card.
    pub(crate) fn office_name(&self, office: OfficeId) -> String {
        if office == self.office.id {
            return self.facts.name.clone();
        }
        let offices = self.store.read(|reading: &Reading<'_>| reading.offices()).unwrap_or_default();
        let card = offices.into_iter().find(|known| known.id == office).map(|known| known.card);
        card.and_then(|text| amparo_bundle::SignedCard::from_text(&text).ok())
            .map(|signed| signed.card.name)
            .unwrap_or_default()
    }
}
