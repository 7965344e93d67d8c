//! Tricks with the zip. Each is sealed to the right desk; where it says so, even signed by the right key.

use crate::support::*;
use amparo_bundle::container::Head;
use amparo_bundle::manifest::ContentHash;
use amparo_bundle::mutate::Parts;
use amparo_bundle::{BundleError, WhyBad};
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;

/// Something done to a zip of the library's before the entries go in.
type Extra<'a> = &'a dyn Fn(&mut ZipWriter<Cursor<Vec<u8>>>);

fn signed(example: &Example, parts: &Parts) -> Vec<u8> {
    example.sealed(&parts.zip(&example.field.working.signing).unwrap())
}

#[test]
fn every_bit_of_the_inside_counts_even_when_it_is_sealed_again() {
    let example = Example::new();
    let inside = example.inside();
    let parts = example.parts();
    let at = |name: &str| inside.windows(name.len()).position(|window| window == name.as_bytes()).unwrap();
    let directory = inside.len() - 22 - (parts.entries.len() + 2) * 60;
    // Every byte of the headers of the first entries, of the end with directory, and samples of all the rest.
    let places = (0..120)
        .chain(at("README.txt") - 30..at("README.txt") + 10)
        .chain(at("manifest.json") - 30..at("manifest.json") + 40)
        .chain(at("manifest.sig") - 30..at("manifest.sig") + 12 + 64)
        .chain(directory..inside.len())
        .chain((0..inside.len()).step_by(131));
    let mut changed = inside.clone();
    for place in places {
        for bit in [0x01, 0x10, 0x80] {
            changed[place] ^= bit;
            example.refusal(&example.sealed(&changed));
            changed[place] ^= bit;
        }
    }
    assert!(example.read(&example.sealed(&changed)).is_ok());
}

#[test]
fn an_inside_that_is_cut_longer_or_begins_later_is_refused() {
    let example = Example::new();
    let inside = example.inside();
    let refused = |bytes: &[u8]| {
        let error = example.refusal(&example.sealed(bytes));
        assert!(matches!(error, BundleError::BadEntry | BundleError::TooLarge), "{error}");
    };
    for cut in (0..200).chain([inside.len() / 2, inside.len() - 22, inside.len() - 1]) {
        refused(&inside[..cut]);
    }
    refused(&[&inside[..], &[0]].concat());
    refused(&[&inside[..], &inside[inside.len() - 22..]].concat());
    refused(&[&[0], &inside[..]].concat());
    refused(&[&inside[..], &inside[..]].concat());
    let mut comment = inside.clone();
    let last = comment.len() - 2;
    comment[last] = 5;
    comment.extend(b"hello");
    refused(&comment);
}

#[test]
fn entries_added_dropped_doubled_or_reordered_are_refused_even_from_the_sender() {
    let example = Example::new();
    let whole = example.parts();
    let refused = |what: &str, change: &dyn Fn(&mut Parts)| {
        let mut parts = whole.clone();
        change(&mut parts);
        let unlisted = example.refusal(&signed(&example, &parts));
        assert!(matches!(unlisted, BundleError::BadEntry), "{what}: {unlisted}");
        parts.relist();
        let listed = example.refusal(&signed(&example, &parts));
        let why = BundleError::BadRevision(WhyBad::Attachment);
        let fits = matches!(listed, BundleError::BadEntry) || listed.to_string() == why.to_string();
        assert!(fits, "{what}: {listed}");
    };
    refused("one more", &|parts| parts.entries.push(("more".into(), b"x".to_vec())));
    refused("a folder", &|parts| parts.entries.insert(2, ("records/".into(), vec![])));
    refused("outside of the folder", &|parts| parts.entries.insert(2, ("../../etc/passwd".into(), vec![])));
    refused("an absolute name", &|parts| parts.entries.insert(2, ("/tmp/x".into(), vec![])));
    refused("a drive", &|parts| parts.entries.insert(2, ("C:\\x".into(), vec![])));
    refused("a renamed one", &|parts| parts.entries[2].0 = "Forms.json".into());
    refused("a second manifest", &|parts| parts.entries.push(("manifest.json".into(), b"{}".to_vec())));
    refused("a second signature", &|parts| parts.entries.push(("manifest.sig".into(), vec![0; 64])));
    refused("forms twice", &|parts| parts.entries.insert(3, parts.entries[2].clone()));
    refused("a record twice", &|parts| parts.entries.insert(1, parts.entries[0].clone()));
    refused("a file under another hash", &|parts| parts.entries[3].1[0] ^= 1);
    refused("a file nobody names", &|parts| {
        parts.entries.insert(4, (format!("files/{}", "0".repeat(64)), vec![]));
    });
    for at in [0, 2, 4, 5] {
        refused("a dropped one", &|parts| drop(parts.entries.remove(at)));
    }
    refused("swapped records", &|parts| parts.entries.swap(0, 1));
    refused("pad first", &|parts| parts.entries.swap(4, 5));
}

#[test]
fn sizes_and_sums_that_lie_are_refused_even_from_the_sender() {
    let example = Example::new();
    let whole = example.parts();
    let entries = whole.manifest["entries"].as_array().unwrap().clone();
    for (at, entry) in entries.iter().enumerate() {
        let size = entry["size"].as_u64().unwrap();
        let packed = entry["packed"].as_u64();
        let mut lies = vec![
            ("size", (size + 1).into()),
            ("size", size.saturating_sub(1).into()),
            ("size", 0.into()),
            ("size", u64::MAX.into()),
            ("size", u64::from(u32::MAX).into()),
            ("size", (-1).into()),
            ("packed", 0.into()),
            ("packed", u64::MAX.into()),
            ("packed", (packed.unwrap_or(size) + 1).into()),
            ("packed", packed.unwrap_or(size).saturating_sub(1).into()),
            ("sha256", "0".repeat(64).into()),
            ("crc32", "00000000".into()),
            ("crc32", "1".into()),
            ("more", true.into()),
        ];
        if packed.is_some() {
            lies.push(("packed", serde_json::Value::Null));
        }
        for (field, value) in lies {
            let mut parts = whole.clone();
            parts.manifest["entries"][at][field] = value;
            if parts.manifest == whole.manifest {
                continue;
            }
            // The zip beneath stays the packed one of the writer.
            let error = example.refusal(&example.sealed(&with_manifest(&example, &parts)));
            let reason = matches!(error, BundleError::BadEntry | BundleError::TooLarge | BundleError::BadRevision(_));
            assert!(reason, "{at} {field}: {error}");
        }
    }
    for bytes in [0, u64::MAX] {
        let mut parts = whole.clone();
        parts.manifest["before"]["bytes"] = bytes.into();
        assert!(matches!(example.refusal(&signed(&example, &parts)), BundleError::BadEntry));
    }
    let mut parts = whole.clone();
    parts.manifest["before"]["sha256"] = "0".repeat(64).into();
    assert!(matches!(example.refusal(&example.sealed(&with_manifest(&example, &parts))), BundleError::BadEntry));
}

/// The writer's own zip with another manifest, signed by the sender.
fn with_manifest(example: &Example, parts: &Parts) -> Vec<u8> {
    let inside = example.inside();
    let own = Parts::of(&inside).unwrap();
    let before = usize::try_from(own.manifest["before"]["bytes"].as_u64().unwrap()).unwrap();
    let stored = Parts { entries: vec![], manifest: parts.manifest.clone() };
    let tail = stored.zip(&example.field.working.signing).unwrap();
    // Directory of the writer's entries, then of the new manifest and signature, with places moved.
    let directory_of = |zip: &[u8]| u32::from_le_bytes(zip[zip.len() - 6..zip.len() - 2].try_into().unwrap()) as usize;
    let (old_at, new_at) = (directory_of(&inside), directory_of(&tail));
    let old_lines = &inside[old_at..inside.len() - 22 - 59 - 58];
    let mut new_lines = tail[new_at..tail.len() - 22].to_vec();
    for at in [42, 59 + 42] {
        let place = u32::from_le_bytes(new_lines[at..at + 4].try_into().unwrap()) + u32::try_from(before).unwrap();
        new_lines[at..at + 4].copy_from_slice(&place.to_le_bytes());
    }
    let mut zip = [&inside[..before], &tail[..new_at], old_lines, &new_lines].concat();
    let count = u16::from_le_bytes(inside[inside.len() - 12..inside.len() - 10].try_into().unwrap());
    let at = before + new_at;
    let directory = u32::try_from(zip.len() - at).unwrap();
    zip.extend(amparo_bundle::container::end(count, directory, u32::try_from(at).unwrap()));
    zip
}

#[test]
fn the_writers_own_zip_with_its_own_manifest_is_put_together_right_by_these_tests() {
    let example = Example::new();
    assert!(example.read(&example.sealed(&with_manifest(&example, &example.parts()))).is_ok());
}

/// The example with forms that grow to 8 MiB of blanks when they are inflated, listed and signed by the sender with
/// `claimed` as their size.
fn bomb(example: &Example, claimed: u32) -> Vec<u8> {
    let blanks = vec![b' '; 8 << 20];
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&blanks).unwrap();
    let packed = encoder.finish().unwrap();
    assert!(packed.len() * 100 < blanks.len());
    let mut parts = example.parts();
    *parts.entry("forms.json").unwrap() = packed.clone();
    parts.relist();
    let entry = &mut parts.manifest["entries"][2];
    entry["size"] = claimed.into();
    entry["packed"] = packed.len().into();
    entry["sha256"] = ContentHash(Sha256::digest(&blanks).into()).to_string().into();
    // The zip of the parts, with a header for the forms that fits the list.
    let stored = Head::stored("forms.json", &packed).unwrap();
    let honest = Head { deflated: true, size: claimed, ..stored.clone() };
    let swap = |zip: &mut Vec<u8>, old: Vec<u8>, new: Vec<u8>| {
        let at = zip.windows(old.len()).position(|window| window == old).unwrap();
        zip[at..at + old.len()].copy_from_slice(&new);
        at
    };
    let mut zip = parts.zip(&example.field.working.signing).unwrap();
    let at = swap(&mut zip, stored.local(), honest.local());
    let before = usize::try_from(parts.manifest["before"]["bytes"].as_u64().unwrap()).unwrap();
    parts.manifest["before"]["sha256"] = ContentHash(Sha256::digest(&zip[..before]).into()).to_string().into();
    let mut zip = parts.zip(&example.field.working.signing).unwrap();
    let at = u32::try_from(at).unwrap();
    swap(&mut zip, stored.local(), honest.local());
    swap(&mut zip, stored.central(at), honest.central(at));
    example.sealed(&zip)
}

#[test]
fn a_bomb_is_refused_before_it_grows() {
    let example = Example::new();
    // Said openly: far more than a hundredfold.
    assert!(matches!(example.refusal(&bomb(&example, 8 << 20)), BundleError::TooLarge));
    // Denied: it is not inflated further than it said.
    assert!(matches!(example.refusal(&bomb(&example, 500_000)), BundleError::BadEntry));
}

#[test]
fn zips_that_others_make_are_refused_whatever_they_hold() {
    let example = Example::new();
    let parts = example.parts();
    let manifest = parts.manifest.to_string().into_bytes();
    let signature = example.field.working.signing.sign("amparo/bundle-manifest/v1", &manifest).to_bytes();
    let make = |options: zip::write::SimpleFileOptions, extra: Extra<'_>| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        extra(&mut zip);
        for (name, content) in &parts.entries {
            zip.start_file(name, options).unwrap();
            zip.write_all(content).unwrap();
        }
        for (name, content) in [("manifest.json", &manifest[..]), ("manifest.sig", &signature)] {
            zip.start_file(name, options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for zip in [
        make(stored, &|_| ()),
        make(zip::write::SimpleFileOptions::default(), &|_| ()),
        make(stored.large_file(true), &|_| ()),
        make(stored, &|zip| zip.add_symlink("records/link", "/etc/passwd", stored).unwrap()),
        make(stored, &|zip| zip.add_directory("records", stored).unwrap()),
        make(stored, &|zip| zip.set_comment("hello").unwrap()),
    ] {
        let error = example.refusal(&example.sealed(&zip));
        assert!(matches!(error, BundleError::BadEntry | BundleError::TooLarge), "{error}");
    }
}

#[test]
fn places_past_the_end_are_refused_and_not_followed() {
    let example = Example::new();
    let inside = example.inside();
    let line = inside.len() - 22 - 58 - 59;
    // The manifest's size and place in the directory, and the directory's own.
    for at in [line + 20, line + 24, line + 42, inside.len() - 10, inside.len() - 6] {
        for value in
            [0, 1, u32::MAX, u32::try_from(inside.len()).unwrap(), u32::try_from(inside.len()).unwrap() + 1, 1 << 31]
        {
            let mut changed = inside.clone();
            changed[at..at + 4].copy_from_slice(&value.to_le_bytes());
            example.refusal(&example.sealed(&changed));
        }
    }
}

/// Small numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// Cuts, moves, doubles, swaps and overwrites pieces.
fn mutant(original: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=dice.below(3) {
        let from = dice.below(bytes.len());
        let to = (from + 1 + dice.below(200)).min(bytes.len());
        let piece = bytes[from..to].to_vec();
        let at = dice.below(bytes.len());
        match dice.below(6) {
            0 => drop(bytes.drain(from..to)),
            1 => drop(bytes.splice(at..at, piece)),
            2 => bytes[from..to].fill(0),
            3 => bytes[from..to].reverse(),
            4 => bytes[from] = u8::try_from(dice.below(256)).unwrap(),
            _ => {
                let end = (at + piece.len()).min(bytes.len());
                bytes.splice(at..end, piece);
            }
        }
    }
    bytes
}

#[test]
fn no_mutant_is_accepted_sealed_or_sealed_again() {
    let example = Example::new();
    let inside = example.inside();
    let mut dice = Dice(2026);
    let mut tried = 0;
    for _ in 0..1_500 {
        let outer = mutant(&example.bytes, &mut dice);
        let inner = mutant(&inside, &mut dice);
        if outer != example.bytes {
            example.refusal(&outer);
            tried += 1;
        }
        if inner != inside {
            example.refusal(&example.sealed(&inner));
            tried += 1;
        }
    }
    assert!(tried > 2_500, "{tried}");
}
