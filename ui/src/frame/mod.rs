//! What stands around every page: who is signed in, where one is, keys, locking, help, search.
//!
//! Read first: [`Workplace`], the handle that screens get from [`use_workplace`]; then [`Screen`].

mod appearance;
mod clock;
mod commands;
mod help;
mod hidden;
mod idle;
mod keys;
mod listen;
mod office;
pub mod saying;
mod search;
mod status;
mod trays;
mod types;
mod workplace;

pub use appearance::{Appearance, Density, SIZES, Theme, apply, larger, looks_written, read_looks, smaller};
pub use clock::{Clock, now, to_civil};
pub use help::{Help, Topic};
pub use keys::{copy_text, key_letter, print_page};
pub use listen::{use_every_second, use_focus_in_dialog, use_listener};
pub use office::Office;
pub use saying::{given_role, log_line, moment, moment_in_full, own_role_word, place_name, problem, role};
pub use types::{
    may_register, own_type_page, own_type_word, type_icon, type_is_used, type_key, type_new, type_of_key, type_page,
    type_word, types_of,
};
pub use workplace::{Keep, Screen, Walk, Wish, Workplace, use_workplace, use_workplace_if_any};
