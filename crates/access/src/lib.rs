//! The policy: who may do what, and what consent allows. Pure; it is handed facts and cannot look anything up.
//!
//! `office` asks before every request; the window asks the same code, only to grey things out. What is not in the table is
//! refused. Read first: [`Action`], [`may`], [`copy_allowed_by`].

use amparo_model::person::Role;

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
    /// Bring in a list of places.
    ImportPlaces,
    /// Look places up.
    SeePlaces,
    /// Register cases and change those within reach.
    WriteCases,
    /// List, find, open and print cases within reach (which cases those are, the keys decide).
    ReadCases,
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
}

impl Action {
    /// Every action, so that the table can be tested as a whole.
    pub const ALL: &'static [Action] = &[
        Action::SeePeople,
        Action::AddTeam,
        Action::ProposePerson,
        Action::AdmitPerson,
        Action::ImportPlaces,
        Action::SeePlaces,
        Action::WriteCases,
        Action::ReadCases,
        Action::SeeOffices,
        Action::MeetOffices,
        Action::SendCopies,
        Action::ReceiveBundles,
        Action::ExportDeskKey,
        Action::BackUp,
        Action::SetOffice,
        Action::ReadLog,
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
                | A::ImportPlaces
                | A::SeePlaces
                | A::SeeOffices
                | A::BackUp
                | A::SetOffice
                | A::ReadLog
        ),
        Role::Caseworker => {
            matches!(action, A::SeePlaces | A::WriteCases | A::ReadCases | A::BackUp | A::ReadLog)
        }
        Role::Supervisor => matches!(
            action,
            A::SeePeople
                | A::AdmitPerson
                | A::SeePlaces
                | A::WriteCases
                | A::ReadCases
                | A::SeeOffices
                | A::MeetOffices
                | A::SendCopies
                | A::ReceiveBundles
                | A::ExportDeskKey
                | A::BackUp
                | A::ReadLog
        ),
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

    /// Written independently of [`may`]: one line an action, one column a role (administrator, caseworker, supervisor).
    const TABLE: &str = "
        SeePeople      yes no  yes
        AddTeam        yes no  no
        ProposePerson  yes no  no
        AdmitPerson    no  no  yes
        ImportPlaces   yes no  no
        SeePlaces      yes yes yes
        WriteCases     no  yes yes
        ReadCases      no  yes yes
        SeeOffices     yes no  yes
        MeetOffices    no  no  yes
        SendCopies     no  no  yes
        ReceiveBundles no  no  yes
        ExportDeskKey  no  no  yes
        BackUp         yes yes yes
        SetOffice      yes no  no
        ReadLog        yes yes yes
    ";

    #[test]
    fn every_role_may_exactly_what_the_table_says() {
        let mut lines = 0;
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let action = Action::ALL.iter().find(|action| format!("{action:?}") == words[0]);
            for (role, word) in [Role::Admin, Role::Caseworker, Role::Supervisor].into_iter().zip(&words[1..]) {
                assert_eq!(action.map(|action| may(role, *action)), Some(*word == "yes"), "{role:?} {line}");
            }
            lines += 1;
        }
        assert_eq!(lines, Action::ALL.len());
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
