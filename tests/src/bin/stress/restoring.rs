//! Killed while a backup is brought back: in an office that is open, and on a machine without one. Afterwards the office is the one before
//! or the one of the backup, whole, and the state before a restore is among the backups.

use super::model::{program, wait_until_free, wait_until_sound};
use super::turning::{Answer, CASES, copy, count, kill, prepare, register};
use super::{Template, Verdict};
use amparo_api::keeping::{Answer as Keeping, Ask as Keep, BackupKey, Place, Which};
use amparo_api::{Reply, Request};
use amparo_office::Program;
use amparo_tests::dice::Dice;
use amparo_tests::staff::{Login, lock, sign_in};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the killed process tells, in order, besides the end.
const MOMENTS: [&str; 7] = ["asked", "copied", "turned", "changed", "switching", "switched", "renamed"];
/// The same on a machine without an office.
const ELSEWHERE: [&str; 4] = ["asked", "switching", "renamed", "done"];

/// Brings the oldest backup of the list back; the process that is killed does this.
pub fn restore(program: &Program) -> Answer<()> {
    let Reply::Keeping(Keeping::List { backups }) = program.ask(Request::Keeping(Keep::ListBackups {}), &())? else {
        return Err("not a list".into());
    };
    let here = backups.iter().filter(|backup| backup.place == Place::Here);
    let at = here.map(|backup| backup.at).min().ok_or("no backup")?;
    let backup = Which::Listed { place: Place::Here, at };
    program.ask(Request::Keeping(Keep::Restore { backup, key: None, above: BTreeMap::new() }), &())?;
    Ok(())
}

/// The office of a backup comes into being where none is.
pub fn restore_elsewhere(program: &Program, backup: &Path, who: &Login) -> Answer<()> {
    let key = BackupKey::Password { login: who.name.clone(), password: who.password.clone() };
    let (backup, above) = (program.offer(backup.to_owned()), BTreeMap::new());
    program.ask(Request::Keeping(Keep::RestoreElsewhere { backup, key, new_password: None, above }), &())?;
    Ok(())
}

/// An office with one case more than its only backup; gives the backup's name.
fn with_a_backup(template: &Template, folder: &Path) -> Answer<String> {
    prepare(template, folder)?;
    let program = program(folder);
    sign_in(&program, &template.staff.administrator)?;
    program.ask(Request::Keeping(Keep::BackUp {}), &())?;
    lock(&program)?;
    let caseworker = sign_in(&program, template.worker())?.person;
    register(&program, 1000, caseworker)?;
    lock(&program)?;
    program.close();
    drop(program);
    wait_until_free(folder);
    let all = amparo_store::backups(&folder.join("backups"))?;
    let oldest = all.last().ok_or("no backup")?;
    for later in all.iter().filter(|backup| backup.at != oldest.at) {
        std::fs::remove_dir_all(&later.path)?;
    }
    Ok(oldest.path.file_name().and_then(|name| name.to_str()).ok_or("no name")?.to_owned())
}

/// Every case of an office that opens and that its check finds sound.
fn cases_in(folder: &Path, who: &Login) -> Result<usize, String> {
    let here = program(folder);
    let counted = sign_in(&here, who).map_err(|problem| format!("cannot sign in: {problem}")).and_then(|_| {
        wait_until_sound(&here)?;
        count(&here).map_err(|error| error.to_string())
    });
    drop(here);
    wait_until_free(folder);
    counted
}

/// How many cases each backup with a name holds, those before a restore apart.
fn backups_of(folder: &Path, aside: &Path, who: &Login) -> Result<(Vec<usize>, Vec<usize>), String> {
    let (mut plain, mut before) = (Vec::new(), Vec::new());
    for backup in amparo_store::backups(&folder.join("backups")).map_err(|error| error.to_string())? {
        let _ = std::fs::remove_dir_all(aside);
        let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
        amparo_store::unpack(&backup.path, &amparo_store::Folder::at(aside), go_on)
            .map_err(|error| error.to_string())?;
        let held = cases_in(aside, who).map_err(|violation| format!("a backup: {violation}"))?;
        if backup.aside { &mut before } else { &mut plain }.push(held);
    }
    Ok((plain, before))
}

struct Trial<'a> {
    template: &'a Template,
    folder: PathBuf,
    aside: PathBuf,
    backup: PathBuf,
}

impl Trial<'_> {
    /// Whether the backup's state is there.
    fn check(&self, last: &str) -> Result<bool, String> {
        let who = self.template.worker();
        let restored = match cases_in(&self.folder, who)? {
            CASES => true,
            present if present == CASES + 1 && last != "done" => false,
            other => return Err(format!("{other} cases")),
        };
        let (plain, before) = backups_of(&self.folder, &self.aside, who)?;
        if !plain.contains(&CASES) {
            return Err("the backup that was brought back is gone".to_owned());
        }
        if restored && !before.contains(&(CASES + 1)) {
            return Err("the state before is not kept".to_owned());
        }
        Ok(restored)
    }

    /// On a machine without an office there is none yet, and it can be asked for again, or it is whole.
    fn check_elsewhere(&self, last: &str) -> Result<bool, String> {
        let there = self.folder.join("office.keys").exists();
        if !there {
            if last == "done" {
                return Err("what was acknowledged did not happen".to_owned());
            }
            let here = program(&self.folder);
            let again = restore_elsewhere(&here, &self.backup, &self.template.staff.administrator);
            drop(here);
            wait_until_free(&self.folder);
            again.map_err(|error| format!("cannot be asked for again: {error}"))?;
        }
        match cases_in(&self.folder, self.template.worker())? {
            CASES => Ok(there),
            other => Err(format!("{other} cases")),
        }
    }
}

pub fn run(template: &Template, kills: usize, seed: u64) -> Answer<Verdict> {
    let ready = template.work.join("to-restore");
    let name = with_a_backup(template, &ready)?;
    let kept = ready.join("backups").join(&name);
    let trial = Trial {
        template,
        folder: template.work.join("brought-back"),
        aside: template.work.join("looked-into"),
        backup: kept.clone(),
    };
    let (mut dice, mut violations) = (Dice::new(seed ^ 0x005e_5704), Vec::new());
    let (mut old, mut new) = ([0, 0], [0, 0]);
    let administrator = &template.staff.administrator;
    for at in 0..kills {
        let elsewhere = at % 2;
        let (name, word) = (administrator.name.as_str(), administrator.password.as_str());
        let (last, checked) = if elsewhere == 1 {
            if trial.folder.exists() {
                std::fs::remove_dir_all(&trial.folder)?;
            }
            let from = kept.display().to_string();
            let after = ELSEWHERE[(at / 2) % ELSEWHERE.len()];
            // The first is killed at once, so that one falls before the office is there whatever the dice say.
            let most = if at == 1 {
                10_000
            } else if after == "asked" {
                900_000
            } else {
                3_000
            };
            let words = ["restore-elsewhere", name, word, from.as_str()];
            let last = kill(&trial.folder, &words, after, Duration::from_micros(dice.below(most) as u64))?;
            let checked = trial.check_elsewhere(&last);
            (last, checked)
        } else {
            copy(&ready, &trial.folder)?;
            let target = trial.folder.join("backups").join(kept.file_name().ok_or("no name")?);
            copy(&kept, &target)?;
            let after = MOMENTS[(at / 2) % MOMENTS.len()];
            let most = if after == "asked" { 200_000 } else { 4_000 };
            let words = ["restore", name, word];
            let last = kill(&trial.folder, &words, after, Duration::from_micros(dice.below(most) as u64))?;
            let checked = trial.check(&last);
            (last, checked)
        };
        match checked {
            Ok(true) => new[elsewhere] += 1,
            Ok(false) => old[elsewhere] += 1,
            Err(violation) => {
                let what = ["restore", "restore elsewhere"][elsewhere];
                violations.push(format!("{what}, killed after \"{last}\": {violation}"));
            }
        }
    }
    if kills >= 14 && [old, new].iter().flatten().any(|met| *met == 0) {
        violations.push(format!("the kills met only one side of a switch: {old:?} before, {new:?} after"));
    }
    let told = format!(
        "{kills} kills while a backup was brought back: here {} offices as before and {} as the backup, elsewhere {} not there yet and {} whole",
        old[0], new[0], old[1], new[1]
    );
    Ok(Verdict { name: "restoring".to_owned(), told, violations })
}
