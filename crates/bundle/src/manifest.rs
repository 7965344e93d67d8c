//! What a sealed file says of itself, signed by the sender's working key.

use crate::card::SignedCard;
use crate::container::EntryName;
use amparo_model::ids::{BundleId, Moment, OfficeId, RecordId, RevisionId, hex32};
use amparo_model::value::FieldId;
use amparo_vault::asymmetric::{SealingPublic, SigningPublic};
use amparo_vault::certificate::Signed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The newest format of bundles that this version writes and reads.
pub const FORMAT: u32 = 2;
/// The format of bundles that pass nothing on: programs of before read them too.
pub const PLAIN: u32 = 1;
/// The domain of the sender's signature over the manifest.
pub(crate) const DOMAIN: &str = "amparo/bundle-manifest/v1";

/// SHA-256 of some content; lower-case hexadecimal when written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// From 64 lower-case hexadecimal digits, and from nothing else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        hex32(text).map(Self)
    }
}
impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}
impl Serialize for ContentHash {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(d)?;
        Self::from_hex(&text).ok_or_else(|| serde::de::Error::custom("not a hash"))
    }
}

/// What a bundle is sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Whole records to headquarters; ownership stays with the sender.
    CopyToHeadquarters,
    /// Forms, lists and settings, and no record.
    Configuration,
    /// Chosen parts of a record, to an office that is asked to help; the sender stays responsible.
    Referral,
    /// A whole record, to an office that is asked to be responsible for it.
    Transfer,
}

/// What somebody asks of the receiving office, in their own words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct PassedOn {
    /// How urgent a referral is, or why a record is transferred: an option of the kind's form.
    pub why: String,
    /// Services asked for: options.
    pub services: Vec<String>,
    /// The parts that came along: compartments. None in a transfer, which is whole.
    pub parts: Vec<String>,
    /// What the other office should know.
    pub note: String,
    /// Why it was sent although consent does not say so; empty where it does.
    pub in_spite: String,
}

impl fmt::Debug for PassedOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PassedOn({} parts)", self.parts.len())
    }
}

/// How much of a record leaves (DOMAIN.md: share levels).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ShareLevel {
    /// Tables.
    A,
    /// Rows without names, a new code each time.
    B,
    /// Everything, by consent.
    C,
}

/// An office and desk the bundle is made out to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Which office.
    pub office: OfficeId,
    /// The key of its desk: the bundle was sealed to it.
    pub desk: SealingPublic,
    /// Running number of bundles from this sender to this office, from 1. A gap says one has not arrived.
    pub number: u64,
    /// The SHA-256 of the sealed file with the number before; none for the first.
    pub previous: Option<ContentHash>,
}

/// An answer in a record that allows it to leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Of which record.
    pub record: RecordId,
    /// Which question.
    pub field: FieldId,
    /// The revision in which it was answered.
    pub revision: RevisionId,
}

/// The statements of one office that lead from its root to the authors found in the bundle.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authors {
    /// Which office: the sender, or one whose revisions the sender's records hold.
    pub office: OfficeId,
    /// Its root.
    pub root: SigningPublic,
    /// In log order; made by [`crate::chain::to_people`].
    pub statements: Vec<Signed>,
}

/// A line of the list of records, so that a plan can be shown before anything is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordRow {
    /// Which.
    pub record: RecordId,
    /// Its code, which tells nothing of the child.
    pub code: String,
    /// How many revisions.
    pub revisions: u32,
    /// The newest revisions: those that none of the others follows.
    pub heads: Vec<RevisionId>,
    /// Attachments that the parts sent of it name. Those that came along are also entries.
    pub files: Vec<ContentHash>,
}

/// An entry of the zip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its name.
    pub name: EntryName,
    /// Bytes of its content.
    pub size: u64,
    /// Hash of its content.
    pub sha256: ContentHash,
    /// Bytes it takes when deflated; absent when it is stored as it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub packed: Option<u64>,
    /// The zip's check sum of the content: eight lower-case hexadecimal digits.
    pub crc32: Crc,
}

/// A CRC-32 written as eight lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Crc(pub u32);

impl From<Crc> for String {
    fn from(crc: Crc) -> Self {
        format!("{:08x}", crc.0)
    }
}
impl TryFrom<String> for Crc {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let crc = u32::from_str_radix(&text, 16).map(Self).map_err(|_| "not a check sum")?;
        if String::from(crc) == text { Ok(crc) } else { Err("not a check sum") }
    }
}

/// The zip as it stands before the manifest, byte for byte. Entries say what they hold; this says that not even the way
/// it is packed was touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// How many bytes.
    pub bytes: u64,
    /// Their hash.
    pub sha256: ContentHash,
}

/// What a sealed file says of itself.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Format number of bundles.
    pub format: u32,
    /// This bundle.
    pub bundle: BundleId,
    /// What it is sent for.
    pub purpose: Purpose,
    /// What is asked with it; none where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_on: Option<PassedOn>,
    /// How much of each record.
    pub share: ShareLevel,
    /// Who sends it: its card with root and working keys.
    pub sender: SignedCard,
    /// The sender's desk that can open it too.
    pub sender_desk: SealingPublic,
    /// To whom.
    pub recipients: Vec<Recipient>,
    /// By which answers it may leave.
    pub consents: Vec<Consent>,
    /// Head of the sender's log when it left: lower-case hexadecimal.
    pub audit_head: ContentHash,
    /// Schema numbers of what is inside, by name.
    pub schemas: BTreeMap<String, u32>,
    /// When it was sealed, by the sender's clock.
    pub sealed: Moment,
    /// After when it must not be accepted any more.
    pub expires: Option<Moment>,
    /// Who vouches for the authors.
    pub authors: Vec<Authors>,
    /// Record by record.
    pub records: Vec<RecordRow>,
    /// Every entry before the manifest, in order.
    pub entries: Vec<Entry>,
    /// All bytes before the manifest.
    pub before: Before,
}

impl Manifest {
    /// The office that sends it.
    #[must_use]
    pub fn from(&self) -> &OfficeId {
        &self.sender.card.office
    }

    /// The line made out to an office.
    #[must_use]
    pub fn recipient(&self, office: &OfficeId) -> Option<&Recipient> {
        self.recipients.iter().find(|recipient| recipient.office == *office)
    }
}

impl fmt::Debug for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Manifest({}, {} records)", self.bundle, self.records.len())
    }
}
