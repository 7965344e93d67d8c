//! One record of a sealed file: made ready without the database where that is possible, then written.

use super::Files;
use crate::casework::keys::{Keys, NewKeys, Readers};
use crate::casework::parts::{self, Names, Summary, Times, names, summary};
use crate::casework::{compartment_of, files, seal};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_bundle::Travelling;
use amparo_bundle::travelling::{Checked, Revision};
use amparo_model::ids::{OfficeId, RecordId, RevisionId};
use amparo_model::record::{Author, Compartment, Header, Skeleton};
use amparo_model::value::{Document, apply};
use amparo_store::{FileRow, LeafRow, Part, RecordRow, RevisionRow, Writing};
use std::collections::BTreeSet;

/// What every record of one sealed file is taken in with.
pub(super) struct Accepting<'a> {
    pub(super) session: &'a Session,
    pub(super) from: OfficeId,
    pub(super) files: &'a Files,
    pub(super) author: Author,
    pub(super) readers: Readers,
}

/// A record on its way into the database.
pub(super) enum Ready {
    /// New here, with everything sealed: it only has to be written.
    New(Box<NewRecord>),
    /// More of a record that is known: what is new of it, the database says.
    More(Checked),
    /// It was destroyed here, and stays so.
    Destroyed,
}

pub(super) struct NewRecord {
    keys: NewKeys,
    revisions: Vec<(RevisionRow, Vec<LeafRow>)>,
    files: Vec<FileRow>,
    parts: Vec<(&'static str, Part)>,
    taken: Taken,
}

impl NewRecord {
    pub(super) fn put(self, writing: &mut Writing<'_>) -> Answer<Taken> {
        let record = self.taken.row.id;
        writing.put_record(&self.taken.row)?;
        self.keys.put(writing, record)?;
        for (row, leaves) in &self.revisions {
            writing.append_revision(record, row, leaves)?;
        }
        self.files.iter().try_for_each(|file| writing.put_file(file))?;
        self.parts.iter().try_for_each(|(part, sealed)| writing.put_part(record, part, sealed))?;
        Ok(self.taken)
    }
}

impl Accepting<'_> {
    /// Seals a record for this office's own circles. None of its revisions can be here: each names the record in what its id is the
    /// hash of.
    pub(super) fn new_record(&self, checked: &Checked) -> Answer<Ready> {
        let Checked { record, revisions } = checked;
        let (session, forms) = (self.session, self.session.forms());
        let row = row_of(record, revisions)?;
        let of = row.skeleton.of();
        let keys = session.new_keys(self.author.clone(), row.id, of, &self.readers)?;
        let sealed = revisions.iter().zip(&record.revisions).map(|(id, revision)| {
            Ok((row_of_revision(*id, revision)?, sealed_leaves(row.id, *id, revision, &keys.keys)?))
        });
        let sealed = sealed.collect::<Answer<Vec<_>>>()?;
        // Nothing but what came: every revision of it was checked on the way.
        let document = document_of(record);
        let times = times_of(session, record.revisions.iter().map(|revision| &revision.header));
        let files = self.attachments(&row, &document, &keys.keys)?;
        let mut summary =
            summary(forms, of, &document, &session.form_context(BTreeSet::new()), times, Some(self.from), &row.heads);
        call(&mut summary, record);
        let names = names(forms, of, &document);
        let parts = parts::sealed(row.id, &keys.keys, &summary, &names)?;
        let taken = Taken { row, summary, names };
        Ok(Ready::New(Box::new(NewRecord { keys, revisions: sealed, files, parts, taken })))
    }

    /// Takes in what is new of a record that is known here; none if nothing is.
    pub(super) fn more_of(&self, writing: &mut Writing<'_>, checked: &Checked) -> Answer<Option<Taken>> {
        let Checked { record, revisions } = checked;
        let (session, forms) = (self.session, self.session.forms());
        let mut new = Vec::new();
        for (id, revision) in revisions.iter().zip(&record.revisions) {
            if !writing.reading().has_revision(*id)? {
                new.push((*id, revision));
            }
        }
        if new.is_empty() {
            return Ok(None);
        }
        let row = row_of(record, revisions)?;
        let of = row.skeleton.of();
        writing.put_record(&row)?;
        let keys = session.keys_of(&writing.reading(), row.id)?;
        let keys = session.keys_to_write(writing, row.id, keys)?;
        for (id, revision) in new {
            writing.append_revision(
                row.id,
                &row_of_revision(id, revision)?,
                &sealed_leaves(row.id, id, revision, &keys)?,
            )?;
        }
        let opened = session.open(&writing.reading(), row.id)?;
        let times = times_of(session, opened.revisions.iter().map(|revision| &revision.header));
        let files = self.attachments(&row, &opened.document, &keys)?;
        files.iter().try_for_each(|file| writing.put_file(file))?;
        let mut summary = summary(
            forms,
            of,
            &opened.document,
            &session.form_context(BTreeSet::new()),
            times,
            Some(self.from),
            &row.heads,
        );
        call(&mut summary, record);
        let names = names(forms, of, &opened.document);
        session.put_parts(writing, row.id, &keys, &summary, &names)?;
        Ok(Some(Taken { row, summary, names }))
    }

    fn attachments(&self, row: &RecordRow, document: &Document, keys: &Keys) -> Answer<Vec<FileRow>> {
        let forms = self.session.forms();
        let mut rows = Vec::new();
        for (field, file) in files::files_of(document) {
            let Some((key, name)) = self.files.get(&file.id) else { continue };
            let compartment = compartment_of(forms, row.skeleton.of(), &field).ok_or(Code::BundleBadRevision)?;
            let compartment = Compartment::new(compartment);
            let sealed_key = self.session.file_key_for(row.id, &compartment, keys, file.id, key)?;
            rows.push(FileRow { id: file.id, place: Some((row.id, compartment)), sealed_key, name: name.clone() });
        }
        Ok(rows)
    }
}

/// When a record began at home, and when it was changed last there.
fn times_of<'h>(session: &Session, mut headers: impl DoubleEndedIterator<Item = &'h Header>) -> Times {
    let first = headers.next().map_or_else(|| session.clock.now(), |first| first.time);
    Times { created: first, changed: headers.next_back().map_or(first, |last| last.time) }
}

/// A referral may come without the part that the code stands in: the file's own list says it.
fn call(summary: &mut Summary, record: &Travelling) {
    if summary.code.is_empty() {
        summary.code.clone_from(&record.code);
    }
}

fn row_of_revision(id: RevisionId, revision: &Revision) -> Answer<RevisionRow> {
    let signature = revision.signature.to_bytes().to_vec();
    Ok(RevisionRow { id, header: revision.header.canonical()?, signature })
}

fn sealed_leaves(record: RecordId, id: RevisionId, revision: &Revision, keys: &Keys) -> Answer<Vec<LeafRow>> {
    let leaves = revision.leaves.iter().map(|open| {
        let committed = revision.header.leaves.iter().find(|it| it.compartment == open.compartment);
        let schema = committed.ok_or(Code::BundleBadRevision)?.schema;
        let key = keys.get(&open.compartment).ok_or(Code::BundleBadRevision)?;
        seal::seal_leaf(record, &open.compartment, id, schema, key, &open.leaf)
    });
    leaves.collect()
}

fn row_of(record: &Travelling, revisions: &[RevisionId]) -> Answer<RecordRow> {
    Ok(RecordRow { id: record.record, skeleton: skeleton_of(record)?, heads: heads_of(record, revisions) })
}

/// What the leaves that came say, one revision after the other.
fn document_of(record: &Travelling) -> Document {
    let mut document = Document::default();
    for open in record.revisions.iter().flat_map(|revision| &revision.leaves) {
        apply(&mut document, &open.leaf.change);
    }
    document
}

/// A record that was taken in, as the index wants to know it.
pub(super) struct Taken {
    pub(super) row: RecordRow,
    pub(super) summary: Summary,
    pub(super) names: Names,
}

/// The skeleton that the revisions set last. Nobody here is responsible for it: another office is.
fn skeleton_of(record: &Travelling) -> Answer<Skeleton> {
    let last = record.revisions.iter().rev().find_map(|revision| revision.header.skeleton.clone());
    let skeleton = last.ok_or(Code::BundleBadRevision)?;
    Ok(Skeleton { owner: None, ..skeleton })
}

/// Revisions that no other follows.
fn heads_of(record: &Travelling, revisions: &[RevisionId]) -> Vec<RevisionId> {
    let followed: BTreeSet<RevisionId> =
        record.revisions.iter().flat_map(|revision| revision.header.parents.iter().copied()).collect();
    let mut heads: Vec<RevisionId> = revisions.iter().filter(|id| !followed.contains(id)).copied().collect();
    heads.sort();
    heads
}
