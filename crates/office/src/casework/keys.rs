//! A record's compartment keys: made at registration, given to circles by signed and MACed entries, opened through the circles
//! that a session belongs to (SECURITY.md 2).
//!
//! Read first: [`Session::new_keys`] and the letters it writes, then [`Session::keys_of`] (quick grants, which only spare time) and
//! [`Session::keys_by_chain`] (the truth).

use super::walk::Walked;
use crate::problems::Answer;
use crate::roster::Roster;
use crate::session::{Held, Session};
use amparo_api::Code;
use amparo_bundle::cores;
use amparo_forms::{CircleKind, CompartmentDef, Configuration};
use amparo_model::canonical;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Author, Compartment, Grant, KeyEntry, Kind, Letter, Module, RecordType, derived};
use amparo_store::{KeyEntryRow, QuickGrant, Reading, Writing};
use amparo_vault::OsRandom;
use amparo_vault::circle::{ChainPlace, CircleEpoch, CompartmentEpoch, LetterKey, Wrapped, grant_mac};
use amparo_vault::context::Context;
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use std::collections::{BTreeMap, BTreeSet};

/// The keys of a record that a session holds.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    newest: BTreeMap<Compartment, (u32, Key)>,
    older: BTreeMap<(Compartment, u32), Key>,
}

impl Keys {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.newest.is_empty()
    }
    /// Whether there is one of a compartment.
    pub(crate) fn contains_key(&self, compartment: &Compartment) -> bool {
        self.newest.contains_key(compartment)
    }
    /// The newest key of a compartment, with its number: what is sealed now is sealed with it.
    pub(crate) fn get(&self, compartment: &Compartment) -> Option<&(u32, Key)> {
        self.newest.get(compartment)
    }
    /// The key of a compartment that has this number.
    pub(crate) fn at(&self, compartment: &Compartment, epoch: u32) -> Option<&Key> {
        let newest = self.newest.get(compartment).filter(|(number, _)| *number == epoch).map(|(_, key)| key);
        newest.or_else(|| self.older.get(&(compartment.clone(), epoch)))
    }
    /// Every key of a compartment with its number, the newest first.
    pub(crate) fn every(&self, compartment: &Compartment) -> impl Iterator<Item = (u32, &Key)> {
        let range = (compartment.clone(), 0)..=(compartment.clone(), u32::MAX);
        let older = self.older.range(range).rev().map(|((_, epoch), key)| (*epoch, key));
        self.newest.get(compartment).map(|(epoch, key)| (*epoch, key)).into_iter().chain(older)
    }
    /// The compartments that there are keys of.
    pub(crate) fn compartments(&self) -> impl Iterator<Item = &Compartment> {
        self.newest.keys()
    }
    /// Takes a key in.
    pub(crate) fn insert(&mut self, compartment: Compartment, (epoch, key): (u32, Key)) {
        match self.newest.get(&compartment).map(|(newest, _)| *newest) {
            Some(newest) if newest > epoch => {
                self.older.insert((compartment, epoch), key);
            }
            _ => {
                if let Some((before, was)) = self.newest.insert(compartment.clone(), (epoch, key))
                    && before != epoch
                {
                    self.older.insert((compartment, before), was);
                }
            }
        }
    }
}

/// The domain that key entries are signed under.
pub(super) const ENTRY: &str = "amparo/key-entry/v2";
/// The format of key entries.
pub(super) const FORMAT: u32 = 2;

/// The compartments that this version fills. `match` and `counts` come with what reads them.
fn filled(compartment: &Compartment) -> bool {
    ![derived::MATCH, derived::COUNTS].contains(&compartment.as_str())
}

/// The compartments that a new record's keys are made for.
fn given_out(forms: &'static Configuration, of: RecordType) -> impl Iterator<Item = &'static CompartmentDef> {
    // What is passed on has the same parts whatever it is about: older configurations name none for survivors.
    let module = if of.kind == Kind::Transition { Module::Cp } else { of.module };
    forms.parts_of(of.kind, module).filter(|it| filled(&it.id))
}

/// To whom a new record's compartments are given.
pub(crate) struct Readers {
    /// The circle of whoever is responsible, or the desk's.
    pub(crate) owner: CircleId,
    /// The circle that supervises them.
    pub(crate) supervisors: Option<CircleId>,
    /// Others who read all of it: both sides of what is passed on.
    pub(crate) also: Vec<CircleId>,
}

impl Readers {
    fn circle(&self, kind: &CircleKind, roster: &Roster) -> Option<CircleId> {
        let standing = |purpose| roster.circle_for(&purpose).map(|key| key.circle.id);
        match kind {
            CircleKind::Owner => Some(self.owner),
            CircleKind::Supervisors => self.supervisors,
            CircleKind::Tracing => standing(CirclePurpose::Tracing),
            CircleKind::Auditors => standing(CirclePurpose::Auditors),
            CircleKind::Analysts => standing(CirclePurpose::Analysts),
            CircleKind::Matching => standing(CirclePurpose::Matching),
        }
    }
}

pub(super) fn place<'a>(record: RecordId, compartment: &'a Compartment, epoch: u32) -> CompartmentEpoch<'a> {
    CompartmentEpoch { record: record.uuid(), compartment: compartment.as_str(), epoch }
}

/// What a grant's MAC is taken over: the grant, and everything that says to whom and where it was given.
pub(super) fn macced(record: RecordId, letter: &Letter, grant: &Grant) -> Context {
    Context::new("amparo/grant/v2")
        .id(record.uuid())
        .id(letter.circle.uuid())
        .number(letter.circle_epoch.into())
        .text(letter.sealed.as_deref().unwrap_or_default())
        .text(grant.compartment.as_str())
        .number(grant.epoch.into())
        .text(&grant.wrapped)
}

pub(super) fn hex(bytes: [u8; 32]) -> String {
    amparo_model::ids::RevisionId(bytes).to_string()
}

/// A letter that is being written or read.
pub(super) struct Open<'a> {
    record: RecordId,
    at: CircleEpoch,
    way: Way<'a>,
}

/// How the keys in a letter are wrapped.
enum Way<'a> {
    /// Under the circle's own key, by a member: nothing has to be opened first, and it gives nobody more.
    Member(&'a Held),
    /// Under the letter's key, by somebody outside.
    Outside(LetterKey),
}

impl Open<'_> {
    /// Whether the writer belongs to the circle, so that what is wrapped here also serves as a quick grant.
    pub(super) fn by_member(&self) -> bool {
        matches!(self.way, Way::Member(_))
    }

    pub(super) fn wrap(&self, compartment: &Compartment, epoch: u32, key: &Key) -> Wrapped {
        let place = place(self.record, compartment, epoch);
        match &self.way {
            Way::Member(held) => held.keys.wrap(&self.at, &place, key, &mut OsRandom),
            Way::Outside(letter) => letter.wrap(&self.at, &place, key, &mut OsRandom),
        }
    }

    pub(super) fn unwrap(&self, grant: &Grant) -> Answer<Key> {
        let wrapped = Wrapped::from_bytes(&BASE64.decode(&grant.wrapped)?)?;
        let place = place(self.record, &grant.compartment, grant.epoch);
        match &self.way {
            Way::Outside(letter) => Ok(letter.unwrap(&self.at, &place, &wrapped)?),
            // Nothing else stands in a member's letter: one public-key operation for each would be back.
            Way::Member(held) if matches!(wrapped, Wrapped::Shared(_)) => {
                Ok(held.keys.unwrap(&self.at, &place, &wrapped)?)
            }
            Way::Member(_) => Err(Code::Damaged.into()),
        }
    }
}

/// The keys of a new record, and what is to be written of them.
pub(crate) struct NewKeys {
    pub(crate) keys: Keys,
    entry: KeyEntryRow,
    circles: Vec<CircleId>,
    quick: Vec<QuickGrant>,
}

impl NewKeys {
    /// Writes the first entry of the record's key chain, and what makes the next unlock quick.
    pub(crate) fn put(&self, writing: &mut Writing<'_>, record: RecordId) -> Answer<()> {
        writing.append_key_entry(record, &self.entry, &self.circles)?;
        Ok(self.quick.iter().try_for_each(|grant| writing.put_quick_grant(record, grant))?)
    }
}

impl Session {
    /// Makes the keys of a new record, gives them to their circles, and writes the first entry of its key chain.
    pub(crate) fn make_keys(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        of: RecordType,
        readers: &Readers,
    ) -> Answer<Keys> {
        let new = self.new_keys(self.author(writing)?, record, of, readers)?;
        new.put(writing, record)?;
        Ok(new.keys)
    }

    /// Makes the keys of a new record, and the first entry of its key chain, which gives them to their circles.
    pub(crate) fn new_keys(
        &self,
        author: Author,
        record: RecordId,
        of: RecordType,
        readers: &Readers,
    ) -> Answer<NewKeys> {
        let roster = self.roster();
        let mut keys = Keys::new();
        let mut letters: BTreeMap<CircleId, (Open<'_>, Letter)> = BTreeMap::new();
        let mut quick = Vec::new();
        for definition in given_out(self.forms(), of) {
            let (compartment, key) = (&definition.id, Key::generate(&mut OsRandom));
            let circles = definition.circles.iter().filter_map(|kind| readers.circle(kind, &roster));
            let circles = circles.chain(readers.also.iter().copied());
            for circle in circles.collect::<BTreeSet<_>>() {
                if let std::collections::btree_map::Entry::Vacant(place) = letters.entry(circle) {
                    place.insert(self.begin_letter(&roster, record, None, circle)?);
                }
                let Some((open, letter)) = letters.get_mut(&circle) else { continue };
                let wrapped = open.wrap(compartment, 1, &key).to_bytes();
                let mut grant = Grant {
                    compartment: compartment.clone(),
                    epoch: 1,
                    wrapped: BASE64.encode(&wrapped),
                    mac: String::new(),
                };
                grant.mac = BASE64.encode(grant_mac(&key, &macced(record, letter, &grant)));
                letter.grants.push(grant);
                if matches!(open.way, Way::Member(_)) {
                    quick.push(QuickGrant { circle, compartment: compartment.clone(), epoch: 1, wrapped });
                }
            }
            keys.insert(compartment.clone(), (1, key));
        }
        let circles = letters.keys().copied().collect();
        let entry = KeyEntry {
            format: FORMAT,
            record,
            previous: None,
            author,
            time: self.clock.now(),
            letters: letters.into_values().map(|(_, letter)| letter).collect(),
        };
        let bytes = canonical::bytes(&entry)?;
        let signature = self.keys.signing.sign(ENTRY, &bytes).to_bytes().to_vec();
        Ok(NewKeys { keys, entry: KeyEntryRow { entry: bytes, signature }, circles, quick })
    }

    /// Begins the letter of one entry to one circle, under the circle's newest key.
    pub(super) fn begin_letter(
        &self,
        roster: &Roster,
        record: RecordId,
        after: Option<[u8; 32]>,
        circle: CircleId,
    ) -> Answer<(Open<'_>, Letter)> {
        let known = roster.circle(circle).ok_or(Code::Internal)?;
        let at = known.at(self.office.id);
        let (way, sealed) = match self.circle(circle).filter(|held| held.key.epoch == known.epoch) {
            Some(held) => (Way::Member(held), None),
            None => {
                let place = ChainPlace { record: record.uuid(), after };
                let (letter, sealed) = known.public.seal_letter(&at, &place, &mut OsRandom)?;
                (Way::Outside(letter), Some(BASE64.encode(sealed)))
            }
        };
        let letter = Letter { circle, circle_epoch: known.epoch, sealed, grants: Vec::new() };
        Ok((Open { record, at, way }, letter))
    }

    /// Opens a letter to a circle of this session.
    pub(super) fn open_letter<'a>(
        &self,
        held: &'a Held,
        record: RecordId,
        after: Option<[u8; 32]>,
        letter: &Letter,
    ) -> Answer<Open<'a>> {
        let at = held.key.at(self.office.id);
        let way = match &letter.sealed {
            None => Way::Member(held),
            Some(sealed) => {
                let place = ChainPlace { record: record.uuid(), after };
                Way::Outside(held.keys.open_letter(&at, &place, &BASE64.decode(sealed)?)?)
            }
        };
        Ok(Open { record, at, way })
    }

    /// The keys of a record that this session holds, by the quick grants of its circles or, where there are none yet, by its
    /// key chain.
    pub(crate) fn keys_of(&self, reading: &Reading<'_>, record: RecordId) -> Answer<Keys> {
        let Some(row) = reading.record(record)? else { return Ok(Keys::new()) };
        let keys = self.keys_by_grants(record, &self.grants_of(reading, record, row.skeleton.of())?)?;
        // Once a key was turned, the earlier ones are wanted too: the chain has them.
        let turned = keys.newest.values().any(|(epoch, _)| *epoch > 1);
        if keys.is_empty() || turned { self.keys_by_chain(reading, record) } else { Ok(keys) }
    }

    /// The quick grants of a record that the circles of this session have.
    pub(super) fn grants_of(&self, reading: &Reading<'_>, record: RecordId, of: RecordType) -> Answer<Vec<QuickGrant>> {
        let mut grants = Vec::new();
        for held in self.circles() {
            let compartments = given_out(self.forms(), of).map(|it| &it.id);
            grants.extend(reading.quick_grants(held.key.circle.id, compartments, record)?);
        }
        Ok(grants)
    }

    /// What quick grants open. One that was not wrapped by a member counts for nothing.
    pub(super) fn keys_by_grants(&self, record: RecordId, grants: &[QuickGrant]) -> Answer<Keys> {
        let mut keys = Keys::new();
        for grant in grants {
            if keys.get(&grant.compartment).is_some_and(|(epoch, _)| *epoch >= grant.epoch) {
                continue;
            }
            if let Some(key) = self.quick_key(grant.circle, record, &grant.compartment, grant.epoch, &grant.wrapped) {
                keys.insert(grant.compartment.clone(), (grant.epoch, key));
            }
        }
        Ok(keys)
    }

    /// Walks the key chain, checking every link, signature and MAC; gives the keys.
    pub(crate) fn keys_by_chain(&self, reading: &Reading<'_>, record: RecordId) -> Answer<Keys> {
        Ok(self.walk(record, &reading.key_entries(record)?)?.keys)
    }

    /// Opens one quick grant: what the index is filled from. One that was not wrapped by a member counts for nothing; one from before the
    /// circle's key was turned still does.
    pub(crate) fn quick_key(
        &self,
        circle: CircleId,
        record: RecordId,
        compartment: &Compartment,
        epoch: u32,
        wrapped: &[u8],
    ) -> Option<Key> {
        let wrapped = Wrapped::from_bytes(wrapped).ok().filter(|wrapped| matches!(wrapped, Wrapped::Shared(_)))?;
        let place = place(record, compartment, epoch);
        self.keys_of_circle(circle)
            .find_map(|held| held.keys.unwrap(&held.key.at(self.office.id), &place, &wrapped).ok())
    }

    /// Wraps what others gave to this session's circles under the circles' own secrets, so that the next unlock is quick.
    pub(crate) fn quicken(&self, records: &[RecordId]) -> Answer<()> {
        for chunk in records.chunks(200) {
            let chains = self.store.read(|reading: &Reading<'_>| -> Answer<Vec<_>> {
                chunk.iter().map(|record| Ok((*record, reading.key_entries(*record)?))).collect()
            })?;
            let mut all = Vec::new();
            let chains = chains.into_iter().map(Ok);
            cores::in_order(
                chains,
                |_| 0,
                |(record, chain)| self.quick_grants(record, &chain),
                |grants| {
                    all.extend(grants);
                    Answer::Ok(())
                },
            )?;
            self.store.remember_quick_grants(&all)?;
        }
        Ok(())
    }

    /// What one chain gave to this session's circles. A chain that does not hold is left alone: opening the record says so.
    fn quick_grants(&self, record: RecordId, chain: &[KeyEntryRow]) -> Vec<(RecordId, QuickGrant)> {
        let Ok(Walked { keys, through, .. }) = self.walk(record, chain) else { return Vec::new() };
        let wrap = |((circle, compartment), given): ((CircleId, Compartment), u32)| {
            let (held, (epoch, key)) = (self.circle(circle)?, keys.get(&compartment)?);
            // A circle that was not given the newest key has none of it to be quick with.
            if given != *epoch {
                return None;
            }
            let at = held.key.at(self.office.id);
            let wrapped = held.keys.wrap(&at, &place(record, &compartment, *epoch), key, &mut OsRandom).to_bytes();
            Some((record, QuickGrant { circle, compartment, epoch: *epoch, wrapped }))
        };
        through.into_iter().filter_map(wrap).collect()
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}
