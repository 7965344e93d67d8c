//! The quick filter over a list.

use amparo_language::words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Button, Icon, Weight, use_language};

/// A filter that is on or off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterChip {
    /// What the callback names it by.
    pub key: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// It is on.
    pub on: bool,
}

/// What a [`FilterBar`] needs.
#[derive(Properties, PartialEq)]
pub struct FilterBarProps {
    /// What is searched for.
    pub text: AttrValue,
    /// Each change of it.
    pub on_search: Callback<String>,
    /// The filters.
    #[prop_or_default]
    pub chips: Vec<FilterChip>,
    /// A filter was pressed.
    #[prop_or_default]
    pub on_toggle: Callback<AttrValue>,
    /// The id of the search box, for Ctrl+F.
    #[prop_or(AttrValue::Static("filter"))]
    pub id: AttrValue,
    /// What the box searches, read aloud; "search" when absent.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Actions at the end.
    #[prop_or_default]
    pub children: Html,
}

/// A search box, filters to press, actions.
#[component]
pub fn FilterBar(props: &FilterBarProps) -> Html {
    let language = use_language();
    let oninput = props.on_search.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let clear = {
        let (on_search, id) = (props.on_search.clone(), props.id.clone());
        Callback::from(move |()| {
            on_search.emit(String::new());
            super::focus_on(&id);
        })
    };
    let onkeydown = {
        let clear = clear.clone();
        let filled = !props.text.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if filled && event.key() == "Escape" {
                event.stop_propagation();
                clear.emit(());
            }
        })
    };
    let chip = |chip: &FilterChip| {
        let key = chip.key.clone();
        let onclick = props.on_toggle.reform(move |_: MouseEvent| key.clone());
        html! {
            <button type="button" class="chip" key={chip.key.to_string()} {onclick} aria-pressed={if chip.on { "true" } else { "false" }}>
                if chip.on { { Icon::Check.draw() } }
                { &chip.label }
            </button>
        }
    };
    let label = props.label.clone().unwrap_or_else(|| AttrValue::from(words::search(&language)));
    html! {
        <search class="filter-bar">
            <div class="search">
                { Icon::Search.draw() }
                <input
                    class="input" type="search" dir={super::text_input::direction_of(&props.text)} maxlength="200" autocomplete="off" spellcheck="false"
                    id={props.id.clone()} value={props.text.clone()} placeholder={label.clone()} aria-label={label}
                    {oninput} {onkeydown}
                />
            </div>
            if !props.text.is_empty() {
                <Button label={words::clear(&language)} weight={Weight::Quiet} small=true on_press={clear} />
            }
            { for props.chips.iter().map(chip) }
            { props.children.clone() }
        </search>
    }
}
