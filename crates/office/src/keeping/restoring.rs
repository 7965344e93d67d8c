//! Bringing a backup back (SECURITY.md 3). A rehearsal says first what it holds and what would be lost.
//!
//! In an office that is open, the records of the backup take the place of the present ones; the present state is kept aside as a backup.
//! People, keys, settings, the log and what was destroyed stay as they are now: who left stays out, what was destroyed stays destroyed.
//! On a machine without the office, the backup as a whole becomes the office. Both begin another life (incarnation) of the office, whose
//! id stands in headers and on the card, so that partners hear of it, and by which sealed files are numbered.

use super::backups::{copy_before_migration, watching};
use crate::casework::whole::still_vouched;
use crate::entry::set_up::random_uuid;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, keep_head};
use crate::problems::{Answer, Trouble, of_io, of_words};
use crate::program::{Program, Watch};
use crate::roster::Roster;
use crate::session::{Facts, Opening, Session, setting};
use amparo_api::keeping::{BackupKey, Lost, Rehearsal, Which};
use amparo_api::{Chosen, Code};
use amparo_model::ids::{IncarnationId, OfficeId, PersonId, RecordId};
use amparo_model::person::Role;
use amparo_store::{
    BackupHolds, Folder, Reading, Store, StoreError, TurningEnded, Writing, backups, destroyed_in, is_sound, look_into,
    move_in, size_of, unpack,
};
use amparo_vault::OsRandom;
use amparo_vault::keyfile::{DestroyedTag, KeyFile};
use amparo_vault::office::OfficeKey;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Numbers of records have at most eight digits.
const MOST_NUMBER: u32 = 99_999_999;

/// What the log vouches for of a restore: the life that it began, and everything that it set aside.
fn mark(incarnation: IncarnationId, links: &[[u8; 32]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"amparo restore 1");
    hash.update(incarnation.as_bytes());
    links.iter().for_each(|link| hash.update(link));
    hash.finalize().into()
}

/// The start of a record's id, as `office.keys` remembers what was destroyed.
pub(crate) fn tag_of(record: RecordId) -> DestroyedTag {
    let mut tag = DestroyedTag::default();
    tag.iter_mut().zip(record.as_bytes()).for_each(|(to, from)| *to = *from);
    tag
}

/// What the log vouches for of every restore.
pub(crate) fn marks(reading: &Reading<'_>) -> Answer<Vec<[u8; 32]>> {
    Ok(reading.restores()?.iter().map(|restore| mark(restore.incarnation, &restore.links)).collect())
}

/// Takes what restores set aside out of what the log tells of; a list that the log does not vouch for is an alarm.
pub(super) fn account_for(reading: &Reading<'_>, told: &mut HashSet<[u8; 32]>) -> Answer<()> {
    for restore in reading.restores()? {
        let mark = mark(restore.incarnation, &restore.links);
        if !reading.log_tells_of(&mark)? {
            return Err(Code::Damaged.into());
        }
        told.remove(&mark);
        restore.links.iter().for_each(|link| {
            told.remove(link);
        });
    }
    Ok(())
}

fn facts_of(holds: &BackupHolds) -> Answer<Facts> {
    Ok(serde_json::from_str(holds.office.as_deref().ok_or(Code::NotABackup)?)?)
}

fn refuse_numbers(above: &BTreeMap<String, u32>, known: &BTreeMap<String, u32>) -> Answer<()> {
    let fits = |(series, last): (&String, &u32)| known.contains_key(series) && *last <= MOST_NUMBER;
    if above.iter().all(fits) { Ok(()) } else { Err(Code::BadRequest.into()) }
}

fn keyfile_of(folder: &Folder) -> Answer<KeyFile> {
    if !folder.holds_office() {
        return Err(Code::NotABackup.into());
    }
    Ok(KeyFile::open(&folder.keys())?)
}

/// Opens a backup's key file with what was typed.
fn open_with(keyfile: &mut KeyFile, key: &BackupKey) -> Answer<OfficeKey> {
    Ok(match key {
        BackupKey::Password { login, password } => keyfile.unlock(login, password)?.office_key,
        BackupKey::Words { words, .. } => keyfile.unlock_with_recovery(words).map_err(of_words)?.office_key,
    })
}

/// Whom the office of a backup would not begin with is told so before anything of it is brought here.
fn refuse_stranger(keyfile: &KeyFile, holds: &BackupHolds, key: &BackupKey) -> Answer<()> {
    let roster = Roster::read(OfficeId::from_uuid(keyfile.office()), &keyfile.root(), &holds.directory);
    match key {
        BackupKey::Words { login, .. } => roster.at_work_as(login).map(|_| ()).ok_or(Code::UnknownLogin.into()),
        BackupKey::Password { login, .. } => {
            let role = roster.at_work_as(login).map(|(about, _)| about.role);
            if role == Some(Role::Admin) { Ok(()) } else { Err(Code::NotAllowed.into()) }
        }
    }
}

impl Session {
    /// A backup of this office and the key that opens it.
    fn backup_of_ours(&self, backup: &Folder, key: Option<&BackupKey>) -> Answer<OfficeKey> {
        let mut keyfile = keyfile_of(backup)?;
        if keyfile.office() != self.office.id.uuid() {
            return Err(Code::BackupOfAnother.into());
        }
        match key {
            Some(key) => open_with(&mut keyfile, key),
            None if keyfile.logins(&self.office_key).is_ok() => Ok(self.office_key.clone()),
            None => Err(Code::BackupNeedsKey.into()),
        }
    }

    pub(super) fn rehearse(&self, backup: &Path, key: Option<&BackupKey>) -> Answer<Rehearsal> {
        let folder = Folder::at(backup);
        let key = self.backup_of_ours(&folder, key)?;
        let database = database_key(&key);
        let holds = look_into(&folder, &database)?;
        let lost = self.store.lost_by(&folder, &database)?;
        let (mut numbers, destroyed) =
            self.store.read(|reading: &Reading<'_>| -> Answer<_> { Ok((reading.numbers()?, reading.destroyed()?)) })?;
        for (series, last) in &holds.numbers {
            let known = numbers.entry(series.clone()).or_default();
            *known = (*known).max(*last);
        }
        let lost = Lost { changes: lost.changes, touched: lost.touched, records: lost.records };
        Ok(Rehearsal {
            destroyed: destroyed.iter().filter(|(record, _)| holds.ids.contains(record)).count(),
            ..rehearsed(backup, &holds, &key, Some(lost), numbers)?
        })
    }
}

fn rehearsed(
    backup: &Path,
    holds: &BackupHolds,
    key: &OfficeKey,
    lost: Option<Lost>,
    numbers: BTreeMap<String, u32>,
) -> Answer<Rehearsal> {
    let facts = facts_of(holds)?;
    Ok(Rehearsal {
        office: facts.name,
        site: facts.site.to_string(),
        records: holds.ids.len(),
        last: holds.last,
        epoch: key.epoch(),
        bytes: size_of(backup)?,
        lost,
        destroyed: 0,
        numbers,
    })
}

impl Program {
    pub(super) fn backup_at(&self, which: &Which, session: &Session) -> Answer<PathBuf> {
        match which {
            Which::Listed { place, at } => session.listed(*place, *at),
            Which::Chosen(chosen) => Ok(self.chosen.path(chosen)?),
        }
    }

    /// Brings the records of a backup back; gives the session that goes on.
    pub(super) fn restore(
        &self,
        backup: &Path,
        key: Option<&BackupKey>,
        above: &BTreeMap<String, u32>,
        session: &Arc<Session>,
        watch: &dyn Watch,
    ) -> Answer<Arc<Session>> {
        let folder = Folder::at(backup);
        let backup_key = session.backup_of_ours(&folder, key)?;
        let known = session.rehearse(backup, key)?.numbers;
        refuse_numbers(above, &known)?;
        // A backup that is still being made would take one state of the database and another of the key file.
        self.wait_for_backups();
        session.write_noted()?;
        keep_head(session);
        let (present, at) = (database_key(&session.office_key), self.clock.now());
        let here = session.store.folder().backups();
        session.store.back_up(&here, &present, at, true, &mut watching(watch))?;
        let destroyed: Vec<RecordId> = session
            .store
            .read(|reading: &Reading<'_>| reading.destroyed())?
            .into_iter()
            .map(|(record, _)| record)
            .collect();
        let incarnation = IncarnationId::from_uuid(random_uuid());
        let brought = session.store.bring_back(
            &present,
            &folder,
            &database_key(&backup_key),
            &destroyed,
            &mut watching(watch),
            |writing| -> Answer<()> {
                above.iter().try_for_each(|(series, last)| writing.raise_number(series, *last))?;
                writing.put_setting(setting::INCARNATION, &incarnation)?;
                let still = still_vouched(&writing.reading())?;
                let links = writing.put_restore(incarnation, at, &still)?;
                let told = Told::of(What::Restored).link(mark(incarnation, &links));
                session.tell(writing, told.with("set_aside", links.len()))
            },
        );
        match brought {
            Ok(()) => self.renew(session, session.office_key.clone()),
            Err(TurningEnded::Before(trouble)) => Err(trouble),
            Err(TurningEnded::After(error)) => {
                // The records are brought back; signing in again opens them.
                tracing::error!(%error, "a restore was interrupted after the switch");
                self.sign_out();
                session.end();
                Err(error.into())
            }
        }
    }

    pub(super) fn rehearse_elsewhere(&self, backup: &Chosen, key: &BackupKey) -> Answer<Rehearsal> {
        let backup = self.chosen.path(backup)?;
        let folder = Folder::at(&backup);
        let mut keyfile = keyfile_of(&folder)?;
        let office_key = open_with(&mut keyfile, key)?;
        self.refuse_working_office(&office_key)?;
        let holds = look_into(&folder, &database_key(&office_key))?;
        refuse_stranger(&keyfile, &holds, key)?;
        let numbers = holds.numbers.clone();
        rehearsed(&backup, &holds, &office_key, None, numbers)
    }

    /// An office that opens is never replaced by whoever happens to stand before it: that is for its administrator, signed in. One whose
    /// files are damaged is.
    fn refuse_working_office(&self, key: &OfficeKey) -> Answer<()> {
        let folder = self.state().folder.clone();
        let usable = folder.holds_office()
            && match KeyFile::open(&folder.keys()) {
                Ok(keyfile) => keyfile.logins(key).is_err() || is_sound(&folder.database(), &database_key(key)),
                Err(_) => false,
            };
        if usable || self.session().is_ok() { Err(Code::OfficeExists.into()) } else { Ok(()) }
    }

    /// The office of a backup comes into being on this machine: made ready in a folder of its own, then moved in, the key file last.
    pub(super) fn restore_elsewhere(
        &self,
        backup: &Chosen,
        key: &BackupKey,
        new_password: Option<&str>,
        above: &BTreeMap<String, u32>,
        watch: &dyn Watch,
    ) -> Answer<()> {
        let backup = self.chosen.path(backup)?;
        let office_key = open_with(&mut keyfile_of(&Folder::at(&backup))?, key)?;
        self.refuse_working_office(&office_key)?;
        let folder = self.state().folder.clone();
        folder.make()?;
        self.hold()?;
        let ready = Folder::at(&folder.restoring());
        let made = unpack(&backup, &ready, &mut watching(watch)).map_err(not_a_backup).and_then(|()| {
            let session = self.begin_in(&ready, key, new_password)?;
            let tags = known_as_destroyed(&backup, &folder, key, &session);
            session.begin_another_life(above, &tags)?;
            session.end();
            Ok(session.store.settle()?)
        });
        if let Err(trouble) = made {
            let _ = std::fs::remove_dir_all(ready.path());
            return Err(trouble);
        }
        self.put_damaged_aside(&folder)?;
        Ok(move_in(&ready, &folder)?)
    }

    /// A session on an office that is being made ready.
    fn begin_in(&self, ready: &Folder, key: &BackupKey, new_password: Option<&str>) -> Answer<Session> {
        let mut keyfile = KeyFile::open(&ready.keys())?;
        let session = match key {
            BackupKey::Password { login, password } => {
                let unlocked = keyfile.unlock(login, password)?;
                let database = database_key(&unlocked.office_key);
                let now = self.clock.now();
                let mut before = |_: i64| copy_before_migration(ready, &database, now);
                let store = Store::open(ready.clone(), &database, &mut before)?;
                Session::begin(Opening {
                    person: PersonId::from_uuid(unlocked.user),
                    keys: unlocked.keys,
                    office_key: unlocked.office_key,
                    keyfile,
                    store,
                    clock: self.clock.clone(),
                })?
            }
            BackupKey::Words { words, login } => {
                let new = new_password.ok_or(Code::BadRequest)?;
                crate::entry::refuse_weak(new, login)?;
                self.begin_recovered_in(ready.clone(), keyfile, words, login, new, false)?
            }
        };
        // DOMAIN.md 16.2: restoring is the administrator's. Whoever holds the recovery words can read everything anyway.
        if matches!(key, BackupKey::Password { .. }) && session.role != Role::Admin {
            return Err(Code::NotAllowed.into());
        }
        Ok(session)
    }

    /// The files of an office that does not open any more stay, beside the backups.
    fn put_damaged_aside(&self, folder: &Folder) -> Answer<()> {
        let aside = folder.backups().join(format!("damaged-{}", self.clock.now().0));
        for path in [folder.keys(), folder.database()] {
            for end in ["", "-wal", "-shm"] {
                let mut name = path.clone().into_os_string();
                name.push(end);
                let path = PathBuf::from(name);
                let Some(name) = path.file_name().filter(|_| path.exists()) else { continue };
                std::fs::create_dir_all(&aside).map_err(|error| of_io(&error))?;
                std::fs::rename(&path, aside.join(name)).map_err(|error| of_io(&error))?;
            }
        }
        Ok(())
    }
}

fn not_a_backup(error: StoreError) -> Trouble {
    match error {
        StoreError::NoOffice => Code::NotABackup.into(),
        other => other.into(),
    }
}

/// What is known to have been destroyed since a backup: from its neighbours, and from the key file of a damaged office.
fn known_as_destroyed(backup: &Path, folder: &Folder, key: &BackupKey, session: &Session) -> BTreeSet<DestroyedTag> {
    let beside = backup.parent().and_then(|parent| backups(parent).ok()).unwrap_or_default();
    let here = backups(&folder.backups()).unwrap_or_default();
    let places = beside.into_iter().chain(here).map(|backup| backup.path).chain([folder.path().to_owned()]);
    let mut tags = BTreeSet::new();
    for place in places {
        let Ok(mut keyfile) = KeyFile::open(&Folder::at(&place).keys()) else { continue };
        if keyfile.office() != session.office.id.uuid() {
            continue;
        }
        let known = keyfile.destroyed(&session.office_key).ok().map(|known| (known, session.office_key.clone()));
        let known = known.or_else(|| match key {
            // Another key of the same office: the words open each of them.
            BackupKey::Words { words, .. } => {
                let other = keyfile.unlock_with_recovery(words).ok()?.office_key;
                keyfile.destroyed(&other).ok().map(|known| (known, other))
            }
            BackupKey::Password { .. } => None,
        });
        let Some((known, office_key)) = known else { continue };
        tags.extend(known);
        // The key file has room for the newest few hundred; a database that still opens knows all.
        let all = destroyed_in(&Folder::at(&place), &database_key(&office_key)).unwrap_or_default();
        tags.extend(all.into_iter().map(tag_of));
    }
    tags
}

impl Session {
    fn begin_another_life(&self, above: &BTreeMap<String, u32>, tags: &BTreeSet<DestroyedTag>) -> Answer<()> {
        let incarnation = IncarnationId::from_uuid(random_uuid());
        let known = self.store.read(|reading: &Reading<'_>| reading.numbers())?;
        refuse_numbers(above, &known)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut again = Vec::new();
            writing.reading().each_record(|row| -> Answer<()> {
                if tags.contains(&tag_of(row.id)) {
                    again.push(row.id);
                }
                Ok(())
            })?;
            for record in &again {
                self.destroy_again(writing, *record)?;
            }
            above.iter().try_for_each(|(series, last)| writing.raise_number(series, *last))?;
            writing.put_setting(setting::INCARNATION, &incarnation)?;
            let still = still_vouched(&writing.reading())?;
            let links = writing.put_restore(incarnation, self.clock.now(), &still)?;
            let told = Told::of(What::Restored).link(mark(incarnation, &links));
            self.tell(writing, told.with("set_aside", links.len()))
        })?;
        let tags: Vec<DestroyedTag> = tags.iter().copied().collect();
        self.keyfile().add_destroyed(&self.office_key, &tags, &mut OsRandom)?;
        self.keyfile().set_incarnation(&self.office_key, incarnation.uuid())?;
        keep_head(self);
        Ok(())
    }
}
