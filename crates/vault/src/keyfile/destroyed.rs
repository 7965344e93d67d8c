//! What was destroyed: so that a database put back from a backup does not bring it back, `office.keys` remembers the newest few hundred
//! records, sealed in a block of one size. The database and every later backup hold all of them.

use super::layout::{DESTROYED, SEALED_DESTROYED, TAG};
use super::{KeyFile, disk};
use crate::context::Context;
use crate::office::OfficeKey;
use crate::random::{self, Randomness};
use crate::symmetric;
use crate::{Error, Result};
use std::path::Path;
use uuid::Uuid;

/// What is remembered of a record: the start of its random id.
pub type DestroyedTag = [u8; TAG];

fn place(office: Uuid, epoch: u32) -> Context {
    Context::new("amparo/destroyed/v1").id(office).number(epoch.into())
}

pub(super) fn sealed(
    tags: &[DestroyedTag],
    office: Uuid,
    key: &OfficeKey,
    random: &mut dyn Randomness,
) -> Result<Box<[u8; SEALED_DESTROYED]>> {
    let newest = tags.get(tags.len().saturating_sub(DESTROYED)..).unwrap_or_default();
    let count = u32::try_from(newest.len()).map_err(|_| Error::Malformed("destroyed records"))?;
    let mut bytes = count.to_le_bytes().to_vec();
    newest.iter().for_each(|tag| bytes.extend_from_slice(tag));
    bytes.resize(4 + DESTROYED * TAG, 0);
    let sealed = symmetric::seal(&key.destroyed_key(), &place(office, key.epoch()), &bytes, random);
    Ok(Box::new(sealed.try_into().map_err(|_| Error::Malformed("destroyed records"))?))
}

impl KeyFile {
    /// What was destroyed, the oldest first, as far as the file remembers.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], [`Error::NotOpened`].
    pub fn destroyed(&self, key: &OfficeKey) -> Result<Vec<DestroyedTag>> {
        self.check(key)?;
        let content = self.content();
        if content.destroyed.iter().all(|byte| *byte == 0) {
            return Ok(Vec::new());
        }
        let place = place(content.office, key.epoch());
        let bytes = symmetric::open(&key.destroyed_key(), &place, &content.destroyed[..])?;
        let (count, rest) = bytes.split_first_chunk::<4>().ok_or(Error::Damaged)?;
        let count = u32::from_le_bytes(*count) as usize;
        Ok(rest.as_chunks::<TAG>().0.iter().take(count).copied().collect())
    }

    /// Remembers more of what was destroyed, in both copies before it returns.
    ///
    /// # Errors
    /// [`Error::OtherOfficeKey`], or what the file system answers.
    pub fn add_destroyed(&mut self, key: &OfficeKey, tags: &[DestroyedTag], random: &mut dyn Randomness) -> Result<()> {
        let mut all = self.destroyed(key)?;
        let before = all.len();
        all.extend(tags.iter().filter(|tag| !all.contains(tag)).copied().collect::<Vec<_>>());
        if all.len() == before {
            return Ok(());
        }
        let mut content = self.content().clone();
        content.destroyed = sealed(&all, content.office, key, random)?;
        self.commit_both(content, key)
    }
}

/// Overwrites a key file, both copies, and removes it: nothing opens what it opened any more. For an emergency; there is no way back but a
/// copy that lies elsewhere.
///
/// # Errors
/// What the file system answers.
pub fn erase(path: &Path, random: &mut dyn Randomness) -> Result<()> {
    let mut noise = Vec::with_capacity(2 * super::layout::COPY);
    while noise.len() < 2 * super::layout::COPY {
        noise.extend_from_slice(&random::bytes::<1024>(random));
    }
    disk::erase(path, &noise)
}

/// What [`erase`] does, with a file of the same size that holds nothing: shows that the disk is fast enough, and takes nothing away.
///
/// # Errors
/// What the file system answers.
pub fn practise_erasing(path: &Path, random: &mut dyn Randomness) -> Result<()> {
    std::fs::write(path, vec![0; 2 * super::layout::COPY])?;
    erase(path, random)
}
