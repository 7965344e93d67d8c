//! `./dev bench [NAME...] [--records N] [--json]`: how fast an office full of children is, next to what was promised and to the limit
//! that the same rows, bytes and syncs have without Amparo. `./dev bench matching --children F --requests F --truth F [--out F] [--json]`
//! tells how well sought children are found in a labelled set.
//!
//! Each figure is measured in a process of its own, on a copy of a kept set, so that none warms or fills the memory of another.
//! Read first: [`sets`] (what is measured on), [`figure::Figure::verdict`] (what was promised), [`raw`] (the limits).

mod bundles;
mod figure;
mod forms;
mod keys;
mod listing;
mod matching;
mod measures;
mod past;
mod raw;
mod seeking;
mod sets;
mod unlock;
mod windows;

use figure::Figure;
use std::error::Error;
use std::process::{Command, ExitCode, Stdio};

/// Everything that can be measured, in the order it is told.
const NAMES: &[&str] = &[
    "unlock",
    "first_list",
    "list_page",
    "home",
    "list_filter",
    "quick_filter",
    "search_name",
    "match_one",
    "match_all",
    "match_stop",
    "warn_alike",
    "open_record",
    "save_record",
    "turn_keys",
    "change_access",
    "assign_1000",
    "backup",
    "check_backup",
    "verify_audit",
    "bundle_write",
    "bundle_read",
    "window_start",
    "validate_case",
    "import_primero_config",
    "open_form",
    "key_to_paint",
];

/// What was asked for on the command line.
struct Asked {
    names: Vec<String>,
    records: u64,
    json: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--alone", name, records] => alone(name, records),
        ["--unlock-once", records, wait] => unlock::once(records, *wait == "wait"),
        ["matching", words @ ..] => matching::Asked::read(words).and_then(|asked| matching::run(&asked)),
        _ => asked(&arguments).and_then(|asked| all(&asked)),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn asked(arguments: &[String]) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked { names: Vec::new(), records: 10_000, json: false };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => asked.json = true,
            "--records" => asked.records = words.next().ok_or("--records needs a number")?.replace('_', "").parse()?,
            name if NAMES.contains(&name) => asked.names.push(name.to_owned()),
            other => return Err(format!("{other} is none of {}", NAMES.join(" ")).into()),
        }
    }
    if asked.names.is_empty() {
        asked.names = NAMES.iter().map(|name| (*name).to_owned()).collect();
    }
    Ok(asked)
}

/// Measures one after the other and tells. A promise that is not kept is a failure.
fn all(asked: &Asked) -> Result<ExitCode, Box<dyn Error>> {
    sets::get(asked.records)?;
    let mut kept = true;
    if !asked.json {
        println!("{}", figure::head());
    }
    for name in &asked.names {
        let told = Command::new(std::env::current_exe()?)
            .args(["--alone", name, &asked.records.to_string()])
            .stderr(Stdio::inherit())
            .output()?;
        if !told.status.success() {
            eprintln!("bench: {name} was not measured");
            kept = false;
            continue;
        }
        let figure: Figure = serde_json::from_slice(&told.stdout)?;
        kept &= figure.verdict().1;
        if asked.json {
            println!("{}", serde_json::to_string(&figure)?);
        } else {
            println!("{}", figure::line(&figure));
        }
    }
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn alone(name: &str, records: &str) -> Result<ExitCode, Box<dyn Error>> {
    let set = sets::get(records.parse()?)?;
    let work = sets::home(set.records).join("work");
    let folder = work.join("office");
    sets::copy(set.records, &folder)?;
    let measured = match name {
        "unlock" => unlock::unlock(&set, &folder),
        "first_list" => unlock::first_list(&set, &folder),
        "list_page" => measures::list_page(&set, &folder),
        "home" => listing::home(&set, &folder),
        "list_filter" => listing::list_filter(&set, &folder),
        "quick_filter" => listing::quick_filter(&set, &folder),
        "search_name" => measures::search_name(&set, &folder, &work),
        "match_one" => seeking::match_one(),
        "match_all" => seeking::match_all(),
        "match_stop" => seeking::match_stop(),
        "warn_alike" => seeking::warn_alike(&set, &folder),
        "open_record" => measures::open_record(&set, &folder),
        "save_record" => measures::save_record(&set, &folder),
        "turn_keys" => keys::turn_keys(&set, &folder),
        "change_access" => keys::change_access(&set, &folder),
        "assign_1000" => keys::assign_1000(&set, &folder),
        "backup" | "check_backup" => keys::backup(&set, &folder, name),
        "verify_audit" => past::verify_audit(),
        "bundle_write" => bundles::write(&set, &folder, &work),
        "bundle_read" => bundles::read(&set, &folder, &work),
        "window_start" => windows::start(&set, &folder, &work),
        "validate_case" => forms::validate_case(),
        "import_primero_config" => forms::import_primero_config(),
        "open_form" => forms::open_form(&work),
        "key_to_paint" => forms::key_to_paint(&work),
        other => Err(format!("{other} is not measured").into()),
    }?;
    // Some make their own set.
    let records = if measured.records > 0 { measured.records } else { set.records };
    let whole = Figure { records, bytes_per_record: set.bytes_per_record, ..measured };
    println!("{}", serde_json::to_string(&whole)?);
    Ok(ExitCode::SUCCESS)
}
