//! The inside of a seal as a reader finds it: the manifest from the end, then everything from the beginning.

use crate::container::{self, CENTRAL, END, EntryName, Head, LOCAL, MANIFEST, SIGNATURE, unpack};
use crate::manifest::{Entry, FORMAT, Manifest};
use crate::plain::Plain;
use crate::seal::Progress;
use crate::{BundleError, json, limits};
use amparo_vault::asymmetric::Signature;
use sha2::{Digest as _, Sha256};
use std::ops::ControlFlow;
use zeroize::Zeroizing;

/// The next bytes.
pub(crate) fn read(plain: &mut Plain, bytes: u64) -> Result<Zeroizing<Vec<u8>>, BundleError> {
    // Checked before room is made for it: the number may be a lie.
    if bytes > plain.length() {
        return Err(BundleError::BadEntry);
    }
    let mut buffer = Zeroizing::new(vec![0; usize::try_from(bytes).map_err(|_| BundleError::TooLarge)?]);
    plain.fill(&mut buffer)?;
    Ok(buffer)
}

/// The last parts of the zip, where reading begins.
pub(crate) struct Tail {
    /// The manifest as it was signed.
    pub(crate) json: Zeroizing<Vec<u8>>,
    /// The signature over it.
    pub(crate) signature: Signature,
    /// Where the manifest's header stands: the end of what it describes.
    manifest_at: u64,
    /// Its own header and the signature's, as they must be.
    heads: [Head; 2],
    directory_at: u64,
    /// All entries, by the directory's own count.
    pub(crate) entries: usize,
}

impl Tail {
    /// Reads manifest and signature. Believes three numbers: where the directory begins, how many entries it has, how long
    /// the manifest is. [`walk`] proves all three.
    pub(crate) fn read(plain: &mut Plain) -> Result<Self, BundleError> {
        let back = |from: u64, bytes: u64| from.checked_sub(bytes).ok_or(BundleError::BadEntry);
        let end_at = back(plain.length(), END)?;
        plain.go_to(end_at)?;
        let end = read(plain, END)?;
        let entries = u16_at(&end, 10)?;
        let directory_at = u64::from(u32_at(&end, 16)?);
        if usize::from(entries) > limits::ENTRIES {
            return Err(BundleError::TooLarge);
        }
        let line_at = back(end_at, 2 * CENTRAL + (MANIFEST.len() + SIGNATURE.len()) as u64)?;
        plain.go_to(line_at)?;
        let line = read(plain, CENTRAL)?;
        let (size, manifest_at) = (u64::from(u32_at(&line, 24)?), u64::from(u32_at(&line, 42)?));
        if size > limits::MANIFEST {
            return Err(BundleError::TooLarge);
        }
        plain.go_to(manifest_at + LOCAL + MANIFEST.len() as u64)?;
        let json = read(plain, size)?;
        plain.go_to(manifest_at + LOCAL + MANIFEST.len() as u64 + size + LOCAL + SIGNATURE.len() as u64)?;
        let mut signature = [0; 64];
        plain.fill(&mut signature)?;
        let heads = [Head::stored(MANIFEST, &json)?, Head::stored(SIGNATURE, &signature)?];
        let signature = Signature::from_bytes(&signature).map_err(|_| BundleError::BadSignature)?;
        Ok(Self { json, signature, manifest_at, heads, directory_at, entries: usize::from(entries) })
    }

    /// What was signed, parsed; nothing of it is to be believed before the signature was checked.
    pub(crate) fn manifest(&self) -> Result<Manifest, BundleError> {
        json::within_limits(&self.json, Some(limits::MANIFEST_VALUES))?;
        let format: FormatOnly = serde_json::from_slice(&self.json).map_err(|_| BundleError::BadEntry)?;
        match format.format {
            1..=FORMAT => serde_json::from_slice(&self.json).map_err(|_| BundleError::BadEntry),
            0 => Err(BundleError::BadEntry),
            _ => Err(BundleError::Newer),
        }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, BundleError> {
    let two = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()).ok_or(BundleError::BadEntry)?;
    Ok(u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, BundleError> {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).ok_or(BundleError::BadEntry)?;
    Ok(u32::from_le_bytes(*four))
}

/// Runs over the whole inside from its first byte to its last.
pub(crate) fn walk(
    plain: &mut Plain,
    manifest: &Manifest,
    tail: &Tail,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), BundleError> {
    plain.go_to(0)?;
    let mut whole = Sha256::new();
    let mut done = Progress::default();
    let mut heads = Vec::with_capacity(manifest.entries.len() + 2);
    for entry in &manifest.entries {
        let head = Head::of(entry)?;
        let local = head.local();
        expect(plain, &local)?;
        whole.update(&local);
        let at = done.bytes + local.len() as u64;
        walk_entry(plain, entry, &mut whole, &mut |bytes| {
            done.bytes = at + bytes;
            if progress(done).is_break() { Err(BundleError::Stopped) } else { Ok(()) }
        })?;
        done.bytes = at + entry.packed();
        done.records += usize::from(matches!(entry.name, EntryName::Record(_)));
        done.files += usize::from(matches!(entry.name, EntryName::File(_)));
        heads.push(head);
    }
    if whole.finalize()[..] != manifest.before.sha256.0 || done.bytes != tail.manifest_at {
        return Err(BundleError::BadEntry);
    }
    let [of_manifest, of_signature] = &tail.heads;
    for (head, content) in [(of_manifest, tail.json.as_slice()), (of_signature, &tail.signature.to_bytes())] {
        expect(plain, &head.local())?;
        expect(plain, content)?;
        heads.push(head.clone());
    }
    // Invariant: what was read so far lies within `limits::INSIDE`, so these sums stay below 4 GiB.
    let (mut next, mut directory) = (0_u32, 0_u32);
    for head in &heads {
        let line = head.central(next);
        expect(plain, &line)?;
        directory += number(line.len() as u64)?;
        next += number(head.local().len() as u64)? + head.packed;
    }
    if u64::from(next) != tail.directory_at {
        return Err(BundleError::BadEntry);
    }
    let count = u16::try_from(heads.len()).map_err(|_| BundleError::TooLarge)?;
    expect(plain, &container::end(count, directory, next))
}

/// One entry: texts are unpacked whole, everything else is hashed as it passes.
fn walk_entry(
    plain: &mut Plain,
    entry: &Entry,
    whole: &mut Sha256,
    passed: &mut dyn FnMut(u64) -> Result<(), BundleError>,
) -> Result<(), BundleError> {
    if entry.packed.is_some() {
        let packed = read(plain, entry.packed())?;
        whole.update(packed.as_slice());
        unpack(entry, packed)?;
        return passed(entry.packed());
    }
    let mut hash = Sha256::new();
    let mut crc = flate2::Crc::new();
    let mut left = entry.size;
    let mut buffer = Zeroizing::new(vec![0; usize::try_from(left.min(PIECE)).unwrap_or(0)]);
    while left > 0 {
        let piece = buffer.get_mut(..usize::try_from(left.min(PIECE)).unwrap_or(0)).unwrap_or_default();
        plain.fill(piece)?;
        whole.update(&*piece);
        hash.update(&*piece);
        crc.update(piece);
        left -= piece.len() as u64;
        passed(entry.size - left)?;
    }
    let fits = hash.finalize()[..] == entry.sha256.0 && crc.sum() == entry.crc32.0;
    if fits { Ok(()) } else { Err(BundleError::BadEntry) }
}

/// How much of an attachment is looked at in one go.
const PIECE: u64 = 256 * 1024;

/// The next bytes must be these.
fn expect(plain: &mut Plain, bytes: &[u8]) -> Result<(), BundleError> {
    let found = read(plain, bytes.len() as u64)?;
    if found.as_slice() == bytes { Ok(()) } else { Err(BundleError::BadEntry) }
}

fn number(size: u64) -> Result<u32, BundleError> {
    u32::try_from(size).map_err(|_| BundleError::TooLarge)
}

#[derive(serde::Deserialize)]
struct FormatOnly {
    format: u32,
}
