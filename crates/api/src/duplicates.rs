//! Children registered twice: warned of while a name is typed, looked for over the caseload, looked at side by side, and joined under one
//! record or dismissed for a reason that is remembered (DOMAIN.md 6.3, rule 10; 12.2, A13).

use crate::tracing::Side;
use amparo_matching::{Band, Reason};
use amparo_model::ids::{FileId, Moment, PersonId, RecordId};
use amparo_model::record::Status;
use amparo_model::value::Document;
use serde::{Deserialize, Serialize};

/// What can be asked about duplicates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Who may be registered already as the child of a case that is being filled in. Nothing is kept of it.
    Like {
        /// The case at hand, when it is registered already.
        #[serde(default)]
        record: Option<RecordId>,
        /// Its answers so far.
        document: Document,
    },
    /// Somebody looked at those who are like the child that is being filled in, and it is none of them: in offices that want that said.
    Looked {
        /// The answers so far.
        document: Document,
    },
    /// Records of colleagues that one may not open, by a name in any script, whole or begun, or by a code: what is told of them is code, age, sex,
    /// status and who is responsible. The log is told how many were shown.
    Others {
        /// At least three letters of a name; or a code.
        text: String,
        /// Records to give, at most 20.
        take: usize,
    },
    /// Under which record this one was joined, and which were joined under it.
    Of {
        /// Which.
        record: RecordId,
    },
    /// Compares every child in reach with every other, but for pairs that were compared before and did not change. It can be stopped, and goes
    /// on from there.
    Search {},
    /// The same for some children only, such as those that a sealed file just brought: how many pairs with them wait.
    Among {
        /// They.
        records: Vec<RecordId>,
    },
    /// A page of pairs, the surest first.
    Pairs {
        /// In which state.
        #[serde(default)]
        state: State,
        /// Pairs to skip.
        #[serde(default)]
        skip: usize,
        /// Pairs to give, at most 200.
        take: usize,
    },
    /// Both records side by side. The look is written in the log, for both.
    Compare {
        /// Which.
        pair: Pair,
    },
    /// Joins the two under the first, says that they are two children, or takes that back: a signed revision of each.
    Decide {
        /// About which.
        pair: Pair,
        /// What.
        decision: Decision,
        /// Why; needed to dismiss.
        #[serde(default)]
        reason: String,
    },
}

/// Two cases that may be of one child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// The one that is kept, where they are joined.
    pub one: RecordId,
    /// The other.
    pub other: RecordId,
}

/// What somebody says about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// One child: work goes on in the first record; the second is a duplicate and keeps its past.
    Joined,
    /// Two children. The pair comes back only when what is known of either changes.
    Dismissed,
    /// What was said is taken back.
    Undone,
}

/// Which pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has said anything about them, or something changed since.
    #[default]
    Waiting,
    /// Joined under one.
    Joined,
    /// Two children.
    Dismissed,
}

/// What two records share to the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Same {
    /// An identity or registration number, but for dashes and spaces.
    Number,
    /// A phone.
    Phone,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", content = "it", rename_all = "snake_case")]
pub enum Answer {
    /// To [`Ask::Like`], the surest first.
    Alike {
        /// They.
        children: Vec<Alike>,
    },
    /// To [`Ask::Others`], the nearest first.
    Others {
        /// They.
        found: Vec<Other>,
        /// How many there are.
        total: usize,
    },
    /// To [`Ask::Of`].
    Of {
        /// Where work goes on; none of a record that is no duplicate.
        under: Option<Joined>,
        /// Its duplicates.
        holds: Vec<Joined>,
    },
    /// To [`Ask::Search`].
    Searched(Searched),
    /// To [`Ask::Pairs`].
    Pairs {
        /// The page.
        pairs: Vec<Double>,
        /// How many there are in this state.
        total: usize,
        /// How many there are in each state, whichever was asked for: waiting, joined, dismissed.
        counts: [usize; 3],
        /// When this session last looked.
        searched: Option<Moment>,
        /// Records that changed since, or were not compared yet.
        changed: usize,
    },
    /// To [`Ask::Compare`].
    Comparison(Box<SideBySide>),
    /// To [`Ask::Decide`].
    Decided {},
}

/// The other record of a pair that was joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The record, where this person may open it.
    pub record: Option<RecordId>,
    /// Its code.
    pub code: String,
    /// Who joined them, when and why.
    pub said: Said,
}

/// A colleague's record, as far as whoever may not open it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Code, sex, age and who is responsible; never a name.
    pub side: Side,
    /// Where it stands.
    pub status: Status,
    /// Whom to ask for it; none where nobody at work is responsible.
    pub ask: Option<PersonId>,
}

/// A registered child who is like the one at hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alike {
    /// The case, where this person may open it.
    pub record: Option<RecordId>,
    /// Code, sex, age and who is responsible; the name only where the case may be opened.
    pub side: Side,
    /// How sure.
    pub band: Band,
    /// Why; where the case may not be opened, without names.
    pub reasons: Vec<Reason>,
    /// What is the same to the letter.
    pub same: Vec<Same>,
    /// Whom to ask for the case, where this person may not open it.
    #[serde(default)]
    pub ask: Option<PersonId>,
}

/// A pair as it is listed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Double {
    /// Which.
    pub pair: Pair,
    /// How sure; none of pairs that somebody joined or dismissed.
    pub band: Option<Band>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What is the same to the letter.
    pub same: Vec<Same>,
    /// The first.
    pub one: Side,
    /// The second.
    pub other: Side,
    /// What was said about it.
    pub said: Option<Said>,
    /// Whom to ask for the one that this person may not open.
    #[serde(default)]
    pub ask: Option<PersonId>,
}

/// What somebody said about a pair.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What.
    pub decision: Decision,
    /// Why.
    pub reason: String,
    /// Who, by name.
    pub by: String,
    /// The day.
    pub on: String,
}

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Said").field("decision", &self.decision).finish_non_exhaustive()
    }
}

/// What a search came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Searched {
    /// Children compared anew.
    pub compared: usize,
    /// Pairs that wait.
    pub waiting: usize,
    /// Whether somebody stopped it.
    pub stopped: bool,
}

/// Both records of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideBySide {
    /// The pair.
    pub double: Double,
    /// Fact by fact: of the first as `child`, of the second as `sought`.
    pub facts: Vec<crate::tracing::Compared>,
    /// The photo of the first, where there is one and the name is not to be hidden.
    #[serde(default)]
    pub one_photo: Option<FileId>,
    /// The photo of the second.
    #[serde(default)]
    pub other_photo: Option<FileId>,
    /// Everything that was said about the pair, the newest first.
    pub past: Vec<Said>,
    /// Whether this person may keep the first and mark the second.
    pub may_keep_one: bool,
    /// Whether this person may keep the second and mark the first.
    pub may_keep_other: bool,
    /// Whether this person may dismiss the pair, or take back what was said.
    pub may_decide: bool,
}
