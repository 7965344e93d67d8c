//! Turning the office key when somebody left: the file's two halves of it. The database's part lies between them.

use super::layout::SLOTS;
use super::place::{for_key, for_previous, sealed_key};
use super::{KeyFile, slot};
use crate::asymmetric::SealingPublic;
use crate::office::OfficeKey;
use crate::random::{self, Randomness};
use crate::symmetric;
use crate::{Error, Result};
use uuid::Uuid;

impl KeyFile {
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
        let _alone = self.go_on_from_disk(present)?;
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
        let destroyed = self.destroyed(present)?;
        content.destroyed = super::destroyed::sealed(&destroyed, content.office, next, random)?;
        (content.slots, content.epoch, content.turning) = (slots, next.epoch(), true);
        self.commit_both(content, next)
    }

    /// Second half of turning the office key, once the database has the new one: the old key is overwritten.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn finish_turning(&mut self, key: &OfficeKey, random: &mut dyn Randomness) -> Result<()> {
        let _alone = self.go_on_from_disk(key)?;
        let mut content = self.content().clone();
        content.turning = false;
        content.previous = random::bytes(random);
        self.commit_both(content, key)
    }
}
