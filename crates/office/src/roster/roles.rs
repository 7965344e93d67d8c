//! The roles that the directory knows: the standard ones, and the office's own as they were signed.
//!
//! A version by an administrator that gives nothing more than before counts at once. One that gives more counts from the moment on that a
//! supervisor says yes, who together with the administrator must hold what it gives. So neither of them widens a role alone, whatever
//! rows they plant.

use super::entry::{ROLE, ROLE_ANSWER};
use super::{Author, Proposal, Roster};
use amparo_access::rights::{held_by, sound, standard_roles};
use amparo_access::{standard, within};
use amparo_model::ids::{OfficeId, PersonId, TeamId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_model::record::Module;
use amparo_model::role::{Action, OfficeRole, Rights, RoleId, Scope};
use amparo_vault::asymmetric::SigningPublic;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One of the office's own roles.
#[derive(Clone)]
pub(crate) struct Shaped {
    /// The number of its last version.
    pub(crate) last: u32,
    /// The version that counts; none until the first one does.
    pub(crate) current: Option<OfficeRole>,
    /// A version that gives more and waits for a yes, and who asked for it.
    pub(crate) pending: Option<(OfficeRole, Uuid)>,
}

/// A member's yes or no to a version of a role.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct RoleAnswer {
    pub(crate) role: RoleId,
    pub(crate) number: u32,
    pub(crate) yes: bool,
}

/// What a new version of a role would be compared with.
fn before(shaped: Option<&Shaped>, rights: &Rights) -> Rights {
    let current = shaped.and_then(|shaped| shaped.current.as_ref()).map(|role| role.rights.clone());
    current.unwrap_or_else(|| standard(rights.base))
}

impl Roster {
    pub(super) fn take_role(&mut self, office: OfficeId, root: &SigningPublic, role: OfficeRole, by: &Author) -> bool {
        let Author::Person { user, .. } = by else { return false };
        let author = PersonId::from_uuid(*user);
        let shaped = self.roles.get(&role.id);
        let same_base = |known: &Shaped| {
            let known = known.current.as_ref().or(known.pending.as_ref().map(|(role, _)| role));
            known.is_none_or(|known| known.rights.base == role.rights.base)
        };
        let counts = self.signed(office, root, ROLE, &role, by, "admin")
            && self.rights_of(author).is_some_and(|rights| rights.may(Action::ShapeRoles))
            // Nobody changes what they have themselves.
            && self.given_to(author) != Some(role.id.clone())
            && role.id.as_str().starts_with(RoleId::OWN)
            && role.number == shaped.map_or(1, |shaped| shaped.last + 1)
            && shaped.is_none_or(same_base)
            && sound(&role.rights).is_ok();
        if counts {
            let at_once = within(&role.rights, &before(shaped, &role.rights));
            let place = self.roles.entry(role.id.clone());
            let shaped = place.or_insert(Shaped { last: 0, current: None, pending: None });
            shaped.last = role.number;
            if at_once {
                (shaped.current, shaped.pending) = (Some(role), None);
            } else {
                shaped.pending = Some((role, *user));
            }
        }
        counts
    }

    pub(super) fn take_role_answer(
        &mut self,
        office: OfficeId,
        root: &SigningPublic,
        answer: &RoleAnswer,
        by: &Author,
    ) -> bool {
        let Author::Person { user, .. } = by else { return false };
        let Some((asked, asked_by)) = self.roles.get(&answer.role).and_then(|shaped| shaped.pending.clone()) else {
            return false;
        };
        let signed = |role: Role| self.signed(office, root, ROLE_ANSWER, answer, by, role.as_str());
        let counts = asked.number == answer.number
            && if answer.yes {
                signed(agrees_to(asked.rights.base))
                    && self.may_agree(PersonId::from_uuid(*user), PersonId::from_uuid(asked_by), &asked)
            } else {
                [Role::Admin, Role::Supervisor, Role::GbvSupervisor].into_iter().any(signed)
            };
        if let (true, Some(shaped)) = (counts, self.roles.get_mut(&answer.role)) {
            shaped.pending = None;
            if answer.yes {
                shaped.current = Some(asked);
            }
        }
        counts
    }

    /// Whether somebody may say yes to a version of a role that somebody else asked for.
    pub(crate) fn may_agree(&self, agrees: PersonId, asked_by: PersonId, role: &OfficeRole) -> bool {
        let (Some(theirs), Some(asked)) = (self.rights_of(agrees), self.rights_of(asked_by)) else { return false };
        agrees != asked_by
            && theirs.base == agrees_to(role.rights.base)
            && theirs.may(Action::AdmitPerson)
            && self.given_to(agrees) != Some(role.id.clone())
            && held_by(&asked, &theirs, &role.rights)
    }

    /// The office's own roles.
    pub(crate) fn shaped(&self) -> &BTreeMap<RoleId, Shaped> {
        &self.roles
    }

    /// What a role gives; none when there is no such role in force.
    pub(crate) fn role_rights(&self, role: &RoleId) -> Option<Rights> {
        if let Some(shaped) = self.roles.get(role) {
            return shaped.current.as_ref().map(|role| role.rights.clone());
        }
        standard_roles().into_iter().find(|(id, _)| id == role).map(|(_, rights)| rights)
    }

    /// Whether people may be given a role.
    pub(crate) fn is_offered(&self, role: &RoleId) -> bool {
        match self.roles.get(role) {
            Some(shaped) => shaped.current.as_ref().is_some_and(|role| !role.retired),
            None => self.role_rights(role).is_some(),
        }
    }

    /// What somebody would have by a proposal; nothing at all of a role that is not known.
    pub(crate) fn rights_by(&self, proposal: &Proposal) -> Rights {
        let known = self.role_rights(&proposal.given()).filter(|rights| rights.base == proposal.role);
        known.unwrap_or_else(|| Rights { actions: Default::default(), scope: Scope::Own, ..standard(proposal.role) })
    }

    /// What somebody's role gives.
    pub(crate) fn rights_of(&self, person: PersonId) -> Option<Rights> {
        self.proposal(person).map(|(proposal, ..)| self.rights_by(proposal))
    }

    /// The role that somebody was given.
    pub(crate) fn given_to(&self, person: PersonId) -> Option<RoleId> {
        self.proposal(person).map(|(proposal, ..)| proposal.given())
    }

    /// The circles that a role opens to somebody of a team, besides the person's own.
    pub(crate) fn circles_of(&self, rights: &Rights, team: Option<TeamId>) -> Vec<CirclePurpose> {
        let mut circles: Vec<CirclePurpose> = match rights.base {
            Role::Admin => Vec::new(),
            Role::Auditor => vec![CirclePurpose::Auditors],
            Role::Analyst => vec![CirclePurpose::Analysts],
            Role::TracingOfficer if rights.scope == Scope::Own => Vec::new(),
            Role::TracingOfficer => vec![CirclePurpose::Tracing],
            _ => self.teams_in(rights.scope, team).into_iter().filter_map(|team| reads(rights.base, team)).collect(),
        };
        if rights.base == Role::Supervisor && team.is_some() {
            let serves = [Action::MeetOffices, Action::SendCopies, Action::ReceiveBundles, Action::ExportDeskKey];
            if serves.into_iter().any(|action| rights.may(action)) {
                circles.push(CirclePurpose::Desk);
            }
            if rights.scope != Scope::Own {
                circles.push(CirclePurpose::Tracing);
            }
        }
        let finds = rights.may(Action::FindOthers) && team.is_some();
        circles.extend(rights.base.module().filter(|_| finds).map(finders));
        circles
    }

    /// The teams that a scope reaches, the own one first.
    fn teams_in(&self, scope: Scope, team: Option<TeamId>) -> Vec<TeamId> {
        let Some(team) = team.filter(|_| scope != Scope::Own) else { return Vec::new() };
        let agency = |team: &TeamId| self.teams.get(team).and_then(|team| team.agency);
        let reached = self.teams.keys().copied().filter(|other| match scope {
            Scope::Own | Scope::Team => false,
            Scope::Agency => agency(other) == agency(&team),
            Scope::All => true,
        });
        std::iter::once(team).chain(reached.filter(|other| *other != team)).collect()
    }
}

/// The circle that supervises what people on a base write in a team.
pub(crate) fn reads(base: Role, team: TeamId) -> Option<CirclePurpose> {
    Some(match base.module()? {
        Module::Gbv => CirclePurpose::GbvSupervisors { team },
        Module::Cp => CirclePurpose::Supervisors { team },
    })
}

/// The circle that finds the records of a whole module by the little that is told of them.
pub(crate) fn finders(module: Module) -> CirclePurpose {
    match module {
        Module::Cp => CirclePurpose::Matching,
        Module::Gbv => CirclePurpose::GbvMatching,
    }
}

/// Who says yes to a role on a base.
fn agrees_to(base: Role) -> Role {
    if base.module() == Some(Module::Gbv) { Role::GbvSupervisor } else { Role::Supervisor }
}
