//! The record that says how others were passed on: what stands in it, writing it, and reading it from what lists know.

use super::super::index::{Index, Known};
use super::super::keys::Readers;
use super::super::system;
use super::assign::{ASSIGNMENT, DONE, ON as ASSIGNED_ON};
use super::offer::{ACCEPTED, IN_PROGRESS, REFERRAL, TRANSFER};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::date::PartialDate;
use amparo_model::ids::{BundleId, CircleId, OfficeId, PersonId, RecordId};
use amparo_model::record::{Kind, Module, RecordType, Skeleton, Status};
use amparo_model::value::{Document, Path, RowId, Value, apply};
use amparo_store::{RecordRow, Writing};
use amparo_vault::{OsRandom, random};
use jiff::civil::Date;
use std::collections::HashMap;

/// The fields that the program keeps in it beside those of the kind's form. All begin as `reserved::PASSING` says.
pub(super) mod field {
    /// What kind.
    pub(crate) const KIND: &str = "passing_kind";
    /// Where it stands.
    pub(crate) const STATE: &str = "passing_state";
    /// From whom.
    pub(crate) const FROM: &str = "passing_from";
    /// To whom.
    pub(crate) const TO: &str = "passing_to";
    /// How many records were asked for.
    pub(crate) const COUNT: &str = "passing_count";
    /// What was written at the newest step.
    pub(crate) const NOTE: &str = "passing_note";
    /// The parts that a referral gives.
    pub(crate) const PARTS: &str = "passing_parts";
    /// The row of the services that a referral comes from.
    pub(crate) const ROW: &str = "passing_row";
    /// The code that is asked for.
    pub(crate) const ASKED_CODE: &str = "passing_code";
    /// Why it was offered although consent does not say so.
    pub(crate) const IN_SPITE: &str = "passing_in_spite";
    /// What came back was taken into the case.
    pub(crate) const TAKEN_OVER: &str = "passing_taken_over";
    /// When it was offered.
    pub(crate) const ON: &str = "passing_on";
    /// Between this office and another: `left` or `came`; absent inside.
    pub(crate) const WAY: &str = "passing_way";
    /// The other office.
    pub(crate) const OFFICE: &str = "passing_office";
    /// What the other office was called.
    pub(crate) const OFFICE_NAME: &str = "passing_office_name";
    /// The sealed file that it went with.
    pub(crate) const BUNDLE: &str = "passing_bundle";
    /// The answer of the consent form that let it leave.
    pub(crate) const ALLOWED_BY: &str = "passing_allowed_by";
    /// A case was registered with what came.
    pub(crate) const MADE: &str = "passing_made";
    /// The records: rows of a link and a code.
    pub(crate) const RECORDS: &str = "passing_records";
    /// In a row: which record.
    pub(crate) const RECORD: &str = "record";
    /// In a row: its code.
    pub(crate) const CODE: &str = "code";
}

/// A new one.
pub(super) struct Sheet {
    pub(super) module: Module,
    pub(super) document: Document,
    /// Who reads it besides whoever writes it.
    pub(super) readers: Vec<CircleId>,
}

impl Sheet {
    pub(super) fn of(module: Module, kind: &str, from: PersonId, to: PersonId) -> Self {
        let mut document = Document::default();
        document.set(field::KIND, Value::Choice(kind.to_owned()));
        document.set(field::FROM, Value::Person(from));
        document.set(field::TO, Value::Person(to));
        document.set(field::COUNT, Value::Number(0));
        Self { module, document, readers: Vec::new() }
    }

    /// One between this office and another.
    pub(super) fn outside(
        module: Module,
        kind: &str,
        way: &str,
        office: OfficeId,
        name: String,
        bundle: BundleId,
    ) -> Self {
        let mut document = Document::default();
        document.set(field::KIND, Value::Choice(kind.to_owned()));
        document.set(field::WAY, Value::Choice(way.to_owned()));
        document.set(field::OFFICE, Value::Text(office.to_string()));
        document.set(field::OFFICE_NAME, Value::Text(name));
        document.set(field::BUNDLE, Value::Text(bundle.to_string()));
        Self { module, document, readers: Vec::new() }
    }

    /// What is passed on by it.
    pub(super) fn about(&mut self, records: &[(RecordId, String)]) {
        add_records(&mut self.document, records);
        self.document.set(field::COUNT, Value::Number(i64::try_from(records.len()).unwrap_or(i64::MAX)));
    }
}

/// Names records in one.
pub(super) fn add_records(document: &mut Document, records: &[(RecordId, String)]) {
    let rows = document.rows.entry(field::RECORDS.to_owned()).or_default();
    for (record, code) in records {
        let row = rows.push(RowId::from_random(random::bytes(&mut OsRandom)));
        row.insert(field::RECORD.to_owned(), Value::Link(*record));
        row.insert(field::CODE.to_owned(), Value::Text(code.clone()));
    }
}

/// What stands in one that is in the index.
pub(super) trait Facts {
    fn choice(&self, field: &str) -> &str;
    fn person(&self, field: &str) -> Option<PersonId>;
    /// Whether it passes on this record.
    fn passes_on(&self, record: RecordId) -> bool;
    /// Whether it has no end yet: nobody answered, or a referral was accepted.
    fn goes_on(&self) -> bool;
}

impl Facts for Known {
    fn choice(&self, field: &str) -> &str {
        self.summary.facts.get(field).and_then(Value::as_choice).unwrap_or_default()
    }
    fn person(&self, field: &str) -> Option<PersonId> {
        match self.summary.facts.get(field) {
            Some(Value::Person(person)) => Some(*person),
            _ => None,
        }
    }
    fn passes_on(&self, record: RecordId) -> bool {
        self.of.kind == Kind::Transition && self.summary.links.contains(&record)
    }
    fn goes_on(&self) -> bool {
        match self.choice(field::STATE) {
            IN_PROGRESS => true,
            ACCEPTED => self.choice(field::KIND) == REFERRAL,
            _ => false,
        }
    }
}

/// When each record was last given to somebody else inside this office: assigned, or a transfer that was accepted.
pub(crate) fn when_passed(index: &Index) -> HashMap<RecordId, Date> {
    let mut passed: HashMap<RecordId, Date> = HashMap::new();
    let sheets = index.known().iter().filter(|known| known.of.kind == Kind::Transition);
    for sheet in sheets {
        let on = match (sheet.choice(field::KIND), sheet.choice(field::STATE)) {
            (ASSIGNMENT, DONE) => sheet.summary.facts.get(ASSIGNED_ON).and_then(Value::as_date),
            // The last step of it was the yes.
            (TRANSFER, ACCEPTED) => jiff::Timestamp::from_millisecond(sheet.summary.changed.0)
                .ok()
                .map(|at| at.to_zoned(jiff::tz::TimeZone::system()).date().into()),
            _ => None,
        };
        let Some(on) = on.map(PartialDate::earliest) else { continue };
        for record in &sheet.summary.links {
            let last = passed.entry(*record).or_insert(on);
            *last = on.max(*last);
        }
    }
    passed
}

/// The records that one is about, with their codes.
pub(super) fn records_in(document: &Document) -> Vec<(RecordId, String)> {
    let rows = document.rows_of(field::RECORDS);
    rows.filter_map(|row| {
        let Some(Value::Link(record)) = row.fields.get(field::RECORD) else { return None };
        let code = row.fields.get(field::CODE).and_then(Value::as_text).unwrap_or_default();
        Some((*record, code.to_owned()))
    })
    .collect()
}

impl Session {
    /// Writes a new one: its first revision is signed by this person.
    pub(super) fn write_sheet(
        &self,
        writing: &mut Writing<'_>,
        sheet: Sheet,
        state: &str,
        note: &str,
        told: Told,
    ) -> Answer<super::super::save::Saved> {
        let Sheet { module, mut document, readers } = sheet;
        let of = RecordType { kind: Kind::Transition, module };
        let record = RecordId::from_random(random::bytes(&mut OsRandom));
        let own = self.own_circle()?.key.circle.id;
        let supervisors = self.supervising(module).map(|key| key.circle.id);
        let year = self.clock.today().year();
        let (series, pattern) = (of.series(), self.forms().settings().case_code);
        let number = writing.next_number(&pattern.counter(series, year))?;
        document.set(system::CODE, Value::Text(pattern.code(&self.office.site, series, year, number)));
        set_step(&mut document, state, note);
        let skeleton = Skeleton { kind: of.kind, module, status: Status::Open, owner: Some(own) };
        writing.put_record(&RecordRow { id: record, skeleton: skeleton.clone(), heads: Vec::new() })?;
        let readers = Readers { owner: own, supervisors, also: readers };
        let keys = self.make_keys(writing, record, of, &readers)?;
        self.append(writing, record, &[], skeleton, true, &Document::default(), document, &keys, told)
    }

    /// Writes the next step of one: a revision signed by this person.
    pub(super) fn write_step(
        &self,
        writing: &mut Writing<'_>,
        passing: RecordId,
        state: &str,
        note: &str,
        told: Told,
    ) -> Answer<super::super::save::Saved> {
        self.write_more(writing, passing, told, |document| set_step(document, state, note))
    }

    /// Writes what else there is to say in one.
    pub(super) fn write_more(
        &self,
        writing: &mut Writing<'_>,
        passing: RecordId,
        told: Told,
        say: impl FnOnce(&mut Document),
    ) -> Answer<super::super::save::Saved> {
        let opened = self.open(&writing.reading(), passing)?;
        if opened.row.skeleton.kind != Kind::Transition || !opened.closed.is_empty() {
            return Err(Code::NotAllowed.into());
        }
        let mut document = opened.document.clone();
        say(&mut document);
        let keys = self.keys_to_write(writing, passing, opened.keys)?;
        let (skeleton, heads) = (opened.row.skeleton.clone(), opened.row.heads);
        self.append(writing, passing, &heads, skeleton, false, &opened.document, document, &keys, told)
    }

    /// What came back was taken into the case: nothing of how it stands changes.
    pub(super) fn write_taken_over(
        &self,
        writing: &mut Writing<'_>,
        passing: RecordId,
    ) -> Answer<super::super::save::Saved> {
        let told = Told::of(What::PassingTakenOver);
        self.write_more(writing, passing, told, |document| document.set(field::TAKEN_OVER, Value::Tick(true)))
    }
}

pub(super) fn set_step(document: &mut Document, state: &str, note: &str) {
    let mut change = amparo_model::value::Change::new();
    let note = note.trim();
    change.insert(Path::Field(field::STATE.to_owned()), Some(Value::Choice(state.to_owned())));
    change.insert(Path::Field(field::NOTE.to_owned()), (!note.is_empty()).then(|| Value::Text(note.to_owned())));
    apply(document, &change);
}
