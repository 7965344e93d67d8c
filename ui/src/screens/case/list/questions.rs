//! What a list can be filtered, ordered and shown by: the program's facts and every question that this person may read, with the words
//! for each and what its answers look like.

use super::super::forms::Forms;
use super::super::say::{self, Names};
use super::super::steps::step_word;
use super::super::tones;
use crate::parts::Opt;
use amparo_api::lists::{Column, Fact};
use amparo_forms::approval::Approval;
use amparo_forms::way::STEPS;
use amparo_language::{Language, by_id, words};
use amparo_model::form::{FieldDef, FieldKind, Gives};
use amparo_model::record::{Kind, Status};
use std::collections::BTreeSet;

/// What can be answered, and so asked.
#[derive(Clone, PartialEq)]
pub enum Shape {
    /// One or several of these.
    Options(Vec<Opt>),
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// A place.
    Place,
    /// Text.
    Text,
    /// Only whether something stands there.
    There,
}

/// Something that a list can be made by.
#[derive(Clone, PartialEq)]
pub struct Question {
    /// In the contract.
    pub column: Column,
    /// Its words.
    pub label: String,
    /// Where it is asked.
    pub above: String,
    /// Its answers.
    pub shape: Shape,
    /// It can be a column.
    pub shown: bool,
    /// Answers that are offered when somebody asks for them: those responsible who have left.
    pub more: Vec<Opt>,
}

/// Who and what ids in filters may stand for, beside what forms know.
#[derive(Clone, PartialEq, Default)]
pub struct Around {
    /// Those responsible for records: their circle and their name.
    pub owners: Vec<(String, String)>,
    /// The same of those who have left.
    pub left: Vec<(String, String)>,
    /// Teams.
    pub teams: Vec<(String, String)>,
    /// The agency that runs the office, and those whose people work in it.
    pub agencies: Vec<(String, String)>,
    /// Offices that records come from.
    pub homes: Vec<(String, String)>,
}

/// As elements and tables name a column.
#[must_use]
pub fn key_of(column: &Column) -> String {
    match column {
        Column::Fact(fact) => format!("fact:{}", word_of(fact)),
        Column::Field(field) => format!("field:{field}"),
    }
}

/// The word of something without content in the contract.
fn word_of(thing: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(thing).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What the program's facts are called.
#[must_use]
pub fn fact_word(language: &Language, fact: Fact) -> String {
    by_id(language, fact.message(), &[]).unwrap_or_default()
}

/// How a case can be somebody's own.
const MINE: [&str; 2] = ["own", "referred"];

/// One of these in words.
#[must_use]
pub fn mine_word(language: &Language, how: &str) -> String {
    by_id(language, &format!("mine-{how}"), &[]).unwrap_or_default()
}

const STATUSES: [Status; 6] =
    [Status::Identified, Status::NotEligible, Status::Open, Status::Closed, Status::Transferred, Status::Duplicate];

/// What may come next in a case.
const TASKS: [&str; 19] = [
    "registration",
    "assessment",
    "case_plan",
    "action",
    "service",
    "appointment",
    "follow_up",
    "review",
    "tracing_action",
    "first_visit_after_placement",
    "visits_after_placement",
    "best_interests",
    "determination",
    "consent",
    "consent_ends",
    "final_contact",
    "reminder",
    "approval",
    "sent_back",
];

fn yes_no(language: &Language, unknown: bool) -> Shape {
    let unknown = unknown.then(|| Opt::new("unknown", words::unknown(language)));
    let both = [Opt::new("yes", words::yes(language)), Opt::new("no", words::no(language))];
    Shape::Options(both.into_iter().chain(unknown).collect())
}

fn fact(language: &Language, around: &Around, fact: Fact) -> Question {
    let named = |all: &[(String, String)]| {
        Shape::Options(all.iter().map(|(id, name)| Opt::new(id.clone(), name.clone())).collect())
    };
    let left = |(id, name): &(String, String)| Opt::new(id.clone(), words::owner_left(language, name));
    let shape = match fact {
        Fact::Code | Fact::Name => Shape::Text,
        Fact::Age | Fact::Flags => Shape::Number,
        Fact::Due | Fact::Changed | Fact::Created | Fact::Passed | Fact::Met | Fact::Closed => Shape::Date,
        Fact::Mine => Shape::Options(MINE.into_iter().map(|how| Opt::new(how, mine_word(language, how))).collect()),
        Fact::Photo | Fact::Consent | Fact::Registration => yes_no(language, false),
        Fact::Owner => named(&around.owners),
        Fact::Team => named(&around.teams),
        Fact::Agency => named(&around.agencies),
        Fact::Step => Shape::Options(STEPS.into_iter().map(|step| Opt::new(step, step_word(language, step))).collect()),
        Fact::Home => named(&around.homes),
        Fact::Status => Shape::Options(
            STATUSES.iter().map(|status| Opt::new(word_of(status), tones::status_word(language, *status))).collect(),
        ),
        Fact::Next => Shape::Options(TASKS.iter().map(|task| Opt::new(*task, tones::clock(language, task))).collect()),
    };
    Question {
        column: Column::Fact(fact),
        label: fact_word(language, fact),
        above: words::facts_of_program(language),
        shape,
        shown: true,
        more: if fact == Fact::Owner { around.left.iter().map(left).collect() } else { Vec::new() },
    }
}

fn shape(forms: Forms, language: &Language, names: &Names, def: &FieldDef) -> Shape {
    let configuration = forms.configuration;
    let options = || {
        let offered = configuration.all_options(def).iter().map(|option| option.id.clone());
        let mut ids: Vec<String> = offered.collect();
        if def.choices().is_some_and(|choices| choices.offers_unknown) {
            ids.extend(["unknown", "not_said"].map(str::to_owned));
        }
        let mut met = BTreeSet::new();
        ids.retain(|id| met.insert(id.clone()));
        let option = |id: String| {
            let label = configuration.option_label(def, &id, language.tag()).to_owned();
            Opt::new(id, label)
        };
        Shape::Options(ids.into_iter().map(option).collect())
    };
    match &def.kind {
        FieldKind::Text => Shape::Text,
        FieldKind::Number | FieldKind::Repeat(_) => Shape::Number,
        FieldKind::Date => Shape::Date,
        FieldKind::Location => Shape::Place,
        FieldKind::YesNo => yes_no(language, true),
        FieldKind::Tick => yes_no(language, false),
        FieldKind::Select(_) | FieldKind::Multi(_) => options(),
        FieldKind::User => {
            Shape::Options(names.people.iter().map(|(id, name)| Opt::new(id.to_string(), name.clone())).collect())
        }
        FieldKind::Agency => {
            Shape::Options(names.agencies.iter().map(|(id, name)| Opt::new(id.to_string(), name.clone())).collect())
        }
        FieldKind::Calc { gives, .. } => match gives {
            Gives::Number => Shape::Number,
            Gives::Date => Shape::Date,
            Gives::Text => Shape::Text,
            Gives::YesNo => yes_no(language, true),
            Gives::Choice => options(),
        },
        FieldKind::LongText
        | FieldKind::Link
        | FieldKind::Photo
        | FieldKind::Audio
        | FieldKind::File
        | FieldKind::Signature => Shape::There,
    }
}

/// Everything that lists of a type can be made by, facts first, then the questions in the order of the work, each once.
#[must_use]
pub fn questions(forms: Forms, language: &Language, names: &Names, around: &Around) -> Vec<Question> {
    let tag = language.tag();
    let is_case = forms.of.kind == Kind::Case;
    let facts = Fact::ALL.into_iter().filter(|one| match one {
        Fact::Due | Fact::Next | Fact::Met | Fact::Closed | Fact::Consent | Fact::Registration | Fact::Step => is_case,
        Fact::Agency => around.agencies.len() > 1,
        Fact::Name => forms.is_named(),
        Fact::Age => forms.field("age").is_some() || forms.field("dob").is_some(),
        Fact::Owner => !(around.owners.is_empty() && around.left.is_empty()),
        Fact::Mine => is_case,
        Fact::Team => around.teams.len() > 1,
        Fact::Home => !around.homes.is_empty(),
        _ => true,
    });
    let mut all: Vec<Question> = facts.map(|one| fact(language, around, one)).collect();
    let mut met: BTreeSet<String> = BTreeSet::new();
    for (form, _, def) in forms.asked() {
        if def.off || !met.insert(def.id.clone()) {
            continue;
        }
        let label = def.label.get(tag).to_owned();
        // The same words ask for several yeses: the form says which.
        let above = form.title.get(tag).to_owned();
        let approval = Approval::of(form).is_some_and(|approval| approval.holds(&def.id));
        let label = if approval { words::question_in_form(language, &above, &label) } else { label };
        let shape = shape(forms, language, names, def);
        all.push(Question {
            column: Column::Field(def.id.clone()),
            shown: shape != Shape::There,
            label,
            above: above.clone(),
            shape,
            more: Vec::new(),
        });
        for cell in def.row_fields().iter().filter(|cell| !cell.off) {
            let shape = self::shape(forms, language, names, cell);
            all.push(Question {
                column: Column::Field(format!("{}.{}", def.id, cell.id)),
                label: words::field_in_row(language, cell.label.get(tag), def.label.get(tag)),
                above: above.clone(),
                shown: shape != Shape::There,
                shape,
                more: Vec::new(),
            });
        }
    }
    all
}

/// The definition behind a column; none of a fact, and of what is not asked any more.
#[must_use]
pub fn definition(forms: Forms, column: &Column) -> Option<&'static FieldDef> {
    let Column::Field(id) = column else { return None };
    match id.split_once('.') {
        None => forms.field(id),
        Some((repeat, cell)) => forms.field(repeat)?.row_fields().iter().find(|def| def.id == cell),
    }
}

/// What a column is called.
#[must_use]
pub fn label_of(forms: Forms, language: &Language, column: &Column) -> String {
    let tag = language.tag();
    match (column, definition(forms, column)) {
        (Column::Fact(fact), _) => fact_word(language, *fact),
        (Column::Field(id), Some(def)) => match id.split_once('.').and_then(|(repeat, _)| forms.field(repeat)) {
            Some(repeat) => words::field_in_row(language, def.label.get(tag), repeat.label.get(tag)),
            None => short(language, id).unwrap_or_else(|| def.label.get(tag).to_owned()),
        },
        (Column::Field(id), None) => id.clone(),
    }
}

/// The questions of a case whose columns have shorter words.
fn short(language: &Language, id: &str) -> Option<String> {
    Some(match id {
        "sex" => words::column_sex(language),
        "risk_level" => words::column_risk(language),
        "loc_current" => words::column_place(language),
        "date_registered" => words::column_registered(language),
        _ => return None,
    })
}

/// What stands in a cell, in words.
#[must_use]
pub fn said(
    forms: Forms,
    language: &Language,
    names: &Names,
    column: &Column,
    values: &[amparo_model::value::Value],
) -> String {
    let Some(def) = definition(forms, column) else { return String::new() };
    say::joined(language, values.iter().map(|value| say::value(forms.configuration, language, names, def, value)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::record::RecordType;

    #[test]
    fn every_question_of_every_type_can_be_asked_once_and_has_words() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            let all = questions(forms, &Language::ENGLISH, &Names::default(), &Around::default());
            let keys: BTreeSet<String> = all.iter().map(|question| key_of(&question.column)).collect();
            assert_eq!(keys.len(), all.len());
            assert!(all.iter().all(|question| !question.label.is_empty() && !question.above.is_empty()));
            let asked = forms.asked().filter(|(.., def)| !def.off).map(|(.., def)| format!("field:{}", def.id));
            assert!(asked.into_iter().all(|key| keys.contains(&key)));
        }
    }

    #[test]
    fn every_fact_of_the_program_is_called_something_in_every_language() {
        for language in Language::ALL {
            let said: BTreeSet<String> = Fact::ALL.into_iter().map(|fact| fact_word(&language, fact)).collect();
            assert_eq!(said.len(), Fact::ALL.len(), "{said:?}");
            assert!(!said.contains(""));
        }
    }

    #[test]
    fn every_filter_and_date_that_primero_has_for_a_case_can_be_asked() {
        let around = Around {
            owners: vec![("circle".to_owned(), "Lucía".to_owned())],
            teams: vec![("a".to_owned(), "A".to_owned()), ("b".to_owned(), "B".to_owned())],
            agencies: vec![("a".to_owned(), "A".to_owned()), ("b".to_owned(), "B".to_owned())],
            ..Around::default()
        };
        let asked = |of: RecordType| -> BTreeSet<String> {
            let all = questions(Forms::of(of), &Language::ENGLISH, &Names::default(), &around);
            all.iter().map(|question| key_of(&question.column)).collect()
        };
        let holds = |of: RecordType, wanted: &[&str]| {
            let asked = asked(of);
            let lacking: Vec<&&str> = wanted.iter().filter(|key| !asked.contains(**key)).collect();
            assert!(lacking.is_empty(), "{of:?} {lacking:?}");
        };
        // PRIMERO.md 7.2: flagged, owner, mine, workflow, agency, status, age, photo, team, no activity; then the ten dates.
        let facts = ["flags", "owner", "mine", "step", "agency", "status", "age", "photo", "team", "changed"];
        let facts: Vec<String> = facts.into_iter().map(|fact| format!("fact:{fact}")).collect();
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        holds(RecordType::CASE, &facts);
        holds(RecordType::GBV_CASE, &facts);
        let dates = [
            "field:date_registered",
            "field:assessment_approval_requested_on",
            "field:plan_started_on",
            "fact:closed",
            "field:followups.visit_on",
            "field:reunified_on",
            "field:tracing_actions.action_on",
            "field:services.delivered_on",
            "fact:passed",
            "fact:created",
        ];
        holds(RecordType::CASE, &dates);
        let answers = [
            "field:sex",
            "field:assessment_approval_status",
            "field:concerns",
            "field:concern_primary",
            "field:displacement",
            "field:nationality_status",
            "field:risk_level",
            "field:urgent_any",
            "field:urgent.category",
            "field:loc_current",
        ];
        holds(RecordType::CASE, &answers);
        let gbv = ["field:displacement", "field:disability", "field:vulnerable", "field:sex"];
        holds(RecordType::GBV_CASE, &gbv);
        let incident = [
            "fact:flags",
            "field:type",
            "fact:owner",
            "fact:status",
            "field:place",
            "field:incident_on",
            "field:reported_on",
        ];
        holds(RecordType::INCIDENT, &incident);
        let tracing = ["fact:flags", "fact:owner", "fact:status", "fact:created"];
        holds(RecordType::TRACING_REQUEST, &tracing);
    }

    #[test]
    fn those_who_left_are_offered_only_when_somebody_asks_for_them() {
        let around = Around { left: vec![("circle".to_owned(), "Lucía".to_owned())], ..Around::default() };
        let all = questions(Forms::of(RecordType::CASE), &Language::ENGLISH, &Names::default(), &around);
        let owner = all.iter().find(|question| question.column == Column::Fact(Fact::Owner)).unwrap();
        assert!(owner.shape == Shape::Options(Vec::new()) && owner.more.len() == 1);
        assert!(owner.more[0].label.contains("Lucía"), "and is called so in the words of the filter");
    }

    #[test]
    fn a_question_in_rows_says_in_which() {
        let column = Column::Field("services.service_type".to_owned());
        let label = label_of(Forms::of(RecordType::CASE), &Language::ENGLISH, &column);
        let services = Forms::of(RecordType::CASE).field("services").unwrap().label.get("en").to_owned();
        assert!(label.contains(&services), "{label}");
    }
}
