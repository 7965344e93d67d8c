//! What went wrong, as a stable code that the window turns into words. Never record content, never a stack trace.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A refusal or a failure. Whatever it is, nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{code:?}")]
pub struct Problem {
    /// Which one.
    pub code: Code,
    /// Numbers and names of fields that its words need; never what a person typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Problem {
    /// With one more argument for its words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self { code, args: BTreeMap::new() }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// The stable codes. The Fluent message of a code is `problem-` and its id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }
        impl Code {
            /// Every code, so that tests can ask that each has words in every language.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];
            /// The id that stands in the contract and, after `problem-`, in the catalogues.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }
        }
    };
}

codes! {
    /// The request could not be read: unknown fields, wrong types, too long.
    BadRequest = "bad-request",
    /// This session may not do that, or the thing does not exist: the same answer for both.
    NotAllowed = "not-allowed",
    /// A GBV caseworker needs a team with a GBV supervisor, who can read what they write.
    NoGbvSupervisor = "no-gbv-supervisor",
    /// Nobody else would read a circle's records any more: let somebody else in first.
    LastReader = "last-reader",
    /// A role gives what neither whoever asks nor whoever agrees holds.
    NotHeld = "not-held",
    /// What a role says does not fit together, or with its base.
    BadRole = "bad-role",
    /// Nobody moves between child protection and GBV work: they need another account.
    OtherModule = "other-module",
    /// The code of conduct must be accepted first.
    AcceptConductFirst = "accept-conduct-first",
    /// The text is no configuration, or its parts do not fit together (`place`, `why`).
    BadConfiguration = "bad-configuration",
    /// The configuration is larger than any.
    ConfigurationTooLarge = "configuration-too-large",
    /// The configuration was written by a newer version.
    ConfigurationNewer = "configuration-newer",
    /// A field that records may hold changed its type or its part of the record (`place`).
    ConfigurationKept = "configuration-kept",
    /// The office does not use this type of record: no new one is registered.
    TypeOff = "type-off",
    /// The office does not use this form any more (`form`): it is not filled or called complete.
    FormOff = "form-off",
    /// The record says so already.
    NothingToSave = "nothing-to-save",
    /// The form is kept in versions and was called complete: it is changed by a new version alone.
    VersionComplete = "version-complete",
    /// The person cannot be given this: they left, or their role does not work with it.
    CannotReceive = "cannot-receive",
    /// This record was offered to this person already, and it has not ended.
    AlreadyOffered = "already-offered",
    /// This office wants whoever registers a child to look first at those who are like it.
    LookFirst = "look-first",
    /// No record with this code is in reach.
    NoSuchCode = "no-such-code",
    /// There are too many drafts.
    TooManyDrafts = "too-many-drafts",
    /// The file is sealed with a passphrase, and none was given.
    PassphraseNeeded = "passphrase-needed",
    /// The passphrase does not open the file.
    WrongPassphrase = "wrong-passphrase",
    /// The file is sealed for an office: a supervisor opens it where sealed files are opened.
    SealedForOffice = "sealed-for-office",
    /// The tag names no language that words can be in.
    BadLanguage = "bad-language",
    /// The file holds no words: no spreadsheet of them, no Fluent.
    BadWordsFile = "bad-words-file",
    /// Nobody is signed in.
    Locked = "locked",
    /// Wrong name, wrong password or disabled: the same words, the same time.
    Refused = "refused",
    /// Too many failures: wait (`seconds`).
    Wait = "wait",
    /// The one-time password must be changed first.
    ChangePasswordFirst = "change-password-first",
    /// The new password is too weak.
    WeakPassword = "weak-password",
    /// The recovery words do not fit (`word`, when one is unknown; `count`, when there are not 24).
    WrongRecoveryWords = "wrong-recovery-words",
    /// The recovery words are right, and nobody in the office has the sign-in name that came with them.
    UnknownLogin = "unknown-login",
    /// The typed-back words of the sheet do not fit.
    WrongSheetWords = "wrong-sheet-words",
    /// A site code has 2 to 6 capitals or digits.
    BadSiteCode = "bad-site-code",
    /// A known office already has this site code.
    SiteCodeTaken = "site-code-taken",
    /// A name is missing or too long.
    BadName = "bad-name",
    /// A sign-in name is missing, too long or taken.
    LoginTaken = "login-taken",
    /// The two first people need different sign-in names.
    SameLogin = "same-login",
    /// The folder already holds an office.
    OfficeExists = "office-exists",
    /// The folder is not empty.
    FolderNotEmpty = "folder-not-empty",
    /// There is no office in the folder.
    NoOffice = "no-office",
    /// Another program has this office open.
    OfficeInUse = "office-in-use",
    /// The folder cannot be written to.
    ReadOnly = "read-only",
    /// The disk is full.
    NoSpace = "no-space",
    /// A folder or stick that was chosen is not there any more.
    FolderGone = "folder-gone",
    /// The office's files are damaged.
    Damaged = "damaged",
    /// The database is older than the key file beside it: an old copy was put in its place.
    OlderDatabase = "older-database",
    /// No day, or no digits of a log.
    BadFilter = "bad-filter",
    /// More entries than a spreadsheet holds.
    TooManyEntries = "too-many-entries",
    /// The office was made by a newer version.
    NewerOffice = "newer-office",
    /// These are not an office's files.
    ForeignOffice = "foreign-office",
    /// The key file asks for weaker or absurd protection than this program accepts.
    LoweredParameters = "lowered-parameters",
    /// The sheet must not be saved inside the office's folder.
    InsideOffice = "inside-office",
    /// The chosen file or folder is not known (choose again).
    NotChosen = "not-chosen",
    /// The file could not be read.
    Unreadable = "unreadable",
    /// The file could not be written.
    Unwritable = "unwritable",
    /// The location list has no HXL tags.
    PlacesNoTags = "places-no-tags",
    /// The location list is not UTF-8.
    PlacesEncoding = "places-encoding",
    /// The location list is empty.
    PlacesEmpty = "places-empty",
    /// A place is above itself, or has two parents (`line`).
    PlacesCycle = "places-cycle",
    /// The location list is too large.
    PlacesTooLarge = "places-too-large",
    /// The location list cannot be read as CSV (`line`).
    PlacesBroken = "places-broken",
    /// Not a picture this program reads (JPEG or PNG).
    NotAPicture = "not-a-picture",
    /// The picture is too large.
    PictureTooLarge = "picture-too-large",
    /// The picture is damaged.
    PictureDamaged = "picture-damaged",
    /// An attachment is larger than is kept (`limit`, in megabytes).
    FileTooLarge = "file-too-large",
    /// Not one of the kinds of documents that are kept.
    FileKindRefused = "file-kind-refused",
    /// A program or a script, whatever it is called.
    FileIsProgram = "file-is-program",
    /// An archive.
    FileIsArchive = "file-is-archive",
    /// A document with macros, scripts or parts fetched from elsewhere.
    FileActs = "file-acts",
    /// A document with a password.
    FileLocked = "file-locked",
    /// A document that cannot be read to its end.
    FileDamaged = "file-damaged",
    /// Not a sound of a known kind.
    NotASound = "not-a-sound",
    /// Nothing was drawn.
    MarkBlank = "mark-blank",
    /// Plain copies of attachments are not kept inside the office's folder.
    CopyInsideOffice = "copy-inside-office",
    /// A file stands there already: choose another name.
    FileStandsThere = "file-stands-there",
    /// What was entered does not pass the checks (`count`).
    Invalid = "invalid",
    /// Somebody saved this record in the meantime.
    ChangedMeanwhile = "changed-meanwhile",
    /// The form is not complete yet, so that nobody can approve it.
    FormNotComplete = "form-not-complete",
    /// Actions, services, follow-ups that were agreed or referrals are still open (`count`): a case is not closed over them.
    OpenWork = "open-work",
    /// Nobody approves what they asked for themselves.
    OwnRequest = "own-request",
    /// A link counts as verified only by a verification that was signed off.
    NotVerified = "not-verified",
    /// A child counts as reunified only by a reunification.
    NotReunified = "not-reunified",
    /// This record belongs to another office and can only be read here.
    ReadOnlyRecord = "read-only-record",
    /// The case was given to another office: until it is opened again it can only be read here.
    GivenAway = "given-away",
    /// The card is not one, or its signature is wrong.
    BadCard = "bad-card",
    /// This is our own card.
    OwnCard = "own-card",
    /// A sample office exchanges with no real one.
    SampleOffice = "sample-office",
    /// The other office's digits were not compared yet.
    OfficeNotVerified = "office-not-verified",
    /// The consent form does not allow this.
    NoConsent = "no-consent",
    /// Not a sealed file of ours, or cut short, or changed on the way.
    BundleDamaged = "bundle-damaged",
    /// A sealed file for somebody else.
    BundleNotForUs = "bundle-not-for-us",
    /// From an office that is not known here.
    BundleUnknownSender = "bundle-unknown-sender",
    /// Its signature is wrong: somebody changed it.
    BundleForged = "bundle-forged",
    /// A revision inside is not what its author signed.
    BundleBadRevision = "bundle-bad-revision",
    /// Larger, deeper or more packed than allowed.
    BundleTooLarge = "bundle-too-large",
    /// Made by a newer version.
    BundleNewer = "bundle-newer",
    /// It expired.
    BundleExpired = "bundle-expired",
    /// The same number came before with other content: an alarm.
    BundleReplaced = "bundle-replaced",
    /// The plan was shown too long ago: read the file again.
    PlanGone = "plan-gone",
    /// The backup did not pass its check.
    BackupFailed = "backup-failed",
    /// The record is held: it must be kept.
    OnHold = "on-hold",
    /// The typed code is not that of the record.
    WrongCodeTyped = "wrong-code-typed",
    /// Not a backup of an office.
    NotABackup = "not-a-backup",
    /// A backup of another office.
    BackupOfAnother = "backup-of-another",
    /// The backup is older than the office's present key: a password of that time or the recovery words open it.
    BackupNeedsKey = "backup-needs-key",
    /// Stopped by the person.
    Stopped = "stopped",
    /// The program made a mistake.
    Internal = "internal",
}
