//! Headquarters is set up in another folder, cards are exchanged, digits compared; a copy of the case leaves and arrives.

use super::{Outcome, Tour, first_run, password, plain};
use amparo_tests::Trouble;
use amparo_tests::webdriver::By;
use std::path::PathBuf;

/// Ticks each group of digits that the other office reads aloud, when the same group stands on this screen.
fn compare(tour: &Tour, digits: &[String]) -> Outcome {
    tour.see("#digits-1")?;
    for (number, group) in digits.iter().enumerate() {
        let tick = format!("#digits-{}", number + 1);
        let label = By::xpath(format!("//label[.//*[@id='digits-{0}'] or @for='digits-{0}']", number + 1));
        let shown = tour.page().wait_for(&label)?.text()?;
        assert!(plain(&shown).contains(group.as_str()), "the digits differ");
        tour.click(&tick)?;
    }
    tour.click("#digits-same")?;
    tour.gone("#digits-same")
}

/// Our 40 digits, in groups of five.
fn our_digits(tour: &Tour) -> Result<Vec<String>, Trouble> {
    let digits: Vec<char> = tour.see("#our-digits")?.text()?.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 40);
    Ok(digits.chunks(5).map(|group| group.iter().collect()).collect())
}

/// What passes between the offices: a card's file and its digits.
pub struct Card {
    file: PathBuf,
    digits: Vec<String>,
}

fn give_card(tour: &Tour, name: &str) -> Result<Card, Trouble> {
    let file = tour.machine.path(name);
    tour.machine.will_choose("save_card", &file)?;
    tour.click("#save-card")?;
    tour.page().wait("the card's file", || Ok(file.exists().then_some(())))?;
    Ok(Card { file, digits: our_digits(tour)? })
}

fn take_card(tour: &Tour, card: &Card) -> Outcome {
    tour.machine.will_choose("card_file", &card.file)?;
    tour.click("#read-card")
}

/// Sets headquarters up, and takes our card there. Ends with the camp office open again, the supervisor signed in.
pub fn headquarters(tour: &mut Tour) -> Result<Card, Trouble> {
    tour.sign_in("samuel", &password("samuel"))?;
    tour.click("#go-exchange")?;
    let ours = give_card(tour, "camp.amparo-card")?;
    tour.step("our card");
    tour.picture("our-card")?;
    tour.close()?;
    let office = first_run::headquarters(&tour.language);
    first_run::set_up(tour, "headquarters", &office)?;
    tour.sign_in("ramiro", &password("ramiro"))?;
    tour.click("#go-exchange")?;
    let theirs = give_card(tour, "headquarters.amparo-card")?;
    take_card(tour, &ours)?;
    compare(tour, &ours.digits)?;
    tour.step("headquarters knows the camp office");
    tour.close()?;
    Ok(theirs)
}

pub fn copy_leaves(tour: &mut Tour, code: &str, headquarters: &Card) -> Outcome {
    tour.open("camp")?;
    tour.sign_in("samuel", &password("samuel"))?;
    tour.click("#go-exchange")?;
    take_card(tour, headquarters)?;
    compare(tour, &headquarters.digits)?;
    tour.picture("offices")?;
    tour.click("#go-cases")?;
    super::case::open(tour, code)?;
    tour.click("#tab-share")?;
    tour.click("#share-office-1")?;
    tour.see("[data-test='leaving-field']")?;
    tour.step("field by field what leaves");
    tour.picture("what-leaves")?;
    let file = tour.machine.path("copy.amparo");
    tour.machine.will_choose("save_bundle", &file)?;
    tour.click("#seal")?;
    tour.see("[data-test='sealed']")?;
    tour.picture("sealed")?;
    assert!(file.metadata().unwrap().len() > 4096, "the sealed file is empty");
    tour.close()
}

pub fn copy_arrives(tour: &mut Tour, code: &str) -> Outcome {
    tour.open("headquarters")?;
    tour.sign_in("ramiro", &password("ramiro"))?;
    tour.machine.will_choose("bundle_file", &tour.machine.path("copy.amparo"))?;
    open_bundle(tour)?;
    tour.see("#bundle-plan")?;
    tour.says(code)?;
    tour.step("a plan before anything is taken in");
    tour.picture("plan")?;
    tour.click("#bundle-accept")?;
    tour.gone("#bundle-accept")?;
    tour.click("#go-home")?;
    tour.click("#tile-from-others")?;
    super::case::open(tour, code)?;
    assert!(tour.page().all(&By::css("#edit"))?.is_empty(), "a copy from elsewhere can be edited");
    tour.step("there it can be read, not changed");
    tour.picture("at-headquarters")?;
    tour.click("#tab-history")?;
    tour.see("[data-test='history']")?;
    tour.says("Through the aunt, after the call to prayer")?;
    tour.picture("history-at-headquarters")?;
    open_bundle(tour)?;
    tour.see("#bundle-nothing-new")?;
    tour.step("the same file again changes nothing");
    tour.picture("nothing-new")?;
    tour.escape()?;
    tour.close()?;
    tour.open("camp")
}

fn open_bundle(tour: &Tour) -> Outcome {
    tour.click("#go-exchange")?;
    tour.click("#open-bundle")?;
    tour.click("#bundle-file")
}
