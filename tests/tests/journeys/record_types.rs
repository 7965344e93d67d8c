//! Records of every type: registered with every form filled in, listed, found, read by who supervises, edited, linked, and the same
//! after the program was closed; and what is refused, and changes nothing.

use amparo_api::Code;
use amparo_api::records::Show;
use amparo_forms::standard;
use amparo_model::form::{FieldDef, FieldKind, FormDef, SearchedAs};
use amparo_model::ids::RecordId;
use amparo_model::office::is_case_code;
use amparo_model::record::{Kind, Module, RecordType, Status};
use amparo_model::value::{Document, Path, Value, diff};
use amparo_tests::filling::{LANGUAGES, Pen, World, add_what_follows, context};
use amparo_tests::office::{Office, SUPERVISOR, Saved, set, text};
use std::collections::BTreeSet;

/// Of each type: who registers it, who supervises it, the first code of its series without the check character, and a form that makes
/// one (by hand from DOMAIN.md 11.1 and 16).
const TYPES: [(RecordType, &str, &str, &str); 7] = [
    (RecordType::CASE, "lucia", SUPERVISOR, "KRG1-26-00001-"),
    (RecordType::INCIDENT, "lucia", SUPERVISOR, "KRG1-I26-00001-"),
    (RecordType::FAMILY, "lucia", SUPERVISOR, "KRG1-F26-00001-"),
    (RecordType::REGISTRY, "lucia", SUPERVISOR, "KRG1-R26-00001-"),
    (RecordType::TRACING_REQUEST, "tarek", SUPERVISOR, "KRG1-T26-00001-"),
    (RecordType::GBV_CASE, "gloria", "grace", "KRG1-S26-00001-"),
    (RecordType::GBV_INCIDENT, "gloria", "grace", "KRG1-E26-00001-"),
];

/// Forms that the person who registers does not fill: the panel's, and those the program writes itself.
const NOT_THEIRS: [&str; 3] = ["bid", "risk-history", "approvals"];

fn forms(of: RecordType) -> Vec<&'static FormDef> {
    standard().forms_of(of.kind, of.module).filter(|form| !NOT_THEIRS.contains(&form.id.as_str())).collect()
}

fn ids<'a>(forms: &[&'a FormDef]) -> Vec<&'a str> {
    forms.iter().map(|form| form.id.as_str()).collect()
}

fn world(office: &Office, login: &str, link: Option<RecordId>) -> World {
    office.sign_in(SUPERVISOR);
    let person = office.people().0.iter().find(|person| person.login == login).unwrap().id;
    World { person, link, ..World::made_up() }
}

/// Every text that search must find a record by.
fn searched(of: RecordType, document: &Document) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut see = |field: &FieldDef, value: Option<&Value>| {
        if let (Some(SearchedAs::Name | SearchedAs::Number | SearchedAs::Phone), Some(Value::Text(text))) =
            (field.searched_as, value)
        {
            texts.insert(text.clone());
        }
    };
    for field in standard().fields_of(of.kind, of.module) {
        see(field, document.get(&field.id));
        for cell in field.row_fields() {
            document.rows_of(&field.id).for_each(|row| see(cell, row.fields.get(&cell.id)));
        }
    }
    texts
}

/// A text that can be edited without anything else depending on it.
fn note(of: RecordType, document: &Document) -> String {
    let plain = |field: &&FieldDef| {
        matches!(field.kind, FieldKind::LongText) && matches!(document.get(&field.id), Some(Value::Text(_)))
    };
    forms(of).iter().flat_map(|form| form.fields()).find(plain).expect("every type has a narrative").id.clone()
}

/// The whole life of one record of each of some types, the first of which the others refer to.
fn lives(site_types: &[(RecordType, &str, &str, &str)]) {
    let mut office = Office::with_everybody("KRG1");
    let mut first: Option<(Saved, &str)> = None;
    let mut all: Vec<(Saved, RecordType, Document, &str, &str)> = Vec::new();
    for (at, (of, who, reader, code)) in site_types.iter().enumerate() {
        let seed = 10 + u64::try_from(at).unwrap();
        let language = LANGUAGES[at % LANGUAGES.len()];
        let link = first.as_ref().map(|(saved, _)| saved.record);
        let mut pen = Pen::new(language, seed, world(&office, who, link));
        office.sign_in(who);
        let mut document = Document::default();
        pen.fill(&forms(*of), &mut document);
        if *of == RecordType::CASE {
            document.set("photo", office.add_photo());
        }
        document.tidy();
        let saved = office.try_register_of(*of, &document, &ids(&forms(*of)));
        let saved = saved.unwrap_or_else(|problem| panic!("{of:?}: {problem:?}"));
        assert!(saved.code.starts_with(code) && is_case_code(&saved.code), "{of:?}: {}", saved.code);
        assert_eq!(saved.status, Status::Open, "{of:?} with its forms complete");

        add_what_follows(&office.open(saved.record).document, &mut document);
        is_there(&office, &saved, *of, &document);
        // An edit of one answer: the past says which, from what, to what.
        let field = note(*of, &document);
        let before = document.get(&field).cloned();
        document.set(&field, text("Told again, in other words."));
        office.edit(saved.record, &[(&field, text("Told again, in other words."))]);
        let past = office.history(saved.record);
        assert_eq!(past.len(), 2);
        let told: Vec<_> = past[0].changes.iter().map(|change| change.path.clone()).collect();
        assert_eq!(told, std::slice::from_ref(&field), "{of:?}");
        assert!(past[0].changes[0].from == before && past[0].changes[0].to == document.get(&field).cloned());
        is_there(&office, &saved, *of, &document);
        office.sign_in(reader);
        is_there(&office, &saved, *of, &document);
        if first.is_none() {
            first = Some((saved.clone(), *who));
        }
        all.push((saved, *of, document, *who, *reader));
    }
    // What refers to the first is shown beside it.
    let (first, who) = first.unwrap();
    office.sign_in(who);
    let linked: BTreeSet<String> = office.try_linked(first.record).unwrap().into_iter().map(|row| row.code).collect();
    let refers = |document: &Document| {
        let cells = document.rows.values().flatten().flat_map(|row| row.fields.values());
        document.fields.values().chain(cells).any(|value| *value == Value::Link(first.record))
    };
    let wanted: BTreeSet<String> =
        all.iter().filter(|(_, _, document, ..)| refers(document)).map(|(saved, ..)| saved.code.clone()).collect();
    assert_eq!(linked, wanted);
    let records: Vec<RecordId> = all.iter().map(|(saved, ..)| saved.record).collect();
    assert_eq!(office.rows(&records).len(), all.iter().filter(|one| one.3 == who).count());

    office.restart();
    for (saved, of, document, who, reader) in &all {
        for login in [who, reader] {
            office.sign_in(login);
            is_there(&office, saved, *of, document);
        }
    }
}

/// It is opened as it was typed but for what is covered, listed among its own kind alone, found by its code and by every name, number and phone in it.
fn is_there(office: &Office, saved: &Saved, of: RecordType, document: &Document) {
    let opened = office.open(saved.record);
    let mut document = document.clone();
    for field in opened.covered.iter().flat_map(|part| &part.fields) {
        document.fields.remove(field);
        document.rows.remove(field);
    }
    let other: Vec<Path> = diff(&document, &opened.document).into_keys().collect();
    assert!(other.is_empty(), "{of:?} does not come back as it was typed: {other:?}");
    let complete: BTreeSet<&str> = opened.complete.iter().map(String::as_str).collect();
    assert_eq!(complete, ids(&forms(of)).into_iter().collect(), "{of:?}");
    assert_eq!((opened.closed.len(), opened.read_only, opened.row.of), (0, None, of));
    for other in RecordType::REGISTERED {
        let listed: Vec<String> = office.list_of(*other, Show::All).into_iter().map(|row| row.code).collect();
        assert_eq!(listed.contains(&saved.code), *other == of, "{of:?} in the list of {other:?}");
    }
    assert_eq!(office.found(&saved.code), std::slice::from_ref(&saved.code));
    for words in searched(of, &document) {
        assert!(office.found(&words).contains(&saved.code), "{of:?} by {words}");
        assert!(office.find_of(&words, Some(of)).iter().any(|row| row.code == saved.code));
    }
}

#[test]
fn records_of_child_protection_live_their_whole_life() {
    lives(&TYPES[..4]);
}

#[test]
fn tracing_requests_live_their_whole_life() {
    lives(&TYPES[4..5]);
}

#[test]
fn records_of_gbv_work_live_their_whole_life() {
    lives(&TYPES[5..]);
}

#[test]
fn every_type_is_registered_by_those_who_work_with_it_and_by_nobody_else() {
    let office = Office::with_everybody("KRG1");
    let by_hand = |who: &str, of: RecordType| match who {
        "lucia" => of.module == Module::Cp && of != RecordType::TRACING_REQUEST,
        SUPERVISOR => of.module == Module::Cp,
        "tarek" => of == RecordType::TRACING_REQUEST,
        "gloria" | "grace" => of.module == Module::Gbv,
        _ => false,
    };
    let mut numbers = std::collections::BTreeMap::new();
    for who in ["amina", "lucia", SUPERVISOR, "tarek", "gloria", "grace"] {
        office.sign_in(who);
        for kind in Kind::ALL {
            for module in [Module::Cp, Module::Gbv] {
                let of = RecordType { kind: *kind, module };
                let registered = office.try_register_of(of, &Document::default(), &[]);
                if RecordType::REGISTERED.contains(&of) && by_hand(who, of) {
                    let number: &mut u32 = numbers.entry(of).or_default();
                    *number += 1;
                    let body = format!("KRG1-{}26-{number:05}-", of.series());
                    let code = registered.unwrap_or_else(|problem| panic!("{who} {of:?}: {problem:?}")).code;
                    assert!(code.starts_with(&body) && is_case_code(&code), "{code}: what was refused took no number");
                } else {
                    assert_eq!(registered.unwrap_err().code, Code::NotAllowed, "{who} {of:?}");
                }
            }
        }
    }
    assert_eq!(numbers.len(), RecordType::REGISTERED.len());
}

#[test]
fn a_form_that_is_not_theirs_is_neither_filled_nor_called_complete() {
    let office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let saved = office.register(&amparo_tests::office::a_case());
    for (who, not_theirs) in [
        ("lucia", &["bid", "risk-history", "approvals"][..]),
        (SUPERVISOR, &["caafag", "assessment-sensitive", "risk-history", "approvals"]),
    ] {
        office.sign_in(who);
        for id in not_theirs {
            let form = amparo_tests::filling::form(id);
            let mut document = Document::default();
            Pen::new("en", 3, World::made_up()).fill(&[form], &mut document);
            // Fields that other forms show as well are theirs to write.
            let elsewhere = |field: &str| {
                standard()
                    .forms_of(Kind::Case, Module::Cp)
                    .any(|other| !not_theirs.contains(&other.id.as_str()) && other.field(field).is_some())
            };
            document.fields.retain(|field, _| !elsewhere(field));
            document.rows.retain(|field, _| !elsewhere(field));
            let opened = office.open(saved.record);
            let change = amparo_model::value::diff(&Document::default(), &document);
            if !change.is_empty() {
                let refused = office.try_save(Some(saved.record), opened.heads.clone(), change, vec![], None);
                assert_eq!(refused.unwrap_err().code, Code::NotAllowed, "{who} fills {id}");
            }
            let called = vec![(*id).to_owned()];
            let refused = office.try_save(Some(saved.record), opened.heads.clone(), set(&[]), called, None);
            assert_eq!(refused.unwrap_err().code, Code::NotAllowed, "{who} calls {id} complete");
            assert!(office.open(saved.record) == opened, "nothing changed");
        }
        let nonsense = vec!["no-such-form".to_owned()];
        let opened = office.open(saved.record);
        let refused = office.try_save(Some(saved.record), opened.heads, set(&[]), nonsense, None);
        assert_eq!(refused.unwrap_err().code, Code::BadRequest);
    }
    assert_eq!(office.history(saved.record).len(), 1);
    // The determination is the supervisor's to write.
    let mut document = office.open(saved.record).document;
    Pen::new("fr", 4, World::made_up()).fill(&[amparo_tests::filling::form("bid")], &mut document);
    office.try_write(saved.record, &document, &["bid"]).unwrap();
    assert_eq!(office.open(saved.record).complete, ["bid"]);
    // Another's edit leaves the mark of a form that is not theirs alone.
    office.sign_in("lucia");
    office.edit(saved.record, &[("landmark", text("the well"))]);
    assert_eq!(office.open(saved.record).complete, ["bid"]);
}

#[test]
fn an_answer_of_another_type_or_of_another_record_is_refused_and_nothing_is_registered() {
    let office = Office::with_everybody("KRG1");
    let mut tried = BTreeSet::new();
    for (of, who, ..) in TYPES {
        office.sign_in(who);
        let mut document = Document::default();
        Pen::new("es", 7, World::made_up()).fill(&forms(of), &mut document);
        document.tidy();
        for field in standard().fields_of(of.kind, of.module) {
            let Some(value) = document.get(&field.id) else { continue };
            let mut wrong = document.clone();
            wrong.set(&field.id, if value.kind() == "tick" { text("x") } else { Value::Tick(true) });
            // What no form shows is not looked at: a hidden answer keeps what it holds.
            let shown =
                |form: &&FormDef| standard().visible(form, &wrong, &context(BTreeSet::new())).shows_field(&field.id);
            if !forms(of).iter().any(shown) {
                continue;
            }
            let refused = office.try_register_of(of, &wrong, &[]).map(|saved| saved.code);
            let Err(problem) = refused else { panic!("{of:?} {}: {refused:?}", field.id) };
            assert!([Code::Invalid, Code::NotAllowed].contains(&problem.code), "{of:?} {}", field.id);
            tried.insert(value.kind());
        }
        for other in RecordType::REGISTERED {
            let foreign = standard()
                .fields_of(other.kind, other.module)
                .find(|field| standard().field(of.kind, of.module, &field.id).is_none());
            let Some(foreign) = foreign.filter(|_| *other != of) else { continue };
            let mut mixed = document.clone();
            mixed.set(&foreign.id, text("x"));
            assert_eq!(office.try_register_of(of, &mixed, &[]).unwrap_err().code, Code::BadRequest, "{of:?} {other:?}");
        }
        assert_eq!(office.list_of(of, Show::All), []);
    }
    assert!(tried.len() >= 8, "{tried:?}");
}
