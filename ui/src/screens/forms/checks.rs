//! The limits and rules of an answer.

use super::at::At;
use super::bench::use_bench;
use super::inputs::{FieldPicker, TickBox, Which};
use crate::parts::{Field, TextInput, use_language};
use amparo_language::{read_digits, words};
use amparo_model::form::{Check, FieldDef, FieldKind};
use yew::prelude::*;

/// What [`Checks`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ChecksProps {
    pub(super) at: At,
    pub(super) field: FieldDef,
    pub(super) form: AttrValue,
    pub(super) repeat: Option<AttrValue>,
}

/// The limits and rules of an answer. Those that have no box here stay as they are.
#[component]
pub(super) fn Checks(props: &ChecksProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let ChecksProps { at, field, form, repeat } = props;
    let is_date = matches!(field.kind, FieldKind::Date);
    let is_number = matches!(field.kind, FieldKind::Number);
    if !is_date && !is_number {
        return Html::default();
    }
    let put = {
        let (bench, at) = (bench, at.clone());
        move |same: fn(&Check) -> bool, next: Option<Check>| {
            bench.change_field("checks", &at, move |field| {
                let place = field.checks.iter().position(same);
                match (place, next) {
                    (Some(place), Some(next)) => {
                        if let Some(known) = field.checks.get_mut(place) {
                            *known = next;
                        }
                    }
                    (Some(_), None) => field.checks.retain(|known| !same(known)),
                    (None, Some(next)) => field.checks.push(next),
                    (None, None) => {}
                }
            });
        }
    };
    let limit = |same: fn(&Check) -> bool, make: fn(i64) -> Check| {
        let put = put.clone();
        Callback::from(move |text: String| {
            let typed = read_digits(text.trim());
            if typed.is_empty() {
                put(same, None);
            } else if let Ok(number) = typed.parse() {
                put(same, Some(make(number)));
            }
        })
    };
    let number = |of: fn(&Check) -> Option<i64>| {
        field.checks.iter().find_map(of).map(|number| number.to_string()).unwrap_or_default()
    };
    let not_future = {
        let put = put.clone();
        Callback::from(move |on: bool| put(|check| *check == Check::NotFuture, on.then_some(Check::NotFuture)))
    };
    let not_before = {
        let put = put.clone();
        Callback::from(move |other: String| {
            let next = (!other.is_empty()).then_some(Check::NotBefore(other));
            put(|check| matches!(check, Check::NotBefore(_)), next);
        })
    };
    let before = field.checks.iter().find_map(|check| match check {
        Check::NotBefore(other) => Some(other.clone()),
        _ => None,
    });
    html! {
        <fieldset class="field wide condition" id="field-checks">
            <legend>{ words::shape_checks(&language) }</legend>
            if is_date {
                <TickBox id="field-not-future" label={words::shape_not_future(&language)} on={field.checks.contains(&Check::NotFuture)} on_change={not_future} />
                <Field id="field-not-before" label={words::shape_not_before(&language)}>
                    <FieldPicker form={form.clone()} repeat={repeat.clone()} value={before.unwrap_or_default()} which={Which::Dates} on_choose={not_before} />
                </Field>
            }
            if is_number {
                <div class="line">
                    <Field id="field-min" label={words::shape_min(&language)}>
                        <TextInput value={number(|check| if let Check::Min(least) = check { Some(*least) } else { None })} on_input={limit(|check| matches!(check, Check::Min(_)), Check::Min)} short=true longest=12 />
                    </Field>
                    <Field id="field-max" label={words::shape_max(&language)}>
                        <TextInput value={number(|check| if let Check::Max(most) = check { Some(*most) } else { None })} on_input={limit(|check| matches!(check, Check::Max(_)), Check::Max)} short=true longest=12 />
                    </Field>
                </div>
            }
        </fieldset>
    }
}
