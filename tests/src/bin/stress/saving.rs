//! The process that is killed: it signs in and saves until it ends, and prints a line at every moment that matters.

use super::model::{Operation, child, edit, operation, program};
use amparo_api::records::{Answer as Cases, Ask as Case};
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value, diff};
use amparo_office::Program;
use amparo_store::trial::{At, TOLD, WITHOUT_SYNC};
use amparo_tests::children;
use amparo_tests::staff::{Login, cases, sign_in};
use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::Ordering;

/// One line, in one write: whoever reads it gets all of it or nothing.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody listening is the end of this process anyway.
    if out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn moment(at: At) {
    tell(match at {
        At::Begun => "begun",
        At::Committing => "committing",
        At::Committed => "committed",
    });
}

/// Saves until it is ended, or so many times.
pub fn run(folder: &Path, who: &Login, seed: u64, most: u64, without_sync: bool) -> Result<(), Box<dyn Error>> {
    WITHOUT_SYNC.store(without_sync, Ordering::Relaxed);
    let program = program(folder);
    let person = sign_in(&program, who)?.person;
    tell(&format!("person {person}"));
    // From here on every change is one that was asked for below.
    TOLD.set(moment).map_err(|_| "told twice")?;
    let photo = folder.with_extension("jpg");
    std::fs::write(&photo, children::photo(seed))?;
    let mut registered: Vec<(RecordId, Vec<RevisionId>)> = Vec::new();
    for at in 0..most {
        tell(&format!("ask {at}"));
        match operation(seed, at, registered.len()) {
            Operation::Register(number) => {
                let mut document = child(number, person);
                if children::has_photo(number) {
                    document.set("photo", add_photo(&program, &photo)?);
                }
                let saved = save(&program, None, Vec::new(), diff(&Document::default(), &document))?;
                tell(&format!("done {}", saved.0));
                registered.push(saved);
            }
            Operation::Edit(which, number) => {
                let (record, heads) = registered.get(which).cloned().ok_or("not registered")?;
                let saved = save(&program, Some(record), heads, edit(number))?;
                tell(&format!("done {record}"));
                registered[which] = saved; // `which` was found just now
            }
            Operation::Draft(number) => {
                let (form, document) = ("registration".to_owned(), child(number, person));
                let keep = Case::KeepDraft { draft: None, record: None, heads: Vec::new(), form, document };
                let Cases::Kept { draft, .. } = cases(&program, keep)? else { return Err("not kept".into()) };
                tell(&format!("done {draft}"));
            }
        }
    }
    Ok(())
}

fn save(
    program: &Program,
    record: Option<RecordId>,
    heads: Vec<RevisionId>,
    change: amparo_model::value::Change,
) -> Result<(RecordId, Vec<RevisionId>), Box<dyn Error>> {
    let complete = if record.is_none() { vec!["consent".to_owned(), "registration".to_owned()] } else { Vec::new() };
    match cases(
        program,
        Case::Save { record, of: RecordType::CASE, heads, change, complete, renewed: Vec::new(), draft: None },
    )? {
        Cases::Saved { record, heads, .. } => Ok((record, heads)),
        _ => Err("not saved".into()),
    }
}

fn add_photo(program: &Program, path: &Path) -> Result<Value, Box<dyn Error>> {
    match cases(program, Case::AddPhoto { source: program.offer(path.to_owned()) })? {
        Cases::Added { value } => Ok(value),
        _ => Err("not a photo".into()),
    }
}
