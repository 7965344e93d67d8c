//! Saving: checked by the same forms as the window, sealed, signed, told to the log, in one transaction.

use super::keys::{Keys, Readers};
use super::open::{Opened, complete_forms};
use super::parts::{names, summary};
use super::{KIND, MODULE, compartment_of, configuration, system};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::records::Answer as Cases;
use amparo_api::{Code, Problem};
use amparo_forms::{Mode, Weight};
use amparo_model::ids::{DraftId, RecordId, RevisionId};
use amparo_model::office::case_code;
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Compartment, Skeleton, Status};
use amparo_model::value::{Change, Document, Path, Value, apply, diff};
use amparo_store::{RecordRow, Writing};
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};

/// The most fields one save may change: a form of 260 fields with many rows, and room to spare.
const MOST_CHANGES: usize = 20_000;

impl Session {
    pub(crate) fn save(
        &self,
        record: Option<RecordId>,
        heads: &[RevisionId],
        change: &Change,
        complete: &[String],
        draft: Option<DraftId>,
    ) -> Answer<Cases> {
        refuse_foreign_fields(change)?;
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let saved = match record {
                Some(record) => self.save_again(writing, record, heads, change, complete)?,
                None => self.register(writing, change, complete)?,
            };
            if let Some(draft) = draft {
                self.drop_own_draft(writing, draft)?;
            }
            Ok(saved)
        })?;
        let Saved { row, code, document } = saved;
        self.index_mut().take(self, &row, &document);
        Ok(Cases::Saved { record: row.id, code, heads: row.heads, status: row.skeleton.status })
    }

    fn register(&self, writing: &mut Writing<'_>, change: &Change, complete: &[String]) -> Answer<Saved> {
        let record = RecordId::from_random(random::bytes(&mut OsRandom));
        let own = self.own_circle()?.key.circle.id;
        let supervisors = self
            .team()
            .and_then(|team| self.roster().circle_for(&CirclePurpose::Supervisors { team }).map(|key| key.circle.id));
        // Whatever happens to a person, somebody else can still read what they wrote.
        let readers = Readers { owner: own, supervisors: Some(supervisors.ok_or(Code::NotAllowed)?) };
        let year = self.clock.today().year();
        let number = writing.next_number(&format!("case-{year}"))?;
        let code = case_code(&self.office.site, year, number);
        let mut document = Document::default();
        apply(&mut document, change);
        document.set(system::CODE, Value::Text(code.clone()));
        self.check(&mut document, complete)?;
        let skeleton = Skeleton { kind: KIND, module: MODULE, status: status_of(&document), owner: Some(own) };
        // The row must stand before what refers to it; its heads follow when the revision is sealed.
        writing.put_record(&RecordRow { id: record, skeleton: skeleton.clone(), heads: Vec::new() })?;
        let keys = self.make_keys(writing, record, &readers)?;
        let told = Told::of(What::CaseRegistered);
        self.append(writing, record, &[], skeleton, true, &Document::default(), document, &keys, told)
    }

    fn save_again(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        heads: &[RevisionId],
        change: &Change,
        complete: &[String],
    ) -> Answer<Saved> {
        let opened = self.open(&writing.reading(), record)?;
        if let Some(code) = self.why_read_only(&opened) {
            return Err(code.into());
        }
        if opened.row.heads != heads {
            return Err(Code::ChangedMeanwhile.into());
        }
        let Opened { row, document: before, keys, .. } = opened;
        let mut document = before.clone();
        apply(&mut document, change);
        self.check(&mut document, complete)?;
        let status = if row.skeleton.status == Status::Identified { status_of(&document) } else { row.skeleton.status };
        let skeleton = Skeleton { status, ..row.skeleton.clone() };
        let changed = skeleton != row.skeleton;
        self.append(writing, record, &row.heads, skeleton, changed, &before, document, &keys, Told::of(What::CaseSaved))
    }

    /// Seals what is different, and writes revision, parts and log entry.
    fn append(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        parents: &[RevisionId],
        skeleton: Skeleton,
        skeleton_changed: bool,
        before: &Document,
        document: Document,
        keys: &Keys,
        told: Told,
    ) -> Answer<Saved> {
        let changes = by_compartment(diff(before, &document))?;
        let stated = skeleton_changed.then(|| skeleton.clone());
        let files = self.claim_files(writing, record, before, &document, keys)?;
        let sealed = self.seal_revision(writing, record, parents, stated, changes, keys)?;
        let row = RecordRow { id: record, skeleton, heads: vec![sealed.id] };
        writing.put_record(&row)?;
        writing.append_revision(record, &sealed.row, &sealed.leaves)?;
        let summary = summary(&document, self.clock.now(), None, &row.heads);
        self.put_parts(writing, record, keys, &summary, &names(&document))?;
        self.tell(writing, told.record(record, &summary.code).link(sealed.id.0))?;
        self.forget_staged(&files);
        Ok(Saved { row, code: summary.code, document })
    }

    /// Holds a document against its forms. What is wrong is refused; what is missing is refused in a form called complete. A
    /// form that was complete and no longer is loses the mark.
    fn check(&self, document: &mut Document, complete: &[String]) -> Answer<()> {
        document.tidy();
        let calculated: Vec<String> = configuration()
            .fields_of(KIND, MODULE)
            .filter(|field| matches!(field.kind, amparo_model::form::FieldKind::Calc { .. }))
            .map(|field| field.id.clone())
            .collect();
        // Calculated values are never stored (SECURITY.md 3).
        document.fields.retain(|field, _| !calculated.contains(field));
        let was: BTreeSet<String> = complete_forms(document);
        let called: BTreeSet<String> = complete.iter().cloned().collect();
        let context = self.form_context(was.union(&called).cloned().collect());
        for form in configuration().forms() {
            let errors = |mode| {
                let findings = configuration().validate(form, document, &context, mode);
                findings.into_iter().filter(|finding| finding.code.weight() == Weight::Error).count()
            };
            let wrong = errors(Mode::Draft);
            let missing = if called.contains(&form.id) { errors(Mode::Complete) } else { wrong };
            if missing > 0 {
                return Err(Problem::from(Code::Invalid).with("count", missing).with("form", &form.id).into());
            }
            let Some(fact) = system::completes(&form.id) else { continue };
            if called.contains(&form.id) || (was.contains(&form.id) && errors(Mode::Complete) == 0) {
                document.set(fact, Value::Tick(true));
            } else {
                document.fields.remove(fact);
            }
        }
        Ok(())
    }
}

struct Saved {
    row: RecordRow,
    code: String,
    document: Document,
}

/// F1 and F2 complete make the case open (DOMAIN.md 5.2); it never falls back by an edit.
fn status_of(document: &Document) -> Status {
    let complete = complete_forms(document);
    if complete.contains("consent") && complete.contains("registration") { Status::Open } else { Status::Identified }
}

/// Only fields of the forms can be written from outside, and not too many at once.
fn refuse_foreign_fields(change: &Change) -> Answer<()> {
    let known = |path: &Path| configuration().field(KIND, MODULE, path.field()).is_some();
    if change.len() > MOST_CHANGES || !change.keys().all(known) {
        return Err(Code::BadRequest.into());
    }
    Ok(())
}

fn by_compartment(change: Change) -> Answer<BTreeMap<Compartment, Change>> {
    let mut parts: BTreeMap<Compartment, Change> = BTreeMap::new();
    for (path, value) in change {
        let compartment = compartment_of(&path.field().to_owned()).ok_or(Code::BadRequest)?;
        parts.entry(Compartment::new(compartment)).or_default().insert(path, value);
    }
    Ok(parts)
}
