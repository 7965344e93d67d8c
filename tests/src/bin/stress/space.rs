//! A full disk: an office on a small file system of its own is filled until nothing more fits. What was acknowledged is there, the
//! refusal says why, and with room again work goes on.

use super::model::{child, program, wait_until_free};
use super::turning::count;
use super::{Template, Verdict};
use amparo_api::Code;
use amparo_api::records::Ask as Case;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, diff};
use amparo_tests::staff::{cases, sign_in};
use std::error::Error;
use std::path::Path;
use std::process::Command;

/// Unmounts at the end, whatever happened.
struct Mounted<'a>(&'a Path);

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        // Lazily: whatever is still open there goes with its process.
        let _ = Command::new("umount").arg("--lazy").arg(self.0).status();
    }
}

pub fn run(template: &Template) -> Result<Verdict, Box<dyn Error>> {
    let name = "space".to_owned();
    let place = template.work.join("small");
    std::fs::create_dir_all(&place)?;
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=24m", "amparo-stress"])
        .arg(&place)
        .stderr(std::process::Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        return Ok(Verdict {
            name,
            told: "NOT RUN: a small file system cannot be mounted here".to_owned(),
            violations: vec![],
        });
    }
    let _mounted = Mounted(&place);
    let folder = place.join("office");
    template.copy(&folder)?;
    // What is given back later is more than the write-ahead log needs to be brought in.
    let ballast = place.join("ballast");
    std::fs::write(&ballast, vec![1; 12 << 20])?;
    let mut violations = Vec::new();
    let who = template.worker();
    let running = program(&folder);
    let person = sign_in(&running, who)?.person;
    let save = |number| {
        let change = diff(&Document::default(), &child(number, person));
        let complete = vec!["consent".to_owned(), "registration".to_owned()];
        cases(
            &running,
            Case::Save {
                record: None,
                of: RecordType::CASE,
                heads: Vec::new(),
                change,
                complete,
                renewed: Vec::new(),
                draft: None,
            },
        )
    };
    let mut saved = 0;
    let refusal = loop {
        match save(saved as u64) {
            Ok(_) if saved < 10_000 => saved += 1,
            Ok(_) => return Err("the small file system is never full".into()),
            Err(problem) => break problem.code,
        }
    };
    if refusal != Code::NoSpace {
        violations.push(format!("a full disk is told as {}", refusal.id()));
    }
    if count(&running)? != saved {
        violations.push(format!("{} cases are listed of {saved} acknowledged", count(&running)?));
    }
    std::fs::remove_file(&ballast)?;
    match save(50_000) {
        Ok(_) => saved += 1,
        Err(problem) => violations.push(format!("with room again nothing can be saved: {}", problem.code.id())),
    }
    drop(running);
    wait_until_free(&folder);
    let again = program(&folder);
    sign_in(&again, who)?;
    if count(&again)? != saved {
        violations.push(format!("{} cases are there afterwards of {saved} acknowledged", count(&again)?));
    }
    drop(again);
    wait_until_free(&folder);
    Ok(Verdict {
        name,
        told: format!("{saved} cases until a 24 MiB disk, half of it ballast, was full, and one more with room again"),
        violations,
    })
}
