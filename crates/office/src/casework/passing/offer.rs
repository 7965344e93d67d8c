//! Offering a record to a colleague: a referral of chosen parts, or a transfer of all of it; and asking for one that one cannot open.

use super::assign::LONGEST_NOTE;
use super::hand::Heir;
use super::search::{SEARCHED, agrees_to_search};
use super::sheet::{Facts as _, Sheet, field};
use crate::casework::index::Known;
use crate::casework::open::Opened;
use crate::casework::save::Saved;
use crate::casework::turn::Moves;
use crate::log::{Told, What};
use crate::partners::send::consent_of;
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, copy_allowed_by};
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Kind, Offer, Part, Service, State};
use amparo_bundle::manifest::PassedOn;
use amparo_forms::roles::{self, row as cell};
use amparo_model::ids::{PersonId, RecordId, RevisionId};
use amparo_model::record::{Compartment, Kind as RecordKind, RecordType, derived};
use amparo_model::value::{Change, Path, RowId, Value};
use amparo_store::{Reading, Writing};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds and states, as they are stored.
pub(super) const REFERRAL: &str = "referral";
pub(super) const TRANSFER: &str = "transfer";
pub(super) const REQUEST: &str = "request";
pub(super) const IN_PROGRESS: &str = "in_progress";
pub(super) const ACCEPTED: &str = "accepted";

/// The cell of a service row that says whether it is given here or by somebody else.
const MODE: &str = "mode";
/// The cell that names who gives it.
const PROVIDER: &str = "provider";
/// The cell with the kind of service.
const SERVICE_TYPE: &str = "service_type";
/// The part with names and photos: who is given it finds the record by its name.
pub(super) const IDENTITY: &str = "identity";

/// What can be asked of somebody: the form's name, as it is stored too, and its question that says why.
pub(super) fn asked(kind: Kind) -> Answer<(&'static str, &'static str)> {
    match kind {
        Kind::Referral => Ok((REFERRAL, "priority")),
        Kind::Transfer => Ok((TRANSFER, "transfer_reason")),
        Kind::Assignment | Kind::Request | Kind::Copy => Err(Code::BadRequest.into()),
    }
}

/// What a note or a reason says.
pub(super) fn checked_note(note: &str) -> Answer<&str> {
    let note = note.trim();
    if note.chars().count() > LONGEST_NOTE { Err(Code::BadRequest.into()) } else { Ok(note) }
}

/// What an offer writes.
pub(super) struct Ready<'o> {
    offer: &'o Offer,
    heads: Vec<RevisionId>,
    records: Vec<RecordId>,
    moves: Moves,
    sheet: Sheet,
}

impl Session {
    /// A record that this person can offer: theirs or their team's, not one they read for a while, and of this office.
    pub(super) fn to_offer(&self, record: RecordId) -> Answer<Opened> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        self.why_read_only(&opened).map_or(Ok(opened), |code| Err(code.into()))
    }

    /// The parts of a record that can be given, with the forms that ask for them.
    pub(super) fn parts_to_give(&self, of: RecordType) -> Vec<Part> {
        let forms = self.forms();
        let parts = forms.parts_of(of.kind, of.module).filter(|part| !part.derived);
        let asks = |part: &Compartment| {
            let all = forms.forms_of(of.kind, of.module);
            let asking = all.filter(|form| !form.off && form.fields().any(|field| field.compartment == *part));
            asking.map(|form| form.id.clone()).collect::<Vec<_>>()
        };
        let parts = parts.map(|part| Part { id: part.id.0.clone(), forms: asks(&part.id) });
        parts.filter(|part| !part.forms.is_empty()).collect()
    }

    pub(super) fn prepare_offer(&self, kind: Kind, record: RecordId) -> Answer<Passed> {
        let opened = self.to_offer(record)?;
        let of = opened.row.skeleton.of();
        let mut colleagues = self.colleagues(&[record])?;
        let owner = self.person_of(&self.roster(), opened.row.skeleton.owner);
        colleagues.retain(|colleague| Some(colleague.person) != owner);
        let open = opened.document.rows_of(roles::SERVICES).filter(|row| !row.fields.contains_key(cell::RESULT));
        let services = open.filter_map(|row| {
            let service = row.fields.get(SERVICE_TYPE).and_then(Value::as_choice)?.to_owned();
            Some(Service { row: row.id, service })
        });
        let withhold = opened.document.get("withhold_what").and_then(Value::as_text).unwrap_or_default().to_owned();
        Ok(Passed::Prepared {
            colleagues,
            parts: if kind == Kind::Referral { self.parts_to_give(of) } else { Vec::new() },
            services: if kind == Kind::Referral { services.collect() } else { Vec::new() },
            allowed_by: self.consent_for(&opened).map(str::to_owned),
            withhold,
            may_in_spite: self.may(Action::OverrideConsent),
        })
    }

    /// The answer of the consent form that lets colleagues read a case; records that ask for none need none.
    fn consent_for(&self, opened: &Opened) -> Option<&'static str> {
        if opened.row.skeleton.kind == RecordKind::Case { copy_allowed_by(&consent_of(opened)) } else { Some("") }
    }

    /// Something of this kind about a record that waits or goes on with the same person.
    fn is_offered(&self, record: RecordId, to: PersonId) -> bool {
        let index = self.index();
        let open = |known: &&Known| {
            known.passes_on(record)
                && known.person(field::TO) == Some(to)
                && matches!(known.choice(field::KIND), REFERRAL | TRANSFER)
                && known.goes_on()
        };
        index.known().iter().any(|known| open(&known))
    }

    /// What is asked of a colleague or of another office, in words that the form knows. A referral gives chosen parts, a transfer all of it.
    pub(super) fn checked_said(
        &self,
        kind: Kind,
        of: RecordType,
        row: Option<RowId>,
        said: PassedOn,
    ) -> Answer<PassedOn> {
        let (form, why_field) = asked(kind)?;
        self.refuse_unknown_option(form, why_field, &said.why)?;
        let parts: BTreeSet<String> = said.parts.into_iter().collect();
        if kind == Kind::Referral {
            self.refuse_unknown_parts(of, &parts)?;
            said.services.iter().try_for_each(|it| self.refuse_unknown_option(form, "service_asked", it))?;
        } else if !parts.is_empty() || row.is_some() || !said.services.is_empty() {
            return Err(Code::BadRequest.into());
        }
        let (note, in_spite) = (checked_note(&said.note)?.to_owned(), checked_note(&said.in_spite)?.to_owned());
        Ok(PassedOn { parts: parts.into_iter().collect(), note, in_spite, ..said })
    }

    /// Everything that is checked before anything is written.
    fn checked_offer(&self, offer: &Offer) -> Answer<(Opened, Heir, Sheet)> {
        let opened = self.to_offer(offer.record)?;
        let of = opened.row.skeleton.of();
        let mut said = self.checked_said(
            offer.kind,
            of,
            offer.row,
            PassedOn {
                why: offer.why.clone(),
                services: offer.services.clone(),
                parts: offer.parts.clone(),
                note: offer.note.clone(),
                in_spite: offer.in_spite.clone(),
            },
        )?;
        let roster = self.roster().clone();
        let searcher = (offer.kind == Kind::Referral).then(|| self.searcher(&roster, offer.to, of)).flatten();
        let to = searcher.or_else(|| self.heir(&roster, offer.to, of)).ok_or(Code::CannotReceive)?;
        if opened.row.skeleton.owner == Some(to.circle) {
            return Err(Code::CannotReceive.into());
        }
        if self.is_offered(offer.record, offer.to) {
            return Err(Code::AlreadyOffered.into());
        }
        // A search for the family is agreed to by itself, and against nobody's will; it gives what a search needs and no more.
        let search = searcher.is_some();
        if search && !offer.parts.iter().all(|part| SEARCHED.contains(&part.as_str())) {
            return Err(Code::BadRequest.into());
        }
        let allowed = if search { agrees_to_search(&opened.document) } else { self.consent_for(&opened).is_some() };
        let in_spite_of_it = !search && self.may(Action::OverrideConsent) && !said.in_spite.is_empty();
        if !allowed && !in_spite_of_it {
            return Err(Code::NoConsent.into());
        }
        if allowed {
            said.in_spite.clear();
        }
        let owner = self.person_of(&roster, opened.row.skeleton.owner).ok_or(Code::NotAllowed)?;
        let (form, _) = asked(offer.kind)?;
        // Whoever is responsible sees it too, where their supervisor offers it.
        let mut sheet = Sheet::of(of.module, form, self.person, offer.to);
        sheet.readers = self.both_sides(&roster, owner, of.module);
        sheet.readers.extend([to.circle, to.supervisors]);
        self.write_asked(&mut sheet, offer.kind, &said, "")?;
        if let Some(row) = offer.row {
            sheet.document.set(field::ROW, Value::Text(row.to_string()));
        }
        if !said.note.is_empty() {
            let field = if offer.kind == Kind::Referral { "reason_short" } else { "transfer_reason_note" };
            sheet.document.set(field, Value::Text(said.note));
        }
        Ok((opened, to, sheet))
    }

    /// Everything that an offer writes, ready.
    pub(super) fn ready_offer<'o>(&self, offer: &'o Offer) -> Answer<Ready<'o>> {
        let (opened, to, mut sheet) = self.checked_offer(offer)?;
        let code = opened.code();
        let mut about = vec![(offer.record, code)];
        if offer.kind == Kind::Transfer {
            let followers = self.followers(&BTreeSet::from([offer.record]));
            let index = self.index();
            about.extend(followers.into_iter().filter_map(|it| Some((it, index.code(it)?))));
        }
        sheet.about(&about);
        let records: Vec<RecordId> = about.iter().map(|(record, _)| *record).collect();
        let given = if offer.kind == Kind::Referral {
            let mut parts: BTreeSet<Compartment> = offer.parts.iter().map(|part| Compartment::new(part)).collect();
            parts.insert(Compartment::new(derived::SUMMARY));
            if offer.parts.iter().any(|part| part == IDENTITY) {
                parts.insert(Compartment::new(derived::NAMES));
            }
            parts
        } else {
            self.forms().compartments().iter().map(|part| part.id.clone()).collect()
        };
        let moves = Moves { guests: BTreeMap::from([(to.circle, given)]), ..Moves::default() };
        Ok(Ready { offer, heads: opened.row.heads, records, moves, sheet })
    }

    /// Writes an offer inside a change: the service row that it comes from, the keys, the sheet.
    pub(super) fn write_offer(&self, writing: &mut Writing<'_>, ready: Ready<'_>) -> Answer<(Option<Saved>, Saved)> {
        let Ready { offer, heads, records, moves, sheet } = ready;
        let now = self.open(&writing.reading(), offer.record)?;
        if now.row.heads != heads {
            return Err(Code::ChangedMeanwhile.into());
        }
        let marked = match offer.row {
            Some(row) => Some(self.mark_referred(writing, now, row, self.person_name(offer.to))?),
            None => None,
        };
        self.regrant(writing, &records, &moves, false)?;
        let what = if offer.kind == Kind::Referral { What::Referred } else { What::TransferOffered };
        let told = Told::of(what).with("records", records.len());
        Ok((marked, self.write_sheet(writing, sheet, IN_PROGRESS, &offer.note, told)?))
    }

    /// Offers a record to a colleague: they read what it is about from now on, and answer.
    pub(super) fn offer(&self, offer: &Offer) -> Answer<Passed> {
        let ready = self.ready_offer(offer)?;
        let (marked, written) =
            self.store.change(|writing: &mut Writing<'_>| -> Answer<_> { self.write_offer(writing, ready) })?;
        if let Some(marked) = marked {
            self.took(marked);
        }
        let passing = written.record();
        self.took(written);
        Ok(Passed::Stepped { passing, state: State::InProgress })
    }

    /// The service row that a referral comes from says so.
    pub(super) fn mark_referred(
        &self,
        writing: &mut Writing<'_>,
        now: Opened,
        row: amparo_model::value::RowId,
        provider: String,
    ) -> Answer<Saved> {
        let there = now.document.rows_of(roles::SERVICES).find(|known| known.id == row).ok_or(Code::BadRequest)?;
        let path = |cell: &str| Path::Cell(roles::SERVICES.to_owned(), row, cell.to_owned());
        let mut change = Change::from([(path(MODE), Some(Value::Choice("referral".to_owned())))]);
        if !there.fields.contains_key(PROVIDER) {
            change.insert(path(PROVIDER), Some(Value::Text(provider)));
        }
        self.write_own(writing, now, &change, None, Told::of(What::CaseSaved))
    }

    /// Asks a colleague for a record. Nothing is said of whether there is one with this code: that is theirs to look for.
    pub(super) fn ask_for(&self, code: &str, of: PersonId, note: &str) -> Answer<Passed> {
        let (code, note) = (code.trim(), checked_note(note)?);
        if code.is_empty() || code.chars().count() > 40 || note.is_empty() || of == self.person {
            return Err(Code::BadRequest.into());
        }
        let module = self.role.module().ok_or(Code::NotAllowed)?;
        let roster = self.roster().clone();
        let readers = self.both_sides(&roster, of, module);
        if readers.is_empty() {
            return Err(Code::CannotReceive.into());
        }
        let mut sheet = Sheet::of(module, REQUEST, self.person, of);
        sheet.readers = readers;
        sheet.document.set(field::ASKED_CODE, Value::Text(code.to_owned()));
        sheet.document.set(field::ON, Value::Date(self.clock.today().into()));
        let written = self.store.change(|writing: &mut Writing<'_>| {
            self.write_sheet(writing, sheet, IN_PROGRESS, note, Told::of(What::RecordAskedFor))
        })?;
        let passing = written.record();
        self.took(written);
        Ok(Passed::Stepped { passing, state: State::InProgress })
    }
}
