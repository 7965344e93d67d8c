//! Sealed files between offices (`.amparo`): write, open, verify; and the card an office introduces itself with.
//!
//! A sealed file is an age v1 file for the desks of the offices it goes to, around a zip whose last entries are a manifest and
//! the sender's signature over it (SECURITY.md, section 4). Plain `age -d` and `unzip` open it.
//!
//! This crate knows no database, no rights, no clock and no screen: keys, bytes and moments come in. Whether something may
//! leave or be accepted is decided by who calls it. What it opens is hostile until proved otherwise: nothing is believed
//! before the sender's signature fits, nothing is written to disk, and memory stays bounded whatever the file claims.
//!
//! Read first: [`manifest::Manifest`] (what a bundle says of itself), [`travelling::Travelling`] (a record on its way),
//! [`seal::write`], [`open::open`], and [`container`] (the one way the zip may look).

pub mod card;
pub mod chain;
pub mod container;
pub mod cores;
pub mod desk;
mod error;
mod json;
mod layout;
pub mod limits;
pub mod manifest;
#[doc(hidden)]
pub mod mutate;
pub mod open;
mod pad;
pub mod passphrase;
mod plain;
pub mod seal;
pub mod travelling;

pub use card::{Card, SignedCard, VerifiedCard};
pub use error::{BundleError, Interrupted, WhyBad};
pub use manifest::Manifest;
pub use open::{KnownOffice, Opened, open};
pub use seal::{Sending, Written, write};
pub use travelling::Travelling;
