//! A disk that refuses: the n-th call that makes, writes, syncs, cuts, renames or removes a file fails, once with an input error or from then
//! on because the disk is full. What was acknowledged is there, what was not is there whole or not at all, and the office goes on.

use super::model::Model;
use super::power::library;
use super::turning::{Answer, check_leaving, check_password, copy, prepare};
use super::upkeep::{check_backups, check_whole, lower};
use super::{Template, Verdict};
use std::path::Path;
use std::process::{Command, Stdio};

/// Operations of the process that saves.
const OPERATIONS: u64 = 5;
/// The password that a password is changed to.
const CHANGED: &str = "another-lantern-over-seven-hills";

/// What goes on while the disk refuses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Saving,
    Leaving,
    Password,
    Raising,
    BackingUp,
}

const ALL: [What; 5] = [What::Saving, What::Leaving, What::Password, What::Raising, What::BackingUp];

struct Trial<'a> {
    template: &'a Template,
    library: std::path::PathBuf,
    ready: std::path::PathBuf,
    older: std::path::PathBuf,
    seed: u64,
}

impl Trial<'_> {
    fn arguments(&self, what: What, folder: &Path) -> Vec<String> {
        let (supervisor, worker) = (&self.template.staff.supervisor, self.template.worker());
        let mut words = vec!["--turning".to_owned(), folder.display().to_string()];
        words.extend(match what {
            What::Saving => return self.template.saving(folder, self.seed, OPERATIONS),
            What::Leaving => {
                vec!["leave".to_owned(), supervisor.name.clone(), supervisor.password.clone(), worker.name.clone()]
            }
            What::Password => {
                vec!["password".to_owned(), worker.name.clone(), worker.password.clone(), CHANGED.to_owned()]
            }
            What::Raising => vec!["raise".to_owned(), worker.name.clone(), worker.password.clone()],
            What::BackingUp => vec!["back-up".to_owned(), worker.name.clone(), worker.password.clone()],
        });
        words
    }

    /// Runs it with the n-th call refused; gives what it printed and how many calls there were.
    fn run(&self, what: What, folder: &Path, at: u64, full: bool) -> Answer<(String, u64)> {
        match what {
            What::Saving => self.template.copy(folder)?,
            What::Raising => copy(&self.older, folder)?,
            _ => copy(&self.ready, folder)?,
        }
        let count = folder.with_extension("count");
        let mut child = Command::new(std::env::current_exe()?);
        child.args(self.arguments(what, folder)).env("LD_PRELOAD", &self.library);
        child.env("FAULT_ROOT", folder).env("FAULT_COUNT", &count).env("FAULT_AT", at.to_string());
        child.env("FAULT_ERROR", if full { "ENOSPC" } else { "EIO" });
        if full {
            child.env("FAULT_LASTING", "1");
        }
        let out = child.stdin(Stdio::null()).stderr(Stdio::null()).output()?;
        let calls = std::fs::read_to_string(&count)?.parse()?;
        Ok((String::from_utf8_lossy(&out.stdout).into_owned(), calls))
    }

    fn check(&self, what: What, folder: &Path, printed: &str) -> Result<(), String> {
        let worker = self.template.worker();
        let last = printed.lines().last().unwrap_or_default();
        match what {
            What::Saving => {
                let mut model = Model::default();
                model.begin(self.seed);
                for line in printed.lines() {
                    model.hear(line).ok_or_else(|| format!("not understood: {line}"))?;
                }
                model.check(folder, worker, true)
            }
            What::Leaving => check_leaving(self.template, folder, last).map(drop),
            What::Password => check_password(folder, worker, CHANGED, last).map(drop),
            What::Raising => check_whole(folder, worker),
            What::BackingUp => {
                check_whole(folder, worker)?;
                let kept = check_backups(folder, &self.template.work.join("refused-restored"), worker)?;
                if last == "done" && kept == 0 { Err("no backup was made".to_owned()) } else { Ok(()) }
            }
        }
    }
}

/// `each`: so many calls of each kind of work are refused, evenly spread; every one for none.
pub fn run(template: &Template, each: Option<u64>, seed: u64) -> Answer<Verdict> {
    let (ready, older) = (template.work.join("refused-ready"), template.work.join("refused-older"));
    prepare(template, &ready)?;
    copy(&ready, &older)?;
    lower(&older, template.worker())?;
    let trial = Trial { template, library: library(&template.work, "faults")?, ready, older, seed };
    let folder = template.work.join("refused");
    let (mut violations, mut tried, mut refused, mut calls) = (Vec::new(), 0, 0, Vec::new());
    for what in ALL {
        let (printed, all) = trial.run(what, &folder, 0, false)?;
        trial.check(what, &folder, &printed).map_err(|violation| format!("nothing refused: {violation}"))?;
        calls.push(all.to_string());
        let step = each.map_or(1, |each| (all / each).max(1));
        let mut at = 1 + seed % step;
        while at <= all {
            for full in [false, true] {
                let (printed, _) = trial.run(what, &folder, at, full)?;
                tried += 1;
                refused += usize::from(!printed.lines().any(|line| line == "done"));
                if let Err(violation) = trial.check(what, &folder, &printed) {
                    let (error, last) =
                        (if full { "ENOSPC" } else { "EIO" }, printed.lines().last().unwrap_or_default());
                    let of = ["saving", "leaving", "password", "raising", "backing up"][what as usize];
                    violations.push(format!("{of}, call {at} of {all} {error}, last \"{last}\": {violation}"));
                }
            }
            at += step;
        }
    }
    let told = format!(
        "{tried} runs with a call refused (of {} while saving, leaving, changing a password, raising, backing up); {refused} did not end",
        calls.join(", ")
    );
    Ok(Verdict { name: "errors".to_owned(), told, violations })
}
