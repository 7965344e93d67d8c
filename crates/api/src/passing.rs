//! Passing records on: to another worker, to another office, and what there is to know of it afterwards.

use crate::Chosen;
use amparo_model::ids::{BundleId, Moment, OfficeId, PersonId, RecordId};
use amparo_model::value::RowId;
use serde::{Deserialize, Serialize};

/// What can be asked about passing on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Colleagues who work with all of these records, and what each of them carries.
    Colleagues {
        /// Which records.
        records: Vec<RecordId>,
    },
    /// Another worker is responsible from now on, for all of them or for none. Incidents follow their case.
    Assign {
        /// Which records, however many.
        records: Vec<RecordId>,
        /// To whom.
        to: PersonId,
        /// Why: an option of the form of assignments.
        reason: String,
        /// What the new worker should know.
        #[serde(default)]
        note: String,
    },
    /// Take assignments back, all of them in one step: whoever was responsible before is again. What was passed on since stays.
    Undo {
        /// Which, as `Assign` answered.
        passings: Vec<RecordId>,
    },
    /// What a referral or a transfer of a record needs to know: to whom it can go, of which parts, and what consent says.
    Prepare {
        /// `referral` or `transfer`.
        kind: Kind,
        /// Which record.
        record: RecordId,
    },
    /// Offer a record to a colleague, who accepts or rejects it. In a referral the owner stays responsible and the colleague reads the
    /// chosen parts until it ends. In a transfer they read all of it meanwhile, and are responsible once they accept.
    Offer(Offer),
    /// Seal a record for another office, which is asked to help with it or to be responsible for it. Its answer is entered here as it is told.
    Send(Send),
    /// Register a case with what another office shared in a referral or a transfer.
    CreateCase {
        /// Which.
        passing: RecordId,
    },
    /// Ask a colleague for a record that one cannot open, by its code. A yes makes a transfer of it.
    AskFor {
        /// The code, as it was told.
        code: String,
        /// Whom.
        of: PersonId,
        /// Why.
        note: String,
    },
    /// Answer what was offered or asked for. A no needs its reason.
    Answer {
        /// Which.
        passing: RecordId,
        /// Accepted.
        yes: bool,
        /// What the other side should know.
        #[serde(default)]
        note: String,
    },
    /// The service of a referral was given: the colleague no longer reads the case.
    Finish {
        /// Which.
        passing: RecordId,
        /// What was done.
        #[serde(default)]
        note: String,
    },
    /// Take back what was offered or asked for.
    Revoke {
        /// Which.
        passing: RecordId,
        /// Why.
        #[serde(default)]
        note: String,
    },
    /// Take what came back of a referral into the case: the service row that it came from is delivered, the words are a note.
    TakeOver {
        /// Which.
        passing: RecordId,
    },
    /// What was passed on, newest first.
    List {
        /// Which of it.
        #[serde(default)]
        which: Which,
        /// Of one record only.
        #[serde(default)]
        record: Option<RecordId>,
        /// To skip.
        #[serde(default)]
        skip: usize,
        /// To give, at most 200.
        take: usize,
    },
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("passing::Ask")
    }
}

/// What is offered to a colleague.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// `referral` or `transfer`.
    pub kind: Kind,
    /// Which record. Incidents follow a case that is transferred.
    pub record: RecordId,
    /// To whom.
    pub to: PersonId,
    /// The parts that a referral lets them read: ids of compartments. None for a transfer, which is whole.
    #[serde(default)]
    pub parts: Vec<String>,
    /// How urgent a referral is, or why a record is transferred: an option of the kind's form.
    pub why: String,
    /// Services asked for: options of the form of referrals.
    #[serde(default)]
    pub services: Vec<String>,
    /// The row of the services that a referral comes from.
    #[serde(default)]
    pub row: Option<RowId>,
    /// What the colleague should know.
    #[serde(default)]
    pub note: String,
    /// Why it is offered although consent does not say so; only where the role may.
    #[serde(default)]
    pub in_spite: String,
}

/// What is sent to another office.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// `referral` or `transfer`.
    pub kind: Kind,
    /// Which record.
    pub record: RecordId,
    /// To which office.
    pub office: OfficeId,
    /// Where the sealed file goes.
    pub target: Chosen,
    /// The parts that a referral sends: ids of compartments. None for a transfer, which is whole.
    #[serde(default)]
    pub parts: Vec<String>,
    /// How urgent a referral is, or why a record is transferred: an option of the kind's form.
    pub why: String,
    /// Services asked for: options of the form of referrals.
    #[serde(default)]
    pub services: Vec<String>,
    /// The row of the services that a referral comes from.
    #[serde(default)]
    pub row: Option<RowId>,
    /// What the other office should know: it leaves with the file.
    #[serde(default)]
    pub note: String,
    /// Why it is sent although consent does not say so; only where the role may.
    #[serde(default)]
    pub in_spite: String,
}

impl std::fmt::Debug for Send {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "passing::Send({})", self.record)
    }
}

/// A part that a referral can give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The compartment.
    pub id: String,
    /// Forms that ask something of it.
    pub forms: Vec<String>,
}

/// A service that stands in the case and is open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its row.
    pub row: RowId,
    /// Option of the list of services.
    pub service: String,
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Service({})", self.row)
    }
}

/// Which part of what was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// What waits for this person's answer.
    ForMe,
    /// What others have not answered or not finished yet.
    Waiting,
    /// All of it.
    #[default]
    All,
}

/// What kind of passing on it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Another worker is responsible at once.
    Assignment,
    /// Another worker helps, and reads a part meanwhile.
    Referral,
    /// Another worker is responsible once they accept.
    Transfer,
    /// Another worker asks for a record.
    Request,
    /// Another office has a copy.
    Copy,
}

/// Between whom something is passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Inside this office.
    #[default]
    Inside,
    /// To another office: its answers are entered here as they are told.
    Left,
    /// From another office.
    Came,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits for an answer.
    InProgress,
    /// Accepted.
    Accepted,
    /// Rejected.
    Rejected,
    /// Done.
    Done,
    /// Taken back.
    Revoked,
}

/// A colleague who can be given something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// Their team; empty without one.
    pub team: String,
    /// Cases that they carry, of those in reach of whoever asks.
    pub cases: usize,
    /// Of them at high risk.
    pub high: usize,
}

impl std::fmt::Debug for Colleague {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Colleague({})", self.person)
    }
}

/// A record that was passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Which.
    pub record: RecordId,
    /// Its code.
    pub code: String,
    /// It is in reach of whoever asks.
    pub in_reach: bool,
}

/// Something that happened to what was passed on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where it stood from then on.
    pub state: State,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What they wrote.
    pub note: String,
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Step({:?})", self.state)
    }
}

/// What was passed on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// Which.
    pub passing: RecordId,
    /// What kind.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Between whom.
    pub way: Way,
    /// Why, or how urgent: an option of the kind's form; empty where none was given.
    pub reason: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The records, at most 200.
    pub about: Vec<About>,
    /// How many there are.
    pub count: usize,
    /// What happened, oldest first.
    pub steps: Vec<Step>,
    /// It can be taken back by whoever asks.
    pub can_undo: bool,
    /// Whoever asks can say yes; and no.
    pub can_accept: bool,
    /// Whoever asks can say no.
    pub can_reject: bool,
    /// Whoever asks can say that the service was given.
    pub can_finish: bool,
    /// Whoever asks can withdraw it.
    pub can_revoke: bool,
    /// What came back waits to be taken into the case by whoever asks.
    pub can_take_over: bool,
    /// Whoever asks can register a case with what was shared.
    pub can_create: bool,
    /// The parts that a referral gives.
    pub parts: Vec<String>,
    /// The services that it asks for.
    pub services: Vec<String>,
    /// The answer of the consent form that let it leave the office: a field; empty where it was not asked or did not.
    pub allowed_by: String,
    /// It was offered although consent does not say so, for this reason.
    pub in_spite: String,
    /// By when an answer is due, as text `2026-11-22`; empty when none is.
    pub answer_due: String,
}

impl std::fmt::Debug for Passing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passing({})", self.passing)
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// To `Colleagues`: by name.
    Colleagues {
        /// Each of them.
        colleagues: Vec<Colleague>,
    },
    /// To `Assign` and `Undo`.
    Assigned {
        /// What can be taken back, in one step.
        passings: Vec<RecordId>,
        /// How many of the records asked for changed hands.
        records: usize,
        /// How many incidents followed their case.
        followed: usize,
        /// How many stayed as they were: they were theirs already, or were passed on since.
        stayed: usize,
    },
    /// To `Prepare`.
    Prepared {
        /// Colleagues who can be given it.
        colleagues: Vec<Colleague>,
        /// What a referral can give; the code, sex, age, area, dates and risk level go with each.
        parts: Vec<Part>,
        /// Open services of the case.
        services: Vec<Service>,
        /// The answer of the consent form that allows it: a field; none: it is not allowed.
        allowed_by: Option<String>,
        /// What must not be told to whom, as the consent form says.
        withhold: String,
        /// This person may offer it although consent does not say so, with a reason.
        may_in_spite: bool,
    },
    /// To `Send`.
    Sent {
        /// What stands in the record's history of passing on.
        passing: RecordId,
        /// The sealed file.
        bundle: BundleId,
        /// Its running number for this office.
        number: u64,
        /// Size in bytes.
        bytes: u64,
    },
    /// To `CreateCase`.
    Created {
        /// From which.
        passing: RecordId,
        /// The new case.
        record: RecordId,
        /// Its code.
        code: String,
    },
    /// To everything that is a step of what was passed on.
    Stepped {
        /// Which.
        passing: RecordId,
        /// Where it stands now.
        state: State,
    },
    /// To `List`.
    Passings {
        /// The page.
        passings: Vec<Passing>,
        /// In all.
        total: usize,
    },
}
