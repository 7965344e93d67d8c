//! Turning a record's keys: each compartment that the session holds gets another key, given to whoever is to read it from now on. What
//! was sealed before stays as it was; what is written after is closed to whoever lost the grant (SECURITY.md 2).
//!
//! When somebody leaves a circle, its records are turned by the first save that follows, not all at once: who left knew what was
//! written until then in any case, and turning protects nothing but what comes after. Where a record is passed on, what was written before
//! is put under the new keys too (`KeysThere::with_past`): who passed it on can open nothing of it any more.

use super::files::resealed_file;
use super::keys::{ENTRY, FORMAT, Keys, hex, macced};
use super::parts;
use super::seal::resealed_leaf;
use super::walk::Walked;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::Roster;
use crate::session::Session;
use amparo_model::canonical;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Author, Compartment, Grant, KeyEntry, Letter, derived};
use amparo_store::{FileRow, KeyEntryRow, LeafRow, Part, QuickGrant, Reading, Writing};
use amparo_vault::OsRandom;
use amparo_vault::circle::grant_mac;
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use std::collections::{BTreeMap, BTreeSet};

/// What changes for the readers of a record.
#[derive(Default)]
pub(crate) struct Moves {
    /// Circles that no longer read it, with those that do instead.
    pub(crate) instead: BTreeMap<CircleId, CircleId>,
    /// Circles with a member who has none of the earlier keys and is to read what was written before too.
    pub(crate) from_the_first: BTreeSet<CircleId>,
    /// The supervisors who read it from now on, whichever did until now.
    pub(crate) supervisors: Option<CircleId>,
    /// Circles of people who read some of it for a while, and what: from the first key on.
    pub(crate) guests: BTreeMap<CircleId, BTreeSet<Compartment>>,
    /// Circles that read it no longer, nobody in their place.
    pub(crate) without: BTreeSet<CircleId>,
}

impl Moves {
    /// Who reads in a circle's place; none: nobody does.
    fn stays(&self, roster: &Roster, circle: CircleId) -> Option<CircleId> {
        if self.without.contains(&circle) {
            return None;
        }
        let purpose = roster.circle(circle).map(|key| &key.circle.purpose);
        let supervise =
            matches!(purpose, Some(CirclePurpose::Supervisors { .. } | CirclePurpose::GbvSupervisors { .. }));
        let instead = self.instead.get(&circle).copied().or(self.supervisors.filter(|_| supervise));
        Some(instead.unwrap_or(circle))
    }

    /// Whether a circle is given every key that there was.
    fn is_new(&self, circle: CircleId, compartment: &Compartment) -> bool {
        self.from_the_first.contains(&circle)
            || self.guests.get(&circle).is_some_and(|parts| parts.contains(compartment))
    }
}

/// What the database holds of a record's keys.
pub(crate) struct KeysThere {
    record: RecordId,
    chain: Vec<KeyEntryRow>,
    parts: Vec<(&'static str, Part)>,
    /// What is to be closed to whoever reads it no longer, with the schema of each leaf; empty where only what comes after is.
    past: Past,
}

/// A record's content as it lies in the database.
#[derive(Default)]
pub(crate) struct Past {
    pub(crate) leaves: Vec<(u32, LeafRow)>,
    pub(crate) files: Vec<FileRow>,
}

/// A record whose keys were turned, to be written.
pub(crate) struct Turned {
    record: RecordId,
    pub(crate) keys: Keys,
    entry: KeyEntryRow,
    readers: BTreeSet<CircleId>,
    lost: BTreeSet<CircleId>,
    /// What was quick to open, and is sealed with another key now.
    slowed: Vec<(CircleId, Compartment)>,
    quick: Vec<QuickGrant>,
    parts: Vec<(&'static str, Part)>,
    past: Past,
}

impl KeysThere {
    pub(crate) fn of(reading: &Reading<'_>, record: RecordId) -> Answer<Self> {
        let mut parts = Vec::new();
        for part in [derived::SUMMARY, derived::NAMES] {
            parts.extend(reading.part(record, part)?.map(|there| (part, there)));
        }
        Ok(Self { record, chain: reading.key_entries(record)?, parts, past: Past::default() })
    }

    /// With what was written until now, which is put under the next keys too.
    pub(crate) fn with_past(mut self, past: Past) -> Self {
        self.past = past;
        self
    }

    /// The leaves that are put under the next keys too, with their schemas.
    pub(crate) fn put_leaves(&mut self, leaves: Vec<(u32, LeafRow)>) {
        self.past.leaves = leaves;
    }

    /// What lists and search show of it.
    pub(crate) fn part(&self, part: &str) -> Option<&Part> {
        self.parts.iter().find(|(known, _)| *known == part).map(|(_, sealed)| sealed)
    }

    /// About how many bytes it takes.
    pub(crate) fn weight(&self) -> usize {
        let chain: usize = self.chain.iter().map(|row| row.entry.len()).sum();
        chain + self.past.leaves.iter().map(|(_, leaf)| leaf.sealed.len()).sum::<usize>()
    }
}

impl Turned {
    /// How many leaves lie under the new keys.
    pub(crate) fn resealed_leaves(&self) -> usize {
        self.past.leaves.len()
    }

    /// The circles that read it from now on.
    pub(crate) fn readers(&self) -> impl Iterator<Item = CircleId> + '_ {
        self.readers.iter().copied()
    }

    /// Writes the entry of the chain, and what follows from it.
    pub(crate) fn put(&self, writing: &mut Writing<'_>) -> Answer<()> {
        let circles: Vec<CircleId> = self.readers.iter().copied().collect();
        writing.append_key_entry(self.record, &self.entry, &circles)?;
        self.lost.iter().try_for_each(|circle| writing.drop_granted(*circle, self.record))?;
        self.slowed
            .iter()
            .try_for_each(|(circle, compartment)| writing.drop_quick_grant(*circle, compartment, self.record))?;
        self.quick.iter().try_for_each(|grant| writing.put_quick_grant(self.record, grant))?;
        self.past.leaves.iter().try_for_each(|(_, leaf)| writing.reseal_leaf(leaf))?;
        self.past.files.iter().try_for_each(|file| writing.put_file(file))?;
        Ok(self.parts.iter().try_for_each(|(part, sealed)| writing.put_part(self.record, part, sealed))?)
    }
}

impl Session {
    /// The keys that a save seals with: turned first where a reader's circle has another key since, or lost its last member.
    pub(crate) fn keys_to_write(&self, writing: &mut Writing<'_>, record: RecordId, keys: Keys) -> Answer<Keys> {
        let roster = self.roster();
        if !roster.has_turned() {
            return Ok(keys);
        }
        let there = KeysThere::of(&writing.reading(), record)?;
        let walked = self.walk(record, &there.chain)?;
        let stale = |(circle, epoch): (&CircleId, &u32)| {
            roster.is_deserted(*circle) || roster.circle(*circle).is_some_and(|newest| newest.epoch > *epoch)
        };
        if !walked.keys.compartments().any(|it| walked.readers(record, it).iter().any(stale)) {
            return Ok(keys);
        }
        let author = self.author(writing)?;
        let turned = self.turned(&roster, author, &there, &walked, &Moves::default())?;
        turned.put(writing)?;
        // The save itself tells of its revision.
        self.tell(writing, Told::of(What::KeysTurned).with("records", 1))?;
        Ok(turned.keys)
    }

    /// Turns the keys of one record, on whichever thread.
    pub(crate) fn turn_record(
        &self,
        roster: &Roster,
        author: Author,
        there: &KeysThere,
        moves: &Moves,
    ) -> Answer<Turned> {
        let walked = self.walk(there.record, &there.chain)?;
        self.turned(roster, author, there, &walked, moves)
    }

    fn turned(
        &self,
        roster: &Roster,
        author: Author,
        there: &KeysThere,
        walked: &Walked,
        moves: &Moves,
    ) -> Answer<Turned> {
        let record = there.record;
        let mut keys = walked.keys.clone();
        let mut letters = BTreeMap::new();
        let (mut lost, mut quick, mut slowed) = (BTreeSet::new(), Vec::new(), Vec::new());
        for compartment in walked.keys.compartments() {
            let Some((newest, _)) = walked.keys.get(compartment) else { continue };
            let next = newest.saturating_add(1);
            let mut readers = BTreeSet::new();
            for circle in walked.readers(record, compartment).into_keys() {
                slowed.push((circle, compartment.clone()));
                let stays = moves.stays(roster, circle);
                if stays != Some(circle) || roster.is_deserted(circle) {
                    lost.insert(circle);
                }
                readers.extend(stays.filter(|stays| !roster.is_deserted(*stays)));
            }
            readers.extend(moves.guests.iter().filter(|(_, parts)| parts.contains(compartment)).map(|(it, _)| *it));
            // Somebody who comes back: their circle read it until they left.
            let back = moves.from_the_first.iter().filter(|circle| walked.ever_read(record, compartment, **circle));
            readers.extend(back.copied());
            keys.insert(compartment.clone(), (next, Key::generate(&mut OsRandom)));
            for circle in readers {
                if let std::collections::btree_map::Entry::Vacant(place) = letters.entry(circle) {
                    place.insert(self.begin_letter(roster, record, walked.last, circle)?);
                }
                let Some((open, letter)) = letters.get_mut(&circle) else { continue };
                let from = if moves.is_new(circle, compartment) { 1 } else { next };
                for epoch in from..=next {
                    let Some(key) = keys.at(compartment, epoch) else { continue };
                    let by = if epoch == 1 { Some(key) } else { keys.at(compartment, epoch - 1) };
                    let Some(by) = by else { continue };
                    let wrapped = open.wrap(compartment, epoch, key).to_bytes();
                    letter.grants.push(grant(record, letter, compartment, epoch, &wrapped, by));
                    if epoch == next && open.by_member() {
                        quick.push(QuickGrant { circle, compartment: compartment.clone(), epoch, wrapped });
                    }
                }
            }
        }
        let readers: BTreeSet<CircleId> = letters.keys().copied().collect();
        lost.retain(|circle| !readers.contains(circle));
        let entry = KeyEntry {
            format: FORMAT,
            record,
            previous: walked.last.map(hex),
            author,
            time: self.clock.now(),
            letters: letters.into_values().map(|(_, letter)| letter).collect(),
        };
        let bytes = canonical::bytes(&entry)?;
        let signature = self.keys.signing.sign(ENTRY, &bytes).to_bytes().to_vec();
        let parts = there
            .parts
            .iter()
            .filter_map(|(part, sealed)| Some((*part, parts::resealed(record, part, sealed, &keys)?)))
            .collect();
        let past = resealed(record, &there.past, &keys)?;
        let entry = KeyEntryRow { entry: bytes, signature };
        Ok(Turned { record, keys, entry, readers, lost, slowed, quick, parts, past })
    }
}

/// The same content under the newest keys. What this session does not open stays.
fn resealed(record: RecordId, past: &Past, keys: &Keys) -> Answer<Past> {
    let mut next = Past::default();
    for (schema, leaf) in &past.leaves {
        next.leaves.extend(resealed_leaf(record, *schema, leaf, keys)?.map(|leaf| (*schema, leaf)));
    }
    for file in &past.files {
        next.files.extend(resealed_file(file, keys)?);
    }
    Ok(next)
}

fn grant(record: RecordId, letter: &Letter, compartment: &Compartment, epoch: u32, wrapped: &[u8], by: &Key) -> Grant {
    let wrapped = BASE64.encode(wrapped);
    let mut grant = Grant { compartment: compartment.clone(), epoch, wrapped, mac: String::new() };
    grant.mac = BASE64.encode(grant_mac(by, &macced(record, letter, &grant)));
    grant
}
