//! Opening a sealed file: hostile work.
//!
//! Pass one ([`open`]) reads the manifest from the end of the file, checks who signed it and that it is for us, and only then
//! runs over everything once: every byte before the manifest is covered by the signature, every header is compared with
//! what the manifest makes of it, every entry is hashed. Nothing of a record is parsed. Pass two ([`Opened::records`]) parses
//! and checks the records on every core, hashing again, and gives them in order. Nothing is kept on disk or, beyond a few entries
//! ([`crate::cores`]), in memory.

use crate::card::VerifiedCard;
use crate::container::{EntryName, unpack};
use crate::layout::{Tail, read, walk};
use crate::manifest::{ContentHash, DOMAIN, Entry, Manifest, RecordRow};
use crate::plain::{Plain, Source};
use crate::seal::Progress;
use crate::travelling::{Checked, Vouched};
use crate::{BundleError, Interrupted, Travelling, WhyBad, cores, json, limits};
use amparo_model::ids::{Moment, OfficeId, RecordId, RevisionId};
use amparo_vault::asymmetric::{SealingSecret, SigningPublic};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// What the caller knows of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownOffice {
    /// Its root.
    pub root: SigningPublic,
    /// Somebody compared its digits.
    pub verified: bool,
}

/// A sealed file that passed pass one: whole, signed by a known and verified office, for us.
pub struct Opened {
    source: Source,
    desk: SealingSecret,
    manifest: Manifest,
    card: VerifiedCard,
    vouched: Vouched,
    sha256: ContentHash,
    bytes: u64,
    /// Revisions of the records that passed already. Their bytes are covered by the signed manifest, so a later pass over the same
    /// bytes need not check every author again.
    passed: Mutex<HashMap<RecordId, Vec<RevisionId>>>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({:?})", self.manifest)
    }
}

/// Pass one. `desks` are the secret keys of the desks the reader may open; `known` tells what is known of an office, our own
/// included; `us` is our office; `now` decides about expiry. `progress` is called as bytes are read and can stop it.
///
/// Whether the bundle came before, a number is missing or the sender may send this, is the caller's question.
///
/// # Errors
/// One variant of [`BundleError`] for each reason; nothing has been parsed of what is inside.
pub fn open(
    source: impl Into<Source>,
    desks: &[SealingSecret],
    known: impl Fn(&OfficeId) -> Option<KnownOffice>,
    us: &OfficeId,
    now: Moment,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Opened, BundleError> {
    let source = source.into();
    let mut plain = Plain::open(&source, desks)?;
    let tail = Tail::read(&mut plain)?;
    let manifest = tail.manifest()?;
    let card = check_sender(&tail, &manifest, &known)?;
    check_address(&manifest, us, &plain.desk)?;
    if manifest.expires.is_some_and(|expires| expires < now) {
        return Err(BundleError::Expired);
    }
    check_entries(&manifest, tail.entries)?;
    let statements = manifest.authors.iter().map(|authors| authors.statements.len()).sum::<usize>();
    if statements > limits::STATEMENTS {
        return Err(BundleError::TooLarge);
    }
    let vouched = Vouched::new(&manifest.authors, |office| known(office).map(|known| known.root))
        .map_err(BundleError::BadRevision)?;
    walk(&mut plain, &manifest, &tail, progress)?;
    let (bytes, desk) = (plain.file, plain.desk.clone());
    let sha256 = plain.finish()?;
    Ok(Opened { source, desk, manifest, card, vouched, sha256, bytes, passed: Mutex::default() })
}

impl Opened {
    /// What it says of itself, signed.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The sender's card as it came along: by a root that was known. Newer working keys are taken from it.
    #[must_use]
    pub fn sender(&self) -> &VerifiedCard {
        &self.card
    }

    /// Hash of the sealed file: the same bundle with another hash is an alarm.
    #[must_use]
    pub fn sha256(&self) -> ContentHash {
        self.sha256
    }

    /// Bytes of the sealed file.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Pass two: reads, checks and gives one record after the other, in the manifest's order. It can be made again; every byte is
    /// then held against the signed manifest again.
    ///
    /// # Errors
    /// [`BundleError::BadRevision`], [`BundleError::TooDeep`], [`BundleError::TooLarge`], [`BundleError::Newer`] for the first
    /// record that does not pass; [`BundleError::Damaged`] when the file is not the one of pass one any more;
    /// [`Interrupted::Caller`] with the callback's own error.
    pub fn records<E>(&self, take: impl FnMut(Checked) -> Result<(), E>) -> Result<(), Interrupted<E>> {
        self.records_with(|checked| checked, take)
    }

    /// Pass two, with computations of the caller's own on each record: like the checks, `work` runs on every core. Reading and
    /// `take` stay on this thread, in the manifest's order.
    ///
    /// # Errors
    /// As [`Opened::records`].
    pub fn records_with<R: Send, E>(
        &self,
        work: impl Fn(Checked) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), E>,
    ) -> Result<(), Interrupted<E>> {
        let mut plain = self.again()?;
        let mut at = 0;
        let entries = self.manifest.entries.iter().zip(&self.manifest.records).map(|(entry, row)| {
            let packed = packed(&mut plain, entry, at)?;
            at += entry.span();
            Ok((entry, row, packed))
        });
        // What comes out of the packed bytes is what takes memory; its size was checked in pass one.
        let weight = |(entry, ..): &(&Entry, &RecordRow, Zeroizing<Vec<u8>>)| usize::try_from(entry.size).unwrap_or(0);
        let checked = |(entry, row, packed)| self.check(entry, row, packed).map(&work);
        cores::in_order(entries, weight, checked, |made: Result<R, BundleError>| {
            take(made?).map_err(Interrupted::Caller)
        })
    }

    fn check(&self, entry: &Entry, row: &RecordRow, packed: Zeroizing<Vec<u8>>) -> Result<Checked, BundleError> {
        let content = unpack(entry, packed).map_err(changed)?;
        let record = Travelling::from_json(&content)?;
        drop(content);
        if entry.name != EntryName::Record(record.record) {
            return Err(BundleError::BadRevision(WhyBad::OtherRecord));
        }
        let passed = self.passed().get(&record.record).cloned();
        let revisions = match passed {
            Some(revisions) => revisions,
            None => {
                let revisions = record.verify(&self.vouched)?;
                if record.row(&revisions) != *row {
                    return Err(BundleError::BadRevision(WhyBad::OtherRecord));
                }
                self.passed().insert(record.record, revisions.clone());
                revisions
            }
        };
        Ok(Checked { record, revisions })
    }

    /// The attachments that came along.
    pub fn file_hashes(&self) -> impl Iterator<Item = ContentHash> {
        self.manifest.entries.iter().filter_map(|entry| match entry.name {
            EntryName::File(hash) => Some(hash),
            _ => None,
        })
    }

    /// One attachment.
    ///
    /// # Errors
    /// [`BundleError::NoSuchPart`]; [`BundleError::Damaged`] when the file is not the one of pass one any more.
    pub fn file(&self, hash: &ContentHash) -> Result<Zeroizing<Vec<u8>>, BundleError> {
        self.part(EntryName::File(*hash))
    }

    /// Every attachment in turn: opens the file once.
    ///
    /// # Errors
    /// As [`Opened::file`], and the callback's own.
    pub fn files<E>(
        &self,
        mut take: impl FnMut(ContentHash, Zeroizing<Vec<u8>>) -> Result<(), E>,
    ) -> Result<(), Interrupted<E>> {
        let mut plain = self.again()?;
        let mut at = 0;
        for entry in &self.manifest.entries {
            if let EntryName::File(hash) = entry.name {
                let content = self.content(&mut plain, entry, at)?;
                take(hash, content).map_err(Interrupted::Caller)?;
            }
            at += entry.span();
        }
        Ok(())
    }

    /// The definitions needed to read the records: JSON, within the limit of depth.
    ///
    /// # Errors
    /// As [`Opened::file`]; [`BundleError::TooDeep`].
    pub fn forms(&self) -> Result<Zeroizing<Vec<u8>>, BundleError> {
        let forms = self.part(EntryName::Forms)?;
        json::within_limits(&forms, None)?;
        Ok(forms)
    }

    fn part(&self, name: EntryName) -> Result<Zeroizing<Vec<u8>>, BundleError> {
        let mut at = 0;
        for entry in &self.manifest.entries {
            if entry.name == name {
                return self.content(&mut self.again()?, entry, at);
            }
            at += entry.span();
        }
        Err(BundleError::NoSuchPart)
    }

    fn passed(&self) -> MutexGuard<'_, HashMap<RecordId, Vec<RevisionId>>> {
        self.passed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn again(&self) -> Result<Plain, BundleError> {
        Plain::open(&self.source, std::slice::from_ref(&self.desk))
    }

    /// The content of the entry that stands at a place.
    fn content(&self, plain: &mut Plain, entry: &Entry, at: u64) -> Result<Zeroizing<Vec<u8>>, BundleError> {
        unpack(entry, packed(plain, entry, at)?).map_err(changed)
    }
}

/// The bytes of the entry that stands at a place.
fn packed(plain: &mut Plain, entry: &Entry, at: u64) -> Result<Zeroizing<Vec<u8>>, BundleError> {
    plain.go_to(at + entry.span() - entry.packed()).map_err(changed)?;
    read(plain, entry.packed()).map_err(changed)
}

/// An entry passed once; if it does not now, the file has changed.
fn changed(error: BundleError) -> BundleError {
    match error {
        BundleError::BadEntry => BundleError::Damaged,
        other => other,
    }
}

/// Who signed the manifest, and whether it is who we know.
fn check_sender(
    tail: &Tail,
    manifest: &Manifest,
    known: impl Fn(&OfficeId) -> Option<KnownOffice>,
) -> Result<VerifiedCard, BundleError> {
    let office = known(manifest.from()).ok_or(BundleError::UnknownSender)?;
    let card = manifest.sender.verify()?;
    card.keys.signing.verify(DOMAIN, &tail.json, &tail.signature).map_err(|_| BundleError::BadSignature)?;
    if card.card.root != office.root {
        return Err(BundleError::ChangedRoot);
    }
    if !office.verified {
        return Err(BundleError::UnverifiedSender);
    }
    Ok(card)
}

/// The signed part names us and the desk that opened it. Otherwise somebody sealed another office's bundle anew, to us.
fn check_address(manifest: &Manifest, us: &OfficeId, desk: &SealingSecret) -> Result<(), BundleError> {
    let desk = desk.public();
    let named = manifest.recipients.iter().any(|recipient| recipient.office == *us && recipient.desk == desk);
    let own = manifest.from() == us && manifest.sender_desk == desk;
    if named || own { Ok(()) } else { Err(BundleError::NotForUs) }
}

/// Names, order, doubles and sizes; the directory's count; records as listed; attachments that a record names.
fn check_entries(manifest: &Manifest, count: usize) -> Result<(), BundleError> {
    let entries = &manifest.entries;
    let mut seen = HashSet::with_capacity(entries.len());
    let once = entries.iter().all(|entry| seen.insert(entry.name));
    let ordered = entries.is_sorted_by_key(|entry| entry.name.rank());
    let complete = [EntryName::Forms, EntryName::Readme, EntryName::Pad].iter().all(|name| seen.contains(name));
    if !once || !ordered || !complete || entries.len() + 2 != count {
        return Err(BundleError::BadEntry);
    }
    let mut bytes = 0_u64;
    for entry in entries {
        entry.check()?;
        bytes = bytes.saturating_add(entry.span());
    }
    if bytes != manifest.before.bytes {
        return Err(BundleError::BadEntry);
    }
    let listed = manifest.records.iter().map(|row| EntryName::Record(row.record));
    if !listed.eq(entries.iter().map(|entry| entry.name).take_while(|name| name.rank() == 0)) {
        return Err(BundleError::BadEntry);
    }
    let named: HashSet<_> = manifest.records.iter().flat_map(|row| &row.files).collect();
    let stray = |entry: &Entry| match entry.name {
        EntryName::File(hash) => !named.contains(&hash) || entry.sha256 != hash,
        _ => false,
    };
    if entries.iter().any(stray) { Err(BundleError::BadRevision(WhyBad::Attachment)) } else { Ok(()) }
}
