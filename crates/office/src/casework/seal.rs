//! A revision: its leaves sealed by compartment, its header committed to them and signed.

use super::keys::{Keys, sha256};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::canonical;
use amparo_model::ids::{RecordId, RevisionId};
use amparo_model::record::{Author, Commitment, Compartment, Header, Leaf, SCHEMA, Skeleton};
use amparo_model::value::Change;
use amparo_store::{LeafRow, RevisionRow, Writing};
use amparo_vault::OsRandom;
use amparo_vault::commitment;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use std::collections::BTreeMap;

/// The domain that revisions are signed under, in every office.
pub(crate) const REVISION: &str = amparo_bundle::travelling::REVISION_DOMAIN;
/// The format of headers.
pub(crate) const FORMAT: u32 = 1;

fn leaf_place(record: RecordId, compartment: &Compartment, revision: RevisionId, schema: u32) -> Context {
    Context::new("amparo/leaf/v1").id(record.uuid()).text(compartment.as_str()).bytes(&revision.0).number(schema.into())
}

/// Seals one leaf for its place.
pub(crate) fn seal_leaf(
    record: RecordId,
    compartment: &Compartment,
    revision: RevisionId,
    schema: u32,
    (epoch, key): &(u32, Key),
    leaf: &Leaf,
) -> Answer<LeafRow> {
    let bytes = canonical::bytes(leaf)?;
    let sealed = symmetric::seal(key, &leaf_place(record, compartment, revision, schema), &bytes, &mut OsRandom);
    Ok(LeafRow { revision, compartment: compartment.clone(), epoch: *epoch, sealed })
}

/// Opens a leaf and holds it against its commitment.
pub(crate) fn open_leaf(record: RecordId, header: &Header, row: &LeafRow, key: &Key) -> Answer<Leaf> {
    let committed = header.leaves.iter().find(|leaf| leaf.compartment == row.compartment).ok_or(Code::Damaged)?;
    let place = leaf_place(record, &row.compartment, row.revision, committed.schema);
    let leaf: Leaf = serde_json::from_slice(&symmetric::open(key, &place, &row.sealed)?)?;
    if commit(record, &row.compartment, committed.schema, &leaf)? == committed.hash {
        Ok(leaf)
    } else {
        Err(Code::Damaged.into())
    }
}

/// The same leaf under its compartment's newest key; none when this session holds no key that opens it.
pub(super) fn resealed_leaf(record: RecordId, schema: u32, row: &LeafRow, keys: &Keys) -> Answer<Option<LeafRow>> {
    let (Some(before), Some((epoch, key))) = (keys.at(&row.compartment, row.epoch), keys.get(&row.compartment)) else {
        return Ok(None);
    };
    let place = leaf_place(record, &row.compartment, row.revision, schema);
    let sealed = symmetric::seal(key, &place, &symmetric::open(before, &place, &row.sealed)?, &mut OsRandom);
    Ok(Some(LeafRow { epoch: *epoch, sealed, ..row.clone() }))
}

/// The commitment to a leaf, in hexadecimal.
fn commit(record: RecordId, compartment: &Compartment, schema: u32, leaf: &Leaf) -> Answer<String> {
    let salt: [u8; 32] = BASE64.decode(&leaf.salt)?.try_into().map_err(|_| Code::Damaged)?;
    let bytes = canonical::bytes(&leaf.change)?;
    let hash = commitment::commitment(record.uuid(), compartment.as_str(), schema, &salt, &bytes);
    Ok(RevisionId(hash).to_string())
}

/// A new revision, ready to be appended.
pub(crate) struct Sealed {
    pub(crate) id: RevisionId,
    pub(crate) row: RevisionRow,
    pub(crate) leaves: Vec<LeafRow>,
}

impl Session {
    /// Who writes now, at which place of the log the entry that tells of it will stand.
    pub(crate) fn author(&self, writing: &Writing<'_>) -> Answer<Author> {
        Ok(Author {
            person: self.person,
            office: self.office.id,
            incarnation: self.office.incarnation,
            place: writing.reading().head()?.seq + 1,
        })
    }

    /// Seals and signs a revision of what changed, compartment by compartment.
    pub(crate) fn seal_revision(
        &self,
        writing: &Writing<'_>,
        record: RecordId,
        parents: &[RevisionId],
        skeleton: Option<Skeleton>,
        changes: BTreeMap<Compartment, Change>,
        keys: &Keys,
    ) -> Answer<Sealed> {
        self.seal_revision_by(self.author(writing)?, record, parents, skeleton, changes, keys)
    }

    /// The same, on whichever thread.
    pub(crate) fn seal_revision_by(
        &self,
        author: Author,
        record: RecordId,
        parents: &[RevisionId],
        skeleton: Option<Skeleton>,
        changes: BTreeMap<Compartment, Change>,
        keys: &Keys,
    ) -> Answer<Sealed> {
        let mut leaves = Vec::new();
        let mut commitments = Vec::new();
        for (compartment, change) in changes {
            let leaf = Leaf { salt: BASE64.encode(commitment::salt(&mut OsRandom)), change };
            let hash = commit(record, &compartment, SCHEMA, &leaf)?;
            commitments.push(Commitment { compartment: compartment.clone(), schema: SCHEMA, hash });
            leaves.push((compartment, leaf));
        }
        let header = Header {
            format: FORMAT,
            record,
            parents: parents.to_vec(),
            author,
            time: self.clock.now(),
            skeleton,
            leaves: commitments,
        };
        let bytes = header.canonical()?;
        let id = RevisionId(sha256(&bytes));
        let signature = self.keys.signing.sign(REVISION, &bytes).to_bytes().to_vec();
        let leaves = leaves
            .iter()
            .map(|(compartment, leaf)| {
                let key = keys.get(compartment).ok_or(Code::NotAllowed)?;
                seal_leaf(record, compartment, id, SCHEMA, key, leaf)
            })
            .collect::<Answer<Vec<_>>>()?;
        Ok(Sealed { id, row: RevisionRow { id, header: bytes, signature }, leaves })
    }
}
