//! An example of every request, made from the contract's own types, so that `help` can never show one that is not understood.

use amparo_api::lists::{Column, Fact, Filter, Is, List, Look, Order, View};
use amparo_api::records::Show;
use amparo_api::{
    Chosen, Request, around, duplicates, exchange, getting_in, keeping, lists, passing, past, people, places, records,
    retention, roles, shaping, tracing, work,
};
use amparo_model::ids::{BundleId, DraftId, FileId, OfficeId, PersonId, RecordId, RevisionId, TeamId, ViewId};
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::role::{Action, FormRight, Rights, RoleId, Scope};
use amparo_model::value::{Change, Document, FileKind, Path, RowId, Value};

/// What `amparo-cli help` prints.
pub(crate) fn text() -> String {
    let mut text = String::from(
        "amparo-cli: the office without a window.\n\n  amparo-cli --office DIR session\n\n\
         Reads one JSON request a line on stdin, answers one JSON line each: {\"ok\": …} or {\"problem\": {\"code\": …}}.\n\
         Passwords are never arguments. The first line is usually the sign-in:\n\n  \
         {\"login\": \"samuel\", \"password\": \"…\"}\n\n\
         Where a request needs a file or folder, name it first; the answer gives the handle to use:\n\n  \
         {\"choose\": \"/path/to/file\"}\n\nRequests, each with an example:\n\n",
    );
    for request in all() {
        let line = serde_json::to_string(&request).unwrap_or_default();
        text.push_str("  ");
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn field(id: &str) -> Column {
    Column::Field(id.to_owned())
}

fn first_person(name: &str, login: &str) -> getting_in::FirstPerson {
    getting_in::FirstPerson {
        name: name.to_owned(),
        login: login.to_owned(),
        password: "five-words-made-at-random".to_owned(),
    }
}

/// One of each.
pub(crate) fn all() -> Vec<Request> {
    let (record, draft, file) =
        (RecordId::from_random([1; 16]), DraftId::from_random([2; 16]), FileId::from_random([3; 16]));
    let revision = RevisionId([8; 32]);
    let (office, bundle) = (OfficeId::from_random([4; 16]), BundleId::from_random([5; 16]));
    let (person, team) = (PersonId::from_random([6; 16]), TeamId::from_random([7; 16]));
    let chosen = || Chosen("handle".to_owned());
    let text = |text: &str| text.to_owned();
    let change = Change::from([(Path::Field(text("name_first")), Some(Value::Text(text("Nour"))))]);
    let entering = [
        getting_in::Ask::Look {},
        getting_in::Ask::Strength { password: text("…"), login: text("samuel") },
        getting_in::Ask::MakePhrase { language: text("en") },
        getting_in::Ask::BeginSetUp(getting_in::SetUp {
            language: text("en"),
            office: text("Camp office"),
            site: text("KRG1"),
            agency: text("Agency"),
            team: text("River team"),
            administrator: first_person("Amina Berhane", "amina"),
            supervisor: first_person("Samuel Okoro", "samuel"),
        }),
        getting_in::Ask::SaveRecoverySheet { target: chosen(), text: text("Recovery words:\n{words}") },
        getting_in::Ask::FinishSetUp { words: vec![text("word"); 4], backup_folder: None },
        getting_in::Ask::OpenSample {},
        getting_in::Ask::SignIn { login: text("samuel"), password: text("…") },
        getting_in::Ask::ChangePassword { old: text("…"), new: text("…") },
        getting_in::Ask::Recover { words: text("24 words"), login: text("samuel"), new: text("…") },
        getting_in::Ask::ResetPassword { words: text("24 words"), login: text("lucia"), language: text("en") },
        getting_in::Ask::AcceptConduct { version: 1 },
        getting_in::Ask::Lock {},
    ];
    let people = [
        people::Ask::List {},
        people::Ask::AddTeam { name: text("Hill team") },
        people::Ask::PutAgency { agency: None, name: text("Agency of the hill") },
        people::Ask::EditTeam { team, name: text("Hilltop team"), agency: None },
        people::Ask::Propose {
            name: text("Lucía Ferrer"),
            login: text("lucia"),
            role: Role::Caseworker.into(),
            language: Some(text("ar")),
            team: Some(team),
        },
        people::Ask::Admit { person, language: text("en") },
        people::Ask::Waiting {},
        people::Ask::PreviewChange { person, role: Role::Supervisor.into(), team: Some(team) },
        people::Ask::ProposeChange {
            person,
            name: text("Lucía Ferrer"),
            role: Role::Supervisor.into(),
            team: Some(team),
        },
        people::Ask::ProposeAgain { person, role: Role::Caseworker.into(), team: Some(team) },
        people::Ask::ProposeReset { person },
        people::Ask::ProposeRenewal { person },
        people::Ask::PreviewLeaving { person },
        people::Ask::ProposeLeaving { person },
        people::Ask::Withdraw { person },
        people::Ask::Confirm { person },
        people::Ask::LetIn { person },
        people::Ask::LetInWithWords { person, words: text("the 24 recovery words") },
        people::Ask::SignIns { take: 50 },
        people::Ask::Conduct {},
        people::Ask::SetConduct { texts: [(text("en"), text("We listen first."))].into() },
    ];
    let own = RoleId::from("own-6a0e7a52-0d3c-4f0e-9d1b-2f6c1a4b8e77");
    let reads = [Action::ListRecords, Action::ReadRecords, Action::SeePlaces];
    let rights = Rights {
        base: Role::Caseworker,
        actions: reads.map(|action| action.id().to_owned()).into(),
        scope: Scope::Team,
        forms: [(text("assessment-sensitive"), FormRight::None)].into(),
        gives: None,
        own_work: false,
    };
    let roles = [
        roles::Ask::List {},
        roles::Ask::Preview { role: None, rights: rights.clone() },
        roles::Ask::Keep { role: None, names: [(text("en"), text("Intake reader"))].into(), rights, retired: false },
        roles::Ask::Answer { role: own, number: 1, yes: true },
        roles::Ask::Export { target: chosen(), rows: vec![vec![text("Role"), text("Caseworker")]] },
    ];
    let places = [
        places::Ask::Preview { source: chosen() },
        places::Ask::Import { source: chosen() },
        places::Ask::Under { parent: None },
        places::Ask::Find { text: text("hilla") },
    ];
    let passing_on = [
        passing::Ask::Colleagues { records: vec![record] },
        passing::Ask::Assign { records: vec![record], to: person, reason: text("workload"), note: text("…") },
        passing::Ask::Undo { passings: vec![record] },
        passing::Ask::Prepare { kind: passing::Kind::Referral, record },
        passing::Ask::Offer(passing::Offer {
            kind: passing::Kind::Referral,
            record,
            to: person,
            parts: vec![text("plan")],
            why: text("routine"),
            services: vec![text("health")],
            row: None,
            note: text("…"),
            in_spite: String::new(),
        }),
        passing::Ask::Send(passing::Send {
            kind: passing::Kind::Referral,
            record,
            office,
            target: chosen(),
            parts: vec![text("identity"), text("plan")],
            why: text("urgent"),
            services: vec![text("health")],
            row: None,
            note: text("…"),
            in_spite: String::new(),
        }),
        passing::Ask::CreateCase { passing: record },
        passing::Ask::AskFor { code: text("KRG1-2026-0001-0"), of: person, note: text("…") },
        passing::Ask::Answer { passing: record, yes: true, note: String::new() },
        passing::Ask::Finish { passing: record, note: text("…") },
        passing::Ask::Revoke { passing: record, note: text("…") },
        passing::Ask::TakeOver { passing: record },
        passing::Ask::List { which: passing::Which::ForMe, record: None, skip: 0, take: 50 },
    ];
    let work = [
        work::Ask::List { when: work::When::Overdue, what: Some(text("follow_up")), owner: None, skip: 0, take: 50 },
        work::Ask::Done { record, row: RowId::from_random([9; 16]) },
        work::Ask::Workers {},
        work::Ask::AskApproval { record, form: text("case-plan") },
        work::Ask::Approve {
            record,
            form: text("case-plan"),
            yes: false,
            comment: text("Who takes the child to school?"),
        },
    ];
    let around = [
        around::Ask::Flag {
            records: vec![record],
            on: Some(text("2026-12-01")),
            reason: text("Is the new home safe?"),
        },
        around::Ask::Resolve { record, flag: RowId::from_random([9; 16]), words: text("Visited; the home is safe.") },
        around::Ask::Note { record, subject: text("Call"), text: text("The school will write on Monday.") },
        around::Ask::Seen { records: vec![record] },
        around::Ask::Uncover { record, parts: vec![text("name")] },
        around::Ask::ProtectName { record, on: true },
        around::Ask::Relate {
            record,
            to: RecordId::from_random([10; 16]),
            kind: text("sibling"),
            note: text("Same mother."),
        },
        around::Ask::Unrelate { record, relation: RowId::from_random([9; 16]) },
        around::Ask::SaveCalendar { owner: None, target: chosen(), language: text("en") },
        around::Ask::Flags { skip: 0, take: 50 },
        around::Ask::Alerts { skip: 0, take: 50 },
    ];
    let twice = duplicates::Pair { one: record, other: RecordId::from_random([9; 16]) };
    let duplicates = [
        duplicates::Ask::Like { record: None, document: Document::default() },
        duplicates::Ask::Looked { document: Document::default() },
        duplicates::Ask::Others { text: text("…"), take: 8 },
        duplicates::Ask::Of { record },
        duplicates::Ask::Search {},
        duplicates::Ask::Among { records: vec![record] },
        duplicates::Ask::Pairs { state: duplicates::State::Waiting, skip: 0, take: 50 },
        duplicates::Ask::Compare { pair: twice },
        duplicates::Ask::Decide {
            pair: twice,
            decision: duplicates::Decision::Dismissed,
            reason: text("Cousins of one name: their mothers came together."),
        },
    ];
    let pair = tracing::Pair { child: record, request: record, trace: RowId::from_random([9; 16]) };
    let tracing = [
        tracing::Ask::Find { record },
        tracing::Ask::Matched { record },
        tracing::Ask::Hints { record },
        tracing::Ask::Searchers { record },
        tracing::Ask::HandSearch { record, to: person, note: String::new() },
        tracing::Ask::Search { anew: false },
        tracing::Ask::Leads { band: None, state: tracing::State::Waiting, skip: 0, take: 50 },
        tracing::Ask::Compare { pair },
        tracing::Ask::Printed { pair },
        tracing::Ask::Decide {
            pair,
            decision: tracing::Decision::Rejected,
            reason: text("The mother was shown the photo."),
        },
    ];
    let own = tracing::MatchSettings {
        variants: text("Khaled خالد | Khaloud Khallouda"),
        weights: [("band-strong".to_owned(), 960)].into(),
        ..tracing::MatchSettings::default()
    };
    let shaping_matching = [
        tracing::Ask::Settings {},
        tracing::Ask::TrySettings { settings: own.clone() },
        tracing::Ask::UseSettings { settings: own, seen: 0 },
    ];
    let records = [
        records::Ask::Home {},
        records::Ask::Find { text: text("nour"), of: None, take: 50 },
        records::Ask::Rows { records: vec![record] },
        records::Ask::Linked { record },
        records::Ask::Open { record },
        records::Ask::Save {
            record: None,
            of: RecordType::CASE,
            heads: Vec::new(),
            change,
            complete: Vec::new(),
            renewed: Vec::new(),
            draft: None,
        },
        records::Ask::History { record },
        records::Ask::Versions { record, form: text("consent") },
        records::Ask::PreviewTakeBack { record, revision },
        records::Ask::TakeBack { record, revision, heads: vec![revision] },
        records::Ask::KeepDraft {
            draft: None,
            record: None,
            heads: Vec::new(),
            form: text("registration"),
            document: Document::default(),
        },
        records::Ask::Drafts {},
        records::Ask::OpenDraft { draft },
        records::Ask::DropDraft { draft },
        records::Ask::AddPhoto { source: chosen() },
        records::Ask::Photo { record: Some(record), file },
        records::Ask::AddFile { source: chosen(), kind: FileKind::Document },
        records::Ask::AddMark { png: text("base64 of a PNG") },
        records::Ask::AddSound { sound: text("base64 of a recording") },
        records::Ask::File { record: Some(record), file },
        records::Ask::SaveFileAs { record: Some(record), file, target: chosen() },
        records::Ask::Printed { record, form: text("registration") },
    ];
    let list = || List {
        of: RecordType::CASE,
        view: View {
            show: Show::Current,
            filters: vec![
                Filter { of: field("risk_level"), is: Is::Among(["high".to_owned()].into()), not: false },
                Filter { of: field("services.service_type"), is: Is::Blank {}, not: true },
                Filter { of: Column::Fact(Fact::Changed), is: Is::Days { from: Some(-30), to: Some(0) }, not: false },
                Filter { of: Column::Fact(Fact::Age), is: Is::Number { from: Some(6), to: Some(11) }, not: false },
            ],
            any: false,
            columns: vec![Column::Fact(Fact::Code), field("sex")],
            order: Some(Order { by: field("date_registered"), backwards: true }),
            look: Look { widths: [("field:sex".to_owned(), 3)].into(), close: true },
        },
        text: String::new(),
    };
    let lists = [
        lists::Ask::Page { list: list(), skip: 0, take: 50 },
        lists::Ask::Read { list: list() },
        lists::Ask::Matching { list: list() },
        lists::Ask::Beside { list: list(), record },
        lists::Ask::Export {
            list: list(),
            records: vec![record],
            codes_only: true,
            language: text("ar"),
            target: chosen(),
        },
        lists::Ask::Printed { of: RecordType::CASE, records: 12 },
        lists::Ask::Owners { of: RecordType::CASE },
        lists::Ask::Views { of: RecordType::CASE },
        lists::Ask::KeepView {
            id: None,
            of: RecordType::CASE,
            name: text("High risk, no service"),
            shared: true,
            view: list().view,
        },
        lists::Ask::DropView { id: ViewId::from_random([9; 16]) },
    ];
    let exchange = [
        exchange::Ask::OurCard {},
        exchange::Ask::SaveCard { target: chosen() },
        exchange::Ask::ReadCard { source: chosen() },
        exchange::Ask::Verify { office, digits: text("40 digits") },
        exchange::Ask::Offices {},
        exchange::Ask::PreviewCopy { record, office },
        exchange::Ask::SealCopy { record, office, target: chosen() },
        exchange::Ask::SealConfiguration { office, target: chosen() },
        exchange::Ask::Read { source: chosen() },
        exchange::Ask::Accept { bundle },
        exchange::Ask::Leave { bundle },
        exchange::Ask::Ledger {},
        exchange::Ask::ExportDeskKey { words: text("24 words"), target: chosen() },
    ];
    let keeping = [
        keeping::Ask::BackupStatus {},
        keeping::Ask::BackUp {},
        keeping::Ask::SetBackupFolder { folder: Some(chosen()) },
        keeping::Ask::ListBackups {},
        keeping::Ask::Rehearse { backup: keeping::Which::Chosen(chosen()), key: None },
        keeping::Ask::Restore {
            backup: keeping::Which::Listed { place: keeping::Place::Here, at: amparo_model::ids::Moment(1) },
            key: Some(keeping::BackupKey::Password { login: text("amina"), password: text("as it was then") }),
            above: [("26".to_owned(), 120)].into(),
        },
        keeping::Ask::RehearseElsewhere {
            backup: chosen(),
            key: keeping::BackupKey::Password { login: text("amina"), password: text("as it was then") },
        },
        keeping::Ask::RestoreElsewhere {
            backup: chosen(),
            key: keeping::BackupKey::Words { words: text("24 words"), login: text("amina") },
            new_password: Some(text("a new password")),
            above: [("26".to_owned(), 120)].into(),
        },
        keeping::Ask::Emergency { stick: Some(chosen()), practice: true, at_once: false, typed: text("KRG1") },
        keeping::Ask::SetLanguage { language: text("ar") },
        keeping::Ask::SetIdle { minutes: 5 },
    ];
    let shaping = [
        shaping::Ask::InForce { known: 0 },
        shaping::Ask::Overview {},
        shaping::Ask::Begin { name: text("Questions for the new camp") },
        shaping::Ask::Open { draft: 1 },
        shaping::Ask::Keep { draft: 1, text: text("{\"amparo_configuration\":1, ...}") },
        shaping::Ask::Drop { draft: 1 },
        shaping::Ask::Apply { draft: 1 },
        shaping::Ask::GoBack { number: 0 },
        shaping::Ask::Export { draft: None, target: chosen(), passphrase: None },
        shaping::Ask::Import { name: text("From the cluster"), source: chosen(), passphrase: None },
        shaping::Ask::ExportWords { draft: None, target: chosen() },
        shaping::Ask::ImportWords { draft: 1, source: chosen() },
        shaping::Ask::ExportFluent { draft: None, language: text("ku"), target: chosen() },
        shaping::Ask::ImportFluent { draft: 1, language: text("ku"), source: chosen() },
        shaping::Ask::Uses { draft: 1 },
        shaping::Ask::ToCount {},
        shaping::Ask::OpenToCount { draft: 1 },
        shaping::Ask::CountUse { draft: 1 },
        shaping::Ask::PublishUse { draft: 1 },
    ];
    let past = [
        past::Ask::Page { filter: past::Filter { code: text("CP-"), ..past::Filter::default() }, skip: 0, take: 50 },
        past::Ask::Export { filter: past::Filter::default(), target: chosen(), language: text("en") },
        past::Ask::Looks { record, skip: 0, take: 50 },
        past::Ask::Consents { skip: 0, take: 50 },
        past::Ask::Verify {},
        past::Ask::Head {},
        past::Ask::Compare { entries: 120, digits: text("1234 5678 9012 3456 7890 1234") },
    ];
    let mut all: Vec<Request> = entering.into_iter().map(Request::GettingIn).collect();
    all.extend(people.into_iter().map(Request::People));
    all.extend(roles.into_iter().map(Request::Roles));
    all.extend(places.into_iter().map(Request::Places));
    all.extend(records.into_iter().map(Request::Records));
    all.extend(lists.into_iter().map(Request::Lists));
    all.extend(work.into_iter().map(Request::Work));
    all.extend(around.into_iter().map(Request::Around));
    all.extend(passing_on.into_iter().map(Request::Passing));
    all.extend(duplicates.into_iter().map(Request::Duplicates));
    all.extend(tracing.into_iter().chain(shaping_matching).map(Request::Tracing));
    all.extend(exchange.into_iter().map(Request::Exchange));
    all.extend(keeping.into_iter().map(Request::Keeping));
    all.extend(past.into_iter().map(Request::Past));
    let retention = [
        retention::Ask::Overview {},
        retention::Ask::SetRules { rules: vec![] },
        retention::Ask::Hold { record, reason: Some(retention::HoldReason::Court) },
        retention::Ask::Propose { record, why: retention::Why::Due },
        retention::Ask::ProposeByCode { code: text("KRG1-26-00001-I"), why: retention::Why::Asked },
        retention::Ask::Approve { proposal: record.uuid(), typed: text("KRG1-26-00001-I") },
        retention::Ask::ApproveWithWords {
            proposal: record.uuid(),
            typed: text("KRG1-26-00001-I"),
            words: text("abandon ability …"),
        },
        retention::Ask::Find { code: text("KRG1-26-00001-I") },
        retention::Ask::Refuse { proposal: record.uuid() },
    ];
    all.extend(retention.into_iter().map(Request::Retention));
    all.extend(shaping.into_iter().map(Request::Shaping));
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_example_is_understood() {
        let text = text();
        for request in all() {
            let line = serde_json::to_string(&request).unwrap();
            assert!(text.contains(&line));
            assert_eq!(serde_json::from_str::<Request>(&line).unwrap(), request);
        }
    }
}
