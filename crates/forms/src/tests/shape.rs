use crate::shape::{Difference, Facet, LARGEST, WordProblem, Written, compare, keep, take_words, words};
use crate::{ConfigError, Configuration, standard};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::list::{ListOption, Texts};

fn texts(words: &str) -> Texts {
    Texts([("en".to_owned(), words.to_owned())].into())
}

fn form<'a>(written: &'a mut Written, id: &str) -> &'a mut FormDef {
    written.forms.iter_mut().find(|form| form.id == id).unwrap()
}

fn field<'a>(written: &'a mut Written, of: &str, id: &str) -> &'a mut FieldDef {
    form(written, of).sections.iter_mut().flat_map(|section| &mut section.fields).find(|it| it.id == id).unwrap()
}

/// The differences from the standard after a change.
fn told(change: impl FnOnce(&mut Written)) -> Vec<Difference> {
    let mut written = standard().written();
    change(&mut written);
    compare(standard(), &Configuration::from_written(written).unwrap())
}

#[test]
fn the_standard_configuration_survives_its_text() {
    let text = standard().written().to_json();
    let back = Written::from_json(&text).unwrap();
    assert_eq!(back, standard().written());
    assert_eq!(compare(standard(), &Configuration::from_written(back).unwrap()), []);
    assert!(text.len() < LARGEST / 10);
}

#[test]
fn texts_that_are_no_configuration_are_told_apart() {
    assert_eq!(Written::from_json(&" ".repeat(LARGEST + 1)), Err(ConfigError::TooLarge));
    assert_eq!(Written::from_json(r#"{"amparo_configuration":2,"anything":[]}"#), Err(ConfigError::Newer));
    for text in ["", "[]", "{}", r#"{"amparo_configuration":0}"#, r#"{"amparo_configuration":1,"forms":[]}"#] {
        assert!(matches!(Written::from_json(text), Err(ConfigError::Unreadable { .. })), "{text}");
    }
    let deep = format!(r#"{{"amparo_configuration":1,"forms":{}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    assert!(matches!(Written::from_json(&deep), Err(ConfigError::Unreadable { .. })));
}

#[test]
fn labels_with_tags_are_refused_with_their_place_and_a_smaller_sign_is_not_a_tag() {
    for (words, fine) in [("Age < 5", true), ("a<b>c", false), ("<!-- x", false), ("</p>", false), ("5 <", true)] {
        let mut written = standard().written();
        field(&mut written, "registration", "phone").label = texts(words);
        let read = Written::from_json(&written.to_json());
        let place = "registration, care, phone".to_owned();
        assert_eq!(read.map(|_| ()), if fine { Ok(()) } else { Err(ConfigError::Markup { place }) }, "{words}");
    }
}

#[test]
fn every_kind_of_change_is_told_once_and_nothing_else() {
    let of = |id: &str| ("registration".to_owned(), id.to_owned());
    let changed = |id: &str, facet| {
        let (form, field) = of(id);
        vec![Difference::FieldChanged { form, field, facet }]
    };
    let phone = |change: fn(&mut FieldDef)| told(|written| change(field(written, "registration", "phone")));
    assert_eq!(phone(|phone| phone.label = texts("Telephone")), changed("phone", Facet::Words));
    assert_eq!(phone(|phone| phone.required = true), changed("phone", Facet::Required));
    assert_eq!(phone(|phone| phone.stand_ins.clear()), changed("phone", Facet::Checks));
    assert_eq!(phone(|phone| phone.searched_as = None), changed("phone", Facet::Other));
    let (form_id, name) = of("phone");
    let retired = Difference::FieldRetired { form: form_id.clone(), field: name };
    assert_eq!(phone(|phone| phone.off = true), [retired]);
    let on = told(|written| field(written, "registration", "religion").off = false);
    assert_eq!(on, [Difference::FieldAdded { form: form_id.clone(), field: "religion".to_owned() }]);
    let cell = told(|written| {
        let FieldKind::Repeat(cells) = &mut field(written, "registration", "members").kind else { unreachable!() };
        cells[0].label = texts("Who");
    });
    assert_eq!(cell, changed("members.name", Facet::Words));
    let title = told(|written| form(written, "registration").title = texts("Intake"));
    assert_eq!(title, [Difference::FormChanged { form: form_id.clone(), facet: Facet::Words }]);
    let retired = told(|written| form(written, "caafag").off = true);
    assert_eq!(retired, [Difference::FormRetired { form: "caafag".to_owned() }]);
    let moved = told(|written| {
        let sections = &mut form(written, "registration").sections;
        let phone = sections[2].fields.iter().position(|field| field.id == "phone").unwrap();
        let phone = sections[2].fields.remove(phone);
        sections[1].fields.push(phone);
    });
    assert_eq!(moved, changed("phone", Facet::Place));
    let list = told(|written| {
        let list = written.lists.iter_mut().find(|list| list.id == "relation").unwrap();
        list.options[0].retired = true;
        let option = ListOption { id: "godmother".to_owned(), labels: texts("Godmother"), ..list.options[1].clone() };
        list.options.push(option);
    });
    let option = |option: &str| ("relation".to_owned(), option.to_owned());
    let (list_id, mother) = option("mother");
    let (list_too, godmother) = option("godmother");
    assert_eq!(
        list,
        [
            Difference::OptionRetired { list: list_id, option: mother },
            Difference::OptionAdded { list: list_too, option: godmother }
        ]
    );
    let clock = told(|written| written.clocks.clocks[0].high = crate::clock::Span::Days(2));
    assert_eq!(clock, [Difference::ClockChanged { clock: "first_response".to_owned() }]);
    assert_eq!(told(|written| written.clocks.weekend.clear()), [Difference::WeekChanged]);
}

#[test]
fn what_a_draft_leaves_out_is_retired_and_still_readable() {
    let before = standard().written();
    let mut draft = before.clone();
    draft.forms.retain(|form| form.id != "caafag");
    form(&mut draft, "registration").sections.retain(|section| section.id != "mother");
    let members = field(&mut draft, "registration", "members");
    let FieldKind::Repeat(cells) = &mut members.kind else { unreachable!() };
    cells.retain(|cell| cell.id != "lives_here");
    let relation = draft.lists.iter_mut().find(|list| list.id == "relation").unwrap();
    relation.options.retain(|option| option.id != "mother");
    draft.compartments.clear();
    let kept = Configuration::from_written(keep(&before, draft).unwrap()).unwrap();
    assert!(kept.form("caafag").unwrap().off);
    assert!(kept.form("registration").unwrap().field("mother_alive").unwrap().off);
    let members = kept.form("registration").unwrap().field("members").unwrap();
    assert!(members.row_fields().iter().any(|cell| cell.id == "lives_here" && cell.off));
    assert!(kept.list("relation").unwrap().option("mother").unwrap().retired);
    assert_eq!(kept.compartments(), standard().compartments());
    // Told as a change against the one before, and nothing when the draft was the same.
    assert!(compare(standard(), &kept).contains(&Difference::FormRetired { form: "caafag".to_owned() }));
    assert_eq!(keep(&before, before.clone()).unwrap(), before);
}

#[test]
fn a_field_keeps_its_type_and_the_part_of_the_record_it_lies_in() {
    let before = standard().written();
    type Change = fn(&mut FieldDef);
    let changes: [Change; 3] = [
        |phone| phone.kind = FieldKind::Number,
        |phone| phone.compartment = amparo_model::record::Compartment::new("registration"),
        |phone| phone.class = amparo_model::form::Class::P0,
    ];
    for change in changes {
        let mut draft = before.clone();
        change(field(&mut draft, "registration", "phone"));
        assert_eq!(keep(&before, draft), Err(ConfigError::Kept { place: "registration, phone".to_owned() }));
    }
    let mut draft = before.clone();
    form(&mut draft, "registration").module = amparo_model::record::Module::Gbv;
    assert_eq!(keep(&before, draft), Err(ConfigError::Kept { place: "registration".to_owned() }));
}

#[test]
fn every_text_goes_out_as_a_row_and_a_translated_one_comes_back() {
    let mut written = standard().written();
    let rows = words(&written);
    let keys: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!((keys.len(), rows.len() > 3_000), (rows.len(), true), "every key stands for one text");
    assert_eq!(rows.len(), written.texts().len());
    assert_eq!(take_words(&mut written, &rows), (0, vec![]));
    assert_eq!(written, standard().written());

    let at = rows.iter().position(|row| row.key == "registration/care/phone label").unwrap();
    let mut row = rows[at].clone();
    row.texts = [("ku".to_owned(), " Telefon ".to_owned()), ("fr".to_owned(), String::new())].into();
    assert_eq!(take_words(&mut written, &[row]), (1, vec![]));
    let label = &field(&mut written, "registration", "phone").label;
    assert_eq!((label.get("ku"), label.get("fr")), ("Telefon", "Téléphone"));
}

#[test]
fn rows_that_do_not_fit_are_refused_one_by_one() {
    let mut written = standard().written();
    let row = |key: &str, words: &str| crate::shape::WordRow {
        key: key.to_owned(),
        texts: [("fr".to_owned(), words.to_owned())].into(),
    };
    let rows = [
        row("registration/care/phone label", "<b>Tel</b>"),
        row("registration/care/nothing label", "Rien"),
        row("registration/care/address label", "Lieu"),
        row("registration title", &"a".repeat(2_001)),
    ];
    let (taken, refused) = take_words(&mut written, &rows);
    assert_eq!(taken, 1);
    assert_eq!(refused, [(0, WordProblem::BadWords), (1, WordProblem::UnknownKey), (3, WordProblem::TooLong)]);
}
