//! The standard configuration, part of the program: the same in the window and in the office.

use crate::configuration::{Configuration, Sources};
use std::sync::OnceLock;

/// A file of `assets/config` with its name.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/config/", $name)))),*]
    };
}

const SOURCES: Sources<'static> = Sources {
    forms: files![
        "forms/intake.json",
        "forms/consent.json",
        "forms/registration.json",
        "forms/disability.json",
        "forms/assessment.json",
        "forms/assessment-sensitive.json",
        "forms/risk-history.json",
        "forms/case-plan.json",
        "forms/services.json",
        "forms/follow-up.json",
        "forms/reminders.json",
        "forms/review.json",
        "forms/conference.json",
        "forms/care-history.json",
        "forms/separation.json",
        "forms/child-wishes.json",
        "forms/family.json",
        "forms/found-child.json",
        "forms/tracing-actions.json",
        "forms/verification.json",
        "forms/reunification.json",
        "forms/post-reunification.json",
        "forms/caafag.json",
        "forms/bia.json",
        "forms/bid.json",
        "forms/documents.json",
        "forms/closure.json",
        "forms/reopening.json",
        "forms/approvals.json",
        "forms/incident-cp.json",
        "forms/inquirer.json",
        "forms/traces.json",
        "forms/family-record.json",
        "forms/registry-record.json",
        "forms/gbv-survivor.json",
        "forms/gbv-consent.json",
        "forms/gbv-assessment.json",
        "forms/gbv-safety-plan.json",
        "forms/gbv-action-plan.json",
        "forms/gbv-follow-up.json",
        "forms/gbv-reminders.json",
        "forms/gbv-closure.json",
        "forms/gbv-reopening.json",
        "forms/gbv-incident.json",
        "forms/gbv-account.json",
        "forms/gbv-perpetrators.json",
        "forms/gbv-referrals.json",
        "forms/referral.json",
        "forms/transfer.json",
        "forms/assignment.json",
        "forms/supervision.json",
        "forms/file-check.json",
        "forms/observation.json",
        "forms/feedback.json",
    ],
    lists: files![
        "lists/alive.json",
        "lists/armed_group.json",
        "lists/birth_registration.json",
        "lists/care_change.json",
        "lists/care_type.json",
        "lists/closure_reason.json",
        "lists/concern.json",
        "lists/consent_giver.json",
        "lists/country.json",
        "lists/displacement.json",
        "lists/displacement_stage.json",
        "lists/edu_status.json",
        "lists/education_type.json",
        "lists/ethnicity.json",
        "lists/exploitation.json",
        "lists/further_action.json",
        "lists/gbv_difficulty.json",
        "lists/gbv_displacement.json",
        "lists/gbv_harmful_practice.json",
        "lists/gbv_marital.json",
        "lists/gbv_perp_occupation.json",
        "lists/gbv_place.json",
        "lists/gbv_referral_answer.json",
        "lists/gbv_referred_from.json",
        "lists/gbv_type.json",
        "lists/goal_progress.json",
        "lists/id_source.json",
        "lists/id_type.json",
        "lists/impairment.json",
        "lists/language.json",
        "lists/marital_child.json",
        "lists/nationality_status.json",
        "lists/need_level.json",
        "lists/no_answer.json",
        "lists/no_school.json",
        "lists/not_seen.json",
        "lists/perpetrator_relation.json",
        "lists/perpetrator_type.json",
        "lists/place_type.json",
        "lists/relation.json",
        "lists/religion.json",
        "lists/risk_level.json",
        "lists/sector.json",
        "lists/separation_cause.json",
        "lists/service.json",
        "lists/sex.json",
        "lists/time_taken.json",
        "lists/wg_answer.json",
        "lists/wg_compared.json",
        "lists/wg_frequency.json",
    ],
    blocks: include_str!("../../../assets/config/blocks.json"),
    compartments: include_str!("../../../assets/config/compartments.json"),
    clocks: include_str!("../../../assets/config/clocks.json"),
};

/// The standard forms, lists, compartments and clocks; read and checked at the first call.
///
/// # Panics
/// Never: the texts are part of the program and a test loads them.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "the texts are compiled in; the test `the_standard_configuration_loads` reads them"
)]
pub fn standard() -> &'static Configuration {
    static STANDARD: OnceLock<Configuration> = OnceLock::new();
    STANDARD.get_or_init(|| Configuration::load(&SOURCES).expect("the standard configuration loads"))
}
