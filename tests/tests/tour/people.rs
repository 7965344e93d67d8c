//! Places are brought in, two caseworkers proposed and admitted, a one-time password changed; what the other caseworker sees.

use super::{Outcome, Tour, heading, password, plain};
use amparo_language::words;
use amparo_tests::Trouble;
use amparo_tests::webdriver::By;
use std::path::PathBuf;

/// Where the real location list is, when it is there.
fn places_list(tour: &Tour) -> (PathBuf, usize) {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/locations-iraq.hxl.csv");
    if shared.exists() {
        return (shared, 414);
    }
    let own = tour.machine.path("places.csv");
    let list = "country,,province,,district,\n\
        #country+name,#country+code,#adm1+name,#adm1+code,#adm2+name,#adm2+code\n\
        Iraq,IQ,Babil,IQG07,Al-Hilla,IQG07Q02\nIraq,IQ,Babil,IQG07,Al-Mahawil,IQG07Q03\n";
    std::fs::write(&own, list).unwrap();
    (own, 4)
}

pub fn places_and_proposals(tour: &mut Tour) -> Outcome {
    let language = tour.language;
    tour.sign_in("amina", &password("amina"))?;
    tour.see("#step-places")?;
    tour.step("the administrator's first page");
    tour.picture("administrator-home")?;
    let (list, count) = places_list(tour);
    tour.machine.will_choose("places_file", &list)?;
    tour.click("#go-places")?;
    tour.click("#places-import")?;
    tour.click("#places-file")?;
    tour.see("#places-go")?;
    tour.says(&count.to_string())?;
    tour.picture("places-preview")?;
    tour.click("#places-go")?;
    tour.see("#places-done")?;
    tour.escape()?;
    tour.see("#place-list")?;
    tour.step("places imported");
    tour.click("#go-people")?;
    for (name, login) in [("Lucía Ferrer", "lucia"), ("عمر حداد", "omar")] {
        tour.click("#propose-person")?;
        tour.type_in("#propose-name", name)?;
        tour.type_in("#propose-login", login)?;
        tour.click("#propose-go")?;
        tour.gone("#propose-go")?;
        tour.says(name)?;
    }
    tour.says(&words::standing_proposed(&language))?;
    tour.step("two people proposed");
    tour.picture("people-proposed")?;
    tour.lock()
}

/// The supervisor admits both; gives their one-time passwords.
pub fn admissions(tour: &mut Tour) -> Result<[String; 2], Trouble> {
    tour.sign_in("samuel", &password("samuel"))?;
    tour.see("#tile-proposals")?;
    tour.click("#go-people")?;
    let mut passwords = Vec::new();
    for login in ["lucia", "omar"] {
        tour.click(&format!("#admit-{login}"))?;
        tour.click("#admit-go")?;
        passwords.push(tour.see("#one-time-password")?.text()?);
        if login == "lucia" {
            tour.step("admitted");
            tour.picture("one-time-password")?;
        }
        tour.click("#one-time-done")?;
        tour.gone("#one-time-password")?;
    }
    tour.lock()?;
    Ok([passwords[0].clone(), passwords[1].clone()])
}

/// Both choose a password of their own; the first stays signed in.
pub fn first_sign_in(tour: &mut Tour, one_time: &[String; 2]) -> Outcome {
    for (login, given) in [("omar", &one_time[1]), ("lucia", &one_time[0])] {
        tour.sign_in(login, given)?;
        tour.new_password("#own-password", "#own-password-again", &password(login))?;
        tour.click("#own-password-go")?;
        tour.see("#tile-current")?;
        if login == "omar" {
            tour.lock()?;
        }
    }
    tour.step("a caseworker's first page");
    tour.picture("caseworker-home")
}

pub fn the_other_caseworker_finds_nothing(tour: &mut Tour, code: &str) -> Outcome {
    let language = tour.language;
    tour.lock()?;
    tour.sign_in("omar", &password("omar"))?;
    tour.click("#go-cases")?;
    heading(tour, &words::page_cases(&language))?;
    for search in ["Noor", "نور", code] {
        tour.type_in("#list-filter", search)?;
        std::thread::sleep(std::time::Duration::from_millis(600));
        assert!(tour.page().all(&By::css("[data-test='list-row']"))?.is_empty());
        let page = plain(&tour.page().words()?);
        assert!(search == code || !page.contains(code), "the other caseworker sees the code");
    }
    tour.step("the other caseworker finds nothing");
    tour.picture("the-other-finds-nothing")?;
    tour.lock()
}
