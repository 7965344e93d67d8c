//! Whether a document keeps the rules of a form, and how far each section is filled.

use crate::configuration::Configuration;
use crate::evaluate::{Context, Evaluator};
use amparo_model::form::{Check, FieldDef, FieldKind, FormDef};
use amparo_model::value::{Document, Path, Row, Value};
use std::collections::BTreeMap;

/// How strictly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is required; what is there must be possible.
    Draft,
    /// Everything that the form requires is there too.
    Complete,
}

/// How heavy a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a look; does not hold up a save.
    Doubt,
    /// Holds up the save.
    Error,
}

/// What is found. The words are the language crate's; ids never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// Required, but blank.
    Missing,
    /// The value is of another type than the field, or stands in a calculated field.
    WrongType,
    /// The option is not one of the field's.
    WrongOption,
    /// The option's condition does not hold with the other answers.
    NotOffered,
    /// A text longer than `max` characters.
    TooLong,
    /// A number below `min`.
    TooSmall,
    /// A number above `max`.
    TooLarge,
    /// A date after today.
    InFuture,
    /// A date before the one in `field`.
    Before,
    /// Not one of the options chosen in `field`.
    NotAmong,
    /// The age does not agree with the date of birth in `field`.
    AgeDisagrees,
    /// A character that text cannot have (control characters).
    BadCharacter,
}

impl FindingCode {
    /// The stable id, for messages and tests.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::WrongType => "wrong_type",
            Self::WrongOption => "wrong_option",
            Self::NotOffered => "not_offered",
            Self::TooLong => "too_long",
            Self::TooSmall => "too_small",
            Self::TooLarge => "too_large",
            Self::InFuture => "in_future",
            Self::Before => "before",
            Self::NotAmong => "not_among",
            Self::AgeDisagrees => "age_disagrees",
            Self::BadCharacter => "bad_character",
        }
    }
    /// How heavy it is.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::AgeDisagrees | Self::NotAmong => Weight::Doubt,
            _ => Weight::Error,
        }
    }
}

/// Something a person must look at. Holds ids and limits of the form, never content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub path: Path,
    /// What.
    pub code: FindingCode,
    /// `min`, `max`, `field`: for the words.
    pub args: BTreeMap<&'static str, String>,
}

/// How far a section is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionProgress {
    /// The section's id.
    pub section: String,
    /// Required fields and cells that are filled.
    pub filled: usize,
    /// Required fields and cells that are shown now.
    pub required: usize,
}

/// One line.
const LONGEST_LINE: usize = 500;
/// A narrative: about ten printed pages.
const LONGEST_TEXT: usize = 50_000;
/// Canonical JSON keeps whole numbers exactly up to here (RFC 8785).
const LARGEST: i64 = 9_007_199_254_740_991;

impl Configuration {
    /// Holds the visible fields of a form against its rules. Hidden fields keep what they hold and are not looked at.
    #[must_use]
    pub fn validate(&self, form: &FormDef, document: &Document, context: &Context, mode: Mode) -> Vec<Finding> {
        let evaluator = Evaluator::new(self, form, document, context);
        let mut findings = Vec::new();
        each_asked(form, document, &evaluator, |asked| {
            let all = match asked.value {
                Some(value) => self.check(value, &asked, &evaluator),
                None if mode == Mode::Complete && asked.required && !asked.has_rows => {
                    vec![Reason::bare(FindingCode::Missing)]
                }
                None => Vec::new(),
            };
            findings.extend(all.into_iter().map(|Reason { code, args }| Finding { path: asked.path(), code, args }));
        });
        findings
    }

    /// How far each section is filled, in the order of the form; sections that are not shown are left out.
    #[must_use]
    pub fn progress(&self, form: &FormDef, document: &Document, context: &Context) -> Vec<SectionProgress> {
        let evaluator = Evaluator::new(self, form, document, context);
        let shown =
            form.sections.iter().filter(|section| section.fields.iter().any(|field| evaluator.shows(&field.id)));
        let mut all: Vec<SectionProgress> =
            shown.map(|section| SectionProgress { section: section.id.clone(), filled: 0, required: 0 }).collect();
        each_asked(form, document, &evaluator, |asked| {
            let Some(progress) = all.iter_mut().find(|progress| progress.section == asked.section) else { return };
            if asked.required {
                progress.required += 1;
                progress.filled += usize::from(asked.value.is_some() || asked.has_rows);
            }
        });
        all
    }

    fn check<'a>(&self, value: &Value, asked: &Asked<'a>, evaluator: &Evaluator<'a>) -> Vec<Reason> {
        let (field, context) = (asked.field, evaluator.context());
        if let Value::Choice(option) = value
            && field.stand_ins.iter().any(|stand_in| stand_in.as_str() == option)
        {
            return Vec::new();
        }
        if !fits(&field.kind, value) {
            return vec![Reason::bare(FindingCode::WrongType)];
        }
        let mut found = Vec::new();
        match value {
            Value::Text(text) => {
                let several_lines = matches!(field.kind, FieldKind::LongText);
                let max = if several_lines { LONGEST_TEXT } else { LONGEST_LINE };
                if text.chars().count() > max {
                    found.push(Reason::with(FindingCode::TooLong, "max", max.to_string()));
                }
                if text.chars().any(|c| c.is_control() && !(several_lines && matches!(c, '\n' | '\t'))) {
                    found.push(Reason::bare(FindingCode::BadCharacter));
                }
            }
            Value::Choice(option) if !self.knows_option(field, option) => {
                found.push(Reason::bare(FindingCode::WrongOption))
            }
            Value::Choices(options) if options.iter().any(|option| !self.knows_option(field, option)) => {
                found.push(Reason::bare(FindingCode::WrongOption));
            }
            Value::Number(number) if *number > LARGEST => {
                found.push(Reason::with(FindingCode::TooLarge, "max", LARGEST.to_string()));
            }
            Value::Number(number) if *number < -LARGEST => {
                found.push(Reason::with(FindingCode::TooSmall, "min", (-LARGEST).to_string()));
            }
            _ => {}
        }
        let chosen = |option: &&str| match value {
            Value::Choice(chosen) => chosen == option,
            Value::Choices(chosen) => chosen.contains(*option),
            _ => false,
        };
        if evaluator.closed_options(field, asked.at).iter().any(chosen) {
            found.push(Reason::bare(FindingCode::NotOffered));
        }
        found.extend(field.checks.iter().filter_map(|check| broken(check, value, asked, context)));
        found
    }
}

/// What is wrong, before it is known where.
struct Reason {
    code: FindingCode,
    args: BTreeMap<&'static str, String>,
}

impl Reason {
    fn bare(code: FindingCode) -> Self {
        Self { code, args: BTreeMap::new() }
    }
    fn with(code: FindingCode, name: &'static str, limit: String) -> Self {
        Self { code, args: [(name, limit)].into() }
    }
}

/// What a value does against a rule: the finding, and the limit or field it is about.
fn broken(check: &Check, value: &Value, asked: &Asked, context: &Context) -> Option<Reason> {
    let (broken, code, name, limit) = match (check, value) {
        (Check::NotFuture, Value::Date(date)) => {
            (date.surely_after_day(context.today), FindingCode::InFuture, "today", context.today.to_string())
        }
        (Check::Min(min), Value::Number(number)) => (number < min, FindingCode::TooSmall, "min", min.to_string()),
        (Check::Max(max), Value::Number(number)) => (number > max, FindingCode::TooLarge, "max", max.to_string()),
        (Check::NotBefore(other), Value::Date(date)) => {
            let first = asked.sibling(other).and_then(Value::as_date);
            (first.is_some_and(|first| date.surely_before(first)), FindingCode::Before, "field", other.clone())
        }
        (Check::Among(other), Value::Choice(option)) => {
            let chosen = asked.sibling(other).and_then(Value::as_choices);
            (chosen.is_some_and(|chosen| !chosen.contains(option)), FindingCode::NotAmong, "field", other.clone())
        }
        (Check::AgreesWithBirth(other), Value::Number(age)) => {
            let ages = asked.sibling(other).and_then(Value::as_date).and_then(|born| born.ages_on(context.today));
            // A year of grace: an age is often told some months after it was asked.
            let differs = ages.is_some_and(|(youngest, oldest)| !(youngest - 1..=oldest + 1).contains(age));
            (differs, FindingCode::AgeDisagrees, "field", other.clone())
        }
        _ => return None,
    };
    broken.then(|| Reason::with(code, name, limit))
}

fn fits(kind: &FieldKind, value: &Value) -> bool {
    match kind {
        FieldKind::Text | FieldKind::LongText => matches!(value, Value::Text(_)),
        FieldKind::Date => matches!(value, Value::Date(_)),
        FieldKind::YesNo => matches!(value, Value::YesNo(_)),
        FieldKind::Select(_) => matches!(value, Value::Choice(_)),
        FieldKind::Multi(_) => matches!(value, Value::Choices(_)),
        FieldKind::Tick => matches!(value, Value::Tick(_)),
        FieldKind::Location => matches!(value, Value::Place(_)),
        FieldKind::Number => matches!(value, Value::Number(_)),
        FieldKind::User => matches!(value, Value::Person(_)),
        FieldKind::Agency => matches!(value, Value::Agency(_)),
        FieldKind::Link => matches!(value, Value::Link(_)),
        FieldKind::Photo | FieldKind::Audio | FieldKind::File => matches!(value, Value::File(_)),
        FieldKind::Signature => matches!(value, Value::Signature(_)),
        FieldKind::Repeat(_) | FieldKind::Calc { .. } => false,
    }
}

/// One visible question with its answer.
struct Asked<'a> {
    section: &'a str,
    field: &'a FieldDef,
    at: Option<(&'a FieldDef, &'a Row)>,
    document: &'a Document,
    value: Option<&'a Value>,
    has_rows: bool,
    required: bool,
}

impl Asked<'_> {
    fn path(&self) -> Path {
        match self.at {
            None => Path::Field(self.field.id.clone()),
            Some((repeat, row)) => Path::Cell(repeat.id.clone(), row.id, self.field.id.clone()),
        }
    }
    /// Another answer: of the same row, else of the record.
    fn sibling(&self, name: &str) -> Option<&Value> {
        let cell = self.at.filter(|(repeat, _)| repeat.row_fields().iter().any(|cell| cell.id == name));
        match cell {
            Some((_, row)) => row.fields.get(name),
            None => self.document.get(name),
        }
    }
}

/// Walks over every visible question in the order of the form, rows included.
fn each_asked<'a>(
    form: &'a FormDef,
    document: &'a Document,
    evaluator: &Evaluator<'a>,
    mut see: impl FnMut(Asked<'a>),
) {
    for section in &form.sections {
        for field in section.fields.iter().filter(|field| evaluator.shows(&field.id)) {
            let mut ask =
                |field: &'a FieldDef, at: Option<(&'a FieldDef, &'a Row)>, value: Option<&'a Value>, has_rows| {
                    let required = field.required
                        || field.required_when.as_ref().is_some_and(|condition| evaluator.condition(condition, at));
                    let value = value.filter(|value| !value.is_blank());
                    see(Asked { section: &section.id, field, at, document, value, has_rows, required });
                };
            ask(field, None, document.get(&field.id), document.rows_of(&field.id).next().is_some());
            for row in document.rows_of(&field.id) {
                for cell in field.row_fields().iter().filter(|cell| evaluator.shows_cell(field, row, cell)) {
                    ask(cell, Some((field, row)), row.fields.get(&cell.id), false);
                }
            }
        }
    }
}
