#![allow(clippy::unwrap_used)]
use super::*;
use amparo_model::value::YesNo;
use std::collections::BTreeSet;

fn document(fields: &[(&str, Value)]) -> Document {
    let mut document = Document::default();
    fields.iter().for_each(|(field, value)| document.set(field, value.clone()));
    document
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn of_case(document: &Document) -> Facts {
    facts(RecordType::CASE, document, Moment(1_700_000_000_000), &[]).unwrap()
}

fn request(cells: &[&[(&str, Value)]]) -> Facts {
    let mut document = document(&[("name_first", text("Maryam")), ("sex", Value::Choice("female".to_owned()))]);
    for (at, cells) in cells.iter().enumerate() {
        let row = document.rows.entry("traces".to_owned()).or_default();
        let row = row.push(RowId::from_random([u8::try_from(at).unwrap() + 1; 16]));
        row.extend(cells.iter().map(|(cell, value)| ((*cell).to_owned(), value.clone())));
    }
    facts(RecordType::TRACING_REQUEST, &document, Moment(0), &[]).unwrap()
}

fn relation_of<'a>(person: &'a Person, name: &str) -> Option<&'a str> {
    person.relatives.iter().find(|kin| kin.name == name).map(|kin| kin.relation.as_str())
}

#[test]
fn only_a_plain_yes_is_consent() {
    let with = |answer| of_case(&document(&[("ok_tracing", Value::YesNo(answer))])).agreed;
    assert!(with(YesNo::Yes));
    assert!(!with(YesNo::No) && !with(YesNo::Unknown));
    assert!(!of_case(&Document::default()).agreed, "blank means not asked");
}

#[test]
fn incidents_and_families_give_nothing_and_survivors_are_never_looked_for() {
    for of in [RecordType::GBV_INCIDENT, RecordType::INCIDENT, RecordType::FAMILY] {
        assert!(facts(of, &Document::default(), Moment(0), &[]).is_none(), "{of:?}");
    }
    let agreed = document(&[("ok_tracing", Value::YesNo(YesNo::Yes)), ("name_first", text("Maryam"))]);
    let survivor = facts(RecordType::GBV_CASE, &agreed, Moment(0), &[]).unwrap();
    assert!(!survivor.agreed && survivor.child.is_some_and(|child| child.first == "Maryam"));
}

#[test]
fn a_name_that_nobody_knows_is_no_name() {
    let child = of_case(&document(&[("name_first", Value::Choice("unknown".to_owned()))])).child.unwrap();
    assert!(!child.has_name());
    let child = of_case(&document(&[("name_script2", text("محمد"))])).child.unwrap();
    assert_eq!(child.profile(&Places::default()).first, "محمد", "who has one script is known by it");
}

#[test]
fn whoever_asks_is_the_childs_relative_the_other_way_round() {
    let is = |relation: &str| Value::Choice(relation.to_owned());
    let facts = request(&[
        &[("name_first", text("Ali")), ("relation_to_inquirer", is("own_child"))],
        &[("name_first", text("Sara")), ("relation_to_inquirer", is("own_child")), ("sex", is("female"))],
        &[("name_first", text("Yusuf")), ("relation_to_inquirer", is("husband"))],
        &[("name_first", text("Karim")), ("relation_to_inquirer", is("brother"))],
    ]);
    let people: Vec<&Person> = facts.sought.iter().map(|(_, person)| person).collect();
    assert_eq!(relation_of(people[0], "Maryam"), Some("mother"));
    assert_eq!(relation_of(people[0], "Sara"), Some("sister"));
    assert_eq!(relation_of(people[0], "Yusuf"), Some("father"));
    assert_eq!(relation_of(people[0], "Karim"), None, "an uncle is not guessed");
    assert_eq!(relation_of(people[3], "Maryam"), Some("sister"));
}

#[test]
fn ages_of_a_hundred_and_fifty_and_below_zero_are_passed_over() {
    for years in [-4, 150, i64::MAX] {
        let child = of_case(&document(&[("name_first", text("Ali")), ("age", Value::Number(years))])).child.unwrap();
        // The profile keeps what was said; matching passes over what cannot be.
        let profile = child.profile(&Places::default());
        let mut index = amparo_matching::Index::new(amparo_matching::Settings::default());
        index.add(1, &profile);
        assert!(
            index
                .find(&profile, 1)
                .iter()
                .all(|it| { !it.reasons.iter().any(|reason| matches!(reason, amparo_matching::Reason::Age { .. })) })
        );
    }
}

#[test]
fn a_place_that_is_not_in_the_list_any_more_is_no_place() {
    let place = PlaceId::from_random([3; 16]);
    let child = of_case(&document(&[("last_home", Value::Place(place))])).child.unwrap();
    assert_eq!(child.places, [place]);
    assert!(child.profile(&Places::default()).places.is_empty());
    let known = Place { id: place, code: "IQ02".to_owned(), level: 1, parent: Some(place), names: BTreeMap::new() };
    assert_eq!(child.profile(&Places::new(vec![known])).places[0][0], "IQ02", "even one that is its own parent");
}

#[test]
fn a_name_of_two_hundred_words_is_cut_and_refusals_are_no_languages() {
    let refused = Value::Choices(BTreeSet::from(["not_said".to_owned(), "ar".to_owned()]));
    let long = document(&[("name_first", text(&"Abd ".repeat(200))), ("languages", refused)]);
    let child = of_case(&long).child.unwrap();
    assert!(child.first.chars().count() <= 400);
    assert_eq!(child.languages, ["ar"]);
}

#[test]
fn a_name_that_is_to_be_hidden_finds_and_is_shown_to_nobody() {
    let named = [("name_first", text("Nour")), ("name_last", text("Haddad"))];
    assert_eq!(of_case(&document(&named)).child.unwrap().shown(), "Nour Haddad");
    let mut hidden = document(&named);
    hidden.set(amparo_forms::reserved::NAME_PROTECTED, Value::Tick(true));
    let child = of_case(&hidden).child.unwrap();
    assert!(child.has_name() && child.shown() == MASK);
}
