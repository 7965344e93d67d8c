//! The rules that hold the rooms apart (ARCHITECTURE.md 1), read from what cargo knows and from the files themselves.

use crate::failure::{Failure, Outcome, about};
use crate::program::{cargo, read, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that compile to wasm: no files, clock, randomness, network.
const PURE: [&str; 6] = ["model", "forms", "access", "matching", "language", "api"];

/// Which of our rooms each room may look into. What is not listed may look into none.
fn allowed(room: &str) -> BTreeSet<&'static str> {
    let native = ["vault", "store", "bundle", "documents", "reports"];
    match room {
        "model" | "xtask" => BTreeSet::new(),
        "forms" | "access" | "matching" | "language" | "api" => BTreeSet::from(PURE),
        // The store cannot decide: it does not know `access`. Keys know no record.
        "vault" => BTreeSet::from(["model"]),
        // A configuration of another program is read into our forms.
        "documents" => BTreeSet::from(["model", "forms"]),
        "engine-trial" => BTreeSet::from(["forms"]),
        "store" | "bundle" => BTreeSet::from(["model", "vault"]),
        "reports" => PURE.into_iter().chain(["store"]).collect(),
        "office" => PURE.into_iter().chain(native).collect(),
        "shell" => BTreeSet::from(["office", "api"]),
        "cli" => BTreeSet::from(["office", "api", "model"]), // it names people and records in its answers
        "ui" => BTreeSet::from(PURE),
        "tests" => PURE.into_iter().chain(native).chain(["office", "cli"]).collect(),
        _ => BTreeSet::new(),
    }
}

/// Outside crates that pure rooms must not reach, by any way.
const NATIVE_ONLY: [&str; 6] = ["rusqlite", "tauri", "rustix", "tempfile", "argon2", "age"];

/// What pure rooms must not name in their code.
const OUTSIDE_WORLD: [&str; 7] =
    ["std::fs", "std::process", "std::env::var", "SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now"];

/// The crate with SQLCipher's C code has one maintainer: its content is pinned here as well (SECURITY.md 6).
const SQLCIPHER: (&str, &str) = ("sqlcipher-src", "ab732d48ebf2a1449e94d071b26544f99845834c75c3c210e927ace097b49aa4");

/// A file longer than this should be looked at.
const LONG_FILE: usize = 500;

/// Checks every rule and names every breach.
///
/// # Errors
/// The number of breaches.
pub fn all() -> Outcome {
    let metadata = metadata()?;
    let mut breaches = arrows(&rooms(&metadata));
    breaches.extend(pure_reach(&metadata));
    let lock = root().join("Cargo.lock");
    breaches.extend(pinned(&fs::read_to_string(&lock).map_err(about(&lock))?));
    for path in files_of_ours()? {
        let Ok(text) = fs::read_to_string(&path) else { continue }; // pictures and fonts
        let place = path.strip_prefix(root()).unwrap_or(&path);
        breaches.extend(words(place, &text));
        let lines = text.lines().count();
        if place.extension().is_some_and(|ending| ending == "rs") && lines > LONG_FILE {
            println!("warning: {} has {lines} lines", place.display());
        }
    }
    for breach in &breaches {
        eprintln!("rule broken: {breach}");
    }
    if breaches.is_empty() { Ok(()) } else { Err(Failure::Red(breaches.len())) }
}

/// What cargo knows about the workspace.
///
/// # Errors
/// Cargo failed or answered something else.
pub fn metadata() -> Outcome<Value> {
    serde_json::from_str(&read(cargo(&["metadata", "--format-version", "1"]))?)
        .map_err(|_| Failure::Unread("cargo metadata"))
}

/// The test programs of a package.
pub fn test_programs(metadata: &Value, package: &str) -> Vec<String> {
    let is_test = |target: &&Value| list(target, "kind").iter().any(|kind| kind == "test");
    let found = list(metadata, "packages").iter().filter(|found| text(found, "name") == package);
    found
        .flat_map(|found| list(found, "targets").iter().filter(is_test).map(|target| text(target, "name").to_owned()))
        .collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A room's name from its package's.
fn room(package: &str) -> Option<&str> {
    match package {
        "amparo" => Some("shell"),
        "xtask" => Some("xtask"),
        _ => package.strip_prefix("amparo-"),
    }
}

/// Each room and the rooms that it names as dependencies; what only its tests need is not counted.
fn rooms(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let ours = list(metadata, "packages").iter().filter(|package| package.get("source").is_some_and(Value::is_null));
    ours.filter_map(|package| {
        let looks_into = list(package, "dependencies").iter().filter(|other| text(other, "kind") != "dev");
        let looks_into = looks_into.filter_map(|other| room(text(other, "name")).map(str::to_owned)).collect();
        Some((room(text(package, "name"))?.to_owned(), looks_into))
    })
    .collect()
}

/// Arrows that must not be.
fn arrows(rooms: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut breaches = Vec::new();
    for (from, looks_into) in rooms {
        let allowed = allowed(from);
        breaches.extend(
            looks_into.iter().filter(|to| !allowed.contains(to.as_str())).map(|to| format!("{from} looks into {to}")),
        );
    }
    breaches
}

/// Native crates that a pure room reaches, through whatever.
fn pure_reach(metadata: &Value) -> Vec<String> {
    let names: BTreeMap<&str, &str> =
        list(metadata, "packages").iter().map(|package| (text(package, "id"), text(package, "name"))).collect();
    let nodes = metadata.get("resolve").map_or(&[][..], |resolve| list(resolve, "nodes"));
    let is_needed =
        |other: &&Value| list(other, "dep_kinds").iter().any(|kind| kind.get("kind").is_some_and(Value::is_null));
    let edges: BTreeMap<&str, Vec<&str>> = nodes
        .iter()
        .map(|node| {
            (text(node, "id"), list(node, "deps").iter().filter(is_needed).map(|other| text(other, "pkg")).collect())
        })
        .collect();
    let mut breaches = Vec::new();
    for pure in PURE {
        let package = format!("amparo-{pure}");
        let mut waiting: Vec<&str> = names.iter().filter(|(_, name)| **name == package).map(|(id, _)| *id).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if seen.insert(id) {
                waiting.extend(edges.get(id).into_iter().flatten());
            }
        }
        let reached = seen.iter().filter_map(|id| names.get(id)).filter(|name| NATIVE_ONLY.contains(name));
        breaches.extend(reached.map(|name| format!("{pure} reaches {name}")));
    }
    breaches
}

/// The pinned crate has the content that was looked at.
fn pinned(lock: &str) -> Option<String> {
    let (name, checksum) = SQLCIPHER;
    let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{name}\"")));
    let same = entry.is_some_and(|entry| entry.contains(&format!("checksum = \"{checksum}\"")));
    (!same).then(|| format!("{name} in Cargo.lock is not the one that was looked at (crates/xtask/src/rules.rs)"))
}

/// What a file of ours must not say.
fn words(place: &Path, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let mut breach = |line: usize, what: &str| breaches.push(format!("{}:{}: {what}", place.display(), line + 1));
    // Put together here, so that this file does not name them either.
    let hosts = [["crates", "io"], ["npmjs", "com"], ["npmjs", "org"], ["pypi", "org"], ["static.rust-lang", "org"]]
        .map(|host| host.join("."));
    let parts: Vec<_> = place.components().filter_map(|part| part.as_os_str().to_str()).collect();
    let pure = matches!(parts.as_slice(), ["crates", room, "src", ..] if PURE.contains(room));
    let shipped = matches!(parts.as_slice(), ["crates", room, "src", ..] if *room != "xtask")
        || parts.starts_with(&["src-tauri", "src"]);
    let mut in_tests = parts.iter().any(|name| *name == "tests" || name.ends_with("tests.rs"));
    for (number, line) in text.lines().enumerate() {
        if place != Path::new("Cargo.lock") && hosts.iter().any(|host| line.contains(host)) {
            breach(number, "names a package host");
        }
        in_tests |= line.trim_start().starts_with("#[cfg(test)]");
        if in_tests || line.trim_start().starts_with("//") {
            continue;
        }
        if shipped && ["std::net", "TcpStream", "TcpListener", "UdpSocket"].iter().any(|word| line.contains(word)) {
            breach(number, "opens the network: nothing that is shipped does (ARCHITECTURE.md 2.7)");
        }
        if let Some(word) = OUTSIDE_WORLD.iter().find(|word| pure && line.contains(**word)) {
            breach(number, &format!("{word} in a pure room"));
        }
    }
    breaches
}

/// Every file of the project; what builds leave and what version control keeps is not ours.
fn files_of_ours() -> Outcome<Vec<PathBuf>> {
    let (mut found, mut waiting) = (Vec::new(), vec![root()]);
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).map_err(about(&folder))? {
            let path = entry.map_err(about(&folder))?.path();
            let name = path.file_name().unwrap_or_default();
            if path.is_symlink()
                || [".git", "target", "dist", "gen", "autogenerated"].iter().any(|skipped| name == *skipped)
            {
                continue;
            }
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rooms_with(from: &str, to: &str) -> BTreeMap<String, BTreeSet<String>> {
        BTreeMap::from([(from.to_owned(), BTreeSet::from([to.to_owned()]))])
    }

    #[test]
    fn an_arrow_that_points_the_wrong_way_is_named() {
        for (from, to) in [
            ("store", "access"),
            ("access", "store"),
            ("ui", "office"),
            ("model", "forms"),
            ("forms", "vault"),
            ("shell", "store"),
        ] {
            assert_eq!(arrows(&rooms_with(from, to)), [format!("{from} looks into {to}")]);
        }
        assert!(arrows(&rooms_with("office", "store")).is_empty());
    }

    #[test]
    fn a_room_nobody_has_listed_may_look_into_none() {
        assert_eq!(arrows(&rooms_with("cloud", "model")).len(), 1);
    }

    #[test]
    fn another_content_of_the_pinned_crate_is_noticed() {
        let (name, checksum) = SQLCIPHER;
        let lock = |checksum: &str| {
            format!("[[package]]\nname = \"other\"\n\n[[package]]\nname = \"{name}\"\nchecksum = \"{checksum}\"\n")
        };
        assert_eq!(pinned(&lock(checksum)), None);
        assert!(pinned(&lock("00ff")).is_some());
        assert!(pinned("").is_some());
    }

    #[test]
    fn a_pure_room_that_looks_at_the_clock_is_named_but_its_tests_may() {
        let place = Path::new("crates/forms/src/rules.rs");
        assert_eq!(words(place, "let now = Timestamp::now();").len(), 1);
        assert!(words(place, "#[cfg(test)]\nmod tests { fn now() { Timestamp::now(); } }").is_empty());
        assert!(words(Path::new("crates/office/src/clock.rs"), "Timestamp::now()").is_empty());
    }

    #[test]
    fn a_network_socket_in_what_is_shipped_is_named() {
        let line = "use std::net::TcpStream;";
        assert_eq!(words(Path::new("src-tauri/src/door.rs"), line).len(), 1);
        assert_eq!(words(Path::new("crates/office/src/door.rs"), line).len(), 1);
        assert!(words(Path::new("tests/src/webdriver.rs"), line).is_empty());
    }

    #[test]
    fn the_rooms_of_this_workspace_are_found() {
        let rooms = rooms(&metadata().unwrap());
        assert!(rooms.get("office").is_some_and(|into| into.contains("store")), "{rooms:?}");
        assert!(rooms.get("shell").is_some_and(|into| into.contains("office")));
    }
}
