//! Reading and writing `office.keys` so that a power cut at any byte leaves at least one complete copy.

use super::layout::COPY;
use crate::{Error, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// Reads at most two copies; a cut file gives what is there.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(2 * COPY);
    File::open(path)?.take(2 * COPY as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a new file beside its place, then moves it there complete.
pub(super) fn create(path: &Path, copy: &[u8]) -> Result<()> {
    if fs::exists(path)? {
        return Err(Error::AlreadyThere);
    }
    let unfinished = path.with_extension("keys.unfinished");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(copy)?;
    file.write_all(copy)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    sync_folder(path)
}

/// Writes one copy (0 or 1) over the one in the file and waits until the disk has it.
pub(super) fn write(path: &Path, which: usize, copy: &[u8]) -> Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start((which * COPY) as u64))?;
    file.write_all(copy)?;
    Ok(file.sync_all()?)
}

/// Overwrites a file with what it is given, waits until the disk has it, and removes it.
pub(super) fn erase(path: &Path, with: &[u8]) -> Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(with)?;
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)?;
    sync_folder(path)
}

/// Makes the file's name and length as lasting as its bytes.
pub(super) fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
