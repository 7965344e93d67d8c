//! What a record still asks for, and by when (DOMAIN.md 5.4 and 5.5). Worked out, never stored twice: dates that somebody agreed are read from
//! the document when it is saved and stand in its summary as kinds and days without a word, because others than its readers count with
//! summaries; the clocks run when a list is made.

use super::index::Known;
use super::parts::Summary;
use super::system;
use crate::around::cell::flag;
use amparo_forms::approval::{Approval, PENDING, REJECTED};
use amparo_forms::clock::{Clocks, RiskLevel};
use amparo_forms::roles::{self, row};
use amparo_forms::{Configuration, Context};
use amparo_model::date::PartialDate;
use amparo_model::record::{Module, RecordType, Status};
use amparo_model::value::{Document, Row, RowId, Value};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something agreed with a day, that is still open. Stored in the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Planned {
    /// Which kind: the id of a clock, or one of the kinds below.
    pub(crate) what: String,
    /// The day, as exactly as it is known.
    pub(crate) on: String,
    /// The row that says so, when it can be done from the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) row: Option<RowId>,
    /// The form it is about, when the kind does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) form: Option<String>,
}

/// Kinds of tasks that are not clocks. The window has a word for each: `clock-` and the kind.
pub(crate) mod kind {
    /// An action of the plan.
    pub(crate) const ACTION: &str = "action";
    /// A service that is due.
    pub(crate) const SERVICE: &str = "service";
    /// An appointment for a service.
    pub(crate) const APPOINTMENT: &str = "appointment";
    /// The next step of the search for the family.
    pub(crate) const TRACING_ACTION: &str = "tracing_action";
    /// Best interests to be assessed again.
    pub(crate) const BEST_INTERESTS: &str = "best_interests";
    /// A determination to be looked at again.
    pub(crate) const DETERMINATION: &str = "determination";
    /// Consent that runs out.
    pub(crate) const CONSENT_ENDS: &str = "consent_ends";
    /// Consent that was never written down.
    pub(crate) const CONSENT: &str = "consent";
    /// A flag that somebody is to look at.
    pub(crate) const FLAG: &str = "flag";
    /// A worker's own reminder.
    pub(crate) const REMINDER: &str = "reminder";
    /// A referral that nobody answered yet: a clock, which starts when it is sent.
    pub(crate) const REFERRAL: &str = "referral_acknowledged";
    /// A form that waits for a supervisor's yes.
    pub(crate) const APPROVAL: &str = "approval";
    /// A form that came back without it.
    pub(crate) const SENT_BACK: &str = "sent_back";
}

/// The kinds of tasks that tell something of an answer, and of which: whoever may not read the one is not told of the other.
pub(crate) fn told_by(of: RecordType) -> [(&'static str, &'static str); 13] {
    // Survivors' plans hold the appointments themselves.
    let appointments = if of.module == Module::Gbv { roles::ACTIONS } else { roles::SERVICES };
    [
        (kind::ACTION, roles::ACTIONS),
        (kind::SERVICE, roles::SERVICES),
        (kind::APPOINTMENT, appointments),
        ("follow_up", roles::FOLLOWUPS),
        ("review", roles::NEXT_REVIEW_ON),
        (kind::TRACING_ACTION, roles::TRACING_ACTIONS),
        ("first_visit_after_placement", roles::VISITS),
        ("visits_after_placement", roles::VISITS),
        (kind::BEST_INTERESTS, roles::BIA_ON),
        (kind::DETERMINATION, roles::BID_DUE),
        (kind::CONSENT_ENDS, roles::SHARE_WITH),
        (kind::REMINDER, roles::REMINDERS),
        ("final_contact", roles::FINAL_CONTACT_DUE),
    ]
}

/// What is due, when, and the row that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Task<'a> {
    pub(crate) on: Date,
    pub(crate) what: &'a str,
    pub(crate) row: Option<RowId>,
    pub(crate) form: Option<&'a str>,
}

/// The first day of a date as the summary keeps it.
pub(super) fn day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::earliest)
}

fn date(row: &Row, cell: &str) -> Option<PartialDate> {
    row.fields.get(cell).and_then(Value::as_date)
}

fn chosen<'a>(row: &'a Row, cell: &str) -> Option<&'a str> {
    row.fields.get(cell).and_then(Value::as_choice)
}

/// The next date that the newest row names: an older row's plan was overtaken by what happened since.
fn next_after_newest(document: &Document, rows: &str, by: &str) -> Option<PartialDate> {
    let newest = document.rows_of(rows).max_by_key(|row| date(row, by).map(PartialDate::earliest))?;
    date(newest, row::NEXT_ON)
}

/// How many actions are neither done nor cancelled, services without a result, and follow-ups that were agreed.
///
/// Of a survivor's case only the follow-ups: the rows of their plan say nowhere that they are done, and their `services` are those that the
/// consent names.
pub(super) fn open_work(of: RecordType, document: &Document) -> usize {
    let agreed = usize::from(next_after_newest(document, roles::FOLLOWUPS, row::VISIT_ON).is_some());
    if of.module == Module::Gbv {
        return agreed;
    }
    let settled = |at: &&Row| matches!(chosen(at, row::STATUS), Some("done" | "cancelled"));
    let actions = document.rows_of(roles::ACTIONS).filter(|at| !settled(at)).count();
    let services = document.rows_of(roles::SERVICES).filter(|at| chosen(at, row::RESULT).is_none()).count();
    actions + services + agreed
}

/// What is agreed and open in a document.
pub(crate) fn planned(forms: &Configuration, of: RecordType, document: &Document, context: &Context) -> Vec<Planned> {
    let mut planned = Vec::new();
    let mut put = |what: &str, on: Option<PartialDate>, row: Option<RowId>| {
        planned.extend(on.map(|on| Planned { what: what.to_owned(), on: on.to_string(), row, form: None }));
    };
    let field = |id: &str| document.get(id).and_then(Value::as_date);
    let settled = |at: &Row| matches!(chosen(at, row::STATUS), Some("done" | "cancelled"));
    for at in document.rows_of(roles::ACTIONS).filter(|at| !settled(at)) {
        put(kind::ACTION, date(at, row::DUE_ON), Some(at.id));
        put(kind::APPOINTMENT, date(at, row::APPOINTMENT_ON), None);
    }
    for at in document.rows_of(roles::SERVICES).filter(|at| chosen(at, row::RESULT).is_none()) {
        let appointment = date(at, row::APPOINTMENT_ON);
        put(kind::APPOINTMENT, appointment, None);
        put(kind::SERVICE, date(at, row::SERVICE_DUE).filter(|_| appointment.is_none()), None);
    }
    put("follow_up", next_after_newest(document, roles::FOLLOWUPS, row::VISIT_ON), None);
    put(kind::TRACING_ACTION, next_after_newest(document, roles::TRACING_ACTIONS, row::ACTION_ON), None);
    put("visits_after_placement", next_after_newest(document, roles::VISITS, row::VISIT_ON), None);
    if document.rows_of(roles::VISITS).next().is_none() {
        put("first_visit_after_placement", field(roles::FIRST_VISIT_DUE), None);
    }
    let reviewed = field(roles::REVIEWED_ON).map(PartialDate::earliest);
    put("review", field(roles::NEXT_REVIEW_ON).filter(|next| Some(next.earliest()) > reviewed), None);
    put(kind::BEST_INTERESTS, best_interests_due(forms, of, document, context), None);
    put(kind::DETERMINATION, field(roles::BID_DUE), None);
    let ends = document.rows_of(roles::SHARE_WITH).filter(|at| chosen(at, row::ALLOWED) == Some("yes"));
    let ends = ends.filter(|at| date(at, row::WITHDRAWN_ON).is_none());
    put(kind::CONSENT_ENDS, ends.filter_map(|at| date(at, row::EXPIRES_ON)).min_by_key(|on| on.earliest()), None);
    for at in document.rows_of(roles::REMINDERS).filter(|at| date(at, row::REMINDED_ON).is_none()) {
        put(kind::REMINDER, date(at, row::REMIND_ON), Some(at.id));
    }
    for at in document.rows_of(system::FLAGS).filter(|at| date(at, flag::RESOLVED_ON).is_none()) {
        put(kind::FLAG, date(at, flag::ON), None);
    }
    for form in forms.forms_of(of.kind, of.module) {
        let Some(approval) = Approval::of(form) else { continue };
        let (what, on) = match document.get(approval.status).and_then(Value::as_choice) {
            Some(PENDING) => (kind::APPROVAL, approval.requested_on),
            Some(REJECTED) => (kind::SENT_BACK, approval.on),
            _ => continue,
        };
        let on = document.get(on).and_then(Value::as_date).map(|on| on.to_string());
        planned.extend(on.map(|on| Planned { what: what.to_owned(), on, row: None, form: Some(form.id.clone()) }));
    }
    planned
}

/// The form works this day out; so it is asked, where an assessment stands.
fn best_interests_due(
    forms: &Configuration,
    of: RecordType,
    document: &Document,
    context: &Context,
) -> Option<PartialDate> {
    document.get(roles::BIA_ON)?;
    let mut holding = forms.forms_of(of.kind, of.module);
    let form = holding.find(|form| form.fields().any(|field| field.id == roles::BIA_DUE))?;
    let worked_out = forms.calculate(form, document, context);
    let due = worked_out.into_iter().find(|(path, _)| path.field() == roles::BIA_DUE)?;
    due.1.as_date()
}

/// By when the last contact after closure is due; none when it was made or is not wanted.
pub(crate) fn final_contact(document: &Document) -> String {
    let refused = document.get(roles::OK_CONTACT_AFTER).and_then(Value::as_choice) == Some("no");
    if refused || document.get(roles::FINAL_CONTACT_DONE_ON).is_some() {
        return String::new();
    }
    let due = document.get(roles::FINAL_CONTACT_DUE).and_then(Value::as_date);
    due.map(|due| due.to_string()).unwrap_or_default()
}

/// What a record asks for first.
pub(crate) struct First {
    pub(crate) on: Date,
    pub(crate) what: Box<str>,
}

/// When a record asks for something.
pub(crate) struct Ahead {
    pub(crate) first: Option<First>,
    /// The day of each task.
    pub(crate) days: Box<[Date]>,
}

impl Known {
    /// Everything that this record asks for, soonest first. Records of other offices and those that were given away ask for nothing.
    pub(crate) fn tasks(&self, clocks: &Clocks) -> Vec<Task<'_>> {
        if self.summary.home.is_some() || self.guest {
            return Vec::new();
        }
        let mut tasks = Vec::new();
        match self.status {
            Status::Identified | Status::Open => {
                tasks.extend(self.planned().filter(|task| task.what != kind::APPROVAL));
                if self.of == RecordType::CASE {
                    self.summary.clocks_of_a_case(clocks, &mut tasks);
                }
            }
            Status::Closed => {
                tasks.extend(self.planned().filter(|task| task.what == kind::FLAG));
                let on = day(&self.summary.final_contact);
                tasks.extend(on.map(|on| Task { on, what: "final_contact", row: None, form: None }));
            }
            Status::NotEligible | Status::Transferred | Status::Duplicate => {}
        }
        tasks.retain(|task| !self.summary.untold.contains(task.what));
        tasks.sort_by_key(|task| task.on);
        // Of a kind that comes round again, whether by the clock or as agreed, the sooner one counts.
        let mut had: Vec<&str> = Vec::new();
        tasks.retain(|task| {
            let again = matches!(task.what, "follow_up" | "review" | "visits_after_placement");
            !again
                || !had.contains(&task.what) && {
                    had.push(task.what);
                    true
                }
        });
        tasks
    }

    fn planned(&self) -> impl Iterator<Item = Task<'_>> {
        let planned = self.summary.planned.iter();
        planned.filter_map(|Planned { what, on, row, form }| {
            Some(Task { on: day(on)?, what, row: *row, form: form.as_deref() })
        })
    }

    /// What waits for a supervisor's yes: that is nobody else's work.
    pub(crate) fn approvals(&self) -> impl Iterator<Item = Task<'_>> {
        self.planned().filter(|task| task.what == kind::APPROVAL && self.summary.home.is_none())
    }

    /// What comes first.
    pub(crate) fn due(&self, clocks: &Clocks) -> Option<&First> {
        self.ahead(clocks).first.as_ref()
    }

    /// When it asks for something: worked out once, because neither depends on the day it is asked on, and lists and the first page ask for
    /// every record.
    pub(crate) fn ahead(&self, clocks: &Clocks) -> &Ahead {
        self.ahead.get_or_init(|| {
            let tasks = self.tasks(clocks);
            let first = tasks.first().map(|task| First { on: task.on, what: task.what.into() });
            Ahead { first, days: tasks.iter().map(|task| task.on).collect() }
        })
    }
}

impl Summary {
    /// The clocks of DOMAIN.md 5.4, one after the other: registration, assessment, plan, and from then on contacts and reviews.
    fn clocks_of_a_case<'a>(&'a self, clocks: &Clocks, tasks: &mut Vec<Task<'a>>) {
        let level = RiskLevel::from_option(&self.risk);
        let mut put =
            |what: &'static str, on: Option<Date>| tasks.extend(on.map(|on| Task { on, what, row: None, form: None }));
        let after = |what: &str, start: &str| clocks.due(what, level, day(start)?);
        let registered = || if self.registered_on.is_empty() { &self.identified_on } else { &self.registered_on };
        if !self.registration_complete {
            put("registration", after("registration", &self.identified_on));
        } else if self.assessed_on.is_empty() {
            put("assessment", after("assessment", &self.registered_on));
        } else if self.planned_on.is_empty() {
            put("case_plan", self.plan(clocks, level));
        } else {
            let since = |last: &'a str| if last.is_empty() { self.planned_on.as_str() } else { last };
            put("follow_up", after("follow_up", since(&self.met_on)));
            put("review", after("review", since(&self.reviewed_on)));
        }
        if !self.consent_complete {
            // Without a ground in writing nothing else should begin: as soon as the registration itself.
            put(
                kind::CONSENT,
                after("registration", &self.identified_on).or_else(|| after("registration", registered())),
            );
        }
    }

    /// A plan is due after the assessment, but never later than the bound that starts at registration.
    fn plan(&self, clocks: &Clocks, level: Option<RiskLevel>) -> Option<Date> {
        let (assessed, registered) = (day(&self.assessed_on)?, day(&self.registered_on));
        clocks.due_bounded("case_plan", level, assessed, registered.unwrap_or(assessed))
    }
}
