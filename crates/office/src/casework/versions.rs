//! Forms kept in versions (DOMAIN.md 5, F1: consent can be withdrawn, and the date of each answer decides which exports were lawful).
//!
//! Saved as complete, such a form is not changed: a new version is begun from the last one, and is complete when it is called so. A
//! fact of the program counts the versions; what each said is in the revisions, as everything is.

use super::open::complete_forms;
use super::save::Saving;
use super::system;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::records::Version;
use amparo_api::{Code, Problem};
use amparo_forms::Configuration;
use amparo_model::form::FormDef;
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Path, Value, apply};
use amparo_store::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// The forms of a record that are kept in versions.
fn kept_in_versions(forms: &'static Configuration, of: RecordType) -> impl Iterator<Item = &'static FormDef> {
    forms.forms_of(of.kind, of.module).filter(|form| form.versions)
}

/// Which version of a form a document holds.
fn version(document: &Document, form: &str) -> u32 {
    let counted = document.get(&system::version_of(form)).and_then(Value::as_number);
    counted.and_then(|counted| u32::try_from(counted).ok()).unwrap_or(1)
}

/// Which version each form holds that is complete or was renewed.
pub(super) fn versions_of(forms: &'static Configuration, of: RecordType, document: &Document) -> BTreeMap<String, u32> {
    let begun = kept_in_versions(forms, of).filter(|form| {
        [system::completes(&form.id), system::version_of(&form.id)].iter().any(|fact| document.get(fact).is_some())
    });
    begun.map(|form| (form.id.clone(), version(document, &form.id))).collect()
}

impl Session {
    /// What only a complete form of this kind asks is changed by a new version alone.
    pub(super) fn refuse_change_of_versions(
        &self,
        of: RecordType,
        before: &Document,
        saving: &Saving<'_>,
    ) -> Answer<()> {
        let forms = self.forms();
        let complete = complete_forms(forms, of, before);
        let changed: BTreeSet<&str> = saving.change.keys().map(Path::field).collect();
        let closed = kept_in_versions(forms, of)
            .filter(|form| complete.contains(&form.id) && !saving.renewed.contains(&form.id) && !form.off);
        for form in closed {
            let own = |field: &&str| form.field(field).is_some() && !is_asked_elsewhere(forms, of, form, field);
            if changed.iter().any(own) {
                return Err(Problem::from(Code::VersionComplete).with("form", &form.id).into());
            }
        }
        Ok(())
    }

    /// Counts a new version of each form, which is not complete until it is called so.
    pub(super) fn begin_versions(
        &self,
        of: RecordType,
        document: &mut Document,
        was: &mut BTreeSet<String>,
        renewed: &[String],
    ) -> Answer<()> {
        for id in renewed.iter().collect::<BTreeSet<_>>() {
            let known = kept_in_versions(self.forms(), of).any(|form| form.id == *id && !form.off);
            // Only what is complete is followed by a new one.
            if !known || !was.remove(id) {
                return Err(Code::BadRequest.into());
            }
            if !self.fills(id) {
                return Err(Code::NotAllowed.into());
            }
            let next = version(document, id) + 1;
            document.set(&system::version_of(id), Value::Number(i64::from(next)));
            document.fields.remove(&system::completes(id));
        }
        Ok(())
    }

    /// The versions of a form before the present one, newest first, as far as the session may read them.
    pub(super) fn versions(&self, record: RecordId, form: &str) -> Answer<Vec<Version>> {
        self.refuse_closed_form(form)?;
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        self.note(Told::of(What::HistoryRead).record(record, &opened.code()).with("form", form))?;
        let of = opened.row.skeleton.of();
        let form = kept_in_versions(self.forms(), of).find(|known| known.id == form).ok_or(Code::BadRequest)?;
        let fact = Path::Field(system::version_of(&form.id));
        let hidden = self.hidden(of);
        let covered = self.covered_of(&opened);
        let readable = |mut document: Document| {
            hidden.narrow(&mut document);
            covered.narrow(&mut document);
            document
        };
        let mut document = Document::default();
        let mut versions = Vec::new();
        let mut last = None;
        for revision in &opened.revisions {
            let leaves = opened.leaves.get(&revision.row.id);
            let leaves = || leaves.into_iter().flat_map(|leaves| leaves.values());
            let author = &revision.header.author;
            let by = (revision.header.time, self.person_name(author.person));
            if leaves().any(|leaf| leaf.change.contains_key(&fact))
                && let Some((at, by)) = last.replace(by.clone())
            {
                versions.push(Version {
                    number: version(&document, &form.id),
                    at,
                    by,
                    document: readable(only(form, &document)),
                });
            }
            leaves().for_each(|leaf| apply(&mut document, &leaf.change));
            let touches =
                |path: &Path| form.field(path.field()).is_some() || path.field() == system::completes(&form.id);
            if leaves().any(|leaf| leaf.change.keys().any(touches)) {
                last = Some(by);
            }
        }
        versions.reverse();
        Ok(versions)
    }
}

fn is_asked_elsewhere(forms: &'static Configuration, of: RecordType, form: &FormDef, field: &str) -> bool {
    forms.offered_forms_of(of.kind, of.module).any(|other| other.id != form.id && other.field(field).is_some())
}

/// What a form asks of a document.
fn only(form: &FormDef, document: &Document) -> Document {
    let mut only = document.clone();
    only.fields.retain(|field, _| form.field(field).is_some());
    only.rows.retain(|field, _| form.field(field).is_some());
    only
}
