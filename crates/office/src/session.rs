//! What a login opens: the person's keys, the circles they belong to, the database, and the index of what they may find.
//!
//! Everything here is gone at lock: keys wipe themselves when dropped.

use crate::casework::index::Index;
use crate::clock::Clock;
use crate::log::{Letters, Past, Told};
use crate::matches::Matching;
use crate::problems::Answer;
use crate::roster::{CircleKey, Roster, shared_mark};
use crate::shaping;
use amparo_api::Code;
use amparo_api::past::Older;
use amparo_api::people::Conduct;
use amparo_forms::{Configuration, Context as FormContext};
use amparo_model::ids::{CircleId, FileId, IncarnationId, Moment, OfficeId, PersonId, RevisionId, TeamId};
use amparo_model::office::{Office, SiteCode};
use amparo_model::person::{CirclePurpose, Person, Role};
use amparo_model::record::Module;
use amparo_model::role::{Action, Rights};
use amparo_store::{Holder, Reading, Store};
use amparo_vault::asymmetric::SigningPublic;
use amparo_vault::certificate::Directory;
use amparo_vault::circle::CircleKeys;
use amparo_vault::keyfile::KeyFile;
use amparo_vault::office::OfficeKey;
use amparo_vault::user::UserKeys;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The office's plain facts, as the setting `office` keeps them.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Facts {
    pub(crate) name: String,
    pub(crate) site: SiteCode,
    pub(crate) agency_name: String,
    pub(crate) agency: amparo_model::ids::AgencyId,
    pub(crate) sample: bool,
}

/// Names of settings.
pub(crate) mod setting {
    pub(crate) const OFFICE: &str = "office";
    pub(crate) const CHANGED_PASSWORD: &str = "changed-password";
    pub(crate) const LANGUAGES: &str = "languages";
    pub(crate) const IDLE_MINUTES: &str = "idle-minutes";
    pub(crate) const BACKUP_FOLDER: &str = "backup-folder";
    pub(crate) const INCARNATION: &str = "incarnation";
    pub(crate) const RETENTION: &str = "retention";
    pub(crate) const CONDUCT: &str = "conduct";
    pub(crate) const KEYFILE_MARKS: &str = "keyfile-marks";
    pub(crate) const VIEWS: &str = "views";
    pub(crate) const WORKING_SECRETS: &str = "working-secrets";
}

/// A circle this session belongs to.
pub(crate) struct Held {
    pub(crate) key: CircleKey,
    pub(crate) keys: CircleKeys,
}

/// A hash of the card and certificates of another office, and the people they certify.
pub(crate) type Checked = ([u8; 32], Arc<Directory>);

/// Somebody signed in.
pub(crate) struct Session {
    pub(crate) person: PersonId,
    /// The standard role that theirs is, or stands on.
    pub(crate) role: Role,
    /// What their role gives. Nobody else changes it while they are signed in, and they do not change it themselves.
    pub(crate) rights: Rights,
    pub(crate) login: String,
    pub(crate) keys: UserKeys,
    pub(crate) office: Office,
    pub(crate) facts: Facts,
    pub(crate) office_key: OfficeKey,
    pub(crate) root: SigningPublic,
    pub(crate) store: Store,
    pub(crate) keyfile: Mutex<KeyFile>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) auditors_circle: CircleId,
    pub(crate) must_change_password: AtomicBool,
    pub(crate) must_accept_conduct: AtomicBool,
    /// Locked or closed: long checks stop at the next step.
    ended: AtomicBool,
    roster: RwLock<Roster>,
    /// The configuration in force.
    forms: RwLock<&'static Configuration>,
    circles: BTreeMap<CircleId, Held>,
    /// Keys that those circles had before: what was sealed for them then still opens.
    older: BTreeMap<(CircleId, u32), Held>,
    /// Keys of circles sealed to this person that do not open, or are not those that the directory signed: planted, or moved.
    pub(crate) strange_keys: usize,
    noted: Mutex<Vec<(Told, Moment)>>,
    letters: Mutex<Letters>,
    /// What this session may know of the past, once somebody asked.
    pub(crate) past: Mutex<Past>,
    /// The folder on this computer that remembers the log's end.
    pub(crate) outside: OnceLock<PathBuf>,
    /// What was found at signing in: the folder is older than this computer remembers.
    pub(crate) put_back: OnceLock<Older>,
    /// The clock on the wall and the one that only counts, in milliseconds, when they were last compared.
    pub(crate) clock_seen: Mutex<Option<(i64, i64)>>,
    index: RwLock<Index>,
    /// What may be matched; made behind the first question.
    pub(crate) matching: RwLock<Matching>,
    /// Revisions whose signature this session has checked already.
    pub(crate) checked: Mutex<HashSet<RevisionId>>,
    /// Other offices' people, checked already.
    pub(crate) directories: Mutex<BTreeMap<OfficeId, Checked>>,
    /// Photos added by this session that no save names yet.
    pub(crate) staged: Mutex<BTreeSet<FileId>>,
    /// Marks of the names of children of whom somebody said that they are none of those who are like them.
    pub(crate) looked: Mutex<BTreeSet<String>>,
    /// The log's length at the last checked backup and when that was, so that nothing unchanged is backed up twice.
    pub(crate) backed_up_at: Mutex<Option<(u64, Moment)>>,
    /// Result of the background check of log and database.
    pub(crate) sound: Mutex<Option<bool>>,
    /// Plans of sealed files that were shown and wait for a yes.
    pub(crate) plans: Mutex<BTreeMap<amparo_model::ids::BundleId, crate::partners::receive::Waiting>>,
    /// What this session counted last and did not tell yet.
    pub(crate) counted: Mutex<Option<shaping::Counted>>,
}

/// What is needed to begin a session.
pub(crate) struct Opening {
    pub(crate) person: PersonId,
    pub(crate) keys: UserKeys,
    pub(crate) office_key: OfficeKey,
    pub(crate) keyfile: KeyFile,
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Session {
    /// Begins a session: reads the directory, opens the person's circles.
    pub(crate) fn begin(opening: Opening) -> Answer<Self> {
        let Opening { person, keys, office_key, keyfile, store, clock } = opening;
        let office = OfficeId::from_uuid(keyfile.office());
        let incarnation = IncarnationId::from_uuid(keyfile.incarnation());
        let root = keyfile.root();
        let (entries, facts, changed, sealed, forms, conduct) = store.read(|reading: &Reading<'_>| -> Answer<_> {
            Ok((
                reading.directory()?,
                reading.setting::<Facts>(setting::OFFICE)?.ok_or(Code::Damaged)?,
                reading.setting::<BTreeSet<PersonId>>(setting::CHANGED_PASSWORD)?.unwrap_or_default(),
                reading.circle_keys(Holder::Person(person))?,
                shaping::in_force(reading)?.1,
                reading.setting::<Conduct>(setting::CONDUCT)?.unwrap_or_default(),
            ))
        })?;
        let roster = Roster::read(office, &root, &entries);
        if roster.refused > 0 {
            tracing::error!(refused = roster.refused, "directory entries do not count");
        }
        let certificate = roster.directory.at(person.uuid(), u64::MAX).ok_or(Code::Refused)?;
        if certificate.keys != keys.public() {
            return Err(Code::Refused.into());
        }
        let about = roster.person(person, &changed).ok_or(Code::Refused)?;
        let (mut circles, mut older) = (BTreeMap::new(), BTreeMap::new());
        let sealed_to_them = sealed.len();
        for row in sealed {
            let Some(key) = roster.circle_at(row.circle, row.epoch) else { continue };
            let opened = CircleKeys::open_as_member(&key.at(office), person.uuid(), &keys.sealing, &row.sealed);
            // Keys that are not those the directory signed were planted: they are not used for anything.
            if let Ok(opened) = opened
                && opened.public() == key.public
                && shared_mark(&opened) == key.shared
            {
                let held = Held { key: key.clone(), keys: opened };
                if roster.circle(row.circle).is_some_and(|newest| newest.epoch == row.epoch) {
                    circles.insert(row.circle, held);
                } else {
                    older.insert((row.circle, row.epoch), held);
                }
            }
        }
        let strange_keys = sealed_to_them - circles.len() - older.len();
        let auditors = roster.circle_for(&CirclePurpose::Auditors).ok_or(Code::Damaged)?;
        Ok(Self {
            strange_keys,
            person,
            role: about.role,
            rights: roster.rights_of(person).ok_or(Code::Refused)?,
            login: about.login.clone(),
            office: Office {
                id: office,
                incarnation,
                name: facts.name.clone(),
                site: facts.site.clone(),
                agency: facts.agency,
                sample: facts.sample,
            },
            auditors_circle: auditors.circle.id,
            must_change_password: AtomicBool::new(!changed.contains(&person)),
            must_accept_conduct: AtomicBool::new(conduct.version > 0 && !conduct.accepted.contains_key(&person)),
            ended: AtomicBool::new(false),
            keys,
            facts,
            office_key,
            root,
            store,
            keyfile: Mutex::new(keyfile),
            clock,
            roster: RwLock::new(roster),
            forms: RwLock::new(forms),
            circles,
            older,
            noted: Mutex::default(),
            letters: Mutex::new(Letters::of(office, person)),
            past: Mutex::default(),
            outside: OnceLock::new(),
            put_back: OnceLock::new(),
            clock_seen: Mutex::default(),
            index: RwLock::default(),
            matching: RwLock::default(),
            checked: Mutex::default(),
            directories: Mutex::default(),
            staged: Mutex::default(),
            looked: Mutex::default(),
            backed_up_at: Mutex::default(),
            sound: Mutex::default(),
            plans: Mutex::default(),
            counted: Mutex::default(),
        })
    }

    pub(crate) fn roster(&self) -> RwLockReadGuard<'_, Roster> {
        self.roster.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The configuration in force.
    pub(crate) fn forms(&self) -> &'static Configuration {
        *self.forms.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on another one.
    pub(crate) fn use_forms(&self, forms: &'static Configuration) {
        *self.forms.write().unwrap_or_else(PoisonError::into_inner) = forms;
        self.index_mut().forget_dates();
    }

    /// Reads the directory again after it was added to.
    pub(crate) fn refresh_roster(&self) -> Answer<()> {
        let entries = self.store.read(|reading: &Reading<'_>| reading.directory())?;
        *self.roster.write().unwrap_or_else(PoisonError::into_inner) =
            Roster::read(self.office.id, &self.root, &entries);
        Ok(())
    }

    pub(crate) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn index_mut(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn letters(&self) -> MutexGuard<'_, Letters> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn noted(&self) -> MutexGuard<'_, Vec<(Told, Moment)>> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn keyfile(&self) -> MutexGuard<'_, KeyFile> {
        self.keyfile.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A circle this session belongs to.
    pub(crate) fn circle(&self, id: CircleId) -> Option<&Held> {
        self.circles.get(&id)
    }

    /// One key of a circle, when this session holds it.
    pub(crate) fn circle_at(&self, id: CircleId, epoch: u32) -> Option<&Held> {
        self.circles.get(&id).filter(|held| held.key.epoch == epoch).or_else(|| self.older.get(&(id, epoch)))
    }

    /// Every key of a circle that this session holds, the newest first.
    pub(crate) fn keys_of_circle(&self, id: CircleId) -> impl Iterator<Item = &Held> {
        let older = self.older.range((id, 0)..=(id, u32::MAX)).rev().map(|(_, held)| held);
        self.circles.get(&id).into_iter().chain(older)
    }

    /// Takes a new key of a circle into use; the one before stays for what was sealed for it. Only before anybody else has the session.
    pub(crate) fn take_circle(&mut self, held: Held) {
        let id = held.key.circle.id;
        if let Some(before) = self.circles.insert(id, held) {
            self.older.insert((id, before.key.epoch), before);
        }
    }

    /// Whether there are keys of circles for this person that the session did not begin with.
    pub(crate) fn holds_more(&self) -> Answer<bool> {
        let there = self.store.read(|reading: &Reading<'_>| reading.circle_keys(Holder::Person(self.person)))?;
        Ok(there.len() > self.circles.len() + self.older.len() + self.strange_keys)
    }

    /// Every circle this session belongs to.
    pub(crate) fn circles(&self) -> impl Iterator<Item = &Held> {
        self.circles.values()
    }

    /// The circle with a purpose, when this session belongs to it.
    pub(crate) fn held_for(&self, purpose: &CirclePurpose) -> Option<&Held> {
        self.circles.values().find(|held| held.key.circle.purpose == *purpose)
    }

    /// The person's own circle.
    pub(crate) fn own_circle(&self) -> Answer<&Held> {
        self.held_for(&CirclePurpose::Person { person: self.person }).ok_or_else(|| Code::Damaged.into())
    }

    /// People who chose a password of their own.
    pub(crate) fn changed_passwords(&self) -> Answer<BTreeSet<PersonId>> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.setting(setting::CHANGED_PASSWORD))?.unwrap_or_default())
    }

    /// Who is signed in.
    pub(crate) fn me(&self) -> Answer<Person> {
        let changed = self.changed_passwords()?;
        self.roster().person(self.person, &changed).ok_or_else(|| Code::Damaged.into())
    }

    /// The team of whoever is signed in.
    pub(crate) fn team(&self) -> Option<TeamId> {
        self.roster().proposal(self.person).and_then(|(proposal, ..)| proposal.team)
    }

    /// The circle that supervises what this person writes in a module, whether or not they belong to it.
    pub(crate) fn supervising(&self, module: Module) -> Option<CircleKey> {
        let team = self.team()?;
        let purpose = match module {
            Module::Cp => CirclePurpose::Supervisors { team },
            Module::Gbv => CirclePurpose::GbvSupervisors { team },
        };
        self.roster().circle_for(&purpose).cloned()
    }

    /// Whether the role of whoever is signed in gives a permission.
    pub(crate) fn may(&self, action: Action) -> bool {
        self.rights.may(action)
    }

    /// Whoever a circle belongs to.
    pub(crate) fn owner_of(&self, circle: Option<CircleId>) -> Option<PersonId> {
        match self.roster().circle(circle?)?.circle.purpose {
            CirclePurpose::Person { person } => Some(person),
            _ => None,
        }
    }

    /// The name of whoever a circle belongs to.
    pub(crate) fn owner_name(&self, circle: Option<CircleId>) -> String {
        let Some(owner) = self.owner_of(circle) else { return String::new() };
        self.roster().proposal(owner).map(|(proposal, ..)| proposal.name.clone()).unwrap_or_default()
    }

    /// What forms may know of the world.
    pub(crate) fn form_context(&self, complete: BTreeSet<String>) -> FormContext {
        FormContext { today: self.clock.today(), user: self.person, language: "en".to_owned(), complete }
    }

    /// Tells long checks to stop.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    /// Whether long checks should stop.
    pub(crate) fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    /// Whether the code of conduct must be accepted before anything else.
    pub(crate) fn has_conduct_to_accept(&self) -> bool {
        self.must_accept_conduct.load(Ordering::Relaxed)
    }

    /// Whether only a new password may be asked for.
    pub(crate) fn password_is_one_time(&self) -> bool {
        self.must_change_password.load(Ordering::Relaxed)
    }
}
