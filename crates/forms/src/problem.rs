use crate::settings::Setting;
use amparo_model::value::FieldId;

/// Why a configuration is refused. `place` reads from the outside in: file or form, section, field, cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not the JSON that is expected here.
    #[error("{place}: {reason}")]
    Unreadable {
        /// Where.
        place: String,
        /// What the reader says, with line and column where it knows them.
        reason: String,
    },
    /// A field type that does not exist.
    #[error("{place}: there is no field type {word:?}")]
    UnknownType {
        /// Where.
        place: String,
        /// What stands there.
        word: String,
    },
    /// Two of the same id where each must be alone.
    #[error("{place}: {id:?} stands here twice")]
    Doubled {
        /// Where.
        place: String,
        /// Which.
        id: String,
    },
    /// The text is larger than any configuration.
    #[error("the configuration is too large")]
    TooLarge,
    /// Written by a newer version of the program.
    #[error("the configuration was written by a newer version")]
    Newer,
    /// A label with tags in it.
    #[error("{place}: there are tags in the words")]
    Markup {
        /// Where.
        place: String,
    },
    /// A field that records may hold changed its type or the part of the record it lies in.
    #[error("{place}: the type of a field, and the part of the record it lies in, are for ever")]
    Kept {
        /// Where.
        place: String,
    },
    /// A field with a name that the program keeps for itself.
    #[error("{place}: {id:?} is a name that the program keeps for itself")]
    Reserved {
        /// Where.
        place: String,
        /// Which.
        id: String,
    },
    /// An id that is not written in snake_case (forms: kebab-case).
    #[error("{place}: {id:?} is not a well-formed id")]
    BadId {
        /// Where.
        place: String,
        /// Which.
        id: String,
    },
    /// A field names a list that is not there.
    #[error("{place}: there is no list {list:?}")]
    UnknownList {
        /// Where.
        place: String,
        /// Which.
        list: String,
    },
    /// A list names a standard option that is not in it.
    #[error("list {list}: there is no standard option {parent:?}")]
    UnknownParent {
        /// Which list.
        list: String,
        /// Which option.
        parent: String,
    },
    /// A section names a block that is not there, or a block changes a field that it does not have.
    #[error("{place}: there is no {name:?} in the blocks")]
    UnknownBlock {
        /// Where.
        place: String,
        /// Which.
        name: String,
    },
    /// A condition, calculation or rule names a field that is not there.
    #[error("{place}: there is no field {field:?}")]
    UnknownField {
        /// Where.
        place: String,
        /// Which.
        field: FieldId,
    },
    /// A condition names a form that is not there.
    #[error("{place}: there is no form {form:?}")]
    UnknownForm {
        /// Where.
        place: String,
        /// Which.
        form: String,
    },
    /// A calculation names a clock that is not there.
    #[error("{place}: there is no clock {clock:?}")]
    UnknownClock {
        /// Where.
        place: String,
        /// Which.
        clock: String,
    },
    /// A field of the record lies in no compartment.
    #[error("{place}: lies in no compartment")]
    NoCompartment {
        /// Where.
        place: String,
    },
    /// A compartment that the table does not know, or one of another module.
    #[error("{place}: there is no compartment {compartment:?} for this module")]
    UnknownCompartment {
        /// Where.
        place: String,
        /// Which.
        compartment: String,
    },
    /// A field of a row names a compartment of its own, but lies where its repeat lies.
    #[error("{place}: a cell lies where its repeat lies")]
    CellWithCompartment {
        /// Where.
        place: String,
    },
    /// Two forms show the same field with different type or compartment.
    #[error("{place}: {field:?} is defined otherwise in another form")]
    TwoMeanings {
        /// Where.
        place: String,
        /// Which.
        field: FieldId,
    },
    /// A repeat inside a repeat, or a calculation inside one.
    #[error("{place}: cannot stand inside a repeat")]
    NotInARow {
        /// Where.
        place: String,
    },
    /// A calculation reads a field of another compartment, which its reader may not hold (SECURITY.md 3).
    #[error("{place}: reads {field:?}, which lies in another compartment")]
    CalculatedAcross {
        /// Where.
        place: String,
        /// Which field it reads.
        field: FieldId,
    },
    /// A setting that cannot be: bands that do not rise, a code without room for its number, nothing to work with.
    #[error("settings, {}: this cannot be", .setting.as_str())]
    Setting {
        /// Which part of the settings.
        setting: Setting,
    },
    /// Conditions and calculations that wait for each other.
    #[error("these fields wait for each other: {}", .fields.join(", "))]
    Loop {
        /// The fields, in the order in which each waits for the next.
        fields: Vec<FieldId>,
    },
}

impl ConfigError {
    /// Where it is: file or form, section, field, cell. `None` where the whole is meant.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        match self {
            Self::TooLarge | Self::Newer => None,
            Self::UnknownParent { list, .. } => Some(list.clone()),
            Self::Setting { setting } => Some(format!("settings, {}", setting.as_str())),
            Self::Loop { fields } => Some(fields.join(", ")),
            Self::Unreadable { place, .. }
            | Self::UnknownType { place, .. }
            | Self::Doubled { place, .. }
            | Self::Markup { place }
            | Self::Kept { place }
            | Self::Reserved { place, .. }
            | Self::BadId { place, .. }
            | Self::UnknownList { place, .. }
            | Self::UnknownBlock { place, .. }
            | Self::UnknownField { place, .. }
            | Self::UnknownForm { place, .. }
            | Self::UnknownClock { place, .. }
            | Self::NoCompartment { place }
            | Self::UnknownCompartment { place, .. }
            | Self::CellWithCompartment { place }
            | Self::TwoMeanings { place, .. }
            | Self::NotInARow { place }
            | Self::CalculatedAcross { place, .. } => Some(place.clone()),
        }
    }

    /// A stable code, whose words are `configuration-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Newer => "newer",
            Self::Unreadable { .. } => "unreadable",
            Self::UnknownType { .. } => "unknown-type",
            Self::Doubled { .. } => "doubled",
            Self::Markup { .. } => "markup",
            Self::Kept { .. } => "kept",
            Self::Reserved { .. } => "reserved",
            Self::BadId { .. } => "bad-id",
            Self::UnknownList { .. } => "unknown-list",
            Self::UnknownParent { .. } => "unknown-parent",
            Self::UnknownBlock { .. } => "unknown-block",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownForm { .. } => "unknown-form",
            Self::UnknownClock { .. } => "unknown-clock",
            Self::NoCompartment { .. } => "no-compartment",
            Self::UnknownCompartment { .. } => "unknown-compartment",
            Self::CellWithCompartment { .. } => "cell-with-compartment",
            Self::TwoMeanings { .. } => "two-meanings",
            Self::NotInARow { .. } => "not-in-a-row",
            Self::CalculatedAcross { .. } => "calculated-across",
            Self::Setting { setting } => match setting {
                Setting::Types => "setting-types",
                Setting::CaseCode => "setting-case-code",
                Setting::AgeBands => "setting-age-bands",
                Setting::Names => "setting-names",
                Setting::Places => "setting-places",
                Setting::Approvals => "setting-approvals",
                Setting::Alerts => "setting-alerts",
                Setting::Looking => "setting-looking",
                Setting::TakenOver => "setting-taken-over",
            },
            Self::Loop { .. } => "loop",
        }
    }
}
