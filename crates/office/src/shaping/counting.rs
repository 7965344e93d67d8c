//! How many records use what a draft gives up: counted by a session that reads them, told rounded to whoever shapes the forms.
//!
//! What is kept beside a draft is already rounded (`forms::shape::About`); the exact numbers live in the session that counted, for as
//! long as it lasts. A record belongs to the team of whoever is responsible for it; whoever reads a team's records tells of that team,
//! in place of what was told of it before. Teams are different records and add up. Copies that other offices sent are open to every
//! supervisor and are counted in the team of each: too many is the safe side.

use super::{Kept, Shelf, problem, setting};
use crate::casework::open::Gathered;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::works_with;
use amparo_api::shaping::{AboutMany, Answer as Shaping, DraftToCount, ModuleUse, ThingCount, ThingUse};
use amparo_api::{Code, Progress};
use amparo_bundle::cores;
use amparo_forms::Configuration;
use amparo_forms::shape::{About, InRecord, Use, Written, compare, given_up, keep};
use amparo_model::ids::{CircleId, Moment, PersonId, RecordId, TeamId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Module, RecordType};
use amparo_store::{Reading, Writing};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

/// What was told of one team's records of one part of the programme.
#[derive(Clone, Serialize, Deserialize)]
struct Published {
    by: PersonId,
    at: Moment,
    team: TeamId,
    module: Module,
    /// By the key of the thing.
    things: BTreeMap<String, Tellable>,
}

/// What was told of one thing.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Tellable {
    about: About,
    at_least: bool,
}

/// What a session counted: nothing of it is told yet.
pub(crate) struct Counted {
    draft: u32,
    /// By the team and the key of the thing.
    things: BTreeMap<(Scope, String), Found>,
}

#[derive(Clone, Copy, Default)]
struct Found {
    records: usize,
    closed: usize,
}

/// One team's records of one part of the programme.
type Scope = (TeamId, Module);

impl Session {
    /// Everything that a draft gives up, as it would be in force.
    fn given_up_by(&self, text: &str) -> Answer<Vec<Use>> {
        let before = self.forms();
        let draft = Written::from_json(text).and_then(|draft| keep(&before.written(), draft)).map_err(problem)?;
        let after = Configuration::from_written(draft).map_err(problem)?;
        Ok(given_up(before, &after, &compare(before, &after)))
    }

    /// Every team that has supervisors of a part of the programme: whose records can be counted.
    fn scopes(&self) -> BTreeSet<Scope> {
        let roster = self.roster();
        let teams = roster.teams().into_iter().flat_map(|team| [(team.id, Module::Cp), (team.id, Module::Gbv)]);
        teams.filter(|scope| roster.circle_for(&purpose_of(*scope)).is_some()).collect()
    }

    /// Those that this session reads.
    fn own_scopes(&self) -> BTreeSet<Scope> {
        self.scopes().into_iter().filter(|scope| self.held_for(&purpose_of(*scope)).is_some()).collect()
    }

    /// The team whose record it is: that of whoever is responsible, or one's own for what came from elsewhere.
    fn team_of(&self, owner: Option<CircleId>) -> Option<TeamId> {
        let roster = self.roster();
        let purpose = owner.and_then(|id| roster.circle(id)).map(|key| key.circle.purpose.clone());
        match purpose {
            Some(CirclePurpose::Person { person }) => roster.proposal(person).and_then(|(proposal, ..)| proposal.team),
            _ => roster.proposal(self.person).and_then(|(proposal, ..)| proposal.team),
        }
    }

    fn published(&self, draft: u32) -> Answer<Vec<Published>> {
        let published = self.store.read(|reading: &Reading<'_>| reading.setting(&setting::uses(draft)))?;
        Ok(published.unwrap_or_default())
    }

    pub(super) fn drafts_to_count(&self) -> Answer<Shaping> {
        let own = self.own_scopes();
        let mut drafts = Vec::new();
        for kept in self.shelf()?.drafts.iter().rev() {
            // One that does not fit together yet is not ready to be counted.
            let Ok(uses) = self.given_up_by(&self.draft_text(kept.number)?) else { continue };
            let published = self.published(kept.number)?;
            let mine = uses.iter().filter(|one| own.iter().any(|(_, module)| one.modules().contains(module)));
            let known = |one: &Use| {
                let relevant = own.iter().filter(|(_, module)| one.modules().contains(module));
                relevant.copied().all(|scope| told_of(&published, scope, &one.what.to_string()).is_some())
            };
            let (things, uncounted) =
                mine.fold((0, 0), |(things, open), one| (things + 1, open + usize::from(!known(one))));
            if things > 0 {
                drafts.push(DraftToCount { line: self.draft_line(kept), things, uncounted });
            }
        }
        Ok(Shaping::ToCount { drafts })
    }

    fn kept_draft(&self, draft: u32) -> Answer<Kept> {
        let Shelf { drafts, .. } = self.shelf()?;
        // Thrown away or put in force meanwhile; whoever counts may know that.
        drafts.into_iter().find(|kept| kept.number == draft).ok_or_else(|| Code::BadRequest.into())
    }

    pub(super) fn open_to_count(&self, draft: u32) -> Answer<Shaping> {
        let line = self.draft_line(&self.kept_draft(draft)?);
        let text = self.draft_text(draft)?;
        let uses = self.uses_of(draft, &text)?;
        Ok(Shaping::OpenedToCount { line, text, uses })
    }

    pub(super) fn uses_told(&self, draft: u32) -> Answer<Shaping> {
        let text = self.draft_text(draft)?;
        Ok(Shaping::Uses { uses: self.uses_of(draft, &text)? })
    }

    /// What is known of each thing.
    fn uses_of(&self, draft: u32, text: &str) -> Answer<Vec<ThingUse>> {
        let published = self.published(draft)?;
        let scopes = self.scopes();
        let uses = self.given_up_by(text)?;
        let of_thing = |one: &Use| {
            let thing = one.what.to_string();
            let told =
                one.modules().into_iter().filter_map(|module| self.in_module(&published, &scopes, module, &thing));
            ThingUse { told: told.collect(), thing }
        };
        Ok(uses.iter().map(of_thing).collect())
    }

    fn in_module(
        &self,
        published: &[Published],
        scopes: &BTreeSet<Scope>,
        module: Module,
        thing: &str,
    ) -> Option<ModuleUse> {
        let teams: Vec<Scope> = scopes.iter().copied().filter(|scope| scope.1 == module).collect();
        if teams.is_empty() {
            return None;
        }
        let told: Vec<(&Published, Tellable)> =
            teams.iter().filter_map(|scope| told_of(published, *scope, thing)).collect();
        let last = told.iter().map(|(from, _)| *from).max_by_key(|from| from.at);
        Some(ModuleUse {
            module,
            counted: told.len(),
            teams: teams.len(),
            about: told.iter().map(|(_, told)| told.about).reduce(About::and).map(shown),
            at_least: told.iter().any(|(_, told)| told.at_least),
            by: last.map(|from| self.person_name(from.by)).unwrap_or_default(),
            at: last.map(|from| from.at),
        })
    }

    /// Looks into every record that may use something and that this session opens.
    pub(super) fn count_use(&self, draft: u32, watch: &dyn Watch) -> Answer<Shaping> {
        self.kept_draft(draft)?;
        let uses = self.given_up_by(&self.draft_text(draft)?)?;
        let own = self.own_scopes();
        let records: Vec<(RecordId, RecordType, Scope)> = {
            let index = self.index();
            let fits = |of: RecordType| works_with(self.role, of) && uses.iter().any(|one| one.may_stand_in(of));
            let known = index.known().iter().filter(|known| fits(known.of));
            let placed = known.filter_map(|known| {
                let scope = (self.team_of(known.owner)?, known.of.module);
                Some((known.record, known.of, scope))
            });
            placed.filter(|(.., scope)| own.contains(scope)).collect()
        };
        let total = records.len() as u64;
        let mut things: BTreeMap<(Scope, String), Found> = BTreeMap::new();
        for one in &uses {
            let modules = one.modules();
            for scope in own.iter().filter(|(_, module)| modules.contains(module)) {
                things.insert((*scope, one.what.to_string()), Found::default());
            }
        }
        let mut done = 0;
        let gathered = records.iter().map(|(record, of, scope)| {
            if watch.stopped() {
                return Err(Code::Stopped.into());
            }
            // A record that went out of reach meanwhile, or is damaged, is one that nobody can say anything of.
            Ok((*of, *scope, self.store.read(|reading: &Reading<'_>| self.gather(reading, *record)).ok()))
        });
        let weight =
            |(.., gathered): &(RecordType, Scope, Option<Gathered>)| gathered.as_ref().map_or(0, Gathered::weight);
        let look = |(of, scope, gathered): (RecordType, Scope, Option<Gathered>)| {
            let opened = gathered.and_then(|gathered| self.open_gathered(gathered).ok());
            // What a role of the office's own may not read, its numbers do not tell either.
            let hidden = self.hidden(of);
            let opened = opened.map(|mut opened| {
                hidden.narrow(&mut opened.document);
                opened
            });
            let found = |one: &Use| match &opened {
                Some(opened) => match one.in_record(of, &opened.document, &opened.closed) {
                    InRecord::Not if !hidden.is_empty() && one.may_stand_in(of) => InRecord::Closed,
                    found => found,
                },
                None if one.may_stand_in(of) => InRecord::Closed,
                None => InRecord::Not,
            };
            (scope, uses.iter().map(found).collect::<Vec<InRecord>>())
        };
        cores::in_order(gathered, weight, look, |(scope, found): (Scope, Vec<InRecord>)| -> Answer<()> {
            for (one, found) in uses.iter().zip(found) {
                let counted = things.entry((scope, one.what.to_string())).or_default();
                match found {
                    InRecord::Uses => counted.records += 1,
                    InRecord::Closed => counted.closed += 1,
                    InRecord::Not => {}
                }
            }
            done += 1;
            watch.progress(Progress { done, of: total });
            Ok(())
        })?;
        let told = Told::of(What::UseCounted).with("draft", draft).with("records", records.len());
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        let shown = uses.iter().filter_map(|one| {
            let thing = one.what.to_string();
            let of_it = things.iter().filter(|((_, known), _)| *known == thing).map(|(_, found)| *found);
            let found = of_it.reduce(|one, other| Found {
                records: one.records + other.records,
                closed: one.closed + other.closed,
            })?;
            Some(ThingCount { thing, records: found.records, closed: found.closed })
        });
        let shown = shown.collect();
        *self.counted.lock().unwrap_or_else(PoisonError::into_inner) = Some(Counted { draft, things });
        Ok(Shaping::Counted { records: records.len(), things: shown })
    }

    /// Tells what was counted, rounded, in place of what was told of this team before.
    pub(super) fn publish_use(&self, draft: u32) -> Answer<Shaping> {
        self.kept_draft(draft)?;
        let mut published = self.published(draft)?;
        {
            let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
            let counted = counted.as_ref().filter(|counted| counted.draft == draft).ok_or(Code::BadRequest)?;
            for (team, module) in self.own_scopes() {
                let of_it = counted.things.iter().filter(|((scope, _), _)| *scope == (team, module));
                let things = of_it
                    .map(|((_, thing), found)| {
                        let told = Tellable { about: About::of(found.records), at_least: found.closed > 0 };
                        (thing.clone(), told)
                    })
                    .collect();
                published.retain(|known| (known.team, known.module) != (team, module));
                published.push(Published { by: self.person, at: self.clock.now(), team, module, things });
            }
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(&setting::uses(draft), &published)?;
            self.tell(writing, Told::of(What::UseCounted).with("draft", draft).with("told", "yes"))
        })?;
        self.uses_told(draft)
    }
}

/// The circle that reads a team's records.
fn purpose_of((team, module): Scope) -> CirclePurpose {
    match module {
        Module::Cp => CirclePurpose::Supervisors { team },
        Module::Gbv => CirclePurpose::GbvSupervisors { team },
    }
}

fn told_of<'a>(published: &'a [Published], scope: Scope, thing: &str) -> Option<(&'a Published, Tellable)> {
    let from = published.iter().find(|known| (known.team, known.module) == scope)?;
    Some((from, *from.things.get(thing)?))
}

fn shown(about: About) -> AboutMany {
    match about {
        About::None => AboutMany::None,
        About::FewerThanFive => AboutMany::FewerThanFive,
        About::About(count) => AboutMany::About(count),
    }
}
