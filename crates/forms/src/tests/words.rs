use crate::{roles, standard};
use amparo_model::form::{FieldDef, Options, SearchedAs};
use amparo_model::list::Texts;
use amparo_model::record::{Kind, Module, RecordType};
use std::collections::BTreeSet;

#[test]
fn the_standard_configuration_loads() {
    let forms = |of: RecordType| standard().forms_of(of.kind, of.module).count();
    let counts: Vec<usize> = RecordType::REGISTERED.iter().map(|of| forms(*of)).collect();
    // DOMAIN.md 16.3: cases, incidents, tracing requests, families, people and places, survivors, GBV incidents.
    assert_eq!((counts, standard().forms().len()), (vec![29, 1, 2, 1, 1, 9, 4], 54));
}

/// Every text of the configuration with the place where it stands; help and guiding texts only where there are any.
fn texts() -> Vec<(String, &'static Texts)> {
    let mut all = Vec::new();
    let optional = |texts: &'static Texts| (!texts.is_empty()).then_some(texts);
    fn of_field(all: &mut Vec<(String, &'static Texts)>, place: &str, field: &'static FieldDef) {
        let place = format!("{place} {}", field.id);
        all.push((place.clone(), &field.label));
        all.extend([&field.help, &field.guiding].into_iter().filter(|t| !t.is_empty()).map(|t| (place.clone(), t)));
        if let Some(Options::Inline(options)) = field.choices().map(|choices| &choices.options) {
            all.extend(options.iter().map(|option| (format!("{place} {}", option.id), &option.labels)));
        }
        field.row_fields().iter().for_each(|cell| of_field(all, &place, cell));
    }
    for form in standard().forms() {
        all.push((form.id.clone(), &form.title));
        all.extend(optional(&form.help).map(|texts| (form.id.clone(), texts)));
        for section in &form.sections {
            let place = format!("{} {}", form.id, section.id);
            all.push((place.clone(), &section.title));
            all.extend(optional(&section.help).map(|texts| (place.clone(), texts)));
            section.fields.iter().for_each(|field| of_field(&mut all, &place, field));
        }
    }
    for list in standard().lists() {
        all.extend(list.options.iter().map(|option| (format!("{} {}", list.id, option.id), &option.labels)));
    }
    all.extend(standard().compartments().iter().map(|part| (part.id.0.clone(), &part.title)));
    all
}

#[test]
fn no_word_is_missing_in_any_of_the_four_languages() {
    let texts = texts();
    assert!(texts.len() > 1_000);
    let missing = |(place, texts): &(String, &Texts)| {
        ["en", "fr", "ar", "es"].into_iter().find(|tag| !texts.has(tag)).map(|tag| format!("{place}: {tag}"))
    };
    assert_eq!(texts.iter().filter_map(missing).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn arabic_words_are_in_arabic_script_and_the_others_are_not() {
    let arabic = |c: char| ('\u{0600}'..='\u{06FF}').contains(&c);
    for (place, texts) in texts() {
        for (tag, words) in &texts.0 {
            assert_eq!(words.chars().any(arabic), tag == "ar", "{place} {tag}: {words}");
        }
    }
}

fn required(form: &str) -> BTreeSet<&'static str> {
    standard().form(form).unwrap().fields().filter(|field| field.required).map(|field| field.id.as_str()).collect()
}

#[test]
fn required_is_what_the_design_marks() {
    let words = |text: &'static str| text.split_whitespace().collect::<BTreeSet<_>>();
    assert_eq!(
        required("consent"),
        words("form_date legal_basis ok_services ok_store ok_share_services ok_report withhold_any")
    );
    assert_eq!(
        required("registration"),
        words(
            "date_identified date_registered caseworker agency id_source name_first name_last age age_estimated sex displacement
             languages care_type care_note address loc_current contact_how situation concerns urgent_any needs_tracing risk_level
             risk_reason"
        )
    );
}

#[test]
fn every_field_that_the_program_reads_is_in_the_forms() {
    for id in roles::ALL {
        assert!(standard().field(Kind::Case, Module::Cp, id).is_some(), "{id}");
    }
    let ids = standard().field(Kind::Case, Module::Cp, roles::IDS).unwrap();
    assert!(ids.row_fields().iter().any(|cell| cell.id == roles::ID_NUMBER));
}

#[test]
fn names_contacts_papers_and_photos_lie_in_the_identity_compartment() {
    for field in standard().fields_of(Kind::Case, Module::Cp) {
        let searched = field.searched_as.is_some() || field.row_fields().iter().any(|cell| cell.searched_as.is_some());
        let telling = ["name_", "address", "phone", "landmark", "photo", "_marks", "signatures", "dob"];
        if searched || telling.iter().any(|word| field.id.contains(word)) && field.id != "ok_photo" {
            assert_eq!(field.compartment.as_str(), "identity", "{}", field.id);
        }
        // The summary is opened to analysts: nothing of the identity goes there.
        assert!(!(field.in_summary && field.compartment.as_str() == "identity"), "{}", field.id);
        // Auditors read the consent answers: no free text lies there that could name a person.
        let free = matches!(field.kind, amparo_model::form::FieldKind::LongText);
        assert!(!(free && field.compartment.as_str() == "consent-answers"), "{}", field.id);
    }
}

#[test]
fn search_knows_names_phones_and_numbers() {
    let fields: Vec<&FieldDef> = standard().fields_of(Kind::Case, Module::Cp).collect();
    let count = |kind: SearchedAs| {
        let cells = fields.iter().flat_map(|field| field.row_fields());
        fields.iter().copied().chain(cells).filter(|field| field.searched_as == Some(kind)).count()
    };
    assert_eq!(
        (count(SearchedAs::Name), count(SearchedAs::Phone), count(SearchedAs::Number)),
        (4 * 5 + 2 + 13, 2 + 5, 4 + 5)
    );
}

#[test]
fn ethnicity_and_religion_are_off() {
    let off: Vec<&str> =
        standard().fields_of(Kind::Case, Module::Cp).filter(|field| field.off).map(|field| field.id.as_str()).collect();
    assert_eq!(off, ["ethnicity", "religion"]);
}

#[test]
fn every_concern_is_an_incident_or_a_vulnerability() {
    let concerns = &standard().list("concern").unwrap().options;
    let half = |half: &str| concerns.iter().filter(|option| option.half.as_deref() == Some(half)).count();
    assert_eq!((half("incident"), half("vulnerability"), concerns.len()), (16, 35, 51));
}

#[test]
fn every_list_of_the_design_is_complete() {
    for (list, options) in [
        ("sector", 12),
        ("id_source", 15),
        ("care_type", 20),
        ("relation", 25),
        ("displacement", 11),
        ("id_type", 17),
        ("marital_child", 5),
        ("service", 23),
    ] {
        assert_eq!(standard().list(list).unwrap().options.len(), options, "{list}");
    }
    assert!(standard().list("country").unwrap().options.len() > 190);
    assert!(standard().list("language").unwrap().option("ckb").is_some());
}
