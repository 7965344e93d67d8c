//! A child is registered with both forms, found again, and typed work survives a kill of the program.

use super::{Outcome, Tour};
use amparo_tests::Trouble;
use amparo_tests::webdriver::By;

impl Tour {
    fn tab(&self, section: &str) -> Outcome {
        self.click(&format!("#tab-{section}"))
    }

    /// One of up to seven options, or of yes and no.
    fn radio(&self, field: &str, option: &str) -> Outcome {
        self.click(&format!("#field-{field}-{option}"))
    }

    fn field(&self, field: &str, text: &str) -> Outcome {
        self.type_in(&format!("#field-{field}"), text)
    }

    fn date(&self, field: &str, day: &str, month: &str, year: &str) -> Outcome {
        self.type_in(&format!("#field-{field}-day"), day)?;
        self.type_in(&format!("#field-{field}-month"), month)?;
        self.type_in(&format!("#field-{field}-year"), year)
    }

    /// Searches one of many options and ticks the one that says just this, or the first of a few that hold it.
    fn tick(&self, field: &str, search: &str) -> Outcome {
        self.type_in(&format!("#field-{field}-search"), search)?;
        let labels = By::css(format!("#field-{field} .options label.option"));
        self.page().wait(&format!("an option {search:?}"), || {
            let options = self.page().all(&labels)?;
            for option in &options {
                if super::plain(option.text()?.trim()) == search {
                    return option.click().map(Some);
                }
            }
            match options.as_slice() {
                [first, ..] if options.len() <= 4 => first.click().map(Some),
                _ => Ok(None),
            }
        })
    }

    /// The drop-down or the radio of an option, whichever the list is long enough for.
    fn option(&self, field: &str, option: &str) -> Outcome {
        let radio = format!("#field-{field}-{option}");
        let drop_down = format!("#field-{field} option[value='{option}']");
        self.page().wait(&format!("{field}: {option}"), || {
            for selector in [&radio, &drop_down] {
                self.scroll_to(selector)?;
                if let Some(element) = self.page().all(&By::css(selector.as_str()))?.first() {
                    return element.click().map(Some);
                }
            }
            Ok(None)
        })
    }
}

/// A day in the past, as it is typed.
fn days_ago(days: i64) -> (String, String, String) {
    let day = amparo_model::date::add_days(jiff::Zoned::now().date(), -days);
    (day.day().to_string(), day.month().to_string(), day.year().to_string())
}

fn consent(tour: &mut Tour) -> Outcome {
    tour.tab("basis")?;
    tour.radio("legal_basis", "consent")?;
    tour.tab("answers")?;
    for field in ["ok_services", "ok_store", "ok_share_services", "ok_report", "ok_photo"] {
        tour.radio(field, "yes")?;
    }
    tour.picture("consent-answers")?;
    tour.tab("limits")?;
    tour.radio("withhold_any", "no")
}

fn child(tour: &mut Tour) -> Outcome {
    let (first, last) = if tour.language.tag() == "ar" { ("Noor", "Al-Haddad") } else { ("Noor", "Haddad") };
    tour.field("name_first", first)?;
    tour.field("name_last", last)?;
    tour.field("name_script2", "نور الحداد")?;
    // The day is not known: a date of birth may be a month.
    tour.type_in("#field-dob-month", "3")?;
    tour.type_in("#field-dob-year", "2017")?;
    tour.radio("sex", "female")?;
    // The age follows from the date of birth.
    tour.page().wait("the age", || {
        let age = tour.page().find(&By::css("#field-age"))?.property("value")?;
        Ok((age != "").then_some(()))
    })?;
    tour.radio("age_estimated", "yes")?;
    tour.option("displacement", "idp")?;
    let language = if tour.language.tag() == "ar" { "العربية" } else { "Arabic" };
    tour.tick("languages", language)?;
    let photo_file = tour.machine.path("photo.jpg");
    std::fs::write(&photo_file, amparo_tests::office::a_photo()).unwrap();
    tour.machine.will_choose("photo_file", &photo_file)?;
    tour.scroll_to("#field-photo")?;
    tour.page().wait("the button to choose a photo", || {
        let buttons = tour.page().all(&By::css("#field-photo button"))?;
        buttons.last().map(|last| last.click()).transpose()
    })?;
    tour.picture("the-child")
}

fn registration(tour: &mut Tour) -> Outcome {
    tour.tab("case")?;
    let (day, month, year) = days_ago(2);
    tour.date("date_identified", &day, &month, &year)?;
    tour.option("id_source", "family")?;
    tour.tab("child")?;
    child(tour)?;
    tour.tab("care")?;
    tour.option("care_type", "parents_both")?;
    tour.field("care_note", "Lives with both parents in two rooms.")?;
    tour.field("address", "Third house behind the bakery")?;
    tour.field("phone", "+964 770 123 4567")?;
    let place = if tour.language.tag() == "ar" { "الحلة" } else { "Hilla" };
    tour.page().wait("places to choose from", || {
        tour.field("loc_current", place)?;
        std::thread::sleep(std::time::Duration::from_millis(1500));
        let options = tour.page().all(&By::css("[role='listbox'] [role='option']"))?;
        Ok((!options.is_empty()).then_some(()))
    })?;
    tour.see("#field-loc_current")?.keys("\u{e015}\u{e007}")?;
    tour.field("contact_how", "Through the mother, in the morning")?;
    tour.tab("situation")?;
    tour.field("situation", "Out of school since the family moved; works at a market stall.")?;
    tour.tick("concerns", if tour.language.tag() == "ar" { "إهمال" } else { "Neglect" })?;
    tour.tab("urgent")?;
    tour.radio("urgent_any", "no")?;
    tour.radio("needs_tracing", "no")?;
    tour.tab("level")?;
    tour.option("risk_level", "high")?;
    tour.field("risk_reason", "Long hours at the stall; harm is likely soon.")
}

/// Registers the child and gives the case code.
pub fn register(tour: &mut Tour) -> Result<String, Trouble> {
    tour.click("#new-case")?;
    tour.see("#tab-basis")?;
    tour.picture("new-case")?;
    consent(tour)?;
    tour.click("#complete-consent")?;
    registration(tour)?;
    tour.click("#complete-registration")?;
    tour.picture("ready-to-save")?;
    tour.click("#save")?;
    let code = tour.see("[data-test='case-code']")?.text()?;
    tour.see("[data-test='case-status'][data-status='open']")?;
    tour.step("a child is registered, the case is open");
    tour.picture("saved")?;
    Ok(super::plain(code.trim()))
}

pub fn found_again(tour: &mut Tour, code: &str) -> Outcome {
    tour.click("#go-cases")?;
    for search in ["hadd", "نور", "n", "0770123", code] {
        tour.type_in("#list-filter", search)?;
        tour.see(&format!("[data-test='list-row'][data-code='{code}']"))?;
    }
    tour.type_in("#list-filter", "نور")?;
    tour.see(&format!("[data-test='list-row'][data-code='{code}']"))?;
    tour.step("found in both scripts, by phone and by code");
    tour.picture("found")?;
    open(tour, code)
}

pub fn open(tour: &Tour, code: &str) -> Outcome {
    tour.click(&format!("[data-test='list-row'][data-code='{code}']"))?;
    tour.see("[data-test='case-status']").map(drop)
}

/// Types into the case, waits until it is kept, and pulls the plug.
pub fn survives_a_kill(tour: &mut Tour, code: &str) -> Outcome {
    tour.click("#edit")?;
    tour.tab("care")?;
    tour.click("#show-private")?;
    tour.field("contact_how", "Through the aunt, after the call to prayer")?;
    tour.see("#field-address")?.click()?;
    std::thread::sleep(std::time::Duration::from_secs(4));
    tour.window.take().expect("a window is open").kill()?;
    tour.open("camp")?;
    tour.sign_in("lucia", &super::password("lucia"))?;
    tour.see("#drafts")?;
    tour.picture("draft-after-a-kill")?;
    tour.click("#drafts [id^='draft-']")?;
    tour.tab("care")?;
    tour.click("#show-private")?;
    tour.page().wait("the words typed before the kill", || {
        let value = tour.page().find(&By::css("#field-contact_how"))?.property("value")?;
        Ok((value == "Through the aunt, after the call to prayer").then_some(()))
    })?;
    tour.step("typed work survived a kill");
    tour.click("#save")?;
    // What was kept as a draft is part of the case now.
    tour.gone("#discard-draft")?;
    tour.says(code)
}
