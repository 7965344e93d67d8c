//! The table of requests: what each needs. A request that is not listed does not compile; one that needs more than the session
//! has is refused before anything is looked at.

use amparo_access::Action;
use amparo_api::{
    Request, around, duplicates, exchange, getting_in, keeping, lists, passing, past, people, places, records,
    retention, roles, shaping, tracing, work,
};

/// What a request needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nobody signed in; it has its own proof (password, recovery words) or tells nothing.
    Nothing,
    /// Somebody signed in, about their own session.
    Session,
    /// Somebody signed in who may do this.
    May(Action),
}

/// The row of the table for a request.
pub(crate) fn needs(request: &Request) -> Needs {
    use Action as A;
    use Needs::{May, Nothing, Session};
    match request {
        Request::GettingIn(ask) => match ask {
            getting_in::Ask::Look {}
            | getting_in::Ask::Strength { .. }
            | getting_in::Ask::MakePhrase { .. }
            | getting_in::Ask::BeginSetUp(_)
            | getting_in::Ask::SaveRecoverySheet { .. }
            | getting_in::Ask::FinishSetUp { .. }
            | getting_in::Ask::OpenSample {}
            | getting_in::Ask::SignIn { .. }
            | getting_in::Ask::Recover { .. }
            | getting_in::Ask::ResetPassword { .. } => Nothing,
            getting_in::Ask::ChangePassword { .. }
            | getting_in::Ask::AcceptConduct { .. }
            | getting_in::Ask::Lock {} => Session,
        },
        Request::People(ask) => May(match ask {
            people::Ask::List {}
            | people::Ask::Waiting {}
            | people::Ask::PreviewChange { .. }
            | people::Ask::PreviewLeaving { .. }
            // Who may withdraw what, the proposal decides.
            | people::Ask::Withdraw { .. }
            | people::Ask::Conduct {} => A::SeePeople,
            people::Ask::AddTeam { .. } | people::Ask::EditTeam { .. } | people::Ask::PutAgency { .. } => A::AddTeam,
            people::Ask::Propose { .. }
            | people::Ask::ProposeChange { .. }
            | people::Ask::ProposeAgain { .. }
            | people::Ask::ProposeReset { .. }
            | people::Ask::ProposeRenewal { .. }
            | people::Ask::ProposeLeaving { .. } => A::ProposePerson,
            // A reader of the log lets the next one in; whom one's own circles let in, the keys decide.
            people::Ask::LetIn { .. } => A::SeePeople,
            people::Ask::Admit { .. } | people::Ask::Confirm { .. } | people::Ask::LetInWithWords { .. } => {
                A::AdmitPerson
            }
            people::Ask::SignIns { .. } => A::SeeWhoWorked,
            people::Ask::SetConduct { .. } => A::SetOffice,
        }),
        Request::Roles(ask) => May(match ask {
            // Who may say yes or no to what, the version that waits decides.
            roles::Ask::List {}
            | roles::Ask::Preview { .. }
            | roles::Ask::Answer { .. }
            | roles::Ask::Export { .. } => A::SeePeople,
            roles::Ask::Keep { .. } => A::ShapeRoles,
        }),
        Request::Places(ask) => May(match ask {
            places::Ask::Preview { .. } | places::Ask::Import { .. } => A::ImportPlaces,
            places::Ask::Under { .. } | places::Ask::Find { .. } => A::SeePlaces,
        }),
        Request::Records(ask) => match ask {
            // The first page also greets those who open no record.
            records::Ask::Home {} => Session,
            records::Ask::Find { .. } | records::Ask::Rows { .. } => May(A::ListRecords),
            records::Ask::Linked { .. }
            | records::Ask::Open { .. }
            | records::Ask::Photo { .. }
            | records::Ask::File { .. } => May(A::ReadRecords),
            records::Ask::History { .. } | records::Ask::Versions { .. } => May(A::SeeHistory),
            records::Ask::PreviewTakeBack { .. } | records::Ask::TakeBack { .. } => May(A::TakeBack),
            records::Ask::SaveFileAs { .. } => May(A::CopyFiles),
            records::Ask::Printed { .. } => May(A::PrintRecords),
            records::Ask::Save { record: None, .. } => May(A::RegisterRecords),
            records::Ask::Save { .. }
            | records::Ask::KeepDraft { .. }
            | records::Ask::Drafts {}
            | records::Ask::OpenDraft { .. }
            | records::Ask::DropDraft { .. }
            | records::Ask::AddPhoto { .. }
            | records::Ask::AddFile { .. }
            | records::Ask::AddMark { .. }
            | records::Ask::AddSound { .. } => May(A::WriteRecords),
        },
        Request::Lists(ask) => May(match ask {
            // What of a record a filter or a column may ask, the role's forms say.
            lists::Ask::Page { .. }
            | lists::Ask::Matching { .. }
            | lists::Ask::Beside { .. }
            | lists::Ask::Owners { .. } => A::ListRecords,
            lists::Ask::Read { .. } => A::ReadRecords,
            lists::Ask::Views { .. } | lists::Ask::KeepView { .. } | lists::Ask::DropView { .. } => A::ListRecords,
            // Plain text leaves the office's folder, as a plain copy of a file does.
            lists::Ask::Export { .. } => A::CopyFiles,
            lists::Ask::Printed { .. } => A::PrintRecords,
        }),
        Request::Work(ask) => May(match ask {
            work::Ask::List { .. } | work::Ask::Workers {} => A::ReadRecords,
            work::Ask::Done { .. } | work::Ask::AskApproval { .. } => A::WriteRecords,
            work::Ask::Approve { .. } => A::Approve,
        }),
        Request::Around(ask) => May(match ask {
            around::Ask::Flags { .. }
            | around::Ask::Alerts { .. }
            | around::Ask::Uncover { .. }
            | around::Ask::SaveCalendar { .. } => A::ReadRecords,
            around::Ask::Flag { .. }
            | around::Ask::Resolve { .. }
            | around::Ask::Note { .. }
            | around::Ask::ProtectName { .. }
            | around::Ask::Relate { .. }
            | around::Ask::Unrelate { .. }
            | around::Ask::Seen { .. } => A::WriteRecords,
        }),
        Request::Passing(ask) => May(match ask {
            passing::Ask::Colleagues { .. } | passing::Ask::List { .. } => A::ReadRecords,
            passing::Ask::Assign { .. } | passing::Ask::Undo { .. } => A::Assign,
            passing::Ask::Prepare { kind: passing::Kind::Transfer, .. } => A::Transfer,
            passing::Ask::Offer(offer) if offer.kind == passing::Kind::Transfer => A::Transfer,
            passing::Ask::Prepare { .. } | passing::Ask::Offer(_) => A::Refer,
            passing::Ask::Send(_) => A::SendCopies,
            passing::Ask::CreateCase { .. } => A::ReceiveBundles,
            // Who may answer and take back what, the sheet decides.
            passing::Ask::AskFor { .. }
            | passing::Ask::Answer { .. }
            | passing::Ask::Finish { .. }
            | passing::Ask::Revoke { .. }
            | passing::Ask::TakeOver { .. } => A::WriteRecords,
        }),
        Request::Tracing(ask) => May(match ask {
            // Of a case that one's own keys open: whoever is responsible is told who looks for the child.
            tracing::Ask::Matched { .. } | tracing::Ask::Hints { .. } => A::ReadRecords,
            tracing::Ask::Searchers { .. } | tracing::Ask::HandSearch { .. } => A::Refer,
            tracing::Ask::Find { .. }
            | tracing::Ask::Search { .. }
            | tracing::Ask::Leads { .. }
            | tracing::Ask::Compare { .. } => A::FindMatches,
            tracing::Ask::Printed { .. } => A::FindMatches,
            tracing::Ask::Decide { .. } => A::DecideMatches,
            tracing::Ask::Settings {} | tracing::Ask::TrySettings { .. } | tracing::Ask::UseSettings { .. } => {
                A::ShapeMatching
            }
        }),
        Request::Duplicates(ask) => May(match ask {
            duplicates::Ask::Like { .. } | duplicates::Ask::Looked { .. } => A::RegisterRecords,
            duplicates::Ask::Others { .. } => A::FindOthers,
            duplicates::Ask::Of { .. } => A::ReadRecords,
            duplicates::Ask::Search {}
            | duplicates::Ask::Among { .. }
            | duplicates::Ask::Pairs { .. }
            | duplicates::Ask::Compare { .. }
            | duplicates::Ask::Decide { .. } => A::MarkDuplicates,
        }),
        Request::Exchange(ask) => May(match ask {
            exchange::Ask::OurCard {} | exchange::Ask::Offices {} | exchange::Ask::Ledger {} => A::SeeOffices,
            // A card that leaves is signed with the desk's working key.
            exchange::Ask::SaveCard { .. } | exchange::Ask::ReadCard { .. } | exchange::Ask::Verify { .. } => {
                A::MeetOffices
            }
            exchange::Ask::PreviewCopy { .. }
            | exchange::Ask::SealCopy { .. }
            | exchange::Ask::SealConfiguration { .. } => A::SendCopies,
            exchange::Ask::Read { .. } | exchange::Ask::Accept { .. } | exchange::Ask::Leave { .. } => {
                A::ReceiveBundles
            }
            exchange::Ask::ExportDeskKey { .. } => A::ExportDeskKey,
        }),
        Request::Retention(ask) => May(match ask {
            retention::Ask::Overview {} => A::SeeRetention,
            retention::Ask::SetRules { .. } => A::SetOffice,
            retention::Ask::Hold { .. } => A::HoldRecords,
            retention::Ask::Propose { .. } | retention::Ask::Find { .. } => A::HoldRecords,
            // Who reads no record names it by its code.
            retention::Ask::ProposeByCode { .. } => A::SetOffice,
            retention::Ask::Approve { .. }
            | retention::Ask::ApproveWithWords { .. }
            | retention::Ask::Refuse { .. } => A::AgreeToDestroy,
        }),
        Request::Shaping(ask) => match ask {
            // Whoever fills forms needs them.
            shaping::Ask::InForce { .. } => Session,
            // Whoever counts reads records; whoever is told the rounded numbers need not.
            shaping::Ask::ToCount {}
            | shaping::Ask::OpenToCount { .. }
            | shaping::Ask::CountUse { .. }
            | shaping::Ask::PublishUse { .. } => May(A::CountUse),
            _ => May(A::ShapeForms),
        },
        Request::Keeping(ask) => match ask {
            // Whoever holds the folder can copy a backup anyway; it opens with the office's passwords only.
            keeping::Ask::RehearseElsewhere { .. } | keeping::Ask::RestoreElsewhere { .. } => Nothing,
            keeping::Ask::Emergency { .. } => May(A::Emergency),
            keeping::Ask::ListBackups {} => May(A::BackUp),
            keeping::Ask::Rehearse { .. } | keeping::Ask::Restore { .. } => May(A::Restore),
            keeping::Ask::BackupStatus {} | keeping::Ask::SetLanguage { .. } => Session,
            keeping::Ask::BackUp {} => May(A::BackUp),
            keeping::Ask::SetBackupFolder { .. } | keeping::Ask::SetIdle { .. } => May(A::SetOffice),
        },
        Request::Past(ask) => May(match ask {
            // Which entries open, the keys decide.
            past::Ask::Page { .. } | past::Ask::Export { .. } | past::Ask::Verify {} => A::ReadLog,
            past::Ask::Head {} | past::Ask::Compare { .. } => A::ReadLog,
            // Of those who read the log only auditors are answered: `Session::consents`.
            past::Ask::Consents { .. } => A::ReadLog,
            past::Ask::Looks { .. } => A::ReadRecords,
        }),
    }
}
