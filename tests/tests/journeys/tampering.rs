//! The database and the key file in the hands of a colleague who has the database key: rows of every table swapped, overwritten, dropped
//! and put back as they were. Each is found, at signing in, at opening or by the check behind the first list; or it changes nothing at all.

use crate::keyring::Keyring;
use amparo_api::records::{Ask, Show};
use amparo_api::{Code, Problem, Reply};
use amparo_model::person::Role;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, everything_in, is_sound, password, text};
use amparo_vault::keyfile::KeyFile;
use amparo_vault::user::UserKeys;
use amparo_vault::{ExposeSecret, OsRandom};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A small office in which everything happened once: two teams' worth of people, records with pasts, a photo, somebody who left, keys that
/// turned, a draft.
struct Ground {
    office: Office,
    /// Database and key file as they were left.
    files: [Vec<u8>; 2],
    attachments: BTreeMap<PathBuf, Vec<u8>>,
    /// What everybody saw then.
    before: Vec<(&'static str, String)>,
    key: String,
}

/// What became of something that was done to the files.
#[derive(Debug, PartialEq)]
enum Outcome {
    Found,
    Same,
    /// Somebody sees something else, and nobody is told.
    Unseen,
}

const WATCHED: [&str; 2] = [SUPERVISOR, "lucia"];

impl Ground {
    fn new() -> Self {
        let mut office = Office::new("KRG1");
        office.hire_all(&[
            ("Sara Mendes", "sara", Role::Supervisor),
            ("Lucía Ferrer", "lucia", Role::Caseworker),
            ("Omar Said", "omar", Role::Caseworker),
        ]);
        office.sign_in("lucia");
        let photo = office.add_photo();
        let nour = office.register(&a_case().named("Nour Haddad").complete().with("photo", photo));
        office.edit(nour.record, &[("landmark", text("the red gate")), ("situation", text("cold"))]);
        let hana = office.register(&a_case().named("Hana Aziz").complete());
        office.sign_in("omar");
        office.register(&a_case().named("Baran Kaya"));
        office.let_go("sara", SUPERVISOR);
        office.sign_in("lucia");
        // The keys of this one turned with the save.
        office.edit(nour.record, &[("landmark", text("the blue gate")), ("situation", text("warm"))]);
        office.edit(hana.record, &[("situation", text("with an aunt"))]);
        office.keep_draft("registration", &a_case().document);
        office.leave();
        let key = database_key(&office, "omar");
        let (files, attachments) = (ground_files(&office), everything_in(&office.folder.join("files")));
        let mut ground = Self { files, attachments, office, before: Vec::new(), key };
        ground.before = WATCHED
            .iter()
            .map(|who| {
                ground.office.start();
                let (seen, sound) = ground.look(who).expect("untouched, it opens");
                assert!(sound && seen.contains("Nour Haddad"), "{who}");
                ground.office.kill();
                (*who, seen)
            })
            .collect();
        // Looking is written down; what is tampered with is what stood before anybody looked.
        ground.put_back();
        ground
    }

    fn put_back(&self) {
        std::fs::write(self.office.folder.join("office.db"), &self.files[0]).unwrap();
        std::fs::write(self.office.folder.join("office.keys"), &self.files[1]).unwrap();
        // Attachments that no row names any more are swept at the next sign-in.
        self.attachments.iter().for_each(|(path, bytes)| std::fs::write(path, bytes).unwrap());
        for name in ["office.db-wal", "office.db-shm"] {
            let _ = std::fs::remove_file(self.office.folder.join(name));
        }
    }

    fn database(&self) -> Connection {
        let path = self.office.folder.join("office.db");
        let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        database.execute_batch(&format!("PRAGMA key = \"{}\"; PRAGMA foreign_keys = OFF;", self.key)).unwrap();
        database
    }

    /// Everything that somebody sees, and whether the check behind the first list found everything in order.
    fn look(&self, who: &str) -> Result<(String, bool), Problem> {
        let office = &self.office;
        office.try_sign_in(who, &password(who))?;
        let mut seen = String::new();
        for row in office.list(Show::All) {
            let record = row.record.unwrap();
            let opened = match office.ask(Ask::Open { record })? {
                Reply::Records(amparo_api::records::Answer::Record(opened)) => opened,
                other => panic!("not a record: {other:?}"),
            };
            let past = serde_json::to_string(&office.history(record)).unwrap();
            if let Some(amparo_model::value::Value::File(file)) = opened.document.get("photo") {
                office.photo(Some(record), file.id)?;
            }
            let document = serde_json::to_string(&opened.document).unwrap();
            let plain = (&row.code, &row.name, &row.risk, &row.status, &row.owner, &opened.closed, &opened.heads);
            seen += &format!("{plain:?} {document} {past} {:?}\n", opened.read_only);
        }
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            if let Some(sound) = is_sound(office.program())? {
                return Ok((seen, sound));
            }
            assert!(Instant::now() < until, "the check never ends");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What comes of something that was done to the files; they are put back afterwards.
    fn outcome(&mut self, who: &'static str) -> Outcome {
        self.office.start();
        let looked = self.look(who);
        self.office.kill();
        self.put_back();
        let before = &self.before.iter().find(|(login, _)| *login == who).unwrap().1;
        match looked {
            Err(_) | Ok((_, false)) => Outcome::Found,
            Ok((seen, true)) if seen == *before => Outcome::Same,
            Ok((seen, true)) => {
                eprintln!("was {before}\nis {seen}");
                Outcome::Unseen
            }
        }
    }

    fn after_sql(&mut self, sql: &str, who: &'static str) -> Outcome {
        let database = self.database();
        database.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert!(database.total_changes() > 0, "{sql}: nothing was changed");
        drop(database);
        self.outcome(who)
    }

    /// For each way in which two rows of a table can differ by what names them: one such pair. `names` are what names a row, the last the
    /// row itself; `carried` is what it carries.
    fn pairs(&self, from: &str, names: &[&str]) -> Vec<(i64, i64, String)> {
        let database = self.database();
        let differs: Vec<String> =
            names.iter().map(|name| format!("CASE WHEN a.{name} IS b.{name} THEN '' ELSE '{name} ' END")).collect();
        let sql = format!(
            "WITH t AS (SELECT *, row_number() OVER () AS n FROM ({from}))
             SELECT MIN(a.n * 100000 + b.n), {} AS way FROM t a JOIN t b ON a.n < b.n GROUP BY way",
            differs.join(" || ")
        );
        let mut statement = database.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| {
            let both: i64 = row.get(0)?;
            Ok((both / 100_000, both % 100_000, row.get::<_, String>(1)?))
        });
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }
}

fn ground_files(office: &Office) -> [Vec<u8>; 2] {
    ["office.db", "office.keys"].map(|name| std::fs::read(office.folder.join(name)).unwrap())
}

fn database_key(office: &Office, who: &str) -> String {
    let mut keyfile = KeyFile::open(&office.folder.join("office.keys")).unwrap();
    let key = keyfile.unlock(who, &password(who)).unwrap().office_key.database_key();
    key.expose_secret().to_owned()
}

/// A table, what names its rows, what they carry, and whether a swap may also come to nothing at all because the rows only spare time or
/// are held against something else each time.
struct Table {
    name: &'static str,
    from: &'static str,
    names: &'static [&'static str],
    carried: &'static [&'static str],
    may_come_to_nothing: bool,
}

const TABLES: [Table; 9] = [
    Table {
        name: "leaves",
        from: "SELECT l.*, r.record FROM leaves l JOIN revisions r ON r.id = l.revision",
        names: &["record", "revision", "compartment", "epoch"],
        carried: &["sealed"],
        may_come_to_nothing: false,
    },
    Table {
        name: "parts",
        from: "SELECT * FROM parts",
        names: &["record", "part", "epoch"],
        carried: &["sealed"],
        may_come_to_nothing: false,
    },
    Table {
        name: "revisions",
        from: "SELECT * FROM revisions",
        names: &["record", "place"],
        carried: &["header", "signature"],
        may_come_to_nothing: false,
    },
    Table {
        name: "revisions",
        from: "SELECT * FROM revisions",
        names: &["record"],
        carried: &["signature"],
        may_come_to_nothing: false,
    },
    Table {
        name: "key_entries",
        from: "SELECT * FROM key_entries",
        names: &["record", "place"],
        carried: &["entry", "signature"],
        // Who has quick grants asks the chain only where keys turned: what was turned is vouched for, what came first proves itself.
        may_come_to_nothing: true,
    },
    Table {
        name: "quick_grants",
        from: "SELECT * FROM quick_grants",
        names: &["circle", "record", "compartment", "epoch"],
        carried: &["wrapped"],
        may_come_to_nothing: true,
    },
    Table {
        name: "circle_keys",
        from: "SELECT * FROM circle_keys",
        names: &["circle", "epoch", "holder"],
        carried: &["sealed"],
        // Those of other people, and of the recovery words, are nothing to whoever signs in.
        may_come_to_nothing: true,
    },
    Table {
        name: "directory",
        from: "SELECT *, json_extract(entry, '$.entry') AS kind FROM directory",
        names: &["kind"],
        carried: &["entry"],
        may_come_to_nothing: false,
    },
    Table {
        name: "records",
        from: "SELECT * FROM records",
        names: &["owner"],
        carried: &["heads"],
        may_come_to_nothing: false,
    },
];

/// Swaps what two rows carry; the rows are named by their order in the table's query.
fn swap(ground: &Ground, table: &Table, one: i64, other: i64) {
    let database = ground.database();
    let key = match table.name {
        "leaves" => "revision, compartment",
        "parts" => "part, record",
        "revisions" | "key_entries" => "record, place",
        "quick_grants" => "circle, compartment, record",
        "circle_keys" => "circle, epoch, holder",
        "directory" => "seq",
        _ => "id",
    };
    let carried = table.carried.join(", ");
    let (table_name, from) = (table.name, table.from);
    let keys: Vec<&str> = key.split(", ").collect();
    let read = |column: &str, row: i64| -> rusqlite::types::Value {
        let sql = format!("SELECT {column} FROM (SELECT *, row_number() OVER () AS n FROM ({from})) WHERE n = {row}");
        database.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    let row = |at: i64, columns: &[&str]| columns.iter().map(|column| read(column, at)).collect::<Vec<_>>();
    let columns: Vec<&str> = carried.split(", ").collect();
    let both = [(row(one, &keys), row(other, &columns)), (row(other, &keys), row(one, &columns))];
    let set = columns.iter().map(|column| format!("{column} = ?")).collect::<Vec<_>>().join(", ");
    let whose = keys.iter().map(|column| format!("{column} = ?")).collect::<Vec<_>>().join(" AND ");
    for (key, values) in both {
        let params = rusqlite::params_from_iter(values.into_iter().chain(key));
        let changed = database.execute(&format!("UPDATE {table_name} SET {set} WHERE {whose}"), params).unwrap();
        assert_eq!(changed, 1);
    }
}

fn every_swap(tables: &[&str]) {
    let mut ground = Ground::new();
    let mut tried = 0;
    for table in TABLES.iter().filter(|table| tables.contains(&table.name)) {
        let pairs = ground.pairs(table.from, table.names);
        assert!(!pairs.is_empty(), "{}: no two rows", table.name);
        for (one, other, way) in pairs {
            swap(&ground, table, one, other);
            tried += 1;
            let outcome = ground.outcome(SUPERVISOR);
            let good = outcome == Outcome::Found || (table.may_come_to_nothing && outcome == Outcome::Same);
            assert!(good, "{} with another {way}: {outcome:?}", table.name);
        }
    }
    eprintln!("{tried} swaps");
}

#[test]
fn swapped_leaves_parts_and_revisions_are_found() {
    every_swap(&["leaves", "parts", "revisions"]);
}

#[test]
fn swapped_grants_key_epochs_circles_and_people_are_found_or_come_to_nothing() {
    every_swap(&["key_entries", "quick_grants", "circle_keys", "directory", "records"]);
}

#[test]
fn rows_that_are_dropped_or_say_something_else_are_found() {
    let mut ground = Ground::new();
    // Whatever is dropped here takes something away from somebody, or puts back what was.
    let edits = [
        "DELETE FROM leaves WHERE rowid = (SELECT MAX(rowid) FROM leaves WHERE compartment = 'care')",
        "DELETE FROM leaves WHERE revision = (SELECT id FROM revisions WHERE place = 1 LIMIT 1)",
        "DELETE FROM parts WHERE part = 'summary' AND record = (SELECT record FROM revisions WHERE place = 3)",
        "DELETE FROM parts WHERE part = 'names'",
        "DELETE FROM key_entries WHERE place = 2",
        "DELETE FROM key_entries WHERE place = 2; DELETE FROM quick_grants",
        "UPDATE key_entries SET signature = zeroblob(64) WHERE place = 2; DELETE FROM quick_grants",
        "DELETE FROM directory WHERE seq = (SELECT MAX(seq) FROM directory)",
        "DELETE FROM directory WHERE seq = (SELECT MAX(seq) FROM directory WHERE entry LIKE '%\"entry\":\"circle\"%')",
        "DELETE FROM directory WHERE seq = (SELECT MAX(seq) FROM directory WHERE entry LIKE '%\"entry\":\"statement\"%')",
        "DELETE FROM directory WHERE seq = 3",
        "UPDATE directory SET seq = -seq WHERE seq IN (5, 6); UPDATE directory SET seq = 11 + seq WHERE seq < 0",
        "UPDATE records SET status = 'closed'",
        "UPDATE records SET kind = 'family'",
        "UPDATE records SET module = 'gbv'",
        "UPDATE records SET owner = NULL",
        "UPDATE records SET owner = (SELECT owner FROM records ORDER BY owner LIMIT 1)",
        "UPDATE revisions SET signature = zeroblob(64) WHERE place = 1",
        "UPDATE leaves SET epoch = 1 WHERE epoch = 2",
        "UPDATE leaves SET compartment = 'invented' WHERE rowid = (SELECT MAX(rowid) FROM leaves)",
        "INSERT INTO leaves SELECT revision, 'invented', epoch, sealed FROM leaves WHERE rowid = 1",
        "DELETE FROM records; DELETE FROM revisions; DELETE FROM leaves; DELETE FROM parts",
        "UPDATE files SET sealed_key = zeroblob(72)",
        "DELETE FROM files",
        "DELETE FROM settings WHERE name = 'keyfile-marks'",
    ];
    for sql in edits {
        assert_eq!(ground.after_sql(sql, SUPERVISOR), Outcome::Found, "{sql}");
    }
    // What only spares time may be anything.
    for sql in [
        "DELETE FROM quick_grants",
        "UPDATE quick_grants SET wrapped = zeroblob(73)",
        "UPDATE quick_grants SET epoch = 1 WHERE epoch = 2",
        "INSERT OR IGNORE INTO granted SELECT c.circle, r.id FROM circle_keys c, records r",
    ] {
        assert_eq!(ground.after_sql(sql, SUPERVISOR), Outcome::Same, "{sql}");
    }
    // A circle's key that is sealed to somebody and is not theirs: who signs in is told, and gets nothing by it.
    let planted = "INSERT OR REPLACE INTO circle_keys SELECT circle, epoch,
        (SELECT holder FROM circle_keys GROUP BY holder HAVING COUNT(*) = 1 AND holder <> zeroblob(16) LIMIT 1), sealed
        FROM circle_keys WHERE holder = zeroblob(16)";
    let outcomes = ["lucia", SUPERVISOR].map(|who| ground.after_sql(planted, who));
    assert!(!outcomes.contains(&Outcome::Unseen), "{outcomes:?}");
}

#[test]
fn an_older_part_of_a_record_and_any_older_page_put_back_are_found() {
    let mut ground = Ground::new();
    // The office goes on from what was kept: what stood then can be put back row by row and page by page.
    let older = ground.files.clone();
    ground.office.start();
    ground.office.sign_in("lucia");
    let nour = ground.office.list(Show::All).into_iter().find(|row| row.name == "Nour Haddad").unwrap();
    ground.office.edit(nour.record.unwrap(), &[("situation", text("moved away")), ("name_first", text("Noor"))]);
    ground.office.leave();
    ground.files = ground_files(&ground.office);
    ground.before = WATCHED
        .iter()
        .map(|who| {
            ground.office.start();
            let seen = ground.look(who).unwrap().0;
            ground.office.kill();
            ground.put_back();
            (*who, seen)
        })
        .collect();
    let old = ground.office.beside("older.db");
    std::fs::write(&old, &older[0]).unwrap();
    let attach = format!("ATTACH DATABASE '{}' AS older KEY \"{}\";", old.display(), ground.key);
    for (table, whose) in [
        ("parts", "part = 'summary'"),
        ("parts", "part = 'names'"),
        ("records", "1"),
        ("directory", "1"),
        ("revisions", "1"),
        ("leaves", "1"),
    ] {
        let sql = format!(
            "{attach} DELETE FROM main.{table} WHERE {whose}; INSERT INTO main.{table} SELECT * FROM older.{table} WHERE {whose};"
        );
        let outcome = ground.after_sql(&sql, SUPERVISOR);
        // Nothing was added to the directory meanwhile.
        let wanted = if table == "directory" { Outcome::Same } else { Outcome::Found };
        assert_eq!(outcome, wanted, "older {table} where {whose}");
    }
    let page = 4096;
    let (then, now) = (&older[0], ground.files[0].clone());
    let changed: Vec<usize> = (1..then.len().min(now.len()) / page)
        .filter(|at| then[at * page..][..page] != now[at * page..][..page])
        .collect();
    assert!(changed.len() > 5, "pages that are others now");
    let mut found = 0;
    for at in &changed {
        let mut database = now.clone();
        database[at * page..][..page].copy_from_slice(&then[at * page..][..page]);
        std::fs::write(ground.office.folder.join("office.db"), database).unwrap();
        let outcome = ground.outcome(SUPERVISOR);
        assert_ne!(outcome, Outcome::Unseen, "page {at}");
        found += usize::from(outcome == Outcome::Found);
    }
    // Pages of quick grants, settings and free pages may come to nothing.
    assert!(found * 2 > changed.len(), "{found} of {} were found", changed.len());
}

#[test]
fn a_key_file_of_last_week_is_refused_and_a_changed_password_opens_neither_copy_of_todays() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.leave();
    let path = office.folder.join("office.keys");
    let last_week = std::fs::read(&path).unwrap();
    office.start();
    office.sign_in("lucia");
    let new = "another-lantern-over-seven-hills".to_owned();
    office.ask(amparo_api::getting_in::Ask::ChangePassword { old: password("lucia"), new: new.clone() }).unwrap();
    office.leave();
    let today = std::fs::read(&path).unwrap();
    let half = today.len() / 2;
    for other in [0..half, half..today.len()] {
        let mut one = today.clone();
        one[other].fill(0);
        let copy = office.beside("one copy");
        std::fs::write(&copy, one).unwrap();
        let refused = KeyFile::open(&copy).unwrap().unlock("lucia", &password("lucia"));
        assert!(matches!(refused, Err(amparo_vault::Error::Refused)), "{refused:?}");
        KeyFile::open(&copy).unwrap().unlock("lucia", &new).unwrap();
    }
    std::fs::write(&path, &last_week).unwrap();
    office.start();
    for (login, password) in [("lucia", password("lucia")), (SUPERVISOR, password(SUPERVISOR))] {
        assert_eq!(office.try_sign_in(login, &password).unwrap_err().code, Code::Damaged, "{login}");
    }
    office.kill();
    std::fs::write(&path, today).unwrap();
    office.start();
    office.try_sign_in("lucia", &new).unwrap();
}

#[test]
fn an_invented_slot_gives_nobody_another_s_place() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.register(&a_case().named("Nour Haddad").complete());
    office.hire("Omar Said", "omar");
    office.leave();
    let path = office.folder.join("office.keys");
    let mut keyfile = KeyFile::open(&path).unwrap();
    let omar = keyfile.unlock("omar", &password("omar")).unwrap();
    let logins = keyfile.logins(&omar.office_key).unwrap();
    let puppet = UserKeys::generate(&mut OsRandom);
    for (at, victim) in logins.iter().filter(|login| login.user != omar.user).enumerate() {
        let login = format!("puppet{at}");
        keyfile.set_slot(&omar.office_key, &login, &password(&login), victim.user, &puppet, &mut OsRandom).unwrap();
        office.start();
        let refused = office.try_sign_in(&login, &password(&login)).unwrap_err();
        assert_eq!(refused.code, Code::Refused, "{login}");
        office.kill();
    }
    let stranger = uuid::Uuid::from_bytes([5; 16]);
    keyfile.set_slot(&omar.office_key, "stranger", &password("stranger"), stranger, &puppet, &mut OsRandom).unwrap();
    office.start();
    assert_eq!(office.try_sign_in("stranger", &password("stranger")).unwrap_err().code, Code::Refused);
    office.sign_in("omar");
    assert_eq!(office.list(Show::All), []);
}

/// Appends an entry to the log, hashed as each is and signed with somebody's own key. The hash is written down here a second time.
fn append_signed(ring: &Keyring) {
    use sha2::{Digest, Sha256};
    let (seq, at, auditors, actor, before): (i64, i64, Vec<u8>, Vec<u8>, Vec<u8>) = ring
        .database
        .query_row("SELECT seq, at, auditors, actor, hash FROM log ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .unwrap();
    // Who goes on behind an entry of their own takes its signature back.
    let own = ring.user.as_bytes().to_vec();
    let end = "SELECT person, signature FROM log_signatures WHERE seq = ? AND person <> ?";
    let other = ring.database.query_row(end, (seq, &own), |row| Ok((row.get(0)?, row.get(1)?))).optional().unwrap();
    let (person, signature) =
        other.map_or((own, None), |(person, signature): (Vec<u8>, Vec<u8>)| (person, Some(signature)));
    let back = "DELETE FROM log_signatures WHERE seq = ? AND person = ?";
    ring.database.execute(back, (seq, ring.user.as_bytes())).unwrap();
    let mut hash = Sha256::new().chain_update(b"amparo log 2").chain_update(before);
    for part in [Some(person), signature, None] {
        hash.update(part.as_ref().map_or(u64::MAX, |part| part.len() as u64).to_be_bytes());
        hash.update(part.unwrap_or_default());
    }
    let hash = hash
        .chain_update((seq + 1).to_be_bytes())
        .chain_update(at.to_be_bytes())
        .chain_update(Sha256::digest(&auditors))
        .chain_update(Sha256::digest(&actor));
    let hash: [u8; 32] = hash.finalize().into();
    let signed = [&(seq + 1).to_be_bytes()[..], &hash].concat();
    let signature = ring.keys.signing.sign("amparo/log-head/v1", &signed).to_bytes().to_vec();
    let append = "INSERT INTO log (seq, at, link, auditors, actor, hash) VALUES (?, ?, NULL, ?, ?, ?)";
    ring.database.execute(append, rusqlite::params![seq + 1, at, auditors, actor, hash]).unwrap();
    let sign = "INSERT INTO log_signatures (seq, person, signature) VALUES (?, ?, ?)";
    ring.database.execute(sign, rusqlite::params![seq + 1, ring.user.as_bytes(), signature]).unwrap();
}

#[test]
fn a_log_that_is_forked_or_cut_by_somebody_who_can_sign_is_refused() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().complete());
    office.edit(child.record, &[("landmark", text("the red gate"))]);
    office.leave();
    let original = std::fs::read(office.folder.join("office.db")).unwrap();
    for fork in [false, true] {
        std::fs::write(office.folder.join("office.db"), &original).unwrap();
        let ring = Keyring::of(&office.folder, "lucia", &password("lucia"));
        ring.database
            .execute_batch(
                "DELETE FROM log_signatures WHERE seq = (SELECT MAX(seq) FROM log);
                 DELETE FROM log WHERE seq = (SELECT MAX(seq) FROM log);",
            )
            .unwrap();
        if fork {
            // Another end, hashed and signed as well as she can.
            append_signed(&ring);
        }
        drop(ring);
        office.start();
        let refused = office.try_sign_in("lucia", &password("lucia")).unwrap_err().code;
        assert_eq!(refused, Code::OlderDatabase, "forked: {fork}");
        office.kill();
        for name in ["office.db-wal", "office.db-shm"] {
            let _ = std::fs::remove_file(office.folder.join(name));
        }
    }
    // At the true end the same entry is one of her own: what was refused above is the fork, not how it was written.
    std::fs::write(office.folder.join("office.db"), &original).unwrap();
    append_signed(&Keyring::of(&office.folder, "lucia", &password("lucia")));
    office.start();
    office.sign_in(ADMINISTRATOR);
    let until = Instant::now() + Duration::from_secs(60);
    let sound = loop {
        match is_sound(office.program()).unwrap() {
            Some(sound) => break sound,
            None => assert!(Instant::now() < until, "the check never ends"),
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    assert!(sound);
}
