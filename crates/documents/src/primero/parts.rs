//! In which part of a record a question of Primero lies, and how sensitive it is. The rule stands in words at the top of the module;
//! names of fields are English in every Primero, which is what makes it possible.

use super::source::{Object, flag};
use amparo_model::form::{Class, FieldDef, FieldKind, SearchedAs};
use amparo_model::record::{Compartment, Kind, Module, RecordType};

const NAMES: &[&str] = &["name", "names", "nickname", "nicknames", "surname", "surnames"];
const CONTACTS: &[&str] = &["phone", "telephone", "mobile", "email", "address", "landmark", "whatsapp", "gps"];
const PAPERS: &[&str] =
    &["id", "ids", "no", "number", "code", "passport", "biometrics", "fingerprint", "ref", "icrc", "unhcr"];
const BIRTH: &[&str] = &["birth", "dob", "birthdate", "birthday"];
const CONSENT: &[&str] = &["consent", "consented", "assent", "disclosure", "legitimate", "withholding"];
const ACCUSED: &[&str] = &["perpetrator", "perpetrators", "abuser", "alleged", "accused"];
const SAFETY: &[&str] = &["safety", "threat", "threats", "danger", "shelter"];
const STORY: &[&str] = &["account", "narrative", "description", "details", "story", "statement"];
const CARE: &[&str] = &[
    "care",
    "caregiver",
    "caregivers",
    "caretaker",
    "family",
    "relation",
    "relative",
    "relatives",
    "mother",
    "father",
    "parent",
    "parents",
    "sibling",
    "siblings",
    "household",
    "guardian",
];

/// How sensitive a question is, from open to strict; rows take the strictest of their questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Rest,
    Care,
    Consent,
    Papers,
    Story,
    Identity,
    Accused,
    Safety,
}

fn has(name: &str, words: &[&str]) -> bool {
    name.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).any(|word| words.contains(&word))
}

/// What a question is about. `form` is the id of the form it stands in, `kind` what it is here.
pub(super) fn subject(of: RecordType, raw: &Object, name: &str, form: &str, kind: &FieldKind) -> Subject {
    let typed = matches!(kind, FieldKind::Text | FieldKind::LongText);
    let accused = has(name, ACCUSED) || has(form, ACCUSED);
    if has(name, SAFETY) {
        return Subject::Safety;
    }
    let identity = matches!(kind, FieldKind::Photo | FieldKind::Audio | FieldKind::Signature)
        || typed && [NAMES, CONTACTS, PAPERS].iter().any(|words| has(name, words))
        || matches!(kind, FieldKind::Date) && has(name, BIRTH)
        || flag(raw, "phone_number") == Some(true)
        || flag(raw, "hidden_text_field") == Some(true);
    match (identity, accused) {
        (_, true) => Subject::Accused,
        (true, false) => Subject::Identity,
        _ if matches!(kind, FieldKind::File) => Subject::Papers,
        _ if has(name, CONSENT) || has(form, CONSENT) => Subject::Consent,
        _ if of.kind == Kind::Incident && (matches!(kind, FieldKind::LongText) || typed && has(name, STORY)) => {
            Subject::Story
        }
        _ if has(name, CARE) || has(form, CARE) => Subject::Care,
        _ => Subject::Rest,
    }
}

/// The part of a record of that type.
pub(super) fn part(of: RecordType, subject: Subject, rows: bool) -> Compartment {
    let gbv = of.module == Module::Gbv;
    Compartment::new(match (of.kind, subject) {
        (Kind::Incident, Subject::Rest | Subject::Care | Subject::Consent) => "incident",
        (Kind::Incident, _) => "account",
        (Kind::TracingRequest, _) if rows => "tracing",
        (Kind::Case, Subject::Safety) if gbv => "safety",
        (Kind::Case, Subject::Accused) if gbv => "safety",
        (Kind::Case, Subject::Accused) => "assessment-sensitive",
        (Kind::Case, Subject::Consent) => "consent-answers",
        (Kind::Case, Subject::Care) => "care",
        (Kind::Case, Subject::Papers) if !gbv => "documents",
        (_, Subject::Identity | Subject::Papers | Subject::Accused) => "identity",
        _ => "registration",
    })
}

/// The class: critical for safety and for the accused, else strict.
pub(super) fn class(of: RecordType, subject: Subject) -> Class {
    match subject {
        Subject::Accused => Class::P4,
        Subject::Safety if of.module == Module::Gbv => Class::P4,
        _ => Class::P3,
    }
}

/// How search finds it. Only what lies in `identity`: an account is not searched.
pub(super) fn searched_as(field: &FieldDef, raw: &Object, name: &str) -> Option<SearchedAs> {
    if !matches!(field.kind, FieldKind::Text) || field.class > Class::P3 {
        return None;
    }
    if flag(raw, "phone_number") == Some(true) || has(name, &["phone", "telephone", "mobile", "whatsapp"]) {
        Some(SearchedAs::Phone)
    } else if has(name, NAMES) {
        Some(SearchedAs::Name)
    } else if has(name, PAPERS) {
        Some(SearchedAs::Number)
    } else {
        None
    }
}
