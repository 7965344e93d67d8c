//! The inside of an age file, read in place: nothing is written anywhere.

use crate::manifest::ContentHash;
use crate::{BundleError, desk, limits};
use age::stream::StreamReader;
use amparo_vault::asymmetric::SealingSecret;
use sha2::{Digest as _, Sha256};
use std::cell::RefCell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// Where a sealed file is. It is opened again for each pass.
#[derive(Clone)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// In memory: for programs that try very many changed ones.
    Memory(Arc<[u8]>),
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}
impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}
impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Memory(bytes.into())
    }
}

trait Seekable: Read + Seek {}
impl<T: Read + Seek> Seekable for T {}

impl Source {
    fn reader(&self) -> Result<Box<dyn Seekable>, BundleError> {
        match self {
            Self::File(path) => {
                // Asked before opening: opening a pipe would wait for somebody to write into it.
                if !std::fs::metadata(path)?.is_file() {
                    return Err(BundleError::NotABundle);
                }
                Ok(Box::new(std::fs::File::open(path)?))
            }
            Self::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
        }
    }
}

/// What is counted below age: how much of the header may still be read, and the hash of the file as far as it was read
/// from the start without a gap.
struct Meter {
    at: u64,
    header_left: Option<u64>,
    hashed: u64,
    hash: Sha256,
}

struct Metered {
    inner: Box<dyn Seekable>,
    meter: Rc<RefCell<Meter>>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let mut meter = self.meter.borrow_mut();
        if let Some(left) = meter.header_left {
            // age reads its header into memory however long it is; ours are short.
            meter.header_left = Some(left.checked_sub(read as u64).ok_or(io::ErrorKind::InvalidData)?);
        }
        let end = meter.at + read as u64;
        if meter.at <= meter.hashed && end > meter.hashed {
            let known = usize::try_from(meter.hashed - meter.at).unwrap_or(usize::MAX);
            meter.hash.update(buffer.get(known..read).unwrap_or_default());
            meter.hashed = end;
        }
        meter.at = end;
        Ok(read)
    }
}

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.inner.seek(to)?;
        self.meter.borrow_mut().at = at;
        Ok(at)
    }
}

/// The decrypted inside. Every read stays within its length: the reader below has no answer for places past the end.
pub(crate) struct Plain {
    stream: StreamReader<Metered>,
    meter: Rc<RefCell<Meter>>,
    length: u64,
    at: u64,
    /// Bytes of the sealed file.
    pub(crate) file: u64,
    /// Which of the desks opened it.
    pub(crate) desk: SealingSecret,
}

const MAGIC: &[u8] = b"age-encryption.org/v1\n";

impl Plain {
    /// Opens a sealed file with the first of the desks that can. Its length is authenticated, nothing else yet.
    pub(crate) fn open(source: &Source, desks: &[SealingSecret]) -> Result<Self, BundleError> {
        let mut inner = source.reader()?;
        let file = inner.seek(SeekFrom::End(0))?;
        inner.seek(SeekFrom::Start(0))?;
        let mut magic = Vec::new();
        inner.by_ref().take(MAGIC.len() as u64).read_to_end(&mut magic)?;
        if magic != MAGIC {
            return Err(BundleError::NotABundle);
        }
        if file > limits::FILE {
            return Err(BundleError::TooLarge);
        }
        for desk in desks {
            match Self::with_one(source, desk, file) {
                Err(BundleError::NotForUs) => {}
                other => return other,
            }
        }
        Err(BundleError::NotForUs)
    }

    fn with_one(source: &Source, desk: &SealingSecret, file: u64) -> Result<Self, BundleError> {
        let meter = Rc::new(RefCell::new(Meter {
            at: 0,
            header_left: Some(limits::AGE_HEADER),
            hashed: 0,
            hash: Sha256::new(),
        }));
        let metered = Metered { inner: source.reader()?, meter: Rc::clone(&meter) };
        let identity = desk::identity(desk)?;
        let mut stream = age::Decryptor::new(metered)
            .and_then(|decryptor| decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)))
            .map_err(|error| match error {
                age::DecryptError::NoMatchingKeys => BundleError::NotForUs,
                age::DecryptError::Io(error) => unreadable(&error),
                _ => BundleError::Damaged,
            })?;
        meter.borrow_mut().header_left = None;
        let length = stream.seek(SeekFrom::End(0)).map_err(|error| unreadable(&error))?;
        stream.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&error))?;
        if length > limits::INSIDE {
            return Err(BundleError::TooLarge);
        }
        Ok(Self { stream, meter, length, at: 0, file, desk: desk.clone() })
    }

    /// Bytes of the inside.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Goes to a place.
    pub(crate) fn go_to(&mut self, at: u64) -> Result<(), BundleError> {
        if at > self.length {
            return Err(BundleError::BadEntry);
        }
        if at != self.at {
            self.stream.seek(SeekFrom::Start(at)).map_err(|error| unreadable(&error))?;
            self.at = at;
        }
        Ok(())
    }

    /// Fills the buffer from here on.
    pub(crate) fn fill(&mut self, buffer: &mut [u8]) -> Result<(), BundleError> {
        let end = self.at.saturating_add(buffer.len() as u64);
        if end > self.length {
            return Err(BundleError::BadEntry);
        }
        self.stream.read_exact(buffer).map_err(|error| unreadable(&error))?;
        self.at = end;
        Ok(())
    }

    /// At the end of the inside: makes sure that the file ends there too, and tells the hash of the whole file.
    pub(crate) fn finish(mut self) -> Result<ContentHash, BundleError> {
        if self.at != self.length {
            return Err(BundleError::BadEntry);
        }
        let more = self.stream.read(&mut [0]).map_err(|error| unreadable(&error))?;
        let meter = self.meter.borrow();
        if more != 0 || meter.hashed != self.file {
            return Err(BundleError::Damaged);
        }
        Ok(ContentHash(meter.hash.clone().finalize().into()))
    }
}

/// age says with these two kinds that something was changed or cut; every other kind is the file system's.
fn unreadable(error: &io::Error) -> BundleError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => BundleError::Damaged,
        kind => BundleError::Io(kind),
    }
}
