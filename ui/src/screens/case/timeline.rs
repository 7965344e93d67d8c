//! The past of a record in words: what changed from what to what, and who changed one field. Pure.

use super::forms::Forms;
use super::say::{self, Names};
use amparo_api::records::{FieldChange, Past};
use amparo_language::{Language, words};
use amparo_model::value::{Path, Value};

/// One change in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The path, to ask who else changed it.
    pub path: String,
    /// The question.
    pub field: String,
    /// The answer before; none when there was none.
    pub was: Option<String>,
    /// The answer after; none when it was cleared.
    pub now: Option<String>,
}

/// The changes of one entry in words. That a row moved says nothing; that it came or went does, unless its cells say it.
#[must_use]
pub fn told(forms: Forms, language: &Language, names: &Names, changes: &[FieldChange]) -> Vec<Told> {
    changes.iter().filter_map(|change| one(forms, language, names, change, changes)).collect()
}

fn one(forms: Forms, language: &Language, names: &Names, change: &FieldChange, all: &[FieldChange]) -> Option<Told> {
    let Ok(path) = change.path.parse::<Path>() else {
        // Written by a version that names fields otherwise: shown as it is rather than lost.
        return Some(Told {
            path: change.path.clone(),
            field: change.path.clone(),
            was: None,
            now: Some(words::record_changed(language)),
        });
    };
    let field = say::field(forms, language, &path);
    if let Path::Row(..) = path {
        let cells = all.iter().any(|other| other.path.starts_with(&format!("{}/", change.path)));
        let word = match (&change.from, &change.to) {
            (None, Some(_)) => words::row_was_added(language),
            (Some(_), None) => words::row_was_removed(language),
            _ => return None,
        };
        return (!cells || change.to.is_none()).then(|| Told {
            path: change.path.clone(),
            field,
            was: None,
            now: Some(word),
        });
    }
    let definition = say::definition(forms, &path);
    let text = |value: &Option<Value>| {
        let value = value.as_ref().filter(|value| !value.is_blank())?;
        Some(definition.map_or_else(
            || plain(language, names, value),
            |def| say::value(forms.configuration, language, names, def, value),
        ))
    };
    Some(Told { path: change.path.clone(), field, was: text(&change.from), now: text(&change.to) })
}

/// An answer to a question that no form knows.
fn plain(language: &Language, names: &Names, value: &Value) -> String {
    match value {
        Value::Person(person) => names.people.get(person).cloned().unwrap_or_else(|| words::person_not_known(language)),
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Number(number) => amparo_language::number(language, *number),
        Value::Date(day) => say::partial_date(language, *day),
        _ => words::record_changed(language),
    }
}

/// Who changed a field: the entries that touch it, newest first.
#[must_use]
pub fn of_field<'a>(entries: &'a [Past], path: &str) -> Vec<&'a Past> {
    entries.iter().filter(|entry| entry.changes.iter().any(|change| change.path == path)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;
    use amparo_model::ids::{Moment, PersonId, RevisionId};
    use amparo_model::record::RecordType;
    use amparo_model::value::RowId;

    fn change(path: &str, from: Option<Value>, to: Option<Value>) -> FieldChange {
        FieldChange { path: path.into(), from, to }
    }
    fn tell(changes: &[FieldChange]) -> Vec<Told> {
        told(Forms::of(RecordType::CASE), &Language::ENGLISH, &Names::default(), changes)
    }
    fn choice(option: &str) -> Option<Value> {
        Some(Value::Choice(option.into()))
    }

    #[test]
    fn a_change_is_told_in_the_words_of_the_form() {
        let all = tell(&[change("risk_level", choice("low"), choice("high"))]);
        let label = standard().form("registration").unwrap().field("risk_level").unwrap().label.get("en");
        assert_eq!(all[0].field, label);
        assert_eq!((all[0].was.as_deref(), all[0].now.as_deref()), (Some("Low"), Some("High")));
    }

    #[test]
    fn a_row_that_came_is_told_by_its_cells_and_one_that_went_by_itself() {
        let row = RowId::from_random([1; 16]);
        let came = tell(&[
            change(&format!("members/{row}"), None, Some(Value::Number(0))),
            change(&format!("members/{row}/name"), None, Some(Value::Text("Amina".into()))),
        ]);
        assert_eq!(came.len(), 1);
        assert_eq!(came[0].now.as_deref(), Some("Amina"));
        let went = tell(&[change(&format!("members/{row}"), Some(Value::Number(0)), None)]);
        assert_eq!(went[0].now, Some(words::row_was_removed(&Language::ENGLISH)));
        assert!(
            tell(&[change(&format!("members/{row}"), Some(Value::Number(0)), Some(Value::Number(1024)))]).is_empty()
        );
    }

    #[test]
    fn a_field_that_no_form_knows_is_still_told() {
        let all = tell(&[change("elsewhere", None, Some(Value::Text("x".into()))), change("a/b/c/d", None, None)]);
        assert_eq!((all[0].field.as_str(), all[0].now.as_deref()), ("elsewhere", Some("x")));
        assert_eq!(all[1].field, "a/b/c/d");
    }

    #[test]
    fn who_changed_a_field_are_only_those_who_touched_it() {
        let entry = |number: u8, path: &str| Past {
            revision: RevisionId([number; 32]),
            person: PersonId::from_random([number; 16]),
            name: format!("Person {number}"),
            office: None,
            at: Moment(i64::from(number)),
            changes: vec![change(path, None, None)],
            closed: 0,
        };
        let entries = [entry(3, "sex"), entry(2, "age"), entry(1, "sex")];
        let names: Vec<&str> = of_field(&entries, "sex").iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["Person 3", "Person 1"]);
    }
}
