//! Conditions, expressions, what is visible, what is worked out and what is proposed.

use crate::clock::RiskLevel;
use crate::compared::{as_date, as_text, fitting, holds, literal, order, pick, same};
use crate::configuration::Configuration;
use amparo_model::condition::{Condition, Expression, Operation};
use amparo_model::date;
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::ids::PersonId;
use amparo_model::value::{Document, FieldId, Path, Row, Value};
use jiff::civil::Date;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the engine may know of the world.
#[derive(Debug, Clone)]
pub struct Context {
    /// The local day.
    pub today: Date,
    /// The person who works.
    pub user: PersonId,
    /// Their language, for words that calculated fields put together.
    pub language: String,
    /// Forms of the record that have been saved as complete.
    pub complete: BTreeSet<String>,
}

/// What a form shows for a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visible {
    /// Sections with at least one visible field.
    pub sections: BTreeSet<String>,
    /// Visible fields, and visible cells of visible repeats.
    pub paths: BTreeSet<Path>,
    /// Options of visible fields and cells whose condition does not hold.
    pub closed: BTreeMap<Path, BTreeSet<String>>,
}

impl Visible {
    /// Whether a field or cell is shown.
    #[must_use]
    pub fn shows(&self, path: &Path) -> bool {
        self.paths.contains(path)
    }
    /// Whether a field outside rows is shown.
    #[must_use]
    pub fn shows_field(&self, field: &str) -> bool {
        self.paths.contains(&Path::Field(field.to_owned()))
    }
    /// Whether an option of a field or cell is offered with the other answers that are there.
    #[must_use]
    pub fn offers(&self, path: &Path, option: &str) -> bool {
        self.closed.get(path).is_none_or(|closed| !closed.contains(option))
    }

    fn put(&mut self, path: Path, closed: Vec<&str>) {
        if !closed.is_empty() {
            self.closed.insert(path.clone(), closed.into_iter().map(str::to_owned).collect());
        }
        self.paths.insert(path);
    }
}

impl Configuration {
    /// What a form shows.
    #[must_use]
    pub fn visible(&self, form: &FormDef, document: &Document, context: &Context) -> Visible {
        let evaluator = Evaluator::new(self, form, document, context);
        let mut visible = Visible::default();
        for section in &form.sections {
            for field in section.fields.iter().filter(|field| evaluator.shows(&field.id)) {
                visible.sections.insert(section.id.clone());
                visible.put(Path::Field(field.id.clone()), evaluator.closed_options(field, None));
                for row in document.rows_of(&field.id) {
                    for cell in field.row_fields().iter().filter(|cell| evaluator.shows_cell(field, row, cell)) {
                        let closed = evaluator.closed_options(cell, Some((field, row)));
                        visible.put(Path::Cell(field.id.clone(), row.id, cell.id.clone()), closed);
                    }
                }
            }
        }
        visible
    }

    /// What the form's calculated fields say today. Blank ones and hidden ones are left out.
    #[must_use]
    pub fn calculate(&self, form: &FormDef, document: &Document, context: &Context) -> BTreeMap<Path, Value> {
        let evaluator = Evaluator::new(self, form, document, context);
        let calculated = form.fields().filter(|field| matches!(field.kind, FieldKind::Calc { .. }));
        calculated
            .filter_map(|field| Some((Path::Field(field.id.clone()), evaluator.record_field(&field.id)?)))
            .collect()
    }

    /// What the form proposes for its visible blank fields; the person decides. In rows too.
    #[must_use]
    pub fn defaults(&self, form: &FormDef, document: &Document, context: &Context) -> BTreeMap<Path, Value> {
        let evaluator = Evaluator::new(self, form, document, context);
        let mut proposed = BTreeMap::new();
        for field in form.fields().filter(|field| evaluator.shows(&field.id)) {
            if let Some(default) = field.default.as_ref().filter(|_| document.get(&field.id).is_none()) {
                let value = evaluator.expression(default, None).and_then(|value| fitting(value, &field.kind));
                proposed.extend(value.map(|value| (Path::Field(field.id.clone()), value)));
            }
            for row in document.rows_of(&field.id) {
                for cell in field.row_fields() {
                    let Some(default) = cell.default.as_ref().filter(|_| !row.fields.contains_key(&cell.id)) else {
                        continue;
                    };
                    let value =
                        evaluator.expression(default, Some((field, row))).and_then(|value| fitting(value, &cell.kind));
                    proposed.extend(value.map(|value| (Path::Cell(field.id.clone(), row.id, cell.id.clone()), value)));
                }
            }
        }
        proposed
    }
}

/// A repeat and one of its rows.
type At<'a> = Option<(&'a FieldDef, &'a Row)>;

/// Answers questions about one document. There are no loops in a checked configuration, so that it ends.
pub(crate) struct Evaluator<'a> {
    config: &'a Configuration,
    form: &'a FormDef,
    document: &'a Document,
    context: &'a Context,
    shown: RefCell<HashMap<FieldId, bool>>,
}

impl<'a> Evaluator<'a> {
    pub(crate) fn new(
        config: &'a Configuration,
        form: &'a FormDef,
        document: &'a Document,
        context: &'a Context,
    ) -> Self {
        Self { config, form, document, context, shown: RefCell::default() }
    }

    /// The definition and the section's condition: of this form, else of the first form that shows the field.
    fn located(&self, field: &str) -> Option<(Option<&'a Condition>, &'a FieldDef)> {
        let here = self.form.sections.iter().find_map(|section| {
            let found = section.fields.iter().find(|known| known.id == field)?;
            Some((section.condition.as_ref(), found))
        });
        here.or_else(|| {
            let (form, section, found) = self.config.located(self.form.record, self.form.module, field)?;
            Some((form.sections.get(section)?.condition.as_ref(), found))
        })
    }

    pub(crate) fn context(&self) -> &'a Context {
        self.context
    }

    /// Whether a field outside rows is shown.
    pub(crate) fn shows(&self, field: &str) -> bool {
        if let Some(known) = self.shown.borrow().get(field) {
            return *known;
        }
        let shown = self.located(field).is_some_and(|(section, found)| {
            let holds =
                |condition: Option<&Condition>| condition.is_none_or(|condition| self.condition(condition, None));
            !found.off && holds(section) && holds(found.condition.as_ref())
        });
        self.shown.borrow_mut().insert(field.to_owned(), shown);
        shown
    }

    /// Whether a cell of a shown repeat is shown.
    pub(crate) fn shows_cell(&self, repeat: &FieldDef, row: &Row, cell: &FieldDef) -> bool {
        !cell.off && cell.condition.as_ref().is_none_or(|condition| self.condition(condition, Some((repeat, row))))
    }

    /// The options of a field, or of a cell in its row, whose condition does not hold. A chosen one counts all the same in other
    /// conditions, until somebody takes it back.
    pub(crate) fn closed_options(&self, field: &'a FieldDef, at: At<'a>) -> Vec<&'a str> {
        let options = self.config.conditioned_options(field);
        let closed = options.filter(|option| option.condition.as_ref().is_some_and(|it| !self.condition(it, at)));
        closed.map(|option| option.id.as_str()).collect()
    }

    /// What a field outside rows holds, as conditions see it: nothing when it is hidden.
    fn record_field(&self, field: &str) -> Option<Value> {
        if !self.shows(field) {
            return None;
        }
        let (_, found) = self.located(field)?;
        if let FieldKind::Calc { expression, .. } = &found.kind {
            return self.expression(expression, None).and_then(|value| fitting(value, &found.kind));
        }
        self.document.get(field).filter(|value| !value.is_blank()).cloned()
    }

    /// The cell of that name in the row, if the repeat has one.
    fn cell(field: &str, at: At<'a>) -> Option<(&'a FieldDef, &'a Row, &'a FieldDef)> {
        let (repeat, row) = at?;
        let cell = repeat.row_fields().iter().find(|cell| cell.id == field)?;
        Some((repeat, row, cell))
    }

    fn read(&self, field: &str, at: At<'a>) -> Option<Value> {
        match Self::cell(field, at) {
            Some((repeat, row, cell)) => {
                let value = row.fields.get(field).filter(|value| !value.is_blank())?;
                self.shows_cell(repeat, row, cell).then(|| value.clone())
            }
            None => self.record_field(field),
        }
    }

    fn filled(&self, field: &str, at: At<'a>) -> bool {
        let is_repeat = self.located(field).is_some_and(|(_, found)| matches!(found.kind, FieldKind::Repeat(_)));
        if is_repeat && Self::cell(field, at).is_none() {
            return self.shows(field) && self.document.rows_of(field).next().is_some();
        }
        self.read(field, at).is_some()
    }

    pub(crate) fn condition(&self, condition: &Condition, at: At<'a>) -> bool {
        let both = |a: &Expression, b: &Expression| Some((self.expression(a, at)?, self.expression(b, at)?));
        let ordered = |a: &Expression, b: &Expression, fits: fn(Ordering) -> bool| {
            both(a, b).and_then(|(a, b)| order(&a, &b)).is_some_and(fits)
        };
        match condition {
            Condition::Eq(a, b) => both(a, b).is_some_and(|(a, b)| same(&a, &b)),
            Condition::Ne(a, b) => both(a, b).is_none_or(|(a, b)| !same(&a, &b)),
            Condition::Lt(a, b) => ordered(a, b, Ordering::is_lt),
            Condition::Le(a, b) => ordered(a, b, Ordering::is_le),
            Condition::Gt(a, b) => ordered(a, b, Ordering::is_gt),
            Condition::Ge(a, b) => ordered(a, b, Ordering::is_ge),
            Condition::In(a, all) => {
                self.expression(a, at).is_some_and(|a| all.iter().any(|one| same(&a, &literal(one))))
            }
            Condition::AnyOf(a, all) => {
                self.expression(a, at).is_some_and(|a| all.iter().any(|one| holds(&a, &literal(one))))
            }
            Condition::Contains(a, part) => self
                .expression(a, at)
                .and_then(|a| as_text(&a))
                .is_some_and(|text| text.to_lowercase().contains(&part.to_lowercase())),
            Condition::AnyRow { repeat, when } => self.rows_that(repeat, when).next().is_some(),
            Condition::Filled(field) => self.filled(field, at),
            Condition::Empty(field) => !self.filled(field, at),
            Condition::And(all) => all.iter().all(|one| self.condition(one, at)),
            Condition::Or(all) => all.iter().any(|one| self.condition(one, at)),
            Condition::Not(one) => !self.condition(one, at),
            Condition::Complete(form) => self.context.complete.contains(form),
        }
    }

    pub(crate) fn expression(&self, expression: &Expression, at: At<'a>) -> Option<Value> {
        let operation = match expression {
            Expression::Literal(fixed) => return Some(literal(fixed)),
            Expression::Operation(operation) => operation.as_ref(),
        };
        let value = |one: &Expression| self.expression(one, at);
        let number = |one: &Expression| value(one)?.as_number();
        let day = |one: &Expression| as_date(&value(one)?);
        match operation {
            Operation::Field(field) => self.read(field, at),
            Operation::Record(field) => self.record_field(field),
            Operation::Today {} => Some(Value::Date(self.context.today.into())),
            Operation::Me {} => Some(Value::Person(self.context.user)),
            Operation::Add(all) => all.iter().filter_map(number).reduce(i64::saturating_add).map(Value::Number),
            Operation::Multiply(all) => {
                let factors = all.iter().map(number).collect::<Option<Vec<_>>>()?;
                factors.into_iter().reduce(i64::saturating_mul).map(Value::Number)
            }
            Operation::Subtract(a, b) => Some(Value::Number(number(a)?.saturating_sub(number(b)?))),
            Operation::Divide(a, b) => number(a)?.checked_div_euclid(number(b)?).map(Value::Number),
            Operation::If { when, then, otherwise } => value(if self.condition(when, at) { then } else { otherwise }),
            Operation::DaysBetween(a, b) => {
                Some(Value::Number(date::days_between(day(a)?.earliest(), day(b)?.earliest())))
            }
            Operation::Age { born, on } => day(born)?.age_on(day(on)?.earliest()).map(Value::Number),
            Operation::AddDays(from, days) => {
                Some(Value::Date(date::add_days(day(from)?.earliest(), number(days)?).into()))
            }
            Operation::Join { parts, between } => {
                let texts: Vec<String> = parts.iter().filter_map(value).filter_map(|part| as_text(&part)).collect();
                (!texts.is_empty()).then(|| Value::Text(texts.join(between)))
            }
            Operation::Label(field) => self.label(field, at),
            Operation::Least(all) => pick(all.iter().filter_map(value), Ordering::Less),
            Operation::Greatest(all) => pick(all.iter().filter_map(value), Ordering::Greater),
            Operation::Count(field) => {
                let rows = if self.shows(field) { self.document.rows_of(field).count() } else { 0 };
                i64::try_from(rows).ok().map(Value::Number)
            }
            Operation::CountRows { repeat, when } => {
                i64::try_from(self.rows_that(repeat, when).count()).ok().map(Value::Number)
            }
            Operation::SumRows { repeat, value } => self
                .rows(repeat)
                .filter_map(|(repeat, row)| self.expression(value, Some((repeat, row)))?.as_number())
                .reduce(i64::saturating_add)
                .map(Value::Number),
            Operation::Newest { repeat, by, value } => {
                let dated = self.rows(repeat).filter_map(|at| Some((self.read(by, Some(at))?, at)));
                let newest =
                    dated.reduce(
                        |best, next| {
                            if order(&next.0, &best.0).is_some_and(Ordering::is_ge) { next } else { best }
                        },
                    );
                newest.and_then(|(_, at)| self.expression(value, Some(at)))
            }
            Operation::AddMonths(from, months) => {
                Some(Value::Date(date::add_months(day(from)?.earliest(), number(months)?).into()))
            }
            Operation::Average(all) => {
                let numbers: Vec<i64> = all.iter().filter_map(number).collect();
                let count = i64::try_from(numbers.len()).ok().filter(|count| *count > 0)?;
                let sum = numbers.into_iter().reduce(i64::saturating_add)?;
                // Half a step up before rounding down: to the nearest.
                sum.saturating_mul(2).saturating_add(count).checked_div_euclid(count * 2).map(Value::Number)
            }
            Operation::Length(text) => {
                let text = as_text(&value(text)?)?;
                i64::try_from(text.chars().count()).ok().map(Value::Number)
            }
            Operation::Due { clock, level, from } => {
                let level = value(level).and_then(|level| match level {
                    Value::Choice(option) | Value::Text(option) => RiskLevel::from_option(&option),
                    _ => None,
                });
                let due = self.config.clocks().due(clock, level, day(from)?.earliest())?;
                Some(Value::Date(due.into()))
            }
        }
    }

    /// The rows of a shown repeat.
    fn rows(&self, repeat: &str) -> impl Iterator<Item = (&'a FieldDef, &'a Row)> + use<'a> {
        let definition = if self.shows(repeat) { self.located(repeat).map(|(_, found)| found) } else { None };
        let document = self.document;
        definition.into_iter().flat_map(move |found| document.rows_of(&found.id).map(move |row| (found, row)))
    }

    /// Those of them that a condition holds for.
    fn rows_that(&self, repeat: &str, when: &Condition) -> impl Iterator<Item = (&'a FieldDef, &'a Row)> {
        self.rows(repeat).filter(move |at| self.condition(when, Some(*at)))
    }

    fn label(&self, field: &str, at: At<'a>) -> Option<Value> {
        let found =
            Self::cell(field, at).map(|(_, _, cell)| cell).or_else(|| self.located(field).map(|(_, found)| found))?;
        let words = |option: &str| self.config.option_label(found, option, &self.context.language).to_owned();
        match self.read(field, at)? {
            Value::Choice(option) => Some(Value::Text(words(&option))),
            Value::Choices(options) => {
                let all: Vec<String> = options.iter().map(|option| words(option)).collect();
                Some(Value::Text(all.join(", ")))
            }
            _ => None,
        }
    }
}
