//! Whether what the database holds is what was written: a record holds together, and the log vouches for everything that only it can.
//! A colleague with a database tool can overwrite, swap, drop or put back any row; here it is found.

use super::index::Known;
use super::parts::{self, Names, Summary};
use super::{Verified, keys};
use crate::entry::sign_in::marks;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_model::ids::{OfficeId, RecordId, RevisionId};
use amparo_model::record::{Author, Compartment, KeyEntry, derived};
use amparo_store::{Reading, RecordRow, turned_head};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Refuses a record whose plain columns say something else than its revisions, or that lacks a leaf that was committed to. What came from
/// another office need not be all that was written there, and nobody here is responsible for it.
pub(super) fn refuse_torn<'a>(
    here: OfficeId,
    row: &RecordRow,
    revisions: &[Verified],
    leaves: impl Iterator<Item = (RevisionId, &'a Compartment)>,
) -> Answer<()> {
    let mut heads = BTreeSet::new();
    let mut stated = None;
    for Verified { row, header } in revisions {
        heads.insert(row.id);
        header.parents.iter().for_each(|parent| {
            heads.remove(parent);
        });
        stated = header.skeleton.clone().or(stated);
    }
    let ours = revisions.first().is_some_and(|first| first.header.author.office == here);
    let mut stated = stated.ok_or(Code::Damaged)?;
    if !ours {
        stated.owner = None;
    }
    let there: BTreeSet<(RevisionId, &str)> = leaves.map(|(revision, leaf)| (revision, leaf.as_str())).collect();
    let committed = revisions
        .iter()
        .flat_map(|it| it.header.leaves.iter().map(|leaf| (it.row.id, leaf.compartment.as_str())))
        .collect::<BTreeSet<_>>();
    let all_leaves = if ours { there == committed } else { there.is_subset(&committed) };
    let whole = all_leaves && stated == row.skeleton && heads.into_iter().eq(row.heads.iter().copied());
    if whole { Ok(()) } else { Err(Code::Damaged.into()) }
}

/// Holds directory, key file and turned keys against what the log vouches for, and takes them out of that.
pub(crate) fn vouched(session: &Session, reading: &Reading<'_>, told: &mut HashSet<[u8; 32]>) -> Answer<()> {
    // Neither is ever left behind by the program itself.
    if session.strange_keys > 0 || session.roster().refused > 0 {
        return Err(Code::Damaged.into());
    }
    let heads = reading.directory_heads()?;
    if !heads.last().is_some_and(|last| told.contains(last)) {
        return Err(Code::Damaged.into());
    }
    heads.iter().chain(&marks(reading)?).for_each(|vouched| {
        told.remove(vouched);
    });
    // Of records that were destroyed only hashes are left; those that a restore set aside it named.
    let all = turned(reading)?.values().all(|Turned { together, live }| told.remove(&turned_head(together)) || !live);
    if all { Ok(()) } else { Err(Code::Damaged.into()) }
}

/// The entries that one change appended to key chains.
#[derive(Default)]
struct Turned {
    together: BTreeMap<RecordId, [u8; 32]>,
    /// One of the records is still there.
    live: bool,
}

/// The author's place in the log of an entry of a key chain.
fn place_of(entry: &[u8]) -> Answer<u64> {
    /// As much of an entry as says when it was written.
    #[derive(Deserialize)]
    struct Written {
        author: Author,
    }
    Ok(serde_json::from_slice::<Written>(entry)?.author.place)
}

fn turned(reading: &Reading<'_>) -> Answer<BTreeMap<u64, Turned>> {
    let mut turned: BTreeMap<u64, Turned> = BTreeMap::new();
    reading.each_turned(|record, entry| -> Answer<()> {
        let there = turned.entry(place_of(entry)?).or_default();
        there.together.insert(record, keys::sha256(entry));
        there.live = true;
        Ok(())
    })?;
    for (record, place, hash) in reading.destroyed_turned()? {
        turned.entry(place).or_default().together.insert(record, hash);
    }
    Ok(turned)
}

/// The later entries of one record's key chain, as they are remembered when it is destroyed.
pub(crate) fn turned_of(reading: &Reading<'_>, of: RecordId) -> Answer<Vec<(u64, [u8; 32])>> {
    let mut turned = Vec::new();
    reading.each_turned(|record, entry| -> Answer<()> {
        if record == of {
            turned.push((place_of(entry)?, keys::sha256(entry)));
        }
        Ok(())
    })?;
    Ok(turned)
}

/// Everything but revisions that the log vouches for and that is there: what a restore does not set aside.
pub(crate) fn still_vouched(reading: &Reading<'_>) -> Answer<HashSet<[u8; 32]>> {
    let mut still: HashSet<[u8; 32]> = reading.directory_heads()?.into_iter().chain(marks(reading)?).collect();
    still.extend(turned(reading)?.values().map(|it| turned_head(&it.together)));
    still.extend(crate::keeping::restoring::marks(reading)?);
    still.extend(crate::retention::marks(reading)?);
    Ok(still)
}

/// Holds one record against its own revisions and what the log tells of, and takes its revisions out of that.
pub(crate) fn record(
    session: &Session,
    reading: &Reading<'_>,
    record: RecordId,
    told: &mut HashSet<[u8; 32]>,
) -> Answer<()> {
    let Some(row) = reading.record(record)? else {
        // It was destroyed while this went on.
        return if reading.is_destroyed(record)? { Ok(()) } else { Err(Code::Damaged.into()) };
    };
    let foreign = |office| session.foreign_directory(reading, office);
    let revisions = session.verified(record, reading.revisions(record)?, &foreign)?;
    let leaves = reading.leaf_places(record)?;
    refuse_torn(session.office.id, &row, &revisions, leaves.iter().map(|(revision, leaf)| (*revision, leaf)))?;
    for Verified { row, header } in &revisions {
        // Records of other offices came in a sealed file, which the log tells of as a whole.
        let known = told.remove(&row.id.0) || header.author.office != session.office.id;
        if !known && !reading.log_tells_of(&row.id.0)? {
            return Err(Code::Damaged.into());
        }
    }
    refuse_older_parts(session, reading, &row)
}

/// Whether a circle of this session is given a compartment's newest key by the record's chain, which the log vouches for.
fn reads_newest(session: &Session, reading: &Reading<'_>, record: RecordId, of: &Compartment) -> Answer<bool> {
    let mut newest = (0, false);
    for row in reading.key_entries(record)? {
        for letter in serde_json::from_slice::<KeyEntry>(&row.entry)?.letters {
            let ours = session.circle(letter.circle).is_some();
            for grant in letter.grants.iter().filter(|grant| grant.compartment == *of) {
                if grant.epoch > newest.0 {
                    newest = (grant.epoch, ours);
                } else if grant.epoch == newest.0 {
                    newest.1 |= ours;
                }
            }
        }
    }
    Ok(newest.1)
}

/// What lists and search show of a record follows from its heads: a part that was worked out from others was put back. The index may be
/// a moment behind, so the database has the last word.
fn refuse_older_parts(session: &Session, reading: &Reading<'_>, row: &RecordRow) -> Answer<()> {
    let as_listed = |known: &Known| known.summary.heads == row.heads && known.names.heads == row.heads;
    if session.index().get(row.id).is_some_and(as_listed) {
        return Ok(());
    }
    let keys = session.keys_of(reading, row.id)?;
    for part in [derived::SUMMARY, derived::NAMES] {
        let compartment = Compartment::new(part);
        // Whoever read it once holds it against nothing: it lies under a key that others were given.
        if !keys.contains_key(&compartment) || !reads_newest(session, reading, row.id, &compartment)? {
            continue;
        }
        let there = reading.part(row.id, part)?.ok_or(Code::Damaged)?;
        let key = keys.at(&compartment, there.epoch).ok_or(Code::Damaged)?;
        let heads = if part == derived::SUMMARY {
            parts::open::<Summary>(row.id, part, there.epoch, key, &there.sealed).map(|part| part.heads)
        } else {
            parts::open::<Names>(row.id, part, there.epoch, key, &there.sealed).map(|part| part.heads)
        };
        // Names that were kept before this version do not say what they were collected from.
        if !heads.is_some_and(|heads| heads == row.heads || (part == derived::NAMES && heads.is_empty())) {
            return Err(Code::Damaged.into());
        }
    }
    Ok(())
}
