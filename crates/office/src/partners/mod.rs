//! Other offices: their cards, copies of cases sealed to them, and what they send.

mod cards;
pub(crate) mod receive;
pub(crate) mod send;
pub(crate) mod working;

use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::exchange::{Answer as Exchange, Ask, LedgerRow};
use amparo_api::{Code, Problem, Reply};
use amparo_bundle::{BundleError, Interrupted};
use amparo_model::ids::{OfficeId, RecordId};
use amparo_store::Reading;

impl Program {
    pub(crate) fn exchange(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Reply> {
        let answer = match ask {
            Ask::OurCard {} => session.our_card()?,
            Ask::SaveCard { target } => {
                session.save_card(&self.chosen.path(&target)?)?;
                return Ok(Reply::Done);
            }
            Ask::ReadCard { source } => Exchange::Office(session.read_card(&self.chosen.path(&source)?)?),
            Ask::Verify { office, digits } => Exchange::Office(session.verify_office(office, &digits)?),
            Ask::Offices {} => Exchange::Offices { offices: session.offices()? },
            Ask::PreviewCopy { record, office } => Exchange::Leaving(Box::new(session.preview_copy(record, office)?)),
            Ask::SealCopy { record, office, target } => {
                session.seal_copy(record, office, &self.chosen.path(&target)?, watch)?
            }
            Ask::SealConfiguration { office, target } => {
                session.seal_configuration(office, &self.chosen.path(&target)?, watch)?
            }
            Ask::Read { source } => Exchange::Plan(session.read_bundle(&self.chosen.path(&source)?, watch)?),
            Ask::Accept { bundle } => Exchange::Accepted { records: session.accept(bundle, watch)? },
            Ask::Leave { bundle } => {
                session.leave(bundle);
                return Ok(Reply::Done);
            }
            Ask::Ledger {} => Exchange::Ledger { entries: session.ledger()? },
            Ask::ExportDeskKey { words, target } => {
                session.export_desk_key(&words, &self.chosen.path(&target)?)?;
                return Ok(Reply::Done);
            }
        };
        Ok(Reply::Exchange(answer))
    }
}

impl Program {
    /// Seals copies of many cases to an office in one file. The window seals one at a time so far; the bench measures with this.
    ///
    /// # Errors
    /// As for sealing one: the first case that may not leave refuses all.
    #[doc(hidden)]
    pub fn seal_copies(
        &self,
        records: &[RecordId],
        office: OfficeId,
        target: &std::path::Path,
        watch: &dyn Watch,
    ) -> Result<u64, Problem> {
        let session = self.session()?;
        if !session.may(amparo_access::Action::SendCopies) {
            return Err(Code::NotAllowed.into());
        }
        Ok(session.seal_copies(records, office, target, watch)?.0.bytes)
    }
}

impl Session {
    fn ledger(&self) -> Answer<Vec<LedgerRow>> {
        let entries = self.store.read(|reading: &Reading<'_>| reading.ledger())?;
        let row = |entry: amparo_store::LedgerEntry| LedgerRow {
            bundle: entry.bundle,
            left: entry.left,
            office: self.office_name(entry.office),
            number: entry.number,
            at: entry.at,
            records: entry.records,
        };
        Ok(entries.into_iter().map(row).collect())
    }
}

/// What a sealed file was refused for.
pub(crate) fn problem(error: &BundleError) -> Problem {
    match error {
        BundleError::NotABundle | BundleError::Damaged | BundleError::BadEntry | BundleError::NoSuchPart => {
            Code::BundleDamaged
        }
        BundleError::NotForUs => Code::BundleNotForUs,
        BundleError::WrongPassphrase => Code::WrongPassphrase,
        BundleError::UnknownSender => Code::BundleUnknownSender,
        BundleError::UnverifiedSender => Code::OfficeNotVerified,
        BundleError::ChangedRoot | BundleError::BadSignature => Code::BundleForged,
        BundleError::BadRevision(_) => Code::BundleBadRevision,
        BundleError::TooLarge | BundleError::TooDeep => Code::BundleTooLarge,
        BundleError::Newer => Code::BundleNewer,
        BundleError::Expired => Code::BundleExpired,
        BundleError::NotACard => Code::BadCard,
        BundleError::Stopped => Code::Stopped,
        BundleError::NotSealable(_) => Code::Internal,
        BundleError::Io(kind) => return crate::problems::of_io(&std::io::Error::from(*kind)),
    }
    .into()
}

impl From<BundleError> for crate::problems::Trouble {
    fn from(error: BundleError) -> Self {
        Self(problem(&error))
    }
}
impl From<Interrupted<crate::problems::Trouble>> for crate::problems::Trouble {
    fn from(error: Interrupted<crate::problems::Trouble>) -> Self {
        match error {
            Interrupted::Bundle(error) => error.into(),
            Interrupted::Caller(trouble) => trouble,
        }
    }
}
