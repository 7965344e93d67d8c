//! An office is set up: two people, the recovery sheet typed back in part, a backup place.

use super::{Outcome, Tour, heading, password};
use amparo_language::{Language, words};

/// What is typed into the wizard.
pub struct Office {
    pub name: &'static str,
    pub site: &'static str,
    pub agency: &'static str,
    pub team: &'static str,
    /// Name and sign-in name.
    pub administrator: (&'static str, &'static str),
    pub supervisor: (&'static str, &'static str),
}

pub fn camp(language: &Language) -> Office {
    let arabic = language.tag() == "ar";
    Office {
        name: if arabic { "مكتب المخيم" } else { "Camp office" },
        site: "KRG1",
        agency: if arabic { "منظمة الجسر" } else { "Bridge Agency" },
        team: if arabic { "فريق النهر" } else { "River team" },
        administrator: (if arabic { "أمينة برهان" } else { "Amina Berhane" }, "amina"),
        supervisor: (if arabic { "سامي عكور" } else { "Samuel Okoro" }, "samuel"),
    }
}

pub fn headquarters(language: &Language) -> Office {
    let arabic = language.tag() == "ar";
    Office {
        name: if arabic { "المقر الرئيسي" } else { "Headquarters" },
        site: "HQ",
        agency: if arabic { "منظمة الجسر" } else { "Bridge Agency" },
        team: if arabic { "فريق المقر" } else { "Desk team" },
        administrator: (if arabic { "هدى نعيم" } else { "Hilda Norén" }, "hilda"),
        supervisor: (if arabic { "رامي حداد" } else { "Ramiro Haddad" }, "ramiro"),
    }
}

/// From the first page to the sign-in page. Pictures are taken of the first office only.
pub fn set_up(tour: &mut Tour, folder: &str, office: &Office) -> Outcome {
    let shown = tour.taken == 0;
    let language = tour.language;
    tour.open(folder)?;
    tour.click(&format!("#language-{}", language.tag()))?;
    tour.see("#set-up-office")?;
    if shown {
        tour.step("first start");
        tour.picture("first-start")?;
    }
    tour.click("#set-up-office")?;
    tour.click("#first-run-next")?;
    tour.type_in("#office-name", office.name)?;
    tour.type_in("#site-code", office.site)?;
    tour.type_in("#agency", office.agency)?;
    tour.type_in("#team", office.team)?;
    if shown {
        tour.picture("office")?;
    }
    tour.click("#first-run-next")?;
    for ((name, login), title) in
        [(office.administrator, words::role_admin(&language)), (office.supervisor, words::role_supervisor(&language))]
    {
        heading(tour, &title)?;
        tour.type_in("#person-name", name)?;
        tour.type_in("#person-login", login)?;
        tour.new_password("#person-password", "#person-password-again", &password(login))?;
        if shown && login == "amina" {
            tour.picture("administrator")?;
        }
        tour.click("#first-run-next")?;
    }
    let sheet = recovery_words(tour)?;
    if shown {
        tour.step("recovery sheet");
        tour.picture("recovery-sheet")?;
    }
    tour.click("#first-run-next")?;
    tour.see("[id^='recovery-word-']")?;
    for number in 1..=24_usize {
        let input = format!("#recovery-word-{number}");
        let here = tour.page().all(&amparo_tests::webdriver::By::css(&input))?;
        if let Some(input) = here.first() {
            input.keys(&sheet[number - 1])?;
        }
    }
    if shown {
        tour.picture("typed-back")?;
    }
    tour.click("#first-run-next")?;
    let stick = tour.machine.path("stick");
    std::fs::create_dir_all(&stick).unwrap();
    tour.machine.will_choose("backup_folder", &stick)?;
    tour.click("#backup-folder")?;
    tour.see("#backup-folder-chosen")?;
    tour.click("#first-run-finish")?;
    tour.see("#sign-in-name")?;
    if shown {
        tour.step("the office is ready");
        tour.picture("sign-in")?;
    }
    Ok(())
}

/// The 24 words, in order, as they stand on the screen.
fn recovery_words(tour: &Tour) -> Result<Vec<String>, amparo_tests::Trouble> {
    tour.see("#recovery-sheet-words li")?;
    let items = tour.page().all(&amparo_tests::webdriver::By::css("#recovery-sheet-words li"))?;
    let mut sheet = Vec::new();
    for item in items {
        let text = item.text()?;
        sheet.push(text.split_whitespace().last().unwrap_or_default().to_owned());
    }
    assert_eq!(sheet.len(), 24);
    Ok(sheet)
}
