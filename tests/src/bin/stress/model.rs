//! What must be found again after a crash: everything that was acknowledged, whole, and of what was not yet acknowledged everything
//! or nothing.
//!
//! Which operation comes next follows from a seed alone, so that the saving process and the one that checks it need not talk.

use amparo_api::records::{Answer as Cases, Ask as Case, Show};
use amparo_forms::roles;
use amparo_model::ids::{AgencyId, DraftId, FileId, PersonId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, Path as Place, Value, apply, diff};
use amparo_office::{Cost, FixedClock, Program};
use amparo_tests::children::{self, TODAY, World};
use amparo_tests::dice::Dice;
use amparo_tests::office::{by_code, is_sound};
use amparo_tests::staff::{Login, cases, page, sign_in};
use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What the program writes itself: how level and care changed (DOMAIN.md 5.4, F14).
const HISTORIES: [&str; 2] = ["changes", "care"];

/// What a saving process does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Registers the child of this number, every fifth with a photo.
    Register(u64),
    /// Changes the case registered as the n-th of this process.
    Edit(usize, u64),
    /// Keeps a draft of the child of this number.
    Draft(u64),
}

/// The n-th operation of a process that has registered so many children.
pub fn operation(seed: u64, at: u64, registered: usize) -> Operation {
    let mut dice = Dice::new(seed ^ at.wrapping_mul(0x0000_0100_0000_01b3));
    match dice.below(10) {
        0..=3 if registered > 0 => Operation::Edit(dice.below(registered), at),
        4 => Operation::Draft(seed % 100_000 * 1_000 + at),
        _ => Operation::Register(seed % 100_000 * 1_000 + at),
    }
}

/// What an edit writes.
pub fn edit(at: u64) -> Change {
    let words =
        format!("Visited again, {at}. الوضع كما كان. {}", "The aunt was at home and the child at school. ".repeat(20));
    Change::from([
        (Place::Field("situation".to_owned()), Some(Value::Text(words))),
        (Place::Field("risk_level".to_owned()), Some(Value::Choice("medium".to_owned()))),
    ])
}

/// A child as it will be found again, without the photo.
pub fn child(number: u64, caseworker: PersonId) -> Document {
    let world = World { caseworker, agency: AgencyId::from_random([7; 16]), places: Vec::new() };
    let mut document = children::child(number, &world);
    document.tidy();
    document
}

/// A program on a folder; the clock stands, so that nothing depends on when a test runs.
pub fn program(folder: &Path) -> Arc<Program> {
    Program::at(folder, Arc::new(FixedClock::at(TODAY)), Cost::Floor)
}

/// What is known of one office.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Every case that must be there.
    known: BTreeMap<RecordId, Document>,
    /// Drafts that must be there.
    drafts: BTreeMap<DraftId, Document>,
    /// Cases of the process that runs, in the order they were registered.
    of_process: Vec<RecordId>,
    /// What was asked and not acknowledged.
    asked: Option<Operation>,
    caseworker: Option<PersonId>,
    seed: u64,
}

impl Model {
    /// Another process begins to save.
    pub fn begin(&mut self, seed: u64) {
        self.seed = seed;
        self.of_process.clear();
        self.asked = None;
    }

    /// Takes in a line that the process printed. `None` for one that is cut off.
    pub fn hear(&mut self, line: &str) -> Option<()> {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["person", id] => self.caseworker = Some(PersonId::from_uuid(id.parse().ok()?)),
            ["ask", at] => self.asked = Some(operation(self.seed, at.parse().ok()?, self.of_process.len())),
            ["done", id] => {
                let done = self.asked.take()?;
                self.acknowledge(done, id)?;
            }
            _ => {}
        }
        Some(())
    }

    fn acknowledge(&mut self, done: Operation, id: &str) -> Option<()> {
        match done {
            Operation::Register(number) => {
                let record = RecordId::from_uuid(id.parse().ok()?);
                self.known.insert(record, child(number, self.caseworker?));
                self.of_process.push(record);
            }
            Operation::Edit(which, at) => {
                let record = self.of_process.get(which)?;
                apply(self.known.get_mut(record)?, &edit(at));
            }
            Operation::Draft(number) => {
                let draft = DraftId::from_uuid(id.parse().ok()?);
                self.drafts.insert(draft, child(number, self.caseworker?));
            }
        }
        Some(())
    }

    /// How much was acknowledged so far.
    pub fn acknowledged(&self) -> usize {
        self.known.len() + self.drafts.len()
    }

    /// Opens the office again and compares. `all`: every case, not only those of the last process. What was asked and turns out to
    /// have happened is known from then on.
    ///
    /// # Errors
    /// What was lost, half done or damaged.
    pub fn check(&mut self, folder: &Path, who: &Login, all: bool) -> Result<(), String> {
        let program = program(folder);
        let checked = self.compare(&program, who, all);
        drop(program);
        wait_until_free(folder);
        checked
    }

    fn compare(&mut self, program: &Program, who: &Login, all: bool) -> Result<(), String> {
        sign_in(program, who).map_err(|problem| format!("cannot sign in: {problem}"))?;
        wait_until_sound(program)?;
        let there = everybody(program)?;
        let lost = self.known.keys().filter(|record| !there.contains(record)).count();
        if lost > 0 {
            return Err(format!("{lost} acknowledged cases are lost"));
        }
        let new: Vec<RecordId> = there.iter().filter(|record| !self.known.contains_key(record)).copied().collect();
        match (new.as_slice(), self.asked) {
            ([], _) => {}
            ([record], Some(Operation::Register(number))) => {
                self.known.insert(*record, child(number, self.caseworker.ok_or("nobody was signed in")?));
                self.of_process.push(*record);
            }
            _ => return Err(format!("{} cases that nobody registered", new.len())),
        }
        let look: Vec<RecordId> = if all { self.known.keys().copied().collect() } else { self.of_process.clone() };
        for record in look {
            self.compare_case(program, record)?;
        }
        self.compare_drafts(program)
    }

    fn compare_case(&mut self, program: &Program, record: RecordId) -> Result<(), String> {
        let Ok(Cases::Record(opened)) = cases(program, Case::Open { record }) else {
            return Err("a case does not open".to_owned());
        };
        let mut document = opened.document;
        if let Some(Value::File(file)) = document.fields.remove("photo") {
            check_photo(program, record, file.id, &file.hash)?;
            // The program writes the day on which a photo came beside it.
            if document.fields.remove(roles::PHOTO_ON) != Some(Value::Date(TODAY.into())) {
                return Err("a photo lacks the day on which it came".to_owned());
            }
        }
        let known = self.known.get_mut(&record).ok_or("unknown")?;
        HISTORIES.iter().for_each(|history| drop(document.rows.remove(*history)));
        if document == *known {
            return Ok(());
        }
        let mut edited = known.clone();
        match self.asked {
            Some(Operation::Edit(which, at)) if self.of_process.get(which) == Some(&record) => {
                apply(&mut edited, &edit(at));
            }
            _ => return Err(differs("an acknowledged case is not as it was saved", &document, known)),
        }
        if document != edited {
            return Err(differs("a change was made by half", &document, &edited));
        }
        *known = edited;
        Ok(())
    }

    fn compare_drafts(&self, program: &Program) -> Result<(), String> {
        for (draft, document) in &self.drafts {
            match cases(program, Case::OpenDraft { draft: *draft }) {
                Ok(Cases::Draft(opened)) if opened.document == *document => {}
                Ok(_) => return Err("a draft is not as it was kept".to_owned()),
                Err(problem) => return Err(format!("an acknowledged draft is lost: {problem}")),
            }
        }
        Ok(())
    }
}

/// With the questions whose answers are not as they should be.
fn differs(what: &str, found: &Document, wanted: &Document) -> String {
    let questions: BTreeSet<String> = diff(found, wanted).keys().map(|at| at.field().to_owned()).collect();
    format!("{what}: {}", questions.into_iter().collect::<Vec<_>>().join(", "))
}

fn check_photo(program: &Program, record: RecordId, file: FileId, hash: &str) -> Result<(), String> {
    let Ok(Cases::Photo { jpeg }) = cases(program, Case::Photo { record: Some(record), file }) else {
        return Err("a photo is lost".to_owned());
    };
    let bytes = base64::engine::general_purpose::STANDARD.decode(jpeg).unwrap_or_default();
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found == hash { Ok(()) } else { Err("a photo is not as it was".to_owned()) }
}

/// Waits for the check of the whole log and of every page.
pub fn wait_until_sound(program: &Program) -> Result<(), String> {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        match is_sound(program) {
            Ok(Some(true)) => return Ok(()),
            Ok(Some(false)) => return Err("log or database did not pass their check".to_owned()),
            Ok(_) if Instant::now() < until => std::thread::sleep(Duration::from_millis(5)),
            Ok(_) => return Err("the check never ends".to_owned()),
            Err(problem) => return Err(format!("the log cannot be read: {problem}")),
        }
    }
}

fn everybody(program: &Program) -> Result<BTreeSet<RecordId>, String> {
    let mut all = BTreeSet::new();
    loop {
        match page(program, by_code(RecordType::CASE, Show::All), all.len(), 200) {
            Ok((lines, total)) => {
                let before = all.len();
                all.extend(lines.into_iter().filter_map(|line| line.row.record));
                if all.len() >= total || all.len() == before {
                    return Ok(all);
                }
            }
            _ => return Err("the list does not come".to_owned()),
        }
    }
}

/// A program lets go of its folder in the moment its last thread notices the end.
pub fn wait_until_free(folder: &Path) {
    let until = Instant::now() + Duration::from_secs(10);
    while amparo_store::Folder::at(folder).hold().is_err() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(2));
    }
}
