//! What keeps an office, in the sample office: a backup tried out and brought back, a record destroyed by two people who did not ask, held
//! back, its certificate; the emergency practised, then meant, and the office restored from the stick.

use super::{Outcome, Tour, heading};
use amparo_language::{Language, words};

const AMINA: (&str, &str) = ("amina", "paper-lantern-river-cedar-blue");
const SAMUEL: (&str, &str) = ("samuel", "window-harvest-violet-stone-key");
const LUCIA: (&str, &str) = ("lucia", "garden-silver-mirror-cloud-bread");

/// Signs in, and reads the window in the language of the tour.
fn enter(tour: &Tour, (login, password): (&str, &str)) -> Outcome {
    tour.sign_in(login, password)?;
    tour.see("#go-settings")?;
    if tour.language != Language::ENGLISH {
        tour.click("#go-settings")?;
        tour.click("#settings-language label.option:has(input[value^='ar'])")?;
        heading(tour, &words::settings_title(&tour.language))?;
    }
    Ok(())
}

fn to_retention(tour: &Tour) -> Outcome {
    tour.click("#go-settings")?;
    tour.click("#retention-open")?;
    heading(tour, &words::retention_title(&tour.language))
}

fn agree(tour: &Tour, code: &str) -> Outcome {
    tour.click(&format!("[id='agree-{code}']"))?;
    tour.type_in("#retention-typed", code)?;
    tour.click("#retention-agree-go")?;
    tour.gone("#retention-agree-go")
}

/// Types the site code of the sample office and presses the button of the emergency.
fn emergency(tour: &mut Tour, way: &str, picture: &str) -> Outcome {
    tour.page().chord(&["\u{e009}", "\u{e008}", "e"])?;
    tour.click(&format!("#emergency-how label.option:has(input[value='{way}'])"))?;
    tour.click("#emergency-stick")?;
    tour.type_in("#emergency-typed", "SAMPLE")?;
    tour.picture(picture)?;
    tour.click("#emergency-go")
}

pub fn everything(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    let stick = tour.machine.path("stick");
    std::fs::create_dir_all(&stick).unwrap();
    tour.machine.will_choose("backup_folder", &stick)?;
    tour.open("keeping")?;
    tour.click("#open-sample")?;
    enter(tour, LUCIA)?;
    tour.click("#go-cases")?;
    let code = tour.see("[data-test='list-row']")?.attribute("data-code")?;
    let code = code.expect("a row of the list carries its code");
    tour.lock()?;

    enter(tour, AMINA)?;
    tour.click("#go-settings")?;
    tour.click("#backup-now")?;
    tour.says(&words::backup_done(&language))?;
    tour.click("[id^='bring-back-']")?;
    tour.click("#restore-try")?;
    tour.see("#restore-opens")?;
    tour.picture("rehearsal")?;
    tour.click("#restore-yes")?;
    tour.click("#restore-go")?;
    tour.see("#restored")?;
    tour.picture("restored")?;
    tour.escape()?;
    tour.step("a backup is tried out and brought back");
    to_retention(tour)?;
    tour.type_in("#propose-code", &code)?;
    tour.click("#propose-code-go")?;
    tour.says(&code)?;
    tour.see("#retention-waiting")?;
    tour.picture("destruction-asked")?;
    tour.lock()?;

    enter(tour, SAMUEL)?;
    tour.click("#go-home")?;
    tour.click("#tile-destructions")?;
    agree(tour, &code)?;
    tour.picture("destruction-agreed")?;
    tour.lock()?;
    enter(tour, LUCIA)?;
    to_retention(tour)?;
    agree(tour, &code)?;
    tour.gone(&format!("[id='agree-{code}']"))?;
    tour.lock()?;
    enter(tour, SAMUEL)?;
    to_retention(tour)?;
    tour.click(&format!("[id='certificate-{code}']"))?;
    tour.see("#certificate")?;
    tour.picture("certificate")?;
    tour.escape()?;
    tour.step("a record is destroyed by two people who did not ask for it");

    emergency(tour, "practice", "emergency-practice")?;
    tour.see("#emergency-done")?;
    tour.picture("emergency-practised")?;
    tour.click("#emergency-over")?;
    emergency(tour, "copy", "emergency-meant")?;
    tour.see("#emergency-erased")?;
    tour.picture("emergency-over")?;
    tour.step("the keys are gone, and whoever stands there is told");

    let copies = amparo_store::backups(&stick.join("amparo-SAMPLE")).unwrap();
    tour.machine.will_choose("backup_folder", &copies.first().expect("a copy on the stick").path)?;
    tour.click("#restore")?;
    tour.click("#restore-file")?;
    what_does_not_open_a_backup(tour)?;
    tour.click("#restore-key label.option:has(input[value='password'])")?;
    tour.type_in("#restore-login", AMINA.0)?;
    tour.type_in("#restore-password", AMINA.1)?;
    tour.click("#restore-try")?;
    tour.see("#restore-opens")?;
    tour.picture("elsewhere-tried")?;
    tour.click("#restore-go")?;
    tour.click("#restored-sign-in")?;
    enter(tour, AMINA)?;
    tour.picture("the-office-again")?;
    tour.step("the office is restored from the stick");
    tour.close()
}

/// Each is told what is wrong with what they typed, and nothing comes here by it.
fn what_does_not_open_a_backup(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    tour.type_in("#restore-login", SAMUEL.0)?;
    tour.type_in("#restore-password", SAMUEL.1)?;
    tour.click("#restore-try")?;
    tour.says(&words::restore_elsewhere_not_allowed(&language))?;
    tour.picture("elsewhere-not-an-administrator")?;
    tour.click("#restore-key label.option:has(input[value='words'])")?;
    tour.type_in("#restore-words", "abandon ability able about above")?;
    tour.click("#restore-try")?;
    tour.says(&words::recovery_words_count(&language, 5))?;
    tour.type_in("#restore-words", "abandon heronn able")?;
    tour.click("#restore-try")?;
    tour.says(&words::recovery_word_unknown(&language, "2"))?;
    tour.picture("elsewhere-no-such-word")
}
