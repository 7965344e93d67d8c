//! The one way the zip inside a seal may look.
//!
//! Zip gives much freedom: comments, links, two names for one entry, gaps, overlaps, data before and after, sizes that lie,
//! 64-bit and Unicode extensions. Every such freedom has been used against somebody. So a bundle uses the least that
//! `unzip` reads: entries one after the other from the first byte to the directory, each header fully determined by the
//! manifest's line for the entry. The reader therefore interprets nothing but three numbers at the end of the file: it makes
//! each header anew from the signed manifest and compares bytes.
//!
//! That is why no zip library reads here: libraries are made to accept what others write. The tests use one, and `unzip`, to
//! prove that the outcome is a zip like any other.

use crate::manifest::{ContentHash, Crc, Entry};
use crate::{BundleError, limits};
use amparo_model::ids::RecordId;
use flate2::{Compression, Crc as Crc32};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::io::{Read as _, Write as _};
use std::str::FromStr;
use zeroize::Zeroizing;

/// Name of the last entry but one.
pub const MANIFEST: &str = "manifest.json";
/// Name of the last entry: 64 bytes.
pub const SIGNATURE: &str = "manifest.sig";

/// What an entry before the manifest is, told by its name. There are no other names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EntryName {
    /// `records/<id>.json`
    Record(RecordId),
    /// `forms.json`: the definitions needed to read the records.
    Forms,
    /// `files/<hash>`: an attachment.
    File(ContentHash),
    /// `README.txt`: how to open it without Amparo.
    Readme,
    /// `pad`: zeros, so that the size says little.
    Pad,
}

impl EntryName {
    /// Entries stand in this order; equal ranks in any.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Self::Record(_) => 0,
            Self::Forms => 1,
            Self::File(_) => 2,
            Self::Readme => 3,
            Self::Pad => 4,
        }
    }

    /// The most its content may measure.
    pub(crate) fn most(&self) -> u64 {
        match self {
            Self::Record(_) | Self::Forms => limits::JSON,
            Self::File(_) | Self::Pad => limits::ATTACHMENT,
            Self::Readme => limits::README,
        }
    }

    /// Texts are deflated when that makes them shorter; everything else is stored.
    fn deflates(&self) -> bool {
        matches!(self, Self::Record(_) | Self::Forms | Self::Readme)
    }
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(id) => write!(f, "records/{id}.json"),
            Self::Forms => f.write_str("forms.json"),
            Self::File(hash) => write!(f, "files/{hash}"),
            Self::Readme => f.write_str("README.txt"),
            Self::Pad => f.write_str("pad"),
        }
    }
}
impl FromStr for EntryName {
    type Err = BundleError;
    fn from_str(text: &str) -> Result<Self, BundleError> {
        let name = match text {
            "forms.json" => Some(Self::Forms),
            "README.txt" => Some(Self::Readme),
            "pad" => Some(Self::Pad),
            _ => match text.strip_prefix("files/") {
                Some(hash) => ContentHash::from_hex(hash).map(Self::File),
                None => text
                    .strip_prefix("records/")
                    .and_then(|rest| rest.strip_suffix(".json"))
                    .and_then(|id| id.parse().ok())
                    .map(Self::Record),
            },
        };
        // Ids have several spellings; only the one we write is a name.
        name.filter(|name| name.to_string() == text).ok_or(BundleError::BadEntry)
    }
}
impl TryFrom<String> for EntryName {
    type Error = BundleError;
    fn try_from(text: String) -> Result<Self, BundleError> {
        text.parse()
    }
}
impl From<EntryName> for String {
    fn from(name: EntryName) -> Self {
        name.to_string()
    }
}

/// The lengths of the zip's fixed parts.
pub(crate) const LOCAL: u64 = 30;
pub(crate) const CENTRAL: u64 = 46;
pub(crate) const END: u64 = 22;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Version 2.0 is needed to read; made on Unix, so that the mode below counts.
const NEEDED: u16 = 20;
const MADE_BY: u16 = 3 << 8 | NEEDED;
/// 1980-01-01 00:00, zip's first moment: when a bundle was made stands in the manifest only.
const DATE: u16 = 0x21;
/// A regular file that its owner reads and writes.
const MODE: u32 = 0o100_600 << 16;

/// Everything a zip header says of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its name, by the grammar of [`EntryName`], or one of the last two.
    pub name: String,
    /// Whether it is deflated.
    pub deflated: bool,
    /// Check sum of the content.
    pub crc32: u32,
    /// Bytes in the zip.
    pub packed: u32,
    /// Bytes of the content.
    pub size: u32,
}

impl Head {
    /// Of an entry in the manifest.
    ///
    /// # Errors
    /// [`BundleError::TooLarge`] for sizes no zip of ours has.
    pub fn of(entry: &Entry) -> Result<Self, BundleError> {
        let number = |size: u64| u32::try_from(size).map_err(|_| BundleError::TooLarge);
        Ok(Self {
            name: entry.name.to_string(),
            deflated: entry.packed.is_some(),
            crc32: entry.crc32.0,
            packed: number(entry.packed())?,
            size: number(entry.size)?,
        })
    }

    /// Of something stored as it is.
    ///
    /// # Errors
    /// [`BundleError::TooLarge`] from 4 GiB on.
    pub fn stored(name: &str, content: &[u8]) -> Result<Self, BundleError> {
        let size = u32::try_from(content.len()).map_err(|_| BundleError::TooLarge)?;
        Ok(Self { name: name.to_owned(), deflated: false, crc32: crc32(content), packed: size, size })
    }

    /// How long the name is; names are short.
    fn name_length(&self) -> u16 {
        u16::try_from(self.name.len()).unwrap_or(u16::MAX)
    }

    /// The part that both headers share.
    fn common(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&NEEDED.to_le_bytes());
        out.extend_from_slice(&0_u16.to_le_bytes()); // flags: not encrypted, sizes stand in front
        out.extend_from_slice(&(if self.deflated { DEFLATED } else { STORED }).to_le_bytes());
        out.extend_from_slice(&0_u16.to_le_bytes()); // time of day
        out.extend_from_slice(&DATE.to_le_bytes());
        out.extend_from_slice(&self.crc32.to_le_bytes());
        out.extend_from_slice(&self.packed.to_le_bytes());
        out.extend_from_slice(&self.size.to_le_bytes());
        out.extend_from_slice(&self.name_length().to_le_bytes());
        out.extend_from_slice(&0_u16.to_le_bytes()); // no extension
    }

    /// The header in front of the entry.
    #[must_use]
    pub fn local(&self) -> Vec<u8> {
        let mut out = b"PK\x03\x04".to_vec();
        self.common(&mut out);
        out.extend_from_slice(self.name.as_bytes());
        out
    }

    /// The entry's line in the directory; `at` is where its local header stands.
    #[must_use]
    pub fn central(&self, at: u32) -> Vec<u8> {
        let mut out = b"PK\x01\x02".to_vec();
        out.extend_from_slice(&MADE_BY.to_le_bytes());
        self.common(&mut out);
        out.extend_from_slice(&[0; 6]); // no comment, first disk, no inner attributes
        out.extend_from_slice(&MODE.to_le_bytes());
        out.extend_from_slice(&at.to_le_bytes());
        out.extend_from_slice(self.name.as_bytes());
        out
    }
}

/// The zip's last 22 bytes.
#[must_use]
pub fn end(entries: u16, directory: u32, at: u32) -> Vec<u8> {
    let mut out = b"PK\x05\x06\0\0\0\0".to_vec();
    out.extend_from_slice(&entries.to_le_bytes());
    out.extend_from_slice(&entries.to_le_bytes());
    out.extend_from_slice(&directory.to_le_bytes());
    out.extend_from_slice(&at.to_le_bytes());
    out.extend_from_slice(&[0; 2]);
    out
}

impl Entry {
    /// Bytes it takes in the zip, without headers.
    #[must_use]
    pub fn packed(&self) -> u64 {
        self.packed.unwrap_or(self.size)
    }

    /// Bytes it takes in the zip before the directory. Saturates; whether it is too much is checked where sums are made.
    pub(crate) fn span(&self) -> u64 {
        (LOCAL + self.name.to_string().len() as u64).saturating_add(self.packed())
    }

    /// Whether sizes and packing are such as we write.
    pub(crate) fn check(&self) -> Result<(), BundleError> {
        if self.size > self.name.most() {
            return Err(BundleError::TooLarge);
        }
        match self.packed {
            None => Ok(()),
            Some(packed) if packed.saturating_mul(limits::RATIO) < self.size => Err(BundleError::TooLarge),
            Some(packed) if packed < self.size && self.name.deflates() => Ok(()),
            Some(_) => Err(BundleError::BadEntry),
        }
    }
}

/// Bytes that are wiped when dropped.
type Bytes = Zeroizing<Vec<u8>>;

/// An entry ready to be written: its line in the manifest and, when it is not stored as it is, the deflated bytes.
pub(crate) fn pack(name: EntryName, content: &[u8]) -> Result<(Entry, Option<Bytes>), BundleError> {
    let size = content.len() as u64;
    if size > name.most() {
        return Err(BundleError::TooLarge);
    }
    let mut entry = Entry {
        name,
        size,
        sha256: ContentHash(Sha256::digest(content).into()),
        packed: None,
        crc32: Crc(crc32(content)),
    };
    if !name.deflates() {
        return Ok((entry, None));
    }
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::with_capacity(content.len() / 2), Compression::fast());
    encoder.write_all(content)?;
    let packed = Zeroizing::new(encoder.finish()?);
    entry.packed = Some(packed.len() as u64);
    // What is not shorter, or suspiciously much so, is stored.
    if entry.check().is_err() {
        entry.packed = None;
        return Ok((entry, None));
    }
    Ok((entry, Some(packed)))
}

/// The content of an entry out of its bytes in the zip, checked against size and hash.
pub(crate) fn unpack(entry: &Entry, packed: Bytes) -> Result<Bytes, BundleError> {
    let content = if entry.packed.is_some() {
        let size = usize::try_from(entry.size).map_err(|_| BundleError::TooLarge)?;
        let mut content = Zeroizing::new(Vec::with_capacity(size));
        let mut decoder = flate2::bufread::DeflateDecoder::new(packed.as_slice());
        decoder.by_ref().take(entry.size + 1).read_to_end(&mut content).map_err(|_| BundleError::BadEntry)?;
        if decoder.total_in() != packed.len() as u64 {
            return Err(BundleError::BadEntry);
        }
        content
    } else {
        packed
    };
    let fits = content.len() as u64 == entry.size
        && crc32(&content) == entry.crc32.0
        && Sha256::digest(content.as_slice())[..] == entry.sha256.0;
    if fits { Ok(content) } else { Err(BundleError::BadEntry) }
}

fn crc32(content: &[u8]) -> u32 {
    let mut crc = Crc32::new();
    crc.update(content);
    crc.sum()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_names_we_write_are_names() {
        let record = RecordId::from_random([0xab; 16]);
        for name in [
            EntryName::Record(record),
            EntryName::Forms,
            EntryName::File(ContentHash([0xab; 32])),
            EntryName::Readme,
            EntryName::Pad,
        ] {
            assert_eq!(name.to_string().parse::<EntryName>().unwrap(), name);
        }
        let (id, hash) = (record.to_string(), "ab".repeat(32));
        for bad in [
            String::new(),
            "manifest.json".into(),
            "PAD".into(),
            "pad/".into(),
            "pad\0".into(),
            "./pad".into(),
            "../forms.json".into(),
            "/forms.json".into(),
            "readme.txt".into(),
            format!("records/{}.json", id.to_uppercase()),
            format!("records/{}.json", id.replace('-', "")),
            format!("records/{{{id}}}.json"),
            format!("records/../records/{id}.json"),
            format!("records\\{id}.json"),
            format!("files/{}", hash.to_uppercase()),
            format!("files/{hash}0"),
            format!("files/../{hash}"),
        ] {
            assert!(bad.parse::<EntryName>().is_err(), "{bad}");
        }
    }

    #[test]
    fn text_is_packed_and_comes_back() {
        let text = "registered in the camp ".repeat(20);
        let (entry, packed) = pack(EntryName::Forms, text.as_bytes()).unwrap();
        let packed = packed.unwrap();
        assert!(packed.len() < text.len());
        assert_eq!(unpack(&entry, packed.clone()).unwrap().as_slice(), text.as_bytes());

        let mut longer = packed.clone();
        longer.push(0);
        assert!(matches!(unpack(&entry, longer), Err(BundleError::BadEntry)));
        let lying = Entry { size: entry.size - 1, ..entry.clone() };
        assert!(matches!(unpack(&lying, packed), Err(BundleError::BadEntry)));
    }

    #[test]
    fn what_would_grow_a_hundredfold_is_stored_and_never_inflated() {
        let zeros = vec![b' '; 1 << 20];
        let (entry, packed) = pack(EntryName::Forms, &zeros).unwrap();
        assert!(packed.is_none() && entry.packed.is_none());
        let bomb = Entry { packed: Some(1_000), ..entry };
        assert!(matches!(bomb.check(), Err(BundleError::TooLarge)));
    }

    #[test]
    fn attachments_are_never_inflated() {
        let (entry, packed) = pack(EntryName::File(ContentHash([0; 32])), &[0; 100]).unwrap();
        assert!(packed.is_none());
        assert!(matches!(Entry { packed: Some(90), ..entry }.check(), Err(BundleError::BadEntry)));
    }
}
