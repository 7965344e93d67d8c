//! Answers that are typed: text, numbers, dates.

use super::InputProps;
use crate::parts::{DateInput, DateWrong, TextArea, TextInput, use_language};
use crate::screens::case::edit::Edit;
use amparo_language::{read_digits, words};
use amparo_model::date::PartialDate;
use amparo_model::form::{FieldKind, SearchedAs};
use amparo_model::value::Value;
use yew::prelude::*;

/// The longest texts that the form engine lets pass.
const LINE: u32 = 500;
const NARRATIVE: u32 = 50_000;

/// One line or several paragraphs.
#[component]
pub fn Text(props: &InputProps) -> Html {
    let on_input = props.set().reform(|text: String| (!text.is_empty()).then_some(Value::Text(text)));
    let value = props.value.as_ref().and_then(Value::as_text).unwrap_or_default().to_owned();
    if matches!(props.def.0.kind, FieldKind::LongText) {
        return html! { <TextArea {value} {on_input} longest={NARRATIVE} /> };
    }
    match props.def.0.searched_as {
        Some(SearchedAs::Phone) => html! { <TextInput {value} {on_input} longest={LINE} code=true kind="tel" /> },
        Some(SearchedAs::Number) => html! { <TextInput {value} {on_input} longest={LINE} code=true /> },
        _ => html! { <TextInput {value} {on_input} longest={LINE} /> },
    }
}

/// A whole number, in the digits of any script.
#[component]
pub fn WholeNumber(props: &InputProps) -> Html {
    let language = use_language();
    let shown = |value: Option<i64>| {
        value.map(|number| amparo_language::with_digits(&language, &number.to_string())).unwrap_or_default()
    };
    let number = props.value.as_ref().and_then(Value::as_number);
    let typed = use_state(|| shown(number));
    {
        // A number that came from outside (undo, a draft, the date of birth) replaces what stands in the box.
        let (typed, shown) = (typed.clone(), shown(number));
        use_effect_with(number, move |number| {
            if read(&typed).ok().flatten() != *number {
                typed.set(shown);
            }
        });
    }
    let on_input = {
        let (typed, path, on_edit) = (typed.clone(), props.path.clone(), props.on_edit.clone());
        let said = words::finding_not_a_number(&language);
        Callback::from(move |text: String| {
            match read(&text) {
                Ok(number) => on_edit.emit(Edit::Set(path.clone(), number.map(Value::Number))),
                Err(()) => {
                    on_edit.emit(Edit::Set(path.clone(), None));
                    on_edit.emit(Edit::Unread(path.clone(), Some(said.clone())));
                }
            }
            typed.set(text);
        })
    };
    html! { <TextInput value={(*typed).clone()} {on_input} short=true keyboard="numeric" longest=12 /> }
}

/// What a person typed as a number; `Ok(None)` when nothing stands there.
fn read(text: &str) -> Result<Option<i64>, ()> {
    let digits = read_digits(text.trim());
    if digits.is_empty() { Ok(None) } else { digits.parse().map(Some).map_err(|_| ()) }
}

/// A date as exact as it is known.
#[component]
pub fn Day(props: &InputProps) -> Html {
    let language = use_language();
    let on_change = {
        let (path, on_edit) = (props.path.clone(), props.on_edit.clone());
        Callback::from(move |typed: Result<Option<PartialDate>, DateWrong>| match typed {
            Ok(day) => on_edit.emit(Edit::Set(path.clone(), day.map(Value::Date))),
            Err(wrong) => {
                on_edit.emit(Edit::Set(path.clone(), None));
                on_edit.emit(Edit::Unread(path.clone(), Some(wrong.said(&language))));
            }
        })
    };
    html! { <DateInput value={props.value.as_ref().and_then(Value::as_date)} {on_change} /> }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_are_read_in_any_digits_and_words_are_not_numbers() {
        assert_eq!(read(" ١٢ "), Ok(Some(12)));
        assert_eq!(read("7"), Ok(Some(7)));
        assert_eq!(read("  "), Ok(None));
        assert_eq!(read("twelve"), Err(()));
        assert_eq!(read("1.5"), Err(()));
    }
}
