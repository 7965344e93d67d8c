//! Files that are no configuration, or want to hurt.

use super::builder::{case_form, field as plain, of_64_forms, one_form, with};
use super::*;
use proptest::prelude::*;

fn refused(bytes: &[u8]) -> &'static str {
    read_configuration(bytes, standard(), &mut |_, _| ControlFlow::Continue(())).unwrap_err().code()
}

#[test]
fn what_is_no_configuration_is_refused_with_its_reason() {
    for (bytes, code) in [
        (&b""[..], "not-json"),
        (b"{\"data\": ", "not-json"),
        (b"\xFF\xFE{}", "not-json"),
        (b"[]", "not-a-configuration"),
        (b"{\"data\": 3}", "not-a-configuration"),
        (b"{\"data\": {\"forms\": []}}", "not-a-configuration"),
        (b"{\"data\": {\"Lookup\": []}}", "missing"),
        (b"{\"data\": {\"FormSection\": {}}}", "not-an-array"),
        (b"{\"data\": {\"FormSection\": []}}", "nothing-usable"),
        (b"{\"data\": {\"FormSection\": [1, null, {}]}}", "nothing-usable"),
        (b"{\"primero_version\": \"3.0\", \"data\": {\"FormSection\": []}}", "other-version"),
        (b"{\"primero_version\": \"1.7.2\", \"data\": {\"FormSection\": []}}", "other-version"),
    ] {
        assert_eq!(refused(bytes), code, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn files_that_are_too_large_or_deep_are_refused_before_they_are_read() {
    assert_eq!(refused(&vec![b' '; 50_000_000]), "too-large");
    assert_eq!(refused("[".repeat(100_000).as_bytes()), "too-deep");
    assert_eq!(refused(format!("[{}1]", "1,".repeat(2_000_001)).as_bytes()), "too-many");
    let quoted = format!("{{\"data\": {{\"FormSection\": [], \"x\": \"{}\\\"[[[\"}}}}", "[".repeat(1_000));
    assert_eq!(refused(quoted.as_bytes()), "nothing-usable", "brackets in texts are texts");
}

#[test]
fn the_three_outer_shapes_are_understood() {
    let stored = one_form(json!([plain("game", "text_field")]));
    let forms = read(&stored).unwrap().forms;
    for other in [json!({"data": stored}), stored["data"].clone()] {
        assert_eq!(read(&other).unwrap().forms, forms);
    }
}

#[test]
fn the_reading_can_be_stopped() {
    let bytes = serde_json::to_vec(&of_64_forms()).unwrap();
    let stopped = read_configuration(&bytes, standard(), &mut |done, _| {
        if done == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.unwrap_err(), ImportProblem::Stopped);
}

#[test]
fn doubled_and_broken_things_are_left_out_and_told_with_their_place() {
    let mut file = one_form(json!([
        plain("game", "text_field"),
        plain("game", "text_field"),
        plain("odd", "hologram"),
        {"type": "text_field"},
        with("toy", "select_box", json!({"option_strings_text_i18n": [
            {"id": "ball", "display_text": {"en": "Ball"}}, {"id": "ball", "display_text": {"en": "Ball"}}, {"id": ""}, 7]})),
        with("none", "select_box", json!({"option_strings_source": "lookup lookup-gone"})),
    ]));
    let data = &mut file["data"];
    let again = data["FormSection"][1].clone();
    data["FormSection"].as_array_mut().unwrap().extend([
        again,
        json!("form"),
        case_form("empty", 3, vec![]),
        case_form("summary", 4, vec![]),
    ]);
    data["FormSection"]
        .as_array_mut()
        .unwrap()
        .push(json!({"unique_id": "grave", "parent_form": "incident", "module_ids": ["primeromodule-mrm"],
        "fields_attributes": [plain("x", "text_field")]}));
    let again = data["Lookup"][0].clone();
    data["Lookup"].as_array_mut().unwrap().push(again);
    let imported = read(&file).unwrap();
    assert_eq!(lost(&imported, NotCarried::Doubled), ["one_form", "game", "toy: ball", "lookup-colour"]);
    assert_eq!(lost(&imported, NotCarried::UnknownType), ["odd", "hologram"]);
    assert_eq!(lost(&imported, NotCarried::BadOption), ["toy"]);
    assert_eq!(lost(&imported, NotCarried::OtherModule), ["primeromodule-mrm"]);
    assert_eq!(changed(&imported, Changed::OptionsMissingAsText), ["none"]);
    let place =
        |kind: NotCarried| imported.told.iter().find(|it| it.what == What::NotCarried(kind)).unwrap().place.clone();
    assert_eq!((place(NotCarried::EmptyForm).id.as_str(), place(NotCarried::EmptyForm).area), ("empty", Area::Form));
    assert_eq!(place(NotCarried::BuiltInPage).id, "summary");
    loaded(&imported);
}

#[test]
fn markup_is_taken_out_of_words_and_told() {
    let imported = with_fields(json!([
        with(
            "a",
            "text_field",
            json!({"display_name_i18n": {"en": "<b>Name</b> of&nbsp;the <i>ball</i>", "no tag!": "x"}})
        ),
        with(
            "b",
            "text_field",
            json!({"display_name_i18n": {"en": "<script>alert(1)</script>Quiet"}, "help_text_i18n": {"en": "one<br>two &amp;lt;b&amp;gt;"}})
        ),
        with("c", "text_field", json!({"display_name_i18n": {"en": "1 < 2 & 3 > 2"}})),
        with("d", "text_field", json!({"display_name_i18n": {"en": "long ".repeat(1_000)}})),
        with("e", "text_field", json!({"display_name_i18n": {"en": "<<b>b>x"}})),
    ]));
    let label = |name: &str| field(&imported, name).label.get("en").to_owned();
    assert_eq!(
        (label("a"), label("b"), label("c")),
        ("Name of the ball".into(), "Quiet".into(), "1 < 2 & 3 > 2".into())
    );
    assert_eq!(field(&imported, "b").help.get("en"), "one\ntwo");
    let cleaned = changed(&imported, Changed::MarkupTakenOut);
    assert!(
        ["a", "b", "e"].iter().all(|name| cleaned.iter().any(|id| id == name)) && !cleaned.contains(&"c".to_owned())
    );
    assert_eq!(changed(&imported, Changed::WordsCut), ["d"]);
    assert_eq!(lost(&imported, NotCarried::BadLanguage), ["a"]);
    loaded(&imported);
}

#[test]
fn more_rows_than_any_office_has_end_somewhere() {
    let cells: Vec<Json> = (0..400).map(|n| plain(&format!("cell_{n}"), "text_field")).collect();
    let uses: Vec<Json> =
        (0..400).map(|n| with(&format!("rows_{n}"), "subform", json!({"subform_unique_id": "wide"}))).collect();
    let mut file = one_form(Json::Array(uses));
    file["data"]["FormSection"].as_array_mut().unwrap().push(super::builder::rows_form("wide", Json::Array(cells)));
    let imported = read(&file).unwrap();
    assert!(!lost(&imported, NotCarried::TooMuch).is_empty());
    loaded(&imported);
}

/// Puts something else somewhere into a tree: which place and what is chosen by the numbers.
fn mutate(tree: &mut Json, path: &[u8], with: &Json) {
    let Some((step, rest)) = path.split_first() else {
        *tree = with.clone();
        return;
    };
    match tree {
        Json::Array(all) if !all.is_empty() => {
            let at = usize::from(*step) % all.len();
            mutate(&mut all[at], rest, with);
        }
        Json::Object(all) if !all.is_empty() => {
            let at = usize::from(*step) % all.len();
            if let Some((_, inner)) = all.iter_mut().nth(at) {
                mutate(inner, rest, with);
            }
        }
        other => *other = with.clone(),
    }
}

fn small() -> Json {
    let mut file = of_64_forms();
    file["data"]["FormSection"].as_array_mut().unwrap().truncate(4);
    file
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_file_nothing_panics_and_the_rest_loads(
        changes in prop::collection::vec((prop::collection::vec(any::<u8>(), 2..9), 0_usize..12), 1..12)
    ) {
        let others = [
            json!(null), json!(true), json!(-1), json!(1e300), json!(""), json!("visit_rows"), json!([]), json!({}),
            json!({"and": [{"or": []}, {"not": {"in": {"many_q1": []}}}]}), json!("subform"), json!("sex"), json!({"en": "<b", "fr": 3}),
        ];
        let mut file = small();
        for (path, what) in &changes {
            mutate(&mut file["data"], path, &others[*what]);
        }
        if let Ok(imported) = read(&file) {
            prop_assert!(lost(&imported, NotCarried::Refused).is_empty(), "{:?}", imported.told.last());
            loaded(&imported);
        }
    }

    #[test]
    fn a_file_that_is_cut_or_garbled_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = serde_json::to_vec(&small()).unwrap();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at); } else { bytes[at] = byte; }
        let _ = read_configuration(&bytes, standard(), &mut |_, _| ControlFlow::Continue(()));
    }
}
