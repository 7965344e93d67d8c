//! What an office decides beside its forms: which types of record it uses, age bands, how codes are written, what things are called,
//! which levels of places count, and which forms a supervisor approves. The standard is data, `assets/config/settings.json`.
//!
//! Forms that are not offered say so themselves (`FormDef::off`); the clocks stand in [`crate::clock`].

use crate::configuration::Configuration;
use crate::problem::ConfigError;
use crate::taken::{TAKES, Taken};
use amparo_model::form::FormDef;
use amparo_model::list::Texts;
use amparo_model::office::CodePattern;
use amparo_model::person::Role;
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::FieldId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The settings of an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Types of record that the office does not use: no new one is registered.
    pub types_off: Vec<RecordType>,
    /// The first age of each band, in completed years; the last band is open (DOMAIN.md 10).
    pub age_bands: Vec<u8>,
    /// How the codes of new records are written. Codes that were given never change.
    pub case_code: CodePattern,
    /// What the office calls types of record and roles, by [`Thing`]; the program's own words for the others.
    pub names: BTreeMap<String, Name>,
    /// Which levels of places count.
    pub places: PlaceLevels,
    /// The office's own words for the program, by message, by the tag of their language. What they say the language crate checks.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// Forms that ask for an approval and do without it here (DOMAIN.md 5.2).
    pub approvals_off: Vec<String>,
    /// Fields of which the owner of a record is told when somebody else changes them.
    #[serde(default = "standard_alerts", skip_serializing_if = "is_standard_alerts")]
    pub alerts: Vec<FieldId>,
    /// What a new incident takes over from its case, by the [`Thing`] that the incident is.
    #[serde(default = "standard_taken_over", skip_serializing_if = "is_standard_taken_over")]
    pub taken_over: BTreeMap<String, Vec<Taken>>,
    /// What somebody who registers a child is told of children who are like it.
    #[serde(default, skip_serializing_if = "Looking::is_standard")]
    pub looking: Looking,
    /// Whose records colleagues of the whole office find by the little that is told of them (SECURITY.md 3).
    #[serde(default = "standard_across", skip_serializing_if = "is_standard_across")]
    pub across: BTreeSet<Module>,
}

/// Children are found across all teams where the office has not said otherwise; survivors are not, because that somebody is one is told by
/// being found at all.
fn standard_across() -> BTreeSet<Module> {
    BTreeSet::from([Module::Cp])
}

/// Whether that is so: then older programs read the settings too.
fn is_standard_across(across: &BTreeSet<Module>) -> bool {
    *across == standard_across()
}

/// Search before create (DOMAIN.md 6.3, rule 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looking {
    /// Nothing.
    Off,
    /// Who they are; it is saved all the same.
    #[default]
    Warn,
    /// Who they are, and it is saved once somebody says that it is none of them.
    MustLook,
}

impl Looking {
    /// All of them, in the order of the window.
    pub const ALL: [Self; 3] = [Self::Off, Self::Warn, Self::MustLook];

    /// The stable id, for words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Warn => "warn",
            Self::MustLook => "must-look",
        }
    }

    /// Whether an office has not said otherwise: then older programs read its settings too.
    fn is_standard(&self) -> bool {
        *self == Self::default()
    }
}

/// What an office watches that has not said otherwise.
fn standard_alerts() -> Vec<FieldId> {
    standard().alerts.clone()
}

/// Whether that is what it watches: then older programs read its settings too.
fn is_standard_alerts(alerts: &Vec<FieldId>) -> bool {
    *alerts == standard().alerts
}

/// What a new incident takes over in an office that has not said otherwise.
fn standard_taken_over() -> BTreeMap<String, Vec<Taken>> {
    standard().taken_over.clone()
}

/// Whether that is what it takes over: then older programs read its settings too.
fn is_standard_taken_over(taken: &BTreeMap<String, Vec<Taken>>) -> bool {
    *taken == standard().taken_over
}

/// What the office calls something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// One of it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub one: Texts,
    /// Several: the page that lists them. A role has none.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub many: Texts,
}

/// Levels of the place tree: 0 is the country, 5 the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceLevels {
    /// Down to which level reports count.
    pub reports: u8,
    /// Down to which level lists name a place.
    pub lists: u8,
}

/// A part of the settings, as it is named in messages and comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Types of record and their forms.
    Types,
    /// How codes are written.
    CaseCode,
    /// Age bands.
    AgeBands,
    /// Names of things.
    Names,
    /// Levels of places.
    Places,
    /// What a supervisor approves.
    Approvals,
    /// Which fields are watched.
    Alerts,
    /// Whether somebody looks before a child is registered.
    Looking,
    /// What a new incident takes over.
    TakenOver,
}

impl Setting {
    /// All of them, in the order of the window.
    pub const ALL: &'static [Self] = &[
        Self::Types,
        Self::Names,
        Self::CaseCode,
        Self::AgeBands,
        Self::Places,
        Self::Approvals,
        Self::Alerts,
        Self::Looking,
        Self::TakenOver,
    ];

    /// The stable id, for words, elements of the window and tests.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Types => "types",
            Self::CaseCode => "case-code",
            Self::AgeBands => "age-bands",
            Self::Names => "names",
            Self::Places => "places",
            Self::Approvals => "approvals",
            Self::Alerts => "alerts",
            Self::Looking => "looking",
            Self::TakenOver => "taken-over",
        }
    }
}

/// The roles that an office can call otherwise.
pub const ROLES: &[Role] = Role::ALL;

/// Something with a name: its key in [`Settings::names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A type of record.
    Record(RecordType),
    /// A role.
    Role(Role),
}

impl Thing {
    /// Everything that can be called otherwise, in the order of the window.
    pub fn all() -> impl Iterator<Item = Self> {
        RecordType::REGISTERED.iter().copied().map(Self::Record).chain(ROLES.iter().copied().map(Self::Role))
    }

    /// Its key: `case-cp`, `role-caseworker`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Record(of) => match (of.kind, of.module) {
                (Kind::Case, Module::Cp) => "case-cp",
                (Kind::Case, Module::Gbv) => "case-gbv",
                (Kind::Incident, Module::Cp) => "incident-cp",
                (Kind::Incident, Module::Gbv) => "incident-gbv",
                (Kind::TracingRequest, _) => "tracing-request-cp",
                (Kind::Family, _) => "family-cp",
                (Kind::Registry, _) => "registry-cp",
                (Kind::Transition, _) => "transition",
                (Kind::Office, _) => "office",
            },
            Self::Role(Role::Caseworker) => "role-caseworker",
            Self::Role(Role::Supervisor) => "role-supervisor",
            Self::Role(Role::TracingOfficer) => "role-tracing-officer",
            Self::Role(Role::GbvCaseworker) => "role-gbv-caseworker",
            Self::Role(Role::GbvSupervisor) => "role-gbv-supervisor",
            Self::Role(Role::Analyst) => "role-analyst",
            Self::Role(Role::Auditor) => "role-auditor",
            Self::Role(Role::Admin) => "role-admin",
        }
    }
}

/// The finest level of places.
pub const FINEST_PLACE: u8 = 5;
/// At most so many age bands: a table of more is read by nobody.
pub const MOST_BANDS: usize = 12;
/// No band begins later.
const OLDEST: u8 = 120;
/// At most so many fields are watched: who is told of everything looks at nothing.
pub const MOST_ALERTS: usize = 40;
/// The longest name of a thing, in characters: it must fit into the rail.
pub const LONGEST_NAME: usize = 40;

impl Default for Settings {
    /// The standard ones.
    fn default() -> Self {
        standard().clone()
    }
}

#[expect(clippy::expect_used, reason = "the text is compiled in; `the_standard_settings_are_read_and_fit` reads it")]
fn standard() -> &'static Settings {
    static STANDARD: OnceLock<Settings> = OnceLock::new();
    let text = include_str!("../../../assets/config/settings.json");
    STANDARD.get_or_init(|| serde_json::from_str(text).expect("the standard settings are read"))
}

impl Settings {
    /// Whether the office uses a type of record.
    #[must_use]
    pub fn uses(&self, of: RecordType) -> bool {
        !self.types_off.contains(&of)
    }

    /// Whether colleagues of the whole office find the records of a module by the little that is told of them.
    #[must_use]
    pub fn finds_across(&self, module: Module) -> bool {
        self.across.contains(&module)
    }

    /// The band of an age: its first year and its last, none for the open one.
    #[must_use]
    pub fn age_band(&self, age: u8) -> Option<(u8, Option<u8>)> {
        self.bands().rev().find(|(first, _)| *first <= age)
    }

    /// Every band: its first year and its last, none for the open one.
    pub fn bands(&self) -> impl DoubleEndedIterator<Item = (u8, Option<u8>)> + '_ {
        self.age_bands.iter().enumerate().map(|(at, first)| {
            let next = self.age_bands.get(at + 1);
            (*first, next.map(|next| next.saturating_sub(1)))
        })
    }

    /// Whether a supervisor approves a form: every one that asks for it, unless the office does without.
    #[must_use]
    pub fn approves(&self, form: &FormDef) -> bool {
        can_be_approved(form) && !self.approvals_off.contains(&form.id)
    }

    /// What the office calls one of a thing, in a language; nothing when it goes by the program's word.
    #[must_use]
    pub fn one(&self, thing: Thing, language: &str) -> Option<&str> {
        self.names.get(thing.key()).and_then(|name| said(&name.one, language))
    }

    /// The same of several.
    #[must_use]
    pub fn many(&self, thing: Thing, language: &str) -> Option<&str> {
        self.names.get(thing.key()).and_then(|name| said(&name.many, language))
    }
}

/// Only words of exactly this language: the program's own words in it are better than the office's in another.
fn said<'a>(texts: &'a Texts, language: &str) -> Option<&'a str> {
    texts.has(language).then(|| texts.get(language))
}

/// Whether a form has the questions of an approval, so that it can be asked for.
#[must_use]
pub fn can_be_approved(form: &FormDef) -> bool {
    form.fields().any(|field| field.id.ends_with("approval_status"))
}

/// Holds the settings against the forms.
pub(crate) fn verify(config: &Configuration) -> Result<(), ConfigError> {
    let settings = config.settings();
    let holds = |setting: Setting, fits: bool| if fits { Ok(()) } else { Err(ConfigError::Setting { setting }) };
    let doubled =
        |all: &[RecordType]| all.iter().enumerate().any(|(at, of)| all.iter().skip(at + 1).any(|it| it == of));
    let cases = [RecordType::CASE, RecordType::GBV_CASE];
    holds(
        Setting::Types,
        settings.types_off.iter().all(|of| RecordType::REGISTERED.contains(of))
            && !doubled(&settings.types_off)
            && cases.iter().any(|of| settings.uses(*of)),
    )?;
    let bands = &settings.age_bands;
    holds(
        Setting::AgeBands,
        bands.first() == Some(&0)
            && bands.len() <= MOST_BANDS
            && bands.iter().all(|first| *first <= OLDEST)
            && bands.windows(2).all(|pair| matches!(pair, [one, next] if one < next)),
    )?;
    holds(Setting::CaseCode, settings.case_code.fits())?;
    let known = |key: &String| Thing::all().any(|thing| thing.key() == key);
    let short = |texts: &Texts| {
        texts.0.values().all(|words| words.chars().count() <= LONGEST_NAME && !words.chars().any(char::is_control))
    };
    holds(
        Setting::Names,
        settings.names.iter().all(|(key, name)| known(key) && short(&name.one) && short(&name.many)),
    )?;
    let PlaceLevels { reports, lists } = settings.places;
    holds(Setting::Places, reports <= FINEST_PLACE && lists <= FINEST_PLACE)?;
    for (at, id) in settings.approvals_off.iter().enumerate() {
        let place = || "settings, approvals".to_owned();
        let form = config.form(id).ok_or_else(|| ConfigError::UnknownForm { place: place(), form: id.clone() })?;
        if settings.approvals_off.iter().take(at).any(|known| known == id) {
            return Err(ConfigError::Doubled { place: place(), id: id.clone() });
        }
        holds(Setting::Approvals, can_be_approved(form))?;
    }
    let asked = |field: &FieldId| {
        let mut types = RecordType::REGISTERED.iter();
        types.any(|of| config.field(of.kind, of.module, field).is_some())
    };
    let mut seen = BTreeSet::new();
    // A small configuration of forms alone has none of the standard ones.
    let watched =
        is_standard_alerts(&settings.alerts) || settings.alerts.iter().all(|field| asked(field) && seen.insert(field));
    holds(Setting::Alerts, settings.alerts.len() <= MOST_ALERTS && watched)?;
    let map = |key: &String| TAKES.iter().find(|(_, to)| Thing::Record(*to).key() == key);
    let mut maps = settings.taken_over.iter();
    let taken = is_standard_taken_over(&settings.taken_over)
        || maps.all(|(key, pairs)| map(key).is_some_and(|(from, to)| config.takes(*from, *to, pairs)));
    holds(Setting::TakenOver, taken)?;
    Ok(())
}
