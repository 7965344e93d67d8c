//! The derived part `match`: the [`Facts`] of a record, sealed for whoever may find matches with it.
//!
//! It does not hang on the record's key chain: a chain gives no new compartment to a record that has begun (`casework::walk`), and a tracing
//! officer, who opens no case, is to find children registered before the first of them came. So each save makes a fresh key, seals
//! the facts with it, wraps it for each circle that may read them and signs the whole. Circles: whoever is responsible and their
//! supervisors, always; tracing officers only while the child (or whoever asks) agrees: withdrawing it takes them out with that save.

use super::facts::{Facts, SHAPE};
use crate::casework::for_circle::ForCircle;
use crate::casework::keys::sha256;
use crate::problems::Answer;
use crate::roster::{Roster, reads};
use crate::session::Session;
use amparo_api::Code;
use amparo_model::canonical;
use amparo_model::ids::{CircleId, RecordId, RevisionId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_model::record::{Author, Kind, Module, RecordType, derived};
use amparo_store::{Part, Reading, RecordRow, Writing};
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::Signature;
use amparo_vault::circle::CompartmentEpoch;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is sealed so: the name of the part, the tag of its content, the domain it is signed under.
pub(super) struct Sealing {
    pub(super) part: &'static str,
    content: &'static str,
    domain: &'static str,
}

/// The facts.
const FACTS: Sealing = Sealing { part: derived::MATCH, content: "amparo/match-facts/v1", domain: "amparo/match/v1" };
/// What whoever is responsible is told of confirmed matches.
pub(super) const MATCHED: Sealing =
    Sealing { part: "matched", content: "amparo/matched-content/v1", domain: "amparo/matched/v1" };
/// What whoever is responsible is told of leads that wait.
pub(super) const HINTS: Sealing =
    Sealing { part: "hints", content: "amparo/hints-content/v1", domain: "amparo/hints/v1" };

/// The little that colleagues find a record by.
pub(super) const MINIMAL: Sealing =
    Sealing { part: "minimal", content: "amparo/minimal-content/v1", domain: "amparo/minimal/v1" };

/// All that is sealed so.
const SEALINGS: [&Sealing; 4] = [&FACTS, &MATCHED, &HINTS, &MINIMAL];
/// The parts that are sealed so.
const LETTERS: [&str; 4] = [FACTS.part, MATCHED.part, HINTS.part, MINIMAL.part];

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
    readers: Vec<ForCircle>,
    /// The hash of the sealed facts.
    hash: String,
}

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    letter: Letter,
    signature: String,
    sealed: String,
}

impl Sealing {
    fn key_place(&self, record: RecordId) -> CompartmentEpoch<'static> {
        CompartmentEpoch { record: record.uuid(), compartment: self.part, epoch: EPOCH }
    }

    fn content_place(&self, record: RecordId) -> Context {
        Context::new(self.content).id(record.uuid()).number(FORMAT.into())
    }
}

/// A letter to be written; what could not be sealed again goes.
pub(crate) type LetterAfter = (&'static str, Option<Part>);

/// What lies beside a record in these parts.
pub(crate) fn letters_of(reading: &Reading<'_>, record: RecordId) -> Answer<Vec<(&'static str, Part)>> {
    let letter = |part| Ok(reading.part(record, part)?.map(|there| (part, there)));
    LETTERS.into_iter().filter_map(|part| letter(part).transpose()).collect()
}

/// Writes letters in the place of those that lay there.
pub(crate) fn put_letters_after(writing: &mut Writing<'_>, record: RecordId, letters: &[LetterAfter]) -> Answer<()> {
    Ok(letters.iter().try_for_each(|(part, sealed)| match sealed {
        Some(sealed) => writing.put_part(record, part, sealed),
        None => writing.drop_part(record, part),
    })?)
}

/// Whoever is responsible for a record, and their supervisors: of survivors those of GBV work, and nobody else.
fn responsible(roster: &Roster, owner: Option<CircleId>) -> Vec<CircleId> {
    let mut circles: Vec<CircleId> = owner.into_iter().collect();
    let purpose = owner.and_then(|owner| roster.circle(owner)).map(|key| key.circle.purpose.clone());
    if let Some(CirclePurpose::Person { person }) = purpose {
        let unit = roster.proposal(person).and_then(|(proposal, ..)| reads(proposal.role, proposal.team?));
        let supervisors = unit.and_then(|unit| roster.circle_for(&unit));
        circles.extend(supervisors.map(|key| key.circle.id));
    }
    circles
}

/// The circles that read a record's facts.
fn readers(roster: &Roster, of: RecordType, owner: Option<CircleId>, facts: &Facts) -> Vec<CircleId> {
    let mut circles = responsible(roster, owner);
    // Who reads a request knows its facts anyway; of a case they are told while the child agrees. Nobody is looked for among survivors.
    if of.module == Module::Cp && (facts.agreed || of.kind == Kind::TracingRequest) {
        circles.extend(roster.circle_for(&CirclePurpose::Tracing).map(|key| key.circle.id));
    }
    circles
}

impl Session {
    /// Whoever is responsible for a record, and their supervisors.
    pub(super) fn responsible(&self, owner: Option<CircleId>) -> Vec<CircleId> {
        responsible(&self.roster(), owner)
    }

    /// Seals a record's facts for whoever may read them.
    pub(crate) fn seal_facts(&self, author: Author, row: &RecordRow, facts: &Facts) -> Answer<Part> {
        let circles = readers(&self.roster(), row.skeleton.of(), row.skeleton.owner, facts);
        self.seal_letter(&FACTS, author, row, &circles, SHAPE, &serde_json::to_vec(facts)?)
    }

    /// What is kept so about a record that changes hands, for whoever reads it from now on: `row` is the record after, `heads` were its
    /// heads before. What this session does not open, or what was not of today, goes: it is worked out again by whoever may.
    pub(crate) fn handed_letters(
        &self,
        author: &Author,
        heads: &[RevisionId],
        row: &RecordRow,
        there: &[(&'static str, Part)],
    ) -> Answer<Vec<LetterAfter>> {
        let handed = |(name, part): &(&'static str, Part)| {
            let sealed = if *name == FACTS.part {
                let facts = self.open_facts(row.id, &part.sealed).filter(|facts| facts.heads == heads);
                let facts = facts.map(|facts| Facts { heads: row.heads.clone(), ..facts });
                facts.map(|facts| self.seal_facts(author.clone(), row, &facts)).transpose()?
            } else {
                let sealing = SEALINGS.into_iter().find(|sealing| sealing.part == *name).ok_or(Code::Damaged)?;
                let minimal = *name == MINIMAL.part;
                let circles = if minimal { self.minimal_readers(row) } else { self.responsible(row.skeleton.owner) };
                let bytes = self.open_sealed_letter(sealing, row.id, &part.sealed).filter(|_| !circles.is_empty());
                let sealed =
                    bytes.map(|bytes| self.seal_letter(sealing, author.clone(), row, &circles, part.epoch, &bytes));
                sealed.transpose()?
            };
            Ok((*name, sealed))
        };
        there.iter().map(handed).collect()
    }

    /// What is kept so about a record that stays with whoever is responsible while some of its readers give way to others, as when a
    /// caseworker changes teams. The key stays: whoever gives way could read what it seals, and the next save makes another. What this
    /// session does not open goes: it is worked out again by whoever may.
    pub(crate) fn moved_letters(
        &self,
        roster: &Roster,
        author: &Author,
        row: &RecordRow,
        there: &[(&'static str, Part)],
        instead: &BTreeMap<CircleId, CircleId>,
    ) -> Answer<Vec<LetterAfter>> {
        let moved = |(name, part): &(&'static str, Part)| {
            let sealing = SEALINGS.into_iter().find(|sealing| sealing.part == *name).ok_or(Code::Damaged)?;
            let Ok(kept) = serde_json::from_slice::<Kept>(&part.sealed) else { return Ok(Some((*name, None))) };
            if !kept.letter.readers.iter().any(|reader| instead.contains_key(&reader.circle)) {
                return Ok(None);
            }
            let place = sealing.key_place(row.id);
            let key = self.unwrap_for(&kept.letter.readers, &place);
            let signed = self.is_signed(sealing, &kept.letter.author, &kept).is_ok();
            let Some(key) = key.filter(|_| signed) else { return Ok(Some((*name, None))) };
            let Kept { mut letter, sealed, .. } = kept;
            for reader in &mut letter.readers {
                if let Some(known) = instead.get(&reader.circle).and_then(|after| roster.circle(*after)) {
                    *reader = self.wrap_for(known, &place, &key)?;
                }
            }
            letter.readers.retain(|reader| !instead.contains_key(&reader.circle));
            let letter = Letter { author: author.clone(), ..letter };
            Ok(Some((*name, Some(self.signed_letter(sealing, letter, sealed, part.epoch)?))))
        };
        there.iter().filter_map(|letter| moved(letter).transpose()).collect()
    }

    /// Seals something about a record for some circles, under a key of its own.
    pub(super) fn seal_letter(
        &self,
        sealing: &Sealing,
        author: Author,
        row: &RecordRow,
        circles: &[CircleId],
        shape: u32,
        bytes: &[u8],
    ) -> Answer<Part> {
        let (roster, record) = (self.roster(), row.id);
        let key = Key::generate(&mut OsRandom);
        let mut readers = Vec::new();
        for circle in circles {
            let Some(known) = roster.circle(*circle) else { continue };
            readers.push(self.wrap_for(known, &sealing.key_place(record), &key)?);
        }
        let sealed = symmetric::seal(&key, &sealing.content_place(record), bytes, &mut OsRandom);
        let hash = BASE64.encode(sha256(&sealed));
        let letter = Letter { format: FORMAT, record, heads: row.heads.clone(), author, readers, hash };
        self.signed_letter(sealing, letter, BASE64.encode(sealed), shape)
    }

    fn signed_letter(&self, sealing: &Sealing, letter: Letter, sealed: String, shape: u32) -> Answer<Part> {
        let signature = self.keys.signing.sign(sealing.domain, &canonical::bytes(&letter)?).to_bytes();
        let kept = Kept { letter, signature: BASE64.encode(signature), sealed };
        Ok(Part { epoch: shape, sealed: serde_json::to_vec(&kept)? })
    }

    /// Opens a record's facts, when a circle of this session may read them. Whatever does not hold counts as not there: the record is
    /// read instead, by whoever can.
    pub(crate) fn open_facts(&self, record: RecordId, sealed: &[u8]) -> Option<Facts> {
        serde_json::from_slice(&self.open_sealed_letter(&FACTS, record, sealed)?).ok()
    }

    /// Opens what was sealed so.
    pub(super) fn open_sealed_letter(&self, sealing: &Sealing, record: RecordId, sealed: &[u8]) -> Option<Vec<u8>> {
        self.open_kept(sealing, record, &serde_json::from_slice(sealed).ok()?)
    }

    /// The same, of the record as it is now and no older.
    pub(super) fn open_letter_of(&self, sealing: &Sealing, row: &RecordRow, sealed: &[u8]) -> Option<Vec<u8>> {
        let kept: Kept = serde_json::from_slice(sealed).ok()?;
        if kept.letter.heads == row.heads { self.open_kept(sealing, row.id, &kept) } else { None }
    }

    /// Whether what is kept is of the record as it is now and reaches a circle; `opens`: by a key that this session holds.
    pub(super) fn letter_reaches(&self, row: &RecordRow, sealed: &[u8], circle: CircleId, opens: bool) -> bool {
        let Ok(kept) = serde_json::from_slice::<Kept>(sealed) else { return false };
        let mut readers = kept.letter.readers.iter().filter(|reader| reader.circle == circle);
        kept.letter.heads == row.heads && readers.any(|reader| !opens || self.circle_at(circle, reader.epoch).is_some())
    }

    fn open_kept(&self, sealing: &Sealing, record: RecordId, kept: &Kept) -> Option<Vec<u8>> {
        let Letter { format, record: of, author, readers, hash, .. } = &kept.letter;
        let content = BASE64.decode(&kept.sealed).ok()?;
        if *format != FORMAT || *of != record || *hash != BASE64.encode(sha256(&content)) {
            return None;
        }
        let (key, by_member) = self.unwrap_and_by_whom(readers, &sealing.key_place(record))?;
        // Every child of the office has one of these: where the circle's own key vouches that a member wrote it, the signature is not
        // looked at, which costs ten times the rest.
        if !(by_member && sealing.part == MINIMAL.part) {
            self.is_signed(sealing, author, kept).ok()?;
        }
        Some(symmetric::open(&key, &sealing.content_place(record), &content).ok()?.to_vec())
    }

    /// Whether somebody of this office signed it who worked with such records then.
    fn is_signed(&self, sealing: &Sealing, author: &Author, kept: &Kept) -> Answer<()> {
        let roster = self.roster();
        let certificate = roster.directory.at(author.person.uuid(), author.place).ok_or(Code::Damaged)?;
        // Who works with records, of whichever module: whose keys the other module's circles are, it cannot read back.
        let works = Role::ALL.iter().any(|role| role.works_in_team() && certificate.roles.contains(role.as_str()));
        if author.office != self.office.id || !works {
            return Err(Code::Damaged.into());
        }
        let signature = BASE64.decode(&kept.signature)?;
        let signature = signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
        let bytes = canonical::bytes(&kept.letter)?;
        Ok(certificate.keys.signing.verify(sealing.domain, &bytes, &Signature::from_bytes(signature)?)?)
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
