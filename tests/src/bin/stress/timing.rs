//! Whether a wrong name can be told from a wrong password by how long the answer takes: attempts of both kinds in turn, through the same door
//! as the window's.

use super::model::{program, wait_until_free};
use super::turning::{Answer, copy, prepare};
use super::{Template, Verdict};
use amparo_api::Code;
use amparo_tests::staff::{Login, sign_in};
use std::time::Instant;

/// Median and spread (the middle half) of times in milliseconds.
fn middle(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get(times.len() * part / 4).copied().unwrap_or(0.0);
    (at(2), at(3) - at(1))
}

pub fn run(template: &Template, attempts: usize) -> Answer<Verdict> {
    let (ready, folder) = (template.work.join("timed-ready"), template.work.join("timed"));
    prepare(template, &ready)?;
    copy(&ready, &folder)?;
    let here = program(&folder);
    let worker = template.worker();
    let wrong = [
        Login { name: worker.name.clone(), password: "ledger-lantern-over-nine-hills".to_owned() },
        Login { name: "nobody".to_owned(), password: worker.password.clone() },
    ];
    let mut times = [Vec::new(), Vec::new()];
    for at in 0..attempts {
        // What is counted makes the next attempt wait; that is not what is measured.
        match std::fs::remove_file(amparo_store::Folder::at(&folder).attempts()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let start = Instant::now();
        let refused = sign_in(&here, &wrong[at % 2]).err().map(|problem| problem.code);
        times[at % 2].push(start.elapsed().as_secs_f64() * 1_000.0);
        if refused != Some(Code::Refused) {
            return Err(format!("answered {refused:?}").into());
        }
    }
    drop(here);
    wait_until_free(&folder);
    let [(password, of_password), (name, of_name)] = times.map(|mut times| middle(&mut times));
    let (difference, spread) = ((password - name).abs(), of_password.min(of_name));
    let told = format!(
        "{attempts} attempts in turn: a wrong password {password:.1} ms (spread {of_password:.1}), a wrong name {name:.1} ms \
         (spread {of_name:.1}), difference {difference:.2} ms"
    );
    let violations = if difference < spread {
        Vec::new()
    } else {
        vec![format!("they differ by more than their spread of {spread:.2} ms")]
    };
    Ok(Verdict { name: "timing".to_owned(), told, violations })
}
