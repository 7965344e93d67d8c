//! The policy: who may do what, and what consent allows. Pure; it is handed facts and cannot look anything up.
//!
//! `office` asks before every request; the window asks the same code, only to grey things out. What is not in the table is
//! refused. Read first: [`Action`], [`may`], [`copy_allowed_by`].

use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType};

/// What a signed-in person can set out to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// See who has an account, and the teams.
    SeePeople,
    /// Add a team.
    AddTeam,
    /// Propose an account.
    ProposePerson,
    /// Admit a proposed person: gives them keys.
    AdmitPerson,
    /// See who was at work when.
    SeeWhoWorked,
    /// Bring in a list of places.
    ImportPlaces,
    /// Look places up.
    SeePlaces,
    /// Register records of the types the role works with, and change those within reach.
    WriteRecords,
    /// See lists of records within reach, and find them there: codes, and names where the keys open them.
    ListRecords,
    /// Open and print records within reach (which those are, the keys decide).
    ReadRecords,
    /// See our card and the offices known.
    SeeOffices,
    /// Take in another office's card, compare its digits.
    MeetOffices,
    /// Seal copies of cases to other offices.
    SendCopies,
    /// Open sealed files and accept what is in them.
    ReceiveBundles,
    /// Export the desk's key, with the recovery words.
    ExportDeskKey,
    /// Make a backup, see how backups stand.
    BackUp,
    /// Say where second copies go, when the program locks.
    SetOffice,
    /// Read the log, as far as its entries open.
    ReadLog,
    /// Change forms, lists and clocks.
    ShapeForms,
    /// Count which records use what a draft of the forms gives up, and tell it rounded.
    CountUse,
}

impl Action {
    /// Every action, so that the table can be tested as a whole.
    pub const ALL: &'static [Action] = &[
        Action::SeePeople,
        Action::AddTeam,
        Action::ProposePerson,
        Action::AdmitPerson,
        Action::SeeWhoWorked,
        Action::ImportPlaces,
        Action::SeePlaces,
        Action::WriteRecords,
        Action::ListRecords,
        Action::ReadRecords,
        Action::SeeOffices,
        Action::MeetOffices,
        Action::SendCopies,
        Action::ReceiveBundles,
        Action::ExportDeskKey,
        Action::BackUp,
        Action::SetOffice,
        Action::ReadLog,
        Action::ShapeForms,
        Action::CountUse,
    ];
}

/// Whether a role may set out to do something (DOMAIN.md 16.1 and 16.2).
#[must_use]
pub fn may(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Admin => matches!(
            action,
            A::SeePeople
                | A::AddTeam
                | A::ProposePerson
                | A::SeeWhoWorked
                | A::ImportPlaces
                | A::SeePlaces
                | A::SeeOffices
                | A::BackUp
                | A::SetOffice
                | A::ReadLog
                | A::ShapeForms
        ),
        Role::Caseworker | Role::TracingOfficer | Role::GbvCaseworker => {
            matches!(action, A::SeePlaces | A::WriteRecords | A::ListRecords | A::ReadRecords | A::BackUp | A::ReadLog)
        }
        Role::Supervisor => matches!(
            action,
            A::SeePeople
                | A::AdmitPerson
                | A::SeePlaces
                | A::WriteRecords
                | A::ListRecords
                | A::ReadRecords
                | A::SeeOffices
                | A::MeetOffices
                | A::SendCopies
                | A::ReceiveBundles
                | A::ExportDeskKey
                | A::BackUp
                | A::ReadLog
                | A::CountUse
        ),
        Role::GbvSupervisor => matches!(
            action,
            A::SeePeople
                | A::AdmitPerson
                | A::SeePlaces
                | A::WriteRecords
                | A::ListRecords
                | A::ReadRecords
                | A::BackUp
                | A::ReadLog
                | A::CountUse
        ),
        // Which lists, and that they show codes and no names, their circle decides.
        Role::Analyst => matches!(action, A::SeePlaces | A::ListRecords | A::ReadLog),
        Role::Auditor => {
            matches!(action, A::SeePeople | A::SeeWhoWorked | A::SeePlaces | A::SeeOffices | A::ReadLog)
        }
    }
}

/// Whether a role works with records of a type at all (DOMAIN.md 16.1, 16.3). Which of them it reaches, the keys decide.
#[must_use]
pub fn works_with(role: Role, of: RecordType) -> bool {
    match (role, of.module) {
        (Role::Admin | Role::Auditor, _) | (Role::Analyst, Module::Gbv) => false,
        // Only as rows of a list.
        (Role::Analyst, Module::Cp) => of.kind == Kind::Case,
        (Role::Caseworker, Module::Cp) => of.kind != Kind::TracingRequest,
        (Role::Supervisor, Module::Cp) | (Role::GbvCaseworker | Role::GbvSupervisor, Module::Gbv) => true,
        (Role::TracingOfficer, Module::Cp) => of.kind == Kind::TracingRequest,
        (Role::Caseworker | Role::Supervisor | Role::TracingOfficer, Module::Gbv)
        | (Role::GbvCaseworker | Role::GbvSupervisor, Module::Cp) => false,
    }
}

/// Whether a role may change what a form asks, in a record it works with (DOMAIN.md 16.3, column "Edit").
#[must_use]
pub fn may_fill(role: Role, form: &str) -> bool {
    match form {
        // What a child said of an alleged perpetrator or of an armed group is written by who heard it.
        "assessment-sensitive" | "caafag" => role == Role::Caseworker,
        // A determination is the panel's, kept by the supervisor.
        "bid" => role == Role::Supervisor,
        // Written by the program when a level changes or an approval is asked for.
        "risk-history" | "approvals" => false,
        _ => role.module().is_some(),
    }
}

/// Whether somebody with this role may say yes to a person proposed for that role: only who works in the same part of the programme,
/// but the first GBV supervisor, whom somebody must admit.
#[must_use]
pub fn may_admit(role: Role, proposed: Role) -> bool {
    match role {
        Role::Supervisor => true,
        Role::GbvSupervisor => proposed.module() == Some(Module::Gbv),
        _ => false,
    }
}

/// What a case's consent form answers, as far as sharing depends on it (DOMAIN.md, F1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConsentFacts {
    /// The form was saved as complete.
    pub complete: bool,
    /// `legal_basis` is vital interests: life or safety is at stake.
    pub vital_interests: bool,
    /// `ok_store` is yes.
    pub store: bool,
    /// `ok_share_services` is yes.
    pub share_services: bool,
}

/// The answer of F1 that allows a full copy of the case to headquarters, by field id; none: it is not allowed.
#[must_use]
pub fn copy_allowed_by(consent: &ConsentFacts) -> Option<&'static str> {
    if !consent.complete {
        None
    } else if consent.store && consent.share_services {
        Some("ok_share_services")
    } else if consent.vital_interests {
        Some("legal_basis")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written independently of [`may`]: one line an action, one column a role (administrator, caseworker, supervisor, tracing
    /// officer, GBV caseworker, GBV supervisor, analyst, auditor).
    const TABLE: &str = "
        SeePeople      yes no  yes no  no  yes no  yes
        AddTeam        yes no  no  no  no  no  no  no
        ProposePerson  yes no  no  no  no  no  no  no
        AdmitPerson    no  no  yes no  no  yes no  no
        SeeWhoWorked   yes no  no  no  no  no  no  yes
        ImportPlaces   yes no  no  no  no  no  no  no
        SeePlaces      yes yes yes yes yes yes yes yes
        WriteRecords   no  yes yes yes yes yes no  no
        ListRecords    no  yes yes yes yes yes yes no
        ReadRecords    no  yes yes yes yes yes no  no
        SeeOffices     yes no  yes no  no  no  no  yes
        MeetOffices    no  no  yes no  no  no  no  no
        SendCopies     no  no  yes no  no  no  no  no
        ReceiveBundles no  no  yes no  no  no  no  no
        ExportDeskKey  no  no  yes no  no  no  no  no
        BackUp         yes yes yes yes yes yes no  no
        SetOffice      yes no  no  no  no  no  no  no
        ReadLog        yes yes yes yes yes yes yes yes
        ShapeForms     yes no  no  no  no  no  no  no
        CountUse       no  no  yes no  no  yes no  no
    ";
    const COLUMNS: [Role; 8] = [
        Role::Admin,
        Role::Caseworker,
        Role::Supervisor,
        Role::TracingOfficer,
        Role::GbvCaseworker,
        Role::GbvSupervisor,
        Role::Analyst,
        Role::Auditor,
    ];

    #[test]
    fn every_role_may_exactly_what_the_table_says() {
        let mut lines = 0;
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let action = Action::ALL.iter().find(|action| format!("{action:?}") == words[0]);
            for (role, word) in COLUMNS.into_iter().zip(&words[1..]) {
                assert_eq!(action.map(|action| may(role, *action)), Some(*word == "yes"), "{role:?} {line}");
            }
            lines += 1;
        }
        assert_eq!(lines, Action::ALL.len());
    }

    /// By hand from DOMAIN.md 16.1: the types each role works with.
    #[test]
    fn no_role_of_one_module_works_with_the_records_of_the_other() {
        for (role, types) in [
            (Role::Admin, &[][..]),
            (Role::Caseworker, &[RecordType::CASE, RecordType::INCIDENT, RecordType::FAMILY, RecordType::REGISTRY][..]),
            (
                Role::Supervisor,
                &[
                    RecordType::CASE,
                    RecordType::INCIDENT,
                    RecordType::TRACING_REQUEST,
                    RecordType::FAMILY,
                    RecordType::REGISTRY,
                ],
            ),
            (Role::TracingOfficer, &[RecordType::TRACING_REQUEST]),
            (Role::GbvCaseworker, &[RecordType::GBV_CASE, RecordType::GBV_INCIDENT]),
            (Role::GbvSupervisor, &[RecordType::GBV_CASE, RecordType::GBV_INCIDENT]),
            (Role::Analyst, &[RecordType::CASE]),
            (Role::Auditor, &[]),
        ] {
            for of in RecordType::REGISTERED {
                assert_eq!(works_with(role, *of), types.contains(of), "{role:?} {of:?}");
            }
        }
    }

    #[test]
    fn who_heard_it_writes_it_and_the_determination_is_the_supervisors() {
        for (form, fillers) in [
            ("caafag", &[Role::Caseworker][..]),
            ("assessment-sensitive", &[Role::Caseworker]),
            ("bid", &[Role::Supervisor]),
            ("approvals", &[]),
        ] {
            for role in Role::ALL {
                assert_eq!(may_fill(*role, form), fillers.contains(role), "{role:?} {form}");
            }
        }
    }

    #[test]
    fn a_gbv_supervisor_admits_nobody_to_child_protection() {
        for proposed in Role::ALL {
            let gbv = matches!(proposed, Role::GbvCaseworker | Role::GbvSupervisor);
            assert_eq!(may_admit(Role::GbvSupervisor, *proposed), gbv);
            assert!(may_admit(Role::Supervisor, *proposed) && !may_admit(Role::Admin, *proposed));
        }
    }

    #[test]
    fn a_copy_needs_a_complete_form_and_a_yes_or_life_at_stake() {
        let asked = ConsentFacts { complete: true, store: true, share_services: true, vital_interests: false };
        assert_eq!(copy_allowed_by(&asked), Some("ok_share_services"));
        assert_eq!(copy_allowed_by(&ConsentFacts { complete: false, ..asked }), None);
        assert_eq!(copy_allowed_by(&ConsentFacts { share_services: false, ..asked }), None);
        assert_eq!(copy_allowed_by(&ConsentFacts { store: false, ..asked }), None);
        let vital = ConsentFacts { complete: true, vital_interests: true, ..ConsentFacts::default() };
        assert_eq!(copy_allowed_by(&vital), Some("legal_basis"));
    }
}
