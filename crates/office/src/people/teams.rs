//! Teams, and the agencies above them. An agency has no circle of its own: who reaches an agency's teams belongs to the circle of each.

use super::append;
use crate::entry::name;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{Entry, Roster};
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::{AgencyId, PersonId, TeamId};
use amparo_model::person::{Agency, CirclePurpose, Team};
use amparo_store::Writing;
use amparo_vault::{OsRandom, random};

impl Session {
    pub(super) fn add_team(&self, text: &str) -> Answer<()> {
        let team = Team { id: TeamId::from_random(random::bytes(&mut OsRandom)), name: name(text)?, agency: None };
        let entry = self.pen().team(self.office.id, team)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            append(writing, &entry)?;
            self.tell(writing, Told::of(What::TeamAdded))
        })?;
        self.refresh_roster()
    }

    /// Another name or agency for a team. Whoever reached it through its agency leaves its circle, in the same change.
    pub(super) fn edit_team(&self, team: TeamId, text: &str, agency: Option<AgencyId>) -> Answer<()> {
        let roster = self.roster().clone();
        let known = roster.teams().into_iter().find(|known| known.id == team).ok_or(Code::BadRequest)?;
        if agency.is_some_and(|agency| !roster.agencies().iter().any(|known| known.id == agency)) {
            return Err(Code::BadRequest.into());
        }
        let after = Team { id: team, name: name(text)?, agency };
        if after == known {
            return Err(Code::BadRequest.into());
        }
        let entry = self.pen().team(self.office.id, after)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            self.leave_after(writing, &roster, &entry)?;
            self.tell(writing, Told::of(What::TeamChanged))
        })?;
        self.refresh_roster()
    }

    pub(super) fn put_agency(&self, agency: Option<AgencyId>, text: &str) -> Answer<()> {
        if agency.is_some_and(|agency| !self.roster().agencies().iter().any(|known| known.id == agency)) {
            return Err(Code::BadRequest.into());
        }
        let id = agency.unwrap_or_else(|| AgencyId::from_random(random::bytes(&mut OsRandom)));
        let entry = self.pen().agency(self.office.id, Agency { id, name: name(text)? })?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            append(writing, &entry)?;
            self.tell(writing, Told::of(What::AgencyPut))
        })?;
        self.refresh_roster()
    }

    /// Writes an entry, and takes circles away from everybody whom it no longer entitles to them. Their next members turn the keys.
    pub(super) fn leave_after(&self, writing: &mut Writing<'_>, before: &Roster, entry: &Entry) -> Answer<()> {
        append(writing, entry)?;
        let after = Roster::read(self.office.id, &self.root, &writing.reading().directory()?);
        if after.refused > before.refused {
            return Err(Code::NotAllowed.into());
        }
        let people: Vec<PersonId> =
            before.directory.people_at(u64::MAX).map(|it| PersonId::from_uuid(it.user)).collect();
        for person in people {
            let held = self.circles_held_by(before, &writing.reading(), person)?;
            let left: Vec<CirclePurpose> =
                held.into_iter().filter(|it| before.belongs(person, it) && !after.belongs(person, it)).collect();
            if !left.is_empty() {
                self.leave_circles(writing, &after, person, &left)?;
            }
        }
        Ok(())
    }
}
