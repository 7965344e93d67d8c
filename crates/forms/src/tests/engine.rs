use super::{REGISTERED, codes, context, document, form, found, row_id};
use crate::{FindingCode, Mode, standard};
use amparo_model::value::{Path, Value};

#[test]
fn an_empty_draft_can_be_saved_and_an_empty_form_is_not_complete() {
    for form_id in ["consent", "registration"] {
        assert_eq!(found(form_id, &[], Mode::Draft), []);
        let missing = found(form_id, &[], Mode::Complete);
        assert!(!missing.is_empty() && missing.iter().all(|(_, code)| *code == "missing"));
    }
}

#[test]
fn a_registration_with_all_that_is_required_is_complete() {
    assert_eq!(found("registration", REGISTERED, Mode::Complete), []);
    for (i, fact) in REGISTERED.iter().enumerate() {
        let mut facts = REGISTERED.to_vec();
        facts.remove(i);
        let field = fact.split_once('=').unwrap().0.to_owned();
        assert_eq!(found("registration", &facts, Mode::Complete), [(field, "missing")]);
    }
}

#[test]
fn vital_interests_need_a_reason() {
    let answers = [
        "form_date=2026-11-20",
        "ok_services=unknown",
        "ok_store=unknown",
        "ok_share_services=unknown",
        "ok_report=no",
        "withhold_any=no",
    ];
    let with = |more: &[&'static str]| found("consent", &[&answers[..], more].concat(), Mode::Complete);
    assert_eq!(with(&["legal_basis=vital_interests"]), [("no_consent_why".to_owned(), "missing")]);
    assert_eq!(with(&["legal_basis=vital_interests", "no_consent_why=Unconscious"]), []);
    assert_eq!(with(&["legal_basis=consent"]), []);
}

#[test]
fn urgent_needs_are_listed_when_there_are_any() {
    let mut facts: Vec<&str> = REGISTERED.iter().copied().filter(|fact| !fact.starts_with("urgent_any")).collect();
    facts.push("urgent_any=yes");
    assert_eq!(found("registration", &facts, Mode::Complete), [("urgent".to_owned(), "missing")]);
    facts.push("urgent.category=health");
    assert_eq!(found("registration", &facts, Mode::Complete), []);
}

#[test]
fn a_required_name_may_be_unknown_or_missing_in_life() {
    let facts: Vec<&str> =
        REGISTERED.iter().copied().filter(|fact| !fact.starts_with("name_") && !fact.starts_with("age=")).collect();
    let mut document = document(&facts);
    for (field, stand_in) in [("name_first", "unknown"), ("name_last", "has_none"), ("age", "unknown")] {
        document.set(field, Value::Choice(stand_in.to_owned()));
    }
    assert_eq!(codes(&standard().validate(form("registration"), &document, &context(), Mode::Complete)), []);
    // ... but an age that "has none" is no answer
    document.set("age", Value::Choice("has_none".to_owned()));
    assert_eq!(
        codes(&standard().validate(form("registration"), &document, &context(), Mode::Draft)),
        [("age".to_owned(), "wrong_type")]
    );
}

#[test]
fn what_cannot_be_is_refused_in_a_draft_too() {
    for (facts, field, code) in [
        (&["date_identified=2027"][..], "date_identified", "in_future"),
        (&["dob=2026-12"], "dob", "in_future"),
        (&["date_identified=2026-11-20", "date_registered=2026-11-19"], "date_registered", "before"),
        (&["age=-1"], "age", "too_small"),
        (&["age=131"], "age", "too_large"),
        (&["sex=boy"], "sex", "wrong_option"),
        (&["risk_level=unknown"], "risk_level", "wrong_option"),
        (&["concerns=neglect+hunger"], "concerns", "wrong_option"),
        (&["name_first=a\u{7}b"], "name_first", "bad_character"),
        (&["name_first=two\nlines"], "name_first", "bad_character"),
        (
            &["share_with.answered_on=2026-11-02", "share_with.allowed=yes", "share_with.withdrawn_on=2026-11-01"],
            "share_with",
            "before",
        ),
    ] {
        let form_id = if field == "share_with" { "consent" } else { "registration" };
        for mode in [Mode::Draft, Mode::Complete] {
            assert!(found(form_id, facts, mode).contains(&(field.to_owned(), code)), "{facts:?}");
        }
    }
    // what is vague is not refused: the year may lie before today
    assert_eq!(found("registration", &["date_identified=2026", "date_registered=2026-01-05"], Mode::Draft), []);
}

#[test]
fn a_text_that_is_too_long_is_refused_by_characters_not_bytes() {
    let line = |n: usize| document(&[&format!("name_first={}", "ن".repeat(n))]);
    let check = |n| standard().validate(form("registration"), &line(n), &context(), Mode::Draft);
    assert!(check(500).is_empty());
    assert_eq!(check(501)[0].code, FindingCode::TooLong);
    assert_eq!(check(501)[0].args.get("max").map(String::as_str), Some("500"));
}

#[test]
fn a_value_of_another_type_is_refused() {
    let mut document = document(&[]);
    document.set("age", Value::Text("nine".into()));
    document.set("next_action_due", Value::Number(1));
    document.set("languages", Value::Choice("ar".into()));
    let findings = standard().validate(form("registration"), &document, &context(), Mode::Draft);
    assert_eq!(findings.len(), 3);
    assert!(findings.iter().all(|finding| finding.code == FindingCode::WrongType));
}

#[test]
fn an_age_far_from_the_date_of_birth_is_a_doubt_not_an_error() {
    let doubt = |age: &str| found("registration", &["dob=2014", age], Mode::Draft);
    assert_eq!(doubt("age=12"), []);
    assert_eq!(doubt("age=13"), []);
    assert_eq!(doubt("age=16"), [("age".to_owned(), "age_disagrees")]);
    assert_eq!(FindingCode::AgeDisagrees.weight(), crate::Weight::Doubt);
}

#[test]
fn the_main_concern_is_one_of_the_concerns() {
    let check = |primary: &str| found("registration", &["concerns=neglect+separated", primary], Mode::Draft);
    assert_eq!(check("concern_primary=neglect"), []);
    assert_eq!(check("concern_primary=abandonment"), [("concern_primary".to_owned(), "not_among")]);
}

#[test]
fn hidden_answers_are_kept_but_neither_required_nor_looked_at() {
    let document = document(&["care_type=parents_both", "caregiver_willing=no", "caregiver_age=300"]);
    assert_eq!(codes(&standard().validate(form("registration"), &document, &context(), Mode::Draft)), []);
    assert!(document.get("caregiver_age").is_some());
}

#[test]
fn findings_name_row_and_cell_and_never_the_content() {
    let document = document(&["members.age=999", "members.name=Nour"]);
    let findings = standard().validate(form("registration"), &document, &context(), Mode::Draft);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].path, Path::Cell("members".into(), row_id(1), "age".into()));
    assert!(!format!("{findings:?}").contains("999"));
}

#[test]
fn progress_counts_required_questions_that_are_shown() {
    let progress = |facts: &[&str]| standard().progress(form("registration"), &document(facts), &context());
    let of = |facts: &[&str], section: &str| {
        progress(facts).into_iter().find(|one| one.section == section).map(|one| (one.filled, one.required))
    };
    assert_eq!(of(&[], "child"), Some((0, 7)));
    assert_eq!(of(&["name_first=Nour", "sex=female"], "child"), Some((2, 7)));
    assert_eq!(of(&["urgent_any=no"], "urgent"), Some((1, 2)));
    assert_eq!(of(&["urgent_any=yes"], "urgent"), Some((1, 3)));
    assert_eq!(of(&["urgent_any=yes", "urgent.category=care"], "urgent"), Some((2, 3)));
    assert_eq!(of(&[], "caregiver"), None);
    assert!(progress(REGISTERED).iter().all(|one| one.filled == one.required));
}

#[test]
fn a_hundred_rows_are_looked_at_at_once() {
    let mut document = document(REGISTERED);
    for n in 0..100 {
        for (repeat, cell) in [("members", "name"), ("other_family", "name"), ("ids", "number")] {
            let fields = document.rows.entry(repeat.to_owned()).or_default().push(row_id(n));
            fields.insert(cell.to_owned(), Value::Text("x".into()));
        }
    }
    let start = std::time::Instant::now();
    for _ in 0..10 {
        assert!(standard().validate(form("registration"), &document, &context(), Mode::Complete).is_empty());
        assert!(standard().visible(form("registration"), &document, &context()).paths.len() > 1_600);
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(1), "{:?} for ten rounds", start.elapsed());
}

#[test]
fn what_can_be_chosen_ends_with_unknown_and_not_said_unless_senseless() {
    let offered = |field: &str| -> Vec<&str> {
        let field = form("registration").field(field).unwrap();
        standard().offered(field).iter().map(|option| option.id.as_str()).collect()
    };
    assert_eq!(offered("risk_level"), ["high", "medium", "low"]);
    assert_eq!(offered("sex"), ["female", "male", "other", "not_said", "unknown"]);
    assert_eq!(offered("birth_registration"), ["registered", "not_registered", "in_progress", "unknown", "not_said"]);
    assert!(!offered("concerns").contains(&"lgbti_at_risk"));
    // ... switched off, but readable when another office used it
    assert_eq!(found("registration", &["concerns=lgbti_at_risk"], Mode::Draft), []);
    assert_eq!(standard().option_label(form("registration").field("sex").unwrap(), "female", "ar"), "أنثى");
    assert_eq!(
        standard().option_label(form("registration").field("name_first").unwrap(), "has_none", "fr"),
        "N’en a pas"
    );
}

mod whatever_is_there {
    use super::*;
    use amparo_model::form::{FieldDef, FieldKind, Gives};
    use amparo_model::value::{Document, YesNo};
    use proptest::prelude::*;

    fn some_value() -> impl Strategy<Value = Value> {
        prop_oneof![
            "\\PC{0,8}".prop_map(Value::Text),
            any::<i64>().prop_map(Value::Number),
            any::<bool>().prop_map(Value::Tick),
            prop_oneof![Just(YesNo::Yes), Just(YesNo::No)].prop_map(Value::YesNo),
            (1850i16..2199, 1i8..13).prop_map(|(y, m)| Value::Date(format!("{y}-{m:02}").parse().unwrap())),
            prop_oneof!["high", "unknown", "kinship_relative", "refugee", "vital_interests"].prop_map(Value::Choice),
            proptest::collection::btree_set("[a-c]|other|neglect", 0..3).prop_map(Value::Choices),
        ]
    }

    fn some_document() -> impl Strategy<Value = Document> {
        let fields: Vec<&FieldDef> = standard().forms().iter().flat_map(|form| form.fields()).collect();
        let (repeats, single): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|f| matches!(f.kind, FieldKind::Repeat(_)));
        let single = proptest::collection::vec((proptest::sample::select(single), some_value()), 0..25);
        let cells = proptest::collection::vec(
            (proptest::sample::select(repeats), any::<proptest::sample::Index>(), 0u8..4, some_value()),
            0..15,
        );
        (single, cells).prop_map(|(single, cells)| {
            let mut document = Document::default();
            single.into_iter().for_each(|(field, value)| document.set(&field.id, value));
            for (repeat, cell, row, value) in cells {
                let cell = cell.get(repeat.row_fields());
                document.rows.entry(repeat.id.clone()).or_default().push(row_id(row)).insert(cell.id.clone(), value);
            }
            document
        })
    }

    proptest! {
        #[test]
        fn the_engine_answers_and_its_answers_agree(document in some_document()) {
            for form in standard().forms() {
                let draft = standard().validate(form, &document, &context(), Mode::Draft);
                let complete = standard().validate(form, &document, &context(), Mode::Complete);
                prop_assert!(draft.iter().all(|finding| finding.code != FindingCode::Missing && complete.contains(finding)));
                let visible = standard().visible(form, &document, &context());
                prop_assert!(complete.iter().all(|finding| visible.shows(&finding.path)));
                let missing = complete.iter().filter(|finding| finding.code == FindingCode::Missing).count();
                let open: usize = standard().progress(form, &document, &context()).iter().map(|one| one.required - one.filled).sum();
                prop_assert_eq!(missing, open);
                // What is proposed fits the field it is proposed for.
                let mut filled = document.clone();
                for (path, value) in standard().defaults(form, &document, &context()) {
                    amparo_model::value::apply(&mut filled, &[(path, Some(value))].into());
                }
                let wrong = |findings: &[crate::Finding]| findings.iter().filter(|f| f.code == FindingCode::WrongType).count();
                prop_assert!(wrong(&standard().validate(form, &filled, &context(), Mode::Draft)) <= wrong(&draft));
                let calculated = standard().calculate(form, &document, &context());
                for (path, value) in calculated {
                    let field = form.field(path.field());
                    let Some(FieldKind::Calc { gives, .. }) = field.map(|field| &field.kind) else { unreachable!() };
                    let kind = match gives {
                        Gives::Number => "number",
                        Gives::Date => "date",
                        Gives::Text => "text",
                        Gives::YesNo => "yes_no",
                        Gives::Choice => "choice",
                    };
                    prop_assert_eq!(value.kind(), kind, "{} {}", form.id, path);
                }
            }
        }
    }
}
