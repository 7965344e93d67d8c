//! Office documents are zip archives. One is taken when it is a document, shows all it holds, and does nothing by itself.

use super::{AttachmentError, Media};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most parts a document may have.
const MOST_PARTS: usize = 10_000;
/// How large the parts that are looked into may be, unpacked.
const MOST_PART: u64 = 4 * 1024 * 1024;
/// How large the whole may be, unpacked, by its own account.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What a zip archive is as a document.
pub(super) fn document(bytes: &[u8]) -> Result<Media, AttachmentError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| AttachmentError::Damaged)?;
    let media = kind(&mut archive)?;
    if archive.len() > MOST_PARTS {
        return Err(AttachmentError::Damaged);
    }
    let (mut unpacked, mut links) = (0_u64, Vec::new());
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| AttachmentError::Damaged)?;
        if part.encrypted() {
            return Err(AttachmentError::Locked);
        }
        unpacked = unpacked.saturating_add(part.size());
        let name = part.name().map_err(|_| AttachmentError::Damaged)?.replace('\\', "/").to_lowercase();
        if acts(&name) {
            return Err(AttachmentError::Active);
        }
        if name.ends_with(".rels") {
            links.push(index);
        }
    }
    if unpacked > MOST_UNPACKED {
        return Err(AttachmentError::Damaged);
    }
    for index in links {
        if fetches(&text(&mut archive, index)?) {
            return Err(AttachmentError::Active);
        }
    }
    Ok(media)
}

/// What the archive says it is; one that says nothing is an archive.
fn kind(archive: &mut Archive<'_>) -> Result<Media, AttachmentError> {
    if let Some(index) = archive.index_for_name("mimetype") {
        let said = text(archive, index)?;
        let Some(kind) = said.trim().strip_prefix("application/vnd.oasis.opendocument.") else {
            return Err(AttachmentError::Archive);
        };
        if let Some(index) = archive.index_for_name("META-INF/manifest.xml")
            && text(archive, index)?.contains("encryption-data")
        {
            return Err(AttachmentError::Locked);
        }
        return if kind == "text" { Ok(Media::Odt) } else { Err(AttachmentError::OtherKind) };
    }
    let index = archive.index_for_name("[Content_Types].xml").ok_or(AttachmentError::Archive)?;
    let types = text(archive, index)?;
    if types.contains("macroEnabled") || types.contains("vbaProject") {
        return Err(AttachmentError::Active);
    }
    if types.contains("wordprocessingml.document.main+xml") {
        Ok(Media::Docx)
    } else if types.contains("spreadsheetml.sheet.main+xml") {
        Ok(Media::Xlsx)
    } else {
        Err(AttachmentError::OtherKind)
    }
}

fn text(archive: &mut Archive<'_>, index: usize) -> Result<String, AttachmentError> {
    let part = archive.by_index(index).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(_) => AttachmentError::Locked,
        _ => AttachmentError::Damaged,
    })?;
    let mut bytes = Vec::new();
    part.take(MOST_PART + 1).read_to_end(&mut bytes).map_err(|_| AttachmentError::Damaged)?;
    if bytes.len() as u64 > MOST_PART {
        return Err(AttachmentError::Damaged);
    }
    // These parts are UTF-8 wherever office programs write them; another encoding could hide words from us.
    String::from_utf8(bytes).map_err(|_| AttachmentError::Damaged)
}

/// Whether a part of this name (lower case) is one that acts: macros, controls, embedded objects, programs.
fn acts(name: &str) -> bool {
    const FOLDERS: [&str; 4] = ["basic/", "scripts/", "object ", "objectreplacements/../"];
    const ENDINGS: [&str; 20] = [
        ".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".msi", ".jar",
        ".lnk", ".docm", ".xlsm", ".dotm", ".xlsb", ".pptm",
    ];
    let file = name.rsplit('/').next().unwrap_or(name);
    FOLDERS.iter().any(|folder| name.starts_with(folder))
        || name.contains("/activex/")
        || name.contains("/macrosheets/")
        || file.starts_with("vba")
        || (file.starts_with("oleobject") && file.ends_with(".bin"))
        || ENDINGS.iter().any(|ending| file.ends_with(ending))
}

/// Whether a list of relationships has the reader's program fetch something from elsewhere. Links that a person must click, and
/// templates on the writer's own disk, do not.
fn fetches(relationships: &str) -> bool {
    relationships.split("<Relationship ").skip(1).any(|one| {
        let one = one.split('>').next().unwrap_or(one);
        let attribute = |name: &str| {
            let value = one.split_once(&format!("{name}=\"")).or_else(|| one.split_once(&format!("{name}='")));
            value.map(|(_, rest)| rest.split(['"', '\'']).next().unwrap_or(rest).to_lowercase()).unwrap_or_default()
        };
        let target = attribute("Target");
        let local = target.starts_with("file:///") && !target.starts_with("file:////")
            || !target.contains("//") && !target.contains("\\\\");
        attribute("TargetMode") == "external" && !attribute("Type").ends_with("/hyperlink") && !local
    })
}
