//! Accounts and teams.

use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Person, Role, Team};
use serde::{Deserialize, Serialize};

/// What can be asked about people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Everybody with an account, and the teams.
    List {},
    /// A new team (administrator).
    AddTeam {
        /// As people call it.
        name: String,
    },
    /// Propose an account (administrator). It has no keys until a supervisor admits it.
    Propose {
        /// As colleagues call them.
        name: String,
        /// What they type to sign in.
        login: String,
        /// What they may do.
        role: Role,
        /// Their team.
        team: Option<TeamId>,
    },
    /// Admit a proposed person (supervisor): makes keys and a one-time password.
    Admit {
        /// Whom.
        person: PersonId,
        /// Language of the one-time password's words.
        language: String,
    },
}

/// What comes back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `List`, `AddTeam`, `Propose`.
    People {
        /// By name.
        people: Vec<Person>,
        /// By name.
        teams: Vec<Team>,
    },
    /// To `Admit`: shown once, kept nowhere.
    OneTimePassword {
        /// The words.
        password: String,
    },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("people::Answer")
    }
}
