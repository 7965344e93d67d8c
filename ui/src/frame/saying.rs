//! Codes and moments of the contract in the person's words.

use super::clock::{now, to_civil};
use amparo_api::getting_in::SignedIn;
use amparo_api::{Code, Problem};
use amparo_forms::settings::Thing;
use amparo_language::{Language, by_id, by_id_from_text, words};
use amparo_model::ids::Moment;
use amparo_model::person::Role;
use amparo_model::role::RoleId;
use std::collections::BTreeMap;

/// What happened, that nothing was lost, what to do.
#[must_use]
pub fn problem(language: &Language, problem: &Problem) -> String {
    // Which of the recovery words cannot be one, or how many were typed, helps more than that they do not open.
    if problem.code == Code::WrongRecoveryWords {
        let number = |name: &str| problem.args.get(name).filter(|number| number.parse::<usize>().is_ok());
        if let Some(word) = number("word") {
            return words::recovery_word_unknown(language, word);
        }
        if let Some(count) = number("count").and_then(|count| count.parse::<usize>().ok()) {
            return words::recovery_words_count(language, count);
        }
    }
    let given = problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    // Messages that count need a number even where the office gave none; what it gave comes later and wins.
    let args = [("seconds", "0"), ("count", "0"), ("line", "0")].into_iter().chain(given);
    by_id_from_text(language, &format!("problem-{}", problem.code.id()), args)
        .or_else(|| by_id(language, &format!("problem-{}", Code::Internal.id()), &[]))
        .unwrap_or_default()
}

/// A moment as people say it: `today 14:02`.
#[must_use]
pub fn moment(language: &Language, at: Moment) -> String {
    amparo_language::moment(language, to_civil(at), to_civil(now()))
}

/// A moment with its whole date, for paper.
#[must_use]
pub fn moment_in_full(language: &Language, at: Moment) -> String {
    let at = to_civil(at);
    let day = amparo_language::date(language, at.year(), Some(at.month()), Some(at.day()));
    format!("{day}, {}", amparo_language::time(language, at.hour(), at.minute()))
}

/// What the office calls a role.
#[must_use]
pub fn role(language: &Language, role: Role) -> String {
    let office = amparo_forms::in_force().settings().one(Thing::Role(role), language.tag());
    office.map_or_else(|| own_role_word(language, role), str::to_owned)
}

/// What the role of whoever is signed in is called.
#[must_use]
pub fn own_role(language: &Language, who: &SignedIn) -> String {
    if who.role_names.is_empty() {
        return given_role(language, &who.given, None);
    }
    in_language(language, &who.role_names)
}

/// What a role is called that people can be given: a standard one as the office calls it, one of its own by its names.
#[must_use]
pub fn given_role(language: &Language, id: &RoleId, names: Option<&BTreeMap<String, String>>) -> String {
    match (names.filter(|names| !names.is_empty()), id.as_str()) {
        (Some(names), _) => in_language(language, names),
        (None, RoleId::MANAGER) => words::role_manager(language),
        (None, RoleId::GBV_MANAGER) => words::role_gbv_manager(language),
        (None, text) => {
            let base = Role::ALL.iter().find(|base| base.as_str() == text);
            base.map_or_else(|| words::role_unknown(language), |base| role(language, *base))
        }
    }
}

fn in_language(language: &Language, names: &BTreeMap<String, String>) -> String {
    names.get(language.tag()).or_else(|| names.get("en")).or_else(|| names.values().next()).cloned().unwrap_or_default()
}

/// What the program calls a role.
#[must_use]
pub fn own_role_word(language: &Language, role: Role) -> String {
    match role {
        Role::Admin => words::role_admin(language),
        Role::Caseworker => words::role_caseworker(language),
        Role::Supervisor => words::role_supervisor(language),
        Role::TracingOfficer => words::role_tracing_officer(language),
        Role::GbvCaseworker => words::role_gbv_caseworker(language),
        Role::GbvSupervisor => words::role_gbv_supervisor(language),
        Role::Analyst => words::role_analyst(language),
        Role::Auditor => words::role_auditor(language),
    }
}

/// A place's name in the person's language, or else in any that is there.
#[must_use]
pub fn place_name(language: &Language, names: &BTreeMap<String, String>) -> String {
    in_language(language, names)
}

/// What a line of the log says; its general words when this version does not know the kind.
#[must_use]
pub fn log_line(language: &Language, what: &str) -> String {
    by_id(language, &format!("log-{}", what.replace('_', "-")), &[]).unwrap_or_else(|| words::log_closed(language))
}
