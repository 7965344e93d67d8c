//! What follows from a document: what is shown, worked out, wrong, missing, and how far each section is. Pure; the same engine
//! as in the office, which has the last word when it saves.

use super::forms::Forms;
use amparo_forms::{Context, Finding, FindingCode, Mode, SectionProgress, Visible};
use amparo_model::form::FormDef;
use amparo_model::value::{Document, FieldId, Path, RowId, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One form held against a document.
#[derive(Clone, PartialEq)]
pub struct CheckedForm {
    /// Its id.
    pub form: &'static str,
    /// What is shown.
    pub visible: Visible,
    /// Required but blank, in the order of the form.
    pub missing: Vec<Finding>,
    /// What is there but cannot be, or should be looked at.
    pub wrong: Vec<Finding>,
    /// How far each section is.
    pub progress: Vec<SectionProgress>,
    /// What its calculated fields say.
    pub calculated: BTreeMap<Path, Value>,
}

/// Forms of a record held against its document: those that somebody looks at, not all that there are. What was worked out for a form
/// that is not looked at any more stays until it is looked at again.
#[derive(Clone, PartialEq, Default)]
pub struct Checked {
    forms: BTreeMap<&'static str, Rc<CheckedForm>>,
}

impl Checked {
    /// Holds a document against some forms.
    #[must_use]
    pub fn of<'a>(
        forms: Forms,
        wanted: impl IntoIterator<Item = &'a &'static FormDef>,
        document: &Document,
        context: &Context,
    ) -> Self {
        let mut checked = Self::default();
        for form in wanted {
            checked.look_at(forms, form, document, context);
        }
        checked
    }

    /// Holds a document against one form again.
    pub fn look_at(&mut self, forms: Forms, form: &'static FormDef, document: &Document, context: &Context) {
        let configuration = forms.configuration;
        let all = configuration.validate(form, document, context, Mode::Complete);
        let (missing, wrong) = all.into_iter().partition(|finding| finding.code == FindingCode::Missing);
        let checked = CheckedForm {
            form: &form.id,
            visible: configuration.visible(form, document, context),
            missing,
            wrong,
            progress: configuration.progress(form, document, context),
            calculated: configuration.calculate(form, document, context),
        };
        self.forms.insert(&form.id, checked.into());
    }

    /// One form, when somebody looked at it.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&CheckedForm> {
        self.forms.get(id).map(|checked| &**checked)
    }

    /// What a calculated field says, in any form that was looked at.
    #[must_use]
    pub fn calculated(&self, path: &Path) -> Option<&Value> {
        self.forms.values().find_map(|form| form.calculated.get(path))
    }
}

impl CheckedForm {
    /// Required answers given, and required in all.
    #[must_use]
    pub fn filled(&self) -> (usize, usize) {
        self.progress.iter().fold((0, 0), |(filled, of), section| (filled + section.filled, of + section.required))
    }

    /// What keeps the form from being complete, in its order: blank ones and errors, not doubts.
    #[must_use]
    pub fn in_the_way(&self, form: &FormDef) -> Vec<&Finding> {
        let order: BTreeMap<&FieldId, usize> =
            form.fields().enumerate().map(|(place, field)| (&field.id, place)).collect();
        let heavy = self.wrong.iter().filter(|finding| finding.code.weight() == amparo_forms::Weight::Error);
        let mut all: Vec<&Finding> = self.missing.iter().chain(heavy).collect();
        all.sort_by_key(|finding| {
            order.iter().find(|(field, _)| field.as_str() == finding.path.field()).map(|(_, place)| *place)
        });
        all
    }
}

/// What some forms propose for blank fields.
#[must_use]
pub fn proposed<'a>(
    forms: Forms,
    wanted: impl IntoIterator<Item = &'a &'static FormDef>,
    document: &Document,
    context: &Context,
) -> Vec<(Path, Value)> {
    wanted.into_iter().flat_map(|form| forms.configuration.defaults(form, document, context)).collect()
}

/// What a form proposes for the cells of a row that is about to be added.
#[must_use]
pub fn proposed_in_row(
    forms: Forms,
    document: &Document,
    repeat: &str,
    row: RowId,
    context: &Context,
) -> BTreeMap<FieldId, Value> {
    let mut with_row = document.clone();
    with_row.rows.entry(repeat.to_owned()).or_default().push(row);
    let asking: Vec<&'static FormDef> = forms.all().filter(|form| form.field(repeat).is_some()).take(1).collect();
    let all = proposed(forms, &asking, &with_row, context).into_iter();
    all.filter_map(|(path, value)| match path {
        Path::Cell(field, at, cell) if field == repeat && at == row => Some((cell, value)),
        _ => None,
    })
    .collect()
}

/// Every place that a document names.
#[must_use]
pub fn places_in(document: &Document) -> BTreeSet<amparo_model::ids::PlaceId> {
    let cells = document.rows.values().flat_map(|rows| rows.iter()).flat_map(|row| row.fields.values());
    document
        .fields
        .values()
        .chain(cells)
        .filter_map(|value| if let Value::Place(place) = value { Some(*place) } else { None })
        .collect()
}

/// The id of the element in which a field or cell is answered: `field-sex`, and for cells `field-members-2-name` (the second row).
#[must_use]
pub fn element_id(document: &Document, path: &Path) -> String {
    let place =
        |field: &str, row: RowId| document.rows_of(field).position(|one| one.id == row).map_or(0, |place| place + 1);
    match path {
        Path::Field(field) => format!("field-{field}"),
        Path::Row(field, row) => format!("field-{field}-{}", place(field, *row)),
        Path::Cell(field, row, cell) => format!("field-{field}-{}-{cell}", place(field, *row)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::screens::case::ground::a_context as context;
    use amparo_model::ids::PersonId;
    use amparo_model::record::RecordType;

    fn forms() -> Forms {
        Forms::of(RecordType::CASE)
    }
    fn checked(document: &Document) -> Checked {
        Checked::of(forms(), &forms().first(), document, &context())
    }

    #[test]
    fn only_forms_that_somebody_looks_at_are_worked_out() {
        let mut checked = checked(&Document::default());
        assert!(checked.form("consent").is_some() && checked.form("assessment").is_none());
        let before = checked.clone();
        checked.look_at(forms(), forms().form("assessment").unwrap(), &Document::default(), &context());
        assert!(checked.form("assessment").is_some());
        assert!(checked.form("consent") == before.form("consent"));
    }

    #[test]
    fn a_new_case_proposes_today_and_the_person_who_works() {
        let all: BTreeMap<Path, Value> =
            proposed(forms(), &forms().first(), &Document::default(), &context()).into_iter().collect();
        let today = Value::Date("2026-11-22".parse().unwrap());
        assert!(all.get(&Path::Field("form_date".into())) == Some(&today));
        assert!(all.get(&Path::Field("caseworker".into())) == Some(&Value::Person(PersonId::from_random([1; 16]))));
    }

    #[test]
    fn a_new_row_proposes_only_its_own_cells() {
        let row = RowId::from_random([2; 16]);
        let cells = proposed_in_row(forms(), &Document::default(), "share_with", row, &context());
        assert_eq!(cells.keys().collect::<Vec<_>>(), ["answered_on"]);
    }

    #[test]
    fn what_is_in_the_way_of_complete_comes_in_the_order_of_the_form() {
        let checked = checked(&Document::default());
        let form = forms().form("consent").unwrap();
        let fields: Vec<&str> =
            checked.form("consent").unwrap().in_the_way(form).iter().map(|finding| finding.path.field()).collect();
        assert_eq!(fields.first(), Some(&"form_date"));
        let place = |id: &str| form.fields().position(|field| field.id == id);
        assert!(fields.windows(2).all(|pair| place(pair[0]) <= place(pair[1])), "{fields:?}");
    }

    #[test]
    fn a_doubt_is_told_but_is_not_in_the_way() {
        let mut document = Document::default();
        document.set("dob", Value::Date("2014".parse().unwrap()));
        document.set("age", Value::Number(5));
        let checked = checked(&document);
        let age = Path::Field("age".into());
        let form = forms().form("registration").unwrap();
        let found = checked.form("registration").unwrap().wrong.iter().find(|finding| finding.path == age);
        assert_eq!(found.unwrap().code, FindingCode::AgeDisagrees);
        assert!(checked.form("registration").unwrap().in_the_way(form).iter().all(|finding| finding.path != age));
    }

    #[test]
    fn cells_are_named_by_the_place_of_their_row() {
        let mut document = Document::default();
        let rows = document.rows.entry("members".into()).or_default();
        rows.push(RowId::from_random([1; 16]));
        rows.push(RowId::from_random([2; 16]));
        let path = Path::Cell("members".into(), RowId::from_random([2; 16]), "name".into());
        assert_eq!(element_id(&document, &path), "field-members-2-name");
        assert_eq!(element_id(&document, &Path::Field("sex".into())), "field-sex");
    }
}
