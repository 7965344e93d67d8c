//! A key of its own for something that no record's key chain covers (unsaved work, kept views, what records give to matching), wrapped
//! for each circle that is to open it.

use crate::problems::Answer;
use crate::roster::CircleKey;
use crate::session::Session;
use amparo_model::ids::CircleId;
use amparo_vault::OsRandom;
use amparo_vault::circle::{CompartmentEpoch, Wrapped};
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};

/// The key, wrapped for one circle. Stored.
#[derive(Serialize, Deserialize)]
pub(crate) struct ForCircle {
    pub(crate) circle: CircleId,
    pub(crate) epoch: u32,
    wrapped: String,
}

impl Session {
    /// Wraps a key for a circle: under the circle's own key where this session holds it, which costs less, else to its public one.
    pub(crate) fn wrap_for(&self, circle: &CircleKey, place: &CompartmentEpoch<'_>, key: &Key) -> Answer<ForCircle> {
        let (id, at) = (circle.circle.id, circle.at(self.office.id));
        let wrapped = match self.circle(id).filter(|held| held.key.epoch == circle.epoch) {
            Some(held) => held.keys.wrap(&at, place, key, &mut OsRandom),
            None => circle.public.wrap(&at, place, key, &mut OsRandom)?,
        };
        Ok(ForCircle { circle: id, epoch: circle.epoch, wrapped: BASE64.encode(wrapped.to_bytes()) })
    }

    /// The key, when a circle of this session is among those it was wrapped for.
    pub(crate) fn unwrap_for(&self, given: &[ForCircle], place: &CompartmentEpoch<'_>) -> Option<Key> {
        self.unwrap_and_by_whom(given, place).map(|(key, _)| key)
    }

    /// The same, and whether a member of the circle wrapped it: nobody else can have.
    pub(crate) fn unwrap_and_by_whom(&self, given: &[ForCircle], place: &CompartmentEpoch<'_>) -> Option<(Key, bool)> {
        given.iter().find_map(|given| {
            let held = self.circle_at(given.circle, given.epoch)?;
            let wrapped = Wrapped::from_bytes(&BASE64.decode(&given.wrapped).ok()?).ok()?;
            let key = held.keys.unwrap(&held.key.at(self.office.id), place, &wrapped).ok()?;
            Some((key, matches!(wrapped, Wrapped::Shared(_))))
        })
    }
}
