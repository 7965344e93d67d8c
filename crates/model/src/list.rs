//! Words in several languages, and option lists ("lookups"): stable ids with translated labels (DOMAIN.md 9.1).

use crate::condition::Condition;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The same words in several languages, by language tag (`en`, `fr`, `ar`, `es`, `ar-SY` ...).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<String, String>);

impl Texts {
    /// The words in a language: exactly that one, else its base language, else English, else any there is. Empty only when there are
    /// no words at all.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        let base = language.split(['-', '_']).next().unwrap_or(language);
        let found = [language, base, "en"].into_iter().find_map(|tag| self.0.get(tag));
        found.or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// Whether there are no words in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there are words, not only blanks, in exactly this language.
    #[must_use]
    pub fn has(&self, language: &str) -> bool {
        self.0.get(language).is_some_and(|words| !words.trim().is_empty())
    }
}

/// One answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListOption {
    /// Stable for ever, snake_case, never reused.
    pub id: String,
    /// What people read.
    pub labels: Texts,
    /// The standard option under which reports count an option that an office added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Part of the list it belongs to, where a list has parts: `incident` and `vulnerability` in `concern`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half: Option<String>,
    /// Offered only when this holds, in whichever record the list is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// Not offered unless the office switches it on (DOMAIN.md 9.3, "off in hostile contexts").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
    /// No longer offered; still readable in old records.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// A list of options, in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionList {
    /// Stable, snake_case: `care_type`.
    pub id: String,
    /// The options.
    pub options: Vec<ListOption>,
}

impl OptionList {
    /// The option with an id, also a retired one.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&ListOption> {
        self.options.iter().find(|option| option.id == id)
    }

    /// What can be chosen today.
    pub fn offered(&self) -> impl Iterator<Item = &ListOption> {
        self.options.iter().filter(|option| !option.retired && !option.off)
    }

    /// The words of an option; its id when the list does not know it, so that an answer from another office never vanishes.
    #[must_use]
    pub fn label<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        self.option(id).map(|option| option.labels.get(language)).filter(|words| !words.is_empty()).unwrap_or(id)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        Texts(pairs.iter().map(|(tag, words)| ((*tag).to_owned(), (*words).to_owned())).collect())
    }

    #[test]
    fn words_fall_back_to_the_base_language_then_english_then_anything() {
        let both = texts(&[("en", "child"), ("ar", "طفل")]);
        for (tag, words) in [("ar", "طفل"), ("ar-SY", "طفل"), ("fr", "child"), ("", "child")] {
            assert_eq!(both.get(tag), words);
        }
        assert_eq!(texts(&[("fr", "enfant")]).get("es"), "enfant");
        assert_eq!(Texts::default().get("en"), "");
    }

    #[test]
    fn retired_options_are_readable_but_not_offered() {
        let list: OptionList = serde_json::from_str(
            r#"{"id":"x","options":[{"id":"old","labels":{"en":"Old"},"retired":true},{"id":"new","labels":{"en":"New"}}]}"#,
        )
        .unwrap();
        assert_eq!(list.label("old", "fr"), "Old");
        assert_eq!(list.offered().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["new"]);
        assert_eq!(list.label("from_elsewhere", "en"), "from_elsewhere");
    }
}
