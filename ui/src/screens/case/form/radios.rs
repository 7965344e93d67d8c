//! A few answers of which one is true, as radio buttons with ids that stay the same: `field-sex-female`.

use crate::parts::{Button, Choice, Opt, Weight, use_field, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What [`Radios`] needs.
#[derive(Properties, PartialEq)]
pub struct RadiosProps {
    /// The answers, in order.
    pub options: Vec<Opt>,
    /// The code of the answer given.
    pub value: Option<AttrValue>,
    /// A new answer; `None` when it was taken back.
    pub on_choose: Callback<Option<AttrValue>>,
    /// Beside each other: for short words.
    #[prop_or_default]
    pub side_by_side: bool,
}

/// Radio buttons. They go into a `Field` with `group`, whose id becomes the beginning of theirs.
#[component]
pub fn Radios(props: &RadiosProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let radio = |option: &Opt| {
        let code = option.code.clone();
        let onchange = props.on_choose.reform(move |_: Event| Some(code.clone()));
        html! {
            <label class="option" key={option.code.to_string()}>
                <input
                    type="radio"
                    id={format!("{}-{}", wiring.id, option.code)}
                    name={wiring.id.clone()}
                    value={option.code.clone()}
                    checked={props.value.as_ref() == Some(&option.code)}
                    {onchange}
                />
                <span>{ &option.label }</span>
            </label>
        }
    };
    html! {
        <div
            class={classes!("options", props.side_by_side.then_some("side-by-side"))}
            role="radiogroup"
            aria-labelledby={wiring.labelled_by.clone()}
            aria-describedby={wiring.described_by.clone()}
            aria-invalid={wiring.wrong.then_some("true")}
            aria-required={wiring.required.then_some("true")}
        >
            { for props.options.iter().map(radio) }
            if props.value.is_some() {
                <Button label={words::clear(&language)} weight={Weight::Quiet} small=true on_press={props.on_choose.reform(|()| None)} />
            }
        </div>
    }
}

/// Up to this many answers stand open; more become a drop-down list.
pub const OPEN: usize = 7;

/// One of several answers: radio buttons, or a drop-down list when there are more than seven. The field around it is a `group` in
/// the first case only.
#[component]
pub fn Pick(props: &RadiosProps) -> Html {
    let RadiosProps { options, value, on_choose, side_by_side } = props;
    if options.len() > OPEN {
        html! { <Choice options={options.clone()} value={value.clone()} on_choose={on_choose.clone()} /> }
    } else {
        html! { <Radios options={options.clone()} value={value.clone()} on_choose={on_choose.clone()} side_by_side={*side_by_side} /> }
    }
}
