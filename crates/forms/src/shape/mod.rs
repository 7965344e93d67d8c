//! Shaping a configuration: the whole of it as one text, what differs between two, and what a change must not lose.
//!
//! Pure: the window compares while somebody edits, the office has the last word when a draft is applied.

mod compare;
mod keep;
mod usage;
mod words;
mod written;

pub use compare::{Difference, Facet, compare};
pub use keep::keep;
pub use usage::{About, GivenUp, InRecord, Use, given_up};
pub use words::{WordProblem, WordRow, take_words, words};
pub use written::{FORMAT, LARGEST, Written};
