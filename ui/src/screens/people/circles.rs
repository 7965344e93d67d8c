//! What circles are called.

use super::Everybody;
use amparo_language::{Language, words};
use amparo_model::ids::TeamId;
use amparo_model::person::CirclePurpose;

/// The words for one circle.
pub(super) fn circle(language: &Language, everybody: &Everybody, purpose: &CirclePurpose) -> String {
    let team = |id: &TeamId| everybody.team_name(Some(*id)).unwrap_or_default();
    match purpose {
        CirclePurpose::Person { person } => {
            let name = everybody.people.iter().find(|known| known.id == *person).map(|known| known.name.as_str());
            words::circle_person(language, name.unwrap_or_default())
        }
        CirclePurpose::Supervisors { team: id } => words::circle_supervisors(language, &team(id)),
        CirclePurpose::GbvSupervisors { team: id } => words::circle_gbv_supervisors(language, &team(id)),
        CirclePurpose::Tracing => words::circle_tracing(language),
        CirclePurpose::Desk => words::circle_desk(language),
        CirclePurpose::Auditors => words::circle_auditors(language),
        CirclePurpose::Analysts => words::circle_analysts(language),
        CirclePurpose::Matching => words::circle_matching(language),
        CirclePurpose::GbvMatching => words::circle_gbv_matching(language),
    }
}

/// The words for several.
pub(super) fn circles(language: &Language, everybody: &Everybody, purposes: &[CirclePurpose]) -> String {
    purposes.iter().map(|purpose| circle(language, everybody, purpose)).collect::<Vec<_>>().join(" · ")
}
