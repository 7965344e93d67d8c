//! `./dev stress [--short] [kills|turning|upkeep|restoring|power|errors|space|past|bundles|flips|fuzz|timing ...]`: whether nothing that was acknowledged
//! is ever lost, and nothing that was changed by others is ever accepted (SECURITY.md, section 7).
//!
//! Read first: [`model`] (what must be found again), [`kills`], [`turning`] (killed while keys and passwords change), [`upkeep`] (while an older
//! office is raised and a backup made), [`restoring`] (while one is brought back), [`power`] (a disk that forgets what was not synced), [`errors`] (one that refuses), [`space`] (a full
//! one), [`past`] (a changed log), [`mutants`] (changed bundles), [`fuzz`] (everything else that comes from outside), [`timing`] (what a refused
//! sign-in tells by its time). Everything follows from a seed that is printed.

mod disk;
mod errors;
mod fuzz;
mod kills;
mod model;
mod mutants;
mod past;
mod power;
mod restoring;
mod saving;
mod sender;
mod space;
mod timing;
mod turning;
mod upkeep;

use amparo_tests::staff::{self, Login, Staff};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What one part found.
pub struct Verdict {
    /// Which part.
    pub name: String,
    /// What was done, in numbers.
    pub told: String,
    /// What must not have happened.
    pub violations: Vec<String>,
}

/// An office that was set up once; every trial works on a copy.
pub struct Template {
    office: PathBuf,
    staff: Staff,
    /// Where copies go.
    pub work: PathBuf,
}

impl Template {
    fn new(work: &Path) -> Result<Self, Box<dyn Error>> {
        let office = work.join("template");
        let program = model::program(&office);
        let staff = staff::set_up(&program, "Stress office", "STRESS", 1)?;
        program.close();
        drop(program);
        model::wait_until_free(&office);
        std::fs::remove_dir_all(office.join("backups"))?;
        Ok(Self { office, staff, work: work.to_owned() })
    }

    /// Who saves.
    pub fn worker(&self) -> &Login {
        &self.staff.caseworkers[0] // one was asked for above
    }

    /// A fresh copy, durable before it is used.
    pub fn copy(&self, to: &Path) -> Result<(), Box<dyn Error>> {
        if to.exists() {
            std::fs::remove_dir_all(to)?;
        }
        for part in ["files", "backups"] {
            std::fs::create_dir_all(to.join(part))?;
        }
        for entry in std::fs::read_dir(&self.office)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
        }
        Ok(())
    }

    /// The arguments that make this program a saving process.
    pub fn saving(&self, folder: &Path, seed: u64, most: u64) -> Vec<String> {
        let who = self.worker();
        let folder = folder.display().to_string();
        vec!["--saving".to_owned(), folder, who.name.clone(), who.password.clone(), seed.to_string(), most.to_string()]
    }
}

/// How much is tried.
struct Amount {
    kills: usize,
    each_phase: usize,
    images: usize,
    mutants: usize,
    /// Bits of a sealed file that are flipped, each by itself; all of them for none.
    flips: Option<usize>,
    turnings: usize,
    upkeep: usize,
    restoring: usize,
    /// Calls of each kind of work that the disk refuses; all of them for none.
    refused: Option<u64>,
    log: usize,
    fuzz_seconds: u64,
    attempts: usize,
}

const SHORT: Amount = Amount {
    kills: 500,
    each_phase: 100,
    images: 100,
    mutants: 10_000,
    flips: Some(2_000),
    turnings: 42,
    upkeep: 16,
    restoring: 14,
    refused: Some(4),
    log: 300,
    fuzz_seconds: 3,
    attempts: 60,
};
const LONG: Amount = Amount {
    kills: 10_000,
    each_phase: 2_000,
    images: 20_000,
    mutants: 1_000_000,
    flips: None,
    turnings: 2_000,
    upkeep: 1_000,
    restoring: 1_000,
    refused: None,
    log: 10_000,
    fuzz_seconds: 60,
    attempts: 200,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--saving", folder, name, password, seed, most, rest @ ..] => {
            let who = Login { name: (*name).to_owned(), password: (*password).to_owned() };
            let numbers = seed.parse().and_then(|seed| Ok((seed, most.parse()?)));
            let numbers: Result<(u64, u64), _> = numbers;
            numbers.map_err(Into::into).and_then(|(seed, most)| {
                saving::run(Path::new(folder), &who, seed, most, rest.contains(&"--without-sync"))?;
                Ok(true)
            })
        }
        ["--fuzz", format, seconds, seed] => {
            let numbers: Result<(u64, u64), _> = seconds.parse().and_then(|seconds| Ok((seconds, seed.parse()?)));
            numbers.map_err(Into::into).and_then(|(seconds, seed)| fuzz::child(format, seconds, seed)).map(|()| true)
        }
        ["--turning", folder, what @ ..] => turning::child(Path::new(folder), what).map(|()| true),
        _ => all(&words),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("stress: {error}");
            ExitCode::from(2)
        }
    }
}

fn all(words: &[&str]) -> Result<bool, Box<dyn Error>> {
    let amount = if words.contains(&"--short") { SHORT } else { LONG };
    let parts: Vec<&str> = words.iter().copied().filter(|word| !word.starts_with("--")).collect();
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_nanos() as u64;
    println!("seed {seed}");
    let work = tempfile::Builder::new().prefix("amparo-stress-").tempdir()?;
    let template = Template::new(work.path())?;
    let mut sound = true;
    let mut told = |verdict: Verdict, start: Instant| {
        let outcome = if verdict.violations.is_empty() { "sound" } else { "VIOLATED" };
        println!("{:9} {outcome:9} {:>4} s  {}", verdict.name, start.elapsed().as_secs(), verdict.told);
        for violation in verdict.violations.iter().take(20) {
            println!("          {violation}");
        }
        sound &= verdict.violations.is_empty();
    };
    let mut one = |part: &str, run: &dyn Fn() -> Result<Vec<Verdict>, Box<dyn Error>>| -> Result<(), Box<dyn Error>> {
        if wanted(part) {
            let start = Instant::now();
            run()?.into_iter().for_each(|verdict| told(verdict, start));
        }
        Ok(())
    };
    let alone = |verdict: Result<Verdict, Box<dyn Error>>| verdict.map(|verdict| vec![verdict]);
    one("kills", &|| alone(kills::run(&template, amount.kills, amount.each_phase, seed)))?;
    one("turning", &|| alone(turning::run(&template, amount.turnings, seed)))?;
    one("upkeep", &|| alone(upkeep::run(&template, amount.upkeep, seed)))?;
    one("restoring", &|| alone(restoring::run(&template, amount.restoring, seed)))?;
    one("power", &|| power::run(&template, amount.images, seed))?;
    one("errors", &|| alone(errors::run(&template, amount.refused, seed)))?;
    one("space", &|| alone(space::run(&template)))?;
    one("past", &|| alone(past::run(&template, amount.log, seed)))?;
    one("bundles", &|| alone(mutants::run(amount.mutants, seed)))?;
    one("flips", &|| alone(mutants::flip_bits(amount.flips, seed)))?;
    one("fuzz", &|| alone(fuzz::run(amount.fuzz_seconds, seed)))?;
    one("timing", &|| alone(timing::run(&template, amount.attempts)))?;
    Ok(sound)
}
