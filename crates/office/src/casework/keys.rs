//! A record's compartment keys: made at registration, given to circles by signed and MACed entries, opened through the circles
//! that a session belongs to (SECURITY.md 2).

use crate::problems::Answer;
use crate::roster::Roster;
use crate::session::{Held, Session};
use amparo_api::Code;
use amparo_forms::{CircleKind, CompartmentDef, Configuration};
use amparo_model::canonical;
use amparo_model::ids::{CircleId, RecordId, hex32};
use amparo_model::person::CirclePurpose;
use amparo_model::record::{Compartment, Grant, KeyEntry, RecordType, derived};
use amparo_store::{KeyEntryRow, QuickGrant, Reading, Writing};
use amparo_vault::OsRandom;
use amparo_vault::circle::{CompartmentEpoch, Wrapped, grant_mac, verify_grant_mac};
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use std::collections::BTreeMap;

/// The keys of a record that a session holds: newest epoch of each compartment.
pub(crate) type Keys = BTreeMap<Compartment, (u32, Key)>;

/// The domain that key entries are signed under.
const ENTRY: &str = "amparo/key-entry/v1";
/// The format of key entries.
const FORMAT: u32 = 1;

/// The compartments that this version fills. `match` and `counts` come with what reads them.
fn filled(compartment: &Compartment) -> bool {
    ![derived::MATCH, derived::COUNTS].contains(&compartment.as_str())
}

/// The compartments that a new record's keys are made for.
fn given_out(forms: &'static Configuration, of: RecordType) -> impl Iterator<Item = &'static CompartmentDef> {
    forms.parts_of(of.kind, of.module).filter(|it| filled(&it.id))
}

/// To whom a new record's compartments are given.
pub(crate) struct Readers {
    /// The circle of whoever is responsible, or the desk's.
    pub(crate) owner: CircleId,
    /// The circle that supervises them.
    pub(crate) supervisors: Option<CircleId>,
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

fn place<'a>(record: RecordId, compartment: &'a Compartment, epoch: u32) -> CompartmentEpoch<'a> {
    CompartmentEpoch { record: record.uuid(), compartment: compartment.as_str(), epoch }
}

/// A grant's canonical bytes without its MAC: what the MAC is taken over, bound to its record.
fn macced(record: RecordId, grant: &Grant) -> Answer<Vec<u8>> {
    let bare = Grant { mac: String::new(), ..grant.clone() };
    let mut bytes = record.as_bytes().to_vec();
    bytes.extend(canonical::bytes(&bare)?);
    Ok(bytes)
}

fn hex(bytes: [u8; 32]) -> String {
    amparo_model::ids::RevisionId(bytes).to_string()
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
        let roster = self.roster();
        let mut keys = Keys::new();
        let mut grants = Vec::new();
        let mut quick = Vec::new();
        let mut circles = Vec::new();
        for definition in given_out(self.forms(), of) {
            let key = Key::generate(&mut OsRandom);
            for kind in &definition.circles {
                let Some(circle) = readers.circle(kind, &roster) else { continue };
                let grant = self.grant(&roster, record, &definition.id, 1, &key, circle)?;
                if let Some(held) = self.circle(circle) {
                    let at = held.key.at(self.office.id);
                    let wrapped = held.keys.wrap(&at, &place(record, &definition.id, 1), &key, &mut OsRandom);
                    let compartment = definition.id.clone();
                    quick.push(QuickGrant { circle, compartment, epoch: 1, wrapped: wrapped.to_bytes() });
                }
                grants.push(grant);
                circles.push(circle);
            }
            keys.insert(definition.id.clone(), (1, key));
        }
        let entry = KeyEntry {
            format: FORMAT,
            record,
            previous: None,
            author: self.author(writing)?,
            time: self.clock.now(),
            grants,
        };
        let bytes = canonical::bytes(&entry)?;
        let signature = self.keys.signing.sign(ENTRY, &bytes).to_bytes().to_vec();
        circles.sort();
        circles.dedup();
        writing.append_key_entry(record, &KeyEntryRow { entry: bytes, signature }, &circles)?;
        for grant in &quick {
            writing.put_quick_grant(record, grant)?;
        }
        Ok(keys)
    }

    fn grant(
        &self,
        roster: &Roster,
        record: RecordId,
        compartment: &Compartment,
        epoch: u32,
        key: &Key,
        circle: CircleId,
    ) -> Answer<Grant> {
        let known = roster.circle(circle).ok_or(Code::Internal)?;
        let at = known.at(self.office.id);
        let place = place(record, compartment, epoch);
        let wrapped = match self.circle(circle).filter(|held| held.key.epoch == known.epoch) {
            // As a member: it opens fifty times faster, and gives nobody more.
            Some(held) => held.keys.wrap(&at, &place, key, &mut OsRandom),
            None => known.public.wrap(&at, &place, key, &mut OsRandom)?,
        };
        let mut grant = Grant {
            compartment: compartment.clone(),
            epoch,
            circle,
            circle_epoch: known.epoch,
            wrapped: BASE64.encode(wrapped.to_bytes()),
            mac: String::new(),
        };
        grant.mac = hex(grant_mac(key, &macced(record, &grant)?));
        Ok(grant)
    }

    /// The keys of a record that this session holds, by the quick grants of its circles or, where there are none yet, by its
    /// key chain.
    pub(crate) fn keys_of(&self, reading: &Reading<'_>, record: RecordId) -> Answer<Keys> {
        let mut keys = Keys::new();
        let Some(row) = reading.record(record)? else { return Ok(keys) };
        let of = row.skeleton.of();
        for held in self.circles() {
            for grant in
                reading.quick_grants(held.key.circle.id, given_out(self.forms(), of).map(|it| &it.id), record)?
            {
                if keys.get(&grant.compartment).is_some_and(|(epoch, _)| *epoch >= grant.epoch) {
                    continue;
                }
                let at = held.key.at(self.office.id);
                let wrapped = Wrapped::from_bytes(&grant.wrapped)?;
                // A quick grant that was not wrapped by a member counts for nothing.
                if !matches!(wrapped, Wrapped::Shared(_)) {
                    continue;
                }
                if let Ok(key) = held.keys.unwrap(&at, &place(record, &grant.compartment, grant.epoch), &wrapped) {
                    keys.insert(grant.compartment, (grant.epoch, key));
                }
            }
        }
        if keys.is_empty() { self.keys_by_chain(reading, record).map(|(keys, _)| keys) } else { Ok(keys) }
    }

    /// Walks the key chain, checking every link, signature and MAC; gives the keys, and through which circles they came.
    ///
    /// The first entry came with the record and must hold. A later one that does not was planted with a database tool: it counts
    /// for nothing, and what follows the last good entry still does.
    pub(crate) fn keys_by_chain(
        &self,
        reading: &Reading<'_>,
        record: RecordId,
    ) -> Answer<(Keys, Vec<(CircleId, Compartment)>)> {
        let mut keys = Keys::new();
        let mut through = Vec::new();
        let mut previous = None;
        for row in reading.key_entries(record)? {
            match self.given_by(record, previous.as_deref(), &keys, &row) {
                Ok(given) => {
                    previous = Some(hex(sha256(&row.entry)));
                    for (grant, key) in given {
                        through.push((grant.circle, grant.compartment.clone()));
                        keys.insert(grant.compartment, (grant.epoch, key));
                    }
                }
                Err(trouble) if previous.is_none() => return Err(trouble),
                Err(_) => tracing::error!("an entry of a key chain does not count"),
            }
        }
        Ok((keys, through))
    }

    /// What one entry of a key chain gives to this session, after the entries before it gave `keys`.
    fn given_by(
        &self,
        record: RecordId,
        previous: Option<&str>,
        keys: &Keys,
        row: &KeyEntryRow,
    ) -> Answer<Vec<(Grant, Key)>> {
        let entry: KeyEntry = serde_json::from_slice(&row.entry)?;
        let signature = row.signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
        let signature = amparo_vault::asymmetric::Signature::from_bytes(signature)?;
        let author = &entry.author;
        let certificate =
            self.roster().directory.at(author.person.uuid(), author.place).cloned().ok_or(Code::Damaged)?;
        certificate.keys.signing.verify(ENTRY, &row.entry, &signature)?;
        if entry.record != record || entry.previous.as_deref() != previous || entry.format != FORMAT {
            return Err(Code::Damaged.into());
        }
        let mut given = Vec::new();
        for grant in entry.grants {
            let Some(held) = self.circle(grant.circle).filter(|held| held.key.epoch == grant.circle_epoch) else {
                continue;
            };
            let key = self.unwrap(held, record, &grant)?;
            let mac = hex32(&grant.mac).ok_or(Code::Damaged)?;
            // A key counts only from somebody who held the one before it; the very first proves itself, once.
            let by = match (grant.epoch, keys.get(&grant.compartment)) {
                (_, Some((_, before))) => before,
                (1, None) if previous.is_none() => &key,
                _ => return Err(Code::Damaged.into()),
            };
            verify_grant_mac(by, &macced(record, &grant)?, &mac)?;
            given.push((grant, key));
        }
        Ok(given)
    }

    fn unwrap(&self, held: &Held, record: RecordId, grant: &Grant) -> Answer<Key> {
        let wrapped = Wrapped::from_bytes(&BASE64.decode(&grant.wrapped)?)?;
        let at = held.key.at(self.office.id);
        Ok(held.keys.unwrap(&at, &place(record, &grant.compartment, grant.epoch), &wrapped)?)
    }

    /// Opens one quick grant: what the index is filled from.
    pub(crate) fn quick_key(
        &self,
        held: &Held,
        record: RecordId,
        compartment: &Compartment,
        epoch: u32,
        wrapped: &[u8],
    ) -> Option<Key> {
        let wrapped = Wrapped::from_bytes(wrapped).ok().filter(|wrapped| matches!(wrapped, Wrapped::Shared(_)))?;
        held.keys.unwrap(&held.key.at(self.office.id), &place(record, compartment, epoch), &wrapped).ok()
    }

    /// Wraps what others gave to this session's circles under the circles' own secrets, so that the next unlock is quick.
    pub(crate) fn quicken(&self, records: &[RecordId]) -> Answer<()> {
        for chunk in records.chunks(200) {
            let mut all = Vec::new();
            self.store.read(|reading: &Reading<'_>| -> Answer<()> {
                for record in chunk {
                    // A chain that does not hold is left alone: opening the record says so.
                    let Ok((keys, through)) = self.keys_by_chain(reading, *record) else { continue };
                    for (circle, compartment) in through {
                        let (Some(held), Some((epoch, key))) = (self.circle(circle), keys.get(&compartment)) else {
                            continue;
                        };
                        let at = held.key.at(self.office.id);
                        let wrapped = held.keys.wrap(&at, &place(*record, &compartment, *epoch), key, &mut OsRandom);
                        all.push((
                            *record,
                            QuickGrant { circle, compartment, epoch: *epoch, wrapped: wrapped.to_bytes() },
                        ));
                    }
                }
                Ok(())
            })?;
            self.store.remember_quick_grants(&all)?;
        }
        Ok(())
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}
