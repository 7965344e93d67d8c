use super::{cases, context, document, document_of, form};
use crate::standard;
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::value::{Path, Value};
use std::collections::BTreeSet;

/// Each condition of the standard forms: the question, facts with which it is shown, facts with which it is not.
/// `section:` stands for all questions of a section.
const CASES: &[(&str, &str, &[&str], &[&str])] = &[
    // F1
    ("consent", "no_consent_why", &["legal_basis=vital_interests"], &["legal_basis=consent"]),
    ("consent", "consent_from", &["legal_basis=consent"], &["legal_basis=vital_interests"]),
    ("consent", "consent_other_relation", &["legal_basis=consent", "consent_from=child+other"], &["assent_from=child"]),
    (
        "consent",
        "consent_other_relation",
        &["assent_from=other"],
        &["legal_basis=vital_interests", "consent_from=other"],
    ),
    ("consent", "ok_share_unhcr", &[], &["displacement=idp"]),
    ("consent", "ok_share_unhcr", &["displacement=asylum_seeker"], &["displacement=host_resident"]),
    ("consent", "withhold_what", &["withhold_any=yes"], &["withhold_any=no"]),
    ("consent", "withhold_from", &["withhold_any=yes"], &["withhold_any=unknown"]),
    ("consent", "withhold_reason", &["withhold_any=yes"], &[]),
    ("consent", "share_with.expires_on", &["share_with.allowed=yes"], &["share_with.allowed=no"]),
    ("consent", "share_with.withdrawn_on", &["share_with.allowed=yes"], &["share_with.answered_on=2026"]),
    // F2
    ("registration", "ids", &[], &["has_id=no"]),
    ("registration", "ids", &["has_id=unknown"], &["has_id=no"]),
    ("registration", "arrival_on", &["displacement=refugee"], &["displacement=host_resident"]),
    ("registration", "arrival_on", &["displacement=unknown"], &[]),
    ("registration", "photo", &["ok_photo=yes"], &["ok_photo=no"]),
    ("registration", "photo", &[], &["ok_photo=unknown"]),
    ("registration", "photo_on", &["ok_photo=yes"], &["ok_photo=no"]),
    ("registration", "photo_on", &[], &["ok_photo=unknown"]),
    ("registration", "photos", &["ok_photo=yes"], &["ok_photo=no"]),
    ("registration", "photos", &[], &["ok_photo=unknown"]),
    ("registration", "safe_to_call", &["phone=0790"], &[]),
    ("registration", "safe_call_note", &["phone=0790", "safe_to_call=yes"], &["phone=0790", "safe_to_call=no"]),
    ("registration", "safe_call_note", &["phone=0790"], &["safe_to_call=yes"]),
    ("registration", "section:caregiver", &["care_type=kinship_relative"], &["care_type=parents_both"]),
    ("registration", "section:caregiver", &["care_type=with_employer"], &["care_type=street"]),
    ("registration", "section:caregiver", &["care_type=foster_family"], &[]),
    (
        "registration",
        "caregiver_health_note",
        &["care_type=kafala", "caregiver_health_or_disability=yes"],
        &["care_type=kafala", "caregiver_health_or_disability=no"],
    ),
    (
        "registration",
        "caregiver_unwilling_why",
        &["care_type=kafala", "caregiver_willing=no"],
        &["care_type=parents_both", "caregiver_willing=no"],
    ),
    (
        "registration",
        "caregiver_willing_until",
        &["care_type=kafala", "caregiver_willing=yes"],
        &["care_type=kafala", "caregiver_willing=no"],
    ),
    (
        "registration",
        "caregiver_safe_to_call",
        &["care_type=kafala", "caregiver_phone=1"],
        &["care_type=kafala", "phone=1"],
    ),
    (
        "registration",
        "caregiver_safe_call_note",
        &["care_type=kafala", "caregiver_phone=1", "safe_to_call=no"],
        &["care_type=kafala", "caregiver_phone=1", "caregiver_safe_to_call=no"],
    ),
    ("registration", "concern_primary", &["concerns=neglect"], &[]),
    ("registration", "mother_death_note", &["mother_alive=no"], &["mother_alive=yes"]),
    ("registration", "mother_displacement", &["mother_alive=unknown"], &["mother_alive=no"]),
    ("registration", "mother_health_or_disability", &[], &["mother_alive=no"]),
    ("registration", "mother_in_contact", &["mother_alive=yes"], &["mother_alive=no"]),
    ("registration", "mother_contact_how", &["mother_in_contact=yes"], &["mother_alive=no", "mother_in_contact=yes"]),
    ("registration", "father_death_note", &["father_alive=no"], &["father_alive=yes"]),
    ("registration", "father_displacement", &["father_alive=unknown"], &["father_alive=no"]),
    ("registration", "father_health_or_disability", &[], &["father_alive=no"]),
    ("registration", "father_in_contact", &["father_alive=yes"], &["father_alive=no", "mother_alive=yes"]),
    ("registration", "father_contact_how", &["father_in_contact=yes"], &["father_in_contact=no"]),
    ("registration", "other_family.in_contact", &["other_family.alive=yes"], &["other_family.alive=no"]),
    ("registration", "urgent", &["urgent_any=yes"], &["urgent_any=no"]),
];

fn shows(form_id: &str, question: &str, facts: &[&str]) -> bool {
    let form = form(form_id);
    let visible = standard().visible(form, &document_of(form, facts), &context());
    match (question.strip_prefix("section:"), question.split_once('.')) {
        (Some(section), _) => visible.sections.contains(section),
        (None, None) => visible.shows_field(question),
        (None, Some((repeat, cell))) => {
            visible.shows(&amparo_model::value::Path::Cell(repeat.to_owned(), super::row_id(1), cell.to_owned()))
        }
    }
}

#[test]
fn each_question_is_shown_when_it_makes_sense_and_only_then() {
    for (form_id, question, with, without) in CASES.iter().chain(cases::shown()) {
        assert!(shows(form_id, question, with), "{form_id} {question} is shown with {with:?}");
        assert!(!shows(form_id, question, without), "{form_id} {question} is not shown with {without:?}");
    }
}

#[test]
fn no_condition_of_the_standard_forms_is_untested() {
    let tested: BTreeSet<(&str, &str)> =
        CASES.iter().chain(cases::shown()).map(|(form, question, ..)| (*form, *question)).collect();
    let mut untested = Vec::new();
    for form in standard().forms() {
        let mut asked = |name: String, has: bool| {
            if has && !tested.contains(&(form.id.as_str(), name.as_str())) {
                untested.push(format!("{} {name}", form.id));
            }
        };
        for section in &form.sections {
            asked(format!("section:{}", section.id), section.condition.is_some());
        }
        for field in form.fields() {
            asked(field.id.clone(), field.condition.is_some());
            for cell in field.row_fields() {
                asked(format!("{}.{}", field.id, cell.id), cell.condition.is_some());
            }
        }
    }
    assert_eq!(untested, Vec::<String>::new());
}

fn due(facts: &[&str], complete: bool) -> Option<String> {
    let mut context = context();
    if complete {
        context.complete.insert("registration".to_owned());
    }
    let calculated = standard().calculate(form("registration"), &document(facts), &context);
    calculated.get(&"next_action_due".parse().unwrap()).and_then(|due| due.as_date()).map(|due| due.to_string())
}

#[test]
fn the_next_step_is_registration_until_it_is_complete_then_the_assessment() {
    for (facts, complete, expected) in [
        (&["date_identified=2026-11-20"][..], false, Some("2026-11-21")),
        (&["date_identified=2026-11-20", "risk_level=high"], false, Some("2026-11-21")),
        (&["date_identified=2026-11-20", "risk_level=medium"], false, Some("2026-11-23")),
        (&["date_identified=2026-11-20", "risk_level=low"], false, Some("2026-11-27")),
        (&["date_identified=2026-11-20", "date_registered=2026-11-21", "risk_level=low"], false, Some("2026-11-27")),
        (&["date_identified=2026-11-20", "date_registered=2026-11-21", "risk_level=high"], true, Some("2026-11-24")),
        (&["date_identified=2026-11-20", "date_registered=2026-11-21", "risk_level=medium"], true, Some("2026-11-28")),
        (&["date_identified=2026-11-20", "date_registered=2026-11-21", "risk_level=low"], true, Some("2026-12-05")),
        // A month alone starts on its first day: sooner rather than later.
        (&["date_identified=2026-11", "risk_level=low"], false, Some("2026-11-08")),
        (&["risk_level=low"], false, None),
    ] {
        assert_eq!(due(facts, complete).as_deref(), expected, "{facts:?}");
    }
}

/// What came out, as the cases write it.
fn told(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::YesNo(answer) => answer.as_str().to_owned(),
        other => unreachable!("no calculation gives {other:?}"),
    }
}

#[test]
fn each_calculation_gives_what_it_should() {
    for (form_id, field, facts, expected) in cases::worked_out() {
        let form = form(form_id);
        let said = standard().calculate(form, &document_of(form, facts), &context());
        let said = said.get(&Path::Field((*field).to_owned())).map(told).unwrap_or_default();
        assert_eq!(said, *expected, "{form_id} {field} {facts:?}");
    }
}

#[test]
fn no_calculation_of_the_standard_forms_is_untested() {
    let tested: BTreeSet<&str> = cases::worked_out().map(|(_, field, ..)| *field).chain(["next_action_due"]).collect();
    let calculated = |field: &&FieldDef| matches!(field.kind, FieldKind::Calc { .. });
    let all = standard().forms().iter().flat_map(|form| form.fields()).filter(calculated);
    assert_eq!(all.map(|f| f.id.as_str()).filter(|id| !tested.contains(id)).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn the_age_is_proposed_from_the_date_of_birth_and_today_for_dates() {
    let proposed =
        standard().defaults(form("registration"), &document(&["dob=2014-03", "mother_dob=1990-01-02"]), &context());
    let said = |path: &str| proposed.get(&path.parse().unwrap());
    assert_eq!(said("age").and_then(|age| age.as_number()), Some(12));
    assert_eq!(said("mother_age").and_then(|age| age.as_number()), Some(36));
    assert!(said("caregiver_age").is_none());
    assert_eq!(said("date_registered").and_then(|day| day.as_date()).unwrap().to_string(), "2026-11-22");
    assert_eq!(said("caseworker").map(amparo_model::value::Value::kind), Some("person"));
    let kept = standard().defaults(form("registration"), &document(&["dob=2014", "age=13"]), &context());
    assert!(!kept.contains_key(&"age".parse().unwrap()));
}

#[test]
fn a_new_row_of_urgent_needs_proposes_who_acts() {
    let document = document(&["urgent_any=yes", "urgent.category=health"]);
    let proposed = standard().defaults(form("registration"), &document, &context());
    let cell = amparo_model::value::Path::Cell("urgent".into(), super::row_id(1), "by".into());
    assert_eq!(proposed.get(&cell).map(amparo_model::value::Value::kind), Some("person"));
}
