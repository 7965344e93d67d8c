//! Writing a sealed file in one streaming pass: sign, then seal.

use crate::card::SignedCard;
use crate::container::{self, CENTRAL, END, EntryName, Head, LOCAL, MANIFEST, SIGNATURE, pack};
use crate::manifest::{
    Authors, Before, Consent, ContentHash, DOMAIN, Entry, FORMAT, Manifest, PLAIN, PassedOn, Purpose, Recipient,
    RecordRow, ShareLevel,
};
use crate::travelling::Vouched;
use crate::{BundleError, Interrupted, Travelling, cores, desk, json, limits, pad};
use age::stream::StreamWriter;
use amparo_model::ids::{BundleId, Moment};
use amparo_vault::asymmetric::{SealingPublic, SigningSecret};
use sha2::{Digest as _, Sha256};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::rc::Rc;
use zeroize::Zeroizing;

/// How to open the file without Amparo, in the project's languages.
const README: &str = include_str!("README.txt");

/// Everything about a bundle but the records and attachments themselves.
pub struct Sending<'a> {
    /// Its id, random.
    pub bundle: BundleId,
    /// What it is sent for.
    pub purpose: Purpose,
    /// What is asked with it.
    pub passed_on: Option<PassedOn>,
    /// How much of each record.
    pub share: ShareLevel,
    /// Our card.
    pub sender: &'a SignedCard,
    /// Our working key: the one that signed the card.
    pub signing: &'a SigningSecret,
    /// Our desk, which can open it too.
    pub sender_desk: SealingPublic,
    /// To whom.
    pub recipients: Vec<Recipient>,
    /// By which answers it may leave.
    pub consents: Vec<Consent>,
    /// Head of our log.
    pub audit_head: ContentHash,
    /// Schema numbers of what is inside, by name.
    pub schemas: BTreeMap<String, u32>,
    /// Now.
    pub sealed: Moment,
    /// After when it must not be accepted.
    pub expires: Option<Moment>,
    /// The statements that lead to the authors of the revisions ([`crate::chain::to_people`]), by office.
    pub authors: Vec<Authors>,
    /// The definitions needed to read the records: JSON.
    pub forms: &'a [u8],
}

/// How far writing or reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Records done.
    pub records: usize,
    /// Attachments done.
    pub files: usize,
    /// Bytes of the inside done.
    pub bytes: u64,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Which bundle.
    pub bundle: BundleId,
    /// Bytes of the sealed file.
    pub bytes: u64,
    /// Its hash: the next bundle to the same office names it.
    pub sha256: ContentHash,
    /// Its records.
    pub records: Vec<RecordRow>,
    /// How many attachments.
    pub files: usize,
}

/// Writes a sealed file to `target` in one pass. The caller syncs and renames; after an error the target is to be deleted.
///
/// Records are checked as a reader will check them, so that nothing is sent that would be refused. Attachments may come in
/// any order, each once, and only such as a record names; those that do not come stay behind. Memory holds a few records or
/// one attachment at a time, and a line for each. Records are checked and packed on every core, pulled and written in order. `progress` is called after each and can stop it.
///
/// # Errors
/// [`Interrupted::Caller`] when `records` or `files` gives an error; [`BundleError::NotSealable`], [`BundleError::TooLarge`]
/// and [`BundleError::BadRevision`] for what no reader would take; [`BundleError::Io`], [`BundleError::Stopped`].
pub fn write<W: Write, E>(
    target: W,
    sending: &Sending<'_>,
    records: impl IntoIterator<Item = Result<Travelling, E>>,
    files: impl IntoIterator<Item = Result<Zeroizing<Vec<u8>>, E>>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Written, Interrupted<E>> {
    let vouched = check(sending)?;
    let mut zip = Zip::begin(target, sending)?;
    let mut done = Progress::default();
    let mut rows: BTreeMap<_, RecordRow> = BTreeMap::new();
    let mut order = Vec::new();
    let mut named = BTreeSet::new();
    let records = records.into_iter().map(|record| record.map_err(Interrupted::Caller));
    let ready = |record| Ready::of(record, &vouched);
    cores::in_order(records, Travelling::weight, ready, |ready| {
        let Ready { row, entry, content } = ready?;
        named.extend(row.files.iter().copied());
        order.push(row.record);
        if rows.insert(row.record, row).is_some() {
            return Err(BundleError::NotSealable("a record twice").into());
        }
        zip.put(entry, &content)?;
        done.records += 1;
        Ok(report(progress, &mut done, zip.bytes())?)
    })?;
    json::within_limits(sending.forms, None)?;
    zip.add(EntryName::Forms, sending.forms)?;
    for file in files {
        let content = file.map_err(Interrupted::Caller)?;
        let hash = ContentHash(Sha256::digest(content.as_slice()).into());
        if !named.remove(&hash) {
            return Err(BundleError::NotSealable("an attachment twice, or one that no record names").into());
        }
        zip.add(EntryName::File(hash), &content)?;
        done.files += 1;
        report(progress, &mut done, zip.bytes())?;
    }
    zip.add(EntryName::Readme, README.as_bytes())?;
    let rows = order.iter().filter_map(|id| rows.remove(id)).collect();
    let manifest = manifest(sending, rows);
    let (bytes, sha256, records) = zip.finish(manifest, sending.signing)?;
    Ok(Written { bundle: sending.bundle, bytes, sha256, records, files: done.files })
}

/// A record that passed every check of its reader, packed.
struct Ready {
    row: RecordRow,
    entry: Entry,
    content: Zeroizing<Vec<u8>>,
}

impl Ready {
    fn of(record: Travelling, vouched: &Vouched) -> Result<Self, BundleError> {
        let ids = record.verify(vouched)?;
        let row = record.row(&ids);
        // Invariant: travelling records are made of types that always have a JSON form.
        let json = serde_json::to_vec(&record).map_err(|_| BundleError::NotSealable("a record"))?;
        let json = Zeroizing::new(json);
        json::within_limits(&json, Some(limits::VALUES))?;
        let (entry, packed) = pack(EntryName::Record(record.record), &json)?;
        Ok(Self { row, entry, content: packed.unwrap_or(json) })
    }
}

fn report(
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    done: &mut Progress,
    bytes: u64,
) -> Result<(), BundleError> {
    done.bytes = bytes;
    if progress(*done).is_break() { Err(BundleError::Stopped) } else { Ok(()) }
}

/// Refuses early what every reader would refuse late.
fn check(sending: &Sending<'_>) -> Result<Vouched, BundleError> {
    let keys = sending.sender.verify()?.keys;
    if keys.signing != sending.signing.public() {
        return Err(BundleError::NotSealable("signed with another key than the card's"));
    }
    let offices: BTreeSet<_> = sending.recipients.iter().map(|recipient| recipient.office).collect();
    if offices.is_empty() || offices.len() != sending.recipients.len() || offices.len() > limits::RECIPIENTS {
        return Err(BundleError::NotSealable("made out to nobody, to one office twice, or to too many"));
    }
    if sending.authors.iter().map(|authors| authors.statements.len()).sum::<usize>() > limits::STATEMENTS {
        return Err(BundleError::TooLarge);
    }
    let card = &sending.sender.card;
    let root = |office: &_| {
        let ours = (*office == card.office).then_some(card.root);
        ours.or_else(|| sending.authors.iter().find(|it| it.office == *office).map(|it| it.root))
    };
    Vouched::new(&sending.authors, root).map_err(BundleError::BadRevision)
}

fn manifest(sending: &Sending<'_>, records: Vec<RecordRow>) -> Manifest {
    Manifest {
        format: if sending.passed_on.is_some() { FORMAT } else { PLAIN },
        bundle: sending.bundle,
        purpose: sending.purpose,
        passed_on: sending.passed_on.clone(),
        share: sending.share,
        sender: sending.sender.clone(),
        sender_desk: sending.sender_desk,
        recipients: sending.recipients.clone(),
        consents: sending.consents.clone(),
        audit_head: sending.audit_head,
        schemas: sending.schemas.clone(),
        sealed: sending.sealed,
        expires: sending.expires,
        authors: sending.authors.clone(),
        records,
        entries: Vec::new(),
        before: Before { bytes: 0, sha256: ContentHash([0; 32]) },
    }
}

/// The target, with the kind of error it last gave: age forgets the kind while it writes its header, and a full disk must
/// be told as a full disk.
struct Target<W> {
    out: W,
    failed: Rc<Cell<Option<io::ErrorKind>>>,
}

impl<W: Write> Write for Target<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.out.write(buffer).inspect_err(|error| self.failed.set(Some(error.kind())))
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Counts and hashes what passes.
struct Counted<W> {
    out: W,
    bytes: u64,
    hash: Sha256,
}

impl<W> Counted<W> {
    fn new(out: W) -> Self {
        Self { out, bytes: 0, hash: Sha256::new() }
    }
    fn sha256(&self) -> ContentHash {
        ContentHash(self.hash.clone().finalize().into())
    }
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.out.write(buffer)?;
        self.hash.update(buffer.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A zip being written into a seal being written into a target.
struct Zip<W: Write> {
    inside: Counted<StreamWriter<Counted<Target<W>>>>,
    entries: Vec<Entry>,
}

impl<W: Write> Zip<W> {
    fn begin(target: W, sending: &Sending<'_>) -> Result<Self, BundleError> {
        let desks: BTreeSet<_> =
            sending.recipients.iter().map(|recipient| recipient.desk).chain([sending.sender_desk]).collect();
        let desks: Vec<_> = desks.iter().map(desk::recipient).collect::<Result<_, _>>()?;
        let seal = age::Encryptor::with_recipients(desks.iter().map(|desk| desk as &dyn age::Recipient))
            .map_err(|_| BundleError::NotSealable("no desk to seal to"))?;
        let failed = Rc::new(Cell::new(None));
        let target = Target { out: target, failed: Rc::clone(&failed) };
        let stream = seal.wrap_output(Counted::new(target));
        let stream = stream.map_err(|error| BundleError::Io(failed.get().unwrap_or(error.kind())))?;
        Ok(Self { inside: Counted::new(stream), entries: Vec::new() })
    }

    fn bytes(&self) -> u64 {
        self.inside.bytes
    }

    fn add(&mut self, name: EntryName, content: &[u8]) -> Result<(), BundleError> {
        let (entry, packed) = pack(name, content)?;
        self.put(entry, packed.as_ref().map_or(content, |packed| packed))
    }

    /// Adds an entry that is packed already.
    fn put(&mut self, entry: Entry, content: &[u8]) -> Result<(), BundleError> {
        // Room is kept for pad, manifest and directory.
        if self.entries.len() + 3 >= limits::ENTRIES || self.bytes() + entry.span() > limits::INSIDE / 8 * 7 {
            return Err(BundleError::TooLarge);
        }
        self.inside.write_all(&Head::of(&entry)?.local())?;
        self.inside.write_all(content)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Pad, manifest, signature, directory. Gives the size and hash of the sealed file.
    fn finish(
        mut self,
        mut manifest: Manifest,
        signing: &SigningSecret,
    ) -> Result<(u64, ContentHash, Vec<RecordRow>), BundleError> {
        let length = self.pad_length(&mut manifest)?;
        // Invariant: a pad is at most 1/32 of the limit of the inside.
        let zeros = vec![0; usize::try_from(length).map_err(|_| BundleError::TooLarge)?];
        self.add(EntryName::Pad, &zeros)?;
        drop(zeros);

        manifest.before = Before { bytes: self.bytes(), sha256: self.inside.sha256() };
        manifest.entries.clone_from(&self.entries);
        let json = to_json(&manifest)?;
        let signature = signing.sign(DOMAIN, &json).to_bytes();

        let mut heads = self.entries.iter().map(Head::of).collect::<Result<Vec<_>, _>>()?;
        for (name, content) in [(MANIFEST, json.as_slice()), (SIGNATURE, &signature)] {
            let head = Head::stored(name, content)?;
            self.inside.write_all(&head.local())?;
            self.inside.write_all(content)?;
            heads.push(head);
        }
        let at = number(self.bytes())?;
        let mut next = 0;
        for head in &heads {
            self.inside.write_all(&head.central(next))?;
            next += number(LOCAL)? + number(head.name.len() as u64)? + head.packed;
        }
        let directory = number(self.bytes())? - at;
        let count = u16::try_from(heads.len()).map_err(|_| BundleError::TooLarge)?;
        self.inside.write_all(&container::end(count, directory, at))?;
        if self.bytes() > limits::INSIDE {
            return Err(BundleError::TooLarge);
        }
        let mut target = self.inside.out.finish()?;
        target.flush()?;
        Ok((target.bytes, target.sha256(), manifest.records))
    }

    /// How many zeros bring the whole inside to a length of [`pad::padme`].
    fn pad_length(&self, manifest: &mut Manifest) -> Result<u64, BundleError> {
        let pad = |size| Entry {
            name: EntryName::Pad,
            size,
            sha256: ContentHash([0; 32]),
            packed: None,
            crc32: crate::manifest::Crc(0),
        };
        manifest.entries.clone_from(&self.entries);
        manifest.entries.push(pad(0));
        // With a pad of size 0 and 0 bytes before: each number takes one digit, all else has its final length.
        let json = to_json(manifest)?.len() as u64 - 2;
        let names = self.entries.iter().map(|entry| entry.name.to_string().len()).sum::<usize>() as u64;
        let others = ("pad".len() + MANIFEST.len() + SIGNATURE.len()) as u64;
        let count = self.entries.len() as u64 + 3;
        let directory = count * CENTRAL + names + others + END;
        let total = |size: u64| {
            let before = self.bytes() + pad(size).span();
            let json = json + digits(size) + digits(before);
            let last = 2 * LOCAL + (MANIFEST.len() + SIGNATURE.len()) as u64 + json + 64;
            before + last + directory
        };
        // Each round only makes it longer, and a longer number adds a digit at most: two or three rounds.
        let mut size = 0;
        loop {
            let short = pad::padme(total(size)) - total(size);
            if short == 0 {
                return Ok(size);
            }
            size += short;
            if size > limits::ATTACHMENT {
                return Err(BundleError::TooLarge);
            }
        }
    }
}

fn digits(number: u64) -> u64 {
    u64::from(number.checked_ilog10().unwrap_or(0)) + 1
}

fn number(size: u64) -> Result<u32, BundleError> {
    u32::try_from(size).map_err(|_| BundleError::TooLarge)
}

fn to_json(manifest: &Manifest) -> Result<Zeroizing<Vec<u8>>, BundleError> {
    // Invariant: a manifest is made of types that always have a JSON form.
    let json = serde_json::to_vec(manifest).map_err(|_| BundleError::NotSealable("a manifest"))?;
    json::within_limits(&json, Some(limits::MANIFEST_VALUES))?;
    if json.len() as u64 > limits::MANIFEST { Err(BundleError::TooLarge) } else { Ok(Zeroizing::new(json)) }
}
