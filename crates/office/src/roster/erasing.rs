//! What the directory says of the destruction of records: who asked, who said yes, what must be kept. Whether it may happen, the office
//! decides with the record before it (`crate::retention`).

use super::Roster;
use super::entry::{Author, ERASURE, ERASURE_YES, Erasure, ErasureYes, HOLD, Hold};
use amparo_api::retention::HoldReason;
use amparo_model::ids::{OfficeId, PersonId, RecordId};
use amparo_model::person::Role;
use amparo_vault::asymmetric::SigningPublic;
use serde::Serialize;
use std::collections::BTreeMap;

/// An asking, who asked, and everybody's yes with the record that they meant.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) erasure: Erasure,
    pub(crate) by: PersonId,
    pub(crate) yes: BTreeMap<PersonId, RecordId>,
    /// The yes of whoever holds the recovery words: the root signed it.
    pub(crate) words: Option<RecordId>,
}

fn person(by: &Author) -> Option<PersonId> {
    match by {
        Author::Person { user, .. } => Some(PersonId::from_uuid(*user)),
        Author::Root { .. } => None,
    }
}

impl Roster {
    /// Whether an entry is signed by somebody who belongs to the office there, whatever their role.
    pub(super) fn signed_by_any<T: Serialize>(
        &self,
        office: OfficeId,
        root: &SigningPublic,
        domain: &str,
        thing: &T,
        by: &Author,
    ) -> bool {
        Role::ALL.iter().any(|role| self.signed(office, root, domain, thing, by, role.as_str()))
    }

    pub(super) fn take_erasure(
        &mut self,
        office: OfficeId,
        root: &SigningPublic,
        erasure: Erasure,
        by: &Author,
    ) -> bool {
        let signed = ["admin", "supervisor", "gbv_supervisor"]
            .into_iter()
            .any(|role| self.signed(office, root, ERASURE, &erasure, by, role));
        let Some(person) = person(by).filter(|_| signed && self.seen.insert(erasure.id)) else { return false };
        self.erasures.insert(erasure.id, Asked { erasure, by: person, yes: BTreeMap::new(), words: None });
        true
    }

    pub(super) fn take_yes(&mut self, office: OfficeId, root: &SigningPublic, yes: &ErasureYes, by: &Author) -> bool {
        let signed = self.signed_by_any(office, root, ERASURE_YES, yes, by);
        let meant = |asked: &&mut Asked| signed && asked.erasure.record.is_none_or(|record| record == yes.record);
        let Some(asked) = self.erasures.get_mut(&yes.erasure).filter(meant) else { return false };
        match person(by) {
            Some(person) => asked.by != person && asked.yes.insert(person, yes.record).is_none(),
            None => asked.words.replace(yes.record).is_none(),
        }
    }

    pub(super) fn take_hold(&mut self, office: OfficeId, root: &SigningPublic, hold: Hold, by: &Author) -> bool {
        let counts =
            ["supervisor", "gbv_supervisor"].into_iter().any(|role| self.signed(office, root, HOLD, &hold, by, role));
        match hold.reason.filter(|_| counts) {
            Some(reason) => self.holds.insert(hold.record, reason),
            None if counts => self.holds.remove(&hold.record),
            None => None,
        };
        counts
    }

    /// Every asking that was not taken back.
    pub(crate) fn erasures(&self) -> impl Iterator<Item = &Asked> {
        self.erasures.values()
    }

    /// Why a record must be kept.
    pub(crate) fn hold(&self, record: RecordId) -> Option<HoldReason> {
        self.holds.get(&record).copied()
    }
}
