//! A record on its way between offices: whole revisions, and the checks that make them believable anywhere.

use crate::manifest::{Authors, ContentHash, RecordRow};
use crate::{BundleError, WhyBad, json, limits};
use amparo_model::canonical;
use amparo_model::ids::{OfficeId, RecordId, RevisionId, hex32};
use amparo_model::record::{Compartment, Header, Kind, Leaf, Module, SCHEMA};
use amparo_model::value::{FileRef, Mark, Value};
use amparo_vault::asymmetric::{Signature, SigningPublic};
use amparo_vault::certificate::{Directory, SigningRoles};
use amparo_vault::commitment::commitment;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;
use uuid::Uuid;

/// The newest format of travelling records, and of headers, that this version writes and reads.
pub const FORMAT: u32 = 1;
/// The domain of an author's signature over the canonical bytes of a revision's header.
pub const REVISION_DOMAIN: &str = "amparo/revision/v1";

/// A record as it stands in `records/<id>.json`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Travelling {
    /// Format number of travelling records.
    pub format: u32,
    /// Which record.
    pub record: RecordId,
    /// What it is.
    pub kind: Kind,
    /// Of which part of the programme.
    pub module: Module,
    /// Its code.
    pub code: String,
    /// Every revision, parents before children.
    pub revisions: Vec<Revision>,
}

/// A revision on its way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The plain, signed part.
    pub header: Header,
    /// By the author, over the canonical bytes of the header.
    pub signature: Signature,
    /// The parts that were sent, opened.
    pub leaves: Vec<OpenLeaf>,
    /// The parts that stayed: their commitments stand in the header, so the chain can still be checked.
    pub closed: Vec<Compartment>,
}

/// An opened part of a revision.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenLeaf {
    /// Which part.
    pub compartment: Compartment,
    /// What was changed, with the salt of its commitment.
    pub leaf: Leaf,
}

impl fmt::Debug for Travelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Travelling({}, {} revisions)", self.record, self.revisions.len())
    }
}
impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Revision({} leaves, {} closed)", self.leaves.len(), self.closed.len())
    }
}
impl fmt::Debug for OpenLeaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OpenLeaf({:?})", self.leaf)
    }
}

/// A record that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The record.
    pub record: Travelling,
    /// The ids of its revisions, in the same order.
    pub revisions: Vec<RevisionId>,
}

/// The id of a revision: SHA-256 over the canonical bytes of its header.
///
/// # Errors
/// [`canonical::NotCanonical`], never for headers of our own types.
pub fn revision_id(header: &Header) -> Result<RevisionId, canonical::NotCanonical> {
    Ok(RevisionId(Sha256::digest(header.canonical()?).into()))
}

/// The people whose signatures count in one bundle: those whom statements lead to from the roots that are known.
#[derive(Debug, Default)]
pub struct Vouched(BTreeMap<OfficeId, Directory>);

impl Vouched {
    /// Checks the statements a bundle carries. `root` gives the root known of an office.
    ///
    /// The sender chooses which statements travel: one who helps a former colleague could leave out that they left. A reader
    /// can only hold that sender to account, whose signature is under the whole.
    ///
    /// # Errors
    /// [`WhyBad::Certificate`] when one of them does not count, or an office is not known by this root.
    pub fn new(authors: &[Authors], root: impl Fn(&OfficeId) -> Option<SigningPublic>) -> Result<Self, WhyBad> {
        let mut offices = BTreeMap::new();
        for authors in authors {
            if root(&authors.office) != Some(authors.root) {
                return Err(WhyBad::Certificate);
            }
            let office = Uuid::from_bytes(*authors.office.as_bytes());
            let directory = Directory::verify(office, &authors.root, &SigningRoles::default(), &authors.statements);
            if !directory.refused().is_empty() || offices.insert(authors.office, directory).is_some() {
                return Err(WhyBad::Certificate);
            }
        }
        Ok(Self(offices))
    }

    /// The author must have belonged to their office at the place in its log that the revision names, and have signed with
    /// the key they had there.
    fn verify(&self, revision: &Revision, signed: &[u8]) -> Result<(), WhyBad> {
        let author = &revision.header.author;
        let person = Uuid::from_bytes(*author.person.as_bytes());
        let directory = self.0.get(&author.office).ok_or(WhyBad::UnknownAuthor)?;
        let certificate = directory.at(person, author.place).ok_or(WhyBad::UnknownAuthor)?;
        let fits = certificate.keys.signing.verify(REVISION_DOMAIN, signed, &revision.signature);
        fits.map_err(|_| WhyBad::Signature)
    }
}

impl Travelling {
    /// Reads a record out of its bytes, within the limits of depth and number.
    pub(crate) fn from_json(bytes: &[u8]) -> Result<Self, BundleError> {
        json::within_limits(bytes, Some(limits::VALUES))?;
        let unreadable = |_| BundleError::BadRevision(WhyBad::Unreadable);
        let format: FormatOnly = serde_json::from_slice(bytes).map_err(unreadable)?;
        match format.format {
            1..=FORMAT => serde_json::from_slice(bytes).map_err(unreadable),
            0 => Err(BundleError::BadRevision(WhyBad::Unreadable)),
            _ => Err(BundleError::Newer),
        }
    }

    /// Checks everything that can be checked without a key: one beginning, a history without gaps, the same record
    /// everywhere, each author's signature, each part against its author's commitment. Gives the revisions' ids.
    ///
    /// # Errors
    /// [`BundleError::BadRevision`] with the first thing that does not fit, [`BundleError::Newer`] for formats and schemas
    /// that this version does not know.
    pub fn verify(&self, vouched: &Vouched) -> Result<Vec<RevisionId>, BundleError> {
        let mut ids = Vec::with_capacity(self.revisions.len());
        let mut seen = HashSet::new();
        for revision in &self.revisions {
            let header = &revision.header;
            if header.format > FORMAT || header.leaves.iter().any(|leaf| leaf.schema > SCHEMA) {
                return Err(BundleError::Newer);
            }
            self.check_place(header, &seen).map_err(BundleError::BadRevision)?;
            let signed = header.canonical().map_err(|_| BundleError::BadRevision(WhyBad::Unreadable))?;
            vouched.verify(revision, &signed).map_err(BundleError::BadRevision)?;
            check_leaves(revision).map_err(BundleError::BadRevision)?;
            let id = RevisionId(Sha256::digest(&signed).into());
            if !seen.insert(id) {
                return Err(BundleError::BadRevision(WhyBad::Gap));
            }
            ids.push(id);
        }
        if ids.is_empty() { Err(BundleError::BadRevision(WhyBad::Beginning)) } else { Ok(ids) }
    }

    fn check_place(&self, header: &Header, seen: &HashSet<RevisionId>) -> Result<(), WhyBad> {
        if header.record != self.record {
            return Err(WhyBad::OtherRecord);
        }
        // The first revision, and only it, follows none, and it says what the record is.
        if header.parents.is_empty() != seen.is_empty() || (seen.is_empty() && header.skeleton.is_none()) {
            return Err(WhyBad::Beginning);
        }
        if header.skeleton.as_ref().is_some_and(|it| it.kind != self.kind || it.module != self.module) {
            return Err(WhyBad::OtherRecord);
        }
        let parents: HashSet<_> = header.parents.iter().collect();
        if parents.len() == header.parents.len() && header.parents.iter().all(|parent| seen.contains(parent)) {
            Ok(())
        } else {
            Err(WhyBad::Gap)
        }
    }

    /// About how many bytes it takes in memory.
    pub(crate) fn weight(&self) -> usize {
        let leaves = self.revisions.iter().flat_map(|revision| &revision.leaves);
        self.revisions.len() * 1_000 + leaves.map(|leaf| leaf.leaf.change.len() * 200).sum::<usize>()
    }

    /// The attachments that the parts sent of this record name, in order and once each.
    #[must_use]
    pub fn files(&self) -> Vec<ContentHash> {
        let values = self
            .revisions
            .iter()
            .flat_map(|revision| &revision.leaves)
            .flat_map(|leaf| leaf.leaf.change.values().flatten());
        let found: BTreeSet<_> =
            values.filter_map(attachment).filter_map(|file| ContentHash::from_hex(&file.hash)).collect();
        found.into_iter().collect()
    }

    /// The record's line in the manifest.
    pub(crate) fn row(&self, ids: &[RevisionId]) -> RecordRow {
        let followed: HashSet<_> = self.revisions.iter().flat_map(|revision| &revision.header.parents).collect();
        RecordRow {
            record: self.record,
            code: self.code.clone(),
            revisions: u32::try_from(self.revisions.len()).unwrap_or(u32::MAX),
            heads: ids.iter().filter(|id| !followed.contains(id)).copied().collect(),
            files: self.files(),
        }
    }
}

fn attachment(value: &Value) -> Option<&FileRef> {
    match value {
        Value::File(file) => Some(file),
        Value::Signature(signature) => match &signature.mark {
            Mark::Drawn(file) | Mark::Thumbprint(file) => Some(file),
            Mark::Paper(_) => None,
        },
        _ => None,
    }
}

/// Each commitment of the header has exactly one part, sent or closed, and each sent part is what the author committed to.
fn check_leaves(revision: &Revision) -> Result<(), WhyBad> {
    let header = &revision.header;
    if !header.leaves.is_sorted_by(|one, next| one.compartment < next.compartment) {
        return Err(WhyBad::Content);
    }
    let sent: BTreeMap<_, _> = revision.leaves.iter().map(|leaf| (&leaf.compartment, &leaf.leaf)).collect();
    let closed: BTreeSet<_> = revision.closed.iter().collect();
    let given = revision.leaves.len() + revision.closed.len();
    if sent.len() + closed.len() != given || given != header.leaves.len() {
        return Err(WhyBad::Content);
    }
    let record = Uuid::from_bytes(*header.record.as_bytes());
    for promised in &header.leaves {
        match sent.get(&promised.compartment) {
            Some(leaf) => {
                let salt = STANDARD.decode(&leaf.salt).or_else(|_| STANDARD_NO_PAD.decode(&leaf.salt));
                let salt: [u8; 32] = salt.ok().and_then(|salt| salt.try_into().ok()).ok_or(WhyBad::Content)?;
                let change = canonical::bytes(&leaf.change).map_err(|_| WhyBad::Content)?;
                let found = commitment(record, promised.compartment.as_str(), promised.schema, &salt, &change);
                if hex32(&promised.hash) != Some(found) {
                    return Err(WhyBad::Content);
                }
            }
            None if closed.contains(&promised.compartment) => {}
            None => return Err(WhyBad::Content),
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}
