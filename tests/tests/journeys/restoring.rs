//! Bringing a backup back: tried out first, the present state kept, a new life of the office, and nothing that was decided since undone.

use crate::passing::offer;
use amparo_api::exchange::{Answer as Exchange, Ask as Partners};
use amparo_api::keeping::{Answer as Keeping, Ask, BackupKey, BackupRow, Lost, Place, Rehearsal, Which};
use amparo_api::records::Show;
use amparo_api::{Code, Problem, Reply, passing};
use amparo_model::ids::Moment;
use amparo_store::TurningAt as At;
use amparo_store::trial::REFUSED_AT;
use amparo_tests::office::{ADMINISTRATOR, DAY, Office, SUPERVISOR, a_case, code, everything_in, password, text};
use amparo_vault::keyfile::KeyFile;
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

fn list(office: &Office) -> Vec<BackupRow> {
    match office.ask(Ask::ListBackups {}).unwrap() {
        Reply::Keeping(Keeping::List { backups }) => backups,
        other => panic!("not a list: {other:?}"),
    }
}

fn rehearsal(reply: Result<Reply, Problem>) -> Result<Rehearsal, Code> {
    match reply {
        Ok(Reply::Keeping(Keeping::Rehearsal(rehearsal))) => Ok(rehearsal),
        Ok(other) => panic!("not a rehearsal: {other:?}"),
        Err(problem) => Err(problem.code),
    }
}

fn newest(office: &Office, place: Place) -> Which {
    let at = list(office).iter().find(|row| row.place == place).unwrap().at;
    Which::Listed { place, at }
}

fn sound(office: &Office) -> bool {
    office.checked_log().sound == Some(true)
}

fn incarnation(office: &Office) -> uuid::Uuid {
    KeyFile::open(&office.folder.join("office.keys")).unwrap().incarnation()
}

/// Lucía's child, a backup, then a change to it, a second child and a new colleague.
fn with_a_past() -> (Office, amparo_tests::office::Saved, Which) {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().named("Nour Haddad").complete());
    office.sign_in(ADMINISTRATOR);
    office.clock.pass(DAY);
    office.ask(Ask::BackUp {}).unwrap();
    let backup = newest(&office, Place::Here);
    office.clock.pass(DAY);
    office.sign_in("lucia");
    office.edit(saved.record, &[("landmark", text("the red gate"))]);
    office.register(&a_case().named("Sami Haddad").complete());
    office.sign_in(ADMINISTRATOR);
    (office, saved, backup)
}

/// What would be lost, and the records of a new backup, once the newest child was referred to a colleague.
fn with_a_sheet(office: &Office, backup: &Which) -> (Option<Lost>, usize) {
    let omar = office.hire("Omar Said", "omar");
    office.sign_in("lucia");
    let record = office.list(Show::All).into_iter().find_map(|row| row.record).unwrap();
    let refer = offer(passing::Kind::Referral, record, omar);
    office.ask(passing::Ask::Offer(refer)).unwrap();
    office.sign_in(ADMINISTRATOR);
    let lost = rehearsal(office.ask(Ask::Rehearse { backup: backup.clone(), key: None })).unwrap().lost;
    office.clock.pass(DAY);
    office.ask(Ask::BackUp {}).unwrap();
    let newer = newest(office, Place::Here);
    (lost, rehearsal(office.ask(Ask::Rehearse { backup: newer, key: None })).unwrap().records)
}

#[test]
fn a_rehearsal_says_what_would_be_lost_and_changes_nothing() {
    let (office, _, backup) = with_a_past();
    let before = KeyFile::open(&office.folder.join("office.keys")).unwrap().head();
    let told = rehearsal(office.ask(Ask::Rehearse { backup: backup.clone(), key: None })).unwrap();
    assert_eq!(told.lost, Some(Lost { changes: 2, touched: 2, records: 1 }));
    assert_eq!((told.records, told.site.as_str(), told.destroyed), (1, "KRG1", 0));
    assert_eq!(told.numbers.values().copied().collect::<Vec<_>>(), [2], "numbers given since count");
    assert_eq!(KeyFile::open(&office.folder.join("office.keys")).unwrap().head(), before);
    let row = list(&office).into_iter().find(|row| Which::Listed { place: row.place, at: row.at } == backup).unwrap();
    assert!(row.checked && row.opens && row.bytes > 0 && row.epoch == 1);
    assert_eq!(with_a_sheet(&office, &backup), (told.lost, 2), "what tells of passing a child on is no child");
    let none = Which::Listed { place: Place::Second, at: Moment(1) };
    assert_eq!(rehearsal(office.ask(Ask::Rehearse { backup: none, key: None })), Err(Code::NotABackup));
    let folder = Which::Chosen(office.choose(office.home.path()));
    assert_eq!(rehearsal(office.ask(Ask::Rehearse { backup: folder, key: None })), Err(Code::NotABackup));
    let other = Office::new("ERB2");
    other.sign_in(SUPERVISOR);
    other.ask(Ask::BackUp {}).unwrap();
    let theirs = amparo_store::latest_backup(&other.folder.join("backups")).unwrap().unwrap().path;
    let theirs = Which::Chosen(office.choose(theirs));
    assert_eq!(rehearsal(office.ask(Ask::Rehearse { backup: theirs, key: None })), Err(Code::BackupOfAnother));
}

#[test]
fn a_restore_brings_records_back_keeps_the_present_aside_and_begins_another_life() {
    let (office, saved, backup) = with_a_past();
    let life = incarnation(&office);
    let numbers = rehearsal(office.ask(Ask::Rehearse { backup: backup.clone(), key: None })).unwrap().numbers;
    let above: BTreeMap<String, u32> = numbers.keys().map(|series| (series.clone(), 40)).collect();
    let wrong: BTreeMap<String, u32> = [("no such series".to_owned(), 1)].into();
    let refused = office.ask(Ask::Restore { backup: backup.clone(), key: None, above: wrong });
    assert_eq!(code(refused), Code::BadRequest);
    office.ask(Ask::Restore { backup, key: None, above }).unwrap();
    assert_ne!(incarnation(&office), life);
    assert!(sound(&office), "what was set aside is accounted for");
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 1);
    assert_eq!(office.history(saved.record).len(), 1);
    assert_eq!(office.open(saved.record).document.get("landmark"), None);
    let next = office.register(&a_case().named("Mina Haddad").complete());
    assert!(next.code.starts_with("KRG1-26-00041-"), "above the figure: {}", next.code);
    assert!(sound(&office));

    // The state before is reached in the same way, and what was done meanwhile is set aside in its turn.
    office.sign_in(ADMINISTRATOR);
    let aside = newest(&office, Place::Aside);
    office.ask(Ask::Restore { backup: aside, key: None, above: BTreeMap::new() }).unwrap();
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 2);
    assert_eq!(office.open(saved.record).document.get("landmark"), Some(&text("the red gate")));
    assert!(sound(&office));
}

#[test]
fn who_left_since_stays_out_and_who_came_since_stays_in() {
    let (office, _, backup) = with_a_past();
    office.hire("Omar Said", "omar");
    office.let_go("lucia", SUPERVISOR);
    office.sign_in(ADMINISTRATOR);
    // The office's key turned when she left: the backup opens with a password of that time.
    assert_eq!(rehearsal(office.ask(Ask::Rehearse { backup: backup.clone(), key: None })), Err(Code::BackupNeedsKey));
    let key = |password: String| Some(BackupKey::Password { login: ADMINISTRATOR.to_owned(), password });
    let wrong = office.ask(Ask::Rehearse { backup: backup.clone(), key: key("not this one".to_owned()) });
    assert_eq!(rehearsal(wrong), Err(Code::Refused));
    let words = Some(BackupKey::Words { words: office.words.clone(), login: ADMINISTRATOR.to_owned() });
    assert_eq!(rehearsal(office.ask(Ask::Rehearse { backup: backup.clone(), key: words })).unwrap().epoch, 1);
    office.ask(Ask::Restore { backup, key: key(password(ADMINISTRATOR)), above: BTreeMap::new() }).unwrap();
    assert!(sound(&office));
    assert_eq!(office.try_sign_in_again("lucia", &password("lucia")).unwrap_err().code, Code::Refused);
    office.sign_in("omar");
    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(Show::All).len(), 1, "the supervisor reads what was brought back");
}

#[test]
fn whatever_is_refused_on_the_way_leaves_the_office_before_or_the_one_after() {
    let (mut office, saved, backup) = with_a_past();
    office.leave();
    let original = office.beside("original");
    copy(&office.folder, &original);
    for at in [At::Copied, At::Changed, At::Switching, At::Renamed] {
        std::fs::remove_dir_all(&office.folder).unwrap();
        copy(&original, &office.folder);
        office.start();
        office.sign_in(ADMINISTRATOR);
        REFUSED_AT.store(at as usize + 1, Ordering::Relaxed);
        let answer = office.ask(Ask::Restore { backup: backup.clone(), key: None, above: BTreeMap::new() });
        REFUSED_AT.store(0, Ordering::Relaxed);
        assert!(answer.is_err(), "{at:?}");
        office.kill();
        office.start();
        office.sign_in("lucia");
        let after = at == At::Renamed;
        assert_eq!(office.history(saved.record).len(), if after { 1 } else { 2 }, "{at:?}");
        assert!(sound(&office), "{at:?}");
        let left = everything_in(&office.folder);
        let loose =
            |path: &std::path::PathBuf| ["turned", "older"].iter().any(|end| path.to_string_lossy().contains(end));
        assert!(!left.keys().any(loose), "{at:?}: {:?}", left.keys().collect::<Vec<_>>());
        office.kill();
    }
    office.start();
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    for (path, bytes) in everything_in(from) {
        let to = to.join(path.strip_prefix(from).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    std::fs::create_dir_all(to.join("files")).unwrap();
}

#[test]
fn on_another_machine_the_words_or_an_administrator_bring_the_office_back_and_nobody_else() {
    let (mut office, saved, _) = with_a_past();
    let life = incarnation(&office);
    office.lock();
    let kept = office.beside("stick");
    std::fs::rename(amparo_store::latest_backup(&office.folder.join("backups")).unwrap().unwrap().path, &kept).unwrap();
    let with = |login: &str| BackupKey::Password { login: login.to_owned(), password: password(login) };
    let restore = |office: &Office, key: BackupKey, new_password: Option<String>| {
        let backup = office.choose(&kept);
        office.ask(Ask::RestoreElsewhere { backup, key, new_password, above: BTreeMap::new() })
    };
    assert_eq!(
        code(restore(&office, with(ADMINISTRATOR), None)),
        Code::OfficeExists,
        "never over an office that opens"
    );
    office.leave();
    std::fs::remove_dir_all(&office.folder).unwrap();
    office.start();
    let try_out = |key: BackupKey| rehearsal(office.ask(Ask::RehearseElsewhere { backup: office.choose(&kept), key }));
    let by_words = |login: &str| BackupKey::Words { words: office.words.clone(), login: login.to_owned() };
    for key in [with(ADMINISTRATOR), by_words(SUPERVISOR)] {
        let tried = try_out(key).unwrap();
        assert_eq!((tried.records, tried.lost), (2, None));
    }
    assert_eq!(try_out(with(SUPERVISOR)).unwrap_err(), Code::NotAllowed);
    assert_eq!(try_out(by_words("nobody")).unwrap_err(), Code::UnknownLogin, "the words are right");
    assert_eq!(code(restore(&office, with("lucia"), None)), Code::NotAllowed);
    assert_eq!(
        code(restore(&office, by_words("nobody"), Some("nine herons at the mill".to_owned()))),
        Code::UnknownLogin
    );
    let wrong = BackupKey::Password { login: ADMINISTRATOR.to_owned(), password: "wrong".to_owned() };
    assert_eq!(code(restore(&office, wrong, None)), Code::Refused);
    let words = BackupKey::Words { words: office.words.clone(), login: ADMINISTRATOR.to_owned() };
    assert_eq!(code(restore(&office, words.clone(), Some("short".to_owned()))), Code::WeakPassword);
    assert!(!office.folder.join("office.keys").exists(), "what was refused left no office");
    assert_eq!(everything_in(&office.folder).keys().filter(|path| !path.ends_with("lock")).count(), 0);
    restore(&office, words, Some("nine herons over the mill".to_owned())).unwrap();
    assert_ne!(incarnation(&office), life);
    office.try_sign_in(ADMINISTRATOR, "nine herons over the mill").unwrap();
    assert!(sound(&office));
    office.sign_in("lucia");
    assert_eq!(office.history(saved.record).len(), 2);
    office.leave();
    std::fs::remove_dir_all(&office.folder).unwrap();
    office.start();
    restore(&office, with(ADMINISTRATOR), None).unwrap();
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 2);
}

#[test]
fn a_damaged_office_is_replaced_and_its_files_stay() {
    let (mut office, _, _) = with_a_past();
    office.lock();
    let kept = office.beside("stick");
    std::fs::rename(amparo_store::latest_backup(&office.folder.join("backups")).unwrap().unwrap().path, &kept).unwrap();
    office.leave();
    let database = office.folder.join("office.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 9000].fill(7);
    std::fs::write(&database, &bytes).unwrap();
    office.start();
    let key = BackupKey::Password { login: ADMINISTRATOR.to_owned(), password: password(ADMINISTRATOR) };
    let backup = office.choose(&kept);
    office.ask(Ask::RestoreElsewhere { backup, key, new_password: None, above: BTreeMap::new() }).unwrap();
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 2);
    let damaged = everything_in(&office.folder.join("backups"));
    assert!(damaged.iter().any(|(path, content)| path.to_string_lossy().contains("damaged-") && *content == bytes));
}

#[test]
fn partners_hear_of_the_new_life_and_its_numbers_begin_anew() {
    let (field, saved, backup) = with_a_past();
    let hq = Office::new("HQ");
    field.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    hq.meet(&field);
    let to = field.meet(&hq);
    hq.take_in(&field.try_seal(saved.record, to, "one.amparo").unwrap());
    field.sign_in(ADMINISTRATOR);
    field.ask(Ask::Restore { backup, key: None, above: BTreeMap::new() }).unwrap();
    field.sign_in(SUPERVISOR);
    let again = field.try_seal(saved.record, to, "two.amparo").unwrap();
    let plan = hq.try_read(&again).unwrap();
    assert!(plan.new_life && plan.number == 1 && plan.missing.is_empty() && !plan.already_had);
    hq.take_in(&again);
    let third = field.try_seal(saved.record, to, "three.amparo").unwrap();
    let plan = hq.try_read(&third).unwrap();
    assert_eq!((plan.new_life, plan.number), (false, 2), "it is known from the first file on");
    let Reply::Exchange(Exchange::Ledger { entries }) = hq.ask(Partners::Ledger {}).unwrap() else {
        panic!("no ledger")
    };
    assert_eq!(entries.len(), 2);
}
