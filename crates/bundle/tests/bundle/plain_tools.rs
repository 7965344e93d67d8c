//! Nobody depends on Amparo to read what is theirs: the ordinary tools open a sealed file. A missing tool fails the test.

use crate::support::*;
use amparo_bundle::desk::desk_key_text;
use amparo_vault::ExposeSecret as _;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};

fn run(program: &str, arguments: &[&str], folder: &Path) -> Output {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{program} must be installed for this test: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

#[test]
fn age_and_unzip_open_what_we_seal() {
    let example = Example::new();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("copy.amparo"), &example.bytes).unwrap();
    std::fs::write(folder.path().join("desk.key"), desk_key_text(example.hq.desk()).expose_secret()).unwrap();
    run("age", &["-d", "-i", "desk.key", "-o", "copy.zip", "copy.amparo"], folder.path());
    run("unzip", &["-q", "-t", "copy.zip"], folder.path());
    run("unzip", &["-q", "copy.zip", "-d", "out"], folder.path());

    let out = folder.path().join("out");
    for record in &example.records {
        let json = std::fs::read(out.join(format!("records/{}.json", record.record))).unwrap();
        assert_eq!(serde_json::from_slice::<amparo_bundle::Travelling>(&json).unwrap(), *record);
    }
    assert_eq!(std::fs::read(out.join("forms.json")).unwrap(), FORMS);
    let file = std::fs::read_dir(out.join("files")).unwrap().next().unwrap().unwrap();
    assert_eq!(std::fs::read(file.path()).unwrap(), example.photo);
    assert!(std::fs::read_to_string(out.join("README.txt")).unwrap().contains("Amparo"));
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["purpose"], "copy_to_headquarters");
    assert_eq!(std::fs::read(out.join("manifest.sig")).unwrap().len(), 64);
}

#[test]
fn a_zip_library_that_shares_no_code_reads_the_same_entries() {
    let example = Example::new();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(example.inside())).unwrap();
    assert_eq!(zip.offset(), 0);
    assert!(!zip.has_overlapping_files().unwrap());
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        names.push(entry.name().unwrap().into_owned());
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        assert_eq!(content.len() as u64, entry.size());
    }
    assert_eq!(names.len(), 2 + 1 + 1 + 2 + 2);
    assert!(names[0].starts_with("records/") && names[1].starts_with("records/"));
    assert_eq!(names[2], "forms.json");
    assert!(names[3].starts_with("files/"));
    assert_eq!(names[4..], ["README.txt", "pad", "manifest.json", "manifest.sig"]);
}
