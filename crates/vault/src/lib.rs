//! Amparo's keys: what a password opens, what a circle opens, who signed, and the file `office.keys` that holds it all.
//!
//! Bytes, contexts and keys go in, bytes come out. This crate must not know SQL, records, forms, or what anybody is
//! permitted to do; it is told ids and names of compartments only to bind sealed bytes to their place. Every primitive
//! comes from a published, maintained library; nothing here is new cryptography, only which standard piece is used where
//! (SECURITY.md, section 2). Randomness and time are parameters.
//!
//! Read first: [`symmetric::Key`] and [`context::Context`] (sealing), then [`user::UserKeys`], [`circle::CircleKeys`] and
//! [`office::OfficeKey`] (who holds what), then [`keyfile::KeyFile`] (what is on disk) and
//! [`certificate::Directory`] (who belongs to the office).

pub mod asymmetric;
pub mod attempts;
pub mod calibrate;
pub mod certificate;
pub mod circle;
pub mod commitment;
pub mod context;
mod error;
pub mod keyfile;
pub mod memory;
pub mod office;
pub mod password;
pub mod random;
pub mod recovery;
pub mod symmetric;
pub mod user;

pub use error::{Error, Result};
pub use random::{OsRandom, Randomness};
pub use secrecy::{ExposeSecret, SecretString};
pub use zeroize::Zeroizing;
