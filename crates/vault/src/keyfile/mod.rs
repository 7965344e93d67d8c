//! The file `office.keys`: who can sign in, the office key for each of them and for recovery, and the last audit head.
//!
//! The file has a fixed size and holds everything twice, each copy with a generation number, a checksum (torn writes) and a
//! MAC under the office key (forgery). Writing always starts with the copy not in use and is synced before the other one is
//! touched. Reading takes the newest copy with a right checksum; after unlocking its MAC is checked and a forged copy gives
//! way to the other.
//!
//! What it cannot know: whether somebody put back the whole file of last month. The audit head kept outside tells that.

mod destroyed;
mod disk;
mod layout;
mod place;
mod slot;
mod turning;
mod unlock;

use crate::asymmetric::{SealingPublic, SigningPublic};
use crate::calibrate::{Parameters, stretch};
use crate::context::Context;
use crate::office::{OfficeKey, OfficeRoot};
use crate::random::{self, Randomness};
#[cfg(doc)]
use crate::recovery::RecoverySecret;
use crate::user::UserKeys;
use crate::{Error, Result};
pub use destroyed::{DestroyedTag, erase, practise_erasing};
use layout::{COPY, Content, Copy, SEALED_DESTROYED};
pub use layout::{DESTROYED, FORMAT, SLOTS};
use place::{FOUNDING_DOMAIN, for_key, for_root, founded, sealed_key};
use slot::Note;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
pub use unlock::{Recovered, Unlocked};
use uuid::Uuid;

/// What a new office's key file starts from.
pub struct Founding<'a> {
    /// The new office.
    pub office: Uuid,
    /// Which life of the office this is; a restore starts another.
    pub incarnation: Uuid,
    /// What one password attempt costs, from [`crate::calibrate::choose`].
    pub parameters: Parameters,
    /// The root; afterwards it exists only sealed to the recovery words.
    pub root: &'a OfficeRoot,
    /// The public half of the recovery words ([`RecoverySecret::public`]).
    pub recovery: SealingPublic,
    /// The office key.
    pub office_key: &'a OfficeKey,
}

/// A login as seen with the office key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Login {
    /// Its slot.
    pub slot: usize,
    /// Whose it is.
    pub user: Uuid,
    /// Where the office key is sealed to. It counts only if the person's certificate has the same key.
    pub sealing: SealingPublic,
}

/// The last piece of the audit log that this file saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// The head's hash.
    pub head: [u8; 32],
    /// How many entries it covers.
    pub counter: u64,
}

/// An opened `office.keys`. One program at a time writes it; the office's lock file sees to that.
pub struct KeyFile {
    path: PathBuf,
    copies: [Option<Copy>; 2],
    current: usize,
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyFile(..)")
    }
}

impl KeyFile {
    /// Creates the file of a new office, without a login yet: only recovery opens it until [`KeyFile::set_slot`].
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], [`Error::ParametersRefused`], or what the file system answers.
    pub fn create(path: &Path, founding: &Founding<'_>, random: &mut dyn Randomness) -> Result<Self> {
        founding.parameters.check()?;
        let (office, key) = (founding.office, founding.office_key);
        let content = Content {
            generation: 1,
            turning: false,
            office,
            incarnation: founding.incarnation,
            salt: random::bytes(random),
            parameters: vec![founding.parameters],
            epoch: key.epoch(),
            root: founding.root.public(),
            recovery: founding.recovery,
            founding: founding.root.sign(FOUNDING_DOMAIN, founded(office, &founding.recovery).as_bytes()),
            root_for_recovery: sealed_key(&founding.recovery, &for_root(office), founding.root.expose_bytes(), random)?,
            key_for_recovery: sealed_key(
                &founding.recovery,
                &for_key(office, key.epoch()),
                key.expose_bytes(),
                random,
            )?,
            previous: random::bytes(random),
            head: [0; 32],
            head_counter: 0,
            slots: (0..SLOTS).map(|_| slot::unused(random)).collect::<Result<_>>()?,
            destroyed: Box::new([0; SEALED_DESTROYED]),
        };
        let (copy, bytes) = Copy::seal(content, &key.header_key());
        disk::create(path, &bytes)?;
        Ok(Self { path: path.to_owned(), copies: [Some(copy.clone()), Some(copy)], current: 0 })
    }

    /// Opens the file and takes the newest sound copy. Nothing secret is needed yet, and nothing is believed yet.
    ///
    /// # Errors
    /// [`Error::ForeignFile`], [`Error::Damaged`], [`Error::NewerFormat`], [`Error::ParametersRefused`], or what the file
    /// system answers.
    pub fn open(path: &Path) -> Result<Self> {
        let bytes = disk::read(path)?;
        let (first, second) = bytes.split_at(bytes.len().min(COPY));
        let (first, second) = (Copy::read(first), Copy::read(second));
        let current = match (&first, &second) {
            (Ok(one), Ok(other)) => usize::from(other.content.generation > one.content.generation),
            (Ok(_), Err(_)) => 0,
            (Err(_), Ok(_)) => 1,
            (Err(_), Err(_)) => return Err(worse(first.err(), second.err())),
        };
        Ok(Self { path: path.to_owned(), copies: [first.ok(), second.ok()], current })
    }

    /// The office this file belongs to. Believe it after unlocking.
    #[must_use]
    pub fn office(&self) -> Uuid {
        self.content().office
    }

    /// Which life of the office this is.
    #[must_use]
    pub fn incarnation(&self) -> Uuid {
        self.content().incarnation
    }

    /// How often the office key was turned: files with the same number open with the same key.
    #[must_use]
    pub fn epoch(&self) -> u32 {
        self.content().epoch
    }

    /// The office root that certificates have to reach.
    #[must_use]
    pub fn root(&self) -> SigningPublic {
        self.content().root
    }

    /// Where to seal for recovery; signed by the root, which is checked at each unlock.
    #[must_use]
    pub fn recovery(&self) -> SealingPublic {
        self.content().recovery
    }

    /// The last audit head written with [`KeyFile::set_head`]; all zeros and 0 in a new office.
    #[must_use]
    pub fn head(&self) -> AuditHead {
        AuditHead { head: self.content().head, counter: self.content().head_counter }
    }

    /// Whether the office key is being turned and [`KeyFile::finish_turning`] was not reached.
    #[must_use]
    pub fn is_turning(&self) -> bool {
        self.content().turning
    }

    /// What stands for every slot as it is now: another after each change of who signs in and how. The log keeps it, so that an older
    /// file that is put back is known.
    #[must_use]
    pub fn mark(&self) -> [u8; 32] {
        let content = self.content();
        let context = Context::new("amparo/office-keys/slots/v1").id(content.office);
        content.slots.iter().fold(context, |context, slot| context.bytes(slot)).digest()
    }

    /// Everybody who can sign in.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`].
    pub fn logins(&self, key: &OfficeKey) -> Result<Vec<Login>> {
        self.check(key)?;
        let login = |(slot, note): (usize, Note)| Login { slot, user: note.user, sealing: note.sealing };
        Ok(notes(self.content(), key).map(login).collect())
    }

    /// Gives a person a login, or changes its name, password or keys. Returns the slot after both copies are on the disk:
    /// from then on the old password opens neither. If it fails half-way, the new password may already be the one that
    /// counts; calling it again mends that.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], [`Error::NoFreeSlot`], [`Error::NotEnoughMemory`], or what the file system answers.
    pub fn set_slot(
        &mut self,
        key: &OfficeKey,
        login: &str,
        password: &str,
        user: Uuid,
        keys: &UserKeys,
        random: &mut dyn Randomness,
    ) -> Result<usize> {
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        let taken: Vec<(usize, Note)> = notes(&content, key).collect();
        let own = taken.iter().find(|(_, note)| note.user == user).map(|(slot, _)| *slot);
        let free = || (0..SLOTS).find(|slot| taken.iter().all(|(other, _)| other != slot));
        let slot = own.or_else(free).ok_or(Error::NoFreeSlot)?;
        let parameters = content.parameters.last().copied().unwrap_or(Parameters::FLOOR);
        let stretched = stretch(login, password, &content.salt, content.office, parameters)?;
        let note = Note { user, sealing: keys.sealing.public(), parameters };
        let filled = slot::fill(&content, slot, &stretched, &note, keys, key, random)?;
        if let Some(place) = content.slots.get_mut(slot) {
            *place = filled;
        }
        forget_unused_parameters(&mut content, key);
        self.commit_both(content, key)?;
        Ok(slot)
    }

    /// Takes a person's login away: both copies are overwritten before it returns.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], [`Error::NoSuchSlot`], or what the file system answers.
    pub fn clear_slot(&mut self, key: &OfficeKey, user: Uuid, random: &mut dyn Randomness) -> Result<()> {
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        let held: Vec<usize> =
            notes(&content, key).filter(|(_, note)| note.user == user).map(|(slot, _)| slot).collect();
        if held.is_empty() {
            return Err(Error::NoSuchSlot);
        }
        for slot in held {
            if let Some(place) = content.slots.get_mut(slot) {
                *place = slot::unused(random)?;
            }
        }
        forget_unused_parameters(&mut content, key);
        self.commit_both(content, key)
    }

    /// Keeps the last audit head. Cheap: one copy, in place, synced; the other still holds the head before.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn set_head(&mut self, key: &OfficeKey, head: AuditHead) -> Result<()> {
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        (content.head, content.head_counter) = (head.head, head.counter);
        self.commit(content, key).map(|_| ())
    }

    /// Starts another life of the office, after a restore.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn set_incarnation(&mut self, key: &OfficeKey, incarnation: Uuid) -> Result<()> {
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        content.incarnation = incarnation;
        self.commit_both(content, key)
    }

    /// Makes further passwords cost more. People move over when they set their password next.
    ///
    /// # Errors
    /// [`Error::ParametersRefused`] outside the limits, if they are not more than the present ones, or while somebody still
    /// uses the set before those;
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn raise_parameters(&mut self, key: &OfficeKey, parameters: Parameters) -> Result<()> {
        parameters.check()?;
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        if content.parameters.len() > 1 || content.parameters.iter().any(|present| !parameters.exceeds(present)) {
            return Err(Error::ParametersRefused);
        }
        content.parameters.push(parameters);
        self.commit_both(content, key)
    }

    /// Makes both copies equal again if a crash or damage left one behind. Call once after each unlock; it writes only if
    /// there is something to mend.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn mend(&mut self, key: &OfficeKey) -> Result<bool> {
        let _alone = self.go_on_from_disk(key)?;
        let same = |copy: &Copy| copy.verify(&key.header_key()).is_ok() && copy.content.same_logins(self.content());
        if self.copies.iter().all(|copy| copy.as_ref().is_some_and(same)) {
            return Ok(false);
        }
        self.commit_both(self.content().clone(), key)?;
        Ok(true)
    }

    fn content(&self) -> &Content {
        // Invariant: `current` always names a copy that is there; `open` and `commit` see to it.
        #[expect(clippy::expect_used)]
        let copy = self.copies.get(self.current).and_then(Option::as_ref).expect("the current copy is there");
        &copy.content
    }

    /// Keeps every other opened [`KeyFile`] of this process from writing meanwhile, and goes on from what stands on the disk: a session
    /// that was locked may still note the log's end while the next one changes a password, and must not undo it.
    fn go_on_from_disk(&mut self, key: &OfficeKey) -> Result<MutexGuard<'static, ()>> {
        static WRITING: Mutex<()> = Mutex::new(());
        let alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(there) = Self::open(&self.path)
            && there.content().generation > self.content().generation
            && there.check(key).is_ok()
        {
            *self = there;
        }
        self.check(key)?;
        Ok(alone)
    }

    /// Whether this is the office key of the file's present state.
    fn check(&self, key: &OfficeKey) -> Result<()> {
        let copy = self.copies.get(self.current).and_then(Option::as_ref).ok_or(Error::Damaged)?;
        copy.verify(&key.header_key()).map_err(|_| Error::OtherOfficeKey)
    }

    /// Writes the copy not in use and then uses it.
    fn commit(&mut self, mut content: Content, key: &OfficeKey) -> Result<Vec<u8>> {
        content.generation = content.generation.saturating_add(1);
        let (copy, bytes) = Copy::seal(content, &key.header_key());
        let target = 1 - self.current;
        self.put(target, copy, &bytes)?;
        self.current = target;
        Ok(bytes)
    }

    fn commit_both(&mut self, content: Content, key: &OfficeKey) -> Result<()> {
        let bytes = self.commit(content, key)?;
        let copy = Copy::read(&bytes)?;
        self.put(1 - self.current, copy, &bytes)?;
        disk::sync_folder(&self.path)
    }

    fn put(&mut self, which: usize, copy: Copy, bytes: &[u8]) -> Result<()> {
        let Some(place) = self.copies.get_mut(which) else { return Err(Error::Damaged) };
        // Until the disk has it, nobody knows what stands there.
        *place = None;
        disk::write(&self.path, which, bytes)?;
        *place = Some(copy);
        Ok(())
    }
}

fn notes<'a>(content: &'a Content, key: &'a OfficeKey) -> impl Iterator<Item = (usize, Note)> + 'a {
    content
        .slots
        .iter()
        .enumerate()
        .filter_map(|(slot, bytes)| slot::note(content, slot, bytes, key).map(|note| (slot, note)))
}

/// Once nobody uses the older parameter set, attempts need not compute it any more.
fn forget_unused_parameters(content: &mut Content, key: &OfficeKey) {
    let used: Vec<Parameters> = notes(content, key).map(|(_, note)| note.parameters).collect();
    let newest = content.parameters.last().copied();
    content.parameters.retain(|set| Some(*set) == newest || used.contains(set));
}

/// Which of two answers about two unsound copies helps the person more.
fn worse(one: Option<Error>, other: Option<Error>) -> Error {
    let rank = |error: &Error| match error {
        Error::ParametersRefused => 3,
        Error::NewerFormat { .. } => 2,
        Error::Damaged => 1,
        _ => 0,
    };
    one.into_iter().chain(other).max_by_key(rank).unwrap_or(Error::Damaged)
}

#[cfg(test)]
mod tests;
