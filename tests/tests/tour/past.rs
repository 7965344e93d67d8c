//! What was changed, and that everything is there after closing and opening again.

use super::{Outcome, Tour, password};

pub fn history(tour: &mut Tour) -> Outcome {
    tour.click("#tab-history")?;
    tour.see("[data-test='history']")?;
    tour.says("Through the aunt, after the call to prayer")?;
    tour.says("Lucía Ferrer")?;
    tour.step("who changed what, when");
    tour.picture("history")
}

/// Closing makes a backup; opening again finds everything, and the log tells of it.
pub fn still_there(tour: &mut Tour, code: &str) -> Outcome {
    tour.close()?;
    let backups = std::fs::read_dir(tour.office("camp").join("backups")).unwrap().count();
    assert!(backups > 0, "no backup was made at closing");
    let stick = std::fs::read_dir(tour.machine.path("stick").join("amparo-KRG1")).unwrap().count();
    assert!(stick > 0, "no second copy was made");
    tour.open("camp")?;
    tour.sign_in("samuel", &password("samuel"))?;
    tour.click("#go-cases")?;
    tour.see(&format!("[data-test='list-row'][data-code='{code}']"))?;
    tour.step("the supervisor sees the case after closing and opening again");
    tour.picture("supervisor-list")?;
    tour.click("#go-settings")?;
    tour.see("#backup-facts")?;
    tour.picture("settings")?;
    tour.click("#go-log")?;
    tour.see("#log")?;
    tour.picture("log")?;
    tour.close()
}
