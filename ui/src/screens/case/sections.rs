//! The sections of a case as tabs, and the way from an element of the page back to its question. Pure.

use super::checked::{Checked, element_id};
use super::edit::Editing;
use super::say;
use crate::parts::{Tab, TabState, Wrong};
use amparo_api::records::Record;
use amparo_forms::Configuration;
use amparo_language::{Language, words};
use amparo_model::form::{FormDef, Section};
use amparo_model::value::{Document, Path};
use std::collections::BTreeSet;
use yew::AttrValue;

/// The form and section behind a tab.
#[must_use]
pub fn section_at(configuration: &'static Configuration, key: &str) -> Option<(&'static FormDef, &'static Section)> {
    configuration.forms().iter().find_map(|form| Some((form, form.sections.iter().find(|section| section.id == key)?)))
}

/// The first section of a form, or of the first form.
#[must_use]
pub fn first_section(configuration: &'static Configuration, form: Option<&str>) -> AttrValue {
    let form = form.and_then(|form| configuration.form(form)).or_else(|| configuration.forms().first());
    form.and_then(|form| form.sections.first()).map_or_else(AttrValue::default, |section| section.id.clone().into())
}

/// What the tabs show of.
pub struct Standing<'a> {
    /// What follows from the answers.
    pub checked: &'a Checked,
    /// Forms called complete.
    pub complete: &'a BTreeSet<String>,
    /// Forms whose blank answers may be named.
    pub told: &'a BTreeSet<String>,
    /// What is typed.
    pub editing: &'a Editing,
    /// The record, when it is registered.
    pub record: Option<&'a Record>,
    /// The person may seal copies for other offices.
    pub may_share: bool,
}

/// The sections that are shown, in the order of the work, then history and share.
#[must_use]
pub fn tabs(configuration: &'static Configuration, language: &Language, standing: &Standing<'_>) -> Vec<Tab> {
    let tag = language.tag();
    let mut tabs = Vec::new();
    for form in configuration.forms() {
        let Some(checked) = standing.checked.form(&form.id) else { continue };
        let shown = form.sections.iter().filter(|section| checked.visible.sections.contains(&section.id));
        for (place, section) in shown.enumerate() {
            tabs.push(Tab {
                key: section.id.clone().into(),
                label: section.title.get(tag).to_owned().into(),
                group: (place == 0).then(|| form.title.get(tag).to_owned().into()),
                state: state(language, form, section, standing),
            });
        }
    }
    if standing.record.is_some() {
        let own = |key: &'static str, label: String, group: bool| Tab {
            key: key.into(),
            label: label.into(),
            group: group.then(|| words::record_title(language).into()),
            state: TabState::Plain,
        };
        tabs.push(own("history", words::record_history(language), true));
        if standing.may_share {
            tabs.push(own("share", words::record_share(language), false));
        }
    }
    tabs
}

fn state(language: &Language, form: &FormDef, section: &Section, standing: &Standing<'_>) -> TabState {
    let closed = standing.record.map_or(&[][..], |record| &record.closed);
    if section.fields.iter().all(|field| closed.contains(&field.compartment.0)) {
        return TabState::Covered(words::record_closed_section(language).into());
    }
    let Some(checked) = standing.checked.form(&form.id) else { return TabState::Plain };
    let inside = |path: &Path| section.fields.iter().any(|field| field.id == path.field());
    let told = standing.told.contains(&form.id);
    let may_say = |path: &Path| told || standing.editing.left.contains(path);
    let wrong = checked.wrong.iter().any(|finding| {
        inside(&finding.path) && may_say(&finding.path) && finding.code.weight() == amparo_forms::Weight::Error
    }) || checked.missing.iter().any(|finding| told && inside(&finding.path))
        || standing.editing.unread.keys().any(|path| inside(path) && may_say(path));
    if wrong {
        return TabState::Wrong(words::error_word(language).into());
    }
    let progress = checked.progress.iter().find(|progress| progress.section == section.id);
    let filled = progress.is_some_and(|progress| progress.required > 0 && progress.filled == progress.required);
    if filled || standing.complete.contains(&form.id) {
        TabState::Done(words::record_section_complete(language).into())
    } else {
        TabState::Plain
    }
}

/// The section after this one, among those that are shown.
#[must_use]
pub fn after<'a>(tabs: &'a [Tab], at: &str) -> Option<&'a AttrValue> {
    let place = tabs.iter().position(|tab| tab.key == at)?;
    tabs.get(place + 1).map(|tab| &tab.key).filter(|key| !["history", "share"].contains(&key.as_str()))
}

/// What was typed and cannot be read, for the summary above the form.
#[must_use]
pub fn unread(configuration: &Configuration, language: &Language, editing: &Editing) -> Vec<Wrong> {
    let wrong = |(path, said): (&Path, &String)| Wrong {
        field: element_id(&editing.document, path).into(),
        text: named(configuration, language, path, said),
    };
    editing.unread.iter().map(wrong).collect()
}

/// The question before what is wrong with its answer.
#[must_use]
pub fn named(configuration: &Configuration, language: &Language, path: &Path, said: &str) -> AttrValue {
    words::finding_at(language, &say::field(configuration, language, path), said).into()
}

/// The question that is answered in an element of the page.
#[must_use]
pub fn path_of(configuration: &'static Configuration, document: &Document, element: &str) -> Option<Path> {
    for field in configuration.forms().iter().flat_map(FormDef::fields) {
        let path = Path::Field(field.id.clone());
        if element_id(document, &path) == element {
            return Some(path);
        }
        for row in document.rows_of(&field.id) {
            let mut cells = field.row_fields().iter().map(|cell| Path::Cell(field.id.clone(), row.id, cell.id.clone()));
            if let Some(path) = cells.find(|path| element_id(document, path) == element) {
                return Some(path);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::{Context, standard};
    use amparo_model::ids::PersonId;
    use amparo_model::value::{RowId, Value};
    use jiff::civil::date;
    use std::rc::Rc;

    fn all_tabs(told: &[&str], document: Document) -> Vec<Tab> {
        let context = Context {
            today: date(2026, 11, 22),
            user: PersonId::from_random([1; 16]),
            language: "en".into(),
            complete: BTreeSet::new(),
        };
        let checked = Checked::of(standard(), &document, &context);
        let editing = Editing::new(Rc::default(), Rc::new(document));
        let told = told.iter().map(|form| (*form).to_owned()).collect();
        let standing = Standing {
            checked: &checked,
            complete: &BTreeSet::new(),
            told: &told,
            editing: &editing,
            record: None,
            may_share: true,
        };
        tabs(standard(), &Language::ENGLISH, &standing)
    }
    fn tab<'a>(tabs: &'a [Tab], key: &str) -> &'a Tab {
        tabs.iter().find(|tab| tab.key == key).unwrap()
    }

    #[test]
    fn a_case_that_is_not_registered_has_no_history_and_nothing_to_share() {
        let tabs = all_tabs(&[], Document::default());
        assert!(tabs.iter().all(|tab| !["history", "share"].contains(&tab.key.as_str())));
        assert_eq!(tabs.first().unwrap().key, first_section(standard(), None));
    }

    #[test]
    fn blank_answers_are_not_called_wrong_before_somebody_calls_the_form_complete() {
        assert_eq!(tab(&all_tabs(&[], Document::default()), "answers").state, TabState::Plain);
        assert!(matches!(tab(&all_tabs(&["consent"], Document::default()), "answers").state, TabState::Wrong(_)));
    }

    #[test]
    fn a_section_with_all_required_answers_says_so() {
        let mut document = Document::default();
        document.set("risk_level", Value::Choice("low".into()));
        document.set("risk_reason", Value::Text("Lives with her aunt.".into()));
        assert!(matches!(tab(&all_tabs(&[], document), "level").state, TabState::Done(_)));
    }

    #[test]
    fn the_last_section_has_none_after_it() {
        let tabs = all_tabs(&[], Document::default());
        assert_eq!(after(&tabs, "basis").map(AttrValue::as_str), Some("answers"));
        assert_eq!(after(&tabs, &tabs.last().unwrap().key), None);
    }

    #[test]
    fn every_element_leads_back_to_its_question() {
        let mut document = Document::default();
        let row = RowId::from_random([1; 16]);
        document.rows.entry("members".into()).or_default().push(row);
        for path in [Path::Field("sex".into()), Path::Cell("members".into(), row, "name".into())] {
            assert_eq!(path_of(standard(), &document, &element_id(&document, &path)), Some(path));
        }
        assert_eq!(path_of(standard(), &document, "field-nothing"), None);
    }
}
