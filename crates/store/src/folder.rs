//! An office is one folder: `office.db`, `office.keys`, `files/`, `backups/`, `lock` (SECURITY.md 3). Folder 0700, files 0600.

use crate::error::{Result, StoreError};
use rustix::fs::{FlockOperation, flock};
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// The folder of an office.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// While this lives, no other program opens the folder.
#[derive(Debug)]
pub struct Held {
    _file: File,
}

impl Folder {
    /// Names a folder; nothing is looked at.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.0.join("office.db")
    }
    /// The key file.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.0.join("office.keys")
    }
    /// Attachments.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.0.join("files")
    }
    /// Backups.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }
    /// Counted failures to sign in.
    #[must_use]
    pub fn attempts(&self) -> PathBuf {
        self.0.join("attempts")
    }
    /// There is an office here: both its files stand.
    #[must_use]
    pub fn holds_office(&self) -> bool {
        self.database().exists() && self.keys().exists()
    }

    /// Makes the folder and its parts, for its owner only.
    ///
    /// # Errors
    /// What the machine says.
    pub fn make(&self) -> Result<()> {
        for path in [self.0.clone(), self.files(), self.backups()] {
            std::fs::create_dir_all(&path)?;
            private(&path, 0o700)?;
        }
        Ok(())
    }

    /// Takes rights to the office's files away from everybody but their owner.
    ///
    /// # Errors
    /// What the machine says.
    pub fn protect(&self) -> Result<()> {
        for path in [self.database(), self.keys()] {
            if path.exists() {
                private(&path, 0o600)?;
            }
        }
        Ok(())
    }

    /// Keeps other programs out until the answer is dropped. Works without a session bus, and a killed program leaves nothing.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another program holds it; [`StoreError::ReadOnly`] where nothing can be written.
    pub fn hold(&self) -> Result<Held> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.0.join("lock"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Held { _file: file }),
            Err(rustix::io::Errno::WOULDBLOCK) => Err(StoreError::InUse),
            Err(error) => Err(std::io::Error::from(error).into()),
        }
    }
}

#[cfg(unix)]
pub(crate) fn private(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))?)
}

#[cfg(not(unix))]
pub(crate) fn private(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

/// Makes a file durable under its name: the file is synced, renamed, and its folder synced.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    let partial = path.with_extension("partial");
    let mut file = File::create(&partial)?;
    private(&partial, 0o600)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&partial, path)?;
    sync_parent(path)
}

pub(crate) fn sync_parent(path: &Path) -> Result<()> {
    if let Some(parent) = path.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}
