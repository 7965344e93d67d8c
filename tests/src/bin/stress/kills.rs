//! Killing: a process that saves is ended with SIGKILL at random moments, before, inside and after the commit; then the office is
//! opened again and compared with what was acknowledged.

use super::model::Model;
use super::{Template, Verdict};
use amparo_tests::dice::Dice;
use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// Where a process was when it was killed, by the last line that it printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Asked, no transaction yet.
    Before,
    /// In the transaction, up to the end of the commit.
    Inside,
    /// Committed; perhaps not told yet.
    After,
}

const PHASES: [Phase; 3] = [Phase::Before, Phase::Inside, Phase::After];

fn phase_of(line: &str) -> Option<Phase> {
    match line.split_whitespace().next()? {
        "ask" => Some(Phase::Before),
        "begun" | "committing" => Some(Phase::Inside),
        "committed" | "done" => Some(Phase::After),
        _ => None,
    }
}

#[derive(Default)]
struct Counts {
    of: [usize; 3],
    committing: usize,
    acknowledged: usize,
    violations: Vec<String>,
}

impl Counts {
    /// The phase that was met least so far.
    fn wanted(&self) -> Phase {
        let least = (0..3).min_by_key(|at| self.of[*at]).unwrap_or(0);
        PHASES[least]
    }
    fn total(&self) -> usize {
        self.of.iter().sum()
    }
}

/// An office is thrown away after so many kills, so that checking it stays short.
const KILLS_PER_OFFICE: usize = 25;

pub fn run(template: &Template, kills: usize, least: usize, seed: u64) -> Result<Verdict, Box<dyn Error>> {
    let counts = Mutex::new(Counts::default());
    let failed: Mutex<Option<String>> = Mutex::default();
    std::thread::scope(|scope| {
        for worker in 0..2_u64 {
            let (counts, failed) = (&counts, &failed);
            scope.spawn(move || {
                if let Err(error) = one_worker(template, worker, kills, least, seed, counts) {
                    *failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(error.to_string());
                }
            });
        }
    });
    if let Some(error) = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        return Err(error.into());
    }
    let counts = counts.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let [before, inside, after] = counts.of;
    let told = format!(
        "{} kills: {before} before, {inside} inside ({} of them in the commit itself), {after} after; {} acknowledged",
        counts.total(),
        counts.committing,
        counts.acknowledged
    );
    let enough = counts.of.iter().all(|count| *count >= least);
    let mut violations = counts.violations;
    if !enough {
        violations.push(format!("a phase was met fewer than {least} times"));
    }
    Ok(Verdict { name: "kills".to_owned(), told, violations })
}

fn one_worker(
    template: &Template,
    worker: u64,
    kills: usize,
    least: usize,
    seed: u64,
    counts: &Mutex<Counts>,
) -> Result<(), Box<dyn Error>> {
    let lock = || counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut dice = Dice::new(seed ^ worker);
    let folder = template.work.join(format!("killed-{worker}"));
    let mut model = Model::default();
    for run in 0..kills * 2 {
        if run % KILLS_PER_OFFICE == 0 {
            lock().acknowledged += model.acknowledged();
            template.copy(&folder)?;
            model = Model::default();
        }
        let wanted = {
            let counts = lock();
            if counts.total() >= kills && counts.of.iter().all(|count| *count >= least) {
                break;
            }
            counts.wanted()
        };
        let last = kill_one(template, &folder, &mut model, wanted, &mut dice)?;
        let all = run % KILLS_PER_OFFICE == KILLS_PER_OFFICE - 1;
        let checked = model.check(&folder, template.worker(), all);
        let mut counts = lock();
        if let Some(phase) = phase_of(&last) {
            counts.of[phase as usize] += 1;
            counts.committing += usize::from(last.starts_with("committing"));
        }
        if let Err(violation) = checked {
            counts.violations.push(format!("run {run} of worker {worker}, killed after \"{last}\": {violation}"));
            drop(counts);
            template.copy(&folder)?;
            model = Model::default();
        }
    }
    lock().acknowledged += model.acknowledged();
    Ok(())
}

/// Starts a process that saves, kills it; gives the last line that it printed.
fn kill_one(
    template: &Template,
    folder: &Path,
    model: &mut Model,
    wanted: Phase,
    dice: &mut Dice,
) -> Result<String, Box<dyn Error>> {
    let seed = dice.bits();
    model.begin(seed);
    let mut child = Command::new(std::env::current_exe()?)
        .args(template.saving(folder, seed, 10_000))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let out = child.stdout.take().ok_or("no output")?;
    let mut after = 1 + dice.below(8);
    // A commit takes a few milliseconds, what comes before and after it much less.
    let (word, most) = match wanted {
        Phase::Before => ("ask", 200),
        Phase::Inside if dice.percent(50) => ("begun", 4_000),
        Phase::Inside => ("committing", 6_000),
        Phase::After => ("committed", 300),
    };
    let pause = Duration::from_micros(dice.below(most) as u64);
    let (mut last, mut killed) = (String::new(), false);
    for line in BufReader::new(out).lines() {
        let line = line?;
        model.hear(&line).ok_or_else(|| format!("not understood: {line}"))?;
        if line.starts_with(word) && !killed {
            after -= 1;
            if after == 0 {
                spin(pause);
                child.kill()?;
                killed = true;
            }
        }
        last = line;
    }
    let ended = child.wait()?;
    if killed { Ok(last) } else { Err(format!("a saving process ended by itself: {ended}").into()) }
}

/// Sleeping is not exact enough for moments this short.
fn spin(pause: Duration) {
    let until = std::time::Instant::now() + pause;
    while std::time::Instant::now() < until {
        std::hint::spin_loop();
    }
}
