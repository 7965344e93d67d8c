//! Assigning: another worker of this office is responsible at once, for one record or for as many as were chosen, and all of it can be
//! taken back in one step (DOMAIN.md 5.2: without consent, and logged).

use super::hand::{Hand, Heir};
use super::sheet::{Facts as _, Sheet, field, records_in};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::roster::Roster;
use crate::session::Session;
use amparo_access::Action;
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Colleague};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::{Document, Value};
use amparo_store::{Reading, Writing};
use std::collections::{BTreeMap, BTreeSet};

/// The form whose reasons are offered, and the fields of it that are filled here.
const FORM: &str = "assignment";
const REASON: &str = "assignment_reason";
pub(super) const ON: &str = "assigned_on";
const NOTE: &str = "assignment_note";

/// The longest note, in characters.
pub(super) const LONGEST_NOTE: usize = 4_000;

/// As it is stored.
pub(super) const ASSIGNMENT: &str = "assignment";
/// States, as they are stored.
pub(super) const DONE: &str = "done";
pub(super) const REVOKED: &str = "revoked";

/// What is to move, from whom to whom.
struct Move {
    record: RecordId,
    code: String,
    /// Responsible until now, and after.
    from: PersonId,
    to: Heir,
    /// It follows another that was asked for.
    follows: bool,
}

impl Session {
    /// Whether a form offers an option in a field.
    pub(super) fn refuse_unknown_option(&self, form: &str, field: &str, option: &str) -> Answer<()> {
        let forms = self.forms();
        let known = forms.form(form).and_then(|form| form.fields().find(|known| known.id == field));
        let offered =
            known.is_some_and(|field| forms.all_options(field).iter().any(|it| it.id == option && !it.retired));
        if offered { Ok(()) } else { Err(Code::BadRequest.into()) }
    }

    /// Colleagues who can be given all of these records, with what they carry.
    pub(super) fn colleagues(&self, records: &[RecordId]) -> Answer<Vec<Colleague>> {
        let (index, roster) = (self.index(), self.roster());
        let types = records.iter().map(|record| index.get(*record).map(|known| known.of).ok_or(Code::NotAllowed));
        let mut types = types.collect::<Result<BTreeSet<RecordType>, Code>>()?;
        if types.is_empty() {
            // Nothing chosen yet: whoever could be asked for a case.
            types.extend(self.role.module().map(|module| RecordType { kind: Kind::Case, module }));
        }
        let teams: BTreeMap<_, _> = roster.teams().into_iter().map(|team| (team.id, team.name)).collect();
        let mut colleagues = Vec::new();
        for person in roster.people(&BTreeSet::new()) {
            let heirs: Option<Vec<Heir>> = types.iter().map(|of| self.heir(&roster, person.id, *of)).collect();
            let Some(own) = heirs.as_deref().and_then(<[Heir]>::first).map(|heir| heir.circle) else { continue };
            let has = |record: &RecordId| index.get(*record).is_some_and(|known| known.owner == Some(own));
            // Whoever is responsible for all of it already is no choice.
            if !records.is_empty() && records.iter().all(has) {
                continue;
            }
            // Nobody asks themselves for a case.
            if records.is_empty() && person.id == self.person {
                continue;
            }
            let theirs = index.known().iter().filter(|known| known.owner == Some(own));
            let theirs = theirs.filter(|known| known.is_current() && known.of.kind == Kind::Case);
            let (mut cases, mut high) = (0, 0);
            for known in theirs {
                cases += 1;
                high += usize::from(known.summary.risk == "high");
            }
            let team = person.team.and_then(|team| teams.get(&team)).cloned().unwrap_or_default();
            colleagues.push(Colleague { person: person.id, name: person.name, team, cases, high });
        }
        Ok(colleagues)
    }

    /// Another worker is responsible from now on.
    pub(super) fn assign(
        &self,
        records: &[RecordId],
        to: PersonId,
        reason: &str,
        note: &str,
        watch: &dyn Watch,
    ) -> Answer<Passed> {
        if note.chars().count() > LONGEST_NOTE || records.is_empty() {
            return Err(Code::BadRequest.into());
        }
        self.refuse_unknown_option(FORM, REASON, reason)?;
        let roster = self.roster().clone();
        let asked: BTreeSet<RecordId> = records.iter().copied().collect();
        let mut moves: BTreeMap<RecordId, Move> = BTreeMap::new();
        let mut stayed = 0;
        for record in &asked {
            let main = self.movable(&roster, *record, to, false)?;
            if main.from == to {
                stayed += 1;
                continue;
            }
            moves.insert(*record, main);
        }
        for follower in self.followers(&moves.keys().copied().collect()) {
            let follower = self.movable(&roster, follower, to, true)?;
            moves.insert(follower.record, follower);
        }
        if moves.is_empty() {
            return Err(Code::NothingToSave.into());
        }
        self.move_them(moves.into_values().collect(), Some((reason, note)), &[], stayed, watch)
    }

    /// What stands in the way of moving a record is said; nothing else is looked at.
    fn movable(&self, roster: &Roster, record: RecordId, to: PersonId, follows: bool) -> Answer<Move> {
        let index = self.index();
        let known = index.get(record).filter(|known| !known.guest).ok_or(Code::NotAllowed)?;
        if known.of.kind == Kind::Transition {
            return Err(Code::NotAllowed.into());
        }
        if known.summary.home.is_some() {
            return Err(Code::ReadOnlyRecord.into());
        }
        Ok(Move {
            record,
            code: known.summary.code.clone(),
            from: self.person_of(roster, known.owner).ok_or(Code::NotAllowed)?,
            to: self.heir(roster, to, known.of).ok_or(Code::CannotReceive)?,
            follows,
        })
    }

    /// Moves them, writes the sheets that say so, and the next step of the sheets that this takes back.
    fn move_them(
        &self,
        moves: Vec<Move>,
        said: Option<(&str, &str)>,
        taken_back: &[RecordId],
        stayed: usize,
        watch: &dyn Watch,
    ) -> Answer<Passed> {
        let followed = moves.iter().filter(|it| it.follows).count();
        let count = moves.len() - followed;
        let hands: Vec<Hand> = moves.iter().map(|it| Hand { record: it.record, to: it.to }).collect();
        let (by_former, following) = (self.by_former(&moves), self.following(&hands));
        let (handed, saved) = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            for it in &moves {
                let owner = writing.reading().record(it.record)?.and_then(|row| row.skeleton.owner);
                // Somebody else passed it on a moment ago.
                if self.person_of(&self.roster(), owner) != Some(it.from) {
                    return Err(Code::ChangedMeanwhile.into());
                }
            }
            let what = if said.is_some() { What::Assigned } else { What::AssignmentUndone };
            let handed = self.hand_over(writing, &hands, what, watch)?;
            self.follow(writing, &following)?;
            let mut saved = Vec::new();
            if let Some((reason, note)) = said {
                for ((from, module), about) in &by_former {
                    let to = about.first().ok_or(Code::Internal)?.to;
                    let mut sheet = Sheet::of(*module, ASSIGNMENT, *from, to.person);
                    sheet.document.set(REASON, Value::Choice(reason.to_owned()));
                    sheet.document.set(ON, Value::Date(self.clock.today().into()));
                    if !note.trim().is_empty() {
                        sheet.document.set(NOTE, Value::Text(note.trim().to_owned()));
                    }
                    let rows: Vec<_> = about.iter().map(|it| (it.record, it.code.clone())).collect();
                    sheet.about(&rows);
                    let roster = self.roster().clone();
                    sheet.readers = self.both_sides(&roster, *from, *module);
                    sheet.readers.extend([to.circle, to.supervisors]);
                    let told = Told::of(What::PassingWritten).with("count", rows.len());
                    saved.push(self.write_sheet(writing, sheet, DONE, note, told)?);
                }
            }
            for passing in taken_back {
                let told = Told::of(What::PassingWritten);
                saved.push(self.write_step(writing, *passing, REVOKED, "", told)?);
            }
            Ok((handed, saved))
        })?;
        self.took_hands(handed);
        let passings = saved.iter().map(super::super::save::Saved::record).collect();
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(Passed::Assigned { passings, records: count, followed, stayed })
    }

    /// The moves by whoever was responsible, and by module: each former worker is told of their own records and no others.
    fn by_former<'a>(&self, moves: &'a [Move]) -> BTreeMap<(PersonId, Module), Vec<&'a Move>> {
        let mut by: BTreeMap<(PersonId, Module), Vec<&Move>> = BTreeMap::new();
        let index = self.index();
        for it in moves {
            // It was in the index a moment ago, and moving takes nothing out of it.
            let Some(module) = index.get(it.record).map(|known| known.of.module) else { continue };
            by.entry((it.from, module)).or_default().push(it);
        }
        by
    }

    /// The circles of somebody and of whoever supervises them; none of those who left.
    pub(super) fn both_sides(
        &self,
        roster: &Roster,
        person: PersonId,
        module: Module,
    ) -> Vec<amparo_model::ids::CircleId> {
        let kinds = [Kind::Case, Kind::TracingRequest];
        let mut heirs = kinds.into_iter().filter_map(|kind| self.heir(roster, person, RecordType { kind, module }));
        heirs.next().map(|heir| vec![heir.circle, heir.supervisors]).unwrap_or_default()
    }

    /// Takes assignments back.
    pub(super) fn undo_assignments(&self, passings: &[RecordId], watch: &dyn Watch) -> Answer<Passed> {
        let roster = self.roster().clone();
        let (mut moves, mut stayed) = (BTreeMap::new(), 0);
        for passing in passings {
            let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, *passing))?;
            let (from, to) = parties(&opened.document).ok_or(Code::BadRequest)?;
            if opened.document.get(field::KIND).and_then(Value::as_choice) != Some(ASSIGNMENT) {
                return Err(Code::BadRequest.into());
            }
            if opened.document.get(field::STATE).and_then(Value::as_choice) != Some(DONE) {
                return Err(Code::ChangedMeanwhile.into());
            }
            for (record, _) in records_in(&opened.document) {
                match self.movable(&roster, record, from, false) {
                    // Passed on since, or out of reach by now: whoever has it keeps it.
                    Ok(back) if back.from == to => drop(moves.insert(record, back)),
                    Ok(_) => stayed += 1,
                    Err(trouble) if trouble.0.code == Code::NotAllowed => stayed += 1,
                    Err(trouble) => return Err(trouble),
                }
            }
        }
        if moves.is_empty() {
            return Err(Code::ChangedMeanwhile.into());
        }
        self.move_them(moves.into_values().collect(), None, passings, stayed, watch)
    }

    /// Whether this person can take an assignment back.
    pub(super) fn can_undo(&self, known: &super::super::index::Known) -> bool {
        self.may(Action::Assign) && known.choice(field::KIND) == ASSIGNMENT && known.choice(field::STATE) == DONE
    }
}

/// From whom and to whom.
fn parties(document: &Document) -> Option<(PersonId, PersonId)> {
    match (document.get(field::FROM), document.get(field::TO)) {
        (Some(Value::Person(from)), Some(Value::Person(to))) => Some((*from, *to)),
        _ => None,
    }
}
