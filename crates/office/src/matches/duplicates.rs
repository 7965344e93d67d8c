//! Children registered twice: who is like the child at hand, which pairs stand in the caseload, and what somebody said about them (DOMAIN.md
//! 6.3, rule 10). Over what this session opens: a caseworker's own children, a supervisor's teams'. Whoever may open no record of a
//! pair is told its code, age, sex and owner.
//!
//! What is said is a row that the program writes in both records, in signed revisions of one transaction: rows are added, never changed, and
//! the last one about a pair counts. A record joined under another is a duplicate from then on; it keeps its past, and the way back.

use super::compare::compared;
use super::decisions::about;
use super::facts::Person;
use super::find::points;
use super::index::{Known, Ready};
use crate::casework::keys::sha256;
use crate::casework::open::Opened;
use crate::casework::parts::names;
use crate::casework::system::DUPLICATES;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::duplicates::{
    Alike, Answer as Doubles, Ask, Decision, Double, Joined, Pair, Said, Same, Searched, SideBySide, State,
};
use amparo_api::{Code, Progress};
use amparo_forms::roles;
use amparo_matching::{Band, Index, Reason, Settings, Stopped, Weights, id_fold, phone_digits};
use amparo_model::date::PartialDate;
use amparo_model::ids::{Moment, PersonId, RecordId};
use amparo_model::record::{RecordType, Status};
use amparo_model::value::{Change, Document, Path, RowId, Value};
use amparo_store::{Reading, Writing};
use amparo_vault::{OsRandom, random};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};

/// So many are shown while somebody registers a child.
const MOST: usize = 6;
/// Pairs of one child that a search keeps.
const KEPT: usize = 6;
/// So many are compared between two moments in which a save can be taken in.
const AT_ONCE: usize = 32;
/// The longest reason, in characters.
const LONGEST_REASON: usize = 4_000;

/// Questions and rows (with their cell) that hold a child's own numbers.
const OWN_NUMBERS: [&str; 1] = ["unhcr_individual"];
const OWN_PAPERS: [(&str, &str); 2] = [(roles::IDS, "number"), ("other_agency_docs", "number")];

/// What matching goes by where it looks for duplicates: few children are registered twice.
pub(super) fn settings(settings: &Settings) -> Settings {
    Settings { weights: Weights { registered: 0.05, ..settings.weights.clone() }, ..settings.clone() }
}

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

/// A child that was compared, as it was then, and whom it is like.
type Fresh = (RecordId, Moment, Vec<(RecordId, Found)>);

/// What this session has compared, and which pairs it found. Gone at lock.
#[derive(Default)]
pub(crate) struct Compared {
    searched: Option<Moment>,
    /// As each child was when it was compared.
    seen: HashMap<RecordId, Moment>,
    pairs: BTreeMap<(RecordId, RecordId), Found>,
}

impl Compared {
    /// Takes in what was found of some children, in the place of what was found of them before.
    fn take(&mut self, found: Vec<Fresh>) {
        for (record, changed, found) in found {
            self.pairs.retain(|(one, other), _| *one != record && *other != record);
            self.pairs.extend(found.into_iter().map(|(other, found)| (key(record, other), found)));
            self.seen.insert(record, changed);
        }
    }
}

impl Ready {
    fn compared(&self) -> MutexGuard<'_, Compared> {
        self.compared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Clone)]
struct Found {
    band: Band,
    score: u8,
    reasons: Vec<Reason>,
    same: Vec<Same>,
}

/// The two in one order, whichever was asked about.
fn key(one: RecordId, other: RecordId) -> (RecordId, RecordId) {
    (one.min(other), one.max(other))
}

/// What two people share to the letter.
fn same(one: &Person, other: &Person) -> Vec<Same> {
    let meet = |one: &[String], other: &[String]| one.iter().any(|it| other.contains(it));
    let all = [(Same::Number, meet(&one.numbers, &other.numbers)), (Same::Phone, meet(&one.phones, &other.phones))];
    all.into_iter().filter(|(_, same)| *same).map(|(which, _)| which).collect()
}

/// A number as it is compared: a hash, so that whoever is only to find duplicates reads none.
fn hashed(number: &str) -> String {
    sha256(number.as_bytes()).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// A mark of all that is known of two children, in one order.
fn about_both(one: (RecordId, &Person), other: (RecordId, &Person)) -> Answer<String> {
    if one.0 < other.0 { about(one.1, other.1) } else { about(other.1, one.1) }
}

fn status_word(status: Status) -> String {
    let word = serde_json::to_value(status).ok();
    word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Whether a child can be somebody's double: one who was joined under another record is no longer asked about.
fn counts(known: &Known) -> bool {
    known.of == RecordType::CASE && known.status != Status::Duplicate
}

impl Session {
    pub(crate) fn duplicates(&self, ask: Ask, watch: &dyn Watch) -> Answer<Doubles> {
        match ask {
            Ask::Like { record, document } => self.like(record, &document, watch),
            Ask::Of { record } => self.joined_with(record),
            Ask::Search {} => self.search_doubles(watch),
            Ask::Pairs { state, skip, take } => self.pairs(state, skip, take, watch),
            Ask::Compare { pair } => self.compare_doubles(pair, watch),
            Ask::Decide { pair, decision, reason } => self.decide_double(pair, decision, &reason, watch),
        }
    }

    /// Adds the child's own numbers, and the phones, that stand in a record to what it gives to matching. Numbers of relatives and of the whole
    /// family are those of brothers and sisters too.
    pub(super) fn add_numbers(&self, of: RecordType, document: &Document, person: &mut Person) {
        let known = names(self.forms(), of, document);
        let text = |value: Option<&Value>| value.and_then(Value::as_text).map(id_fold);
        let fields = OWN_NUMBERS.iter().filter_map(|field| text(document.get(field)));
        let rows =
            OWN_PAPERS.iter().flat_map(|(rows, cell)| document.rows_of(rows).map(move |row| row.fields.get(*cell)));
        // Shorter ones are grades and houses.
        let numbers = fields.chain(rows.filter_map(text)).filter(|number| number.chars().count() >= 4);
        person.numbers = numbers.map(|number| hashed(&number)).take(12).collect();
        // The last nine digits: with and without the country's.
        let phones = known.phones.iter().map(|phone| phone_digits(phone)).filter(|phone| phone.len() >= 7);
        let end = |phone: String| phone.get(phone.len().saturating_sub(9)..).map(hashed);
        person.phones = phones.filter_map(end).take(12).collect();
    }

    /// Who is like the child in the answers at hand.
    fn like(&self, record: Option<RecordId>, document: &Document, watch: &dyn Watch) -> Answer<Doubles> {
        let of = RecordType::CASE;
        let child = self.facts_told(of, document, self.clock.now(), &[]).and_then(|facts| facts.child);
        let Some(child) = child else { return Ok(Doubles::Alike { children: Vec::new() }) };
        let children = self.with_matching(watch, |ready| {
            let stop = || watch.stopped() || self.has_ended();
            let mut alike = BTreeMap::new();
            if child.has_name() {
                let found = ready.all.finder().find(&ready.profile(&child), MOST, record.as_ref(), &stop);
                for found in found.map_err(|_| Code::Stopped)? {
                    alike.insert(found.id, (found.band, found.reasons));
                }
            }
            for (id, known) in ready.known().filter(|(id, known)| counts(known) && Some(**id) != record) {
                let same = known.facts.child.as_ref().map(|other| same(&child, other)).unwrap_or_default();
                if same.contains(&Same::Number) {
                    alike.entry(*id).or_insert((Band::Possible, Vec::new()));
                }
            }
            let mut children: Vec<Alike> = alike
                .into_iter()
                .filter_map(|(id, (band, reasons))| {
                    let known = ready.get(id)?;
                    let same = known.facts.child.as_ref().map(|other| same(&child, other)).unwrap_or_default();
                    let said = record.and_then(|record| self.said_of_two(ready, record, id));
                    let dismissed = said.is_some_and(|(said, changed)| said.decision == "dismissed" && !changed);
                    if dismissed || band < Band::Possible && same.is_empty() {
                        return None;
                    }
                    let mut side = self.side(ready, id, None)?;
                    let mut reasons = reasons;
                    if !side.opens {
                        side.name.clear();
                        reasons.retain(|it| !matches!(it, Reason::Name { .. } | Reason::NameDiffers { .. }));
                    }
                    Some(Alike { record: side.opens.then_some(id), side, band, reasons, same })
                })
                .collect();
            children.sort_by_key(|it| (!it.same.contains(&Same::Number), std::cmp::Reverse(it.band)));
            children.truncate(MOST);
            Ok(children)
        })?;
        self.note(Told::of(What::DuplicatesSought).with("alike", children.len()))?;
        Ok(Doubles::Alike { children })
    }

    /// The pairs of one child.
    fn doubles_of(
        &self,
        ready: &Ready,
        record: RecordId,
        numbers: &HashMap<&str, Vec<RecordId>>,
        finder: &mut amparo_matching::Finder<'_, RecordId>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Vec<(RecordId, Found)>, Stopped> {
        let Some(child) = ready.get(record).filter(|known| counts(known)).and_then(|known| known.facts.child.as_ref())
        else {
            return Ok(Vec::new());
        };
        let mut found = BTreeMap::new();
        if child.has_name() {
            for it in finder.find(&ready.profile(child), KEPT, Some(&record), stop)? {
                found.insert(it.id, (it.band, points(it.score), it.reasons));
            }
        }
        for other in child.numbers.iter().filter_map(|number| numbers.get(number.as_str())).flatten() {
            if *other != record {
                found.entry(*other).or_insert((Band::Possible, 0, Vec::new()));
            }
        }
        let pair = |(other, (band, score, reasons)): (RecordId, (Band, u8, Vec<Reason>))| {
            let same = same(child, ready.child(other)?);
            (band >= Band::Possible || same.contains(&Same::Number))
                .then_some((other, Found { band, score, reasons, same }))
        };
        Ok(found.into_iter().filter_map(pair).collect())
    }

    /// Compares whoever is new or changed with everybody.
    fn search_doubles(&self, watch: &dyn Watch) -> Answer<Doubles> {
        let todo: Vec<(RecordId, Moment)> = self.with_matching(watch, |ready| {
            let doubles = ready.compared();
            let cases = ready.known().filter(|(_, known)| counts(known));
            let cases = cases.map(|(id, known)| (*id, known.facts.changed));
            let mut todo: Vec<_> = cases.filter(|(id, changed)| doubles.seen.get(id) != Some(changed)).collect();
            todo.sort_unstable();
            Ok(todo)
        })?;
        let of = todo.len() as u64;
        let mut searched = Searched::default();
        let stop = || watch.stopped() || self.has_ended();
        for chunk in todo.chunks(AT_ONCE) {
            watch.progress(Progress { done: searched.compared as u64, of });
            self.with_matching(watch, |ready| {
                let mut numbers: HashMap<&str, Vec<RecordId>> = HashMap::new();
                for (id, known) in ready.known().filter(|(_, known)| counts(known)) {
                    for number in known.facts.child.iter().flat_map(|child| &child.numbers) {
                        numbers.entry(number).or_default().push(*id);
                    }
                }
                let mut finder = ready.all.finder();
                let mut pairs = Vec::new();
                for (record, changed) in chunk {
                    if stop() {
                        break;
                    }
                    // Stopped in the middle of one: that one is compared anew the next time.
                    let Ok(found) = self.doubles_of(ready, *record, &numbers, &mut finder, &stop) else { break };
                    pairs.push((*record, *changed, found));
                }
                searched.compared += pairs.len();
                ready.compared().take(pairs);
                Ok(())
            })?;
            if stop() {
                searched.stopped = true;
                break;
            }
        }
        searched.waiting = self.with_matching(watch, |ready| {
            ready.compared().searched = Some(self.clock.now());
            Ok(self.waiting_pairs(ready).len())
        })?;
        self.note(
            Told::of(What::DuplicatesSought).with("compared", searched.compared).with("waiting", searched.waiting),
        )?;
        Ok(Doubles::Searched(searched))
    }

    /// The last word about a pair, unless it was taken back, and whether what is known of either changed since.
    fn said_of_two<'a>(&self, ready: &'a Ready, one: RecordId, other: RecordId) -> Option<(&'a Twice, bool)> {
        let in_record = |record: RecordId, other: RecordId| {
            ready.get(record)?.facts.doubles.iter().rev().find(|said| said.other == other)
        };
        let last = in_record(one, other).or_else(|| in_record(other, one))?;
        let now = ready.child(one).zip(ready.child(other)).and_then(|(a, b)| about_both((one, a), (other, b)).ok());
        (last.decision != "undone").then(|| (last, now.as_deref() != Some(last.about.as_str())))
    }

    /// The pairs that somebody should look at, the surest first.
    fn waiting_pairs(&self, ready: &Ready) -> Vec<((RecordId, RecordId), Found)> {
        let there = |record: RecordId| ready.get(record).is_some_and(counts);
        let waits = |(one, other): &(RecordId, RecordId)| {
            let said = self.said_of_two(ready, *one, *other);
            there(*one) && there(*other) && said.is_none_or(|(said, changed)| said.decision == "dismissed" && changed)
        };
        let doubles = ready.compared();
        let mut all: Vec<_> =
            doubles.pairs.iter().filter(|(pair, _)| waits(pair)).map(|(pair, found)| (*pair, found.clone())).collect();
        all.sort_by_key(|(pair, found)| {
            let number = found.same.contains(&Same::Number);
            (std::cmp::Reverse((number, found.band, found.score)), *pair)
        });
        all
    }

    /// The pairs of which the last word is one of two.
    fn said_pairs(&self, ready: &Ready, joined: bool) -> Vec<Pair> {
        let mut all = BTreeSet::new();
        for (record, known) in ready.known() {
            let others: BTreeSet<RecordId> = known.facts.doubles.iter().map(|said| said.other).collect();
            for other in others {
                let Some((said, changed)) = self.said_of_two(ready, *record, other) else { continue };
                match said.decision.as_str() {
                    "kept" if joined => all.insert(Pair { one: *record, other }),
                    "joined" if joined => all.insert(Pair { one: other, other: *record }),
                    "dismissed" if !joined && !changed => {
                        let (one, other) = key(*record, other);
                        all.insert(Pair { one, other })
                    }
                    _ => false,
                };
            }
        }
        all.into_iter().collect()
    }

    fn pairs(&self, state: State, skip: usize, take: usize, watch: &dyn Watch) -> Answer<Doubles> {
        let take = take.min(200);
        self.with_matching(watch, |ready| {
            let waiting = self.waiting_pairs(ready);
            let [joined, dismissed] = [true, false].map(|joined| self.said_pairs(ready, joined));
            let counts_by_state = [waiting.len(), joined.len(), dismissed.len()];
            let shown: Vec<Double> = match state {
                State::Waiting => {
                    let page = waiting.into_iter().skip(skip).take(take);
                    page.filter_map(|((one, other), found)| self.double(ready, Pair { one, other }, Some(found)))
                        .collect()
                }
                State::Joined | State::Dismissed => {
                    let pairs = if state == State::Joined { joined } else { dismissed };
                    let page = pairs.into_iter().skip(skip).take(take);
                    page.filter_map(|pair| self.double(ready, pair, None)).collect()
                }
            };
            let doubles = ready.compared();
            let changed =
                ready.known().filter(|(id, known)| counts(known) && doubles.seen.get(id) != Some(&known.facts.changed));
            let total = counts_by_state[state as usize];
            let (searched, changed) = (doubles.searched, changed.count());
            Ok(Doubles::Pairs { pairs: shown, total, counts: counts_by_state, searched, changed })
        })
    }

    fn double(&self, ready: &Ready, pair: Pair, found: Option<Found>) -> Option<Double> {
        let (one, other) = (self.side(ready, pair.one, None)?, self.side(ready, pair.other, None)?);
        let said = self.said_about(ready, pair).into_iter().next().filter(|said| said.decision != Decision::Undone);
        let (band, reasons, same) = match found {
            Some(found) => (Some(found.band), found.reasons, found.same),
            None => (None, Vec::new(), Vec::new()),
        };
        Some(Double { pair, band, reasons, same, one, other, said })
    }

    /// Everything that was said about a pair, the newest first.
    fn said_about(&self, ready: &Ready, pair: Pair) -> Vec<Said> {
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
    fn joined_with(&self, record: RecordId) -> Answer<Doubles> {
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
    fn compare_doubles(&self, pair: Pair, watch: &dyn Watch) -> Answer<Doubles> {
        let mut beside = self.with_matching(watch, |ready| {
            let opens = |record: RecordId| self.index().get(record).is_some();
            if pair.one == pair.other || !opens(pair.one) || !opens(pair.other) {
                return Err(Code::NotAllowed.into());
            }
            let (one, other) = ready.child(pair.one).zip(ready.child(pair.other)).ok_or(Code::NotAllowed)?;
            let stop = || watch.stopped() || self.has_ended();
            let among = |index: &Index<RecordId>| {
                let found = index.finder().find(&ready.profile(one), 200, Some(&pair.one), &stop);
                found.map(|found| found.into_iter().find(|found| found.id == pair.other)).map_err(|_| Code::Stopped)
            };
            let found = match among(&ready.all)? {
                Some(found) => Some(found),
                // Joined already, or little in common: these two alone, with what names are worth anywhere.
                None => {
                    let mut alone = Index::new(ready.all.settings().clone());
                    alone.add(pair.other, &ready.profile(other));
                    among(&alone)?.map(|alone| amparo_matching::Candidate { band: Band::Weak, ..alone })
                }
            };
            let reasons = found.as_ref().map(|found| found.reasons.clone()).unwrap_or_default();
            let facts = compared(one, other, &reasons);
            let found = Found {
                band: found.as_ref().map_or(Band::Weak, |found| found.band),
                score: found.as_ref().map_or(0, |found| points(found.score)),
                reasons,
                same: same(one, other),
            };
            Ok(SideBySide {
                double: self.double(ready, pair, Some(found)).ok_or(Code::NotAllowed)?,
                facts,
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
    fn decide_double(&self, pair: Pair, decision: Decision, reason: &str, watch: &dyn Watch) -> Answer<Doubles> {
        let reason = reason.trim();
        if pair.one == pair.other
            || reason.chars().count() > LONGEST_REASON
            || (decision == Decision::Dismissed && reason.is_empty())
        {
            return Err(Code::BadRequest.into());
        }
        let (about, before) = self.with_matching(watch, |ready| {
            let (one, other) = ready.child(pair.one).zip(ready.child(pair.other)).ok_or(Code::NotAllowed)?;
            let before = self.said_of_two(ready, pair.one, pair.other).map(|(said, changed)| (said.clone(), changed));
            Ok((about_both((pair.one, one), (pair.other, other))?, before))
        })?;
        let joined = |said: &Twice| matches!(said.decision.as_str(), "kept" | "joined");
        let stands = before.as_ref().is_some_and(|(said, changed)| {
            joined(said) || (decision == Decision::Dismissed && said.decision == "dismissed" && !changed)
        });
        let meanwhile = if decision == Decision::Undone { before.is_none() } else { stands };
        if meanwhile {
            return Err(Code::ChangedMeanwhile.into());
        }
        let read = |record| self.store.read(|reading: &Reading<'_>| self.open(reading, record));
        let (one, other) = (read(pair.one)?, read(pair.other)?);
        let ours = |opened: &Opened| self.why_read_only(opened).is_none();
        let is_duplicate = |opened: &Opened| opened.row.skeleton.status == Status::Duplicate;
        // Only a case of this office can become a duplicate; the one it is joined under may be another office's.
        let refused = match decision {
            Decision::Joined => !ours(&other) || is_duplicate(&one) || is_duplicate(&other),
            Decision::Dismissed | Decision::Undone => !ours(&one) && !ours(&other),
        };
        let is_case = |opened: &Opened| opened.row.skeleton.of() == RecordType::CASE;
        if refused || !is_case(&one) || !is_case(&other) {
            return Err(Code::NotAllowed.into());
        }
        let what = match decision {
            Decision::Joined => What::DuplicateJoined,
            Decision::Dismissed => What::DuplicateDismissed,
            Decision::Undone => What::DuplicateUndone,
        };
        // Where the one that was joined stood before: only the pair's own last word gives it back.
        let was = |opened: &Opened, facing: &Opened| {
            let said = said_in(&opened.document).into_iter().rev().find(|said| said.other == facing.row.id)?;
            let was = serde_json::Value::String(said.was);
            (said.decision == "joined").then(|| serde_json::from_value(was).unwrap_or(Status::Open))
        };
        let mut steps = Vec::new();
        for (opened, facing, word) in [(&one, &other, "kept"), (&other, &one, "joined")] {
            if !ours(opened) {
                continue;
            }
            let word = match decision {
                Decision::Joined => word,
                Decision::Dismissed => "dismissed",
                Decision::Undone => "undone",
            };
            let status = match decision {
                Decision::Joined if word == "joined" => Some(Status::Duplicate),
                Decision::Undone if is_duplicate(opened) => was(opened, facing),
                _ => None,
            };
            let mut cells = vec![
                ("other", Value::Link(facing.row.id)),
                ("code", Value::Text(facing.code().to_owned())),
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
            let told = Told::of(what).with("other", facing.code());
            steps.push((opened, row(&opened.document, cells), status, told));
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

/// A new row among what was said.
fn row(document: &Document, cells: Vec<(&'static str, Value)>) -> Change {
    let row = RowId::from_random(random::bytes(&mut OsRandom));
    let mut rows = document.rows.get(DUPLICATES).cloned().unwrap_or_default();
    rows.push(row);
    let order = rows.get(row).map_or(0, |row| row.order);
    let mut change = Change::new();
    change.insert(Path::Row(DUPLICATES.to_owned(), row), Some(Value::Number(order)));
    for (cell, value) in cells {
        change.insert(Path::Cell(DUPLICATES.to_owned(), row, cell.to_owned()), Some(value));
    }
    change
}
