//! What somebody said about two records: joined, dismissed, taken back; the two side by side before it is said.

use super::super::compare::compared;
use super::super::decisions::about;
use super::super::facts::Person;
use super::super::find::points;
use super::super::index::Ready;
use super::same;
use super::searching::Found;
use crate::casework::open::Opened;
use crate::casework::rows::add_row;
use crate::casework::system::DUPLICATES;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::duplicates::{Answer as Doubles, Decision, Joined, Pair, Said, SideBySide};
use amparo_matching::{Band, Index};
use amparo_model::date::PartialDate;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::Status;
use amparo_model::value::{Change, Document, Value};
use amparo_store::{Reading, Writing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 4_000;

/// One thing said about a pair, as the facts of either record hold it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Twice {
    pub(crate) other: RecordId,
    /// `kept` (the other is the duplicate), `joined` (this one is), `dismissed`, `undone`.
    pub(crate) decision: String,
    pub(crate) reason: String,
    pub(crate) by: Option<PersonId>,
    pub(crate) on: String,
    /// What was known of both then.
    pub(crate) about: String,
    /// Of the one joined: its status before.
    pub(crate) was: String,
    /// The other's code, for whoever may not open it.
    #[serde(default)]
    pub(crate) code: String,
}

/// What was said in a record about duplicates, in the order in which it was.
pub(crate) fn said_in(document: &Document) -> Vec<Twice> {
    let said = |row: &amparo_model::value::Row| {
        let text = |cell: &str| row.fields.get(cell).and_then(Value::as_text).unwrap_or_default().to_owned();
        let choice = |cell: &str| row.fields.get(cell).and_then(Value::as_choice).unwrap_or_default().to_owned();
        let Some(Value::Link(other)) = row.fields.get("other") else { return None };
        Some(Twice {
            other: *other,
            decision: choice("decision"),
            reason: text("reason"),
            by: if let Some(Value::Person(person)) = row.fields.get("by") { Some(*person) } else { None },
            on: row.fields.get("on").and_then(Value::as_date).map(|on| on.to_string()).unwrap_or_default(),
            about: text("about"),
            was: choice("was"),
            code: text("code"),
        })
    };
    document.rows_of(DUPLICATES).filter_map(said).collect()
}

/// A mark of all that is known of two children, in one order.
fn about_both(one: (RecordId, &Person), other: (RecordId, &Person)) -> Answer<String> {
    if one.0 < other.0 { about(one.1, other.1) } else { about(other.1, one.1) }
}

fn status_word(status: Status) -> String {
    let word = serde_json::to_value(status).ok();
    word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Session {
    /// The last word about a pair, unless it was taken back, and whether what is known of either changed since.
    pub(super) fn said_of_two<'a>(
        &self,
        ready: &'a Ready,
        one: RecordId,
        other: RecordId,
    ) -> Option<(&'a Twice, bool)> {
        let in_record = |record: RecordId, other: RecordId| {
            ready.get(record)?.facts.doubles.iter().rev().find(|said| said.other == other)
        };
        let last = in_record(one, other).or_else(|| in_record(other, one))?;
        let both = ready.any_child(one).zip(ready.any_child(other));
        let now = both.and_then(|(a, b)| about_both((one, &a.child.person()), (other, &b.child.person())).ok());
        (last.decision != "undone").then(|| (last, now.as_deref() != Some(last.about.as_str())))
    }

    /// Everything that was said about a pair, the newest first.
    pub(super) fn said_about(&self, ready: &Ready, pair: Pair) -> Vec<Said> {
        let in_record = |record: RecordId, other: RecordId| -> Vec<&Twice> {
            let said = ready.get(record).map(|known| known.facts.doubles.as_slice()).unwrap_or_default();
            said.iter().rev().filter(|said| said.other == other).collect()
        };
        let mut all = in_record(pair.one, pair.other);
        if all.is_empty() {
            all = in_record(pair.other, pair.one);
        }
        all.into_iter().map(|said| self.as_told(said)).collect()
    }

    fn as_told(&self, said: &Twice) -> Said {
        Said {
            decision: match said.decision.as_str() {
                "kept" | "joined" => Decision::Joined,
                "dismissed" => Decision::Dismissed,
                _ => Decision::Undone,
            },
            reason: said.reason.clone(),
            by: said.by.map(|person| self.person_name(person)).unwrap_or_default(),
            on: said.on.clone(),
        }
    }

    /// Where a record leads that was joined under another, and which were joined under it. Asked of the record alone, by whoever opens it.
    pub(super) fn joined_with(&self, record: RecordId) -> Answer<Doubles> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        let all = said_in(&opened.document);
        let last: BTreeMap<RecordId, &Twice> = all.iter().map(|said| (said.other, said)).collect();
        let joined = |said: &&Twice| {
            let known = self.index().code(said.other);
            Joined {
                record: known.is_some().then_some(said.other),
                code: known.unwrap_or_else(|| said.code.clone()),
                said: self.as_told(said),
            }
        };
        let of = |word: &'static str| last.values().copied().filter(move |said| said.decision == word);
        Ok(Doubles::Of {
            under: of("joined").next().as_ref().map(joined),
            holds: of("kept").map(|said| joined(&said)).collect(),
        })
    }

    /// Both records, fact by fact. The look is told to the log, for both.
    pub(super) fn compare_doubles(&self, pair: Pair, watch: &dyn Watch) -> Answer<Doubles> {
        let mut beside = self.with_matching(watch, |ready| {
            let opens = |record: RecordId| self.index().get(record).is_some();
            if pair.one == pair.other || !opens(pair.one) || !opens(pair.other) {
                return Err(Code::NotAllowed.into());
            }
            let (one, other) = ready.child(pair.one).zip(ready.child(pair.other)).ok_or(Code::NotAllowed)?;
            let stop = || watch.stopped() || self.has_ended();
            let all = ready.all(self.role.module().ok_or(Code::NotAllowed)?);
            let among = |index: &Index<RecordId>| {
                let found = index.finder().find(&ready.profile(&one), 200, Some(&pair.one), &stop);
                found.map(|found| found.into_iter().find(|found| found.id == pair.other)).map_err(|_| Code::Stopped)
            };
            let found = match among(all)? {
                Some(found) => Some(found),
                // Joined already, or little in common: these two alone, with what names are worth anywhere.
                None => {
                    let mut alone = Index::new(all.settings().clone());
                    alone.add(pair.other, &ready.profile(&other));
                    among(&alone)?.map(|alone| amparo_matching::Candidate { band: Band::Weak, ..alone })
                }
            };
            let reasons = found.as_ref().map(|found| found.reasons.clone()).unwrap_or_default();
            let facts = compared(&one, &other, &reasons);
            let found = Found {
                band: found.as_ref().map_or(Band::Weak, |found| found.band),
                score: found.as_ref().map_or(0, |found| points(found.score)),
                reasons,
                same: same(&one, &other),
            };
            Ok(SideBySide {
                double: self.double(ready, pair, Some(found)).ok_or(Code::NotAllowed)?,
                facts,
                // Both are in reach: who could not open them was refused above.
                one_photo: one.photo.filter(|_| !one.protected),
                other_photo: other.photo.filter(|_| !other.protected),
                past: self.said_about(ready, pair),
                may_keep_one: false,
                may_keep_other: false,
                may_decide: false,
            })
        })?;
        let read = |record| self.store.read(|reading: &Reading<'_>| self.open(reading, record));
        let (one, other) = (read(pair.one)?, read(pair.other)?);
        let ours = |opened: &Opened| self.why_read_only(opened).is_none();
        let whole = |opened: &Opened| opened.row.skeleton.status != Status::Duplicate;
        let both = whole(&one) && whole(&other);
        beside.may_keep_one = both && ours(&other);
        beside.may_keep_other = both && ours(&one);
        beside.may_decide = ours(&one) || ours(&other);
        let (a, b) = (&beside.double.one.code, &beside.double.other.code);
        self.note(Told::of(What::DuplicatesCompared).record(pair.one, a).with("other", b))?;
        self.note(Told::of(What::DuplicatesCompared).record(pair.other, b).with("other", a))?;
        Ok(Doubles::Comparison(Box::new(beside)))
    }

    /// Joins, dismisses, takes back.
    pub(super) fn decide_double(
        &self,
        pair: Pair,
        decision: Decision,
        reason: &str,
        watch: &dyn Watch,
    ) -> Answer<Doubles> {
        let reason = reason.trim();
        if pair.one == pair.other
            || reason.chars().count() > LONGEST_REASON
            || (decision == Decision::Dismissed && reason.is_empty())
        {
            return Err(Code::BadRequest.into());
        }
        let (about, before, codes) = self.with_matching(watch, |ready| {
            let (one, other) = ready.any_child(pair.one).zip(ready.any_child(pair.other)).ok_or(Code::NotAllowed)?;
            // Nothing is ever said of a survivor and a child of the other module.
            if one.of != other.of {
                return Err(Code::NotAllowed.into());
            }
            let before = self.said_of_two(ready, pair.one, pair.other).map(|(said, changed)| (said.clone(), changed));
            let about = about_both((pair.one, &one.child.person()), (pair.other, &other.child.person()))?;
            Ok((about, before, [one.code.to_owned(), other.code.to_owned()]))
        })?;
        let joined = |said: &Twice| matches!(said.decision.as_str(), "kept" | "joined");
        let stands = before.as_ref().is_some_and(|(said, changed)| {
            joined(said) || (decision == Decision::Dismissed && said.decision == "dismissed" && !changed)
        });
        let meanwhile = if decision == Decision::Undone { before.is_none() } else { stands };
        if meanwhile {
            return Err(Code::ChangedMeanwhile.into());
        }
        // Of a colleague's record, which stays closed, nothing is written there: only that it is another child, in one's own.
        let both = decision == Decision::Joined || before.as_ref().is_some_and(|(said, _)| joined(said));
        let read = |record| -> Answer<Option<Opened>> {
            if !both && self.index().get(record).is_none() {
                return Ok(None);
            }
            self.store.read(|reading: &Reading<'_>| self.open(reading, record)).map(Some)
        };
        let (one, other) = (read(pair.one)?, read(pair.other)?);
        let ours = |opened: &Option<Opened>| opened.as_ref().is_some_and(|it| self.why_read_only(it).is_none());
        let is_duplicate =
            |opened: &Option<Opened>| opened.as_ref().is_some_and(|it| it.row.skeleton.status == Status::Duplicate);
        // Only a case of this office can become a duplicate; the one it is joined under may be another office's.
        let refused = match decision {
            Decision::Joined => !ours(&other) || is_duplicate(&one) || is_duplicate(&other),
            Decision::Dismissed | Decision::Undone => !ours(&one) && !ours(&other),
        };
        if refused {
            return Err(Code::NotAllowed.into());
        }
        let what = match decision {
            Decision::Joined => What::DuplicateJoined,
            Decision::Dismissed => What::DuplicateDismissed,
            Decision::Undone => What::DuplicateUndone,
        };
        // Where the one that was joined stood before: only the pair's own last word gives it back.
        let was = |opened: &Opened, facing: RecordId| {
            let said = said_in(&opened.document).into_iter().rev().find(|said| said.other == facing)?;
            let was = serde_json::Value::String(said.was);
            (said.decision == "joined").then(|| serde_json::from_value(was).unwrap_or(Status::Open))
        };
        let mut steps = Vec::new();
        let [code, other_code] = &codes;
        let sides = [(&one, pair.other, other_code, "kept"), (&other, pair.one, code, "joined")];
        for (side, facing, facing_code, word) in sides {
            let Some(opened) = side.as_ref().filter(|_| ours(side)) else { continue };
            let word = match decision {
                Decision::Joined => word,
                Decision::Dismissed => "dismissed",
                Decision::Undone => "undone",
            };
            let status = match decision {
                Decision::Joined if word == "joined" => Some(Status::Duplicate),
                Decision::Undone if is_duplicate(side) => was(opened, facing),
                _ => None,
            };
            let mut cells = vec![
                ("other", Value::Link(facing)),
                ("code", Value::Text(facing_code.clone())),
                ("decision", Value::Choice(word.to_owned())),
                ("by", Value::Person(self.person)),
                ("on", Value::Date(PartialDate::from(self.clock.today()))),
                ("about", Value::Text(about.clone())),
            ];
            if !reason.is_empty() {
                cells.push(("reason", Value::Text(reason.to_owned())));
            }
            if status == Some(Status::Duplicate) {
                cells.push(("was", Value::Choice(status_word(opened.row.skeleton.status))));
            }
            let told = Told::of(what).with("other", facing_code);
            let mut change = Change::new();
            add_row(&mut change, &opened.document, DUPLICATES, cells);
            steps.push((opened, change, status, told));
        }
        let saved = self.store.change(|writing: &mut Writing<'_>| -> Answer<_> {
            let mut saved = Vec::new();
            for (opened, change, status, told) in steps {
                let now = self.open(&writing.reading(), opened.row.id)?;
                if now.row.heads != opened.row.heads {
                    return Err(Code::ChangedMeanwhile.into());
                }
                saved.push(self.write_own(writing, now, &change, status, told)?);
            }
            Ok(saved)
        })?;
        for saved in saved {
            self.took(saved);
        }
        Ok(Doubles::Decided {})
    }
}
