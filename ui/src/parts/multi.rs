//! Several answers of a list.

use amparo_language::words;
use amparo_matching::fold;
use yew::prelude::*;

use super::{Icon, Opt, TextInput, use_field, use_language};

/// More options than this get a search box above them.
const WITHOUT_SEARCH: usize = 12;

/// What a [`Multi`] needs.
#[derive(Properties, PartialEq)]
pub struct MultiProps {
    /// The options, in order.
    pub options: Vec<Opt>,
    /// The codes that are chosen, in the order of choosing.
    pub values: Vec<AttrValue>,
    /// The new set of codes.
    pub on_change: Callback<Vec<AttrValue>>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// Check boxes; with many options also a search box, and what is chosen stands above as chips that can be taken away.
/// Goes into a `Field` with `group`.
#[component]
pub fn Multi(props: &MultiProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let wanted = use_state(String::new);
    let long = props.options.len() > WITHOUT_SEARCH;
    let folded = fold(&wanted);
    let shown =
        props.options.iter().filter(|option| !long || folded.is_empty() || fold(&option.label).contains(&folded));

    let toggled = |code: &AttrValue| {
        let mut values = props.values.clone();
        if let Some(place) = values.iter().position(|value| value == code) {
            values.remove(place);
        } else {
            values.push(code.clone());
        }
        values
    };
    let check = |option: &Opt| {
        let values = toggled(&option.code);
        let onchange = props.on_change.reform(move |_: Event| values.clone());
        html! {
            <label class="option" key={option.code.to_string()}>
                <input type="checkbox" checked={props.values.contains(&option.code)} disabled={props.disabled} {onchange} />
                <span>
                    { &option.label }
                    if let Some(hint) = &option.hint { <span class="hint">{ hint }</span> }
                </span>
            </label>
        }
    };
    let chip = |option: &Opt| {
        let values = toggled(&option.code);
        let onclick = props.on_change.reform(move |_: MouseEvent| values.clone());
        html! {
            <li class="chip" key={option.code.to_string()}>
                { &option.label }
                <button type="button" {onclick} disabled={props.disabled} aria-label={words::remove_item(&language, &option.label)}>
                    { Icon::Cross.draw() }
                </button>
            </li>
        }
    };
    let chosen: Vec<&Opt> = props.options.iter().filter(|option| props.values.contains(&option.code)).collect();
    let on_input = {
        let wanted = wanted.clone();
        Callback::from(move |text: String| wanted.set(text))
    };
    let boxes: Html = shown.map(check).collect();
    let nothing = long && boxes == Html::default();
    html! {
        <div class="stack tight" aria-describedby={wiring.described_by.clone()}>
            if long {
                if !chosen.is_empty() { <ul class="chips">{ for chosen.into_iter().map(chip) }</ul> }
                <ContextProvider<super::FieldWiring> context={super::FieldWiring { id: AttrValue::from(format!("{}-search", wiring.id)), ..super::FieldWiring::default() }}>
                    <TextInput value={(*wanted).clone()} {on_input} kind="search" label={words::type_to_search(&language)} disabled={props.disabled} />
                </ContextProvider<super::FieldWiring>>
            }
            <div class={classes!("options", long.then_some("options-box"))}>
                { boxes }
                if nothing { <p class="muted">{ words::nothing_found(&language) }</p> }
            </div>
        </div>
    }
}
