//! A condition or calculation as its text, with what is wrong with it told under it.

use crate::parts::{Field, TextArea, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What a [`TextBox`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct TextBoxProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// The text of what stands there.
    pub(super) text: String,
    /// Takes what was typed; says what is wrong with it, if anything is.
    pub(super) take: Callback<String, Option<String>>,
}

/// The text.
#[component]
pub(super) fn TextBox(props: &TextBoxProps) -> Html {
    let language = use_language();
    let typed = use_state(|| props.text.clone());
    let wrong = use_state(|| None::<String>);
    // What this box gave last: it must not be laid out anew while somebody types.
    let given = use_mut_ref(|| props.text.clone());
    {
        let (typed, wrong, given) = (typed.clone(), wrong.clone(), given.clone());
        use_effect_with(props.text.clone(), move |text| {
            let same = |a: &str, b: &str| {
                let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
                a == b || (read(a).is_some() && read(a) == read(b))
            };
            if !same(text, &given.borrow()) {
                typed.set(text.clone());
                wrong.set(None);
                text.clone_into(&mut given.borrow_mut());
            }
        });
    }
    let on_input = {
        let (typed, wrong, take) = (typed.setter(), wrong.setter(), props.take.clone());
        Callback::from(move |text: String| {
            text.clone_into(&mut given.borrow_mut());
            wrong.set(take.emit(text.clone()));
            typed.set(text);
        })
    };
    let error = wrong.as_ref().map(|wrong| AttrValue::from(words::shape_text_wrong(&language, wrong)));
    html! {
        <div class="as-text" dir="ltr">
            <Field id={props.id.clone()} label={words::shape_text_of(&language, &props.label)} {error}>
                <TextArea value={(*typed).clone()} {on_input} lines=5 longest=20000 />
            </Field>
        </div>
    }
}
