//! Answers and ends: accepting, rejecting, giving back, withdrawing. With the end of a referral, and the no to a transfer, the keys that
//! went with it turn in the same step.

use super::assign::REVOKED;
use super::hand::Hand;
use super::offer::{ACCEPTED, IN_PROGRESS, REFERRAL, REQUEST, TRANSFER, checked_note};
use super::outside::{CAME, LEFT};
use super::sheet::{Facts as _, field, records_in};
use crate::around::cell::note as note_cell;
use crate::casework::index::{Index, Known};
use crate::casework::open::Opened;
use crate::casework::rows::add_row;
use crate::casework::save::Saved;
use crate::casework::system;
use crate::casework::turn::Moves;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::Action;
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Kind, Offer, State};
use amparo_forms::roles::{self, row as cell};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::person::CirclePurpose;
use amparo_model::record::Kind as RecordKind;
use amparo_model::value::{Change, Path, RowId, Value};
use amparo_store::{Reading, Writing};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// States, as they are stored.
pub(super) const REJECTED: &str = "rejected";
pub(super) const DONE: &str = "done";

/// What stands in one that is opened.
pub(crate) struct Open {
    pub(super) opened: Opened,
    pub(super) kind: String,
    /// Between this office and another: `left` or `came`; empty inside.
    way: String,
    state: String,
    from: Option<PersonId>,
    to: Option<PersonId>,
    pub(super) records: Vec<RecordId>,
}

/// What somebody may do about something that was passed on.
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) accept: bool,
    pub(super) reject: bool,
    pub(super) finish: bool,
    pub(super) revoke: bool,
    pub(super) take_over: bool,
    pub(super) create: bool,
}

/// Whether a record is in reach as one's own or one's team's.
pub(super) fn works_on(index: &Index, record: RecordId) -> bool {
    index.get(record).is_some_and(|known| !known.guest && known.summary.home.is_none())
}

impl Session {
    pub(super) fn open_sheet(&self, passing: RecordId) -> Answer<Open> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, passing))?;
        if opened.row.skeleton.kind != RecordKind::Transition {
            return Err(Code::BadRequest.into());
        }
        let person = |field: &str| match opened.document.get(field) {
            Some(Value::Person(person)) => Some(*person),
            _ => None,
        };
        let choice = |field: &str| opened.document.get(field).and_then(Value::as_choice).unwrap_or_default().to_owned();
        let (kind, way, state) = (choice(field::KIND), choice(field::WAY), choice(field::STATE));
        let (from, to) = (person(field::FROM), person(field::TO));
        let inside = way != LEFT && way != CAME;
        if inside && (from.is_none() || to.is_none()) {
            return Err(Code::Damaged.into());
        }
        let records = records_in(&opened.document).into_iter().map(|(record, _)| record).collect();
        Ok(Open { opened, kind, way, state, from, to, records })
    }

    /// What this person may do about one.
    pub(super) fn may_about(&self, index: &Index, known: &Known) -> May {
        let (kind, state) = (known.choice(field::KIND), known.choice(field::STATE));
        let (from, to) = (known.person(field::FROM), known.person(field::TO));
        let me = Some(self.person);
        // Whatever it is about has one owner.
        let first = known.summary.links.iter().next().copied();
        let leads = self.may(Action::Transfer) && first.is_some_and(|record| works_on(index, record));
        let open = state == IN_PROGRESS;
        let goes_on = known.goes_on();
        let way = known.choice(field::WAY);
        if way == LEFT {
            // Whoever sent it, and whoever works on what it is about, enters what the other office says. What closes the case is a supervisor's.
            let ours = from == me || known.summary.links.iter().any(|record| works_on(index, *record));
            let ours = ours && matches!(kind, REFERRAL | TRANSFER);
            return May {
                accept: open && ours && (kind == REFERRAL || self.may(Action::Transfer)),
                reject: open && ours,
                finish: state == ACCEPTED && kind == REFERRAL && ours,
                revoke: goes_on && ours,
                ..May::default()
            };
        }
        if way == CAME {
            let desk = self.may(Action::ReceiveBundles);
            let ours = desk || known.summary.links.iter().any(|record| works_on(index, *record));
            let made = known.summary.facts.contains_key(field::MADE);
            return May {
                accept: open && desk,
                reject: open && desk,
                finish: state == ACCEPTED && kind == REFERRAL && ours,
                create: (open || state == ACCEPTED) && desk && !made && self.may(Action::WriteRecords),
                ..May::default()
            };
        }
        match kind {
            REFERRAL => May {
                accept: open && to == me,
                reject: open && to == me,
                finish: state == ACCEPTED && to == me,
                // Who was asked answers it.
                revoke: goes_on && to != me && (from == me || first.is_some_and(|record| works_on(index, record))),
                take_over: state == DONE
                    && !known.summary.facts.contains_key(field::TAKEN_OVER)
                    && first.is_some_and(|record| works_on(index, record)),
                create: false,
            },
            TRANSFER => May {
                accept: open && (to == me || (leads && from != me)),
                reject: open && (to == me || (leads && from != me)),
                revoke: open && (from == me || leads),
                ..May::default()
            },
            REQUEST => May {
                accept: open && from != me && self.may(Action::Transfer),
                reject: open && from != me && (to == me || self.may(Action::Transfer)),
                revoke: open && from == me,
                ..May::default()
            },
            _ => May::default(),
        }
    }

    pub(super) fn may_about_sheet(&self, passing: RecordId) -> Answer<May> {
        let index = self.index();
        let known = index.get(passing).ok_or(Code::NotAllowed)?;
        Ok(self.may_about(&index, known))
    }

    /// The person who was given parts of records no longer reads them.
    fn without(&self, records: &[RecordId], person: PersonId) -> Option<(Moves, Vec<RecordId>)> {
        let roster = self.roster();
        let circle = roster.circle_for(&CirclePurpose::Person { person })?.circle.id;
        // Responsible by now: theirs whatever happens to what was offered before.
        let index = self.index();
        let theirs = |record: &&RecordId| index.get(**record).is_none_or(|known| known.owner != Some(circle));
        let records = records.iter().filter(theirs).copied().collect();
        Some((Moves { without: BTreeSet::from([circle]), ..Moves::default() }, records))
    }

    /// Ends it: the keys that went with it turn, the next step is written.
    fn end_passing(&self, open: &Open, state: &str, note: &str, what: What) -> Answer<()> {
        let saved =
            self.store.change(|writing: &mut Writing<'_>| self.write_end(writing, open, (state, note), what))?;
        self.took(saved);
        if open.to == Some(self.person) && matches!(open.kind.as_str(), REFERRAL | TRANSFER) {
            let mut index = self.index_mut();
            for record in &open.records {
                if index.get(*record).is_some_and(|known| known.guest) {
                    index.forget(*record);
                }
            }
        }
        Ok(())
    }

    /// The same inside a change.
    pub(super) fn write_end(
        &self,
        writing: &mut Writing<'_>,
        open: &Open,
        (state, note): (&str, &str),
        what: What,
    ) -> Answer<Saved> {
        let closes = open.way.is_empty() && matches!(open.kind.as_str(), REFERRAL | TRANSFER);
        let moves = open.to.filter(|_| closes).and_then(|to| self.without(&open.records, to));
        let passing = open.opened.row.id;
        self.refuse_stepped(writing, passing, &open.opened.row.heads)?;
        if let Some((moves, records)) = &moves {
            self.regrant(writing, records, moves, true)?;
        }
        self.write_step(writing, passing, state, note, Told::of(what))
    }

    /// Somebody took another step a moment ago.
    pub(super) fn refuse_stepped(
        &self,
        writing: &Writing<'_>,
        passing: RecordId,
        heads: &[amparo_model::ids::RevisionId],
    ) -> Answer<()> {
        let now = writing.reading().record(passing)?.ok_or(Code::NotAllowed)?;
        if now.heads == heads { Ok(()) } else { Err(Code::ChangedMeanwhile.into()) }
    }

    /// The answer to what was offered or asked for.
    pub(super) fn answer_passing(&self, passing: RecordId, yes: bool, note: &str, watch: &dyn Watch) -> Answer<Passed> {
        let note = checked_note(note)?;
        let open = self.open_sheet(passing)?;
        if open.state != IN_PROGRESS {
            return Err(Code::ChangedMeanwhile.into());
        }
        let may = self.may_about_sheet(passing)?;
        if !(if yes { may.accept } else { may.reject }) {
            return Err(Code::NotAllowed.into());
        }
        if !yes && note.is_empty() {
            return Err(Code::BadRequest.into());
        }
        if open.way == LEFT {
            return self.answer_of_office(&open, yes, note, watch);
        }
        if !yes {
            self.end_passing(&open, REJECTED, note, What::PassingRejected)?;
            return Ok(Passed::Stepped { passing, state: State::Rejected });
        }
        match open.kind.as_str() {
            TRANSFER if open.way.is_empty() => self.accept_transfer(&open, note, watch)?,
            REQUEST => self.grant_request(&open, note)?,
            _ => self.step_of(&open, ACCEPTED, note, What::PassingAccepted)?,
        }
        Ok(Passed::Stepped { passing, state: State::Accepted })
    }

    fn accept_transfer(&self, open: &Open, note: &str, watch: &dyn Watch) -> Answer<()> {
        let roster = self.roster().clone();
        let passing = open.opened.row.id;
        let hands = {
            let index = self.index();
            let hand = |record: &RecordId| {
                let known = index.get(*record).ok_or(Code::NotAllowed)?;
                let to = open.to.and_then(|to| self.heir(&roster, to, known.of)).ok_or(Code::CannotReceive)?;
                Ok(Hand { record: *record, to })
            };
            open.records.iter().map(hand).collect::<Result<Vec<_>, Code>>()?
        };
        let (heads, following) = (&open.opened.row.heads, self.following(&hands));
        let (handed, saved) = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let handed = self.hand_over(writing, &hands, What::PassingAccepted, watch)?;
            self.follow(writing, &following)?;
            Ok((handed, self.write_step(writing, passing, ACCEPTED, note, Told::of(What::PassingAccepted))?))
        })?;
        self.took_hands(handed);
        self.took(saved);
        Ok(())
    }

    /// A yes to whoever asked for a record: it is offered to them.
    fn grant_request(&self, open: &Open, note: &str) -> Answer<()> {
        let passing = open.opened.row.id;
        let code = open.opened.document.get(field::ASKED_CODE).and_then(Value::as_text).unwrap_or_default();
        let record = {
            let index = self.index();
            let same = |known: &&Known| {
                known.summary.code.eq_ignore_ascii_case(code) && known.of.kind != RecordKind::Transition
            };
            index.known().iter().find(same).map(|known| known.record).ok_or(Code::NoSuchCode)?
        };
        let offer = Offer {
            kind: Kind::Transfer,
            record,
            to: open.from.ok_or(Code::Damaged)?,
            parts: Vec::new(),
            why: "other".to_owned(),
            services: Vec::new(),
            row: None,
            note: note.to_owned(),
            in_spite: String::new(),
        };
        let ready = self.ready_offer(&offer)?;
        let heads = &open.opened.row.heads;
        let (offered, saved) = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let (_, offered) = self.write_offer(writing, ready)?;
            Ok((offered, self.write_step(writing, passing, ACCEPTED, note, Told::of(What::PassingAccepted))?))
        })?;
        self.took(offered);
        self.took(saved);
        Ok(())
    }

    /// The service of a referral was given.
    pub(super) fn finish_referral(&self, passing: RecordId, note: &str) -> Answer<Passed> {
        let note = checked_note(note)?;
        let open = self.open_sheet(passing)?;
        if open.kind != REFERRAL || !self.may_about_sheet(passing)?.finish {
            let stands = if open.kind == REFERRAL && open.to == Some(self.person) {
                Code::ChangedMeanwhile
            } else {
                Code::BadRequest
            };
            return Err(stands.into());
        }
        if open.way == LEFT {
            self.finish_outside(&open, note)?;
        } else {
            self.end_passing(&open, DONE, note, What::PassingFinished)?;
        }
        Ok(Passed::Stepped { passing, state: State::Done })
    }

    /// Withdraws what was offered or asked for.
    pub(super) fn revoke_passing(&self, passing: RecordId, note: &str) -> Answer<Passed> {
        let note = checked_note(note)?;
        let open = self.open_sheet(passing)?;
        if !self.may_about_sheet(passing)?.revoke {
            let over = !matches!(open.state.as_str(), IN_PROGRESS | ACCEPTED);
            return Err(if over { Code::ChangedMeanwhile } else { Code::NotAllowed }.into());
        }
        self.end_passing(&open, REVOKED, note, What::PassingRevoked)?;
        Ok(Passed::Stepped { passing, state: State::Revoked })
    }

    /// Takes what came back of a referral into the case.
    pub(super) fn take_referral_over(&self, passing: RecordId) -> Answer<Passed> {
        let open = self.open_sheet(passing)?;
        if open.kind != REFERRAL || !self.may_about_sheet(passing)?.take_over {
            return Err(Code::BadRequest.into());
        }
        let record = *open.records.first().ok_or(Code::Damaged)?;
        let text = |field: &str| open.opened.document.get(field).and_then(Value::as_text).unwrap_or_default();
        let (note, row) = (text(field::NOTE).to_owned(), text(field::ROW).parse::<RowId>().ok());
        let by = open.to.ok_or(Code::Damaged)?;
        let heads = &open.opened.row.heads;
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let now = self.open(&writing.reading(), record)?;
            if let Some(code) = self.why_read_only(&now) {
                return Err(code.into());
            }
            let change = taken_over(&now, row, &note, self.clock.today(), by);
            let mut saved = Vec::new();
            if !change.is_empty() {
                saved.push(self.write_own(writing, now, &change, None, Told::of(What::CaseSaved))?);
            }
            saved.push(self.write_taken_over(writing, passing)?);
            Ok(saved)
        })?;
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(Passed::Stepped { passing, state: State::Done })
    }
}

/// What came back of a referral, in the case: the service that it was for is delivered, the words are a note.
pub(super) fn taken_over(now: &Opened, row: Option<RowId>, note: &str, today: Date, by: PersonId) -> Change {
    let today = Value::Date(today.into());
    let mut change = Change::new();
    let there = row.filter(|row| now.document.rows_of(roles::SERVICES).any(|known| known.id == *row));
    if let Some(row) = there {
        let path = |cell: &str| Path::Cell(roles::SERVICES.to_owned(), row, cell.to_owned());
        change.insert(path(cell::RESULT), Some(Value::Choice("delivered".to_owned())));
        change.insert(path("delivered_on"), Some(today.clone()));
    }
    if !note.is_empty() {
        let by = Value::Person(by);
        let cells = [(note_cell::ON, today), (note_cell::BY, by), (note_cell::TEXT, Value::Text(note.to_owned()))];
        add_row(&mut change, &now.document, system::NOTES, cells);
    }
    change
}
