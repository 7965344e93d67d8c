//! The office's folder and its SQLCipher database: schema, migrations and every line of SQL.
//!
//! It keeps sealed things and gives them back sealed; it cannot decide (it does not know `access`) and cannot open (it is handed
//! no key but the database's). Every change goes through [`Store::change`], one transaction that refuses to commit unless the log
//! was told (ARCHITECTURE.md, invariant 1). Read first: [`Store`], [`Writing`], [`Reading`], `sql/001_office.sql`.

mod backup;
mod connect;
mod destroyed;
mod directory;
mod drafts;
mod error;
mod exchange;
mod files;
mod folder;
mod keys;
mod log;
mod migrate;
mod numbers;
mod parts;
mod places;
mod proof;
mod records;
mod restored;
mod settings;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "trial"))]
#[doc(hidden)]
pub mod trial;
mod turning;

pub use backup::{Backup, backups, latest_backup, move_in, size_of, to_thin, unpack};
pub use connect::DatabaseKey;
pub use directory::{CircleKeyRow, Holder};
pub use drafts::{DraftPart, DraftRow};
pub use error::{Result, StoreError};
pub use exchange::{LedgerEntry, OfficeRow};
pub use files::FileRow;
pub use folder::{Folder, Held};
pub use keys::{GrantedPart, KeyEntryRow, QuickGrant};
pub use log::{Head, LogEntry, LogRow, Signed, Signer, Stretch, turned_head};
pub use migrate::NEWEST;
pub use parts::{LyingPart, Part};
pub use proof::{GoOn, Proof};
pub use records::{LeafRow, RecordRow, RevisionRow};
pub use restored::{Held as BackupHolds, Lost, RestoreRow, destroyed_in, is_sound, look_into};
pub use turning::{At as TurningAt, Ended as TurningEnded, recover_turning};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An open office database.
pub struct Store {
    connection: Mutex<Connection>,
    folder: Folder,
    changes: std::sync::atomic::AtomicU32,
    /// Names of attachments written since it was opened: the sweep leaves them alone, their row may still be on its way.
    written: Mutex<std::collections::BTreeSet<String>>,
    /// Held while pages are moved into the main file, and while the check reads that file itself: a page that is just being
    /// written would look damaged.
    main_file: Mutex<()>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// A reading transaction: everything in it sees the same state.
pub struct Reading<'a> {
    tx: &'a Transaction<'a>,
}

/// A writing transaction. It can also read.
pub struct Writing<'a> {
    tx: &'a Transaction<'a>,
    logged: bool,
    /// What was appended and no entry of the log vouches for yet.
    unvouched: log::Unvouched,
}

impl<'a> Writing<'a> {
    fn of(tx: &'a Transaction<'a>, logged: bool) -> Self {
        Self { tx, logged, unvouched: log::Unvouched::default() }
    }

    /// Whether the log was told, and vouches for everything that only it can.
    fn refuse_untold(&self) -> Result<()> {
        if self.logged && self.unvouched.is_empty() { Ok(()) } else { Err(StoreError::Unlogged) }
    }

    /// The same transaction, to read from.
    #[must_use]
    pub fn reading(&self) -> Reading<'a> {
        Reading { tx: self.tx }
    }
}

/// Keeps everybody else away from the main file itself.
fn lock_main_file(store: &Store) -> MutexGuard<'_, ()> {
    store.main_file.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A checkpoint is tried after so many changes, so that the write-ahead log stays small.
const CHANGES_PER_CHECKPOINT: u32 = 200;

impl Store {
    /// Makes a new database in the folder, at the newest format.
    ///
    /// # Errors
    /// [`StoreError::Exists`], and what the machine says.
    pub fn create(folder: Folder, key: &DatabaseKey) -> Result<Self> {
        if folder.database().exists() {
            return Err(StoreError::Exists);
        }
        let mut connection = connect::create(&folder.database(), key)?;
        migrate::run(&mut connection, &mut |_| Ok(()))?;
        folder.protect()?;
        Ok(Self::of(connection, folder))
    }

    /// Opens the database of the folder. `before_migration` makes the automatic backup when the format is older than ours.
    ///
    /// # Errors
    /// Four clear ones: [`StoreError::NoOffice`], [`StoreError::Foreign`], [`StoreError::Damaged`], [`StoreError::Newer`];
    /// a newer database is left as it is.
    pub fn open(
        folder: Folder,
        key: &DatabaseKey,
        before_migration: &mut dyn FnMut(i64) -> Result<()>,
    ) -> Result<Self> {
        let mut connection = connect::open(&folder.database(), key)?;
        migrate::run(&mut connection, before_migration)?;
        Ok(Self::of(connection, folder))
    }

    fn of(connection: Connection, folder: Folder) -> Self {
        Self {
            connection: Mutex::new(connection),
            folder,
            changes: 0.into(),
            written: Mutex::default(),
            main_file: Mutex::default(),
        }
    }

    /// The folder it stands in.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic inside a transaction rolled it back when the transaction was dropped; the connection is sound.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads, all from one state.
    ///
    /// # Errors
    /// What `read` says, and what the database says.
    pub fn read<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Reading<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut connection = self.lock();
        let tx = connection.transaction().map_err(StoreError::from)?;
        read(&Reading { tx: &tx })
    }

    /// The one way to change anything: one transaction, durable when this returns. Nothing is kept when `change` fails or told
    /// the log nothing.
    ///
    /// # Errors
    /// What `change` says, [`StoreError::Unlogged`], and what the database says.
    pub fn change<T, E: From<StoreError>>(
        &self,
        change: impl FnOnce(&mut Writing<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.transact(false, change)
    }

    /// For what the log need not know, inside this crate only: drafts, and what follows from what it was told.
    fn untold(&self, change: impl FnOnce(&mut Writing<'_>) -> Result<()>) -> Result<()> {
        self.transact(true, change)
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        logged: bool,
        change: impl FnOnce(&mut Writing<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut connection = self.lock();
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        #[cfg(feature = "trial")]
        trial::tell(trial::At::Begun);
        let mut writing = Writing::of(&tx, logged);
        let done = change(&mut writing)?;
        writing.refuse_untold()?;
        #[cfg(feature = "trial")]
        trial::tell(trial::At::Committing);
        tx.commit().map_err(StoreError::from)?;
        #[cfg(feature = "trial")]
        trial::tell(trial::At::Committed);
        use std::sync::atomic::Ordering;
        if self.changes.fetch_add(1, Ordering::Relaxed) % CHANGES_PER_CHECKPOINT == CHANGES_PER_CHECKPOINT - 1 {
            // The commit is durable already; a checkpoint that cannot run now runs later.
            match self.main_file.try_lock().map(|_held| connect::checkpoint(&connection)) {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::warn!(?error, "checkpoint put off"),
                Err(_) => tracing::debug!("checkpoint put off: the main file is being checked"),
            }
        }
        Ok(done)
    }

    /// Brings the write-ahead log into the main file, as at lock and close.
    ///
    /// # Errors
    /// What the database says.
    pub fn settle(&self) -> Result<()> {
        let _held = lock_main_file(self);
        connect::checkpoint(&self.lock())
    }

    /// The quick and the cipher's own integrity check, on a connection of their own.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a page is not what it was written as.
    pub fn check(&self, key: &DatabaseKey) -> Result<()> {
        let _held = lock_main_file(self);
        // A power cut while pages were moved leaves torn ones in the main file. The write-ahead log still has them whole; the
        // cipher's check does not look there, so they are brought in first.
        match connect::checkpoint(&self.lock()) {
            // A reader holds it up, as a backup does: what that needs is in place then.
            Ok(()) | Err(StoreError::InUse) => {}
            Err(other) => return Err(other),
        }
        connect::check(&connect::open_read_only(&self.folder.database(), key)?)
    }
}
