//! What the types of record are called in the window, and the ids of what belongs to them.

use crate::parts::Icon;
use amparo_access::{Action, Allowed, may, works_with};
use amparo_forms::in_force;
use amparo_forms::settings::Thing;
use amparo_language::{Language, words};
use amparo_model::person::Role;
use amparo_model::record::RecordType;

/// The word for a type in ids of elements: of its list, as in `go-cases`.
#[must_use]
pub fn type_key(of: RecordType) -> &'static str {
    match of {
        RecordType::INCIDENT => "incidents",
        RecordType::TRACING_REQUEST => "tracing-requests",
        RecordType::FAMILY => "families",
        RecordType::REGISTRY => "registry",
        RecordType::GBV_CASE => "survivors",
        RecordType::GBV_INCIDENT => "gbv-incidents",
        _ => "cases",
    }
}

/// The type with a key.
#[must_use]
pub fn type_of_key(key: &str) -> Option<RecordType> {
    RecordType::REGISTERED.iter().copied().find(|of| type_key(*of) == key)
}

/// What the office calls one record of the type.
#[must_use]
pub fn type_word(language: &Language, of: RecordType) -> String {
    let office = in_force().settings().one(Thing::Record(of), language.tag());
    office.map_or_else(|| own_type_word(language, of), str::to_owned)
}

/// What the program calls one record of the type.
#[must_use]
pub fn own_type_word(language: &Language, of: RecordType) -> String {
    match of {
        RecordType::INCIDENT => words::type_incident(language),
        RecordType::TRACING_REQUEST => words::type_tracing_request(language),
        RecordType::FAMILY => words::type_family(language),
        RecordType::REGISTRY => words::type_registry(language),
        RecordType::GBV_CASE => words::type_survivor(language),
        RecordType::GBV_INCIDENT => words::type_gbv_incident(language),
        _ => words::type_case(language),
    }
}

/// What the office calls the page that lists them.
#[must_use]
pub fn type_page(language: &Language, of: RecordType) -> String {
    let office = in_force().settings().many(Thing::Record(of), language.tag());
    office.map_or_else(|| own_type_page(language, of), str::to_owned)
}

/// What the program calls the page that lists them.
#[must_use]
pub fn own_type_page(language: &Language, of: RecordType) -> String {
    match of {
        RecordType::INCIDENT => words::page_incidents(language),
        RecordType::TRACING_REQUEST => words::page_tracing_requests(language),
        RecordType::FAMILY => words::page_families(language),
        RecordType::REGISTRY => words::page_registry(language),
        RecordType::GBV_CASE => words::page_survivors(language),
        RecordType::GBV_INCIDENT => words::page_gbv_incidents(language),
        _ => words::page_cases(language),
    }
}

/// Registering one.
#[must_use]
pub fn type_new(language: &Language, of: RecordType) -> String {
    if let Some(name) = in_force().settings().one(Thing::Record(of), language.tag()) {
        return words::new_named(language, name);
    }
    match of {
        RecordType::INCIDENT => words::new_incident(language),
        RecordType::TRACING_REQUEST => words::new_tracing_request(language),
        RecordType::FAMILY => words::new_family(language),
        RecordType::REGISTRY => words::new_registry(language),
        RecordType::GBV_CASE => words::new_survivor(language),
        RecordType::GBV_INCIDENT => words::new_gbv_incident(language),
        _ => words::list_new(language),
    }
}

/// Its drawing in the rail.
#[must_use]
pub fn type_icon(of: RecordType) -> Icon {
    match of {
        RecordType::INCIDENT | RecordType::GBV_INCIDENT => Icon::Flag,
        RecordType::TRACING_REQUEST => Icon::Search,
        RecordType::FAMILY => Icon::UsersRound,
        RecordType::REGISTRY => Icon::ListFilter,
        _ => Icon::FileText,
    }
}

/// Whether a new record of the type can be begun: the office uses it.
#[must_use]
pub fn type_is_used(of: RecordType) -> bool {
    in_force().settings().uses(of)
}

/// Whether somebody may begin a new record of the type here.
#[must_use]
pub fn may_register(who: impl Into<Allowed>, of: RecordType) -> bool {
    let allowed = who.into();
    may(allowed, Action::RegisterRecords) && works_with(allowed.base, of) && type_is_used(of)
}

/// The types that a role works with, in the order in which they are offered; those that the office uses first. The first is the one
/// its work turns about.
#[must_use]
pub fn types_of(role: Role) -> Vec<RecordType> {
    let mut types: Vec<RecordType> =
        RecordType::REGISTERED.iter().copied().filter(|of| works_with(role, *of)).collect();
    types.sort_by_key(|of| !type_is_used(*of));
    types
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_type_has_a_key_and_words_of_its_own_in_every_language() {
        let keys: BTreeSet<&str> = RecordType::REGISTERED.iter().map(|of| type_key(*of)).collect();
        assert_eq!(keys.len(), RecordType::REGISTERED.len());
        for language in Language::ALL {
            for say in [type_word, type_page, type_new] {
                let all: BTreeSet<String> = RecordType::REGISTERED.iter().map(|of| say(&language, *of)).collect();
                assert_eq!(all.len(), RecordType::REGISTERED.len(), "{language}");
            }
        }
        for of in RecordType::REGISTERED {
            assert_eq!(type_of_key(type_key(*of)), Some(*of));
        }
    }

    #[test]
    fn each_role_begins_with_the_records_its_work_turns_about() {
        assert_eq!(types_of(Role::Caseworker).first(), Some(&RecordType::CASE));
        assert_eq!(types_of(Role::GbvCaseworker).first(), Some(&RecordType::GBV_CASE));
        assert_eq!(types_of(Role::TracingOfficer), [RecordType::TRACING_REQUEST]);
        assert!(types_of(Role::Admin).is_empty());
    }
}
