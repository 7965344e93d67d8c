//! Unsaved work, sealed compartment by compartment for its author and the supervisors of their team. It survives a kill of the
//! program, never travels, and is gone from sight when access is.

use super::for_circle::ForCircle;
use super::{compartment_of, system};
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{joins_in, works_with};
use amparo_api::Code;
use amparo_api::records::{Answer as Cases, Draft, DraftRow as Line};
use amparo_forms::Configuration;
use amparo_model::ids::{CircleId, DraftId, PersonId, RecordId, RevisionId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, FieldId, apply, diff};
use amparo_store::{DraftPart, DraftRow, Reading, Writing};
use amparo_vault::circle::CompartmentEpoch;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use amparo_vault::{OsRandom, random};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a draft is about, apart from its fields.
#[derive(Serialize, Deserialize)]
struct About {
    form: String,
    heads: Vec<RevisionId>,
}

/// The part that holds [`About`].
const ABOUT: &str = "about";
/// The largest draft, in bytes of its fields.
const LARGEST: usize = 4 * 1024 * 1024;

fn place(draft: DraftId, part: &str) -> Context {
    Context::new("amparo/draft/v1").id(draft.uuid()).text(part)
}

fn key_place(draft: DraftId, part: &str) -> CompartmentEpoch<'_> {
    CompartmentEpoch { record: draft.uuid(), compartment: part, epoch: 1 }
}

impl Session {
    pub(crate) fn keep_draft(
        &self,
        draft: Option<DraftId>,
        record: Option<RecordId>,
        heads: Vec<RevisionId>,
        form: String,
        document: Document,
    ) -> Answer<Cases> {
        let of = self.type_of(&form)?;
        // Of a case a tracing officer fills what a search opens to them; which case that is, the list knows.
        let in_part = record.is_some() && joins_in(self.role, of);
        if !(works_with(self.role, of) || in_part) || !self.fills(&form) {
            return Err(Code::NotAllowed.into());
        }
        if let Some(record) = record {
            self.index().get(record).ok_or(Code::NotAllowed)?;
        }
        let id = draft.unwrap_or_else(|| DraftId::from_random(random::bytes(&mut OsRandom)));
        if draft.is_some() {
            self.own_draft(id)?;
        }
        let mut parts = vec![self.draft_part(id, ABOUT, &serde_json::to_vec(&About { form, heads })?, of)?];
        for (compartment, fields) in split(self.forms(), of, document)? {
            let bytes = serde_json::to_vec(&fields)?;
            if bytes.len() > LARGEST {
                return Err(Code::BadRequest.into());
            }
            parts.push(self.draft_part(id, compartment, &bytes, of)?);
        }
        let row = DraftRow { id, person: self.person, record, at: self.clock.now() };
        self.store.keep_draft(&row, &parts)?;
        Ok(Cases::Kept { draft: id, at: row.at })
    }

    fn draft_part(&self, draft: DraftId, part: &str, bytes: &[u8], of: RecordType) -> Answer<DraftPart> {
        let key = Key::generate(&mut OsRandom);
        let place_of_key = key_place(draft, part);
        let mut keys = vec![self.wrap_for(&self.own_circle()?.key, &place_of_key, &key)?];
        if let Some(readers) = self.supervising(of.module) {
            keys.push(self.wrap_for(&readers, &place_of_key, &key)?);
        }
        let sealed = symmetric::seal(&key, &place(draft, part), bytes, &mut OsRandom);
        Ok(DraftPart { compartment: part.to_owned(), keys: serde_json::to_string(&keys)?, sealed })
    }

    fn key_of_part(&self, draft: DraftId, part: &DraftPart) -> Answer<Key> {
        let keys: Vec<ForCircle> = serde_json::from_str(&part.keys)?;
        self.unwrap_for(&keys, &key_place(draft, &part.compartment)).ok_or_else(|| Code::NotAllowed.into())
    }

    fn open_part(&self, draft: DraftId, part: &DraftPart) -> Answer<Vec<u8>> {
        let key = self.key_of_part(draft, part)?;
        Ok(symmetric::open(&key, &place(draft, &part.compartment), &part.sealed)?.to_vec())
    }

    /// Somebody's unsaved work on records that are passed on goes with them: it is whoever is responsible now who can go on with it, and
    /// nobody else.
    pub(super) fn hand_drafts_on(
        &self,
        writing: &mut Writing<'_>,
        from: PersonId,
        heirs: &BTreeMap<RecordId, (PersonId, [CircleId; 2])>,
    ) -> Answer<()> {
        let roster = self.roster().clone();
        let former = roster.circle_for(&CirclePurpose::Person { person: from }).map(|key| key.circle.id);
        for row in writing.reading().drafts(from)? {
            let Some((to, circles)) = row.record.and_then(|record| heirs.get(&record)) else { continue };
            let mut parts = writing.reading().draft_parts(row.id)?;
            let mut ours = true;
            for part in &mut parts {
                let Ok(key) = self.key_of_part(row.id, part) else {
                    ours = false;
                    break;
                };
                let mut keys = Vec::new();
                for circle in circles.iter().filter_map(|circle| roster.circle(*circle)) {
                    keys.push(self.wrap_for(circle, &key_place(row.id, &part.compartment), &key)?);
                }
                part.keys = serde_json::to_string(&keys)?;
            }
            if ours {
                writing.put_draft(&DraftRow { person: *to, ..row }, &parts)?;
                continue;
            }
            // Whoever accepts a transfer does not read it: it stays with the supervisors, and is closed to whoever began it.
            for part in &mut parts {
                let mut keys: Vec<ForCircle> = serde_json::from_str(&part.keys)?;
                keys.retain(|key| Some(key.circle) != former);
                part.keys = serde_json::to_string(&keys)?;
            }
            writing.put_draft(&row, &parts)?;
        }
        Ok(())
    }

    /// This person's unsaved work, but on records that were passed on since.
    fn drafts_in_sight(&self) -> Answer<Vec<DraftRow>> {
        let mut rows = self.store.read(|reading: &Reading<'_>| reading.drafts(self.person))?;
        let index = self.index();
        rows.retain(|row| row.record.is_none_or(|record| index.get(record).is_some()));
        Ok(rows)
    }

    fn own_draft(&self, draft: DraftId) -> Answer<DraftRow> {
        let drafts = self.drafts_in_sight()?;
        drafts.into_iter().find(|row| row.id == draft).ok_or_else(|| Code::NotAllowed.into())
    }

    pub(crate) fn drafts(&self) -> Answer<Vec<Line>> {
        let rows = self.drafts_in_sight()?;
        rows.iter().map(|row| Ok(self.opened_draft(row)?.row)).collect()
    }

    pub(crate) fn open_draft(&self, draft: DraftId) -> Answer<Draft> {
        let mut draft = self.opened_draft(&self.own_draft(draft)?)?;
        // Begun before the role was changed, perhaps.
        self.refuse_closed_form(&draft.row.form)?;
        self.hidden(self.type_of(&draft.row.form)?).narrow(&mut draft.document);
        draft.own = draft.row.record.and_then(|record| self.own_work(record, &draft).ok().flatten());
        Ok(draft)
    }

    /// What a draft says otherwise than the record did when it was begun, once somebody else has saved: so that both can be seen side by
    /// side and nothing of either is lost.
    fn own_work(&self, record: RecordId, draft: &Draft) -> Answer<Option<Change>> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        if opened.row.heads == draft.heads {
            return Ok(None);
        }
        let mut begun_on = Document::default();
        let mut missing: BTreeSet<RevisionId> = draft.heads.iter().copied().collect();
        for known in &opened.revisions {
            if missing.is_empty() {
                break;
            }
            let leaves = opened.leaves.get(&known.row.id);
            leaves.into_iter().flat_map(|leaves| leaves.values()).for_each(|leaf| apply(&mut begun_on, &leaf.change));
            missing.remove(&known.row.id);
        }
        if !missing.is_empty() {
            return Ok(None);
        }
        begun_on.fields.retain(|field, _| !system::is_fact(field));
        begun_on.rows.retain(|field, _| !system::is_fact(field));
        self.hidden(opened.row.skeleton.of()).narrow(&mut begun_on);
        let mut typed = draft.document.clone();
        typed.tidy();
        let own = diff(&begun_on, &typed);
        Ok(Some(own))
    }

    fn opened_draft(&self, row: &DraftRow) -> Answer<Draft> {
        let parts = self.store.read(|reading: &Reading<'_>| reading.draft_parts(row.id))?;
        let mut about = None;
        let mut document = Document::default();
        for part in &parts {
            let bytes = self.open_part(row.id, part)?;
            if part.compartment == ABOUT {
                about = Some(serde_json::from_slice::<About>(&bytes)?);
            } else {
                let piece: Document = serde_json::from_slice(&bytes)?;
                document.fields.extend(piece.fields);
                document.rows.extend(piece.rows);
            }
        }
        let about = about.ok_or(Code::Damaged)?;
        let code = row.record.and_then(|record| self.index().code(record)).unwrap_or_default();
        let line = Line { draft: row.id, record: row.record, code, form: about.form, at: row.at };
        Ok(Draft { row: line, heads: about.heads, document, own: None })
    }

    pub(crate) fn drop_draft(&self, draft: DraftId) -> Answer<()> {
        self.own_draft(draft)?;
        Ok(self.store.drop_kept_draft(draft)?)
    }

    /// Inside the save that makes it superfluous.
    pub(crate) fn drop_own_draft(&self, writing: &mut Writing<'_>, draft: DraftId) -> Answer<()> {
        if writing.reading().drafts(self.person)?.iter().any(|row| row.id == draft) {
            writing.drop_draft(draft)?;
        }
        Ok(())
    }
}

impl Session {
    /// The type of record that a form belongs to.
    fn type_of(&self, form: &str) -> Answer<RecordType> {
        let form = self.forms().form(form).ok_or(Code::BadRequest)?;
        Ok(RecordType { kind: form.record, module: form.module })
    }
}

/// A document by compartment; fields that no form knows are refused.
fn split(
    forms: &'static Configuration,
    of: RecordType,
    document: Document,
) -> Answer<BTreeMap<&'static str, Document>> {
    let place = |field: &FieldId| compartment_of(forms, of, field).ok_or(Code::BadRequest);
    let mut parts: BTreeMap<&'static str, Document> = BTreeMap::new();
    for (field, value) in document.fields {
        parts.entry(place(&field)?).or_default().fields.insert(field, value);
    }
    for (field, rows) in document.rows {
        parts.entry(place(&field)?).or_default().rows.insert(field, rows);
    }
    Ok(parts)
}
