//! Children registered twice: who is like the child at hand, which pairs stand in the caseload, and what somebody said about them (DOMAIN.md
//! 6.3, rule 10). Over what this session opens, and over what little finders are told of the rest ([`super::minimal`]): of a record that
//! they may not open they see code, age, sex and owner. Survivors are compared with survivors only.
//!
//! What is said is a row that the program writes in both records, in signed revisions of one transaction: rows are added, never changed, and
//! the last one about a pair counts. A record joined under another is a duplicate from then on; it keeps its past, and the way back.

mod others;
mod said;
mod searching;

pub(super) use said::{Twice, said_in};
pub(super) use searching::Compared;

use super::facts::Person;
use super::find::{age, without_names};
use super::index::Ready;
use crate::casework::keys::sha256;
use crate::casework::parts::names;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::duplicates::{Alike, Answer as Doubles, Ask, Same};
use amparo_api::tracing::Side;
use amparo_forms::roles;
use amparo_forms::settings::Looking;
use amparo_matching::{Band, Reason, Settings, Weights, Whose, id_fold, phone_digits};
use amparo_model::ids::{CircleId, PersonId, RecordId};
use amparo_model::record::{Kind, RecordType, Status};
use amparo_model::value::{Change, Document, Value, apply};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// So many are shown while somebody registers a child.
const MOST: usize = 6;
/// Questions and rows (with their cell) that hold a child's own numbers.
const OWN_NUMBERS: [&str; 1] = ["unhcr_individual"];
const OWN_PAPERS: [(&str, &str); 2] = [(roles::IDS, "number"), ("other_agency_docs", "number")];

/// What matching goes by where it looks for duplicates: few children are registered twice.
pub(super) fn settings(settings: &Settings) -> Settings {
    Settings { weights: Weights { registered: 0.05, ..settings.weights.clone() }, ..settings.clone() }
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

/// A mark of a child's names: whoever writes another one looks again.
fn mark_of(child: &Person) -> String {
    hashed(&[&child.first, &child.middle, &child.last, &child.script2].map(|name| name.trim()).join("\n"))
}

/// Whether a child can be somebody's double: one who was joined under another record is no longer asked about.
pub(super) fn counts(of: RecordType, status: Status) -> bool {
    of.kind == Kind::Case && status != Status::Duplicate
}

/// What of the reasons tells no more of a child whose record is closed than what is shown of it.
fn little(reasons: Vec<Reason>) -> Vec<Reason> {
    let told = |reason: &Reason| {
        matches!(
            reason,
            Reason::Name { whose: Whose::Given | Whose::Father | Whose::Family, .. }
                | Reason::NameDiffers { whose: Whose::Given | Whose::Father | Whose::Family, .. }
                | Reason::OtherOrder
                | Reason::Sex { .. }
                | Reason::Age { .. }
                | Reason::AnotherAsLike
        )
    };
    without_names(reasons).into_iter().filter(told).collect()
}

impl Session {
    pub(crate) fn duplicates(&self, ask: Ask, watch: &dyn Watch) -> Answer<Doubles> {
        match ask {
            Ask::Like { record, document } => self.like(record, &document, watch),
            Ask::Looked { document } => self.looked_at(&document),
            Ask::Others { text, take } => self.find_others(&text, take, watch),
            Ask::Of { record } => self.joined_with(record),
            Ask::Search {} => self.search_doubles(None, watch),
            Ask::Among { records } => self.search_doubles(Some(&records.into_iter().collect()), watch),
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

    /// The child in the answers at hand.
    fn child_told(&self, document: &Document) -> Option<Person> {
        let of = RecordType { kind: Kind::Case, module: self.role.module()? };
        self.facts_told(of, document, self.clock.now(), &[]).and_then(|facts| facts.child)
    }

    /// One of a pair as it is shown; none where nothing is known of it. The name only to whoever opens the record, and of survivors to
    /// their own workers.
    fn side_of(&self, ready: &Ready, record: RecordId) -> Option<Side> {
        let child = ready.any_child(record)?;
        let person = child.child.person();
        let opens = self.index().get(record).is_some();
        let named = opens && !child.minimal && !person.protected && !self.reads_by_code(child.of, child.owner);
        Some(Side {
            code: child.code.to_owned(),
            name: if named { person.shown() } else { String::new() },
            sex: person.sex.clone(),
            age: match ready.other(record) {
                Some(other) => other.age(self.clock.today()),
                None => age(&person, self.clock.today()),
            },
            owner: self.owner_name(child.owner),
            opens,
        })
    }

    /// Whom to ask for a record that is closed to this session.
    fn to_ask_for(&self, ready: &Ready, record: RecordId) -> Option<PersonId> {
        let child = ready.any_child(record).filter(|_| self.index().get(record).is_none())?;
        self.to_ask(child.owner)
    }

    /// Whoever is responsible, when they are at work here.
    pub(super) fn to_ask(&self, owner: Option<CircleId>) -> Option<PersonId> {
        let owner = self.owner_of(owner).filter(|owner| *owner != self.person)?;
        self.roster().directory.at(owner.uuid(), u64::MAX).map(|_| owner)
    }

    /// Why two are like, as it is told of some records.
    fn why_alike(&self, ready: &Ready, records: &[RecordId], reasons: Vec<Reason>) -> Vec<Reason> {
        let reasons = ready.told(records, reasons);
        if records.iter().any(|record| self.index().get(*record).is_none()) {
            return little(reasons);
        }
        let mut children = records.iter().filter_map(|record| ready.any_child(*record));
        if children.any(|it| self.reads_by_code(it.of, it.owner)) { without_names(reasons) } else { reasons }
    }

    /// Who is like the child in the answers at hand.
    fn like(&self, record: Option<RecordId>, document: &Document, watch: &dyn Watch) -> Answer<Doubles> {
        let Some(child) = self.child_told(document) else { return Ok(Doubles::Alike { children: Vec::new() }) };
        // Whoever begins to register a child has what will be asked made ready meanwhile.
        if !child.has_name() && child.numbers.is_empty() {
            return self.with_matching(watch, |_| Ok(Doubles::Alike { children: Vec::new() }));
        }
        let children = self.alikes(record, &child, watch)?;
        self.note(Told::of(What::DuplicatesSought).with("alike", children.len()))?;
        Ok(Doubles::Alike { children })
    }

    /// Somebody looked at those who are like the child in the answers at hand, and says that it is none of them.
    fn looked_at(&self, document: &Document) -> Answer<Doubles> {
        let child = self.child_told(document).ok_or(Code::BadRequest)?;
        self.looked.lock().unwrap_or_else(PoisonError::into_inner).insert(mark_of(&child));
        Ok(Doubles::Decided {})
    }

    /// Where the office wants whoever registers a child to look first: refused until they did, as long as anybody is like it.
    pub(crate) fn refuse_unlooked(&self, of: RecordType, change: &Change) -> Answer<()> {
        if of.kind != Kind::Case || self.forms().settings().looking != Looking::MustLook {
            return Ok(());
        }
        let mut document = Document::default();
        apply(&mut document, change);
        let Some(child) = self.child_told(&document) else { return Ok(()) };
        let looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner).contains(&mark_of(&child));
        if looked || self.alikes(None, &child, &())?.is_empty() { Ok(()) } else { Err(Code::LookFirst.into()) }
    }

    /// Children who are like one, the surest first: those in reach, and those of whom this session is told a little.
    fn alikes(&self, record: Option<RecordId>, child: &Person, watch: &dyn Watch) -> Answer<Vec<Alike>> {
        let module = self.role.module().ok_or(Code::NotAllowed)?;
        self.with_matching(watch, |ready| {
            let stop = || watch.stopped() || self.has_ended();
            let mut alike = BTreeMap::new();
            if child.has_name() {
                let found = ready.all(module).finder().find(&ready.profile(child), MOST, record.as_ref(), &stop);
                for found in found.map_err(|_| Code::Stopped)? {
                    alike.insert(found.id, (found.band, found.reasons));
                }
            }
            let same_number = child.numbers.iter().flat_map(|number| ready.with_number(module, number));
            for id in same_number.filter(|id| Some(**id) != record) {
                alike.entry(*id).or_insert((Band::Possible, Vec::new()));
            }
            let mut children: Vec<Alike> = alike
                .into_iter()
                .filter_map(|(id, (band, reasons))| {
                    let same = same(child, &ready.any_child(id)?.child.person());
                    let said = record.and_then(|record| self.said_of_two(ready, record, id));
                    let dismissed = said.is_some_and(|(said, changed)| said.decision == "dismissed" && !changed);
                    if dismissed || band < Band::Possible && same.is_empty() {
                        return None;
                    }
                    let side = self.side_of(ready, id)?;
                    let reasons = self.why_alike(ready, &[id], reasons);
                    let ask = self.to_ask_for(ready, id);
                    Some(Alike { record: side.opens.then_some(id), side, band, reasons, same, ask })
                })
                .collect();
            children.sort_by_key(|it| (!it.same.contains(&Same::Number), std::cmp::Reverse(it.band)));
            children.truncate(MOST);
            Ok(children)
        })
    }
}
