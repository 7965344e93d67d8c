//! The work list: the tasks of every record in reach, soonest first, and how they are shared out among workers. All from the index.

use super::index::{Index, Known};
use super::lists::MOST;
use super::save::Saving;
use super::tasks::{Task, kind};
use crate::around::Due;
use crate::problems::Answer;
use crate::program::Program;
use crate::session::Session;
use amparo_api::work::{Answer as Work, Ask, Counts, Kind as OfKind, Task as Told, When, Worker};
use amparo_api::{Code, Reply};
use amparo_forms::roles::{self, row as cell};
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::Kind;
use amparo_model::value::{Change, Path, RowId, Value};
use amparo_store::Reading;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Where a day falls.
pub(super) fn when(on: Date, today: Date) -> When {
    let week = today.checked_add(7.days()).unwrap_or(today);
    if on < today {
        When::Overdue
    } else if on == today {
        When::Today
    } else if on <= week {
        When::Week
    } else {
        When::Later
    }
}

fn count(counts: &mut Counts, when: When) {
    match when {
        When::Overdue => counts.overdue += 1,
        When::Today => counts.today += 1,
        When::Week => counts.week += 1,
        When::Later => counts.later += 1,
        When::All => {}
    }
}

/// Kinds of which the row says all there is to do.
fn can_be_done(task: &Task<'_>) -> Option<RowId> {
    task.row.filter(|_| matches!(task.what, kind::ACTION | kind::REMINDER))
}

impl Session {
    /// What a record asks of this person.
    fn tasks<'k>(&self, known: &'k Known) -> Vec<Task<'k>> {
        let mut tasks = known.tasks(self.forms().clocks());
        tasks.extend(self.own_tasks(known));
        tasks
    }

    /// What it asks of nobody else: a yes, and an answer to what was passed on.
    fn own_tasks<'k>(&self, known: &'k Known) -> impl Iterator<Item = Task<'k>> {
        let approvals = self.approves().then(|| known.approvals()).into_iter().flatten();
        let answer = self.answer_due(known).map(|on| Task { on, what: kind::REFERRAL, row: None, form: None });
        approvals.chain(answer)
    }

    /// The record that a task stands beside: what was passed on stands for the case that it is about. None where that is somebody else's.
    fn stands_beside<'k>(&self, index: &'k Index, known: &'k Known) -> Option<&'k Known> {
        if known.of.kind != Kind::Transition {
            return Some(known);
        }
        let about = known.summary.links.iter().next().and_then(|record| index.get(*record));
        about.filter(|about| !about.guest && about.summary.home.is_none())
    }

    /// How many forms wait for this person's yes.
    pub(crate) fn waiting_approvals(&self, index: &Index) -> usize {
        if self.approves() { index.known().iter().map(|known| known.approvals().count()).sum() } else { 0 }
    }

    /// How many tasks there are of each part.
    pub(crate) fn work_counts(&self, index: &Index) -> Counts {
        let today = self.clock.today();
        let mut counts = Counts::default();
        let clocks = self.forms().clocks();
        for known in index.known().iter().filter(|known| self.stands_beside(index, known).is_some()) {
            known.ahead(clocks).days.iter().for_each(|on| count(&mut counts, when(*on, today)));
            self.own_tasks(known).for_each(|task| count(&mut counts, when(task.on, today)));
        }
        counts
    }

    fn work(&self, part: When, what: Option<&str>, owner: Option<CircleId>, skip: usize, take: usize) -> Work {
        let (index, today) = (self.index(), self.clock.today());
        let mut counts = Counts::default();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found: Vec<(Task<'_>, &Known)> = Vec::new();
        for about in index.known() {
            let Some(known) = self.stands_beside(&index, about) else { continue };
            if owner.is_some() && known.owner != owner {
                continue;
            }
            for task in self.tasks(about) {
                let falls = when(task.on, today);
                count(&mut counts, falls);
                if part == When::All || part == falls {
                    *kinds.entry(task.what).or_default() += 1;
                    if what.is_none_or(|what| what == task.what) {
                        found.push((task, known));
                    }
                }
            }
        }
        found.sort_by(|(one, first), (other, second)| {
            (one.on, &first.summary.code, one).cmp(&(other.on, &second.summary.code, other))
        });
        let total = found.len();
        let mut called = self.called();
        let page = found.into_iter().skip(skip).take(take.min(MOST));
        let tasks = page.map(|(task, known)| Told {
            row: called.row(known),
            what: task.what.to_owned(),
            on: task.on.to_string(),
            form: task.form.map(ToOwned::to_owned),
            can_be_done: can_be_done(&task).filter(|_| self.may_write(known)),
        });
        let tasks = tasks.collect();
        let mut kinds: Vec<OfKind> =
            kinds.into_iter().map(|(what, count)| OfKind { what: what.to_owned(), count }).collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
        Work::Tasks { tasks, total, counts, kinds, filling: !index.filled }
    }

    /// Everything that is to be done, soonest first, by code.
    pub(crate) fn all_due(&self, owner: Option<CircleId>) -> Vec<Due> {
        let index = self.index();
        let known = index.known().iter().filter(|known| owner.is_none() || known.owner == owner);
        let due = known.flat_map(|known| {
            let code = &known.summary.code;
            let tasks = self.tasks(known);
            tasks
                .into_iter()
                .map(|task| Due { code: code.clone(), what: task.what.to_owned(), on: task.on })
                .collect::<Vec<_>>()
        });
        let mut due: Vec<Due> = due.collect();
        due.sort_by(|one, other| (one.on, &one.code, &one.what).cmp(&(other.on, &other.code, &other.what)));
        due
    }

    /// Whether what is in reach may be changed here at all; the save decides.
    fn may_write(&self, known: &Known) -> bool {
        known.summary.home.is_none() && self.may(amparo_access::Action::WriteRecords)
    }

    fn workers(&self) -> Vec<Worker> {
        let (index, today) = (self.index(), self.clock.today());
        let mut workers: HashMap<Option<CircleId>, Worker> = HashMap::new();
        for about in index.known() {
            let beside = self.stands_beside(&index, about).filter(|known| known.summary.home.is_none());
            let Some(known) = beside else { continue };
            let tasks = self.tasks(about);
            let carried = about.is_current() && about.of.kind == Kind::Case && !about.guest;
            if !carried && tasks.is_empty() {
                continue;
            }
            let worker = workers.entry(known.owner).or_insert_with(|| Worker {
                owner: known.owner,
                name: self.owner_name(known.owner),
                cases: 0,
                high: 0,
                tasks: Counts::default(),
            });
            worker.cases += usize::from(carried);
            worker.high += usize::from(carried && known.summary.risk == "high");
            tasks.iter().for_each(|task| count(&mut worker.tasks, when(task.on, today)));
        }
        let mut workers: Vec<Worker> = workers.into_values().collect();
        workers.sort_by(|one, other| other.cases.cmp(&one.cases).then_with(|| one.name.cmp(&other.name)));
        workers
    }

    /// Ticks an action or a reminder off: a change like any other, on top of what stands there now.
    fn task_done(&self, record: RecordId, row: RowId) -> Answer<amparo_api::records::Answer> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        let holds = |rows: &&&str| opened.document.rows_of(rows).any(|at| at.id == row);
        let rows = [roles::ACTIONS, roles::REMINDERS];
        let rows = *rows.iter().find(holds).ok_or(Code::ChangedMeanwhile)?;
        let today = Value::Date(self.clock.today().into());
        let set = |field: &str, value: Value| (Path::Cell(rows.to_owned(), row, field.to_owned()), Some(value));
        let change: Change = if rows == roles::ACTIONS {
            let done = set(cell::STATUS, Value::Choice("done".to_owned()));
            [done, set(cell::DONE_ON, today)].into()
        } else {
            [set(cell::REMINDED_ON, today)].into()
        };
        let saving = Saving { change: &change, complete: &[], renewed: &[], draft: None };
        self.save(Some(record), opened.row.skeleton.of(), &opened.row.heads, &saving)
    }
}

impl Program {
    pub(crate) fn work(&self, ask: Ask, session: &Session) -> Answer<Reply> {
        Ok(match ask {
            Ask::List { when, what, owner, skip, take } => {
                Reply::Work(session.work(when, what.as_deref(), owner, skip, take))
            }
            Ask::Workers {} => Reply::Work(Work::Workers { workers: session.workers() }),
            Ask::AskApproval { record, form } => Reply::Records(session.ask_approval(record, &form)?),
            Ask::Approve { record, form, yes, comment } => {
                Reply::Records(session.answer_approval(record, &form, yes, &comment)?)
            }
            Ask::Done { record, row } => Reply::Records(session.task_done(record, row)?),
        })
    }
}
