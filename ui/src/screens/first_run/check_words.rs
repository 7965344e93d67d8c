//! Some words of the sheet, typed back: it was written down, and rightly.

use super::wizard::RecoverySheet;
use crate::parts::{Button, Buttons, ErrorSummary, Field, TextInput, Weight, Wrong, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub(super) struct CheckWordsProps {
    pub(super) sheet: RecoverySheet,
    pub(super) on_back: Callback<()>,
    /// The words, in the order that was asked for.
    pub(super) on_next: Callback<Vec<String>>,
}

/// The words typed back.
#[component]
pub(super) fn CheckWordsStep(props: &CheckWordsProps) -> Html {
    let language = use_language();
    let typed = use_state(|| vec![String::new(); props.sheet.ask.len()]);
    let turn = use_state(|| 0_u32);

    let fits = |place: usize, position: usize| {
        let expected = position.checked_sub(1).and_then(|index| props.sheet.words.get(index));
        let given = typed.get(place).map(|word| word.trim().to_lowercase());
        expected.zip(given).is_some_and(|(expected, given)| *expected == given)
    };
    let wrong: Vec<Wrong> = props
        .sheet
        .ask
        .iter()
        .enumerate()
        .filter(|(place, position)| !fits(*place, **position))
        .map(|(_, position)| Wrong {
            field: format!("recovery-word-{position}").into(),
            text: format!(
                "{}: {}",
                words::recovery_word_number(&language, &position.to_string()),
                words::recovery_check_wrong(&language)
            )
            .into(),
        })
        .collect();
    let complete = wrong.is_empty();
    let shown = if *turn > 0 { wrong } else { Vec::new() };

    let onsubmit = {
        let (typed, turn, on_next) = (typed.clone(), turn.clone(), props.on_next.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if complete {
                on_next.emit(typed.iter().map(|word| word.trim().to_lowercase()).collect());
            } else {
                turn.set(*turn + 1);
            }
        })
    };
    let field = |(place, position): (usize, &usize)| {
        let id = format!("recovery-word-{position}");
        let error = shown.iter().any(|wrong| wrong.field == id).then(|| words::recovery_check_wrong(&language));
        let on_input = {
            let typed = typed.clone();
            Callback::from(move |text: String| {
                let mut next = (*typed).clone();
                if let Some(word) = next.get_mut(place) {
                    *word = text;
                }
                typed.set(next);
            })
        };
        let value = typed.get(place).cloned().unwrap_or_default();
        html! {
            <Field key={*position} label={words::recovery_word_number(&language, &position.to_string())} {id} error={error.map(AttrValue::from)}>
                <TextInput {value} {on_input} code=true longest=20 first={place == 0} />
            </Field>
        }
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <h1>{ words::recovery_check_title(&language) }</h1>
            <p>{ words::recovery_check_text(&language) }</p>
            <ErrorSummary wrong={shown.clone()} turn={*turn} />
            <div class="grid-2">{ for props.sheet.ask.iter().enumerate().map(field) }</div>
            <Buttons>
                <Button id="first-run-next" submits=true weight={Weight::Main} label={words::next(&language)} />
                <Button id="first-run-back" label={words::recovery_look_again(&language)} on_press={props.on_back.clone()} />
            </Buttons>
        </form>
    }
}
