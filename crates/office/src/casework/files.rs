//! Attachments as the office keeps them: sealed under a key of their own, padded, and claimed by the save that names them. What may
//! become one is decided in `attachments`.

use super::compartment_of;
use super::keys::{Keys, sha256};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_forms::Configuration;
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::ids::{FileId, RecordId, RevisionId};
use amparo_model::record::{Compartment, RecordType};
use amparo_model::value::{Document, FileKind, FileRef, Mark, Value, apply};
use amparo_store::{FileRow, Reading, Writing};
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

/// Sealed content is a multiple of this, so that its size tells little.
const BLOCK: usize = 16 * 1024;

fn content_place(file: FileId) -> Context {
    Context::new("amparo/file/v1").id(file.uuid())
}
fn staged_place(file: FileId) -> Context {
    Context::new("amparo/file-key/staged/v1").id(file.uuid())
}
fn key_place(record: RecordId, compartment: &Compartment, epoch: u32, file: FileId) -> Context {
    Context::new("amparo/file-key/v1").id(record.uuid()).text(compartment.as_str()).number(epoch.into()).id(file.uuid())
}

/// Length, content, zeros up to the next block.
fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut all = (bytes.len() as u64).to_be_bytes().to_vec();
    all.extend_from_slice(bytes);
    all.resize(all.len().next_multiple_of(BLOCK), 0);
    all
}

fn unpadded(all: &[u8]) -> Option<&[u8]> {
    let (length, rest) = all.split_first_chunk::<8>()?;
    rest.get(..usize::try_from(u64::from_be_bytes(*length)).ok()?)
}

/// The file that a value names.
pub(crate) fn file_of(value: &Value) -> Option<&FileRef> {
    match value {
        Value::File(file) => Some(file),
        Value::Signature(signature) => match &signature.mark {
            Mark::Drawn(file) | Mark::Thumbprint(file) => Some(file),
            Mark::Paper(_) => None,
        },
        _ => None,
    }
}

/// The files a document names, with the field they stand in.
pub(crate) fn files_of(document: &Document) -> Vec<(String, FileRef)> {
    let cells = document
        .rows
        .iter()
        .flat_map(|(field, rows)| rows.iter().flat_map(|row| row.fields.values()).map(move |value| (field, value)));
    let all = document.fields.iter().chain(cells);
    all.filter_map(|(field, value)| file_of(value).map(|file| (field.clone(), file.clone()))).collect()
}

/// Content sealed under its file's key, and the random name it is to have in the folder.
pub(crate) fn sealed_content(id: FileId, key: &Key, bytes: &[u8]) -> (String, Vec<u8>) {
    let sealed = symmetric::seal(key, &content_place(id), &padded(bytes), &mut OsRandom);
    let name = random::bytes::<16>(&mut OsRandom).iter().map(|byte| format!("{byte:02x}")).collect();
    (name, sealed)
}

impl Session {
    /// Seals content under a key of its own, for this person until a save names it, and tells the log.
    pub(crate) fn stage(&self, bytes: &[u8], kind: FileKind, media: &str, name: String) -> Answer<FileRef> {
        let id = FileId::from_random(random::bytes(&mut OsRandom));
        let key = Key::generate(&mut OsRandom);
        let stored = self.write_sealed(id, &key, bytes)?;
        let own = self.own_circle()?.keys.shared();
        let sealed_key = symmetric::seal(own, &staged_place(id), key.expose_bytes(), &mut OsRandom);
        let row = FileRow { id, place: None, sealed_key, name: stored };
        let what = if kind == FileKind::Photo { What::PhotoAdded } else { What::FileAdded };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_file(&row)?;
            self.tell(writing, Told::of(what))
        })?;
        self.staged.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        let hash = RevisionId(sha256(bytes)).to_string();
        Ok(FileRef { id, hash, kind, media: media.to_owned(), size: bytes.len() as u64, name })
    }

    /// Seals content and writes it durably under a random name.
    pub(crate) fn write_sealed(&self, id: FileId, key: &Key, bytes: &[u8]) -> Answer<String> {
        let (name, sealed) = sealed_content(id, key, bytes);
        self.store.write_file(&name, &sealed)?;
        Ok(name)
    }

    /// A file's key sealed for its record.
    pub(crate) fn file_key_for(
        &self,
        record: RecordId,
        compartment: &Compartment,
        keys: &Keys,
        file: FileId,
        key: &Key,
    ) -> Answer<Vec<u8>> {
        let (epoch, over) = keys.get(compartment).ok_or(Code::NotAllowed)?;
        Ok(symmetric::seal(over, &key_place(record, compartment, *epoch, file), key.expose_bytes(), &mut OsRandom))
    }

    /// Makes the files that a save names for the first time belong to the record. Only files that this person added themselves
    /// can be claimed: a file of another record is refused.
    pub(crate) fn claim_files(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        of: RecordType,
        before: &Document,
        document: &Document,
        keys: &Keys,
    ) -> Answer<Vec<FileId>> {
        let had: BTreeSet<FileId> = files_of(before).into_iter().map(|(_, file)| file.id).collect();
        let new: BTreeMap<FileId, (String, FileRef)> = files_of(document)
            .into_iter()
            .filter(|(_, file)| !had.contains(&file.id))
            .map(|(field, file)| (file.id, (field, file)))
            .collect();
        refuse_misplaced(self.forms(), of, document, &new)?;
        for (id, (field, _)) in &new {
            let row = writing.reading().file(*id).map_err(|_| Code::BadRequest)?;
            if let Some((known, _)) = &row.place {
                // Taken out and put back inside the same record.
                if *known == record { continue } else { return Err(Code::BadRequest.into()) }
            }
            let key = self.staged_key(&row)?;
            let compartment = Compartment::new(compartment_of(self.forms(), of, field).ok_or(Code::BadRequest)?);
            let sealed_key = self.file_key_for(record, &compartment, keys, *id, &key)?;
            writing.put_file(&FileRow { place: Some((record, compartment)), sealed_key, ..row })?;
        }
        Ok(new.into_keys().collect())
    }

    pub(crate) fn forget_staged(&self, files: &[FileId]) {
        let mut staged = self.staged.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().for_each(|file| {
            staged.remove(file);
        });
    }

    fn staged_key(&self, row: &FileRow) -> Answer<Key> {
        let own = self.own_circle()?.keys.shared();
        let bytes = symmetric::open(own, &staged_place(row.id), &row.sealed_key).map_err(|_| Code::NotAllowed)?;
        Ok(Key::from_slice(&bytes)?)
    }

    /// A file's content, for a session that holds its compartment.
    pub(crate) fn file_content(&self, row: &FileRow, keys: &Keys) -> Answer<Vec<u8>> {
        let key = match &row.place {
            None => self.staged_key(row)?,
            Some((record, compartment)) => {
                let opened = opened_key(row, *record, compartment, keys);
                let closed = if keys.contains_key(compartment) { Code::Damaged } else { Code::NotAllowed };
                opened.ok_or(closed)?
            }
        };
        let all = symmetric::open(&key, &content_place(row.id), &self.store.read_file(&row.name)?)?;
        unpadded(&all).map(<[u8]>::to_vec).ok_or_else(|| Code::Damaged.into())
    }

    /// A file of a form that the role may not read is not shown. It is looked for in the whole history: an older photo opens from there.
    fn refuse_file_of_closed_form(&self, reading: &Reading<'_>, record: RecordId, file: FileId) -> Answer<()> {
        let row = reading.record(record)?.ok_or(Code::NotAllowed)?;
        let of = row.skeleton.of();
        if self.hidden(of).is_empty() {
            return Ok(());
        }
        let opened = self.open(reading, record)?;
        let mut document = Document::default();
        let mut past = Vec::new();
        for revision in &opened.revisions {
            let leaves = opened.leaves.get(&revision.row.id);
            leaves.into_iter().flat_map(|leaves| leaves.values()).for_each(|leaf| apply(&mut document, &leaf.change));
            past.push(document.clone());
        }
        self.refuse_hidden_file(of, &past, file)
    }

    /// The content of a file for a person who looks at it: a file of the record they name, or one that they just added.
    pub(crate) fn content_for(&self, record: Option<RecordId>, file: FileId) -> Answer<Vec<u8>> {
        let (row, keys) = self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            let row = reading.file(file)?;
            let keys = match (&row.place, record) {
                (Some((place, _)), Some(record)) if *place == record => {
                    self.index().get(record).ok_or(Code::NotAllowed)?;
                    self.refuse_file_of_closed_form(reading, record, file)?;
                    self.keys_of(reading, record)?
                }
                (None, None) => Keys::new(),
                _ => return Err(Code::NotAllowed.into()),
            };
            Ok((row, keys))
        })?;
        self.file_content(&row, &keys)
    }
}

/// A file's key, as its place in a record seals it: with the key that the compartment had when the file came.
fn opened_key(row: &FileRow, record: RecordId, compartment: &Compartment, keys: &Keys) -> Option<Key> {
    keys.every(compartment).find_map(|(epoch, over)| {
        let place = key_place(record, compartment, epoch, row.id);
        Key::from_slice(&symmetric::open(over, &place, &row.sealed_key).ok()?).ok()
    })
}

/// The same row with the file's key under its compartment's newest; none when this session cannot open it.
pub(super) fn resealed_file(row: &FileRow, keys: &Keys) -> Answer<Option<FileRow>> {
    let Some((record, compartment)) = &row.place else { return Ok(None) };
    let (Some(key), Some((epoch, over))) = (opened_key(row, *record, compartment, keys), keys.get(compartment)) else {
        return Ok(None);
    };
    let place = key_place(*record, compartment, *epoch, row.id);
    let sealed_key = symmetric::seal(over, &place, key.expose_bytes(), &mut OsRandom);
    Ok(Some(FileRow { sealed_key, ..row.clone() }))
}

/// Each new file must be of the kind that its question asks for: a sound is no photo.
fn refuse_misplaced(
    forms: &Configuration,
    of: RecordType,
    document: &Document,
    new: &BTreeMap<FileId, (String, FileRef)>,
) -> Answer<()> {
    let fits = |def: &FieldDef, value: &Value| {
        let Some(file) = file_of(value).filter(|file| new.contains_key(&file.id)) else { return true };
        match def.kind {
            FieldKind::Photo => file.kind == FileKind::Photo,
            FieldKind::Audio => file.kind == FileKind::Audio,
            FieldKind::File => matches!(file.kind, FileKind::Document | FileKind::Photo),
            FieldKind::Signature => file.kind == FileKind::Mark,
            _ => false,
        }
    };
    let all_fit = forms.fields_of(of.kind, of.module).all(|def| {
        let single = document.get(&def.id).is_none_or(|value| fits(def, value));
        let mut rows = document.rows_of(&def.id);
        single
            && rows.all(|row| {
                def.row_fields().iter().all(|cell| row.fields.get(&cell.id).is_none_or(|value| fits(cell, value)))
            })
    });
    if all_fit { Ok(()) } else { Err(Code::BadRequest.into()) }
}
