//! The code of conduct, whose every version each person accepts, and who was at work when.

use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::{Session, setting};
use amparo_api::Code;
use amparo_api::getting_in::{ConductToAccept, SignedIn};
use amparo_api::people::{AtWork, Conduct};
use amparo_language::Language;
use amparo_store::{Reading, Writing};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

/// The longest text, in characters.
const LONGEST: usize = 40_000;
/// Nobody signs anything for so long: they were away.
const PAUSE: i64 = 30 * 60 * 1000;
/// The most rows of who was at work.
const MOST: usize = 500;

impl Session {
    /// The code of conduct in force.
    pub(crate) fn conduct(&self) -> Answer<Conduct> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.setting(setting::CONDUCT))?.unwrap_or_default())
    }

    pub(super) fn set_conduct(&self, texts: BTreeMap<String, String>) -> Answer<Conduct> {
        let good = |(tag, text): (&String, &String)| {
            tag.parse::<Language>().is_ok() && !text.trim().is_empty() && text.chars().count() <= LONGEST
        };
        if texts.is_empty() || !texts.iter().all(good) {
            return Err(Code::BadRequest.into());
        }
        let next = self.store.change(|writing: &mut Writing<'_>| -> Answer<Conduct> {
            let before: Conduct = writing.reading().setting(setting::CONDUCT)?.unwrap_or_default();
            let next = Conduct {
                version: before.version.saturating_add(1),
                since: Some(self.clock.now()),
                texts,
                accepted: BTreeMap::new(),
            };
            writing.put_setting(setting::CONDUCT, &next)?;
            // What was in force before stays, with who accepted it.
            if before.version > 0 {
                writing.put_setting(&format!("{}-{}", setting::CONDUCT, before.version), &before)?;
            }
            self.tell(writing, Told::of(What::ConductSet).with("version", next.version))?;
            Ok(next)
        })?;
        // Who wrote it goes on; they accept it at their next sign-in, like everybody.
        Ok(next)
    }

    /// The version that this person has not accepted yet.
    pub(crate) fn conduct_to_accept(&self, language: &str) -> Answer<Option<ConductToAccept>> {
        let conduct = self.conduct()?;
        let open = conduct.version > 0 && !conduct.accepted.contains_key(&self.person);
        Ok(open.then(|| ConductToAccept { version: conduct.version, text: conduct.text(language).to_owned() }))
    }

    pub(crate) fn accept_conduct(&self, version: u32) -> Answer<SignedIn> {
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut conduct: Conduct = writing.reading().setting(setting::CONDUCT)?.unwrap_or_default();
            if conduct.version == 0 || conduct.version != version {
                return Err(Code::BadRequest.into());
            }
            conduct.accepted.insert(self.person, self.clock.now());
            writing.put_setting(setting::CONDUCT, &conduct)?;
            self.tell(writing, Told::of(What::ConductAccepted).with("version", version))
        })?;
        self.must_accept_conduct.store(false, Ordering::Relaxed);
        self.about()
    }

    /// Who wrote entries of the log when: everything that somebody does is one.
    pub(super) fn at_work(&self, take: usize) -> Answer<Vec<AtWork>> {
        self.write_noted()?;
        let set_up = self.roster().set_up_until();
        let stretches = self.store.read(|reading: &Reading<'_>| reading.stretches(set_up, PAUSE, take.min(MOST)))?;
        let rows = stretches.into_iter().map(|it| AtWork {
            person: it.person,
            name: self.person_name(it.person),
            from: it.from,
            until: it.until,
            entries: it.entries,
        });
        Ok(rows.collect())
    }
}
