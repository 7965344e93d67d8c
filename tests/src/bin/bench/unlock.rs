//! From the password to the first page of the list. Each run is a process of its own that is ended afterwards: nothing is warm but
//! the machine's file cache, and the checks that go on behind the list do not fall into the next run.

use super::figure::{Figure, ms, timed};
use super::raw::Raw;
use super::sets::{self, Set, program};
use amparo_api::lists::{List, View};
use amparo_api::records::{Ask as Case, Show};
use amparo_model::record::RecordType;
use amparo_tests::machine::resident;
use amparo_tests::staff::{cases, page, sign_in};
use amparo_vault::calibrate::{Parameters, measure};
use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

const RUNS: usize = 20;

/// One run, in a process of its own: prints milliseconds of key derivation, of unlocking, and of both with the first page, then the
/// resident memory in MB, ten seconds later if it is to wait.
pub fn once(records: &str, wait: bool) -> Result<ExitCode, Box<dyn Error>> {
    let set = sets::get(records.parse()?)?;
    let folder = sets::home(set.records).join("work").join("office");
    // The same work on made-up input: what a password attempt costs alone on this machine, now.
    let derivation = ms(measure(Parameters::FLOOR)?);
    let program = program(&folder);
    let start = std::time::Instant::now();
    sign_in(&program, &set.staff.supervisor)?;
    let unlocked = ms(start.elapsed());
    let view = View { show: Show::Current, ..View::default() };
    page(&program, List { of: RecordType::CASE, view, text: String::new() }, 0, 50)?;
    cases(&program, Case::Home {})?;
    let shown = ms(start.elapsed());
    if wait {
        std::thread::sleep(Duration::from_secs(10));
    }
    println!("{derivation} {unlocked} {shown} {}", resident("VmRSS:").unwrap_or_default());
    // Not closed: closing makes a backup, which is not what is measured.
    std::process::exit(0);
}

struct Run {
    derivation: f64,
    shown: f64,
    resident: u64,
}

fn run(set: &Set, wait: bool) -> Result<Run, Box<dyn Error>> {
    let wait = if wait { "wait" } else { "go" };
    let told = Command::new(std::env::current_exe()?)
        .args(["--unlock-once", &set.records.to_string(), wait])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    let text = String::from_utf8(told.stdout)?;
    let numbers: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match numbers.as_slice() {
        // Whole megabytes.
        [derivation, _, shown, resident] => {
            Ok(Run { derivation: *derivation, shown: *shown, resident: *resident as u64 })
        }
        _ => Err("an unlock told nothing".into()),
    }
}

/// The whole way, key derivation included.
pub fn unlock(set: &Set, _: &Path) -> Result<Figure, Box<dyn Error>> {
    let runs: Vec<Run> = (0..RUNS).map(|_| run(set, false)).collect::<Result<_, _>>()?;
    let last = run(set, true)?;
    let figure = Figure::of(
        "unlock",
        runs.iter().map(|run| run.shown).collect(),
        runs.iter().map(|run| run.derivation).collect(),
    );
    Ok(Figure { rss_mb: Some(last.resident), ..figure })
}

/// The way after the key derivation: what opening the office and filling the first list take.
pub fn first_list(set: &Set, folder: &Path) -> Result<Figure, Box<dyn Error>> {
    let times =
        (0..RUNS).map(|_| run(set, false).map(|run| run.shown - run.derivation)).collect::<Result<Vec<_>, _>>()?;
    let (_, raw) = timed(|| Raw::of(folder, &set.staff.supervisor));
    Ok(Figure::of("first_list", times, raw?.first_list(RUNS)?))
}
