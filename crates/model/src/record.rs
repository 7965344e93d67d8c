//! A record is its revisions (ARCHITECTURE.md, invariant 2; SECURITY.md 3).
//!
//! A [`Header`] is plain and signed; each [`Leaf`] it names is sealed with the key of its compartment and committed to in the
//! header. Whoever may read one compartment checks that one; anybody checks the chain.

use crate::canonical;
use crate::ids::{CircleId, IncarnationId, Moment, OfficeId, PersonId, RecordId, RevisionId};
use crate::value::Change;
use serde::{Deserialize, Serialize};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The long-running record of one child, or one survivor, who gets individual help.
    Case,
    /// One harmful event.
    Incident,
    /// Somebody who looks for missing relatives, and whom they look for.
    TracingRequest,
    /// A household that several cases share.
    Family,
    /// A person or place that cases refer to: a foster family, an institution.
    Registry,
    /// A referral, transfer or assignment of a record.
    Transition,
    /// About the work of the office itself: supervision, file checks, feedback.
    Office,
}

impl Kind {
    /// All of them.
    pub const ALL: &'static [Kind] = &[
        Kind::Case,
        Kind::Incident,
        Kind::TracingRequest,
        Kind::Family,
        Kind::Registry,
        Kind::Transition,
        Kind::Office,
    ];

    /// The word in configurations, for ids of messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Incident => "incident",
            Self::TracingRequest => "tracing_request",
            Self::Family => "family",
            Self::Registry => "registry",
            Self::Transition => "transition",
            Self::Office => "office",
        }
    }
}

/// The part of the programme a record belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Module {
    /// Child protection.
    Cp,
    /// Gender-based violence.
    Gbv,
}

/// What a record is and of which part of the programme: what decides its forms, its parts and who works with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordType {
    /// Case, incident ...
    pub kind: Kind,
    /// Child protection, GBV.
    pub module: Module,
}

impl RecordType {
    /// A child protection case.
    pub const CASE: Self = Self { kind: Kind::Case, module: Module::Cp };
    /// A child protection incident.
    pub const INCIDENT: Self = Self { kind: Kind::Incident, module: Module::Cp };
    /// A tracing request.
    pub const TRACING_REQUEST: Self = Self { kind: Kind::TracingRequest, module: Module::Cp };
    /// A family.
    pub const FAMILY: Self = Self { kind: Kind::Family, module: Module::Cp };
    /// A person or place that cases refer to.
    pub const REGISTRY: Self = Self { kind: Kind::Registry, module: Module::Cp };
    /// A survivor.
    pub const GBV_CASE: Self = Self { kind: Kind::Case, module: Module::Gbv };
    /// A GBV incident.
    pub const GBV_INCIDENT: Self = Self { kind: Kind::Incident, module: Module::Gbv };
    /// The types that people register and find in lists. (Transitions and office papers come with the work around them.)
    pub const REGISTERED: &'static [Self] = &[
        Self::CASE,
        Self::INCIDENT,
        Self::TRACING_REQUEST,
        Self::FAMILY,
        Self::REGISTRY,
        Self::GBV_CASE,
        Self::GBV_INCIDENT,
    ];

    /// The letter of its own series of numbers; none for child protection cases, whose codes came first. GBV codes cannot be derived
    /// from a case's (DOMAIN.md 11.1).
    #[must_use]
    pub fn series(self) -> &'static str {
        match (self.module, self.kind) {
            (Module::Cp, Kind::Case) => "",
            (Module::Cp, Kind::Incident) => "I",
            (_, Kind::TracingRequest) => "T",
            (_, Kind::Family) => "F",
            (_, Kind::Registry) => "R",
            (_, Kind::Transition) => "P",
            (_, Kind::Office) => "O",
            (Module::Gbv, Kind::Case) => "S",
            (Module::Gbv, Kind::Incident) => "E",
        }
    }
}

impl Default for RecordType {
    fn default() -> Self {
        Self::CASE
    }
}

/// Where a case stands (DOMAIN.md 5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A concern reached the office; not yet a case.
    Identified,
    /// Help was not given here.
    NotEligible,
    /// Consent (or lawful ground) and registration are complete.
    Open,
    /// Work has ended.
    Closed,
    /// Another office is responsible.
    Transferred,
    /// The same child as another case.
    Duplicate,
}

/// A part of a record with its own key. The standard configuration ships the table (`assets/config/compartments.json`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Compartment(pub String);

impl Compartment {
    /// From its id in the configuration.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(id.to_owned())
    }
    /// Its id in the configuration.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Compartments that are worked out from the others by each saving session and kept beside the revisions, never in one.
pub mod derived {
    /// Sex, age, area, dates, risk, step, code: what lists and reminders show. Readers and analysts hold it.
    pub const SUMMARY: &str = "summary";
    /// Names, phones and ids folded for search; under the key of the compartment `identity`.
    pub const NAMES: &str = "names";
    /// Names, birth year, sex, place: what duplicates are found by.
    pub const MATCH: &str = "match";
    /// What standard indicators count.
    pub const COUNTS: &str = "counts";
}

/// The schema number of sealed content written by this version. Older numbers are raised when read.
pub const SCHEMA: u32 = 1;

/// What every login with a database tool can read of a record. It changes only by signed revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skeleton {
    /// Case, incident ...
    pub kind: Kind,
    /// Child protection, GBV.
    pub module: Module,
    /// Where it stands.
    pub status: Status,
    /// The circle of the person responsible: none once another office owns it.
    pub owner: Option<CircleId>,
}

impl Skeleton {
    /// What the record is.
    #[must_use]
    pub fn of(&self) -> RecordType {
        RecordType { kind: self.kind, module: self.module }
    }
}

/// A compartment's commitment inside a header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Which part.
    pub compartment: Compartment,
    /// Schema number of the content.
    pub schema: u32,
    /// SHA-256 over length-prefixed tag, record, compartment, schema, salt and canonical bytes, in lower-case hexadecimal.
    pub hash: String,
}

/// A compartment's key given to the circle of the [`Letter`] it stands in.
///
/// `mac` is an HMAC under the key of the previous epoch (for the first epoch: under that key itself), so that nobody who never
/// held a key can plant a grant or a new epoch. It covers the grant, the record, and everything else of the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Which part.
    pub compartment: Compartment,
    /// The key's number, from 1.
    pub epoch: u32,
    /// The key, wrapped under the letter's key, or under the circle's own when its author is a member: base64.
    pub wrapped: String,
    /// Base64.
    pub mac: String,
}

/// Everything that one entry gives to one circle: one public-key operation, however many parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// To whom. One letter for each circle in an entry.
    pub circle: CircleId,
    /// Under which key of the circle.
    pub circle_epoch: u32,
    /// The letter's key, sealed to the circle for this entry of this record's chain: base64. None from a member.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sealed: Option<String>,
    /// What was given.
    pub grants: Vec<Grant>,
}

/// An entry of a record's key chain: grants and new keys, signed by who gave them. It belongs to one office, whose circles it
/// names, and never travels; revisions do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEntry {
    /// Format number of key entries. 2: letters (in 1, which was never released, each grant was sealed by itself).
    pub format: u32,
    /// Which record.
    pub record: RecordId,
    /// SHA-256 of the entry before it, in lower-case hexadecimal; none for the first.
    pub previous: Option<String>,
    /// Who gave the keys, where.
    pub author: Author,
    /// When.
    pub time: Moment,
    /// What was given, by circle.
    pub letters: Vec<Letter>,
}

/// Who wrote a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// Of which office.
    pub office: OfficeId,
    /// In which life of its database.
    pub incarnation: IncarnationId,
    /// At which place of that office's log: the author's certificate must have been valid there.
    pub place: u64,
}

/// The plain, signed part of a revision. Its canonical bytes are hashed to the revision's id and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Format number of headers.
    pub format: u32,
    /// Which record.
    pub record: RecordId,
    /// The revision(s) it follows; none for the first.
    pub parents: Vec<RevisionId>,
    /// Who, where.
    pub author: Author,
    /// When, by the author's clock. Never used to break ties.
    pub time: Moment,
    /// The skeleton, when this revision sets it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub skeleton: Option<Skeleton>,
    /// One for each compartment touched, ordered by compartment.
    pub leaves: Vec<Commitment>,
}

impl Header {
    /// The bytes that are hashed and signed.
    ///
    /// # Errors
    /// Never for a header made of our own types.
    pub fn canonical(&self) -> Result<Vec<u8>, canonical::NotCanonical> {
        canonical::bytes(self)
    }
}

/// What is inside a sealed leaf: the changed fields of one compartment, and the salt that keeps the commitment from being guessed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// 32 random bytes, base64.
    pub salt: String,
    /// Changed fields; `null` clears one.
    pub change: Change,
}

impl std::fmt::Debug for Leaf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leaf({} changes)", self.change.len())
    }
}
