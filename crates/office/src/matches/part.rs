//! The derived part `match`: the [`Facts`] of a record, sealed for whoever may find matches with it.
//!
//! It does not hang on the record's key chain: a chain gives no new compartment to a record that has begun (`casework::walk`), and a tracing
//! officer, who opens no case, is to find children registered before the first of them came. So each save makes a fresh key, seals
//! the facts with it, wraps it for each circle that may read them and signs the whole. Circles: whoever is responsible and their
//! supervisors, always; tracing officers only while the child (or whoever asks) agrees: withdrawing it takes them out with that save.

use super::facts::{Facts, SHAPE};
use crate::casework::keys::sha256;
use crate::problems::Answer;
use crate::roster::Roster;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::canonical;
use amparo_model::ids::{CircleId, RecordId, RevisionId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Author, Kind, RecordType, Skeleton, derived};
use amparo_store::{Part, RecordRow};
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::Signature;
use amparo_vault::circle::{CompartmentEpoch, Wrapped};
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};

/// The domain that these parts are signed under.
const DOMAIN: &str = "amparo/match/v1";
/// The format of these parts.
const FORMAT: u32 = 1;
/// Every save makes a key of its own; there is no second one to count.
const EPOCH: u32 = 1;

/// What is signed.
#[derive(Serialize, Deserialize)]
struct Letter {
    format: u32,
    record: RecordId,
    /// The heads that the facts were worked out from: whoever cannot open them sees whether they are of today.
    heads: Vec<RevisionId>,
    author: Author,
    readers: Vec<Reader>,
    /// The hash of the sealed facts.
    hash: String,
}

/// A circle that opens the facts.
#[derive(Serialize, Deserialize)]
struct Reader {
    circle: CircleId,
    epoch: u32,
    wrapped: String,
}

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    letter: Letter,
    signature: String,
    sealed: String,
}

fn place(record: RecordId) -> CompartmentEpoch<'static> {
    CompartmentEpoch { record: record.uuid(), compartment: derived::MATCH, epoch: EPOCH }
}

fn content_place(record: RecordId) -> Context {
    Context::new("amparo/match-facts/v1").id(record.uuid()).number(FORMAT.into())
}

/// The circles that read a record's facts.
fn readers(roster: &Roster, of: RecordType, owner: Option<CircleId>, facts: &Facts) -> Vec<CircleId> {
    let mut circles: Vec<CircleId> = owner.into_iter().collect();
    let purpose = owner.and_then(|owner| roster.circle(owner)).map(|key| key.circle.purpose.clone());
    if let Some(CirclePurpose::Person { person }) = purpose {
        let team = roster.proposal(person).and_then(|(proposal, ..)| proposal.team);
        let supervisors = team.and_then(|team| roster.circle_for(&CirclePurpose::Supervisors { team }));
        circles.extend(supervisors.map(|key| key.circle.id));
    }
    // Who reads a request knows its facts anyway; of a case they are told while the child agrees.
    if facts.agreed || of.kind == Kind::TracingRequest {
        circles.extend(roster.circle_for(&CirclePurpose::Tracing).map(|key| key.circle.id));
    }
    circles
}

impl Session {
    /// Seals a record's facts for whoever may read them.
    pub(crate) fn seal_facts(
        &self,
        author: Author,
        record: RecordId,
        skeleton: &Skeleton,
        facts: &Facts,
    ) -> Answer<Part> {
        let roster = self.roster();
        let key = Key::generate(&mut OsRandom);
        let mut wrapped = Vec::new();
        for circle in readers(&roster, skeleton.of(), skeleton.owner, facts) {
            let Some(known) = roster.circle(circle) else { continue };
            let at = known.at(self.office.id);
            let sealed = match self.circle(circle).filter(|held| held.key.epoch == known.epoch) {
                Some(held) => held.keys.wrap(&at, &place(record), &key, &mut OsRandom),
                None => known.public.wrap(&at, &place(record), &key, &mut OsRandom)?,
            };
            wrapped.push(Reader { circle, epoch: known.epoch, wrapped: BASE64.encode(sealed.to_bytes()) });
        }
        let bytes = serde_json::to_vec(facts)?;
        let sealed = symmetric::seal(&key, &content_place(record), &bytes, &mut OsRandom);
        let hash = BASE64.encode(sha256(&sealed));
        let letter = Letter { format: FORMAT, record, heads: facts.heads.clone(), author, readers: wrapped, hash };
        let signature = self.keys.signing.sign(DOMAIN, &canonical::bytes(&letter)?).to_bytes();
        let kept = Kept { letter, signature: BASE64.encode(signature), sealed: BASE64.encode(sealed) };
        Ok(Part { epoch: SHAPE, sealed: serde_json::to_vec(&kept)? })
    }

    /// Opens a record's facts, when a circle of this session may read them. Whatever does not hold counts as not there: the record is
    /// read instead, by whoever can.
    pub(crate) fn open_facts(&self, record: RecordId, sealed: &[u8]) -> Option<Facts> {
        let kept: Kept = serde_json::from_slice(sealed).ok()?;
        let Letter { format, record: of, author, readers, hash, .. } = &kept.letter;
        let content = BASE64.decode(&kept.sealed).ok()?;
        if *format != FORMAT || *of != record || *hash != BASE64.encode(sha256(&content)) {
            return None;
        }
        let key = readers.iter().find_map(|reader| {
            let held = self.circle_at(reader.circle, reader.epoch)?;
            let wrapped = Wrapped::from_bytes(&BASE64.decode(&reader.wrapped).ok()?).ok()?;
            held.keys.unwrap(&held.key.at(self.office.id), &place(record), &wrapped).ok()
        })?;
        self.is_signed(author, &kept).ok()?;
        let bytes = symmetric::open(&key, &content_place(record), &content).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Whether somebody of this office signed it who worked with such records then.
    fn is_signed(&self, author: &Author, kept: &Kept) -> Answer<()> {
        let roster = self.roster();
        let certificate = roster.directory.at(author.person.uuid(), author.place).ok_or(Code::Damaged)?;
        let works =
            ["caseworker", "supervisor", "tracing_officer"].iter().any(|role| certificate.roles.contains(*role));
        if author.office != self.office.id || !works {
            return Err(Code::Damaged.into());
        }
        let signature = BASE64.decode(&kept.signature)?;
        let signature = signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
        let bytes = canonical::bytes(&kept.letter)?;
        Ok(certificate.keys.signing.verify(DOMAIN, &bytes, &Signature::from_bytes(signature)?)?)
    }

    /// Whether what is kept of a record is of today, and opens to everybody who may read it now. `epoch` is the shape of the facts.
    pub(crate) fn facts_are_current(&self, row: &RecordRow, epoch: u32, sealed: &[u8]) -> bool {
        let Ok(kept) = serde_json::from_slice::<Kept>(sealed) else { return false };
        if epoch != SHAPE || kept.letter.heads != row.heads {
            return false;
        }
        let told: Vec<CircleId> = kept.letter.readers.iter().map(|reader| reader.circle).collect();
        let roster = self.roster();
        let all = readers(&roster, row.skeleton.of(), row.skeleton.owner, &Facts { agreed: true, ..Facts::default() });
        // Whoever came since: the first tracing officer, another team's supervisors.
        let missing = all.iter().any(|circle| !told.contains(circle));
        drop(roster);
        !missing || self.open_facts(row.id, sealed).is_some_and(|facts| !facts.agreed)
    }
}
