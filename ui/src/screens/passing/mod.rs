//! Passing records on to colleagues: the dialogs that assign one or many ([`AssignDialog`], from a record's page and from lists), refer and
//! transfer ([`offer::OfferDialog`]) and ask for a case ([`ask_for::AskForDialog`]); what was passed on of one record ([`PassedOn`]) and
//! everything that waits ([`PassedScreen`]), with the answers.
//!
//! Hooks for tests of the window: `#assign`, `#refer`, `#transfer`, `#ask-for`; `#colleague-<number from 1>`; `#passing-why`, `#passing-note`,
//! `#passing-in-spite`, `#passing-go`, `#assign-undo`, `#assign-close`; `[data-test="passing"]` with `data-state`, its buttons `#step-accept`,
//! `-reject`, `-finish`, `-revoke`, `-take-over`, `-create` with the number of the line behind them, then `#step-note`, `#step-go`.

mod ask_for;
mod assign;
mod colleagues;
mod history;
mod line;
mod list;
mod offer;
mod said;
mod say;

pub use ask_for::AskForDialog;
pub use assign::AssignDialog;
pub use history::PassedOn;
pub use list::PassedScreen;
pub use said::{ConsentSays, Prepared, Said, SaidFields};
