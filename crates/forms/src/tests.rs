#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cases;
mod clocks;
mod conditions;
mod configuration;
mod engine;
mod inventory;
mod options;
mod settings;
mod shape;
mod words;

use crate::{Configuration, Context, Finding, Mode, standard};
use amparo_model::form::FormDef;
use amparo_model::ids::PersonId;
use amparo_model::value::{Document, RowId, Value, YesNo};
use jiff::civil::date;

fn context() -> Context {
    Context {
        today: date(2026, 11, 22),
        user: PersonId::from_random([7; 16]),
        language: "en".to_owned(),
        complete: ["consent".to_owned()].into(),
    }
}

fn form(id: &str) -> &'static FormDef {
    standard().form(id).unwrap()
}

fn row_id(n: u8) -> RowId {
    RowId::from_random([n; 16])
}

/// A value for a field of the standard forms, written as people say it: `yes`, an option, several options with `+`, a date, text.
fn value(config: &Configuration, of: &FormDef, field: &str, said: &str) -> Value {
    use amparo_model::form::FieldKind;
    let (field, cell) = field.split_once('.').unwrap_or((field, ""));
    let mut definition = config.field(of.record, of.module, field).expect(field);
    if !cell.is_empty() {
        definition = definition.row_fields().iter().find(|known| known.id == cell).expect(cell);
    }
    match &definition.kind {
        FieldKind::YesNo => Value::YesNo(match said {
            "yes" => YesNo::Yes,
            "no" => YesNo::No,
            _ => YesNo::Unknown,
        }),
        FieldKind::Select(_) => Value::Choice(said.to_owned()),
        FieldKind::Multi(_) => Value::Choices(said.split('+').map(str::to_owned).collect()),
        FieldKind::Date => Value::Date(said.parse().unwrap()),
        FieldKind::Number => Value::Number(said.parse().unwrap()),
        FieldKind::User => Value::Person(PersonId::from_random([1; 16])),
        FieldKind::Agency => Value::Agency(amparo_model::ids::AgencyId::from_random([1; 16])),
        FieldKind::Location => Value::Place(amparo_model::ids::PlaceId::from_random([1; 16])),
        FieldKind::LongText | FieldKind::Text => Value::Text(said.to_owned()),
        FieldKind::Tick => Value::Tick(said == "yes"),
        FieldKind::Link => Value::Link(amparo_model::ids::RecordId::from_random([1; 16])),
        other => unreachable!("no test needs {other:?}"),
    }
}

/// A document of a case.
fn document(facts: &[&str]) -> Document {
    document_of(form("registration"), facts)
}

/// A document of the kind of record a form belongs to, out of `field=value` facts. `repeat.cell=value` stands in the repeat's first
/// row, `repeat#2.cell=value` in its second.
fn document_of(of: &FormDef, facts: &[&str]) -> Document {
    let mut document = Document::default();
    for fact in facts {
        let (field, said) = fact.split_once('=').unwrap();
        match field.split_once('.') {
            None => document.set(field, value(standard(), of, field, said)),
            Some((repeat, cell)) => {
                let (repeat, row) = repeat.split_once('#').unwrap_or((repeat, "1"));
                let said = value(standard(), of, &format!("{repeat}.{cell}"), said);
                let row = row_id(row.parse().unwrap());
                document.rows.entry(repeat.to_owned()).or_default().push(row).insert(cell.to_owned(), said);
            }
        }
    }
    document
}

fn codes(findings: &[Finding]) -> Vec<(String, &'static str)> {
    findings.iter().map(|finding| (finding.path.field().to_owned(), finding.code.as_str())).collect()
}

fn found(form_id: &str, facts: &[&str], mode: Mode) -> Vec<(String, &'static str)> {
    codes(&standard().validate(form(form_id), &document(facts), &context(), mode))
}

/// What a complete registration says at least.
const REGISTERED: &[&str] = &[
    "date_identified=2026-11-20",
    "id_source=school",
    "date_registered=2026-11-21",
    "caseworker=me",
    "agency=us",
    "name_first=Nour",
    "name_last=Haddad",
    "age=9",
    "age_estimated=no",
    "sex=female",
    "displacement=idp",
    "languages=ar",
    "care_type=one_parent",
    "care_note=With her mother.",
    "address=Tent 12",
    "loc_current=camp",
    "contact_how=Through her mother",
    "situation=Left school to work.",
    "concerns=out_of_school+hazardous_labour",
    "urgent_any=no",
    "needs_tracing=no",
    "risk_level=medium",
    "risk_reason=Works with tools.",
];
