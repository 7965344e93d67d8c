//! Reading a record's key chain: what it gives to this session, and who reads what. An entry counts if it follows the one before it,
//! its author belonged to the office there and signed it, and each grant that this session can check was made by somebody who held the
//! key before it.
//!
//! The MAC of a grant is taken under the key before the one it gives: under key 4 for key 5, under itself for the first. Whoever is
//! given a compartment later is given all its keys from the first on, and believes the first because it is the one that the grants of
//! the chain's first entry were made with.

use super::keys::{ENTRY, FORMAT, Keys, hex, macced, sha256};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::{Compartment, Grant, KeyEntry, Letter};
use amparo_store::KeyEntryRow;
use amparo_vault::asymmetric::Signature;
use amparo_vault::circle::verify_grant_mac;
use amparo_vault::symmetric::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use std::collections::{BTreeMap, BTreeSet};

/// A key chain, walked to its end.
#[derive(Default)]
pub(crate) struct Walked {
    /// Every key that this session is given.
    pub(crate) keys: Keys,
    /// Through which circles, and the newest number given through each.
    pub(crate) through: BTreeMap<(CircleId, Compartment), u32>,
    /// The hash of the last entry that counts.
    pub(crate) last: Option<[u8; 32]>,
    /// The entries that count.
    entries: Vec<KeyEntry>,
}

type Given = Vec<(CircleId, Compartment, u32, Key)>;

impl Walked {
    /// Which circles read a compartment under its newest key, and under which of their own: as far as this session can check.
    pub(crate) fn readers(&self, record: RecordId, compartment: &Compartment) -> BTreeMap<CircleId, u32> {
        let newest = self.keys.get(compartment).map(|(newest, _)| *newest);
        self.grants_of(record, compartment, None)
            .filter(|(_, epoch)| Some(*epoch) == newest)
            .map(|(it, _)| it)
            .collect()
    }

    /// Whether a circle ever read a compartment.
    pub(crate) fn ever_read(&self, record: RecordId, compartment: &Compartment, circle: CircleId) -> bool {
        self.grants_of(record, compartment, Some(circle)).next().is_some()
    }

    /// Every grant of a compartment, or those to one circle, that this session can check: to which circle, under which of its keys, and the number given.
    fn grants_of<'a>(
        &'a self,
        record: RecordId,
        compartment: &'a Compartment,
        only: Option<CircleId>,
    ) -> impl Iterator<Item = ((CircleId, u32), u32)> + 'a {
        let letters = self.entries.iter().flat_map(|entry| &entry.letters);
        let letters = letters.filter(move |letter| only.is_none_or(|circle| letter.circle == circle));
        let grants = letters.flat_map(|letter| letter.grants.iter().map(move |grant| (letter, grant)));
        grants.filter(move |(_, grant)| grant.compartment == *compartment).filter_map(move |(letter, grant)| {
            let by = self.keys.at(compartment, grant.epoch.saturating_sub(1).max(1))?;
            has_mac(by, record, letter, grant).then_some(((letter.circle, letter.circle_epoch), grant.epoch))
        })
    }

    /// Whether a key is the one that the first entry was made with.
    fn begins_with(&self, record: RecordId, compartment: &Compartment, key: &Key) -> bool {
        let first = self.entries.first().into_iter().flat_map(|entry| &entry.letters);
        first.flat_map(|letter| letter.grants.iter().map(move |grant| (letter, grant))).any(|(letter, grant)| {
            grant.compartment == *compartment && grant.epoch == 1 && has_mac(key, record, letter, grant)
        })
    }
}

fn has_mac(by: &Key, record: RecordId, letter: &Letter, grant: &Grant) -> bool {
    let mac = BASE64.decode(&grant.mac).ok().and_then(|mac| mac.try_into().ok());
    mac.is_some_and(|mac| verify_grant_mac(by, &macced(record, letter, grant), &mac).is_ok())
}

impl Session {
    /// Walks a chain.
    ///
    /// The first entry came with the record and must hold. A later one that does not was planted with a database tool: it counts
    /// for nothing, and what follows the last good entry still does.
    pub(crate) fn walk(&self, record: RecordId, chain: &[KeyEntryRow]) -> Answer<Walked> {
        let mut walked = Walked::default();
        for row in chain {
            match self.given_by(record, &walked, row) {
                Ok((entry, given)) => {
                    walked.last = Some(sha256(&row.entry));
                    walked.entries.push(entry);
                    for (circle, compartment, epoch, key) in given {
                        let newest = walked.through.entry((circle, compartment.clone())).or_default();
                        *newest = epoch.max(*newest);
                        walked.keys.insert(compartment, (epoch, key));
                    }
                }
                Err(trouble) if walked.last.is_none() => return Err(trouble),
                Err(_) => tracing::error!("an entry of a key chain does not count"),
            }
        }
        Ok(walked)
    }

    /// What one entry gives to this session, after those before it.
    fn given_by(&self, record: RecordId, before: &Walked, row: &KeyEntryRow) -> Answer<(KeyEntry, Given)> {
        let entry: KeyEntry = serde_json::from_slice(&row.entry)?;
        let signature = row.signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
        let signature = Signature::from_bytes(signature)?;
        let author = &entry.author;
        let certificate =
            self.roster().directory.at(author.person.uuid(), author.place).cloned().ok_or(Code::Damaged)?;
        certificate.keys.signing.verify(ENTRY, &row.entry, &signature)?;
        if entry.record != record || entry.previous != before.last.map(hex) || entry.format != FORMAT {
            return Err(Code::Damaged.into());
        }
        let mut given = Given::new();
        let mut new = Keys::new();
        let mut answered = BTreeSet::new();
        for letter in &entry.letters {
            // One letter for each circle: so that no entry can make its readers do more than that.
            if !answered.insert(letter.circle) {
                return Err(Code::Damaged.into());
            }
            let Some(held) = self.circle_at(letter.circle, letter.circle_epoch) else { continue };
            let open = self.open_letter(held, record, before.last, letter)?;
            for grant in &letter.grants {
                let key = open.unwrap(grant)?;
                let (compartment, epoch) = (&grant.compartment, grant.epoch);
                let known = |epoch| before.keys.at(compartment, epoch).or_else(|| new.at(compartment, epoch));
                // Nobody gives a number a second key.
                if known(epoch).is_some_and(|known| known.expose_bytes() != key.expose_bytes()) {
                    return Err(Code::Damaged.into());
                }
                // A key counts only from somebody who held the one before it; the very first proves itself.
                let by = match epoch {
                    0 => None,
                    1 => (before.last.is_none() || known(1).is_some() || before.begins_with(record, compartment, &key))
                        .then_some(&key),
                    later => known(later - 1),
                };
                if !by.is_some_and(|by| has_mac(by, record, letter, grant)) {
                    return Err(Code::Damaged.into());
                }
                new.insert(compartment.clone(), (epoch, key.clone()));
                given.push((letter.circle, compartment.clone(), epoch, key));
            }
        }
        Ok((entry, given))
    }
}
