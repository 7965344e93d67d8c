//! Every text of a configuration as rows, one for each text: to be translated in a spreadsheet and taken back.

use super::Written;
use amparo_model::form::{Choices, FieldDef, FieldKind, Options};
use amparo_model::list::{ListOption, Texts};
use std::collections::BTreeMap;

/// A text with the key by which it is found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordRow {
    /// Stable while the configuration is: `registration/child/name_first label`.
    pub key: String,
    /// The words by language.
    pub texts: BTreeMap<String, String>,
}

/// Why a row was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordProblem {
    /// No text of the configuration has this key.
    UnknownKey,
    /// Tags or control characters in the words.
    BadWords,
    /// Longer than any label or help is.
    TooLong,
    /// The English words are missing: they stand in wherever a language is.
    NoEnglish,
}

impl WordProblem {
    /// The stable code, for words and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownKey => "unknown-key",
            Self::BadWords => "bad-words",
            Self::TooLong => "too-long",
            Self::NoEnglish => "no-english",
        }
    }
}

/// The longest text that is taken, in characters.
const LONGEST: usize = 2_000;

/// Every text, in the order of the forms and lists.
#[must_use]
pub fn words(written: &Written) -> Vec<WordRow> {
    let mut rows = Vec::new();
    let mut copy = written.clone();
    each(&mut copy, &mut |key, texts| rows.push(WordRow { key, texts: texts.0.clone() }));
    rows
}

/// Takes rows in; a blank cell leaves the words as they are. Gives how many rows changed something, and those refused with their place
/// in `rows`.
pub fn take_words(written: &mut Written, rows: &[WordRow]) -> (usize, Vec<(usize, WordProblem)>) {
    let mut by_key: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        by_key.insert(&row.key, at);
    }
    let (mut taken, mut refused, mut met) = (0, Vec::new(), vec![false; rows.len()]);
    each(written, &mut |key, texts| {
        let Some(at) = by_key.get(key.as_str()).copied() else { return };
        let Some(row) = rows.get(at) else { return };
        met[at] = true; // `at` is a place in `rows`, which `met` is as long as
        let mut next = texts.clone();
        for (language, words) in row.texts.iter().filter(|(_, words)| !words.trim().is_empty()) {
            next.0.insert(language.clone(), words.trim().to_owned());
        }
        match wrong(&next) {
            Some(problem) => refused.push((at, problem)),
            None if next != *texts => {
                *texts = next;
                taken += 1;
            }
            None => {}
        }
    });
    refused.extend(met.iter().enumerate().filter(|(_, met)| !**met).map(|(at, _)| (at, WordProblem::UnknownKey)));
    refused.sort_by_key(|(at, _)| *at);
    (taken, refused)
}

fn wrong(texts: &Texts) -> Option<WordProblem> {
    let bad = |words: &String| super::written::has_markup(words) || words.chars().any(|c| c.is_control() && c != '\n');
    if !texts.has("en") {
        Some(WordProblem::NoEnglish)
    } else if texts.0.values().any(bad) {
        Some(WordProblem::BadWords)
    } else if texts.0.values().any(|words| words.chars().count() > LONGEST) {
        Some(WordProblem::TooLong)
    } else {
        None
    }
}

/// Texts of a kind that may be missing are left out where there are none: a translation does not add a help text.
fn each(written: &mut Written, see: &mut dyn FnMut(String, &mut Texts)) {
    for form in &mut written.forms {
        let place = form.id.clone();
        some(&place, "title", &mut form.title, see);
        some(&place, "help", &mut form.help, see);
        for section in &mut form.sections {
            let place = format!("{place}/{}", section.id);
            some(&place, "title", &mut section.title, see);
            some(&place, "help", &mut section.help, see);
            section.fields.iter_mut().for_each(|field| of_field(&place, field, see));
        }
    }
    for list in &mut written.lists {
        let place = format!("list/{}", list.id);
        of_options(&place, &mut list.options, see);
    }
    for (thing, name) in &mut written.settings.names {
        let place = format!("name/{thing}");
        some(&place, "one", &mut name.one, see);
        some(&place, "many", &mut name.many, see);
    }
}

fn of_field(place: &str, field: &mut FieldDef, see: &mut dyn FnMut(String, &mut Texts)) {
    let place = format!("{place}/{}", field.id);
    some(&place, "label", &mut field.label, see);
    some(&place, "help", &mut field.help, see);
    some(&place, "guiding", &mut field.guiding, see);
    match &mut field.kind {
        FieldKind::Select(Choices { options: Options::Inline(options), .. })
        | FieldKind::Multi(Choices { options: Options::Inline(options), .. })
        | FieldKind::Calc { options: Some(Choices { options: Options::Inline(options), .. }), .. } => {
            of_options(&place, options, see);
        }
        FieldKind::Repeat(cells) => cells.iter_mut().for_each(|cell| of_field(&place, cell, see)),
        _ => {}
    }
}

fn of_options(place: &str, options: &mut [ListOption], see: &mut dyn FnMut(String, &mut Texts)) {
    for option in options {
        let place = format!("{place}/{}", option.id);
        some(&place, "option", &mut option.labels, see);
    }
}

fn some(place: &str, what: &str, texts: &mut Texts, see: &mut dyn FnMut(String, &mut Texts)) {
    if !texts.is_empty() {
        see(format!("{place} {what}"), texts);
    }
}
