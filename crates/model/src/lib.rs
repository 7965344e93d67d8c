//! What a record, a form, a person, a place and an office are: plain data.
//!
//! This crate knows no files, no clock, no randomness, no keys and no rights; it compiles to wasm32 and native alike.
//! Read first: [`record`] (a record is its revisions), [`value`] (what a field can hold), [`form`] (what is asked).

pub mod canonical;
mod change;
pub mod condition;
pub mod date;
pub mod form;
pub mod ids;
pub mod list;
pub mod office;
pub mod person;
pub mod place;
pub mod record;
pub mod role;
pub mod value;
pub mod view;
