//! How soon each step is due, by risk; the days that are not worked; what counts while no risk is set.

use super::bench::use_bench;
use super::inputs::Select;
use super::told;
use crate::parts::{Field, Multi, Opt, TextInput, use_language};
use amparo_forms::clock::{Clocks, DayOfWeek, RiskLevel, Span};
use amparo_language::{Language, by_id, read_digits, words};
use std::rc::Rc;
use yew::prelude::*;

const LEVELS: [(RiskLevel, &str); 3] =
    [(RiskLevel::High, "high"), (RiskLevel::Medium, "medium"), (RiskLevel::Low, "low")];

const DAYS: [(DayOfWeek, &str); 7] = [
    (DayOfWeek::Monday, "monday"),
    (DayOfWeek::Tuesday, "tuesday"),
    (DayOfWeek::Wednesday, "wednesday"),
    (DayOfWeek::Thursday, "thursday"),
    (DayOfWeek::Friday, "friday"),
    (DayOfWeek::Saturday, "saturday"),
    (DayOfWeek::Sunday, "sunday"),
];

/// The number and the unit of a span.
fn parts(span: Span) -> (u32, &'static str) {
    match span {
        Span::Hours(count) => (count, "hours"),
        Span::Days(count) => (count, "days"),
        Span::WorkingDays(count) => (count, "working-days"),
        Span::Months(count) => (count, "months"),
    }
}

fn span(count: u32, unit: &str) -> Span {
    match unit {
        "hours" => Span::Hours(count),
        "working-days" => Span::WorkingDays(count),
        "months" => Span::Months(count),
        _ => Span::Days(count),
    }
}

fn level_words(language: &Language, level: RiskLevel) -> String {
    match level {
        RiskLevel::High => words::risk_high(language),
        RiskLevel::Medium => words::risk_medium(language),
        RiskLevel::Low => words::risk_low(language),
    }
}

/// The table.
#[component]
pub(super) fn ClocksEditor() -> Html {
    let language = use_language();
    let bench = use_bench();
    let clocks = bench.now.clocks.clone();
    let change = {
        let bench = bench.clone();
        move |what: String, change: Box<dyn FnOnce(&mut Clocks)>| {
            bench.change(what, move |shaped| change(Rc::make_mut(&mut shaped.clocks)));
        }
    };
    let unset = {
        let change = change.clone();
        Callback::from(move |code: String| {
            if let Some((level, _)) = LEVELS.into_iter().find(|(_, known)| *known == code) {
                change(String::new(), Box::new(move |clocks| clocks.unset_counts_as = level));
            }
        })
    };
    let weekend = {
        let change = change.clone();
        Callback::from(move |codes: Vec<AttrValue>| {
            let days = DAYS.into_iter().filter(|(_, code)| codes.iter().any(|known| known == code)).map(|(day, _)| day);
            let days: Vec<DayOfWeek> = days.collect();
            change(String::new(), Box::new(move |clocks| clocks.weekend = days));
        })
    };
    let levels: Vec<Opt> = LEVELS.iter().map(|(level, code)| Opt::new(*code, level_words(&language, *level))).collect();
    let at_unset = LEVELS.iter().find(|(level, _)| *level == clocks.unset_counts_as).map_or("high", |(_, code)| code);
    let days: Vec<Opt> = DAYS
        .iter()
        .map(|(_, code)| Opt::new(*code, by_id(&language, &format!("shape-day-{code}"), &[]).unwrap_or_default()))
        .collect();
    let free: Vec<AttrValue> =
        DAYS.iter().filter(|(day, _)| clocks.weekend.contains(day)).map(|(_, code)| AttrValue::from(*code)).collect();
    let cell = |id: &str, level: RiskLevel, code: &'static str, now: Span| {
        let id = id.to_owned();
        let set = {
            let (change, id) = (change.clone(), id.clone());
            Callback::from(move |next: Span| {
                let id = id.clone();
                change(
                    format!("clock {id} {code}"),
                    Box::new(move |clocks| {
                        if let Some(clock) = clocks.clocks.iter_mut().find(|clock| clock.id == id) {
                            match level {
                                RiskLevel::High => clock.high = next,
                                RiskLevel::Medium => clock.medium = next,
                                RiskLevel::Low => clock.low = next,
                            }
                        }
                    }),
                );
            })
        };
        let label = format!("{}, {}", told::clock(&language, &id), level_words(&language, level));
        html! { <td><SpanInput id={format!("clock-{id}-{code}")} {label} {now} on_change={set} /></td> }
    };
    let rows = clocks.clocks.iter().map(|clock| {
        html! {
            <tr key={clock.id.clone()}>
                <th scope="row">{ told::clock(&language, &clock.id) }</th>
                { for LEVELS.iter().map(|(level, code)| cell(&clock.id, *level, code, clock.span(*level))) }
            </tr>
        }
    });
    html! {
        <div class="stack" id="shape-clocks">
            <h2>{ words::shape_clocks(&language) }</h2>
            <p class="note">{ words::shape_clocks_note(&language) }</p>
            <div class="scrolls">
                <table class="table clocks">
                    <caption class="only-read-aloud">{ words::shape_clocks(&language) }</caption>
                    <thead><tr><th scope="col">{ words::shape_clock_step(&language) }</th>{ for LEVELS.iter().map(|(level, _)| html! { <th scope="col">{ level_words(&language, *level) }</th> }) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <Field id="clocks-unset" label={words::shape_clocks_unset(&language)}>
                <Select options={levels} value={at_unset} on_choose={unset} />
            </Field>
            <Field id="clocks-weekend" label={words::shape_clocks_weekend(&language)} group=true>
                <Multi options={days} values={free} on_change={weekend} />
            </Field>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SpanProps {
    id: AttrValue,
    label: AttrValue,
    now: Span,
    on_change: Callback<Span>,
}

/// The longest that a step may take, in any unit.
const LONGEST: u32 = 999;

#[component]
fn SpanInput(props: &SpanProps) -> Html {
    let language = use_language();
    let (count, unit) = parts(props.now);
    let on_unit = props.on_change.reform(move |unit: String| span(count, &unit));
    let on_count = {
        let on_change = props.on_change.clone();
        Callback::from(move |text: String| {
            if let Some(count) = read_digits(text.trim()).parse::<u32>().ok().filter(|count| *count <= LONGEST) {
                on_change.emit(span(count, unit));
            }
        })
    };
    let units: Vec<Opt> = ["hours", "days", "working-days", "months"]
        .into_iter()
        .map(|code| Opt::new(code, by_id(&language, &format!("shape-unit-{code}"), &[]).unwrap_or_default()))
        .collect();
    html! {
        <div class="span-input" id={props.id.clone()}>
            <TextInput value={count.to_string()} on_input={on_count} label={props.label.clone()} short=true keyboard="numeric" longest=3 />
            <Select options={units} value={unit} label={props.label.clone()} on_choose={on_unit} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_its_number_and_its_unit() {
        for whole in [Span::Hours(24), Span::Days(3), Span::WorkingDays(5), Span::Months(1)] {
            let (count, unit) = parts(whole);
            assert_eq!(span(count, unit), whole);
        }
    }
}
