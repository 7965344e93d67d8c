//! A question: label, guidance, error, and the input inside.

use yew::prelude::*;

use super::{Icon, use_language, use_own_id};
use amparo_language::words;

/// Whether an answer must be given; said in words beside the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Necessity {
    /// Must be answered.
    Required,
    /// May stay empty, where most others are required.
    Optional,
    /// Nothing is said.
    #[default]
    Unsaid,
}

/// How an input finds its label, help and error. Inputs read it with [`use_field`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FieldWiring {
    /// The id that the input takes.
    pub id: AttrValue,
    /// The ids for `aria-describedby`.
    pub described_by: Option<AttrValue>,
    /// The id of the label, for groups.
    pub labelled_by: Option<AttrValue>,
    /// There is an error.
    pub wrong: bool,
    /// Must be answered.
    pub required: bool,
}

impl FieldWiring {
    /// For `aria-invalid`.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.wrong.then_some("true")
    }

    /// For `aria-required`.
    pub(crate) fn must(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }
}

/// The wiring of the field around this input; with an own id when there is none.
#[hook]
pub fn use_field() -> FieldWiring {
    let own = use_own_id("input");
    use_context::<FieldWiring>().unwrap_or_else(|| FieldWiring { id: own, ..FieldWiring::default() })
}

/// What a [`Field`] needs.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The question.
    pub label: AttrValue,
    /// The input or inputs.
    pub children: Html,
    /// The id of the input; the error summary links to it. Made up when absent.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Guidance below the question.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What is wrong with the answer.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether it must be answered.
    #[prop_or_default]
    pub necessity: Necessity,
    /// Several inputs under one question (radio buttons, the boxes of a date): a fieldset with a legend.
    #[prop_or_default]
    pub group: bool,
    /// As wide as the page.
    #[prop_or_default]
    pub wide: bool,
}

/// A question with its input. The input inside is wired to label, help and error by context.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let language = use_language();
    let own = use_own_id("field");
    let id = props.id.clone().unwrap_or(own);
    let help_id = props.help.as_ref().map(|_| format!("{id}-help"));
    let error_id = props.error.as_ref().map(|_| format!("{id}-error"));
    let described: Vec<String> = [error_id.clone(), help_id.clone()].into_iter().flatten().collect();
    let label_id = format!("{id}-label");
    let wiring = FieldWiring {
        id: id.clone(),
        described_by: (!described.is_empty()).then(|| AttrValue::from(described.join(" "))),
        labelled_by: Some(AttrValue::from(label_id.clone())),
        wrong: props.error.is_some(),
        required: props.necessity == Necessity::Required,
    };
    let mark = match props.necessity {
        Necessity::Required => Some(words::required(&language)),
        Necessity::Optional => Some(words::optional(&language)),
        Necessity::Unsaid => None,
    };
    let label = html! {
        <>
            <span id={label_id}>{ &props.label }</span>
            { mark.map(|mark| html! { <span class="mark">{ mark }</span> }) }
        </>
    };
    let described_by = wiring.described_by.clone();
    let inside = html! {
        <>
            if let Some(help) = &props.help { <p class="help" id={help_id}>{ help }</p> }
            if let Some(error) = &props.error {
                <p class="error" id={error_id}>
                    { Icon::CircleAlert.draw() }
                    <span><span class="only-read-aloud">{ words::error_word(&language) }{ ": " }</span>{ error }</span>
                </p>
            }
            <ContextProvider<FieldWiring> context={wiring}>{ props.children.clone() }</ContextProvider<FieldWiring>>
        </>
    };
    let class = classes!("field", props.wide.then_some("wide"));
    let wrong = props.error.is_some().then_some("true");
    if props.group {
        html! {
            <fieldset {class} {id} data-wrong={wrong} aria-describedby={described_by}>
                <legend>{ label }</legend>
                { inside }
            </fieldset>
        }
    } else {
        html! { <div {class} data-wrong={wrong}><label class="label" for={id}>{ label }</label>{ inside }</div> }
    }
}

/// What an [`Answer`] needs.
#[derive(Properties, PartialEq)]
pub struct AnswerProps {
    /// The question.
    pub label: AttrValue,
    /// The answer in words; empty shows as "not answered".
    #[prop_or_default]
    pub text: AttrValue,
    /// In place of plain words: tags, a list, a photo.
    #[prop_or_default]
    pub children: Html,
}

/// A question with its answer as text: what cannot be changed is not a greyed-out box.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let language = use_language();
    let has_children = props.children != Html::default();
    html! {
        <div class="field">
            <span class="label">{ &props.label }</span>
            if has_children {
                <div class="answer">{ props.children.clone() }</div>
            } else if props.text.is_empty() {
                <p class="answer blank">{ words::not_answered(&language) }</p>
            } else {
                <p class="answer" dir="auto">{ &props.text }</p>
            }
        </div>
    }
}
