#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn row_id(n: u8) -> RowId {
    RowId::from_random([n; 16])
}
fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn file() -> FileRef {
    FileRef {
        id: FileId::from_random([3; 16]),
        hash: "ab".repeat(32),
        kind: FileKind::Photo,
        media: "image/jpeg".into(),
        size: 1_234,
        name: String::new(),
    }
}

fn one_of_each() -> Vec<Value> {
    vec![
        text("Layla ليلى"),
        Value::Number(-7),
        Value::Tick(true),
        Value::YesNo(YesNo::Unknown),
        Value::Date("2014-03".parse().unwrap()),
        Value::Choice("kinship_relative".into()),
        Value::Choices(["b".to_owned(), "a".to_owned()].into()),
        Value::Place(PlaceId::from_random([1; 16])),
        Value::Person(PersonId::from_random([2; 16])),
        Value::Agency(AgencyId::from_random([4; 16])),
        Value::Link(RecordId::from_random([5; 16])),
        Value::File(file()),
        Value::Signature(Signature {
            signer: "Layla".into(),
            date: "2026-11-22".parse().unwrap(),
            mark: Mark::Paper("F-12".into()),
        }),
        Value::Signature(Signature {
            signer: "x".into(),
            date: "2026".parse().unwrap(),
            mark: Mark::Thumbprint(file()),
        }),
    ]
}

#[test]
fn every_kind_of_value_survives_its_stored_form() {
    for value in one_of_each() {
        let json = serde_json::to_string(&value).unwrap();
        assert!(serde_json::from_str::<Value>(&json).unwrap() == value, "{}", value.kind());
    }
}

#[test]
fn the_stored_form_is_pinned() {
    let document = Document {
        fields: [
            ("name_first".to_owned(), text("Layla")),
            ("dob".to_owned(), Value::Date("2014-03".parse().unwrap())),
            ("languages".to_owned(), Value::Choices(["ku".to_owned(), "ar".to_owned()].into())),
            ("related".to_owned(), Value::YesNo(YesNo::Yes)),
        ]
        .into(),
        rows: BTreeMap::new(),
    };
    let bytes = crate::canonical::bytes(&diff(&Document::default(), &document)).unwrap();
    let expected =
        r#"{"dob":{"d":"2014-03"},"languages":{"m":["ar","ku"]},"name_first":{"t":"Layla"},"related":{"y":"yes"}}"#;
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn nothing_printed_tells_content() {
    let mut document = Document::default();
    for (i, value) in one_of_each().into_iter().enumerate() {
        let printed = format!("{value:?}");
        assert!(!printed.contains("Layla") && !printed.contains("kinship") && !printed.contains("2014"), "{printed}");
        document.set(&format!("f{i}"), value);
    }
    document.rows.entry("members".into()).or_default().push(row_id(1)).insert("name".into(), text("Layla"));
    let printed = format!("{document:?} {:?} {:?}", document.rows, diff(&Document::default(), &document));
    assert!(!printed.contains("Layla"), "{printed}");
}

#[test]
fn paths_survive_their_text_and_other_shapes_are_refused() {
    let row = row_id(9);
    for path in [Path::Field("a".into()), Path::Row("a".into(), row), Path::Cell("a".into(), row, "b".into())] {
        assert_eq!(path.to_string().parse::<Path>(), Ok(path.clone()));
        assert_eq!(path.field(), "a");
    }
    for bad in ["", "a/", "/a", "a/b", "a/b/c", &format!("a/{row}/b/c")] {
        assert_eq!(bad.parse::<Path>(), Err(NotAPath), "{bad}");
    }
}

#[test]
fn rows_come_in_order_and_a_row_keeps_its_place() {
    let mut rows = Rows::default();
    for n in [5, 2, 9] {
        rows.push(row_id(n)).insert("n".into(), Value::Number(i64::from(n)));
    }
    rows.push(row_id(5)).insert("n".into(), Value::Number(6));
    let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [row_id(5), row_id(2), row_id(9)]);
    assert_eq!(rows.get(row_id(5)).unwrap().fields.get("n").unwrap().as_number(), Some(6));
}

#[test]
fn removing_the_first_of_many_rows_touches_only_that_row() {
    let mut old = Document::default();
    (1..=100).for_each(|n| {
        old.rows.entry("members".into()).or_default().push(row_id(n)).insert("name".into(), text("x"));
    });
    let mut new = old.clone();
    new.rows.get_mut("members").unwrap().remove(row_id(1));
    let change = diff(&old, &new);
    assert_eq!(change.len(), 1);
    assert!(change[&Path::Row("members".into(), row_id(1))].is_none());
}

#[test]
fn two_offices_that_add_a_row_each_keep_both() {
    let base = Document::default();
    let with = |n: u8| {
        let mut document = base.clone();
        document.rows.entry("ids".into()).or_default().push(row_id(n)).insert("number".into(), text("1"));
        diff(&base, &document)
    };
    let (here, there) = (with(1), with(2));
    let mut one = base.clone();
    apply(&mut one, &here);
    apply(&mut one, &there);
    let mut other = base.clone();
    apply(&mut other, &there);
    apply(&mut other, &here);
    assert!(one == other);
    assert_eq!(one.rows_of("ids").count(), 2);
}

#[test]
fn a_cell_of_a_row_that_is_gone_is_left_out() {
    let mut document = Document::default();
    apply(&mut document, &[(Path::Cell("ids".into(), row_id(1), "number".into()), Some(text("1")))].into());
    assert!(document == Document::default());
}

#[test]
fn blank_values_and_blank_rows_are_not_kept() {
    let mut document = Document::default();
    document.set("a", text("  "));
    document.set("b", Value::Choices(BTreeSet::new()));
    document.set("c", Value::Tick(false));
    document.rows.entry("ids".into()).or_default().push(row_id(1)).insert("number".into(), text(""));
    document.tidy();
    assert_eq!(document.fields.keys().collect::<Vec<_>>(), ["c"]);
    assert!(document.rows.is_empty());
}

fn some_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[a-zא-ת]{0,4}".prop_map(Value::Text),
        (-5i64..5).prop_map(Value::Number),
        any::<bool>().prop_map(Value::Tick),
        (1990i16..2030).prop_map(|y| Value::Date(PartialDate::year(y).unwrap())),
        proptest::collection::btree_set("[a-c]", 0..3).prop_map(Value::Choices),
    ]
}
fn some_fields() -> impl Strategy<Value = BTreeMap<FieldId, Value>> {
    proptest::collection::btree_map("[a-e]", some_value(), 0..5)
}
fn some_rows() -> impl Strategy<Value = Rows> {
    proptest::collection::vec((0u8..6, -3i64..3, some_fields()), 1..5).prop_map(|rows| {
        let rows: Vec<Row> =
            rows.into_iter().map(|(id, order, fields)| Row { id: row_id(id), order, fields }).collect();
        rows.into()
    })
}
fn some_document() -> impl Strategy<Value = Document> {
    let rows = proptest::collection::btree_map("[x-z]", some_rows(), 0..3);
    (some_fields(), rows).prop_map(|(fields, rows)| Document { fields, rows })
}

#[test]
fn what_was_done_since_stays_when_a_change_is_taken_back() {
    let mut before = Document::default();
    before.set("a", text("one"));
    before.set("b", text("two"));
    before.rows.entry("ids".into()).or_default().push(row_id(1)).insert("number".into(), text("7"));
    let mut after = before.clone();
    after.set("a", text("changed"));
    after.set("b", text("changed"));
    after.rows.clear();
    after.rows.entry("ids".into()).or_default().push(row_id(2)).insert("number".into(), text("8"));
    let mut now = after.clone();
    now.set("b", text("changed again"));
    now.set("c", text("new"));
    let (back, stays) = taking_back(&before, &after, &now);
    assert_eq!(stays.iter().map(Path::to_string).collect::<Vec<_>>(), ["b"]);
    apply(&mut now, &back);
    assert_eq!(
        (now.get("a"), now.get("b"), now.get("c")),
        (Some(&text("one")), Some(&text("changed again")), Some(&text("new")))
    );
    assert!(now.rows == before.rows, "the row that went is back, the one that came is gone");

    // A row that was filled further since it was put in is not taken out again.
    let mut now = after.clone();
    apply(&mut now, &[(Path::Cell("ids".into(), row_id(2), "more".into()), Some(text("x")))].into());
    let (back, stays) = taking_back(&before, &after, &now);
    assert!(
        stays.contains(&Path::Row("ids".into(), row_id(2))) && !back.contains_key(&Path::Row("ids".into(), row_id(2)))
    );
}

proptest! {
    #[test]
    fn a_change_taken_back_at_once_leaves_nothing_of_it(before in some_document(), after in some_document()) {
        let (back, stays) = taking_back(&before, &after, &after);
        prop_assert!(stays.is_empty());
        let mut now = after.clone();
        apply(&mut now, &back);
        prop_assert!(now == before);
        // ... and what is as it was before needs nothing.
        let (back, stays) = taking_back(&before, &after, &before);
        prop_assert!(back.is_empty() && stays.is_empty());
    }

    #[test]
    fn what_leads_from_one_document_to_another_leads_there(old in some_document(), new in some_document()) {
        let mut reached = old.clone();
        let change = diff(&old, &new);
        apply(&mut reached, &change);
        prop_assert!(reached == new);
        // ... also after the change was stored, and applying it twice changes nothing more
        let stored: Change = serde_json::from_slice(&crate::canonical::bytes(&change).unwrap()).unwrap();
        apply(&mut reached, &stored);
        prop_assert!(reached == new);
        prop_assert!(diff(&new, &reached).is_empty());
    }

    #[test]
    fn a_document_survives_its_stored_form(document in some_document()) {
        let json = serde_json::to_string(&document).unwrap();
        prop_assert!(serde_json::from_str::<Document>(&json).unwrap() == document);
    }
}
