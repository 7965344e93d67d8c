//! Kept views. What a view asks may tell something of the children it is about, so it is sealed: an own one for its person, a shared one
//! for everybody whose role works with the type, each through the circle that is theirs alone. Whoever comes later is let in when the
//! person who shares it looks at their views the next time. The log is told that a view was kept, never what it asks.

use super::source::{Scope, Source};
use crate::casework::for_circle::ForCircle;
use crate::casework::index::Index;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::{Session, setting};
use amparo_access::works_with;
use amparo_api::Code;
use amparo_api::lists::{Answer as Lists, Filter, KeptView, View};
use amparo_model::ids::{PersonId, ViewId};
use amparo_model::person::{CirclePurpose, Standing};
use amparo_model::record::RecordType;
use amparo_store::{Reading, Writing};
use amparo_vault::circle::CompartmentEpoch;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use amparo_vault::{OsRandom, random};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Views of one person at most.
const MOST: usize = 100;
/// Characters of a name at most.
const LONGEST: usize = 80;
/// Filters, and columns, of one view at most.
const PARTS: usize = 60;

/// A view as the database keeps it. Fields are only ever added.
#[derive(Serialize, Deserialize)]
struct Stored {
    id: ViewId,
    person: PersonId,
    of: RecordType,
    shared: bool,
    keys: Vec<ForCircle>,
    sealed: String,
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Content {
    name: String,
    view: View,
}

fn place(view: ViewId) -> Context {
    Context::new("amparo/view/v1").id(view.uuid())
}

fn key_place(view: ViewId) -> CompartmentEpoch<'static> {
    CompartmentEpoch { record: view.uuid(), compartment: "view", epoch: 1 }
}

fn kept(reading: &Reading<'_>) -> Answer<Vec<Stored>> {
    Ok(reading.setting(setting::VIEWS)?.unwrap_or_default())
}

impl Session {
    /// Whom a view is for: oneself, and where it is shared everybody at work whose role works with the type.
    fn readers_of_view(&self, of: RecordType, shared: bool) -> BTreeSet<PersonId> {
        let mut readers = BTreeSet::from([self.person]);
        if shared {
            let people = self.roster().people(&BTreeSet::new());
            let working = people
                .into_iter()
                .filter(|person| person.standing != Standing::Disabled && works_with(person.role, of));
            readers.extend(working.map(|person| person.id));
        }
        readers
    }

    /// A view's key, wrapped for somebody; none while they have no circle yet.
    fn wrap_view_key(&self, view: ViewId, key: &Key, person: PersonId) -> Answer<Option<ForCircle>> {
        let roster = self.roster();
        let Some(circle) = roster.circle_for(&CirclePurpose::Person { person }) else { return Ok(None) };
        Ok(Some(self.wrap_for(circle, &key_place(view), key)?))
    }

    fn view_key(&self, stored: &Stored) -> Option<Key> {
        self.unwrap_for(&stored.keys, &key_place(stored.id))
    }

    /// A view, as far as this session opens it. One that a newer program kept stays closed to this one, and is kept.
    fn open_view(&self, stored: &Stored) -> Option<Content> {
        let key = self.view_key(stored)?;
        let bytes = symmetric::open(&key, &place(stored.id), &BASE64.decode(&stored.sealed).ok()?).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Whether a list could not be made by it.
    fn lacks(&self, of: RecordType, view: &View) -> bool {
        let index: &Index = &self.index();
        let scope = Scope::new(self, index, of);
        let filtered = view.filters.iter().map(|Filter { of, .. }| of);
        let mut columns = filtered.chain(&view.columns).chain(view.order.iter().map(|order| &order.by));
        columns.any(|column| Source::of(&scope, column).is_err())
    }

    pub(super) fn views(&self, of: RecordType) -> Answer<Lists> {
        let mut all = self.store.read(kept)?;
        self.let_newcomers_in(&mut all)?;
        let mut views: Vec<KeptView> = all
            .iter()
            .filter(|stored| stored.of == of)
            .filter_map(|stored| {
                let Content { name, view } = self.open_view(stored)?;
                let by = (stored.person != self.person).then(|| self.person_name(stored.person));
                Some(KeptView { id: stored.id, name, by, shared: stored.shared, lacking: self.lacks(of, &view), view })
            })
            .collect();
        views.sort_by(|one, other| {
            let by = |view: &KeptView| (view.by.is_some(), amparo_matching::fold(&view.name));
            by(one).cmp(&by(other))
        });
        Ok(Lists::Views { views })
    }

    /// Whoever came since a view was shared reads it from now on.
    fn let_newcomers_in(&self, all: &mut [Stored]) -> Answer<()> {
        let mut changed = 0_usize;
        for stored in all.iter_mut().filter(|stored| stored.shared && stored.person == self.person) {
            let Some(key) = self.view_key(stored) else { continue };
            for person in self.readers_of_view(stored.of, true) {
                let Some(given) = self.wrap_view_key(stored.id, &key, person)? else { continue };
                let has = |known: &ForCircle| (known.circle, known.epoch) == (given.circle, given.epoch);
                if !stored.keys.iter().any(has) {
                    stored.keys.push(given);
                    changed += 1;
                }
            }
        }
        if changed == 0 {
            return Ok(());
        }
        let all = &*all;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::VIEWS, &all)?;
            self.tell(writing, Told::of(What::ViewKept).with("shared", "yes"))
        })
    }

    pub(super) fn keep_view(
        &self,
        id: Option<ViewId>,
        of: RecordType,
        name: &str,
        shared: bool,
        view: View,
    ) -> Answer<Lists> {
        let name = name.trim();
        let too_much = view.filters.len() > PARTS || view.columns.len() > PARTS;
        if !works_with(self.role, of) {
            return Err(Code::NotAllowed.into());
        }
        if name.is_empty() || name.chars().count() > LONGEST || too_much || self.lacks(of, &view) {
            return Err(Code::BadRequest.into());
        }
        let mut all = self.store.read(kept)?;
        match id {
            Some(id) if all.iter().any(|stored| stored.id == id && stored.person == self.person) => {
                all.retain(|stored| stored.id != id);
            }
            Some(_) => return Err(Code::NotAllowed.into()),
            None if all.iter().filter(|stored| stored.person == self.person).count() >= MOST => {
                return Err(Code::TooManyEntries.into());
            }
            None => {}
        }
        let id = id.unwrap_or_else(|| ViewId::from_random(random::bytes(&mut OsRandom)));
        let key = Key::generate(&mut OsRandom);
        let bytes = serde_json::to_vec(&Content { name: name.to_owned(), view })?;
        let sealed = BASE64.encode(symmetric::seal(&key, &place(id), &bytes, &mut OsRandom));
        let mut keys = Vec::new();
        for person in self.readers_of_view(of, shared) {
            keys.extend(self.wrap_view_key(id, &key, person)?);
        }
        all.push(Stored { id, person: self.person, of, shared, keys, sealed });
        let said = if shared { "yes" } else { "no" };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::VIEWS, &all)?;
            self.tell(writing, Told::of(What::ViewKept).with("shared", said))
        })?;
        self.views(of)
    }

    pub(super) fn drop_view(&self, id: ViewId) -> Answer<Lists> {
        let mut all = self.store.read(kept)?;
        let there = all.iter().find(|stored| stored.id == id).ok_or(Code::BadRequest)?;
        if there.person != self.person {
            return Err(Code::NotAllowed.into());
        }
        let of = there.of;
        all.retain(|stored| stored.id != id);
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::VIEWS, &all)?;
            self.tell(writing, Told::of(What::ViewDropped))
        })?;
        self.views(of)
    }
}
