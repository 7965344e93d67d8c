//! Checking a record's revisions: each id is the hash of its header, each header carries its author's signature, and the author's
//! certificate was valid at that place of their office's log.

use super::keys::sha256;
use super::seal::REVISION;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::{OfficeId, RecordId};
use amparo_model::record::Header;
use amparo_store::{Reading, RevisionRow};
use amparo_vault::asymmetric::{Signature, SigningPublic};
use amparo_vault::certificate::{Directory, Signed, SigningRoles};
use std::sync::{Arc, PoisonError};

/// A revision whose header was checked.
pub(crate) struct Verified {
    pub(crate) row: RevisionRow,
    pub(crate) header: Header,
}

/// Gives another office's people, as its root certified them.
pub(super) type Foreign<'a> = dyn Fn(OfficeId) -> Answer<Arc<Directory>> + 'a;

impl Session {
    /// Checks the rows of a record's revisions, oldest first.
    pub(super) fn verified(
        &self,
        record: RecordId,
        rows: Vec<RevisionRow>,
        foreign: &Foreign<'_>,
    ) -> Answer<Vec<Verified>> {
        let mut before = Vec::new();
        let mut verified = Vec::new();
        for row in rows {
            let header = self.verify_revision(record, &row, foreign)?;
            let follows = header.parents.iter().all(|parent| before.contains(parent));
            // One first revision, and every other after those it follows.
            if !follows || header.parents.is_empty() != before.is_empty() {
                return Err(Code::Damaged.into());
            }
            before.push(row.id);
            verified.push(Verified { row, header });
        }
        if verified.is_empty() { Err(Code::Damaged.into()) } else { Ok(verified) }
    }

    fn verify_revision(&self, record: RecordId, row: &RevisionRow, foreign: &Foreign<'_>) -> Answer<Header> {
        let header: Header = serde_json::from_slice(&row.header)?;
        if sha256(&row.header) != row.id.0 || header.record != record {
            return Err(Code::Damaged.into());
        }
        // A signature that held once in this session holds: the id is a hash of what was signed.
        let known = self.checked.lock().unwrap_or_else(PoisonError::into_inner).contains(&row.id);
        if !known {
            let bytes: &[u8; 64] = row.signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
            let signature = Signature::from_bytes(bytes)?;
            let key = self.signing_key(&header, foreign)?;
            key.verify(REVISION, &row.header, &signature)?;
            self.checked.lock().unwrap_or_else(PoisonError::into_inner).insert(row.id);
        }
        Ok(header)
    }

    /// The key that the author of a revision signed with, as certified at its place of their office's log.
    fn signing_key(&self, header: &Header, foreign: &Foreign<'_>) -> Answer<SigningPublic> {
        let author = &header.author;
        let of = |directory: &Directory| {
            directory.at(author.person.uuid(), author.place).map(|certificate| certificate.keys.signing)
        };
        let found = if author.office == self.office.id {
            of(&self.roster().directory)
        } else {
            of(foreign(author.office)?.as_ref())
        };
        found.ok_or_else(|| Code::Damaged.into())
    }

    /// Another office's people, as its root certified them. Checked once for each state of its card and certificates.
    pub(super) fn foreign_directory(&self, reading: &Reading<'_>, office: OfficeId) -> Answer<Arc<Directory>> {
        let chain = reading.certificates(office)?.ok_or(Code::Damaged)?;
        let known = reading.offices()?.into_iter().find(|known| known.id == office).ok_or(Code::Damaged)?;
        let of = sha256(format!("{}\n{chain}", known.card).as_bytes());
        let mut directories = self.directories.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, directory)) = directories.get(&office).filter(|(checked, _)| *checked == of) {
            return Ok(directory.clone());
        }
        let statements: Vec<Signed> = serde_json::from_str(&chain)?;
        let card = amparo_bundle::SignedCard::from_text(&known.card)?.verify()?.card;
        let directory = Directory::verify(office.uuid(), &card.root, &SigningRoles::default(), &statements);
        let directory = Arc::new(directory);
        directories.insert(office, (of, directory.clone()));
        Ok(directory)
    }
}
