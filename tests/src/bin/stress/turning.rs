//! Killed while keys turn and passwords change: a process in which somebody's access ends, or a password is changed, is ended with SIGKILL
//! at random moments. Afterwards the office is the old one or the new one, whole, and opens for those who belong to it.

use super::model::{child as a_child, program, wait_until_free};
use super::{Template, Verdict};
use amparo_api::getting_in::Ask as Enter;
use amparo_api::keeping::Ask as Keep;
use amparo_api::people::{Answer as People, Ask};
use amparo_api::records::{Ask as Case, Show};
use amparo_api::{Code, Reply, Request};
use amparo_model::ids::PersonId;
use amparo_model::person::Standing;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, diff};
use amparo_office::Program;
use amparo_store::TurningAt as At;
use amparo_store::trial::TURNING;
use amparo_tests::dice::Dice;
use amparo_tests::office::by_code;
use amparo_tests::staff::{Login, cases, lock, page, sign_in};
use std::error::Error;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub type Answer<T> = Result<T, Box<dyn Error>>;

/// Cases that must be there whatever happens.
pub const CASES: usize = 4;
/// The moments that a turning process tells, in order; it is killed a little after each in turn.
const MOMENTS: [&str; 8] = ["asked", "copied", "turned", "changed", "switching", "switched", "renamed", "done"];

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    if out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn moment(at: At) {
    tell(match at {
        At::Copied => "copied",
        At::Turned => "turned",
        At::Changed => "changed",
        At::Switching => "switching",
        At::Switched => "switched",
        At::Renamed => "renamed",
    });
}

/// The process that is killed.
pub fn child(folder: &Path, words: &[&str]) -> Answer<()> {
    let program = program(folder);
    match words {
        ["leave", name, password, login] => {
            sign_in(&program, &of(name, password))?;
            let person = people(&program)?.into_iter().find(|it| it.login == *login).ok_or("nobody leaves")?.id;
            // Setting it twice is not possible, and is not done.
            let _ = TURNING.set(moment);
            tell("asked");
            program.ask(Request::People(Ask::Confirm { person }), &())?;
        }
        ["password", name, old, new] => {
            sign_in(&program, &of(name, old))?;
            tell("asked");
            let change = Enter::ChangePassword { old: (*old).to_owned(), new: (*new).to_owned() };
            program.ask(Request::GettingIn(change), &())?;
        }
        // An office of an earlier format is raised while somebody signs in.
        ["raise", name, password] => {
            tell("asked");
            sign_in(&program, &of(name, password))?;
        }
        ["restore", name, password] => {
            sign_in(&program, &of(name, password))?;
            let _ = TURNING.set(moment);
            tell("asked");
            super::restoring::restore(&program)?;
        }
        ["restore-elsewhere", name, password, backup] => {
            let _ = TURNING.set(moment);
            tell("asked");
            super::restoring::restore_elsewhere(&program, Path::new(backup), &of(name, password))?;
        }
        ["back-up", name, password] => {
            sign_in(&program, &of(name, password))?;
            tell("asked");
            program.ask(Request::Keeping(Keep::BackUp {}), &())?;
        }
        _ => return Err("not understood".into()),
    }
    tell("done");
    // Time to be killed in.
    std::thread::sleep(Duration::from_secs(1));
    Ok(())
}

pub fn of(name: &str, password: &str) -> Login {
    Login { name: name.to_owned(), password: password.to_owned() }
}

fn people(program: &Program) -> Answer<Vec<amparo_model::person::Person>> {
    match program.ask(Request::People(Ask::List {}), &())? {
        Reply::People(People::People { people, .. }) => Ok(people),
        _ => Err("not people".into()),
    }
}

pub fn count(program: &Program) -> Answer<usize> {
    Ok(page(program, by_code(RecordType::CASE, Show::All), 0, 1)?.1)
}

/// The caseworker who is signed in registers an invented child.
pub fn register(program: &Program, number: u64, caseworker: PersonId) -> Answer<()> {
    let change = diff(&Document::default(), &a_child(number, caseworker));
    let complete = vec!["consent".to_owned(), "registration".to_owned()];
    let of = RecordType::CASE;
    cases(
        program,
        Case::Save { record: None, of, heads: Vec::new(), change, complete, renewed: Vec::new(), draft: None },
    )?;
    Ok(())
}

/// A caseworker with cases, whose access is asked to end.
pub fn prepare(template: &Template, folder: &Path) -> Answer<()> {
    template.copy(folder)?;
    let program = program(folder);
    let caseworker = sign_in(&program, template.worker())?.person;
    for number in 0..CASES {
        register(&program, number as u64, caseworker)?;
    }
    lock(&program)?;
    sign_in(&program, &template.staff.administrator)?;
    program.ask(Request::People(Ask::ProposeLeaving { person: caseworker }), &())?;
    lock(&program)?;
    program.close();
    drop(program);
    wait_until_free(folder);
    Ok(std::fs::remove_dir_all(folder.join("backups"))?)
}

pub fn copy(from: &Path, to: &Path) -> Answer<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    ["files", "backups"].iter().try_for_each(|part| std::fs::create_dir_all(to.join(part)))?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// Starts a process and kills it so long after it told a moment; gives the last line that it printed.
pub fn kill(folder: &Path, words: &[&str], after: &str, pause: Duration) -> Answer<String> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("--turning")
        .arg(folder)
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let out = child.stdout.take().ok_or("no output")?;
    let mut last = String::new();
    for line in BufReader::new(out).lines() {
        last = line?;
        if last == after {
            let until = Instant::now() + pause;
            while Instant::now() < until {
                std::hint::spin_loop();
            }
            child.kill()?;
        }
    }
    child.wait()?;
    wait_until_free(folder);
    Ok(last)
}

/// What must hold after the end of somebody's access was interrupted.
pub fn check_leaving(template: &Template, folder: &Path, last: &str) -> Result<bool, String> {
    let here = program(folder);
    let checked = (|| {
        sign_in(&here, &template.staff.supervisor)
            .map_err(|problem| format!("the supervisor is shut out: {problem}"))?;
        let worker = template.worker();
        let standing = people(&here).ok().and_then(|all| all.into_iter().find(|it| it.login == worker.name));
        let gone = standing.ok_or("the caseworker is not known")?.standing == Standing::Disabled;
        if count(&here).ok() != Some(CASES) {
            return Err("cases are lost".to_owned());
        }
        lock(&here).map_err(|problem| problem.to_string())?;
        match sign_in(&here, worker) {
            Ok(_) if gone => return Err("who left signs in".to_owned()),
            Err(problem) if !gone => return Err(format!("who stays is shut out: {problem}")),
            Err(problem) if problem.code != Code::Refused => return Err(format!("refused as {problem}")),
            Ok(_) if count(&here).ok() != Some(CASES) => return Err("the caseworker lost cases".to_owned()),
            _ => {}
        }
        if last == "done" && !gone {
            return Err("what was acknowledged did not happen".to_owned());
        }
        Ok(gone)
    })();
    drop(here);
    wait_until_free(folder);
    checked
}

pub fn check_password(folder: &Path, who: &Login, new: &str, last: &str) -> Result<bool, String> {
    let here = program(folder);
    let changed = sign_in(&here, &of(&who.name, new)).is_ok();
    let kept = if changed {
        let _ = lock(&here);
        sign_in(&here, who).is_ok()
    } else {
        sign_in(&here, who).is_ok()
    };
    drop(here);
    wait_until_free(folder);
    match (kept, changed) {
        (true, true) => Err("both passwords open".to_owned()),
        (false, false) => Err("neither password opens".to_owned()),
        (true, false) if last == "done" => Err("what was acknowledged did not happen".to_owned()),
        _ => Ok(changed),
    }
}

pub fn run(template: &Template, kills: usize, seed: u64) -> Answer<Verdict> {
    let (ready, folder) = (template.work.join("leaving"), template.work.join("turned"));
    prepare(template, &ready)?;
    let mut dice = Dice::new(seed);
    let (supervisor, worker) = (&template.staff.supervisor, template.worker());
    let (mut old, mut new, mut violations) = (0, 0, Vec::new());
    let mut note = |outcome: Result<bool, String>, what: &str| match outcome {
        Ok(true) => new += 1,
        Ok(false) => old += 1,
        Err(violation) => violations.push(format!("{what}: {violation}")),
    };
    for at in 0..kills {
        copy(&ready, &folder)?;
        // Every third kill falls into a change of password.
        if at % 3 == 2 {
            let changed = "another-lantern-over-seven-hills";
            let words = ["password", worker.name.as_str(), worker.password.as_str(), changed];
            let pause = Duration::from_micros(dice.below(900_000) as u64);
            let last = kill(&folder, &words, "asked", pause)?;
            note(check_password(&folder, worker, changed, &last), &format!("password, killed after \"{last}\""));
        } else {
            let after = MOMENTS[(at - at / 3) % MOMENTS.len()];
            let words = ["leave", supervisor.name.as_str(), supervisor.password.as_str(), worker.name.as_str()];
            let most = if after == "asked" { 40_000 } else { 4_000 };
            let last = kill(&folder, &words, after, Duration::from_micros(dice.below(most) as u64))?;
            note(check_leaving(template, &folder, &last), &format!("leaving, killed after \"{last}\""));
        }
    }
    if old == 0 || new == 0 {
        violations.push("the kills met only one side of the switch".to_owned());
    }
    let told =
        format!("{kills} kills while keys turned and passwords changed: {old} offices as before, {new} as after");
    Ok(Verdict { name: "turning".to_owned(), told, violations })
}
