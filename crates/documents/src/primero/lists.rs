//! Options: the lookups of a file, and those that a field brings along.

use super::known::well_formed;
use super::source::{Object, flag, items, text, texts_in, usable_id};
use super::told::{Area, Changed, NotCarried, Place, Told, What};
use super::words::{Cleaned, of_value, words};
use amparo_model::list::{ListOption, OptionList, Texts};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The lists of a file, by their id there.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Id here, and ids of the options.
    pub(super) known: BTreeMap<String, (String, Rc<Vec<String>>)>,
    /// The lists, in the order of the file; then those of the office that got options.
    pub(super) made: Vec<OptionList>,
    /// The names of form groups, by group.
    pub(super) form_groups: BTreeMap<String, Texts>,
    /// User groups of the file as options.
    pub(super) groups: Vec<ListOption>,
}

impl Lists {
    /// Reads the lookups and the groups of people.
    pub(super) fn read(lookups: &[Json], groups: &[Json], told: &mut Told) -> Self {
        let mut lists = Self::default();
        let mut taken = BTreeSet::new();
        for (at, raw) in lookups.iter().enumerate() {
            let Some((raw, id)) = raw.as_object().and_then(|raw| Some((raw, text(raw, "unique_id")?))) else {
                told.alone(&Place::new(Area::List, ""), What::NotCarried(NotCarried::NoId), &[&(at + 1).to_string()]);
                continue;
            };
            let place = Place::new(Area::List, id);
            if !usable_id(id) {
                told.lost(&place, NotCarried::NoId, &(at + 1).to_string());
                continue;
            }
            if lists.known.contains_key(id) {
                told.lost(&place, NotCarried::Doubled, id);
                continue;
            }
            let values =
                items(raw, if raw.contains_key("lookup_values_i18n") { "lookup_values_i18n" } else { "values" });
            let (options, cleaned) = options(values, &place, "", told);
            told.cleaned(&place, cleaned, id);
            if id.starts_with("lookup-form-group-") {
                lists.form_groups.extend(options.into_iter().map(|option| (option.id, option.labels)));
                continue;
            }
            let like = well_formed(id, '_', "list");
            let mut ours = like.clone();
            let mut next = 2_usize;
            while !taken.insert(ours.clone()) {
                ours = format!("{like}_{next}");
                next += 1;
            }
            if ours != id.replace('-', "_") {
                told.changed(&place, Changed::ListRenamed, &ours);
            }
            told.alone(&place, What::Understood, &[&ours]);
            let ids = Rc::new(options.iter().map(|option| option.id.clone()).collect());
            lists.known.insert(id.to_owned(), (ours.clone(), ids));
            lists.made.push(OptionList { id: ours, options });
        }
        for raw in groups.iter().filter_map(Json::as_object) {
            if let Some(id) = text(raw, "unique_id").filter(|id| usable_id(id))
                && !lists.groups.iter().any(|option| option.id == id)
            {
                let labels = of_value(raw.get("name").unwrap_or(&Json::Null), &mut Cleaned::default());
                let retired = flag(raw, "disabled") == Some(true);
                lists.groups.push(option(id.to_owned(), labels, retired));
            }
        }
        lists
    }

    /// What a source names: `lookup <id>`, with and without the word that every id begins with.
    pub(super) fn named(&self, source: &str) -> Option<(String, Rc<Vec<String>>)> {
        let id = source.strip_prefix("lookup ")?.split_whitespace().next()?;
        self.known.get(id).or_else(|| self.known.get(&format!("lookup-{id}"))).cloned()
    }
}

fn option(id: String, labels: Texts, retired: bool) -> ListOption {
    let labels = if labels.is_empty() { Texts([("en".to_owned(), id.clone())].into()) } else { labels };
    ListOption { id, labels, parent: None, half: None, condition: None, off: false, retired }
}

/// Options as arrays of objects. Doubled ones and those without id are left out and told; `of` names the field they belong to.
pub(super) fn options(values: &[Json], place: &Place, of: &str, told: &mut Told) -> (Vec<ListOption>, Cleaned) {
    let (mut made, mut seen, mut cleaned) = (Vec::new(), BTreeSet::new(), Cleaned::default());
    for value in values {
        // Yes/no options are sometimes written as true and false instead of "true" and "false".
        let id = value.get("id").and_then(|id| match id {
            Json::String(id) => Some(id.clone()),
            Json::Bool(flag) => Some(flag.to_string()),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        });
        let (Some(raw), Some(id)) = (value.as_object(), id.filter(|id| usable_id(id))) else {
            told.lost(place, NotCarried::BadOption, of);
            continue;
        };
        if !seen.insert(id.clone()) {
            told.lost(place, NotCarried::Doubled, &if of.is_empty() { id } else { format!("{of}: {id}") });
            continue;
        }
        if !texts_in(raw, "tags").is_empty() {
            told.lost(place, NotCarried::OptionTags, of);
        }
        let labels = words(raw, "display_text", &mut cleaned);
        made.push(option(id, labels, flag(raw, "disabled") == Some(true)));
    }
    (made, cleaned)
}

/// The options that a field brings along: `[{"id", "display_text": {language: text}}]`, or the older `{language: [{"id",
/// "display_text": text}]}`.
pub(super) fn inline(raw: &Object, place: &Place, of: &str, told: &mut Told) -> Vec<ListOption> {
    let written = raw.get("option_strings_text_i18n").or_else(|| raw.get("option_strings_text"));
    match written {
        Some(Json::Array(values)) => {
            let (made, cleaned) = options(values, place, of, told);
            told.cleaned(place, cleaned, of);
            made
        }
        Some(Json::Object(languages)) => {
            let mut made: Vec<ListOption> = Vec::new();
            let mut at: BTreeMap<String, usize> = BTreeMap::new();
            for (language, values) in languages {
                for value in values.as_array().into_iter().flatten().filter_map(Json::as_object) {
                    let Some(id) = text(value, "id").filter(|id| usable_id(id)) else {
                        told.lost(place, NotCarried::BadOption, of);
                        continue;
                    };
                    let mut cleaned = Cleaned::default();
                    let words = Json::Object(
                        [(language.clone(), value.get("display_text").cloned().unwrap_or(Json::Null))]
                            .into_iter()
                            .collect(),
                    );
                    let words = of_value(&words, &mut cleaned);
                    told.cleaned(place, cleaned, of);
                    let known = *at.entry(id.to_owned()).or_insert(made.len());
                    match made.get_mut(known) {
                        Some(option) => option.labels.0.extend(words.0),
                        None => made.push(option(id.to_owned(), words, flag(value, "disabled") == Some(true))),
                    }
                }
            }
            made
        }
        _ => Vec::new(),
    }
}
