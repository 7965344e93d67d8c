//! Set-up, signing in and out, passwords and recovery.

use crate::Chosen;
use amparo_model::ids::{DraftId, PersonId};
use amparo_model::person::Role;
use amparo_model::role::{Rights, RoleId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked by somebody who is not signed in, or about their own session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Is there an office, is it locked?
    Look {},
    /// How strong is a password for this sign-in name?
    Strength {
        /// As typed.
        password: String,
        /// As typed.
        login: String,
    },
    /// Five random words, in the word list of the language.
    MakePhrase {
        /// Language tag.
        language: String,
    },
    /// First step of set-up: everything is checked, keys are made in memory, nothing is on disk yet.
    BeginSetUp(SetUp),
    /// Write the recovery sheet of a set-up in progress to a chosen file.
    SaveRecoverySheet {
        /// Where.
        target: Chosen,
        /// The sheet's text in the person's language, with `{words}` where the words go.
        text: String,
    },
    /// Last step of set-up: the words typed back; the office comes into being.
    FinishSetUp {
        /// The words at the positions that [`Answer::Sheet`] asked for, in that order.
        words: Vec<String>,
        /// Where second copies of backups go.
        backup_folder: Option<Chosen>,
    },
    /// Make and open the sample office in its own folder.
    OpenSample {},
    /// Sign in.
    SignIn {
        /// As typed.
        login: String,
        /// As typed.
        password: String,
    },
    /// Change one's own password.
    ChangePassword {
        /// The present one.
        old: String,
        /// The new one.
        new: String,
    },
    /// Open the office with the recovery words and give a person a new password.
    Recover {
        /// 24 words, separated by spaces.
        words: String,
        /// Whose password.
        login: String,
        /// The new password.
        new: String,
    },
    /// Give a person a new one-time password with the recovery words. Nobody is signed in by it.
    ResetPassword {
        /// 24 words, separated by spaces.
        words: String,
        /// Whose password.
        login: String,
        /// Language of the one-time password's words.
        language: String,
    },
    /// Accept the code of conduct that [`SignedIn::conduct`] showed.
    AcceptConduct {
        /// Which version was read.
        version: u32,
    },
    /// Lock: drafts were sealed before, keys are wiped.
    Lock {},
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("getting_in::Ask")
    }
}

/// What set-up needs to know.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// Language tag of the office and its first people.
    pub language: String,
    /// Name of the office.
    pub office: String,
    /// Site code.
    pub site: String,
    /// The agency that runs it.
    pub agency: String,
    /// Name of the first team.
    pub team: String,
    /// First administrator.
    pub administrator: FirstPerson,
    /// First supervisor.
    pub supervisor: FirstPerson,
}

/// One of the two first people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstPerson {
    /// As colleagues call them.
    pub name: String,
    /// What they type to sign in.
    pub login: String,
    /// Their password.
    pub password: String,
}

/// What comes back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Look`.
    Look(Look),
    /// To `Strength`.
    Strength(Strength),
    /// To `MakePhrase`.
    Phrase {
        /// The words, joined with hyphens.
        phrase: String,
    },
    /// To `BeginSetUp`: what stands on the recovery sheet.
    Sheet {
        /// The 24 words.
        words: Vec<String>,
        /// Positions (from 1) that must be typed back.
        ask: Vec<usize>,
        /// The QR code of the words: rows of dark (true) and light modules.
        qr: Vec<Vec<bool>>,
    },
    /// To `FinishSetUp`, `OpenSample`: the office stands, nobody is signed in.
    Ready {},
    /// To `SignIn`, `Recover`, `ChangePassword`, `AcceptConduct`.
    SignedIn(Box<SignedIn>),
    /// To `ResetPassword`: shown once, kept nowhere.
    OneTimePassword {
        /// The words.
        password: String,
    },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("getting_in::Answer")
    }
}

/// What anybody at the keyboard may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// There is an office in the folder.
    pub office: bool,
    /// It is a sample office; its people and passwords may be shown.
    pub sample: Option<Vec<SamplePerson>>,
    /// Seconds to wait before the next try.
    pub wait: u64,
    /// Version of the program.
    pub version: String,
    /// It was locked and is about to start itself afresh: nobody is let in before.
    pub ending: bool,
}

/// A person of the sample office, whose password is no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamplePerson {
    /// Sign-in name.
    pub login: String,
    /// Password.
    pub password: String,
    /// What they do.
    pub role: Role,
}

/// How strong a password is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// 0 to 4 (zxcvbn).
    pub score: u8,
    /// May be used.
    pub enough: bool,
    /// Has at least 12 characters.
    pub long_enough: bool,
}

/// Who is signed in, and what the window needs to show its frame.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The standard role that theirs is, or stands on.
    pub role: Role,
    /// The role that they were given.
    pub given: RoleId,
    /// What their role gives.
    pub rights: Rights,
    /// What the office calls their role, by language tag, when it is one of its own.
    pub role_names: BTreeMap<String, String>,
    /// The one-time password must be changed before anything else.
    pub must_change_password: bool,
    /// The code of conduct must be accepted before anything else.
    #[serde(default)]
    pub conduct: Option<ConductToAccept>,
    /// Name of the office.
    pub office: String,
    /// Site code of the office.
    pub site: String,
    /// A sample office: watermark on every page.
    pub sample: bool,
    /// The person's language tag.
    pub language: String,
    /// Lock after this many minutes without a key or a click.
    pub idle_minutes: u32,
    /// Unsaved work waiting.
    pub drafts: Vec<DraftId>,
}

/// A version of the code of conduct that somebody has not accepted yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConductToAccept {
    /// Which version.
    pub version: u32,
    /// Its text, in the person's language where there is one.
    pub text: String,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({})", self.person)
    }
}
