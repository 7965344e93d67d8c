//! Files that people bring in and take out, read and written as plain data: place lists, photos, papers and sounds, QR codes, safe
//! spreadsheet cells.
//!
//! Bytes or text in, values out. The crate opens no file, knows no database, no key, no person and no permission, and it must not:
//! who may import or see something is decided in `office`. What comes from a file is untrusted; every reader has limits, and no error
//! or finding repeats the content of a file.
//!
//! Read first: [`places::read_places`] → [`places::PlaceList`], [`photos::prepare_photo`] → [`photos::Photo`], [`attachments::read_paper`],
//! [`qr::QrMatrix`], [`csv_text::neutral`], [`sheet::read`], [`primero::read_configuration`] (which has refusals of its own). Every refusal of the crate is a [`DocumentError`] or one of its parts.

pub mod attachments;
pub mod csv_text;
pub mod photos;
pub mod places;
pub mod primero;
pub mod qr;
pub mod sheet;

pub use attachments::AttachmentError;
pub use photos::{Photo, PhotoError, prepare_photo};
pub use places::{PlaceList, PlaceRow, PlacesError, read_places};
pub use qr::{QrError, QrMatrix};

/// Why a document was refused, whichever kind it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A place list was refused.
    #[error(transparent)]
    Places(#[from] PlacesError),
    /// A photo was refused.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// An attachment was refused.
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    /// A text cannot be drawn as a QR code.
    #[error(transparent)]
    Qr(#[from] QrError),
}
