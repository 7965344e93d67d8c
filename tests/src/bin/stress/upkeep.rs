//! Killed while an office of an earlier format is raised, and while a backup is made: afterwards the office is whole with everything in it,
//! and every backup that has its name is a whole office too.

use super::model::{program, wait_until_free, wait_until_sound};
use super::turning::{Answer, CASES, copy, count, kill, prepare};
use super::{Template, Verdict};
use amparo_tests::dice::Dice;
use amparo_tests::staff::{Login, sign_in};
use amparo_vault::ExposeSecret as _;
use amparo_vault::keyfile::KeyFile;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// The schema of the first format.
const FIRST_FORMAT: &str = include_str!("../../../../crates/store/src/sql/001_office.sql");

/// Writes the database of an office in the first format: the same rows, in the tables as they were then.
pub fn lower(folder: &Path, who: &Login) -> Answer<()> {
    let mut keyfile = KeyFile::open(&folder.join("office.keys"))?;
    let key = keyfile.unlock(&who.name, &who.password)?.office_key.database_key();
    let (now, then) = (folder.join("office.db"), folder.join("first.db"));
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let made = Connection::open_with_flags(&then, flags)?;
    let key = key.expose_secret();
    made.execute_batch(&format!("PRAGMA key = \"{key}\"; PRAGMA application_id = {};", 0x416d_7072))?;
    made.execute_batch(&format!(
        "{FIRST_FORMAT}; PRAGMA foreign_keys = OFF; ATTACH '{}' AS now KEY \"{key}\";",
        now.display()
    ))?;
    let tables: Vec<(String, String)> = made
        .prepare(
            "SELECT m.name, group_concat('\"' || c.name || '\"') FROM main.sqlite_schema m, pragma_table_info(m.name) c
             WHERE m.type = 'table' GROUP BY m.name",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (table, columns) in tables {
        made.execute_batch(&format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table};"))?;
    }
    made.execute_batch("DETACH now; PRAGMA user_version = 1;")?;
    drop(made);
    Ok(std::fs::rename(then, now)?)
}

/// The office opens with every case in it, and the check behind the first list finds it sound.
pub fn check_whole(folder: &Path, who: &Login) -> Result<(), String> {
    let here = program(folder);
    let checked = sign_in(&here, who).map_err(|problem| format!("cannot sign in: {problem}")).and_then(|_| {
        wait_until_sound(&here)?;
        match count(&here) {
            Ok(CASES) => Ok(()),
            other => Err(format!("cases are lost: {other:?}")),
        }
    });
    drop(here);
    wait_until_free(folder);
    checked
}

/// Each backup that was given its name opens as an office.
pub fn check_backups(folder: &Path, aside: &Path, who: &Login) -> Result<usize, String> {
    let all = amparo_store::backups(&folder.join("backups")).map_err(|error| error.to_string())?;
    for backup in &all {
        let _ = std::fs::remove_dir_all(aside);
        let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
        amparo_store::unpack(&backup.path, &amparo_store::Folder::at(aside), go_on)
            .map_err(|error| error.to_string())?;
        check_whole(aside, who).map_err(|violation| format!("a backup: {violation}"))?;
    }
    Ok(all.len())
}

pub fn run(template: &Template, kills: usize, seed: u64) -> Answer<Verdict> {
    let (ready, folder, aside) =
        (template.work.join("upkeep"), template.work.join("kept"), template.work.join("restored"));
    prepare(template, &ready)?;
    let older = template.work.join("older");
    copy(&ready, &older)?;
    let who = template.worker();
    lower(&older, who)?;
    let (mut dice, mut violations, mut backups, mut raised) = (Dice::new(seed ^ 0x000b_acc0), Vec::new(), 0, 0);
    for at in 0..kills {
        let (from, word) = if at % 2 == 0 { (&older, "raise") } else { (&ready, "back-up") };
        copy(from, &folder)?;
        let words = [word, who.name.as_str(), who.password.as_str()];
        let last = kill(&folder, &words, "asked", Duration::from_micros(dice.below(1_200_000) as u64))?;
        let mut checked = check_whole(&folder, who);
        if checked.is_ok() {
            checked = check_backups(&folder, &aside, who).map(|count| backups += count);
        }
        raised += usize::from(word == "raise" && last == "done");
        if let Err(violation) = checked {
            violations.push(format!("{word}, killed after \"{last}\": {violation}"));
        }
    }
    let told = format!(
        "{kills} kills while an older office was raised ({raised} had ended) and while a backup was made; {backups} backups opened"
    );
    Ok(Verdict { name: "upkeep".to_owned(), told, violations })
}
