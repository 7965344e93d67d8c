//! Every request as every role, as nobody and with a one-time password, against a table that was written without looking at the
//! code. Each request is asked with things that exist, so that only the right to ask is missing where it is refused.

use amparo_api::people::Answer as People;
use amparo_api::records::Show;
use amparo_api::work::When;
use amparo_api::{
    Chosen, Code, Reply, Request, around, duplicates, exchange, getting_in, keeping, lists, passing, past, people,
    places, records, retention, roles, shaping, tracing, work,
};
use amparo_model::ids::{BundleId, DraftId, FileId, OfficeId, PersonId, RecordId, ViewId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::role::Rights;
use amparo_model::value::{Document, FileKind, RowId, Value};
use amparo_model::view::View;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, Saved, a_case, by_code, password, set, set_up, yes};
use std::collections::{BTreeMap, BTreeSet};

/// One line a request: nobody signed in, administrator, caseworker, supervisor, tracing officer, GBV caseworker, GBV supervisor, analyst,
/// auditor.
const TABLE: &str = "
    getting-in.look                  yes yes yes yes yes yes yes yes yes
    getting-in.strength              yes yes yes yes yes yes yes yes yes
    getting-in.make-phrase           yes yes yes yes yes yes yes yes yes
    getting-in.begin-set-up          yes yes yes yes yes yes yes yes yes
    getting-in.save-recovery-sheet   yes yes yes yes yes yes yes yes yes
    getting-in.finish-set-up         yes yes yes yes yes yes yes yes yes
    getting-in.open-sample           yes yes yes yes yes yes yes yes yes
    getting-in.sign-in               yes yes yes yes yes yes yes yes yes
    getting-in.change-password       no  yes yes yes yes yes yes yes yes
    getting-in.recover               yes yes yes yes yes yes yes yes yes
    getting-in.reset-password        yes yes yes yes yes yes yes yes yes
    getting-in.accept-conduct        no  yes yes yes yes yes yes yes yes
    getting-in.lock                  no  yes yes yes yes yes yes yes yes
    people.list                      no  yes no  yes no  no  yes no  yes
    people.add-team                  no  yes no  no  no  no  no  no  no
    people.edit-team                 no  yes no  no  no  no  no  no  no
    people.put-agency                no  yes no  no  no  no  no  no  no
    people.propose                   no  yes no  no  no  no  no  no  no
    people.admit                     no  no  no  yes no  no  yes no  no
    people.waiting                   no  yes no  yes no  no  yes no  yes
    people.preview-change            no  yes no  yes no  no  yes no  yes
    people.propose-change            no  yes no  no  no  no  no  no  no
    people.propose-again             no  yes no  no  no  no  no  no  no
    people.propose-renewal           no  yes no  no  no  no  no  no  no
    people.propose-reset             no  yes no  no  no  no  no  no  no
    people.preview-leaving           no  yes no  yes no  no  yes no  yes
    people.propose-leaving           no  yes no  no  no  no  no  no  no
    people.withdraw                  no  yes no  yes no  no  yes no  no
    people.confirm                   no  no  no  yes no  no  yes no  no
    people.let-in                    no  yes no  yes no  no  yes no  yes
    people.let-in-with-words         no  no  no  yes no  no  yes no  no
    people.sign-ins                  no  yes no  no  no  no  no  no  yes
    people.conduct                   no  yes no  yes no  no  yes no  yes
    people.set-conduct               no  yes no  no  no  no  no  no  no
    roles.list                       no  yes no  yes no  no  yes no  yes
    roles.preview                    no  yes no  yes no  no  yes no  yes
    roles.keep                       no  yes no  no  no  no  no  no  no
    roles.answer                     no  yes no  yes no  no  yes no  no
    roles.export                     no  yes no  yes no  no  yes no  yes
    places.preview                   no  yes no  no  no  no  no  no  no
    places.import                    no  yes no  no  no  no  no  no  no
    places.under                     no  yes yes yes yes yes yes yes yes
    places.find                      no  yes yes yes yes yes yes yes yes
    records.home                     no  yes yes yes yes yes yes yes yes
    lists.page                       no  no  yes yes yes yes yes yes no
    lists.read                       no  no  yes yes yes yes yes no  no
    lists.matching                   no  no  yes yes yes yes yes yes no
    lists.beside                     no  no  yes yes yes yes yes yes no
    lists.export                     no  no  yes yes yes yes yes no  no
    lists.printed                    no  no  yes yes yes yes yes no  no
    lists.owners                     no  no  yes yes yes yes yes yes no
    lists.views                      no  no  yes yes yes yes yes yes no
    lists.keep-view                  no  no  yes yes yes yes yes yes no
    lists.drop-view                  no  no  yes yes yes yes yes yes no
    records.find                     no  no  yes yes yes yes yes yes no
    records.rows                     no  no  yes yes yes yes yes yes no
    records.linked                   no  no  yes yes yes yes yes no  no
    records.open                     no  no  yes yes yes yes yes no  no
    records.save                     no  no  yes yes yes yes yes no  no
    records.history                  no  no  yes yes yes yes yes no  no
    records.preview-take-back        no  no  yes yes yes yes yes no  no
    records.take-back                no  no  yes yes yes yes yes no  no
    records.keep-draft               no  no  yes yes yes yes yes no  no
    records.drafts                   no  no  yes yes yes yes yes no  no
    records.open-draft               no  no  yes yes yes yes yes no  no
    records.drop-draft               no  no  yes yes yes yes yes no  no
    records.add-photo                no  no  yes yes yes yes yes no  no
    records.photo                    no  no  yes yes yes yes yes no  no
    records.add-file                 no  no  yes yes yes yes yes no  no
    records.add-mark                 no  no  yes yes yes yes yes no  no
    records.add-sound                no  no  yes yes yes yes yes no  no
    records.file                     no  no  yes yes yes yes yes no  no
    records.save-file-as             no  no  yes yes yes yes yes no  no
    records.printed                  no  no  yes yes yes yes yes no  no
    records.versions                 no  no  yes yes yes yes yes no  no
    work.list                        no  no  yes yes yes yes yes no  no
    work.done                        no  no  yes yes yes yes yes no  no
    work.workers                     no  no  yes yes yes yes yes no  no
    work.ask-approval                no  no  yes yes yes yes yes no  no
    work.approve                     no  no  no  yes no  no  yes no  no
    around.flag                      no  no  yes yes yes yes yes no  no
    around.resolve                   no  no  yes yes yes yes yes no  no
    around.note                      no  no  yes yes yes yes yes no  no
    around.seen                      no  no  yes yes yes yes yes no  no
    around.uncover                   no  no  yes yes yes yes yes no  no
    around.protect-name              no  no  yes yes yes yes yes no  no
    around.relate                    no  no  yes yes yes yes yes no  no
    around.unrelate                  no  no  yes yes yes yes yes no  no
    around.save-calendar             no  no  yes yes yes yes yes no  no
    around.flags                     no  no  yes yes yes yes yes no  no
    around.alerts                    no  no  yes yes yes yes yes no  no
    passing.colleagues               no  no  yes yes yes yes yes no  no
    passing.assign                   no  no  no  yes no  no  yes no  no
    passing.undo                     no  no  no  yes no  no  yes no  no
    passing.prepare                  no  no  yes yes no  yes yes no  no
    passing.offer                    no  no  no  yes no  no  yes no  no
    passing.send                     no  no  no  yes no  no  no  no  no
    passing.create-case              no  no  no  yes no  no  no  no  no
    passing.ask-for                  no  no  yes yes yes yes yes no  no
    passing.answer                   no  no  yes yes yes yes yes no  no
    passing.finish                   no  no  yes yes yes yes yes no  no
    passing.revoke                   no  no  yes yes yes yes yes no  no
    passing.take-over                no  no  yes yes yes yes yes no  no
    passing.list                     no  no  yes yes yes yes yes no  no
    tracing.find                     no  no  no  yes yes no  no  no  no
    tracing.matched                  no  no  yes yes yes yes yes no  no
    tracing.hints                    no  no  yes yes yes yes yes no  no
    tracing.searchers                no  no  yes yes no  yes yes no  no
    tracing.hand-search              no  no  yes yes no  yes yes no  no
    tracing.search                   no  no  no  yes yes no  no  no  no
    tracing.leads                    no  no  no  yes yes no  no  no  no
    tracing.compare                  no  no  no  yes yes no  no  no  no
    tracing.printed                  no  no  no  yes yes no  no  no  no
    tracing.decide                   no  no  no  yes yes no  no  no  no
    duplicates.like                  no  no  yes yes yes yes yes no  no
    duplicates.looked                no  no  yes yes yes yes yes no  no
    duplicates.others                no  no  yes yes yes yes yes no  no
    duplicates.of                    no  no  yes yes yes yes yes no  no
    duplicates.search                no  no  no  yes no  no  yes no  no
    duplicates.among                 no  no  no  yes no  no  yes no  no
    duplicates.pairs                 no  no  no  yes no  no  yes no  no
    duplicates.compare               no  no  no  yes no  no  yes no  no
    duplicates.decide                no  no  no  yes no  no  yes no  no
    tracing.settings                 no  no  no  yes yes no  no  no  no
    tracing.try-settings             no  no  no  yes yes no  no  no  no
    tracing.use-settings             no  no  no  yes yes no  no  no  no
    exchange.our-card                no  yes no  yes no  no  no  no  yes
    exchange.save-card               no  no  no  yes no  no  no  no  no
    exchange.read-card               no  no  no  yes no  no  no  no  no
    exchange.verify                  no  no  no  yes no  no  no  no  no
    exchange.offices                 no  yes no  yes no  no  no  no  yes
    exchange.preview-copy            no  no  no  yes no  no  no  no  no
    exchange.seal-copy               no  no  no  yes no  no  no  no  no
    exchange.read                    no  no  no  yes no  no  no  no  no
    exchange.accept                  no  no  no  yes no  no  no  no  no
    exchange.leave                   no  no  no  yes no  no  no  no  no
    exchange.ledger                  no  yes no  yes no  no  no  no  yes
    exchange.export-desk-key         no  no  no  yes no  no  no  no  no
    exchange.seal-configuration      no  no  no  yes no  no  no  no  no
    keeping.backup-status            no  yes yes yes yes yes yes yes yes
    keeping.back-up                  no  yes yes yes yes yes yes no  no
    keeping.set-backup-folder        no  yes no  no  no  no  no  no  no
    keeping.list-backups             no  yes yes yes yes yes yes no  no
    keeping.rehearse                 no  yes no  no  no  no  no  no  no
    keeping.restore                  no  yes no  no  no  no  no  no  no
    keeping.rehearse-elsewhere       yes yes yes yes yes yes yes yes yes
    keeping.restore-elsewhere        yes yes yes yes yes yes yes yes yes
    keeping.emergency                no  yes no  yes no  no  yes no  no
    keeping.set-language             no  yes yes yes yes yes yes yes yes
    keeping.set-idle                 no  yes no  no  no  no  no  no  no
    retention.overview               no  yes yes yes yes yes yes no  yes
    retention.set-rules              no  yes no  no  no  no  no  no  no
    retention.hold                   no  no  no  yes no  no  yes no  no
    retention.propose                no  no  no  yes no  no  yes no  no
    retention.propose-by-code        no  yes no  no  no  no  no  no  no
    retention.approve                no  yes yes yes yes yes yes no  no
    retention.approve-with-words     no  yes yes yes yes yes yes no  no
    retention.find                   no  no  no  yes no  no  yes no  no
    retention.refuse                 no  yes yes yes yes yes yes no  no
    past.page                        no  yes yes yes yes yes yes yes yes
    past.export                      no  yes yes yes yes yes yes yes yes
    past.looks                       no  no  yes yes yes yes yes no  no
    past.consents                    no  no  no  no  no  no  no  no  yes
    past.verify                      no  yes yes yes yes yes yes yes yes
    past.head                        no  yes yes yes yes yes yes yes yes
    past.compare                     no  yes yes yes yes yes yes yes yes
    shaping.in-force                 no  yes yes yes yes yes yes yes yes
    shaping.overview                 no  yes no  no  no  no  no  no  no
    shaping.begin                    no  yes no  no  no  no  no  no  no
    shaping.open                     no  yes no  no  no  no  no  no  no
    shaping.keep                     no  yes no  no  no  no  no  no  no
    shaping.drop                     no  yes no  no  no  no  no  no  no
    shaping.apply                    no  yes no  no  no  no  no  no  no
    shaping.go-back                  no  yes no  no  no  no  no  no  no
    shaping.export                   no  yes no  no  no  no  no  no  no
    shaping.import                   no  yes no  no  no  no  no  no  no
    shaping.export-words             no  yes no  no  no  no  no  no  no
    shaping.import-words             no  yes no  no  no  no  no  no  no
    shaping.export-fluent            no  yes no  no  no  no  no  no  no
    shaping.import-fluent            no  yes no  no  no  no  no  no  no
    shaping.uses                     no  yes no  no  no  no  no  no  no
    shaping.to-count                 no  no  no  yes no  no  yes no  no
    shaping.open-to-count            no  no  no  yes no  no  yes no  no
    shaping.count-use                no  no  no  yes no  no  yes no  no
    shaping.publish-use              no  no  no  yes no  no  yes no  no
";

/// The name of a request in the table. A new request does not compile until it has one.
fn name(request: &Request) -> &'static str {
    use around::Ask as B;
    use duplicates::Ask as D;
    use exchange::Ask as X;
    use getting_in::Ask as G;
    use keeping::Ask as K;
    use lists::Ask as I;
    use people::Ask as P;
    use places::Ask as L;
    use records::Ask as R;
    use retention::Ask as T;
    use roles::Ask as O;
    use shaping::Ask as F;
    use tracing::Ask as M;
    use work::Ask as W;
    match request {
        Request::GettingIn(ask) => match ask {
            G::Look {} => "getting-in.look",
            G::Strength { .. } => "getting-in.strength",
            G::MakePhrase { .. } => "getting-in.make-phrase",
            G::BeginSetUp(_) => "getting-in.begin-set-up",
            G::SaveRecoverySheet { .. } => "getting-in.save-recovery-sheet",
            G::FinishSetUp { .. } => "getting-in.finish-set-up",
            G::OpenSample {} => "getting-in.open-sample",
            G::SignIn { .. } => "getting-in.sign-in",
            G::ChangePassword { .. } => "getting-in.change-password",
            G::Recover { .. } => "getting-in.recover",
            G::ResetPassword { .. } => "getting-in.reset-password",
            G::AcceptConduct { .. } => "getting-in.accept-conduct",
            G::Lock {} => "getting-in.lock",
        },
        Request::People(ask) => match ask {
            P::List {} => "people.list",
            P::AddTeam { .. } => "people.add-team",
            P::EditTeam { .. } => "people.edit-team",
            P::PutAgency { .. } => "people.put-agency",
            P::Propose { .. } => "people.propose",
            P::Admit { .. } => "people.admit",
            P::Waiting {} => "people.waiting",
            P::PreviewChange { .. } => "people.preview-change",
            P::ProposeChange { .. } => "people.propose-change",
            P::ProposeAgain { .. } => "people.propose-again",
            P::ProposeReset { .. } => "people.propose-reset",
            P::ProposeRenewal { .. } => "people.propose-renewal",
            P::PreviewLeaving { .. } => "people.preview-leaving",
            P::ProposeLeaving { .. } => "people.propose-leaving",
            P::Withdraw { .. } => "people.withdraw",
            P::Confirm { .. } => "people.confirm",
            P::LetIn { .. } => "people.let-in",
            P::LetInWithWords { .. } => "people.let-in-with-words",
            P::SignIns { .. } => "people.sign-ins",
            P::Conduct {} => "people.conduct",
            P::SetConduct { .. } => "people.set-conduct",
        },
        Request::Roles(ask) => match ask {
            O::List {} => "roles.list",
            O::Preview { .. } => "roles.preview",
            O::Keep { .. } => "roles.keep",
            O::Answer { .. } => "roles.answer",
            O::Export { .. } => "roles.export",
        },
        Request::Lists(ask) => match ask {
            I::Page { .. } => "lists.page",
            I::Read { .. } => "lists.read",
            I::Matching { .. } => "lists.matching",
            I::Beside { .. } => "lists.beside",
            I::Export { .. } => "lists.export",
            I::Printed { .. } => "lists.printed",
            I::Owners { .. } => "lists.owners",
            I::Views { .. } => "lists.views",
            I::KeepView { .. } => "lists.keep-view",
            I::DropView { .. } => "lists.drop-view",
        },
        Request::Passing(ask) => match ask {
            passing::Ask::Colleagues { .. } => "passing.colleagues",
            passing::Ask::Assign { .. } => "passing.assign",
            passing::Ask::Undo { .. } => "passing.undo",
            passing::Ask::Prepare { .. } => "passing.prepare",
            passing::Ask::Offer(_) => "passing.offer",
            passing::Ask::Send(_) => "passing.send",
            passing::Ask::CreateCase { .. } => "passing.create-case",
            passing::Ask::AskFor { .. } => "passing.ask-for",
            passing::Ask::Answer { .. } => "passing.answer",
            passing::Ask::Finish { .. } => "passing.finish",
            passing::Ask::Revoke { .. } => "passing.revoke",
            passing::Ask::TakeOver { .. } => "passing.take-over",
            passing::Ask::List { .. } => "passing.list",
        },
        Request::Work(ask) => match ask {
            W::List { .. } => "work.list",
            W::Done { .. } => "work.done",
            W::Workers {} => "work.workers",
            W::AskApproval { .. } => "work.ask-approval",
            W::Approve { .. } => "work.approve",
        },
        Request::Around(ask) => match ask {
            B::Flag { .. } => "around.flag",
            B::Resolve { .. } => "around.resolve",
            B::Note { .. } => "around.note",
            B::Seen { .. } => "around.seen",
            B::Uncover { .. } => "around.uncover",
            B::ProtectName { .. } => "around.protect-name",
            B::Relate { .. } => "around.relate",
            B::Unrelate { .. } => "around.unrelate",
            B::SaveCalendar { .. } => "around.save-calendar",
            B::Flags { .. } => "around.flags",
            B::Alerts { .. } => "around.alerts",
        },
        Request::Duplicates(ask) => match ask {
            D::Like { .. } => "duplicates.like",
            D::Looked { .. } => "duplicates.looked",
            D::Others { .. } => "duplicates.others",
            D::Of { .. } => "duplicates.of",
            D::Search {} => "duplicates.search",
            D::Among { .. } => "duplicates.among",
            D::Pairs { .. } => "duplicates.pairs",
            D::Compare { .. } => "duplicates.compare",
            D::Decide { .. } => "duplicates.decide",
        },
        Request::Tracing(ask) => match ask {
            M::Find { .. } => "tracing.find",
            M::Matched { .. } => "tracing.matched",
            M::Hints { .. } => "tracing.hints",
            M::Searchers { .. } => "tracing.searchers",
            M::HandSearch { .. } => "tracing.hand-search",
            M::Search { .. } => "tracing.search",
            M::Leads { .. } => "tracing.leads",
            M::Compare { .. } => "tracing.compare",
            M::Printed { .. } => "tracing.printed",
            M::Decide { .. } => "tracing.decide",
            M::Settings {} => "tracing.settings",
            M::TrySettings { .. } => "tracing.try-settings",
            M::UseSettings { .. } => "tracing.use-settings",
        },
        Request::Places(ask) => match ask {
            L::Preview { .. } => "places.preview",
            L::Import { .. } => "places.import",
            L::Under { .. } => "places.under",
            L::Find { .. } => "places.find",
        },
        Request::Records(ask) => match ask {
            R::Home {} => "records.home",
            R::Find { .. } => "records.find",
            R::Rows { .. } => "records.rows",
            R::Linked { .. } => "records.linked",
            R::Open { .. } => "records.open",
            R::Save { .. } => "records.save",
            R::History { .. } => "records.history",
            R::Versions { .. } => "records.versions",
            R::PreviewTakeBack { .. } => "records.preview-take-back",
            R::TakeBack { .. } => "records.take-back",
            R::KeepDraft { .. } => "records.keep-draft",
            R::Drafts {} => "records.drafts",
            R::OpenDraft { .. } => "records.open-draft",
            R::DropDraft { .. } => "records.drop-draft",
            R::AddPhoto { .. } => "records.add-photo",
            R::Photo { .. } => "records.photo",
            R::AddFile { .. } => "records.add-file",
            R::AddMark { .. } => "records.add-mark",
            R::AddSound { .. } => "records.add-sound",
            R::File { .. } => "records.file",
            R::SaveFileAs { .. } => "records.save-file-as",
            R::Printed { .. } => "records.printed",
        },
        Request::Exchange(ask) => match ask {
            X::OurCard {} => "exchange.our-card",
            X::SaveCard { .. } => "exchange.save-card",
            X::ReadCard { .. } => "exchange.read-card",
            X::Verify { .. } => "exchange.verify",
            X::Offices {} => "exchange.offices",
            X::PreviewCopy { .. } => "exchange.preview-copy",
            X::SealCopy { .. } => "exchange.seal-copy",
            X::SealConfiguration { .. } => "exchange.seal-configuration",
            X::Read { .. } => "exchange.read",
            X::Accept { .. } => "exchange.accept",
            X::Leave { .. } => "exchange.leave",
            X::Ledger {} => "exchange.ledger",
            X::ExportDeskKey { .. } => "exchange.export-desk-key",
        },
        Request::Keeping(ask) => match ask {
            K::BackupStatus {} => "keeping.backup-status",
            K::BackUp {} => "keeping.back-up",
            K::SetBackupFolder { .. } => "keeping.set-backup-folder",
            K::ListBackups {} => "keeping.list-backups",
            K::Rehearse { .. } => "keeping.rehearse",
            K::Restore { .. } => "keeping.restore",
            K::RehearseElsewhere { .. } => "keeping.rehearse-elsewhere",
            K::RestoreElsewhere { .. } => "keeping.restore-elsewhere",
            K::Emergency { .. } => "keeping.emergency",
            K::SetLanguage { .. } => "keeping.set-language",
            K::SetIdle { .. } => "keeping.set-idle",
        },
        Request::Retention(ask) => match ask {
            T::Overview {} => "retention.overview",
            T::SetRules { .. } => "retention.set-rules",
            T::Hold { .. } => "retention.hold",
            T::Propose { .. } => "retention.propose",
            T::ProposeByCode { .. } => "retention.propose-by-code",
            T::Approve { .. } => "retention.approve",
            T::ApproveWithWords { .. } => "retention.approve-with-words",
            T::Find { .. } => "retention.find",
            T::Refuse { .. } => "retention.refuse",
        },
        Request::Past(ask) => match ask {
            past::Ask::Page { .. } => "past.page",
            past::Ask::Export { .. } => "past.export",
            past::Ask::Looks { .. } => "past.looks",
            past::Ask::Consents { .. } => "past.consents",
            past::Ask::Verify {} => "past.verify",
            past::Ask::Head {} => "past.head",
            past::Ask::Compare { .. } => "past.compare",
        },
        Request::Shaping(ask) => match ask {
            F::InForce { .. } => "shaping.in-force",
            F::Overview {} => "shaping.overview",
            F::Begin { .. } => "shaping.begin",
            F::Open { .. } => "shaping.open",
            F::Keep { .. } => "shaping.keep",
            F::Drop { .. } => "shaping.drop",
            F::Apply { .. } => "shaping.apply",
            F::GoBack { .. } => "shaping.go-back",
            F::Export { .. } => "shaping.export",
            F::Import { .. } => "shaping.import",
            F::ExportWords { .. } => "shaping.export-words",
            F::ImportWords { .. } => "shaping.import-words",
            F::ExportFluent { .. } => "shaping.export-fluent",
            F::ImportFluent { .. } => "shaping.import-fluent",
            F::Uses { .. } => "shaping.uses",
            F::ToCount {} => "shaping.to-count",
            F::OpenToCount { .. } => "shaping.open-to-count",
            F::CountUse { .. } => "shaping.count-use",
            F::PublishUse { .. } => "shaping.publish-use",
        },
    }
}

/// Who asks, in the order of the table's columns.
const WHO: [Option<&str>; 9] = [
    None,
    Some(ADMINISTRATOR),
    Some("lucia"),
    Some(SUPERVISOR),
    Some("tarek"),
    Some("gloria"),
    Some("grace"),
    Some("anna"),
    Some("paul"),
];
/// The columns of those who ask about other things than a caseworker does.
const TRACES: usize = 4;
const GBV: [usize; 2] = [5, 6];

/// Things that exist in the office.
struct Things {
    /// Lucía's child, Tarek's tracing request, Gloria's survivor.
    records: [Saved; 3],
    /// A second child of Lucía's, and a second survivor of Gloria's.
    twins: [RecordId; 2],
    /// A photo of Lucía's child, and one that Tarek, Gloria and Grace each have only added.
    photos: [FileId; 4],
    /// Unsaved work, by who asks; who opens no record tries Lucía's.
    drafts: [DraftId; 9],
    /// A caseworker, and a GBV caseworker.
    proposed: [PersonId; 2],
    lucia: PersonId,
    tarek: PersonId,
    /// What Lucía's role gives.
    rights: Rights,
    partner: OfficeId,
    digits: String,
    card: Chosen,
    picture: Chosen,
    places: Chosen,
    bundle: Chosen,
}

/// What each of the three works with.
const TYPES: [(RecordType, &str); 3] = [
    (RecordType::CASE, "registration"),
    (RecordType::TRACING_REQUEST, "inquirer"),
    (RecordType::GBV_CASE, "gbv-survivor"),
];

/// Which of the three kinds of work somebody asks about.
fn work(role: usize) -> usize {
    if role == TRACES { 1 } else { 2 * usize::from(GBV.contains(&role)) }
}

/// Everybody with a record of their own kind; headquarters, met; two proposed.
fn things(office: &Office, hq: &Office) -> Things {
    let proposed = [("Omar Said", "omar", Role::Caseworker), ("Greta Lund", "greta", Role::GbvCaseworker)].map(|one| {
        let (name, login, role) = one;
        office.propose(name, login, role, None)
    });
    let mut photos = Vec::new();
    let mut records = Vec::new();
    for (who, (of, _)) in ["lucia", "tarek", "gloria"].into_iter().zip(TYPES) {
        office.sign_in(who);
        let photo = office.add_photo();
        let Value::File(file) = photo.clone() else { panic!("a file") };
        photos.push(file.id);
        records.push(match of {
            RecordType::CASE => office.register(&a_case().complete().with("photo", photo).with("ok_tracing", yes())),
            RecordType::TRACING_REQUEST => office.try_register_of(of, &looking(), &[]).unwrap(),
            _ => office.try_register_of(of, &named(), &[]).unwrap(),
        });
    }
    office.sign_in("lucia");
    let twin = office.register(&a_case().complete()).record;
    office.sign_in("gloria");
    let survivor = office.try_register_of(RecordType::GBV_CASE, &named(), &[]).unwrap().record;
    office.sign_in("grace");
    let Value::File(file) = office.add_photo() else { panic!("a file") };
    photos.push(file.id);
    let drafts = std::array::from_fn(|role| {
        let Some(login) = WHO[if (2..7).contains(&role) { role } else { 2 }] else { panic!("somebody") };
        office.sign_in(login);
        office.keep_draft(TYPES[work(role)].1, &named())
    });
    let rights = office.sign_in("lucia").rights;
    office.sign_in(SUPERVISOR);
    let [lucia, tarek] =
        ["lucia", "tarek"].map(|login| office.people().0.iter().find(|person| person.login == login).unwrap().id);
    hq.sign_in(SUPERVISOR);
    let partner = office.meet(hq);
    let places = office.beside("places.csv");
    std::fs::write(&places, "name,code\n#adm1+name,#adm1+code\nEast,XA01\n").unwrap();
    Things {
        records: records.try_into().unwrap(),
        twins: [twin, survivor],
        photos: photos.try_into().unwrap(),
        drafts,
        proposed,
        lucia,
        tarek,
        rights,
        partner,
        digits: hq.our_digits(),
        card: office.choose(hq.beside("our.card")),
        picture: office.choose(office.beside("photo.jpg")),
        places: office.choose(places),
        bundle: office.choose(office.beside("no such file.amparo")),
    }
}

/// Somebody's name, which forms of all types ask for.
fn named() -> Document {
    let mut document = Document::default();
    document.set("name_first", Value::Text("Nour".to_owned()));
    document
}

/// The person that the tracing request looks for.
const SOUGHT: [u8; 16] = [13; 16];

/// Somebody who looks for a child.
fn looking() -> Document {
    let mut document = named();
    document.set("agrees_to_share", yes());
    let row = document.rows.entry("traces".to_owned()).or_default().push(RowId::from_random(SOUGHT));
    row.insert("name_first".to_owned(), Value::Text("Nour".to_owned()));
    document
}

/// Every request, with things that exist. Locking comes last: nothing can be asked after it.
fn every_request(office: &Office, things: &Things, role: usize, team: amparo_model::ids::TeamId) -> Vec<Request> {
    let ((of, form), saved) = (TYPES[work(role)], &things.records[work(role)]);
    let record = saved.record;
    let text = |text: &str| text.to_owned();
    let target = || office.choose(office.beside(&format!("written by {role}")));
    let draft = things.drafts[role];
    let admitted = things.proposed[usize::from(GBV.contains(&role))];
    // A photo stands in a case; of those that only were added, each sees their own.
    let photo = (work(role) == 0).then_some(record);
    let file = things.photos[if role == GBV[1] { 3 } else { work(role) }];
    let mut requests: Vec<Request> = Vec::new();
    requests.extend(
        [
            people::Ask::List {},
            people::Ask::AddTeam { name: format!("Team {role}") },
            people::Ask::EditTeam { team, name: format!("Riverside {role}"), agency: None },
            people::Ask::PutAgency { agency: None, name: format!("Agency {role}") },
            people::Ask::Propose {
                name: text("Hala Nasser"),
                login: format!("hala{role}"),
                role: Role::Caseworker.into(),
                team: Some(team),
                language: None,
            },
            people::Ask::Admit { person: admitted, language: text("en") },
            people::Ask::Waiting {},
            people::Ask::PreviewChange { person: things.lucia, role: Role::Supervisor.into(), team: Some(team) },
            people::Ask::ProposeChange {
                person: things.lucia,
                name: text("Lucía Ferrer Díaz"),
                role: Role::Caseworker.into(),
                team: Some(team),
            },
            people::Ask::ProposeAgain { person: things.lucia, role: Role::Caseworker.into(), team: Some(team) },
            people::Ask::ProposeReset { person: things.lucia },
            people::Ask::ProposeRenewal { person: things.lucia },
            people::Ask::PreviewLeaving { person: things.lucia },
            people::Ask::ProposeLeaving { person: things.lucia },
            people::Ask::Withdraw { person: things.lucia },
            people::Ask::Confirm { person: things.lucia },
            people::Ask::LetIn { person: things.lucia },
            people::Ask::LetInWithWords { person: things.lucia, words: text("no words") },
            people::Ask::SignIns { take: 10 },
            people::Ask::Conduct {},
            // With a text everybody would be asked for their yes before anything else; a journey of its own does that.
            people::Ask::SetConduct { texts: [].into() },
        ]
        .map(Request::People),
    );
    let rights = things.rights.clone();
    let names = BTreeMap::from([(text("en"), format!("Role {role}"))]);
    requests.extend(
        [
            roles::Ask::List {},
            roles::Ask::Preview { role: None, rights: rights.clone() },
            roles::Ask::Keep { role: None, names, rights, retired: false },
            roles::Ask::Answer { role: "own-none".into(), number: 1, yes: false },
            roles::Ask::Export { target: target(), rows: vec![vec![text("Role")]] },
        ]
        .map(Request::Roles),
    );
    requests.extend(
        [
            places::Ask::Preview { source: things.places.clone() },
            places::Ask::Import { source: things.places.clone() },
            places::Ask::Under { parent: None },
            places::Ask::Find { text: text("east") },
        ]
        .map(Request::Places),
    );
    requests.extend(
        [
            records::Ask::Home {},
            records::Ask::Find { text: text("nour"), of: None, take: 10 },
            records::Ask::Rows { records: vec![record] },
            records::Ask::Linked { record },
            records::Ask::Open { record },
            records::Ask::Save {
                record: Some(record),
                of,
                heads: saved.heads.clone(),
                change: set(&[]),
                complete: vec![],
                renewed: Vec::new(),
                draft: None,
            },
            records::Ask::History { record },
            records::Ask::Versions { record, form: text("consent") },
            records::Ask::PreviewTakeBack { record, revision: saved.heads[0] },
            records::Ask::TakeBack { record, revision: saved.heads[0], heads: saved.heads.clone() },
            records::Ask::KeepDraft { draft: None, record: None, heads: vec![], form: text(form), document: named() },
            records::Ask::Drafts {},
            records::Ask::OpenDraft { draft },
            records::Ask::DropDraft { draft },
            records::Ask::AddPhoto { source: things.picture.clone() },
            records::Ask::Photo { record: photo, file },
            records::Ask::AddFile { source: things.picture.clone(), kind: FileKind::Document },
            records::Ask::AddMark { png: text("no picture") },
            records::Ask::AddSound { sound: text("no sound") },
            records::Ask::File { record: photo, file },
            records::Ask::SaveFileAs { record: photo, file, target: target() },
            records::Ask::Printed { record, form: text(form) },
        ]
        .map(Request::Records),
    );
    let list = || by_code(of, Show::All);
    requests.extend(
        [
            lists::Ask::Page { list: list(), skip: 0, take: 10 },
            lists::Ask::Read { list: list() },
            lists::Ask::Matching { list: list() },
            lists::Ask::Beside { list: list(), record },
            lists::Ask::Export {
                list: list(),
                records: vec![],
                codes_only: false,
                language: text("en"),
                target: target(),
            },
            lists::Ask::Printed { of, records: 1 },
            lists::Ask::Owners { of },
            lists::Ask::Views { of },
            lists::Ask::KeepView { id: None, of, name: text("Ours"), shared: false, view: View::default() },
            lists::Ask::DropView { id: ViewId::from_random([9; 16]) },
        ]
        .map(Request::Lists),
    );
    requests.extend(
        [
            work::Ask::List { when: When::All, what: None, owner: None, skip: 0, take: 10 },
            work::Ask::Done { record, row: RowId::from_random([9; 16]) },
            work::Ask::Workers {},
            work::Ask::AskApproval { record, form: text("no-form") },
            work::Ask::Approve { record, form: text("no-form"), yes: true, comment: String::new() },
        ]
        .map(Request::Work),
    );
    let [child, request, _] = &things.records;
    let gbv = usize::from(role == GBV[1]);
    let twice = duplicates::Pair { one: things.twins[gbv], other: things.records[2 * gbv].record };
    requests.extend(
        [
            duplicates::Ask::Like { record: None, document: Document::default() },
            duplicates::Ask::Looked { document: Document::default() },
            duplicates::Ask::Others { text: "Nobody".to_owned(), take: 8 },
            duplicates::Ask::Of { record },
            duplicates::Ask::Search {},
            duplicates::Ask::Among { records: vec![record] },
            duplicates::Ask::Pairs { state: duplicates::State::Waiting, skip: 0, take: 10 },
            duplicates::Ask::Compare { pair: twice },
            duplicates::Ask::Decide { pair: twice, decision: duplicates::Decision::Joined, reason: String::new() },
        ]
        .map(Request::Duplicates),
    );
    let pair = tracing::Pair { child: child.record, request: request.record, trace: RowId::from_random(SOUGHT) };
    requests.extend(
        [
            tracing::Ask::Find { record },
            tracing::Ask::Matched { record },
            tracing::Ask::Hints { record },
            tracing::Ask::Searchers { record },
            tracing::Ask::HandSearch { record, to: things.tarek, note: String::new() },
            tracing::Ask::Search { anew: false },
            tracing::Ask::Leads { band: None, state: tracing::State::All, skip: 0, take: 10 },
            tracing::Ask::Compare { pair },
            tracing::Ask::Printed { pair },
            tracing::Ask::Decide { pair, decision: tracing::Decision::Rejected, reason: text("Another family.") },
            tracing::Ask::Settings {},
            tracing::Ask::TrySettings { settings: tracing::MatchSettings::default() },
            tracing::Ask::UseSettings { settings: tracing::MatchSettings::default(), seen: 0 },
        ]
        .map(Request::Tracing),
    );
    requests.extend(
        [
            around::Ask::Flag { records: vec![record], on: None, reason: text("Look at the plan.") },
            around::Ask::Resolve { record, flag: RowId::from_random([9; 16]), words: text("Done.") },
            around::Ask::Note { record, subject: String::new(), text: text("The school called.") },
            around::Ask::Seen { records: vec![record] },
            around::Ask::Uncover { record, parts: vec![text("name")] },
            around::Ask::ProtectName { record, on: true },
            around::Ask::Relate { record, to: record, kind: text("sibling"), note: String::new() },
            around::Ask::Unrelate { record, relation: RowId::from_random([9; 16]) },
            around::Ask::SaveCalendar { owner: None, target: target(), language: text("en") },
            around::Ask::Flags { skip: 0, take: 10 },
            around::Ask::Alerts { skip: 0, take: 10 },
        ]
        .map(Request::Around),
    );
    requests.extend(
        [
            passing::Ask::Colleagues { records: vec![record] },
            passing::Ask::Assign {
                records: vec![record],
                to: things.lucia,
                reason: text("workload"),
                note: String::new(),
            },
            passing::Ask::Undo { passings: vec![record] },
            passing::Ask::Prepare { kind: passing::Kind::Referral, record },
            passing::Ask::Offer(passing::Offer {
                kind: passing::Kind::Transfer,
                record,
                to: things.lucia,
                parts: Vec::new(),
                why: text("no-reason"),
                services: Vec::new(),
                row: None,
                note: String::new(),
                in_spite: text("they moved"),
            }),
            passing::Ask::Send(passing::Send {
                kind: passing::Kind::Transfer,
                record,
                office: things.partner,
                target: target(),
                parts: Vec::new(),
                why: String::new(),
                services: Vec::new(),
                row: None,
                note: String::new(),
                in_spite: String::new(),
            }),
            passing::Ask::CreateCase { passing: record },
            passing::Ask::AskFor { code: String::new(), of: things.lucia, note: String::new() },
            passing::Ask::Answer { passing: record, yes: true, note: String::new() },
            passing::Ask::Finish { passing: record, note: String::new() },
            passing::Ask::Revoke { passing: record, note: String::new() },
            passing::Ask::TakeOver { passing: record },
            passing::Ask::List { which: passing::Which::All, record: None, skip: 0, take: 10 },
        ]
        .map(Request::Passing),
    );
    requests.extend(
        [
            exchange::Ask::OurCard {},
            exchange::Ask::SaveCard { target: target() },
            exchange::Ask::ReadCard { source: things.card.clone() },
            exchange::Ask::Verify { office: things.partner, digits: things.digits.clone() },
            exchange::Ask::Offices {},
            exchange::Ask::PreviewCopy { record, office: things.partner },
            exchange::Ask::SealCopy { record, office: things.partner, target: target() },
            exchange::Ask::SealConfiguration { office: things.partner, target: target() },
            exchange::Ask::Read { source: things.bundle.clone() },
            exchange::Ask::Accept { bundle: BundleId::from_random([1; 16]) },
            exchange::Ask::Leave { bundle: BundleId::from_random([1; 16]) },
            exchange::Ask::Ledger {},
            exchange::Ask::ExportDeskKey { words: text("no words"), target: target() },
        ]
        .map(Request::Exchange),
    );
    requests.extend(
        [
            keeping::Ask::BackupStatus {},
            keeping::Ask::BackUp {},
            keeping::Ask::SetBackupFolder { folder: None },
            keeping::Ask::ListBackups {},
            keeping::Ask::Rehearse { backup: no_backup(), key: None },
            keeping::Ask::Restore { backup: no_backup(), key: None, above: BTreeMap::new() },
            keeping::Ask::RehearseElsewhere { backup: things.places.clone(), key: no_key() },
            keeping::Ask::RestoreElsewhere {
                backup: things.places.clone(),
                key: no_key(),
                new_password: None,
                above: BTreeMap::new(),
            },
            keeping::Ask::Emergency { stick: None, practice: true, at_once: false, typed: text("not the code") },
            keeping::Ask::SetLanguage { language: text("en") },
            keeping::Ask::SetIdle { minutes: 5 },
        ]
        .map(Request::Keeping),
    );
    requests.extend(
        [
            retention::Ask::Overview {},
            retention::Ask::SetRules { rules: vec![] },
            retention::Ask::Hold { record, reason: Some(retention::HoldReason::Court) },
            retention::Ask::Propose { record, why: retention::Why::Due },
            retention::Ask::ProposeByCode { code: text("KRG1-26-00001-I"), why: retention::Why::Asked },
            retention::Ask::Approve { proposal: uuid::Uuid::nil(), typed: text("KRG1-26-00099") },
            retention::Ask::ApproveWithWords {
                proposal: uuid::Uuid::nil(),
                typed: text("KRG1-26-00099"),
                words: text("abandon ability"),
            },
            retention::Ask::Find { code: text("KRG1-26-00099") },
            retention::Ask::Refuse { proposal: uuid::Uuid::nil() },
        ]
        .map(Request::Retention),
    );
    requests.extend(
        [
            past::Ask::Page { filter: past::Filter::default(), skip: 0, take: 10 },
            past::Ask::Export { filter: past::Filter::default(), target: target(), language: text("en") },
            past::Ask::Consents { skip: 0, take: 10 },
            past::Ask::Verify {},
            past::Ask::Head {},
            past::Ask::Compare { entries: 1, digits: text("0000 0000 0000 0000 0000 0000") },
        ]
        .map(Request::Past),
    );
    // Of a record within their reach: what everybody else is refused, the keys refuse.
    requests.push(Request::Past(past::Ask::Looks { record, skip: 0, take: 10 }));
    requests.extend(
        [
            shaping::Ask::InForce { known: 0 },
            shaping::Ask::Overview {},
            shaping::Ask::Begin { name: text("A draft") },
            shaping::Ask::Begin { name: text("Another") },
            shaping::Ask::Open { draft: 1 },
            shaping::Ask::Keep { draft: 1, text: text("{}") },
            shaping::Ask::ImportWords { draft: 1, source: things.places.clone() },
            shaping::Ask::ExportFluent { draft: None, language: text("ku"), target: target() },
            shaping::Ask::ImportFluent { draft: 1, language: text("ku"), source: things.places.clone() },
            shaping::Ask::Uses { draft: 1 },
            shaping::Ask::ToCount {},
            shaping::Ask::OpenToCount { draft: 1 },
            shaping::Ask::CountUse { draft: 1 },
            shaping::Ask::PublishUse { draft: 1 },
            shaping::Ask::Drop { draft: 1 },
            shaping::Ask::Apply { draft: 2 },
            shaping::Ask::GoBack { number: 0 },
            shaping::Ask::Export { draft: None, target: target(), passphrase: None },
            shaping::Ask::Import { name: text("Theirs"), source: things.places.clone(), passphrase: None },
            shaping::Ask::ExportWords { draft: None, target: target() },
        ]
        .map(Request::Shaping),
    );
    requests.extend(
        [
            getting_in::Ask::Look {},
            getting_in::Ask::Strength { password: text("x"), login: text("x") },
            getting_in::Ask::MakePhrase { language: text("en") },
            getting_in::Ask::BeginSetUp(set_up("KRG9")),
            getting_in::Ask::SaveRecoverySheet { target: target(), text: text("{words}") },
            getting_in::Ask::FinishSetUp { words: vec![], backup_folder: None },
            getting_in::Ask::ChangePassword { old: text("not this one"), new: text("nine herons over the mill") },
            getting_in::Ask::Recover {
                words: text("no words"),
                login: text("x"),
                new: text("nine herons over the mill"),
            },
            getting_in::Ask::ResetPassword { words: text("no words"), login: text("x"), language: text("en") },
            getting_in::Ask::AcceptConduct { version: 1 },
            getting_in::Ask::SignIn { login: text("nobody"), password: text("x") },
            getting_in::Ask::Lock {},
            getting_in::Ask::OpenSample {},
        ]
        .map(Request::GettingIn),
    );
    requests
}

fn no_key() -> keeping::BackupKey {
    keeping::BackupKey::Password { login: "nobody".to_owned(), password: "x".to_owned() }
}

fn no_backup() -> keeping::Which {
    keeping::Which::Listed { place: keeping::Place::Here, at: amparo_model::ids::Moment(1) }
}

#[test]
fn every_request_is_answered_for_exactly_those_whom_the_table_names() {
    let (office, hq) = (Office::with_everybody("KRG1"), Office::new("HQ"));
    let things = things(&office, &hq);
    let team = office.people().1[0].id;
    let table: Vec<Vec<&str>> = TABLE
        .lines()
        .map(|line| line.split_whitespace().collect())
        .filter(|words: &Vec<&str>| words.len() == 10)
        .collect();
    for (role, login) in WHO.into_iter().enumerate() {
        match login {
            Some(login) => drop(office.sign_in(login)),
            None => office.lock(),
        }
        let requests = every_request(&office, &things, role, team);
        let asked: BTreeSet<&str> = requests.iter().map(name).collect();
        let listed: BTreeSet<&str> = table.iter().map(|words| words[0]).collect();
        assert_eq!(asked, listed, "the table and the requests are the same");
        for request in requests {
            let words = table.iter().find(|words| words[0] == name(&request)).unwrap();
            let (asked, sample) =
                (name(&request), matches!(request, Request::GettingIn(getting_in::Ask::OpenSample {})));
            if sample {
                continue; // It leaves the office; journeys of set-up open it.
            }
            let refusal = office.ask(request).err().map(|problem| problem.code);
            let stopped = matches!(refusal, Some(Code::NotAllowed | Code::Locked | Code::ChangePasswordFirst));
            assert_eq!(!stopped, words[role + 1] == "yes", "{asked} as {login:?}: {refusal:?}");
            if role == 0 && stopped {
                assert_eq!(refusal, Some(Code::Locked), "{asked}");
            } else if stopped {
                assert_eq!(refusal, Some(Code::NotAllowed), "{asked} as {login:?}");
            }
        }
    }
}

#[test]
fn with_a_one_time_password_nothing_can_be_asked_but_a_new_one() {
    let (office, hq) = (Office::with_everybody("KRG1"), Office::new("HQ"));
    let things = things(&office, &hq);
    let team = office.people().1[0].id;
    let one_time =
        match office.ask(people::Ask::Admit { person: things.proposed[0], language: "en".to_owned() }).unwrap() {
            Reply::People(People::OneTimePassword { password }) => password,
            other => panic!("not a password: {other:?}"),
        };
    office.lock();
    assert!(office.try_sign_in("omar", &one_time).unwrap().must_change_password);
    for request in every_request(&office, &things, 2, team) {
        let asked = name(&request);
        let free = asked.starts_with("getting-in.") || asked.ends_with("-elsewhere");
        if free {
            continue;
        }
        let refusal = office.ask(request).err().map(|problem| problem.code);
        assert_eq!(refusal, Some(Code::ChangePasswordFirst), "{asked}");
    }
    office.ask(getting_in::Ask::ChangePassword { old: one_time, new: password("omar") }).unwrap();
    office.ask(records::Ask::Home {}).unwrap();
}
