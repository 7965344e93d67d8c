//! Every form of the standard configuration, filled in completely in all four languages: it is complete, it is saved, and it comes
//! back as it was.

use amparo_api::keeping;
use amparo_forms::approval::written_by_program;
use amparo_forms::{Mode, Weight, standard};
use amparo_model::form::FormDef;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::{Document, Path, Value, diff};
use amparo_tests::filling::{LANGUAGES, Pen, World, add_what_follows, answerable, context};
use amparo_tests::office::{Office, date};
use std::collections::BTreeSet;

/// Questions that only a rare combination of answers brings forth, which the cases of the `forms` crate hold.
const RARE: [&str; 6] = [
    "care-history: care.willing",
    "case-plan: made_without_child_why",
    "closure: open_items_note",
    "gbv-account: non_gbv_note",
    "gbv-consent: services.agency_name",
    "verification: grid.question",
];

/// The kinds of record that have forms, each with its forms.
fn kinds() -> Vec<(Kind, Module, Vec<&'static FormDef>)> {
    let all = Kind::ALL.iter().flat_map(|kind| [(*kind, Module::Cp), (*kind, Module::Gbv)]);
    let with_forms = all.map(|(kind, module)| (kind, module, standard().forms_of(kind, module).collect::<Vec<_>>()));
    with_forms.filter(|(.., forms)| !forms.is_empty()).collect()
}

#[test]
fn every_form_filled_in_every_language_is_complete_and_hardly_a_question_stays_unasked() {
    let mut pen = Pen::new("en", 1, World::made_up());
    let mut walked = 0;
    for (kind, module, forms) in kinds() {
        for (language, age) in LANGUAGES.into_iter().zip([3, 9, 15, 30]) {
            pen.write_in(language);
            let mut document = Document::default();
            // Questions about functioning differ by age, which is asked in another form.
            if kind == Kind::Case {
                document.set("dob", date(&format!("{}-04", 2026 - age)));
                document.set("age", Value::Number(age));
            }
            pen.fill(&forms, &mut document);
            let context = context(forms.iter().map(|form| form.id.clone()).collect());
            for form in &forms {
                let findings = standard().validate(form, &document, &context, Mode::Complete);
                let wrong: Vec<_> = findings.iter().filter(|finding| finding.code.weight() == Weight::Error).collect();
                assert!(wrong.is_empty(), "{kind:?} {module:?} {} in {language}: {wrong:?}", form.id);
            }
            walked += forms.len();
        }
    }
    assert_eq!(walked, LANGUAGES.len() * standard().forms().len());
    let mut never = BTreeSet::new();
    let mut questions = 0;
    for form in standard().forms() {
        let asked = form.fields().filter(|field| !field.off && answerable(field));
        for field in asked.filter(|field| !written_by_program(form, &field.id)) {
            let cells = field.row_fields().iter().filter(|cell| !cell.off && answerable(cell));
            let names = cells.map(|cell| format!("{}.{}", field.id, cell.id)).chain([field.id.clone()]);
            for name in names {
                questions += 1;
                if !pen.answered.contains(&(form.id.clone(), name.clone())) {
                    never.insert(format!("{}: {name}", form.id));
                }
            }
        }
    }
    assert!(questions > 1000, "{questions} questions");
    let rare: BTreeSet<String> = RARE.iter().map(|name| (*name).to_owned()).collect();
    assert!(never.is_subset(&rare), "of {questions}: {:?}", never.difference(&rare).collect::<Vec<_>>());
}

/// Of every type: who registers it.
const WHO: [(RecordType, &str); 7] = [
    (RecordType::CASE, "lucia"),
    (RecordType::INCIDENT, "lucia"),
    (RecordType::FAMILY, "lucia"),
    (RecordType::REGISTRY, "lucia"),
    (RecordType::TRACING_REQUEST, "tarek"),
    (RecordType::GBV_CASE, "gloria"),
    (RecordType::GBV_INCIDENT, "gloria"),
];

#[test]
fn what_was_typed_in_any_of_the_four_languages_is_saved_as_complete_and_comes_back() {
    let mut office = Office::with_everybody("KRG1");
    let mut pen = Pen::new("en", 2, World::made_up());
    let mut saved = Vec::new();
    for who in ["lucia", "tarek", "gloria"] {
        office.sign_in(who);
        for language in LANGUAGES {
            pen.write_in(language);
            office.ask(keeping::Ask::SetLanguage { language: language.to_owned() }).unwrap();
            for (of, _) in WHO.iter().filter(|(_, writer)| *writer == who) {
                // The panel's determination is the supervisor's; the other two are written by the program.
                let theirs = |form: &&FormDef| !["bid", "risk-history", "approvals"].contains(&form.id.as_str());
                let forms: Vec<&FormDef> = standard().forms_of(of.kind, of.module).filter(theirs).collect();
                let mut document = Document::default();
                pen.fill(&forms, &mut document);
                document.tidy();
                let ids: Vec<&str> = forms.iter().map(|form| form.id.as_str()).collect();
                let record = office.try_register_of(*of, &document, &ids);
                let record = record.unwrap_or_else(|problem| panic!("{of:?} in {language}: {problem:?}")).record;
                add_what_follows(&office.open(record).document, &mut document);
                saved.push((who, record, document, ids.into_iter().map(str::to_owned).collect::<BTreeSet<_>>()));
            }
        }
    }
    assert_eq!(saved.len(), 4 * WHO.len());
    office.restart();
    for who in ["lucia", "tarek", "gloria"] {
        office.sign_in(who);
        for (_, record, document, forms) in saved.iter().filter(|one| one.0 == who) {
            let opened = office.open(*record);
            let other: Vec<Path> = diff(document, &opened.document).into_keys().collect();
            assert!(other.is_empty(), "not as it was typed: {other:?}");
            assert_eq!(opened.complete.into_iter().collect::<BTreeSet<_>>(), *forms);
        }
    }
}
