use crate::settings::{Name, Setting, Settings, Thing};
use crate::shape::{Difference, Written, compare, take_words, words};
use crate::taken::{TAKES, Taken};
use crate::{ConfigError, Configuration, standard};
use amparo_model::list::Texts;
use amparo_model::office::{CodeYear, Joint};
use amparo_model::record::{Module, RecordType};
use amparo_model::value::{Document, RowId, Value, apply};
use std::collections::BTreeSet;

fn with(change: impl FnOnce(&mut Settings)) -> Written {
    let mut written = standard().written();
    change(&mut written.settings);
    written
}

fn name(words: &str) -> Name {
    Name { one: Texts([("en".to_owned(), words.to_owned())].into()), many: Texts::default() }
}

#[test]
fn the_standard_settings_are_read_and_fit() {
    let settings = standard().settings();
    let bands: Vec<(u8, Option<u8>)> = settings.bands().collect();
    assert_eq!(bands, [(0, Some(5)), (6, Some(11)), (12, Some(14)), (15, Some(17)), (18, None)]);
    for (age, band) in
        [(0, (0, Some(5))), (5, (0, Some(5))), (6, (6, Some(11))), (17, (15, Some(17))), (99, (18, None))]
    {
        assert_eq!(settings.age_band(age), Some(band), "{age}");
    }
    assert!(RecordType::REGISTERED.iter().all(|of| settings.uses(*of)));
    // DOMAIN.md 5.1 and 16.2: these are signed off by a supervisor.
    let approved: BTreeSet<&str> =
        standard().forms().iter().filter(|form| settings.approves(form)).map(|form| form.id.as_str()).collect();
    let expected = [
        "assessment",
        "case-plan",
        "closure",
        "gbv-action-plan",
        "gbv-closure",
        "gbv-reopening",
        "reopening",
        "review",
        "verification",
    ];
    assert!(approved.iter().copied().eq(expected), "{approved:?}");
}

#[test]
fn a_text_from_before_there_were_settings_means_the_standard_ones() {
    let mut text: serde_json::Value = serde_json::from_str(&standard().written().to_json()).unwrap();
    text.as_object_mut().unwrap().remove("settings").unwrap();
    let read = Written::from_json(&text.to_string()).unwrap();
    assert_eq!(read.settings, *standard().settings());
}

#[test]
fn every_thing_has_a_key_of_its_own() {
    let keys: BTreeSet<&str> = Thing::all().map(Thing::key).collect();
    assert_eq!(keys.len(), Thing::all().count());
}

#[test]
fn settings_that_cannot_be_are_refused_with_their_place() {
    let wrong = |setting| Err(ConfigError::Setting { setting });
    let loads = |change: fn(&mut Settings)| Configuration::from_written(with(change)).map(|_| ());
    assert_eq!(loads(|it| it.types_off = vec![RecordType::CASE, RecordType::GBV_CASE]), wrong(Setting::Types));
    assert_eq!(loads(|it| it.types_off = vec![RecordType::FAMILY, RecordType::FAMILY]), wrong(Setting::Types));
    assert_eq!(loads(|it| it.types_off = vec![RecordType::CASE, RecordType::FAMILY]), Ok(()));
    for bands in [&[][..], &[1, 6], &[0, 6, 6], &[0, 12, 6], &[0, 200], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]] {
        let load = Configuration::from_written(with(|it| it.age_bands = bands.to_vec())).map(|_| ());
        assert_eq!(load, wrong(Setting::AgeBands), "{bands:?}");
    }
    assert_eq!(loads(|it| it.age_bands = vec![0]), Ok(()));
    assert_eq!(loads(|it| it.case_code.digits = 3), wrong(Setting::CaseCode));
    assert_eq!(loads(|it| it.case_code.digits = 9), wrong(Setting::CaseCode));
    assert_eq!(loads(|it| it.places.lists = 6), wrong(Setting::Places));
    assert_eq!(loads(|it| drop(it.names.insert("child".into(), name("Kid")))), wrong(Setting::Names));
    assert_eq!(loads(|it| drop(it.names.insert("case-cp".into(), name(&"x".repeat(41))))), wrong(Setting::Names));
    assert_eq!(loads(|it| drop(it.names.insert("case-cp".into(), name("a\nb")))), wrong(Setting::Names));
    assert_eq!(loads(|it| drop(it.names.insert("case-cp".into(), name("Dossier")))), Ok(()));
    // Consent asks for no approval; "nothing" is no form.
    assert_eq!(loads(|it| it.approvals_off.push("consent".into())), wrong(Setting::Approvals));
    assert!(matches!(loads(|it| it.approvals_off.push("nothing".into())), Err(ConfigError::UnknownForm { .. })));
    assert_eq!(loads(|it| it.approvals_off.push("case-plan".into())), Ok(()));
}

#[test]
fn tags_in_a_name_are_refused() {
    let written = with(|it| drop(it.names.insert("case-cp".into(), name("<b>Case</b>"))));
    let place = "settings, names, case-cp".to_owned();
    assert_eq!(Written::from_json(&written.to_json()), Err(ConfigError::Markup { place }));
}

fn takes(pairs: &[(&str, &str)]) -> Vec<Taken> {
    pairs.iter().map(|(from, to)| Taken { from: (*from).to_owned(), to: (*to).to_owned() }).collect()
}

#[test]
fn the_standard_map_of_what_an_incident_takes_over_fits_and_one_that_cannot_be_is_refused() {
    for (from, to) in TAKES {
        let pairs = &standard().settings().taken_over[Thing::Record(to).key()];
        assert!(standard().takes(from, to, pairs), "{to:?}");
    }
    let load = |key: &str, pairs: &[(&str, &str)]| {
        let pairs = takes(pairs);
        Configuration::from_written(with(|it| drop(it.taken_over.insert(key.to_owned(), pairs)))).map(|_| ())
    };
    assert_eq!(load("incident-cp", &[]), Ok(()), "an office may want nothing copied");
    assert_eq!(load("incident-cp", &[("concerns", "type"), ("loc_current", "place")]), Ok(()));
    let wrong: [(&str, &[(&str, &str)]); 9] = [
        ("family-cp", &[]),
        ("incident-cp", &[("nowhere", "place")]),
        ("incident-cp", &[("loc_current", "nowhere")]),
        ("incident-cp", &[("address", "place")]),
        ("incident-cp", &[("concern_primary", "type")]),
        ("incident-cp", &[("photo", "account")]),
        ("incident-cp", &[("next_action_due", "reported_on")]),
        ("incident-cp", &[("services.delivered_on", "reported_on")]),
        ("incident-cp", &[("date_identified", "reported_on"), ("date_registered", "reported_on")]),
    ];
    for (key, pairs) in wrong {
        assert_eq!(load(key, pairs), Err(ConfigError::Setting { setting: Setting::TakenOver }), "{pairs:?}");
    }
}

#[test]
fn a_new_incident_takes_over_what_the_map_says_rows_too() {
    // A question with rows in the incident, as an office adds one.
    let mut written = standard().written();
    let form = written.forms.iter_mut().find(|form| form.id == "incident-cp").unwrap();
    let rows = r#"{"id":"given","type":"repeat","compartment":"incident","class":"P3","label":{"en":"Given"},"fields":[
        {"id":"on","type":"date","class":"P3","label":{"en":"On"}},{"id":"what","type":"text","class":"P3","label":{"en":"What"}}]}"#;
    form.sections[0].fields.push(serde_json::from_str(rows).unwrap());
    let pairs =
        takes(&[("services.delivered_on", "given.on"), ("loc_current", "place"), ("date_identified", "reported_on")]);
    written.settings.taken_over.insert("incident-cp".to_owned(), pairs);
    let configuration = Configuration::from_written(Written::from_json(&written.to_json()).unwrap()).unwrap();
    let mut case = Document::default();
    let date = |text: &str| Value::Date(text.parse().unwrap());
    case.set("date_identified", date("2026-11-02"));
    let row = |number: u8| RowId::from_random([number; 16]);
    for (number, on) in [(1, Some("2026-11-05")), (2, None), (3, Some("2026-11-09"))] {
        let cells = case.rows.entry("services".to_owned()).or_default().push(row(number));
        cells.insert("note".to_owned(), Value::Text("kept in the case".to_owned()));
        cells.extend(on.map(|on| ("delivered_on".to_owned(), date(on))));
    }
    let change = configuration.taken_over(RecordType::CASE, RecordType::INCIDENT, &case);
    let mut incident = Document::default();
    apply(&mut incident, &change);
    assert!(incident.get("reported_on") == Some(&date("2026-11-02")) && incident.get("place").is_none());
    let given: Vec<_> = incident.rows_of("given").map(|row| (row.id, row.fields.len())).collect();
    assert_eq!(given, [(row(1), 1), (row(3), 1)], "a row without the answer is not copied, nor is anything else of it");
    assert!(configuration.taken_over(RecordType::GBV_CASE, RecordType::INCIDENT, &case).is_empty());
}

#[test]
fn every_change_of_a_setting_is_told_once() {
    let told = |change: fn(&mut Settings)| compare(standard(), &Configuration::from_written(with(change)).unwrap());
    assert_eq!(told(|it| it.types_off.push(RecordType::FAMILY)), [Difference::TypeGivenUp { of: RecordType::FAMILY }]);
    let code = Difference::SettingChanged { setting: Setting::CaseCode };
    assert_eq!(told(|it| it.case_code.joint = Joint::Dot), std::slice::from_ref(&code));
    assert_eq!(told(|it| it.case_code.year = CodeYear::None), [code]);
    assert_eq!(told(|it| it.age_bands = vec![0, 18]), [Difference::SettingChanged { setting: Setting::AgeBands }]);
    let taken = Difference::SettingChanged { setting: Setting::TakenOver };
    assert_eq!(told(|it| it.taken_over.clear()), [taken]);
    assert_eq!(told(|it| it.places.reports = 1), [Difference::SettingChanged { setting: Setting::Places }]);
    let renamed = Difference::Renamed { thing: "case-cp".to_owned() };
    assert_eq!(told(|it| drop(it.names.insert("case-cp".into(), name("File")))), [renamed]);
    let off = Difference::ApprovalOff { form: "case-plan".to_owned() };
    assert_eq!(told(|it| it.approvals_off.push("case-plan".into())), [off]);
    let changed = Configuration::from_written(with(|it| {
        it.approvals_off.push("case-plan".into());
        it.types_off.push(RecordType::FAMILY);
    }))
    .unwrap();
    let back =
        [Difference::TypeTakenUp { of: RecordType::FAMILY }, Difference::ApprovalOn { form: "case-plan".to_owned() }];
    assert_eq!(compare(&changed, standard()), back);
}

#[test]
fn children_are_found_across_the_office_and_survivors_are_not_until_it_says_otherwise() {
    let settings = standard().settings();
    assert!(settings.finds_across(Module::Cp) && !settings.finds_across(Module::Gbv));
    let looking = [Difference::SettingChanged { setting: Setting::Looking }];
    for change in [|it: &mut Settings| it.across.extend([Module::Gbv]), |it: &mut Settings| it.across.clear()] {
        let changed = Configuration::from_written(with(change)).unwrap();
        assert_eq!(compare(standard(), &changed), looking);
        let again = Configuration::from_written(Written::from_json(&changed.written().to_json()).unwrap()).unwrap();
        assert_eq!(again.settings().across, changed.settings().across, "as it was kept");
    }
    // An office that says what the program says keeps settings that older programs read.
    assert!(!with(|_| ()).to_json().contains("\"across\""));
}

#[test]
fn names_are_translated_in_the_spreadsheet_of_words() {
    let mut written = with(|it| drop(it.names.insert("case-cp".into(), name("File"))));
    let mut rows = words(&written);
    let row = rows.iter_mut().find(|row| row.key == "name/case-cp one").unwrap();
    row.texts.insert("fr".to_owned(), "Dossier".to_owned());
    assert_eq!(take_words(&mut written, &rows), (1, vec![]));
    let configuration = Configuration::from_written(written).unwrap();
    let case = Thing::Record(RecordType::CASE);
    assert_eq!(configuration.settings().one(case, "fr"), Some("Dossier"));
    // The program's own word in a language is better than the office's in another.
    assert_eq!(configuration.settings().one(case, "ar"), None);
    assert_eq!(configuration.settings().many(case, "en"), None);
}
