//! The limits: the same rows, bytes and syncs on raw SQLCipher, without an office.

use super::figure::timed;
use amparo_tests::dice::Dice;
use amparo_tests::staff::Login;
use amparo_vault::ExposeSecret;
use amparo_vault::keyfile::KeyFile;
use rusqlite::{Connection, params};
use std::error::Error;
use std::path::{Path, PathBuf};

/// The database of an office's folder, opened without the office.
pub struct Raw {
    path: PathBuf,
    key: String,
}

type Answer<T> = Result<T, Box<dyn Error>>;

impl Raw {
    /// Finds the database's key with a sign-in.
    pub fn of(folder: &Path, who: &Login) -> Answer<Self> {
        let unlocked = KeyFile::open(&folder.join("office.keys"))?.unlock(&who.name, &who.password)?;
        let key = unlocked.office_key.database_key().expose_secret().to_owned();
        Ok(Self { path: folder.join("office.db"), key })
    }

    /// Opens it as the store does: the same cipher, journal, syncs and cache.
    pub fn connect(&self) -> Answer<Connection> {
        connect(&self.path, &self.key)
    }

    /// Reading all that the first list is made of, from a closed database on.
    pub fn first_list(&self, runs: usize) -> Answer<Vec<f64>> {
        let one = || -> Answer<()> {
            let connection = self.connect()?;
            for part in ["summary", "names"] {
                let mut statement = connection.prepare(
                    "SELECT r.id, r.heads, p.sealed FROM parts p JOIN records r ON r.id = p.record WHERE p.part = ?",
                )?;
                let mut rows = statement.query([part])?;
                while let Some(row) = rows.next()? {
                    std::hint::black_box(row.get_ref(2)?.as_blob()?.len());
                }
            }
            Ok(())
        };
        (0..runs).map(|_| timed(one)).map(|(time, done)| done.map(|()| time)).collect()
    }

    /// Fifty rows of the list, somewhere in it.
    pub fn list_page(&self, runs: usize) -> Answer<Vec<f64>> {
        let connection = self.connect()?;
        let records: i64 = connection.query_row("SELECT COUNT(*) FROM records", [], |row| row.get(0))?;
        let mut dice = Dice::new(1);
        let one = |skip: i64| -> Answer<()> {
            for part in ["summary", "names"] {
                let mut statement =
                    connection.prepare_cached("SELECT sealed FROM parts WHERE part = ? LIMIT 50 OFFSET ?")?;
                let mut rows = statement.query(params![part, skip])?;
                while let Some(row) = rows.next()? {
                    std::hint::black_box(row.get_ref(0)?.as_blob()?.len());
                }
            }
            Ok(())
        };
        (0..runs)
            .map(|_| i64::try_from(dice.below(usize::try_from(records / 4).unwrap_or(1))).unwrap_or(0))
            .map(|skip| timed(|| one(skip)))
            .map(|(time, done)| done.map(|()| time))
            .collect()
    }

    /// A record's rows: skeleton, grants, revisions, leaves.
    pub fn open_record(&self, runs: usize) -> Answer<Vec<f64>> {
        let connection = self.connect()?;
        let ids = ids(&connection)?;
        let grants: Vec<(Vec<u8>, String)> = connection
            .prepare("SELECT DISTINCT circle, compartment FROM quick_grants")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let mut dice = Dice::new(2);
        let one = |id: &[u8]| -> Answer<()> {
            drain(&connection, "SELECT kind, module, status, owner, heads FROM records WHERE id = ?", params![id])?;
            for (circle, compartment) in &grants {
                let grant =
                    "SELECT epoch, wrapped FROM quick_grants WHERE circle = ? AND compartment = ? AND record = ?";
                drain(&connection, grant, params![circle, compartment, id])?;
            }
            drain(
                &connection,
                "SELECT id, header, signature FROM revisions WHERE record = ? ORDER BY place",
                params![id],
            )?;
            drain(
                &connection,
                "SELECT l.revision, l.compartment, l.epoch, l.sealed FROM revisions r JOIN leaves l ON l.revision = r.id
                 WHERE r.record = ? ORDER BY r.place, l.compartment",
                params![id],
            )
        };
        (0..runs)
            .map(|_| dice.one(&ids).clone())
            .map(|id| timed(|| one(&id)))
            .map(|(time, done)| done.map(|()| time))
            .collect()
    }

    /// The rows of a save, copied from other records: every third a new record, the others one more revision.
    pub fn save_record(&self, runs: usize) -> Answer<Vec<f64>> {
        let mut connection = self.connect()?;
        let ids = ids(&connection)?;
        let mut dice = Dice::new(3);
        let mut times = Vec::new();
        for run in 0..runs {
            let rows = Copied::of(&connection, dice.one::<Vec<u8>>(&ids))?;
            let (record, revision): ([u8; 16], [u8; 32]) = (dice.bytes(), dice.bytes());
            let (time, done) = timed(|| -> Answer<()> {
                let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
                if run % 3 == 0 {
                    rows.register(&tx, &record)?;
                    rows.revise(&tx, &record, &revision, usize::MAX)?;
                } else {
                    rows.revise(&tx, &rows.id, &revision, 1)?;
                }
                Ok(tx.commit()?)
            });
            done?;
            times.push(time);
        }
        Ok(times)
    }
}

/// A record's rows, to be written once more.
struct Copied {
    id: Vec<u8>,
    owner: Vec<u8>,
    entry: (Vec<u8>, Vec<u8>),
    grants: Vec<(Vec<u8>, String, Vec<u8>)>,
    revision: (Vec<u8>, Vec<u8>),
    leaves: Vec<(String, Vec<u8>)>,
    parts: Vec<(String, Vec<u8>)>,
    log: (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>),
}

impl Copied {
    fn of(connection: &Connection, id: &[u8]) -> Answer<Self> {
        let two = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let parts = |sql: &str| -> Answer<Vec<(String, Vec<u8>)>> {
            Ok(connection.prepare_cached(sql)?.query_map([id], two)?.collect::<Result<_, _>>()?)
        };
        Ok(Self {
            id: id.to_vec(),
            owner: connection.query_row("SELECT owner FROM records WHERE id = ?", [id], |row| row.get(0))?,
            entry: connection.query_row("SELECT entry, signature FROM key_entries WHERE record = ?", [id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?,
            grants: connection
                .prepare_cached("SELECT circle, compartment, wrapped FROM quick_grants WHERE record = ?")?
                .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<Result<_, _>>()?,
            revision: connection.query_row(
                "SELECT header, signature FROM revisions WHERE record = ? ORDER BY place LIMIT 1",
                [id],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            leaves: parts(
                "SELECT l.compartment, l.sealed FROM revisions r JOIN leaves l ON l.revision = r.id
                 WHERE r.record = ? AND r.place = 1 ORDER BY LENGTH(l.sealed)",
            )?,
            parts: parts("SELECT part, sealed FROM parts WHERE record = ?")?,
            log: connection.query_row(
                "SELECT l.auditors, l.actor, s.person, s.signature FROM log l JOIN log_signatures s ON s.seq = l.seq
                 ORDER BY l.seq DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )?,
        })
    }

    fn register(&self, tx: &Connection, record: &[u8]) -> Answer<()> {
        tx.prepare_cached(
            "INSERT INTO records (id, kind, module, status, owner, heads) VALUES (?, 'case', 'cp', 'open', ?, x'')",
        )?
        .execute(params![record, self.owner])?;
        tx.prepare_cached("INSERT INTO key_entries (record, place, entry, signature) VALUES (?, 1, ?, ?)")?
            .execute(params![record, self.entry.0, self.entry.1])?;
        for (circle, compartment, wrapped) in &self.grants {
            tx.prepare_cached("INSERT OR IGNORE INTO granted (circle, record) VALUES (?, ?)")?
                .execute(params![circle, record])?;
            tx.prepare_cached(
                "INSERT INTO quick_grants (circle, compartment, record, epoch, wrapped) VALUES (?, ?, ?, 1, ?)",
            )?
            .execute(params![circle, compartment, record, wrapped])?;
        }
        tx.prepare_cached("UPDATE numbers SET last = last + 1")?.execute([])?;
        Ok(())
    }

    fn revise(&self, tx: &Connection, record: &[u8], revision: &[u8], leaves: usize) -> Answer<()> {
        tx.prepare_cached(
            "INSERT INTO revisions (record, place, id, header, signature)
             SELECT ?1, COALESCE(MAX(place), 0) + 1, ?2, ?3, ?4 FROM revisions WHERE record = ?1",
        )?
        .execute(params![record, revision, self.revision.0, self.revision.1])?;
        for (compartment, sealed) in self.leaves.iter().take(leaves) {
            tx.prepare_cached("INSERT INTO leaves (revision, compartment, epoch, sealed) VALUES (?, ?, 1, ?)")?
                .execute(params![revision, compartment, sealed])?;
        }
        for (part, sealed) in &self.parts {
            tx.prepare_cached("INSERT OR REPLACE INTO parts (part, record, epoch, sealed) VALUES (?, ?, 1, ?)")?
                .execute(params![part, record, sealed])?;
        }
        tx.prepare_cached("UPDATE records SET heads = ? WHERE id = ?")?.execute(params![revision, record])?;
        let (auditors, actor, person, signature) = &self.log;
        tx.prepare_cached("INSERT INTO log (at, link, auditors, actor, hash) VALUES (0, ?1, ?2, ?3, ?1)")?
            .execute(params![revision, auditors, actor])?;
        tx.prepare_cached("DELETE FROM log_signatures WHERE seq = last_insert_rowid() - 1")?.execute([])?;
        tx.prepare_cached("INSERT INTO log_signatures (seq, person, signature) VALUES (last_insert_rowid(), ?, ?)")?
            .execute(params![person, signature])?;
        Ok(())
    }
}

fn ids(connection: &Connection) -> Answer<Vec<Vec<u8>>> {
    let ids =
        connection.prepare("SELECT id FROM records")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

fn drain(connection: &Connection, sql: &str, with: &[&dyn rusqlite::ToSql]) -> Answer<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(with)?;
    while let Some(row) = rows.next()? {
        for at in 0..columns {
            std::hint::black_box(row.get_ref(at)?);
        }
    }
    Ok(())
}

fn connect(path: &Path, key: &str) -> Answer<Connection> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!("PRAGMA key = \"{key}\";"))?;
    connection.execute_batch(
        "PRAGMA cipher_memory_security = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;
         PRAGMA cache_size = -32768;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Looking for parts of names with `LIKE` in a plain table of an encrypted database.
pub fn search_name(names: &[String], words: &[String], aside: &Path) -> Answer<Vec<f64>> {
    let path = aside.join("plain.db");
    let _ = std::fs::remove_file(&path);
    let mut connection = connect(&path, &format!("x'{}'", "5a".repeat(32)))?;
    let tx = connection.transaction()?;
    tx.execute_batch("CREATE TABLE plain (name TEXT NOT NULL)")?;
    for name in names {
        tx.prepare_cached("INSERT INTO plain (name) VALUES (?)")?.execute([name])?;
    }
    tx.commit()?;
    let one = |word: &str| -> Answer<()> {
        let found: Vec<(i64, String)> = connection
            .prepare_cached("SELECT rowid, name FROM plain WHERE name LIKE '%' || ? || '%'")?
            .query_map([word], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        std::hint::black_box(found.len());
        Ok(())
    };
    words.iter().map(|word| timed(|| one(word))).map(|(time, done)| done.map(|()| time)).collect()
}
