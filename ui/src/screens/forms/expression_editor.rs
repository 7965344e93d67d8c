//! A calculation or a proposed value: the shapes that are needed most, or its text.

use super::expressions::Shape;
use super::inputs::{FieldPicker, Select, Which};
use super::text_box::TextBox;
use crate::parts::{Button, Field, Icon, Opt, TextInput, Weight, use_language};
use amparo_language::{by_id, read_digits, words};
use amparo_model::condition::{Expression, Literal};
use amparo_model::form::FieldKind;
use yew::prelude::*;

/// What an [`ExpressionEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ExpressionProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) help: Option<AttrValue>,
    pub(super) value: Option<Expression>,
    pub(super) form: AttrValue,
    #[prop_or_default]
    pub(super) repeat: Option<AttrValue>,
    /// There must be one: a calculation.
    #[prop_or_default]
    pub(super) must: bool,
    /// The options that a fixed value is one of.
    #[prop_or_default]
    pub(super) options: Vec<Opt>,
    /// The type that a fixed value is for.
    pub(super) kind: FieldKind,
    pub(super) on_change: Callback<Option<Expression>>,
}

/// A calculation or a proposed value.
#[component]
pub(super) fn ExpressionEditor(props: &ExpressionProps) -> Html {
    let language = use_language();
    let written = props.value.as_ref().map(Shape::of);
    let as_text = use_state(|| false);
    // A shape that waits for its question.
    let begun = use_state(|| None::<String>);
    let shape = written.clone().flatten();
    let code = match (&*begun, &written) {
        (Some(begun), _) => begun.clone(),
        (None, None) => String::new(),
        (None, Some(Some(shape))) if !*as_text => shape.code().to_owned(),
        _ => "text".to_owned(),
    };
    let mut offered: Vec<Opt> = Shape::CODES
        .iter()
        .map(|code| Opt::new(*code, by_id(&language, &format!("shape-calc-{code}"), &[]).unwrap_or_default()))
        .collect();
    offered.push(Opt::new("text", words::shape_as_text(&language)));
    let on_code = {
        let (begun, as_text, on_change) = (begun.setter(), as_text.setter(), props.on_change.clone());
        Callback::from(move |code: String| {
            as_text.set(code == "text");
            match code.as_str() {
                "" => {
                    begun.set(None);
                    on_change.emit(None);
                }
                "text" => begun.set(None),
                "today" | "me" => {
                    begun.set(None);
                    on_change.emit(Some(Shape::begin(&code, "").written()));
                }
                _ => begun.set(Some(code)),
            }
        })
    };
    let put = {
        let (begun, on_change) = (begun.setter(), props.on_change.clone());
        move |shape: Shape| {
            begun.set(None);
            on_change.emit(Some(shape.written()));
        }
    };
    // What is asked about: while a shape waits for its question, nothing.
    let about: Vec<String> = match (&shape, &*begun) {
        (Some(shape), None) => shape.about().into_iter().map(str::to_owned).collect(),
        _ => vec![String::new()],
    };
    let which = match code.as_str() {
        "sum" => Which::Numbers,
        "age" | "days-since" | "days-after" => Which::Dates,
        "count" => Which::Repeats,
        "label" => Which::Choices,
        _ => Which::Any,
    };
    let arguments = match code.as_str() {
        "" | "today" | "me" => Html::default(),
        "text" => {
            let text = props.value.as_ref().map(|value| serde_json::to_string_pretty(value).unwrap_or_default());
            let (on_change, must) = (props.on_change.clone(), props.must);
            let take = Callback::from(move |text: String| {
                if text.trim().is_empty() && !must {
                    on_change.emit(None);
                    return None;
                }
                match serde_json::from_str::<Expression>(&text) {
                    Ok(expression) => {
                        on_change.emit(Some(expression));
                        None
                    }
                    Err(problem) => Some(problem.to_string()),
                }
            });
            html! { <TextBox id={format!("{}-text", props.id)} label={props.label.clone()} text={text.unwrap_or_default()} {take} /> }
        }
        "fixed" => {
            let value = match &shape {
                Some(Shape::Fixed(literal)) if begun.is_none() => super::conditions::typed(literal),
                _ => String::new(),
            };
            let kind = props.kind.clone();
            let on_value = Callback::from(move |text: String| {
                let literal = super::conditions::literal(&kind, &text);
                put(Shape::Fixed(literal.unwrap_or(Literal::Text(text))));
            });
            html! {
                <Field id={format!("{}-value", props.id)} label={words::shape_worth_fixed(&language)}>
                    if props.options.is_empty() {
                        <TextInput {value} on_input={on_value} />
                    } else {
                        <Select options={props.options.clone()} {value} none={words::choose_one(&language)} on_choose={on_value} />
                    }
                </Field>
            }
        }
        code => {
            let picker = |(place, named): (usize, &String)| {
                let (put, shape, code, about) = (put.clone(), shape.clone(), code.to_owned(), about.clone());
                let pick = Callback::from(move |field: String| {
                    if field.is_empty() {
                        return;
                    }
                    put(match (code.as_str(), &shape) {
                        ("sum", Some(Shape::Sum(_))) => {
                            let mut all = about.clone();
                            if let Some(named) = all.get_mut(place) {
                                *named = field;
                            }
                            Shape::Sum(all)
                        }
                        ("days-after", Some(Shape::DaysAfter(_, days))) => Shape::DaysAfter(field, *days),
                        _ => Shape::begin(&code, &field),
                    });
                });
                html! {
                    <Field id={format!("{}-field-{}", props.id, place + 1)} label={words::shape_question(&language)} key={place}>
                        <FieldPicker form={props.form.clone()} repeat={props.repeat.clone()} value={named.clone()} {which} on_choose={pick} />
                    </Field>
                }
            };
            let more = {
                let (put, about) = (put.clone(), about.clone());
                Callback::from(move |field: String| {
                    if !field.is_empty() {
                        put(Shape::Sum(about.iter().cloned().chain([field]).collect()));
                    }
                })
            };
            let days = match &shape {
                Some(Shape::DaysAfter(field, days)) if begun.is_none() => {
                    let (put, field) = (put.clone(), field.clone());
                    let on_days = Callback::from(move |text: String| {
                        if let Ok(days) = read_digits(text.trim()).parse() {
                            put(Shape::DaysAfter(field.clone(), days));
                        }
                    });
                    html! { <Field id={format!("{}-days", props.id)} label={words::shape_days(&language)}><TextInput value={days.to_string()} on_input={on_days} short=true keyboard="numeric" longest=5 /></Field> }
                }
                _ => Html::default(),
            };
            let fewer = {
                let (put, about) = (put.clone(), about.clone());
                Callback::from(move |()| {
                    let mut all = about.clone();
                    all.pop();
                    put(Shape::Sum(all));
                })
            };
            html! {
                <>
                    { for about.iter().enumerate().map(picker) }
                    if code == "sum" && begun.is_none() {
                        <Field id={format!("{}-more", props.id)} label={words::shape_calc_more(&language)}>
                            <FieldPicker form={props.form.clone()} repeat={props.repeat.clone()} value="" {which} on_choose={more} />
                        </Field>
                        if about.len() > 1 {
                            <div><Button small=true weight={Weight::Quiet} icon={Icon::Remove} label={words::remove(&language)} on_press={fewer} /></div>
                        }
                    }
                    { days }
                </>
            }
        }
    };
    let none = (!props.must).then(|| AttrValue::from(words::none(&language)));
    html! {
        <fieldset class="field wide condition" id={props.id.clone()}>
            <legend>{ &props.label }</legend>
            if let Some(help) = &props.help { <p class="help">{ help }</p> }
            <div class="narrow"><Select id={format!("{}-shape", props.id)} label={props.label.clone()} options={offered} value={code.clone()} {none} on_choose={on_code} /></div>
            { arguments }
        </fieldset>
    }
}
