//! How a field is written in a configuration: flat, with a type word. [`FieldDef`] keeps only what its type can have.

use super::{Check, Choices, Class, FieldDef, FieldKind, Gives, Options, SearchedAs, StandIn};
use crate::condition::{Condition, Expression};
use crate::list::Texts;
use crate::record::Compartment;
use crate::value::FieldId;
use serde::{Deserialize, Serialize};

/// A field as the configuration writes it: flat, with a type word.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenField {
    id: FieldId,
    #[serde(rename = "type")]
    kind: TypeWord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    options: Option<Options>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    no_unknown: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<FieldDef>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    calc: Option<Expression>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gives: Option<Gives>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    compartment: String,
    class: Class,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    required_when: Option<Condition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    condition: Option<Condition>,
    label: Texts,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    help: Texts,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    guiding: Texts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default: Option<Expression>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    off: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    checks: Vec<Check>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stand_ins: Vec<StandIn>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    searched_as: Option<SearchedAs>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    in_summary: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TypeWord {
    Text,
    Longtext,
    Date,
    YesNo,
    Select,
    Multi,
    Tick,
    Location,
    Number,
    User,
    Agency,
    Link,
    Repeat,
    Photo,
    Audio,
    File,
    Signature,
    Calc,
}

/// A field whose keys do not fit its type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAField {
    /// Something that its type needs is not there.
    #[error("field {0}: its type needs {1}")]
    Needs(FieldId, &'static str),
    /// Something that its type cannot have.
    #[error("field {0}: its type cannot have {1}")]
    CannotHave(FieldId, &'static str),
}

impl TryFrom<WrittenField> for FieldDef {
    type Error = NotAField;
    fn try_from(written: WrittenField) -> Result<Self, NotAField> {
        let WrittenField { id, options, no_unknown, fields, calc, gives, .. } = written;
        let needs = |what| NotAField::Needs(id.clone(), what);
        let takes = |word: TypeWord, there: bool, types: &[TypeWord], what| {
            if there && !types.contains(&word) { Err(NotAField::CannotHave(id.clone(), what)) } else { Ok(()) }
        };
        let chooses = gives == Some(Gives::Choice);
        let with_options: &[TypeWord] = if chooses { &[TypeWord::Calc] } else { &[TypeWord::Select, TypeWord::Multi] };
        takes(written.kind, options.is_some() || no_unknown, with_options, "options")?;
        takes(written.kind, fields.is_some(), &[TypeWord::Repeat], "fields")?;
        takes(written.kind, calc.is_some() || gives.is_some(), &[TypeWord::Calc], "calc")?;
        let choices = |options: Option<Options>| {
            let options = options.ok_or_else(|| needs("options"))?;
            Ok(Choices { options, offers_unknown: !no_unknown })
        };
        let kind = match written.kind {
            TypeWord::Text => FieldKind::Text,
            TypeWord::Longtext => FieldKind::LongText,
            TypeWord::Date => FieldKind::Date,
            TypeWord::YesNo => FieldKind::YesNo,
            TypeWord::Select => FieldKind::Select(choices(options)?),
            TypeWord::Multi => FieldKind::Multi(choices(options)?),
            TypeWord::Tick => FieldKind::Tick,
            TypeWord::Location => FieldKind::Location,
            TypeWord::Number => FieldKind::Number,
            TypeWord::User => FieldKind::User,
            TypeWord::Agency => FieldKind::Agency,
            TypeWord::Link => FieldKind::Link,
            TypeWord::Repeat => FieldKind::Repeat(fields.filter(|f| !f.is_empty()).ok_or_else(|| needs("fields"))?),
            TypeWord::Photo => FieldKind::Photo,
            TypeWord::Audio => FieldKind::Audio,
            TypeWord::File => FieldKind::File,
            TypeWord::Signature => FieldKind::Signature,
            TypeWord::Calc => FieldKind::Calc {
                expression: calc.ok_or_else(|| needs("calc"))?,
                gives: gives.ok_or_else(|| needs("gives"))?,
                // What is worked out is one of its options, or nothing.
                options: if chooses {
                    Some(Choices { options: options.ok_or_else(|| needs("options"))?, offers_unknown: false })
                } else {
                    None
                },
            },
        };
        Ok(Self {
            id,
            kind,
            compartment: Compartment(written.compartment),
            class: written.class,
            required: written.required,
            required_when: written.required_when,
            condition: written.condition,
            label: written.label,
            help: written.help,
            guiding: written.guiding,
            default: written.default,
            off: written.off,
            checks: written.checks,
            stand_ins: written.stand_ins,
            searched_as: written.searched_as,
            in_summary: written.in_summary,
        })
    }
}

impl From<FieldDef> for WrittenField {
    fn from(field: FieldDef) -> Self {
        let (mut options, mut no_unknown, mut fields, mut calc, mut given) = (None, false, None, None, None);
        let mut chosen = |choices: Choices| {
            no_unknown = !choices.offers_unknown;
            options = Some(choices.options);
        };
        let kind = match field.kind {
            FieldKind::Text => TypeWord::Text,
            FieldKind::LongText => TypeWord::Longtext,
            FieldKind::Date => TypeWord::Date,
            FieldKind::YesNo => TypeWord::YesNo,
            FieldKind::Select(choices) => {
                chosen(choices);
                TypeWord::Select
            }
            FieldKind::Multi(choices) => {
                chosen(choices);
                TypeWord::Multi
            }
            FieldKind::Tick => TypeWord::Tick,
            FieldKind::Location => TypeWord::Location,
            FieldKind::Number => TypeWord::Number,
            FieldKind::User => TypeWord::User,
            FieldKind::Agency => TypeWord::Agency,
            FieldKind::Link => TypeWord::Link,
            FieldKind::Repeat(rows) => {
                fields = Some(rows);
                TypeWord::Repeat
            }
            FieldKind::Photo => TypeWord::Photo,
            FieldKind::Audio => TypeWord::Audio,
            FieldKind::File => TypeWord::File,
            FieldKind::Signature => TypeWord::Signature,
            FieldKind::Calc { expression, gives, options: given_options } => {
                calc = Some(expression);
                given = Some(gives);
                if let Some(choices) = given_options {
                    options = Some(choices.options);
                }
                TypeWord::Calc
            }
        };
        Self {
            id: field.id,
            kind,
            options,
            no_unknown,
            fields,
            calc,
            gives: given,
            compartment: field.compartment.0,
            class: field.class,
            required: field.required,
            required_when: field.required_when,
            condition: field.condition,
            label: field.label,
            help: field.help,
            guiding: field.guiding,
            default: field.default,
            off: field.off,
            checks: field.checks,
            stand_ins: field.stand_ins,
            searched_as: field.searched_as,
            in_summary: field.in_summary,
        }
    }
}
