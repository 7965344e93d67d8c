//! What the audit is told, and who reads it (DOMAIN.md 16.2): bodies are sealed to the auditors, to the actor and the supervisors of
//! the actor's team, and to whoever owns the record that it is about; administrators learn who did what by code ([`letters`]). Never a
//! word that was searched for. [`past`] reads it, [`proof`] verifies it.

mod clock;
mod consents;
mod export;
mod letters;
mod past;
mod pieces;
mod proof;

pub(crate) use letters::Letters;
pub(crate) use past::Past;
pub(crate) use proof::{at_sign_in, keep_head, prove};

use crate::problems::Answer;
use crate::session::Session;
use amparo_model::ids::{Moment, OfficeId, PersonId, RecordId};
use amparo_store::{Head, LogEntry, Reading, Signer, Writing};
use amparo_vault::asymmetric;
use amparo_vault::context::Context;
use amparo_vault::{OsRandom, Randomness};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What happened. Its snake_case name is the end of the Fluent message `log-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    SetUp,
    SignedIn,
    FailedSignIns,
    Locked,
    PasswordChanged,
    Recovered,
    TeamAdded,
    TeamChanged,
    AgencyPut,
    RoleKept,
    RoleAgreed,
    RoleRefused,
    RolesExported,
    PersonProposed,
    PersonAdmitted,
    ReturnProposed,
    PersonBack,
    ChangeProposed,
    PersonChanged,
    ResetProposed,
    RenewalProposed,
    PasswordReset,
    LeavingProposed,
    PersonLeft,
    ProposalWithdrawn,
    LetIn,
    LetInWithWords,
    CirclesTurned,
    FindersMade,
    KeysTurned,
    DeskKeysTurned,
    ConductSet,
    ConductAccepted,
    PlacesImported,
    CaseRegistered,
    CaseSaved,
    ApprovalAsked,
    Approved,
    SentBack,
    Flagged,
    FlagResolved,
    NoteAdded,
    AlertsSeen,
    NameProtected,
    NameUnprotected,
    Uncovered,
    Assigned,
    AssignmentUndone,
    PassingWritten,
    MatchesPrepared,
    MatchesSought,
    MatchesSearched,
    MatchesTold,
    MatchCompared,
    MatchPrinted,
    MatchConfirmed,
    MatchRejected,
    MatchUndone,
    CasesRelated,
    CasesUnrelated,
    CalendarSaved,
    IncidentAdded,
    DuplicatesSought,
    OthersSought,
    DuplicatesCompared,
    DuplicateJoined,
    DuplicateDismissed,
    DuplicateUndone,
    Referred,
    TransferOffered,
    RecordAskedFor,
    PassingAccepted,
    PassingRejected,
    PassingFinished,
    PassingRevoked,
    PassingTakenOver,
    MatchingShaped,
    CaseOpened,
    HistoryRead,
    PhotoAdded,
    PhotoSeen,
    FileAdded,
    FileSeen,
    FileCopied,
    Searched,
    ListRead,
    ListExported,
    ListPrinted,
    ViewKept,
    ViewDropped,
    Printed,
    CardSaved,
    CardRead,
    OfficeVerified,
    CopySealed,
    BundleRefused,
    BundleAccepted,
    DeskKeyExported,
    BackedUp,
    Restored,
    BackupFolderSet,
    RetentionSet,
    HeldBack,
    HoldEnded,
    DestructionProposed,
    DestructionApproved,
    DestructionRefused,
    Destroyed,
    EmergencyPractised,
    Emergency,
    IdleSet,
    LanguageSet,
    ConfigurationDrafted,
    ConfigurationDropped,
    ConfigurationApplied,
    ConfigurationExported,
    UseCounted,
    LogExported,
    LogVerified,
    HeadPrinted,
    ClockMoved,
    OlderFound,
}

impl What {
    /// As it travels.
    fn name(self) -> String {
        let name = serde_json::to_value(self).ok();
        name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// The body of an entry.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) what: What,
    pub(crate) who: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) record: Option<RecordId>,
    /// A case code, an office's site code: never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) about: String,
    /// Counts and lists of fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) more: BTreeMap<String, String>,
}

/// Something to tell.
#[derive(Clone)]
pub(crate) struct Told {
    pub(crate) what: What,
    pub(crate) record: Option<RecordId>,
    pub(crate) about: String,
    pub(crate) more: BTreeMap<String, String>,
    /// The revision or entry that the log vouches for.
    pub(crate) link: Option<[u8; 32]>,
}

impl Told {
    pub(crate) fn of(what: What) -> Self {
        Self { what, record: None, about: String::new(), more: BTreeMap::new(), link: None }
    }
    pub(crate) fn record(mut self, record: RecordId, code: &str) -> Self {
        self.record = Some(record);
        code.clone_into(&mut self.about);
        self
    }
    pub(crate) fn about(mut self, about: &str) -> Self {
        about.clone_into(&mut self.about);
        self
    }
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.more.insert(name.to_owned(), value.to_string());
        self
    }
    pub(crate) fn link(mut self, link: [u8; 32]) -> Self {
        self.link = Some(link);
        self
    }
}

/// The domain that heads of the log are signed under.
pub(crate) const HEAD: &str = "amparo/log-head/v1";

fn place(office: OfficeId, at: Moment) -> Context {
    Context::new("amparo/log/v1").id(office.uuid()).number(at.0.unsigned_abs())
}

/// Seals an entry for the auditors alone, by their public key: for what happens before there is a directory to read from.
pub(crate) fn sealed(
    office: OfficeId,
    auditors: &asymmetric::SealingPublic,
    told: Told,
    at: Moment,
    random: &mut dyn Randomness,
) -> Answer<LogEntry> {
    let body = Body { what: told.what, who: None, record: told.record, about: told.about, more: told.more };
    let bytes = serde_json::to_vec(&body)?;
    let sealed = asymmetric::seal_to(auditors, &place(office, at), &bytes, random)?;
    Ok(LogEntry { at, link: told.link, auditors: sealed, actor: Vec::new() })
}

/// What stands behind a stretch of the log: its end, signed by whoever wrote it.
pub(crate) fn signature(secret: &asymmetric::SigningSecret, head: &Head) -> Vec<u8> {
    secret.sign(HEAD, &head.signed_bytes()).to_bytes().to_vec()
}

impl Session {
    /// Tells the log inside a change; the new head is signed by this session.
    pub(crate) fn tell(&self, writing: &mut Writing<'_>, told: Told) -> Answer<()> {
        self.write_told(writing, told, self.clock.now())
    }

    fn write_told(&self, writing: &mut Writing<'_>, told: Told, at: Moment) -> Answer<()> {
        let (entry, opened) = {
            let (roster, mut letters) = (self.roster(), self.letters());
            letters.seal(&roster, &writing.reading(), told, at, &mut OsRandom)?
        };
        let sign = |head: &Head| signature(&self.keys.signing, head);
        let head = writing.log(&entry, Some(Signer { person: self.person, sign: &sign }))?;
        self.letters().were_put_at(&opened, head);
        Ok(())
    }

    /// Notes a look: a view, a search. It is written within a second, or with the next change, whichever is first.
    pub(crate) fn note(&self, told: Told) -> Answer<()> {
        let at = self.clock.now();
        self.noted().push((told, at));
        Ok(())
    }

    /// Writes what was noted.
    pub(crate) fn write_noted(&self) -> Answer<()> {
        let entries = std::mem::take(&mut *self.noted());
        if entries.is_empty() {
            return Ok(());
        }
        let written = self
            .store
            .change(|writing| entries.iter().try_for_each(|(told, at)| self.write_told(writing, told.clone(), *at)));
        if let Err(trouble) = written {
            // Kept for the next try: a look must not be forgotten because the disk was full for a moment.
            self.noted().splice(0..0, entries);
            return Err(trouble);
        }
        Ok(())
    }

    /// The end of the log.
    pub(crate) fn log_head(&self) -> Answer<amparo_store::Head> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.head())?)
    }
}

#[cfg(test)]
mod tests {
    use amparo_language::{Language, by_id};

    /// The names stand in this file, so that none can be forgotten.
    #[test]
    fn each_kind_of_entry_has_words_in_every_language() {
        let text = include_str!("mod.rs");
        let inside = text.split("enum What {").nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default();
        let mut seen = 0;
        for name in inside.lines().map(str::trim).filter_map(|line| line.strip_suffix(',')) {
            let mut id = "log".to_owned();
            for letter in name.chars() {
                if letter.is_uppercase() {
                    id.push('-');
                }
                id.extend(letter.to_lowercase());
            }
            for language in Language::ALL {
                assert!(by_id(&language, &id, &[]).is_some(), "{id} has no words in {}", language.tag());
            }
            seen += 1;
        }
        assert!(seen > 50, "the kinds were not found");
    }
}
