//! Offices full of invented children, written through the office's own door and kept between runs.

use amparo_api::records::{Answer as Cases, Ask as Case};
use amparo_model::canonical;
use amparo_model::ids::{AgencyId, PlaceId};
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value, diff};
use amparo_office::{Cost, FixedClock, Program};
use amparo_tests::children::{self, TODAY, World};
use amparo_tests::staff::{self, Staff, cases, sign_in};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Raised when sets must be made anew although nothing below has changed.
const SET: u32 = 2;

/// What a finished set says of itself: `set.json` is written last.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Set {
    /// What it was made from.
    pub made_from: String,
    /// Records in it.
    pub records: u64,
    /// Who works there.
    pub staff: Staff,
    /// The places imported.
    pub places: Vec<PlaceId>,
    /// Mean bytes of a record's fields in canonical JSON.
    pub bytes_per_record: u64,
    /// The smallest record.
    pub smallest: u64,
    /// Records with a photo.
    pub photos: u64,
    /// Seconds that making it took.
    pub seconds: u64,
}

/// Everything that a kept set depends on: children, forms, and the database's schema.
fn made_from() -> String {
    let parts = [
        include_str!("../../children.rs"),
        include_str!("../../../../assets/config/forms/consent.json"),
        include_str!("../../../../assets/config/forms/registration.json"),
        include_str!("../../../../assets/config/compartments.json"),
        include_str!("../../../../crates/store/src/sql/001_office.sql"),
        include_str!("../../../../crates/store/src/sql/002_rows_with_ids.sql"),
    ];
    let hash = parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize();
    format!("{SET}-{}", hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Where a set of this size lies.
pub fn home(records: u64) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    target.join("bench").join(records.to_string())
}

/// A program on a folder, at the day the sets were made.
pub fn program(folder: &Path) -> Arc<Program> {
    Program::at(folder, Arc::new(FixedClock::at(TODAY)), Cost::Floor)
}

/// The set of this size; it is made when there is none, or one of an earlier format.
pub fn get(records: u64) -> Result<Set, Box<dyn Error>> {
    let marker = home(records).join("set.json");
    if let Ok(text) = std::fs::read_to_string(&marker)
        && let Ok(set) = serde_json::from_str::<Set>(&text)
        && set.made_from == made_from()
    {
        return Ok(set);
    }
    make(records)
}

/// A copy to work on, so that the set stays as it is. Attachments never change: they are linked.
pub fn copy(records: u64, to: &Path) -> Result<(), Box<dyn Error>> {
    let from = home(records).join("office");
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to.join("files"))?;
    std::fs::create_dir_all(to.join("backups"))?;
    for entry in std::fs::read_dir(&from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    for entry in std::fs::read_dir(from.join("files"))? {
        let entry = entry?;
        std::fs::hard_link(entry.path(), to.join("files").join(entry.file_name()))?;
    }
    // What the copy left to be written must not be written while something is measured.
    std::process::Command::new("sync").status()?;
    Ok(())
}

fn make(records: u64) -> Result<Set, Box<dyn Error>> {
    let start = Instant::now();
    let home = home(records);
    if home.exists() {
        std::fs::remove_dir_all(&home)?;
    }
    std::fs::create_dir_all(&home)?;
    let folder = home.join("office");
    let program = program(&folder);
    let staff = staff::set_up(&program, "Bench office", "BENCH", 2)?;
    let list = home.join("places.csv");
    std::fs::write(&list, children::places_csv())?;
    sign_in(&program, &staff.administrator)?;
    let places = staff::import_places(&program, &list)?;
    staff::lock(&program)?;
    let mut set = Set {
        made_from: made_from(),
        records,
        staff,
        places,
        bytes_per_record: 0,
        smallest: u64::MAX,
        photos: 0,
        seconds: 0,
    };
    let workers = set.staff.caseworkers.clone();
    let mut bytes = 0;
    for (at, worker) in workers.iter().enumerate() {
        let person = sign_in(&program, worker)?.person;
        let world = World { caseworker: person, agency: AgencyId::from_random([7; 16]), places: set.places.clone() };
        for number in (0..records).filter(|number| number % 2 == at as u64) {
            let size = register(&program, number, &world, &home, &mut set.photos)?;
            bytes += size;
            set.smallest = set.smallest.min(size);
            if number / 2 % 1_000 == 999 {
                eprintln!("set of {records}: {} of worker {at} after {:?}", number / 2 + 1, start.elapsed());
            }
        }
        staff::lock(&program)?;
    }
    let (first, ()) = super::figure::timed(|| drop(sign_in(&program, &set.staff.supervisor)));
    eprintln!("the supervisor's first unlock, which checks {records} new key chains, took {first:.0} ms");
    program.close();
    drop(program);
    std::fs::remove_dir_all(folder.join("backups"))?;
    std::fs::create_dir_all(folder.join("backups"))?;
    set.bytes_per_record = bytes / records.max(1);
    set.seconds = start.elapsed().as_secs();
    std::fs::write(home.join("set.json"), serde_json::to_vec_pretty(&set)?)?;
    eprintln!("set of {records}: {} bytes a record, made in {} s", set.bytes_per_record, set.seconds);
    Ok(set)
}

/// Registers a child, with photo where it has one; gives the size of its fields.
pub fn register(
    program: &Program,
    number: u64,
    world: &World,
    aside: &Path,
    photos: &mut u64,
) -> Result<u64, Box<dyn Error>> {
    let mut document = children::child(number, world);
    if children::has_photo(number) {
        document.set("photo", add_photo(program, number, aside)?);
        *photos += 1;
    }
    let size = canonical::bytes(&document)?.len() as u64;
    save_new(program, &document)?;
    Ok(size)
}

/// Saves a new case with both forms complete.
pub fn save_new(program: &Program, document: &Document) -> Result<(), Box<dyn Error>> {
    let change = diff(&Document::default(), document);
    let complete = vec!["consent".to_owned(), "registration".to_owned()];
    cases(
        program,
        Case::Save {
            record: None,
            of: RecordType::CASE,
            heads: Vec::new(),
            change,
            complete,
            renewed: Vec::new(),
            draft: None,
        },
    )?;
    Ok(())
}

fn add_photo(program: &Program, number: u64, aside: &Path) -> Result<Value, Box<dyn Error>> {
    let path = aside.join("photo.jpg");
    std::fs::write(&path, children::photo(number))?;
    match cases(program, Case::AddPhoto { source: program.offer(path) })? {
        Cases::Added { value } => Ok(value),
        _ => Err("not a photo".into()),
    }
}
