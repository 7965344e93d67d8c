//! Nothing saved is lost: backups at lock and at close, here and on a stick, restored; and a past that nobody changes unseen.

use crate::keyring::Keyring;
use amparo_api::keeping::{Answer as Keeping, Ask, Backups};
use amparo_api::past::Row;
use amparo_api::records::Show;
use amparo_api::{Chosen, Code, Reply, getting_in};
use amparo_model::ids::RecordId;
use amparo_model::value::Value;
use amparo_store::backups;
use amparo_tests::office::{
    ADMINISTRATOR, DAY, Office, SUPERVISOR, a_case, code, everything_in, password, set_up, text,
};

fn status(reply: Reply) -> Backups {
    match reply {
        Reply::Keeping(Keeping::Backups(status)) => status,
        other => panic!("not a status: {other:?}"),
    }
}

/// The log, newest first, once the check behind the first list has ended.
fn log(office: &Office) -> (Vec<Row>, bool) {
    let page = office.checked_log();
    (page.rows, page.sound == Some(true))
}

/// Lucía's child with a photo, an edit and a draft: what must be there again after everything.
struct Work {
    record: RecordId,
    photo: amparo_model::ids::FileId,
}

fn work(office: &Office) -> Work {
    office.hire("Lucía Ferrer", "lucia");
    let photo = office.add_photo();
    let Value::File(file) = photo.clone() else { panic!("a file") };
    let saved = office.register(&a_case().named("Nour Haddad").complete().with("photo", photo));
    office.edit(saved.record, &[("landmark", text("the red gate"))]);
    office.keep_draft("registration", &a_case().document);
    Work { record: saved.record, photo: file.id }
}

fn all_is_there(office: &Office, work: &Work) {
    let about = office.sign_in("lucia");
    assert_eq!((about.name.as_str(), about.drafts.len()), ("Lucía Ferrer", 1));
    assert!(office.open_draft(about.drafts[0]).is_ok());
    let opened = office.open(work.record);
    assert_eq!(opened.document.get("landmark"), Some(&text("the red gate")));
    assert_eq!(office.history(work.record).len(), 2);
    assert!(office.photo(Some(work.record), work.photo).is_ok());
    assert_eq!(office.found("nour").len(), 1);
    assert!(log(office).1, "log and database are sound");
    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(Show::All).len(), 1);
}

#[test]
fn a_checked_backup_is_made_at_lock_and_at_close_and_everything_is_there_again() {
    let mut office = Office::new("KRG1");
    let work = work(&office);
    let here = office.folder.join("backups");
    let before = backups(&here).unwrap().len();
    office.lock();
    assert_eq!(backups(&here).unwrap().len(), before + 1, "at lock");
    office.sign_in("lucia");
    let status = status(office.ask(Ask::BackupStatus {}).unwrap());
    assert_eq!(status.here, Some(backups(&here).unwrap()[0].at));
    assert_eq!((status.kept, status.second_set, status.second), (before + 1, false, None));
    office.leave();
    assert_eq!(backups(&here).unwrap().len(), before + 2, "at close");
    assert!(everything_in(&here).keys().all(|path| !path.to_string_lossy().contains("unfinished")));
    office.start();
    assert_eq!(code(office.ask(amparo_api::records::Ask::Home {})), Code::Locked);
    all_is_there(&office, &work);
}

#[test]
fn the_second_place_gets_a_copy_of_its_own_and_a_stick_pulled_out_is_told_and_spoils_nothing() {
    let mut office = Office::nowhere();
    let stick = office.beside("stick");
    std::fs::create_dir(&stick).unwrap();
    let chosen = office.choose(&stick);
    office.make(set_up("KRG1"), Some(chosen));
    let work = work(&office);
    office.lock();
    let there = stick.join("amparo-KRG1");
    assert!(!backups(&there).unwrap().is_empty(), "as it was chosen at set-up");
    office.sign_in(ADMINISTRATOR);
    let now = status(office.ask(Ask::BackUp {}).unwrap());
    assert!(now.second_set && !now.second_missing && now.second.is_some());

    std::fs::rename(&stick, office.beside("pulled out")).unwrap();
    let before = backups(&office.folder.join("backups")).unwrap().len();
    assert_eq!(code(office.ask(Ask::BackUp {})), Code::FolderGone);
    assert_eq!(backups(&office.folder.join("backups")).unwrap().len(), before + 1, "the backup here was made");
    let now = status(office.ask(Ask::BackupStatus {}).unwrap());
    assert!(now.second_set && now.second_missing && now.second.is_none());
    assert!(!stick.exists(), "nothing is written where the stick was");
    all_is_there(&office, &work);

    std::fs::rename(office.beside("pulled out"), &stick).unwrap();
    office.sign_in(ADMINISTRATOR);
    assert!(!status(office.ask(Ask::BackUp {}).unwrap()).second_missing, "put in again");
    let set = |folder: Option<Chosen>| office.ask(Ask::SetBackupFolder { folder });
    assert_eq!(code(set(Some(office.choose(office.folder.join("files"))))), Code::InsideOffice);
    assert_eq!(code(set(Some(office.choose(office.beside("nowhere"))))), Code::FolderGone);
    assert!(!status(set(None).unwrap()).second_set);
}

#[test]
fn old_backups_are_thinned_and_today_s_stay() {
    let office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    for _ in 0..3 {
        office.ask(Ask::BackUp {}).unwrap();
    }
    assert_eq!(backups(&office.folder.join("backups")).unwrap().len(), 3);
    office.clock.pass(3 * DAY);
    office.ask(Ask::BackUp {}).unwrap();
    assert_eq!(backups(&office.folder.join("backups")).unwrap().len(), 2, "one of that day, and today's");
}

#[test]
fn a_second_program_on_the_same_folder_is_refused_until_the_first_is_closed() {
    let mut office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    let second = office.program_at(&office.folder);
    let sign_in = || {
        let (login, password) = (SUPERVISOR.to_owned(), password(SUPERVISOR));
        second.ask(amparo_api::Request::GettingIn(getting_in::Ask::SignIn { login, password }), &())
    };
    assert_eq!(code(sign_in()), Code::OfficeInUse);
    office.lock();
    assert_eq!(code(sign_in()), Code::OfficeInUse, "a locked program still has the office");
    office.kill();
    sign_in().unwrap();
    second.close();
}

#[test]
fn the_log_tells_who_did_what_to_who_may_know_and_never_what_was_searched_for() {
    let mut office = Office::new("KRG1");
    let work = work(&office);
    office.find("Vendramere");
    office.open(work.record);
    let _ = office.ask(amparo_api::records::Ask::Printed { record: work.record, form: "registration".to_owned() });
    let (rows, sound) = log(&office);
    assert!(sound);
    let told: Vec<&str> = rows.iter().map(|row| row.what.as_str()).collect();
    for wanted in ["printed", "case_opened", "searched", "case_saved", "case_registered", "photo_added", "signed_in"] {
        assert!(told.contains(&wanted), "{wanted} in {told:?}");
    }
    let registered = rows.iter().find(|row| row.what == "case_registered").unwrap();
    assert_eq!((registered.who.as_str(), registered.about.as_str()), ("Lucía Ferrer", "KRG1-26-00001-I"));
    assert!(rows.windows(2).all(|pair| pair[0].seq > pair[1].seq), "newest first");
    let page = office.log();
    assert!(u64::try_from(page.known).unwrap() < page.entries, "what others did is closed to a caseworker");
    office.ask(getting_in::Ask::Lock {}).unwrap();
    office.try_sign_in("lucia", "wrong").unwrap_err();
    office.sign_in("lucia");
    assert!(log(&office).0.iter().any(|row| row.what == "failed_sign_ins"));
    office.leave();
    let ring = Keyring::of(&office.folder, "lucia", &password("lucia")).try_everything();
    let bodies: Vec<_> = ring.opened.iter().filter(|(kind, ..)| *kind == "log bodies").collect();
    assert!(bodies.len() > 5);
    for (.., body) in bodies {
        assert!(!String::from_utf8_lossy(body).to_lowercase().contains("vendramere"));
        assert!(!String::from_utf8_lossy(body).contains("Nour"), "no names in the log");
    }
}

#[test]
fn whatever_is_done_to_the_past_with_a_tool_is_found_at_the_next_sign_in() {
    let edits: [(&str, &str); 11] = [
        ("a time edited", "UPDATE log SET at = at + 1 WHERE seq = 4"),
        ("a body edited", "UPDATE log SET actor = x'00' WHERE seq = 6"),
        ("a link edited", "UPDATE log SET link = NULL WHERE seq = (SELECT MIN(seq) FROM log WHERE link IS NOT NULL)"),
        ("an entry dropped", "DELETE FROM log WHERE seq = 5"),
        (
            "two entries swapped",
            "UPDATE log SET auditors = (SELECT auditors FROM log l WHERE l.seq = 11 - log.seq) WHERE seq IN (5, 6)",
        ),
        ("a signature put under another entry", "UPDATE log_signatures SET seq = 2 WHERE seq = (SELECT MIN(seq) FROM log_signatures)"),
        ("a signature edited", "UPDATE log_signatures SET signature = zeroblob(64) WHERE seq = (SELECT MIN(seq) FROM log_signatures)"),
        (
            "the end of somebody's stretch taken away",
            "DELETE FROM log_signatures WHERE seq = (SELECT MIN(seq) FROM log_signatures)",
        ),
        (
            "somebody's stretch given to another",
            "UPDATE log_signatures SET person = (SELECT person FROM log_signatures o WHERE o.person <> log_signatures.person)
             WHERE seq = (SELECT MIN(seq) FROM log_signatures)",
        ),
        (
            "the newest revision taken away",
            "UPDATE records SET heads = (SELECT id FROM revisions WHERE place = 1);
             DELETE FROM leaves WHERE revision IN (SELECT id FROM revisions WHERE place = 2);
             DELETE FROM revisions WHERE place = 2",
        ),
        ("heads put back", "UPDATE records SET heads = (SELECT id FROM revisions WHERE place = 1)"),
    ];
    let mut office = Office::new("KRG1");
    work(&office);
    office.leave();
    let original = std::fs::read(office.folder.join("office.db")).unwrap();
    for (what, sql) in edits {
        std::fs::write(office.folder.join("office.db"), &original).unwrap();
        let ring = Keyring::of(&office.folder, "lucia", &password("lucia"));
        ring.database.execute_batch(sql).unwrap();
        assert!(ring.database.total_changes() > 0, "{what}: nothing was edited");
        drop(ring);
        office.start();
        office.sign_in(SUPERVISOR);
        assert!(!log(&office).1, "{what}: not found");
        office.kill();
        for name in ["office.db-wal", "office.db-shm"] {
            let _ = std::fs::remove_file(office.folder.join(name));
        }
    }
    std::fs::write(office.folder.join("office.db"), &original).unwrap();
    office.start();
    office.sign_in(SUPERVISOR);
    assert!(log(&office).1, "untouched, it is sound");
}

#[test]
fn an_older_database_put_back_is_refused_because_the_key_file_remembers_more() {
    let mut office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    office.leave();
    let older = std::fs::read(office.folder.join("office.db")).unwrap();
    office.start();
    work(&office);
    office.leave();
    let newest = std::fs::read(office.folder.join("office.db")).unwrap();
    std::fs::write(office.folder.join("office.db"), older).unwrap();
    office.start();
    assert_eq!(office.try_sign_in("lucia", &password("lucia")).unwrap_err().code, Code::OlderDatabase);
    office.kill();
    std::fs::write(office.folder.join("office.db"), newest).unwrap();
    office.start();
    office.sign_in("lucia");
}
