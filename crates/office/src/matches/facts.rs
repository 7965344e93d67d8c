//! What a record gives to matching: a child's case what is known of the child, a tracing request what is told of each sought person
//! (DOMAIN.md 6.2, T1 to T4). Pure: a document in, [`Facts`] out. Cases of survivors give theirs to find duplicates among them, nothing else.
//!
//! Places are kept as ids and looked up when an index is made ([`Places`]): a list of places may change, a place may be gone.

use super::decisions::{Said, decisions};
use super::duplicates::{Twice, said_in};
use crate::casework::covered::{MASK, is_protected};
use amparo_forms::{reserved, roles};
use amparo_matching::{Age, Profile, Relation, Relative, Sex, Span};
use amparo_model::date::PartialDate;
use amparo_model::ids::{FileId, Moment, PlaceId, RecordId, RevisionId};
use amparo_model::place::Place;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::{Document, FieldId, Row, RowId, Value};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Counts up when facts tell more than before: older ones are worked out anew from the record.
pub(crate) const SHAPE: u32 = 2;

/// What a record gives; of a child of a case as a person, or as one lies in memory. Stored; fields are only ever added.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Facts<Child = Person> {
    pub(crate) shape: u32,
    /// The heads it was worked out from.
    pub(crate) heads: Vec<RevisionId>,
    pub(crate) code: String,
    pub(crate) changed: Moment,
    /// Whether the child, or whoever asks, agreed to be looked for: `ok_tracing`, `agrees_to_share`.
    pub(crate) agreed: bool,
    /// The name stays hidden until somebody asks for it.
    pub(crate) protected: bool,
    /// What the search came to: of a case its own, of a request whether it is closed.
    pub(crate) state: String,
    /// The child of a case.
    pub(crate) child: Option<Child>,
    /// The persons a request looks for, by their rows.
    pub(crate) sought: Vec<(RowId, Person)>,
    /// What was decided about them, in the order in which it was.
    pub(crate) decisions: Vec<Said>,
    /// Of a case: what was said about it and others, as duplicates.
    pub(crate) doubles: Vec<Twice>,
}

/// A child, registered or sought, as somebody told of them.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Person {
    pub(crate) first: String,
    pub(crate) middle: String,
    pub(crate) last: String,
    pub(crate) others: Vec<String>,
    pub(crate) script2: String,
    pub(crate) sex: String,
    pub(crate) born: String,
    pub(crate) age: Option<i64>,
    /// The day the age was told.
    pub(crate) age_on: String,
    pub(crate) estimated: bool,
    pub(crate) nationalities: Vec<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) places: Vec<PlaceId>,
    pub(crate) separated_on: String,
    pub(crate) cause: String,
    pub(crate) relatives: Vec<Kin>,
    pub(crate) marks: String,
    pub(crate) school: String,
    pub(crate) photo: Option<FileId>,
    /// The name is to be hidden: it finds, and is shown to nobody.
    pub(crate) protected: bool,
    /// Of a sought person: what came of the search.
    pub(crate) state: String,
    /// Of a sought person: the case that somebody wrote down as theirs.
    pub(crate) matched: Option<RecordId>,
    /// Identity and registration numbers, as hashes.
    pub(crate) numbers: Vec<String>,
    /// Phones, as hashes.
    pub(crate) phones: Vec<String>,
}

/// A relative.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kin {
    pub(crate) name: String,
    /// An option of the list `relation`, as the relative stands to the child.
    pub(crate) relation: String,
    pub(crate) sex: String,
}

/// Whether records of a type take part at all.
pub(crate) fn takes_part(of: RecordType) -> bool {
    of.kind == Kind::Case || of == RecordType::TRACING_REQUEST
}

/// Texts longer than this say nothing more to matching; a name of 200 words stays readable and costs nothing.
const LONGEST: usize = 400;

/// One level of fields: those of a document, or the cells of a row.
struct Fields<'a>(&'a BTreeMap<FieldId, Value>);

impl Fields<'_> {
    fn text(&self, field: &str) -> String {
        // A name that is unknown or that somebody has none of is an option, not a text.
        let text = self.0.get(field).and_then(Value::as_text).unwrap_or_default();
        text.trim().chars().take(LONGEST).collect()
    }
    fn choice(&self, field: &str) -> String {
        let choice = self.0.get(field).and_then(Value::as_choice).unwrap_or_default();
        if matches!(choice, "unknown" | "not_said") { String::new() } else { choice.to_owned() }
    }
    fn is_yes(&self, field: &str) -> bool {
        self.choice(field) == "yes"
    }
    fn date(&self, field: &str) -> String {
        self.0.get(field).and_then(Value::as_date).map(|date| date.to_string()).unwrap_or_default()
    }
    fn choices(&self, field: &str) -> Vec<String> {
        let all = self.0.get(field).and_then(Value::as_choices).into_iter().flatten();
        all.filter(|option| !matches!(option.as_str(), "unknown" | "not_said")).take(8).cloned().collect()
    }
    fn place(&self, field: &str) -> Option<PlaceId> {
        if let Some(Value::Place(place)) = self.0.get(field) { Some(*place) } else { None }
    }
    fn photo(&self, field: &str) -> Option<FileId> {
        if let Some(Value::File(file)) = self.0.get(field) { Some(file.id) } else { None }
    }
    /// The names of the person block, with what stands before its fields.
    fn name(&self, prefix: &str) -> String {
        let parts = [roles::NAME_FIRST, roles::NAME_MIDDLE, roles::NAME_LAST];
        let parts = parts.map(|part| self.text(&format!("{prefix}{part}")));
        let name: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let name = name.join(" ");
        if name.is_empty() { self.text(&format!("{prefix}{}", roles::NAME_SCRIPT2)) } else { name }
    }
    /// The person block of the child itself.
    fn person(&self, told_on: &str) -> Person {
        let others = self.text(roles::NAME_OTHER);
        let others = others.split([',', ';', '/', '،', '؛', '\n']).map(str::trim).filter(|name| !name.is_empty());
        Person {
            first: self.text(roles::NAME_FIRST),
            middle: self.text(roles::NAME_MIDDLE),
            last: self.text(roles::NAME_LAST),
            others: others.take(8).map(str::to_owned).collect(),
            script2: self.text(roles::NAME_SCRIPT2),
            sex: self.choice(roles::SEX),
            born: self.date(roles::DOB),
            age: self.0.get(roles::AGE).and_then(Value::as_number),
            age_on: told_on.to_owned(),
            estimated: self.is_yes(roles::AGE_ESTIMATED),
            separated_on: self.date("separated_on"),
            cause: self.choice("cause_main"),
            photo: self.photo(roles::PHOTO),
            ..Person::default()
        }
    }
}

/// Adds a relative with a name, once.
fn add(relatives: &mut Vec<Kin>, name: String, relation: &str, sex: &str) {
    let kin = Kin { name, relation: relation.to_owned(), sex: sex.to_owned() };
    if !kin.name.is_empty() && relatives.len() < 40 && !relatives.contains(&kin) {
        relatives.push(kin);
    }
}

/// Works out what a record gives; none when its type takes no part.
pub(crate) fn facts(of: RecordType, document: &Document, changed: Moment, heads: &[RevisionId]) -> Option<Facts> {
    if !takes_part(of) {
        return None;
    }
    let fields = Fields(&document.fields);
    let facts = Facts {
        shape: SHAPE,
        heads: heads.to_vec(),
        code: fields.text(reserved::CODE),
        changed,
        protected: document.get(reserved::NAME_PROTECTED) == Some(&Value::Tick(true)),
        ..Facts::default()
    };
    let day = changed.0.div_euclid(86_400_000);
    let saved_on = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(day.clamp(0, 2_000_000)));
    let saved_on = saved_on.map(|day| day.to_string()).unwrap_or_default();
    let first = |dates: &[&str]| {
        let known = dates.iter().map(|field| fields.date(field)).find(|date| !date.is_empty());
        known.unwrap_or_else(|| saved_on.clone())
    };
    Some(if of.kind == Kind::Case {
        let told_on = first(&[roles::DATE_REGISTERED, roles::DATE_IDENTIFIED]);
        Facts {
            agreed: of.module == Module::Cp && fields.is_yes(roles::OK_TRACING),
            state: fields.choice("tracing_status"),
            child: Some(child(document, &fields, &told_on)),
            doubles: said_in(document),
            ..facts
        }
    } else {
        let told_on = first(&["request_on"]);
        let rows: Vec<&Row> = document.rows_of("traces").collect();
        Facts {
            agreed: fields.is_yes("agrees_to_share"),
            state: fields.choice("request_status"),
            decisions: decisions(document),
            sought: rows.iter().map(|row| (row.id, sought(row, &rows, &fields, &told_on))).collect(),
            ..facts
        }
    })
}

fn child(document: &Document, fields: &Fields<'_>, told_on: &str) -> Person {
    let mut relatives = Vec::new();
    for relation in ["mother", "father"] {
        add(&mut relatives, fields.name(&format!("{relation}_")), relation, "");
    }
    let rows = |repeat: &'static str| document.rows_of(repeat).map(|row| Fields(&row.fields));
    for row in rows("family") {
        add(&mut relatives, row.name(""), &row.choice("relation"), &row.choice(roles::SEX));
    }
    for repeat in ["other_family", "members", "persons_sought"] {
        for row in rows(repeat) {
            add(&mut relatives, row.text("name"), &row.choice("relation"), &row.choice(roles::SEX));
        }
    }
    for row in rows("siblings_with_child") {
        add(&mut relatives, row.text("name"), "brother", "");
    }
    if fields.is_yes("caregiver_related") {
        let relation = fields.choice("caregiver_relation");
        add(&mut relatives, fields.name("caregiver_"), &relation, &fields.choice("caregiver_sex"));
    }
    let family = rows("family").filter_map(|row| row.place("last_location"));
    let places = ["last_home", "place_separation", "found_place"].into_iter().filter_map(|field| fields.place(field));
    let mut places: Vec<PlaceId> = places.chain(family).collect();
    // Where the child is now says where the family may be only when nothing better is told.
    if places.is_empty() {
        places.extend(fields.place(roles::LOC_CURRENT));
    }
    places.dedup();
    places.truncate(8);
    Person {
        nationalities: fields.choices("nationality"),
        languages: fields.choices("languages"),
        places,
        relatives,
        protected: is_protected(document),
        marks: fields.text("distinguishing_marks"),
        school: fields.text("last_school"),
        photo: fields.photo(roles::PHOTO).or_else(|| fields.photo("photo_face")),
        ..fields.person(told_on)
    }
}

/// What the one who asks is to the sought child, where the list says what the child is to them.
fn asker(child_is: &str, asker_sex: &str) -> &'static str {
    match (child_is, asker_sex) {
        ("own_child", "female") => "mother",
        ("own_child", "male") => "father",
        ("brother" | "sister" | "half_or_step_sibling", "female") => "sister",
        ("brother" | "sister" | "half_or_step_sibling", _) => "brother",
        _ => "other_relative",
    }
}

/// Whether two sought persons are children of one family, by what they are to the one who asks.
fn are_siblings(one: &str, other: &str) -> bool {
    let sibling = |is: &str| matches!(is, "brother" | "sister" | "half_or_step_sibling");
    (one == "own_child" && other == "own_child") || (sibling(one) && sibling(other))
}

fn sought(row: &Row, all: &[&Row], request: &Fields<'_>, told_on: &str) -> Person {
    let cells = Fields(&row.fields);
    let mut person = cells.person(told_on);
    // Otherwise the facts of the inquirer's form count.
    if !cells.is_yes("separation_differs") {
        person.separated_on = request.date("separated_on");
        person.cause = request.choice("cause_main");
    }
    let separated = cells.place("place_separation").filter(|_| cells.is_yes("separation_differs"));
    person.places.extend(separated.or_else(|| request.place("place_separation")));
    if person.places.is_empty() {
        person.places.extend(request.place(roles::LOC_CURRENT));
    }
    person.nationalities = request.choices("nationality");
    person.languages = request.choices("languages");
    let is = cells.choice("relation_to_inquirer");
    let sex = request.choice(roles::SEX);
    let relation = asker(&is, &sex);
    add(&mut person.relatives, request.name(""), relation, &sex);
    for other in all.iter().filter(|other| other.id != row.id) {
        let cells = Fields(&other.fields);
        let other_is = cells.choice("relation_to_inquirer");
        let sex = cells.choice(roles::SEX);
        if are_siblings(&is, &other_is) {
            add(&mut person.relatives, cells.name(""), if sex == "female" { "sister" } else { "brother" }, &sex);
        } else if matches!(is.as_str(), "own_child") && matches!(other_is.as_str(), "husband" | "wife" | "partner") {
            // The spouse of a parent who asks is the other parent.
            let relation = if sex == "female" || other_is == "wife" { "mother" } else { "father" };
            add(&mut person.relatives, cells.name(""), relation, &sex);
        }
    }
    person.marks = cells.text("marks");
    person.school = cells.text("last_school");
    person.state = cells.choice("tracing_status");
    person.matched = match row.fields.get("matched_case") {
        Some(Value::Link(case)) => Some(*case),
        _ => None,
    };
    person
}

/// The office's list of places, to turn ids into codes.
#[derive(Clone, Default)]
pub(crate) struct Places(HashMap<PlaceId, Place>);

impl Places {
    pub(crate) fn new(places: Vec<Place>) -> Self {
        Self(places.into_iter().map(|place| (place.id, place)).collect())
    }

    /// The codes from the largest area down to a place; none when it is not in the list any more.
    fn codes(&self, place: PlaceId) -> Option<Vec<String>> {
        let mut at = self.0.get(&place)?;
        let mut codes = vec![at.code.clone()];
        // The bound keeps a damaged tree from going round for ever.
        while let Some(parent) = at.parent.and_then(|id| self.0.get(&id)).filter(|_| codes.len() < 8) {
            codes.insert(0, parent.code.clone());
            at = parent;
        }
        Some(codes)
    }
}

fn sex(told: &str) -> Option<Sex> {
    match told {
        "male" => Some(Sex::Male),
        "female" => Some(Sex::Female),
        _ => None,
    }
}

fn relation(told: &str) -> Option<Relation> {
    Some(match told {
        "mother" => Relation::Mother,
        "father" => Relation::Father,
        "brother" | "sister" | "half_or_step_sibling" => Relation::Sibling,
        "uncle" => Relation::Uncle,
        "aunt" => Relation::Aunt,
        "grandfather" => Relation::Grandfather,
        "grandmother" => Relation::Grandmother,
        // Whoever is no relative says nothing about the family.
        "neighbour" | "friend" | "teacher" | "employer" | "unrelated" => return None,
        _ => Relation::Other,
    })
}

/// The day as matching counts it.
pub(crate) fn day_number(day: Date) -> Option<i32> {
    let year = i32::from(day.year());
    let (month, day) = (u32::try_from(day.month()).ok()?, u32::try_from(day.day()).ok()?);
    Some(Span::day(year, month, day)?.from)
}

impl Person {
    /// What is compared.
    pub(crate) fn profile(&self, places: &Places) -> Profile {
        let told_on = self.age_on.parse::<PartialDate>().ok().map(PartialDate::earliest).and_then(day_number);
        let age = self.age.and_then(|years| i32::try_from(years).ok()).zip(told_on);
        let relatives = self.relatives.iter().filter_map(|kin| {
            let relation = relation(&kin.relation)?;
            let told = sex(&kin.sex).or(match kin.relation.as_str() {
                "mother" | "sister" | "aunt" | "grandmother" => Some(Sex::Female),
                "father" | "uncle" | "grandfather" => Some(Sex::Male),
                _ => None,
            });
            Some(Relative { name: kin.name.clone(), relation, sex: told })
        });
        // Who has no name but the one in the original script is known by that.
        let unnamed = self.first.is_empty() && self.middle.is_empty() && self.last.is_empty();
        let others = self.others.iter().cloned();
        Profile {
            first: if unnamed { self.script2.clone() } else { self.first.clone() },
            middle: self.middle.clone(),
            last: self.last.clone(),
            others: others.chain((!unnamed && !self.script2.is_empty()).then(|| self.script2.clone())).collect(),
            sex: sex(&self.sex),
            age: age.map(|(years, on)| Age { years, on }),
            birth: Span::parse(&self.born),
            estimated: self.estimated,
            nationalities: self.nationalities.clone(),
            languages: self.languages.clone(),
            places: self.places.iter().filter_map(|place| places.codes(*place)).collect(),
            separated: Span::parse(&self.separated_on),
            relatives: relatives.collect(),
        }
    }

    /// The name as lists show it.
    pub(crate) fn shown(&self) -> String {
        if self.protected {
            return MASK.to_owned();
        }
        let parts = [&self.first, &self.middle, &self.last];
        let name: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if name.is_empty() { self.script2.clone() } else { name.join(" ") }
    }

    /// Whether somebody is still looked for: a match alone ends no search (DOMAIN.md 6.1).
    pub(crate) fn is_open(state: &str) -> bool {
        !matches!(state, "verified" | "reunified" | "closed")
    }

    /// Whether there is any name to look for.
    pub(crate) fn has_name(&self) -> bool {
        !self.shown().is_empty() || !self.others.is_empty()
    }
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
