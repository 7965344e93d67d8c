//! What only one type of question has: its options, its calculation.

use super::at::At;
use super::bench::Bench;
use super::expression_editor::ExpressionEditor;
use super::inputs::{Select, TickBox};
use super::options::OptionsEditor;
use crate::parts::{Button, Field, Icon, Opt};
use amparo_language::{Language, by_id, words};
use amparo_model::form::{FieldDef, FieldKind, Gives, Options};
use yew::prelude::*;

/// What only its type has.
pub(super) fn of_kind(bench: &Bench, language: Language, at: &At, field: &FieldDef, form: &str) -> Html {
    match &field.kind {
        FieldKind::Select(choices) | FieldKind::Multi(choices) => {
            let unknown = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |on: bool| {
                    bench.change_field("", &at, move |field| {
                        if let FieldKind::Select(choices) | FieldKind::Multi(choices) = &mut field.kind {
                            choices.offers_unknown = on;
                        }
                    });
                })
            };
            let source = match &choices.options {
                Options::Inline(options) => html! { <OptionsEditor at={at.clone()} options={options.clone()} /> },
                Options::List(list) => {
                    let go = {
                        let (go, list) = (bench.go.clone(), list.clone());
                        Callback::from(move |()| go.emit(At::List(list.clone())))
                    };
                    let pick = {
                        let (bench, at) = (bench.clone(), at.clone());
                        Callback::from(move |list: String| {
                            bench.change_field("", &at, move |field| {
                                if let FieldKind::Select(choices) | FieldKind::Multi(choices) = &mut field.kind {
                                    choices.options = Options::List(list);
                                }
                            });
                        })
                    };
                    let lists: Vec<Opt> = bench
                        .now
                        .lists
                        .iter()
                        .map(|list| Opt::new(list.id.clone(), list.id.replace('_', " ")))
                        .collect();
                    html! {
                        <div class="line end-line">
                            if bench.is_kept(at) {
                                <dl class="facts"><dt>{ words::shape_options_from(&language) }</dt><dd>{ list.replace('_', " ") }</dd></dl>
                            } else {
                                <Field id="field-list" label={words::shape_options_from(&language)}><Select options={lists} value={list.clone()} on_choose={pick} /></Field>
                            }
                            <Button small=true icon={Icon::ListFilter} id="field-go-list" label={words::shape_go_list(&language)} on_press={go} />
                        </div>
                    }
                }
            };
            html! {
                <>
                    { source }
                    <TickBox id="field-unknown" label={words::shape_offers_unknown(&language)} on={choices.offers_unknown} on_change={unknown} />
                </>
            }
        }
        FieldKind::Calc { expression, gives, options } => {
            let on_change = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |value: Option<amparo_model::condition::Expression>| {
                    if let Some(value) = value {
                        bench.change_field("calc", &at, move |field| {
                            if let FieldKind::Calc { expression, .. } = &mut field.kind {
                                *expression = value;
                            }
                        });
                    }
                })
            };
            let on_gives = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |code: String| {
                    let next = GIVES.into_iter().find(|(_, known)| *known == code).map(|(gives, _)| gives);
                    bench.change_field("", &at, move |field| {
                        if let (FieldKind::Calc { gives, options, .. }, Some(next)) = (&mut field.kind, next) {
                            *gives = next;
                            let empty = || amparo_model::form::Choices {
                                options: Options::Inline(Vec::new()),
                                offers_unknown: false,
                            };
                            *options = (next == Gives::Choice).then(|| options.clone().unwrap_or_else(empty));
                        }
                    });
                })
            };
            let offered: Vec<Opt> = GIVES
                .iter()
                .map(|(_, code)| {
                    Opt::new(*code, by_id(&language, &format!("shape-gives-{code}"), &[]).unwrap_or_default())
                })
                .collect();
            let gives_now = GIVES.iter().find(|(known, _)| known == gives).map_or("number", |(_, code)| code);
            let own = match options.as_ref().map(|options| &options.options) {
                Some(Options::Inline(options)) => {
                    html! { <OptionsEditor at={at.clone()} options={options.clone()} /> }
                }
                _ => Html::default(),
            };
            let kind = match gives {
                Gives::Number => FieldKind::Number,
                Gives::Date => FieldKind::Date,
                _ => FieldKind::Text,
            };
            html! {
                <>
                    <ExpressionEditor id="field-calc" label={words::shape_calc(&language)} help={words::shape_calc_help(&language)} value={Some(expression.clone())} must=true form={form.to_owned()} {kind} {on_change} />
                    <Field id="field-gives" label={words::shape_gives(&language)}><Select options={offered} value={gives_now} on_choose={on_gives} /></Field>
                    { own }
                </>
            }
        }
        _ => Html::default(),
    }
}

const GIVES: [(Gives, &str); 5] = [
    (Gives::Number, "number"),
    (Gives::Date, "date"),
    (Gives::Text, "text"),
    (Gives::YesNo, "yes-no"),
    (Gives::Choice, "choice"),
];
