#![allow(clippy::unwrap_used)]

use super::super::{Written, compare, keep};
use super::*;
use crate::standard;
use amparo_model::value::{RowId, Value};

/// What a change of the standard configuration gives up.
fn change(change: impl FnOnce(&mut Written)) -> Vec<Use> {
    let before = standard();
    let mut draft = before.written();
    change(&mut draft);
    let after = Configuration::from_written(keep(&before.written(), draft).unwrap()).unwrap();
    given_up(before, &after, &compare(before, &after))
}

fn with(field: &str, value: Value) -> Document {
    let mut document = Document::default();
    document.set(field, value);
    document
}

fn uses(one: &Use, document: &Document) -> InRecord {
    one.in_record(RecordType::CASE, document, &BTreeSet::new())
}

#[test]
fn an_option_of_a_list_is_used_by_every_question_that_offers_it_and_only_when_chosen() {
    let all = change(|draft| {
        let list = draft.lists.iter_mut().find(|list| list.id == "sex").unwrap();
        list.options.remove(0);
    });
    let id = standard().list("sex").unwrap().options[0].id.clone();
    assert_eq!(all.iter().map(|one| one.what.to_string()).collect::<Vec<_>>(), [format!("option sex {id}")]);
    assert_eq!(all[0].modules(), BTreeSet::from([Module::Cp, Module::Gbv]));
    assert_eq!(uses(&all[0], &with("sex", Value::Choice(id.clone()))), InRecord::Uses);
    assert_eq!(uses(&all[0], &with("sex", Value::Choice("other-one".into()))), InRecord::Not);
    assert_eq!(uses(&all[0], &with("landmark", Value::Text(id))), InRecord::Not);
}

#[test]
fn a_question_in_rows_is_used_when_any_row_answers_it() {
    let mut named = None;
    let all = change(|draft| {
        let form = draft.forms.iter_mut().find(|form| form.id == "registration").unwrap();
        let fields = form.sections.iter_mut().flat_map(|section| &mut section.fields);
        let repeat = fields.filter(|field| field.row_fields().len() > 1).last().unwrap();
        let amparo_model::form::FieldKind::Repeat(cells) = &mut repeat.kind else { unreachable!() };
        let cell = cells.pop().unwrap();
        named = Some((repeat.id.clone(), cell.id));
    });
    let (repeat, cell) = named.unwrap();
    let one =
        all.iter().find(|one| one.what == GivenUp::Field("registration".into(), format!("{repeat}.{cell}"))).unwrap();
    let mut document = Document::default();
    let row = document.rows.entry(repeat).or_default().push(RowId::from_random([7; 16]));
    row.insert("another".into(), Value::Tick(true));
    assert_eq!(uses(one, &document), InRecord::Not);
    let rows = document.rows.values_mut().next().unwrap();
    rows.fields_mut(RowId::from_random([7; 16])).unwrap().insert(cell, Value::Tick(true));
    assert_eq!(uses(one, &document), InRecord::Uses);
}

#[test]
fn a_form_given_up_is_used_by_its_own_answers_and_not_by_those_another_form_asks_too() {
    let all = change(|draft| draft.forms.iter_mut().find(|form| form.id == "closure").unwrap().off = true);
    let one = all.iter().find(|one| one.what == GivenUp::Form("closure".into())).unwrap();
    let others: BTreeSet<&str> = standard()
        .forms_of(amparo_model::record::Kind::Case, Module::Cp)
        .filter(|form| form.id != "closure")
        .flat_map(|form| form.fields().map(|field| field.id.as_str()))
        .collect();
    let form = standard().form("closure").unwrap();
    let own = form.fields().find(|field| !others.contains(field.id.as_str())).unwrap();
    assert_eq!(uses(one, &with(&own.id, Value::Text("x".into()))), InRecord::Uses);
    assert_eq!(uses(one, &with("first_name", Value::Text("x".into()))), InRecord::Not);
    assert_eq!(uses(one, &with(&reserved::completes("closure"), Value::Tick(true))), InRecord::Uses);
    let closed = BTreeSet::from([own.compartment.as_str().to_owned()]);
    assert_eq!(one.in_record(RecordType::CASE, &Document::default(), &closed), InRecord::Closed, "nobody can say no");
    assert_eq!(one.in_record(RecordType::FAMILY, &Document::default(), &closed), InRecord::Not, "of another type");
}

#[test]
fn a_type_given_up_is_used_by_each_of_its_records() {
    let all = change(|draft| draft.settings.types_off.push(RecordType::FAMILY));
    let one = all.iter().find(|one| one.what == GivenUp::Type(RecordType::FAMILY)).unwrap();
    assert_eq!(one.in_record(RecordType::FAMILY, &Document::default(), &BTreeSet::new()), InRecord::Uses);
    assert_eq!(one.in_record(RecordType::CASE, &Document::default(), &BTreeSet::new()), InRecord::Not);
    assert!(one.may_stand_in(RecordType::FAMILY) && !one.may_stand_in(RecordType::CASE));
}

#[test]
fn numbers_are_told_so_that_a_single_save_does_not_show() {
    for (count, told) in [
        (0, About::None),
        (1, About::FewerThanFive),
        (4, About::FewerThanFive),
        (5, About::About(10)),
        (14, About::About(10)),
        (15, About::About(20)),
        (94, About::About(90)),
        (95, About::About(100)),
        (149, About::About(100)),
        (949, About::About(900)),
        (950, About::About(1000)),
        (12_400, About::About(12_000)),
    ] {
        assert_eq!(About::of(count), told, "{count}");
    }
    assert_eq!(About::None.and(About::FewerThanFive), About::FewerThanFive);
    assert_eq!(About::FewerThanFive.and(About::FewerThanFive), About::About(10));
    assert_eq!(About::About(90).and(About::About(20)), About::About(100));
}
