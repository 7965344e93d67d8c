//! What somebody in a journey does with records: registers, saves, opens, looks for them, keeps drafts and photos.

use super::{Office, choice};
use crate::a_case::{ACase, a_photo};
use crate::filling::{Pen, World, form};
use amparo_api::lists::{self, Answer as Lists, Column, Fact, Line, List, Order, View};
use amparo_api::records::{Answer as Cases, Ask, Draft, Past, Record, Row, Show};
use amparo_api::{Problem, Reply, work};
use amparo_model::ids::{DraftId, FileId, RecordId, RevisionId};
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Change, Document, RowId, Value, diff};
use std::time::{Duration, Instant};

impl Office {
    /// Registers a case.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_register(&self, case: &ACase) -> Result<Saved, Problem> {
        let change = diff(&Document::default(), &case.document);
        self.try_save(None, Vec::new(), change, case.complete.clone(), None)
    }

    /// Registers a case.
    pub fn register(&self, case: &ACase) -> Saved {
        self.try_register(case).unwrap()
    }

    /// Saves.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_save(
        &self,
        record: Option<RecordId>,
        heads: Vec<RevisionId>,
        change: Change,
        complete: Vec<String>,
        draft: Option<DraftId>,
    ) -> Result<Saved, Problem> {
        self.ask(Ask::Save { record, of: RecordType::CASE, heads, change, complete, renewed: Vec::new(), draft })
            .map(saved)
    }

    /// Registers a record of any type.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_register_of(&self, of: RecordType, document: &Document, complete: &[&str]) -> Result<Saved, Problem> {
        let change = diff(&Document::default(), document);
        let complete = complete.iter().map(|form| (*form).to_owned()).collect();
        self.ask(Ask::Save { record: None, of, heads: Vec::new(), change, complete, renewed: Vec::new(), draft: None })
            .map(saved)
    }

    /// Agrees a service for the health of a child.
    pub fn agree_service(&self, record: RecordId) -> RowId {
        let mut document = self.open(record).document;
        let row = RowId::from_random([8; 16]);
        let rows = document.rows.entry("services".to_owned()).or_default();
        rows.push(row).insert("service_type".to_owned(), choice("health"));
        self.try_write(record, &document, &[]).unwrap();
        row
    }

    /// The records of which something of a kind is due, or will be.
    pub fn due(&self, what: &str) -> Vec<Option<RecordId>> {
        let ask = work::Ask::List { when: work::When::All, what: Some(what.to_owned()), owner: None, skip: 0, take: 9 };
        match self.ask(ask).unwrap() {
            Reply::Work(work::Answer::Tasks { tasks, .. }) => tasks.iter().map(|task| task.row.record).collect(),
            other => panic!("not tasks: {other:?}"),
        }
    }

    /// Makes a record, as it is opened now, say what a document says.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_write(&self, record: RecordId, document: &Document, complete: &[&str]) -> Result<Saved, Problem> {
        let opened = self.open(record);
        let complete = opened.complete.into_iter().chain(complete.iter().map(|form| (*form).to_owned())).collect();
        self.try_save(Some(record), opened.heads, diff(&opened.document, document), complete, None)
    }

    /// Opens a record and sets fields of it.
    pub fn edit(&self, record: RecordId, fields: &[(&str, Value)]) -> Saved {
        self.try_edit(record, fields).unwrap()
    }

    /// Opens a record and sets fields of it.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_edit(&self, record: RecordId, fields: &[(&str, Value)]) -> Result<Saved, Problem> {
        let opened = self.open(record);
        self.try_save(Some(record), opened.heads, set(fields), opened.complete, None)
    }

    /// Opens a record, fills a form in whole, with some of the answers given, and calls it complete.
    pub fn complete(&self, record: RecordId, id: &str, answers: &[(&str, Value)]) {
        let mut document = self.open(record).document;
        answers.iter().for_each(|(field, value)| document.set(field, value.clone()));
        Pen::new("en", 5, World::made_up()).fill(&[form(id)], &mut document);
        self.try_write(record, &document, &[id]).unwrap_or_else(|problem| panic!("{id}: {problem:?}"));
    }

    /// Opens a record.
    pub fn open(&self, record: RecordId) -> Record {
        match self.ask(Ask::Open { record }).unwrap() {
            Reply::Records(Cases::Record(opened)) => *opened,
            other => panic!("not a record: {other:?}"),
        }
    }

    /// A record's past, newest first.
    pub fn history(&self, record: RecordId) -> Vec<Past> {
        match self.ask(Ask::History { record }).unwrap() {
            Reply::Records(Cases::History { entries }) => entries,
            other => panic!("not a history: {other:?}"),
        }
    }

    /// A list of cases.
    pub fn list(&self, show: Show) -> Vec<Row> {
        self.list_of(RecordType::CASE, show)
    }

    /// A list of records of a type.
    pub fn list_of(&self, of: RecordType, show: Show) -> Vec<Row> {
        self.lines(&by_code(of, show)).0.into_iter().map(|line| line.row).collect()
    }

    /// The first page of a list as long as it can be, and how many there are in all.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_lines(&self, list: &List) -> Result<(Vec<Line>, usize), Problem> {
        match self.ask(lists::Ask::Page { list: list.clone(), skip: 0, take: 200 })? {
            Reply::Lists(Lists::Page { lines, total, .. }) => Ok((lines, total)),
            other => panic!("not a page: {other:?}"),
        }
    }

    /// The first page of a list as long as it can be, and how many there are in all.
    pub fn lines(&self, list: &List) -> (Vec<Line>, usize) {
        self.try_lines(list).unwrap()
    }

    /// What lists show of some records.
    pub fn rows(&self, records: &[RecordId]) -> Vec<Row> {
        rows(self.ask(Ask::Rows { records: records.to_vec() }).unwrap()).0
    }

    /// The records that refer to one.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_linked(&self, record: RecordId) -> Result<Vec<Row>, Problem> {
        Ok(rows(self.ask(Ask::Linked { record })?).0)
    }

    /// What is found, once the index is filled.
    pub fn find(&self, text: &str) -> Vec<Row> {
        self.find_of(text, None)
    }

    /// What is found of a type, once the index is filled.
    pub fn find_of(&self, text: &str, of: Option<RecordType>) -> Vec<Row> {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let (rows, filling) = rows(self.ask(Ask::Find { text: text.to_owned(), of, take: 200 }).unwrap());
            if !filling {
                return rows;
            }
            assert!(Instant::now() < until, "the index is never filled");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The codes of what is found.
    pub fn found(&self, text: &str) -> Vec<String> {
        self.find(text).into_iter().map(|row| row.code).collect()
    }

    /// Adds a photo that was drawn for this journey; its value belongs into a document.
    pub fn add_photo(&self) -> Value {
        let path = self.beside("photo.jpg");
        std::fs::write(&path, a_photo()).unwrap();
        match self.ask(Ask::AddPhoto { source: self.choose(path) }).unwrap() {
            Reply::Records(Cases::Added { value }) => value,
            other => panic!("not a photo: {other:?}"),
        }
    }

    /// A photo's bytes, as base64.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn photo(&self, record: Option<RecordId>, file: FileId) -> Result<String, Problem> {
        match self.ask(Ask::Photo { record, file })? {
            Reply::Records(Cases::Photo { jpeg }) => Ok(jpeg),
            other => panic!("not a photo: {other:?}"),
        }
    }

    /// Keeps unsaved work of a new case.
    pub fn keep_draft(&self, form: &str, document: &Document) -> DraftId {
        let (form, document) = (form.to_owned(), document.clone());
        let keep = Ask::KeepDraft { draft: None, record: None, heads: Vec::new(), form, document };
        match self.ask(keep).unwrap() {
            Reply::Records(Cases::Kept { draft, .. }) => draft,
            other => panic!("not kept: {other:?}"),
        }
    }

    /// Unsaved work, opened.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn open_draft(&self, draft: DraftId) -> Result<Draft, Problem> {
        match self.ask(Ask::OpenDraft { draft })? {
            Reply::Records(Cases::Draft(draft)) => Ok(*draft),
            other => panic!("not a draft: {other:?}"),
        }
    }
}

fn saved(reply: Reply) -> Saved {
    match reply {
        Reply::Records(Cases::Saved { record, code, heads, status }) => Saved { record, code, heads, status },
        other => panic!("not saved: {other:?}"),
    }
}

/// A list of records of a type by their codes.
#[must_use]
pub fn by_code(of: RecordType, show: Show) -> List {
    let order = Some(Order { by: Column::Fact(Fact::Code), backwards: false });
    List { of, view: View { show, order, ..View::default() }, text: String::new() }
}

fn rows(reply: Reply) -> (Vec<Row>, bool) {
    match reply {
        Reply::Records(Cases::Rows { rows, filling, .. }) => (rows, filling),
        other => panic!("not rows: {other:?}"),
    }
}

/// A change that sets single fields.
#[must_use]
pub fn set(fields: &[(&str, Value)]) -> Change {
    let mut document = Document::default();
    fields.iter().for_each(|(field, value)| document.set(field, value.clone()));
    diff(&Document::default(), &document)
}

/// What a save gave.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Which.
    pub record: RecordId,
    /// Its code.
    pub code: String,
    /// Its heads now.
    pub heads: Vec<RevisionId>,
    /// Where it stands.
    pub status: Status,
}
