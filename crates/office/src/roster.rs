//! Who and what belongs to the office: the signed, append-only directory, read into one view.
//!
//! An entry counts only if its signatures do: certificates reach the office root (`vault::certificate`); a proposal and a team
//! carry an administrator's signature; a circle carries the root's or a supervisor's, and its person or team must stand already.
//! Rows planted with a database tool count for nothing and are kept in [`Roster::refused`], which is an alarm.

use crate::problems::Answer;
use amparo_model::canonical;
use amparo_model::ids::{CircleId, OfficeId, PersonId, TeamId};
use amparo_model::person::{Circle, CirclePurpose, Person, Role, Standing, Team};
use amparo_vault::asymmetric::{Signature, SigningPublic, SigningSecret};
use amparo_vault::certificate::{Directory, Signed, SigningRoles};
use amparo_vault::circle::{CircleEpoch, CircleKeys, CirclePublic};
use amparo_vault::office::OfficeRoot;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
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
    /// A person was proposed.
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
    /// A team was added.
    Team {
        /// Which.
        team: Team,
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

const PROPOSAL: &str = "amparo/directory/proposal/v1";
const TEAM: &str = "amparo/directory/team/v1";
const CIRCLE: &str = "amparo/directory/circle/v1";

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

    pub(crate) fn circle(&self, office: OfficeId, circle: Circle, epoch: u32, keys: &CircleKeys) -> Answer<Entry> {
        let key = CircleKey { circle, epoch, public: keys.public(), shared: shared_mark(keys) };
        let by = self.sign(CIRCLE, office, &key)?;
        Ok(Entry::Circle { key, by })
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

fn bound<T: Serialize>(office: OfficeId, thing: &T) -> Answer<Vec<u8>> {
    let mut bytes = office.as_bytes().to_vec();
    bytes.extend(canonical::bytes(thing)?);
    Ok(bytes)
}

/// A MAC under the shared key over a fixed text: whoever is handed circle keys checks that they are the signed ones.
pub(crate) fn shared_mark(keys: &CircleKeys) -> String {
    amparo_model::ids::RevisionId(keys.shared().mac(b"amparo/circle-shared-key/v1")).to_string()
}

/// The directory, read.
#[derive(Clone, Default)]
pub(crate) struct Roster {
    /// Certificates and working keys.
    pub(crate) directory: Directory,
    /// Every statement, to be carried in bundles.
    pub(crate) statements: Vec<Signed>,
    proposals: BTreeMap<PersonId, (Proposal, Uuid, Signature)>,
    teams: BTreeMap<TeamId, Team>,
    circles: BTreeMap<CircleId, CircleKey>,
    /// Entries that do not count.
    pub(crate) refused: usize,
}

impl Roster {
    /// Reads the directory of an office; entries whose signatures do not hold count for nothing.
    pub(crate) fn read(office: OfficeId, root: &SigningPublic, entries: &[String]) -> Self {
        let parsed: Vec<Option<Entry>> = entries.iter().map(|text| serde_json::from_str(text).ok()).collect();
        let mut roster = Self { refused: parsed.iter().filter(|entry| entry.is_none()).count(), ..Self::default() };
        let parsed: Vec<Entry> = parsed.into_iter().flatten().collect();
        roster.statements = parsed
            .iter()
            .filter_map(|entry| if let Entry::Statement { signed } = entry { Some(signed.clone()) } else { None })
            .collect();
        roster.directory = Directory::verify(office.uuid(), root, &SigningRoles::default(), &roster.statements);
        roster.refused += roster.directory.refused().len();
        for entry in parsed {
            let counted = match entry {
                Entry::Statement { .. } => true,
                Entry::Proposal { proposal, by, signature, own } => {
                    roster.take_proposal(office, proposal, by, signature, &own)
                }
                Entry::Team { team, by } => {
                    let counts = roster.signed(office, root, TEAM, &team, &by, "admin");
                    if counts {
                        roster.teams.insert(team.id, team);
                    }
                    counts
                }
                Entry::Circle { key, by } => roster.take_circle(office, root, key, &by),
            };
            roster.refused += usize::from(!counted);
        }
        roster
    }

    fn take_proposal(
        &mut self,
        office: OfficeId,
        proposal: Proposal,
        by: Uuid,
        certificate: Signature,
        own: &Signature,
    ) -> bool {
        let fresh = !self.proposals.contains_key(&proposal.person);
        let signed = self
            .ever(by, "admin")
            .any(|key| bound(office, &proposal).is_ok_and(|bytes| key.verify(PROPOSAL, &bytes, own).is_ok()));
        if fresh && signed {
            self.proposals.insert(proposal.person, (proposal, by, certificate));
        }
        fresh && signed
    }

    fn take_circle(&mut self, office: OfficeId, root: &SigningPublic, key: CircleKey, by: &Author) -> bool {
        let stands = match &key.circle.purpose {
            CirclePurpose::Person { person } => {
                self.proposals.contains_key(person) || matches!(by, Author::Root { .. })
            }
            CirclePurpose::Supervisors { team } | CirclePurpose::GbvSupervisors { team } => {
                self.teams.contains_key(team)
            }
            CirclePurpose::Tracing => true,
            CirclePurpose::Desk | CirclePurpose::Auditors | CirclePurpose::Analysts | CirclePurpose::Matching => {
                matches!(by, Author::Root { .. })
            }
        };
        let next = self.circles.get(&key.circle.id).map_or(1, |held| held.epoch + 1);
        let doubled = self
            .circles
            .values()
            .any(|held| held.circle.purpose == key.circle.purpose && held.circle.id != key.circle.id);
        let counts = stands && !doubled && key.epoch == next && self.signed_for_circle(office, root, &key, by);
        if counts {
            self.circles.insert(key.circle.id, key);
        }
        counts
    }

    /// A circle is made by a supervisor, those of GBV work and of its people by a GBV supervisor too. Once one of those stands, only a
    /// GBV supervisor gives it another key: a supervisor, who reads nothing of GBV, could otherwise turn it to one of their own.
    fn signed_for_circle(&self, office: OfficeId, root: &SigningPublic, key: &CircleKey, by: &Author) -> bool {
        let gbv = match &key.circle.purpose {
            CirclePurpose::GbvSupervisors { .. } => true,
            CirclePurpose::Person { person } => self
                .proposals
                .get(person)
                .is_some_and(|(proposal, ..)| matches!(proposal.role, Role::GbvCaseworker | Role::GbvSupervisor)),
            _ => false,
        };
        let signed = |role| self.signed(office, root, CIRCLE, key, by, role);
        (signed("supervisor") && (!gbv || key.epoch == 1)) || (gbv && signed("gbv_supervisor"))
    }

    fn ever<'a>(&'a self, user: Uuid, role: &'a str) -> impl Iterator<Item = SigningPublic> + 'a {
        self.directory
            .memberships()
            .iter()
            .filter(move |it| it.certificate.user == user && it.certificate.roles.contains(role))
            .map(|it| it.certificate.keys.signing)
    }

    fn signed<T: Serialize>(
        &self,
        office: OfficeId,
        root: &SigningPublic,
        domain: &str,
        thing: &T,
        by: &Author,
        role: &str,
    ) -> bool {
        let Ok(bytes) = bound(office, thing) else { return false };
        match by {
            Author::Root { signature } => OfficeRoot::verify_entry(root, domain, &bytes, signature).is_ok(),
            Author::Person { user, signature } => {
                self.ever(*user, role).any(|key| key.verify(domain, &bytes, signature).is_ok())
            }
        }
    }

    /// Everybody, certified or only proposed, by name. `changed` are those who chose a password of their own.
    pub(crate) fn people(&self, changed: &BTreeSet<PersonId>) -> Vec<Person> {
        let mut people: Vec<Person> =
            self.proposals.values().map(|(proposal, ..)| self.person_of(proposal, changed)).collect();
        people.sort_by(|a, b| a.name.cmp(&b.name));
        people
    }

    fn person_of(&self, proposal: &Proposal, changed: &BTreeSet<PersonId>) -> Person {
        let certified = self.directory.memberships().iter().any(|it| it.certificate.user == proposal.person.uuid());
        let now = self.directory.at(proposal.person.uuid(), u64::MAX).is_some();
        Person {
            id: proposal.person,
            login: proposal.login.clone(),
            name: proposal.name.clone(),
            role: proposal.role,
            team: proposal.team,
            standing: match (certified, now, changed.contains(&proposal.person)) {
                (false, ..) => Standing::Proposed,
                (true, false, _) => Standing::Disabled,
                (true, true, false) => Standing::Admitted,
                (true, true, true) => Standing::Active,
            },
        }
    }

    /// One person.
    pub(crate) fn person(&self, person: PersonId, changed: &BTreeSet<PersonId>) -> Option<Person> {
        self.proposals.get(&person).map(|(proposal, ..)| self.person_of(proposal, changed))
    }

    /// A proposal with the administrator and their signature under the certificate-to-be.
    pub(crate) fn proposal(&self, person: PersonId) -> Option<&(Proposal, Uuid, Signature)> {
        self.proposals.get(&person)
    }

    /// Whether a sign-in name is taken, as people type it.
    pub(crate) fn knows_login(&self, login: &str) -> bool {
        let folded = login.trim().to_lowercase();
        self.proposals.values().any(|(proposal, ..)| proposal.login.trim().to_lowercase() == folded)
    }

    /// The teams, by name.
    pub(crate) fn teams(&self) -> Vec<Team> {
        let mut teams: Vec<Team> = self.teams.values().cloned().collect();
        teams.sort_by(|a, b| a.name.cmp(&b.name));
        teams
    }

    /// The newest key of a circle.
    pub(crate) fn circle(&self, id: CircleId) -> Option<&CircleKey> {
        self.circles.get(&id)
    }

    /// The circle with a purpose.
    pub(crate) fn circle_for(&self, purpose: &CirclePurpose) -> Option<&CircleKey> {
        self.circles.values().find(|key| key.circle.purpose == *purpose)
    }
}

impl CircleKey {
    /// What things sealed for this key are bound to.
    pub(crate) fn at(&self, office: OfficeId) -> CircleEpoch {
        CircleEpoch { office: office.uuid(), circle: self.circle.id.uuid(), epoch: self.epoch }
    }
}
