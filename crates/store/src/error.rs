//! What can go wrong with an office's files. No variant carries content.

/// What happened; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no office in the folder.
    #[error("no office in this folder")]
    NoOffice,
    /// The folder already holds an office.
    #[error("the folder already holds an office")]
    Exists,
    /// Another program has it open.
    #[error("another program has this office open")]
    InUse,
    /// Not a database of ours, or not encrypted.
    #[error("not an office's database")]
    Foreign,
    /// The database cannot be read with the right key.
    #[error("the database is damaged")]
    Damaged,
    /// Made by a newer version; `found` is its format.
    #[error("made by a newer version (format {found})")]
    Newer {
        /// The format found.
        found: i64,
    },
    /// The folder or file cannot be written to.
    #[error("cannot be written to")]
    ReadOnly,
    /// The disk is full.
    #[error("no space left on the disk")]
    NoSpace,
    /// A row that should be there is not.
    #[error("not found")]
    NotFound,
    /// A change that told the log nothing; it was undone.
    #[error("a change without a log entry")]
    Unlogged,
    /// A backup could not be opened again or was not whole.
    #[error("the backup did not pass its check")]
    BackupUnsound,
    /// A long job was stopped by the person.
    #[error("stopped")]
    Stopped,
    /// The machine could not read or write.
    #[error("input or output failed: {0:?}")]
    Io(std::io::ErrorKind),
    /// The database refused.
    #[error("the database refused: {0}")]
    Sql(i32),
    /// Stored content that does not have the form this version writes.
    #[error("stored content of unknown form")]
    Form,
}

/// Results of this crate.
pub type Result<T> = std::result::Result<T, StoreError>;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                Code::NotADatabase | Code::DatabaseCorrupt => Self::Damaged,
                Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen => Self::ReadOnly,
                Code::DiskFull => Self::NoSpace,
                Code::DatabaseBusy | Code::DatabaseLocked => Self::InUse,
                _ => Self::Sql(failure.extended_code),
            },
            _ => Self::Form,
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::NoSpace,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly,
            kind => Self::Io(kind),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        Self::Form
    }
}

impl From<amparo_model::ids::NotAnId> for StoreError {
    fn from(_: amparo_model::ids::NotAnId) -> Self {
        Self::Form
    }
}
