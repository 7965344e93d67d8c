//! Where a list finds what it says of a record: the program's own facts, the summary, or what was read.

use super::columns::{Asked, Column, Rank, Said, days, rank};
use super::read::asked;
use crate::casework::index::{Index, Known};
use crate::casework::passing::when_passed;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::lists::{Column as Named, Fact};
use amparo_forms::{roles, way};
use amparo_matching::fold;
use amparo_model::date::PartialDate;
use amparo_model::form::{FieldDef, FieldKind, Gives};
use amparo_model::ids::{AgencyId, CircleId, Moment, PlaceId, RecordId, TeamId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{FieldId, Value, YesNo};
use jiff::civil::Date;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// What a list is made in.
pub(super) struct Scope<'s, 'i> {
    pub(super) session: &'s Session,
    pub(super) index: &'i Index,
    pub(super) of: RecordType,
    pub(super) today: Date,
    owners: RefCell<HashMap<Option<CircleId>, Owner>>,
    /// When records were last given to somebody else, once a list asks.
    passed: OnceCell<HashMap<RecordId, Date>>,
}

/// What is known of whoever is responsible.
#[derive(Clone)]
struct Owner {
    name: Box<str>,
    team: Option<TeamId>,
    /// The agency that the team belongs to: without one, the one that runs the office.
    agency: Option<AgencyId>,
}

/// Where one column comes from.
pub(super) enum Source<'i> {
    Fact(Fact),
    Summary(&'static FieldDef),
    Read { def: &'static FieldDef, column: Option<&'i Column>, ranks: Vec<i64> },
}

/// What kind of answers a column has, so that it is asked what it can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Options,
    Number,
    Date,
    Place,
    Text,
    /// There or not.
    There,
}

impl<'s, 'i> Scope<'s, 'i> {
    pub(super) fn new(session: &'s Session, index: &'i Index, of: RecordType) -> Self {
        Self { session, index, of, today: session.clock.today(), owners: RefCell::default(), passed: OnceCell::new() }
    }

    fn owner(&self, circle: Option<CircleId>) -> Owner {
        let known = |circle: &Option<CircleId>| {
            let roster = self.session.roster();
            let purpose = circle.and_then(|id| roster.circle(id)).map(|key| key.circle.purpose.clone());
            let team = match purpose {
                Some(CirclePurpose::Person { person }) => {
                    roster.proposal(person).and_then(|(proposal, ..)| proposal.team)
                }
                _ => None,
            };
            let of_team = |id| roster.teams().into_iter().find(|team| team.id == id).and_then(|team| team.agency);
            let agency = team.map(|team| of_team(team).unwrap_or(self.session.facts.agency));
            drop(roster);
            Owner { name: fold(&self.session.owner_name(*circle)).into(), team, agency }
        };
        self.owners.borrow_mut().entry(circle).or_insert_with_key(known).clone()
    }

    /// When a record was last given to somebody else.
    fn passed(&self, record: RecordId) -> Option<Date> {
        self.passed.get_or_init(|| when_passed(self.index)).get(&record).copied()
    }

    /// The field that must be read for a column; none for what stands in summaries.
    pub(super) fn to_read(&self, column: &Named) -> Option<FieldId> {
        match column {
            Named::Field(field) if !is_in_summary(self.session, self.of, field) => Some(field.clone()),
            _ => None,
        }
    }
}

/// Fields that summaries tell as they stand in the record.
const TOLD: [&str; 8] = [
    roles::SEX,
    roles::RISK_LEVEL,
    roles::LOC_CURRENT,
    roles::DATE_REGISTERED,
    roles::DATE_IDENTIFIED,
    roles::REVIEWED_ON,
    roles::DOB,
    roles::AGE,
];

fn is_in_summary(session: &Session, of: RecordType, field: &str) -> bool {
    let copied = || session.forms().field(of.kind, of.module, field).is_some_and(|def| def.in_summary);
    TOLD.contains(&field) || (of != RecordType::CASE && copied())
}

/// What a summary says in a field.
fn in_summary(def: &FieldDef, known: &Known) -> Option<Value> {
    let summary = &known.summary;
    let choice = |text: &String| (!text.is_empty()).then(|| Value::Choice(text.clone()));
    // What stands in for an answer is an option, whatever was asked.
    let date = |text: &String| text.parse::<PartialDate>().ok().map(Value::Date).or_else(|| choice(text));
    match def.id.as_str() {
        roles::SEX => choice(&summary.sex),
        roles::RISK_LEVEL => choice(&summary.risk),
        roles::LOC_CURRENT => {
            summary.place.parse::<PlaceId>().ok().map(Value::Place).or_else(|| choice(&summary.place))
        }
        roles::DATE_REGISTERED => date(&summary.registered_on),
        roles::DATE_IDENTIFIED => date(&summary.identified_on),
        roles::REVIEWED_ON => date(&summary.reviewed_on),
        roles::DOB => summary.born.as_ref().and_then(date),
        roles::AGE => summary.age.map(Value::Number),
        field => summary.facts.get(field).filter(|value| !value.is_blank()).cloned(),
    }
}

fn yes_no(yes: bool) -> Option<Value> {
    Some(Value::YesNo(if yes { YesNo::Yes } else { YesNo::No }))
}

/// The id of a status in the contract.
fn status(status: Status) -> String {
    let name = serde_json::to_value(status).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// How a record can be one's own: responsible for it, or let into it by a referral.
const OWN: &str = "own";
const REFERRED: &str = "referred";

/// The day of a moment where this computer stands.
fn day_of(moment: Moment) -> Option<Value> {
    let at = jiff::Timestamp::from_millisecond(moment.0).ok()?;
    Some(Value::Date(at.to_zoned(jiff::tz::TimeZone::system()).date().into()))
}

/// What the program knows of a record.
fn fact(scope: &Scope<'_, '_>, fact: Fact, known: &Known) -> Option<Value> {
    let summary = &known.summary;
    let date = |text: &str| text.parse::<PartialDate>().ok().map(Value::Date);
    let due = || known.due(scope.session.forms().clocks());
    match fact {
        Fact::Code => Some(Value::Text(summary.code.clone())),
        Fact::Name => Some(Value::Text(known.names.shown.clone())).filter(|name| !name.is_blank()),
        Fact::Age => known.age(scope.today).map(Value::Number),
        Fact::Status => Some(Value::Choice(status(known.status))),
        Fact::Owner => known.owner.map(|owner| Value::Choice(owner.to_string())),
        Fact::Team => scope.owner(known.owner).team.map(|team| Value::Choice(team.to_string())),
        Fact::Agency => scope.owner(known.owner).agency.map(|agency| Value::Choice(agency.to_string())),
        Fact::Step if matches!(known.status, Status::Closed | Status::Transferred) => {
            Some(Value::Choice(way::CLOSED.to_owned()))
        }
        Fact::Step => Some(Value::Choice(summary.step.clone())).filter(|step| !step.is_blank()),
        Fact::Home => summary.home.map(|home| Value::Choice(home.to_string())),
        Fact::Due => due().map(|due| Value::Date(due.on.into())),
        Fact::Next => due().map(|due| Value::Choice(due.what.to_string())),
        Fact::Changed => day_of(summary.changed),
        // A summary of before, that is being read again behind the first list, does not say.
        Fact::Created => (summary.created != Moment::default()).then(|| day_of(summary.created)).flatten(),
        Fact::Passed => scope.passed(known.record).map(|on| Value::Date(on.into())),
        Fact::Mine if known.guest => Some(Value::Choice(REFERRED.to_owned())),
        Fact::Mine => scope.session.is_own(known.owner).then(|| Value::Choice(OWN.to_owned())),
        Fact::Flags => i64::try_from(summary.flags.len()).ok().filter(|flags| *flags > 0).map(Value::Number),
        Fact::Photo => yes_no(known.names.photo.is_some()),
        Fact::Consent => yes_no(summary.consent_complete),
        Fact::Registration => yes_no(summary.registration_complete),
        Fact::Met => date(&summary.met_on),
        Fact::Closed => date(&summary.closed_on),
    }
}

impl<'i> Source<'i> {
    /// Where a column comes from; refused where this session may not read it.
    pub(super) fn of(scope: &Scope<'_, 'i>, column: &Named) -> Answer<Self> {
        let field = match column {
            Named::Fact(fact) => return Ok(Self::Fact(*fact)),
            Named::Field(field) => field,
        };
        let Asked { def, .. } = asked(scope.session, scope.of, field)?;
        if is_in_summary(scope.session, scope.of, field) {
            return Ok(Self::Summary(def));
        }
        if !scope.session.may(amparo_access::Action::ReadRecords) {
            return Err(Code::NotAllowed.into());
        }
        let column = scope.index.columns.get(field);
        let mut order: Vec<(Rank, usize)> = Vec::new();
        for (at, answer) in column.iter().flat_map(|column| column.answers().iter().enumerate()) {
            let named = answer.values.first().and_then(|value| named(scope, value));
            order.push((named.unwrap_or_else(|| answer.rank.clone()), at));
        }
        order.sort_unstable();
        let mut ranks = vec![0; order.len()];
        for (place, (_, at)) in (0_i64..).zip(order) {
            ranks[at] = place; // `at` numbers the answers
        }
        Ok(Self::Read { def, column, ranks })
    }

    pub(super) fn is_unread(&self, _: &Scope<'_, '_>, at: usize) -> bool {
        match self {
            Self::Read { column, .. } => column.is_none_or(|column| column.said(at) == Said::Unread),
            _ => false,
        }
    }

    /// The question behind it.
    pub(super) fn def(&self) -> Option<&'static FieldDef> {
        match self {
            Self::Fact(_) => None,
            Self::Summary(def) | Self::Read { def, .. } => Some(def),
        }
    }

    /// What kind of answers there are.
    pub(super) fn shape(&self) -> Shape {
        match self {
            Self::Fact(fact) => match fact {
                Fact::Code | Fact::Name => Shape::Text,
                Fact::Age | Fact::Flags => Shape::Number,
                Fact::Due | Fact::Changed | Fact::Created | Fact::Passed | Fact::Met | Fact::Closed => Shape::Date,
                _ => Shape::Options,
            },
            Self::Summary(def) | Self::Read { def, .. } => match &def.kind {
                FieldKind::Text => Shape::Text,
                FieldKind::Number | FieldKind::Repeat(_) => Shape::Number,
                FieldKind::Date => Shape::Date,
                FieldKind::Location => Shape::Place,
                FieldKind::Calc { gives, .. } => match gives {
                    Gives::Number => Shape::Number,
                    Gives::Date => Shape::Date,
                    Gives::Text => Shape::Text,
                    Gives::YesNo | Gives::Choice => Shape::Options,
                },
                FieldKind::Select(_)
                | FieldKind::Multi(_)
                | FieldKind::YesNo
                | FieldKind::Tick
                | FieldKind::User
                | FieldKind::Agency => Shape::Options,
                FieldKind::LongText
                | FieldKind::Link
                | FieldKind::Photo
                | FieldKind::Audio
                | FieldKind::File
                | FieldKind::Signature => Shape::There,
            },
        }
    }

    /// What is said of a record that needs no reading.
    pub(super) fn value(&self, scope: &Scope<'_, '_>, known: &Known) -> Option<Value> {
        match self {
            Self::Fact(one) => fact(scope, *one, known),
            Self::Summary(def) => in_summary(def, known),
            Self::Read { .. } => None,
        }
    }

    /// What is shown in a column. Facts stand in the row.
    pub(super) fn values(&self, scope: &Scope<'_, '_>, at: usize, known: &Known) -> Vec<Value> {
        match self {
            Self::Fact(
                Fact::Met
                | Fact::Closed
                | Fact::Team
                | Fact::Agency
                | Fact::Step
                | Fact::Mine
                | Fact::Created
                | Fact::Passed,
            ) => self.value(scope, known).into_iter().collect(),
            Self::Fact(_) => Vec::new(),
            Self::Summary(def) => in_summary(def, known).into_iter().collect(),
            Self::Read { column, .. } => match column.map(|column| (column, column.said(at))) {
                Some((column, Said::Answer(answer))) => {
                    column.answers().get(answer).map(|answer| answer.values.clone()).unwrap_or_default()
                }
                _ => Vec::new(),
            },
        }
    }

    /// What a record is ordered by; none where nothing stands.
    pub(super) fn key(&self, scope: &Scope<'_, '_>, at: usize, known: &Known) -> Option<Rank> {
        match self {
            Self::Fact(Fact::Name) => {
                let order = known.order();
                (!order.is_empty()).then(|| Rank::Text(order.into()))
            }
            Self::Fact(Fact::Code) => Some(Rank::Text(known.summary.code.as_str().into())),
            Self::Fact(Fact::Due) => known.due(scope.session.forms().clocks()).map(|due| Rank::Number(days(due.on))),
            // The newest change first, as everybody expects of a list of changes.
            Self::Fact(Fact::Changed) => Some(Rank::Number(-known.summary.changed.0)),
            Self::Fact(Fact::Status) => Some(Rank::Number(known.status as i64)),
            Self::Fact(Fact::Owner) => Some(Rank::Text(scope.owner(known.owner).name)),
            Self::Fact(Fact::Step) => match fact(scope, Fact::Step, known)? {
                Value::Choice(step) => way::STEPS
                    .iter()
                    .position(|one| *one == step)
                    .and_then(|at| i64::try_from(at).ok())
                    .map(Rank::Number),
                _ => None,
            },
            Self::Fact(one) => match fact(scope, *one, known)? {
                Value::Date(date) => Some(Rank::Number(days(date.earliest()))),
                Value::Number(number) => Some(Rank::Number(number)),
                Value::YesNo(answer) => Some(Rank::Number(answer as i64)),
                Value::Choice(text) | Value::Text(text) => Some(Rank::Text(text.into())),
                _ => None,
            },
            Self::Summary(def) => {
                let value = in_summary(def, known)?;
                Some(
                    named(scope, &value)
                        .unwrap_or_else(|| rank(def, &|def, option| option_place(scope.session, def, option), &value)),
                )
            }
            Self::Read { column, ranks, .. } => match column.map(|column| column.said(at)) {
                Some(Said::Answer(answer)) => ranks.get(answer).map(|rank| Rank::Number(*rank)),
                _ => None,
            },
        }
    }
}

/// Where an option stands among those of its question.
pub(super) fn option_place(session: &Session, def: &FieldDef, option: &str) -> usize {
    session.forms().all_options(def).iter().position(|known| known.id == option).unwrap_or(usize::MAX)
}

/// What stands for an id is ordered by its name: places by their codes, which keep together what lies together.
fn named(scope: &Scope<'_, '_>, value: &Value) -> Option<Rank> {
    match value {
        Value::Place(place) => scope.index.place_code(*place).map(|code| Rank::Text(code.into())),
        Value::Person(person) => {
            let roster = scope.session.roster();
            roster.proposal(*person).map(|(proposal, ..)| Rank::Text(fold(&proposal.name).into()))
        }
        _ => None,
    }
}
