//! Everything that a password opens, without the program: what a colleague with a database tool and plenty of time would do.
//!
//! Every key is tried on every sealed thing in the database and in `files/`, in the place it is bound to; keys found inside are
//! tried too, until nothing more opens. The places are written down here a second time, so that a change of one of them shows.

use amparo_model::record::KeyEntry;
use amparo_vault::ExposeSecret;
use amparo_vault::asymmetric::{self, SealingSecret, SigningSecret};
use amparo_vault::context::Context;
use amparo_vault::keyfile::KeyFile;
use amparo_vault::symmetric::{self, Key};
use amparo_vault::user::UserKeys;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Something sealed.
struct Sealed {
    kind: &'static str,
    /// The record, draft, file or circle it belongs to, or the place of the log.
    of: String,
    bytes: Vec<u8>,
    places: Vec<Context>,
}

/// A person's keys, and all that they opened.
pub(crate) struct Keyring {
    pub(crate) user: Uuid,
    pub(crate) keys: UserKeys,
    pub(crate) office: Uuid,
    pub(crate) database: Connection,
    folder: PathBuf,
    shared: Vec<Key>,
    secrets: Vec<SealingSecret>,
    /// What opened: kind, what it belongs to, and its content.
    pub(crate) opened: Vec<(&'static str, String, Vec<u8>)>,
    /// How many sealed things of each kind there are.
    pub(crate) sealed: BTreeMap<&'static str, usize>,
}

impl Keyring {
    /// Opens the key file and the database of a folder (an office's or a backup's) as a person.
    pub(crate) fn of(folder: &Path, login: &str, password: &str) -> Self {
        let mut keyfile = KeyFile::open(&folder.join("office.keys")).unwrap();
        let unlocked = keyfile.unlock(login, password).unwrap();
        let database =
            Connection::open_with_flags(folder.join("office.db"), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let key = unlocked.office_key.database_key();
        database
            .execute_batch(&format!("PRAGMA key = \"{}\"; PRAGMA foreign_keys = OFF;", key.expose_secret()))
            .unwrap();
        let count: i64 = database.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert!(count > 10, "the database opens for everybody who works here");
        let mut ring = Self {
            user: unlocked.user,
            office: keyfile.office(),
            database,
            folder: folder.to_owned(),
            shared: vec![unlocked.office_key.head_key(), Key::from_bytes(unlocked.keys.signing.expose_bytes())],
            secrets: vec![unlocked.keys.sealing.clone()],
            keys: unlocked.keys,
            opened: Vec::new(),
            sealed: BTreeMap::new(),
        };
        ring.take_key(ring.keys.sealing.expose_bytes().to_vec().as_slice());
        ring
    }

    /// Hands it one more key, as somebody would who planted it.
    pub(crate) fn with_key(mut self, key: &Key) -> Self {
        self.take_key(key.expose_bytes());
        self
    }

    /// Whether the database of a folder opens with an office key.
    pub(crate) fn try_database(folder: &Path, key: &amparo_vault::office::OfficeKey) -> rusqlite::Result<i64> {
        let database = Connection::open_with_flags(folder.join("office.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        database.execute_batch(&format!("PRAGMA key = \"{}\";", key.database_key().expose_secret()))?;
        database.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))
    }

    /// The same database in the hands of somebody who kept all the keys that another copy of the office gave them, and has no others.
    pub(crate) fn in_the_hands_of(mut self, other: Keyring) -> Self {
        (self.user, self.keys) = (other.user, other.keys);
        (self.shared, self.secrets) = (other.shared, other.secrets);
        self
    }

    fn take_key(&mut self, bytes: &[u8]) {
        for part in bytes.as_chunks::<32>().0 {
            self.shared.push(Key::from_bytes(part));
            self.secrets.push(SealingSecret::from_bytes(part));
        }
    }

    /// Tries every key on every sealed thing until nothing more opens.
    pub(crate) fn try_everything(mut self) -> Self {
        let mut closed = self.everything_sealed();
        for sealed in &closed {
            *self.sealed.entry(sealed.kind).or_default() += 1;
        }
        let (mut shared_tried, mut secrets_tried) = (0, 0);
        let mut tried = Vec::new();
        loop {
            let (shared, secrets) = (self.shared.split_off(shared_tried), self.secrets.split_off(secrets_tried));
            if shared.is_empty() && secrets.is_empty() {
                break;
            }
            let mut still = Vec::new();
            for sealed in closed {
                match open(&sealed, &shared, &secrets) {
                    Some(bytes) => {
                        if bytes.len() == 32 || bytes.len() == 64 {
                            tried.push(bytes.clone());
                        }
                        self.opened.push((sealed.kind, sealed.of, bytes));
                    }
                    None => still.push(sealed),
                }
            }
            closed = still;
            self.shared.extend(shared);
            self.secrets.extend(secrets);
            (shared_tried, secrets_tried) = (self.shared.len(), self.secrets.len());
            for key in std::mem::take(&mut tried) {
                self.take_key(&key);
            }
        }
        self
    }

    /// How many things of each kind opened.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        self.opened.iter().for_each(|(kind, ..)| *counts.entry(*kind).or_default() += 1);
        counts
    }

    /// To what the opened things of one kind belong.
    pub(crate) fn opened_of(&self, kind: &str) -> BTreeSet<String> {
        self.opened.iter().filter(|it| it.0 == kind).map(|it| it.1.clone()).collect()
    }

    /// The content of all that opened, but for the little that finders are told of every child (`across` looks at that).
    pub(crate) fn beyond_minimal(&self) -> Vec<Vec<u8>> {
        let rest = self.opened.iter().filter(|(kind, ..)| *kind != "minimal details");
        rest.map(|(_, _, bytes)| bytes.clone()).collect()
    }

    /// The office's signing key and its desk's secret, for who serves the desk.
    pub(crate) fn working(&self) -> Option<(SigningSecret, SealingSecret)> {
        let (.., bytes) = self.opened.iter().find(|(kind, ..)| *kind == "working secrets")?;
        let [signing, desk, ..] = bytes.as_chunks::<32>().0 else { return None };
        Some((SigningSecret::from_bytes(signing), SealingSecret::from_bytes(desk)))
    }

    /// Every key that was found.
    pub(crate) fn every_key(&self) -> &[Key] {
        &self.shared
    }

    /// Every value of every table, as bytes.
    pub(crate) fn values(&self) -> Vec<Vec<u8>> {
        let tables = self.column("SELECT name FROM sqlite_schema WHERE type = 'table'");
        tables.iter().flat_map(|table| self.values_of(table)).collect()
    }

    /// Every table and its values, but for the log, which also tells of what was refused.
    pub(crate) fn tables_but_the_log(&self) -> Vec<(String, Vec<Vec<u8>>)> {
        let tables =
            self.column("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'log%' ORDER BY 1");
        tables.into_iter().map(|table| (table.clone(), self.values_of(&table))).collect()
    }

    fn values_of(&self, table: &str) -> Vec<Vec<u8>> {
        use rusqlite::types::ValueRef;
        let mut values = Vec::new();
        let mut statement = self.database.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                values.push(match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
                    ValueRef::Integer(number) => number.to_string().into_bytes(),
                    _ => Vec::new(),
                });
            }
        }
        values
    }

    /// The first column of a query, as text.
    pub(crate) fn column(&self, sql: &str) -> Vec<String> {
        let mut statement = self.database.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    fn rows<T>(&self, sql: &str, read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
        let mut statement = self.database.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| read(row)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    fn everything_sealed(&self) -> Vec<Sealed> {
        let mut all = self.circle_keys();
        all.extend(self.key_chains());
        all.extend(self.records());
        all.extend(self.files());
        all.extend(self.drafts());
        all.extend(self.log());
        let secrets =
            self.rows("SELECT value FROM settings WHERE name = 'working-secrets'", |row| row.get::<_, String>(0));
        for text in secrets {
            let bytes = BASE64.decode(serde_json::from_str::<String>(&text).unwrap()).unwrap();
            let places = vec![Context::new("amparo/working-secrets/v1").id(self.office)];
            all.push(Sealed { kind: "working secrets", of: self.office.to_string(), bytes, places });
        }
        all
    }

    /// In every epoch up to the third, for every holder that there is.
    fn circle_keys(&self) -> Vec<Sealed> {
        let rows = self.rows("SELECT circle, sealed FROM circle_keys", |row| Ok((id(row, 0)?, row.get(1)?)));
        let holders = self.rows("SELECT DISTINCT holder FROM circle_keys", |row| id(row, 0));
        let sealed = rows.into_iter().map(|(circle, bytes)| {
            let at = |tag: &str, epoch: u64| Context::new(tag).id(self.office).id(circle).number(epoch);
            let places = (1..=3)
                .flat_map(|epoch| {
                    let members =
                        holders.iter().map(move |holder| at("amparo/circle-keys/member/v1", epoch).id(*holder));
                    members.chain([at("amparo/circle-keys/recovery/v1", epoch)])
                })
                .collect();
            Sealed { kind: "circle keys", of: circle.to_string(), bytes, places }
        });
        sealed.collect()
    }

    fn wrapped(
        &self,
        kind: &'static str,
        circle: Uuid,
        record: Uuid,
        compartment: &str,
        epoch: u64,
        bytes: &[u8],
    ) -> Sealed {
        let places = (1..=3)
            .map(|circle_epoch| {
                let at = Context::new("amparo/compartment-key/v1").id(self.office).id(circle).number(circle_epoch);
                at.id(record).text(compartment).number(epoch)
            })
            .collect();
        // One byte in front says whether a member or somebody outside wrapped it.
        Sealed { kind, of: record.to_string(), bytes: bytes[1..].to_vec(), places }
    }

    fn key_chains(&self) -> Vec<Sealed> {
        let quick = self.rows("SELECT circle, record, compartment, epoch, wrapped FROM quick_grants", |row| {
            Ok((id(row, 0)?, id(row, 1)?, row.get::<_, String>(2)?, row.get::<_, i64>(3)?, row.get::<_, Vec<u8>>(4)?))
        });
        let mut all: Vec<Sealed> = quick
            .iter()
            .map(|(circle, record, compartment, epoch, bytes)| {
                self.wrapped("quick grants", *circle, *record, compartment, epoch.unsigned_abs(), bytes)
            })
            .collect();
        for entry in self.rows("SELECT entry FROM key_entries", |row| row.get::<_, Vec<u8>>(0)) {
            let entry: KeyEntry = serde_json::from_slice(&entry).unwrap();
            let record = entry.record.uuid();
            for letter in entry.letters {
                let circle = letter.circle.uuid();
                if let Some(sealed) = letter.sealed {
                    let after = entry.previous.as_deref().map_or(Vec::new(), from_hex);
                    let at = |epoch| Context::new("amparo/letter/v1").id(self.office).id(circle).number(epoch);
                    let places = (1..=3).map(|epoch| at(epoch).id(record).bytes(&after)).collect();
                    let bytes = BASE64.decode(&sealed).unwrap();
                    all.push(Sealed { kind: "letters", of: record.to_string(), bytes, places });
                }
                for grant in letter.grants {
                    let (bytes, epoch) = (BASE64.decode(&grant.wrapped).unwrap(), grant.epoch.into());
                    all.push(self.wrapped("grants", circle, record, grant.compartment.as_str(), epoch, &bytes));
                }
            }
        }
        all
    }

    fn records(&self) -> Vec<Sealed> {
        let leaves =
            "SELECT r.record, l.compartment, l.revision, l.sealed FROM leaves l JOIN revisions r ON r.id = l.revision";
        let mut all = self.rows(leaves, |row| {
            let (record, compartment, revision) = (id(row, 0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?);
            let place = Context::new("amparo/leaf/v1").id(record).text(&compartment).bytes(&revision).number(1);
            Ok(Sealed { kind: "leaves", of: record.to_string(), bytes: row.get(3)?, places: vec![place] })
        });
        all.extend(self.match_letters());
        all.extend(self.rows(
            "SELECT record, part, epoch, sealed FROM parts WHERE part NOT IN ('match', 'matched', 'minimal')",
            |row| {
                let (record, part, epoch) = (id(row, 0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?);
                let place = Context::new("amparo/part/v1").id(record).text(&part).number(epoch.unsigned_abs());
                Ok(Sealed { kind: "parts", of: record.to_string(), bytes: row.get(3)?, places: vec![place] })
            },
        ));
        all
    }

    /// What records give to matching, and what their owners are told of it: a fresh key each time, wrapped for each circle that may read.
    fn match_letters(&self) -> Vec<Sealed> {
        let mut all = Vec::new();
        for (part, kind, content) in [
            ("match", "match facts", "amparo/match-facts/v1"),
            ("matched", "confirmed matches", "amparo/matched-content/v1"),
            ("minimal", "minimal details", "amparo/minimal-content/v1"),
        ] {
            let query = format!("SELECT record, sealed FROM parts WHERE part = '{part}'");
            let rows = self.rows(&query, |row| Ok((id(row, 0)?, row.get::<_, Vec<u8>>(1)?)));
            for (record, kept) in rows {
                let kept: serde_json::Value = serde_json::from_slice(&kept).unwrap();
                for reader in kept["letter"]["readers"].as_array().unwrap() {
                    let circle = reader["circle"].as_str().unwrap().parse().unwrap();
                    let wrapped = BASE64.decode(reader["wrapped"].as_str().unwrap()).unwrap();
                    all.push(self.wrapped("match keys", circle, record, part, 1, &wrapped));
                }
                let bytes = BASE64.decode(kept["sealed"].as_str().unwrap()).unwrap();
                let place = Context::new(content).id(record).number(1);
                all.push(Sealed { kind, of: record.to_string(), bytes, places: vec![place] });
            }
        }
        all
    }

    fn files(&self) -> Vec<Sealed> {
        let rows = self.rows("SELECT id, record, compartment, sealed_key, name FROM files", |row| {
            let record = row.get::<_, Option<Vec<u8>>>(1)?.map(|_| id(row, 1)).transpose()?;
            Ok((id(row, 0)?, record, row.get::<_, Option<String>>(2)?, row.get(3)?, row.get::<_, String>(4)?))
        });
        let mut all = Vec::new();
        for (file, record, compartment, sealed_key, name) in rows {
            let mut places = vec![Context::new("amparo/file-key/staged/v1").id(file)];
            if let (Some(record), Some(compartment)) = (record, compartment) {
                let at =
                    |epoch| Context::new("amparo/file-key/v1").id(record).text(&compartment).number(epoch).id(file);
                places.extend((1..=3).map(at));
            }
            let of = record.map_or(file, |record| record).to_string();
            all.push(Sealed { kind: "file keys", of: of.clone(), bytes: sealed_key, places });
            let bytes = std::fs::read(self.folder.join("files").join(name)).unwrap();
            all.push(Sealed { kind: "files", of, bytes, places: vec![Context::new("amparo/file/v1").id(file)] });
        }
        all
    }

    fn drafts(&self) -> Vec<Sealed> {
        let rows = self.rows("SELECT draft, compartment, keys, sealed FROM draft_parts", |row| {
            Ok((id(row, 0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get(3)?))
        });
        let mut all = Vec::new();
        for (draft, part, keys, bytes) in rows {
            for given in serde_json::from_str::<Vec<serde_json::Value>>(&keys).unwrap() {
                let circle = given["circle"].as_str().unwrap().parse().unwrap();
                let wrapped = BASE64.decode(given["wrapped"].as_str().unwrap()).unwrap();
                all.push(self.wrapped("draft keys", circle, draft, &part, 1, &wrapped));
            }
            let place = Context::new("amparo/draft/v1").id(draft).text(&part);
            all.push(Sealed { kind: "drafts", of: draft.to_string(), bytes, places: vec![place] });
        }
        all
    }

    /// Written independently of the office: `log 2`, letters (number, circle, epoch, length, key sealed to the circle), bodies (place of
    /// the letters, number, length, sealed). What does not look like that is one seal for auditors, of set-up.
    fn log(&self) -> Vec<Sealed> {
        let rows = self.rows("SELECT seq, at, auditors FROM log", |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Vec<u8>>(2)?))
        });
        let mut all = Vec::new();
        for (seq, at, bytes) in rows {
            let of = seq.to_string();
            let Some(rest) = bytes.strip_prefix(b"log 2") else {
                let places = vec![Context::new("amparo/log/v1").id(self.office).number(at.unsigned_abs())];
                all.push(Sealed { kind: "log of set-up", of, bytes, places });
                continue;
            };
            let mut rest = rest.iter().copied();
            let mut take = |count: usize| -> Vec<u8> { rest.by_ref().take(count).collect() };
            let long = |bytes: &[u8]| bytes.iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte));
            for _ in 0..take(1)[0] {
                let (_number, circle, _epoch) = (take(1), take(16), take(4));
                let length = long(&take(4));
                let place = Context::new("amparo/log-letter/v1").id(self.office).id(Uuid::from_slice(&circle).unwrap());
                let places = (1..=3).map(|epoch| place.clone().number(epoch)).collect();
                all.push(Sealed { kind: "log letters", of: of.clone(), bytes: take(length), places });
            }
            for _ in 0..take(1)[0] {
                let (_seq, _number) = (take(8), take(1));
                let length = long(&take(4));
                let places = vec![Context::new("amparo/log/v2").id(self.office).number(at.unsigned_abs())];
                all.push(Sealed { kind: "log bodies", of: of.clone(), bytes: take(length), places });
            }
        }
        all
    }
}

/// The fields of a piece of a log's body by their tags, written independently of the office: 1, then tag, length, bytes. 3 is the code, 4 the
/// record, 5 what else there is.
pub fn log_piece(bytes: &[u8]) -> BTreeMap<u8, Vec<u8>> {
    let (mark, mut left) = bytes.split_first().unwrap();
    assert_eq!(*mark, 1, "a body in pieces");
    let mut fields = BTreeMap::new();
    while let [tag, a, b, c, d, rest @ ..] = left {
        let (field, rest) = rest.split_at(u32::from_be_bytes([*a, *b, *c, *d]).try_into().unwrap());
        fields.insert(*tag, field.to_vec());
        left = rest;
    }
    assert!(left.is_empty());
    fields
}

fn id(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    let bytes: Vec<u8> = row.get(column)?;
    Ok(Uuid::from_slice(&bytes).unwrap())
}

fn open(sealed: &Sealed, shared: &[Key], secrets: &[SealingSecret]) -> Option<Vec<u8>> {
    sealed.places.iter().find_map(|place| {
        let by_key = shared.iter().find_map(|key| symmetric::open(key, place, &sealed.bytes).ok());
        let opened =
            by_key.or_else(|| secrets.iter().find_map(|it| asymmetric::open_with(it, place, &sealed.bytes).ok()));
        opened.map(|bytes| bytes.to_vec())
    })
}

fn from_hex(text: &str) -> Vec<u8> {
    amparo_model::ids::hex32(text).unwrap().to_vec()
}
