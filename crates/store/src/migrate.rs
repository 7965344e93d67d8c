//! Numbered migrations. Each runs in a transaction, after an automatic backup; they touch unsealed tables only.

use crate::error::{Result, StoreError};
use rusqlite::Connection;

const MIGRATIONS: &[&str] = &[
    include_str!("sql/001_office.sql"),
    include_str!("sql/002_rows_with_ids.sql"),
    include_str!("sql/003_restores_and_destruction.sql"),
    include_str!("sql/004_parts_lie_together.sql"),
    include_str!("sql/005_a_signature_for_each_stretch.sql"),
];

/// The format this version writes.
pub const NEWEST: i64 = 5;

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
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_newest_number_is_that_of_the_last_migration() {
        assert_eq!(NEWEST, 5);
        assert_eq!(usize::try_from(NEWEST), Ok(MIGRATIONS.len()));
    }

    #[test]
    fn an_office_of_the_first_format_keeps_every_row_and_is_backed_up_before() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(MIGRATIONS[0]).unwrap();
        connection
            .execute_batch(
                "PRAGMA user_version = 1; PRAGMA foreign_keys = ON;
                 INSERT INTO records VALUES (x'01', 'case', 'cp', 'open', NULL, x'AA');
                 INSERT INTO revisions VALUES (x'01', 1, x'AA', zeroblob(9000), x'05'), (x'01', 2, x'BB', x'04', x'06');
                 INSERT INTO leaves VALUES (x'AA', 'identity', 1, zeroblob(5000)), (x'BB', 'care', 2, x'07');
                 INSERT INTO key_entries VALUES (x'01', 1, zeroblob(20000), x'08');
                 INSERT INTO records VALUES (x'02', 'case', 'cp', 'open', NULL, x'AB');
                 INSERT INTO parts VALUES ('names', x'01', 1, x'09'), ('summary', x'01', 3, x'0A'), ('summary', x'02', 1, x'0B');",
            )
            .unwrap();
        let rows = |connection: &Connection| -> Vec<String> {
            let parts = "(SELECT part, record, epoch, sealed FROM parts)";
            ["revisions", "leaves", "key_entries", parts].map(|table| whole(connection, table)).to_vec()
        };
        let (before, mut backed_up) = (rows(&connection), Vec::new());
        run(&mut connection, &mut |found| {
            backed_up.push(found);
            Ok(())
        })
        .unwrap();
        assert_eq!(backed_up, [1]);
        assert_eq!(rows(&connection), before);
        let ranges = "SELECT group_concat(part || (place >> 40), ' ') FROM (SELECT * FROM parts ORDER BY place)";
        let ranges: String = connection.query_row(ranges, [], |row| row.get(0)).unwrap();
        assert_eq!(ranges, "names1 summary2 summary2");
        assert!(connection.execute("INSERT INTO leaves VALUES (x'AA', 'identity', 2, x'00')", []).is_err());
        for other in ["('names', x'03', 1, x'00')", "('names', x'01', 1, x'00')"] {
            let insert = format!("INSERT INTO parts (part, record, epoch, sealed) VALUES {other}");
            assert!(connection.execute(&insert, []).is_err(), "{other}");
        }
    }

    /// Every row of a table in the order of its key, as text.
    fn whole(connection: &Connection, table: &str) -> String {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at)).collect::<rusqlite::Result<Vec<_>>>()
        });
        let rows: Vec<_> = rows.unwrap().collect::<rusqlite::Result<_>>().unwrap();
        assert!(!rows.is_empty());
        format!("{rows:?}")
    }
}
