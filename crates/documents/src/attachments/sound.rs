//! Sounds, told by how they are built, not by a few first bytes alone.

use super::Media;

/// What kind of sound these bytes are; none when they are none, or a film.
pub(super) fn kind(bytes: &[u8]) -> Option<Media> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") && has(bytes, 64 * 1024, b"fmt ") {
        Some(Media::Wav)
    } else if bytes.starts_with(b"OggS") {
        (has(bytes, 128, b"OpusHead") || has(bytes, 128, b"\x01vorbis")).then_some(Media::Ogg)
    } else if bytes.get(4..8) == Some(b"ftyp") {
        mpeg4(bytes).then_some(Media::M4a)
    } else if bytes.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        let film =
            [b"V_VP8".as_slice(), b"V_VP9", b"V_AV1", b"V_MPEG"].iter().any(|codec| has(bytes, 64 * 1024, codec));
        let sound = has(bytes, 64 * 1024, b"A_OPUS") || has(bytes, 64 * 1024, b"A_VORBIS");
        (has(bytes, 64, b"webm") && sound && !film).then_some(Media::Webm)
    } else {
        mp3(bytes).then_some(Media::Mp3)
    }
}

fn has(bytes: &[u8], within: usize, word: &[u8]) -> bool {
    memchr::memmem::find(bytes.get(..within.min(bytes.len())).unwrap_or_default(), word).is_some()
}

/// Sound in an MPEG-4 file: it has a track that is heard, and none that is seen.
fn mpeg4(bytes: &[u8]) -> bool {
    let all = bytes.len();
    has(bytes, all, b"soun") && has(bytes, all, b"mp4a") && !has(bytes, all, b"vmhd")
}

/// Two whole frames, one after the other, behind a tag if there is one.
fn mp3(bytes: &[u8]) -> bool {
    let tag = match bytes {
        [b'I', b'D', b'3', _, _, _, a, b, c, d, ..] => {
            10 + [a, b, c, d].iter().fold(0_usize, |size, seven| size << 7 | usize::from(**seven & 0x7F))
        }
        _ => 0,
    };
    let sound = bytes.get(tag..).unwrap_or_default();
    // Some writers pad the tag with zeros that it does not count.
    let zeros = sound.iter().take(4096).take_while(|byte| **byte == 0).count();
    let sound = sound.get(zeros..).unwrap_or_default();
    frame(sound).is_some_and(|length| sound.get(length..).is_some_and(|next| frame(next).is_some()))
}

/// The length of the layer III frame that begins here.
fn frame(bytes: &[u8]) -> Option<usize> {
    const FIRST: [usize; 16] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    const SECOND: [usize; 16] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    let [0xFF, second, third, _, ..] = bytes else { return None };
    // Eleven set bits, a version that exists, layer III.
    let version = second >> 3 & 3;
    if second & 0xE0 != 0xE0 || version == 1 || second >> 1 & 3 != 1 {
        return None;
    }
    let (rates, per) = if version == 3 { (FIRST, 144) } else { (SECOND, 72) };
    let rate = rates.get(usize::from(third >> 4)).filter(|rate| **rate > 0)?;
    let samples = [44_100, 48_000, 32_000].get(usize::from(third >> 2 & 3))?;
    let samples = match version {
        3 => *samples,
        2 => samples / 2,
        _ => samples / 4,
    };
    Some(per * rate * 1000 / samples + usize::from(third >> 1 & 1))
}
