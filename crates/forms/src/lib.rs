//! The form engine: reads the configuration of an office, and holds a record against it.
//!
//! One implementation for the window (wasm, while typing) and for the office (native, while saving; it has the last word). It knows no
//! files, no clock, no randomness, no keys and no rights: the day, the person and their language come in a [`Context`]. It never
//! writes a message: a [`Finding`] has a stable code, the words come from the language crate.
//!
//! Read first: [`Configuration`] (forms, lists, compartments, clocks, settings, checked when loaded), then [`standard`], then the five
//! questions: [`Configuration::visible`], [`Configuration::calculate`], [`Configuration::defaults`],
//! [`Configuration::validate`], [`Configuration::progress`].
//!
//! Rules that hold everywhere:
//! - A field hidden by a condition keeps its value, is neither required nor validated, and counts as blank in other conditions.
//! - A repeat lies in one compartment with all its cells; a field lies in exactly one, whichever forms show it.
//! - Calculated fields are worked out at read time and never stored.

pub mod approval;
mod blocks;
pub mod clock;
mod compared;
mod configuration;
mod evaluate;
mod in_force;
mod problem;
pub mod reserved;
pub mod roles;
pub mod settings;
pub mod shape;
mod standard;
pub mod taken;
#[cfg(feature = "trial")]
pub mod trial;
mod validate;
mod verify;
pub mod way;

pub use configuration::{CircleKind, CompartmentDef, Configuration, Sources};
pub use evaluate::{Context, Visible};
pub use in_force::{in_force, use_configuration};
pub use problem::ConfigError;
pub use standard::standard;
pub use validate::{Finding, FindingCode, Mode, SectionProgress, Weight};

#[cfg(test)]
mod tests;
