//! The configuration: forms, lists and clocks of the office, drafts of a change, what was applied before, languages.
//!
//! The window compares and edits with the `forms` crate; a whole configuration travels as its text ([`crate::Chosen`] files as handles).

use crate::Chosen;
use amparo_model::ids::Moment;
use amparo_model::record::Module;
use serde::{Deserialize, Serialize};

/// What can be asked about the configuration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// The configuration in force.
    InForce {
        /// The number of the one that the window has; its text comes only when it is another one. 0: the one that ships with the program.
        known: u32,
    },
    /// Drafts, newest first, and what was in force before.
    Overview {},
    /// Begin a draft from the configuration in force.
    Begin {
        /// What people call it.
        name: String,
    },
    /// A draft's text.
    Open {
        /// Which.
        draft: u32,
    },
    /// Keep a draft as it is now. It need not fit together yet.
    Keep {
        /// Which.
        draft: u32,
        /// The whole text.
        text: String,
    },
    /// Throw a draft away.
    Drop {
        /// Which.
        draft: u32,
    },
    /// Put a draft in force. What it leaves out is retired; the one in force before stays.
    Apply {
        /// Which.
        draft: u32,
    },
    /// Put one that was in force before in force again, as a new number; what came since is retired.
    GoBack {
        /// Which.
        number: u32,
    },
    /// Write the configuration in force, or a draft, to a file.
    Export {
        /// Which draft; none: the one in force.
        draft: Option<u32>,
        /// Where.
        target: Chosen,
        /// Sealed with it; none: a plain file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        passphrase: Option<String>,
    },
    /// Bring a configuration in as a draft: Amparo's own, plain or sealed, or that of a Primero v2 system.
    Import {
        /// What people call it.
        name: String,
        /// The file.
        source: Chosen,
        /// Opens a sealed one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        passphrase: Option<String>,
    },
    /// Write every text of a draft, or of the configuration in force, to a spreadsheet: one row a text, one column a language.
    ExportWords {
        /// Which draft; none: the one in force.
        draft: Option<u32>,
        /// Where.
        target: Chosen,
    },
    /// Take texts from such a spreadsheet into a draft. A row that does not fit is left out and told.
    ImportWords {
        /// Into which draft.
        draft: u32,
        /// The file.
        source: Chosen,
    },
    /// Write the program's own words in a language to a file of Fluent.
    ExportFluent {
        /// Which draft; none: the one in force.
        draft: Option<u32>,
        /// The tag of the language: one that ships, or one of the office's own.
        language: String,
        /// Where.
        target: Chosen,
    },
    /// Take words of the program from such a file into a draft. A message that does not fit is left out and told.
    ImportFluent {
        /// Into which draft.
        draft: u32,
        /// The tag of the language.
        language: String,
        /// The file.
        source: Chosen,
    },
    /// What is known of how many records use what a draft gives up: rounded, as it was told.
    Uses {
        /// Which.
        draft: u32,
    },
    /// The drafts that give something up which records may use, for whoever reads records.
    ToCount {},
    /// A draft's text, for whoever counts, and what is known already.
    OpenToCount {
        /// Which.
        draft: u32,
    },
    /// Count, in the records that this session opens. May take long. Nothing of it is told to anybody yet.
    CountUse {
        /// Which.
        draft: u32,
    },
    /// Tell what was counted last, rounded.
    PublishUse {
        /// Which.
        draft: u32,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("shaping::Ask")
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `InForce`, `Apply` and `GoBack`.
    InForce {
        /// Its number; 0: the one that ships with the program.
        number: u32,
        /// Its text, when the window has another one; never for number 0.
        text: Option<String>,
    },
    /// To `Overview`, `Begin`, `Keep` and `Drop`.
    Overview {
        /// The number in force.
        number: u32,
        /// Newest first.
        drafts: Vec<DraftLine>,
        /// Newest first.
        past: Vec<PastLine>,
    },
    /// To `Open`.
    Draft {
        /// Its text.
        text: String,
    },
    /// To `Import`.
    Imported {
        /// The draft it became.
        draft: u32,
        /// What is worth a look, in order: places, and what was done there.
        told: Vec<Remark>,
    },
    /// To `ImportWords` and `ImportFluent`.
    Words {
        /// Texts that were taken.
        taken: usize,
        /// Rows that were left out: number in the sheet, from 1, and why.
        refused: Vec<RefusedRow>,
    },
    /// To `Uses` and `PublishUse`.
    Uses {
        /// Everything that the draft gives up.
        uses: Vec<ThingUse>,
    },
    /// To `ToCount`.
    ToCount {
        /// Newest first.
        drafts: Vec<DraftToCount>,
    },
    /// To `OpenToCount`.
    OpenedToCount {
        /// The draft.
        line: DraftLine,
        /// Its text.
        text: String,
        /// Everything that it gives up.
        uses: Vec<ThingUse>,
    },
    /// To `CountUse`: exact, for the eyes of whoever counted.
    Counted {
        /// How many records were looked at.
        records: usize,
        /// What was found.
        things: Vec<ThingCount>,
    },
}

/// Something that a draft gives up, and what was told of its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThingUse {
    /// The key of `forms::shape::GivenUp`.
    pub thing: String,
    /// Each part of the programme whose records may use it and in which somebody can count.
    pub told: Vec<ModuleUse>,
}

/// What the counters of one part of the programme told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleUse {
    /// Which part.
    pub module: Module,
    /// Teams whose records were counted.
    pub counted: usize,
    /// Teams that there are.
    pub teams: usize,
    /// All together; none while nothing was counted.
    pub about: Option<AboutMany>,
    /// Parts of some records were closed to whoever counted: there may be more.
    pub at_least: bool,
    /// Who told last.
    pub by: String,
    /// When.
    pub at: Option<Moment>,
}

/// A number of records, rounded so that nobody can follow a single save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AboutMany {
    /// No record.
    None,
    /// One to four.
    FewerThanFive,
    /// About so many.
    About(u32),
}

/// A draft that waits for somebody to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftToCount {
    /// The draft.
    pub line: DraftLine,
    /// How much it gives up that this person's records may use.
    pub things: usize,
    /// How much of it was not counted yet in this person's team.
    pub uncounted: usize,
}

/// An exact count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThingCount {
    /// The key of `forms::shape::GivenUp`.
    pub thing: String,
    /// Records that use it.
    pub records: usize,
    /// Records in which a part is closed where it might stand.
    pub closed: usize,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    /// Its number.
    pub draft: u32,
    /// What people call it.
    pub name: String,
    /// Who kept it last.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The number that was in force when it was begun: another one is in force meanwhile when it differs.
    pub from: u32,
}

/// A configuration that was put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastLine {
    /// Its number.
    pub number: u32,
    /// What people call it.
    pub name: String,
    /// Who put it in force.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// Something about a configuration that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Where: form, section, field.
    pub place: String,
    /// Understood, changed or not carried.
    pub weight: RemarkWeight,
    /// What: a stable code, whose words are `remark-<code>`.
    pub code: String,
    /// What it is about: ids of the file.
    pub about: String,
}

/// How much a remark matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkWeight {
    /// Could not be carried.
    NotCarried,
    /// Carried, but changed.
    Changed,
    /// Carried as it was.
    Understood,
}

/// A row of a spreadsheet of words that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// From 1, as the spreadsheet counts.
    pub row: usize,
    /// A stable code, whose words are `words-row-<code>`.
    pub code: String,
}
