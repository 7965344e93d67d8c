//! Every text that has no words in a language. Pure.

use super::at::At;
use super::shaped::Shaped;
use amparo_forms::settings::Setting;
use amparo_model::form::{FieldDef, Options};
use amparo_model::list::{ListOption, Texts};

/// A text without words in the language that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Where it stands.
    pub at: At,
    /// The option it belongs to, when it is one.
    pub option: Option<String>,
    /// The words there are, in English if possible.
    pub words: String,
}

/// All of them, in the order of the forms and lists. A text that stands in no language at all is missing only where there must be one.
#[must_use]
pub fn missing(shaped: &Shaped, tag: &str) -> Vec<Missing> {
    let mut all = Vec::new();
    let mut see = |at: &At, option: Option<&str>, texts: &Texts, must: bool| {
        if !texts.has(tag) && (must || !texts.is_empty()) {
            let (at, option) = (at.clone(), option.map(str::to_owned));
            all.push(Missing { at, option, words: texts.get("en").to_owned() });
        }
    };
    for form in shaped.forms.iter().filter(|form| !form.off) {
        let at = At::Form(form.id.clone());
        see(&at, None, &form.title, true);
        see(&at, None, &form.help, false);
        for section in &form.sections {
            let at = At::Section(form.id.clone(), section.id.clone());
            see(&at, None, &section.title, true);
            see(&at, None, &section.help, false);
            for field in section.fields.iter().filter(|field| !field.off) {
                let at = At::Field(form.id.clone(), field.id.clone());
                of_field(&at, field, &mut see);
                for cell in field.row_fields().iter().filter(|cell| !cell.off) {
                    of_field(&At::Cell(form.id.clone(), field.id.clone(), cell.id.clone()), cell, &mut see);
                }
            }
        }
    }
    for list in &shaped.lists {
        of_options(&At::List(list.id.clone()), &list.options, &mut see);
    }
    let names = At::Setting(Setting::Names);
    for (thing, name) in &shaped.settings.names {
        see(&names, Some(thing), &name.one, false);
        see(&names, Some(thing), &name.many, false);
    }
    all
}

type See<'a> = dyn FnMut(&At, Option<&str>, &Texts, bool) + 'a;

fn of_field(at: &At, field: &FieldDef, see: &mut See<'_>) {
    see(at, None, &field.label, true);
    see(at, None, &field.help, false);
    see(at, None, &field.guiding, false);
    if let Some(Options::Inline(options)) = field.choices().map(|choices| &choices.options) {
        of_options(at, options, see);
    }
}

fn of_options(at: &At, options: &[ListOption], see: &mut See<'_>) {
    for option in options.iter().filter(|option| !option.retired) {
        see(at, Some(&option.id), &option.labels, true);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;

    #[test]
    fn the_standard_forms_lack_no_words_and_each_that_is_taken_away_is_found() {
        let mut shaped = Shaped::of(standard().written());
        for tag in ["en", "fr", "ar", "es"] {
            assert_eq!(missing(&shaped, tag), []);
        }
        let at = At::Field("registration".into(), "sex".into());
        let english = shaped.field(&at).unwrap().label.get("en").to_owned();
        shaped.change_field(&at, |field| {
            field.label.0.remove("ar");
        });
        shaped.change_options(&At::List("care_type".into()), |options| {
            options.first_mut().unwrap().labels.0.insert("ar".into(), "  ".into());
        });
        let found = missing(&shaped, "ar");
        assert_eq!(found.first(), Some(&Missing { at, option: None, words: english }));
        assert_eq!(found.get(1).map(|one| one.at.clone()), Some(At::List("care_type".into())));
        assert_eq!(found.len(), 2);
        assert_eq!(missing(&shaped, "fr"), []);
    }
}
