//! The pages: each shows one part of the office and asks it through the [`Workplace`](crate::frame::Workplace).
//!
//! Before anybody is signed in there are [`first_run`] and [`sign_in`]; they ask through the
//! [`Backend`](crate::backend::Backend) alone. Read first: `asking`, how a page gets what it shows.

mod asking;
pub mod audit;
pub mod case;
pub mod duplicates;
pub mod exchange;
pub mod first_run;
pub mod flags;
pub mod forms;
pub mod home;
pub mod log;
mod one_name;
mod one_time;
pub mod passing;
pub mod people;
pub mod places;
pub mod retention;
pub mod settings;
pub mod sign_in;
pub mod tracing;
pub mod work;
