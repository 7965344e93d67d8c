//! Options that are offered only with certain other answers.

use super::{context, document, row_id};
use crate::shape::{Difference, Written, compare};
use crate::{ConfigError, Configuration, FindingCode, Mode, standard};
use amparo_model::condition::Condition;
use amparo_model::form::{Choices, FieldDef, FieldKind, Options};
use amparo_model::list::ListOption;
use amparo_model::value::{Document, Path, Value};

fn condition(json: &str) -> Condition {
    serde_json::from_str(json).unwrap()
}

fn option<'a>(written: &'a mut Written, list: &str, id: &str) -> &'a mut ListOption {
    let list = written.lists.iter_mut().find(|known| known.id == list).unwrap();
    list.options.iter_mut().find(|known| known.id == id).unwrap()
}

/// The standard configuration in which kafala is offered only to girls.
fn changed() -> Configuration {
    let mut written = standard().written();
    option(&mut written, "care_type", "kafala").condition = Some(condition(r#"{"eq":[{"field":"sex"},"female"]}"#));
    Configuration::from_written(written).unwrap()
}

fn found(configuration: &Configuration, document: &Document) -> Vec<(String, FindingCode)> {
    let form = configuration.form("registration").unwrap();
    let all = configuration.validate(form, document, &context(), Mode::Draft);
    all.into_iter().map(|finding| (finding.path.to_string(), finding.code)).collect()
}

#[test]
fn an_option_is_offered_only_while_its_condition_holds() {
    let configuration = changed();
    let form = configuration.form("registration").unwrap();
    let path = Path::Field("care_type".to_owned());
    for (sex, offered) in [("female", true), ("male", false)] {
        let document = document(&[format!("sex={sex}").as_str()]);
        let visible = configuration.visible(form, &document, &context());
        assert_eq!(visible.offers(&path, "kafala"), offered, "{sex}");
        assert!(visible.offers(&path, "foster"), "only the one with the condition");
    }
    // Nothing is known yet: the condition does not hold.
    assert!(!configuration.visible(form, &Document::default(), &context()).offers(&path, "kafala"));
}

#[test]
fn an_answer_that_is_not_offered_is_refused_wherever_it_is_saved() {
    let configuration = changed();
    let told = ("care_type".to_owned(), FindingCode::NotOffered);
    assert!(found(&configuration, &document(&["sex=male", "care_type=kafala"])).contains(&told));
    assert!(!found(&configuration, &document(&["sex=female", "care_type=kafala"])).contains(&told));
    assert!(!found(standard(), &document(&["sex=male", "care_type=kafala"])).contains(&told));
}

#[test]
fn in_rows_each_row_decides_for_itself() {
    // The first repeat that has a question with options of its own and another one beside it.
    let mut written = standard().written();
    let mut repeats = written.forms.iter_mut().flat_map(|form| {
        let id = form.id.clone();
        let sections = form.sections.iter_mut().filter(|section| section.condition.is_none());
        let fields = sections.flat_map(|section| &mut section.fields);
        fields.filter(|field| field.condition.is_none() && !field.off).map(move |field| (id.clone(), field))
    });
    let (form, repeat, cell, other) = repeats
        .find_map(|(form, field)| {
            let FieldKind::Repeat(cells) = &mut field.kind else { return None };
            let other = cells.iter().find(|cell| cell.kind == FieldKind::Text && cell.condition.is_none())?.id.clone();
            let mut choosing = cells.iter_mut().filter(|cell| cell.condition.is_none() && !cell.off);
            let cell = choosing.find_map(|cell| inline(cell).is_some().then_some(cell))?;
            inline(cell)?.last_mut()?.condition = Some(Condition::Filled(other.clone()));
            Some((form, field.id.clone(), cell.id.clone(), other))
        })
        .unwrap();
    let configuration = Configuration::from_written(written).unwrap();
    let form = configuration.form(&form).unwrap();
    let definition = form.field(&repeat).unwrap().row_fields().iter().find(|known| known.id == cell).unwrap();
    let last = configuration.all_options(definition).last().unwrap().id.clone();
    let mut document = Document::default();
    for (row, filled) in [(1, true), (2, false)] {
        let rows = document.rows.entry(repeat.clone()).or_default();
        let fields = rows.push(row_id(row));
        fields.insert(cell.clone(), Value::Choice(last.clone()));
        if filled {
            fields.insert(other.clone(), Value::Text("x".into()));
        }
    }
    let visible = configuration.visible(form, &document, &context());
    let at = |row| Path::Cell(repeat.clone(), row_id(row), cell.clone());
    assert_eq!((visible.offers(&at(1), &last), visible.offers(&at(2), &last)), (true, false));
    let refused: Vec<Path> = configuration
        .validate(form, &document, &context(), Mode::Draft)
        .into_iter()
        .filter(|finding| finding.code == FindingCode::NotOffered)
        .map(|finding| finding.path)
        .collect();
    assert_eq!(refused, [at(2)]);
}

fn inline(field: &mut FieldDef) -> Option<&mut Vec<ListOption>> {
    match &mut field.kind {
        FieldKind::Select(Choices { options: Options::Inline(options), .. }) => Some(options),
        _ => None,
    }
}

#[test]
fn a_question_that_is_missing_where_the_list_is_used_is_named() {
    let mut written = standard().written();
    option(&mut written, "relation", "father").condition = Some(condition(r#"{"filled":"care_type"}"#));
    // Families and survivors are asked for relations too, and for no care.
    let refused = Configuration::from_written(written).unwrap_err();
    assert!(matches!(refused, ConfigError::UnknownField { ref field, .. } if field == "care_type"), "{refused:?}");
}

#[test]
fn a_condition_of_an_option_is_told_as_a_change_of_the_option() {
    let all = compare(standard(), &changed());
    assert_eq!(all, [Difference::OptionChanged { list: "care_type".to_owned(), option: "kafala".to_owned() }]);
    let text = changed().written().to_json();
    assert_eq!(Written::from_json(&text).unwrap(), changed().written());
}

#[test]
fn a_chosen_option_counts_in_other_conditions_until_it_is_taken_back() {
    // Otherwise a question would vanish with its answer because a third one changed.
    let configuration = changed();
    let facts = document(&["sex=male", "care_type=kafala"]);
    assert_eq!(facts.get("care_type"), Some(&Value::Choice("kafala".into())));
    let form = configuration.form("registration").unwrap();
    let (with, without) =
        (configuration.visible(form, &facts, &context()), standard().visible(form, &facts, &context()));
    assert_eq!(with.paths, without.paths);
}
