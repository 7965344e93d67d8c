//! Identifiers. Ids of records, people, places, rows and files are 16 random bytes, never time-ordered (SECURITY.md 3);
//! ids of revisions are hashes. Randomness is handed in by whoever makes one.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The text is not an id of this kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// Makes an id out of 16 random bytes (version 4).
            #[must_use]
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }
            /// As the plain id that keys and certificates are bound to.
            #[must_use]
            pub fn uuid(&self) -> uuid::Uuid {
                self.0
            }
            /// From the plain id in a certificate or card.
            #[must_use]
            pub fn from_uuid(id: uuid::Uuid) -> Self {
                Self(id)
            }
            /// The 16 bytes, for contexts that keys and commitments are bound to, and for the database.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
            /// Back from the database.
            ///
            /// # Errors
            /// [`NotAnId`] when there are not 16 bytes.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, NotAnId> {
                uuid::Uuid::from_slice(bytes).map(Self).map_err(|_| NotAnId)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.parse().map(Self).map_err(|_| NotAnId)
            }
        }
    };
}

random_id!(/// An office: one folder, one database.
    OfficeId);
random_id!(/// One life of an office's database; a restore starts a new one (SECURITY.md 3).
    IncarnationId);
random_id!(/// A person with a login.
    PersonId);
random_id!(/// A team of caseworkers with its supervisors.
    TeamId);
random_id!(/// An organisation known to the office.
    AgencyId);
random_id!(/// A circle of people who share keys.
    CircleId);
random_id!(/// A case, incident, tracing request ...
    RecordId);
random_id!(/// A place of the office's tree, whatever its p-code becomes.
    PlaceId);
random_id!(/// An attachment: photo, sound, document.
    FileId);
random_id!(/// Unsaved work.
    DraftId);
random_id!(/// A kept view of a list.
    ViewId);
random_id!(/// A sealed file between offices.
    BundleId);

/// The id of a revision: SHA-256 over its header, which holds the commitments of its compartments.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionId(pub [u8; 32]);

impl fmt::Display for RevisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}
impl fmt::Debug for RevisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RevisionId({self})")
    }
}
impl FromStr for RevisionId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        hex32(text).map(Self).ok_or(NotAnId)
    }
}
impl Serialize for RevisionId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for RevisionId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Thirty-two bytes out of 64 lower- or upper-case hexadecimal digits; `None` for anything else.
#[must_use]
pub fn hex32(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut out = [0; 32];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let high = char::from(pair[0]).to_digit(16)?;
        let low = char::from(pair[1]).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(out)
}

/// A moment: milliseconds since 1970-01-01T00:00:00Z. Never used to break ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Moment(pub i64);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_revision_id_survives_its_text() {
        let id = RevisionId([0xa5; 32]);
        assert_eq!(id.to_string().parse::<RevisionId>().unwrap(), id);
        assert_eq!("a5".parse::<RevisionId>(), Err(NotAnId));
        assert_eq!("é".repeat(32).parse::<RevisionId>(), Err(NotAnId));
    }

    #[test]
    fn a_random_id_is_version_four_and_survives_its_text() {
        let id = RecordId::from_random([7; 16]);
        assert_eq!(id.to_string().parse::<RecordId>().unwrap(), id);
        assert_eq!(id.to_string().chars().nth(14), Some('4'));
    }
}
