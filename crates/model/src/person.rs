//! People with a login, their roles, teams, and circles.

use crate::ids::{AgencyId, CircleId, PersonId, TeamId};
use crate::record::Module;
use crate::role::RoleId;
use serde::{Deserialize, Serialize};

/// The standard roles of DOMAIN.md 16.1. (Its ninth, the referral recipient, is no sign-in on somebody else's laptop but a sealed file.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Proposes accounts, keeps places, backups and site code; opens no record.
    Admin,
    /// Works with their own cases.
    Caseworker,
    /// Reads the team's cases, admits people, exchanges with other offices.
    Supervisor,
    /// Works with tracing requests.
    TracingOfficer,
    /// Works with their own survivors and incidents of gender-based violence.
    GbvCaseworker,
    /// Reads the team's GBV records and admits people who work with them.
    GbvSupervisor,
    /// Sees numbers and lists by code; opens no record.
    Analyst,
    /// Reads the log, consent answers and what left the office; changes nothing.
    Auditor,
}

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Role] = &[
        Role::Caseworker,
        Role::Supervisor,
        Role::TracingOfficer,
        Role::GbvCaseworker,
        Role::GbvSupervisor,
        Role::Analyst,
        Role::Auditor,
        Role::Admin,
    ];

    /// Its id in certificates, configurations and DOMAIN.md 16.1.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Caseworker => "caseworker",
            Self::Supervisor => "supervisor",
            Self::TracingOfficer => "tracing_officer",
            Self::GbvCaseworker => "gbv_caseworker",
            Self::GbvSupervisor => "gbv_supervisor",
            Self::Analyst => "analyst",
            Self::Auditor => "auditor",
        }
    }

    /// The part of the programme whose records it works with; none where it works with the whole office.
    #[must_use]
    pub fn module(self) -> Option<Module> {
        match self {
            Self::Caseworker | Self::Supervisor | Self::TracingOfficer => Some(Module::Cp),
            Self::GbvCaseworker | Self::GbvSupervisor => Some(Module::Gbv),
            Self::Analyst | Self::Auditor | Self::Admin => None,
        }
    }

    /// Whether it works in a team, whose supervisors read what it writes.
    #[must_use]
    pub fn works_in_team(self) -> bool {
        self.module().is_some()
    }

    /// Whether it supervises a team's work, and says yes to what is asked of people.
    #[must_use]
    pub fn supervises(self) -> bool {
        matches!(self, Self::Supervisor | Self::GbvSupervisor)
    }
}

/// A person who can sign in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Stable for ever; people are disabled, never removed.
    pub id: PersonId,
    /// What they type to sign in.
    pub login: String,
    /// As colleagues call them.
    pub name: String,
    /// The standard role that theirs is, or stands on.
    pub role: Role,
    /// The role that they were given.
    pub given: RoleId,
    /// The team whose supervisors read their cases.
    pub team: Option<TeamId>,
    /// Where the account stands.
    pub standing: Standing,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

/// Where an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Proposed by an administrator, waiting for a supervisor's yes.
    Proposed,
    /// Admitted; has a one-time password that must be changed at the first sign-in.
    Admitted,
    /// Works.
    Active,
    /// Can no longer sign in.
    Disabled,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Stable.
    pub id: TeamId,
    /// As people call it.
    pub name: String,
    /// The agency that it belongs to; none: the one that runs the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyId>,
}

/// An agency whose people work in the office, beside the one that runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Stable.
    pub id: AgencyId,
    /// As people call it.
    pub name: String,
}

/// What a circle is for: module x role class x unit (SECURITY.md 2).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CirclePurpose {
    /// One person's own.
    Person {
        /// Whose.
        person: PersonId,
    },
    /// Child protection supervisors of a team.
    Supervisors {
        /// Of which team.
        team: TeamId,
    },
    /// GBV supervisors of a team.
    GbvSupervisors {
        /// Of which team.
        team: TeamId,
    },
    /// Tracing officers.
    Tracing,
    /// The child protection intake desk: what other offices send arrives under its key.
    Desk,
    /// Readers of the log.
    Auditors,
    /// Readers of summaries and counts.
    Analysts,
    /// Child protection workers who find children of the whole office by the little that is told of them (SECURITY.md 3).
    Matching,
    /// The same for survivors, where the office wants it.
    GbvMatching,
}

/// A circle that exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle {
    /// Stable.
    pub id: CircleId,
    /// What it is for.
    pub purpose: CirclePurpose,
}
