//! What is asked: forms, their sections and fields (DOMAIN.md 3). Plain data; `amparo-forms` reads, checks and evaluates it.

use crate::condition::{Condition, Expression};
use crate::list::{ListOption, Texts};
use crate::record::{Compartment, Kind, Module};
use crate::value::FieldId;
use serde::{Deserialize, Serialize};

#[path = "form_written.rs"]
mod written;
pub use written::NotAField;
use written::WrittenField;

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormDef {
    /// Stable, kebab-case: `registration`.
    pub id: String,
    /// Which kind of record it belongs to.
    pub record: Kind,
    /// Which part of the programme.
    pub module: Module,
    /// Its name on screen.
    pub title: Texts,
    /// What it is for, in a sentence.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub help: Texts,
    /// Kept in versions: saved as complete, it is not changed but followed by a new one (consent).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub versions: bool,
    /// No longer offered; what records hold of it stays readable.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
    /// In the order of the page.
    pub sections: Vec<Section>,
}

impl FormDef {
    /// Every field outside rows, in the order of the page.
    pub fn fields(&self) -> impl Iterator<Item = &FieldDef> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
    /// The field with an id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&FieldDef> {
        self.fields().find(|field| field.id == id)
    }
}

/// A part of a form with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique in the form.
    pub id: String,
    /// The heading.
    pub title: Texts,
    /// A sentence below the heading.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub help: Texts,
    /// Shown only when this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// Folded at first: a long form opens short (DOMAIN.md A30).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub folded: bool,
    /// The questions.
    pub fields: Vec<FieldDef>,
}

/// How sensitive a field is (DOMAIN.md 11.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// Open aggregates.
    P0,
    /// Internal.
    P1,
    /// Confidential, about a person.
    P2,
    /// Strict: a child protection case.
    P3,
    /// Critical: safe-house address, live threat.
    P4,
}

/// Where the options of a question come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Options {
    /// A shared list, by id.
    List(String),
    /// Options of this question alone.
    Inline(Vec<ListOption>),
}

/// What a calculated field gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// Text.
    Text,
    /// Yes or no.
    YesNo,
    /// One of its options.
    Choice,
}

/// The type of a field with what only that type has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several paragraphs.
    LongText,
    /// A date with its precision.
    Date,
    /// Yes, no, unknown.
    YesNo,
    /// One option.
    Select(Choices),
    /// Several options.
    Multi(Choices),
    /// A check box.
    Tick,
    /// A node of the place tree.
    Location,
    /// A whole number.
    Number,
    /// A person with a login.
    User,
    /// An organisation.
    Agency,
    /// Another record.
    Link,
    /// Rows of their own fields.
    Repeat(Vec<FieldDef>),
    /// A photo.
    Photo,
    /// A voice clip.
    Audio,
    /// A document.
    File,
    /// A signature.
    Signature,
    /// Worked out at read time, never typed or stored.
    Calc {
        /// How.
        expression: Expression,
        /// What comes out.
        gives: Gives,
        /// The options, when it gives one of them.
        options: Option<Choices>,
    },
}

impl FieldKind {
    /// The words of the types in a configuration, as [`FieldKind::word`] gives them, in the order in which they are offered.
    pub const WORDS: [&str; 18] = [
        "text",
        "longtext",
        "number",
        "date",
        "yes_no",
        "select",
        "multi",
        "tick",
        "location",
        "user",
        "agency",
        "link",
        "repeat",
        "photo",
        "audio",
        "file",
        "signature",
        "calc",
    ];

    /// The word of the type in a configuration: `yes_no`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "longtext",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Select(_) => "select",
            Self::Multi(_) => "multi",
            Self::Tick => "tick",
            Self::Location => "location",
            Self::Number => "number",
            Self::User => "user",
            Self::Agency => "agency",
            Self::Link => "link",
            Self::Repeat(_) => "repeat",
            Self::Photo => "photo",
            Self::Audio => "audio",
            Self::File => "file",
            Self::Signature => "signature",
            Self::Calc { .. } => "calc",
        }
    }
}

/// The options of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Where they come from.
    pub options: Options,
    /// Whether "unknown" and "not said" are offered beside them (DOMAIN.md 3: yes, unless that makes no sense).
    pub offers_unknown: bool,
}

/// What can stand in a field that has no answer, so that a required name is not invented (DOMAIN.md 3, person block).
/// Stored as [`crate::value::Value::Choice`] with the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandIn {
    /// Nobody knows.
    Unknown,
    /// There is none: no surname, no address.
    HasNone,
    /// Asked, not answered.
    NotSaid,
}

impl StandIn {
    /// The option id it is stored as; its words stand in the list `no_answer`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::HasNone => "has_none",
            Self::NotSaid => "not_said",
        }
    }
}

/// A rule that a filled field must keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Not surely after today.
    NotFuture,
    /// Not less.
    Min(i64),
    /// Not more.
    Max(i64),
    /// Not surely before the date in that field.
    NotBefore(FieldId),
    /// One of the options chosen in that field, when any is chosen there.
    Among(FieldId),
    /// An age that agrees with the date of birth in that field. A doubt for a person to look at, not an error.
    AgreesWithBirth(FieldId),
}

/// What a field is searched as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchedAs {
    /// A person's name.
    Name,
    /// A phone number.
    Phone,
    /// The number of a card or paper.
    Number,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenField", into = "WrittenField")]
pub struct FieldDef {
    /// snake_case; one value per record, whichever form shows it.
    pub id: FieldId,
    /// Its type.
    pub kind: FieldKind,
    /// The part of the record with its own key that it lies in; empty for a field of a row, which lies where its repeat lies.
    pub compartment: Compartment,
    /// How sensitive.
    pub class: Class,
    /// Needed to save as complete.
    pub required: bool,
    /// Needed to save as complete when this holds.
    pub required_when: Option<Condition>,
    /// Shown only when this holds.
    pub condition: Option<Condition>,
    /// The question.
    pub label: Texts,
    /// Why it is asked or how to answer, in a sentence.
    pub help: Texts,
    /// Questions that help to write a narrative.
    pub guiding: Texts,
    /// Proposed while the field is blank.
    pub default: Option<Expression>,
    /// Not shown unless the office switches it on.
    pub off: bool,
    /// Rules for its value.
    pub checks: Vec<Check>,
    /// What may stand in it instead of an answer.
    pub stand_ins: Vec<StandIn>,
    /// How search finds it.
    pub searched_as: Option<SearchedAs>,
    /// Copied into the record's summary, which lists and reminders are built from.
    pub in_summary: bool,
}

impl FieldDef {
    /// The options, when it has any.
    #[must_use]
    pub fn choices(&self) -> Option<&Choices> {
        match &self.kind {
            FieldKind::Select(choices) | FieldKind::Multi(choices) => Some(choices),
            FieldKind::Calc { options, .. } => options.as_ref(),
            _ => None,
        }
    }
    /// The fields of its rows; none when it is not a repeat.
    #[must_use]
    pub fn row_fields(&self) -> &[FieldDef] {
        if let FieldKind::Repeat(fields) = &self.kind { fields } else { &[] }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn field(json: &str) -> Result<FieldDef, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn a_field_survives_its_json() {
        for json in [
            r#"{"id":"sex","type":"select","options":"sex","no_unknown":true,"compartment":"registration","class":"P2","required":true,"label":{"en":"Sex"}}"#,
            r#"{"id":"ids","type":"repeat","fields":[{"id":"number","type":"text","class":"P3","label":{"en":"Number"}}],"class":"P3","label":{"en":"Papers"}}"#,
            r#"{"id":"due","type":"calc","calc":{"today":{}},"gives":"date","class":"P2","label":{"en":"Due"},"checks":["not_future",{"min":1}]}"#,
        ] {
            assert_eq!(serde_json::to_string(&field(json).unwrap()).unwrap(), json);
        }
    }

    #[test]
    fn a_type_is_called_as_a_configuration_writes_it() {
        for word in FieldKind::WORDS {
            let more = match word {
                "select" | "multi" => r#","options":"sex""#,
                "repeat" => r#","fields":[{"id":"n","type":"text","class":"P3","label":{}}]"#,
                "calc" => r#","calc":1,"gives":"number""#,
                _ => "",
            };
            let written = format!(r#"{{"id":"a","type":"{word}"{more},"class":"P2","label":{{}}}}"#);
            assert_eq!(field(&written).unwrap().kind.word(), word);
        }
    }

    #[test]
    fn unknown_types_and_keys_that_do_not_fit_are_refused() {
        for (json, word) in [
            (r#"{"id":"a","type":"txt","class":"P2","label":{}}"#, "txt"),
            (r#"{"id":"a","type":"select","class":"P2","label":{}}"#, "needs options"),
            (r#"{"id":"a","type":"text","options":"sex","class":"P2","label":{}}"#, "cannot have options"),
            (r#"{"id":"a","type":"repeat","fields":[],"class":"P2","label":{}}"#, "needs fields"),
            (r#"{"id":"a","type":"calc","class":"P2","label":{}}"#, "needs calc"),
            (r#"{"id":"a","type":"text","class":"P9","label":{}}"#, "P9"),
            (r#"{"id":"a","type":"text","class":"P2","label":{},"requird":true}"#, "requird"),
        ] {
            let problem = field(json).unwrap_err().to_string();
            assert!(problem.contains(word), "{problem}");
        }
    }
}
