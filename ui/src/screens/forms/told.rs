//! What is different, and what is wrong, in plain sentences. Pure.

use super::at::At;
use super::inputs::language_name;
use super::shaped::Shaped;
use super::tree::setting_words;
use crate::frame::{own_role_word, own_type_word, type_page};
use amparo_forms::settings::{Setting, Thing};
use amparo_forms::shape::{Difference, Facet};
use amparo_forms::{ConfigError, Configuration};
use amparo_language::{Arg, Language, by_id};
use amparo_model::form::FieldDef;
use std::collections::BTreeMap;

/// A difference as a sentence. Things that are gone are called as they were before.
#[must_use]
pub fn sentence(language: &Language, before: &Configuration, after: &Configuration, difference: &Difference) -> String {
    let names = Names { language, before, after };
    let (id, args): (&str, Vec<(&str, String)>) = match difference {
        Difference::FormAdded { form } => ("form-added", vec![("form", names.form(form))]),
        Difference::FormRetired { form } => ("form-retired", vec![("form", names.form(form))]),
        Difference::FormChanged { form, facet: what } => {
            ("form-changed", vec![("form", names.form(form)), ("what", facet(language, *what))])
        }
        Difference::SectionAdded { form, section } => ("section-added", names.section(form, section)),
        Difference::SectionGone { form, section } => ("section-gone", names.section(form, section)),
        Difference::SectionChanged { form, section, facet: what } => {
            let mut args = names.section(form, section);
            args.push(("what", facet(language, *what)));
            ("section-changed", args)
        }
        Difference::FieldAdded { form, field } => ("field-added", names.field(form, field)),
        Difference::FieldRetired { form, field } => ("field-retired", names.field(form, field)),
        Difference::FieldChanged { form, field, facet: what } => {
            let mut args = names.field(form, field);
            args.push(("what", facet(language, *what)));
            ("field-changed", args)
        }
        Difference::ListAdded { list } => ("list-added", vec![("list", names.list(list))]),
        Difference::ListReordered { list } => ("list-reordered", vec![("list", names.list(list))]),
        Difference::OptionAdded { list, option } => ("option-added", names.option(list, option)),
        Difference::OptionRetired { list, option } => ("option-retired", names.option(list, option)),
        Difference::OptionChanged { list, option } => ("option-changed", names.option(list, option)),
        Difference::ClockChanged { clock: changed } => ("clock-changed", vec![("clock", clock(language, changed))]),
        Difference::TypeTakenUp { of } => ("type-taken-up", vec![("record", type_page(language, *of))]),
        Difference::TypeGivenUp { of } => ("type-given-up", vec![("record", type_page(language, *of))]),
        Difference::Renamed { thing } => ("renamed", vec![("thing", names.thing(thing)), ("name", names.name(thing))]),
        Difference::ApprovalOn { form } => ("approval-on", vec![("form", names.form(form))]),
        Difference::ApprovalOff { form } => ("approval-off", vec![("form", names.form(form))]),
        Difference::SettingChanged { setting } => {
            ("setting-changed", vec![("setting", setting_words(language, &At::Setting(*setting)))])
        }
        Difference::WordsChanged { language } => ("words-changed", vec![("tongue", language_name(language))]),
        Difference::WeekChanged => ("week-changed", Vec::new()),
    };
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    by_id(language, &format!("difference-{id}"), &args).unwrap_or_else(|| id.to_owned())
}

fn facet(language: &Language, facet: Facet) -> String {
    let code = match facet {
        Facet::Words => "words",
        Facet::Place => "place",
        Facet::Condition => "condition",
        Facet::Required => "required",
        Facet::Calculation => "calculation",
        Facet::Checks => "checks",
        Facet::Options => "options",
        Facet::Other => "other",
    };
    by_id(language, &format!("facet-{code}"), &[]).unwrap_or_default()
}

/// The program's own word for one of a thing, whatever the office calls it.
#[must_use]
pub fn own_word(language: &Language, thing: Thing) -> String {
    match thing {
        Thing::Record(of) => own_type_word(language, of),
        Thing::Role(role) => own_role_word(language, role),
    }
}

/// A clock in words.
#[must_use]
pub fn clock(language: &Language, id: &str) -> String {
    by_id(language, &format!("clock-{}", id.replace('_', "-")), &[]).unwrap_or_else(|| id.to_owned())
}

/// How many things of each kind are different, in words: "3 questions added".
#[must_use]
pub fn counts(language: &Language, all: &[Difference]) -> Vec<String> {
    let mut counted: BTreeMap<&str, i64> = BTreeMap::new();
    for difference in all {
        let kind = match difference {
            Difference::FormAdded { .. } => "a-forms-added",
            Difference::FormRetired { .. } => "b-forms-retired",
            Difference::FieldAdded { .. } => "c-questions-added",
            Difference::FieldRetired { .. } => "d-questions-retired",
            Difference::FieldChanged { .. } => "e-questions-changed",
            Difference::OptionAdded { .. } | Difference::ListAdded { .. } => "f-options-added",
            Difference::OptionRetired { .. } => "g-options-retired",
            Difference::OptionChanged { .. } => "h-options-changed",
            _ => "i-others-changed",
        };
        *counted.entry(kind).or_default() += 1;
    }
    let said = counted.into_iter().filter_map(|(kind, count)| {
        let id = kind.split_once('-').map(|(_, id)| id)?;
        by_id(language, &format!("shape-count-{id}"), &[("count", Arg::Number(count))])
    });
    said.collect()
}

struct Names<'a> {
    language: &'a Language,
    before: &'a Configuration,
    after: &'a Configuration,
}

impl Names<'_> {
    fn form(&self, id: &str) -> String {
        let form = self.after.form(id).or_else(|| self.before.form(id));
        form.map_or_else(|| id.to_owned(), |form| words_or(form.title.get(self.language.tag()), id))
    }

    /// The program's own word for a thing.
    fn thing(&self, key: &str) -> String {
        Thing::all().find(|thing| thing.key() == key).map_or_else(|| key.to_owned(), |it| own_word(self.language, it))
    }

    /// What it is called from now on.
    fn name(&self, key: &str) -> String {
        let name = self.after.settings().names.get(key);
        let texts = name.map(|name| if name.one.is_empty() { &name.many } else { &name.one });
        texts.map_or_else(|| self.thing(key), |texts| texts.get(self.language.tag()).to_owned())
    }

    fn section(&self, form: &str, id: &str) -> Vec<(&'static str, String)> {
        let find = |of: &Configuration| {
            let section = of.form(form)?.sections.iter().find(|section| section.id == id)?;
            Some(words_or(section.title.get(self.language.tag()), id))
        };
        let section = find(self.after).or_else(|| find(self.before)).unwrap_or_else(|| id.to_owned());
        vec![("form", self.form(form)), ("section", section)]
    }

    /// `path` is a field, or `repeat.cell`.
    fn label(&self, form: &str, path: &str) -> String {
        let (field, cell) = path.split_once('.').map_or((path, None), |(field, cell)| (field, Some(cell)));
        let tag = self.language.tag();
        let find = |of: &Configuration| {
            let found = of.form(form)?.field(field)?;
            let whole = words_or(found.label.get(tag), field);
            let Some(cell) = cell else { return Some(whole) };
            let cell = found.row_fields().iter().find(|known| known.id == cell)?;
            Some(format!("{whole} › {}", words_or(cell.label.get(tag), &cell.id)))
        };
        find(self.after).or_else(|| find(self.before)).unwrap_or_else(|| path.to_owned())
    }

    fn field(&self, form: &str, path: &str) -> Vec<(&'static str, String)> {
        vec![("form", self.form(form)), ("field", self.label(form, path))]
    }

    /// A shared list, or `form.field` for the options of one question.
    fn list(&self, id: &str) -> String {
        match id.split_once('.') {
            Some((form, path)) => format!("{}, {}", self.form(form), self.label(form, path)),
            None => id.replace('_', " "),
        }
    }

    fn option(&self, list: &str, id: &str) -> Vec<(&'static str, String)> {
        let tag = self.language.tag();
        let find = |of: &Configuration| {
            let label = match list.split_once('.') {
                None => of.list(list)?.option(id)?.labels.get(tag),
                Some((form, path)) => {
                    let (field, cell) = path.split_once('.').map_or((path, None), |(field, cell)| (field, Some(cell)));
                    let found = of.form(form)?.field(field)?;
                    let found: &FieldDef = match cell {
                        Some(cell) => found.row_fields().iter().find(|known| known.id == cell)?,
                        None => found,
                    };
                    of.all_options(found).iter().find(|option| option.id == id)?.labels.get(tag)
                }
            };
            Some(words_or(label, id))
        };
        let option = find(self.after).or_else(|| find(self.before)).unwrap_or_else(|| id.to_owned());
        vec![("list", self.list(list)), ("option", option)]
    }
}

fn words_or(words: &str, id: &str) -> String {
    if words.trim().is_empty() { id.to_owned() } else { words.to_owned() }
}

/// Why a configuration does not fit together, in words.
#[must_use]
pub fn problem(language: &Language, shaped: &Shaped, error: &ConfigError) -> String {
    let place = error.place().map(|place| place_words(language, shaped, &place)).unwrap_or_default();
    let args = [("place", Arg::Text(&place)), ("what", Arg::Text(what(error)))];
    by_id(language, &format!("configuration-{}", error.code()), &args).unwrap_or_else(|| error.to_string())
}

/// The thing that an error names, as it is written.
fn what(error: &ConfigError) -> &str {
    match error {
        ConfigError::Unreadable { reason, .. } => reason,
        ConfigError::UnknownType { word, .. } => word,
        ConfigError::Doubled { id, .. } | ConfigError::Reserved { id, .. } | ConfigError::BadId { id, .. } => id,
        ConfigError::UnknownList { list, .. } => list,
        ConfigError::UnknownParent { parent, .. } => parent,
        ConfigError::UnknownBlock { name, .. } => name,
        ConfigError::UnknownField { field, .. }
        | ConfigError::TwoMeanings { field, .. }
        | ConfigError::CalculatedAcross { field, .. } => field,
        ConfigError::UnknownForm { form, .. } => form,
        ConfigError::UnknownClock { clock, .. } => clock,
        ConfigError::UnknownCompartment { compartment, .. } => compartment,
        ConfigError::TooLarge
        | ConfigError::Newer
        | ConfigError::Markup { .. }
        | ConfigError::Kept { .. }
        | ConfigError::NoCompartment { .. }
        | ConfigError::CellWithCompartment { .. }
        | ConfigError::NotInARow { .. }
        | ConfigError::Setting { .. }
        | ConfigError::Loop { .. } => "",
    }
}

/// Where an error is, to go there: its places read `form, section, field, cell`, `form, field` or `list x`.
#[must_use]
pub fn place(shaped: &Shaped, error: &ConfigError) -> Option<At> {
    if let ConfigError::Loop { fields } = error {
        let first = fields.first()?;
        let form = shaped.forms.iter().find(|form| form.field(first).is_some())?;
        return Some(At::Field(form.id.clone(), first.clone()));
    }
    place_of(shaped, &error.place()?)
}

fn place_of(shaped: &Shaped, place: &str) -> Option<At> {
    let parts: Vec<&str> = place.split(", ").collect();
    let own = |part: &&str| (*part).to_owned();
    let (first, rest) = parts.split_first()?;
    if *first == "settings" {
        let setting = Setting::ALL.iter().find(|known| Some(&known.as_str()) == rest.first())?;
        return Some(At::Setting(*setting));
    }
    if shaped.form(first).is_none() {
        let list = first.strip_prefix("list ").unwrap_or(first);
        return shaped.list(list).map(|_| At::List(list.to_owned()));
    }
    // From the inside out: the innermost that there is.
    let field = rest.iter().find(|part| shaped.field(&At::Field(own(first), own(part))).is_some());
    let last = rest.last()?;
    Some(match field {
        Some(field) => {
            let cell = At::Cell(own(first), own(field), own(last));
            if shaped.knows(&cell) { cell } else { At::Field(own(first), own(field)) }
        }
        None => match rest.first().filter(|part| shaped.section(first, part).is_some()) {
            Some(section) => At::Section(own(first), own(section)),
            None => At::Form(own(first)),
        },
    })
}

fn place_words(language: &Language, shaped: &Shaped, place: &str) -> String {
    place_of(shaped, place).map_or_else(|| place.to_owned(), |at| name_of(language, shaped, &at))
}

/// What something is called, with what it belongs to before it.
#[must_use]
pub fn name_of(language: &Language, shaped: &Shaped, at: &At) -> String {
    let tag = language.tag();
    let form =
        at.form().map(|id| shaped.form(id).map_or_else(|| id.to_owned(), |form| words_or(form.title.get(tag), id)));
    let own = match at {
        At::Form(_) => None,
        At::Section(form, section) => Some(
            shaped.section(form, section).map_or_else(|| section.clone(), |it| words_or(it.title.get(tag), section)),
        ),
        At::Field(_, field) => {
            Some(shaped.field(at).map_or_else(|| field.clone(), |it| words_or(it.label.get(tag), field)))
        }
        At::Cell(form, field, cell) => {
            let whole = At::Field(form.clone(), field.clone());
            let whole = shaped.field(&whole).map_or_else(|| field.clone(), |it| words_or(it.label.get(tag), field));
            let cell = shaped.field(at).map_or_else(|| cell.clone(), |it| words_or(it.label.get(tag), cell));
            Some(format!("{whole} › {cell}"))
        }
        At::List(list) => Some(list.replace('_', " ")),
        At::Setting(_) | At::Clocks => Some(setting_words(language, at)),
    };
    let parts: Vec<String> = form.into_iter().chain(own).collect();
    parts.join(" › ")
}

#[cfg(test)]
#[path = "told_tests.rs"]
mod tests;
