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
    forms: files!["forms/consent.json", "forms/registration.json"],
    lists: files![
        "lists/alive.json",
        "lists/birth_registration.json",
        "lists/care_type.json",
        "lists/concern.json",
        "lists/consent_giver.json",
        "lists/country.json",
        "lists/displacement.json",
        "lists/ethnicity.json",
        "lists/id_source.json",
        "lists/id_type.json",
        "lists/language.json",
        "lists/marital_child.json",
        "lists/nationality_status.json",
        "lists/no_answer.json",
        "lists/relation.json",
        "lists/religion.json",
        "lists/risk_level.json",
        "lists/sector.json",
        "lists/service.json",
        "lists/sex.json",
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
