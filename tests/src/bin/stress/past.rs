//! The log changed with a database tool in every way that comes to mind, thousands of times: each change is found by the check that goes on
//! behind the first list, or by the end of the log that stands in the key file.

use super::turning::{Answer, prepare};
use super::{Template, Verdict};
use amparo_store::{DatabaseKey, Folder, Reading, Store, StoreError};
use amparo_tests::dice::Dice;
use amparo_vault::asymmetric::{Signature, SigningSecret};
use amparo_vault::certificate::{Directory, Signed, SigningRoles};
use amparo_vault::keyfile::KeyFile;
use amparo_vault::{ExposeSecret as _, Zeroizing};
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The domain that heads of the log are signed under.
const HEAD: &str = "amparo/log-head/v1";

/// An office's log, and what it is held against.
struct Past {
    store: Store,
    tool: Connection,
    directory: Directory,
    end: (u64, [u8; 32]),
    entries: i64,
    forger: SigningSecret,
}

impl Past {
    fn of(template: &Template) -> Answer<Self> {
        let folder = template.work.join("past");
        prepare(template, &folder)?;
        let who = template.worker();
        let mut keyfile = KeyFile::open(&folder.join("office.keys"))?;
        let unlocked = keyfile.unlock(&who.name, &who.password)?;
        let key = unlocked.office_key.database_key();
        let key = key.expose_secret();
        let database_key = DatabaseKey::new(Zeroizing::new(key.to_owned()));
        let store = Store::open(Folder::at(&folder), &database_key, &mut |_| Ok(()))?;
        let tool = Connection::open(folder.join("office.db"))?;
        tool.execute_batch(&format!(
            "PRAGMA key = \"{key}\"; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY;
             CREATE TEMP TABLE log_then AS SELECT * FROM log; CREATE TEMP TABLE signed_then AS SELECT * FROM log_signatures;"
        ))?;
        let entries = store.read(|reading: &Reading<'_>| reading.directory())?;
        let statements: Vec<Signed> = entries
            .iter()
            .filter_map(|text| serde_json::from_str::<serde_json::Value>(text).ok())
            .filter(|entry| entry["entry"] == "statement")
            .filter_map(|entry| serde_json::from_value(entry["signed"].clone()).ok())
            .collect();
        let directory = Directory::verify(keyfile.office(), &keyfile.root(), &SigningRoles::default(), &statements);
        let head = keyfile.head();
        let entries = tool.query_row("SELECT MAX(seq) FROM log", [], |row| row.get(0))?;
        // The forger works in the office: their certificate is good, for their own entries.
        Ok(Self { store, tool, directory, end: (head.counter, head.head), entries, forger: unlocked.keys.signing })
    }

    fn set_up(&self) -> u64 {
        self.directory.working_keys().first().map_or(0, |keys| keys.position)
    }

    /// What signing in and the check behind the first list look at.
    fn sound(&self) -> bool {
        let checked = self.store.read(|reading: &Reading<'_>| {
            if reading.head_at(self.end.0)? != Some(self.end.1) {
                return Err(StoreError::Damaged);
            }
            let proof = reading.prove_log(self.set_up(), &|_| true)?;
            if proof.broken_at.is_some() {
                return Err(StoreError::Damaged);
            }
            proof.signed.iter().try_for_each(|signed| {
                let bad = |_| StoreError::Damaged;
                let bytes: &[u8; 64] = signed.signature.as_slice().try_into().map_err(|_| StoreError::Damaged)?;
                let author = self.directory.at(signed.person.uuid(), signed.head.seq).ok_or(StoreError::Damaged)?;
                let signature = Signature::from_bytes(bytes).map_err(bad)?;
                author.keys.signing.verify(HEAD, &signed.head.signed_bytes(), &signature).map_err(bad)
            })
        });
        checked.is_ok()
    }

    fn put_back(&self) -> Answer<()> {
        Ok(self.tool.execute_batch(
            "BEGIN; DELETE FROM log_signatures; DELETE FROM log; INSERT INTO log SELECT * FROM log_then;
             INSERT INTO log_signatures SELECT * FROM signed_then; COMMIT;",
        )?)
    }

    /// Changes something; gives what, or none when nothing became different.
    fn change(&self, dice: &mut Dice) -> Answer<Option<&'static str>> {
        let any = |dice: &mut Dice| 1 + dice.below(usize::try_from(self.entries).unwrap_or(1)) as i64;
        let (one, other) = (any(dice), any(dice));
        let ways = ["edited", "dropped", "swapped", "moved", "cut", "forked", "doubled", "signature"];
        let way = *dice.one(&ways);
        let changed = match way {
            "edited" => {
                let column = *dice.one(&["auditors", "actor", "hash", "link"]);
                let sql = format!("SELECT {column} FROM log WHERE seq = ?");
                let before: Option<Vec<u8>> = self.tool.query_row(&sql, [one], |row| row.get(0))?;
                let mut bytes = before.unwrap_or_else(|| vec![0; 32]);
                if bytes.is_empty() || dice.percent(10) {
                    bytes.push(1);
                } else {
                    let at = dice.below(bytes.len());
                    bytes[at] ^= 1 << dice.below(8); // `at` lies within
                }
                if dice.percent(10) {
                    self.tool.execute("UPDATE log SET at = at + ? WHERE seq = ?", params![1 + one, one])?
                } else {
                    self.tool.execute(&format!("UPDATE log SET {column} = ? WHERE seq = ?"), params![bytes, one])?
                }
            }
            "dropped" => {
                self.tool.execute("DELETE FROM log_signatures WHERE seq = ?", [one])?;
                let gone = self.tool.execute("DELETE FROM log WHERE seq = ?", [one])?;
                if dice.percent(50) {
                    // Closing the gap, so that the numbers run through.
                    for table in ["log", "log_signatures"] {
                        self.tool.execute(&format!("UPDATE {table} SET seq = -seq WHERE seq > ?"), [one])?;
                        self.tool.execute(&format!("UPDATE {table} SET seq = -seq - 1 WHERE seq < 0"), [])?;
                    }
                }
                gone
            }
            "swapped" if one != other => self.tool.execute(
                "UPDATE log SET (at, link, auditors, actor) =
                   (SELECT at, link, auditors, actor FROM log_then t WHERE t.seq = ?1 + ?2 - log.seq) WHERE seq IN (?1, ?2)",
                params![one, other],
            )?,
            "moved" if one != other => {
                let renumber = "UPDATE log SET seq = CASE seq WHEN ?1 THEN -?2 WHEN ?2 THEN -?1 END WHERE seq IN (?1, ?2)";
                self.tool.execute(renumber, params![one, other])?;
                self.tool.execute("UPDATE log SET seq = -seq WHERE seq < 0", [])?
            }
            "cut" => {
                self.tool.execute("DELETE FROM log_signatures WHERE seq >= ?", [one])?;
                self.tool.execute("DELETE FROM log WHERE seq >= ?", [one])?
            }
            "forked" => self.fork(one, dice)?,
            "doubled" => self.tool.execute(
                "INSERT INTO log SELECT ?2 + 1, at, link, auditors, actor, hash FROM log_then WHERE seq = ?1",
                params![one, self.entries],
            )?,
            "signature" => {
                let nearest = "SELECT seq FROM signed_then ORDER BY abs(seq - ?) LIMIT 1";
                let end: i64 = self.tool.query_row(nearest, [one], |row| row.get(0))?;
                match dice.below(5) {
                    0 => self.tool.execute("DELETE FROM log_signatures WHERE seq = ?", [end])?,
                    1 => self.tool.execute(
                        "UPDATE log_signatures SET person = (SELECT person FROM signed_then t WHERE t.person <> log_signatures.person)
                         WHERE seq = ?",
                        [end],
                    )?,
                    2 => self.tool.execute(
                        "UPDATE log_signatures SET signature = (SELECT signature FROM signed_then t WHERE t.seq <> log_signatures.seq
                           ORDER BY (t.seq * ?2) % 97 LIMIT 1) WHERE seq = ?1",
                        params![end, other],
                    )?,
                    // The stretch ends elsewhere, or once more.
                    3 => self.tool.execute("UPDATE OR IGNORE log_signatures SET seq = ?2 WHERE seq = ?1 AND ?1 <> ?2", [end, other])?,
                    _ => self.tool.execute(
                        "INSERT OR IGNORE INTO log_signatures SELECT ?2, person, signature FROM signed_then WHERE seq = ?1",
                        [end, other],
                    )?,
                }
            }
            _ => 0,
        };
        Ok((changed > 0).then_some(way))
    }

    /// Another past from an entry on, hashed as each is; signed by the forger as themselves or as whoever wrote it, or not at all.
    fn fork(&self, from: i64, dice: &mut Dice) -> Answer<usize> {
        self.tool.execute("DELETE FROM log_signatures WHERE seq >= ?", [from])?;
        let mut before: Vec<u8> = self.tool.query_row(
            "SELECT COALESCE((SELECT hash FROM log WHERE seq = ? - 1), zeroblob(32))",
            [from],
            |row| row.get(0),
        )?;
        let (how, set_up) = (dice.below(3), i64::try_from(self.set_up())?);
        for seq in from..=self.entries {
            let (at, link, auditors, actor): (i64, Option<Vec<u8>>, Vec<u8>, Vec<u8>) =
                self.tool.query_row("SELECT at, link, auditors, actor FROM log WHERE seq = ?", [seq], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })?;
            let at = if seq == from { at + 1 } else { at };
            let signed: Option<(Vec<u8>, Vec<u8>)> = {
                let mut statement =
                    self.tool.prepare_cached("SELECT person, signature FROM log_signatures WHERE seq = ? - 1")?;
                statement.query_map([seq], |row| Ok((row.get(0)?, row.get(1)?)))?.next().transpose()?
            };
            // Without a signature the entry before is of set-up, or its person went on.
            let (person, by) = match signed {
                Some((person, by)) => (Some(person), Some(by)),
                None if seq - 1 <= set_up => (None, None),
                None => {
                    let stretch = "SELECT person FROM signed_then WHERE seq >= ? ORDER BY seq LIMIT 1";
                    (Some(self.tool.query_row(stretch, [seq], |row| row.get(0))?), None)
                }
            };
            let mut hash = Sha256::new().chain_update(b"amparo log 2").chain_update(&before);
            for part in [person, by, link] {
                hash.update(part.as_ref().map_or(u64::MAX, |part| part.len() as u64).to_be_bytes());
                hash.update(part.unwrap_or_default());
            }
            let hash = hash
                .chain_update(seq.to_be_bytes())
                .chain_update(at.to_be_bytes())
                .chain_update(Sha256::digest(auditors))
                .chain_update(Sha256::digest(actor));
            before = hash.finalize().to_vec();
            self.tool.execute("UPDATE log SET at = ?, hash = ? WHERE seq = ?", params![at, before, seq])?;
            let signed = [&seq.to_be_bytes()[..], &before].concat();
            let signature = self.forger.sign(HEAD, &signed).to_bytes().to_vec();
            let sign = match how {
                0 => continue,
                1 => "INSERT INTO log_signatures SELECT seq, person, ?2 FROM signed_then WHERE seq = ?1",
                _ => "INSERT INTO log_signatures SELECT ?1, person, ?2 FROM signed_then ORDER BY seq DESC LIMIT 1",
            };
            self.tool.execute(sign, params![seq, signature])?;
        }
        Ok(1)
    }
}

pub fn run(template: &Template, mutations: usize, seed: u64) -> Answer<Verdict> {
    let past = Past::of(template)?;
    if !past.sound() {
        return Err("the log is not sound before anything was done to it".into());
    }
    let (mut dice, mut done, mut violations) =
        (Dice::new(seed ^ 0x0007_0a57), BTreeMap::<&str, usize>::new(), Vec::new());
    while done.values().sum::<usize>() < mutations {
        if let Some(way) = past.change(&mut dice)? {
            let number = done.values().sum::<usize>();
            *done.entry(way).or_default() += 1;
            if past.sound() {
                violations.push(format!("{way}, mutation {number} of seed {seed}: not found"));
            }
        }
        past.put_back()?;
    }
    if !past.sound() {
        violations.push("put back, the log is not what it was".to_owned());
    }
    let ways: Vec<String> = done.iter().map(|(way, count)| format!("{way} {count}")).collect();
    let told = format!("{mutations} changes of a log of {} entries ({})", past.entries, ways.join(", "));
    Ok(Verdict { name: "past".to_owned(), told, violations })
}
