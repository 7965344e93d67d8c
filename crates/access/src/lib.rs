//! The policy: who may do what, and what consent allows. Pure; it is handed facts and cannot look anything up.
//!
//! `office` asks before every request; the window asks the same code, only to grey things out. What is not in the table is
//! refused. Read first: [`Action`], [`may`] (the standard roles), [`rights`] (the office's own), [`copy_allowed_by`].

pub mod rights;

pub use amparo_model::role::Action;
pub use rights::{fills, form_right, may_approve, may_give, scopes, standard, within};

use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::role::Rights;

/// What somebody may set out to do, small enough to be handed around: the window asks it at every button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// The standard role that theirs is, or stands on.
    pub base: Role,
    /// One bit an action, in their order.
    actions: u64,
}

// Every action has a bit.
const _: () = assert!(Action::ALL.len() <= 64);

impl Allowed {
    fn of(base: Role, may: impl Fn(Action) -> bool) -> Self {
        let bit = |(at, action): (usize, &Action)| u64::from(may(*action)) << at;
        Self { base, actions: Action::ALL.iter().enumerate().map(bit).sum() }
    }
}

impl From<Role> for Allowed {
    fn from(role: Role) -> Self {
        Self::of(role, |action| gives(role, action))
    }
}

impl From<&Rights> for Allowed {
    fn from(rights: &Rights) -> Self {
        Self::of(rights.base, |action| rights.may(action))
    }
}

/// Whether somebody may set out to do something: by a standard role, or by what their own gives.
#[must_use]
pub fn may(who: impl Into<Allowed>, action: Action) -> bool {
    let allowed: Allowed = who.into();
    let at = Action::ALL.iter().position(|known| *known == action);
    at.is_some_and(|at| allowed.actions >> at & 1 == 1)
}

/// Whether a standard role gives a permission (DOMAIN.md 16.1 and 16.2).
fn gives(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Admin => matches!(
            action,
            A::SeePeople
                | A::AddTeam
                | A::ShapeRoles
                | A::ProposePerson
                | A::SeeWhoWorked
                | A::ImportPlaces
                | A::SeePlaces
                | A::SeeOffices
                | A::BackUp
                | A::Restore
                | A::Emergency
                | A::SeeRetention
                | A::AgreeToDestroy
                | A::SetOffice
                | A::ReadLog
                | A::ShapeForms
        ),
        Role::Supervisor | Role::GbvSupervisor if action == A::MarkDuplicates => true,
        Role::TracingOfficer | Role::Supervisor
            if matches!(action, A::FindMatches | A::DecideMatches | A::ShapeMatching) =>
        {
            true
        }
        Role::Caseworker | Role::TracingOfficer | Role::GbvCaseworker => {
            works_with_records(action)
                || (action == A::Refer && role != Role::TracingOfficer)
                || matches!(action, A::SeePlaces | A::BackUp | A::SeeRetention | A::AgreeToDestroy | A::ReadLog)
        }
        Role::Supervisor => {
            supervises(action)
                || matches!(
                    action,
                    A::SeeOffices | A::MeetOffices | A::SendCopies | A::ReceiveBundles | A::ExportDeskKey
                )
        }
        Role::GbvSupervisor => supervises(action),
        // Which lists, and that they show codes and no names, their circle decides.
        Role::Analyst => matches!(action, A::SeePlaces | A::ListRecords | A::ReadLog),
        Role::Auditor => {
            matches!(
                action,
                A::SeePeople | A::SeeWhoWorked | A::SeePlaces | A::SeeOffices | A::SeeRetention | A::ReadLog
            )
        }
    }
}

/// What everybody does who leads a team, whichever its work.
fn supervises(action: Action) -> bool {
    use Action as A;
    works_with_records(action)
        || matches!(
            action,
            A::Approve
                | A::Refer
                | A::Assign
                | A::Transfer
                | A::OverrideConsent
                | A::SeePeople
                | A::AdmitPerson
                | A::SeePlaces
                | A::BackUp
                | A::Emergency
                | A::SeeRetention
                | A::HoldRecords
                | A::AgreeToDestroy
                | A::ReadLog
                | A::CountUse
        )
}

/// What everybody who works with records does with those in reach.
fn works_with_records(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::ListRecords
            | A::ReadRecords
            | A::FindOthers
            | A::RegisterRecords
            | A::WriteRecords
            | A::TakeBack
            | A::SeeHistory
            | A::PrintRecords
            | A::CopyFiles
    )
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

/// Whether somebody may be let into a part of a record of a type that their role does not work with: a tracing officer into the search for
/// the family of a child (DOMAIN.md 16.1).
#[must_use]
pub fn joins_in(role: Role, of: RecordType) -> bool {
    role == Role::TracingOfficer && of == RecordType::CASE
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
        ShapeRoles     yes no  no  no  no  no  no  no
        AdmitPerson    no  no  yes no  no  yes no  no
        SeeWhoWorked   yes no  no  no  no  no  no  yes
        ImportPlaces   yes no  no  no  no  no  no  no
        SeePlaces      yes yes yes yes yes yes yes yes
        WriteRecords   no  yes yes yes yes yes no  no
        RegisterRecords no  yes yes yes yes yes no  no
        TakeBack       no  yes yes yes yes yes no  no
        SeeHistory     no  yes yes yes yes yes no  no
        PrintRecords   no  yes yes yes yes yes no  no
        CopyFiles      no  yes yes yes yes yes no  no
        ListRecords    no  yes yes yes yes yes yes no
        ReadRecords    no  yes yes yes yes yes no  no
        SeeOffices     yes no  yes no  no  no  no  yes
        MeetOffices    no  no  yes no  no  no  no  no
        SendCopies     no  no  yes no  no  no  no  no
        ReceiveBundles no  no  yes no  no  no  no  no
        ExportDeskKey  no  no  yes no  no  no  no  no
        BackUp         yes yes yes yes yes yes no  no
        Restore        yes no  no  no  no  no  no  no
        Emergency      yes no  yes no  no  yes no  no
        SeeRetention   yes yes yes yes yes yes no  yes
        HoldRecords    no  no  yes no  no  yes no  no
        AgreeToDestroy yes yes yes yes yes yes no  no
        SetOffice      yes no  no  no  no  no  no  no
        ReadLog        yes yes yes yes yes yes yes yes
        ShapeForms     yes no  no  no  no  no  no  no
        CountUse       no  no  yes no  no  yes no  no
        Approve        no  no  yes no  no  yes no  no
        Assign         no  no  yes no  no  yes no  no
        FindMatches    no  no  yes yes no  no  no  no
        DecideMatches  no  no  yes yes no  no  no  no
        MarkDuplicates no  no  yes no  no  yes no  no
        FindOthers     no  yes yes yes yes yes no  no
        Refer          no  yes yes no  yes yes no  no
        Transfer       no  no  yes no  no  yes no  no
        OverrideConsent no no  yes no  no  yes no  no
        ShapeMatching  no  no  yes yes no  no  no  no
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
