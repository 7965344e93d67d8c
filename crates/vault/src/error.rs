//! What can go wrong with keys. No variant carries a key, a password, a name or anything that was sealed.

/// Result of everything in this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// What happened. Each variant asks something different of the person or of the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Sealed bytes did not open: another key, another place, or changed bytes. Which of them cannot be told.
    #[error("sealed bytes do not open with this key in this place")]
    NotOpened,
    /// A signature or a message authentication code does not fit.
    #[error("the signature does not fit")]
    BadSignature,
    /// Bytes or text that should be a key, a signature or a sealed thing do not have its form.
    #[error("this is not a well-formed {0}")]
    Malformed(&'static str),
    /// Login refused. Wrong name, wrong password and disabled login answer exactly this.
    #[error("name and password do not open this office")]
    Refused,
    /// The file is not a key file of Amparo.
    #[error("this file is not an office key file")]
    ForeignFile,
    /// Both copies inside the key file are damaged.
    #[error("the office key file is damaged in both of its copies")]
    Damaged,
    /// The key file was written by a newer version of Amparo.
    #[error("the office key file has format {found}, newer than this program understands")]
    NewerFormat {
        /// The format number in the file.
        found: u16,
    },
    /// The password parameters are below the floor or absurdly high. Nothing was computed with them.
    #[error("the password parameters are outside what is allowed")]
    ParametersRefused,
    /// The machine could not give the memory that one password attempt needs.
    #[error("not enough memory to check a password")]
    NotEnoughMemory,
    /// All slots of the key file are taken.
    #[error("the office key file has no free place for another login")]
    NoFreeSlot,
    /// The key file has no login of this user.
    #[error("this user has no login in the office key file")]
    NoSuchSlot,
    /// The caller's office key is not the one of this file's present state.
    #[error("this office key does not belong to the present state of the key file")]
    OtherOfficeKey,
    /// There is a key file already where a new one should be created.
    #[error("there is an office key file here already")]
    AlreadyThere,
    /// Recovery needs 24 words.
    #[error("a recovery phrase has 24 words, not {found}")]
    WordCount {
        /// How many words were given.
        found: usize,
    },
    /// One recovery word is not in the list. The word itself is not repeated here.
    #[error("word {position} of the recovery phrase is not in the word list")]
    UnknownWord {
        /// Which word, counted from 1.
        position: usize,
    },
    /// All recovery words exist but do not belong together: two swapped, or one replaced by another.
    #[error("the recovery words do not belong together")]
    WordsDoNotFit,
    /// The disk or folder can only be read.
    #[error("the place of the key file can only be read")]
    ReadOnly,
    /// Anything else the file system answered.
    #[error("the file system refused: {0}")]
    Io(#[source] std::io::Error),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}
