//! Records change hands: another circle is the owner's from now on, in one signed revision each, and the keys follow in the same step. What
//! was written before is put under the new keys too, so that nothing the former owner keeps opens anything that lies in the database.

use super::super::index::Known;
use super::super::parts::{self, Names, Summary};
use super::super::seal::Sealed;
use super::super::turn::{KeysThere, Moves, Past, Turned};
use super::super::{Verified, whole};
use crate::log::{Told, What};
use crate::matches::{LetterAfter, letters_of, put_letters_after};
use crate::problems::Answer;
use crate::program::{Watch, watched};
use crate::roster::{Roster, reads};
use crate::session::Session;
use amparo_access::{joins_in, works_with};
use amparo_api::{Code, Progress};
use amparo_bundle::cores;
use amparo_model::ids::{CircleId, PersonId, RecordId, RevisionId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_model::record::{Author, Compartment, Kind, RecordType, Skeleton, derived};
use amparo_model::role::Action;
use amparo_store::{LeafRow, Part, Reading, RecordRow, RevisionRow, Writing};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Somebody who can be responsible for records of a type.
#[derive(Clone, Copy)]
pub(super) struct Heir {
    pub(super) person: PersonId,
    /// Their own circle.
    pub(super) circle: CircleId,
    /// The circle that supervises their work.
    pub(super) supervisors: CircleId,
}

/// A record that is to change hands.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    pub(super) record: RecordId,
    pub(super) to: Heir,
}

/// What the database holds of it.
struct There {
    to: Heir,
    row: RecordRow,
    revisions: Vec<RevisionRow>,
    leaves: Vec<LeafRow>,
    keys: KeysThere,
    /// What it gives to matching.
    letters: Vec<(&'static str, Part)>,
}

/// A record that changed hands, to be written.
pub(super) struct Handed {
    pub(super) row: RecordRow,
    /// The circle that was responsible.
    before: Option<CircleId>,
    turned: Turned,
    revision: Sealed,
    summary: Summary,
    names: Names,
    parts: Vec<(&'static str, Part)>,
    /// What it gives to matching; what could not be sealed again goes.
    letters: Vec<LetterAfter>,
    /// This session reads it from now on too.
    in_reach: bool,
}

impl Handed {
    fn put(&self, writing: &mut Writing<'_>) -> Answer<()> {
        let record = self.row.id;
        self.turned.put(writing)?;
        writing.put_record(&self.row)?;
        writing.append_revision(record, &self.revision.row, &self.revision.leaves)?;
        self.parts.iter().try_for_each(|(part, sealed)| writing.put_part(record, part, sealed))?;
        put_letters_after(writing, record, &self.letters)
    }
}

impl Session {
    /// Whoever works with records of a type and can be given one; none when they left, or their role does not.
    pub(super) fn heir(&self, roster: &Roster, person: PersonId, of: RecordType) -> Option<Heir> {
        self.heir_if(roster, person, |role| works_with(role, of))
    }

    /// A tracing officer, who can be let into the search for the family of a child.
    pub(super) fn searcher(&self, roster: &Roster, person: PersonId, of: RecordType) -> Option<Heir> {
        self.heir_if(roster, person, |role| joins_in(role, of))
    }

    fn heir_if(&self, roster: &Roster, person: PersonId, fits: impl Fn(Role) -> bool) -> Option<Heir> {
        roster.directory.at(person.uuid(), u64::MAX)?;
        let (proposal, ..) = roster.proposal(person)?;
        if !fits(proposal.role) || !roster.rights_by(proposal).may(Action::WriteRecords) {
            return None;
        }
        let circle = |purpose| roster.circle_for(&purpose).map(|key| key.circle.id);
        Some(Heir {
            person,
            circle: circle(CirclePurpose::Person { person })?,
            supervisors: circle(reads(proposal.role, proposal.team?)?)?,
        })
    }

    /// The person whose own circle this is.
    pub(super) fn person_of(&self, roster: &Roster, circle: Option<CircleId>) -> Option<PersonId> {
        match roster.circle(circle?)?.circle.purpose {
            CirclePurpose::Person { person } => Some(person),
            _ => None,
        }
    }

    /// What follows records that are passed on: the incidents of a case, as long as the same person is responsible for them.
    pub(super) fn followers(&self, of: &BTreeSet<RecordId>) -> Vec<RecordId> {
        let index = self.index();
        let owner = |record: &RecordId| index.get(*record).filter(|it| it.of.kind == Kind::Case).map(|it| it.owner);
        let follows = |it: &&Known| {
            let mut cases = it.summary.links.intersection(of);
            it.of.kind == Kind::Incident && !of.contains(&it.record) && cases.any(|case| owner(case) == Some(it.owner))
        };
        index.known().iter().filter(follows).map(|it| it.record).collect()
    }

    /// Moves records, all of them or none; each is told to the log. Gives them back to be taken into the index after the commit.
    pub(super) fn hand_over(
        &self,
        writing: &mut Writing<'_>,
        hands: &[Hand],
        what: What,
        watch: &dyn Watch,
    ) -> Answer<Vec<Handed>> {
        let roster = self.roster().clone();
        let author = self.author(writing)?;
        let mut all = Vec::with_capacity(hands.len());
        // Read and written on this thread, one after the other, while the other cores seal what was read.
        let reading = writing.reading();
        cores::in_order(
            watched(hands.iter(), watch).map(|hand| self.there(&reading, *hand?)),
            |there| there.keys.weight(),
            |there| self.handed(&roster, author.clone(), there),
            |one| {
                let one = one?;
                one.put(writing)?;
                all.push(one);
                Answer::Ok(())
            },
        )?;
        self.hand_drafts(writing, &roster, hands, &all)?;
        if !all.is_empty() {
            // What vouches for the turned keys has a place of its own in the log.
            self.tell(writing, Told::of(What::KeysTurned).with("records", all.len()))?;
        }
        for one in &all {
            let told = Told::of(what).record(one.row.id, &one.summary.code);
            self.tell(writing, told.link(one.revision.id.0))?;
        }
        let of = hands.len() as u64;
        watch.progress(Progress { done: of, of });
        Ok(all)
    }

    /// Changes who else reads records, without changing hands. `closes`: what was written before is closed to whoever reads it no longer.
    pub(super) fn regrant(
        &self,
        writing: &mut Writing<'_>,
        records: &[RecordId],
        moves: &Moves,
        closes: bool,
    ) -> Answer<()> {
        let roster = self.roster().clone();
        let author = self.author(writing)?;
        for record in records {
            let mut keys = KeysThere::of(&writing.reading(), *record)?;
            if closes {
                let no_other = |_| Err(Code::Damaged.into());
                let revisions = self.verified(*record, writing.reading().revisions(*record)?, &no_other)?;
                let leaves = with_schemas(&revisions, writing.reading().leaves(*record)?)?;
                keys = keys.with_past(Past { leaves, files: writing.reading().file_rows_of(*record)? });
            }
            let turned = self.turn_record(&roster, author.clone(), &keys, moves)?;
            if turned.keys.is_empty() {
                return Err(Code::NotAllowed.into());
            }
            turned.put(writing)?;
        }
        if records.is_empty() {
            return Ok(());
        }
        self.tell(writing, Told::of(What::KeysTurned).with("records", records.len()))
    }

    /// After the commit: what this session reads stays in its lists, the rest is gone from them.
    pub(super) fn took_hands(&self, handed: Vec<Handed>) {
        // Whoever asks about matches holds theirs and then asks for the index: never the other way round.
        handed.iter().for_each(|it| self.match_handed(&it.row, it.in_reach));
        let mut index = self.index_mut();
        for Handed { row, summary, names, in_reach, .. } in handed {
            if in_reach {
                index.take_with(self, &row, summary, names);
            } else {
                index.forget(row.id);
            }
        }
    }

    /// Unsaved work on these records goes with them.
    fn hand_drafts(&self, writing: &mut Writing<'_>, roster: &Roster, hands: &[Hand], all: &[Handed]) -> Answer<()> {
        let mut by_former: BTreeMap<PersonId, BTreeMap<RecordId, (PersonId, [CircleId; 2])>> = BTreeMap::new();
        for (hand, handed) in hands.iter().zip(all) {
            let Some(former) = self.person_of(roster, handed.before) else { continue };
            let heir = (hand.to.person, [hand.to.circle, hand.to.supervisors]);
            by_former.entry(former).or_default().insert(hand.record, heir);
        }
        by_former.iter().try_for_each(|(former, heirs)| self.hand_drafts_on(writing, *former, heirs))
    }

    fn there(&self, reading: &Reading<'_>, hand: Hand) -> Answer<There> {
        let row = reading.record(hand.record)?.ok_or(Code::NotAllowed)?;
        let (revisions, leaves) = (reading.revisions(hand.record)?, reading.leaves(hand.record)?);
        let foreign = |office| self.foreign_directory(reading, office);
        // Another office's record is not ours to pass on, and nothing else of it is looked at.
        let ours = self.verified(hand.record, revisions.first().cloned().into_iter().collect(), &foreign)?;
        if !ours.iter().all(|first| first.header.author.office == self.office.id) {
            return Err(Code::ReadOnlyRecord.into());
        }
        let files = reading.file_rows_of(hand.record)?;
        // The schema of each leaf stands in its header, which is checked with the others.
        let past = Past { leaves: Vec::new(), files };
        let keys = KeysThere::of(reading, hand.record)?.with_past(past);
        let letters = letters_of(reading, hand.record)?;
        Ok(There { to: hand.to, row, revisions, leaves, keys, letters })
    }

    fn handed(&self, roster: &Roster, author: Author, there: There) -> Answer<Handed> {
        let There { to, row, revisions, leaves, mut keys, letters } = there;
        let no_other = |_| Err(Code::Damaged.into());
        let revisions = self.verified(row.id, revisions, &no_other)?;
        whole::refuse_torn(
            self.office.id,
            &row,
            &revisions,
            leaves.iter().map(|leaf| (leaf.revision, &leaf.compartment)),
        )?;
        let of_leaves = leaves.len();
        keys.put_leaves(with_schemas(&revisions, leaves)?);
        let instead = row.skeleton.owner.filter(|owner| *owner != to.circle).map(|owner| (owner, to.circle));
        let moves = Moves {
            instead: instead.into_iter().collect(),
            supervisors: Some(to.supervisors),
            from_the_first: BTreeSet::from([to.circle, to.supervisors]),
            ..Moves::default()
        };
        let turned = self.turn_record(roster, author.clone(), &keys, &moves)?;
        // Who does not read all of it cannot pass it on: the rest would stay with whoever had it.
        if turned.keys.is_empty() || turned.resealed_leaves() != of_leaves {
            return Err(Code::NotAllowed.into());
        }
        let skeleton = Skeleton { owner: Some(to.circle), ..row.skeleton.clone() };
        let (stated, heads) = (Some(skeleton.clone()), &row.heads);
        let revision = self.seal_revision_by(author.clone(), row.id, heads, stated, BTreeMap::new(), &turned.keys)?;
        let (before, heads) = (row.skeleton.owner, row.heads);
        let row = RecordRow { id: row.id, skeleton, heads: vec![revision.id] };
        let letters = self.handed_letters(&author, &heads, &row, &letters)?;
        let mut summary: Summary = opened(&keys, &turned, row.id, derived::SUMMARY)?;
        let names: Names = opened(&keys, &turned, row.id, derived::NAMES)?;
        summary.heads.clone_from(&row.heads);
        summary.changed = self.clock.now();
        let parts = parts::sealed(row.id, &turned.keys, &summary, &names)?;
        let in_reach = turned.readers().any(|circle| self.circle(circle).is_some());
        Ok(Handed { row, before, turned, revision, summary, names, parts, letters, in_reach })
    }
}

/// The leaves with the schema that their revision's header says they have.
fn with_schemas(revisions: &[Verified], leaves: Vec<LeafRow>) -> Answer<Vec<(u32, LeafRow)>> {
    let headers: HashMap<RevisionId, &Verified> = revisions.iter().map(|it| (it.row.id, it)).collect();
    let schema = |leaf: &LeafRow| {
        let committed = &headers.get(&leaf.revision)?.header.leaves;
        committed.iter().find(|it| it.compartment == leaf.compartment).map(|it| it.schema)
    };
    leaves.into_iter().map(|leaf| Ok((schema(&leaf).ok_or(Code::Damaged)?, leaf))).collect()
}

/// A part as it lies there, by whichever key sealed it.
fn opened<T: serde::de::DeserializeOwned>(
    there: &KeysThere,
    turned: &Turned,
    record: RecordId,
    part: &str,
) -> Answer<T> {
    let sealed = there.part(part).ok_or(Code::Damaged)?;
    let key = turned.keys.at(&Compartment::new(part), sealed.epoch).ok_or(Code::NotAllowed)?;
    Ok(parts::open(record, part, sealed.epoch, key, &sealed.sealed).ok_or(Code::Damaged)?)
}
