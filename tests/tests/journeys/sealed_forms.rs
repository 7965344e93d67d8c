//! Forms that leave sealed, with a passphrase or for a partner office, and what is refused on the way in.

use crate::exchange::two_offices;
use amparo_api::exchange::{Answer as Exchange, Ask as Partner};
use amparo_api::shaping::{Answer as Shaping, Ask};
use amparo_api::{Code, Problem, Reply};
use amparo_forms::shape::Written;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PHRASE: &str = "seven quiet hills walk north";

fn shaping(office: &Office, ask: Ask) -> Result<Shaping, Problem> {
    match office.ask(ask)? {
        Reply::Shaping(answer) => Ok(answer),
        other => panic!("{other:?}"),
    }
}

fn export(office: &Office, name: &str, passphrase: Option<&str>) -> Result<PathBuf, Problem> {
    let path = office.beside(name);
    let passphrase = passphrase.map(str::to_owned);
    office.ask(Ask::Export { draft: None, target: office.choose(&path), passphrase }).map(|_| path)
}

fn import(office: &Office, path: &Path, passphrase: Option<&str>) -> Result<Shaping, Problem> {
    let passphrase = passphrase.map(str::to_owned);
    shaping(office, Ask::Import { name: "From the cluster".into(), source: office.choose(path), passphrase })
}

fn drafts(office: &Office) -> Vec<String> {
    let Shaping::Overview { drafts, .. } = shaping(office, Ask::Overview {}).unwrap() else { panic!() };
    drafts.into_iter().map(|line| line.name).collect()
}

/// What `age -d` gives: it asks for the passphrase at a terminal, which `script` lends it.
fn opened_by_age(path: &Path, out: &Path) -> Vec<u8> {
    let command = format!("age -d -o '{}' '{}'", out.display(), path.display());
    let mut terminal = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("script (bsdutils) and age must be installed for this test");
    let mut stdin = terminal.stdin.take().unwrap();
    // age reads the terminal from when it asks on.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    stdin.write_all(format!("{PHRASE}\n").as_bytes()).unwrap();
    stdin.flush().unwrap();
    assert!(terminal.wait().unwrap().success(), "age opens it");
    drop(stdin);
    std::fs::read(out).unwrap()
}

#[test]
fn forms_sealed_with_a_passphrase_open_with_it_here_and_in_the_plain_tool() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    assert_eq!(export(&office, "weak.amparo", Some("abc")).unwrap_err().code, Code::WeakPassword);
    assert!(!office.beside("weak.amparo").exists());
    let plain = std::fs::read(export(&office, "plain.json", None).unwrap()).unwrap();
    let sealed = export(&office, "forms.amparo", Some(PHRASE)).unwrap();
    let bytes = std::fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert_eq!(opened_by_age(&sealed, &office.beside("opened.json")), plain);
    let Shaping::Imported { draft, .. } = import(&office, &sealed, Some(PHRASE)).unwrap() else { panic!() };
    let Shaping::Draft { text } = shaping(&office, Ask::Open { draft }).unwrap() else { panic!() };
    assert_eq!(Written::from_json(&text).unwrap().to_json(), String::from_utf8(plain).unwrap());
}

#[test]
fn each_reason_why_a_sealed_file_does_not_open_has_its_own_refusal_and_changes_nothing() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let sealed = export(&office, "forms.amparo", Some(PHRASE)).unwrap();
    let bytes = std::fs::read(&sealed).unwrap();
    let with = |name: &str, bytes: &[u8]| {
        let path = office.beside(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let refused = |path: &Path, passphrase| import(&office, path, passphrase).unwrap_err().code;
    assert_eq!(refused(&sealed, None), Code::PassphraseNeeded);
    assert_eq!(refused(&sealed, Some("another quiet hill walks")), Code::WrongPassphrase);
    let mut changed = bytes.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    assert_eq!(refused(&with("changed.amparo", &changed), Some(PHRASE)), Code::BundleDamaged);
    assert_eq!(refused(&with("cut.amparo", &bytes[..bytes.len() - 100_000]), Some(PHRASE)), Code::BundleDamaged);
    assert_eq!(refused(&with("letter.amparo", b"Dear colleagues"), Some(PHRASE)), Code::BadConfiguration);
    let seal = |text: &[u8]| amparo_bundle::passphrase::seal(PHRASE.to_owned().into(), text).unwrap();
    let newer = seal(br#"{"amparo_configuration":2}"#);
    assert_eq!(refused(&with("newer.amparo", &newer), Some(PHRASE)), Code::ConfigurationNewer);
    let letter = seal(b"Dear colleagues");
    assert_eq!(refused(&with("sealed-letter.amparo", &letter), Some(PHRASE)), Code::BadConfiguration);
    assert!(drafts(&office).is_empty());
}

#[test]
fn forms_go_sealed_to_a_partner_whose_supervisor_opens_them_and_become_a_draft_of_its_administrator() {
    let two = two_offices();
    let path = two.field.beside("forms.amparo");
    let seal = Partner::SealConfiguration { office: two.to, target: two.field.choose(&path) };
    assert!(matches!(two.field.ask(seal).unwrap(), Reply::Exchange(Exchange::Sealed { number: 1, .. })));

    // The administrator there is told who opens it.
    two.hq.sign_in(ADMINISTRATOR);
    assert_eq!(import(&two.hq, &path, None).unwrap_err().code, Code::SealedForOffice);
    two.hq.sign_in(SUPERVISOR);
    let read = || match two.hq.ask(Partner::Read { source: two.hq.choose(&path) }).unwrap() {
        Reply::Exchange(Exchange::Plan(plan)) => plan,
        other => panic!("{other:?}"),
    };
    let plan = read();
    assert!(plan.purpose == "configuration" && plan.records.is_empty() && plan.from.site == "KRG1");
    two.hq.ask(Partner::Accept { bundle: plan.bundle }).unwrap();
    assert!(read().already_had, "a second time it brings nothing new");
    two.hq.sign_in(ADMINISTRATOR);
    assert_eq!(drafts(&two.hq), ["Office KRG1"]);

    // Somebody it was not made out to cannot open it at all.
    let other = Office::new("KRG9");
    other.sign_in(SUPERVISOR);
    let refused = other.ask(Partner::Read { source: other.choose(&path) }).unwrap_err();
    assert_eq!(refused.code, Code::BundleNotForUs);
}
