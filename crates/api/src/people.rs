//! Accounts and teams.

use amparo_model::ids::{AgencyId, Moment, PersonId, TeamId};
use amparo_model::person::{Agency, CirclePurpose, Person, Team};
use amparo_model::role::RoleId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Rename a team, or move it to another agency (administrator). Whoever reaches the teams of an agency loses it, or waits to be let in.
    EditTeam {
        /// Which.
        team: TeamId,
        /// As people call it.
        name: String,
        /// The agency; none: the one that runs the office.
        agency: Option<AgencyId>,
    },
    /// A new agency beside the one that runs the office, or another name for one (administrator).
    PutAgency {
        /// Which; none: a new one.
        agency: Option<AgencyId>,
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
        role: RoleId,
        /// Their team.
        team: Option<TeamId>,
        /// The language that they read, as a tag; none: the office's.
        #[serde(default)]
        language: Option<String>,
    },
    /// Admit a proposed person (supervisor), let somebody back who left, or give new keys to somebody who forgot their password:
    /// makes keys and a one-time password. Takes long where the person has many records.
    Admit {
        /// Whom.
        person: PersonId,
        /// Language of the one-time password's words.
        language: String,
    },
    /// Everything that waits for a second person's yes.
    Waiting {},
    /// What another role or team would mean for what somebody can open. Changes nothing.
    PreviewChange {
        /// Whom.
        person: PersonId,
        /// The role they would have.
        role: RoleId,
        /// The team they would be in.
        team: Option<TeamId>,
    },
    /// Propose another name, role or team (administrator).
    ProposeChange {
        /// Whom.
        person: PersonId,
        /// As colleagues call them.
        name: String,
        /// Their role from then on.
        role: RoleId,
        /// Their team from then on.
        team: Option<TeamId>,
    },
    /// Propose that somebody who left comes back (administrator).
    ProposeAgain {
        /// Whom.
        person: PersonId,
        /// Their role from then on.
        role: RoleId,
        /// Their team from then on.
        team: Option<TeamId>,
    },
    /// Propose new keys and a new one-time password for somebody who forgot theirs (administrator).
    ProposeReset {
        /// Whom.
        person: PersonId,
    },
    /// Somebody else may know a person's password (administrator): with a member's yes their access ends, every key that they know is
    /// turned, and they come back at once with new keys and a one-time password.
    ProposeRenewal {
        /// Whom.
        person: PersonId,
    },
    /// What ending somebody's access means, and what it cannot take back. Changes nothing.
    PreviewLeaving {
        /// Whom.
        person: PersonId,
    },
    /// Ask that somebody's access ends (administrator).
    ProposeLeaving {
        /// Whom.
        person: PersonId,
    },
    /// Take back, or refuse, whatever waits about somebody.
    Withdraw {
        /// About whom.
        person: PersonId,
    },
    /// Say yes to a change or to an end of access (supervisor who reads the same). An end turns the office's keys: progress is told, and
    /// it can be stopped until the switch.
    Confirm {
        /// About whom.
        person: PersonId,
    },
    /// Let somebody into the circles that their role opens and that this session belongs to (supervisor).
    LetIn {
        /// Whom.
        person: PersonId,
    },
    /// Let somebody into the circles that their role opens and that nobody at work reads: those of the auditors and the analysts, before
    /// the first of them (supervisor, who keeps the recovery sheet).
    LetInWithWords {
        /// Whom.
        person: PersonId,
        /// The recovery words.
        words: String,
    },
    /// Who was at work when, newest first (administrator).
    SignIns {
        /// Rows to give, at most 500.
        take: usize,
    },
    /// The code of conduct in force, and who accepted it.
    Conduct {},
    /// A new version of the code of conduct (administrator): everybody is asked for their yes at their next sign-in.
    SetConduct {
        /// Its text by language tag.
        texts: BTreeMap<String, String>,
    },
}

/// What comes back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `List`, `AddTeam`, `EditTeam`, `PutAgency`, `Propose`, `ProposeChange`, `ProposeAgain`, `ProposeReset`, `ProposeRenewal`, `ProposeLeaving`, `Withdraw`, `Confirm`, `LetIn`, `LetInWithWords`.
    People {
        /// By name.
        people: Vec<Person>,
        /// By name.
        teams: Vec<Team>,
        /// The agencies beside the one that runs the office, by name.
        agencies: Vec<Agency>,
    },
    /// To `Admit`: shown once, kept nowhere.
    OneTimePassword {
        /// The words.
        password: String,
    },
    /// To `Waiting`.
    Waiting {
        /// In no particular order.
        waiting: Vec<Waiting>,
    },
    /// To `PreviewChange`.
    Change(ChangePreview),
    /// To `PreviewLeaving`.
    Leaving(LeavingPreview),
    /// To `SignIns`.
    SignIns {
        /// Newest first.
        rows: Vec<AtWork>,
    },
    /// To `Conduct`, `SetConduct`.
    Conduct(Conduct),
}

/// What waits for a second person's yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// A new person: answered with `Admit`.
    Admission,
    /// Somebody who left comes back: answered with `Admit`.
    Return,
    /// New keys for a forgotten password: answered with `Admit`.
    Reset,
    /// Every key that somebody knows is turned, and they get new ones: answered with `Confirm`, then with `Admit` (it waits as `Return`
    /// in between).
    Renewal,
    /// Another name, role or team: answered with `Confirm`.
    Change,
    /// The end of somebody's access: answered with `Confirm`.
    Leaving,
    /// A circle that a role opens, and whose members have not let the person in yet: answered with `LetIn`.
    Joining,
}

/// One thing that waits.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The person as they stand.
    pub person: Person,
    /// For what.
    pub what: Awaited,
    /// The name they would have.
    pub name: String,
    /// The role they would have.
    pub role: RoleId,
    /// The team they would be in.
    pub team: Option<TeamId>,
    /// Who asked; empty for `Joining`.
    pub asked_by: String,
    /// Whether this session can say yes.
    pub mine: bool,
    /// Nobody at work reads a circle that this is about: answered with `LetInWithWords`.
    pub with_words: bool,
    /// For `Joining`: the circles.
    pub circles: Vec<CirclePurpose>,
}

/// What another role or team means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePreview {
    /// Records that the person will be able to open and cannot now, once everybody said yes.
    pub more: usize,
    /// Records that they will no longer be able to open.
    pub fewer: usize,
    /// Records of which they are responsible and that another team's supervisors read from then on, instead of the present team's.
    pub moved: usize,
    /// Whether they keep the records of which they are responsible.
    pub keeps_own: bool,
    /// Circles they leave: these get new keys.
    pub leaves: Vec<CirclePurpose>,
    /// Circles they join.
    pub joins: Vec<CirclePurpose>,
    /// Who can let them in there, by name; nobody when this list is empty and `joins` is not.
    pub let_in_by: Vec<String>,
}

/// What the end of somebody's access means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavingPreview {
    /// Records that they can still open in a copy of the office's folder or a backup that they took along: everything written until now
    /// that they read. Nothing written later.
    pub in_old_copies: usize,
    /// Records of which they are responsible: somebody else must be.
    pub responsible_for: usize,
    /// Circles that get new keys.
    pub circles: Vec<CirclePurpose>,
    /// The office's desk gets new keys: partners need the new card.
    pub desk: bool,
    /// Backups on this machine that still open with their password.
    pub backups: usize,
    /// Circles that nobody would read any more: somebody else has to be let in first, and it is refused until then.
    pub last_reader_of: Vec<CirclePurpose>,
    /// Circles that nobody at work reads any more, and that may be left so: the recovery words go on opening them, and let the next one in.
    pub only_words: Vec<CirclePurpose>,
    /// Bytes that are copied while the keys turn.
    pub bytes: u64,
    /// Whether the disk has room for that.
    pub room: bool,
}

/// Somebody at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtWork {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// From the first thing they did ...
    pub from: Moment,
    /// ... to the last, with no longer pause than half an hour.
    pub until: Moment,
    /// So many things.
    pub entries: usize,
}

/// The code of conduct.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conduct {
    /// Counts from 1; 0 when there is none yet.
    pub version: u32,
    /// When it came into force.
    pub since: Option<Moment>,
    /// Its text by language tag.
    pub texts: BTreeMap<String, String>,
    /// Who accepted this version, and when.
    pub accepted: BTreeMap<PersonId, Moment>,
}

impl Conduct {
    /// The text for a language: that tag's, its language's, the English one, or any.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        let short = language.split('-').next().unwrap_or_default();
        let found = [language, short, "en"].into_iter().find_map(|tag| self.texts.get(tag));
        found.or_else(|| self.texts.values().next()).map_or("", String::as_str)
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("people::Answer")
    }
}
