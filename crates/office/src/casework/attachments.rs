//! What people attach: photos made small, papers and sounds checked by their content, marks drawn in the window. Shown and played
//! in the window, or written out as a plain copy where somebody chooses. Every look and every copy is told to the log.

use crate::chosen;
use crate::entry::set_up::inside;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::records::Answer as Cases;
use amparo_api::{Code, Problem};
use amparo_documents::attachments::{AttachmentError, MOST_BYTES, Media, read_paper, read_sound, recognise};
use amparo_documents::photos::{PhotoError, prepare_mark, prepare_photo};
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::{FileKind, Value};
use amparo_store::Writing;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The largest picture that the window draws, before it is made small.
const MOST_DRAWN: usize = 2 * 1024 * 1024;
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 80;
/// What limits are told in.
const MEGABYTE: usize = 1024 * 1024;

fn too_large() -> Problem {
    Problem::from(Code::FileTooLarge).with("limit", MOST_BYTES / MEGABYTE)
}

fn of_attachment(error: AttachmentError) -> Problem {
    match error {
        AttachmentError::TooLarge { .. } => too_large(),
        AttachmentError::OtherKind => Code::FileKindRefused.into(),
        AttachmentError::Program => Code::FileIsProgram.into(),
        AttachmentError::Archive => Code::FileIsArchive.into(),
        AttachmentError::Active => Code::FileActs.into(),
        AttachmentError::Locked => Code::FileLocked.into(),
        AttachmentError::Damaged => Code::FileDamaged.into(),
        AttachmentError::NotASound => Code::NotASound.into(),
    }
}

fn of_photo(error: PhotoError) -> Problem {
    match error {
        PhotoError::NotAPicture => Code::NotAPicture,
        PhotoError::TooLarge { .. } | PhotoError::TooManyPixels { .. } => Code::PictureTooLarge,
        PhotoError::Damaged => Code::PictureDamaged,
        PhotoError::Blank => Code::MarkBlank,
    }
    .into()
}

impl Session {
    /// Reads a chosen file as what it is to be, and seals it.
    pub(crate) fn add_file(&self, path: &Path, kind: FileKind) -> Answer<Value> {
        let whole = || chosen::read_at_most(path, MOST_BYTES as u64, &too_large());
        let file = match kind {
            FileKind::Photo | FileKind::Mark => {
                let bytes = chosen::read(path, Code::PictureTooLarge)?;
                let photo = prepare_photo(&bytes).map_err(of_photo)?;
                self.stage(&photo.jpeg, kind, Media::Jpeg.media_type(), String::new())?
            }
            FileKind::Document => {
                let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
                let paper = read_paper(&whole()?, ending).map_err(of_attachment)?;
                self.stage(&paper.bytes, kind, paper.media.media_type(), name_of(path, paper.media))?
            }
            FileKind::Audio => {
                let bytes = whole()?;
                let media = read_sound(&bytes).map_err(of_attachment)?;
                self.stage(&bytes, kind, media.media_type(), name_of(path, media))?
            }
        };
        Ok(Value::File(file))
    }

    /// Seals a signature that was drawn in the window.
    pub(crate) fn add_mark(&self, png: &str) -> Answer<Value> {
        let bytes = decoded(png, MOST_DRAWN).map_err(|()| Code::PictureTooLarge)?;
        let mark = prepare_mark(&bytes).map_err(of_photo)?;
        Ok(Value::File(self.stage(&mark, FileKind::Mark, Media::Png.media_type(), String::new())?))
    }

    /// Seals a sound that was recorded in the window.
    pub(crate) fn add_sound(&self, sound: &str) -> Answer<Value> {
        let bytes = decoded(sound, MOST_BYTES).map_err(|()| too_large())?;
        let media = read_sound(&bytes).map_err(of_attachment)?;
        Ok(Value::File(self.stage(&bytes, FileKind::Audio, media.media_type(), String::new())?))
    }

    /// A photo as base64, for the window.
    pub(crate) fn photo(&self, record: Option<RecordId>, file: FileId) -> Answer<String> {
        let bytes = self.content_for(record, file)?;
        self.note_look(record, What::PhotoSeen)?;
        Ok(BASE64.encode(bytes))
    }

    /// Any attachment, for the window. What it is, is asked of the content again: it may have come from another office.
    pub(crate) fn show_file(&self, record: Option<RecordId>, file: FileId) -> Answer<Cases> {
        let bytes = self.content_for(record, file)?;
        let media = recognise(&bytes).ok_or(Code::FileKindRefused)?;
        self.note_look(record, What::FileSeen)?;
        Ok(Cases::File { media: media.media_type().to_owned(), content: BASE64.encode(bytes) })
    }

    fn note_look(&self, record: Option<RecordId>, what: What) -> Answer<()> {
        // Who just added a file knows it: that is no look worth telling.
        if record.is_none() { Ok(()) } else { self.note(self.look_at(record, what)) }
    }

    fn look_at(&self, record: Option<RecordId>, what: What) -> Told {
        let told = Told::of(what);
        match record {
            Some(record) => told.record(record, &self.index().code(record).unwrap_or_default()),
            None => told,
        }
    }

    /// Writes a plain copy outside of the office's folder. The log is told first, so that no copy is unknown.
    pub(crate) fn save_file_as(&self, record: Option<RecordId>, file: FileId, target: &Path) -> Answer<()> {
        let bytes = self.content_for(record, file)?;
        let media = recognise(&bytes).ok_or(Code::FileKindRefused)?;
        let path = with_ending(target, media);
        if inside(&path, self.store.folder().path()) {
            return Err(Code::CopyInsideOffice.into());
        }
        // The dialog asked about the name that was chosen, not about the one with the ending.
        if path != target && path.exists() {
            return Err(Code::FileStandsThere.into());
        }
        let told = self.look_at(record, What::FileCopied);
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> { self.tell(writing, told) })?;
        Ok(chosen::write(&path, &bytes)?)
    }
}

/// Base64 of at most so many bytes.
fn decoded(text: &str, most: usize) -> Result<Vec<u8>, ()> {
    if text.len() > most.div_ceil(3) * 4 {
        return Err(());
    }
    // What is no base64 is no picture and no sound: the readers say so.
    Ok(BASE64.decode(text).unwrap_or_default())
}

/// The path with the ending that fits the content, so that the person's system opens it as what it is.
fn with_ending(path: &Path, media: Media) -> PathBuf {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    let also = if media == Media::Jpeg { "jpeg" } else { media.ending() };
    if ending.eq_ignore_ascii_case(media.ending()) || ending.eq_ignore_ascii_case(also) {
        return path.to_owned();
    }
    let mut name = path.file_name().unwrap_or(OsStr::new("attachment")).to_owned();
    name.push(".");
    name.push(media.ending());
    path.with_file_name(name)
}

/// What the file was called, without signs that could mislead a reader, with the ending that its content has.
fn name_of(path: &Path, media: Media) -> String {
    let stem = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    let stem: String = stem.chars().filter(|c| !misleads(*c)).take(LONGEST_NAME).collect();
    let stem = stem.trim();
    if stem.is_empty() { String::new() } else { format!("{stem}.{}", media.ending()) }
}

/// Signs that turn the direction of a text, break a line or lead into a folder.
fn misleads(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || c.is_control() || matches!(c, '/' | '\\' | ':' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_wears_the_ending_of_its_content_and_nothing_that_misleads() {
        let name = |path: &str| name_of(Path::new(path), Media::Pdf);
        assert_eq!(name("scans/شهادة ميلاد.PDF"), "شهادة ميلاد.pdf");
        assert_eq!(name("invoice\u{202e}fdp.exe"), "invoicefdp.pdf");
        assert_eq!(name(&"a".repeat(300)).chars().count(), LONGEST_NAME + 4);
        assert_eq!(name("\u{202e}.pdf"), "");
    }

    #[test]
    fn a_copy_gets_the_ending_of_its_content_unless_it_has_it() {
        let path = |path: &str, media| with_ending(Path::new(path), media);
        assert_eq!(path("stick/attachment", Media::Docx), Path::new("stick/attachment.docx"));
        assert_eq!(path("stick/scan.JPEG", Media::Jpeg), Path::new("stick/scan.JPEG"));
        assert_eq!(path("stick/scan.exe", Media::Jpeg), Path::new("stick/scan.exe.jpg"));
    }
}
