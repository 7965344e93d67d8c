//! The entries of the directory as they are stored, and whoever signs them.

use super::roles::RoleAnswer;
use crate::problems::Answer;
use amparo_api::retention::{HoldReason, Why as ErasureWhy};
use amparo_model::canonical;
use amparo_model::ids::{CircleId, OfficeId, PersonId, RecordId, TeamId};
use amparo_model::person::{Agency, Circle, Role, Team};
use amparo_model::role::{OfficeRole, RoleId};
use amparo_vault::asymmetric::{Signature, SigningSecret};
use amparo_vault::certificate::Signed;
use amparo_vault::circle::{CircleEpoch, CircleKeys, CirclePublic};
use amparo_vault::office::OfficeRoot;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One entry of the directory, as stored.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub(crate) enum Entry {
    /// A certificate, its end, or the office's working keys.
    Statement {
        /// Checked by the vault.
        signed: Signed,
    },
    /// A person was proposed: for the first time, again, for another role, or for new keys.
    Proposal {
        /// What was proposed.
        proposal: Proposal,
        /// The administrator who did.
        by: Uuid,
        /// Over the certificate-to-be without its keys: what makes the second of the two signatures.
        signature: Signature,
        /// Over the proposal itself.
        own: Signature,
    },
    /// An administrator asks that a person's access ends.
    Leave {
        /// What was asked.
        leave: Leave,
        /// The administrator who did.
        by: Uuid,
        /// Over the asking itself.
        own: Signature,
    },
    /// A proposal or an asking was taken back, or refused.
    Withdrawn {
        /// Which.
        proposal: Uuid,
        /// Who says so.
        by: Author,
    },
    /// Somebody no longer belongs to these circles: the next member to sign in gives them new keys.
    ToTurn {
        /// Which.
        circles: Vec<CircleId>,
        /// Who says so.
        by: Author,
    },
    /// Somebody asks that a record is destroyed.
    Erasure {
        /// What was asked.
        erasure: Erasure,
        /// Who asks.
        by: Author,
    },
    /// Somebody says yes to that.
    ErasureYes {
        /// To what.
        yes: ErasureYes,
        /// Who says so.
        by: Author,
    },
    /// A record must be kept whatever the rules say, or no longer.
    Hold {
        /// Which, and why.
        hold: Hold,
        /// Who says so.
        by: Author,
    },
    /// A team was added, renamed, or moved to another agency.
    Team {
        /// Which.
        team: Team,
        /// Who says so.
        by: Author,
    },
    /// An agency was added or renamed.
    Agency {
        /// Which.
        agency: Agency,
        /// Who says so.
        by: Author,
    },
    /// A version of one of the office's own roles.
    Role {
        /// Which.
        role: OfficeRole,
        /// Who says so.
        by: Author,
    },
    /// A member's yes or no to a version that gives more than the one before.
    RoleAnswered {
        /// Which.
        answer: RoleAnswer,
        /// Who says so.
        by: Author,
    },
    /// A circle, or a new key of one.
    Circle {
        /// Which key of which circle.
        key: CircleKey,
        /// Who says so.
        by: Author,
    },
}

/// What a proposal is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Why {
    /// A new person.
    #[default]
    First,
    /// Somebody who left comes back.
    Again,
    /// Another name, role or team.
    Change,
    /// New keys and a new password.
    Reset,
}

impl Why {
    fn is_first(&self) -> bool {
        *self == Self::First
    }
}

/// A proposed person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Proposal {
    /// Names this proposal in the certificate, so that it serves once.
    pub(crate) id: Uuid,
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) role: Role,
    pub(crate) team: Option<TeamId>,
    #[serde(default, skip_serializing_if = "Why::is_first")]
    pub(crate) why: Why,
    /// Which role on that base; none: the standard one itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) given: Option<RoleId>,
}

impl Proposal {
    /// The role that the person would have.
    pub(crate) fn given(&self) -> RoleId {
        self.given.clone().unwrap_or_else(|| self.role.into())
    }
}

/// An administrator's asking that somebody's access ends.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Leave {
    /// Names this asking in the certificate's end, so that it serves once.
    pub(crate) id: Uuid,
    pub(crate) person: PersonId,
    /// Over the end-to-be: what makes the second of the two signatures.
    pub(crate) end: Signature,
    /// Over the office's next working keys, when the person serves the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) working: Option<NextWorkingKeys>,
}

/// An administrator's signature under working keys that a member of the desk will make.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct NextWorkingKeys {
    pub(crate) epoch: u32,
    pub(crate) signature: Signature,
}

/// An asking that a record is destroyed. Everybody in the office can read it: it holds a code, no words.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Erasure {
    pub(crate) id: Uuid,
    /// None where whoever asks reads no record.
    pub(crate) record: Option<RecordId>,
    pub(crate) code: String,
    pub(crate) why: ErasureWhy,
}

/// A yes to the destruction of a record.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ErasureYes {
    pub(crate) erasure: Uuid,
    pub(crate) record: RecordId,
}

/// A record that must be kept, or no longer.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Hold {
    pub(crate) record: RecordId,
    pub(crate) reason: Option<HoldReason>,
}

/// A circle's key as everybody may know it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CircleKey {
    pub(crate) circle: Circle,
    pub(crate) epoch: u32,
    /// To give the circle something.
    pub(crate) public: CirclePublic,
    /// Binds the members' shared key, so that nobody can be handed another: see [`shared_mark`].
    pub(crate) shared: String,
}

impl CircleKey {
    /// What everybody may know of a circle's keys.
    pub(crate) fn of(circle: Circle, epoch: u32, keys: &CircleKeys) -> Self {
        Self { circle, epoch, public: keys.public(), shared: shared_mark(keys) }
    }

    /// What things sealed for this key are bound to.
    pub(crate) fn at(&self, office: OfficeId) -> CircleEpoch {
        CircleEpoch { office: office.uuid(), circle: self.circle.id.uuid(), epoch: self.epoch }
    }
}

/// Who signed an entry: the root at set-up, later a person.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Author {
    /// The office root.
    Root {
        /// Its signature.
        signature: Signature,
    },
    /// A person with the role that the entry needs.
    Person {
        /// Who.
        user: Uuid,
        /// Their signature.
        signature: Signature,
    },
}

pub(super) const PROPOSAL: &str = "amparo/directory/proposal/v1";
pub(super) const LEAVE: &str = "amparo/directory/leave/v1";
pub(super) const WITHDRAWN: &str = "amparo/directory/withdrawn/v1";
pub(super) const TO_TURN: &str = "amparo/directory/to-turn/v1";
pub(super) const TEAM: &str = "amparo/directory/team/v1";
pub(super) const AGENCY: &str = "amparo/directory/agency/v1";
pub(super) const ROLE: &str = "amparo/directory/role/v1";
pub(super) const ROLE_ANSWER: &str = "amparo/directory/role-answer/v1";
pub(super) const ERASURE: &str = "amparo/directory/erasure/v1";
pub(super) const ERASURE_YES: &str = "amparo/directory/erasure-yes/v1";
pub(super) const HOLD: &str = "amparo/directory/hold/v1";
pub(super) const CIRCLE: &str = "amparo/directory/circle/v1";

/// Who writes entries.
pub(crate) enum Pen<'a> {
    Root(&'a OfficeRoot),
    Person(PersonId, &'a SigningSecret),
}

impl Pen<'_> {
    fn sign<T: Serialize>(&self, domain: &str, office: OfficeId, thing: &T) -> Answer<Author> {
        let bytes = bound(office, thing)?;
        Ok(match self {
            Pen::Root(root) => Author::Root { signature: root.sign_entry(domain, &bytes) },
            Pen::Person(person, secret) => {
                Author::Person { user: person.uuid(), signature: secret.sign(domain, &bytes) }
            }
        })
    }

    pub(crate) fn team(&self, office: OfficeId, team: Team) -> Answer<Entry> {
        let by = self.sign(TEAM, office, &team)?;
        Ok(Entry::Team { team, by })
    }

    pub(crate) fn agency(&self, office: OfficeId, agency: Agency) -> Answer<Entry> {
        let by = self.sign(AGENCY, office, &agency)?;
        Ok(Entry::Agency { agency, by })
    }

    pub(crate) fn role(&self, office: OfficeId, role: OfficeRole) -> Answer<Entry> {
        let by = self.sign(ROLE, office, &role)?;
        Ok(Entry::Role { role, by })
    }

    pub(crate) fn role_answer(&self, office: OfficeId, answer: RoleAnswer) -> Answer<Entry> {
        let by = self.sign(ROLE_ANSWER, office, &answer)?;
        Ok(Entry::RoleAnswered { answer, by })
    }

    pub(crate) fn circle(&self, office: OfficeId, circle: Circle, epoch: u32, keys: &CircleKeys) -> Answer<Entry> {
        let key = CircleKey::of(circle, epoch, keys);
        let by = self.sign(CIRCLE, office, &key)?;
        Ok(Entry::Circle { key, by })
    }

    pub(crate) fn erasure(&self, office: OfficeId, erasure: Erasure) -> Answer<Entry> {
        let by = self.sign(ERASURE, office, &erasure)?;
        Ok(Entry::Erasure { erasure, by })
    }

    pub(crate) fn erasure_yes(&self, office: OfficeId, yes: ErasureYes) -> Answer<Entry> {
        let by = self.sign(ERASURE_YES, office, &yes)?;
        Ok(Entry::ErasureYes { yes, by })
    }

    pub(crate) fn hold(&self, office: OfficeId, hold: Hold) -> Answer<Entry> {
        let by = self.sign(HOLD, office, &hold)?;
        Ok(Entry::Hold { hold, by })
    }

    pub(crate) fn withdrawn(&self, office: OfficeId, proposal: Uuid) -> Answer<Entry> {
        Ok(Entry::Withdrawn { proposal, by: self.sign(WITHDRAWN, office, &proposal)? })
    }

    pub(crate) fn to_turn(&self, office: OfficeId, circles: Vec<CircleId>) -> Answer<Entry> {
        let by = self.sign(TO_TURN, office, &circles)?;
        Ok(Entry::ToTurn { circles, by })
    }
}

/// An administrator's proposal.
pub(crate) fn proposal(
    office: OfficeId,
    proposal: Proposal,
    by: PersonId,
    secret: &SigningSecret,
    certificate: Signature,
) -> Answer<Entry> {
    let own = secret.sign(PROPOSAL, &bound(office, &proposal)?);
    Ok(Entry::Proposal { proposal, by: by.uuid(), signature: certificate, own })
}

/// An administrator's asking that somebody's access ends.
pub(crate) fn leave(office: OfficeId, leave: Leave, by: PersonId, secret: &SigningSecret) -> Answer<Entry> {
    let own = secret.sign(LEAVE, &bound(office, &leave)?);
    Ok(Entry::Leave { leave, by: by.uuid(), own })
}

pub(super) fn bound<T: Serialize>(office: OfficeId, thing: &T) -> Answer<Vec<u8>> {
    let mut bytes = office.as_bytes().to_vec();
    bytes.extend(canonical::bytes(thing)?);
    Ok(bytes)
}

/// A MAC under the shared key over a fixed text: whoever is handed circle keys checks that they are the signed ones.
pub(crate) fn shared_mark(keys: &CircleKeys) -> String {
    amparo_model::ids::RevisionId(keys.shared().mac(b"amparo/circle-shared-key/v1")).to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// What offices of earlier versions signed: it must be read as it was, and be the same bytes when it is written again, or their
    /// signatures would not hold any more.
    #[test]
    fn people_and_teams_of_earlier_offices_keep_the_bytes_that_were_signed() {
        let proposal = r#"{"id":"00000000-0000-4000-8000-000000000001","login":"lucia","name":"Lucía Ferrer","person":"00000000-0000-4000-8000-000000000002","role":"caseworker","team":"00000000-0000-4000-8000-000000000003"}"#;
        let read: Proposal = serde_json::from_str(proposal).unwrap();
        assert_eq!(read.given(), RoleId::from(Role::Caseworker));
        assert_eq!(canonical::bytes(&read).unwrap(), proposal.as_bytes());
        let team = r#"{"id":"00000000-0000-4000-8000-000000000003","name":"River team"}"#;
        let read: Team = serde_json::from_str(team).unwrap();
        assert_eq!((read.agency, canonical::bytes(&read).unwrap()), (None, team.as_bytes().to_vec()));
    }
}
