//! What people decide about matches: yes, no, taken back. Each is a row that the program writes in the tracing request, under a name
//! that no form may use (`forms::reserved`), in a signed revision; rows are added, never changed. The last one about a pair counts.

use super::facts::Person;
use super::index::{Ready, why_not_searched};
use crate::casework::keys::sha256;
use crate::casework::rows::add_row;
use crate::casework::system::DECISIONS;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::tracing::{Answer as Traced, Decided, Decision, Pair};
use amparo_model::canonical;
use amparo_model::date::PartialDate;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::value::{Change, Document, Path, RowId, Value};
use amparo_store::Reading;
use serde::{Deserialize, Serialize};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 4_000;

/// One decision, as the facts of a request hold it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) trace: RowId,
    pub(crate) child: RecordId,
    /// `confirmed`, `rejected`, `undone`.
    pub(crate) decision: String,
    pub(crate) reason: String,
    pub(crate) by: Option<PersonId>,
    pub(crate) on: String,
    /// What was known of both then.
    pub(crate) about: String,
}

/// The decisions in a request, in the order in which they were made.
pub(crate) fn decisions(document: &Document) -> Vec<Said> {
    let said = |row: &amparo_model::value::Row| {
        let text = |cell: &str| row.fields.get(cell).and_then(Value::as_text).unwrap_or_default().to_owned();
        let Some(Value::Link(child)) = row.fields.get("child") else { return None };
        Some(Said {
            trace: text("trace").parse().ok()?,
            child: *child,
            decision: row.fields.get("decision").and_then(Value::as_choice).unwrap_or_default().to_owned(),
            reason: text("reason"),
            by: if let Some(Value::Person(person)) = row.fields.get("by") { Some(*person) } else { None },
            on: row.fields.get("on").and_then(Value::as_date).map(|on| on.to_string()).unwrap_or_default(),
            about: text("about"),
        })
    };
    document.rows_of(DECISIONS).filter_map(said).collect()
}

fn id(decision: Decision) -> &'static str {
    match decision {
        Decision::Confirmed => "confirmed",
        Decision::Rejected => "rejected",
        Decision::Undone => "undone",
    }
}

/// A mark of all that is known of two people and that a decision can rest on.
pub(crate) fn about(child: &Person, sought: &Person) -> Answer<String> {
    let plain = |person: &Person| Person { state: String::new(), matched: None, ..person.clone() };
    let hash = sha256(&canonical::bytes(&(plain(child), plain(sought)))?);
    Ok(amparo_model::ids::RevisionId(hash).to_string())
}

impl Session {
    /// Every decision about a pair, the newest first.
    pub(super) fn decided_about(&self, ready: &Ready, pair: Pair) -> Vec<Decided> {
        let Some(request) = ready.get(pair.request) else { return Vec::new() };
        // Most pairs were never spoken of: nothing is worked out for those.
        if !request.facts.decisions.iter().any(|said| said.trace == pair.trace && said.child == pair.child) {
            return Vec::new();
        }
        let now = ready.child(pair.child).zip(ready.sought_person((pair.request, pair.trace)));
        let now = now.and_then(|(child, sought)| about(&child, sought).ok()).unwrap_or_default();
        let said = request.facts.decisions.iter().rev();
        let said = said.filter(|said| said.trace == pair.trace && said.child == pair.child);
        said.map(|said| Decided {
            decision: match said.decision.as_str() {
                "confirmed" => Decision::Confirmed,
                "rejected" => Decision::Rejected,
                _ => Decision::Undone,
            },
            reason: said.reason.clone(),
            by: said.by.map(|person| self.person_name(person)).unwrap_or_default(),
            on: said.on.clone(),
            changed: said.about != now,
        })
        .collect()
    }

    /// What counts about a pair: the last word, unless it was taken back.
    pub(super) fn decided(&self, ready: &Ready, pair: Pair) -> Option<Decided> {
        self.decided_about(ready, pair).into_iter().next().filter(|last| last.decision != Decision::Undone)
    }

    /// Says yes or no to a pair, or takes that back.
    pub(super) fn decide(&self, pair: Pair, decision: Decision, reason: &str, watch: &dyn Watch) -> Answer<Traced> {
        let reason = reason.trim();
        if reason.chars().count() > LONGEST_REASON || (decision == Decision::Rejected && reason.is_empty()) {
            return Err(Code::BadRequest.into());
        }
        let (about, before) = self.with_matching(watch, |ready| {
            let child = ready.get(pair.child).ok_or(Code::NotAllowed)?;
            // Whoever withdrew is not matched with anybody, and neither is a search that is over.
            if decision == Decision::Confirmed && why_not_searched(child).is_some() {
                return Err(Code::NotAllowed.into());
            }
            let people = ready.child(pair.child).zip(ready.sought_person((pair.request, pair.trace)));
            let (one, other) = people.ok_or(Code::NotAllowed)?;
            Ok((about(&one, other)?, self.decided(ready, pair)))
        })?;
        let same = before.as_ref().map(|before| before.decision) == Some(decision);
        if same && !before.as_ref().is_some_and(|before| before.changed)
            || before.is_none() && decision == Decision::Undone
        {
            return Err(Code::ChangedMeanwhile.into());
        }
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, pair.request))?;
        if let Some(code) = self.why_read_only(&opened) {
            return Err(code.into());
        }
        let mut change = Change::new();
        let mut cells = vec![
            ("trace", Value::Text(pair.trace.to_string())),
            ("child", Value::Link(pair.child)),
            ("decision", Value::Choice(id(decision).to_owned())),
            ("by", Value::Person(self.person)),
            ("on", Value::Date(PartialDate::from(self.clock.today()))),
            ("about", Value::Text(about)),
        ];
        if !reason.is_empty() {
            cells.push(("reason", Value::Text(reason.to_owned())));
        }
        add_row(&mut change, &opened.document, DECISIONS, cells);
        let trace = opened.document.rows.get("traces").and_then(|rows| rows.get(pair.trace)).ok_or(Code::NotAllowed)?;
        let matched = trace.fields.get("matched_case") == Some(&Value::Link(pair.child));
        let mut set = |cell: &str, value: Option<Value>| {
            change.insert(Path::Cell("traces".to_owned(), pair.trace, cell.to_owned()), value)
        };
        let status = trace.fields.get("tracing_status").and_then(Value::as_choice).unwrap_or("open");
        if decision == Decision::Confirmed {
            set("matched_case", Some(Value::Link(pair.child)));
            if status == "open" {
                set("tracing_status", Some(Value::Choice("in_progress".to_owned())));
            }
        } else if matched {
            set("matched_case", None);
        }
        let what = match decision {
            Decision::Confirmed => What::MatchConfirmed,
            Decision::Rejected => What::MatchRejected,
            Decision::Undone => What::MatchUndone,
        };
        self.step(&opened, change, None, what)?;
        // The child's record is told too: whoever is responsible for it reads who looks for the child, and the log of it.
        let (confirmed, decided) =
            self.with_matching(watch, |ready| Ok((self.confirmed(ready, pair.child)?, self.decided(ready, pair))))?;
        self.tell_the_case(pair.child, &confirmed, Told::of(what).with("request", opened.code()))?;
        self.tell_hints_of(pair.child, watch)?;
        Ok(Traced::Decided { decided })
    }
}
