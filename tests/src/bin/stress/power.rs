//! Power cuts: a saving process is recorded write by write; then offices are laid out as a power cut at any moment could have left
//! them, opened and compared with what was acknowledged up to that moment. With `synchronous=OFF` the same must be noticed.

use super::disk::{Disk, Step, read_record};
use super::model::Model;
use super::{Template, Verdict};
use amparo_tests::dice::Dice;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Operations recorded at once.
const OPERATIONS: u64 = 60;
/// Images from one record.
const IMAGES_PER_RECORD: usize = 25;

/// Compiles a library that is put in front of the system's own; the compiler is the one that built the database.
pub fn library(work: &Path, name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let library = work.join(name).with_extension("so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("lossy").join(name).with_extension("c");
    let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
    let done = Command::new(compiler)
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"])
        .args([&library, &source])
        .args(["-ldl", "-lpthread"])
        .status()?;
    if done.success() { Ok(library) } else { Err(format!("{name} was not compiled").into()) }
}

/// A recorded process: the disk it began with, and its steps.
struct Recorded {
    disk: Disk,
    steps: Vec<Step>,
    seed: u64,
}

fn record(template: &Template, library: &Path, seed: u64, with_sync: bool) -> Result<Recorded, Box<dyn Error>> {
    let folder = template.work.join("recorded");
    template.copy(&folder)?;
    let disk = Disk::holding(&folder)?;
    let log = template.work.join("record");
    let mut saving = Command::new(std::env::current_exe()?);
    saving.args(template.saving(&folder, seed, OPERATIONS));
    if !with_sync {
        saving.arg("--without-sync");
    }
    saving.env("LD_PRELOAD", library).env("LOSSY_ROOT", &folder).env("LOSSY_LOG", &log);
    let ended = saving.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    if !ended.success() {
        return Err(format!("the recorded process ended with {ended}").into());
    }
    Ok(Recorded { disk, steps: read_record(&log)?, seed })
}

/// How many images were opened, how many acknowledged things were looked for in all, and what went wrong.
#[derive(Default)]
struct Outcome {
    images: usize,
    acknowledged: usize,
    violations: Vec<String>,
}

fn cuts(template: &Template, recorded: &Recorded, images: usize, dice: &mut Dice) -> Result<Outcome, Box<dyn Error>> {
    // From the first request on: before it there is nothing to lose, and opening is the killing test's.
    let asked = |step: &Step| matches!(step, Step::Printed(line) if line.starts_with("ask"));
    let first = recorded.steps.iter().position(asked).ok_or("nothing was asked")?;
    let mut moments: Vec<usize> = (0..images).map(|_| first + dice.below(recorded.steps.len() - first)).collect();
    moments.sort_unstable();
    let (mut disk, mut model, mut done) = (recorded.disk.clone(), Model::default(), 0);
    model.begin(recorded.seed);
    let mut outcome = Outcome::default();
    for moment in moments {
        for step in &recorded.steps[done..moment] {
            disk.take(step);
            if let Step::Printed(lines) = step {
                lines.lines().try_for_each(|line| model.hear(line)).ok_or("a line was not understood")?;
            }
        }
        done = moment;
        let image = template.work.join("image");
        if image.exists() {
            std::fs::remove_dir_all(&image)?;
        }
        disk.cut_power(&image, dice)?;
        outcome.images += 1;
        outcome.acknowledged += model.acknowledged();
        // A copy: what this image turned out to hold is not what the next one must.
        if let Err(violation) = model.clone().check(&image, template.worker(), true) {
            outcome.violations.push(format!("cut at step {moment} of seed {}: {violation}", recorded.seed));
        }
    }
    Ok(outcome)
}

pub fn run(template: &Template, images: usize, seed: u64) -> Result<Vec<Verdict>, Box<dyn Error>> {
    let library = library(&template.work, "recorder")?;
    let mut dice = Dice::new(seed ^ 0xd15c);
    let mut all = Outcome::default();
    while all.images < images {
        let recorded = record(template, &library, dice.bits(), true)?;
        let some = cuts(template, &recorded, IMAGES_PER_RECORD.min(images - all.images), &mut dice)?;
        all.images += some.images;
        all.acknowledged += some.acknowledged;
        all.violations.extend(some.violations);
    }
    let recorded = record(template, &library, dice.bits(), false)?;
    let without = cuts(template, &recorded, IMAGES_PER_RECORD, &mut dice)?;
    let noticed = without.violations.len();
    let mut missing = Vec::new();
    if noticed == 0 {
        missing.push("without syncs nothing was lost: the test sees nothing".to_owned());
    }
    Ok(vec![
        Verdict {
            name: "power".to_owned(),
            told: format!("{} power cuts; {} acknowledged things looked for", all.images, all.acknowledged),
            violations: all.violations,
        },
        Verdict {
            name: "no syncs".to_owned(),
            told: format!(
                "with synchronous=OFF {noticed} of {} cuts are noticed{}",
                without.images,
                without.violations.first().map(|first| format!(", as: {first}")).unwrap_or_default()
            ),
            violations: missing,
        },
    ])
}
