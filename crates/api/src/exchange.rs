//! Other offices and sealed files.

use crate::Chosen;
use amparo_model::ids::{BundleId, Moment, OfficeId, RecordId};
use amparo_model::value::Value;
use serde::{Deserialize, Serialize};

/// What can be asked about other offices.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Our card: who we are, to be given to other offices.
    OurCard {},
    /// Write our card to a chosen file.
    SaveCard {
        /// Where.
        target: Chosen,
    },
    /// Read another office's card. It is kept unverified until the digits were compared.
    ReadCard {
        /// The file.
        source: Chosen,
    },
    /// The digits were read aloud and are the same (supervisor).
    Verify {
        /// Which office.
        office: OfficeId,
        /// The 40 digits as typed or confirmed.
        digits: String,
    },
    /// Offices known.
    Offices {},
    /// What would leave if a copy of the case went to an office, field by field.
    PreviewCopy {
        /// Which case.
        record: RecordId,
        /// To whom.
        office: OfficeId,
    },
    /// Seal a copy of the case (share level C with its history; ownership stays) to an office.
    SealCopy {
        /// Which case.
        record: RecordId,
        /// To whom.
        office: OfficeId,
        /// Where the file goes.
        target: Chosen,
    },
    /// Seal the configuration in force to an office.
    SealConfiguration {
        /// To whom.
        office: OfficeId,
        /// Where the file goes.
        target: Chosen,
    },
    /// Open a sealed file and say what accepting it would do. Nothing is changed.
    Read {
        /// The file.
        source: Chosen,
    },
    /// Accept what a plan said (supervisor): all or nothing.
    Accept {
        /// Which.
        bundle: BundleId,
    },
    /// Do not accept it.
    Leave {
        /// Which.
        bundle: BundleId,
    },
    /// Sealed files that left and came.
    Ledger {},
    /// Export the desk's secret key for the plain `age` tool (recovery words; loud in the log).
    ExportDeskKey {
        /// The 24 words.
        words: String,
        /// Where.
        target: Chosen,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("exchange::Ask")
    }
}

/// What comes back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `OurCard`.
    Card {
        /// Who we are.
        office: Office,
        /// The card as QR: rows of dark (true) and light modules.
        qr: Vec<Vec<bool>>,
    },
    /// To `ReadCard`, `Verify`.
    Office(Office),
    /// To `Offices`.
    Offices {
        /// By name.
        offices: Vec<Office>,
    },
    /// To `PreviewCopy`.
    Leaving(Box<Leaving>),
    /// To `SealCopy`.
    Sealed {
        /// Which.
        bundle: BundleId,
        /// Its running number for this office.
        number: u64,
        /// Size in bytes.
        bytes: u64,
    },
    /// To `Read`.
    Plan(Plan),
    /// To `Accept`.
    Accepted {
        /// Records taken.
        records: usize,
    },
    /// To `Ledger`.
    Ledger {
        /// Newest first.
        entries: Vec<LedgerRow>,
    },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("exchange::Answer")
    }
}

/// An office as its card says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Which.
    pub id: OfficeId,
    /// Its name.
    pub name: String,
    /// Its site code.
    pub site: String,
    /// Its agency.
    pub agency: String,
    /// 40 digits in groups of five, read aloud in full.
    pub digits: String,
    /// The digits were compared.
    pub verified: bool,
}

/// What would leave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leaving {
    /// The case's code.
    pub code: String,
    /// To whom.
    pub to: Office,
    /// The answer in F1 that allows it, by field id; none: it is not allowed.
    pub allowed_by: Option<String>,
    /// What the person asked to withhold, word for word, to be read before sealing.
    pub withhold: Option<Value>,
    /// Field by field.
    pub fields: Vec<LeavingField>,
    /// Photos and other attachments that go along.
    pub files: usize,
    /// Revisions that go along.
    pub revisions: usize,
}

/// A field that would leave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeavingField {
    /// Path of the field.
    pub path: String,
    /// What stands there.
    pub value: Value,
}

/// What accepting a sealed file would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Which.
    pub bundle: BundleId,
    /// From whom.
    pub from: Office,
    /// That office was restored from a backup since we last heard of it: its numbers begin anew.
    pub new_life: bool,
    /// What for: `copy_to_headquarters`.
    pub purpose: String,
    /// When it was sealed, by the sender's clock.
    pub sealed: Moment,
    /// Its running number.
    pub number: u64,
    /// A bundle with a smaller number has not arrived.
    pub missing: Vec<u64>,
    /// This file was already accepted: nothing would change.
    pub already_had: bool,
    /// Record by record.
    pub records: Vec<PlanRow>,
}

/// What would become of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    /// Which.
    pub record: RecordId,
    /// Its code.
    pub code: String,
    /// New, update ...
    pub what: Coming,
    /// Revisions that are not here yet.
    pub revisions: usize,
    /// Attachments that are not here yet.
    pub files: usize,
}

/// What would become of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coming {
    /// Not known here.
    New,
    /// Known; more history.
    Update,
    /// Known, nothing new.
    AlreadyHad,
    /// It was destroyed here: it is not taken in again.
    Destroyed,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// Which.
    pub bundle: BundleId,
    /// Left (true) or came (false).
    pub left: bool,
    /// The other office's name.
    pub office: String,
    /// Running number.
    pub number: u64,
    /// When it left or was accepted.
    pub at: Moment,
    /// Records in it.
    pub records: usize,
}
