//! Words, numbers and dates in the languages of the window: English, French, Arabic, Spanish.
//!
//! Every word on screen is a message in `assets/locales/<language>/*.ftl` (Fluent). The build turns each message into one
//! function in [`words`], typed by the variables it uses, and fails when a language lacks one: a missing translation
//! cannot reach a person. Messages whose name is only known while running (problem codes, findings of a form) are read
//! with [`by_id`].
//!
//! What this crate must not know: records, forms, people, the clock, the machine's locale. A caller hands in the
//! [`Language`] and what to say. An office's own words ([`own`]) are handed in too and laid over the catalogues. It compiles for the window (wasm) and for the office.
//!
//! Read first: [`Language`], then [`words`], then [`date`] and [`moment`].

mod catalogue;
mod dates;
mod isolate;
mod language;
mod numbers;
pub mod own;

pub use catalogue::{Arg, Number, by_id, by_id_from_text};
pub use dates::{age, date, duration, moment, month_name, read_month, time};
pub use language::{Calendar, Digits, Direction, Language, MonthNames, Tongue, UnknownLanguage};
pub use numbers::{decimal, number, read_digits, size, with_digits};

/// One function for each message of the catalogues; written by `build.rs`.
///
/// The comment of each function is its English text.
pub mod words {
    use crate::catalogue::{Arg, Number, say};
    use crate::language::Language;

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
