//! Signing in with a password, and opening with the recovery words. Nothing here writes.

use super::KeyFile;
use super::layout::{Content, Copy};
use super::place::{FOUNDING_DOMAIN, for_key, for_previous, for_root, founded};
use super::slot;
use crate::asymmetric;
use crate::calibrate::{Parameters, Stretched, stretch};
use crate::office::{OfficeKey, OfficeRoot};
use crate::recovery::RecoverySecret;
use crate::symmetric;
use crate::user::UserKeys;
use crate::{Error, Result};
use uuid::Uuid;

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

impl KeyFile {
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
            if let Ok((office_key, previous_office_key)) = believe(copy, &attempts, slot, user, &keys) {
                self.current = which;
                return Ok(Unlocked { user, keys, office_key, previous_office_key, slot });
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
) -> Result<(OfficeKey, Option<OfficeKey>)> {
    let content = &copy.content;
    let (same_slot, same_user, same_keys) = find(content, attempts)?;
    if (same_slot, same_user, same_keys.public()) != (slot, user, keys.public()) {
        return Err(Error::Damaged);
    }
    let bytes = content.slots.get(slot).ok_or(Error::Damaged)?;
    let office_key = slot::open_office_key(content, slot, bytes, user, keys)?;
    let previous_office_key = genuine(copy, &office_key)?;
    Ok((office_key, previous_office_key))
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
