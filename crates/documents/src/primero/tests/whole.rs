//! Whole files: what comes along, under which names, and what is told.

use super::builder::{case_form, field as plain, lookup, of_64_forms, one_form, rows_form, with};
use super::*;
use amparo_model::form::{Check, Class, FieldKind, Options};
use std::collections::BTreeSet;

#[test]
fn a_configuration_of_64_forms_comes_along_and_loads_beside_the_office() {
    let bytes = serde_json::to_vec(&of_64_forms()).unwrap();
    let started = std::time::Instant::now();
    let mut seen = Vec::new();
    let imported = read_configuration(&bytes, standard(), &mut |done, all| {
        seen.push((done, all));
        ControlFlow::Continue(())
    })
    .unwrap();
    let took = started.elapsed();
    let fields: usize = imported.forms.iter().map(|form| form.fields().count()).sum();
    println!("64 forms, {} kB, {fields} fields: {} ms", bytes.len() / 1000, took.as_millis());
    let count = seen.last().unwrap().1;
    assert_eq!(seen.last(), Some(&(count, count)));
    // 63 shown forms, of which seven belong to both parts of the programme.
    assert_eq!(imported.forms.len(), 70);
    assert!(lost(&imported, NotCarried::Refused).is_empty(), "{:?}", lost(&imported, NotCarried::Refused));
    for kind in [
        NotCarried::Condition,
        NotCarried::ConditionOnUnknown,
        NotCarried::Calculation,
        NotCarried::CalculationAcrossParts,
        NotCarried::TwoMeanings,
    ] {
        assert!(lost(&imported, kind).is_empty(), "{kind:?}: {:?}", lost(&imported, kind));
    }
    assert_eq!(imported.form_groups.len(), 8);
    assert_eq!(imported.form_groups[0].title.get("es"), "El group_0");
    loaded(&imported);
}

#[test]
fn every_type_has_its_counterpart() {
    let imported = read(&of_64_forms()).unwrap();
    let word = |name: &str| {
        serde_json::to_value(field(&imported, &format!("{name}_q8"))).unwrap()["type"].as_str().unwrap().to_owned()
    };
    for (name, expected) in [
        ("word", "text"),
        ("tale", "longtext"),
        ("tick", "tick"),
        ("one", "select"),
        ("many", "multi"),
        ("radio", "select"),
        ("count", "number"),
        ("all", "calc"),
        ("day", "date"),
        ("hour", "date"),
        ("sum", "calc"),
        ("mean", "calc"),
        ("newest", "calc"),
        ("place", "location"),
        ("org", "agency"),
        ("person", "user"),
        ("team", "select"),
        ("photo", "repeat"),
        ("sound", "repeat"),
        ("paper", "repeat"),
        ("signed", "signature"),
        ("visits", "repeat"),
    ] {
        assert_eq!(word(name), expected, "{name}");
    }
    for name in ["stretch_q8_from", "stretch_q8_to", "tally_q8_girls", "tally_q8_boys", "tally_q8_total"] {
        field(&imported, name);
    }
    assert!(lost(&imported, NotCarried::CustomField).contains(&"drawn_q8".to_owned()));
    for kind in [
        Changed::TallyAsNumbers,
        Changed::RangeAsTwoDates,
        Changed::RadioAsSelect,
        Changed::TimeDropped,
        Changed::OneAnswerOnly,
        Changed::FilesAsRows,
        Changed::GroupsAsOptions,
        Changed::CalculationTyped,
        Changed::TickWordsJoined,
        Changed::WordsInHelp,
        Changed::SwitchedOff,
        Changed::RequiredWhenComplete,
        Changed::FormForEachModule,
        Changed::GroupsAsOrder,
        Changed::RoleAsOurs,
    ] {
        assert!(!changed(&imported, kind).is_empty(), "{kind:?} is told");
    }
}

#[test]
fn words_defaults_and_rules_come_along() {
    let imported = read(&of_64_forms()).unwrap();
    let radio = field(&imported, "radio_q8");
    let Some(Options::Inline(options)) = radio.choices().map(|it| &it.options) else { panic!("inline options") };
    let ids: Vec<(&str, bool)> = options.iter().map(|option| (option.id.as_str(), option.retired)).collect();
    assert_eq!(ids, [("true", false), ("false", false), ("old-one", true)]);
    let day = field(&imported, "day_q8");
    assert_eq!(day.checks, [Check::NotFuture]);
    assert_eq!(serde_json::to_string(&day.default).unwrap(), r#"{"today":{}}"#);
    assert_eq!(serde_json::to_string(&field(&imported, "one_q8").default).unwrap(), r#""green""#);
    let word = field(&imported, "word_q8");
    assert!(word.required);
    assert_eq!((word.help.get("fr"), word.label.get("ar")), ("Tel quel", "عن word_q8"));
    assert_eq!(field(&imported, "tale_q8").guiding.get("en"), "Who? Where?");
    assert!(field(&imported, "tale_q3").off);
    assert_eq!(field(&imported, "tick_q8").label.get("en"), "About tick_q8 – Agreed");
    let form = form(&imported, "form-8");
    assert_eq!(form.sections[0].title.get("en"), "About head_q8");
    assert_eq!(form.sections[0].help.get("en"), "What this is for");
    let list = imported.lists.iter().find(|list| list.id == "lookup_colour").unwrap();
    assert_eq!(list.label("blue", "es"), "El blue");
}

#[test]
fn questions_lie_where_the_rule_says() {
    let imported = with_fields(json!([
        with("nickname_child", "text_field", json!({})),
        with("telephone_now", "text_field", json!({"phone_number": true})),
        with("ration_card_no", "text_field", json!({})),
        with("birth_day_of_child", "date_field", json!({})),
        with("portrait", "photo_upload_box", json!({})),
        with("consent_for_play", "tick_box", json!({})),
        with("household_size", "numeric_field", json!({})),
        with("perpetrator_name", "text_field", json!({})),
        with("papers", "document_upload_box", json!({})),
        with("shoe_size", "numeric_field", json!({"show_on_minify_form": true})),
    ]));
    for (name, part) in [
        ("nickname_child", "identity"),
        ("telephone_now", "identity"),
        ("ration_card_no", "identity"),
        ("birth_day_of_child", "identity"),
        ("portrait", "identity"),
        ("consent_for_play", "consent-answers"),
        ("household_size", "care"),
        ("perpetrator_name", "assessment-sensitive"),
        ("papers", "documents"),
        ("shoe_size", "registration"),
    ] {
        assert_eq!(field(&imported, name).compartment.as_str(), part, "{name}");
        assert!(field(&imported, name).class >= Class::P3);
    }
    assert!(field(&imported, "shoe_size").in_summary);
    let searched = |name: &str| field(&imported, name).searched_as;
    assert!(
        searched("nickname_child").is_some()
            && searched("telephone_now").is_some()
            && searched("perpetrator_name").is_none()
    );
    loaded(&imported);
}

#[test]
fn in_a_gbv_incident_the_story_lies_in_the_account() {
    let mut file =
        one_form(json!([with("what_happened", "textarea", json!({})), with("weather", "text_field", json!({}))]));
    file["data"]["FormSection"][1]["module_ids"] = json!(["primeromodule-gbv"]);
    file["data"]["FormSection"][1]["parent_form"] = json!("incident");
    let imported = read(&file).unwrap();
    assert_eq!(field(&imported, "what_happened").compartment.as_str(), "account");
    assert_eq!(field(&imported, "weather").compartment.as_str(), "incident");
}

#[test]
fn names_stay_unless_they_cannot() {
    let imported = with_fields(json!([
        plain("favourite_game", "text_field"),
        plain("case_code", "text_field"),
        plain("complete_it", "tick_box"),
        plain("Größe-2", "numeric_field"),
        plain("2nd", "text_field"),
        with("needs_form", "text_field", json!({"display_conditions_record": {"eq": {"complete_it": true}}})),
        plain("languages", "text_field"),
    ]));
    field(&imported, "favourite_game");
    let renamed: Vec<(&str, &str)> = imported.renamed.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect();
    assert_eq!(
        renamed,
        [
            ("case_code", "primero_case_code"),
            ("complete_it", "primero_complete_it"),
            ("Größe-2", "gr__e_2"),
            ("2nd", "field_2nd"),
            ("languages", "primero_languages"),
        ]
    );
    assert_eq!(changed(&imported, Changed::FieldRenamed).len(), 10, "each with its two names");
    let tree = serde_json::to_string(&field(&imported, "needs_form").condition).unwrap();
    assert!(tree.contains("primero_complete_it"), "{tree}");
    loaded(&imported);
}

#[test]
fn a_question_that_the_office_asks_too_becomes_the_offices_with_more_options() {
    let mut file = one_form(json!([
        with("sex", "select_box", json!({"option_strings_source": "lookup lookup-gender"})),
        with("age", "numeric_field", json!({})),
    ]));
    file["data"]["Lookup"].as_array_mut().unwrap().push(lookup("lookup-gender", &["male", "female", "another"]));
    let imported = read(&file).unwrap();
    assert_eq!(changed(&imported, Changed::AsInOffice), ["sex", "age"]);
    let config = loaded(&imported);
    let list = config.list("sex").unwrap();
    assert!(list.option("another").is_some());
    let before = standard().list("sex").unwrap();
    assert!(
        before.options.iter().all(|option| list.option(&option.id) == Some(option)),
        "nothing of the office changed"
    );
}

#[test]
fn the_same_file_can_be_brought_again() {
    let file = one_form(json!([
        plain("game", "text_field"),
        plain("languages", "text_field"),
        with("house_visits", "subform", json!({"subform_unique_id": "visit_rows"})),
        with("sum", "calculated", json!({"calculation": {"sum": ["n"]}})),
        plain("n", "numeric_field"),
    ]));
    let first = read(&file).unwrap();
    let office = loaded(&first);
    let bytes = serde_json::to_vec(&file).unwrap();
    let again = read_configuration(&bytes, &office, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((&again.forms, &again.renamed), (&first.forms, &first.renamed));
    let kept = amparo_forms::shape::keep(&office.written(), again.beside(&office.written())).unwrap();
    assert_eq!(kept, office.written());
}

#[test]
fn a_field_that_two_forms_show_is_one_field() {
    let mut file = one_form(json!([plain("game", "text_field"), plain("toy", "text_field")]));
    let second = case_form(
        "second",
        1,
        vec![plain("game", "text_field"), plain("toy", "numeric_field"), plain("own", "text_field")],
    );
    file["data"]["FormSection"].as_array_mut().unwrap().push(second);
    let imported = read(&file).unwrap();
    assert!(form(&imported, "second").field("game").is_some());
    assert_eq!(lost(&imported, NotCarried::TwoMeanings), ["toy"]);
    loaded(&imported);
}

#[test]
fn rows_inside_rows_stand_beside_them_and_rows_in_themselves_are_left_out() {
    let mut file = one_form(json!([with("trips", "subform", json!({"subform_unique_id": "trip_rows"}))]));
    let forms = file["data"]["FormSection"].as_array_mut().unwrap();
    forms.push(rows_form(
        "trip_rows",
        json!([
            plain("goal", "text_field"),
            with("stops", "subform", json!({"subform_unique_id": "stop_rows"})),
            with("again", "subform", json!({"subform_unique_id": "trip_rows"})),
            with("lost", "subform", json!({"subform_unique_id": "gone"})),
            plain("part", "separator"),
        ]),
    ));
    forms.push(rows_form("stop_rows", json!([plain("town", "text_field")])));
    let imported = read(&file).unwrap();
    assert_eq!(field(&imported, "stops").row_fields()[0].id, "town");
    assert_eq!(changed(&imported, Changed::NestedBeside), ["trips.stops", "stops"]);
    assert_eq!(lost(&imported, NotCarried::RowsLoop), ["again", "trip_rows"]);
    assert_eq!(lost(&imported, NotCarried::RowsMissing), ["lost", "gone"]);
    assert_eq!(lost(&imported, NotCarried::HeadingInRows), ["trips.part"]);
    assert!(
        imported
            .told
            .iter()
            .any(|it| it.what == What::NotCarried(NotCarried::RowsUnused) && it.place.id == "visit_rows")
    );
    loaded(&imported);
}

#[test]
fn people_and_reports_are_summaries() {
    let imported = read(&one_form(json!([with(
        "colour",
        "select_box",
        json!({"option_strings_source": "lookup lookup-colour"})
    )])))
    .unwrap();
    let like: Vec<Option<&str>> = imported.roles.iter().map(|role| role.like.map(|role| role.as_str())).collect();
    let expected =
        [amparo_model::person::Role::Caseworker.as_str(), amparo_model::person::Role::GbvSupervisor.as_str()];
    assert_eq!(like, [Some(expected[0]), Some(expected[1]), None]);
    assert_eq!(imported.roles[0].forms.get("one-form"), Some(&true));
    assert_eq!(imported.agencies[0].name.get("en"), "North");
    assert_eq!(imported.groups[0].agencies, ["agency-north"]);
    assert_eq!(imported.reports[0].filters[0].values, ["open"]);
    assert_eq!(lost(&imported, NotCarried::Report), ["colour"]);
    assert_eq!(lost(&imported, NotCarried::ReportOnUnknown), ["village", "nowhere"]);
    assert!(!lost(&imported, NotCarried::AgencyFiles).is_empty() && !lost(&imported, NotCarried::Contact).is_empty());
}

#[test]
fn every_remark_kind_has_its_own_code() {
    let codes: BTreeSet<&str> =
        Changed::ALL.iter().map(|it| it.code()).chain(NotCarried::ALL.iter().map(|it| it.code())).collect();
    assert_eq!(codes.len(), Changed::ALL.len() + NotCarried::ALL.len());
    let remark = Remark {
        place: super::super::Place::file(),
        what: What::Changed(Changed::TimeDropped),
        ids: vec!["a".to_owned()],
    };
    let told = serde_json::to_value(&remark).unwrap();
    assert_eq!(
        told,
        json!({"place": {"area": "file", "id": ""}, "what": "changed", "kind": "time-dropped", "ids": ["a"]})
    );
    assert!(matches!(field(&with_fields(json!([plain("x", "text_field")])), "x").kind, FieldKind::Text));
}
