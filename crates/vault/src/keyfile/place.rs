//! The places that header fields of `office.keys` are sealed or signed for.

use super::layout::SEALED_KEY;
use crate::asymmetric::{self, SealingPublic};
use crate::context::Context;
use crate::random::Randomness;
use crate::{Error, Result};
use uuid::Uuid;

/// The root signs in this domain where the office is to seal for recovery.
pub(super) const FOUNDING_DOMAIN: &str = "amparo/founding/v1";

/// A 32-byte key sealed to somebody, in its fixed size.
pub(super) fn sealed_key(
    to: &SealingPublic,
    place: &Context,
    key: &[u8; 32],
    random: &mut dyn Randomness,
) -> Result<[u8; SEALED_KEY]> {
    asymmetric::seal_to(to, place, key, random)?.try_into().map_err(|_| Error::Malformed("sealed key"))
}

pub(super) fn founded(office: Uuid, recovery: &SealingPublic) -> Context {
    Context::new("amparo/office/v1").id(office).bytes(&recovery.to_bytes())
}

pub(super) fn for_root(office: Uuid) -> Context {
    Context::new("amparo/root-for-recovery/v1").id(office)
}

pub(super) fn for_key(office: Uuid, epoch: u32) -> Context {
    Context::new("amparo/office-key-for-recovery/v1").id(office).number(epoch.into())
}

pub(super) fn for_previous(office: Uuid, epoch: u32) -> Context {
    Context::new("amparo/previous-office-key/v1").id(office).number(epoch.into())
}
