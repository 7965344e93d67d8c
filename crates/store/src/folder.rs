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
    /// The copy of the database under its next key, while that is being turned.
    pub(crate) fn turned_database(&self) -> PathBuf {
        self.0.join("office.db.turned")
    }
    /// An older database that is being brought back, raised to our format.
    pub(crate) fn older_database(&self) -> PathBuf {
        self.0.join("office.db.older")
    }
    /// Where an office is made ready that comes from a backup.
    #[must_use]
    pub fn restoring(&self) -> PathBuf {
        self.0.join("restoring")
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
    write_partial(path, bytes)?.sync_all()?;
    std::fs::rename(partial(path), path)?;
    sync_parent(path)
}

/// How many files are synced at the same time.
const TOGETHER: usize = 8;

/// The same for many files of one folder.
pub(crate) fn put_all(files: &[(PathBuf, &[u8])]) -> Result<()> {
    let Some((last, _)) = files.last() else { return Ok(()) };
    let each = files.len().div_ceil(TOGETHER);
    std::thread::scope(|scope| {
        let write = |some: &[(PathBuf, &[u8])]| -> Result<()> {
            some.iter().try_for_each(|(path, bytes)| Ok(write_partial(path, bytes)?.sync_all()?))
        };
        let threads: Vec<_> = files.chunks(each).map(|some| scope.spawn(move || write(some))).collect();
        // A thread that panicked synced nothing that may be believed.
        threads.into_iter().try_for_each(|it| it.join().unwrap_or(Err(StoreError::Io(std::io::ErrorKind::Other))))
    })?;
    files.iter().try_for_each(|(path, _)| std::fs::rename(partial(path), path))?;
    sync_parent(last)
}

fn partial(path: &Path) -> PathBuf {
    path.with_extension("partial")
}

fn write_partial(path: &Path, bytes: &[u8]) -> Result<File> {
    use std::io::Write;
    let mut file = File::create(partial(path))?;
    private(&partial(path), 0o600)?;
    file.write_all(bytes)?;
    Ok(file)
}

pub(crate) fn sync_parent(path: &Path) -> Result<()> {
    if let Some(parent) = path.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}
