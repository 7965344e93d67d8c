//! The use cases of an office, one module per area, behind one door.
//!
//! [`Program::ask`] takes a request of the `api` contract and answers it. It alone decides: the session says who is asking, the
//! table of `access` says whether they may, and every change is one transaction of `store` that tells the log. This crate knows
//! no window, and no SQL. Read first: [`Program`], `door` (which request needs what), `session` (what a login opens),
//! `casework::save` (how a record comes into being).

mod around;
mod casework;
mod chosen;
mod clock;
mod door;
mod entry;
mod keeping;
mod lists;
mod log;
mod matches;
mod partners;
mod people;
mod places;
mod problems;
mod program;
mod retention;
mod roster;
mod session;
mod shaping;

pub use clock::{Clock, FixedClock, SystemClock};
pub use program::{Cost, Program, Watch};

/// Keeps this process's memory out of core dumps and away from debuggers; the first thing a program does.
pub fn harden() {
    let _ = amparo_vault::memory::harden();
}
