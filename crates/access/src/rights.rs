//! The rights of a role: those of the standard ones, and what an office's own role may be made of.
//!
//! A role of the office's own stands on a standard one, its base. Certificates and circles know the base only; so whatever is said here
//! narrows what those keys open, or names more circles of the same kind, into which a member lets somebody.

use crate::{may, may_admit, may_fill};
use amparo_model::person::Role;
use amparo_model::role::{Action, FormRight, Rights, RoleId, Scope};
use std::collections::BTreeMap;

/// The rights of a standard role (DOMAIN.md 16.1).
#[must_use]
pub fn standard(base: Role) -> Rights {
    let scope = match base {
        Role::Caseworker | Role::GbvCaseworker => Scope::Own,
        Role::Supervisor | Role::GbvSupervisor => Scope::Team,
        // Tracing requests have one circle for the whole office; the others read no record.
        Role::TracingOfficer | Role::Analyst | Role::Auditor | Role::Admin => Scope::All,
    };
    let actions = Action::ALL.iter().filter(|action| may(base, **action)).map(|action| action.id().to_owned());
    Rights { base, actions: actions.collect(), scope, forms: BTreeMap::new(), gives: None, own_work: false }
}

/// The standard roles in the order in which they are offered, the managers beside those whose scope they widen.
#[must_use]
pub fn standard_roles() -> Vec<(RoleId, Rights)> {
    let mut roles = Vec::new();
    for base in Role::ALL {
        roles.push((RoleId::from(*base), standard(*base)));
        let manager = match base {
            Role::Supervisor => RoleId::MANAGER,
            Role::GbvSupervisor => RoleId::GBV_MANAGER,
            _ => continue,
        };
        roles.push((RoleId::from(manager), Rights { scope: Scope::Agency, ..standard(*base) }));
    }
    roles
}

/// The scopes that a role on this base may have.
#[must_use]
pub fn scopes(base: Role) -> &'static [Scope] {
    match base {
        Role::TracingOfficer => &[Scope::Own, Scope::All],
        Role::Caseworker | Role::Supervisor | Role::GbvCaseworker | Role::GbvSupervisor => Scope::ALL,
        Role::Analyst | Role::Auditor | Role::Admin => &[Scope::All],
    }
}

/// Whether a role on this base can carry a permission at all: its base has it, or it needs no key and no signature that the base
/// lacks. Users, roles, forms and settings stay with those who open no record (DOMAIN.md 16.2).
#[must_use]
pub fn carries(base: Role, action: Action) -> bool {
    let needs_no_key = matches!(action, Action::SeePeople | Action::SeeOffices | Action::BackUp | Action::SeeWhoWorked);
    may(base, action)
        // An office may let workers hand over what they are responsible for.
        || (action == Action::Transfer && base.module().is_some())
        || (needs_no_key && base != Role::Auditor)
        || (action == Action::ImportPlaces && base.supervises())
}

/// What a standard role may do with a form (DOMAIN.md 16.3), in the records that it opens.
#[must_use]
pub fn standard_form(base: Role, form: &str) -> FormRight {
    if base.module().is_none() {
        FormRight::None
    } else if may_fill(base, form) {
        FormRight::Write
    } else {
        FormRight::Read
    }
}

/// What a role may do with a form.
#[must_use]
pub fn form_right(rights: &Rights, form: &str) -> FormRight {
    let most = standard_form(rights.base, form);
    rights.forms.get(form).map_or(most, |right| most.min(*right))
}

/// Whether a role fills a form.
#[must_use]
pub fn fills(rights: &Rights, form: &str) -> bool {
    form_right(rights, form) == FormRight::Write
}

/// Whether one role gives nothing that another does not: then it may take the other's place without anybody's yes.
#[must_use]
pub fn within(narrow: &Rights, wide: &Rights) -> bool {
    let forms = narrow.forms.keys().chain(wide.forms.keys());
    let gives = match (&narrow.gives, &wide.gives) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(narrow), Some(wide)) => narrow.is_subset(wide),
    };
    narrow.base == wide.base
        && narrow.actions.is_subset(&wide.actions)
        && narrow.scope <= wide.scope
        && forms.into_iter().all(|form| form_right(narrow, form) <= form_right(wide, form))
        && gives
        && (wide.own_work || !narrow.own_work)
}

/// What is wrong with a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// A permission that its base cannot carry, or that nobody knows.
    #[error("its base cannot carry this permission")]
    NotCarried,
    /// A permission without what it is of no use without.
    #[error("a permission lacks what it needs")]
    Lacking,
    /// A scope that its base cannot have.
    #[error("its base cannot have this scope")]
    Scope,
    /// More on a form than its base has.
    #[error("its base may not do that with the form")]
    Form,
}

/// Whether a role can be what it says.
///
/// # Errors
/// [`Unsound`].
pub fn sound(rights: &Rights) -> Result<(), Unsound> {
    let known: Vec<Action> = Action::ALL.iter().copied().filter(|action| rights.may(*action)).collect();
    if known.len() != rights.actions.len() || !known.iter().all(|action| carries(rights.base, *action)) {
        return Err(Unsound::NotCarried);
    }
    if !known.iter().all(|action| action.needs().iter().all(|needed| rights.may(*needed))) {
        return Err(Unsound::Lacking);
    }
    if !scopes(rights.base).contains(&rights.scope) {
        return Err(Unsound::Scope);
    }
    if rights.forms.iter().any(|(form, right)| *right > standard_form(rights.base, form)) {
        return Err(Unsound::Form);
    }
    Ok(())
}

/// Whether two people together hold what a role gives: nobody gives what they do not hold. One asks, the other says yes; a form that
/// is closed to whoever says yes stays closed.
#[must_use]
pub fn held_by(asks: &Rights, agrees: &Rights, given: &Rights) -> bool {
    let actions = given.actions.iter().all(|action| asks.actions.contains(action) || agrees.actions.contains(action));
    let forms = agrees.forms.keys().all(|form| form_right(given, form) <= form_right(agrees, form));
    actions && forms && (!given.own_work || agrees.own_work || agrees.base.supervises())
}

/// Whether somebody may propose people for a role, or say yes to it.
#[must_use]
pub fn may_give(giver: &Rights, role: &RoleId, given: &Rights) -> bool {
    let listed = giver.gives.as_ref().is_none_or(|gives| gives.contains(role));
    let asks = giver.may(Action::ProposePerson) && giver.base == Role::Admin;
    let agrees = giver.may(Action::AdmitPerson) && may_admit(giver.base, given.base);
    listed && (asks || agrees)
}

/// Whether somebody may approve work: of others, where their role says yes to others' work; their own only where it says so (DOMAIN.md 16.2).
#[must_use]
pub fn may_approve(rights: &Rights, own: bool) -> bool {
    rights.may(Action::Approve) && (!own || rights.own_work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_standard_role_is_sound_and_can_be_given_by_an_administrator_and_a_supervisor_together() {
        let (admin, supervisor) = (standard(Role::Admin), standard(Role::Supervisor));
        for (id, rights) in standard_roles() {
            assert_eq!(sound(&rights), Ok(()), "{id}");
            assert!(held_by(&admin, &supervisor, &rights), "{id}");
            assert!(may_give(&admin, &id, &rights) && may_give(&supervisor, &id, &rights), "{id}");
            assert!(!may_give(&standard(Role::Caseworker), &id, &rights), "{id}");
            assert!(within(&rights, &rights));
        }
        assert_eq!(standard_roles().len(), Role::ALL.len() + 2);
    }

    #[test]
    fn a_role_is_no_wider_than_its_base_can_carry() {
        let base = standard(Role::Caseworker);
        let with = |action: Action| {
            let mut rights = base.clone();
            rights.actions.insert(action.id().to_owned());
            rights
        };
        assert_eq!(sound(&with(Action::SeePeople)), Ok(()));
        for action in [Action::AdmitPerson, Action::SendCopies, Action::ShapeForms, Action::ExportDeskKey] {
            assert_eq!(sound(&with(action)), Err(Unsound::NotCarried), "{action:?}");
        }
        let unknown = Rights { actions: BTreeSet::from(["read-minds".to_owned()]), ..base.clone() };
        assert_eq!(sound(&unknown), Err(Unsound::NotCarried));
        let mut blind = base.clone();
        blind.actions.remove(Action::ReadRecords.id());
        assert_eq!(sound(&blind), Err(Unsound::Lacking), "writing without reading");
        let panel = BTreeMap::from([("bid".to_owned(), FormRight::Write)]);
        assert_eq!(sound(&Rights { forms: panel, ..base.clone() }), Err(Unsound::Form));
        assert_eq!(sound(&Rights { scope: Scope::Team, ..standard(Role::Analyst) }), Err(Unsound::Scope));
    }

    #[test]
    fn narrower_is_narrower_in_every_respect() {
        let base = standard(Role::Supervisor);
        let mut fewer = base.clone();
        fewer.actions.remove(Action::ExportDeskKey.id());
        let own = Rights { scope: Scope::Own, ..base.clone() };
        let closed = Rights { forms: BTreeMap::from([("closure".to_owned(), FormRight::None)]), ..base.clone() };
        let listed = Rights { gives: Some(BTreeSet::from([Role::Caseworker.into()])), ..base.clone() };
        for narrow in [fewer, own, closed, listed] {
            assert!(within(&narrow, &base) && !within(&base, &narrow), "{narrow:?}");
        }
        let approves = Rights { own_work: true, ..base.clone() };
        assert!(!within(&approves, &base) && may_approve(&approves, true) && !may_approve(&base, true));
        assert!(may_approve(&base, false) && !may_approve(&standard(Role::Caseworker), false));
    }

    #[test]
    fn nobody_gives_a_permission_or_a_form_that_neither_of_the_two_holds() {
        let (admin, supervisor) = (standard(Role::Admin), standard(Role::Supervisor));
        let mut weaker = supervisor.clone();
        weaker.actions.remove(Action::ExportDeskKey.id());
        assert!(!held_by(&admin, &weaker, &supervisor));
        let closed = BTreeMap::from([("closure".to_owned(), FormRight::None)]);
        let blind = Rights { forms: closed, ..supervisor.clone() };
        assert!(!held_by(&admin, &blind, &standard(Role::Caseworker)), "a form that is closed to who says yes");
        assert!(held_by(&admin, &blind, &Rights { forms: blind.forms.clone(), ..standard(Role::Caseworker) }));
        let listed = Rights { gives: Some(BTreeSet::from([Role::Caseworker.into()])), ..supervisor };
        assert!(may_give(&listed, &Role::Caseworker.into(), &standard(Role::Caseworker)));
        assert!(!may_give(&listed, &Role::Analyst.into(), &standard(Role::Analyst)));
    }
}
