//! Every text of a configuration, and every word of the program beside them, in a spreadsheet or as Fluent: to be translated elsewhere and
//! taken back. The program's own words are kept where they differ from those that ship (`settings.words`).

use super::problem;
use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::shaping::{Answer as Shaping, RefusedRow};
use amparo_api::{Code, Problem};
use amparo_documents::sheet;
use amparo_forms::settings::Settings;
use amparo_forms::shape::{WordRow, Written, take_words, words};
use amparo_language::Language;
use amparo_language::own::{self, OwnProblem};
use amparo_store::Writing;
use std::collections::BTreeMap;
use std::path::Path;

/// The sheet that words travel in.
const WORDS: &str = "words";

impl Session {
    pub(super) fn export_words(&self, draft: Option<u32>, target: &Path) -> Answer<()> {
        let written = Written::from_json(&self.configuration_text(draft)?).map_err(problem)?;
        let texts = words(&written);
        // The languages that the program speaks come first, then whatever else there is.
        let mut languages: Vec<&str> = vec!["en", "fr", "ar", "es"];
        for language in texts.iter().flat_map(|row| row.texts.keys()) {
            if !languages.contains(&language.as_str()) {
                languages.push(language);
            }
        }
        for language in written.settings.words.keys() {
            if !languages.contains(&language.as_str()) {
                languages.push(language);
            }
        }
        let heading = std::iter::once("key").chain(languages.iter().copied()).map(str::to_owned).collect();
        let cell = |row: &WordRow, language: &str| row.texts.get(language).cloned().unwrap_or_default();
        let lines = texts.iter().map(|row| {
            std::iter::once(row.key.clone()).chain(languages.iter().map(|language| cell(row, language))).collect()
        });
        let program = own::catalogue().map(|(id, shipped)| {
            let said = |language: &&str| said(&written.settings, language, id, &shipped).unwrap_or_default().to_owned();
            std::iter::once(format!("{PROGRAM}{id}")).chain(languages.iter().map(said)).collect()
        });
        let lines = lines.chain(program);
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(lines).collect();
        let bytes = sheet::write(WORDS, &rows).map_err(|_| Code::Internal)?;
        chosen::write(target, &bytes)?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::ConfigurationExported)))
    }

    pub(super) fn import_words(&self, draft: u32, bytes: &[u8]) -> Answer<Shaping> {
        let mut written = Written::from_json(&self.draft_text(draft)?).map_err(problem)?;
        let rows = sheet::read(bytes).map_err(|_| Code::BadWordsFile)?;
        let (heading, lines) = rows.split_first().ok_or(Code::BadWordsFile)?;
        if heading.first().map(String::as_str) != Some("key") || heading.iter().skip(1).any(|tag| !is_language(tag)) {
            return Err(Code::BadWordsFile.into());
        }
        let row = |line: &Vec<String>| WordRow {
            key: line.first().map(|key| key.trim().to_owned()).unwrap_or_default(),
            texts: heading.iter().cloned().zip(line.iter().cloned()).skip(1).collect(),
        };
        let filled: Vec<(usize, WordRow)> =
            lines.iter().enumerate().map(|(at, line)| (at, row(line))).filter(|(_, row)| !row.key.is_empty()).collect();
        let (program, texts): (Vec<_>, Vec<_>) = filled.into_iter().partition(|(_, row)| row.key.starts_with(PROGRAM));
        let rows: Vec<WordRow> = texts.iter().map(|(_, row)| row.clone()).collect();
        let (mut taken, refused) = take_words(&mut written, &rows);
        // The sheet counts from 1, and the heading is a row.
        let mut left_out: Vec<RefusedRow> = refused
            .into_iter()
            .filter_map(|(at, why)| Some(RefusedRow { row: texts.get(at)?.0 + 2, code: why.code().to_owned() }))
            .collect();
        for (at, row) in program {
            let id = row.key.strip_prefix(PROGRAM).unwrap_or_default();
            match take_row(&mut written.settings, id, &row.texts) {
                Ok(changed) => taken += usize::from(changed),
                Err(why) => left_out.push(RefusedRow { row: at + 2, code: why.code().to_owned() }),
            }
        }
        left_out.sort_by_key(|row| row.row);
        self.keep_draft_text(draft, &written.to_json())?;
        Ok(Shaping::Words { taken, refused: left_out })
    }

    /// The program's words in one language as a file of Fluent: what is not said in it yet stands there in English, as a remark.
    pub(super) fn export_fluent(&self, draft: Option<u32>, language: &str, target: &Path) -> Answer<()> {
        if !is_spoken(language) {
            return Err(Code::BadLanguage.into());
        }
        let written = Written::from_json(&self.configuration_text(draft)?).map_err(problem)?;
        let mut file = format!("### Amparo: {language}\n");
        for (id, shipped) in own::catalogue() {
            file.push('\n');
            match said(&written.settings, language, id, &shipped) {
                Some(text) => file.push_str(&own::message(id, text)),
                None => {
                    let english = own::message(id, shipped.get("en").copied().unwrap_or_default());
                    english.lines().for_each(|line| file.push_str(&format!("# {line}\n")));
                }
            }
        }
        chosen::write(target, file.as_bytes())?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::ConfigurationExported)))
    }

    /// Takes such a file into a draft: a message that does not fit is left out and told by its line.
    pub(super) fn import_fluent(&self, draft: u32, language: &str, bytes: &[u8]) -> Answer<Shaping> {
        if !is_spoken(language) {
            return Err(Code::BadLanguage.into());
        }
        let source = std::str::from_utf8(bytes).map_err(|_| Code::BadWordsFile)?.replace("\r\n", "\n");
        let mut written = Written::from_json(&self.draft_text(draft)?).map_err(problem)?;
        let (messages, unreadable) = own::patterns(&source);
        if messages.is_empty() {
            return Err(Code::BadWordsFile.into());
        }
        let refused = |row: usize, code: &str| RefusedRow { row, code: code.to_owned() };
        let mut left_out: Vec<RefusedRow> =
            unreadable.into_iter().map(|line| refused(line, OwnProblem::Unreadable.code())).collect();
        let mut taken = 0;
        for (id, text) in messages {
            match take_row(&mut written.settings, &id, &BTreeMap::from([(language.to_owned(), text)])) {
                Ok(changed) => taken += usize::from(changed),
                Err(why) => left_out.push(refused(line_of(&source, &id), why.code())),
            }
        }
        left_out.sort_by_key(|row| row.row);
        self.keep_draft_text(draft, &written.to_json())?;
        Ok(Shaping::Words { taken, refused: left_out })
    }
}

/// What begins the keys of the program's own words in the sheet.
const PROGRAM: &str = "program/";

/// What a message says in a language: the office's words, or those that ship.
fn said<'a>(
    settings: &'a Settings,
    language: &str,
    id: &str,
    shipped: &BTreeMap<&'static str, &'static str>,
) -> Option<&'a str> {
    let own = settings.words.get(language).and_then(|words| words.get(id)).map(String::as_str);
    own.or_else(|| shipped.get(language).copied())
}

/// Takes the words of one message in, all languages or none; a blank cell leaves them as they are, and ours in a language that ships are
/// kept nowhere. Whether anything changed.
fn take_row(settings: &mut Settings, id: &str, texts: &BTreeMap<String, String>) -> Result<bool, OwnProblem> {
    let texts = || texts.iter().map(|(tag, text)| (tag, text.trim())).filter(|(_, text)| !text.is_empty());
    for (tag, text) in texts() {
        own::check(id, text)?;
        if !is_spoken(tag) {
            return Err(OwnProblem::Unreadable);
        }
    }
    let shipped = own::catalogue().find(|(known, _)| *known == id).map(|(_, texts)| texts).unwrap_or_default();
    let mut changed = false;
    for (tag, text) in texts() {
        let words = settings.words.entry(tag.clone()).or_default();
        changed |= if shipped.get(tag.as_str()) == Some(&text) {
            words.remove(id).is_some()
        } else {
            words.insert(id.to_owned(), text.to_owned()).as_deref() != Some(text)
        };
    }
    settings.words.retain(|_, words| !words.is_empty());
    Ok(changed)
}

/// Whether words in a language can be spoken: one that ships, or a new one of its own.
fn is_spoken(tag: &str) -> bool {
    Language::ALL.iter().any(|known| known.tag() == tag) || own::is_new_tag(tag)
}

fn line_of(source: &str, id: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    source.lines().position(begins).map_or(0, |at| at + 1)
}

/// Refuses words of the program that were brought in past the sheet and do not fit their messages.
pub(super) fn refuse_bad_words(settings: &Settings) -> Answer<()> {
    for (tag, words) in &settings.words {
        let wrong = words.iter().find(|(id, text)| own::check(id, text).is_err());
        let place = match wrong {
            Some((id, _)) => format!("settings, words, {tag}, {id}"),
            None if !is_spoken(tag) => format!("settings, words, {tag}"),
            None => continue,
        };
        return Err(Problem::from(Code::BadConfiguration).with("place", place).with("why", "words").into());
    }
    Ok(())
}

/// A language tag as a column's heading: `ku`, `ar-SY`.
fn is_language(tag: &str) -> bool {
    let fits = |part: &str| !part.is_empty() && part.len() <= 8 && part.chars().all(|c| c.is_ascii_alphanumeric());
    tag.len() >= 2 && tag.split('-').all(fits)
}
