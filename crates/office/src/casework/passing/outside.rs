//! Passing on to another office: what leaves is sealed to it, and the record's history of passing on says what, to whom and by which consent.
//! The other office answers by its own means; whoever is told enters the answer here (DOMAIN.md 5.2, 5.6: F7, F8).
//!
//! A referral leaves the case where it is. A transfer that was accepted gives the case the status `transferred`: it is closed to whoever was
//! responsible and stays with the supervisor who entered the answer, until it is opened again or its time to be destroyed comes.

use super::answer::{DONE, Open, REJECTED, taken_over};
use super::hand::Hand;
use super::offer::{ACCEPTED, IN_PROGRESS, REFERRAL, TRANSFER, asked};
use super::sheet::{Facts as _, Sheet, field, set_step};
use crate::casework::index::Known;
use crate::casework::open::Opened;
use crate::casework::save::Saved;
use crate::log::{Told, What};
use crate::partners::send::consent_of;
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::{Action, copy_allowed_by};
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Kind, Send, State};
use amparo_bundle::manifest::{PassedOn, Purpose};
use amparo_model::ids::{BundleId, OfficeId, RecordId};
use amparo_model::record::{Kind as RecordKind, RecordType, Status};
use amparo_model::value::Value;
use amparo_store::Writing;
use std::collections::BTreeSet;
use std::path::Path;

/// Between whom, as it is stored.
pub(super) const LEFT: &str = "left";
pub(super) const CAME: &str = "came";
/// A copy, as it is stored.
const COPY: &str = "copy";

/// What is asked of another office, checked.
struct Asked {
    kind: &'static str,
    purpose: Purpose,
    said: PassedOn,
    /// The answer of the consent form that lets the record leave; none where it leaves in spite.
    allowed_by: &'static str,
}

impl Session {
    /// A referral or transfer of this record to this office that has no end yet.
    fn is_sent(&self, record: RecordId, office: OfficeId) -> bool {
        let index = self.index();
        let office = Some(Value::Text(office.to_string()));
        index.known().iter().any(|known| {
            known.passes_on(record)
                && known.choice(field::WAY) == LEFT
                && known.summary.facts.get(field::OFFICE) == office.as_ref()
                && known.goes_on()
        })
    }

    fn checked_send(&self, send: &Send, opened: &Opened) -> Answer<Asked> {
        let of = opened.row.skeleton.of();
        if of.kind != RecordKind::Case {
            return Err(Code::BadRequest.into());
        }
        if self.is_sent(send.record, send.office) {
            return Err(Code::AlreadyOffered.into());
        }
        let mut said = self.checked_said(
            send.kind,
            of,
            send.row,
            PassedOn {
                why: send.why.clone(),
                services: send.services.clone(),
                parts: send.parts.clone(),
                note: send.note.clone(),
                in_spite: send.in_spite.clone(),
            },
        )?;
        let allowed_by = copy_allowed_by(&consent_of(opened));
        if allowed_by.is_none() && (said.in_spite.is_empty() || !self.may(Action::OverrideConsent)) {
            return Err(Code::NoConsent.into());
        }
        if allowed_by.is_some() {
            said.in_spite.clear();
        }
        let (kind, _) = asked(send.kind)?;
        let purpose = if kind == REFERRAL { Purpose::Referral } else { Purpose::Transfer };
        Ok(Asked { kind, purpose, said, allowed_by: allowed_by.unwrap_or_default() })
    }

    /// Seals a record for another office; what is asked of it and by which consent stands in the record's history from now on.
    pub(super) fn send_outside(&self, send: &Send, target: &Path, watch: &dyn Watch) -> Answer<Passed> {
        let opened = self.to_offer(send.record)?;
        let Asked { kind, purpose, said, allowed_by } = self.checked_send(send, &opened)?;
        let (heads, of, owner) = (opened.row.heads.clone(), opened.row.skeleton.of(), opened.row.skeleton.owner);
        let mut about = vec![(send.record, opened.code())];
        let mut all = vec![opened];
        if send.kind == Kind::Transfer {
            for follower in self.followers(&BTreeSet::from([send.record])) {
                let opened = self.to_offer(follower)?;
                about.push((follower, opened.code()));
                all.push(opened);
            }
        }
        let roster = self.roster().clone();
        let name = self.office_name(send.office);
        let sheet = |bundle| -> Answer<Sheet> {
            let mut sheet = Sheet::outside(of.module, kind, LEFT, send.office, name.clone(), bundle);
            let owner = self.person_of(&roster, owner).ok_or(Code::NotAllowed)?;
            sheet.readers = self.both_sides(&roster, owner, of.module);
            sheet.document.set(field::FROM, Value::Person(self.person));
            sheet.about(&about);
            self.write_asked(&mut sheet, send.kind, &said, allowed_by)?;
            if let Some(row) = send.row {
                sheet.document.set(field::ROW, Value::Text(row.to_string()));
            }
            Ok(sheet)
        };
        let also = |writing: &mut Writing<'_>, bundle: BundleId| -> Answer<_> {
            let now = self.open(&writing.reading(), send.record)?;
            if now.row.heads != heads {
                return Err(Code::ChangedMeanwhile.into());
            }
            let marked = match send.row {
                Some(row) => Some(self.mark_referred(writing, now, row, name.clone())?),
                None => None,
            };
            let what = if send.kind == Kind::Referral { What::Referred } else { What::TransferOffered };
            let told = Told::of(what).with("records", about.len());
            Ok((marked, self.write_sheet(writing, sheet(bundle)?, IN_PROGRESS, &said.note, told)?))
        };
        let sealed = self.seal_passed_on(all, send.office, purpose, said.clone(), target, watch, also);
        let (written, number, (marked, sheet)) = sealed?;
        marked.into_iter().for_each(|marked| drop(self.took(marked)));
        let passing = sheet.record();
        self.took(sheet);
        Ok(Passed::Sent { passing, bundle: written.bundle, number, bytes: written.bytes })
    }

    /// What is asked, in the fields of the kind's form; the same where it is asked and where it comes.
    pub(super) fn write_asked(&self, sheet: &mut Sheet, kind: Kind, said: &PassedOn, allowed_by: &str) -> Answer<()> {
        let today = Value::Date(self.clock.today().into());
        let document = &mut sheet.document;
        document.set(field::ON, today.clone());
        document.set(asked(kind)?.1, Value::Choice(said.why.clone()));
        for (name, text) in [(field::ALLOWED_BY, allowed_by), (field::IN_SPITE, &said.in_spite)] {
            if !text.is_empty() {
                document.set(name, Value::Text(text.to_owned()));
            }
        }
        if kind == Kind::Referral {
            document.set("referred_on", today);
            document.set(field::PARTS, Value::Choices(said.parts.iter().cloned().collect()));
            document.set("service_asked", Value::Choices(said.services.iter().cloned().collect()));
        }
        Ok(())
    }

    /// A copy that left stands in the history of passing on too. Nothing is waited for.
    pub(crate) fn write_copy_sheet(
        &self,
        writing: &mut Writing<'_>,
        record: RecordId,
        office: (OfficeId, String),
        bundle: BundleId,
    ) -> Answer<Saved> {
        let opened = self.open(&writing.reading(), record)?;
        let (code, skeleton) = (opened.code(), &opened.row.skeleton);
        let mut sheet = Sheet::outside(skeleton.module, COPY, LEFT, office.0, office.1, bundle);
        let roster = self.roster().clone();
        if let Some(owner) = self.person_of(&roster, skeleton.owner) {
            sheet.readers = self.both_sides(&roster, owner, skeleton.module);
        }
        sheet.document.set(field::FROM, Value::Person(self.person));
        sheet.document.set(field::ON, Value::Date(self.clock.today().into()));
        if let Some(field) = copy_allowed_by(&consent_of(&opened)) {
            sheet.document.set(field::ALLOWED_BY, Value::Text(field.to_owned()));
        }
        sheet.about(&[(record, code)]);
        self.write_sheet(writing, sheet, DONE, "", Told::of(What::PassingWritten))
    }

    /// The other office's answer, entered as it was told.
    pub(super) fn answer_of_office(&self, open: &Open, yes: bool, note: &str, watch: &dyn Watch) -> Answer<Passed> {
        let state = if yes { State::Accepted } else { State::Rejected };
        if yes && open.kind == TRANSFER {
            self.transferred_away(open, note, watch)?;
            return Ok(Passed::Stepped { passing: open.opened.row.id, state });
        }
        let (word, what) = if yes { (ACCEPTED, What::PassingAccepted) } else { (REJECTED, What::PassingRejected) };
        self.step_of(open, word, note, what)?;
        Ok(Passed::Stepped { passing: open.opened.row.id, state })
    }

    /// A step that changes nothing but how it stands.
    pub(super) fn step_of(&self, open: &Open, state: &str, note: &str, what: What) -> Answer<()> {
        let (passing, heads) = (open.opened.row.id, &open.opened.row.heads);
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            self.write_step(writing, passing, state, note, Told::of(what))
        })?;
        self.took(saved);
        Ok(())
    }

    /// The other office is responsible: the case is closed to whoever was, and stays with this supervisor.
    fn transferred_away(&self, open: &Open, note: &str, watch: &dyn Watch) -> Answer<()> {
        let roster = self.roster().clone();
        let own = self.own_circle()?.key.circle.id;
        let (passing, heads) = (open.opened.row.id, &open.opened.row.heads);
        let (hands, cases) = {
            let index = self.index();
            let there = || open.records.iter().filter_map(|record| index.get(*record));
            let others = there().filter(|known| known.owner != Some(own));
            let hand = |known: &Known| {
                let to = self.heir(&roster, self.person, known.of).ok_or(Code::CannotReceive)?;
                Ok(Hand { record: known.record, to })
            };
            let cases = there().filter(|known| known.of.kind == RecordKind::Case).map(|known| known.record);
            (others.map(hand).collect::<Result<Vec<_>, Code>>()?, cases.collect::<Vec<_>>())
        };
        let following = self.following(&hands);
        let (handed, saved) = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let handed = self.hand_over(writing, &hands, What::PassingAccepted, watch)?;
            self.follow(writing, &following)?;
            let mut saved = Vec::new();
            for case in &cases {
                let now = self.open(&writing.reading(), *case)?;
                let (nothing, status) = (amparo_model::value::Change::new(), Some(Status::Transferred));
                saved.push(self.write_own(writing, now, &nothing, status, Told::of(What::PassingAccepted))?);
            }
            saved.push(self.write_step(writing, passing, ACCEPTED, note, Told::of(What::PassingAccepted))?);
            Ok((handed, saved))
        })?;
        self.took_hands(handed);
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(())
    }

    /// The other office gave the service: its row is delivered, its words are a note of the case, in one step.
    pub(super) fn finish_outside(&self, open: &Open, note: &str) -> Answer<()> {
        let (passing, heads) = (open.opened.row.id, &open.opened.row.heads);
        let record = *open.records.first().ok_or(Code::Damaged)?;
        let row = open.opened.document.get(field::ROW).and_then(Value::as_text).and_then(|row| row.parse().ok());
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            self.refuse_stepped(writing, passing, heads)?;
            let now = self.open(&writing.reading(), record)?;
            let change = taken_over(&now, row, note, self.clock.today(), self.person);
            let mut saved = Vec::new();
            if !change.is_empty() {
                if let Some(code) = self.why_read_only(&now) {
                    return Err(code.into());
                }
                saved.push(self.write_own(writing, now, &change, None, Told::of(What::CaseSaved))?);
            }
            saved.push(self.write_more(writing, passing, Told::of(What::PassingFinished), |document| {
                set_step(document, DONE, note);
                document.set(field::TAKEN_OVER, Value::Tick(true));
            })?);
            Ok(saved)
        })?;
        saved.into_iter().for_each(|saved| drop(self.took(saved)));
        Ok(())
    }

    /// The parts that a referral gives are parts that can be given, and at least one.
    pub(super) fn refuse_unknown_parts(&self, of: RecordType, parts: &BTreeSet<String>) -> Answer<()> {
        let known: BTreeSet<String> = self.parts_to_give(of).into_iter().map(|part| part.id).collect();
        if parts.is_empty() || !parts.is_subset(&known) { Err(Code::BadRequest.into()) } else { Ok(()) }
    }
}
