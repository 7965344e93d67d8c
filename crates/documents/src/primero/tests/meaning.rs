//! What comes out is held against what Primero would do (PRIMERO.md 2.1 to 2.4).

use super::builder::with;
use super::*;

fn texts(all: &[&str]) -> Value {
    Value::Choices(all.iter().map(|one| (*one).to_owned()).collect())
}
fn one(option: &str) -> Value {
    Value::Choice(option.to_owned())
}

/// The fields that conditions are about, and one field with the condition.
fn when(condition: Json) -> Imported {
    with_fields(json!([
        with("agreed", "tick_box", json!({})),
        with("colour", "select_box", json!({"option_strings_source": "lookup lookup-colour"})),
        with("answer", "radio_button", json!({"option_strings_source": "lookup lookup-yes-no"})),
        with("colours", "select_box", json!({"option_strings_source": "lookup lookup-colour", "multi_select": true})),
        with("rooms", "numeric_field", json!({})),
        with("moved", "date_field", json!({})),
        with("village", "select_box", json!({"option_strings_source": "Location"})),
        with("remark", "text_field", json!({})),
        with("shown", "text_field", json!({"display_conditions_record": condition})),
    ]))
}

/// Conditions, values with which Primero shows the field, and values with which it does not.
type Case = (Json, Vec<Vec<(&'static str, Value)>>, Vec<Vec<(&'static str, Value)>>);

#[test]
fn conditions_hold_when_they_hold_in_primero() {
    let day = |text: &str| Value::Date(text.parse().unwrap());
    let cases: Vec<Case> = vec![
        (
            json!({"eq": {"colour": "red"}}),
            vec![vec![("colour", one("red"))]],
            vec![vec![], vec![("colour", one("blue"))]],
        ),
        (json!({"colour": "red"}), vec![vec![("colour", one("red"))]], vec![vec![]]),
        (json!({"eq": {"colour": "red"}, "disabled": false}), vec![vec![("colour", one("red"))]], vec![vec![]]),
        (
            json!({"eq": {"agreed": true}}),
            vec![vec![("agreed", Value::Tick(true))]],
            vec![vec![], vec![("agreed", Value::Tick(false))]],
        ),
        // `false` is also what was never answered.
        (
            json!({"eq": {"agreed": false}}),
            vec![vec![], vec![("agreed", Value::Tick(false))]],
            vec![vec![("agreed", Value::Tick(true))]],
        ),
        (
            json!({"eq": {"answer": false}}),
            vec![vec![], vec![("answer", one("false"))]],
            vec![vec![("answer", one("true"))], vec![("answer", one("later"))]],
        ),
        (json!({"eq": {"answer": true}}), vec![vec![("answer", one("true"))]], vec![vec![]]),
        (
            json!({"in": {"colour": ["red", "blue"]}}),
            vec![vec![("colour", one("blue"))]],
            vec![vec![], vec![("colour", one("green"))]],
        ),
        // Of several answers all that are listed must be there.
        (
            json!({"in": {"colours": ["red", "blue"]}}),
            vec![vec![("colours", texts(&["red", "blue", "green"]))]],
            vec![vec![], vec![("colours", texts(&["red"]))]],
        ),
        (
            json!({"eq": {"colours": ["red"]}}),
            vec![vec![("colours", texts(&["red"]))]],
            vec![vec![("colours", texts(&["red", "blue"]))]],
        ),
        (
            json!({"gt": {"rooms": 5}}),
            vec![vec![("rooms", Value::Number(6))]],
            vec![vec![], vec![("rooms", Value::Number(5))]],
        ),
        (
            json!({"ge": {"rooms": "5"}}),
            vec![vec![("rooms", Value::Number(5))]],
            vec![vec![], vec![("rooms", Value::Number(4))]],
        ),
        (
            json!({"lt": {"rooms": 4.5}}),
            vec![vec![("rooms", Value::Number(4))]],
            vec![vec![], vec![("rooms", Value::Number(5))]],
        ),
        (json!({"le": {"rooms": 4}}), vec![vec![("rooms", Value::Number(4))]], vec![vec![("rooms", Value::Number(5))]]),
        (
            json!({"gt": {"rooms": 4.5}}),
            vec![vec![("rooms", Value::Number(5))]],
            vec![vec![("rooms", Value::Number(4))]],
        ),
        (
            json!({"lt": {"moved": "2026-03-01"}}),
            vec![vec![("moved", day("2026-02-28"))]],
            vec![vec![], vec![("moved", day("2026-03-01"))]],
        ),
        (
            json!({"ge": {"moved": "2026-03-01T08:00:00.000Z"}}),
            vec![vec![("moved", day("2026-03-01"))]],
            vec![vec![("moved", day("2026-02-01"))]],
        ),
        (
            json!({"not": {"eq": {"colour": "red"}}}),
            vec![vec![], vec![("colour", one("blue"))]],
            vec![vec![("colour", one("red"))]],
        ),
        (
            json!({"or": [{"gt": {"rooms": 5}}, {"and": [{"eq": {"colour": "red"}}, {"eq": {"agreed": true}}]}]}),
            vec![vec![("rooms", Value::Number(9))], vec![("colour", one("red")), ("agreed", Value::Tick(true))]],
            vec![vec![], vec![("colour", one("red"))]],
        ),
    ];
    for (condition, yes, no) in cases {
        let imported = when(condition.clone());
        let config = loaded(&imported);
        assert!(field(&imported, "shown").condition.is_some(), "{condition}: {:?}", imported.told);
        for values in yes {
            assert!(shows(&config, "shown", &values), "{condition} holds");
        }
        for values in no {
            assert!(!shows(&config, "shown", &values), "{condition} does not hold");
        }
    }
}

#[test]
fn conditions_that_cannot_be_carried_are_told_and_the_field_is_always_shown() {
    for (condition, kind) in [
        (json!({"eq": {"nowhere": 1}}), NotCarried::ConditionOnUnknown),
        (json!({"eq": {"village": "XX01"}}), NotCarried::Condition),
        (json!({"like": [1]}), NotCarried::ConditionOnUnknown),
        (json!({"and": {"colour": "red"}}), NotCarried::Condition),
        (json!({"gt": {"remark": 3}}), NotCarried::Condition),
        (json!({"eq": {"colour": "red"}, "disabled": true}), NotCarried::ConditionOff),
        (json!({"eq": {"shown": "x"}}), NotCarried::ConditionLoop),
        (json!(7), NotCarried::Condition),
    ] {
        let imported = when(condition.clone());
        assert_eq!(field(&imported, "shown").condition, None);
        assert!(lost(&imported, kind).contains(&"shown".to_owned()), "{condition}: {:?}", imported.told);
        loaded(&imported);
    }
}

#[test]
fn a_loop_of_conditions_is_cut_where_it_closes() {
    let imported = with_fields(json!([
        with("a", "text_field", json!({"display_conditions_record": {"eq": {"c": "x"}}})),
        with("b", "text_field", json!({"display_conditions_record": {"eq": {"a": "x"}}})),
        with("c", "text_field", json!({"display_conditions_record": {"eq": {"b": "x"}}})),
    ]));
    assert_eq!(lost(&imported, NotCarried::ConditionLoop), ["c"]);
    assert_eq!(changed(&imported, Changed::HiddenCountsAsBlank), ["a"]);
    loaded(&imported);
}

#[test]
fn a_chain_of_conditions_longer_than_a_hundred_ends_there() {
    let fields: Vec<Json> = (0..300)
        .map(|n| {
            with(
                &format!("f{n}"),
                "text_field",
                json!({"display_conditions_record": {"eq": {format!("f{}", n + 1): "x"}}}),
            )
        })
        .chain([with("f300", "text_field", json!({}))])
        .collect();
    let imported = with_fields(Json::Array(fields));
    assert!(lost(&imported, NotCarried::ConditionChain).contains(&"f0".to_owned()));
    assert!(field(&imported, "f290").condition.is_some());
    loaded(&imported);
}

#[test]
fn conditions_in_rows_ask_the_row_or_the_record() {
    let imported = with_fields(json!([
        with("colour", "select_box", json!({"option_strings_source": "lookup lookup-colour"})),
        with("house_visits", "subform", json!({"subform_unique_id": "visit_rows"})),
    ]));
    let why = field(&imported, "house_visits").row_fields().iter().find(|cell| cell.id == "visit_why").unwrap();
    let tree = serde_json::to_string(&why.condition).unwrap();
    assert_eq!(tree, r#"{"and":[{"eq":[{"record":"colour"},"blue"]},{"eq":[{"field":"visit_mood"},"red"]}]}"#);
    loaded(&imported);
}

#[test]
fn sums_and_means_are_those_of_primero() {
    let sum = |calculation: Json| {
        with_fields(json!([
            with("a", "numeric_field", json!({})),
            with("b", "numeric_field", json!({})),
            with("c", "numeric_field", json!({})),
            with("out", "calculated", json!({"calculation": calculation})),
        ]))
    };
    let numbers = [("a", Value::Number(1)), ("b", Value::Number(4))];
    for (calculation, result) in [
        (json!({"expression": {"sum": ["a", "b", "c"]}}), 5),
        (json!({"sum": ["a", {"sum": ["b", "c"]}]}), 5),
        // Rounded down, and the blank one does not count: 5 / 2.
        (json!({"expression": {"avg": ["a", "b", "c"]}}), 2),
        (json!({"expression": {"avg": {"data": ["a", "b"]}}}), 2),
        // With decimal places it is the nearest whole number here.
        (json!({"expression": {"avg": {"data": ["a", "b"], "extra": {"decimalPlaces": 1}}}}), 3),
    ] {
        let imported = sum(calculation.clone());
        let config = loaded(&imported);
        assert_eq!(worked_out(&config, "out", &numbers), Some(Value::Number(result)), "{calculation}");
        assert_eq!(worked_out(&config, "out", &[]), None, "{calculation} of nothing");
    }
    let imported = sum(json!({"avg": {"data": ["a"], "extra": {"decimalPlaces": 2}}}));
    assert_eq!(changed(&imported, Changed::AverageWhole), ["out"]);
    for (calculation, kind) in [
        (json!({"sum": ["a", "nowhere"]}), NotCarried::CalculationOnUnknown),
        (json!({"sum": ["a", "out"]}), NotCarried::CalculationLoop),
        (json!({"power": ["a"]}), NotCarried::CalculationOnUnknown),
        (json!([1, 2]), NotCarried::Calculation),
    ] {
        let imported = sum(calculation.clone());
        assert!(!lost(&imported, kind).is_empty(), "{calculation}: {:?}", imported.told);
        assert_eq!(field(&imported, "out").kind, amparo_model::form::FieldKind::Number);
        loaded(&imported);
    }
}

#[test]
fn counters_and_totals_are_added_up() {
    let imported = with_fields(json!([
        with(
            "children",
            "tally_field",
            json!({"tally_i18n": [{"id": "girls", "display_text": {"en": "Girls"}}, {"id": "boys", "display_text": {"en": "Boys"}}]})
        ),
        with("beds", "numeric_field", json!({"autosum_group": "g"})),
        with("mats", "numeric_field", json!({"autosum_group": "g"})),
        with("sleeping", "numeric_field", json!({"autosum_group": "g", "autosum_total": true})),
    ]));
    let config = loaded(&imported);
    let values = [
        ("children_girls", Value::Number(3)),
        ("children_boys", Value::Number(2)),
        ("beds", Value::Number(4)),
        ("mats", Value::Number(1)),
    ];
    assert_eq!(worked_out(&config, "children_total", &values), Some(Value::Number(5)));
    assert_eq!(worked_out(&config, "sleeping", &values), Some(Value::Number(5)));
    assert_eq!(field(&imported, "children_girls").label.get("en"), "About children: Girls");
    let from: Vec<(&str, &str)> = imported.renamed.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect();
    assert!(from.contains(&("children.girls", "children_girls")), "{from:?}");
}

#[test]
fn the_value_of_the_newest_row_is_worked_out_with_its_options() {
    let imported = with_fields(json!([
        with("house_visits", "subform", json!({"subform_unique_id": "visit_rows"})),
        with(
            "mood_now",
            "calculated",
            json!({"subform_summary": {"subform_field_name": "house_visits",
            "first": {"field_name": "visit_mood", "order_by": "visit_day", "order": "desc"}}})
        ),
        with(
            "mood_then",
            "calculated",
            json!({"subform_summary": {"subform_field_name": "house_visits",
            "first": {"field_name": "visit_mood", "order_by": "visit_day", "order": "asc"}}})
        ),
    ]));
    let mut document = Document::default();
    for (at, (day, mood)) in [("2026-01-02", "red"), ("2026-05-06", "blue"), ("2026-03-04", "green")].iter().enumerate()
    {
        let id = amparo_model::value::RowId::from_random([u8::try_from(at).unwrap(); 16]);
        let row = document.rows.entry("house_visits".to_owned()).or_default().push(id);
        row.insert("visit_day".to_owned(), Value::Date(day.parse().unwrap()));
        row.insert("visit_mood".to_owned(), one(mood));
    }
    let config = loaded(&imported);
    let all = config.calculate(config.form("one-form").unwrap(), &document, &context());
    assert_eq!(all.get(&Path::Field("mood_now".to_owned())), Some(&one("blue")));
    assert_eq!(lost(&imported, NotCarried::Calculation), ["mood_then"], "the oldest row has no counterpart");
}
