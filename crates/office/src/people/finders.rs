//! The circles that find the records of the whole office by the little that is told of them: one of child protection, one of GBV work
//! (SECURITY.md 3). Everybody belongs whose role says so (`Action::FindOthers`); nobody has to be asked, so an office of before has them
//! once a supervisor signs in.

use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::finders;
use crate::session::{Held, Session};
use amparo_model::ids::{CircleId, PersonId};
use amparo_model::person::{Circle, CirclePurpose};
use amparo_store::{Reading, Writing};
use amparo_vault::{OsRandom, random};
use std::collections::BTreeSet;

use super::circles::Member;

impl Session {
    /// After signing in, before anybody else has the session: makes the circle of finders where there is none, and lets in whoever belongs to it
    /// and was not let in yet.
    pub(crate) fn see_to_finders(&mut self) -> Answer<()> {
        let Some(purpose) = self.role.module().map(finders) else { return Ok(()) };
        if !self.roster().belongs(self.person, &purpose) {
            return Ok(());
        }
        let circle = self.roster().circle_for(&purpose).map(|key| key.circle.id);
        let holds = self.held_for(&purpose).is_some();
        let missing = self.not_yet_finders(&purpose, circle)?;
        if holds && !missing.is_empty() {
            return self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                missing.iter().try_for_each(|member| self.widen(writing, &purpose, *member))?;
                self.tell(writing, Told::of(What::LetIn).with("people", missing.len()).with("circles", 1))
            });
        }
        if !holds && self.role.supervises() && self.nobody_finds(circle)? {
            self.make_finders(purpose, missing)?;
        }
        Ok(())
    }

    /// Everybody who belongs to the circle and holds no key of it.
    fn not_yet_finders(&self, purpose: &CirclePurpose, circle: Option<CircleId>) -> Answer<Vec<Member>> {
        let holders = match circle {
            Some(circle) => self.store.read(|reading: &Reading<'_>| reading.holders(circle))?,
            None => Vec::new(),
        };
        let holders: BTreeSet<PersonId> = holders.into_iter().collect();
        let roster = self.roster();
        let people = roster.directory.people_at(u64::MAX);
        let people = people.map(|it| (PersonId::from_uuid(it.user), it.keys.sealing));
        let belongs = |(person, _): &Member| !holders.contains(person) && roster.belongs(*person, purpose);
        Ok(people.filter(belongs).collect())
    }

    /// Whether there is no circle yet, or nobody at work holds a key of it any more.
    fn nobody_finds(&self, circle: Option<CircleId>) -> Answer<bool> {
        let Some(circle) = circle else { return Ok(true) };
        let roster = self.roster();
        self.store.read(|reading: &Reading<'_>| Ok(self.members(&roster, reading, circle)?.is_empty()))
    }

    /// Makes the circle, or its next key where nobody holds one: what was sealed before stays closed, and is sealed again by whoever reads
    /// the records.
    fn make_finders(&mut self, purpose: CirclePurpose, members: Vec<Member>) -> Answer<()> {
        let made = self.store.change(|writing: &mut Writing<'_>| -> Answer<Held> {
            let before = self.roster().circle_for(&purpose).map(|key| (key.circle.clone(), key.epoch));
            let new = || (Circle { id: CircleId::from_random(random::bytes(&mut OsRandom)), purpose }, 0);
            let (circle, epoch) = before.unwrap_or_else(new);
            let held = self.put_circle(writing, circle, epoch + 1, &members)?;
            self.tell(writing, Told::of(What::FindersMade).with("people", members.len()))?;
            Ok(held)
        })?;
        self.refresh_roster()?;
        self.take_circle(made);
        Ok(())
    }
}
