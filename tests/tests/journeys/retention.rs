//! Records are kept as long as the rules say, and destroyed by two people who are not the one who asked; then nothing brings them back.

use amparo_api::keeping::{Answer as Keeping, Ask as Keep, BackupKey, Which};
use amparo_api::records::Show;
use amparo_api::retention::{Answer, Ask, From, HoldReason, Overview, Rule, Why};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::RecordId;
use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_tests::office::{
    ADMINISTRATOR, DAY, Office, SUPERVISOR, Saved, a_case, choice, code, date, everything_in, password,
};
use std::collections::BTreeMap;
use uuid::Uuid;

fn ask(office: &Office, ask: Ask) -> Result<Overview, Problem> {
    match office.ask(ask)? {
        Reply::Retention(Answer::Overview(overview)) => Ok(overview),
        other => panic!("not an overview: {other:?}"),
    }
}

fn overview(office: &Office) -> Overview {
    ask(office, Ask::Overview {}).unwrap()
}

fn sound(office: &Office) -> bool {
    office.checked_log().sound == Some(true)
}

fn rule(reason: Option<&str>, from: From, years: u32) -> Rule {
    Rule { kind: Kind::Case, module: Module::Cp, reason: reason.map(str::to_owned), from, years }
}

/// Lucía's child with a photo.
fn with_a_child() -> (Office, Saved) {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let photo = office.add_photo();
    let saved = office.register(&a_case().named("Nour Haddad").complete().with("photo", photo));
    (office, saved)
}

/// What the first page says of destructions is what the list lets this person answer.
fn waits_for_me(office: &Office) -> usize {
    let Reply::Records(amparo_api::records::Answer::Home(home)) =
        office.ask(amparo_api::records::Ask::Home {}).unwrap()
    else {
        panic!("not the first page")
    };
    let mine = overview(office).waiting.iter().filter(|waiting| waiting.mine).count();
    assert_eq!(home.destructions, mine, "the number of the first page is the number of rows that it opens");
    mine
}

#[test]
fn the_first_page_counts_the_destructions_that_wait_for_each_person() {
    let (office, saved) = with_a_child();
    office.sign_in(SUPERVISOR);
    assert_eq!(waits_for_me(&office), 0);
    let proposal = propose(&office, saved.record);
    assert_eq!(waits_for_me(&office), 0, "nobody agrees to what they asked for");
    office.sign_in(ADMINISTRATOR);
    assert_eq!(waits_for_me(&office), 1);
    office.sign_in("lucia");
    assert_eq!(waits_for_me(&office), 1);
    approve(&office, proposal, &saved.code).unwrap();
    assert_eq!(waits_for_me(&office), 0, "who said yes is not asked again");
}

#[test]
fn a_code_that_was_mistyped_is_refused_and_asks_for_nothing() {
    let (office, saved) = with_a_child();
    office.sign_in(ADMINISTRATOR);
    let mut typed = saved.code.clone();
    let last = typed.pop().unwrap();
    typed.push(if last == 'A' { 'B' } else { 'A' });
    for wrong in [typed, "KRG1-26-00001".to_owned()] {
        let asked = Ask::ProposeByCode { code: wrong, why: Why::Asked };
        assert_eq!(ask(&office, asked).unwrap_err().code, Code::WrongCodeTyped);
    }
    assert_eq!(overview(&office).waiting, []);
}

fn propose(office: &Office, record: RecordId) -> Uuid {
    ask(office, Ask::Propose { record, why: Why::Due }).unwrap().waiting[0].proposal
}

fn approve(office: &Office, proposal: Uuid, typed: &str) -> Result<Overview, Problem> {
    ask(office, Ask::Approve { proposal, typed: typed.to_owned() })
}

/// The administrator asks, the supervisor and the caseworker say yes. Lucía is signed in afterwards.
pub(crate) fn destroy(office: &Office, saved: &Saved) -> Overview {
    office.sign_in(ADMINISTRATOR);
    let asked = Ask::ProposeByCode { code: saved.code.clone(), why: Why::Asked };
    let proposal = ask(office, asked).unwrap().waiting[0].proposal;
    office.sign_in(SUPERVISOR);
    approve(office, proposal, &saved.code).unwrap();
    office.sign_in("lucia");
    approve(office, proposal, &saved.code).unwrap()
}

#[test]
fn a_closed_case_is_due_when_its_period_is_over_by_the_rule_for_its_reason() {
    let (office, saved) = with_a_child();
    let closure = [("closed_on", date("2026-11-22")), ("closure_reason", choice("died"))];
    office.sign_in(ADMINISTRATOR);
    let rules = vec![rule(None, From::Closed, 5), rule(Some("died"), From::Closed, 2)];
    assert_eq!(ask(&office, Ask::SetRules { rules: rules.clone() }).unwrap().rules, rules);
    for wrong in [
        vec![rule(None, From::Closed, 0)],
        vec![rule(None, From::Closed, 5), rule(None, From::Adult, 5)],
        vec![Rule { kind: Kind::TracingRequest, ..rule(None, From::Closed, 5) }],
    ] {
        assert_eq!(ask(&office, Ask::SetRules { rules: wrong }).unwrap_err().code, Code::BadRequest);
    }
    assert_eq!(overview(&office).due, [], "an administrator reads no summary");
    office.clock.pass(3 * 366 * DAY);
    office.sign_in("lucia");
    assert_eq!(overview(&office).due, [], "a case that is worked on is never due");
    let mut document = office.open(saved.record).document;
    for (field, value) in closure {
        document.set(field, value);
    }
    office.try_write(saved.record, &document, &["consent", "registration", "closure"]).unwrap();
    let due = overview(&office).due;
    assert_eq!((due.len(), due[0].record, due[0].since.as_str()), (1, saved.record, "2028-11-22"));
    office.sign_in(SUPERVISOR);
    assert_eq!(overview(&office).due.len(), 1);
    office.sign_in(ADMINISTRATOR);
    ask(&office, Ask::SetRules { rules: vec![rule(None, From::Closed, 5)] }).unwrap();
    office.sign_in(SUPERVISOR);
    assert_eq!(overview(&office).due, []);
}

#[test]
fn nobody_approves_what_they_asked_for_nor_twice_and_a_supervisor_is_always_among_the_two() {
    let (office, saved) = with_a_child();
    office.hire("Omar Said", "omar");
    office.sign_in(SUPERVISOR);
    let proposal = propose(&office, saved.record);
    assert_eq!(approve(&office, proposal, &saved.code).unwrap_err().code, Code::NotAllowed, "their own asking");
    office.sign_in("omar");
    assert_eq!(overview(&office).waiting, [], "who does not read the record is not even told");
    assert_eq!(approve(&office, proposal, &saved.code).unwrap_err().code, Code::NotAllowed);
    office.sign_in("lucia");
    assert_eq!(approve(&office, proposal, "KRG1-26-00009").unwrap_err().code, Code::WrongCodeTyped);
    approve(&office, proposal, &saved.code).unwrap();
    assert_eq!(approve(&office, proposal, &saved.code).unwrap_err().code, Code::NotAllowed, "twice");
    office.sign_in(ADMINISTRATOR);
    let waiting = approve(&office, proposal, &saved.code).unwrap().waiting;
    assert_eq!(
        (waiting.len(), waiting[0].needs_supervisor),
        (1, true),
        "two yes without a supervisor's are not enough"
    );
    assert_eq!(office.people().0.len(), 4);
    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(Show::All).len(), 1);
    ask(&office, Ask::Refuse { proposal }).unwrap();
    assert_eq!(overview(&office).waiting, []);
    assert_eq!(approve(&office, proposal, &saved.code).unwrap_err().code, Code::BadRequest, "it was taken back");
}

#[test]
fn a_held_record_is_not_destroyed() {
    let (office, saved) = with_a_child();
    office.sign_in(SUPERVISOR);
    let hold = |reason| ask(&office, Ask::Hold { record: saved.record, reason });
    let held = hold(Some(HoldReason::Court)).unwrap().due;
    assert_eq!((held.len(), held[0].held, held[0].since.as_str()), (1, Some(HoldReason::Court), ""));
    let asked = Ask::Propose { record: saved.record, why: Why::Due };
    assert_eq!(ask(&office, asked).unwrap_err().code, Code::OnHold);
    office.sign_in(ADMINISTRATOR);
    let asked = Ask::ProposeByCode { code: saved.code.clone(), why: Why::Asked };
    let proposal = ask(&office, asked).unwrap().waiting[0].proposal;
    office.sign_in(SUPERVISOR);
    assert_eq!(approve(&office, proposal, &saved.code).unwrap_err().code, Code::OnHold);
    hold(None).unwrap();
    assert_eq!(hold(None).unwrap_err().code, Code::BadRequest);
    approve(&office, proposal, &saved.code).unwrap();
    office.sign_in("lucia");
    assert_eq!(code(office.ask(Ask::Hold { record: saved.record, reason: None })), Code::NotAllowed);
}

#[test]
fn a_destroyed_record_leaves_headers_and_a_certificate_and_the_check_accepts_it() {
    let (mut office, saved) = with_a_child();
    office.sign_in(ADMINISTRATOR);
    office.ask(Keep::BackUp {}).unwrap();
    let files = |office: &Office| everything_in(&office.folder.join("files")).len();
    assert_eq!(files(&office), 1);
    destroy(&office, &saved);
    assert_eq!((office.list(Show::All).len(), files(&office)), (0, 0));
    assert_eq!(code(office.ask(amparo_api::records::Ask::Open { record: saved.record })), Code::NotAllowed);
    assert!(sound(&office));
    office.sign_in(SUPERVISOR);
    let certificate = overview(&office).destroyed.remove(0);
    assert_eq!((certificate.code.as_str(), certificate.changes, certificate.files), (saved.code.as_str(), 1, 1));
    assert_eq!((certificate.asked_by.as_str(), certificate.why), ("Amina Berhane", Some(Why::Asked)));
    assert_eq!(certificate.approved_by, ["Samuel Okoro", "Lucía Ferrer"]);
    let (last, gone) = (certificate.last_backup.unwrap(), certificate.gone_from_backups.unwrap());
    assert!(gone.0 - last.0 >= 366 * DAY, "the last backup that holds it, and when that goes");
    office.restart();
    office.sign_in(SUPERVISOR);
    assert!(sound(&office) && office.list(Show::All).is_empty());
    office.leave();
    // With a database tool nothing of it but headers is found, and a certificate that was changed is an alarm.
    let ring = crate::keyring::Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR));
    let count = |table: &str| -> i64 {
        ring.database.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!(["leaves", "key_entries", "parts", "granted", "quick_grants", "records"].map(count), [0; 6]);
    assert_eq!(count("destroyed_revisions"), 1);
    ring.database.execute("UPDATE destroyed SET certificate = replace(certificate, 'asked', 'due')", []).unwrap();
    drop(ring);
    office.start();
    office.sign_in(SUPERVISOR);
    assert!(!sound(&office), "a certificate that the log does not vouch for");
}

#[test]
fn neither_a_restored_backup_nor_a_sealed_file_brings_it_back() {
    let (field, saved) = with_a_child();
    let hq = Office::new("HQ");
    field.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    field.meet(&hq);
    let to = hq.meet(&field);
    let bundle = field.try_seal(saved.record, hq_id(&field), "copy.amparo").unwrap();
    assert_eq!(hq.take_in(&bundle), 1);
    let _ = to;
    field.sign_in(ADMINISTRATOR);
    field.ask(Keep::BackUp {}).unwrap();
    let backup = amparo_store::latest_backup(&field.folder.join("backups")).unwrap().unwrap();
    destroy(&field, &saved);
    field.sign_in(SUPERVISOR);
    let certificate = overview(&field).destroyed.remove(0);
    assert_eq!((certificate.left_in.len(), certificate.left_in[0].number), (1, 1), "it names where it still is");
    field.sign_in(ADMINISTRATOR);
    let which = Which::Listed { place: amparo_api::keeping::Place::Here, at: backup.at };
    let Reply::Keeping(Keeping::Rehearsal(told)) =
        field.ask(Keep::Rehearse { backup: which.clone(), key: None }).unwrap()
    else {
        panic!("no rehearsal")
    };
    // The child; nobody counts the sheet that says to whom a copy went.
    assert_eq!((told.records, told.destroyed), (1, 1));
    field.ask(Keep::Restore { backup: which, key: None, above: BTreeMap::new() }).unwrap();
    assert!(sound(&field));
    field.sign_in(SUPERVISOR);
    assert!(field.list(Show::All).is_empty());

    // At headquarters, where the copy is: destroyed there too, the same file brings nothing back.
    let code_there = saved.code.clone();
    hq.hire("Mira Sol", "mira");
    hq.sign_in(ADMINISTRATOR);
    let proposal =
        ask(&hq, Ask::ProposeByCode { code: code_there.clone(), why: Why::Law }).unwrap().waiting[0].proposal;
    hq.sign_in(SUPERVISOR);
    approve(&hq, proposal, &code_there).unwrap();
    hq.hire_into("Ravi Sen", "ravi", Role::Supervisor, None);
    hq.sign_in("ravi");
    let waiting = overview(&hq).waiting;
    assert!(waiting[0].mine && waiting[0].last, "another supervisor of the desk reads it");
    approve(&hq, proposal, &code_there).unwrap();
    assert!(hq.list_of(RecordType::CASE, Show::All).is_empty());
    let plan = hq.try_read(&bundle).unwrap();
    assert!(plan.already_had);
    assert_eq!(plan.records[0].what, amparo_api::exchange::Coming::Destroyed);
}

fn hq_id(office: &Office) -> amparo_model::ids::OfficeId {
    match office.ask(amparo_api::exchange::Ask::Offices {}).unwrap() {
        Reply::Exchange(amparo_api::exchange::Answer::Offices { offices }) => offices[0].id,
        other => panic!("not offices: {other:?}"),
    }
}

/// An old backup brought back on another machine, from a stick where newer ones lie beside it.
fn on_another_machine(meanwhile: impl Fn(&std::path::Path, &std::path::Path)) -> Office {
    let (mut office, saved) = with_a_child();
    office.sign_in(ADMINISTRATOR);
    office.ask(Keep::BackUp {}).unwrap();
    let old = amparo_store::latest_backup(&office.folder.join("backups")).unwrap().unwrap();
    office.clock.pass(DAY);
    destroy(&office, &saved);
    office.leave();
    let stick = office.beside("stick");
    std::fs::rename(office.folder.join("backups"), &stick).unwrap();
    std::fs::remove_dir_all(&office.folder).unwrap();
    let old = stick.join(old.path.file_name().unwrap());
    meanwhile(&stick, &old);
    office.start();
    let key = BackupKey::Password { login: ADMINISTRATOR.to_owned(), password: password(ADMINISTRATOR) };
    let backup = office.choose(old);
    office.ask(Keep::RestoreElsewhere { backup, key, new_password: None, above: BTreeMap::new() }).unwrap();
    office.sign_in(SUPERVISOR);
    office
}

/// Everything in the backups of a stick that has this name and does not belong to the old one.
fn beside(stick: &std::path::Path, old: &std::path::Path, name: &str) -> Vec<std::path::PathBuf> {
    let all = std::fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|backup| backup != old).map(|backup| backup.join(name)).filter(|path| path.exists()).collect()
}

#[test]
fn on_another_machine_the_key_files_beside_the_backup_tell_what_was_destroyed() {
    let office = on_another_machine(|stick, old| {
        beside(stick, old, "office.db").iter().for_each(|path| std::fs::write(path, "spoiled").unwrap());
    });
    assert!(office.list(Show::All).is_empty());
    assert!(sound(&office));
}

#[test]
fn what_has_no_room_in_the_key_file_any_more_the_databases_beside_the_backup_tell() {
    let office = on_another_machine(|stick, old| {
        // As if the newest few hundred had pushed it out.
        for path in beside(stick, old, "office.keys") {
            std::fs::copy(old.join("office.keys"), path).unwrap();
        }
    });
    assert!(office.list(Show::All).is_empty());
    assert!(sound(&office));
}

/// An office of two: the administrator asks, the supervisor reads every case.
fn of_two() -> (Office, Saved, Uuid) {
    let office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    let saved = office.register(&a_case().named("Nour Haddad").complete());
    office.sign_in(ADMINISTRATOR);
    let asked = Ask::ProposeByCode { code: saved.code.clone(), why: Why::Asked };
    let proposal = ask(&office, asked).unwrap().waiting[0].proposal;
    (office, saved, proposal)
}

fn with_words(office: &Office, proposal: Uuid, code: &str, words: &str) -> Result<Overview, Problem> {
    ask(office, Ask::ApproveWithWords { proposal, typed: code.to_owned(), words: words.to_owned() })
}

#[test]
fn in_an_office_of_two_the_recovery_words_are_the_second_yes() {
    let (office, saved, proposal) = of_two();
    let words = office.words.clone();
    let refused = with_words(&office, proposal, &saved.code, &words).unwrap_err().code;
    assert_eq!(refused, Code::NotAllowed, "whoever asked says no yes, with words neither");
    office.sign_in(SUPERVISOR);
    assert!(overview(&office).waiting[0].with_words);
    assert_eq!(with_words(&office, proposal, &saved.code, "abandon").unwrap_err().code, Code::WrongRecoveryWords);
    assert_eq!(with_words(&office, proposal, "KRG1-26-00009", &words).unwrap_err().code, Code::WrongCodeTyped);
    assert_eq!(overview(&office).waiting[0].yes, Vec::<String>::new(), "what was refused changed nothing");
    let now = with_words(&office, proposal, &saved.code, &words).unwrap();
    let certificate = &now.destroyed[0];
    assert_eq!(
        (certificate.code.as_str(), certificate.with_words, certificate.approved_by.len()),
        (saved.code.as_str(), true, 1)
    );
    assert_eq!((now.waiting.len(), office.list(Show::All).len()), (0, 0));
    assert!(sound(&office));
}

#[test]
fn a_yes_that_was_given_alone_is_finished_with_the_words() {
    let (office, saved, proposal) = of_two();
    office.sign_in(SUPERVISOR);
    let waiting = approve(&office, proposal, &saved.code).unwrap().waiting;
    assert_eq!((waiting[0].mine, waiting[0].with_words), (false, true));
    office.sign_in(SUPERVISOR);
    let now = with_words(&office, proposal, &saved.code, &office.words).unwrap();
    assert_eq!((now.destroyed.len(), now.destroyed[0].approved_by.len()), (1, 1));
    assert!(sound(&office));
}

#[test]
fn the_words_are_no_second_yes_while_somebody_else_could_say_it() {
    let (office, saved) = with_a_child();
    office.sign_in(ADMINISTRATOR);
    let asked = Ask::ProposeByCode { code: saved.code.clone(), why: Why::Asked };
    let proposal = ask(&office, asked).unwrap().waiting[0].proposal;
    office.sign_in(SUPERVISOR);
    assert!(!overview(&office).waiting[0].with_words, "Lucía reads the record and is at work");
    let refused = with_words(&office, proposal, &saved.code, &office.words).unwrap_err().code;
    assert_eq!(refused, Code::NotAllowed);
    // A caseworker who does not read it is nobody who could.
    let (office, saved, proposal) = of_two();
    office.hire("Omar Said", "omar");
    office.sign_in(SUPERVISOR);
    assert!(overview(&office).waiting[0].with_words);
    with_words(&office, proposal, &saved.code, &office.words).unwrap();
}

#[test]
fn a_record_that_is_not_due_is_found_by_its_code_to_be_held() {
    let (office, saved) = with_a_child();
    office.hire("Omar Said", "omar");
    office.sign_in(SUPERVISOR);
    let find = |code: &str| office.ask(Ask::Find { code: code.to_owned() });
    let Reply::Retention(Answer::Found { found }) = find(&saved.code).unwrap() else { panic!("not found") };
    assert_eq!((found.record, found.since.as_str(), found.held, found.asked), (saved.record, "", None, false));
    assert_eq!(code(find("KRG1-26-00099-X")), Code::WrongCodeTyped);
    ask(&office, Ask::Hold { record: found.record, reason: Some(HoldReason::Court) }).unwrap();
    let Reply::Retention(Answer::Found { found }) = find(&saved.code).unwrap() else { panic!("not found") };
    assert_eq!(found.held, Some(HoldReason::Court));
}
