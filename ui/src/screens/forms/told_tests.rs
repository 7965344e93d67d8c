#![allow(clippy::unwrap_used)]
use super::*;
use amparo_forms::shape::compare;
use amparo_forms::standard;
use amparo_model::form::FieldKind;
use amparo_model::list::Texts;
use amparo_model::record::RecordType;

fn changed(change: impl FnOnce(&mut Shaped)) -> Configuration {
    let mut shaped = Shaped::of(standard().written());
    change(&mut shaped);
    Configuration::from_written(shaped.written()).unwrap()
}

#[test]
fn an_added_question_is_told_in_one_plain_sentence() {
    let after = changed(|shaped| {
        let form = shaped.form("registration").unwrap();
        let text = form.fields().find(|field| field.kind == FieldKind::Text).unwrap().clone();
        let section = shaped.section_of("registration", &text.id).unwrap().id.clone();
        let label = Texts([("en".to_owned(), "Colour of the tent".to_owned())].into());
        let field = FieldDef { id: "tent_colour".into(), label, condition: None, required_when: None, ..text };
        shaped.section_mut("registration", &section).unwrap().fields.push(field);
    });
    let all = compare(standard(), &after);
    let said: Vec<String> =
        all.iter().map(|one| plain(&sentence(&Language::ENGLISH, standard(), &after, one))).collect();
    assert_eq!(said, ["Registration and rapid assessment: question “Colour of the tent” added"]);
    assert_eq!(counts(&Language::ENGLISH, &all), ["1 question added"]);
}

#[test]
fn every_kind_of_difference_has_a_sentence_in_every_language() {
    let own = |text: &str| text.to_owned();
    let (form, section, field) = (own("registration"), own("child"), own("sex"));
    let facets = [
        Facet::Words,
        Facet::Place,
        Facet::Condition,
        Facet::Required,
        Facet::Calculation,
        Facet::Checks,
        Facet::Options,
        Facet::Other,
    ];
    let mut all = vec![
        Difference::FormAdded { form: form.clone() },
        Difference::FormRetired { form: form.clone() },
        Difference::SectionAdded { form: form.clone(), section: section.clone() },
        Difference::SectionGone { form: form.clone(), section: section.clone() },
        Difference::FieldAdded { form: form.clone(), field: field.clone() },
        Difference::FieldRetired { form: form.clone(), field: field.clone() },
        Difference::ListAdded { list: own("sex") },
        Difference::ListReordered { list: own("sex") },
        Difference::OptionAdded { list: own("sex"), option: own("female") },
        Difference::OptionRetired { list: own("sex"), option: own("female") },
        Difference::OptionChanged { list: own("sex"), option: own("female") },
        Difference::ClockChanged { clock: own("registration") },
        Difference::WeekChanged,
        Difference::TypeGivenUp { of: RecordType::FAMILY },
        Difference::TypeTakenUp { of: RecordType::FAMILY },
        Difference::Renamed { thing: own("case-cp") },
        Difference::ApprovalOn { form: form.clone() },
        Difference::ApprovalOff { form: form.clone() },
        Difference::WordsChanged { language: own("ku") },
    ];
    all.extend(Setting::ALL.iter().map(|setting| Difference::SettingChanged { setting: *setting }));
    for facet in facets {
        all.push(Difference::FormChanged { form: form.clone(), facet });
        all.push(Difference::SectionChanged { form: form.clone(), section: section.clone(), facet });
        all.push(Difference::FieldChanged { form: form.clone(), field: field.clone(), facet });
    }
    for language in Language::ALL {
        for one in &all {
            let said = sentence(&language, standard(), standard(), one);
            assert!(said.contains(' '), "{language} {one:?}: {said}");
        }
        assert!(!counts(&language, &all).is_empty());
    }
}

#[test]
fn every_reason_why_a_configuration_does_not_fit_has_words_in_every_language() {
    let place = || String::from("registration");
    let text = || String::from("x");
    let mut all = vec![
        ConfigError::Unreadable { place: place(), reason: text() },
        ConfigError::UnknownType { place: place(), word: text() },
        ConfigError::Doubled { place: place(), id: text() },
        ConfigError::TooLarge,
        ConfigError::Newer,
        ConfigError::Markup { place: place() },
        ConfigError::Kept { place: place() },
        ConfigError::Reserved { place: place(), id: text() },
        ConfigError::BadId { place: place(), id: text() },
        ConfigError::UnknownList { place: place(), list: text() },
        ConfigError::UnknownParent { list: text(), parent: text() },
        ConfigError::UnknownBlock { place: place(), name: text() },
        ConfigError::UnknownField { place: place(), field: text() },
        ConfigError::UnknownForm { place: place(), form: text() },
        ConfigError::UnknownClock { place: place(), clock: text() },
        ConfigError::NoCompartment { place: place() },
        ConfigError::UnknownCompartment { place: place(), compartment: text() },
        ConfigError::CellWithCompartment { place: place() },
        ConfigError::TwoMeanings { place: place(), field: text() },
        ConfigError::NotInARow { place: place() },
        ConfigError::CalculatedAcross { place: place(), field: text() },
        ConfigError::Loop { fields: vec![text()] },
    ];
    all.extend(Setting::ALL.iter().map(|setting| ConfigError::Setting { setting: *setting }));
    for language in Language::ALL {
        for error in &all {
            let args = [("place", Arg::Text("p")), ("what", Arg::Text("w"))];
            assert!(by_id(&language, &format!("configuration-{}", error.code()), &args).is_some(), "{}", error.code());
        }
    }
}

#[test]
fn a_problem_leads_to_the_question_that_it_is_about() {
    let shaped = Shaped::of(standard().written());
    let section = shaped.section_of("registration", "sex").unwrap().id.clone();
    let error = ConfigError::UnknownField { place: format!("registration, {section}, sex"), field: "x".into() };
    assert_eq!(place(&shaped, &error), Some(At::Field("registration".into(), "sex".into())));
    let error = ConfigError::UnknownParent { list: "sex".into(), parent: "x".into() };
    assert_eq!(place(&shaped, &error), Some(At::List("sex".into())));
    let error = ConfigError::Setting { setting: Setting::AgeBands };
    assert_eq!(place(&shaped, &error), Some(At::Setting(Setting::AgeBands)));
    let error = ConfigError::Doubled { place: "registration".into(), id: section.clone() };
    assert_eq!(place(&shaped, &error), None.or(place_of(&shaped, "registration")));
}

/// Without the invisible marks around words of another direction.
fn plain(said: &str) -> String {
    said.chars().filter(|letter| !('\u{2066}'..='\u{2069}').contains(letter)).collect()
}
