//! How two cases belong together. Each names the other, in its own words, by a row of the same id; both are written in one step.

use super::cell::relation;
use super::{LONGEST_WORDS, written};
use crate::casework::open::Opened;
use crate::casework::rows::put_row;
use crate::casework::system;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::RecordId;
use amparo_model::record::Kind;
use amparo_model::value::{Change, Path, RowId, Value};
use amparo_store::Writing;
use amparo_vault::{OsRandom, random};

/// So many relations one case can have: a large family and everybody it travelled with.
const MOST: usize = 100;

fn other_of(row: &amparo_model::value::Row) -> Option<RecordId> {
    if let Some(Value::Link(to)) = row.fields.get(relation::TO) { Some(*to) } else { None }
}

impl Session {
    /// Opens a case that is to be written in.
    fn to_relate(&self, writing: &mut Writing<'_>, record: RecordId) -> Answer<Opened> {
        let now = self.open(&writing.reading(), record)?;
        if let Some(code) = self.why_read_only(&now) {
            return Err(code.into());
        }
        Ok(now)
    }

    pub(super) fn relate(&self, record: RecordId, to: RecordId, kind: &str, note: &str) -> Answer<()> {
        let (one, other) = *system::RELATION_KINDS.iter().find(|(one, _)| *one == kind).ok_or(Code::BadRequest)?;
        let note = (!note.trim().is_empty()).then(|| written(note, LONGEST_WORDS)).transpose()?;
        if record == to {
            return Err(Code::BadRequest.into());
        }
        let row = RowId::from_random(random::bytes(&mut OsRandom));
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let mut saved = Vec::new();
            for (record, to, kind) in [(record, to, one), (to, record, other)] {
                let now = self.to_relate(writing, record)?;
                let known: Vec<_> = now.document.rows_of(system::RELATIONS).collect();
                let said = Value::Choice(kind.to_owned());
                let doubled =
                    known.iter().any(|row| other_of(row) == Some(to) && row.fields.get(relation::KIND) == Some(&said));
                if now.row.skeleton.kind != Kind::Case || doubled || known.len() >= MOST {
                    return Err(Code::BadRequest.into());
                }
                let mut cells = vec![(relation::TO, Value::Link(to)), (relation::KIND, said)];
                cells.extend(note.clone().map(|note| (relation::NOTE, note)));
                let mut change = Change::new();
                put_row(&mut change, &now.document, system::RELATIONS, row, cells);
                saved.push(self.write_own(writing, now, &change, None, Told::of(What::CasesRelated))?);
            }
            Ok(saved)
        })?;
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(())
    }

    pub(super) fn unrelate(&self, record: RecordId, row: RowId) -> Answer<()> {
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let now = self.to_relate(writing, record)?;
            let to = now.document.rows_of(system::RELATIONS).find(|at| at.id == row).and_then(other_of);
            let to = to.ok_or(Code::ChangedMeanwhile)?;
            let mut saved = Vec::new();
            let other = self.to_relate(writing, to)?;
            for now in [now, other] {
                // What one office gave away and got back may lack the other half.
                if now.document.rows_of(system::RELATIONS).any(|at| at.id == row) {
                    let change: Change = [(Path::Row(system::RELATIONS.to_owned(), row), None)].into();
                    saved.push(self.write_own(writing, now, &change, None, Told::of(What::CasesUnrelated))?);
                }
            }
            Ok(saved)
        })?;
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(())
    }
}
