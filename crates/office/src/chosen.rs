//! Files and folders that a person chose in a dialog, known to the window only by a handle.

use amparo_api::{Chosen, Code, Problem};
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The handles given out since the program started.
#[derive(Debug, Default)]
pub(crate) struct ChosenPaths(Mutex<HashMap<Chosen, PathBuf>>);

impl ChosenPaths {
    /// Gives a handle for a path.
    pub(crate) fn offer(&self, path: PathBuf, random: [u8; 16]) -> Chosen {
        let handle = Chosen(amparo_model::ids::FileId::from_random(random).to_string());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.clone(), path);
        handle
    }

    /// The path behind a handle.
    pub(crate) fn path(&self, handle: &Chosen) -> Result<PathBuf, Problem> {
        let paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        paths.get(handle).cloned().ok_or_else(|| Code::NotChosen.into())
    }
}

/// The largest file that is read whole: a list of places or a photo.
const MOST: u64 = 32 * 1024 * 1024;

/// Reads a chosen file, refusing what is larger than anything we take.
pub(crate) fn read(path: &Path, too_large: Code) -> Result<Vec<u8>, Problem> {
    read_at_most(path, MOST, &too_large.into())
}

/// Reads a chosen file of at most so many bytes.
pub(crate) fn read_at_most(path: &Path, most: u64, too_large: &Problem) -> Result<Vec<u8>, Problem> {
    let about = std::fs::metadata(path).map_err(|_| Code::Unreadable)?;
    if !about.is_file() {
        return Err(Code::Unreadable.into());
    }
    if about.len() > most {
        return Err(too_large.clone());
    }
    // A file can grow between the two looks.
    let file = std::fs::File::open(path).map_err(|_| Code::Unreadable)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Code::Unreadable)?;
    if bytes.len() as u64 > most { Err(too_large.clone()) } else { Ok(bytes) }
}

/// Writes a chosen file so that a half-written one never stands under its name.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    use std::io::Write;
    let written = (|| {
        let partial = path.with_extension("partial");
        let mut file = std::fs::File::create(&partial)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&partial, path)
    })();
    written.map_err(|error: std::io::Error| crate::problems::of_io(&error))
}
