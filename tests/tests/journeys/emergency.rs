//! An emergency: a checked copy, then no key is left on the machine; and its practice, which leaves everything.

use amparo_api::keeping::{Answer as Keeping, Ask, BackupKey, Emergency};
use amparo_api::{Code, Problem, Reply};
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, everything_in, password};
use std::collections::BTreeMap;
use std::path::Path;

fn emergency(office: &Office, stick: Option<&Path>, practice: bool, at_once: bool) -> Result<Emergency, Problem> {
    let stick = stick.map(|path| office.choose(path));
    match office.ask(Ask::Emergency { stick, practice, at_once, typed: "krg1".to_owned() })? {
        Reply::Keeping(Keeping::Emergency(done)) => Ok(done),
        other => panic!("not an emergency: {other:?}"),
    }
}

fn key_files(office: &Office) -> usize {
    everything_in(&office.folder).keys().filter(|path| path.ends_with("office.keys")).count()
}

fn at_work() -> (Office, std::path::PathBuf) {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.register(&a_case().named("Nour Haddad").complete());
    let stick = office.beside("stick");
    std::fs::create_dir(&stick).unwrap();
    office.sign_in(SUPERVISOR);
    (office, stick)
}

#[test]
fn the_copy_is_checked_first_then_no_key_is_left_and_the_copy_opens_elsewhere() {
    let (mut office, stick) = at_work();
    office.lock();
    office.sign_in(SUPERVISOR);
    assert!(key_files(&office) > 1, "backups here hold key files too");
    let old = std::fs::read(office.folder.join("office.keys")).unwrap();
    let done = emergency(&office, Some(&stick), false, false).unwrap();
    assert!(done.erased && done.copied.is_some_and(|bytes| bytes > 0));
    assert!(done.milliseconds < 2000, "{} ms", done.milliseconds);
    assert_eq!(key_files(&office), 0);
    for (path, bytes) in everything_in(&office.folder) {
        assert!(!bytes.windows(64).any(|window| window == &old[400..464]), "{}", path.display());
    }
    assert!(office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).is_err());
    office.leave();
    assert_eq!(key_files(&office), 0, "closing writes none");
    office.start();
    let backup = amparo_store::latest_backup(&stick.join("amparo-KRG1")).unwrap().unwrap().path;
    let key = BackupKey::Password { login: ADMINISTRATOR.to_owned(), password: password(ADMINISTRATOR) };
    let backup = office.choose(backup);
    office.ask(Ask::RestoreElsewhere { backup, key, new_password: None, above: BTreeMap::new() }).unwrap();
    office.sign_in("lucia");
    assert_eq!(office.list(amparo_api::records::Show::All).len(), 1);
}

#[test]
fn practice_does_everything_but_erase() {
    let (office, stick) = at_work();
    let keys = key_files(&office);
    let done = emergency(&office, Some(&stick), true, false).unwrap();
    assert!(!done.erased && done.copied.is_some() && done.key_files == keys && done.milliseconds < 2000);
    assert_eq!(key_files(&office), keys);
    assert!(!everything_in(&office.folder).keys().any(|path| path.to_string_lossy().contains("practice")));
    office.sign_in("lucia");
}

#[test]
fn without_a_stick_nothing_is_erased_unless_the_person_says_at_once() {
    let (office, stick) = at_work();
    std::fs::remove_dir(&stick).unwrap();
    assert_eq!(emergency(&office, Some(&stick), false, false).unwrap_err().code, Code::FolderGone);
    assert_eq!(emergency(&office, None, false, false).unwrap_err().code, Code::FolderGone);
    let inside = office.folder.join("files");
    assert_eq!(emergency(&office, Some(&inside), false, false).unwrap_err().code, Code::InsideOffice);
    let typed = Ask::Emergency { stick: None, practice: false, at_once: true, typed: "KRG2".to_owned() };
    assert_eq!(office.ask(typed).unwrap_err().code, Code::WrongCodeTyped);
    assert!(key_files(&office) > 0);
    office.sign_in(ADMINISTRATOR);
    let done = emergency(&office, None, false, true).unwrap();
    assert!(done.erased && done.copied.is_none() && done.milliseconds < 2000);
    assert_eq!(key_files(&office), 0);
}
