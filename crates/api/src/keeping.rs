//! Backups, settings.

use crate::Chosen;
use amparo_model::ids::Moment;
use serde::{Deserialize, Serialize};

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// When the last checked backup was made, here and at the second place.
    BackupStatus {},
    /// Make a checked backup now.
    BackUp {},
    /// Where second copies go (administrator).
    SetBackupFolder {
        /// The folder; none: nowhere.
        folder: Option<Chosen>,
    },
    /// Restore the newest backup (or a chosen one) into an empty folder. Asked by nobody in particular: it needs the passwords
    /// of the office to be of any use.
    Restore {
        /// The backup; none: the newest of this office.
        backup: Option<Chosen>,
        /// An empty folder.
        folder: Chosen,
    },
    /// One's own language.
    SetLanguage {
        /// Language tag.
        language: String,
    },
    /// Lock after so many minutes (administrator), 1 to 10.
    SetIdle {
        /// Minutes.
        minutes: u32,
    },
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `BackupStatus`, `BackUp`, `SetBackupFolder`.
    Backups(Backups),
}

/// How the backups stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Backups {
    /// Last checked backup on this machine.
    pub here: Option<Moment>,
    /// Last checked copy at the second place.
    pub second: Option<Moment>,
    /// A second place is set.
    pub second_set: bool,
    /// The second place could not be reached the last time.
    pub second_missing: bool,
    /// Checked backups kept here.
    pub kept: usize,
}
