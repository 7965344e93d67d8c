//! One question with its input. It is drawn again only when something of its own changes, so that a long form types without lag.

use super::age::FromAge;
use super::attachment::{Attachment, Paper};
use super::link::Linking;
use super::people::{Colleague, Organisation};
use super::place::Location;
use super::radios::{OPEN, Pick, Radios};
use super::signature::Signing;
use super::typed::{Day, Text, WholeNumber};
use super::{Def, InputProps};
use crate::parts::{Answer, Field, Icon, Multi, Necessity, Notice, Opt, Tone, use_language};
use crate::screens::case::edit::Edit;
use crate::screens::case::ground::{Ground, use_ground};
use crate::screens::case::say;
use amparo_language::words;
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::value::{Path, Value, YesNo};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What a [`Question`] needs.
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// The program writes it: it is only read here.
    #[prop_or_default]
    pub by_program: bool,
    /// The id of its input.
    pub id: AttrValue,
    /// The question.
    pub def: Def,
    /// Where its answer stands.
    pub path: Path,
    /// The answer.
    pub value: Option<Value>,
    /// What a calculated question says now.
    #[prop_or_default]
    pub calculated: Option<Value>,
    /// Needed for a complete form.
    pub required: bool,
    /// What is wrong, once it may be said.
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// What should be looked at; holds nothing up.
    #[prop_or_default]
    pub doubt: Option<AttrValue>,
    /// The person may not read this part of the record.
    #[prop_or_default]
    pub closed: bool,
    /// Covered until the section is shown.
    #[prop_or_default]
    pub covered: bool,
    /// Options that are not offered with the other answers.
    #[prop_or_default]
    pub without: BTreeSet<String>,
    /// The date of birth that belongs to this age is blank.
    #[prop_or_default]
    pub birth_is_blank: bool,
    /// Something was done.
    pub on_edit: Callback<Edit>,
}

/// A question of any type.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let def = props.def.0;
    let tag = language.tag();
    let label = def.label.get(tag).to_owned();
    let whole = use_node_ref();
    let onfocusout = {
        // Events are caught at the root of the page: only the reference knows which element this question is.
        let (on_edit, path, whole) = (props.on_edit.clone(), props.path.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            let whole = whole.cast::<web_sys::Node>();
            if !whole.is_some_and(|whole| next.is_some() && whole.contains(next.as_ref())) {
                on_edit.emit(Edit::Leave(path.clone()));
            }
        })
    };
    if props.closed {
        return html! { <Answer {label} text={words::field_closed(&language)} /> };
    }
    if props.covered {
        return html! { <Answer {label} text={words::field_covered(&language)} /> };
    }
    // An approval is written by the program: it is read here, like what is worked out.
    if props.by_program {
        let said =
            props.value.as_ref().map(|value| say::value(ground.configuration(), &language, &ground.names, def, value));
        return html! { <div id={props.id.clone()}><Answer {label} text={said.unwrap_or_default()} /></div> };
    }
    if let FieldKind::Calc { .. } = def.kind {
        let text = props
            .calculated
            .as_ref()
            .map(|value| say::value(ground.configuration(), &language, &ground.names, def, value));
        return html! { <div id={props.id.clone()}><Answer {label} text={text.unwrap_or_default()} /></div> };
    }

    let input = InputProps {
        def: props.def,
        path: props.path.clone(),
        value: props.value.clone(),
        on_edit: props.on_edit.clone(),
    };
    let stands_in = match &props.value {
        Some(Value::Choice(option)) => def.stand_ins.iter().find(|stand_in| stand_in.as_str() == option),
        _ => None,
    };
    let help = Some(def.help.get(tag)).filter(|help| !help.is_empty()).map(|help| AttrValue::from(help.to_owned()));
    let guiding = Some(def.guiding.get(tag)).filter(|guiding| !guiding.is_empty());
    let necessity = if props.required { Necessity::Required } else { Necessity::Unsaid };
    let inner = match stands_in {
        Some(stand_in) => {
            let words = ground.configuration().option_label(def, stand_in.as_str(), tag).to_owned();
            html! { <p class="answer">{ words }</p> }
        }
        None => input_for(&ground, &input, &props.without, &language),
    };
    let stand_in = |one: &amparo_model::form::StandIn| {
        let code = one.as_str();
        let on = stands_in == Some(one);
        let value = (!on).then(|| Value::Choice(code.to_owned()));
        let set = input.set();
        let onclick = Callback::from(move |_: MouseEvent| set.emit(value.clone()));
        html! {
            <button
                type="button" class="chip" key={code} id={format!("{}-{code}", props.id)}
                aria-pressed={if on { "true" } else { "false" }} {onclick}
            >
                { on.then(|| Icon::Check.draw()) }
                { ground.configuration().option_label(def, code, tag).to_owned() }
            </button>
        }
    };
    html! {
        <div ref={whole} class="question" {onfocusout}>
            <Field
                id={props.id.clone()} {label} {help} {necessity} error={props.wrong.clone()}
                group={stands_in.is_some() || is_group(&ground, def, props.value.as_ref())}
            >
                if let Some(guiding) = guiding {
                    <details class="guiding small"><summary>{ words::guiding(&language) }</summary><p dir="auto">{ guiding }</p></details>
                }
                { inner }
            </Field>
            if !def.stand_ins.is_empty() {
                <div class="stand-ins" role="group" aria-label={words::stand_ins(&language)}>{ for def.stand_ins.iter().map(stand_in) }</div>
            }
            if matches!(def.kind, FieldKind::Number) { <FromAge {input} birth_is_blank={props.birth_is_blank} /> }
            if let Some(doubt) = &props.doubt { <Notice tone={Tone::DueSoon}><p>{ doubt }</p></Notice> }
        </div>
    }
}

/// Whether several inputs stand under the question: then it is a fieldset.
fn is_group(ground: &Ground, def: &'static FieldDef, value: Option<&Value>) -> bool {
    match &def.kind {
        FieldKind::Date | FieldKind::YesNo | FieldKind::Multi(_) | FieldKind::Signature => true,
        FieldKind::Photo | FieldKind::Audio | FieldKind::File => true,
        FieldKind::Select(_) => ground.configuration().offered(def).len() <= OPEN,
        FieldKind::User => {
            ground.names.people.len()
                + unknown(value, |value| matches!(value, Value::Person(id) if !ground.names.people.contains_key(id)))
                <= OPEN
        }
        FieldKind::Agency => {
            ground.names.agencies.len()
                + unknown(value, |value| matches!(value, Value::Agency(id) if !ground.names.agencies.contains_key(id)))
                <= OPEN
        }
        _ => false,
    }
}

fn unknown(value: Option<&Value>, is: impl Fn(&Value) -> bool) -> usize {
    usize::from(value.is_some_and(is))
}

fn input_for(
    ground: &Ground,
    input: &InputProps,
    without: &BTreeSet<String>,
    language: &amparo_language::Language,
) -> Html {
    let (def, path, value, on_edit) = (input.def, input.path.clone(), input.value.clone(), input.on_edit.clone());
    match &def.0.kind {
        FieldKind::Text | FieldKind::LongText => html! { <Text {def} {path} {value} {on_edit} /> },
        FieldKind::Number => html! { <WholeNumber {def} {path} {value} {on_edit} /> },
        FieldKind::Date => html! { <Day {def} {path} {value} {on_edit} /> },
        FieldKind::YesNo => html! { <YesOrNo {def} {path} {value} {on_edit} /> },
        FieldKind::Tick => html! { <Ticked {def} {path} {value} {on_edit} /> },
        FieldKind::Select(_) => {
            let options = offered(ground, def, value.as_ref(), without, language);
            let chosen = value.as_ref().and_then(Value::as_choice).map(|code| AttrValue::from(code.to_owned()));
            let on_choose =
                input.set().reform(|code: Option<AttrValue>| code.map(|code| Value::Choice(code.to_string())));
            html! { <Pick {options} value={chosen} {on_choose} /> }
        }
        FieldKind::Multi(_) => {
            let options = offered(ground, def, value.as_ref(), without, language);
            let values = value
                .as_ref()
                .and_then(Value::as_choices)
                .into_iter()
                .flatten()
                .map(|code| AttrValue::from(code.clone()))
                .collect::<Vec<_>>();
            let on_change = input.set().reform(|codes: Vec<AttrValue>| {
                (!codes.is_empty()).then(|| Value::Choices(codes.iter().map(ToString::to_string).collect()))
            });
            html! { <Multi {options} {values} {on_change} /> }
        }
        FieldKind::Location => html! { <Location {def} {path} {value} {on_edit} /> },
        FieldKind::User => html! { <Colleague {def} {path} {value} {on_edit} /> },
        FieldKind::Agency => html! { <Organisation {def} {path} {value} {on_edit} /> },
        FieldKind::Photo => html! { <Attachment {def} {path} {value} {on_edit} /> },
        FieldKind::Audio | FieldKind::File => html! { <Paper {def} {path} {value} {on_edit} /> },
        FieldKind::Link => html! { <Linking {def} {path} {value} {on_edit} /> },
        FieldKind::Signature => html! { <Signing {def} {path} {value} {on_edit} /> },
        // Drawn elsewhere: worked out, read-only, or rows of their own.
        FieldKind::Calc { .. } | FieldKind::Repeat(_) => Html::default(),
    }
}

/// What can be chosen today, and what is chosen although it is no longer offered.
fn offered(
    ground: &Ground,
    def: Def,
    value: Option<&Value>,
    without: &BTreeSet<String>,
    language: &amparo_language::Language,
) -> Vec<Opt> {
    let configuration = ground.configuration();
    let mut options: Vec<Opt> = configuration
        .offered(def.0)
        .into_iter()
        .filter(|option| !without.contains(&option.id))
        .map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned()))
        .collect();
    let chosen = value
        .into_iter()
        .flat_map(|value| value.as_choices().into_iter().flatten().map(String::as_str).chain(value.as_choice()));
    for code in chosen {
        if !options.iter().any(|option| option.code == code) {
            options.push(Opt::new(code.to_owned(), configuration.option_label(def.0, code, language.tag()).to_owned()));
        }
    }
    options
}

/// Yes, no, unknown; blank is "not asked".
#[component]
fn YesOrNo(props: &InputProps) -> Html {
    let language = use_language();
    let answers = [YesNo::Yes, YesNo::No, YesNo::Unknown];
    let options: Vec<Opt> =
        answers.iter().map(|answer| Opt::new(answer.as_str(), say::yes_no(&language, *answer))).collect();
    let value = props.value.as_ref().and_then(Value::as_choice).map(|code| AttrValue::from(code.to_owned()));
    let on_choose = props.set().reform(move |code: Option<AttrValue>| {
        answers.into_iter().find(|answer| code.as_deref() == Some(answer.as_str())).map(Value::YesNo)
    });
    html! { <Radios {options} {value} {on_choose} side_by_side=true /> }
}

/// A check box.
#[component]
fn Ticked(props: &InputProps) -> Html {
    let language = use_language();
    let wiring = crate::parts::use_field();
    let on = matches!(props.value, Some(Value::Tick(true)));
    let onchange = props.set().reform(move |_: Event| Some(Value::Tick(!on)));
    html! {
        <label class="option">
            <input type="checkbox" id={wiring.id.clone()} checked={on} aria-describedby={wiring.described_by.clone()} {onchange} />
            <span>{ words::yes(&language) }</span>
        </label>
    }
}
