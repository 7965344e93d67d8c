//! Saving: checked by the same forms as the window, sealed, signed, told to the log, in one transaction.

use super::in_part::Derived;
use super::keys::{Keys, Readers};
use super::open::{Opened, complete_forms};
use super::parts::{Times, names, summary};
use super::{compartment_of, system};
use crate::log::{Told, What};
use crate::matches::settle;
use crate::problems::{Answer, Trouble};
use crate::session::Session;
use amparo_access::works_with;
use amparo_api::records::Answer as Cases;
use amparo_api::{Code, Problem};
use amparo_forms::approval::written_by_program;
use amparo_forms::{Configuration, Mode, Weight};
use amparo_model::form::FormDef;
use amparo_model::ids::{DraftId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Header, Kind, RecordType, Skeleton, Status};
use amparo_model::value::{Change, Document, Path, Value, apply, diff};
use amparo_store::{RecordRow, Writing};
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};

/// The most fields one save may change: a form of 260 fields with many rows, and room to spare.
const MOST_CHANGES: usize = 20_000;

/// What is to be saved.
pub(crate) struct Saving<'a> {
    /// The answers.
    pub(crate) change: &'a Change,
    /// Every form called complete.
    pub(crate) complete: &'a [String],
    /// Forms kept in versions of which this save begins a new one.
    pub(crate) renewed: &'a [String],
    /// The draft that this makes superfluous.
    pub(crate) draft: Option<DraftId>,
}

impl Session {
    pub(crate) fn save(
        &self,
        record: Option<RecordId>,
        of: RecordType,
        heads: &[RevisionId],
        saving: &Saving<'_>,
    ) -> Answer<Cases> {
        self.prepare_to_prove(saving.change)?;
        if record.is_none() {
            self.refuse_unlooked(of, saving.change)?;
        }
        let searches = self.searches_that_end(record, saving.change)?;
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let saved = match record {
                Some(record) => self.save_again(writing, record, heads, saving)?,
                None => self.register(writing, of, saving)?,
            };
            if let Some(draft) = saving.draft {
                self.drop_own_draft(writing, draft)?;
            }
            let mut told = self.tell_case_of_incident(writing, saved.row.skeleton.of(), saved.row.id, saving.change)?;
            told.extend(self.end_searches(writing, &searches, &saved.document)?);
            Ok((saved, told))
        });
        match saved {
            Ok((saved, told)) => {
                told.into_iter().for_each(|told| drop(self.took(told)));
                Ok(self.took(saved))
            }
            // Nothing was written, and a draft that says the same as the record is nobody's work.
            Err(Trouble(problem)) if problem.code == Code::NothingToSave => {
                if let Some(draft) = saving.draft {
                    self.drop_draft(draft)?;
                }
                Ok(Cases::NothingToSave {})
            }
            Err(trouble) => Err(trouble),
        }
    }

    /// Takes what was saved into the index, and tells of it.
    pub(crate) fn took(&self, saved: Saved) -> Cases {
        let Saved { row, code, document, times, in_part } = saved;
        match in_part {
            None => {
                self.index_mut().take(self, &row, &document, times);
                self.match_saved(&row, &document);
            }
            Some(derived) => {
                let Derived { summary, names, facts } = *derived;
                self.match_saved_in_part(&row, facts);
                self.index_mut().take_in_part(self, &row, summary, names);
            }
        }
        Cases::Saved { record: row.id, code, heads: row.heads, status: row.skeleton.status }
    }

    pub(super) fn register(&self, writing: &mut Writing<'_>, of: RecordType, saving: &Saving<'_>) -> Answer<Saved> {
        let Saving { change, draft, .. } = *saving;
        // Transitions and office papers come with the work around them.
        if !RecordType::REGISTERED.contains(&of) || !works_with(self.role, of) {
            return Err(Code::NotAllowed.into());
        }
        // Those that there are stay open and are finished; new ones are not begun.
        if !self.forms().settings().uses(of) {
            return Err(Code::TypeOff.into());
        }
        self.refuse_foreign_fields(of, change, draft)?;
        let record = RecordId::from_random(random::bytes(&mut OsRandom));
        let own = self.own_circle()?.key.circle.id;
        let supervisors = self.supervising(of.module).map(|key| key.circle.id);
        // Whatever happens to a person, somebody else can still read what they wrote.
        let readers = Readers { owner: own, supervisors: Some(supervisors.ok_or(Code::NotAllowed)?), also: Vec::new() };
        let year = self.clock.today().year();
        let (series, pattern) = (of.series(), self.forms().settings().case_code);
        let number = writing.next_number(&pattern.counter(series, year))?;
        let code = pattern.code(&self.office.site, series, year, number);
        let mut document = Document::default();
        apply(&mut document, change);
        document.set(system::CODE, Value::Text(code.clone()));
        self.check(of, &mut document, saving, &BTreeSet::new())?;
        self.settle_search(of, &Document::default(), &mut document)?;
        let skeleton = Skeleton {
            kind: of.kind,
            module: of.module,
            status: status_of(self.forms(), of, &document),
            owner: Some(own),
        };
        // The row must stand before what refers to it; its heads follow when the revision is sealed.
        writing.put_record(&RecordRow { id: record, skeleton: skeleton.clone(), heads: Vec::new() })?;
        let keys = self.make_keys(writing, record, of, &readers)?;
        let told = Told::of(What::CaseRegistered).with("type", of.kind.as_str());
        self.append(writing, record, &[], skeleton, true, &Document::default(), document, &keys, told)
    }

    fn save_again(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        heads: &[RevisionId],
        saving: &Saving<'_>,
    ) -> Answer<Saved> {
        let Saving { change, draft, .. } = *saving;
        let opened = self.open(&writing.reading(), record)?;
        let in_part = self.writes_in_part(&opened);
        let why = self.why_read_only(&opened).filter(|_| !in_part);
        if let Some(code) = why.filter(|code| *code != Code::GivenAway || !self.only_reopens(&opened, saving)) {
            return Err(code.into());
        }
        if opened.row.heads != heads {
            return Err(Code::ChangedMeanwhile.into());
        }
        if in_part {
            return self.save_in_part(writing, opened, saving);
        }
        let Opened { row, document: before, keys, .. } = opened;
        let keys = self.keys_to_write(writing, record, keys)?;
        let of = row.skeleton.of();
        self.refuse_foreign_fields(of, change, draft)?;
        let mut document = before.clone();
        apply(&mut document, change);
        self.refuse_change_of_versions(of, &before, saving)?;
        self.check(of, &mut document, saving, &BTreeSet::new())?;
        self.settle_search(of, &before, &mut document)?;
        let status = if matches!(row.skeleton.status, Status::Identified | Status::NotEligible) {
            status_of(self.forms(), of, &document)
        } else {
            row.skeleton.status
        };
        let skeleton = Skeleton { status, ..row.skeleton.clone() };
        let changed = skeleton != row.skeleton;
        if !changed && diff(&before, &document).is_empty() {
            return Err(Code::NothingToSave.into());
        }
        self.append(writing, record, &row.heads, skeleton, changed, &before, document, &keys, Told::of(What::CaseSaved))
    }

    /// Whether a save says nothing but what stands in the form that opens a case again.
    fn only_reopens(&self, opened: &Opened, saving: &Saving<'_>) -> bool {
        let Some(back) = self.way_back(opened) else { return false };
        let complete = opened.complete();
        saving.renewed.is_empty()
            && saving.complete.iter().all(|form| *form == back.id || complete.contains(form))
            && saving.change.keys().all(|path| back.fields().any(|field| field.id == path.field()))
    }

    /// Holds what the record says of the search for a family against what stands behind it.
    pub(super) fn settle_search(&self, of: RecordType, before: &Document, document: &mut Document) -> Answer<()> {
        settle(self.forms(), of, before, document)?;
        self.refuse_unproven(of, before, document)
    }

    /// Seals what is different, and writes revision, parts and log entry.
    pub(super) fn append(
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
        let of = skeleton.of();
        let document = self.with_what_follows(&skeleton, before, document, told.what);
        let changes = by_compartment(self.forms(), of, diff(before, &document))?;
        let stated = skeleton_changed.then(|| skeleton.clone());
        let files = self.claim_files(writing, record, of, before, &document, keys)?;
        let sealed = self.seal_revision(writing, record, parents, stated, changes, keys)?;
        let row = RecordRow { id: record, skeleton, heads: vec![sealed.id] };
        writing.put_record(&row)?;
        writing.append_revision(record, &sealed.row, &sealed.leaves)?;
        let now = self.clock.now();
        let began =
            writing.reading().first_header(record)?.and_then(|bytes| serde_json::from_slice::<Header>(&bytes).ok());
        let times = Times { created: began.map_or(now, |first| first.time), changed: now };
        let summary =
            summary(self.forms(), of, &document, &self.form_context(BTreeSet::new()), times, None, &row.heads);
        self.put_parts(writing, record, keys, &summary, &names(self.forms(), of, &document))?;
        self.put_facts(writing, &row, &document)?;
        self.tell(writing, told.record(record, &summary.code).link(sealed.id.0))?;
        self.forget_staged(&files);
        Ok(Saved { row, code: summary.code, document, times, in_part: None })
    }

    /// Holds a document against the forms that a change touches. What is wrong is refused; what is missing is refused in a form called
    /// complete. A form that was complete and no longer is loses the mark, whichever form the change was made in.
    /// Of what lies in parts that are closed to this session nothing is said.
    pub(super) fn check(
        &self,
        of: RecordType,
        document: &mut Document,
        saving: &Saving<'_>,
        closed: &BTreeSet<String>,
    ) -> Answer<()> {
        let Saving { change, complete, renewed, .. } = *saving;
        document.tidy();
        let forms = self.forms();
        let calculated: Vec<String> = forms
            .fields_of(of.kind, of.module)
            .filter(|field| matches!(field.kind, amparo_model::form::FieldKind::Calc { .. }))
            .map(|field| field.id.clone())
            .collect();
        // Calculated values are never stored (SECURITY.md 3).
        document.fields.retain(|field, _| !calculated.contains(field));
        let mut was: BTreeSet<String> = complete_forms(forms, of, document);
        self.begin_versions(of, document, &mut was, renewed)?;
        let called: BTreeSet<String> = complete.iter().cloned().collect();
        for form in called.difference(&was) {
            // Whoever may not fill a form does not call it complete either.
            let known = forms.forms_of(of.kind, of.module).find(|known| known.id == *form).ok_or(Code::BadRequest)?;
            if !self.fills(form) {
                return Err(Code::NotAllowed.into());
            }
            if known.off {
                return Err(Problem::from(Code::FormOff).with("form", form).into());
            }
        }
        let context = self.form_context(was.union(&called).cloned().collect());
        let changed: BTreeSet<&str> = change.keys().map(Path::field).collect();
        for form in forms.forms_of(of.kind, of.module).filter(|form| self.is_open_form(form, closed)) {
            let touched = form.fields().any(|field| changed.contains(field.id.as_str()));
            if !touched && !called.contains(&form.id) && !was.contains(&form.id) {
                continue;
            }
            let errors = |mode| {
                let findings = forms.validate(form, document, &context, mode);
                findings.into_iter().filter(|finding| finding.code.weight() == Weight::Error).count()
            };
            let problems = errors(if called.contains(&form.id) { Mode::Complete } else { Mode::Draft });
            if problems > 0 {
                return Err(Problem::from(Code::Invalid).with("count", problems).with("form", &form.id).into());
            }
            let fact = system::completes(&form.id);
            if called.contains(&form.id) || (was.contains(&form.id) && errors(Mode::Complete) == 0) {
                document.set(&fact, Value::Tick(true));
            } else {
                document.fields.remove(&fact);
            }
        }
        Ok(())
    }
}

impl Saved {
    pub(super) fn record(&self) -> RecordId {
        self.row.id
    }
    pub(super) fn code(&self) -> &str {
        &self.code
    }
}

/// A record as it was written, on its way into the index.
pub(crate) struct Saved {
    pub(super) row: RecordRow,
    pub(super) code: String,
    pub(super) document: Document,
    pub(super) times: Times,
    /// By somebody who reads a part of it only: what is kept beside it.
    pub(super) in_part: Option<Box<Derived>>,
}

/// What the intake line says came of the concern.
fn outcome(document: &Document) -> Option<&str> {
    document.get(amparo_forms::roles::INTAKE_OUTCOME).and_then(Value::as_choice)
}

/// Consent and registration complete make a case open (DOMAIN.md 5.2); it never falls back by an edit. Other records are open from
/// the first save.
///
/// A complete intake line that says why no case was opened keeps the record, so that it can be counted.
fn status_of(forms: &Configuration, of: RecordType, document: &Document) -> Status {
    let complete = complete_forms(forms, of, document);
    let both = |consent, registration| complete.contains(consent) && complete.contains(registration);
    if of.kind != Kind::Case || both("consent", "registration") || both("gbv-consent", "gbv-survivor") {
        Status::Open
    } else if complete.contains("intake") && !matches!(outcome(document), None | Some("opened")) {
        Status::NotEligible
    } else {
        Status::Identified
    }
}

impl Session {
    /// The fields that this role writes.
    pub(super) fn fillable(&self, of: RecordType) -> BTreeSet<&'static str> {
        typed_in(self.forms().forms_of(of.kind, of.module).filter(|form| self.fills(&form.id)))
    }

    /// The fields that the office asks for.
    pub(super) fn asked(&self, of: RecordType) -> BTreeSet<&'static str> {
        let offered = self.forms().offered_forms_of(of.kind, of.module);
        offered.flat_map(|form| form.fields().map(|field| field.id.as_str())).collect()
    }

    /// Only fields of the forms can be written from outside, and not too many at once; each must stand in a form that this role fills.
    /// What only forms ask that the office gave up is written no more, but with a draft, which was begun while they were asked.
    pub(super) fn refuse_foreign_fields(&self, of: RecordType, change: &Change, draft: Option<DraftId>) -> Answer<()> {
        let fields: BTreeSet<&str> = change.keys().map(Path::field).collect();
        let known = |field: &&str| self.forms().field(of.kind, of.module, field).is_some();
        if change.len() > MOST_CHANGES || !fields.iter().all(known) {
            return Err(Code::BadRequest.into());
        }
        if !fields.is_subset(&self.fillable(of)) {
            return Err(Code::NotAllowed.into());
        }
        let asked = self.asked(of);
        let given_up = |form: &&FormDef| form.off && form.fields().any(|field| fields.contains(field.id.as_str()));
        match self.forms().forms_of(of.kind, of.module).find(given_up) {
            Some(form) if draft.is_none() && !fields.is_subset(&asked) => {
                Err(Problem::from(Code::FormOff).with("form", &form.id).into())
            }
            _ => Ok(()),
        }
    }
}

/// The fields of some forms that are typed: nobody types an approval.
pub(super) fn typed_in<'f>(forms: impl Iterator<Item = &'f FormDef>) -> BTreeSet<&'f str> {
    let typed = forms.flat_map(|form| form.fields().filter(|field| !written_by_program(form, &field.id)));
    typed.map(|field| field.id.as_str()).collect()
}

pub(super) fn by_compartment(
    forms: &'static Configuration,
    of: RecordType,
    change: Change,
) -> Answer<BTreeMap<Compartment, Change>> {
    let mut parts: BTreeMap<Compartment, Change> = BTreeMap::new();
    for (path, value) in change {
        let compartment = compartment_of(forms, of, path.field()).ok_or(Code::BadRequest)?;
        parts.entry(Compartment::new(compartment)).or_default().insert(path, value);
    }
    Ok(parts)
}
