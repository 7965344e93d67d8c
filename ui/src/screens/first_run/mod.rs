//! Setting up an office, or opening the sample. What was typed stays until the office exists; nothing is on disk before
//! the last step. Read first: [`FirstRun`], which holds the answers and the order of the steps.

mod backup_place;
mod check_words;
mod office_step;
mod person_step;
mod sheet_step;
mod start;
mod wizard;

pub use start::FirstStart;
pub use wizard::FirstRun;
