//! Why a sealed file or a card was refused: one variant for each reason a person is told, never anything of the content.

/// Refusals of this crate.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// It is no age file at all.
    #[error("this is not a sealed file")]
    NotABundle,
    /// Sealed once, but changed or cut short since.
    #[error("the sealed file is damaged or cut short")]
    Damaged,
    /// No desk of ours opens it, or it opens but was not made out to us.
    #[error("the sealed file is not for this office")]
    NotForUs,
    /// Sealed with another passphrase.
    #[error("the passphrase does not open the file")]
    WrongPassphrase,
    /// We have no card of the office it says it is from.
    #[error("the sender is not known here")]
    UnknownSender,
    /// We have a card, but nobody has compared its digits.
    #[error("the sender is known but was never verified")]
    UnverifiedSender,
    /// Everything fits together, but under another root key than the one known of this office.
    #[error("the sender's root key is not the one known here")]
    ChangedRoot,
    /// The sender's signature over manifest or card does not fit.
    #[error("the sender's signature does not fit")]
    BadSignature,
    /// A record in it is not what its authors signed.
    #[error("a record in the sealed file is not as its authors signed it: {0}")]
    BadRevision(WhyBad),
    /// Something in it is larger than this program takes.
    #[error("the sealed file, or something in it, is too large")]
    TooLarge,
    /// A document in it is nested too deep.
    #[error("a document in the sealed file is nested too deep")]
    TooDeep,
    /// A newer version of Amparo wrote it.
    #[error("the sealed file was written by a newer version")]
    Newer,
    /// The sender set an end date, and it has passed.
    #[error("the sealed file has expired")]
    Expired,
    /// The inside is not laid out in the one way it may be: names, order, doubles, sizes, gaps.
    #[error("the inside of the sealed file is not laid out as it must be")]
    BadEntry,
    /// The text or file is no office card.
    #[error("this is not an office card")]
    NotACard,
    /// The caller wants to seal something that every reader would refuse.
    #[error("this cannot be sealed: {0}")]
    NotSealable(&'static str),
    /// An attachment or part that was asked for is not in the bundle.
    #[error("the sealed file holds no such part")]
    NoSuchPart,
    /// The file system refused.
    #[error("reading or writing failed: {0}")]
    Io(std::io::ErrorKind),
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}

impl From<std::io::Error> for BundleError {
    /// Keeps only the kind: messages of the system can contain paths.
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhyBad {
    /// It cannot be read as a record.
    #[error("unreadable")]
    Unreadable,
    /// Its revisions, its file name and the manifest do not name the same record, kind or module.
    #[error("another record")]
    OtherRecord,
    /// No revision starts it, or more than one does.
    #[error("not exactly one beginning")]
    Beginning,
    /// A revision follows one that does not stand before it, or stands there twice.
    #[error("a gap in the history")]
    Gap,
    /// No certificate in the bundle vouches for the author.
    #[error("an author without certificate")]
    UnknownAuthor,
    /// The author's signature does not fit the revision.
    #[error("an author's signature does not fit")]
    Signature,
    /// What was sent does not fit what the author committed to, or parts are missing, double or out of order.
    #[error("content does not fit its commitment")]
    Content,
    /// A certificate was not given by the root of the author's office.
    #[error("a certificate does not fit")]
    Certificate,
    /// The bundle holds an attachment that no record in it names.
    #[error("an attachment no record names")]
    Attachment,
}

/// Why a pass over many records ended early: by this crate's own reason, or by the caller's.
#[derive(Debug, thiserror::Error)]
pub enum Interrupted<E> {
    /// The bundle.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// The caller: its source of records failed, or it did not take one.
    #[error("the caller stopped")]
    Caller(E),
}
