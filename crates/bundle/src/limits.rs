//! How large things inside a sealed file may be. The writer keeps to them, the reader refuses beyond them.
//!
//! Together they keep the memory of reading under 256 MiB whatever the file claims: the manifest with its parsed form, and one
//! attachment or a few records at a time ([`crate::cores`]: 4 MiB of them, or one more that is heavier).

/// Bytes of everything inside the age seal. Under 4 GiB so that the zip needs no 64-bit extension and the file fits on the
/// sticks people carry; more goes in several bundles.
pub const INSIDE: u64 = 4_000_000_000;
/// Bytes of a file that is looked at at all: the inside, age's header, and 16 bytes for each 64 KiB.
pub const FILE: u64 = INSIDE + INSIDE / 4096 + AGE_HEADER + 1024;
/// Bytes of age's header, which is read before anything can be checked.
pub const AGE_HEADER: u64 = 8 * 1024;
/// Entries of the zip, manifest and signature included.
pub const ENTRIES: usize = 65_000;
/// Bytes of one JSON document: a record, the forms.
pub const JSON: u64 = 8 * 1024 * 1024;
/// Bytes of the manifest, which has a line for each entry.
pub const MANIFEST: u64 = 32 * 1024 * 1024;
/// How deep a JSON document may be nested.
pub const DEPTH: usize = 32;
/// How many values one record may hold. Bounds what parsing can make out of 8 MiB of very short values.
pub const VALUES: usize = 250_000;
/// How many values a manifest may hold: some for each entry and record. Bounds what parsing makes of it, as above.
pub const MANIFEST_VALUES: usize = 16 * ENTRIES;
/// Bytes of one attachment.
pub const ATTACHMENT: u64 = 100 * 1024 * 1024;
/// Bytes of `README.txt`.
pub const README: u64 = 64 * 1024;
/// A compressed entry may grow at most so many times.
pub const RATIO: u64 = 100;
/// Offices one bundle can go to.
pub const RECIPIENTS: usize = 16;
/// Statements that lead to an office's working keys. They are checked before the sender is known to be who it says.
pub const CARD_STATEMENTS: usize = 1_000;
/// Statements about people that one bundle can carry. Each costs a signature check or two before a record is read.
pub const STATEMENTS: usize = 10_000;
