//! The file `office.keys`: who can sign in, the office key for each of them and for recovery, and the last audit head.
//!
//! The file has a fixed size and holds everything twice, each copy with a generation number, a checksum (torn writes) and a
//! MAC under the office key (forgery). Writing always starts with the copy not in use and is synced before the other one is
//! touched. Reading takes the newest copy with a right checksum; after unlocking its MAC is checked and a forged copy gives
//! way to the other.
//!
//! What it cannot know: whether somebody put back the whole file of last month. The audit head kept outside tells that.

mod disk;
mod layout;
mod slot;

use crate::asymmetric::{self, SealingPublic, SigningPublic};
use crate::calibrate::{Parameters, Stretched, stretch};
use crate::context::Context;
use crate::office::{OfficeKey, OfficeRoot};
use crate::random::{self, Randomness};
use crate::recovery::RecoverySecret;
use crate::symmetric;
use crate::user::UserKeys;
use crate::{Error, Result};
use layout::{COPY, Content, Copy};
pub use layout::{FORMAT, SLOTS};
use slot::Note;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const FOUNDING_DOMAIN: &str = "amparo/founding/v1";

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

/// What a login gives.
#[derive(Debug)]
pub struct Unlocked {
    /// Who signed in.
    pub user: Uuid,
    /// Their keys.
    pub keys: UserKeys,
    /// Opens the database.
    pub office_key: OfficeKey,
    /// While the office key is being turned: the one before, which the database may still have.
    pub previous_office_key: Option<OfficeKey>,
    /// The slot it came from.
    pub slot: usize,
}

/// What the recovery words give.
#[derive(Debug)]
pub struct Recovered {
    /// Opens the recovery circle.
    pub secret: RecoverySecret,
    /// Opens the database.
    pub office_key: OfficeKey,
    /// While the office key is being turned: the one before.
    pub previous_office_key: Option<OfficeKey>,
    /// Vouches for people again.
    pub root: OfficeRoot,
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

    /// Signs in. Every attempt computes every parameter set and looks at every slot, found or not. Writes nothing.
    ///
    /// # Errors
    /// [`Error::Refused`] for a wrong name, a wrong password and a login that was taken away alike;
    /// [`Error::ParametersRefused`] before anything is computed; [`Error::NotEnoughMemory`]; [`Error::Damaged`] when the
    /// login is right but both copies were forged.
    pub fn unlock(&mut self, login: &str, password: &str) -> Result<Unlocked> {
        let content = self.content();
        let attempts = content
            .parameters
            .iter()
            .map(|set| Ok((*set, stretch(login, password, &content.salt, content.office, *set)?)))
            .collect::<Result<Vec<_>>>()?;
        let (slot, user, keys) = find(content, &attempts)?;
        // From here on the person is known; what fails now is the file. Only then may the other copy speak, so that a login
        // taken away in the newest copy stays away even if the older one was not overwritten yet.
        for which in [self.current, 1 - self.current] {
            let Some(copy) = self.copies.get(which).and_then(Option::as_ref) else { continue };
            if let Ok(unlocked) = believe(copy, &attempts, slot, user, &keys) {
                self.current = which;
                return Ok(unlocked);
            }
        }
        Err(Error::Damaged)
    }

    /// Opens with the recovery words.
    ///
    /// # Errors
    /// What [`RecoverySecret::parse`] answers; [`Error::Refused`] if the words are another office's; [`Error::Damaged`].
    pub fn unlock_with_recovery(&mut self, words: &str) -> Result<Recovered> {
        let secret = RecoverySecret::parse(words)?;
        let public = secret.public();
        let mut answer = Error::Refused;
        for which in [self.current, 1 - self.current] {
            let Some(copy) = self.copies.get(which).and_then(Option::as_ref) else { continue };
            if copy.content.recovery != public {
                continue;
            }
            match recover(copy, &secret) {
                Ok((office_key, previous_office_key, root)) => {
                    self.current = which;
                    return Ok(Recovered { secret, office_key, previous_office_key, root });
                }
                Err(_) => answer = Error::Damaged,
            }
        }
        Err(answer)
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
        self.check(key)?;
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
        self.check(key)?;
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
        self.check(key)?;
        let mut content = self.content().clone();
        (content.head, content.head_counter) = (head.head, head.counter);
        self.commit(content, key).map(|_| ())
    }

    /// Starts another life of the office, after a restore.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn set_incarnation(&mut self, key: &OfficeKey, incarnation: Uuid) -> Result<()> {
        self.check(key)?;
        let mut content = self.content().clone();
        content.incarnation = incarnation;
        self.commit_both(content, key)
    }

    /// Makes further passwords cost more. People move over when they set their password next.
    ///
    /// # Errors
    /// [`Error::ParametersRefused`] outside the limits, or while somebody still uses the set before the present one;
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn raise_parameters(&mut self, key: &OfficeKey, parameters: Parameters) -> Result<()> {
        parameters.check()?;
        self.check(key)?;
        let mut content = self.content().clone();
        if content.parameters.len() > 1 || content.parameters.contains(&parameters) {
            return Err(Error::ParametersRefused);
        }
        content.parameters.push(parameters);
        self.commit_both(content, key)
    }

    /// First half of turning the office key: the file opens with the new key and carries the old one sealed under it, because
    /// the database may still have the old one. `people` are the ids and public keys from valid certificates: only their
    /// logins stay; any other, planted or of somebody who left, is overwritten.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`] unless `present` is this file's key and `next` comes from [`OfficeKey::next`], also while a
    /// turning is unfinished; or what the file system answers.
    pub fn begin_turning(
        &mut self,
        present: &OfficeKey,
        next: &OfficeKey,
        people: &[(Uuid, SealingPublic)],
        random: &mut dyn Randomness,
    ) -> Result<()> {
        self.check(present)?;
        if self.is_turning() || next.epoch() != present.epoch().saturating_add(1) {
            return Err(Error::OtherOfficeKey);
        }
        let mut content = self.content().clone();
        let mut slots = Vec::with_capacity(SLOTS);
        for (slot, bytes) in content.slots.iter().enumerate() {
            let note =
                slot::note(&content, slot, bytes, present).filter(|note| people.contains(&(note.user, note.sealing)));
            slots.push(match note {
                Some(note) => slot::renew(&content, slot, bytes, &note, next, random)?,
                None => slot::unused(random)?,
            });
        }
        let before = zeroize::Zeroizing::new([&present.epoch().to_le_bytes()[..], present.expose_bytes()].concat());
        let previous =
            symmetric::seal(&next.turning_key(), &for_previous(content.office, next.epoch()), &before, random);
        content.previous = previous.try_into().map_err(|_| Error::Malformed("previous office key"))?;
        content.key_for_recovery =
            sealed_key(&content.recovery, &for_key(content.office, next.epoch()), next.expose_bytes(), random)?;
        (content.slots, content.epoch, content.turning) = (slots, next.epoch(), true);
        self.commit_both(content, next)
    }

    /// Second half of turning the office key, once the database has the new one: the old key is overwritten.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn finish_turning(&mut self, key: &OfficeKey, random: &mut dyn Randomness) -> Result<()> {
        self.check(key)?;
        let mut content = self.content().clone();
        content.turning = false;
        content.previous = random::bytes(random);
        self.commit_both(content, key)
    }

    /// Makes both copies equal again if a crash or damage left one behind. Call once after each unlock; it writes only if
    /// there is something to mend.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn mend(&mut self, key: &OfficeKey) -> Result<bool> {
        self.check(key)?;
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

/// Looks at every slot with every attempt; opens exactly one, the found or, so that failing costs the same, the first.
fn find(content: &Content, attempts: &[(Parameters, Stretched)]) -> Result<(usize, Uuid, UserKeys)> {
    let mut found = None;
    for (attempt, (_, stretched)) in attempts.iter().enumerate() {
        for (slot, bytes) in content.slots.iter().enumerate() {
            if slot::has_tag(bytes, &stretched.tag) {
                found = Some((slot, attempt));
            }
        }
    }
    let (slot, attempt) = found.unwrap_or((0, 0));
    let (Some(bytes), Some((parameters, stretched))) = (content.slots.get(slot), attempts.get(attempt)) else {
        return Err(Error::Damaged);
    };
    let opened = slot::open_user_keys(content, slot, bytes, stretched, *parameters);
    match opened {
        Ok((user, keys)) if found.is_some() => Ok((slot, user, keys)),
        _ => Err(Error::Refused),
    }
}

/// Checks that a copy gives this person the office key and is genuine under it.
fn believe(
    copy: &Copy,
    attempts: &[(Parameters, Stretched)],
    slot: usize,
    user: Uuid,
    keys: &UserKeys,
) -> Result<Unlocked> {
    let content = &copy.content;
    let (same_slot, same_user, same_keys) = find(content, attempts)?;
    if (same_slot, same_user, same_keys.public()) != (slot, user, keys.public()) {
        return Err(Error::Damaged);
    }
    let bytes = content.slots.get(slot).ok_or(Error::Damaged)?;
    let office_key = slot::open_office_key(content, slot, bytes, user, keys)?;
    let previous_office_key = genuine(copy, &office_key)?;
    Ok(Unlocked { user, keys: keys.clone(), office_key, previous_office_key, slot })
}

fn recover(copy: &Copy, secret: &RecoverySecret) -> Result<(OfficeKey, Option<OfficeKey>, OfficeRoot)> {
    let content = &copy.content;
    let sealing = secret.sealing();
    let key = asymmetric::open_with(&sealing, &for_key(content.office, content.epoch), &content.key_for_recovery)?;
    let key = OfficeKey::from_slice(&key, content.epoch)?;
    let previous = genuine(copy, &key)?;
    let root = asymmetric::open_with(&sealing, &for_root(content.office), &content.root_for_recovery)?;
    Ok((key, previous, OfficeRoot::from_slice(&root)?))
}

/// Checks MAC and founding signature, and gives the office key before if it is being turned.
fn genuine(copy: &Copy, key: &OfficeKey) -> Result<Option<OfficeKey>> {
    let content = &copy.content;
    copy.verify(&key.header_key())?;
    content.root.verify(FOUNDING_DOMAIN, founded(content.office, &content.recovery).as_bytes(), &content.founding)?;
    if !content.turning {
        return Ok(None);
    }
    let before = symmetric::open(&key.turning_key(), &for_previous(content.office, content.epoch), &content.previous)?;
    let (epoch, bytes) = before.split_first_chunk::<4>().ok_or(Error::Damaged)?;
    OfficeKey::from_slice(bytes, u32::from_le_bytes(*epoch)).map(Some)
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

fn sealed_key(
    to: &SealingPublic,
    place: &Context,
    key: &[u8; 32],
    random: &mut dyn Randomness,
) -> Result<[u8; layout::SEALED_KEY]> {
    asymmetric::seal_to(to, place, key, random)?.try_into().map_err(|_| Error::Malformed("sealed key"))
}

fn founded(office: Uuid, recovery: &SealingPublic) -> Context {
    Context::new("amparo/office/v1").id(office).bytes(&recovery.to_bytes())
}

fn for_root(office: Uuid) -> Context {
    Context::new("amparo/root-for-recovery/v1").id(office)
}

fn for_key(office: Uuid, epoch: u32) -> Context {
    Context::new("amparo/office-key-for-recovery/v1").id(office).number(epoch.into())
}

fn for_previous(office: Uuid, epoch: u32) -> Context {
    Context::new("amparo/previous-office-key/v1").id(office).number(epoch.into())
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
