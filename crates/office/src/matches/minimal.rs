//! The little that is told of a record to everybody who finds colleagues' records (DOMAIN.md 16.2, SECURITY.md 3): what a child is called, sex,
//! age, district and numbers as hashes, sealed for the circle of finders of its module. A letter of its own, `minimal`, beside the facts
//! and far less than they: no relatives, no separation, no consent. With it a worker is warned of a colleague's child; shown of it are code, age, sex
//! and who is responsible, never a name.
//!
//! None is written of a child whose name is to be hidden, of a duplicate, and where the office wants none
//! ([`Settings::finds_across`](amparo_forms::settings::Settings::finds_across)).

use super::facts::{Facts, Person};
use super::find::age;
use super::packed::Packed;
use super::part::MINIMAL;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::roster::finders;
use crate::session::Session;
use amparo_model::date::PartialDate;
use amparo_model::ids::{CircleId, PlaceId, RecordId};
use amparo_model::record::{Kind, Module, RecordType, Status};
use amparo_store::{Part, Reading, RecordRow, Writing};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Counts up when the letter tells more or other things than before.
pub(crate) const SHAPE: u32 = 1;

/// The letter. Stored; fields are only ever added.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Minimal {
    pub(crate) code: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    first: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    middle: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    last: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    script2: String,
    sex: String,
    /// The year of birth, where it is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    born: String,
    age: Option<i64>,
    /// The year in which the age was told.
    age_in: String,
    estimated: bool,
    /// The area that the child comes from, no finer than lists name.
    place: Option<PlaceId>,
    /// Hashes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    phones: Vec<String>,
}

fn year(date: &str) -> String {
    date.chars().take(4).collect()
}

impl Minimal {
    /// What of the facts is told; `place` is the area of the first place in them.
    fn of(code: &str, child: &Person, place: Option<PlaceId>) -> Self {
        let child = child.clone();
        let told_on = child.age_on.parse::<PartialDate>().ok().map(PartialDate::earliest);
        Self {
            code: code.to_owned(),
            born: year(&child.born),
            // A year alone would tell it less well.
            age: told_on.and_then(|on| age(&child, on)).or(child.age),
            age_in: year(&child.age_on),
            estimated: child.estimated,
            place,
            first: child.first,
            middle: child.middle,
            last: child.last,
            others: child.others,
            script2: child.script2,
            sex: child.sex,
            numbers: child.numbers,
            phones: child.phones,
        }
    }

    /// As it is compared.
    fn person(self) -> Person {
        Person {
            first: self.first,
            middle: self.middle,
            last: self.last,
            others: self.others,
            script2: self.script2,
            sex: self.sex,
            born: self.born,
            age: self.age,
            // The middle of the year: at most half a year from the day that it was.
            age_on: if self.age_in.is_empty() { String::new() } else { format!("{}-07-01", self.age_in) },
            estimated: self.estimated,
            places: self.place.into_iter().collect(),
            numbers: self.numbers,
            phones: self.phones,
            ..Person::default()
        }
    }
}

/// A colleague's record, as far as it is known here.
#[derive(Clone)]
pub(crate) struct Other {
    pub(crate) of: RecordType,
    pub(crate) status: Status,
    pub(crate) owner: Option<CircleId>,
    pub(crate) code: String,
    pub(crate) child: Packed,
}

impl Other {
    /// The age today: what was told, grown since; of the birth only the year is known.
    pub(super) fn age(&self, today: Date) -> Option<i64> {
        let child = self.child.person();
        age(&Person { born: if child.age.is_some() { String::new() } else { child.born.clone() }, ..child }, today)
    }
}

/// Whether a type of record is told of at all.
fn is_told_of(of: RecordType) -> bool {
    of.kind == Kind::Case
}

impl Session {
    /// Whether the office wants that the records of a module are found by colleagues.
    fn finds_across(&self, module: Module) -> bool {
        self.forms().settings().finds_across(module)
    }

    /// The circle of finders of a module, when something may be sealed for it now: not while somebody who left still knows its key.
    fn finders_to_tell(&self, module: Module) -> Option<CircleId> {
        let roster = self.roster();
        let circle = roster.circle_for(&finders(module))?.circle.id;
        (self.finds_across(module) && !roster.to_turn().contains(&circle)).then_some(circle)
    }

    /// Writes beside a record what finders are told of it, in the place of what they were told; nothing, where nothing is to be told.
    pub(crate) fn put_minimal(&self, writing: &mut Writing<'_>, row: &RecordRow, facts: &Facts) -> Answer<()> {
        match self.seal_minimal(writing, row, facts)? {
            Some(part) => writing.put_part(row.id, MINIMAL.part, &part)?,
            None => writing.drop_part(row.id, MINIMAL.part)?,
        }
        Ok(())
    }

    fn seal_minimal(&self, writing: &Writing<'_>, row: &RecordRow, facts: &Facts) -> Answer<Option<Part>> {
        let of = row.skeleton.of();
        let told = is_told_of(of) && row.skeleton.status != Status::Duplicate && !facts.protected;
        let circle = self.finders_to_tell(of.module).filter(|_| told);
        let (Some(circle), Some(child)) = (circle, facts.child.as_ref().filter(|child| !child.protected)) else {
            return Ok(None);
        };
        let level = self.forms().settings().places.lists;
        let place = match child.places.first() {
            Some(place) => writing.reading().place_above(*place, level)?,
            None => None,
        };
        let bytes = serde_json::to_vec(&Minimal::of(&facts.code, child, place))?;
        self.seal_letter(&MINIMAL, self.author(writing)?, row, &[circle], SHAPE, &bytes).map(Some)
    }

    /// For whom it is sealed again when a record changes hands.
    pub(super) fn minimal_readers(&self, row: &RecordRow) -> Vec<CircleId> {
        self.finders_to_tell(row.skeleton.module).into_iter().collect()
    }

    /// Whether what finders are told of a record in reach is as it should be now: there where it may be, of today, and for their circle.
    pub(crate) fn minimal_is_current(&self, row: &RecordRow, part: Option<&Part>) -> bool {
        let of = row.skeleton.of();
        let hidden = self.index().get(row.id).is_some_and(|known| known.names.protected);
        let told = is_told_of(of) && row.skeleton.status != Status::Duplicate && !hidden;
        let circle = self.finders_to_tell(of.module).filter(|_| told);
        match (circle, part) {
            (None, None) => true,
            // Kept until somebody may seal it again, or gone with the next save.
            (None, Some(_)) => told && self.finds_across(of.module),
            (Some(_), None) => false,
            (Some(circle), Some(part)) => {
                part.epoch == SHAPE && self.letter_reaches(row, &part.sealed, circle, self.circle(circle).is_some())
            }
        }
    }

    /// What is told of a record that is out of reach. One that was left behind by an older save does not count: what it said may be hidden since.
    fn open_minimal(&self, row: &RecordRow, sealed: &[u8]) -> Option<Other> {
        let bytes = self.open_letter_of(&MINIMAL, row, sealed)?;
        let minimal: Minimal = serde_json::from_slice(&bytes).ok()?;
        let (of, skeleton) = (row.skeleton.of(), &row.skeleton);
        let code = minimal.code.clone();
        Some(Other { of, status: skeleton.status, owner: skeleton.owner, code, child: Packed::of(&minimal.person()) })
    }

    /// The same of one record, from what is kept of it now.
    pub(super) fn other_now(&self, row: &RecordRow) -> Answer<Option<Other>> {
        if !is_told_of(row.skeleton.of()) || !self.finds_across(row.skeleton.module) {
            return Ok(None);
        }
        let part = self.store.read(|reading: &Reading<'_>| reading.part(row.id, MINIMAL.part))?;
        Ok(part.and_then(|part| self.open_minimal(row, &part.sealed)))
    }

    /// What is told of every record in `rows`.
    pub(super) fn gather_others(
        &self,
        rows: &HashMap<RecordId, RecordRow>,
        watch: &dyn Watch,
    ) -> Answer<Vec<(RecordId, Other)>> {
        let mut gathered = Vec::new();
        let Some(module) = self.role.module().filter(|module| self.finds_across(*module)) else { return Ok(gathered) };
        if self.held_for(&finders(module)).is_none() {
            return Ok(gathered);
        }
        self.each_with_part(MINIMAL.part, rows, watch, |row, part| {
            let part = part.filter(|part| row.skeleton.module == module && part.epoch == SHAPE);
            gathered.extend(part.and_then(|part| Some((row.id, self.open_minimal(row, &part.sealed)?))));
            Ok(())
        })?;
        Ok(gathered)
    }

    /// Where the office no longer wants that colleagues find each other's records, what they were told goes, whoever signs in.
    pub(crate) fn drop_unwanted_minimals(&self) -> Answer<()> {
        for module in [Module::Cp, Module::Gbv] {
            let wanted = self.finds_across(module);
            let there = |reading: &Reading<'_>| reading.has_part_in(MINIMAL.part, module);
            if wanted || !self.store.read(there)? {
                continue;
            }
            self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                let dropped = writing.drop_parts_in(MINIMAL.part, module)?;
                self.tell(writing, Told::of(What::MatchesPrepared).with("dropped", dropped))
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_but_names_sex_years_an_area_and_hashes() {
        let child = Person {
            first: "Rahaf".to_owned(),
            sex: "female".to_owned(),
            born: "2015-03-09".to_owned(),
            age: Some(11),
            age_on: "2026-11-20".to_owned(),
            places: vec![PlaceId::from_random([1; 16])],
            numbers: vec!["aa".to_owned()],
            marks: "a scar".to_owned(),
            school: "North".to_owned(),
            separated_on: "2024-01-02".to_owned(),
            nationalities: vec!["syr".to_owned()],
            languages: vec!["ar".to_owned()],
            relatives: vec![super::super::facts::Kin { name: "Huda".to_owned(), ..Default::default() }],
            ..Person::default()
        };
        let area = PlaceId::from_random([2; 16]);
        let told = serde_json::to_value(Minimal::of("KRG1-26-00001", &child, Some(area))).unwrap_or_default();
        let keys: Vec<&str> = told.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["age", "age_in", "born", "code", "estimated", "first", "numbers", "place", "sex"]);
        assert_eq!((&told["born"], &told["age_in"]), (&"2015".into(), &"2026".into()));
        let again = Minimal::of("KRG1-26-00001", &child, Some(area)).person();
        assert_eq!((again.first.as_str(), again.age, again.age_on.as_str()), ("Rahaf", Some(11), "2026-07-01"));
        assert!(again.relatives.is_empty() && again.marks.is_empty() && again.places == [area]);
    }
}
