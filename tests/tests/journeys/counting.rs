//! How many records use what a draft gives up: counted by whoever reads them, told rounded to whoever shapes the forms.

use amparo_api::shaping::{AboutMany, Answer as Shaping, Ask, DraftToCount, ThingUse};
use amparo_api::{Code, Progress, Reply};
use amparo_forms::shape::Written;
use amparo_model::person::Role;
use amparo_model::record::Module;
use amparo_model::value::Value;
use amparo_office::Watch;
use amparo_tests::a_case::a_case;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR};

fn ask(office: &Office, ask: Ask) -> Result<Shaping, amparo_api::Problem> {
    match office.ask(ask)? {
        Reply::Shaping(answer) => Ok(answer),
        other => panic!("{other:?}"),
    }
}

/// A draft that no longer offers `female` as a sex and no longer asks about marks.
fn draft(office: &Office) -> u32 {
    office.sign_in(ADMINISTRATOR);
    let Ok(Shaping::Overview { drafts, .. }) = ask(office, Ask::Begin { name: "Shorter".into() }) else { panic!() };
    let draft = drafts[0].draft;
    let Ok(Shaping::Draft { text }) = ask(office, Ask::Open { draft }) else { panic!() };
    let mut written = Written::from_json(&text).unwrap();
    let list = written.lists.iter_mut().find(|list| list.id == "sex").unwrap();
    list.options.retain(|option| option.id != "female");
    let form = written.forms.iter_mut().find(|form| form.id == "registration").unwrap();
    for section in &mut form.sections {
        section.fields.retain(|field| field.id != "distinguishing_marks");
    }
    ask(office, Ask::Keep { draft, text: written.to_json() }).unwrap();
    draft
}

/// Lucía's cases: so many girls, and a boy.
fn cases(office: &Office, girls: usize) {
    office.sign_in("lucia");
    let sex = |id: &str| Value::Choice(id.to_owned());
    for _ in 0..girls {
        office.try_register(&a_case().with("sex", sex("female"))).unwrap();
    }
    office.try_register(&a_case().with("sex", sex("male"))).unwrap();
}

fn known(uses: &[ThingUse], thing: &str) -> Vec<(Module, Option<AboutMany>)> {
    let one = uses.iter().find(|one| one.thing == thing).unwrap_or_else(|| panic!("{thing}: {uses:?}"));
    one.told.iter().map(|told| (told.module, told.about)).collect()
}

fn uses(office: &Office, draft: u32) -> Vec<ThingUse> {
    office.sign_in(ADMINISTRATOR);
    let Ok(Shaping::Uses { uses }) = ask(office, Ask::Uses { draft }) else { panic!() };
    uses
}

fn to_count(office: &Office) -> Vec<DraftToCount> {
    let Ok(Shaping::ToCount { drafts }) = ask(office, Ask::ToCount {}) else { panic!() };
    drafts
}

#[test]
fn a_supervisor_counts_exactly_and_the_administrator_is_told_rounded_and_by_whom() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    cases(&office, 12);
    let draft = draft(&office);
    assert_eq!(known(&uses(&office, draft), "option sex female"), [(Module::Cp, None)], "not counted yet");

    office.sign_in(SUPERVISOR);
    let waiting = to_count(&office);
    assert!(waiting.len() == 1 && waiting[0].things == 2 && waiting[0].uncounted == 2);
    let Ok(Shaping::OpenedToCount { text, .. }) = ask(&office, Ask::OpenToCount { draft }) else { panic!() };
    assert!(Written::from_json(&text).is_ok());
    let Ok(Shaping::Counted { records, things }) = ask(&office, Ask::CountUse { draft }) else { panic!() };
    assert_eq!(records, 13);
    let found = things.iter().find(|found| found.thing == "option sex female").unwrap();
    assert_eq!((found.records, found.closed), (12, 0));
    assert_eq!(to_count(&office)[0].uncounted, 2, "counting alone tells nobody anything");
    ask(&office, Ask::PublishUse { draft }).unwrap();
    assert_eq!(to_count(&office)[0].uncounted, 0);

    let told = uses(&office, draft);
    assert_eq!(known(&told, "option sex female"), [(Module::Cp, Some(AboutMany::About(10)))]);
    assert_eq!(known(&told, "field registration distinguishing_marks"), [(Module::Cp, Some(AboutMany::None))]);
    assert!(told.iter().all(|one| one.told.iter().all(|told| !told.by.is_empty() && told.at.is_some())));
    assert!(!format!("{told:?}").contains("12"), "the exact number stays with whoever counted");

    // A draft that is thrown away takes with it what was told.
    ask(&office, Ask::Drop { draft }).unwrap();
    assert_eq!(ask(&office, Ask::Uses { draft }).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn each_part_of_the_programme_counts_for_itself_and_teams_add_up() {
    let office = Office::with_everybody("KRG1");
    cases(&office, 3);
    office.sign_in(ADMINISTRATOR);
    let south = office.add_team("South");
    office.hire_into("Omar Said", "omar", Role::Supervisor, Some(south));
    office.hire_into_by_team("Ana Ruiz", "ana", Role::Caseworker, south, "omar");
    office.sign_in("ana");
    for _ in 0..4 {
        office.try_register(&a_case().with("sex", Value::Choice("female".into()))).unwrap();
    }
    let draft = draft(&office);
    for (login, expected) in [("omar", AboutMany::FewerThanFive), (SUPERVISOR, AboutMany::About(10))] {
        office.sign_in(login);
        ask(&office, Ask::CountUse { draft }).unwrap();
        ask(&office, Ask::PublishUse { draft }).unwrap();
        let told = known(&uses(&office, draft), "option sex female");
        assert_eq!(told, [(Module::Cp, Some(expected)), (Module::Gbv, None)], "{login}");
    }
    // Samuel began Omar's team and reads it still: each team is counted once, however many count it.
    office.sign_in("omar");
    ask(&office, Ask::CountUse { draft }).unwrap();
    ask(&office, Ask::PublishUse { draft }).unwrap();
    let told = known(&uses(&office, draft), "option sex female");
    assert_eq!(told[0], (Module::Cp, Some(AboutMany::About(10))));
    // A GBV supervisor counts survivors, of whom there are none.
    office.sign_in("grace");
    let Ok(Shaping::Counted { records, .. }) = ask(&office, Ask::CountUse { draft }) else { panic!() };
    assert_eq!(records, 0);
    ask(&office, Ask::PublishUse { draft }).unwrap();
    let told = known(&uses(&office, draft), "option sex female");
    assert_eq!(told, [(Module::Cp, Some(AboutMany::About(10))), (Module::Gbv, Some(AboutMany::None))]);
}

struct StopsAtOnce;
impl Watch for StopsAtOnce {
    fn progress(&self, _: Progress) {}
    fn stopped(&self) -> bool {
        true
    }
}

#[test]
fn a_stopped_count_tells_nothing_and_nobody_tells_what_they_did_not_count() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    cases(&office, 1);
    let draft = draft(&office);
    office.sign_in(SUPERVISOR);
    let stopped = office.ask_watched(Ask::CountUse { draft }, &StopsAtOnce).unwrap_err();
    assert_eq!(stopped.code, Code::Stopped);
    assert_eq!(ask(&office, Ask::PublishUse { draft }).unwrap_err().code, Code::BadRequest);
    assert_eq!(ask(&office, Ask::CountUse { draft: 99 }).unwrap_err().code, Code::BadRequest);
    assert_eq!(known(&uses(&office, draft), "option sex female"), [(Module::Cp, None)]);
}
