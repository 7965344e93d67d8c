//! Passing records on to colleagues: the dialog that assigns one or many ([`AssignDialog`], from a record's page and from lists), and what
//! was passed on, as both sides see it ([`PassedOn`]).
//!
//! Hooks for tests of the window: `#assign`, `#assign-to-<number from 1>`, `#assign-reason`, `#assign-note`, `#assign-go`, `#assign-undo`,
//! `#assign-close`; `[data-test="passing"]` with `data-state`.

mod assign;
mod history;

pub use assign::AssignDialog;
pub use history::PassedOn;
