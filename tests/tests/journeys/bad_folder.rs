//! Folders that are damaged, somebody else's, newer, weakened, read-only or full: one clear refusal each, and nothing is changed.

use crate::keyring::Keyring;
use amparo_api::getting_in::Ask;
use amparo_api::{Code, keeping};
use amparo_tests::office::{Office, SUPERVISOR, a_case, amparo_cli, code, everything_in, password, set_up};
use serde_json::{Value, json};
use sha2::Digest;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Bytes of one of the two copies in `office.keys`, and of the check sum at its end.
const COPY: usize = 24 * 1024;
const CHECK_SUM: usize = 32;

/// Changes both copies of the key file and makes their check sums right again.
fn change_copies(folder: &Path, change: impl Fn(&mut [u8])) {
    let path = folder.join("office.keys");
    let mut bytes = std::fs::read(&path).unwrap();
    assert_eq!(bytes.len(), 2 * COPY);
    for copy in bytes.chunks_mut(COPY) {
        change(copy);
        let sum = sha2::Sha256::digest(&copy[..COPY - CHECK_SUM]);
        copy[COPY - CHECK_SUM..].copy_from_slice(&sum);
    }
    std::fs::write(path, bytes).unwrap();
}

/// Signs in, which must be refused, and sees that the office's two files were left as they are.
fn refused(office: &Office) -> Code {
    let files = ["office.db", "office.keys"].map(|name| office.folder.join(name));
    let read = || files.clone().map(|path| std::fs::read(path).unwrap_or_default());
    let before = read();
    let refusal = office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).unwrap_err().code;
    assert!(read() == before, "a refused office was changed");
    refusal
}

/// What was done to an office, how it is done, and what it is refused with.
type Case<'a> = (&'static str, Box<dyn Fn() + 'a>, Code);

#[test]
fn damaged_foreign_newer_and_weakened_offices_are_told_apart() {
    let mut office = Office::new("KRG1");
    office.sign_in(SUPERVISOR);
    office.register(&a_case());
    office.leave();
    let (database, keys) = (office.folder.join("office.db"), office.folder.join("office.keys"));
    let good = (std::fs::read(&database).unwrap(), std::fs::read(&keys).unwrap());
    let other = Office::new("KRG2");
    let others_keys = std::fs::read(other.folder.join("office.keys")).unwrap();
    let memory = |kibibytes: u32| {
        // Behind magic, format, generation, state, office, incarnation and salt.
        move |copy: &mut [u8]| copy[91..95].copy_from_slice(&kibibytes.to_le_bytes())
    };
    let scribble = |at: usize, length: usize| {
        let (path, mut bytes) = (database.clone(), good.0.clone());
        bytes[at..at + length].iter_mut().for_each(|byte| *byte ^= 0x55);
        move || std::fs::write(&path, &bytes).unwrap()
    };
    let write = |path: &Path, bytes: Vec<u8>| {
        let path = path.to_owned();
        move || std::fs::write(&path, &bytes).unwrap()
    };
    let folder = office.folder.clone();
    let newer = || {
        let ring = Keyring::of(&folder, SUPERVISOR, &password(SUPERVISOR));
        ring.database.execute_batch("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    };
    let both_copies = {
        let mut bytes = good.1.clone();
        bytes[5_000] ^= 1;
        bytes[COPY + 5_000] ^= 1;
        bytes
    };
    let plain = [b"SQLite format 3\0".to_vec(), vec![0; 4096]].concat();
    let cases: Vec<Case<'_>> = vec![
        ("first page scribbled over", Box::new(scribble(100, 400)), Code::Damaged),
        ("salt scribbled over", Box::new(scribble(0, 16)), Code::Damaged),
        ("cut short", Box::new(write(&database, good.0[..200].to_vec())), Code::Damaged),
        ("empty database", Box::new(write(&database, Vec::new())), Code::Damaged),
        ("both copies of the keys damaged", Box::new(write(&keys, both_copies)), Code::Damaged),
        ("a plain database", Box::new(write(&database, plain)), Code::ForeignOffice),
        ("no key file at all", Box::new(write(&keys, b"a letter".to_vec())), Code::ForeignOffice),
        ("another office's keys", Box::new(write(&keys, others_keys)), Code::Damaged),
        ("a newer database", Box::new(newer), Code::NewerOffice),
        ("newer keys", Box::new(|| change_copies(&folder, |copy| copy[16] = 2)), Code::NewerOffice),
        ("half the memory", Box::new(|| change_copies(&folder, memory(32 * 1024))), Code::LoweredParameters),
        ("absurd memory", Box::new(|| change_copies(&folder, memory(u32::MAX))), Code::LoweredParameters),
        ("one pass", Box::new(|| change_copies(&folder, |copy| copy[95] = 1)), Code::LoweredParameters),
    ];
    for (what, spoil, wanted) in cases {
        spoil();
        office.start();
        assert_eq!(refused(&office), wanted, "{what}");
        office.kill();
        std::fs::write(&database, &good.0).unwrap();
        std::fs::write(&keys, &good.1).unwrap();
        for name in ["office.db-wal", "office.db-shm"] {
            let _ = std::fs::remove_file(office.folder.join(name));
        }
    }
    // One damaged copy of the key file is no damage: that is what the other one is for.
    let mut one = good.1.clone();
    one[5_000] ^= 1;
    std::fs::write(&keys, one).unwrap();
    office.start();
    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(amparo_api::records::Show::All).len(), 1);
}

#[test]
fn an_empty_folder_holds_no_office_and_a_file_is_no_folder() {
    let office = Office::nowhere();
    assert_eq!(office.try_sign_in(SUPERVISOR, "anything").unwrap_err().code, Code::NoOffice);
    std::fs::create_dir_all(&office.folder).unwrap();
    assert_eq!(office.try_sign_in(SUPERVISOR, "anything").unwrap_err().code, Code::NoOffice);
    std::fs::remove_dir(&office.folder).unwrap();
    std::fs::write(&office.folder, b"a letter").unwrap();
    let (_, words) = office.begin(set_up("KRG1"));
    assert_eq!(code(office.ask(Ask::FinishSetUp { words, backup_folder: None })), Code::Unwritable);
    assert_eq!(std::fs::read(&office.folder).unwrap(), b"a letter");
}

/// Somebody without rights: root may write everywhere, so a root's test is run as the user that owns nothing.
fn run_without_rights(cli: &Path, folder: &Path, line: &Value) -> Value {
    let mut command = Command::new(cli);
    command.args(["--office".as_ref(), folder.as_os_str(), "--floor".as_ref(), "session".as_ref()]);
    if rustix::process::getuid().is_root() {
        command.uid(65_534);
    }
    let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    program.stdin.take().unwrap().write_all(format!("{line}\n").as_bytes()).unwrap();
    let answer = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
    serde_json::from_str(answer.trim()).unwrap()
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told_as_such() {
    let mut office = Office::new("KRG1");
    office.leave();
    let cli = office.beside("amparo-cli");
    std::fs::copy(amparo_cli(), &cli).unwrap();
    let rights = |path: &Path, mode: u32| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    rights(office.home.path(), 0o755);
    let before = everything_in(&office.folder);
    for path in before.keys() {
        rights(path, 0o444);
    }
    rights(&office.folder, 0o555);
    let sign_in = json!({"login": SUPERVISOR, "password": password(SUPERVISOR)});
    let answer = run_without_rights(&cli, &office.folder, &sign_in);
    assert_eq!(answer["problem"]["code"], json!("read-only"), "{answer}");
    rights(&office.folder, 0o755);
    assert!(everything_in(&office.folder) == before);
}

/// A disk of two mebibytes, where this machine lets a test have one.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    fn at(path: &Path) -> Option<Self> {
        std::fs::create_dir_all(path).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(path).output();
        mount.is_ok_and(|it| it.status.success()).then(|| Self(path.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_saved() {
    let mut office = Office::nowhere();
    let Some(disk) = SmallDisk::at(&office.beside("disk")) else {
        eprintln!("skipped: only root can make a small disk here");
        return;
    };
    office.folder = disk.0.join("office");
    office.kill();
    office.start();
    office.make(set_up("KRG1"), None);
    office.sign_in(SUPERVISOR);
    let saved = office.register(&a_case());
    let filler = disk.0.join("filler");
    let mut file = std::fs::File::create(&filler).unwrap();
    while file.write_all(&[0; 4096]).is_ok() {}
    drop(file);
    let refusals: Vec<Code> = (0..40).filter_map(|_| office.try_register(&a_case()).err().map(|it| it.code)).collect();
    assert!(!refusals.is_empty() && refusals.iter().all(|code| *code == Code::NoSpace), "{refusals:?}");
    assert_eq!(code(office.ask(keeping::Ask::BackUp {})), Code::NoSpace);
    let kept = office.list(amparo_api::records::Show::All).len();
    assert_eq!(office.open(saved.record).heads, saved.heads, "what was saved can still be read");
    std::fs::remove_file(&filler).unwrap();
    let next = office.register(&a_case());
    assert_eq!(office.list(amparo_api::records::Show::All).len(), kept + 1);
    assert!(office.open(next.record).closed.is_empty());
    office.kill();
    office.start();
    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(amparo_api::records::Show::All).len(), kept + 1);
    office.leave();
}
