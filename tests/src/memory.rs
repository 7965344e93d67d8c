//! The memory of running processes, searched for what must not be there.

use std::fs::File;
use std::os::unix::fs::FileExt;

/// Larger than any piece of memory that is really used; web views reserve far more than they use.
const LARGEST: u64 = 1 << 28;

/// How often each word stands in the memory that a process can write to, as it is and as UTF-16.
///
/// # Errors
/// The process is not there, or may not be read.
pub fn found(process: u32, words: &[Vec<u8>]) -> std::io::Result<Vec<usize>> {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps"))?;
    let memory = File::open(format!("/proc/{process}/mem"))?;
    let wide: Vec<Vec<u8>> = words.iter().map(|word| word.iter().flat_map(|byte| [*byte, 0]).collect()).collect();
    let mut hits = vec![0; words.len()];
    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (Some(range), Some(rights)) = (parts.next(), parts.next()) else { continue };
        let Some((from, to)) = range.split_once('-') else { continue };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)) else { continue };
        if !rights.starts_with("rw") || to - from > LARGEST {
            continue;
        }
        let mut piece = vec![0; usize::try_from(to - from).unwrap_or_default()];
        // What is reserved and was never used cannot be read.
        let Ok(read) = memory.read_at(&mut piece, from) else { continue };
        let piece = piece.get(..read).unwrap_or_default();
        for (place, hit) in hits.iter_mut().enumerate() {
            for needle in [words.get(place), wide.get(place)].into_iter().flatten() {
                *hit += memchr::memmem::find_iter(piece, needle).count();
            }
        }
    }
    Ok(hits)
}
