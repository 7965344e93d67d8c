//! A whole configuration in one text: what is exported, brought in, drafted and kept of the past.

use crate::clock::Clocks;
use crate::configuration::{CompartmentDef, Configuration};
use crate::problem::ConfigError;
use crate::settings::Settings;
use amparo_model::form::{FieldDef, FormDef, Options};
use amparo_model::list::{ListOption, OptionList, Texts};
use serde::{Deserialize, Serialize};

/// The newest format of whole configurations that this version reads and writes.
pub const FORMAT: u32 = 1;
/// The largest text that is read, in bytes: twenty times the standard configuration.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// Where messages say that something stands, when it is the text as a whole.
const WHOLE: &str = "configuration";

/// A whole configuration; shared blocks stand in their places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Format number.
    pub amparo_configuration: u32,
    /// The forms, in the order of the work.
    pub forms: Vec<FormDef>,
    /// The lists.
    pub lists: Vec<OptionList>,
    /// The parts of records. An office cannot change them: they decide who can read what.
    pub compartments: Vec<CompartmentDef>,
    /// How soon each step is due.
    pub clocks: Clocks,
    /// What the office decides beside its forms; a text from before there were settings means the standard ones.
    #[serde(default)]
    pub settings: Settings,
}

#[derive(Deserialize)]
struct FormatOnly {
    amparo_configuration: u32,
}

impl Written {
    /// Reads a text that somebody brings. Says nothing yet about whether its parts fit together: [`Configuration::from_written`] does.
    ///
    /// # Errors
    /// [`ConfigError::TooLarge`], [`ConfigError::Newer`], [`ConfigError::Unreadable`] with line and column, [`ConfigError::Markup`].
    pub fn from_json(text: &str) -> Result<Self, ConfigError> {
        if text.len() > LARGEST {
            return Err(ConfigError::TooLarge);
        }
        let format: FormatOnly = crate::configuration::parse(WHOLE, text)?;
        match format.amparo_configuration {
            1..=FORMAT => {}
            0 => {
                return Err(ConfigError::Unreadable { place: WHOLE.to_owned(), reason: "format 0".to_owned() });
            }
            _ => return Err(ConfigError::Newer),
        }
        let written: Self = crate::configuration::parse(WHOLE, text)?;
        match written.texts().into_iter().find(|(_, texts)| texts.0.values().any(|words| has_markup(words))) {
            Some((place, _)) => Err(ConfigError::Markup { place }),
            None => Ok(written),
        }
    }

    /// As one text, a line for each form and list, so that two of them can be compared with any tool.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Every text with the place where it stands: `form, section, field`.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &Texts)> {
        let mut all = Vec::new();
        for form in &self.forms {
            push(&mut all, &form.id, &[&form.title, &form.help]);
            for section in &form.sections {
                let place = format!("{}, {}", form.id, section.id);
                push(&mut all, &place, &[&section.title, &section.help]);
                section.fields.iter().for_each(|field| texts_of(&mut all, &place, field));
            }
        }
        for list in &self.lists {
            options(&mut all, &list.id, &list.options);
        }
        for (thing, name) in &self.settings.names {
            push(&mut all, &format!("settings, names, {thing}"), &[&name.one, &name.many]);
        }
        all
    }
}

fn push<'a>(all: &mut Vec<(String, &'a Texts)>, place: &str, texts: &[&'a Texts]) {
    all.extend(texts.iter().filter(|texts| !texts.is_empty()).map(|texts| (place.to_owned(), *texts)));
}

fn options<'a>(all: &mut Vec<(String, &'a Texts)>, place: &str, options: &'a [ListOption]) {
    all.extend(options.iter().map(|option| (format!("{place}, {}", option.id), &option.labels)));
}

fn texts_of<'a>(all: &mut Vec<(String, &'a Texts)>, place: &str, field: &'a FieldDef) {
    let place = format!("{place}, {}", field.id);
    push(all, &place, &[&field.label, &field.help, &field.guiding]);
    if let Some(Options::Inline(inline)) = field.choices().map(|choices| &choices.options) {
        options(all, &place, inline);
    }
    field.row_fields().iter().for_each(|cell| texts_of(all, &place, cell));
}

/// Something that a browser would take for a tag. The window never draws text as markup; a label with tags was made for another
/// program and reads badly.
pub(super) fn has_markup(words: &str) -> bool {
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '<' && letters.peek().is_some_and(|next| next.is_ascii_alphabetic() || ['/', '!'].contains(next)) {
            return true;
        }
    }
    false
}

impl Configuration {
    /// The whole of it, to be exported or shaped.
    #[must_use]
    pub fn written(&self) -> Written {
        Written {
            amparo_configuration: FORMAT,
            forms: self.forms().to_vec(),
            lists: self.lists().cloned().collect(),
            compartments: self.compartments().to_vec(),
            clocks: self.clocks().clone(),
            settings: self.settings().clone(),
        }
    }

    /// Checks that the parts fit together.
    ///
    /// # Errors
    /// [`ConfigError`] with the place of the first thing that does not fit.
    pub fn from_written(written: Written) -> Result<Self, ConfigError> {
        Self::of(written.forms, written.lists, written.compartments, written.clocks, written.settings)
    }
}
