//! The office's rules for how long records are kept, what is due by them, and holds.

use crate::casework::index::Known;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{Hold, Pen, Roster};
use crate::session::{Session, setting};
use amparo_api::Code;
use amparo_api::retention::{Due, From as Since, HoldReason, Rule};
use amparo_model::date::PartialDate;
use amparo_model::ids::RecordId;
use amparo_model::record::{Kind, RecordType};
use amparo_store::{Reading, Writing};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The most rules an office has.
const MOST_RULES: usize = 100;

fn day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::earliest)
}

/// When a record became due by a rule, if it did.
fn due_by(rule: &Rule, known: &Known, today: Date) -> Option<Date> {
    let summary = &known.summary;
    if rule.of() != known.of || rule.reason.as_ref().is_some_and(|reason| *reason != summary.closure_reason) {
        return None;
    }
    // A case that is worked on is never due; the other kinds are never closed.
    let closed = day(&summary.closed_on);
    if known.of.kind == Kind::Case && closed.is_none() {
        return None;
    }
    let changed = || jiff::Timestamp::from_millisecond(summary.changed.0).ok().map(|at| at.in_tz("UTC").ok());
    let start = match rule.from {
        Since::Closed => closed?,
        Since::Adult => {
            let born = summary.born.as_deref().and_then(day).or_else(|| {
                let years = i16::try_from(summary.age?).ok()?;
                day(&summary.registered_on)?.checked_sub(years.years()).ok()
            })?;
            born.checked_add(18.years()).ok()?.max(closed.unwrap_or(Date::MIN))
        }
        Since::LastChange => changed().flatten()?.date(),
    };
    let due = start.checked_add(i64::from(rule.years).years()).ok()?;
    (due <= today).then_some(due)
}

/// When a record became due: by the rule for its reason, else by the one for all.
pub(super) fn due_since(rules: &[Rule], known: &Known, today: Date) -> Option<Date> {
    let fits = |rule: &&Rule| rule.of() == known.of && rule.reason.as_deref() == Some(&known.summary.closure_reason);
    let rule =
        rules.iter().find(fits).or_else(|| rules.iter().find(|rule| rule.of() == known.of && rule.reason.is_none()))?;
    due_by(rule, known, today)
}

pub(super) fn due_of(known: &Known, since: Option<Date>, roster: &Roster, asked: bool) -> Due {
    Due {
        record: known.record,
        of: known.of,
        code: known.summary.code.clone(),
        since: since.map(|since| since.to_string()).unwrap_or_default(),
        held: roster.hold(known.record),
        asked,
    }
}

impl Session {
    pub(super) fn rules(&self) -> Answer<Vec<Rule>> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.setting(setting::RETENTION))?.unwrap_or_default())
    }

    pub(super) fn set_rules(&self, rules: Vec<Rule>) -> Answer<()> {
        let mut seen = BTreeSet::new();
        let fits = |rule: &Rule| {
            (1..=99).contains(&rule.years)
                && RecordType::REGISTERED.contains(&rule.of())
                && rule.reason.as_ref().is_none_or(|reason| !reason.is_empty() && reason.len() <= 64)
                // Only cases have a closure and a birth date of their own.
                && (rule.kind == Kind::Case || (rule.from == Since::LastChange && rule.reason.is_none()))
        };
        if rules.len() > MOST_RULES
            || !rules.iter().all(fits)
            || !rules.iter().all(|rule| seen.insert((rule.kind, rule.module, rule.reason.clone())))
        {
            return Err(Code::BadRequest.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::RETENTION, &rules)?;
            self.tell(writing, Told::of(What::RetentionSet).with("rules", rules.len()))
        })
    }

    /// The code of a record that this session reads.
    pub(super) fn code_in_reach(&self, record: RecordId) -> Answer<String> {
        self.index().code(record).ok_or_else(|| Code::NotAllowed.into())
    }

    pub(super) fn hold(&self, record: RecordId, reason: Option<HoldReason>) -> Answer<()> {
        let code = self.code_in_reach(record)?;
        if self.roster().hold(record) == reason {
            return Err(Code::BadRequest.into());
        }
        let what = if reason.is_some() { What::HeldBack } else { What::HoldEnded };
        let pen = Pen::Person(self.person, &self.keys.signing);
        let entry = pen.hold(self.office.id, Hold { record, reason })?;
        self.put_entry(&entry, Told::of(what).record(record, &code))
    }

    /// A record of this office in reach, by its code, due or not.
    pub(super) fn find_to_keep(&self, code: &str) -> Answer<Due> {
        let (rules, today) = (self.rules()?, self.clock.today());
        let asked = self.open_askings()?.iter().any(|asked| asked.erasure.code == code);
        let (index, roster) = (self.index(), self.roster());
        let mut ours = index.known().iter().filter(|known| known.summary.home.is_none());
        // The same for one that is not there and one that this session does not read.
        let known = ours.find(|known| known.summary.code == code).ok_or(Code::WrongCodeTyped)?;
        Ok(due_of(known, due_since(&rules, known, today), &roster, asked))
    }
}
