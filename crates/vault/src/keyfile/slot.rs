//! One login in `office.keys`. Used and unused slots look alike to everybody without the office key, so the file does not
//! tell a thief how many people work here.

use super::layout::{Content, FORMAT, SEALED_KEY};
use crate::asymmetric::{self, SealingPublic, SealingSecret};
use crate::calibrate::{Parameters, Stretched};
use crate::context::Context;
use crate::office::OfficeKey;
use crate::random::{self, Randomness};
use crate::symmetric;
use crate::user::UserKeys;
use crate::{Error, Result};
use uuid::Uuid;
use zeroize::Zeroizing;

const TAG: usize = 16;
const USER: usize = 16;
const SEALED_USER: usize = USER + UserKeys::LENGTH + symmetric::OVERHEAD;
const NOTE: usize = USER + 32 + 12 + symmetric::OVERHEAD;
/// Bytes of one slot: tag, user keys under the password, note under the office key, office key to the user.
pub(super) const LENGTH: usize = TAG + SEALED_USER + NOTE + SEALED_KEY;

pub(super) type SlotBytes = [u8; LENGTH];

/// Whose slot it is, for those who hold the office key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub user: Uuid,
    pub sealing: SealingPublic,
    pub parameters: Parameters,
}

/// The four parts of a slot, borrowed.
struct Parts<'a> {
    tag: &'a [u8],
    user_keys: &'a [u8],
    note: &'a [u8],
    office_key: &'a [u8],
}

fn parts(slot: &SlotBytes) -> Parts<'_> {
    let (tag, rest) = slot.split_at(TAG);
    let (user_keys, rest) = rest.split_at(SEALED_USER);
    let (note, office_key) = rest.split_at(NOTE);
    Parts { tag, user_keys, note, office_key }
}

fn joined(parts: [&[u8]; 4]) -> Result<SlotBytes> {
    // Lengths follow from the sealing; a mismatch would be a mistake in this module.
    parts.concat().try_into().map_err(|_| Error::Malformed("slot"))
}

fn base(tag: &str, content: &Content, slot: usize) -> Context {
    Context::new(tag).number(FORMAT.into()).id(content.office).number(slot as u64)
}

fn for_user_keys(content: &Content, slot: usize, parameters: Parameters) -> Context {
    base("amparo/slot/user-keys/v1", content, slot).bytes(&content.salt).bytes(&parameters.to_bytes())
}

fn for_note(content: &Content, slot: usize, epoch: u32) -> Context {
    base("amparo/slot/note/v1", content, slot).number(epoch.into())
}

fn for_office_key(content: &Content, slot: usize, epoch: u32, user: Uuid) -> Context {
    base("amparo/slot/office-key/v1", content, slot).number(epoch.into()).id(user)
}

/// A slot that belongs to nobody. The last part is sealed to a key thrown away, because a public key inside it could be told
/// from random bytes.
pub(super) fn unused(random: &mut dyn Randomness) -> Result<SlotBytes> {
    let front: [u8; TAG + SEALED_USER + NOTE] = random::bytes(random);
    let nobody = SealingSecret::generate(random).public();
    let back = asymmetric::seal_to(&nobody, &Context::new("amparo/slot/unused/v1"), &[0; 32], random)?;
    joined([&front, &back, &[], &[]])
}

/// A slot for a person.
pub(super) fn fill(
    content: &Content,
    slot: usize,
    stretched: &Stretched,
    note: &Note,
    keys: &UserKeys,
    office_key: &OfficeKey,
    random: &mut dyn Randomness,
) -> Result<SlotBytes> {
    let inside = Zeroizing::new([&note.user.as_bytes()[..], &keys.to_bytes()].concat());
    let user_keys = symmetric::seal(&stretched.key, &for_user_keys(content, slot, note.parameters), &inside, random);
    let (note, key) = shared_parts(content, slot, note, office_key, random)?;
    joined([&stretched.tag, &user_keys, &note, &key])
}

/// The same slot under another office key. The part under the password stays as it is.
pub(super) fn renew(
    content: &Content,
    slot: usize,
    old: &SlotBytes,
    note: &Note,
    office_key: &OfficeKey,
    random: &mut dyn Randomness,
) -> Result<SlotBytes> {
    let old = parts(old);
    let (note, key) = shared_parts(content, slot, note, office_key, random)?;
    joined([old.tag, old.user_keys, &note, &key])
}

fn shared_parts(
    content: &Content,
    slot: usize,
    note: &Note,
    key: &OfficeKey,
    random: &mut dyn Randomness,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let inside = [&note.user.as_bytes()[..], &note.sealing.to_bytes(), &note.parameters.to_bytes()].concat();
    let sealed_note = symmetric::seal(&key.note_key(), &for_note(content, slot, key.epoch()), &inside, random);
    let place = for_office_key(content, slot, key.epoch(), note.user);
    Ok((sealed_note, asymmetric::seal_to(&note.sealing, &place, key.expose_bytes(), random)?))
}

/// Whose slot it is; `None` for an unused one.
pub(super) fn note(content: &Content, slot: usize, bytes: &SlotBytes, key: &OfficeKey) -> Option<Note> {
    let inside = symmetric::open(&key.note_key(), &for_note(content, slot, key.epoch()), parts(bytes).note).ok()?;
    let (user, rest) = inside.split_first_chunk::<USER>()?;
    let (sealing, rest) = rest.split_first_chunk::<32>()?;
    let parameters = content.parameters.iter().find(|set| set.to_bytes() == *rest)?;
    Some(Note {
        user: Uuid::from_bytes(*user),
        sealing: SealingPublic::from_bytes(sealing).ok()?,
        parameters: *parameters,
    })
}

/// Compares the tag without stopping at the first difference.
pub(super) fn has_tag(slot: &SlotBytes, tag: &[u8; TAG]) -> bool {
    parts(slot).tag.iter().zip(tag).fold(0, |difference, (one, other)| difference | (one ^ other)) == 0
}

/// Opens the part under the password.
pub(super) fn open_user_keys(
    content: &Content,
    slot: usize,
    bytes: &SlotBytes,
    stretched: &Stretched,
    parameters: Parameters,
) -> Result<(Uuid, UserKeys)> {
    let inside = symmetric::open(&stretched.key, &for_user_keys(content, slot, parameters), parts(bytes).user_keys)?;
    let (user, keys) = inside.split_first_chunk::<USER>().ok_or(Error::NotOpened)?;
    Ok((Uuid::from_bytes(*user), UserKeys::from_bytes(keys)?))
}

/// Opens the office key sealed to the person.
pub(super) fn open_office_key(
    content: &Content,
    slot: usize,
    bytes: &SlotBytes,
    user: Uuid,
    keys: &UserKeys,
) -> Result<OfficeKey> {
    let place = for_office_key(content, slot, content.epoch, user);
    OfficeKey::from_slice(&asymmetric::open_with(&keys.sealing, &place, parts(bytes).office_key)?, content.epoch)
}
