//! Journeys: what people do in an office from the first run to a copy at headquarters, and what is refused on the way. Everything
//! goes through the same door as the window, without one; the clock stands still until a journey moves it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acceptance;
mod around;
mod around_covered;
mod attachments;
mod bad_folder;
mod casework;
mod compartments;
mod counting;
mod dictionary;
mod duplicates;
mod emergency;
mod exchange;
mod forged;
mod keeping;
mod keyring;
mod leaving;
mod lists;
mod need_to_know;
mod new_roles;
mod next_steps;
mod passing;
mod past;
mod people;
mod permission;
mod places;
mod planted;
mod reach;
mod record_types;
mod restoring;
mod retention;
mod roles;
mod sealed_forms;
mod searching;
mod set_up;
mod shaping;
mod standard_roles;
mod steps;
mod taking_back;
mod tampering;
mod tracing;
mod versions;
mod whole_case;
mod whole_configuration;
mod work_list;
