//! The log of an office that has worked for years: how fast a million entries are proved.

use super::figure::{Figure, timed};
use super::sets;
use amparo_bundle::cores;
use amparo_model::ids::{Moment, PersonId};
use amparo_store::{DatabaseKey, Folder, Head, LogEntry, Signed, Signer, Store, StoreError};
use amparo_vault::asymmetric::{Signature, SigningPublic, SigningSecret};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use std::error::Error;
use std::path::Path;
use zeroize::Zeroizing;

type Answer<T> = Result<T, Box<dyn Error>>;

/// Entries of the set.
const ENTRIES: u64 = 1_000_000;
/// Bytes of an entry as the office seals it: what administrators may know too, and the rest for team and auditors. Opening a case takes 193
/// (`past::an_entry_of_everyday_work_weighs_little`), a save with its counts somewhat more.
const BYTES: usize = 220;
/// Entries that one person writes before the next.
const STRETCH: u64 = 200;
const RUNS: usize = 5;
const DOMAIN: &str = "amparo/log-head/v1";

fn key() -> DatabaseKey {
    DatabaseKey::new(Zeroizing::new(raw_key()))
}

fn raw_key() -> String {
    format!("x'{}'", "5a".repeat(32))
}

/// The set, made once.
fn made() -> Answer<(Folder, Vec<SigningSecret>)> {
    let home = sets::home(ENTRIES).with_file_name("log");
    let people: Vec<SigningSecret> = (1..=5).map(|byte| SigningSecret::from_bytes(&[byte; 32])).collect();
    let folder = Folder::at(&home);
    let done = home.join("done");
    let made = format!("{BYTES} in stretches of {STRETCH}");
    if std::fs::read_to_string(&done).is_ok_and(|with| with == made) {
        return Ok((folder, people));
    }
    if home.exists() {
        std::fs::remove_dir_all(&home)?;
    }
    folder.make()?;
    let store = Store::create(folder.clone(), &key())?;
    let mut body = [0; BYTES];
    for some in 0..ENTRIES / 10_000 {
        store.change(|writing| -> Result<(), StoreError> {
            for seq in some * 10_000..(some + 1) * 10_000 {
                body[..8].copy_from_slice(&seq.to_be_bytes());
                let at = Moment(i64::try_from(seq).unwrap_or_default() * 1000);
                // Each tenth tells of a revision.
                let link = seq.is_multiple_of(10).then(|| Sha256::digest(seq.to_be_bytes()).into());
                let entry = LogEntry { at, link, auditors: body.to_vec(), actor: Vec::new() };
                let who = usize::try_from(seq / STRETCH % 5).unwrap_or_default();
                let secret = people.get(who).ok_or(StoreError::Form)?;
                let person = PersonId::from_random([u8::try_from(who).map_err(|_| StoreError::Form)?; 16]);
                let sign = |head: &Head| secret.sign(DOMAIN, &head.signed_bytes()).to_bytes().to_vec();
                writing.log(&entry, Some(Signer { person, sign: &sign }))?;
            }
            Ok(())
        })?;
    }
    store.settle()?;
    std::fs::write(done, made)?;
    Ok((folder, people))
}

/// Every entry, every link between two, and the signature at the end of each stretch.
pub fn verify_audit() -> Answer<Figure> {
    let (folder, people) = made()?;
    let path = folder.database();
    let store = Store::open(folder, &key(), &mut |_| Ok(()))?;
    let public: Vec<SigningPublic> = people.iter().map(SigningSecret::public).collect();
    let prove = || -> Answer<()> {
        let proof = store.prove_log(&key(), 0, &|_| true)?;
        if proof.broken_at.is_some() || proof.head.seq != ENTRIES {
            return Err("the set is damaged".into());
        }
        let fits = |signed: &Signed| -> Option<()> {
            let number = signed.person.uuid().as_bytes()[0];
            let public = public.get(usize::from(number))?;
            let signature = Signature::from_bytes(signed.signature.as_slice().try_into().ok()?).ok()?;
            public.verify(DOMAIN, &signed.head.signed_bytes(), &signature).ok()
        };
        cores::in_order(proof.signed.iter().map(Ok), |_| 1, fits, |fits| fits.ok_or_else(|| "a stranger signed".into()))
    };
    let times = (0..RUNS).map(|_| timed(prove)).map(|(time, done)| done.map(|()| time)).collect::<Answer<Vec<_>>>()?;
    let limits =
        (0..RUNS).map(|_| timed(|| raw(&path))).map(|(time, done)| done.map(|()| time)).collect::<Answer<Vec<_>>>()?;
    Ok(Figure { records: ENTRIES, ..Figure::of("verify_audit", times, limits) })
}

/// Reading the same rows on raw SQLCipher in two pieces at once, and one hash over each.
fn raw(path: &Path) -> Answer<()> {
    let half = i64::try_from(ENTRIES / 2)?;
    let piece = |from: i64| -> Result<(), String> {
        let said = |error: rusqlite::Error| error.to_string();
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(said)?;
        connection.execute_batch(&format!("PRAGMA key = \"{}\";", raw_key())).map_err(said)?;
        let sql = "SELECT auditors, hash FROM log WHERE seq > ? AND seq <= ?";
        let mut statement = connection.prepare(sql).map_err(said)?;
        let mut rows = statement.query([from, from + half]).map_err(said)?;
        while let Some(row) = rows.next().map_err(said)? {
            let mut hash = Sha256::new();
            for column in 0..2 {
                hash.update(row.get_ref(column).map_err(said)?.as_blob().map_err(|error| error.to_string())?);
            }
            std::hint::black_box(hash.finalize());
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| piece(half));
        piece(0)?;
        other.join().map_err(|_| "a thread broke off".to_owned())?
    })?;
    Ok(())
}
