use crate::{ConfigError, Configuration, Sources};

const LISTS: &[(&str, &str)] = &[("a.json", r#"{"id":"a","options":[{"id":"x","labels":{"en":"X"}}]}"#)];
const BLOCKS: &str = r#"[{"id":"pair","fields":[
    {"id":"one","type":"text","compartment":"main","class":"P2","label":{"en":"One"}},
    {"id":"two","type":"text","compartment":"main","class":"P2","label":{"en":"Two"},"condition":{"filled":"one"}}]}]"#;
const COMPARTMENTS: &str = r#"[{"id":"main","records":["case"],"module":"cp","title":{"en":"Main"},"circles":["owner"]},
    {"id":"other","records":["case","incident"],"module":"cp","title":{"en":"Other"},"circles":["owner"]},
    {"id":"sum","records":["case"],"module":"cp","title":{"en":"Sum"},"circles":["owner"],"derived":true}]"#;
const CLOCKS: &str = r#"{"unset_counts_as":"high","weekend":[],"clocks":[]}"#;

fn form_of(id: &str, fields: &str) -> String {
    format!(
        r#"{{"id":"{id}","record":"case","module":"cp","title":{{"en":"F"}},"sections":[{{"id":"s","title":{{"en":"S"}},"fields":[{fields}]}}]}}"#
    )
}

fn load(forms: &[String], lists: &[(&str, &str)], blocks: &str) -> Result<Configuration, ConfigError> {
    let forms: Vec<(&str, &str)> = forms.iter().map(|form| ("f.json", form.as_str())).collect();
    Configuration::load(&Sources { forms: &forms, lists, blocks, compartments: COMPARTMENTS, clocks: CLOCKS })
}

fn refused(fields: &str) -> ConfigError {
    load(&[form_of("f", fields)], LISTS, BLOCKS).map(|_| ()).unwrap_err()
}

/// A text field with more keys.
fn text(id: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","type":"text","compartment":"main","class":"P2","label":{{"en":"L"}}{more}}}"#)
}

#[test]
fn a_small_configuration_loads() {
    let config = load(&[form_of("f", &text("a", ""))], LISTS, BLOCKS).unwrap();
    assert!(config.form("f").unwrap().field("a").is_some());
}

#[test]
fn an_unknown_type_is_refused_with_its_place() {
    let problem = refused(r#"{"id":"a","type":"txt","class":"P2","label":{}}"#);
    assert_eq!(problem, ConfigError::UnknownType { place: "f, s, a".into(), word: "txt".into() });
}

#[test]
fn broken_json_is_refused_with_its_line() {
    let problem = load(&["{\n  \"id\": }".to_owned()], LISTS, BLOCKS).map(|_| ()).unwrap_err();
    assert!(
        matches!(&problem, ConfigError::Unreadable { place, reason } if place == "f.json" && reason.contains("line 2")),
        "{problem}"
    );
    assert!(
        matches!(refused(&text("a", r#","requird":true"#)), ConfigError::Unreadable { place, .. } if place == "f, s, a")
    );
}

#[test]
fn doubled_ids_are_refused() {
    let doubled = |problem: ConfigError, which: &str| {
        assert!(matches!(&problem, ConfigError::Doubled { id, .. } if id == which), "{problem}");
    };
    doubled(refused(&[text("a", ""), text("a", "")].join(",")), "a");
    doubled(load(&[form_of("f", ""), form_of("f", "")], LISTS, BLOCKS).map(|_| ()).unwrap_err(), "f");
    doubled(load(&[], &[LISTS[0], LISTS[0]], BLOCKS).map(|_| ()).unwrap_err(), "a");
    let twice = r#"{"id":"b","options":[{"id":"x","labels":{}},{"id":"x","labels":{}}]}"#;
    doubled(load(&[], &[("b.json", twice)], BLOCKS).map(|_| ()).unwrap_err(), "x");
    doubled(
        refused(
            r#"{"id":"r","type":"repeat","compartment":"main","class":"P2","label":{},"fields":[{"id":"c","type":"text","class":"P2","label":{}},{"id":"c","type":"text","class":"P2","label":{}}]}"#,
        ),
        "c",
    );
    doubled(refused(r#"{"block":"pair"},{"block":"pair"}"#), "one");
}

#[test]
fn unknown_lists_blocks_fields_forms_and_clocks_are_refused() {
    let select = r#"{"id":"a","type":"select","options":"nothing","compartment":"main","class":"P2","label":{}}"#;
    assert_eq!(refused(select), ConfigError::UnknownList { place: "f, s, a".into(), list: "nothing".into() });
    assert_eq!(refused(r#"{"block":"trio"}"#), ConfigError::UnknownBlock { place: "f, s".into(), name: "trio".into() });
    let three = r#"{"block":"pair","required":["three"]}"#;
    assert_eq!(refused(three), ConfigError::UnknownBlock { place: "f, s".into(), name: "three".into() });
    for more in [
        r#","condition":{"filled":"b"}"#,
        r#","required_when":{"eq":[{"field":"b"},1]}"#,
        r#","default":{"record":"b"}"#,
        r#","checks":[{"not_before":"b"}]"#,
    ] {
        assert_eq!(refused(&text("a", more)), ConfigError::UnknownField { place: "f, s, a".into(), field: "b".into() });
    }
    let form = refused(&text("a", r#","condition":{"complete":"g"}"#));
    assert_eq!(form, ConfigError::UnknownForm { place: "f, s, a".into(), form: "g".into() });
    let clock = refused(&text("a", r#","default":{"due":{"clock":"c","level":"high","from":{"today":{}}}}"#));
    assert_eq!(clock, ConfigError::UnknownClock { place: "f, s, a".into(), clock: "c".into() });
    let parent = r#"{"id":"b","options":[{"id":"x","labels":{},"parent":"y"}]}"#;
    let parent = load(&[], &[("b.json", parent)], BLOCKS).map(|_| ()).unwrap_err();
    assert_eq!(parent, ConfigError::UnknownParent { list: "b".into(), parent: "y".into() });
}

#[test]
fn a_field_lies_in_exactly_one_compartment() {
    let none = r#"{"id":"a","type":"text","class":"P2","label":{}}"#;
    assert_eq!(refused(none), ConfigError::NoCompartment { place: "f, s, a".into() });
    for wrong in ["elsewhere", "sum"] {
        let field = format!(r#"{{"id":"a","type":"text","compartment":"{wrong}","class":"P2","label":{{}}}}"#);
        assert_eq!(
            refused(&field),
            ConfigError::UnknownCompartment { place: "f, s, a".into(), compartment: wrong.into() }
        );
    }
    let cell = r#"{"id":"r","type":"repeat","compartment":"main","class":"P2","label":{},"fields":[{"id":"c","type":"text","compartment":"main","class":"P2","label":{}}]}"#;
    assert_eq!(refused(cell), ConfigError::CellWithCompartment { place: "f, s, r, c".into() });
    let two = [form_of("f", &text("a", "")), form_of("g", &text("a", "").replace("main", "other"))];
    let problem = load(&two, LISTS, BLOCKS).map(|_| ()).unwrap_err();
    assert_eq!(problem, ConfigError::TwoMeanings { place: "g, s, a".into(), field: "a".into() });
}

#[test]
fn a_calculation_reads_only_its_own_compartment() {
    let calc = r#"{"id":"c","type":"calc","gives":"number","calc":{"add":[{"field":"a"},1]},"compartment":"other","class":"P2","label":{}}"#;
    let problem = refused(&[text("a", ""), calc.to_owned()].join(","));
    assert_eq!(problem, ConfigError::CalculatedAcross { place: "f, s, c".into(), field: "a".into() });
}

#[test]
fn names_that_the_program_keeps_for_itself_are_refused() {
    for name in ["case_code", "complete_consent", "complete_"] {
        assert!(matches!(refused(&text(name, "")), ConfigError::Reserved { id, .. } if id == name), "{name}");
    }
}

#[test]
fn a_repeat_stands_in_no_repeat_and_ids_are_snake_case() {
    let inner = r#"{"id":"i","type":"repeat","class":"P2","label":{},"fields":[{"id":"c","type":"text","class":"P2","label":{}}]}"#;
    let outer =
        format!(r#"{{"id":"o","type":"repeat","compartment":"main","class":"P2","label":{{}},"fields":[{inner}]}}"#);
    assert_eq!(refused(&outer), ConfigError::NotInARow { place: "f, s, o, i".into() });
    for id in ["A", "a-b", "1a", "", "é", "a/b"] {
        assert!(matches!(refused(&text(id, "")), ConfigError::BadId { .. }), "{id}");
    }
}

#[test]
fn conditions_and_calculations_that_wait_for_each_other_are_refused() {
    let fields = [
        text("a", r#","condition":{"filled":"b"}"#),
        text("b", r#","condition":{"eq":[{"field":"c"},1]}"#),
        r#"{"id":"c","type":"calc","gives":"number","calc":{"add":[{"field":"a"},1]},"compartment":"main","class":"P2","label":{}}"#.to_owned(),
    ];
    let ring = ["a", "b", "c", "a"].map(str::to_owned).to_vec();
    assert_eq!(refused(&fields.join(",")), ConfigError::Loop { fields: ring });
    let own = text("a", r#","condition":{"filled":"a"}"#);
    assert_eq!(refused(&own), ConfigError::Loop { fields: vec!["a".into(), "a".into()] });
    // ... also over two forms
    let two = [
        form_of("f", &text("a", r#","condition":{"filled":"b"}"#)),
        form_of("g", &text("b", r#","condition":{"filled":"a"}"#)),
    ];
    assert!(matches!(load(&two, LISTS, BLOCKS), Err(ConfigError::Loop { .. })));
    // ... and in a row
    let row = r#"{"id":"r","type":"repeat","compartment":"main","class":"P2","label":{},"fields":[
        {"id":"x","type":"text","class":"P2","label":{},"condition":{"filled":"y"}},
        {"id":"y","type":"text","class":"P2","label":{},"condition":{"filled":"x"}}]}"#;
    assert!(matches!(refused(row), ConfigError::Loop { .. }));
}

#[test]
fn a_block_takes_its_prefix_in_its_own_conditions_too() {
    let config = load(
        &[form_of("f", r#"{"block":"pair"},{"block":"pair","prefix":"p_","required":["one"],"without":[]}"#)],
        LISTS,
        BLOCKS,
    )
    .unwrap();
    let form = config.form("f").unwrap();
    let ids: Vec<&str> = form.fields().map(|field| field.id.as_str()).collect();
    assert_eq!(ids, ["one", "two", "p_one", "p_two"]);
    assert!(form.field("p_one").unwrap().required && !form.field("one").unwrap().required);
    let condition = serde_json::to_string(&form.field("p_two").unwrap().condition).unwrap();
    assert_eq!(condition, r#"{"filled":"p_one"}"#);
}

#[test]
fn operations_give_what_they_say() {
    use amparo_model::value::{Document, Value};
    let calc = |id: &str, gives: &str, calc: &str| {
        format!(
            r#"{{"id":"{id}","type":"calc","gives":"{gives}","calc":{calc},"compartment":"main","class":"P2","label":{{}}}}"#
        )
    };
    let select = r#"{"id":"s","type":"select","options":"a","compartment":"main","class":"P2","label":{}}"#.to_owned();
    let number = r#"{"id":"n","type":"number","compartment":"main","class":"P2","label":{}}"#.to_owned();
    let day = r#"{"id":"d","type":"date","compartment":"main","class":"P2","label":{}}"#.to_owned();
    let fields = [
        select,
        number,
        day,
        calc("sum", "number", r#"{"add":[{"field":"n"},2,{"field":"s"}]}"#),
        calc("less", "number", r#"{"subtract":[{"field":"n"},9]}"#),
        calc("times", "number", r#"{"multiply":[{"field":"n"},3]}"#),
        calc("part", "number", r#"{"divide":[{"field":"n"},2]}"#),
        calc("by_nought", "number", r#"{"divide":[{"field":"n"},0]}"#),
        calc("days", "number", r#"{"days_between":[{"field":"d"},{"today":{}}]}"#),
        calc("years", "number", r#"{"age":{"born":{"field":"d"},"on":{"today":{}}}}"#),
        calc("later", "date", r#"{"add_days":[{"field":"d"},10]}"#),
        calc("words", "text", r#"{"join":{"parts":["<",{"label":"s"},{"field":"n"}],"between":" "}}"#),
        calc("first", "date", r#"{"least":[{"today":{}},{"field":"d"}]}"#),
        calc("last", "number", r#"{"greatest":[1,{"field":"n"},3]}"#),
        calc("either", "text", r#"{"if":{"when":{"gt":[{"field":"d"},"2026-11-01"]},"then":"new","otherwise":"old"}}"#),
        calc("blank", "number", r#"{"subtract":[{"field":"n"},{"field":"s"}]}"#),
        calc("chained", "number", r#"{"add":[{"field":"sum"},{"field":"times"}]}"#),
        calc("months", "date", r#"{"add_months":[{"field":"d"},3]}"#),
        calc("mean", "number", r#"{"average":[{"field":"n"},8,{"field":"s"}]}"#),
        calc("letters", "number", r#"{"length":{"label":"s"}}"#),
        calc("yes", "yes_no", r#"{"if":{"when":{"contains":[{"label":"s"},"x"]},"then":"yes","otherwise":"no"}}"#),
        calc("option", "choice", r#"{"if":{"when":{"filled":"n"},"then":"x","otherwise":""}}"#)
            .replace("\"gives\"", "\"options\":\"a\",\"gives\""),
    ];
    let config = load(&[form_of("f", &fields.join(","))], LISTS, BLOCKS).unwrap();
    let mut document = Document::default();
    document.set("s", Value::Choice("x".into()));
    document.set("n", Value::Number(5));
    document.set("d", Value::Date("2026-11-12".parse().unwrap()));
    let said = config.calculate(config.form("f").unwrap(), &document, &super::context());
    let number = |id: &str| said.get(&id.parse().unwrap()).and_then(Value::as_number);
    let day = |id: &str| said.get(&id.parse().unwrap()).and_then(Value::as_date).map(|day| day.to_string());
    let words = |id: &str| said.get(&id.parse().unwrap()).and_then(Value::as_text);
    assert_eq!(
        (number("sum"), number("less"), number("times"), number("part")),
        (Some(7), Some(-4), Some(15), Some(2))
    );
    assert_eq!((number("by_nought"), number("blank"), number("chained")), (None, None, Some(22)));
    assert_eq!((number("days"), number("years"), number("last")), (Some(10), Some(0), Some(5)));
    assert_eq!((day("later").as_deref(), day("first").as_deref()), (Some("2026-11-22"), Some("2026-11-12")));
    assert_eq!((words("words"), words("either")), (Some("< X 5"), Some("new")));
    let choice = |id: &str| said.get(&id.parse().unwrap()).and_then(Value::as_choice);
    assert_eq!((day("months").as_deref(), number("mean"), number("letters")), (Some("2027-02-12"), Some(7), Some(1)));
    assert_eq!((choice("yes"), choice("option")), (Some("yes"), Some("x")));
    assert_eq!(said.get(&"option".parse().unwrap()).map(Value::kind), Some("choice"));
}

/// A repeat with a number, a day and a tick; beside it what is worked out from its rows.
fn rows_of_three() -> Configuration {
    let cell = |id: &str, kind: &str| format!(r#"{{"id":"{id}","type":"{kind}","class":"P2","label":{{}}}}"#);
    let cells = [cell("amount", "number"), cell("day", "date"), cell("word", "text")].join(",");
    let repeat =
        format!(r#"{{"id":"r","type":"repeat","fields":[{cells}],"compartment":"main","class":"P2","label":{{}}}}"#);
    let calc = |id: &str, gives: &str, calc: &str| {
        format!(
            r#"{{"id":"{id}","type":"calc","gives":"{gives}","calc":{calc},"compartment":"main","class":"P2","label":{{}}}}"#
        )
    };
    let fields = [
        repeat,
        text("word", ""),
        calc("large", "number", r#"{"count_rows":{"repeat":"r","when":{"gt":[{"field":"amount"},3]}}}"#),
        calc("sum", "number", r#"{"sum_rows":{"repeat":"r","value":{"field":"amount"}}}"#),
        calc("newest", "text", r#"{"newest":{"repeat":"r","by":"day","value":{"field":"word"}}}"#),
        calc(
            "of_record",
            "number",
            r#"{"count_rows":{"repeat":"r","when":{"eq":[{"field":"word"},{"record":"word"}]}}}"#,
        ),
        text("shown", r#","condition":{"any_row":{"repeat":"r","when":{"eq":[{"field":"word"},"b"]}}}"#),
    ];
    load(&[form_of("f", &fields.join(","))], LISTS, BLOCKS).unwrap()
}

#[test]
fn rows_are_counted_added_up_searched_and_the_newest_is_found() {
    use amparo_model::value::{Document, Value};
    let config = rows_of_three();
    let form = config.form("f").unwrap();
    let mut document = Document::default();
    document.set("word", Value::Text("a".into()));
    for (n, amount, day, word) in [(1, 2, "2026-11-01", "a"), (2, 5, "2026-11-20", "b"), (3, 9, "2026-11-10", "a")] {
        let row = document.rows.entry("r".into()).or_default().push(super::row_id(n));
        row.insert("amount".into(), Value::Number(amount));
        row.insert("day".into(), Value::Date(day.parse().unwrap()));
        row.insert("word".into(), Value::Text(word.into()));
    }
    let said = config.calculate(form, &document, &super::context());
    let number = |id: &str| said.get(&id.parse().unwrap()).and_then(Value::as_number);
    assert_eq!((number("large"), number("sum"), number("of_record")), (Some(2), Some(16), Some(2)));
    assert_eq!(said.get(&"newest".parse().unwrap()).and_then(Value::as_text), Some("b"));
    assert!(config.visible(form, &document, &super::context()).shows_field("shown"));

    let none = config.calculate(form, &Document::default(), &super::context());
    assert_eq!(none.get(&"large".parse().unwrap()).and_then(Value::as_number), Some(0));
    assert!(!none.contains_key(&"sum".parse().unwrap()) && !none.contains_key(&"newest".parse().unwrap()));
    assert!(!config.visible(form, &Document::default(), &super::context()).shows_field("shown"));
}

#[test]
fn what_is_asked_of_rows_names_cells_that_exist_and_waits_for_nothing_that_waits_for_it() {
    let repeat = r#"{"id":"r","type":"repeat","compartment":"main","class":"P2","label":{},"fields":[{"id":"c","type":"text","class":"P2","label":{}}]}"#;
    let asks =
        |cell: &str| text("a", &format!(r#","condition":{{"any_row":{{"repeat":"r","when":{{"filled":"{cell}"}}}}}}"#));
    assert!(
        matches!(refused(&format!("{repeat},{}", asks("d"))), ConfigError::UnknownField { field, .. } if field == "d")
    );
    assert!(load(&[form_of("f", &format!("{repeat},{}", asks("c")))], LISTS, BLOCKS).is_ok());
    // A field named inside that is no cell is the record's, and is waited for.
    let looped = format!("{repeat},{},{}", asks("b"), text("b", r#","condition":{"filled":"a"}"#));
    assert!(matches!(refused(&looped), ConfigError::Loop { .. }));
}
