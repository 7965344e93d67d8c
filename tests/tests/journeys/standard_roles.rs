//! The roles that open no record: what an auditor and an analyst are shown, what all their keys open, and who lets them in.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::past::{Answer as Told, Ask as Past, Row};
use amparo_api::people::{Answer as People, Ask, Awaited, Waiting};
use amparo_api::records::{Ask as RecordsAsk, Show};
use amparo_api::{Code, Reply};
use amparo_model::person::{CirclePurpose, Role};
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, code, date, no, password, text, yes};

fn log(office: &Office) -> Vec<Row> {
    office.log().rows
}

fn closed(office: &Office) -> u64 {
    let page = office.log();
    page.entries - u64::try_from(page.known).unwrap()
}

fn waiting(office: &Office) -> Vec<Waiting> {
    match office.ask(Ask::Waiting {}).unwrap() {
        Reply::People(People::Waiting { waiting }) => waiting,
        other => panic!("not what waits: {other:?}"),
    }
}

#[test]
fn an_auditor_is_let_in_with_the_recovery_words_and_sees_the_whole_log_and_no_record() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete().named("Nour Haddad").with("situation", text("hides her bread")));
    let paul = office.hire_into("Paul Adeyemi", "paul", Role::Auditor, None);
    let before = closed(&office);
    assert!(before > 3, "until somebody lets him in, only his own entries open");
    office.sign_in(ADMINISTRATOR);
    assert_eq!(code(office.let_in_with_words(paul)), Code::NotAllowed, "never the administrator");
    office.sign_in(SUPERVISOR);
    let asked = waiting(&office);
    let joining = asked.iter().find(|it| it.person.id == paul).unwrap();
    assert_eq!((joining.what, joining.mine, joining.with_words), (Awaited::Joining, false, true));
    assert_eq!(joining.circles, [CirclePurpose::Auditors]);
    assert_eq!(code(office.ask(Ask::LetIn { person: paul })), Code::NotAllowed, "a supervisor does not read the log");
    let wrong = Ask::LetInWithWords { person: paul, words: "not the words".to_owned() };
    assert_eq!(code(office.ask(wrong)), Code::WrongRecoveryWords);
    office.let_in_with_words(paul).unwrap();
    assert!(waiting(&office).is_empty());
    assert_eq!(code(office.let_in_with_words(paul)), Code::BadRequest, "nothing is missing any more");
    office.sign_in("paul");
    let rows = log(&office);
    assert_eq!(closed(&office), 0, "from the first entry on");
    assert!(rows.iter().any(|row| row.what == "set_up") && rows.iter().any(|row| row.what == "case_registered"));
    assert_eq!(code(office.ask(RecordsAsk::Open { record: child.record })), Code::NotAllowed);
    assert_eq!(code(office.ask(RecordsAsk::History { record: child.record })), Code::NotAllowed);
    office.leave();
    let ring = Keyring::of(&office.folder, "paul", &password("paul")).try_everything();
    let plain: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    let secrets = ["Nour", "Haddad", "hides her bread"].map(str::to_owned);
    assert_eq!(hits(&secrets, &plain), 0, "no name and no narrative with every key he has");
    assert!(hits(&["ok_services".to_owned()], &plain) > 0, "but what was consented to");
}

#[test]
fn one_auditor_lets_in_the_next_and_who_left_reads_nothing_that_is_written_after() {
    let mut office = Office::with_everybody("KRG1");
    let vera = office.hire_into("Vera Lind", "vera", Role::Auditor, None);
    office.sign_in(SUPERVISOR);
    assert_eq!(code(office.let_in_with_words(vera)), Code::BadRequest, "somebody reads it: the words are not needed");
    office.sign_in("paul");
    office.ask(Ask::LetIn { person: vera }).unwrap();
    office.sign_in("vera");
    assert_eq!(closed(&office), 0);
    office.let_go("paul", SUPERVISOR);
    office.sign_in("vera");
    office.hire("Omar Said", "omar");
    let child = office.register(&a_case());
    office.sign_in("vera");
    assert_eq!(closed(&office), 0, "the key that she made at her sign-in, and those before");
    office.sign_in(ADMINISTRATOR);
    let Reply::People(People::Leaving(told)) = office.ask(Ask::PreviewLeaving { person: vera }).unwrap() else {
        panic!("not a preview")
    };
    assert_eq!((told.only_words, told.last_reader_of), (vec![CirclePurpose::Auditors], vec![]), "said before");
    office.let_go("vera", SUPERVISOR);
    office.sign_in("omar");
    office.open(child.record);
    office.leave();
    office.start();
    // The next one after all had left reads it all again, with the words.
    let ines = office.hire_into("Inés Rey", "ines", Role::Auditor, None);
    office.sign_in(SUPERVISOR);
    office.let_in_with_words(ines).unwrap();
    office.sign_in("ines");
    assert_eq!(closed(&office), 0);
}

#[test]
fn an_analyst_sees_rows_by_code_and_opens_no_case_and_no_name_with_any_key() {
    let mut office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let child = office.register(&a_case().complete().named("Nour Haddad").with("situation", text("hides her bread")));
    office.sign_in("gloria");
    office.try_register_of(amparo_model::record::RecordType::GBV_CASE, &a_case_of_gbv(), &[]).unwrap();
    office.sign_in("anna");
    let rows = office.list(Show::All);
    assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), [child.code.as_str()]);
    assert_eq!((rows[0].name.as_str(), rows[0].name_script2.as_str()), ("", ""));
    assert_eq!(office.found(&child.code), std::slice::from_ref(&child.code));
    assert!(office.found("nour").is_empty());
    assert_eq!(code(office.ask(RecordsAsk::Open { record: child.record })), Code::NotAllowed);
    office.leave();
    let ring = Keyring::of(&office.folder, "anna", &password("anna")).try_everything();
    let plain: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    let secrets = ["Nour", "Haddad", "hides her bread", "Samira"].map(str::to_owned);
    assert_eq!(hits(&secrets, &plain), 0);
    assert!(hits(std::slice::from_ref(&child.code), &plain) > 0, "the summary opens");
}

fn a_case_of_gbv() -> amparo_model::value::Document {
    let mut document = amparo_model::value::Document::default();
    document.set("name_first", text("Samira"));
    document
}

#[test]
fn an_auditor_reads_what_was_agreed_to_and_when_by_code_and_no_word_that_somebody_wrote() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let said = text("Sorani, through Mirvanelle");
    let saved = office.register(&a_case().complete().named("Nour Haddad").with("language_used", said));
    let ask = || office.ask(Past::Consents { skip: 0, take: 50 });
    assert_eq!(code(ask()), Code::NotAllowed, "not even who wrote it, in this way");
    office.sign_in("paul");
    let Reply::Past(Told::Consents { rows, total }) = ask().unwrap() else { panic!("no consents") };
    assert_eq!((total, rows.len(), rows[0].code.as_str()), (1, 1, saved.code.as_str()));
    let told = |field: &str| rows[0].answers.iter().find(|(known, _)| known == field).map(|(_, value)| value.clone());
    assert_eq!((told("ok_services"), told("withhold_any")), (Some(yes()), Some(no())));
    assert_eq!(told("form_date"), Some(date("2026-11-22")));
    assert_eq!(told("language_used"), None);
    let all = serde_json::to_string(&rows).unwrap();
    assert!(["Mirvanelle", "Nour", "Haddad"].iter().all(|word| !all.contains(word)), "{all}");
    assert!(rows[0].changed.is_some());
    assert!(log(&office).iter().any(|row| row.what == "list_read" && row.who == "Paul Adeyemi"), "and it is told");
}
