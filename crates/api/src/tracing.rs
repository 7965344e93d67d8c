//! Family tracing: who a sought person may be, as leads with their reasons, and what somebody decided about them (DOMAIN.md 6.1, 6.3).

use amparo_matching::{Band, Reason};
use amparo_model::ids::{Moment, PersonId, PlaceId, RecordId};
use amparo_model::value::RowId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What can be asked about family tracing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// The leads of a record: of each person a tracing request looks for, or of the child of a case.
    Find {
        /// Which.
        record: RecordId,
    },
    /// Looks for everybody: what is new since the last time, with what is known already. It can be stopped, and goes on from there.
    Search {
        /// Compare everybody anew.
        #[serde(default)]
        anew: bool,
    },
    /// A page of the leads found for everybody, the surest first.
    Leads {
        /// One band only.
        #[serde(default)]
        band: Option<Band>,
        /// In which state.
        #[serde(default)]
        state: State,
        /// Leads to skip.
        #[serde(default)]
        skip: usize,
        /// Leads to give, at most 200.
        take: usize,
    },
    /// Who looks for the child of a case in reach, as far as somebody confirmed a match.
    Matched {
        /// The case.
        record: RecordId,
    },
    /// What leads about the child of a case in reach wait for whoever looks at them: for whoever is responsible, without a name.
    Hints {
        /// The case.
        record: RecordId,
    },
    /// Who searches for the family of a child in reach, and which tracing officers could.
    Searchers {
        /// The case.
        record: RecordId,
    },
    /// Lets a tracing officer into the search for the family of a child who agreed to it: they read who the child is and fill the forms
    /// of the search, until it ends (`passing::Ask::Finish`, `passing::Ask::Revoke`) or the child's yes is taken back.
    HandSearch {
        /// The case.
        record: RecordId,
        /// Whom.
        to: PersonId,
        /// What they should know.
        #[serde(default)]
        note: String,
    },
    /// Both sides of a pair, fact by fact. The look is written in the log, for both.
    Compare {
        /// Which.
        pair: Pair,
    },
    /// The comparison was printed.
    Printed {
        /// Which.
        pair: Pair,
    },
    /// Says yes or no to a pair, or takes that back: one signed revision of the request.
    Decide {
        /// About which.
        pair: Pair,
        /// What.
        decision: Decision,
        /// Why; needed for a no.
        #[serde(default)]
        reason: String,
    },
    /// The office's own names, neighbours and weights.
    Settings {},
    /// What other settings would change in the leads of this office. Nothing is kept of it; it can be stopped.
    TrySettings {
        /// They.
        settings: MatchSettings,
    },
    /// From now on these.
    UseSettings {
        /// They.
        settings: MatchSettings,
        /// The number of the version that was seen; 0 while there is none.
        seen: u32,
    },
}

/// What an office adds to matching. Kept and signed: fields are only ever added.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MatchSettings {
    /// One line a name: its spellings, then `|`, then its pet names and short forms.
    pub variants: String,
    /// Places beside each other, by their ids.
    pub neighbours: Vec<(PlaceId, PlaceId)>,
    /// Weights that differ from the program's, by their names, in thousandths.
    pub weights: BTreeMap<String, i32>,
}

impl std::fmt::Debug for MatchSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MatchSettings").finish_non_exhaustive()
    }
}

/// A child and a person who is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// The child's case.
    pub child: RecordId,
    /// The tracing request.
    pub request: RecordId,
    /// The row of the sought person in it.
    pub trace: RowId,
}

/// What somebody says about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It may well be: now it is verified. The search goes on until that is done.
    Confirmed,
    /// It is somebody else. The pair comes back only when what is known of either changes.
    Rejected,
    /// What was said is taken back.
    Undone,
}

/// Which leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has said anything about them.
    #[default]
    Waiting,
    /// Somebody said yes.
    Confirmed,
    /// Somebody said no, and nothing changed since.
    Rejected,
    /// All.
    All,
}

/// Why nobody is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The child, or whoever asks, did not agree to it.
    NoConsent,
    /// There is no name to look for.
    NoName,
    /// The link was verified: the search is over.
    Verified,
    /// The child lives with the family again.
    Reunified,
    /// The case, the request or the search is closed.
    Closed,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", content = "it", rename_all = "snake_case")]
pub enum Answer {
    /// To [`Ask::Find`]: for a case one, for a request one for each person it looks for.
    Found {
        /// They.
        searches: Vec<Search>,
    },
    /// To [`Ask::Matched`].
    Matched {
        /// They.
        matched: Vec<Matched>,
    },
    /// To [`Ask::Hints`].
    Hints {
        /// Whether the child agrees to be looked for.
        agrees: bool,
        /// They, the surest first.
        hints: Vec<Hint>,
        /// When they were found.
        at: Option<Moment>,
    },
    /// To [`Ask::Searchers`].
    Searchers {
        /// Whether the child agrees to be looked for.
        agrees: bool,
        /// Who searches now.
        searching: Vec<Searching>,
        /// Tracing officers of the office.
        officers: Vec<Searcher>,
    },
    /// To [`Ask::HandSearch`].
    Handed {
        /// What was passed on.
        passing: RecordId,
    },
    /// To [`Ask::Search`].
    Searched(Searched),
    /// To [`Ask::Leads`].
    Leads {
        /// The page.
        leads: Vec<Lead>,
        /// How many there are in all.
        total: usize,
        /// How many there are in each band and state, whatever was asked for.
        counts: Vec<Count>,
        /// When everybody was last looked for.
        searched: Option<Moment>,
        /// Records that changed since.
        changed: usize,
    },
    /// To [`Ask::Compare`].
    Comparison(Box<Comparison>),
    /// To [`Ask::Settings`] and [`Ask::UseSettings`].
    Settings {
        /// What counts now.
        settings: MatchSettings,
        /// Every weight that can be changed.
        weights: Vec<Weight>,
        /// The versions, the newest first.
        versions: Vec<Version>,
    },
    /// To [`Ask::TrySettings`].
    Tried(Tried),
    /// To [`Ask::Decide`].
    Decided {
        /// What counts now.
        decided: Option<Decided>,
    },
}

/// One person, and who it may be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    /// The sought person's row; none for the child of a case.
    pub trace: Option<RowId>,
    /// The name.
    pub name: String,
    /// Why nobody is looked for.
    pub why_not: Option<WhyNot>,
    /// The surest first.
    pub leads: Vec<Lead>,
}

/// A pair that may be one and the same child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    /// Which.
    pub pair: Pair,
    /// How sure.
    pub band: Band,
    /// From 0 to 100: how well the two agree.
    pub score: u8,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The child.
    pub child: Side,
    /// The sought person.
    pub sought: Side,
    /// What was said about it, while it counts.
    pub decided: Option<Decided>,
}

/// One side of a pair, in short.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The code of the record.
    pub code: String,
    /// The name.
    pub name: String,
    /// The option of the list `sex`.
    pub sex: String,
    /// In years today, as far as it is known.
    pub age: Option<i64>,
    /// Whoever is responsible for the record.
    pub owner: String,
    /// Whether this person may open the record.
    pub opens: bool,
}

impl std::fmt::Debug for Side {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Side").field("code", &self.code).finish_non_exhaustive()
    }
}

/// What somebody said about a pair.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What.
    pub decision: Decision,
    /// Why.
    pub reason: String,
    /// Who, by name.
    pub by: String,
    /// The day.
    pub on: String,
    /// Whether what is known of either changed since.
    pub changed: bool,
}

impl std::fmt::Debug for Decided {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decided").field("decision", &self.decision).finish_non_exhaustive()
    }
}

/// Somebody who looks for a child, and who confirmed it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    /// The code of the request.
    pub code: String,
    /// What the request tells, on the side `sought`.
    pub facts: Vec<Compared>,
    /// Who confirmed it.
    pub by: String,
    /// The day.
    pub on: String,
}

impl std::fmt::Debug for Matched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Matched").field("code", &self.code).finish_non_exhaustive()
    }
}

/// A lead that waits, as whoever is responsible for the child is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hint {
    /// The code of the request.
    pub code: String,
    /// How sure.
    pub band: Band,
    /// Why; no reason tells a name.
    pub reasons: Vec<Reason>,
    /// Whom to ask: who is responsible for the request.
    pub owner: String,
}

/// A tracing officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searcher {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
}

/// A tracing officer who searches for the family of a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searching {
    /// What was passed on to them.
    pub passing: RecordId,
    /// Who, by name.
    pub name: String,
    /// Whether they said that they take it on.
    pub accepted: bool,
}

/// How many leads there are in a band and a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The band.
    pub band: Band,
    /// The state.
    pub state: State,
    /// How many.
    pub count: usize,
}

/// What a search for everybody came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Searched {
    /// Sought persons and children compared anew.
    pub compared: usize,
    /// Leads that were not there before.
    pub new: usize,
    /// Of them in the band `strong`.
    pub new_strong: usize,
    /// Whether somebody stopped it; the next one goes on from there.
    pub stopped: bool,
}

/// A weight that can be changed, in thousandths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// Its name; `match-weight-` and this is its message.
    pub name: String,
    /// No less than this.
    pub least: i32,
    /// No more than this.
    pub most: i32,
    /// As the program comes.
    pub standard: i32,
    /// As it counts now.
    pub now: i32,
}

/// A version of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// When.
    pub at: Moment,
    /// Who made it.
    pub by: String,
}

/// What other settings would change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tried {
    /// Tracing requests compared.
    pub compared: usize,
    /// Pairs in a stronger band than now.
    pub stronger: usize,
    /// Pairs in a weaker band, or no lead any more.
    pub weaker: usize,
    /// The first of them.
    pub pairs: Vec<TriedPair>,
}

/// A pair that would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TriedPair {
    /// Its band now.
    pub was: Band,
    /// As it would be, without its reasons.
    pub lead: Lead,
}

/// Both sides of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The pair, with its reasons; none when the two have too little in common to be a lead.
    pub lead: Lead,
    /// Fact by fact.
    pub facts: Vec<Compared>,
    /// The photo of the child, when there is one and this person may open the case.
    pub child_photo: Option<amparo_model::ids::FileId>,
    /// The photo of the sought person.
    pub sought_photo: Option<amparo_model::ids::FileId>,
    /// Every decision about this pair, the newest first.
    pub past: Vec<Decided>,
    /// Whether this person may decide.
    pub may_decide: bool,
}

/// One fact on both sides, as texts; ids where `kind` says so.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Which: `name`, `other_names`, `sex`, `age` …; `compare-` and this is its message.
    pub fact: String,
    /// What the texts are.
    pub kind: FactKind,
    /// Of the child.
    pub child: Vec<String>,
    /// Of the sought person.
    pub sought: Vec<String>,
    /// How they stand to each other.
    pub verdict: Verdict,
}

impl std::fmt::Debug for Compared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Compared").field("fact", &self.fact).field("verdict", &self.verdict).finish_non_exhaustive()
    }
}

/// What the texts of a fact are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// As they stand.
    Text,
    /// Options of a list.
    Options {
        /// Which.
        list: String,
    },
    /// Ids of places.
    Places,
    /// Dates.
    Date,
    /// Years, `e` when they are an estimate, and the day on which they were told, with blanks between.
    Age,
    /// Names, each with an option of the list `relation` before it and a line break between.
    Relatives,
}

/// How two facts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They agree.
    Agree,
    /// They differ.
    Differ,
    /// One of them is missing.
    Missing,
    /// Nothing compares them; a person does.
    ToSee,
}
