//! The office's own roles: kept by an administrator, agreed to by a supervisor where they give more than before.

use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Program;
use crate::roster::{RoleAnswer, Shaped};
use crate::session::Session;
use crate::{chosen, roster};
use amparo_access::rights::{held_by, sound, standard_roles};
use amparo_access::{Action, may_give, standard, within};
use amparo_api::roles::{Answer as Roles, Ask, Effect, Preview, Shown};
use amparo_api::{Code, Reply};
use amparo_documents::sheet;
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Person, Standing};
use amparo_model::role::{OfficeRole, Rights, RoleId};
use amparo_store::Writing;
use amparo_vault::{OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The longest name of a role, in characters.
const LONGEST: usize = 60;
/// The most roles that an office keeps.
const MOST: usize = 200;
/// The most cells and the longest cell of an exported table.
const MOST_CELLS: usize = 100_000;
const LONGEST_CELL: usize = 400;

impl Program {
    pub(crate) fn roles(&self, ask: Ask, session: &Session) -> Answer<Reply> {
        match ask {
            Ask::List {} => {}
            Ask::Preview { role, rights } => {
                return Ok(Reply::Roles(Roles::Preview(session.preview_role(role.as_ref(), &rights)?)));
            }
            Ask::Keep { role, names, rights, retired } => session.keep_role(role, names, rights, retired)?,
            Ask::Answer { role, number, yes } => session.answer_role(role, number, yes)?,
            Ask::Export { target, rows } => {
                session.export_roles(&self.chosen.path(&target)?, &rows)?;
                return Ok(Reply::Done);
            }
        }
        Ok(Reply::Roles(Roles::Roles { roles: session.roles()? }))
    }
}

impl Session {
    /// What the office calls the role of whoever is signed in, when it is one of its own.
    pub(crate) fn own_role_names(&self) -> BTreeMap<String, String> {
        let roster = self.roster();
        let shaped = roster.given_to(self.person).and_then(|given| roster.shaped().get(&given).cloned());
        shaped.and_then(|shaped| shaped.current).map(|role| role.names).unwrap_or_default()
    }

    fn roles(&self) -> Answer<Vec<Shown>> {
        let roster = self.roster();
        let people = roster.people(&BTreeSet::new());
        let having = |id: &RoleId| {
            people.iter().filter(|person| person.standing != Standing::Disabled && person.given == *id).count()
        };
        let gives = |id: &RoleId, rights: &Rights| may_give(&self.rights, id, rights);
        let standard = standard_roles().into_iter().map(|(id, rights)| Shown {
            names: BTreeMap::new(),
            retired: false,
            people: having(&id),
            pending: None,
            asked_by: String::new(),
            mine: false,
            gives: gives(&id, &rights),
            rights: Some(rights),
            id,
        });
        let own = roster.shaped().iter().filter_map(|(id, shaped)| {
            let Shaped { current, pending, .. } = shaped;
            let shown = current.as_ref().or(pending.as_ref().map(|(role, _)| role))?;
            let asked_by = pending.as_ref().map(|(_, by)| PersonId::from_uuid(*by));
            Some(Shown {
                id: id.clone(),
                names: shown.names.clone(),
                retired: shown.retired,
                people: having(id),
                asked_by: asked_by.map(|by| self.person_name(by)).unwrap_or_default(),
                mine: pending
                    .as_ref()
                    .is_some_and(|(role, by)| roster.may_agree(self.person, PersonId::from_uuid(*by), role)),
                gives: current.as_ref().is_some_and(|role| gives(id, &role.rights)),
                rights: current.as_ref().map(|role| role.rights.clone()),
                pending: pending.as_ref().map(|(role, _)| role.clone()),
            })
        });
        Ok(standard.chain(own).collect())
    }

    /// What a role gives now; a new one is compared with its base.
    fn before(&self, role: Option<&RoleId>, rights: &Rights) -> Answer<Rights> {
        let roster = self.roster();
        let Some(role) = role else { return Ok(standard(rights.base)) };
        let shaped = roster.shaped().get(role).ok_or(Code::BadRequest)?;
        let known = shaped.current.as_ref().or(shaped.pending.as_ref().map(|(role, _)| role));
        if known.is_some_and(|known| known.rights.base != rights.base) {
            return Err(Code::BadRole.into());
        }
        Ok(shaped.current.as_ref().map_or_else(|| standard(rights.base), |current| current.rights.clone()))
    }

    fn having(&self, role: &RoleId) -> Vec<Person> {
        let mut people = self.roster().people(&BTreeSet::new());
        people.retain(|person| {
            person.given == *role && !matches!(person.standing, Standing::Disabled | Standing::Proposed)
        });
        people
    }

    fn preview_role(&self, role: Option<&RoleId>, rights: &Rights) -> Answer<Preview> {
        sound(rights).map_err(|_| Code::BadRole)?;
        let waits = !within(rights, &self.before(role, rights)?);
        let mut people = Vec::new();
        for person in role.map(|role| self.having(role)).unwrap_or_default() {
            let team: Option<TeamId> = person.team;
            let change = self.preview_rights(person.id, rights, team)?;
            people.push(Effect { person: person.id, name: person.name, more: change.more, fewer: change.fewer });
        }
        Ok(Preview { waits, people })
    }

    fn keep_role(
        &self,
        role: Option<RoleId>,
        names: BTreeMap<String, String>,
        rights: Rights,
        retired: bool,
    ) -> Answer<()> {
        sound(&rights).map_err(|_| Code::BadRole)?;
        self.before(role.as_ref(), &rights)?;
        let names = names.into_iter().map(|(tag, name)| Ok((tag, crate::entry::name(&name)?)));
        let names = names.collect::<Answer<BTreeMap<String, String>>>()?;
        let fits = |(tag, name): (&String, &String)| {
            amparo_language::Language::ALL.iter().any(|language| language.tag() == tag)
                && name.chars().count() <= LONGEST
        };
        if !names.contains_key("en") || !names.iter().all(fits) {
            return Err(Code::BadName.into());
        }
        let before = self.roster().clone();
        if role.is_none() && before.shaped().len() >= MOST {
            return Err(Code::BadRequest.into());
        }
        // Nobody changes what they have themselves.
        if role.is_some() && role == before.given_to(self.person) {
            return Err(Code::NotAllowed.into());
        }
        // Somebody must be there to say yes to it together with whoever asks: refused now, rather than waiting for nobody.
        let known = |id: &RoleId| before.role_rights(id).is_some();
        if rights.gives.as_ref().is_some_and(|gives| !gives.iter().all(known)) {
            return Err(Code::BadRole.into());
        }
        let waits = !within(&rights, &self.before(role.as_ref(), &rights)?);
        let holders = before.people(&BTreeSet::new()).into_iter().filter(|it| it.standing != Standing::Disabled);
        let held = holders
            .filter_map(|person| before.rights_of(person.id))
            .any(|theirs| theirs.may(Action::AdmitPerson) && held_by(&self.rights, &theirs, &rights));
        if waits && !held {
            return Err(Code::NotHeld.into());
        }
        let id = role.unwrap_or_else(|| {
            let bytes: [u8; 16] = random::bytes(&mut OsRandom);
            RoleId(format!("{}{}", RoleId::OWN, PersonId::from_random(bytes)))
        });
        let number = before.shaped().get(&id).map_or(1, |shaped| shaped.last + 1);
        let entry = self.pen().role(self.office.id, OfficeRole { id, number, names, rights, retired })?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            self.leave_after(writing, &before, &entry)?;
            self.tell(writing, Told::of(What::RoleKept).with("waits", waits))
        })?;
        self.refresh_roster()
    }

    fn answer_role(&self, role: RoleId, number: u32, yes: bool) -> Answer<()> {
        if !self.may(Action::ShapeRoles) && !self.may(Action::AdmitPerson) {
            return Err(Code::NotAllowed.into());
        }
        let before = self.roster().clone();
        let pending = before.shaped().get(&role).and_then(|shaped| shaped.pending.clone());
        let (asked, asked_by) = pending.filter(|(asked, _)| asked.number == number).ok_or(Code::BadRequest)?;
        if yes && !before.may_agree(self.person, PersonId::from_uuid(asked_by), &asked) {
            return Err(Code::NotAllowed.into());
        }
        let answer: roster::RoleAnswer = RoleAnswer { role, number, yes };
        let entry = self.pen().role_answer(self.office.id, answer)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            self.leave_after(writing, &before, &entry)?;
            self.tell(writing, Told::of(if yes { What::RoleAgreed } else { What::RoleRefused }))
        })?;
        self.refresh_roster()
    }

    fn export_roles(&self, path: &Path, rows: &[Vec<String>]) -> Answer<()> {
        let cells = rows.iter().flatten();
        if rows.iter().map(Vec::len).sum::<usize>() > MOST_CELLS
            || cells.into_iter().any(|cell| cell.chars().count() > LONGEST_CELL)
        {
            return Err(Code::BadRequest.into());
        }
        let bytes = sheet::write("roles", rows).map_err(|_| Code::BadRequest)?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::RolesExported)))?;
        Ok(chosen::write(path, &bytes)?)
    }
}
