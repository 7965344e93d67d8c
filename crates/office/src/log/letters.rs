//! How entries are sealed: each body once for each group of readers, under a key of the session's own, and those keys in *letters*
//! (HPKE) to the groups' circles. The letters stand in the entry that first uses a key; later ones point to it. So an entry costs no
//! public-key operation, a reader opens one letter for each session instead of one for each entry, and everything stands in the chain.
//!
//! Groups: those who read everything told by this person (the auditors, the person, the supervisors of their team); those and the
//! administrators, who learn what happened by code; and for entries about a record its owner. What both of the first may read is sealed
//! once ([`super::pieces`]).

use super::pieces::Pieces;
use super::{Body, Told};
use crate::problems::Answer;
use crate::roster::{CircleKey, Roster};
use amparo_api::Code;
use amparo_model::ids::{CircleId, Moment, OfficeId, PersonId};
use amparo_model::person::{CirclePurpose, Role};
use amparo_store::{Head, LogEntry, LogRow, Reading};
use amparo_vault::Randomness;
use amparo_vault::asymmetric;
use amparo_vault::context::Context;
use amparo_vault::symmetric::{self, Key};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What entries of this form begin with. Those before were one seal to the auditors.
const FORM: &[u8] = b"log 2";

/// Who reads an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Whoever reads all that this person does: what the next do not.
    All,
    /// The same, and administrators: who, what, which code.
    ByCode,
    /// The owner of the record.
    Owner(CircleId),
}

/// The key that a session seals under for a group.
struct Letter {
    key: Key,
    /// The readers' circles when the letters were written.
    to: Vec<(CircleId, u32)>,
    /// Where they stand, and the number of the key in that entry.
    at: Option<(Head, u8)>,
}

/// The letters of one session.
pub(crate) struct Letters {
    office: OfficeId,
    person: PersonId,
    /// Whom the entries name.
    who: Option<PersonId>,
    written: BTreeMap<Group, Letter>,
}

/// Letters that an entry holds, to be remembered when it is written.
pub(crate) type Put = Vec<(Group, u8)>;

fn for_letter(office: OfficeId, circle: CircleId, epoch: u32) -> Context {
    Context::new("amparo/log-letter/v1").id(office.uuid()).id(circle.uuid()).number(u64::from(epoch))
}

fn for_body(office: OfficeId, at: Moment) -> Context {
    Context::new("amparo/log/v2").id(office.uuid()).number(at.0.unsigned_abs())
}

impl Letters {
    /// Of somebody who begins to work.
    pub(crate) fn of(office: OfficeId, person: PersonId) -> Self {
        Self { office, person, who: Some(person), written: BTreeMap::new() }
    }

    /// The same, for what was done with the recovery words: they are nobody's.
    pub(crate) fn by_nobody(mut self) -> Self {
        self.who = None;
        self
    }

    /// Seals an entry inside the transaction that writes it.
    pub(crate) fn seal(
        &mut self,
        roster: &Roster,
        reading: &Reading<'_>,
        told: Told,
        at: Moment,
        random: &mut dyn Randomness,
    ) -> Answer<(LogEntry, Put)> {
        let link = told.link;
        let owner = match told.record {
            Some(record) => reading.record(record)?.and_then(|row| row.skeleton.owner),
            None => None,
        };
        let body = Body { what: told.what, who: self.who, record: told.record, about: told.about, more: told.more };
        let own = roster.circle_for(&CirclePurpose::Person { person: self.person }).map(|key| key.circle.id);
        let mut groups = vec![(Group::ByCode, body.by_code()?)];
        groups.extend(body.beyond_code()?.map(|beyond| (Group::All, beyond)));
        if let Some(owner) = owner.filter(|owner| Some(*owner) != own) {
            groups.push((Group::Owner(owner), body.whole()?));
        }
        let (mut letters, mut parts, mut put) = (Writer::default(), Writer::default(), Put::new());
        let context = for_body(self.office, at);
        for (group, body) in groups {
            let readers = readers(roster, self.person, group);
            if readers.is_empty() {
                continue;
            }
            let to: Vec<_> = readers.iter().map(|key| (key.circle.id, key.epoch)).collect();
            let stands = match self.written.get(&group) {
                Some(letter) if letter.to == to => match letter.at {
                    // An entry whose transaction was undone took its letters with it.
                    Some((head, number)) if reading.head_at(head.seq)? == Some(head.hash) => Some((head.seq, number)),
                    _ => None,
                },
                _ => None,
            };
            let (seq, number) = match stands {
                Some(stands) => stands,
                None => {
                    let number = u8::try_from(put.len()).map_err(|_| Code::Internal)?;
                    let key = Key::generate(random);
                    for reader in readers {
                        let context = for_letter(self.office, reader.circle.id, reader.epoch);
                        let sealed = asymmetric::seal_to(&reader.public.0, &context, key.expose_bytes(), random)?;
                        letters.letter(number, reader.circle.id, reader.epoch, &sealed);
                    }
                    self.written.insert(group, Letter { key, to, at: None });
                    put.push((group, number));
                    (0, number)
                }
            };
            let letter = self.written.get(&group).ok_or(Code::Internal)?;
            parts.part(seq, number, &symmetric::seal(&letter.key, &context, &body, random));
        }
        let mut bytes = FORM.to_vec();
        letters.close(&mut bytes);
        parts.close(&mut bytes);
        Ok((LogEntry { at, link, auditors: bytes, actor: Vec::new() }, put))
    }

    /// The entry that holds these letters stands at this place.
    pub(crate) fn were_put_at(&mut self, put: &Put, head: Head) {
        for (group, number) in put {
            if let Some(letter) = self.written.get_mut(group) {
                letter.at = Some((head, *number));
            }
        }
    }
}

/// The circles of a group's readers.
fn readers(roster: &Roster, person: PersonId, group: Group) -> Vec<CircleKey> {
    let circle = |purpose: &CirclePurpose| roster.circle_for(purpose).cloned();
    match group {
        Group::All => {
            let about = roster.proposal(person).map(|(proposal, ..)| (proposal.role, proposal.team));
            let supervisors = match about {
                Some((Role::GbvCaseworker | Role::GbvSupervisor, Some(team))) => {
                    circle(&CirclePurpose::GbvSupervisors { team })
                }
                Some((_, Some(team))) => circle(&CirclePurpose::Supervisors { team }),
                _ => None,
            };
            let known = [circle(&CirclePurpose::Auditors), circle(&CirclePurpose::Person { person }), supervisors];
            known.into_iter().flatten().collect()
        }
        Group::ByCode => {
            let people = roster.people(&Default::default());
            let administrators = people.iter().filter(|it| it.role == Role::Admin && it.id != person);
            let standing = administrators.filter(|it| roster.directory.at(it.id.uuid(), u64::MAX).is_some());
            let mut all = readers(roster, person, Group::All);
            all.extend(standing.filter_map(|it| circle(&CirclePurpose::Person { person: it.id })));
            all
        }
        Group::Owner(owner) => roster.circle(owner).cloned().into_iter().collect(),
    }
}

/// Counted pieces, one after the other.
#[derive(Default)]
struct Writer {
    count: u8,
    bytes: Vec<u8>,
}

impl Writer {
    fn letter(&mut self, number: u8, circle: CircleId, epoch: u32, sealed: &[u8]) {
        self.count += 1; // a few circles for each of three groups
        self.bytes.push(number);
        self.bytes.extend_from_slice(circle.as_bytes());
        self.bytes.extend_from_slice(&epoch.to_be_bytes());
        self.sealed(sealed);
    }
    fn part(&mut self, seq: u64, number: u8, sealed: &[u8]) {
        self.count += 1;
        self.bytes.extend_from_slice(&seq.to_be_bytes());
        self.bytes.push(number);
        self.sealed(sealed);
    }
    fn sealed(&mut self, sealed: &[u8]) {
        // A body is a few hundred bytes; the list of fields of a sealed copy a few thousand.
        self.bytes.extend_from_slice(&u32::try_from(sealed.len()).unwrap_or(u32::MAX).to_be_bytes());
        self.bytes.extend_from_slice(sealed);
    }
    fn close(self, into: &mut Vec<u8>) {
        into.push(self.count);
        into.extend_from_slice(&self.bytes);
    }
}

/// An entry, taken apart.
struct Taken<'a> {
    letters: Vec<(u8, CircleId, u32, &'a [u8])>,
    parts: Vec<(u64, u8, &'a [u8])>,
}

fn take(bytes: &[u8]) -> Option<Taken<'_>> {
    let mut left = bytes.strip_prefix(FORM)?;
    let mut taken = Taken { letters: Vec::new(), parts: Vec::new() };
    for _ in 0..first::<1>(&mut left)?[0] {
        let number = first::<1>(&mut left)?[0];
        let circle = CircleId::from_uuid(Uuid::from_bytes(*first::<16>(&mut left)?));
        let epoch = u32::from_be_bytes(*first::<4>(&mut left)?);
        taken.letters.push((number, circle, epoch, sealed(&mut left)?));
    }
    for _ in 0..first::<1>(&mut left)?[0] {
        let (seq, number) = (u64::from_be_bytes(*first::<8>(&mut left)?), first::<1>(&mut left)?[0]);
        taken.parts.push((seq, number, sealed(&mut left)?));
    }
    left.is_empty().then_some(taken)
}

fn first<'a, const N: usize>(left: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (piece, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(piece)
}

fn sealed<'a>(left: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(u32::from_be_bytes(*first::<4>(left)?)).ok()?;
    let (piece, rest) = left.split_at_checked(length)?;
    *left = rest;
    Some(piece)
}

/// Opens entries for one session, and remembers what it found in letters.
#[derive(Default)]
pub(crate) struct Opener {
    keys: BTreeMap<(u64, u8), Option<Key>>,
}

impl Opener {
    /// The body of an entry, of the pieces that open; `circle` gives the secret of a circle that the session holds.
    pub(crate) fn open<'s>(
        &mut self,
        office: OfficeId,
        circle: impl Fn(CircleId, u32) -> Option<&'s asymmetric::SealingSecret>,
        reading: &Reading<'_>,
        row: &LogRow,
    ) -> Option<Body> {
        let taken = take(&row.entry.auditors)?;
        let context = for_body(office, row.entry.at);
        let mut pieces = Pieces::default();
        for (seq, number, sealed) in &taken.parts {
            let at = if *seq == 0 { row.seq } else { *seq };
            let key = self.keys.entry((at, *number)).or_insert_with(|| {
                let there = if at == row.seq { None } else { Some(reading.log_entry(at).ok()??) };
                let other = match &there {
                    Some(there) => Some(take(&there.auditors)?),
                    None => None,
                };
                let letters = other.as_ref().map_or(&taken.letters, |other| &other.letters);
                letters.iter().filter(|letter| letter.0 == *number).find_map(|(_, id, epoch, sealed)| {
                    let opened =
                        asymmetric::open_with(circle(*id, *epoch)?, &for_letter(office, *id, *epoch), sealed).ok()?;
                    Key::from_slice(&opened).ok()
                })
            });
            if let Some(key) = key
                && let Ok(bytes) = symmetric::open(key, &context, sealed)
            {
                pieces.add(&bytes)?;
            }
        }
        pieces.body()
    }
}
