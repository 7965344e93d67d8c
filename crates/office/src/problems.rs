//! What the other rooms report, as the stable codes of the contract.

use amparo_api::{Code, Problem};
use amparo_store::StoreError;
use std::io::ErrorKind;

/// A machine's refusal to write.
pub(crate) fn of_io(error: &std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::NoSpace,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Code::ReadOnly,
        ErrorKind::NotFound => Code::FolderGone,
        _ => Code::Unwritable,
    }
    .into()
}

/// Our own error, so that `?` works on every room's answers inside `office`.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) Problem);

pub(crate) type Answer<T> = Result<T, Trouble>;

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        trouble.0
    }
}
impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}
impl From<Code> for Trouble {
    fn from(code: Code) -> Self {
        Self(code.into())
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self(match error {
            StoreError::NoOffice => Code::NoOffice.into(),
            StoreError::Exists => Code::FolderNotEmpty.into(),
            StoreError::InUse => Code::OfficeInUse.into(),
            StoreError::Foreign => Code::ForeignOffice.into(),
            StoreError::Damaged | StoreError::Form => Code::Damaged.into(),
            StoreError::Newer { .. } => Code::NewerOffice.into(),
            StoreError::ReadOnly => Code::ReadOnly.into(),
            StoreError::NoSpace => Code::NoSpace.into(),
            StoreError::NotFound => Code::NotAllowed.into(),
            StoreError::BackupUnsound => Code::BackupFailed.into(),
            StoreError::Stopped => Code::Stopped.into(),
            StoreError::Io(ErrorKind::NotFound) => Code::FolderGone.into(),
            StoreError::Unlogged | StoreError::Io(_) | StoreError::Sql(_) => {
                tracing::error!(?error, "the store failed");
                Code::Internal.into()
            }
        })
    }
}

impl From<amparo_vault::Error> for Trouble {
    fn from(error: amparo_vault::Error) -> Self {
        use amparo_vault::Error as E;
        Self(match error {
            E::Refused => Code::Refused.into(),
            E::ForeignFile => Code::ForeignOffice.into(),
            E::NewerFormat { .. } => Code::NewerOffice.into(),
            E::ParametersRefused => Code::LoweredParameters.into(),
            E::ReadOnly => Code::ReadOnly.into(),
            E::WordCount { found } => Problem::from(Code::WrongRecoveryWords).with("count", found),
            E::WordsDoNotFit => Code::WrongRecoveryWords.into(),
            E::UnknownWord { position } => Problem::from(Code::WrongRecoveryWords).with("word", position),
            E::AlreadyThere => Code::OfficeExists.into(),
            E::NotOpened | E::BadSignature | E::Malformed(_) | E::Damaged => Code::Damaged.into(),
            other => {
                tracing::error!(error = %other, "the vault failed");
                Code::Internal.into()
            }
        })
    }
}

/// Why the recovery words did not open a key file: which of them cannot be one, how many were typed, or that they are not its words.
pub(crate) fn of_words(error: amparo_vault::Error) -> Trouble {
    match error {
        amparo_vault::Error::Refused => Code::WrongRecoveryWords.into(),
        other => other.into(),
    }
}

impl From<amparo_model::canonical::NotCanonical> for Trouble {
    fn from(_: amparo_model::canonical::NotCanonical) -> Self {
        Code::Internal.into()
    }
}
impl From<serde_json::Error> for Trouble {
    fn from(_: serde_json::Error) -> Self {
        Code::Damaged.into()
    }
}
impl From<base64::DecodeError> for Trouble {
    fn from(_: base64::DecodeError) -> Self {
        Code::Damaged.into()
    }
}
