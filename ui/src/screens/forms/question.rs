//! What can be changed of a question or a cell: words, when it is shown and required, what is proposed, how sensitive it is.

use super::adding::type_words;
use super::at::At;
use super::bench::use_bench;
use super::checks::Checks;
use super::condition_editor::ConditionEditor;
use super::condition_row::options_of;
use super::expression_editor::ExpressionEditor;
use super::inputs::{Select, TickBox, Wording};
use super::of_type::of_kind;
use super::properties::wording;
use crate::parts::{Field, Opt, use_language};
use amparo_language::{by_id, words};
use amparo_model::form::{Class, FieldDef, FieldKind, SearchedAs, StandIn};
use yew::prelude::*;

/// What [`OfField`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OfFieldProps {
    pub(super) at: At,
    pub(super) field: FieldDef,
}

const CLASSES: [(Class, &str); 5] =
    [(Class::P0, "p0"), (Class::P1, "p1"), (Class::P2, "p2"), (Class::P3, "p3"), (Class::P4, "p4")];

const STAND_INS: [StandIn; 3] = [StandIn::Unknown, StandIn::HasNone, StandIn::NotSaid];

/// The question that is chosen.
#[component]
pub(super) fn OfField(props: &OfFieldProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let OfFieldProps { at, field } = props;
    let form = at.form().unwrap_or_default().to_owned();
    let repeat = match at {
        At::Cell(_, repeat, _) => Some(AttrValue::from(repeat.clone())),
        _ => None,
    };
    let is_calc = matches!(field.kind, FieldKind::Calc { .. });
    let is_repeat = matches!(field.kind, FieldKind::Repeat(_));
    let set = |what: &'static str| {
        let (bench, at) = (bench.clone(), at.clone());
        move |change: Box<dyn FnOnce(&mut FieldDef)>| bench.change_field(what, &at, change)
    };
    let required = {
        let set = set("");
        Callback::from(move |on| set(Box::new(move |field| field.required = on)))
    };
    let in_summary = {
        let set = set("");
        Callback::from(move |on| set(Box::new(move |field| field.in_summary = on)))
    };
    let required_when = {
        let set = set("required when");
        Callback::from(move |value| set(Box::new(move |field| field.required_when = value)))
    };
    let condition = {
        let set = set("condition");
        Callback::from(move |value| set(Box::new(move |field| field.condition = value)))
    };
    let default = {
        let set = set("default");
        Callback::from(move |value| set(Box::new(move |field| field.default = value)))
    };
    let class = {
        let set = set("");
        Callback::from(move |code: String| {
            if let Some((class, _)) = CLASSES.into_iter().find(|(_, known)| *known == code) {
                set(Box::new(move |field| field.class = class));
            }
        })
    };
    let searched = {
        let set = set("");
        Callback::from(move |code: String| {
            let searched_as = match code.as_str() {
                "name" => Some(SearchedAs::Name),
                "phone" => Some(SearchedAs::Phone),
                "number" => Some(SearchedAs::Number),
                _ => None,
            };
            set(Box::new(move |field| field.searched_as = searched_as));
        })
    };
    let stand_in = |one: StandIn| {
        let set = set("");
        Callback::from(move |on: bool| {
            set(Box::new(move |field| {
                field.stand_ins.retain(|known| *known != one);
                if on {
                    field.stand_ins.push(one);
                }
            }));
        })
    };
    // Records already hold answers that are as sensitive as this says: it can only become more.
    let least = bench.before.field(at).map_or(Class::P0, |before| before.class);
    let classes: Vec<Opt> = CLASSES
        .iter()
        .filter(|(class, _)| *class >= least)
        .map(|(_, code)| Opt::new(*code, by_id(&language, &format!("shape-class-{code}"), &[]).unwrap_or_default()))
        .collect();
    let class_now = CLASSES.iter().find(|(class, _)| *class == field.class).map_or("p3", |(_, code)| code);
    let searches = vec![
        Opt::new("name", words::shape_searched_name(&language)),
        Opt::new("phone", words::shape_searched_phone(&language)),
        Opt::new("number", words::shape_searched_number(&language)),
    ];
    let searched_now = match field.searched_as {
        Some(SearchedAs::Name) => "name",
        Some(SearchedAs::Phone) => "phone",
        Some(SearchedAs::Number) => "number",
        None => "",
    };
    let part = bench.now.compartments.iter().find(|part| part.id == field.compartment);
    let fixed_options: Vec<Opt> = options_of(&bench.now, field)
        .iter()
        .filter(|option| !option.retired)
        .map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned()))
        .collect();
    html! {
        <>
            <dl class="facts" id="field-facts">
                <dt>{ words::shape_type(&language) }</dt><dd>{ type_words(&language, field.kind.word()) }</dd>
                if let Some(part) = part { <dt>{ words::shape_part(&language) }</dt><dd>{ part.title.get(language.tag()) }</dd> }
            </dl>
            <Wording id="field-label" label={words::shape_label(&language)} texts={field.label.clone()} must=true on_change={wording(&bench, at, "label")} />
            <Wording id="field-help" label={words::shape_help(&language)} texts={field.help.clone()} long=true on_change={wording(&bench, at, "help")} />
            if matches!(field.kind, FieldKind::LongText) || !field.guiding.is_empty() {
                <Wording id="field-guiding" label={words::shape_guiding(&language)} help={words::shape_guiding_help(&language)} texts={field.guiding.clone()} long=true on_change={wording(&bench, at, "guiding")} />
            }
            { of_kind(&bench, language, at, field, &form) }
            if !is_calc {
                <TickBox id="field-required" label={words::shape_required(&language)} on={field.required} on_change={required} />
                if !field.required {
                    <ConditionEditor id="field-required-when" label={words::shape_required_when(&language)} value={field.required_when.clone()} form={form.clone()} repeat={repeat.clone()} on_change={required_when} />
                }
            }
            <ConditionEditor id="field-condition" label={words::shape_shown_when(&language)} value={field.condition.clone()} form={form.clone()} repeat={repeat.clone()} on_change={condition} />
            if !is_calc && !is_repeat {
                <ExpressionEditor
                    id="field-default" label={words::shape_default(&language)} help={words::shape_default_help(&language)} value={field.default.clone()}
                    form={form.clone()} repeat={repeat.clone()} options={fixed_options} kind={field.kind.clone()} on_change={default}
                />
                <Checks at={at.clone()} field={field.clone()} form={form.clone()} repeat={repeat} />
                <fieldset class="field">
                    <legend>{ words::shape_stand_ins(&language) }</legend>
                    <p class="help">{ words::shape_stand_ins_help(&language) }</p>
                    <div class="options">
                    { for STAND_INS.iter().map(|one| {
                        let label = bench.now.list("no_answer").map(|list| list.label(one.as_str(), language.tag()).to_owned());
                        html! { <TickBox id={format!("field-stand-in-{}", one.as_str())} label={label.unwrap_or_else(|| one.as_str().to_owned())} on={field.stand_ins.contains(one)} on_change={stand_in(*one)} /> }
                    }) }
                    </div>
                </fieldset>
            }
            <Field id="field-class" label={words::shape_class(&language)} help={words::shape_class_help(&language)}>
                <Select options={classes} value={class_now} on_choose={class} />
            </Field>
            if matches!(field.kind, FieldKind::Text) {
                <Field id="field-searched" label={words::shape_searched(&language)}>
                    <Select options={searches} value={searched_now} none={words::shape_searched_not(&language)} on_choose={searched} />
                </Field>
            }
            if !is_repeat {
                <TickBox id="field-summary" label={words::shape_summary(&language)} hint={words::shape_summary_hint(&language)} on={field.in_summary} on_change={in_summary} />
            }
        </>
    }
}
