//! Steps that need somebody's yes (DOMAIN.md 5.1, 5.2): a worker asks for the approval of a complete form, a supervisor answers, and a
//! closure or a reopening takes effect with the yes. Each is a signed revision like any other; nobody approves what they asked for,
//! unless their role says so.

use super::open::Opened;
use super::rows::add_row;
use super::save::Saved;
use super::tasks::open_work;
use crate::log::{Told, What};
use crate::matches::settle;
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::{Action, may_approve};
use amparo_api::records::Answer as Cases;
use amparo_api::{Code, Problem};
use amparo_forms::approval::{APPROVED, Approval, PENDING, REJECTED, leads_to};
use amparo_forms::roles;
use amparo_model::form::FormDef;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::{Skeleton, Status};
use amparo_model::value::{Change, Document, Path, RowId, Value, apply};
use amparo_store::{Reading, Writing};

/// The longest comment, in characters.
const LONGEST_COMMENT: usize = 4_000;

/// Who asked last: the author of the newest revision that set the form's approval to waiting. It is signed, unlike a name in a field.
fn asked_by(opened: &Opened, approval: &Approval<'_>) -> Option<PersonId> {
    let path = Path::Field(approval.status.to_owned());
    let pending = Some(Value::Choice(PENDING.to_owned()));
    let asks = |at: &&super::Verified| {
        let mut leaves = opened.leaves.get(&at.row.id).into_iter().flat_map(|leaves| leaves.values());
        leaves.any(|leaf| leaf.change.get(&path) == Some(&pending))
    };
    opened.revisions.iter().rev().find(asks).map(|at| at.header.author.person)
}

/// The row of the history of approvals that waits for an answer about a form.
fn waiting_row(document: &Document, form: &str) -> Option<RowId> {
    let option = option_of(form);
    let is = |fields: &std::collections::BTreeMap<String, Value>, cell: &str, wanted: &str| {
        fields.get(cell).and_then(Value::as_choice) == Some(wanted)
    };
    let mut rows = document.rows_of(roles::REQUESTS);
    rows.find(|row| is(&row.fields, "form", &option) && is(&row.fields, "answer", PENDING)).map(|row| row.id)
}

/// How the history of approvals calls a form.
fn option_of(form: &str) -> String {
    form.replace('-', "_")
}

impl Session {
    fn approved_form(&self, opened: &Opened, form: &str) -> Answer<(&'static FormDef, Approval<'static>)> {
        let of = opened.row.skeleton.of();
        let form = self.forms().forms_of(of.kind, of.module).find(|known| known.id == form).ok_or(Code::BadRequest)?;
        Ok((form, Approval::of(form).ok_or(Code::BadRequest)?))
    }

    /// A case is not closed over what was promised (DOMAIN.md 5.2): each action is done or cancelled, each service has its result, each
    /// referral its end, and no follow-up is agreed.
    fn refuse_open_work(&self, leads_to: Option<Status>, opened: &Opened) -> Answer<()> {
        if leads_to != Some(Status::Closed) {
            return Ok(());
        }
        let open = open_work(opened.row.skeleton.of(), &opened.document) + self.open_referrals(opened.row.id);
        if open > 0 { Err(Problem::from(Code::OpenWork).with("count", open).into()) } else { Ok(()) }
    }

    fn to_step(&self, record: RecordId, form: &str) -> Answer<Opened> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        self.why_not_in(&opened, form).map_or(Ok(opened), |code| Err(code.into()))
    }

    /// Asks for the approval of a form that is complete. Where the office does without, it has its yes at once. Whoever fills a part only asks
    /// for the forms of that part; the history of approvals lies elsewhere, who asked stands in the signed revision.
    pub(crate) fn ask_approval(&self, record: RecordId, form: &str) -> Answer<Cases> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        let in_part = self.writes_in_part(&opened);
        if let Some(code) = self.why_not_in(&opened, form).filter(|_| !in_part) {
            return Err(code.into());
        }
        let (form, approval) = self.approved_form(&opened, form)?;
        if in_part && !(self.fills(&form.id) && self.is_open_form(form, &self.closed_parts(&opened))) {
            return Err(Code::NotAllowed.into());
        }
        if !opened.complete().contains(&form.id) {
            return Err(Code::FormNotComplete.into());
        }
        let status = opened.document.get(approval.status).and_then(Value::as_choice);
        let effect = leads_to(&form.id, opened.row.skeleton.status);
        self.refuse_open_work(effect, &opened)?;
        if !self.forms().settings().approves(form) {
            // Nothing waits for anybody: only what the yes would lead to is done.
            let status = effect.ok_or(Code::BadRequest)?;
            return self.step(&opened, Change::new(), Some(status), What::CaseSaved);
        }
        if status == Some(PENDING) || (status == Some(APPROVED) && effect.is_none()) {
            return Err(Code::ChangedMeanwhile.into());
        }
        let today = Value::Date(self.clock.today().into());
        let mut change = Change::new();
        let mut set = |field: &str, value: Option<Value>| change.insert(Path::Field(field.to_owned()), value);
        set(approval.status, Some(Value::Choice(PENDING.to_owned())));
        set(approval.requested_on, Some(today.clone()));
        for field in [approval.by, approval.on, approval.comment] {
            set(field, None);
        }
        let of = opened.row.skeleton.of();
        if !in_part && self.forms().field(of.kind, of.module, roles::REQUESTS).is_some() {
            let cells = [
                ("form", Value::Choice(option_of(&form.id))),
                ("requested_on", today),
                ("requested_by", Value::Person(self.person)),
                ("answer", Value::Choice(PENDING.to_owned())),
            ];
            add_row(&mut change, &opened.document, roles::REQUESTS, cells);
        }
        self.step(&opened, change, None, What::ApprovalAsked)
    }

    /// Answers: yes, or back with a comment.
    pub(crate) fn answer_approval(&self, record: RecordId, form: &str, yes: bool, comment: &str) -> Answer<Cases> {
        let opened = self.to_step(record, form)?;
        let (form, approval) = self.approved_form(&opened, form)?;
        let comment = comment.trim();
        if comment.chars().count() > LONGEST_COMMENT || (!yes && comment.is_empty()) {
            return Err(Code::BadRequest.into());
        }
        if opened.document.get(approval.status).and_then(Value::as_choice) != Some(PENDING) {
            return Err(Code::ChangedMeanwhile.into());
        }
        if asked_by(&opened, &approval) == Some(self.person) && !may_approve(&self.rights, true) {
            return Err(Code::OwnRequest.into());
        }
        let answer = Value::Choice(if yes { APPROVED } else { REJECTED }.to_owned());
        let (today, me) = (Value::Date(self.clock.today().into()), Value::Person(self.person));
        let said = (!comment.is_empty()).then(|| Value::Text(comment.to_owned()));
        let mut change = Change::new();
        let mut set = |field: &str, value: Option<Value>| change.insert(Path::Field(field.to_owned()), value);
        set(approval.status, Some(answer.clone()));
        set(approval.by, Some(me.clone()));
        set(approval.on, Some(today.clone()));
        set(approval.comment, said.clone());
        if let Some(row) = waiting_row(&opened.document, &form.id) {
            let cells =
                [("answer", Some(answer)), ("answered_by", Some(me)), ("answered_on", Some(today)), ("comment", said)];
            for (cell, value) in cells {
                change.insert(Path::Cell(roles::REQUESTS.to_owned(), row, cell.to_owned()), value);
            }
        }
        let status = leads_to(&form.id, opened.row.skeleton.status).filter(|_| yes);
        self.refuse_open_work(status, &opened)?;
        self.step(&opened, change, status, if yes { What::Approved } else { What::SentBack })
    }

    /// Writes what the program itself has to say in a record, on top of what was looked at.
    pub(crate) fn step(&self, opened: &Opened, change: Change, status: Option<Status>, what: What) -> Answer<Cases> {
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let now = self.open(&writing.reading(), opened.row.id)?;
            if now.row.heads != opened.row.heads {
                return Err(Code::ChangedMeanwhile.into());
            }
            self.write_own(writing, now, &change, status, Told::of(what))
        })?;
        Ok(self.took(saved))
    }

    /// The same inside a change, on top of what stands there now.
    pub(crate) fn write_own(
        &self,
        writing: &mut Writing<'_>,
        now: Opened,
        change: &Change,
        status: Option<Status>,
        told: Told,
    ) -> Answer<Saved> {
        if self.writes_in_part(&now) {
            let (before, mut document) = (&now.document, now.document.clone());
            apply(&mut document, change);
            document.tidy();
            settle(self.forms(), now.row.skeleton.of(), before, &mut document)?;
            return if status.is_none() {
                self.append_in_part(writing, now, document, told)
            } else {
                Err(Code::NotAllowed.into())
            };
        }
        let Opened { row, document: before, keys, .. } = now;
        let keys = self.keys_to_write(writing, row.id, keys)?;
        let mut document = before.clone();
        apply(&mut document, change);
        document.tidy();
        // A verification that was signed off ends the search.
        settle(self.forms(), row.skeleton.of(), &before, &mut document)?;
        let next = Skeleton { status: status.unwrap_or(row.skeleton.status), ..row.skeleton.clone() };
        let changed = next != row.skeleton;
        self.append(writing, row.id, &row.heads, next, changed, &before, document, &keys, told)
    }

    /// Whether this person answers requests for approval.
    pub(crate) fn approves(&self) -> bool {
        self.may(Action::Approve)
    }
}
