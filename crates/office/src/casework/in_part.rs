//! Saving by whoever reads a part of a case only: a tracing officer whom its owner let into the search for the family
//! (`passing::search`; DOMAIN.md 16.1: T1 to T8 and the identity needed).
//!
//! What is worked out from a record (summary, names, what it gives to matching) cannot be worked out from a part. So what stands there is
//! kept, and changed by the difference that this save makes to what the part alone tells.

use super::keys::Keys;
use super::open::Opened;
use super::parts::{self, Names, Summary, Times};
use super::save::{Saved, Saving, by_compartment, typed_in};
use crate::log::{Told, What};
use crate::matches::Facts;
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, joins_in};
use amparo_api::Code;
use amparo_model::form::FormDef;
use amparo_model::record::{Compartment, RecordType, Status, derived};
use amparo_model::value::{Document, Path, apply, diff};
use amparo_store::{RecordRow, Writing};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

/// The part that nobody searches for a family without.
const TRACING: &str = "tracing";

/// What is kept beside a record that was saved in part, as it stands after.
pub(crate) struct Derived {
    pub(crate) summary: Summary,
    pub(crate) names: Names,
    pub(crate) facts: Option<Facts>,
}

/// What stands there, changed by what came between two others.
fn carried(stands: Option<Json>, before: Option<&Json>, after: Option<&Json>) -> Option<Json> {
    if before == after {
        return stands;
    }
    match (stands, before, after) {
        (Some(Json::Object(mut stands)), before, Some(Json::Object(after))) => {
            let none = Map::new();
            let before = before.and_then(Json::as_object).unwrap_or(&none);
            for key in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
                match carried(stands.remove(key), before.get(key), after.get(key)) {
                    Some(now) => stands.insert(key.clone(), now),
                    None => None,
                };
            }
            Some(Json::Object(stands))
        }
        (Some(Json::Array(mut stands)), before, Some(Json::Array(after))) => {
            let before = before.and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
            stands.retain(|it| !before.contains(it) || after.contains(it));
            stands.extend(after.iter().filter(|it| !before.contains(it)).cloned());
            Some(Json::Array(stands))
        }
        (_, _, after) => after.cloned(),
    }
}

/// The same for something that is kept.
fn carried_over<T: Serialize + DeserializeOwned>(stands: &T, before: &T, after: &T) -> Answer<T> {
    let [stands, before, after] = [stands, before, after].map(serde_json::to_value);
    let now = carried(Some(stands?), Some(&before?), Some(&after?));
    Ok(serde_json::from_value(now.unwrap_or_default())?)
}

impl Session {
    /// Whether this person fills forms of a record of which they read a part only.
    pub(crate) fn writes_in_part(&self, opened: &Opened) -> bool {
        joins_in(self.role, opened.row.skeleton.of())
            && opened.guest
            && matches!(opened.row.skeleton.status, Status::Identified | Status::Open)
            && opened.home() == Some(self.office.id)
            && self.may(Action::WriteRecords)
            && opened.keys.contains_key(&Compartment::new(TRACING))
            && !self.closed_parts(opened).is_empty()
    }

    /// The parts of a record that this session holds no key of, whether or not something stands in them.
    pub(super) fn closed_parts(&self, opened: &Opened) -> BTreeSet<String> {
        let of = opened.row.skeleton.of();
        let all = self.forms().parts_of(of.kind, of.module).filter(|part| !part.derived);
        let closed = all.filter(|part| !opened.keys.contains_key(&part.id)).map(|part| part.id.0.clone());
        closed.chain(opened.closed.iter().cloned()).collect()
    }

    /// Whether everything that a form asks lies in the open.
    pub(super) fn is_open_form(&self, form: &FormDef, closed: &BTreeSet<String>) -> bool {
        form.fields().all(|field| !closed.contains(field.compartment.as_str()))
    }

    /// Saves what somebody filled who reads a part only: in forms that are theirs to fill and all open to them.
    pub(super) fn save_in_part(&self, writing: &mut Writing<'_>, opened: Opened, saving: &Saving<'_>) -> Answer<Saved> {
        let (of, closed) = (opened.row.skeleton.of(), self.closed_parts(&opened));
        self.refuse_beyond(of, &closed, saving)?;
        let mut document = opened.document.clone();
        apply(&mut document, saving.change);
        self.check(of, &mut document, saving, &closed)?;
        self.settle_search(of, &opened.document, &mut document)?;
        if diff(&opened.document, &document).is_empty() {
            return Err(Code::NothingToSave.into());
        }
        self.append_in_part(writing, opened, document, Told::of(What::CaseSaved))
    }

    fn refuse_beyond(&self, of: RecordType, closed: &BTreeSet<String>, saving: &Saving<'_>) -> Answer<()> {
        if !saving.renewed.is_empty() {
            return Err(Code::NotAllowed.into());
        }
        self.refuse_foreign_fields(of, saving.change, saving.draft)?;
        let forms = self.forms().forms_of(of.kind, of.module);
        let open: Vec<&FormDef> =
            forms.filter(|form| self.fills(&form.id) && self.is_open_form(form, closed)).collect();
        let typed = typed_in(open.iter().copied());
        let fields_open = saving.change.keys().map(Path::field).all(|field| typed.contains(field));
        // Whichever was complete already is told to be complete again, theirs or not.
        let ours = |form: &String| open.iter().any(|known| known.id == *form);
        if fields_open && saving.complete.iter().all(ours) { Ok(()) } else { Err(Code::NotAllowed.into()) }
    }

    /// Seals what is different in the parts that are open, and changes what is kept beside the record by it.
    pub(super) fn append_in_part(
        &self,
        writing: &mut Writing<'_>,
        opened: Opened,
        document: Document,
        told: Told,
    ) -> Answer<Saved> {
        let Opened { row, document: before, keys, .. } = opened;
        let (of, parents) = (row.skeleton.of(), row.heads.clone());
        let keys = self.keys_to_write(writing, row.id, keys)?;
        let there = self.derived_there(writing, &row, &keys)?;
        let changes = by_compartment(self.forms(), of, diff(&before, &document))?;
        let files = self.claim_files(writing, row.id, of, &before, &document, &keys)?;
        let sealed = self.seal_revision(writing, row.id, &parents, None, changes, &keys)?;
        let row = RecordRow { heads: vec![sealed.id], ..row };
        writing.put_record(&row)?;
        writing.append_revision(row.id, &sealed.row, &sealed.leaves)?;
        let derived = self.carry_derived(there, &row, &before, &document)?;
        self.put_parts(writing, row.id, &keys, &derived.summary, &derived.names)?;
        match &derived.facts {
            Some(facts) => self.put_letters(writing, &row, facts)?,
            // Whoever reads all of it works them out again.
            None => self.drop_letters(writing, row.id)?,
        }
        let code = derived.summary.code.clone();
        self.tell(writing, told.record(row.id, &code).link(sealed.id.0))?;
        self.forget_staged(&files);
        let times = Times { created: derived.summary.created, changed: derived.summary.changed };
        Ok(Saved { row, code, document, times, in_part: Some(Box::new(derived)) })
    }

    /// What is kept beside a record now.
    fn derived_there(&self, writing: &Writing<'_>, row: &RecordRow, keys: &Keys) -> Answer<Derived> {
        fn there<T: DeserializeOwned>(writing: &Writing<'_>, row: &RecordRow, keys: &Keys, part: &str) -> Answer<T> {
            let sealed = writing.reading().part(row.id, part)?.ok_or(Code::Damaged)?;
            let key = keys.at(&Compartment::new(part), sealed.epoch).ok_or(Code::NotAllowed)?;
            Ok(parts::open(row.id, part, sealed.epoch, key, &sealed.sealed).ok_or(Code::Damaged)?)
        }
        let facts = writing.reading().part(row.id, derived::MATCH)?;
        let facts = facts.and_then(|part| self.open_facts(row.id, &part.sealed));
        Ok(Derived {
            summary: there(writing, row, keys, derived::SUMMARY)?,
            names: there(writing, row, keys, derived::NAMES)?,
            // Of an older version: what was saved since is not told by them.
            facts: facts.filter(|facts| facts.heads == row.heads),
        })
    }

    fn carry_derived(&self, there: Derived, row: &RecordRow, before: &Document, after: &Document) -> Answer<Derived> {
        let (of, now, context) = (row.skeleton.of(), self.clock.now(), self.form_context(BTreeSet::new()));
        let home = there.summary.home;
        let times = Times { created: there.summary.created, changed: now };
        let summary = |document| parts::summary(self.forms(), of, document, &context, times, home, &[]);
        let names = |document| parts::names(self.forms(), of, document);
        let mut derived = Derived {
            summary: carried_over(&there.summary, &summary(before), &summary(after))?,
            names: carried_over(&there.names, &names(before), &names(after))?,
            facts: None,
        };
        derived.summary.heads.clone_from(&row.heads);
        derived.summary.changed = now;
        let facts = |document| self.facts_told(of, document, now, &[]);
        if let (Some(there), Some(before), Some(after)) = (there.facts, facts(before), facts(after)) {
            let facts = carried_over(&there, &before, &after)?;
            derived.facts = Some(Facts { heads: row.heads.clone(), changed: now, ..facts });
        }
        Ok(derived)
    }
}

#[cfg(test)]
mod tests {
    use super::carried;
    use serde_json::json;

    #[test]
    fn what_a_part_does_not_tell_stays_and_what_it_changed_is_carried_over() {
        let stands = json!({"sex": "female", "age": 9, "links": ["a", "b"], "child": {"school": "North", "marks": ""}});
        let before = json!({"sex": "", "age": null, "links": ["b"], "child": {"school": "", "marks": ""}});
        let after = json!({"sex": "", "age": null, "links": ["c"], "child": {"school": "", "marks": "a scar"}});
        let now = carried(Some(stands), Some(&before), Some(&after));
        let wanted =
            json!({"sex": "female", "age": 9, "links": ["a", "c"], "child": {"school": "North", "marks": "a scar"}});
        assert_eq!(now, Some(wanted));
    }

    #[test]
    fn what_a_part_takes_out_goes_and_what_it_adds_comes() {
        let stands = json!({"on": "2026-11-20", "kept": 1});
        let now = carried(Some(stands), Some(&json!({"on": "2026-11-20"})), Some(&json!({"new": 2})));
        assert_eq!(now, Some(json!({"kept": 1, "new": 2})));
    }
}
