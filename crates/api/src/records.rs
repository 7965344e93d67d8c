//! Records of every type: lists, search, forms, history, drafts, attachments.

pub use amparo_model::view::Show;

use crate::Chosen;
use amparo_model::ids::{DraftId, FileId, Moment, PersonId, RecordId, RevisionId};
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Change, Document, FieldId, FileKind, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked about records.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// What the first page shows.
    Home {},
    /// Records by any part of a name in any script, by code, by phone, by id number.
    Find {
        /// As typed.
        text: String,
        /// Of this type only.
        #[serde(default)]
        of: Option<RecordType>,
        /// Rows to give, at most 200.
        take: usize,
    },
    /// What lists show of records that a document refers to; those out of reach are left out.
    Rows {
        /// Which, at most 200.
        records: Vec<RecordId>,
    },
    /// The records that refer to one: the incidents of a case, the cases of a family.
    Linked {
        /// To which.
        record: RecordId,
    },
    /// A whole record, as far as this session may read it.
    Open {
        /// Which.
        record: RecordId,
    },
    /// Save: one signed revision.
    Save {
        /// Which; none registers a new one.
        record: Option<RecordId>,
        /// Of which type, when it is a new one.
        #[serde(default)]
        of: RecordType,
        /// The heads it was opened with: a save on top of others is refused.
        heads: Vec<RevisionId>,
        /// What changed.
        change: Change,
        /// Forms that the person calls complete (checked; refused with problems). Others are saved with problems.
        complete: Vec<String>,
        /// Forms kept in versions, complete until now, of which this save begins a new version.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        renewed: Vec<String>,
        /// The draft that this save makes superfluous.
        draft: Option<DraftId>,
    },
    /// Who changed what, when; newest first.
    History {
        /// Which.
        record: RecordId,
    },
    /// The versions of a form before the present one: what each said.
    Versions {
        /// Of which record.
        record: RecordId,
        /// Which form: one that is kept in versions.
        form: String,
    },
    /// What taking one revision's change back would do. Changes nothing.
    PreviewTakeBack {
        /// Of which record.
        record: RecordId,
        /// Which revision; not the one that registered the record.
        revision: RevisionId,
    },
    /// Take one revision's change back, by a new revision.
    TakeBack {
        /// Of which record.
        record: RecordId,
        /// Which revision.
        revision: RevisionId,
        /// The heads that the preview was made for.
        heads: Vec<RevisionId>,
    },
    /// Keep unsaved work.
    KeepDraft {
        /// Which draft; none starts one.
        draft: Option<DraftId>,
        /// Of which record; none for a case not yet registered.
        record: Option<RecordId>,
        /// The heads it was opened with.
        heads: Vec<RevisionId>,
        /// Which form is on the screen.
        form: String,
        /// Everything typed so far.
        document: Document,
    },
    /// Unsaved work of this person.
    Drafts {},
    /// One draft, to go on with.
    OpenDraft {
        /// Which.
        draft: DraftId,
    },
    /// Throw unsaved work away.
    DropDraft {
        /// Which.
        draft: DraftId,
    },
    /// Read a photo, make it small, seal it. It belongs to no record until a save names it.
    AddPhoto {
        /// The file.
        source: Chosen,
    },
    /// Read a file, check it by its content, seal it. It belongs to no record until a save names it.
    AddFile {
        /// The file.
        source: Chosen,
        /// What it is to be: a photo and the picture of a thumbprint are made small, papers and sounds are checked.
        kind: FileKind,
    },
    /// Seal a signature that was drawn in the window.
    AddMark {
        /// The picture, a PNG as base64.
        png: String,
    },
    /// Seal a sound that was recorded in the window.
    AddSound {
        /// The recording, as base64.
        sound: String,
    },
    /// The content of an attachment, to be shown or played.
    File {
        /// Of which record; none for one just added by this session.
        record: Option<RecordId>,
        /// Which.
        file: FileId,
    },
    /// Write a plain copy of an attachment where the person chose, outside of the office's folder.
    SaveFileAs {
        /// Of which record; none for one just added by this session.
        record: Option<RecordId>,
        /// Which.
        file: FileId,
        /// Where to; the ending that fits the content is put behind it when it has another one.
        target: Chosen,
    },
    /// A photo's bytes.
    Photo {
        /// Of which record; none for a photo just added by this session.
        record: Option<RecordId>,
        /// Which.
        file: FileId,
    },
    /// Somebody printed a record: written in the log.
    Printed {
        /// Which.
        record: RecordId,
        /// Which form.
        form: String,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("records::Ask")
    }
}

/// A row of a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Row {
    /// Which; always set in a reply.
    pub record: Option<RecordId>,
    /// What it is.
    pub of: RecordType,
    /// Case code.
    pub code: String,
    /// Names, where the session may read them.
    pub name: String,
    /// Name in its own script.
    pub name_script2: String,
    /// There is a name, and it is covered.
    pub name_covered: bool,
    /// Option id of `sex`.
    pub sex: String,
    /// Age in years.
    pub age: Option<i64>,
    /// Age was estimated.
    pub age_estimated: bool,
    /// Where it stands.
    pub status: Option<Status>,
    /// Option id of `risk_level`.
    pub risk: String,
    /// Place id of the current place.
    pub place: String,
    /// Date the registration form gives, as text `2026-11-22`.
    pub registered_on: String,
    /// What is due next: id of a clock (`first_response`, `registration`, `assessment` ...).
    pub due_what: String,
    /// When, as text `2026-11-22`; empty when nothing is due.
    pub due_on: String,
    /// F1 is complete.
    pub consent_complete: bool,
    /// F2 is complete.
    pub registration_complete: bool,
    /// Who is responsible.
    pub owner: String,
    /// Home office, when it is another one.
    pub home_office: Option<String>,
    /// Last change.
    pub changed: Moment,
    /// The hit came from a similar sound only.
    pub sounds_like: bool,
    /// How many open flags it has.
    pub flags: usize,
    /// Has a photo.
    pub photo: Option<FileId>,
    /// What its forms say belongs into the summary; for records other than child protection cases, whose own columns stand above.
    pub facts: BTreeMap<FieldId, Value>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Row({:?})", self.record)
    }
}

/// What comes back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Home`.
    Home(Home),
    /// To `Find`, `Rows` and `Linked`.
    Rows {
        /// The page.
        rows: Vec<Row>,
        /// Rows in all.
        total: usize,
        /// The index is still being filled: more may be found in a moment.
        filling: bool,
    },
    /// To `Open`.
    Record(Box<Record>),
    /// To `Save`, `TakeBack`.
    Saved {
        /// Which.
        record: RecordId,
        /// Its code.
        code: String,
        /// The heads now.
        heads: Vec<RevisionId>,
        /// Where it stands now.
        status: Status,
    },
    /// To `History`.
    History {
        /// Newest first.
        entries: Vec<Past>,
    },
    /// To `Save` and `TakeBack`: the record says so already. Nothing was written.
    NothingToSave {},
    /// To `Versions`.
    Versions {
        /// Newest first, without the present one.
        versions: Vec<Version>,
    },
    /// To `PreviewTakeBack`.
    TakingBack {
        /// What will change.
        changes: Vec<FieldChange>,
        /// What stays, because it was changed again since; `to` is what it was before.
        stays: Vec<FieldChange>,
        /// The heads that this was worked out for.
        heads: Vec<RevisionId>,
    },
    /// To `KeepDraft`.
    Kept {
        /// Which.
        draft: DraftId,
        /// When.
        at: Moment,
    },
    /// To `Drafts`.
    Drafts {
        /// Newest first.
        drafts: Vec<DraftRow>,
    },
    /// To `OpenDraft`.
    Draft(Box<Draft>),
    /// To `AddPhoto`, `AddFile`, `AddMark` and `AddSound`.
    Added {
        /// Its value, to be put into the document; the window puts a mark into its signature first.
        value: Value,
    },
    /// To `File`.
    File {
        /// What the content is, told by the content itself.
        media: String,
        /// The content, base64.
        content: String,
    },
    /// To `Photo`.
    Photo {
        /// JPEG, base64.
        jpeg: String,
    },
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("records::Answer")
    }
}

/// Numbers of the first page; each is the number of rows of the list it opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Home {
    /// `Show::Current`.
    pub current: usize,
    /// The work list.
    pub work: crate::work::Counts,
    /// `Show::High`.
    pub high: usize,
    /// `Show::Quiet`.
    pub quiet: usize,
    /// Forms that wait for this person's yes: the kind `approval` of the work list.
    pub approvals: usize,
    /// `Show::Incomplete`.
    pub incomplete: usize,
    /// `Show::FromOthers`.
    pub from_others: usize,
    /// Unsaved work of this person.
    pub drafts: usize,
    /// Open flags in reach: the lines of `around::Ask::Flags`.
    #[serde(default)]
    pub flags: usize,
    /// What others did in this person's records: the lines of `around::Ask::Alerts`.
    #[serde(default)]
    pub alerts: usize,
    /// What was passed on and waits for this person's answer: the lines of `passing::Which::ForMe`.
    #[serde(default)]
    pub to_answer: usize,
    /// What was passed on and waits for others: the lines of `passing::Which::Waiting`.
    #[serde(default)]
    pub unanswered: usize,
    /// People waiting for this person's yes.
    pub proposals: usize,
    /// Destructions waiting for this person's yes.
    #[serde(default)]
    pub destructions: usize,
    /// How many records of each type this person reads, in the order in which the types are offered.
    pub types: Vec<TypeCount>,
}

/// How many records of a type there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeCount {
    /// The type.
    pub of: RecordType,
    /// `Show::All` of it.
    pub count: usize,
}

/// A record as far as the session may read it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Which.
    pub record: RecordId,
    /// What lists show of it.
    pub row: Row,
    /// The heads.
    pub heads: Vec<RevisionId>,
    /// The fields of every compartment that could be opened.
    pub document: Document,
    /// Compartments that this session cannot open.
    pub closed: Vec<String>,
    /// May this session change it? If not, why (`read-only-record`, `not-allowed`).
    pub read_only: Option<crate::Code>,
    /// Forms called complete, by form id.
    pub complete: Vec<String>,
    /// Forms kept in versions that were complete once: which version this is, from 1.
    pub versions: BTreeMap<String, u32>,
    /// Name of the person responsible.
    pub owner: String,
    /// Flags, notes, alerts.
    #[serde(default)]
    pub around: crate::around::Around,
    /// Parts that `around::Ask::Uncover` shows; their fields are not in the document.
    #[serde(default)]
    pub covered: Vec<CoveredPart>,
    /// The name is marked to be hidden.
    #[serde(default)]
    pub name_protected: bool,
}

/// A part of a record that is covered until somebody asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveredPart {
    /// `name`, or the compartment: `assessment-sensitive`, `caafag`, `account`.
    pub part: String,
    /// The fields in which something stands.
    pub fields: Vec<FieldId>,
}

/// A version of a form that a newer one followed.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// When it was saved last.
    pub at: Moment,
    /// Who saved it.
    pub by: String,
    /// What it said.
    pub document: Document,
}

/// One entry of a record's past.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Which revision.
    pub revision: RevisionId,
    /// Who.
    pub person: PersonId,
    /// Their name, as their office certified it.
    pub name: String,
    /// The office where it was written, when it is another one.
    pub office: Option<String>,
    /// When, by that office's clock.
    pub at: Moment,
    /// What changed, as far as this session may read it.
    pub changes: Vec<FieldChange>,
    /// Parts that changed and that this session cannot open.
    pub closed: usize,
}

/// One field's change.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Path of the field.
    pub path: String,
    /// Before.
    pub from: Option<Value>,
    /// After.
    pub to: Option<Value>,
}

/// A line of the list of drafts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRow {
    /// Which.
    pub draft: DraftId,
    /// Of which record.
    pub record: Option<RecordId>,
    /// The record's code; empty for a case not yet registered.
    pub code: String,
    /// Which form.
    pub form: String,
    /// When.
    pub at: Moment,
}

/// A draft, opened.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Its line.
    pub row: DraftRow,
    /// The heads it was opened with.
    pub heads: Vec<RevisionId>,
    /// Everything typed so far.
    pub document: Document,
    /// Somebody has saved the record since: what was typed here on top of what it was begun on. None while nobody has, or where that
    /// cannot be told any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Change>,
}
