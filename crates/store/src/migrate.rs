//! Numbered migrations. Each runs in a transaction, after an automatic backup; they touch unsealed tables only.

use crate::error::{Result, StoreError};
use rusqlite::Connection;

const MIGRATIONS: &[&str] = &[include_str!("sql/001_office.sql")];

/// The format this version writes.
pub const NEWEST: i64 = 1;

/// Brings an older database up to [`NEWEST`]; `before` is told the format found and makes the backup.
pub(crate) fn run(connection: &mut Connection, before: &mut dyn FnMut(i64) -> Result<()>) -> Result<()> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > NEWEST {
        return Err(StoreError::Newer { found });
    }
    let done = usize::try_from(found).map_err(|_| StoreError::Damaged)?;
    if found > 0 && found < NEWEST {
        before(found)?;
    }
    for (number, sql) in MIGRATIONS.iter().enumerate().skip(done) {
        let tx = connection.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", i64::try_from(number + 1).map_err(|_| StoreError::Form)?)?;
        tx.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_newest_number_is_that_of_the_last_migration() {
        assert_eq!(super::NEWEST, 1);
        assert_eq!(usize::try_from(super::NEWEST), Ok(super::MIGRATIONS.len()));
    }
}
