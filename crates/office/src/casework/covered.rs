//! What stays covered until somebody asks for it by name, which is written in the log (DOMAIN.md 11.1, 16.1, 16.2): the name in a record
//! that is marked so, and what a survivor's supervisor reads by code first; an alleged perpetrator, an armed group and the account of an
//! incident, for everybody but who wrote them down. It is policy on top of the circles, as [`super::readable`] is, and one step: every
//! document and every name passes here on its way out of this room.

use super::open::Opened;
use super::parts::Names;
use super::{compartment_of, system};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::records::{CoveredPart, FieldChange, Record};
use amparo_forms::{Configuration, roles};
use amparo_model::form::SearchedAs;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType, Skeleton};
use amparo_model::value::{Document, Path, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The part with the name; the others are called by their compartments.
pub(crate) const NAME: &str = "name";

/// Compartments that only who is responsible reads without asking.
const SENSITIVE: [&str; 3] = ["assessment-sensitive", "caafag", "account"];

/// What stands where something is covered.
pub(crate) const MASK: &str = "•••";

/// The fields that name who a record is about.
fn name_fields(forms: &'static Configuration, of: RecordType) -> impl Iterator<Item = &'static str> {
    let names = forms.fields_of(of.kind, of.module).filter(move |field| {
        let own = [roles::NAME_FIRST, roles::NAME_MIDDLE, roles::NAME_LAST, roles::NAME_OTHER, roles::NAME_SCRIPT2];
        // A family or a house has one name, under a word of its own.
        let other = of.kind != Kind::Case && field.searched_as == Some(SearchedAs::Name);
        own.contains(&field.id.as_str()) || [roles::PHOTO, roles::PHOTOS].contains(&field.id.as_str()) || other
    });
    names.map(|field| field.id.as_str())
}

/// Whether the name in a record is to be hidden.
pub(crate) fn is_protected(document: &Document) -> bool {
    document.get(system::NAME_PROTECTED) == Some(&Value::Tick(true))
}

/// The compartments that do not leave this office while the name is to be hidden.
pub(crate) fn kept_back(forms: &'static Configuration, of: RecordType, document: &Document) -> BTreeSet<&'static str> {
    let named = is_protected(document).then(|| name_fields(forms, of)).into_iter().flatten();
    named.filter_map(|field| compartment_of(forms, of, field)).collect()
}

/// What of a record is covered for a session.
#[derive(Default)]
pub(crate) struct Covered {
    parts: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Covered {
    fn has(&self, field: &str) -> bool {
        self.parts.values().any(|fields| fields.contains(field))
    }

    /// Takes what is covered out of a document; gives what was there to take, by part.
    pub(crate) fn narrow(&self, document: &mut Document) -> Vec<CoveredPart> {
        let there = |field: &&&str| document.fields.contains_key(**field) || document.rows.contains_key(**field);
        let parts = self.parts.iter().map(|(part, fields)| {
            let fields: Vec<String> = fields.iter().filter(there).map(|field| (*field).to_owned()).collect();
            CoveredPart { part: (*part).to_owned(), fields }
        });
        let parts: Vec<CoveredPart> = parts.filter(|part| !part.fields.is_empty()).collect();
        document.fields.retain(|field, _| !self.has(field));
        document.rows.retain(|field, _| !self.has(field));
        parts
    }

    /// What changed is told without what it says.
    pub(crate) fn mask(&self, changes: &mut [FieldChange]) {
        let mask = || Value::Text(MASK.to_owned());
        for change in changes {
            let field = change.path.parse::<Path>().map(|path| path.field().to_owned()).unwrap_or_default();
            if self.has(&field) {
                change.from = change.from.as_ref().map(|_| mask());
                change.to = change.to.as_ref().map(|_| mask());
            }
        }
    }

    /// The same for one value.
    pub(crate) fn masked(&self, field: &str, value: Value) -> Value {
        if self.has(field) { Value::Text(MASK.to_owned()) } else { value }
    }
}

impl Session {
    /// Whether names are covered for this session whatever the record says: who supervises work with survivors reads by code first.
    pub(crate) fn reads_by_code(&self, of: RecordType, owner: Option<CircleId>) -> bool {
        of.module == Module::Gbv && self.role == Role::GbvSupervisor && !self.is_own(owner)
    }

    /// What of a record is covered, but for the parts that were asked for.
    pub(crate) fn covered(
        &self,
        of: RecordType,
        owner: Option<CircleId>,
        protected: bool,
        asked_for: &BTreeSet<String>,
    ) -> Covered {
        let forms = self.forms();
        let mut parts: BTreeMap<&'static str, BTreeSet<&'static str>> = BTreeMap::new();
        if protected || self.reads_by_code(of, owner) {
            parts.insert(NAME, name_fields(forms, of).collect());
        }
        if !self.is_own(owner) {
            for field in forms.fields_of(of.kind, of.module) {
                if let Some(part) = SENSITIVE.into_iter().find(|part| field.compartment.as_str() == *part) {
                    parts.entry(part).or_default().insert(field.id.as_str());
                }
            }
        }
        parts.retain(|part, _| !asked_for.contains(*part));
        Covered { parts }
    }

    /// The same of a record that was opened, with nothing asked for.
    pub(crate) fn covered_of(&self, opened: &Opened) -> Covered {
        self.covered_in(&opened.row.skeleton, &opened.document)
    }

    /// The same of a document.
    pub(crate) fn covered_in(&self, skeleton: &Skeleton, document: &Document) -> Covered {
        self.covered(skeleton.of(), skeleton.owner, is_protected(document), &BTreeSet::new())
    }

    /// The same of what is kept for lists: a name that is covered is in none of them, nor is the face.
    pub(crate) fn cover_names(&self, of: RecordType, owner: Option<CircleId>, names: &mut Names) {
        if names.protected || self.reads_by_code(of, owner) {
            names.covered = !names.shown.is_empty() || !names.script2.is_empty();
            names.shown.clear();
            names.script2.clear();
            names.photo = None;
        }
    }

    /// Shows parts of a record that are covered; the log is told which.
    pub(crate) fn uncover(&self, record: RecordId, parts: &[String]) -> Answer<Record> {
        let known = |part: &String| part == NAME || SENSITIVE.contains(&part.as_str());
        if parts.is_empty() || !parts.iter().all(known) {
            return Err(Code::BadRequest.into());
        }
        let parts: BTreeSet<String> = parts.iter().cloned().collect();
        let told = Told::of(What::Uncovered).with("parts", parts.iter().cloned().collect::<Vec<_>>().join(" "));
        self.read_record(record, &parts, told)
    }

    /// Marks that the name in a record is to be hidden, or no longer.
    pub(crate) fn protect_name(&self, record: RecordId, on: bool) -> Answer<()> {
        let what = if on { What::NameProtected } else { What::NameUnprotected };
        self.one(record, what, |now| {
            let of = now.row.skeleton.of();
            if name_fields(self.forms(), of).next().is_none() {
                return Err(Code::BadRequest.into());
            }
            if is_protected(&now.document) == on {
                return Err(Code::ChangedMeanwhile.into());
            }
            Ok([(Path::Field(system::NAME_PROTECTED.to_owned()), on.then_some(Value::Tick(true)))].into())
        })
    }
}
