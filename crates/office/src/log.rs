//! What the audit is told. Bodies are sealed to the auditors' circle and to whoever acted; never a word that was searched for.

use crate::problems::Answer;
use crate::session::Session;
use amparo_model::ids::{Moment, OfficeId, PersonId, RecordId};
use amparo_store::{LogEntry, LogRow, StoreError, Writing};
use amparo_vault::asymmetric;
use amparo_vault::context::Context;
use amparo_vault::symmetric;
use amparo_vault::{OsRandom, Randomness};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What happened. Its snake_case name is the end of the Fluent message `log-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    PasswordReset,
    LeavingProposed,
    PersonLeft,
    ProposalWithdrawn,
    LetIn,
    LetInWithWords,
    CirclesTurned,
    KeysTurned,
    DeskKeysTurned,
    ConductSet,
    ConductAccepted,
    PlacesImported,
    CaseRegistered,
    CaseSaved,
    CaseOpened,
    HistoryRead,
    PhotoAdded,
    PhotoSeen,
    FileAdded,
    FileSeen,
    FileCopied,
    Searched,
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
    IdleSet,
    LanguageSet,
    ConfigurationDrafted,
    ConfigurationDropped,
    ConfigurationApplied,
    ConfigurationExported,
    UseCounted,
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

/// Seals an entry: for the auditors by their public key, for the actor under their own circle's key.
pub(crate) fn sealed(
    office: OfficeId,
    auditors: &asymmetric::SealingPublic,
    own: Option<&symmetric::Key>,
    who: Option<PersonId>,
    told: Told,
    at: Moment,
    random: &mut dyn Randomness,
) -> Answer<LogEntry> {
    let body = Body { what: told.what, who, record: told.record, about: told.about, more: told.more };
    let bytes = serde_json::to_vec(&body)?;
    let context = place(office, at);
    Ok(LogEntry {
        at,
        link: told.link,
        auditors: asymmetric::seal_to(auditors, &context, &bytes, random)?,
        actor: own.map(|key| symmetric::seal(key, &context, &bytes, random)).unwrap_or_default(),
    })
}

impl Session {
    /// Seals something to tell, dated now.
    pub(crate) fn entry(&self, told: Told) -> Answer<LogEntry> {
        sealed(
            self.office.id,
            &self.auditors(),
            Some(self.own_circle()?.keys.shared()),
            Some(self.person),
            told,
            self.clock.now(),
            &mut OsRandom,
        )
    }

    /// What entries are sealed to the auditors with: the newest key of their circle.
    fn auditors(&self) -> asymmetric::SealingPublic {
        let roster = self.roster();
        roster.circle(self.auditors_circle).map_or(self.auditors, |key| key.public.0)
    }

    /// Tells the log inside a change; the new head is signed by this session. What was only noted before goes first.
    pub(crate) fn tell(&self, writing: &mut Writing<'_>, told: Told) -> Answer<()> {
        let entry = self.entry(told)?;
        self.write_entry(writing, &entry)?;
        Ok(())
    }

    pub(crate) fn write_entry(&self, writing: &mut Writing<'_>, entry: &LogEntry) -> Result<(), StoreError> {
        writing
            .log(entry, |head| {
                Some((self.person, self.keys.signing.sign(HEAD, &head.signed_bytes()).to_bytes().to_vec()))
            })
            .map(|_| ())
    }

    /// Notes a look: a view, a search. It is written within a second, or with the next change, whichever is first.
    pub(crate) fn note(&self, told: Told) -> Answer<()> {
        let entry = self.entry(told)?;
        self.noted().push(entry);
        Ok(())
    }

    /// Writes what was noted.
    pub(crate) fn write_noted(&self) -> Answer<()> {
        let entries = std::mem::take(&mut *self.noted());
        if entries.is_empty() {
            return Ok(());
        }
        let written =
            self.store.change(|writing| entries.iter().try_for_each(|entry| self.write_entry(writing, entry)));
        if let Err(error) = written {
            // Kept for the next try: a look must not be forgotten because the disk was full for a moment.
            self.noted().splice(0..0, entries);
            return Err(error.into());
        }
        Ok(())
    }

    /// Opens an entry, as an auditor or as whoever acted; none when it is neither.
    pub(crate) fn open_entry(&self, row: &LogRow) -> Option<Body> {
        let context = place(self.office.id, row.entry.at);
        let own = self.own_circle().ok().map(|held| held.key.circle.id);
        let bytes = own
            .into_iter()
            .flat_map(|own| self.keys_of_circle(own))
            .find_map(|held| symmetric::open(held.keys.shared(), &context, &row.entry.actor).ok())
            .or_else(|| {
                self.keys_of_circle(self.auditors_circle)
                    .find_map(|held| asymmetric::open_with(held.keys.sealing(), &context, &row.entry.auditors).ok())
            })?;
        serde_json::from_slice(&bytes).ok()
    }
}
