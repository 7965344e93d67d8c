//! Backups, settings.

use crate::Chosen;
use amparo_model::ids::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Every backup in reach, newest first.
    ListBackups {},
    /// Try a backup out: what it holds, and what bringing it back would lose (administrator). Changes nothing.
    Rehearse {
        /// Which.
        backup: Which,
        /// Opens it, where the office's present key does not.
        key: Option<BackupKey>,
    },
    /// Bring a backup's records back (administrator). The present state is kept aside; people, keys, settings and what was destroyed stay
    /// as they are now. It can be stopped until the switch.
    Restore {
        /// Which.
        backup: Which,
        /// Opens it, where the office's present key does not.
        key: Option<BackupKey>,
        /// The numbers of records go on above these, by series.
        above: BTreeMap<String, u32>,
    },
    /// On a machine without an office: try a backup out. Changes nothing.
    RehearseElsewhere {
        /// The backup's folder.
        backup: Chosen,
        /// Opens it.
        key: BackupKey,
    },
    /// On a machine without an office: the office of a backup comes into being here.
    RestoreElsewhere {
        /// The backup's folder.
        backup: Chosen,
        /// Opens it: an administrator's password, or the recovery words.
        key: BackupKey,
        /// With the recovery words: the password that this person has from then on.
        new_password: Option<String>,
        /// The numbers of records go on above these, by series.
        above: BTreeMap<String, u32>,
    },
    /// In an emergency: a checked copy to a stick, then the keys on this machine are overwritten and removed, and nothing here opens any
    /// more (administrator, supervisors). As practice it does everything but that.
    Emergency {
        /// Where the copy goes; none only together with `at_once`.
        stick: Option<Chosen>,
        /// Nothing is erased.
        practice: bool,
        /// Erase without a copy.
        at_once: bool,
        /// The office's site code, typed.
        typed: String,
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

/// What an emergency did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// The copy was made, opened and checked; it has so many bytes.
    pub copied: Option<u64>,
    /// The keys are gone; otherwise this was practice.
    pub erased: bool,
    /// Key files on this machine: the office's own and that of each backup here.
    pub key_files: usize,
    /// Overwriting them took so many milliseconds.
    pub milliseconds: u64,
}

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On this computer.
    Here,
    /// On this computer: the state before a restore.
    Aside,
    /// At the second place.
    Second,
}

/// One of the backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Which {
    /// From the list.
    Listed {
        /// Where it lies.
        place: Place,
        /// When it was made.
        at: Moment,
    },
    /// A folder that was chosen.
    Chosen(Chosen),
}

/// What opens a backup.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BackupKey {
    /// A sign-in name and password as they were when it was made.
    Password {
        /// The sign-in name.
        login: String,
        /// The password.
        password: String,
    },
    /// The words of the recovery sheet.
    Words {
        /// All of them.
        words: String,
        /// Who asks, by sign-in name.
        login: String,
    },
}

impl std::fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BackupKey")
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `BackupStatus`, `BackUp`, `SetBackupFolder`.
    Backups(Backups),
    /// To `Emergency`.
    Emergency(Emergency),
    /// To `ListBackups`.
    List {
        /// Newest first.
        backups: Vec<BackupRow>,
    },
    /// To `Rehearse`, `RehearseElsewhere`.
    Rehearsal(Rehearsal),
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

/// A backup in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupRow {
    /// Where it lies.
    pub place: Place,
    /// When it was made.
    pub at: Moment,
    /// Its size.
    pub bytes: u64,
    /// Its files stand and its key file reads. Each was opened and checked before it got its name.
    pub checked: bool,
    /// The number of the office key that it opens with.
    pub epoch: u32,
    /// That is the present key; otherwise it opens with a password of that time, or the recovery words.
    pub opens: bool,
}

/// What a backup holds, and what bringing it back would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// The office's name in it.
    pub office: String,
    /// Its site code.
    pub site: String,
    /// Records in it.
    pub records: usize,
    /// When the last entry of its log was written.
    pub last: Option<Moment>,
    /// The number of the office key that it opens with.
    pub epoch: u32,
    /// Its size.
    pub bytes: u64,
    /// What would be lost; none where there is no office to lose anything.
    pub lost: Option<Lost>,
    /// Records in it that were destroyed since: they do not come back.
    pub destroyed: usize,
    /// The last number known in each series: numbers must go on above it, and above whatever was written on paper since.
    pub numbers: BTreeMap<String, u32>,
}

/// What would be lost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// Changes made since.
    pub changes: usize,
    /// Records changed since, those registered since among them.
    pub touched: usize,
    /// Records registered since.
    pub records: usize,
}
