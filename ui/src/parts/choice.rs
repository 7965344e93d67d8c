//! One answer of several, and yes or no.

use amparo_language::words;
use amparo_model::value::YesNo;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Button, Weight, use_field, use_language, use_own_id};

/// An option of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opt {
    /// What is stored.
    pub code: AttrValue,
    /// What is shown.
    pub label: AttrValue,
    /// An explanation below it.
    pub hint: Option<AttrValue>,
}

impl Opt {
    /// An option without explanation.
    #[must_use]
    pub fn new(code: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { code: code.into(), label: label.into(), hint: None }
    }
}

/// Up to this many options stand open as radio buttons; more become a drop-down list.
const OPEN_OPTIONS: usize = 7;

/// What a [`Choice`] needs.
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The options, in order.
    pub options: Vec<Opt>,
    /// The code that is chosen.
    pub value: Option<AttrValue>,
    /// A new choice; `None` when it was taken back.
    pub on_choose: Callback<Option<AttrValue>>,
    /// Beside each other: for two or three short words.
    #[prop_or_default]
    pub side_by_side: bool,
    /// What stands there while nothing is chosen; "choose one" when absent.
    #[prop_or_default]
    pub unchosen: Option<AttrValue>,
    /// An answer that was given cannot be taken back.
    #[prop_or_default]
    pub keeps: bool,
    /// A drop-down list, however few there are: in a row of filters.
    #[prop_or_default]
    pub folded: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// The accessible name where no field stands around.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// One of several options: radio buttons in the field's fieldset, or a drop-down list when there are more than seven.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let name = use_own_id("choice");
    if props.options.len() > OPEN_OPTIONS || props.folded {
        let onchange = props.on_choose.reform(|event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            (!code.is_empty()).then(|| AttrValue::from(code))
        });
        let unchosen = || props.unchosen.clone().unwrap_or_else(|| words::choose_one(&language).into());
        let empty = if props.keeps && props.value.is_some() { None } else { Some(unchosen()) };
        return html! {
            <select
                class="input"
                id={wiring.id.clone()}
                disabled={props.disabled}
                aria-label={props.label.clone()}
                aria-describedby={wiring.described_by.clone()}
                aria-invalid={wiring.invalid()}
                aria-required={wiring.must()}
                {onchange}
            >
                if let Some(empty) = empty { <option value="" selected={props.value.is_none()}>{ empty }</option> }
                { for props.options.iter().map(|option| html! {
                    <option value={option.code.clone()} selected={props.value.as_ref() == Some(&option.code)}>{ &option.label }</option>
                }) }
            </select>
        };
    }
    let radio = |option: &Opt| {
        let code = option.code.clone();
        let onchange = props.on_choose.reform(move |_: Event| Some(code.clone()));
        html! {
            <label class="option" key={option.code.to_string()}>
                <input
                    type="radio"
                    name={name.clone()}
                    value={option.code.clone()}
                    checked={props.value.as_ref() == Some(&option.code)}
                    disabled={props.disabled}
                    {onchange}
                />
                <span>
                    { &option.label }
                    if let Some(hint) = &option.hint { <span class="hint">{ hint }</span> }
                </span>
            </label>
        }
    };
    let clear = props.on_choose.reform(|()| None);
    let class = classes!("options", props.side_by_side.then_some("side-by-side"));
    html! {
        <div
            {class}
            role="radiogroup"
            aria-labelledby={wiring.labelled_by.clone()}
            aria-label={props.label.clone()}
            aria-describedby={wiring.described_by.clone()}
            aria-invalid={wiring.invalid()}
            aria-required={wiring.must()}
        >
            { for props.options.iter().map(radio) }
            if !props.keeps && !props.disabled && props.value.is_some() {
                <Button label={words::clear(&language)} weight={Weight::Quiet} small=true on_press={clear} />
            }
        </div>
    }
}

/// What a [`YesNoInput`] needs.
#[derive(Properties, PartialEq)]
pub struct YesNoProps {
    /// The answer; `None` is "not asked".
    pub value: Option<YesNo>,
    /// A new answer.
    pub on_choose: Callback<Option<YesNo>>,
    /// Also offers "unknown".
    #[prop_or(true)]
    pub may_be_unknown: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// Yes, no, and where it makes sense unknown. Goes into a `Field` with `group`.
#[component]
pub fn YesNoInput(props: &YesNoProps) -> Html {
    let language = use_language();
    let mut options =
        vec![Opt::new(YesNo::Yes.as_str(), words::yes(&language)), Opt::new(YesNo::No.as_str(), words::no(&language))];
    if props.may_be_unknown {
        options.push(Opt::new(YesNo::Unknown.as_str(), words::unknown(&language)));
    }
    let on_choose = props.on_choose.reform(|code: Option<AttrValue>| {
        [YesNo::Yes, YesNo::No, YesNo::Unknown].into_iter().find(|answer| code.as_deref() == Some(answer.as_str()))
    });
    let value = props.value.map(|answer| AttrValue::Static(answer.as_str()));
    html! { <Choice {options} {value} {on_choose} side_by_side=true disabled={props.disabled} /> }
}
