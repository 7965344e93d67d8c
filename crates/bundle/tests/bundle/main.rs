//! Sealed files from outside: what one office writes and another opens, and everything that must be refused on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, missing_docs)]

mod age_vectors;
mod cards;
mod forgery;
mod hostile;
mod pace;
mod plain_tools;
mod refusals;
mod round_trip;
mod support;
