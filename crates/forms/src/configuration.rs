use crate::clock::Clocks;
use crate::problem::ConfigError;
use crate::settings::Settings;
use crate::{blocks, verify};
use amparo_model::form::{FieldDef, FormDef, Options};
use amparo_model::list::{ListOption, OptionList, Texts};
use amparo_model::record::{Compartment, Kind, Module};
use amparo_model::value::FieldId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The list with the answers that almost every question offers: unknown, not said, has none.
pub(crate) const NO_ANSWER: &str = "no_answer";

/// The texts of a configuration, as JSON. File names stand only in messages.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Forms: file name and content.
    pub forms: &'a [(&'a str, &'a str)],
    /// Lists: file name and content.
    pub lists: &'a [(&'a str, &'a str)],
    /// Shared blocks of fields.
    pub blocks: &'a str,
    /// Compartments.
    pub compartments: &'a str,
    /// Clocks.
    pub clocks: &'a str,
}

/// Which circles a new record grants a compartment to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircleKind {
    /// The owner's own.
    Owner,
    /// The supervisors of the owner's team, of the record's module.
    Supervisors,
    /// The tracing officers.
    Tracing,
    /// Readers of summaries and counts.
    Analysts,
    /// Readers of consent answers and dates.
    Auditors,
    /// Readers of what duplicates are found by.
    Matching,
}

/// A part of a record with its own key (SECURITY.md 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompartmentDef {
    /// Its id.
    pub id: Compartment,
    /// Which kinds of record have it.
    pub records: Vec<Kind>,
    /// Of which module.
    pub module: Module,
    /// What people call it.
    pub title: Texts,
    /// Who can open it in a new record.
    pub circles: Vec<CircleKind>,
    /// Worked out from the others by each saving session: no field lies in it and it is in no revision.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
}

/// Where a question stands: the places of its form, of its section there, and its own.
type Asked = (usize, usize, usize);

/// Forms, lists, compartments, clocks and settings that fit together.
#[derive(Debug, Clone)]
pub struct Configuration {
    forms: Vec<FormDef>,
    lists: BTreeMap<String, OptionList>,
    compartments: Vec<CompartmentDef>,
    clocks: Clocks,
    settings: Settings,
    /// Lists with an option that has a condition: the others need no second look.
    conditioned: BTreeSet<String>,
    /// Of each type of record: the first question that asks for a field.
    fields: BTreeMap<(Kind, Module), BTreeMap<FieldId, Asked>>,
}

impl Configuration {
    /// Reads and checks a configuration.
    ///
    /// # Errors
    /// [`ConfigError`] with the place, for the first thing that does not fit.
    pub fn load(sources: &Sources) -> Result<Self, ConfigError> {
        let blocks = blocks::read(sources.blocks)?;
        let mut lists = BTreeMap::new();
        for (file, text) in sources.lists {
            let list: OptionList = parse(file, text)?;
            let id = list.id.clone();
            if lists.insert(id.clone(), list).is_some() {
                return Err(ConfigError::Doubled { place: (*file).to_owned(), id });
            }
        }
        let forms = sources
            .forms
            .iter()
            .map(|(file, text)| blocks::form(file, text, &blocks))
            .collect::<Result<Vec<_>, _>>()?;
        let compartments = parse("compartments.json", sources.compartments)?;
        let clocks = parse("clocks.json", sources.clocks)?;
        Self::whole(forms, lists, compartments, clocks, Settings::default())
    }

    /// Puts parts together that were read already, and checks them.
    ///
    /// # Errors
    /// [`ConfigError`] with the place, for the first thing that does not fit.
    pub(crate) fn of(
        forms: Vec<FormDef>,
        all: Vec<OptionList>,
        compartments: Vec<CompartmentDef>,
        clocks: Clocks,
        settings: Settings,
    ) -> Result<Self, ConfigError> {
        let mut lists = BTreeMap::new();
        for list in all {
            let id = list.id.clone();
            if lists.insert(id.clone(), list).is_some() {
                return Err(ConfigError::Doubled { place: "lists".to_owned(), id });
            }
        }
        Self::whole(forms, lists, compartments, clocks, settings)
    }

    fn whole(
        forms: Vec<FormDef>,
        lists: BTreeMap<String, OptionList>,
        compartments: Vec<CompartmentDef>,
        clocks: Clocks,
        settings: Settings,
    ) -> Result<Self, ConfigError> {
        let mut fields: BTreeMap<(Kind, Module), BTreeMap<FieldId, Asked>> = BTreeMap::new();
        for (f, form) in forms.iter().enumerate() {
            let fields = fields.entry((form.record, form.module)).or_default();
            for (s, section) in form.sections.iter().enumerate() {
                for (i, field) in section.fields.iter().enumerate() {
                    fields.entry(field.id.clone()).or_insert((f, s, i));
                }
            }
        }
        let waiting = |list: &&OptionList| list.options.iter().any(|option| option.condition.is_some());
        let conditioned = lists.values().filter(waiting).map(|list| list.id.clone()).collect();
        let configuration = Self { forms, lists, compartments, clocks, settings, conditioned, fields };
        verify::all(&configuration)?;
        Ok(configuration)
    }

    /// The forms, in the order of the work.
    #[must_use]
    pub fn forms(&self) -> &[FormDef] {
        &self.forms
    }
    /// The form with an id.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&FormDef> {
        self.forms.iter().find(|form| form.id == id)
    }
    /// The list with an id.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&OptionList> {
        self.lists.get(id)
    }
    /// All lists.
    pub fn lists(&self) -> impl Iterator<Item = &OptionList> {
        self.lists.values()
    }
    /// The compartments, derived ones too.
    #[must_use]
    pub fn compartments(&self) -> &[CompartmentDef] {
        &self.compartments
    }
    /// The compartments of a kind of record, derived ones too.
    pub fn parts_of(&self, record: Kind, module: Module) -> impl Iterator<Item = &CompartmentDef> {
        self.compartments.iter().filter(move |part| part.module == module && part.records.contains(&record))
    }
    /// The forms of a kind of record, in the order of the work; retired ones too, whose answers records may hold.
    pub fn forms_of(&self, record: Kind, module: Module) -> impl Iterator<Item = &FormDef> {
        self.forms.iter().filter(move |form| form.record == record && form.module == module)
    }
    /// Those of them that are offered.
    pub fn offered_forms_of(&self, record: Kind, module: Module) -> impl Iterator<Item = &FormDef> {
        self.forms_of(record, module).filter(|form| !form.off)
    }
    /// The clocks.
    #[must_use]
    pub fn clocks(&self) -> &Clocks {
        &self.clocks
    }
    /// What the office decides beside its forms.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
    /// The definition of a field of a kind of record: that of the first form that shows it.
    #[must_use]
    pub fn field(&self, record: Kind, module: Module, field: &str) -> Option<&FieldDef> {
        self.located(record, module, field).map(|(_, _, field)| field)
    }
    /// All fields of a kind of record, each once.
    pub fn fields_of(&self, record: Kind, module: Module) -> impl Iterator<Item = &FieldDef> {
        let places = self.fields.get(&(record, module)).into_iter().flat_map(BTreeMap::values);
        places.filter_map(|place| self.placed(*place).map(|(_, _, field)| field))
    }
    /// The compartment that a field, a row or a cell of it lies in; `None` for a field that no form knows.
    #[must_use]
    pub fn compartment_of(&self, record: Kind, module: Module, field: &str) -> Option<&Compartment> {
        self.field(record, module, field).map(|field| &field.compartment)
    }

    pub(crate) fn located(&self, record: Kind, module: Module, field: &str) -> Option<(&FormDef, usize, &FieldDef)> {
        self.placed(*self.fields.get(&(record, module))?.get(field)?)
    }

    fn placed(&self, (form, section, field): Asked) -> Option<(&FormDef, usize, &FieldDef)> {
        let form = self.forms.get(form)?;
        Some((form, section, form.sections.get(section)?.fields.get(field)?))
    }

    /// Every option that a stored answer of the field can have, also retired ones; not "unknown" and "not said".
    #[must_use]
    pub fn all_options<'a>(&'a self, field: &'a FieldDef) -> &'a [ListOption] {
        match field.choices().map(|choices| &choices.options) {
            None => &[],
            Some(Options::Inline(options)) => options,
            Some(Options::List(list)) => self.lists.get(list).map_or(&[], |list| &list.options),
        }
    }

    /// The options of a field that wait for a condition: none of most fields.
    pub(crate) fn conditioned_options<'a>(&'a self, field: &'a FieldDef) -> impl Iterator<Item = &'a ListOption> {
        let all = match field.choices().map(|choices| &choices.options) {
            Some(Options::List(list)) if !self.conditioned.contains(list) => &[],
            _ => self.all_options(field),
        };
        all.iter().filter(|option| option.condition.is_some())
    }

    /// What can be chosen in a field today, in order; "unknown" and "not said" at the end unless they make no sense. Those that wait
    /// for a condition are among them: whether it holds, [`crate::Visible::offers`] says.
    #[must_use]
    pub fn offered<'a>(&'a self, field: &'a FieldDef) -> Vec<&'a ListOption> {
        let own = self.all_options(field);
        let mut offered: Vec<&ListOption> = own.iter().filter(|option| !option.retired && !option.off).collect();
        if field.choices().is_some_and(|choices| choices.offers_unknown) {
            let more = ["unknown", "not_said"].into_iter().filter(|id| !own.iter().any(|option| option.id == *id));
            offered.extend(more.filter_map(|id| self.lists.get(NO_ANSWER)?.option(id)));
        }
        offered
    }

    /// Whether an answer is one that the field can have.
    #[must_use]
    pub fn knows_option(&self, field: &FieldDef, option: &str) -> bool {
        let offers_unknown = field.choices().is_some_and(|choices| choices.offers_unknown);
        self.all_options(field).iter().any(|known| known.id == option)
            || (offers_unknown && ["unknown", "not_said"].contains(&option))
    }

    /// The words of an option or stand-in of a field; its id when nobody knows it.
    #[must_use]
    pub fn option_label<'a>(&'a self, field: &'a FieldDef, option: &'a str, language: &str) -> &'a str {
        let own = self.all_options(field).iter().find(|known| known.id == option);
        let found = own.or_else(|| self.lists.get(NO_ANSWER)?.option(option));
        found.map_or(option, |found| found.labels.get(language))
    }
}

/// Reads JSON; a mistake is told with its line and column.
pub(crate) fn parse<T: DeserializeOwned>(place: &str, text: &str) -> Result<T, ConfigError> {
    serde_json::from_str(text)
        .map_err(|problem| ConfigError::Unreadable { place: place.to_owned(), reason: problem.to_string() })
}
