//! What people attach to a record: papers and sounds. What a file is, its content says; its name only ever adds doubt.
//!
//! Taken are documents that show something and sounds that say something. Programs, scripts, archives and documents that act by
//! themselves (macros, scripts in a PDF, parts fetched from elsewhere) are refused: what an office hands on must not harm the next
//! reader. Read first: [`read_paper`], [`read_sound`], [`recognise`].

mod packed;
mod pdf;
mod sound;

use crate::photos::{PhotoError, prepare_scan};

/// The largest attachment.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The kinds of content that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// A PDF that only shows.
    Pdf,
    /// A picture.
    Jpeg,
    /// A picture.
    Png,
    /// A text document of an office program.
    Docx,
    /// A spreadsheet.
    Xlsx,
    /// An open text document.
    Odt,
    /// Plain text in UTF-8.
    Text,
    /// Sound.
    Wav,
    /// Sound.
    Mp3,
    /// Sound (Opus or Vorbis).
    Ogg,
    /// Sound (MPEG-4).
    M4a,
    /// Sound as web views record it.
    Webm,
}

impl Media {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Text,
        Self::Wav,
        Self::Mp3,
        Self::Ogg,
        Self::M4a,
        Self::Webm,
    ];

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Text => "text/plain",
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::M4a => "audio/mp4",
            Self::Webm => "audio/webm",
        }
    }

    /// The ending of a file of this kind, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Text => "txt",
            Self::Wav => "wav",
            Self::Mp3 => "mp3",
            Self::Ogg => "ogg",
            Self::M4a => "m4a",
            Self::Webm => "webm",
        }
    }

    /// Whether somebody can listen to it.
    #[must_use]
    pub fn is_sound(self) -> bool {
        matches!(self, Self::Wav | Self::Mp3 | Self::Ogg | Self::M4a | Self::Webm)
    }
}

/// A paper as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is.
    pub media: Media,
    /// Its content: pictures are written anew without their camera's notes, text is UTF-8, everything else is as it came.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paper").field("media", &self.media).finish_non_exhaustive()
    }
}

/// Why a file was refused as an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentError {
    /// Larger than [`MOST_BYTES`].
    #[error("the file has {bytes} bytes, the limit is {MOST_BYTES}")]
    TooLarge {
        /// Bytes of the file.
        bytes: usize,
    },
    /// Not one of the kinds that are kept.
    #[error("this kind of file is not kept")]
    OtherKind,
    /// A program or a script, whatever it is called.
    #[error("a program or a script")]
    Program,
    /// An archive: nobody can see what lies in it.
    #[error("an archive")]
    Archive,
    /// A document that acts by itself: macros, scripts, embedded programs, parts fetched from elsewhere.
    #[error("a document with macros or other active parts")]
    Active,
    /// Protected by a password: nobody can check it.
    #[error("a document with a password")]
    Locked,
    /// It begins as what it should be and cannot be read to its end.
    #[error("the file is damaged")]
    Damaged,
    /// Not a sound.
    #[error("not a sound of a known kind")]
    NotASound,
}

/// Reads a paper: a PDF, a picture, an office document, plain text.
///
/// `ending` is the ending of the file's name. It never makes anything acceptable but for plain text, which cannot be told from a
/// script by content alone.
///
/// # Errors
/// Every [`AttachmentError`] but [`AttachmentError::NotASound`].
pub fn read_paper(bytes: &[u8], ending: &str) -> Result<Paper, AttachmentError> {
    if bytes.len() > MOST_BYTES {
        return Err(AttachmentError::TooLarge { bytes: bytes.len() });
    }
    let as_it_came = |media| Ok(Paper { media, bytes: bytes.to_vec() });
    if bytes.starts_with(b"%PDF-") {
        pdf::refuse_what_acts(bytes)?;
        return as_it_came(Media::Pdf);
    }
    if is_picture(bytes) {
        let scan = prepare_scan(bytes).map_err(|error| match error {
            PhotoError::NotAPicture => AttachmentError::OtherKind,
            PhotoError::TooLarge { bytes, .. } => AttachmentError::TooLarge { bytes },
            PhotoError::TooManyPixels { .. } => AttachmentError::TooLarge { bytes: bytes.len() },
            PhotoError::Damaged | PhotoError::Blank => AttachmentError::Damaged,
        })?;
        return Ok(Paper { media: Media::Jpeg, bytes: scan });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed::document(bytes).and_then(as_it_came);
    }
    refuse_by_first_bytes(bytes)?;
    if !ending.eq_ignore_ascii_case("txt") {
        return Err(if is_script_ending(ending) { AttachmentError::Program } else { AttachmentError::OtherKind });
    }
    let text = plain_text(bytes).ok_or(AttachmentError::OtherKind)?;
    refuse_script(&text)?;
    Ok(Paper { media: Media::Text, bytes: text.into_bytes() })
}

/// What a sound is; it is kept as it came.
///
/// # Errors
/// [`AttachmentError::TooLarge`], [`AttachmentError::Program`], [`AttachmentError::Archive`], [`AttachmentError::NotASound`].
pub fn read_sound(bytes: &[u8]) -> Result<Media, AttachmentError> {
    if bytes.len() > MOST_BYTES {
        return Err(AttachmentError::TooLarge { bytes: bytes.len() });
    }
    if let Some(media) = sound::kind(bytes) {
        return Ok(media);
    }
    refuse_by_first_bytes(bytes)?;
    Err(AttachmentError::NotASound)
}

/// What kept content is, asked of the content again: it may have come from another office. None when this program would not have
/// taken it.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<Media> {
    if bytes.starts_with(b"%PDF-") {
        return pdf::refuse_what_acts(bytes).ok().map(|()| Media::Pdf);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Some(Media::Jpeg);
    }
    if bytes.starts_with(PNG) {
        return Some(Media::Png);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed::document(bytes).ok();
    }
    if let Some(media) = sound::kind(bytes) {
        return Some(media);
    }
    refuse_by_first_bytes(bytes).ok()?;
    let text = plain_text(bytes)?;
    refuse_script(&text).ok().map(|()| Media::Text)
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xD8, 0xFF]) || bytes.starts_with(PNG)
}

/// First bytes of programs for the systems people use.
const PROGRAMS: [&[u8]; 9] = [
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"dex\n",
    // A shortcut of Windows, which starts what it points to.
    b"\x4c\x00\x00\x00\x01\x14\x02\x00",
];

/// First bytes of archives and disk images.
const ARCHIVES: [&[u8]; 10] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
    b"\x1f\x9d",
];

fn refuse_by_first_bytes(bytes: &[u8]) -> Result<(), AttachmentError> {
    if PROGRAMS.iter().any(|first| bytes.starts_with(first)) || bytes.starts_with(b"#!") {
        return Err(AttachmentError::Program);
    }
    // A tar archive says what it is after the name of its first file.
    let is_tar = bytes.get(257..262) == Some(b"ustar");
    if is_tar || ARCHIVES.iter().any(|first| bytes.starts_with(first)) {
        return Err(AttachmentError::Archive);
    }
    Ok(())
}

fn is_script_ending(ending: &str) -> bool {
    const SCRIPTS: [&str; 22] = [
        "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "wsh", "hta", "sh", "py", "pl", "rb",
        "php", "reg", "inf", "scr", "url", "desktop",
    ];
    SCRIPTS.iter().any(|script| ending.eq_ignore_ascii_case(script))
}

/// Text in UTF-8, or in UTF-16 with its mark, without signs that no text has.
fn plain_text(bytes: &[u8]) -> Option<String> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().skip(1).map(|pair| from(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match bytes {
        [] => return None,
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes)?,
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok()?.to_owned(),
        _ => std::str::from_utf8(bytes).ok()?.to_owned(),
    };
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    (!text.contains(strange)).then_some(text)
}

/// A text that a program would act on is no plain text. A text begins a script when its first words do.
fn refuse_script(text: &str) -> Result<(), AttachmentError> {
    const BEGINNINGS: [&str; 12] = [
        "#!",
        "<?",
        "<!",
        "<html",
        "<script",
        "<svg",
        "<hta",
        "@echo",
        "[internetshortcut]",
        "[desktop entry]",
        "windows registry",
        "{\\rtf",
    ];
    let start: String = text.trim_start().chars().take(40).collect::<String>().to_lowercase();
    let acts = BEGINNINGS.iter().any(|beginning| start.starts_with(beginning));
    if acts { Err(AttachmentError::Program) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
