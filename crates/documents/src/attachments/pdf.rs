//! PDFs that show, and nothing more. The names of a PDF say what it does; they are read wherever they stand in clear, and inside
//! packed objects. What lies in pictures and fonts is stepped over.

use super::AttachmentError;
use std::io::Read;

/// Names that make a document act, or carry other files.
const ACTS: [&[u8]; 7] =
    [b"JavaScript", b"JS", b"Launch", b"EmbeddedFile", b"EmbeddedFiles", b"RichMedia", b"SubmitForm"];
/// How much one packed group of objects may unpack to.
const MOST_UNPACKED: u64 = 16 * 1024 * 1024;
/// How far from the end the end mark may stand.
const TAIL: usize = 4096;

/// Refuses a PDF that is cut short, locked, or acts.
pub(super) fn refuse_what_acts(bytes: &[u8]) -> Result<(), AttachmentError> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    if find(tail, b"%%EOF").is_none() {
        return Err(AttachmentError::Damaged);
    }
    let mut rest = bytes;
    while !rest.is_empty() {
        let begins = find(rest, b"stream").unwrap_or(rest.len());
        let (objects, after) = rest.split_at(begins);
        names(objects)?;
        // "endstream" also ends in this word: what follows it are objects again.
        let after = after.get(b"stream".len()..).unwrap_or_default();
        if objects.ends_with(b"end") || after.is_empty() {
            rest = after;
            continue;
        }
        let content = match after {
            [b'\r', b'\n', content @ ..] | [b'\n' | b'\r', content @ ..] => content,
            // The word stood in a text, not at the beginning of packed bytes.
            _ => {
                rest = after;
                continue;
            }
        };
        let ends = find(content, b"endstream").ok_or(AttachmentError::Damaged)?;
        let (packed, after) = content.split_at(ends);
        if dictionary_of(objects).is_some_and(|dictionary| find(dictionary, b"ObjStm").is_some()) {
            names(&unpacked(packed)?)?;
        }
        rest = after.get(b"endstream".len()..).unwrap_or_default();
    }
    Ok(())
}

/// The last object before packed bytes, which describes them.
fn dictionary_of(objects: &[u8]) -> Option<&[u8]> {
    let from = objects.windows(4).rposition(|window| window == b" obj").unwrap_or(0);
    objects.get(from..)
}

fn unpacked(packed: &[u8]) -> Result<Vec<u8>, AttachmentError> {
    let mut objects = Vec::new();
    let mut decoder = flate2::read::ZlibDecoder::new(packed).take(MOST_UNPACKED + 1);
    // Some writers end the packed bytes with a line feed too many, which the decoder does not mind.
    decoder.read_to_end(&mut objects).map_err(|_| AttachmentError::Damaged)?;
    if objects.len() as u64 > MOST_UNPACKED { Err(AttachmentError::Damaged) } else { Ok(objects) }
}

/// Looks at every name (`/Like#20this`).
fn names(objects: &[u8]) -> Result<(), AttachmentError> {
    let mut rest = objects;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
        let (written, after) = rest.split_at(length);
        let name = spelled_out(written);
        if ACTS.contains(&name.as_slice()) {
            return Err(AttachmentError::Active);
        }
        if name == b"Encrypt" {
            return Err(AttachmentError::Locked);
        }
        rest = after;
    }
    Ok(())
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// A name with `#4a` read as the letter it stands for, so that no spelling hides it.
fn spelled_out(written: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(written.len());
    let mut rest = written;
    loop {
        match rest {
            [] => return name,
            [b'#', high, low, after @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                name.push(digit(*high).unwrap_or(0) * 16 + digit(*low).unwrap_or(0));
                rest = after;
            }
            [byte, after @ ..] => {
                name.push(*byte);
                rest = after;
            }
        }
    }
}

/// Where a word stands first.
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, word)
}
