//! A date in three boxes, as exact as it is known.
//!
//! Not the web view's date picker: that of WebKitGTK is incomplete, and nobody picks a birth date of 2014 in a calendar.

use amparo_language::{Language, read_month, words};
use amparo_model::date::{DateProblem, PartialDate};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{leaves, use_field, use_language};

/// Why what stands in the boxes is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWrong {
    /// The calendar has no such date, or a part is missing.
    NotADate(DateProblem),
    /// The whole date is needed here.
    NotExact,
}

impl DateWrong {
    /// What to say to the person.
    #[must_use]
    pub fn said(self, language: &Language) -> String {
        match self {
            Self::NotADate(DateProblem::Day) => words::date_not_a_day(language),
            Self::NotADate(DateProblem::Month) => words::date_not_a_month(language),
            Self::NotADate(DateProblem::NoYear) => words::date_needs_year(language),
            Self::NotADate(DateProblem::DayWithoutMonth) => words::date_needs_month(language),
            Self::NotADate(DateProblem::Year | DateProblem::Shape) => words::date_not_a_year(language),
            Self::NotExact => words::date_needs_all(language),
        }
    }
}

/// What stands in the boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    day: String,
    month: String,
    year: String,
}

impl Typed {
    fn of(date: Option<PartialDate>, language: &Language) -> Self {
        let Some((year, month, day)) = date.map(PartialDate::parts) else { return Self::default() };
        let digits = |number: String| amparo_language::with_digits(language, &number);
        Self {
            day: day.map(|day| digits(day.to_string())).unwrap_or_default(),
            month: month.and_then(|month| amparo_language::month_name(language, month)).unwrap_or_default(),
            year: digits(year.to_string()),
        }
    }

    fn read(&self, exact: bool) -> Result<Option<PartialDate>, DateWrong> {
        let (day, month, year) = (self.day.trim(), self.month.trim(), self.year.trim());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        let number = if month.is_empty() {
            String::new()
        } else {
            read_month(month).ok_or(DateWrong::NotADate(DateProblem::Month))?.to_string()
        };
        let date = PartialDate::from_typed(year, &number, day).map_err(DateWrong::NotADate)?;
        if exact && date.exact().is_none() { Err(DateWrong::NotExact) } else { Ok(Some(date)) }
    }
}

/// What a [`DateInput`] needs.
#[derive(Properties, PartialEq)]
pub struct DateProps {
    /// The date.
    pub value: Option<PartialDate>,
    /// After each change: the date, none, or what is wrong. Show the last only when the field has been left.
    pub on_change: Callback<Result<Option<PartialDate>, DateWrong>>,
    /// The keyboard left the three boxes.
    #[prop_or_default]
    pub on_leave: Callback<()>,
    /// The whole date is needed: day, month and year.
    #[prop_or_default]
    pub exact: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// Day, month and year. The month may be a number or a name in any of the languages; digits of any script. Goes into a
/// `Field` with `group`.
#[component]
pub fn DateInput(props: &DateProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let typed = use_state(|| Typed::of(props.value, &language));
    {
        // A date that came from outside (undo, a draft) replaces what stands in the boxes; our own typing does not.
        let typed = typed.clone();
        use_effect_with((props.value, language), move |(value, language)| {
            if typed.read(false).ok().flatten() != *value {
                typed.set(Typed::of(*value, language));
            }
        });
    }
    {
        // Another language writes the month in its own word.
        let (typed, value) = (typed.clone(), props.value);
        use_effect_with(language, move |language| {
            if typed.read(false).ok().flatten() == value {
                typed.set(Typed::of(value, language));
            }
        });
    }
    let change = |part: fn(&mut Typed) -> &mut String| {
        let (typed, on_change, exact) = (typed.clone(), props.on_change.clone(), props.exact);
        Callback::from(move |event: InputEvent| {
            let mut next = (*typed).clone();
            *part(&mut next) = event.target_unchecked_into::<HtmlInputElement>().value();
            on_change.emit(next.read(exact));
            typed.set(next);
        })
    };
    let boxes = use_node_ref();
    let onfocusout = {
        let (boxes, on_leave) = (boxes.clone(), props.on_leave.clone());
        Callback::from(move |event: FocusEvent| {
            if leaves(&boxes, &event) {
                on_leave.emit(());
            }
        })
    };
    let one = |name: &'static str,
               label: String,
               value: &str,
               longest: &'static str,
               keyboard: &'static str,
               oninput: Callback<InputEvent>| {
        html! {
            <label>
                { label }
                <input
                    class={classes!("input", name)}
                    id={format!("{}-{name}", wiring.id)}
                    type="text"
                    inputmode={keyboard}
                    maxlength={longest}
                    autocomplete="off" spellcheck="false"
                    value={value.to_owned()}
                    disabled={props.disabled}
                    aria-invalid={wiring.invalid()}
                    aria-describedby={wiring.described_by.clone()}
                    {oninput}
                />
            </label>
        }
    };
    html! {
        <div ref={boxes} class="date" {onfocusout}>
            { one("day", words::day(&language), &typed.day, "2", "numeric", change(|typed| &mut typed.day)) }
            { one("month", words::month(&language), &typed.month, "20", "text", change(|typed| &mut typed.month)) }
            { one("year", words::year(&language), &typed.year, "4", "numeric", change(|typed| &mut typed.year)) }
        </div>
    }
}
