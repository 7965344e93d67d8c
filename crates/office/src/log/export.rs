//! The log as a spreadsheet: exactly what a filter leaves, which is itself told to the log.

use super::past::Wanted;
use super::{Told, What};
use crate::chosen;
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::past::Row;
use amparo_api::{Code, Progress};
use amparo_documents::sheet;
use amparo_language::{Language, by_id, by_id_from_text, words};
use amparo_store::Writing;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::Path;

/// What a sheet holds below its headings.
const MOST: usize = 1_048_575;
/// Rows that are made in one go.
const PIECE: usize = 1000;

impl Session {
    pub(super) fn export_past(&self, wanted: &Wanted, target: &Path, language: &str, watch: &dyn Watch) -> Answer<u64> {
        let language: Language = language.parse().map_err(|_| Code::BadRequest)?;
        let sheet = self.with_past(watch, |past| {
            let lines: Vec<_> = past.left(self, wanted).copied().collect();
            if lines.len() > MOST {
                return Err(Code::TooManyEntries.into());
            }
            let mut sheet = vec![headings(&language)];
            for some in lines.chunks(PIECE) {
                if watch.stopped() {
                    return Err(Code::Stopped.into());
                }
                sheet.extend(self.log_rows(past, some)?.iter().map(|row| cells(&language, row)));
                watch.progress(Progress { done: sheet.len() as u64, of: lines.len() as u64 });
            }
            Ok(sheet)
        })?;
        let entries = sheet.len() as u64 - 1;
        let bytes = sheet::write("log", &sheet).map_err(|_| Code::TooManyEntries)?;
        chosen::write(target, &bytes)?;
        // An entry first would tell of a file that may not be there; whoever stops the program in between has the file alone.
        self.store.change(|writing: &mut Writing<'_>| {
            self.tell(writing, Told::of(What::LogExported).with("entries", entries))
        })?;
        Ok(entries)
    }
}

fn headings(language: &Language) -> Vec<String> {
    [
        words::log_number(language),
        words::log_when(language),
        words::log_who(language),
        words::log_what(language),
        words::log_about(language),
        words::log_details(language),
    ]
    .into()
}

fn cells(language: &Language, row: &Row) -> Vec<String> {
    let what = by_id(language, &format!("log-{}", row.what.replace('_', "-")), &[]).unwrap_or_default();
    let more = row.more.iter().filter_map(|(name, value)| {
        by_id_from_text(language, &format!("log-more-{}", name.replace('_', "-")), [("value", value.as_str())])
    });
    // As the machine's own time zone writes it, which spreadsheets sort as text.
    let at = Timestamp::from_millisecond(row.at.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(TimeZone::system());
    let when = at.strftime("%Y-%m-%d %H:%M:%S").to_string();
    vec![row.seq.to_string(), when, row.who.clone(), what, row.about.clone(), more.collect::<Vec<_>>().join("; ")]
}
