//! Signing in and out, changing a password, recovery.

use super::{phrase, refuse_weak, seconds};
use crate::log::{self, Told, What};
use crate::problems::{Answer, Trouble, of_words};
use crate::program::Program;
use crate::roster::{Entry, Roster};
use crate::session::{Opening, Session, setting};
use crate::{casework, keeping};
use amparo_api::getting_in::SignedIn;
use amparo_api::{Code, Problem};
use amparo_model::ids::{CircleId, IncarnationId, OfficeId, PersonId, RevisionId};
use amparo_store::{DatabaseKey, Folder, Head, Holder, Reading, Signer, Store, Writing, recover_turning};
use amparo_vault::attempts::Attempts;
use amparo_vault::certificate::{Certificate, Statement};
use amparo_vault::circle::{CircleEpoch, CircleKeys};
use amparo_vault::keyfile::KeyFile;
use amparo_vault::office::OfficeKey;
use amparo_vault::user::UserKeys;
use amparo_vault::{ExposeSecret, OsRandom, Zeroizing};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) fn database_key(key: &OfficeKey) -> DatabaseKey {
    DatabaseKey::new(Zeroizing::new(key.database_key().expose_secret().to_owned()))
}

impl Program {
    /// Opens the folder's key file and keeps other programs out.
    fn keyfile(&self) -> Answer<(Folder, KeyFile)> {
        if self.is_ending() {
            return Err(Problem::from(Code::Wait).with("seconds", 1).into());
        }
        let folder = self.state().folder.clone();
        if !folder.holds_office() {
            return Err(Code::NoOffice.into());
        }
        self.hold()?;
        let keyfile = KeyFile::open(&folder.keys())?;
        Ok((folder, keyfile))
    }

    /// Opens the database; an older format is backed up before it is raised. A turning of the office's key that was interrupted comes to
    /// its end first; `previous` is the key that the key file still remembers then.
    fn store(
        &self,
        folder: &Folder,
        keyfile: &mut KeyFile,
        key: &OfficeKey,
        previous: Option<&OfficeKey>,
    ) -> Answer<Store> {
        keyfile.mend(key)?;
        let previous = previous.map(database_key);
        recover_turning(folder, previous.as_ref(), &database_key(key))?;
        if previous.is_some() {
            keyfile.finish_turning(key, &mut OsRandom)?;
        }
        let store = self.open_store(folder, key)?;
        follow_life(keyfile, &store, key)?;
        Ok(store)
    }

    fn open_store(&self, folder: &Folder, key: &OfficeKey) -> Answer<Store> {
        let database_key = database_key(key);
        let now = self.clock.now();
        let mut backup = |_: i64| keeping::backups::copy_before_migration(folder, &database_key, now);
        Ok(Store::open(folder.clone(), &database_key, &mut backup)?)
    }

    /// Begins a session anew for whoever is signed in, after directory, circles or the office's key changed.
    pub(crate) fn renew(&self, before: &Arc<Session>, office_key: OfficeKey) -> Answer<Arc<Session>> {
        let folder = before.store.folder().clone();
        let renewed = KeyFile::open(&folder.keys()).map_err(Trouble::from).and_then(|mut keyfile| {
            keyfile.mend(&office_key)?;
            let store = self.open_store(&folder, &office_key)?;
            follow_life(&mut keyfile, &store, &office_key)?;
            let session = Session::begin(Opening {
                person: before.person,
                keys: before.keys.clone(),
                store,
                office_key,
                keyfile,
                clock: self.clock.clone(),
            })?;
            if let Some(heads) = self.heads.get() {
                let _ = session.outside.set(heads.clone()); // new, so not set yet
            }
            self.prepared(session)
        });
        before.end();
        match renewed {
            Ok(session) => Ok(self.go_on_with(session)),
            Err(trouble) => {
                // Whoever was signed in must not go on with keys that are no longer those of the office.
                self.sign_out();
                Err(trouble)
            }
        }
    }

    pub(crate) fn sign_in(&self, login: &str, password: &str) -> Answer<SignedIn> {
        let (folder, mut keyfile) = self.keyfile()?;
        let mut attempts = Attempts::load(&folder.attempts());
        let wait = attempts.wait(self.machine_time());
        if !wait.is_zero() {
            return Err(Problem::from(Code::Wait).with("seconds", seconds(wait)).into());
        }
        let unlocked = match keyfile.unlock(login, password) {
            Ok(unlocked) => unlocked,
            Err(amparo_vault::Error::Refused) => {
                attempts.failed(self.machine_time())?;
                let wait = attempts.wait(self.machine_time());
                let refused = Problem::from(Code::Refused);
                return Err(if wait.is_zero() { refused } else { refused.with("seconds", seconds(wait)) }.into());
            }
            Err(other) => return Err(other.into()),
        };
        let failures = attempts.failures();
        // A power cut between the two copies of the key file is mended now that its key is known.
        let previous = unlocked.previous_office_key.as_ref();
        let store = self.store(&folder, &mut keyfile, &unlocked.office_key, previous)?;
        log::at_sign_in(&keyfile, &store)?;
        refuse_older_slots(&keyfile, &store)?;
        let session = Session::begin(Opening {
            person: PersonId::from_uuid(unlocked.user),
            keys: unlocked.keys,
            office_key: unlocked.office_key,
            keyfile,
            store,
            clock: self.clock.clone(),
        })?;
        let last = session.last_entry_at()?;
        session.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            if failures > 0 {
                session.tell(writing, Told::of(What::FailedSignIns).with("count", failures))?;
            }
            session.tell_marked(writing, Told::of(What::SignedIn))
        })?;
        attempts.succeeded()?;
        session.look_whether_the_clock_went_back(last)?;
        self.welcome(session)
    }

    /// Everything after the keys are there: the first list, then search, sweeping and checking behind it.
    fn welcome(&self, session: Session) -> Answer<SignedIn> {
        if let Some(heads) = self.heads.get() {
            session.compare_outside(heads)?;
        }
        let session = self.prepared(session)?;
        let about = session.about()?;
        self.go_on_with(session);
        Ok(about)
    }

    /// Turns circles that somebody left, lets in who belongs to those that find records, and fills the first list.
    fn prepared(&self, mut session: Session) -> Answer<Session> {
        session.turn_waiting_circles()?;
        session.see_to_finders()?;
        casework::index::fill_lists(&session)?;
        Ok(session)
    }

    fn go_on_with(&self, session: Session) -> Arc<Session> {
        let session = self.sign_in_as(session);
        let behind = session.clone();
        self.go_on_behind(std::thread::spawn(move || behind_the_first_list(&behind)));
        session
    }

    /// Opens the office with the recovery words and gives a person a new password, as that person.
    pub(crate) fn recover(&self, words: &str, login: &str, new: &str) -> Answer<SignedIn> {
        refuse_weak(new, login)?;
        let session = self.begin_recovered(words, login, new, false)?;
        self.welcome(session)
    }

    /// Gives a person a one-time password with the recovery words; nobody is signed in by it.
    pub(crate) fn reset_password(&self, words: &str, login: &str, language: &str) -> Answer<String> {
        // Whoever is signed in holds the key file as it was; and nobody gives a password behind somebody's back.
        if self.session().is_ok() {
            return Err(Code::BadRequest.into());
        }
        let new = phrase(language);
        let session = self.begin_recovered(words, login, &new, true)?;
        session.end();
        session.store.settle()?;
        Ok(new)
    }

    fn begin_recovered(&self, words: &str, login: &str, new: &str, one_time: bool) -> Answer<Session> {
        let (folder, keyfile) = self.keyfile()?;
        self.begin_recovered_in(folder, keyfile, words, login, new, one_time)
    }

    /// The same, in a folder of its own.
    pub(crate) fn begin_recovered_in(
        &self,
        folder: Folder,
        mut keyfile: KeyFile,
        words: &str,
        login: &str,
        new: &str,
        one_time: bool,
    ) -> Answer<Session> {
        let recovered = keyfile.unlock_with_recovery(words).map_err(of_words)?;
        let previous = recovered.previous_office_key.as_ref();
        let store = self.store(&folder, &mut keyfile, &recovered.office_key, previous)?;
        log::at_sign_in(&keyfile, &store)?;
        let office = OfficeId::from_uuid(keyfile.office());
        let entries = store.read(|reading: &Reading<'_>| reading.directory())?;
        let roster = Roster::read(office, &keyfile.root(), &entries);
        let (about, before) = roster.at_work_as(login).ok_or(Code::UnknownLogin)?;
        let person = about.person;
        let keys = UserKeys::generate(&mut OsRandom);
        let mut letters = log::Letters::of(office, person).by_nobody();
        store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let reading = writing.reading();
            let position = reading.head()?.seq + 1;
            let certificate =
                Certificate { proposal: super::set_up::random_uuid(), keys: keys.public(), position, ..before.clone() };
            let signed = Statement::Certificate(certificate).signed_by_root(&recovered.root);
            writing.append_directory(&serde_json::to_string(&Entry::Statement { signed })?)?;
            let own: BTreeSet<CircleId> =
                reading.circle_keys(Holder::Person(person))?.into_iter().map(|row| row.circle).collect();
            for row in reading.circle_keys(Holder::Recovery)? {
                if !own.contains(&row.circle) {
                    continue;
                }
                let at = CircleEpoch { office: office.uuid(), circle: row.circle.uuid(), epoch: row.epoch };
                let circle = CircleKeys::open_with_recovery(&at, &recovered.secret.sealing(), &row.sealed)?;
                let sealed = circle.seal_to_member(&at, person.uuid(), &keys.sealing.public(), &mut OsRandom)?;
                writing.put_circle_key(row.circle, row.epoch, Holder::Person(person), &sealed)?;
            }
            let mut changed: BTreeSet<PersonId> = reading.setting(setting::CHANGED_PASSWORD)?.unwrap_or_default();
            if one_time {
                changed.remove(&person)
            } else {
                changed.insert(person)
            };
            writing.put_setting(setting::CHANGED_PASSWORD, &changed)?;
            let told = Told::of(if one_time { What::PasswordReset } else { What::Recovered }).about(&about.login);
            // Whoever holds the words did it; whose password it is stands in the entry.
            let (entry, _) = letters.seal(&roster, &writing.reading(), told, self.clock.now(), &mut OsRandom)?;
            // By the keys that the certificate at this place just gave them: no entry after set-up is left unsigned.
            let sign = |head: &Head| log::signature(&keys.signing, head);
            writing.log(&entry, Some(Signer { person, sign: &sign }))?;
            Ok(())
        })?;
        keyfile.set_slot(&recovered.office_key, &about.login, new, person.uuid(), &keys, &mut OsRandom)?;
        let mut attempts = Attempts::load(&folder.attempts());
        attempts.succeeded()?;
        Session::begin(Opening {
            person,
            keys,
            office_key: recovered.office_key,
            keyfile,
            store,
            clock: self.clock.clone(),
        })
    }

    /// Wipes the session. The backup that belongs to a lock goes on behind it, on keys of its own.
    pub(crate) fn lock(&self, session: &Arc<Session>) {
        self.sign_out();
        session.end();
        if session.store.change(|writing: &mut Writing<'_>| session.tell(writing, Told::of(What::Locked))).is_err() {
            tracing::error!("locking could not be written to the log");
        }
        let _ = session.write_noted();
        log::keep_head(session);
        let session = session.clone();
        let backup = std::thread::spawn(move || keeping::backups::back_up_at_lock(&session));
        self.back_up_behind(backup);
        self.ask_to_start_afresh();
    }
}

/// Which life of the office this is, a restore says in the database, in the same moment in which it counts; the key file follows.
fn follow_life(keyfile: &mut KeyFile, store: &Store, key: &OfficeKey) -> Answer<()> {
    let life: Option<IncarnationId> = store.read(|reading: &Reading<'_>| reading.setting(setting::INCARNATION))?;
    if let Some(life) = life.filter(|life| life.uuid() != keyfile.incarnation()) {
        keyfile.set_incarnation(key, life.uuid())?;
    }
    Ok(())
}

/// The log vouches for every state that the slots of the key file were seen in. One that a later state followed was put back: with it a
/// password that was changed, or a login that was taken away, would open the office again. A state that the log does not know is newer
/// than the log: the program ended before it could tell.
fn refuse_older_slots(keyfile: &KeyFile, store: &Store) -> Answer<()> {
    let older = store.read(|reading: &Reading<'_>| -> Answer<bool> {
        let Some(seen) = reading.log_place_of(&keyfile.mark())? else { return Ok(false) };
        for mark in marks(reading)? {
            if reading.log_place_of(&mark)?.is_some_and(|place| place > seen) {
                return Ok(true);
            }
        }
        Ok(false)
    })?;
    if older {
        tracing::error!("an older key file was put back");
        return Err(Code::Damaged.into());
    }
    Ok(())
}

/// Every mark of the key file that the log vouches for.
pub(crate) fn marks(reading: &Reading<'_>) -> Answer<Vec<[u8; 32]>> {
    let kept: Vec<RevisionId> = reading.setting(setting::KEYFILE_MARKS)?.unwrap_or_default();
    Ok(kept.into_iter().map(|mark| mark.0).collect())
}

fn behind_the_first_list(session: &Session) {
    if casework::index::fill_search(session).is_err() {
        tracing::error!("the search index could not be filled");
    }
    if casework::index::renew(session).is_err() {
        tracing::error!("summaries of an older program could not be renewed");
    }
    if session.drop_unwanted_minimals().is_err() {
        tracing::error!("what colleagues were told of records could not be taken away");
    }
    if session.prepare_facts().is_err() && !session.has_ended() {
        tracing::error!("what records give to matching could not be prepared");
    }
    if session.store.sweep_files().is_err() {
        tracing::warn!("unnamed attachments were not swept");
    }
    if session.remember_destroyed().is_err() {
        tracing::error!("what was destroyed could not be kept in the key file");
    }
    let sound = keeping::verify(session).is_ok();
    if session.has_ended() {
        return;
    }
    if !sound {
        tracing::error!("the check of log and database failed");
    }
    *session.sound.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(sound);
}

impl Session {
    /// Tells the log, which vouches with it for the slots of the key file as they are now, if it does not yet.
    fn tell_marked(&self, writing: &mut Writing<'_>, told: Told) -> Answer<()> {
        let mark = self.keyfile().mark();
        if writing.reading().log_tells_of(&mark)? {
            return self.tell(writing, told);
        }
        let mut kept: Vec<RevisionId> = writing.reading().setting(setting::KEYFILE_MARKS)?.unwrap_or_default();
        kept.push(RevisionId(mark));
        writing.put_setting(setting::KEYFILE_MARKS, &kept)?;
        self.tell(writing, told.link(mark))
    }

    pub(crate) fn change_password(&self, old: &str, new: &str) -> Answer<SignedIn> {
        refuse_weak(new, &self.login)?;
        if old == new {
            return Err(Code::WeakPassword.into());
        }
        self.keyfile().unlock(&self.login, old)?;
        self.keyfile().set_slot(&self.office_key, &self.login, new, self.person.uuid(), &self.keys, &mut OsRandom)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut changed: BTreeSet<PersonId> =
                writing.reading().setting(setting::CHANGED_PASSWORD)?.unwrap_or_default();
            changed.insert(self.person);
            writing.put_setting(setting::CHANGED_PASSWORD, &changed)?;
            self.tell_marked(writing, Told::of(What::PasswordChanged))
        })?;
        self.must_change_password.store(false, std::sync::atomic::Ordering::Relaxed);
        self.about()
    }
}
