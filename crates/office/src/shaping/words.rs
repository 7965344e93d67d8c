//! Every text of a configuration in a spreadsheet, to be translated elsewhere and taken back.

use super::problem;
use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::shaping::{Answer as Shaping, RefusedRow};
use amparo_documents::sheet;
use amparo_forms::shape::{WordRow, Written, take_words, words};
use amparo_store::Writing;
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
        let heading = std::iter::once("key").chain(languages.iter().copied()).map(str::to_owned).collect();
        let cell = |row: &WordRow, language: &str| row.texts.get(language).cloned().unwrap_or_default();
        let lines = texts.iter().map(|row| {
            std::iter::once(row.key.clone()).chain(languages.iter().map(|language| cell(row, language))).collect()
        });
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
        let texts: Vec<WordRow> = filled.iter().map(|(_, row)| row.clone()).collect();
        let (taken, refused) = take_words(&mut written, &texts);
        self.keep_draft_text(draft, &written.to_json())?;
        let refused = refused.into_iter().filter_map(|(at, why)| {
            // The sheet counts from 1, and the heading is a row.
            Some(RefusedRow { row: filled.get(at)?.0 + 2, code: why.code().to_owned() })
        });
        Ok(Shaping::Words { taken, refused: refused.collect() })
    }
}

/// A language tag as a column's heading: `ku`, `ar-SY`.
fn is_language(tag: &str) -> bool {
    let fits = |part: &str| !part.is_empty() && part.len() <= 8 && part.chars().all(|c| c.is_ascii_alphanumeric());
    tag.len() >= 2 && tag.split('-').all(fits)
}
