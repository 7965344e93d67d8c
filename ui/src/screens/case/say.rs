//! Answers, fields and states in the person's words. Pure: who and where ids mean comes in [`Names`].

use super::forms::Forms;
use amparo_api::records::Row as Listed;
use amparo_forms::{Configuration, Finding, FindingCode, in_force, reserved};
use amparo_language::{Arg, Language, by_id, date, number, words};
use amparo_model::date::PartialDate;
use amparo_model::form::{FieldDef, FieldKind, FormDef, Section};
use amparo_model::ids::{AgencyId, PersonId, PlaceId};
use amparo_model::record::RecordType;
use amparo_model::value::{FileKind, Mark, Path, Row, Signature, Value, YesNo};
use std::collections::BTreeMap;

/// What ids stand for, as far as this window knows.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// People with a login.
    pub people: BTreeMap<PersonId, String>,
    /// Places, with what lies above them.
    pub places: BTreeMap<PlaceId, String>,
    /// Organisations.
    pub agencies: BTreeMap<AgencyId, String>,
}

/// An answer in words.
#[must_use]
pub fn value(
    configuration: &Configuration,
    language: &Language,
    names: &Names,
    field: &FieldDef,
    value: &Value,
) -> String {
    let option = |id: &str| configuration.option_label(field, id, language.tag()).to_owned();
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(count) => number(language, *count),
        Value::Tick(true) => words::yes(language),
        Value::Tick(false) => words::no(language),
        Value::YesNo(answer) => yes_no(language, *answer),
        Value::Date(day) => partial_date(language, *day),
        Value::Choice(id) => option(id),
        Value::Choices(ids) => {
            joined(language, in_offered_order(configuration, field, ids).into_iter().map(|id| option(&id)))
        }
        Value::Place(place) => names.places.get(place).cloned().unwrap_or_else(|| words::place_not_known(language)),
        Value::Person(person) => names.people.get(person).cloned().unwrap_or_else(|| words::person_not_known(language)),
        Value::Agency(agency) => {
            names.agencies.get(agency).cloned().unwrap_or_else(|| words::agency_not_known(language))
        }
        Value::Link(_) => words::another_case(language),
        Value::File(file) => {
            let size = amparo_language::size(language, file.size);
            match file.kind {
                _ if !file.name.is_empty() => words::paper_of_kind(language, &file.name, &size),
                FileKind::Photo => words::file_photo(language, &size),
                FileKind::Audio => words::file_audio(language, &size),
                FileKind::Document | FileKind::Mark => words::file_document(language, &size),
            }
        }
        Value::Signature(signature) => signed(language, signature),
    }
}

/// A question and its answer in words, for who sees answers without a form around them.
#[must_use]
pub fn answer(language: &Language, of: RecordType, field: &str, said: &Value) -> (String, String) {
    let configuration = in_force();
    match configuration.field(of.kind, of.module, field) {
        Some(def) => {
            let asked = def.label.get(language.tag()).to_owned();
            (asked, value(configuration, language, &Names::default(), def, said))
        }
        None => (field.to_owned(), String::new()),
    }
}

/// The options that were chosen, in the order in which they are offered.
fn in_offered_order(
    configuration: &Configuration,
    field: &FieldDef,
    ids: &std::collections::BTreeSet<String>,
) -> Vec<String> {
    let known = configuration.all_options(field).iter().map(|option| &option.id).filter(|id| ids.contains(*id));
    let mut ordered: Vec<String> = known.cloned().collect();
    ordered.extend(ids.iter().filter(|id| !ordered.contains(id)).cloned().collect::<Vec<_>>());
    ordered
}

/// Several things, one after another, with the comma of the language.
#[must_use]
pub fn joined(language: &Language, parts: impl Iterator<Item = String>) -> String {
    let comma = if language.tag() == "ar" { "، " } else { ", " };
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(comma)
}

/// Yes, no, unknown.
#[must_use]
pub fn yes_no(language: &Language, answer: YesNo) -> String {
    match answer {
        YesNo::Yes => words::yes(language),
        YesNo::No => words::no(language),
        YesNo::Unknown => words::unknown(language),
    }
}

/// A date as exact as it is known.
#[must_use]
pub fn partial_date(language: &Language, day: PartialDate) -> String {
    let (year, month, day) = day.parts();
    date(language, year, month, day)
}

/// A date that lists carry as text (`2026-11-22`); empty when it is none.
#[must_use]
pub fn date_text(language: &Language, text: &str) -> String {
    text.parse().map_or_else(|_| String::new(), |day| partial_date(language, day))
}

/// Who signed, when, how.
#[must_use]
pub fn signed(language: &Language, signature: &Signature) -> String {
    let day = partial_date(language, signature.date);
    match &signature.mark {
        Mark::Paper(folder) => words::signed_on_paper(language, &day, folder, &signature.signer),
        Mark::Drawn(_) => words::signed_drawn(language, &day, &signature.signer),
        Mark::Thumbprint(_) => words::signed_thumbprint(language, &day, &signature.signer),
    }
}

/// The definition behind a path: of the field, or of the cell.
#[must_use]
pub fn definition(forms: Forms, path: &Path) -> Option<&'static FieldDef> {
    let field = forms.field(path.field())?;
    match path {
        Path::Field(_) | Path::Row(..) => Some(field),
        Path::Cell(_, _, cell) => field.row_fields().iter().find(|def| def.id == *cell),
    }
}

/// What a field is called; for a cell the repeat's name stands before it. Its id when no form knows it, so that nothing that an
/// other office wrote vanishes.
#[must_use]
pub fn field(forms: Forms, language: &Language, path: &Path) -> String {
    let tag = language.tag();
    let Some(whole) = forms.field(path.field()) else { return own(language, path) };
    match path {
        Path::Field(_) | Path::Row(..) => whole.label.get(tag).to_owned(),
        Path::Cell(_, _, cell) => {
            let inner =
                whole.row_fields().iter().find(|def| def.id == *cell).map_or(cell.as_str(), |def| def.label.get(tag));
            words::field_in_row(language, inner, whole.label.get(tag))
        }
    }
}

/// What the program calls what it keeps beside the forms.
fn own(language: &Language, path: &Path) -> String {
    let inside = |cell: Option<&str>| {
        let mut id = path.field().strip_prefix(reserved::OWN)?.replace('_', "-");
        if let Some(cell) = cell {
            id = format!("{id}-{}", cell.replace('_', "-"));
        }
        by_id(language, &format!("own-{id}"), &[])
    };
    let said = match path {
        Path::Field(_) | Path::Row(..) => inside(None),
        Path::Cell(_, _, cell) => inside(Some(cell)),
    };
    said.unwrap_or_else(|| path.field().to_owned())
}

/// The form and the section in which a field is at home.
#[must_use]
pub fn place_of(forms: Forms, path: &Path) -> Option<(&'static FormDef, &'static Section)> {
    forms.home_of(path.field()).and_then(|form| place_in(form, path))
}

/// The section of a form that asks for a field.
#[must_use]
pub fn place_in(form: &'static FormDef, path: &Path) -> Option<(&'static FormDef, &'static Section)> {
    let asks = |section: &&Section| section.fields.iter().any(|def| def.id == path.field());
    form.sections.iter().find(asks).map(|section| (form, section))
}

/// What is wrong with an answer, in a sentence that says what to do.
#[must_use]
pub fn finding(forms: Forms, language: &Language, finding: &Finding) -> String {
    let other = finding.args.get("field").map(|other| {
        let path = match &finding.path {
            Path::Cell(repeat, row, _) => Path::Cell(repeat.clone(), *row, other.clone()),
            _ => Path::Field(other.clone()),
        };
        let named = definition(forms, &path).or_else(|| definition(forms, &Path::Field(other.clone())));
        named.map_or_else(|| other.clone(), |def| def.label.get(language.tag()).to_owned())
    });
    let limit = |name: &str| finding.args.get(name).and_then(|text| text.parse::<i64>().ok()).unwrap_or_default();
    let mut args = vec![("min", Arg::Number(limit("min"))), ("max", Arg::Number(limit("max")))];
    if let Some(other) = &other {
        args.push(("field", Arg::Text(other)));
    }
    let own = match definition(forms, &finding.path).map(|def| &def.kind) {
        Some(FieldKind::Select(_) | FieldKind::Multi(_) | FieldKind::YesNo) if finding.code == FindingCode::Missing => {
            Some("finding-missing-choice")
        }
        Some(FieldKind::Date) if finding.code == FindingCode::Missing => Some("finding-missing-date"),
        Some(FieldKind::Location) if finding.code == FindingCode::Missing => Some("finding-missing-place"),
        _ => None,
    };
    let id = own.map_or_else(|| format!("finding-{}", finding.code.as_str().replace('_', "-")), ToOwned::to_owned);
    by_id(language, &id, &args).unwrap_or_else(|| words::finding_wrong_type(language))
}

/// A row of a repeat in one line: its first answers in words.
#[must_use]
pub fn row_summary(
    configuration: &Configuration,
    language: &Language,
    names: &Names,
    repeat: &FieldDef,
    row: &Row,
) -> String {
    let said = repeat.row_fields().iter().filter_map(|cell| {
        let there = row.fields.get(&cell.id).filter(|there| !there.is_blank())?;
        let words = value(configuration, language, names, cell, there);
        // "Yes" alone says nothing in a summary.
        let bare = matches!(there, Value::YesNo(_) | Value::Tick(_));
        Some(if bare {
            words::answer_with_label(language, &words, cell.label.get(language.tag()))
        } else {
            shortened(&words)
        })
    });
    joined(language, said.take(3))
}

/// What lists show of a record without columns of its own, in the words of its fields and in their order.
#[must_use]
pub fn facts(forms: Forms, language: &Language, names: &Names, row: &Listed) -> Vec<(String, String)> {
    let shown = forms.summary().filter_map(|def| {
        let there = row.facts.get(&def.id).filter(|there| !there.is_blank())?;
        let label = def.label.get(language.tag()).to_owned();
        Some((label, value(forms.configuration, language, names, def, there)))
    });
    shown.collect()
}

/// The first forty characters.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(40).collect();
    if short.chars().count() < text.chars().count() {
        short.push('…');
    }
    short
}

/// An age group, from its first year to its last; the last group is open.
#[must_use]
pub fn band(language: &Language, first: u8, last: Option<u8>) -> String {
    let first = number(language, i64::from(first));
    match last {
        Some(last) => words::shape_bands_from_to(language, &first, &number(language, i64::from(last))),
        None => words::shape_bands_from(language, &first),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;
    use amparo_model::record::RecordType;
    use amparo_model::value::RowId;
    use std::collections::BTreeSet;

    const ENGLISH: Language = Language::ENGLISH;

    fn forms() -> Forms {
        Forms::of(RecordType::CASE)
    }
    fn def(id: &str) -> &'static FieldDef {
        forms().field(id).unwrap()
    }
    fn said(id: &str, answer: &Value) -> String {
        value(standard(), &ENGLISH, &Names::default(), def(id), answer)
    }

    #[test]
    fn answers_are_told_in_the_words_of_the_form_not_in_ids() {
        assert_eq!(said("sex", &Value::Choice("female".into())), standard().option_label(def("sex"), "female", "en"));
        assert_eq!(said("ok_services", &Value::YesNo(YesNo::Unknown)), "Unknown");
        assert_eq!(said("dob", &Value::Date("2014-03".parse().unwrap())), "March 2014");
        assert_eq!(said("age", &Value::Number(12)), "12");
    }

    #[test]
    fn a_stand_in_for_a_name_is_told_in_words() {
        let words = said("name_last", &Value::Choice("has_none".into()));
        assert!(!words.is_empty() && words != "has_none");
    }

    #[test]
    fn an_option_that_no_list_knows_is_shown_by_its_id_rather_than_lost() {
        assert_eq!(said("sex", &Value::Choice("other_office_word".into())), "other_office_word");
    }

    #[test]
    fn several_options_stand_in_the_order_of_the_list_with_the_comma_of_the_language() {
        let options = standard().all_options(def("consent_from"));
        let (first, second) = (&options[0].id, &options[1].id);
        let both = Value::Choices(BTreeSet::from([second.clone(), first.clone()]));
        let arabic = value(standard(), &Language::ARABIC, &Names::default(), def("consent_from"), &both);
        let label = |id: &str| standard().option_label(def("consent_from"), id, "ar").to_owned();
        assert_eq!(arabic, format!("{}، {}", label(first), label(second)));
    }

    #[test]
    fn people_and_places_that_are_not_known_here_are_named_as_such() {
        let nobody = Value::Person(PersonId::from_random([1; 16]));
        assert_eq!(said("caseworker", &nobody), words::person_not_known(&ENGLISH));
        let mut names = Names::default();
        names.people.insert(PersonId::from_random([1; 16]), "Layla".into());
        assert_eq!(value(standard(), &ENGLISH, &names, def("caseworker"), &nobody), "Layla");
    }

    #[test]
    fn a_paper_signature_tells_who_when_and_which_folder() {
        let signature =
            Signature { signer: "Huda".into(), date: "2026-11-22".parse().unwrap(), mark: Mark::Paper("A-17".into()) };
        let words = signed(&ENGLISH, &signature);
        for part in ["Huda", "22 November 2026", "A-17"] {
            assert!(words.contains(part), "{words}");
        }
    }

    #[test]
    fn every_finding_has_its_own_words_in_every_language() {
        let codes = [
            FindingCode::Missing,
            FindingCode::WrongType,
            FindingCode::WrongOption,
            FindingCode::TooLong,
            FindingCode::TooSmall,
            FindingCode::TooLarge,
            FindingCode::InFuture,
            FindingCode::Before,
            FindingCode::NotAmong,
            FindingCode::NotOffered,
            FindingCode::AgeDisagrees,
            FindingCode::BadCharacter,
        ];
        for language in Language::ALL {
            let mut all = BTreeSet::new();
            for code in codes {
                let args =
                    BTreeMap::from([("min", "1".to_owned()), ("max", "9".to_owned()), ("field", "dob".to_owned())]);
                let words = finding(forms(), &language, &Finding { path: Path::Field("age".into()), code, args });
                assert!(all.insert(words.clone()), "{language} {code:?} {words}");
            }
        }
    }

    #[test]
    fn a_row_is_summed_up_by_its_first_answers() {
        let id = RowId::from_random([3; 16]);
        let fields = BTreeMap::from([
            ("name".to_owned(), Value::Text("Amina".into())),
            ("age".to_owned(), Value::Number(7)),
            ("lives_here".to_owned(), Value::YesNo(YesNo::Yes)),
        ]);
        let line = row_summary(standard(), &ENGLISH, &Names::default(), def("members"), &Row { id, order: 0, fields });
        assert!(line.starts_with("Amina, 7, ") && line.contains("Yes"), "{line}");
    }

    #[test]
    fn a_cell_is_named_after_its_repeat() {
        let path = Path::Cell("members".into(), RowId::from_random([3; 16]), "name".into());
        let words = field(forms(), &ENGLISH, &path);
        assert!(words.contains(def("members").label.get("en")) && words.contains("Name"), "{words}");
        assert_eq!(field(forms(), &ENGLISH, &Path::Field("from_elsewhere".into())), "from_elsewhere");
    }

    #[test]
    fn every_field_of_every_type_stands_in_a_section() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            for field in standard().fields_of(of.kind, of.module) {
                assert!(place_of(forms, &Path::Field(field.id.clone())).is_some(), "{}", field.id);
            }
        }
    }
}
