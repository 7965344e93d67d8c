//! Opening SQLCipher with every protection that SECURITY.md 3 names, and asserting that they are on.

use crate::error::{Result, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

/// `x'…'` with 64 hexadecimal digits: the raw key of the database.
pub struct DatabaseKey(Zeroizing<String>);

impl DatabaseKey {
    /// Takes the pragma text that the vault derives from the office key.
    #[must_use]
    pub fn new(raw: Zeroizing<String>) -> Self {
        Self(raw)
    }
}

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey")
    }
}

/// "Ampr", so that a foreign database is known at once.
const APPLICATION: i64 = 0x416d_7072;

const PLAIN_HEADER: &[u8] = b"SQLite format 3\0";

pub(crate) fn create(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    unlock(&connection, key)?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    protect(&connection)?;
    Ok(connection)
}

pub(crate) fn open(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    refuse_plain(path)?;
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(&connection, key)?;
    recognise(&connection)?;
    protect(&connection)?;
    Ok(connection)
}

pub(crate) fn open_read_only(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    refuse_plain(path)?;
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(&connection, key)?;
    recognise(&connection)?;
    Ok(connection)
}

/// Opens a file that nobody changes, as a finished backup: nothing is written beside it, so that it opens from a stick that cannot be
/// written to.
pub(crate) fn open_still(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    refuse_plain(path)?;
    let mut address = String::from("file:");
    for byte in path.to_str().ok_or(StoreError::Form)?.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address.push_str("?immutable=1");
    let connection = Connection::open_with_flags(
        address,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    unlock(&connection, key)?;
    recognise(&connection)?;
    Ok(connection)
}

/// Opens a copy that nobody else knows of, with an older database of the same office beside it under the name `old`.
pub(crate) fn open_with(path: &Path, key: &DatabaseKey, old: &Path, old_key: &DatabaseKey) -> Result<Connection> {
    let connection = open(path, key)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    let statement = Zeroizing::new(format!("ATTACH ? AS old KEY \"{}\"", old_key.0.as_str()));
    connection.execute(&statement, [old.to_str().ok_or(StoreError::Form)?])?;
    connection.execute_batch("PRAGMA foreign_keys = OFF;")?;
    Ok(connection)
}

fn refuse_plain(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::NoOffice),
        Err(error) => return Err(error.into()),
    };
    let mut start = [0; PLAIN_HEADER.len()];
    match file.read_exact(&mut start) {
        Ok(()) if start == PLAIN_HEADER => Err(StoreError::Foreign),
        Ok(()) => Ok(()),
        Err(_) => Err(StoreError::Damaged),
    }
}

fn unlock(connection: &Connection, key: &DatabaseKey) -> Result<()> {
    let statement = Zeroizing::new(format!("PRAGMA key = \"{}\";", key.0.as_str()));
    connection.execute_batch(&statement)?;
    let version: Option<String> = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if version.is_none_or(|v| v.is_empty()) {
        // A build without the cipher would write everything readable.
        return Err(StoreError::Foreign);
    }
    connection.execute_batch(
        "PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(())
}

fn recognise(connection: &Connection) -> Result<()> {
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application == APPLICATION { Ok(()) } else { Err(StoreError::Foreign) }
}

fn protect(connection: &Connection) -> Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly);
    }
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;
         PRAGMA cache_size = -32768;",
    )?;
    #[cfg(feature = "trial")]
    crate::trial::leave_out_syncs(connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Nothing is ever attached: backups run on a connection of their own.
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Moves the write-ahead log into the main file and shortens it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<()> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(StoreError::InUse) }
}

/// Seals every page of a file that nobody else has open with another key, and leaves no write-ahead log and no journal. The file is
/// half turned if this fails: it serves for copies only.
pub(crate) fn rekey(path: &Path, present: &DatabaseKey, next: &DatabaseKey) -> Result<()> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(&connection, present)?;
    recognise(&connection)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = OFF", [], |row| row.get(0))?;
    if mode != "off" {
        return Err(StoreError::InUse);
    }
    connection.execute_batch("PRAGMA synchronous = OFF;")?;
    let statement = Zeroizing::new(format!("PRAGMA rekey = \"{}\";", next.0.as_str()));
    connection.execute_batch(&statement)?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Every page's MAC.
pub(crate) fn check_pages(connection: &Connection) -> Result<()> {
    let mut cipher = connection.prepare("PRAGMA cipher_integrity_check")?;
    if cipher.query([])?.next()?.is_some() { Err(StoreError::Damaged) } else { Ok(()) }
}

/// Every page's MAC, then SQLite's own quick check.
pub(crate) fn check(connection: &Connection) -> Result<()> {
    check_pages(connection)?;
    let quick: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if quick == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}
