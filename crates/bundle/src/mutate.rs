//! For the program that tries changed bundles, and the tests: takes a sealed file apart and seals a changed inside anew, to
//! the right recipient. Nothing in the product calls it, and it can do nothing that somebody with the same keys could not.

use crate::BundleError;
use crate::container::{Head, MANIFEST, SIGNATURE, end, unpack};
use crate::desk;
use crate::manifest::{ContentHash, Crc, DOMAIN, Manifest};
use crate::plain::{Plain, Source};
use amparo_vault::asymmetric::{SealingPublic, SealingSecret, SigningSecret};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::io::Write as _;
use zeroize::Zeroizing;

/// The zip inside a sealed file, as `age -d` gives it.
///
/// # Errors
/// As [`crate::open()`] for files that are not sealed to this desk.
pub fn inside(source: impl Into<Source>, desk: &SealingSecret) -> Result<Vec<u8>, BundleError> {
    let mut plain = Plain::open(&source.into(), std::slice::from_ref(desk))?;
    let length = usize::try_from(plain.length()).map_err(|_| BundleError::TooLarge)?;
    let mut bytes = vec![0; length];
    plain.fill(&mut bytes)?;
    Ok(bytes)
}

/// Seals any bytes to desks, as `age -e` does.
///
/// # Errors
/// [`BundleError::NotSealable`] without a desk.
pub fn seal(inside: &[u8], desks: &[SealingPublic]) -> Result<Vec<u8>, BundleError> {
    let desks = desks.iter().map(desk::recipient).collect::<Result<Vec<_>, _>>()?;
    let seal = age::Encryptor::with_recipients(desks.iter().map(|desk| desk as &dyn age::Recipient))
        .map_err(|_| BundleError::NotSealable("no desk to seal to"))?;
    let mut stream = seal.wrap_output(Vec::new())?;
    stream.write_all(inside)?;
    Ok(stream.finish()?)
}

/// A bundle taken apart: change anything, then [`Parts::zip`] it again.
#[derive(Clone)]
pub struct Parts {
    /// Names and contents of the entries before the manifest, in order.
    pub entries: Vec<(String, Vec<u8>)>,
    /// The manifest.
    pub manifest: Value,
}

impl Parts {
    /// Takes a zip of ours apart; it must be whole.
    ///
    /// # Errors
    /// [`BundleError::BadEntry`] when it is not one of ours.
    pub fn of(zip: &[u8]) -> Result<Self, BundleError> {
        let bad = BundleError::BadEntry;
        let at = |from: usize, bytes: usize| zip.get(from..from + bytes).ok_or(BundleError::BadEntry);
        let line = zip.len().checked_sub(22 + 2 * 46 + MANIFEST.len() + SIGNATURE.len()).ok_or(bad)?;
        let number = |from: usize| {
            let four: [u8; 4] = at(from, 4)?.try_into().map_err(|_| BundleError::BadEntry)?;
            usize::try_from(u32::from_le_bytes(four)).map_err(|_| BundleError::BadEntry)
        };
        let (size, from) = (number(line + 24)?, number(line + 42)?);
        let json = at(from + 30 + MANIFEST.len(), size)?;
        let manifest: Manifest = serde_json::from_slice(json).map_err(|_| BundleError::BadEntry)?;
        let mut entries = Vec::new();
        let mut next = 0;
        for entry in &manifest.entries {
            let span = usize::try_from(entry.span()).map_err(|_| BundleError::BadEntry)?;
            let packed = usize::try_from(entry.packed()).map_err(|_| BundleError::BadEntry)?;
            let content = unpack(entry, Zeroizing::new(at(next + span - packed, packed)?.to_vec()))?;
            entries.push((entry.name.to_string(), content.to_vec()));
            next += span;
        }
        let manifest = serde_json::from_slice(json).map_err(|_| BundleError::BadEntry)?;
        Ok(Self { entries, manifest })
    }

    /// The content of an entry, to be changed.
    pub fn entry(&mut self, starts_with: &str) -> Option<&mut Vec<u8>> {
        self.entries.iter_mut().find(|(name, _)| name.starts_with(starts_with)).map(|(_, content)| content)
    }

    /// Makes the manifest's list of entries fit the contents again, as a sender would.
    pub fn relist(&mut self) {
        let mut before = Vec::new();
        let mut list = Vec::new();
        for (name, content) in &self.entries {
            let Ok(head) = Head::stored(name, content) else { continue };
            before.extend(head.local());
            before.extend(content);
            list.push(json!({
                "name": name, "size": content.len(),
                "sha256": ContentHash(Sha256::digest(content).into()),
                "crc32": String::from(Crc(head.crc32)),
            }));
        }
        if let Some(manifest) = self.manifest.as_object_mut() {
            let hash = ContentHash(Sha256::digest(&before).into());
            manifest.insert("entries".into(), list.into());
            manifest.insert("before".into(), json!({ "bytes": before.len(), "sha256": hash }));
        }
    }

    /// A zip of the parts with the manifest as it stands, signed with `signing`.
    ///
    /// # Errors
    /// [`BundleError::TooLarge`] from 4 GiB on.
    pub fn zip(&self, signing: &SigningSecret) -> Result<Vec<u8>, BundleError> {
        let manifest = self.manifest.to_string().into_bytes();
        let signature = signing.sign(DOMAIN, &manifest).to_bytes().to_vec();
        let last = [(MANIFEST.to_owned(), manifest), (SIGNATURE.to_owned(), signature)];
        let (mut zip, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in self.entries.iter().chain(&last) {
            let head = Head::stored(name, content)?;
            directory.extend(head.central(u32::try_from(zip.len()).map_err(|_| BundleError::TooLarge)?));
            zip.extend(head.local());
            zip.extend(content);
        }
        let at = u32::try_from(zip.len()).map_err(|_| BundleError::TooLarge)?;
        let size = u32::try_from(directory.len()).map_err(|_| BundleError::TooLarge)?;
        let count = u16::try_from(self.entries.len() + 2).map_err(|_| BundleError::TooLarge)?;
        zip.extend(directory);
        zip.extend(end(count, size, at));
        Ok(zip)
    }
}
