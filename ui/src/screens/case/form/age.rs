//! Age and date of birth: each helps to fill the other, and says when it is an estimate.

use super::InputProps;
use crate::parts::{Button, Icon, Weight, use_language};
use crate::screens::case::edit::Edit;
use crate::screens::case::forms::Forms;
use crate::screens::case::machine::today;
use amparo_forms::Context;
use amparo_language::words;
use amparo_model::date::{PartialDate, Precision};
use amparo_model::form::{Check, FieldDef};
use amparo_model::value::{Document, Path, Value, YesNo};
use yew::prelude::*;

/// The date of birth with which an age must agree.
#[must_use]
pub fn birth_of(age: &FieldDef) -> Option<&str> {
    age.checks
        .iter()
        .find_map(|check| if let Check::AgreesWithBirth(birth) = check { Some(birth.as_str()) } else { None })
}

/// What follows when a date of birth was written and the age is blank: the age, and that it is no estimate when the day is known.
#[must_use]
pub fn follows(forms: Forms, document: &Document, left: &Path, context: &Context) -> Vec<(Path, Value)> {
    let Path::Field(birth) = left else { return Vec::new() };
    let Some(born) = document.get(birth).and_then(Value::as_date) else { return Vec::new() };
    let Some(age) = forms.asked().map(|(.., field)| field).find(|field| birth_of(field) == Some(birth)) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    if document.get(&age.id).is_none()
        && let Some(years) = born.age_on(context.today)
    {
        all.push((Path::Field(age.id.clone()), Value::Number(years)));
    }
    let estimated = estimated_of(age);
    let known = forms.field(&estimated).is_some();
    if born.precision() == Precision::Day && known && document.get(&estimated).is_none() {
        all.push((Path::Field(estimated), Value::YesNo(YesNo::No)));
    }
    all
}

/// The question whether an age is an estimate.
fn estimated_of(age: &FieldDef) -> String {
    format!("{}_estimated", age.id)
}

/// What [`FromAge`] needs.
#[derive(Properties, PartialEq)]
pub struct FromAgeProps {
    /// The age.
    pub input: InputProps,
    /// The date of birth is blank: it can be filled from the age.
    pub birth_is_blank: bool,
}

/// Offers the year of birth that an age means, marked as an estimate.
#[component]
pub fn FromAge(props: &FromAgeProps) -> Html {
    let language = use_language();
    let InputProps { def, value, on_edit, .. } = &props.input;
    let age = value.as_ref().and_then(Value::as_number).filter(|age| (0..=130).contains(age));
    let (Some(age), Some(birth), true) = (age, birth_of(def.0), props.birth_is_blank) else { return Html::default() };
    let year = i64::from(today().year()) - age;
    let Some(born) = i16::try_from(year).ok().and_then(|year| PartialDate::year(year).ok()) else {
        return Html::default();
    };
    let both = vec![
        (Path::Field(birth.to_owned()), Value::Date(born)),
        (Path::Field(estimated_of(def.0)), Value::YesNo(YesNo::Yes)),
    ];
    let label = words::age_to_birth(&language, &amparo_language::with_digits(&language, &year.to_string()));
    html! {
        <div><Button
            small=true weight={Weight::Quiet} icon={Icon::Calendar} {label}
            on_press={on_edit.reform(move |()| Edit::SetAll(both.clone()))}
        /></div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::ids::PersonId;
    use amparo_model::record::RecordType;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    fn after(birth: &str, born: &str, more: &[(&str, Value)]) -> Vec<(Path, Value)> {
        let mut document = Document::default();
        born.parse().ok().map(Value::Date).into_iter().for_each(|born| document.set(birth, born));
        more.iter().for_each(|(field, value)| document.set(field, value.clone()));
        let context = Context {
            today: date(2026, 11, 22),
            user: PersonId::from_random([1; 16]),
            language: "en".into(),
            complete: BTreeSet::new(),
        };
        follows(Forms::of(RecordType::CASE), &document, &Path::Field(birth.into()), &context)
    }

    #[test]
    fn a_known_day_gives_the_age_and_says_that_it_is_no_estimate() {
        let all = after("dob", "2014-03-05", &[]);
        assert!(
            all == [
                (Path::Field("age".into()), Value::Number(12)),
                (Path::Field("age_estimated".into()), Value::YesNo(YesNo::No))
            ]
        );
    }

    #[test]
    fn a_year_alone_gives_an_age_and_leaves_the_question_of_the_estimate_open() {
        assert!(after("dob", "2014", &[]) == [(Path::Field("age".into()), Value::Number(11))]);
    }

    #[test]
    fn an_age_that_was_said_is_never_replaced() {
        let said = [("age", Value::Number(9)), ("age_estimated", Value::YesNo(YesNo::Yes))];
        assert!(after("dob", "2014-03-05", &said).is_empty());
    }

    #[test]
    fn the_caregivers_birth_gives_the_caregivers_age() {
        let all = after("caregiver_dob", "1980", &[]);
        assert!(all == [(Path::Field("caregiver_age".into()), Value::Number(45))]);
        assert!(after("form_date", "2026-11-22", &[]).is_empty());
    }
}
