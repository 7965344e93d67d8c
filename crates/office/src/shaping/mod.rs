//! The office's configuration: which one is in force, drafts of a change, and what was in force before.
//!
//! The database keeps whole configurations as texts (`forms::shape::Written`), each under its number; number 0 is the one that ships
//! with the program. Nothing that a record may hold is ever lost by applying one: see `forms::shape::keep`.

mod bringing;
mod counting;
mod words;

pub(crate) use counting::Counted;

use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::shaping::{Answer as Shaping, Ask, DraftLine, PastLine};
use amparo_api::{Code, Problem, Reply};
use amparo_forms::shape::{Written, keep};
use amparo_forms::{ConfigError, Configuration, standard};
use amparo_model::ids::{Moment, PersonId};
use amparo_store::{Reading, Writing};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Names of settings.
mod setting {
    /// [`super::Shelf`].
    pub(super) const SHELF: &str = "configurations";
    /// The text of a configuration that is or was in force.
    pub(super) fn applied(number: u32) -> String {
        format!("configuration-{number}")
    }
    /// What was told of how many records use what a draft gives up: [`super::counting`].
    pub(super) fn uses(draft: u32) -> String {
        format!("configuration-draft-{draft}-uses")
    }
    /// The text of a draft.
    pub(super) fn draft(draft: u32) -> String {
        format!("configuration-draft-{draft}")
    }
}

/// So many drafts and past configurations are kept; a person throws a draft away to begin another.
const MOST_DRAFTS: usize = 20;

/// What there is.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Shelf {
    /// The number in force.
    number: u32,
    /// Numbers given out so far, to drafts and to configurations in force.
    last: u32,
    drafts: Vec<Kept>,
    past: Vec<Kept>,
}

/// A draft, or a configuration that was put in force.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    number: u32,
    name: String,
    by: PersonId,
    at: Moment,
    #[serde(default)]
    from: u32,
}

/// The configuration of a text. Each different text is read once in the life of the program and stays: sessions, index and forms all
/// point at it, and an office changes it a few times a year.
fn configuration_of(text: &str) -> Answer<&'static Configuration> {
    static READ: OnceLock<Mutex<HashMap<[u8; 32], &'static Configuration>>> = OnceLock::new();
    let hash: [u8; 32] = Sha256::digest(text).into();
    let mut read = READ.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = read.get(&hash) {
        return Ok(known);
    }
    let configuration = Written::from_json(text).and_then(Configuration::from_written).map_err(problem)?;
    let kept: &'static Configuration = Box::leak(Box::new(configuration));
    read.insert(hash, kept);
    Ok(kept)
}

/// The configuration in force and its number.
pub(crate) fn in_force(reading: &Reading<'_>) -> Answer<(u32, &'static Configuration)> {
    let number = reading.setting::<Shelf>(setting::SHELF)?.unwrap_or_default().number;
    if number == 0 {
        return Ok((0, standard()));
    }
    Ok((number, configuration_of(&applied_text(reading, number)?)?))
}

fn applied_text(reading: &Reading<'_>, number: u32) -> Answer<String> {
    Ok(reading.setting(&setting::applied(number))?.ok_or(Code::Damaged)?)
}

/// What is wrong with a configuration, with the place where it is.
fn problem(error: ConfigError) -> Problem {
    let code = match &error {
        ConfigError::TooLarge => Code::ConfigurationTooLarge,
        ConfigError::Newer => Code::ConfigurationNewer,
        ConfigError::Kept { .. } => Code::ConfigurationKept,
        _ => Code::BadConfiguration,
    };
    // Ids and places of a configuration are no record content.
    Problem::from(code).with("place", error.place().unwrap_or_default()).with("why", error.code())
}

impl Program {
    pub(crate) fn shaping(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Reply> {
        let answer = match ask {
            Ask::InForce { known } => session.configuration_in_force(known)?,
            Ask::Overview {} => session.shelf_shown()?,
            Ask::Begin { name } => {
                let text = session.forms().written().to_json();
                session.add_draft(&name, &text)?;
                session.shelf_shown()?
            }
            Ask::Open { draft } => Shaping::Draft { text: session.draft_text(draft)? },
            Ask::Keep { draft, text } => {
                session.keep_draft_text(draft, &text)?;
                session.shelf_shown()?
            }
            Ask::Drop { draft } => {
                session.drop_draft_text(draft)?;
                session.shelf_shown()?
            }
            Ask::Apply { draft } => session.apply(draft)?,
            Ask::GoBack { number } => session.go_back(number)?,
            Ask::Export { draft, target, passphrase } => {
                session.export_configuration(draft, &self.chosen.path(&target)?, passphrase)?;
                return Ok(Reply::Done);
            }
            Ask::Import { name, source, passphrase } => {
                let bytes = chosen::read(&self.chosen.path(&source)?, Code::ConfigurationTooLarge)?;
                session.import_configuration(&name, bytes, passphrase, watch)?
            }
            Ask::ExportWords { draft, target } => {
                session.export_words(draft, &self.chosen.path(&target)?)?;
                return Ok(Reply::Done);
            }
            Ask::ImportWords { draft, source } => {
                let bytes = chosen::read(&self.chosen.path(&source)?, Code::ConfigurationTooLarge)?;
                session.import_words(draft, &bytes)?
            }
            Ask::ExportFluent { draft, language, target } => {
                session.export_fluent(draft, &language, &self.chosen.path(&target)?)?;
                return Ok(Reply::Done);
            }
            Ask::ImportFluent { draft, language, source } => {
                let bytes = chosen::read(&self.chosen.path(&source)?, Code::ConfigurationTooLarge)?;
                session.import_fluent(draft, &language, &bytes)?
            }
            Ask::ToCount {} => session.drafts_to_count()?,
            Ask::OpenToCount { draft } => session.open_to_count(draft)?,
            Ask::CountUse { draft } => session.count_use(draft, watch)?,
            Ask::PublishUse { draft } => session.publish_use(draft)?,
            Ask::Uses { draft } => session.uses_told(draft)?,
        };
        Ok(Reply::Shaping(answer))
    }
}

impl Session {
    fn configuration_in_force(&self, known: u32) -> Answer<Shaping> {
        self.store.read(|reading: &Reading<'_>| {
            let number = reading.setting::<Shelf>(setting::SHELF)?.unwrap_or_default().number;
            let text = if number == known || number == 0 { None } else { Some(applied_text(reading, number)?) };
            Ok(Shaping::InForce { number, text })
        })
    }

    fn shelf(&self) -> Answer<Shelf> {
        Ok(self.store.read(|reading: &Reading<'_>| reading.setting::<Shelf>(setting::SHELF))?.unwrap_or_default())
    }

    fn draft_line(&self, kept: &Kept) -> DraftLine {
        DraftLine {
            draft: kept.number,
            name: kept.name.clone(),
            by: self.person_name(kept.by),
            at: kept.at,
            from: kept.from,
        }
    }

    fn shelf_shown(&self) -> Answer<Shaping> {
        let shelf = self.shelf()?;
        let drafts = shelf.drafts.iter().rev().map(|kept| self.draft_line(kept));
        let past = shelf.past.iter().rev().map(|kept| PastLine {
            number: kept.number,
            name: kept.name.clone(),
            by: self.person_name(kept.by),
            at: kept.at,
        });
        Ok(Shaping::Overview { number: shelf.number, drafts: drafts.collect(), past: past.collect() })
    }

    /// Somebody's own configuration as a draft; held against the one in force already now, so that what could not be applied is refused
    /// with its place before it is a draft.
    fn fitting(&self, text: &str) -> Answer<String> {
        let written = Written::from_json(text).map_err(problem)?;
        words::refuse_bad_words(&written.settings)?;
        let kept = keep(&self.forms().written(), written).map_err(problem)?;
        let text = kept.to_json();
        Configuration::from_written(kept).map_err(problem)?;
        Ok(text)
    }

    fn kept(&self, shelf: &mut Shelf, name: &str) -> Answer<Kept> {
        shelf.last += 1;
        let from = shelf.number;
        Ok(Kept { number: shelf.last, name: crate::entry::name(name)?, by: self.person, at: self.clock.now(), from })
    }

    fn add_draft(&self, name: &str, text: &str) -> Answer<u32> {
        self.store.change(|writing: &mut Writing<'_>| self.put_draft(writing, name, text))
    }

    fn put_draft(&self, writing: &mut Writing<'_>, name: &str, text: &str) -> Answer<u32> {
        let mut shelf = writing.reading().setting::<Shelf>(setting::SHELF)?.unwrap_or_default();
        if shelf.drafts.len() >= MOST_DRAFTS {
            return Err(Code::TooManyDrafts.into());
        }
        let kept = self.kept(&mut shelf, name)?;
        let number = kept.number;
        shelf.drafts.push(kept);
        writing.put_setting(&setting::draft(number), &text)?;
        writing.put_setting(setting::SHELF, &shelf)?;
        self.tell(writing, Told::of(What::ConfigurationDrafted).with("draft", number))?;
        Ok(number)
    }

    /// A configuration that another office sealed to us becomes a draft, inside the change that accepts it.
    pub(crate) fn take_configuration(&self, writing: &mut Writing<'_>, name: &str, text: &str) -> Answer<u32> {
        let text = self.fitting(text)?;
        self.put_draft(writing, name, &text)
    }

    pub(crate) fn draft_text(&self, draft: u32) -> Answer<String> {
        let text = self.store.read(|reading: &Reading<'_>| reading.setting(&setting::draft(draft)))?;
        text.ok_or_else(|| Code::NotAllowed.into())
    }

    /// A draft need not fit together while somebody works on it, but it must be a configuration.
    pub(crate) fn keep_draft_text(&self, draft: u32, text: &str) -> Answer<()> {
        words::refuse_bad_words(&Written::from_json(text).map_err(problem)?.settings)?;
        let mut shelf = self.shelf()?;
        let kept = shelf.drafts.iter_mut().find(|kept| kept.number == draft).ok_or(Code::NotAllowed)?;
        (kept.by, kept.at) = (self.person, self.clock.now());
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(&setting::draft(draft), &text)?;
            writing.put_setting(setting::SHELF, &shelf)?;
            self.tell(writing, Told::of(What::ConfigurationDrafted).with("draft", draft))
        })
    }

    fn drop_draft_text(&self, draft: u32) -> Answer<()> {
        let mut shelf = self.shelf()?;
        let before = shelf.drafts.len();
        shelf.drafts.retain(|kept| kept.number != draft);
        if shelf.drafts.len() == before {
            return Err(Code::NotAllowed.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.drop_setting(&setting::draft(draft))?;
            writing.drop_setting(&setting::uses(draft))?;
            writing.put_setting(setting::SHELF, &shelf)?;
            self.tell(writing, Told::of(What::ConfigurationDropped).with("draft", draft))
        })
    }

    fn apply(&self, draft: u32) -> Answer<Shaping> {
        let text = self.draft_text(draft)?;
        let mut shelf = self.shelf()?;
        let name = shelf
            .drafts
            .iter()
            .find(|kept| kept.number == draft)
            .map(|kept| kept.name.clone())
            .ok_or(Code::NotAllowed)?;
        shelf.drafts.retain(|kept| kept.number != draft);
        self.put_in_force(shelf, &name, &text, Some(draft))
    }

    fn go_back(&self, number: u32) -> Answer<Shaping> {
        let shelf = self.shelf()?;
        let (name, text) = if number == 0 {
            (String::from("Amparo"), standard().written().to_json())
        } else {
            let kept = shelf.past.iter().find(|kept| kept.number == number).ok_or(Code::NotAllowed)?;
            (kept.name.clone(), self.store.read(|reading: &Reading<'_>| applied_text(reading, number))?)
        };
        self.put_in_force(shelf, &name, &text, None)
    }

    /// Puts a text in force under a new number; what it leaves out of the one before is retired.
    fn put_in_force(&self, mut shelf: Shelf, name: &str, text: &str, draft: Option<u32>) -> Answer<Shaping> {
        let before = self.forms().written();
        let kept = Written::from_json(text).and_then(|draft| keep(&before, draft)).map_err(problem)?;
        let text = kept.to_json();
        let configuration = configuration_of(&text)?;
        let applied = self.kept(&mut shelf, name)?;
        let number = applied.number;
        shelf.number = number;
        shelf.past.push(applied);
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(&setting::applied(number), &text)?;
            if let Some(draft) = draft {
                writing.drop_setting(&setting::draft(draft))?;
                writing.drop_setting(&setting::uses(draft))?;
            }
            writing.put_setting(setting::SHELF, &shelf)?;
            self.tell(writing, Told::of(What::ConfigurationApplied).with("number", number))
        })?;
        self.use_forms(configuration);
        if self.drop_unwanted_minimals().is_err() {
            tracing::error!("what colleagues were told of records is taken away at the next sign-in");
        }
        Ok(Shaping::InForce { number, text: Some(text) })
    }

    /// The text of a draft, or of what is in force.
    pub(crate) fn configuration_text(&self, draft: Option<u32>) -> Answer<String> {
        match draft {
            Some(draft) => self.draft_text(draft),
            None => Ok(self.forms().written().to_json()),
        }
    }
}
