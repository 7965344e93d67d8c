//! Buttons.

use yew::prelude::*;

use super::Icon;

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// The one thing to do on this page.
    Main,
    /// Another thing that can be done.
    #[default]
    Plain,
    /// Beside text: no border.
    Quiet,
    /// Takes something away.
    Grave,
}

/// What a [`Button`] needs.
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// Its words; also its accessible name when only the icon shows.
    pub label: AttrValue,
    /// Called on click, Space and Enter.
    #[prop_or_default]
    pub on_press: Callback<()>,
    /// How much it asks for attention.
    #[prop_or_default]
    pub weight: Weight,
    /// A drawing before the words.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Show the drawing alone, the words as tooltip.
    #[prop_or_default]
    pub icon_only: bool,
    /// The drawing after the words: for "next".
    #[prop_or_default]
    pub icon_last: bool,
    /// Lower, for rows of tables.
    #[prop_or_default]
    pub small: bool,
    /// Cannot be pressed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Its work is being done: shown, and further presses are ignored.
    #[prop_or_default]
    pub busy: bool,
    /// Sends the form that it stands in.
    #[prop_or_default]
    pub submits: bool,
    /// Its key, for example `Control+S`; also in the tooltip.
    #[prop_or_default]
    pub keys: Option<AttrValue>,
    /// State of a button that stays pressed.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// The id of the element, for tests and focus.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A button with words, a drawing, or both.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let weight = match props.weight {
        Weight::Main => Some("main"),
        Weight::Plain => None,
        Weight::Quiet => Some("quiet"),
        Weight::Grave => Some("grave"),
    };
    let class = classes!(
        "button",
        weight,
        props.icon_only.then_some("icon-only"),
        props.small.then_some("small"),
        props.icon_last.then_some("icon-last")
    );
    let onclick = {
        let (on_press, busy, submits) = (props.on_press.clone(), props.busy, props.submits);
        Callback::from(move |event: MouseEvent| {
            if busy {
                event.prevent_default();
            } else if !submits {
                on_press.emit(());
            }
        })
    };
    let title = match (&props.keys, props.icon_only) {
        (Some(keys), true) => Some(format!("{} ({keys})", props.label)),
        (Some(keys), false) => Some(keys.to_string()),
        (None, true) => Some(props.label.to_string()),
        (None, false) => None,
    };
    html! {
        <button
            {class} {onclick} {title}
            id={props.id.clone()}
            type={if props.submits { "submit" } else { "button" }}
            disabled={props.disabled}
            aria-busy={props.busy.then_some("true")}
            aria-label={props.icon_only.then(|| props.label.clone())}
            aria-keyshortcuts={props.keys.clone()}
            aria-pressed={props.pressed.map(|pressed| if pressed { "true" } else { "false" })}
        >
            { props.icon.map(Icon::draw) }
            if !props.icon_only { <span>{ &props.label }</span> }
        </button>
    }
}

/// What [`Buttons`] needs.
#[derive(Properties, PartialEq)]
pub struct ButtonsProps {
    /// The buttons, the main one first.
    pub children: Html,
    /// At the far end of the line.
    #[prop_or_default]
    pub at_end: bool,
}

/// Buttons that belong together, in one line that may wrap.
#[component]
pub fn Buttons(props: &ButtonsProps) -> Html {
    html! { <div class={classes!("buttons", props.at_end.then_some("end"))}>{ props.children.clone() }</div> }
}
